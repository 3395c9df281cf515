import { mkdir } from 'node:fs/promises'
import { cacheFolder } from '../../index-cache/question-indexes.ts'
import { type DatabaseSource, openDatabase } from '../../database/source.ts'
import { messageOf, PerpetualError } from '../../domain/errors.ts'
import type { Project } from '../../project.ts'
import type { Invocation } from '../command.ts'
import { workTreeOf } from '../repository.ts'
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

/** Where a repository's built database is kept. */
export async function cacheOf({ forge, folder, environment }: Invocation): Promise<string> {
  const identity = forge.kind === 'github' ? `${forge.apiUrl}/${forge.owner}/${forge.repo}` : await workTreeOf(folder)
  const cache = cacheFolder(environment, identity)
  // Its pairs may come from a private repository.
  await mkdir(cache, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw new PerpetualError(`Expected a folder for the cache: ${messageOf(error)}; name another one in PERPETUAL_CACHE`, {
      actBy: 'fix-config',
      cause: error,
    })
  })
  return cache
}
