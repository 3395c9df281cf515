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
// EXTERNAL MODULE: ./src/compose.js + 88 modules
var compose = __webpack_require__(9641);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/kinds/find-pipeline.js
var find_pipeline = __webpack_require__(6353);
// EXTERNAL MODULE: ./src/dataset/markdown.js
var markdown = __webpack_require__(4257);
// EXTERNAL MODULE: ./src/domain/instant.js
var instant = __webpack_require__(795);
// EXTERNAL MODULE: ./src/domain/task.js
var domain_task = __webpack_require__(3761);
// EXTERNAL MODULE: ./src/report/pie.js
var report_pie = __webpack_require__(9434);
// EXTERNAL MODULE: ./src/domain/ledger.js
var ledger = __webpack_require__(1841);
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
    const calls = budget === undefined || budget.limit === 0
        ? ''
        : `${budget.used} of ${budget.limit} ${ledger/* meterWords */.D[budget.meter]}, line ${budget.line}`;
    const current = task === null ? '' : `${(0,markdown/* escapeMarkdown */.FV)(task.title)}: ${task.calls} of about ${task.callsExpected} calls`;
    const counts = domain_task/* taskStatuses */.cK.filter(status => tasks[status] > 0).map(status => `${tasks[status]} ${status}`);
    return `| ${pipeline} | ${agent} | ${(0,report_status/* describeAvailability */.ZL)(availability)} | ${calls} | ${current} | ${counts.join(', ')} |`;
}
/** How everything stands, as the body of the report's issue. */
function renderReport(status) {
    const { pairs, goal } = status;
    const left = Math.max(0, goal - pairs.database - pairs.toIntegrate - pairs.waiting - pairs.underWay);
    const pie = (0,report_pie/* renderPie */.L)('Pairs on the way to the goal', [
        ['in the database', pairs.database],
        ['merged, to be integrated', pairs.toIntegrate],
        ['waiting for a review', pairs.waiting],
        ['under way', pairs.underWay],
        ['left to the goal', left],
    ]);
    return [
        `${status.paused ? '**Paused.** ' : ''}${pairs.database} of ${goal} pairs are in the database; ${pairs.merged} were delivered and merged, of which ${pairs.toIntegrate} wait for integration; ${pairs.waiting} wait for a review, ${pairs.underWay} are under way. As of ${(0,instant/* toMinute */.y_)(status.at)}.`,
        '',
        pie,
        '| pipeline | agent | now | budget | task | tasks |',
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
    for (const [pipeline, settings] of Object.entries(config.pipelines)) {
        if (!(0,find_pipeline/* isRunnable */.iU)(settings))
            continue;
        try {
            await endings.settleAll(pipeline, await book.tasks(pipeline));
        }
        catch (error) {
            runner.warning(`What became of the deliveries of ${pipeline} was left to the next run: ${(0,errors/* messageOf */.bD)(error)}`);
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


/***/ })

};
