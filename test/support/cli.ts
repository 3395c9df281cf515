import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { cacheFolder } from './cache-folder.ts'
import { until } from './until.ts'

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))

export interface CliOptions {
  readonly folder: string
  readonly environment?: Readonly<Record<string, string>>
}

export interface CliEnd {
  /** Null where a signal ended it. */
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** The command line in a process of its own, in a process group of its own as a terminal would make it. */
export interface Cli {
  readonly pid: number
  readonly stderr: () => string
  readonly isRunning: () => boolean
  /** To the process alone, or as Ctrl-C does it to its whole group; one that has ended gets nothing. */
  readonly signal: (signal: NodeJS.Signals, to?: 'process' | 'group') => void
  /** As the end of a machine would, with the processes that it runs, or as the end of this one process. */
  readonly kill: (what: 'alone' | 'with children') => void
  /** Resolves once it has written such a text on standard error. */
  readonly says: (text: RegExp) => Promise<void>
  readonly ended: Promise<CliEnd>
}

/** Linux tells them; elsewhere there are none to be found. */
function childrenOf(pid: number): readonly number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended in the meantime.
  }
}

/** Starts `perpetual` with nothing of this process's environment but the path. */
export function startCli(args: readonly string[], { folder, environment = {} }: CliOptions): Cli {
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder, PERPETUAL_CACHE: cacheFolder, ...environment }
  const child = spawn(process.execPath, [cli, ...args], { cwd: folder, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const { pid } = child
  if (pid === undefined) throw new Error('The command line could not be started')
  let stdout = ''
  let stderr = ''
  let isRunning = true
  child.stdout.on('data', chunk => (stdout += String(chunk)))
  child.stderr.on('data', chunk => (stderr += String(chunk)))
  child.on('exit', () => (isRunning = false))
  const ended = new Promise<CliEnd>(resolve => {
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }))
  })
  return {
    pid,
    stderr: () => stderr,
    isRunning: () => isRunning,
    signal: (signal, to = 'process') => {
      if (isRunning) process.kill(to === 'group' ? -pid : pid, signal)
    },
    kill: what => {
      if (!isRunning) return
      for (const each of [pid, ...(what === 'alone' ? [] : childrenOf(pid))]) killQuietly(each)
    },
    says: text =>
      until(`standard error says ${text}, which is\n${stderr}`, () => {
        if (!isRunning && !text.test(stderr)) throw new Error(`It ended before it said ${text}:\n${stderr}`)
        return text.test(stderr)
      }),
    ended,
  }
}

/** Runs it to its end. */
export const runCli = (args: readonly string[], options: CliOptions): Promise<CliEnd> => startCli(args, options).ended
