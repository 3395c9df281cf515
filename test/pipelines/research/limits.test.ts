import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCandidate } from '../../../src/dataset/gates.ts'
import { questionSha256 } from '../../../src/dataset/duplicates.ts'
import type { Outcome, DirectWork } from '../../../src/domain/work.ts'
import { rejectionReason } from '../../../src/pipelines/shared/accept-rule.ts'
import { judgeSheet } from '../../../src/pipelines/research/judge-sheet.ts'
import { createResearchPipeline } from '../../../src/pipelines/research/research-pipeline.ts'
import { answerWith, assignmentOf, goodHabits, matchesOf, outcomeOf, perform, settings } from './answerer.ts'
import { present, run } from './run.ts'

const shorten = (text: string): string => {
  const value: Record<string, unknown> = JSON.parse(text)
  return JSON.stringify(
    Object.fromEntries(Object.entries(value).map(([key, list]) => [key, Array.isArray(list) ? list.slice(0, 1) : list])),
  )
}
const spoil = (text: string): string => text.replaceAll(/"(query_id|type|verdict|url)":"[^"]*"/g, '"$1":["?"]')
const swap = (text: string): string => text.replaceAll(/"(query_id|pair_id)":"[^"]*"/g, '"$1":"q1"')

/** Everything that can come back for a piece of work. */
const troubles: Record<string, (work: DirectWork) => Outcome> = {
  refusal: work => outcomeOf(work, { refusal: 'content blocked' }),
  noise: work => outcomeOf(work, { answer: answerWith('I cannot do that.') }),
  empty: work => outcomeOf(work, { answer: answerWith('') }),
  cut: work => outcomeOf(work, { answer: answerWith('{"', { finish: 'length' }) }),
  filtered: work => outcomeOf(work, { answer: answerWith('', { finish: 'content_filter' }) }),
  short: work => changed(work, shorten),
  spoiled: work => changed(work, spoil),
  swapped: work => changed(work, swap),
  half: work => changed(work, text => text.slice(0, Math.floor(text.length / 2))),
  missed: work => perform(work, { ...goodHabits, misses: () => true }),
  unread: work => changed(work, text => text, []),
}
const changed = (work: DirectWork, change: (text: string) => string, annotations?: []): Outcome => {
  const outcome = perform(work)
  if (outcome.type !== 'answer') return outcome
  return { ...outcome, answer: { ...outcome.answer, text: change(outcome.answer.text), ...(annotations && { annotations }) } }
}

const trouble = fc.constantFrom('good', 'good', 'good', 'good', ...Object.keys(troubles))
const scenario = fc.record({
  callsPerIndicator: fc.constantFrom(5, 12, 20, 33, 60),
  indicators: fc.integer({ min: 1, max: 2 }),
  concurrency: fc.integer({ min: 1, max: 40 }),
  troubles: fc.array(trouble, { minLength: 1, maxLength: 60 }),
  picks: fc.array(fc.nat(1000), { minLength: 1, maxLength: 30 }),
  rejects: fc.constantFrom(0, 0.2, 0.6, 1),
})

describe('whatever comes back, in whatever order', () => {
  it('an indicator ends within its calls and accepts only what passed every gate', () => {
    // A draft that was found in the database, or could not be looked up, is not known to be new.
    fc.assert(
      fc.property(scenario, ({ callsPerIndicator, indicators, concurrency, troubles: kinds, picks, rejects }) => {
        const pipeline = createResearchPipeline({ ...settings, callsPerIndicator })
        const assignment = assignmentOf(indicators)
        const judged = new Map<string, { work: DirectWork; outcome: Outcome }>()
        const notNew = new Set<string>()
        let step = 0
        const respond = (work: DirectWork): Outcome => {
          step += 1
          const kind = kinds[step % kinds.length] ?? 'good'
          if (work.type === 'look-up') {
            const keys = work.questions.slice(0, kind === 'refusal' ? 99 : kind === 'short' ? 1 : 0).map(({ key }) => key)
            keys.forEach(key => notNew.add(key))
            return kind === 'refusal' ? outcomeOf(work, { refusal: 'no' }) : matchesOf(work, keys)
          }
          const outcome = troubles[kind]?.(work) ?? perform(work, { ...goodHabits, rejects })
          judged.set(work.id, { work, outcome })
          return outcome
        }
        const pick = (inFlight: number): number => (picks[step % picks.length] ?? 0) % Math.max(1, inFlight)
        const { progress, recorded } = run(pipeline, assignment, { respond, concurrency, pick })
        const hashes: string[] = []
        for (const unit of progress.units) {
          const asks = recorded.filter(
            outcome => outcome.unit === unit.indicator.id && outcome.type !== 'matches' && !outcome.work.includes('/look-up/'),
          )
          expect(asks.length).toBeLessThanOrEqual(callsPerIndicator)
          expect(new Set(asks.map(({ work }) => work)).size).toBe(asks.length)
          expect(unit.calls.length).toBe(asks.length)
          const context = { language: 'en', brief: `${unit.indicator.name}\n${unit.indicator.brief}`, ...settings.sources }
          for (const { draft, judgement } of unit.accepted) {
            hashes.push(questionSha256(draft.candidate.question))
            expect(checkCandidate(draft.candidate, context).type).toBe('pass')
            expect(notNew.has(draft.id)).toBe(false)
            const last = judged.get(draft.judgings.at(-1) ?? '')
            expect(last?.outcome.type).toBe('answer')
            expect(rejectionReason(judgement)).toBeUndefined()
          }
        }
        expect(new Set(hashes).size).toBe(hashes.length)
        expect(recorded.reduce((state, outcome) => pipeline.absorb(state, outcome), pipeline.begin(assignment))).toEqual(progress)
      }),
      { numRuns: 40 },
    )
  })

  it('a full assignment ends within 100 calls an indicator in any order of completion', () => {
    const pipeline = createResearchPipeline(settings)
    fc.assert(
      fc.property(
        fc.array(fc.nat(10_000), { minLength: 5, maxLength: 50 }),
        fc.integer({ min: 1, max: 300 }),
        (picks, concurrency) => {
          let step = 0
          const pick = (inFlight: number): number => {
            step += 1
            return (picks[step % picks.length] ?? 0) % Math.max(1, inFlight)
          }
          const { progress } = run(pipeline, assignmentOf(2), { respond: work => perform(work), concurrency, pick })
          for (const unit of pipeline.units(progress)) {
            expect(unit.calls).toBeLessThanOrEqual(100)
            expect(unit.accepted).toBeGreaterThanOrEqual(88)
          }
        },
      ),
      { numRuns: 3 },
    )
  })
})

describe('a pair is accepted only on a sheet whose planted error was found', () => {
  it('for every pair of a run whose judge sleeps now and then', () => {
    const pipeline = createResearchPipeline(settings)
    const sheets = new Map<string, DirectWork>()
    const habits = { ...goodHabits, misses: (id: string) => /[37]$/.test(id) }
    const { progress } = run(pipeline, assignmentOf(1), {
      respond: work => {
        sheets.set(work.id, work)
        return perform(work, habits)
      },
    })
    expect(present(progress.units[0]).accepted.length).toBeGreaterThan(50)
    for (const { draft } of present(progress.units[0]).accepted) expect(habits.misses(draft.judgings.at(-1) ?? '')).toBe(false)
    expect(judgeSheet('x', []).rows).toEqual([])
  })
})
