export const id = 791;
export const ids = [791];
export const modules = {

/***/ 5334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ withProject)
/* harmony export */ });
/* harmony import */ var _project_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5924);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7074);


async function open({ folder, forge, clock, environment, output }) {
    if (forge.kind === 'local')
        return (0,_project_js__WEBPACK_IMPORTED_MODULE_0__/* .openLocalProject */ .b)(await (0,_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .workTreeOf */ .F)(folder), { clock, environment });
    // Loaded late: whoever works on this disk needs no Octokit.
    const { openGithubForge } = await __webpack_require__.e(/* import() */ 499).then(__webpack_require__.bind(__webpack_require__, 4499));
    const { createCommandLineClient } = await Promise.all(/* import() */[__webpack_require__.e(647), __webpack_require__.e(517)]).then(__webpack_require__.bind(__webpack_require__, 517));
    const { owner, repo, token, apiUrl } = forge;
    const client = createCommandLineClient({ token, baseUrl: apiUrl });
    const opened = await openGithubForge({ client, owner, repo, clock, report: warning => output.warn(warning) });
    return (0,_project_js__WEBPACK_IMPORTED_MODULE_0__/* .openGithubProject */ .L)(opened, { clock, environment });
}
/** Opens the data repository of an invocation, works with it, and closes it whatever happens. */
async function withProject(invocation, work) {
    const project = await open(invocation);
    try {
        return await work(project);
    }
    finally {
        await project.forge.close();
    }
}


/***/ }),

/***/ 5924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ openGithubProject),
  b: () => (/* binding */ openLocalProject)
});

// EXTERNAL MODULE: ./src/config/load-config.js + 3 modules
var load_config = __webpack_require__(7850);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/forge/local/local-forge.js + 15 modules
var local_forge = __webpack_require__(3962);
// EXTERNAL MODULE: ./src/domain/state.js
var domain_state = __webpack_require__(8935);
// EXTERNAL MODULE: ./src/domain/task.js
var domain_task = __webpack_require__(3761);
// EXTERNAL MODULE: ./src/domain/claim.js
var claim = __webpack_require__(970);
// EXTERNAL MODULE: ./src/domain/instant.js
var instant = __webpack_require__(795);
// EXTERNAL MODULE: ./src/domain/ledger.js
var domain_ledger = __webpack_require__(1841);
;// CONCATENATED MODULE: ./src/domain/transitions/lenses.js


/** A record's own entry: names come from outside, and one like `constructor` is on every object. */
const entry = (record, name) => Object.hasOwn(record, name) ? record[name] : undefined;
/** What was never written is empty. */
const pipelineOf = (state, name) => entry(state.pipelines, name) ?? (0,domain_state/* emptyPipeline */.eU)(name);
const accountOf = (state, name) => entry(state.accounts, name) ?? (0,domain_state/* emptyAccount */.dO)(name);
const taskOf = (state, id) => entry(state.tasks, id);
const withPipeline = (state, pipeline) => ({
    ...state,
    pipelines: { ...state.pipelines, [pipeline.pipeline]: pipeline },
});
const withAccount = (state, account) => ({
    ...state,
    accounts: { ...state.accounts, [account.account]: account },
});
const withTask = (state, task) => ({ ...state, tasks: { ...state.tasks, [task.id]: task } });
/** Changes every ledger of an account. */
function mapLedgers(account, change) {
    const ledgers = {};
    for (const meter of domain_ledger/* meters */.L2) {
        const ledger = account.ledgers[meter];
        if (ledger !== undefined)
            ledgers[meter] = change(ledger, meter);
    }
    return { ...account, ledgers };
}
function addAmounts(a, b) {
    const sum = { ...a };
    for (const meter of domain_ledger/* meters */.L2) {
        const more = b[meter];
        if (more !== undefined)
            sum[meter] = (sum[meter] ?? 0) + more;
    }
    return sum;
}

;// CONCATENATED MODULE: ./src/domain/transitions/claiming.js




const newSession = (id, operation) => ({
    id,
    startedAt: operation.now,
    ledgers: {},
    spent: {},
    calls: 0,
    accepted: 0,
    rejected: 0,
    tasks: [],
    deliveries: [],
    wrap: null,
});
/** Goes on with the session that is there, else begins one; a live claim and (without force) a cooldown refuse. */
function claiming_claim(state, operation) {
    const pipeline = pipelineOf(state, operation.pipeline);
    if ((0,claim/* isLive */.DG)(pipeline.claim, operation.now, operation.deadEpoch))
        return { fenced: 'held', until: pipeline.claim.expiresAt };
    const isCooling = pipeline.session === null && pipeline.cooldownUntil !== null && pipeline.cooldownUntil > operation.now;
    if (isCooling && !operation.force)
        return { fenced: 'cooling', until: pipeline.cooldownUntil ?? operation.now };
    const sessions = pipeline.session === null ? pipeline.sessions + 1 : pipeline.sessions;
    const session = pipeline.session ?? newSession(`${operation.pipeline}-${String(sessions).padStart(4, '0')}`, operation);
    const epoch = pipeline.epoch + 1;
    const expiresAt = (0,instant/* plusMs */.f9)(operation.now, operation.leaseMs);
    return withPipeline(state, {
        ...pipeline,
        epoch,
        sessions,
        session,
        claim: { epoch, session: session.id, holder: operation.holder, expiresAt },
    });
}
/** Ends the session and gives back what it had reserved and not used. */
function wrap(state, operation) {
    const pipeline = pipelineOf(state, operation.pipeline);
    const account = accountOf(state, operation.account);
    const holder = { pipeline: operation.pipeline, session: operation.session, epoch: operation.epoch };
    const released = mapLedgers(account, ledger => ({
        ...ledger,
        reservations: ledger.reservations.filter(each => !(0,domain_ledger/* isHeldBy */.D0)(each, holder)),
    }));
    const task = pipeline.task === null ? undefined : taskOf(state, pipeline.task);
    const forgiven = operation.forgive && task !== undefined ? withTask(state, { ...task, attempts: Math.max(0, task.attempts - 1) }) : state;
    return withPipeline(withAccount(forgiven, released), {
        ...pipeline,
        claim: null,
        session: null,
        cooldownUntil: operation.cooldownUntil,
    });
}

;// CONCATENATED MODULE: ./src/domain/transitions/spending.js



const nothing = { used: 0, hold: 0, want: 0 };
/** Every ledger that a limit is configured for, opened or brought up to date; ledgers without a limit stay as they are. */
function current(ledgers, limits) {
    const next = { ...ledgers };
    for (const meter of domain_ledger/* meters */.L2) {
        const limit = limits[meter];
        if (limit === undefined)
            continue;
        const ledger = ledgers[meter];
        next[meter] = ledger === undefined ? (0,domain_ledger/* openLedger */.au)(limit, limit.window) : (0,domain_ledger/* bringUpToDate */.fG)(ledger, limit, limit.window);
    }
    return next;
}
function settleAll(ledgers, spend, { holder, at }) {
    const next = { ...ledgers };
    for (const meter of domain_ledger/* meters */.L2) {
        const ledger = ledgers[meter];
        if (ledger !== undefined)
            next[meter] = (0,domain_ledger/* settleAndReserve */.HX)(ledger, holder, { ...(spend[meter] ?? nothing), at }).ledger;
    }
    return next;
}
/** Settles, reserves, renews the claim and saves what the task came to: one operation, so that it is one commit. */
function checkpoint(state, operation) {
    const pipeline = pipelineOf(state, operation.pipeline);
    const { session, claim } = pipeline;
    if (session === null || claim === null)
        return { fenced: 'old-epoch' };
    const settlement = {
        holder: { pipeline: operation.pipeline, session: operation.session, epoch: operation.epoch },
        at: operation.now,
    };
    const account = accountOf(state, operation.account);
    const accountLedgers = settleAll(current(account.ledgers, operation.accountLimits), operation.accountSpend, settlement);
    const sessionLedgers = settleAll(current(session.ledgers, operation.sessionLimits), operation.sessionSpend, settlement);
    const afterAccount = withAccount(state, { ...account, ledgers: accountLedgers });
    const afterPipeline = withPipeline(afterAccount, {
        ...pipeline,
        claim: { ...claim, expiresAt: (0,instant/* plusMs */.f9)(operation.now, operation.leaseMs) },
        session: {
            ...session,
            ledgers: sessionLedgers,
            spent: addAmounts(session.spent, operation.spent),
            calls: session.calls + operation.calls,
            accepted: session.accepted + operation.accepted,
            rejected: session.rejected + operation.rejected,
            wrap: operation.wrap === null ? session.wrap : { reason: operation.wrap },
        },
    });
    const tally = operation.task;
    if (tally === null)
        return afterPipeline;
    const task = taskOf(state, tally.task);
    if (task === undefined)
        return { fenced: 'no-such-task' };
    return withTask(afterPipeline, {
        ...task,
        attempts: tally.results ? 0 : task.attempts,
        units: [...tally.units],
        activeMs: task.activeMs + tally.activeMs,
        spent: addAmounts(task.spent, tally.spent),
        resultFiles: task.resultFiles + (tally.results ? 1 : 0),
    });
}
/**
 * Settles what a fenced session really sent; what it did not send is free again. Where the window is over, that stays reserved,
 * because it may have been sent after the reset.
 */
function settle(state, operation) {
    // Fenced off before anything was reserved: there is nothing to settle, and no account to begin.
    if (!Object.hasOwn(state.accounts, operation.account))
        return state;
    const account = accountOf(state, operation.account);
    const holder = { pipeline: operation.pipeline, session: operation.session, epoch: operation.epoch };
    const settled = mapLedgers(account, (ledger, meter) => {
        const own = ledger.reservations.find(each => (0,domain_ledger/* isHeldBy */.D0)(each, holder));
        if (own === undefined)
            return ledger;
        const used = Math.min(own.amount, operation.used[meter] ?? 0);
        const others = ledger.reservations.filter(each => each !== own);
        if (ledger.window === null || operation.now < ledger.window.to)
            return { ...ledger, settled: ledger.settled + used, reservations: others };
        return { ...ledger, reservations: used === 0 ? others : [...others, { ...own, amount: used }] };
    });
    return withAccount(state, settled);
}
function reconcileAccount(state, operation) {
    const account = accountOf(state, operation.account);
    const ledgers = current(account.ledgers, operation.accountLimits);
    const calls = ledgers.calls;
    if (calls === undefined)
        return withAccount(state, { ...account, ledgers });
    const epochs = new Map(operation.pipelines.map(name => [name, pipelineOf(state, name).claim?.epoch]));
    const counted = (0,domain_ledger/* reconcileWithProvider */.u5)(calls, {
        sendsToday: operation.sendsToday,
        sendsPerDay: operation.sendsPerDay,
        now: operation.now,
        settleAfterMs: operation.settleAfterMs,
        isDead: each => epochs.has(each.pipeline) && epochs.get(each.pipeline) !== each.epoch,
    });
    return withAccount(state, { ...account, ledgers: { ...ledgers, calls: counted } });
}

// EXTERNAL MODULE: ./src/domain/grade.js
var grade = __webpack_require__(5349);
;// CONCATENATED MODULE: ./src/domain/transitions/tasks.js



function startTask(state, operation) {
    const task = taskOf(state, operation.task);
    if (task === undefined)
        return { fenced: 'no-such-task' };
    if (!(0,domain_task/* mayFollow */.LE)(task.status, 'in-progress'))
        return { fenced: 'wrong-status' };
    const pipeline = pipelineOf(state, operation.pipeline);
    const session = pipeline.session;
    if (session === null)
        return { fenced: 'old-epoch' };
    const started = {
        ...task,
        status: 'in-progress',
        attempts: task.attempts + 1,
        startedAt: task.startedAt ?? operation.now,
        settings: task.settings ?? operation.settings,
        reason: null,
    };
    const tasks = session.tasks.includes(task.id) ? session.tasks : [...session.tasks, task.id];
    return withPipeline(withTask(state, started), { ...pipeline, task: task.id, session: { ...session, tasks } });
}
const rank = { intended: 0, open: 1, merged: 2, closed: 2 };
/** A part only moves forward: intended, open, then merged or closed. Its branch and files stay those that were intended. */
function mergeParts(known, recorded) {
    const parts = new Map(known.map(part => [part.part, part]));
    for (const part of recorded) {
        const before = parts.get(part.part);
        if (before === undefined)
            parts.set(part.part, part);
        else if (rank[part.state] > rank[before.state]) {
            const { branch, units, paths, pairs } = before;
            parts.set(part.part, { ...part, branch, units, paths, pairs });
        }
    }
    return [...parts.values()].toSorted((a, b) => a.part - b.part);
}
function recordParts(state, operation) {
    const task = taskOf(state, operation.task);
    if (task === undefined)
        return { fenced: 'no-such-task' };
    const parts = mergeParts(task.parts, operation.parts);
    const pipeline = pipelineOf(state, operation.pipeline);
    const session = pipeline.session;
    if (session === null)
        return { fenced: 'old-epoch' };
    const opened = operation.parts.flatMap(part => part.pull !== null && !session.deliveries.some(each => each.number === part.pull)
        ? [{ branch: part.branch, number: part.pull, url: part.url }]
        : []);
    const deliveries = [...session.deliveries, ...opened];
    return withPipeline(withTask(state, { ...task, parts }), { ...pipeline, session: { ...session, deliveries } });
}
function endTask(state, operation) {
    const task = taskOf(state, operation.task);
    if (task === undefined)
        return { fenced: 'no-such-task' };
    if (!(0,domain_task/* mayFollow */.LE)(task.status, operation.status))
        return { fenced: 'wrong-status' };
    const ended = { ...task, status: operation.status, reason: operation.reason };
    return withPipeline(withTask(state, ended), { ...pipelineOf(state, operation.pipeline), task: null });
}
const isEnded = (part) => part.state === 'merged' || part.state === 'closed';
const unreadStates = new Set(['merged-unread', 'unreviewed']);
/** Completed when every part has ended and one at least was merged; rejected when none was. Only then it is graded. */
function endIfReviewed(task, { estimate, now }) {
    if (task.status !== 'in-review' || task.parts.length === 0 || !task.parts.every(isEnded))
        return task;
    const merged = task.parts.some(part => part.state === 'merged');
    const sum = (count) => task.parts.reduce((total, part) => total + count(part), 0);
    const calls = task.units.reduce((total, unit) => total + unit.calls, 0);
    const sends = task.spent.calls ?? 0;
    return {
        ...task,
        status: merged ? 'completed' : 'rejected',
        endedAt: now,
        grade: (0,grade/* gradeOf */.V)({
            calls: { withOutcome: calls, all: Math.max(calls, sends) },
            activeMs: estimate.activeMs,
            sends: estimate.sends,
            pairs: {
                kept: sum(part => part.kept ?? 0),
                delivered: sum(part => part.pairs),
                // A part that was closed was rejected, which is a look too.
                looked: task.parts.some(({ state, review }) => state === 'closed' || !unreadStates.has(review)),
            },
        }),
    };
}
/** All that is honestly known of the review of a part that was merged as it was delivered. */
const reviewOfLooked = { none: 'merged-unread', some: 'sampled', all: 'checked' };
const reviewOf = (part, { state, edited }) => {
    if (state === 'closed')
        return 'unreviewed';
    return edited ? 'edited' : reviewOfLooked[part.looked];
};
function reviewPart(state, operation) {
    const task = taskOf(state, operation.task);
    const part = task?.parts.find(each => each.part === operation.part);
    if (task === undefined || part === undefined)
        return { fenced: 'no-such-task' };
    if (isEnded(part))
        return withTask(state, endIfReviewed(task, operation));
    const reviewed = { ...part, state: operation.state, kept: operation.kept, review: reviewOf(part, operation) };
    const parts = task.parts.map(each => (each.part === part.part ? reviewed : each));
    return withTask(state, endIfReviewed({ ...task, parts }, operation));
}
/** Having looked only grows, and what is said of a part that has ended changes nothing any more. */
function lookAtPart(state, { task: id, part: number, looked }) {
    const task = taskOf(state, id);
    const part = task?.parts.find(each => each.part === number);
    if (task === undefined || part === undefined)
        return { fenced: 'no-such-task' };
    if (isEnded(part) || domain_task/* lookedDegrees */.K_.indexOf(part.looked) >= domain_task/* lookedDegrees */.K_.indexOf(looked))
        return state;
    return withTask(state, { ...task, parts: task.parts.map(each => (each === part ? { ...part, looked } : each)) });
}
/** Tasks that are there already stay as they are. */
function addTasks(state, operation) {
    return operation.tasks.reduce((next, task) => (taskOf(next, task.id) === undefined ? withTask(next, task) : next), state);
}
/** Takes an issue's task in as it stands now; what the issue says later does not count. */
function acceptTask(state, { task }) {
    const present = taskOf(state, task.id);
    if (present === undefined)
        return withTask(state, task);
    return present.issue === task.issue ? state : { fenced: 'taken' };
}
function commandTask(state, operation) {
    const task = taskOf(state, operation.task);
    if (task === undefined)
        return { fenced: 'no-such-task' };
    if (!(0,domain_task/* mayFollow */.LE)(task.status, operation.status))
        return { fenced: 'wrong-status' };
    const attempts = operation.status === 'pending' ? 0 : task.attempts;
    const commanded = withTask(state, { ...task, status: operation.status, reason: operation.reason, attempts });
    const pipeline = pipelineOf(commanded, operation.pipeline);
    return pipeline.task === task.id ? withPipeline(commanded, { ...pipeline, task: null }) : commanded;
}

;// CONCATENATED MODULE: ./src/domain/transition.js




/** How many operation ids a pipeline remembers; a writer repeats only its latest. */
const rememberedOperations = 64;
/** Operations that anybody may do whatever claim there is, and a session only under its own. */
const unfenced = new Set([
    'claim',
    'settle',
    'reconcile-account',
    'review-part',
    'look-at-part',
    'add-tasks',
    'accept-task',
    'command-task',
]);
function isFencedOff(pipeline, operation) {
    if (unfenced.has(operation.type) || !('epoch' in operation))
        return false;
    return pipeline.claim?.epoch !== operation.epoch || pipeline.session?.id !== operation.session;
}
function rule(state, operation) {
    switch (operation.type) {
        case 'claim':
            return claiming_claim(state, operation);
        case 'start-task':
            return startTask(state, operation);
        case 'checkpoint':
            return checkpoint(state, operation);
        case 'record-parts':
            return recordParts(state, operation);
        case 'end-task':
            return endTask(state, operation);
        case 'wrap':
            return wrap(state, operation);
        case 'settle':
            return settle(state, operation);
        case 'reconcile-account':
            return reconcileAccount(state, operation);
        case 'review-part':
            return reviewPart(state, operation);
        case 'look-at-part':
            return lookAtPart(state, operation);
        case 'add-tasks':
            return addTasks(state, operation);
        case 'accept-task':
            return acceptTask(state, operation);
        case 'command-task':
            return commandTask(state, operation);
    }
}
/** The only way in which state changes: pure, so that it can be replayed, raced and repeated. */
function transition(state, operation) {
    const pipeline = pipelineOf(state, operation.pipeline);
    if (pipeline.operations.includes(operation.operation))
        return { type: 'already', state };
    if (isFencedOff(pipeline, operation))
        return { type: 'fenced', reason: 'old-epoch', until: null };
    const ruling = rule(state, operation);
    if ('fenced' in ruling)
        return { type: 'fenced', reason: ruling.fenced, until: ruling.until ?? null };
    const after = pipelineOf(ruling, operation.pipeline);
    const operations = [...after.operations, operation.operation].slice(-rememberedOperations);
    return {
        type: 'changed',
        state: { ...ruling, pipelines: { ...ruling.pipelines, [operation.pipeline]: { ...after, operations } } },
    };
}

// EXTERNAL MODULE: ./src/session/state-files.js + 2 modules
var state_files = __webpack_require__(8437);
;// CONCATENATED MODULE: ./src/session/state-book.js





/** Lost races before giving up; each means that somebody else got on, so this is never reached but by a broken store. */
const maxRaces = 500;
/** A write that failed may have landed, or may land now: writing the operation again changes nothing twice, because it has an id. */
const maxFailedWrites = 2;
/** A git that was killed, for example; what a person must mend does not get better by itself. */
const isPassing = (error) => error instanceof errors/* PerpetualError */.n && error.actBy === 'next-run';
function piecesOfAll(operations) {
    const pieces = operations.map(piecesOf);
    const tasks = new Map(pieces.flatMap(each => each.tasks.map(task => [`${task.pipeline}/${task.id}`, task])));
    return {
        accounts: [...new Set(pieces.flatMap(each => each.accounts))],
        pipelines: [...new Set(pieces.flatMap(each => each.pipelines))],
        tasks: [...tasks.values()],
    };
}
function piecesOf(operation) {
    const accounts = 'account' in operation ? [operation.account] : [];
    const pipelines = operation.type === 'reconcile-account' ? [...new Set([operation.pipeline, ...operation.pipelines])] : [operation.pipeline];
    return { accounts, pipelines, tasks: tasksOf(operation).map(id => ({ pipeline: operation.pipeline, id })) };
}
function tasksOf(operation) {
    switch (operation.type) {
        case 'checkpoint':
            return operation.task === null ? [] : [operation.task.task];
        case 'add-tasks':
            return operation.tasks.map(task => task.id);
        case 'accept-task':
            return [operation.task.id];
        case 'wrap':
            return operation.task === null ? [] : [operation.task];
        case 'start-task':
        case 'record-parts':
        case 'end-task':
        case 'review-part':
        case 'look-at-part':
        case 'command-task':
            return [operation.task];
        case 'claim':
        case 'settle':
        case 'reconcile-account':
            return [];
    }
}
function transitionAll(before, operations) {
    let state = before;
    let changed = false;
    for (const operation of operations) {
        const result = transition(state, operation);
        if (result.type === 'fenced')
            return result;
        state = result.state;
        changed ||= result.type === 'changed';
    }
    return { type: changed ? 'changed' : 'already', state };
}
const messageOf = (operations) => {
    const [first] = operations;
    const trailers = operations.map(each => `Operation: ${each.operation}`);
    return `${operations.map(each => each.type).join(' and ')} ${first?.pipeline ?? ''}\n\n${trailers.join('\n')}`;
};
function createStateBook(store) {
    const readAt = (head, pieces) => (0,state_files/* readState */.un)(store, head, pieces);
    /** Whether others wrote since the last look: then what is known is tried in vain, and looking first is cheaper. */
    let isContended = false;
    const applyAll = async (operations, extras = {}) => {
        const pieces = piecesOfAll(operations);
        let failures = 0;
        const last = store.knownHead();
        let known = isContended ? undefined : last;
        for (let race = 0; race < maxRaces; race += 1) {
            const head = known ?? (await store.head((0,state_files/* pathsOf */.wG)(pieces)));
            isContended = race > 0 || (last !== undefined && head !== last);
            const before = await readAt(head, pieces);
            const result = transitionAll(before, operations);
            if (result.type !== 'changed') {
                if (known === undefined)
                    return result;
                // What is not written is not checked by the compare-and-set: decided again on the newest state.
                known = undefined;
                continue;
            }
            known = undefined;
            const changes = [...(0,state_files/* changesBetween */.iv)(before, result.state), ...(extras.files ?? [])];
            if (extras.line !== undefined)
                changes.push(await (0,state_files/* appended */.YP)(store, head, extras.line));
            const written = await store.write(head, changes, messageOf(operations)).catch((error) => {
                failures += 1;
                if (failures > maxFailedWrites || !isPassing(error))
                    throw error;
                return null;
            });
            if (written?.type === 'written')
                return result;
        }
        throw new errors/* PerpetualError */.n(`Expected to write ${operations.map(each => each.type).join(' and ')} within ${maxRaces} races, lost them all`, {
            actBy: 'report-bug',
        });
    };
    /** What was last seen is read where it is known: whatever is written on it is checked by the compare-and-set. */
    const headToRead = async () => store.knownHead() ?? (await store.head());
    const readTasks = async (pipeline) => {
        const head = await headToRead();
        const paths = await store.list(head, pipeline === undefined ? domain_state/* statePaths */.mt.tasks : `${domain_state/* statePaths */.mt.tasks}/${pipeline}`);
        const texts = await store.read(head, paths);
        return [...texts].map(([path, text]) => (0,state_files/* parseState */.Bu)(domain_task/* taskSchema */.v, path, text));
    };
    return {
        store,
        apply: (operation, extras) => applyAll([operation], extras),
        applyAll,
        tasks: readTasks,
        refresh: async () => void (await store.head()),
        outcomes: async (task) => (0,state_files/* readOutcomes */.CE)(store, await headToRead(), task),
        read: async (pieces) => readAt(await headToRead(), pieces),
        pipeline: async (name) => {
            const state = await readAt(await headToRead(), { accounts: [], pipelines: [name], tasks: [] });
            return state.pipelines[name] ?? (0,domain_state/* emptyPipeline */.eU)(name);
        },
        account: async (name) => {
            const state = await readAt(await headToRead(), { accounts: [name], pipelines: [], tasks: [] });
            return state.accounts[name] ?? (0,domain_state/* emptyAccount */.dO)(name);
        },
    };
}

;// CONCATENATED MODULE: ./src/project.js




async function withForge(forge, options, read) {
    try {
        return { config: await read(), forge, book: createStateBook(forge.state), ...options };
    }
    catch (error) {
        await forge.close();
        throw error;
    }
}
/** The repository on this disk; its configuration is that of its work tree. */
async function openLocalProject(repository, options) {
    const forge = await (0,local_forge/* openLocalForge */.d)({ repository, clock: options.clock });
    return withForge(forge, options, () => (0,load_config/* readConfig */.Xg)(repository));
}
/** The configuration on the default branch: what counts on GitHub, whatever a clone has. */
async function readCommittedConfig({ contents, defaultBranch, openedAt }) {
    const text = (await contents.read(openedAt, [load_config/* configFile */.Ze])).get(load_config/* configFile */.Ze);
    if (text !== undefined)
        return (0,load_config/* loadConfig */.Z9)(text, load_config/* configFile */.Ze);
    throw new errors/* PerpetualError */.n(`Expected a configuration at ${load_config/* configFile */.Ze} on the branch ${defaultBranch}, found none. \`perpetual init --forge github\` writes one.`, { actBy: 'fix-config' });
}
/** A repository on GitHub; it takes the forge over and closes it where the configuration cannot be read. */
const openGithubProject = (forge, options) => withForge(forge, options, () => readCommittedConfig(forge));


/***/ }),

/***/ 1172:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ readSwitch),
/* harmony export */   i: () => (/* binding */ turnSwitch)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);
/* harmony import */ var _domain_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8935);
/* harmony import */ var _state_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8437);



/** Whether all pipelines are paused; they are not until somebody says so. */
async function readSwitch(store) {
    const head = store.knownHead() ?? (await store.head());
    const text = (await store.read(head, [_domain_state_js__WEBPACK_IMPORTED_MODULE_1__/* .statePaths */ .mt.switch])).get(_domain_state_js__WEBPACK_IMPORTED_MODULE_1__/* .statePaths */ .mt.switch);
    return text === undefined ? { paused: false } : (0,_state_files_js__WEBPACK_IMPORTED_MODULE_2__/* .parseState */ .Bu)(_domain_state_js__WEBPACK_IMPORTED_MODULE_1__/* .switchStateSchema */ .t_, _domain_state_js__WEBPACK_IMPORTED_MODULE_1__/* .statePaths */ .mt.switch, text);
}
/** Pauses or enables all pipelines; returns false where that was so already. A session that runs is not stopped. */
async function turnSwitch(store, change) {
    for (let race = 0; race < 100; race += 1) {
        const head = await store.head();
        const text = (await store.read(head, [_domain_state_js__WEBPACK_IMPORTED_MODULE_1__/* .statePaths */ .mt.switch])).get(_domain_state_js__WEBPACK_IMPORTED_MODULE_1__/* .statePaths */ .mt.switch);
        const before = text === undefined ? false : (0,_state_files_js__WEBPACK_IMPORTED_MODULE_2__/* .parseState */ .Bu)(_domain_state_js__WEBPACK_IMPORTED_MODULE_1__/* .switchStateSchema */ .t_, _domain_state_js__WEBPACK_IMPORTED_MODULE_1__/* .statePaths */ .mt.switch, text).paused;
        if (before === change.paused)
            return false;
        const changes = [{ path: _domain_state_js__WEBPACK_IMPORTED_MODULE_1__/* .statePaths */ .mt.switch, text: (0,_state_files_js__WEBPACK_IMPORTED_MODULE_2__/* .printState */ .BY)({ version: 1, ...change }) }];
        const written = await store.write(head, changes, change.paused ? 'Pause' : 'Enable');
        if (written.type === 'written')
            return true;
    }
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .n('Expected to write the switch within 100 races, lost them all', { actBy: 'report-bug' });
}


/***/ })

};
