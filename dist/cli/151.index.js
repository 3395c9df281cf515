export const id = 151;
export const ids = [151];
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
/* harmony import */ var _config_nearest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1242);
/* harmony import */ var _config_show_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(467);
/* harmony import */ var _config_task_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6718);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9763);
/* harmony import */ var _domain_issue_body_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8306);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7074);









const refuse = (message) => new _domain_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .PerpetualError */ .n(message, { actBy: 'fix-config' });
/** On GitHub the committed task files count, as the committed configuration does; a clone may not have them yet. */
async function readCommitted({ forge: { contents }, config: { pipelines } }) {
    const head = await contents.head();
    const paths = (await contents.list(head, 'tasks')).filter(_config_task_file_js__WEBPACK_IMPORTED_MODULE_4__/* .isTaskFile */ .gC);
    const texts = await contents.read(head, paths);
    return [...texts].map(([file, content]) => ({ file, seeds: (0,_config_task_file_js__WEBPACK_IMPORTED_MODULE_4__/* .parseTaskFile */ .Lu)(content, file, (0,_config_task_file_js__WEBPACK_IMPORTED_MODULE_4__/* .pipelineOf */ .gQ)(file, pipelines)) }));
}
async function readFromDisk(folder, files, { config }) {
    const top = files.length > 0 ? folder : await (0,_repository_js__WEBPACK_IMPORTED_MODULE_7__/* .workTreeOf */ .F)(folder);
    const paths = files.length > 0 ? files.map(file => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(file)) : (await (0,_config_task_file_js__WEBPACK_IMPORTED_MODULE_4__/* .listTaskFiles */ .LC)(top)).map(file => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(top, file));
    const read = [...new Set(paths)].map(async (path) => {
        const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(top, path);
        const file = inside.startsWith('..') ? path : inside;
        return { file, seeds: await (0,_config_task_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readTaskFile */ .wS)(path, file, config.pipelines) };
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
/** A task from the text that an issue would have. Throws `fix-config` with everything that its author must mend. */
async function readAddedTask({ pipeline, file, priority, order }, config) {
    const known = Object.keys(config.pipelines).filter(name => config.pipelines[name]?.kind === 'research');
    if (!known.includes(pipeline))
        throw refuse(`Expected a research pipeline, ${(0,_config_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .oneOf */ .y)(pipeline, known)}, got ${(0,_config_show_js__WEBPACK_IMPORTED_MODULE_8__/* .show */ .WU)(pipeline)}`);
    const body = file === '-' ? await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_2__.text)(process.stdin) : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8').catch(() => undefined);
    if (body === undefined)
        throw refuse(`Expected a file with the text of a task, found none at ${(0,_config_show_js__WEBPACK_IMPORTED_MODULE_8__/* .show */ .WU)(file)}`);
    if (body.length > _domain_issue_body_js__WEBPACK_IMPORTED_MODULE_6__/* .longestBody */ .Pj)
        throw refuse(`Expected a task of at most 65,536 characters, got ${body.length}`);
    const parsed = (0,_domain_issue_body_js__WEBPACK_IMPORTED_MODULE_6__/* .parseResearchBody */ .v9)(body);
    if (parsed.type === 'invalid')
        throw refuse(`Expected the text of a task (${file === '-' ? 'standard input' : file}): ${parsed.problems.join(' ')}`);
    const { task: id, title, indicators } = parsed.assignment;
    return { pipeline, id, title, priority, order, indicators };
}


/***/ }),

/***/ 5532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  define: () => (/* binding */ tasks_define)
});

// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(9131);
// EXTERNAL MODULE: ./src/compose.js + 59 modules
var compose = __webpack_require__(3143);
// EXTERNAL MODULE: ./src/config/nearest.js
var nearest = __webpack_require__(1242);
// EXTERNAL MODULE: ./src/config/show.js
var show = __webpack_require__(467);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/domain/task.js
var task = __webpack_require__(3761);
// EXTERNAL MODULE: ./src/commands/task-input.js
var task_input = __webpack_require__(3190);
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
    return ['', 'Indicators', ...table(cells)];
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
;// CONCATENATED MODULE: ./src/commands/tasks.js









const refuse = (message) => new errors/* PerpetualError */.n(message, { actBy: 'fix-config' });
/** A name from the command line that must be one of some; throws `fix-config` with the nearest. */
function among(option, value, names) {
    const found = names.find(each => each === value);
    if (found === undefined)
        throw refuse(`Expected \`${option}\` to be ${(0,nearest/* oneOf */.y)(value, names)}, got ${(0,show/* show */.WU)(value)}`);
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
const addOptions = schemas/* object */.Ikc({ priority: schemas/* string */.YjP().default('p2'), order: schemas/* string */.YjP().default('0') });
async function add(invocation, [pipeline, file], options) {
    const priority = among('--priority', options.priority, task/* priorities */.vx);
    if (!/^-?\d{1,7}$/.test(options.order))
        throw refuse(`Expected \`--order\` to be a whole number of at most 7 digits, got ${(0,show/* show */.WU)(options.order)}`);
    return withBook(invocation, async (book, { config }) => {
        const seed = await (0,task_input/* readAddedTask */.g)({ pipeline, file, priority, order: Number(options.order) }, config);
        const { created } = await book.import([seed], () => { });
        if (created === 0)
            throw refuse(`Expected a new task, got \`${seed.id}\`, which is there already. Put another id before its title.`);
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
        throw refuse(`Expected a task's number or id, found none named ${(0,show/* show */.WU)(name)}; \`perpetual tasks list\` shows them`);
    for (const line of renderDetail(task, invocation.output.colours))
        invocation.output.result(line);
    return { json: { task } };
});
const redo = (invocation, name) => withBook(invocation, async (book) => {
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
function tasks_define(command, start) {
    command.addHelpText('after', '\nA task is named by its number or its id: `perpetual tasks show 12`, `perpetual tasks show session_01`.');
    const importing = command.command('import [files...]').summary('Make the tasks of tasks/*.yml that are not there yet');
    importing
        .description('Makes the tasks of the files (default: all of tasks/*.yml). A file is named after its pipeline. Importing twice changes nothing.')
        .action((files) => start(importing, invocation => importFiles(invocation, files)));
    const adding = command.command('add <pipeline> <file>').summary('Make one task from a text file, `-` for standard input');
    adding
        .description('Makes a task from the text that an issue would have.')
        .option('--priority <p0…p3>', 'how urgent it is (default: p2)')
        .option('--order <n>', 'within its priority, lower first (default: 0)')
        .addHelpText('after', '\nThe text:\n  ### Assignment\n\n  momentum-1: Momentum oscillators\n\n  ### Indicators\n\n  - rsi: Relative Strength Index (technical/momentum)\n    What it is, as far as the writers should know.')
        .action((pipeline, file) => start(adding, invocation => add(invocation, [pipeline, file], addOptions.parse(adding.opts()))));
    const listing = command.command('list').summary('All tasks, in the order in which they are worked on');
    listing
        .description('All tasks, in the order in which they are worked on, ended ones last.')
        .option('--pipeline <name>', 'only those of one pipeline')
        .option('--status <status>', `only those that are ${task/* taskStatuses */.cK.join(', ')}`)
        .action(() => start(listing, invocation => list(invocation, listOptions.parse(listing.opts()))));
    const showing = command.command('show <task>').summary('One task with its indicators and deliveries');
    showing
        .description('One task with its indicators and deliveries.')
        .action((name) => start(showing, invocation => showTask(invocation, name)));
    const redoing = command.command('redo <task>').summary('A second attempt beside an ended or blocked task');
    redoing
        .description('A second attempt beside an ended or blocked task.')
        .action((name) => start(redoing, invocation => redo(invocation, name)));
    const blocking = command.command('block <task>').summary('Stop a task that has not ended');
    blocking
        .description('Stops a task that has not ended; a session that works on it turns to the next one.')
        .option('--because <reason>', 'kept with the task')
        .action((name) => start(blocking, invocation => block(invocation, name, blockOptions.parse(blocking.opts()).because)));
    const unblocking = command.command('unblock <task>').summary('Set a blocked task back to pending');
    unblocking
        .description('Sets a blocked task back to pending; what was done for it is kept.')
        .action((name) => start(unblocking, invocation => unblock(invocation, name)));
}


/***/ }),

/***/ 6718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LC: () => (/* binding */ listTaskFiles),
/* harmony export */   Lu: () => (/* binding */ parseTaskFile),
/* harmony export */   gC: () => (/* binding */ isTaskFile),
/* harmony export */   gQ: () => (/* binding */ pipelineOf),
/* harmony export */   wS: () => (/* binding */ readTaskFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9131);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9763);
/* harmony import */ var _domain_issue_body_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8306);
/* harmony import */ var _domain_task_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3761);
/* harmony import */ var _domain_task_form_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8568);
/* harmony import */ var _explain_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3251);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3923);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1242);
/* harmony import */ var _show_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(467);
/* harmony import */ var _yaml_file_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3204);












const idError = 'a task id: lower-case letters, digits, `-` and `_`, at most 60 characters';
const titleError = 'a title, one line of 1 to 200 characters without spaces at its ends';
const orderError = 'a whole number from -1000000 to 1000000';
const briefError = 'a brief of 1 to 4000 characters';
const indicator = (0,_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .section */ .uW)({
    id: (0,_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .name */ .UU)('an indicator id'),
    name: (0,_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .line */ .n8)('the name of an indicator', { max: 120 }),
    family: (0,_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .line */ .n8)('the family of an indicator', { max: 60 }),
    brief: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP({ error: briefError }).min(1, { error: briefError }).max(4000, { error: briefError }),
});
const task = (0,_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .section */ .uW)({
    id: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP({ error: idError }).regex(_domain_task_form_js__WEBPACK_IMPORTED_MODULE_5__/* .taskIdPattern */ .XH, { error: idError }),
    title: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP({ error: titleError }).refine(value => _domain_task_form_js__WEBPACK_IMPORTED_MODULE_5__/* .titleSchema */ .A_.safeParse(value).success, { error: titleError }),
    priority: (0,_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .choice */ .Yq)(_domain_task_js__WEBPACK_IMPORTED_MODULE_4__/* .priorities */ .vx).default('p2'),
    order: zod__WEBPACK_IMPORTED_MODULE_10__/* .int */ .Whr({ error: orderError }).min(-1_000_000, { error: orderError }).max(1_000_000, { error: orderError }).default(0),
    indicators: (0,_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .list */ .p_)(indicator, 'indicators')
        .min(1, { error: 'a list of at least one indicator' })
        .max(_domain_task_form_js__WEBPACK_IMPORTED_MODULE_5__/* .mostIndicators */ .sR, { error: `a list of at most ${_domain_task_form_js__WEBPACK_IMPORTED_MODULE_5__/* .mostIndicators */ .sR} indicators` }),
});
const fileSchema = (0,_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .section */ .uW)({
    tasks: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(task, { error: 'a list of tasks' }).max(10_000, { error: 'a list of at most 10000 tasks' }),
});
/** `tasks/droid-research.yml, task 3 (session_03), indicators[1].id`: what a person looks for. */
function placeOf(root, path) {
    const [, index, ...rest] = path;
    if (typeof index !== 'number')
        return path.map(String).join('.');
    const found = zod__WEBPACK_IMPORTED_MODULE_10__/* .object */ .Ikc({ tasks: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_10__/* .unknown */ .L5J()) }).safeParse(root);
    const named = zod__WEBPACK_IMPORTED_MODULE_10__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP().regex(_domain_task_form_js__WEBPACK_IMPORTED_MODULE_5__/* .taskIdPattern */ .XH) }).safeParse(found.data?.tasks[index]);
    const inner = rest
        .map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
        .join('')
        .replace(/^\./, '');
    return `task ${index + 1}${named.success ? ` (${named.data.id})` : ''}${inner === '' ? '' : `, ${inner}`}`;
}
const firstTwice = (ids) => ids.find((id, index) => ids.indexOf(id) !== index);
/** The tasks in a file's text. Throws `fix-config` naming file, task, what was expected and what was found. */
function parseTaskFile(text, file, pipeline) {
    const root = (0,_yaml_file_js__WEBPACK_IMPORTED_MODULE_9__/* .parseYaml */ .h)(text, file);
    const checked = fileSchema.safeParse(root);
    if (!checked.success)
        throw (0,_explain_js__WEBPACK_IMPORTED_MODULE_6__/* .explain */ .W)(checked.error, root, { file, detail: path => placeOf(root, path) });
    const { tasks } = checked.data;
    const refuse = (message) => new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PerpetualError */ .n(message, { actBy: 'fix-config' });
    const twice = firstTwice(tasks.map(each => each.id));
    if (twice !== undefined)
        throw refuse(`Expected every task to have an id of its own, got \`${twice}\` twice (${file})`);
    for (const each of tasks) {
        const indicatorTwice = firstTwice(each.indicators.map(({ id }) => id));
        if (indicatorTwice !== undefined) {
            throw refuse(`Expected an indicator once in a task, got \`${indicatorTwice}\` twice (${file}, task ${each.id})`);
        }
        // What does not fit into an issue is refused here, before anything is made.
        (0,_domain_issue_body_js__WEBPACK_IMPORTED_MODULE_3__/* .renderResearchBody */ .aO)({ task: each.id, title: each.title, indicators: each.indicators });
    }
    return tasks.map(each => ({ pipeline, ...each }));
}
/** The pipeline that a task file is for, by its name. Throws `fix-config` where there is none of that name or kind. */
function pipelineOf(file, pipelines) {
    const stem = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(file).replace(/\.ya?ml$/, '');
    const known = Object.keys(pipelines).filter(each => pipelines[each]?.kind === 'research');
    const pipeline = Object.hasOwn(pipelines, stem) ? pipelines[stem] : undefined;
    if (pipeline?.kind === 'research')
        return stem;
    const reason = pipeline === undefined ? '' : `, which is of kind \`${pipeline.kind}\``;
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PerpetualError */ .n(`Expected a task file to be named after a research pipeline, ${(0,_nearest_js__WEBPACK_IMPORTED_MODULE_8__/* .oneOf */ .y)(stem, known)}, got ${(0,_show_js__WEBPACK_IMPORTED_MODULE_11__/* .show */ .WU)(stem)}${reason} (${file})`, {
        actBy: 'fix-config',
    });
}
/** Reads one task file; `file` is how messages name it. Throws `fix-config` where it is missing or wrong. */
async function readTaskFile(path, file, pipelines) {
    const pipeline = pipelineOf(file, pipelines);
    const text = await (0,_yaml_file_js__WEBPACK_IMPORTED_MODULE_9__/* .readText */ .y)(path, file);
    if (text === undefined)
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PerpetualError */ .n(`Expected a task file, found none (${file})`, { actBy: 'fix-config' });
    return parseTaskFile(text, file, pipeline);
}
const isTaskFile = (path) => /^tasks\/[^/]+\.ya?ml$/.test(path);
/** The task files of a repository, `tasks/*.yml`, sorted; none where the folder is missing. */
async function listTaskFiles(repositoryFolder) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(repositoryFolder, 'tasks')).catch(() => []);
    return names
        .map(each => `tasks/${each}`)
        .filter(isTaskFile)
        .toSorted();
}


/***/ })

};
