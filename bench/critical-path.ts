import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadConfig } from '../src/config/load-config.ts'
import { parseTaskFile } from '../src/config/task-file.ts'
import { parseAssignment } from '../src/domain/task-forms/forms.ts'
import type { AskWork, Outcome, DirectWork } from '../src/domain/work.ts'
import { createResearchPipeline } from '../src/pipelines/research/research-pipeline.ts'
import { createAnswers } from '../src/rehearsal/answers.ts'
import { createTaskRun } from '../src/session/task-run.ts'

const at = '2026-01-01T00:00:00.000Z'

/** The first assignment on a virtual clock: each call takes one latency, everything else takes no time. Returns milliseconds. */
export function criticalPathMs({ latencyMs, concurrency }: { readonly latencyMs: number; readonly concurrency: number }): {
  readonly ms: number
  readonly calls: number
} {
  const config = loadConfig('{}', 'defaults')
  const pipeline = config.pipelines['droid-research']
  if (pipeline?.kind !== 'research') throw new Error('Expected a research pipeline')
  const file = fileURLToPath(new URL('../tasks/droid-research.yml', import.meta.url))
  const task = parseTaskFile(readFileSync(file, 'utf8'), file, { name: 'droid-research', kind: 'research' })[0]
  const parsed = parseAssignment(task?.body ?? '')
  if (parsed.type === 'invalid') throw new Error('Expected a task')
  const machine = createResearchPipeline({
    ...pipeline.research,
    pipeline: 'droid-research',
    agent: 'droid',
    model: pipeline.model,
    judgeModel: pipeline.judgeModel,
    language: 'en',
    license: '',
    sources: config.sources,
  })
  const run = createTaskRun(machine, parsed.assignment, [])
  const answers = createAnswers()
  let nowMs = 0
  let calls = 0
  const running = new Map<string, { readonly work: AskWork; readonly endsMs: number }>()
  while (!run.finished()) {
    for (;;) {
      const ready: readonly DirectWork[] = run.next().filter(work => !running.has(work.id))
      const look = ready.find(work => work.type === 'look-up')
      if (look !== undefined) {
        run.absorb({ ...common(look), type: 'matches', matches: [] })
        continue
      }
      const next = ready.find(work => work.type === 'ask')
      if (next === undefined || running.size >= concurrency) break
      running.set(next.id, { work: next, endsMs: nowMs + latencyMs })
      calls += 1
    }
    const first = [...running.values()].toSorted((a, b) => a.endsMs - b.endsMs)[0]
    if (first === undefined) throw new Error('The machine waits for nothing')
    nowMs = first.endsMs
    running.delete(first.work.id)
    run.absorb(answer(first.work, answers))
  }
  return { ms: nowMs, calls }
}

const common = (work: DirectWork) =>
  ({ version: 1, work: work.id, unit: work.unit, session: 'bench', at, durationMs: 0 }) as const

function answer(work: AskWork, answers: ReturnType<typeof createAnswers>): Outcome {
  const { request } = work
  const inputText = request.prompt.slice(request.prompt.lastIndexOf('<input>') + 7, request.prompt.lastIndexOf('</input>')).trim()
  const result = answers({ stage: request.answer.name, inputText, webSearch: request.webSearch !== null })
  if (result.type !== 'answer') throw new Error(result.reason)
  const usage = { inputTokens: 1, outputTokens: 1, costUsd: 0 }
  const text = result.answer.content
  return {
    ...common(work),
    type: 'answer',
    promptSha256: '',
    modelRequested: request.model,
    answer: {
      text,
      finish: 'stop',
      annotations: [...result.answer.annotations],
      usage,
      modelServed: 'rehearsal/bench',
      provider: 'bench',
      generationId: 'bench',
      rehearsal: true,
    },
  }
}
