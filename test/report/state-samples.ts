import { renderHistoryLine, type HistoryLine } from '../../src/domain/history.ts'
import { plusMs, toEpochMs, toInstant, type Instant } from '../../src/domain/instant.ts'
import { statePaths } from '../../src/domain/state.ts'
import type { Task } from '../../src/domain/task.ts'
import { morning, type StateFiles } from './report-world.ts'

const dayMs = 86_400_000
export const hourMs = 3_600_000
export const ago = (days: number, hours = 0): Instant => toInstant(toEpochMs(morning) - days * dayMs - hours * hourMs)

export const taskFiles = (tasks: readonly Task[]): StateFiles =>
  Object.fromEntries(tasks.map(task => [statePaths.task(task.pipeline, task.id), JSON.stringify(task)]))

/** Lines in the files of their months. */
export function historyFiles(lines: readonly HistoryLine[]): StateFiles {
  const texts: Record<string, string> = {}
  for (const line of lines) {
    const path = statePaths.history(line.endedAt.slice(0, 7))
    texts[path] = `${texts[path] ?? ''}${renderHistoryLine(line)}`
  }
  return texts
}

export const makeLine = (change: Partial<HistoryLine> & Pick<HistoryLine, 'pipeline' | 'endedAt'>): HistoryLine => ({
  version: 1,
  session: `${change.pipeline}-${change.endedAt.slice(0, 13)}`,
  agent: change.pipeline.split('-')[0] ?? '',
  startedAt: plusMs(change.endedAt, -52 * 60_000),
  reason: 'budget',
  spent: { calls: 850, tokens: 2_400_000, usdMicros: 850_000 },
  calls: 838,
  accepted: 702,
  rejected: 91,
  tasks: [],
  deliveries: [],
  ...change,
})
