import { PerpetualError } from '../domain/errors.ts'
import { partLimits } from './parts.ts'
import { isReviewedPath, readHandles } from './reviewed-file.ts'

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

/** How a part differs from what was delivered. */
export interface ReviewComparison {
  readonly delivered: number
  /** Pairs that are still there, edited ones included. */
  readonly kept: number
  /** Handles whose text a reviewer changed. */
  readonly edited: readonly string[]
  readonly removed: readonly string[]
}

const handlesOf = (path: string, text: string | undefined): ReadonlyMap<string, string> =>
  text === undefined ? new Map() : readHandles({ path, text })

/** Compares the files of a part, by path, as delivered and as they stand; a file that is gone lost all its pairs. Throws naming the file that cannot be read. */
export const compareDelivery = (texts: {
  readonly delivered: ReadonlyMap<string, string>
  readonly kept: ReadonlyMap<string, string>
}): ReviewComparison => {
  const edited: string[] = []
  const removed: string[] = []
  let total = 0
  let left = 0
  for (const [path, text] of texts.delivered) {
    if (!isReviewedPath(path)) continue
    const kept = handlesOf(path, texts.kept.get(path))
    for (const [handle, hash] of handlesOf(path, text)) {
      total++
      const now = kept.get(handle)
      if (now === undefined) removed.push(handle)
      else left++
      if (now !== undefined && now !== hash) edited.push(handle)
    }
  }
  return { delivered: total, kept: left, edited, removed }
}
