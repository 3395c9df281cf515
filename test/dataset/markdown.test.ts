import fc from 'fast-check'
import { expect, it } from 'vitest'
import { escapeMarkdown, plainWords, unescapeMarkdown } from '../../src/dataset/markdown.ts'

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

it('leaves nothing in a title that mentions, refers or closes, and keeps what names are made of', () => {
  expect(plainWords('closes #1, fixes GH-2 and acme/pairs#3 for @acme/team\n::error::x https://a.example')).toBe(
    'closes 1, fixes gh 2 and acme pairs 3 for acme team error x https a.example',
  )
  expect(plainWords("Williams %R (14) & Élie's stop-loss, 移動平均")).toBe("Williams %R (14) & Élie's stop-loss, 移動平均")
})

it.each([' ', '\n', ' \n'])('escapes 65,536 times %j in no more time than a text has characters', piece => {
  const before = process.cpuUsage()
  expect(escapeMarkdown(`a${piece.repeat(65_536)}b`)).toMatch(/^a.{1,4}b$/u)
  // A bound on processor time, a hundred times of what is needed: the quadratic way takes seconds.
  expect(process.cpuUsage(before).user).toBeLessThan(1_000_000)
})
