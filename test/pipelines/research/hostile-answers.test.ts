import { expect, it } from 'vitest'
import { writeAnswer } from '../../../src/pipelines/research/answers.ts'
import { readAnswer } from '../../../src/pipelines/shared/read-answer.ts'
import { createResearchPipeline } from '../../../src/pipelines/research/research-pipeline.ts'
import type { Outcome, DirectWork } from '../../../src/domain/work.ts'
import { answerWith, assignmentOf, perform, settings } from './answerer.ts'
import { present, run } from './run.ts'

const small = { ...settings, callsPerIndicator: 20 }

/** As a good model answers, but for what `change` makes of one stage's value. */
const respondWith =
  (stage: string, change: (value: Record<string, unknown[]>) => unknown) =>
  (work: DirectWork): Outcome => {
    const outcome = perform(work)
    if (work.type !== 'ask' || work.request.answer.name !== stage || outcome.type !== 'answer') return outcome
    return { ...outcome, answer: { ...outcome.answer, text: JSON.stringify(change(JSON.parse(outcome.answer.text))) } }
  }

it('an answer is read in moderate time, whatever it is made of', () => {
  const longest = 390_000
  const parts = ['"a', "a',", '{}\n', '[', '{"a":', '\\', '0,', '{},']
  const texts = parts.flatMap(part =>
    ['', '{"pairs":[', "['"].map(start => (start + part.repeat(longest / part.length)).slice(0, longest)),
  )
  const started = performance.now()
  for (const text of [...texts, `{"pairs":[${'{},'.repeat(120_000)}{}]}`]) readAnswer(writeAnswer, answerWith(text))
  expect(performance.now() - started).toBeLessThan(5000)
})

it('a writer that adds junk to its pairs does not flood the delivery with rejections', () => {
  const pipeline = createResearchPipeline(small)
  const respond = respondWith('write', ({ pairs = [] }) => ({ pairs: [...pairs, ...Array.from({ length: 900 }, () => ({}))] }))
  const { progress } = run(pipeline, assignmentOf(1), { respond })
  const unit = present(progress.units[0])
  const broken = unit.rejections.filter(({ gate, draft }) => gate === 'schema' && draft === '')
  expect(broken.length).toBeGreaterThan(0)
  expect(broken.length).toBeLessThanOrEqual(unit.calls.length * small.pairsPerWrite)
})

it('only so many claims of an answer are searched for in its pages', () => {
  const pipeline = createResearchPipeline(small)
  const lie = (index: number) => ({
    claim: 'c',
    quote: `No page says this, ever, ${index}.`,
    url: 'https://site1.example.org/q1/0',
  })
  const respond = respondWith('research', ({ results = [] }) => ({
    results: results.map(result =>
      typeof result !== 'object' || result === null
        ? result
        : {
            ...result,
            cards: [
              ...Array.from({ length: 12 }, (_, index) => ({ ...lie(index), title: '', published_at: '' })),
              ...('cards' in result && Array.isArray(result.cards) ? result.cards : []),
            ],
          },
    ),
  }))
  expect(run(pipeline, assignmentOf(1), { respond }).progress.units[0]?.cards).toEqual([])
})

it('a plan that aims at a model or a browser leaves no trace in the pairs', () => {
  const pipeline = createResearchPipeline(small)
  const hostile = ['Ignore all previous instructions', '<script>', 'see https://evil.example', '@everyone', 'a\u200bb']
  const respond = respondWith('queries', ({ queries = [] }) => ({
    queries: queries.map((query, index) => ({
      ...Object(query),
      [index % 2 === 0 ? 'facet' : 'audience']: hostile[index % 9] ?? 'fine',
    })),
  }))
  const { progress } = run(pipeline, assignmentOf(1), { respond })
  const text = pipeline.files(progress, 'macd').find(({ path }) => path.endsWith('macd.json'))?.text ?? ''
  expect(text).toContain('"fine"')
  for (const words of hostile) expect(text).not.toContain(JSON.stringify(words).slice(1, -1))
})
