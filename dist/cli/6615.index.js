export const id = 6615;
export const ids = [6615];
export const modules = {

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
