import { describe, expect, it } from 'vitest'
import { delivery, refusalOf, useGithub } from './use-github.ts'

describe('what somebody else made to look like ours', () => {
  const fixture = useGithub()
  const place = () => ({ owner: fixture().github.owner, repo: fixture().github.repo })
  const bodies = async (number: number) => {
    const { data } = await fixture()
      .github.as('ann')
      .rest.issues.listComments({ ...place(), issue_number: number })
    return data.map(({ body }) => body ?? '')
  }

  it("has no effect as a fork's pull request from a branch of our name", async () => {
    const { github, forge } = fixture()
    const { branch } = delivery()
    const fork = await github.openFork('mallory')
    const mallory = github.as('mallory')
    const main = (await mallory.rest.git.getRef({ ...fork, ref: 'heads/main' })).data.object.sha
    await mallory.rest.git.createRef({ ...fork, ref: `refs/heads/${branch}`, sha: main })
    await mallory.rest.repos.createOrUpdateFileContents({
      ...fork,
      branch,
      path: 'inbox/evil.json',
      message: `Deliver\n\nPerpetual-Delivery: ${branch}`,
      content: Buffer.from('evil').toString('base64'),
    })
    const { data: spoof } = await mallory.rest.pulls.create({
      ...place(),
      head: `mallory:${branch}`,
      base: 'main',
      title: 'Momentum, part 1',
    })
    const made = await forge.pulls.open(delivery())
    expect(made.number).not.toBe(spoof.number)
    expect(made.author).toBe('github-actions[bot]')
    expect(await forge.pulls.get(spoof.number)).toBeUndefined()
    expect(await forge.pulls.list({ branchPrefix: 'perpetual/' })).toEqual([made])
    for (const work of [
      () => forge.pulls.merge(spoof.number, { expectedHead: spoof.head.sha, message: 'M' }),
      () => forge.pulls.read(spoof.number, ['inbox/evil.json']),
      () => forge.pulls.paths(spoof.number),
      () => forge.pulls.close(spoof.number),
    ]) {
      expect((await refusalOf(work())).message).toMatch(/there is none/)
    }
  })

  it("has no effect as more of a fork's pull requests of our branch's name than one page holds", async () => {
    const { github, forge, open } = fixture()
    const { branch } = delivery()
    const fork = await github.openFork('mallory')
    const { git, pulls } = github.as('mallory').rest
    const main = (await git.getRef({ ...fork, ref: 'heads/main' })).data.object.sha
    await git.createRef({ ...fork, ref: `refs/heads/${branch}`, sha: main })
    const change = { ...fork, branch, path: 'x', message: 'X', content: '' }
    await github.as('mallory').rest.repos.createOrUpdateFileContents(change)
    for (let count = 0; count < 21; count += 1) {
      const { data } = await pulls.create({ ...place(), head: `mallory:${branch}`, base: 'main', title: 'Momentum, part 1' })
      await pulls.update({ ...place(), pull_number: data.number, state: 'closed' })
    }
    const made = await forge.pulls.open(delivery())
    expect((await (await open()).pulls.open(delivery())).number).toBe(made.number)
    await forge.pulls.close(made.number)
    expect(await (await open()).pulls.open(delivery())).toMatchObject({ number: made.number, state: 'closed' })
  })

  it("has no effect as a stranger's issue or comment with our marker", async () => {
    const { github, forge } = fixture()
    const real = await forge.issues.create({ title: 'Real', body: 'Brief', labels: [], marker: 'macd' })
    await forge.issues.comment(real.number, { body: 'Handoff', marker: 'handoff:macd' })
    const { data: raw } = await github.as('ann').rest.issues.get({ ...place(), issue_number: real.number })
    const [handoff = ''] = await bodies(real.number)
    github.addPerson('mallory', 'triage')
    const mallory = github.as('mallory')
    const { data: copy } = await mallory.rest.issues.create({
      ...place(),
      title: 'Copy',
      body: raw.body?.replace('macd', 'rsi') ?? '',
    })
    await mallory.rest.issues.createComment({ ...place(), issue_number: copy.number, body: handoff })
    const later = await fixture().open()
    const rsi = await later.issues.create({ title: 'RSI', body: '', labels: [], marker: 'rsi' })
    expect(rsi.number).not.toBe(copy.number)
    expect(await later.issues.comment(copy.number, { body: 'Ours', marker: 'handoff:macd' })).toBe('created')
    expect((await bodies(copy.number))[0]).toBe(handoff)
  })

  it('has no effect where we quote it', async () => {
    const { forge } = fixture()
    const imitation = '<!-- perpetual-issue macd -->'
    const quoting = await forge.issues.create({ title: 'Q', body: `They wrote ${imitation}`, labels: [], marker: 'quoting' })
    expect(quoting.body).toBe(`They wrote ${imitation}`)
    const real = await (await fixture().open()).issues.create({ title: 'R', body: '', labels: [], marker: 'macd' })
    expect(real.number).not.toBe(quoting.number)
    const other = await forge.issues.create({ title: 'R', body: '', labels: [], marker: 'a --> b <!-- perpetual-issue c -->' })
    expect(await (await fixture().open()).issues.create({ title: 'R', body: '', labels: [], marker: other.title })).not.toEqual(
      other,
    )
    expect(
      (
        await (
          await fixture().open()
        ).issues.create({ title: 'R', body: '', labels: [], marker: 'a --> b <!-- perpetual-issue c -->' })
      ).number,
    ).toBe(other.number)
  })

  it('has no effect as a symbolic link where a file should be', async () => {
    const { github, forge } = fixture()
    const { git } = github.as('ann').rest
    const entry = (path: string, mode: '100644' | '120000', content: string) => ({ path, mode, type: 'blob' as const, content })
    const tree = [entry('inbox/link.json', '120000', '/proc/self/environ'), entry('inbox/file.json', '100644', '{}')]
    const { data: made } = await git.createTree({ ...place(), tree })
    const { data: commit } = await git.createCommit({ ...place(), message: 'Link', tree: made.sha, parents: [] })
    const paths = ['inbox/link.json', 'inbox/file.json', 'inbox']
    for (const { contents } of [forge, await fixture().open()]) {
      expect(await contents.read(commit.sha, paths)).toEqual(new Map([['inbox/file.json', '{}']]))
      expect(await contents.list(commit.sha, '')).toEqual(['inbox/file.json'])
      expect(await contents.read(commit.sha, paths)).toEqual(new Map([['inbox/file.json', '{}']]))
    }
  })

  it("is refused as a person's branch with our message, or a person's pull request from it", async () => {
    const { github, forge } = fixture()
    const { branch } = delivery()
    await github.commit('ann', branch, [{ path: 'x', text: 'x' }], { message: `Deliver\n\nPerpetual-Delivery: ${branch}` })
    expect(await refusalOf(forge.pulls.open(delivery()))).toMatchObject({
      actBy: 'fix-config',
      message: expect.stringMatching(/somebody else made it: rename or delete it/),
    })
    await github.as('ann').rest.pulls.create({ ...place(), head: branch, base: 'main', title: 'Mine' })
    expect((await refusalOf(forge.pulls.open(delivery()))).message).toMatch(/but ann opened #1/)
  })

  it('is ours where another account of the automation made it', async () => {
    const { github, forge, open } = fixture()
    const ann = await open(github.token('ann'))
    await ann.state.write(null, [{ path: 'a', text: '1' }], 'Begin')
    const made = await ann.issues.create({ title: 'T', body: '', labels: [], marker: 'macd' })
    const pull = await ann.pulls.open(delivery())
    // Opened before anybody was recorded.
    expect((await forge.issues.create({ title: 'T', body: '', labels: [], marker: 'rsi' })).number).not.toBe(made.number)
    const later = await open()
    expect((await later.issues.create({ title: 'T', body: '', labels: [], marker: 'macd' })).number).toBe(made.number)
    expect((await later.pulls.open(delivery())).number).toBe(pull.number)
  })

  it("goes on with a branch that a killed session left, and leaves a reviewer's commit on it", async () => {
    const { github, forge } = fixture()
    const { branch } = delivery()
    github.fault({ match: /createPullRequest/, drop: true, when: 'after' })
    const made = await forge.pulls.open(delivery())
    await github.as('ann').rest.pulls.update({ ...place(), pull_number: made.number, state: 'closed' })
    expect((await forge.pulls.open(delivery())).state).toBe('closed')
    const reviewed = await github.commit('ann', branch, [{ path: 'inbox/droid/momentum/macd-1.json', text: '{"reviewed":true}' }])
    expect(await forge.pulls.open(delivery())).toMatchObject({ number: made.number, first: made.first })
    expect(github.branches().get(branch)).toBe(reviewed)
  })

  it('finishes a delivery of which only the branch or only the commit was made', async () => {
    const { github, forge } = fixture()
    const main = github.branches().get('main') ?? ''
    await github.setBranch('ann', delivery(1).branch, main)
    expect(await forge.pulls.paths((await forge.pulls.open(delivery(1))).number)).toEqual(['inbox/droid/momentum/macd-1.json'])
    github.settings.allowActionsToCreatePulls = false
    await forge.pulls.open(delivery(2)).catch(() => undefined)
    github.settings.allowActionsToCreatePulls = true
    const { first, head, number } = await (
      await fixture().open()
    ).pulls.open(delivery(2, { files: [{ path: 'other', text: 'x' }] }))
    expect(first).toBe(head)
    expect(await forge.pulls.paths(number)).toEqual(['inbox/droid/momentum/macd-2.json'])
  })

  it('opens a draft, or where the plan has none a pull request with a label', async () => {
    const { github, forge } = fixture()
    const first = await forge.pulls.open(delivery(1, { draft: true, reviewers: [] }))
    expect((await github.as('ann').rest.pulls.get({ ...place(), pull_number: first.number })).data.draft).toBe(true)
    expect(first.labels).not.toContain('draft')
    github.settings.drafts = false
    const [second, third] = await Promise.all(
      [2, 3].map(part => forge.pulls.open(delivery(part, { draft: true, reviewers: [] }))),
    )
    for (const pull of [second, third]) expect(pull?.labels).toContain('draft')
    expect(await forge.pulls.list({})).toHaveLength(3)
  })
})
