import { composeSession, lookSetupOf } from '../../compose.ts'
import { PerpetualError } from '../../domain/errors.ts'
import { plusMs } from '../../domain/instant.ts'
import { explainReason } from '../../session/handoff.ts'
import { MissingKeyError } from '../../provider.ts'
import { look } from '../../session/look.ts'
import { restedResult, type RunResult } from '../../session/result.ts'
import { runSession } from '../../session/session.ts'
import type { ActionCall } from '../action-command.ts'
import { createActionReporter } from '../action-reporter.ts'
import { renderSessionSummary } from '../session-summary.ts'

async function session({ inputs, runner, project, monotonicMs, interruptible }: ActionCall): Promise<RunResult> {
  const { pipeline, threshold, maxMinutes, force, dryRun } = inputs
  const reporter = createActionReporter(runner, monotonicMs)
  const setup = await composeSession(project, pipeline ?? '', {
    report: reporter.report,
    asked: interruptible(),
    threshold: threshold ?? undefined,
  })
  const deadline = maxMinutes === null ? null : plusMs(project.clock.now(), maxMinutes * 60_000)
  try {
    return await runSession(setup, { force, dryRun, maxTasks: null, deadline })
  } finally {
    reporter.end()
  }
}

/** A repository has the keys of the pipelines that it means to run: the others rest, and say what is missing. */
async function sessionOrRest(call: ActionCall): Promise<RunResult> {
  try {
    return await session(call)
  } catch (error) {
    if (!(error instanceof MissingKeyError)) throw error
    const { inputs, project, runner } = call
    const pipeline = inputs.pipeline ?? ''
    runner.warning(`${error.message}. Or stop the pipeline: \`enabled: false\` in .github/perpetual.yml.`)
    const { availability } = await look(lookSetupOf(project, pipeline), { force: inputs.force })
    return restedResult(pipeline, { reason: 'no-key', budget: availability.budget, next: null })
  }
}

/** One session of a pipeline. */
export async function perform(call: ActionCall): Promise<void> {
  const { runner, requests } = call
  const { actBy, ...result } = await sessionOrRest(call)
  const outputs: Readonly<Record<string, string>> = {
    result: JSON.stringify(result),
    outcome: result.outcome,
    reason: result.reason,
    session: result.session ?? '',
    deliveries: String(result.deliveries.length),
    'spent-sends': String(result.spent.sends),
  }
  for (const [name, value] of Object.entries(outputs)) runner.output(name, value)
  runner.summary(renderSessionSummary(result, requests()))
  if (actBy !== undefined && actBy !== 'next-run') throw new PerpetualError(explainReason(result.reason), { actBy })
}
