import { rename } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { z } from 'zod'
import { buildSqlite } from '../../database/build-sqlite.ts'
import { writeParquet } from '../../database/parquet.ts'
import { withScratch } from '../../database/scratch.ts'
import type { DatabaseRow } from '../../dataset/database/row.ts'
import type { Finish, Invocation, Start } from '../command.ts'
import { cacheOf, type OpenedDatabase, withDatabase } from './open-source.ts'

const optionsSchema = z.object({ output: z.string().optional(), parquet: z.boolean().default(false) })
type Options = z.infer<typeof optionsSchema>

const help = `
The file has the tables pairs, citations, pairs_text (full-text search) and meta. Without --output it lies in the
cache that \`perpetual database search\` uses: PERPETUAL_CACHE, else ~/.cache/perpetual. Retracted pairs are left out.

Examples:
  perpetual database build
  perpetual database build --output pairs.sqlite --parquet`

/** The cache's file, by its folder. */
export const sqliteIn = (cache: string): string => join(cache, 'pairs.sqlite')

/** Beside the SQLite file, with its name. */
const parquetBeside = (file: string): string => `${file.replace(/\.(?:sqlite3?|db)$/i, '')}.parquet`

async function buildParquet({ source, project, onShard }: OpenedDatabase, file: string): Promise<void> {
  const progress = onShard('Writing Parquet')
  async function* rows(): AsyncGenerator<DatabaseRow> {
    let shards = 0
    for await (const shard of source.rows()) {
      yield* shard.rows
      shards += 1
      progress(shards)
    }
  }
  await withScratch(file, async scratch => {
    await writeParquet(scratch, rows(), project.config.dataset.license)
    await rename(scratch, file)
  })
}

const build = (invocation: Invocation, { output, parquet }: Options): Promise<Finish> =>
  withDatabase(invocation, async opened => {
    const { source, project, onShard } = opened
    const file = output === undefined ? sqliteIn(await cacheOf(project)) : resolve(invocation.folder, output)
    const { license } = project.config.dataset
    const rows = await buildSqlite(source, { file, license, onShard: onShard('Building') })
    const beside = parquet ? parquetBeside(file) : null
    if (beside !== null) await buildParquet(opened, beside)
    invocation.output.result(`${rows} pairs in ${[file, ...(beside === null ? [] : [beside])].join(' and ')}`)
    return { json: { rows, commit: source.head, sqlite: file, parquet: beside } }
  })

export function define(command: Command, start: Start): void {
  command
    .addHelpText('after', help)
    .option('--output <file>', 'where the SQLite file goes')
    .option('--parquet', 'a Parquet file beside it too')
    .action(() => start(command, invocation => build(invocation, optionsSchema.parse(command.opts()))))
}
