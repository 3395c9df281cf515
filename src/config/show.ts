/** What provider keys, tokens and passwords look like: a known beginning, or a long word that mixes letters and digits. */
const secretPatterns = [
  /\b(?:sk|pk|rk)-[\w-]{6,}/i,
  /\bAIza[\w-]{10,}/,
  /\b(?:gh[opusr]|github_pat|glpat|hf|xox[abpr])[_-]\w{10,}/,
  /\beyJ[\w-]{10,}/,
  /(?=[\w.-]*\d)(?=[\w.-]*[a-z])[\w.-]*[\da-f]{16}[\w.-]*/i,
  /(?=\w*\d)(?=\w*[a-z])\w{28,}/i,
]

/** The patterns take quadratic time, and of no text more than this is ever printed. */
const longestRead = 500

/** True where the beginning of a text probably holds a key, which must never be printed. */
export const looksSecret = (text: string): boolean => {
  const beginning = text.slice(0, longestRead)
  return secretPatterns.some(pattern => pattern.test(beginning))
}

const longestShown = 60

/** Control characters, line separators and direction marks as escapes, so that foreign text cannot redraw a terminal or a log. */
export const plain = (text: string): string =>
  text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, character => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)

/** A foreign value for an error's line: short, harmless in a terminal, and hidden where it looks like a key. */
export function show(value: unknown): string {
  if (value === undefined || value === null) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return 'a map'
  const text = String(value)
  if (looksSecret(text)) return 'a value that looks like a key (not shown here)'
  const short = text.length > longestShown ? `${text.slice(0, longestShown)}…` : text
  return `\`${plain(short)}\``
}
