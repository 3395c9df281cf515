export const id = 493;
export const ids = [493];
export const modules = {

/***/ 1493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   commands: () => (/* binding */ commands)
/* harmony export */ });
/** Every command, in the order of the help. A new one is a line here and a module that exports `define`. */
const commands = [
    { name: 'init', summary: 'Set a git repository up for Perpetual', load: () => Promise.all(/* import() */[__webpack_require__.e(131), __webpack_require__.e(666), __webpack_require__.e(559), __webpack_require__.e(980)]).then(__webpack_require__.bind(__webpack_require__, 6980)) },
    { name: 'demo', summary: 'See the whole loop on this disk, without a key', load: () => Promise.all(/* import() */[__webpack_require__.e(131), __webpack_require__.e(666), __webpack_require__.e(283), __webpack_require__.e(587), __webpack_require__.e(889), __webpack_require__.e(559), __webpack_require__.e(437), __webpack_require__.e(962), __webpack_require__.e(334), __webpack_require__.e(735), __webpack_require__.e(663), __webpack_require__.e(165), __webpack_require__.e(780), __webpack_require__.e(895), __webpack_require__.e(553)]).then(__webpack_require__.bind(__webpack_require__, 6553)) },
    { name: 'doctor', summary: 'Check what Perpetual needs and say what to do', load: () => Promise.all(/* import() */[__webpack_require__.e(131), __webpack_require__.e(666), __webpack_require__.e(559), __webpack_require__.e(437), __webpack_require__.e(962), __webpack_require__.e(663), __webpack_require__.e(741)]).then(__webpack_require__.bind(__webpack_require__, 8305)) },
    { name: 'run', summary: 'Run one session of a pipeline', load: () => Promise.all(/* import() */[__webpack_require__.e(131), __webpack_require__.e(666), __webpack_require__.e(283), __webpack_require__.e(587), __webpack_require__.e(889), __webpack_require__.e(559), __webpack_require__.e(437), __webpack_require__.e(962), __webpack_require__.e(334), __webpack_require__.e(735), __webpack_require__.e(663), __webpack_require__.e(165), __webpack_require__.e(895)]).then(__webpack_require__.bind(__webpack_require__, 8895)) },
    { name: 'status', summary: 'How everything stands', load: () => Promise.all(/* import() */[__webpack_require__.e(131), __webpack_require__.e(666), __webpack_require__.e(587), __webpack_require__.e(889), __webpack_require__.e(559), __webpack_require__.e(437), __webpack_require__.e(962), __webpack_require__.e(334), __webpack_require__.e(735), __webpack_require__.e(663), __webpack_require__.e(165), __webpack_require__.e(832)]).then(__webpack_require__.bind(__webpack_require__, 9832)) },
    { name: 'review', summary: 'Accept and reject what was delivered', load: () => Promise.all(/* import() */[__webpack_require__.e(131), __webpack_require__.e(666), __webpack_require__.e(283), __webpack_require__.e(587), __webpack_require__.e(889), __webpack_require__.e(559), __webpack_require__.e(437), __webpack_require__.e(962), __webpack_require__.e(334), __webpack_require__.e(735), __webpack_require__.e(663), __webpack_require__.e(165), __webpack_require__.e(936)]).then(__webpack_require__.bind(__webpack_require__, 9936)) },
    { name: 'database', summary: 'Search, count, export and check the database', load: () => Promise.all(/* import() */[__webpack_require__.e(131), __webpack_require__.e(666), __webpack_require__.e(283), __webpack_require__.e(587), __webpack_require__.e(559), __webpack_require__.e(437), __webpack_require__.e(962), __webpack_require__.e(334), __webpack_require__.e(735), __webpack_require__.e(17)]).then(__webpack_require__.bind(__webpack_require__, 2017)) },
    { name: 'pause', summary: 'Let no session begin', load: () => Promise.all(/* import() */[__webpack_require__.e(131), __webpack_require__.e(666), __webpack_require__.e(559), __webpack_require__.e(437), __webpack_require__.e(962), __webpack_require__.e(334), __webpack_require__.e(244)]).then(__webpack_require__.bind(__webpack_require__, 6506)) },
    { name: 'enable', summary: 'Let sessions begin again', load: () => Promise.all(/* import() */[__webpack_require__.e(131), __webpack_require__.e(666), __webpack_require__.e(559), __webpack_require__.e(437), __webpack_require__.e(962), __webpack_require__.e(334), __webpack_require__.e(953)]).then(__webpack_require__.bind(__webpack_require__, 1685)) },
    { name: 'rehearse', summary: 'Serve the embedded provider', load: () => Promise.all(/* import() */[__webpack_require__.e(131), __webpack_require__.e(283), __webpack_require__.e(889), __webpack_require__.e(780), __webpack_require__.e(848)]).then(__webpack_require__.bind(__webpack_require__, 8007)) },
    { name: 'tasks', summary: 'Import, add, list, show, redo, block and unblock tasks', load: () => Promise.all(/* import() */[__webpack_require__.e(131), __webpack_require__.e(666), __webpack_require__.e(587), __webpack_require__.e(889), __webpack_require__.e(559), __webpack_require__.e(437), __webpack_require__.e(962), __webpack_require__.e(334), __webpack_require__.e(735), __webpack_require__.e(663), __webpack_require__.e(165), __webpack_require__.e(151)]).then(__webpack_require__.bind(__webpack_require__, 5532)) },
];


/***/ })

};
