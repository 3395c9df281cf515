import { sha256 } from '../../dataset/pair-id.ts'

/** What the judge sees of a pair. */
export interface JudgedText {
  readonly question: string
  readonly answer: string
  readonly short_answer: string
  readonly worked_example: string
  readonly evidence: readonly { readonly card_id: string; readonly quote: string }[]
}

/** The first 32 bits of a SHA-256: a choice that is the same on every replay. */
export const hashNumber = (text: string): number => Number.parseInt(sha256(text).slice(0, 8), 16)

/** Pairs of opposites; swapping one turns a true sentence about an indicator into a false one. */
const opposites = [
  ['above', 'below'],
  ['rises', 'falls'],
  ['rising', 'falling'],
  ['bullish', 'bearish'],
  ['increase', 'decrease'],
  ['increases', 'decreases'],
  ['higher', 'lower'],
  ['overbought', 'oversold'],
  ['faster', 'slower'],
  ['longer', 'shorter'],
  ['positive', 'negative'],
  ['buying', 'selling'],
  ['greed', 'fear'],
  ['before', 'after'],
  ['more', 'less'],
  ['always', 'never'],
] as const

const opposite = new Map<string, string>(opposites.flatMap(([one, other]) => [[one, other] as const, [other, one] as const]))
const swappable = new RegExp(`\\b(?:${[...opposite.keys()].join('|')})\\b`, 'gi')
const numberPattern = /(?<![\p{L}\d.,])\d+(?:[.,]\d+)*(?![\p{L}\d]|[.,]\d)/gu
/** "1." at the start of a line numbers a list and claims nothing. */
const ordinalPattern = /^\s*\d+[.)]\s/gm
/** Version numbers and the like have no other number to be mistaken for; beyond 12 digits a double would change more than was meant. */
const plainNumber = /^(?:\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(?:\.\d{1,6})?$/

const numbersIn = (text: string): readonly string[] => text.replaceAll(ordinalPattern, ' ').match(numberPattern) ?? []
const withoutCommas = (number: string): string => number.replaceAll(',', '')

/** A number written like `original`, off by a fifth or more to either side, that stands nowhere in `taken`. */
const otherNumber = (original: string, taken: ReadonlySet<string>, seed: number): string => {
  const decimals = /\.(\d+)$/.exec(original)?.[1]?.length ?? 0
  const value = Number(withoutCommas(original))
  for (let step = 0; ; step += 1) {
    const distance = Math.max(value * (0.2 + 0.1 * step), (step + 1) * 0.1 ** decimals)
    const below = value - distance
    const changed = ((seed + step) % 2 === 0 && below > 0 ? below : value + distance).toFixed(decimals)
    if (taken.has(changed)) continue
    return original.includes(',') ? changed.replaceAll(/\B(?<!\.\d*)(?=(?:\d{3})+(?!\d))/g, ',') : changed
  }
}

const replaceNumber = (text: string, from: string, to: string): string =>
  text.replaceAll(numberPattern, found => (found === from ? to : found))

const withChangedNumber = (pair: JudgedText, seed: number): JudgedText | undefined => {
  const evidence = new Set(numbersIn(pair.evidence.map(({ quote }) => quote).join('\n')))
  const provable = [...new Set(numbersIn(pair.answer))].filter(number => evidence.has(number) && plainNumber.test(number))
  const from = provable[seed % Math.max(1, provable.length)]
  if (from === undefined) return undefined
  const taken = new Set(
    [...evidence, ...numbersIn(`${pair.question}\n${pair.answer}\n${pair.worked_example}`)].map(withoutCommas),
  )
  const to = otherNumber(from, taken, seed)
  const answer = replaceNumber(pair.answer, from, to)
  return answer === pair.answer ? undefined : { ...pair, answer, short_answer: replaceNumber(pair.short_answer, from, to) }
}

const swapWord = (found: string): string => {
  const other = opposite.get(found.toLowerCase()) ?? found
  return /^[A-Z]/.test(found) ? other.charAt(0).toUpperCase() + other.slice(1) : other
}

const wordsOf = (text: string): readonly string[] => (text.match(swappable) ?? []).map(word => word.toLowerCase())

/**
 * Swaps one opposite everywhere, because a copy that contradicts itself would be too easy to find; only one that the evidence
 * has too, because elsewhere the swapped sentence may be just as true.
 */
const withSwappedWord = (pair: JudgedText, seed: number): JudgedText | undefined => {
  const evidence = new Set(wordsOf(pair.evidence.map(({ quote }) => quote).join('\n')))
  const provable = [...new Set(wordsOf(pair.answer))].filter(word => evidence.has(word))
  const chosen = provable[seed % Math.max(1, provable.length)]
  if (chosen === undefined) return undefined
  const swap = (text: string): string =>
    text.replaceAll(swappable, word => (word.toLowerCase() === chosen ? swapWord(word) : word))
  return { ...pair, answer: swap(pair.answer), short_answer: swap(pair.short_answer) }
}

/** The last resort for a text without numbers and opposites: a claim that nothing carries. */
const withInventedClaim = (pair: JudgedText, seed: number): JudgedText => {
  const taken = new Set(
    numbersIn(`${pair.evidence.map(({ quote }) => quote).join('\n')}\n${pair.question}\n${pair.answer}`).map(withoutCommas),
  )
  const number = otherNumber(String(70 + (seed % 20)), taken, seed)
  return { ...pair, answer: `${pair.answer} Its documented success rate is exactly ${number} percent in every market.` }
}

/**
 * A copy of one of `pairs` with a deliberate error that a careful judge must find; which pair and which error follow from `seed`.
 * A changed number that the evidence disproves is preferred, then a swapped opposite, then an invented claim.
 */
export const plantError = (pairs: readonly JudgedText[], seed: string): JudgedText | undefined => {
  const start = hashNumber(seed)
  const order = pairs.map((_, index) => pairs[(start + index) % pairs.length]).filter(pair => pair !== undefined)
  for (const corrupt of [withChangedNumber, withSwappedWord, withInventedClaim]) {
    for (const pair of order) {
      const corrupted = corrupt(pair, start)
      if (corrupted !== undefined) return corrupted
    }
  }
  return undefined
}
