export const id = 259;
export const ids = [259];
export const modules = {

/***/ 7222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openActionProject: () => (/* binding */ openActionProject)
});

// EXTERNAL MODULE: ../../node_modules/@actions/github/lib/utils.js + 2 modules
var utils = __webpack_require__(268);
// EXTERNAL MODULE: ./src/forge/github/client-parts.js + 2 modules
var client_parts = __webpack_require__(7662);
;// CONCATENATED MODULE: ./src/forge/github/action-client.js


/**
 * The client of the action: the toolkit's Octokit, which goes through the runner's proxy.
 * Its options have no `request` of their own, which would replace the proxy-aware fetch as they are merged shallowly.
 */
const createActionClient = (options) => {
    const { plugins, octokitOptions, finish } = (0,client_parts/* createClientParts */.m)(options);
    const Client = utils/* GitHub */.gq.plugin(...plugins);
    // `getOctokit` itself writes "token " over an auth strategy; its user agent names the run.
    const { userAgent = octokitOptions.userAgent } = (0,utils/* getOctokitOptions */.EG)('-', { userAgent: octokitOptions.userAgent });
    return finish(new Client({ ...octokitOptions, userAgent }));
};

// EXTERNAL MODULE: ./src/forge/github/github-forge.js + 34 modules
var github_forge = __webpack_require__(5320);
// EXTERNAL MODULE: ./src/project.js + 43 modules
var src_project = __webpack_require__(9489);
;// CONCATENATED MODULE: ./src/action/open-action-project.js



/** Every token that an App mints is masked before it is used. */
const tokenOf = ({ inputs: { credentials }, context: { owner, repo }, runner, clock }) => credentials.type === 'token'
    ? credentials.token
    : { ...credentials, owner, repo, clock, onToken: (token) => runner.mask(token) };
/** Opens the repository that the workflow runs in; every key that its configuration names is masked before anything is printed. */
async function openActionProject(options) {
    const { context: { owner, repo, apiUrl }, runner, environment, clock, } = options;
    const early = [];
    let report = (warning) => void early.push(warning);
    const client = createActionClient({ token: tokenOf(options), baseUrl: apiUrl });
    const forge = await (0,github_forge.openGithubForge)({ client, owner, repo, clock, report: warning => report(warning) });
    const project = await (0,src_project/* openGithubProject */.L)(forge, { clock, environment });
    for (const { key } of Object.values(project.config.accounts)) {
        const secret = key === null ? undefined : environment[key];
        if (secret !== undefined)
            runner.mask(secret);
    }
    report = warning => runner.warning(warning);
    for (const warning of early)
        report(warning);
    return { project, requests: () => forge.requests() };
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7821);
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

/***/ 9630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $w: () => (/* binding */ sessionLimits),
/* harmony export */   U1: () => (/* binding */ accountLimits),
/* harmony export */   fC: () => (/* binding */ batchLimits)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7821);
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

/***/ 8996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s1: () => (/* binding */ accountsOf),
/* harmony export */   wr: () => (/* binding */ pipelineSchema)
/* harmony export */ });
/* unused harmony exports pipelineKinds, modelsOf */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7821);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3923);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9630);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1242);




const pipelineKinds = ['research', 'batch', 'implementation', 'integration'];
const schedule = (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)({
    every: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)('how often a session may begin', 60_000).prefault('2h'),
    cooldown: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)('how long to rest after a session').prefault('30m'),
    // A claim is renewed at every checkpoint, which comes after a third of the lease at the latest: a slow one still holds it.
    lease: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)('how long a claim holds without a checkpoint', 5_000).prefault('10m'),
    after: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU)('the name of a pipeline'), 'pipelines').default([]),
}).transform(({ every, cooldown, lease, after }) => ({ everyMs: every, cooldownMs: cooldown, leaseMs: lease, after }));
const model = (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8)('the name of a model at the account');
const common = {
    agent: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU)('the name of an agent'),
    enabled: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('whether sessions of this pipeline may begin').default(true),
    schedule: schedule.prefault({}),
};
/** How many calls of an indicator each stage gets, as a proportion: another `callsPerIndicator` scales it. */
const stages = (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)({
    plan: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('calls', { min: 1, max: 10_000 }).default(3),
    research: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('calls', { min: 1, max: 10_000 }).default(50),
    write: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('calls', { min: 1, max: 10_000 }).default(18),
    judge: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('calls', { min: 1, max: 10_000 }).default(18),
    reserve: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('calls', { min: 0, max: 10_000 }).default(11),
});
/** The most an answer of each stage may be: of the largest answers that were measured, with a third to spare. */
const maxTokens = (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)({
    plan: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('tokens', { min: 256, max: 1_000_000 }).default(8000),
    research: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('tokens', { min: 256, max: 1_000_000 }).default(4000),
    write: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('tokens', { min: 256, max: 1_000_000 }).default(8000),
    judge: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('tokens', { min: 256, max: 1_000_000 }).default(4000),
});
const research = (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)({
    callsPerIndicator: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('calls', { min: 5, max: 10_000 }).default(100),
    stages: stages.prefault({}),
    acceptTarget: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('pairs', { max: 10_000 }).default(88),
    queriesPerIndicator: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('queries', { max: 10_000 }).default(100),
    pairsPerWrite: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('pairs', { max: 50 }).default(8),
    pairsPerJudge: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('pairs', { max: 50 }).default(8),
    maxTokens: maxTokens.prefault({}),
    search: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)({ maxResults: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('search results', { max: 20 }).default(5) }).prefault({}),
    rubric: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8)('the name of the rubric').default('pairs-1'),
});
const account = (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU)('the name of an account');
const batch = (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)({
    expectedPairs: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('pairs a video', { max: 50 }).default(12),
    videosPerJob: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('videos a batch job', { max: 50 }).default(5),
    // A failed item is tried again in a later batch, twice.
    attempts: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('batch jobs that a video may go through', { max: 10 }).default(3),
    // Google takes 20 MB inline; the rest of the request needs room too.
    inlineBytes: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('bytes of a job that is sent inline; a larger one goes through a file', { max: 19_000_000 }).default(15_000_000),
    maxTokens: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('tokens', { min: 256, max: 1_000_000 }).default(16_000),
});
const integration = (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)({
    pairsPerJudge: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('pairs', { max: 50 }).default(10),
    tokensPerPair: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)('tokens', { max: 100_000 }).default(600),
    merge: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['auto', 'always', 'never']).default('auto'),
    judgeImports: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)('whether imported pairs are judged too, which costs tokens').default(false),
    rubric: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8)('the name of the rubric').default('pairs-1'),
});
const researchPipeline = (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)({
    ...common,
    limits: _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .sessionLimits */ .$w.prefault({}),
    kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('research'),
    account,
    model,
    judgeModel: model,
    research: research.prefault({}),
});
const batchPipeline = (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)({
    ...common,
    kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('batch'),
    limits: _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .batchLimits */ .fC.prefault({}),
    accounts: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(account, 'accounts').min(1, { error: 'at least one account' }),
    model,
    batch: batch.prefault({}),
});
const implementationPipeline = (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)({
    ...common,
    kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('implementation'),
    limits: _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .sessionLimits */ .$w.prefault({}),
    account,
    model,
});
const integrationPipeline = (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)({
    ...common,
    kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('integration'),
    limits: _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .sessionLimits */ .$w.prefault({}),
    account,
    model,
    integration: integration.prefault({}),
});
/** One pipeline: who works, with which key and model, when, and how much a session may spend. */
const pipelineSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .discriminatedUnion */ .gMt('kind', [researchPipeline, batchPipeline, implementationPipeline, integrationPipeline], {
    error: issue => {
        if (issue.code !== 'invalid_union')
            return 'a map of settings';
        const { input } = issue;
        return (0,_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .y)(typeof input === 'object' && input !== null && 'kind' in input ? input.kind : undefined, pipelineKinds);
    },
});
const accountsOf = (pipeline) => pipeline.kind === 'batch' ? pipeline.accounts : [pipeline.account];
const modelsOf = (pipeline) => pipeline.kind === 'research' ? [pipeline.model, pipeline.judgeModel] : [pipeline.model];


/***/ }),

/***/ 8111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QD: () => (/* binding */ agreeingRows),
/* harmony export */   _6: () => (/* binding */ rowsPerBand),
/* harmony export */   lB: () => (/* binding */ createMinHash)
/* harmony export */ });
/** Rows of a band: four signature bytes are one 32-bit band key, which keeps 300,000 signatures in 38 MB. */
const rowsPerBand = 4;
/** Fixed multipliers and offsets (splitmix32 from a fixed seed), so that every run makes the same signatures. */
const permutationsOf = (count) => {
    let seed = 0x9e3779b9;
    const draw = () => {
        seed = (seed + 0x9e3779b9) | 0;
        const once = Math.imul(seed ^ (seed >>> 16), 0x21f0aaad);
        const twice = Math.imul(once ^ (once >>> 15), 0x735a2d97);
        return twice ^ (twice >>> 15);
    };
    const multipliers = Int32Array.from({ length: count }, () => draw() | 1);
    const offsets = Int32Array.from({ length: count }, draw);
    return { multipliers, offsets };
};
/**
 * Makes MinHash signatures of shingle sets: one 32-bit key a band. Of each minimum eight bits are kept,
 * so two unlike rows agree by chance once in 256 times.
 */
const createMinHash = (bands) => {
    const permutations = bands * rowsPerBand;
    const { multipliers, offsets } = permutationsOf(permutations);
    const least = new Int32Array(permutations);
    return (shingles, into) => {
        for (let i = 0; i < permutations; i++) {
            const multiplier = multipliers[i] ?? 1;
            const offset = offsets[i] ?? 0;
            let smallest = 0x7fffffff;
            for (let at = 0; at < shingles.length; at++) {
                const value = (Math.imul(shingles[at] ?? 0, multiplier) + offset) | 0;
                if (value < smallest)
                    smallest = value;
            }
            least[i] = smallest;
        }
        for (let band = 0; band < bands; band++) {
            let key = 0;
            for (let row = 0; row < rowsPerBand; row++)
                key = (key << 8) | (((least[band * rowsPerBand + row] ?? 0) >>> 8) & 0xff);
            into[band] = key;
        }
    };
};
/** How many of the four bytes of two keys agree. */
const agreeingRows = (a, b) => {
    const differing = a ^ b;
    const zeroBytes = ~(((differing & 0x7f7f7f7f) + 0x7f7f7f7f) | differing) & 0x80808080;
    return Math.imul(zeroBytes >>> 7, 0x01010101) >>> 24;
};


/***/ }),

/***/ 6019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $X: () => (/* binding */ rankNear),
/* harmony export */   Ev: () => (/* binding */ findNear),
/* harmony export */   cR: () => (/* binding */ usualThreshold),
/* harmony export */   ju: () => (/* binding */ usualBands),
/* harmony export */   rO: () => (/* binding */ createSigner),
/* harmony export */   xb: () => (/* binding */ effort)
/* harmony export */ });
/* harmony import */ var _min_hash_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8111);
/* harmony import */ var _shingles_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(175);


/** 32 bands of 4 rows find 98.8 % of the pairs at Jaccard 0.6; 16 × 8 would find 23.7 %. */
const usualBands = 32;
/** Jaccard similarity, 0 to 1, from which two questions are one. */
const usualThreshold = 0.7;
/** Bucket entries looked at, candidates whose signatures are compared, and candidates whose shingles are compared, for one question. */
const effort = { entries: 160, signatures: 32, exact: 6 };
/** Three standard deviations of 128 rows at Jaccard 0.7: below the threshold − this an estimate is no near miss. */
const estimateSlack = 0.12;
/** Makes signatures of normalised questions; looking up and then adding the same question makes one. */
const createSigner = (bands) => {
    const minHash = (0,_min_hash_js__WEBPACK_IMPORTED_MODULE_1__/* .createMinHash */ .lB)(bands);
    const keys = new Int32Array(bands);
    let last;
    return text => {
        if (last?.text === text)
            return last;
        const shingles = (0,_shingles_js__WEBPACK_IMPORTED_MODULE_0__/* .shinglesOf */ .vs)(text);
        minHash(shingles, keys);
        last = { text, shingles, keys };
        return last;
    };
};
/** The items that may be near, nearest first; at most `effort.signatures`. */
const rankNear = (source, { keys }, threshold) => source
    .candidates(keys, { budget: effort.entries, most: effort.signatures })
    .map(item => ({ item, estimate: source.agreement(item, keys) }))
    .filter(({ estimate }) => estimate >= threshold - estimateSlack)
    .toSorted((a, b) => b.estimate - a.estimate || a.item - b.item);
/** The nearest of ranked items at `threshold` or above, by effort that does not grow with the index. */
const findNear = (ranked, { shingles }, { threshold, textOf }) => {
    let best;
    for (const { item, estimate } of ranked.slice(0, effort.exact)) {
        if (best && estimate < best.jaccard - estimateSlack / 2)
            break;
        const jaccard = (0,_shingles_js__WEBPACK_IMPORTED_MODULE_0__/* .jaccardOf */ .WX)(shingles, (0,_shingles_js__WEBPACK_IMPORTED_MODULE_0__/* .shinglesOf */ .vs)(textOf(item)));
        if (jaccard >= threshold && jaccard > (best?.jaccard ?? 0))
            best = { item, jaccard };
    }
    return best;
};


/***/ }),

/***/ 175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WX: () => (/* binding */ jaccardOf),
/* harmony export */   aD: () => (/* binding */ questionSha256),
/* harmony export */   ol: () => (/* binding */ normalizeQuestion),
/* harmony export */   qQ: () => (/* binding */ hashOf),
/* harmony export */   qt: () => (/* binding */ createSimilarities),
/* harmony export */   vs: () => (/* binding */ shinglesOf),
/* harmony export */   xX: () => (/* binding */ jaccard)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

const shingleCharacters = 5;
const folded = /[\p{P}\p{Z}\p{C}]+/gu;
const foldedAscii = /[^a-z0-9$+<=>^`|~]+/g;
const ascii = /^[\u0000-\u007f]*$/;
/** A question as it is compared: NFKC, lower case, punctuation and spaces folded to one space. Symbols stay: `>` and `<` differ. */
const normalizeQuestion = (question) => ascii.test(question)
    ? question.toLowerCase().replace(foldedAscii, ' ').trim()
    : question.normalize('NFKC').toLowerCase().normalize('NFKC').replace(folded, ' ').trim();
/** Hex SHA-256 of the normalised question. */
const questionSha256 = (question) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(normalizeQuestion(question)).digest('hex');
/** The 32-bit hash of a part of a text, such as a shingle: FNV-1a over the characters, mixed as MurmurHash3 ends. */
const hashOf = (text, from, to) => {
    let hash = 0x811c9dc5;
    for (let i = from; i < to; i++)
        hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return hash ^ (hash >>> 16);
};
/** The 32-bit hashes of all runs of five characters, ascending, each once; a shorter text is one run. */
const shinglesOf = (normalized) => {
    const count = Math.max(1, normalized.length - shingleCharacters + 1);
    const hashes = new Int32Array(count);
    for (let i = 0; i < count; i++)
        hashes[i] = hashOf(normalized, i, Math.min(i + shingleCharacters, normalized.length));
    hashes.sort();
    let kept = 0;
    for (let i = 0; i < count; i++) {
        const hash = hashes[i] ?? 0;
        if (i === 0 || hash !== hashes[kept - 1])
            hashes[kept++] = hash;
    }
    return hashes.subarray(0, kept);
};
/** Jaccard similarity of two shingle sets, 0 to 1. */
const jaccardOf = (a, b) => {
    let i = 0;
    let j = 0;
    let shared = 0;
    while (i < a.length && j < b.length) {
        const left = a[i] ?? 0;
        const right = b[j] ?? 0;
        if (left === right)
            shared++;
        if (left <= right)
            i++;
        if (right <= left)
            j++;
    }
    return shared / (a.length + b.length - shared);
};
/** Jaccard similarity of two questions over runs of five characters, 0 to 1. */
const jaccard = (a, b) => jaccardOf(shinglesOf(normalizeQuestion(a)), shinglesOf(normalizeQuestion(b)));
/** The similarities of one set to all of them at once, counted over the shingles that they share: far fewer steps than pair by pair. */
const createSimilarities = (sets) => {
    const holders = new Map();
    for (const [index, set] of sets.entries()) {
        for (const shingle of set) {
            const known = holders.get(shingle);
            if (known === undefined)
                holders.set(shingle, [index]);
            else
                known.push(index);
        }
    }
    return index => {
        const own = sets[index] ?? new Int32Array();
        const shared = new Float64Array(sets.length);
        for (const shingle of own)
            for (const holder of holders.get(shingle) ?? [])
                shared[holder] = (shared[holder] ?? 0) + 1;
        return shared.map((count, other) => count / (own.length + (sets[other]?.length ?? 0) - count));
    };
};


/***/ }),

/***/ 795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f9: () => (/* binding */ plusMs),
/* harmony export */   fN: () => (/* binding */ toInstant),
/* harmony export */   p8: () => (/* binding */ instantSchema),
/* harmony export */   x8: () => (/* binding */ toEpochMs),
/* harmony export */   y_: () => (/* binding */ toMinute)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3477);

/** A moment in UTC as ISO 8601 with milliseconds and `Z`, so that comparing two as strings compares them in time. */
const instantSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .datetime */ .w$({ precision: 3 });
const toInstant = (epochMs) => new Date(epochMs).toISOString();
const toEpochMs = (instant) => Date.parse(instant);
const plusMs = (instant, ms) => toInstant(toEpochMs(instant) + ms);
/** To the minute, for people: `2026-11-23T00:01Z`. */
const toMinute = (instant) => `${instant.slice(0, 16)}Z`;


/***/ }),

/***/ 8660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lo: () => (/* binding */ reviewStates),
/* harmony export */   Ws: () => (/* binding */ difficulties),
/* harmony export */   XQ: () => (/* binding */ citationSchema),
/* harmony export */   c2: () => (/* binding */ pairSchema),
/* harmony export */   jL: () => (/* binding */ scoresSchema),
/* harmony export */   mB: () => (/* binding */ questionTypes),
/* harmony export */   zu: () => (/* binding */ pairVersion)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7821);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(795);


const pairVersion = 1;
const questionTypes = [
    'definition',
    'calculation',
    'interpretation',
    'comparison',
    'strategy',
    'pitfall',
    'example',
    'history',
];
const difficulties = ['beginner', 'intermediate', 'advanced'];
const citationSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    n: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive(),
    url: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    title: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    published_at: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    accessed_at: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    quote: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    quote_sha256: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    /** Partial ratio of the quote against the cited page's text, 0 to 100. */
    match_score: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(100),
});
const scoresSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    faithfulness: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(5),
    correctness: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(5),
    completeness: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(5),
    self_contained: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(5),
    usefulness: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(5),
    clarity: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(5),
});
const reviewStates = ['unreviewed', 'merged-unread', 'sampled', 'checked', 'edited'];
/** A question-and-answer pair with all that is known about it. Every key is always there, one type a key, so that a viewer infers one schema. */
const pairSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    schema_version: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(pairVersion),
    indicator_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    indicator: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    topic: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    facet: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    audience: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    question_type: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(questionTypes),
    difficulty: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(difficulties),
    language: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    handle: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    question: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    answer: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    short_answer: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    worked_example: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    citations: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(citationSchema),
    generation: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        pipeline: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        agent: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        task: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        session: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        prompt_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        prompt_sha256: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        model_requested: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        model_served: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        provider: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        generation_ids: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
        input_tokens: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative(),
        output_tokens: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative(),
        /** This pair's share of what its calls cost, US dollars; -1 where the provider did not say. */
        cost_usd: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
        created_at: _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .instantSchema */ .p8,
    }),
    judge: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        model: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        rubric: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        ...scoresSchema.shape,
        verdict: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    }),
    dedup: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ question_sha256: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), nearest_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), jaccard: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(1) }),
    review: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        state: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(reviewStates),
        reviewer: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        reviewed_at: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        pull_request: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        notes: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    }),
    flags: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    license: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
});


/***/ }),

/***/ 7662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ createClientParts)
});

// EXTERNAL MODULE: ../../node_modules/@octokit/plugin-retry/dist-bundle/index.js
var dist_bundle = __webpack_require__(4491);
// EXTERNAL MODULE: ../../node_modules/@octokit/plugin-throttling/dist-bundle/index.js
var plugin_throttling_dist_bundle = __webpack_require__(2812);
// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(7821);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/domain/instant.js
var instant = __webpack_require__(795);
// EXTERNAL MODULE: ./src/forge/github/errors.js
var github_errors = __webpack_require__(5126);
// EXTERNAL MODULE: ./src/forge/github/failure.js
var github_failure = __webpack_require__(6615);
;// CONCATENATED MODULE: ./src/forge/github/app-token.js





/** A token is renewed this long before it ends, so that no request outlives it. */
const spareMs = 5 * 60_000;
const installationSchema = schemas/* object */.Ikc({ id: schemas/* int */.Whr() });
/** Where GitHub wants the App's own signature: minting a token, and finding the installation. */
const isOfApp = (path) => /\/app\/|\/installation$/.test(path);
const once = (make) => {
    let made;
    return () => (made ??= make());
};
const refusal = (error, { appId, owner, repo }) => {
    const failure = (0,github_failure/* readFailure */.f1)(error);
    if (failure === undefined) {
        const isKey = error instanceof Error && /key|pem|asn1|decoder/i.test(error.message);
        if (!isKey)
            return error;
        return new errors/* PerpetualError */.nX(`Expected the private key of App ${appId} as the PEM file that GitHub gave (-----BEGIN … PRIVATE KEY-----), got something else; pass the whole file`, { actBy: 'fix-config' });
    }
    const repository = `${owner}/${repo}`;
    if (failure.status === 401)
        return new errors/* PerpetualError */.nX(`Expected GitHub to know App ${appId} by its private key, but it does not (${failure.message}); check the App's id, its key and this machine's clock`, { actBy: 'fix-config' });
    if (failure.status === 404)
        return new errors/* PerpetualError */.nX(`Expected App ${appId} to be installed on ${repository}, but it is not; install it there`, {
            actBy: 'fix-config',
        });
    return (0,github_errors/* explain */.W)(failure, { repository, permission: 'metadata: read' }, error);
};
/** Mints the tokens of an App's installation, and renews each before it ends. */
const createAppToken = (credentials, request) => {
    const { appId, owner, repo, clock, onToken = () => { } } = credentials;
    const privateKey = credentials.privateKey.replaceAll('\\n', '\n');
    // Loaded late: most clients have a token.
    const loading = once(async () => (await __webpack_require__.e(/* import() */ 75).then(__webpack_require__.bind(__webpack_require__, 6075))).createAppAuth({ appId, privateKey, request }));
    let installation = credentials.installationId ?? undefined;
    let current;
    let minting;
    const mint = async () => {
        installation ??= installationSchema.parse((await request('GET /repos/{owner}/{repo}/installation', { owner, repo })).data).id;
        const auth = await loading();
        const { token, expiresAt } = await auth({ type: 'installation', installationId: installation, refresh: true });
        onToken(token);
        current = { token, renewAt: (0,instant/* plusMs */.f9)((0,instant/* toInstant */.fN)(Date.parse(expiresAt)), -spareMs) };
        return token;
    };
    const installationToken = async () => {
        if (current !== undefined && clock.now() < current.renewAt)
            return current.token;
        minting ??= mint()
            .catch((error) => {
            throw refusal(error, credentials);
        })
            .finally(() => {
            minting = undefined;
        });
        return minting;
    };
    return {
        header: async (path) => isOfApp(path) ? `bearer ${(await (await loading())({ type: 'app' })).token}` : `token ${await installationToken()}`,
    };
};

// EXTERNAL MODULE: ../../node_modules/bottleneck/light.js
var light = __webpack_require__(6503);
;// CONCATENATED MODULE: ./src/forge/github/pace.js

const githubUrl = 'https://api.github.com';
/** Longest sleeps, seconds: a primary limit resets within the hour, which the next session waits for better than this one. */
const longestPrimarySeconds = 60;
const longestSecondarySeconds = 120;
const secondaryRepeats = 3;
/** github.com and GitHub with data residency ask for a second between writes and three between what notifies people. */
const isPaced = (baseUrl) => /^https:\/\/api\.(?:github\.com|[a-z0-9-]+\.ghe\.com)$/i.test(baseUrl);
const unpaced = () => new light.Group({ maxConcurrent: 10 });
/** How fast requests leave, and which limits are waited for instead of failing. */
const createPace = ({ baseUrl = githubUrl, secondMs = 1_000 }) => ({
    retryAfterBaseValue: secondMs,
    onRateLimit: (retryAfter, ...[, , repeats]) => retryAfter <= longestPrimarySeconds && repeats < 1,
    onSecondaryRateLimit: (retryAfter, ...[, , repeats]) => retryAfter <= longestSecondarySeconds && repeats < secondaryRepeats,
    ...(isPaced(baseUrl) ? {} : { write: unpaced(), notifications: unpaced(), search: unpaced() }),
});

;// CONCATENATED MODULE: ./src/forge/github/client-parts.js




const defaultTimeoutMs = 60_000;
/** Asks for the token at each request, so that a renewed one is used at once. */
const createAuthStrategy = (credentials) => ({ request }) => {
    const { header } = typeof credentials === 'string' ? { header: async () => `token ${credentials}` } : createAppToken(credentials, request);
    return Object.assign(async () => ({ type: 'token' }), {
        hook: async (send, options) => send({ ...options, headers: { ...options.headers, authorization: await header(options.url) } }),
    });
};
/**
 * What both clients are built of. The order of the plugins matters: the first is the innermost, so the count sees what is
 * repeated, and retries are outside of throttling, so that each repeat waits its turn and no limit is taken for a failure.
 */
const createClientParts = (options) => {
    const { token, baseUrl = githubUrl, timeoutMs = defaultTimeoutMs, secondMs = 1_000 } = options;
    let requests = 0;
    const counting = (octokit) => {
        octokit.hook.wrap('request', (request, parameters) => {
            requests += 1;
            return request({ ...parameters, request: { ...parameters.request, signal: AbortSignal.timeout(timeoutMs) } });
        });
        return {};
    };
    const quiet = () => { };
    return {
        plugins: [counting, plugin_throttling_dist_bundle/* throttling */.A, dist_bundle/* retry */.L],
        octokitOptions: {
            baseUrl,
            userAgent: 'perpetual',
            authStrategy: createAuthStrategy(token),
            throttle: createPace(options),
            // What is refused for good is not asked again; limits are throttling's.
            retry: { doNotRetry: [400, 401, 403, 404, 405, 409, 410, 422, 429, 451], retryAfterBaseValue: secondMs },
            log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
        },
        finish: (octokit) => ({
            request: (route, parameters) => octokit.request(route, parameters),
            graphql: (document, parameters) => octokit.graphql(document, parameters),
            requests: () => requests,
        }),
    };
};


/***/ })

};
