import { describe, expect, it } from 'vitest'
import { createActionReporter } from '../../src/action/action-reporter.ts'
import { createRunner } from '../../src/action/runner.ts'
import type { SessionEvent } from '../../src/session/reporter.ts'

function start() {
  let stdout = ''
  let nowMs = 0
  const runner = createRunner({ write: text => (stdout += text), outputFile: undefined, summaryFile: undefined })
  const { report, end } = createActionReporter(runner, () => nowMs)
  return {
    report,
    end,
    wait: (ms: number) => void (nowMs += ms),
    log: () => stdout.trimEnd().split('\n'),
  }
}

const progress = (calls: number): SessionEvent => ({
  type: 'progress',
  task: 'session_04',
  calls,
  callsExpected: 500,
  accepted: 9,
  rejected: 1,
  used: calls,
  line: 850,
})
const task = (name: string): SessionEvent => ({ type: 'task', task: name, title: 'MACD', resumedCalls: 0 })

describe('the log of a session', () => {
  it('says how far a task is every 30 seconds, and at its end the newest', () => {
    const { report, end, wait, log } = start()
    report(task('session_04'))
    for (let calls = 1; calls <= 70; calls++) {
      report(progress(calls))
      wait(1000)
    }
    end()
    expect(log().map(line => /\d+ of about/u.exec(line)?.[0])).toEqual([
      undefined,
      '1 of about',
      '31 of about',
      '61 of about',
      '70 of about',
      undefined,
    ])
  })

  it('folds each task and leaves no fold open', () => {
    const { report, end, log } = start()
    report({ type: 'claimed', session: 'droid-research-0001', continued: false })
    report(task('session_04'))
    report(task('session_05'))
    report({ type: 'wrapping', reason: 'budget' })
    end()
    expect(log()).toEqual([
      'Session droid-research-0001 begins.',
      '::group::session_04: MACD',
      '::endgroup::',
      '::group::session_05: MACD',
      '::endgroup::',
      'Wrapping: the budget line is reached.',
    ])
  })

  it('annotates a warning and a rest', () => {
    const { report, log } = start()
    report({ type: 'warning', message: 'The provider is slow\n::error::x' })
    report({ type: 'rested', reason: 'budget', until: '2026-11-23T00:01:00.000Z' })
    expect(log()).toEqual([
      '::warning::The provider is slow%0A: :error::x',
      '::notice::Nothing was done: the budget line is reached. Not before 2026-11-23T00:01Z.',
    ])
  })
})
