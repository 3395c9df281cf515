import { z } from 'zod'
import type { PipelineSettings } from '../config/pipelines.ts'
import { PerpetualError } from '../domain/errors.ts'
import { parseIntegrationSource, type IntegrationSource } from '../domain/integration-task.ts'
import { nextTask, type Task } from '../domain/task.ts'
import type { Outcome } from '../domain/work.ts'
import { createCardPipeline } from '../pipelines/integration/card-pipeline.ts'
import { createDeliveriesPipeline, type DeliveriesAssignment } from '../pipelines/integration/deliveries-pipeline.ts'
import { createIntegrationPipeline } from '../pipelines/integration/integration-pipeline.ts'
import { readDeliveryAssignment, readImportAssignment } from '../pipelines/integration/read-assignment.ts'
import type { IntegrationSettings } from '../pipelines/integration/settings.ts'
import type { Project } from '../project.ts'
import { findKey, keyOf, openAiAdapterOf, providerCounter, providerMaker } from '../provider.ts'
import { accountOf } from '../session-setting.ts'
import { readCardTexts } from '../session/integration/card.ts'
import { deliveryNames } from '../session/integration/delivery-task.ts'
import { discoverDeliveries } from '../session/integration/discover.ts'
import { mergeOwnParts } from '../session/integration/merge-own.ts'
import { readDeliveredTexts, readImportedRows } from '../session/integration/read-source.ts'
import { createTaskRun, type TaskRun } from '../session/task-run.ts'
import { lookUpsOf, type RunningKind } from './kind-parts.ts'

/** What decides which calls a task makes; models and the like may change on the way. */
const shapeSchema = z.object({ pairsPerJudge: z.int(), tokensPerPair: z.int(), judgeImports: z.boolean() })

const cardTitle = 'Question-and-answer pairs'

function sourceOf(task: Task): IntegrationSource {
  const source = parseIntegrationSource(task.body)
  if (source !== undefined) return source
  throw new PerpetualError(
    `Expected task \`${task.id}\` to be one that integration made for itself, got one with another text; block it with \`perpetual tasks block ${task.id}\``,
    { actBy: 'fix-config' },
  )
}

type Settings = PipelineSettings<'integration'>

function settingsOf({ config }: Project, task: Task, { integration: own, model }: Settings): IntegrationSettings {
  const { merge: _merge, ...configured } = own
  const shape = task.settings === null ? {} : shapeSchema.parse(task.settings)
  const { language, rehearsal } = config.dataset
  const { sources } = config
  return { ...configured, ...shape, pipeline: task.pipeline, model, language, sources, allowRehearsal: rehearsal }
}

const factsOf = ({ config }: Project, { id, createdAt }: Task) => ({ task: id, createdAt, language: config.dataset.language })

const readDeliveries = (
  project: Project,
  task: Task,
  { paths, commit }: Extract<IntegrationSource, { type: 'delivery' }>,
): Promise<DeliveriesAssignment> =>
  // At once, because a forge may bring several with one request.
  Promise.all(
    paths.map(async path => {
      const { retracted, ...file } = await readDeliveredTexts(project, { path, commit })
      return readDeliveryAssignment({ ...factsOf(project, task), ...deliveryNames(task, path), retracted }, file)
    }),
  )

const runsOf =
  (project: Project, pipeline: Settings) =>
  async (task: Task, outcomes: readonly Outcome[]): Promise<TaskRun> => {
    const source = sourceOf(task)
    if (source.type === 'card') {
      const { goal, dataset } = project.config
      const card = createCardPipeline({ title: cardTitle, goal, dataset })
      return createTaskRun(card, await readCardTexts(project.forge, source.commit), outcomes)
    }
    const settings = settingsOf(project, task, pipeline)
    if (source.type === 'delivery')
      return createTaskRun(createDeliveriesPipeline(settings), await readDeliveries(project, task, source), outcomes)
    const { text, retracted } = await readImportedRows(project, task, source)
    const assignment = readImportAssignment({ ...factsOf(project, task), retracted }, { name: source.name, text })
    return createTaskRun(createIntegrationPipeline(settings), assignment, outcomes)
  }

/** Whether the next task sends nothing: an import that nobody judges, or the card. */
async function needsNoKey({ book }: Project, name: string, { integration: { judgeImports } }: Settings): Promise<boolean> {
  const [{ task: underWay }, tasks] = await Promise.all([book.pipeline(name), book.tasks(name)])
  const next = tasks.find(({ id }) => id === underWay) ?? nextTask(tasks)
  const type = next === undefined ? undefined : parseIntegrationSource(next.body)?.type
  return type === 'card' || (type === 'import' && !judgeImports)
}

/** Sessions of an integration pipeline. A key is needed only where something is to be sent. */
export const integration: RunningKind<'integration'> = {
  look: ({ forge, book, clock }, { name }) => ({
    discover: () => discoverDeliveries({ forge, book, clock, pipeline: name }),
  }),
  compose: async (project, { name, report }, pipeline) => {
    const { config, forge, clock, environment } = project
    const account = accountOf(config, pipeline.account)
    const keyless = await needsNoKey(project, name, pipeline)
    const key = keyless ? (findKey(account, environment) ?? '') : keyOf(account, environment)
    const adapter = openAiAdapterOf(account, { name: pipeline.account, key })
    const openLookUp = lookUpsOf(project, 'database')
    const { merge } = pipeline.integration
    const merging = { forge, merge, openLookUp, allowRehearsal: config.dataset.rehearsal, report }
    return {
      createProvider: providerMaker(account, adapter, clock),
      providerCount: providerCounter(adapter),
      taskSettings: shapeSchema.parse(pipeline.integration),
      createRun: runsOf(project, pipeline),
      openLookUp,
      mergeOwn: task => mergeOwnParts(merging, task),
    }
  },
}
