export const id = 3329;
export const ids = [3329];
export const modules = {

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

/***/ 2959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p4: () => (/* binding */ alertSettingsOf),
  bT: () => (/* binding */ alertsFor),
  VY: () => (/* binding */ firstMonth)
});

// EXTERNAL MODULE: ./src/domain/instant.js
var instant = __webpack_require__(795);
;// CONCATENATED MODULE: ./src/orchestrator/alerts.js

/** Fewer sessions in a row that their provider ended are left to the next one. */
const fewestRefused = 3;
function idleOf({ at, heartbeatMs, told: { available } }) {
    return Object.entries(available)
        .filter(([, { since }]) => (0,instant/* toEpochMs */.x8)(at) - (0,instant/* toEpochMs */.x8)(since) > heartbeatMs)
        .map(([pipeline, { since }]) => ({ type: 'idle', key: `idle/${pipeline}/${since}`, pipeline, since }));
}
const isRefused = ({ reason, calls }) => calls === 0 && /^provider(?::|$)/.test(reason);
/** The latest sessions of a pipeline, where all of them got nothing from their provider. */
function refusedOf({ sessions, heartbeatMs }, pipeline) {
    const own = sessions.filter(session => session.pipeline === pipeline);
    const row = own.slice(own.findLastIndex(session => !isRefused(session)) + 1);
    const [first, last] = [row[0], row.at(-1)];
    if (first === undefined || last === undefined || row.length < fewestRefused)
        return [];
    if ((0,instant/* toEpochMs */.x8)(last.endedAt) - (0,instant/* toEpochMs */.x8)(first.startedAt) <= heartbeatMs)
        return [];
    const said = last.reason.replace(/^provider:?\s*/, '');
    return [{ type: 'provider', key: `provider/${pipeline}/${first.session}`, pipeline, since: first.startedAt, said }];
}
/** Parts that nobody has looked at; those that an older version opened do not say since when they wait. */
function unreadOf({ at, tasks, alertAfterMs }) {
    const waiting = tasks.flatMap(({ title, parts }) => parts.flatMap(({ state, looked, pull, url, part, pairs, openedAt }) => state === 'open' && looked === 'none' && pull !== null && openedAt !== null && (0,instant/* plusMs */.f9)(openedAt, alertAfterMs) < at
        ? [{ type: 'unread', key: `unread/${pull}`, number: pull, url, title, part, pairs, since: openedAt }]
        : []));
    return waiting.toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.number - b.number));
}
/** Pure: what a person is needed for, the most pressing first. While all is paused nothing is late but what waits for a reader. */
function alertsOf(input) {
    const unread = unreadOf(input);
    if (input.paused)
        return unread;
    const { silence } = input.told;
    return [
        ...(silence === null ? [] : [{ type: 'silence', key: `silence/${silence.from}`, ...silence }]),
        ...idleOf(input),
        ...input.pipelines.flatMap(pipeline => refusedOf(input, pipeline)),
        ...unread,
    ];
}

;// CONCATENATED MODULE: ./src/commands/read-alerts.js


/** The months of history that alerts look at: this one and the one before, so that what began in them keeps its name for a month. */
const firstMonth = (at) => {
    const day = new Date((0,instant/* toEpochMs */.x8)(at));
    return (0,instant/* toInstant */.fN)(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - 1));
};
const alertSettingsOf = ({ config: { plan, reviews } }) => ({
    heartbeatMs: plan.heartbeatMs,
    alertAfterMs: reviews.alertAfterMs,
    maxWaiting: reviews.maxWaiting,
});
/** What a person is needed for, by what ticks told and how sessions ended; enabled pipelines alone. */
function alertsFor(project, { at, paused, tasks, pipelines }, { told, sessions, }) {
    const enabled = pipelines.flatMap(({ pipeline, settings }) => (settings.enabled ? [pipeline] : []));
    return alertsOf({ ...alertSettingsOf(project), at, paused, told, pipelines: enabled, tasks, sessions });
}


/***/ }),

/***/ 3329:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  define: () => (/* binding */ up_define)
});

// EXTERNAL MODULE: ../../node_modules/commander/index.js + 6 modules
var commander = __webpack_require__(1283);
// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(9131);
// EXTERNAL MODULE: ./src/config/pipelines.js
var config_pipelines = __webpack_require__(6615);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/domain/ledger.js
var domain_ledger = __webpack_require__(1841);
// EXTERNAL MODULE: ./src/domain/state.js
var state = __webpack_require__(8935);
// EXTERNAL MODULE: ./src/commands/survey.js
var commands_survey = __webpack_require__(8944);
// EXTERNAL MODULE: ./src/report/count-pairs.js
var count_pairs = __webpack_require__(5307);
// EXTERNAL MODULE: ./src/session-setting.js
var session_setting = __webpack_require__(1256);
// EXTERNAL MODULE: ./src/session/availability.js
var availability = __webpack_require__(8071);
;// CONCATENATED MODULE: ./src/up/look-around.js








/**
 * What the planner is to know beyond the state: a pipeline that backs off, or is none of ours, goes before nobody. Only a session that
 * is at work stays as it is.
 */
function withoutOthers(survey, { only, backingOff }) {
    const isOurs = (pipeline) => only.length === 0 || only.includes(pipeline);
    return {
        ...survey,
        pipelines: survey.pipelines.map(each => {
            const { pipeline, availability } = each;
            const until = backingOff.get(pipeline);
            if (availability?.type !== 'available' || (isOurs(pipeline) && until === undefined))
                return each;
            return { ...each, availability: { type: 'rest', reason: 'cooling', until: until ?? null, budget: availability.budget } };
        }),
    };
}
/** A day's dollars of some accounts together; null where one has no limit. */
function usdOf({ config, forge, clock }, pipeline, accounts) {
    const now = clock.now();
    const budgets = accounts.map(({ account, ledgers }) => {
        const limit = (0,session_setting/* settingOf */.y7)(config, pipeline, { forge: forge.kind, account }).accountLimits(now).usdMicros;
        if (limit === undefined)
            return null;
        const { usdMicros: ledger } = ledgers;
        return (0,availability/* budgetOf */.nT)(ledger === undefined ? (0,domain_ledger/* openLedger */.au)(limit, limit.window) : (0,domain_ledger/* bringUpToDate */.fG)(ledger, limit, limit.window), 'usdMicros');
    });
    const known = budgets.flatMap(budget => budget ?? []);
    if (known.length === 0 || known.length < budgets.length)
        return null;
    const sum = (of) => known.reduce((total, budget) => total + of(budget), 0);
    return { meter: 'usdMicros', limit: sum(each => each.limit), line: sum(each => each.line), used: sum(each => each.used) };
}
/** Where the handoff of the latest session that has ended lies. */
function handoffOf({ pipeline, sessions, session }) {
    const ended = sessions - (session === null ? 0 : 1);
    return ended <= 0 ? null : state/* statePaths */.mt.handoff(pipeline, `${pipeline}-${String(ended).padStart(4, '0')}`);
}
function checkNames({ config }, only) {
    const unknown = only.find(name => !Object.hasOwn(config.pipelines, name));
    if (unknown === undefined)
        return;
    throw new errors/* PerpetualError */.nX(`Expected \`--only\` to name a pipeline of .github/perpetual.yml (${Object.keys(config.pipelines).join(', ')}), got \`${unknown}\``, { actBy: 'fix-config' });
}
/** One look at how everything stands, and what is to be started now. */
async function lookAround(project, survey, options) {
    checkNames(project, options.only);
    const { config, book } = project;
    const { start, pipelines } = (0,commands_survey/* planFor */.bJ)(project, withoutOthers(survey, options));
    const { accounts } = await book.read({ accounts: Object.keys(config.accounts), pipelines: [], tasks: [] });
    const accountsFor = (settings) => (0,config_pipelines/* accountsOf */.s1)(settings).map(account => accounts[account] ?? (0,state/* emptyAccount */.dO)(account));
    const surveyed = new Map(survey.pipelines.map(each => [each.pipeline, each]));
    const ticked = pipelines.flatMap(({ pipeline, decision, budget }) => {
        const known = surveyed.get(pipeline);
        if (known === undefined || (options.only.length > 0 && !options.only.includes(pipeline)))
            return [];
        const usd = known.availability === null ? null : usdOf(project, pipeline, accountsFor(known.settings));
        return [{ pipeline, decision, budget, usd, handoff: handoffOf(known.state) }];
    });
    const kinds = survey.pipelines.map(({ pipeline, settings: { kind } }) => ({ pipeline, kind }));
    return {
        at: survey.at,
        paused: survey.paused,
        configuration: JSON.stringify(config),
        goal: config.goal,
        pairs: (0,count_pairs/* countPairs */.rZ)({ ...survey, pipelines: kinds }),
        waitingParts: survey.partsToRead,
        pipelines: ticked,
        start,
    };
}

// EXTERNAL MODULE: ./src/domain/instant.js
var instant = __webpack_require__(795);
;// CONCATENATED MODULE: ./src/session/reporter.js


/** What a session tells while it works; entries turn it into a bar, lines, a log, a message to another process, or nothing. */
const sessionEventSchema = schemas/* discriminatedUnion */.gMt('type', [
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('claimed'), session: schemas/* string */.YjP(), continued: schemas/* boolean */.zMY() }).readonly(),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('task'), task: schemas/* string */.YjP(), title: schemas/* string */.YjP(), resumedCalls: schemas/* number */.aig() }).readonly(),
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz('progress'),
        task: schemas/* string */.YjP(),
        calls: schemas/* number */.aig(),
        callsExpected: schemas/* number */.aig(),
        accepted: schemas/* number */.aig(),
        rejected: schemas/* number */.aig(),
        /** Of what the pipeline is metered in: settled and reserved, and the line. */
        used: schemas/* number */.aig(),
        line: schemas/* number */.aig(),
    })
        .readonly(),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('checkpoint'), calls: schemas/* number */.aig(), durationMs: schemas/* number */.aig() }).readonly(),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('delivered'), branch: schemas/* string */.YjP(), number: schemas/* number */.aig(), url: schemas/* string */.YjP(), pairs: schemas/* number */.aig() })
        .readonly(),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('warning'), message: schemas/* string */.YjP() }).readonly(),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('wrapping'), reason: schemas/* string */.YjP() }).readonly(),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('rested'), reason: schemas/* string */.YjP(), until: instant/* instantSchema */.p8.nullable() }).readonly(),
]);

;// CONCATENATED MODULE: ./src/up/session-starter.js

/** Sessions as processes of the command line: `perpetual run <pipeline>` in the same repository. */
const createSessionStarter = (spawnSelf, { folder, forge }) => (pipeline, listen) => {
    const args = ['run', pipeline, '--json', '--repo', folder, '--forge', forge];
    const { ended, signal } = spawnSelf(args, message => {
        const event = sessionEventSchema.safeParse(message).data;
        if (event !== undefined)
            listen(event);
    });
    return { ended, stop: () => signal('SIGTERM'), kill: () => signal('SIGKILL') };
};

// EXTERNAL MODULE: ./src/commands/progress.js
var progress = __webpack_require__(5933);
// EXTERNAL MODULE: ./src/domain/one-line.js
var one_line = __webpack_require__(9517);
// EXTERNAL MODULE: ./src/report/amount.js
var amount = __webpack_require__(2150);
// EXTERNAL MODULE: ./src/report/describe-decision.js
var describe_decision = __webpack_require__(8202);
;// CONCATENATED MODULE: ./src/up/words.js





/** Why a pipeline rests; whatever holds it where no process of ours does is another's. */
const restWords = (rest) => rest.reason === 'held' ? 'a session of another process is at work' : (0,one_line/* oneLine */.T)((0,describe_decision/* describeDecision */.K)({ ...rest, until: null }), 160);
/** `in 4:05`, or `now` where it is over. */
function inWords(until, now) {
    const seconds = ((0,instant/* toEpochMs */.x8)(until) - (0,instant/* toEpochMs */.x8)(now)) / 1000;
    return seconds <= 0 ? 'now' : `in ${(0,progress/* formatSeconds */.Xo)(seconds)}`;
}
/** Seconds for what comes soon, the minute for what comes later. */
const untilWords = (until, now) => (0,instant/* toEpochMs */.x8)(until) - (0,instant/* toEpochMs */.x8)(now) < 3_600_000 ? inWords(until, now) : `at ${(0,instant/* toMinute */.y_)(until)}`;
/** `1 pair`, `1,240 pairs`. */
const counted = (count, one, several = `${one}s`) => `${(0,amount/* grouped */.zD)(count)} ${count === 1 ? one : several}`;

;// CONCATENATED MODULE: ./src/up/summary.js



const sumOf = (tallies) => {
    const sum = (of) => tallies.reduce((total, tally) => total + of(tally), 0);
    return {
        sessions: sum(each => each.sessions),
        failures: sum(each => each.failures),
        restarts: sum(each => each.restarts),
        accepted: sum(each => each.accepted),
        rejected: sum(each => each.rejected),
        deliveries: sum(each => each.deliveries),
        usd: sum(each => each.usd),
    };
};
const lastOf = ({ last }) => last === null ? null : { session: last.session, reason: last.reason, handoff: last.handoff };
const summaryOf = ({ outcome, startedAt, endedAt, ticks, members }) => ({
    outcome,
    startedAt,
    endedAt,
    ticks,
    ...sumOf(members.map(({ tally }) => tally)),
    pipelines: members.map(member => ({
        pipeline: member.pipeline,
        ...member.tally,
        trouble: member.trouble?.message ?? null,
        last: lastOf(member),
    })),
});
/** Some lines for a person. */
function renderEnd(end) {
    const { sessions, failures, accepted, deliveries, usd } = sumOf(end.members.map(({ tally }) => tally));
    const seconds = ((0,instant/* toEpochMs */.x8)(end.endedAt) - (0,instant/* toEpochMs */.x8)(end.startedAt)) / 1000;
    const troubled = end.members.flatMap(({ pipeline, trouble }) => (trouble === null ? [] : [`  ${pipeline}: ${trouble.message}`]));
    const failed = failures === 0 ? '' : `, ${counted(failures, 'failure')}`;
    return [
        `${end.outcome === 'asked' ? 'Stopped' : 'Done'} after ${(0,progress/* formatSeconds */.Xo)(seconds)}: ${counted(sessions, 'session')}, ${counted(accepted, 'pair')} accepted, ${counted(deliveries, 'delivery', 'deliveries')}, $${usd.toFixed(2)}${failed}.`,
        ...troubled,
    ].join('\n');
}

// EXTERNAL MODULE: ./src/report/bar.js
var bar = __webpack_require__(3057);
;// CONCATENATED MODULE: ./src/up/screen-line.js



const line = (text, tone = 'plain') => ({ text, tone });
/** What a terminal might obey, or would not show as a character of one line. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
/** As much as fits of a text that may hold anything, in its colour. */
function paint({ text, tone }, columns, colours) {
    // Of a longer text more than the columns is never looked at.
    const fitted = (0,progress/* fit */.Uj)(text
        .slice(0, 4 * columns)
        .toWellFormed()
        .replaceAll(unseen, ' '), columns);
    switch (tone) {
        case 'plain':
            return fitted;
        case 'strong':
            return colours.bold(fitted);
        case 'dim':
            return colours.dim(fitted);
        case 'good':
            return colours.green(fitted);
        case 'bad':
            return colours.red(fitted);
    }
}
/** What is used of a budget, with a mark where its line is: `██████▌░░│░░`. */
function meterBar({ used, line: most, limit }, width) {
    const cells = (amount) => Math.round(Math.min(1, Math.max(0, amount / limit)) * width);
    // What is begun shows, and what is left too.
    const filled = used >= limit ? width : used > 0 ? Math.min(width - 1, Math.max(1, cells(used))) : 0;
    const mark = most >= limit ? -1 : Math.min(width - 1, cells(most));
    return Array.from({ length: width }, (_, cell) => (cell === mark ? '│' : cell < filled ? '█' : '░')).join('');
}
/** `412 of 850 calls`: up to the line, which is where a session stops. */
const useWords = ({ meter, used, line: most }) => meter === 'usdMicros'
    ? `${(0,amount/* amountOf */.MT)(meter, used)} of ${(0,amount/* amountOf */.MT)(meter, most)}`
    : `${(0,amount/* amountOf */.MT)(meter, used)} of ${(0,amount/* amountOf */.MT)(meter, most)} ${domain_ledger/* meterWords */.D[meter]}`;

;// CONCATENATED MODULE: ./src/up/back-off.js
const firstMs = 5000;
/** Also how long a wrong configuration waits that nobody has changed. */
const longestMs = 15 * 60_000;
/** How long to wait after so many failures in a row: doubled each time, and a quarter more or less, so that what failed together is not tried again together. */
function backOffMs(failures, random) {
    const wholeMs = Math.min(longestMs, firstMs * 2 ** Math.max(0, failures - 1));
    return Math.min(longestMs, Math.round(wholeMs * (0.75 + random() / 2)));
}

;// CONCATENATED MODULE: ./src/up/member.js


const nothing = { sessions: 0, failures: 0, restarts: 0, accepted: 0, rejected: 0, deliveries: 0, usd: 0 };
const newMember = (pipeline) => ({
    pipeline,
    startedAt: null,
    failures: 0,
    rests: 0,
    notBefore: null,
    trouble: null,
    last: null,
    tally: nothing,
});
const started = (member, at) => ({
    ...member,
    startedAt: at,
    notBefore: null,
    tally: { ...member.tally, restarts: member.tally.restarts + (member.failures > 0 ? 1 : 0) },
});
const withResult = (tally, result) => result === null || result.outcome === 'rested'
    ? tally
    : {
        ...tally,
        sessions: tally.sessions + 1,
        accepted: tally.accepted + result.pairs.accepted,
        rejected: tally.rejected + result.pairs.rejected,
        deliveries: tally.deliveries + result.deliveries.length,
        usd: tally.usd + result.spent.usd,
    };
/** Of a process that was asked to stop or killed by us: whatever its end, it is no failure. */
function stopped(member, end) {
    const result = 'result' in end ? end.result : null;
    return { ...member, startedAt: null, last: result ?? member.last, tally: withResult(member.tally, result) };
}
/** Pure: when the next session of a pipeline may begin, after one has ended. */
function ended(member, end, { now, random }) {
    const { failures, rests, tally } = member;
    const base = stopped(member, end);
    switch (end.type) {
        case 'worked':
            return { ...base, failures: 0, rests: 0, notBefore: null, trouble: null };
        case 'rested':
            return { ...base, rests: rests + 1, notBefore: (0,instant/* plusMs */.f9)(now, backOffMs(rests + 1, random)), trouble: null };
        case 'failed': {
            const waitMs = end.lasting ? longestMs : backOffMs(failures + 1, random);
            const trouble = { type: 'failed', message: end.message, lasting: end.lasting };
            const counted = { ...base.tally, failures: tally.failures + 1 };
            return { ...base, failures: failures + 1, notBefore: (0,instant/* plusMs */.f9)(now, waitMs), trouble, tally: counted };
        }
        case 'no-key': {
            const trouble = { type: 'no-key', message: end.message, lasting: true };
            return { ...base, notBefore: (0,instant/* plusMs */.f9)(now, longestMs), trouble };
        }
    }
}
/** When one that failed is tried again: a session that its provider ended has wrapped, and rests like any other. */
const againAtOf = ({ notBefore, last }) => notBefore !== null && last !== null && last.next !== null && last.next > notBefore ? last.next : notBefore;
/** A changed configuration may have mended what a person had to mend. */
const reconfigured = (member) => member.trouble?.lasting === true ? { ...member, notBefore: null } : member;
/** Whether it waits after a failure or a rest; a clock that was set back makes it wait no longer than it ever would. */
const isBackingOff = ({ notBefore }, now) => notBefore !== null && notBefore > now && (0,instant/* toEpochMs */.x8)(notBefore) - (0,instant/* toEpochMs */.x8)(now) <= longestMs;

;// CONCATENATED MODULE: ./src/up/speed.js

/** What counts for the speed, milliseconds: long enough that a slow provider does not make it jump. */
const windowMs = 60_000;
const withSample = (samples, sample) => {
    const from = (0,instant/* toEpochMs */.x8)(sample.at) - windowMs;
    // A task that begins counts anew.
    const kept = samples.filter(each => (0,instant/* toEpochMs */.x8)(each.at) >= from && each.calls <= sample.calls);
    return [...kept, sample];
};
/** Calls a minute; null before there is anything to measure. */
function speedOf(samples, now) {
    const recent = samples.filter(({ at }) => (0,instant/* toEpochMs */.x8)(at) >= (0,instant/* toEpochMs */.x8)(now) - windowMs);
    const [first, last] = [recent[0], recent.at(-1)];
    if (first === undefined || last === undefined)
        return samples.length === 0 ? null : 0;
    const ms = (0,instant/* toEpochMs */.x8)(now) - (0,instant/* toEpochMs */.x8)(first.at);
    return ms < 1000 ? null : ((last.calls - first.calls) * 60_000) / ms;
}

;// CONCATENATED MODULE: ./src/up/view.js


const keptMessages = 50;
const nothingTold = { session: null, task: null, progress: null, samples: [], isWrapping: false };
const emptyView = (startedAt) => ({
    startedAt,
    tick: null,
    nextTickAt: null,
    tickTrouble: null,
    members: new Map(),
    live: new Map(),
    messages: [],
    isStopping: false,
});
function withTold(live, event, at) {
    switch (event.type) {
        case 'claimed':
            return { ...live, session: event.session };
        case 'task':
            return { ...live, task: { id: event.task, title: event.title }, progress: null, samples: [] };
        case 'progress': {
            const task = live.task?.id === event.task ? live.task : { id: event.task, title: '' };
            return { ...live, task, progress: event, samples: withSample(live.samples, { at, calls: event.calls }) };
        }
        case 'wrapping':
            return { ...live, isWrapping: true };
        case 'checkpoint':
        case 'delivered':
        case 'warning':
        case 'rested':
            return live;
    }
}
const withEntry = (map, key, value) => new Map([...map, [key, value]]);
function changed(view, event, everyMs) {
    switch (event.type) {
        case 'ticked':
            return { ...view, tick: event.view, tickTrouble: null, nextTickAt: (0,instant/* plusMs */.f9)(event.at, everyMs) };
        case 'tick-failed':
            return { ...view, tickTrouble: event.message, nextTickAt: event.nextAt };
        case 'started': {
            const { pipeline } = event.member;
            const live = withEntry(view.live, pipeline, nothingTold);
            return { ...view, live, members: withEntry(view.members, pipeline, event.member) };
        }
        case 'told': {
            const live = view.live.get(event.pipeline) ?? nothingTold;
            return { ...view, live: withEntry(view.live, event.pipeline, withTold(live, event.event, event.at)) };
        }
        case 'ended': {
            const { pipeline } = event.member;
            const live = new Map([...view.live].filter(([name]) => name !== pipeline));
            return { ...view, live, members: withEntry(view.members, pipeline, event.member) };
        }
        case 'stopping':
            return { ...view, isStopping: true };
        case 'killed':
        case 'said':
            return view;
    }
}
/** Pure: the view after something has happened. */
function viewAfter(view, { event, said, everyMs }) {
    const messages = [...view.messages, ...said.map(each => ({ ...each, at: event.at }))].slice(-keptMessages);
    return { ...changed(view, event, everyMs), messages };
}

;// CONCATENATED MODULE: ./src/up/screen-pipeline.js









const barWidth = 24;
/** A session's own word is newer than that of the tick. */
const budgetNow = (budget, live) => budget === null || live.progress === null || live.progress.line === 0
    ? budget
    : { ...budget, used: live.progress.used, line: live.progress.line, limit: Math.max(budget.limit, live.progress.line) };
function resourceLine(ticked, live) {
    const budget = budgetNow(ticked?.budget ?? null, live);
    const usd = ticked?.usd ?? null;
    const words = [
        ...(budget === null || budget.limit === 0 ? [] : [`${meterBar(budget, barWidth)} ${useWords(budget)}`]),
        ...(usd === null || usd.limit === 0 ? [] : [`${useWords(usd)} today`]),
    ];
    return words.length === 0 ? undefined : line(`    ${words.join(' · ')}`);
}
function taskLine(live, now) {
    const { progress, task } = live;
    if (task === null)
        return undefined;
    const name = `    ${(0,one_line/* oneLine */.T)(task.id, 40)}`;
    if (progress === null)
        return line(name);
    const speed = speedOf(live.samples, now);
    const words = [
        `${name}: ${(0,amount/* grouped */.zD)(progress.calls)} of about ${(0,amount/* grouped */.zD)(progress.callsExpected)} calls`,
        counted(progress.accepted, 'pair'),
        ...(speed === null ? [] : [`${speed >= 10 ? Math.round(speed) : speed.toFixed(1)} calls/min`]),
    ];
    return line(words.join(', '));
}
const handoffLine = (ticked, { last }) => {
    const path = last?.handoff ?? ticked?.handoff ?? null;
    return path === null ? [] : [line(`    last handoff ${path}`, 'dim')];
};
function workingHead(member, live, now) {
    const { pipeline, startedAt } = member;
    const since = startedAt === null ? '' : (0,progress/* formatSeconds */.Xo)(((0,instant/* toEpochMs */.x8)(now) - (0,instant/* toEpochMs */.x8)(startedAt)) / 1000);
    const does = live.isWrapping
        ? 'wraps: delivers and hands off'
        : live.task !== null
            ? (0,one_line/* oneLine */.T)(live.task.title === '' ? live.task.id : live.task.title, 200)
            : live.session === null
                ? 'starts'
                : 'looks for a task';
    return line(`● ${pipeline}  ${since}  ${does}`, 'good');
}
function restingHead(ticked, now) {
    const { pipeline, decision } = ticked;
    if (decision.type === 'start')
        return line(`○ ${pipeline}  begins now`);
    const until = decision.until === null
        ? ''
        : `, ${decision.reason === 'held' ? 'its claim lapses' : 'again'} ${untilWords(decision.until, now)}`;
    return line(`○ ${pipeline}  ${restWords(decision)}${until}`);
}
function troubledHead(member, now) {
    const { pipeline, trouble, failures } = member;
    const againAt = againAtOf(member);
    const again = againAt === null ? '' : `again ${untilWords(againAt, now)}: `;
    const what = trouble?.type === 'no-key' ? 'no key' : failures > 1 ? `failed ${failures} times` : 'failed';
    return line(`✗ ${pipeline}  ${what}, ${again}${trouble?.message ?? ''}`, 'bad');
}
const isThere = (value) => value !== undefined;
/** Of pipelines at work first, then those in trouble, then the others in the order of the plan. */
function blocksOf({ tick, members, live }, now) {
    const ticked = new Map(tick?.pipelines.map(each => [each.pipeline, each]));
    const names = [...ticked.keys(), ...[...members.keys()].filter(name => !ticked.has(name))];
    const blocks = names.flatMap((name) => {
        const member = members.get(name) ?? newMember(name);
        const [own, told] = [ticked.get(name), live.get(name) ?? nothingTold];
        const more = [resourceLine(own, told), taskLine(told, now), ...handoffLine(own, member)];
        const lines = more.filter(isThere);
        if (member.startedAt !== null)
            return [{ order: 0, since: member.startedAt, lines: [workingHead(member, told, now), ...lines] }];
        if (member.trouble !== null && isBackingOff(member, now))
            return [{ order: 1, since: '', lines: [troubledHead(member, now), ...lines] }];
        // One that the configuration no longer has, and that has ended.
        return own === undefined ? [] : [{ order: 2, since: '', lines: [restingHead(own, now), ...lines] }];
    });
    return blocks.toSorted((a, b) => a.order - b.order || (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}

// EXTERNAL MODULE: ./src/session/handoff.js
var handoff = __webpack_require__(6272);
;// CONCATENATED MODULE: ./src/up/teller.js




const most = 160;
function describeTold(event) {
    switch (event.type) {
        case 'claimed':
            return `session ${(0,one_line/* oneLine */.T)(event.session, most)} ${event.continued ? 'goes on where it was left' : 'begins'}`;
        case 'task': {
            const before = event.resumedCalls === 0 ? '' : ` (${counted(event.resumedCalls, 'call')} done before)`;
            return `works on ${(0,one_line/* oneLine */.T)(event.task, 80)}: ${(0,one_line/* oneLine */.T)(event.title, most)}${before}`;
        }
        case 'delivered':
            return `delivered #${event.number}: ${counted(event.pairs, 'pair')} on ${(0,one_line/* oneLine */.T)(event.branch, most)}`;
        case 'warning':
            return `warns: ${(0,one_line/* oneLine */.T)(event.message, 300)}`;
        // A wrap is told when it is done, with what came of it.
        case 'wrapping':
        case 'progress':
        case 'checkpoint':
        case 'rested':
            return undefined;
    }
}
function describeResult({ session, outcome, reason, spent, pairs, next }, now) {
    const why = (0,one_line/* oneLine */.T)((0,handoff/* explainReason */.mU)(reason), most);
    const then = next === null || next <= now ? '' : `; next ${untilWords(next, now)}`;
    if (outcome === 'rested')
        return `rested: ${why}${then}`;
    const came = `${counted(spent.calls, 'call')}, ${counted(pairs.accepted, 'pair')}, $${spent.usd.toFixed(2)}`;
    return `session ${session ?? '?'} wrapped: ${why} (${came})${then}`;
}
function describeEnd(end, member, now) {
    const { notBefore, failures } = member;
    const againAt = againAtOf(member);
    const again = againAt === null ? '' : `; tried again ${untilWords(againAt, now)}`;
    switch (end.type) {
        case 'worked':
        case 'rested':
            return describeResult(end.result, now);
        case 'failed': {
            const often = failures > 1 ? ` ${failures} times in a row` : '';
            const change = end.lasting && notBefore !== null ? ', or when the configuration changes' : '';
            return `failed${often}: ${end.message}${again}${change}`;
        }
        case 'no-key':
            return `rests without a key: ${end.message}${again}, or when the configuration changes`;
    }
}
/** When the first pipeline that rests can work again, as far as anybody knows, and which it is; a claim is renewed for as long as its session works. */
function nextOf(view) {
    const known = view.pipelines.flatMap(({ pipeline, decision }) => decision.type === 'rest' && decision.until !== null && decision.reason !== 'held'
        ? [{ pipeline, until: decision.until }]
        : []);
    return known.toSorted((a, b) => (a.until < b.until ? -1 : 1))[0];
}
/** Makes lines of what happens; what stays as it is is told once. */
function createTeller() {
    const told = new Map();
    const working = new Set();
    /** True where this is news about that subject. */
    const isNews = (subject, text) => {
        if (told.get(subject) === text)
            return false;
        told.set(subject, text);
        return true;
    };
    const ofTick = (view, now) => {
        const said = [];
        if (told.delete('tick'))
            said.push({ text: 'Planning works again.', isTrouble: false });
        for (const { pipeline, decision } of view.pipelines) {
            const held = decision.type === 'rest' && decision.reason === 'held' && !working.has(pipeline) ? restWords(decision) : '';
            if (isNews(`held ${pipeline}`, held) && held !== '')
                said.push({ pipeline, text: held, isTrouble: false });
        }
        const next = nextOf(view);
        const idle = working.size > 0 || view.start.length > 0
            ? ''
            : view.paused
                ? 'All pipelines are paused; `perpetual enable` lets them go on.'
                : `Nothing can work now.${next === undefined ? '' : ` Next: ${next.pipeline} ${untilWords(next.until, now)}.`}`;
        // The time until then changes with every tick; who is next, and when, does not.
        if (isNews('idle', idle === '' ? '' : `${view.paused} ${next?.pipeline} ${next?.until}`) && idle !== '')
            said.push({ text: idle, isTrouble: false });
        return said;
    };
    const ofEnd = ({ member, end, at }) => {
        const { pipeline } = member;
        working.delete(pipeline);
        const isTrouble = end.type === 'failed' || end.type === 'no-key';
        const lasting = member.trouble?.lasting === true ? member.trouble.message : '';
        // What only a person can change is told once, not at every attempt.
        const isKnown = !isNews(`lasting ${pipeline}`, end.type === 'rested' ? (told.get(`lasting ${pipeline}`) ?? '') : lasting);
        if (end.type === 'rested' || (isKnown && lasting !== ''))
            return [];
        return [{ pipeline, text: describeEnd(end, member, at), isTrouble }];
    };
    return event => {
        switch (event.type) {
            case 'ticked':
                return ofTick(event.view, event.at);
            case 'tick-failed': {
                const text = `Cannot plan: ${event.message}`;
                return isNews('tick', text)
                    ? [{ text: `${text}; tried again ${untilWords(event.nextAt, event.at)}`, isTrouble: true }]
                    : [];
            }
            case 'started':
                working.add(event.member.pipeline);
                return [];
            case 'told': {
                const text = describeTold(event.event);
                return text === undefined ? [] : [{ pipeline: event.pipeline, text, isTrouble: event.event.type === 'warning' }];
            }
            case 'ended':
                return ofEnd(event);
            case 'stopping': {
                const names = event.pipelines.join(', ');
                return [{ text: `Stopping.${names === '' ? '' : ` Waiting up to 8 s for ${names} to save.`}`, isTrouble: false }];
            }
            case 'killed':
                return [
                    {
                        pipeline: event.pipeline,
                        text: 'did not end in time and was killed; the next session mends what is left',
                        isTrouble: true,
                    },
                ];
            case 'said':
                return [{ text: event.text, isTrouble: true }];
        }
    };
}
/** A line for a log: `10:14:05Z droid-research: session droid-research-0007 begins`. */
const renderSaid = ({ pipeline, text }, at) => `${at.slice(11, 19)}Z ${pipeline === undefined ? '' : `${pipeline}: `}${text}`;

;// CONCATENATED MODULE: ./src/up/screen.js







function nowWords({ tick, members, isStopping }, now) {
    const working = [...members.values()].filter(({ startedAt }) => startedAt !== null).length;
    if (isStopping)
        return working === 0 ? 'stopping' : `stopping: ${counted(working, 'session')} to save`;
    if (working > 0)
        return `${counted(working, 'session')} at work`;
    if (tick === null)
        return 'looks at the repository';
    if (tick.paused)
        return 'paused; `perpetual enable` lets sessions begin';
    if (tick.start.length > 0)
        return 'begins sessions';
    const next = nextOf(tick);
    return next === undefined
        ? 'nothing to do until something changes'
        : `nothing to do; next: ${next.pipeline} ${untilWords(next.until, now)}`;
}
function headerOf(view, now) {
    const { tick, tickTrouble, nextTickAt } = view;
    const first = line(`Perpetual · ${(0,instant/* toMinute */.y_)(now)} · ${nowWords(view, now)}`, 'strong');
    const trouble = tickTrouble === null
        ? []
        : [line(`Cannot plan${nextTickAt === null ? '' : `, again ${inWords(nextTickAt, now)}`}: ${tickTrouble}`, 'bad')];
    if (tick === null)
        return [first, ...trouble];
    const { pairs, goal, waitingParts } = tick;
    const share = goal === 0 ? 0 : pairs.database / goal;
    return [
        first,
        line(`${(0,bar/* bar */.M)(share, 24)} ${(0,amount/* grouped */.zD)(pairs.database)} of ${(0,amount/* grouped */.zD)(goal)} pairs in the database, ${(0,amount/* percent */.KN)(pairs.database, goal)}`),
        line(`${counted(pairs.underWay, 'pair')} under way · ${(0,amount/* grouped */.zD)(pairs.waiting)} wait for a review (${counted(waitingParts, 'part')}) · ${(0,amount/* grouped */.zD)(pairs.toIntegrate)} to integrate`),
        ...trouble,
    ];
}
/** As many lines a pipeline as there is room for, the same for all of a kind. */
function fitBlocks(blocks, rows) {
    for (const [working, others] of [
        [4, 4],
        [4, 2],
        [3, 2],
        [3, 1],
        [2, 1],
        [1, 1],
    ]) {
        const lines = blocks.flatMap(block => block.lines.slice(0, block.order === 0 ? working : others));
        if (lines.length <= rows)
            return lines;
    }
    const heads = blocks.flatMap(block => block.lines.slice(0, 1));
    if (rows <= 0)
        return [];
    const shown = heads.slice(0, rows - 1);
    return [...shown, line(`… and ${counted(heads.length - shown.length, 'more pipeline')}`, 'dim')];
}
/** Pure: the lines of the live screen, at most `rows` of at most `columns` each. */
function renderScreen(view, { columns, rows, colours, now }) {
    const header = headerOf(view, now);
    const footer = line(view.isStopping
        ? 'Ctrl-C again ends at once; nothing that is saved is lost.'
        : 'Ctrl-C stops: sessions save, deliver and hand off.', 'dim');
    // A blank line, and as many of the latest messages as a quarter of the screen takes.
    const least = view.messages.length === 0 ? 0 : Math.min(view.messages.length, Math.floor(rows / 4)) + 1;
    const body = fitBlocks(blocksOf(view, now), rows - header.length - 1 - least - 1);
    const left = rows - header.length - 1 - body.length - 2;
    const latest = left <= 0 ? [] : view.messages.slice(-left);
    const messages = latest.map(message => line(renderSaid(message, message.at), message.isTrouble ? 'bad' : 'dim'));
    const lines = [...header, line(''), ...body, ...(messages.length === 0 ? [] : [line(''), ...messages]), footer];
    return lines.slice(0, Math.max(0, rows)).map(each => paint(each, columns, colours));
}

;// CONCATENATED MODULE: ./src/up/display.js



/** Four times a second at most. */
const redrawMs = 250;
function createLines({ output }) {
    const teller = createTeller();
    return {
        tell: event => {
            for (const said of teller(event)) {
                const text = renderSaid(said, event.at);
                if (said.isTrouble)
                    output.warn(text);
                else
                    output.say(text);
            }
        },
        close: () => Promise.resolve(),
    };
}
function createDisplay(setup) {
    const { output, clock, everyMs } = setup;
    const teller = createTeller();
    let view = emptyView(clock.now());
    const tell = (event) => {
        view = viewAfter(view, { event, said: teller(event), everyMs });
    };
    const canvas = output.canvas(text => tell({ type: 'said', at: clock.now(), text }));
    if (canvas === undefined)
        return createLines(setup);
    const closed = new AbortController();
    const draw = () => canvas.draw(renderScreen(view, { ...canvas.size(), colours: output.colours, now: clock.now() }));
    const redraw = async () => {
        while (!closed.signal.aborted) {
            draw();
            await clock.sleep(redrawMs, closed.signal).catch(() => { });
        }
    };
    const drawing = redraw();
    return {
        tell,
        close: async () => {
            closed.abort();
            canvas.close();
            await drawing;
        },
    };
}

;// CONCATENATED MODULE: ./src/up/session-end.js




const session_end_amount = schemas/* number */.aig().nonnegative();
const resultSchema = schemas/* object */.Ikc({
    session: schemas/* string */.YjP().nullable(),
    tasks: schemas/* array */.YOg(schemas/* string */.YjP()),
    outcome: schemas/* enum */.k5n(['completed', 'wrapped', 'rested']),
    reason: schemas/* string */.YjP(),
    spent: schemas/* object */.Ikc({ sends: session_end_amount, calls: session_end_amount, tokens: session_end_amount, minutes: session_end_amount, slots: session_end_amount, usd: session_end_amount }),
    pairs: schemas/* object */.Ikc({ accepted: session_end_amount, rejected: session_end_amount }),
    deliveries: schemas/* array */.YOg(schemas/* object */.Ikc({ number: schemas/* number */.aig() })),
    handoff: schemas/* string */.YjP().nullable(),
    next: instant/* instantSchema */.p8.nullable(),
});
const errorSchema = schemas/* object */.Ikc({ error: schemas/* object */.Ikc({ message: schemas/* string */.YjP() }) });
function parseLine(stdout) {
    try {
        return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
    }
    catch {
        return undefined;
    }
}
const longestMessage = 300;
/** The line of an uncaught error stands above its stack; what the command line says itself begins with its name. */
function complaintOf({ stderr }) {
    const lines = stderr.split('\n').filter(line => line.trim() !== '');
    return (lines.findLast(line => line.startsWith('perpetual: '))?.slice('perpetual: '.length) ??
        lines.findLast(line => /^(?:Uncaught )?\w*Error\b/.test(line)) ??
        lines.at(-1));
}
function describeFailure(end) {
    const error = errorSchema.safeParse(parseLine(end.stdout)).data?.error.message;
    const how = end.error ?? (end.signal === null ? `it ended with code ${end.code}` : `it was ended by ${end.signal}`);
    return (0,one_line/* oneLine */.T)(error ?? end.error ?? (end.signal === null ? complaintOf(end) : undefined) ?? how, longestMessage);
}
const hasWorked = ({ tasks, deliveries, spent }) => tasks.length > 0 || deliveries.length > 0 || Object.values(spent).some(each => each > 0);
/** Reads how it went from what the process said; `last` is the last thing that its session told. */
function readEnd(end, last) {
    const result = resultSchema.safeParse(parseLine(end.stdout)).data;
    const lasting = end.code === 2;
    if (last?.type === 'rested' && last.reason === 'no-key')
        return { type: 'no-key', message: describeFailure(end) };
    if (result === undefined)
        return { type: 'failed', message: describeFailure(end), lasting, result: null };
    // A session that its provider ended wraps like any other; the next one would end in the same way.
    if (end.code !== 0 || result.reason.startsWith('provider'))
        return { type: 'failed', message: (0,one_line/* oneLine */.T)((0,handoff/* explainReason */.mU)(result.reason), longestMessage), lasting, result };
    return result.outcome === 'rested' || !hasWorked(result) ? { type: 'rested', result } : { type: 'worked', result };
}

;// CONCATENATED MODULE: ./src/up/crew.js


/** How long processes have to save and wrap before they are killed, and how long a killed one has to be gone, milliseconds. */
const patienceMs = 8000;
const afterKillMs = 500;
function createCrew({ clock, start, random, tell, onEnd }) {
    const members = new Map();
    const working = new Map();
    let isStopping = false;
    const memberOf = (pipeline) => members.get(pipeline) ?? newMember(pipeline);
    const settle = (pipeline, end, last) => {
        working.delete(pipeline);
        const read = readEnd(end, last);
        const now = clock.now();
        const member = isStopping ? stopped(memberOf(pipeline), read) : ended(memberOf(pipeline), read, { now, random });
        members.set(pipeline, member);
        tell({ type: 'ended', at: now, member, end: read });
        onEnd();
    };
    const begin = (pipeline) => {
        let last;
        const now = clock.now();
        const member = started(memberOf(pipeline), now);
        members.set(pipeline, member);
        tell({ type: 'started', at: now, member });
        const process = start(pipeline, event => {
            last = event;
            tell({ type: 'told', at: clock.now(), pipeline, event });
        });
        working.set(pipeline, { process, done: process.ended.then(end => settle(pipeline, end, last)) });
    };
    const idle = async () => {
        await Promise.all([...working.values()].map(({ done }) => done));
    };
    /** Whether all have ended within so many milliseconds. */
    const idleWithin = async (ms) => {
        const given = new AbortController();
        const over = clock.sleep(ms, given.signal).then(() => false, () => true);
        const all = idle().then(() => given.abort());
        const isOver = await over;
        if (isOver)
            await all;
        return isOver;
    };
    return {
        startAll: pipelines => {
            const now = clock.now();
            for (const pipeline of pipelines)
                if (!isStopping && !working.has(pipeline) && !isBackingOff(memberOf(pipeline), now))
                    begin(pipeline);
        },
        backingOff: () => {
            const now = clock.now();
            const waiting = [...members.values()].filter(member => isBackingOff(member, now));
            return new Map(waiting.flatMap(({ pipeline, notBefore }) => (notBefore === null ? [] : [[pipeline, notBefore]])));
        },
        reconfigure: () => {
            for (const [pipeline, member] of members)
                members.set(pipeline, reconfigured(member));
        },
        idle,
        stop: async () => {
            isStopping = true;
            tell({ type: 'stopping', at: clock.now(), pipelines: [...working.keys()] });
            for (const { process } of working.values())
                process.stop();
            if (working.size === 0 || (await idleWithin(patienceMs)))
                return;
            for (const [pipeline, { process }] of working) {
                tell({ type: 'killed', at: clock.now(), pipeline });
                process.kill();
            }
            await idleWithin(afterKillMs);
        },
        members: () => members,
    };
}

;// CONCATENATED MODULE: ./src/up/pause.js

function createPause({ clock, asked }) {
    let dueAt = clock.now();
    let sleeping;
    const wake = () => sleeping?.abort();
    asked.addEventListener('abort', wake, { once: true });
    /** Whether it slept to the end. */
    const slept = async (ms) => {
        sleeping = new AbortController();
        return clock.sleep(ms, sleeping.signal).then(() => true, () => false);
    };
    return {
        set: at => {
            dueAt = at;
        },
        noLaterThan: at => {
            if (at >= dueAt)
                return;
            dueAt = at;
            wake();
        },
        wait: async (mostMs) => {
            for (;;) {
                const ms = Math.min(mostMs, (0,instant/* toEpochMs */.x8)(dueAt) - (0,instant/* toEpochMs */.x8)(clock.now()));
                if (ms <= 0 || asked.aborted || (await slept(ms)))
                    return;
            }
        },
    };
}

;// CONCATENATED MODULE: ./src/up/supervise.js






/** After a session has ended the next tick comes soon, but never sooner than so many milliseconds after the last one. */
const soonestMs = 1000;
/** A tick that fails is tried again after this at the latest, unless ticks are further apart anyway. */
const longestTickBackOffMs = 5 * 60_000;
const supervise_longestMessage = 300;
/** What a tick came to: undefined where `up` was asked to end meanwhile, which waits for no network. */
async function unlessAsked(work, asked) {
    const given = new AbortController();
    const interrupted = new Promise(resolve => {
        if (asked.aborted)
            return resolve(undefined);
        asked.addEventListener('abort', () => resolve(undefined), { once: true, signal: given.signal });
    });
    return Promise.race([work, interrupted]).finally(() => given.abort());
}
function createSupervisor({ clock, asked, tell, random, start, tick: look }, { everyMs, once }) {
    const pause = createPause({ clock, asked });
    let [ticks, failures, lastTickAt, configuration] = [0, 0, clock.now(), ''];
    const soon = () => pause.noLaterThan((0,instant/* plusMs */.f9)(lastTickAt, soonestMs));
    const crew = createCrew({ clock, start, random, tell, onEnd: soon });
    const begin = (view) => {
        if (configuration !== '' && configuration !== view.configuration) {
            crew.reconfigure();
            // This tick has planned without what may begin again now.
            soon();
        }
        configuration = view.configuration;
        tell({ type: 'ticked', at: clock.now(), view });
        crew.startAll(view.start);
    };
    const failed = (error) => {
        const isWrong = error instanceof errors/* PerpetualError */.nX && error.actBy === 'fix-config';
        if (once || (ticks === 0 && isWrong))
            throw error;
        failures += 1;
        // What a person mends is to count at the next tick; what is overloaded is to be left alone.
        const waitMs = Math.max(everyMs, isWrong ? 0 : Math.min(longestTickBackOffMs, backOffMs(failures, random)));
        const nextAt = (0,instant/* plusMs */.f9)(clock.now(), waitMs);
        pause.set(nextAt);
        tell({ type: 'tick-failed', at: clock.now(), message: (0,one_line/* oneLine */.T)((0,errors/* messageOf */.bD)(error), supervise_longestMessage), nextAt });
        return waitMs;
    };
    return {
        crew,
        pause,
        ticks: () => ticks,
        /** One tick; returns how long to wait at most before the next one, milliseconds. */
        tick: async () => {
            lastTickAt = clock.now();
            pause.set((0,instant/* plusMs */.f9)(lastTickAt, everyMs));
            try {
                const view = await unlessAsked(look(crew.backingOff()), asked);
                ticks += 1;
                failures = 0;
                if (view !== undefined && !asked.aborted)
                    begin(view);
                for (const until of crew.backingOff().values())
                    pause.noLaterThan(until);
                return everyMs;
            }
            catch (error) {
                return failed(error);
            }
        },
    };
}
/**
 * Ticks, begins what the plan says, and begins again what fails with back-off, until it is asked to end. Throws what the first tick
 * says is wrong with the configuration, and with `once` whatever it says.
 */
async function supervise(ports, options) {
    const { clock, asked } = ports;
    const startedAt = clock.now();
    const { crew, pause, tick, ticks } = createSupervisor(ports, options);
    while (!asked.aborted) {
        const mostMs = await tick();
        if (options.once) {
            await unlessAsked(crew.idle(), asked);
            break;
        }
        await pause.wait(mostMs);
    }
    if (asked.aborted)
        await crew.stop();
    const outcome = asked.aborted ? 'asked' : 'done';
    return { outcome, startedAt, endedAt: clock.now(), ticks: ticks(), members: [...crew.members().values()] };
}

// EXTERNAL MODULE: ./src/kinds/find-pipeline.js
var find_pipeline = __webpack_require__(6353);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/dataset/markdown.js
var markdown = __webpack_require__(4257);
;// CONCATENATED MODULE: ./src/orchestrator/alert-issue.js




const title = 'Perpetual needs a person';
const labels = ['perpetual:alert'];
const marker = 'alert';
/** Of each kind, so that a body stays below the 65,536 characters that GitHub takes, whatever foreign text grows to when escaped. */
const mostListed = 20;
function list(items, render) {
    const more = items.length - mostListed;
    return [...items.slice(0, mostListed).map(item => `- ${render(item)}`), ...(more > 0 ? [`- and ${more} more`] : []), ''];
}
const units = [
    [86_400_000, 'day'],
    [3_600_000, 'hour'],
    [60_000, 'minute'],
];
/** `3 days`, `90 minutes`: the largest unit of which it is a whole number. */
function describeMs(ms) {
    const [size, unit] = units.find(([each]) => ms >= each && ms % each === 0) ?? [60_000, 'minute'];
    const count = Math.round(ms / size);
    return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
const only = (alerts, type) => alerts.filter((alert) => alert.type === type);
const silenceText = ({ from, to }, { heartbeatMs }) => [
    '### For a while nothing ticked',
    '',
    `From ${(0,instant/* toMinute */.y_)(from)} to ${(0,instant/* toMinute */.y_)(to)} no tick came; one is expected every ${describeMs(heartbeatMs)} at the latest (\`plan.heartbeat\`). Nothing is lost: what was missed is made up from now on.`,
    '',
    '- A schedule is a hint: GitHub delays and drops its runs. Where that happens often, let `perpetual up` tick on a machine of your own.',
    '- In a public repository GitHub switches a schedule off after 60 days without activity: Actions → Perpetual → Enable workflow.',
    '',
];
const idleText = (alerts, { heartbeatMs }) => [
    '### Nothing begins although it could',
    '',
    `For longer than ${describeMs(heartbeatMs)} (\`plan.heartbeat\`):`,
    '',
    ...list(alerts, ({ pipeline, since }) => `\`${pipeline}\`, since ${(0,instant/* toMinute */.y_)(since)}`),
    'Look at its last runs under Actions → Perpetual: mostly its key is missing, or its job fails before a session begins. `perpetual doctor` says what is missing. A pipeline that is not meant to run wants `enabled: false` in `.github/perpetual.yml`.',
    '',
];
const providerText = (alerts) => [
    '### A provider gives nothing',
    '',
    'Every session ended without a single call:',
    '',
    ...list(alerts, ({ pipeline, since, said }) => `\`${pipeline}\`, since ${(0,instant/* toMinute */.y_)(since)}. The provider last said: ${(0,markdown/* escapeMarkdown */.FV)((0,one_line/* oneLine */.T)(said, 200)) || 'nothing'}`),
    'Look at the account: its key, its credit, its limits, and whether it still has the model. `perpetual doctor` asks it.',
    '',
];
/** On GitHub a number is a link by itself; elsewhere the address is a command. */
const whereOf = ({ number, url }) => url.startsWith('https:') || url === '' ? `#${number}` : `#${number} (${(0,markdown/* escapeMarkdown */.FV)((0,one_line/* oneLine */.T)(url, 200))})`;
const unreadText = (alerts, settings) => [
    '### Deliveries wait unread',
    '',
    `For longer than ${describeMs(settings.alertAfterMs)} (\`reviews.alertAfter\`), the oldest first:`,
    '',
    ...list(alerts, alert => {
        const name = (0,markdown/* escapeMarkdown */.FV)((0,one_line/* oneLine */.T)(alert.title, 80));
        return `${whereOf(alert)}, since ${alert.since.slice(0, 10)}: ${name}, part ${alert.part}, ${alert.pairs} pairs`;
    }),
    `Merge what is good, close what is not, or say \`/ok\` and \`/reject\` in a comment. With more than ${settings.maxWaiting} parts waiting nothing new is begun (\`reviews.maxWaiting\`).`,
    '',
];
/** The body of the alert's issue. It tells no time that passes, so that it is edited only when something changes. */
function renderAlerts(alerts, settings) {
    const [silence] = only(alerts, 'silence');
    const [idle, provider, unread] = [only(alerts, 'idle'), only(alerts, 'provider'), only(alerts, 'unread')];
    return [
        'Perpetual keeps this issue up to date, and closes it when all is well. Close it yourself to hear no more of what it tells; it comes back with what is new.',
        '',
        ...(silence === undefined ? [] : silenceText(silence, settings)),
        ...(idle.length === 0 ? [] : idleText(idle, settings)),
        ...(provider.length === 0 ? [] : providerText(provider)),
        ...(unread.length === 0 ? [] : unreadText(unread, settings)),
    ]
        .join('\n')
        .trimEnd();
}
const renderWell = (at) => `All is well again, as of ${(0,instant/* toMinute */.y_)(at)}. Perpetual opens this issue anew when it needs a person.`;
const sha256Of = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
/** Pure: whether the issue does not say what it should. */
const isAlertNews = (shown, alerts, settings) => alerts.length === 0
    ? shown !== null && shown.keys.length > 0
    : shown === null || shown.sha256 !== sha256Of(renderAlerts(alerts, settings));
async function alert_issue_close({ issues, at }, shown) {
    const body = renderWell(at);
    const issue = await issues.get(shown.issue);
    if (issue?.state === 'open')
        await issues.update(issue.number, { body, state: 'closed' });
    return { issue: shown.issue, keys: [], sha256: sha256Of(body) };
}
/** The issue that is there, or a new one; one that a crash left unrecorded is found by its marker. */
async function obtain({ issues, reviewers: assignees }, body, shown) {
    const known = shown === null ? undefined : await issues.get(shown.issue);
    return known ?? (await issues.create({ title, body, labels, marker, assignees }));
}
/**
 * One issue, made once, edited when what it tells changes, closed when all is well and opened anew when it is not. Where a person
 * closed it, it stays closed until something comes that it did not tell of. Gives what is shown now.
 */
async function publishAlerts(publication, alerts, shown) {
    if (alerts.length === 0)
        return shown === null ? null : alert_issue_close(publication, shown);
    const body = renderAlerts(alerts, publication.settings);
    const keys = alerts.map(({ key }) => key);
    const issue = await obtain(publication, body, shown);
    const next = { issue: issue.number, keys, sha256: sha256Of(body) };
    const isNew = keys.some(key => shown?.keys.includes(key) !== true);
    if (issue.state === 'closed' && !isNew)
        return next;
    if (issue.state === 'open' && issue.body.trim() === body)
        return next;
    const assignees = issue.state === 'closed' ? publication.reviewers : [];
    await publication.issues.update(issue.number, { body, state: 'open', assignees });
    return next;
}

// EXTERNAL MODULE: ./src/orchestrator/heartbeat.js + 1 modules
var heartbeat = __webpack_require__(801);
// EXTERNAL MODULE: ./src/orchestrator/propose-tasks.js + 5 modules
var propose_tasks = __webpack_require__(897);
// EXTERNAL MODULE: ./src/session/history.js
var session_history = __webpack_require__(7306);
// EXTERNAL MODULE: ./src/session/switch.js
var session_switch = __webpack_require__(1172);
// EXTERNAL MODULE: ./src/commands/queues.js
var queues = __webpack_require__(4118);
// EXTERNAL MODULE: ./src/commands/read-alerts.js + 1 modules
var read_alerts = __webpack_require__(2959);
;// CONCATENATED MODULE: ./src/commands/tick.js










/** A plan of one pipeline alone, with its rank among all. */
const narrow = (plan, only) => only === undefined
    ? plan
    : {
        ...plan,
        pipelines: plan.pipelines.filter(({ pipeline }) => pipeline === only),
        start: plan.start.filter(pipeline => pipeline === only),
    };
/** What fails of this is left to the next tick, and keeps nothing else back. */
async function attempt(what, work, warn) {
    try {
        return await work();
    }
    catch (error) {
        warn(`${what} left to the next tick: ${(0,errors/* messageOf */.bD)(error)}`);
        return null;
    }
}
/** Whether this tick is the one of several at once that writes to people; null where none of them is to. */
async function win({ forge }, { told, next, isNews }, heartbeatMs) {
    if (!(0,heartbeat/* isDue */.nZ)(told.state, next, { heartbeatMs, isNews }))
        return null;
    const written = await (0,heartbeat/* tell */.qz)(forge.state, told, next);
    return written === 'lost' ? null : written;
}
async function publish({ forge, config, clock }, { next, alerts, settings }, written) {
    const publication = { issues: forge.issues, at: clock.now(), reviewers: config.github.reviewers, settings };
    const alert = await publishAlerts(publication, alerts, next.alert);
    // Lost only where this took so long that another tick came: it looks at the issue again.
    await (0,heartbeat/* tell */.qz)(forge.state, written, { ...next, alert });
}
/** What only one of several ticks at once does: it notes that it came, keeps the alert's issue up to date and proposes tasks. */
async function act(project, seen, warn) {
    const written = await attempt('That this tick came was', () => win(project, seen, seen.settings.heartbeatMs), warn);
    if (written === null)
        return { acted: false, proposals: null };
    if (seen.isNews)
        await attempt('What a person is to know was', () => publish(project, seen, written), warn);
    const proposals = seen.paused ? null : await attempt('Proposing tasks was', () => (0,propose_tasks/* proposeTasks */.j)((0,queues/* proposeSetupOf */.J)(project)), warn);
    return { acted: true, proposals };
}
/**
 * One tick: what can work now, and what a person is needed for. It may come late, twice or not at all: the plan is made of the state
 * alone, and whatever is written to people is written by one tick at a time. What goes wrong there never keeps a plan back.
 */
async function runTick(project, { force = false, only, dryRun = false, warn }) {
    const { config, forge, clock } = project;
    // A name that nobody knows is an error of whoever typed it, not an empty plan.
    if (only !== undefined)
        (0,find_pipeline/* findPipeline */.G)(config, only);
    // Whoever ticks every few seconds knows the state of the last tick.
    await project.book.refresh();
    const [survey, read, { sessions }, { at: switchedAt = null }] = await Promise.all([
        (0,commands_survey/* surveyProject */.M5)(project, { force }),
        // What cannot be read is not overwritten either: `tell` writes over nothing that this tick did not see.
        attempt('What earlier ticks told was', () => (0,heartbeat/* readTold */.oD)(forge.state), warn),
        (0,session_history/* readHistory */.L)(forge.state, (0,read_alerts/* firstMonth */.VY)(clock.now())),
        (0,session_switch/* readSwitch */.h)(forge.state),
    ]);
    const told = read ?? { text: undefined, state: undefined };
    const { at, paused, pipelines } = survey;
    const plan = narrow((0,commands_survey/* planFor */.bJ)(project, survey, only), only);
    const settings = (0,read_alerts/* alertSettingsOf */.p4)(project);
    const ready = pipelines.flatMap(({ pipeline, state: { epoch } }) => plan.start.includes(pipeline) ? [{ pipeline, epoch }] : []);
    const isWhole = !force && only === undefined;
    const beat = { at, paused, switchedAt, heartbeatMs: settings.heartbeatMs, ready: isWhole ? ready : null };
    const next = (0,heartbeat/* nextState */.VK)(told.state, beat);
    const alerts = (0,read_alerts/* alertsFor */.bT)(project, survey, { told: next, sessions });
    const isNews = isAlertNews(next.alert, alerts, settings);
    const seen = { told, next, alerts, isNews, settings, paused };
    const done = dryRun ? { acted: false, proposals: null } : await act(project, seen, warn);
    return { survey, plan, alerts, ...done };
}

// EXTERNAL MODULE: ./src/commands/with-project.js
var with_project = __webpack_require__(5334);
;// CONCATENATED MODULE: ./src/commands/up.js









const optionsSchema = schemas/* object */.Ikc({
    every: schemas/* number */.aig().default(30),
    once: schemas/* boolean */.zMY().default(false),
    only: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
});
/** From the first request to stop on, milliseconds: children get eight seconds of it. */
const endsWithinMs = 9500;
const mostSeconds = 86_400;
const help = `
The scheduler for a machine of your own: it looks at the repository every few seconds, runs what
\`perpetual plan\` would start, each session in a process of its own, and shows how they get on. A pipeline
whose session fails is tried again after 5 seconds, then after twice as long each time up to 15 minutes,
and leaves the others alone. A changed perpetual.yml counts from the next look on. Two of these on one
repository never do anything twice: what one works on, the other leaves.

Ctrl-C and SIGTERM end it within 10 seconds: sessions save, deliver and hand off (on GitHub the next one
does that), and the next ones go on at the exact call. A second Ctrl-C ends it at once; what was saved stays.

Examples:
  perpetual up
  perpetual up --only droid-research --only droid-eastern
  perpetual up --once --json          what can work now, once: for a cron of your own
  perpetual up 2>> up.log             plain lines where there is no terminal`;
function readSeconds(text) {
    const seconds = Number(text);
    if (seconds >= 1 && seconds <= mostSeconds)
        return seconds;
    throw new commander/* InvalidArgumentError */.Di('Expected a number of seconds from 1 to 86,400.');
}
const another = (name, names) => [...(names ?? []), name];
async function up(invocation, { every, once, only }) {
    const { clock, output, folder, forge, spawnSelf } = invocation;
    const asked = invocation.interruptible(endsWithinMs);
    const display = createDisplay({ output, clock, everyMs: every * 1000 });
    try {
        const end = await supervise({
            clock,
            asked,
            // Spreads what failed together; nothing else is drawn.
            random: Math.random,
            tell: display.tell,
            start: createSessionStarter(spawnSelf, { folder, forge: forge.kind }),
            tick: backingOff => (0,with_project/* withProject */.C)(invocation, async (project) => {
                const { survey } = await runTick(project, { warn: message => output.warn(message) });
                return lookAround(project, survey, { only, backingOff });
            }),
        }, { everyMs: every * 1000, once });
        await display.close();
        output.result(renderEnd(end));
        return { json: summaryOf(end), exitCode: once && end.members.some(({ trouble }) => trouble?.type === 'failed') ? 1 : 0 };
    }
    finally {
        await display.close();
    }
}
function up_define(command, start) {
    command
        .option('--every <seconds>', 'between two looks at what can work (default: 30)', readSeconds)
        .option('--once', 'run what can work now, wait for it, and end')
        .option('--only <pipeline>', 'look after this one; can be given several times', another)
        .addHelpText('after', help)
        .action(async () => {
        const options = optionsSchema.parse(command.opts());
        await start(command, invocation => up(invocation, options));
    });
}


/***/ }),

/***/ 4170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fp: () => (/* binding */ renderHistoryLine),
/* harmony export */   j3: () => (/* binding */ readHistoryTexts)
/* harmony export */ });
/* unused harmony export historyLineSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9131);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(795);
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1841);



/** One line of `history/<yyyy-mm>.jsonl`: a session that was wrapped. */
const historyLineSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(1),
    session: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    pipeline: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    agent: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    startedAt: _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .instantSchema */ .p8,
    endedAt: _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .instantSchema */ .p8,
    /** Why it wrapped: a code, and after a colon what a person wants to know beside it. */
    reason: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    spent: _ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .amountsSchema */ .NU,
    /** Calls that came to an outcome. */
    calls: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative(),
    accepted: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative(),
    rejected: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative(),
    tasks: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    deliveries: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ branch: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), number: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().positive(), url: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })),
});
const renderHistoryLine = (line) => `${JSON.stringify(historyLineSchema.parse(line))}\n`;
function readLine(line) {
    try {
        return historyLineSchema.safeParse(JSON.parse(line)).data;
    }
    catch {
        return undefined;
    }
}
/** Reads files of history; a line that cannot be read is counted and left out, and a session that stands there twice counts once. */
function readHistoryTexts(texts) {
    const sessions = new Map();
    let damaged = 0;
    for (const text of texts) {
        for (const line of text.split('\n')) {
            if (line.trim() === '')
                continue;
            const read = readLine(line);
            if (read === undefined)
                damaged += 1;
            else
                sessions.set(`${read.pipeline}/${read.session}`, read);
        }
    }
    return {
        sessions: [...sessions.values()].toSorted((a, b) => (a.endedAt < b.endedAt ? -1 : a.endedAt > b.endedAt ? 1 : 0)),
        damaged,
    };
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


/***/ }),

/***/ 5307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R9: () => (/* binding */ splitTasks),
/* harmony export */   rZ: () => (/* binding */ countPairs),
/* harmony export */   uq: () => (/* binding */ keptOf)
/* harmony export */ });
/* harmony import */ var _domain_integration_task_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(736);
/* harmony import */ var _orchestrator_brought_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7059);
/* harmony import */ var _session_task_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8273);



const keptOf = (part) => part.kept ?? part.pairs;
const sumOf = (parts, state, count) => parts.filter(part => part.state === state).reduce((total, part) => total + count(part), 0);
/** What integration has looked at of merged deliveries: what it took, and what it put aside. */
function lookedAt(tasks) {
    const ended = tasks.filter(({ status, body }) => status !== 'pending' && (0,_domain_integration_task_js__WEBPACK_IMPORTED_MODULE_0__/* .parseIntegrationSource */ .bS)(body)?.type === 'delivery');
    const totals = ended.map(task => (0,_session_task_run_js__WEBPACK_IMPORTED_MODULE_1__/* .totalsOf */ .vA)(task.units.filter(unit => unit.ended)));
    return totals.reduce((sum, { accepted, rejected }) => sum + accepted + rejected, 0);
}
/** Tasks of integration, whose parts are rows of the database, and those of everyone else. */
function splitTasks({ tasks, pipelines }) {
    const integrating = new Set(pipelines.flatMap(({ pipeline, kind }) => (kind === 'integration' ? [pipeline] : [])));
    return {
        integration: tasks.filter(task => integrating.has(task.pipeline)),
        sources: tasks.filter(task => !integrating.has(task.pipeline)),
    };
}
function countPairs(countable) {
    const { integration, sources } = splitTasks(countable);
    const parts = sources.flatMap(task => task.parts);
    const rows = integration.flatMap(task => task.parts);
    const merged = sumOf(parts, 'merged', keptOf);
    return {
        database: Math.max(0, sumOf(rows, 'merged', keptOf) - countable.retracted),
        merged,
        toIntegrate: Math.max(0, merged - lookedAt(integration)),
        waiting: sumOf(parts, 'open', part => part.pairs) + sumOf(parts, 'intended', part => part.pairs),
        underWay: sources.filter(task => task.status === 'in-progress').reduce((total, task) => total + (0,_orchestrator_brought_js__WEBPACK_IMPORTED_MODULE_2__/* .undeliveredPairs */ .l)(task), 0),
    };
}


/***/ }),

/***/ 6272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZU: () => (/* binding */ renderHandoff),
/* harmony export */   mU: () => (/* binding */ explainReason)
/* harmony export */ });
/* unused harmony exports describeWaiting, renderUse, renderUsd */
/* harmony import */ var _dataset_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4257);
/* harmony import */ var _domain_ledger_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1841);
/* harmony import */ var _task_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8273);



const reasons = {
    budget: 'the budget line is reached',
    'session-budget': "the session's own budget line is reached",
    deadline: 'the time it was given is over',
    asked: 'it was asked to stop',
    provider: 'the provider cannot be used at the moment',
    window: "the budget's window is about to reset",
    'queue-empty': 'no task waits',
    waiting: 'its batch jobs are at work at the provider',
    slots: 'every slot for a batch job is in use',
    'max-tasks': 'it has ended as many tasks as it was asked to',
    'no-key': 'the key of its provider is missing',
    held: 'another session is at work',
    cooling: 'it rests until its next session is due',
    'lost-claim': 'another session took its claim over',
    'old-epoch': 'another session took its claim over',
    paused: 'the pipelines are paused',
    reviews: 'enough deliveries wait for a review',
    after: 'it runs after a pipeline that is at work',
};
const explainReason = (reason) => {
    const [code = reason, ...detail] = reason.split(': ');
    const known = (Object.hasOwn(reasons, code) ? reasons[code] : undefined) ?? code;
    return detail.length === 0 ? known : `${known} (${detail.join(': ')})`;
};
/** When the next session begins that waits for no time. */
const describeWaiting = (reason) => reason === 'reviews' ? 'once deliveries were reviewed' : 'as soon as a task waits';
/** `850 / 1000 (85.0%)` */
const renderUse = (ledger) => {
    const budget = (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .effectiveBudgetOf */ .yh)(ledger);
    const percent = budget === 0 ? '0.0' : (((0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .usedOf */ .Z)(ledger) / budget) * 100).toFixed(1);
    return `${(0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .usedOf */ .Z)(ledger)} / ${budget} (${percent}%)`;
};
const renderUsd = (usdMicros) => `$${(usdMicros / 1_000_000).toFixed(4)}`;
function renderTask(task) {
    const totals = (0,_task_run_js__WEBPACK_IMPORTED_MODULE_2__/* .totalsOf */ .vA)(task.units);
    return [
        `### ${(0,_dataset_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(task.title)} (\`${task.id}\`, ${task.status})`,
        '',
        `${totals.ended} of ${task.units.length} units ended, ${totals.accepted} pairs accepted, ${totals.rejected} put aside, ${totals.calls} calls.`,
        '',
        '| unit | calls | accepted | put aside | state |',
        '| --- | ---: | ---: | ---: | --- |',
        ...task.units.map(unit => {
            const aside = Object.values(unit.rejected).reduce((a, b) => a + b, 0);
            const state = unit.ended ? 'ended' : unit.calls > 0 ? 'under way' : 'waits';
            return `| ${(0,_dataset_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(unit.name)} | ${unit.calls} / ${unit.callsExpected} | ${unit.accepted} | ${aside} | ${state} |`;
        }),
        '',
    ];
}
/** What a session leaves for the next one and for people: how far it came, what it used, what waits. */
function renderHandoff(input) {
    const { session, metered } = input;
    const lines = [
        `# Handoff of ${session.id}`,
        '',
        `${input.agent} ran \`${input.pipeline}\` from ${session.startedAt} to ${input.endedAt} and wrapped because ${(0,_dataset_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(explainReason(input.reason))}.`,
        '',
        '| | |',
        '| --- | --- |',
        ...(metered === undefined ? [] : [`| ${metered.name} | ${renderUse(metered.ledger)}, line ${(0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .lineOf */ .cA)(metered.ledger)} |`]),
        ...(input.notes ?? []).map(([what, how]) => `| ${what} | ${how} |`),
        `| sends of this session | ${session.spent.calls ?? 0} |`,
        `| calls with an outcome | ${session.calls} |`,
        `| tokens | ${session.spent.tokens ?? 0} |`,
        `| dollars | ${renderUsd(session.spent.usdMicros ?? 0)} |`,
        `| pairs accepted | ${session.accepted} |`,
        `| pairs put aside | ${session.rejected} |`,
        `| deliveries | ${session.deliveries.length === 0 ? 'none' : session.deliveries.map(each => `#${each.number} (\`${each.branch}\`)`).join(', ')} |`,
        `| next session | ${input.next ?? describeWaiting(input.reason)} |`,
        '',
        ...(input.tasks.length === 0 ? [] : ['## Tasks', '', ...input.tasks.flatMap(renderTask)]),
    ];
    return `${lines.join('\n').trimEnd()}\n`;
}


/***/ }),

/***/ 7306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ readHistory)
/* harmony export */ });
/* harmony import */ var _domain_history_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4170);
/* harmony import */ var _domain_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8935);


/** The sessions that ended since then, as far as the state's history tells; all of them where `since` is null. */
async function readHistory(store, since) {
    const head = store.knownHead() ?? (await store.head());
    const paths = await store.list(head, _domain_state_js__WEBPACK_IMPORTED_MODULE_1__/* .statePaths */ .mt.historyFolder);
    const first = since === null ? '' : _domain_state_js__WEBPACK_IMPORTED_MODULE_1__/* .statePaths */ .mt.history(since.slice(0, 7));
    const texts = await store.read(head, paths.filter(path => path >= first));
    const { sessions, damaged } = (0,_domain_history_js__WEBPACK_IMPORTED_MODULE_0__/* .readHistoryTexts */ .j3)(texts.values());
    return { sessions: since === null ? sessions : sessions.filter(({ endedAt }) => endedAt >= since), damaged };
}


/***/ })

};
