import type { Call } from '../shared/calls.ts'
import { shareUsage, type Share } from '../shared/share-usage.ts'
import type { AcceptedPair, UnitState } from './progress.ts'

/** The pairs that a call contributed to; all of them where it contributed to none, because somebody has to pay. */
const beneficiaries = (call: Call, pairs: readonly AcceptedPair[], cardCalls: ReadonlyMap<string, string>): readonly number[] => {
  const all = pairs.map((_, index) => index)
  const made = all.filter(index => {
    const draft = pairs[index]?.draft
    if (draft === undefined) return false
    return (
      draft.call === call.id ||
      draft.judgings.includes(call.id) ||
      draft.candidate.cards.some(card => cardCalls.get(card.id) === call.id)
    )
  })
  return made.length > 0 ? made : all
}

/** Shares all calls of a unit out over its accepted pairs, in their order; the shares add up to what was spent. */
export const shareCosts = (unit: UnitState, pairs: readonly AcceptedPair[]): readonly Share[] => {
  const cardCalls = new Map(unit.cards.map(card => [card.id, card.call]))
  const spent = unit.calls.flatMap(call =>
    call.served === null ? [] : [{ usage: call.served.usage, among: beneficiaries(call, pairs, cardCalls) }],
  )
  return shareUsage(pairs.length, spent)
}
