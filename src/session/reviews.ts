import { compareDelivery, reviewStateOf, type Looked, type ReviewComparison } from '../dataset/review.ts'
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
  readonly forge: Forge
  readonly clock: Clock
  readonly setting: Pick<SessionSetting, 'expectedCallMs' | 'concurrency'>
  readonly report: Reporter
}

const pairFiles = (part: Part): string[] => part.paths.filter(path => path.endsWith('.json'))

/** Takes in what reviewers did to a task's parts since the last look; each part counts once, whatever is repeated. */
export async function takeInReviews(setup: ReviewSetup, task: Task, looked: Looked = { all: false, some: false }): Promise<void> {
  for (const part of task.parts) {
    if (part.state !== 'open' || part.pull === null) continue
    const pull = await setup.forge.pulls.get(part.pull)
    if (pull !== undefined && pull.state !== 'open') await takeIn(setup, { task, part, pull, looked })
  }
  await endIfAllWereReviewed(setup, task)
}

/** Ends a task whose parts had all ended before it came to be in review; no part's own end does that any more. */
async function endIfAllWereReviewed(setup: ReviewSetup, task: Task): Promise<void> {
  const last = task.parts.at(-1)
  if (task.status !== 'in-review' || last === undefined) return
  if (!task.parts.every(part => part.state === 'merged' || part.state === 'closed')) return
  await setup.book.apply({
    type: 'review-part',
    operation: `review/${task.id}/ended`,
    pipeline: task.pipeline,
    now: setup.clock.now(),
    task: task.id,
    part: last.part,
    state: last.state === 'merged' ? 'merged' : 'closed',
    kept: last.kept ?? 0,
    review: last.review,
    estimate: estimateOf(task, setup.setting),
  })
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

async function takeIn(
  { book, forge, clock, setting, report }: ReviewSetup,
  { task, part, pull, looked }: { readonly task: Task; readonly part: Part; readonly pull: Pull; readonly looked: Looked },
): Promise<void> {
  const paths = pairFiles(part)
  const delivered = await forge.pulls.readDelivered(pull.number, paths)
  const isMerged = pull.state === 'merged'
  const kept = isMerged ? await forge.pulls.read(pull.number, paths) : new Map<string, string>()
  const comparison = compare(part, { delivered, kept }, report)
  await book.apply({
    type: 'review-part',
    operation: `review/${task.id}/${part.part}/${pull.state}`,
    pipeline: task.pipeline,
    now: clock.now(),
    task: task.id,
    part: part.part,
    state: isMerged ? 'merged' : 'closed',
    kept: comparison.kept,
    review: isMerged ? reviewStateOf(comparison, looked) : 'unreviewed',
    estimate: estimateOf(task, setting),
  })
}

/** A task that ended needs what its calls brought no more; its delivery has it. */
export async function pruneResults(book: StateBook, task: Task): Promise<void> {
  if (task.status !== 'completed' && task.status !== 'rejected') return
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
