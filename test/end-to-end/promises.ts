import { execFileSync } from 'node:child_process'
import { expect } from 'vitest'
import type { CommittedState, DataRepository } from '../support/data-repository.ts'

const duplicates = (values: readonly string[]): string[] => values.filter((value, index) => values.indexOf(value) !== index)

/** Accepted by the gates, over all units that have ended: what must be delivered. */
export const acceptedIn = (repository: CommittedState): number =>
  repository
    .tasks()
    .flatMap(task => task.units)
    .filter(unit => unit.ended)
    .reduce((sum, unit) => sum + unit.accepted, 0)

/** Calls that came to an outcome, over all tasks. */
export const callsIn = (repository: CommittedState): number =>
  repository
    .tasks()
    .flatMap(task => task.units)
    .reduce((sum, unit) => sum + unit.calls, 0)

/** Nothing lost and nothing twice: pairs, outcomes, parts, pull requests, handoffs. */
export function expectCommitted(repository: CommittedState): void {
  const tasks = repository.tasks()
  const pairs = repository.pairs()
  expect(duplicates(pairs.map(pair => `${pair.path}#${pair.handle}`))).toEqual([])
  expect(duplicates(pairs.map(pair => pair.id))).toEqual([])
  expect(pairs.length).toBe(acceptedIn(repository))

  const parts = tasks.flatMap(task => task.parts)
  expect(duplicates(parts.flatMap(part => part.units.map(unit => `${part.branch.replace(/-\d+$/u, '')}/${unit}`)))).toEqual([])
  expect(duplicates(parts.map(part => String(part.pull)))).toEqual([])
  expect(duplicates(repository.outcomes().map(outcome => outcome.work))).toEqual([])
  expectHandoffs(repository)
  expect(repository.account().ledgers.calls?.settled).toBeGreaterThanOrEqual(0)
}

/** The same, and git's own objects. */
export function expectWhole(repository: DataRepository): void {
  expectCommitted(repository)
  const parts = repository.tasks().flatMap(task => task.parts)
  const branches = repository
    .git('for-each-ref', '--format=%(refname:short)', `refs/heads/perpetual/${repository.pipeline}/`)
    .split('\n')
  expect(branches.filter(Boolean).toSorted()).toEqual(parts.map(part => part.branch).toSorted())
  for (const { branch } of parts) {
    const authors = repository.git('log', '--first-parent', '--format=%an', branch).split('\n')
    expect(authors.filter(name => name === 'Perpetual')).toHaveLength(1)
  }

  expect(
    execFileSync('git', ['fsck', '--full', '--strict', '--no-dangling', '--no-progress'], {
      cwd: repository.folder,
      encoding: 'utf8',
    }),
  ).toBe('')
}

/** One handoff and one line of history for each session that has ended, and a comment for each task that knows of it. */
function expectHandoffs(repository: CommittedState): void {
  const { pipeline } = repository
  const { session, sessions, claim } = repository.pipelineState()
  expect({ session, claim }).toEqual({ session: null, claim: null })
  const ids = Array.from({ length: sessions }, (_, index) => `${pipeline}-${String(index + 1).padStart(4, '0')}`)
  expect(repository.history().map(line => line.session)).toEqual(ids)
  expect([...repository.handoffs().keys()]).toEqual(ids.map(id => `handoffs/${pipeline}/${id}.md`))
}
