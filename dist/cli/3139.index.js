export const id = 3139;
export const ids = [3139];
export const modules = {

/***/ 6137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ checkBranchName)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);

/** Refuses names that git or a shell would read as something else. */
const checkBranchName = (branch) => {
    const names = branch.split('/');
    const plain = names.every(name => /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name) && !name.includes('..') && !/\.lock$|\.$/.test(name));
    if (plain && branch.length <= 200)
        return branch;
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX(`Expected a branch name of letters, digits, dots, dashes and slashes, got ${JSON.stringify(branch.slice(0, 200))}`, {
        actBy: 'report-bug',
    });
};


/***/ }),

/***/ 5131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ checkPath)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);

const hasControlCharacter = (path) => /\p{Cc}/u.test(path);
const isPlain = (path) => path !== '' &&
    !hasControlCharacter(path) &&
    path
        .split('/')
        .every(name => name !== '' && name !== '.' && name !== '..' && !/^\.git[. ]*$/i.test(name) && !/^git~1$/i.test(name));
/** Refuses paths that lead out of a branch, or that git or a file system would read as something else. */
const checkPath = (path) => {
    if (isPlain(path))
        return path;
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX(`Expected a relative file path, got ${JSON.stringify(path.slice(0, 200))}`, { actBy: 'report-bug' });
};


/***/ })

};
