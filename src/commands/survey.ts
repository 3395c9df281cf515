import { lookSetupOf } from '../compose.ts'
import { accountsOf, type PipelineSettings } from '../config/pipelines.ts'
import { retractionsPath } from '../dataset/database/paths.ts'
import { readRetracted } from '../dataset/database/retractions.ts'
import type { Instant } from '../domain/instant.ts'
import type { PipelineState } from '../domain/state.ts'
import type { Task } from '../domain/task.ts'
import type { OrchestratorState } from '../domain/orchestrator-state.ts'
import { isRunnable } from '../kinds/find-pipeline.ts'
import { broughtPairs } from '../orchestrator/brought.ts'
import { readTold } from '../orchestrator/heartbeat.ts'
import { planOf, type Plan, type PlannedPipeline } from '../orchestrator/plan.ts'
import type { Project } from '../project.ts'
import { countPartsToRead } from '../session-setting.ts'
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
  /** Parts that reviewers have to read: with too many of them nothing new is begun. */
  readonly partsToRead: number
  /** Pipelines that could begin at earlier ticks; none where that cannot be read. */
  readonly started: OrchestratorState['available']
  readonly pipelines: readonly SurveyedPipeline[]
}

/** Ids that `database retract` took out of the database. */
export async function countRetracted({ contents }: Project['forge']): Promise<number> {
  const texts = await contents.read(await contents.head(), [retractionsPath])
  return readRetracted(texts.get(retractionsPath) ?? '').size
}

const startedBefore = ({ state }: Project['forge']): Promise<OrchestratorState['available']> =>
  readTold(state).then(
    told => told.state?.available ?? {},
    () => ({}),
  )

const tasksOf = (tasks: readonly Task[], pipeline: string | undefined): readonly Task[] =>
  pipeline === undefined ? tasks : tasks.filter(task => task.pipeline === pipeline)

/** Looks at every pipeline; it writes nothing. `force` looks past cooldowns and waiting, as a forced session does. */
export async function surveyProject(project: Project, { force = false } = {}): Promise<Survey> {
  const { config, book, forge, clock } = project
  const [tasks, { paused }, retracted, started] = await Promise.all([
    book.tasks(),
    readSwitch(forge.state),
    countRetracted(forge),
    startedBefore(forge),
  ])
  // Every look asks for all tasks, and reading a thousand of them a hundred times takes seconds.
  const read = { ...project, book: { ...book, tasks: async (of?: string) => tasksOf(tasks, of) } }
  const pipelines = await Promise.all(
    Object.entries(config.pipelines).map(async ([pipeline, settings]) => {
      const looked = isRunnable(settings) ? await look(lookSetupOf(read, pipeline), { force }) : null
      return { pipeline, settings, state: await book.pipeline(pipeline), availability: looked?.availability ?? null }
    }),
  )
  const partsToRead = countPartsToRead(config, tasks)
  return { at: clock.now(), paused, force, tasks, retracted, partsToRead, started, pipelines }
}

const plannedOf = (
  { pipeline, settings, state, availability }: SurveyedPipeline,
  { tasks, started }: Pick<Survey, 'tasks' | 'started'>,
): PlannedPipeline => ({
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
  // A session since then has raised the epoch.
  startsSince: started[pipeline]?.epoch === state.epoch ? started[pipeline].since : null,
})

/** Which pipelines a tick starts now; `asked` is the one that a person asked for. */
export const planFor = ({ config: { goal } }: Project, survey: Survey, asked?: string): Plan =>
  planOf({ at: survey.at, goal, force: survey.force, asked, pipelines: survey.pipelines.map(each => plannedOf(each, survey)) })
