import { z } from 'zod'
import type { PipelineSettings } from '../config/pipelines.ts'
import type { Config } from '../config/schema.ts'
import { PerpetualError } from '../domain/errors.ts'
import type { ResearchAssignment } from '../domain/research-task.ts'
import { parseAssignment } from '../domain/task-forms/forms.ts'
import type { Task } from '../domain/task.ts'
import type { Outcome } from '../domain/work.ts'
import { createResearchPipeline } from '../pipelines/research/research-pipeline.ts'
import type { ResearchSettings } from '../pipelines/research/settings.ts'
import { providerCounter, providerMaker, searchingAdapterOf } from '../provider.ts'
import { accountOf } from '../session-setting.ts'
import { createTaskRun, type TaskRun } from '../session/task-run.ts'
import { lookUpsOf, type RunningKind } from './kind-parts.ts'

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
function researchSettings(config: Config, task: Task, pipeline: PipelineSettings<'research'>): ResearchSettings {
  const { research: configured, agent, model, judgeModel } = pipeline
  const shape = task.settings === null ? {} : shapeSchema.parse(task.settings)
  const { language, license } = config.dataset
  return {
    ...configured,
    agent,
    ...shape,
    pipeline: task.pipeline,
    model,
    judgeModel,
    language,
    license,
    sources: config.sources,
  }
}

/** Sessions of a research pipeline. Throws `fix-config` where its key is missing. */
export const research: RunningKind<'research'> = {
  compose: (project, _composing, pipeline) => {
    const { config, clock, environment } = project
    const { account: name, agent } = pipeline
    const account = accountOf(config, name)
    const adapter = searchingAdapterOf(account, name, environment)
    const createRun = (task: Task, outcomes: readonly Outcome[]): TaskRun =>
      createTaskRun(createResearchPipeline(researchSettings(config, task, pipeline)), assignmentOf(task), outcomes)
    return {
      createProvider: providerMaker(account, adapter, clock),
      providerCount: providerCounter(adapter),
      taskSettings: shapeSchema.parse({ ...pipeline.research, agent }),
      createRun: async (task, outcomes) => createRun(task, outcomes),
      openLookUp: lookUpsOf(project, 'all'),
    }
  },
}
