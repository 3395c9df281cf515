import fc from 'fast-check'
import { expect, it } from 'vitest'
import { escapeMarkdown, unescapeMarkdown } from '../../src/dataset/markdown.ts'

const words = fc.array(fc.stringMatching(/^[!-~]+$/u))

it('reads on a terminal as it was before it was escaped', () => {
  fc.assert(
    fc.property(words, each => {
      expect(unescapeMarkdown(escapeMarkdown(each.join(' ')))).toBe(each.join(' '))
    }),
  )
  expect(unescapeMarkdown(escapeMarkdown('see https://a.example, @you, #1, 5 < 6 & $7'))).toBe(
    'see https://a.example, @you, #1, 5 < 6 & $7',
  )
})
