export const id = 6267;
export const ids = [6267];
export const modules = {

/***/ 9832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   define: () => (/* binding */ define)
/* harmony export */ });
/* harmony import */ var _report_render_status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8345);
/* harmony import */ var _read_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4866);
/* harmony import */ var _with_project_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5334);



async function status(invocation) {
    const found = await (0,_with_project_js__WEBPACK_IMPORTED_MODULE_2__/* .withProject */ .C)(invocation, project => (0,_read_report_js__WEBPACK_IMPORTED_MODULE_1__/* .readStatus */ .r)(project));
    invocation.output.result((0,_report_render_status_js__WEBPACK_IMPORTED_MODULE_0__/* .renderStatus */ .L)(found));
    return { json: found };
}
function define(command, start) {
    command.addHelpText('after', '\nExamples:\n  perpetual status\n  perpetual status --json').action(() => start(command, status));
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

/***/ 8345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ renderStatus)
/* harmony export */ });
/* harmony import */ var _domain_task_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3761);
/* harmony import */ var _domain_one_line_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9517);
/* harmony import */ var _session_handoff_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6272);
/* harmony import */ var _amount_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2150);
/* harmony import */ var _bar_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3057);
/* harmony import */ var _days_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4561);
/* harmony import */ var _describe_alert_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7020);
/* harmony import */ var _describe_decision_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8202);








const columns = 100;
const mostLines = 3;
const mostListed = 10;
const fit = (line) => (line.length <= columns ? line : `${line.slice(0, columns - 1)}…`);
/** Foreign text over some lines, the later ones indented; what is more than three lines is cut. */
function wrapped(first, text, indent) {
    const words = (0,_domain_one_line_js__WEBPACK_IMPORTED_MODULE_6__/* .oneLine */ .T)(text, mostLines * columns).split(' ');
    const lines = [];
    let line = first;
    for (const word of words) {
        if (line.length + 1 + word.length > columns && line.trim() !== '') {
            lines.push(line);
            line = indent;
        }
        line = line.endsWith(' ') || line === '' ? `${line}${word}` : `${line} ${word}`;
    }
    lines.push(line);
    const shown = lines.slice(0, mostLines);
    return lines.length <= mostLines ? shown : [...shown.slice(0, -1), `${(shown.at(-1) ?? '').slice(0, columns - 2)} …`];
}
const listed = (items, render) => [
    ...items.slice(0, mostListed).flatMap(render),
    ...(items.length > mostListed ? [`  and ${items.length - mostListed} more`] : []),
];
/** A batch pipeline may work on several tasks at once, and on none in particular. */
function workLines({ task, underWay }) {
    if (task !== null)
        return wrapped('  ', `${task.id}: ${task.calls} of about ${task.callsExpected} calls, ${task.accepted} pairs`, '    ');
    if (underWay.tasks === 0)
        return [];
    const { tasks, calls, callsExpected, accepted } = underWay;
    return [`  ${tasks} task${tasks === 1 ? '' : 's'} under way: ${calls} of about ${callsExpected} calls, ${accepted} pairs`];
}
function lastLines({ lastSession, session }, { at }) {
    if (session !== null || lastSession === null)
        return [];
    const why = lastSession.reason === null ? '' : `: ${(0,_session_handoff_js__WEBPACK_IMPORTED_MODULE_1__/* .explainReason */ .mU)(lastSession.reason)}`;
    return wrapped('  ', `last session ended ${(0,_days_js__WEBPACK_IMPORTED_MODULE_3__/* .ageOf */ .hy)(lastSession.endedAt, at)} ago${why}`, '    ');
}
function pipelineLines(each, status) {
    const { pipeline, agent, kind, availability, decision, tasks, goalShare } = each;
    const budget = availability?.budget;
    const counts = _domain_task_js__WEBPACK_IMPORTED_MODULE_0__/* .taskStatuses */ .cK.filter(state => tasks[state] > 0).map(state => `${tasks[state]} ${state}`);
    const share = goalShare === null
        ? []
        : [
            `  pairs: ${(0,_amount_js__WEBPACK_IMPORTED_MODULE_2__/* .grouped */ .zD)(goalShare.pairs)} of its ${(0,_amount_js__WEBPACK_IMPORTED_MODULE_2__/* .grouped */ .zD)(goalShare.target)} (${(0,_amount_js__WEBPACK_IMPORTED_MODULE_2__/* .percent */ .KN)(goalShare.pairs, goalShare.target)})`,
        ];
    return [
        ...wrapped('', `${pipeline} (${agent}, ${kind}): ${(0,_describe_decision_js__WEBPACK_IMPORTED_MODULE_5__/* .describeDecision */ .K)(decision)}`, '    '),
        ...(budget === undefined || budget.limit === 0 ? [] : [`  ${(0,_amount_js__WEBPACK_IMPORTED_MODULE_2__/* .useOf */ .jj)(budget)}  ${(0,_bar_js__WEBPACK_IMPORTED_MODULE_7__/* .bar */ .M)(budget.used / budget.limit, 20)}`]),
        ...workLines(each),
        ...(counts.length === 0 ? [] : wrapped('  ', `tasks: ${counts.join(', ')}`, '    ')),
        ...share,
        ...lastLines(each, status),
    ];
}
function waitingLines({ reviews, blocked, proposals, alerts, at }) {
    const lines = [];
    // What waits unread is told with its age below.
    const urgent = alerts.filter(({ type }) => type !== 'unread');
    if (urgent.length > 0)
        lines.push('', 'A person is needed:', ...listed(urgent, alert => wrapped('  ', (0,_describe_alert_js__WEBPACK_IMPORTED_MODULE_4__/* .describeAlert */ .E)(alert), '      ')));
    if (reviews.length > 0)
        lines.push('', 'Waiting for a review:', ...listed(reviews, ({ number, task, part, pairs, openedAt }) => wrapped('  ', `#${number}  ${task} part ${part}, ${pairs} pairs${openedAt === null ? '' : `, for ${(0,_days_js__WEBPACK_IMPORTED_MODULE_3__/* .ageOf */ .hy)(openedAt, at)}`}`, '      ')));
    if (blocked.length > 0)
        lines.push('', 'Blocked, until a person acts:', ...listed(blocked, ({ task, reason }) => wrapped('  ', `${task}: ${reason}`, '      ')));
    if (proposals.length > 0)
        lines.push('', 'Waiting to be approved as tasks:', ...listed(proposals, ({ number, title }) => wrapped('  ', `#${number}  ${title}`, '      ')));
    return lines;
}
/** For a terminal, at most 100 columns. */
function renderStatus(status) {
    const { pairs, goal } = status;
    return [
        `${status.paused ? 'PAUSED. ' : ''}${(0,_amount_js__WEBPACK_IMPORTED_MODULE_2__/* .grouped */ .zD)(pairs.database)} of ${(0,_amount_js__WEBPACK_IMPORTED_MODULE_2__/* .grouped */ .zD)(goal)} pairs are in the database (${(0,_amount_js__WEBPACK_IMPORTED_MODULE_2__/* .percent */ .KN)(pairs.database, goal)})  ${(0,_bar_js__WEBPACK_IMPORTED_MODULE_7__/* .bar */ .M)(pairs.database / goal, 30)}`,
        `${pairs.underWay} pairs are under way, ${pairs.waiting} wait for a review, ${pairs.toIntegrate} of ${pairs.merged} merged ones wait for integration.`,
        '',
        ...status.pipelines.flatMap(each => pipelineLines(each, status)),
        ...waitingLines(status),
    ]
        .map(fit)
        .join('\n');
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


/***/ })

};
