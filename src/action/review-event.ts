import { z } from 'zod'
import { PerpetualError } from '../domain/errors.ts'
import type { WorkflowContext } from './workflow-context.ts'

const number = z.int().positive()

/** The little that is read of an event; the rest is asked at the API, where it is as it is now. */
const commentEventSchema = z.object({
  issue: z.object({ number, pull_request: z.unknown().optional() }),
  comment: z.object({ body: z.string().nullish() }),
})

const pullEventSchema = z.object({
  action: z.string(),
  pull_request: z.object({
    number,
    head: z.object({ ref: z.string(), repo: z.object({ full_name: z.string() }).nullish() }),
  }),
  sender: z.object({ login: z.string() }),
})

/** What happened to a pull request, or to an issue that may be one. */
export type ReviewEvent =
  | { readonly type: 'commented'; readonly pull: number; readonly body: string; readonly isPull: boolean }
  | {
      readonly type: 'closed' | 'pushed'
      readonly pull: number
      readonly sender: string
      readonly branch: string
      readonly repository: string
    }
  | { readonly type: 'other'; readonly action: string }

function read<Payload>(schema: z.ZodType<Payload>, { event, payload }: WorkflowContext): Payload {
  const checked = schema.safeParse(payload)
  if (checked.success) return checked.data
  throw new PerpetualError(
    `Expected the event of a pull request or of a comment, got \`${event}\`; run this command in a workflow on \`pull_request_target\` or \`issue_comment\``,
    { actBy: 'fix-config', cause: checked.error },
  )
}

/** Throws `fix-config` where something else started the workflow. */
export function readReviewEvent(context: WorkflowContext): ReviewEvent {
  if (context.event === 'issue_comment') {
    const { issue, comment } = read(commentEventSchema, context)
    return { type: 'commented', pull: issue.number, body: comment.body ?? '', isPull: issue.pull_request !== undefined }
  }
  const { action, pull_request: pull, sender } = read(pullEventSchema, context)
  if (action !== 'closed' && action !== 'synchronize') return { type: 'other', action }
  return {
    type: action === 'closed' ? 'closed' : 'pushed',
    pull: pull.number,
    sender: sender.login,
    branch: pull.head.ref,
    repository: pull.head.repo?.full_name ?? '',
  }
}
