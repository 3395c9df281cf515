export const id = 6980;
export const ids = [6980];
export const modules = {

/***/ 6980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   define: () => (/* binding */ define),
/* harmony export */   writeProject: () => (/* binding */ writeProject)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9131);
/* harmony import */ var _config_load_config_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7134);
/* harmony import */ var _config_template_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2736);
/* harmony import */ var _config_yaml_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3204);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9763);
/* harmony import */ var _setup_own_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2429);
/* harmony import */ var _monthly_costs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8754);
/* harmony import */ var _package_files_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9474);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7074);











const exists = async (path) => {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path).catch(() => undefined);
    return found !== undefined;
};
/** Refuses what would write outside the repository (a symbolic link) or into something that is no folder, before anything is written. */
async function checkFolders(top, paths) {
    const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(top);
    for (const folder of new Set(paths.map(path => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)))) {
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(top, folder)).catch(() => undefined);
        if (found === undefined)
            continue;
        const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(top, folder)).catch(() => '');
        const inside = real === root || !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, real).startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`);
        if (real !== '' && inside && (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(real)).isDirectory())
            continue;
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .PerpetualError */ .nX(`Expected \`${folder}\` to be a folder of the repository, got something else. Move it away, then try again.`, { actBy: 'fix-config' });
    }
}
async function write(top, { path, text }) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(top, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)), { recursive: true });
    // `wx` never overwrites, whoever made the file in between.
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(top, path), text, { flag: 'wx' });
}
/** Writes what is missing of a data repository's files; with `dryRun` only says what that is. Throws `fix-config` where a path is in the way. */
async function writeProject(top, dryRun) {
    const wanted = await (0,_setup_own_files_js__WEBPACK_IMPORTED_MODULE_6__/* .ownFiles */ .a)((0,_package_files_js__WEBPACK_IMPORTED_MODULE_8__/* .packageFolder */ .n4)());
    const there = await Promise.all(wanted.map(({ path }) => exists((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(top, path))));
    const missing = wanted.filter((_, index) => there[index] !== true);
    const kept = wanted.filter((_, index) => there[index] === true).map(({ path }) => path);
    await checkFolders(top, wanted.map(({ path }) => path));
    if (!dryRun)
        for (const file of missing)
            await write(top, file);
    return { missing: missing.map(({ path }) => path), kept };
}
async function initialise({ folder, output }, dryRun) {
    const top = await (0,_repository_js__WEBPACK_IMPORTED_MODULE_9__/* .workTreeOf */ .F)(folder);
    await (0,_repository_js__WEBPACK_IMPORTED_MODULE_9__/* .firstCommitOf */ .v)(top);
    const before = await (0,_config_yaml_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readText */ .y)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(top, _config_load_config_js__WEBPACK_IMPORTED_MODULE_2__/* .configFile */ .Ze), _config_load_config_js__WEBPACK_IMPORTED_MODULE_2__/* .configFile */ .Ze);
    const costs = (0,_monthly_costs_js__WEBPACK_IMPORTED_MODULE_7__/* .monthlyCosts */ .m)((0,_config_load_config_js__WEBPACK_IMPORTED_MODULE_2__/* .loadConfig */ .Z9)(before ?? (0,_config_template_js__WEBPACK_IMPORTED_MODULE_3__/* .renderTemplate */ .X)(), _config_load_config_js__WEBPACK_IMPORTED_MODULE_2__/* .configFile */ .Ze));
    const { missing: written, kept } = await writeProject(top, dryRun);
    const { green, dim, bold } = output.colours;
    for (const path of written)
        output.result(`${green(dryRun ? '+ would write' : '+ wrote')} ${path}`);
    for (const path of kept)
        output.result(dim(`= is there already, unchanged: ${path}`));
    output.result(`\n${bold('What a month may cost at most')}`);
    for (const line of (0,_monthly_costs_js__WEBPACK_IMPORTED_MODULE_7__/* .describeCosts */ .i)(costs))
        output.result(`  ${line}`);
    output.result(`\n${bold('Next')}`);
    const inFolder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(process.cwd(), top) === '' ? '' : ` --repo ${JSON.stringify(folder)} `;
    for (const line of nextSteps(written, { dryRun, inFolder }))
        output.result(`  ${line}`);
    return { json: { repository: top, dryRun, written, kept, monthly: costs } };
}
function nextSteps(written, { dryRun, inFolder }) {
    const step = (command, what) => `${`perpetual ${command}${inFolder}`.padEnd(35)}${what}`;
    if (dryRun)
        return [step('init', 'write these files')];
    const commit = `git add ${[...new Set(written.map(path => path.split('/')[0] ?? path))].join(' ')} && git commit -m "Set up Perpetual"`;
    return [
        ...(written.length > 0 ? [`${commit}   a local run reads the work tree, so this can wait`] : []),
        step('doctor', 'what is still missing: a key, for one'),
        step('tasks import', 'make the tasks of tasks/*.yml'),
        step('run droid-research', 'one session'),
    ];
}
const optionsSchema = zod__WEBPACK_IMPORTED_MODULE_10__/* .object */ .Ikc({
    dryRun: zod__WEBPACK_IMPORTED_MODULE_10__/* .boolean */ .zMY().default(false),
    update: zod__WEBPACK_IMPORTED_MODULE_10__/* .boolean */ .zMY().default(false),
    action: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP().optional(),
});
async function initialiseHere(invocation, { dryRun, update, action }) {
    if (update || action !== undefined)
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .PerpetualError */ .nX('Expected `--update` and `--action` with a repository on GitHub, got one on this disk; `--forge github` asks for it', { actBy: 'fix-config' });
    return initialise(invocation, dryRun);
}
async function initialiseThere(invocation, forge, options) {
    const { initialiseGithub } = await Promise.all(/* import() */[__webpack_require__.e(8437), __webpack_require__.e(2378), __webpack_require__.e(3477)]).then(__webpack_require__.bind(__webpack_require__, 2378));
    return initialiseGithub(invocation, forge, options);
}
function define(command, start) {
    command
        .description('Writes .github/perpetual.yml with the defaults, tasks/, inbox/ and handoffs/. Never overwrites, never commits.\nOn GitHub, workflows, issue forms, labels and the environment for keys too, in one commit or pull request.')
        .option('--dry-run', 'say what would be written')
        .option('--update', 'on GitHub: write workflows and issue forms again that differ from what this version has')
        .option('--action <owner/name@tag>', 'on GitHub: the action that the workflows use, pinned to the commit of this tag')
        .addHelpText('after', '\nExamples:\n  perpetual init\n  perpetual init --repo ../my-dataset --dry-run\n  perpetual init --forge github --action owner/perpetual@v0.1.0')
        .action(() => start(command, invocation => {
        const options = optionsSchema.parse(command.opts());
        const { forge } = invocation;
        return forge.kind === 'local' ? initialiseHere(invocation, options) : initialiseThere(invocation, forge, options);
    }));
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
