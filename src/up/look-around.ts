import { accountsOf, type PipelineSettings } from '../config/pipelines.ts'
import { PerpetualError } from '../domain/errors.ts'
import type { Instant } from '../domain/instant.ts'
import { bringUpToDate, openLedger } from '../domain/ledger.ts'
import { emptyAccount, statePaths, type AccountState, type PipelineState } from '../domain/state.ts'
import { planFor, type Survey } from '../commands/survey.ts'
import type { Project } from '../project.ts'
import { countPairs } from '../report/count-pairs.ts'
import { settingOf } from '../session-setting.ts'
import { budgetOf, type Budget } from '../session/availability.ts'
import type { TickedPipeline, TickView } from './tick-view.ts'

export interface LookOptions {
  /** Empty for all. */
  readonly only: readonly string[]
  /** Pipelines that are not begun before then, whatever the plan would say. */
  readonly backingOff: ReadonlyMap<string, Instant>
}

/**
 * What the planner is to know beyond the state: a pipeline that backs off, or is none of ours, goes before nobody. Only a session that
 * is at work stays as it is.
 */
function withoutOthers(survey: Survey, { only, backingOff }: LookOptions): Survey {
  const isOurs = (pipeline: string): boolean => only.length === 0 || only.includes(pipeline)
  return {
    ...survey,
    pipelines: survey.pipelines.map(each => {
      const { pipeline, availability } = each
      const until = backingOff.get(pipeline)
      if (availability?.type !== 'available' || (isOurs(pipeline) && until === undefined)) return each
      return { ...each, availability: { type: 'rest', reason: 'cooling', until: until ?? null, budget: availability.budget } }
    }),
  }
}

/** A day's dollars of some accounts together; null where one has no limit. */
function usdOf({ config, forge, clock }: Project, pipeline: string, accounts: readonly AccountState[]): Budget | null {
  const now = clock.now()
  const budgets = accounts.map(({ account, ledgers }) => {
    const limit = settingOf(config, pipeline, { forge: forge.kind, account }).accountLimits(now).usdMicros
    if (limit === undefined) return null
    const { usdMicros: ledger } = ledgers
    return budgetOf(
      ledger === undefined ? openLedger(limit, limit.window) : bringUpToDate(ledger, limit, limit.window),
      'usdMicros',
    )
  })
  const known = budgets.flatMap(budget => budget ?? [])
  if (known.length === 0 || known.length < budgets.length) return null
  const sum = (of: (budget: Budget) => number): number => known.reduce((total, budget) => total + of(budget), 0)
  return { meter: 'usdMicros', limit: sum(each => each.limit), line: sum(each => each.line), used: sum(each => each.used) }
}

/** Where the handoff of the latest session that has ended lies. */
function handoffOf({ pipeline, sessions, session }: PipelineState): string | null {
  const ended = sessions - (session === null ? 0 : 1)
  return ended <= 0 ? null : statePaths.handoff(pipeline, `${pipeline}-${String(ended).padStart(4, '0')}`)
}

function checkNames({ config }: Project, only: readonly string[]): void {
  const unknown = only.find(name => !Object.hasOwn(config.pipelines, name))
  if (unknown === undefined) return
  throw new PerpetualError(
    `Expected \`--only\` to name a pipeline of .github/perpetual.yml (${Object.keys(config.pipelines).join(', ')}), got \`${unknown}\``,
    { actBy: 'fix-config' },
  )
}

/** One look at how everything stands, and what is to be started now. */
export async function lookAround(project: Project, survey: Survey, options: LookOptions): Promise<TickView> {
  checkNames(project, options.only)
  const { config, book } = project
  const { start, pipelines } = planFor(project, withoutOthers(survey, options))
  const { accounts } = await book.read({ accounts: Object.keys(config.accounts), pipelines: [], tasks: [] })
  const accountsFor = (settings: PipelineSettings): readonly AccountState[] =>
    accountsOf(settings).map(account => accounts[account] ?? emptyAccount(account))
  const surveyed = new Map(survey.pipelines.map(each => [each.pipeline, each]))
  const ticked = pipelines.flatMap(({ pipeline, decision, budget }): TickedPipeline[] => {
    const known = surveyed.get(pipeline)
    if (known === undefined || (options.only.length > 0 && !options.only.includes(pipeline))) return []
    const usd = known.availability === null ? null : usdOf(project, pipeline, accountsFor(known.settings))
    return [{ pipeline, decision, budget, usd, handoff: handoffOf(known.state) }]
  })
  const kinds = survey.pipelines.map(({ pipeline, settings: { kind } }) => ({ pipeline, kind }))
  return {
    at: survey.at,
    paused: survey.paused,
    configuration: JSON.stringify(config),
    goal: config.goal,
    pairs: countPairs({ ...survey, pipelines: kinds }),
    waitingParts: survey.partsToRead,
    pipelines: ticked,
    start,
  }
}
