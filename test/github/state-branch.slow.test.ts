import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it, type TestContext } from 'vitest'
import type { StepEnd } from '../action/step.ts'
import { pipeline } from '../support/data-repository.ts'
import { until } from '../support/until.ts'
import { expectExactlyOnce } from './exactly-once.ts'
import { createGithubWorld, type GithubWorld, type SessionJob } from './github-world.ts'

const branch = 'perpetual/state'
/** A line that a session comes to before its task ends. */
const early = { threshold: '0.017' }

const create = async ({ onTestFinished }: TestContext): Promise<GithubWorld> => {
  const world = await createGithubWorld({ assignments: 1, indicators: 1, callsPerIndicator: 40, concurrency: 2 })
  onTestFinished(() => world.remove())
  return world
}

const headOf = ({ github }: GithubWorld): string => github.branches().get(branch) ?? ''
const errorsOf = ({ commands }: StepEnd): string[] => commands.filter(({ name }) => name === 'error').map(({ text }) => text)

/** The commit of the state so many commits ago. */
async function older({ github }: GithubWorld, commits: number): Promise<string> {
  const { rest } = github.as('curator')
  const { data } = await rest.repos.listCommits({ owner: github.owner, repo: github.repo, sha: branch, per_page: 100 })
  return data[commits]?.sha ?? ''
}

/** A session that has saved some of its work and is at more of it. */
async function inTheMiddle(world: GithubWorld): Promise<SessionJob> {
  await world.provider.control('latency', { latencyMs: 80 })
  const job = await world.start()
  await until('something was saved', async () => (await world.committed()).tasks().some(task => task.resultFiles > 0))
  return job
}

async function expectTheRest(world: GithubWorld, mayRepeat: number): Promise<void> {
  await world.provider.control('latency', { latencyMs: 0 })
  const end = await world.session()
  expect(errorsOf(end)).toEqual([])
  expect(end).toMatchObject({ code: 0, result: { reason: 'queue-empty' } })
  expect((await world.provider.stats()).repeated).toBeLessThanOrEqual(mayRepeat)
  await expectExactlyOnce(world)
}

const rewritten =
  /^Expected the branch perpetual\/state to go on from [0-9a-f]{12}, found it rewritten: `gh api -X PATCH repos\/acme\/pairs\/git\/refs\/heads\/perpetual\/state -f sha=([0-9a-f]{40}) -F force=true` restores it, `gh api -X DELETE repos\/acme\/pairs\/git\/(refs\/perpetual-mirror\/state)` accepts it as it is$/u

/** What the refusal says to type, typed. */
async function restore({ github }: GithubWorld, message: string): Promise<void> {
  const sha = rewritten.exec(message)?.[1] ?? ''
  const { rest } = github.as('curator')
  await rest.git.updateRef({ owner: github.owner, repo: github.repo, ref: `heads/${branch}`, sha, force: true })
}

describe.concurrent('the branch of the state', () => {
  it('is put back where somebody deleted it, between sessions and under one', async context => {
    const world = await create(context)
    expect((await world.session(early)).code).toBe(0)
    const before = headOf(world)
    await world.github.deleteBranch('curator', branch)
    expect((await world.cli('status')).code).toBe(0)
    expect(headOf(world)).toBe(before)
    await world.github.deleteBranch('curator', branch)
    await world.provider.control('latency', { latencyMs: 80 })
    const job = await world.start()
    await until('it sends', async () => (await world.provider.stats()).inFlight > 0)
    await world.github.deleteBranch('curator', branch)
    expect(await job.ended).toMatchObject({ code: 0, outputs: { reason: 'queue-empty' } })
    await expectTheRest(world, 0)
  })

  it('is refused where somebody took it back between two sessions, until it is restored', async context => {
    const world = await create(context)
    expect((await world.session(early)).code).toBe(0)
    await world.github.setBranch('curator', branch, await older(world, 3))
    const { total } = await world.provider.stats()
    const refused = await world.session()
    expect(refused).toMatchObject({ code: 1, stderr: '' })
    expect(errorsOf(refused)).toEqual([expect.stringMatching(rewritten)])
    const typed = await world.cli('status')
    expect(typed).toMatchObject({ code: 2, stdout: '' })
    expect(typed.stderr.replace('perpetual: ', '').trim()).toMatch(rewritten)
    expect((await world.provider.stats()).total).toBe(total)
    await restore(world, errorsOf(refused)[0] ?? '')
    await expectTheRest(world, 0)
  })

  it('accepted as somebody took it back, brings no more sends than the line, because the provider counts too', async context => {
    const world = await create(context)
    const before = headOf(world)
    expect(await world.session(early)).toMatchObject({ code: 0, result: { spent: { sends: 17 } } })
    await world.github.setBranch('curator', branch, before)
    const refused = await world.session(early)
    const ref = (rewritten.exec(errorsOf(refused)[0] ?? '')?.[2] ?? '').replace('refs/', '')
    await world.github.as('curator').rest.git.deleteRef({ owner: 'acme', repo: 'pairs', ref })
    expect((await world.session(early)).code).toBe(0)
    expect((await world.provider.stats()).total).toBe(17)
  })

  it('taken back under a session ends it with one line; restored, the next one goes on', async context => {
    const world = await create(context)
    const job = await inTheMiddle(world)
    await world.github.setBranch('curator', branch, await older(world, 2))
    const end = await job.ended
    expect(end).toMatchObject({ code: 1, stderr: '' })
    expect(errorsOf(end)).toEqual([expect.stringMatching(rewritten)])
    await restore(world, errorsOf(end)[0] ?? '')
    await expectTheRest(world, 25)
  })
})

const files = {
  pipeline: `pipelines/${pipeline}.json`,
  task: `tasks/${pipeline}/session_01.json`,
  ledger: 'ledgers/rehearsal.json',
  switch: 'switch.json',
  results: `results/${pipeline}/session_01/0001.jsonl`,
  accounts: 'automation.json',
}
const spoils = {
  'of a newer version': {
    spoil: (text: string) => text.replace(/"version": ?1/u, '"version": 2, "later": true'),
    expected: /version 1, found 2: a newer perpetual wrote it; update this one$|a newer perpetual wrote it; update this one/u,
  },
  garbage: {
    spoil: (text: string) => `<<<<<<< HEAD\n${text}`,
    expected: /found garbage; restore it from an earlier commit of that branch$/u,
  },
}

describe('a file of the state that cannot be read', () => {
  it('is refused with one line, stays as it is, and is no hindrance once it is mended', { timeout: 180_000 }, async context => {
    const world = await create(context)
    const { github, provider } = world
    expect((await world.session(early)).code).toBe(0)
    for (const command of ['pause', 'enable']) expect((await world.cli(command)).code).toBe(0)
    const sound = headOf(world)
    const { total } = await provider.stats()
    for (const path of Object.values(files)) {
      for (const [what, { spoil, expected }] of Object.entries(spoils)) {
        const text = spoil((await github.files(branch)).get(path) ?? '')
        await github.commit('curator', branch, [{ path, text }])
        const before = headOf(world)
        const end = await world.session()
        expect(end, `${path} ${what}`).toMatchObject({ code: 1, stderr: '' })
        expect(errorsOf(end), `${path} ${what}`).toEqual([expect.stringMatching(expected)])
        expect(errorsOf(end)[0]).toMatch(new RegExp(`^Expected ${path} on perpetual/state `, 'u'))
        expect(headOf(world), `${path} ${what}`).toBe(before)
        await github.setBranch('curator', branch, sound)
      }
    }
    expect((await provider.stats()).total).toBe(total)
    await expectTheRest(world, 0)
  })
})

describe.concurrent('the default branch', () => {
  it('that moves on in mid-session keeps what others pushed, and gets the delivery on top', async context => {
    const world = await create(context)
    const job = await inTheMiddle(world)
    let isRunning = true
    const ended = job.ended.finally(() => (isRunning = false))
    for (let push = 1; isRunning; push += 1) {
      await world.github.commit('curator', 'main', [{ path: `notes/${push}.md`, text: 'Noted.\n' }])
      await delay(100)
    }
    expect(await ended).toMatchObject({ code: 0, outputs: { reason: 'queue-empty' } })
    expect((await world.github.files('main')).has('notes/1.md')).toBe(true)
    await expectTheRest(world, 0)
  })

  it('that is renamed in mid-session is delivered to by the next session, if not by this one', async context => {
    const world = await create(context)
    const { github } = world
    const at = { owner: github.owner, repo: github.repo }
    const job = await inTheMiddle(world)
    const { rest } = github.as('curator')
    await rest.git.createRef({ ...at, ref: 'refs/heads/trunk', sha: github.branches().get('main') ?? '' })
    await rest.repos.update({ ...at, default_branch: 'trunk' })
    await rest.git.deleteRef({ ...at, ref: 'heads/main' })
    const end = await job.ended
    expect(end.stderr).toBe('')
    expect(errorsOf(end)).toHaveLength(end.code === 0 ? 0 : 1)
    await expectTheRest(world, 25)
    const { data: pulls } = await rest.pulls.list(at)
    expect(pulls.map(pull => pull.base.ref)).toEqual(['trunk'])
  })
})
