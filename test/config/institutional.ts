import { join } from 'node:path'
import { loadConfig } from '../../src/config/load-config.ts'
import type { PipelineSettings } from '../../src/config/pipelines.ts'
import { readTaskFile } from '../../src/config/task-file.ts'
import { parsePairFile } from '../../src/dataset/pair-rows.ts'
import type { ResearchAssignment } from '../../src/domain/research-task.ts'
import { parseAssignment } from '../../src/domain/task-forms/forms.ts'
import type { DirectWork, Outcome } from '../../src/domain/work.ts'
import { createResearchPipeline } from '../../src/pipelines/research/research-pipeline.ts'
import { createAnswers } from '../../src/rehearsal/answers.ts'
import { run } from '../pipelines/research/run.ts'

const pipeline = 'zai-institutional'
const config = loadConfig('', 'defaults')

export function institutionalSettings(): PipelineSettings<'research'> {
  const settings = config.pipelines[pipeline]
  if (settings?.kind !== 'research') throw new Error('Expected a research pipeline')
  return settings
}

export function readTopics() {
  const file = `tasks/${pipeline}.yml`
  return readTaskFile(join(import.meta.dirname, '..', '..', file), file, config.pipelines)
}

export function assignmentOf(body: string): ResearchAssignment {
  const parsed = parseAssignment(body)
  if (parsed.type === 'invalid') throw new Error(parsed.problems.join(' '))
  return parsed.assignment
}

const answers = createAnswers()

function respond(work: DirectWork): Outcome {
  const at = '2026-01-01T00:00:00.000Z'
  const common = { version: 1, work: work.id, unit: work.unit, session: 's', at, durationMs: 0 } as const
  if (work.type === 'look-up') return { ...common, type: 'matches', matches: [] }
  const { prompt, answer, webSearch, model } = work.request
  const inputText = prompt.slice(prompt.lastIndexOf('<input>') + 7, prompt.lastIndexOf('</input>')).trim()
  const result = answers({ stage: answer.name, inputText, webSearch: webSearch !== null })
  if (result.type !== 'answer') throw new Error(result.reason)
  const served = { modelServed: 'rehearsal/test', provider: 'test', generationId: 'test', rehearsal: true }
  const usage = { inputTokens: 1, outputTokens: 1, costUsd: 0 }
  return {
    ...common,
    type: 'answer',
    promptSha256: '',
    modelRequested: model,
    answer: { text: result.answer.content, finish: 'stop', annotations: [...result.answer.annotations], usage, ...served },
  }
}

/** A topic researched by the configured machine with the rehearsal's answers, without a session around it. */
export function rehearseTopic(assignment: ResearchAssignment) {
  const { research, agent, model, judgeModel } = institutionalSettings()
  const { language, license } = config.dataset
  const settings = { ...research, agent, pipeline, model, judgeModel, language, license, sources: config.sources }
  const machine = createResearchPipeline(settings)
  const { progress } = run(machine, assignment, { respond })
  const [unit] = machine.units(progress)
  if (unit === undefined) throw new Error('Expected one unit')
  const file = machine.files(progress, unit.unit).find(({ path }) => path.endsWith('.json'))
  return { unit, pairs: parsePairFile(file?.text ?? '').pairs }
}
