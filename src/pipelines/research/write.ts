import { issueAll, spareCalls, type Context } from './calls.ts'
import type { Query, UnitState, WriteJob } from './progress.ts'
import { maxRepairs } from './settings.ts'

/** A query whose evidence carried no pair in this many attempts will carry none. */
const mostAsksPerQuery = 4
/** A query is asked for one pair and at most one more from another angle in the first round. */
const pairsPerQuery = 2

const withEvidence = (unit: UnitState): readonly Query[] => {
  const found = new Set(unit.cards.map(card => card.query))
  return unit.queries.filter(({ id }) => found.has(id))
}

const askWrites = (context: Context, unit: UnitState, jobs: readonly WriteJob[]): UnitState =>
  jobs.reduce((state, job) => {
    const asked = job.queries.reduce<Record<string, number>>((counts, { id }) => ({ ...counts, [id]: (counts[id] ?? 0) + 1 }), {
      ...state.asked,
    })
    const issued = issueAll(context, state, [job])
    return issued === state ? state : { ...issued, asked }
  }, unit)

/** The first round: every query that has evidence, neighbours together, spread evenly over the calls. */
export const askFirstWrites = (context: Context, unit: UnitState): UnitState => {
  const { stages, pairsPerWrite } = context.settings
  const queries = withEvidence(unit)
  const calls = Math.min(stages.write, Math.ceil((queries.length * pairsPerQuery) / pairsPerWrite))
  const jobs = Array.from({ length: calls }, (_, index): WriteJob => {
    const start = Math.floor((index * queries.length) / calls)
    const share = queries.slice(start, Math.floor(((index + 1) * queries.length) / calls))
    return { stage: 'write', queries: share, wanted: Math.min(pairsPerWrite, share.length * pairsPerQuery), errors: [] }
  })
  return askWrites(context, { ...unit, phase: 'write' }, jobs)
}

/** Queries that brought least come first. */
const byNeed = (unit: UnitState): readonly Query[] => {
  const accepted = new Map<string, number>()
  for (const { draft } of unit.accepted) accepted.set(draft.query.id, (accepted.get(draft.query.id) ?? 0) + 1)
  const need = ({ id }: Query): number => (accepted.get(id) ?? 0) * mostAsksPerQuery + (unit.asked[id] ?? 0)
  return withEvidence(unit)
    .filter(({ id }) => (unit.asked[id] ?? 0) < mostAsksPerQuery)
    .toSorted((a, b) => need(a) - need(b))
}

/** Another round of writing while too few are accepted; the same unit where nothing more can be done. Every write is followed by a judging. */
export const topUp = (context: Context, unit: UnitState): UnitState => {
  const { stages, acceptTarget, pairsPerWrite } = context.settings
  const missing = acceptTarget - unit.accepted.length
  if (missing <= 0) return unit
  const queries = byNeed(unit)
  const yieldPerPair = Math.max(unit.accepted.length, 1) / Math.max(unit.written, 1)
  const round = Math.max(1, Math.floor((stages.reserve - maxRepairs) / 2))
  const useful = Math.ceil(missing / (yieldPerPair * pairsPerWrite))
  const calls = Math.min(useful, round, Math.floor(spareCalls(context, unit) / 2), Math.ceil(queries.length / pairsPerWrite))
  const jobs = Array.from({ length: Math.max(0, calls) }, (_, index): WriteJob => {
    const share = queries.slice(index * pairsPerWrite, (index + 1) * pairsPerWrite)
    return { stage: 'write', queries: share, wanted: share.length, errors: [] }
  })
  return askWrites(context, unit, jobs)
}
