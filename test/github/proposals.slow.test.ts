import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFlowWorld, type FlowWorld } from './flow-world.ts'

const at = { owner: 'acme', repo: 'pairs' }
const tick = '17 * * * *'
const bot = 'github-actions[bot]'
const mornings = ['2031-05-02T09:00:00.000Z', '2031-05-03T09:00:00.000Z', '2031-05-04T09:00:00.000Z']

describe('tasks that Perpetual proposes, on GitHub', { timeout: 400_000 }, () => {
  let world: FlowWorld
  beforeEach(async () => {
    world = await createFlowWorld({ concurrency: 4, callsPerIndicator: 10 })
    world.github.settings.variables.set('PERPETUAL_ENABLED', 'true')
    world.github.addPerson('tim', 'triage')
  }, 200_000)
  afterEach(() => world?.remove())

  const proposals = async (state: 'open' | 'all' = 'open') => {
    const { data } = await world.github
      .as('curator')
      .rest.issues.listForRepo({ ...at, labels: 'perpetual:proposal', state, direction: 'asc' })
    return data
  }
  const label = (login: string, issue: number) =>
    world.github.as(login).rest.issues.addLabels({ ...at, issue_number: issue, labels: ['approved'] })
  const tickAt = async (morning: string | undefined): Promise<readonly string[]> => {
    if (morning !== undefined) await world.moveTo(morning)
    world.runner.tick(tick)
    return world.settled()
  }

  it('begin where someone with write access applies the label, with the text of that moment, and never come again once closed', async () => {
    const { github, runner } = world
    const curator = github.as('curator').rest
    await curator.issues.create({ ...at, ...world.form(1, 1) })
    await world.settled()
    runner.dispatch('perpetual.yml')
    expect(await world.settled()).toEqual(['perpetual.yml/plan: success', 'perpetual.yml/run droid-research: success'])
    expect(await proposals()).toEqual([])

    expect(await tickAt(mornings[0])).toEqual(['perpetual.yml/plan: success'])
    const [first, second, third, ...more] = await proposals()
    expect(more).toEqual([])
    if (first === undefined || second === undefined || third === undefined) throw new Error('Expected three proposals')
    expect(first.user?.login).toBe(bot)
    expect(first.body).toMatch(/^\*\*The coverage grid has a gap:\*\*/)
    expect(await world.labels(first.number)).toEqual([
      'agent:droid',
      'needs-approval',
      'perpetual:proposal',
      'pipeline:droid-research',
      'priority:p3',
    ])

    await label('tim', first.number)
    expect(await world.settled()).toEqual(['perpetual-issues.yml/answer: success'])
    expect(await world.labels(first.number)).not.toContain('approved')
    expect((await world.comments(first.number))[0]?.body).toContain('**Waits for someone with write access.**')
    expect((await world.committed()).tasks()).toHaveLength(1)

    const body = (first.body ?? '')
      .replace('### Indicators', '### Indicators\n')
      .replace('Asked for above all:', 'Asked for, says the curator:')
    await curator.issues.update({ ...at, issue_number: first.number, body })
    await world.settled()
    await label('curator', first.number)
    await world.settled()
    const labels = await world.labels(first.number)
    expect(labels).toEqual(expect.arrayContaining(['status:pending', 'pipeline:droid-research', 'priority:p3']))
    expect(labels).not.toContain('needs-approval')
    const task = (await world.committed()).tasks().find(({ issue }) => issue === first.number)
    expect(task).toMatchObject({ status: 'pending', priority: 'p3' })
    expect(task?.body).toContain('Asked for, says the curator:')
    expect(task?.body).not.toContain('<!--')

    await curator.issues.update({ ...at, issue_number: second.number, state: 'closed' })
    expect(await tickAt(mornings[1])).toEqual(['perpetual.yml/plan: success', 'perpetual.yml/run droid-research: success'])
    expect((await world.committed()).tasks().find(({ issue }) => issue === first.number)?.status).toBe('in-review')
    await tickAt(mornings[2])
    const titles = (await proposals('all')).map(({ title }) => title)
    expect(new Set(titles).size).toBe(titles.length)
    expect(await proposals()).toHaveLength(3 + 1)
  })
})
