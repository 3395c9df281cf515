import { spawn } from 'node:child_process'

export interface StepProcess {
  readonly pid: number | undefined
  /** The exit code; null where a signal ended it. */
  readonly ended: Promise<number | null>
  /** As GitHub cancels: SIGINT, after 7.5 s SIGTERM, after 2.5 s more SIGKILL to all that is left. */
  cancel(): void
  /** SIGKILL to the step and its children. */
  kill(): void
}

export interface StepCommand {
  readonly command: string
  readonly args: readonly string[]
  readonly folder: string
  readonly environment: Readonly<Record<string, string>>
  readonly print: (text: string) => void
  /** 1 is GitHub's time. */
  readonly cancelScale: number
}

/** One step in a process group of its own, with nothing of this process's environment. */
export function startStep({ command, args, folder, environment, print, cancelScale }: StepCommand): StepProcess {
  const child = spawn(command, [...args], { cwd: folder, env: environment, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const timers: NodeJS.Timeout[] = []
  let isRunning = true
  child.stdout.on('data', chunk => print(String(chunk)))
  child.stderr.on('data', chunk => print(String(chunk)))
  const kill = (): void => {
    if (!isRunning || child.pid === undefined) return
    try {
      process.kill(-child.pid, 'SIGKILL')
    } catch {
      // It has ended in the meantime.
    }
  }
  const ended = new Promise<number | null>(resolve => {
    child.on('error', error => {
      print(`${error.message}\n`)
      resolve(null)
    })
    child.on('close', code => {
      isRunning = false
      for (const timer of timers) clearTimeout(timer)
      resolve(code)
    })
  })
  return {
    pid: child.pid,
    ended,
    kill,
    cancel: () => {
      child.kill('SIGINT')
      timers.push(
        setTimeout(() => child.kill('SIGTERM'), 7_500 * cancelScale),
        setTimeout(kill, 10_000 * cancelScale),
      )
    },
  }
}
