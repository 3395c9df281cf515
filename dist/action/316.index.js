export const id = 316;
export const ids = [316];
export const modules = {

/***/ 2316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nothingToDo: () => (/* binding */ nothingToDo),
/* harmony export */   perform: () => (/* binding */ perform)
/* harmony export */ });
/* harmony import */ var _session_review_commands_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9707);
/* harmony import */ var _review_event_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4479);


const deliveryPrefix = 'perpetual/';
/** A filter that saves requests; what an event may change is decided by state and by who sent it. */
function nothingToDo(context) {
    const event = (0,_review_event_js__WEBPACK_IMPORTED_MODULE_1__/* .readReviewEvent */ .n)(context);
    if (event.type === 'other')
        return `Nothing is to be done when a pull request is ${event.action}.`;
    if (event.type === 'commented') {
        if (!event.isPull)
            return 'The comment is on an issue, where there is nothing to review.';
        return (0,_session_review_commands_text_js__WEBPACK_IMPORTED_MODULE_0__/* .commandLines */ .Z)(event.body).length === 0 ? 'The comment holds no /reject and no /ok.' : undefined;
    }
    const isOwn = event.repository === `${context.owner}/${context.repo}` && event.branch.startsWith(deliveryPrefix);
    return isOwn ? undefined : 'The pull request is none that Perpetual delivered.';
}
/** Loaded late, because most comments ask for nothing. */
const perform = async (call) => (await Promise.all(/* import() */[__webpack_require__.e(607), __webpack_require__.e(931), __webpack_require__.e(604), __webpack_require__.e(884), __webpack_require__.e(86)]).then(__webpack_require__.bind(__webpack_require__, 5086))).answerReviewEvent(call);


/***/ }),

/***/ 4479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ readReviewEvent)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7821);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);


const number = zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive();
/** The little that is read of an event; the rest is asked at the API, where it is as it is now. */
const commentEventSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    issue: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ number, pull_request: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J().optional() }),
    comment: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ body: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish() }),
});
const pullEventSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    action: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    pull_request: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        number,
        head: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ ref: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), repo: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ full_name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }).nullish() }),
    }),
    sender: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ login: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
});
function read(schema, { event, payload }) {
    const checked = schema.safeParse(payload);
    if (checked.success)
        return checked.data;
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX(`Expected the event of a pull request or of a comment, got \`${event}\`; run this command in a workflow on \`pull_request_target\` or \`issue_comment\``, { actBy: 'fix-config', cause: checked.error });
}
/** Throws `fix-config` where something else started the workflow. */
function readReviewEvent(context) {
    if (context.event === 'issue_comment') {
        const { issue, comment } = read(commentEventSchema, context);
        return { type: 'commented', pull: issue.number, body: comment.body ?? '', isPull: issue.pull_request !== undefined };
    }
    const { action, pull_request: pull, sender } = read(pullEventSchema, context);
    if (action !== 'closed' && action !== 'synchronize')
        return { type: 'other', action };
    return {
        type: action === 'closed' ? 'closed' : 'pushed',
        pull: pull.number,
        sender: sender.login,
        branch: pull.head.ref,
        repository: pull.head.repo?.full_name ?? '',
    };
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

/***/ 9707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ readCommand),
/* harmony export */   Z: () => (/* binding */ commandLines)
/* harmony export */ });
/* harmony import */ var _dataset_review_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5680);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9763);


/** A comment holds 65,536 characters, and each of its words could be a range of 300 pairs. */
const mostWords = 300;
const mostCommands = 100;
const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/;
const command = /^\/(reject|ok)(?=\s|$)(.*)$/is;
/** The lines that are seen and no code. A quoted line begins with `>`, and so is no command anyway. */
function proseOf(body) {
    const lines = body.replaceAll(/\r\n?/g, '\n').split('\n');
    const lastClosing = lines.findLastIndex(line => line.includes('-->'));
    const prose = [];
    let open = null;
    let isHidden = false;
    for (const [index, line] of lines.entries()) {
        const [, mark = '', info = ''] = fence.exec(line) ?? [];
        if (isHidden)
            isHidden = !line.includes('-->');
        else if (open !== null) {
            if (mark.startsWith(open) && info.trim() === '')
                open = null;
        }
        else if (mark !== '' && !(mark.startsWith('`') && info.includes('`')))
            open = mark;
        else {
            prose.push(line);
            const at = line.lastIndexOf('<!--');
            // An HTML comment that begins a line needs no end to hide what follows; within a line it does.
            if (at !== -1 && !line.includes('-->', at))
                isHidden = line.slice(0, at).trim() === '' || index < lastClosing;
        }
    }
    return prose;
}
function pairsOf(text) {
    if (text.toLowerCase() === 'all')
        return 'all';
    if (text.split(/[\s,]+/, mostWords + 1).length > mostWords)
        return { problem: `Expected at most ${mostWords} handles in a line` };
    try {
        return (0,_dataset_review_js__WEBPACK_IMPORTED_MODULE_0__/* .parseHandles */ .Z)(text);
    }
    catch (error) {
        return { problem: (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error) };
    }
}
/** The lines of a comment that are commands, in their order, at most 100. */
const commandLines = (body) => proseOf(body)
    .filter(line => command.test(line))
    .slice(0, mostCommands);
/** What one of them says; never throws, whatever stands there. */
function readCommand(written) {
    const line = written.trim();
    const [, name = '', rest = ''] = command.exec(line) ?? [];
    const at = rest.search(/(?<=\s)because(?=\s|$)/i);
    const named = (at === -1 ? rest : rest.slice(0, at)).trim();
    const because = at === -1 ? '' : rest.slice(at + 'because'.length).trim();
    return { name: name.toLowerCase() === 'ok' ? 'ok' : 'reject', line, pairs: pairsOf(named), because };
}


/***/ })

};
