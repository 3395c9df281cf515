export const id = 890;
export const ids = [890];
export const modules = {

/***/ 9890:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  perform: () => (/* binding */ perform)
});

// EXTERNAL MODULE: ./src/compose.js + 86 modules
var compose = __webpack_require__(2884);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/kinds/find-pipeline.js
var find_pipeline = __webpack_require__(6353);
// EXTERNAL MODULE: ./src/domain/state.js
var state = __webpack_require__(8935);
// EXTERNAL MODULE: ./src/domain/instant.js
var instant = __webpack_require__(795);
;// CONCATENATED MODULE: ./src/report/days.js

const dayMs = 86_400_000;
/** The day of a moment in UTC: `2026-11-22`. */
const dateOf = (at) => at.slice(0, 10);
/** Days as numbers since 1 January 1970, which can be counted with. */
const dayNumber = (date) => Math.floor(Date.parse(date) / dayMs);
const dateOfDay = (day) => dateOf((0,instant/* toInstant */.fN)(day * dayMs));
/** In days, with a fraction. */
const daysBetween = (from, to) => ((0,instant/* toEpochMs */.x8)(to) - (0,instant/* toEpochMs */.x8)(from)) / dayMs;
/** Nothing is foretold beyond a hundred years. */
const farthestDays = 36_525;
/** The day on which so much is done at so much a day; null where it never is, or not within a century. */
function doneOn(at, left, perDay) {
    if (left <= 0)
        return dateOf(at);
    const days = perDay <= 0 ? Infinity : left / perDay;
    return days > farthestDays ? null : dateOf((0,instant/* toInstant */.fN)((0,instant/* toEpochMs */.x8)(at) + days * dayMs));
}
/** For people: `5 hours`, `3 days`. */
function ageOf(from, at) {
    const hours = Math.max(0, Math.floor(24 * daysBetween(from, at)));
    if (hours < 48)
        return hours === 0 ? 'less than an hour' : `${hours} hour${hours === 1 ? '' : 's'}`;
    return `${Math.floor(hours / 24)} days`;
}

// EXTERNAL MODULE: ./src/report/amount.js
var amount = __webpack_require__(2150);
;// CONCATENATED MODULE: ./src/report/bar.js
/** A share from 0 to 1 as a bar of so many characters. Full and empty are honest: what is begun shows, and so does what is left. */
const bar = (share, width) => {
    const exact = Math.min(1, Math.max(0, share)) * width;
    const filled = exact > 0 && exact < 1 ? 1 : exact < width && exact > width - 1 ? width - 1 : Math.round(exact);
    return '█'.repeat(filled) + '░'.repeat(width - filled);
};

// EXTERNAL MODULE: ./src/dataset/markdown.js
var markdown = __webpack_require__(4257);
// EXTERNAL MODULE: ./src/domain/one-line.js
var one_line = __webpack_require__(9517);
;// CONCATENATED MODULE: ./src/report/document.js



/** Names, paths, times and plain words, which mean nothing in Markdown wherever in a line they stand. */
const innocent = /^(?!-|\d+[.)])(?:[A-Za-z0-9 ,;()'/.-]|(?<=[A-Za-z0-9])_(?=[A-Za-z0-9])|(?<=T\d\d):(?=\d\dZ))*$/;
const linking = /\bgh-\d|\bwww\.|\/\//i;
/** Foreign text inside of a line: cut, and harmless; what is harmless by itself stays as it is, for who reads the file. */
function inline(text, most = 100) {
    const line = (0,one_line/* oneLine */.T)(text, most);
    return innocent.test(line) && !linking.test(line) ? line : (0,markdown/* escapeMarkdown */.FV)(line);
}
/** Characters; those of forges are far shorter. */
const longestAddress = 300;
/** A pull request that leads to its page where there is one; a bare number GitHub links by itself, in issues and discussions. */
function pullLink(number, url) {
    const link = url.length > longestAddress ? '' : (0,markdown/* markdownLink */.iQ)(String(number), url);
    return link.startsWith('[') ? link.replace('[', '[#') : `#${number}`;
}
/** `1 task`, `1,000 tasks`. */
const plural = (count, one, many) => `${(0,amount/* grouped */.zD)(count)} ${count === 1 ? one : many}`;
const isNumeric = (head) => head.startsWith(' ');
const cut = (items, most) => ({
    shown: items.slice(0, most),
    more: Math.max(0, items.length - most),
});
/** Nothing where there is nothing to list. */
function listOf(items, most) {
    const { shown, more } = cut(items, most);
    return shown.length === 0 ? [] : [{ type: 'list', items: shown, more }];
}
function tableOf(head, rows, most) {
    const { shown, more } = cut(rows, most);
    return shown.length === 0 ? [] : [{ type: 'table', head, rows: shown, more }];
}
const heading = (text) => ({ type: 'heading', text });
const paragraph = (text) => ({ type: 'paragraph', text });
const tableRow = (cells) => `| ${cells.join(' | ')} |`;
function blockAsMarkdown(block) {
    switch (block.type) {
        case 'heading':
            return `## ${block.text}`;
        case 'paragraph':
            return block.text;
        case 'picture':
            return block.markdown.trimEnd();
        case 'list':
            return [...block.items.map(item => `- ${item}`), ...(block.more > 0 ? [`- and ${block.more} more`] : [])].join('\n');
        case 'table':
            return [
                tableRow(block.head.map(head => head.trim())),
                tableRow(block.head.map(head => (isNumeric(head) ? '---:' : '---'))),
                ...block.rows.map(tableRow),
                ...(block.more > 0 ? ['', `And ${block.more} more.`] : []),
            ].join('\n');
    }
}
/** Ends with a line break. */
const asMarkdown = (blocks) => `${blocks.map(blockAsMarkdown).join('\n\n')}\n`;
/** A link as its label alone, code and stress without their signs, and everything escaped as it was. */
const asText = (markdown) => unescapeMarkdown(markdown
    .replaceAll(/\[((?:\\.|[^\]\\])*)\]\(<[^>]*>\)/g, '$1')
    .replaceAll('<br>', ' ')
    .replaceAll(/(?<!\\)(?:\*\*|`)|^_|_$/g, ''));
function tableAsText({ head, rows, more }) {
    const lines = [head.map(name => name.trim().toUpperCase()), ...rows.map(row => row.map(asText))];
    const widths = head.map((_, column) => Math.max(...lines.map(line => line[column]?.length ?? 0)));
    const cells = lines.map(line => head
        .map((name, column) => {
        const [text, width] = [line[column] ?? '', widths[column] ?? 0];
        return isNumeric(name) ? text.padStart(width) : text.padEnd(width);
    })
        .join('  ')
        .trimEnd());
    return [...cells, ...(more > 0 ? [`and ${more} more`] : [])].map(line => `  ${line}`).join('\n');
}
function blockAsText(block) {
    switch (block.type) {
        case 'heading':
            return block.text.toUpperCase();
        case 'paragraph':
            return asText(block.text);
        case 'list':
            return [...block.items.map(item => `  - ${asText(item)}`), ...(block.more > 0 ? [`  - and ${block.more} more`] : [])].join('\n');
        case 'table':
            return tableAsText(block);
    }
}
/** For a terminal: columns under each other, and no pictures; a heading of pictures alone is left out with them. */
const document_asTerminalText = (blocks) => blocks
    .flatMap((block, index) => {
    const isBare = block.type === 'heading' && blocks[index + 1]?.type === 'picture';
    return block.type === 'picture' || isBare ? [] : [blockAsText(block)];
})
    .join('\n\n');

// EXTERNAL MODULE: ./src/report/pie.js
var pie = __webpack_require__(9434);
;// CONCATENATED MODULE: ./src/report/describe-alert.js


/** What a person is needed for, in one line; it holds foreign text. */
function describeAlert(alert) {
    switch (alert.type) {
        case 'silence':
            return `No tick came from ${(0,instant/* toMinute */.y_)(alert.from)} to ${(0,instant/* toMinute */.y_)(alert.to)}; what was missed is made up.`;
        case 'idle':
            return `${alert.pipeline} could work since ${(0,instant/* toMinute */.y_)(alert.since)} and nothing begins: mostly its key is missing; \`perpetual doctor\` says what is.`;
        case 'provider':
            return `${alert.pipeline}: every session since ${(0,instant/* toMinute */.y_)(alert.since)} ended without a call; the provider said: ${(0,one_line/* oneLine */.T)(alert.said, 160)}`;
        case 'unread':
            return `#${alert.number} waits unread since ${alert.since.slice(0, 10)}.`;
    }
}

;// CONCATENATED MODULE: ./src/report/report-people.js



function reviewItem({ number, url, task, part, pairs, openedAt }, { at }) {
    const age = openedAt === null ? '' : `, for ${ageOf(openedAt, at)}`;
    return `${pullLink(number, url)}: ${inline(task)}, part ${part}, ${plural(pairs, 'pair', 'pairs')}${age}`;
}
function reviewBlocks(report, most) {
    const { reviews, partsToRead, maxWaitingReviews } = report;
    if (reviews.length === 0)
        return [];
    const pairs = reviews.reduce((sum, review) => sum + review.pairs, 0);
    const full = partsToRead > maxWaitingReviews ? ` No new work begins while more than ${maxWaitingReviews} wait.` : '';
    return [
        paragraph(`**${plural(reviews.length, 'delivery waits', 'deliveries wait')} for a review** (${plural(pairs, 'pair', 'pairs')}).${full}`),
        ...listOf(reviews.map(review => reviewItem(review, report)), most),
    ];
}
function blockedBlocks({ blocked }, most) {
    if (blocked.length === 0)
        return [];
    return [
        paragraph(`**${plural(blocked.length, 'task is', 'tasks are')} blocked.** Once it is mended, set it back with \`perpetual tasks unblock\` or, on GitHub, with the label \`status:pending\`.`),
        ...listOf(blocked.map(({ task, issue, reason }) => `${issue === null ? '' : `#${issue}, `}${inline(task)}: ${inline(reason, 300)}`), most),
    ];
}
function proposalBlocks({ proposals }, most) {
    if (proposals.length === 0)
        return [];
    return [
        paragraph(`**${plural(proposals.length, 'task waits', 'tasks wait')} to be approved**, with the label \`approved\` on GitHub or \`perpetual tasks approve\`; closing the issue is a no.`),
        ...listOf(proposals.map(({ number, title }) => `#${number}: ${inline(title)}`), most),
    ];
}
function queueBlocks({ pipelines }, most) {
    const low = pipelines.filter(({ isQueueLow }) => isQueueLow);
    if (low.length === 0)
        return [];
    return [
        paragraph('**Few tasks are left:** open an issue with one of the forms, or add seeds to `tasks/` and import them.'),
        ...listOf(low.map(({ pipeline, tasks }) => `${inline(pipeline)}: ${tasks.pending === 0 ? 'no task waits' : plural(tasks.pending, 'task waits', 'tasks wait')}`), most),
    ];
}
function alertBlocks({ alerts }, most) {
    const urgent = alerts.filter(({ type }) => type !== 'unread');
    return urgent.length === 0
        ? []
        : [
            paragraph('**A person is needed.**'),
            ...listOf(urgent.map(alert => inline(describeAlert(alert), 400)), most),
        ];
}
/** What waits for a person, what only a person can do first. */
function peopleBlocks(report, most) {
    const waiting = [
        ...alertBlocks(report, most),
        ...reviewBlocks(report, most),
        ...blockedBlocks(report, most),
        ...proposalBlocks(report, most),
        ...queueBlocks(report, most),
    ];
    return [heading('Waits for a person'), ...(waiting.length === 0 ? [paragraph('Nothing.')] : waiting)];
}

// EXTERNAL MODULE: ./src/domain/ledger.js
var ledger = __webpack_require__(1841);
// EXTERNAL MODULE: ./src/session/handoff.js
var handoff = __webpack_require__(6272);
// EXTERNAL MODULE: ./src/report/describe-decision.js
var describe_decision = __webpack_require__(8202);
;// CONCATENATED MODULE: ./src/report/report-work.js








const dayHead = [
    'agent',
    'pipeline',
    ' sessions',
    ' calls',
    ' accepted',
    ' put aside',
    ' tasks ended',
    ' dollars',
    ' minutes',
];
const dayCells = (day, tasksEnded) => [
    (0,amount/* grouped */.zD)(day.sessions),
    (0,amount/* grouped */.zD)(day.calls),
    (0,amount/* grouped */.zD)(day.accepted),
    (0,amount/* grouped */.zD)(day.putAside),
    (0,amount/* grouped */.zD)(tasksEnded),
    `$${day.usd.toFixed(2)}`,
    (0,amount/* grouped */.zD)(day.minutes),
];
const wasActive = ({ day, tasksEnded }) => day.sessions > 0 || tasksEnded > 0;
/** Agents in the order of their names, with what their pipelines did. */
function dayRows({ pipelines, formerDay }) {
    const byAgent = pipelines.filter(wasActive).toSorted((a, b) => (a.agent === b.agent ? 0 : a.agent < b.agent ? -1 : 1));
    return [
        ...byAgent.map(({ agent, pipeline, day, tasksEnded }) => [inline(agent), inline(pipeline), ...dayCells(day, tasksEnded)]),
        ...(formerDay === null ? [] : [['', 'configured no longer', ...dayCells(formerDay, 0)]]),
    ];
}
const daySentence = ({ day, pipelines }) => {
    const idle = pipelines.filter(each => !wasActive(each)).length;
    return `${plural(day.sessions, 'session', 'sessions')} made ${plural(day.calls, 'call', 'calls')} for $${day.usd.toFixed(2)}; ${plural(day.accepted, 'new pair was', 'new pairs were')} accepted, ${(0,amount/* grouped */.zD)(day.putAside)} put aside.${idle === 0 ? '' : ` ${plural(idle, 'pipeline', 'pipelines')} had no session.`}`;
};
const endedItem = ({ task, title, issue, status, grade, score }) => `${issue === null ? '' : `#${issue}, `}${inline(task)} (${inline(title)}): ${status}${grade === null || score === null ? '' : `, grade ${grade} (${score.toFixed(2)})`}`;
const deliveredItem = ({ number, url, task, part, pairs, state, kept }) => `${pullLink(number, url)}: ${inline(task)}, part ${part}, ${plural(pairs, 'pair', 'pairs')}, ${state === 'merged' && kept !== null ? `merged with ${(0,amount/* grouped */.zD)(kept)}` : state}`;
/** What was done in the last 24 hours. */
function dayBlocks(report, most) {
    const rows = dayRows(report);
    if (rows.length === 0)
        return [heading('Last 24 hours'), paragraph('No session ended.')];
    const [ended, delivered] = [report.ended.map(endedItem), report.delivered.map(deliveredItem)];
    return [
        heading('Last 24 hours'),
        paragraph(daySentence(report)),
        ...tableOf(dayHead, rows, most),
        ...(ended.length === 0 ? [] : [paragraph('Tasks that ended:'), ...listOf(ended, most)]),
        ...(delivered.length === 0 ? [] : [paragraph('Delivered for a review:'), ...listOf(delivered, most)]),
    ];
}
const barWidth = 20;
function comesBack({ scope, resetsAt, closed }) {
    if (resetsAt !== null)
        return `${closed ? 'used up, says the provider, until ' : ''}${(0,instant/* toMinute */.y_)(resetsAt)}`;
    return scope === 'pipeline' ? 'as jobs end' : 'with each session';
}
const ownerOf = ({ scope, name, meter }) => `${inline(name)}: ${ledger/* meterWords */.D[meter]}${scope === 'session' ? ' of a session' : scope === 'last-session' ? ' of the last session' : ''}`;
const resourceRow = (resource) => {
    const { meter, used, line, limit } = resource;
    return [
        ownerOf(resource),
        `${bar(limit === 0 ? 0 : used / limit, barWidth)} ${(0,amount/* percent */.KN)(used, limit)}`,
        `${(0,amount/* amountOf */.MT)(meter, used)} of ${(0,amount/* amountOf */.MT)(meter, limit)}`,
        (0,amount/* amountOf */.MT)(meter, line),
        comesBack(resource),
    ];
};
function resourceBlocks({ resources }, most) {
    if (resources.length === 0)
        return [];
    return [
        heading('Resources'),
        paragraph('What is used and reserved of each budget, in the window that is open now. Nothing is begun beyond the line.'),
        ...tableOf(['resource', 'used', ' amount', ' line', 'comes back'], resources.map(resourceRow), most),
    ];
}
const shareOf = ({ goalShare }) => goalShare === null
    ? ''
    : `${(0,amount/* grouped */.zD)(goalShare.pairs)} of ${(0,amount/* grouped */.zD)(goalShare.target)} (${(0,amount/* percent */.KN)(goalShare.pairs, goalShare.target)})`;
/** Where the tasks stand, and how much of its share of the goal each pipeline has brought. */
function report_work_queueBlocks({ pipelines }, most) {
    if (pipelines.length === 0)
        return [];
    return [
        heading('Tasks and the goal'),
        ...tableOf(['pipeline', ' waiting', 'empty on', ' under way', ' in review', ' completed', ' rejected', 'pairs of its share'], pipelines.map(each => [
            inline(each.pipeline),
            (0,amount/* grouped */.zD)(each.tasks.pending),
            each.queueEmptyOn ?? '',
            (0,amount/* grouped */.zD)(each.underWay.tasks),
            (0,amount/* grouped */.zD)(each.tasks['in-review']),
            (0,amount/* grouped */.zD)(each.tasks.completed),
            (0,amount/* grouped */.zD)(each.tasks.rejected),
            shareOf(each),
        ]), most),
        ...(pipelines.some(({ queueEmptyOn }) => queueEmptyOn !== null)
            ? [paragraph('A queue is empty on that day at the speed at which its tasks were begun in the last 7 days.')]
            : []),
    ];
}
function lastOf({ lastSession }, { at }) {
    if (lastSession === null)
        return 'none yet';
    const why = lastSession.reason === null ? '' : `: ${inline((0,handoff/* explainReason */.mU)(lastSession.reason), 120)}`;
    return `${ageOf(lastSession.endedAt, at)} ago${why}`;
}
/** What each pipeline does next, and why it does nothing now. */
function nextBlocks(report, most) {
    const { pipelines, partsToRead, maxWaitingReviews } = report;
    if (pipelines.length === 0)
        return [];
    const waiting = { waiting: partsToRead, most: maxWaitingReviews };
    return [
        heading('What happens next'),
        ...tableOf(['pipeline', 'now', 'last session ended'], pipelines.map(each => [inline(each.pipeline), inline((0,describe_decision/* describeDecision */.K)(each.decision, waiting), 150), lastOf(each, report)]), most),
    ];
}

;// CONCATENATED MODULE: ./src/report/xychart.js
/**
 * A Mermaid picture of a number by day, which GitHub draws in Markdown; empty where there is nothing to see. `xychart-beta` is the name
 * that every version of Mermaid with this diagram knows. All texts are ours: in quotes nothing can be escaped.
 */
function renderChart(kind, days, { title, unit }) {
    const most = days.reduce((highest, { pairs }) => Math.max(highest, pairs), 0);
    if (days.length < 2 || most === 0)
        return '';
    return [
        '```mermaid',
        'xychart-beta',
        `  title "${title}"`,
        `  x-axis [${days.map(({ date }) => `"${date.slice(5)}"`).join(', ')}]`,
        `  y-axis "${unit}" 0 --> ${most}`,
        `  ${kind} [${days.map(({ pairs }) => pairs).join(', ')}]`,
        '```',
        '',
    ].join('\n');
}

;// CONCATENATED MODULE: ./src/report/render-team-report.js








/** Characters; GitHub takes 65,536 in an issue or a discussion, and a marker comes behind it. */
const mostCharacters = 64_000;
/** How many of each list are shown: as many as fit. */
const listLengths = [100, 50, 25, 12, 6, 3];
function headBlocks({ paused, pairs, goal }) {
    const { database, merged, toIntegrate, waiting, underWay } = pairs;
    return [
        ...(paused ? [paragraph('**Everything is paused.** `perpetual enable` lets sessions begin again.')] : []),
        paragraph(`**${(0,amount/* grouped */.zD)(database)} of ${(0,amount/* grouped */.zD)(goal)} pairs** are in the database (${(0,amount/* percent */.KN)(database, goal)}) ${bar(database / goal, 30)}`),
        paragraph(`${(0,amount/* grouped */.zD)(merged)} were delivered and merged, of which ${(0,amount/* grouped */.zD)(toIntegrate)} wait for integration; ${(0,amount/* grouped */.zD)(waiting)} wait for a review, ${(0,amount/* grouped */.zD)(underWay)} are under way.`),
    ];
}
const daysWords = (days) => (days === 1 ? 'day' : `${(0,amount/* rounded */.Wf)(days)} days`);
const speedWords = ({ days, acceptedPerDay, integratedPerDay, goalReachedOn }) => `in the last ${daysWords(days)} ${(0,amount/* rounded */.Wf)(acceptedPerDay)} pairs a day were accepted and ${(0,amount/* rounded */.Wf)(integratedPerDay)} a day came into the database, ${goalReachedOn === null ? 'which does not reach the goal' : `which reaches the goal on ${goalReachedOn}`}`;
/** Without a simulation: as fast as it went. */
function speedBlocks({ left, speeds: { week, month }, day }) {
    if (left === 0)
        return [paragraph('**The goal is reached.**')];
    if (week.acceptedPerDay + month.acceptedPerDay + week.integratedPerDay + month.integratedPerDay + day.sessions === 0)
        return [];
    const words = month.days === week.days ? speedWords(week) : `${speedWords(week)}; ${speedWords(month)}`;
    return [paragraph(`Speed: ${words}. Imported pairs are left out.`)];
}
/** What there is on the way to the goal; nothing while there is nothing. */
function goalPie({ pairs, left }) {
    const { database, toIntegrate, waiting, underWay } = pairs;
    const onTheWay = toIntegrate + waiting + underWay;
    if (database + onTheWay === 0)
        return '';
    return (0,pie/* renderPie */.L)('Pairs on the way to the goal', [
        ['in the database', database],
        ['merged, to be integrated', toIntegrate],
        ['waiting for a review', waiting],
        ['under way', underWay],
        ['still to be found', Math.max(0, left - onTheWay)],
    ]);
}
function growthBlocks(report) {
    const { growth, accepted, retracted } = report;
    const pictures = [
        renderChart('line', growth, { title: 'Pairs that came into the database', unit: 'pairs' }),
        renderChart('bar', accepted, { title: 'Pairs accepted by sessions, by day', unit: 'pairs a day' }),
        goalPie(report),
    ].filter(picture => picture !== '');
    if (pictures.length === 0)
        return [];
    return [
        heading('Growth'),
        ...(retracted === 0 ? [] : [paragraph(`${(0,amount/* grouped */.zD)(retracted)} pairs were retracted since; the first picture counts them.`)]),
        ...pictures.map((markdown) => ({ type: 'picture', markdown })),
    ];
}
function footBlocks({ at, damagedLines }) {
    const damaged = damagedLines === 0
        ? []
        : [
            paragraph(`**${(0,amount/* grouped */.zD)(damagedLines)} line${damagedLines === 1 ? '' : 's'} of the history cannot be read**, so that sessions may be missing above: see \`history/\` on \`perpetual/state\`.`),
        ];
    return [...damaged, paragraph(`_As of ${(0,instant/* toMinute */.y_)(at)}, from state and history alone._`)];
}
const blocksOf = (report, most) => [
    ...headBlocks(report),
    ...speedBlocks(report),
    ...peopleBlocks(report, most),
    ...dayBlocks(report, most),
    ...resourceBlocks(report, most),
    ...report_work_queueBlocks(report, most),
    ...nextBlocks(report, most),
    ...growthBlocks(report),
    ...footBlocks(report),
];
/** As Markdown that GitHub renders, within the limit of an issue's body. */
function renderTeamReport(report) {
    let text = '';
    for (const most of listLengths) {
        text = asMarkdown(blocksOf(report, most));
        if (text.length <= mostCharacters)
            break;
    }
    return text;
}
/** For a terminal. */
const renderTeamReportAsText = (report) => asTerminalText(blocksOf(report, 20));
/** The same but for the moment at which it was made. */
const withoutMoment = (text) => text.replace(/^_As of [^\n]*_$/m, '');

;// CONCATENATED MODULE: ./src/report/publish-report.js




const reportTitle = 'Team Status Report';
/** Each lost race means that somebody else got on. */
const maxRaces = 100;
/** One file a day, written again only where more than the moment changed; a race is run again on what the winner wrote. */
async function save(store, { path, text }) {
    for (let race = 0; race < maxRaces; race += 1) {
        const head = await store.head();
        const before = (await store.read(head, [path])).get(path);
        if (before !== undefined && withoutMoment(before) === withoutMoment(text))
            return false;
        const written = await store.write(head, [{ path, text }], `Report of ${path.slice(-13, -3)}`);
        if (written.type === 'written')
            return true;
    }
    throw new errors/* PerpetualError */.nX(`Expected to write ${path} within ${maxRaces} races, lost them all`, { actBy: 'report-bug' });
}
/** One issue that is edited from day to day. A person may close it, and it stays closed. */
async function tell({ issues }, body) {
    const issue = await issues.create({ title: reportTitle, body, labels: ['perpetual:report'], marker: 'report' });
    if (issue.body.trim() !== body.trim())
        await issues.update(issue.number, { body });
    return issue.number;
}
/** Saves the report among the handoffs, and shows it where people look. Repeating it makes nothing twice. */
async function publishReport(forge, { at, body, category }) {
    const date = dateOf(at);
    const file = state/* statePaths */.mt.teamReport(date);
    const isNew = await save(forge.state, { path: file, text: `# ${reportTitle} of ${date}\n\n${body}` });
    const { society } = forge;
    if (category === undefined || society === undefined)
        return { file, isNew, issue: await tell(forge, body), url: null };
    const { url } = await society.discussions.publish({ category, title: reportTitle, body, marker: 'report' });
    return { file, isNew, issue: null, url };
}

// EXTERNAL MODULE: ./src/session/endings.js + 1 modules
var session_endings = __webpack_require__(315);
// EXTERNAL MODULE: ./src/config/pipelines.js
var pipelines = __webpack_require__(6615);
// EXTERNAL MODULE: ./src/orchestrator/brought.js
var brought = __webpack_require__(7059);
// EXTERNAL MODULE: ./src/session/task-run.js
var task_run = __webpack_require__(8273);
// EXTERNAL MODULE: ./src/domain/integration-task.js
var integration_task = __webpack_require__(736);
;// CONCATENATED MODULE: ./src/report/count-pairs.js



const keptOf = (part) => part.kept ?? part.pairs;
const sumOf = (parts, state, count) => parts.filter(part => part.state === state).reduce((total, part) => total + count(part), 0);
/** What integration has looked at of merged deliveries: what it took, and what it put aside. */
function lookedAt(tasks) {
    const ended = tasks.filter(({ status, body }) => status !== 'pending' && (0,integration_task/* parseIntegrationSource */.bS)(body)?.type === 'delivery');
    const totals = ended.map(task => (0,task_run/* totalsOf */.vA)(task.units.filter(unit => unit.ended)));
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
        underWay: sources.filter(task => task.status === 'in-progress').reduce((total, task) => total + (0,brought/* undeliveredPairs */.l)(task), 0),
    };
}

;// CONCATENATED MODULE: ./src/report/status.js



function countByStatus(tasks) {
    const counts = {
        pending: 0,
        'in-progress': 0,
        'in-review': 0,
        completed: 0,
        rejected: 0,
        blocked: 0,
        invalid: 0,
    };
    for (const task of tasks)
        counts[task.status] += 1;
    return counts;
}
function underWayOf(tasks) {
    const current = tasks.filter(({ status }) => status === 'in-progress');
    const { calls, callsExpected, accepted } = (0,task_run/* totalsOf */.vA)(current.flatMap(({ units }) => units));
    return { tasks: current.length, calls, callsExpected, accepted };
}
/** The state knows when it was, the history also what it was called and why it ended. */
function lastSessionOf({ lastSession }, line) {
    if (line !== undefined && (lastSession === null || line.endedAt >= lastSession.endedAt)) {
        const { session, startedAt, endedAt, reason } = line;
        return { session, startedAt, endedAt, reason };
    }
    return lastSession === null ? null : { session: null, ...lastSession, reason: null };
}
function reviewsOf(tasks) {
    const waiting = tasks.flatMap(({ id, pipeline, parts }) => parts.flatMap(({ state, pull, part, pairs, url, openedAt }) => state === 'open' && pull !== null ? [{ number: pull, pipeline, task: id, part, pairs, url, openedAt }] : []));
    const age = ({ openedAt }) => openedAt ?? '';
    return waiting.toSorted((a, b) => (age(a) < age(b) ? -1 : age(a) > age(b) ? 1 : a.number - b.number));
}
function pipelineStatus({ pipeline, agent, kind, availability, state }, { own, decision, last, target, }) {
    const current = own.find(task => task.id === state.task);
    return {
        pipeline,
        agent,
        kind,
        availability,
        decision: decision ?? { type: 'rest', reason: 'unsupported', until: null, waitsFor: null },
        session: state.session?.id ?? null,
        task: current === undefined ? null : { id: current.id, title: current.title, ...(0,task_run/* totalsOf */.vA)(current.units) },
        underWay: underWayOf(own),
        tasks: countByStatus(own),
        lastSession: lastSessionOf(state, last),
        goalShare: target === null ? null : { target, pairs: (0,brought/* broughtPairs */.B)(own) },
    };
}
/** How it stands, from state and history alone. */
function statusOf(input) {
    const { at, paused, goal, tasks, plan, history, proposals, alerts, pipelines } = input;
    const shares = pipelines.reduce((sum, { share, enabled }) => sum + (enabled ? (share ?? 0) : 0), 0);
    const targetOf = ({ share, enabled }) => share === null || !enabled || shares === 0 ? null : Math.round((goal * share) / shares);
    const decisions = new Map(plan.pipelines.map(({ pipeline, decision }) => [pipeline, decision]));
    const lines = new Map(history.sessions.map(line => [line.pipeline, line]));
    const byPipeline = Map.groupBy(tasks, ({ pipeline }) => pipeline);
    return {
        at,
        paused,
        goal,
        pairs: countPairs(input),
        pipelines: pipelines.map(each => pipelineStatus(each, {
            own: byPipeline.get(each.pipeline) ?? [],
            decision: decisions.get(each.pipeline),
            last: lines.get(each.pipeline),
            target: targetOf(each),
        })),
        reviews: reviewsOf(tasks),
        blocked: tasks.flatMap(({ status, pipeline, id, issue, reason }) => status === 'blocked' ? [{ pipeline, task: id, issue, reason: reason ?? '' }] : []),
        proposals,
        alerts,
    };
}

;// CONCATENATED MODULE: ./src/report/growth-of-pairs.js



const mostGrowthDays = 60;
/** More labels than these overlap in a picture of GitHub's width. */
const mostPoints = 13;
const mostBarDays = 14;
const isImport = ({ body }) => (0,integration_task/* parseIntegrationSource */.bS)(body)?.type === 'import';
const mergedParts = (tasks) => tasks.flatMap(({ parts }) => parts).filter(({ state }) => state === 'merged');
/**
 * How many rows the database had at the end of some days, the last of which is today's: at most 60 days back, in equal steps. What was
 * merged before days were kept was there from the beginning. Retracted rows are counted, because nobody knows of which day they were.
 */
function growthOf(at, integration) {
    const merged = mergedParts(integration).map(part => ({ day: part.endedAt === null ? -1 : dayNumber(part.endedAt), part }));
    const dated = merged.filter(({ day }) => day >= 0).map(({ day }) => day);
    const today = dayNumber(dateOf(at));
    const first = Math.max(dated.reduce((least, day) => Math.min(least, day), today) - 1, today - mostGrowthDays);
    const step = Math.max(1, Math.ceil((today - first) / (mostPoints - 1)));
    const rowsUntil = (until) => merged.reduce((sum, { day, part }) => sum + (day <= until ? keptOf(part) : 0), 0);
    const points = Math.ceil((today - first) / step);
    return Array.from({ length: points + 1 }, (_, index) => today - (points - index) * step).map(day => ({
        date: dateOfDay(day),
        pairs: rowsUntil(day),
    }));
}
/** Pairs that sessions accepted, by the day on which they ended: today and the 13 days before it. */
function acceptedByDay(at, sessions) {
    const today = dayNumber(dateOf(at));
    const sums = new Map();
    for (const { endedAt, accepted } of sessions) {
        const day = dayNumber(dateOf(endedAt));
        sums.set(day, (sums.get(day) ?? 0) + accepted);
    }
    return Array.from({ length: mostBarDays }, (_, index) => today - mostBarDays + 1 + index).map(day => ({
        date: dateOfDay(day),
        pairs: sums.get(day) ?? 0,
    }));
}
/** When the first task was begun; null where none was. */
const begunAt = (tasks) => tasks.reduce((least, { startedAt }) => (startedAt !== null && (least === null || startedAt < least) ? startedAt : least), null);
/** Days to divide by: no more than have passed since the beginning, and one at least. */
const daysOfWork = (at, begun, most) => Math.min(most, Math.max(1, begun === null ? 1 : daysBetween(begun, at)));
/** How fast it went in the last `most` days. */
function speedOf({ at, left, producing, tasks, integration }, most) {
    const days = daysOfWork(at, begunAt(tasks), most);
    const isRecent = (moment) => moment !== null && moment <= at && daysBetween(moment, at) < most;
    const accepted = producing.filter(({ endedAt }) => isRecent(endedAt)).reduce((sum, line) => sum + line.accepted, 0);
    const rows = mergedParts(integration.filter(task => !isImport(task))).filter(({ endedAt }) => isRecent(endedAt));
    const integratedPerDay = rows.reduce((sum, part) => sum + keptOf(part), 0) / days;
    return {
        days: Math.round(days * 10) / 10,
        acceptedPerDay: Math.round((accepted / days) * 10) / 10,
        integratedPerDay: Math.round(integratedPerDay * 10) / 10,
        goalReachedOn: doneOn(at, left, integratedPerDay),
    };
}
/** Tasks that were begun a day in the last 7 days; 0 where none was. */
function begunPerDay(at, tasks) {
    const recent = tasks.filter(({ startedAt }) => startedAt !== null && startedAt <= at && daysBetween(startedAt, at) < 7);
    return recent.length / daysOfWork(at, begunAt(tasks), 7);
}

;// CONCATENATED MODULE: ./src/report/resource.js
/** Between sessions nothing is used of what one session may use: then the last one's tells more. */
function withLastSessions(resources, sessions) {
    const last = new Map(sessions.map(line => [line.pipeline, line]));
    return resources.map(resource => {
        const line = last.get(resource.name);
        if (resource.scope !== 'session' || resource.used > 0 || line === undefined)
            return resource;
        return { ...resource, scope: 'last-session', used: line.spent[resource.meter] ?? 0 };
    });
}

;// CONCATENATED MODULE: ./src/report/work-of-day.js

const isWithinDay = (moment, at) => moment !== null && moment <= at && daysBetween(moment, at) < 1;
const sessionsOfDay = (at, sessions) => sessions.filter(({ endedAt }) => isWithinDay(endedAt, at));
function workOf(sessions) {
    const sum = (count) => sessions.reduce((total, line) => total + count(line), 0);
    return {
        sessions: sessions.length,
        sends: sum(({ spent }) => spent.calls ?? 0),
        calls: sum(({ calls }) => calls),
        tokens: sum(({ spent }) => spent.tokens ?? 0),
        usd: sum(({ spent }) => spent.usdMicros ?? 0) / 1_000_000,
        minutes: Math.round(sum(({ startedAt, endedAt }) => 1440 * Math.max(0, daysBetween(startedAt, endedAt)))),
        accepted: sum(({ accepted }) => accepted),
        putAside: sum(({ rejected }) => rejected),
        deliveries: sum(({ deliveries }) => deliveries.length),
    };
}
/** In the order in which they ended. */
const endedTasksOf = (at, tasks) => tasks
    .filter(({ endedAt }) => isWithinDay(endedAt, at))
    .toSorted((a, b) => Date.parse(a.endedAt ?? '') - Date.parse(b.endedAt ?? ''))
    .map(({ pipeline, id, title, issue, status, grade }) => ({
    pipeline,
    task: id,
    title,
    issue,
    status,
    grade: grade?.letter ?? null,
    score: grade?.score ?? null,
}));
/** In the order of their numbers. */
const deliveredOf = (at, tasks) => tasks
    .flatMap(({ pipeline, id, parts }) => parts.flatMap(({ part, pull, url, pairs, state, kept, openedAt }) => pull !== null && isWithinDay(openedAt, at) ? [{ pipeline, task: id, part, number: pull, url, pairs, state, kept }] : []))
    .toSorted((a, b) => a.number - b.number);

;// CONCATENATED MODULE: ./src/report/team-report.js





/** Of each pipeline, what it did within 24 hours and how long its queue lasts. */
function pipelinesOf({ status, tasks, proposeBelow }, today) {
    const { at } = status;
    const tasksOf = Map.groupBy(tasks, ({ pipeline }) => pipeline);
    const sessionsOf = Map.groupBy(today, ({ pipeline }) => pipeline);
    return status.pipelines.map(each => {
        const own = tasksOf.get(each.pipeline) ?? [];
        const waiting = each.tasks.pending;
        const perDay = begunPerDay(at, own);
        return {
            ...each,
            day: workOf(sessionsOf.get(each.pipeline) ?? []),
            tasksEnded: endedTasksOf(at, own).length,
            queueEmptyOn: waiting === 0 || perDay === 0 ? null : doneOn(at, waiting, perDay),
            isQueueLow: each.goalShare !== null && waiting < proposeBelow,
        };
    });
}
/** Everything that the report says, from state and history alone: the same state gives the same report. */
function teamReportOf(input) {
    const { status, tasks, history, retracted, resources, partsToRead, maxWaitingReviews } = input;
    const { at, goal, pairs } = status;
    const { integration, sources } = splitTasks({ tasks, pipelines: status.pipelines });
    const integrating = new Set(status.pipelines.flatMap(({ pipeline, kind }) => (kind === 'integration' ? [pipeline] : [])));
    const producing = history.sessions.filter(({ pipeline }) => !integrating.has(pipeline));
    const known = new Set(status.pipelines.map(({ pipeline }) => pipeline));
    const today = sessionsOfDay(at, history.sessions);
    const former = today.filter(({ pipeline }) => !known.has(pipeline));
    const { accepted, putAside } = workOf(sessionsOfDay(at, producing));
    const left = Math.max(0, goal - pairs.database);
    const speed = { at, left, producing, tasks, integration };
    return {
        ...status,
        pipelines: pipelinesOf(input, today),
        left,
        day: { ...workOf(today), accepted, putAside },
        formerDay: former.length === 0 ? null : workOf(former),
        ended: endedTasksOf(at, sources),
        delivered: deliveredOf(at, sources),
        resources: withLastSessions(resources, history.sessions),
        partsToRead,
        maxWaitingReviews,
        growth: growthOf(at, integration),
        accepted: acceptedByDay(at, producing),
        speeds: { week: speedOf(speed, 7), month: speedOf(speed, 30) },
        retracted,
        damagedLines: history.damaged,
    };
}

// EXTERNAL MODULE: ./src/session-setting.js
var session_setting = __webpack_require__(1256);
// EXTERNAL MODULE: ./src/session/availability.js
var availability = __webpack_require__(8071);
// EXTERNAL MODULE: ./src/orchestrator/heartbeat.js + 1 modules
var heartbeat = __webpack_require__(801);
// EXTERNAL MODULE: ./src/session/history.js
var session_history = __webpack_require__(7306);
// EXTERNAL MODULE: ./src/commands/read-alerts.js + 1 modules
var read_alerts = __webpack_require__(2959);
// EXTERNAL MODULE: ./src/commands/survey.js + 2 modules
var commands_survey = __webpack_require__(3562);
;// CONCATENATED MODULE: ./src/commands/read-report.js













/** Of history; the speeds that a report tells go no further back. */
const readDays = 31;
/** Issues that become tasks once somebody approves them. */
async function proposalsOf({ issues }) {
    const waiting = await issues.list({ state: 'open', labels: ['needs-approval'] });
    return waiting.map(({ number, title }) => ({ number, title }));
}
async function readAll(project) {
    const survey = await (0,commands_survey/* surveyProject */.M5)(project);
    const since = (0,instant/* plusMs */.f9)(survey.at, -readDays * dayMs);
    const [history, proposals, told] = await Promise.all([
        (0,session_history/* readHistory */.L)(project.forge.state, since < (0,read_alerts/* firstMonth */.VY)(survey.at) ? since : (0,read_alerts/* firstMonth */.VY)(survey.at)),
        proposalsOf(project.forge),
        // What ticks tell each other is no reason to show nothing.
        (0,heartbeat/* readTold */.oD)(project.forge.state).catch(() => undefined),
    ]);
    const { silence = null, available = {} } = told?.state ?? {};
    const alerts = (0,read_alerts/* alertsFor */.bT)(project, survey, { told: { silence, available }, sessions: history.sessions });
    const status = statusOf({
        ...survey,
        goal: project.config.goal,
        plan: (0,commands_survey/* planFor */.bJ)(project, survey),
        history,
        proposals,
        alerts,
        pipelines: survey.pipelines.map(({ pipeline, settings, state, availability }) => ({
            pipeline,
            agent: settings.agent,
            kind: settings.kind,
            enabled: settings.enabled,
            share: 'share' in settings ? settings.share : null,
            state,
            availability,
        })),
    });
    return { survey, history, status };
}
/** Reads how everything stands; it writes nothing. */
const readStatus = async (project) => (await readAll(project)).status;
/** What is limited of the accounts that some pipeline draws on, as it stands now. */
async function accountResources({ config, book }, at) {
    const drawn = new Map();
    for (const [pipeline, settings] of Object.entries(config.pipelines)) {
        if (!settings.enabled || !(0,find_pipeline/* isRunnable */.i)(settings))
            continue;
        for (const account of (0,pipelines/* accountsOf */.s1)(settings))
            if (!drawn.has(account))
                drawn.set(account, pipeline);
    }
    const { accounts } = await book.read({ accounts: [...drawn.keys()], pipelines: [], tasks: [] });
    return [...drawn].flatMap(([name, pipeline]) => {
        const { accountLimits } = (0,session_setting/* settingOf */.y7)(config, pipeline, { forge: 'local', account: name });
        return ledger/* meters */.L2.flatMap((meter) => {
            const held = { account: { ledgers: accounts[name]?.ledgers ?? {} }, session: null };
            const ledger = (0,availability/* meteredLedger */.eR)({ metered: { scope: 'account', meter }, accountLimits, sessionLimits: {} }, held, at);
            if (ledger === undefined)
                return [];
            const { used, line, limit } = (0,availability/* budgetOf */.nT)(ledger, meter);
            return [
                { scope: 'account', name, meter, used, line, limit, resetsAt: (0,availability/* budgetResetsAt */.T9)(ledger), closed: ledger.closed === true },
            ];
        });
    });
}
/** What a pipeline itself is metered in: slots, and what one session may use. */
const pipelineResources = ({ pipelines }) => pipelines.flatMap(({ pipeline, availability }) => {
    const budget = availability?.budget;
    if (budget === undefined || budget.limit === 0 || budget.meter === 'calls')
        return [];
    const scope = budget.meter === 'slots' ? 'pipeline' : 'session';
    return [{ scope, name: pipeline, ...budget, resetsAt: null, closed: false }];
});
/** Reads everything that the Team Status Report tells; it writes nothing. */
async function readTeamReport(project) {
    const { survey, history, status } = await readAll(project);
    const { reviews, plan } = project.config;
    return teamReportOf({
        status,
        tasks: survey.tasks,
        history,
        retracted: survey.retracted,
        resources: [...(await accountResources(project, survey.at)), ...pipelineResources(status)],
        partsToRead: survey.partsToRead,
        maxWaitingReviews: reviews.maxWaiting,
        proposeBelow: plan.proposeBelow,
    });
}

;// CONCATENATED MODULE: ./src/commands/make-report.js







/** What was merged or closed unheard, by a merge queue for one: where no task waits, no session comes that would take it in. */
async function takeInEndings(project, warn) {
    const { config, book } = project;
    const endings = (0,session_endings/* createEndings */.$)((0,compose/* reviewSetupOf */.$w)(project, warn));
    for (const [pipeline, settings] of Object.entries(config.pipelines)) {
        if (!(0,find_pipeline/* isRunnable */.i)(settings))
            continue;
        try {
            await endings.settleAll(pipeline, await book.tasks(pipeline));
        }
        catch (error) {
            warn(`What became of the deliveries of ${pipeline} was left to the next run: ${(0,errors/* messageOf */.bD)(error)}`);
        }
    }
}
/** Takes in what was merged or closed, and reads the report of now, which `publish` then shows where people look. */
async function makeReport(project, warn) {
    await takeInEndings(project, warn);
    const report = await readTeamReport(project);
    const body = renderTeamReport(report);
    const category = project.config.github.report?.discussionCategory;
    return { report, body, publish: () => publishReport(project.forge, { at: report.at, body, category }) };
}
/** In some words, for whoever asked for it. */
const describePublished = ({ file, isNew, issue, url }) => `The report is ${issue === null ? url : `issue #${issue}`}, and ${file} on perpetual/state${isNew ? '' : ', which said the same already'}.`;

;// CONCATENATED MODULE: ./src/action/commands/report.js


/** The Team Status Report: on the page of the run, as a file of the day, and in the one issue that is edited from day to day. */
async function perform({ runner, project }) {
    const { body, publish } = await makeReport(project, message => runner.warning(message));
    runner.summary(`# ${reportTitle}\n\n${body}`);
    runner.info(describePublished(await publish()));
}


/***/ }),

/***/ 5680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ parseHandles),
/* harmony export */   w: () => (/* binding */ compareDelivery)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7796);
/* harmony import */ var _reviewed_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5920);



const handlePattern = /^([a-z0-9][a-z0-9-]{0,39})\.(\d{1,5})(?:-(\d{1,5}))?$/;
const expand = (written) => {
    const [, unit, from, to] = handlePattern.exec(written) ?? [];
    const wrong = (found) => new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX(`Expected handles like \`macd.3\` or \`macd.7-9\`, got ${JSON.stringify(found.slice(0, 60))}`, {
        actBy: 'fix-config',
    });
    if (unit === undefined || from === undefined)
        throw wrong(written);
    const first = Number(from);
    const count = Number(to ?? from) - first + 1;
    if (count < 1 || count > _parts_js__WEBPACK_IMPORTED_MODULE_1__/* .partLimits */ .qE.pairs)
        throw wrong(written);
    return Array.from({ length: count }, (_, i) => `${unit}.${first + i}`);
};
/** The handles in `macd.3 macd.7-9`, ranges spelled out, each once. Throws where something else stands among them, or nothing at all. */
const parseHandles = (text) => {
    const written = text.split(/[\s,]+/).filter(word => word !== '');
    if (written.length === 0)
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX('Expected handles like `macd.3` or `macd.7-9`, got none', { actBy: 'fix-config' });
    return [...new Set(written.flatMap(expand))];
};
const handlesOf = (path, text) => text === undefined ? new Map() : (0,_reviewed_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readHandles */ .y0)({ path, text });
/** Compares the files of a part, by path, as delivered and as they stand; a file that is gone lost all its pairs. Throws naming the file that cannot be read. */
const compareDelivery = (texts) => {
    const edited = [];
    const removed = [];
    let total = 0;
    let left = 0;
    for (const [path, text] of texts.delivered) {
        if (!(0,_reviewed_file_js__WEBPACK_IMPORTED_MODULE_2__/* .isReviewedPath */ .RR)(path))
            continue;
        const kept = handlesOf(path, texts.kept.get(path));
        for (const [handle, hash] of handlesOf(path, text)) {
            total++;
            const now = kept.get(handle);
            if (now === undefined)
                removed.push(handle);
            else
                left++;
            if (now !== undefined && now !== hash)
                edited.push(handle);
        }
    }
    return { delivered: total, kept: left, edited, removed };
};


/***/ }),

/***/ 5920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $0: () => (/* binding */ rejectPairs),
/* harmony export */   RR: () => (/* binding */ isReviewedPath),
/* harmony export */   y0: () => (/* binding */ readHandles)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);
/* harmony import */ var _call_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3881);
/* harmony import */ var _database_paths_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2070);
/* harmony import */ var _database_row_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6701);
/* harmony import */ var _pair_id_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3852);
/* harmony import */ var _pair_rows_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9036);






/** A file in which pairs stand that a reviewer may edit and take out: a pair file of the inbox, or a shard of the database. */
const isReviewedPath = (path) => (path.endsWith('.json') && path !== _database_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .manifestPath */ .ji) || (0,_database_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .isShardPath */ .sd)(path);
const naming = (path, read) => {
    try {
        return read();
    }
    catch (error) {
        if (!(error instanceof _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX) || error.message.includes(path))
            throw error;
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX(`${path}: ${error.message}`, { actBy: error.actBy, cause: error });
    }
};
/** The pairs of a file by handle, each with a hash of what a reviewer may change. Throws naming the file where it cannot be read. */
const readHandles = ({ path, text }) => naming(path, () => (0,_database_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .isShardPath */ .sd)(path)
    ? new Map((0,_database_row_js__WEBPACK_IMPORTED_MODULE_2__/* .parseShard */ .uK)({ path, text }).map(row => [row.handle, (0,_pair_id_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)(JSON.stringify(row))]))
    : new Map((0,_pair_rows_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePairFile */ .EU)(text).pairs.map(row => [row.handle, (0,_call_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .rowSha256 */ .UH)(row)])));
/** Takes pairs out of a file. `removed` names those that stood in it; without any the text comes back as it was. */
function rejectPairs({ path, text }, handles) {
    const wanted = new Set(handles);
    const removed = [...readHandles({ path, text }).keys()].filter(handle => wanted.has(handle));
    if (removed.length === 0)
        return { text, removed };
    if (!(0,_database_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .isShardPath */ .sd)(path)) {
        const file = (0,_pair_rows_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePairFile */ .EU)(text);
        return { text: (0,_pair_rows_js__WEBPACK_IMPORTED_MODULE_4__/* .renderPairFile */ .hz)({ ...file, pairs: file.pairs.filter(row => !wanted.has(row.handle)) }), removed };
    }
    const rows = (0,_database_row_js__WEBPACK_IMPORTED_MODULE_2__/* .parseShard */ .uK)({ path, text });
    // The lines that stay keep their bytes.
    const kept = text.split('\n').filter((_line, index) => !wanted.has(rows[index]?.handle ?? ''));
    return { text: kept.join('\n'), removed };
}


/***/ }),

/***/ 9434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ renderPie)
/* harmony export */ });
/** A Mermaid pie, which GitHub draws in Markdown; empty where no share is above 0. Labels are ours and hold no quote. */
function renderPie(title, shares) {
    const drawn = shares.filter(([, value]) => value > 0);
    if (drawn.length === 0)
        return '';
    return [
        '```mermaid',
        `pie showData title ${title}`,
        ...drawn.map(([label, value]) => `  "${label}" : ${value}`),
        '```',
        '',
    ].join('\n');
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

/***/ 6272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZU: () => (/* binding */ renderHandoff),
/* harmony export */   h1: () => (/* binding */ describeWaiting),
/* harmony export */   mU: () => (/* binding */ explainReason)
/* harmony export */ });
/* unused harmony exports renderUse, renderUsd */
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
