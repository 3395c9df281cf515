import { afterEach, describe, expect, it } from 'vitest'
import { expectCommitted } from '../end-to-end/promises.ts'
import { until } from '../support/until.ts'
import { morning } from '../support/world.ts'
import { generateKeyPairSync } from 'node:crypto'
import { createGithubWorld, runPermissions, type GithubWorld, type SessionEnd } from './github-world.ts'
import type { StepEnd } from '../action/step.ts'

const small = { assignments: 1, indicators: 1, callsPerIndicator: 20, concurrency: 4 } as const

let world: GithubWorld
afterEach(() => world?.remove())

const errorsOf = ({ commands }: Pick<StepEnd, 'commands'>): readonly string[] =>
  commands.filter(({ name }) => name === 'error').map(({ text }) => text)

function expectOneLine(end: StepEnd, line: RegExp): void {
  expect({ code: end.code, stderr: end.stderr, errors: errorsOf(end) }, end.stdout).toEqual({
    code: 1,
    stderr: '',
    errors: [expect.stringMatching(line)],
  })
  expect(errorsOf(end)[0]).not.toContain('\n')
}

/** A session with every permission but one. */
const without = (name: keyof typeof runPermissions): Promise<SessionEnd> => {
  const { [name]: _missing, ...rest } = runPermissions
  return world.session({}, { token: world.github.botToken(rest) })
}

const total = async (): Promise<number> => (await world.provider.stats()).total

/** Everything is delivered once, and the task waits for its review as if nothing had been. */
async function expectMended(): Promise<void> {
  const end = await world.session()
  expect({ code: end.code, errors: errorsOf(end) }, end.stdout).toEqual({ code: 0, errors: [] })
  const state = await world.committed()
  expectCommitted(state)
  for (const task of state.tasks()) expect(task).toMatchObject({ status: 'in-review', parts: [{ state: 'open' }] })
}

describe('a session that lacks a permission', { timeout: 120_000 }, () => {
  it('says so each time, keeps what was paid for, and blocks no task; the next that has it delivers', async () => {
    world = await createGithubWorld(small)
    expectOneLine(
      await without('pull-requests'),
      /lacks `pull-requests: write`; add it to the job's `permissions:` in the workflow/u,
    )
    const paid = await total()
    expect(paid).toBeGreaterThan(15)
    world.github.settings.allowActionsToCreatePulls = false
    expectOneLine(
      await world.session(),
      /tick "Allow GitHub Actions to create and approve pull requests" under Settings → Actions → General/u,
    )
    world.github.settings.allowActionsToCreatePulls = true
    for (let times = 0; times < 3; times += 1) expectOneLine(await without('pull-requests'), /lacks `pull-requests: write`/u)
    await expectMended()
    expect(await total()).toBe(paid)
  })

  it('to label issues ends before it pays, however often, and the next one works', async () => {
    world = await createGithubWorld(small)
    for (let times = 0; times < 4; times += 1)
      expectOneLine(await without('issues'), /lacks `issues: write`; add it to the job's `permissions:` in the workflow/u)
    expect(await total()).toBe(0)
    await expectMended()
  })

  it('to write discussions, or their category, leaves its handoff to the next one', async () => {
    world = await createGithubWorld({ ...small, config: { github: { handoffs: { discussionCategory: 'Handoffs' } } } })
    const category =
      /Expected a discussion category `Handoffs` in acme\/pairs, found none: tick Discussions under Settings → General/u
    expectOneLine(await world.session(), category)
    const paid = await total()
    world.github.settings.discussionCategories = ['General', 'Handoffs']
    expectOneLine(await without('discussions'), /lacks `discussions: write`/u)
    await expectMended()
    expect(await total()).toBe(paid)
    const { repository } = await world.github.as('curator').graphql<{
      repository: { discussions: { nodes: { title: string; body: string; category: { name: string } }[] } }
    }>('{ repository(owner: "acme", name: "pairs") { discussions(first: 10) { nodes { title body category { name } } } } }')
    expect(repository.discussions.nodes).toEqual([
      {
        title: 'Handoffs of droid-research: session_01',
        body: expect.stringContaining('# Handoff of'),
        category: { name: 'Handoffs' },
      },
    ])
  })

  it('to see runs waits for the lease of one that was killed, and says what would show it', async () => {
    world = await createGithubWorld({ ...small, github: { private: true } })
    await world.provider.control('latency', { latencyMs: 200 })
    const killed = await world.start()
    await until('it has sent something', async () => (await total()) > 2)
    killed.signal('SIGKILL')
    await killed.ended
    await world.provider.control('latency', { latencyMs: 0 })
    const end = await without('actions')
    expect(end).toMatchObject({ code: 0, result: { outcome: 'rested', reason: 'held' } })
    const warnings = end.commands.filter(({ name }) => name === 'warning').map(({ text }) => text)
    expect(warnings).toEqual([expect.stringMatching(/lacks `actions: read`; add it to the job's `permissions:`/u)])
    await expectMended()
  })
})

describe('a token', { timeout: 120_000 }, () => {
  it('that ends in mid-session ends it with one line; the next one goes on and pays little twice', async () => {
    world = await createGithubWorld({ ...small, callsPerIndicator: 100 })
    await world.provider.control('latency', { latencyMs: 50 })
    const token = world.github.botToken(runPermissions)
    const job = await world.start({}, { token })
    await until('some of it is saved', async () => (await world.committed()).outcomes().length > 20)
    world.github.revoke(token)
    expectOneLine(
      await job.ended,
      /wrong, expired or revoked \(401\); in a workflow pass `token: \$\{\{ github\.token \}\}` or an App/u,
    )
    await world.provider.control('latency', { latencyMs: 0 })
    const kept = new Set((await world.committed()).outcomes().map(({ work }) => work))
    const before = await total()
    await expectMended()
    expect(before - kept.size).toBeLessThanOrEqual(25)
    expect(await total()).toBeLessThanOrEqual(100 + 25)
  })

  it('of an App is renewed in mid-session, and each is masked before it is used', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    })
    // Five minutes and two seconds of the sessions' clock: a token is renewed five minutes before its end.
    const tokenSeconds = (Date.parse(morning) - Date.now()) / 1000 + 302
    world = await createGithubWorld({
      ...small,
      callsPerIndicator: 100,
      github: { app: { id: 4711, slug: 'pairs-app', publicKey, permissions: runPermissions, tokenSeconds } },
    })
    await world.provider.control('latency', { latencyMs: 150 })
    world.github.clearRequests()
    const end = await world.session({ token: '', 'app-id': '4711', 'app-private-key': privateKey })
    expect({ code: end.code, errors: errorsOf(end) }).toEqual({ code: 0, errors: [] })
    const minted = world.github.requests().filter(({ path }) => path.endsWith('/access_tokens'))
    expect(minted.length).toBeGreaterThan(1)
    expect(minted.length).toBeLessThan(world.github.requests().length / 3)
    const masked = end.commands.filter(({ name, text }) => name === 'add-mask' && text.startsWith('ghs_'))
    expect(new Set(masked.map(({ text }) => text)).size).toBe(minted.length)
    expectCommitted(await world.committed())
  })
})
