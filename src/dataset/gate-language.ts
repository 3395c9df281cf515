import type { Candidate } from './candidate.ts'

const englishStopWords = new Set(
  `a about above after again all also an and any are as at be because been before below between both but by can could did do does down
  each few for from had has have how if in into is it its just may might more most must no not of off on once only or other out over
  own same should so some such than that the their them then there these they this those through to too under until up very was when
  where which while who why will with would you your`.split(/\s+/),
)
/** English prose has 30 to 50 % stop words; German, Spanish or Indonesian read with this list have under 8 %. */
const leastStopWordShare = 0.12
/** Formulas bring Greek letters, but never a fifth of the text. */
const leastLatinShare = 0.8

const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

/** A reason where the pair is not written in `language`; only English is recognised, every other language passes. */
export const languageReason = ({ question, answer }: Candidate, language: string): string | undefined => {
  if (!/^en(?:-|$)/i.test(language)) return undefined
  const text = `${question} ${answer}`.toLowerCase()
  const letters = text.match(/\p{L}/gu) ?? []
  const latin = text.match(/\p{Script=Latin}/gu) ?? []
  if (shareOf(latin.length, letters.length) < leastLatinShare)
    return 'It is not written in Latin letters, and English was asked for.'
  const words = answer.toLowerCase().match(/\p{L}+/gu) ?? []
  const stopWords = words.filter(word => englishStopWords.has(word))
  if (shareOf(stopWords.length, words.length) < leastStopWordShare) return 'The answer does not read as English.'
  return undefined
}
