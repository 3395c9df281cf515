/** Characters that nobody sees, tags and halves of surrogate pairs among them. */
const hidden = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu
const special = /\b(?:https?|ftp)(?=:)|\bwww(?=\.)|\bgh(?=-\d)|[!-/:-@[-`{-~]/gi

/** Entities for what opens HTML or a formula; an invisible space behind what GitHub would link: accounts, issues, addresses. */
const inert: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  $: '&#36;',
  '@': '@&#8203;',
  '#': '\\#&#8203;',
}
const plain = /[,;'"/% ]/

const escapeOne = (found: string): string => {
  if (found.length > 1) return `${found}&#8203;`
  return inert[found] ?? (plain.test(found) ? found : `\\${found}`)
}

/**
 * Hostile text as inert Markdown on one line: no HTML, no mention, no reference to an issue, no link, no formula, no way out of a fold.
 * It must follow something else on its line (a label), because a line's first characters can open a list or a heading.
 */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(hidden, '\ufffd')
    .replace(special, escapeOne)
    .trim()
    .replace(/\s+/g, space => (/[\r\n]/.test(space) ? '<br>' : ' '))

/**
 * Hostile text for a title, where nothing is escaped: a merge makes the title part of a commit's message, in which a name would
 * mention, and "closes #1" would close.
 */
export const plainWords = (text: string): string =>
  text
    .replaceAll(/[^\p{L}\p{M}\p{N} .,()'’&+%-]/gu, ' ')
    .replaceAll(/\bgh-(?=\d)/giu, 'gh ')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** Escaped text as it was, for a terminal, where nobody renders it. */
export const unescapeMarkdown = (markdown: string): string =>
  markdown
    .replaceAll('&#8203;', '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#36;', '$')
    .replaceAll('&amp;', '&')

/** A link to a page whose address is https; anything else is shown as text. */
export const markdownLink = (title: string, url: string): string => {
  const parsed = URL.parse(url)
  const label = escapeMarkdown(title === '' ? url : title)
  if (parsed?.protocol !== 'https:') return `${label} (${escapeMarkdown(url)})`
  return `[${label}](<${parsed.href.replace(/[<>\\`|@\s]/g, encodeURIComponent)}>)`
}
