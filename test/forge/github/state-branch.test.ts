import { describe, expect, it } from 'vitest'
import type { Forge, Head } from '../../../src/forge/forge.ts'
import { refusalOf, useGithub } from './use-github.ts'

const branch = 'perpetual/state'
const mirror = 'perpetual-mirror/state'

const write = async ({ state }: Forge, text: string): Promise<string> => {
  const result = await state.write(await state.head(), [{ path: 'a', text }], `Write ${text}`)
  if (result.type !== 'written') throw new Error('Expected the write to be on the newest head')
  return result.head
}
const textAt = async ({ state }: Forge, head: Head) => (await state.read(head, ['a'])).get('a')

describe('the state branch on GitHub', () => {
  const fixture = useGithub()
  const person = () => {
    const { github } = fixture()
    return { octokit: github.as('ann'), owner: github.owner, repo: github.repo }
  }

  it('is put back where somebody deleted it, by the session that works and by the next one', async () => {
    const { forge, github } = fixture()
    await write(forge, '1')
    const head = await write(forge, '2')
    await github.deleteBranch('ann', branch)
    expect(await forge.state.write(head, [{ path: 'a', text: '3' }], 'Late')).toEqual({ type: 'stale' })
    expect(await forge.state.head()).toBe(head)
    await forge.tidy()
    await github.deleteBranch('ann', branch)
    const next = await fixture().open()
    expect(next.state.knownHead()).toBeUndefined()
    expect(await next.state.head()).toBe(head)
    expect(await textAt(next, head)).toBe('2')
    expect(github.branches().get(branch)).toBe(head)
  })

  it('is looked for a few times, and left to the next run, where GitHub shows none and says that there is one', async () => {
    const { forge, github } = fixture()
    const head = await write(forge, '1')
    github.fault({
      match: /"name_0":"refs\/heads\/perpetual\/state"/,
      status: 200,
      body: { data: { repository: {} } },
      times: 50,
    })
    github.clearRequests()
    expect(await refusalOf(forge.state.head())).toMatchObject({ actBy: 'next-run' })
    expect(github.requests().length).toBeLessThanOrEqual(8)
    github.clearFaults()
    expect(await forge.state.head()).toBe(head)
  })

  it('is refused in one line where somebody rewrote it, until a person restores or accepts it', async () => {
    const { forge, github } = fixture()
    const old = await write(forge, '1')
    const head = await write(forge, '2')
    await forge.tidy()
    await github.setBranch('ann', branch, old)
    for (const session of [forge, await fixture().open()]) {
      const { message, actBy } = await refusalOf(session.state.head())
      expect(actBy).toBe('fix-config')
      expect(message).toContain(`-f sha=${head}`)
      expect(message).toMatch(/rewritten.*restores it.*accepts it/)
    }
    await github.setBranch('ann', branch, head)
    expect(await (await fixture().open()).state.head()).toBe(head)
    await github.setBranch('ann', branch, old)
    const { octokit, owner, repo } = person()
    await octokit.rest.git.deleteRef({ owner, repo, ref: mirror })
    expect(await (await fixture().open()).state.head()).toBe(old)
  })

  it('is refused where an unrelated history was pushed over it in mid-session', async () => {
    const { forge, github } = fixture()
    await write(forge, '1')
    await github.setBranch('ann', branch, github.branches().get('main') ?? '')
    expect((await refusalOf(forge.state.head())).message).toMatch(/rewritten/)
  })

  it('may be ahead of what the last session noted', async () => {
    const { forge } = fixture()
    await write(forge, '1')
    await forge.tidy()
    let head = ''
    for (let n = 0; n < 55; n += 1) head = await fixture().github.commit('ann', branch, [{ path: 'a', text: `${n}` }])
    const next = await fixture().open()
    expect(await next.state.head()).toBe(head)
  })

  it('is compacted when its history is long, which sessions at work take for no rewriting', async () => {
    const { github } = fixture()
    const forge = await fixture().open(undefined, undefined, { compactAfter: 5 })
    const other = await fixture().open()
    for (let n = 1; n <= 6; n += 1) await write(forge, `${n}`)
    await other.state.head()
    await forge.tidy()
    const root = github.branches().get(branch) ?? ''
    const { octokit, owner, repo } = person()
    expect((await octokit.rest.git.getCommit({ owner, repo, commit_sha: root })).data.parents).toEqual([])
    expect(await other.state.head()).toBe(root)
    expect(await textAt(other, root)).toBe('6')
    await write(other, '7')
    expect(await textAt(forge, await forge.state.head())).toBe('7')
    expect(await textAt(await fixture().open(), github.branches().get(branch) ?? '')).toBe('7')
    expect(fixture().warnings).toEqual([])
  })

  it('is not set back by the tidying of a session that saw an older one', async () => {
    const { forge, github } = fixture()
    await write(forge, '1')
    await write(forge, '2')
    const slow = await fixture().open()
    const head = await write(forge, '3')
    await forge.tidy()
    await slow.tidy()
    await github.deleteBranch('ann', branch)
    expect(await (await fixture().open()).state.head()).toBe(head)
  })

  it('records who writes, once each, beside the state and out of its sight', async () => {
    const { forge, github } = fixture()
    const person1 = await fixture().open(github.token('ann'))
    await write(forge, '1')
    await write(person1, '2')
    const head = await write(forge, '3')
    const files = await github.files(branch)
    expect(JSON.parse(files.get('automation.json') ?? '')).toEqual({ version: 1, accounts: ['ann', 'github-actions[bot]'] })
    expect(await forge.state.list(head, '')).toEqual(['a'])
  })

  it('is not read where a newer version wrote it', async () => {
    const { forge, github } = fixture()
    await write(forge, '1')
    await github.commit('ann', branch, [{ path: 'automation.json', text: '{"version":2}' }])
    expect((await refusalOf(fixture().open())).message).toMatch(/version 2: a newer perpetual/)
    await github.commit('ann', branch, [{ path: 'automation.json', text: '[' }])
    expect((await refusalOf(fixture().open())).message).toMatch(/found garbage; restore it/)
  })

  it('keeps large and binary files readable', async () => {
    const { forge, github } = fixture()
    const large = 'ü'.repeat(400_000)
    const head = await write(forge, large)
    const fresh = await fixture().open()
    expect(await textAt(fresh, head)).toBe(large)
    const next = await github.commit('ann', branch, [{ path: 'a', text: 'x\0y' }])
    expect(await textAt(fresh, next)).toBe('x\0y')
  })
})
