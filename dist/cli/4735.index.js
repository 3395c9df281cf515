export const id = 4735;
export const ids = [4735];
export const modules = {

/***/ 1182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ renderCard),
/* harmony export */   h: () => (/* binding */ shardGlob)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4257);

/** Names of shards end in a digit or a letter to `f` (a hash, or a number), those of rejects in `s`: so this takes the one and leaves the other. */
const shardGlob = '*/*/*[0-9a-f].jsonl';
const shownNames = 15;
const grouped = (value) => value.toLocaleString('en-US');
const percent = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
const sumOf = (counts) => Object.values(counts).reduce((sum, each) => sum + each, 0);
/** As Hugging Face groups datasets. */
function sizeCategory(rows) {
    const steps = [1e3, 1e4, 1e5, 1e6, 1e7];
    const names = ['n<1K', '1K<n<10K', '10K<n<100K', '100K<n<1M', '1M<n<10M'];
    const index = steps.findIndex(step => rows < step);
    return names[index] ?? 'n>10M';
}
/** JSON is YAML, and leaves nothing for a hostile name to break out of. */
function frontMatter({ title, manifest, dataset, dataFiles }) {
    const lines = [
        ...(dataset.license === '' ? [] : [`license: ${JSON.stringify(dataset.license.toLowerCase())}`]),
        `language:\n- ${JSON.stringify(dataset.language)}`,
        `pretty_name: ${JSON.stringify(title)}`,
        `size_categories:\n- ${JSON.stringify(sizeCategory(manifest.rows))}`,
        'task_categories:\n- question-answering\n- text-generation',
        'tags:\n- synthetic\n- question-answering\n- rag',
        `configs:\n- config_name: default\n  data_files:\n  - split: train\n    path: ${JSON.stringify(dataFiles)}`,
    ];
    return `---\n${lines.join('\n')}\n---\n`;
}
function table(heads, counts) {
    const entries = Object.entries(counts).toSorted(([, a], [, b]) => b - a);
    const all = sumOf(counts);
    if (entries.length === 0)
        return 'None.\n';
    const rows = entries
        .slice(0, shownNames)
        .map(([name, value]) => `| ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(name)} | ${grouped(value)} | ${percent(value, all)} |`);
    const more = entries.length - rows.length;
    const rest = more <= 0 ? [] : [`| ${grouped(more)} more | ${grouped(sumOf(Object.fromEntries(entries.slice(shownNames))))} | |`];
    return [`| ${heads[0]} | ${heads[1]} | share |`, '|:--|--:|--:|', ...rows, ...rest, ''].join('\n');
}
/** States in which a person has read a pair, or a sample that it was in. */
const lookedAt = ['sampled', 'checked', 'edited'];
function overview({ manifest: { goal, rows, totals }, dataset, growth }) {
    const looked = lookedAt.reduce((sum, state) => sum + (totals.byReview[state] ?? 0), 0);
    const unread = totals.rows - looked;
    const lines = [
        `**${grouped(rows)} of ${grouped(goal)} pairs** (${percent(rows, goal)}).`,
        ...(growth === undefined ? [] : ['', `![Growth](${growth})`]),
        '',
        `- Looked at by people: ${grouped(looked)} (${percent(looked, totals.rows)}); merged without being read: ${grouped(unread)}.`,
        `- Licence: ${dataset.license === '' ? 'none is set yet, so nothing may be exported' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(dataset.license)}.`,
        `- Quotes found on the cited page: ${grouped(totals.quotes.verified)} of ${grouped(totals.quotes.all)} (${percent(totals.quotes.verified, totals.quotes.all)}).`,
        `- Citations: ${grouped(totals.citations)} to ${grouped(Object.keys(totals.byDomain).length)} domains.`,
        `- Retracted: ${grouped(totals.retracted)}.`,
        `- Made by the embedded provider, so worth nothing: ${grouped(totals.rehearsal)}.`,
        '',
    ];
    return lines.join('\n');
}
const text = `## How it was made

Sessions of language models plan questions, search the web or watch videos, and write answers from the evidence they found. Code
attaches every address and quote: models never write them. Each pair passes local gates (schema, wording, language, citations, quotes,
numbers, hidden instructions, duplicates) and then a judge of another model family, in batches into which wrong pairs are planted.
Deliveries are reviewed as pull requests; before they come into the database they pass the gates again, are compared with every
question there is, and get a grade. Imported pairs (\`origin: imported\`) pass the same gates.

## Limits

- The text is synthetic. That a page says something does not make it true; grades are a model's judgement.
- \`review.state\` says how far a person looked at a pair: \`merged-unread\` means nobody did.
- The numbers above count every row that came in, retracted ones included; \`perpetual database stats\` leaves them out.
- Not financial, legal or tax advice.

## Retraction

Shards are written once. A pair that must go is listed by its \`id\` in \`retractions.jsonl\`; leave those rows out. To have one
taken back, name its handle or id: \`perpetual database retract <handle|id> --because "…"\`. Exports leave retracted pairs out already.
`;
/** A dataset card for Hugging Face and for people, with the numbers of a manifest. */
function renderCard(input) {
    const { totals } = input.manifest;
    const sections = [
        ['Domains with the largest share of citations', ['domain', 'citations'], totals.byDomain],
        ['Models', ['model', 'pairs'], totals.byModel],
        ['Providers', ['provider', 'pairs'], totals.byProvider],
        ['Pipelines', ['pipeline', 'pairs'], totals.byPipeline],
        ['Grades', ['grade', 'pairs'], totals.byGrade],
        ['Licences', ['licence', 'pairs'], totals.byLicense],
        ['Origin', ['origin', 'pairs'], totals.byOrigin],
        ['Review', ['state', 'pairs'], totals.byReview],
        ['Topics', ['topic', 'pairs'], totals.byTopic],
        ['Difficulty', ['difficulty', 'pairs'], totals.byDifficulty],
        ['Not taken in, by the gate that stopped it', ['gate', 'pairs'], totals.rejectedByGate],
    ];
    const tables = sections.map(([title, heads, counts]) => `## ${title}\n\n${table(heads, counts)}`);
    return [frontMatter(input), `# ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(input.title)}\n`, overview(input), ...tables, text].join('\n');
}


/***/ }),

/***/ 5684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ readCell),
/* harmony export */   V8: () => (/* binding */ gridFamily),
/* harmony export */   WC: () => (/* binding */ cellOf),
/* harmony export */   jp: () => (/* binding */ facets)
/* harmony export */ });
/* unused harmony export facetOf */
/* harmony import */ var _domain_one_line_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9517);
/* harmony import */ var _domain_pair_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8660);


/** The facets that every indicator has, as the prompt of the planning stage names them; models call them what they like. */
const facets = [
    'concept',
    'computation',
    'parameters',
    'interpretation',
    'signals',
    'limits',
    'combination',
    'comparison',
    'history',
    'market',
];
/** What a facet of its own is told by, the more telling words first. */
const words = [
    ['history', /histor|origin|invent|evolution|background/],
    ['comparison', /compar|versus|\bvs\b|differ|alternativ|neighbo/],
    ['combination', /combin|confluence|together|complement|with other/],
    ['limits', /limit|pitfall|fail|false|weakness|mistake|regime|caveat|risk|bias|drawback|misuse|error|noise|\blag/],
    ['parameters', /param|setting|length|period|look-?back|time-?frame|tuning|calibrat|threshold|window|smoothing/],
    ['computation', /comput|calcul|formula|construct|data|input|\bmath|method/],
    ['signals', /signal|confirm|\bentr(?:y|ies)|exit|trigger|diverg|crossover|strateg|automat|back-?test|execution|practical/],
    ['interpretation', /interpret|reading|meaning|level|zone|extreme|overbought/],
    ['market', /crypto|market|exchange|on-?chain|venue|halving|funding|bitcoin|altcoin|liquidat|regulat|institution/],
    ['concept', /concept|defin|measure|purpose|overview|basic|principle|rationale/],
];
/** Which facet a model's own words mean; undefined where none of ours is in them. */
function facetOf(text) {
    const spoken = (0,_domain_one_line_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .T)(text, 120).toLowerCase();
    return words.find(([, pattern]) => pattern.test(spoken))?.[0];
}
/** Where a facet is none of ours. */
const other = 'other';
const longestFamily = 60;
/** Judges add topics of their own after the family's two parts. */
const familyParts = 2;
const joined = (parts) => (0,_domain_one_line_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .T)(parts
    .map(part => (0,_domain_one_line_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .T)(part, longestFamily))
    .filter(part => part !== '')
    .slice(0, familyParts)
    .join('/'), longestFamily);
/** A family as the grid has it: `technical/trend`, whatever stands after its second part. */
const gridFamily = (family) => joined(family.split('/'));
const separator = ' / ';
/** The cell of the coverage grid that a row is in, `family / facet / type`; undefined for pairs that were not planned by facets. */
function cellOf({ topic, facet, question_type, }) {
    const family = joined(topic);
    if (facet === '' || family === '')
        return undefined;
    return [family, facetOf(facet) ?? other, question_type].join(separator);
}
/** Undefined for what is no cell's name. */
function readCell(key) {
    const parts = key.split(separator);
    const type = _domain_pair_js__WEBPACK_IMPORTED_MODULE_0__/* .questionTypes */ .mB.find(each => each === parts.at(-1));
    const name = parts.at(-2);
    const facet = facets.find(each => each === name) ?? (name === other ? null : undefined);
    const family = parts.slice(0, -2).join(separator);
    return type === undefined || facet === undefined || family === '' ? undefined : { family, facet, type };
}


/***/ }),

/***/ 377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ readLines)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9131);
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

/***/ 3897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   If: () => (/* binding */ extendManifest),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   sB: () => (/* binding */ renderManifest)
/* harmony export */ });
/* unused harmony exports shardEntrySchema, manifestSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9131);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3477);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);
/* harmony import */ var _domain_one_line_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9517);
/* harmony import */ var _pair_id_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3852);
/* harmony import */ var _pair_rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9036);
/* harmony import */ var _row_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6701);
/* harmony import */ var _tally_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1812);







const shardEntrySchema = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    path: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    sha256: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    rows: zod__WEBPACK_IMPORTED_MODULE_5__/* .int */ .Whr().nonnegative(),
    bytes: zod__WEBPACK_IMPORTED_MODULE_5__/* .int */ .Whr().nonnegative(),
});
const dateSchema = zod__WEBPACK_IMPORTED_MODULE_6__/* .date */ .p6();
/** What is known of the database without reading it: its shards, and numbers over all their rows, retracted ones included. */
const manifestSchema = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz(1),
    /** Pairs that the configuration aims at. */
    goal: zod__WEBPACK_IMPORTED_MODULE_5__/* .int */ .Whr().positive(),
    /** Without the retracted ones. */
    rows: zod__WEBPACK_IMPORTED_MODULE_5__/* .int */ .Whr().nonnegative(),
    totals: _tally_js__WEBPACK_IMPORTED_MODULE_4__/* .totalsSchema */ .n.extend({
        /** Rows that are there and retracted. */
        retracted: zod__WEBPACK_IMPORTED_MODULE_5__/* .int */ .Whr().nonnegative(),
        /** Retracted ids whose rows were erased from git too. */
        erased: zod__WEBPACK_IMPORTED_MODULE_5__/* .int */ .Whr().nonnegative(),
    }),
    /** Rows by the day on which they came in; `rows` is how many there were at its end. */
    history: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({ date: dateSchema, rows: zod__WEBPACK_IMPORTED_MODULE_5__/* .int */ .Whr().nonnegative(), added: zod__WEBPACK_IMPORTED_MODULE_5__/* .int */ .Whr().positive() })),
    shards: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(shardEntrySchema),
});
const entryOf = ({ path, text }, rows) => ({
    path,
    sha256: (0,_pair_id_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .sc)(text),
    rows,
    bytes: Buffer.byteLength(text),
});
/** Days in their order, with the sums anew: rows of an earlier day may be counted later. */
function extendHistory(history, rows) {
    const added = new Map(history.map(day => [day.date, day.added]));
    for (const { integrated_at } of rows) {
        const date = integrated_at.slice(0, 10);
        added.set(date, (added.get(date) ?? 0) + 1);
    }
    let sum = 0;
    return [...added]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([date, count]) => {
        sum += count;
        return { date, rows: sum, added: count };
    });
}
/**
 * Takes new shards into a manifest (null: the first one), at the cost of the new ones alone. A shard that is listed is not counted again,
 * so that repeating it changes nothing. Throws where a new shard cannot be read, naming file and line.
 */
function extendManifest(manifest, shards, { goal, retracted }) {
    const listed = new Set(manifest?.shards.map(({ path }) => path));
    const fresh = shards.filter(({ path }) => !listed.has(path) && listed.add(path));
    const tally = (0,_tally_js__WEBPACK_IMPORTED_MODULE_4__/* .createTally */ .X)(manifest?.totals);
    const entries = [];
    let history = manifest?.history ?? [];
    let seen = 0;
    for (const shard of fresh) {
        const rows = (0,_row_js__WEBPACK_IMPORTED_MODULE_3__/* .parseShard */ .uK)(shard);
        for (const row of rows)
            tally.add(row);
        seen += rows.filter(({ id }) => retracted.has(id)).length;
        tally.addRejects(shard.rejects ?? '');
        entries.push(entryOf(shard, rows.length));
        history = extendHistory(history, rows);
    }
    const totals = tally.totals();
    // Only a row that is there can be retracted, so that those missing from a first count of everything were erased.
    const erased = manifest === null ? retracted.size - seen : manifest.totals.erased;
    const left = Math.max(0, retracted.size - erased);
    return {
        version: 1,
        goal,
        rows: Math.max(0, totals.rows - left),
        totals: { ...totals, retracted: left, erased },
        history,
        shards: [...(manifest?.shards ?? []), ...entries].toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    };
}
/** One shard a line, so that a difference shows what came in. */
function renderManifest(manifest) {
    const { shards, history, ...head } = manifestSchema.parse(manifest);
    const list = (values) => values.length === 0 ? '[]' : `[\n${values.map(value => `    ${JSON.stringify(value)}`).join(',\n')}\n  ]`;
    const start = JSON.stringify(head, null, 2).replace(/\n\}$/, '');
    return `${start},\n  "history": ${list(history)},\n  "shards": ${list(shards)}\n}\n`;
}
/** Throws one line that says what is wrong with it. */
function parseManifest(text) {
    const refuse = (why, cause) => new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX(`Expected a manifest in database/manifest.json: ${why}; put it back as git has it, or delete it, and integration counts anew`, { actBy: 'fix-config', cause });
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (error) {
        throw refuse((0,_domain_one_line_js__WEBPACK_IMPORTED_MODULE_7__/* .oneLine */ .T)((0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error), 200), error);
    }
    const parsed = manifestSchema.safeParse(value);
    if (parsed.success)
        return parsed.data;
    throw refuse((0,_pair_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .issueLine */ .OH)(parsed.error), parsed.error);
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
/* harmony export */   nl: () => (/* binding */ isStrayPath),
/* harmony export */   sd: () => (/* binding */ isShardPath),
/* harmony export */   ug: () => (/* binding */ cardPath)
/* harmony export */ });
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

/***/ 986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $0: () => (/* binding */ readRejects),
/* harmony export */   LG: () => (/* binding */ renderRejects)
/* harmony export */ });
/* unused harmony export rejectSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9131);
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(795);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(377);



/** A pair that did not come into the database, and why. */
const rejectSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(1),
    source_path: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    handle: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    question: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** Which gate stopped it: those of research, and what only integration asks (such as a rehearsal's pair). */
    gate: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1),
    reason: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    at: _domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .instantSchema */ .p8,
});
const renderRejects = (rejects) => rejects.map(reject => `${JSON.stringify(rejectSchema.parse(reject))}\n`).join('');
/** What can be read of a file of rejects; a line that somebody broke is no reject of anything. */
const readRejects = (text) => [...(0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .readLines */ .S)(text, rejectSchema)].flatMap(line => (line.type === 'value' ? [line.value] : []));


/***/ }),

/***/ 9952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IF: () => (/* binding */ isPairId),
/* harmony export */   L: () => (/* binding */ readRetracted),
/* harmony export */   MU: () => (/* binding */ parseRetractions),
/* harmony export */   m_: () => (/* binding */ renderRetraction)
/* harmony export */ });
/* unused harmony export retractionSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9131);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(795);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(377);




const pairIdPattern = /^[0-9a-f]{16}$/;
/** Some pairs that were taken back by one request; the rows stay where they are, and everything that reads leaves them out. */
const retractionSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1),
    /** What was asked for: `macd.17`, an id, `task:…`, `domain:…` or `model:…`. */
    selector: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    because: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().min(1),
    /** The account that asked. */
    by: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    at: _domain_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .instantSchema */ .p8,
    /** Ids of pairs. An id stays retracted: the same question about the same indicator does not come back. */
    ids: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(pairIdPattern)).min(1),
});
/** So that a line stays readable, and a difference of two files small. */
const idsPerLine = 200;
/** Lines to append to `database/retractions.jsonl`. */
function renderRetraction(retraction) {
    const { ids, ...head } = retractionSchema.parse(retraction);
    const lines = [];
    for (let from = 0; from < ids.length; from += idsPerLine)
        lines.push(`${JSON.stringify({ ...head, ids: ids.slice(from, from + idsPerLine) })}\n`);
    return lines.join('');
}
/** Throws at a line that cannot be read: passing over it would bring back what somebody took out. */
const parseRetractions = (text) => [...(0,_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .readLines */ .S)(text, retractionSchema)].map(line => {
    if (line.type === 'value')
        return line.value;
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX(`Expected a retraction, got database/retractions.jsonl:${line.line}: ${line.message}; put the line back as git has it`, { actBy: 'fix-config' });
});
/** Ids of all retracted pairs in the text of `database/retractions.jsonl`; '' where there is no such file. */
const readRetracted = (text) => new Set(parseRetractions(text).flatMap(({ ids }) => ids));
const isPairId = (text) => pairIdPattern.test(text);


/***/ }),

/***/ 6701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SK: () => (/* binding */ isRehearsal),
/* harmony export */   Sj: () => (/* binding */ rehearsalFlag),
/* harmony export */   Xy: () => (/* binding */ readShard),
/* harmony export */   Yn: () => (/* binding */ renderShards),
/* harmony export */   tF: () => (/* binding */ rowGrades),
/* harmony export */   uK: () => (/* binding */ parseShard)
/* harmony export */ });
/* unused harmony exports rowSchema, renderRow, renderShard */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9131);
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

/***/ 1812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ createTally),
/* harmony export */   n: () => (/* binding */ totalsSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9131);
/* harmony import */ var _domain_one_line_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9517);
/* harmony import */ var _gate_sources_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6508);
/* harmony import */ var _quote_match_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1730);
/* harmony import */ var _cell_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5684);
/* harmony import */ var _rejects_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(986);
/* harmony import */ var _row_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6701);







const count = zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().nonnegative();
const counts = zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), count);
/** What is counted of rows and rejects; every number of two sets is the sum of theirs, so that new rows cost only themselves. */
const totalsSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    rows: count,
    /** By the month in which the pair was written. */
    byMonth: counts,
    byPipeline: counts,
    /** By the model that served, and by whose. */
    byModel: counts,
    byProvider: counts,
    /** Citations by the domain that they point to. */
    byDomain: counts,
    byLicense: counts,
    byGrade: counts,
    byTopic: counts,
    byDifficulty: counts,
    byType: counts,
    byOrigin: counts,
    byReview: counts,
    /** By the cell of the coverage grid, `family / facet / type`; those that were counted before there was one are missing. */
    byCell: counts.default({}),
    citations: count,
    /** Citations whose quote was found on the cited page, and all that have a quote. */
    quotes: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ verified: count, all: count }),
    /** Rows that the embedded provider made. */
    rehearsal: count,
    rejectedByGate: counts,
});
const longestName = 100;
/** Hostile texts as keys: one visible line, and no name that JavaScript or zod treat as something else. */
const nameOf = (text) => {
    const name = (0,_domain_one_line_js__WEBPACK_IMPORTED_MODULE_5__/* .oneLine */ .T)(text, longestName);
    if (name === '')
        return 'none';
    return name === '__proto__' ? '"__proto__"' : name;
};
const groups = [
    'byMonth',
    'byPipeline',
    'byModel',
    'byProvider',
    'byDomain',
    'byLicense',
    'byGrade',
    'byTopic',
    'byDifficulty',
    'byType',
    'byOrigin',
    'byReview',
    'byCell',
    'rejectedByGate',
];
const namesOf = (row) => ({
    byMonth: [row.generation.created_at.slice(0, 7)],
    byPipeline: [row.generation.pipeline],
    byModel: [row.generation.model_served],
    byProvider: [row.generation.provider],
    byDomain: row.citations.map(({ url }) => (0,_gate_sources_js__WEBPACK_IMPORTED_MODULE_6__/* .hostOf */ .w4)(url)),
    byLicense: [row.license],
    byGrade: [row.grade],
    byTopic: row.topic,
    byDifficulty: [row.difficulty],
    byType: [row.question_type],
    byOrigin: [row.origin],
    byReview: [row.review.state],
    byCell: [(0,_cell_js__WEBPACK_IMPORTED_MODULE_1__/* .cellOf */ .WC)(row)].filter(cell => cell !== undefined),
});
/** The commonest first, then by name, so that the same counts have the same bytes. */
const sorted = (group) => Object.fromEntries([...group].toSorted(([a, left], [b, right]) => right - left || (a < b ? -1 : 1)));
/** Counts rows and rejects, from nothing or on top of what was counted before. */
function createTally(before) {
    const tables = new Map(groups.map(group => [group, new Map(Object.entries(before?.[group] ?? {}))]));
    const sums = {
        rows: before?.rows ?? 0,
        citations: before?.citations ?? 0,
        verified: before?.quotes.verified ?? 0,
        quotes: before?.quotes.all ?? 0,
        rehearsal: before?.rehearsal ?? 0,
    };
    const raise = (group, text) => {
        const table = tables.get(group);
        const name = nameOf(text);
        table?.set(name, (table.get(name) ?? 0) + 1);
    };
    const table = (group) => sorted(tables.get(group) ?? new Map());
    return {
        add: row => {
            const quoted = row.citations.filter(({ quote }) => quote !== '');
            sums.rows += 1;
            sums.citations += row.citations.length;
            sums.quotes += quoted.length;
            sums.verified += quoted.filter(({ match_score }) => match_score >= _quote_match_js__WEBPACK_IMPORTED_MODULE_0__/* .minMatchScore */ .Kl).length;
            if ((0,_row_js__WEBPACK_IMPORTED_MODULE_3__/* .isRehearsal */ .SK)(row))
                sums.rehearsal += 1;
            const names = namesOf(row);
            for (const group of groups)
                if (group !== 'rejectedByGate')
                    for (const name of names[group])
                        raise(group, name);
        },
        addRejects: text => {
            for (const { gate } of (0,_rejects_js__WEBPACK_IMPORTED_MODULE_2__/* .readRejects */ .$0)(text))
                raise('rejectedByGate', gate);
        },
        totals: () => ({
            rows: sums.rows,
            byMonth: table('byMonth'),
            byPipeline: table('byPipeline'),
            byModel: table('byModel'),
            byProvider: table('byProvider'),
            byDomain: table('byDomain'),
            byLicense: table('byLicense'),
            byGrade: table('byGrade'),
            byTopic: table('byTopic'),
            byDifficulty: table('byDifficulty'),
            byType: table('byType'),
            byOrigin: table('byOrigin'),
            byReview: table('byReview'),
            byCell: table('byCell'),
            citations: sums.citations,
            quotes: { verified: sums.verified, all: sums.quotes },
            rehearsal: sums.rehearsal,
            rejectedByGate: table('rejectedByGate'),
        }),
    };
}


/***/ }),

/***/ 2561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ createVerifier),
/* harmony export */   Q: () => (/* binding */ describeFault)
/* harmony export */ });
/* harmony import */ var _pair_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3852);
/* harmony import */ var _shingles_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(175);
/* harmony import */ var _row_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6701);
/* harmony import */ var _tally_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1812);




function rowMessage(row) {
    const id = (0,_pair_id_js__WEBPACK_IMPORTED_MODULE_0__/* .pairId */ .a6)(row.indicator_id, row.question);
    if (row.id !== id)
        return `expected the id ${id} of its question, got ${JSON.stringify(row.id.slice(0, 40))}`;
    if (row.dedup.question_sha256 !== (0,_shingles_js__WEBPACK_IMPORTED_MODULE_1__/* .questionSha256 */ .aD)(row.question))
        return 'expected `dedup.question_sha256` to be that of its question';
    const wrong = row.citations.find(({ quote, quote_sha256 }) => quote_sha256 !== (0,_pair_id_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteSha256 */ .oF)(quote) && quote + quote_sha256 !== '');
    if (wrong !== undefined)
        return `expected \`quote_sha256\` of citation ${wrong.n} to be that of its quote`;
    return undefined;
}
function entryMessage({ path, text }, rows, entry) {
    const bytes = Buffer.byteLength(text);
    if (entry.bytes !== bytes)
        return `expected the ${entry.bytes} bytes that the manifest has of ${path}, got ${bytes}`;
    if (entry.sha256 !== (0,_pair_id_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(text))
        return 'expected the SHA-256 that the manifest has of it';
    return entry.rows === rows ? undefined : `expected the ${entry.rows} rows that the manifest has of it, got ${rows}`;
}
/** The first number in which two sets differ. */
function differenceOf(manifest, counted) {
    const flat = (totals) => new Map(Object.entries(totals).flatMap(([key, value]) => typeof value === 'number'
        ? [[key, value]]
        : Object.entries(value).map(([name, each]) => [`${key}.${name}`, each])));
    const [left, right] = [flat(manifest), flat(counted)];
    for (const key of [...right.keys(), ...left.keys()])
        if (left.get(key) !== right.get(key))
            return `expected totals.${key} to be ${String(right.get(key) ?? 0)}, got ${String(left.get(key) ?? 0)}`;
    return undefined;
}
const whole = (path, message) => ({ path, line: null, handle: '', message });
/** Recomputes ids, hashes and counts shard by shard, keeping only ids in memory. */
function createVerifier({ manifest, retracted, rehearsal }) {
    const entries = new Map(manifest?.shards.map(entry => [entry.path, entry]));
    const places = new Map();
    const questions = new Map();
    const unlisted = [];
    const tally = (0,_tally_js__WEBPACK_IMPORTED_MODULE_3__/* .createTally */ .X)();
    let rows = 0;
    let left = 0;
    const rowFault = (path, row, line) => {
        const fault = (message) => ({ path, line, handle: row.handle, message });
        const message = rowMessage(row);
        if (message !== undefined)
            return fault(message);
        if (!rehearsal && (0,_row_js__WEBPACK_IMPORTED_MODULE_2__/* .isRehearsal */ .SK)(row))
            return fault('expected no pair of the embedded provider in a real database');
        const before = places.get(row.id);
        if (before !== undefined)
            return fault(`expected every id once, ${row.id} stands in ${before} too`);
        places.set(row.id, `${path}:${line}`);
        // About another indicator the same question has another id. A retracted one may be asked again.
        if (retracted.has(row.id))
            return undefined;
        const asked = questions.get(row.dedup.question_sha256);
        if (asked !== undefined)
            return fault(`expected every question once, this one stands in ${asked} too`);
        questions.set(row.dedup.question_sha256, `${path}:${line}`);
        return undefined;
    };
    return {
        shard: shard => {
            const { path, text, rejects } = shard;
            const read = (0,_row_js__WEBPACK_IMPORTED_MODULE_2__/* .readShard */ .Xy)(text);
            if (read.type === 'mistake')
                return { path, line: read.line, handle: read.handle, message: read.message };
            for (const [index, row] of read.rows.entries()) {
                const fault = rowFault(path, row, index + 1);
                if (fault !== undefined)
                    return fault;
                if (retracted.has(row.id))
                    left += 1;
            }
            rows += read.rows.length;
            const entry = entries.get(path);
            if (entry === undefined) {
                unlisted.push(path);
                return undefined;
            }
            entries.delete(path);
            for (const row of read.rows)
                tally.add(row);
            tally.addRejects(rejects);
            const message = entryMessage(shard, read.rows.length, entry);
            return message === undefined ? undefined : whole(path, message);
        },
        end: () => {
            const [missing] = entries.keys();
            if (missing !== undefined)
                return whole(missing, 'expected this shard, which the manifest lists, found none');
            if (manifest === null)
                return undefined;
            const { retracted: _retracted, erased: _erased, ...totals } = manifest.totals;
            // Cells are told by words, each row by those of the version that counted it: they need not come out the same again.
            const message = differenceOf(totals, { ...tally.totals(), byCell: totals.byCell });
            return message === undefined ? undefined : whole('database/manifest.json', message);
        },
        seen: () => ({ rows, retracted: left, unlisted }),
    };
}
/** `path:line (handle): what`, for a person. */
const describeFault = ({ path, line, handle, message }) => `${path}${line === null ? '' : `:${line}`}${handle === '' ? '' : ` (${handle})`}: ${message}`;


/***/ }),

/***/ 1755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ decodeText)
/* harmony export */ });
const startsWith = (bytes, start) => start.every((byte, at) => bytes[at] === byte);
/** Bytes by whose zeros UTF-16 without a mark is told: every other one is zero where the text begins in Latin letters. */
const looked = 256;
const zerosAt = (bytes, parity) => bytes.subarray(0, looked).reduce((zeros, byte, at) => (at % 2 === parity && byte === 0 ? zeros + 1 : zeros), 0);
function guess(bytes) {
    const half = Math.min(bytes.length, looked) / 2;
    const [even, odd] = [zerosAt(bytes, 0), zerosAt(bytes, 1)];
    if (odd > half * 0.4 && even < half * 0.1)
        return { label: 'utf-16le', mark: 0 };
    if (even > half * 0.4 && odd < half * 0.1)
        return { label: 'utf-16be', mark: 0 };
    return { label: 'utf-8', mark: 0 };
}
function encodingOf(bytes) {
    if (startsWith(bytes, [0xef, 0xbb, 0xbf]))
        return { label: 'utf-8', mark: 3 };
    if (startsWith(bytes, [0xff, 0xfe]))
        return { label: 'utf-16le', mark: 2 };
    if (startsWith(bytes, [0xfe, 0xff]))
        return { label: 'utf-16be', mark: 2 };
    return guess(bytes);
}
/** Text in UTF-8 or UTF-16, by its byte-order mark or by its zeros; anything else is told, not guessed. */
function decodeText(bytes) {
    const { label, mark } = encodingOf(bytes);
    try {
        // Each file begins in its own way, so the mark is cut off here and a second one stays visible.
        return { type: 'text', text: new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes.subarray(mark)) };
    }
    catch {
        return { type: 'unknown', reason: `Expected text in UTF-8 or UTF-16, found bytes that are not ${label.toUpperCase()}` };
    }
}


/***/ }),

/***/ 7204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ textsIn),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   I6: () => (/* binding */ find),
/* harmony export */   Lv: () => (/* binding */ isList),
/* harmony export */   Oo: () => (/* binding */ wrapperNames),
/* harmony export */   Pf: () => (/* binding */ fieldsOf),
/* harmony export */   Zv: () => (/* binding */ listNames),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   eU: () => (/* binding */ topicsOf),
/* harmony export */   pi: () => (/* binding */ fieldNames),
/* harmony export */   zN: () => (/* binding */ foldName)
/* harmony export */ });
/** Names under which collections keep their fields, folded to lower case without anything but letters and digits; earlier ones win. */
const fieldNames = {
    question: [
        'question',
        'q',
        'questiontext',
        'query',
        'instruction',
        'prompt',
        'userprompt',
        'user',
        'human',
        'input',
        'problem',
    ],
    answer: [
        'answer',
        'a',
        'answertext',
        'response',
        'output',
        'completion',
        'reply',
        'assistant',
        'gpt',
        'solution',
        'chosen',
        'answers',
        'expectedanswer',
        'groundtruth',
        'target',
    ],
    id: ['id', 'uuid', 'pairid', 'questionid', 'qid', 'handle'],
    topic: ['topic', 'topics', 'category', 'categories', 'indicator', 'subject', 'tags', 'title'],
    difficulty: ['difficulty', 'level'],
    type: ['questiontype', 'type', 'kind'],
    source: ['source', 'sourceurl', 'url', 'link', 'reference', 'citation', 'sources', 'citations', 'references'],
};
/** Below these keys a row may hide its question and answer. */
const wrapperNames = ['qa', 'qapair', 'pair', 'row', 'data', 'item', 'content', 'fields', 'conversation'];
/** Below these keys a collection keeps its rows. */
const listNames = [
    'qapairs',
    'pairs',
    'questions',
    'data',
    'rows',
    'items',
    'examples',
    'records',
    'entries',
    'results',
    'train',
    'dataset',
    'qas',
    'paragraphs',
    'topics',
    'categories',
];
const foldName = (name) => name.toLowerCase().replace(/[^a-z0-9]/g, '');
function fieldsOf(entries) {
    const fields = new Map();
    for (const [name, value] of entries) {
        const folded = foldName(name);
        if (!fields.has(folded))
            fields.set(folded, value);
    }
    return fields;
}
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value) => Array.isArray(value);
/** How deep a text may lie: `answers: { text: ["…"] }` lies two deep. */
const deepest = 3;
/** The text of a value: a text, a number, `{ text }`, or the first of a list; empty where there is none. */
function textOf(value, depth = 0) {
    if (typeof value === 'string')
        return value.replaceAll('\u0000', '').trim();
    if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
        return String(value);
    if (depth >= deepest)
        return '';
    if (isList(value))
        return textOf(value[0], depth + 1);
    if (!isObject(value))
        return '';
    const fields = fieldsOf(Object.entries(value));
    return textOf(fields.get('text') ?? fields.get('value') ?? fields.get('content') ?? fields.get('url'), depth + 1);
}
/** The first field of that meaning that has a text. */
function find(fields, name) {
    for (const each of fieldNames[name]) {
        const text = fields.has(each) ? textOf(fields.get(each)) : '';
        if (text !== '')
            return { name: each, text };
    }
    return undefined;
}
/** All texts of a value and of what is in it. */
function textsIn(value, depth = 0) {
    if (typeof value === 'string')
        return [value];
    if (depth >= deepest || typeof value !== 'object' || value === null)
        return [];
    return Object.values(value).flatMap(each => textsIn(each, depth + 1));
}
/** A topic may be one text, a list of them, or a text with commas in a table. */
function topicsOf(fields) {
    for (const name of fieldNames.topic) {
        const value = fields.get(name);
        const topics = isList(value) ? value.map(each => textOf(each)).filter(text => text !== '') : [textOf(value)];
        if (topics[0] !== undefined && topics[0] !== '')
            return topics.slice(0, 20);
    }
    return [];
}


/***/ }),

/***/ 456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O$: () => (/* binding */ unreadable),
/* harmony export */   ZR: () => (/* binding */ maxRowCharacters),
/* harmony export */   eV: () => (/* binding */ maxFileBytes),
/* harmony export */   iw: () => (/* binding */ collectionOf)
/* harmony export */ });
const collectionOf = (read) => ({
    rows: read.flatMap(each => (each.type === 'row' ? [each.row] : [])),
    problems: read.flatMap(each => (each.type === 'problem' ? [{ row: each.row, reason: each.reason }] : [])),
});
const unreadable = (reason) => ({ rows: [], problems: [{ row: 0, reason }] });
/** Characters that a question and its answer may have together. */
const maxRowCharacters = 20_000;
/** Bytes that a file may have. */
const maxFileBytes = 200_000_000;


/***/ }),

/***/ 5313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ collectionExtensions),
  H: () => (/* binding */ readCollection)
});

// EXTERNAL MODULE: ./src/dataset/foreign/decode-text.js
var decode_text = __webpack_require__(1755);
// EXTERNAL MODULE: ./src/dataset/foreign/fields.js
var foreign_fields = __webpack_require__(7204);
// EXTERNAL MODULE: ./src/dataset/foreign/foreign-row.js
var foreign_row = __webpack_require__(456);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/domain/one-line.js
var one_line = __webpack_require__(9517);
// EXTERNAL MODULE: ./src/dataset/foreign/read-row.js
var read_row = __webpack_require__(7664);
;// CONCATENATED MODULE: ./src/dataset/foreign/read-json.js





/** Anything may stand in a foreign file, so what comes out is looked at field by field. */
function parseJson(text) {
    try {
        const value = JSON.parse(text);
        return { type: 'value', value };
    }
    catch (error) {
        return { type: 'broken', reason: `expected JSON: ${(0,one_line/* oneLine */.T)((0,errors/* messageOf */.bD)(error), 200)}` };
    }
}
/** Our own files of a later version: what a field means there is not known here. */
const newest = 1;
/** Containers within containers that are looked into. */
const deepest = 6;
/** The rows of a container, in their order: lists, known names, and lists under any name where no known one is there. */
function* rowsIn({ value, topic }, depth) {
    if (depth > deepest) {
        yield { value, topic };
        return;
    }
    if ((0,foreign_fields/* isList */.Lv)(value)) {
        for (const item of value)
            yield* (0,foreign_fields/* isObject */.Gv)(item) && !(0,read_row/* isRow */.p)(item) ? rowsIn({ value: item, topic }, depth + 1) : [{ value: item, topic }];
        return;
    }
    if (!(0,foreign_fields/* isObject */.Gv)(value) || (0,read_row/* isRow */.p)(value)) {
        yield { value, topic };
        return;
    }
    const fields = (0,foreign_fields/* fieldsOf */.Pf)(Object.entries(value));
    const own = (0,foreign_fields/* topicsOf */.eU)(fields);
    const lists = [...fields].filter(([, inner]) => (0,foreign_fields/* isList */.Lv)(inner) && inner.some(foreign_fields/* isObject */.Gv));
    const known = lists.filter(([name]) => foreign_fields/* listNames */.Zv.includes(name));
    const chosen = known.length > 0 ? known : lists;
    if (chosen.length === 0)
        yield { value, topic };
    for (const [, inner] of chosen)
        yield* rowsIn({ value: inner, topic: own.length > 0 ? own : topic }, depth + 1);
}
/** A table by columns: `{ "question": ["…"], "answer": ["…"] }`. */
function readColumns(value) {
    const columns = Object.entries(value).filter(([, column]) => (0,foreign_fields/* isList */.Lv)(column));
    const length = Math.max(0, ...columns.map(([, column]) => ((0,foreign_fields/* isList */.Lv)(column) ? column.length : 0)));
    const isTable = length > 0 && columns.length > 1 && columns.every(([, column]) => (0,foreign_fields/* isList */.Lv)(column) && !column.some(foreign_fields/* isObject */.Gv));
    if (!isTable)
        return undefined;
    return Array.from({ length }, (_, at) => (0,read_row/* readRow */.z)(at + 1, columns.map(([name, column]) => [name, (0,foreign_fields/* isList */.Lv)(column) ? column[at] : undefined])));
}
const readItem = (row, { value, topic }) => (0,foreign_fields/* isObject */.Gv)(value)
    ? (0,read_row/* readRow */.z)(row, Object.entries(value), topic)
    : {
        type: 'problem',
        row,
        reason: `expected an object, found ${value === null ? 'null' : (0,foreign_fields/* isList */.Lv)(value) ? 'a list' : typeof value}`,
    };
const newerVersion = (value) => {
    const fields = (0,foreign_fields/* fieldsOf */.Pf)(Object.entries(value));
    const version = fields.get('version');
    const isOurs = fields.has('indicatorid') && fields.has('pairs');
    return isOurs && typeof version === 'number' && version > newest
        ? `made by a newer version of Perpetual (${version}; this one reads ${newest}); update it, or integrate with that one`
        : undefined;
};
/** A JSON document in whatever shape a collection of questions and answers has. */
function readJson(value) {
    if ((0,foreign_fields/* isObject */.Gv)(value)) {
        const newer = newerVersion(value);
        if (newer !== undefined)
            return (0,foreign_row/* unreadable */.O$)(newer);
        const columns = readColumns(value);
        if (columns !== undefined)
            return (0,foreign_row/* collectionOf */.iw)(columns);
    }
    else if (!(0,foreign_fields/* isList */.Lv)(value))
        return (0,foreign_row/* unreadable */.O$)(`expected questions and answers, found ${(0,foreign_fields/* textOf */.b6)(value).slice(0, 40) || 'nothing'}`);
    const read = [...rowsIn({ value, topic: [] }, 0)].map((found, at) => readItem(at + 1, found));
    return read.length === 0 ? (0,foreign_row/* unreadable */.O$)('expected questions and answers, found none') : (0,foreign_row/* collectionOf */.iw)(read);
}
/** One JSON document a line; an empty line is none, a broken one is put aside alone. */
function readJsonLines(text) {
    const read = [];
    for (const [at, line] of text.split('\n').entries()) {
        if (line.trim() === '')
            continue;
        const parsed = parseJson(line);
        read.push(parsed.type === 'value'
            ? readItem(at + 1, { value: parsed.value, topic: [] })
            : { type: 'problem', row: at + 1, reason: parsed.reason });
    }
    return read.length === 0 ? (0,foreign_row/* unreadable */.O$)('expected questions and answers, found none') : (0,foreign_row/* collectionOf */.iw)(read);
}

// EXTERNAL MODULE: ../../node_modules/csv-parse/lib/sync.js + 9 modules
var sync = __webpack_require__(203);
;// CONCATENATED MODULE: ./src/dataset/foreign/read-table.js






/** A row with its fields, before anything is known of them; more is a quote that nobody closed. */
const maxRecordCharacters = 5 * foreign_row/* maxRowCharacters */.ZR;
const delimiters = [',', ';', '\t', '|'];
/** The one of which the first line has most. */
const delimiterOf = (text) => {
    const first = text.slice(0, 10_000).split('\n', 1)[0] ?? '';
    const counts = delimiters.map(delimiter => first.split(delimiter).length);
    return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
};
const names = new Set([...foreign_fields/* fieldNames */.pi.question, ...foreign_fields/* fieldNames */.pi.answer]);
/** A first line whose cells are names of fields; two columns without names are a question and an answer. */
function headerOf(first) {
    if (first === undefined)
        return undefined;
    if (first.cells.some(cell => names.has((0,foreign_fields/* foldName */.zN)(cell))))
        return { names: first.cells, isFirst: true };
    return first.cells.length === 2 ? { names: ['question', 'answer'], isFirst: false } : undefined;
}
/** Comma-separated values in any of their dialects; a line that cannot be read is put aside alone. */
function readTable(text, isTabbed) {
    const lines = [];
    const broken = [];
    try {
        (0,sync/* parse */.qg)(text, {
            delimiter: isTabbed ? '\t' : delimiterOf(text),
            quote: '"',
            relax_quotes: true,
            relax_column_count: true,
            skip_empty_lines: true,
            max_record_size: maxRecordCharacters,
            skip_records_with_error: true,
            on_skip: error => {
                const line = typeof error?.['lines'] === 'number' ? error['lines'] : 0;
                broken.push({ type: 'problem', row: line, reason: `expected a row: ${(0,one_line/* oneLine */.T)((0,errors/* messageOf */.bD)(error), 200)}` });
                return undefined;
            },
            on_record: (cells, { lines: line }) => {
                lines.push({ cells, line });
                return null;
            },
        });
    }
    catch (error) {
        broken.push({
            type: 'problem',
            row: lines.at(-1)?.line ?? 0,
            reason: `expected a table to its end: ${(0,one_line/* oneLine */.T)((0,errors/* messageOf */.bD)(error), 200)}`,
        });
    }
    const header = headerOf(lines[0]);
    if (header === undefined)
        return broken.length > 0
            ? (0,foreign_row/* collectionOf */.iw)(broken)
            : (0,foreign_row/* unreadable */.O$)('expected a first line with the names of a question and an answer column, found none');
    const rows = header.isFirst ? lines.slice(1) : lines;
    const read = rows.map(({ cells, line }) => (0,read_row/* readRow */.z)(line, header.names.map((name, at) => [name, cells[at] ?? ''])));
    if (read.length + broken.length === 0)
        return (0,foreign_row/* unreadable */.O$)('expected questions and answers, found none');
    return (0,foreign_row/* collectionOf */.iw)([...read, ...broken].toSorted((a, b) => rowNumber(a) - rowNumber(b)));
}
const rowNumber = (read) => (read.type === 'row' ? read.row.row : read.row);

;// CONCATENATED MODULE: ./src/dataset/foreign/read-collection.js





/** Names of files that this module reads; SQLite is read where there is a disk. */
const collectionExtensions = ['.json', '.jsonl', '.ndjson', '.csv', '.tsv'];
/** Whether a text of several lines is one document a line: its first line is a whole object. */
function isLines(text) {
    const first = parseJson(text.split('\n', 1)[0] ?? '');
    return first.type === 'value' && (0,foreign_fields/* isObject */.Gv)(first.value);
}
/** JSON, or one JSON document a line, whatever the name says. */
function readJsonText(text) {
    const parsed = parseJson(text);
    if (parsed.type === 'value')
        return readJson(parsed.value);
    return isLines(text) ? readJsonLines(text) : (0,foreign_row/* unreadable */.O$)(parsed.reason);
}
/**
 * Reads somebody else's collection of questions and answers: JSON, JSON Lines, CSV or TSV in UTF-8 or UTF-16, by the names of its
 * fields. `name` tells the format where the text does not. What cannot be read is put aside with its row and a reason; nothing is thrown.
 */
function readCollection(bytes, name) {
    if (bytes.byteLength > foreign_row/* maxFileBytes */.eV)
        return (0,foreign_row/* unreadable */.O$)(`expected at most ${foreign_row/* maxFileBytes */.eV} bytes, found ${bytes.byteLength}`);
    const decoded = (0,decode_text/* decodeText */.g)(bytes);
    if (decoded.type === 'unknown')
        return (0,foreign_row/* unreadable */.O$)(decoded.reason);
    const { text } = decoded;
    if (text.trim() === '')
        return (0,foreign_row/* unreadable */.O$)('expected questions and answers, found an empty file');
    const lower = name.toLowerCase();
    if (lower.endsWith('.tsv'))
        return readTable(text, true);
    if (lower.endsWith('.csv'))
        return readTable(text, false);
    if (/\.(jsonl|ndjson)$/.test(lower))
        return isLines(text) ? readJsonLines(text) : readJsonText(text);
    return readJsonText(text);
}


/***/ }),

/***/ 7664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ isRow),
/* harmony export */   z: () => (/* binding */ readRow)
/* harmony export */ });
/* harmony import */ var _domain_pair_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8660);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7204);
/* harmony import */ var _foreign_row_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(456);



const askers = new Set(['user', 'human', 'prompter']);
const answerers = new Set(['assistant', 'gpt', 'model', 'bot', 'chatgpt']);
/** The first question of a chat and the first answer after it. */
function readChat(value) {
    if (!(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(value))
        return undefined;
    const turns = value.filter(_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv).map(turn => {
        const fields = (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsOf */ .Pf)(Object.entries(turn));
        const role = (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(fields.get('role') ?? fields.get('from') ?? fields.get('speaker')).toLowerCase();
        return { role, text: (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(fields.get('content') ?? fields.get('value') ?? fields.get('text')) };
    });
    const asked = turns.findIndex(({ role, text }) => askers.has(role) && text !== '');
    const answer = turns.slice(asked + 1).find(({ role, text }) => answerers.has(role) && text !== '');
    return asked === -1 ? undefined : { question: turns[asked]?.text ?? '', answer: answer?.text ?? '' };
}
/** `instruction` with a separate `input`, as Alpaca files have it, is one question. */
function readPair(fields) {
    const question = (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .find */ .I6)(fields, 'question');
    const answer = (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .find */ .I6)(fields, 'answer');
    if (question === undefined && answer === undefined)
        return undefined;
    const input = question?.name === 'instruction' ? (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(fields.get('input')) : '';
    return { question: [question?.text ?? '', input].filter(text => text !== '').join('\n\n'), answer: answer?.text ?? '' };
}
function readTurns(fields) {
    for (const name of ['messages', 'conversations', 'conversation', 'turns', 'dialog', 'dialogue']) {
        const chat = readChat(fields.get(name));
        if (chat !== undefined)
            return chat;
    }
    return readPair(fields);
}
/** Fields of the row itself, or of what it wraps. */
function unwrap(fields) {
    if (readTurns(fields) !== undefined)
        return fields;
    for (const name of _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .wrapperNames */ .Oo) {
        const value = fields.get(name);
        const inner = (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value) ? (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsOf */ .Pf)(Object.entries(value)) : undefined;
        if (inner !== undefined && readTurns(inner) !== undefined)
            return new Map([...fields, ...inner]);
    }
    return fields;
}
const whatIsWrong = (fields, turns) => {
    const version = fields.get('schemaversion');
    if (typeof version === 'number' && version > _domain_pair_js__WEBPACK_IMPORTED_MODULE_0__/* .pairVersion */ .zu)
        return `made by a newer version of Perpetual (${version}; this one reads ${_domain_pair_js__WEBPACK_IMPORTED_MODULE_0__/* .pairVersion */ .zu})`;
    if (turns === undefined)
        return 'expected a question and an answer, found neither';
    if (turns.question === '')
        return 'expected a question, found none';
    if (turns.answer === '')
        return 'expected an answer, found none';
    const characters = turns.question.length + turns.answer.length;
    return characters > _foreign_row_js__WEBPACK_IMPORTED_MODULE_2__/* .maxRowCharacters */ .ZR ? `expected at most ${_foreign_row_js__WEBPACK_IMPORTED_MODULE_2__/* .maxRowCharacters */ .ZR} characters, found ${characters}` : undefined;
};
/** Fields of ours that tell who made a pair, in all formats that are exported. */
const makerNames = [
    'flags',
    'model',
    'modelrequested',
    'generation',
    'citations',
    'citationurls',
    'sourcedomains',
    ..._fields_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldNames */ .pi.source,
];
/** Its flag, its models' names and its pages' addresses; a list may be the JSON text of one, as in a table. */
const rehearsalMark = /^rehearsal$|"rehearsal"|^"?rehearsal\/|\brehearsal\.example\b/;
const isRehearsed = (fields) => makerNames.some(name => (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .textsIn */ .Ej)(fields.get(name)).some(text => rehearsalMark.test(text)));
/** True where the object could be a row: it has a question or an answer, or a chat. */
const isRow = (value) => readTurns(unwrap((0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsOf */ .Pf)(Object.entries(value)))) !== undefined;
/** Reads one row by the names of its fields; `topic` is what its surroundings say of it. */
function readRow(row, entries, topic = []) {
    const fields = unwrap((0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsOf */ .Pf)(entries));
    const turns = readTurns(fields);
    const reason = whatIsWrong(fields, turns);
    if (reason !== undefined || turns === undefined)
        return { type: 'problem', row, reason: reason ?? '' };
    const own = (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .topicsOf */ .eU)(fields);
    const text = (name) => ((0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .find */ .I6)(fields, name)?.text ?? '').slice(0, 500);
    return {
        type: 'row',
        row: {
            row,
            ...turns,
            id: text('id'),
            topic: own.length > 0 ? own : topic,
            difficulty: text('difficulty'),
            type: text('type'),
            source: text('source'),
            rehearsal: isRehearsed(fields),
        },
    };
}


/***/ }),

/***/ 6508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ sourceFlags),
/* harmony export */   FV: () => (/* binding */ quoteReason),
/* harmony export */   Yw: () => (/* binding */ isBelow),
/* harmony export */   e2: () => (/* binding */ citationReason),
/* harmony export */   w4: () => (/* binding */ hostOf),
/* harmony export */   xv: () => (/* binding */ addressReason)
/* harmony export */ });
/* unused harmony export mostQuoteWords */
/** Words; twice the 40 that research is asked for, past which a quote is a copy. */
const mostQuoteWords = 80;
/** Services that hide where a link goes. */
const shorteners = [
    'bit.ly',
    'buff.ly',
    'cutt.ly',
    'goo.gl',
    'is.gd',
    'lnkd.in',
    'ow.ly',
    'rb.gy',
    'rebrand.ly',
    's.id',
    'shorturl.at',
    't.co',
    't.ly',
    'tiny.cc',
    'tinyurl.com',
    'v.gd',
];
/** Whether a host is a domain or one below it. */
const isBelow = (host, domain) => host === domain || host.endsWith(`.${domain}`);
/** The host of an address without `www.`, in punycode; an empty string where it is none. */
const hostOf = (url) => URL.parse(url)
    ?.hostname.replace(/^www\./, '')
    .replace(/\.+$/, '') ?? '';
/** A reason where an address must not be cited, whatever stands there. */
const addressReason = (url, deny) => {
    const parsed = URL.parse(url);
    if (parsed === null || parsed.protocol !== 'https:')
        return 'A cited address is not https.';
    if (parsed.username !== '' || parsed.password !== '')
        return 'A cited address carries a user name.';
    const host = hostOf(url);
    if (!host.includes('.') || /^[\d.]+$/.test(host) || host.startsWith('['))
        return 'A cited address names no public domain.';
    if (shorteners.some(domain => isBelow(host, domain)))
        return `A cited address hides behind a link shortener (${host}).`;
    if (deny.some(domain => isBelow(host, domain.toLowerCase().replace(/^(?:\*?\.)?(?:www\.(?=.*\.))?/, ''))))
        return `The domain ${host} is denied by the configuration.`;
    return undefined;
};
/** A reason where the pair cites nothing, something it must not, or only evidence that could not be verified. */
const citationReason = ({ cards }, deny) => {
    if (cards.length === 0)
        return 'It cites no evidence.';
    for (const card of cards) {
        const reason = addressReason(card.url, deny);
        if (reason !== undefined)
            return reason;
    }
    return cards.some(card => card.verified) ? undefined : 'None of its evidence could be verified.';
};
/** A reason where a quote is empty or a copy of the page. */
const quoteReason = ({ cards }) => {
    if (cards.some(card => card.quote.trim() === ''))
        return 'A cited quote is empty.';
    const long = cards.map(card => card.quote.trim().split(/\s+/).length).find(words => words > mostQuoteWords);
    return long === undefined ? undefined : `A cited quote has ${long} words, ${mostQuoteWords} are the most.`;
};
/** `unverified-quote` and `punycode`, where they apply. */
const sourceFlags = (cards) => [
    ...(cards.some(card => !card.verified) ? ['unverified-quote'] : []),
    ...(cards.some(card => hostOf(card.url)
        .split('.')
        .some(label => label.startsWith('xn--')))
        ? ['punycode']
        : []),
];


/***/ }),

/***/ 4257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   c5: () => (/* binding */ plainWords),
/* harmony export */   e8: () => (/* binding */ unescapeMarkdown),
/* harmony export */   iQ: () => (/* binding */ markdownLink)
/* harmony export */ });
/** Characters that nobody sees, tags and halves of surrogate pairs among them. */
const hidden = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const special = /\b(?:https?|ftp)(?=:)|\bwww(?=\.)|\bgh(?=-\d)|[!-/:-@[-`{-~]/gi;
/** Entities for what opens HTML or a formula; an invisible space behind what GitHub would link: accounts, issues, addresses. */
const inert = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    $: '&#36;',
    '@': '@&#8203;',
    '#': '\\#&#8203;',
};
const plain = /[,;'"/% ]/;
const escapeOne = (found) => {
    if (found.length > 1)
        return `${found}&#8203;`;
    return inert[found] ?? (plain.test(found) ? found : `\\${found}`);
};
/**
 * Hostile text as inert Markdown on one line: no HTML, no mention, no reference to an issue, no link, no formula, no way out of a fold.
 * It must follow something else on its line (a label), because a line's first characters can open a list or a heading.
 */
const escapeMarkdown = (text) => text
    .replace(hidden, '\ufffd')
    .replace(special, escapeOne)
    .trim()
    .replace(/\s+/g, space => (/[\r\n]/.test(space) ? '<br>' : ' '));
/**
 * Hostile text for a title, where nothing is escaped: a merge makes the title part of a commit's message, in which a name would
 * mention, and "closes #1" would close.
 */
const plainWords = (text) => text
    .replaceAll(/[^\p{L}\p{M}\p{N} .,()'’&+%-]/gu, ' ')
    .replaceAll(/\bgh-(?=\d)/giu, 'gh ')
    .replaceAll(/\s+/g, ' ')
    .trim();
/** Escaped text as it was, for a terminal, where nobody renders it. */
const unescapeMarkdown = (markdown) => markdown
    .replaceAll('&#8203;', '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#36;', '$')
    .replaceAll('&amp;', '&');
/** A link to a page whose address is https; anything else is shown as text. */
const markdownLink = (title, url) => {
    const parsed = URL.parse(url);
    const label = escapeMarkdown(title === '' ? url : title);
    if (parsed?.protocol !== 'https:')
        return `${label} (${escapeMarkdown(url)})`;
    return `[${label}](<${parsed.href.replace(/[<>\\`|@\s]/g, encodeURIComponent)}>)`;
};


/***/ }),

/***/ 5108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ statedNumbers),
/* harmony export */   d: () => (/* binding */ suppliedNumbers)
/* harmony export */ });
const ones = 'one two three four five six seven eight nine'.split(' ');
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const words = new Map([
    ...[...ones, ...teens].map((word, index) => [word, index + 1]),
    ...tens.map((word, index) => [word, 10 * (index + 2)]),
]);
/** `twenty-five` is one number and not two. */
const anyWord = `(?:${tens.join('|')})(?:[ -](?:${ones.join('|')}))?|${[...ones, ...teens].join('|')}`;
const wordValue = (written) => String(written
    .toLowerCase()
    .split(/[ -]/)
    .reduce((sum, word) => sum + (words.get(word) ?? 0), 0));
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const monthNames = 'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';
const units = '(?:trading )?(?:periods?|bars?|candles?|seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|percent|standard deviations?|blocks?)';
const isoDate = /\b\d{4}-\d{2}-\d{2}\b/g;
const namedMonth = new RegExp(`(?<=\\d(?:st|nd|rd|th)?,? (?:of )?)(${monthNames})\\b|\\b(${monthNames})(?=\\.? \\d)`, 'g');
const numeral = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+/g;
const scales = /^(?: (thousand|million|billion|trillion)\b|(k|m|mm|mn|b|bn|t|tn)(?![a-z0-9]))/i;
const factors = {
    thousand: 1e3,
    k: 1e3,
    million: 1e6,
    m: 1e6,
    mm: 1e6,
    mn: 1e6,
    billion: 1e9,
    b: 1e9,
    bn: 1e9,
    trillion: 1e12,
    t: 1e12,
    tn: 1e12,
};
const numberWord = new RegExp(`\\b(?:${anyWord})\\b`, 'gi');
const measuredWord = new RegExp(`\\b(?!one\\b)(${anyWord})[ -]${units}\\b`, 'gi');
const ordinal = /(?:^|\n)[ \t]*\(?\d[.)](?=\s)|\(\d\)|\bstep [1-9]\b|\b24\/7\b/gi;
/** A numeral as it is compared: without separators and trailing zeros; digits past a double's precision are compared as written. */
const canonical = (value, written) => written.length > 15 ? written : String(Number(value.toPrecision(15)));
const numeralsIn = (text) => {
    const found = [];
    for (const match of text.matchAll(numeral)) {
        const digits = match[0].replaceAll(',', '');
        const value = Number(digits);
        const [suffix, word, letter] = scales.exec(text.slice(match.index + match[0].length, match.index + match[0].length + 12)) ?? [];
        const scale = (word ?? letter ?? '').toLowerCase();
        const readings = scale === '' || scale === 'm' ? [canonical(value, digits)] : [];
        if (scale !== '')
            readings.push(canonical(value * (factors[scale] ?? 1), ''));
        found.push({ readings, written: match[0] + (suffix ?? ''), named: /[\p{L}_]/u.test(text.charAt(match.index - 1)) });
    }
    return found;
};
/** ISO dates come apart into year, month and day, so that `2024-01-15` and `January 15, 2024` are the same three. */
const splitDates = (text) => {
    const monthsNamed = [];
    const rest = text.replace(isoDate, written => {
        const [year, month, day] = written.split('-');
        monthsNamed.push({ readings: [`month ${Number(month)}`], written });
        return `${year} ; ${day}`;
    });
    for (const match of text.matchAll(namedMonth))
        monthsNamed.push({ readings: [`month ${months.indexOf(match[0].slice(0, 3)) + 1}`], written: match[0] });
    return { rest, monthsNamed };
};
const isDigit = (code) => /\p{Nd}/u.test(String.fromCodePoint(code));
/** Digits of other scripts stand in blocks of ten, from zero to nine, of which some lie side by side (Unicode, general category Nd). */
const asciiDigit = (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let start = code;
    while (isDigit(start - 1))
        start -= 1;
    return String((code - start) % 10);
};
/** Thin and unbreakable spaces, apostrophes and underscores between groups of three digits become commas; a plain space may separate two numbers. */
const foldDigits = (text) => text
    .replace(/(?<=\d)[\u00a0\u2009\u202f_'’](?=\d{3}(?!\d))/g, ',')
    .normalize('NFKC')
    .replace(/(?!\d)\p{Nd}/gu, asciiDigit);
/** Everything in an evidence text that can back a number: numerals in all their readings, number words, months of dates. */
const suppliedNumbers = (text) => {
    const { rest, monthsNamed } = splitDates(foldDigits(text));
    const supplied = new Set([...numeralsIn(rest), ...monthsNamed].flatMap(one => one.readings));
    for (const match of rest.matchAll(numberWord))
        supplied.add(wordValue(match[0]));
    return supplied;
};
/**
 * The numbers and dates that a text states and must have from somewhere. Not asked for: ordinals of lists (`1.`, `(2)`, `Step 3`),
 * digits inside names (`EMA12`), the idiom `24/7`, and number words unless they count a unit (`three days`; `one of the two` is prose).
 */
const statedNumbers = (text) => {
    const { rest, monthsNamed } = splitDates(foldDigits(text).replace(ordinal, ' '));
    const counted = [...rest.matchAll(measuredWord)].map(match => ({
        readings: [wordValue(match[1] ?? '')],
        written: match[0],
    }));
    return [...numeralsIn(rest).filter(one => !one.named), ...monthsNamed, ...counted];
};


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
/* harmony export */   _I: () => (/* binding */ pairRowSchema),
/* harmony export */   hz: () => (/* binding */ renderPairFile)
/* harmony export */ });
/* unused harmony exports pairFileSchema, readPairFile */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9131);
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
/* harmony export */   Ch: () => (/* binding */ fitSizes),
/* harmony export */   eG: () => (/* binding */ fitsPart),
/* harmony export */   iT: () => (/* binding */ packParts),
/* harmony export */   qE: () => (/* binding */ partLimits)
/* harmony export */ });
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

/***/ 1730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kl: () => (/* binding */ minMatchScore),
/* harmony export */   hQ: () => (/* binding */ checkCard),
/* harmony export */   t6: () => (/* binding */ minQuoteCharacters)
/* harmony export */ });
/* unused harmony exports foldText, partialRatio, canonicalUrl */
/* harmony import */ var _numbers_in_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5108);

/** Partial ratio, of 100, from which a quote counts as standing in the page. */
const minMatchScore = 90;
/** Characters below which a quote would be found on any page. */
const minQuoteCharacters = 12;
const markdownMarks = /[*_#`]/g;
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
/** What is left of a text for comparing quotes: one case, one kind of quotation mark and dash, single spaces, no Markdown marks. */
const foldText = (text) => text
    .normalize('NFKC')
    .toLowerCase()
    .replace(invisible, '')
    .replace(markdownMarks, '')
    .replace(/[‘’‚′]/g, "'")
    .replace(/[“”„″«»]/g, '"')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
/** For each character of the pattern, the bits of its positions, 32 to a block. */
const positionBits = (pattern, blocks) => {
    const bits = new Map();
    for (let i = 0; i < pattern.length; i++) {
        const code = pattern.charCodeAt(i);
        const own = bits.get(code) ?? new Int32Array(blocks);
        own[i >>> 5] = (own[i >>> 5] ?? 0) | (1 << (i & 31));
        bits.set(code, own);
    }
    return bits;
};
/**
 * The fewest edits that turn `pattern` into some part of `text`: Myers' bit-parallel search (1999) in 32-bit blocks,
 * which looks at every window at once for a 32nd of the work of comparing one by one.
 */
const fewestEdits = (pattern, text) => {
    const blocks = Math.ceil(pattern.length / 32);
    const bits = positionBits(pattern, blocks);
    const none = new Int32Array(blocks);
    const up = new Int32Array(blocks).fill(-1);
    const down = new Int32Array(blocks);
    const lastBit = (pattern.length - 1) & 31;
    let edits = pattern.length;
    let best = edits;
    for (let i = 0; i < text.length && best > 0; i++) {
        const equal = bits.get(text.charCodeAt(i)) ?? none;
        let carryUp = 0;
        let carryDown = 0;
        for (let block = 0; block < blocks; block++) {
            const vp = up[block] ?? 0;
            const vm = down[block] ?? 0;
            const eq = equal[block] ?? 0;
            const xv = eq | vm;
            const eqIn = eq | carryDown;
            const xh = (((eqIn & vp) + vp) ^ vp) | eqIn;
            const hp = vm | ~(xh | vp);
            const hm = vp & xh;
            if (block === blocks - 1)
                edits += ((hp >>> lastBit) & 1) - ((hm >>> lastBit) & 1);
            const shiftedUp = (hp << 1) | carryUp;
            up[block] = (hm << 1) | carryDown | ~(xv | shiftedUp);
            down[block] = shiftedUp & xv;
            carryUp = hp >>> 31;
            carryDown = hm >>> 31;
        }
        if (edits < best)
            best = edits;
    }
    return best;
};
/** How well `quote` stands somewhere in `text`, 0 to 100: 100 × (1 − edits ÷ characters of the quote) at the best place. Both folded before. */
const partialRatio = (quote, text) => {
    if (quote.length === 0)
        return 0;
    if (text.includes(quote))
        return 100;
    return Math.floor(1000 * (1 - fewestEdits(quote, text) / quote.length)) / 10;
};
/** One spelling for addresses of one page: no fragment, no trailing slash, none of the `utm_` parameters that providers add. */
const canonicalUrl = (url) => {
    const parsed = URL.parse(url);
    if (parsed === null)
        return url.trim();
    parsed.hash = '';
    for (const name of Array.from(parsed.searchParams.keys()))
        if (name.startsWith('utm_'))
            parsed.searchParams.delete(name);
    parsed.pathname = parsed.pathname.replace(/\/+$/, '');
    return parsed.href.replace(/\/$/, '');
};
/**
 * Whether the provider says it read this page and the quote stands in it. A changed number is a small edit and a large lie:
 * every number of the quote must stand on the page too.
 */
const checkCard = ({ quote, url, annotations }) => {
    const folded = foldText(quote);
    const address = canonicalUrl(url);
    let matchScore = 0;
    let verified = false;
    for (const page of annotations) {
        if (canonicalUrl(page.url) !== address)
            continue;
        const score = partialRatio(folded, foldText(page.content));
        matchScore = Math.max(matchScore, score);
        verified ||= score >= minMatchScore && folded.length >= minQuoteCharacters && numbersStandOn(quote, page.content);
    }
    return { verified, matchScore };
};
const numbersStandOn = (quote, page) => {
    const onPage = (0,_numbers_in_text_js__WEBPACK_IMPORTED_MODULE_0__/* .suppliedNumbers */ .d)(page);
    return [...(0,_numbers_in_text_js__WEBPACK_IMPORTED_MODULE_0__/* .suppliedNumbers */ .d)(quote)].every(number => onPage.has(number));
};


/***/ }),

/***/ 736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CY: () => (/* binding */ renderIntegrationSource),
/* harmony export */   bS: () => (/* binding */ parseIntegrationSource)
/* harmony export */ });
/* unused harmony export integrationSourceSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9131);

/** What a task of integration works on, as JSON in its body; frozen when the task is made. */
const integrationSourceSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .discriminatedUnion */ .gMt('type', [
    /** Delivered files of one folder as they stood at a commit of the default branch. */
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ type: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('delivery'), paths: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1)).min(1), commit: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1) }),
    /** A piece of an imported collection; its rows lie in the results of the task `rows`, which another attempt shares. */
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        type: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('import'),
        name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
        piece: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive(),
        pieces: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive(),
        rows: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
    }),
    /** Manifest, card and growth picture, brought up to the shards that were there at a commit. */
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ type: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('card'), commit: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1) }),
]);
const renderIntegrationSource = (source) => JSON.stringify(integrationSourceSchema.parse(source));
/** As older versions wrote it, which made a task of each file. */
const oneFileSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ type: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('delivery'), path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1), commit: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1) })
    .transform(({ type, path, commit }) => ({ type, paths: [path], commit }));
/** Undefined for a body that is none of ours, such as an issue that somebody wrote for this pipeline. */
function parseIntegrationSource(body) {
    try {
        return zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([integrationSourceSchema, oneFileSchema]).safeParse(JSON.parse(body)).data;
    }
    catch {
        return undefined;
    }
}


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

/***/ 5346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ parseImported),
/* harmony export */   v: () => (/* binding */ renderImported)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9131);

/** One line of the rows of an imported piece, as they wait for their session. */
const lineSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .discriminatedUnion */ .gMt('type', [
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        version: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
        type: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('row'),
        row: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative(),
        question: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        answer: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        topic: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        difficulty: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        type_written: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        source: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        rehearsal: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ version: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1), type: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('problem'), row: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative(), reason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
]);
const lineOf = (line) => `${JSON.stringify(line)}\n`;
const renderImported = ({ rows, problems }) => [
    ...rows.map(({ type, ...row }) => lineOf({ version: 1, type: 'row', ...row, topic: [...row.topic], type_written: type })),
    ...problems.map(problem => lineOf({ version: 1, type: 'problem', ...problem })),
].join('');
/** What can be read of the lines; one that somebody broke is a problem like any other. */
function parseImported(text) {
    const rows = [];
    const problems = [];
    for (const [index, written] of text.split('\n').entries()) {
        if (written === '')
            continue;
        const line = readLine(written);
        if (line === undefined)
            problems.push({ row: index + 1, reason: 'expected an imported row, found a line that is none' });
        else if (line.type === 'problem')
            problems.push({ row: line.row, reason: line.reason });
        else {
            const { version: _version, type: _type, type_written, ...row } = line;
            rows.push({ ...row, type: type_written });
        }
    }
    return { rows, problems };
}
function readLine(written) {
    try {
        const parsed = lineSchema.safeParse(JSON.parse(written));
        return parsed.success ? parsed.data : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 9030:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ atCommit)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);

/** Reads at a commit, or at the head of the default branch where a rewritten history has that commit no more: what was delivered is still there. */
async function atCommit({ contents }, commit, read) {
    try {
        return await read(commit);
    }
    catch (error) {
        if (error instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GoneCommitError */ .x7)
            return await read(await contents.head());
        throw error;
    }
}


/***/ }),

/***/ 3497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nb: () => (/* binding */ deliveryNames),
/* harmony export */   Q7: () => (/* binding */ integrationTask),
/* harmony export */   hK: () => (/* binding */ hashedId),
/* harmony export */   og: () => (/* binding */ deliveryName),
/* harmony export */   x6: () => (/* binding */ deliveryTaskId),
/* harmony export */   yS: () => (/* binding */ folderOf)
/* harmony export */ });
/* harmony import */ var _dataset_pair_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3852);
/* harmony import */ var _domain_integration_task_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(736);
/* harmony import */ var _task_book_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2674);



/** Readable, and with the hash after it a name for files and branches. */
const longestSlug = 60;
const slugOf = (text) => text
    .toLowerCase()
    .replaceAll(/[^a-z0-9_]+/g, '-')
    .slice(0, longestSlug)
    .replaceAll(/^[-_]+|[-_]+$/g, '');
/** `<slug>-<8 hex of the hash>`: the same for the same thing, whoever finds it and when; and a shard's name ends like one. */
const hashedId = (readable, identity) => `${slugOf(readable) || 'file'}-${(0,_dataset_pair_id_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(identity).slice(0, 8)}`;
/** What a delivered file's shard and unit are called. */
const deliveryName = (path) => hashedId(path.replace(/^inbox\//, '').replace(/\.[^./]+$/, ''), path);
/** The unit of a task that an older version began, which had one file. */
const onlyUnit = 'file';
/** What they are called in one task: another attempt at it writes shards of its own, because a shard is never written again. */
function deliveryNames({ id, redoes, units }, path) {
    const name = deliveryName(path);
    const attempt = redoes === null ? '' : id.slice(redoes.length);
    return { unit: units.some(({ unit }) => unit === onlyUnit) ? onlyUnit : name, shard: `${name}${attempt}` };
}
/** The id of the task that integrates these files of one folder: that of its file where there is one alone. */
const deliveryTaskId = (paths) => {
    const [first = ''] = paths;
    return paths.length === 1 ? deliveryName(first) : hashedId(folderOf(first).replace(/^inbox\//, ''), paths.join('\n'));
};
const folderOf = (path) => path.replace(/\/[^/]*$/, '');
/** A task that nobody has worked on; it has no issue, because a merged file asks nobody for anything. */
const integrationTask = ({ source, createdAt, ...seed }) => (0,_task_book_js__WEBPACK_IMPORTED_MODULE_2__/* .newTask */ .e)(seed, { issue: null, body: (0,_domain_integration_task_js__WEBPACK_IMPORTED_MODULE_1__/* .renderIntegrationSource */ .CY)(source), createdAt, redoes: null });


/***/ }),

/***/ 5513:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FE: () => (/* binding */ readDeliveredTexts),
/* harmony export */   O4: () => (/* binding */ readImportedRows),
/* harmony export */   aN: () => (/* binding */ importedRowsFile)
/* harmony export */ });
/* harmony import */ var _dataset_database_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2070);
/* harmony import */ var _dataset_database_retractions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9952);
/* harmony import */ var _domain_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8935);
/* harmony import */ var _at_commit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9030);




const callsPathOf = (path) => path.replace(/\.[^./]+$/, '.calls.jsonl');
const stateOfLooked = { none: 'merged-unread', some: 'sampled', all: 'checked' };
/**
 * What is merged and was not taken in yet counts as what its reviewer said so far. Of a part that was edited, a pair that was not
 * has been looked at with the others: some of them, as far as anybody knows.
 */
function stateOf(part) {
    if (part.state === 'merged' && part.review !== 'edited')
        return part.review;
    return part.review === 'edited' && part.looked === 'none' ? 'sampled' : stateOfLooked[part.looked];
}
const reviewOf = (part) => ({
    state: part === undefined ? 'merged-unread' : stateOf(part),
    pull_request: part?.url ?? '',
});
async function readRetractedIds({ contents }) {
    const texts = await contents.read(await contents.head(), [_dataset_database_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .retractionsPath */ .i5]);
    return (0,_dataset_database_retractions_js__WEBPACK_IMPORTED_MODULE_0__/* .readRetracted */ .L)(texts.get(_dataset_database_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .retractionsPath */ .i5) ?? '');
}
/** Reads one file of a task: its bytes and what is beside it as they were at the commit, retractions and the review as they are now. */
async function readDeliveredTexts({ forge, book }, { path, commit }) {
    const callsPath = callsPathOf(path);
    const [[bytes, beside], tasks, retracted] = await Promise.all([
        (0,_at_commit_js__WEBPACK_IMPORTED_MODULE_2__/* .atCommit */ .n)(forge, commit, at => Promise.all([forge.contents.readBytes(at, path), forge.contents.read(at, [callsPath])])),
        book.tasks(),
        readRetractedIds(forge),
    ]);
    const part = tasks.flatMap(task => task.parts).find(each => each.paths.includes(path));
    return { path, bytes, callsPath, callsText: beside.get(callsPath), review: reviewOf(part), retracted };
}
const rowsPath = (task) => `${_domain_state_js__WEBPACK_IMPORTED_MODULE_1__/* .statePaths */ .mt.results(task)}/rows.jsonl`;
/** The rows of an imported piece, to be committed together with its task: they go when the task is done, as all results do. */
const importedRowsFile = (task, text) => ({
    path: rowsPath(task),
    text,
});
/** The lines of an imported piece; undefined where they are gone. */
async function readImportedRows({ forge, book }, task, { rows }) {
    const path = rowsPath({ pipeline: task.pipeline, id: rows });
    const { store } = book;
    const texts = await store.read(await store.head(), [path]);
    return { text: texts.get(path), retracted: await readRetractedIds(forge) };
}


/***/ }),

/***/ 3053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ project),
/* harmony export */   MU: () => (/* binding */ isOurs),
/* harmony export */   PC: () => (/* binding */ labelsOf),
/* harmony export */   R6: () => (/* binding */ projectAll),
/* harmony export */   i4: () => (/* binding */ areSameLabels)
/* harmony export */ });
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(795);

/** The labels that a task's issue must have. They are a projection of the state and never read back. */
const labelsOf = (task, agent) => [
    `agent:${agent}`,
    `pipeline:${task.pipeline}`,
    `priority:${task.priority}`,
    `status:${task.status}`,
];
/** Labels that only the automation sets to say how things are; what people put on an issue beside them stays. */
const isOurs = (label) => /^(?:(?:agent|pipeline|priority|status):|needs-approval$)/iu.test(label);
/** GitHub takes names that differ in case alone for the same label, and keeps the case of the first. */
function areSameLabels(a, b) {
    const names = new Set(b.map(label => label.toLowerCase()));
    return a.length === b.length && a.every(label => names.has(label.toLowerCase()));
}
const isEnded = (task) => task.status === 'completed' || task.status === 'rejected';
/** Overwrites the labels and the state of a task's issue where they differ; labels of people's own making stay. */
async function project(forge, { task, agent, issue }) {
    if (task.issue === null)
        return;
    const found = issue ?? (await forge.issues.get(task.issue));
    if (found === undefined)
        return;
    const labels = [...labelsOf(task, agent), ...found.labels.filter(label => !isOurs(label))];
    const state = isEnded(task) ? 'closed' : 'open';
    if (found.state !== state || !areSameLabels(labels, found.labels))
        await forge.issues.update(task.issue, { labels, state });
}
/** Labels of a task that ended longer ago are left as they are: a repository gathers thousands of them. */
const mendedForMs = 7 * 24 * 60 * 60_000;
/** Mends the labels of all tasks that have not ended long ago, and gives their issues as they were found. */
async function projectAll(forge, tasks, { agent, now }) {
    const since = (0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .plusMs */ .f9)(now, -mendedForMs);
    const mended = tasks.filter(task => task.endedAt === null || task.endedAt > since);
    // At once, because a forge may bring them with one request.
    const looks = mended.map(async (task) => ({ task, issue: task.issue === null ? undefined : await forge.issues.get(task.issue) }));
    const issues = new Map();
    for (const { task, issue } of await Promise.all(looks)) {
        if (issue === undefined)
            continue;
        issues.set(issue.number, issue);
        await project(forge, { task, agent, issue });
    }
    return issues;
}


/***/ }),

/***/ 2674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ createTaskBook),
  e: () => (/* binding */ newTask)
});

// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/domain/task.js
var task = __webpack_require__(3761);
// EXTERNAL MODULE: ./src/domain/instant.js
var instant = __webpack_require__(795);
// EXTERNAL MODULE: ./src/domain/state.js
var state = __webpack_require__(8935);
// EXTERNAL MODULE: ./src/session/state-files.js + 2 modules
var state_files = __webpack_require__(8437);
;// CONCATENATED MODULE: ./src/session/import-lock.js



/** Eleven issues take 33 s at the pace of GitHub's notifications, and a limit may be waited for two minutes. */
const leaseMs = 300_000;
const marginMs = 150_000;
const lookAgainMs = 3_000;
const isSame = (one, other) => one.host === other.host && one.pid === other.pid && one.started === other.started;
/** Waits until no other living process holds it; `onWait` is told at each look. */
async function takeImportLock({ store, clock, identity, isDead }, onWait) {
    const path = state/* statePaths */.mt.importLock;
    let until = clock.now();
    const renewal = () => {
        until = (0,instant/* plusMs */.f9)(clock.now(), leaseMs);
        return { path, text: (0,state_files/* printState */.BY)({ version: 1, holder: identity, expiresAt: until }) };
    };
    const isFree = async (text) => {
        if (text === undefined)
            return true;
        const { holder, expiresAt } = (0,state_files/* parseState */.Bu)(state/* importLockSchema */.sJ, path, text);
        return expiresAt <= clock.now() || isSame(holder, identity) || (await isDead(holder));
    };
    const take = async () => {
        for (;;) {
            const head = await store.head([path]);
            if (await isFree((await store.read(head, [path])).get(path))) {
                if ((await store.write(head, [renewal()], 'Import tasks')).type === 'written')
                    return;
            }
            else {
                onWait();
                await clock.sleep(lookAgainMs);
            }
        }
    };
    const release = { path, text: null };
    await take();
    return {
        renewal,
        renew: async () => {
            if (clock.now() >= (0,instant/* plusMs */.f9)(until, -marginMs))
                await take();
        },
        release,
        giveBack: async () => {
            while ((await store.write(await store.head(), [release], 'Import no tasks')).type === 'stale')
                ;
        },
    };
}

// EXTERNAL MODULE: ./src/session/projection.js
var projection = __webpack_require__(3053);
// EXTERNAL MODULE: ./src/session/task-run.js
var task_run = __webpack_require__(8273);
;// CONCATENATED MODULE: ./src/session/task-book.js





/** Tasks that go into the state with one commit: an import that is stopped loses no more than these, and makes them up the next time. */
const tasksPerCommit = 11;
/** Characters that GitHub takes; the longest id before the longest title has six more, and the body says both whole. */
const longestIssueTitle = 256;
const isOpen = (task) => task.status === 'pending' || task.status === 'in-progress' || task.status === 'in-review';
/** A task that nobody has worked on. */
const newTask = (seed, rest) => ({
    version: 1,
    id: seed.id,
    pipeline: seed.pipeline,
    title: seed.title,
    priority: seed.priority,
    order: seed.order,
    status: 'pending',
    settings: null,
    attempts: 0,
    reason: null,
    startedAt: null,
    endedAt: null,
    activeMs: 0,
    spent: {},
    units: [],
    resultFiles: 0,
    parts: [],
    grade: null,
    ...rest,
});
const rowOf = (task) => ({
    number: task.issue,
    id: task.id,
    pipeline: task.pipeline,
    title: task.title,
    priority: task.priority,
    status: task.status,
    attempts: task.attempts,
    accepted: (0,task_run/* totalsOf */.vA)(task.units).accepted,
});
const detailOf = (task) => ({
    ...rowOf(task),
    order: task.order,
    createdAt: task.createdAt,
    startedAt: task.startedAt,
    endedAt: task.endedAt,
    reason: task.reason,
    redoes: task.redoes,
    units: task.units,
    deliveries: task.parts.map(part => ({
        branch: part.branch,
        number: part.pull,
        url: part.url,
        state: part.state,
        pairs: part.pairs,
    })),
    grade: task.grade === null ? null : `${task.grade.letter} (${task.grade.score})`,
    body: task.body,
});
function createTaskBook({ forge, book, clock, agentOf, identity, isDead }) {
    const openIssue = (task) => forge.issues.create({
        title: `${task.id}: ${task.title}`.slice(0, longestIssueTitle).toWellFormed(),
        body: task.body,
        labels: (0,projection/* labelsOf */.PC)(task, agentOf(task.pipeline)),
        marker: `task:${task.pipeline}/${task.id}`,
    });
    const add = async (pipeline, tasks, extras = {}) => {
        const operation = `add/${tasks[0]?.id ?? ''}-${tasks.length}/${clock.now()}`;
        await book.apply({ type: 'add-tasks', operation, pipeline, now: clock.now(), tasks }, extras);
    };
    const find = async (name) => {
        const tasks = await book.tasks();
        const number = /^#?(\d+)$/u.exec(name)?.[1];
        return tasks.find(task => task.id === name || (number !== undefined && task.issue === Number(number)));
    };
    const findOrRefuse = async (name) => {
        const task = await find(name);
        if (task !== undefined)
            return task;
        throw new errors/* PerpetualError */.nX(`Expected a task's number or id, found none named \`${name}\`; \`perpetual tasks list\` shows them`, {
            actBy: 'fix-config',
        });
    };
    const missingOf = async (seeds) => {
        const known = new Set((await book.tasks()).map(task => `${task.pipeline}/${task.id}`));
        return seeds.filter(seed => !known.has(`${seed.pipeline}/${seed.id}`));
    };
    const importTasks = async (seeds, onProgress) => {
        const total = (await missingOf(seeds)).length;
        if (total === 0)
            return { created: 0, existing: seeds.length };
        const lock = await takeImportLock({ store: book.store, clock, identity, isDead }, () => onProgress({ done: 0, total, title: 'waits for another import' }));
        // Again: the other import may have made them.
        const missing = await missingOf(seeds);
        let waiting = [];
        for (const [index, seed] of missing.entries()) {
            await lock.renew();
            const task = newTask(seed, { issue: null, body: seed.body, createdAt: clock.now(), redoes: null });
            const issue = await openIssue(task);
            waiting.push({ ...task, issue: issue.number });
            const next = missing[index + 1];
            if (waiting.length >= tasksPerCommit || next?.pipeline !== seed.pipeline) {
                await add(seed.pipeline, waiting, { files: [next === undefined ? lock.release : lock.renewal()] });
                waiting = [];
            }
            onProgress({ done: index + 1, total: missing.length, title: seed.title });
        }
        if (missing.length === 0)
            await lock.giveBack();
        return { created: missing.length, existing: seeds.length - missing.length };
    };
    const redo = async (name) => {
        const task = await findOrRefuse(name);
        if (isOpen(task))
            throw new errors/* PerpetualError */.nX(`Expected a task that has ended or is blocked, got \`${task.id}\`, which is ${task.status}`, {
                actBy: 'fix-config',
            });
        const ids = new Set((await book.tasks(task.pipeline)).map(each => each.id));
        const origin = task.redoes ?? task.id;
        let attempt = 2;
        while (ids.has(`${origin}-r${attempt}`))
            attempt += 1;
        const again = newTask({ ...task, id: `${origin}-r${attempt}` }, { issue: null, body: task.body, createdAt: clock.now(), redoes: origin });
        const issue = await openIssue(again);
        await add(task.pipeline, [{ ...again, issue: issue.number }]);
        return rowOf({ ...again, issue: issue.number });
    };
    const command = async (name, status, reason) => {
        const task = await findOrRefuse(name);
        const now = clock.now();
        const operation = `${status}/${task.id}/${now}`;
        const result = await book.apply({
            type: 'command-task',
            operation,
            pipeline: task.pipeline,
            now,
            task: task.id,
            status,
            reason,
        });
        if (result.type === 'fenced')
            throw new errors/* PerpetualError */.nX(`Expected a task that may become ${status}, got \`${task.id}\`, which is ${task.status}`, {
                actBy: 'fix-config',
            });
        const commanded = result.state.tasks[task.id] ?? task;
        await (0,projection/* project */.Cv)(forge, { task: commanded, agent: agentOf(task.pipeline) });
        return rowOf(commanded);
    };
    return {
        block: (name, because) => command(name, 'blocked', because),
        unblock: name => command(name, 'pending', null),
        import: importTasks,
        redo,
        list: async ({ pipeline, status }) => {
            const tasks = (await book.tasks(pipeline)).filter(task => status === undefined || task.status === status);
            const isEnded = (task) => Number(task.status === 'completed' || task.status === 'rejected');
            return tasks.toSorted((a, b) => isEnded(a) - isEnded(b) || (0,task/* compareTasks */.gA)(a, b)).map(rowOf);
        },
        show: async (name) => {
            const task = await find(name);
            if (task === undefined)
                return undefined;
            await (0,projection/* project */.Cv)(forge, { task, agent: agentOf(task.pipeline) });
            return detailOf(task);
        },
        close: () => forge.close(),
    };
}


/***/ }),

/***/ 8273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PV: () => (/* binding */ withoutDelivered),
/* harmony export */   n5: () => (/* binding */ createTaskRun),
/* harmony export */   vA: () => (/* binding */ totalsOf)
/* harmony export */ });
/** Begins a task, or goes on with it: earlier outcomes are absorbed again, in their order. */
function createTaskRun(pipeline, assignment, outcomes) {
    let progress = pipeline.begin(assignment);
    const absorb = (outcome) => {
        progress = pipeline.absorb(progress, outcome);
    };
    for (const outcome of outcomes)
        absorb(outcome);
    // Asked for several times, and only for units that have ended, whose files change no more.
    const rendered = new Map();
    return {
        absorb,
        next: () => pipeline.next(progress),
        finished: () => pipeline.finished(progress),
        units: () => pipeline.units(progress).map(unit => ({ ...unit, rejected: { ...unit.rejected } })),
        files: unit => {
            const known = rendered.get(unit);
            if (known !== undefined)
                return known;
            const files = pipeline.files(progress, unit);
            rendered.set(unit, files);
            return files;
        },
    };
}
/**
 * A unit that was delivered has ended as it was counted then. Another configuration may make more of the same outcomes, but its
 * calls would be paid for nothing: a delivered file is never touched again.
 */
function withoutDelivered(run, task) {
    // What was only intended has no file yet: it is made of the outcomes as they are read now.
    const delivered = new Set(task.parts.flatMap(part => (part.state === 'intended' ? [] : part.units)));
    if (delivered.size === 0)
        return run;
    const counted = new Map(task.units.map(unit => [unit.unit, { ...unit, ended: true }]));
    const units = () => run.units().map(unit => (delivered.has(unit.unit) ? (counted.get(unit.unit) ?? unit) : unit));
    const finished = () => units().every(unit => unit.ended);
    const next = () => {
        const all = run.next();
        const wanted = all.filter(work => !delivered.has(work.unit));
        // Units that come after it wait for its end: then paying again is better than waiting for ever.
        return wanted.length > 0 || finished() ? wanted : all;
    };
    return { ...run, next, finished, units };
}
/** Sums over the units of a task. */
function totalsOf(units) {
    const sum = (count) => units.reduce((total, unit) => total + count(unit), 0);
    return {
        ended: sum(unit => (unit.ended ? 1 : 0)),
        calls: sum(unit => unit.calls),
        callsExpected: sum(unit => unit.callsExpected),
        accepted: sum(unit => unit.accepted),
        rejected: sum(unit => Object.values(unit.rejected).reduce((a, b) => a + b, 0)),
    };
}


/***/ })

};
