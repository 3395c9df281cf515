import { createHash } from 'node:crypto'
import type { ModelAnswer } from '../../../src/domain/model.ts'
import type { BatchEnd, BatchItemOutcome, Outcome, SubmitWork, Work } from '../../../src/domain/work.ts'
import { createBatchPipeline } from '../../../src/pipelines/batch/batch-pipeline.ts'
import type { BatchAssignment, BatchProgress } from '../../../src/pipelines/batch/progress.ts'
import type { BatchSettings } from '../../../src/pipelines/batch/settings.ts'

export const settings: BatchSettings = {
  pipeline: 'droid-eastern',
  agent: 'droid',
  model: 'gemini-test',
  language: 'en',
  license: 'CC-BY-4.0',
  expectedPairs: 4,
  videosPerJob: 2,
  attempts: 3,
  maxTokens: 16_000,
  sources: { deny: [], minDomainsForNumbers: 1 },
}
export const pipeline = createBatchPipeline(settings)

export const durationSeconds = 1800
const idOf = (index: number): string => `video-${String(index).padStart(5, '0')}`
export const unitOf = idOf
export const assignmentOf = (videos: number, changes: Partial<BatchAssignment> = {}): BatchAssignment => ({
  task: 'funding-talks',
  title: 'Funding rates of perpetual futures since 2016',
  videos: Array.from({ length: videos }, (_, index) => `https://www.youtube.com/watch?v=${idOf(index)}`),
  questions: 'What happens at a funding rate of 0.01 percent?',
  ...changes,
})

const hash = (text: string): number => Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, 8), 16)
const words =
  'signal trend crossover histogram divergence volatility liquidity halving miner exchange wallet holder drawdown rally breakout reversal momentum leverage basis spread settlement cohort cycle threshold regime session candle window smoothing weighting sampling calibration'.split(
    ' ',
  )
const phrase = (seed: string, count: number): string =>
  Array.from({ length: count }, (_, index) => words[hash(`${seed}/${index}`) % words.length]).join(' ')

/** A sound pair as a model that watched the video writes it. */
export const pairOf = (seed: string, changes: Readonly<Record<string, unknown>> = {}) => ({
  question: `Why would ${phrase(`${seed}/q`, 5)} matter for ${phrase(`${seed}/r`, 4)} when funding turns?`,
  answer: `Funding is paid every 8 hours between the two sides of a perpetual future, so that its price stays near the index. With ${phrase(seed, 4)} the side that is crowded pays more, which makes holding it dear and thins it out, but the rate may stay high for long, which is why it is no signal by itself.`,
  short_answer: 'The crowded side pays the other one every 8 hours.',
  worked_example: '',
  type: 'interpretation',
  difficulty: 'intermediate',
  second: 60 + (hash(seed) % 600),
  quote: 'funding is paid every 8 hours and keeps the perpetual near its index',
  ...changes,
})

export const answerWith = (text: string, changes: Partial<ModelAnswer> = {}): ModelAnswer => ({
  text,
  finish: 'stop',
  annotations: [],
  usage: { inputTokens: 90_001, outputTokens: 2003, costUsd: null },
  modelServed: 'gemini-test-001',
  provider: 'Google',
  generationId: `gen-${hash(text)}`,
  rehearsal: false,
  ...changes,
})
export const videoAnswer = (
  pairs: readonly unknown[],
  changes: Readonly<Record<string, unknown>> = {},
  served: Partial<ModelAnswer> = {},
): ModelAnswer =>
  answerWith(JSON.stringify({ title: 'Funding, explained', duration_seconds: durationSeconds, pairs, ...changes }), served)

/** What a good model makes of a video: as many pairs as were asked for. */
export const goodAnswer = (unit: string, count: number = settings.expectedPairs): ModelAnswer =>
  videoAnswer(Array.from({ length: count }, (_, index) => pairOf(`${unit}/${index}`)))

export type Result = BatchItemOutcome['result']
export const answered = (answer: ModelAnswer): Result => ({ type: 'answer', answer })
export const failed = (code: number | null, message: string): Result => ({ type: 'error', code, message })

const common = (work: string, unit: string) => ({
  version: 1 as const,
  work,
  unit,
  session: 's-1',
  at: '2026-11-22T12:00:00.000Z',
  durationMs: 5,
})
const promptHash = 'a'.repeat(64)

export const batchOutcome = (
  work: SubmitWork,
  resultOf: (unit: string) => Result = unit => answered(goodAnswer(unit)),
  end: BatchEnd = 'succeeded',
): Outcome => ({
  ...common(work.id, ''),
  type: 'batch',
  job: `batches/${hash(work.id)}`,
  member: 'gemini',
  end,
  error: end === 'succeeded' ? '' : `the job ${end}`,
  modelRequested: settings.model,
  items: work.items.map(({ key }) => ({ key, promptSha256: promptHash, result: resultOf(key) })),
})
export const directAnswer = (work: Work & { type: 'ask' }, answer: ModelAnswer): Outcome => ({
  ...common(work.id, work.unit),
  type: 'answer',
  promptSha256: promptHash,
  modelRequested: settings.model,
  answer,
})
export const refusalOf = (work: Work, reason: string): Outcome => ({
  ...common(work.id, 'unit' in work ? work.unit : ''),
  type: 'refusal',
  reason,
})
export const matchesOf = (work: Work & { type: 'look-up' }, keys: readonly string[] = []): Outcome => ({
  ...common(work.id, work.unit),
  type: 'matches',
  matches: keys.map(key => ({ key, nearest: 'database/old', jaccard: 0.8 })),
})

/** What a session brings back when all goes well. */
export const perform = (work: Work): Outcome => {
  if (work.type === 'submit') return batchOutcome(work)
  return work.type === 'ask' ? directAnswer(work, goodAnswer(work.unit)) : matchesOf(work)
}

/** Takes the works in the order that `pick` chooses until the task is finished. */
export const drive = (
  assignment: BatchAssignment,
  { respond = perform, pick = () => 0 }: { respond?: (work: Work) => Outcome; pick?: (ready: number) => number } = {},
): { readonly progress: BatchProgress; readonly recorded: readonly Outcome[]; readonly works: readonly Work[] } => {
  let progress = pipeline.begin(assignment)
  const recorded: Outcome[] = []
  const works: Work[] = []
  while (!pipeline.finished(progress)) {
    const ready = pipeline.next(progress)
    const work = ready[pick(ready.length)]
    if (work === undefined || recorded.length >= 2000) throw new Error(`Stuck after ${recorded.length} outcomes`)
    const outcome = respond(work)
    recorded.push(outcome)
    works.push(work)
    progress = pipeline.absorb(progress, outcome)
  }
  return { progress, recorded, works }
}

/** The same outcomes, in the order given, from the beginning. */
export const replay = (assignment: BatchAssignment, outcomes: readonly Outcome[]): BatchProgress =>
  outcomes.reduce((progress, outcome) => pipeline.absorb(progress, outcome), pipeline.begin(assignment))

export const submits = (works: readonly Work[]): readonly SubmitWork[] =>
  works.flatMap(work => (work.type === 'submit' ? [work] : []))

export const ordinalOf = (work: Work): number => Number(/job-(\d+)$/.exec(work.id)?.[1])

/** Answers job by job: `results` names what the n-th job brings for a unit; everything else goes well. */
export const driveWith = (videos: number, results: (job: number, unit: string) => Result | undefined) =>
  drive(assignmentOf(videos), {
    respond: work =>
      work.type === 'submit'
        ? batchOutcome(work, unit => results(ordinalOf(work), unit) ?? answered(goodAnswer(unit)))
        : perform(work),
  })
