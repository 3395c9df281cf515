import { readFileSync } from 'node:fs'
import { link, readFile, unlink, writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { PerpetualError } from '../../domain/errors.ts'
import { identityOf, orUndefined, removeLock } from './locks.ts'

const pollMs = 20
/** How long a live owner is waited for; what is done under such a lock takes milliseconds. */
const patienceMs = 30_000

/** When a process started, in clock ticks after boot (proc(5), field 22); empty where the system does not tell, or it is a zombie. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? '' : (fields[19] ?? '')
  } catch {
    return ''
  }
}

function isGone(owner: string): boolean {
  const [pid = 0, started = ''] = owner.split(' ').map((part, index) => (index === 0 ? Number(part) : part))
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
  return started !== '' && startOf(pid) !== started
}

let taken = 0

/** Makes the file with its owner in it at once, so that nobody ever sees it empty; false where it is there already. */
async function take(lock: string): Promise<boolean> {
  taken += 1
  const mine = `${lock}.${process.pid}-${taken}`
  // One of this name may be left of a process that was killed, as another name of its lock: written to, it would make that lock ours.
  await orUndefined(unlink(mine))
  await writeFile(mine, `${process.pid} ${startOf(process.pid)}`)
  try {
    await link(mine, lock)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    await orUndefined(unlink(mine))
  }
}

/** Does something while no other process that asks for the same lock does; one whose owner has ended is taken over. */
export async function holdingLock<Value>(lock: string, work: () => Promise<Value>): Promise<Value> {
  const startedMs = performance.now()
  while (!(await take(lock))) {
    const judged = await identityOf(lock)
    const owner = await orUndefined(readFile(lock, 'utf8'))
    if (judged !== undefined && owner !== undefined && isGone(owner)) {
      await removeLock(lock, judged)
      continue
    }
    if (performance.now() - startedMs > patienceMs)
      throw new PerpetualError(
        `Expected \`${lock}\` to be released by process ${owner ?? 'unknown'}, but it stays. If that is no Perpetual, delete it.`,
        { actBy: 'next-run' },
      )
    await pause(pollMs)
  }
  try {
    return await work()
  } finally {
    await orUndefined(unlink(lock))
  }
}
