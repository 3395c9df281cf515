import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { extendManifest, renderManifest } from '../../src/dataset/database/manifest.ts'
import type { DatabaseRow, Shard } from '../../src/dataset/database/row.ts'
import { shardsOf } from '../dataset/database/sample-rows.ts'
import { git, inProcess, makeFolder, makeRepository, type Ran } from './perpetual.ts'

export interface DatabaseRepository {
  readonly folder: string
  readonly shards: readonly Shard[]
  readonly environment: Readonly<Record<string, string>>
  /** The command in this process. */
  run(...args: readonly string[]): Promise<Ran>
  /** Its object with `--json`. */
  json(...args: readonly string[]): Promise<Record<string, unknown>>
  /** Commits files on the default branch. */
  commit(files: Readonly<Record<string, string>>): void
}

/** A data repository whose database has these rows and a manifest of them, with a licence. */
export function makeDatabase(rows: readonly DatabaseRow[], config = 'dataset: { license: CC-BY-4.0 }\n'): DatabaseRepository {
  const folder = makeRepository()
  const environment = { PERPETUAL_CACHE: makeFolder(), HOME: folder }
  const commit = (files: Readonly<Record<string, string>>): void => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    git(folder, 'add', '.')
    git(folder, 'commit', '-q', '-m', 'Change')
  }
  const shards = shardsOf(rows)
  const manifest = extendManifest(null, shards, { goal: 30_000, retracted: new Set() })
  commit({
    '.github/perpetual.yml': config,
    'database/manifest.json': renderManifest(manifest),
    ...Object.fromEntries(shards.map(({ path, text }) => [path, text])),
  })
  const run = (...args: readonly string[]): Promise<Ran> => inProcess(['database', ...args], folder, environment)
  return {
    folder,
    shards,
    environment,
    run,
    json: async (...args) => {
      const ran = await run(...args, '--json')
      return JSON.parse(ran.stdout) as Record<string, unknown>
    },
    commit,
  }
}

/** Object ids of all shards on the default branch, by path. */
export const shardObjects = (folder: string): string => git(folder, 'ls-tree', '-r', 'main', '--', 'database/2026/')
