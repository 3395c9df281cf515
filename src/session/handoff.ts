import { escapeMarkdown } from '../dataset/markdown.ts'
import type { Instant } from '../domain/instant.ts'
import { effectiveBudgetOf, lineOf, usedOf, type Ledger } from '../domain/ledger.ts'
import type { SessionState } from '../domain/state.ts'
import type { Task } from '../domain/task.ts'
import { totalsOf } from './task-run.ts'

export interface HandoffInput {
  readonly pipeline: string
  readonly agent: string
  readonly session: SessionState
  readonly reason: string
  readonly endedAt: Instant
  readonly tasks: readonly Task[]
  /** What the pipeline is metered in, by its name for people; undefined where that is not limited. */
  readonly metered: { readonly ledger: Ledger; readonly name: string } | undefined
  readonly next: Instant | null
  /** Further rows of the table: what, and how it stands. */
  readonly notes?: readonly (readonly [string, string])[]
}

const reasons: Readonly<Record<string, string>> = {
  budget: 'the budget line is reached',
  'session-budget': "the session's own budget line is reached",
  deadline: 'the time it was given is over',
  asked: 'it was asked to stop',
  provider: 'the provider cannot be used at the moment',
  window: "the budget's window is about to reset",
  'queue-empty': 'no task waits',
  waiting: 'its batch jobs are at work at the provider',
  slots: 'every slot for a batch job is in use',
  'max-tasks': 'it has ended as many tasks as it was asked to',
  'no-key': 'the key of its provider is missing',
  held: 'another session is at work',
  cooling: 'it rests until its next session is due',
  'lost-claim': 'another session took its claim over',
  'old-epoch': 'another session took its claim over',
  paused: 'the pipelines are paused',
  reviews: 'enough deliveries wait for a review',
  after: 'it runs after a pipeline that is at work',
}

export const explainReason = (reason: string): string => {
  const [code = reason, ...detail] = reason.split(': ')
  const known = (Object.hasOwn(reasons, code) ? reasons[code] : undefined) ?? code
  return detail.length === 0 ? known : `${known} (${detail.join(': ')})`
}

/** When the next session begins that waits for no time. */
export const describeWaiting = (reason: string): string =>
  reason === 'reviews' ? 'once deliveries were reviewed' : 'as soon as a task waits'

/** `850 / 1000 (85.0%)` */
export const renderUse = (ledger: Ledger): string => {
  const budget = effectiveBudgetOf(ledger)
  const percent = budget === 0 ? '0.0' : ((usedOf(ledger) / budget) * 100).toFixed(1)
  return `${usedOf(ledger)} / ${budget} (${percent}%)`
}

export const renderUsd = (usdMicros: number): string => `$${(usdMicros / 1_000_000).toFixed(4)}`

function renderTask(task: Task): string[] {
  const totals = totalsOf(task.units)
  return [
    `### ${escapeMarkdown(task.title)} (\`${task.id}\`, ${task.status})`,
    '',
    `${totals.ended} of ${task.units.length} units ended, ${totals.accepted} pairs accepted, ${totals.rejected} put aside, ${totals.calls} calls.`,
    '',
    '| unit | calls | accepted | put aside | state |',
    '| --- | ---: | ---: | ---: | --- |',
    ...task.units.map(unit => {
      const aside = Object.values(unit.rejected).reduce((a, b) => a + b, 0)
      const state = unit.ended ? 'ended' : unit.calls > 0 ? 'under way' : 'waits'
      return `| ${escapeMarkdown(unit.name)} | ${unit.calls} / ${unit.callsExpected} | ${unit.accepted} | ${aside} | ${state} |`
    }),
    '',
  ]
}

/** What a session leaves for the next one and for people: how far it came, what it used, what waits. */
export function renderHandoff(input: HandoffInput): string {
  const { session, metered } = input
  const lines = [
    `# Handoff of ${session.id}`,
    '',
    `${input.agent} ran \`${input.pipeline}\` from ${session.startedAt} to ${input.endedAt} and wrapped because ${escapeMarkdown(explainReason(input.reason))}.`,
    '',
    '| | |',
    '| --- | --- |',
    ...(metered === undefined ? [] : [`| ${metered.name} | ${renderUse(metered.ledger)}, line ${lineOf(metered.ledger)} |`]),
    ...(input.notes ?? []).map(([what, how]) => `| ${what} | ${how} |`),
    `| sends of this session | ${session.spent.calls ?? 0} |`,
    `| calls with an outcome | ${session.calls} |`,
    `| tokens | ${session.spent.tokens ?? 0} |`,
    `| dollars | ${renderUsd(session.spent.usdMicros ?? 0)} |`,
    `| pairs accepted | ${session.accepted} |`,
    `| pairs put aside | ${session.rejected} |`,
    `| deliveries | ${session.deliveries.length === 0 ? 'none' : session.deliveries.map(each => `#${each.number} (\`${each.branch}\`)`).join(', ')} |`,
    `| next session | ${input.next ?? describeWaiting(input.reason)} |`,
    '',
    ...(input.tasks.length === 0 ? [] : ['## Tasks', '', ...input.tasks.flatMap(renderTask)]),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}
