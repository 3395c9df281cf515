import { describe, expect, it } from 'vitest'
import type { Head } from '../../../src/forge/forge.ts'
import { delivery, useGithub } from './use-github.ts'

describe('how many requests the forge on GitHub makes', () => {
  const fixture = useGithub()
  /** What was sent since the last call, as a person would name it. */
  const sent = (): string[] => {
    const names = fixture()
      .github.requests()
      .map(({ method, path, operation }) => (operation === null ? `${method} ${path.split('?')[0]}` : operation))
    fixture().github.clearRequests()
    return names
  }
  const label = (names: readonly string[]) => {
    const { github } = fixture()
    return Promise.all(
      names.map(name =>
        github.as('ann').rest.issues.createLabel({ owner: github.owner, repo: github.repo, name, color: 'ededed' }),
      ),
    )
  }

  it('opens with one, and counts every one', async () => {
    sent()
    const forge = await fixture().open()
    expect(sent()).toEqual(['viewer,repository'])
    expect(forge.requests()).toBe(1)
    await forge.contents.head()
    fixture().github.fault({ match: /repository/, status: 502, times: 2 })
    await forge.contents.head()
    expect(forge.requests()).toBe(5)
    expect(sent()).toHaveLength(4)
  })

  it('makes one for each of ten checkpoints, reading what it wrote without asking', async () => {
    const { state } = fixture().forge
    expect(state.knownHead()).toBeNull()
    const first = await state.write(null, [{ path: 'ledgers/a.json', text: '0' }], 'Begin')
    let head: Head = first.type === 'written' ? first.head : null
    sent()
    for (let n = 1; n <= 10; n += 1) {
      expect(state.knownHead()).toBe(head)
      expect((await state.read(head, ['ledgers/a.json'])).get('ledgers/a.json')).toBe(`${n - 1}`)
      expect(await state.list(head, 'results')).toHaveLength(n - 1)
      const written = await state.write(
        head,
        [
          { path: 'ledgers/a.json', text: `${n}` },
          { path: `results/${n}.jsonl`, text: '{}' },
          { path: 'none', text: null },
        ],
        `Checkpoint ${n}`,
      )
      head = written.type === 'written' ? written.head : null
    }
    expect(sent()).toEqual(Array.from({ length: 10 }, () => 'createCommitOnBranch'))
  })

  it('makes three more for a lost race', async () => {
    const { state } = fixture().forge
    await state.write(null, [{ path: 'a', text: '0' }], 'Begin')
    const other = await fixture().open()
    await other.state.write(await other.state.head(), [{ path: 'b', text: '1' }], 'First')
    sent()
    expect(await state.write(state.knownHead() ?? null, [{ path: 'a', text: '1' }], 'Late')).toEqual({ type: 'stale' })
    expect(state.knownHead()).toBeUndefined()
    const head = await state.head()
    expect((await state.read(head, ['a', 'b', 'c'])).get('b')).toBe('1')
    expect((await state.write(head, [{ path: 'a', text: '1' }], 'Again')).type).toBe('written')
    expect(sent()).toEqual(['createCommitOnBranch', 'repository', 'repository', 'createCommitOnBranch'])
  })

  it('opens three pull requests of a moment with three, labels and all', async () => {
    await label(['pipeline:droid-research', 'agent:droid'])
    sent()
    const { pulls } = fixture().forge
    const made = await Promise.all([1, 2, 3].map(part => pulls.open(delivery(part))))
    expect(made.map(({ labels }) => labels.toSorted())).toEqual(
      Array.from({ length: 3 }, () => ['agent:droid', 'pipeline:droid-research']),
    )
    expect(sent()).toEqual(['repository', 'createRef,createCommitOnBranch,createPullRequest', 'addLabelsToLabelable'])
    expect(await pulls.get(made[1]?.number ?? 0)).toEqual(made[1])
  })

  it('asks for whatever is asked for in one moment with one', async () => {
    const { issues, pulls, contents, state } = fixture().forge
    await pulls.open(delivery())
    const made = await issues.create({ title: 'T', body: '', labels: [], marker: 'm' })
    sent()
    const [pull, issue, none] = await Promise.all([
      pulls.get(1),
      issues.get(made.number),
      issues.get(404),
      contents.head(),
      state.head(),
    ])
    expect([pull?.number, issue?.number, none]).toEqual([1, made.number, undefined])
    expect(sent()).toEqual(['repository'])
  })

  it('imports with one listing and one for each issue', async () => {
    const { issues } = fixture().forge
    sent()
    const markers = Array.from({ length: 8 }, (_, n) => `task ${n}`)
    for (const marker of markers) await issues.create({ title: marker, body: '', labels: ['status:pending'], marker })
    expect(sent()).toHaveLength(1 + markers.length)
    const later = await fixture().open()
    sent()
    for (const marker of markers) await later.issues.create({ title: marker, body: '', labels: [], marker })
    expect(sent()).toHaveLength(1 + markers.length)
    expect(await issues.list({})).toHaveLength(markers.length)
  })

  it('tidies with one', async () => {
    const { state, tidy } = fixture().forge
    const first = await state.write(null, [{ path: 'a', text: '0' }], 'Begin')
    await state.write(first.type === 'written' ? first.head : null, [{ path: 'a', text: '1' }], 'Next')
    sent()
    await tidy()
    expect(sent()).toEqual([expect.stringMatching(/^PATCH .*perpetual-mirror/)])
    expect(fixture().warnings).toEqual([])
  })
})
