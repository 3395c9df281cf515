import { PerpetualError } from '../domain/errors.ts'
import { rowSha256 } from './call-lines.ts'
import { parsePairFile, renderPairFile } from './pair-rows.ts'
import { partLimits } from './parts.ts'

const handlePattern = /^([a-z0-9][a-z0-9-]{0,39})\.(\d{1,5})(?:-(\d{1,5}))?$/

const expand = (written: string): string[] => {
  const [, unit, from, to] = handlePattern.exec(written) ?? []
  const wrong = (found: string): PerpetualError =>
    new PerpetualError(`Expected handles like \`macd.3\` or \`macd.7-9\`, got ${JSON.stringify(found.slice(0, 60))}`, {
      actBy: 'fix-config',
    })
  if (unit === undefined || from === undefined) throw wrong(written)
  const first = Number(from)
  const count = Number(to ?? from) - first + 1
  if (count < 1 || count > partLimits.pairs) throw wrong(written)
  return Array.from({ length: count }, (_, i) => `${unit}.${first + i}`)
}

/** The handles in `macd.3 macd.7-9`, ranges spelled out, each once. Throws where something else stands among them, or nothing at all. */
export const parseHandles = (text: string): readonly string[] => {
  const written = text.split(/[\s,]+/).filter(word => word !== '')
  if (written.length === 0)
    throw new PerpetualError('Expected handles like `macd.3` or `macd.7-9`, got none', { actBy: 'fix-config' })
  return [...new Set(written.flatMap(expand))]
}

/** Takes pairs out of a pair file. `removed` names those that stood in it; without any the text comes back as it was. */
export const rejectPairs = (
  pairFileText: string,
  handles: readonly string[],
): { readonly text: string; readonly removed: readonly string[] } => {
  const file = parsePairFile(pairFileText)
  const wanted = new Set(handles)
  const removed = file.pairs.map(row => row.handle).filter(handle => wanted.has(handle))
  if (removed.length === 0) return { text: pairFileText, removed }
  return { text: renderPairFile({ ...file, pairs: file.pairs.filter(row => !wanted.has(row.handle)) }), removed }
}

/** How a part differs from what was delivered. */
export interface ReviewComparison {
  readonly delivered: number
  /** Pairs that are still there, edited ones included. */
  readonly kept: number
  /** Handles whose text a reviewer changed. */
  readonly edited: readonly string[]
  readonly removed: readonly string[]
}

const rowsOf = (path: string, text: string | undefined): Map<string, string> => {
  if (text === undefined) return new Map()
  try {
    return new Map(parsePairFile(text).pairs.map(row => [row.handle, rowSha256(row)]))
  } catch (error) {
    if (!(error instanceof PerpetualError)) throw error
    throw new PerpetualError(`${path}: ${error.message}`, { actBy: error.actBy, cause: error })
  }
}

/** Compares the pair files of a part, by path, as delivered and as they stand; a file that is gone lost all its pairs. Throws naming the file that cannot be read. */
export const compareDelivery = (texts: {
  readonly delivered: ReadonlyMap<string, string>
  readonly kept: ReadonlyMap<string, string>
}): ReviewComparison => {
  const edited: string[] = []
  const removed: string[] = []
  let total = 0
  let left = 0
  for (const [path, text] of texts.delivered) {
    if (!path.endsWith('.json')) continue
    const kept = rowsOf(path, texts.kept.get(path))
    for (const [handle, hash] of rowsOf(path, text)) {
      total++
      const now = kept.get(handle)
      if (now === undefined) removed.push(handle)
      else left++
      if (now !== undefined && now !== hash) edited.push(handle)
    }
  }
  return { delivered: total, kept: left, edited, removed }
}
