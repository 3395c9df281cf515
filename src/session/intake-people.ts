import type { People } from '../forge/forge.ts'
import type { Account, IntakeEvent } from './intake-event.ts'

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

const isPerson = ({ login, type }: Account): boolean => type === 'User' && !login.endsWith('[bot]')

/** Who counts in one event. */
export interface IntakePeople {
  /** By the automation itself, so that there is nothing to answer. */
  isOwnDoing(event: IntakeEvent): boolean
  isOwn(account: Account): boolean
  isPerson(account: Account): boolean
  /** A person with write access, as the forge says now; never a bot. */
  mayAct(account: Account): Promise<boolean>
  /** Whether the event lets its issue begin as a task. */
  mayBegin(event: IntakeEvent): Promise<boolean>
}

export function createIntakePeople(people: People): IntakePeople {
  const asked = new Map<string, Promise<boolean>>()
  const isOwn = ({ login }: Account): boolean => isSame(login, people.account)

  const mayAct = async (account: Account): Promise<boolean> => {
    if (!isPerson(account)) return false
    const answer = asked.get(account.login) ?? people.mayWrite(account.login)
    asked.set(account.login, answer)
    return answer
  }

  const mayBegin = async ({ action, label, issue, sender }: IntakeEvent): Promise<boolean> => {
    if (action === 'labeled' && label === 'approved') return mayAct(sender)
    // Whose account it is counts, and who touched it last: an issue of a writer that somebody else reopened proves nothing.
    return (await mayAct(issue.author)) && (isSame(sender.login, issue.author.login) || (await mayAct(sender)))
  }

  /** Where the automation uses a person's token, that person's issues and approvals count; the labels that it sets by itself do not. */
  const isOwnDoing = ({ action, label, sender }: IntakeEvent): boolean =>
    isOwn(sender) && (!isPerson(sender) || (action === 'labeled' && label !== 'approved'))

  return { isOwn, isOwnDoing, isPerson, mayAct, mayBegin }
}
