import type { Candidate } from './candidate.ts'
import { unbackedNumber } from './gate-numbers.ts'
import { addressReason } from './gate-sources.ts'
import { minQuoteCharacters } from './quote-match.ts'
import { readMoment, videoUnit } from './video-moment.ts'

/** The video that a pair's evidence must come from. */
export interface VideoSource {
  /** The unit that the video is, from `videoUnit`. */
  readonly unit: string
  /** Null where it is not known (any more). */
  readonly durationSeconds: number | null
}

/** YouTube takes no video of more than 12 hours (support.google.com/youtube/answer/71673); a claim beyond it is made up. */
export const longestVideoSeconds = 12 * 3600

/** A reason where a pair's evidence is not a second of its own video. */
export const momentReason = (
  { cards }: Candidate,
  { unit, durationSeconds }: VideoSource,
  deny: readonly string[],
): string | undefined => {
  if (cards.length === 0) return 'It cites no evidence.'
  const end = Math.min(durationSeconds ?? longestVideoSeconds, longestVideoSeconds)
  for (const { url } of cards) {
    const moment = readMoment(url)
    if (moment === undefined) return 'A cited address is no whole second of a video (…/watch?v=ID&t=SECONDs).'
    if (videoUnit(moment.videoId) !== unit) return `It cites the video ${moment.videoId}, which is not the one it was made from.`
    if (moment.second > end) return `It cites second ${moment.second} of a video that has ${end}.`
    const denied = addressReason(url, deny)
    if (denied !== undefined) return denied
  }
  return undefined
}

/** A reason where the spoken words are too few to be evidence of anything. */
export const spokenReason = ({ cards }: Candidate): string | undefined =>
  cards.some(card => card.quote.trim().length < minQuoteCharacters)
    ? `A cited quote has fewer than ${minQuoteCharacters} characters.`
    : undefined

/**
 * A reason where a number or date of the answer or the short answer stands neither in the spoken words given as evidence nor in the
 * question nor in the task. Nobody can look the words up, so this stops what contradicts itself, not what is made up throughout.
 */
export const spokenNumberReason = (
  candidate: Candidate,
  { brief, minDomainsForNumbers }: { readonly brief: string; readonly minDomainsForNumbers: number },
): string | undefined => {
  const found = unbackedNumber(candidate, [brief, ...candidate.cards.map(card => card.quote)])
  if (found === 'none') return undefined
  if (found !== 'all') return `The number ${found.missing} stands in no quote of the video, nor in the question or the task.`
  if (minDomainsForNumbers > 1) return `It states numbers on the word of one of the ${minDomainsForNumbers} domains asked for.`
  return undefined
}
