export const id = 2378;
export const ids = [2378];
export const modules = {

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

/***/ 2378:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  initialiseGithub: () => (/* binding */ initialiseGithub),
  m: () => (/* binding */ surveyFiles)
});

// EXTERNAL MODULE: ./src/config/load-config.js + 2 modules
var load_config = __webpack_require__(7134);
// EXTERNAL MODULE: ./src/config/template.js
var template = __webpack_require__(2736);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/setup/action-reference.js
var action_reference = __webpack_require__(4881);
// EXTERNAL MODULE: ./src/setup/generated-files.js
var generated_files = __webpack_require__(732);
;// CONCATENATED MODULE: ./src/setup/file-plan.js

/** Compares what is wanted with the texts that were found. */
function planFiles({ own, templates }, found) {
    const all = [...own, ...templates];
    const drifted = templates.filter(({ path, text }) => {
        const there = found.get(path);
        return there !== undefined && !(0,generated_files/* followsTemplate */.hr)(there, text);
    });
    const changed = new Set(drifted.map(({ path }) => path));
    return {
        missing: all.filter(({ path }) => !found.has(path)),
        drifted,
        kept: all.filter(({ path }) => found.has(path) && !changed.has(path)).map(({ path }) => path),
    };
}

// EXTERNAL MODULE: ./src/setup/own-files.js
var own_files = __webpack_require__(2429);
// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(9131);
;// CONCATENATED MODULE: ./src/setup/publish-files.js


const mutation = `mutation SetUp($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }`;
const replySchema = schemas/* object */.Ikc({ createCommitOnBranch: schemas/* object */.Ikc({ commit: schemas/* object */.Ikc({ oid: schemas/* string */.YjP() }) }) });
/** GitHub's words for branch protection and rulesets, of git (GH006, GH013) and of the API. */
const protectedBranch = /rule violation|protected branch|through a pull request|branch is protected|GH006|GH013|status checks? (?:is|are) expected/iu;
const staleBranch = /expected branch to point to|is at [0-9a-f]{40} but expected|STALE_DATA/iu;
const withoutWorkflowScope = /workflow`? ?(?:scope|permission)|without `?workflows?`?/iu;
/** All that an error and what caused it say: an adapter may have put GitHub's words into its own. */
const wordsOf = (error) => error instanceof Error ? `${error.message}\n${error.cause === undefined ? '' : wordsOf(error.cause)}` : String(error);
const fixConfig = (message, cause) => new errors/* PerpetualError */.nX(message, { actBy: 'fix-config', cause });
/** The commit, or undefined where the branch only takes changes through pull requests. */
async function commit(files, { client, forge, repository, base }) {
    const additions = files.map(({ path, text }) => ({ path, contents: Buffer.from(text).toString('base64') }));
    const input = {
        branch: { repositoryNameWithOwner: repository, branchName: forge.defaultBranch },
        expectedHeadOid: base,
        message: { headline: 'Set up Perpetual' },
        fileChanges: { additions },
    };
    try {
        // A repeated commit would only find that the branch has moved on.
        const reply = await client.graphql(mutation, { input, request: { retries: 0 } });
        return replySchema.parse(reply).createCommitOnBranch.commit.oid;
    }
    catch (error) {
        const words = wordsOf(error);
        if (withoutWorkflowScope.test(words))
            throw fixConfig('Expected a token that may write workflows, but this one may not; a classic token needs the scope `workflow` (`gh auth refresh --scopes workflow`), a fine-grained one the permission Workflows', error);
        if (staleBranch.test(words))
            throw new errors/* PerpetualError */.nX(`Expected ${forge.defaultBranch} to stay where it was read, but somebody pushed; run it again`, {
                actBy: 'next-run',
                cause: error,
            });
        if (protectedBranch.test(words))
            return undefined;
        throw error;
    }
}
const branch = 'perpetual/set-up';
const pullBody = `What \`perpetual init\` writes into a data repository: configuration, workflows, issue forms and folders.

Nothing runs before this is merged and the repository variable \`PERPETUAL_ENABLED\` is \`true\`.`;
/** A pull request that is open is brought up to date; one that was merged or closed stays as it is, and another branch is taken. */
async function openPull(files, { forge, base }) {
    for (const name of [branch, `${branch}-${base.slice(0, 8)}`]) {
        const pull = await forge.pulls.open({
            branch: name,
            title: 'Set up Perpetual',
            body: pullBody,
            labels: [],
            files,
            message: 'Set up Perpetual',
            draft: false,
            reviewers: [],
        });
        if (pull.state !== 'open')
            continue;
        const texts = await forge.pulls.read(pull.number, files.map(({ path }) => path));
        const changes = files.filter(({ path, text }) => texts.get(path) !== text);
        if (changes.length === 0)
            return pull;
        const edited = await forge.pulls.edit(pull.number, { base: pull.head, changes, message: 'Bring the set-up up to date' });
        if (edited.type === 'written')
            return pull;
        throw new errors/* PerpetualError */.nX(`Expected ${name} to stay where it was read, but somebody pushed; run it again`, {
            actBy: 'next-run',
        });
    }
    throw new errors/* PerpetualError */.nX(`Expected to open a pull request from ${branch}, but that was closed before; delete this branch, then try again`, { actBy: 'fix-config' });
}
/** One commit on the default branch, or a pull request where it is protected. */
async function publishFiles(files, publishing) {
    const done = await commit(files, publishing);
    if (done !== undefined)
        return { type: 'committed', commit: done };
    const { number, url } = await openPull(files, publishing);
    return { type: 'pull', number, url };
}

// EXTERNAL MODULE: ./src/setup/ask-github.js
var ask_github = __webpack_require__(9972);
;// CONCATENATED MODULE: ./src/setup/resolve-action.js




const commitSchema = schemas/* object */.Ikc({ sha: schemas/* string */.YjP().regex(/^[0-9a-f]{40}$/) });
/** Pins a tag, branch or commit of the action to its commit, as the API knows it. Throws `fix-config` where there is none. */
async function resolveAction(ask, { name, ref }) {
    const [owner, repo] = name.split('/');
    const answer = await ask('GET /repos/{owner}/{repo}/commits/{ref}', { owner, repo, ref });
    const commit = commitSchema.safeParse(answer.data);
    if ((0,ask_github/* isOk */.HQ)(answer) && commit.success)
        return { name, sha: commit.data.sha, version: (0,action_reference/* isSha */.HH)(ref) ? null : ref };
    throw new errors/* PerpetualError */.nX(`Expected ${name}@${ref} to be a version of the action that this token can see, but GitHub answers ${answer.status}; pass another with \`--action owner/name@tag\``, { actBy: 'fix-config' });
}

// EXTERNAL MODULE: ./src/commands/github-view.js + 1 modules
var github_view = __webpack_require__(1845);
// EXTERNAL MODULE: ./src/setup/left-to-do.js
var left_to_do = __webpack_require__(8566);
// EXTERNAL MODULE: ./src/commands/monthly-costs.js
var monthly_costs = __webpack_require__(8754);
;// CONCATENATED MODULE: ./src/commands/init-github-report.js



function fileLines({ output }, { plan, updated }, dryRun) {
    const { green, yellow, dim } = output.colours;
    const drifted = plan.drifted.map(({ path }) => path).filter(path => !updated.includes(path));
    return [
        ...plan.missing.map(({ path }) => `${green(dryRun ? '+ would write' : '+ wrote')} ${path}`),
        ...updated.map(path => `${green(dryRun ? '~ would update' : '~ updated')} ${path}`),
        ...drifted.map(path => `${yellow('! differs from what this version writes')} ${path} ${dim('(--update writes it again)')}`),
        ...plan.kept.map(path => dim(`= is there already, unchanged: ${path}`)),
    ];
}
function publishedLine({ published, action }, { facts }) {
    const uses = action === null ? [] : [`The workflows use ${(0,action_reference/* usesOf */.MZ)(action)}.`];
    if (published === null)
        return uses;
    if (published.type === 'committed')
        return [`Committed to ${facts.defaultBranch} as ${published.commit.slice(0, 10)}.`, ...uses];
    return [`${facts.defaultBranch} is protected, so the files wait in pull request #${published.number}.`, ...uses];
}
function preparedLines(prepared) {
    if (prepared === null)
        return [];
    const { labels, environment, state } = prepared;
    const environments = {
        made: 'Made the environment perpetual, for the default branch alone.',
        there: 'The environment perpetual is there already.',
        refused: 'The environment perpetual could not be made: this token may not, or the plan has none.',
    };
    return [
        labels.refused.length > 0
            ? `${labels.refused.length} labels could not be made: this token may not.`
            : labels.made.length > 0
                ? `Made ${labels.made.length} labels.`
                : 'All labels are there already.',
        environments[environment],
        state === 'made' ? 'Began the state on perpetual/state.' : 'The state on perpetual/state is there already.',
    ];
}
/** Says what was done and what is left to a person. */
function reportInit(invocation, report) {
    const { view, survey, written, prepared, surroundings, options } = report;
    const { output } = invocation;
    const { bold, dim } = output.colours;
    const { facts } = view;
    const monthly = (0,monthly_costs/* monthlyCosts */.m)(survey.config);
    const left = (0,left_to_do/* leftToDo */.Sc)({
        repository: facts.fullName,
        webUrl: facts.webUrl,
        pullUrl: written.published?.type === 'pull' ? written.published.url : null,
        hasIssues: facts.hasIssues,
        labelsRefused: prepared?.labels.refused.length ?? 0,
        inFolder: invocation.folder === process.cwd() ? '' : ` --repo ${JSON.stringify(invocation.folder)}`,
        ...surroundings,
    });
    const lines = [
        ...fileLines(invocation, written, options.dryRun),
        ...publishedLine(written, view),
        ...preparedLines(prepared),
        `\n${bold('What a month may cost at most')}`,
        ...(0,monthly_costs/* describeCosts */.i)(monthly).map(line => `  ${line}`),
        `\n${bold('Left to you')}`,
        ...left.flatMap(({ what, command, url }, index) => [
            `  ${index + 1}. ${what}`,
            ...(command === null ? [] : [`     ${command}`]),
            dim(`     ${url}`),
        ]),
        `  Then \`perpetual doctor --forge github\` checks all of it.`,
    ];
    for (const line of lines)
        output.result(line);
    const { published } = written;
    return {
        json: {
            repository: facts.fullName,
            dryRun: options.dryRun,
            written: written.plan.missing.map(({ path }) => path),
            updated: written.updated,
            drifted: written.plan.drifted.map(({ path }) => path).filter(path => !written.updated.includes(path)),
            kept: written.plan.kept,
            action: written.action,
            commit: published?.type === 'committed' ? published.commit : null,
            pull: published?.type === 'pull' ? { number: published.number, url: published.url } : null,
            labels: prepared?.labels ?? null,
            environment: prepared?.environment ?? null,
            state: prepared?.state ?? null,
            left,
            monthly,
        },
    };
}

// EXTERNAL MODULE: ./src/setup/actions-permissions.js
var actions_permissions = __webpack_require__(4873);
// EXTERNAL MODULE: ./src/setup/enabled-variable.js
var enabled_variable = __webpack_require__(7767);
// EXTERNAL MODULE: ./src/domain/state.js
var state = __webpack_require__(8935);
// EXTERNAL MODULE: ./src/session/state-files.js + 2 modules
var state_files = __webpack_require__(8437);
;// CONCATENATED MODULE: ./src/setup/first-state.js


/** Begins the state branch where there is none, so that whatever may not write it fails now and not in the first session. */
async function beginState(store, { by, at }) {
    if ((await store.head()) !== null)
        return 'there';
    const text = (0,state_files/* printState */.BY)({ version: 1, paused: false, by, at });
    const written = await store.write(null, [{ path: state/* statePaths */.mt.switch, text }], 'Begin');
    return written.type === 'written' ? 'made' : 'there';
}

// EXTERNAL MODULE: ./src/setup/key-environment.js
var key_environment = __webpack_require__(3436);
// EXTERNAL MODULE: ./src/setup/labels.js
var setup_labels = __webpack_require__(8968);
// EXTERNAL MODULE: ./src/setup/make-labels.js
var make_labels = __webpack_require__(8129);
;// CONCATENATED MODULE: ./src/commands/init-github-steps.js







/** Labels, the environment for keys, and the state branch; each only where it is missing. */
async function prepareRepository({ output, clock }, { ask, facts, forge }, { config }) {
    const { state, society } = await forge();
    const by = society?.people.account ?? facts.owner;
    const begun = await beginState(state, { by, at: clock.now() });
    const environment = await (0,key_environment/* makeKeyEnvironment */.xd)(ask, facts.defaultBranch);
    const wanted = (0,setup_labels/* labelsFor */.d)(config);
    const total = (0,setup_labels/* missingLabels */.C)(wanted, (await (0,make_labels/* readLabels */.k)(ask)) ?? []).length;
    const progress = output.progress({ label: 'labels', total, unit: 'labels' });
    let done = 0;
    const labels = await (0,make_labels/* makeLabels */.y)(ask, wanted, () => progress.update((done += 1)));
    progress.end();
    return { labels, environment, state: begun };
}
async function lookAround({ ask, facts }, { config }) {
    const [environment, secrets, actionsMayOpenPulls, hasApp, variable] = await Promise.all([
        (0,key_environment/* readKeyEnvironment */.$B)(ask),
        (0,key_environment/* readSecretNames */.P8)(ask),
        (0,actions_permissions/* mayActionsOpenPulls */.$)(ask),
        (0,enabled_variable/* usesApp */.oj)(ask),
        (0,enabled_variable/* readEnabledVariable */.cc)(ask, facts.role === 'admin' || facts.role === 'writer'),
    ]);
    const there = new Set([...(secrets.environment ?? []), ...(secrets.repository ?? []), ...(secrets.organisation ?? [])]);
    return {
        missingKeys: (0,generated_files/* keysOf */.YD)(config).filter(key => !there.has(key)),
        hasEnvironment: environment.type !== 'absent' && environment.type !== 'unseen',
        actionsMayOpenPulls: hasApp || actionsMayOpenPulls,
        isEnabled: (0,enabled_variable/* isOn */.Mp)(variable),
    };
}

// EXTERNAL MODULE: ./src/commands/package-files.js
var package_files = __webpack_require__(9474);
;// CONCATENATED MODULE: ./src/commands/init-github.js













const init_github_fixConfig = (message) => new errors/* PerpetualError */.nX(message, { actBy: 'fix-config' });
/** Reads the default branch and plans. Throws `fix-config` where its configuration is wrong. */
async function surveyFiles(view) {
    const { contents } = await view.forge();
    const base = await contents.head();
    if (base === null)
        throw init_github_fixConfig(`Expected a commit on ${view.facts.defaultBranch}, found none; push one first`);
    const text = (await contents.read(base, [load_config/* configFile */.Ze])).get(load_config/* configFile */.Ze);
    const config = (0,load_config/* loadConfig */.Z9)(text ?? (0,template/* renderTemplate */.X)(), load_config/* configFile */.Ze);
    const folder = (0,package_files/* packageFolder */.n4)();
    const [own, choose, generated] = await Promise.all([(0,own_files/* ownFiles */.a)(folder), (0,generated_files/* chooser */.yx)(folder), (0,generated_files/* templates */.kT)(folder, (0,generated_files/* keysOf */.YD)(config))]);
    const wanted = { own: [...own, ...choose], templates: generated };
    const paths = [...wanted.own, ...generated].map(({ path }) => path);
    const found = await contents.read(base, paths);
    return { config, plan: planFiles(wanted, found), templates: generated, found, base };
}
/** What the workflows are to use: as asked, else what this package says of itself, else what a workflow of the repository names. */
async function findAction({ ask }, survey, asked) {
    if (asked !== undefined)
        return resolveAction(ask, (0,action_reference/* parseActionReference */.D2)(asked));
    const named = survey.templates.flatMap(({ path, text }) => (0,generated_files/* actionsIn */.jS)(survey.found.get(path) ?? '', text));
    const name = (0,action_reference/* repositoryName */.aR)((0,package_files/* packageRepository */.HA)()) ?? named[0]?.name;
    if (name !== undefined)
        return resolveAction(ask, { name, ref: `v${(0,package_files/* packageVersion */.Tl)()}` });
    throw init_github_fixConfig('Expected to know where the action of the workflows is published, but this copy does not say; pass `--action owner/name@tag`');
}
async function writeFiles(view, survey, { dryRun, update, action: asked }) {
    const { plan, base } = survey;
    const files = [...plan.missing, ...(update ? plan.drifted : [])];
    const updated = update ? plan.drifted.map(({ path }) => path) : [];
    const needsAction = files.some(({ path }) => (0,generated_files/* isWorkflow */._2)(path));
    if (needsAction && view.facts.scopes !== null && !view.facts.scopes.includes('workflow'))
        throw init_github_fixConfig('Expected a token with the scope `workflow`, because workflows are written, but it has none; `gh auth refresh --scopes workflow` adds it');
    const action = needsAction || asked !== undefined ? await findAction(view, survey, asked) : null;
    if (dryRun || files.length === 0)
        return { plan, updated, action, published: null };
    const ready = files.map(({ path, text }) => ({ path, text: action !== null && (0,generated_files/* isWorkflow */._2)(path) ? (0,generated_files/* pinned */.dp)(text, action) : text }));
    const forge = await view.forge();
    const published = await publishFiles(ready, { client: view.client, forge, repository: view.facts.fullName, base });
    return { plan, updated, action, published };
}
/** An installation has no role of its own, so its writes alone tell what it may do. */
async function refuseReaders({ facts, forge }) {
    const { fullName, isArchived, role } = facts;
    if (isArchived)
        throw init_github_fixConfig(`Expected ${fullName} to take changes, but it is archived; Settings → General → Unarchive`);
    if (role !== 'reader')
        return;
    const account = (await forge()).society?.people.account ?? '';
    if (!account.endsWith('[bot]'))
        throw init_github_fixConfig(`Expected a token of someone who may write to ${fullName}, got a reader's; ask its owner for write access`);
}
/** Sets a data repository on GitHub up; again, it adds what is missing and changes nothing else. */
const initialiseGithub = (invocation, choice, options) => (0,github_view/* withGithub */.I)(invocation, choice, async (view) => {
    await (0,github_view/* checkFirstCommit */.y)(view);
    await refuseReaders(view);
    const survey = await surveyFiles(view);
    const written = await writeFiles(view, survey, options);
    const prepared = options.dryRun ? null : await prepareRepository(invocation, view, survey);
    const surroundings = await lookAround(view, survey);
    return reportInit(invocation, { view, survey, written, prepared, surroundings, options });
});


/***/ }),

/***/ 4881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D2: () => (/* binding */ parseActionReference),
/* harmony export */   HH: () => (/* binding */ isSha),
/* harmony export */   MZ: () => (/* binding */ usesOf),
/* harmony export */   aR: () => (/* binding */ repositoryName)
/* harmony export */ });
/* harmony import */ var _config_show_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(467);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);


const shaPattern = /^[0-9a-f]{40}$/;
const referencePattern = /^([A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9._-]{1,100})@([A-Za-z0-9][A-Za-z0-9._/-]{0,199})$/;
const isSha = (ref) => shaPattern.test(ref);
/** `owner/name@ref`. Throws `fix-config` for anything else. */
function parseActionReference(text) {
    const [, name, ref] = referencePattern.exec(text) ?? [];
    if (name !== undefined && ref !== undefined && !ref.includes('..'))
        return { name, ref };
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX(`Expected \`--action\` to be \`owner/name@tag\` (or \`@\` and a commit's 40 digits), got ${(0,_config_show_js__WEBPACK_IMPORTED_MODULE_1__/* .show */ .WU)(text)}`, { actBy: 'fix-config' });
}
/** `owner/name` of package.json's `repository`, in any of the forms that npm knows; undefined where it names none on GitHub. */
function repositoryName(repository) {
    const found = /^(?:github:|(?:git\+)?(?:https?|ssh|git):\/\/(?:[^@/]+@)?github\.com\/)?([A-Za-z0-9][\w-]{0,38}\/[\w.-]{1,100}?)(?:\.git)?$/u.exec(repository ?? '');
    return found?.[1];
}
/** What stands after `uses:`. */
const usesOf = ({ name, sha, version }) => `${name}@${sha}${version === null ? '' : ` # ${version}`}`;


/***/ }),

/***/ 4873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ mayActionsOpenPulls),
/* harmony export */   U: () => (/* binding */ mayOrganisationOpenPulls)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9131);
/* harmony import */ var _ask_github_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9972);


const workflowSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ can_approve_pull_request_reviews: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY() });
/** Whether GitHub Actions may open pull requests in this repository; undefined where that cannot be seen. */
async function mayActionsOpenPulls(ask) {
    const answer = await ask('GET /repos/{owner}/{repo}/actions/permissions/workflow');
    return (0,_ask_github_js__WEBPACK_IMPORTED_MODULE_1__/* .isOk */ .HQ)(answer) ? workflowSchema.safeParse(answer.data).data?.can_approve_pull_request_reviews : undefined;
}
/** Whether the organisation lets any repository switch that on; undefined where that cannot be seen. */
async function mayOrganisationOpenPulls(ask, organisation) {
    const answer = await ask('GET /orgs/{org}/actions/permissions/workflow', { org: organisation });
    return (0,_ask_github_js__WEBPACK_IMPORTED_MODULE_1__/* .isOk */ .HQ)(answer) ? workflowSchema.safeParse(answer.data).data?.can_approve_pull_request_reviews : undefined;
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

/***/ 732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VY: () => (/* binding */ secretsIn),
/* harmony export */   YD: () => (/* binding */ keysOf),
/* harmony export */   _2: () => (/* binding */ isWorkflow),
/* harmony export */   dp: () => (/* binding */ pinned),
/* harmony export */   hr: () => (/* binding */ followsTemplate),
/* harmony export */   jS: () => (/* binding */ actionsIn),
/* harmony export */   kT: () => (/* binding */ templates),
/* harmony export */   yx: () => (/* binding */ chooser)
/* harmony export */ });
/* unused harmony export withSecrets */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _config_accounts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5934);
/* harmony import */ var _config_pipelines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6615);
/* harmony import */ var _action_reference_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4881);





const workflowFolder = '.github/workflows';
const formFolder = '.github/ISSUE_TEMPLATE';
const formChooser = `${formFolder}/config.yml`;
const isWorkflow = (path) => path.startsWith(`${workflowFolder}/`);
/** The names of all keys that enabled pipelines use, sorted. */
function keysOf({ accounts, pipelines }) {
    const used = Object.values(pipelines).flatMap(pipeline => (pipeline.enabled ? (0,_config_pipelines_js__WEBPACK_IMPORTED_MODULE_3__/* .accountsOf */ .s1)(pipeline) : []));
    const using = used.flatMap(name => accounts[name] ?? []);
    return [...new Set(using.flatMap(_config_accounts_js__WEBPACK_IMPORTED_MODULE_2__/* .keyNamesOf */ .x))].toSorted();
}
const secretLine = /^(?<indent> +)(?<name>[A-Z][A-Z0-9_]*): \$\{\{ secrets\.\k<name> \}\}$/u;
/** Adds a line for each key that the workflow does not hand to the action yet, after the last one that it does. */
function withSecrets(text, keys) {
    const lines = text.split('\n');
    const found = lines.map(line => secretLine.exec(line)?.groups);
    const last = found.findLastIndex(groups => groups !== undefined);
    const known = new Set(found.flatMap(groups => groups?.['name'] ?? []));
    const added = keys.filter(key => !known.has(key)).map(key => `${found[last]?.['indent'] ?? ''}${key}: \${{ secrets.${key} }}`);
    return last === -1 ? text : [...lines.slice(0, last + 1), ...added, ...lines.slice(last + 1)].join('\n');
}
/** Our own action, as this package's workflows name it. */
const ownUses = /^(?<before> *(?:- )?uses: )\.\/$/u;
const pinnedUses = /^(?<before> *(?:- )?uses: )(?<name>[\w-]+\/[\w.-]+)@(?<ref>\S+)(?: # \S+)?$/u;
const pinned = (text, action) => text.replaceAll(new RegExp(ownUses.source, 'gmu'), `$<before>${(0,_action_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .usesOf */ .MZ)(action)}`);
async function readFolder(packageFolder, folder, wanted) {
    const names = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(packageFolder, folder)).catch(() => [])).filter(name => wanted.test(name)).toSorted();
    return Promise.all(names.map(async (name) => ({
        path: `${folder}/${name}`,
        text: (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(packageFolder, folder, name), 'utf8')).replaceAll('\r\n', '\n'),
    })));
}
/** The workflows and issue forms that this package writes into a data repository, with a secret for each of its keys. */
async function templates(packageFolder, keys) {
    const workflows = await readFolder(packageFolder, workflowFolder, /^perpetual.*\.yml$/u);
    const forms = (await readFolder(packageFolder, formFolder, /\.yml$/u)).filter(({ path }) => path !== formChooser);
    return [...workflows.map(({ path, text }) => ({ path, text: withSecrets(text, keys) })), ...forms];
}
/** What the page for new issues shows beside the forms: the user's own from then on, because every repository has but one. */
const chooser = (packageFolder) => readFolder(packageFolder, formFolder, /^config\.yml$/u);
const comparable = (text) => text
    .replaceAll('\r\n', '\n')
    .trimEnd()
    .split('\n')
    .filter(line => !secretLine.test(line));
/** True where a file says what its template says; which commit of the action it names, and further secrets, make no difference. */
function followsTemplate(found, template) {
    const [ours, theirs] = [comparable(template), comparable(found)];
    return (ours.length === theirs.length &&
        ours.every((line, index) => {
            const other = theirs[index] ?? '';
            if (line === other)
                return true;
            const own = ownUses.exec(line)?.groups;
            return own !== undefined && own['before'] === pinnedUses.exec(other)?.groups?.['before'];
        }));
}
/** What a file names where its template names our own action. */
function actionsIn(found, template) {
    const others = new Set(template.split('\n'));
    return found
        .replaceAll('\r\n', '\n')
        .split('\n')
        .flatMap(line => {
        const { name, ref } = pinnedUses.exec(line)?.groups ?? {};
        return others.has(line) || name === undefined || ref === undefined ? [] : [{ name, ref }];
    });
}
/** The keys that a workflow hands to the action. */
const secretsIn = (text) => text.split(/\r?\n/u).flatMap(line => secretLine.exec(line)?.groups?.['name'] ?? []);


/***/ }),

/***/ 3436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ readKeyEnvironment),
/* harmony export */   P8: () => (/* binding */ readSecretNames),
/* harmony export */   Tx: () => (/* binding */ keyEnvironment),
/* harmony export */   xd: () => (/* binding */ makeKeyEnvironment)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9131);
/* harmony import */ var _ask_github_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9972);


/** The environment that holds the providers' keys. */
const keyEnvironment = 'perpetual';
const policySchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    deployment_branch_policy: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ protected_branches: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), custom_branch_policies: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY() }).nullable(),
});
const policiesSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ branch_policies: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })) });
const environment = { environment_name: keyEnvironment };
async function readKeyEnvironment(ask) {
    const answer = await ask('GET /repos/{owner}/{repo}/environments/{environment_name}', environment);
    if (answer.status === 404)
        return { type: 'absent' };
    const found = policySchema.safeParse(answer.data);
    if (!(0,_ask_github_js__WEBPACK_IMPORTED_MODULE_1__/* .isOk */ .HQ)(answer) || !found.success)
        return { type: 'unseen' };
    const policy = found.data.deployment_branch_policy;
    if (policy === null)
        return { type: 'open' };
    if (policy.protected_branches)
        return { type: 'protected-branches' };
    const names = await (0,_ask_github_js__WEBPACK_IMPORTED_MODULE_1__/* .askAll */ .pI)(ask, 'GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies', {
        parameters: environment,
        pick: data => policiesSchema.safeParse(data).data?.branch_policies.map(({ name }) => name) ?? [],
    });
    return { type: 'branches', names: names ?? null };
}
/** Makes it, for the default branch alone; one that is there already stays as it is. */
async function makeKeyEnvironment(ask, defaultBranch) {
    const before = await readKeyEnvironment(ask);
    if (before.type === 'unseen')
        return 'refused';
    if (before.type !== 'absent')
        return 'there';
    const made = await ask('PUT /repos/{owner}/{repo}/environments/{environment_name}', {
        ...environment,
        deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
    });
    if (!(0,_ask_github_js__WEBPACK_IMPORTED_MODULE_1__/* .isOk */ .HQ)(made))
        return 'refused';
    const restricted = await ask('POST /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies', {
        ...environment,
        name: defaultBranch,
        type: 'branch',
    });
    return (0,_ask_github_js__WEBPACK_IMPORTED_MODULE_1__/* .isOk */ .HQ)(restricted) ? 'made' : 'refused';
}
const secretsSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ secrets: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })) });
const namesOf = (data) => secretsSchema.safeParse(data).data?.secrets.map(({ name }) => name) ?? [];
async function readSecretNames(ask) {
    const [inEnvironment, repository, organisation] = await Promise.all([
        (0,_ask_github_js__WEBPACK_IMPORTED_MODULE_1__/* .askAll */ .pI)(ask, 'GET /repos/{owner}/{repo}/environments/{environment_name}/secrets', { parameters: environment, pick: namesOf }),
        (0,_ask_github_js__WEBPACK_IMPORTED_MODULE_1__/* .askAll */ .pI)(ask, 'GET /repos/{owner}/{repo}/actions/secrets', { pick: namesOf }),
        (0,_ask_github_js__WEBPACK_IMPORTED_MODULE_1__/* .askAll */ .pI)(ask, 'GET /repos/{owner}/{repo}/actions/organization-secrets', { pick: namesOf }),
    ]);
    return { environment: inEnvironment, repository, organisation };
}


/***/ }),

/***/ 8968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ missingLabels),
/* harmony export */   d: () => (/* binding */ labelsFor)
/* harmony export */ });
/* harmony import */ var _domain_task_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3761);

const priorityColours = { p0: 'b60205', p1: 'd93f0b', p2: 'fbca04', p3: 'c2e0c6' };
const statuses = {
    pending: ['ededed', 'Waits for a session; set by a writer, tries a blocked task again'],
    'in-progress': ['1d76db', 'A session works on it'],
    'in-review': ['5319e7', 'Delivered: its pull requests wait for a reviewer'],
    completed: ['0e8a16', 'Reviewed, and at least one part was merged'],
    rejected: ['b60205', 'Reviewed, and no part was merged'],
    blocked: ['d93f0b', 'A person must act, as its comment says; set by a writer, stops it'],
    invalid: ['e4e669', 'The form cannot be read, as its comment says'],
};
const others = [
    { name: 'approved', color: '0e8a16', description: 'Set by someone with write access: lets a stranger’s task begin' },
    { name: 'needs-approval', color: 'fbca04', description: 'A stranger’s task or a proposal, which waits for the label approved' },
    { name: 'draft', color: 'ededed', description: 'Not for review yet, in a repository whose plan has no draft pull requests' },
    { name: 'perpetual:alert', color: 'b60205', description: 'What Perpetual needs a person for, kept up to date' },
    {
        name: 'perpetual:proposal',
        color: 'c5def5',
        description: 'A task that Perpetual proposes; the label approved lets it begin',
    },
    { name: 'perpetual:report', color: '006b75', description: 'The report that Perpetual keeps up to date' },
];
/** Every label that Perpetual sets or answers to, for the agents and pipelines of this configuration. */
function labelsFor({ pipelines }) {
    const agents = [...new Set(Object.values(pipelines).map(({ agent }) => agent))].toSorted();
    return [
        ...agents.map(agent => ({ name: `agent:${agent}`, color: 'bfd4f2', description: `Work of the agent ${agent}` })),
        ...Object.entries(pipelines).map(([name, { kind }]) => ({
            name: `pipeline:${name}`,
            color: 'd4c5f9',
            description: `A task of ${name}, which is of kind ${kind}`,
        })),
        ..._domain_task_js__WEBPACK_IMPORTED_MODULE_0__/* .priorities */ .vx.map((priority, index) => ({
            name: `priority:${priority}`,
            color: priorityColours[priority],
            description: index === 0 ? 'Before everything else' : index === _domain_task_js__WEBPACK_IMPORTED_MODULE_0__/* .priorities */ .vx.length - 1 ? 'When nothing else waits' : '',
        })),
        ..._domain_task_js__WEBPACK_IMPORTED_MODULE_0__/* .taskStatuses */ .cK.map(status => {
            const [color, description] = statuses[status];
            return { name: `status:${status}`, color, description };
        }),
        ...others,
    ];
}
/** Those that are not there yet; GitHub takes names that differ in case alone for the same. */
function missingLabels(wanted, present) {
    const there = new Set(present.map(name => name.toLowerCase()));
    return wanted.filter(({ name }) => !there.has(name.toLowerCase()));
}


/***/ }),

/***/ 8566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sc: () => (/* binding */ leftToDo),
/* harmony export */   Zp: () => (/* binding */ allowPullsCommand),
/* harmony export */   hb: () => (/* binding */ enableCommand),
/* harmony export */   mT: () => (/* binding */ secretCommand)
/* harmony export */ });
/* harmony import */ var _enabled_variable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7767);
/* harmony import */ var _key_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3436);


/** The command that hands GitHub a key; it asks for the value, which so stands in no shell's history. */
const secretCommand = (key, { repository, hasEnvironment }) => `gh secret set ${key}${hasEnvironment ? ` --env ${_key_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .keyEnvironment */ .Tx}` : ''} --repo ${repository}`;
const allowPullsCommand = (repository) => `gh api --method PUT repos/${repository}/actions/permissions/workflow -F can_approve_pull_request_reviews=true`;
const enableCommand = (repository) => `gh variable set ${_enabled_variable_js__WEBPACK_IMPORTED_MODULE_0__/* .enabledVariable */ .EO} --body true --repo ${repository}`;
/** In the order in which it is to be done; switching on comes last. */
function leftToDo(standing) {
    const { repository, webUrl, pullUrl, missingKeys, hasEnvironment, inFolder } = standing;
    const left = [];
    if (pullUrl !== null)
        left.push({ what: 'Merge the set-up', command: null, url: pullUrl });
    if (!standing.hasIssues)
        left.push({ what: 'Switch issues on: Settings → General → Features → Issues', command: null, url: `${webUrl}/settings` });
    if (standing.labelsRefused > 0)
        left.push({
            what: `Let someone with write access run this again: ${standing.labelsRefused} labels are missing`,
            command: null,
            url: `${webUrl}/labels`,
        });
    if (!hasEnvironment)
        left.push({
            what: `Make the environment \`${_key_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .keyEnvironment */ .Tx}\` for the default branch alone, where the plan has environments (Settings → Environments)`,
            command: null,
            url: `${webUrl}/settings/environments`,
        });
    for (const key of missingKeys)
        left.push({
            what: `Set the provider's key ${key}`,
            command: secretCommand(key, standing),
            url: `${webUrl}/settings/${hasEnvironment ? 'environments' : 'secrets/actions'}`,
        });
    if (standing.actionsMayOpenPulls !== true)
        left.push({
            what: 'Let Actions open pull requests: Settings → Actions → General → Workflow permissions → “Allow GitHub Actions to create and approve pull requests”',
            command: allowPullsCommand(repository),
            url: `${webUrl}/settings/actions`,
        });
    left.push({
        what: 'Make the tasks of tasks/*.yml',
        command: `perpetual tasks import --forge github${inFolder}`,
        url: `${webUrl}/issues`,
    });
    if (!standing.isEnabled)
        left.push({
            what: `Switch it on: the repository variable ${_enabled_variable_js__WEBPACK_IMPORTED_MODULE_0__/* .enabledVariable */ .EO}`,
            command: enableCommand(repository),
            url: `${webUrl}/settings/variables/actions`,
        });
    return left;
}


/***/ }),

/***/ 8129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ readLabels),
/* harmony export */   y: () => (/* binding */ makeLabels)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9131);
/* harmony import */ var _ask_github_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9972);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8968);



const labelsSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }));
/** The names of the repository's labels; undefined where they cannot be seen. */
const readLabels = (ask) => (0,_ask_github_js__WEBPACK_IMPORTED_MODULE_2__/* .askAll */ .pI)(ask, 'GET /repos/{owner}/{repo}/labels', {
    pick: data => labelsSchema.safeParse(data).data?.map(({ name }) => name) ?? [],
});
/** Makes what is missing of `wanted`, one after another, as GitHub asks for; colours and descriptions of those that exist stay. */
async function makeLabels(ask, wanted, onMade = () => { }) {
    const missing = (0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .missingLabels */ .C)(wanted, (await readLabels(ask)) ?? []);
    const made = [];
    for (const { name, color, description } of missing) {
        const answer = await ask('POST /repos/{owner}/{repo}/labels', { name, color, description });
        if ((0,_ask_github_js__WEBPACK_IMPORTED_MODULE_2__/* .isRefused */ .H0)(answer))
            return { made, refused: missing.slice(made.length).map(label => label.name) };
        // 422 is another set-up that made it in between.
        if ((0,_ask_github_js__WEBPACK_IMPORTED_MODULE_2__/* .isOk */ .HQ)(answer))
            made.push(name);
        onMade();
    }
    return { made, refused: [] };
}


/***/ })

};
