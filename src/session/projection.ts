import type { Task } from '../domain/task.ts'
import type { Forge, Issue } from '../forge/forge.ts'

/** The labels that a task's issue must have. They are a projection of the state and never read back. */
export const labelsOf = (task: Task, agent: string): readonly string[] => [
  `agent:${agent}`,
  `pipeline:${task.pipeline}`,
  `priority:${task.priority}`,
  `status:${task.status}`,
]

const isOurs = (label: string): boolean => /^(agent|pipeline|priority|status):/u.test(label)

const isEnded = (task: Task): boolean => task.status === 'completed' || task.status === 'rejected'

/** Overwrites the labels and the state of a task's issue where they differ; labels of people's own making stay. */
export async function project(
  forge: Forge,
  { task, agent, issue }: { readonly task: Task; readonly agent: string; readonly issue?: Issue },
): Promise<void> {
  if (task.issue === null) return
  const found = issue ?? (await forge.issues.get(task.issue))
  if (found === undefined) return
  const labels = [...labelsOf(task, agent), ...found.labels.filter(label => !isOurs(label))]
  const state = isEnded(task) ? 'closed' : 'open'
  const isSame =
    found.state === state && labels.length === found.labels.length && labels.every(label => found.labels.includes(label))
  if (!isSame) await forge.issues.update(task.issue, { labels, state })
}

/** Mends the labels of all tasks with one listing of the issues. */
export async function projectAll(forge: Forge, tasks: readonly Task[], agent: string): Promise<void> {
  const issues = new Map((await forge.issues.list({})).map(issue => [issue.number, issue]))
  for (const task of tasks) {
    const issue = task.issue === null ? undefined : issues.get(task.issue)
    if (issue !== undefined) await project(forge, { task, agent, issue })
  }
}
