import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { morning, type World } from './world.ts'

export interface Rewind {
  /** Brings the world's repository, its provider and its clock back to how they were. */
  back(): Promise<void>
  remove(): void
}

/** Keeps a copy of a world as it is now, so that many tests can begin there without making it each time. */
export function keep(world: World, now = morning): Rewind {
  const folder = mkdtempSync(join(tmpdir(), 'perpetual-kept-'))
  const copy = (from: string, to: string): void => cpSync(from, to, { recursive: true, preserveTimestamps: true })
  copy(world.repository.folder, folder)
  return {
    back: async () => {
      await world.provider.control('reset', {})
      await world.moveTo(now)
      rmSync(world.repository.folder, { recursive: true, force: true, maxRetries: 5 })
      copy(folder, world.repository.folder)
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}
