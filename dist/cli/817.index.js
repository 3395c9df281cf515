export const id = 817;
export const ids = [817];
export const modules = {

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

/***/ 817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  define: () => (/* binding */ simulate_define)
});

// EXTERNAL MODULE: ../../node_modules/commander/index.js + 6 modules
var commander = __webpack_require__(1283);
// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(9131);
// EXTERNAL MODULE: ./src/config/pipelines.js
var config_pipelines = __webpack_require__(6615);
;// CONCATENATED MODULE: ./src/simulation/changes.js

/** Below so much of the time, or of a line, it is not what holds a pipeline up. */
const often = 0.02;
const usedUp = 0.9;
const changes_double = (value) => value * 2;
const rests = ({ forecast }, reason) => forecast.rests.some(each => each.reason === reason && each.share >= often);
/** A pipeline that asks call by call, and rests for less than half of the time: the speed of its account may hold it up. */
const isAtWork = ({ settings, forecast }) => settings.kind !== 'batch' && forecast.rests.reduce((sum, { share }) => sum + share, 0) < 0.5;
const isUsedUp = ({ forecast }) => forecast.usedOfLine >= usedUp;
/** Of the dollars of a day so much is as good as all: what is left does not pay for the dearest request any more. */
const nearlyAll = 0.75;
/** Whether the dollars of an ordinary day are used up, whoever uses the accounts. */
const isSpent = ({ usedOfDollars }) => usedOfDollars !== null && usedOfDollars >= nearlyAll;
/** Twice of what accounts may spend and send, where that holds up a pipeline that uses them. */
function accountChanges(config, held) {
    const usersOf = (account) => held.filter(({ settings }) => (0,config_pipelines/* accountsOf */.s1)(settings).includes(account));
    return Object.entries(config.accounts).flatMap(([name, { limits, requestsPerMinute, concurrency }]) => {
        const stopped = usersOf(name).filter(each => rests(each, 'budget'));
        const isBusy = usersOf(name).some(isAtWork);
        const { usdMicros, calls } = limits;
        const changes = [];
        const change = (key, value, what) => void changes.push({ key: `accounts.${name}.${key}`, value, resource: `${what} of ${name}` });
        if (usdMicros !== undefined && usersOf(name).some(({ forecast }) => isSpent(forecast)))
            change('limits.usd.budget', changes_double(usdMicros.budget) / 1_000_000, 'dollars');
        if (calls !== undefined && stopped.some(isUsedUp))
            change('limits.calls.budget', changes_double(calls.budget), 'calls');
        if (requestsPerMinute !== null && isBusy)
            change('requestsPerMinute', changes_double(requestsPerMinute), 'requests a minute');
        if (isBusy)
            change('concurrency', Math.min(256, changes_double(concurrency)), 'requests at the same time');
        return changes;
    });
}
function pipelineChanges(held) {
    return held.filter(isUsedUp).flatMap(({ name, settings }) => {
        const { scope, meter } = (0,config_pipelines/* factsOf */.xS)(settings).metered;
        if (scope !== 'session' || (meter !== 'slots' && meter !== 'tokens' && meter !== 'calls'))
            return [];
        const limit = settings.limits[meter];
        if (limit === undefined)
            return [];
        return [{ key: `pipelines.${name}.limits.${meter}.budget`, value: changes_double(limit.budget), resource: `${meter} of ${name}` }];
    });
}
/** Whole hours where they are whole. */
const writtenMinutes = (minutes) => (minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`);
/** People sleep: no review is asked for in less than this. */
const fastestReviewHours = 4;
function reviewChanges({ model: { config }, assumptions: { reviewing } }, held) {
    if (!held.some(each => rests(each, 'reviews')))
        return [];
    const resource = 'reviewers';
    const { delayHours, perDay } = reviewing;
    return [
        { key: 'reviews.maxWaiting', value: Math.min(10_000, changes_double(config.reviews.maxWaiting)), resource },
        ...(delayHours < 2 * fastestReviewHours
            ? []
            : [{ key: 'simulation.reviews.delay', value: writtenMinutes(Math.round(delayHours * 30)), resource }]),
        ...(perDay === null ? [] : [{ key: 'simulation.reviews.perDay', value: changes_double(perDay), resource }]),
        ...held.flatMap(({ name, settings }) => settings.kind === 'integration' && settings.integration.merge !== 'always'
            ? [{ key: `pipelines.${name}.integration.merge`, value: 'always', resource }]
            : []),
    ];
}
/** No workflow's schedule is finer than five minutes. */
const finestCronMinutes = 5;
function otherChanges({ assumptions: { cron, proposals } }, held) {
    const isEmpty = held.some(each => rests(each, 'queue-empty') && each.settings.kind !== 'integration');
    return [
        ...(cron.everyMinutes < finestCronMinutes * 2
            ? []
            : [{ key: 'simulation.cron.every', value: writtenMinutes(Math.round(cron.everyMinutes / 2)), resource: 'ticks' }]),
        ...(proposals || !isEmpty ? [] : [{ key: 'simulation.proposals', value: true, resource: 'tasks' }]),
    ];
}
/** What is worth trying, one thing at a time: more of what pipelines were seen to wait for. */
function changesOf(scenario, forecast) {
    const { config } = scenario.model;
    const held = forecast.pipelines.flatMap((each) => {
        const { pipeline: name } = each;
        const settings = Object.hasOwn(config.pipelines, name) ? config.pipelines[name] : undefined;
        return settings === undefined || !settings.enabled ? [] : [{ name, settings, forecast: each }];
    });
    return [
        ...accountChanges(config, held),
        ...pipelineChanges(held),
        ...reviewChanges(scenario, held),
        ...otherChanges(scenario, held),
    ];
}

// EXTERNAL MODULE: ./src/report/amount.js
var amount = __webpack_require__(2150);
// EXTERNAL MODULE: ./src/report/describe-decision.js
var describe_decision = __webpack_require__(8202);
;// CONCATENATED MODULE: ./src/report/simulation.js



/** What a terminal is expected to show in a line. */
const columns = 100;
const labelWidth = 38;
const valueWidth = 22;
const dayMs = 86_400_000;
const dateOf = (from, day) => day === null ? null : new Date(Date.parse(`${from}T00:00:00.000Z`) + (day - 1) * dayMs).toISOString().slice(0, 10);
/** A forecast as it is shown, from that date on. */
const simulatedCase = (from, simulated) => {
    const { p10, p50, p90 } = simulated.forecast.goalDay;
    return { ...simulated, goalDate: { p10: dateOf(from, p10), p50: dateOf(from, p50), p90: dateOf(from, p90) } };
};
const dollars = (usd) => `$${usd.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
/** A pair costs cents, of which two digits say nothing. */
const smallDollars = (usd) => (usd === null ? '–' : `$${usd.toPrecision(2)}`);
/** The hourly limit of a workflow's own token, and the minutes that a private repository on the Free plan has a month. */
const githubLimits = { requestsPerHour: 1000, freeMinutes: 2000 };
const reached = (date, { days }) => date ?? `not in ${(0,amount/* grouped */.zD)(days)} days`;
const rows = [
    ['Pairs a day that reach the database', ({ forecast }) => (0,amount/* rounded */.Wf)(forecast.pairsPerDay.mean)],
    ['  one day in ten brings less than', ({ forecast }) => (0,amount/* rounded */.Wf)(forecast.pairsPerDay.p10)],
    ['  one day in two brings less than', ({ forecast }) => (0,amount/* rounded */.Wf)(forecast.pairsPerDay.p50)],
    ['  nine days in ten bring less than', ({ forecast }) => (0,amount/* rounded */.Wf)(forecast.pairsPerDay.p90)],
    ['Goal', ({ goal }) => (0,amount/* grouped */.zD)(goal)],
    ['  one run in ten is there by', ({ goalDate, forecast }) => reached(goalDate.p10, forecast)],
    ['  one run in two is there by', ({ goalDate, forecast }) => reached(goalDate.p50, forecast)],
    ['  nine runs in ten are there by', ({ goalDate, forecast }) => reached(goalDate.p90, forecast)],
    ['Dollars a day', ({ forecast }) => dollars(forecast.usd.perDay)],
    ['  in all, up to the goal', ({ forecast }) => dollars(forecast.usd.total)],
    ['  a pair', ({ forecast }) => smallDollars(forecast.usd.perPair)],
    ['Requests to GitHub a day', ({ forecast }) => (0,amount/* rounded */.Wf)(forecast.githubRequests.perDay)],
    [
        '  most in an hour',
        ({ forecast }) => `${(0,amount/* grouped */.zD)(forecast.githubRequests.mostInHour)} of ${(0,amount/* grouped */.zD)(githubLimits.requestsPerHour)}`,
    ],
    ['Runner minutes a month', ({ forecast }) => (0,amount/* rounded */.Wf)(forecast.runnerMinutesPerMonth)],
];
function table({ baseline, whatIf }) {
    const cases = [baseline, ...(whatIf === null ? [] : [whatIf])];
    const head = whatIf === null
        ? []
        : [
            ['', ...['as it stands', 'with the what-if'].map(text => text.padStart(valueWidth))]
                .join('')
                .padStart(labelWidth + 2 * valueWidth),
        ];
    return [
        ...head,
        ...rows.map(([label, value]) => label.padEnd(labelWidth) + cases.map(each => value(each).padStart(valueWidth)).join('')),
    ];
}
const wordsOf = (reason) => (0,describe_decision/* describeDecision */.K)({ type: 'rest', reason, until: null, waitsFor: null });
/** Below so much of its line it is not the line that holds it up. */
const simulation_usedUp = 0.9;
/** Which resource binds a pipeline: dollars that are used up every day, else the reason for most of its rest. */
function describeBinding(forecast) {
    const { rests, usedOfLine } = forecast;
    const [most] = rests;
    if (most !== undefined && (most.reason === 'disabled' || most.reason === 'unsupported'))
        return wordsOf(most.reason);
    const first = rests.find(({ reason }) => reason !== 'held');
    const isCooling = first === undefined || first.reason === 'cooling' || first.reason === 'budget';
    if (isCooling && isSpent(forecast) && usedOfLine < simulation_usedUp)
        return 'the dollars of its account are used up';
    if (first === undefined)
        return usedOfLine >= simulation_usedUp ? 'its line' : 'nothing but its own speed';
    return `${wordsOf(first.reason)} (${Math.round(first.share * 100)} % of the time)`;
}
/** On one line where that is wide enough. */
function beside(left, right) {
    const line = `${left}  ${right}`;
    return line.length <= columns ? [line] : [left, `    ${right}`];
}
const andMore = (more) => (more > 0 ? [`and ${(0,amount/* grouped */.zD)(more)} more`] : []);
function pipelineLines({ pipelines }) {
    const shown = pipelines.slice(0, mostPipelines);
    const width = Math.max(8, ...shown.map(({ pipeline }) => pipeline.length));
    const lines = shown.flatMap(each => {
        const numbers = [(0,amount/* rounded */.Wf)(each.acceptedPerDay), (0,amount/* percent */.KN)(each.usedOfLine, 1)].map(text => text.padStart(7));
        return beside([each.pipeline.padEnd(width), ...numbers].join('  '), describeBinding(each));
    });
    const head = ['PIPELINE'.padEnd(width), 'PAIRS'.padStart(7), 'OF LINE'.padStart(7), 'WHAT HOLDS IT UP'].join('  ');
    return [head, ...lines, ...andMore(pipelines.length - shown.length)];
}
const mostPipelines = 20;
const mostLevers = 6;
const sentence = (advice, { pairsPerDay }) => pairsPerDay.mean >= advice.target
    ? `That is ${(0,amount/* grouped */.zD)(advice.target)} pairs a day or more. What would bring more, each by itself:`
    : `That is less than ${(0,amount/* grouped */.zD)(advice.target)} pairs a day. What would bring more, each by itself:`;
function adviceLines({ advice, baseline, whatIf }) {
    if (advice === null)
        return [];
    const { forecast } = whatIf ?? baseline;
    const lever = ({ change, pairsPerDay, usdPerDay }) => `  +${(0,amount/* rounded */.Wf)(pairsPerDay)} pairs, ${usdPerDay < 0 ? '-' : '+'}${dollars(Math.abs(usdPerDay))} a day`.padEnd(36) +
        `--what-if ${change}`;
    const { together } = advice;
    const [best] = advice.alone;
    const isShort = forecast.pairsPerDay.mean < advice.target;
    return [
        ...(best === undefined ? [] : [`What binds most: ${best.resource}.`]),
        sentence(advice, forecast),
        ...(advice.alone.length === 0 ? ['  nothing that was tried'] : advice.alone.slice(0, mostLevers).map(lever)),
        ...(together === null || !isShort
            ? []
            : [
                '',
                `Together these come to ${(0,amount/* rounded */.Wf)(together.pairsPerDay)} pairs and ${dollars(together.usdPerDay)} a day:`,
                ...together.changes.map(change => `  --what-if ${change}`),
            ]),
        '',
    ];
}
const sources = {
    measured: 'measured here',
    configuration: 'configuration and tasks',
    estimate: 'estimates',
    asked: 'asked for',
};
const numberOf = (value) => value >= 100 || Number.isInteger(value) ? (0,amount/* grouped */.zD)(Math.round(value)) : String(Number(value.toPrecision(3)));
/** A share is told in percent, and dollars as such. */
function quantityOf({ what, value }) {
    if (what.startsWith('of '))
        return `${numberOf(value * 100)} % ${what}`;
    return what.startsWith('dollars ') ? `$${numberOf(value)} ${what.slice('dollars '.length)}` : `${numberOf(value)} ${what}`;
}
const describeFact = (fact) => `${quantityOf(fact)}${fact.from === '' ? '' : ` (${fact.from})`}`;
/** Breaks a text between words. */
function wrap(text, indent) {
    const lines = [];
    for (const word of text.split(' ')) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + 1 + word.length <= columns)
            lines[lines.length - 1] = `${last} ${word}`;
        else
            lines.push(`${indent}${word}`);
    }
    return lines;
}
function factLines(facts) {
    const all = [...new Set(facts.map(({ pipeline }) => pipeline))];
    const owners = all.length > mostPipelines ? [...all.slice(0, mostPipelines), null] : all;
    return owners.flatMap(owner => {
        const groups = Map.groupBy(facts.filter(({ pipeline }) => pipeline === owner), ({ source }) => source);
        const lines = [...groups].flatMap(([source, own]) => wrap(`${sources[source]}: ${own.map(describeFact).join(', ')}`, '    '));
        return [`  ${owner ?? 'people and cron'}`, ...lines];
    });
}
const monthNote = `A private repository on the Free plan has ${(0,amount/* grouped */.zD)(githubLimits.freeMinutes)} minutes a month; for a public one they are free.`;
/** For a terminal, at most 100 columns. */
function renderSimulation(simulation) {
    const { from, seed, of, baseline, whatIf } = simulation;
    const { days, runs, warmUpDays } = baseline.forecast;
    const last = whatIf ?? baseline;
    return [
        `${(0,amount/* grouped */.zD)(days)} days from ${from}, ${(0,amount/* grouped */.zD)(runs)} ${runs === 1 ? 'run' : 'runs'}, seed ${seed}: ${of}.`,
        ...(whatIf === null ? [] : whatIf.asked.map(text => `What if ${text}`)),
        '',
        ...table(simulation),
        '',
        `Means are of the days after the first ${warmUpDays}, up to the goal.`,
        monthNote,
        '',
        ...pipelineLines(last.forecast),
        '',
        ...adviceLines(simulation),
        'What it reckons with:',
        ...factLines(last.facts),
    ].join('\n');
}

;// CONCATENATED MODULE: ./src/simulation/statistics.js
const meanOf = (values) => values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
/** The root of the mean square distance from the mean. */
function deviationOf(values) {
    const mean = meanOf(values);
    return Math.sqrt(meanOf(values.map(value => (value - mean) ** 2)));
}
/** The smallest value that so large a share of all values does not pass (the nearest rank); 0 of none. */
function quantileOf(values, share) {
    const sorted = values.toSorted((a, b) => a - b);
    const rank = Math.ceil(share * sorted.length);
    return sorted[Math.min(sorted.length - 1, Math.max(0, rank - 1))] ?? 0;
}
const spreadOf = (values) => ({
    p10: quantileOf(values, 0.1),
    p50: quantileOf(values, 0.5),
    p90: quantileOf(values, 0.9),
});

;// CONCATENATED MODULE: ./src/simulation/forecast.js


/** Of the days so many are the beginning: a tenth, a fortnight at the most. */
const warmUpOf = (days) => Math.min(14, Math.floor(days / 10));
/** Up to the goal, because what comes after it is no question any more; all of them where there are none else. */
function steadyOf({ days, goalDay }, warmUpDays) {
    const reached = days.slice(0, goalDay ?? days.length);
    const steady = reached.slice(warmUpDays);
    return steady.length > 0 ? steady : reached;
}
/** All reasons there are, so that the compiler asks for a new one here. */
const reasons = {
    paused: true,
    disabled: true,
    unsupported: true,
    held: true,
    cooling: true,
    window: true,
    budget: true,
    'queue-empty': true,
    after: true,
    reviews: true,
    turn: true,
    matrix: true,
};
const isReason = (name) => Object.hasOwn(reasons, name);
const daysPerMonth = 30;
const hoursPerDay = 24;
function pipelineForecast(pipeline, days, usedOfDollars) {
    const mean = (count) => meanOf(days.map(count));
    const hours = new Map();
    for (const { restHours } of days)
        for (const [reason, rested] of Object.entries(restHours))
            if (isReason(reason))
                hours.set(reason, (hours.get(reason) ?? 0) + rested);
    const rests = [...hours].map(([reason, rested]) => ({ reason, share: rested / Math.max(1, days.length * hoursPerDay) }));
    return {
        pipeline,
        acceptedPerDay: mean(({ accepted }) => accepted),
        sendsPerDay: mean(({ sends }) => sends),
        sessionsPerDay: mean(({ sessions }) => sessions),
        usedOfLine: mean(({ usedOfLine }) => usedOfLine),
        usedOfDollars,
        rests: rests.filter(({ share }) => share > 0).toSorted((a, b) => b.share - a.share),
    };
}
function goalDayOf(traces) {
    const days = traces.map(({ goalDay }) => goalDay ?? Number.POSITIVE_INFINITY);
    const at = (share) => {
        const day = quantileOf(days, share);
        return Number.isFinite(day) ? day : null;
    };
    return { p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}
/** Of what accounts may spend a day together; null where one of them has no limit. */
function shareOfDollars({ accounts, pipelines }, pipeline, usdByAccount) {
    const settings = Object.hasOwn(pipelines, pipeline) ? pipelines[pipeline] : undefined;
    const names = settings === undefined ? [] : (0,config_pipelines/* accountsOf */.s1)(settings);
    const lines = names.map(name => accounts[name]?.limits.usdMicros);
    const line = lines.reduce((sum, limit) => sum + ((limit?.budget ?? 0) * (limit?.thresholdBasisPoints ?? 0)) / 10_000, 0);
    if (line === 0 || lines.includes(undefined))
        return null;
    return (names.reduce((sum, name) => sum + (usdByAccount[name] ?? 0), 0) * 1_000_000) / line;
}
/** What several runs say together; they are of this model, and end with its days or at the goal. */
function forecastOf(traces, { config, days }) {
    const warmUpDays = warmUpOf(days);
    const steady = traces.flatMap(trace => steadyOf(trace, warmUpDays));
    const all = traces.flatMap(trace => trace.days);
    const mean = (count) => meanOf(steady.map(count));
    const added = steady.map(day => day.added);
    const [usd, rows] = [mean(day => day.usd), mean(day => day.added)];
    const names = Object.keys(all[0]?.pipelines ?? {});
    const accounts = [...new Set(steady.flatMap(day => Object.keys(day.usdByAccount)))].toSorted();
    const byAccount = Object.fromEntries(accounts.map(name => [name, mean(day => day.usdByAccount[name] ?? 0)]));
    return {
        days,
        runs: traces.length,
        pairsPerDay: { mean: rows, ...spreadOf(added) },
        deliveredPerDay: mean(day => day.delivered),
        mergedPerDay: mean(day => day.merged),
        warmUpDays,
        goalDay: goalDayOf(traces),
        reached: meanOf(traces.map(({ goalDay }) => (goalDay === null ? 0 : 1))),
        database: meanOf(traces.map(({ database }) => database)),
        usd: {
            perDay: usd,
            total: meanOf(traces.map(trace => trace.days.reduce((sum, day) => sum + day.usd, 0))),
            perPair: rows > 0 ? usd / rows : null,
            byAccount,
        },
        githubRequests: {
            perDay: mean(day => day.githubRequests),
            mostInHour: all.reduce((most, day) => Math.max(most, day.githubRequestsInHour), 0),
        },
        runnerMinutesPerMonth: mean(day => day.runnerMinutes) * daysPerMonth,
        pipelines: names.map(name => pipelineForecast(name, steady.flatMap(day => day.pipelines[name] ?? []), shareOfDollars(config, name, byAccount))),
    };
}

// EXTERNAL MODULE: ./src/config/defaults.js
var defaults = __webpack_require__(4292);
// EXTERNAL MODULE: ./src/config/nearest.js
var nearest = __webpack_require__(1242);
// EXTERNAL MODULE: ./src/config/show.js
var show = __webpack_require__(467);
// EXTERNAL MODULE: ./src/config/yaml-file.js
var yaml_file = __webpack_require__(3204);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
;// CONCATENATED MODULE: ./src/simulation/what-if.js





/** What a what-if is called in messages. */
const whatIfName = '--what-if';
/** Under this name stand what the simulation assumes; all else is a setting of the configuration. */
const assumptionsName = 'simulation';
const longestKey = 300;
const refuse = (message) => new errors/* PerpetualError */.nX(message, { actBy: 'fix-config' });
/** Undefined for what is no single value: a map would take the place of more than was meant. */
function readValue(text) {
    const value = (0,yaml_file/* parseYaml */.h)(text, whatIfName);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? undefined : value;
}
function readChange(text) {
    const at = text.indexOf('=');
    const key = at < 0 ? text.trim() : text.slice(0, at).trim();
    const example = '`key=value` such as `accounts.zai.limits.usd.budget=10`';
    if (at < 0 || key === '' || key.length > longestKey)
        throw refuse(`Expected \`${whatIfName}\` to be ${example}, got ${(0,show/* show */.WU)(text)}`);
    const first = key.split('.')[0] ?? '';
    const names = [...Object.keys(defaults/* defaults */.N), assumptionsName];
    if (!names.includes(first))
        throw refuse(`Expected a key to begin with ${(0,nearest/* oneOf */.y)(first, names)}, got ${(0,show/* show */.WU)(first)} (${whatIfName}, ${(0,show/* show */.WU)(key)})`);
    const written = text.slice(at + 1);
    // `null` is a value, and nothing at all is none.
    const value = /^\s*(?:null|~)\s*$/.test(written) ? null : readValue(written);
    if (value === undefined)
        throw refuse(`Expected a value, as YAML writes it, after \`=\`, got ${(0,show/* show */.WU)(written.trim() || undefined)} (${whatIfName}, ${(0,show/* show */.WU)(key)})`);
    return { key, value };
}
/** Reads what was asked for. Throws `fix-config` for what is no `key=value`, begins with an unknown name, or is there twice. */
function readWhatIf(texts) {
    const changes = texts.map(readChange);
    const keys = changes.map(({ key }) => key);
    const twice = keys.find((key, index) => keys.indexOf(key) !== index);
    if (twice !== undefined)
        throw refuse(`Expected each \`${whatIfName}\` once, got ${(0,show/* show */.WU)(twice)} twice`);
    const isAssumption = ({ key }) => key === assumptionsName || key.startsWith(`${assumptionsName}.`);
    return {
        written: texts.map(text => text.trim()),
        config: changes.filter(change => !isAssumption(change)),
        assumptions: changes.filter(isAssumption),
    };
}
const nothingElse = { written: [], config: [], assumptions: [] };

;// CONCATENATED MODULE: ./src/simulation/levers.js


const typed = (changes) => [...changes.values()].map(({ key, value }) => `${key}=${String(value)}`);
/** Each round doubles what is waited for: more are no advice any more. */
const mostRounds = 7;
/** Less than this share more is noise. */
const leastGain = 0.02;
/** With so many changes over what was asked for; a key that was asked for already gets the new value. */
async function tryAll({ whatIf, scenarioOf, forecastOf }, changes) {
    const keys = new Set(changes.keys());
    const kept = whatIf.written.filter(text => !keys.has(text.split('=')[0]?.trim() ?? ''));
    const scenario = scenarioOf(readWhatIf([...kept, ...typed(changes)]));
    return { changes, scenario, forecast: await forecastOf(scenario) };
}
/** Each change on top of what was changed already. */
async function tryEach(trying, from) {
    const tried = [];
    for (const change of changesOf(from.scenario, from.forecast))
        tried.push({ change, ...(await tryAll(trying, new Map([...from.changes, [change.key, change]]))) });
    return tried;
}
/**
 * More of everything that is waited for, again and again, until the target is reached. A round that brings nothing is gone on from:
 * what is let through first may wait for the next thing.
 */
async function raise(trying, base) {
    let [current, best] = [base, base];
    for (let round = 0; round < mostRounds && best.forecast.pairsPerDay.mean < trying.target; round += 1) {
        const more = changesOf(current.scenario, current.forecast);
        if (more.length === 0)
            break;
        current = await tryAll(trying, new Map([...current.changes, ...more.map(change => [change.key, change])]));
        if (current.forecast.pairsPerDay.mean > best.forecast.pairsPerDay.mean * (1 + leastGain))
            best = current;
    }
    return best;
}
/** What people would have to do comes last, because it is theirs to say whether they can. */
const isOfPeople = ({ resource }) => resource === 'reviewers';
/** Without the changes that it does as well without. */
async function prune(trying, raised) {
    const enough = Math.min(trying.target, raised.forecast.pairsPerDay.mean * (1 - leastGain));
    const all = [...raised.changes.values()];
    let kept = raised;
    for (const { key } of [...all.filter(change => !isOfPeople(change)), ...all.filter(isOfPeople)]) {
        const fewer = await tryAll(trying, new Map([...kept.changes].filter(([other]) => other !== key)));
        if (fewer.forecast.pairsPerDay.mean >= enough)
            kept = fewer;
    }
    return kept;
}
/** What would have to change, found by trying: each change by itself; and together, if the target is not reached. */
async function adviseOn(trying) {
    const base = await tryAll(trying, new Map());
    const alone = (await tryEach(trying, base))
        .map(({ changes, change: { resource }, forecast }) => ({
        change: typed(changes)[0] ?? '',
        resource,
        pairsPerDay: forecast.pairsPerDay.mean - base.forecast.pairsPerDay.mean,
        usdPerDay: forecast.usd.perDay - base.forecast.usd.perDay,
    }))
        .filter(({ pairsPerDay }) => pairsPerDay > leastGain * base.forecast.pairsPerDay.mean)
        .toSorted((a, b) => b.pairsPerDay - a.pairsPerDay);
    const raised = await raise(trying, base);
    const { changes, forecast } = raised === base ? base : await prune(trying, raised);
    const { pairsPerDay, usd } = forecast;
    const together = changes.size === 0 ? null : { changes: typed(changes), pairsPerDay: pairsPerDay.mean, usdPerDay: usd.perDay };
    return { target: trying.target, alone, together };
}

// EXTERNAL MODULE: ./src/config/load-config.js + 2 modules
var load_config = __webpack_require__(7134);
// EXTERNAL MODULE: ./src/config/change.js
var change = __webpack_require__(3094);
// EXTERNAL MODULE: ./src/config/explain.js
var explain = __webpack_require__(3251);
// EXTERNAL MODULE: ./src/config/fields.js
var fields = __webpack_require__(3923);
;// CONCATENATED MODULE: ./src/simulation/assumptions.js





const hourMs = 3_600_000;
const minuteMs = 60_000;
const reviews = (0,fields/* section */.uW)({
    approval: (0,fields/* share */.uM)('the share of the parts that are merged'),
    kept: (0,fields/* share */.uM)('the share of a merged part’s pairs that stay'),
    delay: (0,fields/* duration */.p0)('the median time from opening a part to merging or closing it', minuteMs),
    perDay: (0,fields/* whole */.WQ)('parts that are reviewed a day at the most, or `null` for any number', { max: 100_000 }).nullable(),
});
const cron = (0,fields/* section */.uW)({
    every: (0,fields/* duration */.p0)('how often it ticks', minuteMs),
    late: (0,fields/* duration */.p0)('how late a tick comes, on average'),
    dropped: (0,fields/* share */.uM)('the share of ticks that never come'),
});
const faults = (0,fields/* section */.uW)({
    killed: (0,fields/* share */.uM)('the share of sessions that are killed'),
    refused: (0,fields/* share */.uM)('the share of days on which a provider closes its quota early'),
    outage: (0,fields/* share */.uM)('the share of sessions that end because a provider is down'),
});
const simulation = (0,fields/* section */.uW)({
    reviews,
    cron,
    faults,
    proposals: (0,fields/* flag */.Jt)('whether people approve new tasks, so that no queue runs dry'),
});
const root = schemas/* object */.Ikc({ [assumptionsName]: simulation });
const common = {
    reviews: { approval: 0.9, kept: 0.95, delay: '24h', perDay: null },
    faults: { killed: 0.02, refused: 0.01, outage: 0.02 },
    proposals: true,
};
/** Before anything was measured: the workflow's hourly cron, late and sometimes dropped as GitHub's are; on a disk `perpetual up`. */
const usualAssumptions = {
    github: { ...common, cron: { every: '1h', late: '8m', dropped: 0.05 } },
    local: { ...common, cron: { every: '1m', late: '0s', dropped: 0 } },
};
/** Hours as they are written: whole minutes, one at the least. */
const writtenHours = (hours) => `${Math.min(999_999, Math.max(1, Math.round(hours * 60)))}m`;
/** With what is asked for set over it. Throws `fix-config` naming what was expected and the nearest known key. */
function readAssumptions(written, changes) {
    const changed = changes.reduce(change/* withChange */.v, { [assumptionsName]: written });
    const checked = root.safeParse(changed);
    if (!checked.success)
        throw (0,explain/* explain */.W)(checked.error, changed, { file: whatIfName });
    const { reviews: reviewing, cron: ticks, faults: failing, proposals } = checked.data.simulation;
    return {
        reviewing: {
            approval: reviewing.approval,
            kept: reviewing.kept,
            delayHours: reviewing.delay / hourMs,
            perDay: reviewing.perDay,
        },
        cron: { everyMinutes: ticks.every / minuteMs, lateMinutes: ticks.late / minuteMs, dropped: ticks.dropped, twice: 0 },
        faults: { ...failing, suspended: 0 },
        proposals,
    };
}

// EXTERNAL MODULE: ./src/domain/instant.js
var instant = __webpack_require__(795);
;// CONCATENATED MODULE: ./src/simulation/measured-yields.js


/** How much must have happened before it counts for more than a configuration: ended units, calls, graded pairs, ended parts. */
const enough = { units: 3, calls: 100, pairs: 100, parts: 5 };
const apply = (value, fields) => ({
    value: fields.reduce((all, { change }) => ({ ...all, ...change }), value),
    from: Object.fromEntries(fields.map(({ field, on }) => [field, on])),
});
const counted = (count, what) => `${count} ${what}`;
const sumOf = (items, count) => items.reduce((sum, item) => sum + count(item), 0);
const spentOn = (sessions, meter) => sumOf(sessions, ({ spent }) => spent[meter] ?? 0);
const endedUnits = (tasks) => tasks.flatMap(({ units }) => units.filter(({ ended }) => ended));
function pairsOf(units) {
    if (units.length < enough.units)
        return [];
    const pairs = units.map(({ accepted }) => accepted);
    const on = counted(units.length, 'ended units');
    return [{ field: 'pairsPerUnit', on, change: { pairsPerUnit: { mean: meanOf(pairs), spread: deviationOf(pairs) } } }];
}
function measureCalls(promised, { tasks, sessions, concurrency }) {
    const units = endedUnits(tasks);
    const fields = [...pairsOf(units)];
    const unitCalls = units.map(({ calls }) => calls);
    if (units.length >= enough.units && meanOf(unitCalls) > 0)
        fields.push({
            field: 'callsPerUnit',
            on: counted(units.length, 'ended units'),
            change: { callsPerUnit: Math.max(1, Math.round(meanOf(unitCalls))) },
        });
    const worked = tasks.flatMap(({ units: all, activeMs }) => activeMs > 0 ? { calls: sumOf(all, ({ calls }) => calls), activeMs } : []);
    const workedCalls = sumOf(worked, ({ calls }) => calls);
    if (workedCalls >= enough.calls) {
        // Calls run side by side: each takes as many times as long as there are of them.
        const msPerCall = Math.max(1, Math.round((sumOf(worked, ({ activeMs }) => activeMs) / workedCalls) * concurrency));
        fields.push({ field: 'msPerCall', on: counted(workedCalls, 'calls'), change: { msPerCall } });
    }
    const [calls, sends, micros] = [sumOf(sessions, each => each.calls), spentOn(sessions, 'calls'), spentOn(sessions, 'usdMicros')];
    if (calls >= enough.calls && sends > 0) {
        const on = counted(sessions.length, 'sessions');
        fields.push({ field: 'sendsPerCall', on, change: { sendsPerCall: Math.max(1, sends / calls) } });
        if (micros > 0) {
            const usdMicrosPerSend = Math.round(micros / sends);
            const worst = Math.max(promised.worstUsdMicrosPerSend, usdMicrosPerSend);
            fields.push({ field: 'usdMicrosPerSend', on, change: { usdMicrosPerSend, worstUsdMicrosPerSend: worst } });
        }
    }
    return apply(promised, fields);
}
function measureBatch(promised, { tasks }) {
    const units = endedUnits(tasks);
    const fields = [...pairsOf(units)];
    const micros = sumOf(tasks, ({ spent }) => spent.usdMicros ?? 0);
    if (units.length >= enough.units && micros > 0) {
        const usdMicrosPerUnit = Math.round(micros / units.length);
        const worstUsdMicrosPerUnit = Math.max(promised.worstUsdMicrosPerUnit, usdMicrosPerUnit);
        const change = { usdMicrosPerUnit, worstUsdMicrosPerUnit };
        fields.push({ field: 'usdMicrosPerUnit', on: counted(units.length, 'ended units'), change });
    }
    return apply(promised, fields);
}
function measureIntegration(promised, { sessions }) {
    const accepted = sumOf(sessions, each => each.accepted);
    const looked = accepted + sumOf(sessions, each => each.rejected);
    const [tokens, micros] = [spentOn(sessions, 'tokens'), spentOn(sessions, 'usdMicros')];
    if (looked < enough.pairs)
        return { value: promised, from: {} };
    const on = counted(looked, 'pairs');
    const fields = [{ field: 'accepted', on, change: { accepted: accepted / looked } }];
    if (tokens > 0) {
        const tokensPerPair = Math.max(1, Math.round(tokens / looked));
        const worstTokensPerCall = Math.max(promised.worstTokensPerCall, tokensPerPair * promised.pairsPerCall);
        fields.push({ field: 'tokensPerPair', on, change: { tokensPerPair, worstTokensPerCall } });
    }
    if (micros > 0)
        fields.push({ field: 'usdMicrosPerPair', on, change: { usdMicrosPerPair: Math.round(micros / looked) } });
    return apply(promised, fields);
}
/** Puts what was measured in the place of what was promised, where there is enough of it. */
function measureYield(promised, records) {
    switch (promised.type) {
        case 'calls':
            return measureCalls(promised, records);
        case 'batch':
            return measureBatch(promised, records);
        case 'integration':
            return measureIntegration(promised, records);
    }
}
const hoursOpen = ({ openedAt, endedAt }) => openedAt === null || endedAt === null ? [] : [Math.max(0, (0,instant/* toEpochMs */.x8)(endedAt) - (0,instant/* toEpochMs */.x8)(openedAt)) / 3_600_000];
/** What reviewers did with the parts that have ended; `tasks` are those whose parts people review. */
function measureReviewing(assumed, tasks) {
    const ended = tasks.flatMap(({ parts }) => parts.filter(({ state }) => state === 'merged' || state === 'closed'));
    if (ended.length < enough.parts)
        return { value: assumed, from: {} };
    const merged = ended.filter(({ state }) => state === 'merged');
    const delivered = sumOf(merged, ({ pairs }) => pairs);
    const hours = ended.flatMap(hoursOpen);
    const on = counted(ended.length, 'ended parts');
    const fields = [{ field: 'approval', on, change: { approval: merged.length / ended.length } }];
    if (delivered > 0)
        fields.push({ field: 'kept', on, change: { kept: Math.min(1, sumOf(merged, part => part.kept ?? part.pairs) / delivered) } });
    if (hours.length >= enough.parts)
        fields.push({ field: 'delayHours', on, change: { delayHours: quantileOf(hours, 0.5) } });
    return apply(assumed, fields);
}

;// CONCATENATED MODULE: ./src/simulation/copies.js

/** Names are at most 40 characters long. */
const nameOf = (name, copy) => (copy === 0 ? name : `${name.slice(0, 34)}-${copy + 1}`);
const withAccounts = (settings, copy) => settings.kind === 'batch'
    ? { ...settings, accounts: settings.accounts.map(account => nameOf(account, copy)) }
    : { ...settings, account: nameOf(settings.account, copy) };
/**
 * So many producing pipelines: the enabled ones of the configuration in turn, each copy with accounts of its own. What takes deliveries
 * into the database stays as it is, and runs after all of them.
 */
function withCopies({ config, yields, queue }, count) {
    const all = Object.entries(config.pipelines);
    const isProducing = (name) => Object.hasOwn(yields, name) && yields[name]?.type !== 'integration';
    const producing = all.filter(([name, { enabled }]) => enabled && isProducing(name));
    const accounts = new Map(Object.entries(config.accounts));
    const copies = Array.from({ length: producing.length === 0 ? 0 : count }, (_, index) => {
        const [name = '', settings] = producing[index % producing.length] ?? [];
        const copy = Math.floor(index / producing.length);
        return { name, settings, copy, own: nameOf(name, copy) };
    });
    const pipelines = new Map();
    for (const { settings, copy, own } of copies) {
        if (settings === undefined)
            continue;
        for (const account of (0,config_pipelines/* accountsOf */.s1)(settings)) {
            const original = config.accounts[account];
            if (original !== undefined)
                accounts.set(nameOf(account, copy), original);
        }
        pipelines.set(own, withAccounts(settings, copy));
    }
    const made = [...pipelines.keys()];
    for (const [name, settings] of all.filter(([other]) => !isProducing(other))) {
        const waitsFor = settings.schedule.after.length === 0 ? [] : made;
        pipelines.set(name, { ...settings, schedule: { ...settings.schedule, after: waitsFor } });
    }
    const ofOriginal = (values) => ({
        ...values,
        ...Object.fromEntries(copies.flatMap(({ name, own }) => {
            const value = values[name];
            return value === undefined ? [] : [[own, value]];
        })),
    });
    return {
        config: { ...config, accounts: Object.fromEntries(accounts), pipelines: Object.fromEntries(pipelines) },
        yields: ofOriginal(yields),
        queue: ofOriginal(queue),
    };
}

// EXTERNAL MODULE: ./src/domain/task-forms/forms.js + 1 modules
var task_forms_forms = __webpack_require__(2919);
// EXTERNAL MODULE: ./src/domain/task-forms/youtube-batch.js
var youtube_batch = __webpack_require__(9708);
;// CONCATENATED MODULE: ./src/simulation/estimates.js
/**
 * What neither a configuration nor an empty history tells. None of it is measured; all of it is shown as an estimate, and replaced by
 * what a repository has measured as soon as there is enough of it.
 */
const estimates = {
    /** Requests for each call that came to an outcome: one in fifty is sent again. */
    sendsPerCall: 1.02,
    /** From request to answer, milliseconds: a long structured answer, as the speed part of a grade takes it too. */
    msPerCall: 12_000,
    /** Pairs of a unit differ by so large a share of their mean. */
    pairsSpread: 0.15,
    /** Of the pairs asked of a video so many pass the gates. */
    videoShare: 0.8,
    /** Videos of a task of which nobody knows how many it names. */
    videosPerTask: 10,
    /** Gemini's batch mode aims at 24 hours at the most; most jobs are faster, some are not. */
    jobHours: { median: 12, sigma: 0.5 },
    failedJobs: 0.02,
    /** Tokens of a video of ten minutes, at 300 a second. */
    videoTokens: 180_000,
    /** Of the delivered pairs so many become rows. */
    integrated: 0.9,
    /** A pretty-printed pair of two citations is 2.6 KB, with its share of review page and calls 4.8 KB; a row of the database 1.2 KB. */
    deliveredBytes: 4800,
    rowBytes: 1200,
    /** Of the most that an answer may be, so much is used. */
    answerShare: 0.4,
    /** Tokens of a question to a model, by the stage of research; a page that a search brings is read besides. */
    promptTokens: { plan: 1000, research: 1500, write: 4000, judge: 4000 },
    pageTokens: 1000,
    /** Of an integration's tokens so many are the question, the rest the answer. */
    sheetShare: 0.75,
    /** A token of English text is about so many bytes, and a question is reserved by its bytes. */
    bytesPerToken: 4,
};
/** A send whose price nobody knows is reserved, and settled, as this share of the day's dollars. */
const unknownPriceShare = 0.01;
/**
 * By the configured prices. `tellsCost`: whether the provider says what each request cost, so that only a search is charged as one;
 * where it does not, every request to that model is charged as if it had searched.
 */
function pricingOf(account, model, tellsCost) {
    const price = Object.hasOwn(account.prices, model) ? account.prices[model] : undefined;
    const { budget = 0, thresholdBasisPoints = 0 } = account.limits.usdMicros ?? {};
    if (price === undefined)
        return { isKnown: false, costOf: () => Math.ceil(((budget * thresholdBasisPoints) / 10_000) * unknownPriceShare) };
    const { inputUsdPerMillion, outputUsdPerMillion, requestUsd } = price;
    return {
        isKnown: true,
        costOf: ({ inputTokens, outputTokens, searches }) => Math.round(inputTokens * inputUsdPerMillion +
            outputTokens * outputUsdPerMillion +
            (searches || !tellsCost ? requestUsd * 1_000_000 : 0)),
    };
}

;// CONCATENATED MODULE: ./src/simulation/configured-yields.js

const stages = ['plan', 'research', 'write', 'judge'];
/** What a call of a stage costs, and what it is reserved at: its prompt by bytes, its answer at the most. */
function costOfStage(stage, settings, { account, tellsCost }) {
    const { research, model, judgeModel } = settings;
    const { costOf } = pricingOf(account, stage === 'judge' ? judgeModel : model, tellsCost);
    const searches = stage === 'research';
    const prompt = estimates.promptTokens[stage];
    const pages = searches ? research.search.maxResults * estimates.pageTokens : 0;
    const most = research.maxTokens[stage];
    return {
        usual: costOf({ inputTokens: prompt + pages, outputTokens: most * estimates.answerShare, searches }),
        worst: costOf({ inputTokens: prompt * estimates.bytesPerToken, outputTokens: most, searches: true }),
    };
}
function researchYield(settings, facts) {
    const { callsPerIndicator, acceptTarget, stages: split } = settings.research;
    const all = split.plan + split.research + split.write + split.judge + split.reserve;
    const costs = Object.fromEntries(stages.map(stage => [stage, costOfStage(stage, settings, facts)]));
    // The reserve is for repairs and for pairs that are written and judged anew.
    const weights = { ...split, write: split.write + split.reserve / 2, judge: split.judge + split.reserve / 2 };
    const micros = stages.reduce((sum, stage) => sum + (costs[stage]?.usual ?? 0) * (weights[stage] / all), 0);
    return {
        type: 'calls',
        unitsPerTask: facts.unitsPerTask ?? 1,
        callsPerUnit: callsPerIndicator,
        sendsPerCall: estimates.sendsPerCall,
        pairsPerUnit: { mean: acceptTarget, spread: acceptTarget * estimates.pairsSpread },
        msPerCall: estimates.msPerCall,
        usdMicrosPerSend: Math.round(micros / estimates.sendsPerCall),
        worstUsdMicrosPerSend: Math.max(...stages.map(stage => costs[stage]?.worst ?? 0)),
        bytesPerPair: estimates.deliveredBytes,
    };
}
function batchYield({ batch, model }, { account, tellsCost, unitsPerTask }) {
    const { costOf } = pricingOf(account, model, tellsCost);
    const mean = batch.expectedPairs * estimates.videoShare;
    const outputTokens = batch.maxTokens * estimates.answerShare;
    return {
        type: 'batch',
        unitsPerTask: unitsPerTask ?? estimates.videosPerTask,
        unitsPerJob: batch.videosPerJob,
        pairsPerUnit: { mean, spread: mean * estimates.pairsSpread },
        jobHours: estimates.jobHours,
        failed: estimates.failedJobs,
        usdMicrosPerUnit: costOf({ inputTokens: estimates.videoTokens, outputTokens, searches: false }),
        // A model's whole window, because nobody knows how long a video is.
        worstUsdMicrosPerUnit: costOf({ inputTokens: 1_048_576, outputTokens: batch.maxTokens, searches: false }),
        bytesPerPair: estimates.deliveredBytes,
    };
}
function integrationYield({ integration: { pairsPerJudge, tokensPerPair }, model }, { account, tellsCost }) {
    const { costOf } = pricingOf(account, model, tellsCost);
    const inputTokens = tokensPerPair * estimates.sheetShare;
    const outputTokens = tokensPerPair - inputTokens;
    const worst = { inputTokens: inputTokens * estimates.bytesPerToken * pairsPerJudge, outputTokens: outputTokens * pairsPerJudge };
    const perCall = { inputTokens: inputTokens * pairsPerJudge, outputTokens: outputTokens * pairsPerJudge };
    return {
        type: 'integration',
        pairsPerCall: pairsPerJudge,
        tokensPerPair,
        worstTokensPerCall: Math.ceil(worst.inputTokens + worst.outputTokens),
        usdMicrosPerPair: Math.round(costOf({ ...perCall, searches: false }) / pairsPerJudge),
        worstUsdMicrosPerCall: costOf({ ...worst, searches: false }),
        accepted: estimates.integrated,
        msPerCall: estimates.msPerCall,
        bytesPerPair: estimates.rowBytes,
    };
}
/** What the configuration promises of a pipeline; null for a kind that brings nothing or that this version does not run. */
function configuredYield(settings, facts) {
    if (settings.kind === 'research')
        return researchYield(settings, facts);
    if (settings.kind === 'batch')
        return batchYield(settings, facts);
    return settings.kind === 'integration' ? integrationYield(settings, facts) : null;
}
/** The account that a pipeline draws on first. */
function firstAccountOf(config, accounts) {
    const [name] = accounts;
    return name === undefined || !Object.hasOwn(config.accounts, name) ? undefined : config.accounts[name];
}

;// CONCATENATED MODULE: ./src/simulation/yields.js






/** How many units a task has; null where its text does not tell. */
function unitsOf({ units, body }, kind) {
    if (units !== undefined && units.length > 0)
        return units.length;
    if (kind === 'research') {
        const parsed = (0,task_forms_forms/* parseAssignment */.H9)(body);
        return parsed.type === 'assignment' ? parsed.assignment.indicators.length : null;
    }
    if (kind !== 'batch')
        return null;
    const parsed = (0,youtube_batch/* parseBatchBody */.aW)(body);
    return parsed.type === 'batch' ? parsed.batch.videos.length : null;
}
function meanUnits(tasks, kind) {
    const known = tasks.flatMap(task => unitsOf(task, kind) ?? []);
    return known.length === 0 ? null : Math.max(1, Math.round(meanOf(known)));
}
function rowsOf(yielded, isSized) {
    const sized = isSized ? 'configuration' : 'estimate';
    switch (yielded.type) {
        case 'calls':
            return [
                ['pairsPerUnit', 'pairs a unit', yielded.pairsPerUnit.mean, 'configuration'],
                ['callsPerUnit', 'calls a unit', yielded.callsPerUnit, 'configuration'],
                ['unitsPerTask', 'units a task', yielded.unitsPerTask, sized],
                ['usdMicrosPerSend', 'dollars a request', yielded.usdMicrosPerSend / 1_000_000, 'estimate'],
                ['sendsPerCall', 'requests a call', yielded.sendsPerCall, 'estimate'],
                ['msPerCall', 'seconds a call', yielded.msPerCall / 1000, 'estimate'],
            ];
        case 'batch':
            return [
                ['pairsPerUnit', 'pairs a video', yielded.pairsPerUnit.mean, 'estimate'],
                ['unitsPerJob', 'videos a job', yielded.unitsPerJob, 'configuration'],
                ['unitsPerTask', 'videos a task', yielded.unitsPerTask, sized],
                ['usdMicrosPerUnit', 'dollars a video', yielded.usdMicrosPerUnit / 1_000_000, 'estimate'],
                ['jobHours', 'hours a job', yielded.jobHours.median, 'estimate'],
            ];
        case 'integration':
            return [
                ['accepted', 'of the merged pairs become rows', yielded.accepted, 'estimate'],
                ['tokensPerPair', 'tokens a pair', yielded.tokensPerPair, 'configuration'],
                ['usdMicrosPerPair', 'dollars a pair', yielded.usdMicrosPerPair / 1_000_000, 'estimate'],
                ['msPerCall', 'seconds a call', yielded.msPerCall / 1000, 'estimate'],
            ];
    }
}
/** What each pipeline brings: what was measured where there is enough of it, else what the configuration says, else an estimate. */
function yieldsOf({ config, tasks, seeds, sessions, tellsCost }) {
    const yields = {};
    const facts = [];
    for (const [pipeline, settings] of Object.entries(config.pipelines)) {
        const account = firstAccountOf(config, (0,config_pipelines/* accountsOf */.s1)(settings));
        if (account === undefined)
            continue;
        const own = tasks.filter(task => task.pipeline === pipeline);
        const sized = [...own, ...seeds.filter(seed => seed.pipeline === pipeline)];
        const unitsPerTask = meanUnits(sized, settings.kind);
        const promised = configuredYield(settings, { account, tellsCost: tellsCost(account), unitsPerTask });
        if (promised === null)
            continue;
        const records = {
            tasks: own,
            sessions: sessions.filter(each => each.pipeline === pipeline),
            concurrency: account.concurrency,
        };
        const { value, from } = measureYield(promised, records);
        yields[pipeline] = value;
        for (const [field, what, number, source] of rowsOf(value, unitsPerTask !== null)) {
            const on = Object.hasOwn(from, field) ? from[field] : undefined;
            facts.push({ pipeline, what, value: number, source: on === undefined ? source : 'measured', from: on ?? '' });
        }
    }
    return { yields, facts };
}

;// CONCATENATED MODULE: ./src/simulation/scenario.js







/** Five and a half hours, as the workflow says it; GitHub kills a job after six. */
const jobMinutes = 330;
const waits = ({ status }) => status === 'pending' || status === 'in-progress';
/** Whether a pipeline's tasks are written by people: the others find theirs by themselves. */
const isProducing = (config, pipeline) => {
    const settings = Object.hasOwn(config.pipelines, pipeline) ? config.pipelines[pipeline] : undefined;
    return settings !== undefined && (0,config_pipelines/* factsOf */.xS)(settings).bringsReviews;
};
function queueOf(config, { tasks, seeds }) {
    const names = Object.keys(config.pipelines).filter(name => isProducing(config, name));
    const counted = (name) => tasks.filter(task => task.pipeline === name && waits(task)).length + seeds.filter(seed => seed.pipeline === name).length;
    return Object.fromEntries(names.map(name => [name, counted(name)]));
}
function assumptionsOf(config, outset, whatIf) {
    const usual = usualAssumptions[outset.forge];
    const unmeasured = readAssumptions(usual, []);
    const reviewed = outset.tasks.filter(({ pipeline }) => isProducing(config, pipeline));
    const { value, from } = measureReviewing(unmeasured.reviewing, reviewed);
    const delay = Object.hasOwn(from, 'delayHours') ? writtenHours(value.delayHours) : usual.reviews.delay;
    const written = {
        ...usual,
        reviews: { ...usual.reviews, approval: value.approval, kept: value.kept, delay },
    };
    const assumptions = readAssumptions(written, whatIf.assumptions);
    const asked = new Set(whatIf.assumptions.map(({ key }) => key));
    const { reviewing, cron } = assumptions;
    const rows = [
        ['reviews.approval', 'approval', 'of the parts are merged', reviewing.approval],
        ['reviews.kept', 'kept', 'of a merged part’s pairs stay', reviewing.kept],
        ['reviews.delay', 'delayHours', 'hours until a part is reviewed', reviewing.delayHours],
        ['cron.every', '', 'minutes from tick to tick', cron.everyMinutes],
        ['cron.late', '', 'minutes that a tick is late', cron.lateMinutes],
        ['cron.dropped', '', 'of the ticks never come', cron.dropped],
    ];
    const facts = rows.map(([key, field, what, number]) => {
        const on = Object.hasOwn(from, field) ? from[field] : undefined;
        const source = asked.has(`simulation.${key}`) ? 'asked' : on === undefined ? 'estimate' : 'measured';
        return { pipeline: null, what, value: number, source, from: source === 'measured' ? (on ?? '') : '' };
    });
    return { assumptions, facts };
}
/** The model of what stands there, with what would be otherwise. Throws `fix-config` where that cannot be. */
function scenarioOf(outset, whatIf) {
    const written = (0,load_config/* loadConfig */.Z9)(outset.text, outset.file);
    const config = whatIf.config.length === 0 ? written : (0,load_config/* loadConfig */.Z9)(outset.text, whatIfName, whatIf.config);
    const { tasks, seeds, sessions, tells } = outset;
    const { yields, facts } = yieldsOf({ config, tasks, seeds, sessions, tellsCost: tells });
    const { assumptions, facts: assumed } = assumptionsOf(config, outset, whatIf);
    const { proposals, ...rest } = assumptions;
    const one = { config, yields, queue: queueOf(config, outset) };
    const { queue, ...copied } = outset.pipelines === null ? one : withCopies(one, outset.pipelines);
    const telling = Object.entries(copied.config.accounts).flatMap(([name, account]) => (tells(account) ? [name] : []));
    const model = {
        ...copied,
        ...rest,
        settingOf: outset.settingOf,
        start: outset.start,
        days: outset.days,
        interventions: [],
        telling,
        beginning: { database: outset.database, queue, proposals },
        maxMinutes: outset.forge === 'github' ? jobMinutes : null,
    };
    return { model, assumptions, facts: [...facts, ...assumed] };
}

;// CONCATENATED MODULE: ./src/simulation/costs.js
/**
 * What one thing costs in requests to GitHub's API, as counted against the loopback GitHub (test/github/requests.slow.test.ts and
 * pipelines-requests.slow.test.ts hold sessions to it): an idle tick about 10; a research session of 850 calls at most 80, of which 37 are
 * checkpoints of 23 calls; a batch round 18 to 36; an integration session up to 64; a review event about 10.
 */
const githubRequests = {
    tick: 10,
    session: 22,
    checkpoint: 1,
    /** Committed as intended, opened, recorded, labelled. */
    part: 4,
    /** Started, projected on its issue, ended. */
    task: 3,
    batchRound: 16,
    review: 10,
    proposal: 3,
    report: 12,
};
/** Minutes that a job takes beside its sessions; GitHub bills each job by whole minutes, rounded up. */
const costs_jobMinutes = { tick: 1, review: 1, report: 1 };
/** From a tick to its sessions' first look: the plan job, the queue for a runner, the set-up. An estimate, milliseconds. */
const jobStartMs = 45_000;
/** A commit to the state branch, or a pull request that is opened; milliseconds. */
const requestMs = 1_000;

// EXTERNAL MODULE: ./src/domain/slot.js
var slot = __webpack_require__(9800);
// EXTERNAL MODULE: ./src/dataset/parts.js
var parts = __webpack_require__(7796);
// EXTERNAL MODULE: ./src/session/deliver.js + 1 modules
var deliver = __webpack_require__(9620);
// EXTERNAL MODULE: ./src/session/task-run.js
var task_run = __webpack_require__(8273);
;// CONCATENATED MODULE: ./src/simulation/process.js
const pause = (at, ms = 0) => ({ ms, at });
const directMoments = ['claimed', 'sending', 'sending', 'sending', 'intended', 'opened', 'recorded', 'saved'];
const batchMoments = ['claimed', 'intended', 'opened', 'recorded', 'job-made', 'job-made', 'collected', 'saved'];
/** How often a process passes a moment, on average, before its fault strikes there: it sends in many volleys, and does other things seldom. */
const passesBefore = { sending: 6, other: 0.7 };
function drawFate(random, faults, isBatch) {
    const draw = random.fraction();
    const { killed, suspended, outage } = faults;
    if (draw >= killed + suspended + outage)
        return { type: 'lives' };
    const passes = (at) => Math.floor(random.exponential(at === 'sending' ? passesBefore.sending : passesBefore.other));
    if (draw >= killed + suspended)
        return { type: 'outage', after: passes('sending') };
    const moments = isBatch ? batchMoments : directMoments;
    const at = moments[random.below(moments.length)] ?? 'claimed';
    return { type: draw < killed ? 'killed' : 'suspended', at, after: passes(at) };
}
/** Whether the fault of this process strikes as it comes to this moment. */
function strikes(fate, at) {
    if ((fate.type !== 'killed' && fate.type !== 'suspended') || fate.at !== at || fate.after < 0)
        return null;
    fate.after -= 1;
    return fate.after < 0 ? fate.type : null;
}

;// CONCATENATED MODULE: ./src/simulation/deliver.js





/** Of a unit's bytes, the share of the file that holds its pairs; the rest is what only machines read, and the page for reviewers. */
const pairFileShare = 0.7;
/** Lines a pair, in the file of pairs and in the rest: what a printed pair may have at the most, and a page with a call a line. */
const linesPerPair = { file: 25, rest: 12 };
function sizesOf(bytesPerPair, pairs) {
    const bytes = pairs * bytesPerPair;
    return [
        { pairs, lines: pairs * linesPerPair.file, bytes: bytes * pairFileShare },
        { pairs: 0, lines: pairs * linesPerPair.rest, bytes: bytes * (1 - pairFileShare) },
    ];
}
/** The units that have ended and were not delivered, in parts within the limits of a pull request. */
function pack(world, { task, units }) {
    const { deliversEmptyUnits } = world.setting(task.pipeline);
    const bytesPerPair = world.yieldOf(task.pipeline)?.bytesPerPair ?? 0;
    const delivered = new Set(task.parts.flatMap(part => part.units));
    const packs = [];
    for (const unit of units) {
        if (!unit.ended || delivered.has(unit.unit) || (unit.accepted === 0 && !deliversEmptyUnits))
            continue;
        const sizes = sizesOf(bytesPerPair, unit.accepted);
        const last = packs.at(-1);
        if (last !== undefined && (0,parts/* fitSizes */.Ch)([...last.sizes, ...sizes])) {
            last.units.push(unit);
            last.sizes.push(...sizes);
        }
        else
            packs.push({ units: [unit], sizes: [...sizes] });
    }
    return packs.map((each, index) => partOf(task, task.parts.length + 1 + index, each.units));
}
const partOf = (task, part, units) => ({
    part,
    branch: (0,deliver/* branchOf */.W)(task.pipeline, task.id, part),
    units: units.map(({ unit }) => unit),
    paths: units.map(({ unit }) => `${task.id}/${unit}.json`),
    pairs: (0,task_run/* totalsOf */.vA)(units).accepted,
    state: 'intended',
    pull: null,
    commit: null,
    url: '',
    openedAt: null,
    endedAt: null,
    kept: null,
    looked: 'none',
    review: 'unreviewed',
});
const recordOf = (world, { holder, task }, { what, parts }) => ({
    type: 'record-parts',
    operation: `${holder.session}/${holder.epoch}/${what}/${task.id}/${parts.map(({ part }) => part).join('-')}`,
    now: world.now(),
    ...holder,
    task: task.id,
    parts,
});
function deliver_open(world, { task, units }, part) {
    const counts = new Map(units.map(unit => [unit.unit, unit.accepted]));
    const pull = world.pulls.open({
        branch: part.branch,
        pipeline: task.pipeline,
        task: task.id,
        part: part.part,
        pairs: part.pairs,
        units: part.units.map(unit => ({ unit, pairs: counts.get(unit) ?? 0 })),
    });
    world.tally.add(world.nowMs(), { githubRequests: githubRequests.part });
    return { ...part, state: 'open', pull: pull.number, commit: part.branch, url: part.branch };
}
/** Records what was opened and the end of the task at once; where a person stopped the task, only what was opened. */
function save(world, records, ending) {
    const operations = [...records, ...(ending === null ? [] : [ending])];
    if (operations.length === 0)
        return null;
    const saved = world.book.apply(...operations);
    if (saved.type !== 'fenced' || saved.reason !== 'wrong-status' || records.length === 0)
        return saved;
    const recorded = world.book.apply(...records);
    return recorded.type === 'fenced' ? recorded : saved;
}
/** The steps of a real delivery: parts are committed as intended, opened, and recorded with the end of the task. */
function* deliver_deliver(world, delivery, ending) {
    const { task } = delivery;
    const intended = pack(world, delivery);
    if (intended.length > 0) {
        if (world.book.apply(recordOf(world, delivery, { what: 'intended', parts: intended })).type === 'fenced')
            return { type: 'lost' };
        yield pause('intended', requestMs);
    }
    const toOpen = [...task.parts.filter(part => part.state === 'intended'), ...intended];
    const opened = [];
    for (const part of toOpen) {
        opened.push(deliver_open(world, delivery, part));
        yield pause('opened', requestMs);
    }
    const saved = save(world, opened.length === 0 ? [] : [recordOf(world, delivery, { what: 'open', parts: opened })], ending);
    if (saved?.type !== 'fenced')
        world.tally.add(world.nowMs(), { delivered: opened.reduce((sum, part) => sum + part.pairs, 0) });
    if (toOpen.length > 0)
        yield pause('recorded');
    return saved?.type === 'fenced' && saved.reason !== 'wrong-status' ? { type: 'lost' } : { type: 'delivered', ended: saved };
}
/** The end of a task whose units have all ended: in review, or blocked where nothing was accepted. */
const endingOf = (world, { holder, task, units }) => ({
    type: 'end-task',
    operation: `${holder.session}/${holder.epoch}/end-task/${task.id}/${world.now()}`,
    now: world.now(),
    ...holder,
    task: task.id,
    status: (0,task_run/* totalsOf */.vA)(units).accepted === 0 && !world.setting(task.pipeline).deliversEmptyUnits ? 'blocked' : 'in-review',
    reason: null,
});

// EXTERNAL MODULE: ./src/session/availability.js
var session_availability = __webpack_require__(8071);
// EXTERNAL MODULE: ./src/session/batch/display.js
var batch_display = __webpack_require__(8031);
// EXTERNAL MODULE: ./src/domain/task.js
var domain_task = __webpack_require__(3761);
// EXTERNAL MODULE: ./src/orchestrator/plan.js
var plan = __webpack_require__(5135);
// EXTERNAL MODULE: ./src/session/batch/batch-availability.js
var batch_availability = __webpack_require__(3101);
// EXTERNAL MODULE: ./src/session/task-book.js + 1 modules
var task_book = __webpack_require__(2674);
// EXTERNAL MODULE: ./src/domain/state.js
var state = __webpack_require__(8935);
// EXTERNAL MODULE: ./src/orchestrator/brought.js
var brought = __webpack_require__(7059);
// EXTERNAL MODULE: ./src/session/state-book.js + 6 modules
var state_book = __webpack_require__(50);
;// CONCATENATED MODULE: ./src/simulation/book.js





/** Of the tasks that wait, so many are shown. */
const shownPending = 2;
/** Built by hand, because this is done for every commit of every simulated day. */
function book_recordOf(names, valueOf) {
    const record = {};
    for (const name of names)
        record[name] = valueOf(name);
    return record;
}
const emptyShelf = () => ({ tasks: new Map(), inProgress: new Map(), pending: [], brought: 0 });
/** Where a task belongs among those that wait. */
function placeOf(pending, task) {
    let [low, high] = [0, pending.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        const other = pending[middle];
        if (other !== undefined && (0,domain_task/* compareTasks */.gA)(other, task) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
function put(shelf, task) {
    const before = shelf.tasks.get(task.id);
    if (before?.status === 'pending' && task.status !== 'pending')
        shelf.pending.splice(placeOf(shelf.pending, before), 1);
    if (before?.status !== 'pending' && task.status === 'pending')
        shelf.pending.splice(placeOf(shelf.pending, task), 0, task);
    if (task.status === 'in-progress')
        shelf.inProgress.set(task.id, task);
    else
        shelf.inProgress.delete(task.id);
    shelf.tasks.set(task.id, task);
    if (before === undefined || before.parts !== task.parts || before.units !== task.units || before.status !== task.status)
        shelf.brought += (0,brought/* broughtPairs */.B)([task]) - (before === undefined ? 0 : (0,brought/* broughtPairs */.B)([before]));
}
function createBook({ onCommit, isRead }) {
    const accounts = new Map();
    const pipelines = new Map();
    const boards = new Map();
    const shelves = new Map();
    let waiting = 0;
    const shelfOf = (pipeline) => {
        const known = shelves.get(pipeline);
        if (known !== undefined)
            return known;
        const made = emptyShelf();
        shelves.set(pipeline, made);
        return made;
    };
    const pipelineOf = (name) => pipelines.get(name) ?? (0,state/* emptyPipeline */.eU)(name);
    const accountOf = (name) => accounts.get(name) ?? (0,state/* emptyAccount */.dO)(name);
    const boardOf = (name) => boards.get(name) ?? (0,slot/* emptyBoard */.mX)(name);
    const read = (operations) => {
        const pieces = (0,state_book/* piecesOfAll */._9)(operations);
        const tasks = {};
        for (const { pipeline, id } of pieces.tasks) {
            const task = shelves.get(pipeline)?.tasks.get(id);
            if (task !== undefined)
                tasks[id] = task;
        }
        return {
            accounts: book_recordOf(pieces.accounts, accountOf),
            pipelines: book_recordOf(pieces.pipelines, pipelineOf),
            boards: book_recordOf(pieces.boards ?? [], boardOf),
            tasks,
        };
    };
    const write = (before, after) => {
        for (const [name, account] of Object.entries(after.accounts))
            accounts.set(name, account);
        for (const [name, pipeline] of Object.entries(after.pipelines))
            pipelines.set(name, pipeline);
        for (const [name, board] of Object.entries(after.boards))
            boards.set(name, board);
        for (const task of Object.values(after.tasks)) {
            const previous = before.tasks[task.id];
            if (task === previous)
                continue;
            if (task.parts !== previous?.parts && isRead(task.pipeline))
                waiting += (0,domain_task/* countWaitingParts */.F9)([task]) - (previous === undefined ? 0 : (0,domain_task/* countWaitingParts */.F9)([previous]));
            put(shelfOf(task.pipeline), task);
        }
    };
    return {
        apply: (...operations) => {
            const before = read(operations);
            const result = (0,state_book/* transitionAll */.$b)(before, operations);
            if (result.type === 'changed')
                write(before, result.state);
            onCommit({ operations, before, result });
            return result;
        },
        pipeline: pipelineOf,
        account: accountOf,
        board: boardOf,
        task: (pipeline, id) => shelves.get(pipeline)?.tasks.get(id),
        hot: pipeline => {
            const { inProgress, pending } = shelfOf(pipeline);
            return [...inProgress.values(), ...pending.slice(0, shownPending)];
        },
        countPending: pipeline => shelfOf(pipeline).pending.length,
        all: pipeline => shelfOf(pipeline).tasks.values(),
        waitingParts: () => waiting,
        brought: pipeline => shelfOf(pipeline).brought,
    };
}

// EXTERNAL MODULE: ./src/session/integration/discover.js
var discover = __webpack_require__(8516);
;// CONCATENATED MODULE: ./src/simulation/inbox.js

function createInbox() {
    const pairs = new Map();
    const waiting = new Map();
    const tasks = new Map();
    let unlisted = 0;
    return {
        deliver: ({ folder, file, pairs: count }) => {
            if (pairs.has(file))
                return;
            pairs.set(file, count);
            waiting.set(folder, [...(waiting.get(folder) ?? []), file]);
        },
        undiscovered: () => [...waiting].flatMap(([folder, files]) => Array.from({ length: Math.ceil(files.length / discover/* mostFiles */.p) }, (_, index) => {
            const some = files.slice(index * discover/* mostFiles */.p, (index + 1) * discover/* mostFiles */.p);
            return { task: `${folder}/${some[0] ?? ''}-${some.length}`, files: some };
        })),
        discover: ({ task, files }) => {
            tasks.set(task, files);
            const taken = new Set(files);
            for (const [folder, all] of waiting) {
                const left = all.filter(file => !taken.has(file));
                if (left.length === 0)
                    waiting.delete(folder);
                else
                    waiting.set(folder, left);
            }
        },
        filesOf: task => tasks.get(task) ?? [],
        pairsOf: file => pairs.get(file) ?? 0,
        addShards: count => {
            unlisted += count;
        },
        unlisted: () => unlisted,
        list: shards => {
            unlisted = Math.max(0, unlisted - shards);
        },
    };
}

;// CONCATENATED MODULE: ./src/simulation/provider.js

const provider_dayMs = 86_400_000;
/** Provider's clocks are off by up to this much, milliseconds: less than the guard band. */
const mostSkewMs = 45_000;
function createProvider({ random, resetMinuteOf, refused, budgetOf, onCharge }) {
    const counted = new Map();
    const skews = new Map();
    const jobs = new Map();
    let made = 0;
    const skewOf = (account) => {
        const known = skews.get(account);
        if (known !== undefined)
            return known;
        const skew = Math.round((random.fraction() * 2 - 1) * mostSkewMs);
        skews.set(account, skew);
        return skew;
    };
    const dayOf = (account, ms) => {
        const offset = resetMinuteOf(account) * 60_000;
        const from = Math.floor((ms + skewOf(account) - offset) / provider_dayMs) * provider_dayMs + offset;
        const days = counted.get(account) ?? new Map();
        counted.set(account, days);
        const known = days.get(from);
        if (known !== undefined)
            return known;
        const budget = budgetOf(account);
        const most = budget !== undefined && random.chance(refused) ? Math.floor(budget * random.fraction()) : undefined;
        const day = { sends: 0, usdMicros: 0, most };
        days.set(from, day);
        return day;
    };
    const receive = ({ account, fromMs, stepMs, count, usdMicrosEach }) => {
        const first = dayOf(account, fromMs);
        if (first.most === undefined && first === dayOf(account, fromMs + (count - 1) * stepMs)) {
            first.sends += count;
            first.usdMicros += count * usdMicrosEach;
            onCharge(account, count * usdMicrosEach, fromMs);
            return { sent: count, isRefused: false };
        }
        for (let index = 0; index < count; index += 1) {
            const ms = fromMs + index * stepMs;
            const day = dayOf(account, ms);
            day.sends += 1;
            if (day.most !== undefined && day.sends > day.most)
                return { sent: index + 1, isRefused: true };
            day.usdMicros += usdMicrosEach;
            onCharge(account, usdMicrosEach, ms);
        }
        return { sent: count, isRefused: false };
    };
    const isAlive = ({ endsMs, isCancelled }, ms) => !isCancelled && endsMs > ms;
    const stateOf = (job, ms) => {
        if (job.isCancelled)
            return 'cancelled';
        if (isAlive(job, ms))
            return 'alive';
        return job.succeeds ? 'succeeded' : 'failed';
    };
    return {
        counted,
        receive,
        sendsToday: (account, ms) => dayOf(account, ms).sends,
        submit: job => {
            made += 1;
            const name = `batches/${made}`;
            jobs.set(name, { ...job, name, createdAt: (0,instant/* toInstant */.fN)(job.createdMs), isCancelled: false });
            dayOf(job.account, job.createdMs).usdMicros += job.usdMicros;
            onCharge(job.account, job.usdMicros, job.createdMs);
            return name;
        },
        jobs: (account, ms) => [...jobs.values()]
            .filter(job => job.account === account)
            .map(job => ({
            name: job.name,
            display: job.display,
            state: stateOf(job, ms),
            createdAt: job.createdAt,
            error: '',
        })),
        find: name => jobs.get(name),
        cancel: name => {
            const job = jobs.get(name);
            if (job !== undefined)
                job.isCancelled = true;
        },
        forget: name => void jobs.delete(name),
        countAlive: ms => [...jobs.values()].filter(job => isAlive(job, ms)).length,
    };
}

;// CONCATENATED MODULE: ./src/simulation/random.js
const hashOf = (text) => {
    let hash = 0x81_1c_9d_c5;
    for (let index = 0; index < text.length; index += 1)
        hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
    return (hash ^ (hash >>> 13)) >>> 0;
};
/** Mulberry32, seeded with a text. */
function createRandom(seed) {
    let state = hashOf(seed);
    const fraction = () => {
        state = (state + 0x6d_2b_79_f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_00_00_00_00;
    };
    /** Box and Muller. */
    const normal = () => Math.sqrt(-2 * Math.log(1 - fraction())) * Math.cos(2 * Math.PI * fraction());
    return {
        fraction,
        normal,
        chance: share => fraction() < share,
        below: end => Math.floor(fraction() * end),
        exponential: mean => -mean * Math.log(1 - fraction()),
        logNormal: (median, sigma) => median * Math.exp(sigma * normal()),
        count: ({ mean, spread }) => Math.max(0, Math.round(mean + spread * normal())),
    };
}

;// CONCATENATED MODULE: ./src/simulation/tally.js
const tally_hourMs = 3_600_000;
const tally_dayMs = 24 * tally_hourMs;
const amounts = ['added', 'accepted', 'delivered', 'merged', 'rejected', 'usdMicros', 'githubRequests', 'runnerMinutes'];
function createTally(startMs, pipelines) {
    const sums = [];
    const emptyDay = () => ({
        added: 0,
        accepted: 0,
        delivered: 0,
        merged: 0,
        rejected: 0,
        usdMicros: 0,
        githubRequests: 0,
        runnerMinutes: 0,
        requestsByHour: new Map(),
        microsByAccount: new Map(),
        pipelines: Object.fromEntries(pipelines.map(name => [name, { sends: 0, accepted: 0, sessions: 0, usedOfLine: 0, restHours: {} }])),
    });
    const dayAt = (index) => {
        for (;;) {
            const day = sums[index];
            if (day !== undefined)
                return day;
            sums.push(emptyDay());
        }
    };
    const dayOf = (ms) => dayAt(Math.max(0, Math.floor((ms - startMs) / tally_dayMs)));
    const traceOf = ({ usdMicros, requestsByHour, microsByAccount, pipelines: each, ...day }, index) => ({
        date: new Date(startMs + index * tally_dayMs).toISOString().slice(0, 10),
        ...day,
        githubRequestsInHour: Math.max(0, ...requestsByHour.values()),
        usd: usdMicros / 1_000_000,
        usdByAccount: Object.fromEntries([...microsByAccount].map(([account, micros]) => [account, micros / 1_000_000])),
        pipelines: each,
    });
    return {
        add: (ms, more) => {
            const day = dayOf(ms);
            for (const amount of amounts) {
                const value = more[amount];
                if (value !== undefined)
                    day[amount] += value;
            }
            const hour = Math.floor(ms / tally_hourMs);
            if (more.githubRequests !== undefined)
                day.requestsByHour.set(hour, (day.requestsByHour.get(hour) ?? 0) + more.githubRequests);
        },
        addOf: (ms, pipeline, { sends = 0, accepted = 0, sessions = 0 }) => {
            const day = dayOf(ms).pipelines[pipeline];
            if (day === undefined)
                return;
            day.sends += sends;
            day.accepted += accepted;
            day.sessions += sessions;
        },
        charge: (ms, account, usdMicros) => {
            const day = dayOf(ms);
            day.usdMicros += usdMicros;
            day.microsByAccount.set(account, (day.microsByAccount.get(account) ?? 0) + usdMicros);
        },
        used: (ms, pipeline, share) => {
            const day = dayOf(ms).pipelines[pipeline];
            if (day !== undefined)
                day.usedOfLine = Math.max(day.usedOfLine, share);
        },
        rested: (ms, pipeline, { reason, hours }) => {
            const day = dayOf(ms).pipelines[pipeline];
            if (day !== undefined)
                day.restHours[reason] = (day.restHours[reason] ?? 0) + hours;
        },
        days: count => Array.from({ length: count }, (_, index) => traceOf(dayAt(index), index)),
    };
}

;// CONCATENATED MODULE: ./src/simulation/timeline.js
const isBefore = (a, b) => a.ms < b.ms || (a.ms === b.ms && a.order < b.order);
/** A binary heap. */
function createTimeline(startMs) {
    const heap = [];
    let now = startMs;
    let order = 0;
    const swap = (a, b) => {
        const [first, second] = [heap[a], heap[b]];
        if (first === undefined || second === undefined)
            return;
        heap[a] = second;
        heap[b] = first;
    };
    const isLess = (a, b) => {
        const [first, second] = [heap[a], heap[b]];
        return first !== undefined && second !== undefined && isBefore(first, second);
    };
    const rise = (from) => {
        let at = from;
        while (at > 0 && isLess(at, (at - 1) >> 1)) {
            swap(at, (at - 1) >> 1);
            at = (at - 1) >> 1;
        }
    };
    const sink = () => {
        let at = 0;
        for (;;) {
            const [left, right] = [2 * at + 1, 2 * at + 2];
            const least = isLess(right, left) ? right : left;
            if (!isLess(least, at))
                return;
            swap(least, at);
            at = least;
        }
    };
    const take = () => {
        const first = heap[0];
        const last = heap.pop();
        if (first === undefined || last === undefined || heap.length === 0)
            return first;
        heap[0] = last;
        sink();
        return first;
    };
    return {
        now: () => now,
        at: (ms, happens) => {
            order += 1;
            heap.push({ ms: Math.max(Math.round(ms), now), order, happens });
            rise(heap.length - 1);
        },
        runUntil: endMs => {
            while ((heap[0]?.ms ?? Infinity) < endMs) {
                const next = take();
                if (next === undefined)
                    return;
                now = next.ms;
                next.happens();
            }
            now = endMs;
        },
    };
}

;// CONCATENATED MODULE: ./src/simulation/world.js








const world_dayMs = 86_400_000;
/** The limits change at the edges of windows alone, and are asked for at every step. */
function withMemory(setting) {
    let known;
    return {
        ...setting,
        accountLimits: now => {
            if (known !== undefined && known.from <= now && now < known.to)
                return known.limits;
            const limits = setting.accountLimits(now);
            const windows = Object.values(limits).flatMap(({ window }) => window ?? []);
            const from = windows
                .map(window => window.from)
                .toSorted()
                .at(-1) ?? '';
            const to = windows.map(window => window.to).toSorted()[0] ?? '~';
            known = { limits, from, to };
            return limits;
        },
    };
}
const resetMinuteOf = (config, account) => Object.values(config.accounts[account]?.limits ?? {})[0]?.resetMinuteUtc ?? 0;
/** Every account that a pipeline's sessions draw on. */
function membersOf(config, pipeline) {
    const settings = config.pipelines[pipeline];
    return settings === undefined ? [] : (0,config_pipelines/* accountsOf */.s1)(settings);
}
function createWorld(model, watch, createPulls) {
    const startMs = Date.parse(model.start);
    const random = createRandom(`${model.seed}`);
    const timeline = createTimeline(startMs);
    const tally = createTally(startMs, Object.keys(model.config.pipelines));
    const settings = new Map();
    const drawn = new Map();
    let config = model.config;
    let shown = { ms: -1, instant: model.start };
    const provider = createProvider({
        random: createRandom(`${model.seed}/provider`),
        refused: model.faults.refused,
        resetMinuteOf: account => resetMinuteOf(config, account),
        budgetOf: account => config.accounts[account]?.limits.calls?.budget,
        onCharge: (account, usdMicros, ms) => tally.charge(ms, account, usdMicros),
    });
    const world = {
        model,
        random,
        timeline,
        provider,
        tally,
        watch,
        inbox: createInbox(),
        processes: new Set(),
        history: new Map(),
        book: createBook({
            onCommit: commit => {
                if (commit.result.type === 'changed')
                    world.changes += 1;
                watch.commit?.(world, commit);
            },
            isRead: pipeline => world.setting(pipeline).maxWaitingParts !== null,
        }),
        pulls: createPulls(() => world),
        unsettled: new Map(),
        openOwn: new Map(),
        changes: 0,
        paused: false,
        queued: 0,
        proposals: new Map(),
        started: 0,
        card: null,
        database: model.beginning.database,
        goalDay: null,
        pairsOf: ({ pipeline, id }, unit) => {
            const key = `${pipeline}/${id}/${unit}`;
            const known = drawn.get(key);
            if (known !== undefined)
                return known;
            const made = model.yields[pipeline];
            const pairs = made === undefined || made.type === 'integration' ? 0 : createRandom(`${model.seed}/${key}`).count(made.pairsPerUnit);
            drawn.set(key, pairs);
            return pairs;
        },
        now: () => {
            const ms = timeline.now();
            if (shown.ms !== ms)
                shown = { ms, instant: (0,instant/* toInstant */.fN)(ms) };
            return shown.instant;
        },
        nowMs: () => timeline.now(),
        config: () => config,
        configure: changed => {
            config = changed;
            world.changes += 1;
            settings.clear();
        },
        setting: (pipeline, wanted) => {
            const account = wanted ?? membersOf(config, pipeline)[0] ?? '';
            const known = settings.get(pipeline)?.get(account);
            if (known !== undefined)
                return known;
            const made = withMemory(model.settingOf(config, pipeline, account));
            settings.set(pipeline, (settings.get(pipeline) ?? new Map()).set(account, made));
            return made;
        },
        yieldOf: pipeline => model.yields[pipeline],
    };
    return world;
}
/** Rows come into the database. */
function addRows(world, rows) {
    world.database += rows;
    world.tally.add(world.nowMs(), { added: rows });
    if (world.goalDay === null && world.database >= world.config().goal)
        world.goalDay = Math.floor((world.nowMs() - Date.parse(world.model.start)) / world_dayMs) + 1;
}

;// CONCATENATED MODULE: ./src/simulation/survey.js






const cardPrefix = 'card-';
const isCard = (task) => task.id.startsWith(cardPrefix);
/** So many shards that no card counts are not left for the end of a long queue, as in a real discovery. */
const mostUnlisted = 25;
const foundTask = (world, pipeline, { id, priority }) => (0,task_book/* newTask */.e)({ pipeline, id, title: `Integrate ${id}`, priority, order: 0 }, { issue: null, body: '', createdAt: world.now(), redoes: null });
const underWay = new Set(['pending', 'in-progress', 'in-review']);
const isCardUnderWay = ({ book, card }, pipeline) => card !== null && underWay.has(book.task(pipeline, card)?.status);
/** Tasks that integration finds by itself: merged files, and the card where it is behind. */
function survey_discover(world, pipeline) {
    if (world.yieldOf(pipeline)?.type !== 'integration')
        return [];
    const files = world.inbox.undiscovered().map(({ task }) => foundTask(world, pipeline, { id: task, priority: 'p2' }));
    const unlisted = world.inbox.unlisted();
    const isWaiting = files.length > 0 || world.book.hot(pipeline).some(task => !isCard(task));
    const isDue = unlisted > 0 && (!isWaiting || unlisted >= mostUnlisted) && !isCardUnderWay(world, pipeline);
    const id = `${cardPrefix}${world.changes}-${unlisted}`;
    return isDue ? [foundTask(world, pipeline, { id, priority: 'p1' }), ...files] : files;
}
/** The epoch whose holder is proven dead; the end of a run that was killed is not always known at once. */
function deadEpochOf(world, pipeline) {
    const { claim } = world.book.pipeline(pipeline);
    if (claim === null)
        return null;
    for (const process of world.processes)
        if (process.isDead && process.isProvable && process.holder?.epoch === claim.epoch && process.pipeline === pipeline)
            return claim.epoch;
    return null;
}
/** How many jobs may be alive at once. */
function slotLimitOf(settings) {
    const { budget = 0, thresholdBasisPoints = 0 } = settings?.limits.slots ?? {};
    return { budget, thresholdBasisPoints };
}
function lookAt(world, pipeline, force) {
    const { book } = world;
    const settings = world.config().pipelines[pipeline];
    const setting = world.setting(pipeline);
    const deadEpoch = deadEpochOf(world, pipeline);
    const discovered = survey_discover(world, pipeline);
    const common = {
        now: world.now(),
        paused: world.paused || settings?.enabled !== true,
        force,
        pipeline: book.pipeline(pipeline),
        tasks: [...book.hot(pipeline), ...discovered],
        after: setting.after.map(name => book.pipeline(name)),
        waitingParts: setting.maxWaitingParts === null ? 0 : book.waitingParts(),
        deadEpoch,
    };
    if (world.yieldOf(pipeline)?.type !== 'batch') {
        const availability = (0,session_availability/* availabilityOf */.nS)({ ...common, setting, account: book.account(setting.account) });
        return { availability, early: false, deadEpoch, discovered };
    }
    const { early, ...availability } = (0,batch_availability/* batchAvailability */.W)({
        ...common,
        board: book.board(pipeline),
        slots: slotLimitOf(settings),
        maxWaitingParts: setting.maxWaitingParts,
        members: membersOf(world.config(), pipeline).map(account => ({
            account: book.account(account),
            setting: world.setting(pipeline, account),
        })),
    });
    return { availability, early, deadEpoch, discovered };
}
function plannedOf(world, pipeline, { settings, force }) {
    return {
        pipeline,
        agent: settings.agent,
        kind: settings.kind,
        enabled: settings.enabled,
        accounts: membersOf(world.config(), pipeline),
        share: 'share' in settings ? settings.share : null,
        pairs: world.book.brought(pipeline),
        after: settings.schedule.after,
        state: world.book.pipeline(pipeline),
        availability: world.yieldOf(pipeline) === undefined ? null : lookAt(world, pipeline, force).availability,
    };
}
/** What a tick plans. */
function planAt(world, force) {
    const { goal, pipelines } = world.config();
    const planned = Object.entries(pipelines).map(([name, settings]) => plannedOf(world, name, { settings, force }));
    return (0,plan/* planOf */.X)({ at: world.now(), goal, force, pipelines: planned });
}
/** The task that is begun next; what integration finds counts. */
const firstPending = (world, pipeline) => (0,domain_task/* nextTask */.J2)(world.book.hot(pipeline));

;// CONCATENATED MODULE: ./src/simulation/task-progress.js

/** The card is one unit; of what was delivered each file is one. */
const cardUnit = 'card';
const freshUnit = (unit, callsExpected) => ({
    unit,
    name: unit,
    ended: callsExpected === 0,
    calls: 0,
    callsExpected,
    accepted: 0,
    rejected: {},
});
/** The units of a task that nobody has begun. */
function task_progress_unitsOf(world, task) {
    const made = world.yieldOf(task.pipeline);
    if (made === undefined)
        return [];
    if (made.type === 'integration') {
        if (isCard(task))
            return [freshUnit(cardUnit, 0)];
        return world.inbox.filesOf(task.id).map(file => freshUnit(file, Math.ceil(world.inbox.pairsOf(file) / made.pairsPerCall)));
    }
    const calls = made.type === 'calls' ? made.callsPerUnit : 1;
    return Array.from({ length: made.unitsPerTask }, (_, index) => freshUnit(`u${index + 1}`, calls));
}
/** Pairs that a unit brings in the end. */
function pairsOfUnit(world, task, unit) {
    const made = world.yieldOf(task.pipeline);
    if (made?.type === 'integration')
        return Math.round(world.inbox.pairsOf(unit) * made.accepted);
    return world.pairsOf(task, unit);
}
function after(world, task, { unit, calls }) {
    const done = unit.calls + calls;
    const ended = done >= unit.callsExpected;
    const pairs = pairsOfUnit(world, task, unit.unit);
    const accepted = ended ? pairs : Math.floor((pairs * done) / unit.callsExpected);
    return { ...unit, calls: done, ended, accepted };
}
/** Begins a task, or goes on with what the state says of it. */
function createProgress(world, task) {
    let units = task.units.length > 0 ? task.units : task_progress_unitsOf(world, task);
    const remainingOf = (unit) => (unit.ended ? 0 : unit.callsExpected - unit.calls);
    return {
        units: () => units,
        finished: () => units.every(unit => unit.ended),
        remaining: () => units.reduce((sum, unit) => sum + remainingOf(unit), 0),
        absorb: calls => {
            let left = calls;
            units = units.map(unit => {
                const own = Math.min(left, remainingOf(unit));
                left -= own;
                return own === 0 ? unit : after(world, task, { unit, calls: own });
            });
        },
    };
}

;// CONCATENATED MODULE: ./src/simulation/batch-jobs.js

/** Jobs that a unit may go through; the last one that fails leaves it without pairs. */
const attempts = 3;
/** The jobs that a task still needs, as its units tell: those whose units have not ended, in later rounds under later numbers. */
function jobsOf(world, made, task) {
    const units = task.units.length > 0 ? task.units : task_progress_unitsOf(world, task);
    const perRound = Math.ceil(units.length / made.unitsPerJob);
    const jobs = new Map();
    for (const [index, { unit, ended, calls }] of units.entries()) {
        if (ended)
            continue;
        const number = Math.floor(index / made.unitsPerJob) + 1 + calls * perRound;
        jobs.set(number, [...(jobs.get(number) ?? []), unit]);
    }
    return [...jobs].map(([number, names]) => ({ id: `${task.id}/job-${number}`, task: task.id, units: names }));
}
/** A task's units after one of its jobs ended. */
function unitsAfter(world, task, { job, succeeded }) {
    const asked = new Set(job.units);
    const units = task.units.length > 0 ? task.units : task_progress_unitsOf(world, task);
    return units.map(unit => {
        if (!asked.has(unit.unit))
            return unit;
        const calls = unit.calls + 1;
        const ended = succeeded || calls >= attempts;
        return { ...unit, calls, ended, accepted: succeeded ? world.pairsOf(task, unit.unit) : 0 };
    });
}

// EXTERNAL MODULE: ./src/domain/ledger.js
var domain_ledger = __webpack_require__(1841);
;// CONCATENATED MODULE: ./src/simulation/round.js




const repositoryId = 'simulated';
/** What a session adds to an operation on slots by itself. */
const shared = (round) => {
    const { world, holder, members } = round;
    const now = world.now();
    round.operations += 1;
    const limits = members.map(account => [account, world.setting(holder.pipeline, account).accountLimits(now)]);
    return {
        operation: `${holder.session}/${holder.epoch}/slots-${round.operations}`,
        now,
        ...holder,
        leaseMs: world.setting(holder.pipeline).leaseMs,
        accountLimits: Object.fromEntries(limits),
    };
};
/** Whose jobs a round's are. */
const ownerOf = ({ holder }) => (0,batch_display/* jobOwnerOf */.kq)(repositoryId, holder.pipeline);
/** How many jobs may be alive at once. */
const slotLimitNow = ({ world, holder }) => slotLimitOf(world.config().pipelines[holder.pipeline]);
/** How many more of them there may be. */
const roomForJobs = (round) => (0,domain_ledger/* lineOf */.cA)((0,domain_ledger/* openLedger */.au)(slotLimitNow(round), null)) - (0,slot/* busyOf */.vv)(round.world.book.board(round.holder.pipeline));
/** Once the claim is lost, nothing more is written. */
function noteLost(round, result) {
    if (result.type === 'fenced')
        round.lost ||= result.reason === 'old-epoch';
}
/** What listings and creations showed. */
function record(round, changes, rest = {}) {
    if (round.lost)
        return;
    const { others = {}, starved = null } = rest;
    noteLost(round, round.world.book.apply({ type: 'record-slots', ...shared(round), changes, others, starved }));
}
/** The tasks whose jobs are at work, or wait for a slot. */
const inProgress = ({ world, holder }) => world.book.hot(holder.pipeline).filter(({ status }) => status === 'in-progress');

;// CONCATENATED MODULE: ./src/simulation/fill-slots.js







const fill_slots_hourMs = 3_600_000;
/** Whether tasks may be begun: not while reviewers have enough to read. */
const begins = ({ world, holder, force }) => force || !(0,session_availability/* isReviewFull */.K_)(world.setting(holder.pipeline), world.book.waitingParts());
/** Works that wait for a slot: those of tasks in progress first, then of the next tasks, which are begun for it. */
function waitingWorks(round, most) {
    const { world, holder, made } = round;
    const worksOf = (task) => {
        const taken = new Set(world.book.board(holder.pipeline).slots.map(slot => slot.work));
        return jobsOf(world, made, task).filter(({ id }) => !taken.has(id));
    };
    let works = inProgress(round).flatMap(worksOf);
    while (begins(round) && works.length < most) {
        const next = world.book.hot(holder.pipeline).find(({ status }) => status === 'pending');
        if (next === undefined)
            break;
        const operation = `${holder.session}/${holder.epoch}/start-task/${next.id}/${world.now()}`;
        const start = { type: 'start-task', operation, now: world.now(), ...holder, task: next.id, settings: {} };
        const started = world.book.apply(start);
        noteLost(round, started);
        if (started.type !== 'changed')
            break;
        world.tally.add(world.nowMs(), { githubRequests: githubRequests.task });
        works = inProgress(round).flatMap(worksOf);
    }
    return works.slice(0, most);
}
/** Which job goes to which member: always the least busy one that is not known to have no dollars left. */
function planIntents(round, poor) {
    const { world, holder, made } = round;
    const board = world.book.board(holder.pipeline);
    const isGuarded = (account) => (0,session_availability/* guardedUntil */.Bi)(world.setting(holder.pipeline, account), world.now()) !== null;
    const open = round.members.filter(account => !poor.has(account) && !isGuarded(account));
    const room = roomForJobs(round);
    if (open.length === 0 || room <= 0)
        return [];
    const busy = new Map(open.map(account => [account, board.slots.filter(slot => slot.member === account).length]));
    return waitingWorks(round, room).flatMap((job) => {
        const member = open.toSorted((a, b) => (busy.get(a) ?? 0) - (busy.get(b) ?? 0))[0];
        if (member === undefined)
            return [];
        busy.set(member, (busy.get(member) ?? 0) + 1);
        const attempt = (board.attempts[job.id] ?? 0) + 1;
        const display = (0,batch_display/* renderDisplay */.BA)(ownerOf(round), { work: job.id, attempt });
        const usdMicros = made.worstUsdMicrosPerUnit * job.units.length;
        return [{ work: job, slot: { work: job.id, task: job.task, attempt, member, display, usdMicros } }];
    });
}
/** Gives jobs to members until the line is reached, nothing waits or nobody has dollars; true where work is left. */
function* fillSlots(round) {
    const { world, holder } = round;
    const poor = new Set();
    for (;;) {
        const intents = round.lost ? [] : planIntents(round, poor);
        if (intents.length === 0)
            break;
        const tasks = intents.map(({ slot }) => ({ pipeline: holder.pipeline, id: slot.task }));
        const units = Object.fromEntries(tasks.map(task => [task.id, task_progress_unitsOf(world, task)]));
        const limit = slotLimitNow(round);
        const slots = intents.map(({ slot }) => slot);
        noteLost(round, world.book.apply({ type: 'intend-slots', ...shared(round), slots, limit, units }));
        yield pause('intended', requestMs);
        const taken = new Set(world.book.board(holder.pipeline).slots.map(({ display }) => display));
        for (const { slot } of intents)
            if (!taken.has(slot.display))
                poor.add(slot.member);
        yield* createAll(round, intents.filter(({ slot }) => taken.has(slot.display)));
    }
    const isLeft = begins(round) && (world.book.countPending(holder.pipeline) > 0 || waitingWorks(round, 1).length > 0);
    if (isLeft !== world.book.board(holder.pipeline).starved)
        record(round, [], { starved: isLeft });
    return poor.size > 0;
}
/** Creates the jobs of intended slots, and commits their names. */
function* createAll(round, intents) {
    const { world, made, process } = round;
    const changes = [];
    for (const { slot, work: job } of intents) {
        if (round.lost || world.now() >= round.leg.sendUntil())
            break;
        world.watch.send?.(world, process);
        const name = world.provider.submit({
            display: slot.display,
            account: slot.member,
            createdMs: world.nowMs(),
            endsMs: world.nowMs() + world.random.logNormal(made.jobHours.median, made.jobHours.sigma) * fill_slots_hourMs,
            succeeds: !world.random.chance(made.failed),
            usdMicros: made.usdMicrosPerUnit * job.units.length,
        });
        changes.push({ type: 'named', work: slot.work, job: name, display: slot.display, attempt: slot.attempt });
        world.tally.addOf(world.nowMs(), round.holder.pipeline, { sends: 1 });
        yield pause('job-made', requestMs);
    }
    if (changes.length > 0)
        record(round, changes);
}

// EXTERNAL MODULE: ./src/session/purse.js
var session_purse = __webpack_require__(5057);
// EXTERNAL MODULE: ./src/session/setting.js
var session_setting = __webpack_require__(7982);
;// CONCATENATED MODULE: ./src/simulation/leg.js







const times = ({ calls = 0, tokens = 0, usdMicros = 0 }, count) => ({
    calls: calls * count,
    tokens: tokens * count,
    usdMicros: usdMicros * count,
});
function createSimulatedLeg(world, { holder, process, cost }) {
    const { book } = world;
    const setting = world.setting(holder.pipeline);
    const limits = setting.accountLimits(world.now());
    const purse = (0,session_purse/* createPurse */.E)({ account: (0,session_purse/* limitedMeters */.D)(limits), session: (0,session_purse/* limitedMeters */.D)(setting.sessionLimits) });
    const { account, pipeline, leaseMs } = setting;
    const wanted = (0,session_setting/* wantedSends */.nt)(setting.concurrency, { tokens: cost.worst.tokens ?? 0, usdMicros: cost.worst.usdMicros ?? 0 });
    const claimUntil = book.pipeline(pipeline).claim?.expiresAt ?? world.now();
    let sendUntil = (0,instant/* plusMs */.f9)(claimUntil, -(0,session_setting/* leaseMarginMs */.fO)(leaseMs));
    let lost = false;
    let stopped = null;
    let exhausted = null;
    let operations = 0;
    let sent = 0;
    let refusedAt;
    const operationOf = ({ tally, calls, accepted, wrap }) => {
        const now = world.now();
        const spent = times(cost.actual, sent);
        return {
            type: 'checkpoint',
            operation: `${holder.session}/${holder.epoch}/${account}/checkpoint-${operations}`,
            now,
            ...holder,
            account,
            accountLimits: setting.accountLimits(now),
            sessionLimits: setting.sessionLimits,
            leaseMs,
            calls,
            accepted,
            rejected: 0,
            spent,
            task: tally === null ? null : { ...tally, spent },
            wrap,
            quotaUsedUpAt: refusedAt,
        };
    };
    const showUsed = () => {
        const { session } = book.pipeline(pipeline);
        const ledger = (0,session_availability/* meteredLedger */.eR)(setting, { account: book.account(account), session }, world.now());
        if (ledger !== undefined && (0,domain_ledger/* lineOf */.cA)(ledger) > 0)
            world.tally.used(world.nowMs(), pipeline, (0,domain_ledger/* usedOf */.Z)(ledger) / (0,domain_ledger/* lineOf */.cA)(ledger));
    };
    return {
        holder,
        sendUntil: () => sendUntil,
        isLost: () => lost,
        isStopped: task => task === stopped,
        exhausted: () => (sent > 0 ? null : exhausted),
        most: sends => {
            if (purse.covers(times(cost.worst, sends)))
                return sends;
            let [low, high] = [0, sends - 1];
            while (low < high) {
                const middle = (low + high + 1) >> 1;
                if (purse.covers(times(cost.worst, middle)))
                    low = middle;
                else
                    high = middle - 1;
            }
            return low;
        },
        spend: sends => {
            const ticket = purse.draw(times(cost.worst, sends));
            if (ticket === undefined)
                throw new Error('More was sent than the purse covers');
            purse.settle(ticket, times(cost.actual, sends));
            sent += sends;
            process.unsaved += sends;
        },
        refuse: () => {
            refusedAt = world.now();
        },
        checkpoint: saved => {
            if (lost)
                return 'lost';
            operations += 1;
            const snapshot = purse.snapshot(saved.wrap === null ? wanted : {});
            const result = book.apply({ ...operationOf(saved), ...snapshot });
            if (result.type === 'fenced') {
                lost = true;
                return 'lost';
            }
            world.tally.add(world.nowMs(), { githubRequests: githubRequests.checkpoint });
            sent = 0;
            process.unsaved = 0;
            const session = result.state.pipelines[pipeline]?.session ?? null;
            const ledgers = (result.state.accounts[account] ?? (0,state/* emptyAccount */.dO)(account)).ledgers;
            const shortage = purse.confirm(snapshot, { account: ledgers, session: session?.ledgers ?? {}, holder });
            if (saved.wrap === null)
                exhausted = shortage;
            sendUntil = (0,instant/* plusMs */.f9)(world.now(), leaseMs - (0,session_setting/* leaseMarginMs */.fO)(leaseMs));
            const task = saved.tally === null ? undefined : result.state.tasks[saved.tally.task];
            if (task !== undefined)
                stopped = task.status === 'in-progress' ? null : task.id;
            showUsed();
            return 'saved';
        },
        settleLost: () => {
            const operation = `${holder.session}/${holder.epoch}/${account}/settle`;
            book.apply({ type: 'settle', operation, now: world.now(), ...holder, account, used: purse.owed() });
        },
    };
}

// EXTERNAL MODULE: ./src/session/batch/match-jobs.js
var match_jobs = __webpack_require__(1085);
;// CONCATENATED MODULE: ./src/simulation/look-after.js







/** Brings the board up to date with what the providers list, by the rules of a real session. */
function lookAfter(round) {
    const { world, holder, made } = round;
    const board = world.book.board(holder.pipeline);
    const views = round.members.map(account => ({
        member: { account },
        listing: { complete: true, jobs: world.provider.jobs(account, world.nowMs()) },
    }));
    const wanted = new Set(inProgress(round).flatMap(task => jobsOf(world, made, task).map(({ id }) => id)));
    const standingOf = (id) => {
        if (world.book.task(holder.pipeline, (0,batch_display/* taskOfWork */.yO)(id)) === undefined)
            return 'unknown';
        return wanted.has(id) ? 'wanted' : 'done';
    };
    const slotFor = ({ work: id, attempt, job, member }) => ({
        work: id,
        task: (0,batch_display/* taskOfWork */.yO)(id),
        attempt,
        member,
        display: job.display,
        state: 'created',
        job: job.name,
        usdMicros: made.worstUsdMicrosPerUnit * made.unitsPerJob,
        intendedAt: world.now(),
        missingSince: null,
    });
    const match = (0,match_jobs/* matchJobs */.q)({ board, owner: ownerOf(round), views, standingOf, slotFor, known: new Map() });
    const isNews = Object.entries(match.others).some(([member, count]) => (board.others[member] ?? 0) !== count);
    if (match.changes.length > 0 || match.cancels.length > 0 || isNews)
        record(round, match.changes, { others: match.others });
    if (!round.lost)
        for (const { job } of match.cancels)
            world.provider.cancel(job.name);
}
/** Each job's results, its free slot and its dollars in one commit. */
function* collectAll(round) {
    const { world, holder, made } = round;
    for (const slot of world.book.board(holder.pipeline).slots.filter(({ state }) => state === 'terminal')) {
        if (round.lost)
            return;
        const task = world.book.task(holder.pipeline, slot.task);
        const job = task?.status === 'in-progress' ? jobsOf(world, made, task).find(({ id }) => id === slot.work) : undefined;
        const found = slot.job === null ? undefined : world.provider.find(slot.job);
        if (task === undefined || job === undefined) {
            record(round, [{ type: 'dropped', work: slot.work }]);
            continue;
        }
        const units = unitsAfter(world, task, { job, succeeded: found?.succeeds === true && !found.isCancelled });
        const accepted = (0,task_run/* totalsOf */.vA)(units).accepted - (0,task_run/* totalsOf */.vA)(task.units).accepted;
        const result = world.book.apply({
            type: 'collect-slot',
            ...shared(round),
            work: slot.work,
            task: task.id,
            units,
            calls: job.units.length,
            accepted,
            rejected: 0,
            spent: { calls: job.units.length, usdMicros: found?.usdMicros ?? slot.usdMicros },
        });
        noteLost(round, result);
        if (result.type === 'changed') {
            world.tally.add(world.nowMs(), { accepted, githubRequests: githubRequests.checkpoint });
            world.tally.addOf(world.nowMs(), holder.pipeline, { accepted });
            if (slot.job !== null)
                world.provider.forget(slot.job);
        }
        yield pause('collected', requestMs);
    }
}

// EXTERNAL MODULE: ./src/session/schedule.js
var schedule = __webpack_require__(8681);
// EXTERNAL MODULE: ./src/session/wrap.js
var session_wrap = __webpack_require__(3236);
;// CONCATENATED MODULE: ./src/simulation/wrap.js



/** A claim that was lost: nothing is written but what the leg's own reservations came to. */
const leave = (leg) => leg.settleLost();
/** The last checkpoint, unless it is saved, the line of history, and the claim given back. */
function* wrap_wrap(world, leg, { reason, isSaved }) {
    const saving = { tally: null, calls: 0, accepted: 0, wrap: reason };
    if (!isSaved && leg.checkpoint(saving) === 'lost')
        return leave(leg);
    yield pause('saved', 1);
    const { holder } = leg;
    const state = world.book.pipeline(holder.pipeline);
    if (state.session === null || state.claim?.epoch !== holder.epoch)
        return leave(leg);
    const setting = world.setting(holder.pipeline);
    const shortage = leg.exhausted();
    const now = world.now();
    const result = world.book.apply({
        type: 'wrap',
        operation: `${holder.session}/${holder.epoch}/wrap`,
        now,
        ...holder,
        account: setting.account,
        task: state.task,
        cooldownUntil: (0,schedule/* restsUntil */.M)(setting, {
            startedAt: state.session.startedAt,
            endedAt: now,
            isCutShort: (0,schedule/* isCutShort */.z)(reason, state.session),
        }),
        shortOf: shortage?.reason === 'budget' && reason === 'budget' && shortage.meter !== 'calls' ? shortage.meter : null,
        forgive: (0,session_wrap/* isForgiven */.Zk)(reason),
    });
    if (result.type === 'fenced')
        return leave(leg);
    if (result.type === 'changed')
        addLine(world, holder);
}
function addLine({ history }, { pipeline, session }) {
    const name = `${pipeline}/${session}`;
    history.set(name, (history.get(name) ?? 0) + 1);
}

;// CONCATENATED MODULE: ./src/simulation/batch-round.js









/** One session of a batch pipeline: it looks after its jobs, collects, delivers, tops up and ends. */
function* runRound(world, start, left) {
    const { holder } = start;
    const { pipeline } = holder;
    const made = world.yieldOf(pipeline);
    if (made?.type !== 'batch')
        return;
    const leg = createSimulatedLeg(world, { ...start, cost: { actual: {}, worst: {} } });
    const members = membersOf(world.config(), pipeline);
    const round = { ...start, world, leg, made, members, operations: 0, lost: false };
    world.tally.add(world.nowMs(), { githubRequests: githubRequests.batchRound });
    const reason = left ?? (yield* work(round));
    if (round.lost || !(yield* finishTasks(round)))
        return leave(leg);
    yield* wrap_wrap(world, leg, { reason, isSaved: false });
    const busy = (0,slot/* busyOf */.vv)(world.book.board(pipeline));
    if (busy > 0)
        world.tally.used(world.nowMs(), pipeline, busy / (busy + roomForJobs(round)));
}
function* work(round) {
    lookAfter(round);
    yield* collectAll(round);
    if (round.lost || !(yield* finishTasks(round)))
        return 'lost-claim';
    const starved = yield* fillSlots(round);
    if (roomForJobs(round) <= 0)
        return 'slots';
    return starved ? 'budget: dollars' : 'waiting';
}
/** Delivers tasks that are over, and of the others what has ended, unless jobs of theirs are alive. False once the claim is lost. */
function* finishTasks(round) {
    const { world, holder } = round;
    const busy = new Set(world.book.board(holder.pipeline).slots.map(slot => slot.task));
    for (const task of inProgress(round)) {
        const isOver = task.units.length > 0 && task.units.every(({ ended }) => ended);
        if (!isOver && busy.has(task.id) && !task.parts.some(({ state }) => state === 'intended'))
            continue;
        const delivery = { holder, task, units: task.units };
        if ((yield* deliver_deliver(world, delivery, isOver ? endingOf(world, delivery) : null)).type === 'lost')
            return false;
    }
    return true;
}

;// CONCATENATED MODULE: ./src/simulation/discovered.js

/** What integration finds becomes its tasks; true where there was something. */
function addDiscovered(world, pipeline) {
    const tasks = survey_discover(world, pipeline);
    const found = world.inbox.undiscovered();
    if (tasks.length === 0)
        return false;
    const now = world.now();
    world.book.apply({ type: 'add-tasks', operation: `discover/${tasks[0]?.id ?? ''}/${now}`, pipeline, now, tasks });
    for (const task of tasks)
        if (isCard(task))
            world.card = task.id;
    for (const files of found)
        world.inbox.discover(files);
    return true;
}

;// CONCATENATED MODULE: ./src/simulation/reviews.js



/** Events of reviews that never arrive, as with a merge queue; the pipeline's next session takes them in. */
const unheard = 0.05;
const keptOf = ({ kept }) => kept.reduce((sum, pairs) => sum + pairs, 0);
const isEnded = ({ state }) => state === 'merged' || state === 'closed';
/** What a merge brings to the default branch, whoever heard of it. */
function bringMerged(world, pull) {
    if (pull.state !== 'merged')
        return;
    if (!isOfDatabase(world, pull.pipeline)) {
        for (const [index, { unit }] of pull.units.entries())
            world.inbox.deliver({ folder: pull.task, file: `${pull.task}-${unit}`, pairs: pull.kept[index] ?? 0 });
    }
    else if (pull.task.startsWith(cardPrefix))
        world.inbox.list(Number(pull.task.split('-').at(-1)));
    else {
        addRows(world, keptOf(pull));
        world.inbox.addShards(pull.units.length);
    }
}
const isOfDatabase = (world, pipeline) => world.yieldOf(pipeline)?.type === 'integration';
function estimateOf(world, task) {
    const { expectedCallMs, concurrency } = world.setting(task.pipeline);
    const sends = task.units.reduce((sum, unit) => sum + unit.callsExpected, 0);
    return {
        activeMs: { actual: task.activeMs, estimated: Math.ceil((sends * expectedCallMs) / concurrency) },
        sends: { actual: task.spent.calls ?? 0, estimated: sends },
    };
}
function reviewPart(world, task, pull) {
    if (pull.state === 'open')
        return;
    const { part } = pull;
    world.book.apply({
        type: 'review-part',
        operation: `review/${task.id}/${part}/${pull.state}/${task.status}`,
        pipeline: task.pipeline,
        now: world.now(),
        task: task.id,
        part,
        state: pull.state,
        kept: keptOf(pull),
        edited: keptOf(pull) < pull.pairs,
        estimate: estimateOf(world, task),
    });
}
/** Takes in what people did to a task's parts since the last look. */
function takeIn(world, pipeline, id) {
    const task = world.book.task(pipeline, id);
    if (task === undefined)
        return;
    for (const part of task.parts) {
        const pull = part.pull === null ? undefined : world.pulls.find(part.pull);
        if (part.state === 'open' && pull !== undefined)
            reviewPart(world, task, pull);
    }
    const current = world.book.task(pipeline, id) ?? task;
    const last = current.parts.at(-1);
    const pull = last?.pull === undefined || last.pull === null ? undefined : world.pulls.find(last.pull);
    if (current.status === 'in-review' && last !== undefined && pull !== undefined && current.parts.every(isEnded))
        reviewPart(world, current, pull);
}
/** A person merged or closed a part, and the workflow of reviews hears of it, or does not. */
function onReviewed(world, pull) {
    const nowMs = world.nowMs();
    world.changes += 1;
    bringMerged(world, pull);
    world.unsettled.set(`${pull.pipeline}/${pull.task}`, pull);
    const { pairs } = pull;
    if (!isOfDatabase(world, pull.pipeline))
        world.tally.add(nowMs, pull.state === 'merged' ? { merged: keptOf(pull), rejected: pairs - keptOf(pull) } : { rejected: pairs });
    if (world.random.chance(unheard))
        return;
    world.tally.add(nowMs, { githubRequests: githubRequests.review, runnerMinutes: costs_jobMinutes.review });
    settle(world, pull.pipeline, pull.task);
}
function settle(world, pipeline, id) {
    takeIn(world, pipeline, id);
    const status = world.book.task(pipeline, id)?.status;
    if (status === undefined || status === 'completed' || status === 'rejected')
        world.unsettled.delete(`${pipeline}/${id}`);
}
/** What a session does before it looks: it takes in what nobody heard of. */
function reconcile(world, pipeline) {
    settleOwnMerges(world, pipeline);
    for (const pull of world.unsettled.values())
        if (pull.pipeline === pipeline)
            settle(world, pipeline, pull.task);
}
/** Merges what a pipeline may merge by itself of its open parts. */
function settleOwnMerges(world, pipeline) {
    const settings = world.config().pipelines[pipeline];
    if (settings?.kind !== 'integration' || settings.integration.merge !== 'always')
        return;
    for (const pull of world.openOwn.values()) {
        if (pull.pipeline !== pipeline || pull.state !== 'open')
            continue;
        world.openOwn.delete(pull.number);
        world.pulls.mergeOwn(pull);
        takeIn(world, pipeline, pull.task);
    }
}

// EXTERNAL MODULE: ./src/domain/decide.js
var decide = __webpack_require__(5676);
// EXTERNAL MODULE: ./src/domain/window.js
var domain_window = __webpack_require__(1436);
;// CONCATENATED MODULE: ./src/simulation/send-cost.js
/** What a send of a pipeline costs; a batch pipeline sends nothing by itself. */
function sendCostOf(world, pipeline) {
    const made = world.yieldOf(pipeline);
    const { concurrency, account } = world.setting(pipeline);
    const perMinute = world.config().accounts[account]?.requestsPerMinute ?? null;
    const pace = (msPerCall) => Math.max(1, Math.round(Math.max(msPerCall / concurrency, perMinute === null ? 0 : 60_000 / perMinute)));
    if (made?.type === 'calls') {
        const usdMicros = made.usdMicrosPerSend;
        return {
            actual: { calls: 1, tokens: 0, usdMicros },
            worst: { calls: 1, tokens: 0, usdMicros: Math.max(usdMicros, made.worstUsdMicrosPerSend) },
            usdMicros,
            msPerSend: pace(made.msPerCall),
            sendsPerCall: Math.max(1, made.sendsPerCall),
        };
    }
    if (made?.type === 'integration') {
        const usdMicros = Math.round(made.usdMicrosPerPair * made.pairsPerCall);
        const tokens = Math.round(made.tokensPerPair * made.pairsPerCall);
        return {
            actual: { calls: 1, tokens, usdMicros },
            worst: {
                calls: 1,
                tokens: Math.max(tokens, made.worstTokensPerCall),
                usdMicros: Math.max(usdMicros, made.worstUsdMicrosPerCall),
            },
            usdMicros,
            msPerSend: pace(made.msPerCall),
            sendsPerCall: 1,
        };
    }
    return { actual: {}, worst: {}, usdMicros: 0, msPerSend: 1, sendsPerCall: 1 };
}

;// CONCATENATED MODULE: ./src/simulation/work.js
















/** Task after task, as a real leg works. */
function* runLeg(world, start) {
    const { holder } = start;
    const { pipeline } = holder;
    const cost = sendCostOf(world, pipeline);
    const leg = createSimulatedLeg(world, { ...start, cost });
    const working = { ...start, world, leg, isDown: false, calls: 0, savedMs: world.nowMs(), carried: 0 };
    for (let ended = 0;; ended += 1) {
        if (working.isDown)
            return yield* wrap_wrap(world, leg, { reason: 'provider', isSaved: false });
        if (ended > 0 && start.deadline !== null && world.now() >= start.deadline)
            return yield* wrap_wrap(world, leg, { reason: 'deadline', isSaved: false });
        const begins = !start.force && (ended > 0 || world.book.pipeline(pipeline).task === null);
        if (begins && (0,session_availability/* isReviewFull */.K_)(world.setting(pipeline), world.book.waitingParts()))
            return yield* wrap_wrap(world, leg, { reason: 'reviews', isSaved: false });
        const task = takeTask(working, ended === 0 ? [countAccount(working)] : []);
        const reason = task === 'lost' ? 'lost-claim' : task === undefined ? 'queue-empty' : yield* workOnTask(working, task);
        if (reason === 'lost-claim')
            return leave(leg);
        if (reason === 'finished' || reason === 'stopped')
            continue;
        return yield* wrap_wrap(world, leg, { reason, isSaved: task !== undefined });
    }
}
/** What the provider counted, where it tells. */
function countAccount({ world, holder }) {
    const { account, accountPipelines, accountLimits, leaseMs } = world.setting(holder.pipeline);
    const now = world.now();
    const tells = world.model.telling.includes(account);
    return {
        type: 'reconcile-account',
        operation: `${holder.session}/${holder.epoch}/reconcile-account`,
        now,
        pipeline: holder.pipeline,
        account,
        pipelines: accountPipelines,
        accountLimits: accountLimits(now),
        sendsToday: tells ? world.provider.sendsToday(account, world.nowMs()) : null,
        sendsPerDay: tells ? (accountLimits(now).calls?.budget ?? null) : null,
        settleAfterMs: leaseMs,
    };
}
/** The task that is under way, else the next one; one that was tried too often is set aside for a person. */
function takeTask({ world, holder }, before) {
    const { book } = world;
    const common = () => ({ now: world.now(), ...holder });
    for (;;) {
        const current = book.pipeline(holder.pipeline).task;
        const underWay = current === null ? undefined : book.task(holder.pipeline, current);
        const task = underWay !== undefined && (0,domain_task/* mayFollow */.LE)(underWay.status, 'in-progress') ? underWay : firstPending(world, holder.pipeline);
        if (task === undefined && addDiscovered(world, holder.pipeline))
            continue;
        if (task === undefined) {
            if (before.length > 0)
                book.apply(...before);
            return undefined;
        }
        const operation = `${holder.session}/${holder.epoch}/start-task/${task.id}/${world.now()}`;
        const started = book.apply(...before, { type: 'start-task', operation, ...common(), task: task.id, settings: {} });
        if (started.type === 'fenced')
            return 'lost';
        world.tally.add(world.nowMs(), { githubRequests: githubRequests.task });
        const begun = started.state.tasks[task.id] ?? task;
        if (begun.attempts <= domain_task/* maxAttempts */.F3 || begun.parts.some(part => part.state === 'intended'))
            return begun;
        const blocking = `${holder.session}/${holder.epoch}/block/${task.id}/${world.now()}`;
        const end = {
            type: 'end-task',
            operation: blocking,
            ...common(),
            task: task.id,
            status: 'blocked',
            reason: 'attempts',
        };
        if (book.apply(end).type === 'fenced')
            return 'lost';
    }
}
function* workOnTask(working, task) {
    const { world, leg, holder } = working;
    const progress = createProgress(world, task);
    working.savedMs = world.nowMs();
    const reason = yield* flow(working, task, progress);
    if (reason === 'lost-claim' || reason === 'stopped')
        return reason;
    const current = world.book.task(task.pipeline, task.id) ?? task;
    const delivery = { holder, task: current, units: progress.units() };
    const delivered = yield* deliver_deliver(world, delivery, reason === 'finished' ? endingOf(world, delivery) : null);
    if (delivered.type === 'lost')
        return 'lost-claim';
    if (reason !== 'finished' || delivered.ended === null)
        return reason;
    if (delivered.ended.type === 'fenced' || leg.isLost())
        return 'stopped';
    settleOwnMerges(world, task.pipeline);
    return 'finished';
}
/** Work, checkpoints and their end, one volley of requests after another. */
function* flow(working, task, progress) {
    const { world, leg, deadline } = working;
    const setting = world.setting(task.pipeline);
    for (;;) {
        if (leg.isLost())
            return 'lost-claim';
        if (leg.isStopped(task.id))
            return 'stopped';
        if (progress.finished())
            return yield* finish(working, task, progress);
        const step = (0,decide/* decide */.L)({
            now: world.now(),
            asked: false,
            deadline,
            sendUntil: leg.sendUntil(),
            guarded: (0,session_availability/* guardedUntil */.Bi)(setting, world.now()) !== null,
            provider: working.isDown ? 'down' : 'up',
            runnable: 1,
            inFlight: 0,
            checkpointing: false,
            credit: leg.most(1),
            exhausted: leg.exhausted()?.reason ?? null,
        });
        if (step.type === 'wrap') {
            work_save(working, { task, progress, wrap: step.reason });
            return leg.isLost() ? 'lost-claim' : step.reason;
        }
        if (step.type === 'work')
            yield* volley(working, progress);
        work_save(working, { task, progress, wrap: null });
    }
}
/** What was not saved yet is; a task that begins finished, like an empty one, tells its units. */
function* finish(working, task, progress) {
    const { world, leg } = working;
    const saved = world.book.task(task.pipeline, task.id);
    if ((0,task_run/* totalsOf */.vA)(saved?.units ?? []).ended < progress.units().length)
        work_save(working, { task, progress, wrap: null });
    if (leg.isLost())
        return 'lost-claim';
    if (leg.isStopped(task.id))
        return 'stopped';
    yield pause('recorded');
    return 'finished';
}
/** When nothing may be sent any more whatever is granted, milliseconds. */
function stopsAt({ world, leg, deadline, holder }) {
    const limits = Object.values(world.setting(holder.pipeline).accountLimits(world.now()));
    const guards = limits.flatMap(({ window }) => (window === null ? [] : [(0,instant/* toEpochMs */.x8)(window.to) - domain_window/* guardMs */.eP]));
    return Math.min((0,instant/* toEpochMs */.x8)(leg.sendUntil()), ...guards, deadline === null ? Infinity : (0,instant/* toEpochMs */.x8)(deadline));
}
/** Sends as many requests as are granted and fit the time. A process that dies among them has sent some of them for nothing. */
function* volley(working, progress) {
    const { world, leg, process, holder } = working;
    const { account } = world.setting(holder.pipeline);
    const { msPerSend, usdMicros, sendsPerCall } = sendCostOf(world, holder.pipeline);
    const wanted = Math.max(1, Math.ceil(progress.remaining() * sendsPerCall - working.carried));
    const fitting = Math.max(0, Math.ceil((stopsAt(working) - world.nowMs()) / msPerSend));
    const covered = leg.most(Math.min(wanted, fitting));
    if (covered === 0)
        return yield pause('sending', Math.max(1, stopsAt(working) - world.nowMs()));
    const strike = strikes(process.fate, 'sending');
    const planned = strike === null ? covered : world.random.below(covered + 1);
    const downNow = process.fate.type === 'outage' && (process.fate.after -= 1) < 0;
    const fromMs = world.nowMs();
    world.watch.send?.(world, process);
    const volleyed = { account, fromMs, stepMs: msPerSend, count: planned, usdMicrosEach: usdMicros };
    const { sent, isRefused } = planned === 0 ? { sent: 0, isRefused: false } : world.provider.receive(volleyed);
    leg.spend(sent);
    world.tally.addOf(fromMs, holder.pipeline, { sends: sent });
    yield { ms: Math.max(1, Math.round(sent * msPerSend)), at: 'sending', strike };
    if (isRefused)
        leg.refuse();
    working.isDown ||= isRefused || downNow;
    take(working, progress, isRefused ? sent - 1 : sent);
}
function take(working, progress, sends) {
    const { sendsPerCall } = sendCostOf(working.world, working.holder.pipeline);
    const calls = Math.min(progress.remaining(), Math.floor((working.carried + sends) / sendsPerCall + 1e-9));
    working.carried = Math.max(0, working.carried + sends - calls * sendsPerCall);
    working.calls += calls;
    progress.absorb(calls);
}
function work_save(working, { task, progress, wrap: reason }) {
    const { world, leg, calls } = working;
    const units = progress.units();
    const before = (0,task_run/* totalsOf */.vA)(world.book.task(task.pipeline, task.id)?.units ?? []).accepted;
    const accepted = Math.max(0, (0,task_run/* totalsOf */.vA)(units).accepted - before);
    const activeMs = Math.max(0, world.nowMs() - working.savedMs);
    working.calls = 0;
    working.savedMs = world.nowMs();
    const tally = { task: task.id, units, activeMs, spent: {}, results: calls > 0 };
    if (leg.checkpoint({ tally, calls, accepted, wrap: reason }) === 'lost')
        return;
    world.tally.add(world.nowMs(), { accepted });
    world.tally.addOf(world.nowMs(), task.pipeline, { accepted });
}
/** Finishes a wrap that a killed process left. */
function* finishLeftWrap(world, start, reason) {
    const { holder } = start;
    const leg = createSimulatedLeg(world, { ...start, cost: sendCostOf(world, holder.pipeline) });
    const { task: id } = world.book.pipeline(holder.pipeline);
    const task = id === null ? undefined : world.book.task(holder.pipeline, id);
    if (task !== undefined) {
        const units = createProgress(world, task).units();
        if ((yield* deliver_deliver(world, { holder, task, units }, null)).type === 'lost')
            return leave(leg);
    }
    yield* wrap_wrap(world, leg, { reason, isSaved: false });
}

;// CONCATENATED MODULE: ./src/simulation/session.js








/** Where the end of a run can be proven at once. */
const provable = 0.7;
/** A process that stands still does so for its lease and up to this long, milliseconds: a laptop that was closed. */
const longestStillMs = 6 * 3_600_000;
/** Looks, claims, works and wraps, as a real session does. */
function* session(world, process, force) {
    const { pipeline } = process;
    const setting = world.setting(pipeline);
    reconcile(world, pipeline);
    const seen = lookAt(world, pipeline, force);
    if (seen.availability.type === 'rest')
        return;
    const now = world.now();
    const isNew = world.book.pipeline(pipeline).session === null;
    const claimed = world.book.apply({
        type: 'claim',
        operation: `claim/${process.pid}/${now}`,
        pipeline,
        now,
        holder: { host: 'simulated', pid: process.pid, started: now },
        leaseMs: setting.leaseMs,
        force: force || seen.early,
        deadEpoch: seen.deadEpoch,
    });
    const state = claimed.type === 'changed' ? claimed.state.pipelines[pipeline] : undefined;
    if (!state?.claim || !state.session)
        return;
    const holder = { pipeline, session: state.session.id, epoch: state.claim.epoch };
    process.holder = holder;
    if (isNew)
        world.tally.addOf(world.nowMs(), pipeline, { sessions: 1 });
    world.tally.add(world.nowMs(), { githubRequests: githubRequests.session });
    yield pause('claimed', 1);
    addDiscovered(world, pipeline);
    const { maxMinutes } = world.model;
    const deadline = maxMinutes === null ? null : (0,instant/* plusMs */.f9)(now, maxMinutes * 60_000);
    const start = { process, holder, deadline, force };
    const left = state.session.wrap?.reason ?? null;
    if (world.yieldOf(pipeline)?.type === 'batch')
        return yield* runRound(world, start, left);
    if (left !== null)
        return yield* finishLeftWrap(world, start, left);
    return yield* runLeg(world, start);
}
function end(world, process) {
    const minutes = Math.max(1, Math.ceil((world.nowMs() - process.startedMs) / 60_000));
    world.tally.add(world.nowMs(), { runnerMinutes: minutes });
}
/** Lets a session's process run in its time: it pauses, dies, or stands still for longer than its claim holds. */
function startProcess(world, pipeline, force) {
    world.started += 1;
    const isBatch = world.yieldOf(pipeline)?.type === 'batch';
    const process = {
        pipeline,
        pid: world.started,
        startedMs: world.nowMs(),
        fate: drawFate(world.random, world.model.faults, isBatch),
        isForced: force,
        holder: null,
        isProvable: world.random.chance(provable),
        isDead: false,
        unsaved: 0,
    };
    const steps = session(world, process, force);
    world.processes.add(process);
    const { leaseMs } = world.setting(pipeline);
    const sleep = ({ ms, at, strike }) => {
        const struck = strike === undefined ? strikes(process.fate, at) : strike;
        if (struck === 'killed')
            return world.timeline.at(world.nowMs() + (at === 'sending' ? ms : 0), die);
        const stillMs = struck === 'suspended' ? leaseMs + world.random.fraction() * longestStillMs : 0;
        world.timeline.at(world.nowMs() + ms + stillMs, go);
    };
    const die = () => {
        process.isDead = true;
        world.changes += 1;
        world.watch.killed?.(world, process);
        end(world, process);
    };
    const go = () => {
        const next = steps.next();
        if (next.done !== true)
            return sleep(next.value);
        world.processes.delete(process);
        end(world, process);
    };
    go();
}
/** Those whose claim is not the pipeline's any more prove nothing. */
function buryDead(world) {
    for (const process of world.processes)
        if (process.isDead && world.book.pipeline(process.pipeline).claim?.epoch !== process.holder?.epoch)
            world.processes.delete(process);
}

;// CONCATENATED MODULE: ./src/simulation/interventions.js

const interventions_hourMs = 3_600_000;
function withThreshold(config, name, threshold) {
    const account = config.accounts[name];
    const calls = account?.limits.calls;
    if (account === undefined || calls === undefined)
        return config;
    const limits = { ...account.limits, calls: { ...calls, thresholdBasisPoints: Math.round(threshold * 10_000) } };
    return { ...config, accounts: { ...config.accounts, [name]: { ...account, limits } } };
}
/** A person stops the task that is under way, or sets one that is blocked back. */
function command(world, pipeline, status) {
    const tasks = [...world.book.all(pipeline)];
    const task = tasks.find(each => each.status === (status === 'blocked' ? 'in-progress' : 'blocked'));
    if (task === undefined)
        return;
    const now = world.now();
    const operation = `command/${task.id}/${status}/${now}`;
    world.book.apply({ type: 'command-task', operation, pipeline, now, task: task.id, status, reason: null });
}
function intervene(world, intervention) {
    switch (intervention.type) {
        case 'force':
            return startProcess(world, intervention.pipeline, true);
        case 'pause':
            world.changes += 1;
            world.paused = true;
            return world.timeline.at(world.nowMs() + intervention.hours * interventions_hourMs, () => {
                world.changes += 1;
                world.paused = false;
            });
        case 'away':
            return world.pulls.away(world.nowMs() + intervention.hours * interventions_hourMs);
        case 'block':
            return command(world, intervention.pipeline, 'blocked');
        case 'unblock':
            return command(world, intervention.pipeline, 'pending');
        case 'threshold':
            return world.configure(withThreshold(world.config(), intervention.account, intervention.threshold));
    }
}
/** Puts what people do into the simulated time. */
function scheduleInterventions(world) {
    for (const each of world.model.interventions)
        world.timeline.at(world.nowMs() + each.atHours * interventions_hourMs, () => intervene(world, each));
}

;// CONCATENATED MODULE: ./src/simulation/pulls.js
const pulls_hourMs = 3_600_000;
const pulls_dayMs = 86_400_000;
/** How widely the delays of reviews differ: one in six takes more than 2.7 times the median. */
const delaySigma = 1;
function createPulls({ random, reviewing, nowMs, at, isOfDatabase, onOpened, onEnded }) {
    const all = new Map();
    const byNumber = new Map();
    const reviewedOn = new Map();
    let awayUntil = 0;
    /** When a person who means to review at that time comes to it: not while away, and not after a day's work. */
    const freeFrom = (ms) => {
        let day = Math.floor(Math.max(ms, awayUntil) / pulls_dayMs);
        const { perDay } = reviewing;
        if (perDay === null)
            return Math.max(ms, awayUntil);
        while ((reviewedOn.get(day) ?? 0) >= perDay)
            day += 1;
        reviewedOn.set(day, (reviewedOn.get(day) ?? 0) + 1);
        return Math.max(ms, awayUntil, day * pulls_dayMs);
    };
    const end = (pull, state, share) => {
        if (pull.state !== 'open')
            return;
        pull.state = state;
        if (state === 'merged')
            pull.kept = pull.units.map(({ pairs }) => Math.min(pairs, Math.round(pairs * share)));
        onEnded(pull);
    };
    const review = (pull) => {
        if (nowMs() < awayUntil)
            return at(awayUntil + random.fraction() * pulls_dayMs, () => review(pull));
        if (isOfDatabase(pull.pipeline))
            return end(pull, 'merged', 1);
        const share = Math.min(1, Math.max(0, reviewing.kept + (1 - reviewing.kept) * 0.5 * random.normal()));
        end(pull, random.chance(reviewing.approval) ? 'merged' : 'closed', share);
    };
    return {
        all,
        open: pull => {
            const known = all.get(pull.branch);
            if (known !== undefined)
                return known;
            const opened = { ...pull, number: all.size + 1, openedMs: nowMs(), state: 'open', kept: [] };
            all.set(pull.branch, opened);
            byNumber.set(opened.number, opened);
            onOpened(opened);
            at(freeFrom(nowMs() + random.logNormal(reviewing.delayHours, delaySigma) * pulls_hourMs), () => review(opened));
            return opened;
        },
        find: number => byNumber.get(number),
        mergeOwn: pull => end(pull, 'merged', 1),
        away: untilMs => {
            awayUntil = Math.max(awayUntil, untilMs);
        },
    };
}

// EXTERNAL MODULE: ./src/orchestrator/pooling.js
var pooling = __webpack_require__(7560);
;// CONCATENATED MODULE: ./src/simulation/remembered-plan.js






/** Moments of one pipeline at which its availability may change though nobody does anything: ends of claims and cooldowns, of waiting for others, of windows and their guard bands. */
function momentsOf(world, pipeline) {
    const { claim, cooldownUntil, session, lastSession } = world.book.pipeline(pipeline);
    const ends = [
        claim?.expiresAt,
        cooldownUntil,
        session === null ? null : (0,instant/* plusMs */.f9)(session.startedAt, session_availability/* longestWaitMs */.IJ),
        lastSession === null ? null : (0,instant/* plusMs */.f9)(lastSession.endedAt, pooling/* longestPassedOverMs */.hd + 1),
    ];
    const limits = membersOf(world.config(), pipeline).flatMap(account => Object.values(world.setting(pipeline, account).accountLimits(world.now())));
    const edges = limits.flatMap(({ window }) => (window === null ? [] : [(0,instant/* toEpochMs */.x8)(window.from), (0,instant/* toEpochMs */.x8)(window.to)]));
    return [
        ...ends.flatMap(end => (end === null || end === undefined ? [] : [(0,instant/* toEpochMs */.x8)(end)])),
        ...edges.flatMap(edge => [edge - domain_window/* guardMs */.eP, edge - domain_window/* guardMs */.eP + 1, edge, edge + domain_window/* guardMs */.eP]),
    ];
}
/** Until when a plan stays what it is if nothing changes. */
function staysUntil(world) {
    const nowMs = world.nowMs();
    const planned = Object.keys(world.config().pipelines).filter(name => world.yieldOf(name) !== undefined);
    const moments = planned.flatMap(name => momentsOf(world, name)).filter(moment => moment > nowMs);
    return Math.min(Infinity, ...moments);
}
/** What ticks plan. Most of them, where they come every minute, find what the last one found: then nothing is looked at again. */
function createPlanning(world) {
    let last;
    return () => {
        if (last !== undefined && last.changes === world.changes && world.nowMs() < last.untilMs)
            return { ...last.plan, at: world.now() };
        last = { plan: planAt(world, false), changes: world.changes, untilMs: staysUntil(world) };
        return last.plan;
    };
}

;// CONCATENATED MODULE: ./src/simulation/tick.js




const tick_minuteMs = 60_000;
const tick_hourMs = 3_600_000;
/** Adds tasks that wait, as people approve them. */
function addTasks(world, pipeline, count) {
    const now = world.now();
    const first = world.queued;
    world.queued += count;
    const tasks = Array.from({ length: count }, (_, index) => {
        const id = `task-${String(first + index + 1).padStart(5, '0')}`;
        return (0,task_book/* newTask */.e)({ pipeline, id, title: id, priority: 'p1', order: first + index }, { issue: first + index + 1, body: '', createdAt: now, redoes: null });
    });
    if (count > 0)
        world.book.apply({ type: 'add-tasks', operation: `add-tasks/${first}`, pipeline, now, tasks });
}
/** What is proposed where a queue runs low, and approved after as long as a review takes. */
function propose(world, pipeline) {
    const { proposeBelow, maxProposals } = world.config().plan;
    const made = world.yieldOf(pipeline);
    const open = world.proposals.get(pipeline) ?? 0;
    if (made === undefined || made.type === 'integration' || open > 0)
        return;
    if (world.book.countPending(pipeline) >= proposeBelow)
        return;
    world.proposals.set(pipeline, maxProposals);
    world.tally.add(world.nowMs(), { githubRequests: maxProposals * githubRequests.proposal });
    const delayMs = world.random.logNormal(world.model.reviewing.delayHours, 0.5) * tick_hourMs;
    world.timeline.at(world.nowMs() + delayMs, () => {
        world.proposals.set(pipeline, 0);
        addTasks(world, pipeline, maxProposals);
    });
}
function countRests(world, plan, hours) {
    for (const { pipeline, decision } of plan.pipelines)
        if (decision.type === 'rest' && decision.reason !== 'held')
            world.tally.rested(world.nowMs(), pipeline, { reason: decision.reason, hours });
}
/** Plans, and starts the jobs of what can work. */
function tick(world, plan, hours) {
    buryDead(world);
    world.watch.tick?.(world, plan);
    countRests(world, plan, hours);
    world.tally.add(world.nowMs(), { githubRequests: githubRequests.tick, runnerMinutes: costs_jobMinutes.tick });
    if (world.model.beginning.proposals)
        for (const { pipeline } of plan.pipelines)
            propose(world, pipeline);
    for (const pipeline of plan.start) {
        const startsMs = world.nowMs() + jobStartMs * (0.5 + world.random.fraction());
        world.timeline.at(startsMs, () => startProcess(world, pipeline, false));
    }
}
/** Ticks to the end: each comes late, not at all, or twice. */
function scheduleTicks(world, endMs) {
    const { everyMinutes, lateMinutes, dropped, twice } = world.model.cron;
    const hours = everyMinutes / 60;
    const planNow = createPlanning(world);
    const next = (dueMs) => {
        if (dueMs >= endMs)
            return;
        const nextMs = dueMs + everyMinutes * tick_minuteMs;
        world.timeline.at(dueMs, () => next(nextMs));
        if (world.random.chance(dropped))
            return;
        const lateMs = world.random.exponential(lateMinutes) * tick_minuteMs;
        world.timeline.at(dueMs + lateMs, () => tick(world, planNow(), hours));
        if (world.random.chance(twice))
            world.timeline.at(dueMs + lateMs + world.random.fraction() * tick_minuteMs, () => tick(world, planNow(), 0));
    };
    next(world.nowMs());
}

;// CONCATENATED MODULE: ./src/simulation/simulate.js







const simulate_dayMs = 86_400_000;
const pullsOf = (model, world) => createPulls({
    random: createRandom(`${model.seed}/reviewers`),
    reviewing: model.reviewing,
    nowMs: () => world().nowMs(),
    at: (ms, happens) => world().timeline.at(ms, happens),
    isOfDatabase: pipeline => isOfDatabase(world(), pipeline),
    onOpened: pull => {
        if (isOfDatabase(world(), pull.pipeline))
            world().openOwn.set(pull.number, pull);
    },
    onEnded: pull => {
        world().openOwn.delete(pull.number);
        onReviewed(world(), pull);
    },
});
/** The report of each day. */
function countReports(world, days) {
    for (let day = 0; day < days; day += 1)
        world.tally.add(world.nowMs() + day * simulate_dayMs, { githubRequests: githubRequests.report, runnerMinutes: costs_jobMinutes.report });
}
/**
 * Lets days pass on a virtual clock: the planner, the ledgers and every transition of the state are the real ones; models, people, cron
 * and trouble are drawn. The same model brings the same trace.
 */
function simulate(model, watch = {}) {
    const days = simulateDays(model, watch);
    for (;;) {
        const day = days.next();
        if (day.done === true)
            return day.value;
    }
}
/** The same day by day, so that whoever lets it pass may do something else in between. */
function* simulateDays(model, watch = {}) {
    const world = createWorld(model, watch, now => pullsOf(model, now));
    const startMs = world.nowMs();
    for (const [pipeline, count] of Object.entries(model.beginning.queue))
        addTasks(world, pipeline, count);
    countReports(world, model.days);
    scheduleInterventions(world);
    scheduleTicks(world, startMs + model.days * simulate_dayMs);
    const isOver = (days) => days >= model.days || (model.endsAtGoal === true && world.goalDay !== null);
    let days = 0;
    while (!isOver(days)) {
        days += 1;
        world.timeline.runUntil(startMs + days * simulate_dayMs);
        yield days;
    }
    return { days: world.tally.days(days), database: world.database, goalDay: world.goalDay };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/config/task-file.js + 1 modules
var task_file = __webpack_require__(1051);
// EXTERNAL MODULE: ./src/models/flavour.js
var flavour = __webpack_require__(1717);
// EXTERNAL MODULE: ./src/report/count-pairs.js
var count_pairs = __webpack_require__(5307);
// EXTERNAL MODULE: ./src/session/history.js
var session_history = __webpack_require__(7306);
// EXTERNAL MODULE: ./src/session-setting.js
var src_session_setting = __webpack_require__(1256);
// EXTERNAL MODULE: ./src/commands/package-files.js
var package_files = __webpack_require__(9474);
// EXTERNAL MODULE: ./src/commands/repository.js
var repository = __webpack_require__(7074);
// EXTERNAL MODULE: ./src/commands/survey.js
var survey = __webpack_require__(8944);
// EXTERNAL MODULE: ./src/commands/with-project.js
var with_project = __webpack_require__(5334);
;// CONCATENATED MODULE: ./src/commands/simulate-outset.js















/** Sessions that ended longer ago say little of what is to come: models and prices change. */
const remembered = 60 * 86_400_000;
/** OpenRouter says what a request cost and how many it has counted; Z.AI and others do not. */
const tells = ({ api, baseUrl, ...account }) => api === 'openai' && (0,flavour/* flavourOf */.Rz)(baseUrl, 'flavour' in account ? account.flavour : undefined) === 'openrouter';
async function textOf({ forge, identity }) {
    if (forge.kind === 'local')
        return (await (0,yaml_file/* readText */.y)((0,external_node_path_.join)(identity, load_config/* configFile */.Ze), load_config/* configFile */.Ze)) ?? '';
    return (await forge.contents.read(await forge.contents.head(), [load_config/* configFile */.Ze])).get(load_config/* configFile */.Ze) ?? '';
}
/** A data repository as it stands. */
async function readRepository(project) {
    const { forge, book, config, clock } = project;
    const [text, tasks, retracted, history] = await Promise.all([
        textOf(project),
        book.tasks(),
        (0,survey/* countRetracted */._w)(project.forge),
        (0,session_history/* readHistory */.L)(forge.state, (0,instant/* plusMs */.f9)(clock.now(), -remembered)),
    ]);
    const pipelines = Object.entries(config.pipelines).map(([pipeline, { kind }]) => ({ pipeline, kind }));
    const { database } = (0,count_pairs/* countPairs */.rZ)({ tasks, retracted, pipelines });
    return { text, file: load_config/* configFile */.Ze, forge: forge.kind, tasks, seeds: [], sessions: history.sessions, database };
}
/** The default configuration with the tasks that come with it, on GitHub. */
async function readDefaults() {
    const folder = (0,package_files/* packageFolder */.n4)();
    const { pipelines } = (0,load_config/* loadConfig */.Z9)('', 'the defaults');
    const files = (await (0,task_file/* listTaskFiles */.LC)(folder)).map(async (file) => (0,task_file/* parseTaskFile */.Lu)(await (0,promises_.readFile)((0,external_node_path_.join)(folder, file), 'utf8'), file, (0,task_file/* pipelineOf */.gQ)(file, pipelines)));
    const seeds = (await Promise.all(files)).flat();
    return { text: '', file: 'the defaults', forge: 'github', tasks: [], seeds, sessions: [], database: 0 };
}
/** Why the folder is no data repository; undefined where it is one. */
async function lackingIn(folder) {
    try {
        const text = await (0,yaml_file/* readText */.y)((0,external_node_path_.join)(await (0,repository/* workTreeOf */.F)(folder), load_config/* configFile */.Ze), load_config/* configFile */.Ze);
        return text === undefined ? `There is no ${load_config/* configFile */.Ze} here` : undefined;
    }
    catch (error) {
        return (0,errors/* messageOf */.bD)(error);
    }
}
/** Reads the repository, or takes the defaults where they are asked for or where there is none. */
async function findOutset(invocation, { days, pipelines, defaults }) {
    const { folder, forge, clock, output } = invocation;
    const lacking = defaults || forge.kind === 'github' ? undefined : await lackingIn(folder);
    if (lacking !== undefined)
        output.say(`${lacking.replace(/\.$/, '')}. These are the numbers of the defaults.`);
    const isDefault = defaults || lacking !== undefined;
    const given = isDefault ? await readDefaults() : await (0,with_project/* withProject */.C)(invocation, readRepository);
    const outset = {
        ...given,
        // The beginning of today: the same seed brings the same numbers all day long.
        start: `${clock.now().slice(0, 10)}T00:00:00.000Z`,
        days,
        pipelines,
        tells,
        settingOf: (config, pipeline, account) => (0,src_session_setting/* settingOf */.y7)(config, pipeline, { forge: given.forge, account }),
    };
    return { outset, of: isDefault ? 'the defaults with their seed tasks' : 'this repository as it stands' };
}

;// CONCATENATED MODULE: ./src/commands/simulate.js









const optionsSchema = schemas/* object */.Ikc({
    days: schemas/* number */.aig().default(90),
    runs: schemas/* number */.aig().default(10),
    seed: schemas/* number */.aig().default(1),
    pipelines: schemas/* number */.aig().optional(),
    whatIf: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    defaults: schemas/* boolean */.zMY().default(false),
});
/** What the dataset is meant to grow by. */
const targetPairsPerDay = 1000;
/** One change is told from another in less time than a forecast takes. */
const trial = { days: 30, runs: 1 };
/** So many days pass without a look at signals: a fraction of a second. */
const daysAtOnce = 20;
/** One run; a signal is heard while it lasts. */
async function runOnce(model, clock) {
    const days = simulateDays(model);
    for (;;) {
        const day = days.next();
        if (day.done === true)
            return day.value;
        if (day.value % daysAtOnce === 0)
            await clock.sleep(0);
    }
}
/** The same model with one seed after the other. */
async function run({ model }, { runs, seed, endsAtGoal, clock, onRun }) {
    const traces = [];
    for (let index = 0; index < runs; index += 1) {
        traces.push(await runOnce({ ...model, endsAtGoal, seed: seed + index }, clock));
        onRun();
        await clock.sleep(0);
    }
    return forecastOf(traces, model);
}
const simulate_dateOf = ({ outset }) => outset.start.slice(0, 10);
async function forecastCases({ found, options, output, clock }, whatIf) {
    const { runs, seed } = options;
    const scenarios = [nothingElse, ...(whatIf.written.length === 0 ? [] : [whatIf])].map(each => scenarioOf(found.outset, each));
    const progress = output.progress({ label: 'Simulating', total: runs * scenarios.length, unit: 'runs' });
    let done = 0;
    const cases = [];
    const from = simulate_dateOf(found);
    for (const scenario of scenarios) {
        const forecast = await run(scenario, { runs, seed, endsAtGoal: true, clock, onRun: () => progress.update((done += 1)) });
        cases.push(simulatedCase(from, { forecast, facts: scenario.facts, goal: scenario.model.config.goal }));
    }
    progress.end();
    return cases;
}
async function advise({ found, options, output, clock }, whatIf) {
    const progress = output.progress({ label: 'Trying', unit: 'changes' });
    let done = 0;
    const { days } = found.outset;
    const advice = await adviseOn({
        target: targetPairsPerDay,
        whatIf,
        scenarioOf: each => scenarioOf({ ...found.outset, days: Math.min(days, trial.days) }, each),
        forecastOf: scenario => run(scenario, {
            runs: trial.runs,
            seed: options.seed,
            endsAtGoal: false,
            clock,
            onRun: () => progress.update((done += 1)),
        }),
    });
    progress.end();
    return advice;
}
async function runSimulation(invocation, options) {
    const { output, clock } = invocation;
    const { days, defaults, pipelines = null, seed } = options;
    const whatIf = readWhatIf(options.whatIf);
    const found = await findOutset(invocation, { days, pipelines, defaults });
    const work = { found, options, output, clock };
    const [baseline, changed] = await forecastCases(work, whatIf);
    if (baseline === undefined)
        return { json: null };
    const simulation = {
        from: simulate_dateOf(found),
        seed,
        of: found.of,
        baseline,
        whatIf: changed === undefined ? null : { ...changed, asked: whatIf.written },
        // Copies of pipelines have no settings of their own that could be changed.
        advice: pipelines === null ? await advise(work, whatIf) : null,
    };
    output.result(renderSimulation(simulation));
    return { json: simulation };
}
const help = `
It runs the planner, the ledgers and the sessions' rules that are real, on a clock of its own, against what the
pipelines have brought so far (else against what the configuration says): nothing is sent and nothing is written.
The same seed brings the same numbers. A what-if is any setting of the configuration, or one of these:
  simulation.reviews.approval=0.8      share of the parts that are merged
  simulation.reviews.kept=0.95         share of a merged part's pairs that stay
  simulation.reviews.delay=12h         median time until a part is merged or closed
  simulation.reviews.perDay=20         parts that are reviewed a day at the most (null: any number)
  simulation.cron.every=15m            how often it ticks; .late=8m and .dropped=0.2 say how badly
  simulation.faults.killed=0.05        share of sessions that are killed; .refused and .outage likewise
  simulation.proposals=false           nobody approves new tasks

Examples:
  perpetual simulate --days 365
  perpetual simulate --days 90 --what-if accounts.openrouter.limits.usd.budget=10
  perpetual simulate --what-if simulation.reviews.delay=12h --what-if reviews.maxWaiting=16
  perpetual simulate --defaults --pipelines 100 --days 30 --runs 1 --json`;
const readWhole = (least, most) => (text) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most)
        return number;
    throw new commander/* InvalidArgumentError */.Di(`Expected a whole number from ${least} to ${most}.`);
};
function simulate_define(command, start) {
    command
        .option('--days <number>', 'how many days (default: 90)', readWhole(1, 3650))
        .option('--runs <number>', 'how many runs, each with a seed of its own (default: 10)', readWhole(1, 1000))
        .option('--seed <number>', 'where the draws begin (default: 1)', readWhole(0, 1_000_000_000))
        .option('--what-if <key=value>', 'a setting that would be otherwise; may be given several times', (text, all) => [...(all ?? []), text])
        .option('--pipelines <number>', 'as many producing pipelines, copies with accounts of their own', readWhole(1, 10_000))
        .option('--defaults', 'the default configuration with its seed tasks, whatever this repository holds')
        .addHelpText('after', help)
        .action(() => {
        const options = optionsSchema.parse(command.opts());
        return start(command, invocation => runSimulation(invocation, options));
    });
}


/***/ }),

/***/ 1051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lM: () => (/* binding */ findSeedPipeline),
  gC: () => (/* binding */ isTaskFile),
  LC: () => (/* binding */ listTaskFiles),
  Lu: () => (/* binding */ parseTaskFile),
  gQ: () => (/* binding */ pipelineOf),
  wS: () => (/* binding */ readTaskFile)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(9131);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/domain/task-form.js
var task_form = __webpack_require__(8568);
// EXTERNAL MODULE: ./src/domain/task-forms/seed-text.js
var seed_text = __webpack_require__(1307);
// EXTERNAL MODULE: ./src/config/explain.js
var explain = __webpack_require__(3251);
// EXTERNAL MODULE: ./src/config/nearest.js
var nearest = __webpack_require__(1242);
// EXTERNAL MODULE: ./src/config/pipelines.js
var pipelines = __webpack_require__(6615);
// EXTERNAL MODULE: ./src/config/show.js
var show = __webpack_require__(467);
// EXTERNAL MODULE: ../../node_modules/zod/v4/core/core.js
var core = __webpack_require__(6416);
// EXTERNAL MODULE: ./src/domain/issue-body.js
var issue_body = __webpack_require__(8306);
// EXTERNAL MODULE: ./src/domain/task-forms/topic.js
var topic = __webpack_require__(1203);
// EXTERNAL MODULE: ./src/domain/task-forms/youtube-batch.js
var youtube_batch = __webpack_require__(9708);
// EXTERNAL MODULE: ./src/domain/task.js
var task = __webpack_require__(3761);
// EXTERNAL MODULE: ./src/config/fields.js
var fields = __webpack_require__(3923);
;// CONCATENATED MODULE: ./src/config/task-file-entries.js







const idError = 'a task id: lower-case letters, digits, `-` and `_`, at most 60 characters';
const titleError = 'a title, one line of 1 to 200 characters without spaces at its ends';
const orderError = 'a whole number from -1000000 to 1000000';
const videoError = 'the address of one YouTube video, such as https://www.youtube.com/watch?v=dQw4w9WgXcQ';
const paragraphs = (what, most) => {
    const error = `${what} of 1 to ${most} characters`;
    return schemas/* string */.YjP({ error }).trim().min(1, { error }).max(most, { error });
};
const common = {
    id: schemas/* string */.YjP({ error: idError }).regex(task_form/* taskIdPattern */.XH, { error: idError }),
    title: schemas/* string */.YjP({ error: titleError }).refine(value => task_form/* titleSchema */.A_.safeParse(value).success, { error: titleError }),
    priority: (0,fields/* choice */.Yq)(task/* priorities */.vx).default('p2'),
    order: schemas/* int */.Whr({ error: orderError }).min(-1_000_000, { error: orderError }).max(1_000_000, { error: orderError }).default(0),
};
/** The places at which something stands that stood before. */
const repeated = (values) => values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
const indicator = (0,fields/* section */.uW)({
    id: (0,fields/* name */.UU)('an indicator id'),
    name: (0,fields/* line */.n8)('the name of an indicator', { max: 120 }),
    family: (0,fields/* line */.n8)('the family of an indicator', { max: 60 }),
    brief: paragraphs('a brief', topic/* longestBrief */.F1),
});
const indicators = (0,fields/* list */.p_)(indicator, 'indicators')
    .min(1, { error: 'a list of at least one indicator' })
    .max(task_form/* mostIndicators */.sR, { error: `a list of at most ${task_form/* mostIndicators */.sR} indicators` })
    .superRefine((values, context) => {
    for (const index of repeated(values.map(({ id }) => id)))
        context.addIssue({ code: 'custom', path: [index, 'id'], message: 'an id that no other indicator of the task has' });
});
/** A research task is an assignment of indicators, or a topic with one brief. */
const research = (0,fields/* section */.uW)({
    ...common,
    indicators: indicators.optional(),
    brief: paragraphs('a brief', topic/* longestBrief */.F1).optional(),
}).transform(({ indicators: assigned, brief, ...task }, context) => {
    const refuse = (key, message) => {
        context.addIssue({ code: 'custom', path: [key], message });
        return core/* NEVER */.tm;
    };
    const { id, title } = task;
    if (assigned !== undefined) {
        if (brief !== undefined)
            return refuse('brief', 'left out where there are `indicators`');
        return { ...task, body: (0,issue_body/* renderResearchBody */.aO)({ task: id, title, indicators: assigned }) };
    }
    if (brief === undefined)
        return refuse('indicators', 'a list of indicators, or to have a `brief` in its place');
    if (title.length > topic/* longestTopic */.Qd)
        return refuse('title', `a topic's title, one line of at most ${topic/* longestTopic */.Qd} characters`);
    return { ...task, body: (0,topic/* renderTopicBody */.CQ)({ task: id, title, brief }) };
});
const video = schemas/* string */.YjP({ error: videoError }).transform((address, context) => {
    const found = (0,youtube_batch/* videoAddress */.UH)(address);
    if (found !== undefined)
        return found;
    context.addIssue({ code: 'custom', message: videoError });
    return core/* NEVER */.tm;
});
const videos = (0,fields/* list */.p_)(video, 'videos')
    .min(1, { error: 'a list of at least one video' })
    .max(youtube_batch/* mostVideos */.GF, { error: `a list of at most ${youtube_batch/* mostVideos */.GF} videos` })
    .superRefine((values, context) => {
    for (const index of repeated(values))
        context.addIssue({ code: 'custom', path: [index], message: 'a video that is not there before' });
});
/** A batch's topic is its title. */
const batch = (0,fields/* section */.uW)({ ...common, videos, questions: paragraphs('questions', youtube_batch/* longestQuestions */.u7).default('') }).transform(({ videos: addresses, questions, ...task }) => ({
    ...task,
    body: (0,youtube_batch/* renderBatchBody */.LA)({ task: task.id, title: task.title, videos: addresses, questions }),
}));
const fileOf = (entry) => (0,fields/* section */.uW)({ tasks: schemas/* array */.YOg(entry, { error: 'a list of tasks' }).max(10_000, { error: 'a list of at most 10000 tasks' }) });
/** What a task file of each kind holds. Throws `fix-config` where a task does not fit into an issue. */
const taskFileSchemas = { research: fileOf(research), batch: fileOf(batch) };

// EXTERNAL MODULE: ./src/config/yaml-file.js
var yaml_file = __webpack_require__(3204);
;// CONCATENATED MODULE: ./src/config/task-file.js












/** `tasks/droid-research.yml, task 3 (session_03), indicators[1].id`: what a person looks for. */
function placeOf(root, path) {
    const [, index, ...rest] = path;
    if (typeof index !== 'number')
        return path.map(String).join('.');
    const found = schemas/* object */.Ikc({ tasks: schemas/* array */.YOg(schemas/* unknown */.L5J()) }).safeParse(root);
    const named = schemas/* object */.Ikc({ id: schemas/* string */.YjP().regex(task_form/* taskIdPattern */.XH) }).safeParse(found.data?.tasks[index]);
    const inner = rest
        .map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
        .join('')
        .replace(/^\./, '');
    return `task ${index + 1}${named.success ? ` (${named.data.id})` : ''}${inner === '' ? '' : `, ${inner}`}`;
}
const firstTwice = (ids) => ids.find((id, index) => ids.indexOf(id) !== index);
/** The tasks in a file's text. Throws `fix-config` naming file, task, what was expected and what was found. */
function parseTaskFile(text, file, { name, kind }) {
    const root = (0,yaml_file/* parseYaml */.h)(text, file);
    const checked = taskFileSchemas[kind].safeParse(root);
    if (!checked.success)
        throw (0,explain/* explain */.W)(checked.error, root, { file, detail: path => placeOf(root, path) });
    const { tasks } = checked.data;
    const twice = firstTwice(tasks.map(each => each.id));
    if (twice !== undefined)
        throw new errors/* PerpetualError */.nX(`Expected every task to have an id of its own, got \`${twice}\` twice (${file})`, {
            actBy: 'fix-config',
        });
    return tasks.map(each => ({ pipeline: name, ...each }));
}
const seedKindOf = (pipeline) => pipeline && seed_text/* seedKinds */.zk.find(kind => kind === (0,pipelines/* factsOf */.xS)(pipeline).takes);
/** A pipeline whose tasks people write, by its name; otherwise `fix-config` with what was `wanted`, the nearest name and where. */
function findSeedPipeline(name, pipelines, { wanted, place = '' }) {
    const pipeline = Object.hasOwn(pipelines, name) ? pipelines[name] : undefined;
    const kind = seedKindOf(pipeline);
    if (kind !== undefined)
        return { name, kind };
    const known = Object.keys(pipelines).filter(each => seedKindOf(pipelines[each]) !== undefined);
    const reason = pipeline === undefined ? '' : `, which is of kind \`${pipeline.kind}\``;
    throw new errors/* PerpetualError */.nX(`Expected ${wanted}, ${(0,nearest/* oneOf */.y)(name, known)}, got ${(0,show/* show */.WU)(name)}${reason}${place}`, {
        actBy: 'fix-config',
    });
}
/** The pipeline that a task file is for, by its name. Throws `fix-config` where there is none of that name or kind. */
const pipelineOf = (file, pipelines) => findSeedPipeline((0,external_node_path_.basename)(file).replace(/\.ya?ml$/, ''), pipelines, {
    wanted: 'a task file to be named after a research or batch pipeline',
    place: ` (${file})`,
});
/** Reads one task file; `file` is how messages name it. Throws `fix-config` where it is missing or wrong. */
async function readTaskFile(path, file, pipelines) {
    const pipeline = pipelineOf(file, pipelines);
    const text = await (0,yaml_file/* readText */.y)(path, file);
    if (text === undefined)
        throw new errors/* PerpetualError */.nX(`Expected a task file, found none (${file})`, { actBy: 'fix-config' });
    return parseTaskFile(text, file, pipeline);
}
const isTaskFile = (path) => /^tasks\/[^/]+\.ya?ml$/.test(path);
/** The task files of a repository, `tasks/*.yml`, sorted; none where the folder is missing. */
async function listTaskFiles(repositoryFolder) {
    const names = await (0,promises_.readdir)((0,external_node_path_.join)(repositoryFolder, 'tasks')).catch(() => []);
    return names
        .map(each => `tasks/${each}`)
        .filter(isTaskFile)
        .toSorted();
}


/***/ }),

/***/ 1307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ topicText),
/* harmony export */   K3: () => (/* binding */ parseSeedText),
/* harmony export */   uG: () => (/* binding */ batchText),
/* harmony export */   zk: () => (/* binding */ seedKinds)
/* harmony export */ });
/* harmony import */ var _issue_body_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8306);
/* harmony import */ var _form_reader_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6138);
/* harmony import */ var _forms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2919);
/* harmony import */ var _topic_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1203);
/* harmony import */ var _youtube_batch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9708);





/** The kinds of pipeline whose tasks can be written down in a file or on the command line. */
const seedKinds = ['research', 'batch'];
function parseBatch(text) {
    const parsed = (0,_youtube_batch_js__WEBPACK_IMPORTED_MODULE_3__/* .parseBatchBody */ .aW)(text);
    if (parsed.type === 'invalid')
        return parsed;
    const { task, title } = parsed.batch;
    return { type: 'seed', seed: { id: task, title, body: (0,_youtube_batch_js__WEBPACK_IMPORTED_MODULE_3__/* .renderBatchBody */ .LA)(parsed.batch) } };
}
function parseTopic(text) {
    const parsed = (0,_topic_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTopicBody */ .no)(text);
    if (parsed.type === 'invalid')
        return parsed;
    const { task, title } = parsed.topic;
    return { type: 'seed', seed: { id: task, title, body: (0,_topic_js__WEBPACK_IMPORTED_MODULE_2__/* .renderTopicBody */ .CQ)(parsed.topic) } };
}
function parseAssignment(text) {
    const parsed = (0,_issue_body_js__WEBPACK_IMPORTED_MODULE_0__/* .parseResearchBody */ .v9)(text);
    if (parsed.type === 'invalid')
        return parsed;
    const { task, title } = parsed.assignment;
    return { type: 'seed', seed: { id: task, title, body: (0,_issue_body_js__WEBPACK_IMPORTED_MODULE_0__/* .renderResearchBody */ .aO)(parsed.assignment) } };
}
/** The text that an issue would have, with its body as the form renders it: no stray section stays in it. Throws `fix-config` where that is too long for an issue. */
function parseSeedText(text, kind) {
    if (kind === 'batch')
        return parseBatch(text);
    return (0,_forms_js__WEBPACK_IMPORTED_MODULE_1__/* .recognizeForm */ .J0)(text, true) === 'topic' ? parseTopic(text) : parseAssignment(text);
}
const oneLine = (text) => text.replaceAll(/\s+/g, ' ').trim();
/** A topic's text from values that nobody has checked; `title` may begin with an id, as in `custody-1: Custody`. */
const topicText = ({ title, brief }) => `### Topic\n\n${(0,_form_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .renderText */ .S5)(oneLine(title))}\n\n### Brief\n\n${(0,_form_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .renderText */ .S5)(brief.trim())}\n`;
/** A batch's text from values that nobody has checked, each question a line of its own. */
const batchText = ({ title, videos, questions }) => [
    `### Batch\n\n${(0,_form_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .renderText */ .S5)(oneLine(title))}\n\n### Videos\n\n${videos.map(video => `- ${oneLine(video)}`).join('\n')}\n`,
    ...(questions.length === 0 ? [] : [`### Questions\n\n${(0,_form_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .renderText */ .S5)(questions.map(each => each.trim()).join('\n'))}\n`]),
].join('\n');


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
