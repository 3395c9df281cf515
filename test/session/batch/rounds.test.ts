import { describe, expect, it } from 'vitest'
import { minuteMs } from '../../domain/samples.ts'
import { useBatchWorlds } from './batch-world.ts'

const open = useBatchWorlds()

describe('rounds of a batch pipeline', () => {
  it('submit, wait for nothing, collect, deliver and end their task', async () => {
    const world = await open()
    expect(await world.session()).toMatchObject({
      outcome: 'wrapped',
      reason: 'waiting',
      spent: { slots: 3 },
      budget: { limit: 10, line: 9, used: 3 },
      deliveries: [],
    })
    await world.pass(30 * minuteMs)
    const second = await world.session()
    expect(second).toMatchObject({ outcome: 'completed', reason: 'queue-empty', spent: { slots: 0 }, budget: { used: 0 } })
    expect(second.deliveries).toHaveLength(1)
    expect(second.pairs.accepted).toBeGreaterThan(0)
    expect(await world.tasks()).toMatchObject([{ status: 'in-review' }])
    expect(await world.stats()).toMatchObject({ created: 3, peakAlive: 3, alive: 0 })
  })
})
