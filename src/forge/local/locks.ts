import { link, lstat, readdir, readFile, readlink, rename, unlink } from 'node:fs/promises'
import { basename, sep } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { PerpetualError } from '../../domain/errors.ts'
import type { GitResult } from '../git.ts'

/*
 * A killed git leaves `<file>.lock` behind, and every later writer fails on it. Locks live in the operating system's time and
 * not in the session's clock, which may be simulated; hence the real timers here.
 */

/** A live git holds a lock for milliseconds; one this old is looked at more closely. */
const suspiciousAfterMs = 5_000
/** Where a lock's owner cannot be looked up (outside Linux), only age tells. */
const suspiciousWithoutProofMs = 60_000
/** How long this process itself must have seen the lock unchanged: after a suspend every lock looks old. */
const watchedForMs = 500
const pollMs = 50
/** How long a live owner is waited for in all. */
const patienceMs = 15_000

const lockPattern = /Unable to create '([^'\n]+\.lock)': File exists/

/** The lock file that git says is in its way. */
export const lockInTheWay = (result: GitResult): string | undefined =>
  result.code === 0 ? undefined : (lockPattern.exec(result.stderr)?.[1] ?? undefined)

export const orUndefined = async <T>(promise: Promise<T>): Promise<T | undefined> => {
  try {
    return await promise
  } catch {
    return undefined
  }
}

const isInside = (path: string, folder: string): boolean => path === folder || path.startsWith(folder + sep)

/** Git keeps some locks while their file is closed (an editor open on a commit message), but never a lock on Perpetual's own branches. */
const isAlwaysOpen = (lock: string): boolean => lock.includes('/refs/heads/perpetual/')

/** Whether a process has the lock open, or is a git that runs in one of the repository's folders (or hides where it runs). */
const holds = async (pid: string, lock: string, folders: readonly string[]): Promise<boolean> => {
  const name = (await orUndefined(readFile(`/proc/${pid}/comm`, 'utf8'))) ?? ''
  if (name.startsWith('git') && !isAlwaysOpen(lock)) {
    const state = (await orUndefined(readFile(`/proc/${pid}/stat`, 'utf8')))?.split(') ').at(-1)?.[0]
    const cwd = await orUndefined(readlink(`/proc/${pid}/cwd`))
    if (state !== undefined && state !== 'Z' && (cwd === undefined || folders.some(folder => isInside(cwd, folder)))) return true
  }
  for (const descriptor of (await orUndefined(readdir(`/proc/${pid}/fd`))) ?? []) {
    if ((await orUndefined(readlink(`/proc/${pid}/fd/${descriptor}`))) === lock) return true
  }
  return false
}

const hasLiveOwner = async (lock: string, folders: readonly string[]): Promise<boolean> => {
  for (const pid of (await readdir('/proc')).filter(name => /^[0-9]+$/.test(name))) {
    if (await holds(pid, lock, folders)) return true
  }
  return false
}

/** Tells a file from another one of the same name. */
export const identityOf = async (path: string): Promise<string | undefined> => {
  const stat = await orUndefined(lstat(path, { bigint: true }))
  return stat === undefined ? undefined : `${stat.dev}:${stat.ino}:${stat.mtimeNs}`
}

const isDead = async (lock: string, folders: readonly string[]): Promise<boolean> => {
  const stat = await orUndefined(lstat(lock))
  if (stat === undefined) return false
  const ageMs = Date.now() - stat.mtimeMs
  if (process.platform === 'linux') return ageMs > suspiciousAfterMs && !(await hasLiveOwner(lock, folders))
  return ageMs > suspiciousWithoutProofMs && basename(lock) !== 'index.lock'
}

/** Removes the lock only if it still is the very file that was judged dead: another writer may have removed it and taken its own. */
export const removeLock = async (lock: string, judged: string): Promise<void> => {
  const aside = `${lock}.dead-${process.pid}`
  if ((await identityOf(lock)) !== judged) return
  if ((await orUndefined(rename(lock, aside).then(() => true))) === undefined) return
  if ((await identityOf(aside)) !== judged) await orUndefined(link(aside, lock))
  await orUndefined(unlink(aside))
}

/**
 * Runs a git command; where a lock is in its way, waits for a live owner up to 15 s, and removes the lock of a dead one: older
 * than 5 s, unchanged for 0.5 s of watching, open in no process, and no git at work in `folders`.
 */
export const pastLocks = async (run: () => Promise<GitResult>, folders: readonly string[]): Promise<GitResult> => {
  const startedMs = performance.now()
  let watched: { readonly identity: string | undefined; readonly sinceMs: number } | undefined
  for (;;) {
    const result = await run()
    const lock = lockInTheWay(result)
    if (lock === undefined) return result
    const nowMs = performance.now()
    const identity = await identityOf(lock)
    if (watched === undefined || watched.identity !== identity) watched = { identity, sinceMs: nowMs }
    const watchedLongEnough = identity !== undefined && nowMs - watched.sinceMs >= watchedForMs
    if (watchedLongEnough && (await isDead(lock, folders))) {
      await removeLock(lock, identity)
      continue
    }
    if (nowMs - startedMs > patienceMs) {
      throw new PerpetualError(
        `Expected \`${lock}\` to be released by the git that holds it, but it stays. If no git is running, delete it.`,
        {
          actBy: 'fix-config',
        },
      )
    }
    await pause(pollMs)
  }
}
