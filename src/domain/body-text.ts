/** Characters that Markdown, GitHub or an editor would change or hide, anywhere in a text. */
const fragile = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu
const escapeCharacter = (character: string): string => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
/** Every character as an escape, for spaces that would get lost. */
export const escapeAll = (text: string): string => Array.from(text, escapeCharacter).join('')

/** The spaces at a text's end as escapes; a pattern for them takes quadratic time on spaces that end before it does. */
export const escapeEnd = (text: string): string => {
  const kept = text.trimEnd()
  return kept + escapeAll(text.slice(kept.length))
}

/**
 * A foreign text as one that survives being written into an issue and read again: backslashes are doubled, invisible
 * characters and spaces at the ends become `\u{20}`, and `<` before a tag or comment too, so that it cannot hide or imitate one.
 */
export const escapeText = (text: string): string =>
  escapeEnd(
    text
      .replaceAll('\\', '\\\\')
      .replaceAll(fragile, character => (character === '\n' ? character : escapeCharacter(character)))
      .replaceAll(/<(?=[!/?a-z])/gi, escapeCharacter)
      .replace(/^\s+/u, escapeAll),
  )

const readEscape = (whole: string, hex: string | undefined): string => {
  if (hex === undefined) return whole.slice(1)
  const code = Number.parseInt(hex, 16)
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole
}

/** Undoes `escapeText`; a backslash that a person wrote before anything else stays. */
export const unescapeText = (text: string, escaped = '\\\\'): string =>
  text.replaceAll(new RegExp(`\\\\(?:u\\{([0-9a-f]{1,6})\\}|[${escaped}])`, 'g'), readEscape)

/** A body without what editors and browsers add: CRLF line ends and a byte order mark. */
export const normalizeBody = (text: string): string => text.replace(/^\u{feff}/u, '').replaceAll(/\r\n?/g, '\n')

/** The sections of an issue form's body by heading in lower case: `### Heading`, then the value. */
export function readSections(body: string): ReadonlyMap<string, readonly string[]> {
  const sections = new Map<string, string[]>()
  for (const part of `\n${normalizeBody(body)}`.split(/\n(?=### )/).slice(1)) {
    const end = part.indexOf('\n')
    const heading = (end === -1 ? part : part.slice(0, end)).slice(4).trim().toLowerCase()
    const value = end === -1 ? '' : part.slice(end + 1)
    const values = sections.get(heading)
    if (values === undefined) sections.set(heading, [value])
    else values.push(value)
  }
  return sections
}
