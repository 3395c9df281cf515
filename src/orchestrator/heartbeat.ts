import { PerpetualError } from '../domain/errors.ts'
import { plusMs, toEpochMs, type Instant } from '../domain/instant.ts'
import { orchestratorStateSchema, type OrchestratorState } from '../domain/orchestrator-state.ts'
import { statePaths } from '../domain/state.ts'
import type { Head, StateStore } from '../forge/forge.ts'
import { parseState, printState } from '../session/state-files.ts'

/** A tick writes itself down after so long, milliseconds, or sooner where something changed; `up` ticks every few seconds. */
const tellAfterMs = 30 * 60_000

/**
 * After a tick that wrote itself down others only plan for so long, milliseconds: it may be at work on the alert's issue, and a second
 * one would make it twice. One that died is made up for by the next one after that.
 */
const quietMs = 5 * 60_000

/** However short the heartbeat is, ticks are told often enough for it. */
const within = (ms: number, heartbeatMs: number): number => Math.min(ms, Math.floor(heartbeatMs / 2))

export interface Ready {
  readonly pipeline: string
  /** Of its last claim: the next session raises it. */
  readonly epoch: number
}

export interface Beat {
  readonly at: Instant
  readonly heartbeatMs: number
  readonly paused: boolean
  /** When it was last paused or enabled; null where nobody ever did. */
  readonly switchedAt: Instant | null
  /** The pipelines that could begin a session now; null where this tick looked at something else (one pipeline alone, or by force). */
  readonly ready: readonly Ready[] | null
}

function silenceOf(before: OrchestratorState, { at, heartbeatMs, paused, switchedAt }: Beat): OrchestratorState['silence'] {
  if (paused) return null
  const from = switchedAt !== null && switchedAt > before.tickAt ? switchedAt : before.tickAt
  if (toEpochMs(at) - toEpochMs(from) > heartbeatMs) return { from, to: at }
  const { silence } = before
  return silence !== null && plusMs(silence.to, heartbeatMs) >= at ? silence : null
}

/** Pure: what is to be told after this tick. The clock may have been set back since the last one; then nothing is late. */
export function nextState(before: OrchestratorState | undefined, beat: Beat): OrchestratorState {
  const silence = before === undefined ? null : silenceOf(before, beat)
  // While no tick came nothing could begin: that is one alert and not one more for each pipeline.
  const known = silence?.to === beat.at ? {} : (before?.available ?? {})
  const ready = (beat.ready ?? []).map(({ pipeline, epoch }) => {
    const last = known[pipeline]
    return [pipeline, { since: last?.epoch === epoch ? last.since : beat.at, epoch }] as const
  })
  return {
    version: 1,
    tickAt: beat.at,
    silence,
    available: beat.paused ? {} : beat.ready === null ? known : Object.fromEntries(ready),
    alert: before?.alert ?? null,
  }
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Pure: whether a tick writes itself down, and so does what one alone may do. `isNews` where the alert is not as its issue says. */
export function isDue(
  before: OrchestratorState | undefined,
  next: OrchestratorState,
  { heartbeatMs, isNews }: { readonly heartbeatMs: number; readonly isNews: boolean },
): boolean {
  if (before === undefined) return true
  // One in the future was written by a clock that was wrong.
  const ageMs = Math.abs(toEpochMs(next.tickAt) - toEpochMs(before.tickAt))
  if (ageMs < within(quietMs, heartbeatMs)) return false
  const isOld = ageMs >= within(tellAfterMs, heartbeatMs)
  return isOld || isNews || !same(before.silence, next.silence) || !same(before.available, next.available)
}

/** What ticks told each other, with its text, which tells whether another one wrote since. */
export interface Told {
  readonly text: string | undefined
  readonly state: OrchestratorState | undefined
}

const path = statePaths.orchestrator

async function readAt(store: StateStore, head: Head): Promise<Told> {
  const text = (await store.read(head, [path])).get(path)
  return { text, state: text === undefined ? undefined : parseState(orchestratorStateSchema, path, text) }
}

/** What ticks told each other; a file of a newer version is refused (`fix-config`). */
export const readTold = async (store: StateStore): Promise<Told> => readAt(store, store.knownHead() ?? (await store.head()))

const maxRaces = 100

/** Writes what this tick tells, unless another one did since `told` was read: then that one does what one alone may do. */
export async function tell(store: StateStore, told: Told, next: OrchestratorState): Promise<Told | 'lost'> {
  const text = printState(next)
  let head = store.knownHead() ?? (await store.head())
  for (let race = 0; race < maxRaces; race += 1) {
    if ((await readAt(store, head)).text !== told.text) return 'lost'
    if ((await store.write(head, [{ path, text }], 'Tick')).type === 'written') return { text, state: next }
    head = await store.head()
  }
  throw new PerpetualError(`Expected to write ${path} within ${maxRaces} races, lost them all`, { actBy: 'report-bug' })
}
