import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDuplicateIndex, jaccard, mostDifferent, normalizeQuestion, questionSha256 } from '../../src/dataset/duplicates.ts'
import { jaccardOf, shinglesOf } from '../../src/dataset/shingles.ts'
import { hostileTexts } from './sample-pairs.ts'
import { templatedQuestions } from '../../bench/templated-questions.ts'

const question = fc.oneof(
  fc.constantFrom(...templatedQuestions(60, 1)),
  fc.constantFrom(...hostileTexts),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

/** Jaccard similarity as the books define it, on sets of strings. */
const plainJaccard = (a: string, b: string): number => {
  const runs = (text: string): Set<string> =>
    new Set(Array.from({ length: Math.max(1, text.length - 4) }, (_, i) => text.slice(i, i + 5)))
  const left = runs(normalizeQuestion(a))
  const right = runs(normalizeQuestion(b))
  const shared = [...left].filter(run => right.has(run)).length
  return shared / (left.size + right.size - shared)
}

describe('a question', () => {
  test('is the same under another case, punctuation, spacing and width', () => {
    const same = ['What is MACD?', '  what   is "MACD" ', 'WHAT—IS: macd…', 'Ｗｈａｔ is MACD？']
    expect(new Set(same.map(questionSha256)).size).toBe(1)
  })

  test('is another one when a sign of comparison differs', () => {
    expect(questionSha256('Is RSI > 70 a signal?')).not.toBe(questionSha256('Is RSI < 70 a signal?'))
    expect(questionSha256('Is 1.5 enough?')).not.toBe(questionSha256('Is 15 enough?'))
  })

  test('is normalised the same on the fast way and on the general one', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), text => {
        expect(normalizeQuestion(`${text} é`)).toBe(`${normalizeQuestion(text)} é`.trim())
      }),
    )
  })

  test('stays what it is when it is normalised again', () => {
    fc.assert(
      fc.property(question, text => {
        expect(normalizeQuestion(normalizeQuestion(text))).toBe(normalizeQuestion(text))
      }),
    )
  })
})

describe('similarity', () => {
  test('is what sets of character 5-grams say, symmetric, and 1 for a question and itself', () => {
    fc.assert(
      fc.property(question, question, (a, b) => {
        expect(jaccard(a, b)).toBeCloseTo(plainJaccard(a, b), 10)
        expect(jaccard(a, b)).toBe(jaccard(b, a))
        expect(jaccard(a, a)).toBe(1)
      }),
    )
  })
})

describe('the duplicate index', () => {
  test('tells an exact repetition and names whom it repeats', () => {
    const index = createDuplicateIndex()
    index.add('macd.1', 'What is MACD?')
    index.add('rsi.1', 'How is the relative strength index calculated?')
    expect(index.find('what is  macd')).toStrictEqual({ id: 'macd.1', jaccard: 1, exact: true })
  })

  test('tells a near repetition with its similarity, and lets another question pass', () => {
    const index = createDuplicateIndex()
    index.add('macd.1', 'How does the MACD histogram show that momentum is fading?')
    const near = index.find('How does the MACD histogram show momentum is fading?')
    expect(near).toMatchObject({ id: 'macd.1', exact: false })
    expect(near?.jaccard).toBe(
      jaccard(
        'How does the MACD histogram show that momentum is fading?',
        'How does the MACD histogram show momentum is fading?',
      ),
    )
    expect(index.find('Which moving averages make up the MACD line?')).toBeUndefined()
  })

  test('names the nearest of several', () => {
    const index = createDuplicateIndex()
    index.add('far', 'What is the daily closing price of Bitcoin used for in an average?')
    index.add('near', 'What is the daily closing price of Bitcoin used for in averages?')
    expect(index.find('What is the daily closing price of Bitcoin used for in averages.')?.id).toBe('near')
    expect(index.find('What is the daily closing price of Bitcoin used for in averages now?')?.id).toBe('near')
  })

  test('has each question once, whatever is added again, and finds every one of them', () => {
    fc.assert(
      fc.property(fc.array(question, { maxLength: 30 }), questions => {
        const index = createDuplicateIndex()
        for (const [i, text] of [...questions, ...questions].entries()) index.add(String(i), text)
        expect(index.size).toBe(new Set(questions.map(normalizeQuestion)).size)
        for (const text of questions) expect(index.find(text)).toMatchObject({ jaccard: 1, exact: true })
      }),
      { numRuns: 50 },
    )
  })

  test('is symmetric: a repeats b exactly when b repeats a', () => {
    fc.assert(
      fc.property(question, question, (a, b) => {
        const [one, other] = [createDuplicateIndex(), createDuplicateIndex()]
        one.add('a', a)
        other.add('b', b)
        expect(one.find(b)?.jaccard).toBe(other.find(a)?.jaccard)
      }),
      { numRuns: 200 },
    )
  })

  test('keeping only what repeats nothing leaves nothing that repeats, so that doing it again changes nothing', () => {
    const keep = (questions: readonly string[]): string[] => {
      const index = createDuplicateIndex()
      return questions.filter((text, i) => {
        if (index.find(text)) return false
        index.add(String(i), text)
        return true
      })
    }
    const once = keep(templatedQuestions(1500, 3))
    expect(once.length).toBeGreaterThan(100)
    expect(keep(once)).toStrictEqual(once)
  })

  test('finds at least 98 % of what a comparison with every question finds, on templated questions', () => {
    const known = [...new Set(templatedQuestions(4000, 5).map(normalizeQuestion))]
    const index = createDuplicateIndex()
    for (const [i, text] of known.entries()) index.add(String(i), text)
    const shingles = known.map(shinglesOf)
    const asked = templatedQuestions(200, 7)
      .map(normalizeQuestion)
      .filter(text => !known.includes(text))
    const repeats = (text: string): boolean => {
      const own = shinglesOf(text)
      return shingles.some(other => jaccardOf(own, other) >= 0.7)
    }
    const [repeated, fresh] = [asked.filter(repeats), asked.filter(text => !repeats(text))]
    expect(repeated.length).toBeGreaterThan(25)
    expect(repeated.filter(text => index.find(text) === undefined).length / repeated.length).toBeLessThanOrEqual(0.02)
    expect(fresh.filter(text => index.find(text) !== undefined)).toStrictEqual([])
  })

  test('finds a real repetition in a crowd that shares its template', () => {
    const index = createDuplicateIndex()
    const ask = (name: string): string => `What is the most common mistake when traders read the ${name} in a range?`
    for (let i = 0; i < 3000; i++)
      index.add(String(i), ask(`zq${(i * 7919).toString(36)}x${(i * 104_729).toString(36)} oscillator`))
    index.add('mine', ask('Chande momentum oscillator with a smoothed signal line'))
    expect(index.find(ask('Chande momentum oscillator with smoothed signal line'))?.id).toBe('mine')
  })
})

describe('the most different questions', () => {
  test('leave out the near repetitions first and stay in their order', () => {
    const questions = [
      'How is MACD calculated?',
      'How is the MACD calculated?',
      'What makes RSI diverge from price?',
      'What makes the RSI diverge from price?',
      'When do hash ribbons cross?',
    ]
    expect(mostDifferent(questions, 3)).toStrictEqual([questions[0], questions[2], questions[4]])
  })

  test('are never more than asked for, each once, the same every time, and some of those given', () => {
    fc.assert(
      fc.property(fc.array(question, { maxLength: 40 }), fc.nat(50), (questions, count) => {
        const kept = mostDifferent(questions, count)
        const distinct = new Set(questions.map(normalizeQuestion)).size
        expect(kept).toHaveLength(Math.min(count, distinct))
        expect(new Set(kept.map(normalizeQuestion)).size).toBe(kept.length)
        expect(questions.filter(text => kept.includes(text)).length).toBeGreaterThanOrEqual(kept.length)
        expect(mostDifferent(questions, count)).toStrictEqual(kept)
      }),
      { numRuns: 50 },
    )
  })
})
