import type { Citation, Pair } from '../domain/pair.ts'
import type { Candidate, EvidenceCard } from './candidate.ts'
import { minMatchScore, minQuoteCharacters } from './quote-match.ts'

/** What the code can still say of a citation: the score that was measured when its quote was found. An edited quote has none. */
const cardOf = ({ n, quote, url, title, published_at, accessed_at, match_score }: Citation): EvidenceCard => ({
  id: `c${n}`,
  claim: '',
  quote,
  url,
  title,
  publishedAt: published_at,
  accessedAt: accessed_at,
  verified: match_score >= minMatchScore && quote.length >= minQuoteCharacters,
  matchScore: match_score,
})

/** A pair that was delivered, as the gates take it. */
export const candidateOfPair = (pair: Pair): Candidate => ({
  question: pair.question.trim(),
  answer: pair.answer.trim(),
  shortAnswer: pair.short_answer.trim(),
  workedExample: pair.worked_example.trim(),
  type: pair.question_type,
  difficulty: pair.difficulty,
  cards: pair.citations.map(cardOf),
})
