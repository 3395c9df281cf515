import { escapeMarkdown, markdownLink } from '../dataset/markdown.ts'
import { toMinute } from '../domain/instant.ts'
import type { Meter } from '../domain/ledger.ts'
import { describeBudget } from '../report/describe-budget.ts'
import { describeWaiting, explainReason } from '../session/handoff.ts'
import type { RunResult } from '../session/result.ts'
import { renderPie } from '../report/pie.ts'

const mostDeliveries = 100

function renderDeliveries(deliveries: RunResult['deliveries']): string {
  if (deliveries.length === 0) return 'none'
  const shown = deliveries.slice(0, mostDeliveries).map(({ number, branch, url }) => markdownLink(`#${number} ${branch}`, url))
  const more = deliveries.length - shown.length
  return `${shown.join('<br>')}${more > 0 ? `<br>and ${more} more` : ''}`
}

const pieTitles: Readonly<Record<Meter, string>> = {
  calls: "The account's calls today",
  tokens: "The session's tokens",
  slots: 'Slots for batch jobs',
  minuteMillis: "The session's minutes",
  usdMicros: "The account's dollars today",
}

/** What this session used of what it is metered in, as far as its result tells. */
const ownOf = ({ sends, tokens, slots }: RunResult['spent'], meter: Meter): number =>
  meter === 'tokens' ? tokens : meter === 'slots' ? slots : sends

function renderBudget({ budget, spent }: RunResult): string {
  if (budget.limit === 0) return ''
  const own = Math.min(ownOf(spent, budget.meter), budget.used)
  return renderPie(pieTitles[budget.meter], [
    ['this session', own],
    ['used or reserved before', budget.used - own],
    ['left up to the line', budget.line - budget.used],
    ['kept back beyond the line', budget.limit - Math.max(budget.line, budget.used)],
  ])
}

/** What a session did, as Markdown for the page of its run. `requests` is how many requests GitHub got from this step. */
export function renderSessionSummary(result: RunResult, requests: number): string {
  const { spent, budget, pairs } = result
  const isRest = result.outcome === 'rested'
  const line = budget.limit === 0 ? '' : ` (${describeBudget(budget)})`
  const rows: readonly (readonly [string, string])[] = [
    ['requests to the provider', `${spent.sends}${line}`],
    ['calls with an outcome', String(spent.calls)],
    ['tokens', String(spent.tokens)],
    ['dollars', `$${spent.usd.toFixed(4)}`],
    ['minutes', spent.minutes.toFixed(1)],
    ['pairs accepted, put aside', `${pairs.accepted}, ${pairs.rejected}`],
    ['tasks', result.tasks.length === 0 ? 'none' : result.tasks.map(escapeMarkdown).join(', ')],
    ['deliveries', renderDeliveries(result.deliveries)],
    ['handoff', result.handoff === null ? 'none' : `\`${result.handoff}\` on \`perpetual/state\``],
    ['next session', result.next === null ? describeWaiting(result.reason) : `not before ${toMinute(result.next)}`],
    ['requests to GitHub', String(requests)],
  ]
  const why = escapeMarkdown(explainReason(result.reason))
  return [
    `## ${escapeMarkdown(result.session ?? result.pipeline)} ${isRest ? 'rested' : result.outcome}`,
    '',
    `${isRest ? 'Nothing was done' : 'It ended'}: ${why}.`,
    '',
    '| | |',
    '| --- | --- |',
    ...rows.map(([name, value]) => `| ${name} | ${value} |`),
    '',
    renderBudget(result),
    renderPie("This session's pairs", [
      ['accepted', pairs.accepted],
      ['put aside by a gate or the judge', pairs.rejected],
    ]),
  ].join('\n')
}
