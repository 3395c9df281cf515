import { InvalidArgumentError, type Command } from 'commander'
import { z } from 'zod'
import type { Clock } from '../domain/instant.ts'
import { renderSimulation, simulatedCase, type SimulatedCase, type Simulation } from '../report/simulation.ts'
import { forecastOf, type Forecast } from '../simulation/forecast.ts'
import { adviseOn, type Advice } from '../simulation/levers.ts'
import type { SimulationModel, Trace } from '../simulation/model.ts'
import { scenarioOf, type Scenario } from '../simulation/scenario.ts'
import { simulateDays } from '../simulation/simulate.ts'
import { nothingElse, readWhatIf, type WhatIf } from '../simulation/what-if.ts'
import type { Finish, Invocation, Start } from './command.ts'
import type { Output } from './output.ts'
import { findOutset, type FoundOutset } from './simulate-outset.ts'

const optionsSchema = z.object({
  days: z.number().default(90),
  runs: z.number().default(10),
  seed: z.number().default(1),
  pipelines: z.number().optional(),
  whatIf: z.array(z.string()).default([]),
  defaults: z.boolean().default(false),
})
type Options = z.infer<typeof optionsSchema>

/** What the dataset is meant to grow by. */
const targetPairsPerDay = 1000

/** One change is told from another in less time than a forecast takes. */
const trial = { days: 30, runs: 1 } as const

interface Running {
  readonly runs: number
  readonly seed: number
  /** Whether a run is over at the goal: what comes after it is no question any more. */
  readonly endsAtGoal: boolean
  readonly clock: Clock
  readonly onRun: () => void
}

/** So many days pass without a look at signals: a fraction of a second. */
const daysAtOnce = 20

/** One run; a signal is heard while it lasts. */
async function runOnce(model: SimulationModel, clock: Clock): Promise<Trace> {
  const days = simulateDays(model)
  for (;;) {
    const day = days.next()
    if (day.done === true) return day.value
    if (day.value % daysAtOnce === 0) await clock.sleep(0)
  }
}

/** The same model with one seed after the other. */
async function run({ model }: Pick<Scenario, 'model'>, { runs, seed, endsAtGoal, clock, onRun }: Running): Promise<Forecast> {
  const traces: Trace[] = []
  for (let index = 0; index < runs; index += 1) {
    traces.push(await runOnce({ ...model, endsAtGoal, seed: seed + index }, clock))
    onRun()
    await clock.sleep(0)
  }
  return forecastOf(traces, model)
}

interface Work {
  readonly found: FoundOutset
  readonly options: Options
  readonly output: Output
  readonly clock: Clock
}

const dateOf = ({ outset }: FoundOutset): string => outset.start.slice(0, 10)

async function forecastCases({ found, options, output, clock }: Work, whatIf: WhatIf) {
  const { runs, seed } = options
  const scenarios = [nothingElse, ...(whatIf.written.length === 0 ? [] : [whatIf])].map(each => scenarioOf(found.outset, each))
  const progress = output.progress({ label: 'Simulating', total: runs * scenarios.length, unit: 'runs' })
  let done = 0
  const cases: SimulatedCase[] = []
  const from = dateOf(found)
  for (const scenario of scenarios) {
    const forecast = await run(scenario, { runs, seed, endsAtGoal: true, clock, onRun: () => progress.update((done += 1)) })
    cases.push(simulatedCase(from, { forecast, facts: scenario.facts, goal: scenario.model.config.goal }))
  }
  progress.end()
  return cases
}

async function advise({ found, options, output, clock }: Work, whatIf: WhatIf): Promise<Advice> {
  const progress = output.progress({ label: 'Trying', unit: 'changes' })
  let done = 0
  const { days } = found.outset
  const advice = await adviseOn({
    target: targetPairsPerDay,
    whatIf,
    scenarioOf: each => scenarioOf({ ...found.outset, days: Math.min(days, trial.days) }, each),
    forecastOf: scenario =>
      run(scenario, {
        runs: trial.runs,
        seed: options.seed,
        endsAtGoal: false,
        clock,
        onRun: () => progress.update((done += 1)),
      }),
  })
  progress.end()
  return advice
}

async function runSimulation(invocation: Invocation, options: Options): Promise<Finish> {
  const { output, clock } = invocation
  const { days, defaults, pipelines = null, seed } = options
  const whatIf = readWhatIf(options.whatIf)
  const found = await findOutset(invocation, { days, pipelines, defaults })
  const work = { found, options, output, clock }
  const [baseline, changed] = await forecastCases(work, whatIf)
  if (baseline === undefined) return { json: null }
  const simulation: Simulation = {
    from: dateOf(found),
    seed,
    of: found.of,
    baseline,
    whatIf: changed === undefined ? null : { ...changed, asked: whatIf.written },
    // Copies of pipelines have no settings of their own that could be changed.
    advice: pipelines === null ? await advise(work, whatIf) : null,
  }
  output.result(renderSimulation(simulation))
  return { json: simulation }
}

const help = `
It runs the planner, the ledgers and the sessions' rules that are real, on a clock of its own, against what the
pipelines have brought so far (else against what the configuration says): nothing is sent and nothing is written.
The same seed brings the same numbers. A what-if is any setting of the configuration, or one of these:
  simulation.reviews.approval=0.8      share of the parts that are merged
  simulation.reviews.kept=0.95         share of a merged part's pairs that stay
  simulation.reviews.delay=12h         median time until a part is merged or closed
  simulation.reviews.perDay=20         parts that are reviewed a day at the most (null: any number)
  simulation.cron.every=15m            how often it ticks; .late=8m and .dropped=0.2 say how badly
  simulation.faults.killed=0.05        share of sessions that are killed; .refused and .outage likewise
  simulation.proposals=false           nobody approves new tasks

Examples:
  perpetual simulate --days 365
  perpetual simulate --days 90 --what-if accounts.openrouter.limits.usd.budget=10
  perpetual simulate --what-if simulation.reviews.delay=12h --what-if reviews.maxWaiting=16
  perpetual simulate --defaults --pipelines 100 --days 30 --runs 1 --json`

const readWhole =
  (least: number, most: number) =>
  (text: string): number => {
    const number = Number(text)
    if (/^\d+$/.test(text) && number >= least && number <= most) return number
    throw new InvalidArgumentError(`Expected a whole number from ${least} to ${most}.`)
  }

export function define(command: Command, start: Start): void {
  command
    .option('--days <number>', 'how many days (default: 90)', readWhole(1, 3650))
    .option('--runs <number>', 'how many runs, each with a seed of its own (default: 10)', readWhole(1, 1000))
    .option('--seed <number>', 'where the draws begin (default: 1)', readWhole(0, 1_000_000_000))
    .option(
      '--what-if <key=value>',
      'a setting that would be otherwise; may be given several times',
      (text, all: readonly string[] | undefined) => [...(all ?? []), text],
    )
    .option('--pipelines <number>', 'as many producing pipelines, copies with accounts of their own', readWhole(1, 10_000))
    .option('--defaults', 'the default configuration with its seed tasks, whatever this repository holds')
    .addHelpText('after', help)
    .action(() => {
      const options = optionsSchema.parse(command.opts())
      return start(command, invocation => runSimulation(invocation, options))
    })
}
