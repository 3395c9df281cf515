import { describe, expect, it } from 'vitest'
import { readMarked, withMarker } from '../../../src/forge/github/markers.ts'

describe('a marker', () => {
  it('comes back with the body that it was put behind', () => {
    for (const body of ['', 'One\n\nTwo', 'Ends in lines\n\n\n', '<!-- perpetual-issue other --> quoted'])
      expect(readMarked(withMarker(body, 'comment', 'handoff:a/b c'))).toEqual({
        body: body.replace(/\n+$/, ''),
        kind: 'comment',
        marker: 'handoff:a/b c',
      })
  })

  it('counts at the end alone', () => {
    expect(readMarked('<!-- perpetual-issue a --> and more')).toBeUndefined()
    expect(readMarked('none')).toBeUndefined()
  })

  it('counts on a line of its own alone, so that a quoted one does not', () => {
    for (const text of ['> <!-- perpetual-issue a -->', 'They wrote <!-- perpetual-issue a -->\n'])
      expect(readMarked(text)).toBeUndefined()
  })

  it.each([
    '\n'.repeat(65_536),
    '<!-- perpetual-'.repeat(4_000),
    `<!-- perpetual-issue ${'a'.repeat(65_000)}`,
    ' '.repeat(65_536),
  ])('takes no more time than a text has characters (%#)', text => {
    const before = process.cpuUsage()
    expect(readMarked(text)).toBeUndefined()
    // A bound on processor time, a hundred times of what is needed: the quadratic way takes seconds.
    expect(process.cpuUsage(before).user).toBeLessThan(1_000_000)
  })
})
