import { z } from 'zod'
import { PerpetualError } from '../domain/errors.ts'
import { isSha, type ActionReference, type PinnedAction } from './action-reference.ts'
import { isOk, type Ask } from './ask-github.ts'

const commitSchema = z.object({ sha: z.string().regex(/^[0-9a-f]{40}$/) })

/** Pins a tag, branch or commit of the action to its commit, as the API knows it. Throws `fix-config` where there is none. */
export async function resolveAction(ask: Ask, { name, ref }: ActionReference): Promise<PinnedAction> {
  const [owner, repo] = name.split('/')
  const answer = await ask('GET /repos/{owner}/{repo}/commits/{ref}', { owner, repo, ref })
  const commit = commitSchema.safeParse(answer.data)
  if (isOk(answer) && commit.success) return { name, sha: commit.data.sha, version: isSha(ref) ? null : ref }
  throw new PerpetualError(
    `Expected ${name}@${ref} to be a version of the action that this token can see, but GitHub answers ${answer.status}; pass another with \`--action owner/name@tag\``,
    { actBy: 'fix-config' },
  )
}
