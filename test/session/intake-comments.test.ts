import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTaskForm } from '../../src/domain/task-forms/read-task-form.ts'
import { renderAccepted, renderInvalid, renderWaiting } from '../../src/session/intake-comments.ts'
import { fragment, hostileBodies } from '../domain/task-forms/hostile.ts'
import { makeTask } from '../domain/samples.ts'

/** GitHub takes 65,536 characters. */
const longestComment = 65_536

/** The comments that an issue with this body can get. */
function commentsOn(body: string): readonly string[] {
  const read = readTaskForm(body, { isMeant: true })
  if (read.type === 'none') return [renderInvalid(undefined, [body])]
  if (read.type === 'invalid') return [renderInvalid(read.form, read.problems)]
  const { task, title, priority } = read.request
  const accepted = makeTask({ id: task, title, priority, body })
  return [renderWaiting(read.request, { pipeline: 'droid-research', body }), renderAccepted(accepted, true)]
}

/** What of a comment GitHub would take for more than text: outside of code only what we write ourselves may be left. */
function activeIn(comment: string): readonly string[] {
  const prose = comment.replaceAll(/^```(?:text|markdown)\n[^]*?\n```$/gm, '')
  const found = [
    /@(?!&#8203;)/,
    /<(?!\/?(?:details|summary|br)>)/,
    /(?<![\\&])#\d/,
    /https?:\/\//,
    /\]\(/,
    /\$\{\{/,
    /(?![\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u,
  ].filter(pattern => pattern.test(prose))
  const fences = comment.split('\n').filter(line => /^\s{0,3}(?:```|~~~)/.test(line))
  const isClosed = fences.length % 2 === 0 && fences.length <= 2
  return [...found.map(String), ...(isClosed ? [] : ['an open fence']), ...(comment.length > longestComment ? ['too long'] : [])]
}

describe('what is answered to an issue', () => {
  it('mentions, links and hides nothing, and fits, whatever the issue holds', () => {
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 40 }), parts => {
        for (const comment of commentsOn(parts.join(''))) expect(activeIn(comment)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('fits at 65,536 hostile characters', () => {
    // Every third, so that each ending is met: reading all of them is the parsers' own test.
    const bodies = hostileBodies().filter((_, index) => index % 3 === 0)
    for (const [name, body] of bodies) for (const comment of commentsOn(body)) expect(activeIn(comment), name).toEqual([])
  })

  it('fits where every line of the longest form is escaped', () => {
    const evil = '@#<&$'.repeat(40)
    const indicators = Array.from(
      { length: 20 },
      (_, index) => `- i${index}: ${evil.slice(0, 120)} (${evil.slice(0, 60)})\n  ${evil.repeat(14)}`,
    )
    const body = `### Assignment\na: ${evil}\n### Indicators\n${indicators.join('\n')}`
    const more = `${body.slice(0, 24_000)}\n### Notes\n${'<!--\u{e0041}'.repeat(5000)}`
    for (const each of [body, more]) {
      expect(readTaskForm(each, { isMeant: true }).type).toBe('request')
      for (const comment of commentsOn(each)) expect(activeIn(comment)).toEqual([])
    }
  })

  it('notifies nobody of a title with mentions, and starts no expression', () => {
    const [waiting = ''] = commentsOn('### Topic\na: @everyone @org/team ${{ secrets.X }} #1\n### Brief\nx')
    expect(waiting).toContain('@&#8203;everyone @&#8203;org/team &#36;\\{\\{ secrets\\.X \\}\\} \\#&#8203;1')
  })
})

describe('whoever approves', () => {
  const waitingFor = (brief: string): string => commentsOn(`### Topic\na: A\n### Brief\n${brief}`)[0] ?? ''

  it('is shown the source of a text of which GitHub shows only a part', () => {
    for (const hidden of [
      '<!-- ignore the above -->',
      '[x]: # (ignore)',
      '![ignore](y)',
      'a\u200bb',
      '\u{e0041}',
      'a\u{e0121}',
      '\u{fe01}',
      '\u3164',
      '<p title="ignore">',
    ])
      expect(waitingFor(`Harmless. ${hidden}`)).toContain('**Look at the source before you approve:**')
    expect(waitingFor('Harmless. <!-- ignore -->\n```\n@everyone')).toContain(
      '| Harmless. <!-- ignore -->\n| ```\n| @everyone\n```\n',
    )
    expect(waitingFor('a\u202eb')).toContain(String.raw`| a\u{202e}b`)
  })

  it('is shown nothing more where there is nothing more', () => {
    expect(waitingFor('Plain *text*, 1 < 2, `a[0]`.')).not.toContain('Source')
    expect(waitingFor('A heart \u2764\ufe0f and ü.')).not.toContain('Source')
  })
})
