import { messageOf, PerpetualError } from '../domain/errors.ts'
import { plusMs, type Clock, type Instant } from '../domain/instant.ts'
import { oneLine } from '../domain/one-line.ts'
import { backOffMs } from './back-off.ts'
import { createCrew, type StartSession } from './crew.ts'
import type { Member } from './member.ts'
import { createPause } from './pause.ts'
import type { TickView } from './tick-view.ts'
import type { UpEvent } from './up-event.ts'

export interface UpPorts {
  readonly clock: Clock
  /** Looks at the repository and plans without the pipelines that back off. */
  readonly tick: (backingOff: ReadonlyMap<string, Instant>) => Promise<TickView>
  readonly start: StartSession
  readonly random: () => number
  readonly tell: (event: UpEvent) => void
  readonly asked: AbortSignal
}

export interface UpOptions {
  /** Between two ticks. */
  readonly everyMs: number
  /** One tick, and the sessions that it begins. */
  readonly once: boolean
}

export interface UpEnd {
  readonly outcome: 'asked' | 'done'
  readonly startedAt: Instant
  readonly endedAt: Instant
  readonly ticks: number
  readonly members: readonly Member[]
}

/** After a session has ended the next tick comes soon, but never sooner than so many milliseconds after the last one. */
const soonestMs = 1000
/** A tick that fails is tried again after this at the latest, unless ticks are further apart anyway. */
const longestTickBackOffMs = 5 * 60_000
const longestMessage = 300

/** What a tick came to: undefined where `up` was asked to end meanwhile, which waits for no network. */
async function unlessAsked<Value>(work: Promise<Value>, asked: AbortSignal): Promise<Value | undefined> {
  const given = new AbortController()
  const interrupted = new Promise<undefined>(resolve => {
    if (asked.aborted) return resolve(undefined)
    asked.addEventListener('abort', () => resolve(undefined), { once: true, signal: given.signal })
  })
  return Promise.race([work, interrupted]).finally(() => given.abort())
}

function createSupervisor({ clock, asked, tell, random, start, tick: look }: UpPorts, { everyMs, once }: UpOptions) {
  const pause = createPause({ clock, asked })
  let [ticks, failures, lastTickAt, configuration] = [0, 0, clock.now(), '']
  const soon = (): void => pause.noLaterThan(plusMs(lastTickAt, soonestMs))
  const crew = createCrew({ clock, start, random, tell, onEnd: soon })

  const begin = (view: TickView): void => {
    if (configuration !== '' && configuration !== view.configuration) {
      crew.reconfigure()
      // This tick has planned without what may begin again now.
      soon()
    }
    configuration = view.configuration
    tell({ type: 'ticked', at: clock.now(), view })
    crew.startAll(view.start)
  }

  const failed = (error: unknown): number => {
    const isWrong = error instanceof PerpetualError && error.actBy === 'fix-config'
    if (once || (ticks === 0 && isWrong)) throw error
    failures += 1
    // What a person mends is to count at the next tick; what is overloaded is to be left alone.
    const waitMs = Math.max(everyMs, isWrong ? 0 : Math.min(longestTickBackOffMs, backOffMs(failures, random)))
    const nextAt = plusMs(clock.now(), waitMs)
    pause.set(nextAt)
    tell({ type: 'tick-failed', at: clock.now(), message: oneLine(messageOf(error), longestMessage), nextAt })
    return waitMs
  }

  return {
    crew,
    pause,
    ticks: () => ticks,
    /** One tick; returns how long to wait at most before the next one, milliseconds. */
    tick: async (): Promise<number> => {
      lastTickAt = clock.now()
      pause.set(plusMs(lastTickAt, everyMs))
      try {
        const view = await unlessAsked(look(crew.backingOff()), asked)
        ticks += 1
        failures = 0
        if (view !== undefined && !asked.aborted) begin(view)
        for (const until of crew.backingOff().values()) pause.noLaterThan(until)
        return everyMs
      } catch (error) {
        return failed(error)
      }
    },
  }
}

/**
 * Ticks, begins what the plan says, and begins again what fails with back-off, until it is asked to end. Throws what the first tick
 * says is wrong with the configuration, and with `once` whatever it says.
 */
export async function supervise(ports: UpPorts, options: UpOptions): Promise<UpEnd> {
  const { clock, asked } = ports
  const startedAt = clock.now()
  const { crew, pause, tick, ticks } = createSupervisor(ports, options)
  while (!asked.aborted) {
    const mostMs = await tick()
    if (options.once) {
      await unlessAsked(crew.idle(), asked)
      break
    }
    await pause.wait(mostMs)
  }
  if (asked.aborted) await crew.stop()
  const outcome = asked.aborted ? 'asked' : 'done'
  return { outcome, startedAt, endedAt: clock.now(), ticks: ticks(), members: [...crew.members().values()] }
}
