export const id = 1947;
export const ids = [1947];
export const modules = {

/***/ 3190:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ readSeeds),
/* harmony export */   g: () => (/* binding */ readAddedTask)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8321);
/* harmony import */ var _config_show_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(467);
/* harmony import */ var _config_task_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1051);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9763);
/* harmony import */ var _domain_issue_body_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8306);
/* harmony import */ var _domain_task_forms_seed_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1307);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7074);









const refuse = (message) => new _domain_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .PerpetualError */ .nX(message, { actBy: 'fix-config' });
/** On GitHub the committed task files count, as the committed configuration does; a clone may not have them yet. */
async function readCommitted({ forge: { contents }, config: { pipelines } }) {
    const head = await contents.head();
    const paths = (await contents.list(head, 'tasks')).filter(_config_task_file_js__WEBPACK_IMPORTED_MODULE_3__/* .isTaskFile */ .gC);
    const texts = await contents.read(head, paths);
    return [...texts].map(([file, content]) => ({ file, seeds: (0,_config_task_file_js__WEBPACK_IMPORTED_MODULE_3__/* .parseTaskFile */ .Lu)(content, file, (0,_config_task_file_js__WEBPACK_IMPORTED_MODULE_3__/* .pipelineOf */ .gQ)(file, pipelines)) }));
}
async function readFromDisk(folder, files, { config }) {
    const top = files.length > 0 ? folder : await (0,_repository_js__WEBPACK_IMPORTED_MODULE_7__/* .workTreeOf */ .F)(folder);
    const paths = files.length > 0 ? files.map(file => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(file)) : (await (0,_config_task_file_js__WEBPACK_IMPORTED_MODULE_3__/* .listTaskFiles */ .LC)(top)).map(file => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(top, file));
    const read = [...new Set(paths)].map(async (path) => {
        const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(top, path);
        const file = inside.startsWith('..') ? path : inside;
        return { file, seeds: await (0,_config_task_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readTaskFile */ .wS)(path, file, config.pipelines) };
    });
    return Promise.all(read);
}
/** The tasks of the named files, or of all in `tasks/`; all are read and checked before any is used. */
async function readSeeds(project, { folder, files }) {
    const isCommitted = project.forge.kind === 'github' && files.length === 0;
    const found = isCommitted ? await readCommitted(project) : await readFromDisk(folder, files, project);
    if (found.length === 0)
        throw refuse('Expected task files in tasks/, found none. `perpetual init` copies some.');
    const owners = new Map();
    for (const { file, seeds } of found) {
        for (const seed of seeds) {
            const name = `${seed.pipeline}/${seed.id}`;
            const owner = owners.get(name);
            if (owner !== undefined)
                throw refuse(`Expected every task to have an id of its own, got \`${seed.id}\` in ${owner} and in ${file}`);
            owners.set(name, file);
        }
    }
    return found.flatMap(each => each.seeds);
}
async function readText(file) {
    const body = file === '-' ? await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_2__.text)(process.stdin) : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8').catch(() => undefined);
    if (body === undefined)
        throw refuse(`Expected a file with the text of a task, found none at ${(0,_config_show_js__WEBPACK_IMPORTED_MODULE_8__/* .show */ .WU)(file)}`);
    return body;
}
/** The options that belong to the other kind of pipeline are refused and not left out in silence. */
function textOf(kind, { title, brief, videos, questions }) {
    if (title === undefined)
        throw refuse('Expected a file with the text of a task, or `--title`, got neither');
    if (kind === 'batch') {
        if (brief !== undefined)
            throw refuse('Expected `--brief` with a research pipeline only; a batch has `--question`');
        return (0,_domain_task_forms_seed_text_js__WEBPACK_IMPORTED_MODULE_6__/* .batchText */ .uG)({ title, videos, questions });
    }
    if (videos.length > 0 || questions.length > 0)
        throw refuse('Expected `--video` and `--question` with a batch pipeline only; a topic has `--brief`');
    return (0,_domain_task_forms_seed_text_js__WEBPACK_IMPORTED_MODULE_6__/* .topicText */ .F3)({ title, brief: brief ?? '' });
}
const isEmpty = ({ title, brief, videos, questions }) => title === undefined && brief === undefined && videos.length + questions.length === 0;
/** A task from the text that an issue would have, or from values. Throws `fix-config` with everything that its author must mend. */
async function readAddedTask(added, config) {
    const { file, values, priority, order } = added;
    const pipeline = (0,_config_task_file_js__WEBPACK_IMPORTED_MODULE_3__/* .findSeedPipeline */ .lM)(added.pipeline, config.pipelines, { wanted: 'a research or batch pipeline' });
    if (file !== undefined && !isEmpty(values))
        throw refuse('Expected either a file or `--title`, `--brief`, `--video` and `--question`, got both');
    const body = file === undefined ? textOf(pipeline.kind, values) : await readText(file);
    if (body.length > _domain_issue_body_js__WEBPACK_IMPORTED_MODULE_5__/* .longestBody */ .Pj)
        throw refuse(`Expected a task of at most 65,536 characters, got ${body.length}`);
    const parsed = (0,_domain_task_forms_seed_text_js__WEBPACK_IMPORTED_MODULE_6__/* .parseSeedText */ .K3)(body, pipeline.kind);
    if (parsed.type === 'seed')
        return { pipeline: pipeline.name, ...parsed.seed, priority, order };
    const source = file === undefined ? 'its options' : file === '-' ? 'standard input' : file;
    throw refuse(`Expected the text of a task (${source}): ${parsed.problems.join(' ')}`);
}


/***/ }),

/***/ 1947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  define: () => (/* binding */ tasks_define)
});

// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(9131);
// EXTERNAL MODULE: ./src/compose.js + 83 modules
var compose = __webpack_require__(4597);
// EXTERNAL MODULE: ./src/config/nearest.js
var nearest = __webpack_require__(1242);
// EXTERNAL MODULE: ./src/config/show.js
var show = __webpack_require__(467);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/domain/task.js
var task = __webpack_require__(3761);
// EXTERNAL MODULE: ./src/orchestrator/propose-tasks.js + 5 modules
var propose_tasks = __webpack_require__(897);
;// CONCATENATED MODULE: ./src/report/describe-short-queue.js
const counted = (count) => (count === 0 ? 'no task waits' : count === 1 ? '1 task waits' : `${count} tasks wait`);
/** What a person must do about a queue that is low and that no proposal fills, in one line. */
const describeShortQueue = ({ pipeline, pending, because }) => because === 'people'
    ? `${pipeline}: ${counted(pending)}. Only a person can say what comes next: \`perpetual tasks add ${pipeline}\`, or an issue.`
    : `${pipeline}: ${counted(pending)}, and no gap or weak spot is left to propose. Add tasks, or a file tasks/${pipeline}.yml.`;

// EXTERNAL MODULE: ./src/domain/task-forms/read-task-form.js
var read_task_form = __webpack_require__(417);
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

// EXTERNAL MODULE: ./src/dataset/markdown.js
var markdown = __webpack_require__(4257);
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
var projection = __webpack_require__(3053);
;// CONCATENATED MODULE: ./src/session/intake-task.js




const markers = { answer: 'intake', edits: 'intake-edits', command: 'intake-command' };
const answerMarker = markers.answer;
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
        await issues.comment(task.issue ?? 0, { marker: markers.answer, body: renderAccepted(task, runs) });
        return { type: 'accepted', pipeline: task.pipeline, task: task.id };
    };
    const refuse = async (task, { label, because }) => {
        await issues.comment(task.issue ?? 0, { marker: markers.command, body: renderRefused(label, because) });
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
        await issues.comment(event.issue.number, { marker: markers.edits, body: renderFrozen(task) });
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

;// CONCATENATED MODULE: ./src/session/approve.js



const refuse = (message) => new errors/* PerpetualError */.nX(message, { actBy: 'fix-config' });
const approved = 'approved';
const pipelineLabel = 'pipeline:';
/** Everything that waits for approval, strangers' issues and proposals alike; oldest first. */
async function listWaiting({ forge, book }) {
    const [issues, tasks] = await Promise.all([forge.issues.list({ state: 'open', labels: ['needs-approval'] }), book.tasks()]);
    const accepted = new Set(tasks.map(({ issue }) => issue));
    return issues
        .filter(({ number }) => !accepted.has(number))
        .map(({ number, title, labels, author, createdAt, body }) => {
        const label = labels.find(each => each.startsWith(pipelineLabel));
        return { number, title, pipeline: label?.slice(pipelineLabel.length) ?? null, author, createdAt, body };
    });
}
/** An open issue that can become a task and is none; otherwise throws `fix-config` with what it is. */
async function findWaiting({ forge, book }, number) {
    const issue = await forge.issues.get(number);
    if (issue === undefined)
        throw refuse(`Expected the number of an issue, found none with #${number}; \`perpetual tasks proposals\` shows what waits`);
    const task = (await book.tasks()).find(each => each.issue === number);
    if (task !== undefined)
        throw refuse(`Expected an issue that waits for approval, got #${number}, which is task ${task.id} already`);
    if (issue.state === 'closed')
        throw refuse(`Expected an issue that waits for approval, got #${number}, which is closed, and that is a no; open it again first`);
    const form = (0,read_task_form/* readTaskForm */.a)(issue.body, { isMeant: true });
    if (form.type === 'none')
        throw refuse(`Expected an issue that waits for approval, got #${number}, which asks for no task`);
    if (form.type === 'invalid')
        throw refuse(`Expected the text of a task in issue #${number}: ${form.problems.join(' ')}`);
    return issue;
}
/** GitHub does not tell whoever may not write about anybody, not even about themselves. */
const mayWrite = (people) => people.mayWrite(people.account).catch((error) => {
    if (error instanceof errors/* PerpetualError */.nX && error.actBy === 'fix-config')
        return false;
    throw error;
});
/** Applied anew, because only an event that a person caused makes the workflow look. */
async function applyLabel({ forge }, people, issue) {
    if (!(await mayWrite(people)))
        throw refuse(`Expected the token of somebody with write access, got that of ${people.account}; apply the label \`${approved}\` to #${issue.number} on GitHub`);
    const others = issue.labels.filter(each => each.toLowerCase() !== approved);
    if (others.length < issue.labels.length)
        await forge.issues.update(issue.number, { labels: others });
    await forge.issues.update(issue.number, { labels: [...others, approved] });
    return { type: 'labelled' };
}
/** Whoever has the disk may do everything with what is on it. */
const owner = { login: 'owner', type: 'User' };
const ownersOnly = { account: '', mayWrite: async (login) => login === owner.login };
const eventOf = ({ number, body, author, labels, createdAt }) => ({
    action: 'labeled',
    issue: { number, body, author: { login: author, type: 'Bot' }, labels: [...labels.map(each => each.toLowerCase()), approved] },
    sender: owner,
    at: createdAt,
    label: approved,
    isRenamed: false,
});
function acceptedOf(result, number) {
    if (result.type === 'accepted')
        return result;
    const because = result.type === 'invalid' ? result.problems.join(' ') : 'because' in result ? result.because : result.type;
    throw refuse(`Expected issue #${number} to become a task, got: ${because}`);
}
/**
 * Lets a waiting issue begin: on a disk it becomes a task as it stands now, by the same way as on GitHub, where the label is applied
 * that the workflow on issues answers. Throws `fix-config` for what cannot be approved, with what to do.
 */
async function approveIssue(setup, number) {
    const { forge, book, clock, pipelines } = setup;
    const issue = await findWaiting(setup, number);
    if (forge.society !== undefined)
        return applyLabel(setup, forge.society.people, issue);
    const intake = createIntake({ issues: forge.issues, people: ownersOnly, book, clock, pipelines, readMarked: () => undefined });
    return acceptedOf(await intake.handle(eventOf(issue)), number);
}
/** Closes a waiting issue, which is a no that counts for good. */
async function declineIssue(setup, number) {
    await findWaiting(setup, number);
    await setup.forge.issues.update(number, { state: 'closed' });
}

// EXTERNAL MODULE: ./src/commands/queues.js
var queues = __webpack_require__(4118);
;// CONCATENATED MODULE: ./src/commands/task-views.js
/** Columns as wide as their widest cell; the last is left as it is. */
function table(rows) {
    const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
    return rows.map(row => row
        .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
        .join('  ')
        .trimEnd());
}
const number = (row) => (row.number === null ? '-' : `#${row.number}`);
function renderRows(rows, { dim }) {
    if (rows.length === 0)
        return ['No tasks. `perpetual tasks import` makes those of tasks/*.yml.'];
    const head = ['', 'TASK', 'PIPELINE', 'PRIORITY', 'STATUS', 'PAIRS', 'TITLE'];
    const cells = rows.map(row => [number(row), row.id, row.pipeline, row.priority, row.status, String(row.accepted), row.title]);
    const [first = '', ...rest] = table([head, ...cells]);
    return [dim(first), ...rest];
}
const unitLines = ({ units }) => {
    if (units.length === 0)
        return [];
    const cells = units.map(unit => {
        const rejected = Object.entries(unit.rejected).map(([gate, count]) => `${count} ${gate}`);
        const aside = rejected.length === 0 ? '' : `put aside: ${rejected.join(', ')}`;
        return [
            `  ${unit.unit}`,
            `${unit.calls}/${unit.callsExpected} calls`,
            `${unit.accepted} pairs`,
            unit.ended ? 'ended' : 'open',
            aside,
        ];
    });
    return ['', 'Units', ...table(cells)];
};
const deliveryLines = ({ deliveries }) => deliveries.length === 0
    ? []
    : ['', 'Deliveries', ...deliveries.map(({ branch, pairs, state, url }) => `  ${branch}: ${pairs} pairs, ${state}. ${url}`)];
function renderDetail(task, { bold, dim, yellow }) {
    return [
        bold(`${number(task)} ${task.id}: ${task.title}`),
        `${task.status}, ${task.pipeline}, ${task.priority}, order ${task.order}, attempts without progress ${task.attempts}`,
        `made ${task.createdAt}${task.startedAt === null ? '' : `, begun ${task.startedAt}`}${task.endedAt === null ? '' : `, ended ${task.endedAt}`}`,
        ...(task.redoes === null ? [] : [`tries ${task.redoes} again`]),
        ...(task.reason === null ? [] : [yellow(task.reason)]),
        ...(task.grade === null ? [] : [`grade ${task.grade}`]),
        ...unitLines(task),
        ...deliveryLines(task),
        '',
        dim(task.body.trimEnd()),
    ];
}

// EXTERNAL MODULE: ./src/commands/with-project.js
var with_project = __webpack_require__(5334);
;// CONCATENATED MODULE: ./src/commands/tasks-approval.js








const setupOf = ({ forge, book, clock, config }) => ({
    forge,
    book,
    clock,
    pipelines: (0,queues/* intakePipelinesOf */.j)(config),
});
const refuseNumber = (text, wanted) => new errors/* PerpetualError */.nX(`Expected ${wanted}, got ${(0,show/* show */.WU)(text)}; \`perpetual tasks proposals\` shows what waits`, {
    actBy: 'fix-config',
});
function numberOf(text) {
    const digits = /^#?(\d{1,9})$/.exec(text)?.[1];
    if (digits !== undefined)
        return Number(digits);
    throw refuseNumber(text, 'the number of an issue');
}
function tasks_approval_renderWaiting(issues, { dim }) {
    if (issues.length === 0)
        return ['Nothing waits for approval.'];
    const cells = issues.map(({ number, pipeline, author, title }) => [`#${number}`, pipeline ?? '-', author, title]);
    const [first = '', ...rest] = table([['', 'PIPELINE', 'BY', 'TITLE'], ...cells]);
    const next = 'To read one: `perpetual tasks proposals <number>`. To let it begin: `tasks approve <number>`. A no: `tasks decline <number>`.';
    return [dim(first), ...rest, '', dim(next)];
}
const renderOne = ({ number, title, author, createdAt, body }, { bold, dim }) => [
    bold(`#${number} ${title}`),
    dim(`by ${author}, ${createdAt}`),
    '',
    body.trimEnd(),
];
const proposals = (invocation, text) => (0,with_project/* withProject */.C)(invocation, async (project) => {
    const asked = text === undefined ? undefined : numberOf(text);
    const waiting = await listWaiting(project);
    if (asked !== undefined) {
        const proposal = waiting.find(({ number }) => number === asked);
        if (proposal === undefined)
            throw refuseNumber(`#${asked}`, 'the number of an issue that waits for approval');
        for (const line of renderOne(proposal, invocation.output.colours))
            invocation.output.result(line);
        return { json: { proposal } };
    }
    for (const line of tasks_approval_renderWaiting(waiting, invocation.output.colours))
        invocation.output.result(line);
    return { json: { proposals: waiting } };
});
const approve = (invocation, text) => (0,with_project/* withProject */.C)(invocation, async (project) => {
    const number = numberOf(text);
    const approval = await approveIssue(setupOf(project), number);
    invocation.output.result(approval.type === 'accepted'
        ? `#${number} is task ${approval.task} of ${approval.pipeline} now.`
        : `#${number} has the label \`approved\`; the workflow on issues makes a task of it as it stands now.`);
    return { json: { number, ...approval } };
});
const decline = (invocation, text) => (0,with_project/* withProject */.C)(invocation, async (project) => {
    const number = numberOf(text);
    await declineIssue(project, number);
    invocation.output.result(`#${number} is closed; it is not proposed again.`);
    return { json: { number, type: 'declined' } };
});
const propose = (invocation) => (0,with_project/* withProject */.C)(invocation, async (project) => {
    const { proposed, short } = await (0,propose_tasks/* proposeTasks */.j)((0,queues/* proposeSetupOf */.J)(project));
    const { output } = invocation;
    for (const { number, pipeline, title } of proposed)
        output.result(`#${number} is proposed for ${pipeline}: ${title}`);
    if (proposed.length === 0)
        output.result('Nothing new is proposed.');
    for (const queue of short)
        output.result(describeShortQueue(queue));
    return { json: { proposed, short } };
});
/** What waits for a person before it begins: proposals, and on GitHub the issues of strangers. */
function defineApproval(command, start) {
    const proposing = command.command('propose').summary('Propose tasks where queues are low');
    proposing
        .description('Proposes tasks where a queue is low, from gaps of the coverage grid and weak spots, as issues that wait for approval. Each tick of `perpetual up` and of the workflow does so too.')
        .action(() => start(proposing, propose));
    const listing = command.command('proposals [number]').summary('What waits for somebody to let it begin');
    listing
        .description('Lists the issues that wait for approval: tasks that Perpetual proposes, and on GitHub those of strangers; or shows one.')
        .action((number) => start(listing, invocation => proposals(invocation, number)));
    const approving = command.command('approve <number>').summary('Let a waiting issue begin as a task');
    approving
        .description('Lets a waiting issue begin as a task, with the text that it has now. On GitHub it applies the label `approved`.')
        .action((number) => start(approving, invocation => approve(invocation, number)));
    const declining = command.command('decline <number>').summary('Close a waiting issue for good');
    declining
        .description('Closes a waiting issue; what it proposes is not proposed again.')
        .action((number) => start(declining, invocation => decline(invocation, number)));
}

// EXTERNAL MODULE: ./src/commands/task-input.js
var task_input = __webpack_require__(3190);
;// CONCATENATED MODULE: ./src/commands/tasks.js










const tasks_refuse = (message) => new errors/* PerpetualError */.nX(message, { actBy: 'fix-config' });
/** A name from the command line that must be one of some; throws `fix-config` with the nearest. */
function among(option, value, names) {
    const found = names.find(each => each === value);
    if (found === undefined)
        throw tasks_refuse(`Expected \`${option}\` to be ${(0,nearest/* oneOf */.y)(value, names)}, got ${(0,show/* show */.WU)(value)}`);
    return found;
}
/** Opens the repository's tasks for one command, and closes them however it ends. */
const withBook = (invocation, work) => (0,with_project/* withProject */.C)(invocation, project => work((0,compose/* openTaskBook */.lY)(project), project));
/** Makes what is missing; a stop in the middle loses nothing, because the next import makes the rest. */
const importFiles = (invocation, files) => withBook(invocation, async (book, project) => {
    const { output } = invocation;
    const seeds = await (0,task_input/* readSeeds */.B)(project, { folder: invocation.folder, files });
    const progress = output.progress({ label: 'Importing', total: seeds.length, unit: 'tasks' });
    const made = await book.import(seeds, ({ done, title }) => progress.update(done, title)).finally(() => output.close());
    output.result(`${made.created} made, ${made.existing} there already.`);
    return { json: made };
});
const addOptions = schemas/* object */.Ikc({
    priority: schemas/* string */.YjP().default('p2'),
    order: schemas/* string */.YjP().default('0'),
    title: schemas/* string */.YjP().optional(),
    brief: schemas/* string */.YjP().optional(),
    video: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    question: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
});
async function add(invocation, [pipeline, file], options) {
    const priority = among('--priority', options.priority, task/* priorities */.vx);
    if (!/^-?\d{1,7}$/.test(options.order))
        throw tasks_refuse(`Expected \`--order\` to be a whole number of at most 7 digits, got ${(0,show/* show */.WU)(options.order)}`);
    return withBook(invocation, async (book, { config }) => {
        const { title, brief, video: videos, question: questions } = options;
        const values = { title, brief, videos, questions };
        const seed = await (0,task_input/* readAddedTask */.g)({ pipeline, file, values, priority, order: Number(options.order) }, config);
        const { created } = await book.import([seed], () => { });
        if (created === 0)
            throw tasks_refuse(`Expected a new task, got \`${seed.id}\`, which is there already. Put another id before its title.`);
        invocation.output.result(`${seed.id} is made: ${seed.title}`);
        return { json: { created: [seed.id] } };
    });
}
const listOptions = schemas/* object */.Ikc({ pipeline: schemas/* string */.YjP().optional(), status: schemas/* string */.YjP().optional() });
const list = (invocation, options) => withBook(invocation, async (book, { config: { pipelines } }) => {
    const pipeline = options.pipeline === undefined ? {} : { pipeline: among('--pipeline', options.pipeline, Object.keys(pipelines)) };
    const status = options.status === undefined ? {} : { status: among('--status', options.status, task/* taskStatuses */.cK) };
    const tasks = await book.list({ ...pipeline, ...status });
    for (const line of renderRows(tasks, invocation.output.colours))
        invocation.output.result(line);
    return { json: { tasks } };
});
const showTask = (invocation, name) => withBook(invocation, async (book) => {
    const task = await book.show(name);
    if (task === undefined)
        throw tasks_refuse(`Expected a task's number or id, found none named ${(0,show/* show */.WU)(name)}; \`perpetual tasks list\` shows them`);
    for (const line of renderDetail(task, invocation.output.colours))
        invocation.output.result(line);
    return { json: { task } };
});
const tasks_redo = (invocation, name) => withBook(invocation, async (book) => {
    const task = await book.redo(name);
    invocation.output.result(`${task.number === null ? '' : `#${task.number} `}${task.id} is made beside it; the first attempt stays as it is.`);
    return { json: { task } };
});
const blockOptions = schemas/* object */.Ikc({ because: schemas/* string */.YjP().min(1).default('A person stopped it.') });
const block = (invocation, name, because) => withBook(invocation, async (book) => {
    const task = await book.block(name, because);
    invocation.output.result(`${task.id} is blocked; \`perpetual tasks unblock ${task.id}\` sets it back.`);
    return { json: { task } };
});
const unblock = (invocation, name) => withBook(invocation, async (book) => {
    const task = await book.unblock(name);
    invocation.output.result(`${task.id} is pending again.`);
    return { json: { task } };
});
const addHelp = `
A text file holds what an issue would, \`-\` is standard input:
  ### Assignment

  momentum-1: Momentum oscillators

  ### Indicators

  - rsi: Relative Strength Index (technical/momentum)
    What it is, as far as the writers should know.

A topic or a batch of videos needs no file; an id may stand before the title:
  perpetual tasks add zai-institutional --title "custody-1: Custody" --brief "What the pairs should be about."
  perpetual tasks add droid-eastern --title "Lectures" --video https://youtu.be/dQw4w9WgXcQ --question "How is it hedged?"`;
const collect = (value, before = []) => [...before, value];
function defineAdd(command, start) {
    const adding = command.command('add <pipeline> [file]').summary('Make one task: an assignment, a topic or a batch of videos');
    adding
        .description('Makes a task from the text that an issue would have, or from options.')
        .option('--title <title>', 'of a topic or a batch')
        .option('--brief <text>', 'of a topic')
        .option('--video <address>', 'of a batch; once for each video', collect)
        .option('--question <text>', 'of a batch; may be repeated, or left out for whatever the videos tell', collect)
        .option('--priority <p0…p3>', 'how urgent it is (default: p2)')
        .option('--order <n>', 'within its priority, lower first (default: 0)')
        .addHelpText('after', addHelp)
        .action((pipeline, file) => start(adding, invocation => add(invocation, [pipeline, file], addOptions.parse(adding.opts()))));
}
function tasks_define(command, start) {
    command.addHelpText('after', '\nA task is named by its number or its id: `perpetual tasks show 12`, `perpetual tasks show session_01`.');
    const importing = command.command('import [files...]').summary('Make the tasks of tasks/*.yml that are not there yet');
    importing
        .description('Makes the tasks of the files (default: all of tasks/*.yml). A file is named after its pipeline. Importing twice changes nothing.')
        .action((files) => start(importing, invocation => importFiles(invocation, files)));
    defineAdd(command, start);
    const listing = command.command('list').summary('All tasks, in the order in which they are worked on');
    listing
        .description('All tasks, in the order in which they are worked on, ended ones last.')
        .option('--pipeline <name>', 'only those of one pipeline')
        .option('--status <status>', `only those that are ${task/* taskStatuses */.cK.join(', ')}`)
        .action(() => start(listing, invocation => list(invocation, listOptions.parse(listing.opts()))));
    const showing = command.command('show <task>').summary('One task with its units and deliveries');
    showing
        .description('One task with its units (indicators or videos) and deliveries.')
        .action((name) => start(showing, invocation => showTask(invocation, name)));
    const redoing = command.command('redo <task>').summary('A second attempt beside an ended or blocked task');
    redoing
        .description('A second attempt beside an ended or blocked task.')
        .action((name) => start(redoing, invocation => tasks_redo(invocation, name)));
    const blocking = command.command('block <task>').summary('Stop a task that has not ended');
    blocking
        .description('Stops a task that has not ended; a session that works on it turns to the next one.')
        .option('--because <reason>', 'kept with the task')
        .action((name) => start(blocking, invocation => block(invocation, name, blockOptions.parse(blocking.opts()).because)));
    const unblocking = command.command('unblock <task>').summary('Set a blocked task back to pending');
    unblocking
        .description('Sets a blocked task back to pending; what was done for it is kept.')
        .action((name) => start(unblocking, invocation => unblock(invocation, name)));
    defineApproval(command, start);
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


/***/ })

};
