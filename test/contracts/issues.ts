import { describe, expect, it } from 'vitest'
import type { MakeForge } from './forge-fixture.ts'
import { useFixture } from './use-fixture.ts'

const issue = (marker: string, labels: readonly string[] = []) => ({
  title: `Task ${marker}`,
  body: `### Brief\n\n${marker} ünï`,
  labels,
  marker,
})

export const describeIssuesContract = (name: string, makeForge: MakeForge): void => {
  describe(`issues contract: ${name}`, () => {
    const fixture = useFixture(makeForge)

    it('gives an issue back as it was created, its marker hidden', async () => {
      const { issues } = fixture().forge
      const made = await issues.create(issue('macd', ['status:pending', 'priority:p1']))
      expect(made).toMatchObject({ title: 'Task macd', body: '### Brief\n\nmacd ünï', state: 'open' })
      expect(made.labels.toSorted()).toEqual(['priority:p1', 'status:pending'])
      expect(await issues.get(made.number)).toEqual(made)
    })

    it('creates one issue a marker, whoever of the automation asks and however the issue was changed since', async () => {
      const { issues } = fixture().forge
      const made = await issues.create(issue('macd'))
      await issues.update(made.number, { title: 'Renamed', body: 'Rewritten', state: 'closed' })
      const again = await (await fixture().another()).issues.create(issue('macd'))
      expect(again.number).toBe(made.number)
      expect(again.body).toBe('Rewritten')
      expect(await issues.list({})).toHaveLength(1)
    })

    it('believes no marker that somebody else wrote', async () => {
      const { issues } = await fixture().stranger()
      const imitation = await issues.create(issue('macd'))
      const real = await fixture().forge.issues.create(issue('macd'))
      expect(real.number).not.toBe(imitation.number)
      expect(real.author).not.toBe(imitation.author)
    })

    it('knows nothing of an issue that is not there', async () => {
      const { issues } = fixture().forge
      expect(await issues.get(404)).toBeUndefined()
      await expect(issues.update(404, { title: 'x' })).rejects.toMatchObject({ name: 'PerpetualError', actBy: 'fix-config' })
    })

    it('lists the oldest first, by state and by all of the labels asked for', async () => {
      const { issues } = fixture().forge
      const first = await issues.create(issue('a', ['x', 'y']))
      const second = await issues.create(issue('b', ['x']))
      const third = await issues.create(issue('c', ['y', 'x']))
      await issues.update(third.number, { state: 'closed' })
      const numbers = async (filter: Parameters<typeof issues.list>[0]) => (await issues.list(filter)).map(({ number }) => number)
      expect(await numbers({})).toEqual([first.number, second.number, third.number])
      expect(await numbers({ state: 'open' })).toEqual([first.number, second.number])
      expect(await numbers({ labels: ['x', 'y'] })).toEqual([first.number, third.number])
      expect(await numbers({ state: 'closed', labels: ['x'] })).toEqual([third.number])
    })

    it('changes only what is asked for', async () => {
      const { issues } = fixture().forge
      const made = await issues.create(issue('a', ['x']))
      const changed = await issues.update(made.number, { labels: ['y', 'y'] })
      expect(changed).toEqual({ ...made, labels: ['y'] })
      expect(await issues.get(made.number)).toEqual(changed)
    })

    it('assigns an issue to those who are named, when it is made and later, beside those who have it', async () => {
      const { forge, assigneesOf } = fixture()
      const { number } = await forge.issues.create({ ...issue('a'), assignees: ['ann'] })
      expect(await assigneesOf(number)).toEqual(['ann'])
      await forge.issues.update(number, { state: 'closed', assignees: ['ann', 'grace'] })
      expect(await assigneesOf(number)).toEqual(['ann', 'grace'])
      await forge.issues.update(number, { state: 'open' })
      expect(await assigneesOf(number)).toEqual(['ann', 'grace'])
    })

    it('assigns nobody who was not named', async () => {
      const { forge, assigneesOf } = fixture()
      const { number } = await forge.issues.create(issue('a'))
      expect(await assigneesOf(number)).toEqual([])
    })

    it('writes one comment a marker and edits it', async () => {
      const { issues } = fixture().forge
      const { number } = await issues.create(issue('a'))
      expect(await issues.comment(number, { body: 'One', marker: 'handoff' })).toBe('created')
      expect(await issues.comment(number, { body: 'One', marker: 'handoff' })).toBe('same')
      expect(await (await fixture().another()).issues.comment(number, { body: 'Two', marker: 'handoff' })).toBe('edited')
      expect(await issues.comment(number, { body: 'Other', marker: 'act' })).toBe('created')
      expect((await issues.comments(number)).map(({ body }) => body)).toEqual(['Two', 'Other'])
    })

    it('says of an issue that is not there that it is gone', async () => {
      expect(await fixture().forge.issues.comment(404, { body: 'One', marker: 'handoff' })).toBe('gone')
    })

    it("never edits somebody else's comment, whatever marker it bears", async () => {
      const { issues } = fixture().forge
      const { number } = await issues.create(issue('a'))
      await (await fixture().stranger()).issues.comment(number, { body: 'Mine', marker: 'handoff' })
      expect(await issues.comment(number, { body: 'Real', marker: 'handoff' })).toBe('created')
      expect((await issues.comments(number)).map(({ body }) => body)).toEqual(['Mine', 'Real'])
    })

    it('loses none of the changes that several sessions make at once', async () => {
      const sessions = [fixture().forge, await fixture().another(), await fixture().another()]
      await Promise.all(sessions.flatMap(({ issues }, session) => [1, 2, 3].map(n => issues.create(issue(`${session}.${n}`)))))
      const all = await fixture().forge.issues.list({})
      expect(new Set(all.map(({ number }) => number)).size).toBe(9)
      const number = all[0]?.number ?? 0
      await Promise.all(sessions.map(({ issues }, session) => issues.comment(number, { body: 'x', marker: `m${session}` })))
      expect(await fixture().forge.issues.comments(number)).toHaveLength(3)
    })
  })
}
