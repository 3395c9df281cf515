export const id = 693;
export const ids = [693];
export const modules = {

/***/ 3881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ZZ: () => (/* binding */ parseCallLines),
  cj: () => (/* binding */ renderCallLines),
  UH: () => (/* binding */ rowSha256)
});

// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(7821);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/domain/pair.js
var pair = __webpack_require__(8660);
// EXTERNAL MODULE: ./src/dataset/pair-id.js
var pair_id = __webpack_require__(3852);
// EXTERNAL MODULE: ./src/dataset/pair-rows.js
var pair_rows = __webpack_require__(9036);
;// CONCATENATED MODULE: ./src/dataset/shared-fields.js
const isFields = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isShared = (values) => {
    const first = JSON.stringify(values[0]);
    return values.every(value => JSON.stringify(value) === first);
};
/** Takes out of records what all of them say alike, one level of objects deep: most of a pair's provenance is that of its neighbours. */
const factorOut = (records, depth = 1) => {
    const shared = [];
    const rest = records.map(() => []);
    for (const key of Object.keys(records[0] ?? {})) {
        const values = records.map(record => record[key]);
        if (isShared(values))
            shared.push([key, values[0]]);
        else if (depth > 0 && values.every(isFields)) {
            const inner = factorOut(values.filter(isFields), depth - 1);
            shared.push([key, inner.shared]);
            for (const [i, one] of inner.rest.entries())
                rest[i]?.push([key, one]);
        }
        else
            for (const [i, value] of values.entries())
                rest[i]?.push([key, value]);
    }
    return { shared: Object.fromEntries(shared), rest: rest.map(entries => Object.fromEntries(entries)) };
};
/** Puts back what `factorOut` took; a record's own value wins. */
const putBack = (shared, record) => {
    const merged = Object.entries({ ...shared, ...record }).map(([key, value]) => {
        const common = shared[key];
        return isFields(common) && isFields(value) ? [key, { ...common, ...value }] : [key, value];
    });
    return Object.fromEntries(merged);
};

// EXTERNAL MODULE: ./src/domain/instant.js
var instant = __webpack_require__(795);
// EXTERNAL MODULE: ./src/domain/research-task.js
var research_task = __webpack_require__(1151);
// EXTERNAL MODULE: ./src/dataset/candidate.js
var candidate = __webpack_require__(7627);
;// CONCATENATED MODULE: ./src/dataset/unit-delivery.js




/** One call that came to an outcome, as it is published beside the pairs. */
const callRecordSchema = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP(),
    stage: schemas/* string */.YjP(),
    modelRequested: schemas/* string */.YjP(),
    modelServed: schemas/* string */.YjP(),
    provider: schemas/* string */.YjP(),
    generationId: schemas/* string */.YjP(),
    promptSha256: schemas/* string */.YjP(),
    inputTokens: schemas/* int */.Whr().nonnegative(),
    outputTokens: schemas/* int */.Whr().nonnegative(),
    /** US dollars; null where the provider did not say. */
    costUsd: schemas/* number */.aig().nonnegative().nullable(),
    at: instant/* instantSchema */.p8,
    rehearsal: schemas/* boolean */.zMY(),
});
const rejectionSchema = schemas/* strictObject */.rej({ question: schemas/* string */.YjP(), gate: schemas/* enum */.k5n(candidate/* gates */.V), reason: schemas/* string */.YjP() });
const unitHeadSchema = schemas/* strictObject */.rej({
    pipeline: schemas/* string */.YjP(),
    agent: schemas/* string */.YjP(),
    task: schemas/* string */.YjP(),
    title: schemas/* string */.YjP(),
    indicator: research_task/* indicatorSchema */.b,
    /** Planted errors shown to the judge, and how many of them it caught. */
    planted: schemas/* strictObject */.rej({ asked: schemas/* int */.Whr().nonnegative(), caught: schemas/* int */.Whr().nonnegative() }),
});

;// CONCATENATED MODULE: ./src/dataset/call-lines.js







const { id, schema_version, indicator_id, indicator, topic, language, generation, judge, dedup, review, license } = pair/* pairSchema */.c2.shape;
const metaLineSchema = schemas/* strictObject */.rej({
    type: schemas/* literal */.euz('meta'),
    version: schemas/* literal */.euz(1),
    ...unitHeadSchema.shape,
    /** What all pairs of this file have in common, and their lines leave out. */
    shared: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()),
});
const callLineSchema = schemas/* strictObject */.rej({ type: schemas/* literal */.euz('call'), ...callRecordSchema.shape });
const rejectionLineSchema = schemas/* strictObject */.rej({ type: schemas/* literal */.euz('rejection'), ...rejectionSchema.shape });
const pairLineSchema = schemas/* strictObject */.rej({
    type: schemas/* literal */.euz('pair'),
    handle: schemas/* string */.YjP(),
    /** SHA-256 of the row that a person reads, which tells an edited pair. */
    row_sha256: schemas/* string */.YjP(),
    id,
    schema_version,
    indicator_id,
    indicator,
    topic,
    language,
    generation,
    judge,
    dedup,
    review,
    license,
    citations: schemas/* array */.YOg(pair/* citationSchema */.XQ.omit({ url: true, title: true, quote: true })),
});
/** A pair's line as it is written: without what is shared. */
const shortPairLineSchema = schemas/* looseObject */._H3({ type: schemas/* literal */.euz('pair') });
const lineSchema = schemas/* discriminatedUnion */.gMt('type', [metaLineSchema, callLineSchema, shortPairLineSchema, rejectionLineSchema]);
/** SHA-256 of what a person reads of a pair. */
const rowSha256 = (row) => (0,pair_id/* sha256 */.sc)(JSON.stringify(row));
const pairLine = (pair) => ({
    handle: pair.handle,
    row_sha256: rowSha256((0,pair_rows/* rowOf */.OB)(pair)),
    id: pair.id,
    schema_version: pair.schema_version,
    indicator_id: pair.indicator_id,
    indicator: pair.indicator,
    topic: pair.topic,
    language: pair.language,
    generation: pair.generation,
    judge: pair.judge,
    dedup: pair.dedup,
    review: pair.review,
    license: pair.license,
    citations: pair.citations.map(({ n, published_at, accessed_at, quote_sha256, match_score }) => ({
        n,
        published_at,
        accessed_at,
        quote_sha256,
        match_score,
    })),
});
/** The machine part: the unit, then one line a call, one a pair, one a rejection. */
const renderCallLines = ({ pairs, rejections, calls, ...head }) => {
    const { shared, rest } = factorOut(pairs.map(pairLine));
    const lines = [
        { type: 'meta', version: 1, ...head, shared },
        ...calls.map(call => ({ type: 'call', ...call })),
        ...rest.map(line => ({ type: 'pair', ...line })),
        ...rejections.map(rejection => ({ type: 'rejection', ...rejection })),
    ];
    return `${lines.map(line => JSON.stringify(line)).join('\n')}\n`;
};
const mistake = (number, problem, cause) => new errors/* PerpetualError */.nX(`Line ${number} of the calls: ${problem}`, { actBy: 'fix-config', cause });
/** Reads one line, with its number for errors. */
const parseLine = (text, number) => {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (error) {
        throw mistake(number, (0,errors/* messageOf */.bD)(error), error);
    }
    const parsed = lineSchema.safeParse(value);
    if (parsed.success)
        return { number, line: parsed.data };
    throw mistake(number, (0,pair_rows/* issueLine */.OH)(parsed.error));
};
const withoutType = ({ type: _type, ...rest }) => rest;
/** Reads the machine part. Throws one line that names the line and what is wrong with it. */
const parseCallLines = (text) => {
    const lines = text.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [parseLine(line, i + 1)]));
    const [meta, ...rest] = lines;
    if (meta?.line.type !== 'meta')
        throw mistake(1, 'expected the line of type `meta`');
    const { type: _type, version: _version, shared, ...head } = meta.line;
    const calls = [];
    const pairs = new Map();
    const rejections = [];
    for (const { number, line } of rest) {
        if (line.type === 'call')
            calls.push(withoutType(line));
        else if (line.type === 'rejection')
            rejections.push(withoutType(line));
        else if (line.type === 'pair') {
            const whole = pairLineSchema.safeParse(putBack(shared, line));
            if (!whole.success)
                throw mistake(number, (0,pair_rows/* issueLine */.OH)(whole.error));
            pairs.set(whole.data.handle, whole.data);
        }
    }
    return { head, calls, pairs, rejections };
};


/***/ }),

/***/ 7627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ gates)
/* harmony export */ });
/** The gates in the order in which they are asked; the first that stops a pair names its rejection. */
const gates = [
    'schema',
    'refusal',
    'length',
    'language',
    'citation',
    'quote',
    'number',
    'injection',
    'duplicate',
    'judge',
];


/***/ }),

/***/ 377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ readLines)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7821);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);
/* harmony import */ var _domain_one_line_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9517);
/* harmony import */ var _pair_rows_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9036);




const namedSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ handle: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() });
const handleOf = (value) => {
    const named = namedSchema.safeParse(value);
    return named.success ? (0,_domain_one_line_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .T)(named.data.handle, 60) : '';
};
/** The lines of a JSON Lines file as its schema reads them; one that does not fit says why, and does not end it. An empty text has no lines. */
function* readLines(text, schema) {
    const lines = text.split('\n');
    if (lines.at(-1) === '')
        lines.pop();
    for (const [index, written] of lines.entries()) {
        const line = index + 1;
        let value;
        try {
            value = JSON.parse(written);
        }
        catch (error) {
            yield { type: 'mistake', line, handle: '', message: `expected JSON: ${(0,_domain_one_line_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .T)((0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error), 200)}` };
            continue;
        }
        const parsed = schema.safeParse(value);
        if (parsed.success)
            yield { type: 'value', line, value: parsed.data };
        else
            yield { type: 'mistake', line, handle: handleOf(value), message: (0,_pair_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .issueLine */ .OH)(parsed.error) };
    }
}


/***/ }),

/***/ 2070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QN: () => (/* binding */ databaseFolder),
/* harmony export */   R6: () => (/* binding */ growthPath),
/* harmony export */   "do": () => (/* binding */ shardPathOf),
/* harmony export */   i5: () => (/* binding */ retractionsPath),
/* harmony export */   jZ: () => (/* binding */ rejectsPathOf),
/* harmony export */   ji: () => (/* binding */ manifestPath),
/* harmony export */   sd: () => (/* binding */ isShardPath),
/* harmony export */   ug: () => (/* binding */ cardPath)
/* harmony export */ });
/* unused harmony export isStrayPath */
/** Where the database lies in a data repository; all paths from the repository's root. */
const databaseFolder = 'database';
const manifestPath = 'database/manifest.json';
const retractionsPath = 'database/retractions.jsonl';
const cardPath = 'database/README.md';
const growthPath = 'database/growth.svg';
const shardPattern = /^database\/\d{4}\/\d{2}\/[a-z0-9][a-z0-9_-]*\.jsonl$/;
/** A file of rows. Its name has no dot, so that rejects (`<name>.rejects.jsonl`) are none. */
const isShardPath = (path) => shardPattern.test(path);
/** JSON Lines that nobody reads: neither a shard nor rejects nor retractions. */
const isStrayPath = (path) => path.endsWith('.jsonl') &&
    path !== retractionsPath &&
    !isShardPath(path) &&
    !isShardPath(path.replace(/\.rejects\.jsonl$/, '.jsonl'));
/** Where the rejects of a shard lie; those of a task's further shards (`<name>-2.jsonl`) are in the first one's. */
const rejectsPathOf = (shard) => shard.replace(/\.jsonl$/, '.rejects.jsonl');
/** `database/2026/11/<name>.jsonl`, by the instant at which the task was made. */
const shardPathOf = (name, createdAt) => `${databaseFolder}/${createdAt.slice(0, 4)}/${createdAt.slice(5, 7)}/${name}.jsonl`;


/***/ }),

/***/ 6701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SK: () => (/* binding */ isRehearsal),
/* harmony export */   Sj: () => (/* binding */ rehearsalFlag),
/* harmony export */   Xy: () => (/* binding */ readShard),
/* harmony export */   Yn: () => (/* binding */ renderShards),
/* harmony export */   uK: () => (/* binding */ parseShard)
/* harmony export */ });
/* unused harmony exports rowGrades, rowSchema, renderRow, renderShard */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7821);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(795);
/* harmony import */ var _domain_pair_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8660);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7796);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(377);






const rowGrades = ['A', 'B', 'C', 'D', 'F', ''];
/** One line of the database: a pair, with how it came in. */
const rowSchema = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    ..._domain_pair_js__WEBPACK_IMPORTED_MODULE_2__/* .pairSchema */ .c2.shape,
    /** An empty string where no judge looked at it. */
    grade: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(rowGrades),
    origin: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['delivered', 'imported']),
    /** The delivered or imported file that it came from. */
    source_path: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    integrated_at: _domain_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantSchema */ .p8,
});
/** The flag of a pair that the embedded provider made. */
const rehearsalFlag = 'rehearsal';
/** What its models are called; a flag alone is taken off by one edit. */
const rehearsalModel = 'rehearsal/';
const isRehearsal = ({ flags, generation }) => flags.includes(rehearsalFlag) || generation.model_served.startsWith(rehearsalModel);
/** The schema's parse puts the keys into its order, so that the same row has the same bytes. */
const renderRow = (row) => `${JSON.stringify(rowSchema.parse(row))}\n`;
/** One JSON line a row. */
const renderShard = (rows) => rows.map(renderRow).join('');
/**
 * Rows as files that GitHub shows whole (450 KB): `<path>`, then `<name>-2.jsonl`, …; a row that is larger is a file by itself.
 * Without rows there is one empty file, which says that its source was looked at.
 */
function renderShards(path, rows) {
    const texts = [[]];
    let bytes = 0;
    for (const line of rows.map(renderRow)) {
        const size = Buffer.byteLength(line);
        if (bytes > 0 && bytes + size > _parts_js__WEBPACK_IMPORTED_MODULE_3__/* .partLimits */ .qE.fileBytes) {
            texts.push([]);
            bytes = 0;
        }
        texts.at(-1)?.push(line);
        bytes += size;
    }
    return texts.map((lines, index) => ({
        path: index === 0 ? path : path.replace(/\.jsonl$/, `-${index + 1}.jsonl`),
        text: lines.join(''),
    }));
}
function readShard(text) {
    const rows = [];
    for (const line of (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .readLines */ .S)(text, rowSchema)) {
        if (line.type === 'mistake')
            return line;
        rows.push(line.value);
    }
    return { type: 'rows', rows };
}
/** Throws one line that names the file, the line and what is wrong with it. */
function parseShard({ path, text }) {
    const read = readShard(text);
    if (read.type === 'rows')
        return read.rows;
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX(`Expected rows of the database, got ${path}:${read.line}: ${read.message}; \`perpetual database verify\` looks at all, git has the line as it was`, { actBy: 'fix-config' });
}


/***/ }),

/***/ 3852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a6: () => (/* binding */ pairId),
/* harmony export */   oF: () => (/* binding */ quoteSha256),
/* harmony export */   sc: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _shingles_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(175);


/** Hex SHA-256 of a text in UTF-8. */
const sha256 = (text) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
/**
 * A pair's id: 16 hex digits of SHA-256 over its indicator and normalised question. The same question about the same indicator
 * has the same id wherever and whenever it was written, so that delivering or importing it twice makes one row; an edited answer keeps it.
 */
const pairId = (indicatorId, question) => sha256(`${indicatorId}\n${(0,_shingles_js__WEBPACK_IMPORTED_MODULE_1__/* .normalizeQuestion */ .ol)(question)}`).slice(0, 16);
/** The hash by which a citation is recognised again after a review. */
const quoteSha256 = (quote) => sha256(quote);


/***/ }),

/***/ 9036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ parsePairFile),
/* harmony export */   OB: () => (/* binding */ rowOf),
/* harmony export */   OH: () => (/* binding */ issueLine),
/* harmony export */   PQ: () => (/* binding */ readPairFile),
/* harmony export */   _I: () => (/* binding */ pairRowSchema),
/* harmony export */   hz: () => (/* binding */ renderPairFile)
/* harmony export */ });
/* unused harmony export pairFileSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7821);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);
/* harmony import */ var _domain_pair_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8660);



const citationRowSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ url: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), title: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), quote: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() });
/** What a person reads of a pair, and may edit. */
const pairRowSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    handle: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1),
    question: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1),
    answer: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1),
    short_answer: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    worked_example: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    type: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_domain_pair_js__WEBPACK_IMPORTED_MODULE_1__/* .questionTypes */ .mB),
    difficulty: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_domain_pair_js__WEBPACK_IMPORTED_MODULE_1__/* .difficulties */ .Ws),
    facet: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    audience: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    flags: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    citations: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(citationRowSchema),
});
const pairFileSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(1),
    task: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    indicator_id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    indicator: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    pairs: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(pairRowSchema),
});
const looseFileSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ pairs: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()) });
const namedRowSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ handle: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() });
const rowOf = (pair) => ({
    handle: pair.handle,
    question: pair.question,
    answer: pair.answer,
    short_answer: pair.short_answer,
    worked_example: pair.worked_example,
    type: pair.question_type,
    difficulty: pair.difficulty,
    facet: pair.facet,
    audience: pair.audience,
    flags: pair.flags,
    citations: pair.citations.map(({ url, title, quote }) => ({ url, title, quote })),
});
// Characters that a diff would hide or obey are written as escapes: a reviewer must see what is there.
const unseen = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\udb40[\udc00-\udc7f]/g;
const escapeUnseen = (json) => json.replace(unseen, characters => Array.from({ length: characters.length }, (_, i) => `\\u${characters.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''));
/** JSON on one line with spaces, as a person writes it. */
const inline = (value) => {
    if (Array.isArray(value))
        return `[${value.map(inline).join(', ')}]`;
    if (value === null || typeof value !== 'object')
        return escapeUnseen(JSON.stringify(value));
    return `{ ${Object.entries(value)
        .map(([key, one]) => `${JSON.stringify(key)}: ${inline(one)}`)
        .join(', ')} }`;
};
/** Lines a pair takes besides its citations: braces, ten fields, and the brackets of the list. */
const linesBesidesCitations = 14;
const mostLines = 25;
const renderCitations = (citations) => {
    if (citations.length === 0)
        return '[]';
    const perLine = Math.ceil(citations.length / (mostLines - linesBesidesCitations));
    const lines = citations.map((citation, i) => `${i % perLine === 0 ? '\n        ' : ' '}${inline(citation)}`);
    return `[${lines.join(',')}\n      ]`;
};
const renderRow = ({ citations, ...fields }) => {
    const lines = Object.entries(fields).map(([key, value]) => `      ${JSON.stringify(key)}: ${inline(value)},`);
    return ['    {', ...lines, `      "citations": ${renderCitations(citations)}`, '    }'].join('\n');
};
/** The pair file: pretty-printed JSON with at most 25 lines a pair, one citation a line. */
const renderPairFile = ({ pairs, ...head }) => {
    const lines = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${inline(value)},`);
    const rows = pairs.length === 0 ? '[]' : `[\n${pairs.map(renderRow).join(',\n')}\n  ]`;
    return ['{', ...lines, `  "pairs": ${rows}`, '}', ''].join('\n');
};
/** One line of what zod found wrong, with its place. */
const issueLine = ({ issues }) => {
    const [first] = issues;
    if (!first)
        return 'it does not fit the schema';
    const place = first.path.length === 0 ? '' : ` at \`${first.path.join('.')}\``;
    return `${first.message}${place}`.replace(/\s+/g, ' ').slice(0, 300);
};
const nameOf = (row, index) => {
    const named = namedRowSchema.safeParse(row);
    return named.success ? `Row ${index + 1} (${JSON.stringify(named.data.handle.slice(0, 60))})` : `Row ${index + 1}`;
};
const brokenFile = (message, cause) => ({
    type: 'mistakes',
    mistakes: [{ row: null, message, cause }],
});
const rowMistakes = (rows) => {
    const seen = new Set();
    return rows.flatMap((row, index) => {
        const parsed = pairRowSchema.safeParse(row);
        if (!parsed.success)
            return [{ row: index, message: `${nameOf(row, index)}: ${issueLine(parsed.error)}` }];
        const { handle } = parsed.data;
        if (seen.has(handle))
            return [{ row: index, message: `${nameOf(row, index)}: expected every handle once, this one stands twice` }];
        seen.add(handle);
        return [];
    });
};
const readPairFile = (text) => {
    let value;
    try {
        value = JSON.parse(text.replace(/^\ufeff/, ''));
    }
    catch (error) {
        return brokenFile(`Expected a pair file in JSON: ${(0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`, error);
    }
    const loose = looseFileSchema.safeParse(value);
    if (!loose.success)
        return brokenFile(`Expected a pair file with a list of \`pairs\`: ${issueLine(loose.error)}`);
    const [first, ...more] = rowMistakes(loose.data.pairs);
    if (first !== undefined)
        return { type: 'mistakes', mistakes: [first, ...more] };
    const file = pairFileSchema.safeParse(value);
    return file.success
        ? { type: 'file', file: file.data }
        : brokenFile(`Expected the head of a pair file: ${issueLine(file.error)}`);
};
/** Reads a pair file that a reviewer may have edited. Throws one line that names the first row that is wrong and what is wrong with it. */
const parsePairFile = (text) => {
    const read = readPairFile(text);
    if (read.type === 'file')
        return read.file;
    const [{ message, cause }] = read.mistakes;
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX(message, { actBy: 'fix-config', cause });
};


/***/ }),

/***/ 7796:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eG: () => (/* binding */ fitsPart),
/* harmony export */   iT: () => (/* binding */ packParts),
/* harmony export */   qE: () => (/* binding */ partLimits)
/* harmony export */ });
/* unused harmony export fitSizes */
/** What GitHub still shows whole in one pull request: pairs, lines, bytes of all files, bytes of one file. */
const partLimits = { pairs: 300, lines: 15_000, bytes: 900_000, fileBytes: 450_000 };
const linesOf = (text) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
/** Whether files of these sizes can be one part. */
const fitSizes = (files, limits = partLimits) => {
    const sum = (count) => files.reduce((total, file) => total + count(file), 0);
    return (sum(({ pairs }) => pairs) <= limits.pairs &&
        sum(({ lines }) => lines) <= limits.lines &&
        sum(({ bytes }) => bytes) <= limits.bytes &&
        files.every(({ bytes }) => bytes <= limits.fileBytes));
};
const sizeOf = ({ pairs, text }) => ({ pairs, lines: linesOf(text), bytes: Buffer.byteLength(text) });
/** Whether these files can be one part. */
const fitsPart = (files, limits = partLimits) => fitSizes(files.map(sizeOf), limits);
/** A pair file and what goes with it have one stem (`inbox/droid/a1/macd-2`) and are never torn apart. */
const stemOf = (path) => path.replace(/\.[^/]*$/, '').replace(/\.[^/]*$/, '');
const groupsOf = ({ unit, files }) => [...Map.groupBy(files, file => stemOf(file.path)).values()].map(group => ({ unit, files: group }));
/** Packs units into parts in their order, each part as full as the limits allow. A group that passes the limits by itself is a part by itself. */
const packParts = (units, limits = partLimits) => {
    const parts = [];
    for (const { unit, files } of units.flatMap(groupsOf)) {
        const open = parts.at(-1);
        if (open && fitsPart([...open.files, ...files], limits)) {
            open.files.push(...files);
            if (open.units.at(-1) !== unit)
                open.units.push(unit);
        }
        else
            parts.push({ units: [unit], files: [...files] });
    }
    return parts;
};


/***/ }),

/***/ 175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WX: () => (/* binding */ jaccardOf),
/* harmony export */   aD: () => (/* binding */ questionSha256),
/* harmony export */   ol: () => (/* binding */ normalizeQuestion),
/* harmony export */   qQ: () => (/* binding */ hashOf),
/* harmony export */   qt: () => (/* binding */ createSimilarities),
/* harmony export */   vs: () => (/* binding */ shinglesOf),
/* harmony export */   xX: () => (/* binding */ jaccard)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

const shingleCharacters = 5;
const folded = /[\p{P}\p{Z}\p{C}]+/gu;
const foldedAscii = /[^a-z0-9$+<=>^`|~]+/g;
const ascii = /^[\u0000-\u007f]*$/;
/** A question as it is compared: NFKC, lower case, punctuation and spaces folded to one space. Symbols stay: `>` and `<` differ. */
const normalizeQuestion = (question) => ascii.test(question)
    ? question.toLowerCase().replace(foldedAscii, ' ').trim()
    : question.normalize('NFKC').toLowerCase().normalize('NFKC').replace(folded, ' ').trim();
/** Hex SHA-256 of the normalised question. */
const questionSha256 = (question) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(normalizeQuestion(question)).digest('hex');
/** The 32-bit hash of a part of a text, such as a shingle: FNV-1a over the characters, mixed as MurmurHash3 ends. */
const hashOf = (text, from, to) => {
    let hash = 0x811c9dc5;
    for (let i = from; i < to; i++)
        hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return hash ^ (hash >>> 16);
};
/** The 32-bit hashes of all runs of five characters, ascending, each once; a shorter text is one run. */
const shinglesOf = (normalized) => {
    const count = Math.max(1, normalized.length - shingleCharacters + 1);
    const hashes = new Int32Array(count);
    for (let i = 0; i < count; i++)
        hashes[i] = hashOf(normalized, i, Math.min(i + shingleCharacters, normalized.length));
    hashes.sort();
    let kept = 0;
    for (let i = 0; i < count; i++) {
        const hash = hashes[i] ?? 0;
        if (i === 0 || hash !== hashes[kept - 1])
            hashes[kept++] = hash;
    }
    return hashes.subarray(0, kept);
};
/** Jaccard similarity of two shingle sets, 0 to 1. */
const jaccardOf = (a, b) => {
    let i = 0;
    let j = 0;
    let shared = 0;
    while (i < a.length && j < b.length) {
        const left = a[i] ?? 0;
        const right = b[j] ?? 0;
        if (left === right)
            shared++;
        if (left <= right)
            i++;
        if (right <= left)
            j++;
    }
    return shared / (a.length + b.length - shared);
};
/** Jaccard similarity of two questions over runs of five characters, 0 to 1. */
const jaccard = (a, b) => jaccardOf(shinglesOf(normalizeQuestion(a)), shinglesOf(normalizeQuestion(b)));
/** The similarities of one set to all of them at once, counted over the shingles that they share: far fewer steps than pair by pair. */
const createSimilarities = (sets) => {
    const holders = new Map();
    for (const [index, set] of sets.entries()) {
        for (const shingle of set) {
            const known = holders.get(shingle);
            if (known === undefined)
                holders.set(shingle, [index]);
            else
                known.push(index);
        }
    }
    return index => {
        const own = sets[index] ?? new Int32Array();
        const shared = new Float64Array(sets.length);
        for (const shingle of own)
            for (const holder of holders.get(shingle) ?? [])
                shared[holder] = (shared[holder] ?? 0) + 1;
        return shared.map((count, other) => count / (own.length + (sets[other]?.length ?? 0) - count));
    };
};


/***/ }),

/***/ 795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f9: () => (/* binding */ plusMs),
/* harmony export */   fN: () => (/* binding */ toInstant),
/* harmony export */   p8: () => (/* binding */ instantSchema),
/* harmony export */   x8: () => (/* binding */ toEpochMs),
/* harmony export */   y_: () => (/* binding */ toMinute)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3477);

/** A moment in UTC as ISO 8601 with milliseconds and `Z`, so that comparing two as strings compares them in time. */
const instantSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .datetime */ .w$({ precision: 3 });
const toInstant = (epochMs) => new Date(epochMs).toISOString();
const toEpochMs = (instant) => Date.parse(instant);
const plusMs = (instant, ms) => toInstant(toEpochMs(instant) + ms);
/** To the minute, for people: `2026-11-23T00:01Z`. */
const toMinute = (instant) => `${instant.slice(0, 16)}Z`;


/***/ }),

/***/ 9517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ oneLine)
/* harmony export */ });
/** A foreign text on one line of at most `most` characters, without anything that is not seen; the end of a longer one is cut. */
function oneLine(text, most) {
    // More than is kept is never looked at, however long the text is.
    const seen = text
        .slice(0, 4 * most)
        .toWellFormed()
        .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
        .trim();
    return seen.length <= most ? seen : `${seen.slice(0, most - 1).toWellFormed()}…`;
}


/***/ }),

/***/ 8660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lo: () => (/* binding */ reviewStates),
/* harmony export */   Ws: () => (/* binding */ difficulties),
/* harmony export */   XQ: () => (/* binding */ citationSchema),
/* harmony export */   c2: () => (/* binding */ pairSchema),
/* harmony export */   jL: () => (/* binding */ scoresSchema),
/* harmony export */   mB: () => (/* binding */ questionTypes),
/* harmony export */   zu: () => (/* binding */ pairVersion)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7821);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(795);


const pairVersion = 1;
const questionTypes = [
    'definition',
    'calculation',
    'interpretation',
    'comparison',
    'strategy',
    'pitfall',
    'example',
    'history',
];
const difficulties = ['beginner', 'intermediate', 'advanced'];
const citationSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    n: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive(),
    url: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    title: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    published_at: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    accessed_at: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    quote: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    quote_sha256: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    /** Partial ratio of the quote against the cited page's text, 0 to 100. */
    match_score: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(100),
});
const scoresSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    faithfulness: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(5),
    correctness: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(5),
    completeness: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(5),
    self_contained: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(5),
    usefulness: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(5),
    clarity: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(5),
});
const reviewStates = ['unreviewed', 'merged-unread', 'sampled', 'checked', 'edited'];
/** A question-and-answer pair with all that is known about it. Every key is always there, one type a key, so that a viewer infers one schema. */
const pairSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    schema_version: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(pairVersion),
    indicator_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    indicator: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    topic: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    facet: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    audience: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    question_type: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(questionTypes),
    difficulty: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(difficulties),
    language: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    handle: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    question: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    answer: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    short_answer: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    worked_example: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    citations: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(citationSchema),
    generation: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        pipeline: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        agent: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        task: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        session: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        prompt_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        prompt_sha256: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        model_requested: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        model_served: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        provider: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        generation_ids: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
        input_tokens: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative(),
        output_tokens: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative(),
        /** This pair's share of what its calls cost, US dollars; -1 where the provider did not say. */
        cost_usd: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
        created_at: _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .instantSchema */ .p8,
    }),
    judge: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        model: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        rubric: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        ...scoresSchema.shape,
        verdict: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    }),
    dedup: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ question_sha256: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), nearest_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), jaccard: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(1) }),
    review: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        state: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(reviewStates),
        reviewer: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        reviewed_at: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        pull_request: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        notes: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    }),
    flags: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    license: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
});


/***/ }),

/***/ 1151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ indicatorSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7821);

const indicatorSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).max(120),
    family: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).max(60),
    brief: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).max(4000),
});


/***/ }),

/***/ 3477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p6: () => (/* binding */ date),
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1299);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7821);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDate */ .db(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODate */ .Brp, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
