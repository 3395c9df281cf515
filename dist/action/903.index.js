export const id = 903;
export const ids = [903];
export const modules = {

/***/ 4903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  perform: () => (/* binding */ perform)
});

// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/kinds/find-pipeline.js
var find_pipeline = __webpack_require__(6353);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/dataset/markdown.js
var markdown = __webpack_require__(4257);
// EXTERNAL MODULE: ./src/domain/one-line.js
var one_line = __webpack_require__(9517);
// EXTERNAL MODULE: ./src/domain/instant.js
var instant = __webpack_require__(795);
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
// EXTERNAL MODULE: ./src/dataset/database/manifest.js
var database_manifest = __webpack_require__(3897);
// EXTERNAL MODULE: ./src/dataset/database/paths.js
var paths = __webpack_require__(2070);
// EXTERNAL MODULE: ./src/dataset/database/retractions.js
var retractions = __webpack_require__(9952);
// EXTERNAL MODULE: ./src/domain/task-forms/forms.js + 1 modules
var task_forms_forms = __webpack_require__(2919);
// EXTERNAL MODULE: ./src/domain/task-forms/read-task-form.js
var read_task_form = __webpack_require__(417);
// EXTERNAL MODULE: ./src/session/projection.js
var projection = __webpack_require__(5434);
// EXTERNAL MODULE: ./src/session/proposal-marker.js
var proposal_marker = __webpack_require__(8729);
// EXTERNAL MODULE: ./src/session/task-book.js + 1 modules
var task_book = __webpack_require__(2674);
// EXTERNAL MODULE: ./src/dataset/database/cell.js
var database_cell = __webpack_require__(5684);
// EXTERNAL MODULE: ./src/domain/task-form.js
var task_form = __webpack_require__(8568);
// EXTERNAL MODULE: ./src/dataset/pair-id.js
var pair_id = __webpack_require__(3852);
// EXTERNAL MODULE: ./src/domain/pair.js
var pair = __webpack_require__(8660);
;// CONCATENATED MODULE: ./src/orchestrator/coverage.js


/** The manifest's counts by cell; what is none is left out. */
const readCells = (counts) => Object.entries(counts).flatMap(([key, count]) => {
    const cell = (0,database_cell/* readCell */.$$)(key);
    return cell === undefined ? [] : [{ ...cell, count }];
});
const cellsOfFamily = database_cell/* facets */.jp.length * pair/* questionTypes */.mB.length;
/** A judge's topic follows where a family has one part alone. */
const belongs = (cell, family) => cell === family || cell.startsWith(`${family}/`);
/**
 * The grid of one family. Pairs that are in no cell (not integrated yet, or under way) are taken as spread over all of them, and pairs
 * of facets with names of their own over the facets of their question type: what is not known to be missing is not asked for again.
 */
function familyGrid(family, { cells, indicators, expected, }) {
    const placed = new Map();
    let counted = 0;
    for (const { count, ...cell } of cells) {
        if (!belongs(cell.family, family))
            continue;
        counted += count;
        for (const facet of cell.facet === null ? database_cell/* facets */.jp : [cell.facet]) {
            const place = `${facet}/${cell.type}`;
            placed.set(place, (placed.get(place) ?? 0) + (cell.facet === null ? count / database_cell/* facets */.jp.length : count));
        }
    }
    const kept = indicators.filter(each => each.gridFamily === family).reduce((sum, { pairs }) => sum + pairs, 0);
    const pairs = Math.max(kept, counted) + expected;
    const everywhere = (pairs - counted) / cellsOfFamily;
    const least = Math.max(1, pairs / cellsOfFamily / 2);
    const rows = database_cell/* facets */.jp.map((facet) => {
        const counts = new Map(pair/* questionTypes */.mB.map(type => [type, (placed.get(`${facet}/${type}`) ?? 0) + everywhere]));
        return { facet, counts, thin: pair/* questionTypes */.mB.filter(type => (counts.get(type) ?? 0) < least) };
    });
    return { family, pairs, rows };
}

;// CONCATENATED MODULE: ./src/orchestrator/known-indicators.js


/** Of one unit, what is left of its pairs and what a reviewer took out; of a part's pairs each unit has its share. */
function reviewed(task, unit) {
    const part = task.parts.find(each => each.units.includes(unit.unit));
    if (part === undefined)
        return { pairs: task.status === 'in-progress' ? unit.accepted : 0, reviewer: 0 };
    if (part.state === 'open' || part.state === 'intended')
        return { pairs: unit.accepted, reviewer: 0 };
    const kept = part.state === 'closed' ? 0 : Math.min(1, (part.kept ?? part.pairs) / Math.max(1, part.pairs));
    const pairs = Math.floor(unit.accepted * kept);
    return { pairs, reviewer: unit.accepted - pairs };
}
const isUnderWay = ({ status }) => status === 'pending' || status === 'in-progress';
function beginningWith(task, indicator) {
    const form = (0,task_forms_forms/* recognizeForm */.J0)(task.body, true) === 'topic' ? 'topic' : 'assignment';
    const lost = { gates: 0, reviewer: 0, retracted: 0 };
    return {
        ...indicator,
        form,
        gridFamily: (0,database_cell/* gridFamily */.V8)(indicator.family),
        pipeline: task.pipeline,
        pairs: 0,
        lost,
        underWay: 0,
        isBlocked: false,
    };
}
function withTask(known, task) {
    const unit = task.units.find(each => each.unit === known.id);
    const { pairs, reviewer } = unit === undefined ? { pairs: 0, reviewer: 0 } : reviewed(task, unit);
    const gates = Object.values(unit?.rejected ?? {}).reduce((sum, each) => sum + each, 0);
    return {
        ...known,
        pairs: known.pairs + pairs,
        lost: { ...known.lost, gates: known.lost.gates + gates, reviewer: known.lost.reviewer + reviewer },
        underWay: known.underWay + (isUnderWay(task) ? 1 : 0),
        isBlocked: known.isBlocked || task.status === 'blocked',
    };
}
/** How many pairs of each indicator were taken back, as far as the requests name indicators or tasks. */
function retractedOf(retractions, members) {
    const counts = new Map();
    for (const { selector, ids } of retractions) {
        const handle = /^(.+)\.\d+$/.exec(selector)?.[1];
        const named = handle === undefined ? (members.get(selector.replace(/^task:/, '')) ?? []) : [handle];
        for (const id of named)
            counts.set(id, (counts.get(id) ?? 0) + ids.length / named.length);
    }
    return counts;
}
const oldestFirst = (a, b) => a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.id < b.id ? -1 : 1;
/** Every indicator that the research tasks of these pipelines were about; its name, family and brief are those of the first. */
function knownIndicators(tasks, pipelines, retractions) {
    const known = new Map();
    const members = new Map();
    const counted = tasks.filter(task => pipelines.includes(task.pipeline) && task.status !== 'invalid');
    for (const task of counted.toSorted(oldestFirst)) {
        const parsed = (0,task_forms_forms/* parseAssignment */.H9)(task.body);
        if (parsed.type === 'invalid')
            continue;
        const { indicators } = parsed.assignment;
        members.set(task.id, indicators.map(({ id }) => id));
        for (const indicator of indicators)
            known.set(indicator.id, withTask(known.get(indicator.id) ?? beginningWith(task, indicator), task));
    }
    const retracted = retractedOf(retractions, members);
    return [...known.values()].map(each => {
        const taken = Math.min(each.pairs, Math.round(retracted.get(each.id) ?? 0));
        return { ...each, pairs: each.pairs - taken, lost: { ...each.lost, retracted: taken } };
    });
}

// EXTERNAL MODULE: ./src/domain/issue-body.js
var issue_body = __webpack_require__(8306);
// EXTERNAL MODULE: ./src/domain/task-forms/topic.js
var topic = __webpack_require__(1203);
;// CONCATENATED MODULE: ./src/orchestrator/proposal-text.js





/** In the words in which the planning stage is told of them. */
const meanings = {
    concept: 'what it measures',
    computation: 'how it is computed and from which data',
    parameters: 'its parameters and how they change it',
    interpretation: 'how readings are interpreted',
    signals: 'signals and their confirmation',
    limits: 'how it fails and in which regimes',
    combination: 'its combination with others',
    comparison: 'how it compares with its neighbours',
    history: 'its history',
    market: 'what is particular about it in these markets',
};
const conjoined = (items) => items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
const facetList = (rows) => conjoined(rows.map(({ facet }) => facet));
const thinTypes = (rows) => pair/* questionTypes */.mB.filter(type => rows.some(({ thin }) => thin.includes(type)));
/** Without a number, because writers may quote what stands in a brief. */
const focusOn = (rows) => `Asked for above all: ${conjoined(rows.map(({ facet }) => meanings[facet]))}. Question types of which there are few: ${conjoined(thinTypes(rows))}.`;
const focusOnOthers = 'Asked for above all: questions and sources that differ from those of the first attempt.';
const shown = (count) => (count > 0 && count < 1 ? '<1' : String(Math.round(count)));
const grouped = (count) => Math.round(count).toLocaleString('en-US');
/** Says which cells are thin, with their numbers. */
function whyGap({ family, pairs, rows: all }, rows) {
    const thin = rows.reduce((sum, row) => sum + row.thin.length, 0);
    const cells = all.length * pair/* questionTypes */.mB.length;
    return [
        `**The coverage grid has a gap:** of the family ${(0,markdown/* escapeMarkdown */.FV)(family)} there are ${grouped(pairs)} pairs in ${cells} cells (facet × question type), ${shown(pairs / cells)} a cell on average. ${thin} of the ${rows.length * pair/* questionTypes */.mB.length} cells of ${facetList(rows)} have less than half of that:`,
        '',
        `| | ${pair/* questionTypes */.mB.join(' | ')} |`,
        `|:--|${pair/* questionTypes */.mB.map(() => '--:').join('|')}|`,
        ...rows.map(({ facet, counts, thin: types }) => `| ${facet} | ${pair/* questionTypes */.mB.map(type => (types.includes(type) ? `**${shown(counts.get(type) ?? 0)}**` : shown(counts.get(type) ?? 0))).join(' | ')} |`),
    ].join('\n');
}
const whyWeak = (spots) => [
    '**Weak spots:** these brought less than half of the pairs that were aimed at.',
    '',
    ...spots.map(({ indicator, because }) => `- ${(0,markdown/* escapeMarkdown */.FV)(indicator.name)}: ${because}`),
].join('\n');
const about = (pipeline) => `Proposed because the queue of \`${pipeline}\` is low. Someone with write access lets it begin with the label \`approved\` (or \`perpetual tasks approve\`), after editing it where that makes it better. Closing it is a no, and it is not proposed again.`;
/** A brief with what is asked for at its end, within the limit of a brief. */
function withFocus(brief, focus) {
    const room = topic/* longestBrief */.F1 - focus.length - 2;
    const kept = brief.length <= room ? brief : `${brief.slice(0, room - 1).toWellFormed()}…`;
    return `${kept.trimEnd()}\n\n${focus}`;
}
/** GitHub takes 65,536 characters, some of which the marker needs. */
const longestProposal = 60_000;
/** As many of the indicators as fit. */
function renderAssignment({ id, title, indicators, focus }, room) {
    const focused = indicators.map(({ id: name, name: words, family, brief }) => ({
        id: name,
        name: words,
        family,
        brief: withFocus(brief, focus),
    }));
    for (let count = focused.length; count > 1; count -= 1) {
        const lengths = focused.slice(0, count).map(each => (0,issue_body/* renderResearchBody */.aO)({ task: id, title, indicators: [each] }).length);
        if (lengths.reduce((sum, length) => sum + length, 0) <= room)
            return (0,issue_body/* renderResearchBody */.aO)({ task: id, title, indicators: focused.slice(0, count) });
    }
    return (0,issue_body/* renderResearchBody */.aO)({ task: id, title, indicators: focused.slice(0, 1) });
}
function renderTopic({ id, title, indicators, focus }) {
    const brief = indicators.length === 1 ? (indicators[0]?.brief ?? '') : `Topics so far: ${indicators.map(({ name }) => name).join('; ')}.`;
    return (0,topic/* renderTopicBody */.CQ)({ task: id, title: (0,one_line/* oneLine */.T)(title, topic/* longestTopic */.Qd), brief: withFocus(brief, focus) });
}
/** The issue of a proposal: why, and a complete task beneath it that names its pipeline. */
function renderProposal(draft, pipeline) {
    const before = `${draft.why}\n\n${about(pipeline)}\n\n`;
    const after = `\n### Pipeline\n\n${pipeline}\n\n### Priority\n\np3\n`;
    const task = draft.form === 'topic' ? renderTopic(draft) : renderAssignment(draft, longestProposal - before.length - after.length);
    return `${before}${task}${after}`;
}

;// CONCATENATED MODULE: ./src/orchestrator/weak-spots.js
/** What took the most. */
function reasonOf({ pairs, lost: { gates, reviewer, retracted } }, aimedAt) {
    const brought = `${pairs} of ${aimedAt} pairs`;
    const most = Math.max(gates, reviewer, retracted);
    if (most < aimedAt / 4)
        return `it brought ${brought}`;
    if (most === retracted)
        return `${retracted} pairs were retracted, which leaves ${brought}`;
    return most === reviewer
        ? `a reviewer took out ${reviewer} pairs, which leaves ${brought}`
        : `the gates and the judge stopped ${gates} pairs, which leaves ${brought}`;
}
/** The weakest first. What a task is about at present, or what waits for a person already, is none. */
const weakSpots = (indicators, aimedAt) => indicators
    .filter(each => each.underWay === 0 && !each.isBlocked && each.pairs < aimedAt / 2)
    .toSorted((a, b) => a.pairs - b.pairs || (a.id < b.id ? -1 : 1))
    .map(indicator => ({ indicator, because: reasonOf(indicator, aimedAt) }));

;// CONCATENATED MODULE: ./src/orchestrator/proposals.js








const indicatorsPerTask = 5;
const facetsPerTask = 2;
/** Thin cells of a task's facets, below which it is not worth one. */
const leastThin = 4;
const longestSlug = 30;
/** A family's name in ids, `technical_trend`; one that cannot be said so gets a hash, so that no two families have the same. */
function slugOf(family) {
    const part = (text) => text.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
    const slug = family.toLowerCase().split('/').map(part).join('_');
    if (slug.length <= longestSlug && /^[a-z0-9]/.test(slug) && slug.replace('_', '/') === family)
        return slug;
    const readable = slug.replace(/^[_-]+/, '').slice(0, longestSlug - 7);
    return `${readable === '' ? 'family' : readable.replace(/[_-]+$/, '')}-${(0,pair_id/* sha256 */.sc)(family).slice(0, 6)}`;
}
/** Those about which least is there or on the way. */
function neediest(own, known) {
    const named = new Map();
    for (const { id } of known.filter(each => each.isWaiting).flatMap(each => each.indicators))
        named.set(id, (named.get(id) ?? 0) + 1);
    const asked = ({ id, underWay }) => underWay + (named.get(id) ?? 0);
    return own.toSorted((a, b) => asked(a) - asked(b) || a.pairs - b.pairs || (a.id < b.id ? -1 : 1));
}
/** Pairs that tasks and proposals about a family are going to bring. */
function expectedOf(family, { indicators, proposed }, pairsPerUnit) {
    const underWay = indicators.filter(each => each.gridFamily === family).reduce((sum, each) => sum + each.underWay, 0);
    return (underWay + proposed.filter(each => each === family).length) * pairsPerUnit;
}
/** Facets of a family that were proposed before: their names stand in the ids. */
const proposedFacets = (slug, taken) => new Set([...taken].flatMap(id => (id.startsWith(`${slug}-`) ? id.slice(slug.length + 1).split('-') : [])));
function gapDraft(sorted, rows, grid) {
    const form = sorted[0]?.form ?? 'assignment';
    return {
        id: [slugOf(grid.family), ...rows.map(({ facet }) => facet)].join('-'),
        title: (0,one_line/* oneLine */.T)(`${grid.family}: ${facetList(rows)}`, task_form/* longestTitle */.Df),
        why: whyGap(grid, rows),
        form,
        indicators: form === 'topic' ? sorted : sorted.slice(0, indicatorsPerTask),
        focus: focusOn(rows),
    };
}
/** The gaps of one family, two facets each, those with the most thin cells first. */
function gapsOfFamily({ family, members }, situation, { pairsPerUnit }) {
    const grid = familyGrid(family, { ...situation, expected: expectedOf(family, situation, pairsPerUnit) });
    const sorted = neediest(members, situation.known);
    const proposed = proposedFacets(slugOf(family), situation.taken);
    const rows = grid.rows
        .filter(({ facet, thin }) => thin.length > 0 && !proposed.has(facet))
        .toSorted((a, b) => b.thin.length - a.thin.length || database_cell/* facets */.jp.indexOf(a.facet) - database_cell/* facets */.jp.indexOf(b.facet));
    const chunks = Array.from({ length: Math.ceil(rows.length / facetsPerTask) }, (_, nth) => rows.slice(nth * facetsPerTask, (nth + 1) * facetsPerTask));
    return chunks
        .map((chunk, nth) => ({
        draft: gapDraft(sorted, chunk, grid),
        nth,
        thin: chunk.reduce((sum, { thin }) => sum + thin.length, 0),
        pairs: grid.pairs,
    }))
        .filter(({ thin }) => thin >= leastThin);
}
/** One gap of each family, then the second of each, …; the widest and then the thinnest family first. */
function gaps(own, situation, queue) {
    const families = Map.groupBy(own, each => each.gridFamily);
    return ([...families]
        // Of what nothing has ended nothing is known to be missing.
        .filter(([family, members]) => family !== '' && members.some(({ underWay }) => underWay === 0))
        .flatMap(([family, members]) => gapsOfFamily({ family, members }, situation, queue))
        .toSorted((a, b) => a.nth - b.nth || b.thin - a.thin || a.pairs - b.pairs || (a.draft.id < b.draft.id ? -1 : 1))
        .map(({ draft }) => draft));
}
/** Those that a proposal names already are not named by another. */
function weak(own, { known, taken }, { pairsPerUnit }) {
    const again = new Set(known.flatMap(({ id, indicators }) => (id.endsWith('-again') ? indicators.map(each => each.id) : [])));
    const left = weakSpots(own, pairsPerUnit).filter(({ indicator: { id } }) => !again.has(id) && !taken.has(`${id}-again`));
    const groups = Map.groupBy(left, ({ indicator }) => (indicator.form === 'topic' ? indicator.id : indicator.gridFamily));
    return [...groups.values()].flatMap(group => {
        const spots = group.slice(0, indicatorsPerTask);
        const [first] = spots;
        if (first === undefined)
            return [];
        const { id, form, name, gridFamily: family } = first.indicator;
        const title = form === 'topic' ? `${name}, once more` : `${family}: weak indicators once more`;
        const indicators = spots.map(({ indicator }) => indicator);
        return [
            { id: `${id}-again`, title: (0,one_line/* oneLine */.T)(title, task_form/* longestTitle */.Df), why: whyWeak(spots), form, indicators, focus: focusOnOthers },
        ];
    });
}
/** Gaps and weak spots in turn. */
const inTurn = (a, b) => Array.from({ length: Math.max(a.length, b.length) }, (_, index) => [a[index], b[index]])
    .flat()
    .filter(each => each !== undefined);
/** How many proposals a queue may get now. */
function roomFor(pipeline, { tasks, known, below, most }) {
    const pending = tasks.filter(task => task.pipeline === pipeline && task.status === 'pending').length;
    const waiting = known.filter(each => each.pipeline === pipeline && each.isWaiting).length;
    return Math.max(0, Math.min(most - waiting, below - pending - waiting));
}
/**
 * Pure: what to propose where queues are low, from thin cells of the coverage grid and from weak spots. An id is made of what is missing,
 * so nothing is proposed twice, also not after a person closed it.
 */
function proposeFor(input) {
    const indicators = knownIndicators(input.tasks, input.queues.map(({ pipeline }) => pipeline), input.retractions);
    const taken = new Set([...input.tasks, ...input.known].map(({ id }) => id));
    const named = input.known.filter(({ isWaiting }) => isWaiting).flatMap(each => each.indicators);
    const proposed = named.map(({ family }) => (0,database_cell/* gridFamily */.V8)(family));
    const situation = { known: input.known, cells: readCells(input.cells), proposed, indicators, taken };
    const proposals = [];
    for (const queue of input.queues) {
        const room = roomFor(queue.pipeline, input);
        if (room === 0)
            continue;
        const own = indicators.filter(({ pipeline }) => pipeline === queue.pipeline);
        const drafts = inTurn(gaps(own, situation, queue), weak(own, situation, queue)).filter(({ id }) => !taken.has(id));
        for (const draft of drafts.slice(0, room)) {
            taken.add(draft.id);
            proposals.push({ pipeline: queue.pipeline, id: draft.id, title: draft.title, body: renderProposal(draft, queue.pipeline) });
        }
    }
    return proposals;
}

;// CONCATENATED MODULE: ./src/orchestrator/propose-tasks.js









const proposalLabel = 'perpetual:proposal';
const approvalLabel = 'needs-approval';
/** Issues whose text a person made unreadable are known by their marker alone. */
function knownOf(issues, tasks) {
    const accepted = new Set(tasks.map(({ issue }) => issue));
    return issues.flatMap(({ number, body, state }) => {
        const form = (0,read_task_form/* readTaskForm */.a)(body, { isMeant: true });
        if (form.type !== 'request')
            return [];
        const parsed = (0,task_forms_forms/* parseAssignment */.H9)(body);
        return [
            {
                pipeline: form.request.pipeline ?? '',
                id: form.request.task,
                indicators: parsed.type === 'invalid' ? [] : parsed.assignment.indicators,
                isWaiting: state === 'open' && !accepted.has(number),
            },
        ];
    });
}
/** What is known of the database, or null once the goal is reached. */
async function readDatabase({ forge: { contents }, goal, }) {
    const texts = await contents.read(await contents.head(), [paths/* manifestPath */.ji, paths/* retractionsPath */.i5]);
    const text = texts.get(paths/* manifestPath */.ji);
    const manifest = text === undefined ? undefined : (0,database_manifest/* parseManifest */.Ng)(text);
    if (manifest !== undefined && manifest.rows >= goal)
        return null;
    return { cells: manifest?.totals.byCell ?? {}, retractions: (0,retractions/* parseRetractions */.MU)(texts.get(paths/* retractionsPath */.i5) ?? '') };
}
/** One issue a proposal, however often it is asked for: where there was one before, that one comes back. */
function openIssue({ forge, queues, clock }, { pipeline, id, title, body }) {
    const agent = queues.find(each => each.pipeline === pipeline)?.agent ?? pipeline;
    const rest = { issue: null, body, createdAt: clock.now(), redoes: null };
    const labels = (0,projection/* labelsOf */.PC)((0,task_book/* newTask */.e)({ id, title, pipeline, priority: 'p3', order: 0 }, rest), agent);
    return forge.issues.create({
        title: `Proposal: ${title}`,
        body,
        labels: [...labels.filter(label => !label.startsWith('status:')), approvalLabel, proposalLabel],
        marker: (0,proposal_marker/* proposalMarker */.V)({ pipeline, id }),
    });
}
/** Issues that a person made unrecognizable and that come back instead of new ones, after which a tick leaves the rest to the next. */
const maxComeBack = 20;
/** Makes what there is room for; an issue that comes back is known from then on, and the next best takes its place. */
async function fill(setup, { issues, ...given }) {
    const listed = new Set(issues.map(({ number }) => number));
    const proposed = [];
    let input = given;
    for (let back = 0; back < maxComeBack;) {
        const [proposal] = proposeFor(input);
        if (proposal === undefined)
            break;
        const { pipeline, id, title, body } = proposal;
        const { number, state, labels } = await openIssue(setup, proposal);
        const isNew = state === 'open' && !listed.has(number) && labels.includes(proposalLabel);
        if (isNew)
            proposed.push({ pipeline, id, title, number });
        else
            back += 1;
        const parsed = (0,task_forms_forms/* parseAssignment */.H9)(body);
        const indicators = isNew && parsed.type !== 'invalid' ? parsed.assignment.indicators : [];
        input = { ...input, known: [...input.known, { pipeline, id, indicators, isWaiting: isNew }] };
    }
    return { proposed, input };
}
/**
 * Proposes tasks where queues are low, as issues that wait for a person; asks for nothing where they are not. Throws what the forge
 * throws: what was made until then is found again the next time.
 */
async function proposeTasks(setup) {
    const { below, most, queues, forge, book } = setup;
    const tasks = await book.tasks();
    const pendingOf = (name) => tasks.filter(task => task.pipeline === name && task.status === 'pending').length;
    // A queue that never had a task is one that nobody uses.
    const used = new Set(tasks.map(({ pipeline }) => pipeline));
    const low = queues.filter(({ pipeline }) => used.has(pipeline) && pendingOf(pipeline) < below);
    const shortOf = ({ pipeline }, because) => ({
        pipeline,
        pending: pendingOf(pipeline),
        because,
    });
    const people = low.filter(({ research }) => research === null).map(queue => shortOf(queue, 'people'));
    const research = queues.flatMap(({ pipeline, research: queue }) => (queue === null ? [] : [{ pipeline, ...queue }]));
    const lowest = low.filter(queue => queue.research !== null);
    const database = lowest.length === 0 ? null : await readDatabase(setup);
    if (database === null)
        return { proposed: [], short: people };
    const issues = await forge.issues.list({ labels: [proposalLabel] });
    const known = knownOf(issues, tasks);
    const { proposed, input } = await fill(setup, { ...database, queues: research, tasks, known, below, most, issues });
    const empty = lowest.filter(({ pipeline }) => roomFor(pipeline, input) > 0 && !input.known.some(each => each.pipeline === pipeline && each.isWaiting));
    return { proposed, short: [...people, ...empty.map(queue => shortOf(queue, 'nothing-known'))] };
}

// EXTERNAL MODULE: ./src/session/history.js
var session_history = __webpack_require__(7306);
// EXTERNAL MODULE: ./src/session/switch.js
var session_switch = __webpack_require__(1172);
// EXTERNAL MODULE: ./src/commands/queues.js
var queues = __webpack_require__(4118);
// EXTERNAL MODULE: ./src/commands/read-alerts.js + 1 modules
var read_alerts = __webpack_require__(2959);
// EXTERNAL MODULE: ./src/commands/survey.js + 2 modules
var commands_survey = __webpack_require__(3562);
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
    const proposals = seen.paused ? null : await attempt('Proposing tasks was', () => proposeTasks((0,queues/* proposeSetupOf */.J)(project)), warn);
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

// EXTERNAL MODULE: ./src/report/describe-decision.js
var describe_decision = __webpack_require__(8202);
;// CONCATENATED MODULE: ./src/report/describe-short-queue.js
const counted = (count) => (count === 0 ? 'no task waits' : count === 1 ? '1 task waits' : `${count} tasks wait`);
/** What a person must do about a queue that is low and that no proposal fills, in one line. */
const describeShortQueue = ({ pipeline, pending, because }) => because === 'people'
    ? `${pipeline}: ${counted(pending)}. Only a person can say what comes next: \`perpetual tasks add ${pipeline}\`, or an issue.`
    : `${pipeline}: ${counted(pending)}, and no gap or weak spot is left to propose. Add tasks, or a file tasks/${pipeline}.yml.`;

// EXTERNAL MODULE: ./src/domain/ledger.js
var ledger = __webpack_require__(1841);
// EXTERNAL MODULE: ./src/report/amount.js
var amount = __webpack_require__(2150);
;// CONCATENATED MODULE: ./src/report/render-plan.js







/** What a terminal is expected to show in a line. */
const columns = 100;
const percentOf = ({ behind }) => (behind === null ? '–' : `${Math.round(behind * 100)} %`).padStart(6);
const budgetOf = ({ budget }) => {
    if (budget === null || budget.limit === 0)
        return '–';
    const { meter, used, line } = budget;
    return `${bar(line === 0 ? 1 : used / line, 8)} ${amountOf(meter, used)} of ${amountOf(meter, line)} ${meterWords[meter]}`;
};
const decisionOf = ({ decision, task }, reviews) => {
    const words = (0,describe_decision/* describeDecision */.K)(decision, reviews);
    if (decision.type === 'rest' || task === null)
        return words;
    return task === '' ? 'starts now, to finish its last session' : `starts now: ${(0,one_line/* oneLine */.T)(task, 60)}`;
};
/** Breaks a text between words where it is wider than that; a longer word is left whole. */
function wrap(text, width) {
    const lines = [];
    for (const word of text.split(' ')) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + 1 + word.length <= width)
            lines[lines.length - 1] = `${last} ${word}`;
        else
            lines.push(word);
    }
    return lines;
}
const reviewLine = ({ waiting, most }) => `${waiting === 0 ? 'No part waits' : waiting === 1 ? '1 part waits' : `${waiting} parts wait`} for a review; with more than ${(0,amount/* grouped */.zD)(most)} nothing new is begun.`;
const headOf = ({ at, start, pipelines }) => `${start.length === 0 ? 'No pipeline starts' : `${start.length} of ${pipelines.length} ${pipelines.length === 1 ? 'pipeline' : 'pipelines'} ${start.length === 1 ? 'starts' : 'start'}`} now, at ${(0,instant/* toMinute */.y_)(at)}.`;
/** For a terminal, at most 100 columns: in the order in which they would be started. */
function renderPlan(plan, reviews) {
    const head = ['', 'PIPELINE', 'BEHIND', 'BUDGET TO ITS LINE'];
    const rows = plan.pipelines.map(each => [`${each.rank}.`, each.pipeline, percentOf(each), budgetOf(each)]);
    const widths = head.map((title, column) => Math.max(title.length, ...rows.map(row => row[column]?.length ?? 0)));
    const left = (cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
    const indent = widths.reduce((sum, width) => sum + width + 2, 0);
    // Long names leave too little beside them: then the decision stands below.
    const isBelow = columns - indent < 28;
    const margin = isBelow ? 4 + (widths[0] ?? 0) : indent;
    const lines = plan.pipelines.flatMap((each, index) => {
        const words = wrap(decisionOf(each, reviews), columns - margin);
        const cells = left(rows[index] ?? []);
        const [first = '', ...more] = words.map(line => `${' '.repeat(margin)}${line}`);
        return isBelow ? [cells.trimEnd(), first, ...more] : [`${cells}  ${first.trimStart()}`, ...more];
    });
    return [headOf(plan), '', `${left(head)}  ${isBelow ? '' : 'DECISION'}`.trimEnd(), ...lines, '', reviewLine(reviews)].join('\n');
}
/** For a job's summary. */
function renderPlanMarkdown(plan, reviews) {
    const rows = plan.pipelines.map(each => {
        const { rank, pipeline, agent, budget } = each;
        const use = budget === null || budget.limit === 0 ? '' : (0,amount/* useOf */.jj)(budget);
        return `| ${rank} | ${pipeline} | ${agent} | ${(0,markdown/* escapeMarkdown */.FV)(decisionOf(each, reviews))} | ${percentOf(each).trim()} | ${use} |`;
    });
    return [
        '## Plan',
        '',
        `${headOf(plan)} ${reviewLine(reviews)}`,
        '',
        '| | pipeline | agent | decision | behind its share | budget |',
        '| ---: | --- | --- | --- | ---: | --- |',
        ...rows,
    ].join('\n');
}

;// CONCATENATED MODULE: ./src/action/commands/plan.js





/** A tick: which pipelines start now, of all or of the one that was named, and what a person is needed for. */
async function perform({ inputs, runner, project }) {
    const { pipeline, force, dryRun } = inputs;
    const warn = (message) => runner.warning(message);
    const { survey, plan, alerts, proposals } = await runTick(project, { force, dryRun, only: pipeline ?? undefined, warn });
    runner.output('pipelines', JSON.stringify(plan.start));
    const reviews = { waiting: survey.partsToRead, most: project.config.reviews.maxWaiting };
    for (const { pipeline: name, decision } of plan.pipelines)
        runner.info(`${name}: ${(0,describe_decision/* describeDecision */.K)(decision, reviews)}`);
    if (plan.start.length === 0)
        runner.notice('No pipeline can work now.');
    if (alerts.length > 0)
        runner.notice('A person is needed; the issue with the label `perpetual:alert` says for what.');
    for (const { number, title } of proposals?.proposed ?? [])
        runner.info(`Proposed #${number}: ${(0,one_line/* oneLine */.T)(title, 200)}`);
    for (const queue of proposals?.short ?? [])
        runner.info(describeShortQueue(queue));
    runner.summary(renderPlanMarkdown(plan, reviews));
}


/***/ }),

/***/ 4118:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ proposeSetupOf),
/* harmony export */   j: () => (/* binding */ intakePipelinesOf)
/* harmony export */ });
/* harmony import */ var _config_pipelines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6615);
/* harmony import */ var _kinds_find_pipeline_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6353);
/* harmony import */ var _pipelines_research_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1094);



/** What intake knows of the configured pipelines. */
const intakePipelinesOf = ({ pipelines }) => Object.fromEntries(Object.entries(pipelines).map(([name, pipeline]) => {
    const { kind, agent, enabled } = pipeline;
    return [name, { kind: (0,_config_pipelines_js__WEBPACK_IMPORTED_MODULE_0__/* .factsOf */ .xS)(pipeline).takes ?? kind, agent, runs: enabled && (0,_kinds_find_pipeline_js__WEBPACK_IMPORTED_MODULE_1__/* .isRunnable */ .i)(pipeline) }];
}));
/** The queues whose tasks people write, of pipelines that can work. */
const queuesOf = ({ pipelines }) => Object.entries(pipelines).flatMap(([pipeline, settings]) => {
    if (!settings.enabled || !(0,_kinds_find_pipeline_js__WEBPACK_IMPORTED_MODULE_1__/* .isRunnable */ .i)(settings) || (0,_config_pipelines_js__WEBPACK_IMPORTED_MODULE_0__/* .factsOf */ .xS)(settings).takes === null)
        return [];
    const research = settings.kind === 'research' ? { pairsPerUnit: (0,_pipelines_research_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .scaleSettings */ .e)(settings.research).acceptTarget } : null;
    return [{ pipeline, agent: settings.agent, research }];
});
/** What proposing tasks needs of a project. */
const proposeSetupOf = ({ forge, book, clock, config }) => ({
    forge,
    book,
    clock,
    goal: config.goal,
    queues: queuesOf(config),
    below: config.plan.proposeBelow,
    most: config.plan.maxProposals,
});


/***/ }),

/***/ 417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ readTaskForm)
/* harmony export */ });
/* harmony import */ var _issue_body_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8306);
/* harmony import */ var _task_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3761);
/* harmony import */ var _form_reader_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6138);
/* harmony import */ var _forms_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2919);




/** As people and form menus write it: `p1`, `P1`, `p1 (soon)`. */
function readPriority(value, problems) {
    const written = value?.trim().slice(0, 40) ?? 'p2';
    const found = _task_js__WEBPACK_IMPORTED_MODULE_1__/* .priorities */ .vx.find(each => /^p\d\b/i.exec(written)?.[0].toLowerCase() === each);
    if (found === undefined)
        problems.push(`“Priority” must be one of ${_task_js__WEBPACK_IMPORTED_MODULE_1__/* .priorities */ .vx.join(', ')}, and is “${written}”.`);
    return found ?? 'p2';
}
/** Reads an issue's body, whoever wrote it; never throws. */
function readTaskForm(body, { isMeant }) {
    const form = (0,_forms_js__WEBPACK_IMPORTED_MODULE_2__/* .recognizeForm */ .J0)(body, isMeant);
    if (form === undefined)
        return { type: 'none' };
    if (body.length > _issue_body_js__WEBPACK_IMPORTED_MODULE_0__/* .longestBody */ .Pj)
        return { type: 'invalid', form, problems: ['The text is longer than 65,536 characters.'] };
    const { problems, optional } = (0,_form_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .createFormReader */ .iC)(body);
    const pipeline = optional('Pipeline')
        ?.trim()
        .replace(/^`([^`]*)`$/, '$1') ?? null;
    const priority = readPriority(optional('Priority'), problems);
    const parsed = _forms_js__WEBPACK_IMPORTED_MODULE_2__/* .forms */ .uO[form].parse(body);
    if (parsed.type === 'invalid')
        return { type: 'invalid', form, problems: [...parsed.problems, ...problems] };
    if (problems.length > 0)
        return { type: 'invalid', form, problems };
    return { type: 'request', request: { form, ...parsed.asked, pipeline, priority } };
}


/***/ }),

/***/ 8729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ proposalMarker),
/* harmony export */   m: () => (/* binding */ proposalPrefix)
/* harmony export */ });
/** What the marker of an issue that proposes a task begins with. */
const proposalPrefix = 'proposal:';
/** The same proposal has the same marker, so that it is made once, whatever became of it. */
const proposalMarker = ({ pipeline, id }) => `${proposalPrefix}${pipeline}/${id}`;


/***/ })

};
