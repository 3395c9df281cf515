import type { Command } from 'commander'
import { show } from '../config/show.ts'
import { PerpetualError } from '../domain/errors.ts'
import { proposeTasks } from '../orchestrator/propose-tasks.ts'
import type { Project } from '../project.ts'
import { describeShortQueue } from '../report/describe-short-queue.ts'
import { approveIssue, declineIssue, listWaiting, type ApprovalSetup, type WaitingIssue } from '../session/approve.ts'
import type { Finish, Invocation, Start } from './command.ts'
import type { Colours } from './output.ts'
import { intakePipelinesOf, proposeSetupOf } from './queues.ts'
import { table } from './task-views.ts'
import { withProject } from './with-project.ts'

const setupOf = ({ forge, book, clock, config }: Project): ApprovalSetup => ({
  forge,
  book,
  clock,
  pipelines: intakePipelinesOf(config),
})

const refuseNumber = (text: string, wanted: string): PerpetualError =>
  new PerpetualError(`Expected ${wanted}, got ${show(text)}; \`perpetual tasks proposals\` shows what waits`, {
    actBy: 'fix-config',
  })

function numberOf(text: string): number {
  const digits = /^#?(\d{1,9})$/.exec(text)?.[1]
  if (digits !== undefined) return Number(digits)
  throw refuseNumber(text, 'the number of an issue')
}

function renderWaiting(issues: readonly WaitingIssue[], { dim }: Colours): readonly string[] {
  if (issues.length === 0) return ['Nothing waits for approval.']
  const cells = issues.map(({ number, pipeline, author, title }) => [`#${number}`, pipeline ?? '-', author, title])
  const [first = '', ...rest] = table([['', 'PIPELINE', 'BY', 'TITLE'], ...cells])
  const next =
    'To read one: `perpetual tasks proposals <number>`. To let it begin: `tasks approve <number>`. A no: `tasks decline <number>`.'
  return [dim(first), ...rest, '', dim(next)]
}

const renderOne = ({ number, title, author, createdAt, body }: WaitingIssue, { bold, dim }: Colours): readonly string[] => [
  bold(`#${number} ${title}`),
  dim(`by ${author}, ${createdAt}`),
  '',
  body.trimEnd(),
]

const proposals = (invocation: Invocation, text: string | undefined): Promise<Finish> =>
  withProject(invocation, async project => {
    const asked = text === undefined ? undefined : numberOf(text)
    const waiting = await listWaiting(project)
    if (asked !== undefined) {
      const proposal = waiting.find(({ number }) => number === asked)
      if (proposal === undefined) throw refuseNumber(`#${asked}`, 'the number of an issue that waits for approval')
      for (const line of renderOne(proposal, invocation.output.colours)) invocation.output.result(line)
      return { json: { proposal } }
    }
    for (const line of renderWaiting(waiting, invocation.output.colours)) invocation.output.result(line)
    return { json: { proposals: waiting } }
  })

const approve = (invocation: Invocation, text: string): Promise<Finish> =>
  withProject(invocation, async project => {
    const number = numberOf(text)
    const approval = await approveIssue(setupOf(project), number)
    invocation.output.result(
      approval.type === 'accepted'
        ? `#${number} is task ${approval.task} of ${approval.pipeline} now.`
        : `#${number} has the label \`approved\`; the workflow on issues makes a task of it as it stands now.`,
    )
    return { json: { number, ...approval } }
  })

const decline = (invocation: Invocation, text: string): Promise<Finish> =>
  withProject(invocation, async project => {
    const number = numberOf(text)
    await declineIssue(project, number)
    invocation.output.result(`#${number} is closed; it is not proposed again.`)
    return { json: { number, type: 'declined' } }
  })

const propose = (invocation: Invocation): Promise<Finish> =>
  withProject(invocation, async project => {
    const { proposed, short } = await proposeTasks(proposeSetupOf(project))
    const { output } = invocation
    for (const { number, pipeline, title } of proposed) output.result(`#${number} is proposed for ${pipeline}: ${title}`)
    if (proposed.length === 0) output.result('Nothing new is proposed.')
    for (const queue of short) output.result(describeShortQueue(queue))
    return { json: { proposed, short } }
  })

/** What waits for a person before it begins: proposals, and on GitHub the issues of strangers. */
export function defineApproval(command: Command, start: Start): void {
  const proposing = command.command('propose').summary('Propose tasks where queues are low')
  proposing
    .description(
      'Proposes tasks where a queue is low, from gaps of the coverage grid and weak spots, as issues that wait for approval. Each tick of `perpetual up` and of the workflow does so too.',
    )
    .action(() => start(proposing, propose))
  const listing = command.command('proposals [number]').summary('What waits for somebody to let it begin')
  listing
    .description(
      'Lists the issues that wait for approval: tasks that Perpetual proposes, and on GitHub those of strangers; or shows one.',
    )
    .action((number: string | undefined) => start(listing, invocation => proposals(invocation, number)))
  const approving = command.command('approve <number>').summary('Let a waiting issue begin as a task')
  approving
    .description(
      'Lets a waiting issue begin as a task, with the text that it has now. On GitHub it applies the label `approved`.',
    )
    .action((number: string) => start(approving, invocation => approve(invocation, number)))
  const declining = command.command('decline <number>').summary('Close a waiting issue for good')
  declining
    .description('Closes a waiting issue; what it proposes is not proposed again.')
    .action((number: string) => start(declining, invocation => decline(invocation, number)))
}
