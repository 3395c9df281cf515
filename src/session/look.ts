import type { Limit } from '../domain/ledger.ts'
import { emptyAccount, emptyPipeline } from '../domain/state.ts'
import { emptyBoard } from '../domain/slot.ts'
import type { Task } from '../domain/task.ts'
import { availabilityOf, type Availability } from './availability.ts'
import { batchAvailability } from './batch/batch-availability.ts'
import type { SessionSetup } from './session-setup.ts'
import type { SessionSetting } from './setting.ts'

/** What it takes to see whether a session can work; no key and no provider. */
export interface LookSetup extends Pick<
  SessionSetup,
  'setting' | 'book' | 'clock' | 'isDead' | 'isPaused' | 'discover' | 'countWaitingParts'
> {
  readonly batch?: {
    readonly slots: Limit
    readonly members: readonly { readonly account: string; readonly setting: Pick<SessionSetting, 'accountLimits'> }[]
  }
}

export interface Look {
  readonly availability: Availability
  /** Whether a session may begin although its cooldown is not over. */
  readonly early: boolean
  /** The epoch whose holder is proven dead. */
  readonly deadEpoch: number | null
  /** The task that a session would work on; undefined where it would only wrap, or rests. */
  readonly next: Task | undefined
  /** Tasks that the pipeline found by itself and that are not in the state. */
  readonly discovered: readonly Task[]
}

/** Everything that a look reads of the state, so that a forge may bring it with one request. */
export const readOwn = ({ setting, book, batch }: LookSetup) =>
  book.read({
    accounts: [...new Set([setting.account, ...(batch?.members.map(({ account }) => account) ?? [])])],
    pipelines: [setting.pipeline, ...setting.after],
    tasks: [],
    boards: batch === undefined ? [] : [setting.pipeline],
  })

/** How a pipeline stands: whether a session can work now, and if not, why and until when. It writes nothing. */
export async function look(setup: LookSetup, { force }: { readonly force: boolean }): Promise<Look> {
  const { setting, book, clock, batch } = setup
  const [state, known, paused] = await Promise.all([readOwn(setup), book.tasks(setting.pipeline), setup.isPaused()])
  const discovered = (await setup.discover?.()) ?? []
  const pipeline = state.pipelines[setting.pipeline] ?? emptyPipeline(setting.pipeline)
  const { claim } = pipeline
  const now = clock.now()
  // Asking costs a request on GitHub, and a claim that has lapsed is nobody's anyway.
  const isHeld = claim !== null && claim.expiresAt > now
  const deadEpoch = isHeld && (await setup.isDead(claim.holder)) ? claim.epoch : null
  const tasks = [...known, ...discovered]
  const waitingParts = await setup.countWaitingParts()
  const after = setting.after.map(name => state.pipelines[name] ?? emptyPipeline(name))
  const common = { now, paused, force, pipeline, tasks, deadEpoch, after, waitingParts }
  const accountOf = (name: string) => state.accounts[name] ?? emptyAccount(name)
  const seen = (availability: Availability, early: boolean): Look => {
    const next = availability.type === 'available' ? tasks.find(({ id }) => id === availability.task) : undefined
    return { availability, early, deadEpoch, next, discovered }
  }
  if (batch === undefined) return seen(availabilityOf({ ...common, setting, account: accountOf(setting.account) }), false)
  const { early, ...availability } = batchAvailability({
    ...common,
    board: state.boards[setting.pipeline] ?? emptyBoard(setting.pipeline),
    slots: batch.slots,
    maxWaitingParts: setting.maxWaitingParts,
    members: batch.members.map(({ account, setting: own }) => ({ account: accountOf(account), setting: own })),
  })
  return seen(availability, early)
}
