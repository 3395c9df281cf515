import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it, type TestContext } from 'vitest'
import type { StepEnd } from '../action/step.ts'
import { callsIn } from '../end-to-end/promises.ts'
import type { Fault } from '../loopback/loopback-github.ts'
import { seededRandom } from '../support/random.ts'
import { until } from '../support/until.ts'
import { expectExactlyOnce } from './exactly-once.ts'
import { createGithubWorld, type GithubWorld } from './github-world.ts'

type How = Omit<Fault, 'match'>

/** Every kind of write that a session makes. */
const writes = {
  state: /createCommitOnBranch[^]*"branchName":"perpetual\/state"/,
  pull: /createPullRequest/,
  comment: /^POST .*\/comments$/,
  labels: /addLabelsToLabelable|\/labels$/,
  issue: /^PATCH .*\/issues\/\d+$/,
} as const
const kinds = Object.values(writes)

const create = async ({ onTestFinished }: TestContext): Promise<GithubWorld> => {
  const world = await createGithubWorld({ assignments: 1, indicators: 2, callsPerIndicator: 24, concurrency: 8 })
  onTestFinished(() => world.remove())
  return world
}

const errorsOf = ({ commands }: StepEnd): string[] => commands.filter(({ name }) => name === 'error').map(({ text }) => text)

/** It went on, or ended with one line that says why. */
function expectClean(end: StepEnd, reason = /^Expected /u): void {
  const errors = errorsOf(end)
  expect(end.stderr).toBe('')
  expect([0, 1]).toContain(end.code)
  expect(errors).toHaveLength(end.code ?? 0)
  expect(errors.filter(text => !reason.test(text))).toEqual([])
}

/** One session more, with a GitHub that is well again, finishes and mends all; so many sends may have been paid for in vain. */
async function expectMended(world: GithubWorld, lost = 0): Promise<void> {
  world.github.clearFaults()
  await world.provider.control('latency', { latencyMs: 0 })
  const end = await world.session()
  expect(errorsOf(end)).toEqual([])
  expect(end).toMatchObject({ code: 0, result: { reason: expect.stringMatching(/^queue-empty|^asked/u) } })
  await expectExactlyOnce(world)
  const committed = await world.committed()
  expect(committed.tasks().map(task => task.status)).toEqual(['in-review'])
  expect((await world.provider.stats()).total - callsIn(committed)).toBeLessThanOrEqual(lost)
}

const patience = { headers: { 'retry-after': '1' }, body: { message: 'You have exceeded a secondary rate limit.' } }

describe.concurrent('a GitHub that fails once at each kind of write', () => {
  /** One for each kind of write, in their order, from the beginning again. */
  const passing: Record<string, readonly How[]> = {
    'with an error before the write took effect': [{ status: 500 }, { status: 502 }, { status: 503 }],
    'with an error after the write took effect': [500, 502, 503].map(status => ({ status, when: 'after' })),
    'by dropping the connection before the write took effect': [{ drop: true }],
    'by dropping the connection after the write took effect': [{ drop: true, when: 'after' }],
    'by asking for a second of patience': [
      { status: 403, ...patience },
      { status: 429, ...patience },
    ],
  }

  it.for(Object.entries(passing))('%s, is no hindrance', async ([, hows], context) => {
    const world = await create(context)
    for (const [index, match] of kinds.entries()) world.github.fault({ match, ...hows[index % hows.length] })
    const end = await world.session()
    expect(errorsOf(end)).toEqual([])
    expect(end).toMatchObject({ code: 0, result: { reason: 'queue-empty' } })
    await expectMended(world)
  })
})

/** GitHub says 403 by REST and 200 by GraphQL once the hour's requests are used up. Returns the minute of the reset. */
function useUp({ github }: GithubWorld): string {
  const resetsAtMs = Math.ceil(Date.now() / 60_000 + 40) * 60_000
  const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(resetsAtMs / 1000) }
  const message = 'API rate limit exceeded for installation ID 1.'
  const times = Number.POSITIVE_INFINITY
  const errors = [{ type: 'RATE_LIMITED', message }]
  github.fault({ match: ({ path }) => path === '/graphql', times, status: 200, headers, body: { errors } })
  github.fault({ match: /./u, times, status: 403, headers, body: { message } })
  return new Date(resetsAtMs).toISOString().slice(0, 16)
}

describe.concurrent('a GitHub', () => {
  it('whose limit is used up ends the session with one line that says when it resets', async context => {
    const world = await create(context)
    await world.provider.control('latency', { latencyMs: 150 })
    const job = await world.start()
    await until('progress was saved', async () => (await world.committed()).tasks().some(task => task.resultFiles > 0))
    const expected = new RegExp(`resets at ${useUp(world)}Z; the next run goes on$`, 'u')
    const end = await job.ended
    expect(end.code).toBe(1)
    expectClean(end, expected)
    const { total } = await world.provider.stats()
    const next = await world.session()
    expect(next.code).toBe(1)
    expectClean(next, expected)
    expect((await world.provider.stats()).total).toBe(total)
    await expectMended(world, 25)
  })

  it('to which others write all the time keeps what everybody wrote', async context => {
    const world = await create(context)
    const { github } = world
    const job = await world.start()
    let isRunning = true
    const ended = job.ended.finally(() => (isRunning = false))
    for (let note = 1; isRunning; note += 1) {
      await github.commit('curator', 'perpetual/state', [{ path: `notes/${note}.txt`, text: 'Noted.\n' }])
      await delay(100)
    }
    expect(await ended).toMatchObject({ code: 0 })
    await expectMended(world)
    expect((await github.files('perpetual/state')).has('notes/1.txt')).toBe(true)
  })

  it('that answers 409 or 422 is mended by the next session', async context => {
    const world = await create(context)
    for (const [index, match] of [...kinds, ...kinds].entries()) {
      world.github.fault({ match, status: index < kinds.length ? 409 : 422, body: { message: 'Somebody was first' } })
      expectClean(await world.session())
    }
    await expectMended(world)
    expect((await world.provider.stats()).repeated).toBe(0)
  })

  it('that takes no delivery for days keeps the task, and gets it delivered once it does', async context => {
    const world = await create(context)
    world.github.fault({ match: writes.pull, status: 503, times: Number.POSITIVE_INFINITY })
    for (let tried = 0; tried < 4; tried += 1)
      expectClean(await world.session(), /^Expected GitHub to answer, got status 503; the next run goes on$/u)
    await expectMended(world)
    expect((await world.provider.stats()).repeated).toBe(0)
  })

  it('where every twentieth request fails loses and doubles nothing', async context => {
    const random = seededRandom('faults of GitHub')
    const world = await create(context)
    const hows: readonly How[] = [
      { status: 500 },
      { status: 502, when: 'after' },
      { drop: true },
      { drop: true, when: 'after' },
      { status: 429, ...patience },
    ]
    const match = (): boolean => random.next() < 0.05 / hows.length
    for (const how of hows) world.github.fault({ match, times: Number.POSITIVE_INFINITY, ...how })
    for (let session = 0; session < 2; session += 1) expectClean(await world.session())
    await expectMended(world, 50)
    expect((await world.provider.stats()).repeated).toBeLessThanOrEqual(50)
  })
})
