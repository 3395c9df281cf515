import { createDuplicateIndex, normalizeQuestion } from '../src/dataset/duplicates.ts'
import { jaccardOf, shinglesOf } from '../src/dataset/shingles.ts'
import { templatedQuestions } from './templated-questions.ts'
import type { Row } from './row.ts'

const asked = 500
/** Processor time of this thread, so that what else runs on the machine does not change the result. */
const threadMs = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
const perSecond = (count: number, startedMs: number): number => Math.round((count / (threadMs() - startedMs)) * 1000)
const megabytes = ({ heapUsed, arrayBuffers }: NodeJS.MemoryUsage): number => (heapUsed + arrayBuffers) / 1e6

const measure = (size: number, recallSample: number): Row[] => {
  const questions = [...new Set(templatedQuestions(Math.ceil(size * 1.2), 11).map(normalizeQuestion))].slice(0, size)
  const fresh = templatedQuestions(asked, 13)
  globalThis.gc?.()
  const before = process.memoryUsage()
  const index = createDuplicateIndex({ expected: size })
  const indexing = threadMs()
  for (const [i, question] of questions.entries()) {
    index.find(question)
    index.add(`q${i}`, question)
  }
  const indexed = perSecond(questions.length, indexing)
  globalThis.gc?.()
  const after = process.memoryUsage()
  const checking = threadMs()
  const found = fresh.map(question => index.find(question))
  const checked = perSecond(asked, checking)

  const shingles = questions.map(question => shinglesOf(question))
  const sample = fresh
    .slice(0, recallSample)
    .map((question, i) => ({ own: shinglesOf(normalizeQuestion(question)), found: found[i] }))
  const repeated = sample.filter(({ own }) => shingles.some(other => jaccardOf(own, other) >= 0.7))
  const recall = repeated.filter(one => one.found !== undefined).length / Math.max(1, repeated.length)
  const name = `${size.toLocaleString('en')} templated questions`
  return [
    {
      name: `${name}: looked up and added`,
      value: indexed,
      unit: 'questions/s',
      expectation: '≥ 10,000 a second of processor time',
    },
    {
      name: `${name}: ${asked} new ones checked`,
      value: checked,
      unit: 'questions/s',
      expectation: '≥ 10,000 a second of processor time',
    },
    {
      name: `${name}: recall at Jaccard 0.7, ${repeated.length} repetitions among ${recallSample} compared with all`,
      value: Math.round(recall * 1000) / 1000,
      unit: '',
      expectation: '≥ 0.98',
    },
    {
      name: `${name}: heap and buffers`,
      value: Math.round(megabytes(after) - megabytes(before)),
      unit: 'MB',
      expectation: '≤ 1,000',
    },
    { name: `${name}: resident memory`, value: Math.round((after.rss - before.rss) / 1e6), unit: 'MB', expectation: '≤ 1,000' },
  ]
}

/** Speed, recall and memory of the duplicate index at 30,000 and 300,000 questions; recall at 300,000 is sampled, as each costs 300,000 comparisons. */
export const benchDuplicates = (): Promise<Row[]> => Promise.resolve([...measure(30_000, asked), ...measure(300_000, 60)])
