import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gradeOf, gradeSchema, type GradeInput } from '../../src/domain/grade.ts'

const perfect: GradeInput = {
  calls: { withOutcome: 500, all: 500 },
  activeMs: { actual: 1000, estimated: 1000 },
  pairs: { kept: 440, delivered: 440, looked: true },
  sends: { actual: 500, estimated: 500 },
}

const amounts = fc.oneof(fc.integer({ min: -5, max: 2000 }), fc.double({ min: -10, max: 1e12 }), fc.constant(Number.NaN))
const against = fc.record({ actual: amounts, estimated: amounts })
const inputs: fc.Arbitrary<GradeInput> = fc.record({
  calls: fc.record({ withOutcome: amounts, all: amounts }),
  activeMs: against,
  pairs: fc.record({ kept: amounts, delivered: amounts, looked: fc.boolean() }),
  sends: against,
})
const shares = fc.integer({ min: 0, max: 1000 })

describe('a grade', () => {
  it('stays between 0 and 1 in all its parts, whatever was measured', () => {
    fc.assert(
      fc.property(inputs, input => {
        const grade = gradeOf(input)
        expect(gradeSchema.safeParse(grade).error).toBeUndefined()
        expect(grade.quality === null).toBe(!input.pairs.looked)
      }),
    )
  })

  it('weighs success with 0.3, speed with 0.2, quality with 0.3 and efficiency with 0.2', () => {
    expect(gradeOf(perfect)).toEqual({ success: 1, speed: 1, quality: 1, efficiency: 1, score: 1, letter: 'A' })
    expect(gradeOf({ ...perfect, calls: { withOutcome: 0, all: 500 } }).score).toBe(0.7)
    expect(gradeOf({ ...perfect, activeMs: { actual: 1000, estimated: 0 } }).score).toBe(0.8)
    expect(gradeOf({ ...perfect, pairs: { kept: 0, delivered: 440, looked: true } }).score).toBe(0.7)
    expect(gradeOf({ ...perfect, sends: { actual: 500, estimated: 0 } }).score).toBe(0.8)
  })

  it('is the weighted sum for every mixture', () => {
    fc.assert(
      fc.property(fc.tuple(shares, shares, shares, shares), ([success, speed, quality, efficiency]) => {
        const grade = gradeOf({
          calls: { withOutcome: success, all: 1000 },
          activeMs: { actual: 1000, estimated: speed },
          pairs: { kept: quality, delivered: 1000, looked: true },
          sends: { actual: 1000, estimated: efficiency },
        })
        expect(grade.score).toBeCloseTo((3 * success + 2 * speed + 3 * quality + 2 * efficiency) / 10_000, 2)
      }),
    )
  })

  it('leaves quality out while nobody looked, so that it neither helps nor harms', () => {
    const unread = { kept: 440, delivered: 440, looked: false }
    expect(gradeOf({ ...perfect, pairs: unread })).toMatchObject({ quality: null, score: 1, letter: 'A' })
    expect(gradeOf({ ...perfect, pairs: unread, calls: { withOutcome: 0, all: 500 } }).score).toBe(0.571)
  })

  it('gives no more than the whole for being faster or cheaper than expected', () => {
    const grade = gradeOf({ ...perfect, activeMs: { actual: 1, estimated: 1000 }, sends: { actual: 0, estimated: 500 } })
    expect(grade).toMatchObject({ speed: 1, efficiency: 1, score: 1 })
  })

  it.each([
    [1000, 'A'],
    [665, 'A'],
    [664, 'B'],
    [332, 'B'],
    [331, 'C'],
    [0, 'C'],
  ])('of a task whose reviewer kept %i in 1000 has the letter %s, which follows the score as it is shown', (kept, letter) => {
    expect(gradeOf({ ...perfect, pairs: { kept, delivered: 1000, looked: true } }).letter).toBe(letter)
  })

  it.each([
    [0.9, 'A'],
    [0.899, 'B'],
    [0.8, 'B'],
    [0.799, 'C'],
    [0.7, 'C'],
    [0.699, 'D'],
    [0.6, 'D'],
    [0.599, 'F'],
    [0, 'F'],
  ])('with the score %d is a %s', (score, letter) => {
    const share = Math.round(score * 1000)
    const measured = { actual: 1000, estimated: share }
    const grade = gradeOf({
      calls: { withOutcome: share, all: 1000 },
      activeMs: measured,
      pairs: { kept: share, delivered: 1000, looked: true },
      sends: measured,
    })
    expect([grade.score, grade.letter]).toEqual([score, letter])
  })

  it('of a task that delivered nothing and needed nothing is not a division by zero', () => {
    const nothing = { actual: 0, estimated: 0 }
    const grade = gradeOf({
      calls: { withOutcome: 0, all: 0 },
      activeMs: nothing,
      pairs: { kept: 0, delivered: 0, looked: true },
      sends: nothing,
    })
    expect(grade.score).toBe(1)
  })
})
