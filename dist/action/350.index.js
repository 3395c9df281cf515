export const id = 350;
export const ids = [350];
export const modules = {

/***/ 8232:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = __webpack_unused_export__ = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
__webpack_unused_export__ = closest;


/***/ }),

/***/ 4350:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAction: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
;// CONCATENATED MODULE: ./src/action/commands/registry.js
/** Every value of the input `command`; a missing one does not compile. */
const actionCommands = {
    run: () => Promise.all(/* import() */[__webpack_require__.e(607), __webpack_require__.e(931), __webpack_require__.e(604), __webpack_require__.e(884), __webpack_require__.e(693), __webpack_require__.e(879)]).then(__webpack_require__.bind(__webpack_require__, 4879)),
    plan: () => Promise.all(/* import() */[__webpack_require__.e(607), __webpack_require__.e(931), __webpack_require__.e(604), __webpack_require__.e(884), __webpack_require__.e(693), __webpack_require__.e(11), __webpack_require__.e(903)]).then(__webpack_require__.bind(__webpack_require__, 4903)),
    report: () => Promise.all(/* import() */[__webpack_require__.e(607), __webpack_require__.e(931), __webpack_require__.e(604), __webpack_require__.e(884), __webpack_require__.e(693), __webpack_require__.e(11), __webpack_require__.e(890)]).then(__webpack_require__.bind(__webpack_require__, 9890)),
    'on-issue': () => __webpack_require__.e(/* import() */ 660).then(__webpack_require__.bind(__webpack_require__, 7660)),
    'on-pull-request': () => Promise.all(/* import() */[__webpack_require__.e(693), __webpack_require__.e(316)]).then(__webpack_require__.bind(__webpack_require__, 2316)),
};

// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(7821);
// EXTERNAL MODULE: ./src/config/nearest.js
var nearest = __webpack_require__(1242);
// EXTERNAL MODULE: ./src/config/show.js
var show = __webpack_require__(467);
;// CONCATENATED MODULE: ./src/action/inputs.js




const commandNames = ['run', 'plan', 'report', 'on-issue', 'on-pull-request'];
/** As the runner sets it: in upper case, spaces as `_`, hyphens kept. */
const inputOf = (environment, name) => environment[`INPUT_${name.toUpperCase()}`]?.trim() ?? '';
/** The inputs whose values are secrets, to be masked before anything is printed. */
const secretInputs = (environment) => ['token', 'app-private-key'].map(name => inputOf(environment, name)).filter(value => value !== '');
/** A year: longer than any job, and short enough to be added to any date. */
const mostMinutes = 525_600;
const number = (least, most) => schemas/* string */.YjP()
    .regex(/^\d+(?:\.\d+)?$/)
    .transform(Number)
    .pipe(schemas/* number */.aig().min(least).max(most));
const readers = {
    flag: {
        schema: schemas/* stringbool */.uEf({ truthy: ['true'], falsy: ['false', ''] }),
        expected: '`true` or `false`',
    },
    minutes: {
        schema: schemas/* literal */.euz('')
            .transform(() => null)
            .or(number(Number.MIN_VALUE, mostMinutes)),
        expected: 'a number of minutes above 0 and at most 525,600',
    },
    share: {
        schema: schemas/* literal */.euz('')
            .transform(() => null)
            .or(number(0, 1)),
        expected: 'a share from 0 to 1',
    },
    id: {
        schema: schemas/* literal */.euz('')
            .transform(() => null)
            .or(number(1, Number.MAX_SAFE_INTEGER).pipe(schemas/* int */.Whr())),
        expected: "an installation's number",
    },
};
const wrongInput = (message) => new errors/* PerpetualError */.nX(message, { actBy: 'fix-config' });
function read(environment, name, { schema, expected }) {
    const text = inputOf(environment, name);
    const checked = schema.safeParse(text);
    if (checked.success)
        return checked.data;
    throw wrongInput(`Expected input \`${name}\` to be ${expected}, got ${(0,show/* show */.WU)(text)}`);
}
function readCommand(environment) {
    const text = inputOf(environment, 'command');
    const command = commandNames.find(name => name === text);
    if (command !== undefined)
        return command;
    throw wrongInput(`Expected input \`command\` to be ${(0,nearest/* oneOf */.y)(text, commandNames)}, got ${text === '' ? 'nothing' : (0,show/* show */.WU)(text)}`);
}
function readCredentials(environment) {
    const appId = inputOf(environment, 'app-id');
    const privateKey = inputOf(environment, 'app-private-key');
    const token = inputOf(environment, 'token');
    if (appId !== '' && privateKey === '')
        throw wrongInput("Expected input `app-private-key` to hold the App's private key beside `app-id`, got nothing; is the secret set?");
    if (appId === '' && privateKey !== '')
        throw wrongInput('Expected input `app-id` beside `app-private-key`, got nothing');
    if (appId !== '') {
        if (!privateKey.startsWith('-----BEGIN'))
            throw wrongInput("Expected input `app-private-key` to be the App's private key in PEM (it begins with -----BEGIN), got another text");
        return { type: 'app', appId, privateKey, installationId: read(environment, 'installation-id', readers.id) };
    }
    if (token === '')
        throw wrongInput('Expected input `token` to hold a token, got nothing; leave it out to use `github.token`');
    return { type: 'token', token };
}
/** Throws `fix-config` in one line that names the input. */
function readInputs(environment) {
    const command = readCommand(environment);
    const name = inputOf(environment, 'pipeline');
    const pipeline = name === '' ? null : name;
    if (command === 'run' && pipeline === null)
        throw wrongInput('Expected input `pipeline` to name the pipeline to run, got nothing');
    return {
        command,
        pipeline,
        force: read(environment, 'force', readers.flag),
        maxMinutes: read(environment, 'max-minutes', readers.minutes),
        threshold: read(environment, 'threshold', readers.share),
        dryRun: read(environment, 'dry-run', readers.flag),
        credentials: readCredentials(environment),
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./src/action/workflow-context.js



const address = schemas/* url */.OZ5({ protocol: /^https?$/ }).transform(url => url.replace(/\/+$/, ''));
const count = schemas/* string */.YjP()
    .regex(/^\d{1,16}$/)
    .transform(Number);
const schema = schemas/* object */.Ikc({
    GITHUB_REPOSITORY: schemas/* string */.YjP().regex(/^[\w.-]+\/[\w.-]+$/),
    GITHUB_API_URL: address.default('https://api.github.com'),
    GITHUB_SERVER_URL: address.default('https://github.com'),
    GITHUB_RUN_ID: count,
    GITHUB_RUN_ATTEMPT: count.default(1),
    RUNNER_NAME: schemas/* string */.YjP().default(''),
    GITHUB_EVENT_NAME: schemas/* string */.YjP().default(''),
    GITHUB_EVENT_PATH: schemas/* string */.YjP().optional(),
});
function readPayload(path) {
    if (path === undefined || path === '')
        return {};
    try {
        return schemas/* unknown */.L5J().parse(JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8')));
    }
    catch (error) {
        throw new errors/* PerpetualError */.nX('Expected the event of this run to be JSON in the file of GITHUB_EVENT_PATH, got something else', {
            actBy: 'fix-config',
            cause: error,
        });
    }
}
/** Throws `fix-config` outside of a workflow. */
function readWorkflowContext(environment) {
    const checked = schema.safeParse(environment);
    if (!checked.success) {
        const name = String(checked.error.issues[0]?.path[0] ?? 'GITHUB_REPOSITORY');
        throw new errors/* PerpetualError */.nX(`Expected the variable ${name} as a GitHub workflow sets it, got something else; run the action in a workflow`, {
            actBy: 'fix-config',
        });
    }
    const { data } = checked;
    const [owner = '', repo = ''] = data.GITHUB_REPOSITORY.split('/');
    return {
        owner,
        repo,
        apiUrl: data.GITHUB_API_URL,
        serverUrl: data.GITHUB_SERVER_URL,
        run: { id: data.GITHUB_RUN_ID, attempt: data.GITHUB_RUN_ATTEMPT, runner: data.RUNNER_NAME },
        event: data.GITHUB_EVENT_NAME,
        payload: readPayload(data.GITHUB_EVENT_PATH),
    };
}

;// CONCATENATED MODULE: ./src/action/run-action.js




async function perform({ environment, runner, clock, monotonicMs, interruptible }) {
    for (const secret of secretInputs(environment))
        runner.mask(secret);
    const inputs = readInputs(environment);
    const context = readWorkflowContext(environment);
    const command = await actionCommands[inputs.command]();
    const idle = command.nothingToDo?.(context);
    if (idle !== undefined)
        return runner.info(idle);
    // Loaded late: most events ask for nothing, and Octokit takes longer to load than Node to start.
    const { openActionProject } = await Promise.all(/* import() */[__webpack_require__.e(168), __webpack_require__.e(931), __webpack_require__.e(657)]).then(__webpack_require__.bind(__webpack_require__, 3022));
    const { project, requests } = await openActionProject({ inputs, context, runner, environment, clock: clock() });
    try {
        await command.perform({ inputs, context, runner, project, requests, monotonicMs, interruptible });
    }
    finally {
        await project.forge.close();
        runner.output('requests', String(requests()));
    }
}
/** Runs the step and returns its exit code; what went wrong is one line, an annotation of the run. */
async function runAction(surroundings) {
    try {
        await perform(surroundings);
        return 0;
    }
    catch (error) {
        surroundings.runner.endGroup();
        surroundings.runner.error((0,errors/* messageOf */.bD)(error));
        return 1;
    }
}


/***/ }),

/***/ 1242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest),
/* harmony export */   y: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8232);

/** The known name that was probably meant: the nearest one, if no more than a third of its letters differ. */
function nearest(name, known) {
    let best;
    // The distance is quadratic, and nobody mistypes a name by hundreds of letters.
    const asked = name.slice(0, 80).toLowerCase();
    for (const candidate of known) {
        const edits = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(asked, candidate.toLowerCase());
        if (edits <= Math.max(1, Math.ceil(candidate.length / 3)) && (best === undefined || edits < best.edits))
            best = { name: candidate, edits };
    }
    return best?.name;
}
/** "one of a, b, c", with the nearest name first asked for where there is one. */
function oneOf(name, known) {
    const meant = typeof name === 'string' ? nearest(name, known) : undefined;
    const all = known.length === 1 ? `\`${known[0]}\`` : `one of ${known.map(each => `\`${each}\``).join(', ')}`;
    return meant === undefined ? all : `${all} (did you mean \`${meant}\`?)`;
}


/***/ }),

/***/ 467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WU: () => (/* binding */ show),
/* harmony export */   n0: () => (/* binding */ looksSecret),
/* harmony export */   pj: () => (/* binding */ plain)
/* harmony export */ });
/** What provider keys, tokens and passwords look like: a known beginning, or a long word that mixes letters and digits. */
const secretPatterns = [
    /\b(?:sk|pk|rk)-[\w-]{6,}/i,
    /\bAIza[\w-]{10,}/,
    /\b(?:gh[opusr]|github_pat|glpat|hf|xox[abpr])[_-]\w{10,}/,
    /\beyJ[\w-]{10,}/,
    /(?=[\w.-]*\d)(?=[\w.-]*[a-z])[\w.-]*[\da-f]{16}[\w.-]*/i,
    /(?=\w*\d)(?=\w*[a-z])\w{28,}/i,
];
/** The patterns take quadratic time, and of no text more than this is ever printed. */
const longestRead = 500;
/** True where the beginning of a text probably holds a key, which must never be printed. */
const looksSecret = (text) => {
    const beginning = text.slice(0, longestRead);
    return secretPatterns.some(pattern => pattern.test(beginning));
};
const longestShown = 60;
/** Control characters, line separators and direction marks as escapes, so that foreign text cannot redraw a terminal or a log. */
const plain = (text) => text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, character => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
/** A foreign value for an error's line: short, harmless in a terminal, and hidden where it looks like a key. */
function show(value) {
    if (value === undefined || value === null)
        return 'nothing';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
        return 'a map';
    const text = String(value);
    if (looksSecret(text))
        return 'a value that looks like a key (not shown here)';
    const short = text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
    return `\`${plain(short)}\``;
}


/***/ }),

/***/ 9763:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   nX: () => (/* binding */ PerpetualError),
/* harmony export */   x7: () => (/* binding */ GoneCommitError)
/* harmony export */ });
/** An error that says in one line what was expected, what was found, and who must act. */
class PerpetualError extends Error {
    actBy;
    constructor(message, { actBy, cause }) {
        super(message, cause === undefined ? undefined : { cause });
        this.name = 'PerpetualError';
        this.actBy = actBy;
    }
}
/** A commit that a rewritten history has no more; whoever only wants its files finds them at the new head. */
class GoneCommitError extends PerpetualError {
    constructor(commit) {
        super(`Expected commit ${commit.slice(0, 64)} in the repository, but it is gone: its branch was rewritten`, {
            actBy: 'next-run',
        });
    }
}
/** The one-line text of anything that was thrown. */
const messageOf = (error) => (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';


/***/ })

};
