export const id = 8524;
export const ids = [8524];
export const modules = {

/***/ 8682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  examineGithub: () => (/* binding */ examineGithub)
});

// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/commands/doctor-check.js
var doctor_check = __webpack_require__(7419);
// EXTERNAL MODULE: ./src/setup/ask-github.js
var ask_github = __webpack_require__(9972);
;// CONCATENATED MODULE: ./src/commands/doctor-github-access.js


/** Where a permission is given, which differs by the kind of token. */
function howToGrant({ scopes }, { isInstallation }, permission) {
    if (scopes !== null)
        return 'Give the token the scopes `repo` and `workflow`: `gh auth refresh --scopes repo,workflow`.';
    if (isInstallation)
        return `Give the job \`${permission.toLowerCase().replaceAll(' ', '-')}: write\` under \`permissions:\`, or the App the permission ${permission}: write.`;
    return `Give the token ${permission}: Read and write, at https://github.com/settings/personal-access-tokens.`;
}
function checkRepositoryFacts({ facts }) {
    const { fullName, isPrivate, isArchived, hasIssues, webUrl } = facts;
    const here = (0,doctor_check.ok)(`repository ${fullName}, ${isPrivate ? 'private' : 'public'}, default branch ${facts.defaultBranch}`);
    return [
        isArchived ? (0,doctor_check/* problem */.CC)(`${fullName} is archived, so nothing can be written`, `Unarchive it: ${webUrl}/settings`) : here,
        ...(hasIssues
            ? []
            : [
                (0,doctor_check/* problem */.CC)('issues are switched off, so there are no tasks', `Settings → General → Features → Issues: ${webUrl}/settings`),
            ]),
    ];
}
function checkToken({ facts }, owner) {
    const { scopes, role, fullName } = facts;
    if (scopes === null) {
        const kind = owner.isInstallation ? `an installation’s token (${owner.account})` : `a fine-grained token of ${owner.account}`;
        return [(0,doctor_check/* unseen */.nv)(`permissions: GitHub does not tell those of ${kind}`, 'The write probes below say what it may do.')];
    }
    if (role === 'reader')
        return [(0,doctor_check/* problem */.CC)(`${owner.account} may only read ${fullName}`, 'Ask an owner of the repository for write access.')];
    const needed = facts.isPrivate ? ['repo'] : ['repo', 'public_repo'];
    const grant = howToGrant(facts, owner, 'Contents');
    if (!needed.some(scope => scopes.includes(scope)))
        return [(0,doctor_check/* problem */.CC)(`the token of ${owner.account} has no scope \`repo\`, so it can write nothing`, grant)];
    if (!scopes.includes('workflow'))
        return [(0,doctor_check/* warning */.$e)(`the token of ${owner.account} has no scope \`workflow\`, which \`perpetual init\` needs`, grant)];
    return [(0,doctor_check.ok)(`token of ${owner.account}, ${role}, with the scopes ${scopes.join(', ')}`)];
}
/** What a refused write means: a permission, or a rule. */
function refusal(what, answer, { grant, rules }) {
    const said = answer.message === '' ? '' : `: ${answer.message}`;
    if ((0,ask_github/* isRefused */.H0)(answer))
        return (0,doctor_check/* problem */.CC)(`${what} is refused (${answer.status}${said})`, grant);
    if (answer.status === 422)
        return (0,doctor_check/* problem */.CC)(`${what} is refused by a rule (422${said})`, rules);
    return (0,doctor_check/* unseen */.nv)(`${what}: GitHub answers ${answer.status}${said}`, 'Try again later.');
}
/** For what is no use to repeat: the second answer would be about the first. */
const once = { retries: 0 };
/** Makes a branch where the delivered ones will be, at a commit that is there already, and deletes it. */
async function probeBranch(view, owner, name) {
    const { ask, facts } = view;
    const head = await (await view.forge()).contents.head();
    if (head === null)
        return [(0,doctor_check/* problem */.CC)(`${facts.defaultBranch} has no commit`, 'Push one; everything begins with it.')];
    const branch = `perpetual/probe-${name}`;
    const made = await ask('POST /repos/{owner}/{repo}/git/refs', {
        ref: `refs/heads/${branch}`,
        sha: head,
        request: once,
    });
    if (!(0,ask_github/* isOk */.HQ)(made)) {
        const rules = `Exclude \`perpetual/**\` from the rules at ${facts.webUrl}/settings/rules.`;
        return [refusal('writing a branch under perpetual/', made, { grant: howToGrant(facts, owner, 'Contents'), rules })];
    }
    const removed = await ask('DELETE /repos/{owner}/{repo}/git/refs/{ref}', { ref: `heads/${branch}` });
    const written = (0,doctor_check.ok)('this token may write branches under perpetual/');
    return (0,ask_github/* isOk */.HQ)(removed)
        ? [written]
        : [
            written,
            (0,doctor_check/* warning */.$e)(`the branch ${branch}, made to try this, could not be deleted (${removed.status})`, `Delete it, and let rules allow deletions below \`perpetual/**\`: ${facts.webUrl}/branches`),
        ];
}
/** Asks for a pull request of the default branch into itself: who may open one is told that there are no commits, everybody else is refused. */
async function probePull({ ask, facts }, owner) {
    const branch = facts.defaultBranch;
    const answer = await ask('POST /repos/{owner}/{repo}/pulls', {
        title: 'Probe of perpetual doctor',
        head: branch,
        base: branch,
        request: once,
    });
    if (answer.status === 422)
        return [(0,doctor_check.ok)('this token may open pull requests')];
    if (/not permitted to create/iu.test(answer.message))
        return [
            (0,doctor_check/* problem */.CC)('opening a pull request is refused: GitHub Actions may not in this repository', `Settings → Actions → General → Workflow permissions → “Allow GitHub Actions to create and approve pull requests”: ${facts.webUrl}/settings/actions`),
        ];
    const grant = howToGrant(facts, owner, 'Pull requests');
    return [refusal('opening a pull request', answer, { grant, rules: '' })];
}

// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(9131);
// EXTERNAL MODULE: ./src/setup/action-reference.js
var action_reference = __webpack_require__(4881);
// EXTERNAL MODULE: ./src/setup/generated-files.js
var generated_files = __webpack_require__(732);
// EXTERNAL MODULE: ./src/setup/labels.js
var labels = __webpack_require__(8968);
// EXTERNAL MODULE: ./src/setup/make-labels.js
var make_labels = __webpack_require__(8129);
;// CONCATENATED MODULE: ./src/commands/doctor-github-files.js







/** What the workflows use; empty before there are any. */
const actionsOf = ({ templates, found }) => templates.flatMap(({ path, text }) => (0,generated_files/* actionsIn */.jS)(found.get(path) ?? '', text));
function checkHandedKeys({ templates, found, config }) {
    const runs = templates.filter(({ path, text }) => found.has(path) && (0,generated_files/* secretsIn */.VY)(text).length > 0);
    return runs.flatMap(({ path }) => {
        const handed = new Set((0,generated_files/* secretsIn */.VY)(found.get(path) ?? ''));
        const lacking = (0,generated_files/* keysOf */.YD)(config).filter(key => !handed.has(key));
        if (lacking.length === 0)
            return [];
        return [
            (0,doctor_check/* problem */.CC)(`${path} does not hand ${lacking.join(', ')} to the action`, `Add \`${lacking[0] ?? ''}: \${{ secrets.${lacking[0] ?? ''} }}\` below \`env:\`, or \`perpetual init --update\` after other changes.`),
        ];
    });
}
/** Workflows and forms of the default branch against what this version writes; which commit of the action they name makes no difference. */
function checkFiles(survey, branch) {
    const { plan, templates } = survey;
    const isTemplate = new Set(templates.map(({ path }) => path));
    const missing = plan.missing.map(({ path }) => path).filter(path => isTemplate.has(path));
    const absent = missing.map(path => {
        const what = `${path} is missing on ${branch}`;
        const todo = '`perpetual init --forge github` writes it.';
        return (0,generated_files/* isWorkflow */._2)(path) ? (0,doctor_check/* problem */.CC)(what, todo) : (0,doctor_check/* warning */.$e)(what, todo);
    });
    const drifted = plan.drifted.map(({ path }) => (0,doctor_check/* warning */.$e)(`${path} differs from what this version writes`, '`perpetual init --update` writes it again; your changes to it are lost.'));
    const whole = absent.length + drifted.length === 0 ? [(0,doctor_check.ok)(`workflows and issue forms are as this version writes them`)] : [];
    const movable = actionsOf(survey).find(({ ref }) => !(0,action_reference/* isSha */.HH)(ref));
    const loose = movable === undefined
        ? []
        : [
            (0,doctor_check/* warning */.$e)(`a workflow uses ${movable.name}@${movable.ref}, which can be moved`, `\`perpetual init --update --action ${movable.name}@${movable.ref}\` pins it to a commit.`),
        ];
    return [...absent, ...drifted, ...whole, ...loose, ...checkHandedKeys(survey)];
}
async function checkLabels({ ask, facts }, config) {
    const present = await (0,make_labels/* readLabels */.k)(ask);
    if (present === undefined)
        return [(0,doctor_check/* unseen */.nv)('labels', `Look at ${facts.webUrl}/labels`)];
    const missing = (0,labels/* missingLabels */.C)((0,labels/* labelsFor */.d)(config), present).map(({ name }) => name);
    if (missing.length === 0)
        return [(0,doctor_check.ok)('labels are all there')];
    const some = missing.slice(0, 5).join(', ');
    return [
        (0,doctor_check/* warning */.$e)(`${missing.length} labels are missing: ${some}${missing.length > 5 ? ' …' : ''}`, '`perpetual init --forge github` makes them.'),
    ];
}
const categoriesSchema = schemas/* object */.Ikc({
    repository: schemas/* object */.Ikc({
        hasDiscussionsEnabled: schemas/* boolean */.zMY(),
        discussionCategories: schemas/* object */.Ikc({ nodes: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP() })) }),
    }),
});
const categoriesQuery = `query Categories($owner: String!, $repo: String!) {
  repository(owner: $owner, name: $repo) { hasDiscussionsEnabled discussionCategories(first: 100) { nodes { name } } }
}`;
/** The category that the configuration names for handoffs, where it names one. */
async function checkDiscussions({ client, facts }, config) {
    const category = config.github.handoffs?.discussionCategory;
    if (category === undefined)
        return [];
    const [owner, repo] = facts.fullName.split('/');
    const reply = await client.graphql(categoriesQuery, { owner, repo }).catch((error) => (0,errors/* messageOf */.bD)(error));
    const found = categoriesSchema.safeParse(reply);
    if (!found.success)
        return [(0,doctor_check/* unseen */.nv)(`discussion category ${category}`, `Look at ${facts.webUrl}/discussions`)];
    const { hasDiscussionsEnabled, discussionCategories } = found.data.repository;
    if (!hasDiscussionsEnabled)
        return [
            (0,doctor_check/* problem */.CC)('discussions are switched off, but handoffs are to go there', `Settings → General → Features → Discussions: ${facts.webUrl}/settings`),
        ];
    if (discussionCategories.nodes.some(({ name }) => name === category))
        return [(0,doctor_check.ok)(`discussion category ${category}`)];
    return [
        (0,doctor_check/* problem */.CC)(`there is no discussion category ${category}`, `Make it at ${facts.webUrl}/discussions/categories, or name another as github.handoffs.discussionCategory in .github/perpetual.yml.`),
    ];
}

// EXTERNAL MODULE: ./src/setup/key-environment.js
var key_environment = __webpack_require__(3436);
// EXTERNAL MODULE: ./src/setup/left-to-do.js
var left_to_do = __webpack_require__(8566);
// EXTERNAL MODULE: ./src/commands/doctor-lacking-key.js
var doctor_lacking_key = __webpack_require__(7625);
;// CONCATENATED MODULE: ./src/commands/doctor-github-keys.js





const freePlan = 'private repositories of the Free plan have none; then keys are repository secrets';
function judgeEnvironment({ facts }, environment) {
    const where = `Settings → Environments → ${key_environment/* keyEnvironment */.Tx}: ${facts.webUrl}/settings/environments`;
    const restrict = `Deployment branches and tags → Selected branches → ${facts.defaultBranch}. ${where}`;
    const what = `environment ${key_environment/* keyEnvironment */.Tx}`;
    switch (environment.type) {
        case 'unseen':
            return (0,doctor_check/* unseen */.nv)(what, `It must be there, for ${facts.defaultBranch} alone. ${where}`);
        case 'absent':
            return (0,doctor_check/* warning */.$e)(`${what}: there is none${facts.isPrivate ? ` (${freePlan})` : ''}`, `\`perpetual init\` makes it, or ${where}`);
        case 'open':
            return (0,doctor_check/* warning */.$e)(`${what}: any branch’s workflow may use its keys`, restrict);
        case 'protected-branches':
            return (0,doctor_check.ok)(`${what}, for protected branches`);
        case 'branches':
            if (environment.names === null)
                return (0,doctor_check/* unseen */.nv)(`which branches the ${what} is for`, restrict);
            return environment.names.length === 1 && environment.names[0] === facts.defaultBranch
                ? (0,doctor_check.ok)(`${what}, for ${facts.defaultBranch} alone`)
                : (0,doctor_check/* warning */.$e)(`${what} is for ${environment.names.slice(0, 5).join(', ') || 'no branch'}, expected ${facts.defaultBranch} alone`, restrict);
    }
}
/** The environment and the names of its secrets, against the keys that the configuration names. */
async function checkGithubKeys(view, config) {
    const { ask, facts } = view;
    const [environment, names] = await Promise.all([(0,key_environment/* readKeyEnvironment */.$B)(ask), (0,key_environment/* readSecretNames */.P8)(ask)]);
    const hasEnvironment = environment.type !== 'absent';
    const inEnvironment = new Set(names.environment ?? []);
    const elsewhere = new Set([...(names.repository ?? []), ...(names.organisation ?? [])]);
    const isBlind = names.repository === undefined || (hasEnvironment && names.environment === undefined);
    const keys = (0,generated_files/* keysOf */.YD)(config);
    const isThere = (key) => inEnvironment.has(key) || elsewhere.has(key);
    const anyThere = keys.some(isThere);
    const checks = keys.map(key => {
        const command = `\`${(0,left_to_do/* secretCommand */.mT)(key, { repository: facts.fullName, hasEnvironment })}\``;
        if (inEnvironment.has(key))
            return (0,doctor_check.ok)(`secret ${key} in the environment ${key_environment/* keyEnvironment */.Tx}`);
        if (elsewhere.has(key))
            return hasEnvironment
                ? (0,doctor_check/* warning */.$e)(`secret ${key} is not in the environment, so every workflow of every branch may read it`, `${command}, then delete the other.`)
                : (0,doctor_check.ok)(`secret ${key} of the repository`);
        if (isBlind)
            return (0,doctor_check/* unseen */.nv)(`secret ${key}`, `Look at ${facts.webUrl}/settings/environments; ${command} sets it.`);
        const what = `secret ${key} is missing, so ${(0,doctor_lacking_key/* withoutKey */.w)(key, config, isThere)}`;
        return anyThere ? (0,doctor_check/* warning */.$e)(what, command) : (0,doctor_check/* problem */.CC)(what, command);
    });
    return [judgeEnvironment(view, environment), ...checks];
}

;// CONCATENATED MODULE: ./src/commands/doctor-github-plan.js



const planSchema = schemas/* object */.Ikc({ login: schemas/* string */.YjP(), plan: schemas/* object */.Ikc({ name: schemas/* string */.YjP() }) });
/** `free`, `pro`, `team` and so on, which GitHub tells the owner alone. */
async function planOf({ ask, facts }) {
    const answer = facts.ownedByOrganisation ? await ask('GET /orgs/{org}', { org: facts.owner }) : await ask('GET /user');
    const found = planSchema.safeParse(answer.data).data;
    return (0,ask_github/* isOk */.HQ)(answer) && found?.login.toLowerCase() === facts.owner.toLowerCase() ? found.plan.name.toLowerCase() : undefined;
}
const drafts = 'draft pull requests (a label `draft` takes their place)';
/** What private repositories lack (docs.github.com, GitHub's plans): the Free plan all of it, Pro only drafts. */
function lacks(plan, usesDrafts) {
    const withoutDrafts = usesDrafts && (plan === undefined || plan === 'free' || plan === 'pro') ? [drafts] : [];
    const isFree = plan === undefined || plan === 'free';
    return isFree ? ['environments (keys go into repository secrets)', 'rules for branches', ...withoutDrafts] : withoutDrafts;
}
/** What the plan lacks; a public repository has all that is used on every plan. */
async function checkPlan(view, config) {
    const { isPrivate, owner } = view.facts;
    if (!isPrivate)
        return [(0,doctor_check.ok)('public repository: no limit of a plan is in the way')];
    const plan = await planOf(view);
    const missing = lacks(plan, config?.github.draft === true).join(', ');
    if (plan === undefined)
        return [(0,doctor_check/* unseen */.nv)(`plan of ${owner}`, `On the Free plan a private repository has no ${missing}, and 2,000 minutes a month.`)];
    if (missing === '')
        return [(0,doctor_check.ok)(`private repository on the plan ${plan}`)];
    const todo = plan === 'free' ? 'Make it public, or know that every workflow of it can read the keys.' : 'Nothing, if a label is enough.';
    return [(0,doctor_check/* warning */.$e)(`private repository on the plan ${plan}, which has no ${missing}`, todo)];
}

;// CONCATENATED MODULE: ./src/commands/doctor-github-rules.js



const rulesSchema = schemas/* array */.YOg(schemas/* object */.Ikc({ type: schemas/* string */.YjP() }));
/** Rules that do not get in the way of a commit that GitHub signs. */
const harmless = new Set(['required_signatures', 'required_linear_history', 'copilot_code_review']);
/** Rules that only get in the way of what is rare: folding a long history, deleting a branch. */
const rare = new Set(['deletion', 'non_fast_forward']);
/** The types of the rules that hold for a branch of this name, there or not; undefined where they cannot be seen. */
async function rulesOf(ask, branch) {
    const answer = await ask('GET /repos/{owner}/{repo}/rules/branches/{branch}', { branch, per_page: 100 });
    const found = rulesSchema.safeParse(answer.data);
    return (0,ask_github/* isOk */.HQ)(answer) && found.success ? [...new Set(found.data.map(({ type }) => type))].toSorted() : undefined;
}
const branchSchema = schemas/* object */.Ikc({ protected: schemas/* boolean */.zMY() });
/** Classic protection, which only a branch that is there tells of; undefined where there is none or it cannot be seen. */
async function isProtected(ask, branch) {
    const answer = await ask('GET /repos/{owner}/{repo}/branches/{branch}', { branch });
    return (0,ask_github/* isOk */.HQ)(answer) ? branchSchema.safeParse(answer.data).data?.protected : undefined;
}
async function checkStateBranch({ ask, facts }) {
    const branch = 'perpetual/state';
    const [rules, protection] = await Promise.all([rulesOf(ask, branch), isProtected(ask, branch)]);
    const todo = `Exclude \`perpetual/**\` from them: ${facts.webUrl}/settings/rules and ${facts.webUrl}/settings/branches`;
    if (rules === undefined)
        return [(0,doctor_check/* unseen */.nv)('rules for perpetual/*', todo)];
    const blocking = rules.filter(type => !harmless.has(type) && !rare.has(type));
    if (blocking.length > 0)
        return [(0,doctor_check/* problem */.CC)(`rules catch perpetual/*: ${blocking.slice(0, 10).join(', ')}`, todo)];
    const hindering = rules.filter(type => rare.has(type));
    if (hindering.length > 0)
        return [(0,doctor_check/* warning */.$e)(`rules for perpetual/* (${hindering.join(', ')}) keep a long history from being folded`, todo)];
    if (protection === true)
        return [(0,doctor_check/* problem */.CC)('branch protection catches perpetual/*', todo)];
    return [(0,doctor_check.ok)('no rule catches perpetual/*')];
}
async function checkDefaultBranch({ ask, facts }) {
    const branch = facts.defaultBranch;
    const [rules, protection] = await Promise.all([rulesOf(ask, branch), isProtected(ask, branch)]);
    if (rules === undefined && protection === undefined)
        return [(0,doctor_check/* unseen */.nv)(`rules for ${branch}`, `Settings → Rules: ${facts.webUrl}/settings/rules`)];
    const names = [...(rules ?? []), ...(protection === true ? ['branch protection'] : [])];
    return [
        names.length === 0
            ? (0,doctor_check.ok)(`no rule for ${branch}`)
            : (0,doctor_check.ok)(`rules for ${branch} (${names.slice(0, 10).join(', ')}); deliveries are pull requests in any case`),
    ];
}
/** Rules and protection that catch our branches, or that everything must pass on its way into the default branch. */
const checkRules = async (view) => (await Promise.all([checkStateBranch(view), checkDefaultBranch(view)])).flat();

// EXTERNAL MODULE: ./src/setup/actions-permissions.js
var actions_permissions = __webpack_require__(4873);
// EXTERNAL MODULE: ./src/setup/enabled-variable.js
var enabled_variable = __webpack_require__(7767);
;// CONCATENATED MODULE: ./src/commands/doctor-github-settings.js






const permissionsSchema = schemas/* object */.Ikc({ enabled: schemas/* boolean */.zMY(), allowed_actions: schemas/* string */.YjP().optional() });
const selectedSchema = schemas/* object */.Ikc({ patterns_allowed: schemas/* array */.YOg(schemas/* string */.YjP()).default([]) });
/** `owner/*`, `owner/name@*` and the like, as the setting takes them. */
function matches(pattern, action) {
    const [name, ref] = pattern.split('@');
    const asked = (name ?? '').toLowerCase();
    const own = action.toLowerCase();
    return ((ref === undefined || ref === '*' || !ref.includes('*')) &&
        (asked === own || (asked.endsWith('*') && own.startsWith(asked.slice(0, -1)))));
}
/** Whether Actions run at all, and the action of the workflows with them. */
async function checkActions({ ask, facts }, action) {
    const settings = `${facts.webUrl}/settings/actions`;
    const answer = await ask('GET /repos/{owner}/{repo}/actions/permissions');
    const found = permissionsSchema.safeParse(answer.data);
    if (!(0,ask_github/* isOk */.HQ)(answer) || !found.success)
        return [(0,doctor_check/* unseen */.nv)('whether Actions are enabled', `Settings → Actions → General → Actions permissions: ${settings}`)];
    const { enabled, allowed_actions: allowed } = found.data;
    if (!enabled)
        return [
            (0,doctor_check/* problem */.CC)('Actions are disabled', `Settings → Actions → General → “Allow all actions and reusable workflows”: ${settings}`),
        ];
    const todo = `Settings → Actions → General → Actions permissions: allow ${action ?? 'the action of the workflows'} and actions by GitHub: ${settings}`;
    if (allowed === 'local_only' && action?.split('/')[0]?.toLowerCase() !== facts.owner.toLowerCase())
        return [(0,doctor_check/* problem */.CC)(`only actions of ${facts.owner} may run, and the workflows use ${action ?? 'another’s'}`, todo)];
    if (allowed !== 'selected')
        return [(0,doctor_check.ok)('Actions are enabled')];
    const selected = await ask('GET /repos/{owner}/{repo}/actions/permissions/selected-actions');
    const patterns = selectedSchema.safeParse(selected.data);
    if (!(0,ask_github/* isOk */.HQ)(selected) || !patterns.success || action === undefined)
        return [(0,doctor_check/* unseen */.nv)('which actions are allowed', todo)];
    const isAllowed = patterns.data.patterns_allowed.some(pattern => matches(pattern, action));
    return [
        isAllowed
            ? (0,doctor_check.ok)(`Actions are enabled, ${action} among those that are allowed`)
            : (0,doctor_check/* problem */.CC)(`${action} is not allowed to run`, todo),
    ];
}
const setting = 'Settings → Actions → General → Workflow permissions → “Allow GitHub Actions to create and approve pull requests”';
/** Whether a workflow's own token may open pull requests; an App's token may in any case. */
async function checkPullSetting({ ask, facts }) {
    const allowed = await (0,actions_permissions/* mayActionsOpenPulls */.$)(ask);
    const settings = `${facts.webUrl}/settings/actions`;
    if (allowed === true)
        return [(0,doctor_check.ok)('workflows may open pull requests')];
    if (await (0,enabled_variable/* usesApp */.oj)(ask))
        return [(0,doctor_check.ok)('an App (PERPETUAL_APP_ID) opens pull requests')];
    if (allowed === undefined)
        return [(0,doctor_check/* unseen */.nv)('whether workflows may open pull requests', `${setting}: ${settings}`)];
    const locked = facts.ownedByOrganisation ? await (0,actions_permissions/* mayOrganisationOpenPulls */.U)(ask, facts.owner) : true;
    const orApp = 'or let an App act: the variable PERPETUAL_APP_ID and the secret PERPETUAL_APP_PRIVATE_KEY';
    const what = 'workflows may not open pull requests';
    if (locked === false)
        return [
            (0,doctor_check/* problem */.CC)(`${what}, and the organisation ${facts.owner} allows it nowhere`, `An owner: organisation ${setting}; ${orApp}.`),
        ];
    const organisation = locked === undefined
        ? [
            (0,doctor_check/* unseen */.nv)(`whether the organisation ${facts.owner} allows it`, `Where the box is grey, an owner must: organisation ${setting}.`),
        ]
        : [];
    return [(0,doctor_check/* problem */.CC)(what, `\`${(0,left_to_do/* allowPullsCommand */.Zp)(facts.fullName)}\`, or ${setting}: ${settings}; ${orApp}.`), ...organisation];
}
/** The variable without which no workflow does anything. */
async function checkEnabled({ ask, facts }) {
    const variable = await (0,enabled_variable/* readEnabledVariable */.cc)(ask, facts.role === 'admin' || facts.role === 'writer');
    const where = `${facts.webUrl}/settings/variables/actions`;
    if ((0,enabled_variable/* isOn */.Mp)(variable))
        return [(0,doctor_check.ok)(`${enabled_variable/* enabledVariable */.EO} is true`)];
    if (variable.type === 'unseen')
        return [(0,doctor_check/* unseen */.nv)(`whether ${enabled_variable/* enabledVariable */.EO} is true`, `It must be \`true\`: ${where}`)];
    const value = variable.type === 'set' ? 'not true' : 'not set';
    return [
        (0,doctor_check/* warning */.$e)(`${enabled_variable/* enabledVariable */.EO} is ${value}, so workflows do nothing`, `\`perpetual enable\` or \`${(0,left_to_do/* enableCommand */.hb)(facts.fullName)}\` switches them on: ${where}`),
    ];
}

// EXTERNAL MODULE: ./src/commands/doctor-provider.js
var doctor_provider = __webpack_require__(7687);
// EXTERNAL MODULE: ./src/commands/doctor-web.js
var doctor_web = __webpack_require__(4750);
// EXTERNAL MODULE: ./src/commands/doctor-repository.js
var doctor_repository = __webpack_require__(6042);
// EXTERNAL MODULE: ./src/commands/github-view.js + 1 modules
var github_view = __webpack_require__(1845);
// EXTERNAL MODULE: ./src/commands/init-github.js + 6 modules
var init_github = __webpack_require__(2378);
;// CONCATENATED MODULE: ./src/commands/doctor-github.js













async function survey(view) {
    try {
        await (0,github_view/* checkFirstCommit */.y)(view);
        const found = await (0,init_github/* surveyFiles */.m)(view);
        return { survey: found, checks: [...(0,doctor_repository/* checkPipelines */.OV)(found.config), ...checkFiles(found, view.facts.defaultBranch)] };
    }
    catch (error) {
        return { checks: [(0,doctor_check/* problem */.CC)((0,errors/* messageOf */.bD)(error), 'Nothing runs before this is mended.')] };
    }
}
async function ownerOf(view) {
    const account = (await view.forge()).society?.people.account ?? 'nobody';
    return { account, isInstallation: view.facts.scopes === null && account.endsWith('[bot]') };
}
const later = 'Try again later.';
async function examineView({ environment, clock }, view, offline) {
    const { survey: surveyed, checks: files } = await survey(view);
    const config = surveyed?.config;
    const owner = await ownerOf(view).catch(() => undefined);
    const withOwner = (check) => (0,doctor_check/* attempt */.CD)(later, async () => (owner === undefined ? [(0,doctor_check/* unseen */.nv)('whose token this is', later)] : check(owner)));
    const withConfig = (check) => (0,doctor_check/* attempt */.CD)(later, async () => (config === undefined ? [] : check(config)));
    // One after the other what writes, side by side what reads.
    const probes = await withOwner(async (each) => [
        ...(await probeBranch(view, each, `${clock.now().replaceAll(/\D/gu, '')}-${process.pid}`)),
        ...(await probePull(view, each)),
    ]);
    const action = surveyed === undefined ? undefined : actionsOf(surveyed)[0]?.name;
    const reads = await Promise.all([
        (0,doctor_check/* attempt */.CD)(later, () => checkPlan(view, config)),
        (0,doctor_check/* attempt */.CD)(later, () => checkActions(view, action)),
        (0,doctor_check/* attempt */.CD)(later, () => checkPullSetting(view)),
        (0,doctor_check/* attempt */.CD)(later, () => checkEnabled(view)),
        (0,doctor_check/* attempt */.CD)(later, () => checkRules(view)),
        withConfig(each => checkGithubKeys(view, each)),
        withConfig(each => checkLabels(view, each)),
        withConfig(each => checkDiscussions(view, each)),
        (0,doctor_check/* attempt */.CD)('Update perpetual, or restore the branch perpetual/state.', async () => (0,doctor_repository/* checkStateOf */.Jm)(await view.forge())),
        withConfig(async (each) => (0,doctor_repository/* checkCommittedTasks */.bk)(await view.forge(), each)),
        withConfig(async (each) => (0,doctor_web/* checkWeb */.t)(each)),
        withConfig(async (each) => (offline ? [] : (0,doctor_provider/* checkProviders */.D)({ config: each, environment, clock }))),
    ]);
    const token = await withOwner(each => checkToken(view, each));
    return [...checkRepositoryFacts(view), ...token, ...probes, ...files, ...reads.flat()];
}
/** All that a repository on GitHub needs, as far as this token may see it. */
async function examineGithub(invocation, choice, offline) {
    try {
        return await (0,github_view/* withGithub */.I)(invocation, choice, view => examineView(invocation, view, offline));
    }
    catch (error) {
        return [(0,doctor_check/* problem */.CC)((0,errors/* messageOf */.bD)(error), 'Without it nothing else can be checked.')];
    }
}


/***/ }),

/***/ 8754:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ describeCosts),
/* harmony export */   m: () => (/* binding */ monthlyCosts)
/* harmony export */ });
/* harmony import */ var _config_pipelines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6615);

const days = 30;
const dayMs = 86_400_000;
/** Each session rests for its cooldown and begins no more often than `every`. */
const sessionsPerMonth = (everyMs, sessionMs, cooldownMs) => Math.floor((days * dayMs) / Math.max(everyMs, sessionMs + cooldownMs, 1));
function minutesOf({ pipelines }) {
    const metered = Object.values(pipelines).filter(each => each.enabled && each.limits.minuteMillis !== undefined);
    if (metered.length === 0)
        return null;
    const minutes = metered.map(({ limits, schedule }) => {
        const { budget = 0, thresholdBasisPoints = 0 } = limits.minuteMillis ?? {};
        const sessionMs = Math.floor((budget * thresholdBasisPoints) / 10_000) * 60;
        return (sessionsPerMonth(schedule.everyMs, sessionMs, schedule.cooldownMs) * sessionMs) / 60_000;
    });
    return Math.ceil(minutes.reduce((sum, each) => sum + each, 0));
}
/** Null where one of them is unknown. */
function sumOf(accounts) {
    const known = accounts.flatMap(({ usd }) => usd ?? []);
    return known.length === accounts.length ? known.reduce((sum, each) => sum + each, 0) : null;
}
function monthlyCosts(config) {
    const enabled = Object.entries(config.pipelines).filter(([, pipeline]) => pipeline.enabled);
    const accounts = Object.entries(config.accounts).flatMap(([account, { limits, prices }]) => {
        const using = enabled.filter(([, pipeline]) => (0,_config_pipelines_js__WEBPACK_IMPORTED_MODULE_0__/* .accountsOf */ .s1)(pipeline).includes(account));
        if (using.length === 0)
            return [];
        const models = [...new Set(using.flatMap(([, pipeline]) => (0,_config_pipelines_js__WEBPACK_IMPORTED_MODULE_0__/* .modelsOf */ .Wh)(pipeline)))];
        const day = limits.usdMicros;
        const usd = day === undefined ? null : (Math.floor((day.budget * day.thresholdBasisPoints) / 10_000) * days) / 1_000_000;
        return [
            { account, usd, pipelines: using.map(([name]) => name), unpriced: models.filter(model => !Object.hasOwn(prices, model)) },
        ];
    });
    return { usd: sumOf(accounts), minutes: minutesOf(config), accounts };
}
const dollars = (usd) => (usd === null ? 'no limit' : `at most $${usd.toFixed(2)}`);
function describeCosts({ usd, minutes, accounts }) {
    const lines = accounts.map(({ account, usd: each, pipelines, unpriced }) => {
        const unknown = unpriced.length === 0 ? '' : `; price unknown: ${unpriced.join(', ')}`;
        return `${account}: ${dollars(each)} (${pipelines.join(', ')}${unknown})`;
    });
    const time = minutes === null ? [] : [`${minutes} minutes of sessions that are limited in minutes; the others end with their budget`];
    return [...lines, `together: ${dollars(usd)} in 30 days, if every day is used up`, ...time];
}


/***/ }),

/***/ 9474:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HA: () => (/* binding */ packageRepository),
/* harmony export */   Tl: () => (/* binding */ packageVersion),
/* harmony export */   n4: () => (/* binding */ packageFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9131);



/** The folder of this package: the nearest above with a package.json, for sources and builds alike. */
function packageFolder() {
    let folder = import.meta.dirname;
    while (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'package.json')) && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder) !== folder)
        folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder);
    return folder;
}
const packageSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    version: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    repository: zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ url: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }).transform(({ url }) => url)]).optional(),
});
const readPackage = () => packageSchema.parse(JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(packageFolder(), 'package.json'), 'utf8')));
const packageVersion = () => readPackage().version;
/** Where this package comes from, as package.json says it; undefined where it does not. */
const packageRepository = () => readPackage().repository;


/***/ }),

/***/ 2736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ renderTemplate)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3483);
/* harmony import */ var _defaults_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4292);


/** What stands above a key of the written file; paths as in the file, `.`-joined. */
const comments = {
    goal: 'How many pairs the database is to hold in the end.',
    warnAt: 'Share of a budget from which on status and reports warn.',
    dataset: 'What the pairs are for. `use` is rag, training or both; an export asks for a licence. `rehearsal: true` lets pairs of\nthe embedded provider into the database: only for trying things out. `use` is a note for people: nothing depends on it yet.',
    sources: 'Domains never to cite, how many domains must agree on a number, and the largest share of an\nindicator’s citations of one domain before its pairs are flagged.',
    github: 'On GitHub: `draft: true` opens parts as drafts, which ask nobody until a person marks them ready; `reviewers` are logins\nthat are asked; `handoffs: { discussionCategory: General }` puts handoffs into discussions instead of comments.',
    reviews: 'Reviewers are a resource too: with more than `maxWaiting` parts waiting nothing new is begun. A part that waits longer than\n`alertAfter` is told in an alert; after `knownFor` its questions count as known no more.',
    plan: '`heartbeat`: how long nothing may happen before an alert. With fewer than `proposeBelow` tasks waiting, a pipeline gets\nproposals for new ones, at most `maxProposals` at a time; they wait for the label `approved`.',
    accounts: 'Whom requests go to, and what they may cost. `key` is the NAME of an environment variable or secret, never the key itself.\nWork stops at budget × threshold; the limits hold for the key, whatever pipelines use it.\n`usd` holds too: a day that would cost more ends earlier. A model without prices has an unknown price.\n`search: { url, key }` gives a server that cannot search the web (Ollama, your own) a search that it is asked with.',
    'accounts.openrouter.requestsPerMinute': 'OpenRouter lets models whose name ends in `:free` take 20 a minute; paid ones may be faster (null: no limit).',
    'accounts.openrouter.prices': "US dollars a million tokens. These were OpenRouter's list prices in spring 2026: compare https://openrouter.ai/models.\nWeb search costs extra, also with free models: $4 per 1,000 results, so at most $0.02 a request of 5 results.",
    'accounts.zai': 'The general API: the one of the coding plan is for coding tools only.',
    'accounts.gemini': 'Two keys, one queue: see `accounts` of the batch pipeline; a job goes to the one with the fewest.',
    'accounts.claude': 'Through OpenRouter, with a key of its own: limits belong to a key.',
    pipelines: 'Who works on what. `every`: spans of the day of which each may see one session begin; `cooldown`: how long it rests after one;\n`after`: pipelines whose sessions are let end first. `share`: its part of the goal against the others; of those with one account\nwhat is most behind begins first. `enabled: false` stops one. Kind implementation is not run by this version.\nModels come and go: `perpetual doctor` says whether yours still exist.',
    'pipelines.droid-research.model': 'A cheap model that calls tools and keeps to a JSON schema; the judge is of another family on purpose.',
    'pipelines.droid-research.research': 'Calls an indicator, how they are split over the stages (another number scales the split), accepted pairs to aim at.',
    'pipelines.zai-implementation.limits': 'A session may take 8 h, over as many jobs as it needs.',
    'pipelines.droid-eastern.limits': 'Batch jobs alive at once over all accounts, whoever made them with the same keys: at most budget × threshold.',
    'pipelines.droid-eastern.batch': 'Pairs asked of a video, videos a job. `attempts`: batch jobs that a video may go through; `inlineBytes`: a larger job goes through a file.',
    'pipelines.claude-integration.limits': 'Tokens of one session.',
    'pipelines.claude-integration.integration': 'Pairs a judge sees at once. `merge`: whether a database part is merged by itself when every check holds: always, never, or auto\n(on a repository on a disk yes, on GitHub no). `judgeImports: true` judges imported pairs too, which costs tokens.',
};
const header = ` Perpetual's configuration. Everything here is a default: what is left out stays as it is.
 No key belongs into this file. \`perpetual doctor\` checks it and says what is missing.`;
/** Maps of plain values that fit on one line stand on one line, as a person would write them. */
const isShort = (map) => map.items.every(({ value }) => !(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(value) && (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(value) || value.items.length === 0)) &&
    JSON.stringify(map.toJSON()).length <= 110;
const commentLines = (text) => text.replaceAll(/^/gm, ' ');
function lay(node, path) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
        node.flow = true;
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
        return;
    node.flow = path.length > 2 && isShort(node);
    for (const { key, value } of node.items) {
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key))
            continue;
        const inner = [...path, String(key.value)];
        const comment = comments[inner.join('.')];
        if (comment !== undefined)
            key.commentBefore = commentLines(comment);
        if (inner.length === 1)
            key.spaceBefore = true;
        lay(value, inner);
    }
}
/** The whole default configuration as commented YAML; loading it brings exactly the defaults. */
function renderTemplate() {
    const document = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Document */ .yo(_defaults_js__WEBPACK_IMPORTED_MODULE_1__/* .defaults */ .N, { aliasDuplicateObjects: false });
    document.commentBefore = header;
    lay(document.contents, []);
    return document.toString({ lineWidth: 0 });
}


/***/ }),

/***/ 2429:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ ownFiles)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _config_load_config_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7134);
/* harmony import */ var _config_template_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2736);




const readmes = {
    tasks: '# Tasks\n\nSeeds: `<pipeline>.yml` lists the tasks of a pipeline. `perpetual tasks import` makes those that are not there yet;\nimporting twice changes nothing.\n',
    inbox: '# Inbox\n\nDeliveries arrive here by pull request: `<agent>/<task>/<indicator>.json` to read, with calls and review notes beside it.\nWhat is in the branch when it is merged counts, so edit and delete freely before you merge.\n',
    handoffs: '# Handoffs\n\nWhat one session tells the next lies on the branch `perpetual/state`, under `handoffs/<pipeline>/`.\nKeep notes here that all sessions and people should find.\n',
};
/** Configuration, folders and task seeds: written once where they are missing, and the user's own from then on. */
async function ownFiles(packageFolder) {
    const seeds = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(packageFolder, 'tasks');
    const names = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(seeds).catch(() => [])).filter(name => name.endsWith('.yml')).toSorted();
    const tasks = names.map(async (name) => ({ path: `tasks/${name}`, text: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(seeds, name), 'utf8') }));
    const folders = Object.entries(readmes).map(([folder, text]) => ({ path: `${folder}/README.md`, text }));
    return [{ path: _config_load_config_js__WEBPACK_IMPORTED_MODULE_2__/* .configFile */ .Ze, text: (0,_config_template_js__WEBPACK_IMPORTED_MODULE_3__/* .renderTemplate */ .X)() }, ...folders, ...(await Promise.all(tasks))];
}


/***/ })

};
