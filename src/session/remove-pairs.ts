import { readHandles, rejectPairs } from '../dataset/reviewed-file.ts'
import { messageOf, PerpetualError } from '../domain/errors.ts'
import type { Part } from '../domain/task.ts'
import type { FileChange, Forge } from '../forge/forge.ts'
import { reviewedFiles } from './reviews.ts'

/** The pairs of a part as they stand on its branch now. */
export interface Standing {
  /** Their handles. */
  readonly present: ReadonlySet<string>
  /** One error a file that somebody broke, which names the file. */
  readonly unreadable: readonly PerpetualError[]
}

export interface Removal {
  readonly removed: readonly string[]
  readonly standing: Standing
}

/** Lost races against other editors of a branch before giving up. */
const maxRaces = 20

interface ReadFile {
  readonly path: string
  readonly text: string
  readonly handles: readonly string[]
}

function read([path, text]: readonly [string, string]): ReadFile | PerpetualError {
  try {
    return { path, text, handles: [...readHandles({ path, text }).keys()] }
  } catch (error) {
    return new PerpetualError(messageOf(error), { actBy: 'fix-config', cause: error })
  }
}

/**
 * Takes pairs out of a part's files with one commit on its branch, on whatever reviewers have made of them: `choose` names the
 * handles by what stands there now, and is asked again after each lost race. Nothing to take makes no commit.
 * Undefined where the pull request is not open.
 */
export async function removePairs(
  forge: Pick<Forge, 'pulls' | 'contents'>,
  part: Part,
  choose: (standing: Standing) => { readonly handles: readonly string[]; readonly message: string },
): Promise<Removal | undefined> {
  for (let race = 0; race < maxRaces; race += 1) {
    const pull = part.pull === null ? undefined : await forge.pulls.get(part.pull)
    if (pull?.state !== 'open') return undefined
    const files = [...(await forge.contents.read(pull.head, reviewedFiles(part)))].map(read)
    const readable = files.flatMap(file => (file instanceof PerpetualError ? [] : [file]))
    const unreadable = files.flatMap(file => (file instanceof PerpetualError ? [file] : []))
    const standing = { present: new Set(readable.flatMap(({ handles }) => handles)), unreadable }
    const { handles, message } = choose(standing)
    const rejected = readable.map(({ path, text }) => ({ path, ...rejectPairs({ path, text }, handles) }))
    const changes = rejected.filter(({ removed }) => removed.length > 0).map(({ path, text }): FileChange => ({ path, text }))
    const removed = rejected.flatMap(each => each.removed)
    if (changes.length === 0) return { removed, standing }
    const written = await forge.pulls.edit(pull.number, { base: pull.head, changes, message })
    if (written.type === 'written') return { removed, standing }
  }
  throw new PerpetualError(`Expected to edit #${part.pull} within ${maxRaces} races, lost them all; try again`, {
    actBy: 'next-run',
  })
}
