import { describe, expect, it } from 'vitest'
import { readPairs, readUnit } from '../../../src/dataset/pair-file.ts'
import { pairSchema } from '../../../src/domain/pair.ts'
import { composePairs } from '../../../src/pipelines/research/compose-pairs.ts'
import { createResearchPipeline } from '../../../src/pipelines/research/research-pipeline.ts'
import { assignmentOf, goodHabits, perform, settings } from './answerer.ts'
import { present, run } from './run.ts'

const pipeline = createResearchPipeline(settings)
const assignment = assignmentOf(1)
const { progress } = run(pipeline, assignment, {
  respond: work => perform(work, { ...goodHabits, misses: id => id.endsWith('/judge/1') }),
})
const [unit] = progress.units
const pairs = composePairs(settings, assignment, present(unit))

describe('the pairs of an ended indicator', () => {
  it('have every key, and handles that count from one in the order of writing', () => {
    for (const pair of pairs) expect(pairSchema.safeParse(pair).error).toBeUndefined()
    expect(pairs.map(({ handle }) => handle)).toEqual(pairs.map((_, index) => `macd.${index + 1}`))
    expect(new Set(pairs.map(({ id }) => id)).size).toBe(pairs.length)
    expect(pairs.length).toBe(present(unit).accepted.length)
  })

  it('carry the evidence that code has verified', () => {
    for (const { citations, indicator, topic } of pairs) {
      expect(citations.length).toBe(2)
      for (const { url, match_score, accessed_at, quote } of citations) {
        expect(url).toMatch(/^https:\/\/site\d\.example\.org\//)
        expect(match_score).toBeGreaterThanOrEqual(90)
        expect(quote).not.toBe('')
        expect(accessed_at).toBe('2026-11-22T12:00:00.000Z')
      }
      expect([indicator, ...topic]).toEqual(['Moving Average Convergence Divergence', 'technical', 'momentum'])
    }
  })

  it('say how they were made, and share out exactly what all calls cost', () => {
    for (const { generation, judge } of pairs) {
      expect(generation).toMatchObject({
        pipeline: 'droid-research',
        agent: 'droid',
        task: 'session_23',
        session: 's-1',
        model_served: 'test/served',
      })
      expect(generation.prompt_sha256).toMatch(/^[0-9a-f]{64}$/)
      expect(generation.generation_ids.length).toBeGreaterThanOrEqual(3)
      expect(judge).toMatchObject({ model: 'test/served', rubric: 'research-1', verdict: 'accept' })
    }
    const calls = present(unit).calls.length
    const sum = (of: (pair: (typeof pairs)[number]) => number): number => pairs.reduce((total, pair) => total + of(pair), 0)
    expect(sum(({ generation }) => generation.input_tokens)).toBe(calls * 1001)
    expect(sum(({ generation }) => generation.output_tokens)).toBe(calls * 503)
    expect(sum(({ generation }) => generation.cost_usd)).toBeCloseTo(calls * 0.0004, 6)
  })

  it('are flagged where a judge had missed a planted error, and not as rehearsal', () => {
    expect(pairs.filter(({ flags }) => flags.includes('planted-missed')).length).toBeGreaterThan(0)
    expect(pairs.filter(({ flags }) => flags.includes('rehearsal'))).toEqual([])
  })

  it('are all flagged as rehearsal if the embedded provider answered no more than the plan', () => {
    const rehearsed = run(pipeline, assignment, {
      respond: work => {
        const outcome = perform(work)
        return outcome.type === 'answer' && work.id.endsWith('/plan/1')
          ? { ...outcome, answer: { ...outcome.answer, rehearsal: true } }
          : outcome
      },
    })
    const flags = composePairs(settings, assignment, present(rehearsed.progress.units[0])).map(pair => pair.flags)
    expect(flags.every(list => list.includes('rehearsal'))).toBe(true)
  })

  it('call a cost unknown where a provider did not say it', () => {
    const silent = run(pipeline, assignment, {
      respond: work => {
        const outcome = perform(work)
        if (outcome.type !== 'answer' || !work.id.endsWith('/plan/1')) return outcome
        return { ...outcome, answer: { ...outcome.answer, usage: { ...outcome.answer.usage, costUsd: null } } }
      },
    })
    for (const { generation } of composePairs(settings, assignment, present(silent.progress.units[0])))
      expect(generation.cost_usd).toBe(-1)
  })

  it('are the files that a reviewer gets', () => {
    const files = pipeline.files(progress, 'macd')
    const text = (end: string): string => present(files.find(({ path }) => path.endsWith(end))).text
    expect(files.reduce((sum, file) => sum + file.pairs, 0)).toBe(pairs.length)
    expect(readPairs(text('/macd.json'), text('/macd.calls.jsonl'))).toEqual(pairs)
    const { rejections, calls, planted } = readUnit(text('/macd.json'), text('/macd.calls.jsonl'))
    expect([rejections.length, calls.length]).toEqual([present(unit).rejections.length, present(unit).calls.length])
    expect(planted).toEqual(present(unit).planted)
    expect(() => pipeline.files(progress, 'nobody')).toThrow('Expected a unit of session_23, got `nobody`')
  })
})
