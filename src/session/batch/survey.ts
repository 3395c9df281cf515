import { messageOf } from '../../domain/errors.ts'
import type { BatchJob, BatchListing, BatchProvider } from '../../models/batch.ts'
import { guardedUntil } from '../availability.ts'
import type { BatchSessionSetup, Member } from './batch-parts.ts'

/** What a member shows of its jobs. */
export interface View {
  readonly member: Member
  /** Null where nothing came; an incomplete listing proves what it shows and no absence. */
  readonly listing: BatchListing | null
}

/** The members of one session: who can be asked, and who may be given jobs. */
export interface Members {
  /** Lists all jobs of all members that can be asked. */
  survey(): Promise<readonly View[]>
  /** Why no job is to be given to it for now; undefined where one may be. */
  refuses(account: string): string | undefined
  refuse(account: string, why: string): void
  provider(account: string): BatchProvider | null
}

export function createMembers({ batch, asked, clock, report }: BatchSessionSetup): Members {
  const refusals = new Map<string, string>()
  const refuse = (account: string, why: string): void => {
    if (refusals.get(account) !== why) report({ type: 'warning', message: `${account} gets no batch job: ${why}` })
    refusals.set(account, why)
  }
  const find = (account: string): Member | undefined => batch.members.find(each => each.account === account)

  const list = async (member: Member): Promise<View> => {
    if (member.provider === null) {
      refuse(member.account, member.why)
      return { member, listing: null }
    }
    try {
      const listing = await member.provider.list(asked)
      // Jobs that are not shown may be alive, so that nobody knows how many there are.
      if (!listing.complete) refuse(member.account, 'its list of jobs is incomplete')
      return { member, listing }
    } catch (error) {
      if (!asked.aborted) refuse(member.account, messageOf(error))
      return { member, listing: null }
    }
  }

  return {
    refuse,
    survey: () => Promise.all(batch.members.map(list)),
    provider: account => find(account)?.provider ?? null,
    refuses: account => {
      const member = find(account)
      if (member === undefined) return 'it is no member'
      const isGuarded = guardedUntil(member.setting, clock.now()) !== null
      return refusals.get(account) ?? (isGuarded ? 'its window is about to reset' : undefined)
    },
  }
}

export const isAlive = ({ state }: BatchJob): boolean => state === 'alive' || state === 'cancelling'

/** Whether a job has, or may come to, results that are worth keeping though no slot stands for it. */
export const mayBring = ({ state }: BatchJob): boolean =>
  state === 'alive' || state === 'succeeded' || state === 'partly-succeeded'

/** Oldest first; one whose age is not told comes last. */
export const byAge = (a: BatchJob, b: BatchJob): number =>
  (a.createdAt ?? '~').localeCompare(b.createdAt ?? '~') || a.name.localeCompare(b.name)
