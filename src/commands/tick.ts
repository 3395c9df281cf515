import { messageOf } from '../domain/errors.ts'
import type { OrchestratorState } from '../domain/orchestrator-state.ts'
import { findPipeline } from '../kinds/find-pipeline.ts'
import { isAlertNews, publishAlerts, type AlertSettings } from '../orchestrator/alert-issue.ts'
import type { Alert } from '../orchestrator/alerts.ts'
import { isDue, nextState, readTold, tell, type Told } from '../orchestrator/heartbeat.ts'
import type { Plan } from '../orchestrator/plan.ts'
import { proposeTasks, type Proposals } from '../orchestrator/propose-tasks.ts'
import type { Project } from '../project.ts'
import { readHistory } from '../session/history.ts'
import { readSwitch } from '../session/switch.ts'
import { proposeSetupOf } from './queues.ts'
import { alertsFor, alertSettingsOf, firstMonth } from './read-alerts.ts'
import { planFor, surveyProject, type Survey } from './survey.ts'

export interface TickOptions {
  /** Looks past cooldowns and waiting, as a forced session does. */
  readonly force?: boolean
  /** The one pipeline that a person asked for: the plan is of this one alone. Throws `fix-config` where there is none of that name. */
  readonly only?: string | undefined
  /** Writes nothing, to nobody. */
  readonly dryRun?: boolean
  /** Told what was left to the next tick. */
  readonly warn: (message: string) => void
}

export interface Tick {
  readonly survey: Survey
  readonly plan: Plan
  /** What a person is needed for; the most pressing first. */
  readonly alerts: readonly Alert[]
  /** Whether this tick wrote itself down, and so did what of several at once only one does. */
  readonly acted: boolean
  /** Of tasks; null where this tick did not look whether queues are short. */
  readonly proposals: Proposals | null
}

/** A plan of one pipeline alone, with its rank among all. */
const narrow = (plan: Plan, only: string | undefined): Plan =>
  only === undefined
    ? plan
    : {
        ...plan,
        pipelines: plan.pipelines.filter(({ pipeline }) => pipeline === only),
        start: plan.start.filter(pipeline => pipeline === only),
      }

interface Seen {
  readonly told: Told
  readonly next: OrchestratorState
  readonly alerts: readonly Alert[]
  /** Whether the alert's issue does not say what it should. */
  readonly isNews: boolean
  readonly settings: AlertSettings
  readonly paused: boolean
}

type Warn = TickOptions['warn']

/** What fails of this is left to the next tick, and keeps nothing else back. */
async function attempt<Value>(what: string, work: () => Promise<Value>, warn: Warn): Promise<Value | null> {
  try {
    return await work()
  } catch (error) {
    warn(`${what} left to the next tick: ${messageOf(error)}`)
    return null
  }
}

/** Whether this tick is the one of several at once that writes to people; null where none of them is to. */
async function win({ forge }: Project, { told, next, isNews }: Seen, heartbeatMs: number): Promise<Told | null> {
  if (!isDue(told.state, next, { heartbeatMs, isNews })) return null
  const written = await tell(forge.state, told, next)
  return written === 'lost' ? null : written
}

async function publish({ forge, config, clock }: Project, { next, alerts, settings }: Seen, written: Told): Promise<void> {
  const publication = { issues: forge.issues, at: clock.now(), reviewers: config.github.reviewers, settings }
  const alert = await publishAlerts(publication, alerts, next.alert)
  // Lost only where this took so long that another tick came: it looks at the issue again.
  await tell(forge.state, written, { ...next, alert })
}

/** What only one of several ticks at once does: it notes that it came, keeps the alert's issue up to date and proposes tasks. */
async function act(project: Project, seen: Seen, warn: Warn): Promise<Pick<Tick, 'acted' | 'proposals'>> {
  const written = await attempt('That this tick came was', () => win(project, seen, seen.settings.heartbeatMs), warn)
  if (written === null) return { acted: false, proposals: null }
  if (seen.isNews) await attempt('What a person is to know was', () => publish(project, seen, written), warn)
  const proposals = seen.paused ? null : await attempt('Proposing tasks was', () => proposeTasks(proposeSetupOf(project)), warn)
  return { acted: true, proposals }
}

/**
 * One tick: what can work now, and what a person is needed for. It may come late, twice or not at all: the plan is made of the state
 * alone, and whatever is written to people is written by one tick at a time. What goes wrong there never keeps a plan back.
 */
export async function runTick(project: Project, { force = false, only, dryRun = false, warn }: TickOptions): Promise<Tick> {
  const { config, forge, clock } = project
  // A name that nobody knows is an error of whoever typed it, not an empty plan.
  if (only !== undefined) findPipeline(config, only)
  // Whoever ticks every few seconds knows the state of the last tick.
  await project.book.refresh()
  const [survey, read, { sessions }, { at: switchedAt = null }] = await Promise.all([
    surveyProject(project, { force }),
    // What cannot be read is not overwritten either: `tell` writes over nothing that this tick did not see.
    attempt('What earlier ticks told was', () => readTold(forge.state), warn),
    readHistory(forge.state, firstMonth(clock.now())),
    readSwitch(forge.state),
  ])
  const told = read ?? { text: undefined, state: undefined }
  const { at, paused, pipelines } = survey
  const plan = narrow(planFor(project, survey, only), only)
  const settings = alertSettingsOf(project)
  const ready = pipelines.flatMap(({ pipeline, state: { epoch } }) =>
    plan.start.includes(pipeline) ? [{ pipeline, epoch }] : [],
  )
  const isWhole = !force && only === undefined
  const beat = { at, paused, switchedAt, heartbeatMs: settings.heartbeatMs, ready: isWhole ? ready : null }
  const next = nextState(told.state, beat)
  const alerts = alertsFor(project, survey, { told: next, sessions })
  const isNews = isAlertNews(next.alert, alerts, settings)
  const seen = { told, next, alerts, isNews, settings, paused }
  const done = dryRun ? { acted: false, proposals: null } : await act(project, seen, warn)
  return { survey, plan, alerts, ...done }
}
