import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readDisplay, renderDisplay } from '../../../src/session/batch/display.ts'

it('a display name brings back whose job it is for which work, and nobody else’s', () => {
  const ids = fc.constantFrom('ann/data', 'ann/data-2', '8f3a', 'ann/dat')
  const works = fc.record({
    work: fc
      .tuple(fc.stringMatching(/^[a-z0-9_-]{1,20}$/u), fc.integer({ min: 1, max: 99 }))
      .map(([task, n]) => `${task}/job-${n}`),
    attempt: fc.integer({ min: 1, max: 999 }),
  })
  fc.assert(
    fc.property(ids, ids, works, (mine, theirs, display) => {
      expect(readDisplay(mine, renderDisplay(theirs, display))).toEqual(mine === theirs ? display : undefined)
    }),
  )
})

it.each(['', 'r', 'r/', 'r/task/job-1', 'r/task/job-1/0', 'r/task/job-x/1', 'r/job-1/1', 'r/task/job-1/1/2 ', 'q/task/job-1/1'])(
  '%j is no display name of ours',
  text => {
    expect(readDisplay('r', text)).toBeUndefined()
  },
)
