export const id = 2848;
export const ids = [2848,3477];
export const modules = {

/***/ 8007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   define: () => (/* binding */ define)
/* harmony export */ });
/* harmony import */ var commander__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1283);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9131);
/* harmony import */ var _rehearsal_faults_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7860);
/* harmony import */ var _rehearsal_start_rehearsal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6780);




const optionsSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    port: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().default(0),
    latency: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().default(0),
    fault: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().default(''),
    seed: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().default(1),
    clock: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional(),
    cap: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().optional(),
    dailyLimit: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().optional(),
});
const help = `
A provider on this machine that needs no key and no network: it speaks the protocols of OpenRouter, Z.AI and Gemini
and makes its answers from the briefs. Point an account's baseUrl at it. Its pairs say that they are a rehearsal.

Faults, each with its share of the sends: 429, 5xx, malformed, drop, error200, length, echo, blocked, quota; slow takes
a time. The key \`no-credit\` has no balance, and keys that begin with \`wrong\` are refused.
Of batch jobs: stuck, job-fail, item-error and look-5xx take a share; batch-time (2 minutes where it is left out) and
list-delay take a time by the provider's clock.

Examples:
  perpetual rehearse --port 8787
  perpetual rehearse --latency 200 --fault 429:0.1,malformed:0.02,slow:2s,drop:0.01
  perpetual rehearse --fault batch-time:30s,list-delay:10s,item-error:0.1,stuck:0.05
  perpetual rehearse --clock 2026-11-22T23:50:00Z --daily-limit 1000`;
function readWhole(text) {
    const value = Number(text);
    if (text.trim() !== '' && Number.isInteger(value) && value >= 0)
        return value;
    throw new commander__WEBPACK_IMPORTED_MODULE_0__/* .InvalidArgumentError */ .Di('Expected a whole number from 0 on.');
}
function readPort(text) {
    const port = readWhole(text);
    if (port <= 65_535)
        return port;
    throw new commander__WEBPACK_IMPORTED_MODULE_0__/* .InvalidArgumentError */ .Di('Expected a port from 0 to 65,535.');
}
async function rehearse(invocation, { port, latency, fault, seed, clock, cap, dailyLimit }) {
    const { output } = invocation;
    const asked = invocation.interruptible();
    const rehearsal = await (0,_rehearsal_start_rehearsal_js__WEBPACK_IMPORTED_MODULE_2__/* .startRehearsal */ .U)({
        port,
        latencyMs: latency,
        seed,
        ...(fault === '' ? {} : { faults: (0,_rehearsal_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .parseFaults */ .bZ)(fault) }),
        ...(clock === undefined ? {} : { clock }),
        ...(cap === undefined ? {} : { cap }),
        ...(dailyLimit === undefined ? {} : { dailyLimit }),
    });
    // This command's one object is its addresses, and it is wanted while it serves; without --json it is the same line.
    const line = { ...rehearsal.urls, control: rehearsal.control };
    if (output.json)
        output.object(line);
    else
        output.result(JSON.stringify(line));
    output.say('Serving until Ctrl-C.');
    if (!asked.aborted)
        await new Promise(resolve => asked.addEventListener('abort', resolve, { once: true }));
    await rehearsal.close();
    return { json: undefined };
}
function define(command, start) {
    command
        .option('--port <n>', 'the port on 127.0.0.1; 0 takes a free one', readPort)
        .option('--latency <ms>', 'added to every answer', readWhole)
        .option('--fault <list>', 'what goes wrong, and how often')
        .option('--seed <n>', 'what the faults are drawn from', readWhole)
        .option('--clock <time>', "what the provider's clock shows at the start, ISO 8601")
        .option('--cap <n>', 'sends a second, beyond which it answers 429', readWhole)
        .option('--daily-limit <n>', 'sends a UTC day for each key', readWhole)
        .addHelpText('after', help)
        .action(async () => {
        const options = optionsSchema.parse(command.opts());
        await start(command, invocation => rehearse(invocation, options));
    });
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9131);
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

/***/ 3477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p6: () => (/* binding */ date),
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1299);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9131);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDate */ .db(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODate */ .Brp, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
