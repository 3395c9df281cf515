import { describe, expect, it } from 'vitest'
import type { NewPull } from '../../src/forge/forge.ts'
import type { MakeForge } from './forge-fixture.ts'
import { useFixture } from './use-fixture.ts'

const branch = 'perpetual/droid-research/momentum-1'
const file = 'inbox/droid/momentum/macd.json'
const other = 'inbox/droid/momentum/rsi.json'

const delivery = (change: Partial<NewPull> = {}): NewPull => ({
  branch,
  title: 'Momentum, part 1',
  body: 'Two indicators',
  labels: ['pipeline:droid-research'],
  files: [
    { path: file, text: '{\n  "macd": 1\n}\n' },
    { path: other, text: '{\n  "rsi": 1\n}\n' },
  ],
  message: 'Deliver momentum, part 1',
  draft: false,
  reviewers: [],
  ...change,
})

export const describePullsContract = (name: string, makeForge: MakeForge): void => {
  describe(`pull requests contract: ${name}`, () => {
    const fixture = useFixture(makeForge)
    const merge = { message: 'Merge momentum' }

    it('opens a pull request with the files in one commit off the default branch', async () => {
      const { pulls, defaultBranch } = fixture().forge
      const made = await pulls.open(delivery())
      expect(made).toMatchObject({
        branch,
        base: defaultBranch,
        state: 'open',
        mergeCommit: null,
        endedAt: null,
        title: 'Momentum, part 1',
      })
      expect(await pulls.get(made.number)).toEqual(made)
      expect(await pulls.paths(made.number)).toEqual([file, other])
      expect((await pulls.read(made.number, [file, 'none'])).get(file)).toBe('{\n  "macd": 1\n}\n')
    })

    it('opens it once, and never writes the branch again', async () => {
      const { pulls } = fixture().forge
      const made = await pulls.open(delivery())
      const head = await fixture().commitAsPerson(branch, [{ path: file, text: 'edited' }])
      const again = await (await fixture().another()).pulls.open(delivery({ files: [{ path: file, text: 'other' }] }))
      expect(again).toEqual({ ...made, head })
      expect(await pulls.list({})).toHaveLength(1)
    })

    it('opens one pull request when several sessions deliver the same at once', async () => {
      const sessions = [fixture().forge, await fixture().another(), await fixture().another()]
      const made = await Promise.all(sessions.map(({ pulls }) => pulls.open(delivery())))
      expect(new Set(made.map(({ number }) => number)).size).toBe(1)
      expect(await fixture().forge.pulls.list({})).toHaveLength(1)
    })

    it('refuses a branch of that name that somebody else made', async () => {
      await fixture().commitAsPerson(branch, [{ path: 'x', text: 'x' }])
      await expect(fixture().forge.pulls.open(delivery())).rejects.toMatchObject({ name: 'PerpetualError', actBy: 'fix-config' })
      expect(await fixture().forge.pulls.list({})).toEqual([])
    })

    it('shares its numbers with the issues', async () => {
      const { pulls, issues } = fixture().forge
      const pull = await pulls.open(delivery())
      const issue = await issues.create({ title: 'T', body: '', labels: [], marker: 'm' })
      expect(issue.number).toBeGreaterThan(pull.number)
      expect(await issues.get(pull.number)).toBeUndefined()
      expect(await pulls.get(issue.number)).toBeUndefined()
      expect(await pulls.get(404)).toBeUndefined()
    })

    it('lists by state and by the start of the branch, the oldest first', async () => {
      const { pulls } = fixture().forge
      const first = await pulls.open(delivery())
      const second = await pulls.open(delivery({ branch: 'perpetual/zai/t-1', files: [{ path: 'z', text: 'z' }] }))
      await pulls.close(second.number)
      const numbers = async (filter: Parameters<typeof pulls.list>[0]) => (await pulls.list(filter)).map(({ number }) => number)
      expect(await numbers({})).toEqual([first.number, second.number])
      expect(await numbers({ state: 'closed' })).toEqual([second.number])
      expect(await numbers({ branchPrefix: 'perpetual/droid-research/' })).toEqual([first.number])
    })

    it("counts a reviewer's commits, and still knows what was delivered", async () => {
      const { pulls, contents } = fixture().forge
      const { number, first } = await pulls.open(delivery())
      const head = await fixture().commitAsPerson(branch, [
        { path: file, text: 'reviewed' },
        { path: other, text: null },
      ])
      expect((await pulls.get(number))?.head).toBe(head)
      expect(await pulls.paths(number)).toEqual([file])
      expect(await pulls.read(number, [file, other])).toEqual(new Map([[file, 'reviewed']]))
      expect((await contents.read(first, [file, other])).get(other)).toBe('{\n  "rsi": 1\n}\n')
    })

    it('edits only on the head that was read', async () => {
      const { pulls } = fixture().forge
      const made = await pulls.open(delivery())
      const changes = [{ path: file, text: 'accepted' }]
      const edited = await pulls.edit(made.number, { base: made.head, changes, message: 'Reject macd.3' })
      expect(edited.type).toBe('written')
      expect(
        await pulls.edit(made.number, { base: made.head, changes: [{ path: file, text: 'late' }], message: 'Late' }),
      ).toEqual({ type: 'stale' })
      expect(await pulls.read(made.number, [file])).toEqual(new Map([[file, 'accepted']]))
      expect(await pulls.get(made.number)).toMatchObject({ head: edited.type === 'written' ? edited.head : '' })
    })

    it('merges beside what the default branch got meanwhile, and says the same when asked again', async () => {
      const { pulls, contents, defaultBranch } = fixture().forge
      const made = await pulls.open(delivery())
      await fixture().commitAsPerson(defaultBranch, [{ path: 'notes.md', text: 'meanwhile' }])
      const merged = await pulls.merge(made.number, { expectedHead: made.head, ...merge })
      if (merged.type !== 'merged') throw new Error(`Expected a merge, got ${merged.type}`)
      const head = await contents.head()
      expect(head).toBe(merged.commit)
      expect(await contents.list(head, '')).toEqual(expect.arrayContaining([file, other, 'notes.md']))
      expect(await pulls.merge(made.number, { expectedHead: made.head, ...merge })).toEqual(merged)
      expect(await pulls.get(made.number)).toMatchObject({
        state: 'merged',
        mergeCommit: merged.commit,
        endedAt: expect.any(String),
      })
      expect(await pulls.paths(made.number)).toEqual([file, other])
      expect(await contents.head()).toBe(merged.commit)
    })

    it('does not merge a branch that moved on', async () => {
      const { pulls, contents } = fixture().forge
      const made = await pulls.open(delivery())
      await fixture().commitAsPerson(branch, [{ path: file, text: 'newer' }])
      const before = await contents.head()
      expect(await pulls.merge(made.number, { expectedHead: made.head, ...merge })).toEqual({ type: 'stale' })
      expect(await contents.head()).toBe(before)
    })

    it('names the files in conflict and changes nothing', async () => {
      const { pulls, contents, defaultBranch } = fixture().forge
      const made = await pulls.open(delivery())
      const before = await fixture().commitAsPerson(defaultBranch, [{ path: file, text: 'other text' }])
      expect(await pulls.merge(made.number, { expectedHead: made.head, ...merge })).toEqual({ type: 'conflict', paths: [file] })
      expect(await contents.head()).toBe(before)
      expect(await pulls.get(made.number)).toMatchObject({ state: 'open' })
    })

    it('merges several pull requests that sessions merge at once', async () => {
      const { pulls, contents } = fixture().forge
      const another = await fixture().another()
      const made = [
        await pulls.open(delivery()),
        await pulls.open(delivery({ branch: `${branch}-b`, files: [{ path: 'b', text: 'b' }] })),
      ]
      const results = await Promise.all(
        made.flatMap(pull => [pulls, another.pulls].map(by => by.merge(pull.number, { expectedHead: pull.head, ...merge }))),
      )
      expect(results.map(({ type }) => type)).toEqual(['merged', 'merged', 'merged', 'merged'])
      expect(await contents.list(await contents.head(), '')).toEqual(expect.arrayContaining(['b', file, other]))
    })

    it('notices a merge that a person made without Perpetual', async () => {
      const { pulls } = fixture().forge
      const made = await pulls.open(delivery())
      await fixture().commitAsPerson(fixture().forge.defaultBranch, [{ path: 'before.md', text: 'x' }])
      const commit = await fixture().mergeAsPerson(branch)
      await fixture().commitAsPerson(fixture().forge.defaultBranch, [{ path: 'after.md', text: 'x' }])
      expect(await pulls.list({ state: 'merged' })).toMatchObject([{ number: made.number, mergeCommit: commit }])
      expect(await pulls.merge(made.number, { expectedHead: made.head, ...merge })).toEqual({ type: 'merged', commit })
      expect(await pulls.paths(made.number)).toEqual([file, other])
    })

    it('stays readable when its branch is deleted, closed or merged', async () => {
      const { pulls, contents } = fixture().forge
      const made = await pulls.open(delivery())
      await pulls.close(made.number)
      await fixture().deleteBranchAsPerson(branch)
      expect(await pulls.get(made.number)).toMatchObject({ head: made.head, state: 'closed' })
      expect((await contents.read(made.first, [file])).size).toBe(1)
    })

    it('closes once, does not merge what is closed, and does not close what is merged', async () => {
      const { pulls } = fixture().forge
      const first = await pulls.open(delivery())
      const closed = await pulls.close(first.number)
      expect(closed).toMatchObject({ state: 'closed', endedAt: expect.any(String) })
      expect(await pulls.close(first.number)).toEqual(closed)
      expect(await pulls.merge(first.number, { expectedHead: first.head, ...merge })).toMatchObject({ type: 'refused' })
      const second = await pulls.open(delivery({ branch: `${branch}-b`, files: [{ path: 'b', text: 'b' }] }))
      await pulls.merge(second.number, { expectedHead: second.head, ...merge })
      expect(await pulls.close(second.number)).toMatchObject({ state: 'merged' })
    })

    it('comments once a marker', async () => {
      const { pulls, issues } = fixture().forge
      const { number } = await pulls.open(delivery())
      expect(await pulls.comment(number, { body: 'One', marker: 'check' })).toBe('created')
      expect(await pulls.comment(number, { body: 'Two', marker: 'check' })).toBe('edited')
      expect((await issues.comments(number)).map(({ body }) => body)).toEqual(['Two'])
    })

    it('refuses a branch name that is none', async () => {
      for (const bad of ['', '-x', 'a b', 'a..b', 'a/', 'x.lock', 'a\nb', '@{u}']) {
        await expect(fixture().forge.pulls.open(delivery({ branch: bad }))).rejects.toMatchObject({ name: 'PerpetualError' })
      }
    })
  })
}
