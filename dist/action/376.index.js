export const id = 376;
export const ids = [376];
export const modules = {

/***/ 995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   perform: () => (/* binding */ perform)
/* harmony export */ });
/* harmony import */ var _commands_status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1496);
/* harmony import */ var _kinds_find_pipeline_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6353);
/* harmony import */ var _domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1841);
/* harmony import */ var _report_status_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8288);




function renderPlan(pipelines) {
    const rows = pipelines.map(({ pipeline, agent, availability, tasks }) => {
        const budget = availability?.budget;
        const calls = budget === undefined || budget.limit === 0
            ? ''
            : `${budget.used} of ${budget.limit} ${_domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .meterWords */ .D[budget.meter]}, line ${budget.line}`;
        return `| ${pipeline} | ${agent} | ${(0,_report_status_js__WEBPACK_IMPORTED_MODULE_3__/* .describeAvailability */ .ZL)(availability)} | ${tasks.pending} | ${calls} |`;
    });
    return ['## Plan', '', '| pipeline | agent | now | tasks waiting | budget |', '| --- | --- | --- | ---: | --- |', ...rows].join('\n');
}
/** Which pipelines a tick starts: all that can work now, or of the one that was named whether it can. */
async function perform({ inputs, runner, project }) {
    const { pipeline: asked, force } = inputs;
    // A name that nobody knows is an error of whoever typed it, not an empty plan.
    if (asked !== null)
        (0,_kinds_find_pipeline_js__WEBPACK_IMPORTED_MODULE_1__/* .findPipeline */ .GQ)(project.config, asked);
    const { pipelines } = await (0,_commands_status_js__WEBPACK_IMPORTED_MODULE_0__/* .readStatus */ .r)(project, { force });
    const looked = pipelines.filter(({ pipeline }) => asked === null || pipeline === asked);
    const ready = looked.filter(({ availability }) => availability?.type === 'available').map(({ pipeline }) => pipeline);
    runner.output('pipelines', JSON.stringify(ready));
    for (const each of looked)
        runner.info(`${each.pipeline}: ${(0,_report_status_js__WEBPACK_IMPORTED_MODULE_3__/* .describeAvailability */ .ZL)(each.availability)}`);
    if (ready.length === 0)
        runner.notice('No pipeline can work now.');
    runner.summary(renderPlan(looked));
}


/***/ }),

/***/ 1496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ readStatus)
});

// UNUSED EXPORTS: define

// EXTERNAL MODULE: ./src/compose.js + 88 modules
var compose = __webpack_require__(9641);
// EXTERNAL MODULE: ./src/kinds/find-pipeline.js
var find_pipeline = __webpack_require__(6353);
// EXTERNAL MODULE: ./src/dataset/database/paths.js
var paths = __webpack_require__(2070);
// EXTERNAL MODULE: ./src/dataset/database/retractions.js
var retractions = __webpack_require__(9952);
// EXTERNAL MODULE: ./src/report/status.js
var report_status = __webpack_require__(8288);
// EXTERNAL MODULE: ./src/session/look.js + 1 modules
var look = __webpack_require__(8485);
// EXTERNAL MODULE: ./src/session/switch.js
var session_switch = __webpack_require__(1172);
// EXTERNAL MODULE: ./src/project.js + 43 modules
var project = __webpack_require__(9489);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/forge/git.js
var git = __webpack_require__(8629);
;// CONCATENATED MODULE: ./src/commands/repository.js



/** The top folder of the work tree that a folder lies in, a linked one included. Throws `fix-config` where there is none. */
async function repository_workTreeOf(folder) {
    const found = await runGit(['rev-parse', '--show-toplevel'], { cwd: folder });
    if (found.code === 0)
        return found.stdout.replace(/\r?\n$/, '');
    if (/work tree/.test(found.stderr)) {
        throw new PerpetualError(`Expected a repository with a work tree, got a bare one (${plain(folder)}). Name a clone with \`--repo\`.`, { actBy: 'fix-config' });
    }
    if (/dubious ownership/.test(found.stderr)) {
        throw new PerpetualError(`Expected a repository of your own, got one of another user (${plain(folder)}). \`git config --global --add safe.directory ${plain(folder)}\` trusts it.`, { actBy: 'fix-config' });
    }
    if (!/not a git repository/.test(found.stderr)) {
        throw new PerpetualError(`Expected a git repository (${plain(folder)}), but git says: ${plain(complaint(found))}`, {
            actBy: 'fix-config',
        });
    }
    throw new PerpetualError(`Expected a git repository, found none (${plain(folder)}). \`git init\` makes one, \`--repo\` names another.`, { actBy: 'fix-config' });
}
/** The commit that is checked out. Throws `fix-config` in a repository without one. */
async function firstCommitOf(folder) {
    const found = await runGit(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], { cwd: folder });
    if (found.code === 0)
        return found.stdout.trim();
    throw new PerpetualError(`Expected a repository with at least one commit, found none (${plain(folder)}). \`git commit --allow-empty -m "Begin"\` makes one.`, { actBy: 'fix-config' });
}

;// CONCATENATED MODULE: ./src/commands/with-project.js


async function with_project_open({ folder, forge, clock, environment, output }) {
    if (forge.kind === 'local')
        return openLocalProject(await workTreeOf(folder), { clock, environment });
    // Loaded late: whoever works on this disk needs no Octokit.
    const { openGithubForge } = await Promise.all(/* import() */[__webpack_require__.e(320), __webpack_require__.e(983)]).then(__webpack_require__.bind(__webpack_require__, 5320));
    const { createCommandLineClient } = await Promise.all(/* import() */[__webpack_require__.e(992), __webpack_require__.e(145)]).then(__webpack_require__.bind(__webpack_require__, 5145));
    const { owner, repo, token, apiUrl } = forge;
    const client = createCommandLineClient({ token, baseUrl: apiUrl });
    const opened = await openGithubForge({ client, owner, repo, clock, report: warning => output.warn(warning) });
    return openGithubProject(opened, { clock, environment });
}
/** Opens the data repository of an invocation, works with it, and closes it whatever happens. */
async function with_project_withProject(invocation, work) {
    const project = await with_project_open(invocation);
    try {
        return await work(project);
    }
    finally {
        await project.forge.close();
    }
}

;// CONCATENATED MODULE: ./src/commands/status.js








async function countRetracted({ contents }) {
    const texts = await contents.read(await contents.head(), [paths/* retractionsPath */.i5]);
    return (0,retractions/* readRetracted */.L)(texts.get(paths/* retractionsPath */.i5) ?? '').size;
}
/** Reads how everything stands; it writes nothing. `force` looks past cooldowns, as a forced session would. */
async function readStatus(project, { force = false } = {}) {
    const { config, book, forge, clock } = project;
    const [tasks, { paused }, retracted] = await Promise.all([book.tasks(), (0,session_switch/* readSwitch */.h)(forge.state), countRetracted(forge)]);
    const pipelines = await Promise.all(Object.entries(config.pipelines).map(async ([pipeline, settings]) => {
        const { agent, kind } = settings;
        const state = await book.pipeline(pipeline);
        const looked = (0,find_pipeline/* isRunnable */.iU)(settings) ? await (0,look/* look */.O)((0,compose/* lookSetupOf */.IG)(project, pipeline), { force }) : null;
        return { pipeline, agent, kind, state, availability: looked?.availability ?? null };
    }));
    return (0,report_status/* statusOf */.c2)({ at: clock.now(), paused, goal: config.goal, tasks, retracted, pipelines });
}
async function status_status(invocation) {
    const found = await withProject(invocation, project => readStatus(project));
    invocation.output.result(renderStatus(found));
    return { json: found };
}
function status_define(command, start) {
    command.addHelpText('after', '\nExamples:\n  perpetual status\n  perpetual status --json').action(() => start(command, status_status));
}


/***/ }),

/***/ 8288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZL: () => (/* binding */ describeAvailability),
/* harmony export */   c2: () => (/* binding */ statusOf)
/* harmony export */ });
/* unused harmony exports bar, renderStatus */
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(795);
/* harmony import */ var _domain_ledger_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1841);
/* harmony import */ var _domain_integration_task_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(736);
/* harmony import */ var _domain_task_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3761);
/* harmony import */ var _session_task_run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8273);





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
    return (0,_session_task_run_js__WEBPACK_IMPORTED_MODULE_4__/* .totalsOf */ .vA)(task.units.filter(unit => !delivered.has(unit.unit))).accepted;
};
const sumOf = (parts, state, count) => parts.filter(part => part.state === state).reduce((total, part) => total + count(part), 0);
const keptOf = (part) => part.kept ?? part.pairs;
/** What integration has looked at of merged deliveries: what it took, and what it put aside. */
function lookedAt(tasks) {
    const ended = tasks.filter(({ status, body }) => status !== 'pending' && (0,_domain_integration_task_js__WEBPACK_IMPORTED_MODULE_2__/* .parseIntegrationSource */ .bS)(body)?.type === 'delivery');
    const totals = ended.map(task => (0,_session_task_run_js__WEBPACK_IMPORTED_MODULE_4__/* .totalsOf */ .vA)(task.units.filter(unit => unit.ended)));
    return totals.reduce((sum, { accepted, rejected }) => sum + accepted + rejected, 0);
}
function countPairs({ tasks, pipelines, retracted }) {
    const integrating = new Set(pipelines.flatMap(({ pipeline, kind }) => (kind === 'integration' ? [pipeline] : [])));
    const integration = tasks.filter(task => integrating.has(task.pipeline));
    const sources = tasks.filter(task => !integrating.has(task.pipeline));
    const parts = sources.flatMap(task => task.parts);
    const rows = integration.flatMap(task => task.parts);
    const merged = sumOf(parts, 'merged', keptOf);
    return {
        database: Math.max(0, sumOf(rows, 'merged', keptOf) - retracted),
        merged,
        toIntegrate: Math.max(0, merged - lookedAt(integration)),
        waiting: sumOf(parts, 'open', part => part.pairs) + sumOf(parts, 'intended', part => part.pairs),
        underWay: sources.filter(task => task.status === 'in-progress').reduce((total, task) => total + undelivered(task), 0),
    };
}
/** How it stands, from state alone. */
function statusOf(input) {
    const parts = input.tasks.flatMap(task => task.parts.map(part => ({ task, part })));
    return {
        at: input.at,
        paused: input.paused,
        goal: input.goal,
        pairs: countPairs(input),
        pipelines: input.pipelines.map(({ pipeline, agent, kind, availability, state }) => {
            const own = input.tasks.filter(task => task.pipeline === pipeline);
            const current = own.find(task => task.id === state.task);
            return {
                pipeline,
                agent,
                kind,
                availability,
                session: state.session?.id ?? null,
                task: current === undefined ? null : { id: current.id, title: current.title, ...(0,_session_task_run_js__WEBPACK_IMPORTED_MODULE_4__/* .totalsOf */ .vA)(current.units) },
                tasks: countByStatus(own),
            };
        }),
        reviews: parts.flatMap(({ task, part }) => part.state === 'open' && part.pull !== null
            ? [{ number: part.pull, task: task.id, part: part.part, pairs: part.pairs }]
            : []),
        blocked: input.tasks.flatMap(task => (task.status === 'blocked' ? [{ task: task.id, reason: task.reason ?? '' }] : [])),
    };
}
/** A share from 0 to 1 as a bar of so many characters. */
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
    return availability.until === null ? words : `${words}, until ${(0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .toMinute */ .y_)(availability.until)}`;
}
/** For a terminal, at most 100 columns. */
function renderStatus(status) {
    const { pairs, goal } = status;
    const share = goal === 0 ? 0 : pairs.database / goal;
    const lines = [
        `${status.paused ? 'PAUSED. ' : ''}${pairs.database} of ${goal} pairs are in the database (${(share * 100).toFixed(1)} %)  ${bar(share, 30)}`,
        `${pairs.underWay} pairs are under way, ${pairs.waiting} wait for a review, ${pairs.toIntegrate} of ${pairs.merged} merged ones wait for integration.`,
        '',
    ];
    for (const each of status.pipelines) {
        lines.push(`${each.pipeline} (${each.agent}, ${each.kind}): ${describeAvailability(each.availability)}`);
        const budget = each.availability?.budget;
        if (budget !== undefined && budget.limit > 0)
            lines.push(`  ${meterWords[budget.meter]} ${budget.used} / ${budget.limit}, line ${budget.line}  ${bar(budget.used / budget.limit, 20)}`);
        if (each.task !== null)
            lines.push(`  ${each.task.id}: ${each.task.calls} of about ${each.task.callsExpected} calls, ${each.task.accepted} pairs`);
        const counts = taskStatuses.filter(state => each.tasks[state] > 0).map(state => `${each.tasks[state]} ${state}`);
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


/***/ }),

/***/ 8071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bi: () => (/* binding */ guardedUntil),
/* harmony export */   T9: () => (/* binding */ budgetResetsAt),
/* harmony export */   eR: () => (/* binding */ meteredLedger),
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
function fullLedger({ now, setting, account }) {
    const limits = setting.accountLimits(now);
    const calls = currentLedger(account.ledgers.calls, limits.calls);
    if (calls !== undefined && (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .roomOf */ .dT)(calls) === 0)
        return calls;
    return _domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .meters */ .L2
        .filter(meter => meter !== 'calls')
        .map(meter => {
        const [ledger, limit] = [account.ledgers[meter], limits[meter]];
        return ledger === undefined || limit === undefined ? undefined : (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .bringUpToDate */ .fG)(ledger, limit, limit.window);
    })
        .find(ledger => ledger !== undefined && (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .roomOf */ .dT)(ledger) === 0 && ((0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .usedOf */ .Z)(ledger) > 0 || ledger.closed === true));
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
    const full = pipeline.session === null ? fullLedger(input) : undefined;
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

/***/ 8485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ look),
  j: () => (/* binding */ readOwn)
});

// EXTERNAL MODULE: ./src/domain/state.js
var domain_state = __webpack_require__(8935);
// EXTERNAL MODULE: ./src/domain/slot.js
var slot = __webpack_require__(9800);
// EXTERNAL MODULE: ./src/session/availability.js
var session_availability = __webpack_require__(8071);
// EXTERNAL MODULE: ./src/domain/claim.js
var claim = __webpack_require__(970);
// EXTERNAL MODULE: ./src/domain/ledger.js
var domain_ledger = __webpack_require__(1841);
// EXTERNAL MODULE: ./src/domain/task.js
var domain_task = __webpack_require__(3761);
// EXTERNAL MODULE: ./src/session/batch/slot-book.js
var slot_book = __webpack_require__(6387);
;// CONCATENATED MODULE: ./src/session/batch/batch-availability.js





/** When the dollars of some member are there again, where all are used up; undefined while one has room. */
function resetsAt({ members, now }) {
    const resets = members.map(({ setting, account }) => {
        const [ledger, limit] = [account.ledgers.usdMicros, setting.accountLimits(now).usdMicros];
        const current = ledger === undefined || limit === undefined ? undefined : (0,domain_ledger/* bringUpToDate */.fG)(ledger, limit, limit.window);
        return current !== undefined && (0,domain_ledger/* roomOf */.dT)(current) === 0 && (0,domain_ledger/* usedOf */.Z)(current) > 0 ? (0,session_availability/* budgetResetsAt */.T9)(current) : undefined;
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
    const budget = (0,session_availability/* budgetOf */.nT)((0,slot_book/* slotLedger */.U)(input.slots, board), 'slots');
    const rest = (reason, until) => ({
        type: 'rest',
        reason,
        until,
        budget,
        early: false,
    });
    if (input.paused)
        return rest('paused', null);
    if ((0,claim/* isLive */.DG)(pipeline.claim, now, input.deadEpoch))
        return rest('held', pipeline.claim.expiresAt);
    const inProgress = tasks.filter(task => task.status === 'in-progress');
    const task = inProgress[0]?.id ?? (0,domain_task/* nextTask */.J2)(tasks)?.id;
    const available = (early) => ({ type: 'available', task: task ?? '', budget, early });
    if (pipeline.session !== null)
        return available(false);
    if (task === undefined && board.slots.length === 0)
        return rest('queue-empty', null);
    const reset = board.slots.length === 0 ? resetsAt(input) : undefined;
    if (reset !== undefined)
        return rest('budget', reset);
    const isCooling = pipeline.cooldownUntil !== null && pipeline.cooldownUntil > now;
    if (!isCooling || input.force)
        return available(false);
    const busy = new Set(board.slots.map(slot => slot.task));
    const waits = tasks.some(({ id, status }) => status === 'pending' || (status === 'in-progress' && !busy.has(id)));
    return waits && !board.starved && budget.used * 2 < budget.line ? available(true) : rest('cooling', pipeline.cooldownUntil);
}

;// CONCATENATED MODULE: ./src/session/look.js




/** Everything that a look reads of the state, so that a forge may bring it with one request. */
const readOwn = ({ setting, book, batch }) => book.read({
    accounts: [...new Set([setting.account, ...(batch?.members.map(({ account }) => account) ?? [])])],
    pipelines: [setting.pipeline],
    tasks: [],
    boards: batch === undefined ? [] : [setting.pipeline],
});
/** How a pipeline stands: whether a session can work now, and if not, why and until when. It writes nothing. */
async function look(setup, { force }) {
    const { setting, book, clock, batch } = setup;
    const [state, known, paused] = await Promise.all([readOwn(setup), book.tasks(setting.pipeline), setup.isPaused()]);
    const discovered = (await setup.discover?.()) ?? [];
    const pipeline = state.pipelines[setting.pipeline] ?? (0,domain_state/* emptyPipeline */.eU)(setting.pipeline);
    const { claim } = pipeline;
    const now = clock.now();
    // Asking costs a request on GitHub, and a claim that has lapsed is nobody's anyway.
    const isHeld = claim !== null && claim.expiresAt > now;
    const deadEpoch = isHeld && (await setup.isDead(claim.holder)) ? claim.epoch : null;
    const tasks = [...known, ...discovered];
    const common = { now, paused, force, pipeline, tasks, deadEpoch };
    const accountOf = (name) => state.accounts[name] ?? (0,domain_state/* emptyAccount */.dO)(name);
    const seen = (availability, early) => {
        const next = availability.type === 'available' ? tasks.find(({ id }) => id === availability.task) : undefined;
        return { availability, early, deadEpoch, next, discovered };
    };
    if (batch === undefined)
        return seen((0,session_availability/* availabilityOf */.nS)({ ...common, setting, account: accountOf(setting.account) }), false);
    const { early, ...availability } = batchAvailability({
        ...common,
        board: state.boards[setting.pipeline] ?? (0,slot/* emptyBoard */.mX)(setting.pipeline),
        slots: batch.slots,
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
/* harmony export */   sR: () => (/* binding */ checkpointAfterCalls)
/* harmony export */ });
/** At most this many sends are reserved and not settled at any time; so at most this many are sent again after a kill. */
const outstandingSends = (concurrency) => Math.max(25, 2 * concurrency);
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
