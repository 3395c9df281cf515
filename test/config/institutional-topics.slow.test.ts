import { expect, it } from 'vitest'
import { assignmentOf, institutionalSettings, readTopics, rehearseTopic } from './institutional.ts'

it('every institutional topic brings the pairs aimed at with its 100 calls in a rehearsal, no question twice over all', async () => {
  const { acceptTarget, callsPerIndicator } = institutionalSettings().research
  const questions: string[] = []
  for (const { id, body } of await readTopics()) {
    const { unit, pairs } = rehearseTopic(assignmentOf(body))
    expect(unit.calls, id).toBeLessThanOrEqual(callsPerIndicator)
    expect(pairs.length, id).toBeGreaterThanOrEqual(acceptTarget)
    questions.push(...pairs.map(({ question }) => question))
  }
  expect(new Set(questions).size).toBe(questions.length)
})
