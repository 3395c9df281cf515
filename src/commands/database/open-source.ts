import { mkdir } from 'node:fs/promises'
import { type DatabaseSource, openDatabase } from '../../database/source.ts'
import { messageOf, PerpetualError } from '../../domain/errors.ts'
import type { Project } from '../../project.ts'
import type { Invocation } from '../command.ts'
import { withProject } from '../with-project.ts'

export interface OpenedDatabase {
  readonly project: Project
  readonly source: DatabaseSource
  /** A progress bar over the shards. */
  readonly onShard: (label: string) => (done: number) => void
}

/** Opens the database on the default branch; Ctrl-C ends what reads it between two shards. */
export const withDatabase = <Value>(invocation: Invocation, work: (opened: OpenedDatabase) => Promise<Value>): Promise<Value> =>
  withProject(invocation, async project => {
    const source = await openDatabase(project.forge.contents, invocation.interruptible())
    const onShard = (label: string) => {
      const progress = invocation.output.progress({ label, total: source.paths.length, unit: 'shards' })
      return (done: number): void => progress.update(done)
    }
    try {
      return await work({ project, source, onShard })
    } finally {
      invocation.output.close()
    }
  })

/** Where a repository's built database is kept: with its other caches. */
export async function cacheOf({ cacheFolder }: Project): Promise<string> {
  // Its pairs may come from a private repository.
  await mkdir(cacheFolder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw new PerpetualError(`Expected a folder for the cache: ${messageOf(error)}; name another one in PERPETUAL_CACHE`, {
      actBy: 'fix-config',
      cause: error,
    })
  })
  return cacheFolder
}
