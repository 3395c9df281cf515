export const id = 741;
export const ids = [741,477];
export const modules = {

/***/ 9800:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ warning),
/* harmony export */   CC: () => (/* binding */ problem),
/* harmony export */   CD: () => (/* binding */ attempt),
/* harmony export */   nv: () => (/* binding */ unseen),
/* harmony export */   ok: () => (/* binding */ ok)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);

const ok = (what) => ({ level: 'ok', what });
const warning = (what, todo) => ({ level: 'warning', what, todo });
const problem = (what, todo) => ({ level: 'problem', what, todo });
/** Neither fine nor wrong: the token may not look. `todo` says where a person does. */
const unseen = (what, todo) => ({ level: 'unseen', what, todo });
/** What a step found, or the error it ended with as a problem. */
async function attempt(todo, step) {
    try {
        return await step();
    }
    catch (error) {
        return [problem((0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .b)(error), todo)];
    }
}


/***/ }),

/***/ 7687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ checkProviders),
/* harmony export */   L: () => (/* binding */ checkKeys)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9131);
/* harmony import */ var _config_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1242);
/* harmony import */ var _config_pipelines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6615);
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(795);
/* harmony import */ var _models_flavour_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1717);
/* harmony import */ var _doctor_check_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9800);






/** Longer than a healthy provider takes for a question that is no inference. */
const timeoutMs = 5000;
/** Half the guard band around a reset (60 s): a clock that is off by more sends in the wrong day before anyone notices. */
const clockToleranceMs = 30_000;
const keyOf = (account, environment) => account.key === null ? '' : environment[account.key];
/** Which accounts have their key; only a machine on which no pipeline could run has a problem. */
function checkKeys({ config, environment }) {
    const enabled = Object.entries(config.pipelines).filter(([, pipeline]) => pipeline.enabled);
    const isReady = (name) => {
        const account = config.accounts[name];
        return account !== undefined && (account.key === null || (keyOf(account, environment) ?? '') !== '');
    };
    const anyRuns = enabled.some(([, pipeline]) => (0,_config_pipelines_js__WEBPACK_IMPORTED_MODULE_1__/* .accountsOf */ .s1)(pipeline).some(isReady));
    return Object.entries(config.accounts).flatMap(([name, account]) => {
        const users = enabled.filter(([, pipeline]) => (0,_config_pipelines_js__WEBPACK_IMPORTED_MODULE_1__/* .accountsOf */ .s1)(pipeline).includes(name)).map(([pipeline]) => pipeline);
        if (users.length === 0 || account.key === null)
            return [];
        if (isReady(name))
            return [(0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_4__.ok)(`key of ${name}: ${account.key} is set`)];
        const what = `key of ${name}: ${account.key} is not set, so ${users.join(' and ')} cannot run`;
        const todo = `Set ${account.key} in the environment${anyRuns ? '' : ' (`perpetual demo` needs no key)'}.`;
        return [anyRuns ? (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$e)(what, todo) : (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_4__/* .problem */ .CC)(what, todo)];
    });
}
/** One GET without redirects, so that a key goes nowhere else. What fails is told by its code, never by a text that may hold the key. */
async function ask({ url, headers }) {
    try {
        const response = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
        const text = await response.text();
        const date = Date.parse(response.headers.get('date') ?? '');
        return { status: response.status, body: zod__WEBPACK_IMPORTED_MODULE_5__/* .json */ .Pq9().safeParse(parse(text)).data, dateMs: Number.isNaN(date) ? null : date };
    }
    catch (error) {
        if (error instanceof Error && error.name === 'TimeoutError')
            return `no answer within ${timeoutMs / 1000} s`;
        const cause = error instanceof Error ? error.cause : undefined;
        const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'no connection';
        return code;
    }
}
const parse = (text) => {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
};
const questionOf = (account, key) => {
    if (account.api === 'gemini')
        return { url: `${account.baseUrl}/v1beta/models?pageSize=1`, headers: { 'x-goog-api-key': key } };
    const path = (0,_models_flavour_js__WEBPACK_IMPORTED_MODULE_3__/* .flavourOf */ .Rz)(account.baseUrl, account.flavour) === 'openrouter' ? 'key' : 'models';
    return { url: `${account.baseUrl}/${path}`, headers: key === '' ? {} : { authorization: `Bearer ${key}` } };
};
const keyReply = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ data: zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ limit_remaining: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig().nullish() }) });
function judgeKey(name, account, reply) {
    const host = new URL(account.baseUrl).host;
    // Gemini answers a wrong key with 400 INVALID_ARGUMENT (ai.google.dev, error codes).
    const refused = reply.status === 401 || reply.status === 403 || (account.api === 'gemini' && reply.status === 400);
    if (refused)
        return (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_4__/* .problem */ .CC)(`${name}: ${host} refuses the key in ${account.key ?? 'no variable'} (${reply.status})`, 'Replace the key; it may be revoked or belong to another provider.');
    if (reply.status === 404)
        return (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$e)(`${name}: ${host} answers, but cannot be asked about the key`, 'Nothing, if sessions work.');
    if (reply.status !== 200)
        return (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$e)(`${name}: ${host} answers with ${reply.status}`, 'Try again later.');
    const left = keyReply.safeParse(reply.body).data?.data.limit_remaining;
    if (typeof left === 'number' && left <= 0)
        return (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_4__/* .problem */ .CC)(`${name}: the key has no credit left`, 'Add credit or raise the limit of the key at the provider.');
    return (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_4__.ok)(`${name}: ${host} accepts the key${typeof left === 'number' ? `, $${left.toFixed(2)} left of its limit` : ''}`);
}
function judgeClock(name, dateMs, nowMs) {
    const offMs = nowMs - dateMs;
    if (Math.abs(offMs) <= clockToleranceMs)
        return [(0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_4__.ok)(`clock: within ${clockToleranceMs / 1000} s of ${name}'s`)];
    const what = `clock: ${Math.round(Math.abs(offMs) / 1000)} s ${offMs > 0 ? 'ahead of' : 'behind'} ${name}'s`;
    return [(0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$e)(what, 'Set the clock (NTP): budgets begin anew at a time of day.')];
}
const modelsReply = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ data: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP() })) });
async function checkModels(name, account, config) {
    const reply = await ask({ url: `${account.baseUrl}/models`, headers: {} });
    const listed = typeof reply === 'string' ? undefined : modelsReply.safeParse(reply.body).data;
    if (listed === undefined)
        return [(0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$e)(`${name}: its list of models cannot be read`, 'Try again later.')];
    const ids = new Set(listed.data.map(({ id }) => id));
    // The embedded provider answers for every model.
    if ([...ids].every(id => id.startsWith('rehearsal/')) && ids.size > 0)
        return [(0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_4__.ok)(`${name}: is the embedded provider, which answers for every model`)];
    const users = Object.values(config.pipelines).filter(pipeline => pipeline.enabled && (0,_config_pipelines_js__WEBPACK_IMPORTED_MODULE_1__/* .accountsOf */ .s1)(pipeline).includes(name));
    const models = [...new Set(users.flatMap(_config_pipelines_js__WEBPACK_IMPORTED_MODULE_1__/* .modelsOf */ .Wh))];
    return models.map(model => {
        if (ids.has(model))
            return (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_4__.ok)(`${name}: has ${model}`);
        const near = (0,_config_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(model, [...ids]);
        return (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_4__/* .problem */ .CC)(`${name}: has no model ${model}`, `Name another in .github/perpetual.yml${near === undefined ? '' : `, such as ${near.slice(0, 100)}`}.`);
    });
}
async function checkProvider(name, account, { config, environment, clock }) {
    const key = keyOf(account, environment) ?? '';
    if (account.key !== null && key === '')
        return [];
    if (!/^[\u0021-\u007e]*$/.test(key)) {
        return [
            (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_4__/* .problem */ .CC)(`${name}: ${account.key ?? ''} holds spaces, line ends or other characters that no key has`, 'Set it again, without quotes and line ends.'),
        ];
    }
    const reply = await ask(questionOf(account, key));
    if (typeof reply === 'string') {
        return [
            (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_4__/* .problem */ .CC)(`${name}: ${new URL(account.baseUrl).host} cannot be reached (${reply})`, 'Check the network and `baseUrl`, or use --offline.'),
        ];
    }
    const time = reply.dateMs === null ? [] : judgeClock(name, reply.dateMs, (0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_2__/* .toEpochMs */ .x8)(clock.now()));
    const isOpenRouter = account.api === 'openai' && (0,_models_flavour_js__WEBPACK_IMPORTED_MODULE_3__/* .flavourOf */ .Rz)(account.baseUrl, account.flavour) === 'openrouter';
    return [judgeKey(name, account, reply), ...time, ...(isOpenRouter ? await checkModels(name, account, config) : [])];
}
/** Reaches every provider whose key is set, without an inference: key, clock and, at OpenRouter, the models. */
async function checkProviders(options) {
    const used = new Set(Object.values(options.config.pipelines).flatMap(pipeline => (pipeline.enabled ? (0,_config_pipelines_js__WEBPACK_IMPORTED_MODULE_1__/* .accountsOf */ .s1)(pipeline) : [])));
    const accounts = Object.entries(options.config.accounts).filter(([name]) => used.has(name));
    return (await Promise.all(accounts.map(([name, account]) => checkProvider(name, account, options)))).flat();
}


/***/ }),

/***/ 6042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jm: () => (/* binding */ checkStateOf),
/* harmony export */   OV: () => (/* binding */ checkPipelines),
/* harmony export */   Op: () => (/* binding */ checkDisk),
/* harmony export */   Th: () => (/* binding */ checkGit),
/* harmony export */   We: () => (/* binding */ checkState),
/* harmony export */   bk: () => (/* binding */ checkCommittedTasks),
/* harmony export */   fT: () => (/* binding */ checkTaskFiles),
/* harmony export */   l2: () => (/* binding */ checkConfig),
/* harmony export */   n_: () => (/* binding */ checkRepository)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _config_load_config_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7850);
/* harmony import */ var _config_task_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6718);
/* harmony import */ var _domain_state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8935);
/* harmony import */ var _domain_task_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3761);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9763);
/* harmony import */ var _forge_local_local_forge_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3962);
/* harmony import */ var _forge_local_repository_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1535);
/* harmony import */ var _session_state_files_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8437);
/* harmony import */ var _doctor_check_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9800);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7074);












const checkGit = (folder) => (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_10__/* .attempt */ .CD)('Install git from https://git-scm.com.', async () => [(0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_10__.ok)(`git ${await (0,_forge_local_repository_js__WEBPACK_IMPORTED_MODULE_8__/* .checkGitVersion */ .P)(folder)}`)]);
async function checkRepository(folder) {
    try {
        const top = await (0,_repository_js__WEBPACK_IMPORTED_MODULE_11__/* .workTreeOf */ .F)(folder);
        const commit = await (0,_repository_js__WEBPACK_IMPORTED_MODULE_11__/* .firstCommitOf */ .v)(top);
        return { top, checks: [(0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_10__.ok)(`repository ${top}, at commit ${commit.slice(0, 10)}`)] };
    }
    catch (error) {
        return { checks: [(0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_10__/* .problem */ .CC)((0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .b)(error), 'Without a repository that has a commit there is nothing to work in.')] };
    }
}
function checkPipelines({ pipelines }) {
    const enabled = Object.entries(pipelines).filter(([, each]) => each.enabled);
    if (enabled.length === 0)
        return [(0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_10__/* .warning */ .$e)('no pipeline is enabled', 'Set `enabled: true` in .github/perpetual.yml.')];
    return [(0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_10__.ok)(`configuration: ${enabled.map(([name]) => name).join(', ')}`)];
}
async function checkConfig(top) {
    try {
        const config = await (0,_config_load_config_js__WEBPACK_IMPORTED_MODULE_2__/* .readConfig */ .Xg)(top);
        return { config, checks: checkPipelines(config) };
    }
    catch (error) {
        return { checks: [(0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_10__/* .problem */ .CC)((0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .b)(error), 'Mend the file; nothing runs before.')] };
    }
}
const noTaskFiles = (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_10__/* .warning */ .$e)('no task files in tasks/', '`perpetual init` copies some; `perpetual tasks add` takes one of yours.');
const checkTaskFile = (file, read) => (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_10__/* .attempt */ .CD)('Mend the file; `perpetual tasks import` refuses it as a whole.', async () => [
    (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_10__.ok)(`${file}: ${(await read()).length} tasks`),
]);
async function checkTaskFiles(top, { pipelines }) {
    const files = await (0,_config_task_file_js__WEBPACK_IMPORTED_MODULE_3__/* .listTaskFiles */ .LC)(top);
    if (files.length === 0)
        return [noTaskFiles];
    const checks = files.map(file => checkTaskFile(file, () => (0,_config_task_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readTaskFile */ .wS)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(top, file), file, pipelines)));
    return (await Promise.all(checks)).flat();
}
/** The task files of the default branch, which are those that count on GitHub. */
async function checkCommittedTasks({ contents }, { pipelines }) {
    const head = await contents.head();
    const texts = await contents.read(head, (await contents.list(head, 'tasks')).filter(_config_task_file_js__WEBPACK_IMPORTED_MODULE_3__/* .isTaskFile */ .gC));
    if (texts.size === 0)
        return [noTaskFiles];
    const checks = [...texts].map(([file, text]) => checkTaskFile(file, () => (0,_config_task_file_js__WEBPACK_IMPORTED_MODULE_3__/* .parseTaskFile */ .Lu)(text, file, (0,_config_task_file_js__WEBPACK_IMPORTED_MODULE_3__/* .pipelineOf */ .gQ)(file, pipelines))));
    return (await Promise.all(checks)).flat();
}
const folders = [
    ['ledgers', _domain_state_js__WEBPACK_IMPORTED_MODULE_4__/* .accountStateSchema */ .Yg],
    ['pipelines', _domain_state_js__WEBPACK_IMPORTED_MODULE_4__/* .pipelineStateSchema */ .TG],
    ['tasks', _domain_task_js__WEBPACK_IMPORTED_MODULE_5__/* .taskSchema */ .v],
];
/** Everything that a session would read first, so that garbage and a newer version are found before one begins. */
async function checkStateOf({ state }) {
    const head = await state.head();
    if (head === null)
        return [(0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_10__.ok)('no state yet: the first import or session begins it')];
    let files = 0;
    for (const [folder, schema] of folders) {
        const texts = await state.read(head, await state.list(head, folder));
        for (const [path, text] of texts)
            (0,_session_state_files_js__WEBPACK_IMPORTED_MODULE_9__/* .parseState */ .Bu)(schema, path, text);
        files += texts.size;
    }
    return [(0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_10__.ok)(`state on perpetual/state, version 1, ${files} files`)];
}
const checkState = (top, clock) => (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_10__/* .attempt */ .CD)('Update perpetual, or restore the branch perpetual/state from an earlier commit.', async () => {
    const forge = await (0,_forge_local_local_forge_js__WEBPACK_IMPORTED_MODULE_7__/* .openLocalForge */ .d)({ repository: top, clock });
    try {
        return await checkStateOf(forge);
    }
    finally {
        await forge.close();
    }
});
const gigabyte = 1e9;
/** A run writes some megabytes a day; a full disk in the middle of it is what this warns of. */
const checkDisk = (folder) => (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_10__/* .attempt */ .CD)('Make room on the disk.', async () => {
    const { bavail, bsize } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.statfs)(folder);
    const free = bavail * bsize;
    const text = `${(free / gigabyte).toFixed(1)} GB of disk are free`;
    if (free < 0.1 * gigabyte)
        return [(0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_10__/* .problem */ .CC)(text, 'Make room: a session could not save its work.')];
    return free < gigabyte ? [(0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_10__/* .warning */ .$e)(text, 'Make room before long.')] : [(0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_10__.ok)(text)];
});


/***/ }),

/***/ 8305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   define: () => (/* binding */ define)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9131);
/* harmony import */ var _doctor_provider_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7687);
/* harmony import */ var _doctor_repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6042);



async function examineHere({ folder, environment, clock }, offline) {
    const git = await (0,_doctor_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .checkGit */ .Th)(folder);
    const { top, checks: repository } = await (0,_doctor_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .checkRepository */ .n_)(folder);
    if (top === undefined)
        return [...git, ...repository, ...(await (0,_doctor_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .checkDisk */ .Op)(folder))];
    const { config, checks: configuration } = await (0,_doctor_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .checkConfig */ .l2)(top);
    const state = await (0,_doctor_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .checkState */ .We)(top, clock);
    const disk = await (0,_doctor_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .checkDisk */ .Op)(top);
    if (config === undefined)
        return [...git, ...repository, ...configuration, ...state, ...disk];
    const options = { config, environment, clock };
    const tasks = await (0,_doctor_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .checkTaskFiles */ .fT)(top, config);
    const providers = offline ? [] : await (0,_doctor_provider_js__WEBPACK_IMPORTED_MODULE_0__/* .checkProviders */ .D)(options);
    return [...git, ...repository, ...configuration, ...tasks, ...state, ...disk, ...(0,_doctor_provider_js__WEBPACK_IMPORTED_MODULE_0__/* .checkKeys */ .L)(options), ...providers];
}
async function examine(invocation, offline) {
    const { forge } = invocation;
    if (forge.kind === 'local')
        return examineHere(invocation, offline);
    const { examineGithub } = await Promise.all(/* import() */[__webpack_require__.e(378), __webpack_require__.e(524)]).then(__webpack_require__.bind(__webpack_require__, 8682));
    return examineGithub(invocation, forge, offline);
}
const marks = { ok: '✓', warning: '!', problem: '✗', unseen: '?' };
function verdict(problems, unseen) {
    const hidden = unseen === 0 ? '' : ` ${unseen} ${unseen === 1 ? 'thing' : 'things'} cannot be seen with this token: look yourself.`;
    if (problems > 0)
        return `${problems} ${problems === 1 ? 'thing is' : 'things are'} in the way.${hidden}`;
    return unseen === 0 ? 'Ready.' : `Nothing that can be seen is in the way.${hidden}`;
}
async function diagnose(invocation, offline) {
    const { output } = invocation;
    const { green, yellow, red, dim, cyan } = output.colours;
    const colours = { ok: green, warning: yellow, problem: red, unseen: cyan };
    const checks = await examine(invocation, offline);
    for (const { level, what, todo } of checks) {
        output.result(`${colours[level](marks[level])} ${what}`);
        if (todo !== undefined)
            output.result(dim(`    ${todo}`));
    }
    const count = (level) => checks.filter(each => each.level === level).length;
    const problems = count('problem');
    output.result(`\n${verdict(problems, count('unseen'))}`);
    const json = { ready: problems === 0, problems, warnings: count('warning'), unseen: count('unseen'), checks };
    return { json, exitCode: problems === 0 ? 0 : 1 };
}
const optionsSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ offline: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().default(false) });
function define(command, start) {
    command
        .description('Checks git, the repository, configuration, tasks, state, keys and providers. Sends no inference and changes nothing.\nOn GitHub: the token, settings, secrets, rules, labels and workflows; a branch is made and deleted to try it. `?` marks what cannot be seen.')
        .option('--offline', 'leave the providers alone')
        .addHelpText('after', '\nExamples:\n  perpetual doctor\n  perpetual doctor --offline --json')
        .action(() => start(command, invocation => diagnose(invocation, optionsSchema.parse(command.opts()).offline)));
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


/***/ }),

/***/ 7918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FO: () => (/* binding */ escapeAll),
/* harmony export */   Uw: () => (/* binding */ unescapeText),
/* harmony export */   X1: () => (/* binding */ escapeText),
/* harmony export */   jn: () => (/* binding */ readSections),
/* harmony export */   ln: () => (/* binding */ escapeEnd)
/* harmony export */ });
/* unused harmony export normalizeBody */
/** Characters that Markdown, GitHub or an editor would change or hide, anywhere in a text. */
const fragile = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
const escapeCharacter = (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
/** Every character as an escape, for spaces that would get lost. */
const escapeAll = (text) => Array.from(text, escapeCharacter).join('');
/** The spaces at a text's end as escapes; a pattern for them takes quadratic time on spaces that end before it does. */
const escapeEnd = (text) => {
    const kept = text.trimEnd();
    return kept + escapeAll(text.slice(kept.length));
};
/**
 * A foreign text as one that survives being written into an issue and read again: backslashes are doubled, invisible
 * characters and spaces at the ends become `\u{20}`, and `<` before a tag or comment too, so that it cannot hide or imitate one.
 */
const escapeText = (text) => escapeEnd(text
    .replaceAll('\\', '\\\\')
    .replaceAll(fragile, character => (character === '\n' ? character : escapeCharacter(character)))
    .replaceAll(/<(?=[!/?a-z])/gi, escapeCharacter)
    .replace(/^\s+/u, escapeAll));
const readEscape = (whole, hex) => {
    if (hex === undefined)
        return whole.slice(1);
    const code = Number.parseInt(hex, 16);
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
};
/** Undoes `escapeText`; a backslash that a person wrote before anything else stays. */
const unescapeText = (text, escaped = '\\\\') => text.replaceAll(new RegExp(`\\\\(?:u\\{([0-9a-f]{1,6})\\}|[${escaped}])`, 'g'), readEscape);
/** A body without what editors and browsers add: CRLF line ends and a byte order mark. */
const normalizeBody = (text) => text.replace(/^\u{feff}/u, '').replaceAll(/\r\n?/g, '\n');
/** The sections of an issue form's body by heading in lower case: `### Heading`, then the value. */
function readSections(body) {
    const sections = new Map();
    for (const part of `\n${normalizeBody(body)}`.split(/\n(?=### )/).slice(1)) {
        const end = part.indexOf('\n');
        const heading = (end === -1 ? part : part.slice(0, end)).slice(4).trim().toLowerCase();
        const value = end === -1 ? '' : part.slice(end + 1);
        const values = sections.get(heading);
        if (values === undefined)
            sections.set(heading, [value]);
        else
            values.push(value);
    }
    return sections;
}


/***/ }),

/***/ 8306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pj: () => (/* binding */ longestBody),
/* harmony export */   aO: () => (/* binding */ renderResearchBody),
/* harmony export */   v9: () => (/* binding */ parseResearchBody)
/* harmony export */ });
/* harmony import */ var _body_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7918);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);
/* harmony import */ var _research_task_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1151);
/* harmony import */ var _task_form_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8568);
/* harmony import */ var _task_forms_form_reader_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6138);
/* harmony import */ var _task_forms_task_title_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(936);






/** GitHub takes 65,536 characters in an issue's body. */
const longestBody = 65_536;
const escapeFamily = (family) => (0,_body_text_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeText */ .X1)(family).replaceAll(/[()]/g, bracket => `\\${bracket}`);
const oneLine = (text) => text.replaceAll('\n', '\\u{a}');
function renderIndicator({ id, name, family, brief }) {
    const lines = (0,_body_text_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeText */ .X1)(brief)
        .split('\n')
        // A line's own spaces at its end would be lost in an editor.
        .map(_body_text_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeEnd */ .ln);
    return [
        `- ${id}: ${oneLine((0,_body_text_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeText */ .X1)(name))} (${oneLine(escapeFamily(family))})`,
        ...lines.map(line => (line === '' ? '' : `  ${line}`)),
    ].join('\n');
}
/** The body of a research task's issue, as the form renders it and a person could write it. Throws `fix-config` above 65,536 characters. */
function renderResearchBody({ task, title, indicators }) {
    const body = `### Assignment\n\n${(0,_task_forms_task_title_js__WEBPACK_IMPORTED_MODULE_3__/* .renderTitle */ .z)({ task, title })}\n\n### Indicators\n\n${indicators.map(renderIndicator).join('\n')}\n`;
    if (body.length > longestBody) {
        const message = `Expected the text of task \`${task}\` to have at most 65,536 characters as an issue, got ${body.length}. Shorten its briefs.`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .n(message, { actBy: 'fix-config' });
    }
    return body;
}
/** The lines of a brief without the indentation of its first line. */
function readBrief(lines) {
    const indent = /^[ \t]*/.exec(lines.find(line => line.trim() !== '') ?? '')?.[0] ?? '';
    const stripped = lines.map(line => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()).trimEnd());
    const from = stripped.findIndex(line => line !== '');
    return (0,_body_text_js__WEBPACK_IMPORTED_MODULE_4__/* .unescapeText */ .Uw)(stripped.slice(Math.max(0, from), stripped.findLastIndex(line => line !== '') + 1).join('\n'));
}
/** A bullet with its name and family escaped is never longer; nothing longer is looked at. */
const longestHead = 3000;
const familyAtEnd = /\(((?:\\.|[^()\\])*)\)$/;
/** `- id: Name (family)`, piece by piece: one pattern for all of it takes cubic time on a run of spaces. */
function readHead(line) {
    const first = line.trimEnd();
    const family = first.length > longestHead ? null : familyAtEnd.exec(first);
    const [, rest = ''] = /^[-*] +(.*)$/.exec(family === null ? '' : first.slice(0, family.index)) ?? [];
    const colon = rest.indexOf(':');
    const id = rest.slice(0, Math.max(0, colon)).trimEnd();
    if (family === null || colon === -1 || /\s/.test(id))
        return undefined;
    return { id, name: rest.slice(colon + 1).trim(), family: family[1] ?? '' };
}
function readIndicator(first, rest, problems) {
    const found = readHead(first);
    if (found === undefined) {
        problems.push(`“${first.slice(0, 60)}” must read \`- id: Name (family)\`, with the brief indented beneath it.`);
        return undefined;
    }
    const { id, name, family } = found;
    const indicator = { id, name: (0,_body_text_js__WEBPACK_IMPORTED_MODULE_4__/* .unescapeText */ .Uw)(name), family: (0,_body_text_js__WEBPACK_IMPORTED_MODULE_4__/* .unescapeText */ .Uw)(family, '\\\\()'), brief: readBrief(rest) };
    const checked = _research_task_js__WEBPACK_IMPORTED_MODULE_1__/* .indicatorSchema */ .b.safeParse(indicator);
    if (checked.success)
        return checked.data;
    for (const key of new Set(checked.error.issues.map(issue => String(issue.path[0]))))
        problems.push(expectations(id.slice(0, 40), key));
    return undefined;
}
const expectations = (id, key) => {
    if (key === 'id')
        return `“${id}” cannot be an id: use lower-case letters, digits and \`-\`, at most 40 characters.`;
    if (key === 'brief')
        return `Indicator “${id}” needs a brief of 1 to 4,000 characters, indented beneath it.`;
    return `Indicator “${id}” needs a ${key} of 1 to ${key === 'name' ? 120 : 60} characters.`;
};
function readIndicators(value, problems) {
    const [before = '', ...blocks] = `\n${value}`.split(/\n(?=[-*] )/);
    if (before.trim() !== '')
        problems.push('“Indicators” must begin with a line such as `- macd: Moving Average Convergence Divergence (technical/trend)`.');
    // What is beyond that many is a mistake as a whole, and not looked at.
    const indicators = blocks.slice(0, _task_form_js__WEBPACK_IMPORTED_MODULE_2__/* .mostIndicators */ .sR).flatMap(block => {
        const [first = '', ...rest] = block.split('\n');
        return readIndicator(first, rest, problems) ?? [];
    });
    if (blocks.length === 0 && before.trim() === '')
        problems.push('“Indicators” names none.');
    if (blocks.length > _task_form_js__WEBPACK_IMPORTED_MODULE_2__/* .mostIndicators */ .sR)
        problems.push(`“Indicators” names ${blocks.length}; at most ${_task_form_js__WEBPACK_IMPORTED_MODULE_2__/* .mostIndicators */ .sR} fit into one task.`);
    const counts = Map.groupBy(indicators, each => each.id);
    for (const [id, same] of counts)
        if (same.length > 1)
            problems.push(`Indicator “${id}” is there twice.`);
    return indicators;
}
/** Reads an issue's body, whoever wrote it; never throws. */
function parseResearchBody(text) {
    if (text.length > longestBody)
        return { type: 'invalid', problems: ['The text is longer than 65,536 characters.'] };
    const { problems, required } = (0,_task_forms_form_reader_js__WEBPACK_IMPORTED_MODULE_5__/* .createFormReader */ .iC)(text);
    const [title, list] = [required('Assignment'), required('Indicators')];
    const named = title === undefined ? undefined : (0,_task_forms_task_title_js__WEBPACK_IMPORTED_MODULE_3__/* .readTitle */ .t)(title, 'Assignment', problems);
    const indicators = list === undefined ? [] : readIndicators(list, problems);
    if (problems.length > 0 || named === undefined)
        return { type: 'invalid', problems };
    return { type: 'assignment', assignment: { ...named, indicators } };
}


/***/ }),

/***/ 1151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ indicatorSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9131);

const indicatorSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).max(120),
    family: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).max(60),
    brief: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).max(4000),
});


/***/ }),

/***/ 8568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A_: () => (/* binding */ titleSchema),
/* harmony export */   Df: () => (/* binding */ longestTitle),
/* harmony export */   XH: () => (/* binding */ taskIdPattern),
/* harmony export */   sR: () => (/* binding */ mostIndicators)
/* harmony export */ });
/* unused harmony exports taskIdSchema, researchAssignmentSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9131);
/* harmony import */ var _research_task_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1151);


/** Task ids go into paths, branch names and work ids. */
const taskIdPattern = /^[a-z0-9][a-z0-9_-]{0,59}$/;
const taskIdSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(taskIdPattern);
/** GitHub takes 256 characters for an issue's title; the rest is for what is put before it. */
const longestTitle = 200;
const titleSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .min(1)
    .max(longestTitle)
    // What turns the direction of text makes a title read as another one in lists and logs.
    .regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]+$/u)
    .regex(/^\S/)
    .regex(/\S$/);
/** More indicators than this is more than one session's work, and more than one issue's text holds. */
const mostIndicators = 20;
/** What a research task's form may say. */
const researchAssignmentSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    task: taskIdSchema,
    title: titleSchema,
    indicators: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(_research_task_js__WEBPACK_IMPORTED_MODULE_0__/* .indicatorSchema */ .b)
        .min(1)
        .max(mostIndicators)
        .refine(indicators => new Set(indicators.map(each => each.id)).size === indicators.length),
});


/***/ }),

/***/ 6138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S5: () => (/* binding */ renderText),
/* harmony export */   iC: () => (/* binding */ createFormReader),
/* harmony export */   tk: () => (/* binding */ readLimited)
/* harmony export */ });
/* unused harmony export readText */
/* harmony import */ var _body_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7918);

/** What an issue form writes where nothing was filled in. */
const noResponse = /^\s*(?:(?:_No response_|None)\s*)?$/i;
function createFormReader(body) {
    const sections = (0,_body_text_js__WEBPACK_IMPORTED_MODULE_0__/* .readSections */ .jn)(body);
    const problems = [];
    const read = (heading, isRequired) => {
        const [value, ...more] = sections.get(heading.toLowerCase()) ?? [];
        if (value !== undefined && more.length > 0)
            problems.push(`The heading “### ${heading}” is there ${more.length + 1} times.`);
        else if (value !== undefined && !noResponse.test(value))
            return value;
        else if (isRequired)
            problems.push(`The heading “### ${heading}” with something beneath it is missing.`);
        return undefined;
    };
    return { problems, required: heading => read(heading, true), optional: heading => read(heading, false) };
}
/** A text of several lines as it stands beneath a heading, so that no line of it reads as a heading and no space is lost. */
const renderText = (text) => {
    const lines = (0,_body_text_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeText */ .X1)(text)
        .split('\n')
        .map(line => (0,_body_text_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeEnd */ .ln)(line).replace(/^#/u, _body_text_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeAll */ .FO));
    const rendered = lines.join('\n');
    return noResponse.test(rendered) ? rendered.replace(/^./u, _body_text_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeAll */ .FO) : rendered;
};
/** A text of several lines, without the spaces at its lines' ends and the empty lines around it. */
const readText = (value) => (0,_body_text_js__WEBPACK_IMPORTED_MODULE_0__/* .unescapeText */ .Uw)(value
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n')
    .trim());
/** A text of at most so many characters; longer ones are a problem. */
function readLimited(value, limit, problems) {
    const text = value === undefined ? '' : readText(value);
    if (text.length > limit.most)
        problems.push(`“${limit.heading}” must have at most ${limit.most.toLocaleString('en')} characters, and has ${text.length.toLocaleString('en')}.`);
    return text;
}


/***/ }),

/***/ 936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ readTitle),
/* harmony export */   z: () => (/* binding */ renderTitle)
/* harmony export */ });
/* harmony import */ var _body_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7918);
/* harmony import */ var _task_form_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8568);


const slugOf = (title) => title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, 60)
    .replace(/-$/, '');
/** `id: Title`, as it stands beneath a heading. */
const renderTitle = ({ task, title }) => `${task}: ${(0,_body_text_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X1)(title)}`;
/** `id: Title`; where a person wrote a title alone, the id is made of it. */
function readTitle(value, heading, problems) {
    const [, id, rest] = /^([a-z0-9][a-z0-9_-]{0,59}): +(.*)$/s.exec(value.trim()) ?? [];
    const title = (0,_body_text_js__WEBPACK_IMPORTED_MODULE_1__/* .unescapeText */ .Uw)((rest ?? value).trim());
    if (!_task_form_js__WEBPACK_IMPORTED_MODULE_0__/* .titleSchema */ .A_.safeParse(title).success) {
        problems.push(`“${heading}” must be one line of at most ${_task_form_js__WEBPACK_IMPORTED_MODULE_0__/* .longestTitle */ .Df} characters, without control characters and such as turn the direction of text.`);
        return { task: id ?? '', title };
    }
    const task = id ?? slugOf(title);
    if (!_task_form_js__WEBPACK_IMPORTED_MODULE_0__/* .taskIdPattern */ .XH.test(task))
        problems.push(`“${heading}” needs an id before its title, such as \`momentum-1: Momentum oscillators\`.`);
    return { task, title };
}


/***/ }),

/***/ 1717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rz: () => (/* binding */ flavourOf),
/* harmony export */   tC: () => (/* binding */ answerModeOf)
/* harmony export */ });
/* unused harmony export flavours */
/** Whose dialect of the OpenAI protocol a server speaks; decides web search, attribution and the meaning of error codes. */
const flavours = (/* unused pure expression or super */ null && (['openrouter', 'zai', 'plain']));
const within = (host, domain) => host === domain || host.endsWith(`.${domain}`);
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);
/** The configured flavour where there is one, else what the base URL tells: the provider's host, or its path on a loopback rehearsal. */
const flavourOf = (baseUrl, configured) => {
    if (configured !== undefined)
        return configured;
    if (!URL.canParse(baseUrl))
        return 'plain';
    const { hostname, pathname } = new URL(baseUrl);
    if (within(hostname, 'openrouter.ai'))
        return 'openrouter';
    if (within(hostname, 'z.ai') || within(hostname, 'bigmodel.cn'))
        return 'zai';
    if (!loopback.has(hostname))
        return 'plain';
    const path = pathname.replace(/\/+$/, '');
    if (path.endsWith('/api/v1'))
        return 'openrouter';
    return path.endsWith('/api/paas/v4') ? 'zai' : 'plain';
};
/** Z.AI answers a `json_schema` with 200 and ignores it, so there the shape goes into the prompt. */
const answerModeOf = (flavour) => (flavour === 'zai' ? 'json-object' : 'json-schema');


/***/ }),

/***/ 3477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1299);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9131);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
