import { accountsOf, type PipelineSettings } from '../config/pipelines.ts'
import type { Account } from '../config/accounts.ts'
import type { Config } from '../config/schema.ts'
import type { HistoryLine } from '../domain/history.ts'
import { parseAssignment } from '../domain/task-forms/forms.ts'
import { parseBatchBody } from '../domain/task-forms/youtube-batch.ts'
import type { Task } from '../domain/task.ts'
import { configuredYield, firstAccountOf } from './configured-yields.ts'
import { measureYield } from './measured-yields.ts'
import type { PipelineYield } from './model.ts'
import { meanOf } from './statistics.ts'

/** Where a number comes from: the repository's own history, its configuration and tasks, nobody's measurement, or the what-if. */
export type Source = 'measured' | 'configuration' | 'estimate' | 'asked'

/** One number that the simulation works with. */
export interface Fact {
  /** Null for what holds for all. */
  readonly pipeline: string | null
  readonly what: string
  readonly value: number
  readonly source: Source
  /** What it was measured on; empty otherwise. */
  readonly from: string
}

/** A task as far as its size goes: one of the state, or a seed that is not imported yet. */
export type SizedTask = Pick<Task, 'pipeline' | 'body'> & Partial<Pick<Task, 'units'>>

export interface Knowledge {
  readonly config: Config
  readonly tasks: readonly Task[]
  readonly seeds: readonly SizedTask[]
  readonly sessions: readonly HistoryLine[]
  /** Whether an account's provider says what each request cost. */
  readonly tellsCost: (account: Account) => boolean
}

export interface Yields {
  readonly yields: Readonly<Record<string, PipelineYield>>
  readonly facts: readonly Fact[]
}

/** How many units a task has; null where its text does not tell. */
function unitsOf({ units, body }: SizedTask, kind: PipelineSettings['kind']): number | null {
  if (units !== undefined && units.length > 0) return units.length
  if (kind === 'research') {
    const parsed = parseAssignment(body)
    return parsed.type === 'assignment' ? parsed.assignment.indicators.length : null
  }
  if (kind !== 'batch') return null
  const parsed = parseBatchBody(body)
  return parsed.type === 'batch' ? parsed.batch.videos.length : null
}

function meanUnits(tasks: readonly SizedTask[], kind: PipelineSettings['kind']): number | null {
  const known = tasks.flatMap(task => unitsOf(task, kind) ?? [])
  return known.length === 0 ? null : Math.max(1, Math.round(meanOf(known)))
}

type Row = readonly [field: string, what: string, value: number, source: Source]

function rowsOf(yielded: PipelineYield, isSized: boolean): readonly Row[] {
  const sized = isSized ? 'configuration' : 'estimate'
  switch (yielded.type) {
    case 'calls':
      return [
        ['pairsPerUnit', 'pairs a unit', yielded.pairsPerUnit.mean, 'configuration'],
        ['callsPerUnit', 'calls a unit', yielded.callsPerUnit, 'configuration'],
        ['unitsPerTask', 'units a task', yielded.unitsPerTask, sized],
        ['usdMicrosPerSend', 'dollars a request', yielded.usdMicrosPerSend / 1_000_000, 'estimate'],
        ['sendsPerCall', 'requests a call', yielded.sendsPerCall, 'estimate'],
        ['msPerCall', 'seconds a call', yielded.msPerCall / 1000, 'estimate'],
      ]
    case 'batch':
      return [
        ['pairsPerUnit', 'pairs a video', yielded.pairsPerUnit.mean, 'estimate'],
        ['unitsPerJob', 'videos a job', yielded.unitsPerJob, 'configuration'],
        ['unitsPerTask', 'videos a task', yielded.unitsPerTask, sized],
        ['usdMicrosPerUnit', 'dollars a video', yielded.usdMicrosPerUnit / 1_000_000, 'estimate'],
        ['jobHours', 'hours a job', yielded.jobHours.median, 'estimate'],
      ]
    case 'integration':
      return [
        ['accepted', 'of the merged pairs become rows', yielded.accepted, 'estimate'],
        ['tokensPerPair', 'tokens a pair', yielded.tokensPerPair, 'configuration'],
        ['usdMicrosPerPair', 'dollars a pair', yielded.usdMicrosPerPair / 1_000_000, 'estimate'],
        ['msPerCall', 'seconds a call', yielded.msPerCall / 1000, 'estimate'],
      ]
  }
}

/** What each pipeline brings: what was measured where there is enough of it, else what the configuration says, else an estimate. */
export function yieldsOf({ config, tasks, seeds, sessions, tellsCost }: Knowledge): Yields {
  const yields: Record<string, PipelineYield> = {}
  const facts: Fact[] = []
  for (const [pipeline, settings] of Object.entries(config.pipelines)) {
    const account = firstAccountOf(config, accountsOf(settings))
    if (account === undefined) continue
    const own = tasks.filter(task => task.pipeline === pipeline)
    const sized = [...own, ...seeds.filter(seed => seed.pipeline === pipeline)]
    const unitsPerTask = meanUnits(sized, settings.kind)
    const promised = configuredYield(settings, { account, tellsCost: tellsCost(account), unitsPerTask })
    if (promised === null) continue
    const records = {
      tasks: own,
      sessions: sessions.filter(each => each.pipeline === pipeline),
      concurrency: account.concurrency,
    }
    const { value, from } = measureYield(promised, records)
    yields[pipeline] = value
    for (const [field, what, number, source] of rowsOf(value, unitsPerTask !== null)) {
      const on = Object.hasOwn(from, field) ? from[field] : undefined
      facts.push({ pipeline, what, value: number, source: on === undefined ? source : 'measured', from: on ?? '' })
    }
  }
  return { yields, facts }
}
