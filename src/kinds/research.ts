import { z } from 'zod'
import type { ResearchPipelineSettings } from '../config/pipelines.ts'
import type { Config } from '../config/schema.ts'
import { PerpetualError } from '../domain/errors.ts'
import type { ResearchAssignment } from '../domain/research-task.ts'
import { parseAssignment } from '../domain/task-forms/forms.ts'
import type { Task } from '../domain/task.ts'
import type { Outcome } from '../domain/work.ts'
import { createResearchPipeline } from '../pipelines/research/research-pipeline.ts'
import type { ResearchSettings } from '../pipelines/research/settings.ts'
import type { Project } from '../project.ts'
import { keyOf, openAiAdapterOf, providerCounter, providerMaker } from '../provider.ts'
import { accountOf } from '../session-setting.ts'
import { createTaskRun, type TaskRun } from '../session/task-run.ts'
import { findKind } from './find-pipeline.ts'
import { lookUpsOf, type KindParts } from './kind-parts.ts'

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
  const { research, agent, model, judgeModel } = findKind(config, task.pipeline, 'research')
  const shape = task.settings === null ? {} : shapeSchema.parse(task.settings)
  const { language, license } = config.dataset
  return { ...research, agent, ...shape, pipeline: task.pipeline, model, judgeModel, language, license, sources: config.sources }
}

/** A research task, begun or gone on with. */
const createRun = async (config: Config, task: Task, outcomes: readonly Outcome[]): Promise<TaskRun> =>
  createTaskRun(createResearchPipeline(researchSettings(config, task)), assignmentOf(task), outcomes)

/** Sessions of a research pipeline. Throws `fix-config` where its key is missing. */
export function composeResearch(project: Project, { agent, account: name, research }: ResearchPipelineSettings): KindParts {
  const { config, clock, environment } = project
  const account = accountOf(config, name)
  const adapter = openAiAdapterOf(account, { name, key: keyOf(account, environment) })
  return {
    createProvider: providerMaker(account, adapter, clock),
    providerCount: providerCounter(adapter),
    taskSettings: shapeSchema.parse({ ...research, agent }),
    createRun: (task, outcomes) => createRun(config, task, outcomes),
    openLookUp: lookUpsOf(project, 'all'),
  }
}
