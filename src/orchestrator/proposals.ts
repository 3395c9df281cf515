import { facets, gridFamily } from '../dataset/database/cell.ts'
import type { Retraction } from '../dataset/database/retractions.ts'
import type { Counts } from '../dataset/database/tally.ts'
import { oneLine } from '../domain/one-line.ts'
import { longestTitle } from '../domain/task-form.ts'
import type { Task } from '../domain/task.ts'
import { sha256 } from '../dataset/pair-id.ts'
import { familyGrid, readCells, type CountedCell, type FacetRow, type FamilyGrid } from './coverage.ts'
import { knownIndicators, type KnownIndicator } from './known-indicators.ts'
import { facetList, focusOn, focusOnOthers, renderProposal, whyGap, whyWeak, type Draft } from './proposal-text.ts'
import { weakSpots } from './weak-spots.ts'

/** A pipeline whose tasks are assignments of indicators, or topics. */
export interface ResearchQueue {
  readonly pipeline: string
  /** Accepted pairs that are aimed at an indicator. */
  readonly pairsPerUnit: number
}

/** A proposal that was made before, whatever became of it. */
export interface KnownProposal {
  readonly pipeline: string
  readonly id: string
  /** Those that it names. */
  readonly indicators: readonly { readonly id: string; readonly family: string }[]
  /** Waits for a person. */
  readonly isWaiting: boolean
}

export interface ProposalInput {
  readonly queues: readonly ResearchQueue[]
  readonly tasks: readonly Task[]
  /** The manifest's pairs by cell. */
  readonly cells: Counts
  readonly retractions: readonly Retraction[]
  readonly known: readonly KnownProposal[]
  /** Tasks and proposals that wait, below which new ones are proposed. */
  readonly below: number
  /** Proposals of a pipeline that may wait for a person. */
  readonly most: number
}

/** A task that nobody has asked for yet. */
export interface Proposal {
  readonly pipeline: string
  readonly id: string
  readonly title: string
  /** Says why, then what a person would write; `parseSeedText` reads it. */
  readonly body: string
}

const indicatorsPerTask = 5
const facetsPerTask = 2
/** Thin cells of a task's facets, below which it is not worth one. */
const leastThin = 4
const longestSlug = 30

/** A family's name in ids, `technical_trend`; one that cannot be said so gets a hash, so that no two families have the same. */
function slugOf(family: string): string {
  const part = (text: string): string => text.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')
  const slug = family.toLowerCase().split('/').map(part).join('_')
  if (slug.length <= longestSlug && /^[a-z0-9]/.test(slug) && slug.replace('_', '/') === family) return slug
  const readable = slug.replace(/^[_-]+/, '').slice(0, longestSlug - 7)
  return `${readable === '' ? 'family' : readable.replace(/[_-]+$/, '')}-${sha256(family).slice(0, 6)}`
}

interface Situation {
  readonly known: readonly KnownProposal[]
  readonly cells: readonly CountedCell[]
  /** Families of the indicators that proposals name which wait for a person, once each. */
  readonly proposed: readonly string[]
  readonly indicators: readonly KnownIndicator[]
  /** Ids of tasks and of proposals of whatever pipeline. */
  readonly taken: ReadonlySet<string>
}

/** Those about which least is there or on the way. */
function neediest(own: readonly KnownIndicator[], known: readonly KnownProposal[]): readonly KnownIndicator[] {
  const named = new Map<string, number>()
  for (const { id } of known.filter(each => each.isWaiting).flatMap(each => each.indicators))
    named.set(id, (named.get(id) ?? 0) + 1)
  const asked = ({ id, underWay }: KnownIndicator): number => underWay + (named.get(id) ?? 0)
  return own.toSorted((a, b) => asked(a) - asked(b) || a.pairs - b.pairs || (a.id < b.id ? -1 : 1))
}

/** Pairs that tasks and proposals about a family are going to bring. */
function expectedOf(family: string, { indicators, proposed }: Situation, pairsPerUnit: number): number {
  const underWay = indicators.filter(each => each.gridFamily === family).reduce((sum, each) => sum + each.underWay, 0)
  return (underWay + proposed.filter(each => each === family).length) * pairsPerUnit
}

/** Facets of a family that were proposed before: their names stand in the ids. */
const proposedFacets = (slug: string, taken: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...taken].flatMap(id => (id.startsWith(`${slug}-`) ? id.slice(slug.length + 1).split('-') : [])))

interface GapDraft {
  readonly draft: Draft
  /** Which of the family's gaps it is, the largest first. */
  readonly nth: number
  readonly thin: number
  readonly pairs: number
}

function gapDraft(sorted: readonly KnownIndicator[], rows: readonly FacetRow[], grid: FamilyGrid): Draft {
  const form = sorted[0]?.form ?? 'assignment'
  return {
    id: [slugOf(grid.family), ...rows.map(({ facet }) => facet)].join('-'),
    title: oneLine(`${grid.family}: ${facetList(rows)}`, longestTitle),
    why: whyGap(grid, rows),
    form,
    indicators: form === 'topic' ? sorted : sorted.slice(0, indicatorsPerTask),
    focus: focusOn(rows),
  }
}

/** The gaps of one family, two facets each, those with the most thin cells first. */
function gapsOfFamily(
  { family, members }: { readonly family: string; readonly members: readonly KnownIndicator[] },
  situation: Situation,
  { pairsPerUnit }: ResearchQueue,
): readonly GapDraft[] {
  const grid = familyGrid(family, { ...situation, expected: expectedOf(family, situation, pairsPerUnit) })
  const sorted = neediest(members, situation.known)
  const proposed = proposedFacets(slugOf(family), situation.taken)
  const rows = grid.rows
    .filter(({ facet, thin }) => thin.length > 0 && !proposed.has(facet))
    .toSorted((a, b) => b.thin.length - a.thin.length || facets.indexOf(a.facet) - facets.indexOf(b.facet))
  const chunks = Array.from({ length: Math.ceil(rows.length / facetsPerTask) }, (_, nth) =>
    rows.slice(nth * facetsPerTask, (nth + 1) * facetsPerTask),
  )
  return chunks
    .map((chunk, nth) => ({
      draft: gapDraft(sorted, chunk, grid),
      nth,
      thin: chunk.reduce((sum, { thin }) => sum + thin.length, 0),
      pairs: grid.pairs,
    }))
    .filter(({ thin }) => thin >= leastThin)
}

/** One gap of each family, then the second of each, …; the widest and then the thinnest family first. */
function gaps(own: readonly KnownIndicator[], situation: Situation, queue: ResearchQueue): readonly Draft[] {
  const families = Map.groupBy(own, each => each.gridFamily)
  return (
    [...families]
      // Of what nothing has ended nothing is known to be missing.
      .filter(([family, members]) => family !== '' && members.some(({ underWay }) => underWay === 0))
      .flatMap(([family, members]) => gapsOfFamily({ family, members }, situation, queue))
      .toSorted((a, b) => a.nth - b.nth || b.thin - a.thin || a.pairs - b.pairs || (a.draft.id < b.draft.id ? -1 : 1))
      .map(({ draft }) => draft)
  )
}

/** Those that a proposal names already are not named by another. */
function weak(own: readonly KnownIndicator[], { known, taken }: Situation, { pairsPerUnit }: ResearchQueue): readonly Draft[] {
  const again = new Set(known.flatMap(({ id, indicators }) => (id.endsWith('-again') ? indicators.map(each => each.id) : [])))
  const left = weakSpots(own, pairsPerUnit).filter(({ indicator: { id } }) => !again.has(id) && !taken.has(`${id}-again`))
  const groups = Map.groupBy(left, ({ indicator }) => (indicator.form === 'topic' ? indicator.id : indicator.gridFamily))
  return [...groups.values()].flatMap(group => {
    const spots = group.slice(0, indicatorsPerTask)
    const [first] = spots
    if (first === undefined) return []
    const { id, form, name, gridFamily: family } = first.indicator
    const title = form === 'topic' ? `${name}, once more` : `${family}: weak indicators once more`
    const indicators = spots.map(({ indicator }) => indicator)
    return [
      { id: `${id}-again`, title: oneLine(title, longestTitle), why: whyWeak(spots), form, indicators, focus: focusOnOthers },
    ]
  })
}

/** Gaps and weak spots in turn. */
const inTurn = (a: readonly Draft[], b: readonly Draft[]): readonly Draft[] =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, index) => [a[index], b[index]])
    .flat()
    .filter(each => each !== undefined)

/** How many proposals a queue may get now. */
export function roomFor(
  pipeline: string,
  { tasks, known, below, most }: Pick<ProposalInput, 'tasks' | 'known' | 'below' | 'most'>,
): number {
  const pending = tasks.filter(task => task.pipeline === pipeline && task.status === 'pending').length
  const waiting = known.filter(each => each.pipeline === pipeline && each.isWaiting).length
  return Math.max(0, Math.min(most - waiting, below - pending - waiting))
}

/**
 * Pure: what to propose where queues are low, from thin cells of the coverage grid and from weak spots. An id is made of what is missing,
 * so nothing is proposed twice, also not after a person closed it.
 */
export function proposeFor(input: ProposalInput): readonly Proposal[] {
  const indicators = knownIndicators(
    input.tasks,
    input.queues.map(({ pipeline }) => pipeline),
    input.retractions,
  )
  const taken = new Set([...input.tasks, ...input.known].map(({ id }) => id))
  const named = input.known.filter(({ isWaiting }) => isWaiting).flatMap(each => each.indicators)
  const proposed = named.map(({ family }) => gridFamily(family))
  const situation = { known: input.known, cells: readCells(input.cells), proposed, indicators, taken }
  const proposals: Proposal[] = []
  for (const queue of input.queues) {
    const room = roomFor(queue.pipeline, input)
    if (room === 0) continue
    const own = indicators.filter(({ pipeline }) => pipeline === queue.pipeline)
    const drafts = inTurn(gaps(own, situation, queue), weak(own, situation, queue)).filter(({ id }) => !taken.has(id))
    for (const draft of drafts.slice(0, room)) {
      taken.add(draft.id)
      proposals.push({ pipeline: queue.pipeline, id: draft.id, title: draft.title, body: renderProposal(draft, queue.pipeline) })
    }
  }
  return proposals
}
