export const id = 8741;
export const ids = [8741,3477];
export const modules = {

/***/ 7419:
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
        return [problem((0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error), todo)];
    }
}


/***/ }),

/***/ 7625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ withoutKey)
/* harmony export */ });
/* harmony import */ var _config_accounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5934);
/* harmony import */ var _config_pipelines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6615);


/** What goes without this key, as the end of a sentence: a pipeline with another key works on with that one. */
function withoutKey(key, { accounts, pipelines }, isThere) {
    const users = Object.entries(pipelines)
        .filter(([, pipeline]) => pipeline.enabled)
        .map(([name, pipeline]) => ({
        name,
        keys: (0,_config_pipelines_js__WEBPACK_IMPORTED_MODULE_1__/* .accountsOf */ .s1)(pipeline)
            .flatMap(each => accounts[each] ?? [])
            .map(_config_accounts_js__WEBPACK_IMPORTED_MODULE_0__/* .keyNamesOf */ .x),
    }))
        .filter(({ keys }) => keys.some(each => each.includes(key)));
    const worksOn = Map.groupBy(users, ({ keys }) => keys.some(each => each.every(isThere)));
    const named = (is) => (worksOn.get(is) ?? []).map(({ name }) => name).join(' and ');
    const idle = named(false) === '' ? [] : [`${named(false)} cannot run`];
    const fewer = named(true) === '' ? [] : [`${named(true)} works with its other keys alone`];
    return [...idle, ...fewer].join(', and ');
}


/***/ }),

/***/ 7687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ checkProviders),
/* harmony export */   L: () => (/* binding */ checkKeys)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9131);
/* harmony import */ var _config_accounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5934);
/* harmony import */ var _config_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1242);
/* harmony import */ var _config_pipelines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6615);
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(795);
/* harmony import */ var _models_flavour_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1717);
/* harmony import */ var _doctor_check_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7419);
/* harmony import */ var _doctor_lacking_key_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7625);








/** Longer than a healthy provider takes for a question that is no inference. */
const timeoutMs = 5000;
/** Half the guard band around a reset (60 s): a clock that is off by more sends in the wrong day before anyone notices. */
const clockToleranceMs = 30_000;
const keyOf = (account, environment) => account.key === null ? '' : environment[account.key];
/** Which accounts have their key; only a machine on which no pipeline could run has a problem. */
function checkKeys({ config, environment }) {
    const enabled = Object.entries(config.pipelines).filter(([, pipeline]) => pipeline.enabled);
    const isThere = (key) => (environment[key] ?? '') !== '';
    const isReady = (name) => {
        const account = config.accounts[name];
        return account !== undefined && (0,_config_accounts_js__WEBPACK_IMPORTED_MODULE_0__/* .keyNamesOf */ .x)(account).every(isThere);
    };
    const anyRuns = enabled.some(([, pipeline]) => (0,_config_pipelines_js__WEBPACK_IMPORTED_MODULE_2__/* .accountsOf */ .s1)(pipeline).some(isReady));
    return Object.entries(config.accounts).flatMap(([name, account]) => {
        const isUsed = enabled.some(([, pipeline]) => (0,_config_pipelines_js__WEBPACK_IMPORTED_MODULE_2__/* .accountsOf */ .s1)(pipeline).includes(name));
        if (!isUsed)
            return [];
        return (0,_config_accounts_js__WEBPACK_IMPORTED_MODULE_0__/* .keyNamesOf */ .x)(account).map(key => {
            if (isThere(key))
                return (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_5__.ok)(`key of ${name}: ${key} is set`);
            const what = `key of ${name}: ${key} is not set, so ${(0,_doctor_lacking_key_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutKey */ .w)(key, config, isThere)}`;
            const todo = `Set ${key} in the environment${anyRuns ? '' : ' (`perpetual demo` needs no key)'}.`;
            return anyRuns ? (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_5__/* .warning */ .$e)(what, todo) : (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_5__/* .problem */ .CC)(what, todo);
        });
    });
}
/** One GET without redirects, so that a key goes nowhere else. What fails is told by its code, never by a text that may hold the key. */
async function ask({ url, headers }) {
    try {
        const response = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
        const text = await response.text();
        const date = Date.parse(response.headers.get('date') ?? '');
        return { status: response.status, body: zod__WEBPACK_IMPORTED_MODULE_7__/* .json */ .Pq9().safeParse(parse(text)).data, dateMs: Number.isNaN(date) ? null : date };
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
const flavourIn = (account) => account.api === 'openai' ? (0,_models_flavour_js__WEBPACK_IMPORTED_MODULE_4__/* .flavourOf */ .Rz)(account.baseUrl, account.flavour) : undefined;
const questionOf = (account, key) => {
    if (account.api === 'gemini')
        return { url: `${account.baseUrl}/v1beta/models?pageSize=1`, headers: { 'x-goog-api-key': key } };
    const path = flavourIn(account) === 'openrouter' ? 'key' : 'models';
    return { url: `${account.baseUrl}/${path}`, headers: key === '' ? {} : { authorization: `Bearer ${key}` } };
};
const keyReply = zod__WEBPACK_IMPORTED_MODULE_7__/* .object */ .Ikc({ data: zod__WEBPACK_IMPORTED_MODULE_7__/* .object */ .Ikc({ limit_remaining: zod__WEBPACK_IMPORTED_MODULE_7__/* .number */ .aig().nullish() }) });
function judgeKey(name, account, reply) {
    const host = new URL(account.baseUrl).host;
    // Gemini answers a wrong key with 400 INVALID_ARGUMENT (ai.google.dev, error codes).
    const refused = reply.status === 401 || reply.status === 403 || (account.api === 'gemini' && reply.status === 400);
    if (refused)
        return (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_5__/* .problem */ .CC)(`${name}: ${host} refuses the key in ${account.key ?? 'no variable'} (${reply.status})`, 'Replace the key; it may be revoked or belong to another provider.');
    // Z.AI has no address that tells about a key, a balance or its models; what it says to any other is about the address.
    if (flavourIn(account) === 'zai' && reply.status < 500)
        return (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_5__.ok)(`${name}: ${host} answers; only a session's first request tells whether the key is good and has a balance`);
    if (reply.status === 404)
        return (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_5__/* .warning */ .$e)(`${name}: ${host} answers, but cannot be asked about the key`, 'Nothing, if sessions work.');
    if (reply.status !== 200)
        return (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_5__/* .warning */ .$e)(`${name}: ${host} answers with ${reply.status}`, 'Try again later.');
    const left = keyReply.safeParse(reply.body).data?.data.limit_remaining;
    if (typeof left === 'number' && left <= 0)
        return (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_5__/* .problem */ .CC)(`${name}: the key has no credit left`, 'Add credit or raise the limit of the key at the provider.');
    return (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_5__.ok)(`${name}: ${host} ${account.key === null ? 'answers' : 'accepts the key'}${typeof left === 'number' ? `, $${left.toFixed(2)} left of its limit` : ''}`);
}
function judgeClock(name, dateMs, nowMs) {
    const offMs = nowMs - dateMs;
    if (Math.abs(offMs) <= clockToleranceMs)
        return [(0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_5__.ok)(`clock: within ${clockToleranceMs / 1000} s of ${name}'s`)];
    const what = `clock: ${Math.round(Math.abs(offMs) / 1000)} s ${offMs > 0 ? 'ahead of' : 'behind'} ${name}'s`;
    return [(0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_5__/* .warning */ .$e)(what, 'Set the clock (NTP): budgets begin anew at a time of day.')];
}
const modelsReply = zod__WEBPACK_IMPORTED_MODULE_7__/* .object */ .Ikc({ data: zod__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_7__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP() })) });
async function checkModels(name, account, config) {
    const reply = await ask({ url: `${account.baseUrl}/models`, headers: {} });
    const listed = typeof reply === 'string' ? undefined : modelsReply.safeParse(reply.body).data;
    if (listed === undefined)
        return [(0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_5__/* .warning */ .$e)(`${name}: its list of models cannot be read`, 'Try again later.')];
    const ids = new Set(listed.data.map(({ id }) => id));
    // The embedded provider answers for every model.
    if ([...ids].every(id => id.startsWith('rehearsal/')) && ids.size > 0)
        return [(0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_5__.ok)(`${name}: is the embedded provider, which answers for every model`)];
    const users = Object.values(config.pipelines).filter(pipeline => pipeline.enabled && (0,_config_pipelines_js__WEBPACK_IMPORTED_MODULE_2__/* .accountsOf */ .s1)(pipeline).includes(name));
    const models = [...new Set(users.flatMap(_config_pipelines_js__WEBPACK_IMPORTED_MODULE_2__/* .modelsOf */ .Wh))];
    return models.map(model => {
        if (ids.has(model))
            return (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_5__.ok)(`${name}: has ${model}`);
        const near = (0,_config_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(model, [...ids]);
        return (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_5__/* .problem */ .CC)(`${name}: has no model ${model}`, `Name another in .github/perpetual.yml${near === undefined ? '' : `, such as ${near.slice(0, 100)}`}.`);
    });
}
async function checkProvider(name, account, { config, environment, clock }) {
    const key = keyOf(account, environment) ?? '';
    if (account.key !== null && key === '')
        return [];
    if (!/^[\u0021-\u007e]*$/.test(key)) {
        return [
            (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_5__/* .problem */ .CC)(`${name}: ${account.key ?? ''} holds spaces, line ends or other characters that no key has`, 'Set it again, without quotes and line ends.'),
        ];
    }
    const reply = await ask(questionOf(account, key));
    if (typeof reply === 'string') {
        return [
            (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_5__/* .problem */ .CC)(`${name}: ${new URL(account.baseUrl).host} cannot be reached (${reply})`, 'Check the network and `baseUrl`, or use --offline.'),
        ];
    }
    const time = reply.dateMs === null ? [] : judgeClock(name, reply.dateMs, (0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_3__/* .toEpochMs */ .x8)(clock.now()));
    return [
        judgeKey(name, account, reply),
        ...time,
        ...(flavourIn(account) === 'openrouter' ? await checkModels(name, account, config) : []),
    ];
}
/** Reaches every provider whose key is set, without an inference: key, clock and, at OpenRouter, the models. */
async function checkProviders(options) {
    const used = new Set(Object.values(options.config.pipelines).flatMap(pipeline => (pipeline.enabled ? (0,_config_pipelines_js__WEBPACK_IMPORTED_MODULE_2__/* .accountsOf */ .s1)(pipeline) : [])));
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
/* harmony import */ var _config_load_config_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7134);
/* harmony import */ var _config_task_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1051);
/* harmony import */ var _domain_slot_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9800);
/* harmony import */ var _domain_state_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8935);
/* harmony import */ var _domain_task_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3761);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9763);
/* harmony import */ var _forge_local_local_forge_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6411);
/* harmony import */ var _forge_local_repository_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1171);
/* harmony import */ var _session_state_files_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8437);
/* harmony import */ var _doctor_check_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7419);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(7074);













const checkGit = (folder) => (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_11__/* .attempt */ .CD)('Install git from https://git-scm.com.', async () => [(0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_11__.ok)(`git ${await (0,_forge_local_repository_js__WEBPACK_IMPORTED_MODULE_9__/* .checkGitVersion */ .P)(folder)}`)]);
async function checkRepository(folder) {
    try {
        const top = await (0,_repository_js__WEBPACK_IMPORTED_MODULE_12__/* .workTreeOf */ .F)(folder);
        const commit = await (0,_repository_js__WEBPACK_IMPORTED_MODULE_12__/* .firstCommitOf */ .v)(top);
        return { top, checks: [(0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_11__.ok)(`repository ${top}, at commit ${commit.slice(0, 10)}`)] };
    }
    catch (error) {
        return { checks: [(0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_11__/* .problem */ .CC)((0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .messageOf */ .bD)(error), 'Without a repository that has a commit there is nothing to work in.')] };
    }
}
function checkPipelines({ pipelines }) {
    const enabled = Object.entries(pipelines).filter(([, each]) => each.enabled);
    if (enabled.length === 0)
        return [(0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_11__/* .warning */ .$e)('no pipeline is enabled', 'Set `enabled: true` in .github/perpetual.yml.')];
    return [(0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_11__.ok)(`configuration: ${enabled.map(([name]) => name).join(', ')}`)];
}
async function checkConfig(top) {
    try {
        const config = await (0,_config_load_config_js__WEBPACK_IMPORTED_MODULE_2__/* .readConfig */ .Xg)(top);
        return { config, checks: checkPipelines(config) };
    }
    catch (error) {
        return { checks: [(0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_11__/* .problem */ .CC)((0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .messageOf */ .bD)(error), 'Mend the file; nothing runs before.')] };
    }
}
const noTaskFiles = (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_11__/* .warning */ .$e)('no task files in tasks/', '`perpetual init` copies some; `perpetual tasks add` takes one of yours.');
const checkTaskFile = (file, read) => (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_11__/* .attempt */ .CD)('Mend the file; `perpetual tasks import` refuses it as a whole.', async () => [
    (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_11__.ok)(`${file}: ${(await read()).length} tasks`),
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
    ['ledgers', _domain_state_js__WEBPACK_IMPORTED_MODULE_5__/* .accountStateSchema */ .Yg],
    ['pipelines', _domain_state_js__WEBPACK_IMPORTED_MODULE_5__/* .pipelineStateSchema */ .TG],
    ['tasks', _domain_task_js__WEBPACK_IMPORTED_MODULE_6__/* .taskSchema */ .v],
    ['slots', _domain_slot_js__WEBPACK_IMPORTED_MODULE_4__/* .slotBoardSchema */ .w3],
];
/** Everything that a session would read first, so that garbage and a newer version are found before one begins. */
async function checkStateOf({ state }) {
    const head = await state.head();
    if (head === null)
        return [(0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_11__.ok)('no state yet: the first import or session begins it')];
    let files = 0;
    for (const [folder, schema] of folders) {
        const texts = await state.read(head, await state.list(head, folder));
        for (const [path, text] of texts)
            (0,_session_state_files_js__WEBPACK_IMPORTED_MODULE_10__/* .parseState */ .Bu)(schema, path, text);
        files += texts.size;
    }
    return [(0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_11__.ok)(`state on perpetual/state, version 1, ${files} files`)];
}
const checkState = (top, clock) => (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_11__/* .attempt */ .CD)('Update perpetual, or restore the branch perpetual/state from an earlier commit.', async () => {
    const forge = await (0,_forge_local_local_forge_js__WEBPACK_IMPORTED_MODULE_8__/* .openLocalForge */ .d)({ repository: top, clock });
    try {
        return await checkStateOf(forge);
    }
    finally {
        await forge.close();
    }
});
const gigabyte = 1e9;
/** A run writes some megabytes a day; a full disk in the middle of it is what this warns of. */
const checkDisk = (folder) => (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_11__/* .attempt */ .CD)('Make room on the disk.', async () => {
    const { bavail, bsize } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.statfs)(folder);
    const free = bavail * bsize;
    const text = `${(free / gigabyte).toFixed(1)} GB of disk are free`;
    if (free < 0.1 * gigabyte)
        return [(0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_11__/* .problem */ .CC)(text, 'Make room: a session could not save its work.')];
    return free < gigabyte ? [(0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_11__/* .warning */ .$e)(text, 'Make room before long.')] : [(0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_11__.ok)(text)];
});


/***/ }),

/***/ 4750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ checkWeb)
/* harmony export */ });
/* harmony import */ var _config_pipelines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6615);
/* harmony import */ var _models_flavour_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1717);
/* harmony import */ var _doctor_check_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7419);



/** Pipelines whose pairs must quote pages, at servers that are not known to read any. */
function checkWeb({ accounts, pipelines }) {
    return Object.entries(pipelines).flatMap(([name, pipeline]) => {
        if (!pipeline.enabled || !(0,_config_pipelines_js__WEBPACK_IMPORTED_MODULE_0__/* .factsOf */ .xS)(pipeline).needsWeb)
            return [];
        const blind = (0,_config_pipelines_js__WEBPACK_IMPORTED_MODULE_0__/* .accountsOf */ .s1)(pipeline).filter(each => {
            const account = accounts[each];
            return account?.api === 'openai' && account.search === undefined && (0,_models_flavour_js__WEBPACK_IMPORTED_MODULE_1__/* .flavourOf */ .Rz)(account.baseUrl, account.flavour) === 'plain';
        });
        return blind.map(account => (0,_doctor_check_js__WEBPACK_IMPORTED_MODULE_2__/* .warning */ .$e)(`${name}: ${account} has no web search, and a pair whose pages nobody read is not accepted`, `Give the account a \`search\`, unless its server searches by itself: docs/pipelines.md.`));
    });
}


/***/ }),

/***/ 8305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   define: () => (/* binding */ define)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9131);
/* harmony import */ var _doctor_provider_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7687);
/* harmony import */ var _doctor_web_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4750);
/* harmony import */ var _doctor_repository_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6042);




async function examineHere({ folder, environment, clock }, offline) {
    const git = await (0,_doctor_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .checkGit */ .Th)(folder);
    const { top, checks: repository } = await (0,_doctor_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .checkRepository */ .n_)(folder);
    if (top === undefined)
        return [...git, ...repository, ...(await (0,_doctor_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .checkDisk */ .Op)(folder))];
    const { config, checks: configuration } = await (0,_doctor_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .checkConfig */ .l2)(top);
    const state = await (0,_doctor_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .checkState */ .We)(top, clock);
    const disk = await (0,_doctor_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .checkDisk */ .Op)(top);
    if (config === undefined)
        return [...git, ...repository, ...configuration, ...state, ...disk];
    const options = { config, environment, clock };
    const tasks = await (0,_doctor_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .checkTaskFiles */ .fT)(top, config);
    const providers = offline ? [] : await (0,_doctor_provider_js__WEBPACK_IMPORTED_MODULE_0__/* .checkProviders */ .D)(options);
    return [
        ...git,
        ...repository,
        ...configuration,
        ...tasks,
        ...state,
        ...disk,
        ...(0,_doctor_provider_js__WEBPACK_IMPORTED_MODULE_0__/* .checkKeys */ .L)(options),
        ...(0,_doctor_web_js__WEBPACK_IMPORTED_MODULE_1__/* .checkWeb */ .t)(config),
        ...providers,
    ];
}
async function examine(invocation, offline) {
    const { forge } = invocation;
    if (forge.kind === 'local')
        return examineHere(invocation, offline);
    const { examineGithub } = await Promise.all(/* import() */[__webpack_require__.e(2378), __webpack_require__.e(8524)]).then(__webpack_require__.bind(__webpack_require__, 8682));
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
const optionsSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ offline: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY().default(false) });
function define(command, start) {
    command
        .description('Checks git, the repository, configuration, tasks, state, keys and providers. Sends no inference and changes nothing.\nOn GitHub: the token, settings, secrets, rules, labels and workflows; a branch is made and deleted to try it. `?` marks what cannot be seen.')
        .option('--offline', 'leave the providers alone')
        .addHelpText('after', '\nExamples:\n  perpetual doctor\n  perpetual doctor --offline --json')
        .action(() => start(command, invocation => diagnose(invocation, optionsSchema.parse(command.opts()).offline)));
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

/***/ 3477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p6: () => (/* binding */ date),
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1299);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9131);



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
