import { runTick } from '../../commands/tick.ts'
import { oneLine } from '../../domain/one-line.ts'
import { describeDecision } from '../../report/describe-decision.ts'
import { describeShortQueue } from '../../report/describe-short-queue.ts'
import { renderPlanMarkdown } from '../../report/render-plan.ts'
import type { ActionCall } from '../action-command.ts'

/** A tick: which pipelines start now, of all or of the one that was named, and what a person is needed for. */
export async function perform({ inputs, runner, project }: ActionCall): Promise<void> {
  const { pipeline, force, dryRun } = inputs
  const warn = (message: string): void => runner.warning(message)
  const { survey, plan, alerts, proposals } = await runTick(project, { force, dryRun, only: pipeline ?? undefined, warn })
  runner.output('pipelines', JSON.stringify(plan.start))
  const reviews = { waiting: survey.partsToRead, most: project.config.reviews.maxWaiting }
  for (const { pipeline: name, decision } of plan.pipelines) runner.info(`${name}: ${describeDecision(decision, reviews)}`)
  if (plan.start.length === 0) runner.notice('No pipeline can work now.')
  if (alerts.length > 0) runner.notice('A person is needed; the issue with the label `perpetual:alert` says for what.')
  for (const { number, title } of proposals?.proposed ?? []) runner.info(`Proposed #${number}: ${oneLine(title, 200)}`)
  for (const queue of proposals?.short ?? []) runner.info(describeShortQueue(queue))
  runner.summary(renderPlanMarkdown(plan, reviews))
}
