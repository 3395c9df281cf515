import type { Facet, QuestionType } from '../dataset/database/cell.ts'
import { escapeMarkdown } from '../dataset/markdown.ts'
import { renderResearchBody } from '../domain/issue-body.ts'
import { oneLine } from '../domain/one-line.ts'
import { questionTypes } from '../domain/pair.ts'
import type { Indicator } from '../domain/research-task.ts'
import { longestBrief, longestTopic, renderTopicBody } from '../domain/task-forms/topic.ts'
import type { FacetRow, FamilyGrid } from './coverage.ts'
import type { WeakSpot } from './weak-spots.ts'

/** What a task is about, before it is written out. */
export interface Draft {
  readonly id: string
  readonly title: string
  readonly why: string
  readonly form: 'assignment' | 'topic'
  /** With the briefs that they had, to which `focus` is added. */
  readonly indicators: readonly Indicator[]
  readonly focus: string
}

/** In the words in which the planning stage is told of them. */
const meanings: Readonly<Record<Facet, string>> = {
  concept: 'what it measures',
  computation: 'how it is computed and from which data',
  parameters: 'its parameters and how they change it',
  interpretation: 'how readings are interpreted',
  signals: 'signals and their confirmation',
  limits: 'how it fails and in which regimes',
  combination: 'its combination with others',
  comparison: 'how it compares with its neighbours',
  history: 'its history',
  market: 'what is particular about it in these markets',
}

const conjoined = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`

export const facetList = (rows: readonly FacetRow[]): string => conjoined(rows.map(({ facet }) => facet))

const thinTypes = (rows: readonly FacetRow[]): readonly QuestionType[] =>
  questionTypes.filter(type => rows.some(({ thin }) => thin.includes(type)))

/** Without a number, because writers may quote what stands in a brief. */
export const focusOn = (rows: readonly FacetRow[]): string =>
  `Asked for above all: ${conjoined(rows.map(({ facet }) => meanings[facet]))}. Question types of which there are few: ${conjoined(thinTypes(rows))}.`

export const focusOnOthers = 'Asked for above all: questions and sources that differ from those of the first attempt.'

const shown = (count: number): string => (count > 0 && count < 1 ? '<1' : String(Math.round(count)))
const grouped = (count: number): string => Math.round(count).toLocaleString('en-US')

/** Says which cells are thin, with their numbers. */
export function whyGap({ family, pairs, rows: all }: FamilyGrid, rows: readonly FacetRow[]): string {
  const thin = rows.reduce((sum, row) => sum + row.thin.length, 0)
  const cells = all.length * questionTypes.length
  return [
    `**The coverage grid has a gap:** of the family ${escapeMarkdown(family)} there are ${grouped(pairs)} pairs in ${cells} cells (facet × question type), ${shown(pairs / cells)} a cell on average. ${thin} of the ${rows.length * questionTypes.length} cells of ${facetList(rows)} have less than half of that:`,
    '',
    `| | ${questionTypes.join(' | ')} |`,
    `|:--|${questionTypes.map(() => '--:').join('|')}|`,
    ...rows.map(
      ({ facet, counts, thin: types }) =>
        `| ${facet} | ${questionTypes.map(type => (types.includes(type) ? `**${shown(counts.get(type) ?? 0)}**` : shown(counts.get(type) ?? 0))).join(' | ')} |`,
    ),
  ].join('\n')
}

export const whyWeak = (spots: readonly WeakSpot[]): string =>
  [
    '**Weak spots:** these brought less than half of the pairs that were aimed at.',
    '',
    ...spots.map(({ indicator, because }) => `- ${escapeMarkdown(indicator.name)}: ${because}`),
  ].join('\n')

const about = (pipeline: string): string =>
  `Proposed because the queue of \`${pipeline}\` is low. Someone with write access lets it begin with the label \`approved\` (or \`perpetual tasks approve\`), after editing it where that makes it better. Closing it is a no, and it is not proposed again.`

/** A brief with what is asked for at its end, within the limit of a brief. */
function withFocus(brief: string, focus: string): string {
  const room = longestBrief - focus.length - 2
  const kept = brief.length <= room ? brief : `${brief.slice(0, room - 1).toWellFormed()}…`
  return `${kept.trimEnd()}\n\n${focus}`
}

/** GitHub takes 65,536 characters, some of which the marker needs. */
const longestProposal = 60_000

/** As many of the indicators as fit. */
function renderAssignment({ id, title, indicators, focus }: Draft, room: number): string {
  const focused = indicators.map(({ id: name, name: words, family, brief }) => ({
    id: name,
    name: words,
    family,
    brief: withFocus(brief, focus),
  }))
  for (let count = focused.length; count > 1; count -= 1) {
    const lengths = focused.slice(0, count).map(each => renderResearchBody({ task: id, title, indicators: [each] }).length)
    if (lengths.reduce((sum, length) => sum + length, 0) <= room)
      return renderResearchBody({ task: id, title, indicators: focused.slice(0, count) })
  }
  return renderResearchBody({ task: id, title, indicators: focused.slice(0, 1) })
}

function renderTopic({ id, title, indicators, focus }: Draft): string {
  const brief =
    indicators.length === 1 ? (indicators[0]?.brief ?? '') : `Topics so far: ${indicators.map(({ name }) => name).join('; ')}.`
  return renderTopicBody({ task: id, title: oneLine(title, longestTopic), brief: withFocus(brief, focus) })
}

/** The issue of a proposal: why, and a complete task beneath it that names its pipeline. */
export function renderProposal(draft: Draft, pipeline: string): string {
  const before = `${draft.why}\n\n${about(pipeline)}\n\n`
  const after = `\n### Pipeline\n\n${pipeline}\n\n### Priority\n\np3\n`
  const task =
    draft.form === 'topic' ? renderTopic(draft) : renderAssignment(draft, longestProposal - before.length - after.length)
  return `${before}${task}${after}`
}
