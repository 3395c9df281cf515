import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parsePairFile } from '../../src/dataset/pair-rows.ts'
import type { Part, Task } from '../../src/domain/task.ts'
import type { CliEnd } from '../support/cli.ts'
import { pipeline } from '../support/data-repository.ts'
import { keep, type Rewind } from '../support/rewind.ts'
import { snapshotOf } from '../support/snapshot.ts'
import { createWorld, type World } from '../support/world.ts'
import { createReviewer } from './reviewer.ts'

let world: World
let delivered: Rewind
beforeAll(async () => {
  world = await createWorld({ assignments: 1, indicators: 2, callsPerIndicator: 20, concurrency: 1 })
  // One call at a time ends the first indicator before the second; a session that wraps in between makes two parts.
  await world.run({ args: ['--threshold', '0.034'] })
  await world.run({ args: ['--force'] })
  const parts = task().parts.map(({ units }) => units.join())
  if (parts.join(' ') !== 'sma ema') throw new Error(`Expected two parts to review, got ${parts.join(' ')}`)
  delivered = keep(world, '2031-05-01T10:00:00.000Z')
}, 60_000)
beforeEach(() => delivered.back())
afterAll(async () => {
  delivered?.remove()
  await world?.remove()
})

const folder = (): string => world.repository.folder
const git = (...args: readonly string[]): string => world.repository.git(...args)
const task = (): Task => world.repository.tasks().find(({ id }) => id === 'session_01') as Task
const part = (index: number): Part => task().parts[index] as Part
const numberOf = (index: number): string => String(part(index).pull)
const pairPath = (index: number): string => part(index).paths.find(path => path.endsWith('.json')) ?? ''
const rowsAt = (place: string, path: string) => parsePairFile(git('show', `${place}:${path}`)).pairs
const merges = (): string[] => git('log', '--merges', '--first-parent', '--format=%H', 'main').split('\n').filter(Boolean)
const issue = () => JSON.parse(git('show', `perpetual/board:issues/${task().issue}.json`)) as { state: string; labels: string[] }
const results = (): string => git('ls-tree', '-r', '--name-only', 'perpetual/state', 'results/')
const said = (end: CliEnd): unknown => JSON.parse(end.stdout)

const review = (...args: readonly string[]): Promise<CliEnd> => world.cli('review', ...args, '--json')
const accept = (index: number, ...args: readonly string[]): Promise<CliEnd> => review('accept', numberOf(index), ...args)

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder(), path)), { recursive: true })
  writeFileSync(join(folder(), path), text)
}

/** Refused in one line, with nothing changed at all. */
async function expectRefused(work: () => Promise<CliEnd>, expected: RegExp): Promise<void> {
  const before = snapshotOf(folder())
  const { code, stderr, stdout } = await work()
  expect(stderr).toMatch(/^perpetual: [^\n]+\n$/u)
  expect(stderr).toMatch(expected)
  expect(code).toBe(2)
  expect(stdout).toMatch(/^\{"error":[^\n]+\n$/u)
  expect(snapshotOf(folder())).toEqual(before)
}

describe('accepting a part', { timeout: 60_000 }, () => {
  it('brings it into the checked-out main and leaves what a person is at in other files', async () => {
    write('README.md', 'Half a thought')
    write('staged.txt', 'Staged')
    git('add', 'staged.txt')
    write('inbox/notes.txt', 'New')
    const { pairs, paths } = part(0)
    expect(await accept(0)).toMatchObject({ code: 0, stderr: '' })
    expect(
      git('status', '--porcelain', '--untracked-files=all')
        .split('\n')
        .map(line => line.trim()),
    ).toEqual(['M README.md', 'A  staged.txt', '?? inbox/notes.txt'])
    expect(['README.md', 'staged.txt', 'inbox/notes.txt'].map(path => readFileSync(join(folder(), path), 'utf8'))).toEqual([
      'Half a thought',
      'Staged',
      'New',
    ])
    for (const path of paths) expect(readFileSync(join(folder(), path), 'utf8').trim()).toBe(git('show', `main:${path}`))
    expect(part(0)).toMatchObject({ state: 'merged', kept: pairs, review: 'merged-unread' })
    expect(task()).toMatchObject({ status: 'in-review', grade: null })
  })

  it.each([
    ['git does not know', () => {}],
    ['a person has staged', (path: string) => git('add', path)],
  ])('is refused where a file that %s is in its way; with that moved, it goes on', async (_, stage) => {
    const path = pairPath(0)
    write(path, 'Mine')
    stage(path)
    await expectRefused(() => accept(0), /is changed or not under version control: commit, stash or move it, then try again/u)
    expect(part(0)).toMatchObject({ state: 'open', kept: null })
    git('reset', '--quiet')
    git('clean', '--quiet', '--force', '-d')
    expect((await accept(0)).code).toBe(0)
  })

  it('is refused in one line where main has another file in its place, or the branch is gone', async () => {
    const [path, other] = [pairPath(0), part(1).branch]
    write(path, '{}\n')
    git('add', '.')
    git('commit', '--quiet', '-m', 'Mine')
    await expectRefused(() => accept(0), /found conflicts in inbox\/.*; merge perpetual\/droid-research\/session_01-1 by hand/u)
    git('branch', '--quiet', '-D', other)
    await expectRefused(
      () => accept(1),
      /The branch `perpetual\/droid-research\/session_01-2` of pull request #\d+ was deleted: `git branch /u,
    )
    expect(task().parts.map(({ state }) => state)).toEqual(['open', 'open'])
  })

  it('merges once, however often it is accepted, one after the other or at once', async () => {
    const { pairs } = part(0)
    const both = await Promise.all([accept(0), accept(0)])
    for (const end of [...both, await accept(0)]) expect(end).toMatchObject({ code: 0, stderr: '' })
    expect(merges()).toHaveLength(1)
    expect(both.map(said)).toEqual(
      both.map(() => ({ number: part(0).pull, task: 'session_01', status: 'in-review', commit: merges()[0], kept: pairs })),
    )
    expect(git('status', '--porcelain')).toBe('')
  })

  it('at the same time as another merges both, and leaves main checked out and clean', async () => {
    const ends = await Promise.all([accept(0), accept(1)])
    expect(ends.map(end => end.code)).toEqual([0, 0])
    expect(merges()).toHaveLength(2)
    expect(git('status', '--porcelain')).toBe('')
    expect(task()).toMatchObject({ status: 'completed', parts: [{ state: 'merged' }, { state: 'merged' }] })
  })

  it('keeps how much of it was looked at, and with the last one the task is completed, graded, closed and pruned', async () => {
    const pairs = part(0).pairs + part(1).pairs
    expect((await accept(0, '--looked', 'all')).code).toBe(0)
    expect(results()).not.toBe('')
    expect(said(await accept(1, '--looked', 'some'))).toMatchObject({ status: 'completed', kept: part(1).pairs })
    expect(task().parts.map(each => each.review)).toEqual(['checked', 'sampled'])
    expect(task()).toMatchObject({ status: 'completed', grade: { quality: 1, letter: 'A' } })
    expect(issue()).toMatchObject({
      state: 'closed',
      labels: expect.arrayContaining(['status:completed', `pipeline:${pipeline}`]),
    })
    expect(results()).toBe('')
    const onMain = git('ls-tree', '-r', '--name-only', 'main', 'inbox/')
      .split('\n')
      .filter(path => path.endsWith('.json'))
    expect(onMain.flatMap(path => rowsAt('main', path))).toHaveLength(pairs)
    expect(said(await world.cli('status', '--json'))).toMatchObject({
      pairs: { merged: pairs, waiting: 0, underWay: 0 },
      reviews: [],
    })
    expect((await world.cli('status')).stdout).toContain(`, ${pairs} of ${pairs} merged ones wait for integration.`)
    expect(said(await review('list'))).toEqual({ reviews: [] })
  })
})

describe('changing a part', { timeout: 60_000 }, () => {
  it('by rejecting pairs takes them out and leaves every other byte as it was', async () => {
    const [path, { branch, pairs }] = [pairPath(0), part(0)]
    const before = rowsAt(branch, path)
    const first = git('rev-parse', branch)
    const gone = [1, 2].map(index => before[index]?.handle ?? '')
    const end = await review('reject', numberOf(0), '--pairs', gone.join(', '), '--because', 'they are `wrong`')
    expect(end).toMatchObject({ code: 0, stderr: '' })
    expect(said(end)).toMatchObject({ removed: gone, closed: false })
    expect((await accept(0)).code).toBe(0)
    expect(rowsAt('main', path)).toEqual(before.filter(({ handle }) => !gone.includes(handle)))
    expect(git('diff', '--numstat', first, 'main', '--', ...part(0).paths)).toMatch(new RegExp(`^0\t\\d+\t${path}$`, 'u'))
    expect(part(0)).toMatchObject({ state: 'merged', kept: pairs - 2, review: 'edited' })
  })

  it('down to nothing leaves a file that can be read, and counts none', async () => {
    const handles = rowsAt(part(0).branch, pairPath(0)).map(({ handle }) => handle)
    expect((await review('reject', numberOf(0), '--pairs', handles.join(','))).code).toBe(0)
    const end = await accept(0)
    expect(end.stderr).toBe('')
    expect(said(end)).toMatchObject({ kept: 0 })
    expect(rowsAt('main', pairPath(0))).toEqual([])
  })

  it('with git by hand counts as it stands when it is accepted', async () => {
    const { pairs } = part(0)
    createReviewer(world.repository).edit(part(0))
    expect(said(await accept(0))).toMatchObject({ kept: pairs })
    expect(git('show', `main:${pairPath(0)}`)).toContain("Reviewer's words 1: ")
    expect(part(0)).toMatchObject({ state: 'merged', kept: pairs, review: 'edited' })
    expect(git('log', '--format=%an', 'main')).toContain('Ada')
  })

  it('to garbage by hand counts none of its pairs and says so', async () => {
    git('switch', '--quiet', part(0).branch)
    write(pairPath(0), '{ "pairs": [')
    git('commit', '--quiet', '--all', '-m', 'Break it')
    git('switch', '--quiet', 'main')
    await expectRefused(() => review('reject', numberOf(0), '--pairs', 'sma.1'), /sma|pair/u)
    const end = await accept(0)
    expect(end).toMatchObject({ code: 0 })
    expect(end.stderr).toMatch(/^perpetual\/droid-research\/session_01-1: [^\n]+; its pairs are not counted as kept\.\n$/u)
    expect(part(0)).toMatchObject({ state: 'merged', kept: 0, review: 'edited' })
  })

  it.each([
    ['nonsense', /Expected handles like `macd\.3` or `macd\.7-9`, got "nonsense"/u],
    ['sma.9999', /Expected handles of pairs in #\d+, found none named sma\.9999/u],
    ['sma.1,nosuch.1', /found none named nosuch\.1/u],
    ['sma.3-1', /got "sma\.3-1"/u],
    [' ', /got none/u],
  ])('is refused for the handles %j', async (handles, expected) => {
    await expectRefused(() => review('reject', numberOf(0), '--pairs', handles), expected)
    expect(part(0)).toMatchObject({ state: 'open', review: 'unreviewed' })
  })

  it('is refused over what a reviewer has not committed on its branch', async () => {
    git('switch', '--quiet', part(0).branch)
    write(pairPath(0), 'Mine')
    const [handle = ''] = rowsAt('HEAD', pairPath(0)).map(row => row.handle)
    await expectRefused(() => review('reject', numberOf(0), '--pairs', handle), /is changed or not under version control/u)
    expect(readFileSync(join(folder(), pairPath(0)), 'utf8')).toBe('Mine')
  })
})

describe('rejecting whole parts', { timeout: 60_000 }, () => {
  it('brings nothing of them to main; with the last the task is rejected, and a second attempt is worked on', async () => {
    const main = git('rev-parse', 'main')
    expect(said(await review('reject', numberOf(0), '--because', 'no sources'))).toMatchObject({ closed: true, removed: [] })
    expect(task()).toMatchObject({ status: 'in-review', parts: [{ state: 'closed', kept: 0 }, { state: 'open' }] })
    await expectRefused(() => accept(0), /Expected an open part, got #\d+, which is closed/u)
    await expectRefused(() => review('reject', numberOf(0)), /which is closed/u)
    expect((await review('reject', numberOf(1))).code).toBe(0)
    expect(task()).toMatchObject({ status: 'rejected', grade: { quality: 0 } })
    expect(issue()).toMatchObject({ state: 'closed', labels: expect.arrayContaining(['status:rejected']) })
    expect([git('rev-parse', 'main'), results(), git('status', '--porcelain')]).toEqual([main, '', ''])

    expect(await world.cli('tasks', 'redo', 'session_01')).toMatchObject({ code: 0 })
    expect(await world.run()).toMatchObject({ code: 0, result: { tasks: ['session_01-r2'], reason: 'queue-empty' } })
    const again = world.repository.tasks().find(({ id }) => id === 'session_01-r2')
    expect(again).toMatchObject({ status: 'in-review', redoes: 'session_01' })
    expect(task()).toMatchObject({ id: 'session_01', status: 'rejected' })
    const number = String(again?.parts[0]?.pull)
    expect(said(await review('accept', number))).toMatchObject({ task: 'session_01-r2', kept: again?.parts[0]?.pairs })
  })

  it('beside one that is merged unread completes the task, with what was kept as its quality', async () => {
    const [kept, lost] = [part(0).pairs, part(1).pairs]
    expect((await accept(0)).code).toBe(0)
    expect((await review('reject', numberOf(1))).code).toBe(0)
    expect(task()).toMatchObject({ status: 'completed', grade: { quality: Math.round((kept / (kept + lost)) * 1000) / 1000 } })
  })
})
