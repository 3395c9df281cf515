import { readStatus } from '../../commands/status.ts'
import { reviewSetupOf } from '../../compose.ts'
import { messageOf } from '../../domain/errors.ts'
import { isRunnable } from '../../kinds/find-pipeline.ts'
import { renderReport } from '../../report/report.ts'
import { createEndings } from '../../session/endings.ts'
import type { ActionCall } from '../action-command.ts'

const title = 'Perpetual report'

/** What was merged or closed unheard, by a merge queue for one: where no task waits, no session comes that would take it in. */
async function takeInEndings({ runner, project }: ActionCall): Promise<void> {
  const { config, book } = project
  const endings = createEndings(reviewSetupOf(project, message => runner.warning(message)))
  for (const [pipeline, settings] of Object.entries(config.pipelines)) {
    if (!isRunnable(settings)) continue
    try {
      await endings.settleAll(pipeline, await book.tasks(pipeline))
    } catch (error) {
      runner.warning(`What became of the deliveries of ${pipeline} was left to the next run: ${messageOf(error)}`)
    }
  }
}

/** How everything stands, in one issue that is edited from day to day; a person may close it, and it stays closed. */
export async function perform(call: ActionCall): Promise<void> {
  const { runner, project } = call
  await takeInEndings(call)
  const body = renderReport(await readStatus(project))
  runner.summary(`## ${title}\n\n${body}`)
  const { issues } = project.forge
  const issue = await issues.create({ title, body, labels: ['perpetual:report'], marker: 'report' })
  if (issue.body.trim() !== body.trim()) await issues.update(issue.number, { body })
  runner.info(`The report is issue #${issue.number}.`)
}
