import { reviewSetupOf } from '../compose.ts'
import { messageOf } from '../domain/errors.ts'
import { isRunnable } from '../kinds/find-pipeline.ts'
import type { Project } from '../project.ts'
import { publishReport, type Published } from '../report/publish-report.ts'
import { renderTeamReport } from '../report/render-team-report.ts'
import { createEndings } from '../session/endings.ts'
import { readTeamReport } from './read-report.ts'

/** What was merged or closed unheard, by a merge queue for one: where no task waits, no session comes that would take it in. */
async function takeInEndings(project: Project, warn: (message: string) => void): Promise<void> {
  const { config, book } = project
  const endings = createEndings(reviewSetupOf(project, warn))
  for (const [pipeline, settings] of Object.entries(config.pipelines)) {
    if (!isRunnable(settings)) continue
    try {
      await endings.settleAll(pipeline, await book.tasks(pipeline))
    } catch (error) {
      warn(`What became of the deliveries of ${pipeline} was left to the next run: ${messageOf(error)}`)
    }
  }
}

/** Takes in what was merged or closed, and reads the report of now, which `publish` then shows where people look. */
export async function makeReport(project: Project, warn: (message: string) => void) {
  await takeInEndings(project, warn)
  const report = await readTeamReport(project)
  const body = renderTeamReport(report)
  const category = project.config.github.report?.discussionCategory
  return { report, body, publish: (): Promise<Published> => publishReport(project.forge, { at: report.at, body, category }) }
}

/** In some words, for whoever asked for it. */
export const describePublished = ({ file, isNew, issue, url }: Published): string =>
  `The report is ${issue === null ? url : `issue #${issue}`}, and ${file} on perpetual/state${isNew ? '' : ', which said the same already'}.`
