import { z } from 'zod'
import { nearest } from './config/nearest.ts'
import { show } from './config/show.ts'
import type { ResearchPipelineSettings } from './config/pipelines.ts'
import type { Config } from './config/schema.ts'
import { PerpetualError } from './domain/errors.ts'
import { parseAssignment } from './domain/task-forms/forms.ts'
import type { ResearchAssignment } from './domain/research-task.ts'
import type { Task } from './domain/task.ts'
import type { Outcome } from './domain/work.ts'
import { createResearchPipeline } from './pipelines/research/research-pipeline.ts'
import type { ResearchSettings } from './pipelines/research/settings.ts'
import { createTaskRun, type TaskRun } from './session/task-run.ts'

/** The configured pipeline of that name; otherwise an error that names the nearest one. */
function findPipeline(config: Config, name: string) {
  const pipeline = Object.hasOwn(config.pipelines, name) ? config.pipelines[name] : undefined
  if (pipeline !== undefined) return pipeline
  const known = Object.keys(config.pipelines)
  const close = nearest(name, known)
  throw new PerpetualError(
    `Expected the name of a pipeline, got ${show(name)}${close === undefined ? '.' : `; did you mean \`${close}\`?`} Known: ${known.join(', ')}`,
    { actBy: 'fix-config' },
  )
}

export function findResearch(config: Config, name: string): ResearchPipelineSettings {
  const pipeline = findPipeline(config, name)
  if (pipeline.kind === 'research') return pipeline
  throw new PerpetualError(
    `Expected a pipeline of kind research, got \`${name}\` of kind ${pipeline.kind}; this version runs research only`,
    { actBy: 'fix-config' },
  )
}

/** What a task asks for, read from its frozen body. */
function assignmentOf(task: Task): ResearchAssignment {
  const parsed = parseAssignment(task.body)
  if (parsed.type === 'assignment') return { ...parsed.assignment, task: task.id }
  throw new PerpetualError(`Expected the text of task \`${task.id}\` to be an assignment: ${parsed.problems.join(' ')}`, {
    actBy: 'fix-config',
  })
}

/** What decides which calls a research task makes and where its files lie; models, prices and the like may change on the way. */
const shapeSchema = z.object({
  agent: z.string(),
  callsPerIndicator: z.int(),
  stages: z.object({ plan: z.int(), research: z.int(), write: z.int(), judge: z.int(), reserve: z.int() }),
  acceptTarget: z.int(),
  queriesPerIndicator: z.int(),
  pairsPerWrite: z.int(),
  pairsPerJudge: z.int(),
})

/** The configuration's settings, with a task's own shape where it has started. */
function researchSettings(config: Config, task: Task): ResearchSettings {
  const { research, agent, model, judgeModel } = findResearch(config, task.pipeline)
  const shape = task.settings === null ? {} : shapeSchema.parse(task.settings)
  const { language, license } = config.dataset
  return { ...research, agent, ...shape, pipeline: task.pipeline, model, judgeModel, language, license, sources: config.sources }
}

/** What a task keeps of the configuration when it starts. */
export const taskShape = ({ agent, research }: ResearchPipelineSettings): NonNullable<Task['settings']> =>
  shapeSchema.parse({ ...research, agent })

/** A research task, begun or gone on with. */
export const createResearchRun = (config: Config, task: Task, outcomes: readonly Outcome[]): TaskRun =>
  createTaskRun(createResearchPipeline(researchSettings(config, task)), assignmentOf(task), outcomes)
