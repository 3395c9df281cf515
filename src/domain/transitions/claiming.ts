import { isLive } from '../claim.ts'
import { plusMs } from '../instant.ts'
import { isHeldBy, roomOf } from '../ledger.ts'
import type { Claiming, Wrapping } from '../operation.ts'
import type { AccountState, PipelineState, SessionState, State } from '../state.ts'
import type { Ruling } from '../ruling.ts'
import { accountOf, mapLedgers, pipelineOf, taskOf, withAccount, withPipeline, withTask } from './lenses.ts'

const newSession = (id: string, operation: Claiming): SessionState => ({
  id,
  startedAt: operation.now,
  ledgers: {},
  spent: {},
  calls: 0,
  accepted: 0,
  rejected: 0,
  tasks: [],
  deliveries: [],
  wrap: null,
})

/** Goes on with the session that is there, else begins one; a live claim and (without force) a cooldown refuse. */
export function claim(state: State, operation: Claiming): Ruling {
  const pipeline = pipelineOf(state, operation.pipeline)
  if (isLive(pipeline.claim, operation.now, operation.deadEpoch)) return { fenced: 'held', until: pipeline.claim.expiresAt }
  const isCooling = pipeline.session === null && pipeline.cooldownUntil !== null && pipeline.cooldownUntil > operation.now
  if (isCooling && !operation.force) return { fenced: 'cooling', until: pipeline.cooldownUntil ?? operation.now }
  const sessions = pipeline.session === null ? pipeline.sessions + 1 : pipeline.sessions
  const session = pipeline.session ?? newSession(`${operation.pipeline}-${String(sessions).padStart(4, '0')}`, operation)
  const epoch = pipeline.epoch + 1
  const expiresAt = plusMs(operation.now, operation.leaseMs)
  return withPipeline(state, {
    ...pipeline,
    epoch,
    sessions,
    session,
    claim: { epoch, session: session.id, holder: operation.holder, expiresAt },
  })
}

/** Calls are used up to the last one; of anything else a rest stays that pays for no further request. */
function shortOf({ ledgers }: AccountState, { shortOf: meter, now }: Wrapping): PipelineState['shortOf'] {
  const ledger = meter === null ? undefined : ledgers[meter]
  return meter === null || ledger === undefined ? null : { meter, room: roomOf(ledger), at: now }
}

/** Ends the session and gives back what it had reserved and not used. */
export function wrap(state: State, operation: Wrapping): Ruling {
  const pipeline = pipelineOf(state, operation.pipeline)
  const account = accountOf(state, operation.account)
  const holder = { pipeline: operation.pipeline, session: operation.session, epoch: operation.epoch }
  const released = mapLedgers(account, ledger => ({
    ...ledger,
    reservations: ledger.reservations.filter(each => !isHeldBy(each, holder)),
  }))
  const task = pipeline.task === null ? undefined : taskOf(state, pipeline.task)
  const forgiven =
    operation.forgive && task !== undefined ? withTask(state, { ...task, attempts: Math.max(0, task.attempts - 1) }) : state
  return withPipeline(withAccount(forgiven, released), {
    ...pipeline,
    claim: null,
    session: null,
    cooldownUntil: operation.cooldownUntil,
    shortOf: shortOf(released, operation),
    lastSession:
      pipeline.session === null ? pipeline.lastSession : { startedAt: pipeline.session.startedAt, endedAt: operation.now },
  })
}
