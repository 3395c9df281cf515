import { describe, expect, it } from 'vitest'
import { deliver, assignmentOf } from '../../pipelines/integration/delivered.ts'
import { run } from '../../pipelines/integration/run.ts'
import { renderShard, type DatabaseRow } from '../../../src/dataset/database/row.ts'
import type { Part } from '../../../src/domain/task.ts'
import type { MergeResult, Pull } from '../../../src/forge/forge.ts'
import { mergeOwnParts, type OwnMergeSetup } from '../../../src/session/integration/merge-own.ts'

const { rows } = run({ ...assignmentOf(deliver(0)), rows: assignmentOf(deliver(0)).rows.slice(0, 8) })
const path = 'database/2026/11/a-00000000.jsonl'
const part: Part = {
  part: 1,
  branch: 'perpetual/claude-integration/a-00000000-1',
  units: ['file'],
  paths: [path],
  pairs: rows.length,
  state: 'open',
  pull: 7,
  commit: 'c0',
  url: '',
  kept: null,
  openedAt: null,
  endedAt: null,
  looked: 'none',
  review: 'unreviewed',
}
const pull: Pull = {
  number: 7,
  title: 'a',
  body: '',
  branch: part.branch,
  base: 'main',
  head: 'c0',
  first: 'c0',
  state: 'open',
  author: 'perpetual',
  labels: [],
  createdAt: '2026-11-22T10:00:00.000Z',
  mergeCommit: null,
  endedAt: null,
  url: '',
}

/** What came of a part whose branch holds this text: whether it was merged, and what a person was told. */
const merging = async (
  text: string,
  {
    setup = {},
    result = { type: 'merged', commit: 'm' },
    same = false,
  }: { readonly setup?: Partial<OwnMergeSetup>; readonly result?: MergeResult; readonly same?: boolean } = {},
) => {
  const told: string[] = []
  const asked: string[] = []
  const unused = () => Promise.reject(new Error('Not asked'))
  const merged = await mergeOwnParts(
    {
      forge: {
        kind: 'local',
        pulls: {
          open: unused,
          list: unused,
          paths: unused,
          edit: unused,
          close: unused,
          get: () => Promise.resolve(pull),
          read: () => Promise.resolve(new Map([[path, text]])),
          merge: (_number, { expectedHead }) => {
            asked.push(expectedHead)
            return Promise.resolve(result)
          },
          comment: (_number, { body }) => {
            told.push(body)
            return Promise.resolve('created')
          },
        },
      },
      merge: 'auto',
      openLookUp: () => questions =>
        Promise.resolve(same ? questions.slice(0, 1).map(({ key }) => ({ key, nearest: 'old', jaccard: 1 })) : []),
      allowRehearsal: false,
      report: () => {},
      ...setup,
    },
    { id: 'a-00000000', parts: [part] },
  )
  return { merged, told: told.join('\n'), asked }
}

const changed = (change: Partial<DatabaseRow>): string =>
  renderShard(rows.map((row, index) => (index === 2 ? { ...row, ...change } : row)))

describe('merging what integration delivered itself', () => {
  it('merges a part whose every check holds, at the head that was checked', async () => {
    expect(await merging(renderShard(rows))).toEqual({ merged: 1, told: '', asked: ['c0'] })
  })

  it.each([
    ['a row whose id is not that of its question', changed({ id: '0123456789abcdef' }), 'expected the id'],
    ['a question that stands twice', renderShard([...rows, ...rows.slice(0, 1)]), ''],
    ['a line that is no row', `${renderShard(rows)}{}\n`, ''],
    ['a pair of the embedded provider', changed({ flags: ['rehearsal'] }), 'embedded provider'],
  ])('leaves %s to a person, and says why', async (_what, text, reason) => {
    const { merged, told, asked } = await merging(text)
    expect({ merged, asked }).toEqual({ merged: 0, asked: [] })
    expect(told).toContain('left to you to merge')
    expect(told).toContain(reason)
  })

  it('leaves a part to a person whose question came into the database meanwhile', async () => {
    const { merged, told } = await merging(renderShard(rows), { same: true })
    expect(merged).toBe(0)
    expect(told).toContain('is there already')
  })

  it.each([
    [{ type: 'conflict', paths: ['database/README.md'] } as const, 'conflicts'],
    [{ type: 'stale' } as const, 'while it was being merged'],
    [{ type: 'refused', reason: 'The branch is protected.' } as const, 'protected'],
  ])('tells a person of %o', async (result, reason) => {
    const { merged, told } = await merging(renderShard(rows), { result })
    expect(merged).toBe(0)
    expect(told).toContain(reason)
  })

  it('merges nothing on GitHub by itself unless the configuration says so', async () => {
    const forge = { kind: 'github' as const }
    expect((await merging(renderShard(rows), { setup: { merge: 'never' } })).asked).toEqual([])
    const remote = await mergeOwnParts(
      {
        forge: {
          ...forge,
          pulls: { get: () => Promise.reject(new Error('Not asked')) } as unknown as OwnMergeSetup['forge']['pulls'],
        },
        merge: 'auto',
        openLookUp: () => () => Promise.resolve([]),
        allowRehearsal: false,
        report: () => {},
      },
      { id: 'a-00000000', parts: [part] },
    )
    expect(remote).toBe(0)
  })
})
