export const id = 931;
export const ids = [931];
export const modules = {

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

/***/ 4700:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ kinds)
});

// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(7821);
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

/***/ 6615:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s1: () => (/* binding */ accountsOf),
/* harmony export */   wr: () => (/* binding */ pipelineSchema),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
/* unused harmony export modelsOf */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7821);
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

/***/ 970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ isLive),
/* harmony export */   Nx: () => (/* binding */ processIdentitySchema),
/* harmony export */   qy: () => (/* binding */ claimSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7821);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(795);


/** The process that holds a claim: enough to tell on its own host whether it still lives. */
const processIdentitySchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ host: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), pid: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive(), started: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() });
/** The right to work on a pipeline. The epoch only grows; whoever shows an older one is fenced off. */
const claimSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    epoch: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive(),
    session: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    holder: processIdentitySchema,
    expiresAt: _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .instantSchema */ .p8,
});
/** True while nobody else may claim: it has not lapsed, and its holder is not proven dead. */
const isLive = (claim, now, deadEpoch) => claim !== null && claim.expiresAt > now && claim.epoch !== deadEpoch;


/***/ }),

/***/ 5349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DZ: () => (/* binding */ gradeWeights),
/* harmony export */   Hs: () => (/* binding */ gradeSchema),
/* harmony export */   V: () => (/* binding */ gradeOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7821);

const share = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().min(0).max(1);
const gradeSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    success: share,
    speed: share,
    /** Null while nobody looked. */
    quality: share.nullable(),
    efficiency: share,
    score: share,
    letter: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['A', 'B', 'C', 'D', 'F']),
});
/** What each part of a grade counts for. */
const gradeWeights = { success: 0.3, speed: 0.2, quality: 0.3, efficiency: 0.2 };
const clamp = (value) => (Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0);
const ratio = (part, whole) => (whole <= 0 ? (part <= 0 ? 1 : 0) : clamp(part / whole));
const rounded = (value) => Math.round(value * 1000) / 1000;
/** Estimated over actual: 1 where it took no more than expected. */
const thrift = ({ actual, estimated }) => actual <= 0 ? 1 : clamp(estimated / actual);
/** The design's formula; without a reviewer's look, quality is left out and the other weights are scaled up. */
function gradeOf(input) {
    const success = ratio(input.calls.withOutcome, input.calls.all);
    const speed = thrift(input.activeMs);
    const quality = input.pairs.looked ? ratio(input.pairs.kept, input.pairs.delivered) : null;
    const efficiency = thrift(input.sends);
    const sum = gradeWeights.success * success + gradeWeights.speed * speed + gradeWeights.efficiency * efficiency;
    const score = rounded(quality === null ? sum / (1 - gradeWeights.quality) : sum + gradeWeights.quality * quality);
    const letter = score >= 0.9 ? 'A' : score >= 0.8 ? 'B' : score >= 0.7 ? 'C' : score >= 0.6 ? 'D' : 'F';
    return {
        success: rounded(success),
        speed: rounded(speed),
        quality: quality === null ? null : rounded(quality),
        efficiency: rounded(efficiency),
        score,
        letter,
    };
}


/***/ }),

/***/ 1841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bx: () => (/* binding */ ledgerSchema),
/* harmony export */   D: () => (/* binding */ meterWords),
/* harmony export */   D0: () => (/* binding */ isHeldBy),
/* harmony export */   EN: () => (/* binding */ isWarned),
/* harmony export */   HX: () => (/* binding */ settleAndReserve),
/* harmony export */   L2: () => (/* binding */ meters),
/* harmony export */   NU: () => (/* binding */ amountsSchema),
/* harmony export */   Z: () => (/* binding */ usedOf),
/* harmony export */   au: () => (/* binding */ openLedger),
/* harmony export */   cA: () => (/* binding */ lineOf),
/* harmony export */   dT: () => (/* binding */ roomOf),
/* harmony export */   fG: () => (/* binding */ bringUpToDate),
/* harmony export */   jn: () => (/* binding */ meterSchema),
/* harmony export */   u5: () => (/* binding */ reconcileWithProvider),
/* harmony export */   yh: () => (/* binding */ effectiveBudgetOf),
/* harmony export */   z9: () => (/* binding */ closedSince)
/* harmony export */ });
/* unused harmony export reservedOf */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7821);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(795);
/* harmony import */ var _window_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1436);



/** What can be metered, each in whole numbers: sends, tokens, millionths of a US dollar, thousandths of a minute, batch slots. */
const meters = ['calls', 'tokens', 'usdMicros', 'minuteMillis', 'slots'];
const meterSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(meters);
/** How people call what is metered. */
const meterWords = {
    calls: 'calls',
    tokens: 'tokens',
    usdMicros: 'dollars',
    minuteMillis: 'minutes',
    slots: 'slots',
};
/** Amounts by meter; a meter that is absent is not metered. */
const amountsSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .partialRecord */ .jgl(meterSchema, zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative());
const reservationSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    pipeline: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    session: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    epoch: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().positive(),
    amount: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative(),
    /** When it was last granted or settled. */
    at: _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .instantSchema */ .p8,
});
const ledgerSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(1),
    /** Null for a limit that holds for a session and not for a time. */
    window: _window_js__WEBPACK_IMPORTED_MODULE_1__/* .windowSchema */ .yt.nullable(),
    budget: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative(),
    thresholdBasisPoints: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().min(0).max(10_000),
    /** The provider's own limit for the window, where it tells one. */
    providerBudget: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative().nullable(),
    /** The provider said in this window that its quota is used up: whatever the line says, nothing more is granted in it. */
    closed: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(true).optional(),
    settled: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative(),
    reservations: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(reservationSchema),
});
const openLedger = (limit, window) => ({
    version: 1,
    window,
    budget: limit.budget,
    thresholdBasisPoints: limit.thresholdBasisPoints,
    providerBudget: null,
    settled: 0,
    reservations: [],
});
const effectiveBudgetOf = (ledger) => Math.min(ledger.budget, ledger.providerBudget ?? ledger.budget);
/** The number that settled and reserved together never exceed: floor(budget × threshold), in integers. */
const lineOf = (ledger) => Math.floor((effectiveBudgetOf(ledger) * ledger.thresholdBasisPoints) / 10_000);
const reservedOf = (ledger) => ledger.reservations.reduce((sum, each) => sum + each.amount, 0);
/** Spent as far as anyone can prove otherwise: settled, and everything that is reserved. */
const usedOf = (ledger) => ledger.settled + reservedOf(ledger);
const roomOf = (ledger) => (ledger.closed === true ? 0 : Math.max(0, lineOf(ledger) - usedOf(ledger)));
/** Closes a ledger until its reset; one whose window began after the refusal is another day's. */
const closedSince = (ledger, refusedAt) => ledger.window !== null && ledger.window.from <= refusedAt ? { ...ledger, closed: true } : ledger;
/** True from the share of the budget on at which a person wants to be warned. */
const isWarned = (ledger, warnAtBasisPoints) => ledger.settled * 10_000 >= effectiveBudgetOf(ledger) * warnAtBasisPoints && ledger.settled > 0;
const isHeldBy = (reservation, holder) => reservation.pipeline === holder.pipeline && reservation.session === holder.session && reservation.epoch === holder.epoch;
/**
 * Takes over what the configuration says now. A window only moves forward; what is reserved at the reset is charged to both windows,
 * and so is everything where a moved reset makes the new window begin before the old one ends.
 */
function bringUpToDate(ledger, limit, window) {
    const configured = { ...ledger, budget: limit.budget, thresholdBasisPoints: limit.thresholdBasisPoints };
    if (window === null || ledger.window === null)
        return { ...configured, window };
    if (window.from <= ledger.window.from)
        return configured;
    const previous = ledger.window;
    if (window.from < previous.to)
        return { ...configured, window };
    return { ...openLedger(limit, window), reservations: ledger.reservations.filter(each => each.at >= previous.from) };
}
/**
 * Settles what a holder used and reserves anew, as far as the line allows; returns what it was granted beyond `hold`.
 * A holder without a reservation gets none of its `hold` for free: that too must fit under the line.
 */
function settleAndReserve(ledger, holder, { used, hold, want, at }) {
    const own = ledger.reservations.find(each => isHeldBy(each, holder))?.amount ?? 0;
    const others = ledger.reservations.filter(each => !isHeldBy(each, holder));
    const settled = ledger.settled + used;
    const rest = { ...ledger, settled, reservations: others };
    const kept = Math.min(hold, Math.max(0, own - used));
    const granted = Math.max(0, Math.min(kept + want, roomOf(rest)) - kept);
    const amount = kept + granted;
    const reservations = amount === 0 ? others : [...others, { ...holder, amount, at }];
    return { ledger: { ...rest, reservations }, granted };
}
/** A limit that the provider told stays known for the window, so that an outage does not raise the line. */
function reconcileWithProvider(ledger, count) {
    const reported = { ...ledger, providerBudget: count.sendsPerDay ?? ledger.providerBudget };
    if (count.sendsToday === null)
        return reported;
    const mayFree = (each) => count.isDead(each) && (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .toEpochMs */ .x8)(count.now) - (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .toEpochMs */ .x8)(each.at) >= count.settleAfterMs;
    const kept = ledger.reservations.filter(each => !mayFree(each));
    const keptAmount = kept.reduce((sum, each) => sum + each.amount, 0);
    const freed = reservedOf(ledger) - keptAmount;
    // Nobody knows how much of the count the living have sent; none of it, for the dead, so that nothing they sent is forgotten.
    const ofTheDead = Math.min(freed, Math.max(0, count.sendsToday - ledger.settled));
    return { ...reported, reservations: kept, settled: Math.max(ledger.settled + ofTheDead, count.sendsToday - keptAmount) };
}


/***/ }),

/***/ 9800:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IQ: () => (/* binding */ missingForMs),
/* harmony export */   mX: () => (/* binding */ emptyBoard),
/* harmony export */   vv: () => (/* binding */ busyOf),
/* harmony export */   w3: () => (/* binding */ slotBoardSchema)
/* harmony export */ });
/* unused harmony export slotSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7821);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(795);


/**
 * A batch job that is alive, or may be: a lease that outlives the runner. It is committed as intended before the job is created,
 * and freed only when what the job came to is collected, or when two complete listings 10 minutes apart show no such job.
 */
const slotSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    /** The id of the work, `<task>/job-<n>`. */
    work: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    task: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    /** From 1; raised where a slot was freed because no job was there. */
    attempt: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive(),
    /** The account that the job is given to. */
    member: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    /** `<repository id>/<pipeline>/<work id>/<attempt>`: by it a job is found again whose name was lost. */
    display: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    state: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['intended', 'created', 'terminal']),
    /** The provider's name, `batches/…`; null while it is intended. */
    job: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    /** What it may cost, reserved and counted in the member's dollars when it was intended: millionths. */
    usdMicros: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative(),
    intendedAt: _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .instantSchema */ .p8,
    /** When a complete listing first showed no such job; null while nothing is missing. */
    missingSince: _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .instantSchema */ .p8.nullable(),
});
/** `slots/<pipeline>.json`. */
const slotBoardSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1),
    pipeline: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    slots: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(slotSchema),
    /** The last attempt of works whose slot was freed without an outcome, by work id. */
    attempts: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive()),
    /** Jobs that were alive at each member when it was last listed completely and that stand for no slot: they count too. */
    others: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative()),
    /** True where the last round could not submit all that waited, so that another one right away could not either. */
    starved: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
});
const emptyBoard = (pipeline) => ({
    version: 1,
    pipeline,
    slots: [],
    attempts: {},
    others: {},
    starved: false,
});
/** A job that no listing shows is taken for lost after so long, milliseconds: listings of batches lag behind. */
const missingForMs = 10 * 60_000;
/** Everything that counts toward the line: slots, and jobs that are alive beside them. */
const busyOf = ({ slots, others }) => slots.length + Object.values(others).reduce((sum, each) => sum + each, 0);


/***/ }),

/***/ 8935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TG: () => (/* binding */ pipelineStateSchema),
/* harmony export */   Yg: () => (/* binding */ accountStateSchema),
/* harmony export */   dO: () => (/* binding */ emptyAccount),
/* harmony export */   eU: () => (/* binding */ emptyPipeline),
/* harmony export */   mt: () => (/* binding */ statePaths),
/* harmony export */   t_: () => (/* binding */ switchStateSchema)
/* harmony export */ });
/* unused harmony exports sessionStateSchema, importLockSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7821);
/* harmony import */ var _claim_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(970);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(795);
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1841);




/** `ledgers/<account>.json`: what binds whoever uses the key. */
const accountStateSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1),
    account: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    ledgers: zod__WEBPACK_IMPORTED_MODULE_3__/* .partialRecord */ .jgl(_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .meterSchema */ .jn, _ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .ledgerSchema */ .Bx),
});
const sessionStateSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    startedAt: _instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantSchema */ .p8,
    /** Limits that bind the session alone, such as tokens. */
    ledgers: zod__WEBPACK_IMPORTED_MODULE_3__/* .partialRecord */ .jgl(_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .meterSchema */ .jn, _ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .ledgerSchema */ .Bx),
    spent: _ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .amountsSchema */ .NU,
    /** Calls that came to an outcome. */
    calls: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().nonnegative(),
    accepted: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().nonnegative(),
    rejected: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().nonnegative(),
    tasks: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    deliveries: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ branch: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), number: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().positive(), url: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() })),
    /** Set by the last checkpoint: all is saved, and delivering and handing off are left. */
    wrap: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ reason: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }).nullable(),
});
/** `pipelines/<pipeline>.json`. */
const pipelineStateSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1),
    pipeline: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    /** The last epoch that was given out. */
    epoch: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().nonnegative(),
    /** How many sessions there were. */
    sessions: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().nonnegative(),
    claim: _claim_js__WEBPACK_IMPORTED_MODULE_0__/* .claimSchema */ .qy.nullable(),
    session: sessionStateSchema.nullable(),
    /** The task that is being worked on, across sessions. */
    task: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    cooldownUntil: _instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantSchema */ .p8.nullable(),
    /** The latest session that was wrapped. */
    lastSession: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ startedAt: _instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantSchema */ .p8, endedAt: _instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantSchema */ .p8 }).nullable().default(null),
    /** What its last session ended over: so little was left of the account's budget that not one more request fitted. */
    shortOf: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ meter: _ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .meterSchema */ .jn, room: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().nonnegative(), at: _instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantSchema */ .p8 }).nullable().default(null),
    /** When a part was opened for the last time. */
    deliveredAt: _instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantSchema */ .p8.nullable().default(null),
    /** The ids of the latest operations, so that a repeated one changes nothing. */
    operations: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
});
const switchStateSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1),
    paused: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
    by: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    at: _instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantSchema */ .p8,
});
/** `importing.json`, while somebody makes issues for tasks. */
const importLockSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1),
    holder: _claim_js__WEBPACK_IMPORTED_MODULE_0__/* .processIdentitySchema */ .Nx,
    expiresAt: _instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantSchema */ .p8,
});
const emptyPipeline = (pipeline) => ({
    version: 1,
    pipeline,
    epoch: 0,
    sessions: 0,
    claim: null,
    session: null,
    task: null,
    cooldownUntil: null,
    lastSession: null,
    shortOf: null,
    deliveredAt: null,
    operations: [],
});
const emptyAccount = (account) => ({ version: 1, account, ledgers: {} });
/** Where each piece of state lies on the branch. */
const statePaths = {
    account: (account) => `ledgers/${account}.json`,
    pipeline: (pipeline) => `pipelines/${pipeline}.json`,
    tasks: 'tasks',
    task: (pipeline, task) => `tasks/${pipeline}/${task}.json`,
    results: ({ pipeline, id }) => `results/${pipeline}/${id}`,
    resultFile: ({ pipeline, id }, n) => `results/${pipeline}/${id}/${String(n).padStart(4, '0')}.jsonl`,
    historyFolder: 'history',
    history: (month) => `history/${month}.jsonl`,
    handoff: (pipeline, name) => `handoffs/${pipeline}/${name}.md`,
    teamReport: (date) => `handoffs/team/${date}.md`,
    board: (pipeline) => `slots/${pipeline}.json`,
    repositoryId: 'repository.json',
    switch: 'switch.json',
    importLock: 'importing.json',
    orchestrator: 'orchestrator.json',
};


/***/ }),

/***/ 3761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ maxAttempts),
/* harmony export */   F9: () => (/* binding */ countWaitingParts),
/* harmony export */   J2: () => (/* binding */ nextTask),
/* harmony export */   K_: () => (/* binding */ lookedDegrees),
/* harmony export */   LE: () => (/* binding */ mayFollow),
/* harmony export */   gA: () => (/* binding */ compareTasks),
/* harmony export */   v: () => (/* binding */ taskSchema),
/* harmony export */   vx: () => (/* binding */ priorities)
/* harmony export */ });
/* unused harmony exports taskStatuses, unitStateSchema, partSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7821);
/* harmony import */ var _grade_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5349);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(795);
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1841);
/* harmony import */ var _pair_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8660);





const taskStatuses = ['pending', 'in-progress', 'in-review', 'completed', 'rejected', 'blocked', 'invalid'];
const priorities = ['p0', 'p1', 'p2', 'p3'];
/** Three claims without progress, and a person must look. */
const maxAttempts = 3;
/** Which status may follow which; anything else is a mistake of ours. */
const successors = {
    pending: ['in-progress', 'blocked', 'invalid'],
    'in-progress': ['in-progress', 'in-review', 'blocked', 'completed', 'rejected'],
    'in-review': ['completed', 'rejected', 'blocked'],
    completed: [],
    rejected: [],
    blocked: ['pending'],
    invalid: ['pending'],
};
const mayFollow = (from, to) => successors[from].includes(to);
/** How one unit of a task stands, as status and reports show it. */
const unitStateSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    unit: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    name: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    ended: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(),
    calls: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().nonnegative(),
    callsExpected: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().nonnegative(),
    accepted: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().nonnegative(),
    rejected: zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().nonnegative()),
});
const lookedDegrees = ['none', 'some', 'all'];
const partSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    part: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().positive(),
    branch: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    units: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    /** The delivered files; which ones they are stays fixed from `intended` on. */
    paths: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    pairs: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().nonnegative(),
    /** `intended` is committed before the branch is made, so that a crash in between is finished and not repeated. */
    state: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['intended', 'open', 'merged', 'closed']),
    pull: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().positive().nullable(),
    /** The commit that was delivered; null until the part is open. */
    commit: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable().default(null),
    url: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    /** When it was opened for review, and when it was merged or closed; null before, and in states of older versions. */
    openedAt: _instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantSchema */ .p8.nullable().default(null),
    endedAt: _instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantSchema */ .p8.nullable().default(null),
    kept: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().nonnegative().nullable(),
    /** How much of it a reviewer said to have read, before it ended. */
    looked: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(lookedDegrees).default('none'),
    review: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_pair_js__WEBPACK_IMPORTED_MODULE_3__/* .reviewStates */ .Lo),
});
const taskSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz(1),
    id: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    pipeline: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    issue: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().positive().nullable(),
    title: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    /** The issue's body as it was when the task was accepted; later edits do not count. */
    body: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    priority: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(priorities),
    order: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr(),
    createdAt: _instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantSchema */ .p8,
    status: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(taskStatuses),
    /** What of the configuration shapes the task's work, as it was at its first start; null before. Its pipeline's kind knows the keys. */
    settings: zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_4__/* .json */ .Pq9()).nullable(),
    /** Claims since the last progress. */
    attempts: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().nonnegative(),
    /** What a person must do, where the task is blocked or invalid. */
    reason: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    /** The task that this one tries again. */
    redoes: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
    startedAt: _instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantSchema */ .p8.nullable(),
    endedAt: _instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantSchema */ .p8.nullable(),
    activeMs: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().nonnegative(),
    spent: _ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .amountsSchema */ .NU,
    units: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(unitStateSchema),
    /** How many files `results/<id>/<n>.jsonl` there are. */
    resultFiles: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().nonnegative(),
    parts: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(partSchema),
    grade: _grade_js__WEBPACK_IMPORTED_MODULE_0__/* .gradeSchema */ .Hs.nullable(),
});
/** How many parts wait for a reviewer. */
const countWaitingParts = (tasks) => tasks.reduce((sum, task) => sum + task.parts.filter(({ state }) => state === 'open').length, 0);
/** Priority, then order, then age; the id makes it total. */
function compareTasks(a, b) {
    return (a.priority.localeCompare(b.priority) ||
        a.order - b.order ||
        a.createdAt.localeCompare(b.createdAt) ||
        a.id.localeCompare(b.id));
}
const nextTask = (tasks) => tasks.filter(task => task.status === 'pending').toSorted(compareTasks)[0];


/***/ }),

/***/ 1436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ dayWindowAt),
/* harmony export */   dw: () => (/* binding */ guardEndsAt),
/* harmony export */   eP: () => (/* binding */ guardMs),
/* harmony export */   yt: () => (/* binding */ windowSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7821);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(795);


const dayMs = 86_400_000;
/** Nothing is sent this close to a reset, because the provider's clock and ours may differ. */
const guardMs = 60_000;
/** A span in which a budget holds: from (inclusive) to (exclusive). */
const windowSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ from: _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .instantSchema */ .p8, to: _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .instantSchema */ .p8 });
/** The day that `now` is in, where days begin at this minute of the UTC day. */
function dayWindowAt(now, resetMinuteUtc) {
    const offsetMs = resetMinuteUtc * 60_000;
    const from = Math.floor(((0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .toEpochMs */ .x8)(now) - offsetMs) / dayMs) * dayMs + offsetMs;
    return { from: (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .toInstant */ .fN)(from), to: (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .toInstant */ .fN)(from + dayMs) };
}
/** When sending is allowed again: null unless `now` is within the guard band around an end of the window. */
function guardEndsAt(now, window) {
    const nowMs = (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .toEpochMs */ .x8)(now);
    for (const edge of [window.from, window.to]) {
        if (Math.abs(nowMs - (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .toEpochMs */ .x8)(edge)) < guardMs)
            return (0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .toInstant */ .fN)((0,_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .toEpochMs */ .x8)(edge) + guardMs);
    }
    return null;
}


/***/ }),

/***/ 8437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  YP: () => (/* binding */ appended),
  iv: () => (/* binding */ changesBetween),
  Bu: () => (/* binding */ parseState),
  wG: () => (/* binding */ pathsOf),
  BY: () => (/* binding */ printState),
  CE: () => (/* binding */ readOutcomes),
  un: () => (/* binding */ readState)
});

// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(7821);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/domain/state.js
var state = __webpack_require__(8935);
// EXTERNAL MODULE: ./src/domain/slot.js
var slot = __webpack_require__(9800);
// EXTERNAL MODULE: ./src/domain/task.js
var domain_task = __webpack_require__(3761);
// EXTERNAL MODULE: ./src/domain/instant.js
var instant = __webpack_require__(795);
;// CONCATENATED MODULE: ./src/domain/model.js

/** A web page that the provider says it read for this answer. */
const annotationSchema = schemas/* strictObject */.rej({ url: schemas/* string */.YjP(), title: schemas/* string */.YjP(), content: schemas/* string */.YjP() });
const usageSchema = schemas/* strictObject */.rej({
    inputTokens: schemas/* int */.Whr().nonnegative(),
    outputTokens: schemas/* int */.Whr().nonnegative(),
    /** US dollars as the provider says; null where it does not say. */
    costUsd: schemas/* number */.aig().nonnegative().nullable(),
});
/** What came back, with all that a pair's provenance needs. */
const modelAnswerSchema = schemas/* strictObject */.rej({
    text: schemas/* string */.YjP(),
    finish: schemas/* enum */.k5n(['stop', 'length', 'content_filter', 'other']),
    annotations: schemas/* array */.YOg(annotationSchema),
    usage: usageSchema,
    modelServed: schemas/* string */.YjP(),
    provider: schemas/* string */.YjP(),
    generationId: schemas/* string */.YjP(),
    /** True where the embedded provider answered. */
    rehearsal: schemas/* boolean */.zMY(),
});

;// CONCATENATED MODULE: ./src/domain/work.js



const common = {
    version: schemas/* literal */.euz(1),
    work: schemas/* string */.YjP(),
    unit: schemas/* string */.YjP(),
    session: schemas/* string */.YjP(),
    at: instant/* instantSchema */.p8,
    durationMs: schemas/* int */.Whr().nonnegative(),
};
/** A pair in the database or in an open delivery that an asked question repeats. */
const matchSchema = schemas/* strictObject */.rej({ key: schemas/* string */.YjP(), nearest: schemas/* string */.YjP(), jaccard: schemas/* number */.aig().min(0).max(1) });
/** How a batch job can end. */
const batchEnds = ['succeeded', 'partly-succeeded', 'failed', 'cancelled', 'expired'];
/** What one item of a batch job came to: an answer, or the provider's error (`code` is gRPC's or null where it tells none). */
const batchItemOutcomeSchema = schemas/* strictObject */.rej({
    key: schemas/* string */.YjP(),
    promptSha256: schemas/* string */.YjP(),
    result: schemas/* discriminatedUnion */.gMt('type', [
        schemas/* strictObject */.rej({ type: schemas/* literal */.euz('answer'), answer: modelAnswerSchema }),
        schemas/* strictObject */.rej({ type: schemas/* literal */.euz('error'), code: schemas/* int */.Whr().nullable(), message: schemas/* string */.YjP() }),
    ]),
});
/** What a piece of work came to: one line of `results/<task>/<n>.jsonl`. */
const outcomeSchema = schemas/* discriminatedUnion */.gMt('type', [
    schemas/* strictObject */.rej({
        ...common,
        type: schemas/* literal */.euz('answer'),
        promptSha256: schemas/* string */.YjP(),
        modelRequested: schemas/* string */.YjP(),
        answer: modelAnswerSchema,
    }),
    /** The provider refused this very request for good (for example content blocked); asking again brings the same. */
    schemas/* strictObject */.rej({ ...common, type: schemas/* literal */.euz('refusal'), reason: schemas/* string */.YjP() }),
    schemas/* strictObject */.rej({ ...common, type: schemas/* literal */.euz('matches'), matches: schemas/* array */.YOg(matchSchema) }),
    /** What a batch job came to, whole: every item that was submitted is in it once. `unit` is empty, `durationMs` runs from the submission. */
    schemas/* strictObject */.rej({
        ...common,
        type: schemas/* literal */.euz('batch'),
        job: schemas/* string */.YjP(),
        member: schemas/* string */.YjP(),
        end: schemas/* enum */.k5n(batchEnds),
        /** What the provider says of a job that did not succeed; an empty string where it says nothing. */
        error: schemas/* string */.YjP(),
        modelRequested: schemas/* string */.YjP(),
        items: schemas/* array */.YOg(batchItemOutcomeSchema),
    }),
]);

;// CONCATENATED MODULE: ./src/session/state-files.js






/** What zod found, which may quote the file: on one line and of bounded length. */
const found = (issue) => {
    const what = `${issue?.message ?? 'something else'} at ${issue?.path.join('.') || 'its top'}`;
    return what.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 200);
};
const versioned = schemas/* looseObject */._H3({ version: schemas/* number */.aig() });
/** One file of the state; garbage and a newer version are refused in one line, and never rewritten. */
function parseState(schema, path, text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (cause) {
        throw new errors/* PerpetualError */.nX(`Expected ${path} on perpetual/state to be JSON, found garbage; restore it from an earlier commit of that branch`, { actBy: 'fix-config', cause });
    }
    const version = versioned.safeParse(value);
    if (version.success && version.data.version > 1)
        throw new errors/* PerpetualError */.nX(`Expected ${path} on perpetual/state to be of version 1, found ${version.data.version}: a newer perpetual wrote it; update this one`, { actBy: 'fix-config' });
    const parsed = schema.safeParse(value);
    if (parsed.success)
        return parsed.data;
    throw new errors/* PerpetualError */.nX(`Expected ${path} on perpetual/state to be a state file, found ${found(parsed.error.issues[0])}; restore it from an earlier commit of that branch`, { actBy: 'fix-config' });
}
/** State files are printed for people too, and one value a line keeps their diffs small. */
const printState = (value) => `${JSON.stringify(value, null, 1)}\n`;
const taskPathsOf = ({ tasks }) => tasks.map(task => state/* statePaths */.mt.task(task.pipeline, task.id));
/** The files that the pieces are in. */
const pathsOf = (pieces) => [
    ...pieces.accounts.map(state/* statePaths */.mt.account),
    ...pieces.pipelines.map(state/* statePaths */.mt.pipeline),
    ...taskPathsOf(pieces),
    ...(pieces.boards ?? []).map(state/* statePaths */.mt.board),
];
/** The pieces at a head; what was never written is empty. */
async function readState(store, head, pieces) {
    const taskPaths = taskPathsOf(pieces);
    const texts = await store.read(head, pathsOf(pieces));
    const accounts = {};
    for (const account of pieces.accounts) {
        const path = state/* statePaths */.mt.account(account);
        const text = texts.get(path);
        accounts[account] = text === undefined ? (0,state/* emptyAccount */.dO)(account) : parseState(state/* accountStateSchema */.Yg, path, text);
    }
    const pipelines = {};
    for (const name of pieces.pipelines) {
        const path = state/* statePaths */.mt.pipeline(name);
        const text = texts.get(path);
        pipelines[name] = text === undefined ? (0,state/* emptyPipeline */.eU)(name) : parseState(state/* pipelineStateSchema */.TG, path, text);
    }
    const tasks = {};
    for (const path of taskPaths) {
        const text = texts.get(path);
        if (text === undefined)
            continue;
        const task = parseState(domain_task/* taskSchema */.v, path, text);
        tasks[task.id] = task;
    }
    const boards = {};
    for (const name of pieces.boards ?? []) {
        const path = state/* statePaths */.mt.board(name);
        const text = texts.get(path);
        boards[name] = text === undefined ? (0,slot/* emptyBoard */.mX)(name) : parseState(slot/* slotBoardSchema */.w3, path, text);
    }
    return { accounts, pipelines, tasks, boards };
}
/** What a task's calls brought, in the order in which it was absorbed. */
async function readOutcomes(store, head, task) {
    const paths = Array.from({ length: task.resultFiles }, (_, index) => state/* statePaths */.mt.resultFile(task, index + 1));
    const texts = await store.read(head, paths);
    return paths.flatMap(path => {
        const text = texts.get(path);
        if (text === undefined)
            throw new errors/* PerpetualError */.nX(`Expected ${path} on perpetual/state, found none; restore it from an earlier commit of that branch`, { actBy: 'fix-config' });
        const lines = text.split('\n').filter(Boolean);
        return lines.map(line => parseState(outcomeSchema, path, line));
    });
}
/** The files that differ between two states. */
function changesBetween(before, after) {
    const changes = [];
    for (const [name, account] of Object.entries(after.accounts))
        if (account !== before.accounts[name])
            changes.push({ path: state/* statePaths */.mt.account(name), text: printState(account) });
    for (const [name, pipeline] of Object.entries(after.pipelines))
        if (pipeline !== before.pipelines[name])
            changes.push({ path: state/* statePaths */.mt.pipeline(name), text: printState(pipeline) });
    for (const [id, task] of Object.entries(after.tasks))
        if (task !== before.tasks[id])
            changes.push({ path: state/* statePaths */.mt.task(task.pipeline, id), text: printState(task) });
    for (const [name, board] of Object.entries(after.boards))
        if (board !== before.boards[name])
            changes.push({ path: state/* statePaths */.mt.board(name), text: printState(board) });
    return changes;
}
/** A file with a line more at its end. */
async function appended(store, head, { path, text }) {
    const before = (await store.read(head, [path])).get(path) ?? '';
    return { path, text: before + text };
}


/***/ })

};
