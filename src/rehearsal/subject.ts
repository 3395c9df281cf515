import { z } from 'zod'
import { questionTypes } from '../domain/pair.ts'

/** An indicator as a prompt brings it; looser than the domain's, since other pipelines may ask as well. */
export const indicatorInputSchema = z.object({
  id: z.string(),
  name: z.string(),
  family: z.string().default(''),
  brief: z.string().default(''),
})
export type IndicatorInput = z.infer<typeof indicatorInputSchema>

export const queryInputSchema = z.object({
  query_id: z.string(),
  question: z.string(),
  facet: z.string().default(''),
  audience: z.string().default(''),
  type: z.enum(questionTypes).catch('interpretation'),
})
export type QueryInput = z.infer<typeof queryInputSchema>

/** What the rehearsal knows of an indicator: its name and its brief, taken apart. */
export interface Subject {
  readonly id: string
  readonly name: string
  /** The brief's sentences, none longer than a quote may be; never empty. */
  readonly sentences: readonly [string, ...string[]]
  /** Short pieces of the brief that can stand between quotation marks; never empty. */
  readonly fragments: readonly [string, ...string[]]
}

/** A quote has at most 40 words. */
const quoteWords = 40
const subjectsKept = 512

const wordsIn = (text: string): number => text.split(/\s+/).length

/** The sentence, or its part up to the last comma within the first 40 words. */
const withinQuote = (sentence: string): string => {
  if (wordsIn(sentence) <= quoteWords) return sentence
  const start = sentence.split(/\s+/).slice(0, quoteWords).join(' ')
  const cut = Math.max(start.lastIndexOf(','), start.lastIndexOf(';'))
  return cut > start.length / 3 ? start.slice(0, cut) : start
}

const leadingConjunction = /^(?:and|but|so|yet|while|which|hence|because|since|although|or|whose|that|as|when|if|with)\s+/i

const fragmentsOf = (sentence: string): string[] =>
  sentence
    .split(/[,;:]\s+|\s+[–—]\s+/)
    .map(part =>
      part
        .replace(leadingConjunction, '')
        .replace(/[.!?]+$/, '')
        .trim(),
    )
    .filter(part => wordsIn(part) >= 4 && part.length <= 90 && !/["<>@]|:\/\/|^\d|-$/.test(part) && bracketsMatch(part))

const bracketsMatch = (text: string): boolean => text.split('(').length === text.split(')').length

const nonEmpty = <Item>([first, ...rest]: readonly Item[], fallback: Item): [Item, ...Item[]] =>
  first === undefined ? [fallback] : [first, ...rest]

const takeApart = ({ id, name, brief }: IndicatorInput): Subject => {
  const plain = brief.replace(/\s+/g, ' ').trim()
  const sentences = plain === '' ? [] : plain.split(/(?<=[.!?])\s+(?=[A-Z0-9"(])/)
  return {
    id,
    name,
    sentences: nonEmpty(sentences.map(withinQuote), `The ${name} is read together with price, volume and the wider market.`),
    fragments: nonEmpty([...new Set(sentences.flatMap(fragmentsOf))], `the ${name} read in context`),
  }
}

const kept = new Map<string, Subject>()

/** Takes an indicator apart; the last 512 are kept, as every call of an indicator brings the same brief. */
export const subjectOf = (indicator: IndicatorInput): Subject => {
  const key = `${indicator.id}\n${indicator.name}\n${indicator.brief}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const subject = takeApart(indicator)
  kept.set(key, subject)
  if (kept.size > subjectsKept) kept.delete(kept.keys().next().value ?? key)
  return subject
}
