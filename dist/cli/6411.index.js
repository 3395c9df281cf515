export const id = 6411;
export const ids = [6411,3139];
export const modules = {

/***/ 6137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ checkBranchName)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);

/** Refuses names that git or a shell would read as something else. */
const checkBranchName = (branch) => {
    const names = branch.split('/');
    const plain = names.every(name => /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name) && !name.includes('..') && !/\.lock$|\.$/.test(name));
    if (plain && branch.length <= 200)
        return branch;
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX(`Expected a branch name of letters, digits, dots, dashes and slashes, got ${JSON.stringify(branch.slice(0, 200))}`, {
        actBy: 'report-bug',
    });
};


/***/ }),

/***/ 5131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ checkPath)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);

const hasControlCharacter = (path) => /\p{Cc}/u.test(path);
const isPlain = (path) => path !== '' &&
    !hasControlCharacter(path) &&
    path
        .split('/')
        .every(name => name !== '' && name !== '.' && name !== '..' && !/^\.git[. ]*$/i.test(name) && !/^git~1$/i.test(name));
/** Refuses paths that lead out of a branch, or that git or a file system would read as something else. */
const checkPath = (path) => {
    if (isPlain(path))
        return path;
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX(`Expected a relative file path, got ${JSON.stringify(path.slice(0, 200))}`, { actBy: 'report-bug' });
};


/***/ }),

/***/ 6411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ openLocalForge)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/domain/instant.js
var instant = __webpack_require__(795);
// EXTERNAL MODULE: ./src/forge/file-path.js
var file_path = __webpack_require__(5131);
// EXTERNAL MODULE: ./src/forge/git.js
var git = __webpack_require__(8629);
;// CONCATENATED MODULE: ./src/forge/local/commits.js



/** Never written: fast-import needs a name to build on, and is told to forget it before it ends. */
const scratch = 'refs/perpetual/unwritten';
const quote = (path) => `"${path.replace(/["\\]/g, '\\$&')}"`;
const data = (text) => `data ${Buffer.byteLength(text)}\n${text}\n`;
const person = ({ name, email }) => `${name.replace(/[<>\n]/g, '')} <${email.replace(/[<>\n]/g, '')}>`;
const changeCommand = ({ path, text }) => text === null ? `D ${quote(path)}\n` : `M 100644 inline ${quote(path)}\n${data(text)}`;
/** Removing a path that is a folder, or that is not there, would surprise; only files are removed. */
const effective = async (repository, base, changes) => {
    const removed = changes.filter(change => change.text === null).map(change => change.path);
    const present = removed.length === 0 ? new Map() : await repository.trees.find(base, removed);
    return changes.filter(change => change.text !== null || present.has(change.path));
};
/** Writes objects for one commit of `changes` on `base` and gives its id; no branch moves. One git process, about 6 ms. */
const writeCommit = async (repository, commit) => {
    const { base, message, at, author = git/* automation */.ij } = commit;
    for (const change of commit.changes)
        (0,file_path/* checkPath */.C)(change.path);
    const changes = await effective(repository, base, commit.changes);
    const script = [
        `commit ${scratch}\nmark :1\ncommitter ${person(author)} ${Math.floor((0,instant/* toEpochMs */.x8)(at) / 1000)} +0000\n`,
        data(`${message.trim()}\n`),
        base === null ? '' : `from ${base}\n`,
        ...changes.map(changeCommand),
        `get-mark :1\nreset ${scratch}\nfrom ${repository.zero}\n\ndone\n`,
    ];
    const result = await repository.git(['fast-import', '--quiet', '--done', '--date-format=raw'], { input: script.join('') });
    if (result.code !== 0)
        throw (0,git/* gitFailure */.tv)('write a commit', result);
    return result.stdout.trim();
};
/** Writes a commit of a tree that exists already and gives its id; no branch moves. */
const writeTreeCommit = async (repository, { tree, parents, message, at, author }) => {
    const by = `${person(author)} ${Math.floor((0,instant/* toEpochMs */.x8)(at) / 1000)} +0000`;
    const head = [`tree ${tree}`, ...parents.map(parent => `parent ${parent}`), `author ${by}`, `committer ${by}`];
    const input = `${head.join('\n')}\n\n${message.trim()}\n`;
    return (await repository.output('write a commit', ['hash-object', '-t', 'commit', '-w', '--stdin'], { input })).trim();
};

;// CONCATENATED MODULE: ./src/forge/local/refs.js


const refOf = (branch) => `refs/heads/${branch}`;
/**
 * Where the automation notes the last commit of a branch that only it writes, so that a deleted or rewritten one is noticed.
 * Not below `refs/perpetual/`, which git would read where a person writes `perpetual/state` (gitrevisions(7): `refs/<name>` comes before `refs/heads/<name>`).
 */
const mirrorOf = (branch) => `refs/perpetual-mirror/${branch.replace(/^perpetual\//, '')}`;
/** The commits of all branches below `prefix`, which ends in `/` or is a whole branch name. */
const branchHeads = async (repository, prefix) => {
    const lines = await repository.output('list branches', ['for-each-ref', '--format=%(objectname) %(refname)', refOf(prefix)]);
    return new Map(lines
        .split('\n')
        .filter(line => line !== '')
        .map(line => {
        const [oid = '', ref = ''] = line.split(' ');
        return [ref.slice('refs/heads/'.length), oid];
    }));
};
const branchHead = async (repository, branch) => (await branchHeads(repository, branch)).get(branch) ?? null;
const lostRace = /is at [0-9a-f]+ but expected|reference already exists|unable to resolve reference/;
/** A power failure can leave a branch's file empty; git calls it neither there nor free. */
const broken = ({ gitDir }, branch) => new errors/* PerpetualError */.nX(`Expected a commit in ${gitDir}/${refOf(branch)}, found a broken file: write the branch's last commit there (\`git rev-parse ${mirrorOf(branch)}\`, else \`git fsck --lost-found\`, names it)`, { actBy: 'fix-config' });
/** Moves a branch if it still is at `from` (null: if it does not exist); false where somebody else was first. */
const moveBranch = async (repository, { branch, from, to, why, own }) => {
    const quiet = own ? ['-c', 'core.logAllRefUpdates=false'] : [];
    // One transaction; the branch is renamed into place before its mirror, so a mirror is never ahead of an honest branch.
    const lines = [`update ${refOf(branch)} ${to} ${from ?? repository.zero}`, ...(own ? [`update ${mirrorOf(branch)} ${to}`] : [])];
    const result = await repository.git([...quiet, 'update-ref', '-m', why, '--stdin'], { input: `${lines.join('\n')}\n` });
    if (result.code === 0)
        return true;
    if (result.stderr.includes('reference broken'))
        throw broken(repository, branch);
    if (lostRace.test(result.stderr))
        return false;
    const blocking = /'refs\/heads\/([^']+)' exists; cannot create/.exec(result.stderr)?.[1];
    if (blocking === undefined)
        throw (0,git/* gitFailure */.tv)(`move the branch \`${branch}\``, result);
    throw new errors/* PerpetualError */.nX(`Expected to create the branch \`${branch}\`, but a branch \`${blocking}\` is in its way: rename it`, {
        actBy: 'fix-config',
    });
};

;// CONCATENATED MODULE: ./src/forge/local/branch-store.js



/**
 * The last commit of a branch that only the automation writes. One that somebody deleted is put back; one that somebody rewrote is
 * refused in one line, because ledgers and claims of an earlier time would let money be spent twice.
 */
const headOf = async (repository, branch) => {
    // The mirror first: the branch moves before it, so an honest branch is never behind what was read of its mirror.
    const mirrored = await repository.reader.tip(mirrorOf(branch));
    const current = await repository.reader.tip(refOf(branch));
    if (mirrored === undefined || mirrored === current)
        return current ?? null;
    if (current === undefined) {
        const restored = await moveBranch(repository, { branch, from: null, to: mirrored, why: 'perpetual: restore', own: true });
        return restored ? mirrored : headOf(repository, branch);
    }
    const ancestry = await repository.git(['merge-base', '--is-ancestor', mirrored, current]);
    if (ancestry.code === 0)
        return current;
    // A branch that was compacted since its mirror was read is no rewritten one.
    if ((await repository.reader.tip(mirrorOf(branch))) !== mirrored)
        return headOf(repository, branch);
    throw new errors/* PerpetualError */.nX(`Expected the branch ${branch} to go on from ${mirrored.slice(0, 12)}, found it rewritten: \`git update-ref ${refOf(branch)} ${mirrored}\` restores it, \`git update-ref -d ${mirrorOf(branch)}\` accepts it as it is`, { actBy: 'fix-config' });
};
/** A branch of its own as a store of files; a write is two git processes, about 15 ms. */
const createBranchStore = (repository, branch, clock) => {
    // Asking git costs a fraction of a millisecond here, so every operation begins at the newest head.
    const knownHead = () => undefined;
    const head = () => headOf(repository, branch);
    return {
        head,
        knownHead,
        read: (at, paths) => repository.trees.read(at, paths),
        list: async (at, folder) => (await repository.trees.list(at, folder)).map(([path]) => path),
        write: async (base, changes, message) => {
            if ((await head()) !== base)
                return { type: 'stale' };
            const commit = await writeCommit(repository, { base, changes, message, at: clock.now() });
            if ((await head()) !== base)
                return { type: 'stale' };
            const moved = await moveBranch(repository, { branch, from: base, to: commit, why: 'perpetual: write', own: true });
            return moved ? { type: 'written', head: commit } : { type: 'stale' };
        },
    };
};

// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(9131);
;// CONCATENATED MODULE: ./src/forge/local/records.js



/** The records' version on the board; a higher one is refused and never rewritten. */
const recordVersion = 1;
/** GitHub's limits, kept here too, so that what works on this forge works there. */
const title = schemas/* string */.YjP().min(1).max(256);
const body = schemas/* string */.YjP().max(65_536);
const label = schemas/* string */.YjP().min(1).max(50);
const commentRecordSchema = schemas/* strictObject */.rej({
    id: schemas/* int */.Whr().positive(),
    author: schemas/* string */.YjP(),
    body,
    /** What the automation finds its own comment by; counts only together with its author. */
    marker: schemas/* string */.YjP().nullable(),
    createdAt: instant/* instantSchema */.p8,
});
const common = {
    version: schemas/* literal */.euz(recordVersion),
    number: schemas/* int */.Whr().positive(),
    title,
    body,
    labels: schemas/* array */.YOg(label).max(100),
    author: schemas/* string */.YjP(),
    createdAt: instant/* instantSchema */.p8,
    comments: schemas/* array */.YOg(commentRecordSchema),
};
const oid = schemas/* string */.YjP().regex(/^[0-9a-f]{40,64}$/);
const issueRecordSchema = schemas/* strictObject */.rej({
    ...common,
    state: schemas/* enum */.k5n(['open', 'closed']),
    marker: schemas/* string */.YjP().nullable(),
    assignees: schemas/* array */.YOg(schemas/* string */.YjP()).max(10).default([]),
});
const pullRecordSchema = schemas/* strictObject */.rej({
    ...common,
    state: schemas/* enum */.k5n(['open', 'merged', 'closed']),
    branch: schemas/* string */.YjP().min(1),
    base: schemas/* string */.YjP().min(1),
    /** The delivered commit, the branch's first. */
    first: oid,
    /** The branch's tip when it was last recorded; what counts is the branch while it exists. */
    head: oid,
    mergeCommit: oid.nullable(),
    endedAt: instant/* instantSchema */.p8.nullable(),
});
const issueKind = { folder: 'issues', schema: issueRecordSchema };
const pullKind = { folder: 'pulls', schema: pullRecordSchema };
const newVersion = recordVersion;
const versionSchema = schemas/* object */.Ikc({ version: schemas/* number */.aig() });
/** Reads a record from the board; `path` is for the message of what does not fit. */
const parseRecord = (kind, path, text) => {
    let raw;
    try {
        raw = JSON.parse(text);
    }
    catch (cause) {
        throw new errors/* PerpetualError */.nX(`Expected JSON in \`${path}\` on the branch perpetual/board, found something else`, {
            actBy: 'fix-config',
            cause,
        });
    }
    const version = versionSchema.safeParse(raw);
    if (version.success && version.data.version > recordVersion) {
        throw new errors/* PerpetualError */.nX(`\`${path}\` on the branch perpetual/board was written by a newer version of Perpetual: update it`, {
            actBy: 'fix-config',
        });
    }
    const parsed = kind.schema.safeParse(raw);
    if (parsed.success)
        return parsed.data;
    const issue = parsed.error.issues[0];
    throw new errors/* PerpetualError */.nX(`\`${path}\` on the branch perpetual/board: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'does not fit'}`, {
        actBy: 'fix-config',
        cause: parsed.error,
    });
};
/** The record as it is stored; throws where it breaks one of GitHub's limits. */
const renderRecord = (kind, record) => {
    const parsed = kind.schema.safeParse(record);
    if (parsed.success)
        return `${JSON.stringify(parsed.data, undefined, 1)}\n`;
    const issue = parsed.error.issues[0];
    throw new errors/* PerpetualError */.nX(`Expected ${kind.folder} #${record.number} to keep GitHub's limits: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`, {
        actBy: 'report-bug',
        cause: parsed.error,
    });
};

;// CONCATENATED MODULE: ./src/forge/local/board.js




const boardBranch = 'perpetual/board';
/** Each lost race means that another writer got through, so this many in a row is a fault and not traffic. */
const attempts = 500;
const cachedRecords = 20_000;
const createFolder = (repository, kind) => {
    const cache = new Map();
    const load = async (files) => {
        if (cache.size > cachedRecords)
            cache.clear();
        const missing = files.filter(([, oid]) => !cache.has(oid));
        const objects = await repository.reader.read(missing.map(([, oid]) => oid));
        for (const [index, [path, oid]] of missing.entries()) {
            cache.set(oid, parseRecord(kind, path, objects[index]?.bytes.toString('utf8') ?? ''));
        }
        return files.flatMap(([, oid]) => cache.get(oid) ?? []);
    };
    const files = (head) => repository.trees.list(head, kind.folder);
    return {
        one: async (head, number) => {
            const path = `${kind.folder}/${number}.json`;
            return (await load([...(await repository.trees.find(head, [path]))]))[0];
        },
        all: async (head) => (await load(await files(head))).toSorted((left, right) => left.number - right.number),
        highest: async (head) => Math.max(0, ...(await files(head)).map(([path]) => Number(/(\d+)\.json$/.exec(path)?.[1] ?? 0))),
    };
};
const createBoard = (repository, clock) => {
    const store = createBranchStore(repository, boardBranch, clock);
    const issues = createFolder(repository, issueKind);
    const pulls = createFolder(repository, pullKind);
    let queue = Promise.resolve();
    const viewAt = (head) => ({
        issue: number => issues.one(head, number),
        pull: number => pulls.one(head, number),
        issues: () => issues.all(head),
        pulls: () => pulls.all(head),
        nextNumber: async () => Math.max(await issues.highest(head), await pulls.highest(head)) + 1,
    });
    const render = (change) => change.type === 'issue'
        ? { path: `issues/${change.record.number}.json`, text: renderRecord(issueKind, change.record) }
        : { path: `pulls/${change.record.number}.json`, text: renderRecord(pullKind, change.record) };
    const attempt = async (message, decide) => {
        for (let lost = 0; lost < attempts; lost += 1) {
            const head = await store.head();
            const change = await decide(viewAt(head));
            if (change.type === 'keep')
                return change.value;
            const written = await store.write(head, [render(change)], message);
            if (written.type === 'written')
                return change.value;
            // Writers of different processes fall out of step by their process ids.
            await (0,promises_.setTimeout)((process.pid * (lost + 1)) % 23);
        }
        throw new errors/* PerpetualError */.nX(`Expected to write the branch ${boardBranch}, but ${attempts} times another writer was first`, {
            actBy: 'next-run',
        });
    };
    return {
        view: async () => viewAt(await store.head()),
        update: (message, decide) => {
            const turn = queue.then(() => attempt(message, decide));
            queue = turn.catch(() => { });
            return turn;
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/local/compact.js



/** From here on a branch's history costs more than it tells; its files are all there is to know. */
const maxCommits = 2_000;
const maxBytes = 200 * 1024 * 1024;
const count = async (repository, args) => Number((await repository.output('measure a branch', ['rev-list', ...args])).trim());
/** Replaces a long history by one commit of the same files; where somebody writes meanwhile, it is left to the next time. */
const compactBranch = async (repository, branch, clock) => {
    const head = await branchHead(repository, branch);
    if (head === null)
        return;
    const isLong = (await count(repository, ['--count', head])) > maxCommits;
    if (!isLong && (await count(repository, ['--objects', '--disk-usage', head])) <= maxBytes)
        return;
    const tree = (await repository.output('read a commit', ['rev-parse', '--verify', `${head}^{tree}`])).trim();
    const message = `Compact ${branch}`;
    const commit = await writeTreeCommit(repository, { tree, parents: [], message, at: clock.now(), author: git/* automation */.ij });
    await moveBranch(repository, { branch, from: head, to: commit, why: 'perpetual: compact', own: true });
};

;// CONCATENATED MODULE: ./src/forge/local/comments.js
/** Writes or edits the author's comment with this marker; a comment of anybody else is never taken for it. */
const withComment = (comments, { author, body, marker, at }) => {
    const index = comments.findIndex(comment => comment.marker === marker && comment.author === author);
    const found = comments[index];
    if (found === undefined) {
        const id = Math.max(0, ...comments.map(comment => comment.id)) + 1;
        return { type: 'created', comments: [...comments, { id, author, body, marker, createdAt: at }] };
    }
    if (found.body === body)
        return { type: 'same', comments: [...comments] };
    return { type: 'edited', comments: comments.with(index, { ...found, body }) };
};
const toComments = (comments) => comments.map(({ id, author, body, createdAt }) => ({ id, author, body, createdAt }));

;// CONCATENATED MODULE: ./src/forge/local/issues.js



const toIssue = ({ number, title, body, labels, state, author, createdAt }) => ({
    number,
    title,
    body,
    labels,
    state,
    author,
    createdAt,
});
const uniqueLabels = (labels) => [...new Set(labels)];
/** As GitHub does, which stops at ten. */
const withAssignees = (before, added = []) => [...new Set([...before, ...added])].slice(0, 10);
const missing = (number) => new errors/* PerpetualError */.nX(`Expected issue #${number}, but there is none`, { actBy: 'fix-config' });
const required = async (view, number) => {
    const record = await view.issue(number);
    if (record === undefined)
        throw missing(number);
    return record;
};
/** Comments a pull request or an issue: they share numbers. */
const comment = ({ board, account, clock }, number, { body, marker }) => board.update(`Comment on #${number}`, async (view) => {
    const record = (await view.pull(number)) ?? (await view.issue(number));
    if (record === undefined)
        return { type: 'keep', value: 'gone' };
    const { type, comments } = withComment(record.comments, { author: account, body, marker, at: clock.now() });
    if (type === 'same')
        return { type: 'keep', value: type };
    return 'branch' in record
        ? { type: 'pull', record: { ...record, comments }, value: type }
        : { type: 'issue', record: { ...record, comments }, value: type };
});
const same = (left, right) => JSON.stringify(left) === JSON.stringify(right);
const createIssues = (context) => {
    const { board, account, clock } = context;
    return {
        create: ({ title, body, labels, marker, assignees }) => board.update(`Open issue: ${title}`, async (view) => {
            const first = (await view.issues()).find(record => record.marker === marker && record.author === account);
            if (first !== undefined)
                return { type: 'keep', value: toIssue(first) };
            const record = {
                version: newVersion,
                number: await view.nextNumber(),
                title,
                body,
                labels: uniqueLabels(labels),
                author: account,
                createdAt: clock.now(),
                comments: [],
                state: 'open',
                marker,
                assignees: withAssignees([], assignees),
            };
            return { type: 'issue', record, value: toIssue(record) };
        }),
        get: async (number) => {
            const record = await (await board.view()).issue(number);
            return record === undefined ? undefined : toIssue(record);
        },
        list: async ({ state, labels = [] }) => {
            const records = await (await board.view()).issues();
            return records
                .filter(record => (state === undefined || record.state === state) && labels.every(label => record.labels.includes(label)))
                .map(toIssue);
        },
        update: (number, { title, body, labels, state, assignees }) => board.update(`Change issue #${number}`, async (view) => {
            const before = await required(view, number);
            const record = {
                ...before,
                title: title ?? before.title,
                body: body ?? before.body,
                labels: labels === undefined ? before.labels : uniqueLabels(labels),
                state: state ?? before.state,
                assignees: withAssignees(before.assignees, assignees),
            };
            return same(before, record) ? { type: 'keep', value: toIssue(record) } : { type: 'issue', record, value: toIssue(record) };
        }),
        comment: (number, marked) => comment(context, number, marked),
        comments: async (number) => {
            const view = await board.view();
            const record = (await view.pull(number)) ?? (await required(view, number));
            return toComments(record.comments);
        },
    };
};

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./src/forge/local/leftovers.js


const split = (text) => text.split('\0').filter(part => part !== '');
const changedFiles = async (repository, { from, to }) => {
    const raw = split(await repository.output('compare commits', ['diff-tree', '-r', '-z', '--raw', '--no-renames', '--no-abbrev', from, to]));
    return raw.flatMap((part, index) => {
        const [, newMode = '', , newOid = ''] = part.startsWith(':') ? part.split(' ') : [];
        const path = raw[index + 1];
        return newMode.startsWith('100') && path !== undefined ? [{ path, newOid }] : [];
    });
};
const indexed = async (repository, workTree) => {
    const lines = split(await repository.output('read the index', ['ls-files', '--stage', '-z'], { workTree }));
    return new Map(lines.map(line => [line.slice(line.indexOf('\t') + 1), line.split(' ')[1] ?? '']));
};
/** The bytes of a regular file that no symbolic link leads to. */
const plainBytes = async (workTree, path) => {
    const file = (0,external_node_path_.join)(workTree, path);
    try {
        const isDirect = (await (0,external_node_fs_promises_.realpath)((0,external_node_path_.dirname)(file))) === (0,external_node_path_.join)(await (0,external_node_fs_promises_.realpath)(workTree), (0,external_node_path_.dirname)(path));
        return isDirect && (await (0,external_node_fs_promises_.lstat)(file)).isFile() ? await (0,external_node_fs_promises_.readFile)(file) : undefined;
    }
    catch {
        return undefined;
    }
};
/**
 * Removes files that a killed update wrote and the index does not know yet, and gives back how to undo that.
 * A file counts only when nothing can be lost by it: unknown to git and holding no more than the start of what is to be
 * written there, or known and holding exactly that.
 */
const setAsideLeftovers = async (repository, update) => {
    const { workTree } = update;
    const known = await indexed(repository, workTree);
    const removed = [];
    for (const { path, newOid } of await changedFiles(repository, update)) {
        const bytes = known.get(path) === newOid ? undefined : await plainBytes(workTree, path);
        if (bytes === undefined)
            continue;
        const target = (await repository.reader.read([newOid]))[0]?.bytes;
        if (target === undefined)
            continue;
        const isLeftover = known.has(path) ? target.equals(bytes) : target.subarray(0, bytes.length).equals(bytes);
        if (!isLeftover)
            continue;
        const file = (0,external_node_path_.join)(workTree, path);
        await (0,external_node_fs_promises_.unlink)(file);
        removed.push({ file, bytes });
    }
    return async () => {
        for (const { file, bytes } of removed)
            await (0,external_node_fs_promises_.writeFile)(file, bytes, { flag: 'wx' });
    };
};

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/forge/local/locks.js
var locks = __webpack_require__(2189);
;// CONCATENATED MODULE: ./src/forge/local/own-lock.js





const pollMs = 20;
/** How long a live owner is waited for; what is done under such a lock takes milliseconds. */
const patienceMs = 30_000;
/** When a process started, in clock ticks after boot (proc(5), field 22); empty where the system does not tell, or it is a zombie. */
function startOf(pid) {
    try {
        const stat = (0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, 'utf8');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return fields[0] === 'Z' ? '' : (fields[19] ?? '');
    }
    catch {
        return '';
    }
}
function isGone(owner) {
    const [pid = 0, started = ''] = owner.split(' ').map((part, index) => (index === 0 ? Number(part) : part));
    if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 0)
        return false;
    try {
        process.kill(pid, 0);
    }
    catch (error) {
        return error instanceof Error && 'code' in error && error.code === 'ESRCH';
    }
    return started !== '' && startOf(pid) !== started;
}
let taken = 0;
/** Makes the file with its owner in it at once, so that nobody ever sees it empty; false where it is there already. */
async function take(lock) {
    taken += 1;
    const mine = `${lock}.${process.pid}-${taken}`;
    // One of this name may be left of a process that was killed, as another name of its lock: written to, it would make that lock ours.
    await (0,locks/* orUndefined */.y0)((0,external_node_fs_promises_.unlink)(mine));
    await (0,external_node_fs_promises_.writeFile)(mine, `${process.pid} ${startOf(process.pid)}`);
    try {
        await (0,external_node_fs_promises_.link)(mine, lock);
        return true;
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
            return false;
        throw error;
    }
    finally {
        await (0,locks/* orUndefined */.y0)((0,external_node_fs_promises_.unlink)(mine));
    }
}
/** Does something while no other process that asks for the same lock does; one whose owner has ended is taken over. */
async function holdingLock(lock, work) {
    const startedMs = performance.now();
    while (!(await take(lock))) {
        const judged = await (0,locks/* identityOf */.cu)(lock);
        const owner = await (0,locks/* orUndefined */.y0)((0,external_node_fs_promises_.readFile)(lock, 'utf8'));
        if (judged !== undefined && owner !== undefined && isGone(owner)) {
            await (0,locks/* removeLock */.oW)(lock, judged);
            continue;
        }
        if (performance.now() - startedMs > patienceMs)
            throw new errors/* PerpetualError */.nX(`Expected \`${lock}\` to be released by process ${owner ?? 'unknown'}, but it stays. If that is no Perpetual, delete it.`, { actBy: 'next-run' });
        await (0,promises_.setTimeout)(pollMs);
    }
    try {
        return await work();
    }
    finally {
        await (0,locks/* orUndefined */.y0)((0,external_node_fs_promises_.unlink)(lock));
    }
}

;// CONCATENATED MODULE: ./src/forge/local/checkouts.js





/** The work trees in which a branch is checked out. */
const workTreesOn = async (repository, branch) => {
    const listed = await repository.output('list work trees', ['worktree', 'list', '--porcelain', '-z']);
    return listed
        .split('\0\0')
        .map(entry => entry.split('\0'))
        .filter(lines => lines.includes(`branch refs/heads/${branch}`) && !lines.some(line => line.startsWith('prunable')))
        .flatMap(lines => lines.filter(line => line.startsWith('worktree ')).map(line => line.slice('worktree '.length)));
};
const readTree = (repository, workTree, args) => repository.git(['read-tree', '-m', '-u', ...args], { workTree });
const reasonOf = (result, workTree, branch) => {
    const path = /(?:Entry|file|Updating) '([^'\n]+)'/.exec(result.stderr)?.[1];
    if (path !== undefined)
        return `\`${path}\` in ${workTree} is changed or not under version control: commit, stash or move it, then try again`;
    return `The checkout of \`${branch}\` in ${workTree} cannot be updated (${(0,git/* complaint */.U4)(result)}): make \`git status\` clean there, then try again`;
};
/** Whether the work tree can follow; what an earlier, killed update left half-written in it is swept out of the way. */
const check = async (repository, workTree, { branch, from, to }) => {
    await repository.git(['update-index', '-q', '--refresh'], { workTree });
    const dryRun = () => readTree(repository, workTree, ['-n', from, to]);
    const first = await dryRun();
    if (first.code === 0)
        return undefined;
    const restore = await setAsideLeftovers(repository, { workTree, from, to });
    const second = await dryRun();
    if (second.code === 0)
        return undefined;
    await restore();
    return reasonOf(second, workTree, branch);
};
/**
 * Moves a branch by compare-and-set together with the index and files of every work tree that has it checked out.
 * Files come first: a kill in between leaves the new files staged, which the next call goes on from and which reverts nothing;
 * the other order would leave a staged revert of what was merged. One process at a time: who lost the race for the branch takes its
 * files back, and must not take back those of whoever won.
 */
const advanceBranch = async (repository, advance) => {
    const workTrees = await workTreesOn(repository, advance.branch);
    const { branch, from, to, why } = advance;
    if (workTrees.length === 0)
        return { type: (await moveBranch(repository, { branch, from, to, why, own: false })) ? 'moved' : 'stale' };
    return holdingLock((0,external_node_path_.join)(repository.gitDir, 'perpetual-checkout.lock'), () => advanceWith(repository, workTrees, advance));
};
const advanceWith = async (repository, workTrees, advance) => {
    const { branch, from, to, why } = advance;
    // Whoever held the lock before may have moved it: then no file is to be touched.
    if ((await branchHead(repository, branch)) !== from)
        return { type: 'stale' };
    for (const workTree of workTrees) {
        const reason = await check(repository, workTree, advance);
        if (reason !== undefined)
            return { type: 'refused', reason };
    }
    for (const [index, workTree] of workTrees.entries()) {
        const updated = await readTree(repository, workTree, [from, to]);
        if (updated.code === 0)
            continue;
        for (const done of workTrees.slice(0, index))
            await readTree(repository, done, [to, from]);
        return { type: 'refused', reason: reasonOf(updated, workTree, branch) };
    }
    if (await moveBranch(repository, { branch, from, to, why, own: false }))
        return { type: 'moved' };
    // Somebody else moved the branch: the work trees follow it, whatever it points at now.
    const now = await branchHead(repository, branch);
    for (const workTree of workTrees)
        await readTree(repository, workTree, [to, now ?? from]);
    return { type: 'stale' };
};

// EXTERNAL MODULE: ./src/forge/branch-name.js
var branch_name = __webpack_require__(6137);
;// CONCATENATED MODULE: ./src/forge/local/delivery-branch.js





const trailer = (branch) => `Perpetual-Delivery: ${branch}`;
/** How far back a delivered commit is looked for on a branch that the default branch contains already. */
const searchedCommits = 200;
const isOurs = async (repository, commit, branch) => {
    const [object] = await repository.reader.read([commit]);
    const text = object?.bytes.toString('utf8') ?? '';
    const end = text.indexOf('\n\n');
    const by = `<${git/* automation */.ij.email}> `;
    const headers = text
        .slice(0, end)
        .split('\n')
        .filter(line => /^(?:author|committer) /.test(line));
    return (headers.length === 2 &&
        headers.every(line => line.includes(by)) &&
        text
            .slice(end)
            .trimEnd()
            .endsWith(`\n${trailer(branch)}`));
};
const firstCommit = async (repository, branch, head) => {
    const list = async (args) => (await repository.output('list commits', ['rev-list', '--first-parent', ...args])).split('\n').filter(line => line !== '');
    const beyond = await list(['--reverse', head, `^refs/heads/${repository.defaultBranch}`]);
    const candidates = beyond.length > 0 ? beyond.slice(0, 1) : await list([`--max-count=${searchedCommits}`, head]);
    for (const commit of candidates) {
        if (await isOurs(repository, commit, branch))
            return commit;
    }
    return undefined;
};
/** A reference of its own, so that git keeps what was delivered when a reviewer deletes or rewrites the branch. */
const keep = async (repository, branch, first) => {
    await repository.output('keep a delivery', ['update-ref', mirrorOf(branch), first]);
};
/** The delivered branch: made in one commit off the default branch, or found as an earlier call left it. */
const ensureDelivery = async (repository, pull, at) => {
    const branch = (0,branch_name/* checkBranchName */.I)(pull.branch);
    const head = await branchHead(repository, branch);
    if (head !== null) {
        const first = await firstCommit(repository, branch, head);
        if (first !== undefined) {
            await keep(repository, branch, first);
            return { first, head };
        }
        throw new errors/* PerpetualError */.nX(`Expected the branch \`${branch}\` to be free or made by Perpetual, but somebody else made it: rename or delete it`, {
            actBy: 'fix-config',
        });
    }
    if (!pull.files.some(file => file.text !== null)) {
        throw new errors/* PerpetualError */.nX(`Expected at least one file to deliver on \`${branch}\`, got none`, { actBy: 'report-bug' });
    }
    const base = await branchHead(repository, repository.defaultBranch);
    if (base === null) {
        throw new errors/* PerpetualError */.nX(`Expected the branch \`${repository.defaultBranch}\` to deliver to, but it is gone`, {
            actBy: 'fix-config',
        });
    }
    const message = `${pull.message.trim()}\n\n${trailer(branch)}`;
    const first = await writeCommit(repository, { base, changes: pull.files, message, at });
    const moved = await moveBranch(repository, { branch, from: null, to: first, why: 'perpetual: deliver', own: false });
    if (!moved)
        return ensureDelivery(repository, pull, at);
    await keep(repository, branch, first);
    return { first, head: first };
};

;// CONCATENATED MODULE: ./src/forge/local/identity.js

/** Who merges and edits by hand: git's configured user, or the automation where there is none. */
const personIdentity = async (repository) => {
    const [name, email] = await Promise.all(['user.name', 'user.email'].map(async (key) => (await repository.git(['config', '--get', key])).stdout.trim()));
    return name && email ? { name, email } : git/* automation */.ij;
};

;// CONCATENATED MODULE: ./src/forge/local/merge.js





/** Each round is lost only to a commit that somebody else made on the base branch meanwhile. */
const rounds = 20;
const mergeTrees = async (repository, base, head) => {
    const result = await repository.git(['merge-tree', '--write-tree', '--name-only', '--no-messages', '-z', base, head]);
    const [tree = '', ...paths] = result.stdout.split('\0').filter(part => part !== '');
    if (result.code === 0)
        return { type: 'tree', tree };
    if (result.code === 1)
        return { type: 'conflict', paths };
    throw (0,git/* gitFailure */.tv)('merge', result);
};
const refused = (reason) => ({ type: 'refused', reason });
const round = async ({ repository, clock, status, load }, request) => {
    const { number, expectedHead, message } = request;
    const record = await load(number);
    if (record.state === 'merged')
        return { type: 'merged', commit: record.mergeCommit ?? record.head };
    if (record.state === 'closed')
        return refused(`Pull request #${number} is closed`);
    const [head, base] = await Promise.all([branchHead(repository, record.branch), branchHead(repository, record.base)]);
    if (head === null)
        return refused(`The branch \`${record.branch}\` of pull request #${number} was deleted: \`git branch ${record.branch} ${record.head}\``);
    if (base === null)
        return refused(`The branch \`${record.base}\` that pull request #${number} goes to was deleted`);
    if (head !== expectedHead)
        return { type: 'stale' };
    // Whoever merged it after it was loaded and before the base was read would be merged a second time; later ones lose the race for the base.
    if ((await load(number)).state !== 'open')
        return 'again';
    const merged = await mergeTrees(repository, base, head);
    if (merged.type === 'conflict')
        return merged;
    const author = await personIdentity(repository);
    const at = clock.now();
    const commit = await writeTreeCommit(repository, { tree: merged.tree, parents: [base, head], message, at, author });
    const why = `perpetual: merge pull request #${number}`;
    const moved = await advanceBranch(repository, { branch: record.base, from: base, to: commit, why });
    if (moved.type === 'refused')
        return moved;
    if (moved.type === 'stale')
        return 'again';
    await status.end(number, { state: 'merged', head, mergeCommit: commit, at });
    return { type: 'merged', commit };
};
/** Merges with two parents; decided again where the base moved on meanwhile. */
const mergePull = async (context, request) => {
    for (let tried = 0; tried < rounds; tried += 1) {
        const result = await round(context, request);
        if (result !== 'again')
            return result;
    }
    return refused('The base branch moves on faster than it can be merged into: try again');
};

;// CONCATENATED MODULE: ./src/forge/local/pull-status.js



const missingPull = (number) => new errors/* PerpetualError */.nX(`Expected pull request #${number}, but there is none`, { actBy: 'fix-config' });
const toPull = (record) => ({
    number: record.number,
    title: record.title,
    body: record.body,
    branch: record.branch,
    base: record.base,
    head: record.head,
    first: record.first,
    state: record.state,
    author: record.author,
    labels: record.labels,
    createdAt: record.createdAt,
    mergeCommit: record.mergeCommit,
    endedAt: record.endedAt,
    url: `perpetual review show ${record.number}`,
});
const linesOf = (text) => text.split('\n').filter(line => line !== '');
const contains = async (repository, base, commit) => (await repository.git(['merge-base', '--is-ancestor', commit, base])).code === 0;
/** The first commit on the base's own line that has `head` behind it: the merge, or `head` itself after a fast-forward. */
const findMergeCommit = async (repository, base, head) => {
    const list = async (args) => linesOf(await repository.output('list commits', ['rev-list', ...args, base, `^${head}`]));
    const descendants = new Set(await list([`--ancestry-path=${head}`]));
    const line = await list(['--first-parent', '--reverse']);
    return line.find(commit => descendants.has(commit)) ?? head;
};
const committedAt = async (repository, commit) => (0,instant/* toInstant */.fN)(Number((await repository.output('read a commit', ['show', '-s', '--no-show-signature', '--format=%ct', commit])).trim()) *
    1000);
const createPullStatus = (repository, board) => {
    const end = (number, { state, head, mergeCommit, at }) => board.update(`${state === 'merged' ? 'Merge' : 'Close'} pull request #${number}`, async (view) => {
        const before = await view.pull(number);
        if (before === undefined)
            throw missingPull(number);
        if (before.state !== 'open')
            return { type: 'keep', value: before };
        const record = { ...before, state, head, mergeCommit, endedAt: at };
        return { type: 'pull', record, value: record };
    });
    /** Branches that a base contains, by one git process. */
    const mergedInto = async (base) => new Set(linesOf(await repository.output('list merged branches', [
        'for-each-ref',
        `--merged=${base}`,
        '--format=%(refname)',
        'refs/heads/',
    ])));
    const settleOne = async (record, base, isContained) => {
        if (!isContained || !(await contains(repository, base, record.first)))
            return record;
        const mergeCommit = await findMergeCommit(repository, base, record.head);
        return end(record.number, { state: 'merged', head: record.head, mergeCommit, at: await committedAt(repository, mergeCommit) });
    };
    const settle = async (records) => {
        if (!records.some(record => record.state === 'open'))
            return records;
        const heads = await branchHeads(repository, '');
        const merged = new Map();
        const settled = [];
        for (const record of records) {
            const base = heads.get(record.base);
            if (record.state !== 'open')
                settled.push(record);
            else if (base === undefined)
                settled.push({ ...record, head: heads.get(record.branch) ?? record.head });
            else {
                const known = merged.get(base) ?? (await mergedInto(base));
                merged.set(base, known);
                const head = heads.get(record.branch);
                const isContained = head === undefined ? await contains(repository, base, record.head) : known.has(refOf(record.branch));
                settled.push(await settleOne({ ...record, head: head ?? record.head }, base, isContained));
            }
        }
        return settled;
    };
    return { settle, end };
};
/** The commit to read an open, merged or closed pull request at. */
const readAt = async (repository, record) => record.mergeCommit ?? (record.state === 'open' ? ((await branchHead(repository, record.branch)) ?? record.head) : record.head);

;// CONCATENATED MODULE: ./src/forge/local/pulls.js










const foreign = (record) => new errors/* PerpetualError */.nX(`Expected no pull request for \`${record.branch}\`, but ${record.author} opened #${record.number}: close and rename it`, {
    actBy: 'fix-config',
});
const record = ({ repository, board, account, clock }, pull, { first, head }) => board.update(`Open pull request: ${pull.title}`, async (view) => {
    const known = (await view.pulls()).find(({ branch }) => branch === pull.branch);
    if (known !== undefined && known.author !== account)
        throw foreign(known);
    if (known !== undefined)
        return { type: 'keep', value: known };
    const { title, body, branch } = pull;
    const opened = {
        version: newVersion,
        number: await view.nextNumber(),
        title,
        body,
        labels: uniqueLabels(pull.labels),
        author: account,
        createdAt: clock.now(),
        comments: [],
        state: 'open',
        branch,
        base: repository.defaultBranch,
        first,
        head,
        mergeCommit: null,
        endedAt: null,
    };
    return { type: 'pull', record: opened, value: opened };
});
const pulls_split = (text) => text.split('\0').filter(part => part !== '');
/** What the pull request brings: against where it left its base, or once merged, against the base as it was before. */
const changedPaths = async (repository, pull) => {
    const to = await readAt(repository, pull);
    const fork = await repository.git(['merge-base', `refs/heads/${pull.base}`, to]);
    // A reviewer may have put an unrelated history on the branch; then it is what the delivery began from that counts.
    const from = fork.code === 0 ? fork.stdout.trim() : `${pull.first}^1`;
    const range = pull.mergeCommit === null ? [from, to] : [`${pull.mergeCommit === pull.head ? pull.first : pull.mergeCommit}^1`, to];
    const args = ['diff-tree', '-r', '-z', '--name-only', '--no-renames', '--diff-filter=AMT', ...range];
    return pulls_split(await repository.output('compare commits', args));
};
const edit = async ({ repository, clock }, pull, { base, changes, message }) => {
    if (pull.state !== 'open')
        throw new errors/* PerpetualError */.nX(`Expected pull request #${pull.number} to be open, it is ${pull.state}`, { actBy: 'fix-config' });
    if ((await branchHead(repository, pull.branch)) !== base)
        return { type: 'stale' };
    const author = await personIdentity(repository);
    const commit = await writeCommit(repository, { base, changes, message, at: clock.now(), author });
    const why = `perpetual: edit pull request #${pull.number}`;
    const moved = await advanceBranch(repository, { branch: pull.branch, from: base, to: commit, why });
    if (moved.type === 'refused')
        throw new errors/* PerpetualError */.nX(moved.reason, { actBy: 'fix-config' });
    return moved.type === 'moved' ? { type: 'written', head: commit } : { type: 'stale' };
};
const createPulls = (context) => {
    const { repository, board, account, clock } = context;
    const status = createPullStatus(repository, board);
    const find = async (number) => {
        const known = await (await board.view()).pull(number);
        return known === undefined ? undefined : (await status.settle([known]))[0];
    };
    const load = async (number) => {
        const found = await find(number);
        if (found === undefined)
            throw missingPull(number);
        return found;
    };
    return {
        open: async (pull) => {
            const known = (await (await board.view()).pulls()).find(({ branch }) => branch === pull.branch);
            if (known !== undefined && known.author !== account)
                throw foreign(known);
            const opened = known ?? (await record(context, pull, await ensureDelivery(repository, pull, clock.now())));
            return toPull((await status.settle([opened]))[0] ?? opened);
        },
        get: async (number) => {
            const found = await find(number);
            return found === undefined ? undefined : toPull(found);
        },
        list: async ({ state, branchPrefix = '' }) => {
            const named = (await (await board.view()).pulls()).filter(({ branch }) => branch.startsWith(branchPrefix));
            return (await status.settle(named)).filter(pull => state === undefined || pull.state === state).map(toPull);
        },
        paths: async (number) => changedPaths(repository, await load(number)),
        read: async (number, paths) => repository.trees.read(await readAt(repository, await load(number)), paths),
        edit: async (number, change) => edit(context, await load(number), change),
        merge: (number, merge) => mergePull({ repository, clock, status, load }, { number, ...merge }),
        close: async (number) => {
            const pull = await load(number);
            if (pull.state !== 'open')
                return toPull(pull);
            return toPull(await status.end(number, { state: 'closed', head: pull.head, mergeCommit: null, at: clock.now() }));
        },
        comment: async (number, marked) => {
            await load(number);
            return comment(context, number, marked);
        },
    };
};

// EXTERNAL MODULE: ./src/forge/local/repository.js + 2 modules
var local_repository = __webpack_require__(1171);
;// CONCATENATED MODULE: ./src/forge/local/local-forge.js







const stateBranch = 'perpetual/state';
/**
 * A forge in a plain git repository on this disk: no server, no network, safe to kill at any moment.
 * Throws a PerpetualError (`fix-config`) where the folder is no repository, has no commit, or git is missing or older than 2.38.
 */
const openLocalForge = async ({ repository: folder, clock, account = 'perpetual[local]', }) => {
    const repository = await (0,local_repository/* openRepository */.h)(folder);
    const board = createBoard(repository, clock);
    return {
        kind: 'local',
        defaultBranch: repository.defaultBranch,
        state: createBranchStore(repository, stateBranch, clock),
        issues: createIssues({ board, account, clock }),
        pulls: createPulls({ repository, board, account, clock }),
        contents: {
            head: () => branchHead(repository, repository.defaultBranch),
            read: (head, paths) => repository.trees.read(head, paths),
            list: async (head, below) => (await repository.trees.list(head, below)).map(([path]) => path),
            readBytes: (head, path) => repository.trees.readBytes(head, path),
            versions: async (head, below) => new Map(await repository.trees.list(head, below)),
        },
        tidy: async () => {
            for (const branch of [stateBranch, boardBranch])
                await compactBranch(repository, branch, clock);
            await repository.git(['-c', 'gc.autoDetach=false', '-c', 'gc.recentObjectsHook=', 'gc', '--auto', '--quiet'], {
                lowPriority: true,
            });
        },
        close: async () => repository.close(),
    };
};


/***/ }),

/***/ 2189:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bb: () => (/* binding */ pastLocks),
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   oW: () => (/* binding */ removeLock),
/* harmony export */   y0: () => (/* binding */ orUndefined)
/* harmony export */ });
/* unused harmony export lockInTheWay */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8500);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9763);




/*
 * A killed git leaves `<file>.lock` behind, and every later writer fails on it. Locks live in the operating system's time and
 * not in the session's clock, which may be simulated; hence the real timers here.
 */
/** A live git holds a lock for milliseconds; one this old is looked at more closely. */
const suspiciousAfterMs = 5_000;
/** Where a lock's owner cannot be looked up (outside Linux), only age tells. */
const suspiciousWithoutProofMs = 60_000;
/** How long this process itself must have seen the lock unchanged: after a suspend every lock looks old. */
const watchedForMs = 500;
const pollMs = 50;
/** How long a live owner is waited for in all. */
const patienceMs = 15_000;
const lockPattern = /Unable to create '([^'\n]+\.lock)': File exists/;
/** The lock file that git says is in its way. */
const lockInTheWay = (result) => result.code === 0 ? undefined : (lockPattern.exec(result.stderr)?.[1] ?? undefined);
const orUndefined = async (promise) => {
    try {
        return await promise;
    }
    catch {
        return undefined;
    }
};
const isInside = (path, folder) => path === folder || path.startsWith(folder + node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
/** Git keeps some locks while their file is closed (an editor open on a commit message), but never a lock on Perpetual's own branches. */
const isAlwaysOpen = (lock) => lock.includes('/refs/heads/perpetual/');
/** Whether a process has the lock open, or is a git that runs in one of the repository's folders (or hides where it runs). */
const holds = async (pid, lock, folders) => {
    const name = (await orUndefined((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(`/proc/${pid}/comm`, 'utf8'))) ?? '';
    if (name.startsWith('git') && !isAlwaysOpen(lock)) {
        const state = (await orUndefined((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(`/proc/${pid}/stat`, 'utf8')))?.split(') ').at(-1)?.[0];
        const cwd = await orUndefined((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readlink)(`/proc/${pid}/cwd`));
        if (state !== undefined && state !== 'Z' && (cwd === undefined || folders.some(folder => isInside(cwd, folder))))
            return true;
    }
    for (const descriptor of (await orUndefined((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(`/proc/${pid}/fd`))) ?? []) {
        if ((await orUndefined((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readlink)(`/proc/${pid}/fd/${descriptor}`))) === lock)
            return true;
    }
    return false;
};
const hasLiveOwner = async (lock, folders) => {
    for (const pid of (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)('/proc')).filter(name => /^[0-9]+$/.test(name))) {
        if (await holds(pid, lock, folders))
            return true;
    }
    return false;
};
/** Tells a file from another one of the same name. */
const identityOf = async (path) => {
    const stat = await orUndefined((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path, { bigint: true }));
    return stat === undefined ? undefined : `${stat.dev}:${stat.ino}:${stat.mtimeNs}`;
};
const isDead = async (lock, folders) => {
    const stat = await orUndefined((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(lock));
    if (stat === undefined)
        return false;
    const ageMs = Date.now() - stat.mtimeMs;
    if (process.platform === 'linux')
        return ageMs > suspiciousAfterMs && !(await hasLiveOwner(lock, folders));
    return ageMs > suspiciousWithoutProofMs && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(lock) !== 'index.lock';
};
/** Removes the lock only if it still is the very file that was judged dead: another writer may have removed it and taken its own. */
const removeLock = async (lock, judged) => {
    const aside = `${lock}.dead-${process.pid}`;
    if ((await identityOf(lock)) !== judged)
        return;
    if ((await orUndefined((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(lock, aside).then(() => true))) === undefined)
        return;
    if ((await identityOf(aside)) !== judged)
        await orUndefined((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.link)(aside, lock));
    await orUndefined((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.unlink)(aside));
};
/**
 * Runs a git command; where a lock is in its way, waits for a live owner up to 15 s, and removes the lock of a dead one: older
 * than 5 s, unchanged for 0.5 s of watching, open in no process, and no git at work in `folders`.
 */
const pastLocks = async (run, folders) => {
    const startedMs = performance.now();
    let watched;
    for (;;) {
        const result = await run();
        const lock = lockInTheWay(result);
        if (lock === undefined)
            return result;
        const nowMs = performance.now();
        const identity = await identityOf(lock);
        if (watched === undefined || watched.identity !== identity)
            watched = { identity, sinceMs: nowMs };
        const watchedLongEnough = identity !== undefined && nowMs - watched.sinceMs >= watchedForMs;
        if (watchedLongEnough && (await isDead(lock, folders))) {
            await removeLock(lock, identity);
            continue;
        }
        if (nowMs - startedMs > patienceMs) {
            throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .PerpetualError */ .nX(`Expected \`${lock}\` to be released by the git that holds it, but it stays. If no git is running, delete it.`, {
                actBy: 'fix-config',
            });
        }
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(pollMs);
    }
};


/***/ }),

/***/ 1171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ checkGitVersion),
  h: () => (/* binding */ openRepository)
});

// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/forge/git.js
var forge_git = __webpack_require__(8629);
// EXTERNAL MODULE: ./src/forge/local/locks.js
var locks = __webpack_require__(2189);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./src/forge/local/object-reader.js



const newline = 0x0a;
/** One answer of `cat-file --batch-command` at `from`; undefined while it is not there in full. */
const parseAnswer = (bytes, from, withContents) => {
    const end = bytes.indexOf(newline, from);
    if (end === -1)
        return undefined;
    const [oid = '', type = '', size = ''] = bytes.toString('utf8', from, end).split(' ');
    if (!/^[0-9]+$/.test(size))
        return { object: undefined, used: end + 1 - from };
    if (!withContents)
        return { object: { oid, type, bytes: Buffer.alloc(0) }, used: end + 1 - from };
    const stop = end + 1 + Number(size);
    if (bytes.length < stop + 1)
        return undefined;
    return { object: { oid, type, bytes: Buffer.from(bytes.subarray(end + 1, stop)) }, used: stop + 1 - from };
};
/** Collects chunks and joins them only when enough is there to go on, so that large objects cost linear time. */
const createInbox = () => {
    let chunks = [];
    let length = 0;
    let wanted = 0;
    return {
        push(chunk) {
            chunks.push(chunk);
            length += chunk.length;
            if (length < wanted)
                return undefined;
            const joined = chunks.length === 1 ? chunk : Buffer.concat(chunks);
            chunks = [joined];
            return joined;
        },
        keep(rest) {
            chunks = rest.length === 0 ? [] : [rest];
            length = rest.length;
            const end = rest.indexOf(newline);
            wanted = end === -1 ? 0 : end + 2 + Number(rest.toString('utf8', 0, end).split(' ')[2]);
        },
    };
};
const start = (gitDir) => 
// Not in the repository's folder: a process there would look like the live owner of a left-behind lock.
(0,external_node_child_process_.spawn)('git', (0,forge_git/* gitArguments */.D5)(gitDir, ['cat-file', '--batch-command']), {
    cwd: '/',
    env: (0,forge_git/* gitEnvironment */._K)(),
    detached: forge_git/* detached */.ht,
    windowsHide: true,
    stdio: ['pipe', 'pipe', 'ignore'],
});
/** Keeps node alive only while an answer is awaited. */
const hold = (child, held) => {
    for (const handle of [child, child.stdin, child.stdout]) {
        const method = held ? 'ref' : 'unref';
        if (handle !== null && method in handle)
            Reflect.apply(Reflect.get(handle, method), handle, []);
    }
};
const createObjectReader = (gitDir) => {
    const waiting = [];
    let child;
    let closed = false;
    const send = (requests) => {
        const current = child ?? launch();
        hold(current, true);
        current.stdin?.write(requests.map(request => `${request.line}\n`).join(''));
    };
    const restart = (died, cause) => {
        if (child !== died)
            return;
        child = undefined;
        const lost = waiting.filter(request => request.restarts >= 2);
        const again = waiting.filter(request => request.restarts < 2);
        waiting.splice(0, waiting.length, ...again);
        for (const request of lost) {
            request.reject(new errors/* PerpetualError */.nX('git could not read objects: `git cat-file` ended three times', { actBy: 'next-run', cause }));
        }
        for (const request of again)
            request.restarts += 1;
        if (again.length > 0)
            send(again);
    };
    const receive = (bytes) => {
        let from = 0;
        for (;;) {
            const request = waiting[0];
            const answer = request === undefined ? undefined : parseAnswer(bytes, from, request.withContents);
            if (request === undefined || answer === undefined)
                return from;
            from += answer.used;
            waiting.shift();
            request.resolve(answer.object);
        }
    };
    const launch = () => {
        const launched = start(gitDir);
        const inbox = createInbox();
        child = launched;
        launched.stdin?.on('error', () => { });
        launched.stdout?.on('data', (chunk) => {
            const bytes = child === launched ? inbox.push(chunk) : undefined;
            if (bytes === undefined)
                return;
            inbox.keep(bytes.subarray(receive(bytes)));
            if (waiting.length === 0)
                hold(launched, false);
        });
        launched.on('error', cause => restart(launched, cause));
        launched.on('close', () => restart(launched, undefined));
        return launched;
    };
    const ask = (lines, withContents) => {
        if (closed)
            return Promise.reject(new errors/* PerpetualError */.nX('The local forge was read after it had been closed', { actBy: 'report-bug' }));
        if (lines.length === 0)
            return Promise.resolve([]);
        const requests = [];
        const answers = lines.map(line => new Promise((resolve, reject) => {
            requests.push({ line, withContents, restarts: 0, resolve, reject });
        }));
        waiting.push(...requests);
        send(requests);
        return Promise.all(answers);
    };
    return {
        read: oids => ask(oids.map(oid => `contents ${oid}`), true),
        tip: async (ref) => (await ask([`info ${ref}`], false))[0]?.oid,
        close: () => {
            closed = true;
            child?.stdin?.end();
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/local/tree.js

/** Folders are immutable by object id; the cache is emptied when it holds this many. */
const cachedFolders = 5_000;
const typeOf = (mode) => mode === '40000' ? 'folder' : mode === '100644' || mode === '100755' ? 'file' : undefined;
const parseFolder = (bytes, oidBytes) => {
    const entries = new Map();
    for (let from = 0; from < bytes.length;) {
        const space = bytes.indexOf(0x20, from);
        const zero = bytes.indexOf(0, space);
        const type = typeOf(bytes.toString('latin1', from, space));
        const oid = bytes.toString('hex', zero + 1, zero + 1 + oidBytes);
        if (type !== undefined)
            entries.set(bytes.toString('utf8', space + 1, zero), { type, oid });
        from = zero + 1 + oidBytes;
    }
    return entries;
};
const empty = new Map();
const createTrees = (reader) => {
    const folders = new Map();
    const load = async (oid) => {
        const [object] = await reader.read([oid]);
        if (object?.type !== 'tree')
            throw new errors/* PerpetualError */.nX(`Expected a folder at object ${oid}, found none: run \`git fsck\``, { actBy: 'fix-config' });
        return parseFolder(object.bytes, oid.length / 2);
    };
    const folderOf = (oid) => {
        const known = folders.get(oid);
        if (known !== undefined)
            return known;
        if (folders.size >= cachedFolders)
            folders.clear();
        const loading = load(oid);
        folders.set(oid, loading);
        loading.catch(() => folders.delete(oid));
        return loading;
    };
    const root = async (head) => {
        if (head === null)
            return empty;
        const [commit] = /^[0-9a-f]{40,64}$/.test(head) ? await reader.read([head]) : [];
        const tree = commit?.type === 'commit' ? /^tree ([0-9a-f]+)$/m.exec(commit.bytes.toString('latin1'))?.[1] : undefined;
        if (tree !== undefined)
            return folderOf(tree);
        throw new errors/* GoneCommitError */.x7(head);
    };
    const walk = async (from, path) => {
        let folder = from;
        const names = path.split('/');
        for (const [index, name] of names.entries()) {
            const entry = folder.get(name);
            if (entry === undefined || index === names.length - 1)
                return entry;
            if (entry.type === 'file')
                return undefined;
            folder = await folderOf(entry.oid);
        }
        return undefined;
    };
    const find = async (head, paths) => {
        const top = await root(head);
        const found = await Promise.all(paths.map(path => walk(top, path)));
        return new Map(paths.flatMap((path, index) => {
            const entry = found[index];
            return entry?.type === 'file' ? [[path, entry.oid]] : [];
        }));
    };
    const below = async (folder, prefix) => {
        const parts = await Promise.all([...folder].map(async ([name, entry]) => entry.type === 'file' ? [[prefix + name, entry.oid]] : below(await folderOf(entry.oid), `${prefix}${name}/`)));
        return parts.flat();
    };
    const readFiles = async (head, paths) => {
        const found = [...(await find(head, paths))];
        const objects = await reader.read(found.map(([, oid]) => oid));
        return found.map(([path, oid], index) => {
            const object = objects[index];
            if (object === undefined)
                throw new errors/* PerpetualError */.nX(`Expected object ${oid} of \`${path}\` in the repository, but it is gone`, {
                    actBy: 'fix-config',
                });
            return [path, object.bytes];
        });
    };
    return {
        find,
        read: async (head, paths) => new Map((await readFiles(head, paths)).map(([path, bytes]) => [path, bytes.toString('utf8')])),
        readBytes: async (head, path) => (await readFiles(head, [path]))[0]?.[1],
        list: async (head, folder) => {
            const top = await root(head);
            const start = folder.replace(/\/+$/, '');
            const entry = start === '' ? undefined : await walk(top, start);
            if (start !== '' && entry?.type !== 'folder')
                return [];
            const inside = entry === undefined ? top : await folderOf(entry.oid);
            const files = await below(inside, start === '' ? '' : `${start}/`);
            return files.toSorted(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/local/repository.js





const refuse = (message) => new errors/* PerpetualError */.nX(message, { actBy: 'fix-config' });
/** Git's version; throws `fix-config` where git is missing or older than 2.38, with which `merge-tree --write-tree` came. */
const checkGitVersion = async (folder) => {
    const { stdout } = await (0,forge_git/* runGit */.EO)(['--version'], { cwd: '/' });
    const [, major = '0', minor = '0'] = /(\d+)\.(\d+)/.exec(stdout) ?? [];
    if (Number(major) > 2 || (Number(major) === 2 && Number(minor) >= 38))
        return `${major}.${minor}`;
    throw refuse(`Expected git 2.38 or newer for the local forge in ${folder}, found ${stdout.trim()}: update git`);
};
const discover = async (folder) => {
    const found = await (0,forge_git/* runGit */.EO)(['-C', folder, 'rev-parse', '--path-format=absolute', '--git-common-dir', '--show-object-format'], {
        cwd: '/',
    });
    const [gitDir = '', format = ''] = found.stdout.split('\n');
    if (found.code === 0 && gitDir !== '')
        return { gitDir, zero: '0'.repeat(format === 'sha256' ? 64 : 40) };
    if (found.stderr.includes('not a git repository')) {
        throw refuse(`Expected a git repository in ${folder}, found none: run \`git init\` there or pass --repo`);
    }
    throw refuse(`Expected a git repository in ${folder}, but git says: ${(0,forge_git/* complaint */.U4)(found)}`);
};
/** The branch that deliveries start from: the remote's default where known, else what is checked out, else the usual names. */
const findDefaultBranch = async (folder) => {
    const inFolder = (args) => (0,forge_git/* runGit */.EO)(['-C', folder, ...args], { cwd: '/' });
    const [remote, head, configured, refs] = await Promise.all([
        inFolder(['symbolic-ref', '--quiet', 'refs/remotes/origin/HEAD']),
        inFolder(['symbolic-ref', '--quiet', 'HEAD']),
        inFolder(['config', '--get', 'init.defaultBranch']),
        inFolder(['for-each-ref', '--format=%(refname)', 'refs/heads/']),
    ]);
    const branches = new Set(refs.stdout
        .split('\n')
        .filter(ref => ref.startsWith('refs/heads/'))
        .map(ref => ref.slice('refs/heads/'.length)));
    const current = head.stdout.trim().replace(/^refs\/heads\//, '');
    const wanted = [
        remote.stdout.trim().replace(/^refs\/remotes\/origin\//, ''),
        current,
        configured.stdout.trim(),
        'main',
        'master',
    ];
    const chosen = wanted.find(name => name !== '' && !name.startsWith('perpetual/') && branches.has(name));
    if (chosen !== undefined)
        return chosen;
    if (![...branches].some(name => !name.startsWith('perpetual/')) && head.code === 0) {
        throw refuse(`Expected at least one commit in ${folder}, found none: commit something first`);
    }
    throw refuse(`Expected a branch to deliver to in ${folder}, but HEAD is on none and neither main nor master exists: \`git switch\` to one`);
};
/** Opens the repository that `folder` lies in (a work tree, a linked one, a sub-folder, or a bare repository). */
const openRepository = async (folder) => {
    await checkGitVersion(folder);
    const { gitDir, zero } = await discover(folder);
    const defaultBranch = await findDefaultBranch(folder);
    const reader = createObjectReader(gitDir);
    const git = (args, { workTree, ...options } = {}) => {
        // A git in the repository's folder looks like the owner of a lock there, so only those that touch a work tree run in it.
        const run = { ...options, ...(workTree === undefined ? { cwd: '/', gitDir } : { cwd: workTree }) };
        return (0,locks/* pastLocks */.Bb)(() => (0,forge_git/* runGit */.EO)(args, run), workTree === undefined ? [gitDir] : [gitDir, workTree]);
    };
    return {
        gitDir,
        defaultBranch,
        zero,
        reader,
        trees: createTrees(reader),
        git,
        output: async (what, args, options) => {
            const result = await git(args, options);
            if (result.code !== 0)
                throw (0,forge_git/* gitFailure */.tv)(what, result);
            return result.stdout;
        },
        close: () => reader.close(),
    };
};


/***/ })

};
