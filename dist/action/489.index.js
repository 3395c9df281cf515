export const id = 489;
export const ids = [489];
export const modules = {

/***/ 6137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ checkBranchName)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);

/** Refuses names that git or a shell would read as something else. */
const checkBranchName = (branch) => {
    const names = branch.split('/');
    const plain = names.every(name => /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name) && !name.includes('..') && !/\.lock$|\.$/.test(name));
    if (plain && branch.length <= 200)
        return branch;
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX(`Expected a branch name of letters, digits, dots, dashes and slashes, got ${JSON.stringify(branch.slice(0, 200))}`, {
        actBy: 'report-bug',
    });
};


/***/ }),

/***/ 5131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ checkPath)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);

const hasControlCharacter = (path) => /\p{Cc}/u.test(path);
const isPlain = (path) => path !== '' &&
    !hasControlCharacter(path) &&
    path
        .split('/')
        .every(name => name !== '' && name !== '.' && name !== '..' && !/^\.git[. ]*$/i.test(name) && !/^git~1$/i.test(name));
/** Refuses paths that lead out of a branch, or that git or a file system would read as something else. */
const checkPath = (path) => {
    if (isPlain(path))
        return path;
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX(`Expected a relative file path, got ${JSON.stringify(path.slice(0, 200))}`, { actBy: 'report-bug' });
};


/***/ }),

/***/ 8629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* unused harmony exports automation, gitEnvironment, gitArguments, detached, runGit, complaint, gitFailure */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9763);



/** The automation itself; needs no git configuration. */
const automation = { name: 'Perpetual', email: 'perpetual@localhost' };
/** Hooks, the file system monitor and pagers of the user's configuration never run for Perpetual's own git. */
const isolation = (/* unused pure expression or super */ null && (['-c', 'core.hooksPath=/dev/null', '-c', 'core.fsmonitor=false', '--no-pager', '--no-replace-objects']));
/** What git needs of the environment: no `GIT_*` of a caller (a hook, a rebase) and no provider key gets through. */
const passed = (/* unused pure expression or super */ null && (['PATH', 'HOME', 'USERPROFILE', 'XDG_CONFIG_HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'ComSpec', 'PATHEXT']));
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
const spawnFailure = (cause) => new PerpetualError('Expected `git` 2.38 or newer on the PATH, but it cannot be started. Install git, then try again.', {
    actBy: 'fix-config',
    cause,
});
const lower = (pid) => {
    try {
        setPriority(pid, constants.priority.PRIORITY_LOW);
    }
    catch {
        // It ended already, or the system does not allow it; either way there is nothing to do.
    }
};
/** Runs git to its end and tells its exit code; throws only where git cannot be started. */
const runGit = (args, run) => new Promise((resolve, reject) => {
    const child = spawn('git', gitArguments(run.gitDir, args), {
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
const gitFailure = (what, result) => new PerpetualError(`git could not ${what}: ${complaint(result)}`, {
    actBy: result.code === -1 ? 'next-run' : 'fix-config',
});


/***/ }),

/***/ 9489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ openGithubProject)
});

// UNUSED EXPORTS: openLocalProject

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(4379);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
;// CONCATENATED MODULE: ./src/config/defaults.js
/** Five pipelines as data; a file only says what it wants otherwise. `perpetual init` writes exactly this. */
const defaults = {
    goal: 30_000,
    warnAt: 0.75,
    dataset: { language: 'en', license: '', use: 'rag', rehearsal: false },
    sources: { deny: [], minDomainsForNumbers: 1, maxDomainShare: 0.4 },
    github: { draft: false, reviewers: [] },
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
            schedule: { every: '2h', cooldown: '30m', lease: '10m', after: [] },
            limits: { slots: { budget: 10, threshold: 0.9 } },
            batch: { expectedPairs: 12, videosPerJob: 5 },
        },
        'zai-institutional': {
            agent: 'zai',
            kind: 'research',
            account: 'zai',
            model: 'glm-5.3-flash',
            judgeModel: 'glm-5.3',
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
            schedule: { every: '2h', cooldown: '30m', lease: '10m', after: [] },
            limits: { tokens: { budget: 200_000, per: 'session', threshold: 0.85 } },
            integration: { pairsPerJudge: 10, merge: 'auto' },
        },
    },
};

// EXTERNAL MODULE: ./src/config/show.js
var show = __webpack_require__(467);
;// CONCATENATED MODULE: ./src/config/explain.js


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
    const text = path.map(key => (typeof key === 'number' ? `[${key}]` : `.${(0,show/* show */.WU)(String(key)).replaceAll('`', '')}`)).join('');
    return text.replace(/^\./, '');
}
function sentence(issue, root) {
    if (issue.code === 'unrecognized_keys')
        return `Expected ${issue.message}`;
    if (issue.code === 'invalid_key') {
        return `Expected ${issue.issues[0]?.message ?? 'another name'}, got ${(0,show/* show */.WU)(issue.path.at(-1))}`;
    }
    const key = issue.path.findLast(isName);
    const what = key === undefined ? 'the file' : `\`${(0,show/* plain */.pj)(key)}\``;
    return `Expected ${what} to be ${issue.message}, got ${(0,show/* show */.WU)(valueAt(root, issue.path))}`;
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
        return new errors/* PerpetualError */.nX(`Expected another content (${where.file})`, { actBy: 'fix-config' });
    const more = error.issues.length > 1 ? `, and ${error.issues.length - 1} more` : '';
    const place = (where.detail ?? pathText)(first.path);
    return new errors/* PerpetualError */.nX(`${sentence(first, root)} (${where.file}${place === '' ? '' : `, ${place}`})${more}`, {
        actBy: 'fix-config',
    });
}

// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(7821);
// EXTERNAL MODULE: ./src/config/fields.js
var fields = __webpack_require__(3923);
// EXTERNAL MODULE: ./src/config/limits.js
var limits = __webpack_require__(9630);
;// CONCATENATED MODULE: ./src/config/accounts.js




/** Under these a workflow holds GitHub's own tokens, which must not go to a provider. */
const ofGithub = /^(?:ACTIONS|GITHUB|GH|INPUT|RUNNER)_/;
const keyError = (issue) => typeof issue.input === 'string' && (0,show/* looksSecret */.n0)(issue.input)
    ? 'the name of an environment variable such as `OPENROUTER_API_KEY`, not the key itself (take it out of the file, and replace that key if it was ever committed)'
    : `the name of an environment variable such as \`OPENROUTER_API_KEY\`${typeof issue.input === 'string' && ofGithub.test(issue.input) ? ', none that GitHub uses' : ''}`;
/** The name of the environment variable that holds a key, or null for a server that wants none; a value that was pasted here is recognised and never printed. */
const key = schemas/* string */.YjP({ error: keyError })
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
const baseUrl = schemas/* string */.YjP({ error: baseUrlError })
    .max(500, { error: baseUrlError })
    .refine(isSafeBase, { error: baseUrlError })
    .transform(text => text.replace(/\/+$/, ''));
const price = (0,fields/* section */.uW)({
    inputUsdPerMillion: (0,fields/* dollars */.E9)('the price of a million input tokens'),
    outputUsdPerMillion: (0,fields/* dollars */.E9)('the price of a million output tokens'),
    requestUsd: (0,fields/* dollars */.E9)('the most that a request costs beside its tokens').default(0),
});
const common = {
    key,
    concurrency: (0,fields/* whole */.WQ)('requests at the same time', { max: 256 }).default(4),
    timeout: (0,fields/* duration */.p0)('how long one request may take', 1000).prefault('120s'),
    limits: limits/* accountLimits */.U1.prefault({}),
    prices: schemas/* record */.g1P((0,fields/* line */.n8)('the name of a model'), price, { error: 'a map of prices by model' }).default({}),
};
const requestsPerMinuteError = 'a positive whole number of requests a minute, or `null` for no limit';
const requestsPerMinute = schemas/* int */.Whr({ error: requestsPerMinuteError })
    .min(1, { error: requestsPerMinuteError })
    .max(100_000, { error: requestsPerMinuteError })
    .nullable();
const openAiAccount = (0,fields/* section */.uW)({
    api: schemas/* literal */.euz('openai'),
    baseUrl,
    flavour: (0,fields/* choice */.Yq)(['openrouter', 'zai', 'plain']).optional(),
    requestsPerMinute: requestsPerMinute.default(null),
    ...common,
});
const geminiAccount = (0,fields/* section */.uW)({
    api: schemas/* literal */.euz('gemini'),
    baseUrl: baseUrl.prefault('https://generativelanguage.googleapis.com'),
    requestsPerMinute: requestsPerMinute.default(null),
    ...common,
});
/** A key, where it is used, and what it may spend. */
const accountSchema = schemas/* discriminatedUnion */.gMt('api', [openAiAccount, geminiAccount], {
    error: issue => (issue.code === 'invalid_union' ? 'one of `openai`, `gemini`' : 'a map of settings'),
})
    .transform(({ timeout, ...account }) => ({ ...account, timeoutMs: timeout }));

// EXTERNAL MODULE: ./src/config/pipelines.js
var config_pipelines = __webpack_require__(8996);
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
    const api = pipeline.kind === 'batch' ? 'gemini' : 'openai';
    for (const [index, accountName] of (0,config_pipelines/* accountsOf */.s1)(pipeline).entries()) {
        const path = pipeline.kind === 'batch' ? ['accounts', index] : ['account'];
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
const github = (0,fields/* section */.uW)({
    draft: (0,fields/* flag */.Jt)('whether parts are opened as draft pull requests').default(false),
    handoffs: (0,fields/* section */.uW)({ discussionCategory: (0,fields/* line */.n8)('the name of a discussion category', { max: 100 }) }).optional(),
    reviewers: (0,fields/* list */.p_)(schemas/* string */.YjP({ error: loginError }).regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/, { error: loginError }), 'logins').default([]),
});
/** The whole of perpetual.yml, once the defaults are beneath it. */
const configSchema = (0,fields/* section */.uW)({
    goal: (0,fields/* whole */.WQ)('pairs').default(30_000),
    warnAt: (0,fields/* basisPoints */.A4)('the share of a budget at which to warn').prefault(0.75),
    dataset: dataset.prefault({}),
    sources: sources.prefault({}),
    github: github.prefault({}),
    accounts: schemas/* record */.g1P((0,fields/* name */.UU)('the name of an account'), accountSchema, { error: 'a map of accounts' }),
    pipelines: schemas/* record */.g1P((0,fields/* name */.UU)('the name of a pipeline'), config_pipelines/* pipelineSchema */.wr, { error: 'a map of pipelines' }),
})
    .superRefine(checkReferences)
    .transform(({ warnAt, ...config }) => ({ ...config, warnAtBasisPoints: warnAt }));

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ../../node_modules/yaml/dist/index.js
var dist = __webpack_require__(3483);
;// CONCATENATED MODULE: ./src/config/yaml-file.js




/** Configuration and tasks are written by people; a larger file is something else. */
const longestBytes = 1_000_000;
const refuse = (message, cause) => new errors/* PerpetualError */.nX(message, { actBy: 'fix-config', cause });
const hasCode = (error, codes) => error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
/** The text of a file as UTF-8; undefined where there is none. Throws `fix-config` for what is too long, no file or no text. */
async function yaml_file_readText(path, file) {
    let bytes;
    try {
        const found = await stat(path);
        if (!found.isFile())
            throw refuse(`Expected a file, got a folder or device (${file})`);
        if (found.size > longestBytes)
            throw refuse(`Expected at most 1 MB of text, got ${Math.ceil(found.size / 1_000_000)} MB (${file})`);
        bytes = await readFile(path);
    }
    catch (error) {
        if (hasCode(error, ['ENOENT', 'ENOTDIR']))
            return undefined;
        if (error instanceof PerpetualError)
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
    const line = (0,show/* plain */.pj)((message.split('\n')[0] ?? '').slice(0, 200)).replace(/[.:]$/, '');
    return (0,show/* looksSecret */.n0)(line) ? 'the syntax is wrong' : line;
};
/** Where a map names a key for the second time; the parser's own check takes quadratic time. */
function secondKeyAt(document) {
    let at;
    (0,dist/* visit */.YR)(document, {
        Map: (_, map) => {
            const seen = new Set();
            for (const { key } of map.items) {
                if (!(0,dist/* isScalar */.jn)(key))
                    continue;
                const name = String(key.value);
                if (seen.has(name)) {
                    at = key.range?.[0] ?? 0;
                    return dist/* visit */.YR.BREAK;
                }
                seen.add(name);
            }
            return undefined;
        },
    });
    return at;
}
function readDocument(text, file) {
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
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
        const known = defaults[section];
        const kept = Object.entries(known).filter(([name, value]) => {
            const own = isMap(written) && Object.hasOwn(written, name) ? written[name] : undefined;
            return !isMap(own) || !isMap(value) || !Object.hasOwn(own, tag) || own[tag] === value[tag];
        });
        return Object.fromEntries(kept);
    };
    return { ...defaults, accounts: without('accounts', 'api'), pipelines: without('pipelines', 'kind') };
}
/** perpetual.yml's text as a checked configuration. Throws `fix-config` naming file, path, what was expected and what was found. */
function loadConfig(text, file) {
    const written = parseYaml(text, file);
    const merged = lay(written, dropOtherKinds(written));
    const checked = configSchema.safeParse(merged);
    if (!checked.success)
        throw explain(checked.error, merged, { file });
    return checked.data;
}
/** Reads the configuration from a repository's work tree; throws `fix-config` where there is none. */
async function load_config_readConfig(repositoryFolder) {
    const text = await readText(join(repositoryFolder, configFile), configFile);
    if (text === undefined) {
        throw new PerpetualError(`Expected a configuration at ${configFile}, found none. \`perpetual init\` writes one.`, {
            actBy: 'fix-config',
        });
    }
    return loadConfig(text, configFile);
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/domain/instant.js
var instant = __webpack_require__(795);
// EXTERNAL MODULE: ./src/forge/file-path.js
var file_path = __webpack_require__(5131);
// EXTERNAL MODULE: ./src/forge/git.js
var git = __webpack_require__(8629);
;// CONCATENATED MODULE: ./src/forge/local/commits.js



/** Never written: fast-import needs a name to build on, and is told to forget it before it ends. */
const scratch = 'refs/perpetual/unwritten';
const quote = (path) => `"${path.replace(/["\\]/g, '\\$&')}"`;
const data = (text) => `data ${Buffer.byteLength(text)}\n${text}\n`;
const person = ({ name, email }) => `${name.replace(/[<>\n]/g, '')} <${email.replace(/[<>\n]/g, '')}>`;
const changeCommand = ({ path, text }) => text === null ? `D ${quote(path)}\n` : `M 100644 inline ${quote(path)}\n${data(text)}`;
/** Removing a path that is a folder, or that is not there, would surprise; only files are removed. */
const effective = async (repository, base, changes) => {
    const removed = changes.filter(change => change.text === null).map(change => change.path);
    const present = removed.length === 0 ? new Map() : await repository.trees.find(base, removed);
    return changes.filter(change => change.text !== null || present.has(change.path));
};
/** Writes objects for one commit of `changes` on `base` and gives its id; no branch moves. One git process, about 6 ms. */
const commits_writeCommit = async (repository, commit) => {
    const { base, message, at, author = automation } = commit;
    for (const change of commit.changes)
        checkPath(change.path);
    const changes = await effective(repository, base, commit.changes);
    const script = [
        `commit ${scratch}\nmark :1\ncommitter ${person(author)} ${Math.floor(toEpochMs(at) / 1000)} +0000\n`,
        data(`${message.trim()}\n`),
        base === null ? '' : `from ${base}\n`,
        ...changes.map(changeCommand),
        `get-mark :1\nreset ${scratch}\nfrom ${repository.zero}\n\ndone\n`,
    ];
    const result = await repository.git(['fast-import', '--quiet', '--done', '--date-format=raw'], { input: script.join('') });
    if (result.code !== 0)
        throw gitFailure('write a commit', result);
    return result.stdout.trim();
};
/** Writes a commit of a tree that exists already and gives its id; no branch moves. */
const commits_writeTreeCommit = async (repository, { tree, parents, message, at, author }) => {
    const by = `${person(author)} ${Math.floor(toEpochMs(at) / 1000)} +0000`;
    const head = [`tree ${tree}`, ...parents.map(parent => `parent ${parent}`), `author ${by}`, `committer ${by}`];
    const input = `${head.join('\n')}\n\n${message.trim()}\n`;
    return (await repository.output('write a commit', ['hash-object', '-t', 'commit', '-w', '--stdin'], { input })).trim();
};

;// CONCATENATED MODULE: ./src/forge/local/refs.js


const refs_refOf = (branch) => `refs/heads/${branch}`;
/**
 * Where the automation notes the last commit of a branch that only it writes, so that a deleted or rewritten one is noticed.
 * Not below `refs/perpetual/`, which git would read where a person writes `perpetual/state` (gitrevisions(7): `refs/<name>` comes before `refs/heads/<name>`).
 */
const refs_mirrorOf = (branch) => `refs/perpetual-mirror/${branch.replace(/^perpetual\//, '')}`;
/** The commits of all branches below `prefix`, which ends in `/` or is a whole branch name. */
const refs_branchHeads = async (repository, prefix) => {
    const lines = await repository.output('list branches', ['for-each-ref', '--format=%(objectname) %(refname)', refs_refOf(prefix)]);
    return new Map(lines
        .split('\n')
        .filter(line => line !== '')
        .map(line => {
        const [oid = '', ref = ''] = line.split(' ');
        return [ref.slice('refs/heads/'.length), oid];
    }));
};
const refs_branchHead = async (repository, branch) => (await refs_branchHeads(repository, branch)).get(branch) ?? null;
const lostRace = /is at [0-9a-f]+ but expected|reference already exists|unable to resolve reference/;
/** A power failure can leave a branch's file empty; git calls it neither there nor free. */
const broken = ({ gitDir }, branch) => new PerpetualError(`Expected a commit in ${gitDir}/${refs_refOf(branch)}, found a broken file: write the branch's last commit there (\`git rev-parse ${refs_mirrorOf(branch)}\`, else \`git fsck --lost-found\`, names it)`, { actBy: 'fix-config' });
/** Moves a branch if it still is at `from` (null: if it does not exist); false where somebody else was first. */
const refs_moveBranch = async (repository, { branch, from, to, why, own }) => {
    const quiet = own ? ['-c', 'core.logAllRefUpdates=false'] : [];
    // One transaction; the branch is renamed into place before its mirror, so a mirror is never ahead of an honest branch.
    const lines = [`update ${refs_refOf(branch)} ${to} ${from ?? repository.zero}`, ...(own ? [`update ${refs_mirrorOf(branch)} ${to}`] : [])];
    const result = await repository.git([...quiet, 'update-ref', '-m', why, '--stdin'], { input: `${lines.join('\n')}\n` });
    if (result.code === 0)
        return true;
    if (result.stderr.includes('reference broken'))
        throw broken(repository, branch);
    if (lostRace.test(result.stderr))
        return false;
    const blocking = /'refs\/heads\/([^']+)' exists; cannot create/.exec(result.stderr)?.[1];
    if (blocking === undefined)
        throw gitFailure(`move the branch \`${branch}\``, result);
    throw new PerpetualError(`Expected to create the branch \`${branch}\`, but a branch \`${blocking}\` is in its way: rename it`, {
        actBy: 'fix-config',
    });
};

;// CONCATENATED MODULE: ./src/forge/local/branch-store.js



/**
 * The last commit of a branch that only the automation writes. One that somebody deleted is put back; one that somebody rewrote is
 * refused in one line, because ledgers and claims of an earlier time would let money be spent twice.
 */
const headOf = async (repository, branch) => {
    // The mirror first: the branch moves before it, so an honest branch is never behind what was read of its mirror.
    const mirrored = await repository.reader.tip(mirrorOf(branch));
    const current = await repository.reader.tip(refOf(branch));
    if (mirrored === undefined || mirrored === current)
        return current ?? null;
    if (current === undefined) {
        const restored = await moveBranch(repository, { branch, from: null, to: mirrored, why: 'perpetual: restore', own: true });
        return restored ? mirrored : headOf(repository, branch);
    }
    const ancestry = await repository.git(['merge-base', '--is-ancestor', mirrored, current]);
    if (ancestry.code === 0)
        return current;
    // A branch that was compacted since its mirror was read is no rewritten one.
    if ((await repository.reader.tip(mirrorOf(branch))) !== mirrored)
        return headOf(repository, branch);
    throw new PerpetualError(`Expected the branch ${branch} to go on from ${mirrored.slice(0, 12)}, found it rewritten: \`git update-ref ${refOf(branch)} ${mirrored}\` restores it, \`git update-ref -d ${mirrorOf(branch)}\` accepts it as it is`, { actBy: 'fix-config' });
};
/** A branch of its own as a store of files; a write is two git processes, about 15 ms. */
const branch_store_createBranchStore = (repository, branch, clock) => {
    // Asking git costs a fraction of a millisecond here, so every operation begins at the newest head.
    const knownHead = () => undefined;
    const head = () => headOf(repository, branch);
    return {
        head,
        knownHead,
        read: (at, paths) => repository.trees.read(at, paths),
        list: async (at, folder) => (await repository.trees.list(at, folder)).map(([path]) => path),
        write: async (base, changes, message) => {
            if ((await head()) !== base)
                return { type: 'stale' };
            const commit = await writeCommit(repository, { base, changes, message, at: clock.now() });
            if ((await head()) !== base)
                return { type: 'stale' };
            const moved = await moveBranch(repository, { branch, from: base, to: commit, why: 'perpetual: write', own: true });
            return moved ? { type: 'written', head: commit } : { type: 'stale' };
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/local/records.js



/** The records' version on the board; a higher one is refused and never rewritten. */
const recordVersion = 1;
/** GitHub's limits, kept here too, so that what works on this forge works there. */
const title = schemas/* string */.YjP().min(1).max(256);
const body = schemas/* string */.YjP().max(65_536);
const label = schemas/* string */.YjP().min(1).max(50);
const commentRecordSchema = schemas/* strictObject */.rej({
    id: schemas/* int */.Whr().positive(),
    author: schemas/* string */.YjP(),
    body,
    /** What the automation finds its own comment by; counts only together with its author. */
    marker: schemas/* string */.YjP().nullable(),
    createdAt: instant/* instantSchema */.p8,
});
const records_common = {
    version: schemas/* literal */.euz(recordVersion),
    number: schemas/* int */.Whr().positive(),
    title,
    body,
    labels: schemas/* array */.YOg(label).max(100),
    author: schemas/* string */.YjP(),
    createdAt: instant/* instantSchema */.p8,
    comments: schemas/* array */.YOg(commentRecordSchema),
};
const oid = schemas/* string */.YjP().regex(/^[0-9a-f]{40,64}$/);
const issueRecordSchema = schemas/* strictObject */.rej({ ...records_common, state: schemas/* enum */.k5n(['open', 'closed']), marker: schemas/* string */.YjP().nullable() });
const pullRecordSchema = schemas/* strictObject */.rej({
    ...records_common,
    state: schemas/* enum */.k5n(['open', 'merged', 'closed']),
    branch: schemas/* string */.YjP().min(1),
    base: schemas/* string */.YjP().min(1),
    /** The delivered commit, the branch's first. */
    first: oid,
    /** The branch's tip when it was last recorded; what counts is the branch while it exists. */
    head: oid,
    mergeCommit: oid.nullable(),
    endedAt: instant/* instantSchema */.p8.nullable(),
});
const records_issueKind = { folder: 'issues', schema: issueRecordSchema };
const records_pullKind = { folder: 'pulls', schema: pullRecordSchema };
const records_newVersion = (/* unused pure expression or super */ null && (recordVersion));
const versionSchema = schemas/* object */.Ikc({ version: schemas/* number */.aig() });
/** Reads a record from the board; `path` is for the message of what does not fit. */
const records_parseRecord = (kind, path, text) => {
    let raw;
    try {
        raw = JSON.parse(text);
    }
    catch (cause) {
        throw new PerpetualError(`Expected JSON in \`${path}\` on the branch perpetual/board, found something else`, {
            actBy: 'fix-config',
            cause,
        });
    }
    const version = versionSchema.safeParse(raw);
    if (version.success && version.data.version > recordVersion) {
        throw new PerpetualError(`\`${path}\` on the branch perpetual/board was written by a newer version of Perpetual: update it`, {
            actBy: 'fix-config',
        });
    }
    const parsed = kind.schema.safeParse(raw);
    if (parsed.success)
        return parsed.data;
    const issue = parsed.error.issues[0];
    throw new PerpetualError(`\`${path}\` on the branch perpetual/board: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'does not fit'}`, {
        actBy: 'fix-config',
        cause: parsed.error,
    });
};
/** The record as it is stored; throws where it breaks one of GitHub's limits. */
const records_renderRecord = (kind, record) => {
    const parsed = kind.schema.safeParse(record);
    if (parsed.success)
        return `${JSON.stringify(parsed.data, undefined, 1)}\n`;
    const issue = parsed.error.issues[0];
    throw new PerpetualError(`Expected ${kind.folder} #${record.number} to keep GitHub's limits: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`, {
        actBy: 'report-bug',
        cause: parsed.error,
    });
};

;// CONCATENATED MODULE: ./src/forge/local/board.js




const board_boardBranch = 'perpetual/board';
/** Each lost race means that another writer got through, so this many in a row is a fault and not traffic. */
const attempts = 500;
const cachedRecords = 20_000;
const createFolder = (repository, kind) => {
    const cache = new Map();
    const load = async (files) => {
        if (cache.size > cachedRecords)
            cache.clear();
        const missing = files.filter(([, oid]) => !cache.has(oid));
        const objects = await repository.reader.read(missing.map(([, oid]) => oid));
        for (const [index, [path, oid]] of missing.entries()) {
            cache.set(oid, parseRecord(kind, path, objects[index]?.bytes.toString('utf8') ?? ''));
        }
        return files.flatMap(([, oid]) => cache.get(oid) ?? []);
    };
    const files = (head) => repository.trees.list(head, kind.folder);
    return {
        one: async (head, number) => {
            const path = `${kind.folder}/${number}.json`;
            return (await load([...(await repository.trees.find(head, [path]))]))[0];
        },
        all: async (head) => (await load(await files(head))).toSorted((left, right) => left.number - right.number),
        highest: async (head) => Math.max(0, ...(await files(head)).map(([path]) => Number(/(\d+)\.json$/.exec(path)?.[1] ?? 0))),
    };
};
const board_createBoard = (repository, clock) => {
    const store = createBranchStore(repository, board_boardBranch, clock);
    const issues = createFolder(repository, issueKind);
    const pulls = createFolder(repository, pullKind);
    let queue = Promise.resolve();
    const viewAt = (head) => ({
        issue: number => issues.one(head, number),
        pull: number => pulls.one(head, number),
        issues: () => issues.all(head),
        pulls: () => pulls.all(head),
        nextNumber: async () => Math.max(await issues.highest(head), await pulls.highest(head)) + 1,
    });
    const render = (change) => change.type === 'issue'
        ? { path: `issues/${change.record.number}.json`, text: renderRecord(issueKind, change.record) }
        : { path: `pulls/${change.record.number}.json`, text: renderRecord(pullKind, change.record) };
    const attempt = async (message, decide) => {
        for (let lost = 0; lost < attempts; lost += 1) {
            const head = await store.head();
            const change = await decide(viewAt(head));
            if (change.type === 'keep')
                return change.value;
            const written = await store.write(head, [render(change)], message);
            if (written.type === 'written')
                return change.value;
            // Writers of different processes fall out of step by their process ids.
            await pause((process.pid * (lost + 1)) % 23);
        }
        throw new PerpetualError(`Expected to write the branch ${board_boardBranch}, but ${attempts} times another writer was first`, {
            actBy: 'next-run',
        });
    };
    return {
        view: async () => viewAt(await store.head()),
        update: (message, decide) => {
            const turn = queue.then(() => attempt(message, decide));
            queue = turn.catch(() => { });
            return turn;
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/local/compact.js



/** From here on a branch's history costs more than it tells; its files are all there is to know. */
const maxCommits = 2_000;
const maxBytes = (/* unused pure expression or super */ null && (200 * 1024 * 1024));
const count = async (repository, args) => Number((await repository.output('measure a branch', ['rev-list', ...args])).trim());
/** Replaces a long history by one commit of the same files; where somebody writes meanwhile, it is left to the next time. */
const compact_compactBranch = async (repository, branch, clock) => {
    const head = await branchHead(repository, branch);
    if (head === null)
        return;
    const isLong = (await count(repository, ['--count', head])) > maxCommits;
    if (!isLong && (await count(repository, ['--objects', '--disk-usage', head])) <= maxBytes)
        return;
    const tree = (await repository.output('read a commit', ['rev-parse', '--verify', `${head}^{tree}`])).trim();
    const message = `Compact ${branch}`;
    const commit = await writeTreeCommit(repository, { tree, parents: [], message, at: clock.now(), author: automation });
    await moveBranch(repository, { branch, from: head, to: commit, why: 'perpetual: compact', own: true });
};

;// CONCATENATED MODULE: ./src/forge/local/issues.js



const toIssue = ({ number, title, body, labels, state, author, createdAt }) => ({
    number,
    title,
    body,
    labels,
    state,
    author,
    createdAt,
});
const issues_uniqueLabels = (labels) => [...new Set(labels)];
const missing = (number) => new PerpetualError(`Expected issue #${number}, but there is none`, { actBy: 'fix-config' });
const required = async (view, number) => {
    const record = await view.issue(number);
    if (record === undefined)
        throw missing(number);
    return record;
};
/** Comments a pull request or an issue: they share numbers. */
const issues_comment = ({ board, account, clock }, number, { body, marker }) => board.update(`Comment on #${number}`, async (view) => {
    const record = (await view.pull(number)) ?? (await view.issue(number));
    if (record === undefined)
        return { type: 'keep', value: 'gone' };
    const { type, comments } = withComment(record.comments, { author: account, body, marker, at: clock.now() });
    if (type === 'same')
        return { type: 'keep', value: type };
    return 'branch' in record
        ? { type: 'pull', record: { ...record, comments }, value: type }
        : { type: 'issue', record: { ...record, comments }, value: type };
});
const same = (left, right) => JSON.stringify(left) === JSON.stringify(right);
const issues_createIssues = (context) => {
    const { board, account, clock } = context;
    return {
        create: ({ title, body, labels, marker }) => board.update(`Open issue: ${title}`, async (view) => {
            const first = (await view.issues()).find(record => record.marker === marker && record.author === account);
            if (first !== undefined)
                return { type: 'keep', value: toIssue(first) };
            const record = {
                version: newVersion,
                number: await view.nextNumber(),
                title,
                body,
                labels: issues_uniqueLabels(labels),
                author: account,
                createdAt: clock.now(),
                comments: [],
                state: 'open',
                marker,
            };
            return { type: 'issue', record, value: toIssue(record) };
        }),
        get: async (number) => {
            const record = await (await board.view()).issue(number);
            return record === undefined ? undefined : toIssue(record);
        },
        list: async ({ state, labels = [] }) => {
            const records = await (await board.view()).issues();
            return records
                .filter(record => (state === undefined || record.state === state) && labels.every(label => record.labels.includes(label)))
                .map(toIssue);
        },
        update: (number, { title, body, labels, state }) => board.update(`Change issue #${number}`, async (view) => {
            const before = await required(view, number);
            const record = {
                ...before,
                title: title ?? before.title,
                body: body ?? before.body,
                labels: labels === undefined ? before.labels : issues_uniqueLabels(labels),
                state: state ?? before.state,
            };
            return same(before, record) ? { type: 'keep', value: toIssue(record) } : { type: 'issue', record, value: toIssue(record) };
        }),
        comment: (number, marked) => issues_comment(context, number, marked),
        comments: async (number) => {
            const view = await board.view();
            const record = (await view.pull(number)) ?? (await required(view, number));
            return toComments(record.comments);
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/local/leftovers.js


const split = (text) => text.split('\0').filter(part => part !== '');
const changedFiles = async (repository, { from, to }) => {
    const raw = split(await repository.output('compare commits', ['diff-tree', '-r', '-z', '--raw', '--no-renames', '--no-abbrev', from, to]));
    return raw.flatMap((part, index) => {
        const [, newMode = '', , newOid = ''] = part.startsWith(':') ? part.split(' ') : [];
        const path = raw[index + 1];
        return newMode.startsWith('100') && path !== undefined ? [{ path, newOid }] : [];
    });
};
const indexed = async (repository, workTree) => {
    const lines = split(await repository.output('read the index', ['ls-files', '--stage', '-z'], { workTree }));
    return new Map(lines.map(line => [line.slice(line.indexOf('\t') + 1), line.split(' ')[1] ?? '']));
};
/** The bytes of a regular file that no symbolic link leads to. */
const plainBytes = async (workTree, path) => {
    const file = join(workTree, path);
    try {
        const isDirect = (await realpath(dirname(file))) === join(await realpath(workTree), dirname(path));
        return isDirect && (await lstat(file)).isFile() ? await readFile(file) : undefined;
    }
    catch {
        return undefined;
    }
};
/**
 * Removes files that a killed update wrote and the index does not know yet, and gives back how to undo that.
 * A file counts only when nothing can be lost by it: unknown to git and holding no more than the start of what is to be
 * written there, or known and holding exactly that.
 */
const leftovers_setAsideLeftovers = async (repository, update) => {
    const { workTree } = update;
    const known = await indexed(repository, workTree);
    const removed = [];
    for (const { path, newOid } of await changedFiles(repository, update)) {
        const bytes = known.get(path) === newOid ? undefined : await plainBytes(workTree, path);
        if (bytes === undefined)
            continue;
        const target = (await repository.reader.read([newOid]))[0]?.bytes;
        if (target === undefined)
            continue;
        const isLeftover = known.has(path) ? target.equals(bytes) : target.subarray(0, bytes.length).equals(bytes);
        if (!isLeftover)
            continue;
        const file = join(workTree, path);
        await unlink(file);
        removed.push({ file, bytes });
    }
    return async () => {
        for (const { file, bytes } of removed)
            await writeFile(file, bytes, { flag: 'wx' });
    };
};

;// CONCATENATED MODULE: ./src/forge/local/checkouts.js



/** The work trees in which a branch is checked out. */
const workTreesOn = async (repository, branch) => {
    const listed = await repository.output('list work trees', ['worktree', 'list', '--porcelain', '-z']);
    return listed
        .split('\0\0')
        .map(entry => entry.split('\0'))
        .filter(lines => lines.includes(`branch refs/heads/${branch}`) && !lines.some(line => line.startsWith('prunable')))
        .flatMap(lines => lines.filter(line => line.startsWith('worktree ')).map(line => line.slice('worktree '.length)));
};
const readTree = (repository, workTree, args) => repository.git(['read-tree', '-m', '-u', ...args], { workTree });
const reasonOf = (result, workTree, branch) => {
    const path = /(?:Entry|file|Updating) '([^'\n]+)'/.exec(result.stderr)?.[1];
    if (path !== undefined)
        return `\`${path}\` in ${workTree} is changed or not under version control: commit, stash or move it, then try again`;
    return `The checkout of \`${branch}\` in ${workTree} cannot be updated (${complaint(result)}): make \`git status\` clean there, then try again`;
};
/** Whether the work tree can follow; what an earlier, killed update left half-written in it is swept out of the way. */
const check = async (repository, workTree, { branch, from, to }) => {
    await repository.git(['update-index', '-q', '--refresh'], { workTree });
    const dryRun = () => readTree(repository, workTree, ['-n', from, to]);
    const first = await dryRun();
    if (first.code === 0)
        return undefined;
    const restore = await setAsideLeftovers(repository, { workTree, from, to });
    const second = await dryRun();
    if (second.code === 0)
        return undefined;
    await restore();
    return reasonOf(second, workTree, branch);
};
/**
 * Moves a branch by compare-and-set together with the index and files of every work tree that has it checked out.
 * Files come first: a kill in between leaves the new files staged, which the next call goes on from and which reverts nothing;
 * the other order would leave a staged revert of what was merged.
 */
const checkouts_advanceBranch = async (repository, advance) => {
    const { branch, from, to, why } = advance;
    const workTrees = await workTreesOn(repository, branch);
    for (const workTree of workTrees) {
        const reason = await check(repository, workTree, advance);
        if (reason !== undefined)
            return { type: 'refused', reason };
    }
    for (const [index, workTree] of workTrees.entries()) {
        const updated = await readTree(repository, workTree, [from, to]);
        if (updated.code === 0)
            continue;
        for (const done of workTrees.slice(0, index))
            await readTree(repository, done, [to, from]);
        return { type: 'refused', reason: reasonOf(updated, workTree, branch) };
    }
    if (await moveBranch(repository, { branch, from, to, why, own: false }))
        return { type: 'moved' };
    // Somebody else moved the branch: the work trees follow it, whatever it points at now.
    const now = await branchHead(repository, branch);
    for (const workTree of workTrees)
        await readTree(repository, workTree, [to, now ?? from]);
    return { type: 'stale' };
};

// EXTERNAL MODULE: ./src/forge/branch-name.js
var branch_name = __webpack_require__(6137);
;// CONCATENATED MODULE: ./src/forge/local/delivery-branch.js





const trailer = (branch) => `Perpetual-Delivery: ${branch}`;
/** How far back a delivered commit is looked for on a branch that the default branch contains already. */
const searchedCommits = 200;
const isOurs = async (repository, commit, branch) => {
    const [object] = await repository.reader.read([commit]);
    const text = object?.bytes.toString('utf8') ?? '';
    const end = text.indexOf('\n\n');
    const by = `<${automation.email}> `;
    const headers = text
        .slice(0, end)
        .split('\n')
        .filter(line => /^(?:author|committer) /.test(line));
    return (headers.length === 2 &&
        headers.every(line => line.includes(by)) &&
        text
            .slice(end)
            .trimEnd()
            .endsWith(`\n${trailer(branch)}`));
};
const firstCommit = async (repository, branch, head) => {
    const list = async (args) => (await repository.output('list commits', ['rev-list', '--first-parent', ...args])).split('\n').filter(line => line !== '');
    const beyond = await list(['--reverse', head, `^refs/heads/${repository.defaultBranch}`]);
    const candidates = beyond.length > 0 ? beyond.slice(0, 1) : await list([`--max-count=${searchedCommits}`, head]);
    for (const commit of candidates) {
        if (await isOurs(repository, commit, branch))
            return commit;
    }
    return undefined;
};
/** A reference of its own, so that git keeps what was delivered when a reviewer deletes or rewrites the branch. */
const keep = async (repository, branch, first) => {
    await repository.output('keep a delivery', ['update-ref', mirrorOf(branch), first]);
};
/** The delivered branch: made in one commit off the default branch, or found as an earlier call left it. */
const delivery_branch_ensureDelivery = async (repository, pull, at) => {
    const branch = checkBranchName(pull.branch);
    const head = await branchHead(repository, branch);
    if (head !== null) {
        const first = await firstCommit(repository, branch, head);
        if (first !== undefined) {
            await keep(repository, branch, first);
            return { first, head };
        }
        throw new PerpetualError(`Expected the branch \`${branch}\` to be free or made by Perpetual, but somebody else made it: rename or delete it`, {
            actBy: 'fix-config',
        });
    }
    if (!pull.files.some(file => file.text !== null)) {
        throw new PerpetualError(`Expected at least one file to deliver on \`${branch}\`, got none`, { actBy: 'report-bug' });
    }
    const base = await branchHead(repository, repository.defaultBranch);
    if (base === null) {
        throw new PerpetualError(`Expected the branch \`${repository.defaultBranch}\` to deliver to, but it is gone`, {
            actBy: 'fix-config',
        });
    }
    const message = `${pull.message.trim()}\n\n${trailer(branch)}`;
    const first = await writeCommit(repository, { base, changes: pull.files, message, at });
    const moved = await moveBranch(repository, { branch, from: null, to: first, why: 'perpetual: deliver', own: false });
    if (!moved)
        return delivery_branch_ensureDelivery(repository, pull, at);
    await keep(repository, branch, first);
    return { first, head: first };
};

;// CONCATENATED MODULE: ./src/forge/local/identity.js

/** Who merges and edits by hand: git's configured user, or the automation where there is none. */
const identity_personIdentity = async (repository) => {
    const [name, email] = await Promise.all(['user.name', 'user.email'].map(async (key) => (await repository.git(['config', '--get', key])).stdout.trim()));
    return name && email ? { name, email } : automation;
};

;// CONCATENATED MODULE: ./src/forge/local/merge.js





/** Each round is lost only to a commit that somebody else made on the base branch meanwhile. */
const rounds = 20;
const mergeTrees = async (repository, base, head) => {
    const result = await repository.git(['merge-tree', '--write-tree', '--name-only', '--no-messages', '-z', base, head]);
    const [tree = '', ...paths] = result.stdout.split('\0').filter(part => part !== '');
    if (result.code === 0)
        return { type: 'tree', tree };
    if (result.code === 1)
        return { type: 'conflict', paths };
    throw gitFailure('merge', result);
};
const refused = (reason) => ({ type: 'refused', reason });
const round = async ({ repository, clock, status, load }, request) => {
    const { number, expectedHead, message } = request;
    const record = await load(number);
    if (record.state === 'merged')
        return { type: 'merged', commit: record.mergeCommit ?? record.head };
    if (record.state === 'closed')
        return refused(`Pull request #${number} is closed`);
    const [head, base] = await Promise.all([branchHead(repository, record.branch), branchHead(repository, record.base)]);
    if (head === null)
        return refused(`The branch \`${record.branch}\` of pull request #${number} was deleted: \`git branch ${record.branch} ${record.head}\``);
    if (base === null)
        return refused(`The branch \`${record.base}\` that pull request #${number} goes to was deleted`);
    if (head !== expectedHead)
        return { type: 'stale' };
    // Whoever merged it after it was loaded and before the base was read would be merged a second time; later ones lose the race for the base.
    if ((await load(number)).state !== 'open')
        return 'again';
    const merged = await mergeTrees(repository, base, head);
    if (merged.type === 'conflict')
        return merged;
    const author = await personIdentity(repository);
    const at = clock.now();
    const commit = await writeTreeCommit(repository, { tree: merged.tree, parents: [base, head], message, at, author });
    const why = `perpetual: merge pull request #${number}`;
    const moved = await advanceBranch(repository, { branch: record.base, from: base, to: commit, why });
    if (moved.type === 'refused')
        return moved;
    if (moved.type === 'stale')
        return 'again';
    await status.end(number, { state: 'merged', head, mergeCommit: commit, at });
    return { type: 'merged', commit };
};
/** Merges with two parents; decided again where the base moved on meanwhile. */
const merge_mergePull = async (context, request) => {
    for (let tried = 0; tried < rounds; tried += 1) {
        const result = await round(context, request);
        if (result !== 'again')
            return result;
    }
    return refused('The base branch moves on faster than it can be merged into: try again');
};

;// CONCATENATED MODULE: ./src/forge/local/pull-status.js



const pull_status_missingPull = (number) => new PerpetualError(`Expected pull request #${number}, but there is none`, { actBy: 'fix-config' });
const pull_status_toPull = (record) => ({
    number: record.number,
    title: record.title,
    body: record.body,
    branch: record.branch,
    base: record.base,
    head: record.head,
    first: record.first,
    state: record.state,
    author: record.author,
    labels: record.labels,
    createdAt: record.createdAt,
    mergeCommit: record.mergeCommit,
    endedAt: record.endedAt,
    url: `perpetual review show ${record.number}`,
});
const linesOf = (text) => text.split('\n').filter(line => line !== '');
const contains = async (repository, base, commit) => (await repository.git(['merge-base', '--is-ancestor', commit, base])).code === 0;
/** The first commit on the base's own line that has `head` behind it: the merge, or `head` itself after a fast-forward. */
const findMergeCommit = async (repository, base, head) => {
    const list = async (args) => linesOf(await repository.output('list commits', ['rev-list', ...args, base, `^${head}`]));
    const descendants = new Set(await list([`--ancestry-path=${head}`]));
    const line = await list(['--first-parent', '--reverse']);
    return line.find(commit => descendants.has(commit)) ?? head;
};
const committedAt = async (repository, commit) => toInstant(Number((await repository.output('read a commit', ['show', '-s', '--no-show-signature', '--format=%ct', commit])).trim()) *
    1000);
const pull_status_createPullStatus = (repository, board) => {
    const end = (number, { state, head, mergeCommit, at }) => board.update(`${state === 'merged' ? 'Merge' : 'Close'} pull request #${number}`, async (view) => {
        const before = await view.pull(number);
        if (before === undefined)
            throw pull_status_missingPull(number);
        if (before.state !== 'open')
            return { type: 'keep', value: before };
        const record = { ...before, state, head, mergeCommit, endedAt: at };
        return { type: 'pull', record, value: record };
    });
    /** Branches that a base contains, by one git process. */
    const mergedInto = async (base) => new Set(linesOf(await repository.output('list merged branches', [
        'for-each-ref',
        `--merged=${base}`,
        '--format=%(refname)',
        'refs/heads/',
    ])));
    const settleOne = async (record, base, isContained) => {
        if (!isContained || !(await contains(repository, base, record.first)))
            return record;
        const mergeCommit = await findMergeCommit(repository, base, record.head);
        return end(record.number, { state: 'merged', head: record.head, mergeCommit, at: await committedAt(repository, mergeCommit) });
    };
    const settle = async (records) => {
        if (!records.some(record => record.state === 'open'))
            return records;
        const heads = await branchHeads(repository, '');
        const merged = new Map();
        const settled = [];
        for (const record of records) {
            const base = heads.get(record.base);
            if (record.state !== 'open')
                settled.push(record);
            else if (base === undefined)
                settled.push({ ...record, head: heads.get(record.branch) ?? record.head });
            else {
                const known = merged.get(base) ?? (await mergedInto(base));
                merged.set(base, known);
                const head = heads.get(record.branch);
                const isContained = head === undefined ? await contains(repository, base, record.head) : known.has(refOf(record.branch));
                settled.push(await settleOne({ ...record, head: head ?? record.head }, base, isContained));
            }
        }
        return settled;
    };
    return { settle, end };
};
/** The commit to read an open, merged or closed pull request at. */
const pull_status_readAt = async (repository, record) => record.mergeCommit ?? (record.state === 'open' ? ((await branchHead(repository, record.branch)) ?? record.head) : record.head);

;// CONCATENATED MODULE: ./src/forge/local/pulls.js










const foreign = (record) => new PerpetualError(`Expected no pull request for \`${record.branch}\`, but ${record.author} opened #${record.number}: close and rename it`, {
    actBy: 'fix-config',
});
const record = ({ repository, board, account, clock }, pull, { first, head }) => board.update(`Open pull request: ${pull.title}`, async (view) => {
    const known = (await view.pulls()).find(({ branch }) => branch === pull.branch);
    if (known !== undefined && known.author !== account)
        throw foreign(known);
    if (known !== undefined)
        return { type: 'keep', value: known };
    const { title, body, branch } = pull;
    const opened = {
        version: newVersion,
        number: await view.nextNumber(),
        title,
        body,
        labels: uniqueLabels(pull.labels),
        author: account,
        createdAt: clock.now(),
        comments: [],
        state: 'open',
        branch,
        base: repository.defaultBranch,
        first,
        head,
        mergeCommit: null,
        endedAt: null,
    };
    return { type: 'pull', record: opened, value: opened };
});
const pulls_split = (text) => text.split('\0').filter(part => part !== '');
/** What the pull request brings: against where it left its base, or once merged, against the base as it was before. */
const changedPaths = async (repository, pull) => {
    const to = await readAt(repository, pull);
    const fork = await repository.git(['merge-base', `refs/heads/${pull.base}`, to]);
    // A reviewer may have put an unrelated history on the branch; then it is what the delivery began from that counts.
    const from = fork.code === 0 ? fork.stdout.trim() : `${pull.first}^1`;
    const range = pull.mergeCommit === null ? [from, to] : [`${pull.mergeCommit === pull.head ? pull.first : pull.mergeCommit}^1`, to];
    const args = ['diff-tree', '-r', '-z', '--name-only', '--no-renames', '--diff-filter=AMT', ...range];
    return pulls_split(await repository.output('compare commits', args));
};
const edit = async ({ repository, clock }, pull, { base, changes, message }) => {
    if (pull.state !== 'open')
        throw new PerpetualError(`Expected pull request #${pull.number} to be open, it is ${pull.state}`, { actBy: 'fix-config' });
    if ((await branchHead(repository, pull.branch)) !== base)
        return { type: 'stale' };
    const author = await personIdentity(repository);
    const commit = await writeCommit(repository, { base, changes, message, at: clock.now(), author });
    const why = `perpetual: edit pull request #${pull.number}`;
    const moved = await advanceBranch(repository, { branch: pull.branch, from: base, to: commit, why });
    if (moved.type === 'refused')
        throw new PerpetualError(moved.reason, { actBy: 'fix-config' });
    return moved.type === 'moved' ? { type: 'written', head: commit } : { type: 'stale' };
};
const pulls_createPulls = (context) => {
    const { repository, board, account, clock } = context;
    const status = createPullStatus(repository, board);
    const find = async (number) => {
        const known = await (await board.view()).pull(number);
        return known === undefined ? undefined : (await status.settle([known]))[0];
    };
    const load = async (number) => {
        const found = await find(number);
        if (found === undefined)
            throw missingPull(number);
        return found;
    };
    return {
        open: async (pull) => {
            const known = (await (await board.view()).pulls()).find(({ branch }) => branch === pull.branch);
            if (known !== undefined && known.author !== account)
                throw foreign(known);
            const opened = known ?? (await record(context, pull, await ensureDelivery(repository, pull, clock.now())));
            return toPull((await status.settle([opened]))[0] ?? opened);
        },
        get: async (number) => {
            const found = await find(number);
            return found === undefined ? undefined : toPull(found);
        },
        list: async ({ state, branchPrefix = '' }) => {
            const named = (await (await board.view()).pulls()).filter(({ branch }) => branch.startsWith(branchPrefix));
            return (await status.settle(named)).filter(pull => state === undefined || pull.state === state).map(toPull);
        },
        paths: async (number) => changedPaths(repository, await load(number)),
        read: async (number, paths) => repository.trees.read(await readAt(repository, await load(number)), paths),
        edit: async (number, change) => edit(context, await load(number), change),
        merge: (number, merge) => mergePull({ repository, clock, status, load }, { number, ...merge }),
        close: async (number) => {
            const pull = await load(number);
            if (pull.state !== 'open')
                return toPull(pull);
            return toPull(await status.end(number, { state: 'closed', head: pull.head, mergeCommit: null, at: clock.now() }));
        },
        comment: async (number, marked) => {
            await load(number);
            return comment(context, number, marked);
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/local/locks.js




/*
 * A killed git leaves `<file>.lock` behind, and every later writer fails on it. Locks live in the operating system's time and
 * not in the session's clock, which may be simulated; hence the real timers here.
 */
/** A live git holds a lock for milliseconds; one this old is looked at more closely. */
const suspiciousAfterMs = 5_000;
/** Where a lock's owner cannot be looked up (outside Linux), only age tells. */
const suspiciousWithoutProofMs = 60_000;
/** How long this process itself must have seen the lock unchanged: after a suspend every lock looks old. */
const watchedForMs = 500;
const pollMs = 50;
/** How long a live owner is waited for in all. */
const patienceMs = 15_000;
const lockPattern = /Unable to create '([^'\n]+\.lock)': File exists/;
/** The lock file that git says is in its way. */
const lockInTheWay = (result) => result.code === 0 ? undefined : (lockPattern.exec(result.stderr)?.[1] ?? undefined);
const orUndefined = async (promise) => {
    try {
        return await promise;
    }
    catch {
        return undefined;
    }
};
const isInside = (path, folder) => path === folder || path.startsWith(folder + sep);
/** Git keeps some locks while their file is closed (an editor open on a commit message), but never a lock on Perpetual's own branches. */
const isAlwaysOpen = (lock) => lock.includes('/refs/heads/perpetual/');
/** Whether a process has the lock open, or is a git that runs in one of the repository's folders (or hides where it runs). */
const holds = async (pid, lock, folders) => {
    const name = (await orUndefined(readFile(`/proc/${pid}/comm`, 'utf8'))) ?? '';
    if (name.startsWith('git') && !isAlwaysOpen(lock)) {
        const state = (await orUndefined(readFile(`/proc/${pid}/stat`, 'utf8')))?.split(') ').at(-1)?.[0];
        const cwd = await orUndefined(readlink(`/proc/${pid}/cwd`));
        if (state !== undefined && state !== 'Z' && (cwd === undefined || folders.some(folder => isInside(cwd, folder))))
            return true;
    }
    for (const descriptor of (await orUndefined(readdir(`/proc/${pid}/fd`))) ?? []) {
        if ((await orUndefined(readlink(`/proc/${pid}/fd/${descriptor}`))) === lock)
            return true;
    }
    return false;
};
const hasLiveOwner = async (lock, folders) => {
    for (const pid of (await readdir('/proc')).filter(name => /^[0-9]+$/.test(name))) {
        if (await holds(pid, lock, folders))
            return true;
    }
    return false;
};
const identityOf = async (path) => {
    const stat = await orUndefined(lstat(path, { bigint: true }));
    return stat === undefined ? undefined : `${stat.dev}:${stat.ino}:${stat.mtimeNs}`;
};
const isDead = async (lock, folders) => {
    const stat = await orUndefined(lstat(lock));
    if (stat === undefined)
        return false;
    const ageMs = Date.now() - stat.mtimeMs;
    if (process.platform === 'linux')
        return ageMs > suspiciousAfterMs && !(await hasLiveOwner(lock, folders));
    return ageMs > suspiciousWithoutProofMs && basename(lock) !== 'index.lock';
};
/** Removes the lock only if it still is the very file that was judged dead: another writer may have removed it and taken its own. */
const remove = async (lock, judged) => {
    const aside = `${lock}.dead-${process.pid}`;
    if ((await identityOf(lock)) !== judged)
        return;
    if ((await orUndefined(rename(lock, aside).then(() => true))) === undefined)
        return;
    if ((await identityOf(aside)) !== judged)
        await orUndefined(link(aside, lock));
    await orUndefined(unlink(aside));
};
/**
 * Runs a git command; where a lock is in its way, waits for a live owner up to 15 s, and removes the lock of a dead one: older
 * than 5 s, unchanged for 0.5 s of watching, open in no process, and no git at work in `folders`.
 */
const locks_pastLocks = async (run, folders) => {
    const startedMs = performance.now();
    let watched;
    for (;;) {
        const result = await run();
        const lock = lockInTheWay(result);
        if (lock === undefined)
            return result;
        const nowMs = performance.now();
        const identity = await identityOf(lock);
        if (watched === undefined || watched.identity !== identity)
            watched = { identity, sinceMs: nowMs };
        const watchedLongEnough = identity !== undefined && nowMs - watched.sinceMs >= watchedForMs;
        if (watchedLongEnough && (await isDead(lock, folders))) {
            await remove(lock, identity);
            continue;
        }
        if (nowMs - startedMs > patienceMs) {
            throw new PerpetualError(`Expected \`${lock}\` to be released by the git that holds it, but it stays. If no git is running, delete it.`, {
                actBy: 'fix-config',
            });
        }
        await pause(pollMs);
    }
};

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./src/forge/local/object-reader.js



const newline = 0x0a;
/** One answer of `cat-file --batch-command` at `from`; undefined while it is not there in full. */
const parseAnswer = (bytes, from, withContents) => {
    const end = bytes.indexOf(newline, from);
    if (end === -1)
        return undefined;
    const [oid = '', type = '', size = ''] = bytes.toString('utf8', from, end).split(' ');
    if (!/^[0-9]+$/.test(size))
        return { object: undefined, used: end + 1 - from };
    if (!withContents)
        return { object: { oid, type, bytes: Buffer.alloc(0) }, used: end + 1 - from };
    const stop = end + 1 + Number(size);
    if (bytes.length < stop + 1)
        return undefined;
    return { object: { oid, type, bytes: Buffer.from(bytes.subarray(end + 1, stop)) }, used: stop + 1 - from };
};
/** Collects chunks and joins them only when enough is there to go on, so that large objects cost linear time. */
const createInbox = () => {
    let chunks = [];
    let length = 0;
    let wanted = 0;
    return {
        push(chunk) {
            chunks.push(chunk);
            length += chunk.length;
            if (length < wanted)
                return undefined;
            const joined = chunks.length === 1 ? chunk : Buffer.concat(chunks);
            chunks = [joined];
            return joined;
        },
        keep(rest) {
            chunks = rest.length === 0 ? [] : [rest];
            length = rest.length;
            const end = rest.indexOf(newline);
            wanted = end === -1 ? 0 : end + 2 + Number(rest.toString('utf8', 0, end).split(' ')[2]);
        },
    };
};
const start = (gitDir) => 
// Not in the repository's folder: a process there would look like the live owner of a left-behind lock.
spawn('git', gitArguments(gitDir, ['cat-file', '--batch-command']), {
    cwd: '/',
    env: gitEnvironment(),
    detached,
    windowsHide: true,
    stdio: ['pipe', 'pipe', 'ignore'],
});
/** Keeps node alive only while an answer is awaited. */
const hold = (child, held) => {
    for (const handle of [child, child.stdin, child.stdout]) {
        const method = held ? 'ref' : 'unref';
        if (handle !== null && method in handle)
            Reflect.apply(Reflect.get(handle, method), handle, []);
    }
};
const object_reader_createObjectReader = (gitDir) => {
    const waiting = [];
    let child;
    let closed = false;
    const send = (requests) => {
        const current = child ?? launch();
        hold(current, true);
        current.stdin?.write(requests.map(request => `${request.line}\n`).join(''));
    };
    const restart = (died, cause) => {
        if (child !== died)
            return;
        child = undefined;
        const lost = waiting.filter(request => request.restarts >= 2);
        const again = waiting.filter(request => request.restarts < 2);
        waiting.splice(0, waiting.length, ...again);
        for (const request of lost) {
            request.reject(new PerpetualError('git could not read objects: `git cat-file` ended three times', { actBy: 'next-run', cause }));
        }
        for (const request of again)
            request.restarts += 1;
        if (again.length > 0)
            send(again);
    };
    const receive = (bytes) => {
        let from = 0;
        for (;;) {
            const request = waiting[0];
            const answer = request === undefined ? undefined : parseAnswer(bytes, from, request.withContents);
            if (request === undefined || answer === undefined)
                return from;
            from += answer.used;
            waiting.shift();
            request.resolve(answer.object);
        }
    };
    const launch = () => {
        const launched = start(gitDir);
        const inbox = createInbox();
        child = launched;
        launched.stdin?.on('error', () => { });
        launched.stdout?.on('data', (chunk) => {
            const bytes = child === launched ? inbox.push(chunk) : undefined;
            if (bytes === undefined)
                return;
            inbox.keep(bytes.subarray(receive(bytes)));
            if (waiting.length === 0)
                hold(launched, false);
        });
        launched.on('error', cause => restart(launched, cause));
        launched.on('close', () => restart(launched, undefined));
        return launched;
    };
    const ask = (lines, withContents) => {
        if (closed)
            return Promise.reject(new PerpetualError('The local forge was read after it had been closed', { actBy: 'report-bug' }));
        if (lines.length === 0)
            return Promise.resolve([]);
        const requests = [];
        const answers = lines.map(line => new Promise((resolve, reject) => {
            requests.push({ line, withContents, restarts: 0, resolve, reject });
        }));
        waiting.push(...requests);
        send(requests);
        return Promise.all(answers);
    };
    return {
        read: oids => ask(oids.map(oid => `contents ${oid}`), true),
        tip: async (ref) => (await ask([`info ${ref}`], false))[0]?.oid,
        close: () => {
            closed = true;
            child?.stdin?.end();
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/local/tree.js

/** Folders are immutable by object id; the cache is emptied when it holds this many. */
const cachedFolders = 5_000;
const typeOf = (mode) => mode === '40000' ? 'folder' : mode === '100644' || mode === '100755' ? 'file' : undefined;
const parseFolder = (bytes, oidBytes) => {
    const entries = new Map();
    for (let from = 0; from < bytes.length;) {
        const space = bytes.indexOf(0x20, from);
        const zero = bytes.indexOf(0, space);
        const type = typeOf(bytes.toString('latin1', from, space));
        const oid = bytes.toString('hex', zero + 1, zero + 1 + oidBytes);
        if (type !== undefined)
            entries.set(bytes.toString('utf8', space + 1, zero), { type, oid });
        from = zero + 1 + oidBytes;
    }
    return entries;
};
const empty = new Map();
const tree_createTrees = (reader) => {
    const folders = new Map();
    const load = async (oid) => {
        const [object] = await reader.read([oid]);
        if (object?.type !== 'tree')
            throw new PerpetualError(`Expected a folder at object ${oid}, found none: run \`git fsck\``, { actBy: 'fix-config' });
        return parseFolder(object.bytes, oid.length / 2);
    };
    const folderOf = (oid) => {
        const known = folders.get(oid);
        if (known !== undefined)
            return known;
        if (folders.size >= cachedFolders)
            folders.clear();
        const loading = load(oid);
        folders.set(oid, loading);
        loading.catch(() => folders.delete(oid));
        return loading;
    };
    const root = async (head) => {
        if (head === null)
            return empty;
        const [commit] = /^[0-9a-f]{40,64}$/.test(head) ? await reader.read([head]) : [];
        const tree = commit?.type === 'commit' ? /^tree ([0-9a-f]+)$/m.exec(commit.bytes.toString('latin1'))?.[1] : undefined;
        if (tree !== undefined)
            return folderOf(tree);
        throw new GoneCommitError(head);
    };
    const walk = async (from, path) => {
        let folder = from;
        const names = path.split('/');
        for (const [index, name] of names.entries()) {
            const entry = folder.get(name);
            if (entry === undefined || index === names.length - 1)
                return entry;
            if (entry.type === 'file')
                return undefined;
            folder = await folderOf(entry.oid);
        }
        return undefined;
    };
    const find = async (head, paths) => {
        const top = await root(head);
        const found = await Promise.all(paths.map(path => walk(top, path)));
        return new Map(paths.flatMap((path, index) => {
            const entry = found[index];
            return entry?.type === 'file' ? [[path, entry.oid]] : [];
        }));
    };
    const below = async (folder, prefix) => {
        const parts = await Promise.all([...folder].map(async ([name, entry]) => entry.type === 'file' ? [[prefix + name, entry.oid]] : below(await folderOf(entry.oid), `${prefix}${name}/`)));
        return parts.flat();
    };
    const readFiles = async (head, paths) => {
        const found = [...(await find(head, paths))];
        const objects = await reader.read(found.map(([, oid]) => oid));
        return found.map(([path, oid], index) => {
            const object = objects[index];
            if (object === undefined)
                throw new PerpetualError(`Expected object ${oid} of \`${path}\` in the repository, but it is gone`, {
                    actBy: 'fix-config',
                });
            return [path, object.bytes];
        });
    };
    return {
        find,
        read: async (head, paths) => new Map((await readFiles(head, paths)).map(([path, bytes]) => [path, bytes.toString('utf8')])),
        readBytes: async (head, path) => (await readFiles(head, [path]))[0]?.[1],
        list: async (head, folder) => {
            const top = await root(head);
            const start = folder.replace(/\/+$/, '');
            const entry = start === '' ? undefined : await walk(top, start);
            if (start !== '' && entry?.type !== 'folder')
                return [];
            const inside = entry === undefined ? top : await folderOf(entry.oid);
            const files = await below(inside, start === '' ? '' : `${start}/`);
            return files.toSorted(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/local/repository.js





const repository_refuse = (message) => new PerpetualError(message, { actBy: 'fix-config' });
/** Git's version; throws `fix-config` where git is missing or older than 2.38, with which `merge-tree --write-tree` came. */
const checkGitVersion = async (folder) => {
    const { stdout } = await runGit(['--version'], { cwd: '/' });
    const [, major = '0', minor = '0'] = /(\d+)\.(\d+)/.exec(stdout) ?? [];
    if (Number(major) > 2 || (Number(major) === 2 && Number(minor) >= 38))
        return `${major}.${minor}`;
    throw repository_refuse(`Expected git 2.38 or newer for the local forge in ${folder}, found ${stdout.trim()}: update git`);
};
const discover = async (folder) => {
    const found = await runGit(['-C', folder, 'rev-parse', '--path-format=absolute', '--git-common-dir', '--show-object-format'], {
        cwd: '/',
    });
    const [gitDir = '', format = ''] = found.stdout.split('\n');
    if (found.code === 0 && gitDir !== '')
        return { gitDir, zero: '0'.repeat(format === 'sha256' ? 64 : 40) };
    if (found.stderr.includes('not a git repository')) {
        throw repository_refuse(`Expected a git repository in ${folder}, found none: run \`git init\` there or pass --repo`);
    }
    throw repository_refuse(`Expected a git repository in ${folder}, but git says: ${complaint(found)}`);
};
/** The branch that deliveries start from: the remote's default where known, else what is checked out, else the usual names. */
const findDefaultBranch = async (folder) => {
    const inFolder = (args) => runGit(['-C', folder, ...args], { cwd: '/' });
    const [remote, head, configured, refs] = await Promise.all([
        inFolder(['symbolic-ref', '--quiet', 'refs/remotes/origin/HEAD']),
        inFolder(['symbolic-ref', '--quiet', 'HEAD']),
        inFolder(['config', '--get', 'init.defaultBranch']),
        inFolder(['for-each-ref', '--format=%(refname)', 'refs/heads/']),
    ]);
    const branches = new Set(refs.stdout
        .split('\n')
        .filter(ref => ref.startsWith('refs/heads/'))
        .map(ref => ref.slice('refs/heads/'.length)));
    const current = head.stdout.trim().replace(/^refs\/heads\//, '');
    const wanted = [
        remote.stdout.trim().replace(/^refs\/remotes\/origin\//, ''),
        current,
        configured.stdout.trim(),
        'main',
        'master',
    ];
    const chosen = wanted.find(name => name !== '' && !name.startsWith('perpetual/') && branches.has(name));
    if (chosen !== undefined)
        return chosen;
    if (![...branches].some(name => !name.startsWith('perpetual/')) && head.code === 0) {
        throw repository_refuse(`Expected at least one commit in ${folder}, found none: commit something first`);
    }
    throw repository_refuse(`Expected a branch to deliver to in ${folder}, but HEAD is on none and neither main nor master exists: \`git switch\` to one`);
};
/** Opens the repository that `folder` lies in (a work tree, a linked one, a sub-folder, or a bare repository). */
const repository_openRepository = async (folder) => {
    await checkGitVersion(folder);
    const { gitDir, zero } = await discover(folder);
    const defaultBranch = await findDefaultBranch(folder);
    const reader = createObjectReader(gitDir);
    const git = (args, { workTree, ...options } = {}) => {
        // A git in the repository's folder looks like the owner of a lock there, so only those that touch a work tree run in it.
        const run = { ...options, ...(workTree === undefined ? { cwd: '/', gitDir } : { cwd: workTree }) };
        return pastLocks(() => runGit(args, run), workTree === undefined ? [gitDir] : [gitDir, workTree]);
    };
    return {
        gitDir,
        defaultBranch,
        zero,
        reader,
        trees: createTrees(reader),
        git,
        output: async (what, args, options) => {
            const result = await git(args, options);
            if (result.code !== 0)
                throw gitFailure(what, result);
            return result.stdout;
        },
        close: () => reader.close(),
    };
};

;// CONCATENATED MODULE: ./src/forge/local/local-forge.js







const stateBranch = 'perpetual/state';
/**
 * A forge in a plain git repository on this disk: no server, no network, safe to kill at any moment.
 * Throws a PerpetualError (`fix-config`) where the folder is no repository, has no commit, or git is missing or older than 2.38.
 */
const local_forge_openLocalForge = async ({ repository: folder, clock, account = 'perpetual[local]', }) => {
    const repository = await openRepository(folder);
    const board = createBoard(repository, clock);
    return {
        kind: 'local',
        defaultBranch: repository.defaultBranch,
        state: createBranchStore(repository, stateBranch, clock),
        issues: createIssues({ board, account, clock }),
        pulls: createPulls({ repository, board, account, clock }),
        contents: {
            head: () => branchHead(repository, repository.defaultBranch),
            read: (head, paths) => repository.trees.read(head, paths),
            list: async (head, below) => (await repository.trees.list(head, below)).map(([path]) => path),
            readBytes: (head, path) => repository.trees.readBytes(head, path),
            versions: async (head, below) => new Map(await repository.trees.list(head, below)),
        },
        tidy: async () => {
            for (const branch of [stateBranch, boardBranch])
                await compactBranch(repository, branch, clock);
            await repository.git(['-c', 'gc.autoDetach=false', '-c', 'gc.recentObjectsHook=', 'gc', '--auto', '--quiet'], {
                lowPriority: true,
            });
        },
        close: async () => repository.close(),
    };
};

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./src/index-cache/open-sqlite.js


/** "PQIX": by this SQLite file knows that it is ours (`PRAGMA application_id`). */
const applicationId = 0x50514958;
/** Raised whenever the tables, the signatures or the way questions are normalised change; a file of another version is not read. */
const indexVersion = 1;
const inMemory = ':memory:';
/** How long a writer waits for another one, milliseconds. */
const busyMs = 10_000;
/** Pages kept in memory, KiB: the same whatever the size of the index. */
const cacheKib = 32 * 1024;
const tables = `
CREATE TABLE file (number INTEGER PRIMARY KEY, path TEXT NOT NULL, version TEXT NOT NULL, UNIQUE (path, version));
CREATE TABLE item (number INTEGER PRIMARY KEY, file INTEGER NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL, keys BLOB NOT NULL);
CREATE TABLE bucket (key INTEGER PRIMARY KEY, count INTEGER NOT NULL, newest BLOB NOT NULL);
CREATE TABLE band (number INTEGER PRIMARY KEY, upto INTEGER NOT NULL, settled INTEGER NOT NULL);
PRAGMA application_id = ${applicationId};
PRAGMA user_version = ${indexVersion};`;
/** What stands in the file is none of ours, or not any more. */
class DamagedIndexError extends Error {
}
const numberAt = (database, pragma) => Object.values(database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0];
/** Runs `work` as one write that happens whole or not at all, whatever kills the process. */
function inTransaction(database, work) {
    database.exec('BEGIN IMMEDIATE');
    try {
        work();
        database.exec('COMMIT');
    }
    catch (error) {
        if (database.isTransaction)
            database.exec('ROLLBACK');
        throw error;
    }
}
function makeTables(database) {
    inTransaction(database, () => {
        const isNew = numberAt(database, 'schema_version') === 0;
        if (isNew)
            database.exec(tables);
        else if (numberAt(database, 'application_id') !== applicationId || numberAt(database, 'user_version') !== indexVersion)
            throw new DamagedIndexError('Expected an index of questions, found another database');
    });
}
/**
 * Opens the file, making it where it is not there. The write-ahead log keeps it whole when a process is killed; after a loss of power
 * SQLite's own order of writes does. Imported late, because Node has SQLite only from 22.13 on.
 */
async function openSqlite(location) {
    const sqlite = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 99, 19));
    if (location !== inMemory)
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(location), { recursive: true, mode: 0o700 });
    const database = new sqlite.DatabaseSync(location, { timeout: busyMs });
    try {
        database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -${cacheKib}; PRAGMA temp_store = MEMORY`);
        makeTables(database);
        // Questions may come from a private repository.
        if (location !== inMemory)
            (0,external_node_fs_.chmodSync)(location, 0o600);
        return database;
    }
    catch (error) {
        database.close();
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/index-cache/cache-files.js



function createCacheFiles(folder, name) {
    const pattern = /^(.+)-v(\d{1,6})-(\d{1,6})\.sqlite(?:-wal|-shm|-journal)?$/;
    const list = () => {
        try {
            return (0,external_node_fs_.readdirSync)(folder).flatMap(file => {
                const [, own, version, generation] = pattern.exec(file) ?? [];
                return own === name ? [{ file, version: Number(version), generation: Number(generation) }] : [];
            });
        }
        catch {
            return [];
        }
    };
    return {
        newest: () => Math.max(1, ...list().flatMap(each => (each.version === indexVersion ? [each.generation] : []))),
        pathOf: generation => (0,external_node_path_.join)(folder, `${name}-v${indexVersion}-${generation}.sqlite`),
        removeBefore: current => {
            for (const { file, version, generation } of list())
                if (version < indexVersion || (version === indexVersion && generation < current))
                    (0,external_node_fs_.rmSync)((0,external_node_path_.join)(folder, file), { force: true });
        },
    };
}

;// CONCATENATED MODULE: ./src/index-cache/failure.js

/** SQLITE_ERROR (tables that are not as expected), IOERR (a file that was cut short), CORRUPT and NOTADB; https://sqlite.org/rescode.html */
const damage = new Set([1, 10, 11, 26]);
/** Undefined for what has nothing to do with the file. */
function failureOf(error) {
    if (error instanceof DamagedIndexError)
        return 'damaged';
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'ERR_SQLITE_ERROR')
        return undefined;
    // The low byte is the kind; the rest tells more of it.
    const kind = 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : 0;
    return damage.has(kind) ? 'damaged' : 'unusable';
}

// EXTERNAL MODULE: ./src/dataset/shingles.js
var shingles = __webpack_require__(175);
// EXTERNAL MODULE: ./src/dataset/near-search.js
var near_search = __webpack_require__(6019);
;// CONCATENATED MODULE: ./src/index-cache/columns.js

const wrong = (column) => new DamagedIndexError(`Expected another kind of value in the column ${column}`);
function numberIn(row, column) {
    const value = row[column];
    if (typeof value === 'number')
        return value;
    throw wrong(column);
}
function textIn(row, column) {
    const value = row[column];
    if (typeof value === 'string')
        return value;
    throw wrong(column);
}
/** A blob of 32-bit numbers as this machine writes them: a cache is never carried to another one. */
function numbersIn(row, column) {
    const value = row[column];
    if (!(value instanceof Uint8Array) || value.byteLength % 4 !== 0)
        throw wrong(column);
    return value.byteOffset % 4 === 0
        ? new Int32Array(value.buffer, value.byteOffset, value.byteLength / 4)
        : new Int32Array(value.slice().buffer);
}
const blobOf = (numbers) => new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

;// CONCATENATED MODULE: ./src/index-cache/buckets.js



/** Items of a chunk at most: a key and a place in the chunk are sorted as one number below 2^53. */
const chunkItems = 2 ** 17;
/** `key` and place of each item from `from` on, ascending. Neighbours in the table are then written one after the other. */
const sortedPlaces = (keys, from) => {
    const sorted = new Float64Array(keys.length - from);
    for (let at = from; at < keys.length; at++)
        sorted[at - from] = ((keys[at] ?? 0) >>> 0) * chunkItems + at;
    sorted.sort();
    return sorted;
};
/** The newest of what is newer and of what is older, newest first. */
const joined = (newer, older) => {
    const whole = new Int32Array(Math.min(near_search/* effort */.xb.entries, newer.length + older.length));
    whole.set(newer.subarray(0, whole.length));
    whole.set(older.subarray(0, whole.length - Math.min(newer.length, whole.length)), Math.min(newer.length, whole.length));
    return whole;
};
/** Rows of the young level stand behind all others. */
const levels = { old: 0, young: 2 ** 40 };
const bandRows = 2 ** 32;
function createBuckets(database, bands) {
    const select = database.prepare('SELECT count, newest FROM bucket WHERE key = ?');
    const selectAll = database.prepare(`SELECT key, count, newest FROM bucket WHERE key IN (${Array.from({ length: 2 * bands }, () => '?').join()}) ORDER BY key`);
    const write = database.prepare('INSERT OR REPLACE INTO bucket (key, count, newest) VALUES (?, ?, ?)');
    const remove = database.prepare('DELETE FROM bucket WHERE key >= ? AND key < ?');
    const selectBand = database.prepare('SELECT upto, settled FROM band WHERE number = ?');
    const writeBand = database.prepare('INSERT OR REPLACE INTO band (number, upto, settled) VALUES (?, ?, ?)');
    const bucketOf = (row) => ({ count: numberIn(row, 'count'), newest: numbersIn(row, 'newest') });
    /** `items` ascending. */
    const push = (row, items) => {
        const found = select.get(row);
        const newer = Int32Array.from(items.slice(-near_search/* effort */.xb.entries)).toReversed();
        if (found === undefined)
            write.run(row, items.length, blobOf(newer));
        else {
            const before = bucketOf(found);
            write.run(row, before.count + items.length, blobOf(joined(newer, before.newest)));
        }
    };
    const pushAll = (start, { first, keys }, from) => {
        const places = sortedPlaces(keys, from);
        let items = [];
        for (const [at, place] of places.entries()) {
            items.push(first + (place % chunkItems));
            const key = Math.floor(place / chunkItems);
            const following = places[at + 1];
            if (following !== undefined && Math.floor(following / chunkItems) === key)
                continue;
            push(start + key, items);
            items = [];
        }
    };
    const bounds = (band) => {
        const found = selectBand.get(band);
        return found === undefined ? { upto: 0, settled: 0 } : { upto: numberIn(found, 'upto'), settled: numberIn(found, 'settled') };
    };
    return {
        bounds,
        read: keys => {
            const rows = Array.from(keys, (key, band) => band * bandRows + (key >>> 0));
            const found = new Map();
            // In the order of keys, so that a young row comes after the old one.
            for (const row of selectAll.all(...rows, ...rows.map(old => levels.young + old))) {
                const band = Math.floor((numberIn(row, 'key') % levels.young) / bandRows);
                const [bucket, old] = [bucketOf(row), found.get(band)];
                const whole = old && { count: old.count + bucket.count, newest: joined(bucket.newest, old.newest) };
                found.set(band, whole ?? bucket);
            }
            return found;
        },
        // Another process may have entered or settled some of them meanwhile, so the bounds are read within the write.
        enter: chunks => inTransaction(database, () => {
            for (const [band, chunk] of chunks.entries()) {
                const { upto, settled } = bounds(band);
                const from = upto + 1 - chunk.first;
                if (from < 0 || from >= chunk.keys.length)
                    continue;
                pushAll(levels.young + band * bandRows, chunk, from);
                writeBand.run(band, chunk.first + chunk.keys.length - 1, settled);
            }
        }),
        settle: (band, chunk) => inTransaction(database, () => {
            const { upto, settled } = bounds(band);
            const [from, last] = [settled + 1 - chunk.first, chunk.first + chunk.keys.length - 1];
            if (from < 0 || from >= chunk.keys.length)
                return;
            pushAll(levels.old + band * bandRows, chunk, from);
            if (last >= upto)
                remove.run(levels.young + band * bandRows, levels.young + (band + 1) * bandRows);
            writeBand.run(band, Math.max(upto, last), last);
        }),
    };
}

;// CONCATENATED MODULE: ./src/index-cache/item-signature.js


/** The band after the last: a hash of the whole text, by which exact repetitions are found. */
const exactBand = near_search/* usualBands */.ju;
const keysPerItem = near_search/* usualBands */.ju + 1;
/** Makes what is stored of a normalised question. */
function createItemSigner() {
    const sign = (0,near_search/* createSigner */.rO)(near_search/* usualBands */.ju);
    return text => {
        const signature = sign(text);
        const keys = new Int32Array(keysPerItem);
        keys.set(signature.keys);
        keys[exactBand] = (0,shingles/* hashOf */.qQ)(text, 0, text.length);
        return { signature, keys };
    };
}

// EXTERNAL MODULE: ./src/dataset/min-hash.js
var min_hash = __webpack_require__(8111);
;// CONCATENATED MODULE: ./src/index-cache/question-search.js





/** Questions whose candidates are remembered, as the same ones are looked up again before they come in. */
const mostRemembered = 2_000;
/**
 * Candidates that share one looked-at bucket alone, whose signatures are compared; the rarest bucket's first. A repetition at Jaccard 0.7
 * shares eight of 32 on average, and each signature is a page read from somewhere else in the file.
 */
const mostOfOne = 12;
/** Buckets by size, then newest first: rare buckets tell most, as in the table in memory. */
function candidatesIn(buckets, { budget, most }) {
    const shared = new Map();
    let left = budget;
    for (const { newest } of buckets.toSorted((a, b) => a.count - b.count)) {
        for (const item of newest.subarray(0, left))
            shared.set(item, (shared.get(item) ?? 0) + 1);
        left -= Math.min(left, newest.length);
        if (left === 0)
            break;
    }
    const several = [...shared].filter(([, times]) => times > 1).toSorted((a, b) => b[1] - a[1]);
    const once = [...shared].filter(([, times]) => times === 1).slice(0, mostOfOne);
    return [...several, ...once].slice(0, most).map(([item]) => item);
}
function agreementOf(stored, keys) {
    let rows = 0;
    for (let band = 0; band < near_search/* usualBands */.ju; band++)
        rows += (0,min_hash/* agreeingRows */.QD)(stored[band] ?? 0, keys[band] ?? 0);
    return rows / (near_search/* usualBands */.ju * min_hash/* rowsPerBand */._6);
}
/** Finds what a question repeats by an effort that does not grow with the number of items. */
function createQuestionSearch(database, buckets) {
    const sign = createItemSigner();
    const places = Array.from({ length: near_search/* effort */.xb.signatures }, () => '?').join();
    const readKeys = database.prepare(`SELECT number, keys FROM item WHERE number IN (${places})`);
    const readItem = database.prepare('SELECT file, id, text FROM item WHERE number = ?');
    const remembered = new Map();
    const itemOf = (number) => {
        const row = readItem.get(number);
        return row && { file: numberIn(row, 'file'), id: textIn(row, 'id'), text: textIn(row, 'text') };
    };
    const textOf = (number) => itemOf(number)?.text ?? '';
    /** The keys of at most `effort.signatures` items. */
    const keysOf = (items) => new Map(readKeys
        .all(...Array.from({ length: near_search/* effort */.xb.signatures }, (_, at) => items[at] ?? 0))
        .map(row => [numberIn(row, 'number'), numbersIn(row, 'keys')]));
    const sourceOf = (found) => {
        let stored = new Map();
        return {
            candidates: (_keys, limits) => {
                const items = candidatesIn(found, limits);
                stored = keysOf(items);
                return items;
            },
            agreement: (item, keys) => agreementOf(stored.get(item) ?? new Int32Array(near_search/* usualBands */.ju), keys),
        };
    };
    const candidatesOf = (text) => {
        const { signature, keys } = sign(text);
        const found = buckets.read(keys);
        const same = [...(found.get(exactBand)?.newest ?? [])].toReversed().filter(number => textOf(number) === text);
        const similar = [...found].flatMap(([band, bucket]) => (band === exactBand ? [] : [bucket]));
        return { same, ranked: (0,near_search/* rankNear */.$X)(sourceOf(similar), signature, near_search/* usualThreshold */.cR) };
    };
    const remember = (text) => {
        const known = remembered.get(text);
        if (known !== undefined)
            return known;
        const candidates = candidatesOf(text);
        if (remembered.size >= mostRemembered)
            remembered.clear();
        remembered.set(text, candidates);
        return candidates;
    };
    return {
        find: (question, accepts) => {
            const text = (0,shingles/* normalizeQuestion */.ol)(question);
            const { same, ranked } = remember(text);
            const counting = (number) => {
                const item = itemOf(number);
                return item !== undefined && accepts(item) ? item : undefined;
            };
            for (const number of same) {
                const exact = counting(number);
                if (exact !== undefined)
                    return { id: exact.id, file: exact.file, jaccard: 1, exact: true };
            }
            const accepted = ranked.filter(({ item }) => counting(item) !== undefined);
            const near = (0,near_search/* findNear */.Ev)(accepted, sign(text).signature, { threshold: near_search/* usualThreshold */.cR, textOf });
            const item = near && itemOf(near.item);
            return near && item && { id: item.id, file: item.file, jaccard: near.jaccard, exact: false };
        },
        forget: () => remembered.clear(),
    };
}

;// CONCATENATED MODULE: ./src/index-cache/question-store.js







/** A file's name among all versions of all files. */
const nameOf = ({ path, version }) => `${path}\n${version}`;
/** Items of the young level at most. */
const youngItems = 2 ** 14;
async function openQuestionStore(location) {
    const database = await openSqlite(location);
    const buckets = createBuckets(database, keysPerItem);
    const search = createQuestionSearch(database, buckets);
    const sign = createItemSigner();
    const addFile = database.prepare('INSERT OR IGNORE INTO file (path, version) VALUES (?, ?)');
    const addItem = database.prepare('INSERT INTO item (file, id, text, keys) VALUES (?, ?, ?, ?)');
    const filesAfter = database.prepare('SELECT number, path, version FROM file WHERE number > ? ORDER BY number');
    const lastItem = database.prepare('SELECT coalesce(max(number), 0) AS number FROM item');
    const keysFrom = database.prepare('SELECT number, keys FROM item WHERE number >= ? AND number <= ? ORDER BY number');
    const seen = new Map();
    let lastFile = 0;
    const addOne = (file, { id, question }) => {
        const text = (0,shingles/* normalizeQuestion */.ol)(question);
        addItem.run(file, id, text, blobOf(sign(text).keys));
    };
    /** The keys of consecutive items, band after band. */
    const readChunk = (first, last) => {
        const bands = Array.from({ length: keysPerItem }, () => new Int32Array(last - first + 1));
        for (const row of keysFrom.iterate(first, last)) {
            const at = numberIn(row, 'number') - first;
            for (const [band, key] of numbersIn(row, 'keys').entries()) {
                const keys = bands[band];
                if (keys !== undefined)
                    keys[at] = key;
            }
        }
        return bands;
    };
    return {
        files: () => {
            for (const row of filesAfter.iterate(lastFile)) {
                const file = { number: numberIn(row, 'number'), path: textIn(row, 'path'), version: textIn(row, 'version') };
                seen.set(nameOf(file), file);
                lastFile = file.number;
            }
            return seen;
        },
        add: files => inTransaction(database, () => {
            for (const [{ path, version }, questions] of files) {
                const { changes, lastInsertRowid } = addFile.run(path, version);
                if (Number(changes) === 0)
                    continue;
                for (const question of questions)
                    addOne(Number(lastInsertRowid), question);
            }
        }),
        enter: async () => {
            const last = numberIn(lastItem.get() ?? {}, 'number');
            const bounds = Array.from({ length: keysPerItem }, (_, band) => buckets.bounds(band));
            const settled = Math.min(...bounds.map(each => each.settled));
            const isYoung = last - settled <= youngItems;
            const known = isYoung ? Math.min(...bounds.map(each => each.upto)) : settled;
            search.forget();
            for (let first = known + 1; first <= last; first += chunkItems) {
                const chunks = readChunk(first, Math.min(last, first + chunkItems - 1)).map(keys => ({ first, keys }));
                if (isYoung)
                    buckets.enter(chunks);
                else {
                    for (const [band, chunk] of chunks.entries()) {
                        buckets.settle(band, chunk);
                        await (0,external_node_timers_promises_.setImmediate)();
                    }
                }
            }
        },
        find: (question, accepts) => search.find(question, accepts),
        close: () => database.close(),
    };
}

;// CONCATENATED MODULE: ./src/index-cache/question-index.js




/** Files that are read and indexed at a time, so that memory stays bounded and answers can come in between. */
const filesAtOnce = 8;
/** Files that are gone may be as many as those that count, and so many more, before the index is made anew without them. */
const goneFiles = 64;
/** Brings a store to hold these files; undefined where too much of it is of files that are gone. */
async function bring(store, held) {
    for (;;) {
        // Asked again after each reading, because another process may be at the same files.
        const stored = store.files();
        const paths = new Map();
        const missing = [];
        for (const file of held.files) {
            const known = stored.get(nameOf(file));
            if (known === undefined)
                missing.push(file);
            else
                paths.set(known.number, known.path);
        }
        const next = missing.slice(0, filesAtOnce);
        if (next.length === 0) {
            if (stored.size - paths.size > paths.size + goneFiles)
                return undefined;
            await store.enter();
            return { store, held, paths };
        }
        const read = await held.read(next.map(({ path }) => path));
        store.add(next.map((file) => [file, read.get(file.path) ?? []]));
    }
}
/**
 * Questions of many files, kept in SQLite outside the repository, or in memory alone where `place` is null. It is a cache: what is missing is
 * read, what is damaged is made anew, and where the folder cannot be used the index is built in memory.
 */
function createQuestionIndex(place) {
    const files = place === null ? undefined : createCacheFiles(place.folder, place.name);
    let generation = files?.newest() ?? 0;
    let isInMemory = files === undefined;
    let rebuilt = 0;
    let store;
    let ready;
    let turn = Promise.resolve();
    const open = async () => {
        if (store !== undefined)
            return store;
        if (files === undefined || isInMemory)
            return (store = await openQuestionStore(inMemory));
        try {
            store = await openQuestionStore(files.pathOf(generation));
            files.removeBefore(generation);
            return store;
        }
        catch (error) {
            if (failureOf(error) === 'damaged')
                throw error;
            isInMemory = true;
            return (store = await openQuestionStore(inMemory));
        }
    };
    const giveUp = () => {
        try {
            store?.close();
        }
        catch {
            // It is not used any more.
        }
        store = undefined;
        ready = undefined;
    };
    const startAnew = () => {
        giveUp();
        generation = Math.max(generation + 1, files?.newest() ?? 0);
    };
    const makeReady = async (held) => {
        if (ready?.held === held)
            return ready;
        ready = await bring(await open(), held);
        if (ready !== undefined)
            return ready;
        startAnew();
        return makeReady(held);
    };
    /** Once a damaged file is followed by another one, after that by memory: whatever the disk does, the answer is right. */
    const attempt = async (held, work) => {
        for (;;) {
            try {
                return work(await makeReady(held));
            }
            catch (error) {
                const failure = failureOf(error);
                if (failure === undefined || isInMemory)
                    throw error;
                if (failure === 'damaged' && rebuilt === 0)
                    startAnew();
                else
                    giveUp();
                isInMemory = failure === 'unusable' || rebuilt > 0;
                rebuilt += 1;
            }
        }
    };
    /** One after the other: a look-up finds what the hold before it brought. */
    const inTurn = (work) => {
        const result = turn.then(work);
        turn = result.catch(() => { });
        return result;
    };
    let latest = { files: [], read: async () => new Map() };
    return {
        hold: (held, read) => inTurn(async () => {
            latest = { files: held, read };
            await attempt(latest, () => { });
        }),
        find: (question, accept = () => true) => inTurn(() => attempt(latest, ({ store: questions, paths }) => {
            const pathOf = (file) => paths.get(file) ?? '';
            const found = questions.find(question, ({ id, file }) => paths.has(file) && accept({ id, path: pathOf(file) }));
            if (found === undefined)
                return undefined;
            const { file, ...duplicate } = found;
            return { ...duplicate, path: pathOf(file) };
        })),
        close: giveUp,
    };
}

;// CONCATENATED MODULE: ./src/index-cache/question-indexes.js




/**
 * Where the caches of a data repository lie: below `PERPETUAL_CACHE`, else `XDG_CACHE_HOME`, else `~/.cache`. `identity` tells one
 * repository from another: `owner/name` on GitHub, the path of its git folder on a disk.
 */
function cacheFolder(environment, identity) {
    const { PERPETUAL_CACHE: own = '', XDG_CACHE_HOME: shared = '' } = environment;
    const top = own !== '' ? own : (0,external_node_path_.join)(shared !== '' ? shared : (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.cache'), 'perpetual');
    return (0,external_node_path_.join)(top, (0,external_node_crypto_.createHash)('sha256').update(identity).digest('hex').slice(0, 16));
}
/** The indexes of a data repository, for as long as a session lasts; `folder` null keeps all of them in memory. */
function createQuestionIndexes(folder) {
    const at = (name) => createQuestionIndex(folder === null ? null : { folder, name });
    const indexes = { database: at('database'), inbox: at('inbox'), open: createQuestionIndex(null) };
    return { ...indexes, close: () => Object.values(indexes).forEach((index) => index.close()) };
}

// EXTERNAL MODULE: ./src/domain/state.js
var domain_state = __webpack_require__(8935);
// EXTERNAL MODULE: ./src/domain/task.js
var domain_task = __webpack_require__(3761);
// EXTERNAL MODULE: ./src/domain/claim.js
var claim = __webpack_require__(970);
// EXTERNAL MODULE: ./src/domain/ledger.js
var domain_ledger = __webpack_require__(1841);
// EXTERNAL MODULE: ./src/domain/slot.js
var domain_slot = __webpack_require__(9800);
;// CONCATENATED MODULE: ./src/domain/transitions/lenses.js



/** A record's own entry: names come from outside, and one like `constructor` is on every object. */
const entry = (record, name) => Object.hasOwn(record, name) ? record[name] : undefined;
/** What was never written is empty. */
const pipelineOf = (state, name) => entry(state.pipelines, name) ?? (0,domain_state/* emptyPipeline */.eU)(name);
const accountOf = (state, name) => entry(state.accounts, name) ?? (0,domain_state/* emptyAccount */.dO)(name);
const boardOf = (state, pipeline) => entry(state.boards, pipeline) ?? (0,domain_slot/* emptyBoard */.mX)(pipeline);
const taskOf = (state, id) => entry(state.tasks, id);
const withPipeline = (state, pipeline) => ({
    ...state,
    pipelines: { ...state.pipelines, [pipeline.pipeline]: pipeline },
});
const withAccount = (state, account) => ({
    ...state,
    accounts: { ...state.accounts, [account.account]: account },
});
const withBoard = (state, board) => ({
    ...state,
    boards: { ...state.boards, [board.pipeline]: board },
});
const withTask = (state, task) => ({ ...state, tasks: { ...state.tasks, [task.id]: task } });
/** Changes every ledger of an account. */
function mapLedgers(account, change) {
    const ledgers = {};
    for (const meter of domain_ledger/* meters */.L2) {
        const ledger = account.ledgers[meter];
        if (ledger !== undefined)
            ledgers[meter] = change(ledger, meter);
    }
    return { ...account, ledgers };
}
function addAmounts(a, b) {
    const sum = { ...a };
    for (const meter of domain_ledger/* meters */.L2) {
        const more = b[meter];
        if (more !== undefined)
            sum[meter] = (sum[meter] ?? 0) + more;
    }
    return sum;
}

;// CONCATENATED MODULE: ./src/domain/transitions/claiming.js




const newSession = (id, operation) => ({
    id,
    startedAt: operation.now,
    ledgers: {},
    spent: {},
    calls: 0,
    accepted: 0,
    rejected: 0,
    tasks: [],
    deliveries: [],
    wrap: null,
});
/** Goes on with the session that is there, else begins one; a live claim and (without force) a cooldown refuse. */
function claiming_claim(state, operation) {
    const pipeline = pipelineOf(state, operation.pipeline);
    if ((0,claim/* isLive */.DG)(pipeline.claim, operation.now, operation.deadEpoch))
        return { fenced: 'held', until: pipeline.claim.expiresAt };
    const isCooling = pipeline.session === null && pipeline.cooldownUntil !== null && pipeline.cooldownUntil > operation.now;
    if (isCooling && !operation.force)
        return { fenced: 'cooling', until: pipeline.cooldownUntil ?? operation.now };
    const sessions = pipeline.session === null ? pipeline.sessions + 1 : pipeline.sessions;
    const session = pipeline.session ?? newSession(`${operation.pipeline}-${String(sessions).padStart(4, '0')}`, operation);
    const epoch = pipeline.epoch + 1;
    const expiresAt = (0,instant/* plusMs */.f9)(operation.now, operation.leaseMs);
    return withPipeline(state, {
        ...pipeline,
        epoch,
        sessions,
        session,
        claim: { epoch, session: session.id, holder: operation.holder, expiresAt },
    });
}
/** Ends the session and gives back what it had reserved and not used. */
function wrap(state, operation) {
    const pipeline = pipelineOf(state, operation.pipeline);
    const account = accountOf(state, operation.account);
    const holder = { pipeline: operation.pipeline, session: operation.session, epoch: operation.epoch };
    const released = mapLedgers(account, ledger => ({
        ...ledger,
        reservations: ledger.reservations.filter(each => !(0,domain_ledger/* isHeldBy */.D0)(each, holder)),
    }));
    const task = pipeline.task === null ? undefined : taskOf(state, pipeline.task);
    const forgiven = operation.forgive && task !== undefined ? withTask(state, { ...task, attempts: Math.max(0, task.attempts - 1) }) : state;
    return withPipeline(withAccount(forgiven, released), {
        ...pipeline,
        claim: null,
        session: null,
        cooldownUntil: operation.cooldownUntil,
    });
}

;// CONCATENATED MODULE: ./src/domain/transitions/spending.js



const nothing = { used: 0, hold: 0, want: 0 };
/** Every ledger that a limit is configured for, opened or brought up to date; ledgers without a limit stay as they are. */
function current(ledgers, limits) {
    const next = { ...ledgers };
    for (const meter of domain_ledger/* meters */.L2) {
        const limit = limits[meter];
        if (limit === undefined)
            continue;
        const ledger = ledgers[meter];
        next[meter] = ledger === undefined ? (0,domain_ledger/* openLedger */.au)(limit, limit.window) : (0,domain_ledger/* bringUpToDate */.fG)(ledger, limit, limit.window);
    }
    return next;
}
function settleAll(ledgers, spend, { holder, at }) {
    const next = { ...ledgers };
    for (const meter of domain_ledger/* meters */.L2) {
        const ledger = ledgers[meter];
        if (ledger !== undefined)
            next[meter] = (0,domain_ledger/* settleAndReserve */.HX)(ledger, holder, { ...(spend[meter] ?? nothing), at }).ledger;
    }
    return next;
}
/** A quota is one of calls; an account whose calls are not limited is closed by its dollars. */
function closeWhereRefused(ledgers, refusedAt) {
    const meter = ledgers.calls === undefined ? 'usdMicros' : 'calls';
    const ledger = ledgers[meter];
    return refusedAt === undefined || ledger === undefined ? ledgers : { ...ledgers, [meter]: (0,domain_ledger/* closedSince */.z9)(ledger, refusedAt) };
}
/** Settles, reserves, renews the claim and saves what the task came to: one operation, so that it is one commit. */
function checkpoint(state, operation) {
    const pipeline = pipelineOf(state, operation.pipeline);
    const { session, claim } = pipeline;
    if (session === null || claim === null)
        return { fenced: 'old-epoch' };
    const settlement = {
        holder: { pipeline: operation.pipeline, session: operation.session, epoch: operation.epoch },
        at: operation.now,
    };
    const account = accountOf(state, operation.account);
    const brought = closeWhereRefused(current(account.ledgers, operation.accountLimits), operation.quotaUsedUpAt);
    const accountLedgers = settleAll(brought, operation.accountSpend, settlement);
    const sessionLedgers = settleAll(current(session.ledgers, operation.sessionLimits), operation.sessionSpend, settlement);
    const afterAccount = withAccount(state, { ...account, ledgers: accountLedgers });
    const afterPipeline = withPipeline(afterAccount, {
        ...pipeline,
        claim: { ...claim, expiresAt: (0,instant/* plusMs */.f9)(operation.now, operation.leaseMs) },
        session: {
            ...session,
            ledgers: sessionLedgers,
            spent: addAmounts(session.spent, operation.spent),
            calls: session.calls + operation.calls,
            accepted: session.accepted + operation.accepted,
            rejected: session.rejected + operation.rejected,
            wrap: operation.wrap === null ? session.wrap : { reason: operation.wrap },
            tasks: operation.task === null ? session.tasks : [...new Set([...session.tasks, operation.task.task])],
        },
    });
    const tally = operation.task;
    if (tally === null)
        return afterPipeline;
    const task = taskOf(state, tally.task);
    if (task === undefined)
        return { fenced: 'no-such-task' };
    return withTask(afterPipeline, {
        ...task,
        attempts: tally.results ? 0 : task.attempts,
        units: [...tally.units],
        activeMs: task.activeMs + tally.activeMs,
        spent: addAmounts(task.spent, tally.spent),
        resultFiles: task.resultFiles + (tally.results ? 1 : 0),
    });
}
/**
 * Settles what a fenced session really sent; what it did not send is free again. Where the window is over, that stays reserved,
 * because it may have been sent after the reset.
 */
function settle(state, operation) {
    // Fenced off before anything was reserved: there is nothing to settle, and no account to begin.
    if (!Object.hasOwn(state.accounts, operation.account))
        return state;
    const account = accountOf(state, operation.account);
    const holder = { pipeline: operation.pipeline, session: operation.session, epoch: operation.epoch };
    const settled = mapLedgers(account, (ledger, meter) => {
        const own = ledger.reservations.find(each => (0,domain_ledger/* isHeldBy */.D0)(each, holder));
        if (own === undefined)
            return ledger;
        const used = Math.min(own.amount, operation.used[meter] ?? 0);
        const others = ledger.reservations.filter(each => each !== own);
        if (ledger.window === null || operation.now < ledger.window.to)
            return { ...ledger, settled: ledger.settled + used, reservations: others };
        return { ...ledger, reservations: used === 0 ? others : [...others, { ...own, amount: used }] };
    });
    return withAccount(state, settled);
}
function reconcileAccount(state, operation) {
    const account = accountOf(state, operation.account);
    const ledgers = current(account.ledgers, operation.accountLimits);
    const calls = ledgers.calls;
    if (calls === undefined)
        return withAccount(state, { ...account, ledgers });
    const epochs = new Map(operation.pipelines.map(name => [name, pipelineOf(state, name).claim?.epoch]));
    const counted = (0,domain_ledger/* reconcileWithProvider */.u5)(calls, {
        sendsToday: operation.sendsToday,
        sendsPerDay: operation.sendsPerDay,
        now: operation.now,
        settleAfterMs: operation.settleAfterMs,
        isDead: each => epochs.has(each.pipeline) && epochs.get(each.pipeline) !== each.epoch,
    });
    return withAccount(state, { ...account, ledgers: { ...ledgers, calls: counted } });
}

;// CONCATENATED MODULE: ./src/domain/transitions/slots.js





/** A member's dollars as they stand now, the state with them up to date, and a way to change them; undefined where dollars are not limited. */
function dollarsOf(state, member, limits) {
    const account = accountOf(state, member);
    const ledgers = current(account.ledgers, limits[member] ?? {});
    const ledger = ledgers.usdMicros;
    const set = (changed) => withAccount(state, { ...account, ledgers: { ...ledgers, usdMicros: changed } });
    return ledger === undefined ? undefined : { ledger, set };
}
/** Charges dollars; what was charged too much goes back, but never more than the window was charged. */
function charge(state, member, { amount, limits }) {
    const dollars = dollarsOf(state, member, limits);
    if (dollars === undefined)
        return state;
    return dollars.set({ ...dollars.ledger, settled: Math.max(0, dollars.ledger.settled + amount) });
}
/** What a job cost less than was charged for it goes back only into the window that was charged; what it cost more is charged now. */
function correct(state, slot, { actual, limits }) {
    const window = dollarsOf(state, slot.member, limits)?.ledger.window ?? null;
    const isSameWindow = window === null || slot.intendedAt >= window.from;
    const difference = actual - slot.usdMicros;
    return difference > 0 || isSameWindow ? charge(state, slot.member, { amount: difference, limits }) : state;
}
/** Every operation of a session on its slots renews its claim, and what it does to a task counts as work on it. */
function renewed(state, { pipeline: name, now, leaseMs }, tasks) {
    const pipeline = pipelineOf(state, name);
    const { claim, session } = pipeline;
    if (claim === null || session === null)
        return state;
    return withPipeline(state, {
        ...pipeline,
        claim: { ...claim, expiresAt: (0,instant/* plusMs */.f9)(now, leaseMs) },
        session: { ...session, tasks: [...new Set([...session.tasks, ...tasks])] },
    });
}
/** Intends jobs in their order, as far as the line, the members' dollars and the board (a work has one slot) allow; the others are left out. */
function intendSlots(state, operation) {
    const { limit, now, accountLimits: limits } = operation;
    const line = (0,domain_ledger/* lineOf */.cA)((0,domain_ledger/* openLedger */.au)(limit, null));
    let next = state;
    for (const intent of operation.slots) {
        const board = boardOf(next, operation.pipeline);
        const dollars = dollarsOf(next, intent.member, limits);
        const fits = dollars === undefined || (0,domain_ledger/* roomOf */.dT)(dollars.ledger) >= intent.usdMicros;
        if ((0,domain_slot/* busyOf */.vv)(board) >= line || !fits || board.slots.some(each => each.work === intent.work))
            continue;
        const slot = { ...intent, state: 'intended', job: null, intendedAt: now, missingSince: null };
        const charged = charge(next, intent.member, { amount: intent.usdMicros, limits });
        next = withBoard(charged, { ...board, slots: [...board.slots, slot] });
    }
    const intended = boardOf(next, operation.pipeline).slots.filter(slot => operation.slots.some(({ work }) => work === slot.work));
    return renewed(withUnits(next, operation.units), operation, intended.map(slot => slot.task));
}
/** A task tells its units from its first job on; what is known of them already stays. */
const withUnits = (state, units) => Object.entries(units).reduce((next, [id, known]) => {
    const task = taskOf(next, id);
    return task === undefined || task.units.length > 0 ? next : withTask(next, { ...task, units: [...known] });
}, state);
const withoutSlot = (board, slot) => ({
    ...board,
    slots: board.slots.filter(each => each !== slot),
});
const freed = (board, slot) => ({
    ...withoutSlot(board, slot),
    attempts: { ...board.attempts, [slot.work]: slot.attempt },
});
/** A slot as one change leaves it, or the board without it. What stands already stays the same. */
function changeSlot(board, slot, { is, now, isMembers }) {
    const put = (changed) => ({ ...board, slots: board.slots.map(each => (each === slot ? changed : each)) });
    switch (is.type) {
        case 'named': {
            const { job, display, attempt } = is;
            return slot.state === 'intended' ? put({ ...slot, state: 'created', job, display, attempt, missingSince: null }) : board;
        }
        case 'ended':
            return slot.state === 'created' ? put({ ...slot, state: 'terminal', missingSince: null }) : board;
        case 'present':
            return slot.missingSince === null ? board : put({ ...slot, missingSince: null });
        case 'missing': {
            // What a job that has ended brought may still be fetched.
            if (slot.state === 'terminal' && isMembers)
                return board;
            if (slot.missingSince === null)
                return put({ ...slot, missingSince: now });
            return (0,instant/* toEpochMs */.x8)(now) - (0,instant/* toEpochMs */.x8)(slot.missingSince) < domain_slot/* missingForMs */.IQ ? board : freed(board, slot);
        }
        case 'withdrawn':
            return freed(board, slot);
        case 'refused':
        case 'dropped':
            return withoutSlot(board, slot);
    }
}
/** A job that lives without a slot gets one, whatever the line says: it counts already. */
function adopt(state, { slot }, { pipeline, accountLimits: limits }) {
    const board = boardOf(state, pipeline);
    if (board.slots.some(each => each.work === slot.work))
        return state;
    const charged = charge(state, slot.member, { amount: slot.usdMicros, limits });
    return withBoard(charged, { ...board, slots: [...board.slots, slot] });
}
/** What listings and creations showed. A change of a slot that is not there (any more) changes nothing. */
function recordSlots(state, operation) {
    const { pipeline, now, accountLimits: limits } = operation;
    let next = state;
    let submitted = 0;
    for (const change of operation.changes) {
        if (change.type === 'adopted') {
            next = adopt(next, change, operation);
            continue;
        }
        const board = boardOf(next, pipeline);
        const slot = board.slots.find(each => each.work === change.work);
        if (slot === undefined)
            continue;
        if (change.type === 'named' && slot.state === 'intended')
            submitted += 1;
        if (change.type === 'refused')
            next = correct(next, slot, { actual: 0, limits });
        const isMembers = Object.hasOwn(limits, slot.member);
        next = withBoard(next, changeSlot(board, slot, { is: change, now, isMembers }));
    }
    const board = boardOf(next, pipeline);
    const { others, starved } = operation;
    // What was known of an account that is no member any more binds nobody.
    const known = Object.entries({ ...board.others, ...others }).filter(([member]) => Object.hasOwn(limits, member));
    next = withBoard(next, { ...board, others: Object.fromEntries(known), starved: starved ?? board.starved });
    return spentInSession(renewed(next, operation, []), pipeline, { slots: submitted });
}
function spentInSession(state, name, spent) {
    const pipeline = pipelineOf(state, name);
    if (pipeline.session === null || spent.slots === 0)
        return state;
    return withPipeline(state, {
        ...pipeline,
        session: { ...pipeline.session, spent: addAmounts(pipeline.session.spent, spent) },
    });
}
/** What a job came to: its slot is free, its results count for its task, and its dollars are what they were. */
function collectSlot(state, operation) {
    const board = boardOf(state, operation.pipeline);
    const slot = board.slots.find(each => each.work === operation.work);
    const task = taskOf(state, operation.task);
    if (slot === undefined)
        return { fenced: 'no-such-slot' };
    if (task === undefined)
        return { fenced: 'no-such-task' };
    const { spent, accountLimits: limits } = operation;
    const attempts = Object.fromEntries(Object.entries(board.attempts).filter(([work]) => work !== slot.work));
    const corrected = correct(state, slot, { actual: spent.usdMicros ?? 0, limits });
    const collected = withTask(withBoard(corrected, { ...withoutSlot(board, slot), attempts }), {
        ...task,
        attempts: 0,
        units: [...operation.units],
        spent: addAmounts(task.spent, spent),
        resultFiles: task.resultFiles + 1,
    });
    const pipeline = pipelineOf(renewed(collected, operation, [task.id]), operation.pipeline);
    const { session } = pipeline;
    if (session === null)
        return { fenced: 'old-epoch' };
    return withPipeline(collected, {
        ...pipeline,
        session: {
            ...session,
            spent: addAmounts(session.spent, spent),
            calls: session.calls + operation.calls,
            accepted: session.accepted + operation.accepted,
            rejected: session.rejected + operation.rejected,
        },
    });
}

// EXTERNAL MODULE: ./src/domain/grade.js
var grade = __webpack_require__(5349);
;// CONCATENATED MODULE: ./src/domain/transitions/tasks.js



function startTask(state, operation) {
    const task = taskOf(state, operation.task);
    if (task === undefined)
        return { fenced: 'no-such-task' };
    if (!(0,domain_task/* mayFollow */.LE)(task.status, 'in-progress'))
        return { fenced: 'wrong-status' };
    const pipeline = pipelineOf(state, operation.pipeline);
    const session = pipeline.session;
    if (session === null)
        return { fenced: 'old-epoch' };
    const started = {
        ...task,
        status: 'in-progress',
        attempts: task.attempts + 1,
        startedAt: task.startedAt ?? operation.now,
        settings: task.settings ?? operation.settings,
        reason: null,
    };
    const tasks = session.tasks.includes(task.id) ? session.tasks : [...session.tasks, task.id];
    return withPipeline(withTask(state, started), { ...pipeline, task: task.id, session: { ...session, tasks } });
}
const rank = { intended: 0, open: 1, merged: 2, closed: 2 };
/** A part only moves forward: intended, open, then merged or closed. Its branch and files stay those that were intended. */
function mergeParts(known, recorded) {
    const parts = new Map(known.map(part => [part.part, part]));
    for (const part of recorded) {
        const before = parts.get(part.part);
        if (before === undefined)
            parts.set(part.part, part);
        else if (rank[part.state] > rank[before.state]) {
            const { branch, units, paths, pairs } = before;
            parts.set(part.part, { ...part, branch, units, paths, pairs });
        }
    }
    return [...parts.values()].toSorted((a, b) => a.part - b.part);
}
function recordParts(state, operation) {
    const task = taskOf(state, operation.task);
    if (task === undefined)
        return { fenced: 'no-such-task' };
    const parts = mergeParts(task.parts, operation.parts);
    const pipeline = pipelineOf(state, operation.pipeline);
    const session = pipeline.session;
    if (session === null)
        return { fenced: 'old-epoch' };
    const opened = operation.parts.flatMap(part => part.pull !== null && !session.deliveries.some(each => each.number === part.pull)
        ? [{ branch: part.branch, number: part.pull, url: part.url }]
        : []);
    const deliveries = [...session.deliveries, ...opened];
    return withPipeline(withTask(state, { ...task, parts }), { ...pipeline, session: { ...session, deliveries } });
}
function endTask(state, operation) {
    const task = taskOf(state, operation.task);
    if (task === undefined)
        return { fenced: 'no-such-task' };
    if (!(0,domain_task/* mayFollow */.LE)(task.status, operation.status))
        return { fenced: 'wrong-status' };
    const ended = { ...task, status: operation.status, reason: operation.reason };
    return withPipeline(withTask(state, ended), { ...pipelineOf(state, operation.pipeline), task: null });
}
const isEnded = (part) => part.state === 'merged' || part.state === 'closed';
const unreadStates = new Set(['merged-unread', 'unreviewed']);
/** Completed when every part has ended and one at least was merged; rejected when none was. Only then it is graded. */
function endIfReviewed(task, { estimate, now }) {
    if (task.status !== 'in-review' || task.parts.length === 0 || !task.parts.every(isEnded))
        return task;
    const merged = task.parts.some(part => part.state === 'merged');
    const sum = (count) => task.parts.reduce((total, part) => total + count(part), 0);
    const calls = task.units.reduce((total, unit) => total + unit.calls, 0);
    const sends = task.spent.calls ?? 0;
    return {
        ...task,
        status: merged ? 'completed' : 'rejected',
        endedAt: now,
        grade: (0,grade/* gradeOf */.V)({
            calls: { withOutcome: calls, all: Math.max(calls, sends) },
            activeMs: estimate.activeMs,
            sends: estimate.sends,
            pairs: {
                kept: sum(part => part.kept ?? 0),
                delivered: sum(part => part.pairs),
                // A part that was closed was rejected, which is a look too.
                looked: task.parts.some(({ state, review }) => state === 'closed' || !unreadStates.has(review)),
            },
        }),
    };
}
/** All that is honestly known of the review of a part that was merged as it was delivered. */
const reviewOfLooked = { none: 'merged-unread', some: 'sampled', all: 'checked' };
const reviewOf = (part, { state, edited }) => {
    if (state === 'closed')
        return 'unreviewed';
    return edited ? 'edited' : reviewOfLooked[part.looked];
};
function reviewPart(state, operation) {
    const task = taskOf(state, operation.task);
    const part = task?.parts.find(each => each.part === operation.part);
    if (task === undefined || part === undefined)
        return { fenced: 'no-such-task' };
    if (isEnded(part))
        return withTask(state, endIfReviewed(task, operation));
    const reviewed = { ...part, state: operation.state, kept: operation.kept, review: reviewOf(part, operation) };
    const parts = task.parts.map(each => (each.part === part.part ? reviewed : each));
    return withTask(state, endIfReviewed({ ...task, parts }, operation));
}
/** Having looked only grows, and what is said of a part that has ended changes nothing any more. */
function lookAtPart(state, { task: id, part: number, looked }) {
    const task = taskOf(state, id);
    const part = task?.parts.find(each => each.part === number);
    if (task === undefined || part === undefined)
        return { fenced: 'no-such-task' };
    if (isEnded(part) || domain_task/* lookedDegrees */.K_.indexOf(part.looked) >= domain_task/* lookedDegrees */.K_.indexOf(looked))
        return state;
    return withTask(state, { ...task, parts: task.parts.map(each => (each === part ? { ...part, looked } : each)) });
}
/** Tasks that are there already stay as they are. */
function addTasks(state, operation) {
    return operation.tasks.reduce((next, task) => (taskOf(next, task.id) === undefined ? withTask(next, task) : next), state);
}
/** Takes an issue's task in as it stands now; what the issue says later does not count. */
function acceptTask(state, { task }) {
    const present = taskOf(state, task.id);
    if (present === undefined)
        return withTask(state, task);
    return present.issue === task.issue ? state : { fenced: 'taken' };
}
function commandTask(state, operation) {
    const task = taskOf(state, operation.task);
    if (task === undefined)
        return { fenced: 'no-such-task' };
    if (!(0,domain_task/* mayFollow */.LE)(task.status, operation.status))
        return { fenced: 'wrong-status' };
    const attempts = operation.status === 'pending' ? 0 : task.attempts;
    const commanded = withTask(state, { ...task, status: operation.status, reason: operation.reason, attempts });
    const pipeline = pipelineOf(commanded, operation.pipeline);
    return pipeline.task === task.id ? withPipeline(commanded, { ...pipeline, task: null }) : commanded;
}

;// CONCATENATED MODULE: ./src/domain/transition.js





/** How many operation ids a pipeline remembers; a writer repeats only its latest. */
const rememberedOperations = 64;
/** Operations that anybody may do whatever claim there is, and a session only under its own. */
const unfenced = new Set([
    'claim',
    'settle',
    'reconcile-account',
    'review-part',
    'look-at-part',
    'add-tasks',
    'accept-task',
    'command-task',
]);
function isFencedOff(pipeline, operation) {
    if (unfenced.has(operation.type) || !('epoch' in operation))
        return false;
    return pipeline.claim?.epoch !== operation.epoch || pipeline.session?.id !== operation.session;
}
function rule(state, operation) {
    switch (operation.type) {
        case 'claim':
            return claiming_claim(state, operation);
        case 'start-task':
            return startTask(state, operation);
        case 'checkpoint':
            return checkpoint(state, operation);
        case 'record-parts':
            return recordParts(state, operation);
        case 'end-task':
            return endTask(state, operation);
        case 'wrap':
            return wrap(state, operation);
        case 'settle':
            return settle(state, operation);
        case 'reconcile-account':
            return reconcileAccount(state, operation);
        case 'review-part':
            return reviewPart(state, operation);
        case 'look-at-part':
            return lookAtPart(state, operation);
        case 'add-tasks':
            return addTasks(state, operation);
        case 'accept-task':
            return acceptTask(state, operation);
        case 'command-task':
            return commandTask(state, operation);
        case 'intend-slots':
            return intendSlots(state, operation);
        case 'record-slots':
            return recordSlots(state, operation);
        case 'collect-slot':
            return collectSlot(state, operation);
    }
}
/** The only way in which state changes: pure, so that it can be replayed, raced and repeated. */
function transition(state, operation) {
    const pipeline = pipelineOf(state, operation.pipeline);
    if (pipeline.operations.includes(operation.operation))
        return { type: 'already', state };
    if (isFencedOff(pipeline, operation))
        return { type: 'fenced', reason: 'old-epoch', until: null };
    const ruling = rule(state, operation);
    if ('fenced' in ruling)
        return { type: 'fenced', reason: ruling.fenced, until: ruling.until ?? null };
    const after = pipelineOf(ruling, operation.pipeline);
    const operations = [...after.operations, operation.operation].slice(-rememberedOperations);
    return {
        type: 'changed',
        state: { ...ruling, pipelines: { ...ruling.pipelines, [operation.pipeline]: { ...after, operations } } },
    };
}

// EXTERNAL MODULE: ./src/session/state-files.js + 2 modules
var state_files = __webpack_require__(8437);
;// CONCATENATED MODULE: ./src/session/state-book.js





/** Lost races before giving up; each means that somebody else got on, so this is never reached but by a broken store. */
const maxRaces = 500;
/** A write that failed may have landed, or may land now: writing the operation again changes nothing twice, because it has an id. */
const maxFailedWrites = 2;
/** A git that was killed, for example; what a person must mend does not get better by itself. */
const isPassing = (error) => error instanceof errors/* PerpetualError */.nX && error.actBy === 'next-run';
function piecesOfAll(operations) {
    const pieces = operations.map(piecesOf);
    const tasks = new Map(pieces.flatMap(each => each.tasks.map(task => [`${task.pipeline}/${task.id}`, task])));
    return {
        accounts: [...new Set(pieces.flatMap(each => each.accounts))],
        pipelines: [...new Set(pieces.flatMap(each => each.pipelines))],
        tasks: [...tasks.values()],
        boards: [...new Set(pieces.flatMap(each => each.boards ?? []))],
    };
}
function piecesOf(operation) {
    const accounts = accountsOf(operation);
    const pipelines = operation.type === 'reconcile-account' ? [...new Set([operation.pipeline, ...operation.pipelines])] : [operation.pipeline];
    const tasks = tasksOf(operation).map(id => ({ pipeline: operation.pipeline, id }));
    return { accounts, pipelines, tasks, boards: slotOperations.has(operation.type) ? [operation.pipeline] : [] };
}
const slotOperations = new Set(['intend-slots', 'record-slots', 'collect-slot']);
function accountsOf(operation) {
    if ('account' in operation)
        return [operation.account];
    return operation.type === 'intend-slots' || operation.type === 'record-slots' || operation.type === 'collect-slot'
        ? Object.keys(operation.accountLimits)
        : [];
}
function tasksOf(operation) {
    switch (operation.type) {
        case 'checkpoint':
            return operation.task === null ? [] : [operation.task.task];
        case 'add-tasks':
            return operation.tasks.map(task => task.id);
        case 'accept-task':
            return [operation.task.id];
        case 'wrap':
            return operation.task === null ? [] : [operation.task];
        case 'start-task':
        case 'record-parts':
        case 'end-task':
        case 'review-part':
        case 'look-at-part':
        case 'command-task':
        case 'collect-slot':
            return [operation.task];
        case 'intend-slots':
            return Object.keys(operation.units);
        case 'claim':
        case 'settle':
        case 'reconcile-account':
        case 'record-slots':
            return [];
    }
}
function transitionAll(before, operations) {
    let state = before;
    let changed = false;
    for (const operation of operations) {
        const result = transition(state, operation);
        if (result.type === 'fenced')
            return result;
        state = result.state;
        changed ||= result.type === 'changed';
    }
    return { type: changed ? 'changed' : 'already', state };
}
const messageOf = (operations) => {
    const [first] = operations;
    const trailers = operations.map(each => `Operation: ${each.operation}`);
    return `${operations.map(each => each.type).join(' and ')} ${first?.pipeline ?? ''}\n\n${trailers.join('\n')}`;
};
function createStateBook(store) {
    const readAt = (head, pieces) => (0,state_files/* readState */.un)(store, head, pieces);
    /** Whether others wrote since the last look: then what is known is tried in vain, and looking first is cheaper. */
    let isContended = false;
    const applyAll = async (operations, extras = {}) => {
        const pieces = piecesOfAll(operations);
        let failures = 0;
        const last = store.knownHead();
        let known = isContended ? undefined : last;
        for (let race = 0; race < maxRaces; race += 1) {
            const head = known ?? (await store.head((0,state_files/* pathsOf */.wG)(pieces)));
            isContended = race > 0 || (last !== undefined && head !== last);
            const before = await readAt(head, pieces);
            const result = transitionAll(before, operations);
            if (result.type !== 'changed') {
                if (known === undefined)
                    return result;
                // What is not written is not checked by the compare-and-set: decided again on the newest state.
                known = undefined;
                continue;
            }
            known = undefined;
            const changes = [...(0,state_files/* changesBetween */.iv)(before, result.state), ...(extras.files ?? [])];
            if (extras.line !== undefined)
                changes.push(await (0,state_files/* appended */.YP)(store, head, extras.line));
            const written = await store.write(head, changes, messageOf(operations)).catch((error) => {
                failures += 1;
                if (failures > maxFailedWrites || !isPassing(error))
                    throw error;
                return null;
            });
            if (written?.type === 'written')
                return result;
        }
        throw new errors/* PerpetualError */.nX(`Expected to write ${operations.map(each => each.type).join(' and ')} within ${maxRaces} races, lost them all`, {
            actBy: 'report-bug',
        });
    };
    /** What was last seen is read where it is known: whatever is written on it is checked by the compare-and-set. */
    const headToRead = async () => store.knownHead() ?? (await store.head());
    const readTasks = async (pipeline) => {
        const head = await headToRead();
        const paths = await store.list(head, pipeline === undefined ? domain_state/* statePaths */.mt.tasks : `${domain_state/* statePaths */.mt.tasks}/${pipeline}`);
        const texts = await store.read(head, paths);
        return [...texts].map(([path, text]) => (0,state_files/* parseState */.Bu)(domain_task/* taskSchema */.v, path, text));
    };
    return {
        store,
        apply: (operation, extras) => applyAll([operation], extras),
        applyAll,
        tasks: readTasks,
        refresh: async () => void (await store.head()),
        outcomes: async (task) => (0,state_files/* readOutcomes */.CE)(store, await headToRead(), task),
        read: async (pieces) => readAt(await headToRead(), pieces),
        pipeline: async (name) => {
            const state = await readAt(await headToRead(), { accounts: [], pipelines: [name], tasks: [] });
            return state.pipelines[name] ?? (0,domain_state/* emptyPipeline */.eU)(name);
        },
        account: async (name) => {
            const state = await readAt(await headToRead(), { accounts: [name], pipelines: [], tasks: [] });
            return state.accounts[name] ?? (0,domain_state/* emptyAccount */.dO)(name);
        },
    };
}

;// CONCATENATED MODULE: ./src/project.js





async function project_open({ forge, identity, readConfig: read }, options) {
    const folder = cacheFolder(options.environment, identity);
    let indexes;
    const close = async () => {
        indexes?.close();
        await forge.close();
    };
    try {
        return {
            config: await read(),
            forge: { ...forge, close },
            book: createStateBook(forge.state),
            identity,
            cacheFolder: folder,
            indexes: () => (indexes ??= createQuestionIndexes(folder)),
            ...options,
        };
    }
    catch (error) {
        await forge.close();
        throw error;
    }
}
/** The repository on this disk; its configuration is that of its work tree. */
async function openLocalProject(repository, options) {
    const forge = await openLocalForge({ repository, clock: options.clock });
    return project_open({ forge, identity: repository, readConfig: () => readConfig(repository) }, options);
}
/** The configuration on the default branch: what counts on GitHub, whatever a clone has. */
async function readCommittedConfig({ contents, defaultBranch, openedAt }) {
    const text = (await contents.read(openedAt, [configFile])).get(configFile);
    if (text !== undefined)
        return loadConfig(text, configFile);
    throw new errors/* PerpetualError */.nX(`Expected a configuration at ${configFile} on the branch ${defaultBranch}, found none. \`perpetual init --forge github\` writes one.`, { actBy: 'fix-config' });
}
/** A repository on GitHub; it takes the forge over and closes it where the configuration cannot be read. */
const openGithubProject = (forge, options) => project_open({ forge, identity: forge.name, readConfig: () => readCommittedConfig(forge) }, options);


/***/ })

};
