export const id = 472;
export const ids = [472];
export const modules = {

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
    if (pipeline.session === null && !input.force) {
        if (pipeline.cooldownUntil !== null && pipeline.cooldownUntil > now)
            return rest('cooling', pipeline.cooldownUntil);
        const waitsFor = waitsForOf(input);
        if (waitsFor !== undefined)
            return { ...rest('after', null), waitsFor };
        if (isReviewFull(setting, input.waitingParts))
            return rest('reviews', null);
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
