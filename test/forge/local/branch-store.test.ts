import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createBranchStore } from '../../../src/forge/local/branch-store.ts'
import { writeCommit } from '../../../src/forge/local/commits.ts'
import { mirrorOf, moveBranch } from '../../../src/forge/local/refs.ts'
import { openRepository, type Repository } from '../../../src/forge/local/repository.ts'
import { makeRepository, systemClock, temporaryFolder } from './local-fixture.ts'

const branch = 'perpetual/state'
let top = ''
let repository: Repository

beforeEach(async () => {
  top = temporaryFolder()
  repository = await openRepository(makeRepository(join(top, 'repository')))
})
afterEach(() => {
  repository.close()
  rmSync(top, { recursive: true, force: true })
})

it('does not take a branch for rewritten that another process compacts just then', async () => {
  const store = createBranchStore(repository, branch, systemClock)
  const changes = [{ path: 'a', text: 'a' }]
  const written = await store.write(null, changes, 'Write')
  const from = written.type === 'written' ? written.head : null
  const compacted = await writeCommit(repository, { base: null, changes, message: 'Compact', at: systemClock.now() })
  let isFirst = true
  const tip = async (ref: string): Promise<string | undefined> => {
    const oid = await repository.reader.tip(ref)
    if (ref === mirrorOf(branch) && isFirst) {
      isFirst = false
      await moveBranch(repository, { branch, from, to: compacted, why: 'compact', own: true })
    }
    return oid
  }
  const racing = createBranchStore({ ...repository, reader: { ...repository.reader, tip } }, branch, systemClock)
  expect(await racing.head()).toBe(compacted)
})
