export const id = 621;
export const ids = [621,980];
export const modules = {

/***/ 621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  define: () => (/* binding */ demo_define)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(9131);
// EXTERNAL MODULE: ./src/compose.js + 59 modules
var compose = __webpack_require__(3143);
// EXTERNAL MODULE: ./src/project.js + 6 modules
var src_project = __webpack_require__(5924);
// EXTERNAL MODULE: ./src/config/load-config.js + 3 modules
var load_config = __webpack_require__(7850);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/forge/git.js
var git = __webpack_require__(8629);
// EXTERNAL MODULE: ./src/forge/local/repository.js + 3 modules
var repository = __webpack_require__(1535);
// EXTERNAL MODULE: ./src/rehearsal/start-rehearsal.js + 24 modules
var start_rehearsal = __webpack_require__(8879);
// EXTERNAL MODULE: ./src/dataset/markdown.js
var markdown = __webpack_require__(4257);
;// CONCATENATED MODULE: ./src/commands/demo-views.js

/** Lines of a review page that the demo shows; a reviewer reads the whole of it. */
const shownLines = 34;
/** The beginning of the first review page and the handle of the pair that stands first in it: flagged or scored lowest. */
function renderPart(page, colours) {
    const first = page.pages[0];
    if (first === undefined)
        return undefined;
    const text = (0,markdown/* unescapeMarkdown */.e8)(first.text);
    const lowest = /\bPair ([a-z0-9][a-z0-9-]*\.\d+)\b/u.exec(text)?.[1];
    if (lowest === undefined)
        return undefined;
    const lines = text.split('\n').slice(0, shownLines);
    const shown = lines.map(line => `  ${colours.dim('│')} ${line.slice(0, 110)}`);
    return {
        lowest,
        text: [`\n#${page.number} ${page.title}`, colours.dim(`  ${first.path}`), ...shown, colours.dim('  │ …'), ''].join('\n'),
    };
}
/** How to be rid of the demo; quoted, because a folder's name may hold anything. */
const removal = (folder) => `Remove this demo with: rm -r ${/[^\w./-]/u.test(folder) ? `'${folder.replaceAll("'", String.raw `'\''`)}'` : folder}`;
/** The last screen: what was made, where it lies, what it cost, and how to do the same with a real key. */
function renderDemoEnd({ folder, result, kept, rejected }, { bold, green, dim }) {
    const { spent, pairs } = result;
    return [
        '',
        green(bold(`Done: ${kept} question-and-answer pairs on main, ${rejected.length} rejected, ${pairs.rejected} stopped by gates and judge before.`)),
        '',
        `  ${bold('Where')}    ${folder}`,
        '           inbox/droid/session_…/  the pairs, their review pages and where they come from',
        '           git show perpetual/state:' + (result.handoff ?? ''),
        `  ${bold('Cost')}     nothing. The embedded provider's price list says $${spent.usd.toFixed(2)} for ${spent.sends} calls and ${spent.tokens.toLocaleString('en')} tokens;`,
        '           a real day is bounded by the budgets in .github/perpetual.yml: 850 of 1,000 calls and $2 by default.',
        `  ${bold('Note')}     these pairs are a rehearsal and say so; they are no research.`,
        '',
        bold('The same with a real key, in a repository of yours:'),
        '',
        '  npm run perpetual -- init --repo ../my-dataset',
        '  export OPENROUTER_API_KEY=…',
        '  npm run perpetual -- doctor --repo ../my-dataset',
        '  npm run perpetual -- tasks import --repo ../my-dataset',
        '  npm run perpetual -- run droid-research --repo ../my-dataset',
        '  npm run perpetual -- review list --repo ../my-dataset',
        '',
        dim(removal(folder)),
    ].join('\n');
}

// EXTERNAL MODULE: ./src/commands/init.js
var init = __webpack_require__(6980);
// EXTERNAL MODULE: ./src/commands/review.js + 5 modules
var review = __webpack_require__(8465);
// EXTERNAL MODULE: ./src/commands/run.js + 14 modules
var run = __webpack_require__(1158);
// EXTERNAL MODULE: ./src/commands/task-input.js
var task_input = __webpack_require__(3190);
;// CONCATENATED MODULE: ./src/commands/demo.js
















const optionsSchema = schemas/* object */.Ikc({ folder: schemas/* string */.YjP().optional() });
const pipeline = 'droid-research';
const keyName = 'OPENROUTER_API_KEY';
/** The first folder of that name that is not there yet. */
function freeFolder(here, wanted) {
    if (wanted !== undefined) {
        const folder = (0,external_node_path_.resolve)(here, wanted);
        if ((0,external_node_fs_.existsSync)(folder))
            throw new errors/* PerpetualError */.n(`Expected \`--folder\` to name a folder that is not there yet, got \`${wanted}\``, {
                actBy: 'fix-config',
            });
        return folder;
    }
    let folder = (0,external_node_path_.resolve)(here, 'perpetual-demo');
    for (let n = 2; (0,external_node_fs_.existsSync)(folder); n += 1)
        folder = (0,external_node_path_.resolve)(here, `perpetual-demo-${n}`);
    return folder;
}
async function demo_git(folder, ...args) {
    const done = await (0,git/* runGit */.EO)(args, { cwd: folder });
    if (done.code !== 0)
        throw (0,git/* gitFailure */.tv)(`git ${args[0] ?? ''}`, done);
}
/** What the demo's configuration changes of the defaults: who answers, and how fast. */
const demoConfig = (baseUrl) => `# Written by \`perpetual demo\`: the defaults, but the embedded provider answers, for nothing and at full speed.
dataset:
  rehearsal: true
accounts:
  openrouter:
    baseUrl: ${baseUrl}
    requestsPerMinute: null
    concurrency: 32
`;
async function createRepository(folder, baseUrl) {
    await (0,promises_.mkdir)((0,external_node_path_.join)(folder, '.github'), { recursive: true });
    await demo_git(folder, 'init', '--quiet', '--initial-branch=main');
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, load_config/* configFile */.Ze), demoConfig(baseUrl));
    await (0,init.writeProject)(folder, false);
    await demo_git(folder, 'add', '--all');
    await demo_git(folder, '-c', `user.name=${git/* automation */.ij.name}`, '-c', `user.email=${git/* automation */.ij.email}`, 'commit', '--quiet', '-m', 'Set up Perpetual');
}
async function importTasks(project, { folder, output }) {
    const seeds = await (0,task_input/* readSeeds */.B)(project, { folder, files: [] });
    const progress = output.progress({ label: 'Importing', total: seeds.length, unit: 'tasks' });
    const { created } = await (0,compose/* openTaskBook */.lY)(project)
        .import(seeds, ({ done, title }) => progress.update(done, title))
        .finally(() => progress.end());
    return created;
}
/** Shows the delivered parts as a reviewer sees them, rejects one pair and accepts the rest. */
async function demo_review(project, { output }, { deliveries }) {
    const reviews = (0,review.openReviewBook)(project, output);
    let kept = 0;
    let rejected = [];
    for (const { number } of deliveries) {
        const page = await reviews.show(number);
        const first = rejected.length === 0 ? renderPart(page, output.colours) : undefined;
        if (first !== undefined) {
            output.result(first.text);
            rejected = (await reviews.reject(number, { pairs: first.lowest, because: 'the demo rejects one pair' })).removed;
            output.result(`Rejected ${rejected.join(', ')} (perpetual review reject ${number} --pairs ${first.lowest}).`);
        }
        const accepted = await reviews.accept(number, 'none');
        kept += accepted.kept;
        output.result(`Accepted #${number}: ${accepted.kept} pairs merged into main (perpetual review accept ${number}).`);
    }
    return { kept, rejected };
}
async function demo(invocation, wanted) {
    const { output, clock } = invocation;
    const { bold } = output.colours;
    const asked = invocation.interruptible();
    const folder = freeFolder(invocation.folder, wanted);
    await (0,repository/* checkGitVersion */.P)(folder);
    output.result(`${bold('Perpetual, rehearsed on this disk.')} No key, no network, no cost. The repository: ${folder}\n`);
    const rehearsal = await (0,start_rehearsal/* startRehearsal */.U)();
    let project;
    try {
        await createRepository(folder, rehearsal.urls.openrouter);
        project = await (0,src_project/* openLocalProject */.b)(folder, { clock, environment: { [keyName]: 'rehearsal' } });
        const here = { ...invocation, folder, interruptible: () => asked };
        output.result(`${bold('1. Tasks')}  ${await importTasks(project, here)} research assignments of five indicators each are issues now.`);
        output.result(`\n${bold('2. A session')}  works on the first one: plan, research, write, judge; budget 1,000 calls a day, line at 850.`);
        const result = await (0,run.runPipeline)(project, here, { name: pipeline, options: { force: false, dryRun: false, maxTasks: 1 } });
        output.result((0,run.describeRun)(result));
        if (asked.aborted || result.deliveries.length === 0) {
            output.result(`\nStopped; everything is saved in ${folder}. ${removal(folder)}`);
            return { json: { folder, session: result }, exitCode: 1 };
        }
        output.result(`\n${bold('3. A review')}  of ${result.deliveries.length} parts, as a pull request shows them.`);
        const reviewed = await demo_review(project, here, result);
        output.result(renderDemoEnd({ folder, result, ...reviewed }, output.colours));
        return { json: { folder, session: result, review: reviewed } };
    }
    finally {
        await project?.forge.close();
        await rehearsal.close();
    }
}
function demo_define(command, start) {
    command
        .description('Makes a repository of its own, imports the tasks, runs one assignment to its end and reviews what came of it.')
        .option('--folder <folder>', 'where to make the repository (default: perpetual-demo, or the next free name)')
        .addHelpText('after', '\nExample:\n  perpetual demo --folder /tmp/try-it')
        .action(() => start(command, invocation => demo(invocation, optionsSchema.parse(command.opts()).folder)));
}


/***/ }),

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
/* harmony import */ var _config_load_config_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7850);
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
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .PerpetualError */ .n(`Expected \`${folder}\` to be a folder of the repository, got something else. Move it away, then try again.`, { actBy: 'fix-config' });
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
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .PerpetualError */ .n('Expected `--update` and `--action` with a repository on GitHub, got one on this disk; `--forge github` asks for it', { actBy: 'fix-config' });
    return initialise(invocation, dryRun);
}
async function initialiseThere(invocation, forge, options) {
    const { initialiseGithub } = await Promise.all(/* import() */[__webpack_require__.e(437), __webpack_require__.e(378), __webpack_require__.e(477)]).then(__webpack_require__.bind(__webpack_require__, 2378));
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
    const isRun = (name) => config.pipelines[name]?.kind === 'research';
    const now = accounts.filter(({ pipelines }) => pipelines.some(isRun));
    return { usd: sumOf(accounts), usdNow: sumOf(now), minutes: minutesOf(config), accounts };
}
const dollars = (usd) => (usd === null ? 'no limit' : `at most $${usd.toFixed(2)}`);
function describeCosts({ usd, usdNow, minutes, accounts }) {
    const lines = accounts.map(({ account, usd: each, pipelines, unpriced }) => {
        const unknown = unpriced.length === 0 ? '' : `; price unknown: ${unpriced.join(', ')}`;
        return `${account}: ${dollars(each)} (${pipelines.join(', ')}${unknown})`;
    });
    const time = minutes === null ? [] : [`${minutes} minutes of sessions that are limited in minutes; the others end with their budget`];
    const now = `of it, as this version runs only pipelines of kind research: ${dollars(usdNow)}`;
    return [...lines, `together: ${dollars(usd)} in 30 days, if every day is used up`, now, ...time];
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

/***/ 8465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  define: () => (/* binding */ review_define),
  openReviewBook: () => (/* binding */ openReviewBook)
});

// EXTERNAL MODULE: ../../node_modules/commander/index.js + 6 modules
var commander = __webpack_require__(1283);
// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(9131);
// EXTERNAL MODULE: ./src/compose.js + 59 modules
var compose = __webpack_require__(3143);
// EXTERNAL MODULE: ./src/dataset/markdown.js
var markdown = __webpack_require__(4257);
// EXTERNAL MODULE: ./src/domain/task.js
var domain_task = __webpack_require__(3761);
// EXTERNAL MODULE: ./src/dataset/review.js
var review = __webpack_require__(5680);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/session/endings.js + 2 modules
var session_endings = __webpack_require__(6086);
;// CONCATENATED MODULE: ./src/session/record-look.js

/** Keeps with an open part how much of it a reviewer has read; less than is known already changes nothing. */
async function recordLook({ book, clock }, { task, part }, looked) {
    if (looked === 'none' || domain_task/* lookedDegrees */.K_.indexOf(looked) <= domain_task/* lookedDegrees */.K_.indexOf(part.looked))
        return;
    await book.apply({
        type: 'look-at-part',
        operation: `look/${task.id}/${part.part}/${looked}`,
        pipeline: task.pipeline,
        now: clock.now(),
        task: task.id,
        part: part.part,
        looked,
    });
}

;// CONCATENATED MODULE: ./src/domain/one-line.js
/** A foreign text on one line of at most `most` characters, without anything that is not seen; the end of a longer one is cut. */
function oneLine(text, most) {
    // More than is kept is never looked at, however long the text is.
    const seen = text
        .slice(0, 4 * most)
        .toWellFormed()
        .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
        .trim();
    return seen.length <= most ? seen : `${seen.slice(0, most - 1).toWellFormed()}…`;
}

;// CONCATENATED MODULE: ./src/session/rejection-message.js

const longestReason = 300;
const mostHandles = 40;
/** Rejections named in one message; the comments have them all. */
const mostLines = 50;
/** What GitHub acts on in a commit's message: mentions, closed issues, addresses of issues, `[skip ci]`. */
const active = { '@': '＠', '#': '＃', '[': '［', ']': '］', '://': ':／／' };
/** A foreign text for a commit's message, with full-width signs where GitHub would act on plain ones. */
const inertLine = (text) => oneLine(text, longestReason)
    .replaceAll(/[@#[\]]|:\/\//g, sign => active[sign] ?? sign)
    .replaceAll(/\b(gh)-(?=\d)/gi, '$1‑');
/** The subject names the part and every other line begins with a dash, so that none of them can pass for a trailer. */
function renderRejection({ task, part }, rejections) {
    const count = new Set(rejections.flatMap(({ handles }) => handles)).size;
    const lines = rejections.slice(0, mostLines).map(({ handles, because, by }) => {
        const more = handles.length > mostHandles ? ` and ${handles.length - mostHandles} more` : '';
        const reason = inertLine(because);
        return `- ${handles.slice(0, mostHandles).join(', ')}${more}${by === null ? '' : ` by ${inertLine(by)}`}${reason === '' ? '' : `, because ${reason}`}`;
    });
    return [`Reject ${count} ${count === 1 ? 'pair' : 'pairs'} of ${task.id}, part ${part.part}`, '', ...lines].join('\n');
}

// EXTERNAL MODULE: ./src/dataset/pair-rows.js
var pair_rows = __webpack_require__(9036);
// EXTERNAL MODULE: ./src/session/reviews.js
var reviews = __webpack_require__(1411);
;// CONCATENATED MODULE: ./src/session/remove-pairs.js




/** Lost races against other editors of a branch before giving up. */
const maxRaces = 20;
function read([path, text]) {
    try {
        return { path, text, handles: (0,pair_rows/* parsePairFile */.EU)(text).pairs.map(row => row.handle) };
    }
    catch (error) {
        return new errors/* PerpetualError */.n(`${path}: ${(0,errors/* messageOf */.b)(error)}`, { actBy: 'fix-config', cause: error });
    }
}
/**
 * Takes pairs out of a part's files with one commit on its branch, on whatever reviewers have made of them: `choose` names the
 * handles by what stands there now, and is asked again after each lost race. Nothing to take makes no commit.
 * Undefined where the pull request is not open.
 */
async function removePairs(forge, part, choose) {
    for (let race = 0; race < maxRaces; race += 1) {
        const pull = part.pull === null ? undefined : await forge.pulls.get(part.pull);
        if (pull?.state !== 'open')
            return undefined;
        const files = [...(await forge.contents.read(pull.head, (0,reviews/* pairFiles */._q)(part)))].map(read);
        const readable = files.flatMap(file => (file instanceof errors/* PerpetualError */.n ? [] : [file]));
        const unreadable = files.flatMap(file => (file instanceof errors/* PerpetualError */.n ? [file] : []));
        const standing = { present: new Set(readable.flatMap(({ handles }) => handles)), unreadable };
        const { handles, message } = choose(standing);
        const rejected = readable.map(({ path, text }) => ({ path, ...(0,review/* rejectPairs */.$0)(text, handles) }));
        const changes = rejected.filter(({ removed }) => removed.length > 0).map(({ path, text }) => ({ path, text }));
        const removed = rejected.flatMap(each => each.removed);
        if (changes.length === 0)
            return { removed, standing };
        const written = await forge.pulls.edit(pull.number, { base: pull.head, changes, message });
        if (written.type === 'written')
            return { removed, standing };
    }
    throw new errors/* PerpetualError */.n(`Expected to edit #${part.pull} within ${maxRaces} races, lost them all; try again`, {
        actBy: 'next-run',
    });
}

;// CONCATENATED MODULE: ./src/session/review-book.js







function createReviewBook(setup) {
    const { forge, book } = setup;
    const endings = (0,session_endings/* createEndings */.$)(setup);
    const delivered = async () => {
        const tasks = await book.tasks();
        return tasks.flatMap(task => task.parts.filter(part => part.pull !== null).map(part => ({ task, part })));
    };
    const find = async (number) => {
        const found = (await delivered()).find(each => each.part.pull === number);
        const pull = found === undefined ? undefined : await forge.pulls.get(number);
        if (found === undefined || pull === undefined)
            throw new errors/* PerpetualError */.n(`Expected the number of a delivered part, got ${number}; \`perpetual review list --all\` shows them`, { actBy: 'fix-config' });
        return { ...found, pull };
    };
    const rowOf = ({ task, part, pull }) => ({
        number: pull.number,
        task: task.id,
        part: part.part,
        title: pull.title,
        pairs: part.pairs,
        state: pull.state,
        branch: pull.branch,
    });
    const refuseEnded = (pull) => {
        if (pull.state !== 'open')
            throw new errors/* PerpetualError */.n(`Expected an open part, got #${pull.number}, which is ${pull.state}`, { actBy: 'fix-config' });
    };
    const removeNamed = async (found, { pairs, because }) => {
        const { pull } = found.part;
        const handles = (0,review/* parseHandles */.Zb)(pairs);
        const message = renderRejection(found, [{ handles, because, by: null }]);
        const removal = await removePairs(forge, found.part, ({ present, unreadable }) => {
            if (unreadable[0] !== undefined)
                throw unreadable[0];
            const missing = handles.filter(handle => !present.has(handle)).slice(0, 5);
            if (missing.length === 0)
                return { handles, message };
            throw new errors/* PerpetualError */.n(`Expected handles of pairs in #${pull}, found none named ${missing.join(', ')}`, {
                actBy: 'fix-config',
            });
        });
        if (removal !== undefined)
            return removal.removed;
        throw new errors/* PerpetualError */.n(`Expected an open part, but #${pull} was merged or closed meanwhile`, { actBy: 'fix-config' });
    };
    return {
        list: async ({ all }) => {
            const rows = [];
            for (const { task, part } of await delivered()) {
                const pull = part.pull === null ? undefined : await forge.pulls.get(part.pull);
                if (pull !== undefined && (all || pull.state === 'open'))
                    rows.push(rowOf({ task, part, pull }));
            }
            return rows;
        },
        show: async (number) => {
            const found = await find(number);
            const texts = await forge.pulls.read(number, found.part.paths.filter(path => path.endsWith('.review.md')));
            return { ...rowOf(found), body: found.pull.body, pages: [...texts].map(([path, text]) => ({ path, text })) };
        },
        accept: async (number, looked) => {
            const found = await find(number);
            const { task, pull } = found;
            if (pull.state === 'closed')
                refuseEnded(pull);
            // Before it is merged, so that whoever takes the merge in knows it.
            await recordLook({ book, clock: setup.clock }, found, looked);
            const merged = await forge.pulls.merge(number, { expectedHead: pull.head, message: `Merge ${pull.title} (#${number})` });
            if (merged.type === 'conflict')
                throw new errors/* PerpetualError */.n(`Expected #${number} to merge, found conflicts in ${merged.paths.slice(0, 3).join(', ')}; merge ${pull.branch} by hand`, { actBy: 'fix-config' });
            if (merged.type === 'refused')
                throw new errors/* PerpetualError */.n(merged.reason, { actBy: 'fix-config' });
            if (merged.type === 'stale')
                throw new errors/* PerpetualError */.n(`Expected #${number} to stay as it was shown, but somebody pushed to it; look again`, {
                    actBy: 'next-run',
                });
            const current = await endings.settle(task);
            const kept = current.parts.find(part => part.pull === number)?.kept ?? 0;
            return { task: task.id, status: current.status, commit: merged.commit, kept };
        },
        reject: async (number, { pairs, because }) => {
            const found = await find(number);
            refuseEnded(found.pull);
            const removed = pairs === undefined ? [] : await removeNamed(found, { pairs, because });
            const what = pairs === undefined ? 'The whole part' : removed.join(', ');
            await forge.pulls.comment(number, {
                marker: `reject:${removed.join(',') || 'all'}`,
                body: `${what} rejected${because === '' ? '' : `, because ${(0,markdown/* escapeMarkdown */.FV)(because)}`}.`,
            });
            if (pairs === undefined) {
                await forge.pulls.close(number);
                await endings.settle(found.task);
            }
            return { task: found.task.id, removed, closed: pairs === undefined };
        },
    };
}

// EXTERNAL MODULE: ./src/commands/with-project.js
var with_project = __webpack_require__(5334);
;// CONCATENATED MODULE: ./src/commands/review.js







const rejectSchema = schemas/* object */.Ikc({ pairs: schemas/* string */.YjP().optional(), because: schemas/* string */.YjP().default('') });
const acceptSchema = schemas/* object */.Ikc({ looked: schemas/* enum */.k5n(domain_task/* lookedDegrees */.K_) });
const listSchema = schemas/* object */.Ikc({ all: schemas/* boolean */.zMY().default(false) });
const help = `
Examples:
  perpetual review list
  perpetual review show 45
  perpetual review reject 45 --pairs macd.3,macd.7-9 --because "the formula is wrong"
  perpetual review accept 45 --looked some`;
function readNumber(text) {
    const number = Number(text.replace(/^#/u, ''));
    if (Number.isInteger(number) && number > 0)
        return number;
    throw new commander/* InvalidArgumentError */.Di('Expected the number of a part, as `perpetual review list` shows it.');
}
const openReviewBook = (project, { warn }) => createReviewBook((0,compose/* reviewSetupOf */.$w)(project, warn));
const withReviews = (invocation, work) => (0,with_project/* withProject */.C)(invocation, project => work(openReviewBook(project, invocation.output)));
async function list(invocation, all) {
    const reviews = await withReviews(invocation, book => book.list({ all }));
    const lines = reviews.map(each => `#${each.number}  ${each.state.padEnd(6)}  ${each.task} part ${each.part}, ${each.pairs} pairs  ${each.branch}`);
    invocation.output.result(lines.length === 0 ? 'Nothing waits for a review.' : lines.join('\n'));
    return { json: { reviews } };
}
async function show(invocation, number) {
    const page = await withReviews(invocation, book => book.show(number));
    const { colours } = invocation.output;
    const pages = page.pages.map(({ path, text }) => `${colours.bold(path)}\n\n${(0,markdown/* unescapeMarkdown */.e8)(text)}`);
    invocation.output.result([
        colours.bold(`#${page.number} ${page.title}`),
        `${page.state}, ${page.branch}`,
        '',
        (0,markdown/* unescapeMarkdown */.e8)(page.body),
        '',
        ...pages,
    ].join('\n'));
    return { json: page };
}
async function accept(invocation, number, looked) {
    const done = await withReviews(invocation, book => book.accept(number, looked));
    invocation.output.result(`Merged #${number}: ${done.kept} pairs kept. ${done.task} is ${done.status}.`);
    return { json: { number, ...done } };
}
async function reject(invocation, number, rejection) {
    const done = await withReviews(invocation, book => book.reject(number, { pairs: rejection.pairs, because: rejection.because }));
    const what = done.closed ? `Closed #${number}; nothing of it is kept.` : `Removed ${done.removed.join(', ')} from #${number}.`;
    invocation.output.result(what);
    return { json: { number, ...done } };
}
function review_define(command, start) {
    command.addHelpText('after', help);
    const listing = command
        .command('list')
        .description('Parts that wait for a review')
        .option('--all', 'merged and closed ones too');
    listing.action(async () => {
        const { all } = listSchema.parse(listing.opts());
        await start(listing, invocation => list(invocation, all));
    });
    const showing = command
        .command('show')
        .description('The review pages of a part')
        .argument('<number>', 'the number of the part', readNumber);
    showing.action(async (number) => start(showing, invocation => show(invocation, number)));
    const accepting = command
        .command('accept')
        .description('Merge a part')
        .argument('<number>', 'the number of the part', readNumber);
    accepting.addOption(new commander/* Option */.c$('--looked <much>', 'how much of it you have read; kept with every pair')
        .choices(domain_task/* lookedDegrees */.K_.toReversed())
        .default('none'));
    accepting.action(async (number) => {
        const { looked } = acceptSchema.parse(accepting.opts());
        await start(accepting, invocation => accept(invocation, number, looked));
    });
    const rejecting = command
        .command('reject')
        .description('Remove single pairs from a part, or close it')
        .argument('<number>', 'the number of the part', readNumber)
        .option('--pairs <handles>', 'such as macd.3,macd.7-9; without it the whole part is rejected')
        .option('--because <reason>', 'kept with the part');
    rejecting.action(async (number) => {
        const rejection = rejectSchema.parse(rejecting.opts());
        await start(rejecting, invocation => reject(invocation, number, rejection));
    });
}


/***/ }),

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
    dataset: 'What the pairs are for. `use` is rag, training or both; an export asks for a licence. `rehearsal: true` lets pairs of\nthe embedded provider into the database: only for trying things out.\n`use` and `rehearsal` count once there is a database; this version does not build one.',
    sources: 'Domains never to cite, how many domains must agree on a number, and the largest share of an\nindicator’s citations of one domain before its pairs are flagged.',
    github: 'On GitHub: `draft: true` opens parts as drafts, which ask nobody until a person marks them ready; `reviewers` are logins\nthat are asked; `handoffs: { discussionCategory: General }` puts handoffs into discussions instead of comments.',
    accounts: 'Whom requests go to, and what they may cost. `key` is the NAME of an environment variable or secret, never the key itself.\nWork stops at budget × threshold; the limits hold for the key, whatever pipelines use it.\n`usd` holds too: a day that would cost more ends earlier. A model without prices has an unknown price.',
    'accounts.openrouter.requestsPerMinute': 'OpenRouter lets models whose name ends in `:free` take 20 a minute; paid ones may be faster (null: no limit).',
    'accounts.openrouter.prices': "US dollars a million tokens. These were OpenRouter's list prices in spring 2026: compare https://openrouter.ai/models.\nWeb search costs extra, also with free models: $4 per 1,000 results, so at most $0.02 a request of 5 results.",
    'accounts.zai': 'The general API: the one of the coding plan is for coding tools only.',
    'accounts.gemini': 'Batch jobs: 10 at a time a key, 24 h a job; the two keys share one queue.',
    'accounts.claude': 'Through OpenRouter, with a key of its own: limits belong to a key.',
    pipelines: 'Who works on what. Sessions begin `every` so often, rest for `cooldown`, and begin after those in `after` have rested:\n`every` and `after` are for a scheduler, which this version does not have. Only kind research is run by this version. `enabled: false` stops one. Models come and go: `perpetual doctor` says whether yours still exist.',
    'pipelines.droid-research.model': 'A cheap model that calls tools and keeps to a JSON schema; the judge is of another family on purpose.',
    'pipelines.droid-research.research': 'Calls an indicator, how they are split over the stages (another number scales the split), accepted pairs to aim at.',
    'pipelines.zai-implementation.limits': 'A session may take 8 h, over as many jobs as it needs.',
    'pipelines.claude-integration.limits': 'Tokens of one session.',
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
/* harmony import */ var _config_load_config_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7850);
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
