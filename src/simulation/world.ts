import { accountsOf } from '../config/pipelines.ts'
import type { Config } from '../config/schema.ts'
import { toInstant, type Instant } from '../domain/instant.ts'
import type { LimitsByMeter } from '../domain/operation.ts'
import type { Task } from '../domain/task.ts'
import type { Plan } from '../orchestrator/plan.ts'
import type { SessionSetting } from '../session/setting.ts'
import { createBook, type Commit, type SimulatedBook } from './book.ts'
import { createInbox, type Inbox } from './inbox.ts'
import type { PipelineYield, SimulationModel } from './model.ts'
import type { Process } from './process.ts'
import { createProvider, type SimulatedProvider } from './provider.ts'
import type { Pulls, SimulatedPull } from './pulls.ts'
import { createRandom, type Random } from './random.ts'
import { createTally, type Tally } from './tally.ts'
import { createTimeline, type Timeline } from './timeline.ts'

/** Looks over the simulator's shoulder; what it is given must not be changed. */
export interface Watch {
  /** After each tick, with what it planned. */
  readonly tick?: (world: World, plan: Plan) => void
  /** After each commit, and each operation that was fenced off. */
  readonly commit?: (world: World, commit: Commit) => void
  /** Before requests leave. */
  readonly send?: (world: World, process: Process) => void
  /** After a process died: all that it sent since its last commit is lost. */
  readonly killed?: (world: World, process: Process) => void
}

/** All that a simulation is made of. */
export interface World {
  readonly model: SimulationModel
  readonly random: Random
  readonly timeline: Timeline
  readonly book: SimulatedBook
  readonly provider: SimulatedProvider
  readonly pulls: Pulls
  readonly inbox: Inbox
  readonly tally: Tally
  readonly watch: Watch
  readonly processes: Set<Process>
  /** Lines of history by session. */
  readonly history: Map<string, number>
  /** Pairs that a unit of a task is going to bring, whoever works on it and however often. */
  pairsOf(task: Pick<Task, 'pipeline' | 'id'>, unit: string): number
  now(): Instant
  nowMs(): number
  config(): Config
  /** The configuration changes while sessions are at work; they keep what they began with. */
  configure(config: Config): void
  setting(pipeline: string, account?: string): SessionSetting
  yieldOf(pipeline: string): PipelineYield | undefined
  /** Tasks with parts that ended, and that have not ended themselves. */
  readonly unsettled: Map<string, SimulatedPull>
  /** Pull requests of the database that wait, by number. */
  readonly openOwn: Map<number, SimulatedPull>
  /** Rises with everything that may change a plan, but for time. */
  changes: number
  paused: boolean
  /** Tasks that were ever added. */
  queued: number
  /** Proposals that wait for a person, by pipeline. */
  readonly proposals: Map<string, number>
  /** Processes so far. */
  started: number
  /** The latest task that brings manifest and card up to date. */
  card: string | null
  /** Pairs in the database. */
  database: number
  goalDay: number | null
}

const dayMs = 86_400_000

/** The limits change at the edges of windows alone, and are asked for at every step. */
function withMemory(setting: SessionSetting): SessionSetting {
  let known: { readonly limits: LimitsByMeter; readonly from: Instant; readonly to: Instant } | undefined
  return {
    ...setting,
    accountLimits: now => {
      if (known !== undefined && known.from <= now && now < known.to) return known.limits
      const limits = setting.accountLimits(now)
      const windows = Object.values(limits).flatMap(({ window }) => window ?? [])
      const from =
        windows
          .map(window => window.from)
          .toSorted()
          .at(-1) ?? ''
      const to = windows.map(window => window.to).toSorted()[0] ?? '~'
      known = { limits, from, to }
      return limits
    },
  }
}

const resetMinuteOf = (config: Config, account: string): number =>
  Object.values(config.accounts[account]?.limits ?? {})[0]?.resetMinuteUtc ?? 0

/** Every account that a pipeline's sessions draw on. */
export function membersOf(config: Config, pipeline: string): readonly string[] {
  const settings = config.pipelines[pipeline]
  return settings === undefined ? [] : accountsOf(settings)
}

export function createWorld(model: SimulationModel, watch: Watch, createPulls: (world: () => World) => Pulls): World {
  const startMs = Date.parse(model.start)
  const random = createRandom(`${model.seed}`)
  const timeline = createTimeline(startMs)
  const tally = createTally(startMs, Object.keys(model.config.pipelines))
  const settings = new Map<string, Map<string, SessionSetting>>()
  const drawn = new Map<string, number>()
  let config = model.config
  let shown = { ms: -1, instant: model.start }
  const provider = createProvider({
    random: createRandom(`${model.seed}/provider`),
    refused: model.faults.refused,
    resetMinuteOf: account => resetMinuteOf(config, account),
    budgetOf: account => config.accounts[account]?.limits.calls?.budget,
    onCharge: (account, usdMicros, ms) => tally.charge(ms, account, usdMicros),
  })

  const world: World = {
    model,
    random,
    timeline,
    provider,
    tally,
    watch,
    inbox: createInbox(),
    processes: new Set(),
    history: new Map(),
    book: createBook({
      onCommit: commit => {
        if (commit.result.type === 'changed') world.changes += 1
        watch.commit?.(world, commit)
      },
      isRead: pipeline => world.setting(pipeline).maxWaitingParts !== null,
    }),
    pulls: createPulls(() => world),
    unsettled: new Map(),
    openOwn: new Map(),
    changes: 0,
    paused: false,
    queued: 0,
    proposals: new Map(),
    started: 0,
    card: null,
    database: model.beginning.database,
    goalDay: null,
    pairsOf: ({ pipeline, id }, unit) => {
      const key = `${pipeline}/${id}/${unit}`
      const known = drawn.get(key)
      if (known !== undefined) return known
      const made = model.yields[pipeline]
      const pairs =
        made === undefined || made.type === 'integration' ? 0 : createRandom(`${model.seed}/${key}`).count(made.pairsPerUnit)
      drawn.set(key, pairs)
      return pairs
    },
    now: () => {
      const ms = timeline.now()
      if (shown.ms !== ms) shown = { ms, instant: toInstant(ms) }
      return shown.instant
    },
    nowMs: () => timeline.now(),
    config: () => config,
    configure: changed => {
      config = changed
      world.changes += 1
      settings.clear()
    },
    setting: (pipeline, wanted) => {
      const account = wanted ?? membersOf(config, pipeline)[0] ?? ''
      const known = settings.get(pipeline)?.get(account)
      if (known !== undefined) return known
      const made = withMemory(model.settingOf(config, pipeline, account))
      settings.set(pipeline, (settings.get(pipeline) ?? new Map<string, SessionSetting>()).set(account, made))
      return made
    },
    yieldOf: pipeline => model.yields[pipeline],
  }
  return world
}

/** Rows come into the database. */
export function addRows(world: World, rows: number): void {
  world.database += rows
  world.tally.add(world.nowMs(), { added: rows })
  if (world.goalDay === null && world.database >= world.config().goal)
    world.goalDay = Math.floor((world.nowMs() - Date.parse(world.model.start)) / dayMs) + 1
}
