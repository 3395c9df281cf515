import { readFile, stat } from 'node:fs/promises'
import { isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml'
import { PerpetualError } from '../domain/errors.ts'
import { looksSecret, plain } from './show.ts'

/** Configuration and tasks are written by people; a larger file is something else. */
const longestBytes = 1_000_000

const refuse = (message: string, cause?: unknown): PerpetualError => new PerpetualError(message, { actBy: 'fix-config', cause })

const hasCode = (error: unknown, codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code)

/** The text of a file as UTF-8; undefined where there is none. Throws `fix-config` for what is too long, no file or no text. */
export async function readText(path: string, file: string): Promise<string | undefined> {
  let bytes: Uint8Array
  try {
    const found = await stat(path)
    if (!found.isFile()) throw refuse(`Expected a file, got a folder or device (${file})`)
    if (found.size > longestBytes)
      throw refuse(`Expected at most 1 MB of text, got ${Math.ceil(found.size / 1_000_000)} MB (${file})`)
    bytes = await readFile(path)
  } catch (error) {
    if (hasCode(error, ['ENOENT', 'ENOTDIR'])) return undefined
    if (error instanceof PerpetualError) throw error
    throw refuse(`Expected a file that can be read (${file}): ${error instanceof Error ? error.message : String(error)}`, error)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw refuse(`Expected text in UTF-8, got other bytes (${file})`, error)
  }
}

const firstSentence = (message: string): string => {
  const line = plain((message.split('\n')[0] ?? '').slice(0, 200)).replace(/[.:]$/, '')
  return looksSecret(line) ? 'the syntax is wrong' : line
}

/** Where a map names a key for the second time; the parser's own check takes quadratic time. */
function secondKeyAt(document: Document.Parsed): number | undefined {
  let at: number | undefined
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<string>()
      for (const { key } of map.items) {
        if (!isScalar(key)) continue
        const name = String(key.value)
        if (seen.has(name)) {
          at = key.range?.[0] ?? 0
          return visit.BREAK
        }
        seen.add(name)
      }
      return undefined
    },
  })
  return at
}

function readDocument(text: string, file: string): unknown {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false })
  const refuseAt = (offset: number, reason: string): PerpetualError => {
    const { line, col } = lines.linePos(offset)
    return refuse(`Expected valid YAML, but ${reason} (${file}, line ${line}, column ${col})`)
  }
  const [error] = [...document.errors, ...document.warnings]
  if (error !== undefined) throw refuseAt(error.pos[0], firstSentence(error.message))
  const second = secondKeyAt(document)
  if (second !== undefined) throw refuseAt(second, 'a map has the same key twice')
  try {
    // Aliases may be used, but not to make a short file into a large value.
    const value: unknown = document.toJS({ maxAliasCount: 100 })
    return value ?? undefined
  } catch {
    throw refuse(`Expected a plain YAML file, but its aliases (\`*name\`) multiply too often (${file})`)
  }
}

/** A YAML 1.2 document as plain values; an empty one is undefined. Throws `fix-config` with line and column. */
export function parseYaml(text: string, file: string): unknown {
  if (Buffer.byteLength(text) > longestBytes) throw refuse(`Expected at most 1 MB of text (${file})`)
  try {
    return readDocument(text, file)
  } catch (error) {
    // The parser recurses: `[[[[…` ends the stack before it ends the text.
    if (error instanceof RangeError) throw refuse(`Expected a plain YAML file, but it is nested too deeply (${file})`)
    throw error
  }
}
