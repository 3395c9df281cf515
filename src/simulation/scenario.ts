import type { Account } from '../config/accounts.ts'
import { loadConfig } from '../config/load-config.ts'
import type { HistoryLine } from '../domain/history.ts'
import type { Instant } from '../domain/instant.ts'
import type { Task } from '../domain/task.ts'
import { factsOf } from '../config/pipelines.ts'
import type { Config } from '../config/schema.ts'
import { readAssumptions, usualAssumptions, writtenHours, type Assumptions, type WrittenAssumptions } from './assumptions.ts'
import { measureReviewing } from './measured-yields.ts'
import type { SimulationModel } from './model.ts'
import { withCopies } from './copies.ts'
import { whatIfName, type WhatIf } from './what-if.ts'
import { yieldsOf, type Fact, type SizedTask } from './yields.ts'

/** What a simulation begins with: a repository as it stands, or the defaults. */
export interface Outset {
  /** The configuration as it is written, and how messages call it. */
  readonly text: string
  readonly file: string
  readonly forge: 'github' | 'local'
  /** Those of the state, and seeds that nobody has imported yet. */
  readonly tasks: readonly Task[]
  readonly seeds: readonly SizedTask[]
  readonly sessions: readonly HistoryLine[]
  /** Pairs in the database. */
  readonly database: number
  readonly start: Instant
  readonly days: number
  /** So many producing pipelines, made of copies of the configured ones; null for those that there are. */
  readonly pipelines: number | null
  readonly settingOf: SimulationModel['settingOf']
  /** Whether an account's provider says what each request cost, and how many it has counted today. */
  readonly tells: (account: Account) => boolean
}

/** A model that lacks nothing but its seed, and where its numbers come from. */
export interface Scenario {
  readonly model: Omit<SimulationModel, 'seed'>
  readonly assumptions: Assumptions
  readonly facts: readonly Fact[]
}

/** Five and a half hours, as the workflow says it; GitHub kills a job after six. */
const jobMinutes = 330

const waits = ({ status }: Task): boolean => status === 'pending' || status === 'in-progress'

/** Whether a pipeline's tasks are written by people: the others find theirs by themselves. */
const isProducing = (config: Config, pipeline: string): boolean => {
  const settings = Object.hasOwn(config.pipelines, pipeline) ? config.pipelines[pipeline] : undefined
  return settings !== undefined && factsOf(settings).bringsReviews
}

function queueOf(config: Config, { tasks, seeds }: Outset): Readonly<Record<string, number>> {
  const names = Object.keys(config.pipelines).filter(name => isProducing(config, name))
  const counted = (name: string): number =>
    tasks.filter(task => task.pipeline === name && waits(task)).length + seeds.filter(seed => seed.pipeline === name).length
  return Object.fromEntries(names.map(name => [name, counted(name)]))
}

function assumptionsOf(config: Config, outset: Outset, whatIf: WhatIf) {
  const usual = usualAssumptions[outset.forge]
  const unmeasured = readAssumptions(usual, [])
  const reviewed = outset.tasks.filter(({ pipeline }) => isProducing(config, pipeline))
  const { value, from } = measureReviewing(unmeasured.reviewing, reviewed)
  const delay = Object.hasOwn(from, 'delayHours') ? writtenHours(value.delayHours) : usual.reviews.delay
  const written: WrittenAssumptions = {
    ...usual,
    reviews: { ...usual.reviews, approval: value.approval, kept: value.kept, delay },
  }
  const assumptions = readAssumptions(written, whatIf.assumptions)
  const asked = new Set(whatIf.assumptions.map(({ key }) => key))
  const { reviewing, cron } = assumptions
  const rows: readonly (readonly [key: string, field: string, what: string, value: number])[] = [
    ['reviews.approval', 'approval', 'of the parts are merged', reviewing.approval],
    ['reviews.kept', 'kept', 'of a merged part’s pairs stay', reviewing.kept],
    ['reviews.delay', 'delayHours', 'hours until a part is reviewed', reviewing.delayHours],
    ['cron.every', '', 'minutes from tick to tick', cron.everyMinutes],
    ['cron.late', '', 'minutes that a tick is late', cron.lateMinutes],
    ['cron.dropped', '', 'of the ticks never come', cron.dropped],
  ]
  const facts = rows.map(([key, field, what, number]): Fact => {
    const on = Object.hasOwn(from, field) ? from[field] : undefined
    const source = asked.has(`simulation.${key}`) ? 'asked' : on === undefined ? 'estimate' : 'measured'
    return { pipeline: null, what, value: number, source, from: source === 'measured' ? (on ?? '') : '' }
  })
  return { assumptions, facts }
}

/** The model of what stands there, with what would be otherwise. Throws `fix-config` where that cannot be. */
export function scenarioOf(outset: Outset, whatIf: WhatIf): Scenario {
  const written = loadConfig(outset.text, outset.file)
  const config = whatIf.config.length === 0 ? written : loadConfig(outset.text, whatIfName, whatIf.config)
  const { tasks, seeds, sessions, tells } = outset
  const { yields, facts } = yieldsOf({ config, tasks, seeds, sessions, tellsCost: tells })
  const { assumptions, facts: assumed } = assumptionsOf(config, outset, whatIf)
  const { proposals, ...rest } = assumptions
  const one = { config, yields, queue: queueOf(config, outset) }
  const { queue, ...copied } = outset.pipelines === null ? one : withCopies(one, outset.pipelines)
  const telling = Object.entries(copied.config.accounts).flatMap(([name, account]) => (tells(account) ? [name] : []))
  const model = {
    ...copied,
    ...rest,
    settingOf: outset.settingOf,
    start: outset.start,
    days: outset.days,
    interventions: [],
    telling,
    beginning: { database: outset.database, queue, proposals },
    maxMinutes: outset.forge === 'github' ? jobMinutes : null,
  }
  return { model, assumptions, facts: [...facts, ...assumed] }
}
