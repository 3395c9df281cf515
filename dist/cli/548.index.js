export const id = 548;
export const ids = [548];
export const modules = {

/***/ 5676:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ decide)
/* harmony export */ });
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


/***/ }),

/***/ 4170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fp: () => (/* binding */ renderHistoryLine),
/* harmony export */   j3: () => (/* binding */ readHistoryTexts)
/* harmony export */ });
/* unused harmony export historyLineSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9131);
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

/***/ 1085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ matchJobs),
/* harmony export */   r: () => (/* binding */ foundJobs)
/* harmony export */ });
/* harmony import */ var _display_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8031);
/* harmony import */ var _survey_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8691);


const foundJobs = (views, owner) => views.flatMap(({ member, listing }) => (listing?.jobs ?? []).flatMap(job => {
    const display = (0,_display_js__WEBPACK_IMPORTED_MODULE_1__/* .readDisplay */ .xS)(owner, job.display);
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
    const isIts = ({ job }) => (0,_survey_js__WEBPACK_IMPORTED_MODULE_0__/* .mayBring */ .cW)(job) || (job.display === slot.display && job.state !== 'cancelling');
    return found
        .filter(each => each.member === slot.member && each.work === slot.work && isIts(each))
        .toSorted((a, b) => (0,_survey_js__WEBPACK_IMPORTED_MODULE_0__/* .byAge */ .jI)(a.job, b.job))[0];
}
/** An account that got another name: its jobs show under that one, and are adopted there. */
const hasMoved = (slot, found, views) => views.every(({ member }) => member.account !== slot.member) &&
    found.some(({ job }) => (0,_survey_js__WEBPACK_IMPORTED_MODULE_0__/* .mayBring */ .cW)(job) && (slot.job === null ? job.display === slot.display : job.name === slot.job));
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
    if (!(0,_survey_js__WEBPACK_IMPORTED_MODULE_0__/* .isAlive */ ._n)(job))
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
    for (const each of found.toSorted((a, b) => (0,_survey_js__WEBPACK_IMPORTED_MODULE_0__/* .byAge */ .jI)(a.job, b.job))) {
        const identity = identityOf(each.job);
        const standing = input.standingOf(each.work);
        // A task of a state that was lost: nobody can tell what its job is good for.
        if (kept.has(identity) || standing === 'unknown')
            continue;
        if (standing === 'wanted' && !works.has(each.work) && (0,_survey_js__WEBPACK_IMPORTED_MODULE_0__/* .mayBring */ .cW)(each.job)) {
            works.add(each.work);
            kept.add(identity);
            changes.push({ type: 'adopted', slot: input.slotFor(each) });
            if (!(0,_survey_js__WEBPACK_IMPORTED_MODULE_0__/* .isAlive */ ._n)(each.job))
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
            if ((0,_survey_js__WEBPACK_IMPORTED_MODULE_0__/* .isAlive */ ._n)(job))
                counted.add(identityOf(job));
        others[member.account] = counted.size - before;
    }
    return others;
}


/***/ }),

/***/ 8691:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _n: () => (/* binding */ isAlive),
/* harmony export */   cW: () => (/* binding */ mayBring),
/* harmony export */   jI: () => (/* binding */ byAge),
/* harmony export */   qm: () => (/* binding */ createMembers)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);
/* harmony import */ var _availability_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8071);


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
                refuse(member.account, (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error));
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
            const isGuarded = (0,_availability_js__WEBPACK_IMPORTED_MODULE_1__/* .guardedUntil */ .Bi)(member.setting, clock.now()) !== null;
            return refusals.get(account) ?? (isGuarded ? 'its window is about to reset' : undefined);
        },
    };
}
const isAlive = ({ state }) => state === 'alive' || state === 'cancelling';
/** Whether a job has, or may come to, results that are worth keeping though no slot stands for it. */
const mayBring = ({ state }) => state === 'alive' || state === 'succeeded' || state === 'partly-succeeded';
/** Oldest first; one whose age is not told comes last. */
const byAge = (a, b) => (a.createdAt ?? '~').localeCompare(b.createdAt ?? '~') || a.name.localeCompare(b.name);


/***/ }),

/***/ 9620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ branchOf),
  c: () => (/* binding */ deliver)
});

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
    const saved = await save(setup, opened, failed === undefined ? ending : null);
    if (failed !== undefined)
        throw failed.reason;
    for (const { branch, pull, url, pairs } of opened)
        setup.report({ type: 'delivered', branch, number: pull ?? 0, url, pairs });
    return saved?.type === 'fenced' && saved.reason !== 'wrong-status' ? { type: 'lost' } : { type: 'delivered', ended: saved };
}
/** Records what was opened and the end of the task in one commit; where a person stopped the task, only what was opened. */
async function save(setup, opened, ending) {
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


/***/ }),

/***/ 6272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZU: () => (/* binding */ renderHandoff),
/* harmony export */   mU: () => (/* binding */ explainReason)
/* harmony export */ });
/* unused harmony exports describeWaiting, renderUse, renderUsd */
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

/***/ 5057:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ limitedMeters),
/* harmony export */   E: () => (/* binding */ createPurse)
/* harmony export */ });
/* harmony import */ var _domain_ledger_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1841);

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
            const reserved = ledger.reservations.find(reservation => (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_0__/* .isHeldBy */ .D0)(reservation, committed.holder))?.amount ?? 0;
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
const limitedMeters = (limits) => _domain_ledger_js__WEBPACK_IMPORTED_MODULE_0__/* .meters */ .L2.filter(meter => limits[meter] !== undefined);


/***/ }),

/***/ 8681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ restsUntil),
/* harmony export */   z: () => (/* binding */ isCutShort)
/* harmony export */ });
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(795);

/**
 * When a pipeline may begin its next session: after its cooldown, and in the next span of `every` (spans are counted from midnight UTC
 * of 1 January 1970, so that those of whole hours begin on the hour). Spans and not distances, because ticks come late or not at all:
 * one that comes ten minutes early against the last still starts its session, and a missed one is made up by whichever comes next.
 */
function restsUntil({ everyMs, cooldownMs }, last) {
    const cool = (0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .plusMs */ .f9)(last.endedAt, cooldownMs);
    if (everyMs === 0 || last.isCutShort)
        return cool;
    const nextSpan = (0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .toInstant */ .fN)((Math.floor((0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .toEpochMs */ .x8)(last.startedAt) / everyMs) + 1) * everyMs);
    return nextSpan > cool ? nextSpan : cool;
}
/** Whether a session was kept from its work by something that may be over soon: then it does not use its span up. */
const isCutShort = (reason, { calls }) => reason === 'asked' || (reason.startsWith('provider') && calls === 0);


/***/ }),

/***/ 3236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LV: () => (/* binding */ wrap),
/* harmony export */   XW: () => (/* binding */ leaveSaved),
/* harmony export */   Zk: () => (/* binding */ isForgiven),
/* harmony export */   qG: () => (/* binding */ leave)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);
/* harmony import */ var _domain_history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4170);
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(795);
/* harmony import */ var _domain_ledger_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1841);
/* harmony import */ var _domain_state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8935);
/* harmony import */ var _availability_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8071);
/* harmony import */ var _handoff_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6272);
/* harmony import */ var _schedule_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8681);








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
        minutes: ((0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_2__/* .toEpochMs */ .x8)(setup.clock.now()) - (0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_2__/* .toEpochMs */ .x8)(session.startedAt)) / 60_000,
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
    const ledger = (0,_availability_js__WEBPACK_IMPORTED_MODULE_5__/* .meteredLedger */ .eR)(setting, { account, session }, now);
    const metered = told ?? (ledger === undefined ? undefined : { ledger, name: meteredName(setting) });
    const isClosed = Object.values(account.ledgers).some(each => each.closed === true);
    const cooldownUntil = (0,_schedule_js__WEBPACK_IMPORTED_MODULE_7__/* .restsUntil */ .M)(setting, {
        startedAt: session.startedAt,
        endedAt: now,
        isCutShort: (0,_schedule_js__WEBPACK_IMPORTED_MODULE_7__/* .isCutShort */ .z)(reason, session),
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
    const path = _domain_state_js__WEBPACK_IMPORTED_MODULE_4__/* .statePaths */ .mt.handoff(setting.pipeline, session.id);
    await Promise.all(tasks.map(task => setup.announce(task, { body: (0,_handoff_js__WEBPACK_IMPORTED_MODULE_6__/* .renderHandoff */ .ZU)(inputOf(input, task)), pipeline: setting.pipeline })));
    const result = await book.apply({
        type: 'wrap',
        operation: `${holder.session}/${holder.epoch}/wrap`,
        now,
        ...holder,
        account: setting.account,
        task: state.pipelines[setting.pipeline]?.task ?? null,
        cooldownUntil,
        shortOf: _domain_ledger_js__WEBPACK_IMPORTED_MODULE_3__/* .meters */ .L2.find(meter => reason === `budget: ${_domain_ledger_js__WEBPACK_IMPORTED_MODULE_3__/* .meterWords */ .D[meter]}`) ?? null,
        forgive: isForgiven(reason),
    }, {
        files: [{ path, text: (0,_handoff_js__WEBPACK_IMPORTED_MODULE_6__/* .renderHandoff */ .ZU)(input) }],
        line: { path: _domain_state_js__WEBPACK_IMPORTED_MODULE_4__/* .statePaths */ .mt.history(now.slice(0, 7)), text: historyLine(setup, { session, reason, now }) },
    });
    if (result.type === 'fenced')
        return await leave(setup, leg);
    await tidy(setup);
    const outcome = reason === 'queue-empty' || reason === 'max-tasks' ? 'completed' : 'wrapped';
    const minutes = ((0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_2__/* .toEpochMs */ .x8)(now) - (0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_2__/* .toEpochMs */ .x8)(session.startedAt)) / 60_000;
    const done = resultOf(setup, {
        session,
        outcome,
        reason,
        budget: (0,_availability_js__WEBPACK_IMPORTED_MODULE_5__/* .budgetOf */ .nT)(metered?.ledger, setting.metered.meter),
        handoff: path,
        next,
        minutes,
    });
    return failure === undefined ? done : { ...done, actBy: failure };
}
const meteredName = ({ account, metered: { scope, meter } }) => scope === 'account' ? `${account} ${_domain_ledger_js__WEBPACK_IMPORTED_MODULE_3__/* .meterWords */ .D[meter]}` : `${_domain_ledger_js__WEBPACK_IMPORTED_MODULE_3__/* .meterWords */ .D[meter]} of this session`;
/** When the last of an account's windows begins anew; null where none does. */
function lastReset(account) {
    const resets = Object.values(account.ledgers).flatMap(ledger => (0,_availability_js__WEBPACK_IMPORTED_MODULE_5__/* .budgetResetsAt */ .T9)(ledger) ?? []);
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
        report({ type: 'warning', message: `Housekeeping was left to the next session: ${(0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}` });
    }
}
function historyLine({ setting }, { session, reason, now }) {
    const { id, startedAt, spent, calls, accepted, rejected, tasks, deliveries } = session;
    const { pipeline, agent } = setting;
    const done = { spent, calls, accepted, rejected, tasks, deliveries };
    return (0,_domain_history_js__WEBPACK_IMPORTED_MODULE_1__/* .renderHistoryLine */ .fp)({ version: 1, session: id, pipeline, agent, startedAt, endedAt: now, reason, ...done });
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


/***/ })

};
