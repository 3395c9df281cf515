import { describe, expect, it } from 'vitest'
import { minuteMs } from '../../domain/samples.ts'
import { useBatchWorlds, videos } from './batch-world.ts'

const open = useBatchWorlds()

describe('a round whose own deliveries give reviewers enough to read', () => {
  it('begins no task, and goes on with what was begun', async () => {
    const world = await open({ videos: [videos(5), videos(5, 6)] })
    const waitingParts = async (): Promise<number> => ((await world.tasks()).some(({ parts }) => parts.length > 0) ? 9 : 0)
    expect(await world.session({ maxTasks: 1, waitingParts })).toMatchObject({ reason: 'waiting' })
    await world.pass(30 * minuteMs)
    const round = await world.session({ waitingParts })
    expect(round.deliveries).toHaveLength(1)
    expect(await world.tasks()).toMatchObject([{ status: 'in-review' }, { status: 'pending' }])
    expect((await world.stats()).alive).toBe(0)
  })
})
