export const id = 3487;
export const ids = [3487,3477];
export const modules = {

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

/***/ 9474:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HA: () => (/* binding */ packageRepository),
/* harmony export */   Tl: () => (/* binding */ packageVersion),
/* harmony export */   n4: () => (/* binding */ packageFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9131);



/** The folder of this package: the nearest above with a package.json, for sources and builds alike. */
function packageFolder() {
    let folder = import.meta.dirname;
    while (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'package.json')) && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder) !== folder)
        folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder);
    return folder;
}
const packageSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    version: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    repository: zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ url: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }).transform(({ url }) => url)]).optional(),
});
const readPackage = () => packageSchema.parse(JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(packageFolder(), 'package.json'), 'utf8')));
const packageVersion = () => readPackage().version;
/** Where this package comes from, as package.json says it; undefined where it does not. */
const packageRepository = () => readPackage().repository;


/***/ }),

/***/ 3487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  processSurroundings: () => (/* binding */ processSurroundings)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./src/up/spawn-self.js

/** Of a process's output only so many characters at the end are kept. */
const keptOutput = 65_536;
const keptErrors = 8192;
function collect(stream, most) {
    let text = '';
    stream?.setEncoding('utf8');
    stream?.on('data', chunk => {
        text = `${text}${String(chunk)}`.slice(-most);
    });
    return () => text;
}
function endOf(child) {
    const stdout = collect(child.stdout, keptOutput);
    const stderr = collect(child.stderr, keptErrors);
    return new Promise(resolve => {
        const end = (how) => resolve({ ...how, stdout: stdout(), stderr: stderr() });
        child.once('error', error => end({ code: null, signal: null, error: error.message }));
        // Only then is all of its output read.
        child.once('close', (code, signal) => end({ code, signal, error: null }));
    });
}
function signalQuietly(child, signal) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null)
        return;
    try {
        // Windows knows no groups.
        if (signal === 'SIGTERM' || process.platform === 'win32')
            child.kill(signal);
        else
            process.kill(-child.pid, signal);
    }
    catch {
        // It has ended in the meantime.
    }
}
/**
 * Starts this program again with the runtime's own options and a channel. It is in a group of its own: Ctrl-C in a terminal reaches a
 * whole group, and a session that gets two signals ends at once.
 */
const spawnSelf = (args, listen) => {
    const script = process.argv[1] ?? '';
    const child = (0,external_node_child_process_.spawn)(process.execPath, [...process.execArgv, script, ...args], {
        detached: true,
        windowsHide: true,
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    child.on('message', listen);
    return { ended: endOf(child), signal: signal => signalQuietly(child, signal) };
};

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/domain/instant.js
var instant = __webpack_require__(795);
;// CONCATENATED MODULE: ./src/system-clock.js



/** The machine's own clock, moved by an offset in milliseconds. */
function createSystemClock(offsetMs = 0) {
    return {
        now: () => (0,instant/* toInstant */.fN)(Date.now() + offsetMs),
        sleep: async (ms, signal) => {
            await (0,promises_.setTimeout)(ms, undefined, signal === undefined ? {} : { signal });
        },
    };
}
/** A hundred years: far beyond them a year takes five digits, which no state file could be read with again. */
const mostOffsetMs = 100 * 365 * 86_400_000;
/** `PERPETUAL_CLOCK_OFFSET_MS` moves the clock for rehearsals of another day; unset means none. */
function readClockOffset(text) {
    if (text === undefined || text === '')
        return 0;
    const offsetMs = Number(text);
    if (Number.isSafeInteger(offsetMs) && Math.abs(offsetMs) <= mostOffsetMs)
        return offsetMs;
    throw new errors/* PerpetualError */.nX(`Expected PERPETUAL_CLOCK_OFFSET_MS to be a whole number of milliseconds within a hundred years, got \`${text.slice(0, 40)}\``, { actBy: 'fix-config' });
}

// EXTERNAL MODULE: ./src/commands/output.js + 1 modules
var commands_output = __webpack_require__(2770);
// EXTERNAL MODULE: ./src/commands/package-files.js
var package_files = __webpack_require__(9474);
;// CONCATENATED MODULE: ./src/commands/process-surroundings.js




const exitCodes = { SIGINT: 130, SIGTERM: 143 };
/** What this process tells whoever started it with a channel, and that it stops when they are gone. */
function joinParent(onGone) {
    if (process.send === undefined)
        return () => { };
    process.on('disconnect', onGone);
    // A listener keeps the process alive, which is not what it is for.
    process.channel?.unref();
    return event => {
        // What cannot be told any more is told to nobody.
        if (process.connected)
            process.send?.(event, undefined, undefined, () => { });
    };
}
/** Takes over how this process ends: by signals, or because whoever started it has gone. */
function createEnding(onExit) {
    const asked = new AbortController();
    let isGraceful = false;
    let withinMs;
    const leave = (signal) => () => {
        onExit();
        process.exit(process.exitCode ?? exitCodes[signal]);
    };
    const stop = (signal) => {
        const isSecond = asked.signal.aborted;
        asked.abort();
        if (!isGraceful || isSecond)
            leave(signal)();
        else if (withinMs !== undefined)
            setTimeout(leave(signal), withinMs).unref();
    };
    process.on('SIGINT', () => stop('SIGINT'));
    process.on('SIGTERM', () => stop('SIGTERM'));
    return {
        stop,
        asked: asked.signal,
        interruptible: (most) => {
            isGraceful = true;
            withinMs = most;
            return asked.signal;
        },
    };
}
/** This very process: its streams, its signals, its environment, and its children. */
function processSurroundings() {
    let output;
    const children = new Set();
    const { stop, asked, interruptible } = createEnding(() => output?.close());
    process.on('exit', () => {
        output?.close();
        // Who asks twice means everything; without being asked, children notice by themselves that this process is gone.
        if (asked.aborted)
            for (const child of children)
                child.signal('SIGKILL');
    });
    // A reader that went away (`perpetual status | head`) is no failure.
    process.stdout.on('error', () => process.exit(0));
    process.stderr.on('error', () => { });
    const { env, stdout, stderr } = process;
    const coloured = stderr.isTTY && stdout.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
    return {
        arguments: process.argv.slice(2),
        environment: env,
        folder: process.cwd(),
        version: (0,package_files/* packageVersion */.Tl)(),
        clock: () => createSystemClock(readClockOffset(env['PERPETUAL_CLOCK_OFFSET_MS'])),
        createOutput: ({ json, quiet }) => {
            output = (0,commands_output/* createOutput */.qw)({ stdout, stderr, json, quiet, colour: coloured, monotonicMs: () => performance.now() });
            return output;
        },
        interruptible,
        // A parent that is gone is one request to stop, however it went.
        tell: joinParent(() => {
            if (!asked.aborted)
                stop('SIGTERM');
        }),
        spawnSelf: (args, listen) => {
            const child = spawnSelf(args, listen);
            children.add(child);
            void child.ended.then(() => children.delete(child));
            return child;
        },
        writeOut: text => void stdout.write(text),
        writeError: text => void stderr.write(text),
        columns: () => stdout.columns ?? 100,
    };
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

/***/ 3477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p6: () => (/* binding */ date),
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1299);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9131);



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
