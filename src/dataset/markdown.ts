/**
 * Hostile text as inert Markdown on one line: no HTML, no mention, no reference to an issue, no link, no formula, no way out of a fold.
 * It must follow something else on its line (a label), because a line's first characters can open a list or a heading.
 */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g, '�')
    .replace(/[\\`*_{}[\]()|~!:.+=-]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('$', '&#36;')
    .replaceAll('@', '@&#8203;')
    .replaceAll('#', '\\#&#8203;')
    .replace(/\b(https?|ftp)\\:/gi, '$1&#8203;\\:')
    .replace(/\b(www)\\\./gi, '$1&#8203;\\.')
    .trim()
    .replace(/\s*(?:\r\n|\r|\n)\s*/g, '<br>')
    .replace(/\s+/g, ' ')

/** A link to a page whose address is https; anything else is shown as text. */
export const markdownLink = (title: string, url: string): string => {
  const parsed = URL.parse(url)
  const label = escapeMarkdown(title === '' ? url : title)
  if (parsed?.protocol !== 'https:') return `${label} (${escapeMarkdown(url)})`
  return `[${label}](<${parsed.href.replace(/[<>\\`|@\s]/g, character => encodeURIComponent(character).replace('@', '%40'))}>)`
}
