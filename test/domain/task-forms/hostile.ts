import fc from 'fast-check'
import { formNames, forms } from '../../../src/domain/task-forms/forms.ts'

const pieces = [
  '\\',
  '\\u{41}',
  '\n',
  '\r\n',
  '\r',
  ' ',
  '\t',
  '\ufeff',
  '### Indicators\n',
  '### Brief',
  '# x',
  '- x: y (z)',
  '<!-- perpetual:task:droid-research/a -->',
  '<!--',
  '</details>',
  '@everyone',
  '@org/team',
  '${{ github.token }}',
  '$(id)',
  '`id`',
  '\u202e',
  '\u2028',
  '\u0000',
  '\u001b[31m',
  '\ud800',
  '\u00a0',
  '_No response_',
  'None',
  '```',
  ':',
  '日本',
  'a',
] as const

/** Texts as nobody means them well, at most so long. */
export const hostileText = (most: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: most }),
      fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 }).map(parts => parts.join('')),
    )
    .map(text => text.slice(0, most))

const headings = [...formNames.flatMap(name => forms[name].headings), 'Pipeline', 'Priority']

/** A piece of an issue's body: a heading, something that fits beneath one, or garbage. */
export const fragment: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...headings).map(heading => `\n### ${heading}\n`),
  fc.constantFrom('a: A', '- a: A (f)\n  b\n', 'https://youtu.be/dQw4w9WgXcQ\n', 'p1', 'droid-research'),
  fc.constantFrom(...pieces),
  hostileText(20),
)

const longest = 65_536

/** Bodies of 65,536 characters, by what is hostile about them. */
export function hostileBodies(): readonly (readonly [name: string, body: string])[] {
  const beginnings = [
    '',
    ...headings.map(heading => `### ${heading}\n`),
    '### Assignment\na: A\n### Indicators\n- a: ',
    '### Assignment\na: A\n### Indicators\n- a: A (',
    '### Batch\na: A\n### Videos\nhttps://youtu.be/',
  ]
  const fillers = [
    ' ',
    '\t \n',
    '\n',
    '\r',
    '(',
    ') (',
    '\\',
    '\\u{',
    '#',
    '### a\n',
    '### Assignment\n',
    '- a: A (f)\n b\n',
    '- a:',
    '- ',
    '> ',
    '* [',
    '`',
    '<!--',
    '<',
    '@a/b ',
    '${{',
    '\u202e',
    '\ufdfa',
    '\ud800',
    'a',
    'a\n',
    `- a: ${' '.repeat(2900)}x (f)\n`,
    `- a${' '.repeat(2900)}x: (f)\n`,
    `- a: (${' '.repeat(2900)}f)\n`,
    `- a: (f)${' '.repeat(2900)}\n`,
    'https://youtu.be/dQw4w9WgXcQ\n',
    `${'9'.repeat(400)}\n`,
  ]
  return beginnings.flatMap(beginning =>
    fillers.map(filler => {
      const body = (beginning + filler.repeat(Math.ceil(longest / filler.length))).slice(0, longest)
      return [JSON.stringify([beginning, filler.slice(0, 20)]), body] as const
    }),
  )
}
