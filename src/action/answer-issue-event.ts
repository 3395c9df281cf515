import { escapeMarkdown } from '../dataset/markdown.ts'
import { readMarked } from '../forge/github/markers.ts'
import { intakePipelinesOf } from '../commands/queues.ts'
import { createIntake } from '../session/intake.ts'
import { readIntakeEvent } from '../session/intake-event.ts'
import type { IntakeResult } from '../session/intake-setup.ts'
import type { ActionCall } from './action-command.ts'

function explain(result: IntakeResult): string {
  switch (result.type) {
    case 'ignored':
      return `Nothing was done: ${result.because}`
    case 'accepted':
      return `The issue is now task ${result.task} of ${result.pipeline}.`
    case 'waiting':
      return `The issue would be task ${result.task} of ${result.pipeline}; it waits for someone with write access to label it \`approved\`.`
    case 'invalid':
      return `The issue is no task yet: ${result.problems.join(' ')}`
    case 'frozen':
      return `Task ${result.task} goes on with the text that was approved.`
    case 'commanded':
      return `Task ${result.task} is now ${result.status}.`
    case 'refused':
      return `Nothing was done about task ${result.task}: ${result.because}`
    case 'unchanged':
      return `Task ${result.task} is as it was.`
  }
}

/** An issue as a task: accepted, answered, or commanded. */
export async function answerIssueEvent({ context, project, runner }: ActionCall): Promise<void> {
  const { forge, book, clock, config } = project
  const event = readIntakeEvent(context.payload)
  if (event === undefined || forge.society === undefined) return
  const { people } = forge.society
  const pipelines = intakePipelinesOf(config)
  const intake = createIntake({ issues: forge.issues, people, book, clock, pipelines, readMarked })
  const result = await intake.handle(event)
  if ('task' in result) runner.output('task', result.task)
  runner.info(explain(result))
  runner.summary(`Issue #${event.issue.number}: ${escapeMarkdown(explain(result))}`)
}
