export const id = 604;
export const ids = [604];
export const modules = {

/***/ 4257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   c5: () => (/* binding */ plainWords),
/* harmony export */   iQ: () => (/* binding */ markdownLink)
/* harmony export */ });
/* unused harmony export unescapeMarkdown */
/** Characters that nobody sees, tags and halves of surrogate pairs among them. */
const hidden = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const special = /\b(?:https?|ftp)(?=:)|\bwww(?=\.)|\bgh(?=-\d)|[!-/:-@[-`{-~]/gi;
/** Entities for what opens HTML or a formula; an invisible space behind what GitHub would link: accounts, issues, addresses. */
const inert = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    $: '&#36;',
    '@': '@&#8203;',
    '#': '\\#&#8203;',
};
const plain = /[,;'"/% ]/;
const escapeOne = (found) => {
    if (found.length > 1)
        return `${found}&#8203;`;
    return inert[found] ?? (plain.test(found) ? found : `\\${found}`);
};
/**
 * Hostile text as inert Markdown on one line: no HTML, no mention, no reference to an issue, no link, no formula, no way out of a fold.
 * It must follow something else on its line (a label), because a line's first characters can open a list or a heading.
 */
const escapeMarkdown = (text) => text
    .replace(hidden, '\ufffd')
    .replace(special, escapeOne)
    .trim()
    .replace(/\s+/g, space => (/[\r\n]/.test(space) ? '<br>' : ' '));
/**
 * Hostile text for a title, where nothing is escaped: a merge makes the title part of a commit's message, in which a name would
 * mention, and "closes #1" would close.
 */
const plainWords = (text) => text
    .replaceAll(/[^\p{L}\p{M}\p{N} .,()'’&+%-]/gu, ' ')
    .replaceAll(/\bgh-(?=\d)/giu, 'gh ')
    .replaceAll(/\s+/g, ' ')
    .trim();
/** Escaped text as it was, for a terminal, where nobody renders it. */
const unescapeMarkdown = (markdown) => markdown
    .replaceAll('&#8203;', '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#36;', '$')
    .replaceAll('&amp;', '&');
/** A link to a page whose address is https; anything else is shown as text. */
const markdownLink = (title, url) => {
    const parsed = URL.parse(url);
    const label = escapeMarkdown(title === '' ? url : title);
    if (parsed?.protocol !== 'https:')
        return `${label} (${escapeMarkdown(url)})`;
    return `[${label}](<${parsed.href.replace(/[<>\\`|@\s]/g, encodeURIComponent)}>)`;
};


/***/ }),

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

/***/ 8568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A_: () => (/* binding */ titleSchema),
/* harmony export */   Df: () => (/* binding */ longestTitle),
/* harmony export */   XH: () => (/* binding */ taskIdPattern),
/* harmony export */   sR: () => (/* binding */ mostIndicators)
/* harmony export */ });
/* unused harmony exports taskIdSchema, researchAssignmentSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7821);
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
/* harmony export */   LA: () => (/* binding */ renderBatchBody),
/* harmony export */   aW: () => (/* binding */ parseBatchBody)
/* harmony export */ });
/* unused harmony exports mostVideos, longestQuestions, videoAddress */
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

/***/ 6353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ findPipeline),
/* harmony export */   i: () => (/* binding */ isRunnable)
/* harmony export */ });
/* harmony import */ var _config_kinds_registry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4700);
/* harmony import */ var _config_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1242);
/* harmony import */ var _config_pipelines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6615);
/* harmony import */ var _config_show_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(467);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9763);





const isRunnable = (pipeline) => (0,_config_pipelines_js__WEBPACK_IMPORTED_MODULE_2__/* .factsOf */ .xS)(pipeline).runs;
const runnableKinds = () => {
    const names = Object.entries(_config_kinds_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .kinds */ .E).flatMap(([name, { runs }]) => (runs ? [name] : []));
    return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
};
/** The configured pipeline of that name; otherwise an error that names the nearest one. */
function findPipeline(config, name) {
    const pipeline = Object.hasOwn(config.pipelines, name) ? config.pipelines[name] : undefined;
    if (pipeline === undefined) {
        const known = Object.keys(config.pipelines);
        const close = (0,_config_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(name, known);
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .PerpetualError */ .nX(`Expected the name of a pipeline, got ${(0,_config_show_js__WEBPACK_IMPORTED_MODULE_4__/* .show */ .WU)(name)}${close === undefined ? '.' : `; did you mean \`${close}\`?`} Known: ${known.join(', ')}`, { actBy: 'fix-config' });
    }
    if (isRunnable(pipeline))
        return pipeline;
    throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .PerpetualError */ .nX(`Expected a pipeline of kind ${runnableKinds()}, got \`${name}\` of kind ${pipeline.kind}, which this version does not run`, { actBy: 'fix-config' });
}


/***/ }),

/***/ 1094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d8: () => (/* binding */ maxRepairs),
/* harmony export */   e: () => (/* binding */ scaleSettings)
/* harmony export */ });
/* unused harmony export scaleStages */
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);

/** At most three correction turns an indicator while its base stages run: a model that fails more often has other troubles. */
const maxRepairs = 3;
/** Planning needs a call for facets and one for queries; each other stage at least one. */
const leastStages = { plan: 2, research: 1, write: 1, judge: 1, reserve: 0 };
const stageNames = ['plan', 'research', 'write', 'judge', 'reserve'];
const sumOf = (stages) => stageNames.reduce((sum, name) => sum + stages[name], 0);
/** The same split for another number of calls, by largest remainder, no stage below what it needs. Throws below five calls. */
const scaleStages = (stages, calls) => {
    const least = sumOf(leastStages);
    if (!Number.isInteger(calls) || calls < least) {
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX(`Expected \`callsPerIndicator\` to be a whole number of at least ${least}, got \`${calls}\``, {
            actBy: 'fix-config',
        });
    }
    const total = sumOf(stages);
    const parts = stageNames.map(name => {
        const exact = (stages[name] * calls) / total;
        return {
            name,
            least: leastStages[name],
            rest: exact - Math.floor(exact),
            calls: Math.max(Math.floor(exact), leastStages[name]),
        };
    });
    const missing = () => calls - parts.reduce((sum, part) => sum + part.calls, 0);
    for (const part of parts.toSorted((a, b) => b.rest - a.rest))
        if (missing() > 0)
            part.calls += 1;
    while (missing() < 0) {
        const [richest] = parts.toSorted((a, b) => b.calls - b.least - (a.calls - a.least));
        if (richest !== undefined)
            richest.calls -= 1;
    }
    const callsOf = (wanted) => parts.find(({ name }) => name === wanted)?.calls ?? 0;
    return {
        plan: callsOf('plan'),
        research: callsOf('research'),
        write: callsOf('write'),
        judge: callsOf('judge'),
        reserve: callsOf('reserve'),
    };
};
/** Brings stages and targets to `callsPerIndicator` calls. */
const scaleSettings = (settings) => {
    const ratio = settings.callsPerIndicator / sumOf(settings.stages);
    const stages = scaleStages(settings.stages, settings.callsPerIndicator);
    const scale = (value) => Math.max(1, Math.round(value * ratio));
    return {
        ...settings,
        stages,
        acceptTarget: scale(settings.acceptTarget),
        queriesPerIndicator: scale(settings.queriesPerIndicator),
    };
};


/***/ }),

/***/ 5434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ project),
/* harmony export */   MU: () => (/* binding */ isOurs),
/* harmony export */   PC: () => (/* binding */ labelsOf),
/* harmony export */   R6: () => (/* binding */ projectAll),
/* harmony export */   i4: () => (/* binding */ areSameLabels)
/* harmony export */ });
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(795);

/** The labels that a task's issue must have. They are a projection of the state and never read back. */
const labelsOf = (task, agent) => [
    `agent:${agent}`,
    `pipeline:${task.pipeline}`,
    `priority:${task.priority}`,
    `status:${task.status}`,
];
/** Labels that only the automation sets to say how things are; what people put on an issue beside them stays. */
const isOurs = (label) => /^(?:(?:agent|pipeline|priority|status):|needs-approval$)/iu.test(label);
/** GitHub takes names that differ in case alone for the same label, and keeps the case of the first. */
function areSameLabels(a, b) {
    const names = new Set(b.map(label => label.toLowerCase()));
    return a.length === b.length && a.every(label => names.has(label.toLowerCase()));
}
const isEnded = (task) => task.status === 'completed' || task.status === 'rejected';
/** Overwrites the labels and the state of a task's issue where they differ; labels of people's own making stay. */
async function project(forge, { task, agent, issue }) {
    if (task.issue === null)
        return;
    const found = issue ?? (await forge.issues.get(task.issue));
    if (found === undefined)
        return;
    const labels = [...labelsOf(task, agent), ...found.labels.filter(label => !isOurs(label))];
    const state = isEnded(task) ? 'closed' : 'open';
    if (found.state !== state || !areSameLabels(labels, found.labels))
        await forge.issues.update(task.issue, { labels, state });
}
/** Labels of a task that ended longer ago are left as they are: a repository gathers thousands of them. */
const mendedForMs = 7 * 24 * 60 * 60_000;
/** Mends the labels of all tasks that have not ended long ago, and gives their issues as they were found. */
async function projectAll(forge, tasks, { agent, now }) {
    const since = (0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_0__/* .plusMs */ .f9)(now, -mendedForMs);
    const mended = tasks.filter(task => task.endedAt === null || task.endedAt > since);
    // At once, because a forge may bring them with one request.
    const looks = mended.map(async (task) => ({ task, issue: task.issue === null ? undefined : await forge.issues.get(task.issue) }));
    const issues = new Map();
    for (const { task, issue } of await Promise.all(looks)) {
        if (issue === undefined)
            continue;
        issues.set(issue.number, issue);
        await project(forge, { task, agent, issue });
    }
    return issues;
}


/***/ }),

/***/ 2674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ newTask)
});

// UNUSED EXPORTS: createTaskBook

// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ./src/domain/task.js
var task = __webpack_require__(3761);
// EXTERNAL MODULE: ./src/domain/instant.js
var instant = __webpack_require__(795);
// EXTERNAL MODULE: ./src/domain/state.js
var state = __webpack_require__(8935);
// EXTERNAL MODULE: ./src/session/state-files.js + 2 modules
var state_files = __webpack_require__(8437);
;// CONCATENATED MODULE: ./src/session/import-lock.js



/** Eleven issues take 33 s at the pace of GitHub's notifications, and a limit may be waited for two minutes. */
const leaseMs = 300_000;
const marginMs = 150_000;
const lookAgainMs = 3_000;
const isSame = (one, other) => one.host === other.host && one.pid === other.pid && one.started === other.started;
/** Waits until no other living process holds it; `onWait` is told at each look. */
async function import_lock_takeImportLock({ store, clock, identity, isDead }, onWait) {
    const path = statePaths.importLock;
    let until = clock.now();
    const renewal = () => {
        until = plusMs(clock.now(), leaseMs);
        return { path, text: printState({ version: 1, holder: identity, expiresAt: until }) };
    };
    const isFree = async (text) => {
        if (text === undefined)
            return true;
        const { holder, expiresAt } = parseState(importLockSchema, path, text);
        return expiresAt <= clock.now() || isSame(holder, identity) || (await isDead(holder));
    };
    const take = async () => {
        for (;;) {
            const head = await store.head([path]);
            if (await isFree((await store.read(head, [path])).get(path))) {
                if ((await store.write(head, [renewal()], 'Import tasks')).type === 'written')
                    return;
            }
            else {
                onWait();
                await clock.sleep(lookAgainMs);
            }
        }
    };
    const release = { path, text: null };
    await take();
    return {
        renewal,
        renew: async () => {
            if (clock.now() >= plusMs(until, -marginMs))
                await take();
        },
        release,
        giveBack: async () => {
            while ((await store.write(await store.head(), [release], 'Import no tasks')).type === 'stale')
                ;
        },
    };
}

// EXTERNAL MODULE: ./src/session/projection.js
var projection = __webpack_require__(5434);
;// CONCATENATED MODULE: ./src/session/task-book.js





/** Tasks that go into the state with one commit: an import that is stopped loses no more than these, and makes them up the next time. */
const tasksPerCommit = 11;
/** Characters that GitHub takes; the longest id before the longest title has six more, and the body says both whole. */
const longestIssueTitle = 256;
const isOpen = (task) => task.status === 'pending' || task.status === 'in-progress' || task.status === 'in-review';
/** A task that nobody has worked on. */
const newTask = (seed, rest) => ({
    version: 1,
    id: seed.id,
    pipeline: seed.pipeline,
    title: seed.title,
    priority: seed.priority,
    order: seed.order,
    status: 'pending',
    settings: null,
    attempts: 0,
    reason: null,
    startedAt: null,
    endedAt: null,
    activeMs: 0,
    spent: {},
    units: [],
    resultFiles: 0,
    parts: [],
    grade: null,
    ...rest,
});
const rowOf = (task) => ({
    number: task.issue,
    id: task.id,
    pipeline: task.pipeline,
    title: task.title,
    priority: task.priority,
    status: task.status,
    attempts: task.attempts,
    accepted: totalsOf(task.units).accepted,
});
const detailOf = (task) => ({
    ...rowOf(task),
    order: task.order,
    createdAt: task.createdAt,
    startedAt: task.startedAt,
    endedAt: task.endedAt,
    reason: task.reason,
    redoes: task.redoes,
    units: task.units,
    deliveries: task.parts.map(part => ({
        branch: part.branch,
        number: part.pull,
        url: part.url,
        state: part.state,
        pairs: part.pairs,
    })),
    grade: task.grade === null ? null : `${task.grade.letter} (${task.grade.score})`,
    body: task.body,
});
function createTaskBook({ forge, book, clock, agentOf, identity, isDead }) {
    const openIssue = (task) => forge.issues.create({
        title: `${task.id}: ${task.title}`.slice(0, longestIssueTitle).toWellFormed(),
        body: task.body,
        labels: labelsOf(task, agentOf(task.pipeline)),
        marker: `task:${task.pipeline}/${task.id}`,
    });
    const add = async (pipeline, tasks, extras = {}) => {
        const operation = `add/${tasks[0]?.id ?? ''}-${tasks.length}/${clock.now()}`;
        await book.apply({ type: 'add-tasks', operation, pipeline, now: clock.now(), tasks }, extras);
    };
    const find = async (name) => {
        const tasks = await book.tasks();
        const number = /^#?(\d+)$/u.exec(name)?.[1];
        return tasks.find(task => task.id === name || (number !== undefined && task.issue === Number(number)));
    };
    const findOrRefuse = async (name) => {
        const task = await find(name);
        if (task !== undefined)
            return task;
        throw new PerpetualError(`Expected a task's number or id, found none named \`${name}\`; \`perpetual tasks list\` shows them`, {
            actBy: 'fix-config',
        });
    };
    const missingOf = async (seeds) => {
        const known = new Set((await book.tasks()).map(task => `${task.pipeline}/${task.id}`));
        return seeds.filter(seed => !known.has(`${seed.pipeline}/${seed.id}`));
    };
    const importTasks = async (seeds, onProgress) => {
        const total = (await missingOf(seeds)).length;
        if (total === 0)
            return { created: 0, existing: seeds.length };
        const lock = await takeImportLock({ store: book.store, clock, identity, isDead }, () => onProgress({ done: 0, total, title: 'waits for another import' }));
        // Again: the other import may have made them.
        const missing = await missingOf(seeds);
        let waiting = [];
        for (const [index, seed] of missing.entries()) {
            await lock.renew();
            const task = newTask(seed, { issue: null, body: seed.body, createdAt: clock.now(), redoes: null });
            const issue = await openIssue(task);
            waiting.push({ ...task, issue: issue.number });
            const next = missing[index + 1];
            if (waiting.length >= tasksPerCommit || next?.pipeline !== seed.pipeline) {
                await add(seed.pipeline, waiting, { files: [next === undefined ? lock.release : lock.renewal()] });
                waiting = [];
            }
            onProgress({ done: index + 1, total: missing.length, title: seed.title });
        }
        if (missing.length === 0)
            await lock.giveBack();
        return { created: missing.length, existing: seeds.length - missing.length };
    };
    const redo = async (name) => {
        const task = await findOrRefuse(name);
        if (isOpen(task))
            throw new PerpetualError(`Expected a task that has ended or is blocked, got \`${task.id}\`, which is ${task.status}`, {
                actBy: 'fix-config',
            });
        const ids = new Set((await book.tasks(task.pipeline)).map(each => each.id));
        const origin = task.redoes ?? task.id;
        let attempt = 2;
        while (ids.has(`${origin}-r${attempt}`))
            attempt += 1;
        const again = newTask({ ...task, id: `${origin}-r${attempt}` }, { issue: null, body: task.body, createdAt: clock.now(), redoes: origin });
        const issue = await openIssue(again);
        await add(task.pipeline, [{ ...again, issue: issue.number }]);
        return rowOf({ ...again, issue: issue.number });
    };
    const command = async (name, status, reason) => {
        const task = await findOrRefuse(name);
        const now = clock.now();
        const operation = `${status}/${task.id}/${now}`;
        const result = await book.apply({
            type: 'command-task',
            operation,
            pipeline: task.pipeline,
            now,
            task: task.id,
            status,
            reason,
        });
        if (result.type === 'fenced')
            throw new PerpetualError(`Expected a task that may become ${status}, got \`${task.id}\`, which is ${task.status}`, {
                actBy: 'fix-config',
            });
        const commanded = result.state.tasks[task.id] ?? task;
        await project(forge, { task: commanded, agent: agentOf(task.pipeline) });
        return rowOf(commanded);
    };
    return {
        block: (name, because) => command(name, 'blocked', because),
        unblock: name => command(name, 'pending', null),
        import: importTasks,
        redo,
        list: async ({ pipeline, status }) => {
            const tasks = (await book.tasks(pipeline)).filter(task => status === undefined || task.status === status);
            const isEnded = (task) => Number(task.status === 'completed' || task.status === 'rejected');
            return tasks.toSorted((a, b) => isEnded(a) - isEnded(b) || compareTasks(a, b)).map(rowOf);
        },
        show: async (name) => {
            const task = await find(name);
            if (task === undefined)
                return undefined;
            await project(forge, { task, agent: agentOf(task.pipeline) });
            return detailOf(task);
        },
        close: () => forge.close(),
    };
}


/***/ })

};
