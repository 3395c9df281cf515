import type { Operation, StartingTask } from '../../src/domain/operation.ts'
import type { PipelineState } from '../../src/domain/state.ts'
import { mayFollow, type Part, type Task } from '../../src/domain/task.ts'
import { transitionAll } from '../../src/session/state-book.ts'
import { outstandingSends } from '../../src/session/setting.ts'
import type { Commit } from '../../src/simulation/book.ts'
import type { SimulationModel, Trace } from '../../src/simulation/model.ts'
import { simulate } from '../../src/simulation/simulate.ts'
import { planAt } from '../../src/simulation/survey.ts'
import { membersOf, type Watch, type World } from '../../src/simulation/world.ts'

/** What was broken, with the simulated time. */
export class BrokenPromise extends Error {}

const ranks: Readonly<Record<Part['state'], number>> = { intended: 0, open: 1, merged: 2, closed: 2 }

/** The highest line that a limit has in this month, whoever moves it. */
function highestLine({ config, interventions }: SimulationModel, account: string, meter: 'calls' | 'usdMicros'): number {
  const limit = config.accounts[account]?.limits[meter]
  if (limit === undefined) return Infinity
  const moved = interventions.flatMap(each => (each.type === 'threshold' && each.account === account ? [each.threshold] : []))
  const basisPoints = meter === 'calls' ? moved.map(threshold => Math.round(threshold * 10_000)) : []
  return Math.floor((limit.budget * Math.max(limit.thresholdBasisPoints, ...basisPoints)) / 10_000)
}

const isForced = ({ processes }: World, { pipeline, epoch }: StartingTask): boolean =>
  [...processes].some(process => process.isForced && process.pipeline === pipeline && process.holder?.epoch === epoch)

/** Holds every promise of the design against each commit, each send, each kill and each tick. */
export function createPromises(model: SimulationModel) {
  const lines = new Map(
    Object.keys(model.config.accounts).map(account => [
      account,
      { calls: highestLine(model, account, 'calls'), usdMicros: highestLine(model, account, 'usdMicros') },
    ]),
  )
  const seen = { commits: 0, kills: 0, paidTwice: 0, fenced: 0, rejectedParts: 0, resumedDead: 0 }
  let last: World | undefined

  const demand = (world: World, holds: boolean, what: () => string): void => {
    if (!holds) throw new BrokenPromise(`${world.now()}: ${what()}`)
  }

  const checkTask = (world: World, before: Task | undefined, after: Task): void => {
    const name = `${after.pipeline}/${after.id}`
    const from = before?.status ?? 'pending'
    demand(world, from === after.status || mayFollow(from, after.status), () => `${name} went from ${from} to ${after.status}`)
    const units = after.parts.flatMap(part => part.units)
    demand(world, new Set(units).size === units.length, () => `${name} delivers a unit twice: ${units.join(', ')}`)
    const accepted = new Map(after.units.map(unit => [unit.unit, unit.accepted]))
    for (const part of after.parts) {
      const pairs = part.units.reduce((sum, unit) => sum + (accepted.get(unit) ?? Number.NaN), 0)
      demand(world, pairs === part.pairs, () => `${part.branch} has ${part.pairs} pairs of ${pairs} accepted`)
    }
    for (const unit of before?.units ?? []) {
      const now = after.units.find(each => each.unit === unit.unit)
      const isKept = now !== undefined && now.calls >= unit.calls && now.accepted >= unit.accepted
      demand(world, isKept, () => `${name} lost something of ${unit.unit}`)
    }
    for (const part of before?.parts ?? []) {
      const now = after.parts.find(each => each.part === part.part)
      const isKept = now !== undefined && ranks[now.state] >= ranks[part.state] && (part.pull === null || now.pull === part.pull)
      demand(world, isKept, () => `${part.branch} went back from ${part.state} to ${now?.state}`)
    }
  }

  const checkPipeline = (world: World, before: PipelineState | undefined, after: PipelineState): void => {
    demand(world, after.epoch >= (before?.epoch ?? 0), () => `the epoch of ${after.pipeline} fell`)
    const [was, is] = [before?.session, after.session]
    const isOther = was === null || was === undefined || was.id !== is?.id
    const isKept =
      isOther || (is.calls >= was.calls && is.accepted >= was.accepted && (is.spent.calls ?? 0) >= (was.spent.calls ?? 0))
    demand(world, isKept, () => `${after.pipeline} forgot what ${was?.id} spent`)
    demand(world, after.sessions >= (before?.sessions ?? 0), () => `${after.pipeline} forgot a session`)
  }

  /** A task that nobody has begun waits while reviewers have enough, unless a person forces it. */
  const checkBeginning = (world: World, operation: Operation, before: Task | undefined): void => {
    if (operation.type !== 'start-task' || before?.status !== 'pending') return
    const { pipeline } = operation
    const isFull = pipeline !== 'keep' && world.book.waitingParts() > model.config.reviews.maxWaiting
    demand(
      world,
      !isFull || isForced(world, operation),
      () => `${pipeline} began ${operation.task} with ${world.book.waitingParts()} parts unread`,
    )
  }

  const commit = (world: World, { operations, before, result }: Commit): void => {
    last = world
    seen.commits += 1
    for (const operation of operations)
      if (operation.type === 'start-task') checkBeginning(world, operation, before.tasks[operation.task])
    if (result.type === 'fenced') seen.fenced += 1
    if (result.type !== 'changed') return
    const again = transitionAll(result.state, operations).type
    demand(
      world,
      again === 'already',
      () => `${operations.map(({ type }) => type).join(' and ')} is ${again} where it is repeated`,
    )
    for (const [id, task] of Object.entries(result.state.tasks))
      if (task !== before.tasks[id]) checkTask(world, before.tasks[id], task)
    for (const [name, pipeline] of Object.entries(result.state.pipelines)) checkPipeline(world, before.pipelines[name], pipeline)
  }

  const checkProviders = (world: World): void => {
    for (const [account, windows] of world.provider.counted) {
      const line = lines.get(account)
      for (const { sends, usdMicros } of [...windows.values()].slice(-2)) {
        demand(world, sends <= (line?.calls ?? 0), () => `${account} received ${sends} of ${line?.calls}`)
        demand(
          world,
          usdMicros <= (line?.usdMicros ?? 0),
          () => `${account} charged ${usdMicros} of ${line?.usdMicros} millionths`,
        )
      }
    }
  }

  const checkSlots = (world: World): void => {
    for (const settings of Object.values(world.config().pipelines)) {
      if (settings.kind !== 'batch') continue
      const { budget = 0, thresholdBasisPoints = 0 } = settings.limits.slots ?? {}
      const line = Math.floor((budget * thresholdBasisPoints) / 10_000)
      const alive = world.provider.countAlive(world.nowMs())
      demand(world, alive <= line, () => `${alive} jobs are alive, of ${line}`)
    }
  }

  const checkHistory = (world: World): void => {
    for (const pipeline of Object.keys(world.config().pipelines)) {
      const { sessions, session } = world.book.pipeline(pipeline)
      const told = [...world.history].filter(([name]) => name.startsWith(`${pipeline}/`))
      const ended = sessions - (session === null ? 0 : 1)
      const isOnce = told.length === ended && told.every(([, count]) => count === 1)
      demand(world, isOnce, () => `${pipeline} ended ${ended} sessions and told of ${told.length}`)
    }
  }

  const checkPulls = (world: World): void => {
    for (const pull of world.pulls.all.values()) {
      const part = world.book.task(pull.pipeline, pull.task)?.parts.find(each => each.part === pull.part)
      const isIts = part?.branch === pull.branch && part.pairs === pull.pairs && (part.pull === null || part.pull === pull.number)
      demand(world, isIts, () => `pull request ${pull.number} is no part's`)
    }
  }

  const watch: Watch = {
    commit,
    send: (world, process) => {
      const { claim } = world.book.pipeline(process.pipeline)
      demand(world, claim?.epoch === process.holder?.epoch, () => `${process.pipeline} is sent for by one whose claim is lost`)
    },
    killed: (world, process) => {
      seen.kills += 1
      if (process.unsaved > 0) seen.paidTwice += 1
      const most = outstandingSends(world.setting(process.pipeline).concurrency)
      demand(
        world,
        process.unsaved <= most,
        () => `${process.unsaved} sends of ${process.pipeline} are paid twice, more than ${most}`,
      )
    },
    tick: (world, plan) => {
      last = world
      const fresh = JSON.stringify(planAt(world, false))
      demand(
        world,
        JSON.stringify(plan) === fresh,
        () => `an old plan is remembered: ${JSON.stringify(plan)} instead of ${fresh}`,
      )
      const busy = new Set<string>()
      for (const { pipeline, decision } of plan.pipelines)
        if (decision.type === 'rest' && decision.reason === 'held')
          for (const account of membersOf(world.config(), pipeline)) busy.add(account)
      for (const pipeline of plan.start)
        for (const account of membersOf(world.config(), pipeline)) {
          demand(world, !busy.has(account), () => `${pipeline} is started although ${account} is at work`)
          busy.add(account)
        }
      checkProviders(world)
      checkSlots(world)
    },
  }

  const checkEnd = (trace: Trace): void => {
    if (last === undefined) return
    checkProviders(last)
    checkHistory(last)
    checkPulls(last)
    const merged = [...last.pulls.all.values()].filter(({ pipeline, state }) => pipeline === 'keep' && state === 'merged')
    const rows = merged.reduce((sum, { kept }) => sum + kept.reduce((total, pairs) => total + pairs, 0), 0)
    demand(
      last,
      trace.database === model.beginning.database + rows,
      () => `${trace.database} rows are in the database, ${rows} were merged`,
    )
    const kept = trace.days.reduce((sum, day) => sum + day.merged, 0)
    demand(last, rows <= kept, () => `${rows} rows came in of ${kept} pairs that reviewers kept`)
  }

  return { watch, checkEnd, seen }
}

/** Simulates a month and holds it to its promises; gives what happened in it. */
export function holdToPromises(model: SimulationModel) {
  const promises = createPromises(model)
  const trace = simulate(model, promises.watch)
  promises.checkEnd(trace)
  return { trace, seen: promises.seen }
}
