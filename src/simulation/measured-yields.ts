import type { HistoryLine } from '../domain/history.ts'
import { toEpochMs } from '../domain/instant.ts'
import type { Meter } from '../domain/ledger.ts'
import type { Part, Task, UnitState } from '../domain/task.ts'
import type { BatchYield, CallsYield, IntegrationYield, PipelineYield, Reviewing } from './model.ts'
import { deviationOf, meanOf, quantileOf } from './statistics.ts'

/** How much must have happened before it counts for more than a configuration: ended units, calls, graded pairs, ended parts. */
export const enough = { units: 3, calls: 100, pairs: 100, parts: 5 } as const

/** What a repository knows of one pipeline. */
export interface Records {
  readonly tasks: readonly Task[]
  readonly sessions: readonly HistoryLine[]
  /** Requests at the same time of its account. */
  readonly concurrency: number
}

/** A yield with what was measured in the place of what was promised, and by name of the field what it was measured on. */
export interface Measured<Value> {
  readonly value: Value
  readonly from: Readonly<Record<string, string>>
}

interface Field<Value> {
  readonly field: keyof Value & string
  readonly on: string
  readonly change: Partial<Value>
}

const apply = <Value extends object>(value: Value, fields: readonly Field<Value>[]): Measured<Value> => ({
  value: fields.reduce((all, { change }) => ({ ...all, ...change }), value),
  from: Object.fromEntries(fields.map(({ field, on }) => [field, on])),
})

const counted = (count: number, what: string): string => `${count} ${what}`

const sumOf = <Item>(items: readonly Item[], count: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + count(item), 0)

const spentOn = (sessions: readonly HistoryLine[], meter: Meter): number => sumOf(sessions, ({ spent }) => spent[meter] ?? 0)

const endedUnits = (tasks: readonly Task[]): readonly UnitState[] =>
  tasks.flatMap(({ units }) => units.filter(({ ended }) => ended))

function pairsOf(units: readonly UnitState[]): readonly Field<Pick<CallsYield, 'pairsPerUnit'>>[] {
  if (units.length < enough.units) return []
  const pairs = units.map(({ accepted }) => accepted)
  const on = counted(units.length, 'ended units')
  return [{ field: 'pairsPerUnit', on, change: { pairsPerUnit: { mean: meanOf(pairs), spread: deviationOf(pairs) } } }]
}

function measureCalls(promised: CallsYield, { tasks, sessions, concurrency }: Records): Measured<CallsYield> {
  const units = endedUnits(tasks)
  const fields: Field<CallsYield>[] = [...pairsOf(units)]
  const unitCalls = units.map(({ calls }) => calls)
  if (units.length >= enough.units && meanOf(unitCalls) > 0)
    fields.push({
      field: 'callsPerUnit',
      on: counted(units.length, 'ended units'),
      change: { callsPerUnit: Math.max(1, Math.round(meanOf(unitCalls))) },
    })
  const worked = tasks.flatMap(({ units: all, activeMs }) =>
    activeMs > 0 ? { calls: sumOf(all, ({ calls }) => calls), activeMs } : [],
  )
  const workedCalls = sumOf(worked, ({ calls }) => calls)
  if (workedCalls >= enough.calls) {
    // Calls run side by side: each takes as many times as long as there are of them.
    const msPerCall = Math.max(1, Math.round((sumOf(worked, ({ activeMs }) => activeMs) / workedCalls) * concurrency))
    fields.push({ field: 'msPerCall', on: counted(workedCalls, 'calls'), change: { msPerCall } })
  }
  const [calls, sends, micros] = [sumOf(sessions, each => each.calls), spentOn(sessions, 'calls'), spentOn(sessions, 'usdMicros')]
  if (calls >= enough.calls && sends > 0) {
    const on = counted(sessions.length, 'sessions')
    fields.push({ field: 'sendsPerCall', on, change: { sendsPerCall: Math.max(1, sends / calls) } })
    if (micros > 0) {
      const usdMicrosPerSend = Math.round(micros / sends)
      const worst = Math.max(promised.worstUsdMicrosPerSend, usdMicrosPerSend)
      fields.push({ field: 'usdMicrosPerSend', on, change: { usdMicrosPerSend, worstUsdMicrosPerSend: worst } })
    }
  }
  return apply(promised, fields)
}

function measureBatch(promised: BatchYield, { tasks }: Records): Measured<BatchYield> {
  const units = endedUnits(tasks)
  const fields: Field<BatchYield>[] = [...pairsOf(units)]
  const micros = sumOf(tasks, ({ spent }) => spent.usdMicros ?? 0)
  if (units.length >= enough.units && micros > 0) {
    const usdMicrosPerUnit = Math.round(micros / units.length)
    const worstUsdMicrosPerUnit = Math.max(promised.worstUsdMicrosPerUnit, usdMicrosPerUnit)
    const change = { usdMicrosPerUnit, worstUsdMicrosPerUnit }
    fields.push({ field: 'usdMicrosPerUnit', on: counted(units.length, 'ended units'), change })
  }
  return apply(promised, fields)
}

function measureIntegration(promised: IntegrationYield, { sessions }: Records): Measured<IntegrationYield> {
  const accepted = sumOf(sessions, each => each.accepted)
  const looked = accepted + sumOf(sessions, each => each.rejected)
  const [tokens, micros] = [spentOn(sessions, 'tokens'), spentOn(sessions, 'usdMicros')]
  if (looked < enough.pairs) return { value: promised, from: {} }
  const on = counted(looked, 'pairs')
  const fields: Field<IntegrationYield>[] = [{ field: 'accepted', on, change: { accepted: accepted / looked } }]
  if (tokens > 0) {
    const tokensPerPair = Math.max(1, Math.round(tokens / looked))
    const worstTokensPerCall = Math.max(promised.worstTokensPerCall, tokensPerPair * promised.pairsPerCall)
    fields.push({ field: 'tokensPerPair', on, change: { tokensPerPair, worstTokensPerCall } })
  }
  if (micros > 0) fields.push({ field: 'usdMicrosPerPair', on, change: { usdMicrosPerPair: Math.round(micros / looked) } })
  return apply(promised, fields)
}

/** Puts what was measured in the place of what was promised, where there is enough of it. */
export function measureYield(promised: PipelineYield, records: Records): Measured<PipelineYield> {
  switch (promised.type) {
    case 'calls':
      return measureCalls(promised, records)
    case 'batch':
      return measureBatch(promised, records)
    case 'integration':
      return measureIntegration(promised, records)
  }
}

const hoursOpen = ({ openedAt, endedAt }: Part): readonly number[] =>
  openedAt === null || endedAt === null ? [] : [Math.max(0, toEpochMs(endedAt) - toEpochMs(openedAt)) / 3_600_000]

/** What reviewers did with the parts that have ended; `tasks` are those whose parts people review. */
export function measureReviewing(assumed: Reviewing, tasks: readonly Task[]): Measured<Reviewing> {
  const ended = tasks.flatMap(({ parts }) => parts.filter(({ state }) => state === 'merged' || state === 'closed'))
  if (ended.length < enough.parts) return { value: assumed, from: {} }
  const merged = ended.filter(({ state }) => state === 'merged')
  const delivered = sumOf(merged, ({ pairs }) => pairs)
  const hours = ended.flatMap(hoursOpen)
  const on = counted(ended.length, 'ended parts')
  const fields: Field<Reviewing>[] = [{ field: 'approval', on, change: { approval: merged.length / ended.length } }]
  if (delivered > 0)
    fields.push({ field: 'kept', on, change: { kept: Math.min(1, sumOf(merged, part => part.kept ?? part.pairs) / delivered) } })
  if (hours.length >= enough.parts) fields.push({ field: 'delayHours', on, change: { delayHours: quantileOf(hours, 0.5) } })
  return apply(assumed, fields)
}
