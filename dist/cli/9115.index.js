export const id = 9115;
export const ids = [9115];
export const modules = {

/***/ 7074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ workTreeOf),
/* harmony export */   v: () => (/* binding */ firstCommitOf)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);
/* harmony import */ var _forge_git_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8629);
/* harmony import */ var _config_show_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(467);



/** The top folder of the work tree that a folder lies in, a linked one included. Throws `fix-config` where there is none. */
async function workTreeOf(folder) {
    const found = await (0,_forge_git_js__WEBPACK_IMPORTED_MODULE_1__/* .runGit */ .EO)(['rev-parse', '--show-toplevel'], { cwd: folder });
    if (found.code === 0)
        return found.stdout.replace(/\r?\n$/, '');
    if (/work tree/.test(found.stderr)) {
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX(`Expected a repository with a work tree, got a bare one (${(0,_config_show_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(folder)}). Name a clone with \`--repo\`.`, { actBy: 'fix-config' });
    }
    if (/dubious ownership/.test(found.stderr)) {
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX(`Expected a repository of your own, got one of another user (${(0,_config_show_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(folder)}). \`git config --global --add safe.directory ${(0,_config_show_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(folder)}\` trusts it.`, { actBy: 'fix-config' });
    }
    if (!/not a git repository/.test(found.stderr)) {
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX(`Expected a git repository (${(0,_config_show_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(folder)}), but git says: ${(0,_config_show_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)((0,_forge_git_js__WEBPACK_IMPORTED_MODULE_1__/* .complaint */ .U4)(found))}`, {
            actBy: 'fix-config',
        });
    }
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX(`Expected a git repository, found none (${(0,_config_show_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(folder)}). \`git init\` makes one, \`--repo\` names another.`, { actBy: 'fix-config' });
}
/** The commit that is checked out. Throws `fix-config` in a repository without one. */
async function firstCommitOf(folder) {
    const found = await (0,_forge_git_js__WEBPACK_IMPORTED_MODULE_1__/* .runGit */ .EO)(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], { cwd: folder });
    if (found.code === 0)
        return found.stdout.trim();
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX(`Expected a repository with at least one commit, found none (${(0,_config_show_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(folder)}). \`git commit --allow-empty -m "Begin"\` makes one.`, { actBy: 'fix-config' });
}


/***/ }),

/***/ 5934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ accountSchema),
/* harmony export */   x: () => (/* binding */ keyNamesOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9131);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3923);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9630);
/* harmony import */ var _show_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(467);




/** Under these a workflow holds GitHub's own tokens, which must not go to a provider. */
const ofGithub = /^(?:ACTIONS|GITHUB|GH|INPUT|RUNNER)_/;
const keyError = (issue) => typeof issue.input === 'string' && (0,_show_js__WEBPACK_IMPORTED_MODULE_2__/* .looksSecret */ .n0)(issue.input)
    ? 'the name of an environment variable such as `OPENROUTER_API_KEY`, not the key itself (take it out of the file, and replace that key if it was ever committed)'
    : `the name of an environment variable such as \`OPENROUTER_API_KEY\`${typeof issue.input === 'string' && ofGithub.test(issue.input) ? ', none that GitHub uses' : ''}`;
/** The name of the environment variable that holds a key, or null for a server that wants none; a value that was pasted here is recognised and never printed. */
const key = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP({ error: keyError })
    .regex(/^[A-Z][A-Z0-9_]*$/, { error: keyError })
    .max(100, { error: keyError })
    .refine(name => !ofGithub.test(name), { error: keyError })
    .nullable();
const loopbackHosts = ['localhost', '127.0.0.1', '[::1]'];
/** A key is sent there: so only over TLS, except to this machine, and without anything secret in the address itself. */
function isSafeBase(text) {
    if (!URL.canParse(text))
        return false;
    const url = new URL(text);
    if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
        return false;
    return url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHosts.includes(url.hostname));
}
const baseUrlError = 'an address that begins with `https://` (or `http://` on this machine), without password, `?` and `#`';
const baseUrl = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP({ error: baseUrlError })
    .max(500, { error: baseUrlError })
    .refine(isSafeBase, { error: baseUrlError })
    .transform(text => text.replace(/\/+$/, ''));
const price = (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)({
    inputUsdPerMillion: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .dollars */ .E9)('the price of a million input tokens'),
    outputUsdPerMillion: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .dollars */ .E9)('the price of a million output tokens'),
    requestUsd: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .dollars */ .E9)('the most that a request costs beside its tokens').default(0),
});
const common = {
    key,
    concurrency: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('requests at the same time', { max: 256 }).default(4),
    timeout: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)('how long one request may take', 1000).prefault('120s'),
    limits: _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .accountLimits */ .U1.prefault({}),
    prices: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P((0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8)('the name of a model'), price, { error: 'a map of prices by model' }).default({}),
};
const requestsPerMinuteError = 'a positive whole number of requests a minute, or `null` for no limit';
const requestsPerMinute = zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr({ error: requestsPerMinuteError })
    .min(1, { error: requestsPerMinuteError })
    .max(100_000, { error: requestsPerMinuteError })
    .nullable();
/** A web search of its own, for models whose server has none. */
const search = (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)({ url: baseUrl, key });
const openAiAccount = (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)({
    api: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('openai'),
    baseUrl,
    search: search.optional(),
    flavour: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['openrouter', 'zai', 'plain']).optional(),
    requestsPerMinute: requestsPerMinute.default(null),
    ...common,
});
const geminiAccount = (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)({
    api: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('gemini'),
    baseUrl: baseUrl.prefault('https://generativelanguage.googleapis.com'),
    requestsPerMinute: requestsPerMinute.default(null),
    ...common,
});
/** A key, where it is used, and what it may spend. */
const accountSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .discriminatedUnion */ .gMt('api', [openAiAccount, geminiAccount], {
    error: issue => (issue.code === 'invalid_union' ? 'one of `openai`, `gemini`' : 'a map of settings'),
})
    .transform(({ timeout, ...account }) => ({ ...account, timeoutMs: timeout }));
/** The environment variables whose keys an account needs. */
const keyNamesOf = (account) => [account.key, account.api === 'openai' ? (account.search?.key ?? null) : null].flatMap(name => name ?? []);


/***/ }),

/***/ 3094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ withChange)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1242);
/* harmony import */ var _show_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(467);



const isMap = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** The first name of a key: the longest that the map knows, because names of models hold dots; else all up to the first dot. */
function firstName(map, key) {
    const known = Object.keys(map).filter(name => key === name || key.startsWith(`${name}.`));
    return known.toSorted((a, b) => b.length - a.length)[0] ?? key.split('.')[0] ?? '';
}
/** What a name must be that is in no map yet; undefined where the schema says it. A change makes no account and no pipeline. */
function wantedIn(section, map, name) {
    const known = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .y)(name, Object.keys(map));
    if (section === '')
        return `a setting, ${known}`;
    if (section === 'accounts')
        return `the name of an account, ${known}`;
    if (section === 'pipelines')
        return `the name of a pipeline, ${known}`;
    // Not every library treats a key of this name like any other.
    return name === '' || name === '__proto__' ? 'the name of a setting' : undefined;
}
function setAt(root, { section, rest }, change) {
    const map = isMap(root) ? root : {};
    const name = firstName(map, rest);
    const isThere = Object.hasOwn(map, name);
    const wanted = isThere ? undefined : wantedIn(section, map, name);
    if (wanted !== undefined)
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX(`Expected ${wanted}, got ${(0,_show_js__WEBPACK_IMPORTED_MODULE_2__/* .show */ .WU)(name)} (${(0,_show_js__WEBPACK_IMPORTED_MODULE_2__/* .show */ .WU)(change.key)})`, { actBy: 'fix-config' });
    const inner = { section: section === '' ? name : `${section}.${name}`, rest: rest.slice(name.length + 1) };
    const value = rest === name ? change.value : setAt(isThere ? map[name] : undefined, inner, change);
    const entries = Object.entries(map);
    return Object.fromEntries(isThere ? entries.map(([key, old]) => [key, key === name ? value : old]) : [...entries, [name, value]]);
}
/** The written configuration with one value set; it is checked by the schema afterwards. Throws `fix-config` for a name that is not there. */
const withChange = (root, change) => setAt(root, { section: '', rest: change.key }, change);


/***/ }),

/***/ 4292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ defaults)
/* harmony export */ });
/** Five pipelines as data; a file only says what it wants otherwise. `perpetual init` writes exactly this. */
const defaults = {
    goal: 30_000,
    warnAt: 0.75,
    dataset: { language: 'en', license: '', use: 'rag', rehearsal: false },
    sources: { deny: [], minDomainsForNumbers: 1, maxDomainShare: 0.4 },
    github: { draft: false, reviewers: [] },
    reviews: { maxWaiting: 8, alertAfter: '3d', knownFor: '30d' },
    plan: { heartbeat: '6h', proposeBelow: 3, maxProposals: 3 },
    accounts: {
        openrouter: {
            api: 'openai',
            baseUrl: 'https://openrouter.ai/api/v1',
            key: 'OPENROUTER_API_KEY',
            requestsPerMinute: 20,
            concurrency: 8,
            limits: {
                calls: { budget: 1000, per: 'day', threshold: 0.85, resets: '00:00 UTC' },
                usd: { budget: 2, per: 'day', threshold: 1, resets: '00:00 UTC' },
            },
            prices: {
                'deepseek/deepseek-v4-flash': { inputUsdPerMillion: 0.14, outputUsdPerMillion: 0.28, requestUsd: 0.02 },
                'qwen/qwen3-30b-a3b-instruct-2507': { inputUsdPerMillion: 0.09, outputUsdPerMillion: 0.3, requestUsd: 0 },
            },
        },
        zai: {
            api: 'openai',
            baseUrl: 'https://api.z.ai/api/paas/v4',
            key: 'ZAI_API_KEY',
            requestsPerMinute: 60,
            concurrency: 2,
            limits: {
                calls: { budget: 5000, per: 'day', threshold: 0.85, resets: '00:00 UTC' },
                usd: { budget: 2, per: 'day', threshold: 1, resets: '00:00 UTC' },
            },
            // Z.AI's answers tell no cost, so these are what its calls are charged at; a search is a cent.
            prices: {
                'glm-5.3-flash': { inputUsdPerMillion: 0.15, outputUsdPerMillion: 0.5, requestUsd: 0.01 },
                'glm-5.3': { inputUsdPerMillion: 1.4, outputUsdPerMillion: 4.4, requestUsd: 0 },
            },
        },
        gemini: { api: 'gemini', key: 'GEMINI_API_KEY', limits: { usd: { budget: 2 } } },
        'sister-gemini': { api: 'gemini', key: 'SISTER_GEMINI_API_KEY', limits: { usd: { budget: 2 } } },
        claude: {
            api: 'openai',
            baseUrl: 'https://openrouter.ai/api/v1',
            key: 'CLAUDE_OPENROUTER_API_KEY',
            concurrency: 4,
            limits: { usd: { budget: 2, per: 'day', threshold: 1, resets: '00:00 UTC' } },
            prices: { 'anthropic/claude-sonnet-4.5': { inputUsdPerMillion: 3, outputUsdPerMillion: 15, requestUsd: 0 } },
        },
    },
    pipelines: {
        'droid-research': {
            agent: 'droid',
            kind: 'research',
            account: 'openrouter',
            model: 'deepseek/deepseek-v4-flash',
            judgeModel: 'qwen/qwen3-30b-a3b-instruct-2507',
            share: 6,
            schedule: { every: '2h', cooldown: '30m', lease: '10m', after: [] },
            research: {
                callsPerIndicator: 100,
                stages: { plan: 3, research: 50, write: 18, judge: 18, reserve: 11 },
                acceptTarget: 88,
                search: { maxResults: 5 },
            },
        },
        'droid-eastern': {
            agent: 'droid',
            kind: 'batch',
            accounts: ['gemini', 'sister-gemini'],
            model: 'gemini-3.6-flash',
            share: 3,
            schedule: { every: '1h', cooldown: '30m', lease: '10m', after: [] },
            limits: { slots: { budget: 10, threshold: 0.9 } },
            batch: { expectedPairs: 12, videosPerJob: 5 },
        },
        'zai-institutional': {
            agent: 'zai',
            kind: 'research',
            account: 'zai',
            model: 'glm-5.3-flash',
            judgeModel: 'glm-5.3',
            share: 1,
            schedule: { every: '2h', cooldown: '30m', lease: '10m', after: [] },
            research: { callsPerIndicator: 100, acceptTarget: 88 },
        },
        'zai-implementation': {
            agent: 'zai',
            kind: 'implementation',
            account: 'zai',
            model: 'glm-5.3',
            schedule: { every: '2h', cooldown: '30m', lease: '10m', after: [] },
            limits: { minutes: { budget: 480, per: 'session', threshold: 0.85 } },
        },
        'claude-integration': {
            agent: 'claude',
            kind: 'integration',
            account: 'claude',
            model: 'anthropic/claude-sonnet-4.5',
            schedule: {
                every: '1h',
                cooldown: '30m',
                lease: '10m',
                after: ['droid-research', 'droid-eastern', 'zai-institutional'],
            },
            limits: { tokens: { budget: 200_000, per: 'session', threshold: 0.85 } },
            integration: { pairsPerJudge: 10, merge: 'auto' },
        },
    },
};


/***/ }),

/***/ 3251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ explain)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);
/* harmony import */ var _show_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(467);


/** What stands at a path of a parsed file; undefined where nothing does. */
function valueAt(root, path) {
    let value = root;
    for (const key of path) {
        if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key))
            return undefined;
        value = Object.entries(value).find(([name]) => name === String(key))?.[1];
    }
    return value;
}
const isName = (key) => typeof key === 'string';
/** A path as a person finds it: `pipelines.droid-research.schedule.after[1]`. */
function pathText(path) {
    const text = path.map(key => (typeof key === 'number' ? `[${key}]` : `.${(0,_show_js__WEBPACK_IMPORTED_MODULE_1__/* .show */ .WU)(String(key)).replaceAll('`', '')}`)).join('');
    return text.replace(/^\./, '');
}
function sentence(issue, root) {
    if (issue.code === 'unrecognized_keys')
        return `Expected ${issue.message}`;
    if (issue.code === 'invalid_key') {
        return `Expected ${issue.issues[0]?.message ?? 'another name'}, got ${(0,_show_js__WEBPACK_IMPORTED_MODULE_1__/* .show */ .WU)(issue.path.at(-1))}`;
    }
    const key = issue.path.findLast(isName);
    const what = key === undefined ? 'the file' : `\`${(0,_show_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(key)}\``;
    return `Expected ${what} to be ${issue.message}, got ${(0,_show_js__WEBPACK_IMPORTED_MODULE_1__/* .show */ .WU)(valueAt(root, issue.path))}`;
}
/** A missing key is often a misspelt one: then the unknown key beside it is what a person must see. */
function mostTelling(issues) {
    const [first] = issues;
    const beside = first?.path.slice(0, -1).join('.');
    return issues.find(issue => issue.code === 'unrecognized_keys' && issue.path.join('.') === beside) ?? first;
}
/** The first thing that is wrong with a file in one line, and how many more there are. `where` says more than the path can. */
function explain(error, root, where) {
    const first = mostTelling(error.issues);
    if (first === undefined)
        return new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX(`Expected another content (${where.file})`, { actBy: 'fix-config' });
    const more = error.issues.length > 1 ? `, and ${error.issues.length - 1} more` : '';
    const place = (where.detail ?? pathText)(first.path);
    return new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX(`${sentence(first, root)} (${where.file}${place === '' ? '' : `, ${place}`})${more}`, {
        actBy: 'fix-config',
    });
}


/***/ }),

/***/ 3923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A4: () => (/* binding */ basisPoints),
/* harmony export */   E9: () => (/* binding */ dollars),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   UU: () => (/* binding */ name),
/* harmony export */   WQ: () => (/* binding */ whole),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   n8: () => (/* binding */ line),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   uM: () => (/* binding */ share),
/* harmony export */   uW: () => (/* binding */ section)
/* harmony export */ });
/* unused harmony export namePattern */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9131);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1242);
/* harmony import */ var _show_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(467);



// Every field's error message is what was expected; explain.ts makes the sentence around it.
/** A map with known keys; an unknown one is named with the nearest known. */
const section = (shape) => zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej(shape, {
    error: issue => {
        if (issue.code !== 'unrecognized_keys')
            return 'a map of settings';
        const names = issue.keys.slice(0, 3).map(key => `${(0,_show_js__WEBPACK_IMPORTED_MODULE_2__/* .show */ .WU)(key)}: expected ${(0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .y)(key, Object.keys(shape))}`);
        return `no unknown key, got ${names.join('; ')}`;
    },
});
const whole = (what, { min = 1, max = Number.MAX_SAFE_INTEGER } = {}) => {
    const error = `a ${min > 0 ? 'positive ' : ''}whole number of ${what}${max === Number.MAX_SAFE_INTEGER ? '' : `, ${min} to ${max}`}`;
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr({ error }).min(min, { error }).max(max, { error }).describe(error);
};
const share = (what) => {
    const error = `${what}, a number from 0 to 1`;
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig({ error }).min(0, { error }).max(1, { error }).describe(error);
};
/** Shares are handed on as integers, so that no rounding moves a line. */
const basisPoints = (what) => share(what).transform(value => Math.round(value * 10_000));
const dollars = (what) => {
    const error = `${what} in US dollars, 0 or more`;
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig({ error }).min(0, { error }).max(1_000_000, { error }).describe(error);
};
/** One line of text without control characters. */
const line = (what, { min = 1, max = 200 } = {}) => {
    const error = `${what}, one line of ${min} to ${max} characters`;
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP({ error })
        .min(min, { error })
        .max(max, { error })
        .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u, { error })
        .describe(error);
};
const flag = (what) => zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY({ error: `\`true\` or \`false\`: ${what}` }).describe(what);
const list = (item, what) => zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(item, { error: `a list of ${what}` }).max(1000, { error: `at most 1000 ${what}` });
const choice = (names) => zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(names, { error: issue => (0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .y)(issue.input, names) });
const unitMs = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const durationPattern = /^(\d{1,6})([smhd])$/;
/** `90s`, `30m`, `2h`, `1d` as milliseconds; 0 is written `0s`. */
const duration = (what, leastMs = 0) => {
    const error = `${what}, a time such as \`90s\`, \`30m\`, \`2h\` or \`1d\`${leastMs > 0 ? `, at least ${leastMs / 1000} s` : ''}`;
    const toMs = (text) => {
        const [, count = '0', unit = 's'] = durationPattern.exec(text) ?? [];
        return Number(count) * (unitMs[unit] ?? 0);
    };
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP({ error })
        .regex(durationPattern, { error })
        .refine(text => toMs(text) >= leastMs, { error })
        .describe(error)
        .transform(toMs);
};
/** Names of accounts, pipelines and agents go into branch names, paths and labels. */
const namePattern = /^[a-z0-9][a-z0-9-]{0,39}$/;
const name = (what) => {
    const error = `${what}: lower-case letters, digits and \`-\`, at most 40 characters`;
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP({ error }).regex(namePattern, { error }).describe(error);
};


/***/ }),

/***/ 4700:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ kinds)
});

// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(9131);
// EXTERNAL MODULE: ./src/config/fields.js
var fields = __webpack_require__(3923);
// EXTERNAL MODULE: ./src/config/limits.js
var limits = __webpack_require__(9630);
;// CONCATENATED MODULE: ./src/config/kinds/common.js


const schedule = (0,fields/* section */.uW)({
    every: (0,fields/* duration */.p0)('how often a session may begin').prefault('2h'),
    cooldown: (0,fields/* duration */.p0)('how long to rest after a session').prefault('30m'),
    // A claim is renewed at every checkpoint, which comes after a third of the lease at the latest: a slow one still holds it.
    lease: (0,fields/* duration */.p0)('how long a claim holds without a checkpoint', 5_000).prefault('10m'),
    after: (0,fields/* list */.p_)((0,fields/* name */.UU)('the name of a pipeline'), 'pipelines').default([]),
}).transform(({ every, cooldown, lease, after }) => ({ everyMs: every, cooldownMs: cooldown, leaseMs: lease, after }));
/** How much of the goal it is to bring, against the shares of the others; what is most behind begins first. */
const goalShare = schemas/* number */.aig({ error: 'its part of the goal against that of others, a number above 0' })
    .gt(0, { error: 'its part of the goal against that of others, a number above 0' })
    .max(1_000_000, { error: 'its part of the goal against that of others, a number of at most 1,000,000' })
    .default(1);
const model = (0,fields/* line */.n8)('the name of a model at the account');
const account = (0,fields/* name */.UU)('the name of an account');
/** What every pipeline says, whatever its kind. */
const common = {
    agent: (0,fields/* name */.UU)('the name of an agent'),
    enabled: (0,fields/* flag */.Jt)('whether sessions of this pipeline may begin').default(true),
    schedule: schedule.prefault({}),
};

;// CONCATENATED MODULE: ./src/config/kinds/kind-settings.js
/** A kind of pipeline as the configuration knows it. */
const defineKind = (kind) => kind;
/** Of a kind whose sessions use one account. */
const oneAccount = {
    accountsOf: ({ account }) => [account],
    accountPath: () => ['account'],
};
/** Of a kind whose sessions use several accounts as one. */
const severalAccounts = {
    accountsOf: ({ accounts }) => accounts,
    accountPath: (index) => ['accounts', index],
};

;// CONCATENATED MODULE: ./src/config/kinds/batch.js





const own = (0,fields/* section */.uW)({
    expectedPairs: (0,fields/* whole */.WQ)('pairs a video', { max: 50 }).default(12),
    videosPerJob: (0,fields/* whole */.WQ)('videos a batch job', { max: 50 }).default(5),
    // A failed item is tried again in a later batch, twice.
    attempts: (0,fields/* whole */.WQ)('batch jobs that a video may go through', { max: 10 }).default(3),
    // Google takes 20 MB inline; the rest of the request needs room too.
    inlineBytes: (0,fields/* whole */.WQ)('bytes of a job that is sent inline; a larger one goes through a file', { max: 19_000_000 }).default(15_000_000),
    maxTokens: (0,fields/* whole */.WQ)('tokens', { min: 256, max: 1_000_000 }).default(16_000),
});
const settings = (0,fields/* section */.uW)({
    ...common,
    kind: schemas/* literal */.euz('batch'),
    limits: limits/* batchLimits */.fC.prefault({}),
    accounts: (0,fields/* list */.p_)(account, 'accounts').min(1, { error: 'at least one account' }),
    model: model,
    share: goalShare,
    batch: own.prefault({}),
});
/** Videos, asked about in batch jobs that live beyond sessions. */
const batch = defineKind({
    settings,
    runs: true,
    metered: { scope: 'session', meter: 'slots' },
    accountApi: 'gemini',
    ...severalAccounts,
    modelsOf: pipeline => [pipeline.model],
    bringsReviews: true,
    needsWeb: false,
    deliversEmptyUnits: false,
    takes: 'batch',
});

;// CONCATENATED MODULE: ./src/config/kinds/implementation.js





const implementation_settings = (0,fields/* section */.uW)({
    ...common,
    kind: schemas/* literal */.euz('implementation'),
    limits: limits/* sessionLimits */.$w.prefault({}),
    account: account,
    model: model,
});
/** Code tasks: they are taken in and kept, and this version has no sessions that work on them. */
const implementation = defineKind({
    settings: implementation_settings,
    runs: false,
    metered: { scope: 'session', meter: 'minuteMillis' },
    accountApi: 'openai',
    ...oneAccount,
    modelsOf: pipeline => [pipeline.model],
    bringsReviews: true,
    needsWeb: false,
    deliversEmptyUnits: false,
    takes: 'implementation',
});

;// CONCATENATED MODULE: ./src/config/kinds/integration.js





const integration_own = (0,fields/* section */.uW)({
    pairsPerJudge: (0,fields/* whole */.WQ)('pairs', { max: 50 }).default(10),
    tokensPerPair: (0,fields/* whole */.WQ)('tokens', { max: 100_000 }).default(600),
    merge: (0,fields/* choice */.Yq)(['auto', 'always', 'never']).default('auto'),
    judgeImports: (0,fields/* flag */.Jt)('whether imported pairs are judged too, which costs tokens').default(false),
    rubric: (0,fields/* line */.n8)('the name of the rubric').default('pairs-1'),
});
const integration_settings = (0,fields/* section */.uW)({
    ...common,
    kind: schemas/* literal */.euz('integration'),
    limits: limits/* sessionLimits */.$w.prefault({}),
    account: account,
    model: model,
    integration: integration_own.prefault({}),
});
/** Merged deliveries and imports, graded into the database; it finds its tasks by itself. */
const integration = defineKind({
    settings: integration_settings,
    runs: true,
    metered: { scope: 'session', meter: 'tokens' },
    accountApi: 'openai',
    ...oneAccount,
    modelsOf: pipeline => [pipeline.model],
    bringsReviews: false,
    needsWeb: false,
    deliversEmptyUnits: true,
    takes: null,
});

;// CONCATENATED MODULE: ./src/config/kinds/research.js





/** How many calls of an indicator each stage gets, as a proportion: another `callsPerIndicator` scales it. */
const stages = (0,fields/* section */.uW)({
    plan: (0,fields/* whole */.WQ)('calls', { min: 1, max: 10_000 }).default(3),
    research: (0,fields/* whole */.WQ)('calls', { min: 1, max: 10_000 }).default(50),
    write: (0,fields/* whole */.WQ)('calls', { min: 1, max: 10_000 }).default(18),
    judge: (0,fields/* whole */.WQ)('calls', { min: 1, max: 10_000 }).default(18),
    reserve: (0,fields/* whole */.WQ)('calls', { min: 0, max: 10_000 }).default(11),
});
/** The most an answer of each stage may be: of the largest answers that were measured, with a third to spare. */
const maxTokens = (0,fields/* section */.uW)({
    plan: (0,fields/* whole */.WQ)('tokens', { min: 256, max: 1_000_000 }).default(8000),
    research: (0,fields/* whole */.WQ)('tokens', { min: 256, max: 1_000_000 }).default(4000),
    write: (0,fields/* whole */.WQ)('tokens', { min: 256, max: 1_000_000 }).default(8000),
    judge: (0,fields/* whole */.WQ)('tokens', { min: 256, max: 1_000_000 }).default(4000),
});
const research_own = (0,fields/* section */.uW)({
    callsPerIndicator: (0,fields/* whole */.WQ)('calls', { min: 5, max: 10_000 }).default(100),
    stages: stages.prefault({}),
    acceptTarget: (0,fields/* whole */.WQ)('pairs', { max: 10_000 }).default(88),
    queriesPerIndicator: (0,fields/* whole */.WQ)('queries', { max: 10_000 }).default(100),
    pairsPerWrite: (0,fields/* whole */.WQ)('pairs', { max: 50 }).default(8),
    pairsPerJudge: (0,fields/* whole */.WQ)('pairs', { max: 50 }).default(8),
    maxTokens: maxTokens.prefault({}),
    search: (0,fields/* section */.uW)({ maxResults: (0,fields/* whole */.WQ)('search results', { max: 20 }).default(5) }).prefault({}),
    rubric: (0,fields/* line */.n8)('the name of the rubric').default('pairs-1'),
});
const research_settings = (0,fields/* section */.uW)({
    ...common,
    limits: limits/* sessionLimits */.$w.prefault({}),
    kind: schemas/* literal */.euz('research'),
    account: account,
    model: model,
    judgeModel: model,
    share: goalShare,
    research: research_own.prefault({}),
});
/** Assignments and topics, researched on the web, written, judged. */
const research = defineKind({
    settings: research_settings,
    runs: true,
    metered: { scope: 'account', meter: 'calls' },
    accountApi: 'openai',
    ...oneAccount,
    modelsOf: pipeline => [pipeline.model, pipeline.judgeModel],
    bringsReviews: true,
    needsWeb: true,
    deliversEmptyUnits: false,
    takes: 'research',
});

;// CONCATENATED MODULE: ./src/config/kinds/registry.js




/** One line a kind of pipeline. What runs it has its line in `src/kinds/registry.ts`, without which a kind that runs does not compile. */
const kinds = {
    research: research,
    batch: batch,
    implementation: implementation,
    integration: integration,
};


/***/ }),

/***/ 9630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $w: () => (/* binding */ sessionLimits),
/* harmony export */   U1: () => (/* binding */ accountLimits),
/* harmony export */   fC: () => (/* binding */ batchLimits)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9131);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3923);


const resetsError = 'a time of the UTC day such as `00:00 UTC`';
/** `07:30 UTC` as minutes after midnight UTC. */
const resets = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP({ error: resetsError })
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d UTC$/, { error: resetsError })
    .transform(text => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5)));
const limit = (budget, per, threshold) => (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)({
    budget,
    per: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)([per]).default(per),
    threshold: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .basisPoints */ .A4)('the share of the budget at which to stop').prefault(threshold),
    resets: resets.prefault('00:00 UTC'),
});
const toSetting = (written, factor) => ({
    budget: Math.round(written.budget * factor),
    per: written.per,
    thresholdBasisPoints: written.threshold,
    resetMinuteUtc: written.resets,
});
const toSettings = ({ calls, tokens, usd, minutes, slots }) => ({
    ...(calls && { calls: toSetting(calls, 1) }),
    ...(tokens && { tokens: toSetting(tokens, 1) }),
    ...(usd && { usdMicros: toSetting(usd, 1_000_000) }),
    ...(minutes && { minuteMillis: toSetting(minutes, 1000) }),
    ...(slots && { slots: toSetting(slots, 1) }),
});
// 85 % leaves what a person may need on the same key, and what a provider counts differently. Money has no such reserve: its line is the budget.
const usualThreshold = 0.85;
/** What binds a key, shared by all pipelines that use it. Two dollars a day is the line nobody has to think about. */
const accountLimits = (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)({
    calls: limit((0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('calls'), 'day', usualThreshold).optional(),
    tokens: limit((0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('tokens'), 'day', usualThreshold).optional(),
    usd: limit((0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .dollars */ .E9)('what a day may cost'), 'day', 1).prefault({ budget: 2 }),
}).transform(toSettings);
/** What binds a session of one pipeline. */
const sessionLimits = (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)({
    calls: limit((0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('calls'), 'session', usualThreshold).optional(),
    tokens: limit((0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('tokens'), 'session', usualThreshold).optional(),
    usd: limit((0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .dollars */ .E9)('what a session may cost'), 'session', 1).optional(),
    minutes: limit((0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('minutes'), 'session', usualThreshold).optional(),
}).transform(toSettings);
/** What binds a batch pipeline over all its members: jobs that live beyond sessions. */
const batchLimits = (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)({
    slots: limit((0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('batch jobs at the same time'), 'held', 0.9).prefault({ budget: 10 }),
}).transform(toSettings);


/***/ }),

/***/ 7134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ze: () => (/* binding */ configFile),
  Z9: () => (/* binding */ loadConfig),
  Xg: () => (/* binding */ readConfig)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/config/change.js
var change = __webpack_require__(3094);
// EXTERNAL MODULE: ./src/config/defaults.js
var defaults = __webpack_require__(4292);
// EXTERNAL MODULE: ./src/config/explain.js
var explain = __webpack_require__(3251);
// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(9131);
// EXTERNAL MODULE: ./src/config/accounts.js
var accounts = __webpack_require__(5934);
// EXTERNAL MODULE: ./src/config/fields.js
var fields = __webpack_require__(3923);
// EXTERNAL MODULE: ./src/config/pipelines.js
var config_pipelines = __webpack_require__(6615);
// EXTERNAL MODULE: ./src/config/nearest.js
var nearest = __webpack_require__(1242);
;// CONCATENATED MODULE: ./src/config/references.js


/** The pipelines from which one waits for itself, in a circle. */
function circleFrom(start, pipelines) {
    const paths = [[start]];
    const seen = new Set();
    for (let path = paths.pop(); path !== undefined; path = paths.pop()) {
        const last = path.at(-1) ?? start;
        for (const next of pipelines[last]?.schedule.after ?? []) {
            if (next === start)
                return [...path, next];
            if (!seen.has(next))
                paths.push([...path, next]);
            seen.add(next);
        }
    }
    return undefined;
}
function checkPipeline(pipelineName, { accounts, pipelines }, context) {
    const pipeline = pipelines[pipelineName];
    if (pipeline === undefined)
        return;
    const complain = (path, input, message) => context.addIssue({ code: 'custom', path: ['pipelines', pipelineName, ...path], input, message });
    const { accountApi: api, accountPath } = (0,config_pipelines/* factsOf */.xS)(pipeline);
    for (const [index, accountName] of (0,config_pipelines/* accountsOf */.s1)(pipeline).entries()) {
        const path = accountPath(index);
        const account = Object.hasOwn(accounts, accountName) ? accounts[accountName] : undefined;
        if (account === undefined)
            complain(path, accountName, (0,nearest/* oneOf */.y)(accountName, Object.keys(accounts)));
        else if (account.api !== api)
            complain(path, accountName, `an account with \`api: ${api}\`, which a ${pipeline.kind} pipeline needs`);
    }
    for (const [index, after] of pipeline.schedule.after.entries()) {
        if (!Object.hasOwn(pipelines, after))
            complain(['schedule', 'after', index], after, (0,nearest/* oneOf */.y)(after, Object.keys(pipelines)));
    }
    const circle = circleFrom(pipelineName, pipelines);
    if (circle !== undefined)
        complain(['schedule', 'after'], undefined, `pipelines that do not wait for each other (${circle.join(' → ')})`);
}
/** Names that point nowhere, pipelines that wait in a circle, and a key whose limits would be counted twice. */
function checkReferences(config, context) {
    for (const pipelineName of Object.keys(config.pipelines))
        checkPipeline(pipelineName, config, context);
    const owners = new Map();
    for (const [accountName, { key, baseUrl }] of Object.entries(config.accounts)) {
        if (key === null)
            continue;
        const owner = owners.get(`${key} ${baseUrl}`);
        if (owner === undefined)
            owners.set(`${key} ${baseUrl}`, accountName);
        else {
            const message = `a key of its own, because limits belong to a key and \`${owner}\` has this one already`;
            context.addIssue({ code: 'custom', path: ['accounts', accountName, 'key'], input: key, message });
        }
    }
}

;// CONCATENATED MODULE: ./src/config/schema.js





const languageError = 'a language code such as `en` or `pt-BR`';
const dataset = (0,fields/* section */.uW)({
    language: schemas/* string */.YjP({ error: languageError })
        .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, { error: languageError })
        .default('en'),
    license: (0,fields/* line */.n8)('an SPDX licence name', { min: 0 }).default(''),
    use: (0,fields/* choice */.Yq)(['rag', 'training', 'both']).default('rag'),
    rehearsal: (0,fields/* flag */.Jt)('whether pairs of the embedded provider may enter the database').default(false),
});
const domainError = 'a domain such as `example.com`';
const domain = schemas/* string */.YjP({ error: domainError })
    .max(253, { error: domainError })
    .regex(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/, { error: domainError });
const sources = (0,fields/* section */.uW)({
    deny: (0,fields/* list */.p_)(domain, 'domains').default([]),
    minDomainsForNumbers: (0,fields/* whole */.WQ)('domains', { max: 10 }).default(1),
    maxDomainShare: (0,fields/* share */.uM)('the largest share of citations that one domain may have').default(0.4),
});
const loginError = 'a GitHub login without `@`';
const category = (0,fields/* section */.uW)({ discussionCategory: (0,fields/* line */.n8)('the name of a discussion category', { max: 100 }) });
const github = (0,fields/* section */.uW)({
    draft: (0,fields/* flag */.Jt)('whether parts are opened as draft pull requests').default(false),
    handoffs: category.optional(),
    report: category.optional(),
    reviewers: (0,fields/* list */.p_)(schemas/* string */.YjP({ error: loginError }).regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/, { error: loginError }), 'logins').default([]),
});
const reviews = (0,fields/* section */.uW)({
    maxWaiting: (0,fields/* whole */.WQ)('parts that may wait for a review before new work pauses', { max: 10_000 }).default(8),
    alertAfter: (0,fields/* duration */.p0)('how long a part may wait unread before an alert', 60_000).prefault('3d'),
    knownFor: (0,fields/* duration */.p0)('how long the questions of an unread part count as known', 60_000).prefault('30d'),
}).transform(({ maxWaiting, alertAfter, knownFor }) => ({ maxWaiting, alertAfterMs: alertAfter, knownForMs: knownFor }));
const plan = (0,fields/* section */.uW)({
    heartbeat: (0,fields/* duration */.p0)('how long nothing may happen before an alert', 60_000).prefault('6h'),
    proposeBelow: (0,fields/* whole */.WQ)('tasks that wait, below which new ones are proposed', { min: 0, max: 1000 }).default(3),
    maxProposals: (0,fields/* whole */.WQ)('proposals of a pipeline that may wait for a person', { max: 50 }).default(3),
}).transform(({ heartbeat, ...rest }) => ({ ...rest, heartbeatMs: heartbeat }));
/** The whole of perpetual.yml, once the defaults are beneath it. */
const configSchema = (0,fields/* section */.uW)({
    goal: (0,fields/* whole */.WQ)('pairs').default(30_000),
    warnAt: (0,fields/* basisPoints */.A4)('the share of a budget at which to warn').prefault(0.75),
    dataset: dataset.prefault({}),
    sources: sources.prefault({}),
    github: github.prefault({}),
    reviews: reviews.prefault({}),
    plan: plan.prefault({}),
    accounts: schemas/* record */.g1P((0,fields/* name */.UU)('the name of an account'), accounts/* accountSchema */.r, { error: 'a map of accounts' }),
    pipelines: schemas/* record */.g1P((0,fields/* name */.UU)('the name of a pipeline'), config_pipelines/* pipelineSchema */.wr, { error: 'a map of pipelines' }),
})
    .superRefine(checkReferences)
    .transform(({ warnAt, ...config }) => ({ ...config, warnAtBasisPoints: warnAt }));

// EXTERNAL MODULE: ./src/config/yaml-file.js
var yaml_file = __webpack_require__(3204);
;// CONCATENATED MODULE: ./src/config/load-config.js







/** Where the configuration lies in a data repository. */
const configFile = '.github/perpetual.yml';
const isMap = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** The file's words over the defaults: maps are merged, everything else replaces; an empty section leaves its default. */
function lay(over, under) {
    if (!isMap(under))
        return over;
    if (over === undefined || over === null)
        return under;
    if (!isMap(over))
        return over;
    const keys = new Set([...Object.keys(under), ...Object.keys(over)]);
    const merged = [...keys].map(key => {
        const below = Object.hasOwn(under, key) ? under[key] : undefined;
        return [key, Object.hasOwn(over, key) ? lay(over[key], below) : below];
    });
    return Object.fromEntries(merged);
}
/** A pipeline of another kind or an account of another API than the default of that name starts from nothing. */
function dropOtherKinds(over) {
    const without = (section, tag) => {
        const written = isMap(over) ? over[section] : undefined;
        const known = defaults/* defaults */.N[section];
        const kept = Object.entries(known).filter(([name, value]) => {
            const own = isMap(written) && Object.hasOwn(written, name) ? written[name] : undefined;
            return !isMap(own) || !isMap(value) || !Object.hasOwn(own, tag) || own[tag] === value[tag];
        });
        return Object.fromEntries(kept);
    };
    return { ...defaults/* defaults */.N, accounts: without('accounts', 'api'), pipelines: without('pipelines', 'kind') };
}
/** perpetual.yml's text as a checked configuration, `changes` set over it. Throws `fix-config` naming file, path, what was expected and what was found. */
function loadConfig(text, file, changes = []) {
    const written = (0,yaml_file/* parseYaml */.h)(text, file);
    const merged = changes.reduce(change/* withChange */.v, lay(written, dropOtherKinds(written)));
    const checked = configSchema.safeParse(merged);
    if (!checked.success)
        throw (0,explain/* explain */.W)(checked.error, merged, { file });
    return checked.data;
}
/** Reads the configuration from a repository's work tree; throws `fix-config` where there is none. */
async function readConfig(repositoryFolder) {
    const text = await (0,yaml_file/* readText */.y)((0,external_node_path_.join)(repositoryFolder, configFile), configFile);
    if (text === undefined) {
        throw new errors/* PerpetualError */.nX(`Expected a configuration at ${configFile}, found none. \`perpetual init\` writes one.`, {
            actBy: 'fix-config',
        });
    }
    return loadConfig(text, configFile);
}


/***/ }),

/***/ 1242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest),
/* harmony export */   y: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8232);

/** The known name that was probably meant: the nearest one, if no more than a third of its letters differ. */
function nearest(name, known) {
    let best;
    // The distance is quadratic, and nobody mistypes a name by hundreds of letters.
    const asked = name.slice(0, 80).toLowerCase();
    for (const candidate of known) {
        const edits = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(asked, candidate.toLowerCase());
        if (edits <= Math.max(1, Math.ceil(candidate.length / 3)) && (best === undefined || edits < best.edits))
            best = { name: candidate, edits };
    }
    return best?.name;
}
/** "one of a, b, c", with the nearest name first asked for where there is one. */
function oneOf(name, known) {
    const meant = typeof name === 'string' ? nearest(name, known) : undefined;
    const all = known.length === 1 ? `\`${known[0]}\`` : `one of ${known.map(each => `\`${each}\``).join(', ')}`;
    return meant === undefined ? all : `${all} (did you mean \`${meant}\`?)`;
}


/***/ }),

/***/ 6615:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wh: () => (/* binding */ modelsOf),
/* harmony export */   s1: () => (/* binding */ accountsOf),
/* harmony export */   wr: () => (/* binding */ pipelineSchema),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9131);
/* harmony import */ var _kinds_registry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4700);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1242);



const { research: first, ...others } = _kinds_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .kinds */ .E;
const pipelineSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .discriminatedUnion */ .gMt('kind', [first.settings, ...Object.values(others).map(({ settings }) => settings)], {
    error: issue => {
        if (issue.code !== 'invalid_union')
            return 'a map of settings';
        const { input } = issue;
        const kind = typeof input === 'object' && input !== null && 'kind' in input ? input.kind : undefined;
        return (0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .y)(kind, Object.keys(_kinds_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .kinds */ .E));
    },
});
const factsByKind = _kinds_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .kinds */ .E;
/** What follows from a pipeline's kind. */
const factsOf = (pipeline) => factsByKind[pipeline.kind];
const accountsOf = (pipeline) => factsByKind[pipeline.kind].accountsOf(pipeline);
const modelsOf = (pipeline) => factsByKind[pipeline.kind].modelsOf(pipeline);


/***/ }),

/***/ 467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WU: () => (/* binding */ show),
/* harmony export */   n0: () => (/* binding */ looksSecret),
/* harmony export */   pj: () => (/* binding */ plain)
/* harmony export */ });
/** What provider keys, tokens and passwords look like: a known beginning, or a long word that mixes letters and digits. */
const secretPatterns = [
    /\b(?:sk|pk|rk)-[\w-]{6,}/i,
    /\bAIza[\w-]{10,}/,
    /\b(?:gh[opusr]|github_pat|glpat|hf|xox[abpr])[_-]\w{10,}/,
    /\beyJ[\w-]{10,}/,
    /(?=[\w.-]*\d)(?=[\w.-]*[a-z])[\w.-]*[\da-f]{16}[\w.-]*/i,
    /(?=\w*\d)(?=\w*[a-z])\w{28,}/i,
];
/** The patterns take quadratic time, and of no text more than this is ever printed. */
const longestRead = 500;
/** True where the beginning of a text probably holds a key, which must never be printed. */
const looksSecret = (text) => {
    const beginning = text.slice(0, longestRead);
    return secretPatterns.some(pattern => pattern.test(beginning));
};
const longestShown = 60;
/** Control characters, line separators and direction marks as escapes, so that foreign text cannot redraw a terminal or a log. */
const plain = (text) => text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, character => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
/** A foreign value for an error's line: short, harmless in a terminal, and hidden where it looks like a key. */
function show(value) {
    if (value === undefined || value === null)
        return 'nothing';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
        return 'a map';
    const text = String(value);
    if (looksSecret(text))
        return 'a value that looks like a key (not shown here)';
    const short = text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
    return `\`${plain(short)}\``;
}


/***/ }),

/***/ 3204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ parseYaml),
/* harmony export */   y: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3483);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9763);
/* harmony import */ var _show_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(467);




/** Configuration and tasks are written by people; a larger file is something else. */
const longestBytes = 1_000_000;
const refuse = (message, cause) => new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PerpetualError */ .nX(message, { actBy: 'fix-config', cause });
const hasCode = (error, codes) => error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
/** The text of a file as UTF-8; undefined where there is none. Throws `fix-config` for what is too long, no file or no text. */
async function readText(path, file) {
    let bytes;
    try {
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
        if (!found.isFile())
            throw refuse(`Expected a file, got a folder or device (${file})`);
        if (found.size > longestBytes)
            throw refuse(`Expected at most 1 MB of text, got ${Math.ceil(found.size / 1_000_000)} MB (${file})`);
        bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path);
    }
    catch (error) {
        if (hasCode(error, ['ENOENT', 'ENOTDIR']))
            return undefined;
        if (error instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PerpetualError */ .nX)
            throw error;
        throw refuse(`Expected a file that can be read (${file}): ${error instanceof Error ? error.message : String(error)}`, error);
    }
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (error) {
        throw refuse(`Expected text in UTF-8, got other bytes (${file})`, error);
    }
}
const firstSentence = (message) => {
    const line = (0,_show_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)((message.split('\n')[0] ?? '').slice(0, 200)).replace(/[.:]$/, '');
    return (0,_show_js__WEBPACK_IMPORTED_MODULE_3__/* .looksSecret */ .n0)(line) ? 'the syntax is wrong' : line;
};
/** Where a map names a key for the second time; the parser's own check takes quadratic time. */
function secondKeyAt(document) {
    let at;
    (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .visit */ .YR)(document, {
        Map: (_, map) => {
            const seen = new Set();
            for (const { key } of map.items) {
                if (!(0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isScalar */ .jn)(key))
                    continue;
                const name = String(key.value);
                if (seen.has(name)) {
                    at = key.range?.[0] ?? 0;
                    return yaml__WEBPACK_IMPORTED_MODULE_1__/* .visit */ .YR.BREAK;
                }
                seen.add(name);
            }
            return undefined;
        },
    });
    return at;
}
function readDocument(text, file) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_1__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .parseDocument */ .Tp)(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
    const refuseAt = (offset, reason) => {
        const { line, col } = lines.linePos(offset);
        return refuse(`Expected valid YAML, but ${reason} (${file}, line ${line}, column ${col})`);
    };
    const [error] = [...document.errors, ...document.warnings];
    if (error !== undefined)
        throw refuseAt(error.pos[0], firstSentence(error.message));
    const second = secondKeyAt(document);
    if (second !== undefined)
        throw refuseAt(second, 'a map has the same key twice');
    try {
        // Aliases may be used, but not to make a short file into a large value.
        const value = document.toJS({ maxAliasCount: 100 });
        return value ?? undefined;
    }
    catch {
        throw refuse(`Expected a plain YAML file, but its aliases (\`*name\`) multiply too often (${file})`);
    }
}
/** A YAML 1.2 document as plain values; an empty one is undefined. Throws `fix-config` with line and column. */
function parseYaml(text, file) {
    if (Buffer.byteLength(text) > longestBytes)
        throw refuse(`Expected at most 1 MB of text (${file})`);
    try {
        return readDocument(text, file);
    }
    catch (error) {
        // The parser recurses: `[[[[…` ends the stack before it ends the text.
        if (error instanceof RangeError)
            throw refuse(`Expected a plain YAML file, but it is nested too deeply (${file})`);
        throw error;
    }
}


/***/ }),

/***/ 9763:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   nX: () => (/* binding */ PerpetualError),
/* harmony export */   x7: () => (/* binding */ GoneCommitError)
/* harmony export */ });
/** An error that says in one line what was expected, what was found, and who must act. */
class PerpetualError extends Error {
    actBy;
    constructor(message, { actBy, cause }) {
        super(message, cause === undefined ? undefined : { cause });
        this.name = 'PerpetualError';
        this.actBy = actBy;
    }
}
/** A commit that a rewritten history has no more; whoever only wants its files finds them at the new head. */
class GoneCommitError extends PerpetualError {
    constructor(commit) {
        super(`Expected commit ${commit.slice(0, 64)} in the repository, but it is gone: its branch was rewritten`, {
            actBy: 'next-run',
        });
    }
}
/** The one-line text of anything that was thrown. */
const messageOf = (error) => (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';


/***/ }),

/***/ 8629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D5: () => (/* binding */ gitArguments),
/* harmony export */   EO: () => (/* binding */ runGit),
/* harmony export */   U4: () => (/* binding */ complaint),
/* harmony export */   _K: () => (/* binding */ gitEnvironment),
/* harmony export */   ht: () => (/* binding */ detached),
/* harmony export */   ij: () => (/* binding */ automation),
/* harmony export */   tv: () => (/* binding */ gitFailure)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9763);



/** The automation itself; needs no git configuration. */
const automation = { name: 'Perpetual', email: 'perpetual@localhost' };
/** Hooks, the file system monitor and pagers of the user's configuration never run for Perpetual's own git. */
const isolation = ['-c', 'core.hooksPath=/dev/null', '-c', 'core.fsmonitor=false', '--no-pager', '--no-replace-objects'];
/** What git needs of the environment: no `GIT_*` of a caller (a hook, a rebase) and no provider key gets through. */
const passed = ['PATH', 'HOME', 'USERPROFILE', 'XDG_CONFIG_HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'ComSpec', 'PATHEXT'];
const gitEnvironment = (identity = automation) => ({
    ...Object.fromEntries(passed.flatMap(name => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))),
    GIT_TERMINAL_PROMPT: '0',
    GIT_AUTHOR_NAME: identity.name,
    GIT_AUTHOR_EMAIL: identity.email,
    GIT_COMMITTER_NAME: identity.name,
    GIT_COMMITTER_EMAIL: identity.email,
    LC_ALL: 'C',
});
const gitArguments = (gitDir, args) => [
    ...isolation,
    ...(gitDir === undefined ? [] : [`--git-dir=${gitDir}`]),
    ...args,
];
/** A process group of its own, so that Ctrl-C in the terminal does not end a git in the middle of a write. */
const detached = process.platform !== 'win32';
const spawnFailure = (cause) => new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PerpetualError */ .nX('Expected `git` 2.38 or newer on the PATH, but it cannot be started. Install git, then try again.', {
    actBy: 'fix-config',
    cause,
});
const lower = (pid) => {
    try {
        (0,node_os__WEBPACK_IMPORTED_MODULE_1__.setPriority)(pid, node_os__WEBPACK_IMPORTED_MODULE_1__.constants.priority.PRIORITY_LOW);
    }
    catch {
        // It ended already, or the system does not allow it; either way there is nothing to do.
    }
};
/** Runs git to its end and tells its exit code; throws only where git cannot be started. */
const runGit = (args, run) => new Promise((resolve, reject) => {
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('git', gitArguments(run.gitDir, args), {
        cwd: run.cwd,
        env: gitEnvironment(run.identity),
        detached,
        windowsHide: true,
        stdio: ['pipe', 'pipe', 'pipe'],
    });
    if (run.lowPriority === true && child.pid !== undefined)
        lower(child.pid);
    const stdout = [];
    const stderr = [];
    child.stdout.on('data', (chunk) => stdout.push(chunk));
    child.stderr.on('data', (chunk) => stderr.push(chunk));
    // A git that ends early closes its input; its exit code and message say why.
    child.stdin.on('error', () => { });
    child.on('error', cause => reject(spawnFailure(cause)));
    child.on('close', code => resolve({
        code: code ?? -1,
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr: Buffer.concat(stderr).toString('utf8'),
    }));
    child.stdin.end(run.input ?? '');
});
/** The first line of what git complained about. */
const complaint = (result) => (result.stderr.trim().split('\n')[0] ?? '').replace(/^(?:fatal|error): /, '') || `it ended with code ${result.code}`;
/** An unexpected end of git as an error; `what` reads as in "git could not <what>". */
const gitFailure = (what, result) => new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PerpetualError */ .nX(`git could not ${what}: ${complaint(result)}`, {
    actBy: result.code === -1 ? 'next-run' : 'fix-config',
});


/***/ })

};
