export const id = 625;
export const ids = [625];
export const modules = {

/***/ 8625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  perform: () => (/* binding */ perform)
});

// EXTERNAL MODULE: ./src/commands/status.js + 2 modules
var commands_status = __webpack_require__(1496);
// EXTERNAL MODULE: ./src/compose.js + 24 modules
var compose = __webpack_require__(1921);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/dataset/markdown.js
var markdown = __webpack_require__(4257);
// EXTERNAL MODULE: ./src/domain/instant.js
var instant = __webpack_require__(795);
// EXTERNAL MODULE: ./src/domain/task.js
var domain_task = __webpack_require__(3761);
// EXTERNAL MODULE: ./src/report/pie.js
var report_pie = __webpack_require__(9434);
// EXTERNAL MODULE: ./src/report/status.js
var report_status = __webpack_require__(8288);
;// CONCATENATED MODULE: ./src/report/report.js





/** Of each list, so that a body stays far below the 65,536 characters that GitHub takes. */
const mostListed = 50;
function list(title, items, render) {
    if (items.length === 0)
        return [];
    const more = items.length - mostListed;
    return [
        '',
        `### ${title}`,
        '',
        ...items.slice(0, mostListed).map(item => `- ${render(item)}`),
        ...(more > 0 ? [`- and ${more} more`] : []),
    ];
}
function renderPipeline({ pipeline, agent, availability, task, tasks }) {
    const budget = availability?.budget;
    const calls = budget === undefined || budget.limit === 0 ? '' : `${budget.used} of ${budget.limit}, line ${budget.line}`;
    const current = task === null ? '' : `${(0,markdown/* escapeMarkdown */.FV)(task.title)}: ${task.calls} of about ${task.callsExpected} calls`;
    const counts = domain_task/* taskStatuses */.cK.filter(status => tasks[status] > 0).map(status => `${tasks[status]} ${status}`);
    return `| ${pipeline} | ${agent} | ${(0,report_status/* describeAvailability */.ZL)(availability)} | ${calls} | ${current} | ${counts.join(', ')} |`;
}
/** How everything stands, as the body of the report's issue. */
function renderReport(status) {
    const { pairs, goal } = status;
    const left = Math.max(0, goal - pairs.merged - pairs.waiting - pairs.underWay);
    const pie = (0,report_pie/* renderPie */.L)('Pairs on the way to the goal', [
        ['merged', pairs.merged],
        ['waiting for a review', pairs.waiting],
        ['under way', pairs.underWay],
        ['left to the goal', left],
    ]);
    return [
        `${status.paused ? '**Paused.** ' : ''}${pairs.merged} of ${goal} pairs are merged; ${pairs.waiting} wait for a review, ${pairs.underWay} are under way. As of ${(0,instant/* toMinute */.y_)(status.at)}.`,
        '',
        pie,
        '| pipeline | agent | now | calls of the account | task | tasks |',
        '| --- | --- | --- | --- | --- | --- |',
        ...status.pipelines.map(renderPipeline),
        ...list('Waiting for a review', status.reviews, ({ number, task, part, pairs: count }) => `#${number}: ${(0,markdown/* escapeMarkdown */.FV)(task)}, part ${part}, ${count} pairs`),
        ...list('Blocked', status.blocked, ({ task, reason }) => `${(0,markdown/* escapeMarkdown */.FV)(task)}: ${(0,markdown/* escapeMarkdown */.FV)(reason)}`),
        '',
    ].join('\n');
}

// EXTERNAL MODULE: ./src/session/endings.js + 1 modules
var session_endings = __webpack_require__(315);
;// CONCATENATED MODULE: ./src/action/commands/report.js





const title = 'Perpetual report';
/** What was merged or closed unheard, by a merge queue for one: where no task waits, no session comes that would take it in. */
async function takeInEndings({ runner, project }) {
    const { config, book } = project;
    const endings = (0,session_endings/* createEndings */.$)((0,compose/* reviewSetupOf */.$w)(project, message => runner.warning(message)));
    for (const [pipeline, { kind }] of Object.entries(config.pipelines)) {
        if (kind !== 'research')
            continue;
        try {
            await endings.settleAll(pipeline, await book.tasks(pipeline));
        }
        catch (error) {
            runner.warning(`What became of the deliveries of ${pipeline} was left to the next run: ${(0,errors/* messageOf */.b)(error)}`);
        }
    }
}
/** How everything stands, in one issue that is edited from day to day; a person may close it, and it stays closed. */
async function perform(call) {
    const { runner, project } = call;
    await takeInEndings(call);
    const body = renderReport(await (0,commands_status/* readStatus */.r)(project));
    runner.summary(`## ${title}\n\n${body}`);
    const { issues } = project.forge;
    const issue = await issues.create({ title, body, labels: ['perpetual:report'], marker: 'report' });
    if (issue.body.trim() !== body.trim())
        await issues.update(issue.number, { body });
    runner.info(`The report is issue #${issue.number}.`);
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

/***/ 5680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $0: () => (/* binding */ rejectPairs),
/* harmony export */   Zb: () => (/* binding */ parseHandles),
/* harmony export */   wH: () => (/* binding */ compareDelivery)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);
/* harmony import */ var _call_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3881);
/* harmony import */ var _pair_rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9036);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7796);




const handlePattern = /^([a-z0-9][a-z0-9-]{0,39})\.(\d{1,5})(?:-(\d{1,5}))?$/;
const expand = (written) => {
    const [, unit, from, to] = handlePattern.exec(written) ?? [];
    const wrong = (found) => new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .n(`Expected handles like \`macd.3\` or \`macd.7-9\`, got ${JSON.stringify(found.slice(0, 60))}`, {
        actBy: 'fix-config',
    });
    if (unit === undefined || from === undefined)
        throw wrong(written);
    const first = Number(from);
    const count = Number(to ?? from) - first + 1;
    if (count < 1 || count > _parts_js__WEBPACK_IMPORTED_MODULE_3__/* .partLimits */ .qE.pairs)
        throw wrong(written);
    return Array.from({ length: count }, (_, i) => `${unit}.${first + i}`);
};
/** The handles in `macd.3 macd.7-9`, ranges spelled out, each once. Throws where something else stands among them, or nothing at all. */
const parseHandles = (text) => {
    const written = text.split(/[\s,]+/).filter(word => word !== '');
    if (written.length === 0)
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .n('Expected handles like `macd.3` or `macd.7-9`, got none', { actBy: 'fix-config' });
    return [...new Set(written.flatMap(expand))];
};
/** Takes pairs out of a pair file. `removed` names those that stood in it; without any the text comes back as it was. */
const rejectPairs = (pairFileText, handles) => {
    const file = (0,_pair_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePairFile */ .EU)(pairFileText);
    const wanted = new Set(handles);
    const removed = file.pairs.map(row => row.handle).filter(handle => wanted.has(handle));
    if (removed.length === 0)
        return { text: pairFileText, removed };
    return { text: (0,_pair_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .renderPairFile */ .hz)({ ...file, pairs: file.pairs.filter(row => !wanted.has(row.handle)) }), removed };
};
const rowsOf = (path, text) => {
    if (text === undefined)
        return new Map();
    try {
        return new Map((0,_pair_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePairFile */ .EU)(text).pairs.map(row => [row.handle, (0,_call_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .rowSha256 */ .UH)(row)]));
    }
    catch (error) {
        if (!(error instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .n))
            throw error;
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .n(`${path}: ${error.message}`, { actBy: error.actBy, cause: error });
    }
};
/** Compares the pair files of a part, by path, as delivered and as they stand; a file that is gone lost all its pairs. Throws naming the file that cannot be read. */
const compareDelivery = (texts) => {
    const edited = [];
    const removed = [];
    let total = 0;
    let left = 0;
    for (const [path, text] of texts.delivered) {
        if (!path.endsWith('.json'))
            continue;
        const kept = rowsOf(path, texts.kept.get(path));
        for (const [handle, hash] of rowsOf(path, text)) {
            total++;
            const now = kept.get(handle);
            if (now === undefined)
                removed.push(handle);
            else
                left++;
            if (now !== undefined && now !== hash)
                edited.push(handle);
        }
    }
    return { delivered: total, kept: left, edited, removed };
};


/***/ }),

/***/ 9434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ renderPie)
/* harmony export */ });
/** A Mermaid pie, which GitHub draws in Markdown; empty where no share is above 0. Labels are ours and hold no quote. */
function renderPie(title, shares) {
    const drawn = shares.filter(([, value]) => value > 0);
    if (drawn.length === 0)
        return '';
    return [
        '```mermaid',
        `pie showData title ${title}`,
        ...drawn.map(([label, value]) => `  "${label}" : ${value}`),
        '```',
        '',
    ].join('\n');
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


/***/ }),

/***/ 315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ createEndings)
});

// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/domain/instant.js
var instant = __webpack_require__(795);
// EXTERNAL MODULE: ./src/domain/grade.js
var domain_grade = __webpack_require__(5349);
// EXTERNAL MODULE: ./src/session/task-run.js
var task_run = __webpack_require__(8273);
;// CONCATENATED MODULE: ./src/session/ending-comment.js


const reviews = {
    unreviewed: 'closed',
    'merged-unread': 'merged, and nobody said that they had read it',
    sampled: 'some pairs were read',
    checked: 'all pairs were read',
    edited: 'pairs were edited or removed',
};
const sumOf = (parts, count) => parts.reduce((sum, part) => sum + count(part), 0);
const share = (value) => (value === null ? 'not known' : value.toFixed(2));
/** A grade with what each of its parts is made of. */
function renderGrade(task, grade) {
    const totals = (0,task_run/* totalsOf */.vA)(task.units);
    const kept = sumOf(task.parts, part => part.kept ?? 0);
    const delivered = sumOf(task.parts, part => part.pairs);
    const rows = [
        ['success', `${totals.calls} calls with an outcome, ${task.spent.calls ?? 0} sent`],
        ['speed', `${Math.round(task.activeMs / 60_000)} minutes of work, against the estimate`],
        [
            'quality',
            grade.quality === null ? 'left out: nobody said that they had read a pair' : `${kept} of ${delivered} pairs kept`,
        ],
        ['efficiency', `${task.spent.calls ?? 0} sends, ${totals.callsExpected} expected`],
    ];
    return [
        '| part of the grade | counts for | is | from |',
        '| --- | ---: | ---: | --- |',
        ...rows.map(([name, from]) => `| ${name} | ${domain_grade/* gradeWeights */.DZ[name] * 100} % | ${share(grade[name])} | ${from} |`),
        '',
    ];
}
const renderPart = ({ pull, pairs, kept, review }) => `| ${pull === null ? '' : `#${pull}`} | ${pairs} | ${kept ?? 0} | ${reviews[review]} |`;
/** What is said once on a task's issue when it has ended: the grade with its parts, what was kept, and what can be done. */
function renderEnding(task) {
    const { grade, parts } = task;
    const kept = sumOf(parts, part => part.kept ?? 0);
    const delivered = sumOf(parts, part => part.pairs);
    const title = `**${task.status === 'completed' ? 'Completed' : 'Rejected'}${grade === null ? '' : `: grade ${grade.letter} (${grade.score.toFixed(2)})`}.**`;
    const told = task.status === 'completed'
        ? `${kept} of ${delivered} delivered pairs were kept.`
        : `None of its parts was merged, so none of its ${delivered} pairs is kept.`;
    return [
        `${title} ${told}`,
        '',
        ...(grade === null ? [] : renderGrade(task, grade)),
        '| pull request | pairs | kept | review |',
        '| --- | ---: | ---: | --- |',
        ...parts.map(renderPart),
        '',
        `A second attempt beside this one: \`perpetual tasks redo ${task.id}\`.`,
    ].join('\n');
}

// EXTERNAL MODULE: ./src/session/find-part.js
var find_part = __webpack_require__(1881);
// EXTERNAL MODULE: ./src/session/projection.js
var projection = __webpack_require__(5434);
// EXTERNAL MODULE: ./src/session/reviews.js
var session_reviews = __webpack_require__(1411);
;// CONCATENATED MODULE: ./src/session/endings.js






/** Who ends a task has this long to tell it, milliseconds; then somebody else does. Two at once could comment twice. */
const tellingMs = 60_000;
const isEnded = ({ status }) => status === 'completed' || status === 'rejected';
function createEndings({ forge, book, clock, settingOf, report }) {
    /** The results go last: while they are there, the ending has not been told to its end. */
    const tell = async ({ task, endedHere }) => {
        if (!isEnded(task) || task.endedAt === null)
            return;
        if (!endedHere) {
            if ((0,instant/* toEpochMs */.x8)(clock.now()) - (0,instant/* toEpochMs */.x8)(task.endedAt) < tellingMs)
                return;
            if ((await (0,session_reviews/* resultFiles */.dH)(book, task)).length === 0)
                return;
        }
        const issue = task.issue === null ? undefined : await forge.issues.get(task.issue);
        if (issue !== undefined) {
            await forge.issues.comment(issue.number, { body: renderEnding(task), marker: `ending:${task.pipeline}/${task.id}` });
            await (0,projection/* project */.Cv)(forge, { task, agent: settingOf(task.pipeline).agent, issue });
        }
        await (0,session_reviews/* pruneResults */.p5)(book, task);
    };
    const takeIn = (task, mayHaveEnded) => (0,session_reviews/* takeInReviews */.Sp)({ forge, book, clock, report, setting: settingOf(task.pipeline) }, task, mayHaveEnded);
    const settle = async (task) => {
        const taken = await takeIn(task);
        await tell(taken);
        const current = taken.task;
        await (0,projection/* project */.Cv)(forge, { task: current, agent: settingOf(task.pipeline).agent });
        return current;
    };
    return {
        settle,
        handle: async ({ pull }) => {
            const found = await (0,find_part/* findPart */.X)(book, pull);
            return found === undefined ? { type: 'not-ours' } : { type: 'settled', task: await settle(found.task) };
        },
        settleAll: async (pipeline, tasks) => {
            const waits = tasks.some(task => task.parts.some(part => part.state === 'open'));
            const open = waits ? await forge.pulls.list({ state: 'open', branchPrefix: `perpetual/${pipeline}/` }) : [];
            const numbers = new Set(open.map(({ number }) => number));
            for (const task of tasks) {
                // A part that cannot be read, or an issue that takes no comment, must not keep the whole pipeline from working.
                const settled = takeIn(task, pull => !numbers.has(pull)).then(tell);
                await settled.catch((error) => report({ type: 'warning', message: `What became of ${task.id} is left to the next session: ${(0,errors/* messageOf */.b)(error)}` }));
            }
        },
    };
}


/***/ }),

/***/ 1881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ findPart)
/* harmony export */ });
/**
 * The part that was delivered with this pull request, by the newest state alone: a number cannot be chosen by a stranger,
 * as the name of a branch in a fork can.
 */
async function findPart(book, pull) {
    await book.refresh();
    for (const task of await book.tasks()) {
        const part = task.parts.find(each => each.pull === pull);
        if (part !== undefined)
            return { task, part };
    }
    return undefined;
}


/***/ }),

/***/ 1411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sp: () => (/* binding */ takeInReviews),
/* harmony export */   _q: () => (/* binding */ pairFiles),
/* harmony export */   dH: () => (/* binding */ resultFiles),
/* harmony export */   p5: () => (/* binding */ pruneResults)
/* harmony export */ });
/* harmony import */ var _dataset_review_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5680);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9763);
/* harmony import */ var _domain_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8935);



/** The files of a part that hold its pairs. */
const pairFiles = (part) => part.paths.filter(path => path.endsWith('.json'));
/** Takes in what reviewers did to a task's parts since the last look; each part counts once, whatever is repeated. */
async function takeInReviews(setup, task, mayHaveEnded = () => true) {
    let taken = { task, endedHere: false };
    for (const part of task.parts) {
        if (part.state !== 'open' || part.pull === null || !mayHaveEnded(part.pull))
            continue;
        const pull = await setup.forge.pulls.get(part.pull);
        if (pull === undefined || pull.state === 'open')
            continue;
        taken = await review(setup, taken, await reviewOf(setup, { part, pull }));
    }
    return endIfAllWereReviewed(setup, taken);
}
async function review({ book, clock, setting }, { task, endedHere }, found) {
    const { name, ...rest } = found;
    const now = clock.now();
    const result = await book.apply({
        type: 'review-part',
        operation: `review/${task.id}/${name}`,
        pipeline: task.pipeline,
        now,
        task: task.id,
        ...rest,
        estimate: estimateOf(task, setting),
    });
    const current = (result.type === 'fenced' ? undefined : result.state.tasks[task.id]) ?? task;
    return { task: current, endedHere: endedHere || (result.type === 'changed' && current.endedAt === now) };
}
/** Ends a task whose parts had all ended before it came to be in review; no part's own end does that any more. */
async function endIfAllWereReviewed(setup, taken) {
    const { task } = taken;
    const last = task.parts.at(-1);
    if (task.status !== 'in-review' || last === undefined)
        return taken;
    if (!task.parts.every(part => part.state === 'merged' || part.state === 'closed'))
        return taken;
    const state = last.state === 'merged' ? 'merged' : 'closed';
    return review(setup, taken, { name: 'ended', part: last.part, state, kept: last.kept ?? 0, edited: last.review === 'edited' });
}
/** What a task took against what it was expected to take. */
const estimateOf = (task, setting) => {
    const sends = task.units.reduce((sum, unit) => sum + unit.callsExpected, 0);
    return {
        activeMs: { actual: task.activeMs, estimated: Math.ceil((sends * setting.expectedCallMs) / setting.concurrency) },
        sends: { actual: task.spent.calls ?? 0, estimated: sends },
    };
};
/** What a reviewer left; a file that cannot be read any more was edited, and none of its pairs can be counted. */
function compare(part, texts, report) {
    try {
        return (0,_dataset_review_js__WEBPACK_IMPORTED_MODULE_0__/* .compareDelivery */ .wH)(texts);
    }
    catch (error) {
        report({ type: 'warning', message: `${part.branch}: ${(0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .b)(error)}; its pairs are not counted as kept.` });
        return { delivered: part.pairs, kept: 0, edited: [part.branch], removed: [] };
    }
}
async function reviewOf({ forge, report }, { part, pull }) {
    const paths = pairFiles(part);
    const delivered = await forge.contents.read(part.commit ?? pull.first, paths);
    const isMerged = pull.state === 'merged';
    const kept = isMerged ? await forge.pulls.read(pull.number, paths) : new Map();
    const comparison = compare(part, { delivered, kept }, report);
    return {
        name: `${part.part}/${pull.state}`,
        part: part.part,
        state: isMerged ? 'merged' : 'closed',
        kept: comparison.kept,
        edited: comparison.edited.length + comparison.removed.length > 0,
    };
}
/** The files of what a task's calls brought, as far as this process knows. */
async function resultFiles(book, task) {
    const { store } = book;
    return store.list(store.knownHead() ?? (await store.head()), _domain_state_js__WEBPACK_IMPORTED_MODULE_2__/* .statePaths */ .mt.results(task));
}
/** A task that ended needs what its calls brought no more; its delivery has it. */
async function pruneResults(book, task) {
    for (;;) {
        const head = await book.store.head();
        const paths = await book.store.list(head, _domain_state_js__WEBPACK_IMPORTED_MODULE_2__/* .statePaths */ .mt.results(task));
        if (paths.length === 0)
            return;
        const written = await book.store.write(head, paths.map(path => ({ path, text: null })), `Remove the results of ${task.id}, which is ${task.status}`);
        if (written.type === 'written')
            return;
    }
}


/***/ })

};
