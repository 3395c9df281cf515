export const id = 567;
export const ids = [567];
export const modules = {

/***/ 6918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  answerIssueEvent: () => (/* binding */ answerIssueEvent)
});

// EXTERNAL MODULE: ./src/dataset/markdown.js
var markdown = __webpack_require__(4257);
// EXTERNAL MODULE: ./src/forge/github/markers.js
var markers = __webpack_require__(6306);
// EXTERNAL MODULE: ./src/commands/queues.js
var queues = __webpack_require__(4118);
// EXTERNAL MODULE: ./src/domain/task-forms/forms.js + 1 modules
var task_forms_forms = __webpack_require__(2919);
;// CONCATENATED MODULE: ./src/domain/task-forms/choose-pipeline.js

/** The pipeline that takes a form up: the one it names, else its usual one, else the only one of its kind. */
function choosePipeline({ form, pipeline }, pipelines) {
    const { kind, usualPipeline, name } = task_forms_forms/* forms */.uO[form];
    const fitting = Object.keys(pipelines).filter(each => pipelines[each]?.kind === kind);
    const asked = pipeline ?? (fitting.includes(usualPipeline) || fitting.length !== 1 ? usualPipeline : fitting[0]);
    if (asked !== undefined && fitting.includes(asked))
        return { type: 'chosen', pipeline: asked };
    if (fitting.length === 0)
        return { type: 'invalid', problem: `No pipeline of kind ${kind}, which takes up ${name}, is in \`.github/perpetual.yml\`.` };
    const known = `“Pipeline” must be one of ${fitting.join(', ')} for this form`;
    return { type: 'invalid', problem: pipeline === null ? `${known}.` : `${known}, and is “${pipeline.slice(0, 60)}”.` };
}

// EXTERNAL MODULE: ./src/domain/task-forms/read-task-form.js
var read_task_form = __webpack_require__(417);
// EXTERNAL MODULE: ./src/domain/body-text.js
var body_text = __webpack_require__(7918);
;// CONCATENATED MODULE: ./src/session/intake-comments.js



// GitHub takes 65,536 characters. Escaping makes at most ten of one, so these limits keep every comment below that.
const mostLines = 20;
const longestLine = 120;
const longestProblem = 200;
const longestSource = 30_000;
const cut = (text, most) => (text.length > most ? `${text.slice(0, most).toWellFormed()}…` : text);
const listOf = (lines, most) => [
    ...lines.slice(0, mostLines).map(line => `- ${(0,markdown/* escapeMarkdown */.FV)(cut(line, most))}`),
    ...(lines.length > mostLines ? [`- and ${lines.length - mostLines} more.`] : []),
];
/** What is taken up: everything in it that is not ours is escaped. */
const describe = ({ id, pipeline, priority, title }) => `task \`${id}\` of the pipeline \`${pipeline}\`, priority ${priority}: ${(0,markdown/* escapeMarkdown */.FV)(title)}`;
/** Says that the task is in the queue, and what comes. `runs` is false where no session of its pipeline begins at present. */
const renderAccepted = (task, runs) => [
    `**Accepted** as ${describe(task)}`,
    '',
    'The text is kept as it was when it was accepted; later edits do not count.',
    runs
        ? `A session of \`${task.pipeline}\` takes it up in its turn: by priority, then by age. Results come as pull requests, and each session leaves its handoff here.`
        : `No session of \`${task.pipeline}\` begins at present: the pipeline is switched off, or this version of Perpetual does not run its kind yet. The task waits until one does.`,
    '',
    'Someone with write access can stop it with the label `status:blocked`, and let it go on with `status:pending`.',
].join('\n');
/** HTML, links and their definitions, and characters nobody sees (but the two that choose how an emoji looks): where what is read is more than what is shown. */
const intake_comments_hidden = /<[!?/a-z]|\]\(|\]:|(?![\t\n]|\ufe0e|\ufe0f)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/iu;
const escapeInvisible = (text) => text.replaceAll(/(?!\t|\ufe0e|\ufe0f)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu, character => (0,body_text/* escapeAll */.FO)(character));
/** The source of a text that hides something; each line begins with ours, so that none can end the fence. */
function renderSource(body) {
    const text = (0,body_text/* normalizeBody */.Cs)(body);
    if (!intake_comments_hidden.test(text))
        return [];
    const lines = text.split('\n').map(line => `| ${escapeInvisible(line)}`);
    const source = lines.join('\n');
    return [
        '',
        '**Look at the source before you approve:** it holds HTML, links or invisible characters, so GitHub does not show all that a model would read.',
        '',
        '<details><summary>Source</summary>',
        '',
        '```text',
        cut(source, longestSource),
        '```',
        '',
        ...(source.length > longestSource ? ['It is longer; the rest stands in the issue’s own source.', ''] : []),
        '</details>',
    ];
}
/** Says who must go ahead, and with what. */
const renderWaiting = (request, { pipeline, body }) => [
    '**Waits for someone with write access.** Anybody may propose a task; work on it begins when somebody who may write to this repository applies the label `approved`.',
    '',
    `It would become ${describe({ ...request, id: request.task, pipeline })}`,
    '',
    ...listOf(request.contents, longestLine),
    '',
    'The text is frozen when the label is applied; what it says then counts, and later edits do not.',
    ...renderSource(body),
].join('\n');
const allForms = () => task_forms_forms/* formNames */.Pb.map(name => `- ${task_forms_forms/* forms */.uO[name].name}: ${task_forms_forms/* forms */.uO[name].headings.map(heading => `\`### ${heading}\``).join(', ')}`);
/** Says what is wrong and how to mend it; `form` is undefined where no form can be told. */
const renderInvalid = (form, problems) => [
    `**This cannot become a task yet.**${form === undefined ? '' : ` It was read as ${task_forms_forms/* forms */.uO[form].name}.`}`,
    '',
    ...listOf(problems, longestProblem),
    ...(form === undefined ? ['', 'The headings of the forms:', '', ...allForms()] : []),
    '',
    "Edit the issue's text, and this comment follows. A text to begin with:",
    '',
    '```markdown',
    task_forms_forms/* forms */.uO[form ?? 'research'].example.trimEnd(),
    '```',
].join('\n');
const renderFrozen = (task) => [
    `**The edit does not count.** Task \`${task.id}\` goes by the text with which it was accepted.`,
    '',
    'To have another text worked on, open a new issue with it, under another id; someone with write access can stop this one with the label `status:blocked`.',
    `The same text once more, after this one has ended: \`perpetual tasks redo ${task.id}\`.`,
].join('\n');
/** Says why a label had no effect; `label` is one of ours. */
const renderRefused = (label, because) => `**\`${label}\` had no effect.** ${because}`;

;// CONCATENATED MODULE: ./src/session/intake-people.js
const isSame = (a, b) => a.toLowerCase() === b.toLowerCase();
const isPerson = ({ login, type }) => type === 'User' && !login.endsWith('[bot]');
function createIntakePeople(people) {
    const asked = new Map();
    const isOwn = ({ login }) => isSame(login, people.account);
    const mayAct = async (account) => {
        if (!isPerson(account))
            return false;
        const answer = asked.get(account.login) ?? people.mayWrite(account.login);
        asked.set(account.login, answer);
        return answer;
    };
    const mayBegin = async ({ action, label, issue, sender }) => {
        if (action === 'labeled' && label === 'approved')
            return mayAct(sender);
        // Whose account it is counts, and who touched it last: an issue of a writer that somebody else reopened proves nothing.
        return (await mayAct(issue.author)) && (isSame(sender.login, issue.author.login) || (await mayAct(sender)));
    };
    /** Where the automation uses a person's token, that person's issues and approvals count; the labels that it sets by itself do not. */
    const isOwnDoing = ({ action, label, sender }) => isOwn(sender) && (!isPerson(sender) || (action === 'labeled' && label !== 'approved'));
    return { isOwn, isOwnDoing, isPerson, mayAct, mayBegin };
}

;// CONCATENATED MODULE: ./src/session/intake-setup.js
const agentOf = ({ pipelines }, { pipeline }) => (Object.hasOwn(pipelines, pipeline) ? pipelines[pipeline]?.agent : undefined) ?? pipeline;

// EXTERNAL MODULE: ./src/session/projection.js
var projection = __webpack_require__(5434);
;// CONCATENATED MODULE: ./src/session/intake-task.js




const intake_task_markers = { answer: 'intake', edits: 'intake-edits', command: 'intake-command' };
const answerMarker = intake_task_markers.answer;
const commands = { 'status:pending': 'pending', 'status:blocked': 'blocked' };
const commandOf = (label) => (label !== null && Object.hasOwn(commands, label) ? commands[label] : undefined);
const sameText = (a, b) => (0,body_text/* normalizeBody */.Cs)(a).trim() === (0,body_text/* normalizeBody */.Cs)(b).trim();
const isEnded = ({ status }) => status === 'completed' || status === 'rejected';
const redo = (task) => `A second attempt beside it: \`perpetual tasks redo ${task.id}\`.`;
function createTaskIntake(setup, people) {
    const { issues, book, clock } = setup;
    const mend = (task, issue) => (0,projection/* project */.Cv)({ issues }, { task, agent: agentOf(setup, task), ...(issue === undefined ? {} : { issue }) });
    const welcome = async (task, issue) => {
        await mend(task, issue);
        const runs = Object.hasOwn(setup.pipelines, task.pipeline) && setup.pipelines[task.pipeline]?.runs === true;
        await issues.comment(task.issue ?? 0, { marker: intake_task_markers.answer, body: renderAccepted(task, runs) });
        return { type: 'accepted', pipeline: task.pipeline, task: task.id };
    };
    const refuse = async (task, { label, because }) => {
        await issues.comment(task.issue ?? 0, { marker: intake_task_markers.command, body: renderRefused(label, because) });
        return { type: 'refused', task: task.id, because };
    };
    const unchanged = async (task) => {
        await mend(task);
        return { type: 'unchanged', task: task.id };
    };
    const command = async (event, task, status) => {
        const label = `status:${status}`;
        const result = await book.apply({
            type: 'command-task',
            // Running the workflow of an event again does not command again.
            operation: `label/${event.issue.number}/${status}/${event.at}`,
            pipeline: task.pipeline,
            now: clock.now(),
            task: task.id,
            status,
            reason: status === 'blocked' ? `${event.sender.login} stopped it with the label ${label}.` : null,
        });
        const current = result.type === 'fenced' ? task : (result.state.tasks[task.id] ?? task);
        await mend(current);
        if (result.type === 'changed')
            return { type: 'commanded', task: task.id, status };
        if (result.type === 'already' || task.status === status)
            return { type: 'unchanged', task: task.id };
        return refuse(task, {
            label,
            because: `Task \`${task.id}\` is ${task.status}. ${isEnded(task) ? redo(task) : 'It goes on.'}`,
        });
    };
    const labeled = async (event, task) => {
        const status = commandOf(event.label);
        if (status === undefined)
            return unchanged(task);
        if (await people.mayAct(event.sender))
            return command(event, task, status);
        if (!people.isPerson(event.sender))
            return unchanged(task);
        await mend(task);
        return refuse(task, { label: `status:${status}`, because: 'It counts when someone with write access applies it.' });
    };
    const edited = async (event, task) => {
        const current = await issues.get(event.issue.number);
        if (current === undefined || (sameText(current.body, task.body) && !event.isRenamed))
            return unchanged(task);
        await issues.comment(event.issue.number, { marker: intake_task_markers.edits, body: renderFrozen(task) });
        return { type: 'frozen', task: task.id };
    };
    const reopened = async (task) => {
        await mend(task);
        if (!isEnded(task))
            return { type: 'unchanged', task: task.id };
        const because = `Task \`${task.id}\` is ${task.status}, so the issue is closed again. ${redo(task)}`;
        return refuse(task, { label: 'Reopening', because });
    };
    return {
        welcome,
        handle: async (event, task) => {
            if (event.action === 'edited')
                return edited(event, task);
            if (event.action === 'reopened')
                return reopened(task);
            if (event.action === 'labeled' && event.label !== 'approved')
                return labeled(event, task);
            // Nobody waits for an answer to an import; any other issue is answered, should the first answer have failed.
            const isImported = people.isOwn(event.issue.author) || setup.readMarked(event.issue.body)?.marker === `task:${task.pipeline}/${task.id}`;
            return isImported ? unchanged(task) : welcome(task);
        },
    };
}

// EXTERNAL MODULE: ./src/session/proposal-marker.js
var proposal_marker = __webpack_require__(8729);
// EXTERNAL MODULE: ./src/session/task-book.js + 1 modules
var task_book = __webpack_require__(2674);
;// CONCATENATED MODULE: ./src/session/intake.js










const ignored = (because) => ({ type: 'ignored', because });
const takenBy = (id, { issue }) => `The id “${id}” is taken by ${issue === null ? 'another task' : `issue ${issue}`}; put another one before the title, such as “${id.slice(0, 57)}-2: …”.`;
/** Whether the labels of an issue say that it is meant as a task. */
const isMarked = (labels) => labels.some(projection/* isOurs */.MU);
const isSignal = (label) => label !== null && ((0,projection/* isOurs */.MU)(label) || label === 'approved');
function createIntake(setup) {
    const { issues, book, clock, pipelines } = setup;
    const people = createIntakePeople(setup.people);
    const tasks = createTaskIntake(setup, people);
    /** What was written, without a marker. */
    const textOf = (body) => setup.readMarked(body)?.body ?? body;
    const read = (body, known) => {
        const form = (0,read_task_form/* readTaskForm */.a)(body, { isMeant: true });
        if (form.type === 'none')
            return { type: 'invalid', form: undefined, problems: ['Its text has none of the headings of a form.'] };
        if (form.type === 'invalid')
            return form;
        const { request } = form;
        const chosen = choosePipeline(request, pipelines);
        if (chosen.type === 'invalid')
            return { type: 'invalid', form: request.form, problems: [chosen.problem] };
        const { pipeline } = chosen;
        const owner = known.find(task => task.pipeline === pipeline && task.id === request.task);
        if (owner !== undefined)
            return { type: 'invalid', form: request.form, problems: [takenBy(request.task, owner)] };
        return { type: 'ready', request, pipeline };
    };
    /** Labels and answers an issue that is no task; `approved` goes, so that it can be applied again once it may count. */
    const answer = async (issue, labels, body) => {
        const next = [...labels, ...issue.labels.filter(label => !(0,projection/* isOurs */.MU)(label) && label.toLowerCase() !== 'approved')];
        if (!(0,projection/* areSameLabels */.i4)(next, issue.labels))
            await issues.update(issue.number, { labels: next });
        await issues.comment(issue.number, { marker: answerMarker, body });
    };
    const refuse = async (issue, { form, problems }) => {
        await answer(issue, ['status:invalid'], renderInvalid(form, problems));
        return { type: 'invalid', problems };
    };
    const taskOf = ({ request, pipeline }, { number, body }) => {
        const { task: id, title, priority } = request;
        const rest = { issue: number, body: textOf(body), createdAt: clock.now(), redoes: null };
        return (0,task_book/* newTask */.e)({ id, title, priority, pipeline, order: 0 }, rest);
    };
    const wait = async (issue, ready) => {
        const { request, pipeline } = ready;
        const task = taskOf(ready, issue);
        const labels = (0,projection/* labelsOf */.PC)(task, agentOf(setup, task)).filter(label => !label.startsWith('status:'));
        await answer(issue, [...labels, 'needs-approval'], renderWaiting(request, { pipeline, body: issue.body }));
        return { type: 'waiting', pipeline, task: request.task };
    };
    const accept = async (event, issue, ready) => {
        const task = taskOf(ready, event.issue);
        const { pipeline } = task;
        const operation = `accept/${event.issue.number}`;
        const result = await book.apply({ type: 'accept-task', operation, pipeline, now: clock.now(), task });
        if (result.type === 'changed')
            return tasks.welcome(task, issue);
        const known = await book.tasks();
        const own = known.find(each => each.issue === issue.number);
        if (own !== undefined)
            return tasks.welcome(own, issue);
        const owner = known.find(each => each.pipeline === pipeline && each.id === task.id);
        return refuse(issue, { form: ready.request.form, problems: [takenBy(task.id, owner ?? { issue: null })] });
    };
    /** An import makes its issue first and the task a moment later: then it is the import's. A copied marker is nobody's. */
    const isBeingImported = (body, known) => {
        const marker = setup.readMarked(body)?.marker;
        return (marker !== undefined && marker.startsWith('task:') && !known.some(task => marker === `task:${task.pipeline}/${task.id}`));
    };
    const isProposal = (body) => setup.readMarked(body)?.marker.startsWith(proposal_marker/* proposalPrefix */.m) === true;
    /** What the automation made by itself waits for a person, or is being imported. */
    const isOwnBusiness = ({ label, issue }, known) => people.isOwn(issue.author) && !people.isPerson(issue.author) && (label !== 'approved' || isBeingImported(issue.body, known));
    const handleIssue = async (event, known) => {
        const issue = await issues.get(event.issue.number);
        if (issue === undefined || issue.state === 'closed')
            return ignored('The issue is not open any more.');
        const may = await people.mayBegin(event);
        const isApproved = event.label === 'approved';
        if (may && !isApproved && isBeingImported(event.issue.body, known))
            return ignored('The issue is being imported.');
        // The automation may write as a person whose own issues begin at once.
        if (may && !isApproved && isProposal(event.issue.body))
            return ignored('It is a proposal, which waits for the label `approved`.');
        // What begins is the text that the event shows; whoever cannot begin anything is told about the text as it is now.
        const reading = read(may ? textOf(event.issue.body) : issue.body, known);
        if (reading.type === 'invalid')
            return refuse(issue, reading);
        return may ? accept(event, issue, reading) : wait(issue, reading);
    };
    /** Told from the event alone, so that the issues and labels that people use for other things cost no request. */
    const isAboutTask = ({ action, label, issue }) => {
        if (action === 'labeled' && !isSignal(label))
            return false;
        return isMarked(issue.labels.filter(each => each !== label)) || (0,task_forms_forms/* recognizeForm */.J0)(issue.body, false) !== undefined;
    };
    return {
        handle: async (event) => {
            if (people.isOwnDoing(event))
                return ignored('The automation did it itself.');
            if (!isAboutTask(event))
                return ignored('The issue is about something else.');
            await book.refresh();
            const known = await book.tasks();
            const task = known.find(each => each.issue === event.issue.number);
            if (task !== undefined)
                return tasks.handle(event, task);
            return isOwnBusiness(event, known) ? ignored('The automation made the issue itself.') : handleIssue(event, known);
        },
    };
}

// EXTERNAL MODULE: ./src/session/intake-event.js
var intake_event = __webpack_require__(3997);
;// CONCATENATED MODULE: ./src/action/answer-issue-event.js





function explain(result) {
    switch (result.type) {
        case 'ignored':
            return `Nothing was done: ${result.because}`;
        case 'accepted':
            return `The issue is now task ${result.task} of ${result.pipeline}.`;
        case 'waiting':
            return `The issue would be task ${result.task} of ${result.pipeline}; it waits for someone with write access to label it \`approved\`.`;
        case 'invalid':
            return `The issue is no task yet: ${result.problems.join(' ')}`;
        case 'frozen':
            return `Task ${result.task} goes on with the text that was approved.`;
        case 'commanded':
            return `Task ${result.task} is now ${result.status}.`;
        case 'refused':
            return `Nothing was done about task ${result.task}: ${result.because}`;
        case 'unchanged':
            return `Task ${result.task} is as it was.`;
    }
}
/** An issue as a task: accepted, answered, or commanded. */
async function answerIssueEvent({ context, project, runner }) {
    const { forge, book, clock, config } = project;
    const event = (0,intake_event/* readIntakeEvent */.f)(context.payload);
    if (event === undefined || forge.society === undefined)
        return;
    const { people } = forge.society;
    const pipelines = (0,queues/* intakePipelinesOf */.j)(config);
    const intake = createIntake({ issues: forge.issues, people, book, clock, pipelines, readMarked: markers/* readMarked */.H });
    const result = await intake.handle(event);
    if ('task' in result)
        runner.output('task', result.task);
    runner.info(explain(result));
    runner.summary(`Issue #${event.issue.number}: ${(0,markdown/* escapeMarkdown */.FV)(explain(result))}`);
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

/***/ 8660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lo: () => (/* binding */ reviewStates),
/* harmony export */   Ws: () => (/* binding */ difficulties),
/* harmony export */   XQ: () => (/* binding */ citationSchema),
/* harmony export */   c2: () => (/* binding */ pairSchema),
/* harmony export */   jL: () => (/* binding */ scoresSchema),
/* harmony export */   mB: () => (/* binding */ questionTypes),
/* harmony export */   zu: () => (/* binding */ pairVersion)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7821);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(795);


const pairVersion = 1;
const questionTypes = [
    'definition',
    'calculation',
    'interpretation',
    'comparison',
    'strategy',
    'pitfall',
    'example',
    'history',
];
const difficulties = ['beginner', 'intermediate', 'advanced'];
const citationSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    n: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive(),
    url: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    title: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    published_at: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    accessed_at: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    quote: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    quote_sha256: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    /** Partial ratio of the quote against the cited page's text, 0 to 100. */
    match_score: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(100),
});
const scoresSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    faithfulness: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(5),
    correctness: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(5),
    completeness: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(5),
    self_contained: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(5),
    usefulness: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(5),
    clarity: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(5),
});
const reviewStates = ['unreviewed', 'merged-unread', 'sampled', 'checked', 'edited'];
/** A question-and-answer pair with all that is known about it. Every key is always there, one type a key, so that a viewer infers one schema. */
const pairSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    schema_version: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(pairVersion),
    indicator_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    indicator: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    topic: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    facet: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    audience: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    question_type: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(questionTypes),
    difficulty: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(difficulties),
    language: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    handle: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    question: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    answer: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    short_answer: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    worked_example: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    citations: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(citationSchema),
    generation: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        pipeline: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        agent: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        task: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        session: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        prompt_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        prompt_sha256: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        model_requested: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        model_served: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        provider: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        generation_ids: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
        input_tokens: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative(),
        output_tokens: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative(),
        /** This pair's share of what its calls cost, US dollars; -1 where the provider did not say. */
        cost_usd: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
        created_at: _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .instantSchema */ .p8,
    }),
    judge: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        model: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        rubric: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        ...scoresSchema.shape,
        verdict: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    }),
    dedup: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ question_sha256: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), nearest_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), jaccard: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(1) }),
    review: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        state: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(reviewStates),
        reviewer: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        reviewed_at: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        pull_request: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        notes: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    }),
    flags: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    license: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
});


/***/ }),

/***/ 1151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ indicatorSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7821);

const indicatorSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).max(120),
    family: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).max(60),
    brief: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).max(4000),
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

/***/ 6086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZL: () => (/* binding */ cutBody),
/* harmony export */   dr: () => (/* binding */ cutTitle)
/* harmony export */ });
/* unused harmony export maxBody */
/** GitHub's limits in characters; longer texts are refused. */
const maxBody = 65_536;
const maxTitle = 256;
/** Whether a line is inside of a table or a code block, where a cut would break what is rendered. */
const openFence = (lines) => {
    let fence;
    for (const line of lines) {
        const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
        if (mark === undefined)
            continue;
        if (fence === undefined)
            fence = mark;
        else if (mark[0] === fence[0] && mark.length >= fence.length && line.trim() === mark)
            fence = undefined;
    }
    return fence;
};
/** Whole folds only: a `<details>` that is not closed would swallow what follows. */
const openFolds = (lines) => Math.max(0, lines.filter(line => /^\s*<details/i.test(line)).length - lines.filter(line => /<\/details>\s*$/i.test(line)).length);
const isTableRow = (line) => line !== undefined && /^\s*\|/.test(line);
/** A surrogate pair stays whole. */
const sliceText = (text, end) => text.slice(0, /[\uD800-\uDBFF]/.test(text[end - 1] ?? '') ? end - 1 : end);
/** Cuts a text that is too long at the end of a line, out of tables where one begins late, and closes what is open. */
const cutBody = (text, { reserved = 0, limit = maxBody, link } = {}) => {
    if (text.length + reserved <= limit)
        return text;
    const notice = link === undefined
        ? '\n\n_Cut: this is longer than GitHub takes._'
        : `\n\n_Cut: this is longer than GitHub takes. [The whole](${link})._`;
    const room = limit - reserved - notice.length - 200;
    const kept = sliceText(text, room);
    const lines = kept.split('\n');
    const whole = lines.length > 1 ? lines.slice(0, -1) : lines;
    let end = whole.length;
    while (end > 0 && isTableRow(whole[end - 1]) && whole.length - end < 200)
        end -= 1;
    const result = end > whole.length / 2 && !isTableRow(whole[end - 1]) ? whole.slice(0, end) : whole;
    const fence = openFence(result);
    const closing = [
        ...(fence === undefined ? [] : [fence]),
        ...Array.from({ length: Math.min(openFolds(result), 10) }, () => '</details>'),
    ];
    return [...result, ...closing].join('\n').trimEnd() + notice;
};
const cutTitle = (title) => {
    const line = title.replaceAll(/\s+/g, ' ').trim();
    return line.length <= maxTitle ? line : `${sliceText(line, maxTitle - 1)}…`;
};


/***/ }),

/***/ 6306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ readMarked),
/* harmony export */   P: () => (/* binding */ withMarker)
/* harmony export */ });
/* harmony import */ var _cut_body_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6086);

/** Only at the very end and on a line of its own, as the automation writes it: a text that is quoted may imitate one. */
const whole = /^<!-- perpetual-(issue|comment|discussion) ([\w.!~*'()%-]+) -->\s*$/;
/** The body without its marker; the marker counts only together with the author. */
const readMarked = (text) => {
    // From its last beginning on, so that a stranger's 65,536 line breaks take no quadratic time.
    const start = text.lastIndexOf('<!-- perpetual-');
    const isOwnLine = start === 0 || text[start - 1] === '\n';
    const found = isOwnLine ? whole.exec(text.slice(start)) : null;
    if (found === null)
        return undefined;
    const [, kind = '', encoded = ''] = found;
    let end = start;
    while (text[end - 1] === '\n')
        end -= 1;
    try {
        return { body: text.slice(0, end), kind, marker: decodeURIComponent(encoded) };
    }
    catch {
        return undefined;
    }
};
const render = (kind, marker) => `<!-- perpetual-${kind} ${encodeURIComponent(marker)} -->`;
/** A body with its marker at the end, hidden from readers, and within GitHub's limit. */
const withMarker = (body, kind, marker) => {
    const rendered = render(kind, marker);
    const text = (0,_cut_body_js__WEBPACK_IMPORTED_MODULE_0__/* .cutBody */ .ZL)(body, { reserved: rendered.length + 2 });
    return text === '' ? rendered : `${text}\n\n${rendered}`;
};


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
