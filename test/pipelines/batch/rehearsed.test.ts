import { expect, it } from 'vitest'
import { videos, videosInputSchema } from '../../../src/rehearsal/videos.ts'
import { inputOf } from '../research/answerer.ts'
import { present } from '../research/run.ts'
import { answered, answerWith, assignmentOf, batchOutcome, drive, perform, pipeline } from './videos.ts'

it('most of what the embedded provider says of a video passes the gates, so that a rehearsal is worth the name', () => {
  const { progress } = drive(assignmentOf(20, { questions: '' }), {
    respond: work => {
      if (work.type !== 'submit') return perform(work)
      return batchOutcome(work, unit => {
        const { request } = present(work.items.find(({ key }) => key === unit))
        return answered(answerWith(JSON.stringify(videos(videosInputSchema.parse(inputOf(request))))))
      })
    },
  })
  const units = pipeline.units(progress)
  const accepted = units.reduce((sum, unit) => sum + unit.accepted, 0)
  expect(accepted).toBeGreaterThanOrEqual(0.7 * 20 * 4)
  // Its flaws are there to be stopped: a gate that stops none of them would be asleep.
  const stopped = new Set(units.flatMap(({ rejected }) => Object.keys(rejected)))
  expect([...stopped].filter(gate => !['refusal', 'length', 'citation', 'number', 'duplicate'].includes(gate))).toEqual([])
  expect(stopped.size).toBeGreaterThan(1)
})
