export const id = 2017;
export const ids = [2017];
export const modules = {

/***/ 2017:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  define: () => (/* binding */ database_define)
});

// NAMESPACE OBJECT: ./src/commands/database/build.js
var build_namespaceObject = {};
__webpack_require__.r(build_namespaceObject);
__webpack_require__.d(build_namespaceObject, {
  define: () => (build_define),
  sqliteIn: () => (sqliteIn)
});

// NAMESPACE OBJECT: ./src/commands/database/export.js
var export_namespaceObject = {};
__webpack_require__.r(export_namespaceObject);
__webpack_require__.d(export_namespaceObject, {
  define: () => (export_define)
});

// NAMESPACE OBJECT: ./src/commands/database/import.js
var import_namespaceObject = {};
__webpack_require__.r(import_namespaceObject);
__webpack_require__.d(import_namespaceObject, {
  define: () => (import_define)
});

// NAMESPACE OBJECT: ./src/commands/database/retract.js
var database_retract_namespaceObject = {};
__webpack_require__.r(database_retract_namespaceObject);
__webpack_require__.d(database_retract_namespaceObject, {
  define: () => (retract_define)
});

// NAMESPACE OBJECT: ./src/commands/database/search.js
var database_search_namespaceObject = {};
__webpack_require__.r(database_search_namespaceObject);
__webpack_require__.d(database_search_namespaceObject, {
  define: () => (search_define)
});

// NAMESPACE OBJECT: ./src/commands/database/stats.js
var stats_namespaceObject = {};
__webpack_require__.r(stats_namespaceObject);
__webpack_require__.d(stats_namespaceObject, {
  define: () => (stats_define),
  renderStats: () => (renderStats)
});

// NAMESPACE OBJECT: ./src/commands/database/verify.js
var verify_namespaceObject = {};
__webpack_require__.r(verify_namespaceObject);
__webpack_require__.d(verify_namespaceObject, {
  define: () => (verify_define)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(9131);
// EXTERNAL MODULE: external "node:sqlite"
var external_node_sqlite_ = __webpack_require__(99);
// EXTERNAL MODULE: ./src/dataset/gate-sources.js
var gate_sources = __webpack_require__(6508);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./src/dataset/database/retractions.js
var database_retractions = __webpack_require__(9952);
;// CONCATENATED MODULE: ./src/dataset/database/selector.js



/** A word that names one pair: 16 hex digits are its id, everything else is a handle. */
const pairSelector = (word) => (0,database_retractions/* isPairId */.IF)(word.toLowerCase()) ? { type: 'id', value: word.toLowerCase() } : { type: 'handle', value: word };
/** `https://www.Example.org/page` and `example.org` are the same domain. */
const domainOf = (text) => {
    const host = (0,gate_sources/* hostOf */.w4)(text);
    return host === ''
        ? (0,external_node_url_.domainToASCII)(text
            .trim()
            .toLowerCase()
            .replace(/^www\./, ''))
        : host;
};
/** `macd.17`, an id, `task:…`, `domain:…` or `model:…`. */
const describeSelector = ({ type, value }) => type === 'id' || type === 'handle' ? value : `${type}:${value}`;
/** Whether a row cites a page on a domain or below it. */
const cites = (row, domain) => row.citations.some(({ url }) => (0,gate_sources/* isBelow */.Yw)((0,gate_sources/* hostOf */.w4)(url), domain));
/** Whether a model was asked for or answered. */
const isByModel = ({ generation }, model) => generation.model_served === model || generation.model_requested === model;
/** A domain takes its subdomains with it, a model both those asked for and those that served. */
function matches({ type, value }, row) {
    if (type === 'id')
        return row.id === value;
    if (type === 'handle')
        return row.handle === value;
    if (type === 'task')
        return row.generation.task === value;
    return type === 'domain' ? cites(row, value) : isByModel(row, value);
}

// EXTERNAL MODULE: ./src/dataset/database/row.js
var database_row = __webpack_require__(6701);
;// CONCATENATED MODULE: ./src/dataset/database/export-rows.js



/** Whether a row is exported; a domain takes its subdomains with it. */
function createFilter(filter) {
    const domains = filter.withoutDomains.map(domainOf);
    const providers = new Set(filter.withoutProviders.map(name => name.toLowerCase()));
    const grades = filter.minGrade === undefined ? new Set(database_row/* rowGrades */.tF) : new Set(database_row/* rowGrades */.tF.slice(0, database_row/* rowGrades */.tF.indexOf(filter.minGrade) + 1));
    return row => grades.has(row.grade) &&
        !providers.has(row.generation.provider.toLowerCase()) &&
        !filter.withoutModels.some(model => isByModel(row, model)) &&
        !domains.some(domain => cites(row, domain));
}
const domainsOf = ({ citations }) => [
    ...new Set(citations.map(({ url }) => (0,gate_sources/* hostOf */.w4)(url)).filter(host => host !== '')),
];
/** By what a reader can leave a provider or a domain out later. */
const sourceOf = (row, license) => ({
    id: row.id,
    model: row.generation.model_served,
    provider: row.generation.provider,
    source_domains: domainsOf(row),
    grade: row.grade,
    license: row.license === '' ? license : row.license,
});
const answerOf = ({ answer, worked_example }) => worked_example === '' ? answer : `${answer}\n\n${worked_example}`;
/** A row as one line of each kind of JSON Lines file; `license` is that of the dataset, for rows without one of their own. */
const lineFormats = {
    jsonl: (row, license) => ({ ...row, license: row.license === '' ? license : row.license }),
    messages: (row, license) => ({
        messages: [
            { role: 'user', content: row.question },
            { role: 'assistant', content: answerOf(row) },
        ],
        ...sourceOf(row, license),
    }),
    sharegpt: (row, license) => ({
        conversations: [
            { from: 'human', value: row.question },
            { from: 'gpt', value: answerOf(row) },
        ],
        ...sourceOf(row, license),
    }),
    alpaca: (row, license) => ({
        instruction: row.question,
        input: '',
        output: answerOf(row),
        ...sourceOf(row, license),
    }),
};
/** Columns of a flat table: one type a column, lists of texts or numbers at most. */
const columns = {
    id: 'text',
    indicator_id: 'text',
    indicator: 'text',
    topic: 'texts',
    facet: 'text',
    audience: 'text',
    question_type: 'text',
    difficulty: 'text',
    language: 'text',
    handle: 'text',
    question: 'text',
    answer: 'text',
    short_answer: 'text',
    worked_example: 'text',
    citation_urls: 'texts',
    citation_titles: 'texts',
    citation_quotes: 'texts',
    citation_match_scores: 'numbers',
    source_domains: 'texts',
    pipeline: 'text',
    agent: 'text',
    task: 'text',
    model: 'text',
    model_requested: 'text',
    provider: 'text',
    created_at: 'text',
    judge_model: 'text',
    faithfulness: 'number',
    correctness: 'number',
    completeness: 'number',
    self_contained: 'number',
    usefulness: 'number',
    clarity: 'number',
    grade: 'text',
    review_state: 'text',
    flags: 'texts',
    license: 'text',
    origin: 'text',
    source_path: 'text',
    integrated_at: 'text',
};
/** In their order. */
const columnNames = Object.keys(columns).filter((name) => Object.hasOwn(columns, name));
/** Halves of surrogate pairs, which JSON can carry and UTF-8 cannot, become the replacement character. */
const whole = (text) => text.toWellFormed();
const citationCells = ({ citations }) => ({
    citation_urls: citations.map(({ url }) => whole(url)),
    citation_titles: citations.map(({ title }) => whole(title)),
    citation_quotes: citations.map(({ quote }) => whole(quote)),
    citation_match_scores: citations.map(({ match_score }) => match_score),
});
const provenanceCells = ({ generation, judge }) => ({
    pipeline: whole(generation.pipeline),
    agent: whole(generation.agent),
    task: whole(generation.task),
    model: whole(generation.model_served),
    model_requested: whole(generation.model_requested),
    provider: whole(generation.provider),
    created_at: generation.created_at,
    judge_model: whole(judge.model),
    faithfulness: judge.faithfulness,
    correctness: judge.correctness,
    completeness: judge.completeness,
    self_contained: judge.self_contained,
    usefulness: judge.usefulness,
    clarity: judge.clarity,
});
/** A row as a table has it. */
const flatRow = (row, license) => ({
    id: row.id,
    indicator_id: whole(row.indicator_id),
    indicator: whole(row.indicator),
    topic: row.topic.map(whole),
    facet: whole(row.facet),
    audience: whole(row.audience),
    question_type: row.question_type,
    difficulty: row.difficulty,
    language: whole(row.language),
    handle: whole(row.handle),
    question: whole(row.question),
    answer: whole(row.answer),
    short_answer: whole(row.short_answer),
    worked_example: whole(row.worked_example),
    ...citationCells(row),
    source_domains: domainsOf(row),
    ...provenanceCells(row),
    grade: row.grade,
    review_state: row.review.state,
    flags: row.flags.map(whole),
    license: whole(row.license === '' ? license : row.license),
    origin: row.origin,
    source_path: whole(row.source_path),
    integrated_at: row.integrated_at,
});

;// CONCATENATED MODULE: ./src/database/scratch.js


const isAlive = (pid) => {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return error instanceof Error && 'code' in error && error.code === 'EPERM';
    }
};
/** Removes what killed processes left beside a file. */
async function sweep(folder, prefix) {
    for (const name of await (0,promises_.readdir)(folder)) {
        const pid = name.startsWith(prefix) ? Number(/^\d+/.exec(name.slice(prefix.length))?.[0] ?? Number.NaN) : Number.NaN;
        if (Number.isInteger(pid) && pid > 0 && !isAlive(pid))
            await (0,promises_.rm)((0,external_node_path_.join)(folder, name), { recursive: true, force: true });
    }
}
/** A place beside `target` to make it in, on the same disk, so that a rename puts it there whole; whatever happens, nothing is left of it. */
async function withScratch(target, work) {
    const folder = (0,external_node_path_.dirname)(target);
    const prefix = `.${(0,external_node_path_.basename)(target)}.making-`;
    await (0,promises_.mkdir)(folder, { recursive: true });
    await sweep(folder, prefix);
    const scratch = (0,external_node_path_.join)(folder, `${prefix}${process.pid}`);
    await (0,promises_.rm)(scratch, { recursive: true, force: true });
    try {
        return await work(scratch);
    }
    finally {
        // SQLite keeps a journal beside its file, which begins with the file's name.
        for (const suffix of ['', '-journal', '-wal', '-shm'])
            await (0,promises_.rm)(`${scratch}${suffix}`, { recursive: true, force: true });
    }
}

;// CONCATENATED MODULE: ./src/database/build-sqlite.js




/** Raised where the tables change: a file of another version is built anew. */
const sqliteVersion = 1;
const searched = ['question', 'short_answer', 'answer', 'indicator'];
const schema = `
  PRAGMA journal_mode = OFF;
  PRAGMA synchronous = OFF;
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE pairs (row INTEGER PRIMARY KEY, ${columnNames.map(name => `${name} NOT NULL`).join(', ')});
  CREATE TABLE citations (pair_id TEXT NOT NULL, n INTEGER NOT NULL, url TEXT NOT NULL, title TEXT NOT NULL, quote TEXT NOT NULL, match_score REAL NOT NULL);
  CREATE VIRTUAL TABLE pairs_text USING fts5(${searched.join(', ')}, content='pairs', content_rowid='row', tokenize='porter unicode61 remove_diacritics 2');
  BEGIN;`;
const indexes = `
  COMMIT;
  CREATE UNIQUE INDEX pairs_by_id ON pairs (id);
  CREATE INDEX pairs_by_handle ON pairs (handle);
  CREATE INDEX citations_by_pair ON citations (pair_id);`;
const holes = (count) => Array.from({ length: count }, () => '?').join(', ');
const prepare = (database) => ({
    pair: database.prepare(`INSERT INTO pairs (${columnNames.join(', ')}) VALUES (${holes(columnNames.length)})`),
    text: database.prepare(`INSERT INTO pairs_text (rowid, ${searched.join(', ')}) VALUES (${holes(searched.length + 1)})`),
    citation: database.prepare(`INSERT INTO citations VALUES (${holes(6)})`),
});
function insert({ pair, text, citation }, row, license) {
    const flat = flatRow(row, license);
    const cell = (name) => {
        const value = flat[name];
        return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
    };
    const { lastInsertRowid } = pair.run(...columnNames.map(cell));
    text.run(lastInsertRowid, ...searched.map(cell));
    for (const { n, url, title, quote, match_score } of row.citations)
        citation.run(row.id, n, url.toWellFormed(), title.toWellFormed(), quote.toWellFormed(), match_score);
}
/**
 * Makes an SQLite file of all rows that are not retracted: `pairs`, `citations`, `pairs_text` for full-text search, and `meta`.
 * It is put in place whole or not at all. Returns how many rows it has.
 */
const buildSqlite = (source, { file, license, onShard }) => withScratch(file, async (scratch) => {
    const database = new external_node_sqlite_.DatabaseSync(scratch);
    let rows = 0;
    try {
        database.exec(schema);
        const statements = prepare(database);
        let shards = 0;
        for await (const shard of source.rows()) {
            for (const row of shard.rows)
                insert(statements, row, license);
            rows += shard.rows.length;
            shards += 1;
            onShard(shards);
        }
        const meta = database.prepare('INSERT INTO meta VALUES (?, ?)');
        const facts = { version: sqliteVersion, commit: source.head, fingerprint: source.fingerprint, rows, license };
        for (const [key, value] of Object.entries(facts))
            meta.run(key, String(value));
        database.exec(indexes);
    }
    finally {
        database.close();
    }
    await (0,promises_.rename)(scratch, file);
    return rows;
});

;// CONCATENATED MODULE: ./src/database/parquet.js

/** Rows that are in memory at a time; the first group is small, so that a viewer shows something at once. */
const rowGroups = [1000, 5000];
const leaf = (name, kind) => kind === 'text'
    ? { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' }
    : { name, type: 'DOUBLE', repetition_type: 'REQUIRED' };
/** A list as Arrow and `datasets` write it: a group `list` of `element`s. */
const elementsOf = (name, kind) => {
    if (kind === 'text' || kind === 'number')
        return [leaf(name, kind)];
    return [
        { name, repetition_type: 'REQUIRED', converted_type: 'LIST', num_children: 1 },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        leaf('element', kind === 'texts' ? 'text' : 'number'),
    ];
};
const entries = Object.entries(columns);
const parquet_schema = [
    { name: 'schema', num_children: entries.length },
    ...entries.flatMap(([name, kind]) => elementsOf(name, kind)),
];
/** Writes rows as a Parquet file with one type a column; rows are pulled as they are written. */
async function writeParquet(file, rows, license) {
    // Loaded late: most commands write none.
    const { fileWriter, parquetWriteRows } = await __webpack_require__.e(/* import() */ 1691).then(__webpack_require__.bind(__webpack_require__, 1691));
    let count = 0;
    async function* flat() {
        for await (const row of rows) {
            count += 1;
            yield { ...flatRow(row, license) };
        }
    }
    await parquetWriteRows({
        writer: fileWriter(file),
        rows: flat(),
        columns: entries.map(([name]) => ({ name })),
        schema: parquet_schema,
        rowGroupSize: rowGroups,
        createdBy: 'perpetual',
    });
    return count;
}

// EXTERNAL MODULE: ./src/dataset/database/paths.js
var database_paths = __webpack_require__(2070);
// EXTERNAL MODULE: ./src/dataset/database/manifest.js
var manifest = __webpack_require__(3897);
// EXTERNAL MODULE: ./src/dataset/pair-id.js
var pair_id = __webpack_require__(3852);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
;// CONCATENATED MODULE: ./src/database/source.js






/** Shards that are in memory at a time. */
const shardsAtOnce = 8;
const stopped = () => new errors/* PerpetualError */.nX('Stopped before the end; nothing was written. Call it again.', { actBy: 'next-run' });
/** Looks at the database on the default branch; `signal` ends its generators with an error between two reads. */
async function openDatabase(contents, signal) {
    const head = await contents.head();
    if (head === null)
        throw new errors/* PerpetualError */.nX('Expected a commit on the default branch, found none', { actBy: 'fix-config' });
    const versions = await contents.versions(head, database_paths/* databaseFolder */.QN);
    const listed = [...versions.keys()];
    const paths = listed.filter(database_paths/* isShardPath */.sd);
    const texts = await contents.read(head, [database_paths/* manifestPath */.ji, database_paths/* retractionsPath */.i5]);
    const manifestText = texts.get(database_paths/* manifestPath */.ji);
    const retractions = texts.get(database_paths/* retractionsPath */.i5) ?? '';
    const retracted = (0,database_retractions/* readRetracted */.L)(retractions);
    async function* shards() {
        for (let from = 0; from < paths.length; from += shardsAtOnce) {
            if (signal?.aborted === true)
                throw stopped();
            const wanted = paths.slice(from, from + shardsAtOnce);
            const read = await contents.read(head, wanted);
            for (const path of wanted)
                yield { path, text: read.get(path) ?? '' };
        }
    }
    return {
        head,
        paths,
        stray: listed.filter(database_paths/* isStrayPath */.nl),
        manifest: manifestText === undefined ? null : (0,manifest/* parseManifest */.Ng)(manifestText),
        retracted,
        retractions,
        fingerprint: (0,pair_id/* sha256 */.sc)(JSON.stringify([...paths, database_paths/* retractionsPath */.i5].map(path => [path, versions.get(path)]))),
        shards,
        rows: async function* () {
            for await (const shard of shards())
                yield { path: shard.path, rows: (0,database_row/* parseShard */.uK)(shard).filter(({ id }) => !retracted.has(id)) };
        },
        rejects: async (wanted) => {
            const shardsByRejects = new Map(wanted.map(path => [(0,database_paths/* rejectsPathOf */.jZ)(path), path]));
            const read = await contents.read(head, [...shardsByRejects.keys()]);
            return new Map([...read].map(([path, text]) => [shardsByRejects.get(path) ?? path, text]));
        },
    };
}

// EXTERNAL MODULE: ./src/commands/with-project.js
var with_project = __webpack_require__(5334);
;// CONCATENATED MODULE: ./src/commands/database/open-source.js




/** Opens the database on the default branch; Ctrl-C ends what reads it between two shards. */
const withDatabase = (invocation, work) => (0,with_project/* withProject */.C)(invocation, async (project) => {
    const source = await openDatabase(project.forge.contents, invocation.interruptible());
    const onShard = (label) => {
        const progress = invocation.output.progress({ label, total: source.paths.length, unit: 'shards' });
        return (done) => progress.update(done);
    };
    try {
        return await work({ project, source, onShard });
    }
    finally {
        invocation.output.close();
    }
});
/** Where a repository's built database is kept: with its other caches. */
async function cacheOf({ cacheFolder }) {
    // Its pairs may come from a private repository.
    await (0,promises_.mkdir)(cacheFolder, { recursive: true, mode: 0o700 }).catch((error) => {
        throw new errors/* PerpetualError */.nX(`Expected a folder for the cache: ${(0,errors/* messageOf */.bD)(error)}; name another one in PERPETUAL_CACHE`, {
            actBy: 'fix-config',
            cause: error,
        });
    });
    return cacheFolder;
}

;// CONCATENATED MODULE: ./src/commands/database/build.js







const optionsSchema = schemas/* object */.Ikc({ output: schemas/* string */.YjP().optional(), parquet: schemas/* boolean */.zMY().default(false) });
const help = `
The file has the tables pairs, citations, pairs_text (full-text search) and meta. Without --output it lies in the
cache that \`perpetual database search\` uses: PERPETUAL_CACHE, else ~/.cache/perpetual. Retracted pairs are left out.

Examples:
  perpetual database build
  perpetual database build --output pairs.sqlite --parquet`;
/** The cache's file, by its folder. */
const sqliteIn = (cache) => (0,external_node_path_.join)(cache, 'pairs.sqlite');
/** Beside the SQLite file, with its name. */
const parquetBeside = (file) => `${file.replace(/\.(?:sqlite3?|db)$/i, '')}.parquet`;
async function buildParquet({ source, project, onShard }, file) {
    const progress = onShard('Writing Parquet');
    async function* rows() {
        let shards = 0;
        for await (const shard of source.rows()) {
            yield* shard.rows;
            shards += 1;
            progress(shards);
        }
    }
    await withScratch(file, async (scratch) => {
        await writeParquet(scratch, rows(), project.config.dataset.license);
        await (0,promises_.rename)(scratch, file);
    });
}
const build = (invocation, { output, parquet }) => withDatabase(invocation, async (opened) => {
    const { source, project, onShard } = opened;
    const file = output === undefined ? sqliteIn(await cacheOf(project)) : (0,external_node_path_.resolve)(invocation.folder, output);
    const { license } = project.config.dataset;
    const rows = await buildSqlite(source, { file, license, onShard: onShard('Building') });
    const beside = parquet ? parquetBeside(file) : null;
    if (beside !== null)
        await buildParquet(opened, beside);
    invocation.output.result(`${rows} pairs in ${[file, ...(beside === null ? [] : [beside])].join(' and ')}`);
    return { json: { rows, commit: source.head, sqlite: file, parquet: beside } };
});
function build_define(command, start) {
    command
        .addHelpText('after', help)
        .option('--output <file>', 'where the SQLite file goes')
        .option('--parquet', 'a Parquet file beside it too')
        .action(() => start(command, invocation => build(invocation, optionsSchema.parse(command.opts()))));
}

// EXTERNAL MODULE: ../../node_modules/commander/index.js + 6 modules
var commander = __webpack_require__(1283);
// EXTERNAL MODULE: ./src/config/load-config.js + 2 modules
var load_config = __webpack_require__(7134);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./src/dataset/database/card.js
var database_card = __webpack_require__(1182);
// EXTERNAL MODULE: ./src/dataset/database/tally.js
var database_tally = __webpack_require__(1812);
;// CONCATENATED MODULE: ./src/database/export-folder.js










const exportFormats = ['messages', 'sharegpt', 'alpaca', 'parquet', 'huggingface', 'jsonl'];
/** `datasets` reads files of this size in parallel. */
const rowsPerFile = 50_000;
const partName = (index, count) => `train-${String(index).padStart(5, '0')}-of-${String(count).padStart(5, '0')}.parquet`;
const namesIn = async (folder) => {
    try {
        return await (0,promises_.readdir)(folder);
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
            return [];
        throw new errors/* PerpetualError */.nX(`Expected \`--output\` to be a folder or free, got ${folder}`, { actBy: 'fix-config', cause: error });
    }
};
/** Some of a stream of rows: one that is not exhausted goes on where it was. */
async function* take(rows, first) {
    yield first;
    for (let count = 1; count < rowsPerFile; count += 1) {
        const next = await rows.next();
        if (next.done === true)
            return;
        yield next.value;
    }
}
/** As many Parquet files as the rows need, named once their number is known. */
async function writeParts(folder, rows, license) {
    await (0,promises_.mkdir)((0,external_node_path_.join)(folder, 'data'));
    const made = [];
    for (let next = await rows.next(); next.done !== true; next = await rows.next()) {
        const file = (0,external_node_path_.join)(folder, 'data', `part-${made.length}`);
        await writeParquet(file, take(rows, next.value), license);
        made.push(file);
    }
    if (made.length === 0) {
        made.push((0,external_node_path_.join)(folder, 'data', 'part-0'));
        await writeParquet(made.join(), (async function* () { })(), license);
    }
    const names = made.map((_, index) => `data/${partName(index, made.length)}`);
    for (const [index, name] of names.entries())
        await (0,promises_.rename)(made[index] ?? '', (0,external_node_path_.join)(folder, name));
    return names;
}
async function writeLines(folder, rows, options) {
    const name = `${options.format}.jsonl`;
    const render = lineFormats[options.format];
    async function* lines() {
        for await (const row of rows)
            yield `${JSON.stringify(render(row, options.license))}\n`;
    }
    await (0,external_node_stream_promises_.pipeline)(lines(), (0,external_node_fs_.createWriteStream)((0,external_node_path_.join)(folder, name)));
    return [name];
}
/** Puts finished files in place: a new folder at once, into one that is there file by file. */
async function putInPlace(scratch, { folder, force }, files) {
    const there = await namesIn(folder);
    if (there.length === 0) {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
        await (0,promises_.rename)(scratch, folder);
        return;
    }
    if (!force)
        throw notEmpty(folder);
    const old = (await namesIn((0,external_node_path_.join)(folder, 'data'))).filter(name => /^train-\d{5}-of-\d{5}\.parquet$/.test(name));
    // Two exports in one folder would be read as one dataset, with every row twice.
    for (const name of old)
        await (0,promises_.rm)((0,external_node_path_.join)(folder, 'data', name));
    for (const file of files) {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)((0,external_node_path_.join)(folder, file)), { recursive: true });
        await (0,promises_.rename)((0,external_node_path_.join)(scratch, file), (0,external_node_path_.join)(folder, file));
    }
}
const notEmpty = (folder) => new errors/* PerpetualError */.nX(`Expected \`--output\` to be an empty or new folder, got ${folder}, which has files. \`--force\` writes into it.`, {
    actBy: 'fix-config',
});
/** Writes what the filter lets through in one of the formats; a new folder is there with all of it or not at all. */
async function exportFolder(source, options) {
    const { folder, force, format, license, language, goal, onShard } = options;
    if (!force && (await namesIn(folder)).length > 0)
        throw notEmpty(folder);
    const isWanted = createFilter(options.filter);
    const tally = (0,database_tally/* createTally */.X)();
    let left = 0;
    async function* wanted() {
        let shards = 0;
        for await (const { rows } of source.rows()) {
            for (const row of rows) {
                if (isWanted(row)) {
                    tally.add(row);
                    yield row;
                }
                else
                    left += 1;
            }
            shards += 1;
            onShard(shards);
        }
    }
    const write = async (scratch) => {
        if (format === 'parquet') {
            await writeParquet((0,external_node_path_.join)(scratch, 'pairs.parquet'), wanted(), license);
            return ['pairs.parquet'];
        }
        if (format !== 'huggingface')
            return writeLines(scratch, wanted(), { ...options, format });
        const parts = await writeParts(scratch, wanted(), license);
        const totals = { ...tally.totals(), retracted: 0, erased: 0 };
        const manifest = { goal, rows: totals.rows, totals };
        const dataset = { language, license };
        const card = (0,database_card/* renderCard */.T)({ title: 'Question-and-answer pairs', manifest, dataset, dataFiles: 'data/train-*.parquet' });
        await (0,promises_.writeFile)((0,external_node_path_.join)(scratch, 'README.md'), card);
        return [...parts, 'README.md'];
    };
    return withScratch(folder, async (scratch) => {
        await (0,promises_.mkdir)(scratch);
        const files = await write(scratch);
        await putInPlace(scratch, options, files);
        return { rows: tally.totals().rows, left, files };
    });
}

;// CONCATENATED MODULE: ./src/commands/database/export.js







const grades = ['A', 'B', 'C', 'D', 'F'];
const names = schemas/* array */.YOg(schemas/* string */.YjP()).default([]);
const export_optionsSchema = schemas/* object */.Ikc({
    format: schemas/* enum */.k5n(exportFormats),
    output: schemas/* string */.YjP(),
    withoutModel: names,
    withoutProvider: names,
    withoutDomain: names,
    minGrade: schemas/* enum */.k5n(grades).optional(),
    force: schemas/* boolean */.zMY().default(false),
});
const export_help = `
Every row names its model, provider, source domains and licence, so that one of them can be left out later too.
Retracted pairs are left out. Expects \`dataset.license\` in ${load_config/* configFile */.Ze}.

Examples:
  perpetual database export --format messages --output export
  perpetual database export --format huggingface --output hub --min-grade B --without-model model/a`;
const collect = (value, before) => [...(before ?? []), value];
const exportRows = (invocation, options) => withDatabase(invocation, async ({ source, project, onShard }) => {
    const { dataset, goal } = project.config;
    if (dataset.license === '')
        throw new errors/* PerpetualError */.nX(`Expected a licence before anything is exported, found none; set \`dataset.license\` in ${load_config/* configFile */.Ze}, such as CC-BY-4.0`, { actBy: 'fix-config' });
    const { format, force, minGrade } = options;
    const folder = (0,external_node_path_.resolve)(invocation.folder, options.output);
    const filter = {
        withoutModels: options.withoutModel,
        withoutProviders: options.withoutProvider,
        withoutDomains: options.withoutDomain,
        minGrade,
    };
    const { license, language } = dataset;
    const done = await exportFolder(source, {
        format,
        folder,
        force,
        filter,
        license,
        language,
        goal,
        onShard: onShard('Exporting'),
    });
    invocation.output.close();
    invocation.output.result(`${done.rows} pairs in ${folder}: ${done.files.join(', ')}. ${done.left} were left out by what was asked.`);
    return { json: { format, folder, commit: source.head, ...done } };
});
function export_define(command, start) {
    command
        .addHelpText('after', export_help)
        .addOption(new commander/* Option */.c$('--format <format>', 'the kind of files').choices(exportFormats).makeOptionMandatory())
        .requiredOption('--output <folder>', 'an empty or new folder')
        .option('--without-model <model>', 'leave pairs of a model out; may be repeated', collect)
        .option('--without-provider <provider>', 'leave pairs of a provider out; may be repeated', collect)
        .option('--without-domain <domain>', 'leave pairs out that cite a domain or one below it; may be repeated', collect)
        .addOption(new commander/* Option */.c$('--min-grade <grade>', 'leave lower grades out, and pairs without one').choices(grades))
        .option('--force', 'write into a folder that has files')
        .action(() => start(command, invocation => exportRows(invocation, export_optionsSchema.parse(command.opts()))));
}

// EXTERNAL MODULE: ./src/config/fields.js
var fields = __webpack_require__(3923);
// EXTERNAL MODULE: ./src/domain/one-line.js
var one_line = __webpack_require__(9517);
// EXTERNAL MODULE: ./src/pipelines/integration/imported-rows.js
var imported_rows = __webpack_require__(5346);
// EXTERNAL MODULE: ./src/session/integration/delivery-task.js
var delivery_task = __webpack_require__(3497);
// EXTERNAL MODULE: ./src/session/integration/read-source.js
var read_source = __webpack_require__(5513);
;// CONCATENATED MODULE: ./src/database-import/import-collection.js






/** What fits a part, so that each task is one pull request. */
const rowsPerTask = 300;
/** Bytes of one task's rows: a commit that carries more is slow on GitHub. */
const bytesPerTask = 400_000;
const byteLengthOf = ({ question, answer }) => Buffer.byteLength(question) + Buffer.byteLength(answer) + 300;
/** The rows of a collection in pieces, in their order; what could not be read goes with the first piece, so that it is told once. */
function piecesOf({ rows, problems }) {
    const pieces = [];
    let bytes = 0;
    for (const row of rows) {
        const size = byteLengthOf(row);
        const open = pieces.at(-1);
        if (open !== undefined && open.rows.length < rowsPerTask && bytes + size <= bytesPerTask) {
            open.rows.push(row);
            bytes += size;
        }
        else {
            pieces.push({ rows: [row], problems: [] });
            bytes = size;
        }
    }
    const [first] = pieces;
    if (first !== undefined)
        first.problems = problems.slice(0, rowsPerTask);
    return pieces;
}
/** Ids follow from the name and the rows, so that importing the same file again finds its tasks. */
function tasksOf(collection, { name, pipeline, createdAt }) {
    const pieces = piecesOf(collection);
    return pieces.map((piece, index) => {
        const text = (0,imported_rows/* renderImported */.v)(piece);
        const number = index + 1;
        const id = (0,delivery_task/* hashedId */.hK)(`import-${name}-${number}`, `${name}\n${text}`);
        const source = { type: 'import', name, piece: number, pieces: pieces.length, rows: id };
        const title = `Integrate ${(0,one_line/* oneLine */.T)(name, 150)}, piece ${number} of ${pieces.length}`;
        return { task: (0,delivery_task/* integrationTask */.Q7)({ pipeline, id, title, priority: 'p2', order: number, createdAt, source }), text };
    });
}
/** The pipeline that integrates. Throws `fix-config` where the configuration has none, or several and none is named. */
function integrationPipeline({ config }, wanted) {
    const names = Object.entries(config.pipelines).flatMap(([name, { kind }]) => (kind === 'integration' ? [name] : []));
    const [only, ...others] = names;
    if (wanted !== undefined && names.includes(wanted))
        return wanted;
    if (wanted === undefined && only !== undefined && others.length === 0)
        return only;
    const found = names.length === 0 ? 'none' : names.map(name => `\`${name}\``).join(', ');
    const expected = wanted === undefined ? 'one pipeline of kind integration' : `a pipeline of kind integration named \`${wanted}\``;
    throw new errors/* PerpetualError */.nX(`Expected ${expected}, found ${found}${others.length > 0 ? '; name it with --pipeline' : ''}`, {
        actBy: 'fix-config',
    });
}
/**
 * Makes tasks of a collection, each with its rows in the same commit. What is there already stays as it is: so an import goes on where
 * it was stopped, and the same file again changes nothing.
 */
async function importCollection({ book, clock }, collection, { name, pipeline, onProgress, }) {
    const pieces = tasksOf(collection, { name: (0,external_node_path_.basename)(name) || name, pipeline, createdAt: clock.now() });
    await book.refresh();
    const known = new Set((await book.tasks(pipeline)).map(({ id }) => id));
    const missing = pieces.filter(({ task }) => !known.has(task.id));
    for (const [index, { task, text }] of missing.entries()) {
        await book.apply({ type: 'add-tasks', operation: `import/${task.id}`, pipeline, now: clock.now(), tasks: [task] }, { files: [(0,read_source/* importedRowsFile */.aN)(task, text)] });
        onProgress(index + 1, missing.length);
    }
    return {
        pipeline,
        rows: collection.rows.length,
        problems: collection.problems,
        tasks: { created: missing.length, existing: pieces.length - missing.length },
    };
}

// EXTERNAL MODULE: ./src/dataset/foreign/read-collection.js + 2 modules
var read_collection = __webpack_require__(5313);
// EXTERNAL MODULE: ./src/config/nearest.js
var nearest = __webpack_require__(1242);
// EXTERNAL MODULE: ./src/config/show.js
var show = __webpack_require__(467);
// EXTERNAL MODULE: ./src/dataset/foreign/fields.js
var foreign_fields = __webpack_require__(7204);
// EXTERNAL MODULE: ./src/dataset/foreign/foreign-row.js
var foreign_row = __webpack_require__(456);
// EXTERNAL MODULE: ./src/dataset/foreign/read-row.js
var read_row = __webpack_require__(7664);
;// CONCATENATED MODULE: ./src/database-import/read-sqlite.js






/** Bytes of a database that is read whole into memory. */
const maxBytes = 2_000_000_000;
const quoted = (name) => `"${name.replaceAll('"', '""')}"`;
const refuse = (message, cause) => new errors/* PerpetualError */.nX(message, { actBy: 'fix-config', cause });
const hasAny = (columns, names) => columns.some(column => names.includes((0,foreign_fields/* foldName */.zN)(column)));
/** Tables with a question and an answer column. Views and virtual tables are passed over: reading one may run anything that SQLite knows. */
function candidates(database) {
    const tables = database
        .prepare("SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name")
        .all();
    const columnsOf = database.prepare('SELECT name FROM pragma_table_info(?)');
    const found = new Map();
    for (const { name } of tables) {
        const columns = columnsOf.all(name ?? '').map(row => String(row['name']));
        if (hasAny(columns, foreign_fields/* fieldNames */.pi.question) && hasAny(columns, foreign_fields/* fieldNames */.pi.answer))
            found.set(String(name), columns);
    }
    return found;
}
function chooseTable(database, path, asked) {
    const found = candidates(database);
    const names = [...found.keys()];
    if (asked !== undefined) {
        if (found.has(asked))
            return asked;
        throw refuse(`Expected a table \`${asked}\` with a question and an answer column in ${path}, found ${names.map(name => `\`${name}\``).join(', ') || 'none'}`);
    }
    const [first, ...others] = names;
    if (first === undefined)
        throw refuse(`Expected a table with a question and an answer column in ${path}, found none`);
    if (others.length === 0)
        return first;
    throw refuse(`Expected one table with a question and an answer column in ${path}, found ${names.map(name => `\`${name}\``).join(', ')}; name one with --table`);
}
function* readRows(database, table) {
    let number = 0;
    for (const row of database.prepare(`SELECT * FROM ${quoted(table)}`).iterate()) {
        number += 1;
        yield (0,read_row/* readRow */.z)(number, Object.entries(row));
    }
}
/**
 * Reads the questions and answers of an SQLite file, which is opened for reading only. `table` names one of several.
 * Throws `fix-config` where the file is no database, or where no table or more than one could be meant.
 */
async function readSqlite(path, { table } = {}) {
    const sqlite = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 99, 19));
    let database;
    try {
        const { size } = (0,external_node_fs_.statSync)(path);
        if (size > maxBytes)
            throw refuse(`Expected at most ${maxBytes} bytes, found ${size} (${path})`);
        database = new sqlite.DatabaseSync(path, { readOnly: true });
        // A file from elsewhere may name functions in its schema.
        database.exec('PRAGMA trusted_schema = OFF; PRAGMA query_only = ON');
        return (0,foreign_row/* collectionOf */.iw)([...readRows(database, chooseTable(database, path, table))]);
    }
    catch (error) {
        if (error instanceof errors/* PerpetualError */.nX)
            throw error;
        throw refuse(`Expected an SQLite database at ${path}: ${(0,one_line/* oneLine */.T)((0,errors/* messageOf */.bD)(error), 200)}`, error);
    }
    finally {
        database?.close();
    }
}

;// CONCATENATED MODULE: ./src/database-import/read-file.js







const importFormats = ['json', 'jsonl', 'csv', 'tsv', 'sqlite'];
/** The first bytes of every SQLite file (sqlite.org/fileformat.html, 1.3). */
const sqliteMark = 'SQLite format 3\u0000';
const read_file_refuse = (message, cause) => new errors/* PerpetualError */.nX(message, { actBy: 'fix-config', cause });
async function isSqlite(path) {
    const file = await (0,promises_.open)(path).catch((error) => {
        throw read_file_refuse(`Expected a file to import, got ${(0,show/* show */.WU)(path)}: ${(0,errors/* messageOf */.bD)(error)}`, error);
    });
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(sqliteMark.length), 0, sqliteMark.length, 0);
        return buffer.subarray(0, bytesRead).toString('latin1') === sqliteMark;
    }
    catch (error) {
        throw read_file_refuse(`Expected a file to import, got ${(0,show/* show */.WU)(path)}: ${(0,errors/* messageOf */.bD)(error)}`, error);
    }
    finally {
        await file.close();
    }
}
/** The questions and answers of somebody else's file. Throws `fix-config` where there is no such file, or no format that it could be. */
async function readImport(path, { format, table }) {
    const isDatabase = format === 'sqlite' || (format === undefined && (await isSqlite(path)));
    if (isDatabase)
        return readSqlite(path, { table });
    if (table !== undefined)
        throw read_file_refuse(`Expected an SQLite file with \`--table\`, got ${(0,show/* show */.WU)(path)}`);
    const extension = (0,external_node_path_.extname)(path).toLowerCase();
    if (format === undefined && !read_collection/* collectionExtensions */.l.some(each => each === extension))
        throw read_file_refuse(`Expected a file that ends in ${read_collection/* collectionExtensions */.l.join(', ')}, or an SQLite database, got ${(0,show/* show */.WU)(path)}; name its format with --format, ${(0,nearest/* oneOf */.y)(undefined, importFormats)}`);
    const bytes = await (0,promises_.readFile)(path).catch((error) => {
        throw read_file_refuse(`Expected a file to import, got ${(0,show/* show */.WU)(path)}: ${(0,errors/* messageOf */.bD)(error)}`, error);
    });
    return (0,read_collection/* readCollection */.H)(bytes, format === undefined ? path : `import.${format}`);
}

;// CONCATENATED MODULE: ./src/commands/database/import.js








const import_optionsSchema = schemas/* object */.Ikc({
    name: schemas/* string */.YjP().min(1).optional(),
    pipeline: schemas/* string */.YjP().optional(),
    table: schemas/* string */.YjP().optional(),
    format: (0,fields/* choice */.Yq)(importFormats).optional(),
});
const shownProblems = 5;
function describe({ rows, problems, tasks, pipeline }) {
    const told = problems
        .slice(0, shownProblems)
        .map(({ row, reason }) => `  ${row === 0 ? '' : `row ${row}: `}${(0,one_line/* oneLine */.T)(reason, 200)}`);
    const more = problems.length > shownProblems ? [`  and ${problems.length - shownProblems} more`] : [];
    const aside = problems.length === 0 ? [] : [`${problems.length} rows could not be read and are put aside:`, ...told, ...more];
    const made = tasks.created === 0
        ? `All ${tasks.existing} tasks of it are there already; nothing was changed.`
        : `${rows} pairs wait in ${tasks.created + tasks.existing} tasks${tasks.existing > 0 ? `, ${tasks.existing} of which were there already` : ''}.`;
    return [made, ...aside, `They pass the gates and come into the database with \`perpetual run ${pipeline}\`.`].join('\n');
}
const importFile = (invocation, file, { name, pipeline: wanted, ...reading }) => (0,with_project/* withProject */.C)(invocation, async (project) => {
    const { output } = invocation;
    const pipeline = integrationPipeline(project, wanted);
    const collection = await readImport((0,external_node_path_.resolve)(file), { format: reading.format, table: reading.table });
    if (collection.rows.length === 0)
        throw new errors/* PerpetualError */.nX(`Expected questions and answers in ${(0,external_node_path_.basename)(file)}, found none: ${(0,one_line/* oneLine */.T)(collection.problems[0]?.reason ?? 'it is empty', 300)}`, { actBy: 'fix-config' });
    const progress = output.progress({ label: 'Importing', unit: 'tasks' });
    const imported = await importCollection(project, collection, {
        name: name ?? (0,external_node_path_.basename)(file),
        pipeline,
        onProgress: (done, total) => progress.update(done, `of ${total}`),
    }).finally(() => progress.end());
    output.result(describe(imported));
    return { json: { ...imported, problems: imported.problems.length } };
});
function import_define(command, start) {
    command
        .argument('<file>', 'JSON, JSON Lines, CSV, TSV or SQLite with a question and an answer in each row')
        .option('--name <name>', "what the collection is called in the database (default: the file's name)")
        .option('--format <format>', `${importFormats.join(', ')} (default: by the file itself)`)
        .option('--table <table>', 'of an SQLite file with several')
        .option('--pipeline <name>', 'of several that integrate')
        .addHelpText('after', '\nImporting the same file again changes nothing; an import that was stopped goes on.\n\nExample:\n  perpetual database import pairs.csv && perpetual run claude-integration')
        .action((file) => start(command, invocation => importFile(invocation, file, import_optionsSchema.parse(command.opts()))));
}

// EXTERNAL MODULE: ./src/dataset/markdown.js
var markdown = __webpack_require__(4257);
;// CONCATENATED MODULE: ./src/database/select-pairs.js




const shownPairs = 10;
/** All rows that a selector means. Throws `fix-config` where there is none, or where a handle names several. */
async function selectPairs(source, selector, onShard) {
    const found = [];
    let shards = 0;
    for await (const shard of source.shards()) {
        for (const row of (0,database_row/* parseShard */.uK)(shard))
            if (matches(selector, row))
                found.push({ id: row.id, handle: row.handle, question: row.question, path: shard.path });
        shards += 1;
        onShard(shards);
    }
    const what = (0,one_line/* oneLine */.T)(describeSelector(selector), 120);
    if (found.length === 0)
        throw new errors/* PerpetualError */.nX(`Expected pairs of the database for \`${what}\`, found none. \`perpetual database search\` shows handles and ids.`, { actBy: 'fix-config' });
    if (selector.type !== 'handle' || found.length === 1)
        return found;
    const shown = found.slice(0, shownPairs).map(({ id, path, question }) => `${id} (${path}, "${(0,one_line/* oneLine */.T)(question, 60)}")`);
    const more = found.length > shown.length ? ` and ${found.length - shown.length} more` : '';
    throw new errors/* PerpetualError */.nX(`Expected one pair named \`${what}\`, found ${found.length}; name its id: ${shown.join(', ')}${more}`, {
        actBy: 'fix-config',
    });
}

;// CONCATENATED MODULE: ./src/database/retract.js








const branchPrefix = 'perpetual/retractions/';
/** Each is lost only to another retraction or a push. */
const maxRaces = 20;
const longestReason = 300;
const listedPairs = 50;
const lost = () => new errors/* PerpetualError */.nX(`Expected to write a retraction within ${maxRaces} races, lost them all; try again`, { actBy: 'next-run' });
/** The text with lines at its end, whether or not somebody left its last line open. */
const append = (text, lines) => (text === '' || text.endsWith('\n') ? text : `${text}\n`) + lines;
const linesFor = ({ options: { forge, clock, selector, because } }, ids) => (0,database_retractions/* renderRetraction */.m_)({
    version: 1,
    selector: (0,one_line/* oneLine */.T)(describeSelector(selector), 200),
    because: (0,one_line/* oneLine */.T)(because, longestReason),
    by: forge.society?.people.account ?? 'local',
    at: clock.now(),
    ids: [...ids],
});
const titleOf = ({ options: { selector } }, count) => `Retract ${count} ${count === 1 ? 'pair' : 'pairs'}: ${(0,markdown/* plainWords */.c5)((0,one_line/* oneLine */.T)(describeSelector(selector), 80))}`;
function bodyOf({ options, pairs }, ids) {
    const meant = pairs.filter(({ id }) => ids.has(id));
    const listed = meant.slice(0, listedPairs).map(({ id, handle, question, path }) => {
        const where = [handle, id, path].map(markdown/* escapeMarkdown */.FV).join(', ');
        return `- Pair ${where}: ${(0,markdown/* escapeMarkdown */.FV)((0,one_line/* oneLine */.T)(question, 200))}`;
    });
    const more = meant.length > listed.length ? [`- and ${meant.length - listed.length} more`] : [];
    return [
        `Because: ${(0,markdown/* escapeMarkdown */.FV)((0,one_line/* oneLine */.T)(options.because, longestReason))}`,
        '',
        'Once this is merged, everything that reads the database leaves these pairs out. Their rows stay in their shards and in the history of git.',
        '',
        ...listed,
        ...more,
    ].join('\n');
}
/** Makes a pull request with the retraction, or finds the one that another process made meanwhile. */
async function openPull(request, ids, before) {
    const { forge } = request.options;
    const number = (await forge.pulls.list({ branchPrefix })).length + 1;
    const title = titleOf(request, ids.length);
    const pull = {
        branch: `${branchPrefix}${number}`,
        title,
        body: bodyOf(request, new Set(ids)),
        labels: [],
        files: [{ path: database_paths/* retractionsPath */.i5, text: append(before, linesFor(request, ids)) }],
        message: title,
        draft: false,
        reviewers: [],
    };
    return forge.pulls.open(pull);
}
/** Says which pairs are not retracted yet in a text. */
const missingIn = ({ pairs }, text) => {
    const retracted = (0,database_retractions/* readRetracted */.L)(text);
    return [...new Set(pairs.map(({ id }) => id))].filter(id => !retracted.has(id));
};
const textOf = (texts) => texts.get(database_paths/* retractionsPath */.i5) ?? '';
const readMerged = async ({ contents }) => textOf(await contents.read(await contents.head(), [database_paths/* retractionsPath */.i5]));
/** False where somebody pushed, merged or closed meanwhile. */
async function extend({ pulls }, { number, head }, change) {
    try {
        return (await pulls.edit(number, { base: head, ...change })).type === 'written';
    }
    catch (error) {
        if ((await pulls.get(number))?.state === 'open')
            throw error;
        return false;
    }
}
/** Until every pair is seen to stand in an open pull request, which is made or extended, or on the default branch. */
async function write(request) {
    const { forge } = request.options;
    let ids;
    for (let race = 0; race < maxRaces; race += 1) {
        const merged = await readMerged(forge);
        const missing = missingIn(request, merged);
        if (missing.length === 0)
            return { pull: null, ids: ids ?? [] };
        const open = (await forge.pulls.list({ state: 'open', branchPrefix }))[0];
        if (open === undefined)
            ids ??= missing;
        const pull = open ?? (await openPull(request, missing, merged));
        // Whoever opened the same one merged it meanwhile.
        if (pull.state !== 'open')
            continue;
        const text = textOf(await forge.pulls.read(pull.number, [database_paths/* retractionsPath */.i5]));
        const left = missingIn(request, text);
        ids ??= left;
        if (left.length === 0)
            return { pull, ids };
        const changes = [{ path: database_paths/* retractionsPath */.i5, text: append(text, linesFor(request, left)) }];
        const message = titleOf(request, left.length);
        const written = await extend(forge, pull, { changes, message });
        // Looked at again in any case: a merge may have come between the look and the edit, which then is on a branch that nobody merges.
        if (written)
            await forge.pulls.comment(pull.number, { marker: `retract:${left[0]}`, body: bodyOf(request, new Set(left)) });
    }
    throw lost();
}
const whyLeft = (result) => result.type === 'refused' ? result.reason : `It conflicts in ${result.paths.slice(0, 3).join(', ')}; merge it by hand`;
async function merge({ options: { forge } }, number) {
    for (let race = 0; race < maxRaces; race += 1) {
        const pull = await forge.pulls.get(number);
        if (pull === undefined)
            break;
        if (pull.state !== 'open')
            return { pull, left: null };
        const result = await forge.pulls.merge(number, { expectedHead: pull.head, message: `Merge ${pull.title} (#${number})` });
        if (result.type !== 'merged' && result.type !== 'stale')
            return { pull, left: whyLeft(result) };
    }
    throw lost();
}
/** Written, and merged where that is asked; again where somebody else's merge took an older state of the pull request. */
async function settle(request) {
    const { forge, merge: merges } = request.options;
    let ids;
    for (let race = 0; race < maxRaces; race += 1) {
        const written = await write(request);
        ids ??= written.ids;
        if (written.pull === null || !merges)
            return { pull: written.pull, ids, left: null };
        const { pull, left } = await merge(request, written.pull.number);
        if (left !== null || missingIn(request, await readMerged(forge)).length === 0)
            return { pull, ids, left };
    }
    throw lost();
}
/**
 * Takes pairs back by lines in `database/retractions.jsonl`, through a pull request; an open one is extended. Repeating it changes
 * nothing. Throws `fix-config` where the selector means no pair, or a handle several.
 */
async function retract(options) {
    const source = await openDatabase(options.forge.contents, options.signal);
    const pairs = await selectPairs(source, options.selector, done => options.onShard(done, source.paths.length));
    const distinct = new Set(pairs.map(({ id }) => id)).size;
    const { pull, ids, left } = await settle({ options, pairs });
    const already = distinct - ids.length;
    if (pull === null)
        return { ids, already, pull, left };
    const { number, url, state } = pull;
    return { ids, already, pull: { number, url, state }, left };
}

;// CONCATENATED MODULE: ./src/commands/database/retract.js






const retract_optionsSchema = schemas/* object */.Ikc({
    task: schemas/* string */.YjP().optional(),
    domain: schemas/* string */.YjP().optional(),
    model: schemas/* string */.YjP().optional(),
    because: schemas/* string */.YjP().default(''),
});
const retract_help = `
Goes through a pull request; an open one is extended. Once it is merged, build, search, stats, export and the
comparison with duplicates leave the pairs out. The rows stay in their shards and in git's history. To erase them too:
  git filter-repo --blob-callback '
    if b"ID" in blob.data: blob.data = b"".join(l for l in blob.data.splitlines(True) if b"\\"id\\":\\"ID\\"" not in l)'
  git rm database/manifest.json && git commit -m "Count anew" && git push --force --all
with the pair's id for ID, on a fresh clone; the next integration writes the manifest anew. Its delivery in inbox/ and
the branches perpetual/* have its text too: --path and --invert-paths remove them.

Examples:
  perpetual database retract macd.17 --because "the formula is wrong"
  perpetual database retract --domain example.com --because "its owner asked"`;
const retract_refuse = (message) => new errors/* PerpetualError */.nX(message, { actBy: 'fix-config' });
function selectorOf(pair, { task, domain, model }) {
    const named = [
        pair === undefined ? undefined : pairSelector(pair.trim()),
        task === undefined ? undefined : { type: 'task', value: task },
        domain === undefined ? undefined : { type: 'domain', value: domainOf(domain) },
        model === undefined ? undefined : { type: 'model', value: model },
    ];
    const [selector, ...more] = named.filter(each => each !== undefined);
    if (selector === undefined || more.length > 0)
        throw retract_refuse('Expected one of a handle, an id, `--task`, `--domain` and `--model`, got ' + (selector === undefined ? 'none' : 'several'));
    if (selector.value === '')
        throw retract_refuse('Expected a name of what to retract, got an empty one');
    return selector;
}
/** `auto` merges where nobody else reviews. */
function mergesAtOnce({ pipelines }, forge) {
    const integration = Object.values(pipelines).find(pipeline => pipeline.kind === 'integration');
    const policy = integration?.kind === 'integration' ? integration.integration.merge : 'auto';
    return policy === 'always' || (policy === 'auto' && forge.kind === 'local');
}
function retract_describe({ ids, already, pull, left }) {
    const before = already > 0 ? ` ${already} ${already === 1 ? 'was' : 'were'} retracted before.` : '';
    if (ids.length === 0 && (pull === null || pull.state === 'merged'))
        return `Nothing to do.${before}`;
    const pairs = `${ids.length} ${ids.length === 1 ? 'pair' : 'pairs'}`;
    if (pull === null || pull.state === 'merged')
        return `${pairs} retracted.${before}`;
    const waits = `#${pull.number} waits to be merged (${pull.url})${left === null ? '' : `: ${left}`}.`;
    return ids.length === 0 ? `Nothing to add, ${waits}` : `${pairs} to retract, ${waits}${before}`;
}
const retractPairs = async (invocation, pair, options) => {
    const selector = selectorOf(pair, options);
    const because = (0,one_line/* oneLine */.T)(options.because, 300);
    if (because === '')
        throw retract_refuse('Expected a reason, `--because "…"`, which is kept with the retraction, got none');
    return (0,with_project/* withProject */.C)(invocation, async ({ forge, clock, config }) => {
        const { output } = invocation;
        let progress;
        const done = await retract({
            forge,
            clock,
            selector,
            because,
            merge: mergesAtOnce(config, forge),
            signal: invocation.interruptible(),
            onShard: (shards, all) => {
                progress ??= output.progress({ label: 'Looking', total: all, unit: 'shards' });
                progress.update(shards);
            },
        }).finally(() => output.close());
        output.result(retract_describe(done));
        return { json: done };
    });
};
function retract_define(command, start) {
    command
        .addHelpText('after', retract_help)
        .argument('[pair]', 'a handle such as macd.17, or an id of 16 hexadecimal digits')
        .option('--task <task>', 'all pairs of a task')
        .option('--domain <domain>', 'all pairs that cite a domain or one below it')
        .option('--model <model>', 'all pairs that a model wrote')
        .option('--because <reason>', 'kept with the retraction')
        .action((pair) => start(command, invocation => retractPairs(invocation, pair, retract_optionsSchema.parse(command.opts()))));
}

;// CONCATENATED MODULE: ./src/database/search.js



const hitSchema = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    handle: schemas/* string */.YjP(),
    indicator: schemas/* string */.YjP(),
    question: schemas/* string */.YjP(),
    short_answer: schemas/* string */.YjP(),
    answer: schemas/* string */.YjP(),
    grade: schemas/* string */.YjP(),
    model: schemas/* string */.YjP(),
    citation_urls: schemas/* string */.YjP().transform((text) => schemas/* array */.YOg(schemas/* string */.YjP()).parse(JSON.parse(text))),
});
const mostWords = 32;
/** Each word as a string of the query language, so that none of them is an operator. */
const quotedWords = (text) => text
    .replaceAll('\0', ' ')
    .split(/\s+/)
    .filter(word => /[\p{L}\p{N}]/u.test(word))
    .slice(0, mostWords)
    .map(word => `"${word.replaceAll('"', '""')}"`);
/** The question counts most, then what it is about and the short answer. */
const ranking = 'bm25(pairs_text, 8.0, 3.0, 1.0, 4.0)';
const wanted = Object.keys(hitSchema.shape)
    .map(name => `pairs.${name}`)
    .join(', ');
const countSchema = schemas/* object */.Ikc({ count: schemas/* number */.aig() });
function run(database, query, limit) {
    const count = database.prepare('SELECT count(*) AS count FROM pairs_text WHERE pairs_text MATCH ?').get(query);
    const rows = database
        .prepare(`SELECT ${wanted} FROM pairs_text JOIN pairs ON pairs.row = pairs_text.rowid WHERE pairs_text MATCH ? ORDER BY ${ranking} LIMIT ?`)
        .all(query, limit);
    return { hits: rows.map(row => hitSchema.parse(row)), matching: countSchema.parse(count).count };
}
/** Rows with all the words, or where there is none, with any of them. */
function searchSqlite(file, words, limit) {
    const quoted = quotedWords(words);
    if (quoted.length === 0)
        return { hits: [], matching: 0, by: 'all' };
    const database = new external_node_sqlite_.DatabaseSync(file, { readOnly: true });
    try {
        const all = run(database, quoted.join(' '), limit);
        if (all.matching > 0 || quoted.length === 1)
            return { ...all, by: 'all' };
        return { ...run(database, quoted.join(' OR '), limit), by: 'any' };
    }
    finally {
        database.close();
    }
}
const metaSchema = schemas/* array */.YOg(schemas/* object */.Ikc({ key: schemas/* string */.YjP(), value: schemas/* string */.YjP() }));
/** The fingerprint of the rows that a file was built from; undefined where it is missing, damaged or of another version. */
function builtFrom(file) {
    try {
        const database = new external_node_sqlite_.DatabaseSync(file, { readOnly: true });
        try {
            const meta = new Map(metaSchema.parse(database.prepare('SELECT key, value FROM meta').all()).map(({ key, value }) => [key, value]));
            return meta.get('version') === String(sqliteVersion) ? meta.get('fingerprint') : undefined;
        }
        finally {
            database.close();
        }
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/commands/database/search.js








const search_optionsSchema = schemas/* object */.Ikc({ limit: schemas/* number */.aig().default(10) });
const mostHits = 1000;
function readLimit(text) {
    const limit = Number(text);
    if (Number.isInteger(limit) && limit >= 1 && limit <= mostHits)
        return limit;
    throw new commander/* InvalidArgumentError */.Di(`Expected a whole number from 1 to ${mostHits}.`);
}
const renderHit = ({ id, handle, question, short_answer, answer, grade, citation_urls }, { bold, dim }) => {
    const about = [handle, id, ...(grade === '' ? [] : [`grade ${grade}`])].map(text => (0,one_line/* oneLine */.T)(text, 100)).join('  ');
    const sources = citation_urls.slice(0, 2).map(url => dim((0,one_line/* oneLine */.T)(url, 150)));
    return [bold((0,one_line/* oneLine */.T)(question, 300)), (0,one_line/* oneLine */.T)(short_answer === '' ? answer : short_answer, 300), dim(about), ...sources].join('\n  ');
};
function render({ hits, matching, by }, colours) {
    if (hits.length === 0)
        return 'No pair has any of these words.';
    const which = by === 'any' ? ', none with all of the words' : '';
    const counted = `${matching} ${matching === 1 ? 'pair' : 'pairs'}${which}${matching > hits.length ? `, the best ${hits.length} shown` : ''}.`;
    return [...hits.map(hit => renderHit(hit, colours)), counted].join('\n\n');
}
async function find({ source, project, onShard }, file, asked) {
    const rebuild = () => buildSqlite(source, { file, license: project.config.dataset.license, onShard: onShard('Building') });
    if (builtFrom(file) !== source.fingerprint)
        await rebuild();
    try {
        return searchSqlite(file, asked.words, asked.limit);
    }
    catch {
        // Only a damaged file gets here, because its words are quoted; one that was just built says what is wrong.
        await rebuild();
        return searchSqlite(file, asked.words, asked.limit);
    }
}
const search = async (invocation, words, limit) => {
    if (quotedWords(words).length === 0)
        throw new errors/* PerpetualError */.nX(`Expected words to search for, got ${JSON.stringify((0,one_line/* oneLine */.T)(words, 60))}`, { actBy: 'fix-config' });
    return withDatabase(invocation, async (opened) => {
        const found = await find(opened, sqliteIn(await cacheOf(opened.project)), { words, limit });
        invocation.output.close();
        invocation.output.result(render(found, invocation.output.colours));
        return { json: found };
    });
};
function search_define(command, start) {
    command
        .addHelpText('after', '\nExamples:\n  perpetual database search funding rate squeeze\n  perpetual database search MVRV --limit 3 --json')
        .argument('<words...>', 'pairs with all of them, or where there is none, with any')
        .option('--limit <number>', `how many, at most ${mostHits}`, readLimit, 10)
        .action((words) => start(command, invocation => search(invocation, words.join(' '), search_optionsSchema.parse(command.opts()).limit)));
}

// EXTERNAL MODULE: ./src/report/bar.js
var bar = __webpack_require__(3057);
;// CONCATENATED MODULE: ./src/commands/database/stats.js




async function count(source, goal, onShard) {
    const tally = (0,database_tally/* createTally */.X)();
    const seen = new Set();
    let shards = 0;
    let jaccard = 0;
    for await (const { rows } of source.rows()) {
        for (const row of rows) {
            tally.add(row);
            seen.add(row.id);
            jaccard += row.dedup.jaccard;
        }
        shards += 1;
        onShard(shards);
    }
    for (const text of (await source.rejects(source.paths)).values())
        tally.addRejects(text);
    const totals = tally.totals();
    const listed = new Set(source.manifest?.shards.map(({ path }) => path));
    return {
        goal,
        rows: totals.rows,
        retracted: source.retracted.size - (source.manifest?.totals.erased ?? 0),
        totals,
        nearest: totals.rows === 0 ? 0 : jaccard / totals.rows,
        unlisted: source.paths.filter(path => !listed.has(path)).length,
        commit: source.head,
    };
}
const shownNames = 8;
const percent = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
function group(title, counts) {
    const entries = Object.entries(counts);
    if (entries.length === 0)
        return [];
    const all = entries.reduce((sum, [, value]) => sum + value, 0);
    const shown = entries
        .slice(0, shownNames)
        .map(([name, value]) => `  ${String(value).padStart(7)}  ${percent(value, all).padStart(7)}  ${(0,one_line/* oneLine */.T)(name, 70)}`);
    const more = entries.length - shown.length;
    return ['', title, ...shown, ...(more > 0 ? [`  and ${more} more`] : [])];
}
/** For a terminal, at most 100 columns. */
function renderStats(stats) {
    const { goal, rows, totals, retracted, unlisted } = stats;
    const unread = (totals.byReview['merged-unread'] ?? 0) + (totals.byReview['unreviewed'] ?? 0);
    return [
        `${rows} of ${goal} pairs (${percent(rows, goal)})  ${(0,bar/* bar */.M)(rows / goal, 30)}`,
        `${unread} were merged without being read (${percent(unread, rows)}). ${retracted} were retracted.`,
        `${totals.citations} citations, ${percent(totals.quotes.verified, totals.quotes.all)} of the quotes found on the cited page.`,
        ...(totals.rehearsal > 0 ? [`${totals.rehearsal} come from the embedded provider and are worth nothing.`] : []),
        ...(unlisted > 0 ? [`${unlisted} shards are not in the manifest and the card yet.`] : []),
        ...group('Pipelines', totals.byPipeline),
        ...group('Models', totals.byModel),
        ...group('Domains, by citations', totals.byDomain),
        ...group('Grades', totals.byGrade),
        ...group('Months in which they were written', Object.fromEntries(Object.entries(totals.byMonth).toSorted(([a], [b]) => (a < b ? 1 : -1)))),
        ...group('Review', totals.byReview),
        ...group('Licences', totals.byLicense),
        ...group('Not taken in, by gate', totals.rejectedByGate),
    ].join('\n');
}
const stats = (invocation) => withDatabase(invocation, async ({ source, project, onShard }) => {
    const found = await count(source, project.config.goal, onShard('Counting'));
    invocation.output.close();
    invocation.output.result(renderStats(found));
    return { json: found };
});
function stats_define(command, start) {
    command
        .addHelpText('after', '\nRetracted pairs are left out.\n\nExamples:\n  perpetual database stats\n  perpetual database stats --json')
        .action(() => start(command, stats));
}

// EXTERNAL MODULE: ./src/dataset/database/verify.js
var verify = __webpack_require__(2561);
;// CONCATENATED MODULE: ./src/commands/database/verify.js



async function firstFault(source, verifier, onShard) {
    let shards = 0;
    for await (const shard of source.shards()) {
        const rejects = (await source.rejects([shard.path])).get(shard.path) ?? '';
        const fault = verifier.shard({ ...shard, rejects });
        if (fault !== undefined)
            return fault;
        shards += 1;
        onShard(shards);
    }
    return verifier.end();
}
const shownPaths = 3;
const note = (paths, what) => paths.length === 0
    ? []
    : [`${paths.length} files are ${what}: ${paths.slice(0, shownPaths).join(', ')}${paths.length > shownPaths ? ', …' : ''}.`];
const verify_verify = (invocation) => withDatabase(invocation, async ({ source, project, onShard }) => {
    const { manifest, retracted } = source;
    const verifier = (0,verify/* createVerifier */.$)({ manifest, retracted, rehearsal: project.config.dataset.rehearsal });
    const fault = await firstFault(source, verifier, onShard('Verifying'));
    invocation.output.close();
    const seen = verifier.seen();
    if (fault !== undefined) {
        invocation.output.warn(`${invocation.output.colours.red('Wrong:')} ${(0,one_line/* oneLine */.T)((0,verify/* describeFault */.Q)(fault), 500)}`);
        return { json: { sound: false, fault, ...seen }, exitCode: 1 };
    }
    const notes = [
        note(seen.unlisted, 'not in the manifest yet; the next card brings them'),
        note(source.stray, 'not named like a shard, so nobody reads them'),
    ];
    invocation.output.result([
        `All ${seen.rows} rows in ${source.paths.length} shards are sound, ${seen.retracted} of them retracted.`,
        ...notes.flat(),
    ].join('\n'));
    return { json: { sound: true, fault: null, shards: source.paths.length, stray: source.stray, ...seen } };
});
function verify_define(command, start) {
    command
        .addHelpText('after', '\nNames the first wrong row and ends with 1.\n\nExamples:\n  perpetual database verify\n  perpetual database verify --json')
        .action(() => start(command, verify_verify));
}

;// CONCATENATED MODULE: ./src/commands/database.js







const database_help = `
Examples:
  perpetual database import pairs.csv
  perpetual database stats
  perpetual database search funding rate squeeze --limit 5
  perpetual database build --parquet
  perpetual database export --format huggingface --output export --without-domain example.com
  perpetual database retract macd.17 --because "the formula is wrong"
  perpetual database verify`;
/** In the order of the help. */
const subcommands = [
    ['import', 'Bring an existing collection in', import_namespaceObject],
    ['stats', 'What is in it, against the goal', stats_namespaceObject],
    ['search', 'Find pairs by their words', database_search_namespaceObject],
    ['build', 'Make an SQLite file of it, and Parquet', build_namespaceObject],
    ['export', 'Write it for training, retrieval or publishing', export_namespaceObject],
    ['verify', 'Recompute ids, hashes and counts', verify_namespaceObject],
    ['retract', 'Take pairs back', database_retract_namespaceObject],
];
function database_define(command, start) {
    command.addHelpText('after', database_help);
    for (const [name, summary, module] of subcommands)
        module.define(command.command(name).summary(summary).description(`${summary}.`), start);
}


/***/ }),

/***/ 3057:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ bar)
/* harmony export */ });
/** A share from 0 to 1 as a bar of so many characters. Full and empty are honest: what is begun shows, and so does what is left. */
const bar = (share, width) => {
    const exact = Math.min(1, Math.max(0, share)) * width;
    const filled = exact > 0 && exact < 1 ? 1 : exact < width && exact > width - 1 ? width - 1 : Math.round(exact);
    return '█'.repeat(filled) + '░'.repeat(width - filled);
};


/***/ })

};
