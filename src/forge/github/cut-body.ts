/** GitHub's limits in characters; longer texts are refused. */
export const maxBody = 65_536
const maxTitle = 256

export interface Cut {
  /** Characters that something else needs of the limit. */
  readonly reserved?: number
  readonly limit?: number
  /** Where the whole text is. */
  readonly link?: string
}

/** Whether a line is inside of a table or a code block, where a cut would break what is rendered. */
const openFence = (lines: readonly string[]): string | undefined => {
  let fence: string | undefined
  for (const line of lines) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (mark === undefined) continue
    if (fence === undefined) fence = mark
    else if (mark[0] === fence[0] && mark.length >= fence.length && line.trim() === mark) fence = undefined
  }
  return fence
}

/** Whole folds only: a `<details>` that is not closed would swallow what follows. */
const openFolds = (lines: readonly string[]): number =>
  Math.max(
    0,
    lines.filter(line => /^\s*<details/i.test(line)).length - lines.filter(line => /<\/details>\s*$/i.test(line)).length,
  )

const isTableRow = (line: string | undefined): boolean => line !== undefined && /^\s*\|/.test(line)

/** A surrogate pair stays whole. */
const sliceText = (text: string, end: number): string =>
  text.slice(0, /[\uD800-\uDBFF]/.test(text[end - 1] ?? '') ? end - 1 : end)

/** Cuts a text that is too long at the end of a line, out of tables where one begins late, and closes what is open. */
export const cutBody = (text: string, { reserved = 0, limit = maxBody, link }: Cut = {}): string => {
  if (text.length + reserved <= limit) return text
  const notice =
    link === undefined
      ? '\n\n_Cut: this is longer than GitHub takes._'
      : `\n\n_Cut: this is longer than GitHub takes. [The whole](${link})._`
  const room = limit - reserved - notice.length - 200
  const kept = sliceText(text, room)
  const lines = kept.split('\n')
  const whole = lines.length > 1 ? lines.slice(0, -1) : lines
  let end = whole.length
  while (end > 0 && isTableRow(whole[end - 1]) && whole.length - end < 200) end -= 1
  const result = end > whole.length / 2 && !isTableRow(whole[end - 1]) ? whole.slice(0, end) : whole
  const fence = openFence(result)
  const closing = [
    ...(fence === undefined ? [] : [fence]),
    ...Array.from({ length: Math.min(openFolds(result), 10) }, () => '</details>'),
  ]
  return [...result, ...closing].join('\n').trimEnd() + notice
}

export const cutTitle = (title: string): string => {
  const line = title.replaceAll(/\s+/g, ' ').trim()
  return line.length <= maxTitle ? line : `${sliceText(line, maxTitle - 1)}…`
}
