import fc from 'fast-check'
import { expect, it } from 'vitest'
import { jobOwnerOf, readDisplay, renderDisplay } from '../../../src/session/batch/display.ts'

it('a display name brings back whose job it is for which work, and nobody else’s, of the same repository neither', () => {
  const owners = fc
    .tuple(fc.constantFrom('ann/data', 'ann/data-2', '8f3a', 'ann/dat'), fc.constantFrom('eastern', 'eastern-2', 'job-1', 'task'))
    .map(([repositoryId, pipeline]) => jobOwnerOf(repositoryId, pipeline))
  const works = fc.record({
    work: fc
      .tuple(
        fc.oneof(fc.constantFrom('eastern', 'task', 'job-1'), fc.stringMatching(/^[a-z0-9_-]{1,20}$/u)),
        fc.integer({ min: 1, max: 99 }),
      )
      .map(([task, n]) => `${task}/job-${n}`),
    attempt: fc.integer({ min: 1, max: 999 }),
  })
  fc.assert(
    fc.property(owners, owners, works, (mine, theirs, display) => {
      expect(readDisplay(mine, renderDisplay(theirs, display))).toEqual(mine === theirs ? display : undefined)
    }),
  )
})

it.each([
  '',
  'r/p',
  'r/p/',
  'r/p/task/job-1',
  'r/p/task/job-1/0',
  'r/p/task/job-x/1',
  'r/p/job-1/1',
  'r/p/task/job-1/1/2 ',
  'r/p/q/task/job-1/1',
  'r/q/task/job-1/1',
  'q/p/task/job-1/1',
  // Before pipelines stood in it.
  'r/task/job-1/1',
])('%j is no display name of ours', text => {
  expect(readDisplay(jobOwnerOf('r', 'p'), text)).toBeUndefined()
})
