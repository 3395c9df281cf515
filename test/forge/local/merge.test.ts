import { describe, expect, it } from 'vitest'
import { createBoard } from '../../../src/forge/local/board.ts'
import { mergePull } from '../../../src/forge/local/merge.ts'
import { createPullStatus } from '../../../src/forge/local/pull-status.ts'
import { openRepository } from '../../../src/forge/local/repository.ts'
import { useFixture } from '../../contracts/use-fixture.ts'
import { gitIn, makeLocalForge, systemClock } from './local-fixture.ts'

describe('a merge that somebody else makes first', () => {
  let folder = ''
  const fixture = useFixture(async () => {
    const made = await makeLocalForge({ bare: false })
    folder = made.folder
    return made
  })

  it('is not made a second time, wherever in between it came', async () => {
    const { pulls } = fixture().forge
    const pull = await pulls.open({
      branch: 'perpetual/p/t-1',
      title: 'T',
      body: '',
      labels: [],
      draft: false,
      reviewers: [],
      files: [{ path: 'a', text: '1' }],
      message: 'Deliver',
    })
    const request = { number: pull.number, expectedHead: pull.head, message: 'Merge' }
    const repository = await openRepository(folder)
    const board = createBoard(repository, systemClock)
    const status = createPullStatus(repository, board)
    let loads = 0
    // The other one merges right after this one has seen the pull request open.
    const load = async (number: number) => {
      const known = await (await board.view()).pull(number)
      const [record] = await status.settle(known === undefined ? [] : [known])
      if (record === undefined) throw new Error('The pull request is gone')
      loads += 1
      if (loads === 1) await pulls.merge(pull.number, request)
      return record
    }
    const merged = await mergePull({ repository, clock: systemClock, status, load }, request)
    repository.close()
    expect(merged).toEqual({ type: 'merged', commit: gitIn(folder, ['rev-parse', 'main']) })
    expect(gitIn(folder, ['rev-list', '--count', '--merges', 'main'])).toBe('1')
  })
})
