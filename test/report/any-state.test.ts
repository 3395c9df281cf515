import fc from 'fast-check'
import { expect, it } from 'vitest'
import { historyLineSchema } from '../../src/domain/history.ts'
import { toInstant } from '../../src/domain/instant.ts'
import { meters } from '../../src/domain/ledger.ts'
import { pipelineStateSchema } from '../../src/domain/state.ts'
import { taskSchema, taskStatuses } from '../../src/domain/task.ts'
import type { Alert } from '../../src/orchestrator/alerts.ts'
import type { Decision, Plan } from '../../src/orchestrator/plan.ts'
import { mostCharacters, renderTeamReport, renderTeamReportAsText, withoutMoment } from '../../src/report/render-team-report.ts'
import { renderStatus } from '../../src/report/render-status.ts'
import { statusOf } from '../../src/report/status.ts'
import { teamReportOf } from '../../src/report/team-report.ts'
import { makePart, makeTask } from '../domain/samples.ts'
import { morning } from './report-world.ts'

const nasty = [
  '@everyone', '@acme/team', '#1', 'closes acme/pairs#3', 'gh-7', 'https://evil.example', 'www.evil.example', '<img src=x onerror=1>',
  '</details>', '```', '|', '\n', '\r\n# heading', '- item', '1. item', '$x$', '![a](b)', '[a](javascript:b)', '_As of 2020_', '**', ':+1:', '\u202e', '\u0000', '"', '\ud800', 'x'.repeat(300),
] // prettier-ignore
const text = fc
  .array(fc.oneof(fc.constantFrom(...nasty), fc.string({ maxLength: 12 })), { maxLength: 6 })
  .map(parts => parts.join(' '))
const address = fc.oneof(
  text,
  text.map(rest => `https://github.com/${rest}`),
)
const count = fc.oneof(fc.nat(50), fc.constantFrom(0, 1, Number.MAX_SAFE_INTEGER))
const instant = fc.oneof(
  fc.nat(90 * 24).map(hours => toInstant(Date.parse(morning) - hours * 3_600_000)),
  fc.constantFrom('0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z', morning),
)
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
const name = fc.constantFrom('droid-research', 'droid-eastern', 'claude-integration', 'gone')

const part = fc.record({
  part: fc.integer({ min: 1, max: 9 }), branch: text, url: address, pairs: count, kept: maybe(count),
  state: fc.constantFrom('intended' as const, 'open' as const, 'merged' as const, 'closed' as const),
  pull: maybe(fc.integer({ min: 1, max: 99_999 })), openedAt: maybe(instant), endedAt: maybe(instant),
}).map(makePart) // prettier-ignore
const unit = fc.record({
  unit: text,
  name: text,
  ended: fc.boolean(),
  calls: count,
  callsExpected: count,
  accepted: count,
  rejected: fc.dictionary(text, count),
})
const grade = fc.record({ score: fc.double({ min: 0, max: 1, noNaN: true }), letter: fc.constantFrom('A' as const, 'F' as const) })
  .map(each => ({ success: 1, speed: 1, quality: null, efficiency: 1, ...each })) // prettier-ignore
const task = fc.record({
  id: text, pipeline: name, title: text, body: text, reason: maybe(text), status: fc.constantFrom(...taskStatuses),
  issue: maybe(fc.integer({ min: 1, max: 99_999 })), startedAt: maybe(instant), endedAt: maybe(instant),
  units: fc.array(unit, { maxLength: 2 }), parts: fc.array(part, { maxLength: 2 }), grade: maybe(grade),
}).map(each => taskSchema.parse(makeTask(each))) // prettier-ignore
const line = fc.record({
  version: fc.constant(1), session: text, pipeline: fc.oneof(name, text), agent: text, startedAt: instant, endedAt: instant, reason: text,
  spent: fc.dictionary(fc.constantFrom(...meters), count), calls: count, accepted: count, rejected: count, tasks: fc.array(text, { maxLength: 2 }),
  deliveries: fc.array(fc.record({ branch: text, number: fc.integer({ min: 1, max: 9 }), url: address }), { maxLength: 2 }),
}).map(each => historyLineSchema.parse(each)) // prettier-ignore
const decision: fc.Arbitrary<Decision> = fc.oneof(
  fc.constant({ type: 'start' } as const),
  fc.record({
    type: fc.constant('rest' as const),
    reason: fc.constantFrom('paused' as const, 'held' as const, 'after' as const, 'reviews' as const, 'turn' as const),
    until: maybe(instant),
    waitsFor: maybe(text),
  }),
)
const amounts = fc.record({ meter: fc.constantFrom(...meters), used: count, line: count, limit: count })

const state = fc.record({
  paused: fc.boolean(),
  goal: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  retracted: count,
  damaged: count,
  tasks: fc.array(task, { maxLength: 12 }),
  sessions: fc.array(line, { maxLength: 12 }),
  proposals: fc.array(fc.record({ number: fc.integer({ min: 1, max: 99 }), title: text }), { maxLength: 3 }),
  said: maybe(text),
  decision,
  session: maybe(fc.record({ startedAt: instant, endedAt: instant })),
  task: maybe(text),
  budget: amounts,
})
type AnyState = typeof state extends fc.Arbitrary<infer Value> ? Value : never

const kinds = { 'droid-research': 'research', 'droid-eastern': 'batch', 'claude-integration': 'integration' } as const

function reportOf({
  paused,
  goal,
  retracted,
  damaged,
  tasks,
  sessions,
  proposals,
  said,
  decision: decided,
  session,
  task: current,
  budget,
}: AnyState) {
  const history = { sessions: sessions.toSorted((a, b) => (a.endedAt < b.endedAt ? -1 : 1)), damaged }
  const known = Object.entries(kinds)
  const rest = { agent: 'droid', budget: null, task: null, rank: 1, behind: null, decision: decided }
  const plan: Plan = { at: morning, start: [], pipelines: known.map(([pipeline, kind]) => ({ pipeline, kind, ...rest })) }
  const pipelines = known.map(([pipeline, kind]) => ({
    pipeline,
    agent: 'droid',
    kind,
    enabled: true,
    share: kind === 'integration' ? null : 1,
    availability: { type: 'available', task: '', budget } as const,
    state: pipelineStateSchema.parse({ version: 1, pipeline, epoch: 0, sessions: 0, claim: null, session: null, task: current, cooldownUntil: null, lastSession: session, deliveredAt: null, operations: [] }),
  })) // prettier-ignore
  const alerts: readonly Alert[] =
    said === null ? [] : [{ type: 'provider', key: 'k', pipeline: 'droid-research', since: morning, said }]
  const status = statusOf({ at: morning, paused, goal, tasks, retracted, plan, history, proposals, alerts, pipelines })
  const resources = [{ scope: 'account', name: 'openrouter', resetsAt: morning, closed: true, ...budget } as const]
  return {
    status,
    report: teamReportOf({ status, tasks, history, retracted, resources, partsToRead: 9, maxWaitingReviews: 8, proposeBelow: 3 }),
  }
}

it('renders any state within the limits, with nothing in it that mentions, links, opens HTML or breaks a table', () => {
  fc.assert(
    fc.property(state, any => {
      const { report } = reportOf(any)
      const rendered = renderTeamReport(report)
      expect(rendered.length).toBeLessThanOrEqual(mostCharacters)
      // Within its brackets a link's address is nothing else.
      const inert = rendered.replaceAll(/\]\(<https:\/\/[^\s<>|]*>\)/g, ']')
      expect(inert).not.toMatch(/@(?!&#8203;)/)
      expect(inert).not.toMatch(/<|\]\(|!\[/)
      expect(inert).not.toMatch(/\b(?:https?|ftp):|\bwww\.|\bgh-\d/i)
      expect(rendered).not.toMatch(/NaN|undefined|Infinity|\[object/)
      for (const table of rendered.split('\n\n').filter(block => block.startsWith('| ')))
        expect(new Set(table.split('\n').map(row => row.replaceAll(/\\./g, '').split('|').length)).size).toBe(1)
      // Outside of code only our own headings and lists begin a line.
      const begins = rendered.replaceAll(/```mermaid\n[^`]*```/g, '').split('\n').map(each => each.slice(0, 3)) // prettier-ignore
      expect(begins.filter(each => /^#(?!# )|^[+>=~`]|^\d+[.)]/.test(each))).toEqual([])
      expect(withoutMoment(rendered)).not.toBe(rendered)
    }),
    { numRuns: 60 },
  )
})

it('says the same of the same state, whenever it is asked', () => {
  fc.assert(
    fc.property(state, any => {
      const first = renderTeamReport(reportOf(any).report)
      expect(renderTeamReport(reportOf(structuredClone(any)).report)).toBe(first)
    }),
    { numRuns: 10 },
  )
})

it('draws pictures whose every value has its day', () => {
  fc.assert(
    fc.property(state, any => {
      const charts = [...renderTeamReport(reportOf(any).report).matchAll(/```mermaid\n(xychart-beta[^`]*)```/g)]
      for (const [, chart = ''] of charts) {
        // The shape that Mermaid's grammar of this diagram reads.
        expect(chart).toMatch(
          /^xychart-beta\n {2}title "[^"]+"\n {2}x-axis \["\d\d-\d\d"(?:, "\d\d-\d\d")*\]\n {2}y-axis "[^"]+" 0 --> [1-9]\d*\n {2}(?:line|bar) \[\d+(?:, \d+)*\]\n$/,
        )
        const [days = [], values = []] = [/x-axis \[(.*)\]/, /(?:line|bar) \[(.*)\]/].map(list =>
          list.exec(chart)?.[1]?.split(', '),
        )
        expect(values).toHaveLength(days.length)
        expect(new Set(days).size).toBe(days.length)
      }
    }),
    { numRuns: 20 },
  )
})

it('fits any status into a terminal of 100 columns', () => {
  fc.assert(
    fc.property(state, any => {
      const { status, report } = reportOf(any)
      for (const printed of renderStatus(status).split('\n')) expect(printed.length).toBeLessThanOrEqual(100)
      expect(renderTeamReportAsText(report)).not.toMatch(/NaN|undefined|&#8203;/)
    }),
    { numRuns: 40 },
  )
})
