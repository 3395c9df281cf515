import { createLeg, type Leg } from '../leg.ts'
import type { Provider } from '../session-setup.ts'
import { workOnRun } from '../work-on-run.ts'
import type { Member } from './batch-parts.ts'
import { directly, type Held } from './held-tasks.ts'
import { stopOf, type Round } from './round.ts'

/** A member that is asked directly, metered by a leg of its own. */
interface Asked {
  readonly member: Member
  readonly leg: Leg
  readonly provider: Provider
}

/** Does what comes to its outcome within this session: direct calls and look-ups. What one member cannot do for now, the next one does. */
export async function workDirectly(round: Round, legs: Legs): Promise<'done' | 'lost'> {
  const { tasks, members, setup, slots } = round
  const ready = (await tasks.inProgress()).filter(({ run }) => !directly(run).finished())
  if (ready.length === 0) return 'done'
  const busy = (account: string): number => slots.board().slots.filter(slot => slot.member === account).length
  const open = setup.batch.members.filter(({ account }) => members.refuses(account) === undefined)
  for (const member of open.toSorted((a, b) => busy(a.account) - busy(b.account))) {
    const leg = legs.of(member)
    const provider = member.createProvider(request => leg.permit(request))
    const asked = { member, leg, provider }
    for (const held of ready) {
      if (stopOf(round) !== undefined || directly(held.run).finished()) continue
      const end = await workOnOne(round, held, asked)
      if (end === 'lost-claim') return 'lost'
      if (end !== 'finished' && end !== 'stopped') break
    }
    // What was granted and not sent goes back, so that jobs may be paid from it.
    const resting = { tally: null, calls: 0, accepted: 0, rejected: 0, files: [], wrap: null, rests: true }
    if ((await leg.checkpoint(resting)) === 'lost') return 'lost'
  }
  return 'done'
}

async function workOnOne(round: Round, held: Held, { member, leg, provider }: Asked) {
  const { setup, deadline } = round
  const { book } = setup
  const { task } = held
  const end = await workOnRun(setup, { leg, provider, setting: member.setting, task, run: directly(held.run), deadline })
  const state = await book.read({ accounts: [], pipelines: [], tasks: [{ pipeline: task.pipeline, id: task.id }] })
  held.task = state.tasks[task.id] ?? held.task
  return end
}

/** The legs of one session, one a member: each has its own purse. */
export interface Legs {
  of(member: Member): Leg
  /** Settles what each owes of a claim that was lost. */
  settleLost(): Promise<void>
}

export function createLegs(round: Round, expiresAt: string): Legs {
  const { setup, holder } = round
  const legs = new Map<string, Leg>()
  const of = (member: Member): Leg => {
    const known = legs.get(member.account)
    if (known !== undefined) return known
    const { setting, costing } = member
    const leg = createLeg({ ...setup, setting, costing, holder, expiresAt, isStopped: () => setup.asked.aborted })
    legs.set(member.account, leg)
    return leg
  }
  return {
    of,
    settleLost: async () => {
      for (const leg of legs.values()) await leg.settleLost()
    },
  }
}
