import { parseIntegrationSource } from '../domain/integration-task.ts'
import type { Part, Task } from '../domain/task.ts'
import { undeliveredPairs } from '../orchestrator/brought.ts'
import { totalsOf } from '../session/task-run.ts'

export interface CountedPairs {
  /** Rows of the database, without those that were retracted: what counts toward the goal. */
  readonly database: number
  /** Delivered and merged, integrated since or not. */
  readonly merged: number
  /** Of the merged ones, those that integration has not looked at yet. */
  readonly toIntegrate: number
  /** In parts that wait for a review. */
  readonly waiting: number
  /** Accepted by gates and judge in tasks that are under way, and not delivered yet. */
  readonly underWay: number
}

/** What is counted: tasks, and which of them bring others' pairs into the database. */
export interface Countable {
  readonly tasks: readonly Task[]
  /** Pairs that were taken out of the database again. */
  readonly retracted: number
  readonly pipelines: readonly { readonly pipeline: string; readonly kind: string }[]
}

export const keptOf = (part: Part): number => part.kept ?? part.pairs

const sumOf = (parts: readonly Part[], state: Part['state'], count: (part: Part) => number): number =>
  parts.filter(part => part.state === state).reduce((total, part) => total + count(part), 0)

/** What integration has looked at of merged deliveries: what it took, and what it put aside. */
function lookedAt(tasks: readonly Task[]): number {
  const ended = tasks.filter(({ status, body }) => status !== 'pending' && parseIntegrationSource(body)?.type === 'delivery')
  const totals = ended.map(task => totalsOf(task.units.filter(unit => unit.ended)))
  return totals.reduce((sum, { accepted, rejected }) => sum + accepted + rejected, 0)
}

/** Tasks of integration, whose parts are rows of the database, and those of everyone else. */
export function splitTasks({ tasks, pipelines }: Omit<Countable, 'retracted'>): {
  readonly integration: readonly Task[]
  readonly sources: readonly Task[]
} {
  const integrating = new Set(pipelines.flatMap(({ pipeline, kind }) => (kind === 'integration' ? [pipeline] : [])))
  return {
    integration: tasks.filter(task => integrating.has(task.pipeline)),
    sources: tasks.filter(task => !integrating.has(task.pipeline)),
  }
}

export function countPairs(countable: Countable): CountedPairs {
  const { integration, sources } = splitTasks(countable)
  const parts = sources.flatMap(task => task.parts)
  const rows = integration.flatMap(task => task.parts)
  const merged = sumOf(parts, 'merged', keptOf)
  return {
    database: Math.max(0, sumOf(rows, 'merged', keptOf) - countable.retracted),
    merged,
    toIntegrate: Math.max(0, merged - lookedAt(integration)),
    waiting: sumOf(parts, 'open', part => part.pairs) + sumOf(parts, 'intended', part => part.pairs),
    underWay: sources.filter(task => task.status === 'in-progress').reduce((total, task) => total + undeliveredPairs(task), 0),
  }
}
