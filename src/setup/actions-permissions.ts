import { z } from 'zod'
import { isOk, type Ask } from './ask-github.ts'

const workflowSchema = z.object({ can_approve_pull_request_reviews: z.boolean() })

/** Whether GitHub Actions may open pull requests in this repository; undefined where that cannot be seen. */
export async function mayActionsOpenPulls(ask: Ask): Promise<boolean | undefined> {
  const answer = await ask('GET /repos/{owner}/{repo}/actions/permissions/workflow')
  return isOk(answer) ? workflowSchema.safeParse(answer.data).data?.can_approve_pull_request_reviews : undefined
}

/** Whether the organisation lets any repository switch that on; undefined where that cannot be seen. */
export async function mayOrganisationOpenPulls(ask: Ask, organisation: string): Promise<boolean | undefined> {
  const answer = await ask('GET /orgs/{org}/actions/permissions/workflow', { org: organisation })
  return isOk(answer) ? workflowSchema.safeParse(answer.data).data?.can_approve_pull_request_reviews : undefined
}
