export const id = 1960;
export const ids = [1960];
export const modules = {

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

/***/ 897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ proposeTasks)
});

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
var projection = __webpack_require__(3053);
// EXTERNAL MODULE: ./src/session/proposal-marker.js
var proposal_marker = __webpack_require__(8729);
// EXTERNAL MODULE: ./src/session/task-book.js + 1 modules
var task_book = __webpack_require__(2674);
// EXTERNAL MODULE: ./src/dataset/database/cell.js
var database_cell = __webpack_require__(5684);
// EXTERNAL MODULE: ./src/domain/one-line.js
var one_line = __webpack_require__(9517);
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

// EXTERNAL MODULE: ./src/dataset/markdown.js
var markdown = __webpack_require__(4257);
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
