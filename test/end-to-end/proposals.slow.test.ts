import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { runCli, type CliEnd } from '../support/cli.ts'
import { createWorld, type World } from '../support/world.ts'
import { parse, stringify } from 'yaml'

interface Proposed {
  readonly number: number
  readonly pipeline: string
  readonly id: string
  readonly title: string
}

describe('tasks that Perpetual proposes, on a disk', { timeout: 120_000 }, () => {
  let world: World
  afterEach(() => world?.remove())

  const tasks = (...args: readonly string[]): Promise<CliEnd> =>
    runCli(['tasks', ...args], { folder: world.repository.folder, environment: { REHEARSAL_KEY: 'rehearsal' } })
  const json = async <Value>(...args: readonly string[]): Promise<Value> => {
    const { code, stdout, stderr } = await tasks(...args, '--json')
    if (code !== 0) throw new Error(stderr)
    return JSON.parse(stdout) as Value
  }
  const propose = async (): Promise<readonly Proposed[]> => (await json<{ proposed: readonly Proposed[] }>('propose')).proposed

  it('come where the queue is low, begin once a person approves them, and never come again once declined', async () => {
    world = await createWorld({ assignments: 1, indicators: 2, callsPerIndicator: 10 })
    const file = join(world.repository.folder, '.github', 'perpetual.yml')
    const config = parse(readFileSync(file, 'utf8')) as object
    writeFileSync(file, stringify({ ...config, plan: { proposeBelow: 2, maxProposals: 2 } }))
    await world.run()
    const [first, second, ...more] = await propose()
    expect(more).toEqual([])
    expect(first).toMatchObject({ pipeline: 'droid-research', id: 'technical_trend-concept-computation' })
    expect(second?.id).toBe('technical_trend-parameters-interpretation')
    expect(await propose()).toEqual([])

    const listed = await tasks('proposals')
    expect(listed.stdout).toContain(`#${first?.number}  droid-research`)
    expect((await tasks('proposals', String(first?.number))).stdout).toContain('**The coverage grid has a gap:**')
    expect(world.repository.tasks().map(({ id }) => id)).toEqual(['session_01'])

    const approved = await tasks('approve', `#${first?.number}`)
    expect(approved.stdout).toBe(`#${first?.number} is task technical_trend-concept-computation of droid-research now.\n`)
    expect((await tasks('approve', String(first?.number))).code).toBe(2)
    expect((await tasks('decline', String(second?.number))).code).toBe(0)
    const refused = await tasks('approve', String(second?.number))
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('which is closed, and that is a no') })
    expect((await tasks('proposals')).stdout).toBe('Nothing waits for approval.\n')
    expect((await tasks('approve', '99')).stderr).toContain('found none with #99')

    expect(await world.run()).toMatchObject({ code: 0, result: { tasks: ['technical_trend-concept-computation'] } })
    expect(world.repository.tasks().find(({ id }) => id === first?.id)).toMatchObject({
      status: 'in-review',
      priority: 'p3',
      issue: first?.number,
    })
    const again = (await propose()).map(({ id }) => id)
    expect(again).not.toContain(first?.id)
    expect(again).not.toContain(second?.id)
    expect(again.length).toBeGreaterThan(0)
  })
})
