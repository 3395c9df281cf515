export const id = 705;
export const ids = [705];
export const modules = {

/***/ 8705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  define: () => (/* binding */ status_define),
  readStatus: () => (/* binding */ readStatus)
});

// EXTERNAL MODULE: ./src/compose.js + 59 modules
var compose = __webpack_require__(3143);
// EXTERNAL MODULE: ./src/domain/instant.js
var instant = __webpack_require__(795);
// EXTERNAL MODULE: ./src/domain/task.js
var task = __webpack_require__(3761);
// EXTERNAL MODULE: ./src/session/task-run.js
var task_run = __webpack_require__(8273);
;// CONCATENATED MODULE: ./src/report/status.js



function countByStatus(tasks) {
    const counts = {
        pending: 0,
        'in-progress': 0,
        'in-review': 0,
        completed: 0,
        rejected: 0,
        blocked: 0,
        invalid: 0,
    };
    for (const task of tasks)
        counts[task.status] += 1;
    return counts;
}
const undelivered = (task) => {
    const delivered = new Set(task.parts.flatMap(part => part.units));
    return (0,task_run/* totalsOf */.vA)(task.units.filter(unit => !delivered.has(unit.unit))).accepted;
};
/** How it stands, from state alone. */
function statusOf(input) {
    const parts = input.tasks.flatMap(task => task.parts.map(part => ({ task, part })));
    const sum = (state, count) => parts.filter(each => each.part.state === state).reduce((total, each) => total + count(each.part), 0);
    return {
        at: input.at,
        paused: input.paused,
        goal: input.goal,
        pairs: {
            merged: sum('merged', part => part.kept ?? part.pairs),
            waiting: sum('open', part => part.pairs) + sum('intended', part => part.pairs),
            underWay: input.tasks.filter(task => task.status === 'in-progress').reduce((total, task) => total + undelivered(task), 0),
        },
        pipelines: input.pipelines.map(({ pipeline, agent, kind, availability, state }) => {
            const own = input.tasks.filter(task => task.pipeline === pipeline);
            const current = own.find(task => task.id === state.task);
            return {
                pipeline,
                agent,
                kind,
                availability,
                session: state.session?.id ?? null,
                task: current === undefined ? null : { id: current.id, title: current.title, ...(0,task_run/* totalsOf */.vA)(current.units) },
                tasks: countByStatus(own),
            };
        }),
        reviews: parts.flatMap(({ task, part }) => part.state === 'open' && part.pull !== null
            ? [{ number: part.pull, task: task.id, part: part.part, pairs: part.pairs }]
            : []),
        blocked: input.tasks.flatMap(task => (task.status === 'blocked' ? [{ task: task.id, reason: task.reason ?? '' }] : [])),
    };
}
const bar = (share, width) => {
    const filled = Math.round(Math.min(1, Math.max(0, share)) * width);
    return '█'.repeat(filled) + '░'.repeat(width - filled);
};
const restWords = {
    paused: 'paused',
    held: 'a session is at work',
    cooling: 'rests after its last session',
    window: "waits for the budget's reset",
    budget: 'its budget line is reached',
    'queue-empty': 'no task waits',
};
/** In some words, for a line: what it can do, or why it rests and until when. */
function describeAvailability(availability) {
    if (availability === null)
        return 'not run by this version';
    if (availability.type === 'available')
        return 'can work now';
    const words = restWords[availability.reason] ?? availability.reason;
    return availability.until === null ? words : `${words}, until ${(0,instant/* toMinute */.y_)(availability.until)}`;
}
/** For a terminal, at most 100 columns. */
function renderStatus(status) {
    const { pairs, goal } = status;
    const share = goal === 0 ? 0 : pairs.merged / goal;
    const lines = [
        `${status.paused ? 'PAUSED. ' : ''}${pairs.merged} of ${goal} pairs (${(share * 100).toFixed(1)} %)  ${bar(share, 30)}`,
        `${pairs.waiting} pairs wait for a review, ${pairs.underWay} are under way.`,
        '',
    ];
    for (const each of status.pipelines) {
        lines.push(`${each.pipeline} (${each.agent}, ${each.kind}): ${describeAvailability(each.availability)}`);
        const budget = each.availability?.budget;
        if (budget !== undefined && budget.limit > 0)
            lines.push(`  calls ${budget.used} / ${budget.limit}, line ${budget.line}  ${bar(budget.used / budget.limit, 20)}`);
        if (each.task !== null)
            lines.push(`  ${each.task.id}: ${each.task.calls} of about ${each.task.callsExpected} calls, ${each.task.accepted} pairs`);
        const counts = task/* taskStatuses */.cK.filter(state => each.tasks[state] > 0).map(state => `${each.tasks[state]} ${state}`);
        if (counts.length > 0)
            lines.push(`  tasks: ${counts.join(', ')}`);
    }
    if (status.reviews.length > 0) {
        lines.push('', 'Waiting for a review:');
        for (const review of status.reviews)
            lines.push(`  #${review.number}  ${review.task} part ${review.part}, ${review.pairs} pairs`);
    }
    for (const { task, reason } of status.blocked)
        lines.push('', `Blocked: ${task}: ${reason}`);
    return lines.join('\n');
}

// EXTERNAL MODULE: ./src/session/availability.js
var session_availability = __webpack_require__(8071);
// EXTERNAL MODULE: ./src/session/switch.js
var session_switch = __webpack_require__(1172);
// EXTERNAL MODULE: ./src/commands/with-project.js
var with_project = __webpack_require__(5334);
;// CONCATENATED MODULE: ./src/commands/status.js





/** Reads how everything stands; it writes nothing. `force` looks past cooldowns, as a forced session would. */
async function readStatus({ config, book, forge, clock }, { force = false } = {}) {
    const now = clock.now();
    const isDead = (0,compose/* createDeathProof */.t8)(forge);
    const [tasks, { paused }] = await Promise.all([book.tasks(), (0,session_switch/* readSwitch */.h)(forge.state)]);
    const pipelines = await Promise.all(Object.entries(config.pipelines).map(async ([pipeline, { agent, kind, enabled }]) => {
        const state = await book.pipeline(pipeline);
        if (kind !== 'research')
            return { pipeline, agent, kind, state, availability: null };
        const setting = (0,compose/* settingOf */.y7)(config, pipeline, { forge: forge.kind });
        const account = await book.account(setting.account);
        const deadEpoch = state.claim !== null && (await isDead(state.claim.holder)) ? state.claim.epoch : null;
        const own = tasks.filter(task => task.pipeline === pipeline);
        const availability = (0,session_availability/* availabilityOf */.nS)({
            now,
            paused: paused || !enabled,
            force,
            setting,
            account,
            pipeline: state,
            tasks: own,
            deadEpoch,
        });
        return { pipeline, agent, kind, state, availability };
    }));
    return statusOf({ at: now, paused, goal: config.goal, tasks, pipelines });
}
async function status_status(invocation) {
    const found = await (0,with_project/* withProject */.C)(invocation, project => readStatus(project));
    invocation.output.result(renderStatus(found));
    return { json: found };
}
function status_define(command, start) {
    command.addHelpText('after', '\nExamples:\n  perpetual status\n  perpetual status --json').action(() => start(command, status_status));
}


/***/ }),

/***/ 8071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $O: () => (/* binding */ callsLedger),
/* harmony export */   Bi: () => (/* binding */ guardedUntil),
/* harmony export */   T9: () => (/* binding */ budgetResetsAt),
/* harmony export */   nS: () => (/* binding */ availabilityOf),
/* harmony export */   nT: () => (/* binding */ budgetOf)
/* harmony export */ });
/* harmony import */ var _domain_claim_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(970);
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(795);
/* harmony import */ var _domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1841);
/* harmony import */ var _domain_task_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3761);
/* harmony import */ var _domain_window_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1436);





/** The account's ledger of calls as it stands now; undefined where calls are not limited. */
function callsLedger(setting, account, now) {
    const limit = setting.accountLimits(now).calls;
    if (limit === undefined)
        return undefined;
    const ledger = account.ledgers.calls;
    return ledger === undefined ? (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .openLedger */ .au)(limit, limit.window) : (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .bringUpToDate */ .fG)(ledger, limit, limit.window);
}
const budgetOf = (ledger) => ledger === undefined
    ? { limit: 0, line: 0, used: 0 }
    : { limit: (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .effectiveBudgetOf */ .yh)(ledger), line: (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .lineOf */ .cA)(ledger), used: (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .usedOf */ .Z)(ledger) };
/** When a used-up budget is there again: after the reset and its guard band. Null for a budget without a window. */
const budgetResetsAt = (ledger) => ledger.window === null ? null : (0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .plusMs */ .f9)(ledger.window.to, _domain_window_js__WEBPACK_IMPORTED_MODULE_4__/* .guardMs */ .eP);
/** When the guard bands of all of an account's limits are over; null outside of them. */
function guardedUntil(setting, now) {
    const limits = Object.values(setting.accountLimits(now));
    const ends = limits.flatMap(({ window }) => (window === null ? [] : ((0,_domain_window_js__WEBPACK_IMPORTED_MODULE_4__/* .guardEndsAt */ .dw)(now, window) ?? [])));
    return ends.toSorted().at(-1) ?? null;
}
/** A ledger of the account that has been used up to its line; one without a budget (nothing may cost anything) is never full. */
function fullLedger({ now, setting, account }, calls) {
    if (calls !== undefined && (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .roomOf */ .dT)(calls) === 0)
        return calls;
    const limits = setting.accountLimits(now);
    return _domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .meters */ .L2
        .filter(meter => meter !== 'calls')
        .map(meter => {
        const [ledger, limit] = [account.ledgers[meter], limits[meter]];
        return ledger === undefined || limit === undefined ? undefined : (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .bringUpToDate */ .fG)(ledger, limit, limit.window);
    })
        .find(ledger => ledger !== undefined && (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .roomOf */ .dT)(ledger) === 0 && (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .usedOf */ .Z)(ledger) > 0);
}
/** Pure: what stands in the way of a session, the most final reason first. */
function availabilityOf(input) {
    const { now, setting, pipeline, tasks } = input;
    const calls = callsLedger(setting, input.account, now);
    const budget = budgetOf(calls);
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
    const full = pipeline.session === null ? fullLedger(input, calls) : undefined;
    if (full !== undefined)
        return rest('budget', budgetResetsAt(full));
    const isCooling = pipeline.session === null && pipeline.cooldownUntil !== null && pipeline.cooldownUntil > now;
    if (isCooling && !input.force)
        return rest('cooling', pipeline.cooldownUntil);
    const guardEnd = guardedUntil(setting, now);
    if (guardEnd !== null)
        return rest('window', guardEnd);
    return { type: 'available', task, budget };
}


/***/ })

};
