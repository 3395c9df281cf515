import { PerpetualError } from '../domain/errors.ts'
import { createSystemClock, readClockOffset } from '../system-clock.ts'
import { createRunner } from './runner.ts'
import type { ActionSurroundings } from './run-action.ts'

const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const

const onThisMachine = /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?(?:\/|$)/

/** A moved clock begins a new day of every budget: it is for rehearsals, whose GitHub is a server on this machine. */
function readOffset({ PERPETUAL_CLOCK_OFFSET_MS: text, GITHUB_API_URL: address = '' }: NodeJS.ProcessEnv): number {
  const offsetMs = readClockOffset(text)
  if (offsetMs === 0 || onThisMachine.test(address)) return offsetMs
  throw new PerpetualError(
    'Expected no PERPETUAL_CLOCK_OFFSET_MS in a workflow on GitHub, whose budgets go by the real clock; take it out of `env`',
    { actBy: 'fix-config' },
  )
}

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
    clock: () => createSystemClock(readOffset(env)),
    monotonicMs: () => performance.now(),
    interruptible: () => {
      graceful = true
      return asked.signal
    },
  }
}
