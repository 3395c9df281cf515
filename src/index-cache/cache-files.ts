import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { indexVersion } from './open-sqlite.ts'

/** The files of one index in a folder. A damaged one is never mended or replaced but followed by the next, because another process may still have it open. */
export interface CacheFiles {
  /** The newest one of this version, or the first. */
  newest(): number
  pathOf(generation: number): string
  /** Removes what came before `generation`, of older versions too. */
  removeBefore(generation: number): void
}

interface Found {
  readonly file: string
  readonly version: number
  readonly generation: number
}

export function createCacheFiles(folder: string, name: string): CacheFiles {
  const pattern = /^(.+)-v(\d{1,6})-(\d{1,6})\.sqlite(?:-wal|-shm|-journal)?$/
  const list = (): Found[] => {
    try {
      return readdirSync(folder).flatMap(file => {
        const [, own, version, generation] = pattern.exec(file) ?? []
        return own === name ? [{ file, version: Number(version), generation: Number(generation) }] : []
      })
    } catch {
      return []
    }
  }
  return {
    newest: () => Math.max(1, ...list().flatMap(each => (each.version === indexVersion ? [each.generation] : []))),
    pathOf: generation => join(folder, `${name}-v${indexVersion}-${generation}.sqlite`),
    removeBefore: current => {
      for (const { file, version, generation } of list())
        if (version < indexVersion || (version === indexVersion && generation < current))
          rmSync(join(folder, file), { force: true })
    },
  }
}
