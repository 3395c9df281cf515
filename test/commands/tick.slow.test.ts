import { afterEach, describe, expect, it } from 'vitest'
import { surveyProject } from '../../src/commands/survey.ts'
import type { Issue } from '../../src/forge/forge.ts'
import { minutes } from '../domain/samples.ts'
import { createGithubTickWorld, createLocalTickWorld, type TickWorld } from '../orchestrator/tick-world.ts'

const hours = (count: number) => minutes(60 * count)
const unread = (pull: number, openedHours: number) =>
  ({ state: 'open', looked: 'none', pull, url: 'https://github.com/acme/pairs/pull/1', openedAt: hours(openedHours) }) as const

let world: TickWorld
afterEach(() => world.remove())

const alertIssues = (): Promise<readonly Issue[]> => world.project.forge.issues.list({ labels: ['perpetual:alert'] })
const alertIssue = async (): Promise<Issue> => {
  const [issue, ...others] = await alertIssues()
  if (issue === undefined || others.length > 0) throw new Error(`Expected one alert, got ${others.length + (issue ? 1 : 0)}`)
  return issue
}
const close = async (): Promise<unknown> => world.project.forge.issues.update((await alertIssue()).number, { state: 'closed' })

describe.each([
  ['on a disk', createLocalTickWorld],
  ['on GitHub', createGithubTickWorld],
] as const)('a tick %s', { timeout: 60_000 }, (_, createWorld) => {
  it('notes that it came, plans, and writes nothing more while nothing happens', async () => {
    world = await createWorld()
    await world.put({})
    const { plan, acted } = await world.tick()
    expect([plan.start, acted]).toEqual([['droid-research'], true])
    expect(await world.told()).toMatchObject({ tickAt: hours(0), silence: null, alert: null })
    const head = await world.head()
    world.moveTo(minutes(29))
    expect(await world.tick()).toMatchObject({ acted: false, plan: { start: ['droid-research'] } })
    expect(await world.head()).toBe(head)
    world.moveTo(minutes(30))
    expect((await world.tick()).acted).toBe(true)
    expect(await alertIssues()).toEqual([])
    expect(world.warnings).toEqual([])
  })

  it('tells the next plans who could begin and does not, until a session of it begins', async () => {
    world = await createWorld()
    await world.put({})
    await world.tick()
    world.moveTo(hours(2))
    const { survey } = await world.tick()
    expect(survey.started).toEqual({ 'droid-research': { since: hours(0), epoch: 0 } })
    expect((await surveyProject(await world.another())).started).toEqual(survey.started)
  })

  it('that comes late starts what it finds and makes one alert, which is closed when ticks come again and opened when they do not', async () => {
    world = await createWorld()
    await world.put({})
    await world.tick()
    world.moveTo(hours(7))
    expect((await world.tick()).plan.start).toEqual(['droid-research'])
    const first = await alertIssue()
    expect(first).toMatchObject({ title: 'Perpetual needs a person', state: 'open', labels: ['perpetual:alert'] })
    expect(first.body).toContain(
      'From 2026-03-10T12:00Z to 2026-03-10T19:00Z no tick came; one is expected every 6 hours at the latest',
    )
    // As if a session ran, so that nothing is idle.
    await world.put({ status: 'completed' })
    const told = await world.told()
    for (const at of [8, 10, 12]) {
      world.moveTo(hours(at))
      await world.tick()
      expect((await world.told())?.alert).toEqual(told?.alert)
      expect(await alertIssue()).toEqual(first)
    }
    world.moveTo(minutes(13 * 60 + 1))
    await world.tick()
    const closed = await alertIssue()
    expect(closed).toMatchObject({ number: first.number, state: 'closed' })
    expect(closed.body).toBe(
      'All is well again, as of 2026-03-11T01:01Z. Perpetual opens this issue anew when it needs a person.',
    )
    world.moveTo(hours(30))
    await world.tick()
    const again = await alertIssue()
    expect(again).toMatchObject({ number: first.number, state: 'open' })
    expect(again.body).toContain('From 2026-03-11T01:01Z to 2026-03-11T18:00Z')
    expect(world.warnings).toEqual([])
  })

  it('tells of what could work and does not, of what waits unread, and of a provider that gives nothing', async () => {
    world = await createWorld()
    await world.put({ title: 'Momentum <img src=x> @grace #1' }, [unread(41, -80), unread(42, -90)])
    const reason = 'provider: No credit\nleft @everyone ![x](http://x)'
    await world.putHistory([-70, -60, -50].map(at => ({ startedAt: hours(at), endedAt: hours(at + 1), reason })))
    for (const at of [0, 3, 6]) {
      world.moveTo(hours(at))
      await world.tick()
    }
    expect((await alertIssue()).body).not.toContain('Nothing begins')
    world.moveTo(hours(7))
    const { alerts } = await world.tick()
    expect(alerts.map(({ type }) => type)).toEqual(['idle', 'provider', 'unread', 'unread'])
    const { body } = await alertIssue()
    expect(body).toContain('- `droid-research`, since 2026-03-10T12:00Z')
    expect(body).toContain('since 2026-03-07T14:00Z. The provider last said: No credit left @&#8203;everyone')
    expect(body).toMatch(/- #42, since 2026-03-06: Momentum .*\n- #41, since 2026-03-07: Momentum/u)
    for (const raw of ['<img', '@grace', '![x]', 'http:']) expect(body).not.toContain(raw)
  })

  it('leaves closed what a person closed, until something comes that it did not tell of', async () => {
    world = await createWorld()
    await world.put({ status: 'in-review' }, [unread(41, -80)])
    await world.tick()
    await close()
    for (const at of [1, 2, 3]) {
      world.moveTo(hours(at))
      await world.tick()
    }
    expect((await alertIssue()).state).toBe('closed')
    await world.put({ status: 'in-review' }, [unread(41, -80), unread(42, -71)])
    world.moveTo(hours(4))
    await world.tick()
    expect(await alertIssue()).toMatchObject({ state: 'open', body: expect.stringContaining('- #42,') as string })
    await close()
    await world.put({ status: 'in-review' }, [unread(42, -71)])
    world.moveTo(hours(5))
    await world.tick()
    expect((await alertIssue()).state).toBe('closed')
    await world.put({ status: 'completed' })
    world.moveTo(hours(6))
    await world.tick()
    expect((await world.told())?.alert?.keys).toEqual([])
  })

  it('beside another one at the same moment makes no double: one of them acts', async () => {
    world = await createWorld()
    await world.put({}, [unread(41, -80)])
    const projects = [world.project, await world.another(), await world.another()]
    for (const at of [0, 1, 8]) {
      world.moveTo(hours(at))
      const ticks = await Promise.all(projects.map(project => world.tick({}, project)))
      expect(ticks.filter(({ acted }) => acted)).toHaveLength(1)
      expect(ticks.map(({ plan }) => plan.start)).toEqual(projects.map(() => ['droid-research']))
      await alertIssue()
    }
    expect(world.warnings).toEqual([])
  })

  it('that dies before it wrote its issue is made up for by a later one', async () => {
    world = await createWorld()
    await world.put({}, [unread(41, -80)])
    const { forge } = world.project
    const broken = {
      ...world.project,
      forge: { ...forge, issues: { ...forge.issues, create: () => Promise.reject(new Error('Cut off')) } },
    }
    const { plan, acted } = await world.tick({}, broken)
    expect([plan.start, acted]).toEqual([['droid-research'], true])
    expect(world.warnings).toContain('What a person is to know was left to the next tick: Cut off')
    world.moveTo(minutes(4))
    await world.tick()
    expect(await alertIssues()).toEqual([])
    world.moveTo(minutes(5))
    await world.tick()
    expect((await alertIssue()).body).toContain('- #41,')
  })

  it('plans although what earlier ticks told cannot be read, and writes over nothing of it', async () => {
    world = await createWorld()
    await world.put({}, [unread(1, 0)])
    const { state } = world.project.forge
    const text = '{"version":2}\n'
    await state.write(await state.head(), [{ path: 'orchestrator.json', text }], 'Newer')
    const head = await world.head()
    world.moveTo(hours(80))
    const { plan, acted } = await world.tick()
    expect([plan.start, acted]).toEqual([['droid-research'], false])
    expect(world.warnings.join('\n')).toContain('orchestrator.json')
    expect(await world.head()).toBe(head)
    expect(await alertIssues()).toEqual([])
  })

  it('by force, of one pipeline or dry looks past what waits and tells nothing of who could work', async () => {
    world = await createWorld()
    await world.put({})
    expect(await world.tick({ dryRun: true })).toMatchObject({ acted: false, plan: { start: ['droid-research'] } })
    expect(await world.told()).toBeUndefined()
    const { plan } = await world.tick({ only: 'droid-research', force: true })
    expect(plan.pipelines.map(({ pipeline }) => pipeline)).toEqual(['droid-research'])
    expect((await world.told())?.available).toEqual({})
    await expect(world.tick({ only: 'droid-reserch' })).rejects.toMatchObject({ actBy: 'fix-config' })
  })
})

describe('a tick on GitHub', { timeout: 60_000 }, () => {
  it('assigns the alert to the reviewers when it is made and when it is opened anew', async () => {
    const made = await createGithubTickWorld()
    world = made
    await world.put({ status: 'in-review' }, [unread(41, -80)])
    await world.tick()
    const { number } = await alertIssue()
    expect(await made.fixture.assigneesOf(number)).toEqual(['grace'])
    const posts = () => made.fixture.github.requests().filter(({ path }) => path.endsWith('/assignees')).length
    await world.put({ status: 'in-review' }, [unread(41, -80), unread(42, -71)])
    world.moveTo(hours(2))
    await world.tick()
    expect((await alertIssue()).body).toContain('- #42,')
    expect(posts()).toBe(1)
    await close()
    await world.put({ status: 'in-review' }, [unread(43, -70)])
    world.moveTo(hours(4))
    await world.tick()
    expect([(await alertIssue()).state, posts()]).toEqual(['open', 2])
  })

  it('asks GitHub little where nothing happens', async () => {
    const made = await createGithubTickWorld()
    world = made
    await world.put({})
    await world.putHistory([{}])
    await world.tick()
    const { github } = made.fixture
    for (const [at, most] of [
      [minutes(10), 10],
      // Writes itself down, and looks whether its proposals still wait.
      [minutes(60), 13],
    ] as const) {
      world.moveTo(at)
      github.clearRequests()
      await world.tick({}, await world.another())
      const asked = github.requests().map(({ method, path, operation }) => `${method} ${operation ?? path}`)
      expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(most)
    }
  })

  it('with a token that may write neither state nor issues plans all the same, and warns', async () => {
    const made = await createGithubTickWorld(github => github.botToken({ contents: 'read', actions: 'read' }))
    world = made
    const { plan } = await world.tick()
    expect(plan.pipelines.length).toBeGreaterThan(1)
    expect(world.warnings).toEqual([
      expect.stringMatching(/That this tick came was left to the next tick: .*lacks `contents: write`/u),
    ])
  })
})
