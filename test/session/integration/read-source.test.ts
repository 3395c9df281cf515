import { describe, expect, it } from 'vitest'
import { manifestPath, retractionsPath } from '../../../src/dataset/database/paths.ts'
import { renderShard } from '../../../src/dataset/database/row.ts'
import { GoneCommitError } from '../../../src/domain/errors.ts'
import type { Head } from '../../../src/forge/forge.ts'
import { readCardTexts } from '../../../src/session/integration/card.ts'
import { readDeliveredTexts, type SourceSetup } from '../../../src/session/integration/read-source.ts'
import { rows } from '../../dataset/database/sample-rows.ts'

const path = 'inbox/droid/session_01/macd.json'
const shard = { path: 'database/2026/11/a-00000000.jsonl', text: renderShard(rows(2)) }

/** A repository whose history was rewritten: the same files, at another commit. */
const rewritten = (files: Readonly<Record<string, string>>): SourceSetup => {
  const at = (head: Head): void => {
    if (head !== 'new') throw new GoneCommitError(head ?? '')
  }
  const unused = () => Promise.reject(new Error('Not asked'))
  return {
    forge: {
      contents: {
        head: () => Promise.resolve('new'),
        list: async (head, folder) => (at(head), Object.keys(files).filter(each => each.startsWith(`${folder}/`))),
        read: async (head, wanted) => (
          at(head),
          new Map(wanted.flatMap(each => (each in files ? [[each, files[each] ?? '']] : [])))
        ),
        readBytes: async (head, wanted) => (at(head), wanted in files ? Buffer.from(files[wanted] ?? '') : undefined),
        versions: unused,
      },
    },
    book: {
      tasks: () => Promise.resolve([]),
      store: { head: unused, knownHead: () => undefined, read: unused, list: unused, write: unused },
    },
  }
}

describe('a task whose commit a rewritten history has no more', () => {
  it('finds its delivery on the default branch, so that nothing delivered is put aside for it', async () => {
    const setup = rewritten({ [path]: '{}', [path.replace('.json', '.calls.jsonl')]: 'calls' })
    const read = await readDeliveredTexts(setup, { path, commit: 'old' })
    expect(Buffer.from(read.bytes ?? []).toString()).toBe('{}')
    expect(read.callsText).toBe('calls')
  })

  it('counts the shards that are there now into the card, but for those that nobody can read', async () => {
    const setup = rewritten({
      [shard.path]: shard.text,
      'database/2026/11/broken.jsonl': '{}\n',
      [manifestPath]: '{"version":1,"goal":1,"rows":0}',
    })
    await expect(readCardTexts(setup.forge, 'old')).rejects.toThrow('Expected a manifest')
    const sound = rewritten({ [shard.path]: shard.text, 'database/2026/11/broken.jsonl': '{}\n', [retractionsPath]: '' })
    expect((await readCardTexts(sound.forge, 'old')).shards).toEqual([shard])
  })
})
