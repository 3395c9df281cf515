import type { PipelineSettings } from '../config/pipelines.ts'
import type { Limit } from '../domain/ledger.ts'
import { nextTask, type Task } from '../domain/task.ts'
import { planOf, type Plan, type PlannedPipeline } from '../orchestrator/plan.ts'
import { availabilityOf, type Availability } from '../session/availability.ts'
import { batchAvailability } from '../session/batch/batch-availability.ts'
import { newTask } from '../session/task-book.ts'
import { membersOf, type World } from './world.ts'

/** What a session sees before it claims. */
export interface Seen {
  readonly availability: Availability
  /** Whether a session may begin although its cooldown is not over. */
  readonly early: boolean
  readonly deadEpoch: number | null
  readonly discovered: readonly Task[]
}

export const cardPrefix = 'card-'
export const isCard = (task: Pick<Task, 'id'>): boolean => task.id.startsWith(cardPrefix)

/** So many shards that no card counts are not left for the end of a long queue, as in a real discovery. */
const mostUnlisted = 25

const foundTask = (world: World, pipeline: string, { id, priority }: Pick<Task, 'id' | 'priority'>): Task =>
  newTask(
    { pipeline, id, title: `Integrate ${id}`, priority, order: 0 },
    { issue: null, body: '', createdAt: world.now(), redoes: null },
  )

const underWay: ReadonlySet<Task['status'] | undefined> = new Set(['pending', 'in-progress', 'in-review'])

const isCardUnderWay = ({ book, card }: World, pipeline: string): boolean =>
  card !== null && underWay.has(book.task(pipeline, card)?.status)

/** Tasks that integration finds by itself: merged files, and the card where it is behind. */
export function discover(world: World, pipeline: string): readonly Task[] {
  if (world.yieldOf(pipeline)?.type !== 'integration') return []
  const files = world.inbox.undiscovered().map(({ task }) => foundTask(world, pipeline, { id: task, priority: 'p2' }))
  const unlisted = world.inbox.unlisted()
  const isWaiting = files.length > 0 || world.book.hot(pipeline).some(task => !isCard(task))
  const isDue = unlisted > 0 && (!isWaiting || unlisted >= mostUnlisted) && !isCardUnderWay(world, pipeline)
  const id = `${cardPrefix}${world.changes}-${unlisted}`
  return isDue ? [foundTask(world, pipeline, { id, priority: 'p1' }), ...files] : files
}

/** The epoch whose holder is proven dead; the end of a run that was killed is not always known at once. */
function deadEpochOf(world: World, pipeline: string): number | null {
  const { claim } = world.book.pipeline(pipeline)
  if (claim === null) return null
  for (const process of world.processes)
    if (process.isDead && process.isProvable && process.holder?.epoch === claim.epoch && process.pipeline === pipeline)
      return claim.epoch
  return null
}

/** How many jobs may be alive at once. */
export function slotLimitOf(settings: PipelineSettings | undefined): Limit {
  const { budget = 0, thresholdBasisPoints = 0 } = settings?.limits.slots ?? {}
  return { budget, thresholdBasisPoints }
}

export function lookAt(world: World, pipeline: string, force: boolean): Seen {
  const { book } = world
  const settings = world.config().pipelines[pipeline]
  const setting = world.setting(pipeline)
  const deadEpoch = deadEpochOf(world, pipeline)
  const discovered = discover(world, pipeline)
  const common = {
    now: world.now(),
    paused: world.paused || settings?.enabled !== true,
    force,
    pipeline: book.pipeline(pipeline),
    tasks: [...book.hot(pipeline), ...discovered],
    after: setting.after.map(name => book.pipeline(name)),
    waitingParts: setting.maxWaitingParts === null ? 0 : book.waitingParts(),
    deadEpoch,
  }
  if (world.yieldOf(pipeline)?.type !== 'batch') {
    const availability = availabilityOf({ ...common, setting, account: book.account(setting.account) })
    return { availability, early: false, deadEpoch, discovered }
  }
  const { early, ...availability } = batchAvailability({
    ...common,
    board: book.board(pipeline),
    slots: slotLimitOf(settings),
    maxWaitingParts: setting.maxWaitingParts,
    members: membersOf(world.config(), pipeline).map(account => ({
      account: book.account(account),
      setting: world.setting(pipeline, account),
    })),
  })
  return { availability, early, deadEpoch, discovered }
}

function plannedOf(
  world: World,
  pipeline: string,
  { settings, force }: { readonly settings: PipelineSettings; readonly force: boolean },
): PlannedPipeline {
  return {
    pipeline,
    agent: settings.agent,
    kind: settings.kind,
    enabled: settings.enabled,
    accounts: membersOf(world.config(), pipeline),
    share: 'share' in settings ? settings.share : null,
    pairs: world.book.brought(pipeline),
    after: settings.schedule.after,
    state: world.book.pipeline(pipeline),
    availability: world.yieldOf(pipeline) === undefined ? null : lookAt(world, pipeline, force).availability,
  }
}

/** What a tick plans. */
export function planAt(world: World, force: boolean): Plan {
  const { goal, pipelines } = world.config()
  const planned = Object.entries(pipelines).map(([name, settings]) => plannedOf(world, name, { settings, force }))
  return planOf({ at: world.now(), goal, force, pipelines: planned })
}

/** The task that is begun next; what integration finds counts. */
export const firstPending = (world: World, pipeline: string): Task | undefined => nextTask(world.book.hot(pipeline))
