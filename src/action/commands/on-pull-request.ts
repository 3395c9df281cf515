import { commandLines } from '../../session/review-commands-text.ts'
import type { ActionCommand } from '../action-command.ts'
import { readReviewEvent } from '../review-event.ts'
import type { WorkflowContext } from '../workflow-context.ts'

const deliveryPrefix = 'perpetual/'

/** A filter that saves requests; what an event may change is decided by state and by who sent it. */
export function nothingToDo(context: WorkflowContext): string | undefined {
  const event = readReviewEvent(context)
  if (event.type === 'other') return `Nothing is to be done when a pull request is ${event.action}.`
  if (event.type === 'commented') {
    if (!event.isPull) return 'The comment is on an issue, where there is nothing to review.'
    return commandLines(event.body).length === 0 ? 'The comment holds no /reject and no /ok.' : undefined
  }
  const isOwn = event.repository === `${context.owner}/${context.repo}` && event.branch.startsWith(deliveryPrefix)
  return isOwn ? undefined : 'The pull request is none that Perpetual delivered.'
}

/** Loaded late, because most comments ask for nothing. */
export const perform: ActionCommand['perform'] = async call => (await import('../answer-review-event.ts')).answerReviewEvent(call)
