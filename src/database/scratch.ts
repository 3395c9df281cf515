import { mkdir, readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Removes what killed processes left beside a file. */
async function sweep(folder: string, prefix: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = name.startsWith(prefix) ? Number(/^\d+/.exec(name.slice(prefix.length))?.[0] ?? Number.NaN) : Number.NaN
    if (Number.isInteger(pid) && pid > 0 && !isAlive(pid)) await rm(join(folder, name), { recursive: true, force: true })
  }
}

/** A place beside `target` to make it in, on the same disk, so that a rename puts it there whole; whatever happens, nothing is left of it. */
export async function withScratch<Value>(target: string, work: (scratch: string) => Promise<Value>): Promise<Value> {
  const folder = dirname(target)
  const prefix = `.${basename(target)}.making-`
  await mkdir(folder, { recursive: true })
  await sweep(folder, prefix)
  const scratch = join(folder, `${prefix}${process.pid}`)
  await rm(scratch, { recursive: true, force: true })
  try {
    return await work(scratch)
  } finally {
    // SQLite keeps a journal beside its file, which begins with the file's name.
    for (const suffix of ['', '-journal', '-wal', '-shm']) await rm(`${scratch}${suffix}`, { recursive: true, force: true })
  }
}
