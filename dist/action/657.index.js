export const id = 657;
export const ids = [657];
export const modules = {

/***/ 3022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openActionProject: () => (/* binding */ openActionProject)
});

// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(7821);
// EXTERNAL MODULE: ./src/config/fields.js
var fields = __webpack_require__(3923);
// EXTERNAL MODULE: ./src/config/limits.js
var limits = __webpack_require__(9630);
// EXTERNAL MODULE: ./src/config/show.js
var show = __webpack_require__(467);
;// CONCATENATED MODULE: ./src/config/accounts.js




/** Under these a workflow holds GitHub's own tokens, which must not go to a provider. */
const ofGithub = /^(?:ACTIONS|GITHUB|GH|INPUT|RUNNER)_/;
const keyError = (issue) => typeof issue.input === 'string' && (0,show/* looksSecret */.n0)(issue.input)
    ? 'the name of an environment variable such as `OPENROUTER_API_KEY`, not the key itself (take it out of the file, and replace that key if it was ever committed)'
    : `the name of an environment variable such as \`OPENROUTER_API_KEY\`${typeof issue.input === 'string' && ofGithub.test(issue.input) ? ', none that GitHub uses' : ''}`;
/** The name of the environment variable that holds a key, or null for a server that wants none; a value that was pasted here is recognised and never printed. */
const key = schemas/* string */.YjP({ error: keyError })
    .regex(/^[A-Z][A-Z0-9_]*$/, { error: keyError })
    .max(100, { error: keyError })
    .refine(name => !ofGithub.test(name), { error: keyError })
    .nullable();
const loopbackHosts = ['localhost', '127.0.0.1', '[::1]'];
/** A key is sent there: so only over TLS, except to this machine, and without anything secret in the address itself. */
function isSafeBase(text) {
    if (!URL.canParse(text))
        return false;
    const url = new URL(text);
    if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
        return false;
    return url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHosts.includes(url.hostname));
}
const baseUrlError = 'an address that begins with `https://` (or `http://` on this machine), without password, `?` and `#`';
const baseUrl = schemas/* string */.YjP({ error: baseUrlError })
    .max(500, { error: baseUrlError })
    .refine(isSafeBase, { error: baseUrlError })
    .transform(text => text.replace(/\/+$/, ''));
const price = (0,fields/* section */.uW)({
    inputUsdPerMillion: (0,fields/* dollars */.E9)('the price of a million input tokens'),
    outputUsdPerMillion: (0,fields/* dollars */.E9)('the price of a million output tokens'),
    requestUsd: (0,fields/* dollars */.E9)('the most that a request costs beside its tokens').default(0),
});
const common = {
    key,
    concurrency: (0,fields/* whole */.WQ)('requests at the same time', { max: 256 }).default(4),
    timeout: (0,fields/* duration */.p0)('how long one request may take', 1000).prefault('120s'),
    limits: limits/* accountLimits */.U1.prefault({}),
    prices: schemas/* record */.g1P((0,fields/* line */.n8)('the name of a model'), price, { error: 'a map of prices by model' }).default({}),
};
const requestsPerMinuteError = 'a positive whole number of requests a minute, or `null` for no limit';
const requestsPerMinute = schemas/* int */.Whr({ error: requestsPerMinuteError })
    .min(1, { error: requestsPerMinuteError })
    .max(100_000, { error: requestsPerMinuteError })
    .nullable();
/** A web search of its own, for models whose server has none. */
const search = (0,fields/* section */.uW)({ url: baseUrl, key });
const openAiAccount = (0,fields/* section */.uW)({
    api: schemas/* literal */.euz('openai'),
    baseUrl,
    search: search.optional(),
    flavour: (0,fields/* choice */.Yq)(['openrouter', 'zai', 'plain']).optional(),
    requestsPerMinute: requestsPerMinute.default(null),
    ...common,
});
const geminiAccount = (0,fields/* section */.uW)({
    api: schemas/* literal */.euz('gemini'),
    baseUrl: baseUrl.prefault('https://generativelanguage.googleapis.com'),
    requestsPerMinute: requestsPerMinute.default(null),
    ...common,
});
/** A key, where it is used, and what it may spend. */
const accountSchema = schemas/* discriminatedUnion */.gMt('api', [openAiAccount, geminiAccount], {
    error: issue => (issue.code === 'invalid_union' ? 'one of `openai`, `gemini`' : 'a map of settings'),
})
    .transform(({ timeout, ...account }) => ({ ...account, timeoutMs: timeout }));
/** The environment variables whose keys an account needs. */
const keyNamesOf = (account) => [account.key, account.api === 'openai' ? (account.search?.key ?? null) : null].flatMap(name => name ?? []);

// EXTERNAL MODULE: ../../node_modules/@actions/github/lib/utils.js + 15 modules
var utils = __webpack_require__(9493);
// EXTERNAL MODULE: ../../node_modules/@octokit/plugin-retry/dist-bundle/index.js
var dist_bundle = __webpack_require__(4491);
// EXTERNAL MODULE: ../../node_modules/@octokit/plugin-throttling/dist-bundle/index.js
var plugin_throttling_dist_bundle = __webpack_require__(2812);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/domain/instant.js
var instant = __webpack_require__(795);
;// CONCATENATED MODULE: ./src/forge/github/errors.js


const says = (pattern) => (failure) => pattern.test(failure.message);
const fix = (message) => ['fix-config', message];
const waitOf = ({ resetsAt, retryAfterSeconds }) => {
    if (resetsAt !== null)
        return `; it resets at ${(0,instant/* toMinute */.y_)(resetsAt)}`;
    return retryAfterSeconds === null ? '' : `; GitHub asks to wait ${retryAfterSeconds} s`;
};
/** `issues=write; pull_requests=write` as a workflow writes it; GitHub separates alternatives with a semicolon. */
const wantedOf = ({ wanted }, { permission }) => {
    const said = wanted === null ? null : (/^[a-z_]+=(?:read|write|admin)/.exec(wanted)?.[0] ?? null);
    return said === null || said.startsWith('metadata') ? permission : said.replace('=', ': ').replaceAll('_', '-');
};
const isLimit = (failure) => failure.type === 'RATE_LIMITED' ||
    failure.status === 429 ||
    (failure.status === 403 && (failure.resetsAt !== null || failure.retryAfterSeconds !== null)) ||
    /rate limit|abuse detection/i.test(failure.message);
/** The first that fits; the order matters where GitHub uses one status for many things. */
const rules = [
    {
        when: failure => failure.status === null || failure.status >= 500,
        say: ({ status, message }) => [
            'next-run',
            `Expected GitHub to answer, got ${status === null ? `no answer (${message})` : `status ${status}`}; the next run goes on`,
        ],
    },
    {
        when: isLimit,
        say: failure => ['next-run', `Expected room under GitHub's rate limit, found none${waitOf(failure)}; the next run goes on`],
    },
    {
        when: failure => failure.status === 401,
        say: () => fix('Expected a token that GitHub knows, but it is wrong, expired or revoked (401); in a workflow pass `token: ${{ github.token }}` or an App, elsewhere renew GITHUB_TOKEN (`gh auth token`)'),
    },
    {
        when: says(/not permitted to create or approve pull requests/i),
        say: (_, { repository }) => fix(`Expected to open a pull request, but GitHub Actions may not in ${repository}: tick "Allow GitHub Actions to create and approve pull requests" under Settings → Actions → General → Workflow permissions; where it is greyed out, an owner of the organization does it in the organization's settings`),
    },
    {
        when: says(/SAML|single sign-on/i),
        say: () => fix("Expected a token that the organization's single sign-on knows; authorize it under Settings → Developer settings → Tokens → Configure SSO"),
    },
    {
        when: says(/archived/i),
        say: (_, { repository }) => fix(`Expected to write to ${repository}, but it is archived; unarchive it under Settings → General`),
    },
    {
        when: says(/rule violation|protected (?:branch|ref)|through a pull request|cannot (?:create|update|delete) (?:this )?(?:protected )?ref|creations being restricted/i),
        say: ({ message }, { repository }) => fix(`Expected to write a branch below perpetual/, but a rule of ${repository} forbids it (${message}); exclude \`perpetual/**\` under Settings → Rules → Rulesets, or under Settings → Branches`),
    },
    {
        when: says(/Resource not accessible|must have (?:push|write|admin)|does not have (?:the correct )?permission|Must have|read-only|insufficient.*scopes|not have permission/i),
        say: (failure, purpose) => fix(`Expected a token that may do this in ${purpose.repository}, but it lacks \`${wantedOf(failure, purpose)}\`; add it to the job's \`permissions:\` in the workflow, or to the token or App`),
    },
    {
        when: says(/issues? (?:has been|is|are) disabled/i),
        say: (_, { repository }) => fix(`Expected issues in ${repository}, but they are switched off; tick Issues under Settings → General → Features`),
    },
    {
        when: failure => failure.status === 404 || failure.type === 'NOT_FOUND',
        say: (failure, { repository, permission }) => fix(`Expected ${repository} to have what was asked for, but GitHub shows this token nothing (${failure.message || 'Not Found'}); the token must see the repository, with \`${permission}\``),
    },
    {
        when: failure => failure.status === 403 || failure.type === 'FORBIDDEN',
        say: (failure, purpose) => fix(`Expected GitHub to allow this in ${purpose.repository} (\`${wantedOf(failure, purpose)}\`), got: ${failure.message || 'Forbidden'}`),
    },
    {
        when: says(/something went wrong|timed? ?out|couldn't respond|internal error/i),
        say: ({ message }) => ['next-run', `Expected GitHub to answer, got: ${message}; the next run goes on`],
    },
];
/** A failure as one line that says what to change and where. */
const explain = (failure, purpose, cause) => {
    const rule = rules.find(({ when }) => when(failure));
    const [actBy, message] = rule?.say(failure, purpose) ?? [
        'report-bug',
        `Expected GitHub to take the request, got status ${failure.status}: ${failure.message || 'no reason'}`,
    ];
    return new errors/* PerpetualError */.nX(message, { actBy, cause });
};

;// CONCATENATED MODULE: ./src/forge/github/failure.js


/** What went wrong with one field of a GraphQL document; the others may have gone well. */
const graphqlErrorSchema = schemas/* object */.Ikc({
    message: schemas/* string */.YjP().catch(''),
    /** `NOT_FOUND`, `STALE_DATA`, `FORBIDDEN`, …; empty where GitHub gives none. */
    type: schemas/* string */.YjP().catch(''),
    path: schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()])).catch([]),
});
const header = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()]).transform(String).nullish().catch(null);
const headersSchema = schemas/* object */.Ikc({
    'x-accepted-github-permissions': header,
    'x-ratelimit-remaining': header,
    'x-ratelimit-reset': header,
    'retry-after': header,
})
    .partial()
    .catch({});
const refusedSchema = schemas/* object */.Ikc({
    status: schemas/* int */.Whr(),
    message: schemas/* string */.YjP().catch(''),
    response: schemas/* object */.Ikc({ headers: headersSchema, data: schemas/* unknown */.L5J() }).optional(),
});
/** Where nothing was done, GitHub leaves `data` out. */
const partialSchema = schemas/* object */.Ikc({
    errors: schemas/* array */.YOg(graphqlErrorSchema).min(1),
    data: schemas/* unknown */.L5J().optional(),
    headers: headersSchema.optional(),
});
/** plugin-throttling's own error where GraphQL's limit is used up: an answer of status 200 inside. */
const limitedSchema = schemas/* object */.Ikc({ response: schemas/* object */.Ikc({ headers: headersSchema, data: partialSchema }) });
const oneLine = (text) => text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, 300);
/** Octokit appends where the documentation is, which helps nobody in a log. */
const withoutLink = (text) => text.replace(/ - https:\/\/docs\.github\.com\S*$/, '');
const resetOf = (headers) => {
    const seconds = Number(headers['x-ratelimit-reset']);
    const isUsedUp = headers['x-ratelimit-remaining'] === '0';
    return isUsedUp && seconds > 0 && seconds < 1e11 ? (0,instant/* toInstant */.fN)(seconds * 1_000) : null;
};
const failureOf = (parts, headers = {}) => ({
    ...parts,
    message: withoutLink(oneLine(parts.message)),
    wanted: headers['x-accepted-github-permissions'] ?? null,
    resetsAt: resetOf(headers),
    retryAfterSeconds: Number(headers['retry-after'] ?? 0) || null,
});
/** What an Octokit threw: no answer, a refusal, or a GraphQL answer with nothing but errors. Undefined where it is none of these. */
const readFailure = (error) => {
    const limited = limitedSchema.safeParse(error);
    if (limited.success) {
        const { headers, data } = limited.data.response;
        return failureOf({ status: 200, type: 'RATE_LIMITED', message: data.errors[0]?.message ?? '' }, headers);
    }
    const refused = refusedSchema.safeParse(error);
    if (!refused.success)
        return undefined;
    const { status, message, response } = refused.data;
    return failureOf({ status: response === undefined ? null : status, type: '', message }, response?.headers);
};
/** A GraphQL answer in which some fields failed; undefined where something else was thrown. */
const readPartial = (error) => {
    const partial = partialSchema.safeParse(error);
    return partial.success ? { data: partial.data.data ?? null, errors: partial.data.errors } : undefined;
};
const failureOfField = ({ message, type }) => failureOf({ status: 200, type, message });

;// CONCATENATED MODULE: ./src/forge/github/app-token.js





/** A token is renewed this long before it ends, so that no request outlives it. */
const spareMs = 5 * 60_000;
const installationSchema = schemas/* object */.Ikc({ id: schemas/* int */.Whr() });
/** Where GitHub wants the App's own signature: minting a token, and finding the installation. */
const isOfApp = (path) => /\/app\/|\/installation$/.test(path);
const once = (make) => {
    let made;
    return () => (made ??= make());
};
const refusal = (error, { appId, owner, repo }) => {
    const failure = readFailure(error);
    if (failure === undefined) {
        const isKey = error instanceof Error && /key|pem|asn1|decoder/i.test(error.message);
        if (!isKey)
            return error;
        return new errors/* PerpetualError */.nX(`Expected the private key of App ${appId} as the PEM file that GitHub gave (-----BEGIN … PRIVATE KEY-----), got something else; pass the whole file`, { actBy: 'fix-config' });
    }
    const repository = `${owner}/${repo}`;
    if (failure.status === 401)
        return new errors/* PerpetualError */.nX(`Expected GitHub to know App ${appId} by its private key, but it does not (${failure.message}); check the App's id, its key and this machine's clock`, { actBy: 'fix-config' });
    if (failure.status === 404)
        return new errors/* PerpetualError */.nX(`Expected App ${appId} to be installed on ${repository}, but it is not; install it there`, {
            actBy: 'fix-config',
        });
    return explain(failure, { repository, permission: 'metadata: read' }, error);
};
/** Mints the tokens of an App's installation, and renews each before it ends. */
const createAppToken = (credentials, request) => {
    const { appId, owner, repo, clock, onToken = () => { } } = credentials;
    const privateKey = credentials.privateKey.replaceAll('\\n', '\n');
    // Loaded late: most clients have a token.
    const loading = once(async () => (await __webpack_require__.e(/* import() */ 75).then(__webpack_require__.bind(__webpack_require__, 6075))).createAppAuth({ appId, privateKey, request }));
    let installation = credentials.installationId ?? undefined;
    let current;
    let minting;
    const mint = async () => {
        installation ??= installationSchema.parse((await request('GET /repos/{owner}/{repo}/installation', { owner, repo })).data).id;
        const auth = await loading();
        const { token, expiresAt } = await auth({ type: 'installation', installationId: installation, refresh: true });
        onToken(token);
        current = { token, renewAt: (0,instant/* plusMs */.f9)((0,instant/* toInstant */.fN)(Date.parse(expiresAt)), -spareMs) };
        return token;
    };
    const installationToken = async () => {
        if (current !== undefined && clock.now() < current.renewAt)
            return current.token;
        minting ??= mint()
            .catch((error) => {
            throw refusal(error, credentials);
        })
            .finally(() => {
            minting = undefined;
        });
        return minting;
    };
    return {
        header: async (path) => isOfApp(path) ? `bearer ${(await (await loading())({ type: 'app' })).token}` : `token ${await installationToken()}`,
    };
};

// EXTERNAL MODULE: ../../node_modules/bottleneck/light.js
var light = __webpack_require__(6503);
;// CONCATENATED MODULE: ./src/forge/github/pace.js

const githubUrl = 'https://api.github.com';
/** Longest sleeps, seconds: a primary limit resets within the hour, which the next session waits for better than this one. */
const longestPrimarySeconds = 60;
const longestSecondarySeconds = 120;
const secondaryRepeats = 3;
/** github.com and GitHub with data residency ask for a second between writes and three between what notifies people. */
const isPaced = (baseUrl) => /^https:\/\/api\.(?:github\.com|[a-z0-9-]+\.ghe\.com)$/i.test(baseUrl);
const unpaced = () => new light.Group({ maxConcurrent: 10 });
/** How fast requests leave, and which limits are waited for instead of failing. */
const createPace = ({ baseUrl = githubUrl, secondMs = 1_000 }) => ({
    retryAfterBaseValue: secondMs,
    onRateLimit: (retryAfter, ...[, , repeats]) => retryAfter <= longestPrimarySeconds && repeats < 1,
    onSecondaryRateLimit: (retryAfter, ...[, , repeats]) => retryAfter <= longestSecondarySeconds && repeats < secondaryRepeats,
    ...(isPaced(baseUrl) ? {} : { write: unpaced(), notifications: unpaced(), search: unpaced() }),
});

;// CONCATENATED MODULE: ./src/forge/github/client-parts.js




const defaultTimeoutMs = 60_000;
/** Asks for the token at each request, so that a renewed one is used at once. */
const createAuthStrategy = (credentials) => ({ request }) => {
    const { header } = typeof credentials === 'string' ? { header: async () => `token ${credentials}` } : createAppToken(credentials, request);
    return Object.assign(async () => ({ type: 'token' }), {
        hook: async (send, options) => send({ ...options, headers: { ...options.headers, authorization: await header(options.url) } }),
    });
};
/**
 * What both clients are built of. The order of the plugins matters: the first is the innermost, so the count sees what is
 * repeated, and retries are outside of throttling, so that each repeat waits its turn and no limit is taken for a failure.
 */
const createClientParts = (options) => {
    const { token, baseUrl = githubUrl, timeoutMs = defaultTimeoutMs, secondMs = 1_000 } = options;
    let requests = 0;
    const counting = (octokit) => {
        octokit.hook.wrap('request', (request, parameters) => {
            requests += 1;
            return request({ ...parameters, request: { ...parameters.request, signal: AbortSignal.timeout(timeoutMs) } });
        });
        return {};
    };
    const quiet = () => { };
    return {
        plugins: [counting, plugin_throttling_dist_bundle/* throttling */.A, dist_bundle/* retry */.L],
        octokitOptions: {
            baseUrl,
            userAgent: 'perpetual',
            authStrategy: createAuthStrategy(token),
            throttle: createPace(options),
            // What is refused for good is not asked again; limits are throttling's.
            retry: { doNotRetry: [400, 401, 403, 404, 405, 409, 410, 422, 429, 451], retryAfterBaseValue: secondMs },
            log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
        },
        finish: (octokit) => ({
            request: (route, parameters) => octokit.request(route, parameters),
            graphql: (document, parameters) => octokit.graphql(document, parameters),
            requests: () => requests,
        }),
    };
};

;// CONCATENATED MODULE: ./src/forge/github/action-client.js


/**
 * The client of the action: the toolkit's Octokit, which goes through the runner's proxy.
 * Its options have no `request` of their own, which would replace the proxy-aware fetch as they are merged shallowly.
 */
const createActionClient = (options) => {
    const { plugins, octokitOptions, finish } = createClientParts(options);
    const Client = utils/* GitHub */.gq.plugin(...plugins);
    // `getOctokit` itself writes "token " over an auth strategy; its user agent names the run.
    const { userAgent = octokitOptions.userAgent } = (0,utils/* getOctokitOptions */.EG)('-', { userAgent: octokitOptions.userAgent });
    return finish(new Client({ ...octokitOptions, userAgent }));
};

;// CONCATENATED MODULE: ./src/forge/github/accounts.js


/** Where the accounts that write for the automation are recorded, on the state branch: a workflow's bot, a person's command line. */
const accountsPath = 'automation.json';
const accountsSchema = schemas/* strictObject */.rej({ version: schemas/* literal */.euz(1), accounts: schemas/* array */.YOg(schemas/* string */.YjP().min(1).max(100)).max(1_000) });
const versionSchema = schemas/* looseObject */._H3({ version: schemas/* number */.aig() });
const broken = (what, cause) => new errors/* PerpetualError */.nX(`Expected ${accountsPath} on perpetual/state to list the automation's accounts, found ${what}; restore it from an earlier commit of that branch`, { actBy: 'fix-config', cause });
/** The recorded accounts; what a newer version wrote is refused. */
const parseAccounts = (text) => {
    if (text === undefined)
        return [];
    let raw;
    try {
        raw = JSON.parse(text);
    }
    catch (cause) {
        throw broken('garbage', cause);
    }
    const version = versionSchema.safeParse(raw);
    if (version.success && version.data.version > 1)
        throw broken(`version ${version.data.version}: a newer perpetual wrote it; update this one`);
    const parsed = accountsSchema.safeParse(raw);
    if (!parsed.success)
        throw broken('something else');
    return parsed.data.accounts;
};
const renderAccounts = (accounts) => `${JSON.stringify({ version: 1, accounts: [...new Set(accounts)].toSorted() }, null, 1)}\n`;
const createAccounts = (own, recorded) => {
    const known = new Set([own, ...recorded].map(login => login.toLowerCase()));
    return {
        own,
        isOurs: login => known.has(login.toLowerCase()),
        learn: accounts => {
            for (const login of accounts)
                known.add(login.toLowerCase());
        },
    };
};
const actorSchema = schemas/* object */.Ikc({ kind: schemas/* string */.YjP(), login: schemas/* string */.YjP() }).nullish();
/** Selects what `authorOf` reads. */
const actorSelection = 'kind: __typename login';

/** GraphQL writes a bot's login without the `[bot]` that REST and everybody else write; a deleted account is `ghost`. */
const authorOf = (actor) => {
    if (actor === null || actor === undefined)
        return 'ghost';
    return actor.kind === 'Bot' && !actor.login.endsWith('[bot]') ? `${actor.login}[bot]` : actor.login;
};

;// CONCATENATED MODULE: ./src/forge/github/answers.js

/** Parses what GitHub answered; a text where JSON was due is an answer that was cut off. */
const readAnswer = (schema, data, what) => {
    const parsed = schema.safeParse(data);
    if (parsed.success)
        return parsed.data;
    const issue = parsed.error.issues[0];
    const isCut = typeof data !== 'object' || data === null;
    throw new errors/* PerpetualError */.nX(isCut
        ? `Expected GitHub to answer ${what}, got an answer that broke off; the next run goes on`
        : `Expected GitHub to answer ${what} as documented, found ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`, { actBy: isCut ? 'next-run' : 'report-bug' });
};

;// CONCATENATED MODULE: ./src/forge/github/documents.js

/** Sends a GraphQL document; `once` where a repeated one would do something twice. An answer in which fields failed is an answer. */
const sendDocument = async (client, { document, variables, once, }) => {
    try {
        return { data: await client.graphql(document, { ...variables, ...(once ? { request: { retries: 0 } } : {}) }), errors: [] };
    }
    catch (error) {
        const partial = readPartial(error);
        if (partial !== undefined)
            return partial;
        throw error;
    }
};

;// CONCATENATED MODULE: ./src/forge/github/mutations.js





/** Mutations as one document; each has its own result. */
const createMutate = (client, { owner, repo }) => {
    const repository = `${owner}/${repo}`;
    return async (fields, { repeatable = false } = {}) => {
        const declared = fields.map(({ inputType }, index) => `$i${index}: ${inputType}!`).join(', ');
        const aliased = fields.map(({ name, selection }, index) => `m${index}: ${name}(input: $i${index}) { ${selection} }`);
        const inputs = Object.fromEntries(fields.map(({ input }, index) => [`i${index}`, input]));
        const permission = fields[0]?.permission ?? '';
        const document = `mutation (${declared}) { ${aliased.join('\n')} }`;
        const { data, errors } = await sendDocument(client, { document, variables: inputs, once: !repeatable }).catch((error) => {
            const failure = readFailure(error);
            throw failure === undefined ? error : explain(failure, { repository, permission }, error);
        });
        const done = readAnswer(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).nullable(), data, 'a mutation') ?? {};
        return fields.map((field, index) => {
            const error = errors.find(({ path }) => path[0] === `m${index}`) ?? errors.find(({ path }) => path.length === 0);
            const value = done[`m${index}`];
            if (error === undefined && value !== undefined && value !== null)
                return { type: 'done', data: value };
            const failure = failureOfField(error ?? { message: 'no reason', type: '', path: [] });
            return { type: 'failed', failure, error: explain(failure, { repository, permission: field.permission }) };
        });
    };
};

// EXTERNAL MODULE: ../../node_modules/dataloader/index.js
var dataloader = __webpack_require__(8983);
;// CONCATENATED MODULE: ./src/forge/github/repository-fields.js






/** Answers of a few megabytes come within GitHub's ten seconds. */
const maxDocumentBytes = 3_000_000;
const maxFields = 100;
const unknownBytes = 4_000;
const repositorySchema = schemas/* object */.Ikc({ repository: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).nullish() }).nullable();
/** The field's own error, or one of the whole; `isLost` where a field that must not be null took the repository with it, so that nothing is said of the others. */
const fieldErrors = (errors, alias, isLost) => errors.find(({ path }) => path[1] === alias) ?? errors.find(({ path }) => isLost || path.length < 2);
/** As many fields as fit into one document, in order. */
const packed = (fields) => {
    const documents = [];
    let bytes = 0;
    for (const field of fields) {
        const last = documents.at(-1);
        const size = field.bytes ?? unknownBytes;
        if (last !== undefined && last.length < maxFields && bytes + size <= maxDocumentBytes) {
            last.push(field);
            bytes += size;
        }
        else {
            documents.push([field]);
            bytes = size;
        }
    }
    return documents;
};
/** One document for all; each field has an alias, and variables of its own. */
const compose = (fields) => {
    const own = fields.flatMap(({ variables }, index) => Object.entries(variables).map(([name, [type, value]]) => ({ name: `${name}_${index}`, type, value })));
    const declared = ['$owner: String!', '$repo: String!', ...own.map(({ name, type }) => `$${name}: ${type}`)].join(', ');
    const aliased = fields.map(({ selection }, index) => `f${index}: ${selection.replaceAll(/\$([a-zA-Z]+)/g, `$$$1_${index}`)}`);
    return {
        document: `query (${declared}) { repository(owner: $owner, name: $repo) { ${aliased.join('\n')} } }`,
        variables: Object.fromEntries(own.map(({ name, value }) => [name, value])),
    };
};
/** Gathers the fields that are asked for in one tick. */
const createFields = (client, { owner, repo }) => {
    const repository = `${owner}/${repo}`;
    const ask = async (fields) => {
        const { document, variables } = compose(fields);
        const { data, errors } = await sendDocument(client, { document, variables: { owner, repo, ...variables }, once: false });
        const found = readAnswer(repositorySchema, data, 'a query')?.repository ?? null;
        return fields.map(({ permission }, index) => {
            const alias = `f${index}`;
            const error = fieldErrors(errors, alias, found === null);
            const isMissing = error?.type === 'NOT_FOUND' && error.path[1] === alias;
            if (error === undefined || isMissing)
                return found?.[alias] ?? undefined;
            return explain(failureOfField(error), { repository, permission });
        });
    };
    const askOrFail = (fields) => ask(fields).catch((error) => {
        const failure = readFailure(error);
        return fields.map(({ permission }) => (failure === undefined ? error : explain(failure, { repository, permission }, error)));
    });
    return new dataloader(async (fields) => {
        const answers = (await Promise.all(packed(fields).map(askOrFail))).flat();
        return answers.map(answer => (answer instanceof Error ? answer : { answer }));
    }, { cache: false });
};

;// CONCATENATED MODULE: ./src/forge/github/rest-calls.js


/** A redirect, which is not followed. */
const moved = {
    status: 404,
    type: '',
    message: 'it moved elsewhere',
    wanted: null,
    resetsAt: null,
    retryAfterSeconds: null,
};
/** REST calls about one repository; what is refused comes out as a PerpetualError, unless it is expected. */
const createRest = (client, { owner, repo }) => async ({ route, parameters = {}, permission, expected = [], once = false }) => {
    // A redirect would lead to another repository: that of a transferred issue, for one.
    const request = { redirect: 'manual', ...(once ? { retries: 0 } : {}) };
    try {
        const { status, data } = await client.request(route, { owner, repo, ...parameters, request });
        if (status < 300 || expected.includes(status))
            return { status, data, message: '' };
        throw explain(moved, { repository: `${owner}/${repo}`, permission });
    }
    catch (error) {
        const failure = readFailure(error);
        if (failure === undefined)
            throw error;
        const explained = explain(failure, { repository: `${owner}/${repo}`, permission }, error);
        const { status, message } = failure;
        if (status !== null && expected.includes(status))
            return { status, data: undefined, message, error: explained };
        throw explained;
    }
};

;// CONCATENATED MODULE: ./src/forge/github/api.js





/** The requests that the adapter is made of, about one repository; whatever fails comes out as a PerpetualError. */
const createApi = (client, name) => {
    const fields = createFields(client, name);
    const answerSchema = schemas/* object */.Ikc({ answer: schemas/* unknown */.L5J() });
    return {
        repository: `${name.owner}/${name.repo}`,
        rest: createRest(client, name),
        field: async (schema, field) => {
            const { answer } = answerSchema.parse(await fields.load(field));
            return answer === undefined ? undefined : readAnswer(schema, answer, 'a query');
        },
        mutate: createMutate(client, name),
        requests: client.requests,
    };
};

// EXTERNAL MODULE: ./src/forge/github/cut-body.js
var cut_body = __webpack_require__(6086);
;// CONCATENATED MODULE: ./src/forge/github/repeat.js

/** A server that answered with an error may still be about to show what it made. */
const pauseMs = 2_000;
const isPassing = (error) => error instanceof errors/* PerpetualError */.nX && error.actBy === 'next-run';
/** Makes something that must not be made twice: after a failure that may have come too late it is looked for, and made once more if it is not there. */
const makeOnce = async ({ clock, find, make }) => {
    try {
        return await make();
    }
    catch (error) {
        if (!isPassing(error))
            throw error;
        await clock.sleep(pauseMs);
        return (await find()) ?? (await make());
    }
};

;// CONCATENATED MODULE: ./src/forge/github/checks.js




const runSchema = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    name: schemas/* string */.YjP(),
    html_url: schemas/* string */.YjP().nullish(),
    conclusion: schemas/* string */.YjP().nullish(),
    app: schemas/* object */.Ikc({ slug: schemas/* string */.YjP().nullish() }).nullish(),
    output: schemas/* object */.Ikc({ title: schemas/* string */.YjP().nullish(), summary: schemas/* string */.YjP().nullish(), annotations_count: schemas/* int */.Whr().catch(0) }),
});
/** GitHub takes this many annotations with a request, and adds those of the next request to them. */
const perRequest = 50;
const toAnnotation = ({ path, line, level, message }) => ({
    path,
    start_line: line,
    end_line: line,
    annotation_level: level,
    message: message.slice(0, 60_000),
});
const inChunks = (items) => Array.from({ length: Math.max(1, Math.ceil(items.length / perRequest)) }, (_, index) => items.slice(index * perRequest, (index + 1) * perRequest));
const write = 'checks: write';
const createChecks = ({ api, accounts, clock, repository }) => {
    const isOwn = ({ app }) => typeof app?.slug !== 'string' || accounts.isOurs(`${app.slug}[bot]`);
    const find = async ({ head, name }) => {
        const reply = await api.rest({
            route: 'GET /repos/{owner}/{repo}/commits/{head}/check-runs',
            parameters: { head, check_name: name, filter: 'latest', per_page: 100 },
            permission: write,
        });
        const { check_runs: runs } = readAnswer(schemas/* object */.Ikc({ check_runs: schemas/* array */.YOg(runSchema) }), reply.data, 'checks');
        return runs.filter(run => run.name === name && isOwn(run)).toSorted((left, right) => right.id - left.id)[0];
    };
    const resultOf = ({ conclusion, title, summary }, annotations) => ({
        status: 'completed',
        conclusion,
        output: { title: (0,cut_body/* cutTitle */.dr)(title), summary: (0,cut_body/* cutBody */.ZL)(summary), annotations },
    });
    const create = async (check, annotations) => {
        const reply = await api.rest({
            route: 'POST /repos/{owner}/{repo}/check-runs',
            parameters: { name: check.name, head_sha: check.head, ...resultOf(check, annotations) },
            permission: write,
            once: true,
        });
        return readAnswer(runSchema, reply.data, 'a check');
    };
    const update = async (run, check, annotations) => {
        const reply = await api.rest({
            route: 'PATCH /repos/{owner}/{repo}/check-runs/{id}',
            parameters: { id: run.id, ...resultOf(check, annotations) },
            permission: write,
            // A repeated request would add its annotations twice.
            once: true,
        });
        return readAnswer(runSchema, reply.data, 'a check');
    };
    return {
        report: async (check) => {
            const [first = [], ...rest] = inChunks(check.annotations.map(toAnnotation));
            const before = await find(check);
            // Annotations cannot be taken back, so a check that has some is replaced by a newer one of its name, which is the one that counts.
            const isFree = before !== undefined && before.output.annotations_count === 0;
            let run = isFree
                ? await update(before, check, first)
                : await makeOnce({
                    clock,
                    make: () => create(check, first),
                    find: async () => {
                        const found = await find(check);
                        return found === undefined || found.id === before?.id ? undefined : found;
                    },
                });
            for (const annotations of rest)
                run = await update(run, check, annotations);
            return { url: run.html_url ?? `https://github.com/${repository}/commit/${check.head}` };
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/github/paging.js

/** Selects where the next page begins. */
const pageSelection = 'pageInfo { hasNextPage endCursor }';
const pageInfoSchema = schemas/* object */.Ikc({ hasNextPage: schemas/* boolean */.zMY(), endCursor: schemas/* string */.YjP().nullish() });
/** All pages of a connection in its order; stops where GitHub knows none. */
async function* pagesOf(fetch) {
    let after = null;
    for (;;) {
        const page = await fetch(after);
        if (page === undefined)
            return;
        yield page.nodes;
        after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
        if (after === null)
            return;
    }
}

// EXTERNAL MODULE: ./src/forge/github/markers.js
var github_markers = __webpack_require__(6306);
;// CONCATENATED MODULE: ./src/forge/github/issue-records.js




/** GitHub's times have no milliseconds. */
const toTime = (text) => (0,instant/* toInstant */.fN)(Date.parse(text));
const labelsSchema = schemas/* object */.Ikc({ nodes: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP() })) });
const labelsSelection = 'labels(first: 100) { nodes { name } }';
const labelNames = ({ nodes }) => nodes.map(({ name }) => name);

const issueSchema = schemas/* object */.Ikc({
    number: schemas/* int */.Whr(),
    title: schemas/* string */.YjP(),
    body: schemas/* string */.YjP(),
    state: schemas/* enum */.k5n(['OPEN', 'CLOSED']),
    createdAt: schemas/* string */.YjP(),
    author: actorSchema,
    labels: labelsSchema,
});
/** Selects what `toIssue` reads. */
const issueSelection = `number title body state createdAt author { ${actorSelection} } ${labelsSelection}`;
/** REST's form of the same. */
const restIssueSchema = schemas/* object */.Ikc({
    number: schemas/* int */.Whr(),
    title: schemas/* string */.YjP(),
    body: schemas/* string */.YjP().nullish(),
    state: schemas/* enum */.k5n(['open', 'closed']),
    created_at: schemas/* string */.YjP(),
    user: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }).nullish(),
    labels: schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* object */.Ikc({ name: schemas/* string */.YjP() })])),
});
const withoutMarker = (issue, isOurs) => {
    const marked = (0,github_markers/* readMarked */.H)(issue.body);
    if (marked?.kind !== 'issue')
        return { issue, marker: undefined };
    return { issue: { ...issue, body: marked.body }, marker: isOurs(issue.author) ? marked.marker : undefined };
};
const toIssue = (raw, isOurs) => withoutMarker({
    number: raw.number,
    title: raw.title,
    body: raw.body,
    labels: labelNames(raw.labels),
    state: raw.state === 'OPEN' ? 'open' : 'closed',
    author: authorOf(raw.author),
    createdAt: toTime(raw.createdAt),
}, isOurs);
const fromRestIssue = (raw, isOurs) => withoutMarker({
    number: raw.number,
    title: raw.title,
    body: raw.body ?? '',
    labels: raw.labels.map(label => (typeof label === 'string' ? label : label.name)),
    state: raw.state,
    author: raw.user?.login ?? 'ghost',
    createdAt: toTime(raw.created_at),
}, isOurs);

;// CONCATENATED MODULE: ./src/forge/github/pull-records.js



const oidSchema = schemas/* object */.Ikc({ oid: schemas/* string */.YjP() });
const pullSchema = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    number: schemas/* int */.Whr(),
    title: schemas/* string */.YjP(),
    body: schemas/* string */.YjP(),
    url: schemas/* string */.YjP(),
    state: schemas/* enum */.k5n(['OPEN', 'CLOSED', 'MERGED']),
    createdAt: schemas/* string */.YjP(),
    closedAt: schemas/* string */.YjP().nullish(),
    mergedAt: schemas/* string */.YjP().nullish(),
    headRefName: schemas/* string */.YjP(),
    headRefOid: schemas/* string */.YjP(),
    baseRefName: schemas/* string */.YjP(),
    isCrossRepository: schemas/* boolean */.zMY(),
    mergeable: schemas/* string */.YjP(),
    mergeCommit: oidSchema.nullish(),
    author: actorSchema,
    labels: labelsSchema,
    commits: schemas/* object */.Ikc({ nodes: schemas/* array */.YOg(schemas/* object */.Ikc({ commit: oidSchema })) }),
});
/** Selects what `toPull` reads. */
const pullSelection = `id number title body url state createdAt closedAt mergedAt headRefName headRefOid baseRefName isCrossRepository mergeable mergeCommit { oid } author { ${actorSelection} } ${labelsSelection} commits(first: 1) { nodes { commit { oid } } }`;
const states = { OPEN: 'open', CLOSED: 'closed', MERGED: 'merged' };
const pull_records_toPull = (raw) => {
    const endedAt = raw.mergedAt ?? raw.closedAt ?? null;
    return {
        number: raw.number,
        title: raw.title,
        body: raw.body,
        branch: raw.headRefName,
        base: raw.baseRefName,
        head: raw.headRefOid,
        first: raw.commits.nodes[0]?.commit.oid ?? raw.headRefOid,
        state: states[raw.state],
        author: authorOf(raw.author),
        labels: labelNames(raw.labels),
        createdAt: toTime(raw.createdAt),
        mergeCommit: raw.state === 'MERGED' ? (raw.mergeCommit?.oid ?? null) : null,
        endedAt: raw.state === 'OPEN' || endedAt === null ? null : toTime(endedAt),
        url: raw.url,
    };
};
/** A pull request of a fork may bear any branch name; it never counts. */
const isHere = ({ isCrossRepository }) => !isCrossRepository;

;// CONCATENATED MODULE: ./src/forge/github/delivery-look.js






const refSchema = schemas/* object */.Ikc({ target: schemas/* object */.Ikc({ oid: schemas/* string */.YjP() }) });
const pageSchema = schemas/* object */.Ikc({ nodes: schemas/* array */.YOg(pullSchema), pageInfo: pageInfoSchema });
const comparisonSchema = schemas/* object */.Ikc({
    commits: schemas/* array */.YOg(schemas/* object */.Ikc({ author: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }).nullish(), commit: schemas/* object */.Ikc({ message: schemas/* string */.YjP() }) })),
});
const trailer = (branch) => `Perpetual-Delivery: ${branch}`;
/** The delivered commit says so in its last line, and is believed only by its author. */
const deliveryMessage = ({ message, branch }) => `${message.trim()}\n\n${trailer(branch)}`;
const foreignBranch = (branch) => new errors/* PerpetualError */.nX(`Expected the branch \`${branch}\` to be free or made by Perpetual, but somebody else made it: rename or delete it`, { actBy: 'fix-config' });
const foreignPull = (branch, pull) => new errors/* PerpetualError */.nX(`Expected no pull request for \`${branch}\`, but ${authorOf(pull.author)} opened #${pull.number}: close it and rename its branch`, { actBy: 'fix-config' });
const delivery_look_branchHead = async ({ api }, branch) => {
    const ref = await api.field(refSchema, {
        selection: 'ref(qualifiedName: $name) { target { oid } }',
        variables: { name: ['String!', `refs/heads/${branch}`] },
        permission: 'contents: read',
    });
    return ref?.target.oid;
};
/** The default branch's newest commit, asked together with whatever else is asked in the same tick. */
const baseHead = async (context) => {
    const head = await delivery_look_branchHead(context, context.defaultBranch);
    if (head !== undefined)
        return head;
    throw new errors/* PerpetualError */.nX(`Expected the branch \`${context.defaultBranch}\` to deliver to, but it is gone`, {
        actBy: 'fix-config',
    });
};
/** GitHub lists those of forks too, and a stranger can have opened any number of this name before ours: so every page counts. */
const pullOf = async ({ api, accounts }, branch) => {
    const pages = pagesOf(after => api.field(pageSchema, {
        selection: `pullRequests(headRefName: $branch, first: 20, after: $after, orderBy: { field: CREATED_AT, direction: ASC }) { nodes { ${pullSelection} } ${pageSelection} }`,
        variables: { branch: ['String!', branch], after: ['String', after] },
        permission: 'pull-requests: read',
        bytes: 50_000,
    }));
    let foreign;
    for await (const page of pages) {
        const here = page.filter(isHere);
        const own = here.find(pull => accounts.isOurs(authorOf(pull.author)));
        if (own !== undefined)
            return own;
        foreign ??= here.find(pull => pull.state === 'OPEN');
    }
    if (foreign !== undefined)
        throw foreignPull(branch, foreign);
    return undefined;
};
/** Whether the branch's first commit beyond the default branch is the automation's own delivery. */
const firstCommit = async ({ api, accounts, defaultBranch }, branch) => {
    const reply = await api.rest({
        route: 'GET /repos/{owner}/{repo}/compare/{range}',
        parameters: { range: `${defaultBranch}...${branch}`, per_page: 1 },
        permission: 'contents: read',
        expected: [404],
    });
    // Without a common ancestor it cannot have begun as a delivery.
    if (reply.status === 404)
        return 'foreign';
    const [first] = readAnswer(comparisonSchema, reply.data, 'a comparison').commits;
    if (first === undefined)
        return 'none';
    const isMarked = first.commit.message.trimEnd().endsWith(`\n${trailer(branch)}`);
    return isMarked && accounts.isOurs(first.author?.login ?? '') ? 'ours' : 'foreign';
};
/** What an earlier call, killed at any moment, left of a delivery. Throws where somebody else has the branch's name. */
const lookAtDelivery = async (context, branch) => {
    const [head, pull] = await Promise.all([delivery_look_branchHead(context, branch), pullOf(context, branch)]);
    if (pull !== undefined)
        return { type: 'opened', pull };
    if (head === undefined)
        return { type: 'nothing' };
    const first = await firstCommit(context, branch);
    if (first === 'foreign')
        throw foreignBranch(branch);
    return first === 'ours' ? { type: 'delivered' } : { type: 'branch', head };
};

;// CONCATENATED MODULE: ./src/forge/github/contents.js

const createContents = (context) => ({
    head: () => baseHead(context),
    read: (head, paths) => context.objects.read(head, paths),
    list: (head, folder) => context.objects.list(head, folder),
    readBytes: (head, path) => context.objects.readBytes(head, path),
    versions: (head, folder) => context.objects.oids(head, folder),
});

;// CONCATENATED MODULE: ./src/forge/github/discussions.js








const categoriesSchema = schemas/* object */.Ikc({ nodes: schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* string */.YjP(), name: schemas/* string */.YjP(), slug: schemas/* string */.YjP() })) });
const discussionSchema = schemas/* object */.Ikc({ id: schemas/* string */.YjP(), title: schemas/* string */.YjP(), body: schemas/* string */.YjP(), url: schemas/* string */.YjP(), author: actorSchema });
const discussionSelection = `id title body url author { ${actorSelection} }`;
const discussions_pageSchema = schemas/* object */.Ikc({ nodes: schemas/* array */.YOg(discussionSchema), pageInfo: pageInfoSchema });
/** A task's handoff is edited while it is worked on, so it is among the newest thousand. */
const maxPages = 10;
const createDiscussions = (context) => {
    const { api, accounts, clock, repository, repositoryId } = context;
    const categoryId = async (wanted) => {
        const found = await api.field(categoriesSchema, {
            selection: 'discussionCategories(first: 100) { nodes { id name slug } }',
            variables: {},
            permission: 'discussions: read',
        });
        const nodes = found?.nodes ?? [];
        const category = nodes.find(({ name, slug }) => [name, slug].some(each => each.toLowerCase() === wanted.toLowerCase()));
        if (category !== undefined)
            return category.id;
        const names = nodes.map(({ name }) => `\`${name}\``).join(', ') || 'none: tick Discussions under Settings → General → Features';
        throw new errors/* PerpetualError */.nX(`Expected a discussion category \`${wanted}\` in ${repository}, found ${names}`, {
            actBy: 'fix-config',
        });
    };
    const find = async (category, marker) => {
        const pages = pagesOf(after => api.field(discussions_pageSchema, {
            selection: `discussions(first: 100, after: $after, categoryId: $category, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { ${discussionSelection} } ${pageSelection} }`,
            variables: { after: ['String', after], category: ['ID', category] },
            permission: 'discussions: read',
            bytes: 300_000,
        }));
        let looked = 0;
        for await (const page of pages) {
            const own = page.find(({ author, body }) => {
                const marked = accounts.isOurs(authorOf(author)) ? (0,github_markers/* readMarked */.H)(body) : undefined;
                return marked?.kind === 'discussion' && marked.marker === marker;
            });
            looked += 1;
            if (own !== undefined || looked >= maxPages)
                return own;
        }
        return undefined;
    };
    const write = async (field) => {
        const [result] = await api.mutate([
            { ...field, selection: `discussion { ${discussionSelection} }`, permission: 'discussions: write' },
        ]);
        if (result?.type === 'failed')
            throw result.error;
        return readAnswer(schemas/* object */.Ikc({ discussion: discussionSchema }), result?.data, 'a discussion').discussion;
    };
    return {
        publish: async ({ category, title, body, marker }) => {
            const id = await categoryId(category);
            const text = { title: (0,cut_body/* cutTitle */.dr)(title), body: (0,github_markers/* withMarker */.P)(body, 'discussion', marker) };
            const before = await find(id, marker);
            if (before !== undefined && before.body === text.body && before.title === text.title)
                return { url: before.url };
            if (before !== undefined) {
                const input = { discussionId: before.id, ...text };
                return { url: (await write({ name: 'updateDiscussion', inputType: 'UpdateDiscussionInput', input })).url };
            }
            const input = { repositoryId, categoryId: id, ...text };
            const make = () => write({ name: 'createDiscussion', inputType: 'CreateDiscussionInput', input });
            return { url: (await makeOnce({ clock, make, find: () => find(id, marker) })).url };
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/github/assign-issue.js

/** GitHub takes no more on one issue. */
const mostAssignees = 10;
/**
 * Assigns people to an issue, beside those who have it. This route leaves out whom GitHub cannot assign; the one that makes an issue
 * refuses it because of them. https://docs.github.com/en/rest/issues/assignees#add-assignees-to-an-issue
 */
const assignIssue = async ({ api, warn }, { number, assignees = [] }) => {
    if (assignees.length === 0)
        return;
    try {
        await api.rest({
            route: 'POST /repos/{owner}/{repo}/issues/{number}/assignees',
            parameters: { number, assignees: assignees.slice(0, mostAssignees) },
            permission: 'issues: write',
        });
    }
    catch (error) {
        warn(`Nobody was assigned to #${number} (github.reviewers: ${assignees.join(', ')}): ${(0,errors/* messageOf */.bD)(error)}`);
    }
};

;// CONCATENATED MODULE: ./src/forge/github/comments.js






const commentSchema = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    body: schemas/* string */.YjP().nullish(),
    created_at: schemas/* string */.YjP(),
    user: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }).nullish(),
});
const perPage = 100;
/** Far beyond what a task gathers; a flood of comments does not keep a session busy for longer. */
const comments_maxPages = 50;
const missingIssue = (number) => new errors/* PerpetualError */.nX(`Expected issue #${number}, but there is none: it was deleted or moved to another repository`, {
    actBy: 'fix-config',
});
/** Deleted, never there, or moved: GitHub redirects the number of an issue that was transferred. */
const goneStatuses = [301, 307, 308, 404, 410];
/** A bot may not write where a person locked the conversation, whatever its permissions are. */
const isLocked = ({ status, message }) => status === 403 && /is locked/i.test(message);
/** Why a comment was not written; throws what is nobody's decision. */
const refusalOf = (reply) => {
    if (isLocked(reply))
        return 'locked';
    if (reply.status === 403 && reply.error !== undefined)
        throw reply.error;
    return 'gone';
};
const createComments = ({ api, accounts, clock }) => {
    const fetchAll = async (number) => {
        const all = [];
        for (let page = 1; page <= comments_maxPages; page += 1) {
            const reply = await api.rest({
                route: 'GET /repos/{owner}/{repo}/issues/{number}/comments',
                parameters: { number, per_page: perPage, page },
                permission: 'issues: read',
                expected: goneStatuses,
            });
            if (reply.status >= 300)
                return undefined;
            const found = readAnswer(schemas/* array */.YOg(commentSchema), reply.data, 'comments');
            all.push(...found);
            if (found.length < perPage)
                break;
        }
        return all;
    };
    const ownMarked = ({ user, body }) => {
        const marked = accounts.isOurs(user?.login ?? '') ? (0,github_markers/* readMarked */.H)(body ?? '') : undefined;
        return marked?.kind === 'comment' ? marked : undefined;
    };
    const withMark = (comments, marker) => comments.find(comment => ownMarked(comment)?.marker === marker);
    const write = async (number, { body, marker }) => {
        const text = (0,github_markers/* withMarker */.P)(body, 'comment', marker);
        const comments = await fetchAll(number);
        if (comments === undefined)
            return 'gone';
        const before = withMark(comments, marker);
        if (before?.body === text)
            return 'same';
        if (before !== undefined) {
            const edited = await api.rest({
                route: 'PATCH /repos/{owner}/{repo}/issues/comments/{id}',
                parameters: { id: before.id, body: text },
                permission: 'issues: write',
                expected: [403, 404],
            });
            if (edited.status < 300)
                return 'edited';
            // Where it is not there any more somebody removed it meanwhile.
            if (edited.status === 403)
                return refusalOf(edited);
        }
        const make = async () => {
            const reply = await api.rest({
                route: 'POST /repos/{owner}/{repo}/issues/{number}/comments',
                parameters: { number, body: text },
                permission: 'issues: write',
                expected: [403, ...goneStatuses],
                once: true,
            });
            return reply.status < 300 ? 'created' : refusalOf(reply);
        };
        const find = async () => withMark((await fetchAll(number)) ?? [], marker) === undefined ? undefined : 'created';
        return makeOnce({ clock, make, find });
    };
    return {
        write,
        /** Oldest first, without markers. */
        list: async (number) => {
            const found = await fetchAll(number);
            if (found === undefined)
                throw missingIssue(number);
            return found.map(raw => ({
                id: raw.id,
                author: raw.user?.login ?? 'ghost',
                body: (0,github_markers/* readMarked */.H)(raw.body ?? '')?.body ?? raw.body ?? '',
                createdAt: toTime(raw.created_at),
            }));
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/github/issue-markers.js




const issue_markers_pageSchema = schemas/* object */.Ikc({ nodes: schemas/* array */.YOg(issueSchema), pageInfo: pageInfoSchema });
/** Issues a hundred at a time. GraphQL lists no pull requests among them, which REST does. */
async function* issuePages(context, { order, states, labels }) {
    const { api, accounts } = context;
    const pages = pagesOf(after => api.field(issue_markers_pageSchema, {
        selection: `issues(first: 100, after: $after, states: $states, labels: $labels, orderBy: { field: CREATED_AT, direction: ${order} }) { nodes { ${issueSelection} } ${pageSelection} }`,
        variables: { after: ['String', after], states: ['[IssueState!]', states], labels: ['[String!]', labels] },
        permission: 'issues: read',
        bytes: 300_000,
    }));
    for await (const page of pages)
        yield page.map(raw => toIssue(raw, accounts.isOurs));
}
/** How long what is known of the markers is believed: another process may import the same tasks. */
const freshMs = 30_000;
/** Importing 44 tasks costs one listing: what was seen once is known, and later looks stop at the newest issue seen. */
const createIssueMarkers = (context) => {
    const known = new Map();
    let newest = 0;
    let lookedAt;
    let looking;
    const note = (marker, { number }) => {
        // The oldest is the one that counts, as it was the first.
        known.set(marker, Math.min(number, known.get(marker) ?? number));
    };
    const look = async () => {
        const at = context.clock.now();
        let highest = newest;
        for await (const page of issuePages(context, { order: 'DESC', states: ['OPEN', 'CLOSED'], labels: null })) {
            for (const { issue, marker } of page) {
                highest = Math.max(highest, issue.number);
                if (marker !== undefined)
                    note(marker, issue);
            }
            if (page.some(({ issue }) => issue.number <= newest))
                break;
        }
        newest = highest;
        lookedAt = at;
    };
    const lookOnce = () => {
        looking ??= look().finally(() => {
            looking = undefined;
        });
        return looking;
    };
    const isFresh = () => lookedAt !== undefined && (0,instant/* toEpochMs */.x8)(context.clock.now()) - (0,instant/* toEpochMs */.x8)(lookedAt) < freshMs;
    return {
        note,
        find: async (marker) => {
            if (!known.has(marker) && !isFresh())
                await lookOnce();
            return known.get(marker);
        },
        findNow: async (marker) => {
            await lookOnce();
            return known.get(marker);
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/github/issues.js








const issues_uniqueLabels = (labels) => [...new Set(labels)];
const issues_createIssues = (context) => {
    const { api, accounts, clock } = context;
    const markers = createIssueMarkers(context);
    const comments = createComments(context);
    const load = async (number) => {
        const found = await api.field(issueSchema, {
            selection: `issue(number: $number) { ${issueSelection} }`,
            variables: { number: ['Int!', number] },
            permission: 'issues: read',
            bytes: 20_000,
        });
        return found === undefined ? undefined : toIssue(found, accounts.isOurs);
    };
    const loadKnown = async (number) => number === undefined ? undefined : (await load(number))?.issue;
    const post = async ({ title, body, labels, marker, assignees }) => {
        const reply = await api.rest({
            route: 'POST /repos/{owner}/{repo}/issues',
            // REST makes labels that do not exist.
            parameters: { title: (0,cut_body/* cutTitle */.dr)(title), body: (0,github_markers/* withMarker */.P)(body, 'issue', marker), labels: issues_uniqueLabels(labels) },
            permission: 'issues: write',
            once: true,
        });
        const { issue } = fromRestIssue(readAnswer(restIssueSchema, reply.data, 'an issue'), accounts.isOurs);
        markers.note(marker, issue);
        await assignIssue(context, { number: issue.number, assignees });
        return issue;
    };
    /** A changed body keeps the marker of the one before. */
    const bodyOf = async (number, body) => {
        const before = await load(number);
        if (before === undefined)
            throw missingIssue(number);
        return before.marker === undefined ? (0,cut_body/* cutBody */.ZL)(body) : (0,github_markers/* withMarker */.P)(body, 'issue', before.marker);
    };
    const update = async (number, { title, body, labels, state, assignees }) => {
        const reply = await api.rest({
            route: 'PATCH /repos/{owner}/{repo}/issues/{number}',
            parameters: {
                number,
                ...(title === undefined ? {} : { title: (0,cut_body/* cutTitle */.dr)(title) }),
                ...(body === undefined ? {} : { body: await bodyOf(number, body) }),
                ...(labels === undefined ? {} : { labels: issues_uniqueLabels(labels) }),
                ...(state === undefined ? {} : { state }),
            },
            permission: 'issues: write',
            expected: goneStatuses,
        });
        if (reply.status >= 300)
            throw missingIssue(number);
        await assignIssue(context, { number, assignees });
        return fromRestIssue(readAnswer(restIssueSchema, reply.data, 'an issue'), accounts.isOurs).issue;
    };
    return {
        create: async (issue) => {
            const known = await loadKnown(await markers.find(issue.marker));
            if (known !== undefined)
                return known;
            return makeOnce({ clock, make: () => post(issue), find: async () => loadKnown(await markers.findNow(issue.marker)) });
        },
        get: async (number) => (await load(number))?.issue,
        list: async ({ state, labels = [] }) => {
            const states = state === undefined ? ['OPEN', 'CLOSED'] : [state.toUpperCase()];
            const found = [];
            // GraphQL lists what has any of the labels, so one is asked for and the rest is looked at here.
            const first = labels[0];
            for await (const page of issuePages(context, { order: 'ASC', states, labels: first === undefined ? null : [first] })) {
                found.push(...page.map(({ issue }) => issue).filter(issue => labels.every(label => issue.labels.includes(label))));
            }
            return found;
        },
        update,
        comment: comments.write,
        comments: comments.list,
    };
};

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/forge/github/byte-cache.js
/** Keeps at most `maxBytes`, counted as two bytes a UTF-16 unit, which is the most that V8 takes. */
const createByteCache = (maxBytes) => {
    const texts = new Map();
    let bytes = 0;
    const remove = (key) => {
        bytes -= 2 * (texts.get(key)?.length ?? 0);
        texts.delete(key);
    };
    return {
        get: key => {
            const text = texts.get(key);
            if (text === undefined)
                return undefined;
            texts.delete(key);
            texts.set(key, text);
            return text;
        },
        set: (key, text) => {
            remove(key);
            texts.set(key, text);
            bytes += 2 * text.length;
            for (const oldest of texts.keys()) {
                if (bytes <= maxBytes || oldest === key)
                    break;
                remove(oldest);
            }
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/github/blobs.js




/** Git's name for a file's bytes. */
const blobOid = (text) => (0,external_node_crypto_.createHash)('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0`)
    .update(text)
    .digest('hex');
/** What is read lives as long as its name does, which is for ever; 64 MB hold the state and a database of 50,000 pairs. */
const maxCachedBytes = 64 * 1024 * 1024;
/** GraphQL cuts texts at half a megabyte or so; larger files come one by one through REST, whole up to 100 MB. */
const maxGraphqlBytes = 400_000;
const blobSelection = 'oid text isTruncated';
const graphqlBlobSchema = schemas/* object */.Ikc({ oid: schemas/* string */.YjP(), text: schemas/* string */.YjP().nullable(), isTruncated: schemas/* boolean */.zMY() });
const restBlobSchema = schemas/* object */.Ikc({ content: schemas/* string */.YjP(), encoding: schemas/* literal */.euz('base64') });
/** Files by their object id, asked for together and read once. */
const createBlobs = (api) => {
    const cache = createByteCache(maxCachedBytes);
    const keep = (text) => {
        const oid = blobOid(text);
        cache.set(oid, text);
        return oid;
    };
    /** GitHub gives no text of what it takes for binary, and may change what is not UTF-8: the name tells. */
    const accept = ({ oid, text, isTruncated }) => {
        if (text !== null && !isTruncated && blobOid(text) === oid)
            cache.set(oid, text);
    };
    const fetchBytes = async (oid) => {
        const { data } = await api.rest({
            route: 'GET /repos/{owner}/{repo}/git/blobs/{oid}',
            parameters: { oid },
            permission: 'contents: read',
        });
        return Buffer.from(readAnswer(restBlobSchema, data, 'a file').content, 'base64');
    };
    const fetchWhole = async (oid) => {
        const text = (await fetchBytes(oid)).toString('utf8');
        cache.set(oid, text);
        return text;
    };
    const readBytes = async ({ oid }) => {
        const known = cache.get(oid);
        return known !== undefined && blobOid(known) === oid ? Buffer.from(known) : await fetchBytes(oid);
    };
    const read = async ({ oid, bytes }) => {
        const known = cache.get(oid);
        if (known !== undefined)
            return known;
        if (bytes > maxGraphqlBytes)
            return fetchWhole(oid);
        const blob = await api.field(graphqlBlobSchema, {
            selection: `object(oid: $oid) { ... on Blob { ${blobSelection} } }`,
            variables: { oid: ['GitObjectID!', oid] },
            permission: 'contents: read',
            bytes,
        });
        if (blob !== undefined)
            accept(blob);
        return cache.get(oid) ?? fetchWhole(oid);
    };
    return { read, readBytes, keep, accept };
};

;// CONCATENATED MODULE: ./src/forge/github/tree-listing.js



const entrySchema = schemas/* object */.Ikc({
    path: schemas/* string */.YjP(),
    mode: schemas/* string */.YjP(),
    type: schemas/* string */.YjP(),
    sha: schemas/* string */.YjP(),
    size: schemas/* number */.aig().optional(),
});
const treeSchema = schemas/* object */.Ikc({ tree: schemas/* array */.YOg(entrySchema), truncated: schemas/* boolean */.zMY().catch(false) });
/** Symbolic links (120000) and submodules (160000) are no files. */
const isFileMode = (mode) => mode === '100644' || mode === '100755';
const fetchTree = async (api, oid, recursive) => {
    const reply = await api.rest({
        route: 'GET /repos/{owner}/{repo}/git/trees/{oid}',
        parameters: { oid, ...(recursive ? { recursive: '1' } : {}) },
        permission: 'contents: read',
        expected: [404, 422],
    });
    return reply.status === 200 ? readAnswer(treeSchema, reply.data, 'a tree') : undefined;
};
/** Every file below a tree or commit. GitHub cuts a recursive tree at 100,000 entries or 7 MB; then each folder is asked for by itself. */
const walk = async (api, oid, prefix) => {
    const whole = await fetchTree(api, oid, true);
    if (whole === undefined)
        return undefined;
    const isCut = whole.truncated;
    const entries = isCut ? ((await fetchTree(api, oid, false)) ?? whole).tree : whole.tree;
    const files = [];
    for (const { path, mode, type, sha, size = 0 } of entries) {
        if (isFileMode(mode))
            files.push([prefix + path, { oid: sha, bytes: size }]);
        else if (isCut && type === 'tree')
            files.push(...((await walk(api, sha, `${prefix}${path}/`)) ?? []));
    }
    return files;
};
/** All files at a commit; one request unless the repository is huge. */
const listTree = async (api, commit) => {
    const files = await walk(api, commit, '');
    if (files === undefined)
        throw new errors/* GoneCommitError */.x7(commit);
    return new Map(files);
};

;// CONCATENATED MODULE: ./src/forge/github/objects.js




/** A session looks at its last few commits, and at one for each delivery. */
const maxSnapshots = 12;
/** `Commit.file` gives modes as numbers: 0100644 and 0100755. Symbolic links and submodules are no files. */
const objects_isFileMode = (mode) => mode === 0o100644 || mode === 0o100755;
const fileSchema = schemas/* object */.Ikc({
    file: schemas/* object */.Ikc({ mode: schemas/* int */.Whr(), type: schemas/* string */.YjP(), object: graphqlBlobSchema.nullable().catch(null), size: schemas/* int */.Whr() }).nullable(),
});
const fileSelection = `file(path: $path) { mode type size object { ... on Blob { ${blobSelection} } } }`;
const fileAtRefSchema = schemas/* object */.Ikc({ target: fileSchema.extend({ oid: schemas/* string */.YjP() }) });
/** What a text of the state has, about. */
const fileBytes = 50_000;
const isCommit = (head) => /^[0-9a-f]{40}$/.test(head);
const createObjects = (api) => {
    const blobs = createBlobs(api);
    const snapshots = new Map();
    const listings = new Map();
    const nothing = { files: new Map(), complete: true };
    const keepSnapshot = (commit, snapshot) => {
        snapshots.delete(commit);
        snapshots.set(commit, snapshot);
        for (const oldest of snapshots.keys()) {
            if (snapshots.size <= maxSnapshots)
                break;
            snapshots.delete(oldest);
        }
        return snapshot;
    };
    const snapshotOf = (commit) => {
        if (commit === null)
            return nothing;
        if (!isCommit(commit))
            throw new errors/* GoneCommitError */.x7(commit);
        return keepSnapshot(commit, snapshots.get(commit) ?? { files: new Map(), complete: false });
    };
    const accept = ({ file }) => {
        const blob = file?.object ?? null;
        if (file === null || blob === null || !objects_isFileMode(file.mode))
            return null;
        blobs.accept(blob);
        return { oid: blob.oid, bytes: file.size };
    };
    const bringOne = async (ref, path) => {
        const found = await api.field(fileAtRefSchema, {
            selection: `ref(qualifiedName: $ref) { target { oid ... on Commit { ${fileSelection} } } }`,
            variables: { ref: ['String!', ref], path: ['String!', path] },
            permission: 'contents: read',
            bytes: fileBytes,
        });
        if (found !== undefined)
            snapshotOf(found.target.oid).files.set(path, accept(found.target));
    };
    const findOne = async (commit, path) => {
        const found = await api.field(fileSchema, {
            selection: `object(oid: $commit) { ... on Commit { ${fileSelection} } }`,
            variables: { commit: ['GitObjectID!', commit], path: ['String!', path] },
            permission: 'contents: read',
            bytes: fileBytes,
        });
        if (found === undefined)
            throw new errors/* GoneCommitError */.x7(commit);
        return accept(found);
    };
    const find = async (commit, paths) => {
        // A list that is under way tells where these files are too.
        const snapshot = (await listings.get(commit ?? '')?.catch(() => undefined)) ?? snapshotOf(commit);
        const unknown = snapshot.complete || commit === null ? [] : [...new Set(paths)].filter(path => !snapshot.files.has(path));
        await Promise.all(unknown.map(async (path) => {
            snapshot.files.set(path, await findOne(commit ?? '', path));
        }));
        return new Map(paths.flatMap(path => {
            const file = snapshot.files.get(path) ?? null;
            return file === null ? [] : [[path, file]];
        }));
    };
    const complete = async (commit) => {
        const snapshot = snapshotOf(commit);
        if (snapshot.complete || commit === null)
            return snapshot;
        const known = listings.get(commit);
        if (known !== undefined)
            return known;
        const listing = listTree(api, commit).then(files => keepSnapshot(commit, { files: new Map(files), complete: true }));
        listings.set(commit, listing);
        return listing.finally(() => listings.delete(commit));
    };
    const oids = async (commit, folder) => {
        const start = folder.replace(/\/+$/, '');
        const { files } = await complete(commit);
        return new Map([...files]
            .flatMap(([path, file]) => file !== null && (start === '' || path.startsWith(`${start}/`)) ? [[path, file.oid]] : [])
            .toSorted(([left], [right]) => (left < right ? -1 : 1)));
    };
    return {
        bring: async (ref, paths) => void (await Promise.all(paths.map(path => bringOne(ref, path)))),
        read: async (commit, paths) => {
            const found = await find(commit, paths);
            return new Map(await Promise.all([...found].map(async ([path, file]) => [path, await blobs.read(file)])));
        },
        readBytes: async (commit, path) => {
            const file = (await find(commit, [path])).get(path);
            return file && blobs.readBytes(file);
        },
        list: async (commit, folder) => [...(await oids(commit, folder)).keys()],
        oids,
        effective: async (commit, changes) => {
            const present = await find(commit, changes.filter(change => change.text === null).map(change => change.path));
            return changes.filter(change => change.text !== null || present.has(change.path));
        },
        adopt: (base, commit, changes) => {
            const before = base === null ? nothing : snapshots.get(base);
            const files = new Map(before?.files);
            for (const { path, text } of changes) {
                files.set(path, text === null ? null : { oid: blobs.keep(text), bytes: Buffer.byteLength(text) });
            }
            keepSnapshot(commit, { files, complete: before?.complete ?? false });
            // Nobody reads what was just replaced, and it must not drive out what is read again.
            if (base !== null)
                snapshots.delete(base);
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/github/people.js



const permissionSchema = schemas/* object */.Ikc({ permission: schemas/* string */.YjP() });
/** Logins of people and of managed users (with `_`). No bot's: whatever an App may write, it says what strangers make it say. */
const isLogin = (login) => /^[a-z0-9][a-z0-9_-]{0,99}$/i.test(login);
/** A permission that is taken away counts after this at the latest. */
const people_freshMs = 60_000;
const createPeople = ({ api, accounts, clock }) => {
    const known = new Map();
    const ask = async (login) => {
        const reply = await api.rest({
            route: 'GET /repos/{owner}/{repo}/collaborators/{login}/permission',
            parameters: { login },
            permission: 'metadata: read',
            expected: [404],
        });
        if (reply.status === 404)
            return false;
        // The legacy word: `maintain` is `write` here, `triage` is `read`.
        const { permission } = readAnswer(permissionSchema, reply.data, 'a permission');
        return permission === 'admin' || permission === 'write';
    };
    return {
        account: accounts.own,
        mayWrite: async (login) => {
            if (!isLogin(login))
                return false;
            const key = login.toLowerCase();
            const before = known.get(key);
            const at = clock.now();
            if (before !== undefined && (0,instant/* toEpochMs */.x8)(at) - (0,instant/* toEpochMs */.x8)(before.at) < people_freshMs)
                return before.mayWrite;
            const mayWrite = await ask(login);
            known.set(key, { mayWrite, at });
            return mayWrite;
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/file-path.js

const hasControlCharacter = (path) => /\p{Cc}/u.test(path);
const isPlain = (path) => path !== '' &&
    !hasControlCharacter(path) &&
    path
        .split('/')
        .every(name => name !== '' && name !== '.' && name !== '..' && !/^\.git[. ]*$/i.test(name) && !/^git~1$/i.test(name));
/** Refuses paths that lead out of a branch, or that git or a file system would read as something else. */
const file_path_checkPath = (path) => {
    if (isPlain(path))
        return path;
    throw new errors/* PerpetualError */.nX(`Expected a relative file path, got ${JSON.stringify(path.slice(0, 200))}`, { actBy: 'report-bug' });
};

;// CONCATENATED MODULE: ./src/forge/github/commits.js



const committedSchema = schemas/* object */.Ikc({ commit: schemas/* object */.Ikc({ oid: schemas/* string */.YjP() }) });
/** One commit on a branch that must still be at `base`; without author or committer, so that GitHub signs it. */
const commitMutation = ({ repository }, { branch, base, changes, message }) => {
    const [headline = '', ...rest] = message.trim().split('\n');
    return {
        name: 'createCommitOnBranch',
        inputType: 'CreateCommitOnBranchInput',
        input: {
            branch: { repositoryNameWithOwner: repository, branchName: branch },
            expectedHeadOid: base,
            message: { headline, body: rest.join('\n').trim() },
            fileChanges: {
                additions: changes.flatMap(({ path, text }) => text === null ? [] : [{ path, contents: Buffer.from(text).toString('base64') }]),
                deletions: changes.flatMap(({ path, text }) => (text === null ? [{ path }] : [])),
            },
        },
        selection: 'commit { oid }',
        permission: 'contents: write',
    };
};
const committedOid = (data) => readAnswer(committedSchema, data, 'a commit').commit.oid;
const isStale = ({ type, message }) => type === 'STALE_DATA' ||
    type === 'NOT_FOUND' ||
    /expected branch to point to|no commit exists with specified expectedHeadOid/i.test(message);
/** Commits, or says that somebody was first. */
const commitOn = async (context, commit) => {
    const [result] = await context.api.mutate([commitMutation(context, commit)]);
    if (result === undefined)
        throw new errors/* GoneCommitError */.x7(commit.base);
    if (result.type === 'done')
        return { type: 'written', oid: committedOid(result.data) };
    if (isStale(result.failure))
        return { type: 'stale' };
    throw result.error;
};
const shaSchema = schemas/* object */.Ikc({ sha: schemas/* string */.YjP() });
/** A commit without parents of a tree that exists. */
const commitRoot = async ({ api }, { message, tree }) => {
    const reply = await api.rest({
        route: 'POST /repos/{owner}/{repo}/git/commits',
        parameters: { message, tree, parents: [] },
        permission: 'contents: write',
    });
    return readAnswer(shaSchema, reply.data, 'a commit').sha;
};
const writeTree = async ({ api }, changes) => {
    const tree = changes.flatMap(({ path, text }) => (text === null ? [] : [{ path, mode: '100644', type: 'blob', content: text }]));
    const reply = await api.rest({
        route: 'POST /repos/{owner}/{repo}/git/trees',
        parameters: { tree },
        permission: 'contents: write',
    });
    return readAnswer(shaSchema, reply.data, 'a tree').sha;
};
/** False where the reference exists already. */
const createReference = async ({ api }, ref, oid) => {
    const reply = await api.rest({
        route: 'POST /repos/{owner}/{repo}/git/refs',
        parameters: { ref, sha: oid },
        permission: 'contents: write',
        expected: [422],
        once: true,
    });
    if (reply.error !== undefined && !/already exists/i.test(reply.message))
        throw reply.error;
    return reply.error === undefined;
};

;// CONCATENATED MODULE: ./src/forge/github/merge.js




/** GitHub computes in the background whether a pull request can be merged, and other merges come in between. */
const rounds = 10;
const merge_pauseMs = 1_000;
const methods = ['merge', 'squash', 'rebase'];
const merge_missingPull = (number) => new errors/* PerpetualError */.nX(`Expected pull request #${number}, but there is none`, { actBy: 'fix-config' });
/** A pull request of this repository; undefined for an issue's number and for one that comes from a fork. */
const loadPull = async ({ api }, number) => {
    const found = await api.field(pullSchema, {
        selection: `pullRequest(number: $number) { ${pullSelection} }`,
        variables: { number: ['Int!', number] },
        permission: 'pull-requests: read',
        bytes: 20_000,
    });
    return found !== undefined && isHere(found) ? found : undefined;
};
const mergedSchema = schemas/* object */.Ikc({ sha: schemas/* string */.YjP() });
const put = async ({ api }, request, method) => {
    const { number, expectedHead, message } = request;
    const [title = '', ...rest] = message.trim().split('\n');
    return api.rest({
        route: 'PUT /repos/{owner}/{repo}/pulls/{number}/merge',
        parameters: { number, sha: expectedHead, merge_method: method, commit_title: title, commit_message: rest.join('\n').trim() },
        permission: 'contents: write',
        expected: [405, 409, 422],
    });
};
const refused = (reason) => ({ type: 'refused', reason });
const merge_comparisonSchema = schemas/* object */.Ikc({ merge_base_commit: schemas/* object */.Ikc({ sha: schemas/* string */.YjP() }) });
const tipSchema = schemas/* object */.Ikc({ target: schemas/* object */.Ikc({ oid: schemas/* string */.YjP() }) });
/** GitHub does not name the files in conflict: they are among those that both sides changed and that differ. */
const conflictPaths = async ({ api, objects }, pull) => {
    const base = await api.field(tipSchema, {
        selection: 'ref(qualifiedName: $name) { target { oid } }',
        variables: { name: ['String!', `refs/heads/${pull.baseRefName}`] },
        permission: 'contents: read',
    });
    if (base === undefined)
        return [];
    const reply = await api.rest({
        route: 'GET /repos/{owner}/{repo}/compare/{range}',
        parameters: { range: `${base.target.oid}...${pull.headRefOid}`, per_page: 1 },
        permission: 'contents: read',
        expected: [404],
    });
    if (reply.status === 404)
        return [];
    const fork = readAnswer(merge_comparisonSchema, reply.data, 'a comparison').merge_base_commit.sha;
    const [before, ours, theirs] = await Promise.all([fork, base.target.oid, pull.headRefOid].map(commit => objects.oids(commit, '')));
    const paths = [...new Set([...(ours?.keys() ?? []), ...(theirs?.keys() ?? []), ...(before?.keys() ?? [])])];
    return paths
        .filter(path => {
        const [was, here, there] = [before, ours, theirs].map(files => files?.get(path));
        return here !== there && here !== was && there !== was;
    })
        .toSorted();
};
const round = async (context, request) => {
    const { number, expectedHead } = request;
    const pull = await loadPull(context, number);
    if (pull === undefined)
        throw merge_missingPull(number);
    if (pull.state === 'MERGED')
        return { type: 'merged', commit: pull.mergeCommit?.oid ?? pull.headRefOid };
    if (pull.state === 'CLOSED')
        return refused(`Pull request #${number} is closed: reopen it to merge it`);
    if (pull.headRefOid !== expectedHead)
        return { type: 'stale' };
    let reply;
    for (const method of methods) {
        reply = await put(context, request, method);
        if (reply.status === 200)
            return { type: 'merged', commit: readAnswer(mergedSchema, reply.data, 'a merge').sha };
        // "Merge commits are not allowed on this repository": the repository's owner chose another way.
        if (!/are not allowed on this repository/i.test(reply.message))
            break;
    }
    const message = reply?.message ?? '';
    if (reply?.status === 409 && !/base branch/i.test(message))
        return { type: 'stale' };
    if (/base branch was modified/i.test(message))
        return 'again';
    const now = await loadPull(context, number);
    if (now === undefined || now.state !== 'OPEN' || now.headRefOid !== expectedHead)
        return 'again';
    if (now.mergeable === 'UNKNOWN')
        return 'again';
    const paths = now.mergeable === 'CONFLICTING' ? await conflictPaths(context, now) : [];
    if (paths.length > 0)
        return { type: 'conflict', paths };
    return refused(`GitHub does not merge pull request #${number} (${message}): see what it waits for at ${pull.url}`);
};
/** Merges as the repository allows; decided again where the pull request changed meanwhile. */
const merge_mergePull = async (context, request) => {
    for (let tried = 0; tried < rounds; tried += 1) {
        const result = await round(context, request);
        if (result !== 'again')
            return result;
        await context.clock.sleep(merge_pauseMs);
    }
    return refused(`GitHub is still finding out whether pull request #${request.number} can be merged: try again`);
};

;// CONCATENATED MODULE: ./src/forge/branch-name.js

/** Refuses names that git or a shell would read as something else. */
const branch_name_checkBranchName = (branch) => {
    const names = branch.split('/');
    const plain = names.every(name => /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name) && !name.includes('..') && !/\.lock$|\.$/.test(name));
    if (plain && branch.length <= 200)
        return branch;
    throw new errors/* PerpetualError */.nX(`Expected a branch name of letters, digits, dots, dashes and slashes, got ${JSON.stringify(branch.slice(0, 200))}`, {
        actBy: 'report-bug',
    });
};

;// CONCATENATED MODULE: ./src/forge/github/delivery-mutations.js







const failed = (error) => ({ type: 'failed', error, noDrafts: false });
const createdSchema = schemas/* object */.Ikc({ pullRequest: pullSchema });
/** GitHub's words on private repositories of the Free plan. */
const draftsMissing = /draft pull requests are not supported/i;
const branchMutation = ({ repositoryId }, branch, base) => ({
    name: 'createRef',
    inputType: 'CreateRefInput',
    input: { repositoryId, name: `refs/heads/${branch}`, oid: base },
    selection: 'ref { name }',
    permission: 'contents: write',
});
const pullMutation = ({ repositoryId, defaultBranch }, { wanted, draft }) => ({
    name: 'createPullRequest',
    inputType: 'CreatePullRequestInput',
    input: {
        repositoryId,
        baseRefName: defaultBranch,
        headRefName: wanted.branch,
        title: (0,cut_body/* cutTitle */.dr)(wanted.title),
        body: (0,cut_body/* cutBody */.ZL)(wanted.body),
        draft,
    },
    selection: `pullRequest { ${pullSelection} }`,
    permission: 'pull-requests: write',
});
/** Branch, commit and pull request, without what is there already. They run in this order, and each needs the one before. */
const mutationsOf = (context, job, base) => {
    const { wanted, standing } = job;
    const start = standing.type === 'branch' ? standing.head : base;
    const commit = { branch: wanted.branch, base: start, changes: wanted.files, message: deliveryMessage(wanted) };
    return [
        ...(standing.type === 'nothing' ? [branchMutation(context, wanted.branch, base)] : []),
        ...(standing.type === 'delivered' ? [] : [commitMutation(context, commit)]),
        pullMutation(context, job),
    ];
};
const outcomeOf = (results) => {
    const last = results.at(-1);
    if (last?.type === 'done') {
        return { type: 'opened', pull: readAnswer(createdSchema, last.data, 'a pull request').pullRequest, isNew: true };
    }
    // The first failure is the cause of those after it.
    const [first] = results.filter(result => result.type === 'failed');
    const error = first?.error ?? new errors/* PerpetualError */.nX('Expected a pull request, got no answer', { actBy: 'next-run' });
    return { type: 'failed', error, noDrafts: draftsMissing.test(first?.failure.message ?? '') };
};
/** Sends one document for all jobs; each has its own outcome. */
const sendJobs = async (context, jobs, base) => {
    const mutations = jobs.map(job => mutationsOf(context, job, base));
    try {
        const results = await context.api.mutate(mutations.flat());
        let from = 0;
        return mutations.map(({ length }) => {
            from += length;
            return outcomeOf(results.slice(from - length, from));
        });
    }
    catch (error) {
        if (!(error instanceof errors/* PerpetualError */.nX))
            throw error;
        return jobs.map(() => failed(error));
    }
};
/** A document above this is split: GitHub gives a request ten seconds. */
const delivery_mutations_maxDocumentBytes = 4_000_000;
/** Base64 is a third longer than what it stands for. */
const sizeOf = ({ wanted }) => wanted.files.reduce((sum, { text }) => sum + Buffer.byteLength(text ?? '') * 1.34, Buffer.byteLength(wanted.body));
const packJobs = (jobs) => {
    const documents = [];
    let bytes = 0;
    for (const job of jobs) {
        const last = documents.at(-1);
        if (last !== undefined && bytes + sizeOf(job) <= delivery_mutations_maxDocumentBytes)
            last.push(job);
        else {
            documents.push([job]);
            bytes = 0;
        }
        bytes += sizeOf(job);
    }
    return documents;
};

;// CONCATENATED MODULE: ./src/forge/github/pull-labels.js



const idSchema = schemas/* object */.Ikc({ id: schemas/* string */.YjP() });
const findLabelIds = async ({ api }, names) => {
    const ids = await Promise.all(names.map(name => api.field(idSchema, {
        selection: 'label(name: $name) { id }',
        variables: { name: ['String!', name] },
        permission: 'issues: read',
    })));
    return new Map(names.map((name, index) => [name, ids[index]?.id]));
};
const labelledSchema = schemas/* object */.Ikc({ labelable: schemas/* object */.Ikc({ labels: labelsSchema }) });
const mutationOf = (id, labelIds) => ({
    name: 'addLabelsToLabelable',
    inputType: 'AddLabelsToLabelableInput',
    input: { labelableId: id, labelIds },
    selection: `labelable { ... on PullRequest { ${labelsSelection} } }`,
    permission: 'pull-requests: write',
});
const withLabels = (pull, names) => ({
    ...pull,
    labels: { nodes: names.map(name => ({ name })) },
});
/** REST makes labels that do not exist yet, so this is the first time's way. */
const labelByName = async ({ api }, { pull, labels }) => {
    const reply = await api.rest({
        route: 'POST /repos/{owner}/{repo}/issues/{number}/labels',
        parameters: { number: pull.number, labels },
        permission: 'pull-requests: write',
    });
    const named = readAnswer(schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP() })), reply.data, 'labels');
    return withLabels(pull, named.map(({ name }) => name));
};
/** Adds labels to several pull requests with one request, but for those whose labels have to be made. */
const labelPulls = async (context, wanted, ids) => {
    const isKnown = ({ labels }) => labels.every(name => ids.get(name) !== undefined);
    const known = wanted.filter(isKnown);
    const results = known.length === 0
        ? []
        : await context.api.mutate(known.map(({ pull, labels }) => mutationOf(pull.id, labels.flatMap(name => ids.get(name) ?? []))), { repeatable: true });
    const labelled = new Map();
    for (const [index, { pull }] of known.entries()) {
        const result = results[index];
        if (result?.type === 'failed')
            throw result.error;
        const { labels } = readAnswer(labelledSchema, result?.data, 'labels').labelable;
        labelled.set(pull.id, withLabels(pull, labelNames(labels)));
    }
    for (const each of wanted.filter(one => !isKnown(one)))
        labelled.set(each.pull.id, await labelByName(context, each));
    return labelled;
};

;// CONCATENATED MODULE: ./src/forge/github/pull-reviewers.js

/** Asks people for a review; where one of them may not review here, GitHub refuses all, which is no failure of a delivery. */
const askForReviews = async ({ api, warn }, { number, reviewers }) => {
    if (reviewers.length === 0)
        return;
    try {
        await api.rest({
            route: 'POST /repos/{owner}/{repo}/pulls/{number}/requested_reviewers',
            parameters: { number, reviewers },
            permission: 'pull-requests: write',
        });
    }
    catch (error) {
        warn(`Nobody was asked to review #${number} (github.reviewers: ${reviewers.join(', ')}): ${(0,errors/* messageOf */.bD)(error)}`);
    }
};

;// CONCATENATED MODULE: ./src/forge/github/open-pulls.js










/** After these many looks something else is wrong than a crash, a race or a server that lags behind. */
const maxRounds = 4;
const open_pulls_pauseMs = 1_000;
/** Says that a pull request is a draft where the plan of the repository has none. */
const draftLabel = 'draft';
const check = ({ branch, files }) => {
    branch_name_checkBranchName(branch);
    for (const { path } of files)
        file_path_checkPath(path);
    if (files.some(({ text }) => text !== null))
        return;
    throw new errors/* PerpetualError */.nX(`Expected at least one file to deliver on \`${branch}\`, got none`, { actBy: 'report-bug' });
};
/** Opens pull requests, several of a tick with one request for what is there, one for what is missing and one for their labels. */
const createOpener = (context) => {
    let hasDrafts = true;
    /** One look at all, and a document for those that lack something. */
    const round = async (wanted) => {
        const looks = wanted.map(({ branch }) => lookAtDelivery(context, branch).catch((error) => {
            if (error instanceof errors/* PerpetualError */.nX)
                return failed(error);
            throw error;
        }));
        const [base, ...standings] = await Promise.all([baseHead(context), ...looks]);
        const jobs = [];
        const outcomes = wanted.map((each, index) => {
            const standing = standings[index];
            if (standing === undefined || standing.type === 'failed')
                return standing ?? failed(unanswered);
            if (standing.type === 'opened')
                return { ...standing, isNew: false };
            jobs.push({ wanted: each, standing, index, draft: each.draft && hasDrafts });
            return failed(unanswered);
        });
        for (const document of packJobs(jobs)) {
            const made = await sendJobs(context, document, base);
            for (const [position, { index }] of document.entries())
                outcomes[index] = made[position] ?? failed(unanswered);
        }
        if (outcomes.some(outcome => outcome.type === 'failed' && outcome.noDrafts))
            hasDrafts = false;
        return outcomes;
    };
    /** What failed because of a race or in passing is looked at again: each step is done at most once, whatever was done before. */
    const openAll = async (wanted) => {
        const outcomes = await round(wanted);
        for (let left = maxRounds - 1; left > 0; left -= 1) {
            const again = outcomes.flatMap((outcome, index) => outcome.type === 'failed' && outcome.error.actBy !== 'fix-config' ? [index] : []);
            if (again.length === 0)
                break;
            await context.clock.sleep(open_pulls_pauseMs);
            const made = await round(again.flatMap(index => wanted[index] ?? []));
            for (const [position, index] of again.entries())
                outcomes[index] = made[position] ?? failed(unanswered);
        }
        return outcomes;
    };
    const labelsOf = (wanted) => issues_uniqueLabels([...wanted.labels, ...(wanted.draft && !hasDrafts ? [draftLabel] : [])]);
    /** A new one gets its labels; so does one that a killed call opened without any. */
    const labellings = (wanted, outcomes) => outcomes.flatMap((outcome, index) => {
        const each = wanted[index];
        const labels = each === undefined ? [] : labelsOf(each);
        if (outcome.type === 'failed' || labels.length === 0)
            return [];
        const isBare = outcome.pull.state === 'OPEN' && outcome.pull.labels.nodes.length === 0;
        return outcome.isNew || isBare ? [{ pull: outcome.pull, labels }] : [];
    });
    const open = async (wanted) => {
        // Asked in the same tick as the first look, so it is the same request.
        const names = issues_uniqueLabels(wanted.flatMap(each => [...each.labels, ...(each.draft ? [draftLabel] : [])]));
        const [ids, outcomes] = await Promise.all([findLabelIds(context, names), openAll(wanted)]);
        const labelled = await labelPulls(context, labellings(wanted, outcomes), ids).catch((error) => {
            // What was opened is open; the next call for one without labels adds them.
            context.warn(`Deliveries were opened without labels: ${(0,errors/* messageOf */.bD)(error)}`);
            return new Map();
        });
        for (const [index, outcome] of outcomes.entries())
            if (outcome.type !== 'failed' && outcome.isNew)
                await askForReviews(context, { number: outcome.pull.number, reviewers: wanted[index]?.reviewers ?? [] });
        return outcomes.map(outcome => outcome.type === 'failed' ? outcome.error : pull_records_toPull(labelled.get(outcome.pull.id) ?? outcome.pull));
    };
    const loader = new dataloader(open, { cache: false });
    return async (wanted) => {
        check(wanted);
        return loader.load(wanted);
    };
};
const unanswered = new errors/* PerpetualError */.nX('Expected a pull request, got no answer', { actBy: 'next-run' });

;// CONCATENATED MODULE: ./src/forge/github/pulls.js










const pulls_pageSchema = schemas/* object */.Ikc({ nodes: schemas/* array */.YOg(pullSchema), pageInfo: pageInfoSchema });
/** Pull requests, those of forks too, oldest first, a hundred at a time. */
const pullPages = ({ api }, states) => pagesOf(after => api.field(pulls_pageSchema, {
    selection: `pullRequests(first: 100, after: $after, states: $states, orderBy: { field: CREATED_AT, direction: ASC }) { nodes { ${pullSelection} } ${pageSelection} }`,
    variables: { after: ['String', after], states: ['[PullRequestState!]', states] },
    permission: 'pull-requests: read',
    bytes: 300_000,
}));
const filesSchema = schemas/* array */.YOg(schemas/* object */.Ikc({ filename: schemas/* string */.YjP(), status: schemas/* string */.YjP() }));
const filesPerPage = 100;
/** GitHub lists at most 3,000 files of a pull request. */
const maxFilePages = 30;
const changedPaths = async ({ api }, number) => {
    const paths = [];
    for (let page = 1; page <= maxFilePages; page += 1) {
        const reply = await api.rest({
            route: 'GET /repos/{owner}/{repo}/pulls/{number}/files',
            parameters: { number, per_page: filesPerPage, page },
            permission: 'pull-requests: read',
        });
        const files = readAnswer(filesSchema, reply.data, 'files');
        paths.push(...files.filter(({ status }) => status !== 'removed' && status !== 'unchanged').map(({ filename }) => filename));
        if (files.length < filesPerPage)
            break;
    }
    return paths.toSorted();
};
const edit = async (context, pull, { base, changes, message }) => {
    const { number, state, branch, head } = pull;
    if (state !== 'open')
        throw new errors/* PerpetualError */.nX(`Expected pull request #${number} to be open, it is ${state}`, { actBy: 'fix-config' });
    for (const { path } of changes)
        file_path_checkPath(path);
    if (head !== base)
        return { type: 'stale' };
    const effective = await context.objects.effective(base, changes);
    const result = await commitOn(context, { branch, base, changes: effective, message });
    if (result.type === 'stale')
        return result;
    context.objects.adopt(base, result.oid, effective);
    return { type: 'written', head: result.oid };
};
const closedSchema = schemas/* object */.Ikc({ pullRequest: pullSchema });
const pulls_close = async ({ api }, pull) => {
    if (pull.state !== 'OPEN')
        return pull;
    const [result] = await api.mutate([
        {
            name: 'closePullRequest',
            inputType: 'ClosePullRequestInput',
            input: { pullRequestId: pull.id },
            selection: `pullRequest { ${pullSelection} }`,
            permission: 'pull-requests: write',
        },
    ]);
    if (result?.type === 'done')
        return readAnswer(closedSchema, result.data, 'a pull request').pullRequest;
    // Somebody merged it meanwhile, or the answer says nothing: then it is asked for again.
    if (result?.failure.type === 'UNPROCESSABLE')
        return undefined;
    throw result?.error ?? merge_missingPull(pull.number);
};
const pulls_createPulls = (context) => {
    const { objects } = context;
    const comments = createComments(context);
    const opener = createOpener(context);
    const load = async (number) => {
        const found = await loadPull(context, number);
        if (found === undefined)
            throw merge_missingPull(number);
        return found;
    };
    return {
        open: opener,
        get: async (number) => {
            const found = await loadPull(context, number);
            return found === undefined ? undefined : pull_records_toPull(found);
        },
        list: async ({ state, branchPrefix = '' }) => {
            const found = [];
            for await (const page of pullPages(context, state === undefined ? ['OPEN', 'CLOSED', 'MERGED'] : [state.toUpperCase()])) {
                const named = page.filter(pull => isHere(pull) && pull.headRefName.startsWith(branchPrefix));
                found.push(...named.map(pull_records_toPull));
            }
            return found;
        },
        paths: async (number) => {
            await load(number);
            return changedPaths(context, number);
        },
        read: async (number, paths) => {
            const { mergeCommit, head } = pull_records_toPull(await load(number));
            return objects.read(mergeCommit ?? head, paths);
        },
        edit: async (number, change) => edit(context, pull_records_toPull(await load(number)), change),
        merge: (number, merge) => merge_mergePull(context, { number, ...merge }),
        close: async (number) => pull_records_toPull((await pulls_close(context, await load(number))) ?? (await load(number))),
        comment: async (number, marked) => {
            await load(number);
            return comments.write(number, marked);
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/github/runs.js



const statusSchema = schemas/* object */.Ikc({ status: schemas/* string */.YjP().nullish() });
const jobsSchema = schemas/* object */.Ikc({
    total_count: schemas/* int */.Whr(),
    jobs: schemas/* array */.YOg(schemas/* object */.Ikc({ status: schemas/* string */.YjP(), runner_name: schemas/* string */.YjP().nullish() })),
});
/** `run/<run id>/<attempt>/<runner name>`, as the holder of a claim writes it. */
const started = /^run\/(\d{1,19})\/(\d{1,6})\/(.+)$/;
/**
 * Whether the Actions API proves that the job which holds a claim has ended: its attempt is completed, or every job that ran on its runner is.
 * Whatever is unclear, refused or unanswered is no proof.
 */
const createHasEnded = ({ api, repository, warn }) => {
    const ask = (route, parameters) => api.rest({
        route: `GET /repos/{owner}/{repo}/actions/runs/{run}/attempts/{attempt}${route}`,
        parameters,
        permission: 'actions: read',
    });
    const prove = async (run, attempt, runner) => {
        const parameters = { run, attempt };
        const whole = readAnswer(statusSchema, (await ask('', parameters)).data, 'a run');
        if (whole.status === 'completed')
            return true;
        const answer = await ask('/jobs', { ...parameters, per_page: 100 });
        const { jobs, total_count: total } = readAnswer(jobsSchema, answer.data, 'jobs');
        const here = jobs.filter(({ runner_name: name }) => name === runner);
        return jobs.length === total && here.length > 0 && here.every(({ status }) => status === 'completed');
    };
    return async ({ host, started: text }) => {
        if (host.toLowerCase() !== `github:${repository}`.toLowerCase())
            return false;
        const [, run = '', attempt = '', runner = ''] = started.exec(text) ?? [];
        if (run === '')
            return false;
        try {
            return await prove(run, attempt, runner);
        }
        catch (error) {
            if (!(error instanceof errors/* PerpetualError */.nX))
                throw error;
            if (error.actBy === 'fix-config')
                warn(`Whether run ${run} has ended cannot be seen, so its lease is waited for: ${error.message}`);
            return false;
        }
    };
};

;// CONCATENATED MODULE: ./src/forge/github/state-branch.js



const stateBranch = 'perpetual/state';
const stateRef = `refs/heads/${stateBranch}`;
/** Where the last commit of a session is noted, so that the next one sees when the branch was deleted or rewritten. */
const mirrorRef = 'refs/perpetual-mirror/state';
/** A lost race costs no second request while the branch moved on by less than this. */
const seenCommits = 50;
/** A server that lags behind catches up within a few seconds. */
const looks = 3;
const state_branch_pauseMs = 1_000;
const state_branch_oidSchema = schemas/* object */.Ikc({ oid: schemas/* string */.YjP() });
const state_branch_tipSchema = schemas/* object */.Ikc({
    target: state_branch_oidSchema.extend({ history: schemas/* object */.Ikc({ totalCount: schemas/* int */.Whr(), nodes: schemas/* array */.YOg(state_branch_oidSchema) }).optional() }),
});
const state_branch_refSchema = schemas/* object */.Ikc({ target: state_branch_oidSchema });
/** Selects what `toTip` reads. */
const tipSelection = `target { oid ... on Commit { history(first: ${seenCommits}) { totalCount nodes { oid } } } }`;
const toTip = (ref) => ({
    head: ref?.target.oid ?? null,
    recent: new Set(ref?.target.history?.nodes.map(({ oid }) => oid)),
    commits: ref?.target.history?.totalCount ?? 0,
});
const fetchTip = async (api) => toTip(await api.field(state_branch_tipSchema, {
    selection: `ref(qualifiedName: $name) { ${tipSelection} }`,
    variables: { name: ['String!', stateRef] },
    permission: 'contents: read',
}));
const fetchMirror = async (api) => {
    const found = await api.field(state_branch_refSchema, {
        selection: 'ref(qualifiedName: $name) { target { oid } }',
        variables: { name: ['String!', mirrorRef] },
        permission: 'contents: read',
    });
    return found?.target.oid ?? null;
};
const state_branch_comparisonSchema = schemas/* object */.Ikc({ status: schemas/* string */.YjP() });
/** Whether `older` is before `newer` in history, by the second page of one commit, which has no files. */
const relation = async (api, older, newer) => {
    const reply = await api.rest({
        route: 'GET /repos/{owner}/{repo}/compare/{range}',
        parameters: { range: `${older}...${newer}`, per_page: 1, page: 2 },
        permission: 'contents: read',
        expected: [404, 422],
    });
    const { data } = state_branch_comparisonSchema.safeParse(reply.data);
    if (data?.status === 'ahead' || data?.status === 'identical')
        return 'ahead';
    return data?.status === 'behind' ? 'behind' : 'apart';
};
const rewritten = (repository, wanted) => {
    const refs = `repos/${repository}/git/refs`;
    return new errors/* PerpetualError */.nX(`Expected the branch ${stateBranch} to go on from ${wanted.slice(0, 12)}, found it rewritten: \`gh api -X PATCH ${refs}/heads/${stateBranch} -f sha=${wanted} -F force=true\` restores it, \`gh api -X DELETE ${refs}/${mirrorRef.slice('refs/'.length)}\` accepts it as it is`, { actBy: 'fix-config' });
};
const unseen = () => new errors/* PerpetualError */.nX(`Expected GitHub to show the branch ${stateBranch}, but it shows none and says that there is one`, {
    actBy: 'next-run',
});
/** Starts from what opening the repository saw. */
const createStateBranch = (context, first) => {
    const { api, clock, repository } = context;
    let { mirror } = first;
    let commits = first.tip.commits;
    const isFirstSound = mirror === null || mirror === first.tip.head || first.tip.recent.has(mirror);
    /** The newest commit that the branch had for sure; it must go on from there. */
    let anchor = isFirstSound ? first.tip.head : mirror;
    let known = isFirstSound ? first.tip.head : undefined;
    const settle = (tip) => {
        anchor = tip.head;
        known = tip.head;
        commits = tip.commits;
        return tip.head;
    };
    /** Compacting writes a commit that goes on from nothing, and notes it in the mirror with the same request. */
    const isCompacted = async (head, recent) => {
        const current = await fetchMirror(api);
        if (current === null || current === mirror)
            return false;
        const isNoted = recent.has(current) || (await relation(api, current, head)) === 'ahead';
        if (isNoted)
            mirror = current;
        return isNoted;
    };
    const look = async (left) => {
        const tip = await fetchTip(api);
        const { head, recent } = tip;
        if (head === anchor || anchor === null)
            return settle(tip);
        if (head === null) {
            if (await createReference(context, stateRef, anchor))
                return settle({ ...tip, head: anchor });
            if (left <= 0)
                throw unseen();
            await clock.sleep(state_branch_pauseMs);
            return look(left - 1);
        }
        if (recent.has(anchor))
            return settle(tip);
        const related = await relation(api, anchor, head);
        if (related === 'ahead' || (related === 'apart' && (await isCompacted(head, recent))))
            return settle(tip);
        if (left <= 0)
            throw rewritten(repository, anchor);
        // The answer may be of a server that has not seen the last write yet.
        await clock.sleep(state_branch_pauseMs);
        return look(related === 'behind' ? left - 1 : 0);
    };
    return {
        newest: () => look(looks),
        known: () => known,
        mirrored: () => mirror,
        commits: () => commits,
        moved: head => {
            anchor = head;
            known = head;
            commits += 1;
        },
        outdated: () => {
            known = undefined;
        },
        mirroredAt: head => {
            mirror = head;
            anchor = head;
            known = head;
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/github/state-store.js





/** A write that failed in passing is repeated by the caller at once, so the pause is here: 1 s, 4 s, 9 s. */
const state_store_pauseMs = (failures) => Math.min(failures ** 2, 9) * 1_000;
const state_store_isPassing = (error) => error instanceof errors/* PerpetualError */.nX && error.actBy === 'next-run';
/** Files on the branch perpetual/state. Each commit is one request, and whatever was read or written once is not asked for again. */
const createStateStore = (context, branch) => {
    const { objects, accounts, clock, warn } = context;
    let recorded = false;
    let failures = 0;
    /** The account's own name goes into its first commit. */
    const recordChange = async (base) => {
        if (recorded)
            return [];
        const before = parseAccounts((await objects.read(base, [accountsPath])).get(accountsPath));
        accounts.learn(before);
        if (before.includes(accounts.own)) {
            recorded = true;
            return [];
        }
        return [{ path: accountsPath, text: renderAccounts([...before, accounts.own]) }];
    };
    const noteMirror = async (head) => {
        try {
            if (await createReference(context, mirrorRef, head))
                branch.mirroredAt(head);
        }
        catch (error) {
            warn(`The branch ${stateBranch} is not watched yet: ${error instanceof Error ? error.message : String(error)}`);
        }
    };
    const writeFirst = async (changes, message) => {
        const tree = await writeTree(context, changes);
        const head = await commitRoot(context, { message, tree });
        if (!(await createReference(context, stateRef, head)))
            return { type: 'stale' };
        return { type: 'written', head };
    };
    const writeNext = async (base, changes, message) => {
        const result = await commitOn(context, { branch: stateBranch, base, changes, message });
        return result.type === 'stale' ? result : { type: 'written', head: result.oid };
    };
    const write = async (base, changes, message) => {
        for (const { path } of changes)
            file_path_checkPath(path);
        const all = [...(await objects.effective(base, changes)), ...(await recordChange(base))];
        const result = await (base === null ? writeFirst(all, message) : writeNext(base, all, message));
        if (result.type === 'stale') {
            branch.outdated();
            return result;
        }
        objects.adopt(base, result.head, all);
        branch.moved(result.head);
        recorded = true;
        if (base === null)
            await noteMirror(result.head);
        return result;
    };
    return {
        head: async (soon = []) => {
            const [head] = await Promise.all([branch.newest(), objects.bring(stateRef, soon)]);
            return head;
        },
        knownHead: () => branch.known(),
        read: (head, paths) => objects.read(head, paths),
        list: async (head, folder) => (await objects.list(head, folder)).filter(path => path !== accountsPath),
        write: async (base, changes, message) => {
            try {
                const result = await write(base, changes, message);
                failures = 0;
                return result;
            }
            catch (error) {
                branch.outdated();
                if (state_store_isPassing(error)) {
                    failures += 1;
                    await clock.sleep(state_store_pauseMs(failures));
                }
                throw error;
            }
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/github/tidy.js





/** From here on a history costs more than it tells. At most 100 KB a checkpoint, this is also at most 200 MB. */
const defaultCompactAfter = 2_000;
const commitSchema = schemas/* object */.Ikc({ tree: schemas/* object */.Ikc({ sha: schemas/* string */.YjP() }) });
/** One commit of the same files in place of the history; where somebody writes meanwhile, it is left to the next time. */
const compact = async (context, branch, head) => {
    const { api, repositoryId } = context;
    const commit = await api.rest({
        route: 'GET /repos/{owner}/{repo}/git/commits/{head}',
        parameters: { head },
        permission: 'contents: read',
    });
    const tree = readAnswer(commitSchema, commit.data, 'a commit').tree.sha;
    const root = await commitRoot(context, { message: `Compact ${stateBranch}`, tree });
    const [moved] = await api.mutate([
        {
            name: 'updateRefs',
            inputType: 'UpdateRefsInput',
            input: {
                repositoryId,
                refUpdates: [
                    { name: stateRef, beforeOid: head, afterOid: root, force: true },
                    { name: mirrorRef, afterOid: root, force: true },
                ],
            },
            selection: 'clientMutationId',
            permission: 'contents: write',
        },
    ]);
    if (moved?.type === 'failed' && moved.failure.type !== 'STALE_DATA')
        throw moved.error;
    if (moved?.type === 'done')
        branch.mirroredAt(root);
};
/** Notes the last commit where the next session looks for it. It only moves forward, so a slower session cannot set it back. */
const mirror = async (context, branch, head) => {
    if (branch.mirrored() === head)
        return;
    if (branch.mirrored() === null && (await createReference(context, mirrorRef, head)))
        return branch.mirroredAt(head);
    await context.api.rest({
        route: `PATCH /repos/{owner}/{repo}/git/${mirrorRef}`,
        parameters: { sha: head, force: false },
        permission: 'contents: write',
        expected: [422],
    });
};
/** One request at the end of a session; what fails here is a warning, because the state itself is safe. */
const tidyState = async (context, branch, compactAfter) => {
    try {
        const head = branch.known() ?? (await branch.newest());
        if (head === null)
            return;
        await (branch.commits() > compactAfter ? compact(context, branch, head) : mirror(context, branch, head));
    }
    catch (error) {
        context.warn(`The branch ${stateBranch} was not tidied: ${(0,errors/* messageOf */.bD)(error)}`);
    }
};

;// CONCATENATED MODULE: ./src/forge/github/github-forge.js


















const github_forge_oidSchema = schemas/* object */.Ikc({ oid: schemas/* string */.YjP() });
const openedSchema = schemas/* object */.Ikc({
    viewer: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }),
    repository: schemas/* object */.Ikc({
        id: schemas/* string */.YjP(),
        nameWithOwner: schemas/* string */.YjP(),
        defaultBranchRef: schemas/* object */.Ikc({ name: schemas/* string */.YjP(), target: github_forge_oidSchema }).nullish(),
        state: state_branch_tipSchema.nullish(),
        mirror: schemas/* object */.Ikc({ target: github_forge_oidSchema }).nullish(),
        accounts: schemas/* object */.Ikc({ text: schemas/* string */.YjP().nullish() }).nullish(),
    }),
});
const github_forge_document = `query ($owner: String!, $repo: String!) {
  viewer { login }
  repository(owner: $owner, name: $repo) {
    id nameWithOwner
    defaultBranchRef { name target { oid } }
    state: ref(qualifiedName: "${stateRef}") { ${tipSelection} }
    mirror: ref(qualifiedName: "${mirrorRef}") { target { oid } }
    accounts: object(expression: "${stateRef}:${accountsPath}") { ... on Blob { text } }
  }
}`;
const look = async (client, { owner, repo }) => {
    const purpose = { repository: `${owner}/${repo}`, permission: 'contents: read' };
    try {
        return readAnswer(openedSchema, await client.graphql(github_forge_document, { owner, repo }), 'what a repository is');
    }
    catch (error) {
        const refused = readPartial(error)?.errors[0];
        const failure = refused === undefined ? readFailure(error) : failureOfField(refused);
        throw failure === undefined ? error : explain(failure, purpose, error);
    }
};
/**
 * A forge on GitHub, opened with one request: tasks are issues, deliveries pull requests, state a branch.
 * Throws a PerpetualError where the token does not reach the repository or it has no commit.
 */
const openGithubForge = async (options) => {
    const { client, clock, owner, repo, report = () => { }, compactAfter = defaultCompactAfter } = options;
    const { viewer, repository } = await look(client, { owner, repo });
    const { nameWithOwner, defaultBranchRef, state, mirror, accounts } = repository;
    if (defaultBranchRef === null || defaultBranchRef === undefined) {
        throw new errors/* PerpetualError */.nX(`Expected at least one commit in ${nameWithOwner}, found none: push something first`, {
            actBy: 'fix-config',
        });
    }
    const [ownerName = owner, repoName = repo] = nameWithOwner.split('/');
    const api = createApi(client, { owner: ownerName, repo: repoName });
    const context = {
        api,
        objects: createObjects(api),
        accounts: createAccounts(viewer.login, parseAccounts(accounts?.text ?? undefined)),
        clock,
        repository: nameWithOwner,
        repositoryId: repository.id,
        defaultBranch: defaultBranchRef.name,
        warn: report,
    };
    const branch = createStateBranch(context, { tip: toTip(state), mirror: mirror?.target.oid ?? null });
    return {
        kind: 'github',
        defaultBranch: context.defaultBranch,
        state: createStateStore(context, branch),
        issues: issues_createIssues(context),
        pulls: pulls_createPulls(context),
        contents: createContents(context),
        society: {
            people: createPeople(context),
            discussions: createDiscussions(context),
            checks: createChecks(context),
            hasEnded: createHasEnded(context),
        },
        name: nameWithOwner,
        openedAt: defaultBranchRef.target.oid,
        requests: client.requests,
        tidy: () => tidyState(context, branch, compactAfter),
        close: async () => { },
    };
};

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(4379);
// EXTERNAL MODULE: ./src/config/nearest.js
var nearest = __webpack_require__(1242);
;// CONCATENATED MODULE: ./src/config/change.js



const isMap = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** The first name of a key: the longest that the map knows, because names of models hold dots; else all up to the first dot. */
function firstName(map, key) {
    const known = Object.keys(map).filter(name => key === name || key.startsWith(`${name}.`));
    return known.toSorted((a, b) => b.length - a.length)[0] ?? key.split('.')[0] ?? '';
}
/** What a name must be that is in no map yet; undefined where the schema says it. A change makes no account and no pipeline. */
function wantedIn(section, map, name) {
    const known = (0,nearest/* oneOf */.y)(name, Object.keys(map));
    if (section === '')
        return `a setting, ${known}`;
    if (section === 'accounts')
        return `the name of an account, ${known}`;
    if (section === 'pipelines')
        return `the name of a pipeline, ${known}`;
    // Not every library treats a key of this name like any other.
    return name === '' || name === '__proto__' ? 'the name of a setting' : undefined;
}
function setAt(root, { section, rest }, change) {
    const map = isMap(root) ? root : {};
    const name = firstName(map, rest);
    const isThere = Object.hasOwn(map, name);
    const wanted = isThere ? undefined : wantedIn(section, map, name);
    if (wanted !== undefined)
        throw new errors/* PerpetualError */.nX(`Expected ${wanted}, got ${(0,show/* show */.WU)(name)} (${(0,show/* show */.WU)(change.key)})`, { actBy: 'fix-config' });
    const inner = { section: section === '' ? name : `${section}.${name}`, rest: rest.slice(name.length + 1) };
    const value = rest === name ? change.value : setAt(isThere ? map[name] : undefined, inner, change);
    const entries = Object.entries(map);
    return Object.fromEntries(isThere ? entries.map(([key, old]) => [key, key === name ? value : old]) : [...entries, [name, value]]);
}
/** The written configuration with one value set; it is checked by the schema afterwards. Throws `fix-config` for a name that is not there. */
const withChange = (root, change) => setAt(root, { section: '', rest: change.key }, change);

;// CONCATENATED MODULE: ./src/config/defaults.js
/** Five pipelines as data; a file only says what it wants otherwise. `perpetual init` writes exactly this. */
const defaults = {
    goal: 30_000,
    warnAt: 0.75,
    dataset: { language: 'en', license: '', use: 'rag', rehearsal: false },
    sources: { deny: [], minDomainsForNumbers: 1, maxDomainShare: 0.4 },
    github: { draft: false, reviewers: [] },
    reviews: { maxWaiting: 8, alertAfter: '3d', knownFor: '30d' },
    plan: { heartbeat: '6h', proposeBelow: 3, maxProposals: 3 },
    accounts: {
        openrouter: {
            api: 'openai',
            baseUrl: 'https://openrouter.ai/api/v1',
            key: 'OPENROUTER_API_KEY',
            requestsPerMinute: 20,
            concurrency: 8,
            limits: {
                calls: { budget: 1000, per: 'day', threshold: 0.85, resets: '00:00 UTC' },
                usd: { budget: 2, per: 'day', threshold: 1, resets: '00:00 UTC' },
            },
            prices: {
                'deepseek/deepseek-v4-flash': { inputUsdPerMillion: 0.14, outputUsdPerMillion: 0.28, requestUsd: 0.02 },
                'qwen/qwen3-30b-a3b-instruct-2507': { inputUsdPerMillion: 0.09, outputUsdPerMillion: 0.3, requestUsd: 0 },
            },
        },
        zai: {
            api: 'openai',
            baseUrl: 'https://api.z.ai/api/paas/v4',
            key: 'ZAI_API_KEY',
            requestsPerMinute: 60,
            concurrency: 2,
            limits: {
                calls: { budget: 5000, per: 'day', threshold: 0.85, resets: '00:00 UTC' },
                usd: { budget: 2, per: 'day', threshold: 1, resets: '00:00 UTC' },
            },
            // Z.AI's answers tell no cost, so these are what its calls are charged at; a search is a cent.
            prices: {
                'glm-5.3-flash': { inputUsdPerMillion: 0.15, outputUsdPerMillion: 0.5, requestUsd: 0.01 },
                'glm-5.3': { inputUsdPerMillion: 1.4, outputUsdPerMillion: 4.4, requestUsd: 0 },
            },
        },
        gemini: { api: 'gemini', key: 'GEMINI_API_KEY', limits: { usd: { budget: 2 } } },
        'sister-gemini': { api: 'gemini', key: 'SISTER_GEMINI_API_KEY', limits: { usd: { budget: 2 } } },
        claude: {
            api: 'openai',
            baseUrl: 'https://openrouter.ai/api/v1',
            key: 'CLAUDE_OPENROUTER_API_KEY',
            concurrency: 4,
            limits: { usd: { budget: 2, per: 'day', threshold: 1, resets: '00:00 UTC' } },
            prices: { 'anthropic/claude-sonnet-4.5': { inputUsdPerMillion: 3, outputUsdPerMillion: 15, requestUsd: 0 } },
        },
    },
    pipelines: {
        'droid-research': {
            agent: 'droid',
            kind: 'research',
            account: 'openrouter',
            model: 'deepseek/deepseek-v4-flash',
            judgeModel: 'qwen/qwen3-30b-a3b-instruct-2507',
            share: 6,
            schedule: { every: '2h', cooldown: '30m', lease: '10m', after: [] },
            research: {
                callsPerIndicator: 100,
                stages: { plan: 3, research: 50, write: 18, judge: 18, reserve: 11 },
                acceptTarget: 88,
                search: { maxResults: 5 },
            },
        },
        'droid-eastern': {
            agent: 'droid',
            kind: 'batch',
            accounts: ['gemini', 'sister-gemini'],
            model: 'gemini-3.6-flash',
            share: 3,
            schedule: { every: '1h', cooldown: '30m', lease: '10m', after: [] },
            limits: { slots: { budget: 10, threshold: 0.9 } },
            batch: { expectedPairs: 12, videosPerJob: 5 },
        },
        'zai-institutional': {
            agent: 'zai',
            kind: 'research',
            account: 'zai',
            model: 'glm-5.3-flash',
            judgeModel: 'glm-5.3',
            share: 1,
            schedule: { every: '2h', cooldown: '30m', lease: '10m', after: [] },
            research: { callsPerIndicator: 100, acceptTarget: 88 },
        },
        'zai-implementation': {
            agent: 'zai',
            kind: 'implementation',
            account: 'zai',
            model: 'glm-5.3',
            schedule: { every: '2h', cooldown: '30m', lease: '10m', after: [] },
            limits: { minutes: { budget: 480, per: 'session', threshold: 0.85 } },
        },
        'claude-integration': {
            agent: 'claude',
            kind: 'integration',
            account: 'claude',
            model: 'anthropic/claude-sonnet-4.5',
            schedule: {
                every: '1h',
                cooldown: '30m',
                lease: '10m',
                after: ['droid-research', 'droid-eastern', 'zai-institutional'],
            },
            limits: { tokens: { budget: 200_000, per: 'session', threshold: 0.85 } },
            integration: { pairsPerJudge: 10, merge: 'auto' },
        },
    },
};

;// CONCATENATED MODULE: ./src/config/explain.js


/** What stands at a path of a parsed file; undefined where nothing does. */
function valueAt(root, path) {
    let value = root;
    for (const key of path) {
        if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key))
            return undefined;
        value = Object.entries(value).find(([name]) => name === String(key))?.[1];
    }
    return value;
}
const isName = (key) => typeof key === 'string';
/** A path as a person finds it: `pipelines.droid-research.schedule.after[1]`. */
function pathText(path) {
    const text = path.map(key => (typeof key === 'number' ? `[${key}]` : `.${(0,show/* show */.WU)(String(key)).replaceAll('`', '')}`)).join('');
    return text.replace(/^\./, '');
}
function sentence(issue, root) {
    if (issue.code === 'unrecognized_keys')
        return `Expected ${issue.message}`;
    if (issue.code === 'invalid_key') {
        return `Expected ${issue.issues[0]?.message ?? 'another name'}, got ${(0,show/* show */.WU)(issue.path.at(-1))}`;
    }
    const key = issue.path.findLast(isName);
    const what = key === undefined ? 'the file' : `\`${(0,show/* plain */.pj)(key)}\``;
    return `Expected ${what} to be ${issue.message}, got ${(0,show/* show */.WU)(valueAt(root, issue.path))}`;
}
/** A missing key is often a misspelt one: then the unknown key beside it is what a person must see. */
function mostTelling(issues) {
    const [first] = issues;
    const beside = first?.path.slice(0, -1).join('.');
    return issues.find(issue => issue.code === 'unrecognized_keys' && issue.path.join('.') === beside) ?? first;
}
/** The first thing that is wrong with a file in one line, and how many more there are. `where` says more than the path can. */
function explain_explain(error, root, where) {
    const first = mostTelling(error.issues);
    if (first === undefined)
        return new errors/* PerpetualError */.nX(`Expected another content (${where.file})`, { actBy: 'fix-config' });
    const more = error.issues.length > 1 ? `, and ${error.issues.length - 1} more` : '';
    const place = (where.detail ?? pathText)(first.path);
    return new errors/* PerpetualError */.nX(`${sentence(first, root)} (${where.file}${place === '' ? '' : `, ${place}`})${more}`, {
        actBy: 'fix-config',
    });
}

// EXTERNAL MODULE: ./src/config/pipelines.js
var config_pipelines = __webpack_require__(6615);
;// CONCATENATED MODULE: ./src/config/references.js


/** The pipelines from which one waits for itself, in a circle. */
function circleFrom(start, pipelines) {
    const paths = [[start]];
    const seen = new Set();
    for (let path = paths.pop(); path !== undefined; path = paths.pop()) {
        const last = path.at(-1) ?? start;
        for (const next of pipelines[last]?.schedule.after ?? []) {
            if (next === start)
                return [...path, next];
            if (!seen.has(next))
                paths.push([...path, next]);
            seen.add(next);
        }
    }
    return undefined;
}
function checkPipeline(pipelineName, { accounts, pipelines }, context) {
    const pipeline = pipelines[pipelineName];
    if (pipeline === undefined)
        return;
    const complain = (path, input, message) => context.addIssue({ code: 'custom', path: ['pipelines', pipelineName, ...path], input, message });
    const { accountApi: api, accountPath } = (0,config_pipelines/* factsOf */.xS)(pipeline);
    for (const [index, accountName] of (0,config_pipelines/* accountsOf */.s1)(pipeline).entries()) {
        const path = accountPath(index);
        const account = Object.hasOwn(accounts, accountName) ? accounts[accountName] : undefined;
        if (account === undefined)
            complain(path, accountName, (0,nearest/* oneOf */.y)(accountName, Object.keys(accounts)));
        else if (account.api !== api)
            complain(path, accountName, `an account with \`api: ${api}\`, which a ${pipeline.kind} pipeline needs`);
    }
    for (const [index, after] of pipeline.schedule.after.entries()) {
        if (!Object.hasOwn(pipelines, after))
            complain(['schedule', 'after', index], after, (0,nearest/* oneOf */.y)(after, Object.keys(pipelines)));
    }
    const circle = circleFrom(pipelineName, pipelines);
    if (circle !== undefined)
        complain(['schedule', 'after'], undefined, `pipelines that do not wait for each other (${circle.join(' → ')})`);
}
/** Names that point nowhere, pipelines that wait in a circle, and a key whose limits would be counted twice. */
function checkReferences(config, context) {
    for (const pipelineName of Object.keys(config.pipelines))
        checkPipeline(pipelineName, config, context);
    const owners = new Map();
    for (const [accountName, { key, baseUrl }] of Object.entries(config.accounts)) {
        if (key === null)
            continue;
        const owner = owners.get(`${key} ${baseUrl}`);
        if (owner === undefined)
            owners.set(`${key} ${baseUrl}`, accountName);
        else {
            const message = `a key of its own, because limits belong to a key and \`${owner}\` has this one already`;
            context.addIssue({ code: 'custom', path: ['accounts', accountName, 'key'], input: key, message });
        }
    }
}

;// CONCATENATED MODULE: ./src/config/schema.js





const languageError = 'a language code such as `en` or `pt-BR`';
const dataset = (0,fields/* section */.uW)({
    language: schemas/* string */.YjP({ error: languageError })
        .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, { error: languageError })
        .default('en'),
    license: (0,fields/* line */.n8)('an SPDX licence name', { min: 0 }).default(''),
    use: (0,fields/* choice */.Yq)(['rag', 'training', 'both']).default('rag'),
    rehearsal: (0,fields/* flag */.Jt)('whether pairs of the embedded provider may enter the database').default(false),
});
const domainError = 'a domain such as `example.com`';
const domain = schemas/* string */.YjP({ error: domainError })
    .max(253, { error: domainError })
    .regex(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/, { error: domainError });
const sources = (0,fields/* section */.uW)({
    deny: (0,fields/* list */.p_)(domain, 'domains').default([]),
    minDomainsForNumbers: (0,fields/* whole */.WQ)('domains', { max: 10 }).default(1),
    maxDomainShare: (0,fields/* share */.uM)('the largest share of citations that one domain may have').default(0.4),
});
const loginError = 'a GitHub login without `@`';
const category = (0,fields/* section */.uW)({ discussionCategory: (0,fields/* line */.n8)('the name of a discussion category', { max: 100 }) });
const github = (0,fields/* section */.uW)({
    draft: (0,fields/* flag */.Jt)('whether parts are opened as draft pull requests').default(false),
    handoffs: category.optional(),
    report: category.optional(),
    reviewers: (0,fields/* list */.p_)(schemas/* string */.YjP({ error: loginError }).regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/, { error: loginError }), 'logins').default([]),
});
const reviews = (0,fields/* section */.uW)({
    maxWaiting: (0,fields/* whole */.WQ)('parts that may wait for a review before new work pauses', { max: 10_000 }).default(8),
    alertAfter: (0,fields/* duration */.p0)('how long a part may wait unread before an alert', 60_000).prefault('3d'),
    knownFor: (0,fields/* duration */.p0)('how long the questions of an unread part count as known', 60_000).prefault('30d'),
}).transform(({ maxWaiting, alertAfter, knownFor }) => ({ maxWaiting, alertAfterMs: alertAfter, knownForMs: knownFor }));
const plan = (0,fields/* section */.uW)({
    heartbeat: (0,fields/* duration */.p0)('how long nothing may happen before an alert', 60_000).prefault('6h'),
    proposeBelow: (0,fields/* whole */.WQ)('tasks that wait, below which new ones are proposed', { min: 0, max: 1000 }).default(3),
    maxProposals: (0,fields/* whole */.WQ)('proposals of a pipeline that may wait for a person', { max: 50 }).default(3),
}).transform(({ heartbeat, ...rest }) => ({ ...rest, heartbeatMs: heartbeat }));
/** The whole of perpetual.yml, once the defaults are beneath it. */
const configSchema = (0,fields/* section */.uW)({
    goal: (0,fields/* whole */.WQ)('pairs').default(30_000),
    warnAt: (0,fields/* basisPoints */.A4)('the share of a budget at which to warn').prefault(0.75),
    dataset: dataset.prefault({}),
    sources: sources.prefault({}),
    github: github.prefault({}),
    reviews: reviews.prefault({}),
    plan: plan.prefault({}),
    accounts: schemas/* record */.g1P((0,fields/* name */.UU)('the name of an account'), accountSchema, { error: 'a map of accounts' }),
    pipelines: schemas/* record */.g1P((0,fields/* name */.UU)('the name of a pipeline'), config_pipelines/* pipelineSchema */.wr, { error: 'a map of pipelines' }),
})
    .superRefine(checkReferences)
    .transform(({ warnAt, ...config }) => ({ ...config, warnAtBasisPoints: warnAt }));

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ../../node_modules/yaml/dist/index.js
var dist = __webpack_require__(3483);
;// CONCATENATED MODULE: ./src/config/yaml-file.js




/** Configuration and tasks are written by people; a larger file is something else. */
const longestBytes = 1_000_000;
const refuse = (message, cause) => new errors/* PerpetualError */.nX(message, { actBy: 'fix-config', cause });
const hasCode = (error, codes) => error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
/** The text of a file as UTF-8; undefined where there is none. Throws `fix-config` for what is too long, no file or no text. */
async function yaml_file_readText(path, file) {
    let bytes;
    try {
        const found = await stat(path);
        if (!found.isFile())
            throw refuse(`Expected a file, got a folder or device (${file})`);
        if (found.size > longestBytes)
            throw refuse(`Expected at most 1 MB of text, got ${Math.ceil(found.size / 1_000_000)} MB (${file})`);
        bytes = await readFile(path);
    }
    catch (error) {
        if (hasCode(error, ['ENOENT', 'ENOTDIR']))
            return undefined;
        if (error instanceof PerpetualError)
            throw error;
        throw refuse(`Expected a file that can be read (${file}): ${error instanceof Error ? error.message : String(error)}`, error);
    }
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (error) {
        throw refuse(`Expected text in UTF-8, got other bytes (${file})`, error);
    }
}
const firstSentence = (message) => {
    const line = (0,show/* plain */.pj)((message.split('\n')[0] ?? '').slice(0, 200)).replace(/[.:]$/, '');
    return (0,show/* looksSecret */.n0)(line) ? 'the syntax is wrong' : line;
};
/** Where a map names a key for the second time; the parser's own check takes quadratic time. */
function secondKeyAt(document) {
    let at;
    (0,dist/* visit */.YR)(document, {
        Map: (_, map) => {
            const seen = new Set();
            for (const { key } of map.items) {
                if (!(0,dist/* isScalar */.jn)(key))
                    continue;
                const name = String(key.value);
                if (seen.has(name)) {
                    at = key.range?.[0] ?? 0;
                    return dist/* visit */.YR.BREAK;
                }
                seen.add(name);
            }
            return undefined;
        },
    });
    return at;
}
function readDocument(text, file) {
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
    const refuseAt = (offset, reason) => {
        const { line, col } = lines.linePos(offset);
        return refuse(`Expected valid YAML, but ${reason} (${file}, line ${line}, column ${col})`);
    };
    const [error] = [...document.errors, ...document.warnings];
    if (error !== undefined)
        throw refuseAt(error.pos[0], firstSentence(error.message));
    const second = secondKeyAt(document);
    if (second !== undefined)
        throw refuseAt(second, 'a map has the same key twice');
    try {
        // Aliases may be used, but not to make a short file into a large value.
        const value = document.toJS({ maxAliasCount: 100 });
        return value ?? undefined;
    }
    catch {
        throw refuse(`Expected a plain YAML file, but its aliases (\`*name\`) multiply too often (${file})`);
    }
}
/** A YAML 1.2 document as plain values; an empty one is undefined. Throws `fix-config` with line and column. */
function parseYaml(text, file) {
    if (Buffer.byteLength(text) > longestBytes)
        throw refuse(`Expected at most 1 MB of text (${file})`);
    try {
        return readDocument(text, file);
    }
    catch (error) {
        // The parser recurses: `[[[[…` ends the stack before it ends the text.
        if (error instanceof RangeError)
            throw refuse(`Expected a plain YAML file, but it is nested too deeply (${file})`);
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/config/load-config.js







/** Where the configuration lies in a data repository. */
const configFile = '.github/perpetual.yml';
const load_config_isMap = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** The file's words over the defaults: maps are merged, everything else replaces; an empty section leaves its default. */
function lay(over, under) {
    if (!load_config_isMap(under))
        return over;
    if (over === undefined || over === null)
        return under;
    if (!load_config_isMap(over))
        return over;
    const keys = new Set([...Object.keys(under), ...Object.keys(over)]);
    const merged = [...keys].map(key => {
        const below = Object.hasOwn(under, key) ? under[key] : undefined;
        return [key, Object.hasOwn(over, key) ? lay(over[key], below) : below];
    });
    return Object.fromEntries(merged);
}
/** A pipeline of another kind or an account of another API than the default of that name starts from nothing. */
function dropOtherKinds(over) {
    const without = (section, tag) => {
        const written = load_config_isMap(over) ? over[section] : undefined;
        const known = defaults[section];
        const kept = Object.entries(known).filter(([name, value]) => {
            const own = load_config_isMap(written) && Object.hasOwn(written, name) ? written[name] : undefined;
            return !load_config_isMap(own) || !load_config_isMap(value) || !Object.hasOwn(own, tag) || own[tag] === value[tag];
        });
        return Object.fromEntries(kept);
    };
    return { ...defaults, accounts: without('accounts', 'api'), pipelines: without('pipelines', 'kind') };
}
/** perpetual.yml's text as a checked configuration, `changes` set over it. Throws `fix-config` naming file, path, what was expected and what was found. */
function loadConfig(text, file, changes = []) {
    const written = parseYaml(text, file);
    const merged = changes.reduce(withChange, lay(written, dropOtherKinds(written)));
    const checked = configSchema.safeParse(merged);
    if (!checked.success)
        throw explain_explain(checked.error, merged, { file });
    return checked.data;
}
/** Reads the configuration from a repository's work tree; throws `fix-config` where there is none. */
async function load_config_readConfig(repositoryFolder) {
    const text = await readText(join(repositoryFolder, configFile), configFile);
    if (text === undefined) {
        throw new PerpetualError(`Expected a configuration at ${configFile}, found none. \`perpetual init\` writes one.`, {
            actBy: 'fix-config',
        });
    }
    return loadConfig(text, configFile);
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./src/forge/git.js



/** The automation itself; needs no git configuration. */
const git_automation = { name: 'Perpetual', email: 'perpetual@localhost' };
/** Hooks, the file system monitor and pagers of the user's configuration never run for Perpetual's own git. */
const isolation = (/* unused pure expression or super */ null && (['-c', 'core.hooksPath=/dev/null', '-c', 'core.fsmonitor=false', '--no-pager', '--no-replace-objects']));
/** What git needs of the environment: no `GIT_*` of a caller (a hook, a rebase) and no provider key gets through. */
const passed = (/* unused pure expression or super */ null && (['PATH', 'HOME', 'USERPROFILE', 'XDG_CONFIG_HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'ComSpec', 'PATHEXT']));
const git_gitEnvironment = (identity = git_automation) => ({
    ...Object.fromEntries(passed.flatMap(name => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))),
    GIT_TERMINAL_PROMPT: '0',
    GIT_AUTHOR_NAME: identity.name,
    GIT_AUTHOR_EMAIL: identity.email,
    GIT_COMMITTER_NAME: identity.name,
    GIT_COMMITTER_EMAIL: identity.email,
    LC_ALL: 'C',
});
const git_gitArguments = (gitDir, args) => [
    ...isolation,
    ...(gitDir === undefined ? [] : [`--git-dir=${gitDir}`]),
    ...args,
];
/** A process group of its own, so that Ctrl-C in the terminal does not end a git in the middle of a write. */
const git_detached = process.platform !== 'win32';
const spawnFailure = (cause) => new PerpetualError('Expected `git` 2.38 or newer on the PATH, but it cannot be started. Install git, then try again.', {
    actBy: 'fix-config',
    cause,
});
const lower = (pid) => {
    try {
        setPriority(pid, constants.priority.PRIORITY_LOW);
    }
    catch {
        // It ended already, or the system does not allow it; either way there is nothing to do.
    }
};
/** Runs git to its end and tells its exit code; throws only where git cannot be started. */
const git_runGit = (args, run) => new Promise((resolve, reject) => {
    const child = spawn('git', git_gitArguments(run.gitDir, args), {
        cwd: run.cwd,
        env: git_gitEnvironment(run.identity),
        detached: git_detached,
        windowsHide: true,
        stdio: ['pipe', 'pipe', 'pipe'],
    });
    if (run.lowPriority === true && child.pid !== undefined)
        lower(child.pid);
    const stdout = [];
    const stderr = [];
    child.stdout.on('data', (chunk) => stdout.push(chunk));
    child.stderr.on('data', (chunk) => stderr.push(chunk));
    // A git that ends early closes its input; its exit code and message say why.
    child.stdin.on('error', () => { });
    child.on('error', cause => reject(spawnFailure(cause)));
    child.on('close', code => resolve({
        code: code ?? -1,
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr: Buffer.concat(stderr).toString('utf8'),
    }));
    child.stdin.end(run.input ?? '');
});
/** The first line of what git complained about. */
const git_complaint = (result) => (result.stderr.trim().split('\n')[0] ?? '').replace(/^(?:fatal|error): /, '') || `it ended with code ${result.code}`;
/** An unexpected end of git as an error; `what` reads as in "git could not <what>". */
const git_gitFailure = (what, result) => new PerpetualError(`git could not ${what}: ${git_complaint(result)}`, {
    actBy: result.code === -1 ? 'next-run' : 'fix-config',
});

;// CONCATENATED MODULE: ./src/forge/local/commits.js



/** Never written: fast-import needs a name to build on, and is told to forget it before it ends. */
const scratch = 'refs/perpetual/unwritten';
const quote = (path) => `"${path.replace(/["\\]/g, '\\$&')}"`;
const data = (text) => `data ${Buffer.byteLength(text)}\n${text}\n`;
const person = ({ name, email }) => `${name.replace(/[<>\n]/g, '')} <${email.replace(/[<>\n]/g, '')}>`;
const changeCommand = ({ path, text }) => text === null ? `D ${quote(path)}\n` : `M 100644 inline ${quote(path)}\n${data(text)}`;
/** Removing a path that is a folder, or that is not there, would surprise; only files are removed. */
const effective = async (repository, base, changes) => {
    const removed = changes.filter(change => change.text === null).map(change => change.path);
    const present = removed.length === 0 ? new Map() : await repository.trees.find(base, removed);
    return changes.filter(change => change.text !== null || present.has(change.path));
};
/** Writes objects for one commit of `changes` on `base` and gives its id; no branch moves. One git process, about 6 ms. */
const commits_writeCommit = async (repository, commit) => {
    const { base, message, at, author = automation } = commit;
    for (const change of commit.changes)
        checkPath(change.path);
    const changes = await effective(repository, base, commit.changes);
    const script = [
        `commit ${scratch}\nmark :1\ncommitter ${person(author)} ${Math.floor(toEpochMs(at) / 1000)} +0000\n`,
        data(`${message.trim()}\n`),
        base === null ? '' : `from ${base}\n`,
        ...changes.map(changeCommand),
        `get-mark :1\nreset ${scratch}\nfrom ${repository.zero}\n\ndone\n`,
    ];
    const result = await repository.git(['fast-import', '--quiet', '--done', '--date-format=raw'], { input: script.join('') });
    if (result.code !== 0)
        throw gitFailure('write a commit', result);
    return result.stdout.trim();
};
/** Writes a commit of a tree that exists already and gives its id; no branch moves. */
const commits_writeTreeCommit = async (repository, { tree, parents, message, at, author }) => {
    const by = `${person(author)} ${Math.floor(toEpochMs(at) / 1000)} +0000`;
    const head = [`tree ${tree}`, ...parents.map(parent => `parent ${parent}`), `author ${by}`, `committer ${by}`];
    const input = `${head.join('\n')}\n\n${message.trim()}\n`;
    return (await repository.output('write a commit', ['hash-object', '-t', 'commit', '-w', '--stdin'], { input })).trim();
};

;// CONCATENATED MODULE: ./src/forge/local/refs.js


const refs_refOf = (branch) => `refs/heads/${branch}`;
/**
 * Where the automation notes the last commit of a branch that only it writes, so that a deleted or rewritten one is noticed.
 * Not below `refs/perpetual/`, which git would read where a person writes `perpetual/state` (gitrevisions(7): `refs/<name>` comes before `refs/heads/<name>`).
 */
const refs_mirrorOf = (branch) => `refs/perpetual-mirror/${branch.replace(/^perpetual\//, '')}`;
/** The commits of all branches below `prefix`, which ends in `/` or is a whole branch name. */
const refs_branchHeads = async (repository, prefix) => {
    const lines = await repository.output('list branches', ['for-each-ref', '--format=%(objectname) %(refname)', refs_refOf(prefix)]);
    return new Map(lines
        .split('\n')
        .filter(line => line !== '')
        .map(line => {
        const [oid = '', ref = ''] = line.split(' ');
        return [ref.slice('refs/heads/'.length), oid];
    }));
};
const refs_branchHead = async (repository, branch) => (await refs_branchHeads(repository, branch)).get(branch) ?? null;
const lostRace = /is at [0-9a-f]+ but expected|reference already exists|unable to resolve reference/;
/** A power failure can leave a branch's file empty; git calls it neither there nor free. */
const refs_broken = ({ gitDir }, branch) => new PerpetualError(`Expected a commit in ${gitDir}/${refs_refOf(branch)}, found a broken file: write the branch's last commit there (\`git rev-parse ${refs_mirrorOf(branch)}\`, else \`git fsck --lost-found\`, names it)`, { actBy: 'fix-config' });
/** Moves a branch if it still is at `from` (null: if it does not exist); false where somebody else was first. */
const refs_moveBranch = async (repository, { branch, from, to, why, own }) => {
    const quiet = own ? ['-c', 'core.logAllRefUpdates=false'] : [];
    // One transaction; the branch is renamed into place before its mirror, so a mirror is never ahead of an honest branch.
    const lines = [`update ${refs_refOf(branch)} ${to} ${from ?? repository.zero}`, ...(own ? [`update ${refs_mirrorOf(branch)} ${to}`] : [])];
    const result = await repository.git([...quiet, 'update-ref', '-m', why, '--stdin'], { input: `${lines.join('\n')}\n` });
    if (result.code === 0)
        return true;
    if (result.stderr.includes('reference broken'))
        throw refs_broken(repository, branch);
    if (lostRace.test(result.stderr))
        return false;
    const blocking = /'refs\/heads\/([^']+)' exists; cannot create/.exec(result.stderr)?.[1];
    if (blocking === undefined)
        throw gitFailure(`move the branch \`${branch}\``, result);
    throw new PerpetualError(`Expected to create the branch \`${branch}\`, but a branch \`${blocking}\` is in its way: rename it`, {
        actBy: 'fix-config',
    });
};

;// CONCATENATED MODULE: ./src/forge/local/branch-store.js



/**
 * The last commit of a branch that only the automation writes. One that somebody deleted is put back; one that somebody rewrote is
 * refused in one line, because ledgers and claims of an earlier time would let money be spent twice.
 */
const headOf = async (repository, branch) => {
    // The mirror first: the branch moves before it, so an honest branch is never behind what was read of its mirror.
    const mirrored = await repository.reader.tip(mirrorOf(branch));
    const current = await repository.reader.tip(refOf(branch));
    if (mirrored === undefined || mirrored === current)
        return current ?? null;
    if (current === undefined) {
        const restored = await moveBranch(repository, { branch, from: null, to: mirrored, why: 'perpetual: restore', own: true });
        return restored ? mirrored : headOf(repository, branch);
    }
    const ancestry = await repository.git(['merge-base', '--is-ancestor', mirrored, current]);
    if (ancestry.code === 0)
        return current;
    // A branch that was compacted since its mirror was read is no rewritten one.
    if ((await repository.reader.tip(mirrorOf(branch))) !== mirrored)
        return headOf(repository, branch);
    throw new PerpetualError(`Expected the branch ${branch} to go on from ${mirrored.slice(0, 12)}, found it rewritten: \`git update-ref ${refOf(branch)} ${mirrored}\` restores it, \`git update-ref -d ${mirrorOf(branch)}\` accepts it as it is`, { actBy: 'fix-config' });
};
/** A branch of its own as a store of files; a write is two git processes, about 15 ms. */
const branch_store_createBranchStore = (repository, branch, clock) => {
    // Asking git costs a fraction of a millisecond here, so every operation begins at the newest head.
    const knownHead = () => undefined;
    const head = () => headOf(repository, branch);
    return {
        head,
        knownHead,
        read: (at, paths) => repository.trees.read(at, paths),
        list: async (at, folder) => (await repository.trees.list(at, folder)).map(([path]) => path),
        write: async (base, changes, message) => {
            if ((await head()) !== base)
                return { type: 'stale' };
            const commit = await writeCommit(repository, { base, changes, message, at: clock.now() });
            if ((await head()) !== base)
                return { type: 'stale' };
            const moved = await moveBranch(repository, { branch, from: base, to: commit, why: 'perpetual: write', own: true });
            return moved ? { type: 'written', head: commit } : { type: 'stale' };
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/local/records.js



/** The records' version on the board; a higher one is refused and never rewritten. */
const recordVersion = 1;
/** GitHub's limits, kept here too, so that what works on this forge works there. */
const title = schemas/* string */.YjP().min(1).max(256);
const body = schemas/* string */.YjP().max(65_536);
const label = schemas/* string */.YjP().min(1).max(50);
const commentRecordSchema = schemas/* strictObject */.rej({
    id: schemas/* int */.Whr().positive(),
    author: schemas/* string */.YjP(),
    body,
    /** What the automation finds its own comment by; counts only together with its author. */
    marker: schemas/* string */.YjP().nullable(),
    createdAt: instant/* instantSchema */.p8,
});
const records_common = {
    version: schemas/* literal */.euz(recordVersion),
    number: schemas/* int */.Whr().positive(),
    title,
    body,
    labels: schemas/* array */.YOg(label).max(100),
    author: schemas/* string */.YjP(),
    createdAt: instant/* instantSchema */.p8,
    comments: schemas/* array */.YOg(commentRecordSchema),
};
const oid = schemas/* string */.YjP().regex(/^[0-9a-f]{40,64}$/);
const issueRecordSchema = schemas/* strictObject */.rej({
    ...records_common,
    state: schemas/* enum */.k5n(['open', 'closed']),
    marker: schemas/* string */.YjP().nullable(),
    assignees: schemas/* array */.YOg(schemas/* string */.YjP()).max(10).default([]),
});
const pullRecordSchema = schemas/* strictObject */.rej({
    ...records_common,
    state: schemas/* enum */.k5n(['open', 'merged', 'closed']),
    branch: schemas/* string */.YjP().min(1),
    base: schemas/* string */.YjP().min(1),
    /** The delivered commit, the branch's first. */
    first: oid,
    /** The branch's tip when it was last recorded; what counts is the branch while it exists. */
    head: oid,
    mergeCommit: oid.nullable(),
    endedAt: instant/* instantSchema */.p8.nullable(),
});
const records_issueKind = { folder: 'issues', schema: issueRecordSchema };
const records_pullKind = { folder: 'pulls', schema: pullRecordSchema };
const records_newVersion = (/* unused pure expression or super */ null && (recordVersion));
const records_versionSchema = schemas/* object */.Ikc({ version: schemas/* number */.aig() });
/** Reads a record from the board; `path` is for the message of what does not fit. */
const records_parseRecord = (kind, path, text) => {
    let raw;
    try {
        raw = JSON.parse(text);
    }
    catch (cause) {
        throw new PerpetualError(`Expected JSON in \`${path}\` on the branch perpetual/board, found something else`, {
            actBy: 'fix-config',
            cause,
        });
    }
    const version = records_versionSchema.safeParse(raw);
    if (version.success && version.data.version > recordVersion) {
        throw new PerpetualError(`\`${path}\` on the branch perpetual/board was written by a newer version of Perpetual: update it`, {
            actBy: 'fix-config',
        });
    }
    const parsed = kind.schema.safeParse(raw);
    if (parsed.success)
        return parsed.data;
    const issue = parsed.error.issues[0];
    throw new PerpetualError(`\`${path}\` on the branch perpetual/board: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'does not fit'}`, {
        actBy: 'fix-config',
        cause: parsed.error,
    });
};
/** The record as it is stored; throws where it breaks one of GitHub's limits. */
const records_renderRecord = (kind, record) => {
    const parsed = kind.schema.safeParse(record);
    if (parsed.success)
        return `${JSON.stringify(parsed.data, undefined, 1)}\n`;
    const issue = parsed.error.issues[0];
    throw new PerpetualError(`Expected ${kind.folder} #${record.number} to keep GitHub's limits: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`, {
        actBy: 'report-bug',
        cause: parsed.error,
    });
};

;// CONCATENATED MODULE: ./src/forge/local/board.js




const board_boardBranch = 'perpetual/board';
/** Each lost race means that another writer got through, so this many in a row is a fault and not traffic. */
const attempts = 500;
const cachedRecords = 20_000;
const createFolder = (repository, kind) => {
    const cache = new Map();
    const load = async (files) => {
        if (cache.size > cachedRecords)
            cache.clear();
        const missing = files.filter(([, oid]) => !cache.has(oid));
        const objects = await repository.reader.read(missing.map(([, oid]) => oid));
        for (const [index, [path, oid]] of missing.entries()) {
            cache.set(oid, parseRecord(kind, path, objects[index]?.bytes.toString('utf8') ?? ''));
        }
        return files.flatMap(([, oid]) => cache.get(oid) ?? []);
    };
    const files = (head) => repository.trees.list(head, kind.folder);
    return {
        one: async (head, number) => {
            const path = `${kind.folder}/${number}.json`;
            return (await load([...(await repository.trees.find(head, [path]))]))[0];
        },
        all: async (head) => (await load(await files(head))).toSorted((left, right) => left.number - right.number),
        highest: async (head) => Math.max(0, ...(await files(head)).map(([path]) => Number(/(\d+)\.json$/.exec(path)?.[1] ?? 0))),
    };
};
const board_createBoard = (repository, clock) => {
    const store = createBranchStore(repository, board_boardBranch, clock);
    const issues = createFolder(repository, issueKind);
    const pulls = createFolder(repository, pullKind);
    let queue = Promise.resolve();
    const viewAt = (head) => ({
        issue: number => issues.one(head, number),
        pull: number => pulls.one(head, number),
        issues: () => issues.all(head),
        pulls: () => pulls.all(head),
        nextNumber: async () => Math.max(await issues.highest(head), await pulls.highest(head)) + 1,
    });
    const render = (change) => change.type === 'issue'
        ? { path: `issues/${change.record.number}.json`, text: renderRecord(issueKind, change.record) }
        : { path: `pulls/${change.record.number}.json`, text: renderRecord(pullKind, change.record) };
    const attempt = async (message, decide) => {
        for (let lost = 0; lost < attempts; lost += 1) {
            const head = await store.head();
            const change = await decide(viewAt(head));
            if (change.type === 'keep')
                return change.value;
            const written = await store.write(head, [render(change)], message);
            if (written.type === 'written')
                return change.value;
            // Writers of different processes fall out of step by their process ids.
            await pause((process.pid * (lost + 1)) % 23);
        }
        throw new PerpetualError(`Expected to write the branch ${board_boardBranch}, but ${attempts} times another writer was first`, {
            actBy: 'next-run',
        });
    };
    return {
        view: async () => viewAt(await store.head()),
        update: (message, decide) => {
            const turn = queue.then(() => attempt(message, decide));
            queue = turn.catch(() => { });
            return turn;
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/local/compact.js



/** From here on a branch's history costs more than it tells; its files are all there is to know. */
const maxCommits = 2_000;
const maxBytes = (/* unused pure expression or super */ null && (200 * 1024 * 1024));
const count = async (repository, args) => Number((await repository.output('measure a branch', ['rev-list', ...args])).trim());
/** Replaces a long history by one commit of the same files; where somebody writes meanwhile, it is left to the next time. */
const compact_compactBranch = async (repository, branch, clock) => {
    const head = await branchHead(repository, branch);
    if (head === null)
        return;
    const isLong = (await count(repository, ['--count', head])) > maxCommits;
    if (!isLong && (await count(repository, ['--objects', '--disk-usage', head])) <= maxBytes)
        return;
    const tree = (await repository.output('read a commit', ['rev-parse', '--verify', `${head}^{tree}`])).trim();
    const message = `Compact ${branch}`;
    const commit = await writeTreeCommit(repository, { tree, parents: [], message, at: clock.now(), author: automation });
    await moveBranch(repository, { branch, from: head, to: commit, why: 'perpetual: compact', own: true });
};

;// CONCATENATED MODULE: ./src/forge/local/issues.js



const issues_toIssue = ({ number, title, body, labels, state, author, createdAt }) => ({
    number,
    title,
    body,
    labels,
    state,
    author,
    createdAt,
});
const local_issues_uniqueLabels = (labels) => [...new Set(labels)];
/** As GitHub does, which stops at ten. */
const withAssignees = (before, added = []) => [...new Set([...before, ...added])].slice(0, 10);
const missing = (number) => new PerpetualError(`Expected issue #${number}, but there is none`, { actBy: 'fix-config' });
const required = async (view, number) => {
    const record = await view.issue(number);
    if (record === undefined)
        throw missing(number);
    return record;
};
/** Comments a pull request or an issue: they share numbers. */
const issues_comment = ({ board, account, clock }, number, { body, marker }) => board.update(`Comment on #${number}`, async (view) => {
    const record = (await view.pull(number)) ?? (await view.issue(number));
    if (record === undefined)
        return { type: 'keep', value: 'gone' };
    const { type, comments } = withComment(record.comments, { author: account, body, marker, at: clock.now() });
    if (type === 'same')
        return { type: 'keep', value: type };
    return 'branch' in record
        ? { type: 'pull', record: { ...record, comments }, value: type }
        : { type: 'issue', record: { ...record, comments }, value: type };
});
const same = (left, right) => JSON.stringify(left) === JSON.stringify(right);
const local_issues_createIssues = (context) => {
    const { board, account, clock } = context;
    return {
        create: ({ title, body, labels, marker, assignees }) => board.update(`Open issue: ${title}`, async (view) => {
            const first = (await view.issues()).find(record => record.marker === marker && record.author === account);
            if (first !== undefined)
                return { type: 'keep', value: issues_toIssue(first) };
            const record = {
                version: newVersion,
                number: await view.nextNumber(),
                title,
                body,
                labels: local_issues_uniqueLabels(labels),
                author: account,
                createdAt: clock.now(),
                comments: [],
                state: 'open',
                marker,
                assignees: withAssignees([], assignees),
            };
            return { type: 'issue', record, value: issues_toIssue(record) };
        }),
        get: async (number) => {
            const record = await (await board.view()).issue(number);
            return record === undefined ? undefined : issues_toIssue(record);
        },
        list: async ({ state, labels = [] }) => {
            const records = await (await board.view()).issues();
            return records
                .filter(record => (state === undefined || record.state === state) && labels.every(label => record.labels.includes(label)))
                .map(issues_toIssue);
        },
        update: (number, { title, body, labels, state, assignees }) => board.update(`Change issue #${number}`, async (view) => {
            const before = await required(view, number);
            const record = {
                ...before,
                title: title ?? before.title,
                body: body ?? before.body,
                labels: labels === undefined ? before.labels : local_issues_uniqueLabels(labels),
                state: state ?? before.state,
                assignees: withAssignees(before.assignees, assignees),
            };
            return same(before, record) ? { type: 'keep', value: issues_toIssue(record) } : { type: 'issue', record, value: issues_toIssue(record) };
        }),
        comment: (number, marked) => issues_comment(context, number, marked),
        comments: async (number) => {
            const view = await board.view();
            const record = (await view.pull(number)) ?? (await required(view, number));
            return toComments(record.comments);
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/local/leftovers.js


const split = (text) => text.split('\0').filter(part => part !== '');
const changedFiles = async (repository, { from, to }) => {
    const raw = split(await repository.output('compare commits', ['diff-tree', '-r', '-z', '--raw', '--no-renames', '--no-abbrev', from, to]));
    return raw.flatMap((part, index) => {
        const [, newMode = '', , newOid = ''] = part.startsWith(':') ? part.split(' ') : [];
        const path = raw[index + 1];
        return newMode.startsWith('100') && path !== undefined ? [{ path, newOid }] : [];
    });
};
const indexed = async (repository, workTree) => {
    const lines = split(await repository.output('read the index', ['ls-files', '--stage', '-z'], { workTree }));
    return new Map(lines.map(line => [line.slice(line.indexOf('\t') + 1), line.split(' ')[1] ?? '']));
};
/** The bytes of a regular file that no symbolic link leads to. */
const plainBytes = async (workTree, path) => {
    const file = join(workTree, path);
    try {
        const isDirect = (await realpath(dirname(file))) === join(await realpath(workTree), dirname(path));
        return isDirect && (await lstat(file)).isFile() ? await readFile(file) : undefined;
    }
    catch {
        return undefined;
    }
};
/**
 * Removes files that a killed update wrote and the index does not know yet, and gives back how to undo that.
 * A file counts only when nothing can be lost by it: unknown to git and holding no more than the start of what is to be
 * written there, or known and holding exactly that.
 */
const leftovers_setAsideLeftovers = async (repository, update) => {
    const { workTree } = update;
    const known = await indexed(repository, workTree);
    const removed = [];
    for (const { path, newOid } of await changedFiles(repository, update)) {
        const bytes = known.get(path) === newOid ? undefined : await plainBytes(workTree, path);
        if (bytes === undefined)
            continue;
        const target = (await repository.reader.read([newOid]))[0]?.bytes;
        if (target === undefined)
            continue;
        const isLeftover = known.has(path) ? target.equals(bytes) : target.subarray(0, bytes.length).equals(bytes);
        if (!isLeftover)
            continue;
        const file = join(workTree, path);
        await unlink(file);
        removed.push({ file, bytes });
    }
    return async () => {
        for (const { file, bytes } of removed)
            await writeFile(file, bytes, { flag: 'wx' });
    };
};

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./src/forge/local/locks.js




/*
 * A killed git leaves `<file>.lock` behind, and every later writer fails on it. Locks live in the operating system's time and
 * not in the session's clock, which may be simulated; hence the real timers here.
 */
/** A live git holds a lock for milliseconds; one this old is looked at more closely. */
const suspiciousAfterMs = 5_000;
/** Where a lock's owner cannot be looked up (outside Linux), only age tells. */
const suspiciousWithoutProofMs = 60_000;
/** How long this process itself must have seen the lock unchanged: after a suspend every lock looks old. */
const watchedForMs = 500;
const pollMs = 50;
/** How long a live owner is waited for in all. */
const patienceMs = 15_000;
const lockPattern = /Unable to create '([^'\n]+\.lock)': File exists/;
/** The lock file that git says is in its way. */
const lockInTheWay = (result) => result.code === 0 ? undefined : (lockPattern.exec(result.stderr)?.[1] ?? undefined);
const locks_orUndefined = async (promise) => {
    try {
        return await promise;
    }
    catch {
        return undefined;
    }
};
const isInside = (path, folder) => path === folder || path.startsWith(folder + sep);
/** Git keeps some locks while their file is closed (an editor open on a commit message), but never a lock on Perpetual's own branches. */
const isAlwaysOpen = (lock) => lock.includes('/refs/heads/perpetual/');
/** Whether a process has the lock open, or is a git that runs in one of the repository's folders (or hides where it runs). */
const holds = async (pid, lock, folders) => {
    const name = (await locks_orUndefined(readFile(`/proc/${pid}/comm`, 'utf8'))) ?? '';
    if (name.startsWith('git') && !isAlwaysOpen(lock)) {
        const state = (await locks_orUndefined(readFile(`/proc/${pid}/stat`, 'utf8')))?.split(') ').at(-1)?.[0];
        const cwd = await locks_orUndefined(readlink(`/proc/${pid}/cwd`));
        if (state !== undefined && state !== 'Z' && (cwd === undefined || folders.some(folder => isInside(cwd, folder))))
            return true;
    }
    for (const descriptor of (await locks_orUndefined(readdir(`/proc/${pid}/fd`))) ?? []) {
        if ((await locks_orUndefined(readlink(`/proc/${pid}/fd/${descriptor}`))) === lock)
            return true;
    }
    return false;
};
const hasLiveOwner = async (lock, folders) => {
    for (const pid of (await readdir('/proc')).filter(name => /^[0-9]+$/.test(name))) {
        if (await holds(pid, lock, folders))
            return true;
    }
    return false;
};
/** Tells a file from another one of the same name. */
const locks_identityOf = async (path) => {
    const stat = await locks_orUndefined(lstat(path, { bigint: true }));
    return stat === undefined ? undefined : `${stat.dev}:${stat.ino}:${stat.mtimeNs}`;
};
const isDead = async (lock, folders) => {
    const stat = await locks_orUndefined(lstat(lock));
    if (stat === undefined)
        return false;
    const ageMs = Date.now() - stat.mtimeMs;
    if (process.platform === 'linux')
        return ageMs > suspiciousAfterMs && !(await hasLiveOwner(lock, folders));
    return ageMs > suspiciousWithoutProofMs && basename(lock) !== 'index.lock';
};
/** Removes the lock only if it still is the very file that was judged dead: another writer may have removed it and taken its own. */
const locks_removeLock = async (lock, judged) => {
    const aside = `${lock}.dead-${process.pid}`;
    if ((await locks_identityOf(lock)) !== judged)
        return;
    if ((await locks_orUndefined(rename(lock, aside).then(() => true))) === undefined)
        return;
    if ((await locks_identityOf(aside)) !== judged)
        await locks_orUndefined(link(aside, lock));
    await locks_orUndefined(unlink(aside));
};
/**
 * Runs a git command; where a lock is in its way, waits for a live owner up to 15 s, and removes the lock of a dead one: older
 * than 5 s, unchanged for 0.5 s of watching, open in no process, and no git at work in `folders`.
 */
const locks_pastLocks = async (run, folders) => {
    const startedMs = performance.now();
    let watched;
    for (;;) {
        const result = await run();
        const lock = lockInTheWay(result);
        if (lock === undefined)
            return result;
        const nowMs = performance.now();
        const identity = await locks_identityOf(lock);
        if (watched === undefined || watched.identity !== identity)
            watched = { identity, sinceMs: nowMs };
        const watchedLongEnough = identity !== undefined && nowMs - watched.sinceMs >= watchedForMs;
        if (watchedLongEnough && (await isDead(lock, folders))) {
            await locks_removeLock(lock, identity);
            continue;
        }
        if (nowMs - startedMs > patienceMs) {
            throw new PerpetualError(`Expected \`${lock}\` to be released by the git that holds it, but it stays. If no git is running, delete it.`, {
                actBy: 'fix-config',
            });
        }
        await pause(pollMs);
    }
};

;// CONCATENATED MODULE: ./src/forge/local/own-lock.js





const own_lock_pollMs = 20;
/** How long a live owner is waited for; what is done under such a lock takes milliseconds. */
const own_lock_patienceMs = 30_000;
/** When a process started, in clock ticks after boot (proc(5), field 22); empty where the system does not tell, or it is a zombie. */
function startOf(pid) {
    try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return fields[0] === 'Z' ? '' : (fields[19] ?? '');
    }
    catch {
        return '';
    }
}
function isGone(owner) {
    const [pid = 0, started = ''] = owner.split(' ').map((part, index) => (index === 0 ? Number(part) : part));
    if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 0)
        return false;
    try {
        process.kill(pid, 0);
    }
    catch (error) {
        return error instanceof Error && 'code' in error && error.code === 'ESRCH';
    }
    return started !== '' && startOf(pid) !== started;
}
let taken = 0;
/** Makes the file with its owner in it at once, so that nobody ever sees it empty; false where it is there already. */
async function take(lock) {
    taken += 1;
    const mine = `${lock}.${process.pid}-${taken}`;
    // One of this name may be left of a process that was killed, as another name of its lock: written to, it would make that lock ours.
    await orUndefined(unlink(mine));
    await writeFile(mine, `${process.pid} ${startOf(process.pid)}`);
    try {
        await link(mine, lock);
        return true;
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
            return false;
        throw error;
    }
    finally {
        await orUndefined(unlink(mine));
    }
}
/** Does something while no other process that asks for the same lock does; one whose owner has ended is taken over. */
async function own_lock_holdingLock(lock, work) {
    const startedMs = performance.now();
    while (!(await take(lock))) {
        const judged = await identityOf(lock);
        const owner = await orUndefined(readFile(lock, 'utf8'));
        if (judged !== undefined && owner !== undefined && isGone(owner)) {
            await removeLock(lock, judged);
            continue;
        }
        if (performance.now() - startedMs > own_lock_patienceMs)
            throw new PerpetualError(`Expected \`${lock}\` to be released by process ${owner ?? 'unknown'}, but it stays. If that is no Perpetual, delete it.`, { actBy: 'next-run' });
        await pause(own_lock_pollMs);
    }
    try {
        return await work();
    }
    finally {
        await orUndefined(unlink(lock));
    }
}

;// CONCATENATED MODULE: ./src/forge/local/checkouts.js





/** The work trees in which a branch is checked out. */
const workTreesOn = async (repository, branch) => {
    const listed = await repository.output('list work trees', ['worktree', 'list', '--porcelain', '-z']);
    return listed
        .split('\0\0')
        .map(entry => entry.split('\0'))
        .filter(lines => lines.includes(`branch refs/heads/${branch}`) && !lines.some(line => line.startsWith('prunable')))
        .flatMap(lines => lines.filter(line => line.startsWith('worktree ')).map(line => line.slice('worktree '.length)));
};
const readTree = (repository, workTree, args) => repository.git(['read-tree', '-m', '-u', ...args], { workTree });
const reasonOf = (result, workTree, branch) => {
    const path = /(?:Entry|file|Updating) '([^'\n]+)'/.exec(result.stderr)?.[1];
    if (path !== undefined)
        return `\`${path}\` in ${workTree} is changed or not under version control: commit, stash or move it, then try again`;
    return `The checkout of \`${branch}\` in ${workTree} cannot be updated (${complaint(result)}): make \`git status\` clean there, then try again`;
};
/** Whether the work tree can follow; what an earlier, killed update left half-written in it is swept out of the way. */
const checkouts_check = async (repository, workTree, { branch, from, to }) => {
    await repository.git(['update-index', '-q', '--refresh'], { workTree });
    const dryRun = () => readTree(repository, workTree, ['-n', from, to]);
    const first = await dryRun();
    if (first.code === 0)
        return undefined;
    const restore = await setAsideLeftovers(repository, { workTree, from, to });
    const second = await dryRun();
    if (second.code === 0)
        return undefined;
    await restore();
    return reasonOf(second, workTree, branch);
};
/**
 * Moves a branch by compare-and-set together with the index and files of every work tree that has it checked out.
 * Files come first: a kill in between leaves the new files staged, which the next call goes on from and which reverts nothing;
 * the other order would leave a staged revert of what was merged. One process at a time: who lost the race for the branch takes its
 * files back, and must not take back those of whoever won.
 */
const checkouts_advanceBranch = async (repository, advance) => {
    const workTrees = await workTreesOn(repository, advance.branch);
    const { branch, from, to, why } = advance;
    if (workTrees.length === 0)
        return { type: (await moveBranch(repository, { branch, from, to, why, own: false })) ? 'moved' : 'stale' };
    return holdingLock(join(repository.gitDir, 'perpetual-checkout.lock'), () => advanceWith(repository, workTrees, advance));
};
const advanceWith = async (repository, workTrees, advance) => {
    const { branch, from, to, why } = advance;
    // Whoever held the lock before may have moved it: then no file is to be touched.
    if ((await branchHead(repository, branch)) !== from)
        return { type: 'stale' };
    for (const workTree of workTrees) {
        const reason = await checkouts_check(repository, workTree, advance);
        if (reason !== undefined)
            return { type: 'refused', reason };
    }
    for (const [index, workTree] of workTrees.entries()) {
        const updated = await readTree(repository, workTree, [from, to]);
        if (updated.code === 0)
            continue;
        for (const done of workTrees.slice(0, index))
            await readTree(repository, done, [to, from]);
        return { type: 'refused', reason: reasonOf(updated, workTree, branch) };
    }
    if (await moveBranch(repository, { branch, from, to, why, own: false }))
        return { type: 'moved' };
    // Somebody else moved the branch: the work trees follow it, whatever it points at now.
    const now = await branchHead(repository, branch);
    for (const workTree of workTrees)
        await readTree(repository, workTree, [to, now ?? from]);
    return { type: 'stale' };
};

;// CONCATENATED MODULE: ./src/forge/local/delivery-branch.js





const delivery_branch_trailer = (branch) => `Perpetual-Delivery: ${branch}`;
/** How far back a delivered commit is looked for on a branch that the default branch contains already. */
const searchedCommits = 200;
const isOurs = async (repository, commit, branch) => {
    const [object] = await repository.reader.read([commit]);
    const text = object?.bytes.toString('utf8') ?? '';
    const end = text.indexOf('\n\n');
    const by = `<${automation.email}> `;
    const headers = text
        .slice(0, end)
        .split('\n')
        .filter(line => /^(?:author|committer) /.test(line));
    return (headers.length === 2 &&
        headers.every(line => line.includes(by)) &&
        text
            .slice(end)
            .trimEnd()
            .endsWith(`\n${delivery_branch_trailer(branch)}`));
};
const delivery_branch_firstCommit = async (repository, branch, head) => {
    const list = async (args) => (await repository.output('list commits', ['rev-list', '--first-parent', ...args])).split('\n').filter(line => line !== '');
    const beyond = await list(['--reverse', head, `^refs/heads/${repository.defaultBranch}`]);
    const candidates = beyond.length > 0 ? beyond.slice(0, 1) : await list([`--max-count=${searchedCommits}`, head]);
    for (const commit of candidates) {
        if (await isOurs(repository, commit, branch))
            return commit;
    }
    return undefined;
};
/** A reference of its own, so that git keeps what was delivered when a reviewer deletes or rewrites the branch. */
const keep = async (repository, branch, first) => {
    await repository.output('keep a delivery', ['update-ref', mirrorOf(branch), first]);
};
/** The delivered branch: made in one commit off the default branch, or found as an earlier call left it. */
const delivery_branch_ensureDelivery = async (repository, pull, at) => {
    const branch = checkBranchName(pull.branch);
    const head = await branchHead(repository, branch);
    if (head !== null) {
        const first = await delivery_branch_firstCommit(repository, branch, head);
        if (first !== undefined) {
            await keep(repository, branch, first);
            return { first, head };
        }
        throw new PerpetualError(`Expected the branch \`${branch}\` to be free or made by Perpetual, but somebody else made it: rename or delete it`, {
            actBy: 'fix-config',
        });
    }
    if (!pull.files.some(file => file.text !== null)) {
        throw new PerpetualError(`Expected at least one file to deliver on \`${branch}\`, got none`, { actBy: 'report-bug' });
    }
    const base = await branchHead(repository, repository.defaultBranch);
    if (base === null) {
        throw new PerpetualError(`Expected the branch \`${repository.defaultBranch}\` to deliver to, but it is gone`, {
            actBy: 'fix-config',
        });
    }
    const message = `${pull.message.trim()}\n\n${delivery_branch_trailer(branch)}`;
    const first = await writeCommit(repository, { base, changes: pull.files, message, at });
    const moved = await moveBranch(repository, { branch, from: null, to: first, why: 'perpetual: deliver', own: false });
    if (!moved)
        return delivery_branch_ensureDelivery(repository, pull, at);
    await keep(repository, branch, first);
    return { first, head: first };
};

;// CONCATENATED MODULE: ./src/forge/local/identity.js

/** Who merges and edits by hand: git's configured user, or the automation where there is none. */
const identity_personIdentity = async (repository) => {
    const [name, email] = await Promise.all(['user.name', 'user.email'].map(async (key) => (await repository.git(['config', '--get', key])).stdout.trim()));
    return name && email ? { name, email } : automation;
};

;// CONCATENATED MODULE: ./src/forge/local/merge.js





/** Each round is lost only to a commit that somebody else made on the base branch meanwhile. */
const merge_rounds = 20;
const mergeTrees = async (repository, base, head) => {
    const result = await repository.git(['merge-tree', '--write-tree', '--name-only', '--no-messages', '-z', base, head]);
    const [tree = '', ...paths] = result.stdout.split('\0').filter(part => part !== '');
    if (result.code === 0)
        return { type: 'tree', tree };
    if (result.code === 1)
        return { type: 'conflict', paths };
    throw gitFailure('merge', result);
};
const merge_refused = (reason) => ({ type: 'refused', reason });
const merge_round = async ({ repository, clock, status, load }, request) => {
    const { number, expectedHead, message } = request;
    const record = await load(number);
    if (record.state === 'merged')
        return { type: 'merged', commit: record.mergeCommit ?? record.head };
    if (record.state === 'closed')
        return merge_refused(`Pull request #${number} is closed`);
    const [head, base] = await Promise.all([branchHead(repository, record.branch), branchHead(repository, record.base)]);
    if (head === null)
        return merge_refused(`The branch \`${record.branch}\` of pull request #${number} was deleted: \`git branch ${record.branch} ${record.head}\``);
    if (base === null)
        return merge_refused(`The branch \`${record.base}\` that pull request #${number} goes to was deleted`);
    if (head !== expectedHead)
        return { type: 'stale' };
    // Whoever merged it after it was loaded and before the base was read would be merged a second time; later ones lose the race for the base.
    if ((await load(number)).state !== 'open')
        return 'again';
    const merged = await mergeTrees(repository, base, head);
    if (merged.type === 'conflict')
        return merged;
    const author = await personIdentity(repository);
    const at = clock.now();
    const commit = await writeTreeCommit(repository, { tree: merged.tree, parents: [base, head], message, at, author });
    const why = `perpetual: merge pull request #${number}`;
    const moved = await advanceBranch(repository, { branch: record.base, from: base, to: commit, why });
    if (moved.type === 'refused')
        return moved;
    if (moved.type === 'stale')
        return 'again';
    await status.end(number, { state: 'merged', head, mergeCommit: commit, at });
    return { type: 'merged', commit };
};
/** Merges with two parents; decided again where the base moved on meanwhile. */
const local_merge_mergePull = async (context, request) => {
    for (let tried = 0; tried < merge_rounds; tried += 1) {
        const result = await merge_round(context, request);
        if (result !== 'again')
            return result;
    }
    return merge_refused('The base branch moves on faster than it can be merged into: try again');
};

;// CONCATENATED MODULE: ./src/forge/local/pull-status.js



const pull_status_missingPull = (number) => new PerpetualError(`Expected pull request #${number}, but there is none`, { actBy: 'fix-config' });
const pull_status_toPull = (record) => ({
    number: record.number,
    title: record.title,
    body: record.body,
    branch: record.branch,
    base: record.base,
    head: record.head,
    first: record.first,
    state: record.state,
    author: record.author,
    labels: record.labels,
    createdAt: record.createdAt,
    mergeCommit: record.mergeCommit,
    endedAt: record.endedAt,
    url: `perpetual review show ${record.number}`,
});
const linesOf = (text) => text.split('\n').filter(line => line !== '');
const contains = async (repository, base, commit) => (await repository.git(['merge-base', '--is-ancestor', commit, base])).code === 0;
/** The first commit on the base's own line that has `head` behind it: the merge, or `head` itself after a fast-forward. */
const findMergeCommit = async (repository, base, head) => {
    const list = async (args) => linesOf(await repository.output('list commits', ['rev-list', ...args, base, `^${head}`]));
    const descendants = new Set(await list([`--ancestry-path=${head}`]));
    const line = await list(['--first-parent', '--reverse']);
    return line.find(commit => descendants.has(commit)) ?? head;
};
const committedAt = async (repository, commit) => toInstant(Number((await repository.output('read a commit', ['show', '-s', '--no-show-signature', '--format=%ct', commit])).trim()) *
    1000);
const pull_status_createPullStatus = (repository, board) => {
    const end = (number, { state, head, mergeCommit, at }) => board.update(`${state === 'merged' ? 'Merge' : 'Close'} pull request #${number}`, async (view) => {
        const before = await view.pull(number);
        if (before === undefined)
            throw pull_status_missingPull(number);
        if (before.state !== 'open')
            return { type: 'keep', value: before };
        const record = { ...before, state, head, mergeCommit, endedAt: at };
        return { type: 'pull', record, value: record };
    });
    /** Branches that a base contains, by one git process. */
    const mergedInto = async (base) => new Set(linesOf(await repository.output('list merged branches', [
        'for-each-ref',
        `--merged=${base}`,
        '--format=%(refname)',
        'refs/heads/',
    ])));
    const settleOne = async (record, base, isContained) => {
        if (!isContained || !(await contains(repository, base, record.first)))
            return record;
        const mergeCommit = await findMergeCommit(repository, base, record.head);
        return end(record.number, { state: 'merged', head: record.head, mergeCommit, at: await committedAt(repository, mergeCommit) });
    };
    const settle = async (records) => {
        if (!records.some(record => record.state === 'open'))
            return records;
        const heads = await branchHeads(repository, '');
        const merged = new Map();
        const settled = [];
        for (const record of records) {
            const base = heads.get(record.base);
            if (record.state !== 'open')
                settled.push(record);
            else if (base === undefined)
                settled.push({ ...record, head: heads.get(record.branch) ?? record.head });
            else {
                const known = merged.get(base) ?? (await mergedInto(base));
                merged.set(base, known);
                const head = heads.get(record.branch);
                const isContained = head === undefined ? await contains(repository, base, record.head) : known.has(refOf(record.branch));
                settled.push(await settleOne({ ...record, head: head ?? record.head }, base, isContained));
            }
        }
        return settled;
    };
    return { settle, end };
};
/** The commit to read an open, merged or closed pull request at. */
const pull_status_readAt = async (repository, record) => record.mergeCommit ?? (record.state === 'open' ? ((await branchHead(repository, record.branch)) ?? record.head) : record.head);

;// CONCATENATED MODULE: ./src/forge/local/pulls.js










const foreign = (record) => new PerpetualError(`Expected no pull request for \`${record.branch}\`, but ${record.author} opened #${record.number}: close and rename it`, {
    actBy: 'fix-config',
});
const record = ({ repository, board, account, clock }, pull, { first, head }) => board.update(`Open pull request: ${pull.title}`, async (view) => {
    const known = (await view.pulls()).find(({ branch }) => branch === pull.branch);
    if (known !== undefined && known.author !== account)
        throw foreign(known);
    if (known !== undefined)
        return { type: 'keep', value: known };
    const { title, body, branch } = pull;
    const opened = {
        version: newVersion,
        number: await view.nextNumber(),
        title,
        body,
        labels: uniqueLabels(pull.labels),
        author: account,
        createdAt: clock.now(),
        comments: [],
        state: 'open',
        branch,
        base: repository.defaultBranch,
        first,
        head,
        mergeCommit: null,
        endedAt: null,
    };
    return { type: 'pull', record: opened, value: opened };
});
const pulls_split = (text) => text.split('\0').filter(part => part !== '');
/** What the pull request brings: against where it left its base, or once merged, against the base as it was before. */
const pulls_changedPaths = async (repository, pull) => {
    const to = await readAt(repository, pull);
    const fork = await repository.git(['merge-base', `refs/heads/${pull.base}`, to]);
    // A reviewer may have put an unrelated history on the branch; then it is what the delivery began from that counts.
    const from = fork.code === 0 ? fork.stdout.trim() : `${pull.first}^1`;
    const range = pull.mergeCommit === null ? [from, to] : [`${pull.mergeCommit === pull.head ? pull.first : pull.mergeCommit}^1`, to];
    const args = ['diff-tree', '-r', '-z', '--name-only', '--no-renames', '--diff-filter=AMT', ...range];
    return pulls_split(await repository.output('compare commits', args));
};
const pulls_edit = async ({ repository, clock }, pull, { base, changes, message }) => {
    if (pull.state !== 'open')
        throw new PerpetualError(`Expected pull request #${pull.number} to be open, it is ${pull.state}`, { actBy: 'fix-config' });
    if ((await branchHead(repository, pull.branch)) !== base)
        return { type: 'stale' };
    const author = await personIdentity(repository);
    const commit = await writeCommit(repository, { base, changes, message, at: clock.now(), author });
    const why = `perpetual: edit pull request #${pull.number}`;
    const moved = await advanceBranch(repository, { branch: pull.branch, from: base, to: commit, why });
    if (moved.type === 'refused')
        throw new PerpetualError(moved.reason, { actBy: 'fix-config' });
    return moved.type === 'moved' ? { type: 'written', head: commit } : { type: 'stale' };
};
const local_pulls_createPulls = (context) => {
    const { repository, board, account, clock } = context;
    const status = createPullStatus(repository, board);
    const find = async (number) => {
        const known = await (await board.view()).pull(number);
        return known === undefined ? undefined : (await status.settle([known]))[0];
    };
    const load = async (number) => {
        const found = await find(number);
        if (found === undefined)
            throw missingPull(number);
        return found;
    };
    return {
        open: async (pull) => {
            const known = (await (await board.view()).pulls()).find(({ branch }) => branch === pull.branch);
            if (known !== undefined && known.author !== account)
                throw foreign(known);
            const opened = known ?? (await record(context, pull, await ensureDelivery(repository, pull, clock.now())));
            return toPull((await status.settle([opened]))[0] ?? opened);
        },
        get: async (number) => {
            const found = await find(number);
            return found === undefined ? undefined : toPull(found);
        },
        list: async ({ state, branchPrefix = '' }) => {
            const named = (await (await board.view()).pulls()).filter(({ branch }) => branch.startsWith(branchPrefix));
            return (await status.settle(named)).filter(pull => state === undefined || pull.state === state).map(toPull);
        },
        paths: async (number) => pulls_changedPaths(repository, await load(number)),
        read: async (number, paths) => repository.trees.read(await readAt(repository, await load(number)), paths),
        edit: async (number, change) => pulls_edit(context, await load(number), change),
        merge: (number, merge) => mergePull({ repository, clock, status, load }, { number, ...merge }),
        close: async (number) => {
            const pull = await load(number);
            if (pull.state !== 'open')
                return toPull(pull);
            return toPull(await status.end(number, { state: 'closed', head: pull.head, mergeCommit: null, at: clock.now() }));
        },
        comment: async (number, marked) => {
            await load(number);
            return comment(context, number, marked);
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/local/object-reader.js



const newline = 0x0a;
/** One answer of `cat-file --batch-command` at `from`; undefined while it is not there in full. */
const parseAnswer = (bytes, from, withContents) => {
    const end = bytes.indexOf(newline, from);
    if (end === -1)
        return undefined;
    const [oid = '', type = '', size = ''] = bytes.toString('utf8', from, end).split(' ');
    if (!/^[0-9]+$/.test(size))
        return { object: undefined, used: end + 1 - from };
    if (!withContents)
        return { object: { oid, type, bytes: Buffer.alloc(0) }, used: end + 1 - from };
    const stop = end + 1 + Number(size);
    if (bytes.length < stop + 1)
        return undefined;
    return { object: { oid, type, bytes: Buffer.from(bytes.subarray(end + 1, stop)) }, used: stop + 1 - from };
};
/** Collects chunks and joins them only when enough is there to go on, so that large objects cost linear time. */
const createInbox = () => {
    let chunks = [];
    let length = 0;
    let wanted = 0;
    return {
        push(chunk) {
            chunks.push(chunk);
            length += chunk.length;
            if (length < wanted)
                return undefined;
            const joined = chunks.length === 1 ? chunk : Buffer.concat(chunks);
            chunks = [joined];
            return joined;
        },
        keep(rest) {
            chunks = rest.length === 0 ? [] : [rest];
            length = rest.length;
            const end = rest.indexOf(newline);
            wanted = end === -1 ? 0 : end + 2 + Number(rest.toString('utf8', 0, end).split(' ')[2]);
        },
    };
};
const start = (gitDir) => 
// Not in the repository's folder: a process there would look like the live owner of a left-behind lock.
spawn('git', gitArguments(gitDir, ['cat-file', '--batch-command']), {
    cwd: '/',
    env: gitEnvironment(),
    detached,
    windowsHide: true,
    stdio: ['pipe', 'pipe', 'ignore'],
});
/** Keeps node alive only while an answer is awaited. */
const hold = (child, held) => {
    for (const handle of [child, child.stdin, child.stdout]) {
        const method = held ? 'ref' : 'unref';
        if (handle !== null && method in handle)
            Reflect.apply(Reflect.get(handle, method), handle, []);
    }
};
const object_reader_createObjectReader = (gitDir) => {
    const waiting = [];
    let child;
    let closed = false;
    const send = (requests) => {
        const current = child ?? launch();
        hold(current, true);
        current.stdin?.write(requests.map(request => `${request.line}\n`).join(''));
    };
    const restart = (died, cause) => {
        if (child !== died)
            return;
        child = undefined;
        const lost = waiting.filter(request => request.restarts >= 2);
        const again = waiting.filter(request => request.restarts < 2);
        waiting.splice(0, waiting.length, ...again);
        for (const request of lost) {
            request.reject(new PerpetualError('git could not read objects: `git cat-file` ended three times', { actBy: 'next-run', cause }));
        }
        for (const request of again)
            request.restarts += 1;
        if (again.length > 0)
            send(again);
    };
    const receive = (bytes) => {
        let from = 0;
        for (;;) {
            const request = waiting[0];
            const answer = request === undefined ? undefined : parseAnswer(bytes, from, request.withContents);
            if (request === undefined || answer === undefined)
                return from;
            from += answer.used;
            waiting.shift();
            request.resolve(answer.object);
        }
    };
    const launch = () => {
        const launched = start(gitDir);
        const inbox = createInbox();
        child = launched;
        launched.stdin?.on('error', () => { });
        launched.stdout?.on('data', (chunk) => {
            const bytes = child === launched ? inbox.push(chunk) : undefined;
            if (bytes === undefined)
                return;
            inbox.keep(bytes.subarray(receive(bytes)));
            if (waiting.length === 0)
                hold(launched, false);
        });
        launched.on('error', cause => restart(launched, cause));
        launched.on('close', () => restart(launched, undefined));
        return launched;
    };
    const ask = (lines, withContents) => {
        if (closed)
            return Promise.reject(new PerpetualError('The local forge was read after it had been closed', { actBy: 'report-bug' }));
        if (lines.length === 0)
            return Promise.resolve([]);
        const requests = [];
        const answers = lines.map(line => new Promise((resolve, reject) => {
            requests.push({ line, withContents, restarts: 0, resolve, reject });
        }));
        waiting.push(...requests);
        send(requests);
        return Promise.all(answers);
    };
    return {
        read: oids => ask(oids.map(oid => `contents ${oid}`), true),
        tip: async (ref) => (await ask([`info ${ref}`], false))[0]?.oid,
        close: () => {
            closed = true;
            child?.stdin?.end();
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/local/tree.js

/** Folders are immutable by object id; the cache is emptied when it holds this many. */
const cachedFolders = 5_000;
const typeOf = (mode) => mode === '40000' ? 'folder' : mode === '100644' || mode === '100755' ? 'file' : undefined;
const parseFolder = (bytes, oidBytes) => {
    const entries = new Map();
    for (let from = 0; from < bytes.length;) {
        const space = bytes.indexOf(0x20, from);
        const zero = bytes.indexOf(0, space);
        const type = typeOf(bytes.toString('latin1', from, space));
        const oid = bytes.toString('hex', zero + 1, zero + 1 + oidBytes);
        if (type !== undefined)
            entries.set(bytes.toString('utf8', space + 1, zero), { type, oid });
        from = zero + 1 + oidBytes;
    }
    return entries;
};
const empty = new Map();
const tree_createTrees = (reader) => {
    const folders = new Map();
    const load = async (oid) => {
        const [object] = await reader.read([oid]);
        if (object?.type !== 'tree')
            throw new PerpetualError(`Expected a folder at object ${oid}, found none: run \`git fsck\``, { actBy: 'fix-config' });
        return parseFolder(object.bytes, oid.length / 2);
    };
    const folderOf = (oid) => {
        const known = folders.get(oid);
        if (known !== undefined)
            return known;
        if (folders.size >= cachedFolders)
            folders.clear();
        const loading = load(oid);
        folders.set(oid, loading);
        loading.catch(() => folders.delete(oid));
        return loading;
    };
    const root = async (head) => {
        if (head === null)
            return empty;
        const [commit] = /^[0-9a-f]{40,64}$/.test(head) ? await reader.read([head]) : [];
        const tree = commit?.type === 'commit' ? /^tree ([0-9a-f]+)$/m.exec(commit.bytes.toString('latin1'))?.[1] : undefined;
        if (tree !== undefined)
            return folderOf(tree);
        throw new GoneCommitError(head);
    };
    const walk = async (from, path) => {
        let folder = from;
        const names = path.split('/');
        for (const [index, name] of names.entries()) {
            const entry = folder.get(name);
            if (entry === undefined || index === names.length - 1)
                return entry;
            if (entry.type === 'file')
                return undefined;
            folder = await folderOf(entry.oid);
        }
        return undefined;
    };
    const find = async (head, paths) => {
        const top = await root(head);
        const found = await Promise.all(paths.map(path => walk(top, path)));
        return new Map(paths.flatMap((path, index) => {
            const entry = found[index];
            return entry?.type === 'file' ? [[path, entry.oid]] : [];
        }));
    };
    const below = async (folder, prefix) => {
        const parts = await Promise.all([...folder].map(async ([name, entry]) => entry.type === 'file' ? [[prefix + name, entry.oid]] : below(await folderOf(entry.oid), `${prefix}${name}/`)));
        return parts.flat();
    };
    const readFiles = async (head, paths) => {
        const found = [...(await find(head, paths))];
        const objects = await reader.read(found.map(([, oid]) => oid));
        return found.map(([path, oid], index) => {
            const object = objects[index];
            if (object === undefined)
                throw new PerpetualError(`Expected object ${oid} of \`${path}\` in the repository, but it is gone`, {
                    actBy: 'fix-config',
                });
            return [path, object.bytes];
        });
    };
    return {
        find,
        read: async (head, paths) => new Map((await readFiles(head, paths)).map(([path, bytes]) => [path, bytes.toString('utf8')])),
        readBytes: async (head, path) => (await readFiles(head, [path]))[0]?.[1],
        list: async (head, folder) => {
            const top = await root(head);
            const start = folder.replace(/\/+$/, '');
            const entry = start === '' ? undefined : await walk(top, start);
            if (start !== '' && entry?.type !== 'folder')
                return [];
            const inside = entry === undefined ? top : await folderOf(entry.oid);
            const files = await below(inside, start === '' ? '' : `${start}/`);
            return files.toSorted(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
        },
    };
};

;// CONCATENATED MODULE: ./src/forge/local/repository.js





const repository_refuse = (message) => new PerpetualError(message, { actBy: 'fix-config' });
/** Git's version; throws `fix-config` where git is missing or older than 2.38, with which `merge-tree --write-tree` came. */
const checkGitVersion = async (folder) => {
    const { stdout } = await runGit(['--version'], { cwd: '/' });
    const [, major = '0', minor = '0'] = /(\d+)\.(\d+)/.exec(stdout) ?? [];
    if (Number(major) > 2 || (Number(major) === 2 && Number(minor) >= 38))
        return `${major}.${minor}`;
    throw repository_refuse(`Expected git 2.38 or newer for the local forge in ${folder}, found ${stdout.trim()}: update git`);
};
const discover = async (folder) => {
    const found = await runGit(['-C', folder, 'rev-parse', '--path-format=absolute', '--git-common-dir', '--show-object-format'], {
        cwd: '/',
    });
    const [gitDir = '', format = ''] = found.stdout.split('\n');
    if (found.code === 0 && gitDir !== '')
        return { gitDir, zero: '0'.repeat(format === 'sha256' ? 64 : 40) };
    if (found.stderr.includes('not a git repository')) {
        throw repository_refuse(`Expected a git repository in ${folder}, found none: run \`git init\` there or pass --repo`);
    }
    throw repository_refuse(`Expected a git repository in ${folder}, but git says: ${complaint(found)}`);
};
/** The branch that deliveries start from: the remote's default where known, else what is checked out, else the usual names. */
const findDefaultBranch = async (folder) => {
    const inFolder = (args) => runGit(['-C', folder, ...args], { cwd: '/' });
    const [remote, head, configured, refs] = await Promise.all([
        inFolder(['symbolic-ref', '--quiet', 'refs/remotes/origin/HEAD']),
        inFolder(['symbolic-ref', '--quiet', 'HEAD']),
        inFolder(['config', '--get', 'init.defaultBranch']),
        inFolder(['for-each-ref', '--format=%(refname)', 'refs/heads/']),
    ]);
    const branches = new Set(refs.stdout
        .split('\n')
        .filter(ref => ref.startsWith('refs/heads/'))
        .map(ref => ref.slice('refs/heads/'.length)));
    const current = head.stdout.trim().replace(/^refs\/heads\//, '');
    const wanted = [
        remote.stdout.trim().replace(/^refs\/remotes\/origin\//, ''),
        current,
        configured.stdout.trim(),
        'main',
        'master',
    ];
    const chosen = wanted.find(name => name !== '' && !name.startsWith('perpetual/') && branches.has(name));
    if (chosen !== undefined)
        return chosen;
    if (![...branches].some(name => !name.startsWith('perpetual/')) && head.code === 0) {
        throw repository_refuse(`Expected at least one commit in ${folder}, found none: commit something first`);
    }
    throw repository_refuse(`Expected a branch to deliver to in ${folder}, but HEAD is on none and neither main nor master exists: \`git switch\` to one`);
};
/** Opens the repository that `folder` lies in (a work tree, a linked one, a sub-folder, or a bare repository). */
const repository_openRepository = async (folder) => {
    await checkGitVersion(folder);
    const { gitDir, zero } = await discover(folder);
    const defaultBranch = await findDefaultBranch(folder);
    const reader = createObjectReader(gitDir);
    const git = (args, { workTree, ...options } = {}) => {
        // A git in the repository's folder looks like the owner of a lock there, so only those that touch a work tree run in it.
        const run = { ...options, ...(workTree === undefined ? { cwd: '/', gitDir } : { cwd: workTree }) };
        return pastLocks(() => runGit(args, run), workTree === undefined ? [gitDir] : [gitDir, workTree]);
    };
    return {
        gitDir,
        defaultBranch,
        zero,
        reader,
        trees: createTrees(reader),
        git,
        output: async (what, args, options) => {
            const result = await git(args, options);
            if (result.code !== 0)
                throw gitFailure(what, result);
            return result.stdout;
        },
        close: () => reader.close(),
    };
};

;// CONCATENATED MODULE: ./src/forge/local/local-forge.js







const local_forge_stateBranch = 'perpetual/state';
/**
 * A forge in a plain git repository on this disk: no server, no network, safe to kill at any moment.
 * Throws a PerpetualError (`fix-config`) where the folder is no repository, has no commit, or git is missing or older than 2.38.
 */
const local_forge_openLocalForge = async ({ repository: folder, clock, account = 'perpetual[local]', }) => {
    const repository = await openRepository(folder);
    const board = createBoard(repository, clock);
    return {
        kind: 'local',
        defaultBranch: repository.defaultBranch,
        state: createBranchStore(repository, local_forge_stateBranch, clock),
        issues: createIssues({ board, account, clock }),
        pulls: createPulls({ repository, board, account, clock }),
        contents: {
            head: () => branchHead(repository, repository.defaultBranch),
            read: (head, paths) => repository.trees.read(head, paths),
            list: async (head, below) => (await repository.trees.list(head, below)).map(([path]) => path),
            readBytes: (head, path) => repository.trees.readBytes(head, path),
            versions: async (head, below) => new Map(await repository.trees.list(head, below)),
        },
        tidy: async () => {
            for (const branch of [local_forge_stateBranch, boardBranch])
                await compactBranch(repository, branch, clock);
            await repository.git(['-c', 'gc.autoDetach=false', '-c', 'gc.recentObjectsHook=', 'gc', '--auto', '--quiet'], {
                lowPriority: true,
            });
        },
        close: async () => repository.close(),
    };
};

;// CONCATENATED MODULE: ./src/index-cache/open-sqlite.js


/** "PQIX": by this SQLite file knows that it is ours (`PRAGMA application_id`). */
const applicationId = 0x50514958;
/** Raised whenever the tables, the signatures or the way questions are normalised change; a file of another version is not read. */
const indexVersion = 1;
const inMemory = ':memory:';
/** How long a writer waits for another one, milliseconds. */
const busyMs = 10_000;
/** Pages kept in memory, KiB: the same whatever the size of the index. */
const cacheKib = 32 * 1024;
const tables = `
CREATE TABLE file (number INTEGER PRIMARY KEY, path TEXT NOT NULL, version TEXT NOT NULL, UNIQUE (path, version));
CREATE TABLE item (number INTEGER PRIMARY KEY, file INTEGER NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL, keys BLOB NOT NULL);
CREATE TABLE bucket (key INTEGER PRIMARY KEY, count INTEGER NOT NULL, newest BLOB NOT NULL);
CREATE TABLE band (number INTEGER PRIMARY KEY, upto INTEGER NOT NULL, settled INTEGER NOT NULL);
PRAGMA application_id = ${applicationId};
PRAGMA user_version = ${indexVersion};`;
/** What stands in the file is none of ours, or not any more. */
class DamagedIndexError extends Error {
}
const numberAt = (database, pragma) => Object.values(database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0];
/** Runs `work` as one write that happens whole or not at all, whatever kills the process. */
function inTransaction(database, work) {
    database.exec('BEGIN IMMEDIATE');
    try {
        work();
        database.exec('COMMIT');
    }
    catch (error) {
        if (database.isTransaction)
            database.exec('ROLLBACK');
        throw error;
    }
}
function makeTables(database) {
    inTransaction(database, () => {
        const isNew = numberAt(database, 'schema_version') === 0;
        if (isNew)
            database.exec(tables);
        else if (numberAt(database, 'application_id') !== applicationId || numberAt(database, 'user_version') !== indexVersion)
            throw new DamagedIndexError('Expected an index of questions, found another database');
    });
}
/**
 * Opens the file, making it where it is not there. The write-ahead log keeps it whole when a process is killed; after a loss of power
 * SQLite's own order of writes does. Imported late, because Node has SQLite only from 22.13 on.
 */
async function openSqlite(location) {
    const sqlite = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 99, 19));
    if (location !== inMemory)
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(location), { recursive: true, mode: 0o700 });
    const database = new sqlite.DatabaseSync(location, { timeout: busyMs });
    try {
        database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -${cacheKib}; PRAGMA temp_store = MEMORY`);
        makeTables(database);
        // Questions may come from a private repository.
        if (location !== inMemory)
            (0,external_node_fs_.chmodSync)(location, 0o600);
        return database;
    }
    catch (error) {
        database.close();
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/index-cache/cache-files.js



function createCacheFiles(folder, name) {
    const pattern = /^(.+)-v(\d{1,6})-(\d{1,6})\.sqlite(?:-wal|-shm|-journal)?$/;
    const list = () => {
        try {
            return (0,external_node_fs_.readdirSync)(folder).flatMap(file => {
                const [, own, version, generation] = pattern.exec(file) ?? [];
                return own === name ? [{ file, version: Number(version), generation: Number(generation) }] : [];
            });
        }
        catch {
            return [];
        }
    };
    return {
        newest: () => Math.max(1, ...list().flatMap(each => (each.version === indexVersion ? [each.generation] : []))),
        pathOf: generation => (0,external_node_path_.join)(folder, `${name}-v${indexVersion}-${generation}.sqlite`),
        removeBefore: current => {
            for (const { file, version, generation } of list())
                if (version < indexVersion || (version === indexVersion && generation < current))
                    (0,external_node_fs_.rmSync)((0,external_node_path_.join)(folder, file), { force: true });
        },
    };
}

;// CONCATENATED MODULE: ./src/index-cache/failure.js

/** SQLITE_ERROR (tables that are not as expected), IOERR (a file that was cut short), CORRUPT and NOTADB; https://sqlite.org/rescode.html */
const damage = new Set([1, 10, 11, 26]);
/** Undefined for what has nothing to do with the file. */
function failure_failureOf(error) {
    if (error instanceof DamagedIndexError)
        return 'damaged';
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'ERR_SQLITE_ERROR')
        return undefined;
    // The low byte is the kind; the rest tells more of it.
    const kind = 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : 0;
    return damage.has(kind) ? 'damaged' : 'unusable';
}

// EXTERNAL MODULE: ./src/dataset/shingles.js
var shingles = __webpack_require__(175);
// EXTERNAL MODULE: ./src/dataset/near-search.js
var near_search = __webpack_require__(6019);
;// CONCATENATED MODULE: ./src/index-cache/columns.js

const wrong = (column) => new DamagedIndexError(`Expected another kind of value in the column ${column}`);
function numberIn(row, column) {
    const value = row[column];
    if (typeof value === 'number')
        return value;
    throw wrong(column);
}
function textIn(row, column) {
    const value = row[column];
    if (typeof value === 'string')
        return value;
    throw wrong(column);
}
/** A blob of 32-bit numbers as this machine writes them: a cache is never carried to another one. */
function numbersIn(row, column) {
    const value = row[column];
    if (!(value instanceof Uint8Array) || value.byteLength % 4 !== 0)
        throw wrong(column);
    return value.byteOffset % 4 === 0
        ? new Int32Array(value.buffer, value.byteOffset, value.byteLength / 4)
        : new Int32Array(value.slice().buffer);
}
const blobOf = (numbers) => new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

;// CONCATENATED MODULE: ./src/index-cache/buckets.js



/** Items of a chunk at most: a key and a place in the chunk are sorted as one number below 2^53. */
const chunkItems = 2 ** 17;
/** `key` and place of each item from `from` on, ascending. Neighbours in the table are then written one after the other. */
const sortedPlaces = (keys, from) => {
    const sorted = new Float64Array(keys.length - from);
    for (let at = from; at < keys.length; at++)
        sorted[at - from] = ((keys[at] ?? 0) >>> 0) * chunkItems + at;
    sorted.sort();
    return sorted;
};
/** The newest of what is newer and of what is older, newest first. */
const joined = (newer, older) => {
    const whole = new Int32Array(Math.min(near_search/* effort */.xb.entries, newer.length + older.length));
    whole.set(newer.subarray(0, whole.length));
    whole.set(older.subarray(0, whole.length - Math.min(newer.length, whole.length)), Math.min(newer.length, whole.length));
    return whole;
};
/** Rows of the young level stand behind all others. */
const levels = { old: 0, young: 2 ** 40 };
const bandRows = 2 ** 32;
function createBuckets(database, bands) {
    const select = database.prepare('SELECT count, newest FROM bucket WHERE key = ?');
    const selectAll = database.prepare(`SELECT key, count, newest FROM bucket WHERE key IN (${Array.from({ length: 2 * bands }, () => '?').join()}) ORDER BY key`);
    const write = database.prepare('INSERT OR REPLACE INTO bucket (key, count, newest) VALUES (?, ?, ?)');
    const remove = database.prepare('DELETE FROM bucket WHERE key >= ? AND key < ?');
    const selectBand = database.prepare('SELECT upto, settled FROM band WHERE number = ?');
    const writeBand = database.prepare('INSERT OR REPLACE INTO band (number, upto, settled) VALUES (?, ?, ?)');
    const bucketOf = (row) => ({ count: numberIn(row, 'count'), newest: numbersIn(row, 'newest') });
    /** `items` ascending. */
    const push = (row, items) => {
        const found = select.get(row);
        const newer = Int32Array.from(items.slice(-near_search/* effort */.xb.entries)).toReversed();
        if (found === undefined)
            write.run(row, items.length, blobOf(newer));
        else {
            const before = bucketOf(found);
            write.run(row, before.count + items.length, blobOf(joined(newer, before.newest)));
        }
    };
    const pushAll = (start, { first, keys }, from) => {
        const places = sortedPlaces(keys, from);
        let items = [];
        for (const [at, place] of places.entries()) {
            items.push(first + (place % chunkItems));
            const key = Math.floor(place / chunkItems);
            const following = places[at + 1];
            if (following !== undefined && Math.floor(following / chunkItems) === key)
                continue;
            push(start + key, items);
            items = [];
        }
    };
    const bounds = (band) => {
        const found = selectBand.get(band);
        return found === undefined ? { upto: 0, settled: 0 } : { upto: numberIn(found, 'upto'), settled: numberIn(found, 'settled') };
    };
    return {
        bounds,
        read: keys => {
            const rows = Array.from(keys, (key, band) => band * bandRows + (key >>> 0));
            const found = new Map();
            // In the order of keys, so that a young row comes after the old one.
            for (const row of selectAll.all(...rows, ...rows.map(old => levels.young + old))) {
                const band = Math.floor((numberIn(row, 'key') % levels.young) / bandRows);
                const [bucket, old] = [bucketOf(row), found.get(band)];
                const whole = old && { count: old.count + bucket.count, newest: joined(bucket.newest, old.newest) };
                found.set(band, whole ?? bucket);
            }
            return found;
        },
        // Another process may have entered or settled some of them meanwhile, so the bounds are read within the write.
        enter: chunks => inTransaction(database, () => {
            for (const [band, chunk] of chunks.entries()) {
                const { upto, settled } = bounds(band);
                const from = upto + 1 - chunk.first;
                if (from < 0 || from >= chunk.keys.length)
                    continue;
                pushAll(levels.young + band * bandRows, chunk, from);
                writeBand.run(band, chunk.first + chunk.keys.length - 1, settled);
            }
        }),
        settle: (band, chunk) => inTransaction(database, () => {
            const { upto, settled } = bounds(band);
            const [from, last] = [settled + 1 - chunk.first, chunk.first + chunk.keys.length - 1];
            if (from < 0 || from >= chunk.keys.length)
                return;
            pushAll(levels.old + band * bandRows, chunk, from);
            if (last >= upto)
                remove.run(levels.young + band * bandRows, levels.young + (band + 1) * bandRows);
            writeBand.run(band, Math.max(upto, last), last);
        }),
    };
}

;// CONCATENATED MODULE: ./src/index-cache/item-signature.js


/** The band after the last: a hash of the whole text, by which exact repetitions are found. */
const exactBand = near_search/* usualBands */.ju;
const keysPerItem = near_search/* usualBands */.ju + 1;
/** Makes what is stored of a normalised question. */
function createItemSigner() {
    const sign = (0,near_search/* createSigner */.rO)(near_search/* usualBands */.ju);
    return text => {
        const signature = sign(text);
        const keys = new Int32Array(keysPerItem);
        keys.set(signature.keys);
        keys[exactBand] = (0,shingles/* hashOf */.qQ)(text, 0, text.length);
        return { signature, keys };
    };
}

// EXTERNAL MODULE: ./src/dataset/min-hash.js
var min_hash = __webpack_require__(8111);
;// CONCATENATED MODULE: ./src/index-cache/question-search.js





/** Questions whose candidates are remembered, as the same ones are looked up again before they come in. */
const mostRemembered = 2_000;
/**
 * Candidates that share one looked-at bucket alone, whose signatures are compared; the rarest bucket's first. A repetition at Jaccard 0.7
 * shares eight of 32 on average, and each signature is a page read from somewhere else in the file.
 */
const mostOfOne = 12;
/** Buckets by size, then newest first: rare buckets tell most, as in the table in memory. */
function candidatesIn(buckets, { budget, most }) {
    const shared = new Map();
    let left = budget;
    for (const { newest } of buckets.toSorted((a, b) => a.count - b.count)) {
        for (const item of newest.subarray(0, left))
            shared.set(item, (shared.get(item) ?? 0) + 1);
        left -= Math.min(left, newest.length);
        if (left === 0)
            break;
    }
    const several = [...shared].filter(([, times]) => times > 1).toSorted((a, b) => b[1] - a[1]);
    const once = [...shared].filter(([, times]) => times === 1).slice(0, mostOfOne);
    return [...several, ...once].slice(0, most).map(([item]) => item);
}
function agreementOf(stored, keys) {
    let rows = 0;
    for (let band = 0; band < near_search/* usualBands */.ju; band++)
        rows += (0,min_hash/* agreeingRows */.QD)(stored[band] ?? 0, keys[band] ?? 0);
    return rows / (near_search/* usualBands */.ju * min_hash/* rowsPerBand */._6);
}
/** Finds what a question repeats by an effort that does not grow with the number of items. */
function createQuestionSearch(database, buckets) {
    const sign = createItemSigner();
    const places = Array.from({ length: near_search/* effort */.xb.signatures }, () => '?').join();
    const readKeys = database.prepare(`SELECT number, keys FROM item WHERE number IN (${places})`);
    const readItem = database.prepare('SELECT file, id, text FROM item WHERE number = ?');
    const remembered = new Map();
    const itemOf = (number) => {
        const row = readItem.get(number);
        return row && { file: numberIn(row, 'file'), id: textIn(row, 'id'), text: textIn(row, 'text') };
    };
    const textOf = (number) => itemOf(number)?.text ?? '';
    /** The keys of at most `effort.signatures` items. */
    const keysOf = (items) => new Map(readKeys
        .all(...Array.from({ length: near_search/* effort */.xb.signatures }, (_, at) => items[at] ?? 0))
        .map(row => [numberIn(row, 'number'), numbersIn(row, 'keys')]));
    const sourceOf = (found) => {
        let stored = new Map();
        return {
            candidates: (_keys, limits) => {
                const items = candidatesIn(found, limits);
                stored = keysOf(items);
                return items;
            },
            agreement: (item, keys) => agreementOf(stored.get(item) ?? new Int32Array(near_search/* usualBands */.ju), keys),
        };
    };
    const candidatesOf = (text) => {
        const { signature, keys } = sign(text);
        const found = buckets.read(keys);
        const same = [...(found.get(exactBand)?.newest ?? [])].toReversed().filter(number => textOf(number) === text);
        const similar = [...found].flatMap(([band, bucket]) => (band === exactBand ? [] : [bucket]));
        return { same, ranked: (0,near_search/* rankNear */.$X)(sourceOf(similar), signature, near_search/* usualThreshold */.cR) };
    };
    const remember = (text) => {
        const known = remembered.get(text);
        if (known !== undefined)
            return known;
        const candidates = candidatesOf(text);
        if (remembered.size >= mostRemembered)
            remembered.clear();
        remembered.set(text, candidates);
        return candidates;
    };
    return {
        find: (question, accepts) => {
            const text = (0,shingles/* normalizeQuestion */.ol)(question);
            const { same, ranked } = remember(text);
            const counting = (number) => {
                const item = itemOf(number);
                return item !== undefined && accepts(item) ? item : undefined;
            };
            for (const number of same) {
                const exact = counting(number);
                if (exact !== undefined)
                    return { id: exact.id, file: exact.file, jaccard: 1, exact: true };
            }
            const accepted = ranked.filter(({ item }) => counting(item) !== undefined);
            const near = (0,near_search/* findNear */.Ev)(accepted, sign(text).signature, { threshold: near_search/* usualThreshold */.cR, textOf });
            const item = near && itemOf(near.item);
            return near && item && { id: item.id, file: item.file, jaccard: near.jaccard, exact: false };
        },
        forget: () => remembered.clear(),
    };
}

;// CONCATENATED MODULE: ./src/index-cache/question-store.js







/** A file's name among all versions of all files. */
const nameOf = ({ path, version }) => `${path}\n${version}`;
/** Items of the young level at most. */
const youngItems = 2 ** 14;
async function openQuestionStore(location) {
    const database = await openSqlite(location);
    const buckets = createBuckets(database, keysPerItem);
    const search = createQuestionSearch(database, buckets);
    const sign = createItemSigner();
    const addFile = database.prepare('INSERT OR IGNORE INTO file (path, version) VALUES (?, ?)');
    const addItem = database.prepare('INSERT INTO item (file, id, text, keys) VALUES (?, ?, ?, ?)');
    const filesAfter = database.prepare('SELECT number, path, version FROM file WHERE number > ? ORDER BY number');
    const lastItem = database.prepare('SELECT coalesce(max(number), 0) AS number FROM item');
    const keysFrom = database.prepare('SELECT number, keys FROM item WHERE number >= ? AND number <= ? ORDER BY number');
    const seen = new Map();
    let lastFile = 0;
    const addOne = (file, { id, question }) => {
        const text = (0,shingles/* normalizeQuestion */.ol)(question);
        addItem.run(file, id, text, blobOf(sign(text).keys));
    };
    /** The keys of consecutive items, band after band. */
    const readChunk = (first, last) => {
        const bands = Array.from({ length: keysPerItem }, () => new Int32Array(last - first + 1));
        for (const row of keysFrom.iterate(first, last)) {
            const at = numberIn(row, 'number') - first;
            for (const [band, key] of numbersIn(row, 'keys').entries()) {
                const keys = bands[band];
                if (keys !== undefined)
                    keys[at] = key;
            }
        }
        return bands;
    };
    return {
        files: () => {
            for (const row of filesAfter.iterate(lastFile)) {
                const file = { number: numberIn(row, 'number'), path: textIn(row, 'path'), version: textIn(row, 'version') };
                seen.set(nameOf(file), file);
                lastFile = file.number;
            }
            return seen;
        },
        add: files => inTransaction(database, () => {
            for (const [{ path, version }, questions] of files) {
                const { changes, lastInsertRowid } = addFile.run(path, version);
                if (Number(changes) === 0)
                    continue;
                for (const question of questions)
                    addOne(Number(lastInsertRowid), question);
            }
        }),
        enter: async () => {
            const last = numberIn(lastItem.get() ?? {}, 'number');
            const bounds = Array.from({ length: keysPerItem }, (_, band) => buckets.bounds(band));
            const settled = Math.min(...bounds.map(each => each.settled));
            const isYoung = last - settled <= youngItems;
            const known = isYoung ? Math.min(...bounds.map(each => each.upto)) : settled;
            search.forget();
            for (let first = known + 1; first <= last; first += chunkItems) {
                const chunks = readChunk(first, Math.min(last, first + chunkItems - 1)).map(keys => ({ first, keys }));
                if (isYoung)
                    buckets.enter(chunks);
                else {
                    for (const [band, chunk] of chunks.entries()) {
                        buckets.settle(band, chunk);
                        await (0,external_node_timers_promises_.setImmediate)();
                    }
                }
            }
        },
        find: (question, accepts) => search.find(question, accepts),
        close: () => database.close(),
    };
}

;// CONCATENATED MODULE: ./src/index-cache/question-index.js




/** Files that are read and indexed at a time, so that memory stays bounded and answers can come in between. */
const filesAtOnce = 8;
/** Files that are gone may be as many as those that count, and so many more, before the index is made anew without them. */
const goneFiles = 64;
/** Brings a store to hold these files; undefined where too much of it is of files that are gone. */
async function bring(store, held) {
    for (;;) {
        // Asked again after each reading, because another process may be at the same files.
        const stored = store.files();
        const paths = new Map();
        const missing = [];
        for (const file of held.files) {
            const known = stored.get(nameOf(file));
            if (known === undefined)
                missing.push(file);
            else
                paths.set(known.number, known.path);
        }
        const next = missing.slice(0, filesAtOnce);
        if (next.length === 0) {
            if (stored.size - paths.size > paths.size + goneFiles)
                return undefined;
            await store.enter();
            return { store, held, paths };
        }
        const read = await held.read(next.map(({ path }) => path));
        store.add(next.map((file) => [file, read.get(file.path) ?? []]));
    }
}
/**
 * Questions of many files, kept in SQLite outside the repository, or in memory alone where `place` is null. It is a cache: what is missing is
 * read, what is damaged is made anew, and where the folder cannot be used the index is built in memory.
 */
function createQuestionIndex(place) {
    const files = place === null ? undefined : createCacheFiles(place.folder, place.name);
    let generation = files?.newest() ?? 0;
    let isInMemory = files === undefined;
    let rebuilt = 0;
    let store;
    let ready;
    let turn = Promise.resolve();
    const open = async () => {
        if (store !== undefined)
            return store;
        if (files === undefined || isInMemory)
            return (store = await openQuestionStore(inMemory));
        try {
            store = await openQuestionStore(files.pathOf(generation));
            files.removeBefore(generation);
            return store;
        }
        catch (error) {
            if (failure_failureOf(error) === 'damaged')
                throw error;
            isInMemory = true;
            return (store = await openQuestionStore(inMemory));
        }
    };
    const giveUp = () => {
        try {
            store?.close();
        }
        catch {
            // It is not used any more.
        }
        store = undefined;
        ready = undefined;
    };
    const startAnew = () => {
        giveUp();
        generation = Math.max(generation + 1, files?.newest() ?? 0);
    };
    const makeReady = async (held) => {
        if (ready?.held === held)
            return ready;
        ready = await bring(await open(), held);
        if (ready !== undefined)
            return ready;
        startAnew();
        return makeReady(held);
    };
    /** Once a damaged file is followed by another one, after that by memory: whatever the disk does, the answer is right. */
    const attempt = async (held, work) => {
        for (;;) {
            try {
                return work(await makeReady(held));
            }
            catch (error) {
                const failure = failure_failureOf(error);
                if (failure === undefined || isInMemory)
                    throw error;
                if (failure === 'damaged' && rebuilt === 0)
                    startAnew();
                else
                    giveUp();
                isInMemory = failure === 'unusable' || rebuilt > 0;
                rebuilt += 1;
            }
        }
    };
    /** One after the other: a look-up finds what the hold before it brought. */
    const inTurn = (work) => {
        const result = turn.then(work);
        turn = result.catch(() => { });
        return result;
    };
    let latest = { files: [], read: async () => new Map() };
    return {
        hold: (held, read) => inTurn(async () => {
            latest = { files: held, read };
            await attempt(latest, () => { });
        }),
        find: (question, accept = () => true) => inTurn(() => attempt(latest, ({ store: questions, paths }) => {
            const pathOf = (file) => paths.get(file) ?? '';
            const found = questions.find(question, ({ id, file }) => paths.has(file) && accept({ id, path: pathOf(file) }));
            if (found === undefined)
                return undefined;
            const { file, ...duplicate } = found;
            return { ...duplicate, path: pathOf(file) };
        })),
        close: giveUp,
    };
}

;// CONCATENATED MODULE: ./src/index-cache/question-indexes.js




/**
 * Where the caches of a data repository lie: below `PERPETUAL_CACHE`, else `XDG_CACHE_HOME`, else `~/.cache`. `identity` tells one
 * repository from another: `owner/name` on GitHub, the path of its git folder on a disk.
 */
function cacheFolder(environment, identity) {
    const { PERPETUAL_CACHE: own = '', XDG_CACHE_HOME: shared = '' } = environment;
    const top = own !== '' ? own : (0,external_node_path_.join)(shared !== '' ? shared : (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.cache'), 'perpetual');
    return (0,external_node_path_.join)(top, (0,external_node_crypto_.createHash)('sha256').update(identity).digest('hex').slice(0, 16));
}
/** The indexes of a data repository, for as long as a session lasts; `folder` null keeps all of them in memory. */
function createQuestionIndexes(folder) {
    const at = (name) => createQuestionIndex(folder === null ? null : { folder, name });
    const indexes = { database: at('database'), inbox: at('inbox'), open: createQuestionIndex(null) };
    return { ...indexes, close: () => Object.values(indexes).forEach((index) => index.close()) };
}

// EXTERNAL MODULE: ./src/domain/state.js
var domain_state = __webpack_require__(8935);
// EXTERNAL MODULE: ./src/domain/task.js
var domain_task = __webpack_require__(3761);
// EXTERNAL MODULE: ./src/domain/claim.js
var claim = __webpack_require__(970);
// EXTERNAL MODULE: ./src/domain/ledger.js
var domain_ledger = __webpack_require__(1841);
// EXTERNAL MODULE: ./src/domain/slot.js
var domain_slot = __webpack_require__(9800);
;// CONCATENATED MODULE: ./src/domain/transitions/lenses.js



/** A record's own entry: names come from outside, and one like `constructor` is on every object. */
const entry = (record, name) => Object.hasOwn(record, name) ? record[name] : undefined;
/** What was never written is empty. */
const pipelineOf = (state, name) => entry(state.pipelines, name) ?? (0,domain_state/* emptyPipeline */.eU)(name);
const accountOf = (state, name) => entry(state.accounts, name) ?? (0,domain_state/* emptyAccount */.dO)(name);
const boardOf = (state, pipeline) => entry(state.boards, pipeline) ?? (0,domain_slot/* emptyBoard */.mX)(pipeline);
const taskOf = (state, id) => entry(state.tasks, id);
const withPipeline = (state, pipeline) => ({
    ...state,
    pipelines: { ...state.pipelines, [pipeline.pipeline]: pipeline },
});
const withAccount = (state, account) => ({
    ...state,
    accounts: { ...state.accounts, [account.account]: account },
});
const withBoard = (state, board) => ({
    ...state,
    boards: { ...state.boards, [board.pipeline]: board },
});
const withTask = (state, task) => ({ ...state, tasks: { ...state.tasks, [task.id]: task } });
/** Changes every ledger of an account. */
function mapLedgers(account, change) {
    const ledgers = {};
    for (const meter of domain_ledger/* meters */.L2) {
        const ledger = account.ledgers[meter];
        if (ledger !== undefined)
            ledgers[meter] = change(ledger, meter);
    }
    return { ...account, ledgers };
}
function addAmounts(a, b) {
    const sum = { ...a };
    for (const meter of domain_ledger/* meters */.L2) {
        const more = b[meter];
        if (more !== undefined)
            sum[meter] = (sum[meter] ?? 0) + more;
    }
    return sum;
}

;// CONCATENATED MODULE: ./src/domain/transitions/claiming.js




const newSession = (id, operation) => ({
    id,
    startedAt: operation.now,
    ledgers: {},
    spent: {},
    calls: 0,
    accepted: 0,
    rejected: 0,
    tasks: [],
    deliveries: [],
    wrap: null,
});
/** Goes on with the session that is there, else begins one; a live claim and (without force) a cooldown refuse. */
function claiming_claim(state, operation) {
    const pipeline = pipelineOf(state, operation.pipeline);
    if ((0,claim/* isLive */.DG)(pipeline.claim, operation.now, operation.deadEpoch))
        return { fenced: 'held', until: pipeline.claim.expiresAt };
    const isCooling = pipeline.session === null && pipeline.cooldownUntil !== null && pipeline.cooldownUntil > operation.now;
    if (isCooling && !operation.force)
        return { fenced: 'cooling', until: pipeline.cooldownUntil ?? operation.now };
    const sessions = pipeline.session === null ? pipeline.sessions + 1 : pipeline.sessions;
    const session = pipeline.session ?? newSession(`${operation.pipeline}-${String(sessions).padStart(4, '0')}`, operation);
    const epoch = pipeline.epoch + 1;
    const expiresAt = (0,instant/* plusMs */.f9)(operation.now, operation.leaseMs);
    return withPipeline(state, {
        ...pipeline,
        epoch,
        sessions,
        session,
        claim: { epoch, session: session.id, holder: operation.holder, expiresAt },
    });
}
/** Calls are used up to the last one; of anything else a rest stays that pays for no further request. */
function shortOf({ ledgers }, { shortOf: meter, now }) {
    const ledger = meter === null ? undefined : ledgers[meter];
    return meter === null || ledger === undefined ? null : { meter, room: (0,domain_ledger/* roomOf */.dT)(ledger), at: now };
}
/** Ends the session and gives back what it had reserved and not used. */
function wrap(state, operation) {
    const pipeline = pipelineOf(state, operation.pipeline);
    const account = accountOf(state, operation.account);
    const holder = { pipeline: operation.pipeline, session: operation.session, epoch: operation.epoch };
    const released = mapLedgers(account, ledger => ({
        ...ledger,
        reservations: ledger.reservations.filter(each => !(0,domain_ledger/* isHeldBy */.D0)(each, holder)),
    }));
    const task = pipeline.task === null ? undefined : taskOf(state, pipeline.task);
    const forgiven = operation.forgive && task !== undefined ? withTask(state, { ...task, attempts: Math.max(0, task.attempts - 1) }) : state;
    return withPipeline(withAccount(forgiven, released), {
        ...pipeline,
        claim: null,
        session: null,
        cooldownUntil: operation.cooldownUntil,
        shortOf: shortOf(released, operation),
        lastSession: pipeline.session === null ? pipeline.lastSession : { startedAt: pipeline.session.startedAt, endedAt: operation.now },
    });
}

;// CONCATENATED MODULE: ./src/domain/transitions/spending.js



const nothing = { used: 0, hold: 0, want: 0 };
/** Every ledger that a limit is configured for, opened or brought up to date; ledgers without a limit stay as they are. */
function current(ledgers, limits) {
    const next = { ...ledgers };
    for (const meter of domain_ledger/* meters */.L2) {
        const limit = limits[meter];
        if (limit === undefined)
            continue;
        const ledger = ledgers[meter];
        next[meter] = ledger === undefined ? (0,domain_ledger/* openLedger */.au)(limit, limit.window) : (0,domain_ledger/* bringUpToDate */.fG)(ledger, limit, limit.window);
    }
    return next;
}
function settleAll(ledgers, spend, { holder, at }) {
    const next = { ...ledgers };
    for (const meter of domain_ledger/* meters */.L2) {
        const ledger = ledgers[meter];
        if (ledger !== undefined)
            next[meter] = (0,domain_ledger/* settleAndReserve */.HX)(ledger, holder, { ...(spend[meter] ?? nothing), at }).ledger;
    }
    return next;
}
/** A quota is one of calls; an account whose calls are not limited is closed by its dollars. */
function closeWhereRefused(ledgers, refusedAt) {
    const meter = ledgers.calls === undefined ? 'usdMicros' : 'calls';
    const ledger = ledgers[meter];
    return refusedAt === undefined || ledger === undefined ? ledgers : { ...ledgers, [meter]: (0,domain_ledger/* closedSince */.z9)(ledger, refusedAt) };
}
/** Settles, reserves, renews the claim and saves what the task came to: one operation, so that it is one commit. */
function checkpoint(state, operation) {
    const pipeline = pipelineOf(state, operation.pipeline);
    const { session, claim } = pipeline;
    if (session === null || claim === null)
        return { fenced: 'old-epoch' };
    const settlement = {
        holder: { pipeline: operation.pipeline, session: operation.session, epoch: operation.epoch },
        at: operation.now,
    };
    const account = accountOf(state, operation.account);
    const brought = closeWhereRefused(current(account.ledgers, operation.accountLimits), operation.quotaUsedUpAt);
    const accountLedgers = settleAll(brought, operation.accountSpend, settlement);
    const sessionLedgers = settleAll(current(session.ledgers, operation.sessionLimits), operation.sessionSpend, settlement);
    const afterAccount = withAccount(state, { ...account, ledgers: accountLedgers });
    const afterPipeline = withPipeline(afterAccount, {
        ...pipeline,
        claim: { ...claim, expiresAt: (0,instant/* plusMs */.f9)(operation.now, operation.leaseMs) },
        session: {
            ...session,
            ledgers: sessionLedgers,
            spent: addAmounts(session.spent, operation.spent),
            calls: session.calls + operation.calls,
            accepted: session.accepted + operation.accepted,
            rejected: session.rejected + operation.rejected,
            wrap: operation.wrap === null ? session.wrap : { reason: operation.wrap },
            tasks: operation.task === null ? session.tasks : [...new Set([...session.tasks, operation.task.task])],
        },
    });
    const tally = operation.task;
    if (tally === null)
        return afterPipeline;
    const task = taskOf(state, tally.task);
    if (task === undefined)
        return { fenced: 'no-such-task' };
    return withTask(afterPipeline, {
        ...task,
        attempts: tally.results ? 0 : task.attempts,
        units: [...tally.units],
        activeMs: task.activeMs + tally.activeMs,
        spent: addAmounts(task.spent, tally.spent),
        resultFiles: task.resultFiles + (tally.results ? 1 : 0),
    });
}
/**
 * Settles what a fenced session really sent; what it did not send is free again. Where the window is over, that stays reserved,
 * because it may have been sent after the reset.
 */
function settle(state, operation) {
    // Fenced off before anything was reserved: there is nothing to settle, and no account to begin.
    if (!Object.hasOwn(state.accounts, operation.account))
        return state;
    const account = accountOf(state, operation.account);
    const holder = { pipeline: operation.pipeline, session: operation.session, epoch: operation.epoch };
    const settled = mapLedgers(account, (ledger, meter) => {
        const own = ledger.reservations.find(each => (0,domain_ledger/* isHeldBy */.D0)(each, holder));
        if (own === undefined)
            return ledger;
        const used = Math.min(own.amount, operation.used[meter] ?? 0);
        const others = ledger.reservations.filter(each => each !== own);
        if (ledger.window === null || operation.now < ledger.window.to)
            return { ...ledger, settled: ledger.settled + used, reservations: others };
        return { ...ledger, reservations: used === 0 ? others : [...others, { ...own, amount: used }] };
    });
    return withAccount(state, settled);
}
function reconcileAccount(state, operation) {
    const account = accountOf(state, operation.account);
    const ledgers = current(account.ledgers, operation.accountLimits);
    const calls = ledgers.calls;
    if (calls === undefined)
        return withAccount(state, { ...account, ledgers });
    const epochs = new Map(operation.pipelines.map(name => [name, pipelineOf(state, name).claim?.epoch]));
    const counted = (0,domain_ledger/* reconcileWithProvider */.u5)(calls, {
        sendsToday: operation.sendsToday,
        sendsPerDay: operation.sendsPerDay,
        now: operation.now,
        settleAfterMs: operation.settleAfterMs,
        isDead: each => epochs.has(each.pipeline) && epochs.get(each.pipeline) !== each.epoch,
    });
    return withAccount(state, { ...account, ledgers: { ...ledgers, calls: counted } });
}

;// CONCATENATED MODULE: ./src/domain/transitions/slots.js





/** A member's dollars as they stand now, the state with them up to date, and a way to change them; undefined where dollars are not limited. */
function dollarsOf(state, member, limits) {
    const account = accountOf(state, member);
    const ledgers = current(account.ledgers, limits[member] ?? {});
    const ledger = ledgers.usdMicros;
    const set = (changed) => withAccount(state, { ...account, ledgers: { ...ledgers, usdMicros: changed } });
    return ledger === undefined ? undefined : { ledger, set };
}
/** Charges dollars; what was charged too much goes back, but never more than the window was charged. */
function charge(state, member, { amount, limits }) {
    const dollars = dollarsOf(state, member, limits);
    if (dollars === undefined)
        return state;
    return dollars.set({ ...dollars.ledger, settled: Math.max(0, dollars.ledger.settled + amount) });
}
/** What a job cost less than was charged for it goes back only into the window that was charged; what it cost more is charged now. */
function correct(state, slot, { actual, limits }) {
    const window = dollarsOf(state, slot.member, limits)?.ledger.window ?? null;
    const isSameWindow = window === null || slot.intendedAt >= window.from;
    const difference = actual - slot.usdMicros;
    return difference > 0 || isSameWindow ? charge(state, slot.member, { amount: difference, limits }) : state;
}
/** Every operation of a session on its slots renews its claim, and what it does to a task counts as work on it. */
function renewed(state, { pipeline: name, now, leaseMs }, tasks) {
    const pipeline = pipelineOf(state, name);
    const { claim, session } = pipeline;
    if (claim === null || session === null)
        return state;
    return withPipeline(state, {
        ...pipeline,
        claim: { ...claim, expiresAt: (0,instant/* plusMs */.f9)(now, leaseMs) },
        session: { ...session, tasks: [...new Set([...session.tasks, ...tasks])] },
    });
}
/** Intends jobs in their order, as far as the line, the members' dollars and the board (a work has one slot) allow; the others are left out. */
function intendSlots(state, operation) {
    const { limit, now, accountLimits: limits } = operation;
    const line = (0,domain_ledger/* lineOf */.cA)((0,domain_ledger/* openLedger */.au)(limit, null));
    let next = state;
    for (const intent of operation.slots) {
        const board = boardOf(next, operation.pipeline);
        const dollars = dollarsOf(next, intent.member, limits);
        const fits = dollars === undefined || (0,domain_ledger/* roomOf */.dT)(dollars.ledger) >= intent.usdMicros;
        if ((0,domain_slot/* busyOf */.vv)(board) >= line || !fits || board.slots.some(each => each.work === intent.work))
            continue;
        const slot = { ...intent, state: 'intended', job: null, intendedAt: now, missingSince: null };
        const charged = charge(next, intent.member, { amount: intent.usdMicros, limits });
        next = withBoard(charged, { ...board, slots: [...board.slots, slot] });
    }
    const intended = boardOf(next, operation.pipeline).slots.filter(slot => operation.slots.some(({ work }) => work === slot.work));
    return renewed(withUnits(next, operation.units), operation, intended.map(slot => slot.task));
}
/** A task tells its units from its first job on; what is known of them already stays. */
const withUnits = (state, units) => Object.entries(units).reduce((next, [id, known]) => {
    const task = taskOf(next, id);
    return task === undefined || task.units.length > 0 ? next : withTask(next, { ...task, units: [...known] });
}, state);
const withoutSlot = (board, slot) => ({
    ...board,
    slots: board.slots.filter(each => each !== slot),
});
const freed = (board, slot) => ({
    ...withoutSlot(board, slot),
    attempts: { ...board.attempts, [slot.work]: slot.attempt },
});
/** A slot as one change leaves it, or the board without it. What stands already stays the same. */
function changeSlot(board, slot, { is, now, isMembers }) {
    const put = (changed) => ({ ...board, slots: board.slots.map(each => (each === slot ? changed : each)) });
    switch (is.type) {
        case 'named': {
            const { job, display, attempt } = is;
            return slot.state === 'intended' ? put({ ...slot, state: 'created', job, display, attempt, missingSince: null }) : board;
        }
        case 'ended':
            return slot.state === 'created' ? put({ ...slot, state: 'terminal', missingSince: null }) : board;
        case 'present':
            return slot.missingSince === null ? board : put({ ...slot, missingSince: null });
        case 'missing': {
            // What a job that has ended brought may still be fetched.
            if (slot.state === 'terminal' && isMembers)
                return board;
            if (slot.missingSince === null)
                return put({ ...slot, missingSince: now });
            return (0,instant/* toEpochMs */.x8)(now) - (0,instant/* toEpochMs */.x8)(slot.missingSince) < domain_slot/* missingForMs */.IQ ? board : freed(board, slot);
        }
        case 'withdrawn':
            return freed(board, slot);
        case 'refused':
        case 'dropped':
            return withoutSlot(board, slot);
    }
}
/** A job that lives without a slot gets one, whatever the line says: it counts already. */
function adopt(state, { slot }, { pipeline, accountLimits: limits }) {
    const board = boardOf(state, pipeline);
    if (board.slots.some(each => each.work === slot.work))
        return state;
    const charged = charge(state, slot.member, { amount: slot.usdMicros, limits });
    return withBoard(charged, { ...board, slots: [...board.slots, slot] });
}
/** What listings and creations showed. A change of a slot that is not there (any more) changes nothing. */
function recordSlots(state, operation) {
    const { pipeline, now, accountLimits: limits } = operation;
    let next = state;
    let submitted = 0;
    for (const change of operation.changes) {
        if (change.type === 'adopted') {
            next = adopt(next, change, operation);
            continue;
        }
        const board = boardOf(next, pipeline);
        const slot = board.slots.find(each => each.work === change.work);
        if (slot === undefined)
            continue;
        if (change.type === 'named' && slot.state === 'intended')
            submitted += 1;
        if (change.type === 'refused')
            next = correct(next, slot, { actual: 0, limits });
        const isMembers = Object.hasOwn(limits, slot.member);
        next = withBoard(next, changeSlot(board, slot, { is: change, now, isMembers }));
    }
    const board = boardOf(next, pipeline);
    const { others, starved } = operation;
    // What was known of an account that is no member any more binds nobody.
    const known = Object.entries({ ...board.others, ...others }).filter(([member]) => Object.hasOwn(limits, member));
    next = withBoard(next, { ...board, others: Object.fromEntries(known), starved: starved ?? board.starved });
    return spentInSession(renewed(next, operation, []), pipeline, { slots: submitted });
}
function spentInSession(state, name, spent) {
    const pipeline = pipelineOf(state, name);
    if (pipeline.session === null || spent.slots === 0)
        return state;
    return withPipeline(state, {
        ...pipeline,
        session: { ...pipeline.session, spent: addAmounts(pipeline.session.spent, spent) },
    });
}
/** What a job came to: its slot is free, its results count for its task, and its dollars are what they were. */
function collectSlot(state, operation) {
    const board = boardOf(state, operation.pipeline);
    const slot = board.slots.find(each => each.work === operation.work);
    const task = taskOf(state, operation.task);
    if (slot === undefined)
        return { fenced: 'no-such-slot' };
    if (task === undefined)
        return { fenced: 'no-such-task' };
    const { spent, accountLimits: limits } = operation;
    const attempts = Object.fromEntries(Object.entries(board.attempts).filter(([work]) => work !== slot.work));
    const corrected = correct(state, slot, { actual: spent.usdMicros ?? 0, limits });
    const collected = withTask(withBoard(corrected, { ...withoutSlot(board, slot), attempts }), {
        ...task,
        attempts: 0,
        units: [...operation.units],
        spent: addAmounts(task.spent, spent),
        resultFiles: task.resultFiles + 1,
    });
    const pipeline = pipelineOf(renewed(collected, operation, [task.id]), operation.pipeline);
    const { session } = pipeline;
    if (session === null)
        return { fenced: 'old-epoch' };
    return withPipeline(collected, {
        ...pipeline,
        session: {
            ...session,
            spent: addAmounts(session.spent, spent),
            calls: session.calls + operation.calls,
            accepted: session.accepted + operation.accepted,
            rejected: session.rejected + operation.rejected,
        },
    });
}

// EXTERNAL MODULE: ./src/domain/grade.js
var grade = __webpack_require__(5349);
;// CONCATENATED MODULE: ./src/domain/transitions/tasks.js



function startTask(state, operation) {
    const task = taskOf(state, operation.task);
    if (task === undefined)
        return { fenced: 'no-such-task' };
    if (!(0,domain_task/* mayFollow */.LE)(task.status, 'in-progress'))
        return { fenced: 'wrong-status' };
    const pipeline = pipelineOf(state, operation.pipeline);
    const session = pipeline.session;
    if (session === null)
        return { fenced: 'old-epoch' };
    const started = {
        ...task,
        status: 'in-progress',
        attempts: task.attempts + 1,
        startedAt: task.startedAt ?? operation.now,
        settings: task.settings ?? operation.settings,
        reason: null,
    };
    const tasks = session.tasks.includes(task.id) ? session.tasks : [...session.tasks, task.id];
    return withPipeline(withTask(state, started), { ...pipeline, task: task.id, session: { ...session, tasks } });
}
const rank = { intended: 0, open: 1, merged: 2, closed: 2 };
/** A part only moves forward: intended, open, then merged or closed. Its branch and files stay those that were intended. */
function mergeParts(known, recorded, now) {
    const parts = new Map(known.map(part => [part.part, part]));
    for (const part of recorded) {
        const before = parts.get(part.part);
        if (before === undefined)
            parts.set(part.part, part);
        else if (rank[part.state] > rank[before.state]) {
            const { branch, units, paths, pairs } = before;
            parts.set(part.part, { ...part, branch, units, paths, pairs, openedAt: now });
        }
    }
    return [...parts.values()].toSorted((a, b) => a.part - b.part);
}
function recordParts(state, operation) {
    const task = taskOf(state, operation.task);
    if (task === undefined)
        return { fenced: 'no-such-task' };
    const parts = mergeParts(task.parts, operation.parts, operation.now);
    const pipeline = pipelineOf(state, operation.pipeline);
    const session = pipeline.session;
    if (session === null)
        return { fenced: 'old-epoch' };
    const opened = operation.parts.flatMap(part => part.pull !== null && !session.deliveries.some(each => each.number === part.pull)
        ? [{ branch: part.branch, number: part.pull, url: part.url }]
        : []);
    const deliveries = [...session.deliveries, ...opened];
    const deliveredAt = opened.length === 0 ? pipeline.deliveredAt : operation.now;
    return withPipeline(withTask(state, { ...task, parts }), { ...pipeline, deliveredAt, session: { ...session, deliveries } });
}
function endTask(state, operation) {
    const task = taskOf(state, operation.task);
    if (task === undefined)
        return { fenced: 'no-such-task' };
    if (!(0,domain_task/* mayFollow */.LE)(task.status, operation.status))
        return { fenced: 'wrong-status' };
    const ended = { ...task, status: operation.status, reason: operation.reason };
    return withPipeline(withTask(state, ended), { ...pipelineOf(state, operation.pipeline), task: null });
}
const isEnded = (part) => part.state === 'merged' || part.state === 'closed';
const unreadStates = new Set(['merged-unread', 'unreviewed']);
/** Completed when every part has ended and one at least was merged; rejected when none was. Only then it is graded. */
function endIfReviewed(task, { estimate, now }) {
    if (task.status !== 'in-review' || task.parts.length === 0 || !task.parts.every(isEnded))
        return task;
    const merged = task.parts.some(part => part.state === 'merged');
    const sum = (count) => task.parts.reduce((total, part) => total + count(part), 0);
    const calls = task.units.reduce((total, unit) => total + unit.calls, 0);
    const sends = task.spent.calls ?? 0;
    return {
        ...task,
        status: merged ? 'completed' : 'rejected',
        endedAt: now,
        grade: (0,grade/* gradeOf */.V)({
            calls: { withOutcome: calls, all: Math.max(calls, sends) },
            activeMs: estimate.activeMs,
            sends: estimate.sends,
            pairs: {
                kept: sum(part => part.kept ?? 0),
                delivered: sum(part => part.pairs),
                // A part that was closed was rejected, which is a look too.
                looked: task.parts.some(({ state, review }) => state === 'closed' || !unreadStates.has(review)),
            },
        }),
    };
}
/** All that is honestly known of the review of a part that was merged as it was delivered. */
const reviewOfLooked = { none: 'merged-unread', some: 'sampled', all: 'checked' };
const reviewOf = (part, { state, edited }) => {
    if (state === 'closed')
        return 'unreviewed';
    return edited ? 'edited' : reviewOfLooked[part.looked];
};
function reviewPart(state, operation) {
    const task = taskOf(state, operation.task);
    const part = task?.parts.find(each => each.part === operation.part);
    if (task === undefined || part === undefined)
        return { fenced: 'no-such-task' };
    if (isEnded(part))
        return withTask(state, endIfReviewed(task, operation));
    const reviewed = {
        ...part,
        state: operation.state,
        endedAt: operation.now,
        kept: operation.kept,
        review: reviewOf(part, operation),
    };
    const parts = task.parts.map(each => (each.part === part.part ? reviewed : each));
    return withTask(state, endIfReviewed({ ...task, parts }, operation));
}
/** Having looked only grows, and what is said of a part that has ended changes nothing any more. */
function lookAtPart(state, { task: id, part: number, looked }) {
    const task = taskOf(state, id);
    const part = task?.parts.find(each => each.part === number);
    if (task === undefined || part === undefined)
        return { fenced: 'no-such-task' };
    if (isEnded(part) || domain_task/* lookedDegrees */.K_.indexOf(part.looked) >= domain_task/* lookedDegrees */.K_.indexOf(looked))
        return state;
    return withTask(state, { ...task, parts: task.parts.map(each => (each === part ? { ...part, looked } : each)) });
}
/** Tasks that are there already stay as they are. */
function addTasks(state, operation) {
    return operation.tasks.reduce((next, task) => (taskOf(next, task.id) === undefined ? withTask(next, task) : next), state);
}
/** Takes an issue's task in as it stands now; what the issue says later does not count. */
function acceptTask(state, { task }) {
    const present = taskOf(state, task.id);
    if (present === undefined)
        return withTask(state, task);
    return present.issue === task.issue ? state : { fenced: 'taken' };
}
function commandTask(state, operation) {
    const task = taskOf(state, operation.task);
    if (task === undefined)
        return { fenced: 'no-such-task' };
    if (!(0,domain_task/* mayFollow */.LE)(task.status, operation.status))
        return { fenced: 'wrong-status' };
    const attempts = operation.status === 'pending' ? 0 : task.attempts;
    const commanded = withTask(state, { ...task, status: operation.status, reason: operation.reason, attempts });
    const pipeline = pipelineOf(commanded, operation.pipeline);
    return pipeline.task === task.id ? withPipeline(commanded, { ...pipeline, task: null }) : commanded;
}

;// CONCATENATED MODULE: ./src/domain/transition.js





/** How many operation ids a pipeline remembers; a writer repeats only its latest. */
const rememberedOperations = 64;
/** Operations that anybody may do whatever claim there is, and a session only under its own. */
const unfenced = new Set([
    'claim',
    'settle',
    'reconcile-account',
    'review-part',
    'look-at-part',
    'add-tasks',
    'accept-task',
    'command-task',
]);
function isFencedOff(pipeline, operation) {
    if (unfenced.has(operation.type) || !('epoch' in operation))
        return false;
    return pipeline.claim?.epoch !== operation.epoch || pipeline.session?.id !== operation.session;
}
function rule(state, operation) {
    switch (operation.type) {
        case 'claim':
            return claiming_claim(state, operation);
        case 'start-task':
            return startTask(state, operation);
        case 'checkpoint':
            return checkpoint(state, operation);
        case 'record-parts':
            return recordParts(state, operation);
        case 'end-task':
            return endTask(state, operation);
        case 'wrap':
            return wrap(state, operation);
        case 'settle':
            return settle(state, operation);
        case 'reconcile-account':
            return reconcileAccount(state, operation);
        case 'review-part':
            return reviewPart(state, operation);
        case 'look-at-part':
            return lookAtPart(state, operation);
        case 'add-tasks':
            return addTasks(state, operation);
        case 'accept-task':
            return acceptTask(state, operation);
        case 'command-task':
            return commandTask(state, operation);
        case 'intend-slots':
            return intendSlots(state, operation);
        case 'record-slots':
            return recordSlots(state, operation);
        case 'collect-slot':
            return collectSlot(state, operation);
    }
}
/** The only way in which state changes: pure, so that it can be replayed, raced and repeated. */
function transition(state, operation) {
    const pipeline = pipelineOf(state, operation.pipeline);
    if (pipeline.operations.includes(operation.operation))
        return { type: 'already', state };
    if (isFencedOff(pipeline, operation))
        return { type: 'fenced', reason: 'old-epoch', until: null };
    const ruling = rule(state, operation);
    if ('fenced' in ruling)
        return { type: 'fenced', reason: ruling.fenced, until: ruling.until ?? null };
    const after = pipelineOf(ruling, operation.pipeline);
    const operations = [...after.operations, operation.operation].slice(-rememberedOperations);
    return {
        type: 'changed',
        state: { ...ruling, pipelines: { ...ruling.pipelines, [operation.pipeline]: { ...after, operations } } },
    };
}

// EXTERNAL MODULE: ./src/session/state-files.js + 2 modules
var state_files = __webpack_require__(8437);
;// CONCATENATED MODULE: ./src/session/state-book.js





/** Lost races before giving up; each means that somebody else got on, so this is never reached but by a broken store. */
const maxRaces = 500;
/** A write that failed may have landed, or may land now: writing the operation again changes nothing twice, because it has an id. */
const maxFailedWrites = 2;
/** A git that was killed, for example; what a person must mend does not get better by itself. */
const state_book_isPassing = (error) => error instanceof errors/* PerpetualError */.nX && error.actBy === 'next-run';
/** What these operations read and may change. */
function piecesOfAll(operations) {
    const [only] = operations;
    if (only !== undefined && operations.length === 1)
        return piecesOf(only);
    const pieces = operations.map(piecesOf);
    const tasks = new Map(pieces.flatMap(each => each.tasks.map(task => [`${task.pipeline}/${task.id}`, task])));
    return {
        accounts: [...new Set(pieces.flatMap(each => each.accounts))],
        pipelines: [...new Set(pieces.flatMap(each => each.pipelines))],
        tasks: [...tasks.values()],
        boards: [...new Set(pieces.flatMap(each => each.boards ?? []))],
    };
}
function piecesOf(operation) {
    const accounts = accountsOf(operation);
    const pipelines = operation.type === 'reconcile-account' ? [...new Set([operation.pipeline, ...operation.pipelines])] : [operation.pipeline];
    const tasks = tasksOf(operation).map(id => ({ pipeline: operation.pipeline, id }));
    return { accounts, pipelines, tasks, boards: slotOperations.has(operation.type) ? [operation.pipeline] : [] };
}
const slotOperations = new Set(['intend-slots', 'record-slots', 'collect-slot']);
function accountsOf(operation) {
    if ('account' in operation)
        return [operation.account];
    return operation.type === 'intend-slots' || operation.type === 'record-slots' || operation.type === 'collect-slot'
        ? Object.keys(operation.accountLimits)
        : [];
}
function tasksOf(operation) {
    switch (operation.type) {
        case 'checkpoint':
            return operation.task === null ? [] : [operation.task.task];
        case 'add-tasks':
            return operation.tasks.map(task => task.id);
        case 'accept-task':
            return [operation.task.id];
        case 'wrap':
            return operation.task === null ? [] : [operation.task];
        case 'start-task':
        case 'record-parts':
        case 'end-task':
        case 'review-part':
        case 'look-at-part':
        case 'command-task':
        case 'collect-slot':
            return [operation.task];
        case 'intend-slots':
            return Object.keys(operation.units);
        case 'claim':
        case 'settle':
        case 'reconcile-account':
        case 'record-slots':
            return [];
    }
}
/** All of them in their order, or none. */
function transitionAll(before, operations) {
    let state = before;
    let changed = false;
    for (const operation of operations) {
        const result = transition(state, operation);
        if (result.type === 'fenced')
            return result;
        state = result.state;
        changed ||= result.type === 'changed';
    }
    return { type: changed ? 'changed' : 'already', state };
}
const messageOf = (operations) => {
    const [first] = operations;
    const trailers = operations.map(each => `Operation: ${each.operation}`);
    return `${operations.map(each => each.type).join(' and ')} ${first?.pipeline ?? ''}\n\n${trailers.join('\n')}`;
};
function createStateBook(store) {
    const readAt = (head, pieces) => (0,state_files/* readState */.un)(store, head, pieces);
    /** Whether others wrote since the last look: then what is known is tried in vain, and looking first is cheaper. */
    let isContended = false;
    const applyAll = async (operations, extras = {}) => {
        const pieces = piecesOfAll(operations);
        let failures = 0;
        const last = store.knownHead();
        let known = isContended ? undefined : last;
        for (let race = 0; race < maxRaces; race += 1) {
            const head = known ?? (await store.head((0,state_files/* pathsOf */.wG)(pieces)));
            isContended = race > 0 || (last !== undefined && head !== last);
            const before = await readAt(head, pieces);
            const result = transitionAll(before, operations);
            if (result.type !== 'changed') {
                if (known === undefined)
                    return result;
                // What is not written is not checked by the compare-and-set: decided again on the newest state.
                known = undefined;
                continue;
            }
            known = undefined;
            const changes = [...(0,state_files/* changesBetween */.iv)(before, result.state), ...(extras.files ?? [])];
            if (extras.line !== undefined)
                changes.push(await (0,state_files/* appended */.YP)(store, head, extras.line));
            const written = await store.write(head, changes, messageOf(operations)).catch((error) => {
                failures += 1;
                if (failures > maxFailedWrites || !state_book_isPassing(error))
                    throw error;
                return null;
            });
            if (written?.type === 'written')
                return result;
        }
        throw new errors/* PerpetualError */.nX(`Expected to write ${operations.map(each => each.type).join(' and ')} within ${maxRaces} races, lost them all`, {
            actBy: 'report-bug',
        });
    };
    /** What was last seen is read where it is known: whatever is written on it is checked by the compare-and-set. */
    const headToRead = async () => store.knownHead() ?? (await store.head());
    const readTasks = async (pipeline) => {
        const head = await headToRead();
        const paths = await store.list(head, pipeline === undefined ? domain_state/* statePaths */.mt.tasks : `${domain_state/* statePaths */.mt.tasks}/${pipeline}`);
        const texts = await store.read(head, paths);
        return [...texts].map(([path, text]) => (0,state_files/* parseState */.Bu)(domain_task/* taskSchema */.v, path, text));
    };
    return {
        store,
        apply: (operation, extras) => applyAll([operation], extras),
        applyAll,
        tasks: readTasks,
        refresh: async () => void (await store.head()),
        outcomes: async (task) => (0,state_files/* readOutcomes */.CE)(store, await headToRead(), task),
        read: async (pieces) => readAt(await headToRead(), pieces),
        pipeline: async (name) => {
            const state = await readAt(await headToRead(), { accounts: [], pipelines: [name], tasks: [] });
            return state.pipelines[name] ?? (0,domain_state/* emptyPipeline */.eU)(name);
        },
        account: async (name) => {
            const state = await readAt(await headToRead(), { accounts: [name], pipelines: [], tasks: [] });
            return state.accounts[name] ?? (0,domain_state/* emptyAccount */.dO)(name);
        },
    };
}

;// CONCATENATED MODULE: ./src/project.js





async function project_open({ forge, identity, readConfig: read }, options) {
    const folder = cacheFolder(options.environment, identity);
    let indexes;
    const close = async () => {
        indexes?.close();
        await forge.close();
    };
    try {
        return {
            config: await read(),
            forge: { ...forge, close },
            book: createStateBook(forge.state),
            identity,
            cacheFolder: folder,
            indexes: () => (indexes ??= createQuestionIndexes(folder)),
            ...options,
        };
    }
    catch (error) {
        await forge.close();
        throw error;
    }
}
/** The repository on this disk; its configuration is that of its work tree. */
async function openLocalProject(repository, options) {
    const forge = await openLocalForge({ repository, clock: options.clock });
    return project_open({ forge, identity: repository, readConfig: () => readConfig(repository) }, options);
}
/** The configuration on the default branch: what counts on GitHub, whatever a clone has. */
async function readCommittedConfig({ contents, defaultBranch, openedAt }) {
    const text = (await contents.read(openedAt, [configFile])).get(configFile);
    if (text !== undefined)
        return loadConfig(text, configFile);
    throw new errors/* PerpetualError */.nX(`Expected a configuration at ${configFile} on the branch ${defaultBranch}, found none. \`perpetual init --forge github\` writes one.`, { actBy: 'fix-config' });
}
/** A repository on GitHub; it takes the forge over and closes it where the configuration cannot be read. */
const openGithubProject = (forge, options) => project_open({ forge, identity: forge.name, readConfig: () => readCommittedConfig(forge) }, options);

;// CONCATENATED MODULE: ./src/action/open-action-project.js




/** Every token that an App mints is masked before it is used. */
const tokenOf = ({ inputs: { credentials }, context: { owner, repo }, runner, clock }) => credentials.type === 'token'
    ? credentials.token
    : { ...credentials, owner, repo, clock, onToken: (token) => runner.mask(token) };
/** Opens the repository that the workflow runs in; every key that its configuration names is masked before anything is printed. */
async function openActionProject(options) {
    const { context: { owner, repo, apiUrl }, runner, environment, clock, } = options;
    const early = [];
    let report = (warning) => void early.push(warning);
    const client = createActionClient({ token: tokenOf(options), baseUrl: apiUrl });
    const forge = await openGithubForge({ client, owner, repo, clock, report: warning => report(warning) });
    const project = await openGithubProject(forge, { clock, environment });
    for (const name of Object.values(project.config.accounts).flatMap(keyNamesOf)) {
        const secret = environment[name];
        if (secret !== undefined)
            runner.mask(secret);
    }
    report = warning => runner.warning(warning);
    for (const warning of early)
        report(warning);
    return { project, requests: () => forge.requests() };
}


/***/ }),

/***/ 8111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QD: () => (/* binding */ agreeingRows),
/* harmony export */   _6: () => (/* binding */ rowsPerBand),
/* harmony export */   lB: () => (/* binding */ createMinHash)
/* harmony export */ });
/** Rows of a band: four signature bytes are one 32-bit band key, which keeps 300,000 signatures in 38 MB. */
const rowsPerBand = 4;
/** Fixed multipliers and offsets (splitmix32 from a fixed seed), so that every run makes the same signatures. */
const permutationsOf = (count) => {
    let seed = 0x9e3779b9;
    const draw = () => {
        seed = (seed + 0x9e3779b9) | 0;
        const once = Math.imul(seed ^ (seed >>> 16), 0x21f0aaad);
        const twice = Math.imul(once ^ (once >>> 15), 0x735a2d97);
        return twice ^ (twice >>> 15);
    };
    const multipliers = Int32Array.from({ length: count }, () => draw() | 1);
    const offsets = Int32Array.from({ length: count }, draw);
    return { multipliers, offsets };
};
/**
 * Makes MinHash signatures of shingle sets: one 32-bit key a band. Of each minimum eight bits are kept,
 * so two unlike rows agree by chance once in 256 times.
 */
const createMinHash = (bands) => {
    const permutations = bands * rowsPerBand;
    const { multipliers, offsets } = permutationsOf(permutations);
    const least = new Int32Array(permutations);
    return (shingles, into) => {
        for (let i = 0; i < permutations; i++) {
            const multiplier = multipliers[i] ?? 1;
            const offset = offsets[i] ?? 0;
            let smallest = 0x7fffffff;
            for (let at = 0; at < shingles.length; at++) {
                const value = (Math.imul(shingles[at] ?? 0, multiplier) + offset) | 0;
                if (value < smallest)
                    smallest = value;
            }
            least[i] = smallest;
        }
        for (let band = 0; band < bands; band++) {
            let key = 0;
            for (let row = 0; row < rowsPerBand; row++)
                key = (key << 8) | (((least[band * rowsPerBand + row] ?? 0) >>> 8) & 0xff);
            into[band] = key;
        }
    };
};
/** How many of the four bytes of two keys agree. */
const agreeingRows = (a, b) => {
    const differing = a ^ b;
    const zeroBytes = ~(((differing & 0x7f7f7f7f) + 0x7f7f7f7f) | differing) & 0x80808080;
    return Math.imul(zeroBytes >>> 7, 0x01010101) >>> 24;
};


/***/ }),

/***/ 6019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $X: () => (/* binding */ rankNear),
/* harmony export */   Ev: () => (/* binding */ findNear),
/* harmony export */   cR: () => (/* binding */ usualThreshold),
/* harmony export */   ju: () => (/* binding */ usualBands),
/* harmony export */   rO: () => (/* binding */ createSigner),
/* harmony export */   xb: () => (/* binding */ effort)
/* harmony export */ });
/* harmony import */ var _min_hash_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8111);
/* harmony import */ var _shingles_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(175);


/** 32 bands of 4 rows find 98.8 % of the pairs at Jaccard 0.6; 16 × 8 would find 23.7 %. */
const usualBands = 32;
/** Jaccard similarity, 0 to 1, from which two questions are one. */
const usualThreshold = 0.7;
/** Bucket entries looked at, candidates whose signatures are compared, and candidates whose shingles are compared, for one question. */
const effort = { entries: 160, signatures: 32, exact: 6 };
/** Three standard deviations of 128 rows at Jaccard 0.7: below the threshold − this an estimate is no near miss. */
const estimateSlack = 0.12;
/** Makes signatures of normalised questions; looking up and then adding the same question makes one. */
const createSigner = (bands) => {
    const minHash = (0,_min_hash_js__WEBPACK_IMPORTED_MODULE_1__/* .createMinHash */ .lB)(bands);
    const keys = new Int32Array(bands);
    let last;
    return text => {
        if (last?.text === text)
            return last;
        const shingles = (0,_shingles_js__WEBPACK_IMPORTED_MODULE_0__/* .shinglesOf */ .vs)(text);
        minHash(shingles, keys);
        last = { text, shingles, keys };
        return last;
    };
};
/** The items that may be near, nearest first; at most `effort.signatures`. */
const rankNear = (source, { keys }, threshold) => source
    .candidates(keys, { budget: effort.entries, most: effort.signatures })
    .map(item => ({ item, estimate: source.agreement(item, keys) }))
    .filter(({ estimate }) => estimate >= threshold - estimateSlack)
    .toSorted((a, b) => b.estimate - a.estimate || a.item - b.item);
/** The nearest of ranked items at `threshold` or above, by effort that does not grow with the index. */
const findNear = (ranked, { shingles }, { threshold, textOf }) => {
    let best;
    for (const { item, estimate } of ranked.slice(0, effort.exact)) {
        if (best && estimate < best.jaccard - estimateSlack / 2)
            break;
        const jaccard = (0,_shingles_js__WEBPACK_IMPORTED_MODULE_0__/* .jaccardOf */ .WX)(shingles, (0,_shingles_js__WEBPACK_IMPORTED_MODULE_0__/* .shinglesOf */ .vs)(textOf(item)));
        if (jaccard >= threshold && jaccard > (best?.jaccard ?? 0))
            best = { item, jaccard };
    }
    return best;
};


/***/ }),

/***/ 175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WX: () => (/* binding */ jaccardOf),
/* harmony export */   aD: () => (/* binding */ questionSha256),
/* harmony export */   ol: () => (/* binding */ normalizeQuestion),
/* harmony export */   qQ: () => (/* binding */ hashOf),
/* harmony export */   qt: () => (/* binding */ createSimilarities),
/* harmony export */   vs: () => (/* binding */ shinglesOf),
/* harmony export */   xX: () => (/* binding */ jaccard)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

const shingleCharacters = 5;
const folded = /[\p{P}\p{Z}\p{C}]+/gu;
const foldedAscii = /[^a-z0-9$+<=>^`|~]+/g;
const ascii = /^[\u0000-\u007f]*$/;
/** A question as it is compared: NFKC, lower case, punctuation and spaces folded to one space. Symbols stay: `>` and `<` differ. */
const normalizeQuestion = (question) => ascii.test(question)
    ? question.toLowerCase().replace(foldedAscii, ' ').trim()
    : question.normalize('NFKC').toLowerCase().normalize('NFKC').replace(folded, ' ').trim();
/** Hex SHA-256 of the normalised question. */
const questionSha256 = (question) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(normalizeQuestion(question)).digest('hex');
/** The 32-bit hash of a part of a text, such as a shingle: FNV-1a over the characters, mixed as MurmurHash3 ends. */
const hashOf = (text, from, to) => {
    let hash = 0x811c9dc5;
    for (let i = from; i < to; i++)
        hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return hash ^ (hash >>> 16);
};
/** The 32-bit hashes of all runs of five characters, ascending, each once; a shorter text is one run. */
const shinglesOf = (normalized) => {
    const count = Math.max(1, normalized.length - shingleCharacters + 1);
    const hashes = new Int32Array(count);
    for (let i = 0; i < count; i++)
        hashes[i] = hashOf(normalized, i, Math.min(i + shingleCharacters, normalized.length));
    hashes.sort();
    let kept = 0;
    for (let i = 0; i < count; i++) {
        const hash = hashes[i] ?? 0;
        if (i === 0 || hash !== hashes[kept - 1])
            hashes[kept++] = hash;
    }
    return hashes.subarray(0, kept);
};
/** Jaccard similarity of two shingle sets, 0 to 1. */
const jaccardOf = (a, b) => {
    let i = 0;
    let j = 0;
    let shared = 0;
    while (i < a.length && j < b.length) {
        const left = a[i] ?? 0;
        const right = b[j] ?? 0;
        if (left === right)
            shared++;
        if (left <= right)
            i++;
        if (right <= left)
            j++;
    }
    return shared / (a.length + b.length - shared);
};
/** Jaccard similarity of two questions over runs of five characters, 0 to 1. */
const jaccard = (a, b) => jaccardOf(shinglesOf(normalizeQuestion(a)), shinglesOf(normalizeQuestion(b)));
/** The similarities of one set to all of them at once, counted over the shingles that they share: far fewer steps than pair by pair. */
const createSimilarities = (sets) => {
    const holders = new Map();
    for (const [index, set] of sets.entries()) {
        for (const shingle of set) {
            const known = holders.get(shingle);
            if (known === undefined)
                holders.set(shingle, [index]);
            else
                known.push(index);
        }
    }
    return index => {
        const own = sets[index] ?? new Int32Array();
        const shared = new Float64Array(sets.length);
        for (const shingle of own)
            for (const holder of holders.get(shingle) ?? [])
                shared[holder] = (shared[holder] ?? 0) + 1;
        return shared.map((count, other) => count / (own.length + (sets[other]?.length ?? 0) - count));
    };
};


/***/ }),

/***/ 795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f9: () => (/* binding */ plusMs),
/* harmony export */   fN: () => (/* binding */ toInstant),
/* harmony export */   p8: () => (/* binding */ instantSchema),
/* harmony export */   x8: () => (/* binding */ toEpochMs),
/* harmony export */   y_: () => (/* binding */ toMinute)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3477);

/** A moment in UTC as ISO 8601 with milliseconds and `Z`, so that comparing two as strings compares them in time. */
const instantSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .datetime */ .w$({ precision: 3 });
const toInstant = (epochMs) => new Date(epochMs).toISOString();
const toEpochMs = (instant) => Date.parse(instant);
const plusMs = (instant, ms) => toInstant(toEpochMs(instant) + ms);
/** To the minute, for people: `2026-11-23T00:01Z`. */
const toMinute = (instant) => `${instant.slice(0, 16)}Z`;


/***/ }),

/***/ 8660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lo: () => (/* binding */ reviewStates),
/* harmony export */   Ws: () => (/* binding */ difficulties),
/* harmony export */   XQ: () => (/* binding */ citationSchema),
/* harmony export */   c2: () => (/* binding */ pairSchema),
/* harmony export */   jL: () => (/* binding */ scoresSchema),
/* harmony export */   mB: () => (/* binding */ questionTypes),
/* harmony export */   zu: () => (/* binding */ pairVersion)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7821);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(795);


const pairVersion = 1;
const questionTypes = [
    'definition',
    'calculation',
    'interpretation',
    'comparison',
    'strategy',
    'pitfall',
    'example',
    'history',
];
const difficulties = ['beginner', 'intermediate', 'advanced'];
const citationSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    n: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive(),
    url: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    title: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    published_at: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    accessed_at: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    quote: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    quote_sha256: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    /** Partial ratio of the quote against the cited page's text, 0 to 100. */
    match_score: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(100),
});
const scoresSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    faithfulness: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(5),
    correctness: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(5),
    completeness: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(5),
    self_contained: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(5),
    usefulness: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(5),
    clarity: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(5),
});
const reviewStates = ['unreviewed', 'merged-unread', 'sampled', 'checked', 'edited'];
/** A question-and-answer pair with all that is known about it. Every key is always there, one type a key, so that a viewer infers one schema. */
const pairSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    schema_version: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(pairVersion),
    indicator_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    indicator: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    topic: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    facet: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    audience: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    question_type: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(questionTypes),
    difficulty: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(difficulties),
    language: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    handle: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    question: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    answer: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    short_answer: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    worked_example: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    citations: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(citationSchema),
    generation: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        pipeline: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        agent: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        task: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        session: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        prompt_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        prompt_sha256: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        model_requested: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        model_served: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        provider: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        generation_ids: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
        input_tokens: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative(),
        output_tokens: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative(),
        /** This pair's share of what its calls cost, US dollars; -1 where the provider did not say. */
        cost_usd: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
        created_at: _instant_js__WEBPACK_IMPORTED_MODULE_0__/* .instantSchema */ .p8,
    }),
    judge: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        model: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        rubric: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        ...scoresSchema.shape,
        verdict: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    }),
    dedup: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ question_sha256: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), nearest_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), jaccard: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(1) }),
    review: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        state: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(reviewStates),
        reviewer: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        reviewed_at: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        pull_request: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        notes: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    }),
    flags: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    license: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
});


/***/ }),

/***/ 6086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZL: () => (/* binding */ cutBody),
/* harmony export */   dr: () => (/* binding */ cutTitle)
/* harmony export */ });
/* unused harmony export maxBody */
/** GitHub's limits in characters; longer texts are refused. */
const maxBody = 65_536;
const maxTitle = 256;
/** Whether a line is inside of a table or a code block, where a cut would break what is rendered. */
const openFence = (lines) => {
    let fence;
    for (const line of lines) {
        const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
        if (mark === undefined)
            continue;
        if (fence === undefined)
            fence = mark;
        else if (mark[0] === fence[0] && mark.length >= fence.length && line.trim() === mark)
            fence = undefined;
    }
    return fence;
};
/** Whole folds only: a `<details>` that is not closed would swallow what follows. */
const openFolds = (lines) => Math.max(0, lines.filter(line => /^\s*<details/i.test(line)).length - lines.filter(line => /<\/details>\s*$/i.test(line)).length);
const isTableRow = (line) => line !== undefined && /^\s*\|/.test(line);
/** A surrogate pair stays whole. */
const sliceText = (text, end) => text.slice(0, /[\uD800-\uDBFF]/.test(text[end - 1] ?? '') ? end - 1 : end);
/** Cuts a text that is too long at the end of a line, out of tables where one begins late, and closes what is open. */
const cutBody = (text, { reserved = 0, limit = maxBody, link } = {}) => {
    if (text.length + reserved <= limit)
        return text;
    const notice = link === undefined
        ? '\n\n_Cut: this is longer than GitHub takes._'
        : `\n\n_Cut: this is longer than GitHub takes. [The whole](${link})._`;
    const room = limit - reserved - notice.length - 200;
    const kept = sliceText(text, room);
    const lines = kept.split('\n');
    const whole = lines.length > 1 ? lines.slice(0, -1) : lines;
    let end = whole.length;
    while (end > 0 && isTableRow(whole[end - 1]) && whole.length - end < 200)
        end -= 1;
    const result = end > whole.length / 2 && !isTableRow(whole[end - 1]) ? whole.slice(0, end) : whole;
    const fence = openFence(result);
    const closing = [
        ...(fence === undefined ? [] : [fence]),
        ...Array.from({ length: Math.min(openFolds(result), 10) }, () => '</details>'),
    ];
    return [...result, ...closing].join('\n').trimEnd() + notice;
};
const cutTitle = (title) => {
    const line = title.replaceAll(/\s+/g, ' ').trim();
    return line.length <= maxTitle ? line : `${sliceText(line, maxTitle - 1)}…`;
};


/***/ }),

/***/ 6306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ readMarked),
/* harmony export */   P: () => (/* binding */ withMarker)
/* harmony export */ });
/* harmony import */ var _cut_body_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6086);

/** Only at the very end and on a line of its own, as the automation writes it: a text that is quoted may imitate one. */
const whole = /^<!-- perpetual-(issue|comment|discussion) ([\w.!~*'()%-]+) -->\s*$/;
/** The body without its marker; the marker counts only together with the author. */
const readMarked = (text) => {
    // From its last beginning on, so that a stranger's 65,536 line breaks take no quadratic time.
    const start = text.lastIndexOf('<!-- perpetual-');
    const isOwnLine = start === 0 || text[start - 1] === '\n';
    const found = isOwnLine ? whole.exec(text.slice(start)) : null;
    if (found === null)
        return undefined;
    const [, kind = '', encoded = ''] = found;
    let end = start;
    while (text[end - 1] === '\n')
        end -= 1;
    try {
        return { body: text.slice(0, end), kind, marker: decodeURIComponent(encoded) };
    }
    catch {
        return undefined;
    }
};
const render = (kind, marker) => `<!-- perpetual-${kind} ${encodeURIComponent(marker)} -->`;
/** A body with its marker at the end, hidden from readers, and within GitHub's limit. */
const withMarker = (body, kind, marker) => {
    const rendered = render(kind, marker);
    const text = (0,_cut_body_js__WEBPACK_IMPORTED_MODULE_0__/* .cutBody */ .ZL)(body, { reserved: rendered.length + 2 });
    return text === '' ? rendered : `${text}\n\n${rendered}`;
};


/***/ })

};
