import type { Command } from 'commander'
import type { Project } from '../project.ts'
import { renderStatus, statusOf, type Status } from '../report/status.ts'
import type { Invocation, Start } from './command.ts'
import { surveyProject } from './survey.ts'
import { withProject } from './with-project.ts'

/** Reads how everything stands; it writes nothing. */
export async function readStatus(project: Project): Promise<Status> {
  const survey = await surveyProject(project)
  return statusOf({
    ...survey,
    goal: project.config.goal,
    pipelines: survey.pipelines.map(({ settings: { agent, kind }, ...pipeline }) => ({ ...pipeline, agent, kind })),
  })
}

async function status(invocation: Invocation) {
  const found = await withProject(invocation, project => readStatus(project))
  invocation.output.result(renderStatus(found))
  return { json: found }
}

export function define(command: Command, start: Start): void {
  command.addHelpText('after', '\nExamples:\n  perpetual status\n  perpetual status --json').action(() => start(command, status))
}
