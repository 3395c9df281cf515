export const id = 8437;
export const ids = [8437];
export const modules = {

/***/ 970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ isLive),
/* harmony export */   Nx: () => (/* binding */ processIdentitySchema),
/* harmony export */   qy: () => (/* binding */ claimSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9131);
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9131);

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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9131);
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

/***/ 9800:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IQ: () => (/* binding */ missingForMs),
/* harmony export */   mX: () => (/* binding */ emptyBoard),
/* harmony export */   vv: () => (/* binding */ busyOf),
/* harmony export */   w3: () => (/* binding */ slotBoardSchema)
/* harmony export */ });
/* unused harmony export slotSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9131);
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
/* harmony export */   sJ: () => (/* binding */ importLockSchema),
/* harmony export */   t_: () => (/* binding */ switchStateSchema)
/* harmony export */ });
/* unused harmony export sessionStateSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9131);
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
/* harmony export */   cK: () => (/* binding */ taskStatuses),
/* harmony export */   gA: () => (/* binding */ compareTasks),
/* harmony export */   v: () => (/* binding */ taskSchema),
/* harmony export */   vx: () => (/* binding */ priorities)
/* harmony export */ });
/* unused harmony exports unitStateSchema, partSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9131);
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9131);
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

// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(9131);
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
