import { InvalidArgumentError, type Command } from 'commander'
import { z } from 'zod'
import { composeSession } from '../compose.ts'
import type { Project } from '../project.ts'
import { plusMs, toMinute } from '../domain/instant.ts'
import { meterWords } from '../domain/ledger.ts'
import { explainReason } from '../session/handoff.ts'
import { MissingKeyError } from '../provider.ts'
import type { Reporter } from '../session/reporter.ts'
import { runSession } from '../session/session.ts'
import type { RunResult } from '../session/result.ts'
import type { Finish, Invocation, Start } from './command.ts'
import { createSessionReporter } from './session-reporter.ts'
import { withProject } from './with-project.ts'

const optionsSchema = z.object({
  force: z.boolean().default(false),
  maxMinutes: z.number().optional(),
  maxTasks: z.number().optional(),
  threshold: z.number().optional(),
  dryRun: z.boolean().default(false),
})
export type RunOptions = z.infer<typeof optionsSchema>

const help = `
A session works up to its budget's line, saves everything, hands off and ends; the next one goes on from there.
Ctrl-C ends it cleanly within seconds; a second Ctrl-C ends it at once, and the next session mends what is left.

Examples:
  perpetual run droid-research
  perpetual run droid-research --force --max-minutes 20
  perpetual run droid-research --dry-run --json`

/** A year: longer than any session, and short enough to be added to any date. */
const mostMinutes = 525_600

function readMinutes(text: string): number {
  const minutes = Number(text)
  if (minutes > 0 && minutes <= mostMinutes) return minutes
  throw new InvalidArgumentError('Expected a number of minutes above 0 and at most 525,600.')
}

function readTasks(text: string): number {
  const tasks = Number(text)
  if (Number.isInteger(tasks) && tasks > 0) return tasks
  throw new InvalidArgumentError('Expected a whole number of tasks above 0.')
}

function readThreshold(text: string): number {
  const threshold = Number(text)
  if (text.trim() !== '' && threshold >= 0 && threshold <= 1) return threshold
  throw new InvalidArgumentError('Expected a share from 0 to 1.')
}

/** `rested: the budget line is reached; next 2026-11-23T00:01Z` and the numbers of a session that worked. */
export function describeRun(result: RunResult): string {
  const next = result.next === null ? '' : ` Next: ${toMinute(result.next)}.`
  if (result.outcome === 'rested') return `${result.pipeline} rested: ${explainReason(result.reason)}.${next}`
  const { spent, pairs, budget } = result
  const used =
    budget.limit === 0
      ? ''
      : `, ${budget.meter === 'calls' ? 'account' : meterWords[budget.meter]} at ${budget.used} / ${budget.limit} (${((budget.used / budget.limit) * 100).toFixed(1)}%)`
  const lines = [
    `${result.session ?? result.pipeline} wrapped: ${explainReason(result.reason)}.${next}`,
    `  ${spent.sends} sends${used}, ${spent.calls} calls, ${spent.tokens} tokens, $${spent.usd.toFixed(4)}, ${spent.minutes.toFixed(1)} min`,
    `  ${pairs.accepted} pairs accepted, ${pairs.rejected} put aside`,
    ...result.deliveries.map(each => `  delivered #${each.number} ${each.branch}`),
  ]
  return lines.join('\n')
}

/** One session of a pipeline with progress on the output. */
export async function runPipeline(
  project: Project,
  invocation: Invocation,
  { name, options }: { readonly name: string; readonly options: RunOptions },
): Promise<RunResult> {
  const { output, clock, tell } = invocation
  const reporter = createSessionReporter(output)
  const report: Reporter = event => {
    tell(event)
    reporter.report(event)
  }
  try {
    const setup = await composeSession(project, name, {
      report,
      asked: invocation.interruptible(),
      threshold: options.threshold,
    })
    const deadline = options.maxMinutes === undefined ? null : plusMs(clock.now(), options.maxMinutes * 60_000)
    return await runSession(setup, { force: options.force, dryRun: options.dryRun, maxTasks: options.maxTasks ?? null, deadline })
  } catch (error) {
    if (error instanceof MissingKeyError) tell({ type: 'rested', reason: 'no-key', until: null })
    throw error
  } finally {
    reporter.end()
  }
}

async function run(invocation: Invocation, name: string, options: RunOptions): Promise<Finish> {
  const result = await withProject(invocation, project => runPipeline(project, invocation, { name, options }))
  invocation.output.result(describeRun(result))
  const { actBy, ...json } = result
  return { json, exitCode: actBy === 'fix-config' ? 2 : actBy === 'report-bug' ? 1 : 0 }
}

export function define(command: Command, start: Start): void {
  command
    .argument('<pipeline>', 'its name in .github/perpetual.yml')
    .option('--force', 'skip schedule and cooldown; never a budget, never a live claim')
    .option('--max-minutes <n>', 'stop starting work after so many minutes', readMinutes)
    .option('--max-tasks <n>', 'wrap after so many tasks', readTasks)
    .option('--threshold <share>', 'move the line of what the pipeline is metered in, for this session, 0 to 1', readThreshold)
    .option('--dry-run', 'say what a session would do and do nothing')
    .addHelpText('after', help)
    .action(async (name: string) => {
      const options = optionsSchema.parse(command.opts())
      await start(command, invocation => run(invocation, name, options))
    })
}
