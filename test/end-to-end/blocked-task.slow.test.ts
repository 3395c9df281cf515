import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli, startCli } from '../support/cli.ts'
import { createDataRepository, type DataRepository } from '../support/data-repository.ts'
import { startProvider, type Provider } from '../support/provider.ts'
import { until } from '../support/until.ts'

const environment = { REHEARSAL_KEY: 'rehearsal' }
let provider: Provider
let repository: DataRepository

beforeAll(async () => {
  provider = await startProvider({ latencyMs: 1500 })
  repository = await createDataRepository(
    { providerUrl: provider.url, assignments: 2, indicators: 1, callsPerIndicator: 40 },
    environment,
  )
})
afterAll(async () => {
  await provider.stop()
  repository.remove()
})

describe('a task that a person stops', () => {
  it('is left by the session that works on it, which turns to the next one, and goes on where it was once it is unblocked', async () => {
    const { folder } = repository
    const session = startCli(['run', 'droid-research', '--json'], { folder, environment })
    await until(
      'the first calls are saved',
      () => (repository.tasks().find(task => task.id === 'session_01')?.resultFiles ?? 0) > 0,
    )
    expect((await runCli(['tasks', 'block', 'session_01', '--because', 'wrong brief'], { folder })).code).toBe(0)
    await provider.control('latency', { latencyMs: 0 })
    const end = await session.ended
    expect(end.code, end.stderr).toBe(0)
    const [first, second] = repository.tasks().toSorted((a, b) => a.id.localeCompare(b.id))
    expect(first).toMatchObject({ status: 'blocked', reason: 'wrong brief', parts: [] })
    expect(second?.status).toBe('in-review')
    expect((await runCli(['tasks', 'unblock', 'session_01'], { folder })).code).toBe(0)
    expect((await runCli(['run', 'droid-research'], { folder, environment })).code).toBe(0)
    expect(repository.tasks().map(task => task.status)).toEqual(['in-review', 'in-review'])
    expect((await provider.stats()).repeated).toBe(0)
  })

  it('is refused where it has ended or is not there', async () => {
    const { folder } = repository
    const missing = await runCli(['tasks', 'block', 'session_99'], { folder })
    expect(missing).toMatchObject({ code: 2, stderr: expect.stringContaining('session_99') })
    expect(await runCli(['tasks', 'unblock', 'session_01'], { folder })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('in-review'),
    })
  })
})
