import type { EvidenceCard } from '../../dataset/candidate.ts'
import { quoteSha256 } from '../../dataset/pair-id.ts'
import type { Citation } from '../../domain/pair.ts'

/** A card as the pair cites it, which counts its citations from 1. */
export const citationOf = (card: EvidenceCard, index: number): Citation => ({
  n: index + 1,
  url: card.url,
  title: card.title,
  published_at: card.publishedAt,
  accessed_at: card.accessedAt,
  quote: card.quote,
  quote_sha256: quoteSha256(card.quote),
  match_score: card.matchScore,
})
