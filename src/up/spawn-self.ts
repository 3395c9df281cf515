import { spawn, type ChildProcess } from 'node:child_process'
import type { ProcessEnd } from './session-end.ts'

/** This very program in a process of its own. */
export interface SelfProcess {
  readonly ended: Promise<ProcessEnd>
  /** SIGTERM reaches the process alone, SIGKILL all that it has started too; one that has ended gets nothing. */
  readonly signal: (signal: 'SIGTERM' | 'SIGKILL') => void
}

/** `listen` gets whatever the process sends, unread. */
export type SpawnSelf = (args: readonly string[], listen: (message: unknown) => void) => SelfProcess

/** Of a process's output only so many characters at the end are kept. */
const keptOutput = 65_536
const keptErrors = 8192

function collect(stream: NodeJS.ReadableStream | null, most: number): () => string {
  let text = ''
  stream?.setEncoding('utf8')
  stream?.on('data', chunk => {
    text = `${text}${String(chunk)}`.slice(-most)
  })
  return () => text
}

function endOf(child: ChildProcess): Promise<ProcessEnd> {
  const stdout = collect(child.stdout, keptOutput)
  const stderr = collect(child.stderr, keptErrors)
  return new Promise(resolve => {
    const end = (how: Pick<ProcessEnd, 'code' | 'signal' | 'error'>): void =>
      resolve({ ...how, stdout: stdout(), stderr: stderr() })
    child.once('error', error => end({ code: null, signal: null, error: error.message }))
    // Only then is all of its output read.
    child.once('close', (code, signal) => end({ code, signal, error: null }))
  })
}

function signalQuietly(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  try {
    // Windows knows no groups.
    if (signal === 'SIGTERM' || process.platform === 'win32') child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch {
    // It has ended in the meantime.
  }
}

/**
 * Starts this program again with the runtime's own options and a channel. It is in a group of its own: Ctrl-C in a terminal reaches a
 * whole group, and a session that gets two signals ends at once.
 */
export const spawnSelf: SpawnSelf = (args, listen) => {
  const script = process.argv[1] ?? ''
  const child = spawn(process.execPath, [...process.execArgv, script, ...args], {
    detached: true,
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  child.on('message', listen)
  return { ended: endOf(child), signal: signal => signalQuietly(child, signal) }
}
