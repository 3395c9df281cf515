export const id = 517;
export const ids = [517,6615,5126];
export const modules = {

/***/ 2898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createCommandLineClient: () => (/* binding */ createCommandLineClient)
});

// EXTERNAL MODULE: ../../node_modules/@octokit/rest/dist-src/index.js + 16 modules
var dist_src = __webpack_require__(5748);
// EXTERNAL MODULE: ../../node_modules/@octokit/plugin-retry/dist-bundle/index.js
var dist_bundle = __webpack_require__(4491);
// EXTERNAL MODULE: ../../node_modules/@octokit/plugin-throttling/dist-bundle/index.js
var plugin_throttling_dist_bundle = __webpack_require__(2812);
// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(9131);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/domain/instant.js
var instant = __webpack_require__(795);
// EXTERNAL MODULE: ./src/forge/github/errors.js
var github_errors = __webpack_require__(5126);
// EXTERNAL MODULE: ./src/forge/github/failure.js
var github_failure = __webpack_require__(8996);
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
    const failure = (0,github_failure.readFailure)(error);
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
    return (0,github_errors.explain)(failure, { repository, permission: 'metadata: read' }, error);
};
/** Mints the tokens of an App's installation, and renews each before it ends. */
const createAppToken = (credentials, request) => {
    const { appId, owner, repo, clock, onToken = () => { } } = credentials;
    const privateKey = credentials.privateKey.replaceAll('\\n', '\n');
    // Loaded late: most clients have a token.
    const loading = once(async () => (await __webpack_require__.e(/* import() */ 6075).then(__webpack_require__.bind(__webpack_require__, 6075))).createAppAuth({ appId, privateKey, request }));
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

;// CONCATENATED MODULE: ./src/forge/github/client.js


/** The client of the command line. */
const createCommandLineClient = (options) => {
    const { plugins, octokitOptions, finish } = createClientParts(options);
    const Client = dist_src/* Octokit */.E.plugin(...plugins);
    return finish(new Client(octokitOptions));
};


/***/ }),

/***/ 5126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   explain: () => (/* binding */ explain)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(795);


const says = (pattern) => (failure) => pattern.test(failure.message);
const fix = (message) => ['fix-config', message];
const waitOf = ({ resetsAt, retryAfterSeconds }) => {
    if (resetsAt !== null)
        return `; it resets at ${(0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .toMinute */ .y_)(resetsAt)}`;
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
    return new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX(message, { actBy, cause });
};


/***/ }),

/***/ 8996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   failureOfField: () => (/* binding */ failureOfField),
/* harmony export */   readFailure: () => (/* binding */ readFailure),
/* harmony export */   readPartial: () => (/* binding */ readPartial)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9131);
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(795);


/** What went wrong with one field of a GraphQL document; the others may have gone well. */
const graphqlErrorSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().catch(''),
    /** `NOT_FOUND`, `STALE_DATA`, `FORBIDDEN`, …; empty where GitHub gives none. */
    type: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().catch(''),
    path: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()])).catch([]),
});
const header = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()]).transform(String).nullish().catch(null);
const headersSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    'x-accepted-github-permissions': header,
    'x-ratelimit-remaining': header,
    'x-ratelimit-reset': header,
    'retry-after': header,
})
    .partial()
    .catch({});
const refusedSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    status: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr(),
    message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().catch(''),
    response: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ headers: headersSchema, data: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J() }).optional(),
});
/** Where nothing was done, GitHub leaves `data` out. */
const partialSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    errors: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(graphqlErrorSchema).min(1),
    data: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J().optional(),
    headers: headersSchema.optional(),
});
/** plugin-throttling's own error where GraphQL's limit is used up: an answer of status 200 inside. */
const limitedSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ response: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ headers: headersSchema, data: partialSchema }) });
const oneLine = (text) => text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, 300);
/** Octokit appends where the documentation is, which helps nobody in a log. */
const withoutLink = (text) => text.replace(/ - https:\/\/docs\.github\.com\S*$/, '');
const resetOf = (headers) => {
    const seconds = Number(headers['x-ratelimit-reset']);
    const isUsedUp = headers['x-ratelimit-remaining'] === '0';
    return isUsedUp && seconds > 0 && seconds < 1e11 ? (0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .toInstant */ .fN)(seconds * 1_000) : null;
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


/***/ })

};
