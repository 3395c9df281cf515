import { toEpochMs, toInstant, type Instant } from '../domain/instant.ts'
import type { HistoryLine } from '../domain/history.ts'
import type { OrchestratorState } from '../domain/orchestrator-state.ts'
import { alertsOf, type Alert } from '../orchestrator/alerts.ts'
import type { AlertSettings } from '../orchestrator/alert-issue.ts'
import type { Project } from '../project.ts'
import type { Survey } from './survey.ts'

/** The months of history that alerts look at: this one and the one before, so that what began in them keeps its name for a month. */
export const firstMonth = (at: Instant): Instant => {
  const day = new Date(toEpochMs(at))
  return toInstant(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - 1))
}

export const alertSettingsOf = ({ config: { plan, reviews } }: Pick<Project, 'config'>): AlertSettings => ({
  heartbeatMs: plan.heartbeatMs,
  alertAfterMs: reviews.alertAfterMs,
  maxWaiting: reviews.maxWaiting,
})

/** What a person is needed for, by what ticks told and how sessions ended; enabled pipelines alone. */
export function alertsFor(
  project: Pick<Project, 'config'>,
  { at, paused, tasks, pipelines }: Survey,
  {
    told,
    sessions,
  }: { readonly told: Pick<OrchestratorState, 'silence' | 'available'>; readonly sessions: readonly HistoryLine[] },
): readonly Alert[] {
  const enabled = pipelines.flatMap(({ pipeline, settings }) => (settings.enabled ? [pipeline] : []))
  return alertsOf({ ...alertSettingsOf(project), at, paused, told, pipelines: enabled, tasks, sessions })
}
