import { type Pair, type Scores, scoresSchema } from '../domain/pair.ts'
import { escapeMarkdown, markdownLink } from './markdown.ts'
import { deliveryNumbers, meanScore, renderNumbers } from './numbers.ts'
import { sha256 } from './pair-id.ts'
import type { UnitDelivery } from './unit-delivery.ts'
import { isJudged } from './unjudged.ts'

/** Pairs shown open: the lowest scored, and a sample by hash, whose seed is the unit itself so that nobody picks it. */
const shown = { lowest: 10, sample: 20 } as const
/** Rejections listed; the numbers count them all. */
const rejectionsListed = 100

const scoreNames = scoresSchema.keyof().options

const scoreLine = (judge: Scores): string => scoreNames.map(name => `${name.replace('_', '-')} ${judge[name]}`).join(', ')

const scoreOf = (pair: Pair): string => (isJudged(pair) ? meanScore(pair).toFixed(1) : 'not judged')
const renderJudge = ({ judge }: Pair): string => `**Judge.** ${scoreLine(judge)}: ${escapeMarkdown(judge.reason)}`

const renderPair = (pair: Pair): string => {
  const flags = pair.flags.map(flag => ` · **${escapeMarkdown(flag)}**`).join('')
  const lines = [
    `#### Pair ${escapeMarkdown(pair.handle)} · ${pair.question_type} · ${pair.difficulty} · ${scoreOf(pair)}${flags}`,
    `**Question.** ${escapeMarkdown(pair.question)}`,
    `**Answer.** ${escapeMarkdown(pair.answer)}`,
    `**In short.** ${escapeMarkdown(pair.short_answer)}`,
    ...(pair.worked_example === '' ? [] : [`**Example.** ${escapeMarkdown(pair.worked_example)}`]),
    pair.citations.map(({ title, url, quote }) => `- Source: ${markdownLink(title, url)} “${escapeMarkdown(quote)}”`).join('\n'),
    isJudged(pair) ? renderJudge(pair) : '',
  ]
  return lines.filter(line => line !== '').join('\n\n')
}

const renderBriefly = (pair: Pair): string =>
  `- Pair ${escapeMarkdown(pair.handle)} · ${scoreOf(pair)}: **${escapeMarkdown(pair.question)}** ${escapeMarkdown(pair.short_answer)}`

const section = (title: string, pairs: readonly Pair[]): string[] =>
  pairs.length === 0 ? [] : [`### ${title}`, ...pairs.map(renderPair)]

const fold = (summary: string, blocks: readonly string[]): string[] =>
  blocks.length === 0 ? [] : [`<details>\n<summary>${summary}</summary>`, ...blocks, '</details>']

/** Flagged and lowest-scored pairs, a sample drawn by hash, and the rest, each pair once and in the order of delivery. */
const choose = (unit: UnitDelivery): { readonly look: Pair[]; readonly sample: Pair[]; readonly rest: Pair[] } => {
  const { pairs } = unit
  const lowest = new Set(
    pairs.toSorted((a, b) => meanScore(a) - meanScore(b)).slice(0, Math.min(shown.lowest, Math.ceil(pairs.length / 4))),
  )
  // A flag that every pair has (a rehearsal's) tells none from the others.
  const isTelling = (flag: string): boolean => pairs.some(pair => !pair.flags.includes(flag))
  const look = pairs.filter(pair => pair.flags.some(isTelling) || lowest.has(pair))
  const others = pairs.filter(pair => !look.includes(pair))
  const drawn = others.map(pair => ({ pair, lot: sha256(`${unit.task}\n${unit.indicator.id}\n${pair.id}\n${pair.handle}`) }))
  const sampled = new Set(
    drawn
      .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
      .slice(0, shown.sample)
      .map(one => one.pair),
  )
  return { look, sample: others.filter(pair => sampled.has(pair)), rest: others.filter(pair => !sampled.has(pair)) }
}

/** The page a reviewer reads: numbers first, then what most deserves a look, a sample of 20 drawn by hash, and the rest folded and short. */
export const renderReview = (unit: UnitDelivery): string => {
  const { look, sample, rest } = choose(unit)
  const rejections = unit.rejections
    .slice(0, rejectionsListed)
    .map(one => `- Gate ${one.gate}: ${escapeMarkdown(one.question)} ${escapeMarkdown(one.reason)}`)
  const blocks = [
    `## Review: ${escapeMarkdown(unit.indicator.name)}`,
    `Task ${escapeMarkdown(unit.task)}: ${escapeMarkdown(unit.title)}`,
    renderNumbers(deliveryNumbers([unit])),
    ...section('Flagged and lowest scored', look),
    ...section('A sample drawn by hash', sample),
    ...fold(
      `The other ${rest.length} pairs, whole in the pair file`,
      rest.length === 0 ? [] : [rest.map(renderBriefly).join('\n')],
    ),
    ...fold(`${unit.rejections.length} pairs that the gates stopped`, rejections.length === 0 ? [] : [rejections.join('\n')]),
  ]
  return `${blocks.join('\n\n')}\n`
}
