import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { useFixture } from '../../contracts/use-fixture.ts'
import { createBranchStore } from '../../../src/forge/local/branch-store.ts'
import { openRepository } from '../../../src/forge/local/repository.ts'
import { commitOnBranch, gitIn, makeLocalForge, systemClock } from './local-fixture.ts'

describe('the board', () => {
  let folder = ''
  const fixture = useFixture(async () => {
    const made = await makeLocalForge({ bare: true })
    folder = made.folder
    return made
  })
  const issue = { title: 'T', body: 'B', labels: ['x'], marker: 'm' }

  it('lists a thousand issues in order, the hundredth behind the ninety-ninth', async () => {
    const first = await fixture().forge.issues.create(issue)
    const record = gitIn(folder, ['show', `perpetual/board:issues/${first.number}.json`])
    const repository = await openRepository(folder)
    const store = createBranchStore(repository, 'perpetual/board', systemClock)
    const changes = Array.from({ length: 999 }, (_, n) => ({
      path: `issues/${n + 2}.json`,
      text: record.replace('"number": 1', `"number": ${n + 2}`).replace('"m"', `"m${n}"`),
    }))
    await store.write(await store.head(), changes, 'Many')
    repository.close()
    const { issues } = await fixture().another()
    expect((await issues.list({ labels: ['x'] })).map(({ number }) => number)).toEqual(
      Array.from({ length: 1000 }, (_, n) => n + 1),
    )
    expect((await issues.create({ ...issue, marker: 'new' })).number).toBe(1001)
  })

  it.each([
    ['is no JSON', 'oops', /Expected JSON in `issues\/1\.json`/],
    ['is from a newer version', '{"version":2}', /newer version of Perpetual/],
    ['was changed by hand into something else', '{"version":1,"number":"one"}', /`issues\/1\.json` .*number/],
  ])('says in one line that a record %s, and does not rewrite it', async (_, text, message) => {
    await fixture().forge.issues.create(issue)
    commitOnBranch(folder, 'perpetual/board', [{ path: 'issues/1.json', text }])
    await expect(fixture().forge.issues.list({})).rejects.toMatchObject({
      actBy: 'fix-config',
      message: expect.stringMatching(message),
    })
    await expect(fixture().forge.issues.update(1, { title: 'x' })).rejects.toThrow(message)
    expect(gitIn(folder, ['show', 'perpetual/board:issues/1.json'])).toBe(text)
  })

  it("refuses what GitHub's limits would refuse", async () => {
    const { issues } = fixture().forge
    await expect(issues.create({ ...issue, body: 'x'.repeat(65_537) })).rejects.toThrow(/limits: body/)
    await expect(issues.create({ ...issue, title: '' })).rejects.toThrow(/limits: title/)
    expect(await issues.list({})).toEqual([])
  })

  it('puts the state back where somebody deleted its branch', async () => {
    const { state } = fixture().forge
    const written = await state.write(null, [{ path: 'a', text: '1' }], 'Write')
    const head = written.type === 'written' ? written.head : null
    gitIn(folder, ['branch', '--quiet', '-D', 'perpetual/state'])
    gitIn(folder, ['gc', '--quiet', '--prune=now'])
    const later = await fixture().another()
    expect(await later.state.head()).toBe(head)
    expect((await later.state.read(head, ['a'])).get('a')).toBe('1')
    expect((await state.write(head, [{ path: 'a', text: '2' }], 'Write')).type).toBe('written')
  })

  it('refuses a rewritten state in one line until somebody restores or accepts it', async () => {
    const { state } = fixture().forge
    const first = await state.write(null, [{ path: 'a', text: '1' }], 'Write')
    const old = first.type === 'written' ? first.head : ''
    const second = await state.write(old, [{ path: 'a', text: '2' }], 'Write')
    const last = second.type === 'written' ? second.head : ''
    gitIn(folder, ['update-ref', 'refs/heads/perpetual/state', old])
    const later = await fixture().another()
    for (const store of [state, later.state]) {
      await expect(store.write(old, [{ path: 'a', text: '3' }], 'Write')).rejects.toMatchObject({
        actBy: 'fix-config',
        message: expect.stringMatching(
          /^Expected the branch perpetual\/state to go on from [0-9a-f]{12}, found it rewritten: [^\n]+$/,
        ),
      })
    }
    gitIn(folder, ['update-ref', 'refs/heads/perpetual/state', last])
    expect(await later.state.head()).toBe(last)
    gitIn(folder, ['update-ref', 'refs/heads/perpetual/state', old])
    gitIn(folder, ['update-ref', '-d', 'refs/perpetual-mirror/state'])
    expect((await state.write(old, [{ path: 'a', text: '3' }], 'Write')).type).toBe('written')
  })

  it('goes on from what a person committed on top of the state', async () => {
    const { state } = fixture().forge
    const written = await state.write(null, [{ path: 'a', text: '1' }], 'Write')
    const head = written.type === 'written' ? written.head : ''
    const tree = gitIn(folder, ['rev-parse', `${head}^{tree}`])
    const onTop = gitIn(folder, ['-c', 'user.name=A', '-c', 'user.email=a@a', 'commit-tree', tree, '-p', head, '-m', 'By hand'])
    gitIn(folder, ['update-ref', 'refs/heads/perpetual/state', onTop])
    expect(await state.head()).toBe(onTop)
    expect((await state.write(onTop, [{ path: 'a', text: '2' }], 'Write')).type).toBe('written')
  })

  it('says how to repair a state that a power failure broke', async () => {
    const { state } = fixture().forge
    const written = await state.write(null, [{ path: 'a', text: '1' }], 'Write')
    const head = written.type === 'written' ? written.head : null
    const file = join(folder, 'refs/heads/perpetual/state')
    writeFileSync(file, '')
    await expect(state.write(null, [{ path: 'a', text: '2' }], 'Write')).rejects.toMatchObject({
      actBy: 'fix-config',
      message: expect.stringContaining(`${file}, found a broken file`),
    })
    expect(gitIn(folder, ['rev-parse', 'refs/perpetual-mirror/state'])).toBe(head)
    writeFileSync(file, `${head}\n`)
    expect((await state.write(head, [{ path: 'a', text: '2' }], 'Write')).type).toBe('written')
  })

  it('shortens a state of more than two thousand commits to one with the same files', async () => {
    const commit = (n: number) =>
      `commit refs/heads/perpetual/state\ncommitter A <a@a> ${n} +0000\ndata 1\nx\nM 100644 inline n\ndata ${`${n}`.length}\n${n}\n`
    const input = Array.from({ length: 2_001 }, (_, n) => commit(n)).join('')
    execFileSync('git', ['-C', folder, 'fast-import', '--quiet'], { input })
    const { forge } = fixture()
    const before = await forge.state.head()
    await forge.tidy()
    const head = await forge.state.head()
    expect(gitIn(folder, ['rev-list', '--count', 'perpetual/state'])).toBe('1')
    expect(await forge.state.read(head, ['n'])).toEqual(new Map([['n', '2000']]))
    expect(await forge.state.write(before, [{ path: 'n', text: 'late' }], 'Late')).toEqual({ type: 'stale' })
    await forge.tidy()
    expect(await forge.state.head()).toBe(head)
  })
})
