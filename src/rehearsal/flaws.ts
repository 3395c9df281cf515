import type { Draws } from './draws.ts'

/** The parts of a written pair that a flaw can change. */
interface Flawable {
  readonly question: string
  readonly answer: string
  readonly card_ids: readonly string[]
}

/** Flaws of written pairs and their shares, so that every local gate has work; together 16 %. */
const flawShares = [
  ['invented-number', 0.04],
  ['speaks-of-the-document', 0.03],
  ['near-duplicate', 0.03],
  ['unknown-card', 0.03],
  ['too-short', 0.03],
] as const
type Flaw = (typeof flawShares)[number][0]

export const drawFlaw = (draws: Draws): Flaw | null => {
  let left = draws.fraction()
  for (const [flaw, share] of flawShares) {
    if (left < share) return flaw
    left -= share
  }
  return null
}

/** The pair with the flaw; `earlierQuestion` is what a near duplicate repeats. */
export const withFlaw = <Pair extends Flawable>(pair: Pair, flaw: Flaw | null, earlierQuestion: string | undefined): Pair => {
  switch (flaw) {
    case null:
      return pair
    case 'invented-number':
      return { ...pair, answer: `${pair.answer} Independent tests put the success rate at 87.313 percent.` }
    case 'speaks-of-the-document':
      return { ...pair, answer: `According to the document, the picture is clear. ${pair.answer}` }
    case 'near-duplicate':
      return { ...pair, question: (earlierQuestion ?? pair.question).replace(/\?$/, ' today?') }
    case 'unknown-card':
      return { ...pair, card_ids: ['c999-9'] }
    case 'too-short':
      return { ...pair, answer: 'It depends on the market.' }
  }
}
