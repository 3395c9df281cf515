export const id = 7629;
export const ids = [7629];
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

/***/ 6596:
/***/ ((module) => {

let p = process || {}, argv = p.argv || [], env = p.env || {}
let isColorSupported =
	!(!!env.NO_COLOR || argv.includes("--no-color")) &&
	(!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || ((p.stdout || {}).isTTY && env.TERM !== "dumb") || !!env.CI)

let formatter = (open, close, replace = open) =>
	input => {
		let string = "" + input, index = string.indexOf(close, open.length)
		return ~index ? open + replaceClose(string, close, replace, index) + close : open + string + close
	}

let replaceClose = (string, close, replace, index) => {
	let result = "", cursor = 0
	do {
		result += string.substring(cursor, index) + replace
		cursor = index + close.length
		index = string.indexOf(close, cursor)
	} while (~index)
	return result + string.substring(cursor)
}

let createColors = (enabled = isColorSupported) => {
	let f = enabled ? formatter : () => String
	return {
		isColorSupported: enabled,
		reset: f("\x1b[0m", "\x1b[0m"),
		bold: f("\x1b[1m", "\x1b[22m", "\x1b[22m\x1b[1m"),
		dim: f("\x1b[2m", "\x1b[22m", "\x1b[22m\x1b[2m"),
		italic: f("\x1b[3m", "\x1b[23m"),
		underline: f("\x1b[4m", "\x1b[24m"),
		inverse: f("\x1b[7m", "\x1b[27m"),
		hidden: f("\x1b[8m", "\x1b[28m"),
		strikethrough: f("\x1b[9m", "\x1b[29m"),

		black: f("\x1b[30m", "\x1b[39m"),
		red: f("\x1b[31m", "\x1b[39m"),
		green: f("\x1b[32m", "\x1b[39m"),
		yellow: f("\x1b[33m", "\x1b[39m"),
		blue: f("\x1b[34m", "\x1b[39m"),
		magenta: f("\x1b[35m", "\x1b[39m"),
		cyan: f("\x1b[36m", "\x1b[39m"),
		white: f("\x1b[37m", "\x1b[39m"),
		gray: f("\x1b[90m", "\x1b[39m"),

		bgBlack: f("\x1b[40m", "\x1b[49m"),
		bgRed: f("\x1b[41m", "\x1b[49m"),
		bgGreen: f("\x1b[42m", "\x1b[49m"),
		bgYellow: f("\x1b[43m", "\x1b[49m"),
		bgBlue: f("\x1b[44m", "\x1b[49m"),
		bgMagenta: f("\x1b[45m", "\x1b[49m"),
		bgCyan: f("\x1b[46m", "\x1b[49m"),
		bgWhite: f("\x1b[47m", "\x1b[49m"),

		blackBright: f("\x1b[90m", "\x1b[39m"),
		redBright: f("\x1b[91m", "\x1b[39m"),
		greenBright: f("\x1b[92m", "\x1b[39m"),
		yellowBright: f("\x1b[93m", "\x1b[39m"),
		blueBright: f("\x1b[94m", "\x1b[39m"),
		magentaBright: f("\x1b[95m", "\x1b[39m"),
		cyanBright: f("\x1b[96m", "\x1b[39m"),
		whiteBright: f("\x1b[97m", "\x1b[39m"),

		bgBlackBright: f("\x1b[100m", "\x1b[49m"),
		bgRedBright: f("\x1b[101m", "\x1b[49m"),
		bgGreenBright: f("\x1b[102m", "\x1b[49m"),
		bgYellowBright: f("\x1b[103m", "\x1b[49m"),
		bgBlueBright: f("\x1b[104m", "\x1b[49m"),
		bgMagentaBright: f("\x1b[105m", "\x1b[49m"),
		bgCyanBright: f("\x1b[106m", "\x1b[49m"),
		bgWhiteBright: f("\x1b[107m", "\x1b[49m"),
	}
}

module.exports = createColors()
module.exports.createColors = createColors


/***/ }),

/***/ 2770:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qw: () => (/* binding */ createOutput),
  FO: () => (/* binding */ exitCodeOf),
  yJ: () => (/* binding */ printError)
});

// EXTERNAL MODULE: ../../node_modules/picocolors/picocolors.js
var picocolors = __webpack_require__(6596);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
;// CONCATENATED MODULE: ./src/commands/canvas.js
/** The alternate screen, without a cursor and without the wrapping of lines that turned out too long. */
const canvas_open = '\u001B[?1049h\u001B[?25l\u001B[?7l\u001B[2J';
const canvas_close = '\u001B[?7h\u001B[?25h\u001B[?1049l';
function createCanvas(sink, onClose) {
    let isOpen = true;
    let drawn = '';
    // One column stays free: clearing what follows a full line would take its last character.
    const size = () => ({ columns: (sink.columns ?? 80) - 1, rows: sink.rows ?? 24 });
    sink.write(canvas_open);
    return {
        size,
        draw: lines => {
            const { columns, rows } = size();
            const text = lines.map((line, row) => `\u001B[${row + 1};1H${line}\u001B[K`).join('');
            const whole = `${text}\u001B[J`;
            // A resized terminal may show anything.
            const next = `${columns}×${rows} ${whole}`;
            if (!isOpen || next === drawn)
                return;
            const isResized = drawn !== '' && !drawn.startsWith(`${columns}×${rows} `);
            drawn = next;
            sink.write(isResized ? `\u001B[2J${whole}` : whole);
        },
        close: () => {
            if (!isOpen)
                return;
            isOpen = false;
            sink.write(canvas_close);
            onClose();
        },
    };
}

// EXTERNAL MODULE: ./src/commands/progress.js
var progress = __webpack_require__(5933);
;// CONCATENATED MODULE: ./src/commands/output.js




/** Foreign text may hold anything: only line ends, tabs and colours reach a terminal. */
const harmless = (text) => text.replaceAll(/\u001b(?!\[[\d;]*m)|[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '�');
function createOutput({ stdout, stderr, json, quiet, colour, monotonicMs }) {
    let bar;
    let canvas;
    let sayOnCanvas;
    const print = (sink, text) => {
        if (sayOnCanvas !== undefined && sink === stderr)
            return sayOnCanvas(text);
        bar?.hide();
        sink.write(`${harmless(text)}\n`);
        bar?.draw();
    };
    return {
        json,
        colours: picocolors.createColors(colour),
        result: text => {
            if (!json)
                print(stdout, text);
        },
        say: text => {
            if (!quiet)
                print(stderr, text);
        },
        warn: text => print(stderr, text),
        object: value => {
            if (json)
                print(stdout, JSON.stringify(value));
        },
        progress: options => {
            bar?.end();
            bar = (0,progress/* createProgress */.mf)(options, { sink: stderr, quiet, monotonicMs, clean: harmless });
            return bar;
        },
        canvas: onLine => {
            if (stderr.isTTY !== true || quiet)
                return undefined;
            bar?.end();
            sayOnCanvas = onLine;
            canvas = createCanvas(stderr, () => (sayOnCanvas = undefined));
            return canvas;
        },
        close: () => {
            bar?.end();
            canvas?.close();
        },
    };
}
/** 2 for wrong usage or configuration, 1 for everything else. */
const exitCodeOf = (error) => (error instanceof errors/* PerpetualError */.nX && error.actBy === 'fix-config' ? 2 : 1);
/** An error in one line, `perpetual: …`, and with `json` as an object besides. */
function printError(output, error) {
    const message = (0,errors/* messageOf */.bD)(error);
    output.warn(`${output.colours.red('perpetual:')} ${message}`);
    output.object({ error: { message, actBy: error instanceof errors/* PerpetualError */.nX ? error.actBy : 'report-bug' } });
}


/***/ }),

/***/ 7629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runProgram: () => (/* binding */ runProgram)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ../../node_modules/commander/index.js + 6 modules
var commander = __webpack_require__(1283);
// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(9131);
// EXTERNAL MODULE: ./src/config/show.js
var show = __webpack_require__(467);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/config/nearest.js
var nearest = __webpack_require__(1242);
// EXTERNAL MODULE: ./src/forge/git.js
var git = __webpack_require__(8629);
;// CONCATENATED MODULE: ./src/commands/forge-choice.js




const forgeKinds = ['local', 'github'];
const refuse = (message) => new errors/* PerpetualError */.nX(message, { actBy: 'fix-config' });
const slug = /^([A-Za-z0-9][A-Za-z0-9-]{0,38})\/([A-Za-z0-9._-]{1,100})$/;
/** The host that repositories live on: github.com, or the server that GITHUB_SERVER_URL names. */
const hostOf = ({ GITHUB_SERVER_URL: server }) => {
    const url = URL.parse(server ?? '');
    return url === null ? 'github.com' : url.host;
};
/** `owner/repo` of an address as `git remote` prints it; undefined where it is on no such host. */
function repositoryOfRemote(address, host) {
    const scp = /^(?:[^@/]+@)?([^:/]+):(?!\/)(.+)$/.exec(address);
    const url = URL.parse(address);
    const [found, path] = url !== null && url.host !== '' ? [url.host, url.pathname] : [scp?.[1], scp?.[2]];
    // SSH has a port of its own, and github.com a host for it that firewalls let through.
    const withoutPort = found?.replace(/:\d+$/, '').replace(/^ssh\./, '');
    if (found !== host && withoutPort !== host.replace(/:\d+$/, ''))
        return undefined;
    const name = (path ?? '')
        .replace(/^\//, '')
        .replace(/\/$/, '')
        .replace(/\.git$/, '');
    return slug.test(name) ? name : undefined;
}
async function findRepository(folder, environment) {
    const origin = await (0,git/* runGit */.EO)(['remote', 'get-url', 'origin'], { cwd: folder });
    const found = origin.code === 0 ? repositoryOfRemote(origin.stdout.trim(), hostOf(environment)) : undefined;
    const { GITHUB_REPOSITORY: named } = environment;
    return found ?? (named !== undefined && slug.test(named) ? named : undefined);
}
function apiOf(environment) {
    const { GITHUB_API_URL: asked } = environment;
    if (asked !== undefined && asked !== '')
        return asked.replace(/\/+$/, '');
    const host = hostOf(environment);
    return host === 'github.com' ? 'https://api.github.com' : `https://${host}/api/v3`;
}
/** `--forge` decides; without it a repository whose `origin` is on GitHub is worked on there if there is a token, else on this disk. */
async function chooseForge(asked, { folder, environment }) {
    const kind = forgeKinds.find(each => each === asked);
    if (asked !== undefined && kind === undefined)
        throw refuse(`Expected \`--forge\` to be ${(0,nearest/* oneOf */.y)(asked, forgeKinds)}, got ${(0,show/* show */.WU)(asked)}`);
    const token = environment['GITHUB_TOKEN'] || environment['GH_TOKEN'];
    if (kind === 'local' || (kind === undefined && !token))
        return { kind: 'local' };
    if (!token)
        throw refuse('Expected a token in GITHUB_TOKEN or GH_TOKEN, found none; with the `gh` tool: `export GH_TOKEN=$(gh auth token)`');
    const name = await findRepository(folder, environment);
    const [, owner, repo] = slug.exec(name ?? '') ?? [];
    if (owner !== undefined && repo !== undefined)
        return { kind: 'github', owner, repo, token, apiUrl: apiOf(environment) };
    if (kind === undefined)
        return { kind: 'local' };
    throw refuse(`Expected \`origin\` in ${(0,show/* plain */.pj)(folder)} to be a repository on ${hostOf(environment)}, found none. Clone one, or name it: GITHUB_REPOSITORY=owner/name`);
}

// EXTERNAL MODULE: ./src/commands/output.js + 1 modules
var commands_output = __webpack_require__(2770);
;// CONCATENATED MODULE: ./src/commands/program.js








const examples = `
Examples:
  perpetual demo                          see the whole loop, without a key and without a network
  perpetual init                          set this repository up
  perpetual doctor                        what is still missing
  perpetual tasks import                  make the tasks of tasks/*.yml
  perpetual run droid-research            one session
  perpetual status --json                 where everything stands, for a script

Exit codes: 0 done or nothing to do, 1 failed, 2 wrong usage or configuration.`;
const globalsSchema = schemas/* object */.Ikc({
    repo: schemas/* string */.YjP().optional(),
    forge: schemas/* string */.YjP().optional(),
    json: schemas/* boolean */.zMY().default(false),
    quiet: schemas/* boolean */.zMY().default(false),
});
const wrongUsage = (message) => new errors/* PerpetualError */.nX(message, { actBy: 'fix-config' });
function folderOf(repo, here) {
    const folder = (0,external_node_path_.resolve)(here, repo ?? '.');
    if ((0,external_node_fs_.statSync)(folder, { throwIfNoEntry: false })?.isDirectory() === true)
        return folder;
    throw wrongUsage(`Expected \`--repo\` to name a folder, got ${(0,show/* show */.WU)(repo)}`);
}
/** `error: unknown option '--jsn'\n(Did you mean --json?)` as one sentence without the prefix. */
function usageError(error, asked) {
    if (error.code.startsWith('commander.help')) {
        return wrongUsage(`Expected a command after \`${['perpetual', ...asked].join(' ')}\`; they are listed above`);
    }
    const text = error.message.replace(/^error: /, '').replaceAll(/\s*\n\s*/g, ' ');
    const sentence = `${text.charAt(0).toUpperCase()}${text.slice(1)}`.replace(/[^.?!]$/, '$&.');
    return wrongUsage(`${sentence} \`perpetual --help\` lists what there is.`);
}
function createBase({ version, writeOut, writeError, columns }) {
    return new commander/* Command */.uB('perpetual')
        .description('Question-and-answer datasets that grow by themselves, inside their budgets, in your git repository.')
        .option('--repo <folder>', 'the data repository (default: here)')
        .option('--forge <kind>', `where tasks and pull requests live: ${forgeKinds.join(' or ')} (default: github where \`origin\` is there and a token is set)`)
        .option('--json', 'one JSON object on standard output, everything else on standard error')
        .option('--quiet', 'only results and errors')
        .version(version, '--version', 'print the version')
        .helpOption('--help', 'print this help')
        .addHelpText('after', examples)
        .configureHelp({ showGlobalOptions: true })
        .configureOutput({
        writeOut,
        writeErr: writeError,
        outputError: () => { },
        getOutHelpWidth: columns,
        getErrHelpWidth: columns,
    })
        .exitOverride();
}
/** Runs the command line and returns its exit code. Modules of commands that are not called are not loaded. */
async function runProgram(commands, surroundings) {
    const { arguments: asked, environment, clock, interruptible, tell, spawnSelf } = surroundings;
    let exitCode = 0;
    const fail = (output, error) => {
        (0,commands_output/* printError */.yJ)(output, error);
        exitCode = (0,commands_output/* exitCodeOf */.FO)(error);
    };
    const start = async (command, work) => {
        const { repo, forge, json, quiet } = globalsSchema.parse(command.optsWithGlobals());
        const output = surroundings.createOutput({ json, quiet });
        try {
            const folder = folderOf(repo, surroundings.folder);
            const choice = await chooseForge(forge, { folder, environment });
            const here = { folder, forge: choice, output, environment, clock: clock() };
            const invocation = { ...here, interruptible, tell, spawnSelf };
            const finish = await work(invocation);
            output.close();
            output.object(finish.json);
            exitCode = finish.exitCode ?? 0;
        }
        catch (error) {
            output.close();
            fail(output, error);
        }
    };
    const program = createBase(surroundings);
    for (const entry of commands) {
        const { name, summary } = entry;
        const command = program.command(name).summary(summary).description(summary);
        if (asked.includes(name))
            (await entry.load()).define(command, start);
    }
    try {
        if (asked.length === 0)
            program.outputHelp();
        else
            await program.parseAsync([...asked], { from: 'user' });
    }
    catch (error) {
        if (error instanceof commander/* CommanderError */.b7 && error.exitCode === 0)
            return 0;
        const usage = error instanceof commander/* CommanderError */.b7 ? usageError(error, asked) : error;
        fail(surroundings.createOutput({ json: asked.includes('--json'), quiet: false }), usage);
    }
    return exitCode;
}


/***/ }),

/***/ 5933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uj: () => (/* binding */ fit),
/* harmony export */   Xo: () => (/* binding */ formatSeconds),
/* harmony export */   mf: () => (/* binding */ createProgress)
/* harmony export */ });
/* unused harmony export describeProgress */
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);

/** A terminal is redrawn at most ten times a second, a log gets a line at most every five seconds. */
const redrawMs = 100;
const lineMs = 5000;
const barWidth = 20;
/** A shorter bar tells nothing. */
const leastBarWidth = 5;
const twoDigits = (value) => String(value).padStart(2, '0');
/** `2:05` or `1:02:05`. */
function formatSeconds(seconds) {
    const whole = Math.max(0, Math.round(seconds));
    const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
    return hours > 0 ? `${hours}:${twoDigits(minutes)}:${twoDigits(whole % 60)}` : `${minutes}:${twoDigits(whole % 60)}`;
}
/** A character of East Asian scripts or an emoji takes two columns. */
const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{17000}-\u{18cff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|[\p{Extended_Pictographic}\p{EMod}]/u;
/** As much of a text as fits into a number of columns. */
function fit(text, columns) {
    let used = 0;
    let kept = '';
    for (const character of (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text).replaceAll(/\s/g, ' ')) {
        used += wide.test(character) ? 2 : 1;
        if (used > columns)
            return kept;
        kept += character;
    }
    return kept;
}
/** One line without the bar: `Importing 12/44 tasks, 3.1/s, 0:10 left, session_12`. */
function describeProgress({ label, total, unit, from = 0, done, note, elapsedMs }) {
    const rate = elapsedMs > 0 ? ((done - from) * 1000) / elapsedMs : 0;
    const parts = [`${label} ${done}${total === undefined ? '' : `/${total}`} ${unit}`];
    if (rate > 0)
        parts.push(`${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s`);
    if (total !== undefined && rate > 0 && done < total)
        parts.push(`${formatSeconds((total - done) / rate)} left`);
    if (note !== '')
        parts.push(note);
    return parts.join(', ');
}
/** As long as the columns that the words leave free. */
function barOf({ done, total }, free) {
    const width = Math.min(barWidth, free - 1);
    if (total === undefined || total <= 0 || width < leastBarWidth)
        return '';
    const filled = Math.round(width * Math.min(1, done / total));
    return `${'█'.repeat(filled)}${'░'.repeat(width - filled)} `;
}
function createProgress(options, { sink, quiet, monotonicMs, clean }) {
    const startedMs = monotonicMs();
    const redrawn = sink.isTTY === true;
    let done = 0;
    let note = '';
    let drawnMs = Number.NEGATIVE_INFINITY;
    let ended = quiet;
    const standing = () => ({ ...options, done, note: clean(note), elapsedMs: monotonicMs() - startedMs });
    const draw = () => {
        if (ended || !redrawn)
            return;
        const now = standing();
        const words = describeProgress(now);
        // The width is asked for each time, and one column stays free, so that a line never wraps and cannot be left behind.
        const columns = (sink.columns ?? 80) - 1;
        sink.write(`\r\u001B[2K${fit(barOf(now, columns - words.length) + words, columns)}`);
    };
    return {
        update: (value, text = '') => {
            done = value;
            note = text;
            const nowMs = monotonicMs();
            if (ended || nowMs - drawnMs < (redrawn ? redrawMs : lineMs))
                return;
            // The first line of a log comes after five seconds: short work needs none.
            if (!redrawn && drawnMs === Number.NEGATIVE_INFINITY && nowMs - startedMs < lineMs)
                return;
            drawnMs = nowMs;
            if (redrawn)
                draw();
            else
                sink.write(`${describeProgress(standing())}\n`);
        },
        hide: () => {
            if (!ended && redrawn)
                sink.write('\r\u001B[2K');
        },
        draw,
        end: () => {
            if (ended)
                return;
            if (done > 0 && redrawn) {
                draw();
                sink.write('\n');
            }
            else if (done > 0)
                sink.write(`${describeProgress(standing())}\n`);
            ended = true;
        },
    };
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


/***/ }),

/***/ 8629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D5: () => (/* binding */ gitArguments),
/* harmony export */   EO: () => (/* binding */ runGit),
/* harmony export */   U4: () => (/* binding */ complaint),
/* harmony export */   _K: () => (/* binding */ gitEnvironment),
/* harmony export */   ht: () => (/* binding */ detached),
/* harmony export */   ij: () => (/* binding */ automation),
/* harmony export */   tv: () => (/* binding */ gitFailure)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9763);



/** The automation itself; needs no git configuration. */
const automation = { name: 'Perpetual', email: 'perpetual@localhost' };
/** Hooks, the file system monitor and pagers of the user's configuration never run for Perpetual's own git. */
const isolation = ['-c', 'core.hooksPath=/dev/null', '-c', 'core.fsmonitor=false', '--no-pager', '--no-replace-objects'];
/** What git needs of the environment: no `GIT_*` of a caller (a hook, a rebase) and no provider key gets through. */
const passed = ['PATH', 'HOME', 'USERPROFILE', 'XDG_CONFIG_HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'ComSpec', 'PATHEXT'];
const gitEnvironment = (identity = automation) => ({
    ...Object.fromEntries(passed.flatMap(name => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))),
    GIT_TERMINAL_PROMPT: '0',
    GIT_AUTHOR_NAME: identity.name,
    GIT_AUTHOR_EMAIL: identity.email,
    GIT_COMMITTER_NAME: identity.name,
    GIT_COMMITTER_EMAIL: identity.email,
    LC_ALL: 'C',
});
const gitArguments = (gitDir, args) => [
    ...isolation,
    ...(gitDir === undefined ? [] : [`--git-dir=${gitDir}`]),
    ...args,
];
/** A process group of its own, so that Ctrl-C in the terminal does not end a git in the middle of a write. */
const detached = process.platform !== 'win32';
const spawnFailure = (cause) => new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PerpetualError */ .nX('Expected `git` 2.38 or newer on the PATH, but it cannot be started. Install git, then try again.', {
    actBy: 'fix-config',
    cause,
});
const lower = (pid) => {
    try {
        (0,node_os__WEBPACK_IMPORTED_MODULE_1__.setPriority)(pid, node_os__WEBPACK_IMPORTED_MODULE_1__.constants.priority.PRIORITY_LOW);
    }
    catch {
        // It ended already, or the system does not allow it; either way there is nothing to do.
    }
};
/** Runs git to its end and tells its exit code; throws only where git cannot be started. */
const runGit = (args, run) => new Promise((resolve, reject) => {
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('git', gitArguments(run.gitDir, args), {
        cwd: run.cwd,
        env: gitEnvironment(run.identity),
        detached,
        windowsHide: true,
        stdio: ['pipe', 'pipe', 'pipe'],
    });
    if (run.lowPriority === true && child.pid !== undefined)
        lower(child.pid);
    const stdout = [];
    const stderr = [];
    child.stdout.on('data', (chunk) => stdout.push(chunk));
    child.stderr.on('data', (chunk) => stderr.push(chunk));
    // A git that ends early closes its input; its exit code and message say why.
    child.stdin.on('error', () => { });
    child.on('error', cause => reject(spawnFailure(cause)));
    child.on('close', code => resolve({
        code: code ?? -1,
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr: Buffer.concat(stderr).toString('utf8'),
    }));
    child.stdin.end(run.input ?? '');
});
/** The first line of what git complained about. */
const complaint = (result) => (result.stderr.trim().split('\n')[0] ?? '').replace(/^(?:fatal|error): /, '') || `it ended with code ${result.code}`;
/** An unexpected end of git as an error; `what` reads as in "git could not <what>". */
const gitFailure = (what, result) => new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PerpetualError */ .nX(`git could not ${what}: ${complaint(result)}`, {
    actBy: result.code === -1 ? 'next-run' : 'fix-config',
});


/***/ })

};
