import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rejectionReason } from '../../../src/pipelines/shared/accept-rule.ts'
import { createResearchPipeline } from '../../../src/pipelines/research/research-pipeline.ts'
import type { DirectWork } from '../../../src/domain/work.ts'
import { answerWith, assignmentOf, goodHabits, inputOf, outcomeOf, perform, settings } from './answerer.ts'
import { present, run } from './run.ts'

const pipeline = createResearchPipeline(settings)
const one = assignmentOf(1)
const isJudge = (work: DirectWork, ordinal?: number): boolean =>
  ordinal === undefined ? work.id.includes('/judge/') : work.id.endsWith(`/judge/${ordinal}`)
const runWith = (respond: (work: DirectWork) => ReturnType<typeof perform>) => {
  const { progress, recorded } = run(pipeline, one, { respond })
  return { unit: present(progress.units[0]), shown: present(pipeline.units(progress)[0]), recorded, progress }
}
const changeVerdicts = (work: DirectWork, change: (verdicts: Record<string, unknown>[]) => unknown) => {
  const outcome = perform(work)
  if (outcome.type !== 'answer') return outcome
  return {
    ...outcome,
    answer: { ...outcome.answer, text: JSON.stringify({ verdicts: change(JSON.parse(outcome.answer.text).verdicts) }) },
  }
}

describe('judging', () => {
  it('packs eight pairs and one planted error into a call, without a word about which is which', () => {
    const sizes: number[] = []
    const prompts: string[] = []
    const { unit } = runWith(work => {
      if (work.type === 'ask' && isJudge(work)) {
        sizes.push(inputOf(work.request).pairs.length)
        prompts.push(work.request.prompt)
      }
      return perform(work)
    })
    expect(prompts.filter(prompt => /planted|macd\.w\d/.test(prompt))).toEqual([])
    expect(new Set(sizes.slice(0, -1))).toEqual(new Set([9]))
    expect(unit.planted).toEqual({ asked: sizes.length, caught: sizes.length })
  })

  it('judges a batch again, with another planted error, when the first one passed, and flags its pairs', () => {
    const { unit, recorded } = runWith(work => perform(work, { ...goodHabits, misses: id => id.endsWith('/judge/1') }))
    const flagged = unit.accepted.filter(({ draft }) => draft.flags.includes('planted-missed'))
    expect(unit.planted.asked - unit.planted.caught).toBe(1)
    expect(flagged.length).toBeGreaterThan(0)
    expect(flagged.length).toBeLessThanOrEqual(8)
    for (const { draft } of flagged) expect(draft.judgings.length).toBe(2)
    expect(recorded.filter(({ work }) => work.includes('/judge/')).length).toBe(unit.planted.asked)
  })

  it('keeps a batch out when its judge passes a planted error twice', () => {
    const { unit, shown } = runWith(work => perform(work, { ...goodHabits, misses: () => true }))
    expect(unit.accepted).toEqual([])
    expect(unit.planted.caught).toBe(0)
    expect(shown.calls).toBeLessThanOrEqual(100)
    const reasons = new Set(unit.rejections.filter(({ gate }) => gate === 'judge').map(({ reason }) => reason))
    expect(reasons).toContain('The judge passed a planted error twice.')
  })

  it('does not trust a judge that leaves the planted pair out', () => {
    const accepting = (work: DirectWork) =>
      changeVerdicts(work, verdicts => verdicts.filter(({ verdict }) => verdict === 'accept'))
    const { unit } = runWith(work => (isJudge(work) ? accepting(work) : perform(work)))
    expect(unit.accepted).toEqual([])
  })

  it('shows pairs without a verdict to a judge again', () => {
    let dropped: unknown
    const { unit, recorded } = runWith(work => {
      if (!isJudge(work, 1)) return perform(work)
      return changeVerdicts(work, verdicts => {
        const rejected = verdicts.filter(({ verdict }) => verdict === 'reject')
        const accepted = verdicts.filter(({ verdict }) => verdict === 'accept')
        dropped = accepted.length
        return rejected
      })
    })
    expect(dropped).toBeGreaterThan(0)
    expect(unit.accepted.filter(({ draft }) => draft.judgings.length === 2).length).toBe(dropped)
    expect(recorded.filter(outcome => outcome.type !== 'matches').length).toBeLessThanOrEqual(100)
  })

  it('counts an id that is judged twice as not judged', () => {
    const { unit } = runWith(work =>
      isJudge(work) ? changeVerdicts(work, verdicts => [...verdicts, ...verdicts]) : perform(work),
    )
    expect(unit.accepted).toEqual([])
  })

  it('corrects a judge whose answer cannot be read, once, with what was wrong', () => {
    const corrections: unknown[] = []
    const { unit } = runWith(work => {
      if (work.type === 'ask' && isJudge(work) && inputOf(work.request).correction !== undefined)
        corrections.push(inputOf(work.request).correction)
      return isJudge(work, 1) ? outcomeOf(work, { answer: answerWith('no') }) : perform(work)
    })
    expect(corrections).toEqual([{ errors: ['the answer has no list `verdicts`'] }])
    expect(unit.accepted.length).toBeGreaterThanOrEqual(88)
  })

  it('judges half of a batch when the answer was cut off', () => {
    const sizes: number[] = []
    const { unit } = runWith(work => {
      if (work.type === 'ask' && isJudge(work)) {
        const { pairs, correction } = inputOf(work.request)
        if (correction !== undefined) sizes.push(pairs.length)
      }
      return isJudge(work, 1) ? outcomeOf(work, { answer: answerWith('{"verdicts":[', { finish: 'length' }) }) : perform(work)
    })
    expect(sizes).toEqual([5])
    expect(unit.accepted.length + unit.rejections.length).toBeGreaterThanOrEqual(144)
  })

  it('goes on without the pairs whose judge refuses', () => {
    const { unit, shown } = runWith(work => (isJudge(work, 1) ? outcomeOf(work, { refusal: 'content blocked' }) : perform(work)))
    expect(unit.rejections.filter(({ reason }) => reason === 'The judge refused.').length).toBe(8)
    expect(shown.ended).toBe(true)
  })
})

describe('accepting', () => {
  const score = fc.integer({ min: 1, max: 5 })
  const verdicts = fc.record({
    faithfulness: score,
    correctness: score,
    completeness: score,
    self_contained: score,
    usefulness: score,
    clarity: score,
    unsupported: fc.constantFrom<string[]>([], [], ['', ' '], ['the 90 %']),
    verdict: fc.constantFrom('accept', 'reject'),
    reason: fc.string(),
  })

  it('asks for faithfulness, correctness and a mean of 4, nothing unsupported, and the judge’s own yes', () => {
    fc.assert(
      fc.property(verdicts, verdict => {
        const { faithfulness, correctness, completeness, self_contained, usefulness, clarity, unsupported } = verdict
        const mean = (faithfulness + correctness + completeness + self_contained + usefulness + clarity) / 6
        const good =
          faithfulness >= 4 && correctness >= 4 && mean >= 4 && !unsupported.includes('the 90 %') && verdict.verdict === 'accept'
        expect(rejectionReason(verdict) === undefined).toBe(good)
      }),
    )
  })
})
