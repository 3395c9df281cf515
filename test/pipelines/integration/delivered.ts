import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { DeliveredFile } from '../../../src/domain/delivered-file.ts'
import type { ModelAnswer, ModelRequest } from '../../../src/domain/model.ts'
import type { Indicator } from '../../../src/domain/research-task.ts'
import type { DirectWork, Outcome } from '../../../src/domain/work.ts'
import type { IntegrationAssignment } from '../../../src/pipelines/integration/assignment.ts'
import { readDelivered } from '../../../src/pipelines/integration/read-delivered.ts'
import type { IntegrationSettings } from '../../../src/pipelines/integration/settings.ts'
import { createResearchPipeline } from '../../../src/pipelines/research/research-pipeline.ts'
import { createAnswers } from '../../../src/rehearsal/answers.ts'
import { answerWith, matchesOf, outcomeOf, settings as researchSettings } from '../research/answerer.ts'
import { run as runResearch } from '../research/run.ts'

export const settings: IntegrationSettings = {
  pipeline: 'claude-integration',
  model: 'test/integrator',
  language: 'en',
  pairsPerJudge: 8,
  tokensPerPair: 600,
  judgeImports: false,
  rubric: 'pairs-1',
  sources: { deny: [], minDomainsForNumbers: 1 },
  allowRehearsal: false,
}

const answers = createAnswers()

/** The embedded provider's answer, as a real provider would bring it; the tokens of all that was sent are told as it tells them. */
export const rehearsed = (request: ModelRequest): ModelAnswer => {
  const inputText = /<input>\n(.*)\n<\/input>/s.exec(request.prompt)?.[1] ?? ''
  const result = answers({ stage: request.answer.name, inputText, webSearch: request.webSearch !== null })
  if (result.type === 'unusable') throw new Error(result.reason)
  const sent = [request.system, request.prompt, JSON.stringify(request.answer.schema)].join('\n')
  const usage = {
    inputTokens: Math.ceil(Buffer.byteLength(sent) / 4),
    outputTokens: Math.ceil(Buffer.byteLength(result.answer.content) / 4),
    costUsd: 0.001,
  }
  return answerWith(result.answer.content, { annotations: [...result.answer.annotations], usage })
}

/** What a well-behaved session brings back. */
export const perform = (work: DirectWork): Outcome =>
  work.type === 'look-up' ? matchesOf(work) : outcomeOf(work, { answer: rehearsed(work.request) })

/** The first indicators of the seed tasks. */
export const indicators: readonly Indicator[] = (
  parse(readFileSync(new URL('../../../tasks/droid-research.yml', import.meta.url), 'utf8')) as {
    tasks: { indicators: Indicator[] }[]
  }
).tasks.flatMap(task => task.indicators)

/** What research delivers for an indicator with the answers of the embedded provider, told as those of a real one. */
export const deliver = (index: number): ReadonlyMap<string, string> => {
  const pipeline = createResearchPipeline(researchSettings)
  const indicator = indicators[index]
  if (indicator === undefined) throw new Error('Expected an indicator')
  const assignment = { task: 'session_01', title: 'Rehearsed', indicators: [indicator] }
  const { progress } = runResearch(pipeline, assignment, { respond: perform })
  return new Map(pipeline.files(progress, indicator.id).map((file: DeliveredFile) => [file.path, file.text]))
}

const textOf = (files: ReadonlyMap<string, string>, ending: string): string =>
  [...files].find(([path]) => path.endsWith(ending))?.[1] ?? ''

/** The assignment for what stands in a delivery's files. */
export const assignmentOf = (
  files: ReadonlyMap<string, string>,
  changes: Partial<IntegrationAssignment> = {},
): IntegrationAssignment => {
  const path = [...files.keys()].find(each => each.endsWith('.json')) ?? ''
  const read = readDelivered(textOf(files, '.json'), {
    callsText: textOf(files, '.calls.jsonl'),
    callsPath: path.replace('.json', '.calls.jsonl'),
    review: { state: 'merged-unread', pull_request: '' },
  })
  return {
    task: 'droid-session_01-rsi-0123abcd',
    unit: 'file',
    shard: 'droid-session_01-rsi-0123abcd',
    earlier: [],
    path,
    origin: 'delivered',
    createdAt: '2026-11-22T10:00:00.000Z',
    retracted: new Set(),
    ...read,
    ...changes,
  }
}
