import { readIntakeEvent } from '../../session/intake-event.ts'
import type { ActionCommand } from '../action-command.ts'
import type { WorkflowContext } from '../workflow-context.ts'

/** A filter that saves requests; who may command what is asked at the API. */
export const nothingToDo = ({ payload }: WorkflowContext): string | undefined =>
  readIntakeEvent(payload) === undefined ? 'The event asks for nothing.' : undefined

/** Loaded late, because many events ask for nothing. */
export const perform: ActionCommand['perform'] = async call => (await import('../answer-issue-event.ts')).answerIssueEvent(call)
