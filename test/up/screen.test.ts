import { assert, constantFrom, integer, property, string } from 'fast-check'
import pc from 'picocolors'
import { describe, expect, it } from 'vitest'
import { fit } from '../../src/commands/progress.ts'
import type { Instant } from '../../src/domain/instant.ts'
import type { Decision } from '../../src/orchestrator/plan.ts'
import type { SessionEvent } from '../../src/session/reporter.ts'
import { newMember, started, type Member } from '../../src/up/member.ts'
import { renderScreen } from '../../src/up/screen.ts'
import { meterBar } from '../../src/up/screen-line.ts'
import { createTeller } from '../../src/up/teller.ts'
import type { TickedPipeline, TickView } from '../../src/up/tick-view.ts'
import type { UpEvent } from '../../src/up/up-event.ts'
import { emptyView, viewAfter, type UpView } from '../../src/up/view.ts'
import { emptyTick } from './fake-crew.ts'

const colours = pc.createColors(false)
const at = (seconds: number): Instant => new Date(Date.UTC(2026, 10, 22, 10) + seconds * 1000).toISOString()

const rests = (reason: Extract<Decision, { type: 'rest' }>['reason'], until: Instant | null = null): Decision => ({
  type: 'rest',
  reason,
  until,
  waitsFor: null,
})

const ticked = (pipeline: string, decision: Decision, used = 0): TickedPipeline => ({
  pipeline,
  decision,
  budget: { meter: 'calls', limit: 1000, line: 850, used },
  usd: { meter: 'usdMicros', limit: 2_000_000, line: 2_000_000, used: 410_000 },
  handoff: `handoffs/${pipeline}/${pipeline}-0006.md`,
})

function viewOf(events: readonly UpEvent[]): UpView {
  const teller = createTeller()
  return events.reduce((view, event) => viewAfter(view, { event, said: teller(event), everyMs: 30_000 }), emptyView(at(0)))
}

const tick = (pipelines: readonly TickedPipeline[], changes: Partial<TickView> = {}): UpEvent => ({
  type: 'ticked',
  at: at(0),
  view: {
    ...emptyTick(at(0)),
    pairs: { database: 1240, merged: 1300, toIntegrate: 60, waiting: 640, underWay: 312 },
    waitingParts: 7,
    pipelines,
    ...changes,
  },
})
const start = (pipeline: string, seconds = 0): UpEvent => ({
  type: 'started',
  at: at(seconds),
  member: started(newMember(pipeline), at(seconds)),
})
const told = (pipeline: string, event: SessionEvent, seconds = 0): UpEvent => ({ type: 'told', at: at(seconds), pipeline, event })
const progress = (calls: number, task = 'session_01'): SessionEvent => ({
  type: 'progress',
  task,
  calls,
  callsExpected: 500,
  accepted: 86,
  rejected: 4,
  used: 412,
  line: 850,
})

const troubled: Member = {
  ...newMember('zai-institutional'),
  failures: 3,
  notBefore: at(70),
  trouble: { type: 'failed', message: 'the provider cannot be used at the moment', lasting: false },
}

const busy: readonly UpEvent[] = [
  tick(
    [
      ticked('droid-eastern', rests('cooling', at(960))),
      ticked('zai-institutional', rests('cooling', at(70))),
      ticked('droid-research', { type: 'start' }, 300),
    ],
    { start: ['droid-research'] },
  ),
  start('droid-research'),
  told('droid-research', { type: 'claimed', session: 'droid-research-0007', continued: false }),
  told('droid-research', { type: 'task', task: 'session_01', title: 'Moving averages', resumedCalls: 0 }),
  told('droid-research', progress(100)),
  told('droid-research', progress(138), 30),
  { type: 'ended', at: at(30), member: troubled, end: { type: 'failed', message: 'down', lasting: false, result: null } },
]

const render = (view: UpView, { columns = 100, rows = 24, now = at(30) } = {}): readonly string[] =>
  renderScreen(view, { columns, rows, colours, now })

describe('the live screen', () => {
  it('shows the goal, each pipeline with its resources, task, speed and last handoff, and what happened last', () => {
    expect(render(viewOf(busy))).toEqual([
      'Perpetual · 2026-11-22T10:00Z · 1 session at work',
      '█░░░░░░░░░░░░░░░░░░░░░░░ 1,240 of 30,000 pairs in the database, 4.1 %',
      '312 pairs under way · 640 wait for a review (7 parts) · 60 to integrate',
      '',
      '● droid-research  0:30  Moving averages',
      '    ██████████░░░░░░░░░░│░░░ 412 of 850 calls · $0.41 of $2.00 today',
      '    session_01: 138 of about 500 calls, 86 pairs, 76 calls/min',
      '    last handoff handoffs/droid-research/droid-research-0006.md',
      '✗ zai-institutional  failed 3 times, again in 0:40: the provider cannot be used at the moment',
      '    ░░░░░░░░░░░░░░░░░░░░│░░░ 0 of 850 calls · $0.41 of $2.00 today',
      '    last handoff handoffs/zai-institutional/zai-institutional-0006.md',
      '○ droid-eastern  rests after its last session, again in 15:30',
      '    ░░░░░░░░░░░░░░░░░░░░│░░░ 0 of 850 calls · $0.41 of $2.00 today',
      '    last handoff handoffs/droid-eastern/droid-eastern-0006.md',
      '',
      '10:00:00Z droid-research: session droid-research-0007 begins',
      '10:00:00Z droid-research: works on session_01: Moving averages',
      '10:00:30Z zai-institutional: failed 3 times in a row: down; tried again in 0:40',
      'Ctrl-C stops: sessions save, deliver and hand off.',
    ])
  })

  it('says when the next session can begin while none is at work, that all are paused, and that it stops', () => {
    const resting = [
      ticked('a', rests('cooling', at(960))),
      ticked('b', rests('budget', at(90))),
      ticked('c', rests('queue-empty')),
    ]
    expect(render(viewOf([tick(resting)]))[0]).toBe('Perpetual · 2026-11-22T10:00Z · nothing to do; next: b in 1:00')
    expect(render(viewOf([tick(resting, { paused: true })]))[0]).toContain('paused; `perpetual enable`')
    const stopping = viewOf([...busy, { type: 'stopping', at: at(31), pipelines: ['droid-research'] }])
    expect(render(stopping)[0]).toContain('stopping: 1 session to save')
    expect(render(stopping).at(-1)).toContain('Ctrl-C again ends at once')
  })

  it('tells of a session that is none of ours, and of a repository that cannot be read', () => {
    const held = viewOf([tick([ticked('a', rests('held', at(300)))])])
    expect(render(held)[4]).toBe('○ a  a session of another process is at work, its claim lapses in 4:30')
    expect(held.messages.map(({ text }) => text)).toContain('a session of another process is at work')
    const blind = viewOf([...busy, { type: 'tick-failed', at: at(30), message: 'no network', nextAt: at(40) }])
    expect(render(blind)[3]).toBe('Cannot plan, again in 0:10: no network')
  })

  it('is never larger than the terminal, however small it is and however many pipelines there are', () => {
    const many = Array.from({ length: 100 }, (_, n) => ticked(`pipeline-${n}`, rests('queue-empty')))
    const view = viewOf([tick(many), start('pipeline-99'), ...busy.slice(1)])
    assert(
      property(integer({ min: 1, max: 200 }), integer({ min: 1, max: 120 }), (columns, rows) => {
        const lines = render(view, { columns, rows })
        expect(lines.length).toBeLessThanOrEqual(rows)
        for (const text of lines) expect(fit(text, columns)).toBe(text)
      }),
      { numRuns: 40 },
    )
    const small = render(view, { rows: 12 })
    expect(small.filter(text => text.startsWith('●')).length).toBe(2)
    expect(small.some(text => /… and \d+ more pipelines/u.test(text))).toBe(true)
  })

  it('lets nothing foreign move the cursor or break a line', () => {
    const piece = constantFrom('\u001B[2J', '\n', '\r', '\u009B1A', '\u202E', '漢', '👩‍👩‍👧', '\uD800', '𠀀', '\u0007', 'a')
    assert(
      property(string({ unit: piece, maxLength: 300 }), text => {
        const hostile = viewOf([
          ...busy,
          told('droid-research', { type: 'task', task: text, title: text, resumedCalls: 0 }),
          told('droid-research', progress(1, text)),
          told('droid-research', { type: 'warning', message: text }),
          { type: 'said', at: at(30), text },
        ])
        for (const each of render(hostile, { columns: 80 })) {
          expect(each).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
          expect(fit(each, 80)).toBe(each)
        }
      }),
      { numRuns: 50 },
    )
  })

  it('draws a bar with its line, in which what is begun shows and so does what is left', () => {
    const bars = [0, 1, 500, 849, 850, 999, 1000].map(used => meterBar({ used, line: 850, limit: 1000 }, 20))
    expect(bars).toEqual([
      '░░░░░░░░░░░░░░░░░│░░',
      '█░░░░░░░░░░░░░░░░│░░',
      '██████████░░░░░░░│░░',
      '█████████████████│░░',
      '█████████████████│░░',
      '█████████████████│█░',
      '█████████████████│██',
    ])
    expect(meterBar({ used: 1, line: 1, limit: 1 }, 4)).toBe('████')
  })

  it('measures the speed over the last minute, and of one task at a time', () => {
    const speedAt = (seconds: number, events: readonly UpEvent[]): string =>
      / pairs(?:, (?<speed>\S+) calls\/min)?$/u.exec(render(viewOf(events), { now: at(seconds) })[6] ?? '')?.groups?.['speed'] ??
      ''
    expect(speedAt(30, busy)).toBe('76')
    expect(speedAt(85, [...busy, told('droid-research', progress(149), 85)])).toBe('12')
    expect(speedAt(200, busy)).toBe('0.0')
    expect(speedAt(30, [...busy, told('droid-research', progress(5, 'session_02'), 30)])).toBe('')
  })
})
