import { describePublished, makeReport } from '../../commands/make-report.ts'
import { reportTitle } from '../../report/publish-report.ts'
import type { ActionCall } from '../action-command.ts'

/** The Team Status Report: on the page of the run, as a file of the day, and in the one issue that is edited from day to day. */
export async function perform({ runner, project }: ActionCall): Promise<void> {
  const { body, publish } = await makeReport(project, message => runner.warning(message))
  runner.summary(`# ${reportTitle}\n\n${body}`)
  runner.info(describePublished(await publish()))
}
