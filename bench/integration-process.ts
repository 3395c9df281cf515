import { performance } from 'node:perf_hooks'
import { readShard } from '../src/dataset/database/row.ts'
import { pairId } from '../src/dataset/pair-id.ts'
import type { KnownFile, KnownQuestion, QuestionIndex, ReadQuestions } from '../src/dataset/question-index.ts'
import type { DirectWork, Outcome } from '../src/domain/work.ts'
import { createQuestionIndex } from '../src/index-cache/question-index.ts'
import type { IntegrationAssignment } from '../src/pipelines/integration/assignment.ts'
import { createIntegrationPipeline } from '../src/pipelines/integration/integration-pipeline.ts'
import { assignmentOf, deliver, perform, settings } from '../test/pipelines/integration/delivered.ts'
import { templatedQuestions } from './templated-questions.ts'

/*
 * A session's process: `build <folder> <rows>` makes the index of a database, `integrate <folder> <rows>` integrates deliveries of 500
 * pairs with it; either prints what it measured as one line of JSON.
 */
const perShard = 170
const pairsEach = 500
const rounds = 5

/** Of these, so that a delivery repeats as many rows of the database whatever its size. */
const repeatedShare = 0.1

/** Items that come in until the young ones are settled, at the latest. */
const untilSettled = 2 ** 14 + 1

const syllables = 'ba ce di fo gu ka le mi no pu ra se ti vo wu xa ye zi cho dru'.split(' ')
/** An invented name, so that questions of one template are as many as wanted and still share most of their words. */
const nameOf = (number: number): string => {
  let state = number
  return Array.from({ length: 8 }, () => {
    state = (state + 0x9e3779b9) >>> 0
    const once = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    return syllables[((once ^ (once >>> 15)) >>> 0) % syllables.length] ?? ''
  }).join('')
}
const questionsOf = (seed: number, count: number): string[] =>
  templatedQuestions(count, seed).map((question, at) =>
    question.replace(/[?.]$/, ` at ${[0, 1, 2].map(part => nameOf((seed * 1000 + at) * 3 + part)).join(' ')}?`),
  )

const shardOf = (number: number): KnownFile => ({ path: `database/2026/11/task-${number}.jsonl`, version: '1' })
const shardsOf = (rows: number): KnownFile[] => Array.from({ length: Math.ceil(rows / perShard) }, (_, n) => shardOf(n))
const numberOf = (path: string): number => Number(/(\d+)\.jsonl$/.exec(path)?.[1])
const readShards: ReadQuestions = async paths =>
  new Map(
    paths.map((path): [string, KnownQuestion[]] => {
      const rows = questionsOf(numberOf(path) + 1, perShard)
      return [path, rows.map((question, at) => ({ id: `${numberOf(path)}.${at}`, question }))]
    }),
  )

/** A delivery of the embedded provider, made large, with questions of its own. */
function deliveryOf(template: IntegrationAssignment, round: number): IntegrationAssignment {
  const own = questionsOf(1_000_000 + round, pairsEach)
  const repeated = questionsOf(round + 1, perShard)
  const rows = own.map((fresh, at) => {
    const [row] = template.rows.slice(at % template.rows.length)
    if (row === undefined) throw new Error('Expected a delivery with pairs')
    const question = at < pairsEach * repeatedShare ? (repeated[at] ?? fresh) : fresh
    const key = `bench.${at + 1}`
    return { ...row, key, pair: { ...row.pair, handle: key, question, id: pairId(row.pair.indicator_id, question) } }
  })
  return { ...template, task: `bench-${round}`, rows }
}

const lookUp = async (index: QuestionIndex, work: Extract<DirectWork, { type: 'look-up' }>): Promise<Outcome> => {
  const { id, unit, questions } = work
  const at = '2026-11-22T10:00:00.000Z'
  const outcome = { version: 1, type: 'matches', work: id, unit, session: 'bench', at, durationMs: 0 } as const
  const matches = []
  for (const { key, question } of questions) {
    const found = await index.find(question)
    if (found !== undefined) matches.push({ key, nearest: found.id, jaccard: found.jaccard })
  }
  return { ...outcome, matches }
}

/** Brings a delivery into shards; `modelMs` is what answers took to make, which is no time of ours. */
async function integrate(index: QuestionIndex, assignment: IntegrationAssignment) {
  const pipeline = createIntegrationPipeline(settings)
  let modelMs = 0
  let progress = pipeline.begin(assignment)
  while (!pipeline.finished(progress)) {
    const [work] = pipeline.next(progress)
    if (work === undefined) throw new Error('Expected work')
    const began = performance.now()
    const outcome = work.type === 'look-up' ? await lookUp(index, work) : perform(work)
    if (work.type === 'ask') modelMs += performance.now() - began
    progress = pipeline.absorb(progress, outcome)
  }
  const shards = pipeline.files(progress, 'file').filter(({ path }) => !path.endsWith('.rejects.jsonl'))
  return { shards, modelMs }
}

const rowsOf = (text: string): readonly KnownQuestion[] => {
  const read = readShard(text)
  if (read.type === 'rows') return read.rows
  throw new Error(read.message)
}

/** Processor time of this process, which other load on the machine does not change. */
const processorMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

interface Took {
  readonly ms: number
  readonly processorMs: number
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

async function measureIntegration(index: QuestionIndex, rows: number) {
  const held = shardsOf(rows)
  const opening = performance.now()
  await index.hold(held, readShards)
  const openMs = performance.now() - opening
  const template = assignmentOf(deliver(0))
  const times: Took[] = []
  let accepted = 0
  for (let round = 1; round <= rounds; round++) {
    const assignment = deliveryOf(template, round)
    const [began, beganProcessor] = [performance.now(), processorMs()]
    // As each task does at its first look.
    await index.hold(held, readShards)
    const { shards, modelMs } = await integrate(index, assignment)
    const texts = new Map(shards.map(({ path, text }) => [path, text]))
    held.push(...[...texts.keys()].map(path => ({ path, version: '1' })))
    await index.hold(held, async paths => new Map(paths.map(path => [path, rowsOf(texts.get(path) ?? '')])))
    times.push({ ms: performance.now() - began - modelMs, processorMs: processorMs() - beganProcessor - modelMs })
    accepted += shards.reduce((sum, { pairs }) => sum + pairs, 0)
  }
  const settling = performance.now()
  const more = shardsOf(rows + untilSettled).slice(shardsOf(rows).length)
  await index.hold([...held, ...more], readShards)
  const settleMs = performance.now() - settling
  return {
    openMs,
    integrateMs: median(times.map(({ ms }) => ms)),
    processorMs: median(times.map(each => each.processorMs)),
    accepted: accepted / rounds,
    settleMs: (settleMs / untilSettled) * pairsEach,
  }
}

const [command = '', folder = '', count = '0'] = process.argv.slice(2)
const index = createQuestionIndex({ folder, name: 'database' })
const began = performance.now()
const measured =
  command === 'build'
    ? await index.hold(shardsOf(Number(count)), readShards).then(() => ({ buildMs: performance.now() - began }))
    : await measureIntegration(index, Number(count))
index.close()
process.stdout.write(`${JSON.stringify({ ...measured, maxRssKib: process.resourceUsage().maxRSS })}\n`)
