export const id = 9577;
export const ids = [9577];
export const modules = {

/***/ 9577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  define: () => (/* binding */ plan_define),
  describePlan: () => (/* binding */ describePlan)
});

// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(9131);
// EXTERNAL MODULE: ./src/dataset/markdown.js
var markdown = __webpack_require__(4257);
// EXTERNAL MODULE: ./src/domain/one-line.js
var one_line = __webpack_require__(9517);
// EXTERNAL MODULE: ./src/domain/instant.js
var instant = __webpack_require__(795);
// EXTERNAL MODULE: ./src/domain/ledger.js
var ledger = __webpack_require__(1841);
// EXTERNAL MODULE: ./src/report/amount.js
var amount = __webpack_require__(2150);
// EXTERNAL MODULE: ./src/report/bar.js
var bar = __webpack_require__(3057);
// EXTERNAL MODULE: ./src/report/describe-decision.js
var describe_decision = __webpack_require__(8202);
;// CONCATENATED MODULE: ./src/report/render-plan.js







/** What a terminal is expected to show in a line. */
const columns = 100;
const percentOf = ({ behind }) => (behind === null ? '–' : `${Math.round(behind * 100)} %`).padStart(6);
const budgetOf = ({ budget }) => {
    if (budget === null || budget.limit === 0)
        return '–';
    const { meter, used, line } = budget;
    return `${(0,bar/* bar */.M)(line === 0 ? 1 : used / line, 8)} ${(0,amount/* amountOf */.MT)(meter, used)} of ${(0,amount/* amountOf */.MT)(meter, line)} ${ledger/* meterWords */.D[meter]}`;
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
        const use = budget === null || budget.limit === 0 ? '' : useOf(budget);
        return `| ${rank} | ${pipeline} | ${agent} | ${escapeMarkdown(decisionOf(each, reviews))} | ${percentOf(each).trim()} | ${use} |`;
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

// EXTERNAL MODULE: ./src/commands/survey.js
var commands_survey = __webpack_require__(8944);
// EXTERNAL MODULE: ./src/commands/with-project.js
var with_project = __webpack_require__(5334);
;// CONCATENATED MODULE: ./src/commands/plan.js




const optionsSchema = schemas/* object */.Ikc({ force: schemas/* boolean */.zMY().default(false) });
/** The plan as people read it, and as it is; it writes nothing. */
async function readPlan(project, force) {
    const survey = await (0,commands_survey/* surveyProject */.M5)(project, { force });
    const planned = (0,commands_survey/* planFor */.bJ)(project, survey);
    return { planned, text: renderPlan(planned, { waiting: survey.partsToRead, most: project.config.reviews.maxWaiting }) };
}
const describePlan = async (project) => (await readPlan(project, false)).text;
async function plan(invocation, force) {
    const { planned, text } = await (0,with_project/* withProject */.C)(invocation, project => readPlan(project, force));
    invocation.output.result(text);
    return { json: planned };
}
const help = `
It looks and writes nothing. Of the pipelines that can work the one that is most behind its share of
the goal comes first; those that share an account take turns. The columns are the rank, how much of
its share of the goal is missing, what is used of the budget up to the line at which a session stops,
and whether it starts now or what it waits for. \`perpetual up\` and the workflow start what stands
here; \`perpetual run\` starts one pipeline whose turn it is not.

Examples:
  perpetual plan
  perpetual plan --force        as if no cooldown, schedule, order or waiting review held it back
  perpetual plan --json`;
function plan_define(command, start) {
    command
        .option('--force', 'look past schedule, cooldown and waiting; never past a budget or a live claim')
        .addHelpText('after', help)
        .action(() => {
        const { force } = optionsSchema.parse(command.opts());
        return start(command, invocation => plan(invocation, force));
    });
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


/***/ })

};
