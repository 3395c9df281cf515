import { describe, expect, it } from 'vitest'
import { checkCandidate } from '../../../src/dataset/gates.ts'
import type { Outcome } from '../../../src/domain/work.ts'
import { createResearchPipeline } from '../../../src/pipelines/research/research-pipeline.ts'
import { assignmentOf, goodHabits, inputOf, matchesOf, perform, settings } from './answerer.ts'
import { present, run } from './run.ts'

const pipeline = createResearchPipeline(settings)
const assignment = assignmentOf(5)
const full = run(pipeline, assignment, { respond: work => perform(work) })
const asksOf = (recorded: readonly Outcome[], unit: string): number =>
  recorded.filter(outcome => outcome.unit === unit && outcome.type !== 'matches').length

describe('a research assignment', () => {
  it('brings at least 88 accepted pairs an indicator within 100 calls', () => {
    for (const unit of pipeline.units(full.progress)) {
      expect(unit.ended).toBe(true)
      expect(unit.accepted).toBeGreaterThanOrEqual(88)
      expect(unit.calls).toBeLessThanOrEqual(100)
      expect(unit.calls).toBe(asksOf(full.recorded, unit.unit))
      expect(unit.callsExpected).toBe(100)
    }
  })

  it('begins with one call for facets and asks for 130 queries of which it keeps the 100 that differ most', () => {
    const begun = pipeline.begin(assignment)
    expect(pipeline.next(begun).map(work => work.id)).toEqual(assignment.indicators.map(({ id }) => `session_23/${id}/plan/1`))
    const [first] = pipeline.next(begun)
    const planned = pipeline.absorb(begun, perform(present(first)))
    const asked = pipeline.next(planned).filter(work => work.unit === 'macd')
    expect(asked.map(work => work.id)).toEqual(['session_23/macd/plan/2', 'session_23/macd/plan/3'])
    expect(asked.map(work => work.type === 'ask' && inputOf(work.request).count)).toEqual([65, 65])
    expect(full.progress.units.map(unit => unit.queries.length)).toEqual([100, 100, 100, 100, 100])
  })

  it('lists the work of earlier indicators first and lets later ones fill up', () => {
    const begun = pipeline.begin(assignment)
    const [first, second] = pipeline.next(begun)
    const progress = [present(second), present(first)].reduce((state, work) => pipeline.absorb(state, perform(work)), begun)
    expect(pipeline.next(progress).map(work => work.unit)).toEqual(['macd', 'macd', 'rsi', 'rsi', 'mvrv', 'sopr', 'funding-rate'])
  })

  it('ends earlier indicators first', () => {
    const ended: string[] = []
    let progress = pipeline.begin(assignment)
    for (const outcome of full.recorded) {
      progress = pipeline.absorb(progress, outcome)
      for (const unit of pipeline.units(progress)) if (unit.ended && !ended.includes(unit.unit)) ended.push(unit.unit)
    }
    expect(ended).toEqual(assignment.indicators.map(({ id }) => id))
  })

  it('searches the web in research alone and judges with the other model', () => {
    let progress = pipeline.begin(assignmentOf(1))
    const seen = new Map<string, { search: boolean; model: string; tokens: number }>()
    while (!pipeline.finished(progress)) {
      const [work] = pipeline.next(progress)
      if (work?.type === 'ask') {
        const { webSearch, model, maxTokens, answer } = work.request
        seen.set(answer.name, { search: webSearch !== null, model, tokens: maxTokens })
      }
      progress = pipeline.absorb(progress, perform(present(work)))
    }
    expect(Object.fromEntries(seen)).toEqual({
      facets: { search: false, model: 'test/writer', tokens: 8000 },
      queries: { search: false, model: 'test/writer', tokens: 8000 },
      research: { search: true, model: 'test/writer', tokens: 4000 },
      write: { search: false, model: 'test/writer', tokens: 9000 },
      judge: { search: false, model: 'test/judge', tokens: 3000 },
    })
  })

  it('tops up from the reserve while too few are accepted, and stays within 100 calls when that does not help', () => {
    const some = run(pipeline, assignmentOf(1), { respond: work => perform(work, { ...goodHabits, rejects: 0.32 }) })
    const [helped] = pipeline.units(some.progress)
    expect(some.recorded.filter(({ work }) => work.includes('/write/')).length).toBeGreaterThan(18)
    expect(helped?.accepted).toBeGreaterThanOrEqual(88)
    const none = run(pipeline, assignmentOf(1), { respond: work => perform(work, { ...goodHabits, rejects: 0.8 }) })
    const [unhelped] = pipeline.units(none.progress)
    expect(unhelped?.calls).toBeGreaterThan(95)
    expect(unhelped?.calls).toBeLessThanOrEqual(100)
    expect(unhelped?.ended).toBe(true)
  })

  it('scales to another number of calls', () => {
    for (const callsPerIndicator of [5, 10, 20, 37, 200]) {
      const scaled = createResearchPipeline({ ...settings, callsPerIndicator })
      const [unit] = scaled.units(run(scaled, assignmentOf(1), { respond: work => perform(work) }).progress)
      expect(unit?.calls).toBeLessThanOrEqual(callsPerIndicator)
      expect(unit?.accepted).toBeGreaterThan(0)
    }
  })

  it('puts aside what the database or an open delivery has already', () => {
    const { progress } = run(pipeline, assignmentOf(1), {
      respond: work => {
        const outcome = perform(work)
        if (work.type !== 'look-up' || outcome.type !== 'matches') return outcome
        return { ...outcome, matches: work.questions.slice(0, 1).map(({ key }) => ({ key, nearest: 'old.7', jaccard: 0.91 })) }
      },
    })
    const repeats = present(progress.units[0]).rejections.filter(({ gate }) => gate === 'duplicate')
    expect(repeats.length).toBeGreaterThanOrEqual(18)
    expect(repeats[0]?.reason).toBe('It repeats old.7 (Jaccard 0.91).')
    const accepted = new Set(present(progress.units[0]).accepted.map(({ draft }) => draft.id))
    expect(repeats.filter(({ draft }) => accepted.has(draft))).toEqual([])
  })

  it('lets a question pass once over all indicators of the assignment', () => {
    const twins = {
      ...assignment,
      indicators: [present(assignment.indicators[0]), { ...present(assignment.indicators[0]), id: 'twin' }],
    }
    const { progress } = run(pipeline, twins, {
      respond: work => {
        if (work.type !== 'ask' || work.request.answer.name !== 'queries') return perform(work)
        return perform({ ...work, request: { ...work.request, prompt: work.request.prompt.replaceAll('"twin"', '"macd"') } })
      },
    })
    const questions = progress.units.flatMap(unit => unit.accepted.map(({ draft }) => draft.candidate.question))
    expect(new Set(questions).size).toBe(questions.length)
    expect(present(progress.units[1]).rejections.filter(({ gate }) => gate === 'duplicate').length).toBeGreaterThan(40)
  })

  it('asks for nothing more once finished', () => {
    expect(pipeline.next(full.progress)).toEqual([])
    expect(pipeline.finished(full.progress)).toBe(true)
  })

  it('accepts only pairs that pass the local gates', () => {
    for (const { accepted, indicator } of full.progress.units) {
      const context = { language: 'en', brief: `${indicator.name}\n${indicator.brief}`, ...settings.sources }
      for (const { draft } of accepted) expect(checkCandidate(draft.candidate, context).type).toBe('pass')
    }
  })
})

describe('replaying', () => {
  const replay = (outcomes: readonly Outcome[]) =>
    outcomes.reduce((state, outcome) => pipeline.absorb(state, outcome), pipeline.begin(assignment))

  it('brings the same progress and byte-equal files from the same outcomes', () => {
    const start = performance.now()
    const again = replay(full.recorded)
    const elapsedMs = performance.now() - start
    process.stdout.write(`absorbed ${full.recorded.length} outcomes in ${elapsedMs.toFixed(0)} ms\n`)
    expect(again).toEqual(full.progress)
    for (const { id } of assignment.indicators) expect(pipeline.files(again, id)).toEqual(pipeline.files(full.progress, id))
  })

  it('goes on from any point to the same end', () => {
    const half = Math.floor(full.recorded.length / 2)
    const middle = replay(full.recorded.slice(0, half))
    for (const machine of [createResearchPipeline(settings), pipeline, pipeline]) {
      const end = full.recorded.slice(half).reduce((state, outcome) => machine.absorb(state, outcome), middle)
      expect(end).toEqual(full.progress)
    }
  })

  it('changes nothing for an outcome that is not asked for', () => {
    const middle = replay(full.recorded.slice(0, 200))
    for (const outcome of full.recorded.slice(0, 200)) expect(pipeline.absorb(middle, outcome)).toBe(middle)
    const [open] = pipeline.next(middle)
    const stranger = perform(present(open))
    expect(pipeline.absorb(middle, { ...stranger, unit: 'nobody' })).toBe(middle)
    expect(pipeline.absorb(middle, { ...stranger, work: `${stranger.work}0` })).toBe(middle)
  })

  it('takes an outcome only of the kind that the work can come to', () => {
    const begun = pipeline.begin(assignment)
    const [work] = pipeline.next(begun)
    const wrong = matchesOf(present(work))
    expect(pipeline.absorb(begun, wrong)).toBe(begun)
  })
})
