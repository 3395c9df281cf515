import type { BatchItem, BatchItemOutcome, SubmitWork } from '../../domain/work.ts'
import type { Costing } from '../leg.ts'

/** What one item may cost at the most, millionths of a dollar; where no price is known, what a send of unknown price counts as. */
const mostOf = (costing: Costing, { request }: BatchItem): number =>
  costing.worstCase(request).usdMicros ?? costing.unknownUsdMicros

/** What a job may cost at the most, millionths of a dollar. */
export const worstOfJob = (costing: Costing, { items }: Pick<SubmitWork, 'items'>): number =>
  items.reduce((sum, item) => sum + mostOf(costing, item), 0)

/** What a job took. An item of which the provider does not tell is taken to have cost the most that it could. */
export function spentOnJob(costing: Costing, { items }: Pick<SubmitWork, 'items'>, outcomes: readonly BatchItemOutcome[]) {
  const results = new Map(outcomes.map(each => [each.key, each.result]))
  let tokens = 0
  let usdMicros = 0
  for (const item of items) {
    const result = results.get(item.key)
    const actual = result?.type === 'answer' ? costing.actualCost(item.request, result.answer.usage) : undefined
    tokens += actual?.tokens ?? 0
    usdMicros += actual?.usdMicros ?? mostOf(costing, item)
  }
  return { calls: items.length, tokens, usdMicros }
}
