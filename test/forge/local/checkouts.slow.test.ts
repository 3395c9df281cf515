import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Forge, MergeResult, Pull } from '../../../src/forge/forge.ts'
import { useFixture } from '../../contracts/use-fixture.ts'
import { commitOnBranch, gitIn, makeLocalForge } from './local-fixture.ts'

const branch = 'perpetual/p/t-1'
const path = 'inbox/droid/t/macd.json'
const text = '{\n  "macd": 1\n}\n'

describe('merging into a branch that is checked out', () => {
  let folder = ''
  const fixture = useFixture(async () => {
    const made = await makeLocalForge({ bare: false })
    folder = made.folder
    return made
  })

  const open = (changes = [{ path, text }]): Promise<Pull> =>
    fixture().forge.pulls.open({
      branch,
      title: 'T',
      body: '',
      labels: [],
      draft: false,
      reviewers: [],
      files: changes,
      message: 'Deliver',
    })
  const merge = (pull: Pull, forge: Forge = fixture().forge): Promise<MergeResult> =>
    forge.pulls.merge(pull.number, { expectedHead: pull.head, message: 'Merge' })
  const write = (name: string, content: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  const status = (): string => gitIn(folder, ['status', '--porcelain'])

  it('brings the files into the work tree and leaves it clean', async () => {
    expect(await merge(await open())).toMatchObject({ type: 'merged' })
    expect(readFileSync(join(folder, path), 'utf8')).toBe(text)
    expect(status()).toBe('')
    expect(gitIn(folder, ['rev-list', '--count', '--merges', 'HEAD'])).toBe('1')
  })

  it("merges in the name of git's user", async () => {
    gitIn(folder, ['config', 'user.name', 'Bea'])
    gitIn(folder, ['config', 'user.email', 'bea@example.org'])
    await merge(await open())
    expect(gitIn(folder, ['show', '-s', '--format=%an <%ae> %cn', 'HEAD'])).toBe('Bea <bea@example.org> Bea')
  })

  it('updates a linked work tree that has the branch checked out', async () => {
    const linked = join(folder, '../linked')
    gitIn(folder, ['switch', '--quiet', '--create', 'side'])
    gitIn(folder, ['worktree', 'add', '--quiet', linked, 'main'])
    gitIn(folder, ['update-ref', 'refs/remotes/origin/main', 'main'])
    gitIn(folder, ['symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main'])
    const forge = await fixture().another()
    expect(forge.defaultBranch).toBe('main')
    const pull = await forge.pulls.open({
      draft: false,
      reviewers: [],
      branch: `${branch}-b`,
      title: 'T',
      body: '',
      labels: [],
      files: [{ path, text }],
      message: 'Deliver',
    })
    expect(pull.base).toBe('main')
    expect(await merge(pull, forge)).toMatchObject({ type: 'merged' })
    expect(readFileSync(join(linked, path), 'utf8')).toBe(text)
    expect(gitIn(linked, ['status', '--porcelain'])).toBe('')
    expect(existsSync(join(folder, path))).toBe(false)
    gitIn(folder, ['worktree', 'remove', linked])
  })

  it("goes on beside a person's work in other files", async () => {
    const pull = await open()
    write('README.md', 'Half a thought')
    write('notes.txt', 'New')
    expect(await merge(pull)).toMatchObject({ type: 'merged' })
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe('Half a thought')
    expect(status()).toBe('M README.md\n?? notes.txt')
    gitIn(folder, ['checkout', '--quiet', 'README.md'])
    rmSync(join(folder, 'notes.txt'))
  })

  it.each([
    ['a changed file', (): void => write('README.md', 'Half a thought')],
    [
      'a staged file',
      (): void => {
        write('README.md', 'Half a thought')
        gitIn(folder, ['add', '.'])
      },
    ],
  ])('refuses to write over %s, and changes nothing', async (_, change) => {
    const pull = await open([{ path: 'README.md', text: 'Theirs\n' }])
    const before = gitIn(folder, ['rev-parse', 'main'])
    change()
    const refused = await merge(pull)
    expect(refused).toMatchObject({
      type: 'refused',
      reason: expect.stringMatching(/^`README\.md` in .*commit, stash or move it/),
    })
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe('Half a thought')
    expect(gitIn(folder, ['rev-parse', 'main'])).toBe(before)
    expect(await fixture().forge.pulls.get(pull.number)).toMatchObject({ state: 'open' })
    gitIn(folder, ['reset', '--quiet', '--hard'])
    expect(await merge(pull)).toMatchObject({ type: 'merged' })
  })

  it('refuses to write over a file that git does not know, and keeps it', async () => {
    const pull = await open()
    write(path, 'Mine')
    expect(await merge(pull)).toMatchObject({ type: 'refused', reason: expect.stringContaining(`\`${path}\``) })
    expect(readFileSync(join(folder, path), 'utf8')).toBe('Mine')
    rmSync(join(folder, 'inbox'), { recursive: true })
  })

  it('keeps a leftover where another file makes it refuse', async () => {
    const pull = await open([
      { path, text },
      { path: 'b', text: 'b' },
    ])
    write(path, text)
    write('b', 'Mine')
    expect(await merge(pull)).toMatchObject({ type: 'refused', reason: expect.stringContaining('`b`') })
    expect(readFileSync(join(folder, path), 'utf8')).toBe(text)
    rmSync(join(folder, 'inbox'), { recursive: true })
    rmSync(join(folder, 'b'))
  })

  it.each([
    ['wrote some files', (): void => write(path, text)],
    ['wrote half a file', (): void => write(path, text.slice(0, 5))],
    [
      'wrote all files and the index',
      (): void => {
        gitIn(folder, ['read-tree', '-m', '-u', 'main', branch])
      },
    ],
  ])('goes on where a killed merge %s', async (_, leave) => {
    const pull = await open()
    leave()
    expect(await merge(pull)).toMatchObject({ type: 'merged' })
    expect(readFileSync(join(folder, path), 'utf8')).toBe(text)
    expect(status()).toBe('')
  })

  it('records the merge of a session that was killed before it could', async () => {
    const pull = await open()
    const board = gitIn(folder, ['rev-parse', 'perpetual/board'])
    const merged = await merge(pull)
    for (const ref of ['refs/heads/perpetual/board', 'refs/perpetual-mirror/board']) gitIn(folder, ['update-ref', ref, board])
    const later = await fixture().another()
    expect(await merge(pull, later)).toEqual(merged)
    expect(await later.pulls.get(pull.number)).toMatchObject({ state: 'merged', head: pull.head })
    expect(gitIn(folder, ['rev-list', '--count', '--merges', 'main'])).toBe('1')
  })

  it('records a fast-forward by hand as merged, with the branch deleted afterwards', async () => {
    const pull = await open()
    gitIn(folder, ['merge', '--quiet', '--ff-only', branch])
    gitIn(folder, ['branch', '--quiet', '--delete', branch])
    expect(await fixture().forge.pulls.get(pull.number)).toMatchObject({ state: 'merged', mergeCommit: pull.head })
    expect(await fixture().forge.pulls.paths(pull.number)).toEqual([path])
  })

  it('does not take a branch that was reset to its base for merged', async () => {
    const pull = await open()
    gitIn(folder, ['branch', '--force', branch, 'main'])
    expect(await fixture().forge.pulls.get(pull.number)).toMatchObject({
      state: 'open',
      head: gitIn(folder, ['rev-parse', 'main']),
    })
  })

  it("edits a delivery that a reviewer has checked out, and refuses over the reviewer's changes", async () => {
    const pull = await open()
    gitIn(folder, ['switch', '--quiet', branch])
    const change = (base: string, content: string) =>
      fixture().forge.pulls.edit(pull.number, { base, changes: [{ path, text: content }], message: 'Edit' })
    const edited = await change(pull.head, 'edited')
    expect(edited.type).toBe('written')
    expect([readFileSync(join(folder, path), 'utf8'), status()]).toEqual(['edited', ''])
    write(path, 'by hand')
    await expect(change(edited.type === 'written' ? edited.head : '', 'again')).rejects.toMatchObject({ actBy: 'fix-config' })
    expect(readFileSync(join(folder, path), 'utf8')).toBe('by hand')
    gitIn(folder, ['reset', '--quiet', '--hard'])
  })

  it('finishes a delivery that was killed before its pull request', async () => {
    const { first } = await open()
    for (const ref of ['refs/heads/perpetual/board', 'refs/perpetual-mirror/board']) gitIn(folder, ['update-ref', '-d', ref])
    const head = commitOnBranch(folder, branch, [{ path: 'x', text: 'reviewed' }])
    expect(
      await (
        await fixture().another()
      ).pulls.open({ branch, title: 'T', body: '', labels: [], draft: false, reviewers: [], files: [], message: 'M' }),
    ).toMatchObject({ head })
    expect((await fixture().forge.contents.read(first, ['x', path])).size).toBe(1)
  })
})
