import type { Command } from 'commander'
import { renderStatus } from '../report/render-status.ts'
import type { Invocation, Start } from './command.ts'
import { readStatus } from './read-report.ts'
import { withProject } from './with-project.ts'

async function status(invocation: Invocation) {
  const found = await withProject(invocation, project => readStatus(project))
  invocation.output.result(renderStatus(found))
  return { json: found }
}

export function define(command: Command, start: Start): void {
  command.addHelpText('after', '\nExamples:\n  perpetual status\n  perpetual status --json').action(() => start(command, status))
}
