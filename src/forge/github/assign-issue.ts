import { messageOf } from '../../domain/errors.ts'
import type { GithubContext } from './context.ts'

/** GitHub takes no more on one issue. */
const mostAssignees = 10

/**
 * Assigns people to an issue, beside those who have it. This route leaves out whom GitHub cannot assign; the one that makes an issue
 * refuses it because of them. https://docs.github.com/en/rest/issues/assignees#add-assignees-to-an-issue
 */
export const assignIssue = async (
  { api, warn }: GithubContext,
  { number, assignees = [] }: { readonly number: number; readonly assignees: readonly string[] | undefined },
): Promise<void> => {
  if (assignees.length === 0) return
  try {
    await api.rest({
      route: 'POST /repos/{owner}/{repo}/issues/{number}/assignees',
      parameters: { number, assignees: assignees.slice(0, mostAssignees) },
      permission: 'issues: write',
    })
  } catch (error) {
    warn(`Nobody was assigned to #${number} (github.reviewers: ${assignees.join(', ')}): ${messageOf(error)}`)
  }
}
