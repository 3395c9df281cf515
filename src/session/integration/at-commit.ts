import { GoneCommitError } from '../../domain/errors.ts'
import type { Forge, Head } from '../../forge/forge.ts'

/** Reads at a commit, or at the head of the default branch where a rewritten history has that commit no more: what was delivered is still there. */
export async function atCommit<Value>(
  { contents }: Pick<Forge, 'contents'>,
  commit: string,
  read: (commit: Head) => Promise<Value>,
): Promise<Value> {
  try {
    return await read(commit)
  } catch (error) {
    if (error instanceof GoneCommitError) return await read(await contents.head())
    throw error
  }
}
