import { spawnSelf, type SelfProcess } from '../up/spawn-self.ts'
import { readClockOffset, createSystemClock } from '../system-clock.ts'
import { createOutput, type Output } from './output.ts'
import { packageVersion } from './package-files.ts'
import type { Surroundings } from './program.ts'

const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const
type Stop = keyof typeof exitCodes

/** What this process tells whoever started it with a channel, and that it stops when they are gone. */
function joinParent(onGone: () => void): Surroundings['tell'] {
  if (process.send === undefined) return () => {}
  process.on('disconnect', onGone)
  // A listener keeps the process alive, which is not what it is for.
  process.channel?.unref()
  return event => {
    // What cannot be told any more is told to nobody.
    if (process.connected) process.send?.(event, undefined, undefined, () => {})
  }
}

/** Takes over how this process ends: by signals, or because whoever started it has gone. */
function createEnding(onExit: () => void) {
  const asked = new AbortController()
  let isGraceful = false
  let withinMs: number | undefined
  const leave = (signal: Stop) => (): void => {
    onExit()
    process.exit(process.exitCode ?? exitCodes[signal])
  }
  const stop = (signal: Stop): void => {
    const isSecond = asked.signal.aborted
    asked.abort()
    if (!isGraceful || isSecond) leave(signal)()
    else if (withinMs !== undefined) setTimeout(leave(signal), withinMs).unref()
  }
  process.on('SIGINT', () => stop('SIGINT'))
  process.on('SIGTERM', () => stop('SIGTERM'))
  return {
    stop,
    asked: asked.signal,
    interruptible: (most?: number): AbortSignal => {
      isGraceful = true
      withinMs = most
      return asked.signal
    },
  }
}

/** This very process: its streams, its signals, its environment, and its children. */
export function processSurroundings(): Surroundings {
  let output: Output | undefined
  const children = new Set<SelfProcess>()
  const { stop, asked, interruptible } = createEnding(() => output?.close())
  process.on('exit', () => {
    output?.close()
    // Who asks twice means everything; without being asked, children notice by themselves that this process is gone.
    if (asked.aborted) for (const child of children) child.signal('SIGKILL')
  })
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
    interruptible,
    // A parent that is gone is one request to stop, however it went.
    tell: joinParent(() => {
      if (!asked.aborted) stop('SIGTERM')
    }),
    spawnSelf: (args, listen) => {
      const child = spawnSelf(args, listen)
      children.add(child)
      void child.ended.then(() => children.delete(child))
      return child
    },
    writeOut: text => void stdout.write(text),
    writeError: text => void stderr.write(text),
    columns: () => stdout.columns ?? 100,
  }
}
