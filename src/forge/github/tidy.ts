import { z } from 'zod'
import { messageOf } from '../../domain/errors.ts'
import { readAnswer } from './answers.ts'
import { commitRoot, createReference } from './commits.ts'
import type { GithubContext } from './context.ts'
import { mirrorRef, stateBranch, stateRef, type StateBranch } from './state-branch.ts'

/** From here on a history costs more than it tells. At most 100 KB a checkpoint, this is also at most 200 MB. */
export const defaultCompactAfter = 2_000

const commitSchema = z.object({ tree: z.object({ sha: z.string() }) })

/** One commit of the same files in place of the history; where somebody writes meanwhile, it is left to the next time. */
const compact = async (context: GithubContext, branch: StateBranch, head: string): Promise<void> => {
  const { api, repositoryId } = context
  const commit = await api.rest({
    route: 'GET /repos/{owner}/{repo}/git/commits/{head}',
    parameters: { head },
    permission: 'contents: read',
  })
  const tree = readAnswer(commitSchema, commit.data, 'a commit').tree.sha
  const root = await commitRoot(context, { message: `Compact ${stateBranch}`, tree })
  const [moved] = await api.mutate([
    {
      name: 'updateRefs',
      inputType: 'UpdateRefsInput',
      input: {
        repositoryId,
        refUpdates: [
          { name: stateRef, beforeOid: head, afterOid: root, force: true },
          { name: mirrorRef, afterOid: root, force: true },
        ],
      },
      selection: 'clientMutationId',
      permission: 'contents: write',
    },
  ])
  if (moved?.type === 'failed' && moved.failure.type !== 'STALE_DATA') throw moved.error
  if (moved?.type === 'done') branch.mirroredAt(root)
}

/** Notes the last commit where the next session looks for it. It only moves forward, so a slower session cannot set it back. */
const mirror = async (context: GithubContext, branch: StateBranch, head: string): Promise<void> => {
  if (branch.mirrored() === head) return
  if (branch.mirrored() === null && (await createReference(context, mirrorRef, head))) return branch.mirroredAt(head)
  await context.api.rest({
    route: `PATCH /repos/{owner}/{repo}/git/${mirrorRef}`,
    parameters: { sha: head, force: false },
    permission: 'contents: write',
    expected: [422],
  })
}

/** One request at the end of a session; what fails here is a warning, because the state itself is safe. */
export const tidyState = async (context: GithubContext, branch: StateBranch, compactAfter: number): Promise<void> => {
  try {
    const head = branch.known() ?? (await branch.newest())
    if (head === null) return
    await (branch.commits() > compactAfter ? compact(context, branch, head) : mirror(context, branch, head))
  } catch (error) {
    context.warn(`The branch ${stateBranch} was not tidied: ${messageOf(error)}`)
  }
}
