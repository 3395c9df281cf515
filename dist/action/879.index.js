export const id = 879;
export const ids = [879];
export const modules = {

/***/ 4879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  perform: () => (/* binding */ perform)
});

// EXTERNAL MODULE: ./src/compose.js + 86 modules
var compose = __webpack_require__(2884);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/domain/instant.js
var instant = __webpack_require__(795);
// EXTERNAL MODULE: ./src/session/handoff.js
var handoff = __webpack_require__(6272);
// EXTERNAL MODULE: ./src/provider.js + 13 modules
var provider = __webpack_require__(5991);
// EXTERNAL MODULE: ./src/session/look.js + 1 modules
var look = __webpack_require__(8485);
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

// EXTERNAL MODULE: ./src/domain/ledger.js
var domain_ledger = __webpack_require__(1841);
// EXTERNAL MODULE: ./src/session/availability.js
var availability = __webpack_require__(8071);
// EXTERNAL MODULE: ./src/domain/history.js
var domain_history = __webpack_require__(4170);
// EXTERNAL MODULE: ./src/domain/state.js
var domain_state = __webpack_require__(8935);
;// CONCATENATED MODULE: ./src/session/schedule.js

/**
 * When a pipeline may begin its next session: after its cooldown, and in the next span of `every` (spans are counted from midnight UTC
 * of 1 January 1970, so that those of whole hours begin on the hour). Spans and not distances, because ticks come late or not at all:
 * one that comes ten minutes early against the last still starts its session, and a missed one is made up by whichever comes next.
 */
function restsUntil({ everyMs, cooldownMs }, last) {
    const cool = (0,instant/* plusMs */.f9)(last.endedAt, cooldownMs);
    if (everyMs === 0 || last.isCutShort)
        return cool;
    const nextSpan = (0,instant/* toInstant */.fN)((Math.floor((0,instant/* toEpochMs */.x8)(last.startedAt) / everyMs) + 1) * everyMs);
    return nextSpan > cool ? nextSpan : cool;
}
/** Whether a session was kept from its work by something that may be over soon: then it does not use its span up. */
const isCutShort = (reason, { calls }) => reason === 'asked' || (reason.startsWith('provider') && calls === 0);

;// CONCATENATED MODULE: ./src/session/wrap.js








/** Reasons that are no failure of the task, so that the claim does not count as an attempt. */
const forgivenReasons = new Set([
    'budget',
    'session-budget',
    'deadline',
    'asked',
    'provider',
    'window',
    'queue-empty',
    'max-tasks',
    'waiting',
    'slots',
    'reviews',
]);
/** Whether a session that ended for this reason did not fail its task. */
const isForgiven = (reason) => forgivenReasons.has(reason.split(':')[0] ?? '');
/** A claim that was lost: nothing is written but what the leg's own reservations came to. */
async function leave(setup, leg) {
    await leg.settleLost();
    setup.report({
        type: 'warning',
        message: `The claim of ${leg.holder.session} went to another session; this one leaves everything to it.`,
    });
    const session = {
        id: leg.holder.session,
        tasks: [],
        calls: 0,
        accepted: 0,
        rejected: 0,
        deliveries: [],
        spent: { calls: leg.sends() },
    };
    return resultOf(setup, {
        session,
        outcome: 'wrapped',
        reason: 'lost-claim',
        budget: leg.budget(),
        handoff: null,
        next: null,
        minutes: 0,
    });
}
/** What a signal leaves time for on a forge where wrapping takes a while: all is saved and the wrap is marked, so that the next session does it. */
async function leaveSaved(setup, leg) {
    const { session } = await setup.book.pipeline(setup.setting.pipeline);
    if (session === null)
        return await leave(setup, leg);
    return resultOf(setup, {
        session,
        outcome: 'wrapped',
        reason: 'asked',
        budget: leg.budget(),
        handoff: null,
        next: null,
        minutes: ((0,instant/* toEpochMs */.x8)(setup.clock.now()) - (0,instant/* toEpochMs */.x8)(session.startedAt)) / 60_000,
    });
}
/** The last checkpoint, the handoff document, the comments, and the claim given back. */
async function wrap(setup, leg, { reason, failure, notes = [], metered: told }) {
    const { setting, book, clock } = setup;
    const { holder } = leg;
    const saving = { tally: null, calls: 0, accepted: 0, rejected: 0, files: [], wrap: reason };
    if (!leg.isWrapSaved() && (await leg.checkpoint(saving)) === 'lost')
        return await leave(setup, leg);
    const now = clock.now();
    const state = await book.read({ accounts: [setting.account], pipelines: [setting.pipeline], tasks: [] });
    const { session, claim } = state.pipelines[setting.pipeline] ?? {};
    const account = state.accounts[setting.account];
    // Whoever took the claim over since writes the comments too.
    if (!session || !account || claim?.epoch !== holder.epoch)
        return await leave(setup, leg);
    const ledger = (0,availability/* meteredLedger */.eR)(setting, { account, session }, now);
    const metered = told ?? (ledger === undefined ? undefined : { ledger, name: meteredName(setting) });
    const isClosed = Object.values(account.ledgers).some(each => each.closed === true);
    const cooldownUntil = restsUntil(setting, {
        startedAt: session.startedAt,
        endedAt: now,
        isCutShort: isCutShort(reason, session),
    });
    const isSpent = isClosed || reason.split(':')[0] === 'budget';
    // Nobody knows when reviewers come.
    const next = reason === 'reviews' ? null : ((isSpent ? lastReset(account) : null) ?? cooldownUntil);
    const tasks = (await book.tasks(setting.pipeline)).filter(task => session.tasks.includes(task.id));
    const input = {
        pipeline: setting.pipeline,
        agent: setting.agent,
        session,
        reason,
        endedAt: now,
        tasks,
        metered,
        next,
        notes,
    };
    const path = domain_state/* statePaths */.mt.handoff(setting.pipeline, session.id);
    await Promise.all(tasks.map(task => setup.announce(task, { body: (0,handoff/* renderHandoff */.ZU)(inputOf(input, task)), pipeline: setting.pipeline })));
    const result = await book.apply({
        type: 'wrap',
        operation: `${holder.session}/${holder.epoch}/wrap`,
        now,
        ...holder,
        account: setting.account,
        task: state.pipelines[setting.pipeline]?.task ?? null,
        cooldownUntil,
        shortOf: domain_ledger/* meters */.L2.find(meter => reason === `budget: ${domain_ledger/* meterWords */.D[meter]}`) ?? null,
        forgive: isForgiven(reason),
    }, {
        files: [{ path, text: (0,handoff/* renderHandoff */.ZU)(input) }],
        line: { path: domain_state/* statePaths */.mt.history(now.slice(0, 7)), text: historyLine(setup, { session, reason, now }) },
    });
    if (result.type === 'fenced')
        return await leave(setup, leg);
    await tidy(setup);
    const outcome = reason === 'queue-empty' || reason === 'max-tasks' ? 'completed' : 'wrapped';
    const minutes = ((0,instant/* toEpochMs */.x8)(now) - (0,instant/* toEpochMs */.x8)(session.startedAt)) / 60_000;
    const done = resultOf(setup, {
        session,
        outcome,
        reason,
        budget: (0,availability/* budgetOf */.nT)(metered?.ledger, setting.metered.meter),
        handoff: path,
        next,
        minutes,
    });
    return failure === undefined ? done : { ...done, actBy: failure };
}
const meteredName = ({ account, metered: { scope, meter } }) => scope === 'account' ? `${account} ${domain_ledger/* meterWords */.D[meter]}` : `${domain_ledger/* meterWords */.D[meter]} of this session`;
/** When the last of an account's windows begins anew; null where none does. */
function lastReset(account) {
    const resets = Object.values(account.ledgers).flatMap(ledger => (0,availability/* budgetResetsAt */.T9)(ledger) ?? []);
    return resets.toSorted().at(-1) ?? null;
}
/** What a task's own comment says: a comment holds 65,536 characters, and a session may have worked on any number of tasks. */
function inputOf(input, task) {
    const pulls = new Set(task.parts.map(part => part.pull));
    const deliveries = input.session.deliveries.filter(each => pulls.has(each.number));
    return { ...input, tasks: [task], session: { ...input.session, deliveries } };
}
/** Housekeeping that fails is no failure of a session that has ended. */
async function tidy({ forge, report }) {
    try {
        await forge.tidy();
    }
    catch (error) {
        report({ type: 'warning', message: `Housekeeping was left to the next session: ${(0,errors/* messageOf */.bD)(error)}` });
    }
}
function historyLine({ setting }, { session, reason, now }) {
    const { id, startedAt, spent, calls, accepted, rejected, tasks, deliveries } = session;
    const { pipeline, agent } = setting;
    const done = { spent, calls, accepted, rejected, tasks, deliveries };
    return (0,domain_history/* renderHistoryLine */.fp)({ version: 1, session: id, pipeline, agent, startedAt, endedAt: now, reason, ...done });
}
function resultOf({ setting }, told) {
    const { session } = told;
    return {
        pipeline: setting.pipeline,
        session: session.id,
        tasks: session.tasks,
        outcome: told.outcome,
        reason: told.reason,
        spent: {
            sends: session.spent.calls ?? 0,
            calls: session.calls,
            tokens: session.spent.tokens ?? 0,
            minutes: Math.round(told.minutes * 100) / 100,
            slots: session.spent.slots ?? 0,
            usd: (session.spent.usdMicros ?? 0) / 1_000_000,
        },
        budget: told.budget,
        pairs: { accepted: session.accepted, rejected: session.rejected },
        deliveries: session.deliveries,
        handoff: told.handoff,
        next: told.next,
    };
}

// EXTERNAL MODULE: ./src/domain/prompt-sha256.js
var prompt_sha256 = __webpack_require__(5132);
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

;// CONCATENATED MODULE: ./src/session/batch/survey.js


function createMembers({ batch, asked, clock, report }) {
    const refusals = new Map();
    const refuse = (account, why) => {
        if (refusals.get(account) !== why)
            report({ type: 'warning', message: `${account} gets no batch job: ${why}` });
        refusals.set(account, why);
    };
    const find = (account) => batch.members.find(each => each.account === account);
    const list = async (member) => {
        if (member.provider === null) {
            refuse(member.account, member.why);
            return { member, listing: null };
        }
        try {
            const listing = await member.provider.list(asked);
            // Jobs that are not shown may be alive, so that nobody knows how many there are.
            if (!listing.complete)
                refuse(member.account, 'its list of jobs is incomplete');
            return { member, listing };
        }
        catch (error) {
            if (!asked.aborted)
                refuse(member.account, (0,errors/* messageOf */.bD)(error));
            return { member, listing: null };
        }
    };
    return {
        refuse,
        survey: () => Promise.all(batch.members.map(list)),
        provider: account => find(account)?.provider ?? null,
        refuses: account => {
            const member = find(account);
            if (member === undefined)
                return 'it is no member';
            const isGuarded = (0,availability/* guardedUntil */.Bi)(member.setting, clock.now()) !== null;
            return refusals.get(account) ?? (isGuarded ? 'its window is about to reset' : undefined);
        },
    };
}
const isAlive = ({ state }) => state === 'alive' || state === 'cancelling';
/** Whether a job has, or may come to, results that are worth keeping though no slot stands for it. */
const mayBring = ({ state }) => state === 'alive' || state === 'succeeded' || state === 'partly-succeeded';
/** Oldest first; one whose age is not told comes last. */
const byAge = (a, b) => (a.createdAt ?? '~').localeCompare(b.createdAt ?? '~') || a.name.localeCompare(b.name);

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
    if (job !== undefined && isAlive(job))
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
    const path = domain_state/* statePaths */.mt.resultFile(task, task.resultFiles + 1);
    const saved = await slots.collect(collecting, { path, text: `${JSON.stringify(outcome)}\n` });
    if (saved === undefined)
        return;
    held.task = saved;
    const { used, line } = slots.budget();
    const { calls, callsExpected, accepted, rejected } = totals;
    setup.report({ type: 'progress', task: task.id, calls, callsExpected, accepted, rejected, used, line });
}

;// CONCATENATED MODULE: ./src/session/purse.js

function createPurse(limited) {
    const lane = (scope) => (meter) => ({ scope, meter, available: 0, held: 0, used: 0, overdrawn: 0 });
    const lanes = [...limited.account.map(lane('account')), ...limited.session.map(lane('session'))];
    const covers = (cost) => lanes.every(each => each.available >= (cost[each.meter] ?? 0));
    const draw = (cost) => {
        if (!covers(cost))
            return undefined;
        for (const each of lanes) {
            each.available -= cost[each.meter] ?? 0;
            each.held += cost[each.meter] ?? 0;
        }
        return { cost };
    };
    const settle = (ticket, actual) => {
        for (const each of lanes) {
            const cost = ticket.cost[each.meter] ?? 0;
            const used = actual[each.meter] ?? 0;
            each.held -= cost;
            each.used += used;
            each.available += cost - used;
        }
    };
    const spendOf = (scope, target) => {
        const spend = {};
        for (const each of lanes) {
            if (each.scope !== scope)
                continue;
            const goal = target[each.meter] ?? 0;
            // What is over the target goes back at once, so that nothing can draw it while the commit is on its way.
            each.available = Math.min(each.available, Math.max(0, goal - each.held));
            const hold = Math.max(0, each.held + each.available);
            each.overdrawn = hold - each.held - each.available;
            spend[each.meter] = { used: each.used, hold, want: Math.max(0, goal - hold) };
        }
        return spend;
    };
    const confirm = (snapshot, committed) => {
        let shortage = null;
        let smallestShare = 1;
        for (const each of lanes) {
            const spend = (each.scope === 'account' ? snapshot.accountSpend : snapshot.sessionSpend)[each.meter];
            const ledger = committed[each.scope][each.meter];
            if (spend === undefined || ledger === undefined)
                continue;
            const reserved = ledger.reservations.find(reservation => (0,domain_ledger/* isHeldBy */.D0)(reservation, committed.holder))?.amount ?? 0;
            each.used -= spend.used;
            each.available += reserved - spend.hold + each.overdrawn;
            const share = reserved / (spend.hold + spend.want);
            if (!(share < smallestShare))
                continue;
            smallestShare = share;
            shortage = { reason: each.scope === 'account' ? 'budget' : 'session-budget', meter: each.meter };
        }
        return shortage;
    };
    const owed = () => {
        const amounts = {};
        for (const each of lanes)
            if (each.scope === 'account')
                amounts[each.meter] = each.used + each.held;
        return amounts;
    };
    return {
        covers,
        draw,
        settle,
        confirm,
        owed,
        snapshot: target => ({ accountSpend: spendOf('account', target), sessionSpend: spendOf('session', target) }),
    };
}
/** The meters that limits are configured for. */
const limitedMeters = (limits) => domain_ledger/* meters */.L2.filter(meter => limits[meter] !== undefined);

// EXTERNAL MODULE: ./src/session/setting.js
var session_setting = __webpack_require__(7982);
;// CONCATENATED MODULE: ./src/session/leg.js






function createLeg({ book, clock, setting, costing, holder, expiresAt, report, isStopped }) {
    const accountLimits = setting.accountLimits(clock.now());
    const purse = createPurse({ account: limitedMeters(accountLimits), session: limitedMeters(setting.sessionLimits) });
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
        if (warned || metered === undefined || !(0,domain_ledger/* isWarned */.EN)(metered, setting.warnAtBasisPoints))
            return;
        warned = true;
        const { scope, meter } = setting.metered;
        report({
            type: 'warning',
            message: `${scope === 'account' ? setting.account : holder.session} has used ${metered.settled} of ${(0,domain_ledger/* effectiveBudgetOf */.yh)(metered)} ${domain_ledger/* meterWords */.D[meter]}; the session wraps at ${(0,domain_ledger/* lineOf */.cA)(metered)}.`,
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
        const account = result.state.accounts[setting.account] ?? (0,domain_state/* emptyAccount */.dO)(setting.account);
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

;// CONCATENATED MODULE: ./src/domain/decide.js
/** Pure: reasons that end the session first, in the order of their urgency; then work as long as there is credit for it. */
function decide(situation) {
    const { now, deadline } = situation;
    if (situation.asked)
        return { type: 'wrap', reason: 'asked' };
    if (situation.provider === 'down')
        return { type: 'wrap', reason: 'provider' };
    if (deadline !== null && now >= deadline)
        return { type: 'wrap', reason: 'deadline' };
    if (situation.guarded)
        return { type: 'wrap', reason: 'window' };
    if (now >= situation.sendUntil)
        return { type: 'wait' };
    if (situation.runnable > 0 && situation.credit > 0)
        return { type: 'work' };
    const idle = situation.inFlight === 0 && !situation.checkpointing;
    if (idle && situation.runnable > 0 && situation.exhausted !== null)
        return { type: 'wrap', reason: situation.exhausted };
    return { type: 'wait' };
}

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
        const files = outcomes.length === 0 ? [] : [{ path: domain_state/* statePaths */.mt.resultFile(task, resultFiles + 1), text }];
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
        return decide({
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
var batch_display = __webpack_require__(412);
// EXTERNAL MODULE: ./src/dataset/markdown.js
var markdown = __webpack_require__(4257);
// EXTERNAL MODULE: ./src/dataset/parts.js
var parts = __webpack_require__(7796);
// EXTERNAL MODULE: ./src/dataset/numbers.js
var numbers = __webpack_require__(2832);
// EXTERNAL MODULE: ./src/dataset/pair-file.js + 1 modules
var pair_file = __webpack_require__(7678);
;// CONCATENATED MODULE: ./src/session/part-body.js



/** The numbers published about a part, from its own files. */
function numbersOf(files) {
    const texts = new Map(files.map(file => [file.path, file.text]));
    const units = files.flatMap(({ path, text }) => {
        const calls = path.endsWith('.json') ? texts.get(path.replace(/\.json$/u, '.calls.jsonl')) : undefined;
        return calls === undefined ? [] : [(0,pair_file/* readUnit */.H_)(text, calls)];
    });
    return (0,numbers/* renderNumbers */.D5)((0,numbers/* deliveryNumbers */.Hp)(units));
}
const asideOf = (rejected) => Object.entries(rejected)
    .filter(([, count]) => count > 0)
    .map(([gate, count]) => `${gate} ${count}`)
    .join(', ') || 'none';
function renderUnits({ run, part }) {
    const units = run.units().filter(unit => part.units.includes(unit.unit));
    return [
        '| unit | accepted | put aside, by gate | calls |',
        '| --- | ---: | --- | ---: |',
        ...units.map(unit => `| ${(0,markdown/* escapeMarkdown */.FV)(unit.name)} | ${unit.accepted} | ${asideOf(unit.rejected)} | ${unit.calls} |`),
        '',
    ];
}
/** Where pairs were made: what a reviewer reads first. */
const forReading = (files) => [
    numbersOf(files),
    '',
    'Read the `.review.md` beside each file first: flagged and lowest-scored pairs come on top, with a sample of 20.',
    '',
];
/** Where they come into the database: what stands where. */
const forDatabase = [
    'One row a line: `.jsonl` holds what comes into the database, `.rejects.jsonl` what was put aside, each with its gate and reason. Ids and hashes are recomputed after a push.',
    '',
];
/** What the pull request of a part says. */
function renderPartBody(body) {
    const { byComment, task, part, files } = body;
    const isForReading = files.some(({ path }) => path.endsWith('.review.md'));
    return [
        `Part ${part.part} of ${(0,markdown/* escapeMarkdown */.FV)(task.title)} (\`${task.id}\`): ${part.pairs} question-and-answer pairs.`,
        '',
        ...renderUnits(body),
        ...(isForReading ? forReading(files) : forDatabase),
        'To review: merge it to accept; edit or delete pairs on this branch and what is there when it is merged counts; close it to reject it all;',
        byComment
            ? 'or name single pairs in a comment: `/reject macd.3 macd.7-9 because …`, and `/ok macd.1-20` or `/ok all` for what you have read.'
            : 'or name single pairs: `perpetual review reject <number> --pairs macd.3,macd.7-9 --because …`.',
        ...(task.issue === null ? [] : ['', `Task: #${task.issue}`]),
    ].join('\n');
}

;// CONCATENATED MODULE: ./src/session/deliver.js



const branchOf = (pipeline, task, part) => `perpetual/${pipeline}/${task}-${part}`;
/**
 * Delivers the units that have ended and were not delivered: parts are committed as intended, then opened, then recorded, with the end of
 * the task in the same commit where it is over. A crash between any two of these is finished by calling this again.
 */
async function deliver(setup, ending) {
    const { book, task } = setup;
    const intended = pack(setup);
    if (intended.length > 0 && (await book.apply(recordOf(setup, 'intended', intended))).type === 'fenced')
        return { type: 'lost' };
    const ended = new Set(setup.run.units().flatMap(unit => (unit.ended ? [unit.unit] : [])));
    // A unit that ended before a kill may have not, by what is read anew (a retraction, another version): half of it is no delivery.
    const isWhole = ({ units }) => units.every(unit => ended.has(unit));
    const toOpen = [...task.parts.filter(part => part.state === 'intended' && isWhole(part)), ...intended];
    // At once, because a forge may open several with one request.
    const tried = await Promise.allSettled(toOpen.map(part => deliver_open(setup, part)));
    const opened = tried.flatMap(each => (each.status === 'fulfilled' ? [each.value] : []));
    const failed = tried.find(each => each.status === 'rejected');
    const saved = await deliver_save(setup, opened, failed === undefined ? ending : null);
    if (failed !== undefined)
        throw failed.reason;
    for (const { branch, pull, url, pairs } of opened)
        setup.report({ type: 'delivered', branch, number: pull ?? 0, url, pairs });
    return saved?.type === 'fenced' && saved.reason !== 'wrong-status' ? { type: 'lost' } : { type: 'delivered', ended: saved };
}
/** Records what was opened and the end of the task in one commit; where a person stopped the task, only what was opened. */
async function deliver_save(setup, opened, ending) {
    const { book } = setup;
    const records = opened.length === 0 ? [] : [recordOf(setup, 'open', opened)];
    const operations = [...records, ...(ending === null ? [] : [ending])];
    if (operations.length === 0)
        return null;
    const saved = await book.applyAll(operations);
    if (saved.type !== 'fenced' || saved.reason !== 'wrong-status' || records.length === 0)
        return saved;
    const recorded = await book.applyAll(records);
    return recorded.type === 'fenced' ? recorded : saved;
}
function pack({ run, task, setting }) {
    const delivered = new Set(task.parts.flatMap(part => part.units));
    const units = run
        .units()
        .filter(unit => unit.ended && !delivered.has(unit.unit) && (unit.accepted > 0 || setting.deliversEmptyUnits));
    const packed = (0,parts/* packParts */.iT)(units.map(unit => ({ unit: unit.unit, files: run.files(unit.unit) })));
    const first = task.parts.length + 1;
    return packed.map((part, index) => {
        const number = first + index;
        const pairs = part.files.reduce((sum, file) => sum + file.pairs, 0);
        const branch = branchOf(task.pipeline, task.id, number);
        return {
            part: number,
            branch,
            units: [...part.units],
            paths: part.files.map(file => file.path),
            pairs,
            state: 'intended',
            pull: null,
            commit: null,
            url: '',
            openedAt: null,
            endedAt: null,
            kept: null,
            looked: 'none',
            review: 'unreviewed',
        };
    });
}
const recordOf = ({ clock, holder, task }, what, parts) => ({
    type: 'record-parts',
    operation: `${holder.session}/${holder.epoch}/${what}/${task.id}/${parts.map(part => part.part).join('-')}`,
    now: clock.now(),
    ...holder,
    task: task.id,
    parts,
});
async function deliver_open({ forge, task, run, agent, holder, setting }, part) {
    const files = part.units
        .flatMap(unit => run.files(unit))
        .filter(file => part.paths.includes(file.path));
    const names = part.units.map(unit => run.units().find(each => each.unit === unit)?.name ?? unit);
    const pull = await forge.pulls.open({
        branch: part.branch,
        title: `${task.id} part ${part.part}: ${names.map(markdown/* plainWords */.c5).join(', ')} (${part.pairs} pairs)`.slice(0, 240).toWellFormed(),
        body: renderPartBody({ byComment: forge.society !== undefined, task, part, run, files }),
        labels: [`agent:${agent}`, `pipeline:${task.pipeline}`, `priority:${task.priority}`],
        files: files.map(file => ({ path: file.path, text: file.text })),
        message: `Deliver ${part.pairs} pairs of ${task.id}, part ${part.part}\n\nSession: ${holder.session}`,
        draft: setting.draftDeliveries,
        reviewers: setting.reviewers,
    });
    return { ...part, state: 'open', pull: pull.number, commit: pull.first, url: pull.url };
}

// EXTERNAL MODULE: ./src/session/projection.js
var projection = __webpack_require__(5434);
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

// EXTERNAL MODULE: ./src/session/endings.js + 1 modules
var session_endings = __webpack_require__(315);
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
            return await wrap(setup, leg, { reason: 'max-tasks' });
        const down = provider.down();
        // A task may end as the provider goes; the next one, or an empty queue, would not say why.
        if (down !== undefined)
            return await wrap(setup, leg, { reason: wrapText('provider', { provider, leg }), failure: down.actBy });
        const over = ended === 0 ? undefined : overBetweenTasks(setup, start.deadline);
        if (over !== undefined)
            return await wrapBetweenTasks(setup, leg, over);
        // What a session delivers is read by people too: it begins no task while they have enough, also where a killed session is gone on with.
        const begins = !start.force && (ended > 0 || (await setup.book.pipeline(setup.setting.pipeline)).task === null);
        if (begins && (0,availability/* isReviewFull */.K_)(setup.setting, await setup.countWaitingParts()))
            return await wrap(setup, leg, { reason: 'reviews' });
        const task = await takeTask(setup, start.holder, ended === 0 ? { before: [counted], issues: start.issues } : { before: [], issues: new Map() });
        const reason = task === 'lost'
            ? 'lost-claim'
            : task === undefined
                ? 'queue-empty'
                : await workOnTask(setup, { leg, provider, task, deadline: start.deadline });
        if (reason === 'lost-claim')
            return await leave(setup, leg);
        if (reason === 'asked' && setup.setting.onSignal === 'save')
            return await leaveSaved(setup, leg);
        if (reason === 'finished' || reason === 'stopped') {
            // What others wrote meanwhile counts for the choice of the next task.
            await setup.book.refresh();
            continue;
        }
        return await wrap(setup, leg, { reason: wrapText(reason, { provider, leg }), failure: provider.down()?.actBy });
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
        return await wrap(setup, leg, { reason });
    const saving = { tally: null, calls: 0, accepted: 0, rejected: 0, files: [], wrap: reason };
    return (await leg.checkpoint(saving)) === 'lost' ? await leave(setup, leg) : await leaveSaved(setup, leg);
}
/** The reason with what a person wants to know beside it: which meter is used up, what the provider said. */
function wrapText(reason, { provider, leg }) {
    if (reason === 'provider')
        return `provider: ${provider.down()?.message ?? 'unknown'}`;
    const meter = leg.exhausted()?.meter;
    const isBudget = reason === 'budget' || reason === 'session-budget';
    return isBudget && meter !== undefined && meter !== 'calls' ? `${reason}: ${domain_ledger/* meterWords */.D[meter]}` : reason;
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
    const delivered = await deliver(delivery, reason === 'finished' ? endingOf(delivery) : null);
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
        const delivered = await deliver({ ...setup, holder: start.holder, agent: setting.agent, task, run }, null);
        if (delivered.type === 'lost')
            return await leave(setup, leg);
    }
    return await wrap(setup, leg, { reason: start.wrap });
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
    const delivered = await deliver(delivery, isOver ? endingOf(delivery) : null);
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

;// CONCATENATED MODULE: ./src/session/batch/match-jobs.js


const foundJobs = (views, owner) => views.flatMap(({ member, listing }) => (listing?.jobs ?? []).flatMap(job => {
    const display = (0,batch_display/* readDisplay */.xS)(owner, job.display);
    return display === undefined ? [] : [{ ...display, job, member: member.account }];
}));
/**
 * The job that a slot stands for: the one that it names, whatever its display says, because a repository may have been renamed;
 * else the oldest of its work at its member that is of use.
 */
function jobOf(slot, found, views) {
    if (slot.job !== null) {
        const listing = views.find(({ member }) => member.account === slot.member)?.listing;
        const job = listing?.jobs.find(({ name }) => name === slot.job);
        return job && { job, attempt: slot.attempt };
    }
    const isIts = ({ job }) => mayBring(job) || (job.display === slot.display && job.state !== 'cancelling');
    return found
        .filter(each => each.member === slot.member && each.work === slot.work && isIts(each))
        .toSorted((a, b) => byAge(a.job, b.job))[0];
}
/** An account that got another name: its jobs show under that one, and are adopted there. */
const hasMoved = (slot, found, views) => views.every(({ member }) => member.account !== slot.member) &&
    found.some(({ job }) => mayBring(job) && (slot.job === null ? job.display === slot.display : job.name === slot.job));
function changesOf(slot, own, { views, known }) {
    const { work } = slot;
    const view = views.find(({ member }) => member.account === slot.member);
    // Of a member that was taken out of the configuration nothing will ever be heard.
    if (view === undefined)
        return [{ type: 'missing', work }];
    if (slot.state === 'terminal')
        return [];
    if (own === undefined) {
        const job = known.get(work);
        if (job)
            return standingChanges(slot, job);
        return view.listing?.complete === true && job === undefined ? [{ type: 'missing', work }] : [];
    }
    const { name: job, display } = own.job;
    const named = slot.job === null ? [{ type: 'named', work, job, display, attempt: own.attempt }] : [];
    return [...named, ...standingChanges(slot, own.job)];
}
function standingChanges({ work, missingSince }, job) {
    if (!isAlive(job))
        return [{ type: 'ended', work }];
    return missingSince === null ? [] : [{ type: 'present', work }];
}
/** Two keys of one project show the same jobs; at two providers a name may stand for two, which differ in something else. */
const identityOf = ({ name, display, createdAt }) => JSON.stringify([name, display, createdAt]);
/** Pure: what listings show of the slots on the board and of our jobs without one. */
function matchJobs(input) {
    const { board, views, owner } = input;
    const found = foundJobs(views, owner);
    const moved = new Set(board.slots.filter(slot => hasMoved(slot, found, views)));
    const owned = board.slots.filter(slot => !moved.has(slot)).map(slot => ({ slot, own: jobOf(slot, found, views) }));
    const kept = new Set(owned.flatMap(({ own }) => (own === undefined ? [] : [identityOf(own.job)])));
    const works = new Set(owned.map(({ slot }) => slot.work));
    const changes = [...moved].map(({ work }) => ({ type: 'dropped', work }));
    for (const { slot, own } of owned)
        changes.push(...changesOf(slot, own, input));
    const cancels = new Map();
    for (const each of found.toSorted((a, b) => byAge(a.job, b.job))) {
        const identity = identityOf(each.job);
        const standing = input.standingOf(each.work);
        // A task of a state that was lost: nobody can tell what its job is good for.
        if (kept.has(identity) || standing === 'unknown')
            continue;
        if (standing === 'wanted' && !works.has(each.work) && mayBring(each.job)) {
            works.add(each.work);
            kept.add(identity);
            changes.push({ type: 'adopted', slot: input.slotFor(each) });
            if (!isAlive(each.job))
                changes.push({ type: 'ended', work: each.work });
        }
        else if (each.job.state === 'alive' && !cancels.has(identity))
            cancels.set(identity, each);
    }
    return { changes, cancels: [...cancels.values()], others: othersOf(views, kept) };
}
function othersOf(views, kept) {
    const counted = new Set(kept);
    const others = {};
    for (const { member, listing } of views) {
        if (listing?.complete !== true)
            continue;
        const before = counted.size;
        for (const job of listing.jobs)
            if (isAlive(job))
                counted.add(identityOf(job));
        others[member.account] = counted.size - before;
    }
    return others;
}

;// CONCATENATED MODULE: ./src/session/batch/look-after.js





/** Brings the board up to date with what the members list: jobs are adopted, found to have ended or to be missing; doubles are cancelled. */
async function lookAfter(round) {
    const { slots, members, tasks } = round;
    const views = await members.survey();
    const found = foundJobs(views, round.owner);
    const standingOf = await tasks.standings(found.map(({ work }) => work));
    const known = await knownUnlisted(round, views);
    const costs = await costsOf(round, found.filter(({ work }) => standingOf(work) === 'wanted'));
    const slotFor = (job) => makeSlot(round, job, costs.get(job.work) ?? 0);
    const match = matchJobs({ board: slots.board(), owner: round.owner, views, standingOf, slotFor, known });
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
        return found === undefined ? slot.state === 'created' : isAlive(found);
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
        members: createMembers(setup),
        tasks: await (0,held_tasks/* holdTasks */._N)(setup),
        owner: (0,batch_display/* jobOwnerOf */.kq)(await setup.batch.repositoryId(), setup.setting.pipeline),
    };
    const legs = createLegs(round, expiresAt);
    const reason = start.wrap ?? (await work(round, legs, start.force));
    const main = legs.of(mainMember(setup));
    const lose = async () => {
        await legs.settleLost();
        return await leave(setup, main);
    };
    if (reason === 'lost-claim')
        return await lose();
    // What an earlier leg left saved is wrapped now.
    if (start.wrap === null && reason === 'asked' && setup.setting.onSignal === 'save') {
        const saving = { tally: null, calls: 0, accepted: 0, rejected: 0, files: [], wrap: reason };
        return (await main.checkpoint(saving)) === 'lost'
            ? await lose()
            : { ...(await leaveSaved(setup, main)), budget: round.slots.budget() };
    }
    if ((await finishTasks(round)) === 'lost')
        return await lose();
    const isEmpty = reason === 'waiting' && round.slots.board().slots.length === 0 && !(await hasWork(round));
    const notes = describeSlots(round.slots.board());
    const failure = reason.startsWith('provider') ? 'next-run' : undefined;
    const metered = { name: 'batch jobs', ledger: round.slots.ledger() };
    return await wrap(setup, main, { reason: isEmpty ? 'queue-empty' : reason, notes, metered, failure });
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
    return poor.size > 0 ? `budget: ${domain_ledger/* meterWords */.D.usdMicros}` : 'waiting';
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

;// CONCATENATED MODULE: ./src/session/reconcile.js



/** Finishes what others left: takes in reviews, prunes what is done, mends labels. It sends nothing and needs no claim. Gives the tasks' issues as it found them. */
async function reconcile(setup) {
    const { book, forge, setting, clock } = setup;
    await settleAllOwnMerges(setup);
    const endings = (0,session_endings/* createEndings */.$)({ ...setup, settingOf: () => setting });
    await endings.settleAll(setting.pipeline, await book.tasks(setting.pipeline));
    return (0,projection/* projectAll */.R6)(forge, await book.tasks(setting.pipeline), { agent: setting.agent, now: clock.now() });
}

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

;// CONCATENATED MODULE: ./src/action/action-reporter.js


/** So that a session of hours stays a log that a person can scroll. */
const betweenLinesMs = 30_000;
/** Turns what a session tells into a fold a task, a line every 30 s, and annotations for what a person should see. */
function createActionReporter(runner, monotonicMs) {
    let lastLineMs = Number.NEGATIVE_INFINITY;
    let unprinted;
    const progress = (line) => {
        unprinted = line;
        if (monotonicMs() - lastLineMs < betweenLinesMs)
            return;
        flush();
    };
    const flush = () => {
        if (unprinted === undefined)
            return;
        runner.info(unprinted);
        unprinted = undefined;
        lastLineMs = monotonicMs();
    };
    const end = () => {
        flush();
        runner.endGroup();
    };
    const report = event => {
        switch (event.type) {
            case 'claimed':
                return runner.info(`Session ${event.session}${event.continued ? ' goes on where it was left' : ' begins'}.`);
            case 'task':
                end();
                lastLineMs = Number.NEGATIVE_INFINITY;
                runner.group(`${event.task}: ${event.title}`);
                return event.resumedCalls === 0 ? undefined : runner.info(`${event.resumedCalls} calls were done before.`);
            case 'progress': {
                const budget = event.line === 0 ? '' : `, budget ${event.used} of ${event.line}`;
                return progress(`${event.task}: ${event.calls} of about ${event.callsExpected} calls, ${event.accepted} pairs, ${event.rejected} put aside${budget}`);
            }
            case 'checkpoint':
                return undefined;
            case 'delivered':
                flush();
                return runner.info(`Delivered #${event.number}: ${event.pairs} pairs on ${event.branch}, ${event.url}`);
            case 'warning':
                return runner.warning(event.message);
            case 'wrapping':
                end();
                return runner.info(`Wrapping: ${(0,handoff/* explainReason */.mU)(event.reason)}.`);
            case 'rested': {
                const until = event.until === null ? '' : ` Not before ${(0,instant/* toMinute */.y_)(event.until)}.`;
                return runner.notice(`Nothing was done: ${(0,handoff/* explainReason */.mU)(event.reason)}.${until}`);
            }
        }
    };
    return { report, end };
}

;// CONCATENATED MODULE: ./src/report/describe-budget.js

/** `account at 850 of 1000, line 850`, in what the pipeline is metered in. */
const describeBudget = ({ meter, limit, line, used }) => `${meter === 'calls' ? 'account' : domain_ledger/* meterWords */.D[meter]} at ${used} of ${limit}, line ${line}`;

// EXTERNAL MODULE: ./src/report/pie.js
var pie = __webpack_require__(9434);
;// CONCATENATED MODULE: ./src/action/session-summary.js





const mostDeliveries = 100;
function renderDeliveries(deliveries) {
    if (deliveries.length === 0)
        return 'none';
    const shown = deliveries.slice(0, mostDeliveries).map(({ number, branch, url }) => (0,markdown/* markdownLink */.iQ)(`#${number} ${branch}`, url));
    const more = deliveries.length - shown.length;
    return `${shown.join('<br>')}${more > 0 ? `<br>and ${more} more` : ''}`;
}
const pieTitles = {
    calls: "The account's calls today",
    tokens: "The session's tokens",
    slots: 'Slots for batch jobs',
    minuteMillis: "The session's minutes",
    usdMicros: "The account's dollars today",
};
/** What this session used of what it is metered in, as far as its result tells. */
const ownOf = ({ sends, tokens, slots }, meter) => meter === 'tokens' ? tokens : meter === 'slots' ? slots : sends;
function renderBudget({ budget, spent }) {
    if (budget.limit === 0)
        return '';
    const own = Math.min(ownOf(spent, budget.meter), budget.used);
    return (0,pie/* renderPie */.L)(pieTitles[budget.meter], [
        ['this session', own],
        ['used or reserved before', budget.used - own],
        ['left up to the line', budget.line - budget.used],
        ['kept back beyond the line', budget.limit - Math.max(budget.line, budget.used)],
    ]);
}
/** What a session did, as Markdown for the page of its run. `requests` is how many requests GitHub got from this step. */
function renderSessionSummary(result, requests) {
    const { spent, budget, pairs } = result;
    const isRest = result.outcome === 'rested';
    const line = budget.limit === 0 ? '' : ` (${describeBudget(budget)})`;
    const rows = [
        ['requests to the provider', `${spent.sends}${line}`],
        ['calls with an outcome', String(spent.calls)],
        ['tokens', String(spent.tokens)],
        ['dollars', `$${spent.usd.toFixed(4)}`],
        ['minutes', spent.minutes.toFixed(1)],
        ['pairs accepted, put aside', `${pairs.accepted}, ${pairs.rejected}`],
        ['tasks', result.tasks.length === 0 ? 'none' : result.tasks.map(markdown/* escapeMarkdown */.FV).join(', ')],
        ['deliveries', renderDeliveries(result.deliveries)],
        ['handoff', result.handoff === null ? 'none' : `\`${result.handoff}\` on \`perpetual/state\``],
        ['next session', result.next === null ? (0,handoff/* describeWaiting */.h1)(result.reason) : `not before ${(0,instant/* toMinute */.y_)(result.next)}`],
        ['requests to GitHub', String(requests)],
    ];
    const why = (0,markdown/* escapeMarkdown */.FV)((0,handoff/* explainReason */.mU)(result.reason));
    return [
        `## ${(0,markdown/* escapeMarkdown */.FV)(result.session ?? result.pipeline)} ${isRest ? 'rested' : result.outcome}`,
        '',
        `${isRest ? 'Nothing was done' : 'It ended'}: ${why}.`,
        '',
        '| | |',
        '| --- | --- |',
        ...rows.map(([name, value]) => `| ${name} | ${value} |`),
        '',
        renderBudget(result),
        (0,pie/* renderPie */.L)("This session's pairs", [
            ['accepted', pairs.accepted],
            ['put aside by a gate or the judge', pairs.rejected],
        ]),
    ].join('\n');
}

;// CONCATENATED MODULE: ./src/action/commands/run.js










async function session({ inputs, runner, project, monotonicMs, interruptible }) {
    const { pipeline, threshold, maxMinutes, force, dryRun } = inputs;
    const reporter = createActionReporter(runner, monotonicMs);
    const setup = await (0,compose/* composeSession */.rP)(project, pipeline ?? '', {
        report: reporter.report,
        asked: interruptible(),
        threshold: threshold ?? undefined,
    });
    const deadline = maxMinutes === null ? null : (0,instant/* plusMs */.f9)(project.clock.now(), maxMinutes * 60_000);
    try {
        return await runSession(setup, { force, dryRun, maxTasks: null, deadline });
    }
    finally {
        reporter.end();
    }
}
/** A repository has the keys of the pipelines that it means to run: the others rest, and say what is missing. */
async function sessionOrRest(call) {
    try {
        return await session(call);
    }
    catch (error) {
        if (!(error instanceof provider/* MissingKeyError */.Mt))
            throw error;
        const { inputs, project, runner } = call;
        const pipeline = inputs.pipeline ?? '';
        runner.warning(`${error.message}. Or stop the pipeline: \`enabled: false\` in .github/perpetual.yml.`);
        const { availability } = await (0,look/* look */.O)((0,compose/* lookSetupOf */.IG)(project, pipeline), { force: inputs.force });
        return restedResult(pipeline, { reason: 'no-key', budget: availability.budget, next: null });
    }
}
/** One session of a pipeline. */
async function perform(call) {
    const { runner, requests } = call;
    const { actBy, ...result } = await sessionOrRest(call);
    const outputs = {
        result: JSON.stringify(result),
        outcome: result.outcome,
        reason: result.reason,
        session: result.session ?? '',
        deliveries: String(result.deliveries.length),
        'spent-sends': String(result.spent.sends),
    };
    for (const [name, value] of Object.entries(outputs))
        runner.output(name, value);
    runner.summary(renderSessionSummary(result, requests()));
    if (actBy !== undefined && actBy !== 'next-run')
        throw new errors/* PerpetualError */.nX((0,handoff/* explainReason */.mU)(result.reason), { actBy });
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

/***/ 4170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fp: () => (/* binding */ renderHistoryLine),
/* harmony export */   j3: () => (/* binding */ readHistoryTexts)
/* harmony export */ });
/* unused harmony export historyLineSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7821);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(795);
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1841);



/** One line of `history/<yyyy-mm>.jsonl`: a session that was wrapped. */
const historyLineSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(1),
    session: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    pipeline: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    agent: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    startedAt: _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .instantSchema */ .p8,
    endedAt: _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .instantSchema */ .p8,
    /** Why it wrapped: a code, and after a colon what a person wants to know beside it. */
    reason: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    spent: _ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .amountsSchema */ .NU,
    /** Calls that came to an outcome. */
    calls: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative(),
    accepted: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative(),
    rejected: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative(),
    tasks: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    deliveries: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ branch: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), number: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().positive(), url: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })),
});
const renderHistoryLine = (line) => `${JSON.stringify(historyLineSchema.parse(line))}\n`;
function readLine(line) {
    try {
        return historyLineSchema.safeParse(JSON.parse(line)).data;
    }
    catch {
        return undefined;
    }
}
/** Reads files of history; a line that cannot be read is counted and left out, and a session that stands there twice counts once. */
function readHistoryTexts(texts) {
    const sessions = new Map();
    let damaged = 0;
    for (const text of texts) {
        for (const line of text.split('\n')) {
            if (line.trim() === '')
                continue;
            const read = readLine(line);
            if (read === undefined)
                damaged += 1;
            else
                sessions.set(`${read.pipeline}/${read.session}`, read);
        }
    }
    return {
        sessions: [...sessions.values()].toSorted((a, b) => (a.endedAt < b.endedAt ? -1 : a.endedAt > b.endedAt ? 1 : 0)),
        damaged,
    };
}


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

/***/ 8071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AJ: () => (/* binding */ isAwaited),
/* harmony export */   Bi: () => (/* binding */ guardedUntil),
/* harmony export */   K_: () => (/* binding */ isReviewFull),
/* harmony export */   T9: () => (/* binding */ budgetResetsAt),
/* harmony export */   eR: () => (/* binding */ meteredLedger),
/* harmony export */   fJ: () => (/* binding */ waitsForOf),
/* harmony export */   nS: () => (/* binding */ availabilityOf),
/* harmony export */   nT: () => (/* binding */ budgetOf)
/* harmony export */ });
/* unused harmony export longestWaitMs */
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
                await settled.catch((error) => report({ type: 'warning', message: `What became of ${task.id} is left to the next session: ${(0,errors/* messageOf */.bD)(error)}` }));
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

/***/ 6272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZU: () => (/* binding */ renderHandoff),
/* harmony export */   h1: () => (/* binding */ describeWaiting),
/* harmony export */   mU: () => (/* binding */ explainReason)
/* harmony export */ });
/* unused harmony exports renderUse, renderUsd */
/* harmony import */ var _dataset_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4257);
/* harmony import */ var _domain_ledger_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1841);
/* harmony import */ var _task_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8273);



const reasons = {
    budget: 'the budget line is reached',
    'session-budget': "the session's own budget line is reached",
    deadline: 'the time it was given is over',
    asked: 'it was asked to stop',
    provider: 'the provider cannot be used at the moment',
    window: "the budget's window is about to reset",
    'queue-empty': 'no task waits',
    waiting: 'its batch jobs are at work at the provider',
    slots: 'every slot for a batch job is in use',
    'max-tasks': 'it has ended as many tasks as it was asked to',
    'no-key': 'the key of its provider is missing',
    held: 'another session is at work',
    cooling: 'it rests until its next session is due',
    'lost-claim': 'another session took its claim over',
    'old-epoch': 'another session took its claim over',
    paused: 'the pipelines are paused',
    reviews: 'enough deliveries wait for a review',
    after: 'it runs after a pipeline that is at work',
};
const explainReason = (reason) => {
    const [code = reason, ...detail] = reason.split(': ');
    const known = (Object.hasOwn(reasons, code) ? reasons[code] : undefined) ?? code;
    return detail.length === 0 ? known : `${known} (${detail.join(': ')})`;
};
/** When the next session begins that waits for no time. */
const describeWaiting = (reason) => reason === 'reviews' ? 'once deliveries were reviewed' : 'as soon as a task waits';
/** `850 / 1000 (85.0%)` */
const renderUse = (ledger) => {
    const budget = (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .effectiveBudgetOf */ .yh)(ledger);
    const percent = budget === 0 ? '0.0' : (((0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .usedOf */ .Z)(ledger) / budget) * 100).toFixed(1);
    return `${(0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .usedOf */ .Z)(ledger)} / ${budget} (${percent}%)`;
};
const renderUsd = (usdMicros) => `$${(usdMicros / 1_000_000).toFixed(4)}`;
function renderTask(task) {
    const totals = (0,_task_run_js__WEBPACK_IMPORTED_MODULE_2__/* .totalsOf */ .vA)(task.units);
    return [
        `### ${(0,_dataset_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(task.title)} (\`${task.id}\`, ${task.status})`,
        '',
        `${totals.ended} of ${task.units.length} units ended, ${totals.accepted} pairs accepted, ${totals.rejected} put aside, ${totals.calls} calls.`,
        '',
        '| unit | calls | accepted | put aside | state |',
        '| --- | ---: | ---: | ---: | --- |',
        ...task.units.map(unit => {
            const aside = Object.values(unit.rejected).reduce((a, b) => a + b, 0);
            const state = unit.ended ? 'ended' : unit.calls > 0 ? 'under way' : 'waits';
            return `| ${(0,_dataset_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(unit.name)} | ${unit.calls} / ${unit.callsExpected} | ${unit.accepted} | ${aside} | ${state} |`;
        }),
        '',
    ];
}
/** What a session leaves for the next one and for people: how far it came, what it used, what waits. */
function renderHandoff(input) {
    const { session, metered } = input;
    const lines = [
        `# Handoff of ${session.id}`,
        '',
        `${input.agent} ran \`${input.pipeline}\` from ${session.startedAt} to ${input.endedAt} and wrapped because ${(0,_dataset_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(explainReason(input.reason))}.`,
        '',
        '| | |',
        '| --- | --- |',
        ...(metered === undefined ? [] : [`| ${metered.name} | ${renderUse(metered.ledger)}, line ${(0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .lineOf */ .cA)(metered.ledger)} |`]),
        ...(input.notes ?? []).map(([what, how]) => `| ${what} | ${how} |`),
        `| sends of this session | ${session.spent.calls ?? 0} |`,
        `| calls with an outcome | ${session.calls} |`,
        `| tokens | ${session.spent.tokens ?? 0} |`,
        `| dollars | ${renderUsd(session.spent.usdMicros ?? 0)} |`,
        `| pairs accepted | ${session.accepted} |`,
        `| pairs put aside | ${session.rejected} |`,
        `| deliveries | ${session.deliveries.length === 0 ? 'none' : session.deliveries.map(each => `#${each.number} (\`${each.branch}\`)`).join(', ')} |`,
        `| next session | ${input.next ?? describeWaiting(input.reason)} |`,
        '',
        ...(input.tasks.length === 0 ? [] : ['## Tasks', '', ...input.tasks.flatMap(renderTask)]),
    ];
    return `${lines.join('\n').trimEnd()}\n`;
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
    const rest = (reason, until) => ({ type: 'rest', reason, until, budget, early: false });
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
    const isFull = (0,session_availability/* isReviewFull */.K_)(input, input.waitingParts) && !input.force;
    if (isFull && board.slots.length === 0)
        return rest('reviews', null);
    const waitsFor = input.force || board.slots.length > 0 ? undefined : (0,session_availability/* waitsForOf */.fJ)(input);
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

;// CONCATENATED MODULE: ./src/session/look.js




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
    const pipeline = state.pipelines[setting.pipeline] ?? (0,domain_state/* emptyPipeline */.eU)(setting.pipeline);
    const { claim } = pipeline;
    const now = clock.now();
    // Asking costs a request on GitHub, and a claim that has lapsed is nobody's anyway.
    const isHeld = claim !== null && claim.expiresAt > now;
    const deadEpoch = isHeld && (await setup.isDead(claim.holder)) ? claim.epoch : null;
    const tasks = [...known, ...discovered];
    const waitingParts = await setup.countWaitingParts();
    const after = setting.after.map(name => state.pipelines[name] ?? (0,domain_state/* emptyPipeline */.eU)(name));
    const common = { now, paused, force, pipeline, tasks, deadEpoch, after, waitingParts };
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
        maxWaitingParts: setting.maxWaitingParts,
        members: batch.members.map(({ account, setting: own }) => ({ account: accountOf(account), setting: own })),
    });
    return seen(availability, early);
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
