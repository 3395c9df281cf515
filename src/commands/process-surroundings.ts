import { readClockOffset, createSystemClock } from '../system-clock.ts'
import { createOutput, type Output } from './output.ts'
import { packageVersion } from './package-files.ts'
import type { Surroundings } from './program.ts'

const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const
type Stop = keyof typeof exitCodes

/** This very process: its streams, its signals, its environment. */
export function processSurroundings(): Surroundings {
  const asked = new AbortController()
  let graceful = false
  let output: Output | undefined
  const stop = (signal: Stop): void => {
    const second = asked.signal.aborted
    asked.abort()
    if (graceful && !second) return
    output?.close()
    process.exit(exitCodes[signal])
  }
  process.on('SIGINT', () => stop('SIGINT'))
  process.on('SIGTERM', () => stop('SIGTERM'))
  // A reader that went away (`perpetual status | head`) is no failure.
  process.stdout.on('error', () => process.exit(0))
  process.stderr.on('error', () => {})
  const { env, stdout, stderr } = process
  const coloured = stderr.isTTY && stdout.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb'
  return {
    arguments: process.argv.slice(2),
    environment: env,
    folder: process.cwd(),
    version: packageVersion(),
    clock: () => createSystemClock(readClockOffset(env['PERPETUAL_CLOCK_OFFSET_MS'])),
    createOutput: ({ json, quiet }) => {
      output = createOutput({ stdout, stderr, json, quiet, colour: coloured, monotonicMs: () => performance.now() })
      return output
    },
    interruptible: () => {
      graceful = true
      return asked.signal
    },
    writeOut: text => void stdout.write(text),
    writeError: text => void stderr.write(text),
    columns: () => stdout.columns ?? 100,
  }
}
