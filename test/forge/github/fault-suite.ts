import { describe, expect, it } from 'vitest'
import type { NewIssue } from '../../../src/forge/forge.ts'
import type { Fault } from '../../loopback/loopback-github.ts'
import { delivery, refusalOf, useGithub } from './use-github.ts'

export const issue: NewIssue = { title: 'Task', body: 'Brief', labels: ['status:pending'], marker: 'macd' }

/** How GitHub fails in passing: an error page or no answer, before the write took effect and after. */
const passing = {
  'a 502 before it took effect': { status: 502 },
  'a 502 after it took effect': { status: 502, when: 'after' },
  'a connection dropped before it took effect': { drop: true },
  'a connection dropped after it took effect': { drop: true, when: 'after' },
} as const

/** Every kind of write through one way of failing. */
export const describePassingFault = (name: keyof typeof passing): void => {
  const fault: Omit<Fault, 'match'> = passing[name]
  describe(`a request that ends in ${name}`, () => {
    const fixture = useGithub()
    const spoil = (match: RegExp) => fixture().github.fault({ match, ...fault })

    it('makes one issue', async () => {
      spoil(/POST .*\/issues$/)
      const made = await fixture().forge.issues.create(issue)
      expect(made).toMatchObject({ title: 'Task', body: 'Brief', labels: ['status:pending'] })
      expect(await fixture().forge.issues.list({})).toEqual([made])
    })

    it('makes one comment', async () => {
      const { issues } = fixture().forge
      const { number } = await issues.create(issue)
      spoil(/POST .*\/comments$/)
      expect(await issues.comment(number, { body: 'One', marker: 'm' })).toBe('created')
      expect((await issues.comments(number)).map(({ body }) => body)).toEqual(['One'])
    })

    it('makes one pull request, with one commit and its labels', async () => {
      const { pulls } = fixture().forge
      spoil(/createPullRequest/)
      const made = await pulls.open(delivery())
      spoil(/addLabelsToLabelable|\/labels$/)
      await pulls.open(delivery(2)).catch(() => undefined)
      const second = await (await fixture().open()).pulls.open(delivery(2))
      for (const pull of [made, second]) {
        expect(pull.labels.toSorted()).toEqual(['agent:droid', 'pipeline:droid-research'])
        expect(pull.head).toBe(pull.first)
        expect(await pulls.get(pull.number)).toEqual(pull)
      }
      expect(await pulls.list({})).toHaveLength(2)
    })

    it('merges once', async () => {
      const { pulls, contents } = fixture().forge
      const made = await pulls.open(delivery())
      spoil(/PUT .*\/merge$/)
      const merged = await pulls.merge(made.number, { expectedHead: made.head, message: 'Merge' })
      expect(merged).toEqual({ type: 'merged', commit: await contents.head() })
    })

    it('leaves a write of the state to be repeated, on the newest head', async () => {
      const { state } = fixture().forge
      const first = await state.write(null, [{ path: 'a', text: '1' }], 'First')
      const base = first.type === 'written' ? first.head : null
      spoil(/createCommitOnBranch/)
      const { message, actBy } = await refusalOf(state.write(base, [{ path: 'a', text: '2' }], 'Second'))
      expect(actBy).toBe('next-run')
      expect(message).toMatch(/Expected GitHub to answer/)
      expect(state.knownHead()).toBeUndefined()
      const head = await state.head()
      expect(head === base).toBe(fault.when !== 'after')
      expect((await state.read(head, ['a'])).get('a')).toBe(fault.when === 'after' ? '2' : '1')
      expect((await state.write(head, [{ path: 'a', text: '3' }], 'Third')).type).toBe('written')
    })

    it('begins the state once', async () => {
      const { state } = fixture().forge
      spoil(/POST .*\/git\/refs$/)
      const written = await state.write(null, [{ path: 'a', text: '1' }], 'First').catch(() => ({ type: 'failed' as const }))
      const head = await state.head()
      expect(head).toBe(written.type === 'written' ? written.head : fault.when === 'after' ? head : null)
      expect(await state.list(head, '')).toEqual(head === null ? [] : ['a'])
    })

    it('is asked again where it only reads', async () => {
      const { issues, contents } = fixture().forge
      const made = await issues.create(issue)
      spoil(/issue\(number/)
      expect(await issues.get(made.number)).toEqual(made)
      spoil(/GET .*\/git\/trees/)
      expect(await contents.list(await contents.head(), '')).not.toEqual([])
    })

    it('changes an issue once', async () => {
      const { issues } = fixture().forge
      const { number } = await issues.create(issue)
      spoil(/PATCH .*\/issues\/1$/)
      expect((await issues.update(number, { labels: ['status:completed'], state: 'closed' })).labels).toEqual([
        'status:completed',
      ])
    })
  })
}
