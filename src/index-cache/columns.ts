import type { SQLOutputValue } from 'node:sqlite'
import { DamagedIndexError } from './open-sqlite.ts'

export type Row = Readonly<Record<string, SQLOutputValue>>

const wrong = (column: string): DamagedIndexError =>
  new DamagedIndexError(`Expected another kind of value in the column ${column}`)

export function numberIn(row: Row, column: string): number {
  const value = row[column]
  if (typeof value === 'number') return value
  throw wrong(column)
}

export function textIn(row: Row, column: string): string {
  const value = row[column]
  if (typeof value === 'string') return value
  throw wrong(column)
}

/** A blob of 32-bit numbers as this machine writes them: a cache is never carried to another one. */
export function numbersIn(row: Row, column: string): Int32Array {
  const value = row[column]
  if (!(value instanceof Uint8Array) || value.byteLength % 4 !== 0) throw wrong(column)
  return value.byteOffset % 4 === 0
    ? new Int32Array(value.buffer, value.byteOffset, value.byteLength / 4)
    : new Int32Array(value.slice().buffer)
}

export const blobOf = (numbers: Int32Array): Uint8Array => new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
