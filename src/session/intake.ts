import { choosePipeline } from '../domain/task-forms/choose-pipeline.ts'
import { recognizeForm, type FormName } from '../domain/task-forms/forms.ts'
import { readTaskForm, type TaskRequest } from '../domain/task-forms/read-task-form.ts'
import type { Task } from '../domain/task.ts'
import type { Issue } from '../forge/forge.ts'
import { renderInvalid, renderWaiting } from './intake-comments.ts'
import type { IntakeEvent } from './intake-event.ts'
import { createIntakePeople } from './intake-people.ts'
import { agentOf, type IntakeResult, type IntakeSetup } from './intake-setup.ts'
import { answerMarker, createTaskIntake } from './intake-task.ts'
import { areSameLabels, isOurs, labelsOf } from './projection.ts'
import { proposalPrefix } from './proposal-marker.ts'
import { newTask } from './task-book.ts'

/** Makes tasks of issues, one event after the other; a repeated or reordered event changes nothing twice. */
export interface Intake {
  handle(event: IntakeEvent): Promise<IntakeResult>
}

/** A request whose pipeline is settled. */
interface Ready {
  readonly type: 'ready'
  readonly request: TaskRequest
  readonly pipeline: string
}

/** What its author must mend; the form is undefined where none can be told. */
interface Invalid {
  readonly type: 'invalid'
  readonly form: FormName | undefined
  readonly problems: readonly string[]
}

const ignored = (because: string): IntakeResult => ({ type: 'ignored', because })

const takenBy = (id: string, { issue }: Pick<Task, 'issue'>): string =>
  `The id “${id}” is taken by ${issue === null ? 'another task' : `issue ${issue}`}; put another one before the title, such as “${id.slice(0, 57)}-2: …”.`

/** Whether the labels of an issue say that it is meant as a task. */
const isMarked = (labels: readonly string[]): boolean => labels.some(isOurs)

const isSignal = (label: string | null): boolean => label !== null && (isOurs(label) || label === 'approved')

export function createIntake(setup: IntakeSetup): Intake {
  const { issues, book, clock, pipelines } = setup
  const people = createIntakePeople(setup.people)
  const tasks = createTaskIntake(setup, people)

  /** What was written, without a marker. */
  const textOf = (body: string): string => setup.readMarked(body)?.body ?? body

  const read = (body: string, known: readonly Task[]): Ready | Invalid => {
    const form = readTaskForm(body, { isMeant: true })
    if (form.type === 'none')
      return { type: 'invalid', form: undefined, problems: ['Its text has none of the headings of a form.'] }
    if (form.type === 'invalid') return form
    const { request } = form
    const chosen = choosePipeline(request, pipelines)
    if (chosen.type === 'invalid') return { type: 'invalid', form: request.form, problems: [chosen.problem] }
    const { pipeline } = chosen
    const owner = known.find(task => task.pipeline === pipeline && task.id === request.task)
    if (owner !== undefined) return { type: 'invalid', form: request.form, problems: [takenBy(request.task, owner)] }
    return { type: 'ready', request, pipeline }
  }

  /** Labels and answers an issue that is no task; `approved` goes, so that it can be applied again once it may count. */
  const answer = async (issue: Issue, labels: readonly string[], body: string): Promise<void> => {
    const next = [...labels, ...issue.labels.filter(label => !isOurs(label) && label.toLowerCase() !== 'approved')]
    if (!areSameLabels(next, issue.labels)) await issues.update(issue.number, { labels: next })
    await issues.comment(issue.number, { marker: answerMarker, body })
  }

  const refuse = async (issue: Issue, { form, problems }: Omit<Invalid, 'type'>): Promise<IntakeResult> => {
    await answer(issue, ['status:invalid'], renderInvalid(form, problems))
    return { type: 'invalid', problems }
  }

  const taskOf = ({ request, pipeline }: Ready, { number, body }: Pick<Issue, 'number' | 'body'>): Task => {
    const { task: id, title, priority } = request
    const rest = { issue: number, body: textOf(body), createdAt: clock.now(), redoes: null }
    return newTask({ id, title, priority, pipeline, order: 0 }, rest)
  }

  const wait = async (issue: Issue, ready: Ready): Promise<IntakeResult> => {
    const { request, pipeline } = ready
    const task = taskOf(ready, issue)
    const labels = labelsOf(task, agentOf(setup, task)).filter(label => !label.startsWith('status:'))
    await answer(issue, [...labels, 'needs-approval'], renderWaiting(request, { pipeline, body: issue.body }))
    return { type: 'waiting', pipeline, task: request.task }
  }

  const accept = async (event: IntakeEvent, issue: Issue, ready: Ready): Promise<IntakeResult> => {
    const task = taskOf(ready, event.issue)
    const { pipeline } = task
    const operation = `accept/${event.issue.number}`
    const result = await book.apply({ type: 'accept-task', operation, pipeline, now: clock.now(), task })
    if (result.type === 'changed') return tasks.welcome(task, issue)
    const known = await book.tasks()
    const own = known.find(each => each.issue === issue.number)
    if (own !== undefined) return tasks.welcome(own, issue)
    const owner = known.find(each => each.pipeline === pipeline && each.id === task.id)
    return refuse(issue, { form: ready.request.form, problems: [takenBy(task.id, owner ?? { issue: null })] })
  }

  /** An import makes its issue first and the task a moment later: then it is the import's. A copied marker is nobody's. */
  const isBeingImported = (body: string, known: readonly Task[]): boolean => {
    const marker = setup.readMarked(body)?.marker
    return (
      marker !== undefined && marker.startsWith('task:') && !known.some(task => marker === `task:${task.pipeline}/${task.id}`)
    )
  }

  const isProposal = (body: string): boolean => setup.readMarked(body)?.marker.startsWith(proposalPrefix) === true

  /** What the automation made by itself waits for a person, or is being imported. */
  const isOwnBusiness = ({ label, issue }: IntakeEvent, known: readonly Task[]): boolean =>
    people.isOwn(issue.author) && !people.isPerson(issue.author) && (label !== 'approved' || isBeingImported(issue.body, known))

  const handleIssue = async (event: IntakeEvent, known: readonly Task[]): Promise<IntakeResult> => {
    const issue = await issues.get(event.issue.number)
    if (issue === undefined || issue.state === 'closed') return ignored('The issue is not open any more.')
    const may = await people.mayBegin(event)
    const isApproved = event.label === 'approved'
    if (may && !isApproved && isBeingImported(event.issue.body, known)) return ignored('The issue is being imported.')
    // The automation may write as a person whose own issues begin at once.
    if (may && !isApproved && isProposal(event.issue.body))
      return ignored('It is a proposal, which waits for the label `approved`.')
    // What begins is the text that the event shows; whoever cannot begin anything is told about the text as it is now.
    const reading = read(may ? textOf(event.issue.body) : issue.body, known)
    if (reading.type === 'invalid') return refuse(issue, reading)
    return may ? accept(event, issue, reading) : wait(issue, reading)
  }

  /** Told from the event alone, so that the issues and labels that people use for other things cost no request. */
  const isAboutTask = ({ action, label, issue }: IntakeEvent): boolean => {
    if (action === 'labeled' && !isSignal(label)) return false
    return isMarked(issue.labels.filter(each => each !== label)) || recognizeForm(issue.body, false) !== undefined
  }

  return {
    handle: async event => {
      if (people.isOwnDoing(event)) return ignored('The automation did it itself.')
      if (!isAboutTask(event)) return ignored('The issue is about something else.')
      await book.refresh()
      const known = await book.tasks()
      const task = known.find(each => each.issue === event.issue.number)
      if (task !== undefined) return tasks.handle(event, task)
      return isOwnBusiness(event, known) ? ignored('The automation made the issue itself.') : handleIssue(event, known)
    },
  }
}
