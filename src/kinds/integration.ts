import { z } from 'zod'
import type { IntegrationPipelineSettings } from '../config/pipelines.ts'
import { PerpetualError } from '../domain/errors.ts'
import { parseIntegrationSource, type IntegrationSource } from '../domain/integration-task.ts'
import { nextTask, type Task } from '../domain/task.ts'
import type { Outcome } from '../domain/work.ts'
import type { IntegrationAssignment } from '../pipelines/integration/assignment.ts'
import { createCardPipeline } from '../pipelines/integration/card-pipeline.ts'
import { createIntegrationPipeline } from '../pipelines/integration/integration-pipeline.ts'
import { readDeliveryAssignment, readImportAssignment } from '../pipelines/integration/read-assignment.ts'
import type { IntegrationSettings } from '../pipelines/integration/settings.ts'
import type { Project } from '../project.ts'
import { findKey, keyOf, openAiAdapterOf, providerCounter, providerMaker } from '../provider.ts'
import { accountOf } from '../session-setting.ts'
import { readCardTexts } from '../session/integration/card.ts'
import { mergeOwnParts } from '../session/integration/merge-own.ts'
import { readDeliveredTexts, readImportedRows } from '../session/integration/read-source.ts'
import { createTaskRun, type TaskRun } from '../session/task-run.ts'
import { findKind } from './find-pipeline.ts'
import { lookUpsOf, type Composing, type KindParts } from './kind-parts.ts'

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

function settingsOf({ config }: Project, task: Task): IntegrationSettings {
  const { integration, model } = findKind(config, task.pipeline, 'integration')
  const { merge: _merge, ...configured } = integration
  const shape = task.settings === null ? {} : shapeSchema.parse(task.settings)
  const { language, rehearsal } = config.dataset
  const { sources } = config
  return { ...configured, ...shape, pipeline: task.pipeline, model, language, sources, allowRehearsal: rehearsal }
}

async function assignmentOf(
  project: Project,
  task: Task,
  source: Exclude<IntegrationSource, { type: 'card' }>,
): Promise<IntegrationAssignment> {
  const facts = { task: task.id, createdAt: task.createdAt, language: project.config.dataset.language }
  if (source.type === 'delivery') {
    const { retracted, ...file } = await readDeliveredTexts(project, source)
    return readDeliveryAssignment({ ...facts, retracted }, file)
  }
  const { text, retracted } = await readImportedRows(project, task, source)
  return readImportAssignment({ ...facts, retracted }, { name: source.name, text })
}

async function createRun(project: Project, task: Task, outcomes: readonly Outcome[]): Promise<TaskRun> {
  const source = sourceOf(task)
  if (source.type === 'card') {
    const { goal, dataset } = project.config
    return createTaskRun(
      createCardPipeline({ title: cardTitle, goal, dataset }),
      await readCardTexts(project.forge, source.commit),
      outcomes,
    )
  }
  return createTaskRun(createIntegrationPipeline(settingsOf(project, task)), await assignmentOf(project, task, source), outcomes)
}

/** Whether the next task sends nothing: an import that nobody judges, or the card. */
export async function needsNoKey({ config, book }: Project, name: string): Promise<boolean> {
  const { integration } = findKind(config, name, 'integration')
  const [{ task: underWay }, tasks] = await Promise.all([book.pipeline(name), book.tasks(name)])
  const next = tasks.find(({ id }) => id === underWay) ?? nextTask(tasks)
  const type = next === undefined ? undefined : parseIntegrationSource(next.body)?.type
  return type === 'card' || (type === 'import' && !integration.judgeImports)
}

/** Sessions of an integration pipeline. Throws `fix-config` where its key is missing, unless nothing is to be sent. */
export function composeIntegration(
  project: Project,
  { report, keyless }: Composing,
  pipeline: IntegrationPipelineSettings,
): KindParts {
  const { config, forge, clock, environment } = project
  const account = accountOf(config, pipeline.account)
  const key = keyless ? (findKey(account, environment) ?? '') : keyOf(account, environment)
  const adapter = openAiAdapterOf(account, { name: pipeline.account, key })
  const openLookUp = lookUpsOf(project, 'database')
  const merging = {
    forge,
    merge: pipeline.integration.merge,
    openLookUp,
    allowRehearsal: config.dataset.rehearsal,
    report,
  }
  return {
    createProvider: providerMaker(account, adapter, clock),
    providerCount: providerCounter(adapter),
    taskSettings: shapeSchema.parse(pipeline.integration),
    createRun: (task, outcomes) => createRun(project, task, outcomes),
    openLookUp,
    mergeOwn: task => mergeOwnParts(merging, task),
  }
}
