export const id = 9936;
export const ids = [9936];
export const modules = {

/***/ 9936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  define: () => (/* binding */ review_define),
  openReviewBook: () => (/* binding */ openReviewBook)
});

// EXTERNAL MODULE: ../../node_modules/commander/index.js + 6 modules
var commander = __webpack_require__(1283);
// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(9131);
// EXTERNAL MODULE: ./src/compose.js + 83 modules
var compose = __webpack_require__(4597);
// EXTERNAL MODULE: ./src/dataset/markdown.js
var markdown = __webpack_require__(4257);
// EXTERNAL MODULE: ./src/domain/task.js
var domain_task = __webpack_require__(3761);
// EXTERNAL MODULE: ./src/dataset/review.js
var review = __webpack_require__(5680);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/session/endings.js + 2 modules
var session_endings = __webpack_require__(6086);
;// CONCATENATED MODULE: ./src/session/record-look.js

/** Keeps with an open part how much of it a reviewer has read; less than is known already changes nothing. */
async function recordLook({ book, clock }, { task, part }, looked) {
    if (looked === 'none' || domain_task/* lookedDegrees */.K_.indexOf(looked) <= domain_task/* lookedDegrees */.K_.indexOf(part.looked))
        return;
    await book.apply({
        type: 'look-at-part',
        operation: `look/${task.id}/${part.part}/${looked}`,
        pipeline: task.pipeline,
        now: clock.now(),
        task: task.id,
        part: part.part,
        looked,
    });
}

// EXTERNAL MODULE: ./src/domain/one-line.js
var one_line = __webpack_require__(9517);
;// CONCATENATED MODULE: ./src/session/rejection-message.js

const longestReason = 300;
const mostHandles = 40;
/** Rejections named in one message; the comments have them all. */
const mostLines = 50;
/** What GitHub acts on in a commit's message: mentions, closed issues, addresses of issues, `[skip ci]`. */
const active = { '@': '＠', '#': '＃', '[': '［', ']': '］', '://': ':／／' };
/** A foreign text for a commit's message, with full-width signs where GitHub would act on plain ones. */
const inertLine = (text) => (0,one_line/* oneLine */.T)(text, longestReason)
    .replaceAll(/[@#[\]]|:\/\//g, sign => active[sign] ?? sign)
    .replaceAll(/\b(gh)-(?=\d)/gi, '$1‑');
/** The subject names the part and every other line begins with a dash, so that none of them can pass for a trailer. */
function renderRejection({ task, part }, rejections) {
    const count = new Set(rejections.flatMap(({ handles }) => handles)).size;
    const lines = rejections.slice(0, mostLines).map(({ handles, because, by }) => {
        const more = handles.length > mostHandles ? ` and ${handles.length - mostHandles} more` : '';
        const reason = inertLine(because);
        return `- ${handles.slice(0, mostHandles).join(', ')}${more}${by === null ? '' : ` by ${inertLine(by)}`}${reason === '' ? '' : `, because ${reason}`}`;
    });
    return [`Reject ${count} ${count === 1 ? 'pair' : 'pairs'} of ${task.id}, part ${part.part}`, '', ...lines].join('\n');
}

// EXTERNAL MODULE: ./src/dataset/reviewed-file.js
var reviewed_file = __webpack_require__(5920);
// EXTERNAL MODULE: ./src/session/reviews.js
var reviews = __webpack_require__(1411);
;// CONCATENATED MODULE: ./src/session/remove-pairs.js



/** Lost races against other editors of a branch before giving up. */
const maxRaces = 20;
function read([path, text]) {
    try {
        return { path, text, handles: [...(0,reviewed_file/* readHandles */.y0)({ path, text }).keys()] };
    }
    catch (error) {
        return new errors/* PerpetualError */.nX((0,errors/* messageOf */.bD)(error), { actBy: 'fix-config', cause: error });
    }
}
/**
 * Takes pairs out of a part's files with one commit on its branch, on whatever reviewers have made of them: `choose` names the
 * handles by what stands there now, and is asked again after each lost race. Nothing to take makes no commit.
 * Undefined where the pull request is not open.
 */
async function removePairs(forge, part, choose) {
    for (let race = 0; race < maxRaces; race += 1) {
        const pull = part.pull === null ? undefined : await forge.pulls.get(part.pull);
        if (pull?.state !== 'open')
            return undefined;
        const files = [...(await forge.contents.read(pull.head, (0,reviews/* reviewedFiles */.zk)(part)))].map(read);
        const readable = files.flatMap(file => (file instanceof errors/* PerpetualError */.nX ? [] : [file]));
        const unreadable = files.flatMap(file => (file instanceof errors/* PerpetualError */.nX ? [file] : []));
        const standing = { present: new Set(readable.flatMap(({ handles }) => handles)), unreadable };
        const { handles, message } = choose(standing);
        const rejected = readable.map(({ path, text }) => ({ path, ...(0,reviewed_file/* rejectPairs */.$0)({ path, text }, handles) }));
        const changes = rejected.filter(({ removed }) => removed.length > 0).map(({ path, text }) => ({ path, text }));
        const removed = rejected.flatMap(each => each.removed);
        if (changes.length === 0)
            return { removed, standing };
        const written = await forge.pulls.edit(pull.number, { base: pull.head, changes, message });
        if (written.type === 'written')
            return { removed, standing };
    }
    throw new errors/* PerpetualError */.nX(`Expected to edit #${part.pull} within ${maxRaces} races, lost them all; try again`, {
        actBy: 'next-run',
    });
}

;// CONCATENATED MODULE: ./src/session/review-book.js







function createReviewBook(setup) {
    const { forge, book } = setup;
    const endings = (0,session_endings/* createEndings */.$)(setup);
    const delivered = async () => {
        const tasks = await book.tasks();
        return tasks.flatMap(task => task.parts.filter(part => part.pull !== null).map(part => ({ task, part })));
    };
    const find = async (number) => {
        const found = (await delivered()).find(each => each.part.pull === number);
        const pull = found === undefined ? undefined : await forge.pulls.get(number);
        if (found === undefined || pull === undefined)
            throw new errors/* PerpetualError */.nX(`Expected the number of a delivered part, got ${number}; \`perpetual review list --all\` shows them`, { actBy: 'fix-config' });
        return { ...found, pull };
    };
    const rowOf = ({ task, part, pull }) => ({
        number: pull.number,
        task: task.id,
        part: part.part,
        title: pull.title,
        pairs: part.pairs,
        state: pull.state,
        branch: pull.branch,
    });
    const refuseEnded = (pull) => {
        if (pull.state !== 'open')
            throw new errors/* PerpetualError */.nX(`Expected an open part, got #${pull.number}, which is ${pull.state}`, { actBy: 'fix-config' });
    };
    const removeNamed = async (found, { pairs, because }) => {
        const { pull } = found.part;
        const handles = (0,review/* parseHandles */.Z)(pairs);
        const message = renderRejection(found, [{ handles, because, by: null }]);
        const removal = await removePairs(forge, found.part, ({ present, unreadable }) => {
            if (unreadable[0] !== undefined)
                throw unreadable[0];
            const missing = handles.filter(handle => !present.has(handle)).slice(0, 5);
            if (missing.length === 0)
                return { handles, message };
            throw new errors/* PerpetualError */.nX(`Expected handles of pairs in #${pull}, found none named ${missing.join(', ')}`, {
                actBy: 'fix-config',
            });
        });
        if (removal !== undefined)
            return removal.removed;
        throw new errors/* PerpetualError */.nX(`Expected an open part, but #${pull} was merged or closed meanwhile`, { actBy: 'fix-config' });
    };
    return {
        list: async ({ all }) => {
            const rows = [];
            for (const { task, part } of await delivered()) {
                const pull = part.pull === null ? undefined : await forge.pulls.get(part.pull);
                if (pull !== undefined && (all || pull.state === 'open'))
                    rows.push(rowOf({ task, part, pull }));
            }
            return rows;
        },
        show: async (number) => {
            const found = await find(number);
            const texts = await forge.pulls.read(number, found.part.paths.filter(path => path.endsWith('.review.md')));
            return { ...rowOf(found), body: found.pull.body, pages: [...texts].map(([path, text]) => ({ path, text })) };
        },
        accept: async (number, looked) => {
            const found = await find(number);
            const { task, pull } = found;
            if (pull.state === 'closed')
                refuseEnded(pull);
            // Before it is merged, so that whoever takes the merge in knows it.
            await recordLook({ book, clock: setup.clock }, found, looked);
            const merged = await forge.pulls.merge(number, { expectedHead: pull.head, message: `Merge ${pull.title} (#${number})` });
            if (merged.type === 'conflict')
                throw new errors/* PerpetualError */.nX(`Expected #${number} to merge, found conflicts in ${merged.paths.slice(0, 3).join(', ')}; merge ${pull.branch} by hand`, { actBy: 'fix-config' });
            if (merged.type === 'refused')
                throw new errors/* PerpetualError */.nX(merged.reason, { actBy: 'fix-config' });
            if (merged.type === 'stale')
                throw new errors/* PerpetualError */.nX(`Expected #${number} to stay as it was shown, but somebody pushed to it; look again`, {
                    actBy: 'next-run',
                });
            const current = await endings.settle(task);
            const kept = current.parts.find(part => part.pull === number)?.kept ?? 0;
            return { task: task.id, status: current.status, commit: merged.commit, kept };
        },
        reject: async (number, { pairs, because }) => {
            const found = await find(number);
            refuseEnded(found.pull);
            const removed = pairs === undefined ? [] : await removeNamed(found, { pairs, because });
            const what = pairs === undefined ? 'The whole part' : removed.join(', ');
            await forge.pulls.comment(number, {
                marker: `reject:${removed.join(',') || 'all'}`,
                body: `${what} rejected${because === '' ? '' : `, because ${(0,markdown/* escapeMarkdown */.FV)(because)}`}.`,
            });
            if (pairs === undefined) {
                await forge.pulls.close(number);
                await endings.settle(found.task);
            }
            return { task: found.task.id, removed, closed: pairs === undefined };
        },
    };
}

// EXTERNAL MODULE: ./src/commands/with-project.js
var with_project = __webpack_require__(5334);
;// CONCATENATED MODULE: ./src/commands/review.js







const rejectSchema = schemas/* object */.Ikc({ pairs: schemas/* string */.YjP().optional(), because: schemas/* string */.YjP().default('') });
const acceptSchema = schemas/* object */.Ikc({ looked: schemas/* enum */.k5n(domain_task/* lookedDegrees */.K_) });
const listSchema = schemas/* object */.Ikc({ all: schemas/* boolean */.zMY().default(false) });
const help = `
Examples:
  perpetual review list
  perpetual review show 45
  perpetual review reject 45 --pairs macd.3,macd.7-9 --because "the formula is wrong"
  perpetual review accept 45 --looked some`;
function readNumber(text) {
    const number = Number(text.replace(/^#/u, ''));
    if (Number.isInteger(number) && number > 0)
        return number;
    throw new commander/* InvalidArgumentError */.Di('Expected the number of a part, as `perpetual review list` shows it.');
}
const openReviewBook = (project, { warn }) => createReviewBook((0,compose/* reviewSetupOf */.$w)(project, warn));
const withReviews = (invocation, work) => (0,with_project/* withProject */.C)(invocation, project => work(openReviewBook(project, invocation.output)));
async function list(invocation, all) {
    const reviews = await withReviews(invocation, book => book.list({ all }));
    const lines = reviews.map(each => `#${each.number}  ${each.state.padEnd(6)}  ${each.task} part ${each.part}, ${each.pairs} pairs  ${each.branch}`);
    invocation.output.result(lines.length === 0 ? 'Nothing waits for a review.' : lines.join('\n'));
    return { json: { reviews } };
}
async function show(invocation, number) {
    const page = await withReviews(invocation, book => book.show(number));
    const { colours } = invocation.output;
    const pages = page.pages.map(({ path, text }) => `${colours.bold(path)}\n\n${(0,markdown/* unescapeMarkdown */.e8)(text)}`);
    invocation.output.result([
        colours.bold(`#${page.number} ${page.title}`),
        `${page.state}, ${page.branch}`,
        '',
        (0,markdown/* unescapeMarkdown */.e8)(page.body),
        '',
        ...pages,
    ].join('\n'));
    return { json: page };
}
async function accept(invocation, number, looked) {
    const done = await withReviews(invocation, book => book.accept(number, looked));
    invocation.output.result(`Merged #${number}: ${done.kept} pairs kept. ${done.task} is ${done.status}.`);
    return { json: { number, ...done } };
}
async function reject(invocation, number, rejection) {
    const done = await withReviews(invocation, book => book.reject(number, { pairs: rejection.pairs, because: rejection.because }));
    const what = done.closed ? `Closed #${number}; nothing of it is kept.` : `Removed ${done.removed.join(', ')} from #${number}.`;
    invocation.output.result(what);
    return { json: { number, ...done } };
}
function review_define(command, start) {
    command.addHelpText('after', help);
    const listing = command
        .command('list')
        .description('Parts that wait for a review')
        .option('--all', 'merged and closed ones too');
    listing.action(async () => {
        const { all } = listSchema.parse(listing.opts());
        await start(listing, invocation => list(invocation, all));
    });
    const showing = command
        .command('show')
        .description('The review pages of a part')
        .argument('<number>', 'the number of the part', readNumber);
    showing.action(async (number) => start(showing, invocation => show(invocation, number)));
    const accepting = command
        .command('accept')
        .description('Merge a part')
        .argument('<number>', 'the number of the part', readNumber);
    accepting.addOption(new commander/* Option */.c$('--looked <much>', 'how much of it you have read; kept with every pair')
        .choices(domain_task/* lookedDegrees */.K_.toReversed())
        .default('none'));
    accepting.action(async (number) => {
        const { looked } = acceptSchema.parse(accepting.opts());
        await start(accepting, invocation => accept(invocation, number, looked));
    });
    const rejecting = command
        .command('reject')
        .description('Remove single pairs from a part, or close it')
        .argument('<number>', 'the number of the part', readNumber)
        .option('--pairs <handles>', 'such as macd.3,macd.7-9; without it the whole part is rejected')
        .option('--because <reason>', 'kept with the part');
    rejecting.action(async (number) => {
        const rejection = rejectSchema.parse(rejecting.opts());
        await start(rejecting, invocation => reject(invocation, number, rejection));
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
