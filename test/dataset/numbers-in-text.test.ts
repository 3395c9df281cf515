import { describe, expect, test } from 'vitest'
import { statedNumbers, suppliedNumbers } from '../../src/dataset/numbers-in-text.ts'

const backed = (answer: string, evidence: string): boolean => {
  const supplied = suppliedNumbers(evidence)
  return statedNumbers(answer).every(({ readings }) => readings.some(reading => supplied.has(reading)))
}

describe('a number is backed', () => {
  test.each([
    ['1,000 coins', '1000 coins'],
    ['1000 coins', '1\u202f000 coins'],
    ['1,234,567.50 coins', '1234567.5'],
    ['12.5 %', '12.5%'],
    ['12.5 percent', '12.50 %'],
    ['1.5k', '1,500'],
    ['1.5 thousand', '1.5k'],
    ['$2.1 billion', '$2.1B'],
    ['$2,100,000,000', '2.1bn'],
    ['a 5-minute chart', 'the 5m chart'],
    ['5 million', '5m'],
    ['12 periods', 'twelve periods'],
    ['three days', 'after 3 days'],
    ['14 periods', 'fourteen periods'],
    ['twenty-five bars', '25 bars'],
    ['٧٠', '70'],
    ['January 15, 2024', '2024-01-15'],
    ['2024-01-15', 'on 15th of January 2024'],
    ['Jan 2024', 'January 2024'],
    ['the 200-day average', '200 day average'],
    ['10–20', 'from 10 to 20'],
    ['−5', '-5'],
    ['.5', '0.5'],
    ['1,2,3', '1 and 2 and 3'],
    ['It closed at 75.', '75'],
    ['２０', '20'],
    ['the 12', 'the EMA12'],
  ])('%s by %s', (answer, evidence) => {
    expect(backed(answer, evidence)).toBe(true)
  })
})

describe('a number is not backed', () => {
  test.each([
    ['a fourteen-period window', '12 periods'],
    ['twenty-five bars', '20 bars and 5 bars'],
    ['25 bars', 'twenty bars and five bars'],
    ['above ٧٠', 'above 60'],
    ['12.5%', '125%'],
    ['1.5k', '1.5'],
    ['2024-01-15', '2024-02-15'],
    ['January 15', 'February 15'],
    ['2024', '20 and 24'],
    ['three days', 'some days'],
    ['in 2024, 300 coins', '2024'],
    ['1,000', '1 and 0'],
    ['123456789012345678', '123456789012345679'],
  ])('%s by %s', (answer, evidence) => {
    expect(backed(answer, evidence)).toBe(false)
  })
})
