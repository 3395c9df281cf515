import { describe, expect, it } from 'vitest'
import { createOutput } from '../../src/commands/output.ts'
import { createSessionReporter } from '../../src/commands/session-reporter.ts'

/** What a session's reporter leaves on standard error where that is no terminal. */
function record() {
  let [text, ms] = ['', 0]
  const stderr = { write: (more: string) => (text += more) }
  const output = createOutput({
    stdout: stderr,
    stderr,
    json: false,
    quiet: false,
    colour: false,
    monotonicMs: () => ms,
  })
  const { report, end } = createSessionReporter(output)
  const progress = (calls: number): void =>
    report({ type: 'progress', task: 'one', calls, callsExpected: 500, accepted: 90, rejected: 5, used: 425, line: 850 })
  return { report, end, progress, pass: (more: number) => (ms += more), lines: () => text.split('\n').slice(0, -1) }
}

describe('what a session tells', () => {
  it('counts what an earlier session did for the whole, not for the rate', () => {
    const { report, end, progress, pass, lines } = record()
    report({ type: 'task', task: 'one', title: 'Moving averages', resumedCalls: 400 })
    progress(401)
    pass(10_000)
    progress(420)
    end()
    expect(lines()[0]).toBe('one: Moving averages (400 calls done before)')
    expect(lines().at(-1)).toBe('one 420/500 calls, 2.0/s, 0:40 left, 90 pairs, budget 425/850')
  })

  it('draws no second bar for what comes in while a session wraps', () => {
    const { report, end, progress, pass, lines } = record()
    report({ type: 'task', task: 'one', title: 'Moving averages', resumedCalls: 0 })
    progress(1)
    pass(10_000)
    progress(20)
    report({ type: 'wrapping', reason: 'asked' })
    pass(40)
    progress(27)
    end()
    expect(lines().at(-1)).toBe('Wrapping: it was asked to stop.')
  })
})
