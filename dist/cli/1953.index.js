export const id = 1953;
export const ids = [1953,3477];
export const modules = {

/***/ 1685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   define: () => (/* binding */ define)
/* harmony export */ });
/* harmony import */ var _turn_switch_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3574);

function define(command, start) {
    command
        .addHelpText('after', '\nUndoes `perpetual pause`. On GitHub it also sets the repository variable PERPETUAL_ENABLED to true.')
        .action(() => start(command, invocation => (0,_turn_switch_js__WEBPACK_IMPORTED_MODULE_0__/* .turn */ .w)(invocation, false)));
}


/***/ }),

/***/ 1845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ checkFirstCommit),
  I: () => (/* binding */ withGithub)
});

// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/setup/ask-github.js
var ask_github = __webpack_require__(9972);
// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(9131);
;// CONCATENATED MODULE: ./src/setup/repository-facts.js



const repositorySchema = schemas/* object */.Ikc({
    full_name: schemas/* string */.YjP(),
    html_url: schemas/* url */.OZ5({ protocol: /^https?$/ }),
    private: schemas/* boolean */.zMY(),
    archived: schemas/* boolean */.zMY().default(false),
    has_issues: schemas/* boolean */.zMY().default(true),
    default_branch: schemas/* string */.YjP(),
    owner: schemas/* object */.Ikc({ login: schemas/* string */.YjP(), type: schemas/* string */.YjP().default('User') }),
    permissions: schemas/* object */.Ikc({ admin: schemas/* boolean */.zMY().default(false), push: schemas/* boolean */.zMY().default(false) }).optional(),
});
const readOnly = (text) => new errors/* PerpetualError */.nX(text, { actBy: 'fix-config' });
const roleOf = (permissions) => {
    if (permissions === undefined)
        return 'unknown';
    if (permissions.admin)
        return 'admin';
    return permissions.push ? 'writer' : 'reader';
};
/** Throws `fix-config` where the token is wrong or the repository is not to be seen with it. */
async function readRepositoryFacts(ask, name) {
    const answer = await ask('GET /repos/{owner}/{repo}');
    if (answer.status === 401)
        throw readOnly(`Expected a token that GitHub accepts, but it answers 401 (${answer.message}); make a new one, or \`gh auth login\``);
    if (answer.status === 404)
        throw readOnly(`Expected the repository ${name}, but GitHub shows none to this token; check the name, or give the token access to it`);
    const found = repositorySchema.safeParse(answer.data);
    if (!(0,ask_github/* isOk */.HQ)(answer) || !found.success)
        throw new errors/* PerpetualError */.nX(`Expected GitHub to describe ${name}, got ${answer.status} ${answer.message}; try again later`, {
            actBy: 'next-run',
        });
    const { full_name, html_url, private: isPrivate, archived, has_issues, default_branch, owner, permissions } = found.data;
    const scopes = answer.headers['x-oauth-scopes'];
    return {
        fullName: full_name,
        webUrl: html_url.replace(/\/+$/u, ''),
        isPrivate,
        isArchived: archived,
        hasIssues: has_issues,
        defaultBranch: default_branch,
        owner: owner.login,
        ownedByOrganisation: owner.type === 'Organization',
        role: roleOf(permissions),
        scopes: typeof scopes === 'string' ? scopes.split(',').flatMap(scope => scope.trim() || []) : null,
    };
}

;// CONCATENATED MODULE: ./src/commands/github-view.js



/** Shows the repository to `work`, and closes what was opened. Throws `fix-config` where the token does not reach it. */
async function withGithub({ clock }, { owner, repo, token, apiUrl }, work) {
    const [{ createCommandLineClient }, { openGithubForge }, { failureOfField, readFailure, readPartial }, { explain }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(8647), __webpack_require__.e(517)]).then(__webpack_require__.bind(__webpack_require__, 2898)),
        Promise.all(/* import() */[__webpack_require__.e(4372), __webpack_require__.e(3139)]).then(__webpack_require__.bind(__webpack_require__, 4372)),
        __webpack_require__.e(/* import() */ 6615).then(__webpack_require__.bind(__webpack_require__, 8996)),
        __webpack_require__.e(/* import() */ 5126).then(__webpack_require__.bind(__webpack_require__, 5126)),
    ]);
    const repository = `${owner}/${repo}`;
    const fail = (error) => {
        const field = readPartial(error)?.errors[0];
        const failure = field === undefined ? readFailure(error) : failureOfField(field);
        throw failure === undefined ? error : explain(failure, { repository, permission: 'contents: write' }, error);
    };
    const client = createCommandLineClient({ token, baseUrl: apiUrl });
    const asking = (0,ask_github/* createAsk */.cY)(client, { owner, repo });
    const ask = (route, parameters) => asking(route, parameters).catch(fail);
    const facts = await readRepositoryFacts(ask, repository);
    let opened;
    const forge = () => (opened ??= openGithubForge({ client, owner, repo, clock }));
    try {
        return await work({ ask, client, facts, forge }).catch(fail);
    }
    finally {
        await opened?.then(each => each.close(), () => { });
    }
}
/** Refuses a repository without a commit, on which nothing can be based. */
async function checkFirstCommit({ ask, facts }) {
    const answer = await ask('GET /repos/{owner}/{repo}/git/ref/{ref}', { ref: `heads/${facts.defaultBranch}` });
    // 409 is GitHub's word for an empty repository.
    if (answer.status !== 409 && answer.status !== 404)
        return;
    throw new errors/* PerpetualError */.nX(`Expected ${facts.fullName} to have a first commit on ${facts.defaultBranch}, found none; \`git commit --allow-empty -m "Begin" && git push\` makes one`, { actBy: 'fix-config' });
}


/***/ }),

/***/ 3574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ turn)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var _setup_enabled_variable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7767);
/* harmony import */ var _session_switch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1172);
/* harmony import */ var _github_view_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1845);
/* harmony import */ var _with_project_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5334);





/** Who is at work; in a container the user's number may have no name. */
function userName() {
    try {
        return (0,node_os__WEBPACK_IMPORTED_MODULE_0__.userInfo)().username;
    }
    catch {
        return `user ${process.getuid?.() ?? 'unknown'}`;
    }
}
const resultOf = (changed, paused) => {
    const rest = paused ? ' A session that runs goes on to its end; `perpetual enable` lets others begin again.' : '';
    return `${changed ? 'Now' : 'Already'} ${paused ? 'paused' : 'enabled'}.${rest}`;
};
async function turnHere(invocation, paused) {
    const changed = await (0,_with_project_js__WEBPACK_IMPORTED_MODULE_4__/* .withProject */ .C)(invocation, ({ forge, clock }) => (0,_session_switch_js__WEBPACK_IMPORTED_MODULE_2__/* .turnSwitch */ .i)(forge.state, { paused, by: userName(), at: clock.now() }));
    invocation.output.result(resultOf(changed, paused));
    return { json: { paused, changed } };
}
/** The switch in the state holds back sessions everywhere; the variable spares GitHub the workflow runs that would only find that out. */
const turnThere = (invocation, choice, paused) => (0,_github_view_js__WEBPACK_IMPORTED_MODULE_3__/* .withGithub */ .I)(invocation, choice, async ({ ask, facts, forge }) => {
    const { output, clock } = invocation;
    const { state, society } = await forge();
    const switched = await (0,_session_switch_js__WEBPACK_IMPORTED_MODULE_2__/* .turnSwitch */ .i)(state, { paused, by: society?.people.account ?? userName(), at: clock.now() });
    const before = await (0,_setup_enabled_variable_js__WEBPACK_IMPORTED_MODULE_1__/* .readEnabledVariable */ .cc)(ask, facts.role !== 'reader');
    const same = (0,_setup_enabled_variable_js__WEBPACK_IMPORTED_MODULE_1__/* .isOn */ .Mp)(before) === !paused && before.type !== 'unseen';
    const variable = same ? 'there' : await (0,_setup_enabled_variable_js__WEBPACK_IMPORTED_MODULE_1__/* .writeEnabledVariable */ .FS)(ask, !paused);
    const changed = switched || variable === 'written';
    const json = { paused, changed, variable };
    if (variable !== 'refused') {
        output.result(resultOf(changed, paused));
        return { json };
    }
    const where = `${facts.webUrl}/settings/variables/actions`;
    output.result(paused ? resultOf(switched, true) : 'Sessions may begin, but workflows may still be switched off.');
    output.warn(`This token may not write the repository variable ${_setup_enabled_variable_js__WEBPACK_IMPORTED_MODULE_1__/* .enabledVariable */ .EO}; set it to \`${!paused}\` at ${where}`);
    return { json, exitCode: paused ? 0 : 1 };
});
/** Pauses or enables all pipelines of a repository. On GitHub, exit code 1 where workflows cannot be switched on. */
const turn = (invocation, paused) => invocation.forge.kind === 'local' ? turnHere(invocation, paused) : turnThere(invocation, invocation.forge, paused);


/***/ }),

/***/ 1172:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ readSwitch),
/* harmony export */   i: () => (/* binding */ turnSwitch)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);
/* harmony import */ var _domain_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8935);
/* harmony import */ var _state_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8437);



/** Whether all pipelines are paused, and since when that is so; they are not until somebody says so. */
async function readSwitch(store) {
    const head = store.knownHead() ?? (await store.head());
    const text = (await store.read(head, [_domain_state_js__WEBPACK_IMPORTED_MODULE_1__/* .statePaths */ .mt.switch])).get(_domain_state_js__WEBPACK_IMPORTED_MODULE_1__/* .statePaths */ .mt.switch);
    return text === undefined ? { paused: false } : (0,_state_files_js__WEBPACK_IMPORTED_MODULE_2__/* .parseState */ .Bu)(_domain_state_js__WEBPACK_IMPORTED_MODULE_1__/* .switchStateSchema */ .t_, _domain_state_js__WEBPACK_IMPORTED_MODULE_1__/* .statePaths */ .mt.switch, text);
}
/** Pauses or enables all pipelines; returns false where that was so already. A session that runs is not stopped. */
async function turnSwitch(store, change) {
    for (let race = 0; race < 100; race += 1) {
        const head = await store.head();
        const text = (await store.read(head, [_domain_state_js__WEBPACK_IMPORTED_MODULE_1__/* .statePaths */ .mt.switch])).get(_domain_state_js__WEBPACK_IMPORTED_MODULE_1__/* .statePaths */ .mt.switch);
        const before = text === undefined ? false : (0,_state_files_js__WEBPACK_IMPORTED_MODULE_2__/* .parseState */ .Bu)(_domain_state_js__WEBPACK_IMPORTED_MODULE_1__/* .switchStateSchema */ .t_, _domain_state_js__WEBPACK_IMPORTED_MODULE_1__/* .statePaths */ .mt.switch, text).paused;
        if (before === change.paused)
            return false;
        const changes = [{ path: _domain_state_js__WEBPACK_IMPORTED_MODULE_1__/* .statePaths */ .mt.switch, text: (0,_state_files_js__WEBPACK_IMPORTED_MODULE_2__/* .printState */ .BY)({ version: 1, ...change }) }];
        const written = await store.write(head, changes, change.paused ? 'Pause' : 'Enable');
        if (written.type === 'written')
            return true;
    }
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX('Expected to write the switch within 100 races, lost them all', { actBy: 'report-bug' });
}


/***/ }),

/***/ 9972:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H0: () => (/* binding */ isRefused),
/* harmony export */   HQ: () => (/* binding */ isOk),
/* harmony export */   cY: () => (/* binding */ createAsk),
/* harmony export */   pI: () => (/* binding */ askAll)
/* harmony export */ });
const isRefusal = (error) => error instanceof Error &&
    'status' in error &&
    typeof error.status === 'number' &&
    'response' in error &&
    error.response !== undefined;
/** The refusal itself, or the one that an adapter's error was made of. */
function refusalIn(error) {
    if (isRefusal(error))
        return error;
    return error instanceof Error && error.cause !== undefined ? refusalIn(error.cause) : undefined;
}
/** Octokit appends where the documentation is, which helps nobody here. */
const oneLine = (text) => text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/ - https:\/\/docs\.github\.com\S*$/u, '')
    .trim();
const createAsk = (client, { owner, repo }) => async (route, parameters = {}) => {
    try {
        const { status, data, headers } = await client.request(route, { owner, repo, ...parameters });
        return { status, data, headers, message: '' };
    }
    catch (error) {
        const refusal = refusalIn(error);
        if (refusal === undefined)
            throw error;
        const { status, message, response } = refusal;
        return { status, data: response?.data, headers: response?.headers ?? {}, message: oneLine(message).slice(0, 300) };
    }
};
const isOk = ({ status }) => status >= 200 && status < 300;
/** GitHub answers 403 where it says that it will not, and 404 where it will not even say that. */
const isRefused = ({ status }) => status === 403 || status === 404 || status === 401;
/** All pages of a list; undefined where it cannot be seen. */
async function askAll(ask, route, { pick, parameters = {}, }) {
    const found = [];
    for (let page = 1; page <= 20; page += 1) {
        const answer = await ask(route, { ...parameters, per_page: 100, page });
        if (!isOk(answer))
            return undefined;
        const names = pick(answer.data);
        found.push(...names);
        if (names.length < 100)
            return found;
    }
    return found;
}


/***/ }),

/***/ 7767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EO: () => (/* binding */ enabledVariable),
/* harmony export */   FS: () => (/* binding */ writeEnabledVariable),
/* harmony export */   Mp: () => (/* binding */ isOn),
/* harmony export */   cc: () => (/* binding */ readEnabledVariable),
/* harmony export */   oj: () => (/* binding */ usesApp)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9131);
/* harmony import */ var _ask_github_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9972);


/** The repository variable that names the App which acts in place of a workflow's own token. */
const appVariable = 'PERPETUAL_APP_ID';
/** The repository variable without which no workflow of ours does anything. */
const enabledVariable = 'PERPETUAL_ENABLED';
const variableSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ value: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() });
/** `maySee` says whether a 404 means that there is none: to those who may not look GitHub answers the same. */
async function readVariable(ask, name, maySee) {
    const answer = await ask('GET /repos/{owner}/{repo}/actions/variables/{name}', { name });
    const found = variableSchema.safeParse(answer.data);
    if ((0,_ask_github_js__WEBPACK_IMPORTED_MODULE_1__/* .isOk */ .HQ)(answer) && found.success)
        return { type: 'set', value: found.data.value };
    return answer.status === 404 && maySee ? { type: 'absent' } : { type: 'unseen' };
}
const readEnabledVariable = (ask, maySee) => readVariable(ask, enabledVariable, maySee);
/** True where an App is known to act, whose pull requests need no setting. */
async function usesApp(ask) {
    const variable = await readVariable(ask, appVariable, false);
    return variable.type === 'set' && variable.value !== '';
}
/** Workflows compare as GitHub's expressions do, without regard to case. */
const isOn = (variable) => variable.type === 'set' && variable.value.toLowerCase() === 'true';
/** Sets it, and makes it where it is missing; `refused` where the token may not. */
async function writeEnabledVariable(ask, enabled) {
    const change = { name: enabledVariable, value: String(enabled) };
    const changed = await ask('PATCH /repos/{owner}/{repo}/actions/variables/{name}', change);
    if ((0,_ask_github_js__WEBPACK_IMPORTED_MODULE_1__/* .isOk */ .HQ)(changed))
        return 'written';
    if (changed.status !== 404)
        return 'refused';
    const made = await ask('POST /repos/{owner}/{repo}/actions/variables', change);
    return (0,_ask_github_js__WEBPACK_IMPORTED_MODULE_1__/* .isOk */ .HQ)(made) ? 'written' : 'refused';
}


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
