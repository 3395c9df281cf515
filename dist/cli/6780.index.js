export const id = 6780;
export const ids = [6780];
export const modules = {

/***/ 5462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A4: () => (/* binding */ shuffled),
/* harmony export */   Am: () => (/* binding */ fractionOf),
/* harmony export */   SQ: () => (/* binding */ createDraws),
/* harmony export */   mC: () => (/* binding */ around),
/* harmony export */   qQ: () => (/* binding */ hashOf)
/* harmony export */ });
/** A 32-bit hash of a text: FNV-1a with murmur3's finaliser, so that texts that differ in one character fall far apart. */
const hashOf = (text) => {
    let hash = 0x81_1c_9d_c5;
    for (let index = 0; index < text.length; index++)
        hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
    return (hash ^ (hash >>> 16)) >>> 0;
};
/** A number in [0, 1) that depends on the text alone. */
const fractionOf = (text) => hashOf(text) / 0x1_00_00_00_00;
/** Mulberry32. */
const createDraws = (seed) => {
    let state = hashOf(seed);
    const fraction = () => {
        state = (state + 0x6d_2b_79_f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_00_00_00_00;
    };
    return {
        fraction,
        whole: (low, high) => low + Math.floor(fraction() * (high - low + 1)),
        pick: items => items[Math.floor(fraction() * items.length)] ?? items[0],
    };
};
/** The item at `index`, counted round and round. */
const around = (items, index) => items[index % items.length] ?? items[0];
/** The items in an order that depends on the seed alone (Fisher and Yates). */
const shuffled = (items, seed) => {
    const order = items.map((item, index) => ({ item, rank: hashOf(`${seed}/${index}`) }));
    return order.toSorted((a, b) => a.rank - b.rank).map(entry => entry.item);
};


/***/ }),

/***/ 7860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L$: () => (/* binding */ drawFault),
/* harmony export */   _x: () => (/* binding */ drawDelayMs),
/* harmony export */   bZ: () => (/* binding */ parseFaults),
/* harmony export */   nO: () => (/* binding */ noFaults)
/* harmony export */ });
/* unused harmony export faultKinds */
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9763);
/* harmony import */ var _draws_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5462);


/** What can go wrong with a send, at most one of them at a time; `slow` comes on top of any. */
const faultKinds = ['429', '5xx', 'malformed', 'drop', 'error200', 'length', 'echo', 'blocked', 'quota'];
/** What can go wrong with batch jobs and the requests around them, by what stands behind the name. */
const batchFaultKinds = {
    /** How long a job takes. */
    'batch-time': 'delay',
    /** How long a new job is missing from listings. */
    'list-delay': 'delay',
    /** Jobs that never run, and so expire. */
    stuck: 'share',
    'job-fail': 'share',
    /** Items that fail within a job that does not. */
    'item-error': 'share',
    /** Requests other than inference that are answered by 503. */
    'look-5xx': 'share',
};
const noFaults = { shares: {}, slow: { delayMs: 0, share: 0 } };
const syntax = 'Expected faults like `429:0.1,malformed:0.02,slow:2s,drop:0.01`';
const wrong = (found) => new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PerpetualError */ .nX(`${syntax}, got ${found}`, { actBy: 'fix-config' });
const isFaultKind = (text) => faultKinds.some(kind => kind === text);
const isBatchFaultKind = (text) => Object.hasOwn(batchFaultKinds, text);
const parseShare = (text, entry) => {
    if (!/^(?:0|1|[01]?\.\d{1,9})$/.test(text) || Number(text) > 1)
        throw wrong(`\`${entry}\`, whose share is not between 0 and 1`);
    return Number(text);
};
const parseDelayMs = (text, entry) => {
    const [, amount, unit] = /^(\d{1,6}(?:\.\d{1,3})?)(ms|s)$/.exec(text) ?? [];
    if (amount === undefined)
        throw wrong(`\`${entry}\`, whose delay is not like \`500ms\` or \`2s\``);
    return Math.round(Number(amount) * (unit === 's' ? 1000 : 1));
};
/**
 * Reads `<kind>:<share>` entries with commas between them; `slow:<delay>` slows every answer, `slow:<delay>:<share>` some.
 * Those of batch jobs are shares of the jobs or items, or delays by the provider's clock.
 * An empty text means no faults. Throws a PerpetualError that names the entry.
 */
const parseFaults = (text) => {
    const shares = {};
    const batch = {};
    let slow;
    for (const entry of text.trim() === '' ? [] : text.split(',').map(part => part.trim())) {
        const [kind = '', value = '', share, ...rest] = entry.split(':');
        if (rest.length > 0 || (share !== undefined && kind !== 'slow'))
            throw wrong(`\`${entry}\``);
        if (kind === 'slow' && slow === undefined) {
            slow = { delayMs: parseDelayMs(value, entry), share: share === undefined ? 1 : parseShare(share, entry) };
        }
        else if (isFaultKind(kind) && shares[kind] === undefined) {
            shares[kind] = parseShare(value, entry);
        }
        else if (isBatchFaultKind(kind) && batch[kind] === undefined) {
            batch[kind] = batchFaultKinds[kind] === 'share' ? parseShare(value, entry) : parseDelayMs(value, entry);
        }
        else if (isFaultKind(kind) || isBatchFaultKind(kind) || kind === 'slow') {
            throw wrong(`\`${kind}\` twice`);
        }
        else {
            throw wrong(`\`${entry}\`; known kinds are ${[...faultKinds, 'slow', ...Object.keys(batchFaultKinds)].join(', ')}`);
        }
    }
    const sum = Object.values(shares).reduce((total, share) => total + share, 0);
    if (sum > 1 + 1e-9)
        throw wrong(`shares that add up to ${Number(sum.toFixed(6))}, which is more than 1`);
    return { shares, slow: slow ?? noFaults.slow, ...(Object.keys(batch).length === 0 ? {} : { batch }) };
};
/** The fault that the send with this ordinal meets, the same for the same seed. */
const drawFault = (faults, seed, ordinal) => {
    let left = (0,_draws_js__WEBPACK_IMPORTED_MODULE_1__/* .fractionOf */ .Am)(`${seed}/fault/${ordinal}`);
    for (const kind of faultKinds) {
        const share = faults.shares[kind] ?? 0;
        if (left < share)
            return { kind, variant: (0,_draws_js__WEBPACK_IMPORTED_MODULE_1__/* .fractionOf */ .Am)(`${seed}/variant/${ordinal}`) };
        left -= share;
    }
    return null;
};
/** The milliseconds by which `slow` delays the send with this ordinal. */
const drawDelayMs = ({ slow }, seed, ordinal) => (0,_draws_js__WEBPACK_IMPORTED_MODULE_1__/* .fractionOf */ .Am)(`${seed}/slow/${ordinal}`) < slow.share ? slow.delayMs : 0;


/***/ }),

/***/ 6780:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ startRehearsal)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: ./src/domain/errors.js
var errors = __webpack_require__(9763);
// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/errors.js
var classic_errors = __webpack_require__(3802);
// EXTERNAL MODULE: ../../node_modules/zod/v4/core/errors.js
var core_errors = __webpack_require__(7232);
// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(9131);
// EXTERNAL MODULE: ./src/rehearsal/draws.js
var rehearsal_draws = __webpack_require__(5462);
;// CONCATENATED MODULE: ./src/rehearsal/grounding.js
/** Words that turn a statement round; they count only where the evidence has them in the same surroundings. */
const directions = new Set(`above below over under beneath exceed exceeds rise rises rising rose risen raise raises raised fall falls falling fell fallen bullish bearish
  increase increases increased increasing decrease decreases decreased decreasing higher lower highest lowest high low larger smaller largest
  smallest greater up down upper upward downward upwards downwards more less most least fewer buy buys buying sell sells selling long short
  positive negative positively negatively before after strong weak stronger weaker strengthen weaken strengthens weakens gain gains loss losses
  profit profits profitable unprofitable overbought oversold expand expands expanding contract contracts contracting accelerate accelerates
  decelerate decelerates grow grows grew shrink shrinks shrank faster slower quick slow quicker early late earlier later first last
  longer shorter greed fear not never always no none without cannot support resistance advance advances decline declines bottom top bottoms tops peak peaks trough
  troughs inflow inflows outflow outflows accumulation distribution minimum maximum wide narrow wider narrower rarely often seldom`
    .split(/\s+/)
    .filter(word => word !== ''));
const tokensOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+(?:[.,'’/][\p{L}\p{N}]+)*/gu) ?? [];
const surroundings = 3;
const isTelling = (token) => directions.has(token) || /\p{N}/u.test(token);
/** Whether all runs of three words (the whole sentence where it is shorter) that hold the token stand in the evidence. */
const standsIn = (tokens, position, evidence) => {
    const size = Math.min(surroundings, tokens.length);
    const starts = [position - size + 1, position - 1, position].filter(start => start >= 0 && start + size <= tokens.length);
    return starts.every(start => evidence.includes(` ${tokens.slice(start, start + size).join(' ')} `));
};
/** The sentences with a number or a direction that stands nowhere in the evidence in the same surroundings, shortened. */
const ungrounded = (texts, evidence) => {
    const known = evidence.map(text => ` ${tokensOf(text).join(' ')} `).join('|');
    return texts
        .flatMap(text => text.split(/(?<=[.!?])\s+(?=\p{Lu}|\p{N}|["(])/u))
        .filter(sentence => {
        const tokens = tokensOf(sentence);
        return tokens.some((token, position) => isTelling(token) && !standsIn(tokens, position, known));
    })
        .map(sentence => sentence.slice(0, 200));
};

;// CONCATENATED MODULE: ./src/rehearsal/integrate.js



const pairSchema = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    question: schemas/* string */.YjP(),
    answer: schemas/* string */.YjP(),
    short_answer: schemas/* string */.YjP().default(''),
    evidence: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
});
const subjectSchema = schemas/* object */.Ikc({ name: schemas/* string */.YjP().default(''), brief: schemas/* string */.YjP().default('') });
const integrateInputSchema = schemas/* object */.Ikc({
    subject: subjectSchema.default({ name: '', brief: '' }),
    pairs: schemas/* array */.YOg(pairSchema),
});
/** The share of faultless pairs that are accepted: they passed a judge before. */
const acceptedShare = 0.9;
const topicWords = [
    ['derivatives', /\b(?:funding|futures|options?|open interest|perpetuals?|basis)\b/i],
    ['on-chain', /\b(?:on-chain|wallets?|addresses|UTXOs?|hash rate|miners?|MVRV|SOPR|NUPL|realized)\b/i],
    ['custody', /\b(?:custody|custodians?|prime brokerage)\b/i],
    ['regulation', /\b(?:regulat\w+|licen[cs]\w+|jurisdiction)\b/i],
    ['stablecoins', /\bstablecoins?\b/i],
    ['momentum', /\b(?:momentum|RSI|MACD|oscillator|stochastic)\b/i],
    ['volatility', /\b(?:volatility|bands?|ATR|range)\b/i],
    ['volume', /\bvolumes?\b/i],
    ['trend', /\b(?:trend|moving averages?)\b/i],
];
const levels = ['beginner', 'intermediate', 'advanced'];
const topicsOf = ({ question, answer }) => {
    const found = topicWords.filter(([, words]) => words.test(`${question} ${answer}`)).map(([topic]) => topic);
    return found.length === 0 ? ['trading'] : found.slice(0, 3);
};
/** Where there is no evidence, nothing can be compared, and only what gives itself away is found. */
const madeUp = /\bexactly [\d.,]+ (?:percent|%)/i;
/** A subject's name claims nothing, whatever numbers it holds: that of the task, and of the video. */
const namesOf = ({ name, brief }) => [name, brief.split('\n', 1)[0] ?? ''].filter(each => each !== '');
const faultsOf = (pair, subject) => {
    if (pair.evidence.length === 0)
        return (madeUp.exec(pair.answer) ?? []).slice(0, 1);
    const names = namesOf(subject);
    const unnamed = (text) => names.reduce((rest, name) => rest.replaceAll(name, 'it'), text);
    return ungrounded([pair.answer, pair.short_answer].map(unnamed), [...pair.evidence, pair.question, subject.brief].map(unnamed));
};
const gradeOf = (pair, subject) => {
    const faults = faultsOf(pair, subject);
    const seed = `${pair.question}/${pair.answer}`;
    const mark = (index) => ((0,rehearsal_draws/* fractionOf */.Am)(`${seed}/score-${index}`) < 0.6 ? 5 : 4);
    const common = {
        id: pair.id,
        topic: topicsOf(pair),
        difficulty: (0,rehearsal_draws/* around */.mC)(levels, Math.floor((0,rehearsal_draws/* fractionOf */.Am)(`${seed}/level`) * levels.length)),
    };
    if (faults.length > 0)
        return {
            ...common,
            scores: [1, 2, 4, 4, 4, 4],
            unsupported: faults.slice(0, 2),
            reason: 'It states what its evidence does not.',
        };
    if ((0,rehearsal_draws/* fractionOf */.Am)(`${seed}/integrated`) < acceptedShare)
        return { ...common, scores: [0, 1, 2, 3, 4, 5].map(mark), unsupported: [], reason: '' };
    return {
        ...common,
        scores: [4, 3, 3, 4, 3, 4],
        unsupported: [],
        reason: 'The conclusion goes further than the evidence allows.',
    };
};
/** One grade a pair: what its evidence does not support is rejected, of the rest about nine in ten are accepted, by their text alone. */
const integrate = ({ subject, pairs }) => ({
    grades: pairs.map(pair => gradeOf(pair, subject)),
});

// EXTERNAL MODULE: ./src/domain/pair.js
var pair = __webpack_require__(8660);
;// CONCATENATED MODULE: ./src/rehearsal/subject.js


/** An indicator as a prompt brings it; looser than the domain's, since other pipelines may ask as well. */
const indicatorInputSchema = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    name: schemas/* string */.YjP(),
    family: schemas/* string */.YjP().default(''),
    brief: schemas/* string */.YjP().default(''),
});
const queryInputSchema = schemas/* object */.Ikc({
    query_id: schemas/* string */.YjP(),
    question: schemas/* string */.YjP(),
    facet: schemas/* string */.YjP().default(''),
    audience: schemas/* string */.YjP().default(''),
    type: schemas/* enum */.k5n(pair/* questionTypes */.mB).catch('interpretation'),
});
/** A quote has at most 40 words. */
const quoteWords = 40;
const subjectsKept = 512;
const wordsIn = (text) => text.split(/\s+/).length;
/** The sentence, or its part up to the last comma within the first 40 words. */
const withinQuote = (sentence) => {
    if (wordsIn(sentence) <= quoteWords)
        return sentence;
    const start = sentence.split(/\s+/).slice(0, quoteWords).join(' ');
    const cut = Math.max(start.lastIndexOf(','), start.lastIndexOf(';'));
    return cut > start.length / 3 ? start.slice(0, cut) : start;
};
const leadingConjunction = /^(?:and|but|so|yet|while|which|hence|because|since|although|or|whose|that|as|when|if|with)\s+/i;
const fragmentsOf = (sentence) => sentence
    .split(/[,;:]\s+|\s+[–—]\s+/)
    .map(part => part
    .replace(leadingConjunction, '')
    .replace(/[.!?]+$/, '')
    .trim())
    .filter(part => wordsIn(part) >= 4 && part.length <= 90 && !/["<>@]|:\/\/|^\d|-$/.test(part) && bracketsMatch(part));
const bracketsMatch = (text) => text.split('(').length === text.split(')').length;
const nonEmpty = ([first, ...rest], fallback) => first === undefined ? [fallback] : [first, ...rest];
const takeApart = ({ id, name, brief }) => {
    const plain = brief.replace(/\s+/g, ' ').trim();
    const sentences = plain === '' ? [] : plain.split(/(?<=[.!?])\s+(?=[A-Z0-9"(])/);
    return {
        id,
        name,
        sentences: nonEmpty(sentences.map(withinQuote), `The ${name} is read together with price, volume and the wider market.`),
        fragments: nonEmpty([...new Set(sentences.flatMap(fragmentsOf))], `the ${name} read in context`),
    };
};
const kept = new Map();
/** Takes an indicator apart; the last 512 are kept, as every call of an indicator brings the same brief. */
const subjectOf = (indicator) => {
    const key = `${indicator.id}\n${indicator.name}\n${indicator.brief}`;
    const known = kept.get(key);
    if (known !== undefined)
        return known;
    const subject = takeApart(indicator);
    kept.set(key, subject);
    if (kept.size > subjectsKept)
        kept.delete(kept.keys().next().value ?? key);
    return subject;
};

;// CONCATENATED MODULE: ./src/rehearsal/judge.js




const pairInputSchema = schemas/* object */.Ikc({
    pair_id: schemas/* string */.YjP(),
    question: schemas/* string */.YjP(),
    answer: schemas/* string */.YjP(),
    short_answer: schemas/* string */.YjP().default(''),
    worked_example: schemas/* string */.YjP().default(''),
    evidence: schemas/* array */.YOg(schemas/* object */.Ikc({ card_id: schemas/* string */.YjP(), quote: schemas/* string */.YjP() })).default([]),
});
const judgeInputSchema = schemas/* object */.Ikc({ indicator: indicatorInputSchema, pairs: schemas/* array */.YOg(pairInputSchema) });
/** The share of faultless pairs that are accepted: a judge has its taste. */
const judge_acceptedShare = 0.78;
const scores = (/* unused pure expression or super */ null && (['faithfulness', 'correctness', 'completeness', 'self_contained', 'usefulness', 'clarity']));
const allScores = (scoreOf) => ({
    faithfulness: scoreOf('faithfulness'),
    correctness: scoreOf('correctness'),
    completeness: scoreOf('completeness'),
    self_contained: scoreOf('self_contained'),
    usefulness: scoreOf('usefulness'),
    clarity: scoreOf('clarity'),
});
/** What to object to in a pair that is faithful but not to the judge's taste. */
const objections = [
    { low: ['completeness', 'usefulness'], reason: 'The answer stays general and leaves out steps that a reader needs.' },
    { low: ['self_contained', 'clarity'], reason: 'The question is hard to understand without its surroundings.' },
    { low: ['correctness'], reason: 'The conclusion goes further than the evidence allows.' },
];
const verdictOf = (pair, brief) => {
    const unsupported = ungrounded([pair.answer, pair.short_answer], [...pair.evidence.map(card => card.quote), pair.question, brief]);
    if (unsupported.length > 0) {
        const faithfulness = unsupported.length > 1 ? 1 : 2;
        const marks = allScores(name => (name === 'faithfulness' ? faithfulness : name === 'correctness' ? 2 : 4));
        return {
            pair_id: pair.pair_id,
            ...marks,
            unsupported,
            verdict: 'reject',
            reason: 'The answer states what its evidence does not.',
        };
    }
    const seed = `${pair.question}/${pair.answer}`;
    const taste = (0,rehearsal_draws/* fractionOf */.Am)(`${seed}/taste`);
    if (taste < judge_acceptedShare) {
        const marks = allScores(name => ((0,rehearsal_draws/* fractionOf */.Am)(`${seed}/${name}`) < 0.6 ? 5 : 4));
        return {
            pair_id: pair.pair_id,
            ...marks,
            unsupported: [],
            verdict: 'accept',
            reason: 'Supported by its evidence and useful.',
        };
    }
    const objection = objections[Math.floor((0,rehearsal_draws/* fractionOf */.Am)(`${seed}/objection`) * objections.length)] ?? objections[0];
    const low = new Set(objection.low);
    const marks = allScores(name => (low.has(name) ? 2 : 4));
    return { pair_id: pair.pair_id, ...marks, unsupported: [], verdict: 'reject', reason: objection.reason };
};
/** One verdict a pair: what its evidence does not support is rejected, of the rest about four in five are accepted, by their text alone. */
const judge = ({ indicator, pairs }) => ({
    verdicts: pairs.map(pair => verdictOf(pair, indicator.brief)),
});

;// CONCATENATED MODULE: ./src/rehearsal/question-words.js
/** Where a question can take place; it comes before the question and ends in a comma. */
const scenes = [
    'After a week of sideways trading in Bitcoin',
    'On a daily Ethereum chart',
    'During a sharp liquidation cascade',
    'Ahead of a major protocol upgrade',
    'For a small account without leverage',
    'In the quiet hours of a weekend session',
    'When two exchanges quote different prices',
    'While building a dashboard for a trading desk',
    'Before adding a new rule to a back-test',
    'When liquidity dries up in an altcoin',
    'Following a surprise in central bank policy',
    'In a market that has trended for months',
    'When teaching the subject to new colleagues',
    'For a fund that rebalances every month',
    'On an intraday perpetual futures chart',
    'After an exchange outage has left a gap in the data',
    'When open interest and spot demand disagree',
    'In the first months after a halving',
    'When stablecoin supply is shrinking',
    'Seen from the point of view of a market maker',
    'When a token has only a short trading history',
    'In a written investment case',
    'When reviewing last quarter of trades',
    'At the turn from a range into a breakout',
    'While comparing Bitcoin with large technology shares',
    'Once funding costs begin to matter',
    'With only free data at hand',
    'When an alert fires in the middle of the night',
    'For a treasury that holds coins over years',
    'When news and chart tell different stories',
    'In an automated strategy with strict limits',
    'During a slow recovery from a bear market',
    'When transaction fees are unusually volatile',
    'Across coins of very different size',
    'When the chosen window is changed',
    'After a false breakout has cost money',
];
/** Ways to begin with a piece of the brief, which stands for `%`. */
const citations = [
    'Given the remark "%"',
    'With the statement "%" in mind',
    'Taking "%" as the premise',
    'Starting from the observation "%"',
    'Where a textbook offers the words "%"',
    'If a colleague insists on "%"',
    'Considering the phrase "%"',
    'Suppose a memo contains "%";',
    'Reading the note "%"',
    'When a checklist includes "%"',
];
/** Ways to end any question. */
const additions = [
    'and what would change that view',
    'and how can that be verified with public data',
    'and which assumption matters most',
    'and what should be written in the trading journal',
    'and where does the reasoning break',
    'and how often should it be reviewed',
    'and what evidence would settle the matter',
    'and which alternative explanation deserves attention',
    'and how would a sceptic respond',
    'and how is the answer best explained to a newcomer',
    'and which chart would make the point visible',
];
/** Ways to end a question that has no condition yet. */
const tails = [
    ...additions,
    'without overfitting to recent data',
    'if the sample is small',
    'once trading costs are included',
    'compared with simply holding the coin',
    'given that venues report different volumes',
    'when the trend is unclear',
    'in plain words',
    'from data to decision',
    'if volatility suddenly doubles',
    'for coins outside the top ranks by size',
    'under realistic order execution',
    'for someone who trades around a full-time job',
    'if the data feed arrives late',
    'over a complete market cycle',
    'when several signals arrive together',
];
/** Questions by type. `{n}` is the indicator, `{f}` the facet (a noun phrase), `{a}` the audience (a plural). */
const questionShapes = {
    definition: [
        'What exactly does the {n} measure as far as {f} is concerned',
        'How would you define the {n} to {a} who ask about {f}',
        'What distinguishes the idea behind the {n} from its popular description',
        'Which property of the market is captured by the {n}',
        'What do {a} mean when they speak of {f} in connection with the {n}',
        'Which terms must be clear before anybody discusses the {n} and {f}',
        'In what sense is the {n} a summary of market behaviour',
        'What belongs to the {n} and what is only convention around {f}',
        'How do textbooks describe the purpose of the {n}',
        'What is meant by {f} whenever the {n} is explained to {a}',
    ],
    calculation: [
        'How is the {n} calculated step by step with regard to {f}',
        'Which inputs enter the formula of the {n}, and how do they shape {f}',
        'How do {a} reproduce a published {n} value from raw data',
        'What changes in the arithmetic of the {n} when {f} is taken seriously',
        'Which rounding or warm-up choices alter a computed {n} reading',
        'How can a spreadsheet produce the {n} while respecting {f}',
        'Why do two platforms print different {n} values for the same market',
        'Which intermediate series must be stored to update the {n} efficiently',
        'How sensitive is the result of the {n} formula to {f}',
        'What is the quickest sanity check of a {n} calculation for {a}',
    ],
    interpretation: [
        'How should {a} read the {n} in the light of {f}',
        'What does an unusual {n} reading tell about {f}',
        'How much weight does the {n} deserve when {f} is discussed',
        'Which conclusions about {f} does the {n} support and which remain speculation',
        'What story does a slowly drifting {n} usually tell',
        'How does the meaning of the {n} depend on {f}',
        'When is a {n} extreme informative rather than noise',
        'What would {a} infer from a {n} that contradicts price',
        'How do experienced {a} translate the {n} into a view on {f}',
        'Which context turns an ordinary {n} value into a warning',
    ],
    comparison: [
        'How does the {n} compare with simpler measures as regards {f}',
        'Which advantage does the {n} have over its closest relatives for {a}',
        'Where do the {n} and raw price action give different answers about {f}',
        'Is the {n} better suited to {f} than a plain moving reference',
        'What do {a} lose by replacing the {n} with an alternative',
        'How do slow and fast settings of the {n} differ in {f}',
        'In which respect is the {n} inferior to a volume-based approach',
        'How do spot and derivatives markets differ in what the {n} shows',
        'Which rival indicator disagrees with the {n} most often on {f}',
        'Why might {a} prefer the {n} to a model with more parameters',
    ],
    strategy: [
        'How can {a} build a rule around the {n} that respects {f}',
        'Which entry and exit plan makes sensible use of the {n}',
        'How would a disciplined trader combine the {n} with {f}',
        'What role should the {n} play in a plan concerned with {f}',
        'How do {a} size positions when the {n} is their main filter',
        'Which stop placement follows from the logic of the {n}',
        'How could the {n} improve an existing approach to {f}',
        'What does a complete trading plan based on the {n} contain',
        'When should {a} ignore the {n} despite a clear signal about {f}',
        'How is a strategy around the {n} tested before money is at risk',
    ],
    pitfall: [
        'Which mistakes do {a} make with the {n} when it comes to {f}',
        'Why can the {n} mislead observers who overlook {f}',
        'What goes wrong when the {n} is used mechanically',
        'Which data problems distort the {n} and its message about {f}',
        'How does hindsight flatter the {n} in published charts',
        'What are the hidden costs of relying on the {n} for {f}',
        'Why do signals of the {n} fail in clusters',
        'Which blind spot of the {n} should worry {a}',
        'How can {a} notice early that the {n} has stopped working',
        'What makes {f} a trap for users of the {n}',
    ],
    example: [
        'Can you illustrate the {n} with a concrete case about {f}',
        'What would a realistic example of the {n} look like for {a}',
        'How did a typical {n} signal unfold from setup to result',
        'Which numbers would make {f} tangible when explaining the {n}',
        'How would {a} walk through a single {n} observation',
        'What does a worked case reveal about the {n} and {f}',
        'Which small data set is enough to demonstrate the {n}',
        'How could a classroom exercise show the effect of {f} on the {n}',
        'What happens to the {n} in an invented price series with a sudden gap',
        'Which screenshot-free description conveys a {n} signal to {a}',
    ],
    history: [
        'How did the {n} come into use, and what did {f} have to do with it',
        'Which market episodes shaped how {a} regard the {n}',
        'How has the reading of the {n} changed since crypto markets matured',
        'What was the {n} designed for before traders applied it to {f}',
        'Which past cycle offers the clearest lesson about the {n}',
        'How well did the {n} describe earlier turning points in {f}',
        'Why has the {n} found so many followers among {a}',
        'What criticism has the {n} met over the years regarding {f}',
        'How did changes in market structure affect the {n}',
        'Which early study made {a} take the {n} seriously',
    ],
};
/** Facets of any indicator: an id and a noun phrase. */
const facetPool = [
    ['formula', 'the formula and its inputs'],
    ['parameters', 'the choice of parameters'],
    ['confirmation', 'signal confirmation'],
    ['false-signals', 'false signals in ranges'],
    ['data-quality', 'data quality across venues'],
    ['risk', 'risk control'],
    ['timeframes', 'the choice of timeframe'],
    ['regimes', 'changes of market regime'],
    ['extremes', 'extreme readings'],
    ['divergence', 'divergence from price'],
    ['combination', 'combination with other measures'],
    ['automation', 'automation and back-testing'],
    ['liquidations', 'behaviour around liquidations'],
    ['altcoins', 'use on altcoins'],
    ['lag', 'lag and responsiveness'],
    ['origin', 'origin and original purpose'],
];
const audiencePool = [
    'beginner investors',
    'swing traders',
    'quantitative analysts',
    'risk managers',
    'portfolio managers',
    'derivatives traders',
    'market researchers',
    'long-horizon holders',
];

;// CONCATENATED MODULE: ./src/rehearsal/compose-question.js


/** The fixed rule of the gates is 300 characters; questions stay well below. */
const longestQuestion = 280;
const lowerFirst = (text) => text.charAt(0).toLowerCase() + text.slice(1);
const facetNames = new Map(facetPool.map(([id, name]) => [id, name]));
/** The noun phrase of a facet, be it given by id or by name. */
const facetPhrase = (facet) => {
    const phrase = facetNames.get(facet) ?? facet.replaceAll(/[-_]+/g, ' ').trim();
    return phrase === '' ? 'daily use' : /^[A-Z][a-z]/.test(phrase) ? lowerFirst(phrase) : phrase;
};
const assemble = ({ shape, opening, tail }, { facet, audience }, name) => {
    const core = shape
        .replaceAll('{n}', () => name)
        .replaceAll('{f}', () => facetPhrase(facet))
        .replaceAll('{a}', () => (audience === '' ? 'traders' : lowerFirst(audience)));
    const opened = opening === '' ? core : `${opening}${opening.endsWith(';') ? '' : ','} ${lowerFirst(core)}`;
    const whole = tail === '' ? opened : `${opened}${tail.startsWith('and ') ? ',' : ''} ${tail}`;
    return `${whole.length < longestQuestion ? whole : core}?`;
};
const quoted = (form, fragment) => form.replace('%', () => fragment);
const condition = / (?:when|whenever|if|before|once|while) /;
/** Tails that the core can carry: a second condition would make it clumsy. */
const tailsFor = (shape) => (condition.test(shape) ? additions : tails);
const scenesBySubject = (subject) => {
    const [first = scenes[0], ...rest] = (0,rehearsal_draws/* shuffled */.A4)(scenes, subject.id);
    return [first, ...rest];
};
/** The `index`-th question about a subject: no two of them share opening and core, and neighbours share as little wording as can be. */
const numberedQuestion = (subject, place, index) => {
    const offset = (0,rehearsal_draws/* hashOf */.qQ)(subject.id);
    const [round, half] = [Math.floor(index / 8), index >> 1];
    const fragments = subject.fragments.length;
    const opening = (index + round) % 2 === 0
        ? quoted((0,rehearsal_draws/* around */.mC)(citations, Math.floor(half / fragments) + (half % fragments) + offset), (0,rehearsal_draws/* around */.mC)(subject.fragments, half))
        : (0,rehearsal_draws/* around */.mC)(scenesBySubject(subject), half);
    const shape = (0,rehearsal_draws/* around */.mC)(questionShapes[place.type], round + (0,rehearsal_draws/* hashOf */.qQ)(`${subject.id}/${place.type}`));
    const tail = index % 3 === 0 ? '' : (0,rehearsal_draws/* around */.mC)(tailsFor(shape), index * 7 + offset);
    return assemble({ shape, opening, tail }, place, subject.name);
};
/** Another question of the same type and facet, drawn. */
const drawnQuestion = (subject, place, draws) => {
    const opening = draws.fraction() < 0.6 ? quoted(draws.pick(citations), draws.pick(subject.fragments)) : draws.pick(scenes);
    const shape = draws.pick(questionShapes[place.type]);
    const tail = draws.fraction() < 0.8 ? draws.pick(tailsFor(shape)) : '';
    return assemble({ shape, opening, tail }, place, subject.name);
};

;// CONCATENATED MODULE: ./src/rehearsal/plan.js






const planFacetsInputSchema = schemas/* object */.Ikc({ indicator: indicatorInputSchema });
/** 8 to 10 facets, 4 or 5 audiences and all question types. */
const planFacets = ({ indicator }) => ({
    facets: (0,rehearsal_draws/* shuffled */.A4)(facetPool, indicator.id)
        .slice(0, 8 + ((0,rehearsal_draws/* hashOf */.qQ)(indicator.id) % 3))
        .map(([id, name]) => ({ id, name })),
    audiences: (0,rehearsal_draws/* shuffled */.A4)(audiencePool, indicator.id).slice(0, 4 + ((0,rehearsal_draws/* hashOf */.qQ)(indicator.id) % 2)),
    question_types: [...pair/* questionTypes */.mB],
});
const wholeNumber = schemas/* union */.KCZ([
    schemas/* int */.Whr(),
    schemas/* string */.YjP()
        .regex(/^\d{1,4}$/)
        .transform(Number),
]);
const planQueriesInputSchema = schemas/* object */.Ikc({
    indicator: indicatorInputSchema,
    facets: schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* object */.Ikc({ id: schemas/* string */.YjP() }).transform(facet => facet.id)])),
    audiences: schemas/* array */.YOg(schemas/* string */.YjP()),
    question_types: schemas/* array */.YOg(schemas/* enum */.k5n(pair/* questionTypes */.mB)),
    count: schemas/* int */.Whr().min(1).max(1000),
    batch: wholeNumber.default(1),
});
/** `count` questions; those of another batch are others. */
const planQueries = ({ indicator, facets, audiences, question_types, count, batch, }) => {
    const subject = subjectOf(indicator);
    const [firstFacet = 'daily use', ...otherFacets] = facets;
    const [firstAudience = 'traders', ...otherAudiences] = audiences;
    const [firstType = 'definition', ...otherTypes] = question_types;
    const types = 1 + otherTypes.length;
    const query = (_, position) => {
        const index = batch * count + position;
        const facet = (0,rehearsal_draws/* around */.mC)([firstFacet, ...otherFacets], (index % types) + Math.floor(index / types));
        const audience = (0,rehearsal_draws/* around */.mC)([firstAudience, ...otherAudiences], Math.floor(index / 3));
        const type = (0,rehearsal_draws/* around */.mC)([firstType, ...otherTypes], index);
        return { question: numberedQuestion(subject, { type, facet, audience }, index), facet, audience, type };
    };
    return { queries: Array.from({ length: count }, query) };
};

// EXTERNAL MODULE: ../../node_modules/jsonrepair/lib/esm/regular/jsonrepair.js + 2 modules
var jsonrepair = __webpack_require__(2889);
;// CONCATENATED MODULE: ./src/rehearsal/spoil.js


const objectSchema = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J());
/** The first half of a text. */
const cutInHalf = (text) => text.slice(0, Math.floor(text.length / 2));
/** The object with its lists changed. */
const withLists = (content, change) => {
    const entries = Object.entries(objectSchema.parse(JSON.parse(content)));
    return JSON.stringify(Object.fromEntries(entries.map(([key, value]) => [key, Array.isArray(value) ? change(value) : value])));
};
const everySecond = (change) => (list) => list.map((item, index) => (index % 2 === 0 ? change(item, index) : item));
const withoutFirstKey = (item) => {
    const object = objectSchema.safeParse(item);
    return object.success ? Object.fromEntries(Object.entries(object.data).slice(1)) : item;
};
const withWrongTypes = (content) => withLists(content, everySecond((_item, index) => index));
const withMissingKeys = (content) => withLists(content, everySecond(withoutFirstKey));
const withMissingItems = (content) => withLists(content, list => list.slice(0, Math.floor(list.length / 2)));
const inAFence = (content) => `\`\`\`json\n${content.replace(/([}\]])$/, ',$1')}\n\`\`\``;
const spoil_forms = [inAFence, cutInHalf, withWrongTypes, withMissingKeys, withMissingItems];
/** JSON text as models break it: fenced with a trailing comma, cut in half, of wrong types, short of keys or items; `variant` in [0, 1). */
const spoil = (content, variant) => (spoil_forms[Math.floor(variant * spoil_forms.length)] ?? inAFence)(content);
/** JSON text that may be fenced, cut or carry trailing commas, as an object; empty where nothing can be made of it. */
const unspoil = (text) => {
    try {
        const unfenced = text.replace(/^\s*```(?:json)?\s*|\s*```\s*$/g, '');
        return objectSchema.catch({}).parse(JSON.parse((0,jsonrepair/* jsonrepair */.m)(unfenced)));
    }
    catch {
        return {};
    }
};

;// CONCATENATED MODULE: ./src/rehearsal/repair.js


const repairInputSchema = schemas/* object */.Ikc({
    stage: schemas/* string */.YjP().default(''),
    errors: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    text: schemas/* string */.YjP(),
});
/** The JSON inside the text, its syntax mended. */
const mend = ({ text }) => unspoil(text);

;// CONCATENATED MODULE: ./src/rehearsal/evidence-words.js
/** Hosts of the invented pages, all below `rehearsal.example`, which cannot exist (RFC 2606). */
const hosts = [
    'primer',
    'desk',
    'archive',
    'lab',
    'review',
    'notes',
    'handbook',
    'journal',
    'almanac',
    'observatory',
];
const pageTitles = [
    'A field guide to the {n}',
    'The {n} in practice',
    'Measuring markets: the {n}',
    'What the {n} has shown so far',
    'Working notes on the {n}',
    'The {n}, tested on crypto data',
];
/** Invented findings, at most 40 words each, every number of them drawn. */
const findings = [
    (n, d) => `In a sample of ${d.whole(410, 2900)} daily closes, ${n} readings stayed inside their usual band on ${d.whole(61, 94)} percent of the days.`,
    (n, d) => `A review of the years ${d.whole(2013, 2018)} to ${d.whole(2020, 2025)} counted ${d.whole(34, 190)} ${n} signals, of which ${d.whole(13, 33)} were followed by a lasting move.`,
    (n, d) => `Shortening the window of the ${n} from ${d.whole(40, 60)} to ${d.whole(14, 30)} periods raised the number of signals by ${d.whole(25, 140)} percent.`,
    (n, d) => `After fees of ${d.whole(4, 12) / 100} percent a side, the median result of a simple ${n} rule fell from ${d.whole(21, 39) / 10} to ${d.whole(3, 19) / 10} percent a month.`,
    (n, d) => `On Bitcoin, the ${n} needed ${d.whole(13, 45)} bars of history before its values differed by less than ${d.whole(1, 9) / 10} percent between platforms.`,
    (n, d) => `Weekend sessions produced ${d.whole(18, 47)} percent of all ${n} signals but only ${d.whole(4, 16)} percent of the traded volume.`,
    (n, d) => `When volatility doubled, the error of the ${n} grew by ${d.whole(15, 85)} percent within ${d.whole(13, 40)} sessions.`,
    (n, d) => `Among ${d.whole(20, 110)} liquid altcoins, the ${n} agreed with its Bitcoin counterpart on ${d.whole(52, 83)} percent of the days.`,
    (n, d) => `A confirmation delay of ${d.whole(13, 36)} hours removed ${d.whole(22, 61)} percent of the false ${n} signals in ranging markets.`,
    (n, d) => `Traders who risked at most ${d.whole(3, 19) / 10} percent of capital on a ${n} signal survived losing streaks of up to ${d.whole(13, 24)} trades.`,
    (n, d) => `The largest drawdown of a mechanical ${n} strategy in the study was ${d.whole(18, 64)} percent and lasted ${d.whole(41, 290)} days.`,
    (n, d) => `Replacing last prices by mid prices changed ${d.whole(13, 29)} of every ${d.whole(200, 900)} ${n} readings enough to alter the decision.`,
    (n, d) => `During the ${d.whole(2018, 2022)} decline, the ${n} turned bearish ${d.whole(13, 48)} days before the monthly close confirmed the move.`,
    (n, d) => `A rising ${n} together with spot volume above its ${d.whole(20, 90)}-day average preceded gains in ${d.whole(54, 71)} percent of the cases.`,
    (n, d) => `Readings of the ${n} below the ${d.whole(13, 24)}th percentile were bullish in ${d.whole(53, 69)} percent of the observed quarters.`,
    (n, d) => `Missing data of just ${d.whole(13, 55)} minutes shifted the ${n} by up to ${d.whole(2, 19) / 10} percent on thinly traded pairs.`,
    (n, d) => `In a panel of ${d.whole(60, 400)} analysts, ${d.whole(31, 78)} percent named the ${n} as useful only in combination with a volume measure.`,
    (n, d) => `The half-life of the information in a ${n} signal was estimated at ${d.whole(13, 96)} hours on perpetual futures.`,
    (n, d) => `Between ${d.whole(13, 19)} and ${d.whole(21, 38)} percent of the variation in the ${n} could be explained by funding costs alone.`,
    (n, d) => `A grid of ${d.whole(120, 980)} parameter pairs showed that the best ${n} setting of each year ranked near place ${d.whole(40, 110)} in the next.`,
    (n, d) => `Slippage of ${d.whole(13, 45)} basis points was enough to turn ${d.whole(26, 58)} percent of profitable ${n} trades into losses.`,
    (n, d) => `Over ${d.whole(13, 40)} quarters, the ${n} increased before ${d.whole(51, 74)} percent of the advances that exceeded ${d.whole(15, 45)} percent.`,
    (n, d) => `With hourly data the ${n} falls back to its mean within ${d.whole(13, 60)} bars in ${d.whole(55, 88)} percent of the cases.`,
    (n, d) => `An exchange outage of ${d.whole(21, 170)} minutes in ${d.whole(2019, 2025)} left the ${n} distorted for the following ${d.whole(14, 90)} bars.`,
];
const gapWords = [
    'No study with data after the last halving was found',
    'Venue-level figures are not published',
    'Results for illiquid coins are scarce',
];

;// CONCATENATED MODULE: ./src/rehearsal/research.js




const researchInputSchema = schemas/* object */.Ikc({ indicator: indicatorInputSchema, queries: schemas/* array */.YOg(queryInputSchema).min(1) });
const cardsPerQuery = 3;
const pagesPerCall = 5;
const findingsPerPage = 4;
/** Shares of cards that a gate must stop: an address that was never read, a quote that no page holds. */
const fabricatedShare = 0.02;
const misquotedShare = 0.02;
/** An invented page: some of the brief's sentences and some findings of its own. */
const pageOf = (subject, seed, host) => {
    const draws = (0,rehearsal_draws/* createDraws */.SQ)(`${seed}/${host}`);
    const own = (0,rehearsal_draws/* shuffled */.A4)(findings, `${seed}/${host}`)
        .slice(0, findingsPerPage)
        .map(finding => finding(subject.name, draws));
    const known = draws.pick(subject.sentences);
    const closed = /[.!?]$/.test(known) ? known : `${known}.`;
    const sentences = [...own.slice(0, 2), closed, ...own.slice(2)];
    const slug = (0,rehearsal_draws/* hashOf */.qQ)(`${seed}/${host}`).toString(36);
    return {
        url: `https://${host}.rehearsal.example/${encodeURIComponent(subject.id)}/${slug}`,
        title: draws.pick(pageTitles).replace('{n}', () => subject.name),
        publishedAt: `${draws.whole(2019, 2025)}-${String(draws.whole(1, 12)).padStart(2, '0')}-${String(draws.whole(1, 28)).padStart(2, '0')}`,
        content: sentences.join(' '),
        sentences,
    };
};
/** The sentence with every third word replaced by its neighbour but one, numbers kept, so that no page holds it. */
const misquote = (sentence) => {
    const words = sentence.split(' ');
    return words
        .map((word, index) => index % 3 === 1 && !/\d/.test(word) ? (words[(index + 5) % words.length] ?? word).replace(/\d+/g, 'some') : word)
        .join(' ');
};
const cardOf = (page, sentence, seed) => {
    const fate = (0,rehearsal_draws/* fractionOf */.Am)(`${seed}/fate`);
    const fabricated = fate < fabricatedShare;
    const misquoted = !fabricated && fate < fabricatedShare + misquotedShare;
    return {
        claim: sentence,
        quote: misquoted ? misquote(sentence) : sentence,
        url: fabricated ? `https://unread.rehearsal.example/${(0,rehearsal_draws/* hashOf */.qQ)(seed).toString(36)}` : page.url,
        title: page.title,
        published_at: page.publishedAt,
    };
};
const resultOf = (query, pages, position) => {
    const seed = `${query.query_id}/${query.question}`;
    const cards = Array.from({ length: cardsPerQuery }, (_, index) => {
        const turn = position * cardsPerQuery + index;
        const page = (0,rehearsal_draws/* around */.mC)(pages, turn);
        const [first = '', ...rest] = page.sentences;
        return cardOf(page, (0,rehearsal_draws/* around */.mC)([first, ...rest], (0,rehearsal_draws/* hashOf */.qQ)(seed) + index), `${seed}/${index}`);
    });
    const gaps = (0,rehearsal_draws/* hashOf */.qQ)(seed) % 5 === 0 ? [(0,rehearsal_draws/* around */.mC)(gapWords, (0,rehearsal_draws/* hashOf */.qQ)(seed))] : [];
    return { query_id: query.query_id, answered: true, cards, gaps };
};
/** Three cards a query, quoted from five invented pages that the annotations hold. */
const research = ({ indicator, queries }) => {
    const subject = subjectOf(indicator);
    const seed = String((0,rehearsal_draws/* hashOf */.qQ)(`${subject.id}/${queries.map(query => `${query.query_id}/${query.question}`).join('/')}`));
    const [firstHost = hosts[0], ...otherHosts] = (0,rehearsal_draws/* shuffled */.A4)(hosts, seed).slice(0, pagesPerCall);
    const pages = [pageOf(subject, seed, firstHost), ...otherHosts.map(host => pageOf(subject, seed, host))];
    return {
        value: { results: queries.map((query, position) => resultOf(query, pages, position)) },
        annotations: pages.map(({ url, title, content }) => ({ url, title, content })),
    };
};

;// CONCATENATED MODULE: ./src/rehearsal/answer-words.js
/*
 * Sentences around the claims. None states a number or a direction (above, falls, bullish, not, …): what does in an answer comes
 * from a claim, so that the judge can check it against the evidence.
 */
/** The first sentence; `{n}` is the indicator, `{f}` the facet. */
const openings = [
    'The {n} answers this question only together with its context, and {f} is a good place to begin.',
    'A careful reader treats the {n} as evidence about {f} and keeps the raw data within reach.',
    'For {f}, the {n} offers a structured view that has to be tested on the market at hand.',
    'The useful part of the {n} here is the discipline that it brings to {f}.',
    'Seen from the angle of {f}, the {n} condenses many observations into a single series.',
    'The {n} deserves attention in this case because it makes {f} measurable.',
    'The practical answer depends on how the {n} is built and on what is asked about {f}.',
    'The key is the link between the {n} and {f}, which can be described quite precisely.',
];
const bridges = [
    'The available figures make this concrete.',
    'Published measurements help to judge the size of the effect.',
    'A look at the record puts the idea into proportion.',
    'The following findings set the frame.',
    'Observed data give this a solid footing.',
    'Several measurements illustrate the point.',
];
const readings = [
    'A sensible reading therefore compares the current value with its own history on the same venue.',
    'In practice the value is read as a probability statement about the regime, which a second measure should confirm.',
    'Analysts usually note beforehand which observation would make them drop the idea.',
    'The interpretation is convincing when spot and derivatives data point to the same conclusion.',
    'It pays to look at how past readings are spread and at the share of cases that contradict the rule.',
    'The same value can carry a different message in a calm market and in a stressed market.',
    'A clear definition of the data window keeps the comparison honest.',
    'Traders who document their settings can repeat the measurement and learn from it.',
];
const pitfalls = [
    'A common pitfall is to tune the settings until the past looks perfect, which says little about the future.',
    'The main danger lies in treating a single reading as proof while ignoring liquidity and costs.',
    'Errors tend to come from mixing venues whose data follow different conventions.',
    'Users should also watch for gaps in the data, because a filled gap can look like a genuine signal.',
    'Many disappointments come from acting on unfinished bars whose values still change.',
    'Hindsight makes signals on old charts look cleaner than they were in real time.',
    'The relation can fade when market structure changes, so it should be measured again from time to time.',
    'Costs and delays deserve a place in every test, since they consume a visible share of the effect.',
];
const closings = [
    'Used this way, the {n} informs a decision and leaves the responsibility with the person who makes it.',
    'With these limits in view, the {n} remains a useful part of the toolkit.',
    'The result is a transparent argument that others can check with public data.',
    'This keeps the {n} in its proper role as an aid to judgement.',
    'A note in the trading journal about each use makes a review possible.',
    'Such a routine turns the {n} from an opinion into a measurement that can be repeated.',
];

;// CONCATENATED MODULE: ./src/rehearsal/flaws.js
/** Flaws of written pairs and their shares, so that every local gate has work; together 16 %. */
const flawShares = [
    ['invented-number', 0.04],
    ['speaks-of-the-document', 0.03],
    ['near-duplicate', 0.03],
    ['unknown-card', 0.03],
    ['too-short', 0.03],
];
const drawFlaw = (draws) => {
    let left = draws.fraction();
    for (const [flaw, share] of flawShares) {
        if (left < share)
            return flaw;
        left -= share;
    }
    return null;
};
/** The pair with the flaw; `earlierQuestion` is what a near duplicate repeats. */
const withFlaw = (pair, flaw, earlierQuestion) => {
    switch (flaw) {
        case null:
            return pair;
        case 'invented-number':
            return { ...pair, answer: `${pair.answer} Independent tests put the success rate at 87.313 percent.` };
        case 'speaks-of-the-document':
            return { ...pair, answer: `According to the document, the picture is clear. ${pair.answer}` };
        case 'near-duplicate':
            return { ...pair, question: (earlierQuestion ?? pair.question).replace(/\?$/, ' today?') };
        case 'unknown-card':
            return { ...pair, card_ids: ['c999-9'] };
        case 'too-short':
            return { ...pair, answer: 'It depends on the market.' };
    }
};

;// CONCATENATED MODULE: ./src/rehearsal/worked-example.js
/** Whole numbers with commas between thousands, as in `42,000`. */
const numbers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const written = (value) => numbers.format(value);
const worked_example_forms = [
    (name, draws) => {
        const base = draws.whole(20, 90) * 1000;
        const percent = draws.whole(2, 9);
        return `Suppose a coin closes at ${written(base)} and the next close differs by ${percent} percent. The change is ${written(base)} × ${percent / 100} = ${written((base * percent) / 100)}, and the ${name} is updated with that figure.`;
    },
    (name, draws) => {
        const values = [draws.whole(11, 29), draws.whole(31, 49), draws.whole(51, 69), draws.whole(71, 89)];
        const sum = values.reduce((total, value) => total + value, 0);
        return `Take the inputs ${values.join(', ')} for the ${name}. Their sum is ${sum} and their mean is ${sum} / 4 = ${written(sum / 4)}, which is the reference for the next reading.`;
    },
    (name, draws) => {
        const account = draws.whole(5, 50) * 1000;
        const distance = draws.whole(2, 8);
        const risk = account / 100;
        return `With an account of ${written(account)} dollars and a risk of 1 percent, ${written(risk)} dollars are at stake. If the exit suggested by the ${name} is ${distance} percent away, the position is ${written(risk)} / ${distance / 100} = ${written(risk / (distance / 100))} dollars.`;
    },
];
/** An example whose arithmetic is right. */
const workedExample = (name, draws) => draws.pick(worked_example_forms)(name, draws);

;// CONCATENATED MODULE: ./src/rehearsal/videos.js









const videosInputSchema = schemas/* object */.Ikc({
    video: schemas/* object */.Ikc({ url: schemas/* string */.YjP() }),
    topic: schemas/* string */.YjP(),
    questions: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP())]).default(''),
    count: schemas/* int */.Whr().min(0).max(200),
});
/** The share of questions that are the same for every video of a topic. */
const repeatedShare = 0.04;
/** The share of moments that lie beyond the video's end, which a gate must stop. */
const beyondShare = 0.02;
const linesOf = (questions) => (typeof questions === 'string' ? questions.split('\n') : questions).map(line => line.replace(/^[-*\s]+/, '').trim());
const placeOf = (index, draws) => ({
    type: (0,rehearsal_draws/* around */.mC)(pair/* questionTypes */.mB, index),
    facet: facetPool[draws.whole(0, facetPool.length - 1)]?.[0] ?? '',
    audience: draws.pick(audiencePool),
});
/** What every video of a topic says. */
const repeatedQuestion = (topic) => {
    const subject = subjectOf({ id: topic, name: topic, family: '', brief: '' });
    return numberedQuestion(subject, { type: 'interpretation', facet: '', audience: '' }, 0);
};
/** Several sentences without a number, so that nothing in them needs evidence. */
const answerOf = ({ name }, facet, draws) => {
    const filled = (sentence) => sentence.replaceAll('{n}', () => name).replaceAll('{f}', () => facetPhrase(facet));
    const turn = draws.whole(0, readings.length - 1);
    const middle = [
        draws.pick(bridges),
        (0,rehearsal_draws/* around */.mC)(readings, turn),
        (0,rehearsal_draws/* around */.mC)(readings, turn + 3),
        (0,rehearsal_draws/* around */.mC)(pitfalls, turn),
        (0,rehearsal_draws/* around */.mC)(pitfalls, turn + 3),
    ];
    return [filled(draws.pick(openings)), ...middle, filled(draws.pick(closings))].join(' ');
};
/** What is said in the video at that moment: other words for every moment. */
const quoteOf = ({ name }, facet, draws) => `So when we look at ${facetPhrase(facet)}, the ${name} helps because ${draws.pick(readings).replace(/\.$/, '').toLowerCase()}, and ${draws.pick(pitfalls).toLowerCase()}`;
/**
 * Pairs from one invented video: the same for the same video, others for every other one, spread over its length.
 * Questions that were wished for come first; about one in 25 repeats what other videos of the topic say too, and about one in eight
 * has a flaw that a local gate stops.
 */
const videos = ({ video, topic, questions, count }) => {
    const seed = `${topic}/${video.url}`;
    const said = (0,rehearsal_draws/* shuffled */.A4)([...readings, ...pitfalls], seed)
        .slice(0, 6)
        .join(' ');
    const subject = subjectOf({ id: topic, name: topic, family: '', brief: said });
    const durationSeconds = 600 + ((0,rehearsal_draws/* hashOf */.qQ)(seed) % 3000);
    const wishes = linesOf(questions).filter(line => line.length >= 12 && line.endsWith('?'));
    const pairAt = (_, index) => {
        const draws = (0,rehearsal_draws/* createDraws */.SQ)(`${seed}/${index}`);
        const place = placeOf(index + (0,rehearsal_draws/* hashOf */.qQ)(seed), draws);
        const written = {
            question: wishes[index] ?? (draws.fraction() < repeatedShare ? repeatedQuestion(topic) : drawnQuestion(subject, place, draws)),
            answer: answerOf(subject, place.facet, draws),
            card_ids: [],
        };
        const { question, answer } = withFlaw(written, drawFlaw(draws), undefined);
        const second = Math.floor((durationSeconds * (index + draws.fraction())) / Math.max(1, count));
        return {
            question,
            answer,
            short_answer: draws.pick(readings),
            worked_example: workedExample(topic, draws),
            type: place.type,
            difficulty: draws.pick(['beginner', 'intermediate', 'intermediate', 'advanced']),
            second: draws.fraction() < beyondShare ? second + durationSeconds : second,
            quote: quoteOf(subject, place.facet, draws),
        };
    };
    return {
        title: `${topic}, session ${(0,rehearsal_draws/* hashOf */.qQ)(seed) % 900}`,
        duration_seconds: durationSeconds,
        pairs: Array.from({ length: count }, pairAt),
    };
};

;// CONCATENATED MODULE: ./src/rehearsal/write.js







const cardInputSchema = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    claim: schemas/* string */.YjP(),
    quote: schemas/* string */.YjP(),
    title: schemas/* string */.YjP().default(''),
    query_id: schemas/* string */.YjP().optional(),
});
const writeInputSchema = schemas/* object */.Ikc({
    indicator: indicatorInputSchema,
    queries: schemas/* array */.YOg(queryInputSchema),
    cards: schemas/* array */.YOg(cardInputSchema),
    pairs_wanted: schemas/* int */.Whr().min(0).max(200).default(8),
});
/** Characters: answers have about 500 to 900, of which the claims take at most the last. */
const answerLength = { least: 520, most: 880, claims: 480 };
const longestShortAnswer = 260;
const filled = (sentence, name, facet = '') => sentence.replaceAll('{n}', () => name).replaceAll('{f}', () => facet);
const sentenceOf = ({ claim }) => (/[.!?]$/.test(claim) ? claim : `${claim}.`);
const write_answerOf = (subject, query, { cards, draws }) => {
    const claims = new Set(cards.map(sentenceOf));
    const sentences = [filled(draws.pick(openings), subject.name, facetPhrase(query.facet)), draws.pick(bridges), ...claims];
    const turn = draws.whole(0, readings.length - 1);
    const common = [(0,rehearsal_draws/* around */.mC)(readings, turn), (0,rehearsal_draws/* around */.mC)(pitfalls, turn), filled(draws.pick(closings), subject.name)];
    const padding = [(0,rehearsal_draws/* around */.mC)(readings, turn + 1), (0,rehearsal_draws/* around */.mC)(pitfalls, turn + 1)];
    let { length } = sentences.join(' ');
    for (const [index, sentence] of [...common, ...padding].entries()) {
        const isWelcome = index < common.length && length + sentence.length < answerLength.most;
        if (!isWelcome && length >= answerLength.least)
            continue;
        sentences.push(sentence);
        length += 1 + sentence.length;
    }
    return sentences.join(' ');
};
/** The cards whose claims fit into an answer, the first in any case. */
const fitting = (cards) => {
    let left = answerLength.claims;
    return cards.filter((card, index) => {
        left -= card.claim.length;
        return index === 0 || left >= 0;
    });
};
/**
 * One to three cards: the query's own where cards name their query, else those that stand where they would
 * if cards came in the order of the queries.
 */
const cardsFor = (cards, queryId, { place, draws }) => {
    const [first, ...rest] = cards.filter(card => card.query_id === queryId);
    const candidates = first ? [first, ...rest] : cards;
    const wanted = draws.pick([1, 2, 2, 2, 3, 3]);
    const start = first ? draws.whole(0, candidates.length - 1) : Math.floor(place * candidates.length);
    return fitting(Array.from({ length: Math.min(candidates.length, wanted) }, (_, index) => (0,rehearsal_draws/* around */.mC)(candidates, start + index)));
};
const difficultyOf = (draws) => draws.pick(['beginner', 'intermediate', 'intermediate', 'advanced']);
const pairOf = ({ subject, query, cards, varied, draws }) => {
    const question = varied ? drawnQuestion(subject, query, draws) : query.question;
    const answer = write_answerOf(subject, query, { cards, draws });
    const [claim = answer] = cards.map(card => card.claim);
    return {
        query_id: query.query_id,
        question,
        answer,
        short_answer: claim.length <= longestShortAnswer ? claim : draws.pick(readings),
        worked_example: workedExample(subject.name, draws),
        type: query.type,
        difficulty: difficultyOf(draws),
        card_ids: cards.map(card => card.id),
    };
};
/**
 * The pairs wanted, the queries in turn. Where more pairs than queries are wanted, the first of each query keeps its question;
 * all others vary it, since it may have been answered before. About one in six has a flaw that a local gate stops.
 * Without evidence there are no pairs.
 */
const write = (input) => {
    const { queries, pairs_wanted } = input;
    const [firstQuery, ...otherQueries] = queries;
    const [firstCard, ...otherCards] = input.cards;
    if (firstQuery === undefined || firstCard === undefined)
        return { pairs: [] };
    const subject = subjectOf(input.indicator);
    const seed = `${subject.id}/${(0,rehearsal_draws/* hashOf */.qQ)(JSON.stringify(input))}`;
    const pairs = [];
    for (let index = 0; index < pairs_wanted; index++) {
        const query = (0,rehearsal_draws/* around */.mC)([firstQuery, ...otherQueries], index);
        const draws = (0,rehearsal_draws/* createDraws */.SQ)(`${seed}/${index}`);
        const place = (index % queries.length) / queries.length;
        const cards = cardsFor([firstCard, ...otherCards], query.query_id, { place, draws });
        const varied = index >= queries.length || pairs_wanted <= queries.length;
        const pair = pairOf({ subject, query, cards, varied, draws });
        pairs.push(withFlaw(pair, drawFlaw(draws), pairs.at(-1)?.question));
    }
    return { pairs };
};

;// CONCATENATED MODULE: ./src/rehearsal/answers.js








const stages = {
    facets: input => ({ value: planFacets(planFacetsInputSchema.parse(input)) }),
    queries: input => ({ value: planQueries(planQueriesInputSchema.parse(input)) }),
    research: input => research(researchInputSchema.parse(input)),
    write: input => ({ value: write(writeInputSchema.parse(input)) }),
    judge: input => ({ value: judge(judgeInputSchema.parse(input)) }),
    integrate: input => ({ value: integrate(integrateInputSchema.parse(input)) }),
    videos: input => ({ value: videos(videosInputSchema.parse(input)) }),
    repair: input => ({ value: mend(repairInputSchema.parse(input)) }),
};
const answersKept = 512;
const compute = ({ stage, inputText, webSearch }) => {
    const answerStage = Object.hasOwn(stages, stage) ? stages[stage] : undefined;
    if (answerStage === undefined) {
        return {
            type: 'unusable',
            reason: `The rehearsal answers ${Object.keys(stages).join(', ')}, not ${JSON.stringify(stage.slice(0, 64))}`,
        };
    }
    try {
        const { value, annotations = [] } = answerStage(JSON.parse(inputText));
        return { type: 'answer', answer: { content: JSON.stringify(value), annotations: webSearch ? annotations : [] } };
    }
    catch (error) {
        const reason = error instanceof classic_errors/* ZodError */.G ? core_errors/* prettifyError */.S1(error).replaceAll('\n', ' ') : 'it is not JSON';
        return { type: 'unusable', reason: `The data between <input> and </input> does not fit ${stage}: ${reason}` };
    }
};
/** Answers stages; the same request always gets the same bytes. The last answers are kept, because what failed is asked again. */
const createAnswers = () => {
    const kept = new Map();
    return request => {
        const key = `${request.stage}/${request.webSearch}/${request.inputText}`;
        const known = kept.get(key);
        if (known !== undefined)
            return known;
        const result = compute(request);
        kept.set(key, result);
        if (kept.size > answersKept)
            kept.delete(kept.keys().next().value ?? key);
        return result;
    };
};

// EXTERNAL MODULE: ../../node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(3477);
// EXTERNAL MODULE: ./src/domain/instant.js
var instant = __webpack_require__(795);
// EXTERNAL MODULE: ./src/rehearsal/faults.js
var rehearsal_faults = __webpack_require__(7860);
;// CONCATENATED MODULE: ./src/rehearsal/http.js
/** Stands on every answer, so that nobody takes a rehearsal for a real provider. */
const rehearsalHeader = 'x-perpetual-rehearsal';
/** As much as a request of text needs. */
const usualBodyBytes = 8 * 1024 * 1024;
/** The request's body; null where it is over `limitBytes` or the client went away. */
const readBody = (request, limitBytes) => {
    const { promise, resolve } = Promise.withResolvers();
    const chunks = [];
    let bytes = 0;
    request.on('data', (chunk) => {
        bytes += chunk.length;
        if (bytes <= limitBytes)
            chunks.push(chunk);
    });
    request.on('end', () => resolve(bytes <= limitBytes ? Buffer.concat(chunks) : null));
    request.on('error', () => resolve(null));
    request.on('close', () => resolve(null));
    return promise;
};
const jsonReply = (status, value, headers = {}) => ({
    status,
    headers,
    body: JSON.stringify(value),
});
const headOf = (reply, bytes, dateMs) => ({
    'content-type': 'application/json',
    'content-length': String(bytes),
    date: new Date(dateMs).toUTCString(),
    [rehearsalHeader]: '1',
    ...reply.headers,
});
/** `dateMs` is what the provider's clock shows. */
const sendReply = (response, reply, dateMs) => {
    const body = Buffer.from(reply.body);
    response.writeHead(reply.status, headOf(reply, body.length, dateMs));
    response.end(body);
};
/** Closes the connection without an answer, or, given one, in the middle of it. */
const dropConnection = (response, halfSent) => {
    if (halfSent === null) {
        response.destroy();
        return;
    }
    const body = Buffer.from(halfSent.reply.body);
    response.writeHead(halfSent.reply.status, headOf(halfSent.reply, body.length, halfSent.dateMs));
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
};

;// CONCATENATED MODULE: ./src/rehearsal/control.js





const clockSchema = schemas/* union */.KCZ([
    schemas/* strictObject */.rej({ now: iso/* datetime */.w$({ offset: true }) }),
    schemas/* strictObject */.rej({ advanceMs: schemas/* int */.Whr().min(-1e12).max(1e12) }),
]);
const faultsSchema = schemas/* strictObject */.rej({ faults: schemas/* string */.YjP().max(1000) });
const latencySchema = schemas/* strictObject */.rej({ latencyMs: schemas/* int */.Whr().min(0).max(600_000) });
const parsed = (schema, body) => schema.parse(JSON.parse(body === '' ? '{}' : body));
const handlers = ({ clock, counts, reception, batches, reset, }) => ({
    'GET /rehearsal/stats': (_body, query) => ({ ...counts.stats(query.has('times')), batches: batches() }),
    'POST /rehearsal/clock': body => {
        const change = parsed(clockSchema, body);
        if ('now' in change)
            clock.set((0,instant/* toEpochMs */.x8)(change.now));
        else
            clock.advance(change.advanceMs);
        return { now: clock.now() };
    },
    'POST /rehearsal/faults': body => {
        const { faults } = parsed(faultsSchema, body);
        reception.setFaults((0,rehearsal_faults/* parseFaults */.bZ)(faults));
        return { faults };
    },
    'POST /rehearsal/latency': body => {
        const { latencyMs } = parsed(latencySchema, body);
        reception.setLatency(latencyMs);
        return { latencyMs };
    },
    'POST /rehearsal/reset': () => {
        reset();
        return { now: clock.now() };
    },
});
const isLoopback = (address) => /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/.test(address ?? '');
/** Answers `/rehearsal/…`, which moves the clock, sets faults and tells the counts; from this machine only. */
const createControl = (parts) => {
    const known = handlers(parts);
    return (request, url, body) => {
        if (!isLoopback(request.socket.remoteAddress))
            return jsonReply(403, { error: 'The rehearsal is controlled from its own machine only' });
        const handle = known[`${request.method} ${url.pathname}`];
        if (handle === undefined)
            return jsonReply(404, { error: `Expected one of ${Object.keys(known).join(', ')}` });
        try {
            return jsonReply(200, handle(body, url.searchParams));
        }
        catch (error) {
            return jsonReply(400, { error: error instanceof classic_errors/* ZodError */.G ? core_errors/* prettifyError */.S1(error) : (0,errors/* messageOf */.bD)(error) });
        }
    };
};

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/rehearsal/counts.js

const timesKept = 100_000;
/** Names a key without telling it: the first 8 hex digits of its SHA-256. */
const fingerprintOf = (key) => (0,external_node_crypto_.createHash)('sha256').update(key).digest('hex').slice(0, 8);
const emptyBook = () => ({
    total: 0,
    generated: 0,
    usd: 0,
    repeated: 0,
    maxInFlight: 0,
    days: new Map(),
    keys: new Map(),
    statuses: new Map(),
    prompts: new Set(),
    times: [],
});
const keyDay = (book, key, day) => {
    const days = book.keys.get(key) ?? new Map();
    const today = days.get(day) ?? { sends: 0, usd: 0 };
    book.keys.set(key, days.set(day, today));
    return today;
};
const sendsByKey = (keys) => Object.fromEntries([...keys].map(([key, days]) => [fingerprintOf(key), Object.fromEntries([...days].map(([day, { sends }]) => [day, sends]))]));
const statsOf = (book, inFlight, now) => ({
    now,
    sends: Object.fromEntries(book.days),
    total: book.total,
    byKey: sendsByKey(book.keys),
    generated: book.generated,
    usd: Number(book.usd.toFixed(8)),
    statuses: Object.fromEntries(book.statuses),
    distinct: book.prompts.size,
    repeated: book.repeated,
    inFlight,
    maxInFlight: book.maxInFlight,
});
/** Counts in memory; a day is the UTC day of `clock`. */
const createCounts = (clock) => {
    let book = emptyBook();
    let inFlight = 0;
    return {
        arrive: key => {
            const day = clock.day();
            book.total += 1;
            inFlight += 1;
            book.maxInFlight = Math.max(book.maxInFlight, inFlight);
            book.days.set(day, (book.days.get(day) ?? 0) + 1);
            keyDay(book, key, day).sends += 1;
            book.times.push(clock.nowMs());
            if (book.times.length > 2 * timesKept)
                book.times.splice(0, timesKept);
            return book.total;
        },
        prompt: promptText => {
            const digest = (0,external_node_crypto_.createHash)('sha256').update(promptText).digest('base64');
            if (book.prompts.has(digest))
                book.repeated += 1;
            else
                book.prompts.add(digest);
        },
        leave: status => {
            inFlight -= 1;
            book.statuses.set(String(status), (book.statuses.get(String(status)) ?? 0) + 1);
        },
        charge: (key, usd) => {
            book.generated += 1;
            book.usd += usd;
            keyDay(book, key, clock.day()).usd += usd;
        },
        today: key => book.keys.get(key)?.get(clock.day()) ?? { sends: 0, usd: 0 },
        totalUsd: key => [...(book.keys.get(key)?.values() ?? [])].reduce((sum, day) => sum + day.usd, 0),
        stats: withTimes => {
            const stats = statsOf(book, inFlight, clock.now());
            return withTimes ? { ...stats, times: book.times.slice(-timesKept) } : stats;
        },
        reset: () => {
            book = emptyBook();
            book.maxInFlight = inFlight;
        },
    };
};

;// CONCATENATED MODULE: ./src/rehearsal/chat-request.js

const contentSchema = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* looseObject */._H3({ type: schemas/* string */.YjP(), text: schemas/* string */.YjP().optional() }))]);
/** A chat-completions request, as far as the rehearsal looks at it. */
const chatRequestSchema = schemas/* looseObject */._H3({
    model: schemas/* string */.YjP().min(1),
    messages: schemas/* array */.YOg(schemas/* looseObject */._H3({ role: schemas/* string */.YjP(), content: contentSchema })).min(1),
    response_format: schemas/* looseObject */._H3({ type: schemas/* string */.YjP(), json_schema: schemas/* looseObject */._H3({ name: schemas/* string */.YjP() }).optional() }).optional(),
    tools: schemas/* array */.YOg(schemas/* looseObject */._H3({ type: schemas/* string */.YjP() })).optional(),
    tool_choice: schemas/* unknown */.L5J().optional(),
    max_tokens: schemas/* int */.Whr().positive().nullish(),
    max_completion_tokens: schemas/* int */.Whr().positive().nullish(),
    stream: schemas/* boolean */.zMY().nullish(),
});
const textOf = (content) => typeof content === 'string' ? content : content.map(part => part.text ?? '').join('\n');
/** The stage by the first key of its answer, for a schema that stands in the prompt without its name. */
const stageByKey = {
    facets: 'facets',
    queries: 'queries',
    results: 'research',
    pairs: 'write',
    verdicts: 'judge',
};
const stageIn = (systemText) => {
    const named = /"schema_name"\s*:\s*"([\w-]{1,64})"/.exec(systemText) ?? /<answer\s+name="([\w-]{1,64})"/.exec(systemText);
    const key = /"properties"\s*:\s*\{\s*"(facets|queries|results|pairs|verdicts)"/.exec(systemText)?.[1] ?? '';
    return named?.[1] ?? stageByKey[key];
};
/** The text between the last `<input>` and the `</input>` behind it. */
const blockIn = (text) => {
    const start = text.lastIndexOf('<input>');
    const end = text.indexOf('</input>', start);
    return start === -1 || end === -1 ? undefined : text.slice(start + '<input>'.length, end).trim();
};
/**
 * The stage (the schema's name, or what the system prompt calls it) and the JSON text of its data; undefined where either is missing.
 * A provider that enforces no schema knows only what the prompt says.
 */
const stageRequestOf = (request, { enforcesSchema = true } = {}) => {
    const system = request.messages.filter(message => message.role === 'system').map(message => textOf(message.content));
    const user = request.messages.findLast(message => message.role === 'user');
    const stage = (enforcesSchema ? request.response_format?.json_schema?.name : undefined) ?? stageIn(system.join('\n'));
    const inputText = user && blockIn(textOf(user.content));
    return stage === undefined || inputText === undefined
        ? undefined
        : { stage, inputText, webSearch: request.tools?.some(tool => tool.type.includes('web_search')) ?? false };
};

;// CONCATENATED MODULE: ./src/rehearsal/chat.js




/** The key of `Authorization: Bearer`; null where there is none. */
const keyOf = (request) => /^Bearer\s+(\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? null;
const chatRequestOf = (body) => {
    try {
        const parsed = chatRequestSchema.safeParse(JSON.parse(body));
        return parsed.success ? parsed.data : core_errors/* prettifyError */.S1(parsed.error).replaceAll('\n', ' ');
    }
    catch {
        return 'The body is not JSON';
    }
};
/** A token is taken to be four bytes of UTF-8. */
const chat_tokensOf = (text) => Math.ceil(Buffer.byteLength(text) / 4);
/** The end of a completion: cut where `max_tokens` or a fault says so, spoilt where a fault says so. */
const finish = (content, request, fault) => {
    const maxTokens = request.max_tokens ?? request.max_completion_tokens ?? Infinity;
    if (chat_tokensOf(content) > maxTokens)
        return { content: content.slice(0, maxTokens * 4), reason: 'length' };
    if (fault?.kind === 'length')
        return { content: cutInHalf(content), reason: 'length' };
    return { content: fault?.kind === 'malformed' ? spoil(content, fault.variant) : content, reason: 'stop' };
};
const completionOf = ({ prices }, made) => {
    const { request, answer, webSearch, nowMs } = made;
    const { content, reason } = finish(answer.content, request, made.fault);
    const [promptTokens, completionTokens] = [chat_tokensOf(made.promptText), chat_tokensOf(content)];
    const tokensUsd = promptTokens * prices.prompt + completionTokens * prices.completion;
    const createdSeconds = Math.floor(nowMs / 1000);
    return {
        id: `gen-${createdSeconds}-${made.ordinal}-${(0,rehearsal_draws/* hashOf */.qQ)(content).toString(16)}`,
        createdSeconds,
        model: request.model.startsWith('rehearsal/') ? request.model : `rehearsal/${request.model}`,
        content,
        reason,
        annotations: answer.annotations,
        webSearch,
        promptTokens,
        completionTokens,
        usd: Number((tokensUsd + (webSearch ? prices.webSearch : 0)).toFixed(9)),
    };
};
const answerChat = (parts, dialect, send) => {
    const { fault } = send;
    const request = chatRequestOf(send.body);
    if (typeof request === 'string')
        return dialect.badRequest(request);
    if (request.stream === true)
        return dialect.badRequest('The rehearsal does not stream');
    const promptText = JSON.stringify([request.model, request.messages]);
    parts.counts.prompt(promptText);
    if (fault?.kind === 'drop' && fault.variant < 0.5)
        return 'dropped';
    const refused = fault && dialect.fault(fault, `Bearer ${send.key}`);
    if (refused)
        return refused;
    const objection = dialect.objection(request);
    if (objection !== undefined)
        return dialect.badRequest(objection);
    const asked = dialect.read(request);
    if (asked === undefined)
        return dialect.badRequest('Expected a JSON schema with a name, and data between <input> and </input>');
    const result = 'stage' in asked ? parts.answers(asked) : { type: 'answer', answer: asked };
    if (result.type === 'unusable')
        return dialect.badRequest(result.reason);
    const completion = completionOf(dialect, {
        ...send,
        request,
        promptText,
        answer: result.answer,
        webSearch: 'stage' in asked && asked.webSearch,
        nowMs: parts.clock.nowMs(),
    });
    parts.counts.charge(send.key, completion.usd);
    return dialect.completion(completion);
};
/** Answers `POST /chat/completions` in one dialect: the send is counted at once, before its body has arrived. */
const createChat = (parts, dialect) => async (request, bodyArrives) => {
    const key = keyOf(request);
    const ruling = parts.reception.receive(key);
    const body = await bodyArrives;
    if (ruling.type !== 'answer')
        return { type: 'reply', reply: dialect.refusal(ruling), delayMs: 0 };
    const { delayMs, fault, ordinal } = ruling;
    if (body === null)
        return { type: 'reply', reply: dialect.tooLarge(), delayMs };
    const reply = answerChat(parts, dialect, { body: body.toString('utf8'), key: key ?? '', ordinal, fault });
    return reply === 'dropped' || fault?.kind === 'drop'
        ? { type: 'drop', halfOf: reply === 'dropped' ? null : reply, delayMs }
        : { type: 'reply', reply, delayMs };
};

;// CONCATENATED MODULE: ./src/rehearsal/gemini-content.js





const partSchema = schemas/* looseObject */._H3({
    text: schemas/* string */.YjP().optional(),
    fileData: schemas/* looseObject */._H3({ fileUri: schemas/* string */.YjP() }).optional(),
});
const gemini_content_contentSchema = schemas/* looseObject */._H3({ role: schemas/* string */.YjP().optional(), parts: schemas/* array */.YOg(partSchema).min(1) });
/** A GenerateContentRequest, as far as the rehearsal looks at it. */
const contentRequestSchema = schemas/* looseObject */._H3({
    contents: schemas/* array */.YOg(gemini_content_contentSchema).min(1),
    systemInstruction: gemini_content_contentSchema.optional(),
    generationConfig: schemas/* looseObject */._H3({
        maxOutputTokens: schemas/* int */.Whr().positive().optional(),
        responseMimeType: schemas/* string */.YjP().optional(),
        responseJsonSchema: schemas/* looseObject */._H3({ title: schemas/* string */.YjP().optional() }).optional(),
    })
        .optional(),
});
/** The addresses of the videos that go with a prompt. */
const videosOf = ({ contents }) => contents.flatMap(({ parts }) => parts.flatMap(({ fileData }) => (fileData === undefined ? [] : [fileData.fileUri])));
const videoId = (uri) => /(?:[?&]v=|youtu\.be\/|\/shorts\/)([\w-]+)/.exec(uri)?.[1] ?? '';
/** Videos that batches refuse and direct requests take, and those that no request may see, by the beginning of their ids. */
const refusedInBatch = (request) => videosOf(request).some(uri => videoId(uri).startsWith('refuse'));
const forbidden = (request) => videosOf(request).some(uri => videoId(uri).startsWith('private'));
/** A second of video is about 300 tokens (ai.google.dev/gemini-api/docs/video-understanding); a rehearsed one is short. */
const videoTokens = 18_000;
const gemini_content_textOf = (content) => content?.parts.map(part => part.text ?? '').join('\n') ?? '';
const gemini_content_stageRequestOf = ({ contents, generationConfig }) => {
    const stage = generationConfig?.responseJsonSchema?.title;
    const inputText = blockIn(gemini_content_textOf(contents.at(-1)));
    return stage === undefined || inputText === undefined ? undefined : { stage, inputText, webSearch: false };
};
const gemini_content_finish = (content, { flaw, variant }, maxTokens) => {
    if (chat_tokensOf(content) > maxTokens)
        return { text: content.slice(0, maxTokens * 4), reason: 'MAX_TOKENS' };
    if (flaw === 'length')
        return { text: cutInHalf(content), reason: 'MAX_TOKENS' };
    return { text: flaw === 'malformed' ? spoil(content, variant) : content, reason: 'STOP' };
};
/** A GenerateContentResponse; a text where the request cannot be answered, which says why. */
const generate = (request, context) => {
    const stageRequest = gemini_content_stageRequestOf(request);
    if (stageRequest === undefined)
        return 'Expected responseJsonSchema with a title, and data between <input> and </input>';
    const result = context.answers(stageRequest);
    if (result.type === 'unusable')
        return result.reason;
    const promptTokens = chat_tokensOf(JSON.stringify(request.contents)) + videosOf(request).length * videoTokens;
    const common = {
        modelVersion: `rehearsal/${context.model}`,
        responseId: `${(0,rehearsal_draws/* hashOf */.qQ)(stageRequest.inputText).toString(36)}-${context.ordinal}`,
    };
    if (context.flaw === 'blocked')
        return { promptFeedback: { blockReason: 'PROHIBITED_CONTENT' }, usageMetadata: { promptTokenCount: promptTokens }, ...common };
    const { text, reason } = gemini_content_finish(result.answer.content, context, request.generationConfig?.maxOutputTokens ?? Infinity);
    const [candidates, thoughts] = [chat_tokensOf(text), 40];
    return {
        candidates: [{ index: 0, content: { role: 'model', parts: [{ text }] }, finishReason: reason }],
        usageMetadata: {
            promptTokenCount: promptTokens,
            candidatesTokenCount: candidates,
            thoughtsTokenCount: thoughts,
            totalTokenCount: promptTokens + candidates + thoughts,
        },
        ...common,
    };
};

;// CONCATENATED MODULE: ./src/rehearsal/gemini-words.js

/** An error as Google's APIs write it (aip.dev/193). */
const errorReply = (code, { message, status, details = [] }) => jsonReply(code, { error: { code, message, status, ...(details.length === 0 ? {} : { details }) } });
const notFound = (message) => errorReply(404, { message, status: 'NOT_FOUND' });
const invalid = (message) => errorReply(400, { message, status: 'INVALID_ARGUMENT' });
const unavailable = () => errorReply(503, { message: 'The service is currently unavailable.', status: 'UNAVAILABLE' });
const retryInfo = (seconds) => ({ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: `${seconds}s` });
const quotaFailure = (quotaId) => ({
    '@type': 'type.googleapis.com/google.rpc.QuotaFailure',
    violations: [{ quotaMetric: 'generativelanguage.googleapis.com/generate_content_requests', quotaId }],
});
const exhausted = (quotaId, seconds) => errorReply(429, {
    message: 'You exceeded your current quota, please check your plan and billing details.',
    status: 'RESOURCE_EXHAUSTED',
    details: [quotaFailure(quotaId), retryInfo(seconds)],
});
/** The refusal of a send that is not answered. */
const refusalReply = (ruling) => {
    switch (ruling.type) {
        case 'unauthorized': {
            const reason = { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'API_KEY_INVALID' };
            const message = 'API key not valid. Please pass a valid API key.';
            return errorReply(400, { message, status: 'INVALID_ARGUMENT', details: [reason] });
        }
        case 'no-credit':
            return errorReply(400, { message: 'Please enable billing on your project.', status: 'FAILED_PRECONDITION' });
        case 'day-used-up':
            return exhausted('GenerateRequestsPerDayPerProjectPerModel', 60);
        case 'too-fast':
            return exhausted('GenerateRequestsPerMinutePerProjectPerModel', ruling.retryAfterMs / 1000);
    }
};
/** The error with which a fault answers in place of an answer; null for a fault that lets the answer be made first. */
const faultReply = ({ kind, variant }, key) => {
    switch (kind) {
        case '429':
            return exhausted('GenerateRequestsPerMinutePerProjectPerModel', 0.05);
        case 'quota':
            return exhausted('GenerateRequestsPerDayPerProjectPerModel', 60);
        case '5xx':
            return variant < 0.5 ? errorReply(500, { message: 'An internal error has occurred.', status: 'INTERNAL' }) : unavailable();
        case 'error200':
            return jsonReply(200, {});
        case 'echo':
            return invalid(`The request with x-goog-api-key: ${key} cannot be answered`);
        case 'blocked':
        case 'malformed':
        case 'length':
        case 'drop':
            return null;
    }
};

;// CONCATENATED MODULE: ./src/rehearsal/gemini-batches.js





/** Google's limits: jobs of a key at once, and bytes of an inlined job (ai.google.dev/gemini-api/docs/batch-api). */
const mostAlive = 100;
const inlineBytes = 20_000_000;
const createSchema = schemas/* looseObject */._H3({
    batch: schemas/* looseObject */._H3({
        displayName: schemas/* string */.YjP().min(1),
        inputConfig: schemas/* looseObject */._H3({
            fileName: schemas/* string */.YjP().optional(),
            requests: schemas/* looseObject */._H3({
                requests: schemas/* array */.YOg(schemas/* looseObject */._H3({ request: contentRequestSchema, metadata: schemas/* looseObject */._H3({ key: schemas/* string */.YjP().optional() }).optional() })),
            })
                .optional(),
        }),
    }),
});
const lineSchema = schemas/* looseObject */._H3({ key: schemas/* string */.YjP().optional(), request: contentRequestSchema });
const prettyError = (error) => error instanceof classic_errors/* ZodError */.G ? core_errors/* prettifyError */.S1(error).replaceAll('\n', ' ').slice(0, 500) : 'it is not JSON';
/** The items of a file; a text that says what is wrong with it. */
const itemsOfFile = (text) => {
    if (text === undefined)
        return 'There is no such input file';
    try {
        const lines = text.split('\n').filter(line => line.trim() !== '');
        return lines.map(line => lineSchema.parse(JSON.parse(line))).map(({ key, request }) => ({ key, request }));
    }
    catch (error) {
        return `The input file does not fit: ${prettyError(error)}`;
    }
};
/** Answers one item of a job. Faults of sends that belong to answers meet items too, drawn by job and key. */
const createItemAnswers = ({ answers }, faults) => ({ key, request }, job, position) => {
    const { batch = {}, shares } = faults();
    const draw = (kind) => (0,rehearsal_draws/* fractionOf */.Am)(`${kind}/${job.ordinal}/${key ?? position}`);
    if (draw('item-error') < (batch['item-error'] ?? 0))
        return { error: { code: 13, message: 'Internal error encountered.' } };
    if (forbidden(request))
        return { error: { code: 7, message: 'The caller does not have permission' } };
    if (refusedInBatch(request))
        return {
            error: { code: 3, message: 'Request contains an invalid argument: fileData of this video is not supported in batches' },
        };
    const flaw = ['malformed', 'length', 'blocked'].find(kind => draw(kind) < (shares[kind] ?? 0)) ?? null;
    const ordinal = `${job.ordinal}-${position}`;
    const response = generate(request, { model: job.model, answers, flaw, variant: draw('variant'), ordinal });
    return typeof response === 'string' ? { error: { code: 3, message: response } } : { response };
};
/** A job as an operation; where it has ended, with what it brought. */
const operationOf = (job, jobs) => {
    const state = jobs.stateOf(job);
    const metadata = {
        '@type': 'type.googleapis.com/google.ai.generativelanguage.v1main.GenerateContentBatch',
        model: `models/${job.model}`,
        displayName: job.display,
        name: job.name,
        createTime: new Date(job.createdMs).toISOString(),
        state: `BATCH_STATE_${state}`,
        ...(job.inputFile === undefined ? {} : { inputConfig: { fileName: job.inputFile } }),
        batchStats: { requestCount: String(job.items.length) },
    };
    if (state === 'PENDING' || state === 'RUNNING')
        return { name: job.name, metadata };
    if (state === 'FAILED')
        return {
            name: job.name,
            metadata,
            done: true,
            error: { code: 13, message: 'The job failed; its requests were not answered.' },
        };
    if (state === 'CANCELLED' || state === 'EXPIRED')
        return { name: job.name, metadata, done: true };
    const results = jobs.resultsOf(job);
    const failed = results.filter(result => 'error' in result).length;
    const batchStats = {
        requestCount: String(results.length),
        successfulRequestCount: String(results.length - failed),
        failedRequestCount: String(failed),
    };
    const inlined = results.map((result, position) => ({ metadata: { key: job.items[position]?.key }, ...result }));
    const output = job.inputFile === undefined ? { inlinedResponses: { inlinedResponses: inlined } } : { responsesFile: resultsFileOf(job) };
    return { name: job.name, metadata: { ...metadata, batchStats, output }, done: true, response: output };
};
const resultsFileOf = ({ name }) => name.replace('batches/', 'files/batch-');
/** The file of results of a job with this name, one line an item; undefined where there is none. */
const resultsFile = (fileName, key, jobs) => {
    const job = jobs.find(fileName.replace('files/batch-', 'batches/'), key);
    if (job?.inputFile === undefined || !jobs.stateOf(job).endsWith('SUCCEEDED'))
        return undefined;
    return jobs
        .resultsOf(job)
        .map((result, position) => `${JSON.stringify({ key: job.items[position]?.key, ...result })}\n`)
        .join('');
};
/** `POST models/{model}:batchGenerateContent`. */
const createJob = ({ files, jobs }, { body, key, model }) => {
    let asked;
    try {
        asked = createSchema.parse(JSON.parse(body.toString('utf8'))).batch;
    }
    catch (error) {
        return invalid(`The request does not fit: ${prettyError(error)}`);
    }
    const { fileName, requests } = asked.inputConfig;
    if (fileName === undefined && body.length > inlineBytes)
        return invalid('Request payload size exceeds the limit: 20971520 bytes.');
    const items = fileName === undefined
        ? (requests?.requests ?? []).map(({ request, metadata }) => ({ key: metadata?.key, request }))
        : itemsOfFile(files.text(fileName, key));
    if (typeof items === 'string')
        return invalid(items);
    if (items.length === 0)
        return invalid('Expected at least one request');
    if (jobs.alive(key) >= mostAlive)
        return exhausted('BatchJobsConcurrentPerProject', 60);
    const job = jobs.add({ key, model, items, display: asked.displayName, inputFile: fileName });
    return jsonReply(200, operationOf(job, jobs));
};

;// CONCATENATED MODULE: ./src/rehearsal/gemini-files.js



const lifeMs = 48 * 3_600_000;
const startSchema = schemas/* looseObject */._H3({
    file: schemas/* looseObject */._H3({ displayName: schemas/* string */.YjP().default(''), mimeType: schemas/* string */.YjP().default('') }).prefault({}),
});
const startOf = (body) => {
    try {
        return startSchema.safeParse(JSON.parse(body.toString('utf8'))).data?.file;
    }
    catch {
        return undefined;
    }
};
const viewOf = ({ name, display, mimeType, createdMs, parts }) => ({
    name,
    displayName: display,
    mimeType,
    sizeBytes: String(parts.reduce((sum, part) => sum + part.length, 0)),
    createTime: new Date(createdMs).toISOString(),
    expirationTime: new Date(createdMs + lifeMs).toISOString(),
    uri: `https://generativelanguage.googleapis.com/v1beta/${name}`,
    state: 'ACTIVE',
});
const takePart = (file, request, body) => {
    const offset = file.parts.reduce((sum, part) => sum + part.length, 0);
    if (Number(request.headers['x-goog-upload-offset']) !== offset || file.final)
        return invalid(`Expected a part from byte ${offset} on`);
    file.parts = [...file.parts, body];
    file.final = String(request.headers['x-goog-upload-command']).includes('finalize');
    return file.final
        ? jsonReply(200, { file: viewOf(file) }, { 'x-goog-upload-status': 'final' })
        : jsonReply(200, {}, { 'x-goog-upload-status': 'active' });
};
const createGeminiFiles = (clock) => {
    const files = new Map();
    let made = 0;
    const find = (name, key) => {
        const file = files.get(name);
        return file?.key === key && clock.nowMs() < file.createdMs + lifeMs ? file : undefined;
    };
    const start = (key, body, base) => {
        const said = startOf(body);
        if (said === undefined)
            return invalid('Expected a description of the file');
        made += 1;
        const id = `upload${made}`;
        const file = { name: `files/${id}`, key, display: said.displayName, mimeType: said.mimeType };
        files.set(file.name, { ...file, createdMs: clock.nowMs(), parts: [], final: false });
        return jsonReply(200, {}, { 'x-goog-upload-url': `${base}?upload_id=${id}`, 'x-goog-upload-status': 'active' });
    };
    return {
        upload: (request, key, { body, base }) => {
            if (request.headers['x-goog-upload-command'] === 'start')
                return start(key, body, base);
            const id = new URL(request.url ?? '/', 'http://rehearsal').searchParams.get('upload_id') ?? '';
            const file = find(`files/${id}`, key);
            return file === undefined ? notFound('There is no such upload') : takePart(file, request, body);
        },
        text: (name, key) => {
            const file = find(name, key);
            return file?.final ? Buffer.concat(file.parts).toString('utf8') : undefined;
        },
        describe: (name, key) => {
            const file = find(name, key);
            return file === undefined ? notFound(`There is no ${name}`) : jsonReply(200, viewOf(file));
        },
        remove: (name, key) => {
            if (find(name, key) === undefined)
                return notFound(`There is no ${name}`);
            files.delete(name);
            return jsonReply(200, {});
        },
        reset: () => files.clear(),
    };
};

;// CONCATENATED MODULE: ./src/rehearsal/gemini-jobs.js


/** How long a job takes where no fault says otherwise, and when one that never runs expires. */
const usualMs = 120_000;
const gemini_jobs_lifeMs = 48 * 3_600_000;
const emptyTally = () => ({ created: 0, peakAlive: 0, submits: 0, direct: 0 });
/** The share that a fault meets is drawn by the job's ordinal, so that it is the same however often the job is looked at. */
const met = (share, seed) => (0,rehearsal_draws/* fractionOf */.Am)(seed) < (share ?? 0);
const createStates = ({ answer, clock, faults }) => {
    const resultsOf = (job) => (job.results ??= job.items.map((item, position) => answer(item, job, position)));
    const stateOf = (job) => {
        const { batch = {} } = faults();
        if (job.cancelledMs !== undefined)
            return 'CANCELLED';
        const age = clock.nowMs() - job.createdMs;
        if (met(batch.stuck, `stuck/${job.ordinal}`))
            return age < gemini_jobs_lifeMs ? 'PENDING' : 'EXPIRED';
        const takes = batch['batch-time'] ?? usualMs;
        if (age < takes)
            return age < takes / 4 ? 'PENDING' : 'RUNNING';
        if (met(batch['job-fail'], `job-fail/${job.ordinal}`))
            return 'FAILED';
        return resultsOf(job).some(result => 'error' in result) ? 'PARTIALLY_SUCCEEDED' : 'SUCCEEDED';
    };
    return { resultsOf, stateOf, isAlive: (job) => ['PENDING', 'RUNNING'].includes(stateOf(job)) };
};
const createGeminiJobs = (options) => {
    const { clock, faults } = options;
    const { isAlive, resultsOf, stateOf } = createStates(options);
    const jobs = new Map();
    const tallies = new Map();
    let all = emptyTally();
    let made = 0;
    const tallyOf = (key) => {
        const tally = tallies.get(key) ?? emptyTally();
        tallies.set(key, tally);
        return tally;
    };
    const aliveOf = (key) => [...jobs.values()].filter(job => (key === undefined || job.key === key) && isAlive(job)).length;
    const countBoth = (key, change) => [all, tallyOf(key)].forEach(change);
    return {
        submitted: key => countBoth(key, tally => (tally.submits += 1)),
        asked: key => countBoth(key, tally => (tally.direct += 1)),
        add: parts => {
            made += 1;
            const name = `batches/rehearsal${made}`;
            const job = { ...parts, name, ordinal: made, createdMs: clock.nowMs(), cancelledMs: undefined, results: undefined };
            jobs.set(name, job);
            countBoth(parts.key, tally => (tally.created += 1));
            all.peakAlive = Math.max(all.peakAlive, aliveOf());
            tallyOf(parts.key).peakAlive = Math.max(tallyOf(parts.key).peakAlive, aliveOf(parts.key));
            return job;
        },
        find: (name, key) => {
            const job = jobs.get(name);
            return job?.key === key ? job : undefined;
        },
        list: key => {
            const shownBefore = clock.nowMs() - (faults().batch?.['list-delay'] ?? 0);
            return [...jobs.values()].filter(job => job.key === key && job.createdMs <= shownBefore).toReversed();
        },
        stateOf,
        resultsOf,
        alive: aliveOf,
        remove: job => jobs.delete(job.name),
        stats: () => ({
            ...all,
            alive: aliveOf(),
            byKey: Object.fromEntries([...tallies].map(([key, tally]) => [fingerprintOf(key), { ...tally, alive: aliveOf(key) }])),
        }),
        reset: () => {
            jobs.clear();
            tallies.clear();
            all = emptyTally();
        },
    };
};

;// CONCATENATED MODULE: ./src/rehearsal/throttle.js
/** A token bucket that fills with `perSecond` tokens a second and holds a quarter of a second's (at least 1); null: no cap. */
const createThrottle = (perSecond, monotonicMs) => {
    if (perSecond === null)
        return { take: () => 0 };
    const capacity = Math.max(1, perSecond / 4);
    let tokens = capacity;
    let filledMs = monotonicMs();
    return {
        take: () => {
            const nowMs = monotonicMs();
            tokens = Math.min(capacity, tokens + ((nowMs - filledMs) / 1000) * perSecond);
            filledMs = nowMs;
            if (tokens < 1)
                return Math.ceil(((1 - tokens) / perSecond) * 1000);
            tokens -= 1;
            return 0;
        },
    };
};

;// CONCATENATED MODULE: ./src/rehearsal/reception.js


/** The key that has no credit left, and the beginning of keys that are refused; all others are accepted. */
const noCreditKey = 'no-credit';
const refusedKeyPrefix = 'wrong';
const createReception = (options) => {
    const { clock, counts, seed, dailyLimit } = options;
    let { faults, latencyMs } = options;
    const newThrottle = () => createThrottle(options.cap, () => performance.now());
    let throttle = newThrottle();
    return {
        receive: key => {
            const ordinal = counts.arrive(key ?? '');
            if (key === null || key.startsWith(refusedKeyPrefix))
                return { type: 'unauthorized' };
            if (key === noCreditKey)
                return { type: 'no-credit' };
            if (dailyLimit !== null && counts.today(key).sends > dailyLimit) {
                return { type: 'day-used-up', limit: dailyLimit, resetMs: clock.nextMidnightMs() };
            }
            const retryAfterMs = throttle.take();
            if (retryAfterMs > 0)
                return { type: 'too-fast', retryAfterMs };
            return {
                type: 'answer',
                ordinal,
                fault: (0,rehearsal_faults/* drawFault */.L$)(faults, seed, ordinal),
                delayMs: latencyMs + (0,rehearsal_faults/* drawDelayMs */._x)(faults, seed, ordinal),
            };
        },
        setFaults: next => {
            faults = next;
        },
        faults: () => faults,
        setLatency: nextMs => {
            latencyMs = nextMs;
        },
        reset: () => {
            ;
            ({ faults, latencyMs } = options);
            throttle = newThrottle();
        },
    };
};

;// CONCATENATED MODULE: ./src/rehearsal/gemini.js








/** As much as an inlined job or a part of an upload takes. */
const bodyBytes = 24 * 1024 * 1024;
const path = '/gemini';
const models = ['gemini-3.6-flash', 'gemini-3.8-flash', 'gemini-3.8-pro'];
const queryOf = (request) => new URL(request.url ?? '/', 'http://rehearsal').searchParams;
const gemini_keyOf = (request) => {
    const header = request.headers['x-goog-api-key'];
    const key = (typeof header === 'string' ? header : undefined) ?? queryOf(request).get('key') ?? '';
    return key === '' ? null : key;
};
const contentRequestOf = (body) => {
    try {
        return contentRequestSchema.safeParse(JSON.parse(body.toString('utf8'))).data;
    }
    catch {
        return undefined;
    }
};
const answerDirect = ({ parts }, { body, fault, key, model, ordinal }) => {
    const request = contentRequestOf(body);
    if (request === undefined)
        return invalid('The request does not fit');
    parts.counts.prompt(JSON.stringify([model, request.contents]));
    if (forbidden(request))
        return errorReply(403, { message: 'The caller does not have permission', status: 'PERMISSION_DENIED' });
    const flaw = fault?.kind === 'length' || fault?.kind === 'malformed' || fault?.kind === 'blocked' ? fault.kind : null;
    const context = { model, answers: parts.answers, flaw, variant: fault?.variant ?? 0, ordinal: String(ordinal) };
    const response = generate(request, context);
    if (typeof response === 'string')
        return invalid(response);
    parts.counts.charge(key, 0);
    return jsonReply(200, response);
};
/** Answers a send; what was dropped before it had an effect is null. */
const answerSend = (store, method, send) => {
    const { fault, key } = send;
    if (fault?.kind === 'drop' && fault.variant < 0.5)
        return null;
    const refused = fault && faultReply(fault, key);
    if (refused)
        return refused;
    if (method === 'generateContent')
        return answerDirect(store, send);
    const reply = createJob(store, send);
    return fault?.kind === 'malformed' ? { ...reply, body: reply.body.slice(0, 40) } : reply;
};
const sendPath = /^\/v1beta\/models\/([^/:]+):(generateContent|batchGenerateContent)$/;
const infer = async (store, request, [at, arriving]) => {
    const [, model = '', method = ''] = sendPath.exec(at) ?? [];
    const key = gemini_keyOf(request);
    const ruling = store.parts.reception.receive(key);
    if (method === 'generateContent')
        store.jobs.asked(key ?? '');
    else
        store.jobs.submitted(key ?? '');
    const body = await arriving;
    if (ruling.type !== 'answer')
        return { type: 'reply', reply: refusalReply(ruling), delayMs: 0 };
    const { delayMs, fault, ordinal } = ruling;
    if (body === null)
        return { type: 'reply', reply: invalid('Request payload size exceeds the limit.'), delayMs };
    const reply = answerSend(store, method, { model, key: key ?? '', ordinal, fault, body });
    if (reply === null)
        return { type: 'drop', halfOf: null, delayMs };
    return fault?.kind === 'drop' ? { type: 'drop', halfOf: reply, delayMs } : { type: 'reply', reply, delayMs };
};
const listReply = ({ jobs }, request, key) => {
    const query = queryOf(request);
    const size = Math.min(Math.max(Number(query.get('pageSize')) || 50, 1), 100);
    const start = Number(query.get('pageToken') ?? 0);
    const all = jobs.list(key);
    const operations = all.slice(start, start + size).map(job => operationOf(job, jobs));
    return jsonReply(200, { operations, ...(start + size < all.length ? { nextPageToken: String(start + size) } : {}) });
};
const jobReply = ({ jobs, parts }, method, { name, verb, key }) => {
    const job = jobs.find(name, key);
    if (job === undefined)
        return notFound(`There is no ${name}`);
    if (method === 'GET' && verb === '')
        return jsonReply(200, operationOf(job, jobs));
    if (method === 'DELETE') {
        jobs.remove(job);
        return jsonReply(200, {});
    }
    if (method !== 'POST' || verb !== 'cancel')
        return notFound(`There is no ${method} ${name}`);
    if (!['PENDING', 'RUNNING'].includes(jobs.stateOf(job)))
        return errorReply(400, { message: 'The batch has ended already', status: 'FAILED_PRECONDITION' });
    job.cancelledMs = parts.clock.nowMs();
    return jsonReply(200, {});
};
const fileReply = ({ files, jobs }, method, { name, verb, key }) => {
    if (method === 'DELETE')
        return files.remove(name, key);
    if (method !== 'GET' || verb !== 'download')
        return files.describe(name, key);
    const text = resultsFile(name, key, jobs) ?? files.text(name, key);
    return text === undefined
        ? errorReply(403, {
            message: `You do not have permission to access the File ${name} or it may not exist.`,
            status: 'PERMISSION_DENIED',
        })
        : { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: Buffer.from(text) };
};
const look = (store, request, { at, body, key }) => {
    const method = request.method ?? 'GET';
    if (method === 'POST' && at === '/upload/v1beta/files')
        return store.files.upload(request, key, { body, base: `http://${request.headers.host ?? ''}${path}/upload/v1beta/files` });
    if (method === 'GET' && at === '/v1beta/batches')
        return listReply(store, request, key);
    if (method === 'GET' && at === '/v1beta/models')
        return jsonReply(200, { models: models.map(name => ({ name: `models/${name}` })) });
    const [, kind = '', id = '', verb = ''] = /^\/v1beta\/(batches|files)\/([\w-]+)(?::(\w+))?$/.exec(at) ?? [];
    if (kind === 'batches')
        return jobReply(store, method, { name: `batches/${id}`, verb, key });
    if (kind === 'files')
        return fileReply(store, method, { name: `files/${id}`, verb, key });
    return notFound(`There is no ${method} ${at.slice(0, 200)}`);
};
/** Gemini, as its SDK speaks it: batches, files, `generateContent`, models. Jobs and files belong to the key that made them. */
const createGemini = (parts) => {
    const faults = () => parts.reception.faults();
    const jobs = createGeminiJobs({ clock: parts.clock, faults, answer: createItemAnswers(parts, faults) });
    const store = { parts, jobs, files: createGeminiFiles(parts.clock) };
    let looks = 0;
    return {
        name: 'gemini',
        path,
        bodyBytes,
        isInference: (request, at) => request.method === 'POST' && sendPath.test(at),
        infer: (request, at, body) => infer(store, request, [at, body]),
        look: async (request, at, arriving) => {
            const body = await arriving;
            const key = gemini_keyOf(request);
            if (key === null || key.startsWith(refusedKeyPrefix))
                return refusalReply({ type: 'unauthorized' });
            looks += 1;
            if ((0,rehearsal_draws/* fractionOf */.Am)(`look/${looks}`) < (faults().batch?.['look-5xx'] ?? 0))
                return unavailable();
            return body === null ? invalid('Request payload size exceeds the limit.') : look(store, request, { at, body, key });
        },
        batches: () => jobs.stats(),
        reset: () => {
            jobs.reset();
            store.files.reset();
        },
    };
};

;// CONCATENATED MODULE: ./src/rehearsal/openrouter-words.js

/** An error as OpenRouter writes it (https://openrouter.ai/docs/api-reference/errors). */
const openrouter_words_errorReply = (code, { message, type, metadata, headers }) => jsonReply(code, { error: { code, message, metadata: { error_type: type, provider_code: null, ...metadata } } }, headers);
const usedUpReply = (limit, resetMs) => {
    const headers = { 'X-RateLimit-Limit': String(limit), 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': String(resetMs) };
    const message = `Rate limit exceeded: free-models-per-day. Your limit of ${limit} free model requests per day is used up`;
    return openrouter_words_errorReply(429, { message, type: 'rate_limit_exceeded', metadata: { headers }, headers });
};
/** The refusal of a send that is not answered. */
const openrouter_words_refusalReply = (ruling) => {
    switch (ruling.type) {
        case 'unauthorized':
            return openrouter_words_errorReply(401, { message: 'No auth credentials found', type: 'authentication_error' });
        case 'no-credit':
            return openrouter_words_errorReply(402, { message: 'Insufficient credits. Add more credits and try again', type: 'payment_required' });
        case 'day-used-up':
            return usedUpReply(ruling.limit, ruling.resetMs);
        case 'too-fast': {
            const headers = {
                'retry-after': String(Math.ceil(ruling.retryAfterMs / 1000)),
                'retry-after-ms': String(ruling.retryAfterMs),
            };
            return openrouter_words_errorReply(429, { message: 'Rate limit exceeded: requests per second', type: 'rate_limit_exceeded', headers });
        }
    }
};
const blocked = { message: 'Your input was flagged', type: 'content_policy_violation', metadata: { reasons: ['violence'] } };
const overloaded = { message: 'The provider is overloaded', type: 'provider_overloaded' };
/** The error with which a fault answers in place of a completion; null for a fault that lets the completion be made first. */
const openrouter_words_faultReply = ({ kind, variant }, authorization) => {
    switch (kind) {
        case '429':
            return openrouter_words_errorReply(429, { message: 'Rate limit exceeded: upstream', type: 'rate_limit_exceeded' });
        case '5xx':
            if (variant < 1 / 3)
                return openrouter_words_errorReply(500, { message: 'Internal Server Error', type: 'internal_error' });
            if (variant < 2 / 3)
                return openrouter_words_errorReply(502, { message: 'The provider returned an error', type: 'provider_unavailable' });
            return openrouter_words_errorReply(503, overloaded);
        case 'error200':
            return { ...openrouter_words_errorReply(503, overloaded), status: 200 };
        case 'echo':
            return openrouter_words_errorReply(variant < 0.5 ? 400 : 502, {
                message: `The provider refused the header Authorization: ${authorization}`,
                type: variant < 0.5 ? 'invalid_request' : 'provider_unavailable',
                metadata: { raw: JSON.stringify({ headers: { authorization } }) },
            });
        case 'blocked':
            return openrouter_words_errorReply(403, blocked);
        case 'quota':
            return openrouter_words_errorReply(429, { message: 'Rate limit exceeded: free-models-per-day', type: 'rate_limit_exceeded' });
        case 'malformed':
        case 'length':
        case 'drop':
            return null;
    }
};

;// CONCATENATED MODULE: ./src/rehearsal/openrouter.js





/** As `GET /models` says them: about $0.0004 to $0.001 a call. */
const prices = { prompt: 0.000_000_05, completion: 0.000_000_2, webSearch: 0.0005 };
const openrouter_models = ['rehearsal/writer', 'rehearsal/judge', 'rehearsal/researcher'];
const completionReply = (completion) => {
    const { id, content, reason, promptTokens, completionTokens } = completion;
    const annotations = completion.annotations.map(({ url, title, content: text }) => ({
        type: 'url_citation',
        url_citation: { url, title, content: text, start_index: 0, end_index: 0 },
    }));
    const message = { role: 'assistant', content, refusal: null, ...(completion.webSearch ? { annotations } : {}) };
    const body = {
        id,
        object: 'chat.completion',
        created: completion.createdSeconds,
        model: completion.model,
        provider: 'Rehearsal',
        choices: [{ index: 0, finish_reason: reason, native_finish_reason: reason, logprobs: null, message }],
        usage: {
            prompt_tokens: promptTokens,
            completion_tokens: completionTokens,
            total_tokens: promptTokens + completionTokens,
            cost: completion.usd,
        },
    };
    return jsonReply(200, body, { 'x-generation-id': id });
};
const dialect = {
    prices,
    objection: () => undefined,
    read: request => stageRequestOf(request),
    refusal: openrouter_words_refusalReply,
    fault: openrouter_words_faultReply,
    badRequest: message => openrouter_words_errorReply(400, { message, type: 'invalid_request' }),
    tooLarge: () => openrouter_words_errorReply(413, { message: 'The body is too large', type: 'invalid_request' }),
    completion: completionReply,
};
const keyReply = (key, { counts, dailyLimit }) => {
    if (key === null)
        return openrouter_words_refusalReply({ type: 'unauthorized' });
    const { sends, usd } = counts.today(key);
    const remaining = dailyLimit === null ? null : Math.max(0, dailyLimit - sends);
    const credit = key === noCreditKey ? 0 : null;
    return jsonReply(200, {
        data: {
            label: 'rehearsal',
            limit: credit,
            limit_remaining: credit,
            usage: counts.totalUsd(key),
            usage_daily: usd,
            is_free_tier: false,
            free_model_daily_requests: { limit: dailyLimit, used: sends, remaining },
        },
    });
};
const modelsReply = () => {
    const pricing = {
        prompt: '0.00000005',
        completion: '0.0000002',
        request: '0',
        web_search: '0.0005',
    };
    return jsonReply(200, {
        data: openrouter_models.map(id => ({
            id,
            name: id,
            context_length: 200_000,
            pricing,
            supported_parameters: ['max_tokens', 'response_format', 'structured_outputs', 'tools'],
        })),
    });
};
/** OpenRouter: `POST /chat/completions`, `GET /key`, `GET /models`. */
const createOpenRouter = (parts) => {
    const chat = createChat(parts, dialect);
    return {
        name: 'openrouter',
        path: '/api/v1',
        bodyBytes: usualBodyBytes,
        isInference: (request, path) => request.method === 'POST' && path === '/chat/completions',
        infer: (request, _path, body) => chat(request, body),
        look: (request, path) => {
            if (request.method === 'GET' && path === '/key')
                return keyReply(keyOf(request), parts);
            if (request.method === 'GET' && path === '/models')
                return modelsReply();
            return openrouter_words_errorReply(404, { message: `There is no ${request.method} ${path.slice(0, 200)}`, type: 'not_found' });
        },
    };
};

;// CONCATENATED MODULE: ./src/rehearsal/provider-clock.js

const dayMs = 86_400_000;
/** `startMs`: what the clock shows now; without it, the machine's time. */
const createProviderClock = (startMs) => {
    const firstOffsetMs = startMs === undefined ? 0 : startMs - Date.now();
    let offsetMs = firstOffsetMs;
    let [dayNumber, day] = [Number.NaN, ''];
    const nowMs = () => Date.now() + offsetMs;
    return {
        nowMs,
        now: () => (0,instant/* toInstant */.fN)(nowMs()),
        day: () => {
            const today = Math.floor(nowMs() / dayMs);
            if (today !== dayNumber)
                [dayNumber, day] = [today, (0,instant/* toInstant */.fN)(today * dayMs).slice(0, 10)];
            return day;
        },
        nextMidnightMs: () => (Math.floor(nowMs() / dayMs) + 1) * dayMs,
        set: epochMs => {
            offsetMs = epochMs - Date.now();
        },
        advance: ms => {
            offsetMs += ms;
        },
        reset: () => {
            offsetMs = firstOffsetMs;
        },
    };
};

;// CONCATENATED MODULE: ./src/rehearsal/zai-words.js


/** An error as Z.AI writes it: its own code as text beside the HTTP status (https://docs.z.ai/api-reference/api-code). */
const zai_words_errorReply = (status, code, message) => jsonReply(status, { error: { code, message } });
const quotaMessage = 'Usage limit reached';
/** The refusal of a send that is not answered. Z.AI says neither a balance nor a quota by a status of its own: all are 429. */
const zai_words_refusalReply = (ruling) => {
    switch (ruling.type) {
        case 'unauthorized':
            return zai_words_errorReply(401, '1000', 'Authentication Failed');
        case 'no-credit':
            return zai_words_errorReply(429, '1113', 'Insufficient balance or no resource package. Please recharge.');
        case 'day-used-up': {
            const resets = (0,instant/* toInstant */.fN)(ruling.resetMs).slice(0, 19).replace('T', ' ');
            return zai_words_errorReply(429, '1308', `${quotaMessage} for ${ruling.limit} requests. Your limit will reset at ${resets}`);
        }
        case 'too-fast':
            return {
                ...zai_words_errorReply(429, '1302', 'Rate limit reached for requests'),
                headers: { 'retry-after-ms': String(ruling.retryAfterMs) },
            };
    }
};
const rateCodes = [
    ['1302', 'Rate limit reached for requests'],
    ['1303', 'High frequency usage of this API, please reduce the frequency or contact customer service'],
    ['1305', 'The API has triggered a rate limit. The service may be temporarily overloaded, please try again later'],
];
/** The error with which a fault answers in place of a completion; null for a fault that lets the completion be made first. */
const zai_words_faultReply = ({ kind, variant }, authorization) => {
    switch (kind) {
        case '429': {
            const [code, message] = rateCodes[Math.floor(variant * rateCodes.length)] ?? rateCodes[0];
            return zai_words_errorReply(429, code, message);
        }
        case '5xx':
            return zai_words_errorReply(variant < 0.5 ? 500 : 503, variant < 0.5 ? '500' : '1234', 'Internal network failure, please try again later');
        case 'error200':
            return zai_words_errorReply(200, '1234', 'Network error, please contact customer service');
        case 'blocked':
            return zai_words_errorReply(400, '1301', 'System detected potentially unsafe or sensitive content in input or generation');
        case 'quota': {
            const codes = ['1308', '1309', '1310'];
            return zai_words_errorReply(429, codes[Math.floor(variant * codes.length)] ?? '1308', quotaMessage);
        }
        case 'echo':
            return zai_words_errorReply(variant < 0.5 ? 400 : 500, variant < 0.5 ? '1214' : '500', `The header Authorization: ${authorization} was refused`);
        case 'malformed':
        case 'length':
        case 'drop':
            return null;
    }
};

;// CONCATENATED MODULE: ./src/rehearsal/zai.js







/** US dollars a token and a search, far below what Z.AI takes. Its answers never tell a cost. */
const zai_prices = { prompt: 0.000_000_05, completion: 0.000_000_2, webSearch: 0.0005 };
const zai_resultOf = ({ url, title, content }) => ({
    title,
    link: url,
    content,
    media: new URL(url).hostname,
    icon: '',
    publish_date: '2025-06-01',
});
const zai_completionReply = (completion) => {
    const { id, content, reason, promptTokens, completionTokens } = completion;
    const results = completion.annotations.map((page, index) => ({ ...zai_resultOf(page), refer: `ref_${index + 1}` }));
    return jsonReply(200, {
        id,
        request_id: id,
        created: completion.createdSeconds,
        model: completion.model,
        choices: [{ index: 0, finish_reason: reason, message: { role: 'assistant', content } }],
        usage: {
            prompt_tokens: promptTokens,
            completion_tokens: completionTokens,
            total_tokens: promptTokens + completionTokens,
            prompt_tokens_details: { cached_tokens: 0 },
        },
        ...(completion.webSearch ? { web_search: results } : {}),
    });
};
const objectionTo = ({ messages, tool_choice }) => {
    if (messages.some(({ role }) => !['system', 'user', 'assistant', 'tool'].includes(role)))
        return 'messages: the role is none of system, user, assistant, tool';
    return tool_choice === undefined || tool_choice === 'auto' ? undefined : 'tool_choice: only auto is supported';
};
const zai_dialect = {
    prices: zai_prices,
    objection: objectionTo,
    // What only a `json_schema` says goes unread, with 200: the answer is an object of the model's own making.
    read: request => stageRequestOf(request, { enforcesSchema: false }) ?? {
        content: JSON.stringify({ answer: 'As you wish.' }),
        annotations: [],
    },
    refusal: zai_words_refusalReply,
    fault: zai_words_faultReply,
    badRequest: message => zai_words_errorReply(400, '1214', message),
    tooLarge: () => zai_words_errorReply(400, '1261', 'Prompt exceeds max length'),
    completion: zai_completionReply,
};
const searchSchema = schemas/* looseObject */._H3({
    search_engine: schemas/* string */.YjP().min(1),
    search_query: schemas/* string */.YjP().min(1).max(1000),
    count: schemas/* int */.Whr().min(1).max(50).default(10),
});
const pagesOn = ({ search_query, count }) => research({
    indicator: { id: 'search', name: search_query.slice(0, 70), family: '', brief: '' },
    queries: [{ query_id: 'q1', question: search_query, facet: '', audience: '', type: 'interpretation' }],
}).annotations.slice(0, count);
const searchReply = (parts, key, body) => {
    const text = body?.toString('utf8') ?? '';
    parts.counts.prompt(text);
    const parsed = searchSchema.safeParse(parse(text));
    if (!parsed.success)
        return zai_words_errorReply(400, '1214', core_errors/* prettifyError */.S1(parsed.error).replaceAll('\n', ' '));
    parts.counts.charge(key, zai_prices.webSearch);
    const id = `search-${chat_tokensOf(text)}-${(0,rehearsal_draws/* hashOf */.qQ)(text).toString(16)}`;
    return jsonReply(200, {
        id,
        request_id: id,
        created: Math.floor(parts.clock.nowMs() / 1000),
        search_intent: [{ query: parsed.data.search_query, intent: 'SEARCH_ALL', keywords: parsed.data.search_query }],
        search_result: pagesOn(parsed.data).map((page, index) => ({ ...zai_resultOf(page), refer: `ref_${index + 1}` })),
    });
};
const parse = (text) => {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
};
/** A search is a request like any other: counted, paced, refused and spoilt by the same faults. */
const search = async (parts, request, bodyArrives) => {
    const key = keyOf(request) ?? '';
    const ruling = parts.reception.receive(keyOf(request));
    const body = await bodyArrives;
    if (ruling.type !== 'answer')
        return { type: 'reply', reply: zai_words_refusalReply(ruling), delayMs: 0 };
    const { fault, delayMs } = ruling;
    const refused = fault && zai_words_faultReply(fault, `Bearer ${key}`);
    if (fault?.kind === 'drop')
        return { type: 'drop', halfOf: null, delayMs };
    return { type: 'reply', reply: refused ?? searchReply(parts, key, body), delayMs };
};
/** Z.AI: `POST /chat/completions` and `POST /web_search`; it has no address that tells about a key. */
const createZai = (parts) => {
    const chat = createChat(parts, zai_dialect);
    return {
        name: 'zai',
        path: '/api/paas/v4',
        bodyBytes: usualBodyBytes,
        isInference: (request, path) => request.method === 'POST' && ['/chat/completions', '/web_search'].includes(path),
        infer: (request, path, body) => (path === '/web_search' ? search(parts, request, body) : chat(request, body)),
        look: (request, path) => zai_words_errorReply(404, '404', `There is no ${request.method} ${path.slice(0, 200)}`),
    };
};

;// CONCATENATED MODULE: ./src/rehearsal/start-rehearsal.js













const startMsOf = (clock) => {
    const startMs = clock === undefined ? undefined : Date.parse(clock);
    if (startMs !== undefined && Number.isNaN(startMs)) {
        throw new errors/* PerpetualError */.nX(`Expected a clock like \`2026-11-22T23:50:00Z\`, got \`${clock}\``, { actBy: 'fix-config' });
    }
    return startMs;
};
const serveInference = async ({ protocol, path, parts, request, response }) => {
    response.once('close', () => parts.counts.leave(response.writableFinished ? response.statusCode : 'dropped'));
    const delivery = await protocol.infer(request, path, readBody(request, protocol.bodyBytes));
    const deliver = () => {
        const dateMs = parts.clock.nowMs();
        if (delivery.type === 'reply')
            sendReply(response, delivery.reply, dateMs);
        else
            dropConnection(response, delivery.halfOf && { reply: delivery.halfOf, dateMs });
    };
    if (delivery.delayMs > 0)
        setTimeout(deliver, delivery.delayMs).unref();
    else
        deliver();
};
const createListener = (parts, protocols, gemini) => {
    const { clock, counts, reception } = parts;
    const reset = () => {
        for (const part of [clock, counts, reception, gemini])
            part.reset();
    };
    const control = createControl({ clock, counts, reception, batches: () => gemini.batches(), reset });
    return async (request, response) => {
        const url = new URL(request.url ?? '/', 'http://rehearsal');
        const protocol = protocols.find(({ path }) => url.pathname.startsWith(`${path}/`));
        const path = url.pathname.slice(protocol?.path.length ?? 0);
        if (protocol?.isInference(request, path))
            return serveInference({ protocol, path, parts, request, response });
        const body = readBody(request, protocol?.bodyBytes ?? usualBodyBytes);
        const reply = protocol
            ? await protocol.look(request, path, body)
            : control(request, url, (await body)?.toString('utf8') ?? '');
        sendReply(response, reply, clock.nowMs());
    };
};
const listen = async (server, port, host) => {
    try {
        server.listen(port, host);
        await (0,external_node_events_.once)(server, 'listening');
    }
    catch (error) {
        throw new errors/* PerpetualError */.nX(`Cannot listen on ${host}:${port}: ${(0,errors/* messageOf */.bD)(error)}`, { actBy: 'fix-config', cause: error });
    }
    const address = server.address();
    return address === null || typeof address === 'string' ? port : address.port;
};
const createParts = (options) => {
    const { latencyMs = 0, faults = rehearsal_faults/* noFaults */.nO, seed = 1, cap = null, dailyLimit = null } = options;
    const clock = createProviderClock(startMsOf(options.clock));
    const counts = createCounts(clock);
    return {
        clock,
        counts,
        reception: createReception({ clock, counts, seed, faults, latencyMs, cap, dailyLimit }),
        answers: createAnswers(),
        dailyLimit,
    };
};
/**
 * Starts the embedded provider: a server that needs no key and no network, speaks providers' real protocols,
 * and answers from the data in the prompts alone. Throws a PerpetualError where the port is taken or the clock is no time.
 */
const startRehearsal = async (options = {}) => {
    const parts = createParts(options);
    const protocols = { openrouter: createOpenRouter(parts), zai: createZai(parts), gemini: createGemini(parts) };
    const handle = createListener(parts, Object.values(protocols), protocols.gemini);
    // Idle connections outlive any pause of a client, as a reset on reuse would be counted as a fault that nobody asked for.
    const server = (0,external_node_http_.createServer)({ keepAliveTimeout: 120_000, noDelay: true }, (request, response) => {
        handle(request, response).catch(() => response.destroy());
    });
    const host = options.host ?? '127.0.0.1';
    const port = await listen(server, options.port ?? 0, host);
    const origin = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
    return {
        urls: {
            openrouter: `${origin}${protocols.openrouter.path}`,
            zai: `${origin}${protocols.zai.path}`,
            gemini: `${origin}${protocols.gemini.path}`,
        },
        control: `${origin}/rehearsal`,
        close: async () => {
            const closed = (0,external_node_events_.once)(server, 'close');
            server.close();
            server.closeAllConnections();
            await closed;
        },
    };
};


/***/ })

};
