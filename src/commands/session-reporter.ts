import { explainReason } from '../session/handoff.ts'
import type { Reporter } from '../session/reporter.ts'
import type { Output } from './output.ts'
import type { Progress } from './progress.ts'

/** Turns what a session tells into a bar a task and single lines. */
export function createSessionReporter(output: Output): { readonly report: Reporter; end(): void } {
  let bar: Progress | undefined
  let task: string | undefined
  let done = 0
  const end = (): void => {
    bar?.end()
    bar = undefined
  }
  const report: Reporter = event => {
    switch (event.type) {
      case 'claimed':
        return output.say(`Session ${event.session}${event.continued ? ' goes on where it was left' : ' begins'}.`)
      case 'task':
        end()
        task = event.task
        done = event.resumedCalls
        return output.say(
          `${event.task}: ${event.title}${event.resumedCalls === 0 ? '' : ` (${event.resumedCalls} calls done before)`}`,
        )
      case 'progress': {
        if (task !== event.task) return undefined
        bar ??= output.progress({ label: event.task, total: event.callsExpected, unit: 'calls', from: done })
        done = event.calls
        const budget = event.line === 0 ? '' : `, budget ${event.used}/${event.line}`
        return bar.update(event.calls, `${event.accepted} pairs${budget}`)
      }
      case 'checkpoint':
        return undefined
      case 'delivered':
        end()
        return output.say(`Delivered #${event.number}: ${event.pairs} pairs on ${event.branch}`)
      case 'warning':
        return output.warn(event.message)
      case 'wrapping':
        end()
        task = undefined
        return output.say(`Wrapping: ${explainReason(event.reason)}.`)
      case 'rested':
        return undefined
    }
  }
  return { report, end }
}
