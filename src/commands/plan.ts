import type { Command } from 'commander'
import { z } from 'zod'
import type { Plan } from '../orchestrator/plan.ts'
import type { Project } from '../project.ts'
import { renderPlan } from '../report/render-plan.ts'
import type { Finish, Invocation, Start } from './command.ts'
import { planFor, surveyProject } from './survey.ts'
import { withProject } from './with-project.ts'

const optionsSchema = z.object({ force: z.boolean().default(false) })

/** The plan as people read it, and as it is; it writes nothing. */
async function readPlan(project: Project, force: boolean): Promise<{ readonly planned: Plan; readonly text: string }> {
  const survey = await surveyProject(project, { force })
  const planned = planFor(project, survey)
  return { planned, text: renderPlan(planned, { waiting: survey.partsToRead, most: project.config.reviews.maxWaiting }) }
}

export const describePlan = async (project: Project): Promise<string> => (await readPlan(project, false)).text

async function plan(invocation: Invocation, force: boolean): Promise<Finish> {
  const { planned, text } = await withProject(invocation, project => readPlan(project, force))
  invocation.output.result(text)
  return { json: planned }
}

const help = `
It looks and writes nothing. Of the pipelines that can work the one that is most behind its share of
the goal comes first; those that share an account take turns. The columns are the rank, how much of
its share of the goal is missing, what is used of the budget up to the line at which a session stops,
and whether it starts now or what it waits for. \`perpetual up\` and the workflow start what stands
here; \`perpetual run\` starts one pipeline whose turn it is not.

Examples:
  perpetual plan
  perpetual plan --force        as if no cooldown, schedule, order or waiting review held it back
  perpetual plan --json`

export function define(command: Command, start: Start): void {
  command
    .option('--force', 'look past schedule, cooldown and waiting; never past a budget or a live claim')
    .addHelpText('after', help)
    .action(() => {
      const { force } = optionsSchema.parse(command.opts())
      return start(command, invocation => plan(invocation, force))
    })
}
