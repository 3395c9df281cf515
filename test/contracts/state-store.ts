import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PerpetualError } from '../../src/domain/errors.ts'
import type { FileChange, Forge, Head, StateStore } from '../../src/forge/forge.ts'
import { appendLine } from './append-line.ts'
import type { MakeForge } from './forge-fixture.ts'
import { useFixture } from './use-fixture.ts'

const written = async (store: StateStore, base: Head, changes: readonly FileChange[]): Promise<string> => {
  const result = await store.write(base, changes, 'Write')
  if (result.type !== 'written') throw new Error('Expected the write to be on the newest head')
  return result.head
}

export const describeStateStoreContract = (name: string, makeForge: MakeForge): void => {
  describe(`state store contract: ${name}`, () => {
    const fixture = useFixture(makeForge)

    it('is empty before the first write', async () => {
      const { state } = fixture().forge
      expect(await state.head()).toBeNull()
      expect(await state.read(null, ['a.json'])).toEqual(new Map())
      expect(await state.list(null, '')).toEqual([])
    })

    it('gives back what was written, at the head that was written', async () => {
      const { state } = fixture().forge
      const first = await written(state, null, [{ path: 'ledgers/a.json', text: '{"n":1}\n' }])
      const second = await written(state, first, [
        { path: 'ledgers/a.json', text: '{"n":2}\n' },
        { path: 'tasks/x/y.json', text: '' },
      ])
      expect(await state.head()).toBe(second)
      expect(await state.read(first, ['ledgers/a.json', 'tasks/x/y.json'])).toEqual(new Map([['ledgers/a.json', '{"n":1}\n']]))
      expect(await state.read(second, ['ledgers/a.json', 'tasks/x/y.json', 'ledgers', 'none', 'ledgers/a.json/b'])).toEqual(
        new Map([
          ['ledgers/a.json', '{"n":2}\n'],
          ['tasks/x/y.json', ''],
        ]),
      )
    })

    it('refuses a write on a head that is no longer the newest, and changes nothing by it', async () => {
      const { state } = fixture().forge
      const first = await written(state, null, [{ path: 'a', text: '1' }])
      const second = await written(state, first, [{ path: 'a', text: '2' }])
      expect(await state.write(first, [{ path: 'a', text: '3' }], 'Late')).toEqual({ type: 'stale' })
      expect(await state.write(null, [{ path: 'a', text: '4' }], 'Late')).toEqual({ type: 'stale' })
      expect(await state.head()).toBe(second)
      expect((await state.read(second, ['a'])).get('a')).toBe('2')
    })

    it('lets one of two equal writes on the same head win', async () => {
      const other = await fixture().another()
      const { state } = fixture().forge
      const base = await written(state, null, [{ path: 'a', text: '1' }])
      const results = await Promise.all([state, other.state].map(store => store.write(base, [{ path: 'a', text: '2' }], 'Same')))
      expect(results.map(result => result.type).toSorted()).toEqual(['stale', 'written'])
    })

    it('lists all files below a folder, sorted, and nothing of its neighbours', async () => {
      const { state } = fixture().forge
      const head = await written(
        state,
        null,
        ['tasks/b/2.json', 'tasks/a/1.json', 'tasks/a-b.json', 'tasks-2/x', 'top'].map(path => ({ path, text: path })),
      )
      expect(await state.list(head, 'tasks')).toEqual(['tasks/a-b.json', 'tasks/a/1.json', 'tasks/b/2.json'])
      expect(await state.list(head, 'tasks/a')).toEqual(['tasks/a/1.json'])
      expect(await state.list(head, 'none')).toEqual([])
      expect(await state.list(head, '')).toHaveLength(5)
    })

    it('removes files, and takes the removal of what is no file as done', async () => {
      const { state } = fixture().forge
      const head = await written(
        state,
        null,
        ['a/1', 'a/2', 'b'].map(path => ({ path, text: path })),
      )
      const next = await written(
        state,
        head,
        ['a/1', 'a', 'none', 'b/none'].map(path => ({ path, text: null })),
      )
      expect(await state.list(next, '')).toEqual(['a/2', 'b'])
    })

    it('takes a write of what is there already', async () => {
      const { state } = fixture().forge
      const head = await written(state, null, [{ path: 'a', text: '1' }])
      const next = await written(state, head, [{ path: 'a', text: '1' }])
      expect((await state.read(next, ['a'])).get('a')).toBe('1')
    })

    it('keeps every text and every odd name as it is', async () => {
      const { state } = fixture().forge
      let head: Head = null
      const odd = fc.stringMatching(/^[a-zé "'\\()#%+,=@~-]{1,12}$/).filter(text => text.trim() !== '' && text.trim() === text)
      await fc.assert(
        fc.asyncProperty(
          fc.dictionary(odd, fc.string({ unit: 'grapheme', maxLength: 300 }), { minKeys: 1, maxKeys: 4 }),
          async files => {
            const changes = Object.entries(files).map(([path, text]) => ({ path: `odd/${path}`, text }))
            head = await written(state, head, changes)
            expect(
              await state.read(
                head,
                changes.map(({ path }) => path),
              ),
            ).toEqual(new Map(changes.map(({ path, text }) => [path, text])))
          },
        ),
        { numRuns: 12 },
      )
    })

    it('refuses paths that lead out of the branch', async () => {
      const { state } = fixture().forge
      for (const path of ['', '/a', '../a', 'a/../b', 'a//b', './a', 'a/', '.git/config', 'a/.GIT/config', 'a\nb']) {
        await expect(state.write(null, [{ path, text: 'x' }], 'Bad')).rejects.toThrow(/file path/)
      }
      expect(await state.head()).toBeNull()
    })

    it('says in one line that a head to read from is not there', async () => {
      const { state } = fixture().forge
      await written(state, null, [{ path: 'a', text: '1' }])
      for (const head of ['1'.repeat(40), 'main', '--all', 'HEAD^{tree}\ncontents HEAD']) {
        await expect(state.read(head, ['a'])).rejects.toBeInstanceOf(PerpetualError)
      }
    })

    it('loses no line when several sessions append at once', async () => {
      const sessions: Forge[] = [fixture().forge, await fixture().another(), await fixture().another()]
      await Promise.all(
        sessions.map(async ({ state }, session) => {
          for (let n = 0; n < 5; n += 1) await appendLine(state, 'log', `${session}.${n}`)
        }),
      )
      const { state } = fixture().forge
      const lines = (await state.read(await state.head(), ['log'])).get('log')?.trim().split('\n') ?? []
      expect(new Set(lines).size).toBe(15)
      expect(lines).toHaveLength(15)
    })
  })
}
