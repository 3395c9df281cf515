import type { Instant } from '../../src/domain/instant.ts'
import type { SessionEvent } from '../../src/session/reporter.ts'
import { supervise, type UpEnd, type UpOptions } from '../../src/up/supervise.ts'
import type { ProcessEnd, SessionResult } from '../../src/up/session-end.ts'
import { createTeller, renderSaid } from '../../src/up/teller.ts'
import type { TickView } from '../../src/up/tick-view.ts'
import type { UpEvent } from '../../src/up/up-event.ts'
import { createManualClock } from './manual-clock.ts'

const amounts = { sends: 0, calls: 0, tokens: 0, minutes: 0, slots: 0, usd: 0 }

export const result = (changes: Partial<SessionResult> = {}): SessionResult => ({
  session: 'a-0001',
  tasks: ['session_01'],
  outcome: 'wrapped',
  reason: 'budget',
  spent: { ...amounts, sends: 10, calls: 10, usd: 0.5 },
  pairs: { accepted: 4, rejected: 1 },
  deliveries: [],
  handoff: 'handoffs/a/a-0001.md',
  next: null,
  ...changes,
})

/** What is left of a process that said so. */
export const good = (changes: Partial<SessionResult> = {}): ProcessEnd => ({
  code: 0,
  signal: null,
  stdout: `${JSON.stringify(result(changes))}\n`,
  stderr: '',
  error: null,
})

export const crash = (stderr = 'perpetual: broken\n', code = 1): ProcessEnd => ({
  code,
  signal: null,
  stdout: '',
  stderr,
  error: null,
})

export interface FakeProcess {
  readonly pipeline: string
  readonly at: Instant
  /** What it was asked, in order. */
  readonly asked: ('stop' | 'kill')[]
  readonly told: (event: SessionEvent) => void
  end(end: ProcessEnd): void
}

export const emptyTick = (at: Instant, start: readonly string[] = []): TickView => ({
  at,
  paused: false,
  configuration: 'one',
  goal: 30_000,
  pairs: { database: 0, merged: 0, toIntegrate: 0, waiting: 0, underWay: 0 },
  waitingParts: 0,
  pipelines: [],
  start,
})

/** `up` with processes that do what a test says, on a clock that it moves. */
export function createFakeCrew(options: Partial<UpOptions> & { readonly random?: () => number } = {}) {
  const clock = createManualClock()
  const asked = new AbortController()
  const processes: FakeProcess[] = []
  const running = new Set<string>()
  const lines: string[] = []
  const events: UpEvent[] = []
  const ticks: ReadonlyMap<string, Instant>[] = []
  const teller = createTeller()
  /** What a test may change at any time: what is planned, and what a tick comes to. */
  const plan = {
    start: [] as readonly string[],
    tick: (view: TickView): Promise<TickView> => Promise.resolve(view),
    /** Runs at every start; a process that is not ended here is at work until the test ends it. */
    onStart: (_process: FakeProcess): void => {},
  }
  const begin = () =>
    supervise(
      {
        clock,
        asked: asked.signal,
        random: options.random ?? (() => 0.5),
        tell: event => {
          events.push(event)
          lines.push(...teller(event).map(said => renderSaid(said, event.at)))
        },
        tick: async backingOff => {
          ticks.push(backingOff)
          const start = plan.start.filter(name => !running.has(name) && !backingOff.has(name))
          return plan.tick(emptyTick(clock.now(), start))
        },
        start: (pipeline, told) => {
          if (running.has(pipeline)) throw new Error(`${pipeline} runs already`)
          running.add(pipeline)
          const { promise: ended, resolve } = Promise.withResolvers<ProcessEnd>()
          const process: FakeProcess = {
            pipeline,
            at: clock.now(),
            asked: [],
            told,
            end: end => {
              running.delete(pipeline)
              resolve(end)
            },
          }
          processes.push(process)
          plan.onStart(process)
          return { ended, stop: () => process.asked.push('stop'), kill: () => process.asked.push('kill') }
        },
      },
      { everyMs: options.everyMs ?? 30_000, once: options.once ?? false },
    )
  let end: UpEnd | undefined
  return {
    clock,
    plan,
    processes,
    lines,
    events,
    ticks,
    running,
    ask: () => asked.abort(),
    begin: async () => {
      const ending = begin()
      void ending.then(
        value => (end = value),
        () => {},
      )
      await clock.advance(0)
      return ending
    },
    /** Begins and does not wait. */
    launch: () => {
      void begin().then(value => (end = value))
    },
    end: () => end,
    startsOf: (pipeline: string): readonly Instant[] =>
      processes.filter(process => process.pipeline === pipeline).map(({ at }) => at),
  }
}
