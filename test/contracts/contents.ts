import { describe, expect, it } from 'vitest'
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
