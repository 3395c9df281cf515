export const id = 5334;
export const ids = [5334];
export const modules = {

/***/ 5334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ withProject)
/* harmony export */ });
/* harmony import */ var _project_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1477);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7074);


async function open({ folder, forge, clock, environment, output }) {
    if (forge.kind === 'local')
        return (0,_project_js__WEBPACK_IMPORTED_MODULE_0__/* .openLocalProject */ .b)(await (0,_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .workTreeOf */ .F)(folder), { clock, environment });
    // Loaded late: whoever works on this disk needs no Octokit.
    const { openGithubForge } = await __webpack_require__.e(/* import() */ 4372).then(__webpack_require__.bind(__webpack_require__, 4372));
    const { createCommandLineClient } = await Promise.all(/* import() */[__webpack_require__.e(8647), __webpack_require__.e(517)]).then(__webpack_require__.bind(__webpack_require__, 2898));
    const { owner, repo, token, apiUrl } = forge;
    const client = createCommandLineClient({ token, baseUrl: apiUrl });
    const opened = await openGithubForge({ client, owner, repo, clock, report: warning => output.warn(warning) });
    return (0,_project_js__WEBPACK_IMPORTED_MODULE_0__/* .openGithubProject */ .L)(opened, { clock, environment });
}
/** Opens the data repository of an invocation, works with it, and closes it whatever happens. */
async function withProject(invocation, work) {
    const project = await open(invocation);
    try {
        return await work(project);
    }
    finally {
        await project.forge.close();
    }
}


/***/ }),

/***/ 8111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QD: () => (/* binding */ agreeingRows),
/* harmony export */   _6: () => (/* binding */ rowsPerBand),
/* harmony export */   lB: () => (/* binding */ createMinHash)
/* harmony export */ });
/** Rows of a band: four signature bytes are one 32-bit band key, which keeps 300,000 signatures in 38 MB. */
const rowsPerBand = 4;
/** Fixed multipliers and offsets (splitmix32 from a fixed seed), so that every run makes the same signatures. */
const permutationsOf = (count) => {
    let seed = 0x9e3779b9;
    const draw = () => {
        seed = (seed + 0x9e3779b9) | 0;
        const once = Math.imul(seed ^ (seed >>> 16), 0x21f0aaad);
        const twice = Math.imul(once ^ (once >>> 15), 0x735a2d97);
        return twice ^ (twice >>> 15);
    };
    const multipliers = Int32Array.from({ length: count }, () => draw() | 1);
    const offsets = Int32Array.from({ length: count }, draw);
    return { multipliers, offsets };
};
/**
 * Makes MinHash signatures of shingle sets: one 32-bit key a band. Of each minimum eight bits are kept,
 * so two unlike rows agree by chance once in 256 times.
 */
const createMinHash = (bands) => {
    const permutations = bands * rowsPerBand;
    const { multipliers, offsets } = permutationsOf(permutations);
    const least = new Int32Array(permutations);
    return (shingles, into) => {
        for (let i = 0; i < permutations; i++) {
            const multiplier = multipliers[i] ?? 1;
            const offset = offsets[i] ?? 0;
            let smallest = 0x7fffffff;
            for (let at = 0; at < shingles.length; at++) {
                const value = (Math.imul(shingles[at] ?? 0, multiplier) + offset) | 0;
                if (value < smallest)
                    smallest = value;
            }
            least[i] = smallest;
        }
        for (let band = 0; band < bands; band++) {
            let key = 0;
            for (let row = 0; row < rowsPerBand; row++)
                key = (key << 8) | (((least[band * rowsPerBand + row] ?? 0) >>> 8) & 0xff);
            into[band] = key;
        }
    };
};
/** How many of the four bytes of two keys agree. */
const agreeingRows = (a, b) => {
    const differing = a ^ b;
    const zeroBytes = ~(((differing & 0x7f7f7f7f) + 0x7f7f7f7f) | differing) & 0x80808080;
    return Math.imul(zeroBytes >>> 7, 0x01010101) >>> 24;
};


/***/ }),

/***/ 6019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $X: () => (/* binding */ rankNear),
/* harmony export */   Ev: () => (/* binding */ findNear),
/* harmony export */   cR: () => (/* binding */ usualThreshold),
/* harmony export */   ju: () => (/* binding */ usualBands),
/* harmony export */   rO: () => (/* binding */ createSigner),
/* harmony export */   xb: () => (/* binding */ effort)
/* harmony export */ });
/* harmony import */ var _min_hash_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8111);
/* harmony import */ var _shingles_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(175);


/** 32 bands of 4 rows find 98.8 % of the pairs at Jaccard 0.6; 16 × 8 would find 23.7 %. */
const usualBands = 32;
/** Jaccard similarity, 0 to 1, from which two questions are one. */
const usualThreshold = 0.7;
/** Bucket entries looked at, candidates whose signatures are compared, and candidates whose shingles are compared, for one question. */
const effort = { entries: 160, signatures: 32, exact: 6 };
/** Three standard deviations of 128 rows at Jaccard 0.7: below the threshold − this an estimate is no near miss. */
const estimateSlack = 0.12;
/** Makes signatures of normalised questions; looking up and then adding the same question makes one. */
const createSigner = (bands) => {
    const minHash = (0,_min_hash_js__WEBPACK_IMPORTED_MODULE_1__/* .createMinHash */ .lB)(bands);
    const keys = new Int32Array(bands);
    let last;
    return text => {
        if (last?.text === text)
            return last;
        const shingles = (0,_shingles_js__WEBPACK_IMPORTED_MODULE_0__/* .shinglesOf */ .vs)(text);
        minHash(shingles, keys);
        last = { text, shingles, keys };
        return last;
    };
};
/** The items that may be near, nearest first; at most `effort.signatures`. */
const rankNear = (source, { keys }, threshold) => source
    .candidates(keys, { budget: effort.entries, most: effort.signatures })
    .map(item => ({ item, estimate: source.agreement(item, keys) }))
    .filter(({ estimate }) => estimate >= threshold - estimateSlack)
    .toSorted((a, b) => b.estimate - a.estimate || a.item - b.item);
/** The nearest of ranked items at `threshold` or above, by effort that does not grow with the index. */
const findNear = (ranked, { shingles }, { threshold, textOf }) => {
    let best;
    for (const { item, estimate } of ranked.slice(0, effort.exact)) {
        if (best && estimate < best.jaccard - estimateSlack / 2)
            break;
        const jaccard = (0,_shingles_js__WEBPACK_IMPORTED_MODULE_0__/* .jaccardOf */ .WX)(shingles, (0,_shingles_js__WEBPACK_IMPORTED_MODULE_0__/* .shinglesOf */ .vs)(textOf(item)));
        if (jaccard >= threshold && jaccard > (best?.jaccard ?? 0))
            best = { item, jaccard };
    }
    return best;
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

/***/ 1477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ openGithubProject),
  b: () => (/* binding */ openLocalProject)
});

// EXTERNAL MODULE: ./src/config/load-config.js + 2 modules
var load_config = __webpack_require__(7134);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/forge/local/local-forge.js + 16 modules
var local_forge = __webpack_require__(6411);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./src/index-cache/open-sqlite.js


/** "PQIX": by this SQLite file knows that it is ours (`PRAGMA application_id`). */
const applicationId = 0x50514958;
/** Raised whenever the tables, the signatures or the way questions are normalised change; a file of another version is not read. */
const indexVersion = 1;
const inMemory = ':memory:';
/** How long a writer waits for another one, milliseconds. */
const busyMs = 10_000;
/** Pages kept in memory, KiB: the same whatever the size of the index. */
const cacheKib = 32 * 1024;
const tables = `
CREATE TABLE file (number INTEGER PRIMARY KEY, path TEXT NOT NULL, version TEXT NOT NULL, UNIQUE (path, version));
CREATE TABLE item (number INTEGER PRIMARY KEY, file INTEGER NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL, keys BLOB NOT NULL);
CREATE TABLE bucket (key INTEGER PRIMARY KEY, count INTEGER NOT NULL, newest BLOB NOT NULL);
CREATE TABLE band (number INTEGER PRIMARY KEY, upto INTEGER NOT NULL, settled INTEGER NOT NULL);
PRAGMA application_id = ${applicationId};
PRAGMA user_version = ${indexVersion};`;
/** What stands in the file is none of ours, or not any more. */
class DamagedIndexError extends Error {
}
const numberAt = (database, pragma) => Object.values(database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0];
/** Runs `work` as one write that happens whole or not at all, whatever kills the process. */
function inTransaction(database, work) {
    database.exec('BEGIN IMMEDIATE');
    try {
        work();
        database.exec('COMMIT');
    }
    catch (error) {
        if (database.isTransaction)
            database.exec('ROLLBACK');
        throw error;
    }
}
function makeTables(database) {
    inTransaction(database, () => {
        const isNew = numberAt(database, 'schema_version') === 0;
        if (isNew)
            database.exec(tables);
        else if (numberAt(database, 'application_id') !== applicationId || numberAt(database, 'user_version') !== indexVersion)
            throw new DamagedIndexError('Expected an index of questions, found another database');
    });
}
/**
 * Opens the file, making it where it is not there. The write-ahead log keeps it whole when a process is killed; after a loss of power
 * SQLite's own order of writes does. Imported late, because Node has SQLite only from 22.13 on.
 */
async function openSqlite(location) {
    const sqlite = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 99, 19));
    if (location !== inMemory)
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(location), { recursive: true, mode: 0o700 });
    const database = new sqlite.DatabaseSync(location, { timeout: busyMs });
    try {
        database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -${cacheKib}; PRAGMA temp_store = MEMORY`);
        makeTables(database);
        // Questions may come from a private repository.
        if (location !== inMemory)
            (0,external_node_fs_.chmodSync)(location, 0o600);
        return database;
    }
    catch (error) {
        database.close();
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/index-cache/cache-files.js



function createCacheFiles(folder, name) {
    const pattern = /^(.+)-v(\d{1,6})-(\d{1,6})\.sqlite(?:-wal|-shm|-journal)?$/;
    const list = () => {
        try {
            return (0,external_node_fs_.readdirSync)(folder).flatMap(file => {
                const [, own, version, generation] = pattern.exec(file) ?? [];
                return own === name ? [{ file, version: Number(version), generation: Number(generation) }] : [];
            });
        }
        catch {
            return [];
        }
    };
    return {
        newest: () => Math.max(1, ...list().flatMap(each => (each.version === indexVersion ? [each.generation] : []))),
        pathOf: generation => (0,external_node_path_.join)(folder, `${name}-v${indexVersion}-${generation}.sqlite`),
        removeBefore: current => {
            for (const { file, version, generation } of list())
                if (version < indexVersion || (version === indexVersion && generation < current))
                    (0,external_node_fs_.rmSync)((0,external_node_path_.join)(folder, file), { force: true });
        },
    };
}

;// CONCATENATED MODULE: ./src/index-cache/failure.js

/** SQLITE_ERROR (tables that are not as expected), IOERR (a file that was cut short), CORRUPT and NOTADB; https://sqlite.org/rescode.html */
const damage = new Set([1, 10, 11, 26]);
/** Undefined for what has nothing to do with the file. */
function failureOf(error) {
    if (error instanceof DamagedIndexError)
        return 'damaged';
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'ERR_SQLITE_ERROR')
        return undefined;
    // The low byte is the kind; the rest tells more of it.
    const kind = 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : 0;
    return damage.has(kind) ? 'damaged' : 'unusable';
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/dataset/shingles.js
var shingles = __webpack_require__(175);
// EXTERNAL MODULE: ./src/dataset/near-search.js
var near_search = __webpack_require__(6019);
;// CONCATENATED MODULE: ./src/index-cache/columns.js

const wrong = (column) => new DamagedIndexError(`Expected another kind of value in the column ${column}`);
function numberIn(row, column) {
    const value = row[column];
    if (typeof value === 'number')
        return value;
    throw wrong(column);
}
function textIn(row, column) {
    const value = row[column];
    if (typeof value === 'string')
        return value;
    throw wrong(column);
}
/** A blob of 32-bit numbers as this machine writes them: a cache is never carried to another one. */
function numbersIn(row, column) {
    const value = row[column];
    if (!(value instanceof Uint8Array) || value.byteLength % 4 !== 0)
        throw wrong(column);
    return value.byteOffset % 4 === 0
        ? new Int32Array(value.buffer, value.byteOffset, value.byteLength / 4)
        : new Int32Array(value.slice().buffer);
}
const blobOf = (numbers) => new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

;// CONCATENATED MODULE: ./src/index-cache/buckets.js



/** Items of a chunk at most: a key and a place in the chunk are sorted as one number below 2^53. */
const chunkItems = 2 ** 17;
/** `key` and place of each item from `from` on, ascending. Neighbours in the table are then written one after the other. */
const sortedPlaces = (keys, from) => {
    const sorted = new Float64Array(keys.length - from);
    for (let at = from; at < keys.length; at++)
        sorted[at - from] = ((keys[at] ?? 0) >>> 0) * chunkItems + at;
    sorted.sort();
    return sorted;
};
/** The newest of what is newer and of what is older, newest first. */
const joined = (newer, older) => {
    const whole = new Int32Array(Math.min(near_search/* effort */.xb.entries, newer.length + older.length));
    whole.set(newer.subarray(0, whole.length));
    whole.set(older.subarray(0, whole.length - Math.min(newer.length, whole.length)), Math.min(newer.length, whole.length));
    return whole;
};
/** Rows of the young level stand behind all others. */
const levels = { old: 0, young: 2 ** 40 };
const bandRows = 2 ** 32;
function createBuckets(database, bands) {
    const select = database.prepare('SELECT count, newest FROM bucket WHERE key = ?');
    const selectAll = database.prepare(`SELECT key, count, newest FROM bucket WHERE key IN (${Array.from({ length: 2 * bands }, () => '?').join()}) ORDER BY key`);
    const write = database.prepare('INSERT OR REPLACE INTO bucket (key, count, newest) VALUES (?, ?, ?)');
    const remove = database.prepare('DELETE FROM bucket WHERE key >= ? AND key < ?');
    const selectBand = database.prepare('SELECT upto, settled FROM band WHERE number = ?');
    const writeBand = database.prepare('INSERT OR REPLACE INTO band (number, upto, settled) VALUES (?, ?, ?)');
    const bucketOf = (row) => ({ count: numberIn(row, 'count'), newest: numbersIn(row, 'newest') });
    /** `items` ascending. */
    const push = (row, items) => {
        const found = select.get(row);
        const newer = Int32Array.from(items.slice(-near_search/* effort */.xb.entries)).toReversed();
        if (found === undefined)
            write.run(row, items.length, blobOf(newer));
        else {
            const before = bucketOf(found);
            write.run(row, before.count + items.length, blobOf(joined(newer, before.newest)));
        }
    };
    const pushAll = (start, { first, keys }, from) => {
        const places = sortedPlaces(keys, from);
        let items = [];
        for (const [at, place] of places.entries()) {
            items.push(first + (place % chunkItems));
            const key = Math.floor(place / chunkItems);
            const following = places[at + 1];
            if (following !== undefined && Math.floor(following / chunkItems) === key)
                continue;
            push(start + key, items);
            items = [];
        }
    };
    const bounds = (band) => {
        const found = selectBand.get(band);
        return found === undefined ? { upto: 0, settled: 0 } : { upto: numberIn(found, 'upto'), settled: numberIn(found, 'settled') };
    };
    return {
        bounds,
        read: keys => {
            const rows = Array.from(keys, (key, band) => band * bandRows + (key >>> 0));
            const found = new Map();
            // In the order of keys, so that a young row comes after the old one.
            for (const row of selectAll.all(...rows, ...rows.map(old => levels.young + old))) {
                const band = Math.floor((numberIn(row, 'key') % levels.young) / bandRows);
                const [bucket, old] = [bucketOf(row), found.get(band)];
                const whole = old && { count: old.count + bucket.count, newest: joined(bucket.newest, old.newest) };
                found.set(band, whole ?? bucket);
            }
            return found;
        },
        // Another process may have entered or settled some of them meanwhile, so the bounds are read within the write.
        enter: chunks => inTransaction(database, () => {
            for (const [band, chunk] of chunks.entries()) {
                const { upto, settled } = bounds(band);
                const from = upto + 1 - chunk.first;
                if (from < 0 || from >= chunk.keys.length)
                    continue;
                pushAll(levels.young + band * bandRows, chunk, from);
                writeBand.run(band, chunk.first + chunk.keys.length - 1, settled);
            }
        }),
        settle: (band, chunk) => inTransaction(database, () => {
            const { upto, settled } = bounds(band);
            const [from, last] = [settled + 1 - chunk.first, chunk.first + chunk.keys.length - 1];
            if (from < 0 || from >= chunk.keys.length)
                return;
            pushAll(levels.old + band * bandRows, chunk, from);
            if (last >= upto)
                remove.run(levels.young + band * bandRows, levels.young + (band + 1) * bandRows);
            writeBand.run(band, Math.max(upto, last), last);
        }),
    };
}

;// CONCATENATED MODULE: ./src/index-cache/item-signature.js


/** The band after the last: a hash of the whole text, by which exact repetitions are found. */
const exactBand = near_search/* usualBands */.ju;
const keysPerItem = near_search/* usualBands */.ju + 1;
/** Makes what is stored of a normalised question. */
function createItemSigner() {
    const sign = (0,near_search/* createSigner */.rO)(near_search/* usualBands */.ju);
    return text => {
        const signature = sign(text);
        const keys = new Int32Array(keysPerItem);
        keys.set(signature.keys);
        keys[exactBand] = (0,shingles/* hashOf */.qQ)(text, 0, text.length);
        return { signature, keys };
    };
}

// EXTERNAL MODULE: ./src/dataset/min-hash.js
var min_hash = __webpack_require__(8111);
;// CONCATENATED MODULE: ./src/index-cache/question-search.js





/** Questions whose candidates are remembered, as the same ones are looked up again before they come in. */
const mostRemembered = 2_000;
/**
 * Candidates that share one looked-at bucket alone, whose signatures are compared; the rarest bucket's first. A repetition at Jaccard 0.7
 * shares eight of 32 on average, and each signature is a page read from somewhere else in the file.
 */
const mostOfOne = 12;
/** Buckets by size, then newest first: rare buckets tell most, as in the table in memory. */
function candidatesIn(buckets, { budget, most }) {
    const shared = new Map();
    let left = budget;
    for (const { newest } of buckets.toSorted((a, b) => a.count - b.count)) {
        for (const item of newest.subarray(0, left))
            shared.set(item, (shared.get(item) ?? 0) + 1);
        left -= Math.min(left, newest.length);
        if (left === 0)
            break;
    }
    const several = [...shared].filter(([, times]) => times > 1).toSorted((a, b) => b[1] - a[1]);
    const once = [...shared].filter(([, times]) => times === 1).slice(0, mostOfOne);
    return [...several, ...once].slice(0, most).map(([item]) => item);
}
function agreementOf(stored, keys) {
    let rows = 0;
    for (let band = 0; band < near_search/* usualBands */.ju; band++)
        rows += (0,min_hash/* agreeingRows */.QD)(stored[band] ?? 0, keys[band] ?? 0);
    return rows / (near_search/* usualBands */.ju * min_hash/* rowsPerBand */._6);
}
/** Finds what a question repeats by an effort that does not grow with the number of items. */
function createQuestionSearch(database, buckets) {
    const sign = createItemSigner();
    const places = Array.from({ length: near_search/* effort */.xb.signatures }, () => '?').join();
    const readKeys = database.prepare(`SELECT number, keys FROM item WHERE number IN (${places})`);
    const readItem = database.prepare('SELECT file, id, text FROM item WHERE number = ?');
    const remembered = new Map();
    const itemOf = (number) => {
        const row = readItem.get(number);
        return row && { file: numberIn(row, 'file'), id: textIn(row, 'id'), text: textIn(row, 'text') };
    };
    const textOf = (number) => itemOf(number)?.text ?? '';
    /** The keys of at most `effort.signatures` items. */
    const keysOf = (items) => new Map(readKeys
        .all(...Array.from({ length: near_search/* effort */.xb.signatures }, (_, at) => items[at] ?? 0))
        .map(row => [numberIn(row, 'number'), numbersIn(row, 'keys')]));
    const sourceOf = (found) => {
        let stored = new Map();
        return {
            candidates: (_keys, limits) => {
                const items = candidatesIn(found, limits);
                stored = keysOf(items);
                return items;
            },
            agreement: (item, keys) => agreementOf(stored.get(item) ?? new Int32Array(near_search/* usualBands */.ju), keys),
        };
    };
    const candidatesOf = (text) => {
        const { signature, keys } = sign(text);
        const found = buckets.read(keys);
        const same = [...(found.get(exactBand)?.newest ?? [])].toReversed().filter(number => textOf(number) === text);
        const similar = [...found].flatMap(([band, bucket]) => (band === exactBand ? [] : [bucket]));
        return { same, ranked: (0,near_search/* rankNear */.$X)(sourceOf(similar), signature, near_search/* usualThreshold */.cR) };
    };
    const remember = (text) => {
        const known = remembered.get(text);
        if (known !== undefined)
            return known;
        const candidates = candidatesOf(text);
        if (remembered.size >= mostRemembered)
            remembered.clear();
        remembered.set(text, candidates);
        return candidates;
    };
    return {
        find: (question, accepts) => {
            const text = (0,shingles/* normalizeQuestion */.ol)(question);
            const { same, ranked } = remember(text);
            const counting = (number) => {
                const item = itemOf(number);
                return item !== undefined && accepts(item) ? item : undefined;
            };
            for (const number of same) {
                const exact = counting(number);
                if (exact !== undefined)
                    return { id: exact.id, file: exact.file, jaccard: 1, exact: true };
            }
            const accepted = ranked.filter(({ item }) => counting(item) !== undefined);
            const near = (0,near_search/* findNear */.Ev)(accepted, sign(text).signature, { threshold: near_search/* usualThreshold */.cR, textOf });
            const item = near && itemOf(near.item);
            return near && item && { id: item.id, file: item.file, jaccard: near.jaccard, exact: false };
        },
        forget: () => remembered.clear(),
    };
}

;// CONCATENATED MODULE: ./src/index-cache/question-store.js







/** A file's name among all versions of all files. */
const nameOf = ({ path, version }) => `${path}\n${version}`;
/** Items of the young level at most. */
const youngItems = 2 ** 14;
async function openQuestionStore(location) {
    const database = await openSqlite(location);
    const buckets = createBuckets(database, keysPerItem);
    const search = createQuestionSearch(database, buckets);
    const sign = createItemSigner();
    const addFile = database.prepare('INSERT OR IGNORE INTO file (path, version) VALUES (?, ?)');
    const addItem = database.prepare('INSERT INTO item (file, id, text, keys) VALUES (?, ?, ?, ?)');
    const filesAfter = database.prepare('SELECT number, path, version FROM file WHERE number > ? ORDER BY number');
    const lastItem = database.prepare('SELECT coalesce(max(number), 0) AS number FROM item');
    const keysFrom = database.prepare('SELECT number, keys FROM item WHERE number >= ? AND number <= ? ORDER BY number');
    const seen = new Map();
    let lastFile = 0;
    const addOne = (file, { id, question }) => {
        const text = (0,shingles/* normalizeQuestion */.ol)(question);
        addItem.run(file, id, text, blobOf(sign(text).keys));
    };
    /** The keys of consecutive items, band after band. */
    const readChunk = (first, last) => {
        const bands = Array.from({ length: keysPerItem }, () => new Int32Array(last - first + 1));
        for (const row of keysFrom.iterate(first, last)) {
            const at = numberIn(row, 'number') - first;
            for (const [band, key] of numbersIn(row, 'keys').entries()) {
                const keys = bands[band];
                if (keys !== undefined)
                    keys[at] = key;
            }
        }
        return bands;
    };
    return {
        files: () => {
            for (const row of filesAfter.iterate(lastFile)) {
                const file = { number: numberIn(row, 'number'), path: textIn(row, 'path'), version: textIn(row, 'version') };
                seen.set(nameOf(file), file);
                lastFile = file.number;
            }
            return seen;
        },
        add: files => inTransaction(database, () => {
            for (const [{ path, version }, questions] of files) {
                const { changes, lastInsertRowid } = addFile.run(path, version);
                if (Number(changes) === 0)
                    continue;
                for (const question of questions)
                    addOne(Number(lastInsertRowid), question);
            }
        }),
        enter: async () => {
            const last = numberIn(lastItem.get() ?? {}, 'number');
            const bounds = Array.from({ length: keysPerItem }, (_, band) => buckets.bounds(band));
            const settled = Math.min(...bounds.map(each => each.settled));
            const isYoung = last - settled <= youngItems;
            const known = isYoung ? Math.min(...bounds.map(each => each.upto)) : settled;
            search.forget();
            for (let first = known + 1; first <= last; first += chunkItems) {
                const chunks = readChunk(first, Math.min(last, first + chunkItems - 1)).map(keys => ({ first, keys }));
                if (isYoung)
                    buckets.enter(chunks);
                else {
                    for (const [band, chunk] of chunks.entries()) {
                        buckets.settle(band, chunk);
                        await (0,promises_.setImmediate)();
                    }
                }
            }
        },
        find: (question, accepts) => search.find(question, accepts),
        close: () => database.close(),
    };
}

;// CONCATENATED MODULE: ./src/index-cache/question-index.js




/** Files that are read and indexed at a time, so that memory stays bounded and answers can come in between. */
const filesAtOnce = 8;
/** Files that are gone may be as many as those that count, and so many more, before the index is made anew without them. */
const goneFiles = 64;
/** Brings a store to hold these files; undefined where too much of it is of files that are gone. */
async function bring(store, held) {
    for (;;) {
        // Asked again after each reading, because another process may be at the same files.
        const stored = store.files();
        const paths = new Map();
        const missing = [];
        for (const file of held.files) {
            const known = stored.get(nameOf(file));
            if (known === undefined)
                missing.push(file);
            else
                paths.set(known.number, known.path);
        }
        const next = missing.slice(0, filesAtOnce);
        if (next.length === 0) {
            if (stored.size - paths.size > paths.size + goneFiles)
                return undefined;
            await store.enter();
            return { store, held, paths };
        }
        const read = await held.read(next.map(({ path }) => path));
        store.add(next.map((file) => [file, read.get(file.path) ?? []]));
    }
}
/**
 * Questions of many files, kept in SQLite outside the repository, or in memory alone where `place` is null. It is a cache: what is missing is
 * read, what is damaged is made anew, and where the folder cannot be used the index is built in memory.
 */
function createQuestionIndex(place) {
    const files = place === null ? undefined : createCacheFiles(place.folder, place.name);
    let generation = files?.newest() ?? 0;
    let isInMemory = files === undefined;
    let rebuilt = 0;
    let store;
    let ready;
    let turn = Promise.resolve();
    const open = async () => {
        if (store !== undefined)
            return store;
        if (files === undefined || isInMemory)
            return (store = await openQuestionStore(inMemory));
        try {
            store = await openQuestionStore(files.pathOf(generation));
            files.removeBefore(generation);
            return store;
        }
        catch (error) {
            if (failureOf(error) === 'damaged')
                throw error;
            isInMemory = true;
            return (store = await openQuestionStore(inMemory));
        }
    };
    const giveUp = () => {
        try {
            store?.close();
        }
        catch {
            // It is not used any more.
        }
        store = undefined;
        ready = undefined;
    };
    const startAnew = () => {
        giveUp();
        generation = Math.max(generation + 1, files?.newest() ?? 0);
    };
    const makeReady = async (held) => {
        if (ready?.held === held)
            return ready;
        ready = await bring(await open(), held);
        if (ready !== undefined)
            return ready;
        startAnew();
        return makeReady(held);
    };
    /** Once a damaged file is followed by another one, after that by memory: whatever the disk does, the answer is right. */
    const attempt = async (held, work) => {
        for (;;) {
            try {
                return work(await makeReady(held));
            }
            catch (error) {
                const failure = failureOf(error);
                if (failure === undefined || isInMemory)
                    throw error;
                if (failure === 'damaged' && rebuilt === 0)
                    startAnew();
                else
                    giveUp();
                isInMemory = failure === 'unusable' || rebuilt > 0;
                rebuilt += 1;
            }
        }
    };
    /** One after the other: a look-up finds what the hold before it brought. */
    const inTurn = (work) => {
        const result = turn.then(work);
        turn = result.catch(() => { });
        return result;
    };
    let latest = { files: [], read: async () => new Map() };
    return {
        hold: (held, read) => inTurn(async () => {
            latest = { files: held, read };
            await attempt(latest, () => { });
        }),
        find: (question, accept = () => true) => inTurn(() => attempt(latest, ({ store: questions, paths }) => {
            const pathOf = (file) => paths.get(file) ?? '';
            const found = questions.find(question, ({ id, file }) => paths.has(file) && accept({ id, path: pathOf(file) }));
            if (found === undefined)
                return undefined;
            const { file, ...duplicate } = found;
            return { ...duplicate, path: pathOf(file) };
        })),
        close: giveUp,
    };
}

;// CONCATENATED MODULE: ./src/index-cache/question-indexes.js




/**
 * Where the caches of a data repository lie: below `PERPETUAL_CACHE`, else `XDG_CACHE_HOME`, else `~/.cache`. `identity` tells one
 * repository from another: `owner/name` on GitHub, the path of its git folder on a disk.
 */
function cacheFolder(environment, identity) {
    const { PERPETUAL_CACHE: own = '', XDG_CACHE_HOME: shared = '' } = environment;
    const top = own !== '' ? own : (0,external_node_path_.join)(shared !== '' ? shared : (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.cache'), 'perpetual');
    return (0,external_node_path_.join)(top, (0,external_node_crypto_.createHash)('sha256').update(identity).digest('hex').slice(0, 16));
}
/** The indexes of a data repository, for as long as a session lasts; `folder` null keeps all of them in memory. */
function createQuestionIndexes(folder) {
    const at = (name) => createQuestionIndex(folder === null ? null : { folder, name });
    const indexes = { database: at('database'), inbox: at('inbox'), open: createQuestionIndex(null) };
    return { ...indexes, close: () => Object.values(indexes).forEach((index) => index.close()) };
}

// EXTERNAL MODULE: ./src/session/state-book.js + 6 modules
var state_book = __webpack_require__(50);
;// CONCATENATED MODULE: ./src/project.js





async function project_open({ forge, identity, readConfig: read }, options) {
    const folder = cacheFolder(options.environment, identity);
    let indexes;
    const close = async () => {
        indexes?.close();
        await forge.close();
    };
    try {
        return {
            config: await read(),
            forge: { ...forge, close },
            book: (0,state_book/* createStateBook */.Nl)(forge.state),
            identity,
            cacheFolder: folder,
            indexes: () => (indexes ??= createQuestionIndexes(folder)),
            ...options,
        };
    }
    catch (error) {
        await forge.close();
        throw error;
    }
}
/** The repository on this disk; its configuration is that of its work tree. */
async function openLocalProject(repository, options) {
    const forge = await (0,local_forge/* openLocalForge */.d)({ repository, clock: options.clock });
    return project_open({ forge, identity: repository, readConfig: () => (0,load_config/* readConfig */.Xg)(repository) }, options);
}
/** The configuration on the default branch: what counts on GitHub, whatever a clone has. */
async function readCommittedConfig({ contents, defaultBranch, openedAt }) {
    const text = (await contents.read(openedAt, [load_config/* configFile */.Ze])).get(load_config/* configFile */.Ze);
    if (text !== undefined)
        return (0,load_config/* loadConfig */.Z9)(text, load_config/* configFile */.Ze);
    throw new errors/* PerpetualError */.nX(`Expected a configuration at ${load_config/* configFile */.Ze} on the branch ${defaultBranch}, found none. \`perpetual init --forge github\` writes one.`, { actBy: 'fix-config' });
}
/** A repository on GitHub; it takes the forge over and closes it where the configuration cannot be read. */
const openGithubProject = (forge, options) => project_open({ forge, identity: forge.name, readConfig: () => readCommittedConfig(forge) }, options);


/***/ }),

/***/ 50:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Nl: () => (/* binding */ createStateBook),
  _9: () => (/* binding */ piecesOfAll),
  $b: () => (/* binding */ transitionAll)
});

// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/domain/state.js
var domain_state = __webpack_require__(8935);
// EXTERNAL MODULE: ./src/domain/task.js
var domain_task = __webpack_require__(3761);
// EXTERNAL MODULE: ./src/domain/claim.js
var claim = __webpack_require__(970);
// EXTERNAL MODULE: ./src/domain/instant.js
var instant = __webpack_require__(795);
// EXTERNAL MODULE: ./src/domain/ledger.js
var domain_ledger = __webpack_require__(1841);
// EXTERNAL MODULE: ./src/domain/slot.js
var domain_slot = __webpack_require__(9800);
;// CONCATENATED MODULE: ./src/domain/transitions/lenses.js



/** A record's own entry: names come from outside, and one like `constructor` is on every object. */
const entry = (record, name) => Object.hasOwn(record, name) ? record[name] : undefined;
/** What was never written is empty. */
const pipelineOf = (state, name) => entry(state.pipelines, name) ?? (0,domain_state/* emptyPipeline */.eU)(name);
const accountOf = (state, name) => entry(state.accounts, name) ?? (0,domain_state/* emptyAccount */.dO)(name);
const boardOf = (state, pipeline) => entry(state.boards, pipeline) ?? (0,domain_slot/* emptyBoard */.mX)(pipeline);
const taskOf = (state, id) => entry(state.tasks, id);
const withPipeline = (state, pipeline) => ({
    ...state,
    pipelines: { ...state.pipelines, [pipeline.pipeline]: pipeline },
});
const withAccount = (state, account) => ({
    ...state,
    accounts: { ...state.accounts, [account.account]: account },
});
const withBoard = (state, board) => ({
    ...state,
    boards: { ...state.boards, [board.pipeline]: board },
});
const withTask = (state, task) => ({ ...state, tasks: { ...state.tasks, [task.id]: task } });
/** Changes every ledger of an account. */
function mapLedgers(account, change) {
    const ledgers = {};
    for (const meter of domain_ledger/* meters */.L2) {
        const ledger = account.ledgers[meter];
        if (ledger !== undefined)
            ledgers[meter] = change(ledger, meter);
    }
    return { ...account, ledgers };
}
function addAmounts(a, b) {
    const sum = { ...a };
    for (const meter of domain_ledger/* meters */.L2) {
        const more = b[meter];
        if (more !== undefined)
            sum[meter] = (sum[meter] ?? 0) + more;
    }
    return sum;
}

;// CONCATENATED MODULE: ./src/domain/transitions/claiming.js




const newSession = (id, operation) => ({
    id,
    startedAt: operation.now,
    ledgers: {},
    spent: {},
    calls: 0,
    accepted: 0,
    rejected: 0,
    tasks: [],
    deliveries: [],
    wrap: null,
});
/** Goes on with the session that is there, else begins one; a live claim and (without force) a cooldown refuse. */
function claiming_claim(state, operation) {
    const pipeline = pipelineOf(state, operation.pipeline);
    if ((0,claim/* isLive */.DG)(pipeline.claim, operation.now, operation.deadEpoch))
        return { fenced: 'held', until: pipeline.claim.expiresAt };
    const isCooling = pipeline.session === null && pipeline.cooldownUntil !== null && pipeline.cooldownUntil > operation.now;
    if (isCooling && !operation.force)
        return { fenced: 'cooling', until: pipeline.cooldownUntil ?? operation.now };
    const sessions = pipeline.session === null ? pipeline.sessions + 1 : pipeline.sessions;
    const session = pipeline.session ?? newSession(`${operation.pipeline}-${String(sessions).padStart(4, '0')}`, operation);
    const epoch = pipeline.epoch + 1;
    const expiresAt = (0,instant/* plusMs */.f9)(operation.now, operation.leaseMs);
    return withPipeline(state, {
        ...pipeline,
        epoch,
        sessions,
        session,
        claim: { epoch, session: session.id, holder: operation.holder, expiresAt },
    });
}
/** Calls are used up to the last one; of anything else a rest stays that pays for no further request. */
function shortOf({ ledgers }, { shortOf: meter, now }) {
    const ledger = meter === null ? undefined : ledgers[meter];
    return meter === null || ledger === undefined ? null : { meter, room: (0,domain_ledger/* roomOf */.dT)(ledger), at: now };
}
/** Ends the session and gives back what it had reserved and not used. */
function wrap(state, operation) {
    const pipeline = pipelineOf(state, operation.pipeline);
    const account = accountOf(state, operation.account);
    const holder = { pipeline: operation.pipeline, session: operation.session, epoch: operation.epoch };
    const released = mapLedgers(account, ledger => ({
        ...ledger,
        reservations: ledger.reservations.filter(each => !(0,domain_ledger/* isHeldBy */.D0)(each, holder)),
    }));
    const task = pipeline.task === null ? undefined : taskOf(state, pipeline.task);
    const forgiven = operation.forgive && task !== undefined ? withTask(state, { ...task, attempts: Math.max(0, task.attempts - 1) }) : state;
    return withPipeline(withAccount(forgiven, released), {
        ...pipeline,
        claim: null,
        session: null,
        cooldownUntil: operation.cooldownUntil,
        shortOf: shortOf(released, operation),
        lastSession: pipeline.session === null ? pipeline.lastSession : { startedAt: pipeline.session.startedAt, endedAt: operation.now },
    });
}

;// CONCATENATED MODULE: ./src/domain/transitions/spending.js



const nothing = { used: 0, hold: 0, want: 0 };
/** Every ledger that a limit is configured for, opened or brought up to date; ledgers without a limit stay as they are. */
function current(ledgers, limits) {
    const next = { ...ledgers };
    for (const meter of domain_ledger/* meters */.L2) {
        const limit = limits[meter];
        if (limit === undefined)
            continue;
        const ledger = ledgers[meter];
        next[meter] = ledger === undefined ? (0,domain_ledger/* openLedger */.au)(limit, limit.window) : (0,domain_ledger/* bringUpToDate */.fG)(ledger, limit, limit.window);
    }
    return next;
}
function settleAll(ledgers, spend, { holder, at }) {
    const next = { ...ledgers };
    for (const meter of domain_ledger/* meters */.L2) {
        const ledger = ledgers[meter];
        if (ledger !== undefined)
            next[meter] = (0,domain_ledger/* settleAndReserve */.HX)(ledger, holder, { ...(spend[meter] ?? nothing), at }).ledger;
    }
    return next;
}
/** A quota is one of calls; an account whose calls are not limited is closed by its dollars. */
function closeWhereRefused(ledgers, refusedAt) {
    const meter = ledgers.calls === undefined ? 'usdMicros' : 'calls';
    const ledger = ledgers[meter];
    return refusedAt === undefined || ledger === undefined ? ledgers : { ...ledgers, [meter]: (0,domain_ledger/* closedSince */.z9)(ledger, refusedAt) };
}
/** Settles, reserves, renews the claim and saves what the task came to: one operation, so that it is one commit. */
function checkpoint(state, operation) {
    const pipeline = pipelineOf(state, operation.pipeline);
    const { session, claim } = pipeline;
    if (session === null || claim === null)
        return { fenced: 'old-epoch' };
    const settlement = {
        holder: { pipeline: operation.pipeline, session: operation.session, epoch: operation.epoch },
        at: operation.now,
    };
    const account = accountOf(state, operation.account);
    const brought = closeWhereRefused(current(account.ledgers, operation.accountLimits), operation.quotaUsedUpAt);
    const accountLedgers = settleAll(brought, operation.accountSpend, settlement);
    const sessionLedgers = settleAll(current(session.ledgers, operation.sessionLimits), operation.sessionSpend, settlement);
    const afterAccount = withAccount(state, { ...account, ledgers: accountLedgers });
    const afterPipeline = withPipeline(afterAccount, {
        ...pipeline,
        claim: { ...claim, expiresAt: (0,instant/* plusMs */.f9)(operation.now, operation.leaseMs) },
        session: {
            ...session,
            ledgers: sessionLedgers,
            spent: addAmounts(session.spent, operation.spent),
            calls: session.calls + operation.calls,
            accepted: session.accepted + operation.accepted,
            rejected: session.rejected + operation.rejected,
            wrap: operation.wrap === null ? session.wrap : { reason: operation.wrap },
            tasks: operation.task === null ? session.tasks : [...new Set([...session.tasks, operation.task.task])],
        },
    });
    const tally = operation.task;
    if (tally === null)
        return afterPipeline;
    const task = taskOf(state, tally.task);
    if (task === undefined)
        return { fenced: 'no-such-task' };
    return withTask(afterPipeline, {
        ...task,
        attempts: tally.results ? 0 : task.attempts,
        units: [...tally.units],
        activeMs: task.activeMs + tally.activeMs,
        spent: addAmounts(task.spent, tally.spent),
        resultFiles: task.resultFiles + (tally.results ? 1 : 0),
    });
}
/**
 * Settles what a fenced session really sent; what it did not send is free again. Where the window is over, that stays reserved,
 * because it may have been sent after the reset.
 */
function settle(state, operation) {
    // Fenced off before anything was reserved: there is nothing to settle, and no account to begin.
    if (!Object.hasOwn(state.accounts, operation.account))
        return state;
    const account = accountOf(state, operation.account);
    const holder = { pipeline: operation.pipeline, session: operation.session, epoch: operation.epoch };
    const settled = mapLedgers(account, (ledger, meter) => {
        const own = ledger.reservations.find(each => (0,domain_ledger/* isHeldBy */.D0)(each, holder));
        if (own === undefined)
            return ledger;
        const used = Math.min(own.amount, operation.used[meter] ?? 0);
        const others = ledger.reservations.filter(each => each !== own);
        if (ledger.window === null || operation.now < ledger.window.to)
            return { ...ledger, settled: ledger.settled + used, reservations: others };
        return { ...ledger, reservations: used === 0 ? others : [...others, { ...own, amount: used }] };
    });
    return withAccount(state, settled);
}
function reconcileAccount(state, operation) {
    const account = accountOf(state, operation.account);
    const ledgers = current(account.ledgers, operation.accountLimits);
    const calls = ledgers.calls;
    if (calls === undefined)
        return withAccount(state, { ...account, ledgers });
    const epochs = new Map(operation.pipelines.map(name => [name, pipelineOf(state, name).claim?.epoch]));
    const counted = (0,domain_ledger/* reconcileWithProvider */.u5)(calls, {
        sendsToday: operation.sendsToday,
        sendsPerDay: operation.sendsPerDay,
        now: operation.now,
        settleAfterMs: operation.settleAfterMs,
        isDead: each => epochs.has(each.pipeline) && epochs.get(each.pipeline) !== each.epoch,
    });
    return withAccount(state, { ...account, ledgers: { ...ledgers, calls: counted } });
}

;// CONCATENATED MODULE: ./src/domain/transitions/slots.js





/** A member's dollars as they stand now, the state with them up to date, and a way to change them; undefined where dollars are not limited. */
function dollarsOf(state, member, limits) {
    const account = accountOf(state, member);
    const ledgers = current(account.ledgers, limits[member] ?? {});
    const ledger = ledgers.usdMicros;
    const set = (changed) => withAccount(state, { ...account, ledgers: { ...ledgers, usdMicros: changed } });
    return ledger === undefined ? undefined : { ledger, set };
}
/** Charges dollars; what was charged too much goes back, but never more than the window was charged. */
function charge(state, member, { amount, limits }) {
    const dollars = dollarsOf(state, member, limits);
    if (dollars === undefined)
        return state;
    return dollars.set({ ...dollars.ledger, settled: Math.max(0, dollars.ledger.settled + amount) });
}
/** What a job cost less than was charged for it goes back only into the window that was charged; what it cost more is charged now. */
function correct(state, slot, { actual, limits }) {
    const window = dollarsOf(state, slot.member, limits)?.ledger.window ?? null;
    const isSameWindow = window === null || slot.intendedAt >= window.from;
    const difference = actual - slot.usdMicros;
    return difference > 0 || isSameWindow ? charge(state, slot.member, { amount: difference, limits }) : state;
}
/** Every operation of a session on its slots renews its claim, and what it does to a task counts as work on it. */
function renewed(state, { pipeline: name, now, leaseMs }, tasks) {
    const pipeline = pipelineOf(state, name);
    const { claim, session } = pipeline;
    if (claim === null || session === null)
        return state;
    return withPipeline(state, {
        ...pipeline,
        claim: { ...claim, expiresAt: (0,instant/* plusMs */.f9)(now, leaseMs) },
        session: { ...session, tasks: [...new Set([...session.tasks, ...tasks])] },
    });
}
/** Intends jobs in their order, as far as the line, the members' dollars and the board (a work has one slot) allow; the others are left out. */
function intendSlots(state, operation) {
    const { limit, now, accountLimits: limits } = operation;
    const line = (0,domain_ledger/* lineOf */.cA)((0,domain_ledger/* openLedger */.au)(limit, null));
    let next = state;
    for (const intent of operation.slots) {
        const board = boardOf(next, operation.pipeline);
        const dollars = dollarsOf(next, intent.member, limits);
        const fits = dollars === undefined || (0,domain_ledger/* roomOf */.dT)(dollars.ledger) >= intent.usdMicros;
        if ((0,domain_slot/* busyOf */.vv)(board) >= line || !fits || board.slots.some(each => each.work === intent.work))
            continue;
        const slot = { ...intent, state: 'intended', job: null, intendedAt: now, missingSince: null };
        const charged = charge(next, intent.member, { amount: intent.usdMicros, limits });
        next = withBoard(charged, { ...board, slots: [...board.slots, slot] });
    }
    const intended = boardOf(next, operation.pipeline).slots.filter(slot => operation.slots.some(({ work }) => work === slot.work));
    return renewed(withUnits(next, operation.units), operation, intended.map(slot => slot.task));
}
/** A task tells its units from its first job on; what is known of them already stays. */
const withUnits = (state, units) => Object.entries(units).reduce((next, [id, known]) => {
    const task = taskOf(next, id);
    return task === undefined || task.units.length > 0 ? next : withTask(next, { ...task, units: [...known] });
}, state);
const withoutSlot = (board, slot) => ({
    ...board,
    slots: board.slots.filter(each => each !== slot),
});
const freed = (board, slot) => ({
    ...withoutSlot(board, slot),
    attempts: { ...board.attempts, [slot.work]: slot.attempt },
});
/** A slot as one change leaves it, or the board without it. What stands already stays the same. */
function changeSlot(board, slot, { is, now, isMembers }) {
    const put = (changed) => ({ ...board, slots: board.slots.map(each => (each === slot ? changed : each)) });
    switch (is.type) {
        case 'named': {
            const { job, display, attempt } = is;
            return slot.state === 'intended' ? put({ ...slot, state: 'created', job, display, attempt, missingSince: null }) : board;
        }
        case 'ended':
            return slot.state === 'created' ? put({ ...slot, state: 'terminal', missingSince: null }) : board;
        case 'present':
            return slot.missingSince === null ? board : put({ ...slot, missingSince: null });
        case 'missing': {
            // What a job that has ended brought may still be fetched.
            if (slot.state === 'terminal' && isMembers)
                return board;
            if (slot.missingSince === null)
                return put({ ...slot, missingSince: now });
            return (0,instant/* toEpochMs */.x8)(now) - (0,instant/* toEpochMs */.x8)(slot.missingSince) < domain_slot/* missingForMs */.IQ ? board : freed(board, slot);
        }
        case 'withdrawn':
            return freed(board, slot);
        case 'refused':
        case 'dropped':
            return withoutSlot(board, slot);
    }
}
/** A job that lives without a slot gets one, whatever the line says: it counts already. */
function adopt(state, { slot }, { pipeline, accountLimits: limits }) {
    const board = boardOf(state, pipeline);
    if (board.slots.some(each => each.work === slot.work))
        return state;
    const charged = charge(state, slot.member, { amount: slot.usdMicros, limits });
    return withBoard(charged, { ...board, slots: [...board.slots, slot] });
}
/** What listings and creations showed. A change of a slot that is not there (any more) changes nothing. */
function recordSlots(state, operation) {
    const { pipeline, now, accountLimits: limits } = operation;
    let next = state;
    let submitted = 0;
    for (const change of operation.changes) {
        if (change.type === 'adopted') {
            next = adopt(next, change, operation);
            continue;
        }
        const board = boardOf(next, pipeline);
        const slot = board.slots.find(each => each.work === change.work);
        if (slot === undefined)
            continue;
        if (change.type === 'named' && slot.state === 'intended')
            submitted += 1;
        if (change.type === 'refused')
            next = correct(next, slot, { actual: 0, limits });
        const isMembers = Object.hasOwn(limits, slot.member);
        next = withBoard(next, changeSlot(board, slot, { is: change, now, isMembers }));
    }
    const board = boardOf(next, pipeline);
    const { others, starved } = operation;
    // What was known of an account that is no member any more binds nobody.
    const known = Object.entries({ ...board.others, ...others }).filter(([member]) => Object.hasOwn(limits, member));
    next = withBoard(next, { ...board, others: Object.fromEntries(known), starved: starved ?? board.starved });
    return spentInSession(renewed(next, operation, []), pipeline, { slots: submitted });
}
function spentInSession(state, name, spent) {
    const pipeline = pipelineOf(state, name);
    if (pipeline.session === null || spent.slots === 0)
        return state;
    return withPipeline(state, {
        ...pipeline,
        session: { ...pipeline.session, spent: addAmounts(pipeline.session.spent, spent) },
    });
}
/** What a job came to: its slot is free, its results count for its task, and its dollars are what they were. */
function collectSlot(state, operation) {
    const board = boardOf(state, operation.pipeline);
    const slot = board.slots.find(each => each.work === operation.work);
    const task = taskOf(state, operation.task);
    if (slot === undefined)
        return { fenced: 'no-such-slot' };
    if (task === undefined)
        return { fenced: 'no-such-task' };
    const { spent, accountLimits: limits } = operation;
    const attempts = Object.fromEntries(Object.entries(board.attempts).filter(([work]) => work !== slot.work));
    const corrected = correct(state, slot, { actual: spent.usdMicros ?? 0, limits });
    const collected = withTask(withBoard(corrected, { ...withoutSlot(board, slot), attempts }), {
        ...task,
        attempts: 0,
        units: [...operation.units],
        spent: addAmounts(task.spent, spent),
        resultFiles: task.resultFiles + 1,
    });
    const pipeline = pipelineOf(renewed(collected, operation, [task.id]), operation.pipeline);
    const { session } = pipeline;
    if (session === null)
        return { fenced: 'old-epoch' };
    return withPipeline(collected, {
        ...pipeline,
        session: {
            ...session,
            spent: addAmounts(session.spent, spent),
            calls: session.calls + operation.calls,
            accepted: session.accepted + operation.accepted,
            rejected: session.rejected + operation.rejected,
        },
    });
}

// EXTERNAL MODULE: ./src/domain/grade.js
var grade = __webpack_require__(5349);
;// CONCATENATED MODULE: ./src/domain/transitions/tasks.js



function startTask(state, operation) {
    const task = taskOf(state, operation.task);
    if (task === undefined)
        return { fenced: 'no-such-task' };
    if (!(0,domain_task/* mayFollow */.LE)(task.status, 'in-progress'))
        return { fenced: 'wrong-status' };
    const pipeline = pipelineOf(state, operation.pipeline);
    const session = pipeline.session;
    if (session === null)
        return { fenced: 'old-epoch' };
    const started = {
        ...task,
        status: 'in-progress',
        attempts: task.attempts + 1,
        startedAt: task.startedAt ?? operation.now,
        settings: task.settings ?? operation.settings,
        reason: null,
    };
    const tasks = session.tasks.includes(task.id) ? session.tasks : [...session.tasks, task.id];
    return withPipeline(withTask(state, started), { ...pipeline, task: task.id, session: { ...session, tasks } });
}
const rank = { intended: 0, open: 1, merged: 2, closed: 2 };
/** A part only moves forward: intended, open, then merged or closed. Its branch and files stay those that were intended. */
function mergeParts(known, recorded, now) {
    const parts = new Map(known.map(part => [part.part, part]));
    for (const part of recorded) {
        const before = parts.get(part.part);
        if (before === undefined)
            parts.set(part.part, part);
        else if (rank[part.state] > rank[before.state]) {
            const { branch, units, paths, pairs } = before;
            parts.set(part.part, { ...part, branch, units, paths, pairs, openedAt: now });
        }
    }
    return [...parts.values()].toSorted((a, b) => a.part - b.part);
}
function recordParts(state, operation) {
    const task = taskOf(state, operation.task);
    if (task === undefined)
        return { fenced: 'no-such-task' };
    const parts = mergeParts(task.parts, operation.parts, operation.now);
    const pipeline = pipelineOf(state, operation.pipeline);
    const session = pipeline.session;
    if (session === null)
        return { fenced: 'old-epoch' };
    const opened = operation.parts.flatMap(part => part.pull !== null && !session.deliveries.some(each => each.number === part.pull)
        ? [{ branch: part.branch, number: part.pull, url: part.url }]
        : []);
    const deliveries = [...session.deliveries, ...opened];
    const deliveredAt = opened.length === 0 ? pipeline.deliveredAt : operation.now;
    return withPipeline(withTask(state, { ...task, parts }), { ...pipeline, deliveredAt, session: { ...session, deliveries } });
}
function endTask(state, operation) {
    const task = taskOf(state, operation.task);
    if (task === undefined)
        return { fenced: 'no-such-task' };
    if (!(0,domain_task/* mayFollow */.LE)(task.status, operation.status))
        return { fenced: 'wrong-status' };
    const ended = { ...task, status: operation.status, reason: operation.reason };
    return withPipeline(withTask(state, ended), { ...pipelineOf(state, operation.pipeline), task: null });
}
const isEnded = (part) => part.state === 'merged' || part.state === 'closed';
const unreadStates = new Set(['merged-unread', 'unreviewed']);
/** Completed when every part has ended and one at least was merged; rejected when none was. Only then it is graded. */
function endIfReviewed(task, { estimate, now }) {
    if (task.status !== 'in-review' || task.parts.length === 0 || !task.parts.every(isEnded))
        return task;
    const merged = task.parts.some(part => part.state === 'merged');
    const sum = (count) => task.parts.reduce((total, part) => total + count(part), 0);
    const calls = task.units.reduce((total, unit) => total + unit.calls, 0);
    const sends = task.spent.calls ?? 0;
    return {
        ...task,
        status: merged ? 'completed' : 'rejected',
        endedAt: now,
        grade: (0,grade/* gradeOf */.V)({
            calls: { withOutcome: calls, all: Math.max(calls, sends) },
            activeMs: estimate.activeMs,
            sends: estimate.sends,
            pairs: {
                kept: sum(part => part.kept ?? 0),
                delivered: sum(part => part.pairs),
                // A part that was closed was rejected, which is a look too.
                looked: task.parts.some(({ state, review }) => state === 'closed' || !unreadStates.has(review)),
            },
        }),
    };
}
/** All that is honestly known of the review of a part that was merged as it was delivered. */
const reviewOfLooked = { none: 'merged-unread', some: 'sampled', all: 'checked' };
const reviewOf = (part, { state, edited }) => {
    if (state === 'closed')
        return 'unreviewed';
    return edited ? 'edited' : reviewOfLooked[part.looked];
};
function reviewPart(state, operation) {
    const task = taskOf(state, operation.task);
    const part = task?.parts.find(each => each.part === operation.part);
    if (task === undefined || part === undefined)
        return { fenced: 'no-such-task' };
    if (isEnded(part))
        return withTask(state, endIfReviewed(task, operation));
    const reviewed = {
        ...part,
        state: operation.state,
        endedAt: operation.now,
        kept: operation.kept,
        review: reviewOf(part, operation),
    };
    const parts = task.parts.map(each => (each.part === part.part ? reviewed : each));
    return withTask(state, endIfReviewed({ ...task, parts }, operation));
}
/** Having looked only grows, and what is said of a part that has ended changes nothing any more. */
function lookAtPart(state, { task: id, part: number, looked }) {
    const task = taskOf(state, id);
    const part = task?.parts.find(each => each.part === number);
    if (task === undefined || part === undefined)
        return { fenced: 'no-such-task' };
    if (isEnded(part) || domain_task/* lookedDegrees */.K_.indexOf(part.looked) >= domain_task/* lookedDegrees */.K_.indexOf(looked))
        return state;
    return withTask(state, { ...task, parts: task.parts.map(each => (each === part ? { ...part, looked } : each)) });
}
/** Tasks that are there already stay as they are. */
function addTasks(state, operation) {
    return operation.tasks.reduce((next, task) => (taskOf(next, task.id) === undefined ? withTask(next, task) : next), state);
}
/** Takes an issue's task in as it stands now; what the issue says later does not count. */
function acceptTask(state, { task }) {
    const present = taskOf(state, task.id);
    if (present === undefined)
        return withTask(state, task);
    return present.issue === task.issue ? state : { fenced: 'taken' };
}
function commandTask(state, operation) {
    const task = taskOf(state, operation.task);
    if (task === undefined)
        return { fenced: 'no-such-task' };
    if (!(0,domain_task/* mayFollow */.LE)(task.status, operation.status))
        return { fenced: 'wrong-status' };
    const attempts = operation.status === 'pending' ? 0 : task.attempts;
    const commanded = withTask(state, { ...task, status: operation.status, reason: operation.reason, attempts });
    const pipeline = pipelineOf(commanded, operation.pipeline);
    return pipeline.task === task.id ? withPipeline(commanded, { ...pipeline, task: null }) : commanded;
}

;// CONCATENATED MODULE: ./src/domain/transition.js





/** How many operation ids a pipeline remembers; a writer repeats only its latest. */
const rememberedOperations = 64;
/** Operations that anybody may do whatever claim there is, and a session only under its own. */
const unfenced = new Set([
    'claim',
    'settle',
    'reconcile-account',
    'review-part',
    'look-at-part',
    'add-tasks',
    'accept-task',
    'command-task',
]);
function isFencedOff(pipeline, operation) {
    if (unfenced.has(operation.type) || !('epoch' in operation))
        return false;
    return pipeline.claim?.epoch !== operation.epoch || pipeline.session?.id !== operation.session;
}
function rule(state, operation) {
    switch (operation.type) {
        case 'claim':
            return claiming_claim(state, operation);
        case 'start-task':
            return startTask(state, operation);
        case 'checkpoint':
            return checkpoint(state, operation);
        case 'record-parts':
            return recordParts(state, operation);
        case 'end-task':
            return endTask(state, operation);
        case 'wrap':
            return wrap(state, operation);
        case 'settle':
            return settle(state, operation);
        case 'reconcile-account':
            return reconcileAccount(state, operation);
        case 'review-part':
            return reviewPart(state, operation);
        case 'look-at-part':
            return lookAtPart(state, operation);
        case 'add-tasks':
            return addTasks(state, operation);
        case 'accept-task':
            return acceptTask(state, operation);
        case 'command-task':
            return commandTask(state, operation);
        case 'intend-slots':
            return intendSlots(state, operation);
        case 'record-slots':
            return recordSlots(state, operation);
        case 'collect-slot':
            return collectSlot(state, operation);
    }
}
/** The only way in which state changes: pure, so that it can be replayed, raced and repeated. */
function transition(state, operation) {
    const pipeline = pipelineOf(state, operation.pipeline);
    if (pipeline.operations.includes(operation.operation))
        return { type: 'already', state };
    if (isFencedOff(pipeline, operation))
        return { type: 'fenced', reason: 'old-epoch', until: null };
    const ruling = rule(state, operation);
    if ('fenced' in ruling)
        return { type: 'fenced', reason: ruling.fenced, until: ruling.until ?? null };
    const after = pipelineOf(ruling, operation.pipeline);
    const operations = [...after.operations, operation.operation].slice(-rememberedOperations);
    return {
        type: 'changed',
        state: { ...ruling, pipelines: { ...ruling.pipelines, [operation.pipeline]: { ...after, operations } } },
    };
}

// EXTERNAL MODULE: ./src/session/state-files.js + 2 modules
var state_files = __webpack_require__(8437);
;// CONCATENATED MODULE: ./src/session/state-book.js





/** Lost races before giving up; each means that somebody else got on, so this is never reached but by a broken store. */
const maxRaces = 500;
/** A write that failed may have landed, or may land now: writing the operation again changes nothing twice, because it has an id. */
const maxFailedWrites = 2;
/** A git that was killed, for example; what a person must mend does not get better by itself. */
const isPassing = (error) => error instanceof errors/* PerpetualError */.nX && error.actBy === 'next-run';
/** What these operations read and may change. */
function piecesOfAll(operations) {
    const [only] = operations;
    if (only !== undefined && operations.length === 1)
        return piecesOf(only);
    const pieces = operations.map(piecesOf);
    const tasks = new Map(pieces.flatMap(each => each.tasks.map(task => [`${task.pipeline}/${task.id}`, task])));
    return {
        accounts: [...new Set(pieces.flatMap(each => each.accounts))],
        pipelines: [...new Set(pieces.flatMap(each => each.pipelines))],
        tasks: [...tasks.values()],
        boards: [...new Set(pieces.flatMap(each => each.boards ?? []))],
    };
}
function piecesOf(operation) {
    const accounts = accountsOf(operation);
    const pipelines = operation.type === 'reconcile-account' ? [...new Set([operation.pipeline, ...operation.pipelines])] : [operation.pipeline];
    const tasks = tasksOf(operation).map(id => ({ pipeline: operation.pipeline, id }));
    return { accounts, pipelines, tasks, boards: slotOperations.has(operation.type) ? [operation.pipeline] : [] };
}
const slotOperations = new Set(['intend-slots', 'record-slots', 'collect-slot']);
function accountsOf(operation) {
    if ('account' in operation)
        return [operation.account];
    return operation.type === 'intend-slots' || operation.type === 'record-slots' || operation.type === 'collect-slot'
        ? Object.keys(operation.accountLimits)
        : [];
}
function tasksOf(operation) {
    switch (operation.type) {
        case 'checkpoint':
            return operation.task === null ? [] : [operation.task.task];
        case 'add-tasks':
            return operation.tasks.map(task => task.id);
        case 'accept-task':
            return [operation.task.id];
        case 'wrap':
            return operation.task === null ? [] : [operation.task];
        case 'start-task':
        case 'record-parts':
        case 'end-task':
        case 'review-part':
        case 'look-at-part':
        case 'command-task':
        case 'collect-slot':
            return [operation.task];
        case 'intend-slots':
            return Object.keys(operation.units);
        case 'claim':
        case 'settle':
        case 'reconcile-account':
        case 'record-slots':
            return [];
    }
}
/** All of them in their order, or none. */
function transitionAll(before, operations) {
    let state = before;
    let changed = false;
    for (const operation of operations) {
        const result = transition(state, operation);
        if (result.type === 'fenced')
            return result;
        state = result.state;
        changed ||= result.type === 'changed';
    }
    return { type: changed ? 'changed' : 'already', state };
}
const messageOf = (operations) => {
    const [first] = operations;
    const trailers = operations.map(each => `Operation: ${each.operation}`);
    return `${operations.map(each => each.type).join(' and ')} ${first?.pipeline ?? ''}\n\n${trailers.join('\n')}`;
};
function createStateBook(store) {
    const readAt = (head, pieces) => (0,state_files/* readState */.un)(store, head, pieces);
    /** Whether others wrote since the last look: then what is known is tried in vain, and looking first is cheaper. */
    let isContended = false;
    const applyAll = async (operations, extras = {}) => {
        const pieces = piecesOfAll(operations);
        let failures = 0;
        const last = store.knownHead();
        let known = isContended ? undefined : last;
        for (let race = 0; race < maxRaces; race += 1) {
            const head = known ?? (await store.head((0,state_files/* pathsOf */.wG)(pieces)));
            isContended = race > 0 || (last !== undefined && head !== last);
            const before = await readAt(head, pieces);
            const result = transitionAll(before, operations);
            if (result.type !== 'changed') {
                if (known === undefined)
                    return result;
                // What is not written is not checked by the compare-and-set: decided again on the newest state.
                known = undefined;
                continue;
            }
            known = undefined;
            const changes = [...(0,state_files/* changesBetween */.iv)(before, result.state), ...(extras.files ?? [])];
            if (extras.line !== undefined)
                changes.push(await (0,state_files/* appended */.YP)(store, head, extras.line));
            const written = await store.write(head, changes, messageOf(operations)).catch((error) => {
                failures += 1;
                if (failures > maxFailedWrites || !isPassing(error))
                    throw error;
                return null;
            });
            if (written?.type === 'written')
                return result;
        }
        throw new errors/* PerpetualError */.nX(`Expected to write ${operations.map(each => each.type).join(' and ')} within ${maxRaces} races, lost them all`, {
            actBy: 'report-bug',
        });
    };
    /** What was last seen is read where it is known: whatever is written on it is checked by the compare-and-set. */
    const headToRead = async () => store.knownHead() ?? (await store.head());
    const readTasks = async (pipeline) => {
        const head = await headToRead();
        const paths = await store.list(head, pipeline === undefined ? domain_state/* statePaths */.mt.tasks : `${domain_state/* statePaths */.mt.tasks}/${pipeline}`);
        const texts = await store.read(head, paths);
        return [...texts].map(([path, text]) => (0,state_files/* parseState */.Bu)(domain_task/* taskSchema */.v, path, text));
    };
    return {
        store,
        apply: (operation, extras) => applyAll([operation], extras),
        applyAll,
        tasks: readTasks,
        refresh: async () => void (await store.head()),
        outcomes: async (task) => (0,state_files/* readOutcomes */.CE)(store, await headToRead(), task),
        read: async (pieces) => readAt(await headToRead(), pieces),
        pipeline: async (name) => {
            const state = await readAt(await headToRead(), { accounts: [], pipelines: [name], tasks: [] });
            return state.pipelines[name] ?? (0,domain_state/* emptyPipeline */.eU)(name);
        },
        account: async (name) => {
            const state = await readAt(await headToRead(), { accounts: [name], pipelines: [], tasks: [] });
            return state.accounts[name] ?? (0,domain_state/* emptyAccount */.dO)(name);
        },
    };
}


/***/ })

};
