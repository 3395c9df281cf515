import { describe, expect, it } from 'vitest'
import type { Pull } from '../../../src/forge/forge.ts'
import { useFixture } from '../../contracts/use-fixture.ts'
import { gitIn, makeLocalForge } from './local-fixture.ts'

const branch = 'perpetual/p/t-1'
const path = 'inbox/droid/t/macd.json'
const text = '{\n  "macd": 1\n}\n'

describe('a delivery whose branch', () => {
  let folder = ''
  const fixture = useFixture(async () => {
    const made = await makeLocalForge({ bare: false })
    folder = made.folder
    return made
  })
  const open = (): Promise<Pull> =>
    fixture().forge.pulls.open({
      branch,
      title: 'T',
      body: '',
      labels: [],
      draft: false,
      reviewers: [],
      files: [{ path, text }],
      message: 'Deliver',
    })

  it('was given an unrelated history still tells what it brings', async () => {
    const { number } = await open()
    const orphan = gitIn(folder, ['commit-tree', '-m', 'Orphan', `${branch}^{tree}`])
    gitIn(folder, ['update-ref', `refs/heads/${branch}`, orphan])
    expect(await fixture().forge.pulls.paths(number)).toEqual([path])
    expect((await fixture().forge.pulls.get(number))?.state).toBe('open')
  })

  it('was deleted and swept away is still there as it was delivered, and can be closed', async () => {
    const { number, first } = await open()
    gitIn(folder, ['branch', '-D', branch])
    gitIn(folder, ['reflog', 'expire', '--expire=now', '--all'])
    gitIn(folder, ['gc', '--quiet', '--prune=now'])
    const { pulls, contents } = fixture().forge
    expect(await pulls.paths(number)).toEqual([path])
    expect([...(await pulls.read(number, [path]))]).toEqual([[path, text]])
    expect((await pulls.close(number)).state).toBe('closed')
    expect([...(await contents.read(first, [path]))]).toEqual([[path, text]])
  })
})
