import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

/** The code blocks of docs/pipelines.md by what stands behind their language. */
function blocks(): ReadonlyMap<string, string> {
  const text = readFileSync(`${root}docs/pipelines.md`, 'utf8')
  const found = [...text.matchAll(/^```\w+ (?<name>\S+)\n(?<body>[^]*?)^```$/gm)]
  return new Map(found.map(({ groups }) => [groups?.['name'] ?? '', groups?.['body'] ?? '']))
}

export function blockOf(name: string): string {
  const body = blocks().get(name)
  if (body === undefined) throw new Error(`docs/pipelines.md has no block ${name}`)
  return body
}

const linesOf = (hunk: string, marks: string): string =>
  hunk
    .split('\n')
    .filter(line => line !== '' && marks.includes(line.charAt(0)))
    .map(line => `${line.slice(1)}\n`)
    .join('')

/** The text with a block's changes, each of which must fit exactly one place of it. */
export function withChanges(text: string, block: string): string {
  return block.split(/\n\n/).reduce((changed, hunk) => {
    const [before, after] = [linesOf(hunk, ' -'), linesOf(hunk, ' +')]
    const places = changed.split(before).length - 1
    if (places !== 1) throw new Error(`Expected one place for a change, got ${places}:\n${hunk}`)
    return changed.replace(before, () => after)
  }, text)
}
