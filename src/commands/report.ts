import type { Command } from 'commander'
import { z } from 'zod'
import { renderTeamReportAsText } from '../report/render-team-report.ts'
import type { Finish, Invocation, Start } from './command.ts'
import { describePublished, makeReport } from './make-report.ts'
import { readTeamReport } from './read-report.ts'
import { withProject } from './with-project.ts'

const optionsSchema = z.object({ write: z.boolean() })

const report = (invocation: Invocation, { write }: z.infer<typeof optionsSchema>): Promise<Finish> =>
  withProject(invocation, async project => {
    const { output } = invocation
    if (!write) {
      const found = await readTeamReport(project)
      output.result(renderTeamReportAsText(found))
      return { json: { ...found, published: null } }
    }
    const made = await makeReport(project, message => output.warn(message))
    output.result(renderTeamReportAsText(made.report))
    const published = await made.publish()
    output.say(describePublished(published))
    return { json: { ...made.report, published } }
  })

const help = `
It says per agent and pipeline what was done in the last 24 hours, what is left of each budget, what happens
next, how fast the goal comes nearer, and what waits for a person. As on GitHub once a day, it first takes in
what was merged or closed, then saves the report as handoffs/team/<date>.md on perpetual/state and edits its
one issue (or discussion: \`github.report.discussionCategory\`), in which GitHub draws pictures too.

Examples:
  perpetual report
  perpetual report --no-write
  perpetual report --json`

export function define(command: Command, start: Start): void {
  command
    .option('--no-write', 'only print it: nothing is saved, no issue is edited')
    .addHelpText('after', help)
    .action(() => start(command, invocation => report(invocation, optionsSchema.parse(command.opts()))))
}
