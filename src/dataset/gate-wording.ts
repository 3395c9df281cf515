import type { Candidate } from './candidate.ts'

/** Characters, both ends included of the range. A shorter answer explains nothing; a longer one answers several questions. */
export const lengthLimits = {
  question: { least: 12, most: 300 },
  answer: { least: 200, most: 4000 },
  shortAnswer: { least: 2, most: 600 },
  workedExample: { least: 0, most: 3000 },
} as const

const work =
  '(?:document|article|source|text|passage|report|paper|author|video|transcript|context|excerpt|snippet|evidence|card|website|page)s?'

const refusals: readonly RegExp[] = [
  /^\s*(?:i['’]m|i am|we are|we['’]re) (?:very )?(?:sorry|afraid|unable|not able)\b/i,
  /\b(?:i|we) (?:cannot|can['’]t|could not|couldn['’]t|am unable to|are unable to|won['’]t) (?:answer|provide|help|assist|find|determine|comply|give|fulfil)/i,
  /\bas an? (?:ai|artificial intelligence|(?:large )?language model)\b/i,
  /\b(?:not enough|insufficient|no) (?:information|evidence|context) (?:is |was )?(?:available|given|provided|to answer)/i,
]
const aboutSources: readonly RegExp[] = [
  new RegExp(
    `\\b(?:according to|based on|as (?:stated|mentioned|described|noted|explained) (?:in|by)) (?:the|this|these|that|our) (?:\\w+ )?${work}\\b`,
    'i',
  ),
  new RegExp(
    `\\b(?:the|this|these) (?:given |provided |cited |supplied |above )?${work} (?:says?|states?|mentions?|explains?|describes?|notes?|claims?|do(?:es)? not|doesn['’]t|don['’]t)\\b`,
    'i',
  ),
  new RegExp(`\\bin the (?:given|provided|cited|supplied|above) ${work}\\b`, 'i'),
  /\[?\bc\d+-\d+\b\]?/,
]

/** A reason where the pair refuses, or speaks of its sources instead of the subject, so that it cannot stand by itself. */
export const refusalReason = ({ question, answer, shortAnswer }: Candidate): string | undefined => {
  const texts = [question, answer, shortAnswer]
  for (const text of texts) {
    if (refusals.some(pattern => pattern.test(text))) return 'It refuses or says that it cannot answer.'
    const hit = aboutSources.map(pattern => pattern.exec(text)).find(found => found !== null)
    if (hit) return `It speaks of its sources instead of the subject ("${hit[0]}").`
  }
  return undefined
}

/** A reason where a text is too short or too long. */
export const lengthReason = (candidate: Candidate): string | undefined => {
  const fields = ['question', 'answer', 'shortAnswer', 'workedExample'] as const
  for (const field of fields) {
    const { least, most } = lengthLimits[field]
    const { length } = candidate[field].trim()
    const name = field.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
    if (length < least) return `The ${name} has ${length} characters, ${least} are the least.`
    if (length > most) return `The ${name} has ${length} characters, ${most} are the most.`
  }
  return undefined
}
