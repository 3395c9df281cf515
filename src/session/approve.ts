import { PerpetualError } from '../domain/errors.ts'
import type { Instant } from '../domain/instant.ts'
import { readTaskForm } from '../domain/task-forms/read-task-form.ts'
import type { Forge, Issue, People } from '../forge/forge.ts'
import type { Account, IntakeEvent } from './intake-event.ts'
import type { IntakeResult, IntakeSetup } from './intake-setup.ts'
import { createIntake } from './intake.ts'

export interface ApprovalSetup extends Pick<IntakeSetup, 'book' | 'clock' | 'pipelines'> {
  readonly forge: Pick<Forge, 'issues' | 'society'>
}

/** An issue that waits for somebody to let it begin. */
export interface WaitingIssue {
  readonly number: number
  readonly title: string
  /** As its labels say; null where none of them does. */
  readonly pipeline: string | null
  readonly author: string
  readonly createdAt: Instant
  readonly body: string
}

/** `labelled` where the workflow on issues makes the task of it, `accepted` where it is one now. */
export type Approval =
  | { readonly type: 'labelled' }
  | { readonly type: 'accepted'; readonly pipeline: string; readonly task: string }

const refuse = (message: string): PerpetualError => new PerpetualError(message, { actBy: 'fix-config' })

const approved = 'approved'
const pipelineLabel = 'pipeline:'

/** Everything that waits for approval, strangers' issues and proposals alike; oldest first. */
export async function listWaiting({ forge, book }: Pick<ApprovalSetup, 'forge' | 'book'>): Promise<readonly WaitingIssue[]> {
  const [issues, tasks] = await Promise.all([forge.issues.list({ state: 'open', labels: ['needs-approval'] }), book.tasks()])
  const accepted = new Set(tasks.map(({ issue }) => issue))
  return issues
    .filter(({ number }) => !accepted.has(number))
    .map(({ number, title, labels, author, createdAt, body }) => {
      const label = labels.find(each => each.startsWith(pipelineLabel))
      return { number, title, pipeline: label?.slice(pipelineLabel.length) ?? null, author, createdAt, body }
    })
}

/** An open issue that can become a task and is none; otherwise throws `fix-config` with what it is. */
async function findWaiting({ forge, book }: Pick<ApprovalSetup, 'forge' | 'book'>, number: number): Promise<Issue> {
  const issue = await forge.issues.get(number)
  if (issue === undefined)
    throw refuse(`Expected the number of an issue, found none with #${number}; \`perpetual tasks proposals\` shows what waits`)
  const task = (await book.tasks()).find(each => each.issue === number)
  if (task !== undefined)
    throw refuse(`Expected an issue that waits for approval, got #${number}, which is task ${task.id} already`)
  if (issue.state === 'closed')
    throw refuse(
      `Expected an issue that waits for approval, got #${number}, which is closed, and that is a no; open it again first`,
    )
  const form = readTaskForm(issue.body, { isMeant: true })
  if (form.type === 'none') throw refuse(`Expected an issue that waits for approval, got #${number}, which asks for no task`)
  if (form.type === 'invalid') throw refuse(`Expected the text of a task in issue #${number}: ${form.problems.join(' ')}`)
  return issue
}

/** GitHub does not tell whoever may not write about anybody, not even about themselves. */
const mayWrite = (people: People): Promise<boolean> =>
  people.mayWrite(people.account).catch((error: unknown) => {
    if (error instanceof PerpetualError && error.actBy === 'fix-config') return false
    throw error
  })

/** Applied anew, because only an event that a person caused makes the workflow look. */
async function applyLabel({ forge }: ApprovalSetup, people: People, issue: Issue): Promise<Approval> {
  if (!(await mayWrite(people)))
    throw refuse(
      `Expected the token of somebody with write access, got that of ${people.account}; apply the label \`${approved}\` to #${issue.number} on GitHub`,
    )
  const others = issue.labels.filter(each => each.toLowerCase() !== approved)
  if (others.length < issue.labels.length) await forge.issues.update(issue.number, { labels: others })
  await forge.issues.update(issue.number, { labels: [...others, approved] })
  return { type: 'labelled' }
}

/** Whoever has the disk may do everything with what is on it. */
const owner: Account = { login: 'owner', type: 'User' }
const ownersOnly: People = { account: '', mayWrite: async login => login === owner.login }

const eventOf = ({ number, body, author, labels, createdAt }: Issue): IntakeEvent => ({
  action: 'labeled',
  issue: { number, body, author: { login: author, type: 'Bot' }, labels: [...labels.map(each => each.toLowerCase()), approved] },
  sender: owner,
  at: createdAt,
  label: approved,
  isRenamed: false,
})

function acceptedOf(result: IntakeResult, number: number): Approval {
  if (result.type === 'accepted') return result
  const because = result.type === 'invalid' ? result.problems.join(' ') : 'because' in result ? result.because : result.type
  throw refuse(`Expected issue #${number} to become a task, got: ${because}`)
}

/**
 * Lets a waiting issue begin: on a disk it becomes a task as it stands now, by the same way as on GitHub, where the label is applied
 * that the workflow on issues answers. Throws `fix-config` for what cannot be approved, with what to do.
 */
export async function approveIssue(setup: ApprovalSetup, number: number): Promise<Approval> {
  const { forge, book, clock, pipelines } = setup
  const issue = await findWaiting(setup, number)
  if (forge.society !== undefined) return applyLabel(setup, forge.society.people, issue)
  const intake = createIntake({ issues: forge.issues, people: ownersOnly, book, clock, pipelines, readMarked: () => undefined })
  return acceptedOf(await intake.handle(eventOf(issue)), number)
}

/** Closes a waiting issue, which is a no that counts for good. */
export async function declineIssue(setup: Pick<ApprovalSetup, 'forge' | 'book'>, number: number): Promise<void> {
  await findWaiting(setup, number)
  await setup.forge.issues.update(number, { state: 'closed' })
}
