export const id = 5817;
export const ids = [5817];
export const modules = {

/***/ 2959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p4: () => (/* binding */ alertSettingsOf),
  bT: () => (/* binding */ alertsFor),
  VY: () => (/* binding */ firstMonth)
});

// EXTERNAL MODULE: ./src/domain/instant.js
var instant = __webpack_require__(795);
;// CONCATENATED MODULE: ./src/orchestrator/alerts.js

/** Fewer sessions in a row that their provider ended are left to the next one. */
const fewestRefused = 3;
function idleOf({ at, heartbeatMs, told: { available } }) {
    return Object.entries(available)
        .filter(([, { since }]) => (0,instant/* toEpochMs */.x8)(at) - (0,instant/* toEpochMs */.x8)(since) > heartbeatMs)
        .map(([pipeline, { since }]) => ({ type: 'idle', key: `idle/${pipeline}/${since}`, pipeline, since }));
}
const isRefused = ({ reason, calls }) => calls === 0 && /^provider(?::|$)/.test(reason);
/** The latest sessions of a pipeline, where all of them got nothing from their provider. */
function refusedOf({ sessions, heartbeatMs }, pipeline) {
    const own = sessions.filter(session => session.pipeline === pipeline);
    const row = own.slice(own.findLastIndex(session => !isRefused(session)) + 1);
    const [first, last] = [row[0], row.at(-1)];
    if (first === undefined || last === undefined || row.length < fewestRefused)
        return [];
    if ((0,instant/* toEpochMs */.x8)(last.endedAt) - (0,instant/* toEpochMs */.x8)(first.startedAt) <= heartbeatMs)
        return [];
    const said = last.reason.replace(/^provider:?\s*/, '');
    return [{ type: 'provider', key: `provider/${pipeline}/${first.session}`, pipeline, since: first.startedAt, said }];
}
/** Parts that nobody has looked at; those that an older version opened do not say since when they wait. */
function unreadOf({ at, tasks, alertAfterMs }) {
    const waiting = tasks.flatMap(({ title, parts }) => parts.flatMap(({ state, looked, pull, url, part, pairs, openedAt }) => state === 'open' && looked === 'none' && pull !== null && openedAt !== null && (0,instant/* plusMs */.f9)(openedAt, alertAfterMs) < at
        ? [{ type: 'unread', key: `unread/${pull}`, number: pull, url, title, part, pairs, since: openedAt }]
        : []));
    return waiting.toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.number - b.number));
}
/** Pure: what a person is needed for, the most pressing first. While all is paused nothing is late but what waits for a reader. */
function alertsOf(input) {
    const unread = unreadOf(input);
    if (input.paused)
        return unread;
    const { silence } = input.told;
    return [
        ...(silence === null ? [] : [{ type: 'silence', key: `silence/${silence.from}`, ...silence }]),
        ...idleOf(input),
        ...input.pipelines.flatMap(pipeline => refusedOf(input, pipeline)),
        ...unread,
    ];
}

;// CONCATENATED MODULE: ./src/commands/read-alerts.js


/** The months of history that alerts look at: this one and the one before, so that what began in them keeps its name for a month. */
const firstMonth = (at) => {
    const day = new Date((0,instant/* toEpochMs */.x8)(at));
    return (0,instant/* toInstant */.fN)(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - 1));
};
const alertSettingsOf = ({ config: { plan, reviews } }) => ({
    heartbeatMs: plan.heartbeatMs,
    alertAfterMs: reviews.alertAfterMs,
    maxWaiting: reviews.maxWaiting,
});
/** What a person is needed for, by what ticks told and how sessions ended; enabled pipelines alone. */
function alertsFor(project, { at, paused, tasks, pipelines }, { told, sessions, }) {
    const enabled = pipelines.flatMap(({ pipeline, settings }) => (settings.enabled ? [pipeline] : []));
    return alertsOf({ ...alertSettingsOf(project), at, paused, told, pipelines: enabled, tasks, sessions });
}


/***/ }),

/***/ 4866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ readStatus),
  G: () => (/* binding */ readTeamReport)
});

// EXTERNAL MODULE: ./src/config/pipelines.js
var pipelines = __webpack_require__(6615);
// EXTERNAL MODULE: ./src/domain/instant.js
var instant = __webpack_require__(795);
// EXTERNAL MODULE: ./src/domain/ledger.js
var ledger = __webpack_require__(1841);
// EXTERNAL MODULE: ./src/kinds/find-pipeline.js
var find_pipeline = __webpack_require__(6353);
// EXTERNAL MODULE: ./src/report/days.js
var report_days = __webpack_require__(4561);
// EXTERNAL MODULE: ./src/orchestrator/brought.js
var brought = __webpack_require__(7059);
// EXTERNAL MODULE: ./src/session/task-run.js
var task_run = __webpack_require__(8273);
// EXTERNAL MODULE: ./src/report/count-pairs.js
var count_pairs = __webpack_require__(5307);
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
function underWayOf(tasks) {
    const current = tasks.filter(({ status }) => status === 'in-progress');
    const { calls, callsExpected, accepted } = (0,task_run/* totalsOf */.vA)(current.flatMap(({ units }) => units));
    return { tasks: current.length, calls, callsExpected, accepted };
}
/** The state knows when it was, the history also what it was called and why it ended. */
function lastSessionOf({ lastSession }, line) {
    if (line !== undefined && (lastSession === null || line.endedAt >= lastSession.endedAt)) {
        const { session, startedAt, endedAt, reason } = line;
        return { session, startedAt, endedAt, reason };
    }
    return lastSession === null ? null : { session: null, ...lastSession, reason: null };
}
function reviewsOf(tasks) {
    const waiting = tasks.flatMap(({ id, pipeline, parts }) => parts.flatMap(({ state, pull, part, pairs, url, openedAt }) => state === 'open' && pull !== null ? [{ number: pull, pipeline, task: id, part, pairs, url, openedAt }] : []));
    const age = ({ openedAt }) => openedAt ?? '';
    return waiting.toSorted((a, b) => (age(a) < age(b) ? -1 : age(a) > age(b) ? 1 : a.number - b.number));
}
function pipelineStatus({ pipeline, agent, kind, availability, state }, { own, decision, last, target, }) {
    const current = own.find(task => task.id === state.task);
    return {
        pipeline,
        agent,
        kind,
        availability,
        decision: decision ?? { type: 'rest', reason: 'unsupported', until: null, waitsFor: null },
        session: state.session?.id ?? null,
        task: current === undefined ? null : { id: current.id, title: current.title, ...(0,task_run/* totalsOf */.vA)(current.units) },
        underWay: underWayOf(own),
        tasks: countByStatus(own),
        lastSession: lastSessionOf(state, last),
        goalShare: target === null ? null : { target, pairs: (0,brought/* broughtPairs */.B)(own) },
    };
}
/** How it stands, from state and history alone. */
function statusOf(input) {
    const { at, paused, goal, tasks, plan, history, proposals, alerts, pipelines } = input;
    const shares = pipelines.reduce((sum, { share, enabled }) => sum + (enabled ? (share ?? 0) : 0), 0);
    const targetOf = ({ share, enabled }) => share === null || !enabled || shares === 0 ? null : Math.round((goal * share) / shares);
    const decisions = new Map(plan.pipelines.map(({ pipeline, decision }) => [pipeline, decision]));
    const lines = new Map(history.sessions.map(line => [line.pipeline, line]));
    const byPipeline = Map.groupBy(tasks, ({ pipeline }) => pipeline);
    return {
        at,
        paused,
        goal,
        pairs: (0,count_pairs/* countPairs */.rZ)(input),
        pipelines: pipelines.map(each => pipelineStatus(each, {
            own: byPipeline.get(each.pipeline) ?? [],
            decision: decisions.get(each.pipeline),
            last: lines.get(each.pipeline),
            target: targetOf(each),
        })),
        reviews: reviewsOf(tasks),
        blocked: tasks.flatMap(({ status, pipeline, id, issue, reason }) => status === 'blocked' ? [{ pipeline, task: id, issue, reason: reason ?? '' }] : []),
        proposals,
        alerts,
    };
}

// EXTERNAL MODULE: ./src/domain/integration-task.js
var integration_task = __webpack_require__(736);
;// CONCATENATED MODULE: ./src/report/growth-of-pairs.js



const mostGrowthDays = 60;
/** More labels than these overlap in a picture of GitHub's width. */
const mostPoints = 13;
const mostBarDays = 14;
const isImport = ({ body }) => (0,integration_task/* parseIntegrationSource */.bS)(body)?.type === 'import';
const mergedParts = (tasks) => tasks.flatMap(({ parts }) => parts).filter(({ state }) => state === 'merged');
/**
 * How many rows the database had at the end of some days, the last of which is today's: at most 60 days back, in equal steps. What was
 * merged before days were kept was there from the beginning. Retracted rows are counted, because nobody knows of which day they were.
 */
function growthOf(at, integration) {
    const merged = mergedParts(integration).map(part => ({ day: part.endedAt === null ? -1 : (0,report_days/* dayNumber */.U$)(part.endedAt), part }));
    const dated = merged.filter(({ day }) => day >= 0).map(({ day }) => day);
    const today = (0,report_days/* dayNumber */.U$)((0,report_days/* dateOf */.Q$)(at));
    const first = Math.max(dated.reduce((least, day) => Math.min(least, day), today) - 1, today - mostGrowthDays);
    const step = Math.max(1, Math.ceil((today - first) / (mostPoints - 1)));
    const rowsUntil = (until) => merged.reduce((sum, { day, part }) => sum + (day <= until ? (0,count_pairs/* keptOf */.uq)(part) : 0), 0);
    const points = Math.ceil((today - first) / step);
    return Array.from({ length: points + 1 }, (_, index) => today - (points - index) * step).map(day => ({
        date: (0,report_days/* dateOfDay */.e9)(day),
        pairs: rowsUntil(day),
    }));
}
/** Pairs that sessions accepted, by the day on which they ended: today and the 13 days before it. */
function acceptedByDay(at, sessions) {
    const today = (0,report_days/* dayNumber */.U$)((0,report_days/* dateOf */.Q$)(at));
    const sums = new Map();
    for (const { endedAt, accepted } of sessions) {
        const day = (0,report_days/* dayNumber */.U$)((0,report_days/* dateOf */.Q$)(endedAt));
        sums.set(day, (sums.get(day) ?? 0) + accepted);
    }
    return Array.from({ length: mostBarDays }, (_, index) => today - mostBarDays + 1 + index).map(day => ({
        date: (0,report_days/* dateOfDay */.e9)(day),
        pairs: sums.get(day) ?? 0,
    }));
}
/** When the first task was begun; null where none was. */
const begunAt = (tasks) => tasks.reduce((least, { startedAt }) => (startedAt !== null && (least === null || startedAt < least) ? startedAt : least), null);
/** Days to divide by: no more than have passed since the beginning, and one at least. */
const daysOfWork = (at, begun, most) => Math.min(most, Math.max(1, begun === null ? 1 : (0,report_days/* daysBetween */.YM)(begun, at)));
/** How fast it went in the last `most` days. */
function speedOf({ at, left, producing, tasks, integration }, most) {
    const days = daysOfWork(at, begunAt(tasks), most);
    const isRecent = (moment) => moment !== null && moment <= at && (0,report_days/* daysBetween */.YM)(moment, at) < most;
    const accepted = producing.filter(({ endedAt }) => isRecent(endedAt)).reduce((sum, line) => sum + line.accepted, 0);
    const rows = mergedParts(integration.filter(task => !isImport(task))).filter(({ endedAt }) => isRecent(endedAt));
    const integratedPerDay = rows.reduce((sum, part) => sum + (0,count_pairs/* keptOf */.uq)(part), 0) / days;
    return {
        days: Math.round(days * 10) / 10,
        acceptedPerDay: Math.round((accepted / days) * 10) / 10,
        integratedPerDay: Math.round(integratedPerDay * 10) / 10,
        goalReachedOn: (0,report_days/* doneOn */.ag)(at, left, integratedPerDay),
    };
}
/** Tasks that were begun a day in the last 7 days; 0 where none was. */
function begunPerDay(at, tasks) {
    const recent = tasks.filter(({ startedAt }) => startedAt !== null && startedAt <= at && (0,report_days/* daysBetween */.YM)(startedAt, at) < 7);
    return recent.length / daysOfWork(at, begunAt(tasks), 7);
}

;// CONCATENATED MODULE: ./src/report/resource.js
/** Between sessions nothing is used of what one session may use: then the last one's tells more. */
function withLastSessions(resources, sessions) {
    const last = new Map(sessions.map(line => [line.pipeline, line]));
    return resources.map(resource => {
        const line = last.get(resource.name);
        if (resource.scope !== 'session' || resource.used > 0 || line === undefined)
            return resource;
        return { ...resource, scope: 'last-session', used: line.spent[resource.meter] ?? 0 };
    });
}

;// CONCATENATED MODULE: ./src/report/work-of-day.js

const isWithinDay = (moment, at) => moment !== null && moment <= at && (0,report_days/* daysBetween */.YM)(moment, at) < 1;
const sessionsOfDay = (at, sessions) => sessions.filter(({ endedAt }) => isWithinDay(endedAt, at));
function workOf(sessions) {
    const sum = (count) => sessions.reduce((total, line) => total + count(line), 0);
    return {
        sessions: sessions.length,
        sends: sum(({ spent }) => spent.calls ?? 0),
        calls: sum(({ calls }) => calls),
        tokens: sum(({ spent }) => spent.tokens ?? 0),
        usd: sum(({ spent }) => spent.usdMicros ?? 0) / 1_000_000,
        minutes: Math.round(sum(({ startedAt, endedAt }) => 1440 * Math.max(0, (0,report_days/* daysBetween */.YM)(startedAt, endedAt)))),
        accepted: sum(({ accepted }) => accepted),
        putAside: sum(({ rejected }) => rejected),
        deliveries: sum(({ deliveries }) => deliveries.length),
    };
}
/** In the order in which they ended. */
const endedTasksOf = (at, tasks) => tasks
    .filter(({ endedAt }) => isWithinDay(endedAt, at))
    .toSorted((a, b) => Date.parse(a.endedAt ?? '') - Date.parse(b.endedAt ?? ''))
    .map(({ pipeline, id, title, issue, status, grade }) => ({
    pipeline,
    task: id,
    title,
    issue,
    status,
    grade: grade?.letter ?? null,
    score: grade?.score ?? null,
}));
/** In the order of their numbers. */
const deliveredOf = (at, tasks) => tasks
    .flatMap(({ pipeline, id, parts }) => parts.flatMap(({ part, pull, url, pairs, state, kept, openedAt }) => pull !== null && isWithinDay(openedAt, at) ? [{ pipeline, task: id, part, number: pull, url, pairs, state, kept }] : []))
    .toSorted((a, b) => a.number - b.number);

;// CONCATENATED MODULE: ./src/report/team-report.js





/** Of each pipeline, what it did within 24 hours and how long its queue lasts. */
function pipelinesOf({ status, tasks, proposeBelow }, today) {
    const { at } = status;
    const tasksOf = Map.groupBy(tasks, ({ pipeline }) => pipeline);
    const sessionsOf = Map.groupBy(today, ({ pipeline }) => pipeline);
    return status.pipelines.map(each => {
        const own = tasksOf.get(each.pipeline) ?? [];
        const waiting = each.tasks.pending;
        const perDay = begunPerDay(at, own);
        return {
            ...each,
            day: workOf(sessionsOf.get(each.pipeline) ?? []),
            tasksEnded: endedTasksOf(at, own).length,
            queueEmptyOn: waiting === 0 || perDay === 0 ? null : (0,report_days/* doneOn */.ag)(at, waiting, perDay),
            isQueueLow: each.goalShare !== null && waiting < proposeBelow,
        };
    });
}
/** Everything that the report says, from state and history alone: the same state gives the same report. */
function teamReportOf(input) {
    const { status, tasks, history, retracted, resources, partsToRead, maxWaitingReviews } = input;
    const { at, goal, pairs } = status;
    const { integration, sources } = (0,count_pairs/* splitTasks */.R9)({ tasks, pipelines: status.pipelines });
    const integrating = new Set(status.pipelines.flatMap(({ pipeline, kind }) => (kind === 'integration' ? [pipeline] : [])));
    const producing = history.sessions.filter(({ pipeline }) => !integrating.has(pipeline));
    const known = new Set(status.pipelines.map(({ pipeline }) => pipeline));
    const today = sessionsOfDay(at, history.sessions);
    const former = today.filter(({ pipeline }) => !known.has(pipeline));
    const { accepted, putAside } = workOf(sessionsOfDay(at, producing));
    const left = Math.max(0, goal - pairs.database);
    const speed = { at, left, producing, tasks, integration };
    return {
        ...status,
        pipelines: pipelinesOf(input, today),
        left,
        day: { ...workOf(today), accepted, putAside },
        formerDay: former.length === 0 ? null : workOf(former),
        ended: endedTasksOf(at, sources),
        delivered: deliveredOf(at, sources),
        resources: withLastSessions(resources, history.sessions),
        partsToRead,
        maxWaitingReviews,
        growth: growthOf(at, integration),
        accepted: acceptedByDay(at, producing),
        speeds: { week: speedOf(speed, 7), month: speedOf(speed, 30) },
        retracted,
        damagedLines: history.damaged,
    };
}

// EXTERNAL MODULE: ./src/session-setting.js
var session_setting = __webpack_require__(1256);
// EXTERNAL MODULE: ./src/session/availability.js
var availability = __webpack_require__(8071);
// EXTERNAL MODULE: ./src/orchestrator/heartbeat.js + 1 modules
var heartbeat = __webpack_require__(801);
// EXTERNAL MODULE: ./src/session/history.js
var session_history = __webpack_require__(7306);
// EXTERNAL MODULE: ./src/commands/read-alerts.js + 1 modules
var read_alerts = __webpack_require__(2959);
// EXTERNAL MODULE: ./src/commands/survey.js
var commands_survey = __webpack_require__(8944);
;// CONCATENATED MODULE: ./src/commands/read-report.js













/** Of history; the speeds that a report tells go no further back. */
const readDays = 31;
/** Issues that become tasks once somebody approves them. */
async function proposalsOf({ issues }) {
    const waiting = await issues.list({ state: 'open', labels: ['needs-approval'] });
    return waiting.map(({ number, title }) => ({ number, title }));
}
async function readAll(project) {
    const survey = await (0,commands_survey/* surveyProject */.M5)(project);
    const since = (0,instant/* plusMs */.f9)(survey.at, -readDays * report_days/* dayMs */.LP);
    const [history, proposals, told] = await Promise.all([
        (0,session_history/* readHistory */.L)(project.forge.state, since < (0,read_alerts/* firstMonth */.VY)(survey.at) ? since : (0,read_alerts/* firstMonth */.VY)(survey.at)),
        proposalsOf(project.forge),
        // What ticks tell each other is no reason to show nothing.
        (0,heartbeat/* readTold */.oD)(project.forge.state).catch(() => undefined),
    ]);
    const { silence = null, available = {} } = told?.state ?? {};
    const alerts = (0,read_alerts/* alertsFor */.bT)(project, survey, { told: { silence, available }, sessions: history.sessions });
    const status = statusOf({
        ...survey,
        goal: project.config.goal,
        plan: (0,commands_survey/* planFor */.bJ)(project, survey),
        history,
        proposals,
        alerts,
        pipelines: survey.pipelines.map(({ pipeline, settings, state, availability }) => ({
            pipeline,
            agent: settings.agent,
            kind: settings.kind,
            enabled: settings.enabled,
            share: 'share' in settings ? settings.share : null,
            state,
            availability,
        })),
    });
    return { survey, history, status };
}
/** Reads how everything stands; it writes nothing. */
const readStatus = async (project) => (await readAll(project)).status;
/** What is limited of the accounts that some pipeline draws on, as it stands now. */
async function accountResources({ config, book }, at) {
    const drawn = new Map();
    for (const [pipeline, settings] of Object.entries(config.pipelines)) {
        if (!settings.enabled || !(0,find_pipeline/* isRunnable */.i)(settings))
            continue;
        for (const account of (0,pipelines/* accountsOf */.s1)(settings))
            if (!drawn.has(account))
                drawn.set(account, pipeline);
    }
    const { accounts } = await book.read({ accounts: [...drawn.keys()], pipelines: [], tasks: [] });
    return [...drawn].flatMap(([name, pipeline]) => {
        const { accountLimits } = (0,session_setting/* settingOf */.y7)(config, pipeline, { forge: 'local', account: name });
        return ledger/* meters */.L2.flatMap((meter) => {
            const held = { account: { ledgers: accounts[name]?.ledgers ?? {} }, session: null };
            const ledger = (0,availability/* meteredLedger */.eR)({ metered: { scope: 'account', meter }, accountLimits, sessionLimits: {} }, held, at);
            if (ledger === undefined)
                return [];
            const { used, line, limit } = (0,availability/* budgetOf */.nT)(ledger, meter);
            return [
                { scope: 'account', name, meter, used, line, limit, resetsAt: (0,availability/* budgetResetsAt */.T9)(ledger), closed: ledger.closed === true },
            ];
        });
    });
}
/** What a pipeline itself is metered in: slots, and what one session may use. */
const pipelineResources = ({ pipelines }) => pipelines.flatMap(({ pipeline, availability }) => {
    const budget = availability?.budget;
    if (budget === undefined || budget.limit === 0 || budget.meter === 'calls')
        return [];
    const scope = budget.meter === 'slots' ? 'pipeline' : 'session';
    return [{ scope, name: pipeline, ...budget, resetsAt: null, closed: false }];
});
/** Reads everything that the Team Status Report tells; it writes nothing. */
async function readTeamReport(project) {
    const { survey, history, status } = await readAll(project);
    const { reviews, plan } = project.config;
    return teamReportOf({
        status,
        tasks: survey.tasks,
        history,
        retracted: survey.retracted,
        resources: [...(await accountResources(project, survey.at)), ...pipelineResources(status)],
        partsToRead: survey.partsToRead,
        maxWaitingReviews: reviews.maxWaiting,
        proposeBelow: plan.proposeBelow,
    });
}


/***/ }),

/***/ 3057:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ bar)
/* harmony export */ });
/** A share from 0 to 1 as a bar of so many characters. Full and empty are honest: what is begun shows, and so does what is left. */
const bar = (share, width) => {
    const exact = Math.min(1, Math.max(0, share)) * width;
    const filled = exact > 0 && exact < 1 ? 1 : exact < width && exact > width - 1 ? width - 1 : Math.round(exact);
    return '█'.repeat(filled) + '░'.repeat(width - filled);
};


/***/ }),

/***/ 5307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R9: () => (/* binding */ splitTasks),
/* harmony export */   rZ: () => (/* binding */ countPairs),
/* harmony export */   uq: () => (/* binding */ keptOf)
/* harmony export */ });
/* harmony import */ var _domain_integration_task_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(736);
/* harmony import */ var _orchestrator_brought_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7059);
/* harmony import */ var _session_task_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8273);



const keptOf = (part) => part.kept ?? part.pairs;
const sumOf = (parts, state, count) => parts.filter(part => part.state === state).reduce((total, part) => total + count(part), 0);
/** What integration has looked at of merged deliveries: what it took, and what it put aside. */
function lookedAt(tasks) {
    const ended = tasks.filter(({ status, body }) => status !== 'pending' && (0,_domain_integration_task_js__WEBPACK_IMPORTED_MODULE_0__/* .parseIntegrationSource */ .bS)(body)?.type === 'delivery');
    const totals = ended.map(task => (0,_session_task_run_js__WEBPACK_IMPORTED_MODULE_1__/* .totalsOf */ .vA)(task.units.filter(unit => unit.ended)));
    return totals.reduce((sum, { accepted, rejected }) => sum + accepted + rejected, 0);
}
/** Tasks of integration, whose parts are rows of the database, and those of everyone else. */
function splitTasks({ tasks, pipelines }) {
    const integrating = new Set(pipelines.flatMap(({ pipeline, kind }) => (kind === 'integration' ? [pipeline] : [])));
    return {
        integration: tasks.filter(task => integrating.has(task.pipeline)),
        sources: tasks.filter(task => !integrating.has(task.pipeline)),
    };
}
function countPairs(countable) {
    const { integration, sources } = splitTasks(countable);
    const parts = sources.flatMap(task => task.parts);
    const rows = integration.flatMap(task => task.parts);
    const merged = sumOf(parts, 'merged', keptOf);
    return {
        database: Math.max(0, sumOf(rows, 'merged', keptOf) - countable.retracted),
        merged,
        toIntegrate: Math.max(0, merged - lookedAt(integration)),
        waiting: sumOf(parts, 'open', part => part.pairs) + sumOf(parts, 'intended', part => part.pairs),
        underWay: sources.filter(task => task.status === 'in-progress').reduce((total, task) => total + (0,_orchestrator_brought_js__WEBPACK_IMPORTED_MODULE_2__/* .undeliveredPairs */ .l)(task), 0),
    };
}


/***/ }),

/***/ 4561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LP: () => (/* binding */ dayMs),
/* harmony export */   Q$: () => (/* binding */ dateOf),
/* harmony export */   U$: () => (/* binding */ dayNumber),
/* harmony export */   YM: () => (/* binding */ daysBetween),
/* harmony export */   ag: () => (/* binding */ doneOn),
/* harmony export */   e9: () => (/* binding */ dateOfDay),
/* harmony export */   hy: () => (/* binding */ ageOf)
/* harmony export */ });
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(795);

const dayMs = 86_400_000;
/** The day of a moment in UTC: `2026-11-22`. */
const dateOf = (at) => at.slice(0, 10);
/** Days as numbers since 1 January 1970, which can be counted with. */
const dayNumber = (date) => Math.floor(Date.parse(date) / dayMs);
const dateOfDay = (day) => dateOf((0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .toInstant */ .fN)(day * dayMs));
/** In days, with a fraction. */
const daysBetween = (from, to) => ((0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .toEpochMs */ .x8)(to) - (0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .toEpochMs */ .x8)(from)) / dayMs;
/** Nothing is foretold beyond a hundred years. */
const farthestDays = 36_525;
/** The day on which so much is done at so much a day; null where it never is, or not within a century. */
function doneOn(at, left, perDay) {
    if (left <= 0)
        return dateOf(at);
    const days = perDay <= 0 ? Infinity : left / perDay;
    return days > farthestDays ? null : dateOf((0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .toInstant */ .fN)((0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .toEpochMs */ .x8)(at) + days * dayMs));
}
/** For people: `5 hours`, `3 days`. */
function ageOf(from, at) {
    const hours = Math.max(0, Math.floor(24 * daysBetween(from, at)));
    if (hours < 48)
        return hours === 0 ? 'less than an hour' : `${hours} hour${hours === 1 ? '' : 's'}`;
    return `${Math.floor(hours / 24)} days`;
}


/***/ }),

/***/ 7020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ describeAlert)
/* harmony export */ });
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(795);
/* harmony import */ var _domain_one_line_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9517);


/** What a person is needed for, in one line; it holds foreign text. */
function describeAlert(alert) {
    switch (alert.type) {
        case 'silence':
            return `No tick came from ${(0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .toMinute */ .y_)(alert.from)} to ${(0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .toMinute */ .y_)(alert.to)}; what was missed is made up.`;
        case 'idle':
            return `${alert.pipeline} could work since ${(0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .toMinute */ .y_)(alert.since)} and nothing begins: mostly its key is missing; \`perpetual doctor\` says what is.`;
        case 'provider':
            return `${alert.pipeline}: every session since ${(0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .toMinute */ .y_)(alert.since)} ended without a call; the provider said: ${(0,_domain_one_line_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .T)(alert.said, 160)}`;
        case 'unread':
            return `#${alert.number} waits unread since ${alert.since.slice(0, 10)}.`;
    }
}


/***/ }),

/***/ 7306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ readHistory)
/* harmony export */ });
/* harmony import */ var _domain_history_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4170);
/* harmony import */ var _domain_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8935);


/** The sessions that ended since then, as far as the state's history tells; all of them where `since` is null. */
async function readHistory(store, since) {
    const head = store.knownHead() ?? (await store.head());
    const paths = await store.list(head, _domain_state_js__WEBPACK_IMPORTED_MODULE_1__/* .statePaths */ .mt.historyFolder);
    const first = since === null ? '' : _domain_state_js__WEBPACK_IMPORTED_MODULE_1__/* .statePaths */ .mt.history(since.slice(0, 7));
    const texts = await store.read(head, paths.filter(path => path >= first));
    const { sessions, damaged } = (0,_domain_history_js__WEBPACK_IMPORTED_MODULE_0__/* .readHistoryTexts */ .j3)(texts.values());
    return { sessions: since === null ? sessions : sessions.filter(({ endedAt }) => endedAt >= since), damaged };
}


/***/ })

};
