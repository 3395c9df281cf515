import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import type { ProcessIdentity } from './domain/claim.ts'
import type { Environment } from './project.ts'

/** proc(5): the fields from the third on; the name in the second may hold spaces, so they are counted from its end. */
const statOf = (pid: number): readonly string[] => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

/** A process that has ended and that its parent has not asked for yet: it still has its number, and does nothing any more. */
function isZombie(pid: number): boolean {
  try {
    return statOf(pid)[0] === 'Z'
  } catch {
    return false
  }
}

/** When a process started, in a form that a later process with the same number does not share; an empty string where the system does not tell. */
function startOf(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    // Field 22 is the start time in clock ticks after boot.
    const ticks = statOf(pid)[19]
    return ticks === undefined ? '' : `${boot}/${ticks}`
  } catch {
    return ''
  }
}

/** A job of GitHub Actions ends with its machine: its run, attempt and runner are what can be asked about later. */
const identifyRun = (environment: Environment): ProcessIdentity | undefined => {
  const { GITHUB_ACTIONS: isAction, GITHUB_RUN_ID: run, GITHUB_REPOSITORY: repository } = environment
  if (isAction !== 'true' || run === undefined || repository === undefined) return undefined
  const { GITHUB_RUN_ATTEMPT: attempt = '1', RUNNER_NAME: runner = '' } = environment
  return { host: `github:${repository}`, pid: process.pid, started: `run/${run}/${attempt}/${runner}` }
}

export function identifyProcess(environment: Environment = {}): ProcessIdentity {
  const ofRun = identifyRun(environment)
  if (ofRun !== undefined) return ofRun
  const started = startOf(process.pid)
  // Elsewhere than on Linux the start is only as good as this process's own word for it.
  return {
    host: hostname(),
    pid: process.pid,
    started: started === '' ? `started-${Math.round(Date.now() - process.uptime() * 1000)}` : started,
  }
}

/** True only where it is certain: the holder ran on this host, and its process is gone or its number belongs to another one now. */
export function isProcessDead(holder: ProcessIdentity): boolean {
  if (holder.host !== hostname()) return false
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
  if (isZombie(holder.pid)) return true
  const started = startOf(holder.pid)
  return started !== '' && holder.started.includes('/') && started !== holder.started
}

/** True where the process ran on this very machine since it was last switched on: names of machines are often the same. */
export function isOfThisBoot({ started }: ProcessIdentity): boolean {
  const [boot = ''] = startOf(process.pid).split('/')
  return boot !== '' && started.startsWith(`${boot}/`)
}
