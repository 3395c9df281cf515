import { planFor, surveyProject } from '../../commands/survey.ts'
import { findPipeline } from '../../kinds/find-pipeline.ts'
import type { PipelinePlan } from '../../orchestrator/plan.ts'
import { describeBudget } from '../../report/describe-budget.ts'
import type { ActionCall } from '../action-command.ts'

function renderPlan(pipelines: readonly PipelinePlan[]): string {
  const rows = pipelines.map(({ pipeline, agent, decision, budget }) => {
    const calls = budget === null || budget.limit === 0 ? '' : describeBudget(budget)
    return `| ${pipeline} | ${agent} | ${decision.type} | ${calls} |`
  })
  return ['## Plan', '', '| pipeline | agent | now | budget |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

/** Which pipelines a tick starts: all that can work now, or of the one that was named whether it can. */
export async function perform({ inputs, runner, project }: ActionCall): Promise<void> {
  const { pipeline: asked, force } = inputs
  // A name that nobody knows is an error of whoever typed it, not an empty plan.
  if (asked !== null) findPipeline(project.config, asked)
  const survey = await surveyProject(project, { force })
  const { start, pipelines } = planFor(project, survey)
  const looked = pipelines.filter(({ pipeline }) => asked === null || pipeline === asked)
  const ready = start.filter(pipeline => asked === null || pipeline === asked)
  runner.output('pipelines', JSON.stringify(ready))
  for (const each of looked) runner.info(`${each.pipeline}: ${each.decision.type}`)
  if (ready.length === 0) runner.notice('No pipeline can work now.')
  runner.summary(renderPlan(looked))
}
