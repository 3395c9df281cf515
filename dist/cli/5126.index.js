export const id = 5126;
export const ids = [5126];
export const modules = {

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


/***/ })

};
