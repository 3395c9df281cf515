import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Account } from '../config/accounts.ts'
import type { PipelineSettings } from '../config/pipelines.ts'
import { PerpetualError } from '../domain/errors.ts'
import { parseBatchBody } from '../domain/task-forms/youtube-batch.ts'
import type { Limit } from '../domain/ledger.ts'
import type { Task } from '../domain/task.ts'
import type { Outcome, Work } from '../domain/work.ts'
import { createGemini } from '../models/gemini.ts'
import { createGeminiBatch } from '../models/gemini-batch.ts'
import { createBatchPipeline } from '../pipelines/batch/batch-pipeline.ts'
import type { BatchAssignment } from '../pipelines/batch/progress.ts'
import type { Project } from '../project.ts'
import { costingOf, findKey, MissingKeyError, providerMaker } from '../provider.ts'
import { accountOf, settingOf } from '../session-setting.ts'
import type { BatchParts, Member } from '../session/batch/batch-parts.ts'
import { directly } from '../session/batch/held-tasks.ts'
import { keepRepositoryId } from '../session/batch/repository-id.ts'
import { createTaskRun, type TaskRun } from '../session/task-run.ts'
import { lookUpsOf, type RunningKind } from './kind-parts.ts'

/** What a task asks for, read from its frozen body. */
function assignmentOf(task: Task): BatchAssignment {
  const parsed = parseBatchBody(task.body)
  if (parsed.type === 'batch') return { ...parsed.batch, task: task.id }
  throw new PerpetualError(`Expected the text of task \`${task.id}\` to be a YouTube batch: ${parsed.problems.join(' ')}`, {
    actBy: 'fix-config',
  })
}

/** What decides which jobs a batch task makes and where its files lie. */
const shapeSchema = z.object({
  agent: z.string(),
  expectedPairs: z.int(),
  videosPerJob: z.int(),
  attempts: z.int(),
  maxTokens: z.int(),
})

/** A batch task, begun or gone on with. */
const runsOf =
  ({ config }: Project, { agent, batch: own, model }: PipelineSettings<'batch'>) =>
  async (task: Task, outcomes: readonly Outcome[]): Promise<TaskRun<Work>> => {
    const shape = shapeSchema.parse(task.settings ?? { ...own, agent })
    const { language, license } = config.dataset
    const settings = { ...shape, pipeline: task.pipeline, model, language, license, sources: config.sources }
    return createTaskRun(createBatchPipeline(settings), assignmentOf(task), outcomes)
  }

function memberOf(
  project: Project,
  name: string,
  { account: accountName, inlineBytes }: { account: string; inlineBytes: number },
) {
  const { config, clock, environment, forge } = project
  const account: Account = accountOf(config, accountName)
  const key = findKey(account, environment)
  const options = {
    baseUrl: account.baseUrl,
    key: key ?? '',
    keyName: account.key ?? '',
    timeoutMs: account.timeoutMs,
  }
  const member: Member = {
    account: accountName,
    provider: key === undefined ? null : createGeminiBatch({ ...options, inlineBytes }),
    why: key === undefined ? `the environment variable ${account.key ?? ''} holds no key` : '',
    setting: settingOf(config, name, { forge: forge.kind, account: accountName }),
    createProvider: providerMaker(account, createGemini(options), clock),
    costing: costingOf(account),
  }
  return member
}

/** How many jobs may be alive at once; `threshold` moves the line. */
function slotLimitOf({ limits: { slots } }: PipelineSettings<'batch'>, threshold: number | undefined): Limit {
  const { budget = 0, thresholdBasisPoints = 0 } = slots ?? {}
  return { budget, thresholdBasisPoints: threshold === undefined ? thresholdBasisPoints : Math.round(threshold * 10_000) }
}

/** Sessions of a batch pipeline. A member without a key is left out of them; without any there is nothing to begin with. */
export const batch: RunningKind<'batch'> = {
  look: ({ config, forge }, { name, threshold }, pipeline) => ({
    batch: {
      slots: slotLimitOf(pipeline, threshold),
      members: pipeline.accounts.map(account => ({
        account,
        setting: settingOf(config, name, { forge: forge.kind, threshold, account }),
      })),
    },
  }),
  compose: (project, { name, threshold }, pipeline) => {
    const { forge, identity } = project
    const { inlineBytes } = pipeline.batch
    const members = pipeline.accounts.map(account => memberOf(project, name, { account, inlineBytes }))
    const [first] = members
    if (first === undefined || members.every(member => member.provider === null))
      throw new MissingKeyError(
        `Expected a key for one member of \`${name}\` at least: ${members.map(member => member.why).join('; ')}`,
      )
    const createRun = runsOf(project, pipeline)
    const parts: BatchParts = {
      members,
      slots: slotLimitOf(pipeline, threshold),
      model: pipeline.model,
      repositoryId: async () =>
        forge.kind === 'github' ? identity : keepRepositoryId(forge.state, () => randomBytes(6).toString('hex')),
      createRun,
    }
    return {
      createProvider: first.createProvider,
      providerCount: () => Promise.resolve({ sendsToday: null, sendsPerDay: null }),
      taskSettings: shapeSchema.parse({ ...pipeline.batch, agent: pipeline.agent }),
      createRun: async (task, outcomes) => directly(await createRun(task, outcomes)),
      openLookUp: lookUpsOf(project, 'all'),
      batch: parts,
    }
  },
}
