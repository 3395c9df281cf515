import type { SchemaElement } from 'hyparquet-writer'
import { columns, flatRow } from '../dataset/database/export-rows.ts'
import type { DatabaseRow } from '../dataset/database/row.ts'

/** Rows that are in memory at a time; the first group is small, so that a viewer shows something at once. */
const rowGroups = [1000, 5000]

const leaf = (name: string, kind: 'text' | 'number'): SchemaElement =>
  kind === 'text'
    ? { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' }
    : { name, type: 'DOUBLE', repetition_type: 'REQUIRED' }

/** A list as Arrow and `datasets` write it: a group `list` of `element`s. */
const elementsOf = (name: string, kind: (typeof columns)[keyof typeof columns]): SchemaElement[] => {
  if (kind === 'text' || kind === 'number') return [leaf(name, kind)]
  return [
    { name, repetition_type: 'REQUIRED', converted_type: 'LIST', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    leaf('element', kind === 'texts' ? 'text' : 'number'),
  ]
}

const entries = Object.entries(columns)
const schema: SchemaElement[] = [
  { name: 'schema', num_children: entries.length },
  ...entries.flatMap(([name, kind]) => elementsOf(name, kind)),
]

/** Writes rows as a Parquet file with one type a column; rows are pulled as they are written. */
export async function writeParquet(file: string, rows: AsyncIterable<DatabaseRow>, license: string): Promise<number> {
  // Loaded late: most commands write none.
  const { fileWriter, parquetWriteRows } = await import('hyparquet-writer')
  let count = 0
  async function* flat() {
    for await (const row of rows) {
      count += 1
      yield { ...flatRow(row, license) }
    }
  }
  await parquetWriteRows({
    writer: fileWriter(file),
    rows: flat(),
    columns: entries.map(([name]) => ({ name })),
    schema,
    rowGroupSize: rowGroups,
    createdBy: 'perpetual',
  })
  return count
}
