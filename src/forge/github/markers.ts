import { cutBody } from './cut-body.ts'

/** What a marker is on: one of an issue is not found on a comment. */
export type MarkerKind = 'issue' | 'comment' | 'discussion'

/** Only at the very end and on a line of its own, as the automation writes it: a text that is quoted may imitate one. */
const whole = /^<!-- perpetual-(issue|comment|discussion) ([\w.!~*'()%-]+) -->\s*$/

export interface Marked {
  readonly body: string
  readonly kind: string
  readonly marker: string
}

/** The body without its marker; the marker counts only together with the author. */
export const readMarked = (text: string): Marked | undefined => {
  // From its last beginning on, so that a stranger's 65,536 line breaks take no quadratic time.
  const start = text.lastIndexOf('<!-- perpetual-')
  const isOwnLine = start === 0 || text[start - 1] === '\n'
  const found = isOwnLine ? whole.exec(text.slice(start)) : null
  if (found === null) return undefined
  const [, kind = '', encoded = ''] = found
  let end = start
  while (text[end - 1] === '\n') end -= 1
  try {
    return { body: text.slice(0, end), kind, marker: decodeURIComponent(encoded) }
  } catch {
    return undefined
  }
}

const render = (kind: MarkerKind, marker: string): string => `<!-- perpetual-${kind} ${encodeURIComponent(marker)} -->`

/** A body with its marker at the end, hidden from readers, and within GitHub's limit. */
export const withMarker = (body: string, kind: MarkerKind, marker: string): string => {
  const rendered = render(kind, marker)
  const text = cutBody(body, { reserved: rendered.length + 2 })
  return text === '' ? rendered : `${text}\n\n${rendered}`
}
