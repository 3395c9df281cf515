export const id = 4489;
export const ids = [4489];
export const modules = {

/***/ 4489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  define: () => (/* binding */ run_define),
  describeRun: () => (/* binding */ describeRun),
  runPipeline: () => (/* binding */ runPipeline)
});

// EXTERNAL MODULE: ../../node_modules/commander/index.js + 6 modules
var commander = __webpack_require__(1283);
// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(9131);
// EXTERNAL MODULE: ./src/compose.js + 83 modules
var compose = __webpack_require__(4597);
// EXTERNAL MODULE: ./src/domain/instant.js
var instant = __webpack_require__(795);
// EXTERNAL MODULE: ./src/domain/ledger.js
var ledger = __webpack_require__(1841);
// EXTERNAL MODULE: ./src/session/handoff.js
var handoff = __webpack_require__(6272);
// EXTERNAL MODULE: ./src/provider.js + 12 modules
var provider = __webpack_require__(5860);
// EXTERNAL MODULE: ./src/session/availability.js
var availability = __webpack_require__(8071);
// EXTERNAL MODULE: ./src/session/wrap.js
var wrap = __webpack_require__(3236);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/domain/prompt-sha256.js
var prompt_sha256 = __webpack_require__(5132);
// EXTERNAL MODULE: ./src/domain/state.js
var state = __webpack_require__(8935);
// EXTERNAL MODULE: ./src/models/model-error.js
var model_error = __webpack_require__(3402);
// EXTERNAL MODULE: ./src/session/batch/held-tasks.js
var held_tasks = __webpack_require__(497);
;// CONCATENATED MODULE: ./src/session/batch/job-cost.js
/** What one item may cost at the most, millionths of a dollar; where no price is known, what a send of unknown price counts as. */
const mostOf = (costing, { request }) => costing.worstCase(request).usdMicros ?? costing.unknownUsdMicros;
/** What a job may cost at the most, millionths of a dollar. */
const worstOfJob = (costing, { items }) => items.reduce((sum, item) => sum + mostOf(costing, item), 0);
/** What a job took. An item of which the provider does not tell is taken to have cost the most that it could. */
function spentOnJob(costing, { items }, outcomes) {
    const results = new Map(outcomes.map(each => [each.key, each.result]));
    let tokens = 0;
    let usdMicros = 0;
    for (const item of items) {
        const result = results.get(item.key);
        const actual = result?.type === 'answer' ? costing.actualCost(item.request, result.answer.usage) : undefined;
        tokens += actual?.tokens ?? 0;
        usdMicros += actual?.usdMicros ?? mostOf(costing, item);
    }
    return { calls: items.length, tokens, usdMicros };
}

;// CONCATENATED MODULE: ./src/session/batch/round.js
/** Why no further step may begin; undefined where one may. */
function stopOf({ setup, slots, deadline }) {
    if (slots.isLost())
        return 'lost-claim';
    if (setup.asked.aborted)
        return 'asked';
    return deadline !== null && setup.clock.now() >= deadline ? 'deadline' : undefined;
}

// EXTERNAL MODULE: ./src/session/batch/survey.js
var survey = __webpack_require__(8691);
// EXTERNAL MODULE: ./src/session/task-run.js
var task_run = __webpack_require__(8273);
;// CONCATENATED MODULE: ./src/session/batch/collect.js










/** gRPC's code for what is not there. */
const notFound = 5;
/** Takes in what ended: each job's results, its free slot and its dollars in one commit. One that cannot be fetched now waits for the next session. */
async function collectAll(round, views) {
    for (const slot of round.slots.board().slots.filter(({ state }) => state === 'terminal')) {
        if (stopOf(round) !== undefined)
            return;
        const provider = round.members.provider(slot.member);
        const member = round.setup.batch.members.find(({ account }) => account === slot.member);
        if (provider === null || member === undefined || slot.job === null)
            continue;
        try {
            await collect(round, { slot, job: slot.job, member, provider, views });
        }
        catch (error) {
            // Where the state could not be written, nobody knows what stands there: the next session reads it.
            if (!(error instanceof model_error/* ModelError */.m))
                throw error;
            if (round.setup.asked.aborted)
                return;
            round.setup.report({ type: 'warning', message: `The results of ${slot.work} wait: ${(0,errors/* messageOf */.bD)(error)}` });
        }
    }
}
async function collect(round, collected) {
    const { slots, tasks } = round;
    const { slot, job: name } = collected;
    const isWanted = (await tasks.standings([slot.work]))(slot.work) === 'wanted';
    const held = isWanted ? await tasks.get(slot.task) : undefined;
    const work = held?.run.next().find(each => (0,held_tasks/* isSubmit */.fx)(each) && each.id === slot.work);
    if (held === undefined || work?.type !== 'submit') {
        await slots.record({ changes: [{ type: 'dropped', work: slot.work }], others: {}, starved: null });
        return;
    }
    const job = listed(collected) ?? (await collected.provider.get(name, round.setup.asked));
    if (job !== undefined && (0,survey/* isAlive */._n)(job))
        return;
    const items = job === undefined ? [] : await collected.provider.results(name, work.items, round.setup.asked);
    const outcome = outcomeOf(round, { slot, work, name, job, items });
    await save(round, { held, outcome, spent: spentOnJob(collected.member.costing, work, outcome.items) });
}
const listed = ({ views, slot, job }) => views.find(({ member }) => member.account === slot.member)?.listing?.jobs.find(each => each.name === job);
function outcomeOf({ setup, holder }, { slot, work, name, job, items }) {
    const at = setup.clock.now();
    const gone = 'the job is gone with its results';
    const lost = () => work.items.map(({ key, request }) => ({
        key,
        promptSha256: (0,prompt_sha256/* promptSha256 */.M)(request),
        result: { type: 'error', code: notFound, message: gone },
    }));
    const end = job === undefined || job.state === 'alive' || job.state === 'cancelling' ? 'failed' : job.state;
    return {
        version: 1,
        type: 'batch',
        work: work.id,
        unit: '',
        session: holder.session,
        at,
        durationMs: Math.max(0, (0,instant/* toEpochMs */.x8)(at) - (0,instant/* toEpochMs */.x8)(slot.intendedAt)),
        job: name,
        member: slot.member,
        end,
        error: job?.error ?? gone,
        modelRequested: setup.batch.model,
        items: job === undefined ? lost() : [...items],
    };
}
async function save({ setup, slots }, { held, outcome, spent }) {
    const { task, run } = held;
    const before = (0,task_run/* totalsOf */.vA)(run.units());
    run.absorb(outcome);
    const totals = (0,task_run/* totalsOf */.vA)(run.units());
    const collecting = {
        work: outcome.work,
        task: task.id,
        units: run.units(),
        calls: Math.max(0, totals.calls - before.calls),
        accepted: Math.max(0, totals.accepted - before.accepted),
        rejected: Math.max(0, totals.rejected - before.rejected),
        spent,
    };
    const path = state/* statePaths */.mt.resultFile(task, task.resultFiles + 1);
    const saved = await slots.collect(collecting, { path, text: `${JSON.stringify(outcome)}\n` });
    if (saved === undefined)
        return;
    held.task = saved;
    const { used, line } = slots.budget();
    const { calls, callsExpected, accepted, rejected } = totals;
    setup.report({ type: 'progress', task: task.id, calls, callsExpected, accepted, rejected, used, line });
}

// EXTERNAL MODULE: ./src/session/purse.js
var session_purse = __webpack_require__(5057);
// EXTERNAL MODULE: ./src/session/setting.js
var session_setting = __webpack_require__(7982);
;// CONCATENATED MODULE: ./src/session/leg.js






function createLeg({ book, clock, setting, costing, holder, expiresAt, report, isStopped }) {
    const accountLimits = setting.accountLimits(clock.now());
    const purse = (0,session_purse/* createPurse */.E)({ account: (0,session_purse/* limitedMeters */.D)(accountLimits), session: (0,session_purse/* limitedMeters */.D)(setting.sessionLimits) });
    const first = new Map();
    /** Worst cases, which are asked for several times and follow from a request's length. */
    const costs = new WeakMap();
    let claimUntil = expiresAt;
    let lost = false;
    let stoppedTask = null;
    let exhausted = null;
    let operations = 0;
    let sends = 0;
    let sent = {};
    let metered;
    let warned = false;
    let wrapSaved = false;
    let quotaUsedUpAt;
    let worst = { tokens: 0, usdMicros: 0 };
    const costOf = (request) => {
        const known = costs.get(request);
        if (known !== undefined)
            return known;
        const { tokens, usdMicros } = costing.worstCase(request);
        const cost = { calls: 1, tokens, usdMicros: usdMicros ?? costing.unknownUsdMicros };
        worst = { tokens: Math.max(worst.tokens, cost.tokens), usdMicros: Math.max(worst.usdMicros, cost.usdMicros) };
        costs.set(request, cost);
        return cost;
    };
    const sendUntil = () => (0,instant/* plusMs */.f9)(claimUntil, -(0,session_setting/* leaseMarginMs */.fO)(setting.leaseMs));
    const isGuarded = () => (0,availability/* guardedUntil */.Bi)(setting, clock.now()) !== null;
    const maySend = () => !lost && !isStopped() && !isGuarded() && clock.now() < sendUntil();
    const permit = (request) => {
        if (!maySend())
            return undefined;
        const ticket = first.get(request) ?? purse.draw(costOf(request));
        if (ticket === undefined)
            return undefined;
        first.delete(request);
        return {
            settle: result => {
                const cost = result.usage === null ? null : costing.actualCost(request, result.usage);
                // Without the provider's word, a send that left is settled at the worst case.
                const actual = result.sent
                    ? {
                        calls: 1,
                        tokens: cost?.tokens ?? ticket.cost.tokens ?? 0,
                        usdMicros: cost?.usdMicros ?? ticket.cost.usdMicros ?? 0,
                    }
                    : {};
                purse.settle(ticket, actual);
                if (result.quotaUsedUp === true)
                    quotaUsedUpAt = clock.now();
                if (!result.sent)
                    return;
                sends += 1;
                sent = {
                    calls: (sent.calls ?? 0) + 1,
                    tokens: (sent.tokens ?? 0) + (actual.tokens ?? 0),
                    usdMicros: (sent.usdMicros ?? 0) + (actual.usdMicros ?? 0),
                };
            },
        };
    };
    const warnOnce = () => {
        if (warned || metered === undefined || !(0,ledger/* isWarned */.EN)(metered, setting.warnAtBasisPoints))
            return;
        warned = true;
        const { scope, meter } = setting.metered;
        report({
            type: 'warning',
            message: `${scope === 'account' ? setting.account : holder.session} has used ${metered.settled} of ${(0,ledger/* effectiveBudgetOf */.yh)(metered)} ${ledger/* meterWords */.D[meter]}; the session wraps at ${(0,ledger/* lineOf */.cA)(metered)}.`,
        });
    };
    const checkpoint = async (saving) => {
        if (lost)
            return 'lost';
        operations += 1;
        const now = clock.now();
        const wanted = saving.wrap === null && saving.rests !== true ? (0,session_setting/* wantedSends */.nt)(setting.concurrency, worst) : {};
        const snapshot = purse.snapshot(wanted);
        const spent = sent;
        sent = {};
        const operation = {
            type: 'checkpoint',
            operation: `${holder.session}/${holder.epoch}/${setting.account}/checkpoint-${operations}`,
            now,
            ...holder,
            account: setting.account,
            accountLimits: setting.accountLimits(now),
            sessionLimits: setting.sessionLimits,
            ...snapshot,
            leaseMs: setting.leaseMs,
            calls: saving.calls,
            accepted: saving.accepted,
            rejected: saving.rejected,
            spent,
            task: saving.tally === null ? null : { ...saving.tally, spent },
            wrap: saving.wrap,
            quotaUsedUpAt,
        };
        const result = await book.apply(operation, { files: saving.files });
        if (result.type === 'fenced') {
            lost = true;
            return 'lost';
        }
        const account = result.state.accounts[setting.account] ?? (0,state/* emptyAccount */.dO)(setting.account);
        const session = result.state.pipelines[setting.pipeline]?.session ?? null;
        const shortage = purse.confirm(snapshot, { account: account.ledgers, session: session?.ledgers ?? {}, holder });
        // The last checkpoint asks for nothing, so what was short before it stays the reason.
        if (saving.wrap === null)
            exhausted = shortage;
        claimUntil = (0,instant/* plusMs */.f9)(now, setting.leaseMs);
        const task = saving.tally === null ? undefined : result.state.tasks[saving.tally.task];
        if (task !== undefined)
            stoppedTask = task.status === 'in-progress' ? null : task.id;
        metered = (0,availability/* meteredLedger */.eR)(setting, { account, session }, now);
        wrapSaved = saving.wrap !== null;
        warnOnce();
        report({ type: 'checkpoint', calls: saving.calls, durationMs: Math.max(0, (0,instant/* toEpochMs */.x8)(clock.now()) - (0,instant/* toEpochMs */.x8)(now)) });
        return 'saved';
    };
    return {
        holder,
        sendUntil,
        isGuarded,
        isLost: () => lost,
        isStopped: task => task === stoppedTask,
        exhausted: () => ((sent.calls ?? 0) > 0 ? null : exhausted),
        covers: request => purse.covers(costOf(request)),
        reserve: request => {
            const ticket = purse.draw(costOf(request));
            if (ticket !== undefined)
                first.set(request, ticket);
            return ticket !== undefined;
        },
        release: request => {
            const ticket = first.get(request);
            first.delete(request);
            if (ticket !== undefined)
                purse.settle(ticket, {});
        },
        permit,
        checkpoint,
        isWrapSaved: () => wrapSaved && (sent.calls ?? 0) === 0,
        sends: () => sends,
        budget: () => (0,availability/* budgetOf */.nT)(metered, setting.metered.meter),
        settleLost: async () => {
            await book.apply({
                type: 'settle',
                operation: `${holder.session}/${holder.epoch}/${setting.account}/settle`,
                now: clock.now(),
                ...holder,
                account: setting.account,
                used: purse.owed(),
            });
        },
    };
}

// EXTERNAL MODULE: ./src/domain/decide.js
var decide = __webpack_require__(5676);
;// CONCATENATED MODULE: ./src/session/handlers.js


/** Failures that may be one question's own fault; the others are everybody's. */
const ownFailures = new Set(['timeout', 'provider-down']);
/** So often a question is asked with all its attempts, while others are answered; without this it would be asked until the budget is gone. */
const maxRounds = 2;
function createHandlers({ ask, lookUp, isDown, session, clock, }) {
    const common = (work, startedAt) => {
        const at = clock.now();
        const durationMs = Math.max(0, (0,instant/* toEpochMs */.x8)(at) - (0,instant/* toEpochMs */.x8)(startedAt));
        return { version: 1, work: work.id, unit: work.unit, session, at, durationMs };
    };
    const rounds = new Map();
    /** True for a question that alone found no answer in its last round, while the provider answers others. */
    const isHopeless = (id, asked) => {
        if (asked.reason !== 'provider' || isDown() || !ownFailures.has(asked.error?.failure ?? ''))
            return false;
        const round = (rounds.get(id) ?? 0) + 1;
        rounds.set(id, round);
        return round >= maxRounds;
    };
    return {
        ask: async (work, signal) => {
            const startedAt = clock.now();
            const asked = await ask(work.request, signal);
            switch (asked.type) {
                case 'answer': {
                    const { request } = work;
                    const outcome = {
                        ...common(work, startedAt),
                        type: 'answer',
                        promptSha256: (0,prompt_sha256/* promptSha256 */.M)(request),
                        modelRequested: request.model,
                        answer: asked.answer,
                    };
                    return { type: 'outcome', outcome };
                }
                case 'refusal':
                    return { type: 'outcome', outcome: { ...common(work, startedAt), type: 'refusal', reason: asked.reason } };
                case 'unfinished': {
                    if (!isHopeless(work.id, asked))
                        return { type: 'unfinished' };
                    const reason = `No answer in ${maxRounds} rounds: ${asked.error?.message ?? 'unknown'}`;
                    return { type: 'outcome', outcome: { ...common(work, startedAt), type: 'refusal', reason } };
                }
            }
        },
        'look-up': async (work) => {
            const startedAt = clock.now();
            const matches = await lookUp(work.questions);
            return { type: 'outcome', outcome: { ...common(work, startedAt), type: 'matches', matches: [...matches] } };
        },
    };
}
/** Runs work by the handler of its type. */
const handle = (handlers, work, signal) => handlers[work.type](work, signal);

;// CONCATENATED MODULE: ./src/session/flow.js






/** Look-ups are outcomes too, and cost nothing. */
const callsAmong = (outcomes) => outcomes.filter(outcome => outcome.type !== 'matches').length;
/** How often time is looked at while nothing else happens, milliseconds. */
const tickMs = 250;
/** Works on one task until it is finished or the session must wrap; all that was absorbed is saved when this returns, unless the claim is lost. */
async function workOn(setup) {
    const flow = createFlow(setup);
    try {
        void flow.tick();
        return await flow.loop();
    }
    finally {
        flow.close();
    }
}
function createFlow({ leg, run, task, handlers, clock, setting, deadline, asked, providerDown, report }) {
    const inFlight = new Map();
    const stop = new AbortController();
    const closed = new AbortController();
    let asking = 0;
    let pending = [];
    let checkpointing = null;
    let finishedWhileSaving = 0;
    let failure = null;
    let resultFiles = task.resultFiles;
    let savedAt = clock.now();
    // Not what the run shows: a pipeline may end units, or put rows aside, as it begins.
    let saved = (0,task_run/* totalsOf */.vA)(task.units);
    let wake = () => { };
    let queue = run.next();
    const absorb = (handled) => {
        if (handled.type === 'unfinished')
            return;
        run.absorb(handled.outcome);
        pending.push(handled.outcome);
        queue = run.next();
        const totals = (0,task_run/* totalsOf */.vA)(run.units());
        const { used, line } = leg.budget();
        report({
            type: 'progress',
            task: task.id,
            calls: totals.calls,
            callsExpected: totals.callsExpected,
            accepted: totals.accepted,
            rejected: totals.rejected,
            used,
            line,
        });
    };
    const start = (work) => {
        if (work.type === 'ask')
            asking += 1;
        const done = handle(handlers, work, stop.signal)
            .then(absorb)
            .catch((error) => {
            failure ??= { error };
        })
            .finally(() => {
            if (work.type === 'ask') {
                asking -= 1;
                leg.release(work.request);
            }
            inFlight.delete(work.id);
            wake();
        });
        inFlight.set(work.id, done);
    };
    const runnable = () => queue.filter(work => !inFlight.has(work.id));
    /** Starts what may start, in order: look-ups always, questions as far as concurrency and credit go. */
    const startAll = (ready) => {
        for (const work of ready) {
            if (work.type !== 'ask')
                start(work);
            else if (asking < setting.concurrency && leg.reserve(work.request))
                start(work);
            else
                return;
        }
    };
    const save = async (wrap) => {
        const outcomes = pending;
        pending = [];
        const now = clock.now();
        const totals = (0,task_run/* totalsOf */.vA)(run.units());
        const text = outcomes.map(outcome => `${JSON.stringify(outcome)}\n`).join('');
        const files = outcomes.length === 0 ? [] : [{ path: state/* statePaths */.mt.resultFile(task, resultFiles + 1), text }];
        const activeMs = Math.max(0, (0,instant/* toEpochMs */.x8)(now) - (0,instant/* toEpochMs */.x8)(savedAt));
        const before = saved;
        resultFiles += files.length;
        savedAt = now;
        saved = totals;
        await leg.checkpoint({
            tally: { task: task.id, units: run.units(), activeMs, spent: {}, results: files.length > 0 },
            calls: callsAmong(outcomes),
            accepted: Math.max(0, totals.accepted - before.accepted),
            rejected: Math.max(0, totals.rejected - before.rejected),
            files,
            wrap,
        });
    };
    const saveInBackground = () => {
        checkpointing = save(null)
            .catch((error) => {
            failure ??= { error };
        })
            .finally(() => {
            finishedWhileSaving = Math.max(callsAmong(pending), finishedWhileSaving * 0.8);
            checkpointing = null;
            wake();
        });
    };
    /** Early enough that the next grant is there before the last one is used up, and no later than 25 calls. */
    const dueAfterCalls = () => {
        const slack = (0,session_setting/* outstandingSends */.Ii)(setting.concurrency) - setting.concurrency - Math.ceil(finishedWhileSaving) - 2;
        const fewest = Math.max(setting.fewestCallsPerCheckpoint, Math.ceil(setting.concurrency / 4));
        return Math.min(session_setting/* checkpointAfterCalls */.sR, Math.max(fewest, slack));
    };
    const isCheckpointDue = () => {
        if (checkpointing !== null || leg.isLost())
            return false;
        const isUnitEnd = setting.fewestCallsPerCheckpoint === 0 && (0,task_run/* totalsOf */.vA)(run.units()).ended > saved.ended;
        const calls = callsAmong(pending);
        if (calls >= dueAfterCalls() || isUnitEnd)
            return true;
        const dueAt = (0,instant/* plusMs */.f9)(savedAt, Math.min(session_setting/* checkpointAfterMs */.JB, Math.floor(setting.leaseMs / 3)));
        // After a suspend the claim may have lapsed, with nobody there to take it: a checkpoint renews it, or finds it lost.
        if (clock.now() >= dueAt || clock.now() >= leg.sendUntil())
            return true;
        const isWorthIt = calls >= setting.fewestCallsPerCheckpoint || inFlight.size === 0;
        if (asking >= setting.concurrency || !isWorthIt)
            return false;
        const next = runnable().find(work => work.type === 'ask');
        const isStarved = next !== undefined && !leg.covers(next.request);
        return isStarved && (pending.length > 0 || leg.exhausted() === null);
    };
    const step = (ready) => {
        const first = ready[0];
        return (0,decide/* decide */.L)({
            now: clock.now(),
            asked: asked.aborted,
            deadline,
            sendUntil: leg.sendUntil(),
            guarded: leg.isGuarded(),
            provider: providerDown() === undefined ? 'up' : 'down',
            runnable: ready.length,
            inFlight: inFlight.size,
            checkpointing: checkpointing !== null,
            credit: first !== undefined && (first.type !== 'ask' || leg.covers(first.request)) ? 1 : 0,
            exhausted: leg.exhausted()?.reason ?? null,
        });
    };
    /** Lets what is in flight come in: for as long as it takes, but only 2 s once a person asked to stop. */
    const drain = async () => {
        const done = Promise.all(inFlight.values());
        const stopSoon = async () => {
            if (!asked.aborted)
                await new Promise(resolve => asked.addEventListener('abort', resolve, { once: true }));
            await clock.sleep(session_setting/* stopGraceMs */.P4, ended.signal);
            stop.abort(new Error('The session was asked to stop'));
        };
        const ended = new AbortController();
        if (leg.isLost())
            stop.abort(new Error('The claim is lost'));
        const stopping = stopSoon().catch(() => { });
        await done;
        ended.abort();
        if (asked.aborted)
            await stopping;
        while (checkpointing !== null)
            await checkpointing;
    };
    /** Until something has come in, or time is to be looked at again. */
    const wait = () => new Promise(resolve => (wake = resolve));
    /** One timer for the whole flow: making and calling off one for each wait costs more than all else that a wait does. */
    const tick = async () => {
        while (!closed.signal.aborted) {
            await clock.sleep(tickMs, closed.signal).catch(() => { });
            wake();
        }
    };
    const throwFailure = () => {
        if (failure !== null)
            throw failure.error;
    };
    const loop = async () => {
        for (;;) {
            throwFailure();
            if (leg.isLost())
                return await end('lost-claim');
            if (leg.isStopped(task.id))
                return await end('stopped');
            if (run.finished() && inFlight.size === 0)
                return await end('finished');
            const ready = runnable();
            const next = step(ready);
            if (next.type === 'wrap')
                return await end(next.reason);
            if (next.type === 'work')
                startAll(ready);
            if (isCheckpointDue())
                saveInBackground();
            await wait();
        }
    };
    const end = async (reason) => {
        const isTaskEnd = reason === 'finished' || reason === 'stopped';
        if (!isTaskEnd)
            report({ type: 'wrapping', reason: reason === 'provider' ? `provider: ${providerDown() ?? 'unknown'}` : reason });
        await drain();
        throwFailure();
        const isSaved = isTaskEnd && pending.length === 0 && (0,task_run/* totalsOf */.vA)(run.units()).ended === saved.ended;
        if (!leg.isLost() && !isSaved)
            await save(isTaskEnd ? null : reason);
        if (leg.isLost())
            return 'lost-claim';
        return leg.isStopped(task.id) ? 'stopped' : reason;
    };
    const close = () => {
        closed.abort();
        stop.abort(new Error('The flow has ended'));
    };
    return { loop, tick, close };
}

;// CONCATENATED MODULE: ./src/session/work-on-run.js


/** Works on a task's run with one leg and its provider, looking up everything but the task's own. */
function workOnRun({ clock, asked, report, openLookUp }, { provider, ...work }) {
    const down = () => provider.down()?.message;
    const handlers = createHandlers({
        ask: provider.ask,
        lookUp: openLookUp({ task: work.task.id }),
        isDown: () => down() !== undefined,
        session: work.leg.holder.session,
        clock,
    });
    return workOn({ ...work, handlers, clock, asked, report, providerDown: down });
}

;// CONCATENATED MODULE: ./src/session/batch/direct.js




/** Does what comes to its outcome within this session: direct calls and look-ups. What one member cannot do for now, the next one does. */
async function workDirectly(round, legs) {
    const { tasks, members, setup, slots } = round;
    const ready = (await tasks.inProgress()).filter(({ run }) => !(0,held_tasks/* directly */.x$)(run).finished());
    if (ready.length === 0)
        return 'done';
    const busy = (account) => slots.board().slots.filter(slot => slot.member === account).length;
    const open = setup.batch.members.filter(({ account }) => members.refuses(account) === undefined);
    for (const member of open.toSorted((a, b) => busy(a.account) - busy(b.account))) {
        const leg = legs.of(member);
        const provider = member.createProvider(request => leg.permit(request));
        const asked = { member, leg, provider };
        for (const held of ready) {
            if (stopOf(round) !== undefined || (0,held_tasks/* directly */.x$)(held.run).finished())
                continue;
            const end = await workOnOne(round, held, asked);
            if (end === 'lost-claim')
                return 'lost';
            if (end !== 'finished' && end !== 'stopped')
                break;
        }
        // What was granted and not sent goes back, so that jobs may be paid from it.
        const resting = { tally: null, calls: 0, accepted: 0, rejected: 0, files: [], wrap: null, rests: true };
        if ((await leg.checkpoint(resting)) === 'lost')
            return 'lost';
    }
    return 'done';
}
async function workOnOne(round, held, { member, leg, provider }) {
    const { setup, deadline } = round;
    const { book } = setup;
    const { task } = held;
    const end = await workOnRun(setup, { leg, provider, setting: member.setting, task, run: (0,held_tasks/* directly */.x$)(held.run), deadline });
    const state = await book.read({ accounts: [], pipelines: [], tasks: [{ pipeline: task.pipeline, id: task.id }] });
    held.task = state.tasks[task.id] ?? held.task;
    return end;
}
function createLegs(round, expiresAt) {
    const { setup, holder } = round;
    const legs = new Map();
    const of = (member) => {
        const known = legs.get(member.account);
        if (known !== undefined)
            return known;
        const { setting, costing } = member;
        const leg = createLeg({ ...setup, setting, costing, holder, expiresAt, isStopped: () => setup.asked.aborted });
        legs.set(member.account, leg);
        return leg;
    };
    return {
        of,
        settleLost: async () => {
            for (const leg of legs.values())
                await leg.settleLost();
        },
    };
}

// EXTERNAL MODULE: ./src/session/batch/display.js
var batch_display = __webpack_require__(8031);
// EXTERNAL MODULE: ./src/session/deliver.js + 1 modules
var deliver = __webpack_require__(9620);
// EXTERNAL MODULE: ./src/session/projection.js
var projection = __webpack_require__(3053);
// EXTERNAL MODULE: ./src/domain/task.js
var domain_task = __webpack_require__(3761);
;// CONCATENATED MODULE: ./src/session/discovered.js
/** What the pipeline found by itself becomes its tasks; what another session took in meanwhile stays as it is. */
async function addDiscovered({ setting, book, clock }, discovered) {
    if (discovered.length === 0)
        return;
    const now = clock.now();
    const ids = discovered.map(task => task.id).join('/');
    const operation = `discover/${ids.slice(0, 200)}/${now}`;
    await book.apply({ type: 'add-tasks', operation, pipeline: setting.pipeline, now, tasks: discovered });
}
/** Looks for more before a session rests, because what it merged itself may bring some; true where there is. */
async function discoverMore(setup) {
    const found = (await setup.discover?.()) ?? [];
    await addDiscovered(setup, found);
    return found.length > 0;
}

// EXTERNAL MODULE: ./src/session/endings.js + 2 modules
var session_endings = __webpack_require__(6086);
;// CONCATENATED MODULE: ./src/session/own-merges.js

const isOpen = ({ parts }) => parts.some(part => part.state === 'open');
/** Merges what the pipeline may merge by itself of a task's parts, and takes that in as any merge. */
async function settleOwnMerges(setup, task) {
    if (setup.mergeOwn === undefined || !isOpen(task))
        return;
    if ((await setup.mergeOwn(task)) === 0)
        return;
    await (0,session_endings/* createEndings */.$)({ ...setup, settingOf: () => setup.setting }).settle(task);
}
/** The same for what earlier sessions left open. */
async function settleAllOwnMerges(setup) {
    if (setup.mergeOwn === undefined)
        return;
    for (const task of await setup.book.tasks(setup.setting.pipeline))
        await settleOwnMerges(setup, task);
}

;// CONCATENATED MODULE: ./src/session/work.js











/** Task after task until a threshold, a deadline, a signal or an empty queue; then the wrap. */
async function runLeg(setup, start) {
    const { asked } = setup;
    const leg = createLeg({ ...setup, holder: start.holder, expiresAt: start.expiresAt, isStopped: () => asked.aborted });
    const provider = setup.createProvider(request => leg.permit(request));
    const counted = await countAccount(setup, start.holder);
    for (let ended = 0;; ended += 1) {
        if (ended === start.maxTasks)
            return await (0,wrap/* wrap */.LV)(setup, leg, { reason: 'max-tasks' });
        const down = provider.down();
        // A task may end as the provider goes; the next one, or an empty queue, would not say why.
        if (down !== undefined)
            return await (0,wrap/* wrap */.LV)(setup, leg, { reason: wrapText('provider', { provider, leg }), failure: down.actBy });
        const over = ended === 0 ? undefined : overBetweenTasks(setup, start.deadline);
        if (over !== undefined)
            return await wrapBetweenTasks(setup, leg, over);
        // What a session delivers is read by people too: it begins no task while they have enough, also where a killed session is gone on with.
        const begins = !start.force && (ended > 0 || (await setup.book.pipeline(setup.setting.pipeline)).task === null);
        if (begins && (0,availability/* isReviewFull */.K_)(setup.setting, await setup.countWaitingParts()))
            return await (0,wrap/* wrap */.LV)(setup, leg, { reason: 'reviews' });
        const task = await takeTask(setup, start.holder, ended === 0 ? { before: [counted], issues: start.issues } : { before: [], issues: new Map() });
        const reason = task === 'lost'
            ? 'lost-claim'
            : task === undefined
                ? 'queue-empty'
                : await workOnTask(setup, { leg, provider, task, deadline: start.deadline });
        if (reason === 'lost-claim')
            return await (0,wrap/* leave */.qG)(setup, leg);
        if (reason === 'asked' && setup.setting.onSignal === 'save')
            return await (0,wrap/* leaveSaved */.XW)(setup, leg);
        if (reason === 'finished' || reason === 'stopped') {
            // What others wrote meanwhile counts for the choice of the next task.
            await setup.book.refresh();
            continue;
        }
        return await (0,wrap/* wrap */.LV)(setup, leg, { reason: wrapText(reason, { provider, leg }), failure: provider.down()?.actBy });
    }
}
/** Tasks that end as they begin, with nothing to ask, never come to the flow's own look at the time. */
function overBetweenTasks({ asked, clock }, deadline) {
    if (asked.aborted)
        return 'asked';
    return deadline !== null && clock.now() >= deadline ? 'deadline' : undefined;
}
async function wrapBetweenTasks(setup, leg, reason) {
    setup.report({ type: 'wrapping', reason });
    if (reason === 'deadline' || setup.setting.onSignal !== 'save')
        return await (0,wrap/* wrap */.LV)(setup, leg, { reason });
    const saving = { tally: null, calls: 0, accepted: 0, rejected: 0, files: [], wrap: reason };
    return (await leg.checkpoint(saving)) === 'lost' ? await (0,wrap/* leave */.qG)(setup, leg) : await (0,wrap/* leaveSaved */.XW)(setup, leg);
}
/** The reason with what a person wants to know beside it: which meter is used up, what the provider said. */
function wrapText(reason, { provider, leg }) {
    if (reason === 'provider')
        return `provider: ${provider.down()?.message ?? 'unknown'}`;
    const meter = leg.exhausted()?.meter;
    const isBudget = reason === 'budget' || reason === 'session-budget';
    return isBudget && meter !== undefined && meter !== 'calls' ? `${reason}: ${ledger/* meterWords */.D[meter]}` : reason;
}
/** Adopts what the provider itself counts: more than ours stands, less frees what the dead had reserved. */
async function countAccount({ setting, clock, providerCount }, holder) {
    const count = await providerCount();
    const now = clock.now();
    return {
        type: 'reconcile-account',
        operation: `${holder.session}/${holder.epoch}/reconcile-account`,
        now,
        pipeline: setting.pipeline,
        account: setting.account,
        pipelines: setting.accountPipelines,
        accountLimits: setting.accountLimits(now),
        ...count,
        settleAfterMs: setting.leaseMs,
    };
}
/** The task that is under way, else the next one by priority; one that was tried too often is set aside for a person. `before` goes into the same commit as its start. */
async function takeTask(setup, holder, { before, issues }) {
    const { setting, book, clock, forge, taskSettings } = setup;
    for (;;) {
        const [pipeline, tasks] = await Promise.all([book.pipeline(setting.pipeline), book.tasks(setting.pipeline)]);
        const underWay = tasks.find(each => each.id === pipeline.task && (0,domain_task/* mayFollow */.LE)(each.status, 'in-progress'));
        const task = underWay ?? (0,domain_task/* nextTask */.J2)(tasks);
        if (task === undefined && (await discoverMore(setup)))
            continue;
        if (task === undefined) {
            if (before.length > 0)
                await book.applyAll(before);
            return undefined;
        }
        const operation = `${holder.session}/${holder.epoch}/start-task/${task.id}/${clock.now()}`;
        const start = { type: 'start-task', operation, now: clock.now(), ...holder, task: task.id, settings: taskSettings };
        const started = await book.applyAll([...before, start]);
        // A person stopped it in between: look again.
        if (started.type === 'fenced' && started.reason === 'wrong-status') {
            await book.refresh();
            continue;
        }
        if (started.type === 'fenced')
            return 'lost';
        const current = started.state.tasks[task.id] ?? task;
        // What waits to be delivered is paid for: setting it aside would only send the next task into the same refusal.
        if (current.attempts <= domain_task/* maxAttempts */.F3 || current.parts.some(part => part.state === 'intended')) {
            const issue = issues.get(current.issue ?? 0);
            await (0,projection/* project */.Cv)(forge, { task: current, agent: setting.agent, ...(issue === undefined ? {} : { issue }) });
            return current;
        }
        const reason = `${domain_task/* maxAttempts */.F3} attempts ended without progress; look at the handoffs, then \`perpetual tasks unblock ${task.id}\` or \`tasks redo\`.`;
        const ended = await book.apply({
            type: 'end-task',
            operation: `${holder.session}/${holder.epoch}/block/${task.id}/${clock.now()}`,
            now: clock.now(),
            ...holder,
            task: task.id,
            status: 'blocked',
            reason,
        });
        if (ended.type === 'fenced')
            return 'lost';
        await (0,projection/* project */.Cv)(forge, { task: ended.state.tasks[task.id] ?? current, agent: setting.agent });
    }
}
async function workOnTask(setup, { leg, provider, task, deadline }) {
    const { book, setting, report } = setup;
    const run = (0,task_run/* withoutDelivered */.PV)(await setup.createRun(task, await book.outcomes(task)), task);
    report({ type: 'task', task: task.id, title: task.title, resumedCalls: (0,task_run/* totalsOf */.vA)(run.units()).calls });
    const reason = await workOnRun(setup, { leg, provider, setting, task, run, deadline });
    if (reason === 'lost-claim' || reason === 'stopped')
        return reason;
    if (reason === 'asked' && setting.onSignal === 'save')
        return reason;
    const current = (await book.tasks(setting.pipeline)).find(each => each.id === task.id) ?? task;
    const delivery = { ...setup, holder: leg.holder, agent: setting.agent, task: current, run };
    const delivered = await (0,deliver/* deliver */.c)(delivery, reason === 'finished' ? endingOf(delivery) : null);
    if (delivered.type === 'lost')
        return 'lost-claim';
    const { ended } = delivered;
    if (reason !== 'finished' || ended === null)
        return reason;
    if (ended.type === 'fenced')
        return 'stopped';
    const last = ended.state.tasks[task.id] ?? current;
    await (0,projection/* project */.Cv)(setup.forge, { task: last, agent: setting.agent });
    await settleOwnMerges(setup, last);
    return 'finished';
}
/** The end of a task whose units have all ended: in review, or blocked where nothing was accepted. */
function endingOf({ clock, holder, task, run, setting }) {
    const isEmpty = (0,task_run/* totalsOf */.vA)(run.units()).accepted === 0 && !setting.deliversEmptyUnits;
    return {
        type: 'end-task',
        operation: `${holder.session}/${holder.epoch}/end-task/${task.id}/${clock.now()}`,
        now: clock.now(),
        ...holder,
        task: task.id,
        status: isEmpty ? 'blocked' : 'in-review',
        reason: isEmpty ? 'No pair passed the gates; the handoff says which gate stopped how many.' : null,
    };
}
/** Finishes a wrap that a killed session left: delivers, hands off, gives the claim back. */
async function finishLeftWrap(setup, start) {
    const { setting, book } = setup;
    const leg = createLeg({ ...setup, holder: start.holder, expiresAt: start.expiresAt, isStopped: () => true });
    const pipeline = await book.pipeline(setting.pipeline);
    const task = (await book.tasks(setting.pipeline)).find(each => each.id === pipeline.task);
    if (task !== undefined) {
        const run = await setup.createRun(task, await book.outcomes(task));
        const delivered = await (0,deliver/* deliver */.c)({ ...setup, holder: start.holder, agent: setting.agent, task, run }, null);
        if (delivered.type === 'lost')
            return await (0,wrap/* leave */.qG)(setup, leg);
    }
    return await (0,wrap/* wrap */.LV)(setup, leg, { reason: start.wrap });
}

;// CONCATENATED MODULE: ./src/session/batch/finish-tasks.js




/**
 * Delivers tasks that are over, and ends them; of the others, the units that have ended, but not while jobs of theirs are alive:
 * a part is never added to, and a pull request for each job would be many.
 */
async function finishTasks(round) {
    const busy = new Set(round.slots.board().slots.map(slot => slot.task));
    for (const held of await round.tasks.inProgress()) {
        const isOver = held.run.finished();
        const isWaiting = busy.has(held.task.id) && !held.task.parts.some(part => part.state === 'intended');
        if (!isOver && isWaiting)
            continue;
        if ((await finish(round, held, isOver)) === 'lost')
            return 'lost';
    }
    return 'done';
}
async function finish({ setup, holder }, held, isOver) {
    const { setting, forge } = setup;
    const delivery = { ...setup, holder, agent: setting.agent, task: held.task, run: (0,held_tasks/* directly */.x$)(held.run) };
    const delivered = await (0,deliver/* deliver */.c)(delivery, isOver ? endingOf(delivery) : null);
    if (delivered.type === 'lost')
        return 'lost';
    const { ended } = delivered;
    const task = ended === null || ended.type === 'fenced' ? undefined : ended.state.tasks[held.task.id];
    if (task === undefined)
        return 'done';
    held.task = task;
    await (0,projection/* project */.Cv)(forge, { task, agent: setting.agent });
    return 'done';
}

// EXTERNAL MODULE: ./src/session/batch/match-jobs.js
var match_jobs = __webpack_require__(1085);
;// CONCATENATED MODULE: ./src/session/batch/look-after.js





/** Brings the board up to date with what the members list: jobs are adopted, found to have ended or to be missing; doubles are cancelled. */
async function lookAfter(round) {
    const { slots, members, tasks } = round;
    const views = await members.survey();
    const found = (0,match_jobs/* foundJobs */.r)(views, round.owner);
    const standingOf = await tasks.standings(found.map(({ work }) => work));
    const known = await knownUnlisted(round, views);
    const costs = await costsOf(round, found.filter(({ work }) => standingOf(work) === 'wanted'));
    const slotFor = (job) => makeSlot(round, job, costs.get(job.work) ?? 0);
    const match = (0,match_jobs/* matchJobs */.q)({ board: slots.board(), owner: round.owner, views, standingOf, slotFor, known });
    if (isNews(round, match))
        await slots.record({ changes: match.changes, others: match.others, starved: null });
    for (const { job, member } of match.cancels)
        if (!slots.isLost())
            await cancel(round, { name: job.name, member });
    return views;
}
/** What changes nothing is not committed; but before a job is called off, it is: by that, one whose claim is gone learns it. */
function isNews({ slots }, { changes, cancels, others }) {
    const before = slots.board().others;
    return (changes.length > 0 || cancels.length > 0 || Object.entries(others).some(([member, count]) => (before[member] ?? 0) !== count));
}
/** Jobs that a listing leaves out are asked for by their names: listings lag behind, and a page may be missing. */
async function knownUnlisted({ setup, slots, members }, views) {
    const known = new Map();
    for (const { work, member, job } of slots.board().slots.filter(({ state }) => state === 'created')) {
        const listing = views.find(each => each.member.account === member)?.listing;
        if (job === null || !listing || listing.jobs.some(({ name }) => name === job))
            continue;
        const found = await members
            .provider(member)
            ?.get(job, setup.asked)
            .catch(() => null);
        if (found !== undefined)
            known.set(work, found);
    }
    return known;
}
async function costsOf({ tasks, setup }, found) {
    const costs = new Map();
    for (const { work: id, member } of found) {
        const costing = setup.batch.members.find(({ account }) => account === member)?.costing;
        const work = (await tasks.get((0,batch_display/* taskOfWork */.yO)(id)))?.run.next().find(each => each.id === id);
        if (costing !== undefined && work !== undefined && (0,held_tasks/* isSubmit */.fx)(work))
            costs.set(id, worstOfJob(costing, work));
    }
    return costs;
}
const makeSlot = ({ setup }, { work, attempt, job, member }, usdMicros) => ({
    work,
    task: (0,batch_display/* taskOfWork */.yO)(work),
    attempt,
    member,
    display: job.display,
    state: 'created',
    job: job.name,
    usdMicros,
    intendedAt: setup.clock.now(),
    missingSince: null,
});
/** A job that could not be cancelled is listed the next time, and counts until it has ended. */
async function cancel({ setup, members }, { name, member }) {
    try {
        await members.provider(member)?.cancel(name, setup.asked);
    }
    catch (error) {
        if (!setup.asked.aborted)
            setup.report({ type: 'warning', message: `${name} at ${member} could not be cancelled: ${(0,errors/* messageOf */.bD)(error)}` });
    }
}

// EXTERNAL MODULE: ./src/session/batch/slot-book.js
var slot_book = __webpack_require__(6387);
;// CONCATENATED MODULE: ./src/session/batch/submit.js








/** The provider's answer to this very job; to another one it may say otherwise. */
const submit_ownFailures = new Set(['bad-request', 'content-blocked']);
/** Gives jobs to the least busy members until the line is reached, nothing waits, or nobody takes any. */
async function fillSlots(round) {
    const filling = { round, poor: new Set(), begun: new Set(), passed: new Set(), taken: new Set() };
    let created = 0;
    for (;;) {
        const intents = await planIntents(filling);
        if (intents.length === 0 || stopOf(round) !== undefined)
            break;
        await round.slots.intend({ slots: intents.map(({ intent }) => intent), units: await unitsOf(round, intents) });
        const taken = new Set(round.slots.board().slots.map(slot => slot.display));
        const [granted, left] = [
            intents.filter(({ intent }) => taken.has(intent.display)),
            intents.filter(({ intent }) => !taken.has(intent.display)),
        ];
        for (const { intent } of left)
            filling.poor.add(intent.member);
        created += await createAll(filling, granted);
    }
    if (created > 0 && stopOf(round) === undefined)
        await keepToLine(round);
    const waits = round.tasks.waiting().length > 0 || (await worksInProgress(round)).length > 0;
    const starved = waits && stopOf(round) === undefined;
    if (starved !== round.slots.board().starved && !round.slots.isLost())
        await round.slots.record({ changes: [], others: {}, starved });
    return { starved, poor: filling.poor };
}
/** How the units of the tasks stand that jobs are made of, so that they are known from the first job on. */
async function unitsOf({ tasks }, intents) {
    const held = await Promise.all([...new Set(intents.map(({ intent }) => intent.task))].map(task => tasks.get(task)));
    return Object.fromEntries(held.flatMap(each => (each === undefined ? [] : [[each.task.id, each.run.units()]])));
}
async function worksInProgress(round) {
    const inSlots = new Set(round.slots.board().slots.map(slot => slot.work));
    const worksOf = ({ run }) => run.next().filter(held_tasks/* isSubmit */.fx);
    return (await round.tasks.inProgress()).flatMap(worksOf).filter(({ id }) => !inSlots.has(id));
}
/** Works that wait for a slot: those of tasks in progress first, then of the next tasks by priority, which are started for it. */
async function waitingWorks({ round, passed, begun }, most) {
    const { tasks, holder } = round;
    const waiting = async () => (await worksInProgress(round)).filter(({ id }) => !passed.has(id));
    let works = await waiting();
    for (const task of tasks.waiting()) {
        if (works.length >= most || begun.size === round.maxTasks || stopOf(round) !== undefined)
            break;
        const held = await tasks.start(task, holder);
        if (held === undefined)
            continue;
        begun.add(task.id);
        round.setup.report({ type: 'task', task: task.id, title: task.title, resumedCalls: 0 });
        works = await waiting();
    }
    return works.slice(0, most);
}
async function planIntents(filling) {
    const { round, poor } = filling;
    const { slots, members, setup } = round;
    const open = setup.batch.members.filter(({ account }) => members.refuses(account) === undefined && !poor.has(account));
    const { line, used } = slots.budget();
    if (open.length === 0 || used >= line)
        return [];
    const board = slots.board();
    const busy = new Map(open.map(({ account }) => [
        account,
        board.slots.filter(slot => slot.member === account).length + (board.others[account] ?? 0),
    ]));
    const busyOfMember = (account) => busy.get(account) ?? 0;
    return (await waitingWorks(filling, line - used)).flatMap((work) => {
        const member = open.toSorted((a, b) => busyOfMember(a.account) - busyOfMember(b.account))[0];
        if (member === undefined)
            return [];
        busy.set(member.account, busyOfMember(member.account) + 1);
        const attempt = (board.attempts[work.id] ?? 0) + 1;
        const display = (0,batch_display/* renderDisplay */.BA)(round.owner, { work: work.id, attempt });
        const usdMicros = worstOfJob(member.costing, work);
        return [{ work, intent: { work: work.id, task: (0,batch_display/* taskOfWork */.yO)(work.id), attempt, member: member.account, display, usdMicros } }];
    });
}
/** Creates the jobs of intended slots and commits their names at once; gives how many were created, or may have been. */
async function createAll(filling, intents) {
    const { slots } = filling.round;
    const changes = [];
    let created = 0;
    for (const { intent, work } of intents) {
        const change = await create(filling, { intent, work });
        if (change !== undefined)
            changes.push(change);
        if (change?.type !== 'refused')
            created += 1;
    }
    if (changes.length > 0)
        await slots.record({ changes, others: {}, starved: null });
    return created;
}
/** Undefined where nobody can tell whether there is a job now: the slot stays intended until listings show it. */
async function create(filling, { intent, work }) {
    const { round, taken } = filling;
    const { setup, slots, members } = round;
    const { member, display, attempt } = intent;
    const refused = { type: 'refused', work: work.id };
    const provider = members.provider(member);
    if (provider === null || members.refuses(member) !== undefined || stopOf(round) !== undefined || !slots.maySend())
        return refused;
    try {
        const job = await provider.submit({ display, model: setup.batch.model, items: work.items }, setup.asked);
        taken.add(work.id);
        return { type: 'named', work: work.id, job: job.name, display, attempt };
    }
    catch (error) {
        if (!(error instanceof model_error/* ModelError */.m))
            throw error;
        if (error.sent) {
            members.refuse(member, `a job may or may not have been made: ${(0,errors/* messageOf */.bD)(error)}`);
            return undefined;
        }
        if (submit_ownFailures.has(error.failure))
            await passOver(filling, { intent, error });
        else
            members.refuse(member, (0,errors/* messageOf */.bD)(error));
        return refused;
    }
}
/**
 * A job that its provider will not have is not tried again in this session. Where the provider takes others of ours, it is the job's own
 * fault, and a person must look; else it may be the model's name, and no task is to suffer for it.
 */
async function passOver({ round, passed, taken }, { intent, error }) {
    const { setup, slots, tasks, holder } = round;
    const { work, member } = intent;
    passed.add(work);
    setup.report({ type: 'warning', message: `${member} refuses ${work}: ${(0,errors/* messageOf */.bD)(error)}` });
    if (taken.size === 0 && !slots.board().slots.some(slot => slot.job !== null))
        return;
    await tasks.block(intent.task, { holder, reason: `${member} refuses ${work}: ${(0,errors/* messageOf */.bD)(error)}` });
}
/** Looks again: where another repository filled the same slots meanwhile, our newest jobs are called off until the line holds. */
async function keepToLine(round) {
    const { slots } = round;
    const views = await lookAfter(round);
    const { line, used } = slots.budget();
    const job = (slot) => views.find(({ member }) => member.account === slot.member)?.listing?.jobs.find(({ name }) => name === slot.job);
    const ours = slots.board().slots.filter(slot => {
        const found = job(slot);
        return found === undefined ? slot.state === 'created' : (0,survey/* isAlive */._n)(found);
    });
    // Slots stand in the order in which they were taken.
    const excess = ours.slice(Math.max(0, ours.length - Math.max(0, used - line)));
    if (excess.length === 0)
        return;
    // Committed first: a job that is called off and has no slot is nobody's failure.
    await slots.record({ changes: excess.map(({ work }) => ({ type: 'withdrawn', work })), others: {}, starved: true });
    for (const slot of excess)
        if (slot.job !== null && !slots.isLost())
            await cancel(round, { name: slot.job, member: slot.member });
}

;// CONCATENATED MODULE: ./src/session/batch/batch-leg.js













/** One session of a batch pipeline: looks after its jobs, collects, tops up and ends; it never waits for a job. */
async function runBatchLeg(setup, start) {
    const { holder, expiresAt, deadline, maxTasks } = start;
    const round = {
        setup,
        holder,
        deadline,
        maxTasks,
        slots: await (0,slot_book/* openSlotBook */.w)(setup, { holder, expiresAt }),
        members: (0,survey/* createMembers */.qm)(setup),
        tasks: await (0,held_tasks/* holdTasks */._N)(setup),
        owner: (0,batch_display/* jobOwnerOf */.kq)(await setup.batch.repositoryId(), setup.setting.pipeline),
    };
    const legs = createLegs(round, expiresAt);
    const reason = start.wrap ?? (await work(round, legs, start.force));
    const main = legs.of(mainMember(setup));
    const lose = async () => {
        await legs.settleLost();
        return await (0,wrap/* leave */.qG)(setup, main);
    };
    if (reason === 'lost-claim')
        return await lose();
    // What an earlier leg left saved is wrapped now.
    if (start.wrap === null && reason === 'asked' && setup.setting.onSignal === 'save') {
        const saving = { tally: null, calls: 0, accepted: 0, rejected: 0, files: [], wrap: reason };
        return (await main.checkpoint(saving)) === 'lost'
            ? await lose()
            : { ...(await (0,wrap/* leaveSaved */.XW)(setup, main)), budget: round.slots.budget() };
    }
    if ((await finishTasks(round)) === 'lost')
        return await lose();
    const isEmpty = reason === 'waiting' && round.slots.board().slots.length === 0 && !(await hasWork(round));
    const notes = describeSlots(round.slots.board());
    const failure = reason.startsWith('provider') ? 'next-run' : undefined;
    const metered = { name: 'batch jobs', ledger: round.slots.ledger() };
    return await (0,wrap/* wrap */.LV)(setup, main, { reason: isEmpty ? 'queue-empty' : reason, notes, metered, failure });
}
/** The member whose account is the session's own in handoffs and wraps. */
function mainMember({ batch, setting, costing, createProvider }) {
    const own = batch.members.find(({ account }) => account === setting.account);
    return own ?? { account: setting.account, provider: null, why: '', setting, costing, createProvider };
}
const hasWork = async ({ tasks }) => tasks.waiting().length > 0 || (await tasks.inProgress()).length > 0;
/** The steps, each of which may be the last; the reason why the session wraps. */
async function work(round, legs, force) {
    const views = await lookAfter(round);
    if (stopOf(round) === undefined)
        await collectAll(round, views);
    const stopped = stopOf(round);
    if (stopped !== undefined)
        return stopped;
    if ((await workDirectly(round, legs)) === 'lost' || (await finishTasks(round)) === 'lost')
        return 'lost-claim';
    if (stopOf(round) !== undefined)
        return stopOf(round) ?? 'asked';
    const { setting, countWaitingParts } = round.setup;
    // While reviewers have enough to read, what this round delivered included, only what was begun goes on.
    const isFull = !force && (0,availability/* isReviewFull */.K_)(setting, await countWaitingParts());
    const submitted = await fillSlots(isFull ? { ...round, maxTasks: 0 } : round);
    const reason = stopOf(round) ?? reasonOf(round, submitted);
    const isHeldUp = isFull && reason === 'waiting' && round.slots.board().slots.length === 0 && round.tasks.waiting().length > 0;
    return isHeldUp ? 'reviews' : reason;
}
function reasonOf({ slots, members, setup }, { starved, poor }) {
    const { used, line } = slots.budget();
    if (used >= line)
        return 'slots';
    if (!starved)
        return 'waiting';
    const refused = setup.batch.members.flatMap(({ account }) => members.refuses(account) ?? []);
    if (refused.length === setup.batch.members.length)
        return `provider: ${refused[0] ?? 'unknown'}`;
    return poor.size > 0 ? `budget: ${ledger/* meterWords */.D.usdMicros}` : 'waiting';
}
/** What a handoff says of the jobs that work on. */
function describeSlots({ slots, others }) {
    const members = [...new Set([...slots.map(slot => slot.member), ...Object.keys(others)])].toSorted();
    const rows = members.flatMap(member => {
        const own = slots.filter(slot => slot.member === member);
        const oldest = own.map(slot => slot.intendedAt).toSorted()[0];
        const foreign = others[member] ?? 0;
        if (own.length + foreign === 0)
            return [];
        const since = oldest === undefined ? '' : `, the oldest since ${oldest}`;
        return [[`batch jobs at ${member}`, `${own.length}${since}${foreign === 0 ? '' : `, and ${foreign} of others`}`]];
    });
    return rows.length === 0 ? [['batch jobs', 'none']] : rows;
}

// EXTERNAL MODULE: ./src/session/look.js
var look = __webpack_require__(7771);
;// CONCATENATED MODULE: ./src/session/reconcile.js



/** Finishes what others left: takes in reviews, prunes what is done, mends labels. It sends nothing and needs no claim. Gives the tasks' issues as it found them. */
async function reconcile(setup) {
    const { book, forge, setting, clock } = setup;
    await settleAllOwnMerges(setup);
    const endings = (0,session_endings/* createEndings */.$)({ ...setup, settingOf: () => setting });
    await endings.settleAll(setting.pipeline, await book.tasks(setting.pipeline));
    return (0,projection/* projectAll */.R6)(forge, await book.tasks(setting.pipeline), { agent: setting.agent, now: clock.now() });
}

;// CONCATENATED MODULE: ./src/session/result.js
const nothingSpent = { sends: 0, calls: 0, tokens: 0, minutes: 0, slots: 0, usd: 0 };
const restedResult = (pipeline, rest) => ({
    pipeline,
    session: null,
    tasks: [],
    outcome: 'rested',
    reason: rest.reason,
    spent: nothingSpent,
    budget: rest.budget,
    pairs: { accepted: 0, rejected: 0 },
    deliveries: [],
    handoff: null,
    next: rest.next,
});

;// CONCATENATED MODULE: ./src/session/session.js






/** One session, or one leg of it: reconcile, claim, work, wrap. Ends without a trace where there is nothing to do. */
async function runSession(setup, options) {
    const { setting, book, clock, report } = setup;
    // Read at once, because a forge may bring it all with one request.
    await Promise.all([book.tasks(setting.pipeline), (0,look/* readOwn */.j)(setup), setup.isPaused()]);
    const issues = options.dryRun ? new Map() : await reconcile(setup);
    const before = await (0,look/* look */.O)(setup, options);
    // What cannot be read is refused before a claim, which would count as an attempt each time.
    if (before.next !== undefined)
        await book.outcomes(before.next);
    if (before.availability.type === 'rest') {
        const { reason, until, budget } = before.availability;
        report({ type: 'rested', reason, until });
        return restedResult(setting.pipeline, { reason, budget, next: until });
    }
    if (options.dryRun)
        return restedResult(setting.pipeline, {
            reason: `dry-run: ${before.availability.task || 'the wrap of an earlier session'} is next`,
            budget: before.availability.budget,
            next: null,
        });
    const now = clock.now();
    const claimed = await book.apply({
        type: 'claim',
        operation: `claim/${setup.identity.host}/${setup.identity.pid}/${setup.identity.started}/${now}`,
        pipeline: setting.pipeline,
        now,
        holder: setup.identity,
        leaseMs: setting.leaseMs,
        force: options.force || before.early,
        deadEpoch: before.deadEpoch,
    });
    const pipeline = claimed.type === 'fenced' ? undefined : claimed.state.pipelines[setting.pipeline];
    const holderNow = pipeline?.claim?.holder;
    const isOurs = holderNow?.host === setup.identity.host &&
        holderNow.pid === setup.identity.pid &&
        holderNow.started === setup.identity.started;
    if (claimed.type === 'fenced' || !pipeline?.claim || !pipeline.session || !isOurs) {
        const until = claimed.type === 'fenced' ? claimed.until : null;
        report({ type: 'rested', reason: 'held', until });
        return restedResult(setting.pipeline, {
            reason: claimed.type === 'fenced' ? claimed.reason : 'held',
            budget: before.availability.budget,
            next: until,
        });
    }
    const holder = { pipeline: setting.pipeline, session: pipeline.session.id, epoch: pipeline.claim.epoch };
    report({ type: 'claimed', session: holder.session, continued: pipeline.session.startedAt !== now });
    // Looked at anew: under the claim nobody else takes the same files, and before it somebody may have.
    if (before.discovered.length > 0)
        await discoverMore(setup);
    const { expiresAt } = pipeline.claim;
    const wrap = pipeline.session.wrap?.reason ?? null;
    const { deadline, maxTasks, force } = options;
    const { batch } = setup;
    if (batch !== undefined)
        return await runBatchLeg({ ...setup, batch }, { holder, expiresAt, deadline, maxTasks, force, wrap });
    if (wrap !== null)
        return await finishLeftWrap(setup, { holder, expiresAt, wrap });
    return await runLeg(setup, { holder, expiresAt, deadline, maxTasks, force, issues });
}

;// CONCATENATED MODULE: ./src/commands/session-reporter.js

/** Turns what a session tells into a bar a task and single lines. */
function createSessionReporter(output) {
    let bar;
    let task;
    let done = 0;
    const end = () => {
        bar?.end();
        bar = undefined;
    };
    const report = event => {
        switch (event.type) {
            case 'claimed':
                return output.say(`Session ${event.session}${event.continued ? ' goes on where it was left' : ' begins'}.`);
            case 'task':
                end();
                task = event.task;
                done = event.resumedCalls;
                return output.say(`${event.task}: ${event.title}${event.resumedCalls === 0 ? '' : ` (${event.resumedCalls} calls done before)`}`);
            case 'progress': {
                if (task !== event.task)
                    return undefined;
                bar ??= output.progress({ label: event.task, total: event.callsExpected, unit: 'calls', from: done });
                done = event.calls;
                const budget = event.line === 0 ? '' : `, budget ${event.used}/${event.line}`;
                return bar.update(event.calls, `${event.accepted} pairs${budget}`);
            }
            case 'checkpoint':
                return undefined;
            case 'delivered':
                end();
                return output.say(`Delivered #${event.number}: ${event.pairs} pairs on ${event.branch}`);
            case 'warning':
                return output.warn(event.message);
            case 'wrapping':
                end();
                task = undefined;
                return output.say(`Wrapping: ${(0,handoff/* explainReason */.mU)(event.reason)}.`);
            case 'rested':
                return undefined;
        }
    };
    return { report, end };
}

// EXTERNAL MODULE: ./src/commands/with-project.js
var with_project = __webpack_require__(5334);
;// CONCATENATED MODULE: ./src/commands/run.js










const optionsSchema = schemas/* object */.Ikc({
    force: schemas/* boolean */.zMY().default(false),
    maxMinutes: schemas/* number */.aig().optional(),
    maxTasks: schemas/* number */.aig().optional(),
    threshold: schemas/* number */.aig().optional(),
    dryRun: schemas/* boolean */.zMY().default(false),
});
const help = `
A session works up to its budget's line, saves everything, hands off and ends; the next one goes on from there.
Ctrl-C ends it cleanly within seconds; a second Ctrl-C ends it at once, and the next session mends what is left.

Examples:
  perpetual run droid-research
  perpetual run droid-research --force --max-minutes 20
  perpetual run droid-research --dry-run --json`;
/** A year: longer than any session, and short enough to be added to any date. */
const mostMinutes = 525_600;
function readMinutes(text) {
    const minutes = Number(text);
    if (minutes > 0 && minutes <= mostMinutes)
        return minutes;
    throw new commander/* InvalidArgumentError */.Di('Expected a number of minutes above 0 and at most 525,600.');
}
function readTasks(text) {
    const tasks = Number(text);
    if (Number.isInteger(tasks) && tasks > 0)
        return tasks;
    throw new commander/* InvalidArgumentError */.Di('Expected a whole number of tasks above 0.');
}
function readThreshold(text) {
    const threshold = Number(text);
    if (text.trim() !== '' && threshold >= 0 && threshold <= 1)
        return threshold;
    throw new commander/* InvalidArgumentError */.Di('Expected a share from 0 to 1.');
}
/** `rested: the budget line is reached; next 2026-11-23T00:01Z` and the numbers of a session that worked. */
function describeRun(result) {
    const next = result.next === null ? '' : ` Next: ${(0,instant/* toMinute */.y_)(result.next)}.`;
    if (result.outcome === 'rested')
        return `${result.pipeline} rested: ${(0,handoff/* explainReason */.mU)(result.reason)}.${next}`;
    const { spent, pairs, budget } = result;
    const used = budget.limit === 0
        ? ''
        : `, ${budget.meter === 'calls' ? 'account' : ledger/* meterWords */.D[budget.meter]} at ${budget.used} / ${budget.limit} (${((budget.used / budget.limit) * 100).toFixed(1)}%)`;
    const lines = [
        `${result.session ?? result.pipeline} wrapped: ${(0,handoff/* explainReason */.mU)(result.reason)}.${next}`,
        `  ${spent.sends} sends${used}, ${spent.calls} calls, ${spent.tokens} tokens, $${spent.usd.toFixed(4)}, ${spent.minutes.toFixed(1)} min`,
        `  ${pairs.accepted} pairs accepted, ${pairs.rejected} put aside`,
        ...result.deliveries.map(each => `  delivered #${each.number} ${each.branch}`),
    ];
    return lines.join('\n');
}
/** One session of a pipeline with progress on the output. */
async function runPipeline(project, invocation, { name, options }) {
    const { output, clock, tell } = invocation;
    const reporter = createSessionReporter(output);
    const report = event => {
        tell(event);
        reporter.report(event);
    };
    try {
        const setup = await (0,compose/* composeSession */.rP)(project, name, {
            report,
            asked: invocation.interruptible(),
            threshold: options.threshold,
        });
        const deadline = options.maxMinutes === undefined ? null : (0,instant/* plusMs */.f9)(clock.now(), options.maxMinutes * 60_000);
        return await runSession(setup, { force: options.force, dryRun: options.dryRun, maxTasks: options.maxTasks ?? null, deadline });
    }
    catch (error) {
        if (error instanceof provider/* MissingKeyError */.Mt)
            tell({ type: 'rested', reason: 'no-key', until: null });
        throw error;
    }
    finally {
        reporter.end();
    }
}
async function run(invocation, name, options) {
    const result = await (0,with_project/* withProject */.C)(invocation, project => runPipeline(project, invocation, { name, options }));
    invocation.output.result(describeRun(result));
    const { actBy, ...json } = result;
    return { json, exitCode: actBy === 'fix-config' ? 2 : actBy === 'report-bug' ? 1 : 0 };
}
function run_define(command, start) {
    command
        .argument('<pipeline>', 'its name in .github/perpetual.yml')
        .option('--force', 'skip schedule and cooldown; never a budget, never a live claim')
        .option('--max-minutes <n>', 'stop starting work after so many minutes', readMinutes)
        .option('--max-tasks <n>', 'wrap after so many tasks', readTasks)
        .option('--threshold <share>', 'move the line of what the pipeline is metered in, for this session, 0 to 1', readThreshold)
        .option('--dry-run', 'say what a session would do and do nothing')
        .addHelpText('after', help)
        .action(async (name) => {
        const options = optionsSchema.parse(command.opts());
        await start(command, invocation => run(invocation, name, options));
    });
}


/***/ }),

/***/ 5680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ parseHandles),
/* harmony export */   w: () => (/* binding */ compareDelivery)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7796);
/* harmony import */ var _reviewed_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5920);



const handlePattern = /^([a-z0-9][a-z0-9-]{0,39})\.(\d{1,5})(?:-(\d{1,5}))?$/;
const expand = (written) => {
    const [, unit, from, to] = handlePattern.exec(written) ?? [];
    const wrong = (found) => new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX(`Expected handles like \`macd.3\` or \`macd.7-9\`, got ${JSON.stringify(found.slice(0, 60))}`, {
        actBy: 'fix-config',
    });
    if (unit === undefined || from === undefined)
        throw wrong(written);
    const first = Number(from);
    const count = Number(to ?? from) - first + 1;
    if (count < 1 || count > _parts_js__WEBPACK_IMPORTED_MODULE_1__/* .partLimits */ .qE.pairs)
        throw wrong(written);
    return Array.from({ length: count }, (_, i) => `${unit}.${first + i}`);
};
/** The handles in `macd.3 macd.7-9`, ranges spelled out, each once. Throws where something else stands among them, or nothing at all. */
const parseHandles = (text) => {
    const written = text.split(/[\s,]+/).filter(word => word !== '');
    if (written.length === 0)
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX('Expected handles like `macd.3` or `macd.7-9`, got none', { actBy: 'fix-config' });
    return [...new Set(written.flatMap(expand))];
};
const handlesOf = (path, text) => text === undefined ? new Map() : (0,_reviewed_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readHandles */ .y0)({ path, text });
/** Compares the files of a part, by path, as delivered and as they stand; a file that is gone lost all its pairs. Throws naming the file that cannot be read. */
const compareDelivery = (texts) => {
    const edited = [];
    const removed = [];
    let total = 0;
    let left = 0;
    for (const [path, text] of texts.delivered) {
        if (!(0,_reviewed_file_js__WEBPACK_IMPORTED_MODULE_2__/* .isReviewedPath */ .RR)(path))
            continue;
        const kept = handlesOf(path, texts.kept.get(path));
        for (const [handle, hash] of handlesOf(path, text)) {
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

/***/ 5920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $0: () => (/* binding */ rejectPairs),
/* harmony export */   RR: () => (/* binding */ isReviewedPath),
/* harmony export */   y0: () => (/* binding */ readHandles)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);
/* harmony import */ var _call_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3881);
/* harmony import */ var _database_paths_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2070);
/* harmony import */ var _database_row_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6701);
/* harmony import */ var _pair_id_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3852);
/* harmony import */ var _pair_rows_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9036);






/** A file in which pairs stand that a reviewer may edit and take out: a pair file of the inbox, or a shard of the database. */
const isReviewedPath = (path) => (path.endsWith('.json') && path !== _database_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .manifestPath */ .ji) || (0,_database_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .isShardPath */ .sd)(path);
const naming = (path, read) => {
    try {
        return read();
    }
    catch (error) {
        if (!(error instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX) || error.message.includes(path))
            throw error;
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX(`${path}: ${error.message}`, { actBy: error.actBy, cause: error });
    }
};
/** The pairs of a file by handle, each with a hash of what a reviewer may change. Throws naming the file where it cannot be read. */
const readHandles = ({ path, text }) => naming(path, () => (0,_database_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .isShardPath */ .sd)(path)
    ? new Map((0,_database_row_js__WEBPACK_IMPORTED_MODULE_2__/* .parseShard */ .uK)({ path, text }).map(row => [row.handle, (0,_pair_id_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)(JSON.stringify(row))]))
    : new Map((0,_pair_rows_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePairFile */ .EU)(text).pairs.map(row => [row.handle, (0,_call_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .rowSha256 */ .UH)(row)])));
/** Takes pairs out of a file. `removed` names those that stood in it; without any the text comes back as it was. */
function rejectPairs({ path, text }, handles) {
    const wanted = new Set(handles);
    const removed = [...readHandles({ path, text }).keys()].filter(handle => wanted.has(handle));
    if (removed.length === 0)
        return { text, removed };
    if (!(0,_database_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .isShardPath */ .sd)(path)) {
        const file = (0,_pair_rows_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePairFile */ .EU)(text);
        return { text: (0,_pair_rows_js__WEBPACK_IMPORTED_MODULE_4__/* .renderPairFile */ .hz)({ ...file, pairs: file.pairs.filter(row => !wanted.has(row.handle)) }), removed };
    }
    const rows = (0,_database_row_js__WEBPACK_IMPORTED_MODULE_2__/* .parseShard */ .uK)({ path, text });
    // The lines that stay keep their bytes.
    const kept = text.split('\n').filter((_line, index) => !wanted.has(rows[index]?.handle ?? ''));
    return { text: kept.join('\n'), removed };
}


/***/ }),

/***/ 6086:
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

;// CONCATENATED MODULE: ./src/session/find-part.js
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

// EXTERNAL MODULE: ./src/session/projection.js
var projection = __webpack_require__(3053);
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
            const found = await findPart(book, pull);
            return found === undefined ? { type: 'not-ours' } : { type: 'settled', task: await settle(found.task) };
        },
        settleAll: async (pipeline, tasks) => {
            const waits = tasks.some(task => task.parts.some(part => part.state === 'open'));
            const open = waits ? await forge.pulls.list({ state: 'open', branchPrefix: `perpetual/${pipeline}/` }) : [];
            const numbers = new Set(open.map(({ number }) => number));
            for (const task of tasks) {
                // A part that cannot be read, or an issue that takes no comment, must not keep the whole pipeline from working.
                const settled = takeIn(task, pull => !numbers.has(pull)).then(tell);
                await settled.catch((error) => report({ type: 'warning', message: `What became of ${task.id} is left to the next session: ${(0,errors/* messageOf */.bD)(error)}` }));
            }
        },
    };
}


/***/ }),

/***/ 1411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sp: () => (/* binding */ takeInReviews),
/* harmony export */   dH: () => (/* binding */ resultFiles),
/* harmony export */   p5: () => (/* binding */ pruneResults),
/* harmony export */   zk: () => (/* binding */ reviewedFiles)
/* harmony export */ });
/* harmony import */ var _dataset_review_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5680);
/* harmony import */ var _dataset_reviewed_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5920);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9763);
/* harmony import */ var _domain_state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8935);




/** The files of a part that hold its pairs. */
const reviewedFiles = (part) => part.paths.filter(_dataset_reviewed_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isReviewedPath */ .RR);
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
        return (0,_dataset_review_js__WEBPACK_IMPORTED_MODULE_0__/* .compareDelivery */ .w)(texts);
    }
    catch (error) {
        report({ type: 'warning', message: `${part.branch}: ${(0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}; its pairs are not counted as kept.` });
        return { delivered: part.pairs, kept: 0, edited: [part.branch], removed: [] };
    }
}
async function reviewOf({ forge, report }, { part, pull }) {
    const paths = reviewedFiles(part);
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
    return store.list(store.knownHead() ?? (await store.head()), _domain_state_js__WEBPACK_IMPORTED_MODULE_3__/* .statePaths */ .mt.results(task));
}
/** A task that ended needs what its calls brought no more; its delivery has it. */
async function pruneResults(book, task) {
    for (;;) {
        const head = await book.store.head();
        const paths = await book.store.list(head, _domain_state_js__WEBPACK_IMPORTED_MODULE_3__/* .statePaths */ .mt.results(task));
        if (paths.length === 0)
            return;
        const written = await book.store.write(head, paths.map(path => ({ path, text: null })), `Remove the results of ${task.id}, which is ${task.status}`);
        if (written.type === 'written')
            return;
    }
}


/***/ })

};
