import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHistoryTexts, renderHistoryLine, type HistoryLine } from '../../src/domain/history.ts'
import { minutes, noon } from './samples.ts'

const makeLine = (change: Partial<HistoryLine> = {}): HistoryLine => ({
  version: 1,
  session: 'droid-research-0001',
  pipeline: 'droid-research',
  agent: 'droid',
  startedAt: noon,
  endedAt: minutes(20),
  reason: 'budget: dollars',
  spent: { calls: 850, usdMicros: 900_000 },
  calls: 840,
  accepted: 700,
  rejected: 60,
  tasks: ['session_01'],
  deliveries: [{ branch: 'perpetual/droid-research/session_01-1', number: 4, url: 'u' }],
  ...change,
})

describe('a history', () => {
  it('brings back what was written, in the order in which the sessions ended, over files', () => {
    const lines = [3, 1, 2].map(n => makeLine({ session: `s-${n}`, endedAt: minutes(n) }))
    const [first = '', ...others] = lines.map(renderHistoryLine)
    const { sessions, damaged } = readHistoryTexts([first, others.join('')])
    expect(sessions).toEqual([lines[1], lines[2], lines[0]])
    expect(damaged).toBe(0)
  })

  it('counts a session once that stands there twice, and keeps sessions of the same name of two pipelines apart', () => {
    const line = makeLine()
    const other = makeLine({ pipeline: 'zai-institutional' })
    const text = [line, line, other].map(renderHistoryLine).join('')
    expect(readHistoryTexts([text, text]).sessions).toHaveLength(2)
  })

  it('leaves damaged lines out and counts them, whatever they hold', () => {
    const good = renderHistoryLine(makeLine())
    const hostile = fc.oneof(
      fc.string(),
      fc.json(),
      fc.constantFrom('{', 'null', '[]', '{"version":2}', '{"__proto__":{"calls":1}}', good.replace('"calls":840', '"calls":-1')),
      fc.nat({ max: good.length - 3 }).map(length => good.slice(0, length)),
    )
    fc.assert(
      fc.property(fc.array(hostile), texts => {
        const junk = texts.map(text => text.replaceAll('\n', ' ').trim()).filter(text => text !== '')
        const { sessions, damaged } = readHistoryTexts([`${junk.join('\n')}\n${good}${junk.join('\n')}\n\n`])
        expect(sessions).toEqual([makeLine()])
        expect(damaged).toBe(2 * junk.length)
      }),
    )
  })

  it('is empty where nothing has been written, or nothing but blank lines', () => {
    expect(readHistoryTexts([])).toEqual({ sessions: [], damaged: 0 })
    expect(readHistoryTexts(['', '\n \n'])).toEqual({ sessions: [], damaged: 0 })
  })
})
