import { lookSetupOf } from '../compose.ts'
import { accountsOf, type PipelineSettings } from '../config/pipelines.ts'
import { retractionsPath } from '../dataset/database/paths.ts'
import { readRetracted } from '../dataset/database/retractions.ts'
import type { Instant } from '../domain/instant.ts'
import type { PipelineState } from '../domain/state.ts'
import type { Task } from '../domain/task.ts'
import { isRunnable } from '../kinds/find-pipeline.ts'
import { broughtPairs } from '../orchestrator/brought.ts'
import { planOf, type Plan, type PlannedPipeline } from '../orchestrator/plan.ts'
import type { Project } from '../project.ts'
import type { Availability } from '../session/availability.ts'
import { look } from '../session/look.ts'
import { readSwitch } from '../session/switch.ts'

export interface SurveyedPipeline {
  readonly pipeline: string
  readonly settings: PipelineSettings
  readonly state: PipelineState
  /** Null where this version has no sessions of its kind. */
  readonly availability: Availability | null
}

/** All that status, plan and report are made of, read once. */
export interface Survey {
  readonly at: Instant
  readonly paused: boolean
  /** Whether cooldowns and waiting were looked past. */
  readonly force: boolean
  readonly tasks: readonly Task[]
  /** Pairs that were taken out of the database again. */
  readonly retracted: number
  readonly pipelines: readonly SurveyedPipeline[]
}

async function countRetracted({ contents }: Project['forge']): Promise<number> {
  const texts = await contents.read(await contents.head(), [retractionsPath])
  return readRetracted(texts.get(retractionsPath) ?? '').size
}

/** Looks at every pipeline; it writes nothing. `force` looks past cooldowns and waiting, as a forced session does. */
export async function surveyProject(project: Project, { force = false } = {}): Promise<Survey> {
  const { config, book, forge, clock } = project
  const [tasks, { paused }, retracted] = await Promise.all([book.tasks(), readSwitch(forge.state), countRetracted(forge)])
  const pipelines = await Promise.all(
    Object.entries(config.pipelines).map(async ([pipeline, settings]) => {
      const looked = isRunnable(settings) ? await look(lookSetupOf(project, pipeline), { force }) : null
      return { pipeline, settings, state: await book.pipeline(pipeline), availability: looked?.availability ?? null }
    }),
  )
  return { at: clock.now(), paused, force, tasks, retracted, pipelines }
}

const plannedOf = ({ pipeline, settings, state, availability }: SurveyedPipeline, tasks: readonly Task[]): PlannedPipeline => ({
  pipeline,
  agent: settings.agent,
  kind: settings.kind,
  enabled: settings.enabled,
  accounts: accountsOf(settings),
  share: 'share' in settings ? settings.share : null,
  pairs: broughtPairs(tasks.filter(task => task.pipeline === pipeline)),
  after: settings.schedule.after,
  state,
  availability,
})

/** Which pipelines a tick starts now. */
export const planFor = ({ config: { goal } }: Project, { at, force, tasks, pipelines }: Survey): Plan =>
  planOf({ at, goal, force, pipelines: pipelines.map(each => plannedOf(each, tasks)) })
