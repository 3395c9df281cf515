import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Plan } from '../../src/orchestrator/plan.ts'
import { createWorld, morning, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld({
    pipelines: ['droid-research', 'droid-trends'],
    assignments: 2,
    indicators: 1,
    callsPerIndicator: 5,
  })
})
afterAll(() => world.remove())

const head = () => world.repository.git('rev-parse', 'perpetual/state')

describe('perpetual plan', { timeout: 60_000 }, () => {
  it('says for each pipeline whether it starts and what it waits for, and writes nothing', async () => {
    const before = head()
    const { code, stdout, stderr } = await world.cli('plan')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const lines = stdout.trimEnd().split('\n')
    expect(lines[0]).toMatch(/^1 of \d+ pipelines starts now, at 2031-05-01T09:00Z\.$/u)
    expect(stdout).toMatch(/\d\.\s+droid-research +100 % +░{8} 0 of 850 calls +starts now: session_01\n/u)
    expect(stdout).toMatch(/\d\.\s+droid-trends +100 % +░{8} 0 of 850 calls +waits its turn after droid-research\n/u)
    expect(stdout).toMatch(/claude-integration +– +░{8} 0 of 170,000 tokens +no task waits\n/u)
    expect(lines.at(-1)).toBe('No part waits for a review; with more than 10,000 nothing new is begun.')
    for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(100)
    expect(head()).toBe(before)
  })

  it('with --json is the plan itself', async () => {
    const { stdout } = await world.cli('plan', '--json')
    const plan = JSON.parse(stdout) as Plan
    expect(Object.keys(plan).toSorted()).toEqual(['at', 'pipelines', 'start'])
    expect([plan.at.slice(0, 16), plan.start]).toEqual([morning.slice(0, 16), ['droid-research']])
    expect(plan.pipelines.find(({ pipeline }) => pipeline === 'droid-trends')).toEqual({
      pipeline: 'droid-trends',
      agent: 'droid',
      kind: 'research',
      budget: { meter: 'calls', limit: 1000, line: 850, used: 0 },
      task: expect.any(String) as string,
      rank: expect.any(Number) as number,
      behind: 1,
      decision: { type: 'rest', reason: 'turn', until: null, waitsFor: 'droid-research' },
    })
  })

  it('says of what waits for a moment when that is, and looks past it by force', async () => {
    const file = join(world.repository.folder, '.github', 'perpetual.yml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('cooldown: 0s', 'cooldown: 45m'))
    await world.run({ args: ['--max-tasks', '1'] })
    const { stdout } = await world.cli('plan')
    expect(stdout).toMatch(/droid-trends .* starts now: /u)
    expect(stdout.replaceAll(/\n {20,}/gu, ' ')).toMatch(
      /droid-research .* rests after its last session, until 2031-05-01T09:4\dZ\n/u,
    )
    expect(stdout).toContain('1 part waits for a review; with more than 10,000 nothing new is begun.')
    const forced = await world.cli('plan', '--force', '--json')
    const { pipelines } = JSON.parse(forced.stdout) as Plan
    const { decision } = pipelines.find(({ pipeline }) => pipeline === 'droid-research') ?? {}
    expect(decision).toEqual({ type: 'rest', reason: 'turn', until: null, waitsFor: 'droid-trends' })
  })

  it('refuses what it does not know', async () => {
    expect(await world.cli('plan', '--forced')).toMatchObject({ code: 2 })
  })
})
