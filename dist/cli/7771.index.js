export const id = 7771;
export const ids = [7771];
export const modules = {

/***/ 8071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AJ: () => (/* binding */ isAwaited),
/* harmony export */   Bi: () => (/* binding */ guardedUntil),
/* harmony export */   IJ: () => (/* binding */ longestWaitMs),
/* harmony export */   K_: () => (/* binding */ isReviewFull),
/* harmony export */   T9: () => (/* binding */ budgetResetsAt),
/* harmony export */   eR: () => (/* binding */ meteredLedger),
/* harmony export */   fJ: () => (/* binding */ waitsForOf),
/* harmony export */   nS: () => (/* binding */ availabilityOf),
/* harmony export */   nT: () => (/* binding */ budgetOf)
/* harmony export */ });
/* harmony import */ var _domain_claim_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(970);
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(795);
/* harmony import */ var _domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1841);
/* harmony import */ var _domain_task_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3761);
/* harmony import */ var _domain_window_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1436);





const currentLedger = (ledger, limit) => {
    if (limit === undefined)
        return undefined;
    return ledger === undefined ? (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .openLedger */ .au)(limit, limit.window) : (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .bringUpToDate */ .fG)(ledger, limit, limit.window);
};
/** The ledger of what the pipeline is metered in as it stands now; undefined where that is not limited. */
function meteredLedger({ metered: { scope, meter }, accountLimits, sessionLimits, }, held, now) {
    return scope === 'account'
        ? currentLedger(held.account.ledgers[meter], accountLimits(now)[meter])
        : currentLedger(held.session?.ledgers[meter], sessionLimits[meter]);
}
const budgetOf = (ledger, meter) => ledger === undefined
    ? { meter, limit: 0, line: 0, used: 0 }
    : { meter, limit: (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .effectiveBudgetOf */ .yh)(ledger), line: (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .lineOf */ .cA)(ledger), used: (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .usedOf */ .Z)(ledger) };
/** When a used-up budget is there again: after the reset and its guard band. Null for a budget without a window. */
const budgetResetsAt = (ledger) => ledger.window === null ? null : (0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .plusMs */ .f9)(ledger.window.to, _domain_window_js__WEBPACK_IMPORTED_MODULE_4__/* .guardMs */ .eP);
/** When the guard bands of all of an account's limits are over; null outside of them. */
function guardedUntil(setting, now) {
    const limits = Object.values(setting.accountLimits(now));
    const ends = limits.flatMap(({ window }) => (window === null ? [] : ((0,_domain_window_js__WEBPACK_IMPORTED_MODULE_4__/* .guardEndsAt */ .dw)(now, window) ?? [])));
    return ends.toSorted().at(-1) ?? null;
}
/** A ledger of the account that has been used up to its line; one without a budget (nothing may cost anything) is never full. */
function fullLedger({ now, setting, account, pipeline: { shortOf } }) {
    const limits = setting.accountLimits(now);
    const calls = currentLedger(account.ledgers.calls, limits.calls);
    if (calls !== undefined && (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .roomOf */ .dT)(calls) === 0)
        return calls;
    for (const meter of _domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .meters */ .L2) {
        const [ledger, limit] = [account.ledgers[meter], limits[meter]];
        if (meter === 'calls' || ledger === undefined || limit === undefined)
            continue;
        const current = (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .bringUpToDate */ .fG)(ledger, limit, limit.window);
        // In the window in which a session ended for want of more, no more than was left then is too little again.
        const isShort = shortOf?.meter === meter && shortOf.at >= (current.window?.from ?? shortOf.at);
        const tooLittle = isShort ? shortOf.room : 0;
        if ((0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .roomOf */ .dT)(current) <= tooLittle && ((0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .usedOf */ .Z)(current) > 0 || current.closed === true))
            return current;
    }
    return undefined;
}
/** Whoever waits for a session of another pipeline waits no longer than this from its beginning, milliseconds. */
const longestWaitMs = 86_400_000;
/**
 * Whether one that runs after another lets it go first: not where that has delivered, or has ended a session without a delivery,
 * since its own last session. So it waits for one session of each at most, however often the others begin.
 */
function isAwaited(other, { lastSession }) {
    const since = lastSession?.endedAt ?? '';
    return (other.deliveredAt ?? '') <= since && (other.lastSession?.endedAt ?? '') <= since;
}
/** The pipeline whose session is let end first: one that it runs after and that is at work. One that rests is not waited for, whatever it rests for. */
const waitsForOf = ({ now, pipeline, after }) => after.find(other => other.session !== null && (0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .plusMs */ .f9)(other.session.startedAt, longestWaitMs) > now && isAwaited(other, pipeline))?.pipeline;
/** Whether reviewers have enough to read, so that nothing new is begun. */
const isReviewFull = ({ maxWaitingParts }, waitingParts) => maxWaitingParts !== null && waitingParts > maxWaitingParts;
/** When the cooldown is over, and with it a guard band that it ends in; null where it is. */
function coolingUntil({ now, setting, pipeline: { cooldownUntil } }) {
    if (cooldownUntil === null || cooldownUntil <= now)
        return null;
    return guardedUntil(setting, cooldownUntil) ?? cooldownUntil;
}
/** Pure: what stands in the way of a session, the most final reason first. */
function availabilityOf(input) {
    const { now, setting, pipeline, tasks } = input;
    const budget = budgetOf(meteredLedger(setting, { account: input.account, session: pipeline.session }, now), setting.metered.meter);
    const rest = (reason, until) => ({ type: 'rest', reason, until, budget });
    if (input.paused)
        return rest('paused', null);
    if ((0,_domain_claim_js__WEBPACK_IMPORTED_MODULE_0__/* .isLive */ .DG)(pipeline.claim, now, input.deadEpoch))
        return rest('held', pipeline.claim.expiresAt);
    const task = pipeline.task ?? (0,_domain_task_js__WEBPACK_IMPORTED_MODULE_3__/* .nextTask */ .J2)(tasks)?.id;
    // A session killed after its last task ended waits for nothing but its wrap.
    const isUnwrapped = pipeline.session !== null && (pipeline.session.wrap !== null || task === undefined);
    // What an earlier session left is finished whatever the budget says: delivering and handing off send nothing.
    if (isUnwrapped)
        return { type: 'available', task: task ?? '', budget };
    if (task === undefined)
        return rest('queue-empty', null);
    if (pipeline.session === null) {
        // What ends by somebody's doing before what ends by itself: a time that is told is one at which something begins.
        if (!input.force && isReviewFull(setting, input.waitingParts))
            return rest('reviews', null);
        const full = fullLedger(input);
        const resetsAt = full === undefined ? undefined : budgetResetsAt(full);
        const coolUntil = input.force ? null : coolingUntil(input);
        if (resetsAt !== undefined && (resetsAt === null || coolUntil === null || resetsAt >= coolUntil))
            return rest('budget', resetsAt);
        if (coolUntil !== null)
            return rest('cooling', coolUntil);
        const waitsFor = input.force ? undefined : waitsForOf(input);
        if (waitsFor !== undefined)
            return { ...rest('after', null), waitsFor };
    }
    const guardEnd = guardedUntil(setting, now);
    if (guardEnd !== null)
        return rest('window', guardEnd);
    return { type: 'available', task, budget };
}


/***/ }),

/***/ 3101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ batchAvailability)
/* harmony export */ });
/* harmony import */ var _domain_claim_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(970);
/* harmony import */ var _domain_ledger_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1841);
/* harmony import */ var _domain_task_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3761);
/* harmony import */ var _availability_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8071);
/* harmony import */ var _slot_book_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6387);





/** When the dollars of some member are there again, where all are used up; undefined while one has room. */
function resetsAt({ members, now }) {
    const resets = members.map(({ setting, account }) => {
        const [ledger, limit] = [account.ledgers.usdMicros, setting.accountLimits(now).usdMicros];
        const current = ledger === undefined || limit === undefined ? undefined : (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .bringUpToDate */ .fG)(ledger, limit, limit.window);
        return current !== undefined && (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .roomOf */ .dT)(current) === 0 && (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .usedOf */ .Z)(current) > 0 ? (0,_availability_js__WEBPACK_IMPORTED_MODULE_3__/* .budgetResetsAt */ .T9)(current) : undefined;
    });
    if (resets.length === 0 || resets.includes(undefined))
        return undefined;
    return resets.flatMap(reset => reset ?? []).toSorted()[0] ?? null;
}
/**
 * Pure: whether a round makes sense now. Jobs that are alive are looked at after each cooldown. Where fewer than half of the slots are
 * in use and work waits, a round may come early, unless the last one could not submit it either.
 */
function batchAvailability(input) {
    const { now, pipeline, tasks, board } = input;
    const budget = (0,_availability_js__WEBPACK_IMPORTED_MODULE_3__/* .budgetOf */ .nT)((0,_slot_book_js__WEBPACK_IMPORTED_MODULE_4__/* .slotLedger */ .U)(input.slots, board), 'slots');
    const rest = (reason, until) => ({ type: 'rest', reason, until, budget, early: false });
    if (input.paused)
        return rest('paused', null);
    if ((0,_domain_claim_js__WEBPACK_IMPORTED_MODULE_0__/* .isLive */ .DG)(pipeline.claim, now, input.deadEpoch))
        return rest('held', pipeline.claim.expiresAt);
    const inProgress = tasks.filter(task => task.status === 'in-progress');
    const task = inProgress[0]?.id ?? (0,_domain_task_js__WEBPACK_IMPORTED_MODULE_2__/* .nextTask */ .J2)(tasks)?.id;
    const available = (early) => ({ type: 'available', task: task ?? '', budget, early });
    if (pipeline.session !== null)
        return available(false);
    if (task === undefined && board.slots.length === 0)
        return rest('queue-empty', null);
    const reset = board.slots.length === 0 ? resetsAt(input) : undefined;
    if (reset !== undefined)
        return rest('budget', reset);
    const isFull = (0,_availability_js__WEBPACK_IMPORTED_MODULE_3__/* .isReviewFull */ .K_)(input, input.waitingParts) && !input.force;
    if (isFull && board.slots.length === 0)
        return rest('reviews', null);
    const waitsFor = input.force || board.slots.length > 0 ? undefined : (0,_availability_js__WEBPACK_IMPORTED_MODULE_3__/* .waitsForOf */ .fJ)(input);
    if (waitsFor !== undefined)
        return { ...rest('after', null), waitsFor };
    const isCooling = pipeline.cooldownUntil !== null && pipeline.cooldownUntil > now;
    if (!isCooling || input.force)
        return available(false);
    const busy = new Set(board.slots.map(slot => slot.task));
    const waits = tasks.some(({ id, status }) => status === 'pending' || (status === 'in-progress' && !busy.has(id)));
    return waits && !isFull && !board.starved && budget.used * 2 < budget.line
        ? available(true)
        : rest('cooling', pipeline.cooldownUntil);
}


/***/ }),

/***/ 6387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ slotLedger),
/* harmony export */   w: () => (/* binding */ openSlotBook)
/* harmony export */ });
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(795);
/* harmony import */ var _domain_ledger_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1841);
/* harmony import */ var _domain_slot_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9800);
/* harmony import */ var _availability_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8071);
/* harmony import */ var _setting_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7982);





const slotLedger = (limit, board) => ({ ...(0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .openLedger */ .au)(limit, null), settled: (0,_domain_slot_js__WEBPACK_IMPORTED_MODULE_2__/* .busyOf */ .vv)(board) });
async function openSlotBook({ book, clock, setting, batch, asked }, { holder, expiresAt }) {
    const read = async () => {
        const state = await book.read({ accounts: [], pipelines: [], tasks: [], boards: [setting.pipeline] });
        return state.boards[setting.pipeline] ?? (0,_domain_slot_js__WEBPACK_IMPORTED_MODULE_2__/* .emptyBoard */ .mX)(setting.pipeline);
    };
    let board = await read();
    let claimUntil = expiresAt;
    let lost = false;
    let operations = 0;
    const limitsNow = (now) => Object.fromEntries(batch.members.map(({ account, setting: own }) => [account, own.accountLimits(now)]));
    const apply = async (bare, files) => {
        if (lost)
            return undefined;
        operations += 1;
        const now = clock.now();
        const operation = `${holder.session}/${holder.epoch}/slots-${operations}`;
        const shared = { operation, now, ...holder, leaseMs: setting.leaseMs, accountLimits: limitsNow(now) };
        const result = await book.apply({ ...shared, ...bare }, { files });
        if (result.type === 'fenced') {
            lost ||= result.reason === 'old-epoch';
            return undefined;
        }
        claimUntil = (0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .plusMs */ .f9)(now, setting.leaseMs);
        board = result.state.boards[setting.pipeline] ?? board;
        return result.state;
    };
    return {
        board: () => board,
        intend: async (intending) => void (await apply({ type: 'intend-slots', ...intending, limit: batch.slots }, [])),
        record: async (recording) => void (await apply({ type: 'record-slots', ...recording }, [])),
        collect: async (collecting, results) => (await apply({ type: 'collect-slot', ...collecting }, [results]))?.tasks[collecting.task],
        isLost: () => lost,
        maySend: () => !lost && !asked.aborted && clock.now() < (0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .plusMs */ .f9)(claimUntil, -(0,_setting_js__WEBPACK_IMPORTED_MODULE_4__/* .leaseMarginMs */ .fO)(setting.leaseMs)),
        budget: () => (0,_availability_js__WEBPACK_IMPORTED_MODULE_3__/* .budgetOf */ .nT)(slotLedger(batch.slots, board), 'slots'),
        ledger: () => slotLedger(batch.slots, board),
    };
}


/***/ }),

/***/ 7771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ look),
/* harmony export */   j: () => (/* binding */ readOwn)
/* harmony export */ });
/* harmony import */ var _domain_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8935);
/* harmony import */ var _domain_slot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9800);
/* harmony import */ var _availability_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8071);
/* harmony import */ var _batch_batch_availability_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3101);




/** Everything that a look reads of the state, so that a forge may bring it with one request. */
const readOwn = ({ setting, book, batch }) => book.read({
    accounts: [...new Set([setting.account, ...(batch?.members.map(({ account }) => account) ?? [])])],
    pipelines: [setting.pipeline, ...setting.after],
    tasks: [],
    boards: batch === undefined ? [] : [setting.pipeline],
});
/** How a pipeline stands: whether a session can work now, and if not, why and until when. It writes nothing. */
async function look(setup, { force }) {
    const { setting, book, clock, batch } = setup;
    const [state, known, paused] = await Promise.all([readOwn(setup), book.tasks(setting.pipeline), setup.isPaused()]);
    const discovered = (await setup.discover?.()) ?? [];
    const pipeline = state.pipelines[setting.pipeline] ?? (0,_domain_state_js__WEBPACK_IMPORTED_MODULE_0__/* .emptyPipeline */ .eU)(setting.pipeline);
    const { claim } = pipeline;
    const now = clock.now();
    // Asking costs a request on GitHub, and a claim that has lapsed is nobody's anyway.
    const isHeld = claim !== null && claim.expiresAt > now;
    const deadEpoch = isHeld && (await setup.isDead(claim.holder)) ? claim.epoch : null;
    const tasks = [...known, ...discovered];
    const waitingParts = await setup.countWaitingParts();
    const after = setting.after.map(name => state.pipelines[name] ?? (0,_domain_state_js__WEBPACK_IMPORTED_MODULE_0__/* .emptyPipeline */ .eU)(name));
    const common = { now, paused, force, pipeline, tasks, deadEpoch, after, waitingParts };
    const accountOf = (name) => state.accounts[name] ?? (0,_domain_state_js__WEBPACK_IMPORTED_MODULE_0__/* .emptyAccount */ .dO)(name);
    const seen = (availability, early) => {
        const next = availability.type === 'available' ? tasks.find(({ id }) => id === availability.task) : undefined;
        return { availability, early, deadEpoch, next, discovered };
    };
    if (batch === undefined)
        return seen((0,_availability_js__WEBPACK_IMPORTED_MODULE_2__/* .availabilityOf */ .nS)({ ...common, setting, account: accountOf(setting.account) }), false);
    const { early, ...availability } = (0,_batch_batch_availability_js__WEBPACK_IMPORTED_MODULE_3__/* .batchAvailability */ .W)({
        ...common,
        board: state.boards[setting.pipeline] ?? (0,_domain_slot_js__WEBPACK_IMPORTED_MODULE_1__/* .emptyBoard */ .mX)(setting.pipeline),
        slots: batch.slots,
        maxWaitingParts: setting.maxWaitingParts,
        members: batch.members.map(({ account, setting: own }) => ({ account: accountOf(account), setting: own })),
    });
    return seen(availability, early);
}


/***/ }),

/***/ 7982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ii: () => (/* binding */ outstandingSends),
/* harmony export */   JB: () => (/* binding */ checkpointAfterMs),
/* harmony export */   P4: () => (/* binding */ stopGraceMs),
/* harmony export */   fO: () => (/* binding */ leaseMarginMs),
/* harmony export */   nt: () => (/* binding */ wantedSends),
/* harmony export */   sR: () => (/* binding */ checkpointAfterCalls)
/* harmony export */ });
/** At most this many sends are reserved and not settled at any time; so at most this many are sent again after a kill. */
const outstandingSends = (concurrency) => Math.max(25, 2 * concurrency);
/** What may be reserved and not settled of each meter, where a send takes this at the most. */
function wantedSends(concurrency, worst) {
    const calls = outstandingSends(concurrency);
    // A worst case in tokens is many times what a request takes: asked for all that may be outstanding, it would be a session's whole line.
    return { calls, tokens: Math.min(calls, concurrency + 1) * worst.tokens, usdMicros: calls * worst.usdMicros };
}
/** Finished calls after which a checkpoint is due. */
const checkpointAfterCalls = 25;
/** Time after which a checkpoint is due, milliseconds. */
const checkpointAfterMs = 120_000;
/** What is in flight when a person asks to stop gets this long, milliseconds. */
const stopGraceMs = 2_000;
/** Sending stops this long before the claim lapses, milliseconds: a tenth of the lease, 10 s at the most. */
const leaseMarginMs = (leaseMs) => Math.min(10_000, Math.ceil(leaseMs / 10));


/***/ })

};
