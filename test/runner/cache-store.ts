import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Folders that outlive their machines, as `actions/cache` keeps them for the jobs of one repository. */
export interface CacheStore {
  /** Brings back what was kept under this key, else the newest whose key begins with the prefix; gives the key that was found. */
  restore(wanted: { readonly key: string; readonly prefix: string; readonly folder: string }): string | undefined
  /** Keeps a folder, if it is there; what a key keeps is never replaced. */
  save(key: string, folder: string): void
  /** Oldest first. */
  keys(): readonly string[]
  close(): void
}

export function createCacheStore(): CacheStore {
  const top = mkdtempSync(join(tmpdir(), 'perpetual-caches-'))
  const kept: string[] = []
  const placeOf = (key: string): string => join(top, String(kept.indexOf(key)))
  return {
    restore: ({ key, prefix, folder }) => {
      const found = kept.includes(key) ? key : kept.findLast(each => prefix !== '' && each.startsWith(prefix))
      if (found !== undefined) cpSync(placeOf(found), folder, { recursive: true })
      return found
    },
    save: (key, folder) => {
      if (kept.includes(key) || !existsSync(folder)) return
      kept.push(key)
      cpSync(folder, placeOf(key), { recursive: true })
    },
    keys: () => [...kept],
    close: () => rmSync(top, { recursive: true, force: true, maxRetries: 5 }),
  }
}
