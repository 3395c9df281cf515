import type { Candidate } from './candidate.ts'

const modelInstructions: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass)\s+(?:(?:all|any|the|your|these|those|my|of)\s+)*(?:previous|prior|above|earlier|preceding|existing|system)\s+(?:instruction|prompt|message|rule|direction|command|guideline|context|text)s?\b/i,
  /\bignore (?:everything|all of the) above\b/i,
  /\bas an ai(?: language model| assistant)?\b/i,
  /\b(?:system|developer) (?:prompt|message)\b/i,
  /\byou are (?:now (?:an?|in|the)\b|chatgpt|claude|gemini|a helpful assistant|an? (?:ai|language model))/i,
  /\b(?:jailbreak|do anything now|prompt injection)\b/i,
  /<\|[a-z_]+\|>|\[\/?INST\]|<<\/?SYS>>|^#{1,6} ?(?:instruction|response|system)\b/im,
  /^\s*(?:system|assistant|user|human) ?:/im,
  /\b(?:reveal|print|repeat|output) (?:your|the) (?:instructions|prompt|api key|secrets?)\b/i,
]
const markup =
  /<\/?[a-z][a-z0-9:-]*(?:\s[^<>]*)?\/?>|<!--|<!\[?[a-z]|<\/?(?:script|style|iframe|img|svg|object|embed|form|details|summary|table|link|meta)\b|&(?:lt|gt|#\d+|#x[\da-f]+);/i
const link = /\b[a-z][a-z0-9+.-]{1,20}:\/\/|\bwww\.[a-z0-9]|\]\([^)]*\)|\b(?:javascript|vbscript|data):[a-z/]/i
const mention = /@[a-z0-9]/i
// Control and bidirectional characters, zero-width ones, line separators, and the invisible tags and variation selectors used to smuggle instructions.
const hidden =
  /[\p{Cc}\p{Cs}\p{Co}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|[\u{e0100}-\u{e01ef}]/u
const layout = /[\t\n\r]/g

const hides = (text: string): boolean => hidden.test(text.replace(layout, ' '))
const instructs = (text: string): boolean => modelInstructions.some(pattern => pattern.test(text))

/** Whether a text aims at nobody but a reader, for what stands in a dataset beside its pairs. */
export const isInert = (text: string): boolean =>
  !instructs(text) && !hides(text) && ![markup, link, mention].some(pattern => pattern.test(text))

/** A reason where a text aims at a model or a browser instead of a reader. Quotes and titles are checked as well, but may hold what pages hold. */
export const injectionReason = (candidate: Candidate): string | undefined => {
  const own = [candidate.question, candidate.answer, candidate.shortAnswer, candidate.workedExample]
  const cited = candidate.cards.flatMap(card => [card.quote, card.title, card.url, card.publishedAt])
  const all = [...own, ...cited]
  if (all.some(instructs)) return 'It holds instructions that aim at a model.'
  if (all.some(hides)) return 'It holds control, bidirectional or invisible characters.'
  if (own.some(text => markup.test(text))) return 'It holds HTML.'
  if (own.some(text => link.test(text))) return 'It holds a link outside its citations.'
  if (own.some(text => mention.test(text))) return 'It mentions an account (@).'
  return undefined
}
