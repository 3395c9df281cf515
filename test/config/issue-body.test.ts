import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeText } from '../../src/domain/body-text.ts'
import { longestBody, parseResearchBody, renderResearchBody } from '../../src/domain/issue-body.ts'
import { researchAssignmentSchema } from '../../src/domain/task-form.ts'

const hostile = [
  '\\',
  '\\u{41}',
  '(',
  ')',
  '\n',
  '\r\n',
  ' ',
  '\t',
  '### Indicators',
  '- x: y (z)',
  '<!-- perpetual:1 -->',
  '</details>',
  '@me',
  '\u202e',
  '\u2028',
  '\ud800',
  '\u00a0',
  '_No response_',
  '`',
  ':',
  '日本',
  'a',
]
const text = (max: number) =>
  fc
    .oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: max }),
      fc.array(fc.constantFrom(...hostile), { minLength: 1, maxLength: 12 }).map(parts => parts.join('')),
    )
    .map(value => value.slice(0, max))
const indicator = fc.record({
  id: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,39}$/),
  name: text(120),
  family: text(60),
  brief: text(4000),
})
const assignment = fc
  .record({
    task: fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,59}$/),
    title: text(200),
    indicators: fc.uniqueArray(indicator, { selector: each => each.id, minLength: 1, maxLength: 5 }),
  })
  .filter(value => researchAssignmentSchema.safeParse(value).success)

const handWritten = `### Assignment

Momentum: the basics

### Notes

anything

### indicators

* rsi: Relative Strength Index (Wilder) (technical/momentum)
   Compares gains with losses.

   Uses \\frac{a}{b}.
- macd: MACD (technical/trend)

	Difference of two averages.
`

const problemsOf = (body: string): readonly string[] => {
  const parsed = parseResearchBody(body)
  return parsed.type === 'invalid' ? parsed.problems : []
}

describe('the body of a research issue', () => {
  it('is read back as exactly what was written, whatever the texts hold', () => {
    const same = fc.property(assignment, value => {
      expect(parseResearchBody(renderResearchBody(value))).toEqual({ type: 'assignment', assignment: value })
    })
    fc.assert(same, { numRuns: 400 })
  })

  it('survives a browser that turns line ends into CRLF', () => {
    fc.assert(
      fc.property(assignment, value => {
        const parsed = parseResearchBody(renderResearchBody(value).replaceAll('\n', '\r\n'))
        expect(parsed).toEqual({ type: 'assignment', assignment: value })
      }),
    )
  })

  it('never throws and never reads what its own schema refuses', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.constantFrom(...hostile, '### Assignment\n', '### Indicators\n', '- a: b (c)\n', '  brief\n'), fc.string()),
          { maxLength: 30 },
        ),
        parts => {
          const parsed = parseResearchBody(parts.join(''))
          const isSound =
            parsed.type === 'assignment'
              ? researchAssignmentSchema.safeParse(parsed.assignment).success
              : parsed.problems.length > 0
          expect(isSound).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('can be written by hand, without an id, with any indentation and other headings', () => {
    const parsed = parseResearchBody(handWritten)
    expect(parsed).toEqual({
      type: 'assignment',
      assignment: {
        task: 'momentum-the-basics',
        title: 'Momentum: the basics',
        indicators: [
          {
            id: 'rsi',
            name: 'Relative Strength Index (Wilder)',
            family: 'technical/momentum',
            brief: 'Compares gains with losses.\n\nUses \\frac{a}{b}.',
          },
          { id: 'macd', name: 'MACD', family: 'technical/trend', brief: 'Difference of two averages.' },
        ],
      },
    })
  })

  it('hides no comment and no marker in the rendered text', () => {
    const body = renderResearchBody({
      task: 'a',
      title: 'A',
      indicators: [{ id: 'a', name: 'A', family: 'f', brief: 'x <!-- perpetual:task:1 --> </details> 1 < 2' }],
    })
    expect(body).not.toContain('<!--')
    expect(body).not.toContain('</')
    expect(body).toContain('1 < 2')
  })

  it('tells every problem at once', () => {
    expect(problemsOf('')).toEqual([
      'The heading “### Assignment” with something beneath it is missing.',
      'The heading “### Indicators” with something beneath it is missing.',
    ])
    expect(
      problemsOf('### Assignment\n_No response_\n### Indicators\n- a: A (f)\n  b\n- a: A (f)\n  b\n- BAD: A (f)\n- c: C\n'),
    ).toEqual([
      'The heading “### Assignment” with something beneath it is missing.',
      '“BAD” cannot be an id: use lower-case letters, digits and `-`, at most 40 characters.',
      'Indicator “BAD” needs a brief of 1 to 4,000 characters, indented beneath it.',
      '“- c: C” must read `- id: Name (family)`, with the brief indented beneath it.',
      'Indicator “a” is there twice.',
    ])
    expect(problemsOf('### Assignment\na: A\n### Assignment\nb: B\n### Indicators\nfoo')).toEqual([
      'The heading “### Assignment” is there 2 times.',
      '“Indicators” must begin with a line such as `- macd: Moving Average Convergence Divergence (technical/trend)`.',
    ])
    expect(problemsOf('### Assignment\n日本\n### Indicators\n- a: A (f)\n  b')).toEqual([
      '“Assignment” needs an id before its title, such as `momentum-1: Momentum oscillators`.',
    ])
  })

  it('is refused above what GitHub takes, in both directions', () => {
    const indicators = Array.from({ length: 20 }, (_, index) => ({
      id: `i${index}`,
      name: 'N',
      family: 'f',
      brief: 'x'.repeat(4000),
    }))
    expect(() => renderResearchBody({ task: 'a', title: 'A', indicators })).toThrow('at most 65,536 characters as an issue')
    expect(problemsOf('x'.repeat(longestBody + 1))).toEqual(['The text is longer than 65,536 characters.'])
  })

  it('is read in moderate time however it is padded', () => {
    for (const filler of [' ', '\n', '(', '\\', '- a: b (', '#', '### a\n', '\t ']) {
      const body = `### Assignment\na: A\n### Indicators\n- a: ${filler.repeat(60_000 / filler.length)}`
      expect(parseResearchBody(body).type).toBe('invalid')
    }
  })

  it('is written in moderate time with spaces in the middle of a text', () => {
    const before = process.cpuUsage()
    expect(escapeText(`a${' '.repeat(65_536)}b`)).toHaveLength(65_538)
    // A bound on processor time, a hundred times of what is needed: the quadratic way takes seconds.
    expect(process.cpuUsage(before).user).toBeLessThan(1_000_000)
  })

  it('is read in moderate time with a bullet of nothing but spaces', () => {
    const bullets = Array.from({ length: 20 }, (_, index) => `- a${index}:${' '.repeat(2900)}x`)
    const started = performance.now()
    expect(parseResearchBody(`### Assignment\na: A\n### Indicators\n${bullets.join('\n')}`).type).toBe('invalid')
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
