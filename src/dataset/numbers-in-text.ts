const ones = 'one two three four five six seven eight nine'.split(' ')
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const words: ReadonlyMap<string, number> = new Map([
  ...[...ones, ...teens].map((word, index) => [word, index + 1] as const),
  ...tens.map((word, index) => [word, 10 * (index + 2)] as const),
])
/** `twenty-five` is one number and not two. */
const anyWord = `(?:${tens.join('|')})(?:[ -](?:${ones.join('|')}))?|${[...ones, ...teens].join('|')}`
const wordValue = (written: string): string =>
  String(
    written
      .toLowerCase()
      .split(/[ -]/)
      .reduce((sum, word) => sum + (words.get(word) ?? 0), 0),
  )
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const monthNames =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?'
const units =
  '(?:trading )?(?:periods?|bars?|candles?|seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|percent|standard deviations?|blocks?)'

const isoDate = /\b\d{4}-\d{2}-\d{2}\b/g
const namedMonth = new RegExp(`(?<=\\d(?:st|nd|rd|th)?,? (?:of )?)(${monthNames})\\b|\\b(${monthNames})(?=\\.? \\d)`, 'g')
const numeral = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+/g
const scales = /^(?: (thousand|million|billion|trillion)\b|(k|m|mm|mn|b|bn|t|tn)(?![a-z0-9]))/i
const factors: Readonly<Record<string, number>> = {
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  mm: 1e6,
  mn: 1e6,
  billion: 1e9,
  b: 1e9,
  bn: 1e9,
  trillion: 1e12,
  t: 1e12,
  tn: 1e12,
}
const numberWord = new RegExp(`\\b(?:${anyWord})\\b`, 'gi')
const measuredWord = new RegExp(`\\b(?!one\\b)(${anyWord})[ -]${units}\\b`, 'gi')
const ordinal = /(?:^|\n)[ \t]*\(?\d[.)](?=\s)|\(\d\)|\bstep [1-9]\b|\b24\/7\b/gi

/** A numeral as it is compared: without separators and trailing zeros; digits past a double's precision are compared as written. */
const canonical = (value: number, written: string): string =>
  written.length > 15 ? written : String(Number(value.toPrecision(15)))

interface Numeral {
  /** All that it can mean: `5m` is five minutes or five million. */
  readonly readings: readonly string[]
  readonly written: string
  /** Glued behind a letter (`EMA12`, `Web3`), so that it belongs to a name. */
  readonly named: boolean
}

const numeralsIn = (text: string): Numeral[] => {
  const found: Numeral[] = []
  for (const match of text.matchAll(numeral)) {
    const digits = match[0].replaceAll(',', '')
    const value = Number(digits)
    const [suffix, word, letter] =
      scales.exec(text.slice(match.index + match[0].length, match.index + match[0].length + 12)) ?? []
    const scale = (word ?? letter ?? '').toLowerCase()
    const readings = scale === '' || scale === 'm' ? [canonical(value, digits)] : []
    if (scale !== '') readings.push(canonical(value * (factors[scale] ?? 1), ''))
    found.push({ readings, written: match[0] + (suffix ?? ''), named: /[\p{L}_]/u.test(text.charAt(match.index - 1)) })
  }
  return found
}

/** ISO dates come apart into year, month and day, so that `2024-01-15` and `January 15, 2024` are the same three. */
const splitDates = (
  text: string,
): { readonly rest: string; readonly monthsNamed: readonly { readings: string[]; written: string }[] } => {
  const monthsNamed: { readings: string[]; written: string }[] = []
  const rest = text.replace(isoDate, written => {
    const [year, month, day] = written.split('-')
    monthsNamed.push({ readings: [`month ${Number(month)}`], written })
    return `${year} ; ${day}`
  })
  for (const match of text.matchAll(namedMonth))
    monthsNamed.push({ readings: [`month ${months.indexOf(match[0].slice(0, 3)) + 1}`], written: match[0] })
  return { rest, monthsNamed }
}

const isDigit = (code: number): boolean => /\p{Nd}/u.test(String.fromCodePoint(code))

/** Digits of other scripts stand in blocks of ten, from zero to nine, of which some lie side by side (Unicode, general category Nd). */
const asciiDigit = (digit: string): string => {
  const code = digit.codePointAt(0) ?? 0
  let start = code
  while (isDigit(start - 1)) start -= 1
  return String((code - start) % 10)
}

/** Thin and unbreakable spaces, apostrophes and underscores between groups of three digits become commas; a plain space may separate two numbers. */
const foldDigits = (text: string): string =>
  text
    .replace(/(?<=\d)[\u00a0\u2009\u202f_'’](?=\d{3}(?!\d))/g, ',')
    .normalize('NFKC')
    .replace(/(?!\d)\p{Nd}/gu, asciiDigit)

/** Everything in an evidence text that can back a number: numerals in all their readings, number words, months of dates. */
export const suppliedNumbers = (text: string): Set<string> => {
  const { rest, monthsNamed } = splitDates(foldDigits(text))
  const supplied = new Set([...numeralsIn(rest), ...monthsNamed].flatMap(one => one.readings))
  for (const match of rest.matchAll(numberWord)) supplied.add(wordValue(match[0]))
  return supplied
}

/**
 * The numbers and dates that a text states and must have from somewhere. Not asked for: ordinals of lists (`1.`, `(2)`, `Step 3`),
 * digits inside names (`EMA12`), the idiom `24/7`, and number words unless they count a unit (`three days`; `one of the two` is prose).
 */
export const statedNumbers = (text: string): readonly { readonly readings: readonly string[]; readonly written: string }[] => {
  const { rest, monthsNamed } = splitDates(foldDigits(text).replace(ordinal, ' '))
  const counted = [...rest.matchAll(measuredWord)].map(match => ({
    readings: [wordValue(match[1] ?? '')],
    written: match[0],
  }))
  return [...numeralsIn(rest).filter(one => !one.named), ...monthsNamed, ...counted]
}
