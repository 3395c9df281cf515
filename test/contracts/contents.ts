import { describe, expect, it } from 'vitest'
import { GoneCommitError } from '../../src/domain/errors.ts'
import type { MakeForge } from './forge-fixture.ts'
import { useFixture } from './use-fixture.ts'

export const describeContentsContract = (name: string, makeForge: MakeForge): void => {
  describe(`contents contract: ${name}`, () => {
    const fixture = useFixture(makeForge)

    it("reads and lists the user's files on the default branch, at the head that was asked for", async () => {
      const { contents, defaultBranch } = fixture().forge
      const before = await contents.head()
      const commit = await fixture().commitAsPerson(defaultBranch, [
        { path: 'tasks/b.yml', text: 'b: 1\n' },
        { path: 'tasks/a.yml', text: 'a: 1\n' },
      ])
      expect(await contents.head()).toBe(commit)
      expect(await contents.list(commit, 'tasks')).toEqual(['tasks/a.yml', 'tasks/b.yml'])
      expect(await contents.read(commit, ['tasks/a.yml', 'none'])).toEqual(new Map([['tasks/a.yml', 'a: 1\n']]))
      expect(await contents.list(before, 'tasks')).toEqual([])
    })

    it('says of a commit that is not there that it is gone, whatever is asked of it', async () => {
      const { contents } = fixture().forge
      const gone = '1234567890'.repeat(4)
      await expect(contents.read(gone, ['tasks/a.yml'])).rejects.toThrow(GoneCommitError)
      await expect(contents.readBytes(gone, 'tasks/a.yml')).rejects.toThrow(GoneCommitError)
      await expect(contents.list(gone, 'tasks')).rejects.toThrow(GoneCommitError)
    })

    it('gives the bytes of a file as they are, whatever its encoding', async () => {
      const { contents, defaultBranch } = fixture().forge
      const text = '{"q":"caf\u00e9 \u4ef7\u683c \u{1f600}"}'
      // A person's editor may write UTF-16, which no forge shows as text; here as the bytes that a commit can carry.
      const commit = await fixture().commitAsPerson(defaultBranch, [
        { path: 'inbox/a/t/one.json', text },
        { path: 'inbox/a/t/wide.json', text: '\u0001\0{\0"\0q\0"\0:\x001\0}' },
        { path: 'inbox/a/t/large.json', text: 'é'.repeat(300_000) },
      ])
      const read = async (path: string) => contents.readBytes(commit, path)
      expect(Buffer.from((await read('inbox/a/t/one.json')) ?? []).toString()).toBe(text)
      expect(Buffer.from((await read('inbox/a/t/wide.json')) ?? []).toString('latin1')).toBe('\u0001\0{\0"\0q\0"\0:\x001\0}')
      expect((await read('inbox/a/t/large.json'))?.byteLength).toBe(600_000)
      // Also after the same file was asked for as a text.
      expect((await contents.read(commit, ['inbox/a/t/one.json'])).get('inbox/a/t/one.json')).toBe(text)
      expect(Buffer.from((await read('inbox/a/t/one.json')) ?? []).toString()).toBe(text)
      expect(await read('inbox/a/t')).toBeUndefined()
      expect(await read('none')).toBeUndefined()
    })

    it('names the version of every file below a folder, which changes with the file alone', async () => {
      const { contents, defaultBranch } = fixture().forge
      const files = ['inbox/b.json', 'inbox/a/c.json', 'inboxes/d.json'].map(path => ({ path, text: `${path}\n` }))
      const before = await fixture().commitAsPerson(defaultBranch, files)
      const old = await contents.versions(before, 'inbox')
      expect([...old.keys()]).toEqual(['inbox/a/c.json', 'inbox/b.json'])
      const after = await fixture().commitAsPerson(defaultBranch, [{ path: 'inbox/b.json', text: 'edited\n' }])
      const now = await contents.versions(after, 'inbox/')
      expect(now.get('inbox/a/c.json')).toBe(old.get('inbox/a/c.json'))
      expect(now.get('inbox/b.json')).not.toBe(old.get('inbox/b.json'))
      expect(await contents.versions(after, 'none')).toEqual(new Map())
      expect(await contents.versions(before, 'inbox')).toEqual(old)
    })

    it('shows nothing of the state or of the deliveries', async () => {
      const { contents, state, pulls } = fixture().forge
      const before = await contents.list(await contents.head(), '')
      await state.write(null, [{ path: 'ledgers/a.json', text: '{}' }], 'Write')
      await pulls.open({
        branch: 'perpetual/p/t-1',
        title: 'T',
        body: '',
        labels: [],
        draft: false,
        reviewers: [],
        files: [{ path: 'inbox/a', text: 'a' }],
        message: 'M',
      })
      expect(await contents.list(await contents.head(), '')).toEqual(before)
    })
  })
}
