import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { renderCard } from '../dataset/database/card.ts'
import { createFilter, type ExportFilter, type LineFormat, lineFormats } from '../dataset/database/export-rows.ts'
import type { DatabaseRow } from '../dataset/database/row.ts'
import { createTally } from '../dataset/database/tally.ts'
import { PerpetualError } from '../domain/errors.ts'
import { writeParquet } from './parquet.ts'
import type { DatabaseSource } from './source.ts'
import { withScratch } from './scratch.ts'

export const exportFormats = ['messages', 'sharegpt', 'alpaca', 'parquet', 'huggingface', 'jsonl'] as const
export type ExportFormat = (typeof exportFormats)[number]

export interface ExportOptions {
  readonly format: ExportFormat
  /** Absolute; made where it is missing. */
  readonly folder: string
  /** Writes into a folder that is not empty: files of the same names and older Parquet files of `data/` are replaced, others stay. */
  readonly force: boolean
  readonly filter: ExportFilter
  readonly license: string
  readonly language: string
  readonly goal: number
  readonly onShard: (done: number) => void
}

export interface Exported {
  readonly rows: number
  /** Rows that the filter left out. */
  readonly left: number
  /** From the folder. */
  readonly files: readonly string[]
}

/** `datasets` reads files of this size in parallel. */
const rowsPerFile = 50_000
const partName = (index: number, count: number): string =>
  `train-${String(index).padStart(5, '0')}-of-${String(count).padStart(5, '0')}.parquet`

const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw new PerpetualError(`Expected \`--output\` to be a folder or free, got ${folder}`, { actBy: 'fix-config', cause: error })
  }
}

/** Some of a stream of rows: one that is not exhausted goes on where it was. */
async function* take(rows: AsyncIterator<DatabaseRow>, first: DatabaseRow): AsyncGenerator<DatabaseRow> {
  yield first
  for (let count = 1; count < rowsPerFile; count += 1) {
    const next = await rows.next()
    if (next.done === true) return
    yield next.value
  }
}

/** As many Parquet files as the rows need, named once their number is known. */
async function writeParts(folder: string, rows: AsyncIterator<DatabaseRow>, license: string): Promise<readonly string[]> {
  await mkdir(join(folder, 'data'))
  const made: string[] = []
  for (let next = await rows.next(); next.done !== true; next = await rows.next()) {
    const file = join(folder, 'data', `part-${made.length}`)
    await writeParquet(file, take(rows, next.value), license)
    made.push(file)
  }
  if (made.length === 0) {
    made.push(join(folder, 'data', 'part-0'))
    await writeParquet(made.join(), (async function* () {})(), license)
  }
  const names = made.map((_, index) => `data/${partName(index, made.length)}`)
  for (const [index, name] of names.entries()) await rename(made[index] ?? '', join(folder, name))
  return names
}

async function writeLines(
  folder: string,
  rows: AsyncIterable<DatabaseRow>,
  options: ExportOptions & { readonly format: LineFormat },
) {
  const name = `${options.format}.jsonl`
  const render = lineFormats[options.format]
  async function* lines() {
    for await (const row of rows) yield `${JSON.stringify(render(row, options.license))}\n`
  }
  await pipeline(lines(), createWriteStream(join(folder, name)))
  return [name]
}

/** Puts finished files in place: a new folder at once, into one that is there file by file. */
async function putInPlace(scratch: string, { folder, force }: ExportOptions, files: readonly string[]): Promise<void> {
  const there = await namesIn(folder)
  if (there.length === 0) {
    await rm(folder, { recursive: true, force: true })
    await rename(scratch, folder)
    return
  }
  if (!force) throw notEmpty(folder)
  const old = (await namesIn(join(folder, 'data'))).filter(name => /^train-\d{5}-of-\d{5}\.parquet$/.test(name))
  // Two exports in one folder would be read as one dataset, with every row twice.
  for (const name of old) await rm(join(folder, 'data', name))
  for (const file of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await rename(join(scratch, file), join(folder, file))
  }
}

const notEmpty = (folder: string): PerpetualError =>
  new PerpetualError(
    `Expected \`--output\` to be an empty or new folder, got ${folder}, which has files. \`--force\` writes into it.`,
    {
      actBy: 'fix-config',
    },
  )

/** Writes what the filter lets through in one of the formats; a new folder is there with all of it or not at all. */
export async function exportFolder(source: DatabaseSource, options: ExportOptions): Promise<Exported> {
  const { folder, force, format, license, language, goal, onShard } = options
  if (!force && (await namesIn(folder)).length > 0) throw notEmpty(folder)
  const isWanted = createFilter(options.filter)
  const tally = createTally()
  let left = 0
  async function* wanted(): AsyncGenerator<DatabaseRow> {
    let shards = 0
    for await (const { rows } of source.rows()) {
      for (const row of rows) {
        if (isWanted(row)) {
          tally.add(row)
          yield row
        } else left += 1
      }
      shards += 1
      onShard(shards)
    }
  }
  const write = async (scratch: string): Promise<readonly string[]> => {
    if (format === 'parquet') {
      await writeParquet(join(scratch, 'pairs.parquet'), wanted(), license)
      return ['pairs.parquet']
    }
    if (format !== 'huggingface') return writeLines(scratch, wanted(), { ...options, format })
    const parts = await writeParts(scratch, wanted(), license)
    const totals = { ...tally.totals(), retracted: 0, erased: 0 }
    const manifest = { goal, rows: totals.rows, totals }
    const dataset = { language, license }
    const card = renderCard({ title: 'Question-and-answer pairs', manifest, dataset, dataFiles: 'data/train-*.parquet' })
    await writeFile(join(scratch, 'README.md'), card)
    return [...parts, 'README.md']
  }
  return withScratch(folder, async scratch => {
    await mkdir(scratch)
    const files = await write(scratch)
    await putInPlace(scratch, options, files)
    return { rows: tally.totals().rows, left, files }
  })
}
