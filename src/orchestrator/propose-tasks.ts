import { parseManifest } from '../dataset/database/manifest.ts'
import { manifestPath, retractionsPath } from '../dataset/database/paths.ts'
import { parseRetractions } from '../dataset/database/retractions.ts'
import type { Clock } from '../domain/instant.ts'
import { parseAssignment } from '../domain/task-forms/forms.ts'
import { readTaskForm } from '../domain/task-forms/read-task-form.ts'
import type { Task } from '../domain/task.ts'
import type { Forge, Issue } from '../forge/forge.ts'
import { labelsOf } from '../session/projection.ts'
import { proposalMarker } from '../session/proposal-marker.ts'
import type { StateBook } from '../session/state-book.ts'
import { newTask } from '../session/task-book.ts'
import { proposeFor, roomFor, type KnownProposal, type Proposal, type ProposalInput, type ResearchQueue } from './proposals.ts'

/** A queue that people or proposals fill. */
export interface Queue {
  readonly pipeline: string
  readonly agent: string
  /** Null where nobody but a person can say what to work on, such as which videos. */
  readonly research: Omit<ResearchQueue, 'pipeline'> | null
}

export interface ProposeSetup {
  readonly forge: Pick<Forge, 'issues' | 'contents'>
  readonly book: Pick<StateBook, 'tasks'>
  readonly clock: Clock
  /** Pairs; nothing is proposed once they are in the database. */
  readonly goal: number
  /** Of pipelines whose sessions may begin. */
  readonly queues: readonly Queue[]
  readonly below: number
  readonly most: number
}

export interface Proposed extends Pick<Proposal, 'pipeline' | 'id' | 'title'> {
  /** The issue that waits for `approved`. */
  readonly number: number
}

/** A queue that is low and that no proposal fills: a person must. */
export interface ShortQueue {
  readonly pipeline: string
  readonly pending: number
  /** `people` where only they can make its tasks, `nothing-known` where neither a gap nor a weak spot is left to propose. */
  readonly because: 'people' | 'nothing-known'
}

export interface Proposals {
  readonly proposed: readonly Proposed[]
  readonly short: readonly ShortQueue[]
}

const proposalLabel = 'perpetual:proposal'
const approvalLabel = 'needs-approval'

/** Issues whose text a person made unreadable are known by their marker alone. */
function knownOf(issues: readonly Issue[], tasks: readonly Task[]): readonly KnownProposal[] {
  const accepted = new Set(tasks.map(({ issue }) => issue))
  return issues.flatMap(({ number, body, state }): readonly KnownProposal[] => {
    const form = readTaskForm(body, { isMeant: true })
    if (form.type !== 'request') return []
    const parsed = parseAssignment(body)
    return [
      {
        pipeline: form.request.pipeline ?? '',
        id: form.request.task,
        indicators: parsed.type === 'invalid' ? [] : parsed.assignment.indicators,
        isWaiting: state === 'open' && !accepted.has(number),
      },
    ]
  })
}

/** What is known of the database, or null once the goal is reached. */
async function readDatabase({
  forge: { contents },
  goal,
}: ProposeSetup): Promise<Pick<ProposalInput, 'cells' | 'retractions'> | null> {
  const texts = await contents.read(await contents.head(), [manifestPath, retractionsPath])
  const text = texts.get(manifestPath)
  const manifest = text === undefined ? undefined : parseManifest(text)
  if (manifest !== undefined && manifest.rows >= goal) return null
  return { cells: manifest?.totals.byCell ?? {}, retractions: parseRetractions(texts.get(retractionsPath) ?? '') }
}

/** One issue a proposal, however often it is asked for: where there was one before, that one comes back. */
function openIssue({ forge, queues, clock }: ProposeSetup, { pipeline, id, title, body }: Proposal): Promise<Issue> {
  const agent = queues.find(each => each.pipeline === pipeline)?.agent ?? pipeline
  const rest = { issue: null, body, createdAt: clock.now(), redoes: null }
  const labels = labelsOf(newTask({ id, title, pipeline, priority: 'p3', order: 0 }, rest), agent)
  return forge.issues.create({
    title: `Proposal: ${title}`,
    body,
    labels: [...labels.filter(label => !label.startsWith('status:')), approvalLabel, proposalLabel],
    marker: proposalMarker({ pipeline, id }),
  })
}

/** Issues that a person made unrecognizable and that come back instead of new ones, after which a tick leaves the rest to the next. */
const maxComeBack = 20

/** Makes what there is room for; an issue that comes back is known from then on, and the next best takes its place. */
async function fill(setup: ProposeSetup, { issues, ...given }: ProposalInput & { readonly issues: readonly Issue[] }) {
  const listed = new Set(issues.map(({ number }) => number))
  const proposed: Proposed[] = []
  let input: ProposalInput = given
  for (let back = 0; back < maxComeBack;) {
    const [proposal] = proposeFor(input)
    if (proposal === undefined) break
    const { pipeline, id, title, body } = proposal
    const { number, state, labels } = await openIssue(setup, proposal)
    const isNew = state === 'open' && !listed.has(number) && labels.includes(proposalLabel)
    if (isNew) proposed.push({ pipeline, id, title, number })
    else back += 1
    const parsed = parseAssignment(body)
    const indicators = isNew && parsed.type !== 'invalid' ? parsed.assignment.indicators : []
    input = { ...input, known: [...input.known, { pipeline, id, indicators, isWaiting: isNew }] }
  }
  return { proposed, input }
}

/**
 * Proposes tasks where queues are low, as issues that wait for a person; asks for nothing where they are not. Throws what the forge
 * throws: what was made until then is found again the next time.
 */
export async function proposeTasks(setup: ProposeSetup): Promise<Proposals> {
  const { below, most, queues, forge, book } = setup
  const tasks = await book.tasks()
  const pendingOf = (name: string): number => tasks.filter(task => task.pipeline === name && task.status === 'pending').length
  // A queue that never had a task is one that nobody uses.
  const used = new Set(tasks.map(({ pipeline }) => pipeline))
  const low = queues.filter(({ pipeline }) => used.has(pipeline) && pendingOf(pipeline) < below)
  const shortOf = ({ pipeline }: Queue, because: ShortQueue['because']): ShortQueue => ({
    pipeline,
    pending: pendingOf(pipeline),
    because,
  })
  const people = low.filter(({ research }) => research === null).map(queue => shortOf(queue, 'people'))
  const research = queues.flatMap(({ pipeline, research: queue }) => (queue === null ? [] : [{ pipeline, ...queue }]))
  const lowest = low.filter(queue => queue.research !== null)
  const database = lowest.length === 0 ? null : await readDatabase(setup)
  if (database === null) return { proposed: [], short: people }
  const issues = await forge.issues.list({ labels: [proposalLabel] })
  const known = knownOf(issues, tasks)
  const { proposed, input } = await fill(setup, { ...database, queues: research, tasks, known, below, most, issues })
  const empty = lowest.filter(
    ({ pipeline }) => roomFor(pipeline, input) > 0 && !input.known.some(each => each.pipeline === pipeline && each.isWaiting),
  )
  return { proposed, short: [...people, ...empty.map(queue => shortOf(queue, 'nothing-known'))] }
}
