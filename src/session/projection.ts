import { plusMs, type Instant } from '../domain/instant.ts'
import type { Task } from '../domain/task.ts'
import type { Forge, Issue } from '../forge/forge.ts'

/** The labels that a task's issue must have. They are a projection of the state and never read back. */
export const labelsOf = (task: Task, agent: string): readonly string[] => [
  `agent:${agent}`,
  `pipeline:${task.pipeline}`,
  `priority:${task.priority}`,
  `status:${task.status}`,
]

/** Labels that only the automation sets to say how things are; what people put on an issue beside them stays. */
export const isOurs = (label: string): boolean => /^(?:(?:agent|pipeline|priority|status):|needs-approval$)/iu.test(label)

/** GitHub takes names that differ in case alone for the same label, and keeps the case of the first. */
export function areSameLabels(a: readonly string[], b: readonly string[]): boolean {
  const names = new Set(b.map(label => label.toLowerCase()))
  return a.length === b.length && a.every(label => names.has(label.toLowerCase()))
}

const isEnded = (task: Task): boolean => task.status === 'completed' || task.status === 'rejected'

/** Overwrites the labels and the state of a task's issue where they differ; labels of people's own making stay. */
export async function project(
  forge: Pick<Forge, 'issues'>,
  { task, agent, issue }: { readonly task: Task; readonly agent: string; readonly issue?: Issue },
): Promise<void> {
  if (task.issue === null) return
  const found = issue ?? (await forge.issues.get(task.issue))
  if (found === undefined) return
  const labels = [...labelsOf(task, agent), ...found.labels.filter(label => !isOurs(label))]
  const state = isEnded(task) ? 'closed' : 'open'
  if (found.state !== state || !areSameLabels(labels, found.labels)) await forge.issues.update(task.issue, { labels, state })
}

/** Labels of a task that ended longer ago are left as they are: a repository gathers thousands of them. */
const mendedForMs = 7 * 24 * 60 * 60_000

/** Mends the labels of all tasks that have not ended long ago, and gives their issues as they were found. */
export async function projectAll(
  forge: Pick<Forge, 'issues'>,
  tasks: readonly Task[],
  { agent, now }: { readonly agent: string; readonly now: Instant },
): Promise<ReadonlyMap<number, Issue>> {
  const since = plusMs(now, -mendedForMs)
  const mended = tasks.filter(task => task.endedAt === null || task.endedAt > since)
  // At once, because a forge may bring them with one request.
  const looks = mended.map(async task => ({ task, issue: task.issue === null ? undefined : await forge.issues.get(task.issue) }))
  const issues = new Map<number, Issue>()
  for (const { task, issue } of await Promise.all(looks)) {
    if (issue === undefined) continue
    issues.set(issue.number, issue)
    await project(forge, { task, agent, issue })
  }
  return issues
}
