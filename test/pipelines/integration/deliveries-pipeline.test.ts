import { beforeAll, describe, expect, it } from 'vitest'
import { readShard } from '../../../src/dataset/database/row.ts'
import type { Outcome } from '../../../src/domain/work.ts'
import { createDeliveriesPipeline, type DeliveriesProgress } from '../../../src/pipelines/integration/deliveries-pipeline.ts'
import type { IntegrationAssignment } from '../../../src/pipelines/integration/assignment.ts'
import { assignmentOf, deliver, perform, settings } from './delivered.ts'

const pipeline = createDeliveriesPipeline(settings)

const fileOf = (rows: IntegrationAssignment, name: string): IntegrationAssignment => ({
  ...rows,
  path: `inbox/droid/session_01/${name}.json`,
  unit: `${name}-01234567`,
  shard: `${name}-01234567`,
})

function work(progress: DeliveriesProgress, watch: (progress: DeliveriesProgress) => void = () => {}) {
  const outcomes: Outcome[] = []
  while (!pipeline.finished(progress)) {
    const [next] = pipeline.next(progress)
    if (next === undefined || outcomes.length > 500) throw new Error(`Stuck after ${outcomes.length} outcomes`)
    outcomes.push(perform(next))
    progress = outcomes.slice(-1).reduce(pipeline.absorb, progress)
    watch(progress)
  }
  return { progress, outcomes }
}

const rowsOf = (progress: DeliveriesProgress, unit: string) =>
  pipeline.files(progress, unit).flatMap(({ path, text }) => {
    const read = path.endsWith('.rejects.jsonl') ? undefined : readShard(text)
    return read?.type === 'rows' ? read.rows : []
  })

describe('the delivered files of one task', () => {
  let whole: IntegrationAssignment
  let files: readonly IntegrationAssignment[]
  beforeAll(() => {
    whole = assignmentOf(deliver(0))
    const half = Math.ceil(whole.rows.length / 2)
    files = [
      fileOf({ ...whole, rows: whole.rows.slice(0, half) }, 'macd'),
      fileOf({ ...whole, rows: [] }, 'empty'),
      fileOf({ ...whole, rows: whole.rows.slice(half - 2) }, 'rsi'),
    ]
  })

  it('are a unit and a shard each, one after another, and all of them end', () => {
    let most = 0
    const { progress } = work(pipeline.begin(files), seen => {
      most = Math.max(most, pipeline.units(seen).filter(({ calls, ended }) => calls > 0 && !ended).length)
    })
    const units = pipeline.units(progress)
    expect(units.map(({ unit, ended }) => [unit, ended])).toEqual(files.map(({ unit }) => [unit, true]))
    expect(most).toBe(1)
    expect(units.map(({ accepted }) => accepted)).toEqual(files.map(({ unit }) => rowsOf(progress, unit).length))
    expect(rowsOf(progress, 'macd-01234567').every(({ source_path }) => source_path.endsWith('/macd.json'))).toBe(true)
  })

  it('repeat nothing that an earlier one of them brought, which no look-up knows yet', () => {
    const { progress } = work(pipeline.begin(files))
    const questions = files.flatMap(({ unit }) => rowsOf(progress, unit)).map(({ question }) => question)
    expect(new Set(questions).size).toBe(questions.length)
    const rejects = pipeline.files(progress, 'rsi-01234567').find(({ path }) => path.endsWith('.rejects.jsonl'))?.text ?? ''
    expect(rejects).toContain('It repeats inbox/droid/session_01/macd.json#')
  })

  it('come to the same again from the same outcomes', () => {
    const { progress, outcomes } = work(pipeline.begin(files))
    const replayed = outcomes.reduce(pipeline.absorb, pipeline.begin(files))
    for (const { unit } of files) expect(pipeline.files(replayed, unit)).toEqual(pipeline.files(progress, unit))
  })

  it('keep what later ones brought where an earlier one comes to something else, because a row was retracted since', () => {
    const { progress, outcomes } = work(pipeline.begin(files))
    const first = progress.begun[0]?.accepted[0]?.draft.pair.id ?? ''
    const changed = files.map(file => ({ ...file, retracted: new Set([first]) }))
    const replayed = outcomes.reduce(pipeline.absorb, pipeline.begin(changed))
    const callsOf = (seen: DeliveriesProgress): number | undefined =>
      pipeline.units(seen).find(({ unit }) => unit.startsWith('rsi-'))?.calls
    expect(callsOf(replayed)).toBe(callsOf(progress))
    const { progress: ended } = work(replayed)
    expect(rowsOf(ended, 'macd-01234567').map(({ id }) => id)).not.toContain(first)
    expect(pipeline.units(ended).map(each => each.ended)).toEqual(files.map(() => true))
  })
})
