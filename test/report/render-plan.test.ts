import { describe, expect, it } from 'vitest'
import type { Decision, PipelinePlan, Plan, PlanReason } from '../../src/orchestrator/plan.ts'
import { describeDecision } from '../../src/report/describe-decision.ts'
import { renderPlan, renderPlanMarkdown } from '../../src/report/render-plan.ts'
import { noon } from '../domain/samples.ts'

const rest = (reason: PlanReason, change: Partial<Extract<Decision, { type: 'rest' }>> = {}): Decision => ({
  type: 'rest',
  reason,
  until: null,
  waitsFor: null,
  ...change,
})
const planned = (change: Partial<PipelinePlan> = {}): PipelinePlan => ({
  pipeline: 'droid-research',
  agent: 'droid',
  kind: 'research',
  budget: { meter: 'calls', limit: 1000, line: 850, used: 425 },
  task: null,
  rank: 1,
  behind: 0.256,
  decision: rest('queue-empty'),
  ...change,
})
const planOf = (...pipelines: readonly PipelinePlan[]): Plan => ({
  at: noon,
  pipelines,
  start: pipelines.flatMap(({ pipeline, decision }) => (decision.type === 'start' ? [pipeline] : [])),
})
const reviews = { waiting: 9, most: 8 }

describe('a decision in words', () => {
  it.each([
    [{ type: 'start' }, 'starts now'],
    [rest('cooling', { until: noon }), 'rests after its last session, until 2026-03-10T12:00Z'],
    [rest('held', { until: noon }), 'a session is at work; its claim holds until 2026-03-10T12:00Z'],
    [rest('after', { waitsFor: 'droid-research' }), 'waits for the session of droid-research'],
    [rest('turn', { waitsFor: 'droid-research' }), 'waits its turn after droid-research'],
    [rest('reviews'), '9 parts wait for a review, nothing new above 8'],
    [rest('budget', { until: noon }), 'its budget line is reached, until 2026-03-10T12:00Z'],
    [rest('unsupported'), 'not run by this version'],
  ] as const)('%o', (decision, words) => {
    expect(describeDecision(decision, reviews)).toBe(words)
  })

  it('needs not know how many wait', () => {
    expect(describeDecision(rest('reviews'))).toBe('enough deliveries wait for a review')
  })
})

describe('a plan', () => {
  it('for a terminal has a line a pipeline, and more where words do not fit', () => {
    const text = renderPlan(
      planOf(
        planned({ decision: { type: 'start' }, task: 'session_01' }),
        planned({ rank: 2, pipeline: 'droid-eastern', behind: null, budget: null, decision: rest('unsupported') }),
        planned({ rank: 3, pipeline: 'zai', decision: { type: 'start' }, task: '' }),
        planned({ rank: 4, pipeline: 'held', decision: rest('held', { until: noon }) }),
      ),
      { waiting: 1, most: 8 },
    )
    expect(text).toBe(
      [
        '2 of 4 pipelines start now, at 2026-03-10T12:00Z.',
        '',
        '    PIPELINE        BEHIND  BUDGET TO ITS LINE         DECISION',
        '1.  droid-research    26 %  ████░░░░ 425 of 850 calls  starts now: session_01',
        '2.  droid-eastern        –  –                          not run by this version',
        '3.  zai               26 %  ████░░░░ 425 of 850 calls  starts now, to finish its last session',
        '4.  held              26 %  ████░░░░ 425 of 850 calls  a session is at work; its claim holds until',
        '                                                       2026-03-10T12:00Z',
        '',
        '1 part waits for a review; with more than 8 nothing new is begun.',
      ].join('\n'),
    )
  })

  it('keeps within 100 columns, however long names are', () => {
    const pipeline = 'p'.repeat(40)
    const budget = { meter: 'tokens', limit: 200_000_000, line: 170_000_000, used: 123_456_789 } as const
    const decision = rest('turn', { waitsFor: 'q'.repeat(40) })
    const text = renderPlan(
      planOf(planned({ pipeline, budget, decision }), planned({ rank: 2, decision: rest('reviews') })),
      reviews,
    )
    for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(100)
    expect(text).toContain(`waits its turn after ${'q'.repeat(40)}`)
  })

  it('of none, or of one, reads well', () => {
    expect(renderPlan(planOf(), reviews)).toMatch(/^No pipeline starts now/u)
    expect(renderPlan(planOf(planned({ decision: { type: 'start' } })), reviews)).toMatch(/^1 of 1 pipeline starts now/u)
  })

  it('for a job’s summary lets no task’s name out of its cell', () => {
    const task = 'x | y | <img src=x> @everyone\n| z'
    const text = renderPlanMarkdown(planOf(planned({ decision: { type: 'start' }, task })), reviews)
    expect(text.split('\n').filter(line => line.startsWith('|'))).toHaveLength(3)
    expect(text).not.toMatch(/<img|@everyone|[^\\|] \| z/u)
    expect(text).toContain('| 1 | droid-research | droid | starts now\\: x \\| y')
    expect(text).toContain('| 26 % | calls 425 of 1,000, line 850 |')
  })
})
