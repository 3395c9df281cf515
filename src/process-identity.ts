import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import type { ProcessIdentity } from './domain/claim.ts'

/** When a process started, in a form that a later process with the same number does not share; an empty string where the system does not tell. */
function startOf(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // proc(5): field 22 is the start time in clock ticks after boot; the name in field 2 may hold spaces, so count from its end.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return ticks === undefined ? '' : `${boot}/${ticks}`
  } catch {
    return ''
  }
}

export function identifyProcess(): ProcessIdentity {
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
  const started = startOf(holder.pid)
  return started !== '' && holder.started.includes('/') && started !== holder.started
}
