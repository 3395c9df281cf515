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
/* harmony import */ var _research_tasks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4870);
/* harmony import */ var _report_status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8288);



function renderPlan(pipelines) {
    const rows = pipelines.map(({ pipeline, agent, availability, tasks }) => {
        const budget = availability?.budget;
        const calls = budget === undefined || budget.limit === 0 ? '' : `${budget.used} of ${budget.limit}, line ${budget.line}`;
        return `| ${pipeline} | ${agent} | ${(0,_report_status_js__WEBPACK_IMPORTED_MODULE_2__/* .describeAvailability */ .ZL)(availability)} | ${tasks.pending} | ${calls} |`;
    });
    return [
        '## Plan',
        '',
        '| pipeline | agent | now | tasks waiting | calls of the account |',
        '| --- | --- | --- | ---: | --- |',
        ...rows,
    ].join('\n');
}
/** Which pipelines a tick starts: all that can work now, or of the one that was named whether it can. */
async function perform({ inputs, runner, project }) {
    const { pipeline: asked, force } = inputs;
    // A name that nobody knows is an error of whoever typed it, not an empty plan.
    if (asked !== null)
        (0,_research_tasks_js__WEBPACK_IMPORTED_MODULE_1__/* .findResearch */ .tZ)(project.config, asked);
    const { pipelines } = await (0,_commands_status_js__WEBPACK_IMPORTED_MODULE_0__/* .readStatus */ .r)(project, { force });
    const looked = pipelines.filter(({ pipeline }) => asked === null || pipeline === asked);
    const ready = looked.filter(({ availability }) => availability?.type === 'available').map(({ pipeline }) => pipeline);
    runner.output('pipelines', JSON.stringify(ready));
    for (const each of looked)
        runner.info(`${each.pipeline}: ${(0,_report_status_js__WEBPACK_IMPORTED_MODULE_2__/* .describeAvailability */ .ZL)(each.availability)}`);
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

// EXTERNAL MODULE: ./src/compose.js + 24 modules
var compose = __webpack_require__(1921);
// EXTERNAL MODULE: ./src/report/status.js
var report_status = __webpack_require__(8288);
// EXTERNAL MODULE: ./src/session/availability.js
var session_availability = __webpack_require__(8071);
// EXTERNAL MODULE: ./src/session/switch.js
var session_switch = __webpack_require__(1172);
// EXTERNAL MODULE: ./src/project.js + 32 modules
var project = __webpack_require__(100);
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
    return (0,report_status/* statusOf */.c2)({ at: now, paused, goal: config.goal, tasks, pipelines });
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
/* unused harmony export renderStatus */
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(795);
/* harmony import */ var _domain_task_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3761);
/* harmony import */ var _session_task_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8273);



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
    return (0,_session_task_run_js__WEBPACK_IMPORTED_MODULE_2__/* .totalsOf */ .vA)(task.units.filter(unit => !delivered.has(unit.unit))).accepted;
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
                task: current === undefined ? null : { id: current.id, title: current.title, ...(0,_session_task_run_js__WEBPACK_IMPORTED_MODULE_2__/* .totalsOf */ .vA)(current.units) },
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
    return availability.until === null ? words : `${words}, until ${(0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .toMinute */ .y_)(availability.until)}`;
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
