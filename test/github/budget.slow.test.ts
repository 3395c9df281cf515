import { afterEach, describe, expect, it } from 'vitest'
import type { RunResult } from '../../src/session/result.ts'
import { nextMorning } from '../support/world.ts'
import { acceptedIn, callsIn, expectCommitted } from '../end-to-end/promises.ts'
import { createGithubWorld, type GithubWorld } from './github-world.ts'

const at = { owner: 'acme', repo: 'pairs' }

describe('a budget of 1,000 calls a day with a line at 85 %, on GitHub', () => {
  let world: GithubWorld
  afterEach(() => world?.remove())

  /** The bodies of the comments on a task's issue that are handoffs. */
  const handoffs = async (issue: number): Promise<readonly string[]> => {
    const { data } = await world.github.as('curator').rest.issues.listComments({ ...at, issue_number: issue })
    return data.map(({ body = '' }) => body).filter(body => body.startsWith('# Handoff of '))
  }

  /** The second day, after 850 sends on the first: goes on at the exact call, and every pair is there once. */
  async function expectSecondDay(first: RunResult): Promise<void> {
    const { provider } = world
    await world.moveTo(nextMorning)
    const second = await world.session()
    expect(second).toMatchObject({ code: 0, result: { outcome: 'completed', reason: 'queue-empty' } })
    const { total, sends, repeated } = await provider.stats()
    expect(repeated).toBe(0)
    expect(sends).toEqual({ '2031-05-01': 850, '2031-05-02': total - 850 })
    const committed = await world.committed()
    expect(callsIn(committed)).toBe(total)
    expect(committed.tasks().map(task => task.status)).toEqual(['in-review', 'in-review'])
    expect(committed.tasks().every(task => task.units.every(unit => unit.ended))).toBe(true)
    expect(acceptedIn(committed)).toBe(first.pairs.accepted + (second.result?.pairs.accepted ?? 0))
    expectCommitted(committed)
    expect(await handoffs(1)).toHaveLength(1)
    expect(await handoffs(2)).toEqual([expect.stringContaining('# Handoff of droid-research-0002')])
  }

  it('lets exactly 850 sends through on a day, hands off in a comment, and goes on at the exact call on the next', async () => {
    world = await createGithubWorld({ budget: 1000, assignments: 2 })
    const { provider } = world
    const first = await world.session()
    expect(first).toMatchObject({
      code: 0,
      result: { outcome: 'wrapped', reason: 'budget', spent: { sends: 850, calls: 850 } },
    })
    expect(await provider.stats()).toMatchObject({ sends: { '2031-05-01': 850 }, distinct: 850, repeated: 0 })
    for (const issue of [1, 2])
      expect(await handoffs(issue)).toEqual([expect.stringContaining('| rehearsal calls | 850 / 1000 (85.0%), line 850 |')])
    const committed = await world.committed()
    expect(committed.account().ledgers.calls).toMatchObject({ settled: 850, reservations: [] })
    expect(committed.tasks().map(task => [task.id, task.status])).toEqual([
      ['session_01', 'in-review'],
      ['session_02', 'in-progress'],
    ])
    expectCommitted(committed)

    const forced = await world.session({ force: 'true' })
    expect(forced).toMatchObject({ code: 0, result: { outcome: 'rested', reason: 'budget', next: '2031-05-02T00:01:00.000Z' } })
    expect((await provider.stats()).total).toBe(850)
    if (first.result === null) throw new Error('Expected a result')
    await expectSecondDay(first.result)
  })

  it('lets exactly 850 through where three runners start at once and others are forced', async () => {
    world = await createGithubWorld({ budget: 1000, assignments: 2 })
    const { provider } = world
    const together = await Promise.all([world.session(), world.session(), world.session({ force: 'true' })])
    expect(together.map(({ code }) => code)).toEqual([0, 0, 0])
    expect(together.map(({ result }) => String(result?.reason)).toSorted()).toEqual(['budget', 'held', 'held'])
    const late = await Promise.all([world.session({ force: 'true' }), world.session({ force: 'true' })])
    expect(late.map(({ code, result }) => [code, result?.reason])).toEqual([
      [0, 'budget'],
      [0, 'budget'],
    ])
    expect(await provider.stats()).toMatchObject({ total: 850, repeated: 0 })
    const committed = await world.committed()
    expect(committed.pipelineState().sessions).toBe(1)
    expectCommitted(committed)
    const worked = together.find(({ result }) => result?.reason === 'budget')?.result
    if (!worked) throw new Error('Expected a result')
    await expectSecondDay(worked)
  })
})
