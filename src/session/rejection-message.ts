import { oneLine } from '../domain/one-line.ts'
import type { FoundPart } from './find-part.ts'

export interface NamedRejection {
  readonly handles: readonly string[]
  readonly because: string
  /** Who asked for it; null where it is whoever made the commit. */
  readonly by: string | null
}

const longestReason = 300
const mostHandles = 40
/** Rejections named in one message; the comments have them all. */
const mostLines = 50

/** What GitHub acts on in a commit's message: mentions, closed issues, addresses of issues, `[skip ci]`. */
const active: Readonly<Record<string, string>> = { '@': '＠', '#': '＃', '[': '［', ']': '］', '://': ':／／' }

/** A foreign text for a commit's message, with full-width signs where GitHub would act on plain ones. */
const inertLine = (text: string): string =>
  oneLine(text, longestReason)
    .replaceAll(/[@#[\]]|:\/\//g, sign => active[sign] ?? sign)
    .replaceAll(/\b(gh)-(?=\d)/gi, '$1‑')

/** The subject names the part and every other line begins with a dash, so that none of them can pass for a trailer. */
export function renderRejection({ task, part }: FoundPart, rejections: readonly NamedRejection[]): string {
  const count = new Set(rejections.flatMap(({ handles }) => handles)).size
  const lines = rejections.slice(0, mostLines).map(({ handles, because, by }) => {
    const more = handles.length > mostHandles ? ` and ${handles.length - mostHandles} more` : ''
    const reason = inertLine(because)
    return `- ${handles.slice(0, mostHandles).join(', ')}${more}${by === null ? '' : ` by ${inertLine(by)}`}${reason === '' ? '' : `, because ${reason}`}`
  })
  return [`Reject ${count} ${count === 1 ? 'pair' : 'pairs'} of ${task.id}, part ${part.part}`, '', ...lines].join('\n')
}
