import { toMinute } from '../domain/instant.ts'
import { explainReason } from '../session/handoff.ts'
import type { Reporter } from '../session/reporter.ts'
import type { Runner } from './runner.ts'

/** So that a session of hours stays a log that a person can scroll. */
const betweenLinesMs = 30_000

/** Turns what a session tells into a fold a task, a line every 30 s, and annotations for what a person should see. */
export function createActionReporter(runner: Runner, monotonicMs: () => number): { readonly report: Reporter; end(): void } {
  let lastLineMs = Number.NEGATIVE_INFINITY
  let unprinted: string | undefined
  const progress = (line: string): void => {
    unprinted = line
    if (monotonicMs() - lastLineMs < betweenLinesMs) return
    flush()
  }
  const flush = (): void => {
    if (unprinted === undefined) return
    runner.info(unprinted)
    unprinted = undefined
    lastLineMs = monotonicMs()
  }
  const end = (): void => {
    flush()
    runner.endGroup()
  }
  const report: Reporter = event => {
    switch (event.type) {
      case 'claimed':
        return runner.info(`Session ${event.session}${event.continued ? ' goes on where it was left' : ' begins'}.`)
      case 'task':
        end()
        lastLineMs = Number.NEGATIVE_INFINITY
        runner.group(`${event.task}: ${event.title}`)
        return event.resumedCalls === 0 ? undefined : runner.info(`${event.resumedCalls} calls were done before.`)
      case 'progress': {
        const budget = event.line === 0 ? '' : `, budget ${event.used} of ${event.line}`
        return progress(
          `${event.task}: ${event.calls} of about ${event.callsExpected} calls, ${event.accepted} pairs, ${event.rejected} put aside${budget}`,
        )
      }
      case 'checkpoint':
        return undefined
      case 'delivered':
        flush()
        return runner.info(`Delivered #${event.number}: ${event.pairs} pairs on ${event.branch}, ${event.url}`)
      case 'warning':
        return runner.warning(event.message)
      case 'wrapping':
        end()
        return runner.info(`Wrapping: ${explainReason(event.reason)}.`)
      case 'rested': {
        const until = event.until === null ? '' : ` Not before ${toMinute(event.until)}.`
        return runner.notice(`Nothing was done: ${explainReason(event.reason)}.${until}`)
      }
    }
  }
  return { report, end }
}
