import { z } from 'zod'
import { PerpetualError } from '../domain/errors.ts'

/** An account as GitHub names it; `type` is `User` for a person. */
export interface Account {
  readonly login: string
  readonly type: string
}

/** Something that was done to an issue. The issue is as it was at that moment, which may be a while ago. */
export interface IntakeEvent {
  readonly action: 'opened' | 'edited' | 'reopened' | 'labeled'
  readonly issue: {
    readonly number: number
    readonly body: string
    readonly author: Account
    /** In lower case, as they are compared. */
    readonly labels: readonly string[]
  }
  readonly sender: Account
  /** When the issue was last changed; tells one labelling from the next. */
  readonly at: string
  /** Of `labeled`, in lower case. */
  readonly label: string | null
  /** Of `edited`: whether the title was changed. */
  readonly isRenamed: boolean
}

/** Who deleted their account is nobody any more. */
const nobody: Account = { login: '', type: '' }

const account = z.object({ login: z.string(), type: z.string() })
const payloadSchema = z.object({
  action: z.string(),
  issue: z.object({
    number: z.int().positive(),
    body: z.string().nullish(),
    user: account.nullish(),
    labels: z.array(z.object({ name: z.string() })).nullish(),
    updated_at: z.string().max(40).nullish(),
    pull_request: z.unknown().optional(),
  }),
  sender: account,
  label: z.object({ name: z.string() }).nullish(),
  changes: z.object({ title: z.unknown().optional() }).nullish(),
})
const actionSchema = z.enum(['opened', 'edited', 'reopened', 'labeled'])

/**
 * The payload of GitHub's `issues` event; undefined for actions that ask for nothing and for pull requests.
 * Throws `fix-config` for the payload of another event.
 */
export function readIntakeEvent(payload: unknown): IntakeEvent | undefined {
  const parsed = payloadSchema.safeParse(payload)
  if (!parsed.success)
    throw new PerpetualError(
      `Expected the payload of an \`issues\` event, found no fitting \`${parsed.error.issues[0]?.path.join('.') ?? ''}\`; run this command in a workflow on \`issues\``,
      { actBy: 'fix-config', cause: parsed.error },
    )
  const { issue, sender, label, changes } = parsed.data
  const action = actionSchema.safeParse(parsed.data.action)
  if (!action.success || issue.pull_request !== undefined) return undefined
  return {
    action: action.data,
    issue: {
      number: issue.number,
      body: issue.body ?? '',
      author: issue.user ?? nobody,
      labels: (issue.labels ?? []).map(({ name }) => name.toLowerCase()),
    },
    sender,
    at: issue.updated_at ?? '',
    label: label?.name.toLowerCase() ?? null,
    isRenamed: changes?.title !== undefined,
  }
}
