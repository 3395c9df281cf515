import type { Holder } from '../domain/ledger.ts'
import { isCutShort, restsUntil } from '../session/schedule.ts'
import { isForgiven } from '../session/wrap.ts'
import type { SimulatedLeg } from './leg.ts'
import { pause, type Steps } from './process.ts'
import type { World } from './world.ts'

/** A claim that was lost: nothing is written but what the leg's own reservations came to. */
export const leave = (leg: SimulatedLeg): void => leg.settleLost()

/** The last checkpoint, unless it is saved, the line of history, and the claim given back. */
export function* wrap(
  world: World,
  leg: SimulatedLeg,
  { reason, isSaved }: { readonly reason: string; readonly isSaved: boolean },
): Steps {
  const saving = { tally: null, calls: 0, accepted: 0, wrap: reason }
  if (!isSaved && leg.checkpoint(saving) === 'lost') return leave(leg)
  yield pause('saved', 1)
  const { holder } = leg
  const state = world.book.pipeline(holder.pipeline)
  if (state.session === null || state.claim?.epoch !== holder.epoch) return leave(leg)
  const setting = world.setting(holder.pipeline)
  const shortage = leg.exhausted()
  const now = world.now()
  const result = world.book.apply({
    type: 'wrap',
    operation: `${holder.session}/${holder.epoch}/wrap`,
    now,
    ...holder,
    account: setting.account,
    task: state.task,
    cooldownUntil: restsUntil(setting, {
      startedAt: state.session.startedAt,
      endedAt: now,
      isCutShort: isCutShort(reason, state.session),
    }),
    shortOf: shortage?.reason === 'budget' && reason === 'budget' && shortage.meter !== 'calls' ? shortage.meter : null,
    forgive: isForgiven(reason),
  })
  if (result.type === 'fenced') return leave(leg)
  if (result.type === 'changed') addLine(world, holder)
}

function addLine({ history }: World, { pipeline, session }: Holder): void {
  const name = `${pipeline}/${session}`
  history.set(name, (history.get(name) ?? 0) + 1)
}
