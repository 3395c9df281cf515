export const id = 660;
export const ids = [660];
export const modules = {

/***/ 7660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nothingToDo: () => (/* binding */ nothingToDo),
/* harmony export */   perform: () => (/* binding */ perform)
/* harmony export */ });
/* harmony import */ var _session_intake_event_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3997);

/** A filter that saves requests; who may command what is asked at the API. */
const nothingToDo = ({ payload }) => (0,_session_intake_event_js__WEBPACK_IMPORTED_MODULE_0__/* .readIntakeEvent */ .f)(payload) === undefined ? 'The event asks for nothing.' : undefined;
/** Loaded late, because many events ask for nothing. */
const perform = async (call) => (await Promise.all(/* import() */[__webpack_require__.e(931), __webpack_require__.e(604), __webpack_require__.e(567)]).then(__webpack_require__.bind(__webpack_require__, 6918))).answerIssueEvent(call);


/***/ }),

/***/ 3997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ readIntakeEvent)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7821);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);


/** Who deleted their account is nobody any more. */
const nobody = { login: '', type: '' };
const account = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ login: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), type: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() });
const payloadSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    action: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    issue: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        number: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive(),
        body: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(),
        user: account.nullish(),
        labels: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() })).nullish(),
        updated_at: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(40).nullish(),
        pull_request: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J().optional(),
    }),
    sender: account,
    label: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }).nullish(),
    changes: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ title: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J().optional() }).nullish(),
});
const actionSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['opened', 'edited', 'reopened', 'labeled']);
/**
 * The payload of GitHub's `issues` event; undefined for actions that ask for nothing and for pull requests.
 * Throws `fix-config` for the payload of another event.
 */
function readIntakeEvent(payload) {
    const parsed = payloadSchema.safeParse(payload);
    if (!parsed.success)
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX(`Expected the payload of an \`issues\` event, found no fitting \`${parsed.error.issues[0]?.path.join('.') ?? ''}\`; run this command in a workflow on \`issues\``, { actBy: 'fix-config', cause: parsed.error });
    const { issue, sender, label, changes } = parsed.data;
    const action = actionSchema.safeParse(parsed.data.action);
    if (!action.success || issue.pull_request !== undefined)
        return undefined;
    return {
        action: action.data,
        issue: {
            number: issue.number,
            body: issue.body ?? '',
            author: issue.user ?? nobody,
            labels: (issue.labels ?? []).map(({ name }) => name.toLowerCase()),
        },
        sender,
        at: issue.updated_at ?? '',
        label: label?.name.toLowerCase() ?? null,
        isRenamed: changes?.title !== undefined,
    };
}


/***/ })

};
