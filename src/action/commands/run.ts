import { composeSession } from '../../compose.ts'
import { PerpetualError } from '../../domain/errors.ts'
import { plusMs } from '../../domain/instant.ts'
import { explainReason } from '../../session/handoff.ts'
import type { RunResult } from '../../session/result.ts'
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

/** One session of a pipeline. */
export async function perform(call: ActionCall): Promise<void> {
  const { runner, requests } = call
  const { actBy, ...result } = await session(call)
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
