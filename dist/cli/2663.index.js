export const id = 2663;
export const ids = [2663];
export const modules = {

/***/ 7918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ normalizeBody),
/* harmony export */   FO: () => (/* binding */ escapeAll),
/* harmony export */   Uw: () => (/* binding */ unescapeText),
/* harmony export */   X1: () => (/* binding */ escapeText),
/* harmony export */   jn: () => (/* binding */ readSections),
/* harmony export */   ln: () => (/* binding */ escapeEnd)
/* harmony export */ });
/** Characters that Markdown, GitHub or an editor would change or hide, anywhere in a text. */
const fragile = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
const escapeCharacter = (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
/** Every character as an escape, for spaces that would get lost. */
const escapeAll = (text) => Array.from(text, escapeCharacter).join('');
/** The spaces at a text's end as escapes; a pattern for them takes quadratic time on spaces that end before it does. */
const escapeEnd = (text) => {
    const kept = text.trimEnd();
    return kept + escapeAll(text.slice(kept.length));
};
/**
 * A foreign text as one that survives being written into an issue and read again: backslashes are doubled, invisible
 * characters and spaces at the ends become `\u{20}`, and `<` before a tag or comment too, so that it cannot hide or imitate one.
 */
const escapeText = (text) => escapeEnd(text
    .replaceAll('\\', '\\\\')
    .replaceAll(fragile, character => (character === '\n' ? character : escapeCharacter(character)))
    .replaceAll(/<(?=[!/?a-z])/gi, escapeCharacter)
    .replace(/^\s+/u, escapeAll));
const readEscape = (whole, hex) => {
    if (hex === undefined)
        return whole.slice(1);
    const code = Number.parseInt(hex, 16);
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
};
/** Undoes `escapeText`; a backslash that a person wrote before anything else stays. */
const unescapeText = (text, escaped = '\\\\') => text.replaceAll(new RegExp(`\\\\(?:u\\{([0-9a-f]{1,6})\\}|[${escaped}])`, 'g'), readEscape);
/** A body without what editors and browsers add: CRLF line ends and a byte order mark. */
const normalizeBody = (text) => text.replace(/^\u{feff}/u, '').replaceAll(/\r\n?/g, '\n');
/** The sections of an issue form's body by heading in lower case: `### Heading`, then the value. */
function readSections(body) {
    const sections = new Map();
    for (const part of `\n${normalizeBody(body)}`.split(/\n(?=### )/).slice(1)) {
        const end = part.indexOf('\n');
        const heading = (end === -1 ? part : part.slice(0, end)).slice(4).trim().toLowerCase();
        const value = end === -1 ? '' : part.slice(end + 1);
        const values = sections.get(heading);
        if (values === undefined)
            sections.set(heading, [value]);
        else
            values.push(value);
    }
    return sections;
}


/***/ }),

/***/ 8306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pj: () => (/* binding */ longestBody),
/* harmony export */   aO: () => (/* binding */ renderResearchBody),
/* harmony export */   v9: () => (/* binding */ parseResearchBody)
/* harmony export */ });
/* harmony import */ var _body_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7918);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);
/* harmony import */ var _research_task_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1151);
/* harmony import */ var _task_form_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8568);
/* harmony import */ var _task_forms_form_reader_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6138);
/* harmony import */ var _task_forms_task_title_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(936);






/** GitHub takes 65,536 characters in an issue's body. */
const longestBody = 65_536;
const escapeFamily = (family) => (0,_body_text_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeText */ .X1)(family).replaceAll(/[()]/g, bracket => `\\${bracket}`);
const oneLine = (text) => text.replaceAll('\n', '\\u{a}');
function renderIndicator({ id, name, family, brief }) {
    const lines = (0,_body_text_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeText */ .X1)(brief)
        .split('\n')
        // A line's own spaces at its end would be lost in an editor.
        .map(_body_text_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeEnd */ .ln);
    return [
        `- ${id}: ${oneLine((0,_body_text_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeText */ .X1)(name))} (${oneLine(escapeFamily(family))})`,
        ...lines.map(line => (line === '' ? '' : `  ${line}`)),
    ].join('\n');
}
/** The body of a research task's issue, as the form renders it and a person could write it. Throws `fix-config` above 65,536 characters. */
function renderResearchBody({ task, title, indicators }) {
    const body = `### Assignment\n\n${(0,_task_forms_task_title_js__WEBPACK_IMPORTED_MODULE_3__/* .renderTitle */ .z)({ task, title })}\n\n### Indicators\n\n${indicators.map(renderIndicator).join('\n')}\n`;
    if (body.length > longestBody) {
        const message = `Expected the text of task \`${task}\` to have at most 65,536 characters as an issue, got ${body.length}. Shorten its briefs.`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX(message, { actBy: 'fix-config' });
    }
    return body;
}
/** The lines of a brief without the indentation of its first line. */
function readBrief(lines) {
    const indent = /^[ \t]*/.exec(lines.find(line => line.trim() !== '') ?? '')?.[0] ?? '';
    const stripped = lines.map(line => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()).trimEnd());
    const from = stripped.findIndex(line => line !== '');
    return (0,_body_text_js__WEBPACK_IMPORTED_MODULE_4__/* .unescapeText */ .Uw)(stripped.slice(Math.max(0, from), stripped.findLastIndex(line => line !== '') + 1).join('\n'));
}
/** A bullet with its name and family escaped is never longer; nothing longer is looked at. */
const longestHead = 3000;
const familyAtEnd = /\(((?:\\.|[^()\\])*)\)$/;
/** `- id: Name (family)`, piece by piece: one pattern for all of it takes cubic time on a run of spaces. */
function readHead(line) {
    const first = line.trimEnd();
    const family = first.length > longestHead ? null : familyAtEnd.exec(first);
    const [, rest = ''] = /^[-*] +(.*)$/.exec(family === null ? '' : first.slice(0, family.index)) ?? [];
    const colon = rest.indexOf(':');
    const id = rest.slice(0, Math.max(0, colon)).trimEnd();
    if (family === null || colon === -1 || /\s/.test(id))
        return undefined;
    return { id, name: rest.slice(colon + 1).trim(), family: family[1] ?? '' };
}
function readIndicator(first, rest, problems) {
    const found = readHead(first);
    if (found === undefined) {
        problems.push(`“${first.slice(0, 60)}” must read \`- id: Name (family)\`, with the brief indented beneath it.`);
        return undefined;
    }
    const { id, name, family } = found;
    const indicator = { id, name: (0,_body_text_js__WEBPACK_IMPORTED_MODULE_4__/* .unescapeText */ .Uw)(name), family: (0,_body_text_js__WEBPACK_IMPORTED_MODULE_4__/* .unescapeText */ .Uw)(family, '\\\\()'), brief: readBrief(rest) };
    const checked = _research_task_js__WEBPACK_IMPORTED_MODULE_1__/* .indicatorSchema */ .b.safeParse(indicator);
    if (checked.success)
        return checked.data;
    for (const key of new Set(checked.error.issues.map(issue => String(issue.path[0]))))
        problems.push(expectations(id.slice(0, 40), key));
    return undefined;
}
const expectations = (id, key) => {
    if (key === 'id')
        return `“${id}” cannot be an id: use lower-case letters, digits and \`-\`, at most 40 characters.`;
    if (key === 'brief')
        return `Indicator “${id}” needs a brief of 1 to 4,000 characters, indented beneath it.`;
    return `Indicator “${id}” needs a ${key} of 1 to ${key === 'name' ? 120 : 60} characters.`;
};
function readIndicators(value, problems) {
    const [before = '', ...blocks] = `\n${value}`.split(/\n(?=[-*] )/);
    if (before.trim() !== '')
        problems.push('“Indicators” must begin with a line such as `- macd: Moving Average Convergence Divergence (technical/trend)`.');
    // What is beyond that many is a mistake as a whole, and not looked at.
    const indicators = blocks.slice(0, _task_form_js__WEBPACK_IMPORTED_MODULE_2__/* .mostIndicators */ .sR).flatMap(block => {
        const [first = '', ...rest] = block.split('\n');
        return readIndicator(first, rest, problems) ?? [];
    });
    if (blocks.length === 0 && before.trim() === '')
        problems.push('“Indicators” names none.');
    if (blocks.length > _task_form_js__WEBPACK_IMPORTED_MODULE_2__/* .mostIndicators */ .sR)
        problems.push(`“Indicators” names ${blocks.length}; at most ${_task_form_js__WEBPACK_IMPORTED_MODULE_2__/* .mostIndicators */ .sR} fit into one task.`);
    const counts = Map.groupBy(indicators, each => each.id);
    for (const [id, same] of counts)
        if (same.length > 1)
            problems.push(`Indicator “${id}” is there twice.`);
    return indicators;
}
/** Reads an issue's body, whoever wrote it; never throws. */
function parseResearchBody(text) {
    if (text.length > longestBody)
        return { type: 'invalid', problems: ['The text is longer than 65,536 characters.'] };
    const { problems, required } = (0,_task_forms_form_reader_js__WEBPACK_IMPORTED_MODULE_5__/* .createFormReader */ .iC)(text);
    const [title, list] = [required('Assignment'), required('Indicators')];
    const named = title === undefined ? undefined : (0,_task_forms_task_title_js__WEBPACK_IMPORTED_MODULE_3__/* .readTitle */ .t)(title, 'Assignment', problems);
    const indicators = list === undefined ? [] : readIndicators(list, problems);
    if (problems.length > 0 || named === undefined)
        return { type: 'invalid', problems };
    return { type: 'assignment', assignment: { ...named, indicators } };
}


/***/ }),

/***/ 1151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ indicatorSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9131);

const indicatorSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).max(120),
    family: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).max(60),
    brief: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).max(4000),
});


/***/ }),

/***/ 8568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A_: () => (/* binding */ titleSchema),
/* harmony export */   Df: () => (/* binding */ longestTitle),
/* harmony export */   XH: () => (/* binding */ taskIdPattern),
/* harmony export */   sR: () => (/* binding */ mostIndicators)
/* harmony export */ });
/* unused harmony exports taskIdSchema, researchAssignmentSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9131);
/* harmony import */ var _research_task_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1151);


/** Task ids go into paths, branch names and work ids. */
const taskIdPattern = /^[a-z0-9][a-z0-9_-]{0,59}$/;
const taskIdSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(taskIdPattern);
/** GitHub takes 256 characters for an issue's title; the rest is for what is put before it. */
const longestTitle = 200;
const titleSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .min(1)
    .max(longestTitle)
    // What turns the direction of text makes a title read as another one in lists and logs.
    .regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]+$/u)
    .regex(/^\S/)
    .regex(/\S$/);
/** More indicators than this is more than one session's work, and more than one issue's text holds. */
const mostIndicators = 20;
/** What a research task's form may say. */
const researchAssignmentSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    task: taskIdSchema,
    title: titleSchema,
    indicators: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(_research_task_js__WEBPACK_IMPORTED_MODULE_0__/* .indicatorSchema */ .b)
        .min(1)
        .max(mostIndicators)
        .refine(indicators => new Set(indicators.map(each => each.id)).size === indicators.length),
});


/***/ }),

/***/ 6138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S5: () => (/* binding */ renderText),
/* harmony export */   iC: () => (/* binding */ createFormReader),
/* harmony export */   tk: () => (/* binding */ readLimited)
/* harmony export */ });
/* unused harmony export readText */
/* harmony import */ var _body_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7918);

/** What an issue form writes where nothing was filled in. */
const noResponse = /^\s*(?:(?:_No response_|None)\s*)?$/i;
function createFormReader(body) {
    const sections = (0,_body_text_js__WEBPACK_IMPORTED_MODULE_0__/* .readSections */ .jn)(body);
    const problems = [];
    const read = (heading, isRequired) => {
        const [value, ...more] = sections.get(heading.toLowerCase()) ?? [];
        if (value !== undefined && more.length > 0)
            problems.push(`The heading “### ${heading}” is there ${more.length + 1} times.`);
        else if (value !== undefined && !noResponse.test(value))
            return value;
        else if (isRequired)
            problems.push(`The heading “### ${heading}” with something beneath it is missing.`);
        return undefined;
    };
    return { problems, required: heading => read(heading, true), optional: heading => read(heading, false) };
}
/** A text of several lines as it stands beneath a heading, so that no line of it reads as a heading and no space is lost. */
const renderText = (text) => {
    const lines = (0,_body_text_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeText */ .X1)(text)
        .split('\n')
        .map(line => (0,_body_text_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeEnd */ .ln)(line).replace(/^#/u, _body_text_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeAll */ .FO));
    const rendered = lines.join('\n');
    return noResponse.test(rendered) ? rendered.replace(/^./u, _body_text_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeAll */ .FO) : rendered;
};
/** A text of several lines, without the spaces at its lines' ends and the empty lines around it. */
const readText = (value) => (0,_body_text_js__WEBPACK_IMPORTED_MODULE_0__/* .unescapeText */ .Uw)(value
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n')
    .trim());
/** A text of at most so many characters; longer ones are a problem. */
function readLimited(value, limit, problems) {
    const text = value === undefined ? '' : readText(value);
    if (text.length > limit.most)
        problems.push(`“${limit.heading}” must have at most ${limit.most.toLocaleString('en')} characters, and has ${text.length.toLocaleString('en')}.`);
    return text;
}


/***/ }),

/***/ 2919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Pb: () => (/* binding */ formNames),
  uO: () => (/* binding */ forms_forms),
  H9: () => (/* binding */ parseAssignment),
  J0: () => (/* binding */ recognizeForm)
});

// EXTERNAL MODULE: ./src/domain/body-text.js
var body_text = __webpack_require__(7918);
// EXTERNAL MODULE: ./src/domain/issue-body.js
var issue_body = __webpack_require__(8306);
// EXTERNAL MODULE: ./src/domain/task-forms/form-reader.js
var form_reader = __webpack_require__(6138);
// EXTERNAL MODULE: ./src/domain/task-forms/task-title.js
var task_title = __webpack_require__(936);
;// CONCATENATED MODULE: ./src/domain/task-forms/implementation.js


const longestDetails = 20_000;
const longestOther = 4000;
const renderImplementationBody = ({ task, title, details, why, where, check }) => [
    `### Change\n\n${(0,task_title/* renderTitle */.z)({ task, title })}\n${details === '' ? '' : `\n${(0,form_reader/* renderText */.S5)(details)}\n`}`,
    `### Why\n\n${(0,form_reader/* renderText */.S5)(why)}\n`,
    ...(where === '' ? [] : [`### Where\n\n${(0,form_reader/* renderText */.S5)(where)}\n`]),
    `### Check\n\n${(0,form_reader/* renderText */.S5)(check)}\n`,
].join('\n');
/** Reads an issue's body, whoever wrote it; never throws. The first line beneath “Change” is the task's title. */
function parseImplementationBody(body) {
    const { problems, required, optional } = (0,form_reader/* createFormReader */.iC)(body);
    const change = required('Change')?.trimStart();
    const [whyText, whereText, checkText] = [required('Why'), optional('Where'), required('Check')];
    const [first = '', ...rest] = (change ?? '').split('\n');
    const named = change === undefined ? undefined : (0,task_title/* readTitle */.t)(first, 'Change', problems);
    const details = (0,form_reader/* readLimited */.tk)(rest.join('\n'), { heading: 'Change', most: longestDetails }, problems);
    const why = (0,form_reader/* readLimited */.tk)(whyText, { heading: 'Why', most: longestOther }, problems);
    const where = (0,form_reader/* readLimited */.tk)(whereText, { heading: 'Where', most: longestOther }, problems);
    const check = (0,form_reader/* readLimited */.tk)(checkText, { heading: 'Check', most: longestOther }, problems);
    return problems.length > 0 || named === undefined
        ? { type: 'invalid', problems }
        : { type: 'implementation', request: { ...named, details, why, where, check } };
}

// EXTERNAL MODULE: ./src/domain/task-forms/topic.js
var topic = __webpack_require__(1203);
// EXTERNAL MODULE: ./src/domain/task-forms/youtube-batch.js
var youtube_batch = __webpack_require__(9708);
;// CONCATENATED MODULE: ./src/domain/task-forms/forms.js





const formNames = ['research', 'topic', 'batch', 'implementation'];
const research = {
    name: 'a research assignment',
    headings: ['Assignment', 'Indicators'],
    telltale: 1,
    kind: 'research',
    usualPipeline: 'droid-research',
    example: (0,issue_body/* renderResearchBody */.aO)({
        task: 'momentum-1',
        title: 'Momentum oscillators',
        indicators: [
            {
                id: 'rsi',
                name: 'Relative Strength Index',
                family: 'technical/momentum',
                brief: 'What it is and how it is used, as far as the writers should know.',
            },
        ],
    }),
    parse: body => {
        const parsed = (0,issue_body/* parseResearchBody */.v9)(body);
        if (parsed.type === 'invalid')
            return parsed;
        const { task, title, indicators } = parsed.assignment;
        const contents = indicators.map(({ id, name, family }) => `${id}: ${name} (${family})`);
        return { type: 'asked', asked: { task, title, contents } };
    },
};
const forms_topic = {
    name: 'an institutional topic',
    headings: ['Topic', 'Brief'],
    telltale: 2,
    kind: 'research',
    usualPipeline: 'zai-institutional',
    example: (0,topic/* renderTopicBody */.CQ)({
        task: 'custody-1',
        title: 'Custody of digital assets',
        brief: 'What the pairs should be about, as far as the writers should know.',
    }),
    parse: body => {
        const parsed = (0,topic/* parseTopicBody */.no)(body);
        if (parsed.type === 'invalid')
            return parsed;
        const { task, title, brief } = parsed.topic;
        return { type: 'asked', asked: { task, title, contents: [`${brief.split(/\s+/).length} words of brief`] } };
    },
};
const batch = {
    name: 'a YouTube batch',
    headings: ['Batch', 'Videos', 'Questions'],
    telltale: 2,
    kind: 'batch',
    usualPipeline: 'droid-eastern',
    example: (0,youtube_batch/* renderBatchBody */.LA)({
        task: 'lectures-1',
        title: 'Lectures on market structure',
        videos: ['https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
        questions: 'What the pairs should be about; leave it out for anything that the videos tell.',
    }),
    parse: body => {
        const parsed = (0,youtube_batch/* parseBatchBody */.aW)(body);
        if (parsed.type === 'invalid')
            return parsed;
        const { task, title, videos } = parsed.batch;
        return { type: 'asked', asked: { task, title, contents: videos } };
    },
};
const implementation = {
    name: 'an implementation task',
    headings: ['Change', 'Why', 'Where', 'Check'],
    telltale: 3,
    kind: 'implementation',
    usualPipeline: 'zai-implementation',
    example: renderImplementationBody({
        task: 'export-csv',
        title: 'Export the pairs as CSV',
        details: 'What to change, in as many lines as it takes.',
        why: 'Who needs it, and what for.',
        where: 'src/export.ts',
        check: 'How to see that it is done.',
    }),
    parse: body => {
        const parsed = parseImplementationBody(body);
        if (parsed.type === 'invalid')
            return parsed;
        const { task, title, check } = parsed.request;
        return { type: 'asked', asked: { task, title, contents: [`Done when: ${check}`] } };
    },
};
/** What an issue can be filled in as; the headings are those of the issue forms in `.github/ISSUE_TEMPLATE`. */
const forms_forms = { research, topic: forms_topic, batch, implementation };
/**
 * Which form a body was filled in as: the one most of whose headings it has. `isMeant` says that something else (its labels) marks
 * the issue as a task, so that one heading is enough. Undefined for an issue about something else.
 */
function recognizeForm(body, isMeant) {
    const sections = (0,body_text/* readSections */.jn)(body);
    const counts = formNames.map(name => ({
        name,
        count: forms_forms[name].headings.filter(heading => sections.has(heading.toLowerCase())).length,
    }));
    const best = counts.reduce((a, b) => (b.count > a.count ? b : a));
    return best.count >= (isMeant ? 1 : forms_forms[best.name].telltale) ? best.name : undefined;
}
/** A research task's body as it was accepted: an assignment, or a topic. Never throws. */
function parseAssignment(body) {
    if (recognizeForm(body, true) !== 'topic')
        return (0,issue_body/* parseResearchBody */.v9)(body);
    const parsed = (0,topic/* parseTopicBody */.no)(body);
    return parsed.type === 'invalid' ? parsed : { type: 'assignment', assignment: (0,topic/* assignmentOfTopic */.gB)(parsed.topic) };
}


/***/ }),

/***/ 936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ readTitle),
/* harmony export */   z: () => (/* binding */ renderTitle)
/* harmony export */ });
/* harmony import */ var _body_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7918);
/* harmony import */ var _task_form_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8568);


const slugOf = (title) => title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, 60)
    .replace(/-$/, '');
/** `id: Title`, as it stands beneath a heading. */
const renderTitle = ({ task, title }) => `${task}: ${(0,_body_text_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeText */ .X1)(title)}`;
/** `id: Title`; where a person wrote a title alone, the id is made of it. */
function readTitle(value, heading, problems) {
    const [, id, rest] = /^([a-z0-9][a-z0-9_-]{0,59}): +(.*)$/s.exec(value.trim()) ?? [];
    const title = (0,_body_text_js__WEBPACK_IMPORTED_MODULE_1__/* .unescapeText */ .Uw)((rest ?? value).trim());
    if (!_task_form_js__WEBPACK_IMPORTED_MODULE_0__/* .titleSchema */ .A_.safeParse(title).success) {
        problems.push(`“${heading}” must be one line of at most ${_task_form_js__WEBPACK_IMPORTED_MODULE_0__/* .longestTitle */ .Df} characters, without control characters and such as turn the direction of text.`);
        return { task: id ?? '', title };
    }
    const task = id ?? slugOf(title);
    if (!_task_form_js__WEBPACK_IMPORTED_MODULE_0__/* .taskIdPattern */ .XH.test(task))
        problems.push(`“${heading}” needs an id before its title, such as \`momentum-1: Momentum oscillators\`.`);
    return { task, title };
}


/***/ }),

/***/ 1203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CQ: () => (/* binding */ renderTopicBody),
/* harmony export */   F1: () => (/* binding */ longestBrief),
/* harmony export */   Qd: () => (/* binding */ longestTopic),
/* harmony export */   gB: () => (/* binding */ assignmentOfTopic),
/* harmony export */   no: () => (/* binding */ parseTopicBody)
/* harmony export */ });
/* harmony import */ var _form_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6138);
/* harmony import */ var _task_title_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(936);


/** An indicator's name has no more. */
const longestTopic = 120;
const longestBrief = 4000;
const renderTopicBody = ({ task, title, brief }) => `### Topic\n\n${(0,_task_title_js__WEBPACK_IMPORTED_MODULE_0__/* .renderTitle */ .z)({ task, title })}\n\n### Brief\n\n${(0,_form_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .renderText */ .S5)(brief)}\n`;
/** Reads an issue's body, whoever wrote it; never throws. */
function parseTopicBody(body) {
    const { problems, required } = (0,_form_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .createFormReader */ .iC)(body);
    const [heading, text] = [required('Topic'), required('Brief')];
    const named = heading === undefined ? undefined : (0,_task_title_js__WEBPACK_IMPORTED_MODULE_0__/* .readTitle */ .t)(heading, 'Topic', problems);
    const brief = (0,_form_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readLimited */ .tk)(text, { heading: 'Brief', most: longestBrief }, problems);
    if (named !== undefined && problems.length === 0 && named.title.length > longestTopic)
        problems.push(`“Topic” must have at most ${longestTopic} characters after its id, and has ${named.title.length}.`);
    return problems.length > 0 || named === undefined
        ? { type: 'invalid', problems }
        : { type: 'topic', topic: { ...named, brief } };
}
/** A topic is researched as an assignment of one indicator. */
const assignmentOfTopic = ({ task, title, brief }) => ({
    task,
    title,
    indicators: [{ id: task.replaceAll('_', '-').slice(0, 40), name: title, family: 'institutional', brief }],
});


/***/ }),

/***/ 9708:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GF: () => (/* binding */ mostVideos),
/* harmony export */   LA: () => (/* binding */ renderBatchBody),
/* harmony export */   UH: () => (/* binding */ videoAddress),
/* harmony export */   aW: () => (/* binding */ parseBatchBody),
/* harmony export */   u7: () => (/* binding */ longestQuestions)
/* harmony export */ });
/* harmony import */ var _form_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6138);
/* harmony import */ var _task_title_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(936);


const mostVideos = 50;
const longestQuestions = 4000;
/** No address of a video is longer, whatever parameters it carries; longer lines are not looked at. */
const longestAddress = 500;
const hosts = new Set(['youtube.com', 'www.youtube.com', 'm.youtube.com', 'music.youtube.com']);
/** The id of one video in any of the addresses that YouTube gives it; undefined for a channel, a playlist and everything else. */
function videoIdOf(address) {
    const url = address.length > longestAddress ? null : URL.parse(/^https?:\/\//i.test(address) ? address : `https://${address}`);
    if (url === null || url.username !== '' || url.password !== '' || url.port !== '')
        return undefined;
    const [, first = '', second = ''] = url.pathname.split('/');
    const isPlayer = first === 'shorts' || first === 'live' || first === 'embed';
    const inPlayer = isPlayer ? second : first === 'watch' ? (url.searchParams.get('v') ?? '') : '';
    const id = url.hostname === 'youtu.be' ? first : hosts.has(url.hostname) ? inPlayer : '';
    return /^[\w-]{11}$/.test(id) ? id : undefined;
}
/** A video in the one way in which tasks write it; undefined where the address is not one video's. */
function videoAddress(address) {
    const id = videoIdOf(address);
    return id === undefined ? undefined : `https://www.youtube.com/watch?v=${id}`;
}
/** One address a line, with or without a bullet or angle brackets. */
function readVideos(value, problems) {
    const lines = value
        .split('\n')
        .map(line => line.trim().replace(/^(?:[-*]|\d{1,3}[.)])\s/, ''))
        .map(line => line.trim().replace(/^<([^<>]*)>$/, '$1'))
        .filter(line => line !== '');
    const videos = new Set();
    // What is beyond that many is a mistake as a whole, and not looked at.
    for (const line of lines.slice(0, mostVideos)) {
        const video = videoAddress(line);
        if (video === undefined)
            problems.push(`“${line.slice(0, 80)}” is not the address of one YouTube video, such as \`https://www.youtube.com/watch?v=dQw4w9WgXcQ\`.`);
        else if (videos.has(video))
            problems.push(`The video ${videoIdOf(video)} is there twice.`);
        else
            videos.add(video);
    }
    if (lines.length > mostVideos)
        problems.push(`“Videos” names ${lines.length}; at most ${mostVideos} fit into one task.`);
    return [...videos];
}
const renderBatchBody = ({ task, title, videos, questions }) => [
    `### Batch\n\n${(0,_task_title_js__WEBPACK_IMPORTED_MODULE_0__/* .renderTitle */ .z)({ task, title })}\n\n### Videos\n\n${videos.join('\n')}\n`,
    ...(questions === '' ? [] : [`### Questions\n\n${(0,_form_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .renderText */ .S5)(questions)}\n`]),
].join('\n');
/** Reads an issue's body, whoever wrote it; never throws. */
function parseBatchBody(body) {
    const { problems, required, optional } = (0,_form_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .createFormReader */ .iC)(body);
    const [heading, list, text] = [required('Batch'), required('Videos'), optional('Questions')];
    const named = heading === undefined ? undefined : (0,_task_title_js__WEBPACK_IMPORTED_MODULE_0__/* .readTitle */ .t)(heading, 'Batch', problems);
    const videos = list === undefined ? [] : readVideos(list, problems);
    const questions = (0,_form_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readLimited */ .tk)(text, { heading: 'Questions', most: longestQuestions }, problems);
    return problems.length > 0 || named === undefined
        ? { type: 'invalid', problems }
        : { type: 'batch', batch: { ...named, videos, questions } };
}


/***/ }),

/***/ 1717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rz: () => (/* binding */ flavourOf),
/* harmony export */   p: () => (/* binding */ firstConcurrencyOf),
/* harmony export */   tC: () => (/* binding */ answerModeOf)
/* harmony export */ });
/* unused harmony export flavours */
/** Whose dialect of the OpenAI protocol a server speaks; decides web search, attribution and the meaning of error codes. */
const flavours = (/* unused pure expression or super */ null && (['openrouter', 'zai', 'plain']));
const within = (host, domain) => host === domain || host.endsWith(`.${domain}`);
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);
/** The configured flavour where there is one, else what the base URL tells: the provider's host, or its path on a loopback rehearsal. */
const flavourOf = (baseUrl, configured) => {
    if (configured !== undefined)
        return configured;
    if (!URL.canParse(baseUrl))
        return 'plain';
    const { hostname, pathname } = new URL(baseUrl);
    if (within(hostname, 'openrouter.ai'))
        return 'openrouter';
    if (within(hostname, 'z.ai') || within(hostname, 'bigmodel.cn'))
        return 'zai';
    if (!loopback.has(hostname))
        return 'plain';
    const path = pathname.replace(/\/+$/, '');
    if (path.endsWith('/api/v1'))
        return 'openrouter';
    return path.endsWith('/api/paas/v4') ? 'zai' : 'plain';
};
/** Z.AI allows an account few requests at once and does not tell how many, so there one feels its way up from 1. */
const firstConcurrencyOf = (flavour, concurrency) => (flavour === 'zai' ? 1 : concurrency);
/** Z.AI answers a `json_schema` with 200 and ignores it, so there the shape goes into the prompt. */
const answerModeOf = (flavour) => (flavour === 'zai' ? 'json-object' : 'json-schema');


/***/ })

};
