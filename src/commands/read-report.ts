import { accountsOf } from '../config/pipelines.ts'
import type { History } from '../domain/history.ts'
import { plusMs, type Instant } from '../domain/instant.ts'
import { meters } from '../domain/ledger.ts'
import { isRunnable } from '../kinds/find-pipeline.ts'
import type { Project } from '../project.ts'
import { dayMs } from '../report/days.ts'
import { statusOf, type Status, type WaitingProposal } from '../report/status.ts'
import type { Resource } from '../report/resource.ts'
import { teamReportOf, type TeamReport } from '../report/team-report.ts'
import { settingOf } from '../session-setting.ts'
import { budgetOf, budgetResetsAt, meteredLedger } from '../session/availability.ts'
import { readTold } from '../orchestrator/heartbeat.ts'
import { readHistory } from '../session/history.ts'
import { alertsFor, firstMonth } from './read-alerts.ts'
import { planFor, surveyProject, type Survey } from './survey.ts'

/** Of history; the speeds that a report tells go no further back. */
const readDays = 31

interface Reading {
  readonly survey: Survey
  readonly history: History
  readonly status: Status
}

/** Issues that become tasks once somebody approves them. */
async function proposalsOf({ issues }: Project['forge']): Promise<readonly WaitingProposal[]> {
  const waiting = await issues.list({ state: 'open', labels: ['needs-approval'] })
  return waiting.map(({ number, title }) => ({ number, title }))
}

async function readAll(project: Project): Promise<Reading> {
  const survey = await surveyProject(project)
  const since = plusMs(survey.at, -readDays * dayMs)
  const [history, proposals, told] = await Promise.all([
    readHistory(project.forge.state, since < firstMonth(survey.at) ? since : firstMonth(survey.at)),
    proposalsOf(project.forge),
    // What ticks tell each other is no reason to show nothing.
    readTold(project.forge.state).catch(() => undefined),
  ])
  const { silence = null, available = {} } = told?.state ?? {}
  const alerts = alertsFor(project, survey, { told: { silence, available }, sessions: history.sessions })
  const status = statusOf({
    ...survey,
    goal: project.config.goal,
    plan: planFor(project, survey),
    history,
    proposals,
    alerts,
    pipelines: survey.pipelines.map(({ pipeline, settings, state, availability }) => ({
      pipeline,
      agent: settings.agent,
      kind: settings.kind,
      enabled: settings.enabled,
      share: 'share' in settings ? settings.share : null,
      state,
      availability,
    })),
  })
  return { survey, history, status }
}

/** Reads how everything stands; it writes nothing. */
export const readStatus = async (project: Project): Promise<Status> => (await readAll(project)).status

/** What is limited of the accounts that some pipeline draws on, as it stands now. */
async function accountResources({ config, book }: Project, at: Instant): Promise<readonly Resource[]> {
  const drawn = new Map<string, string>()
  for (const [pipeline, settings] of Object.entries(config.pipelines)) {
    if (!settings.enabled || !isRunnable(settings)) continue
    for (const account of accountsOf(settings)) if (!drawn.has(account)) drawn.set(account, pipeline)
  }
  const { accounts } = await book.read({ accounts: [...drawn.keys()], pipelines: [], tasks: [] })
  return [...drawn].flatMap(([name, pipeline]) => {
    const { accountLimits } = settingOf(config, pipeline, { forge: 'local', account: name })
    return meters.flatMap((meter): readonly Resource[] => {
      const held = { account: { ledgers: accounts[name]?.ledgers ?? {} }, session: null }
      const ledger = meteredLedger({ metered: { scope: 'account', meter }, accountLimits, sessionLimits: {} }, held, at)
      if (ledger === undefined) return []
      const { used, line, limit } = budgetOf(ledger, meter)
      return [
        { scope: 'account', name, meter, used, line, limit, resetsAt: budgetResetsAt(ledger), closed: ledger.closed === true },
      ]
    })
  })
}

/** What a pipeline itself is metered in: slots, and what one session may use. */
const pipelineResources = ({ pipelines }: Status): readonly Resource[] =>
  pipelines.flatMap(({ pipeline, availability }): readonly Resource[] => {
    const budget = availability?.budget
    if (budget === undefined || budget.limit === 0 || budget.meter === 'calls') return []
    const scope = budget.meter === 'slots' ? 'pipeline' : 'session'
    return [{ scope, name: pipeline, ...budget, resetsAt: null, closed: false }]
  })

/** Reads everything that the Team Status Report tells; it writes nothing. */
export async function readTeamReport(project: Project): Promise<TeamReport> {
  const { survey, history, status } = await readAll(project)
  const { reviews, plan } = project.config
  return teamReportOf({
    status,
    tasks: survey.tasks,
    history,
    retracted: survey.retracted,
    resources: [...(await accountResources(project, survey.at)), ...pipelineResources(status)],
    partsToRead: survey.partsToRead,
    maxWaitingReviews: reviews.maxWaiting,
    proposeBelow: plan.proposeBelow,
  })
}
