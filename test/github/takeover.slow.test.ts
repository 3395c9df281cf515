import { describe, expect, it, type TestContext } from 'vitest'
import { until, untilStuck } from '../support/until.ts'
import { expectExactlyOnce } from './exactly-once.ts'
import { createGithubWorld, type GithubWorld, type SessionEnd, type SessionJob } from './github-world.ts'

const stateBranch = 'perpetual/state'

const create = async ({ onTestFinished }: TestContext, lease: string): Promise<GithubWorld> => {
  const world = await createGithubWorld({ lease, concurrency: 8, assignments: 1, indicators: 3, callsPerIndicator: 40 })
  onTestFinished(() => world.remove())
  return world
}

/** Stopped while it waits for requests that have all arrived, so that none is half sent. */
async function stopInTheMiddle(world: GithubWorld, faults = ''): Promise<SessionJob> {
  const { provider } = world
  await provider.control('latency', { latencyMs: 100 })
  const zombie = await world.start()
  await until('progress was saved', async () => (await world.committed()).tasks().some(task => task.resultFiles >= 2))
  await provider.control('latency', { latencyMs: 5000 })
  await provider.control('faults', { faults })
  await untilStuck(provider)
  zombie.signal('SIGSTOP')
  await provider.control('latency', { latencyMs: 0 })
  await provider.control('faults', { faults: '' })
  await until('all was answered', async () => (await provider.stats()).inFlight === 0)
  return zombie
}

const stateCommits = async (world: GithubWorld): Promise<readonly string[]> => {
  const octokit = world.github.as('curator')
  const at = { owner: world.github.owner, repo: world.github.repo, sha: stateBranch, per_page: 100 }
  const commits = await octokit.paginate(octokit.rest.repos.listCommits, at)
  return commits.map(({ commit }) => commit.message)
}

const refsBesideState = (world: GithubWorld): ReadonlyMap<string, string> =>
  new Map([...world.github.branches()].filter(([branch]) => branch !== stateBranch))

/** What people see. Adding labels that are there already moves a pull request's `updated_at` and nothing else. */
const seen = async (world: GithubWorld) => {
  const at = { owner: world.github.owner, repo: world.github.repo }
  const { rest } = world.github.as('curator')
  const issues = await rest.issues.listForRepo({ ...at, state: 'all' })
  const comments = await Promise.all(issues.data.map(({ number }) => rest.issues.listComments({ ...at, issue_number: number })))
  return [
    ...issues.data.map(({ title, body, labels, state }) => ({ title, body, labels, state })),
    ...comments.flatMap(({ data }) => data.map(({ body, updated_at: updatedAt }) => ({ body, updatedAt }))),
  ]
}

/** After the zombie woke and ended: nothing was sent, and nothing written but what its own reservations came to. */
async function expectOnlySettled(world: GithubWorld, zombie: SessionJob): Promise<void> {
  const { provider, github } = world
  const [commits, refs, before, { total }] = [
    await stateCommits(world),
    refsBesideState(world),
    await seen(world),
    await provider.stats(),
  ]
  const [stateBefore, filesBefore] = [(await world.committed()).pipelineState(), await github.files(stateBranch)]
  github.clearRequests()
  zombie.signal('SIGCONT')
  expect(await zombie.ended).toMatchObject({ code: 0, outputs: { reason: 'lost-claim', deliveries: '0' } })
  const wrote = github.requests().filter(({ method, path }) => method !== 'GET' && path !== '/graphql')
  expect(wrote).toEqual([])
  expect((await provider.stats()).total).toBe(total)
  expect(refsBesideState(world)).toEqual(refs)
  expect(await seen(world)).toEqual(before)
  const added = (await stateCommits(world)).slice(0, -commits.length)
  expect(added).toEqual([
    expect.stringMatching(/^settle droid-research\n\nOperation: droid-research-0001\/1\/rehearsal\/settle$/u),
  ])
  const after = await github.files(stateBranch)
  const changed = [...after.keys()].filter(path => after.get(path) !== filesBefore.get(path))
  expect(changed.filter(path => path !== 'pipelines/droid-research.json' && !path.startsWith('ledgers/'))).toEqual([])
  const committed = await world.committed()
  const { operations: _, ...setting } = committed.pipelineState()
  expect(stateBefore).toMatchObject(setting)
  expect(committed.account().ledgers.calls).toMatchObject({ settled: total, reservations: [] })
  await expectExactlyOnce(world)
}

/** The session that takes over, after those that found the claim alive and rested. */
async function takeOver(world: GithubWorld): Promise<SessionEnd> {
  for (;;) {
    const end = await world.session()
    expect(end.code).toBe(0)
    if (end.result?.reason !== 'held') return end
  }
}

describe.concurrent('a job that wakes up after its claim went to another', { timeout: 120_000 }, () => {
  it('by its lease, writes nothing but what its own reservations came to, and sends nothing', async context => {
    const world = await create(context, '6s')
    // Some of what is in flight fails, which it would try again if it were let.
    const zombie = await stopInTheMiddle(world, '5xx:0.4')
    expect((await takeOver(world)).result).toMatchObject({ session: 'droid-research-0001', reason: 'queue-empty' })
    await expectExactlyOnce(world)
    await expectOnlySettled(world, zombie)
  })

  it(
    'because GitHub had lost sight of its machine, leaves the other alone while that one works',
    { timeout: 120_000 },
    async context => {
      const world = await create(context, '10m')
      const { provider, github } = world
      const zombie = await stopInTheMiddle(world)
      const before = (await provider.stats()).total
      const spent = (await world.committed()).pipelineState().session?.spent.calls ?? 0
      github.runs.end(zombie.run)
      await provider.control('latency', { latencyMs: 100 })
      const heir = await world.start()
      await until('it was taken over', async () => (await world.committed()).pipelineState().claim?.epoch === 2)
      zombie.signal('SIGCONT')
      expect(await zombie.ended).toMatchObject({ code: 0, outputs: { reason: 'lost-claim', deliveries: '0' } })
      const end = await heir.ended
      expect(end).toMatchObject({ code: 0, outputs: { reason: 'queue-empty' } })
      // By its own clock its claim had not lapsed, so it may have sent what was reserved for it, and no more.
      const sentByHeir = Number(end.outputs['spent-sends']) - spent
      expect((await provider.stats()).total - before - sentByHeir).toBeLessThanOrEqual(25)
      const messages = (await stateCommits(world)).toReversed()
      const since = messages.slice(messages.findIndex(message => message.includes('Operation: droid-research-0001/2/')))
      expect(since.filter(message => /^Operation: droid-research-0001\/1\//mu.test(message))).toEqual([
        expect.stringContaining('Operation: droid-research-0001/1/rehearsal/settle'),
      ])
      expect((await world.committed()).account().ledgers.calls).toMatchObject({
        settled: (await provider.stats()).total,
        reservations: [],
      })
      await expectExactlyOnce(world)
    },
  )

  it('while it opened a pull request, leaves it as the other made it', async context => {
    const world = await create(context, '10m')
    const { github } = world
    github.clearRequests()
    github.fault({ match: /createPullRequest/u, delayMs: 1_000, times: 1 })
    const zombie = await world.start()
    await until('it delivers', () => github.requests().some(each => each.operation?.includes('createPullRequest') === true))
    zombie.signal('SIGSTOP')
    await until('GitHub has answered', () => github.requests().every(each => each.status !== 0))
    github.runs.end(zombie.run)
    expect(await world.session()).toMatchObject({ code: 0, result: { reason: 'queue-empty' } })
    await expectExactlyOnce(world)
    await expectOnlySettled(world, zombie)
  })

  it('goes on where nobody came in the meantime', async context => {
    const world = await create(context, '6s')
    const { provider } = world
    const sleeper = await stopInTheMiddle(world)
    const claimEndsAt = Date.parse((await world.committed()).pipelineState().claim?.expiresAt ?? '')
    await until('its claim has lapsed', async () => Date.parse((await provider.stats()).now) > claimEndsAt)
    sleeper.signal('SIGCONT')
    expect(await sleeper.ended).toMatchObject({ code: 0, outputs: { reason: 'queue-empty' } })
    expect((await provider.stats()).repeated).toBe(0)
    expect((await world.committed()).pipelineState().epoch).toBe(1)
    await expectExactlyOnce(world)
  })
})
