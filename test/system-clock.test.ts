import { expect, it } from 'vitest'
import { instantSchema, toInstant } from '../src/domain/instant.ts'
import { readClockOffset } from '../src/system-clock.ts'

it('an offset is whole milliseconds, and never leads where no state could be read again', () => {
  expect(readClockOffset(undefined)).toBe(0)
  expect(readClockOffset('-5000')).toBe(-5000)
  for (const text of ['x', '1.5', '3e14', '-3e14', '9007199254740991', 'Infinity'])
    expect(() => readClockOffset(text)).toThrow('PERPETUAL_CLOCK_OFFSET_MS')
  const most = readClockOffset(String(100 * 365 * 86_400_000))
  for (const offset of [most, -most]) expect(instantSchema.safeParse(toInstant(Date.now() + offset)).success).toBe(true)
})
