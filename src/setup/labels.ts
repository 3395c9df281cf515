import type { Config } from '../config/schema.ts'
import { priorities, taskStatuses, type Priority, type TaskStatus } from '../domain/task.ts'

export interface Label {
  readonly name: string
  /** Six hexadecimal digits, without `#`. */
  readonly color: string
  /** At most 100 characters, which is what GitHub takes. */
  readonly description: string
}

const priorityColours: Readonly<Record<Priority, string>> = { p0: 'b60205', p1: 'd93f0b', p2: 'fbca04', p3: 'c2e0c6' }

const statuses: Readonly<Record<TaskStatus, readonly [color: string, description: string]>> = {
  pending: ['ededed', 'Waits for a session; set by a writer, tries a blocked task again'],
  'in-progress': ['1d76db', 'A session works on it'],
  'in-review': ['5319e7', 'Delivered: its pull requests wait for a reviewer'],
  completed: ['0e8a16', 'Reviewed, and at least one part was merged'],
  rejected: ['b60205', 'Reviewed, and no part was merged'],
  blocked: ['d93f0b', 'A person must act, as its comment says; set by a writer, stops it'],
  invalid: ['e4e669', 'The form cannot be read, as its comment says'],
}

const others: readonly Label[] = [
  { name: 'approved', color: '0e8a16', description: 'Set by someone with write access: lets a stranger’s task begin' },
  { name: 'needs-approval', color: 'fbca04', description: 'A stranger’s task or a proposal, which waits for the label approved' },
  { name: 'draft', color: 'ededed', description: 'Not for review yet, in a repository whose plan has no draft pull requests' },
  { name: 'perpetual:alert', color: 'b60205', description: 'What Perpetual needs a person for, kept up to date' },
  {
    name: 'perpetual:proposal',
    color: 'c5def5',
    description: 'A task that Perpetual proposes; the label approved lets it begin',
  },
  { name: 'perpetual:report', color: '006b75', description: 'The report that Perpetual keeps up to date' },
]

/** Every label that Perpetual sets or answers to, for the agents and pipelines of this configuration. */
export function labelsFor({ pipelines }: Pick<Config, 'pipelines'>): readonly Label[] {
  const agents = [...new Set(Object.values(pipelines).map(({ agent }) => agent))].toSorted()
  return [
    ...agents.map(agent => ({ name: `agent:${agent}`, color: 'bfd4f2', description: `Work of the agent ${agent}` })),
    ...Object.entries(pipelines).map(([name, { kind }]) => ({
      name: `pipeline:${name}`,
      color: 'd4c5f9',
      description: `A task of ${name}, which is of kind ${kind}`,
    })),
    ...priorities.map((priority, index) => ({
      name: `priority:${priority}`,
      color: priorityColours[priority],
      description: index === 0 ? 'Before everything else' : index === priorities.length - 1 ? 'When nothing else waits' : '',
    })),
    ...taskStatuses.map(status => {
      const [color, description] = statuses[status]
      return { name: `status:${status}`, color, description }
    }),
    ...others,
  ]
}

/** Those that are not there yet; GitHub takes names that differ in case alone for the same. */
export function missingLabels(wanted: readonly Label[], present: readonly string[]): readonly Label[] {
  const there = new Set(present.map(name => name.toLowerCase()))
  return wanted.filter(({ name }) => !there.has(name.toLowerCase()))
}
