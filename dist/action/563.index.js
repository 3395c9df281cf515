export const id = 563;
export const ids = [563];
export const modules = {

/***/ 7563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  processSurroundings: () => (/* binding */ processSurroundings)
});

// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./src/action/runner.js

const escapeData = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
/**
 * Foreign text as lines that the runner only prints. It reads a command from `::name::` after white space at a line's start and from
 * `##[name]` anywhere, and takes a lone carriage return for a line's end (ActionCommand.cs of actions/runner).
 */
const harmlessLines = (text) => text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
    .replaceAll('##[', '## [')
    .replaceAll(/^([^\S\n\u2028\u2029]*):(?=:)/gm, '$1: ');
/** Bytes of one step's summary. */
const mostSummaryBytes = 1024 * 1024;
const cutNote = '\n\n… The rest is cut: GitHub shows 1 MiB of a step.\n';
function cutToBytes(text, most) {
    const bytes = Buffer.from(text);
    if (bytes.length <= most)
        return text;
    const kept = bytes.subarray(0, most - Buffer.byteLength(cutNote) - 4).toString('utf8');
    return `${kept.slice(0, Math.max(0, kept.lastIndexOf('\n')))}${cutNote}`;
}
/** A line that ends a value of several lines and is not one of its own. */
function delimiterFor(value) {
    let delimiter = 'END_OF_VALUE';
    while (value.includes(delimiter))
        delimiter += '_';
    return delimiter;
}
function createRunner({ write, outputFile, summaryFile }) {
    let grouped = false;
    let summaryBytes = 0;
    const command = (name, text) => write(`::${name}::${escapeData(text)}\n`);
    const annotate = (name, text) => command(name, harmlessLines(text));
    const endGroup = () => {
        if (grouped)
            command('endgroup', '');
        grouped = false;
    };
    return {
        mask: secret => {
            for (const value of new Set([secret, secret.trim(), ...secret.split(/\r?\n/).map(line => line.trim())]))
                if (value !== '')
                    command('add-mask', value);
        },
        info: text => write(`${harmlessLines(text)}\n`),
        notice: text => annotate('notice', text),
        warning: text => annotate('warning', text),
        error: text => annotate('error', text),
        group: title => {
            endGroup();
            grouped = true;
            annotate('group', title.replaceAll(/\s+/g, ' '));
        },
        endGroup,
        output: (name, value) => {
            if (outputFile === undefined)
                return;
            const delimiter = delimiterFor(value);
            (0,external_node_fs_.appendFileSync)(outputFile, `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
        },
        summary: markdown => {
            if (summaryFile === undefined)
                return;
            const text = cutToBytes(`${markdown.trimEnd()}\n`, mostSummaryBytes - summaryBytes);
            summaryBytes += Buffer.byteLength(text);
            (0,external_node_fs_.appendFileSync)(summaryFile, text);
        },
    };
}

;// CONCATENATED MODULE: ./src/action/process-surroundings.js



const exitCodes = { SIGINT: 130, SIGTERM: 143 };
const onThisMachine = /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?(?:\/|$)/;
/** A moved clock begins a new day of every budget: it is for rehearsals, whose GitHub is a server on this machine. */
function readOffset({ PERPETUAL_CLOCK_OFFSET_MS: text, GITHUB_API_URL: address = '' }) {
    const offsetMs = readClockOffset(text);
    if (offsetMs === 0 || onThisMachine.test(address))
        return offsetMs;
    throw new errors/* PerpetualError */.nX('Expected no PERPETUAL_CLOCK_OFFSET_MS in a workflow on GitHub, whose budgets go by the real clock; take it out of `env`', { actBy: 'fix-config' });
}
/** This very process. A cancelled job gets SIGINT, 7.5 s later SIGTERM, and is killed 2.5 s after that. */
function processSurroundings() {
    const { env, stdout } = process;
    const asked = new AbortController();
    let graceful = false;
    const stop = (signal) => {
        const second = asked.signal.aborted;
        asked.abort();
        if (!graceful || second)
            process.exit(exitCodes[signal]);
    };
    process.on('SIGINT', () => stop('SIGINT'));
    process.on('SIGTERM', () => stop('SIGTERM'));
    stdout.on('error', () => { });
    return {
        environment: env,
        runner: createRunner({
            write: text => void stdout.write(text),
            outputFile: env['GITHUB_OUTPUT'] || undefined,
            summaryFile: env['GITHUB_STEP_SUMMARY'] || undefined,
        }),
        clock: () => createSystemClock(readOffset(env)),
        monotonicMs: () => performance.now(),
        interruptible: () => {
            graceful = true;
            return asked.signal;
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
