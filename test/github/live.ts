import { expect } from 'vitest'

/** Code is shown as it stands: nothing in it is a mention, a tag or a link. The automation's own hidden marker is at the very end. */
const prose = (markdown: string): string =>
  markdown
    .replace(/\n*<!-- perpetual-(?:issue|comment|discussion) [\w.!~*'()%-]+ -->\s*$/, '')
    .replace(/^```[^\n]*\n(?:(?!```)[^\n]*\n)*```$/gm, '')
    .replace(/(?<!\\)`[^`\n]*`/g, '')

/** What GitHub would make more of than text, or what hides or reorders text. */
const live = [
  ['a tag or a comment', /<(?!br>|\/?details>|\/?summary>|https:)[a-z!/?]/i],
  ['a mention', /(?<![\w`])@[a-z0-9]/i],
  ['a mention behind an entity', /&(?:#0*64|#x0*40|commat);/i],
  ['an image or a link elsewhere', /(?<!\\)\]\((?!https?:\/\/127\.0\.0\.1|<https:)/],
  ['a command of the runner', /^\s*::[a-z-]+(?: [^\n]*)?::|##\[/m],
  ['a formula', /(?<!\\)\$\$?[^\s$\d][^$\n]*\$/],
] as const

const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u

/** Nobody is told and nothing runs, hides or reorders anything where this is shown. */
export function expectInert(where: string, markdown: string): void {
  const text = prose(markdown)
  for (const [what, pattern] of live)
    expect(pattern.exec(text)?.[0], `${what} in ${where}:\n${text.slice(0, 3000)}`).toBeUndefined()
  expect(unseen.exec(markdown)?.[0], `an unseen character in ${where}`).toBeUndefined()
  expect(markdown.length, `the length of ${where}`).toBeLessThanOrEqual(65_536)
}
