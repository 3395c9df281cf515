export const id = 6553;
export const ids = [6553,6980];
export const modules = {

/***/ 6553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  define: () => (/* binding */ demo_define)
});

// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(9131);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/compose.js + 83 modules
var compose = __webpack_require__(4597);
// EXTERNAL MODULE: ./src/project.js + 10 modules
var src_project = __webpack_require__(1477);
// EXTERNAL MODULE: ./src/forge/local/repository.js + 2 modules
var repository = __webpack_require__(1171);
// EXTERNAL MODULE: ./src/rehearsal/start-rehearsal.js + 35 modules
var start_rehearsal = __webpack_require__(6780);
// EXTERNAL MODULE: ./src/report/render-status.js
var render_status = __webpack_require__(8345);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./src/config/load-config.js + 2 modules
var load_config = __webpack_require__(7134);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/forge/git.js
var git = __webpack_require__(8629);
// EXTERNAL MODULE: ./src/commands/init.js
var init = __webpack_require__(6980);
;// CONCATENATED MODULE: ./src/commands/demo-repository.js







/** What the embedded provider takes for keys: one an account. */
const demoKeys = {
    OPENROUTER_API_KEY: 'rehearsal',
    ZAI_API_KEY: 'rehearsal',
    GEMINI_API_KEY: 'rehearsal-gemini',
    SISTER_GEMINI_API_KEY: 'rehearsal-sister',
    CLAUDE_OPENROUTER_API_KEY: 'rehearsal-claude',
};
/** The first folder of that name that is not there yet. */
function freeFolder(here, wanted) {
    if (wanted !== undefined) {
        const folder = (0,external_node_path_.resolve)(here, wanted);
        if ((0,external_node_fs_.existsSync)(folder))
            throw new errors/* PerpetualError */.nX(`Expected \`--folder\` to name a folder that is not there yet, got \`${wanted}\``, {
                actBy: 'fix-config',
            });
        return folder;
    }
    let folder = (0,external_node_path_.resolve)(here, 'perpetual-demo');
    for (let n = 2; (0,external_node_fs_.existsSync)(folder); n += 1)
        folder = (0,external_node_path_.resolve)(here, `perpetual-demo-${n}`);
    return folder;
}
async function demo_repository_git(folder, ...args) {
    const done = await (0,git/* runGit */.EO)(args, { cwd: folder });
    if (done.code !== 0)
        throw (0,git/* gitFailure */.tv)(`git ${args[0] ?? ''}`, done);
}
/** What the demo's configuration changes of the defaults: who answers, and how fast. */
const demoConfig = ({ openrouter, zai, gemini, }) => `# Written by \`perpetual demo\`: the defaults, but the embedded provider answers, for nothing and at full speed.
dataset:
  rehearsal: true
  license: CC-BY-4.0
accounts:
  openrouter:
    baseUrl: ${openrouter}
    requestsPerMinute: null
    concurrency: 32
  zai:
    baseUrl: ${zai}
    requestsPerMinute: null
    concurrency: 16
  gemini:
    baseUrl: ${gemini}
  sister-gemini:
    baseUrl: ${gemini}
  claude:
    baseUrl: ${openrouter}
    concurrency: 16
`;
/** A repository of its own with everything set up and committed. */
async function createRepository(folder, urls) {
    await (0,promises_.mkdir)((0,external_node_path_.join)(folder, '.github'), { recursive: true });
    await demo_repository_git(folder, 'init', '--quiet', '--initial-branch=main');
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, load_config/* configFile */.Ze), demoConfig(urls));
    await (0,init.writeProject)(folder, false);
    await demo_repository_git(folder, 'add', '--all');
    const identity = ['-c', `user.name=${git/* automation */.ij.name}`, '-c', `user.email=${git/* automation */.ij.email}`];
    await demo_repository_git(folder, ...identity, 'commit', '--quiet', '-m', 'Set up Perpetual');
}

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
function renderDemoEnd({ folder, sessions, reviewed, pairs }, { bold, green, dim }) {
    const sum = (count) => sessions.reduce((total, each) => total + count(each), 0);
    const [usd, sends, tokens] = [sum(({ spent }) => spent.usd), sum(({ spent }) => spent.sends), sum(({ spent }) => spent.tokens)];
    const handoff = sessions[0]?.handoff ?? '';
    return [
        '',
        green(bold(`Done: ${reviewed.kept} question-and-answer pairs on main, ${reviewed.rejected.length} rejected; ${pairs.database} of them in the database.`)),
        '',
        `  ${bold('Where')}    ${folder}`,
        '           inbox/<agent>/<task>/   the pairs, their review pages and where they come from',
        '           database/               what was integrated, with its card: database/README.md',
        `           git show perpetual/state:${handoff}`,
        `  ${bold('Cost')}     nothing. The embedded provider's price list says $${usd.toFixed(2)} for ${sends.toLocaleString('en')} calls and ${tokens.toLocaleString('en')} tokens;`,
        '           a real day is bounded by the budgets in .github/perpetual.yml: by default 850 of 1,000 calls and $2 for research alone.',
        `  ${bold('Note')}     these pairs are a rehearsal and say so; they are no research.`,
        '',
        bold('Look around in it:'),
        '',
        `  npm run perpetual -- report --no-write --repo ${folder}`,
        `  npm run perpetual -- database stats --repo ${folder}`,
        `  npm run perpetual -- database search average --repo ${folder}`,
        `  npm run perpetual -- database verify --repo ${folder}`,
        '',
        bold('The same with a real key, in a repository of yours:'),
        '',
        '  npm run perpetual -- init --repo ../my-dataset',
        '  export OPENROUTER_API_KEY=…',
        '  npm run perpetual -- doctor --repo ../my-dataset',
        '  npm run perpetual -- tasks import --repo ../my-dataset',
        '  npm run perpetual -- run droid-research --repo ../my-dataset',
        '  npm run perpetual -- review list --repo ../my-dataset',
        '  npm run perpetual -- up --repo ../my-dataset         everything by itself, until Ctrl-C',
        '',
        dim(removal(folder)),
    ].join('\n');
}

// EXTERNAL MODULE: ./src/commands/review.js + 4 modules
var review = __webpack_require__(9936);
// EXTERNAL MODULE: ./src/commands/run.js + 19 modules
var run = __webpack_require__(4489);
// EXTERNAL MODULE: ./src/commands/read-report.js + 5 modules
var read_report = __webpack_require__(4866);
// EXTERNAL MODULE: ./src/commands/plan.js + 1 modules
var plan = __webpack_require__(9577);
// EXTERNAL MODULE: ./src/commands/task-input.js
var task_input = __webpack_require__(3190);
;// CONCATENATED MODULE: ./src/commands/demo.js














const optionsSchema = schemas/* object */.Ikc({ folder: schemas/* string */.YjP().optional() });
/** No such videos exist: the embedded provider makes up what is said in them. */
const videos = ['dem0vide001', 'dem0vide002', 'dem0vide003'].map(id => `https://www.youtube.com/watch?v=${id}`);
async function importTasks({ project, here: { folder, output } }) {
    const batch = await (0,task_input/* readAddedTask */.g)({
        pipeline: 'droid-eastern',
        file: undefined,
        values: { title: 'Lectures on market microstructure', brief: undefined, videos, questions: [] },
        priority: 'p2',
        order: 0,
    }, project.config);
    const seeds = [...(await (0,task_input/* readSeeds */.B)(project, { folder, files: [] })), batch];
    const progress = output.progress({ label: 'Importing', total: seeds.length, unit: 'tasks' });
    const { created } = await (0,compose/* openTaskBook */.lY)(project)
        .import(seeds, ({ done, title }) => progress.update(done, title))
        .finally(() => progress.end());
    return created;
}
/** One session; `force`, because nobody waits for a cooldown in a demo. */
async function session({ project, here }, name) {
    const result = await (0,run.runPipeline)(project, here, { name, options: { force: true, dryRun: false, maxTasks: 1 } });
    here.output.result((0,run.describeRun)(result));
    return result;
}
/** The provider's clock goes on by so much; ours stays. */
async function letTimePass({ rehearsal }, minutes) {
    const body = JSON.stringify({ advanceMs: minutes * 60_000 });
    await fetch(`${rehearsal.control}/clock`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
}
/** Shows the delivered parts as a reviewer sees them, rejects one pair and accepts the rest. */
async function demo_review({ project, here: { output } }, deliveries) {
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
/** Sessions until nothing is left to integrate: each ends at its line of tokens, and the next one goes on there. */
async function integrate(stage) {
    const results = [];
    for (let n = 0; n < 8 && !stage.asked.aborted; n += 1) {
        const result = await (0,run.runPipeline)(stage.project, stage.here, {
            name: 'claude-integration',
            options: { force: true, dryRun: false },
        });
        if (result.outcome === 'rested')
            break;
        stage.here.output.result((0,run.describeRun)(result));
        results.push(result);
    }
    return results;
}
async function play(stage) {
    const { output } = stage.here;
    const { bold } = output.colours;
    const sessions = [];
    const step = (n, title, text) => output.result(`\n${bold(`${n}. ${title}`)}  ${text}`);
    const run = async (name) => {
        sessions.push(await session(stage, name));
        return !stage.asked.aborted;
    };
    step(1, 'Tasks', `${await importTasks(stage)} tasks are issues now: 44 assignments of five indicators, 29 institutional topics, a batch of videos.`);
    step(2, 'Research', 'works on the first assignment: plan, research, write, judge; budget 1,000 calls a day, line at 850.');
    if (!(await run('droid-research')))
        return undefined;
    step(3, 'Institutional research', 'works on the first topic with another provider; budget 5,000 requests a day, line at 4,250.');
    if (!(await run('zai-institutional')))
        return undefined;
    step(4, 'Eastern team', 'hands three videos in as a batch job and ends; 10 slots, line at 9. Its next session collects what came of it.');
    if (!(await run('droid-eastern')))
        return undefined;
    await letTimePass(stage, 10);
    output.result('  … 10 minutes pass at the provider …');
    if (!(await run('droid-eastern')))
        return undefined;
    const deliveries = sessions.flatMap(each => each.deliveries);
    step(5, 'A review', `of ${deliveries.length} parts, as a pull request shows them.`);
    const reviewed = await demo_review(stage, deliveries);
    step(6, 'Integration', 'takes what was merged into the database: gates again, duplicates, a judge; 200,000 tokens a session, line at 170,000.');
    sessions.push(...(await integrate(stage)));
    step(7, 'Status', 'is what `perpetual status` says.');
    output.result((0,render_status/* renderStatus */.L)(await (0,read_report/* readStatus */.r)(stage.project)));
    step(8, 'What comes next', 'is what `perpetual plan` says; `perpetual up` and, on GitHub, the workflow start it by themselves.');
    output.result(await (0,plan.describePlan)(stage.project));
    return stage.asked.aborted ? undefined : { sessions, reviewed };
}
async function demo(invocation, wanted) {
    const { output, clock } = invocation;
    const asked = invocation.interruptible();
    const folder = freeFolder(invocation.folder, wanted);
    await (0,repository/* checkGitVersion */.P)(folder);
    output.result(`${output.colours.bold('Perpetual, rehearsed on this disk.')} No key, no network, no cost. The repository: ${folder}`);
    const rehearsal = await (0,start_rehearsal/* startRehearsal */.U)();
    let project;
    try {
        await createRepository(folder, rehearsal.urls);
        const environment = { ...demoKeys, PERPETUAL_CACHE: (0,external_node_path_.join)(folder, '.git', 'perpetual-cache') };
        project = await (0,src_project/* openLocalProject */.b)(folder, { clock, environment });
        const here = { ...invocation, folder, environment, interruptible: () => asked };
        const played = await play({ project, here, rehearsal, asked });
        if (played === undefined) {
            output.result(`\nStopped; everything is saved in ${folder}. ${removal(folder)}`);
            return { json: { folder }, exitCode: 1 };
        }
        const { pairs } = await (0,read_report/* readStatus */.r)(project);
        output.result(renderDemoEnd({ folder, ...played, pairs }, output.colours));
        return { json: { folder, sessions: played.sessions, review: played.reviewed, pairs } };
    }
    finally {
        await project?.forge.close();
        await rehearsal.close();
    }
}
function demo_define(command, start) {
    command
        .description('Makes a repository of its own and plays all four data pipelines in it, from tasks to a database.')
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

/***/ 9577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  define: () => (/* binding */ plan_define),
  describePlan: () => (/* binding */ describePlan)
});

// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(9131);
// EXTERNAL MODULE: ./src/dataset/markdown.js
var markdown = __webpack_require__(4257);
// EXTERNAL MODULE: ./src/domain/one-line.js
var one_line = __webpack_require__(9517);
// EXTERNAL MODULE: ./src/domain/instant.js
var instant = __webpack_require__(795);
// EXTERNAL MODULE: ./src/domain/ledger.js
var ledger = __webpack_require__(1841);
// EXTERNAL MODULE: ./src/report/amount.js
var amount = __webpack_require__(2150);
// EXTERNAL MODULE: ./src/report/bar.js
var bar = __webpack_require__(3057);
// EXTERNAL MODULE: ./src/report/describe-decision.js
var describe_decision = __webpack_require__(8202);
;// CONCATENATED MODULE: ./src/report/render-plan.js







/** What a terminal is expected to show in a line. */
const columns = 100;
const percentOf = ({ behind }) => (behind === null ? '–' : `${Math.round(behind * 100)} %`).padStart(6);
const budgetOf = ({ budget }) => {
    if (budget === null || budget.limit === 0)
        return '–';
    const { meter, used, line } = budget;
    return `${(0,bar/* bar */.M)(line === 0 ? 1 : used / line, 8)} ${(0,amount/* amountOf */.MT)(meter, used)} of ${(0,amount/* amountOf */.MT)(meter, line)} ${ledger/* meterWords */.D[meter]}`;
};
const decisionOf = ({ decision, task }, reviews) => {
    const words = (0,describe_decision/* describeDecision */.K)(decision, reviews);
    if (decision.type === 'rest' || task === null)
        return words;
    return task === '' ? 'starts now, to finish its last session' : `starts now: ${(0,one_line/* oneLine */.T)(task, 60)}`;
};
/** Breaks a text between words where it is wider than that; a longer word is left whole. */
function wrap(text, width) {
    const lines = [];
    for (const word of text.split(' ')) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + 1 + word.length <= width)
            lines[lines.length - 1] = `${last} ${word}`;
        else
            lines.push(word);
    }
    return lines;
}
const reviewLine = ({ waiting, most }) => `${waiting === 0 ? 'No part waits' : waiting === 1 ? '1 part waits' : `${waiting} parts wait`} for a review; with more than ${(0,amount/* grouped */.zD)(most)} nothing new is begun.`;
const headOf = ({ at, start, pipelines }) => `${start.length === 0 ? 'No pipeline starts' : `${start.length} of ${pipelines.length} ${pipelines.length === 1 ? 'pipeline' : 'pipelines'} ${start.length === 1 ? 'starts' : 'start'}`} now, at ${(0,instant/* toMinute */.y_)(at)}.`;
/** For a terminal, at most 100 columns: in the order in which they would be started. */
function renderPlan(plan, reviews) {
    const head = ['', 'PIPELINE', 'BEHIND', 'BUDGET TO ITS LINE'];
    const rows = plan.pipelines.map(each => [`${each.rank}.`, each.pipeline, percentOf(each), budgetOf(each)]);
    const widths = head.map((title, column) => Math.max(title.length, ...rows.map(row => row[column]?.length ?? 0)));
    const left = (cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
    const indent = widths.reduce((sum, width) => sum + width + 2, 0);
    // Long names leave too little beside them: then the decision stands below.
    const isBelow = columns - indent < 28;
    const margin = isBelow ? 4 + (widths[0] ?? 0) : indent;
    const lines = plan.pipelines.flatMap((each, index) => {
        const words = wrap(decisionOf(each, reviews), columns - margin);
        const cells = left(rows[index] ?? []);
        const [first = '', ...more] = words.map(line => `${' '.repeat(margin)}${line}`);
        return isBelow ? [cells.trimEnd(), first, ...more] : [`${cells}  ${first.trimStart()}`, ...more];
    });
    return [headOf(plan), '', `${left(head)}  ${isBelow ? '' : 'DECISION'}`.trimEnd(), ...lines, '', reviewLine(reviews)].join('\n');
}
/** For a job's summary. */
function renderPlanMarkdown(plan, reviews) {
    const rows = plan.pipelines.map(each => {
        const { rank, pipeline, agent, budget } = each;
        const use = budget === null || budget.limit === 0 ? '' : useOf(budget);
        return `| ${rank} | ${pipeline} | ${agent} | ${escapeMarkdown(decisionOf(each, reviews))} | ${percentOf(each).trim()} | ${use} |`;
    });
    return [
        '## Plan',
        '',
        `${headOf(plan)} ${reviewLine(reviews)}`,
        '',
        '| | pipeline | agent | decision | behind its share | budget |',
        '| ---: | --- | --- | --- | ---: | --- |',
        ...rows,
    ].join('\n');
}

// EXTERNAL MODULE: ./src/commands/survey.js
var commands_survey = __webpack_require__(8944);
// EXTERNAL MODULE: ./src/commands/with-project.js
var with_project = __webpack_require__(5334);
;// CONCATENATED MODULE: ./src/commands/plan.js




const optionsSchema = schemas/* object */.Ikc({ force: schemas/* boolean */.zMY().default(false) });
/** The plan as people read it, and as it is; it writes nothing. */
async function readPlan(project, force) {
    const survey = await (0,commands_survey/* surveyProject */.M5)(project, { force });
    const planned = (0,commands_survey/* planFor */.bJ)(project, survey);
    return { planned, text: renderPlan(planned, { waiting: survey.partsToRead, most: project.config.reviews.maxWaiting }) };
}
const describePlan = async (project) => (await readPlan(project, false)).text;
async function plan(invocation, force) {
    const { planned, text } = await (0,with_project/* withProject */.C)(invocation, project => readPlan(project, force));
    invocation.output.result(text);
    return { json: planned };
}
const help = `
It looks and writes nothing. Of the pipelines that can work the one that is most behind its share of
the goal comes first; those that share an account take turns. The columns are the rank, how much of
its share of the goal is missing, what is used of the budget up to the line at which a session stops,
and whether it starts now or what it waits for. \`perpetual up\` and the workflow start what stands
here; \`perpetual run\` starts one pipeline whose turn it is not.

Examples:
  perpetual plan
  perpetual plan --force        as if no cooldown, schedule, order or waiting review held it back
  perpetual plan --json`;
function plan_define(command, start) {
    command
        .option('--force', 'look past schedule, cooldown and waiting; never past a budget or a live claim')
        .addHelpText('after', help)
        .action(() => {
        const { force } = optionsSchema.parse(command.opts());
        return start(command, invocation => plan(invocation, force));
    });
}


/***/ }),

/***/ 9936:
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
// EXTERNAL MODULE: ./src/compose.js + 83 modules
var compose = __webpack_require__(4597);
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

// EXTERNAL MODULE: ./src/domain/one-line.js
var one_line = __webpack_require__(9517);
;// CONCATENATED MODULE: ./src/session/rejection-message.js

const longestReason = 300;
const mostHandles = 40;
/** Rejections named in one message; the comments have them all. */
const mostLines = 50;
/** What GitHub acts on in a commit's message: mentions, closed issues, addresses of issues, `[skip ci]`. */
const active = { '@': '＠', '#': '＃', '[': '［', ']': '］', '://': ':／／' };
/** A foreign text for a commit's message, with full-width signs where GitHub would act on plain ones. */
const inertLine = (text) => (0,one_line/* oneLine */.T)(text, longestReason)
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

// EXTERNAL MODULE: ./src/dataset/reviewed-file.js
var reviewed_file = __webpack_require__(5920);
// EXTERNAL MODULE: ./src/session/reviews.js
var reviews = __webpack_require__(1411);
;// CONCATENATED MODULE: ./src/session/remove-pairs.js



/** Lost races against other editors of a branch before giving up. */
const maxRaces = 20;
function read([path, text]) {
    try {
        return { path, text, handles: [...(0,reviewed_file/* readHandles */.y0)({ path, text }).keys()] };
    }
    catch (error) {
        return new errors/* PerpetualError */.nX((0,errors/* messageOf */.bD)(error), { actBy: 'fix-config', cause: error });
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
        const files = [...(await forge.contents.read(pull.head, (0,reviews/* reviewedFiles */.zk)(part)))].map(read);
        const readable = files.flatMap(file => (file instanceof errors/* PerpetualError */.nX ? [] : [file]));
        const unreadable = files.flatMap(file => (file instanceof errors/* PerpetualError */.nX ? [file] : []));
        const standing = { present: new Set(readable.flatMap(({ handles }) => handles)), unreadable };
        const { handles, message } = choose(standing);
        const rejected = readable.map(({ path, text }) => ({ path, ...(0,reviewed_file/* rejectPairs */.$0)({ path, text }, handles) }));
        const changes = rejected.filter(({ removed }) => removed.length > 0).map(({ path, text }) => ({ path, text }));
        const removed = rejected.flatMap(each => each.removed);
        if (changes.length === 0)
            return { removed, standing };
        const written = await forge.pulls.edit(pull.number, { base: pull.head, changes, message });
        if (written.type === 'written')
            return { removed, standing };
    }
    throw new errors/* PerpetualError */.nX(`Expected to edit #${part.pull} within ${maxRaces} races, lost them all; try again`, {
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
            throw new errors/* PerpetualError */.nX(`Expected the number of a delivered part, got ${number}; \`perpetual review list --all\` shows them`, { actBy: 'fix-config' });
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
            throw new errors/* PerpetualError */.nX(`Expected an open part, got #${pull.number}, which is ${pull.state}`, { actBy: 'fix-config' });
    };
    const removeNamed = async (found, { pairs, because }) => {
        const { pull } = found.part;
        const handles = (0,review/* parseHandles */.Z)(pairs);
        const message = renderRejection(found, [{ handles, because, by: null }]);
        const removal = await removePairs(forge, found.part, ({ present, unreadable }) => {
            if (unreadable[0] !== undefined)
                throw unreadable[0];
            const missing = handles.filter(handle => !present.has(handle)).slice(0, 5);
            if (missing.length === 0)
                return { handles, message };
            throw new errors/* PerpetualError */.nX(`Expected handles of pairs in #${pull}, found none named ${missing.join(', ')}`, {
                actBy: 'fix-config',
            });
        });
        if (removal !== undefined)
            return removal.removed;
        throw new errors/* PerpetualError */.nX(`Expected an open part, but #${pull} was merged or closed meanwhile`, { actBy: 'fix-config' });
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
                throw new errors/* PerpetualError */.nX(`Expected #${number} to merge, found conflicts in ${merged.paths.slice(0, 3).join(', ')}; merge ${pull.branch} by hand`, { actBy: 'fix-config' });
            if (merged.type === 'refused')
                throw new errors/* PerpetualError */.nX(merged.reason, { actBy: 'fix-config' });
            if (merged.type === 'stale')
                throw new errors/* PerpetualError */.nX(`Expected #${number} to stay as it was shown, but somebody pushed to it; look again`, {
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

/***/ 8345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ renderStatus)
/* harmony export */ });
/* harmony import */ var _domain_task_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3761);
/* harmony import */ var _domain_one_line_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9517);
/* harmony import */ var _session_handoff_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6272);
/* harmony import */ var _amount_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2150);
/* harmony import */ var _bar_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3057);
/* harmony import */ var _days_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4561);
/* harmony import */ var _describe_alert_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7020);
/* harmony import */ var _describe_decision_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8202);








const columns = 100;
const mostLines = 3;
const mostListed = 10;
const fit = (line) => (line.length <= columns ? line : `${line.slice(0, columns - 1)}…`);
/** Foreign text over some lines, the later ones indented; what is more than three lines is cut. */
function wrapped(first, text, indent) {
    const words = (0,_domain_one_line_js__WEBPACK_IMPORTED_MODULE_6__/* .oneLine */ .T)(text, mostLines * columns).split(' ');
    const lines = [];
    let line = first;
    for (const word of words) {
        if (line.length + 1 + word.length > columns && line.trim() !== '') {
            lines.push(line);
            line = indent;
        }
        line = line.endsWith(' ') || line === '' ? `${line}${word}` : `${line} ${word}`;
    }
    lines.push(line);
    const shown = lines.slice(0, mostLines);
    return lines.length <= mostLines ? shown : [...shown.slice(0, -1), `${(shown.at(-1) ?? '').slice(0, columns - 2)} …`];
}
const listed = (items, render) => [
    ...items.slice(0, mostListed).flatMap(render),
    ...(items.length > mostListed ? [`  and ${items.length - mostListed} more`] : []),
];
/** A batch pipeline may work on several tasks at once, and on none in particular. */
function workLines({ task, underWay }) {
    if (task !== null)
        return wrapped('  ', `${task.id}: ${task.calls} of about ${task.callsExpected} calls, ${task.accepted} pairs`, '    ');
    if (underWay.tasks === 0)
        return [];
    const { tasks, calls, callsExpected, accepted } = underWay;
    return [`  ${tasks} task${tasks === 1 ? '' : 's'} under way: ${calls} of about ${callsExpected} calls, ${accepted} pairs`];
}
function lastLines({ lastSession, session }, { at }) {
    if (session !== null || lastSession === null)
        return [];
    const why = lastSession.reason === null ? '' : `: ${(0,_session_handoff_js__WEBPACK_IMPORTED_MODULE_1__/* .explainReason */ .mU)(lastSession.reason)}`;
    return wrapped('  ', `last session ended ${(0,_days_js__WEBPACK_IMPORTED_MODULE_3__/* .ageOf */ .hy)(lastSession.endedAt, at)} ago${why}`, '    ');
}
function pipelineLines(each, status) {
    const { pipeline, agent, kind, availability, decision, tasks, goalShare } = each;
    const budget = availability?.budget;
    const counts = _domain_task_js__WEBPACK_IMPORTED_MODULE_0__/* .taskStatuses */ .cK.filter(state => tasks[state] > 0).map(state => `${tasks[state]} ${state}`);
    const share = goalShare === null
        ? []
        : [
            `  pairs: ${(0,_amount_js__WEBPACK_IMPORTED_MODULE_2__/* .grouped */ .zD)(goalShare.pairs)} of its ${(0,_amount_js__WEBPACK_IMPORTED_MODULE_2__/* .grouped */ .zD)(goalShare.target)} (${(0,_amount_js__WEBPACK_IMPORTED_MODULE_2__/* .percent */ .KN)(goalShare.pairs, goalShare.target)})`,
        ];
    return [
        ...wrapped('', `${pipeline} (${agent}, ${kind}): ${(0,_describe_decision_js__WEBPACK_IMPORTED_MODULE_5__/* .describeDecision */ .K)(decision)}`, '    '),
        ...(budget === undefined || budget.limit === 0 ? [] : [`  ${(0,_amount_js__WEBPACK_IMPORTED_MODULE_2__/* .useOf */ .jj)(budget)}  ${(0,_bar_js__WEBPACK_IMPORTED_MODULE_7__/* .bar */ .M)(budget.used / budget.limit, 20)}`]),
        ...workLines(each),
        ...(counts.length === 0 ? [] : wrapped('  ', `tasks: ${counts.join(', ')}`, '    ')),
        ...share,
        ...lastLines(each, status),
    ];
}
function waitingLines({ reviews, blocked, proposals, alerts, at }) {
    const lines = [];
    // What waits unread is told with its age below.
    const urgent = alerts.filter(({ type }) => type !== 'unread');
    if (urgent.length > 0)
        lines.push('', 'A person is needed:', ...listed(urgent, alert => wrapped('  ', (0,_describe_alert_js__WEBPACK_IMPORTED_MODULE_4__/* .describeAlert */ .E)(alert), '      ')));
    if (reviews.length > 0)
        lines.push('', 'Waiting for a review:', ...listed(reviews, ({ number, task, part, pairs, openedAt }) => wrapped('  ', `#${number}  ${task} part ${part}, ${pairs} pairs${openedAt === null ? '' : `, for ${(0,_days_js__WEBPACK_IMPORTED_MODULE_3__/* .ageOf */ .hy)(openedAt, at)}`}`, '      ')));
    if (blocked.length > 0)
        lines.push('', 'Blocked, until a person acts:', ...listed(blocked, ({ task, reason }) => wrapped('  ', `${task}: ${reason}`, '      ')));
    if (proposals.length > 0)
        lines.push('', 'Waiting to be approved as tasks:', ...listed(proposals, ({ number, title }) => wrapped('  ', `#${number}  ${title}`, '      ')));
    return lines;
}
/** For a terminal, at most 100 columns. */
function renderStatus(status) {
    const { pairs, goal } = status;
    return [
        `${status.paused ? 'PAUSED. ' : ''}${(0,_amount_js__WEBPACK_IMPORTED_MODULE_2__/* .grouped */ .zD)(pairs.database)} of ${(0,_amount_js__WEBPACK_IMPORTED_MODULE_2__/* .grouped */ .zD)(goal)} pairs are in the database (${(0,_amount_js__WEBPACK_IMPORTED_MODULE_2__/* .percent */ .KN)(pairs.database, goal)})  ${(0,_bar_js__WEBPACK_IMPORTED_MODULE_7__/* .bar */ .M)(pairs.database / goal, 30)}`,
        `${pairs.underWay} pairs are under way, ${pairs.waiting} wait for a review, ${pairs.toIntegrate} of ${pairs.merged} merged ones wait for integration.`,
        '',
        ...status.pipelines.flatMap(each => pipelineLines(each, status)),
        ...waitingLines(status),
    ]
        .map(fit)
        .join('\n');
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
