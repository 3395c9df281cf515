import { escapeMarkdown, markdownLink, unescapeMarkdown } from '../dataset/markdown.ts'
import { oneLine } from '../domain/one-line.ts'
import { grouped } from './amount.ts'

/** A piece of a report; its texts are Markdown in which everything foreign is escaped already. */
export type Block =
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'paragraph'; readonly text: string }
  /** `more` rows were cut. A column whose head begins with a space holds numbers. */
  | {
      readonly type: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
      readonly more: number
    }
  | { readonly type: 'list'; readonly items: readonly string[]; readonly more: number }
  /** A Mermaid block, which GitHub draws. */
  | { readonly type: 'picture'; readonly markdown: string }

/** Names, paths, times and plain words, which mean nothing in Markdown wherever in a line they stand. */
const innocent = /^(?!-|\d+[.)])(?:[A-Za-z0-9 ,;()'/.-]|(?<=[A-Za-z0-9])_(?=[A-Za-z0-9])|(?<=T\d\d):(?=\d\dZ))*$/
const linking = /\bgh-\d|\bwww\.|\/\//i

/** Foreign text inside of a line: cut, and harmless; what is harmless by itself stays as it is, for who reads the file. */
export function inline(text: string, most = 100): string {
  const line = oneLine(text, most)
  return innocent.test(line) && !linking.test(line) ? line : escapeMarkdown(line)
}

/** Characters; those of forges are far shorter. */
const longestAddress = 300

/** A pull request that leads to its page where there is one; a bare number GitHub links by itself, in issues and discussions. */
export function pullLink(number: number, url: string): string {
  const link = url.length > longestAddress ? '' : markdownLink(String(number), url)
  return link.startsWith('[') ? link.replace('[', '[#') : `#${number}`
}

/** `1 task`, `1,000 tasks`. */
export const plural = (count: number, one: string, many: string): string => `${grouped(count)} ${count === 1 ? one : many}`

const isNumeric = (head: string): boolean => head.startsWith(' ')

const cut = <Item>(items: readonly Item[], most: number) => ({
  shown: items.slice(0, most),
  more: Math.max(0, items.length - most),
})

/** Nothing where there is nothing to list. */
export function listOf(items: readonly string[], most: number): readonly Block[] {
  const { shown, more } = cut(items, most)
  return shown.length === 0 ? [] : [{ type: 'list', items: shown, more }]
}

export function tableOf(head: readonly string[], rows: readonly (readonly string[])[], most: number): readonly Block[] {
  const { shown, more } = cut(rows, most)
  return shown.length === 0 ? [] : [{ type: 'table', head, rows: shown, more }]
}

export const heading = (text: string): Block => ({ type: 'heading', text })
export const paragraph = (text: string): Block => ({ type: 'paragraph', text })

const tableRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

function blockAsMarkdown(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `## ${block.text}`
    case 'paragraph':
      return block.text
    case 'picture':
      return block.markdown.trimEnd()
    case 'list':
      return [...block.items.map(item => `- ${item}`), ...(block.more > 0 ? [`- and ${block.more} more`] : [])].join('\n')
    case 'table':
      return [
        tableRow(block.head.map(head => head.trim())),
        tableRow(block.head.map(head => (isNumeric(head) ? '---:' : '---'))),
        ...block.rows.map(tableRow),
        ...(block.more > 0 ? ['', `And ${block.more} more.`] : []),
      ].join('\n')
  }
}

/** Ends with a line break. */
export const asMarkdown = (blocks: readonly Block[]): string => `${blocks.map(blockAsMarkdown).join('\n\n')}\n`

/** A link as its label alone, code and stress without their signs, and everything escaped as it was. */
const asText = (markdown: string): string =>
  unescapeMarkdown(
    markdown
      .replaceAll(/\[((?:\\.|[^\]\\])*)\]\(<[^>]*>\)/g, '$1')
      .replaceAll('<br>', ' ')
      .replaceAll(/(?<!\\)(?:\*\*|`)|^_|_$/g, ''),
  )

function tableAsText({ head, rows, more }: Extract<Block, { readonly type: 'table' }>): string {
  const lines = [head.map(name => name.trim().toUpperCase()), ...rows.map(row => row.map(asText))]
  const widths = head.map((_, column) => Math.max(...lines.map(line => line[column]?.length ?? 0)))
  const cells = lines.map(line =>
    head
      .map((name, column) => {
        const [text, width] = [line[column] ?? '', widths[column] ?? 0]
        return isNumeric(name) ? text.padStart(width) : text.padEnd(width)
      })
      .join('  ')
      .trimEnd(),
  )
  return [...cells, ...(more > 0 ? [`and ${more} more`] : [])].map(line => `  ${line}`).join('\n')
}

function blockAsText(block: Exclude<Block, { readonly type: 'picture' }>): string {
  switch (block.type) {
    case 'heading':
      return block.text.toUpperCase()
    case 'paragraph':
      return asText(block.text)
    case 'list':
      return [...block.items.map(item => `  - ${asText(item)}`), ...(block.more > 0 ? [`  - and ${block.more} more`] : [])].join(
        '\n',
      )
    case 'table':
      return tableAsText(block)
  }
}

/** For a terminal: columns under each other, and no pictures; a heading of pictures alone is left out with them. */
export const asTerminalText = (blocks: readonly Block[]): string =>
  blocks
    .flatMap((block, index) => {
      const isBare = block.type === 'heading' && blocks[index + 1]?.type === 'picture'
      return block.type === 'picture' || isBare ? [] : [blockAsText(block)]
    })
    .join('\n\n')
