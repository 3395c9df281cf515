export const id = 86;
export const ids = [86];
export const modules = {

/***/ 5086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  answerReviewEvent: () => (/* binding */ answerReviewEvent)
});

// EXTERNAL MODULE: ./src/compose.js + 86 modules
var compose = __webpack_require__(2884);
// EXTERNAL MODULE: ./src/session/endings.js + 1 modules
var session_endings = __webpack_require__(315);
// EXTERNAL MODULE: ./src/dataset/database/paths.js
var database_paths = __webpack_require__(2070);
// EXTERNAL MODULE: ./src/dataset/database/recheck-shards.js + 1 modules
var recheck_shards = __webpack_require__(1037);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/domain/one-line.js
var one_line = __webpack_require__(9517);
// EXTERNAL MODULE: ./src/dataset/call-lines.js + 2 modules
var call_lines = __webpack_require__(3881);
// EXTERNAL MODULE: ./src/dataset/duplicates.js + 1 modules
var duplicates = __webpack_require__(2142);
// EXTERNAL MODULE: ./src/dataset/gates.js + 4 modules
var gates = __webpack_require__(4048);
// EXTERNAL MODULE: ./src/dataset/pair-file.js + 1 modules
var pair_file = __webpack_require__(7678);
// EXTERNAL MODULE: ./src/dataset/pair-candidate.js
var pair_candidate = __webpack_require__(8864);
// EXTERNAL MODULE: ./src/dataset/pair-rows.js
var pair_rows = __webpack_require__(9036);
;// CONCATENATED MODULE: ./src/dataset/recheck-lines.js
const space = /[ \t\n\r]*/y;
const word = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)/y;
const recheck_lines_escape = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const stringEnd = (text, from) => {
    for (let at = from + 1; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (code === 0x22)
            return at + 1;
        if (code < 0x20)
            return undefined;
        if (code !== 0x5c)
            continue;
        recheck_lines_escape.lastIndex = at;
        if (!recheck_lines_escape.test(text))
            return undefined;
        at = recheck_lines_escape.lastIndex - 1;
    }
    return undefined;
};
function tokenAt(text, start) {
    space.lastIndex = start;
    space.test(text);
    const from = space.lastIndex;
    const first = text[from];
    if (first === undefined)
        return { type: 'end', from, to: from };
    if (first === '{' || first === '}' || first === '[' || first === ']' || first === ',' || first === ':')
        return { type: first, from, to: from + 1 };
    if (first === '"') {
        const to = stringEnd(text, from);
        return to === undefined ? { type: 'broken', from, to: from } : { type: 'string', from, to };
    }
    word.lastIndex = from;
    return word.test(text) ? { type: 'scalar', from, to: word.lastIndex } : { type: 'broken', from, to: from };
}
const expectations = {
    value: 'a value',
    'value or ]': 'a value or `]`',
    name: 'a name in double quotes',
    'name or }': 'a name in double quotes or `}`',
    ':': '`:` after a name',
    ', or }': '`,` or `}`',
    ', or ]': '`,` or `]`',
    end: 'nothing more',
};
const foundNames = {
    end: 'the end of the file',
    scalar: 'a value',
    string: 'a text',
    broken: 'something that is no JSON',
};
const placeOf = (text, offset) => {
    const before = text.slice(0, offset);
    return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
};
/** What may come after a value. */
const after = (stack) => stack.length === 0 ? 'end' : stack.at(-1) === '{' ? ', or }' : ', or ]';
/** Walks over a text; gives back where it is broken, and undefined where it is whole. It does not recurse, so nesting cannot exhaust it. */
function* walk(text) {
    const stack = [];
    let expected = 'value';
    for (let at = 0;;) {
        const { type, from, to } = tokenAt(text, at);
        const isOpening = type === '{' || type === '[';
        const isValue = isOpening || type === 'string' || type === 'scalar';
        const visit = { from, to, depth: stack.length };
        if (expected === 'end' && type === 'end')
            return undefined;
        if ((expected === 'value' || expected === 'value or ]') && isValue) {
            yield { role: 'value', ...visit };
            if (isOpening)
                stack.push(type);
            expected = type === '{' ? 'name or }' : type === '[' ? 'value or ]' : after(stack);
        }
        else if ((expected === 'name' || expected === 'name or }') && type === 'string') {
            yield { role: 'name', ...visit };
            expected = ':';
        }
        else if (expected === ':' && type === ':')
            expected = 'value';
        else if (type === ',' && (expected === ', or }' || expected === ', or ]'))
            expected = expected === ', or }' ? 'name' : 'value';
        else if ((type === '}' || type === ']') && expected.endsWith(type)) {
            stack.pop();
            expected = after(stack);
        }
        else
            return { at: from, problem: `Expected ${expectations[expected]}, found ${foundNames[type] ?? `\`${type}\``}` };
        at = to;
    }
}
/** Finds the lines of a file's pairs, or the place at which it is broken: the runtime's own parser does not always say where. */
function findPairLines(json) {
    const text = json.replace(/^\ufeff/, ' ');
    const walking = walk(text);
    let rows = [];
    let section = '';
    for (let step = walking.next();; step = walking.next()) {
        if (step.done === true) {
            if (step.value !== undefined)
                return { type: 'broken', place: placeOf(text, step.value.at), problem: step.value.problem };
            return {
                type: 'rows',
                lines: linesOf(text, rows.map(({ from, handle }) => handle ?? from)),
            };
        }
        const { role, from, to, depth } = step.value;
        const name = role === 'name' ? text.slice(from + 1, to - 1) : '';
        if (role === 'name' && depth === 1) {
            section = name;
            // A name that stands twice: the last one counts.
            if (section === 'pairs')
                rows = [];
        }
        else if (section === 'pairs' && role === 'value' && depth === 2)
            rows.push({ from, handle: null });
        else if (section === 'pairs' && name === 'handle' && depth === 3) {
            const row = rows.at(-1);
            if (row?.handle === null)
                row.handle = from;
        }
    }
}
/** The lines of rising offsets, in one pass. */
function linesOf(text, offsets) {
    let [line, next] = [1, text.indexOf('\n')];
    return offsets.map(offset => {
        while (next !== -1 && next < offset) {
            line += 1;
            next = text.indexOf('\n', next + 1);
        }
        return line;
    });
}

// EXTERNAL MODULE: ./src/dataset/video-moment.js
var video_moment = __webpack_require__(9122);
;// CONCATENATED MODULE: ./src/dataset/recheck.js










const longestMessage = 500;
const failure = (path, line, message) => ({
    path,
    line,
    level: 'failure',
    message: (0,one_line/* oneLine */.T)(message, longestMessage),
});
const broken = (path, line, message) => ({ rows: [], findings: [failure(path, line, message)] });
function rowsOf({ path, file, calls, lines }) {
    const brief = `${calls.head.indicator.name}\n${calls.head.indicator.brief}`;
    const rows = [];
    const findings = [];
    for (const [index, row] of file.pairs.entries()) {
        const line = lines[index] ?? 1;
        const known = calls.pairs.get(row.handle);
        if (known === undefined)
            findings.push(failure(path, line, (0,pair_file/* strangerLine */.FG)(row, index)));
        else
            rows.push({ path, line, row, known, brief, family: calls.head.indicator.family });
    }
    return { rows, findings };
}
function readFile(file) {
    const { path, callsPath } = file;
    const found = findPairLines(file.text);
    if (found.type === 'broken')
        return broken(path, found.place.line, `${found.problem} (column ${found.place.column}).`);
    const read = (0,pair_rows/* readPairFile */.PQ)(file.text);
    if (read.type === 'mistakes') {
        const lineOf = (row) => (row === null ? 1 : (found.lines[row] ?? 1));
        return { rows: [], findings: read.mistakes.map(({ row, message }) => failure(path, lineOf(row), `${message}.`)) };
    }
    if (file.calls === undefined)
        return broken(path, 1, `Expected ${callsPath} beside it, which tells where its pairs come from: put it back, or delete both.`);
    try {
        return rowsOf({ path, file: read.file, calls: (0,call_lines/* parseCallLines */.ZZ)(file.calls), lines: found.lines });
    }
    catch (error) {
        const message = (0,errors/* messageOf */.bD)(error);
        return broken(callsPath, Number(/^Line (\d{1,9}) /.exec(message)?.[1] ?? 1), message);
    }
}
/** A video's length is not delivered, so its seconds are checked against the longest there is. */
const verdictOf = ({ row, known, brief, family }, rules) => {
    const candidate = (0,pair_candidate/* candidateOfPair */.j)((0,pair_file/* pairOf */.cF)(row, known));
    const context = { language: known.language, brief, ...rules };
    return family === video_moment/* videoFamily */.uK
        ? (0,gates/* checkVideoCandidate */.T2)(candidate, { ...context, video: { unit: known.indicator_id, durationSeconds: null } })
        : (0,gates/* checkCandidate */.We)(candidate, context);
};
/** The pairs of a delivery through schema and local gates again; only an edited one can fail a gate, and only what is known without the provider is asked. */
function recheckFiles(files, rules) {
    const read = files.map(readFile);
    const rows = read.flatMap(each => each.rows);
    const isEdited = ({ row, known }) => (0,call_lines/* rowSha256 */.UH)(row) !== known.row_sha256;
    const edited = rows.filter(isEdited);
    const asksAsBefore = ({ row, known }) => (0,duplicates/* questionSha256 */.aD)(row.question) === known.dedup.question_sha256;
    const questions = (0,duplicates/* createDuplicateIndex */.Sp)({ expected: rows.length });
    for (const { row } of rows.filter(asksAsBefore))
        questions.add(row.handle, row.question);
    const repeatedBy = (each) => {
        if (asksAsBefore(each))
            return undefined;
        const found = questions.find(each.row.question);
        questions.add(each.row.handle, each.row.question);
        return found;
    };
    const warnings = edited.flatMap((each) => {
        const { path, line, row } = each;
        const warning = (gate, reason) => [
            { path, line, level: 'warning', message: (0,one_line/* oneLine */.T)(`${row.handle}, gate ${gate}: ${reason}`, longestMessage) },
        ];
        const repeated = repeatedBy(each);
        const verdict = verdictOf(each, rules);
        if (verdict.type === 'stop')
            return warning(verdict.gate, verdict.reason);
        if (repeated === undefined)
            return [];
        return warning('duplicate', `It repeats ${repeated.id} of this delivery (Jaccard ${repeated.jaccard.toFixed(2)}).`);
    });
    return { pairs: rows.length, edited: edited.length, findings: [...read.flatMap(each => each.findings), ...warnings] };
}

// EXTERNAL MODULE: ./src/session/find-part.js
var find_part = __webpack_require__(1881);
// EXTERNAL MODULE: ./src/session/reviews.js
var reviews = __webpack_require__(1411);
;// CONCATENATED MODULE: ./src/session/recheck.js





const checkName = 'Perpetual pairs';
/** One look at a check; with more lines nobody reads it. */
const mostAnnotations = 200;
const callsPathOf = (path) => path.replace(/\.json$/u, '.calls.jsonl');
const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;
function renderCheck(head, { pairs, edited, findings }) {
    const failures = findings.filter(({ level }) => level === 'failure');
    const warnings = findings.filter(({ level }) => level === 'warning');
    const told = [...failures, ...warnings].slice(0, mostAnnotations);
    const wrong = [
        ...(failures.length === 0 ? [] : [counted(failures.length, 'mistake', 'mistakes')]),
        ...(warnings.length === 0 ? [] : [counted(warnings.length, 'finding of a gate', 'findings of gates')]),
    ];
    const summary = [
        `${counted(pairs, 'pair', 'pairs')} read, ${edited} of them edited since the delivery.`,
        ...(failures.length === 0 ? [] : ['A mistake must be mended before a merge: the pairs of such a file cannot be counted.']),
        ...(warnings.length === 0 ? [] : ['A finding is something to look at; what is merged counts as it stands.']),
        ...(told.length === findings.length ? [] : [`The first ${told.length} of ${findings.length} are shown.`]),
    ];
    return {
        name: checkName,
        head,
        conclusion: failures.length > 0 ? 'failure' : warnings.length > 0 ? 'neutral' : 'success',
        title: wrong.length === 0 ? `${counted(pairs, 'pair', 'pairs')}, nothing to mend` : wrong.join(', '),
        summary: summary.join('\n\n'),
        annotations: told,
    };
}
function createRecheck({ forge, book, rules }) {
    const recheckAt = async (head, part) => {
        const paths = (0,reviews/* reviewedFiles */.zk)(part);
        const texts = await forge.contents.read(head, [...paths, ...paths.map(callsPathOf)]);
        const files = paths.flatMap(path => {
            const text = texts.get(path);
            const callsPath = callsPathOf(path);
            return text === undefined ? [] : [{ path, text, callsPath, calls: texts.get(callsPath) }];
        });
        const shards = files.filter(({ path }) => (0,database_paths/* isShardPath */.sd)(path));
        return shards.length > 0 ? (0,recheck_shards/* recheckShards */.B)(shards) : recheckFiles(files, rules);
    };
    return {
        handle: async ({ pull: number, sender }) => {
            const { society } = forge;
            const found = await (0,find_part/* findPart */.X)(book, number);
            if (society === undefined || found === undefined)
                return { type: 'not-ours' };
            if (sender === society.people.account)
                return { type: 'own-push' };
            const pull = found.part.state === 'open' ? await forge.pulls.get(number) : undefined;
            if (pull?.state !== 'open')
                return { type: 'ended' };
            const check = renderCheck(pull.head, await recheckAt(pull.head, found.part));
            const { url } = await society.checks.report(check);
            return { type: 'checked', conclusion: check.conclusion, findings: check.annotations.length, url };
        },
    };
}

// EXTERNAL MODULE: ./src/dataset/reviewed-file.js
var reviewed_file = __webpack_require__(5920);
// EXTERNAL MODULE: ./src/domain/task.js
var domain_task = __webpack_require__(3761);
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/dataset/markdown.js
var markdown = __webpack_require__(4257);
;// CONCATENATED MODULE: ./src/session/review-commands-reply.js


/** Well below the 65,536 characters of a comment, with what a forge adds of its own. */
const longestReply = 60_000;
const longestLine = 200;
const strangersNamed = 20;
const answeredPattern = /^<!-- perpetual:answered ([0-9a-f: ]*)-->/m;
/** Names a comment as it was answered: edited, it is another one. */
const keyOf = ({ id, body }) => `${id.toString(16)}:${(0,external_node_crypto_.createHash)('sha256').update(body).digest('hex').slice(0, 10)}`;
/** The keys of the comments that were answered, as the automation's own replies keep them; nobody else's are believed. */
function readAnswered(comments, account) {
    const own = comments.filter(({ author }) => author === account);
    return new Set(own.flatMap(({ body }) => (answeredPattern.exec(body)?.[1] ?? '').split(' ').filter(key => key !== '')));
}
const renderAnswer = ({ by, line, result }) => `- By ${(0,markdown/* escapeMarkdown */.FV)(by)}: ${(0,markdown/* escapeMarkdown */.FV)(line.length > longestLine ? `${line.slice(0, longestLine).toWellFormed()} …` : line)} — ${result}`;
const renderStrangers = (strangers) => {
    const named = strangers.slice(0, strangersNamed).map(markdown/* escapeMarkdown */.FV).join(', ');
    const more = strangers.length > strangersNamed ? ` and ${strangers.length - strangersNamed} more` : '';
    return `- For ${named}${more}: thank you for looking. Only people with write access to this repository can use these commands.`;
};
/** The one reply to all commands on a pull request, the newest last; what does not fit is said to be left out. */
function renderReply(reply) {
    const head = `<!-- perpetual:answered ${reply.answered.join(' ')} -->`;
    const lines = reply.answers.map(renderAnswer);
    const foot = reply.strangers.length === 0 ? [] : [renderStrangers(reply.strangers)];
    let room = longestReply - head.length - foot.join('').length;
    const fitting = lines.toReversed().findIndex(line => (room -= line.length + 1) < 0);
    const shown = fitting === -1 ? lines : lines.slice(lines.length - fitting);
    const left = lines.length - shown.length;
    return [
        head,
        '',
        ...(left === 0 ? [] : [`- Earlier commands that were answered, not shown here: ${left}`]),
        ...shown,
        ...foot,
    ].join('\n');
}

// EXTERNAL MODULE: ./src/session/review-commands-text.js
var review_commands_text = __webpack_require__(9707);
;// CONCATENATED MODULE: ./src/session/review-commands-verdict.js

const handlesNamed = 20;
const nameHandles = (handles) => {
    const more = handles.length > handlesNamed ? ` and ${handles.length - handlesNamed} more` : '';
    return `${handles
        .slice(0, handlesNamed)
        .map(handle => `\`${handle}\``)
        .join(', ')}${more}`;
};
/** What a command comes to. A handle that was never there refuses its whole line, because a range with a typing error would take too much. */
function judge({ name, pairs }, { present, delivered, unreadable }) {
    if (pairs === 'all')
        return { type: 'all' };
    if ('problem' in pairs)
        return { type: 'refused', why: `${(0,markdown/* escapeMarkdown */.FV)(pairs.problem)}.` };
    const unknown = pairs.filter(handle => !delivered.has(handle) && !present.has(handle));
    const [broken] = unreadable;
    if (broken !== undefined && name === 'reject' && pairs.some(handle => !present.has(handle)))
        return { type: 'waits', why: `it waits until this file can be read again. ${(0,markdown/* escapeMarkdown */.FV)(broken.message)}` };
    if (unknown.length > 0)
        return { type: 'refused', why: `no pair of this part is named ${nameHandles(unknown)}.` };
    return { type: 'pairs', handles: pairs };
}
/** The pairs that new commands reject; those that are gone already are done. */
const rejected = (said, pairs) => said.flatMap(each => {
    const verdict = each.isNew && each.command.name === 'reject' ? judge(each.command, pairs) : undefined;
    const handles = verdict?.type === 'pairs' ? verdict.handles.filter(handle => pairs.present.has(handle)) : [];
    return handles.length === 0 ? [] : [{ ...each, handles }];
});
/** How much of what is left was said to be ok, in all commands together. */
function lookedAt(said, pairs) {
    const verdicts = said.filter(({ command }) => command.name === 'ok').map(({ command }) => judge(command, pairs));
    const named = new Set(verdicts.flatMap(verdict => (verdict.type === 'pairs' ? verdict.handles : [])));
    if (verdicts.some(verdict => verdict.type === 'all'))
        return 'all';
    if (named.size === 0)
        return 'none';
    return pairs.unreadable.length === 0 && [...pairs.present].every(handle => named.has(handle)) ? 'all' : 'some';
}
/** What the reply says of a command; `pairs` are those that are left. */
function tell({ command, isNew }, pairs) {
    const verdict = judge(command, pairs);
    if (verdict.type === 'refused' || verdict.type === 'waits')
        return `nothing was done: ${verdict.why}`;
    if (command.name === 'ok')
        return verdict.type === 'all' ? 'noted for all pairs.' : `noted for ${nameHandles(verdict.handles)}.`;
    if (verdict.type === 'all')
        return 'the whole part is rejected, and this pull request closed.';
    const back = isNew ? [] : verdict.handles.filter(handle => pairs.present.has(handle));
    const gone = verdict.handles.filter(handle => !back.includes(handle));
    const returned = back.length === 0 ? '' : `${nameHandles(back)}: somebody put it back since.`;
    return [gone.length === 0 ? '' : `removed ${nameHandles(gone)}.`, returned].filter(text => text !== '').join(' ');
}

;// CONCATENATED MODULE: ./src/session/review-commands.js









/** Comments that come while others are answered are answered too, so many times; the next comment's run does the rest. */
const maxRounds = 5;
async function listen(comments, people) {
    const answered = readAnswered(comments, people.account);
    const said = [];
    const writers = new Map();
    for (const comment of comments) {
        const lines = comment.author === people.account ? [] : (0,review_commands_text/* commandLines */.Z)(comment.body);
        if (lines.length === 0)
            continue;
        const { author: by } = comment;
        const key = keyOf(comment);
        const isNew = !answered.has(key);
        if (isNew && !writers.has(by))
            writers.set(by, await people.mayWrite(by));
        if (!isNew || writers.get(by) === true)
            said.push(...lines.map(line => ({ by, key, isNew, command: (0,review_commands_text/* readCommand */.U)(line) })));
    }
    return { said, strangers: [...writers].filter(([, may]) => !may).map(([login]) => login) };
}
function createReviewCommands({ forge, book, clock, endings }) {
    const deliveredHandles = async ({ part }) => {
        const commit = part.commit ?? (part.pull === null ? undefined : await forge.pulls.get(part.pull))?.first;
        const texts = commit === undefined ? [] : [...(await forge.contents.read(commit, (0,reviews/* reviewedFiles */.zk)(part)))];
        return new Set(texts.flatMap(([path, text]) => [...(0,reviewed_file/* readHandles */.y0)({ path, text }).keys()]));
    };
    const reply = (pull, { said, strangers }, left) => {
        const waiting = new Set(said.filter(each => judge(each.command, left).type === 'waits').map(({ key }) => key));
        const answered = [...new Set(said.map(({ key }) => key))].filter(key => !waiting.has(key));
        const answers = said.map(each => ({ by: each.by, line: each.command.line, result: tell(each, left) }));
        return forge.pulls.comment(pull, { marker: 'review-commands', body: renderReply({ answered, answers, strangers }) });
    };
    const answer = async (found, pull, heard) => {
        const { said } = heard;
        const delivered = await deliveredHandles(found);
        const removal = await removePairs(forge, found.part, standing => {
            const rejections = rejected(said, { ...standing, delivered });
            const named = rejections.map(({ by, handles, command }) => ({ by, handles, because: command.because }));
            return { handles: rejections.flatMap(({ handles }) => handles), message: renderRejection(found, named) };
        });
        if (removal === undefined)
            return { type: 'ended' };
        const { removed, standing } = removal;
        const present = new Set([...standing.present].filter(handle => !removed.includes(handle)));
        const left = { ...standing, present, delivered: new Set([...delivered, ...standing.present]) };
        const looked = lookedAt(said, left);
        await recordLook({ book, clock }, found, looked);
        const closed = said.some(({ isNew, command }) => isNew && command.name === 'reject' && command.pairs === 'all');
        if (closed)
            await forge.pulls.close(pull);
        await reply(pull, heard, left);
        if (closed)
            await endings.handle({ pull });
        const waiting = said.filter(each => judge(each.command, left).type === 'waits').length;
        return { type: 'answered', removed, looked, closed, waiting };
    };
    /** Again while a comment came in meanwhile, or somebody who answered at the same time wrote over the reply. */
    const answerAll = async (found, pull, people) => {
        let result = { type: 'nothing-new' };
        let removed = [];
        const seen = new Set();
        for (let round = 0; round < maxRounds; round += 1) {
            const heard = await listen(await forge.issues.comments(pull), people);
            const fresh = heard.said.filter(({ isNew }) => isNew);
            const isKnown = round > 0 ? fresh.every(({ key }) => seen.has(key)) : fresh.length === 0 && heard.strangers.length === 0;
            if (isKnown)
                return result;
            const next = await answer(found, pull, heard);
            if (next.type !== 'answered')
                return next;
            removed = [...removed, ...next.removed];
            result = { ...next, removed };
            if (next.closed)
                return result;
            for (const { key } of fresh)
                seen.add(key);
        }
        return result;
    };
    return {
        handle: async ({ pull }) => {
            const { society } = forge;
            const found = await (0,find_part/* findPart */.X)(book, pull);
            if (society === undefined || found === undefined)
                return { type: 'not-ours' };
            return found.part.state === 'open' ? answerAll(found, pull, society.people) : { type: 'ended' };
        },
    };
}

// EXTERNAL MODULE: ./src/action/review-event.js
var review_event = __webpack_require__(4479);
;// CONCATENATED MODULE: ./src/action/answer-review-event.js





/** Answers a comment, a push or an end; whether the pull request is one of ours is looked up in state. */
async function answerReviewEvent({ context, project, runner }) {
    const { forge, book, clock, config } = project;
    const event = (0,review_event/* readReviewEvent */.n)(context);
    const endings = (0,session_endings/* createEndings */.$)((0,compose/* reviewSetupOf */.$w)(project, message => runner.warning(message)));
    switch (event.type) {
        case 'commented': {
            const answer = await createReviewCommands({ forge, book, clock, endings }).handle({ pull: event.pull });
            return runner.info(answer.type === 'answered'
                ? `#${event.pull}: answered; ${answer.removed.length} pairs removed${answer.closed ? ', closed' : ''}.`
                : `#${event.pull}: ${answer.type}.`);
        }
        case 'pushed': {
            const rules = { deny: config.sources.deny, minDomainsForNumbers: config.sources.minDomainsForNumbers };
            const answer = await createRecheck({ forge, book, rules }).handle({ pull: event.pull, sender: event.sender });
            // Commands that waited for a file to be mended can be done now.
            await createReviewCommands({ forge, book, clock, endings }).handle({ pull: event.pull });
            return runner.info(answer.type === 'checked'
                ? `#${event.pull}: ${answer.conclusion}, ${answer.findings} findings, ${answer.url}`
                : `#${event.pull}: ${answer.type}.`);
        }
        case 'closed': {
            const ending = await endings.handle({ pull: event.pull });
            return runner.info(ending.type === 'settled'
                ? `#${event.pull}: ${ending.task.id} is ${ending.task.status}.`
                : `#${event.pull}: ${ending.type}.`);
        }
        case 'other':
    }
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
