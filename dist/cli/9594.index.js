export const id = 9594;
export const ids = [9594,7771];
export const modules = {

/***/ 8944:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M5: () => (/* binding */ surveyProject),
/* harmony export */   _w: () => (/* binding */ countRetracted),
/* harmony export */   bJ: () => (/* binding */ planFor)
/* harmony export */ });
/* harmony import */ var _compose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4597);
/* harmony import */ var _config_pipelines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6615);
/* harmony import */ var _dataset_database_paths_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2070);
/* harmony import */ var _dataset_database_retractions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9952);
/* harmony import */ var _kinds_find_pipeline_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6353);
/* harmony import */ var _orchestrator_brought_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7059);
/* harmony import */ var _orchestrator_heartbeat_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(801);
/* harmony import */ var _orchestrator_plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5135);
/* harmony import */ var _session_setting_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1256);
/* harmony import */ var _session_look_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7771);
/* harmony import */ var _session_switch_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1172);











/** Ids that `database retract` took out of the database. */
async function countRetracted({ contents }) {
    const texts = await contents.read(await contents.head(), [_dataset_database_paths_js__WEBPACK_IMPORTED_MODULE_9__/* .retractionsPath */ .i5]);
    return (0,_dataset_database_retractions_js__WEBPACK_IMPORTED_MODULE_2__/* .readRetracted */ .L)(texts.get(_dataset_database_paths_js__WEBPACK_IMPORTED_MODULE_9__/* .retractionsPath */ .i5) ?? '').size;
}
const startedBefore = ({ state }) => (0,_orchestrator_heartbeat_js__WEBPACK_IMPORTED_MODULE_4__/* .readTold */ .oD)(state).then(told => told.state?.available ?? {}, () => ({}));
const tasksOf = (tasks, pipeline) => pipeline === undefined ? tasks : tasks.filter(task => task.pipeline === pipeline);
/** Looks at every pipeline; it writes nothing. `force` looks past cooldowns and waiting, as a forced session does. */
async function surveyProject(project, { force = false } = {}) {
    const { config, book, forge, clock } = project;
    const [tasks, { paused }, retracted, started] = await Promise.all([
        book.tasks(),
        (0,_session_switch_js__WEBPACK_IMPORTED_MODULE_8__/* .readSwitch */ .h)(forge.state),
        countRetracted(forge),
        startedBefore(forge),
    ]);
    // Every look asks for all tasks, and reading a thousand of them a hundred times takes seconds.
    const read = { ...project, book: { ...book, tasks: async (of) => tasksOf(tasks, of) } };
    const pipelines = await Promise.all(Object.entries(config.pipelines).map(async ([pipeline, settings]) => {
        const looked = (0,_kinds_find_pipeline_js__WEBPACK_IMPORTED_MODULE_3__/* .isRunnable */ .i)(settings) ? await (0,_session_look_js__WEBPACK_IMPORTED_MODULE_7__/* .look */ .O)((0,_compose_js__WEBPACK_IMPORTED_MODULE_0__/* .lookSetupOf */ .IG)(read, pipeline), { force }) : null;
        return { pipeline, settings, state: await book.pipeline(pipeline), availability: looked?.availability ?? null };
    }));
    const partsToRead = (0,_session_setting_js__WEBPACK_IMPORTED_MODULE_6__/* .countPartsToRead */ .Pg)(config, tasks);
    return { at: clock.now(), paused, force, tasks, retracted, partsToRead, started, pipelines };
}
const plannedOf = ({ pipeline, settings, state, availability }, { tasks, started }) => ({
    pipeline,
    agent: settings.agent,
    kind: settings.kind,
    enabled: settings.enabled,
    accounts: (0,_config_pipelines_js__WEBPACK_IMPORTED_MODULE_1__/* .accountsOf */ .s1)(settings),
    share: 'share' in settings ? settings.share : null,
    pairs: (0,_orchestrator_brought_js__WEBPACK_IMPORTED_MODULE_10__/* .broughtPairs */ .B)(tasks.filter(task => task.pipeline === pipeline)),
    after: settings.schedule.after,
    state,
    availability,
    // A session since then has raised the epoch.
    startsSince: started[pipeline]?.epoch === state.epoch ? started[pipeline].since : null,
});
/** Which pipelines a tick starts now; `asked` is the one that a person asked for. */
const planFor = ({ config: { goal } }, survey, asked) => (0,_orchestrator_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .planOf */ .X)({ at: survey.at, goal, force: survey.force, asked, pipelines: survey.pipelines.map(each => plannedOf(each, survey)) });


/***/ }),

/***/ 7059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ broughtPairs),
/* harmony export */   l: () => (/* binding */ undeliveredPairs)
/* harmony export */ });
/* harmony import */ var _session_task_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8273);

const countOf = (part) => (part.state === 'closed' ? 0 : (part.kept ?? part.pairs));
/** Pairs of these tasks that are accepted and in no part yet. */
function undeliveredPairs(task) {
    const delivered = new Set(task.parts.flatMap(part => part.units));
    return (0,_session_task_run_js__WEBPACK_IMPORTED_MODULE_0__/* .totalsOf */ .vA)(task.units.filter(unit => !delivered.has(unit.unit))).accepted;
}
/** Pairs that tasks have brought so far: kept by a reviewer, waiting for one, or accepted and under way. */
const broughtPairs = (tasks) => tasks.reduce((sum, task) => sum +
    task.parts.reduce((total, part) => total + countOf(part), 0) +
    (task.status === 'in-progress' ? undeliveredPairs(task) : 0), 0);


/***/ }),

/***/ 801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nZ: () => (/* binding */ isDue),
  VK: () => (/* binding */ nextState),
  oD: () => (/* binding */ readTold),
  qz: () => (/* binding */ tell)
});

// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/domain/instant.js
var instant = __webpack_require__(795);
// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(9131);
;// CONCATENATED MODULE: ./src/domain/orchestrator-state.js


/** `orchestrator.json`: what ticks tell each other. */
const orchestratorStateSchema = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1),
    /** The latest tick that wrote itself down; not every one does. */
    tickAt: instant/* instantSchema */.p8,
    /** The latest time in which none came although one should have; null once they have come for a while again. */
    silence: schemas/* strictObject */.rej({ from: instant/* instantSchema */.p8, to: instant/* instantSchema */.p8 }).nullable(),
    /** Pipelines that could work at the latest tick: since when, and the epoch of their last claim, which a session raises. */
    available: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* strictObject */.rej({ since: instant/* instantSchema */.p8, epoch: schemas/* int */.Whr().nonnegative() })),
    /** What the alert's issue says; null before the first alert. */
    alert: schemas/* strictObject */.rej({
        issue: schemas/* int */.Whr().positive(),
        /** What it tells of, an identity each; empty where it was closed because all is well. */
        keys: schemas/* array */.YOg(schemas/* string */.YjP()),
        /** Of its body. */
        sha256: schemas/* string */.YjP(),
    })
        .nullable(),
});

// EXTERNAL MODULE: ./src/domain/state.js
var state = __webpack_require__(8935);
// EXTERNAL MODULE: ./src/session/state-files.js + 2 modules
var state_files = __webpack_require__(8437);
;// CONCATENATED MODULE: ./src/orchestrator/heartbeat.js





/** A tick writes itself down after so long, milliseconds, or sooner where something changed; `up` ticks every few seconds. */
const tellAfterMs = 30 * 60_000;
/**
 * After a tick that wrote itself down others only plan for so long, milliseconds: it may be at work on the alert's issue, and a second
 * one would make it twice. One that died is made up for by the next one after that.
 */
const quietMs = 5 * 60_000;
/** However short the heartbeat is, ticks are told often enough for it. */
const within = (ms, heartbeatMs) => Math.min(ms, Math.floor(heartbeatMs / 2));
function silenceOf(before, { at, heartbeatMs, paused, switchedAt }) {
    if (paused)
        return null;
    const from = switchedAt !== null && switchedAt > before.tickAt ? switchedAt : before.tickAt;
    if ((0,instant/* toEpochMs */.x8)(at) - (0,instant/* toEpochMs */.x8)(from) > heartbeatMs)
        return { from, to: at };
    const { silence } = before;
    return silence !== null && (0,instant/* plusMs */.f9)(silence.to, heartbeatMs) >= at ? silence : null;
}
/** Pure: what is to be told after this tick. The clock may have been set back since the last one; then nothing is late. */
function nextState(before, beat) {
    const silence = before === undefined ? null : silenceOf(before, beat);
    // While no tick came nothing could begin: that is one alert and not one more for each pipeline.
    const known = silence?.to === beat.at ? {} : (before?.available ?? {});
    const ready = (beat.ready ?? []).map(({ pipeline, epoch }) => {
        const last = known[pipeline];
        return [pipeline, { since: last?.epoch === epoch ? last.since : beat.at, epoch }];
    });
    return {
        version: 1,
        tickAt: beat.at,
        silence,
        available: beat.paused ? {} : beat.ready === null ? known : Object.fromEntries(ready),
        alert: before?.alert ?? null,
    };
}
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
/** Pure: whether a tick writes itself down, and so does what one alone may do. `isNews` where the alert is not as its issue says. */
function isDue(before, next, { heartbeatMs, isNews }) {
    if (before === undefined)
        return true;
    // One in the future was written by a clock that was wrong.
    const ageMs = Math.abs((0,instant/* toEpochMs */.x8)(next.tickAt) - (0,instant/* toEpochMs */.x8)(before.tickAt));
    if (ageMs < within(quietMs, heartbeatMs))
        return false;
    const isOld = ageMs >= within(tellAfterMs, heartbeatMs);
    return isOld || isNews || !same(before.silence, next.silence) || !same(before.available, next.available);
}
const path = state/* statePaths */.mt.orchestrator;
async function readAt(store, head) {
    const text = (await store.read(head, [path])).get(path);
    return { text, state: text === undefined ? undefined : (0,state_files/* parseState */.Bu)(orchestratorStateSchema, path, text) };
}
/** What ticks told each other; a file of a newer version is refused (`fix-config`). */
const readTold = async (store) => readAt(store, store.knownHead() ?? (await store.head()));
const maxRaces = 100;
/** Writes what this tick tells, unless another one did since `told` was read: then that one does what one alone may do. */
async function tell(store, told, next) {
    const text = (0,state_files/* printState */.BY)(next);
    let head = store.knownHead() ?? (await store.head());
    for (let race = 0; race < maxRaces; race += 1) {
        if ((await readAt(store, head)).text !== told.text)
            return 'lost';
        if ((await store.write(head, [{ path, text }], 'Tick')).type === 'written')
            return { text, state: next };
        head = await store.head();
    }
    throw new errors/* PerpetualError */.nX(`Expected to write ${path} within ${maxRaces} races, lost them all`, { actBy: 'report-bug' });
}


/***/ }),

/***/ 5135:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ planOf)
/* harmony export */ });
/* unused harmony export mostStarts */
/* harmony import */ var _domain_claim_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(970);
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(795);
/* harmony import */ var _session_availability_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8071);
/* harmony import */ var _pooling_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7560);




/** GitHub takes 256 jobs a matrix; what is left over comes with the next tick. */
const mostStarts = 256;
const rest = (reason, until = null, waitsFor = null) => ({
    type: 'rest',
    reason,
    until,
    waitsFor,
});
/** What stands in the way of a pipeline by itself. */
function aloneOf({ enabled, availability }) {
    if (availability === null)
        return rest('unsupported');
    if (!enabled)
        return rest('disabled');
    if (availability.type === 'available')
        return { type: 'start' };
    return rest(availability.reason, availability.until, availability.waitsFor ?? null);
}
/** Whether its account is in use whatever becomes of this tick; one that was disabled while it was at work is at work all the same. */
const isAtWork = ({ state: { claim }, availability }, at) => availability?.type === 'rest' &&
    (availability.reason === 'held' || (availability.reason === 'paused' && (0,_domain_claim_js__WEBPACK_IMPORTED_MODULE_0__/* .isLive */ .DG)(claim, at, null)));
/** Whoever could have begun for so long and has not lets others go first, milliseconds: its key is missing, or its job fails before a session begins. */
const longestStartMs = 3_600_000;
const isStuck = ({ startsSince }, at) => startsSince !== undefined && startsSince !== null && (0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .plusMs */ .f9)(startsSince, longestStartMs) <= at;
/** Of those that could start, whom each of them lets go first. What goes on with a session, or ends one, waits for nobody. */
function awaitedOf({ at, force, asked }, able) {
    const states = new Map(able.flatMap(each => (isStuck(each, at) ? [] : [[each.pipeline, each.state]])));
    return new Map(able.map(({ pipeline, after, state }) => {
        const waits = !force && pipeline !== asked && state.session === null;
        const isFirst = (name) => {
            const other = states.get(name);
            return name !== pipeline && other !== undefined && (0,_session_availability_js__WEBPACK_IMPORTED_MODULE_2__/* .isAwaited */ .AJ)(other, state);
        };
        return [pipeline, waits ? after.filter(isFirst) : []];
    }));
}
/** The order of decisions: what others let go first comes before them, so that nobody waits for one that does not start; a circle begins with the most behind. */
function inTurn(able, awaited) {
    const turns = [];
    let left = able;
    while (left.length > 0) {
        const names = new Set(left.map(({ pipeline }) => pipeline));
        const ready = left.filter(({ pipeline }) => awaited.get(pipeline)?.some(other => names.has(other)) !== true);
        const next = ready.length > 0 ? ready : left.slice(0, 1);
        turns.push(...next);
        const taken = new Set(next);
        left = left.filter(each => !taken.has(each));
    }
    return turns;
}
/** Who starts, each with a decision: at most one an account, and nobody together with one that it lets go first. */
function decide(input, ordered) {
    const decisions = new Map(ordered.map(each => [each.pipeline, aloneOf(each)]));
    const could = ordered.filter(({ pipeline }) => decisions.get(pipeline)?.type === 'start');
    const isLast = (each) => isStuck(each, input.at) && each.pipeline !== input.asked;
    const able = [...could.filter(each => !isLast(each)), ...could.filter(isLast)];
    const busy = new Map();
    for (const each of ordered)
        if (isAtWork(each, input.at))
            for (const account of each.accounts)
                busy.set(account, each.pipeline);
    const awaited = awaitedOf(input, able);
    const starting = new Set();
    for (const { pipeline, accounts } of inTurn(able, awaited)) {
        const first = awaited.get(pipeline)?.find(other => starting.has(other));
        const holder = accounts.flatMap(account => busy.get(account) ?? [])[0];
        if (first !== undefined)
            decisions.set(pipeline, rest('after', null, first));
        else if (holder !== undefined)
            decisions.set(pipeline, rest('turn', null, holder));
        else {
            starting.add(pipeline);
            for (const account of accounts)
                busy.set(account, pipeline);
        }
    }
    return decisions;
}
/**
 * Pure: which pipelines a tick starts. Of those that can work the one that is most behind its share of the goal comes first; one whose
 * account another pipeline is at work with, or is started with, waits for its turn; one that runs after another waits for it.
 */
function planOf(input) {
    const { at, goal, pipelines } = input;
    const ranks = (0,_pooling_js__WEBPACK_IMPORTED_MODULE_3__/* .ranksOf */ .Ll)(pipelines, goal);
    const ordered = (0,_pooling_js__WEBPACK_IMPORTED_MODULE_3__/* .inOrder */ .al)(pipelines, { at, ranks, asked: input.asked });
    const decisions = new Map(decide(input, ordered));
    const start = ordered.flatMap(({ pipeline }) => (decisions.get(pipeline)?.type === 'start' ? [pipeline] : []));
    for (const left of start.slice(mostStarts))
        decisions.set(left, rest('matrix'));
    return {
        at,
        start: start.slice(0, mostStarts),
        pipelines: ordered.map(({ pipeline, agent, kind, availability }, index) => ({
            pipeline,
            agent,
            kind,
            budget: availability?.budget ?? null,
            task: availability?.type === 'available' ? availability.task : null,
            rank: index + 1,
            behind: ranks.get(pipeline) ?? null,
            decision: decisions.get(pipeline) ?? rest('unsupported'),
        })),
    };
}


/***/ }),

/***/ 7560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ll: () => (/* binding */ ranksOf),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   hd: () => (/* binding */ longestPassedOverMs)
/* harmony export */ });
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(795);

/** How much of its share of the goal each pipeline still misses, from 0 to 1; those without a share are left out. */
function ranksOf(pipelines, goal) {
    const sharing = pipelines.flatMap(each => (each.share === null || !each.enabled ? [] : [{ ...each, share: each.share }]));
    const all = sharing.reduce((sum, { share }) => sum + share, 0);
    return new Map(sharing.map(({ pipeline, share, pairs }) => {
        const target = (goal * share) / all;
        return [pipeline, target <= 0 ? 0 : Math.max(0, 1 - pairs / target)];
    }));
}
/** One that has had no session for so long goes before what is more behind, milliseconds: what brings nothing stays the most behind for ever. */
const longestPassedOverMs = 7 * 86_400_000;
const lastEnd = ({ state: { lastSession } }) => lastSession?.endedAt ?? '';
/** How urgent those without a share are: as one that has brought nothing once another of its account has had a session since its own, else not at all. */
function urgencyOf(pipelines) {
    const newest = new Map();
    for (const each of pipelines)
        for (const account of each.accounts)
            if (lastEnd(each) > (newest.get(account) ?? ''))
                newest.set(account, lastEnd(each));
    return pipeline => Number(pipeline.accounts.some(account => (newest.get(account) ?? '') > lastEnd(pipeline)));
}
/** The smaller comes first. */
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
/**
 * Who goes first with an account: what a person asked for, then whoever has a session to go on with, then who was passed over for
 * long, then what is most behind its share of the goal, then whoever has waited longest since its last session.
 */
function inOrder(pipelines, { at, ranks, asked, }) {
    const longAgo = (0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .plusMs */ .f9)(at, -longestPassedOverMs);
    const urgency = urgencyOf(pipelines);
    const claims = pipelines.map(each => ({
        each,
        numbers: [
            // What cannot run at all stands at the end.
            Number(each.enabled && each.availability !== null),
            Number(each.pipeline === asked),
            Number(each.state.session !== null),
            // One that had none yet has brought nothing either, so that it is the most behind anyway.
            Number(lastEnd(each) !== '' && lastEnd(each) < longAgo),
            ranks.get(each.pipeline) ?? urgency(each),
        ],
    }));
    return claims
        .toSorted((a, b) => {
        const claim = a.numbers.findIndex((number, index) => number !== b.numbers[index]);
        return (compare(b.numbers[claim] ?? 0, a.numbers[claim] ?? 0) ||
            compare(lastEnd(a.each), lastEnd(b.each)) ||
            compare(a.each.pipeline, b.each.pipeline));
    })
        .map(({ each }) => each);
}


/***/ }),

/***/ 2150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   MT: () => (/* binding */ amountOf),
/* harmony export */   Wf: () => (/* binding */ rounded),
/* harmony export */   jj: () => (/* binding */ useOf),
/* harmony export */   zD: () => (/* binding */ grouped)
/* harmony export */ });
/* harmony import */ var _domain_ledger_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1841);

/** The same on every machine, whatever its language: `20,767`. */
const grouped = (count) => count.toLocaleString('en-US');
/** One digit behind the point where it says something: `812`, `0.4`. */
const rounded = (count) => count >= 10 || Number.isInteger(count) ? grouped(Math.round(count)) : count.toFixed(1);
const percent = (part, whole) => (whole <= 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
/** Of what is metered, without its unit: dollars with cents, minutes as such. */
const amountOf = (meter, amount) => {
    if (meter === 'usdMicros')
        return `$${(amount / 1_000_000).toFixed(2)}`;
    return grouped(meter === 'minuteMillis' ? Math.round(amount / 1000) : amount);
};
/** `calls 120 of 1,000, line 850`. */
const useOf = ({ meter, used, limit, line, }) => `${_domain_ledger_js__WEBPACK_IMPORTED_MODULE_0__/* .meterWords */ .D[meter]} ${amountOf(meter, used)} of ${amountOf(meter, limit)}, line ${amountOf(meter, line)}`;


/***/ }),

/***/ 8202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ describeDecision)
/* harmony export */ });
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(795);

const reasons = {
    paused: 'paused',
    disabled: 'switched off in its configuration',
    unsupported: 'not run by this version',
    held: 'a session is at work',
    cooling: 'rests after its last session',
    window: "waits for the reset of its budget's window",
    budget: 'its budget line is reached',
    'queue-empty': 'no task waits',
    after: 'waits for what it runs after',
    reviews: 'enough deliveries wait for a review',
    turn: 'its account is in use',
    matrix: 'GitHub starts no more jobs at once; the next tick does',
};
/** Where it is known whom or what is waited for, it is said. */
function reasonOf({ reason, waitsFor }, reviews) {
    if (reason === 'after' && waitsFor !== null)
        return `waits for the session of ${waitsFor}`;
    if (reason === 'turn' && waitsFor !== null)
        return `waits its turn after ${waitsFor}`;
    if (reason === 'reviews' && reviews !== undefined)
        return `${reviews.waiting} parts wait for a review, nothing new above ${reviews.most}`;
    return reasons[reason];
}
/** In some words, for a line: that it starts, or why it rests and until when. */
function describeDecision(decision, reviews) {
    if (decision.type === 'start')
        return 'starts now';
    const words = reasonOf(decision, reviews);
    if (decision.until === null)
        return words;
    return decision.reason === 'held'
        ? `${words}; its claim holds until ${(0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .toMinute */ .y_)(decision.until)}`
        : `${words}, until ${(0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .toMinute */ .y_)(decision.until)}`;
}


/***/ }),

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
