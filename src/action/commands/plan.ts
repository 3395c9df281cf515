import { readStatus } from '../../commands/status.ts'
import { findPipeline } from '../../kinds/find-pipeline.ts'
import { meterWords } from '../../domain/ledger.ts'
import { describeAvailability, type PipelineStatus } from '../../report/status.ts'
import type { ActionCall } from '../action-command.ts'

function renderPlan(pipelines: readonly PipelineStatus[]): string {
  const rows = pipelines.map(({ pipeline, agent, availability, tasks }) => {
    const budget = availability?.budget
    const calls =
      budget === undefined || budget.limit === 0
        ? ''
        : `${budget.used} of ${budget.limit} ${meterWords[budget.meter]}, line ${budget.line}`
    return `| ${pipeline} | ${agent} | ${describeAvailability(availability)} | ${tasks.pending} | ${calls} |`
  })
  return ['## Plan', '', '| pipeline | agent | now | tasks waiting | budget |', '| --- | --- | --- | ---: | --- |', ...rows].join(
    '\n',
  )
}

/** Which pipelines a tick starts: all that can work now, or of the one that was named whether it can. */
export async function perform({ inputs, runner, project }: ActionCall): Promise<void> {
  const { pipeline: asked, force } = inputs
  // A name that nobody knows is an error of whoever typed it, not an empty plan.
  if (asked !== null) findPipeline(project.config, asked)
  const { pipelines } = await readStatus(project, { force })
  const looked = pipelines.filter(({ pipeline }) => asked === null || pipeline === asked)
  const ready = looked.filter(({ availability }) => availability?.type === 'available').map(({ pipeline }) => pipeline)
  runner.output('pipelines', JSON.stringify(ready))
  for (const each of looked) runner.info(`${each.pipeline}: ${describeAvailability(each.availability)}`)
  if (ready.length === 0) runner.notice('No pipeline can work now.')
  runner.summary(renderPlan(looked))
}
