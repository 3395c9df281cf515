import { describe, expect, it } from 'vitest'
import { assignmentOf, deliver } from './delivered.ts'
import { run } from './run.ts'

describe('integrating delivered files', () => {
  it('takes at most 600 tokens a pair on average, everything that is sent and answered counted', () => {
    const runs = [0, 3, 7, 20, 40].map(index => run(assignmentOf(deliver(index))))
    const tokens = runs.reduce((sum, each) => sum + each.tokens, 0)
    const pairs = runs.reduce((sum, { progress }) => sum + progress.drafts.length, 0)
    expect(pairs).toBeGreaterThan(400)
    expect(tokens / pairs).toBeLessThanOrEqual(600)
  })
})
