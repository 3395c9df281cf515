import { compareDelivery, type ReviewComparison } from '../dataset/review.ts'
import { isReviewedPath } from '../dataset/reviewed-file.ts'
import { messageOf } from '../domain/errors.ts'
import type { Clock } from '../domain/instant.ts'
import { statePaths } from '../domain/state.ts'
import type { ReviewingPart } from '../domain/operation.ts'
import type { Part, Task } from '../domain/task.ts'
import type { Forge, Pull } from '../forge/forge.ts'
import type { Reporter } from './reporter.ts'
import type { SessionSetting } from './setting.ts'
import type { StateBook } from './state-book.ts'

export interface ReviewSetup {
  readonly book: StateBook
  readonly forge: Pick<Forge, 'pulls' | 'contents'>
  readonly clock: Clock
  readonly setting: Pick<SessionSetting, 'expectedCallMs' | 'concurrency'>
  readonly report: Reporter
}

export interface TakenIn {
  /** As it stands now. */
  readonly task: Task
  /** Whether this very look ended it: of several processes that see the last part end, one. */
  readonly endedHere: boolean
}

/** The files of a part that hold its pairs. */
export const reviewedFiles = (part: Part): string[] => part.paths.filter(isReviewedPath)

/** Takes in what reviewers did to a task's parts since the last look; each part counts once, whatever is repeated. */
export async function takeInReviews(
  setup: ReviewSetup,
  task: Task,
  mayHaveEnded: (pull: number) => boolean = () => true,
): Promise<TakenIn> {
  let taken: TakenIn = { task, endedHere: false }
  for (const part of task.parts) {
    if (part.state !== 'open' || part.pull === null || !mayHaveEnded(part.pull)) continue
    const pull = await setup.forge.pulls.get(part.pull)
    if (pull === undefined || pull.state === 'open') continue
    taken = await review(setup, taken, await reviewOf(setup, { part, pull }))
  }
  return endIfAllWereReviewed(setup, taken)
}

type Review = Pick<ReviewingPart, 'part' | 'state' | 'kept' | 'edited'> & { readonly name: string }

async function review({ book, clock, setting }: ReviewSetup, { task, endedHere }: TakenIn, found: Review): Promise<TakenIn> {
  const { name, ...rest } = found
  const now = clock.now()
  const result = await book.apply({
    type: 'review-part',
    operation: `review/${task.id}/${name}`,
    pipeline: task.pipeline,
    now,
    task: task.id,
    ...rest,
    estimate: estimateOf(task, setting),
  })
  const current = (result.type === 'fenced' ? undefined : result.state.tasks[task.id]) ?? task
  return { task: current, endedHere: endedHere || (result.type === 'changed' && current.endedAt === now) }
}

/** Ends a task whose parts had all ended before it came to be in review; no part's own end does that any more. */
async function endIfAllWereReviewed(setup: ReviewSetup, taken: TakenIn): Promise<TakenIn> {
  const { task } = taken
  const last = task.parts.at(-1)
  if (task.status !== 'in-review' || last === undefined) return taken
  if (!task.parts.every(part => part.state === 'merged' || part.state === 'closed')) return taken
  const state = last.state === 'merged' ? 'merged' : 'closed'
  return review(setup, taken, { name: 'ended', part: last.part, state, kept: last.kept ?? 0, edited: last.review === 'edited' })
}

/** What a task took against what it was expected to take. */
const estimateOf = (task: Task, setting: ReviewSetup['setting']): ReviewingPart['estimate'] => {
  const sends = task.units.reduce((sum, unit) => sum + unit.callsExpected, 0)
  return {
    activeMs: { actual: task.activeMs, estimated: Math.ceil((sends * setting.expectedCallMs) / setting.concurrency) },
    sends: { actual: task.spent.calls ?? 0, estimated: sends },
  }
}

/** What a reviewer left; a file that cannot be read any more was edited, and none of its pairs can be counted. */
function compare(part: Part, texts: Parameters<typeof compareDelivery>[0], report: Reporter): ReviewComparison {
  try {
    return compareDelivery(texts)
  } catch (error) {
    report({ type: 'warning', message: `${part.branch}: ${messageOf(error)}; its pairs are not counted as kept.` })
    return { delivered: part.pairs, kept: 0, edited: [part.branch], removed: [] }
  }
}

async function reviewOf(
  { forge, report }: ReviewSetup,
  { part, pull }: { readonly part: Part; readonly pull: Pull },
): Promise<Review> {
  const paths = reviewedFiles(part)
  const delivered = await forge.contents.read(part.commit ?? pull.first, paths)
  const isMerged = pull.state === 'merged'
  const kept = isMerged ? await forge.pulls.read(pull.number, paths) : new Map<string, string>()
  const comparison = compare(part, { delivered, kept }, report)
  return {
    name: `${part.part}/${pull.state}`,
    part: part.part,
    state: isMerged ? 'merged' : 'closed',
    kept: comparison.kept,
    edited: comparison.edited.length + comparison.removed.length > 0,
  }
}

/** The files of what a task's calls brought, as far as this process knows. */
export async function resultFiles(book: StateBook, task: Task): Promise<readonly string[]> {
  const { store } = book
  return store.list(store.knownHead() ?? (await store.head()), statePaths.results(task))
}

/** A task that ended needs what its calls brought no more; its delivery has it. */
export async function pruneResults(book: StateBook, task: Task): Promise<void> {
  for (;;) {
    const head = await book.store.head()
    const paths = await book.store.list(head, statePaths.results(task))
    if (paths.length === 0) return
    const written = await book.store.write(
      head,
      paths.map(path => ({ path, text: null })),
      `Remove the results of ${task.id}, which is ${task.status}`,
    )
    if (written.type === 'written') return
  }
}
