import { readStatus } from '../../commands/status.ts'
import { renderReport } from '../../report/report.ts'
import type { ActionCall } from '../action-command.ts'

const title = 'Perpetual report'

/** How everything stands, in one issue that is edited from day to day; a person may close it, and it stays closed. */
export async function perform({ runner, project }: ActionCall): Promise<void> {
  const body = renderReport(await readStatus(project))
  runner.summary(`## ${title}\n\n${body}`)
  const { issues } = project.forge
  const issue = await issues.create({ title, body, labels: ['perpetual:report'], marker: 'report' })
  if (issue.body.trim() !== body.trim()) await issues.update(issue.number, { body })
  runner.info(`The report is issue #${issue.number}.`)
}
