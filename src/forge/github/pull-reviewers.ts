import { messageOf } from '../../domain/errors.ts'
import type { GithubContext } from './context.ts'

/** Asks people for a review; where one of them may not review here, GitHub refuses all, which is no failure of a delivery. */
export const askForReviews = async (
  { api, warn }: GithubContext,
  { number, reviewers }: { readonly number: number; readonly reviewers: readonly string[] },
): Promise<void> => {
  if (reviewers.length === 0) return
  try {
    await api.rest({
      route: 'POST /repos/{owner}/{repo}/pulls/{number}/requested_reviewers',
      parameters: { number, reviewers },
      permission: 'pull-requests: write',
    })
  } catch (error) {
    warn(`Nobody was asked to review #${number} (github.reviewers: ${reviewers.join(', ')}): ${messageOf(error)}`)
  }
}
