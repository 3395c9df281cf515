import { createSystemClock, readClockOffset } from '../system-clock.ts'
import { createRunner } from './runner.ts'
import type { ActionSurroundings } from './run-action.ts'

const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const

/** This very process. A cancelled job gets SIGINT, 7.5 s later SIGTERM, and is killed 2.5 s after that. */
export function processSurroundings(): ActionSurroundings {
  const { env, stdout } = process
  const asked = new AbortController()
  let graceful = false
  const stop = (signal: keyof typeof exitCodes): void => {
    const second = asked.signal.aborted
    asked.abort()
    if (!graceful || second) process.exit(exitCodes[signal])
  }
  process.on('SIGINT', () => stop('SIGINT'))
  process.on('SIGTERM', () => stop('SIGTERM'))
  stdout.on('error', () => {})
  return {
    environment: env,
    runner: createRunner({
      write: text => void stdout.write(text),
      outputFile: env['GITHUB_OUTPUT'] || undefined,
      summaryFile: env['GITHUB_STEP_SUMMARY'] || undefined,
    }),
    clock: () => createSystemClock(readClockOffset(env['PERPETUAL_CLOCK_OFFSET_MS'])),
    monotonicMs: () => performance.now(),
    interruptible: () => {
      graceful = true
      return asked.signal
    },
  }
}
