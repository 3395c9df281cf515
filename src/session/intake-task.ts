import { normalizeBody } from '../domain/body-text.ts'
import type { Task } from '../domain/task.ts'
import type { Issue } from '../forge/forge.ts'
import { renderAccepted, renderFrozen, renderRefused } from './intake-comments.ts'
import type { IntakeEvent } from './intake-event.ts'
import type { IntakePeople } from './intake-people.ts'
import { agentOf, type IntakeResult, type IntakeSetup } from './intake-setup.ts'
import { project } from './projection.ts'

const markers = { answer: 'intake', edits: 'intake-edits', command: 'intake-command' } as const
export const answerMarker = markers.answer

const commands: Readonly<Record<string, 'pending' | 'blocked'>> = { 'status:pending': 'pending', 'status:blocked': 'blocked' }
const commandOf = (label: string | null) => (label !== null && Object.hasOwn(commands, label) ? commands[label] : undefined)

/** What may still happen to an issue that is a task. */
export interface TaskIntake {
  /** Labels it and answers; doing so again changes nothing. */
  welcome(task: Task, issue?: Issue): Promise<IntakeResult>
  handle(event: IntakeEvent, task: Task): Promise<IntakeResult>
}

const sameText = (a: string, b: string): boolean => normalizeBody(a).trim() === normalizeBody(b).trim()

const isEnded = ({ status }: Task): boolean => status === 'completed' || status === 'rejected'

const redo = (task: Task): string => `A second attempt beside it: \`perpetual tasks redo ${task.id}\`.`

export function createTaskIntake(setup: IntakeSetup, people: IntakePeople): TaskIntake {
  const { issues, book, clock } = setup

  const mend = (task: Task, issue?: Issue): Promise<void> =>
    project({ issues }, { task, agent: agentOf(setup, task), ...(issue === undefined ? {} : { issue }) })

  const welcome: TaskIntake['welcome'] = async (task, issue) => {
    await mend(task, issue)
    const runs = Object.hasOwn(setup.pipelines, task.pipeline) && setup.pipelines[task.pipeline]?.runs === true
    await issues.comment(task.issue ?? 0, { marker: markers.answer, body: renderAccepted(task, runs) })
    return { type: 'accepted', pipeline: task.pipeline, task: task.id }
  }

  const refuse = async (task: Task, { label, because }: { label: string; because: string }): Promise<IntakeResult> => {
    await issues.comment(task.issue ?? 0, { marker: markers.command, body: renderRefused(label, because) })
    return { type: 'refused', task: task.id, because }
  }

  const unchanged = async (task: Task): Promise<IntakeResult> => {
    await mend(task)
    return { type: 'unchanged', task: task.id }
  }

  const command = async (event: IntakeEvent, task: Task, status: 'pending' | 'blocked'): Promise<IntakeResult> => {
    const label = `status:${status}`
    const result = await book.apply({
      type: 'command-task',
      // Running the workflow of an event again does not command again.
      operation: `label/${event.issue.number}/${status}/${event.at}`,
      pipeline: task.pipeline,
      now: clock.now(),
      task: task.id,
      status,
      reason: status === 'blocked' ? `${event.sender.login} stopped it with the label ${label}.` : null,
    })
    const current = result.type === 'fenced' ? task : (result.state.tasks[task.id] ?? task)
    await mend(current)
    if (result.type === 'changed') return { type: 'commanded', task: task.id, status }
    if (result.type === 'already' || task.status === status) return { type: 'unchanged', task: task.id }
    return refuse(task, {
      label,
      because: `Task \`${task.id}\` is ${task.status}. ${isEnded(task) ? redo(task) : 'It goes on.'}`,
    })
  }

  const labeled = async (event: IntakeEvent, task: Task): Promise<IntakeResult> => {
    const status = commandOf(event.label)
    if (status === undefined) return unchanged(task)
    if (await people.mayAct(event.sender)) return command(event, task, status)
    if (!people.isPerson(event.sender)) return unchanged(task)
    await mend(task)
    return refuse(task, { label: `status:${status}`, because: 'It counts when someone with write access applies it.' })
  }

  const edited = async (event: IntakeEvent, task: Task): Promise<IntakeResult> => {
    const current = await issues.get(event.issue.number)
    if (current === undefined || (sameText(current.body, task.body) && !event.isRenamed)) return unchanged(task)
    await issues.comment(event.issue.number, { marker: markers.edits, body: renderFrozen(task) })
    return { type: 'frozen', task: task.id }
  }

  const reopened = async (task: Task): Promise<IntakeResult> => {
    await mend(task)
    if (!isEnded(task)) return { type: 'unchanged', task: task.id }
    const because = `Task \`${task.id}\` is ${task.status}, so the issue is closed again. ${redo(task)}`
    return refuse(task, { label: 'Reopening', because })
  }

  return {
    welcome,
    handle: async (event, task) => {
      if (event.action === 'edited') return edited(event, task)
      if (event.action === 'reopened') return reopened(task)
      if (event.action === 'labeled' && event.label !== 'approved') return labeled(event, task)
      // Nobody waits for an answer to an import; any other issue is answered, should the first answer have failed.
      const isImported =
        people.isOwn(event.issue.author) || setup.readMarked(event.issue.body)?.marker === `task:${task.pipeline}/${task.id}`
      return isImported ? unchanged(task) : welcome(task)
    },
  }
}
