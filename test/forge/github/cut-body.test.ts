import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutBody, cutTitle, maxBody } from '../../../src/forge/github/cut-body.ts'
import { readMarked, withMarker } from '../../../src/forge/github/markers.ts'

const notice = '_Cut: this is longer than GitHub takes._'

describe('cutting to the limits of GitHub', () => {
  it('leaves what fits, to the last character', () => {
    expect(cutBody('x'.repeat(maxBody))).toHaveLength(maxBody)
    expect(cutBody('')).toBe('')
  })

  it('cuts at the end of a line and links to the whole', () => {
    const cut = cutBody('one two\n'.repeat(100), { limit: 600, link: 'https://example.org/whole' })
    expect(cut).toMatch(/one two\n\n_Cut: .* \[The whole\]\(https:\/\/example\.org\/whole\)\._$/)
    expect(cut.length).toBeLessThanOrEqual(600)
  })

  it('ends before a table that would be halved, and closes a code block and folds', () => {
    const prose = 'text\n'.repeat(100)
    const table = cutBody(`${prose}\n| a | b |\n| --- | --- |\n${'| 1 | 2 |\n'.repeat(90)}`, { limit: 1_000 })
    expect(table).not.toContain('|')
    const fence = cutBody(`${prose}\n\`\`\`\`json\n${'{"a":1}\n'.repeat(90)}\`\`\`\``, { limit: 1_000 })
    expect(fence).toMatch(/\{"a":1\}\n````\n\n_Cut/)
    const fold = cutBody(`<details>\n<summary>All</summary>\n\n${prose.repeat(3)}\n</details>`, { limit: 1_000 })
    expect(fold).toMatch(/text\n<\/details>\n\n_Cut/)
  })

  it('is never longer than the limit and never ends in half a character, whatever is cut', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom('\n', '```\n', '~~~~\n', '| a |\n', '<details>\n', '</details>\n', '😀'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), fc.integer({ min: 400, max: 1_500 }), (pieces, limit) => {
        const text = pieces.join('')
        const cut = cutBody(text, { limit })
        expect(cut.length).toBeLessThanOrEqual(limit)
        expect(cut.isWellFormed()).toBe(true)
        expect(text.length > limit ? cut.endsWith(notice) : cut === text).toBe(true)
      }),
    )
  })

  it('keeps a title on one line of 256 characters', () => {
    expect(cutTitle(' a\n b ')).toBe('a b')
    expect(cutTitle('😀'.repeat(200)).isWellFormed()).toBe(true)
    expect(cutTitle('x'.repeat(300))).toHaveLength(256)
  })

  it('keeps the marker of a body that is cut, and gives back what was written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
        (body, marker) => {
          fc.pre(body.trimEnd() === body && marker.isWellFormed())
          expect(readMarked(withMarker(body, 'comment', marker))).toEqual({ body, kind: 'comment', marker })
        },
      ),
    )
    const long = withMarker('line\n'.repeat(20_000), 'issue', 'm')
    expect(long.length).toBeLessThanOrEqual(maxBody)
    expect(readMarked(long)?.marker).toBe('m')
  })
})
