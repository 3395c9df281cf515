import { describe, expect, it } from 'vitest'
import type { CheckReport } from '../../../src/forge/forge.ts'
import { plusMs, type Clock } from '../../../src/domain/instant.ts'
import { refusalOf, useGithub } from './use-github.ts'

interface Sent {
  readonly output: { readonly annotations: readonly unknown[] }
}

const check: CheckReport = {
  name: 'Perpetual: pairs',
  head: '',
  conclusion: 'failure',
  title: '2 pairs are wrong',
  summary: 'See the lines.',
  annotations: [],
}

describe('people, discussions, checks and runs of GitHub', () => {
  const fixture = useGithub()
  const place = () => ({ owner: fixture().github.owner, repo: fixture().github.repo })

  it('knows who may write, whatever they call themselves', async () => {
    const { github, forge } = fixture()
    const { people } = forge.society
    expect(people.account).toBe('github-actions[bot]')
    for (const [login, permission, may] of [
      ['boss', 'admin', true],
      ['keeper', 'maintain', true],
      ['writer', 'write', true],
      ['labeller', 'triage', false],
      ['reader', 'read', false],
    ] as const) {
      github.addPerson(login, permission)
      expect([login, await people.mayWrite(login)]).toEqual([login, may])
    }
    github.clearRequests()
    expect(await people.mayWrite('nobody-knows')).toBe(false)
    for (const login of ['', '../../user', 'a b', 'writer/permission?x=', 'é']) expect(await people.mayWrite(login)).toBe(false)
    expect(github.requests()).toHaveLength(1)
  })

  it('takes no bot for somebody who may write, because it says what strangers make it say', async () => {
    const { github, forge } = fixture()
    github.addPerson('helper[bot]', 'write')
    expect(await forge.society.people.mayWrite('helper[bot]')).toBe(false)
  })

  it('asks again after a minute', async () => {
    const { github } = fixture()
    let now = '2026-01-01T00:00:00.000Z'
    const clock: Clock = { now: () => now, sleep: async () => {} }
    const { people } = (await fixture().open(undefined, clock)).society
    github.addPerson('writer', 'write')
    expect(await people.mayWrite('Writer')).toBe(true)
    github.addPerson('writer', 'read')
    expect(await people.mayWrite('writer')).toBe(true)
    now = plusMs(now, 60_000)
    expect(await people.mayWrite('writer')).toBe(false)
  })

  it('publishes one discussion a marker, and edits it', async () => {
    const { github, forge } = fixture()
    github.settings.discussionCategories = ['General', 'Handoffs']
    const { discussions } = forge.society
    const handoff = { category: 'handoffs', title: 'Handoff', body: 'One', marker: 'handoff:macd' }
    const first = await discussions.publish(handoff)
    expect(first.url).toMatch(/discussions\/\d+$/)
    expect(await (await fixture().open()).society.discussions.publish({ ...handoff, body: 'Two' })).toEqual(first)
    github.clearRequests()
    expect(await discussions.publish({ ...handoff, body: 'Two' })).toEqual(first)
    expect(github.requests().map(({ operation }) => operation)).toEqual(['repository', 'repository'])
    expect((await discussions.publish({ ...handoff, marker: 'handoff:rsi' })).url).not.toBe(first.url)
    const stranger = await fixture().stranger()
    expect((await stranger.society?.discussions.publish({ ...handoff, body: 'Mine' }))?.url).not.toBe(first.url)
  })

  it.each([{ status: 502 }, { status: 502, when: 'after' as const }, { drop: true, when: 'after' as const }])(
    'publishes it once in spite of %j',
    async fault => {
      const { github, forge } = fixture()
      github.settings.discussionCategories = ['Handoffs']
      const handoff = { category: 'Handoffs', title: 'Handoff', body: 'One', marker: 'm' }
      github.fault({ match: /createDiscussion/, ...fault })
      const { url } = await forge.society.discussions.publish(handoff)
      expect((await (await fixture().open()).society.discussions.publish({ ...handoff, body: 'Two' })).url).toBe(url)
    },
  )

  it('names the categories that there are', async () => {
    const { github, forge } = fixture()
    github.settings.discussionCategories = ['General', 'Ideas']
    const wrong = { category: 'Handoffs', title: 'T', body: '', marker: 'm' }
    expect((await refusalOf(forge.society.discussions.publish(wrong))).message).toMatch(/`Handoffs`.*found `General`, `Ideas`/)
    github.settings.discussionCategories = []
    expect((await refusalOf(forge.society.discussions.publish(wrong))).message).toMatch(/tick Discussions/)
  })

  it('reports one check a name and commit, with all its annotations', async () => {
    const { github, forge } = fixture()
    const head = (await forge.contents.head()) ?? ''
    const annotations = Array.from({ length: 120 }, (_, n) => ({
      path: 'inbox/a.json',
      line: n + 1,
      level: 'failure' as const,
      message: `Pair ${n}`,
    }))
    const latest = async () => {
      const { data } = await github
        .as('ann')
        .rest.checks.listForRef({ ...place(), ref: head, check_name: check.name, filter: 'latest' })
      return data.check_runs.toSorted((left, right) => right.id - left.id)[0]
    }
    const sent: number[] = []
    github.fault({
      match: ({ path, body }) => {
        if (path.includes('check-runs') && body !== '') sent.push((JSON.parse(body) as Sent).output.annotations.length)
        return false
      },
    })
    await forge.society.checks.report({ ...check, head, annotations })
    // GitHub adds those of each request to those of the ones before.
    expect(sent).toEqual([50, 50, 20])
    expect(await latest()).toMatchObject({ status: 'completed', conclusion: 'failure' })
    await forge.society.checks.report({ ...check, head, conclusion: 'success', title: 'Fine' })
    expect(await latest()).toMatchObject({ conclusion: 'success', output: { title: 'Fine', annotations_count: 0 } })
    const id = (await latest())?.id
    await forge.society.checks.report({ ...check, head, conclusion: 'neutral', annotations: annotations.slice(0, 1) })
    expect(await latest()).toMatchObject({ id, conclusion: 'neutral', output: { annotations_count: 1 } })
  })

  it('proves that a run has ended, and nothing else', async () => {
    const { github, forge } = fixture()
    const holder = (started: string, host = 'github:acme/pairs') => ({ host, pid: 7, started })
    const { hasEnded } = forge.society
    github.runs.start({ id: 11, attempt: 1, runner: 'GitHub Actions 5' })
    github.runs.start({ id: 11, attempt: 1, runner: 'GitHub Actions 6' })
    expect(await hasEnded(holder('run/11/1/GitHub Actions 5'))).toBe(false)
    github.runs.endJob(11, 'GitHub Actions 5')
    expect(await hasEnded(holder('run/11/1/GitHub Actions 5'))).toBe(true)
    expect(await hasEnded(holder('run/11/1/GitHub Actions 6'))).toBe(false)
    expect(await hasEnded(holder('run/11/1/GitHub Actions 7'))).toBe(false)
    github.runs.end(11)
    expect(await hasEnded(holder('run/11/1/GitHub Actions 6'))).toBe(true)
    github.runs.start({ id: 11, attempt: 2, runner: 'GitHub Actions 8' })
    expect(await hasEnded(holder('run/11/1/GitHub Actions 6'))).toBe(true)
    expect(await hasEnded(holder('run/11/2/GitHub Actions 8'))).toBe(false)
    for (const doubtful of [
      holder('run/404/1/x'),
      holder('run/11/9/x'),
      holder('run/11/1/x', 'github:acme/other'),
      holder('boot/1'),
    ]) {
      expect(await hasEnded(doubtful)).toBe(false)
    }
    github.runs.end(11)
    github.fault({ match: /actions\/runs/, status: 503, times: 9 })
    expect(await hasEnded(holder('run/11/2/GitHub Actions 8'))).toBe(false)
  })
})
