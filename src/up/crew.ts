import type { Clock, Instant } from '../domain/instant.ts'
import type { SessionEvent } from '../session/reporter.ts'
import { ended, isBackingOff, newMember, reconfigured, started, stopped, type Member } from './member.ts'
import { readEnd, type ProcessEnd } from './session-end.ts'
import type { UpEvent } from './up-event.ts'

/** A session in a process of its own. */
export interface SessionProcess {
  /** Resolves when it has ended, or could not be started. */
  readonly ended: Promise<ProcessEnd>
  /** Asks it to save, wrap and end; it must be asked once only. */
  stop(): void
  /** Ends it at once, with whatever it runs. */
  kill(): void
}

export type StartSession = (pipeline: string, listen: (event: SessionEvent) => void) => SessionProcess

export interface CrewSetup {
  readonly clock: Clock
  readonly start: StartSession
  readonly random: () => number
  readonly tell: (event: UpEvent) => void
  /** Called when a session has ended and another one may be wanted. */
  readonly onEnd: () => void
}

/** How long processes have to save and wrap before they are killed, and how long a killed one has to be gone, milliseconds. */
const patienceMs = 8000
const afterKillMs = 500

interface Working {
  readonly process: SessionProcess
  readonly done: Promise<void>
}

/** The processes that are at work, at most one a pipeline, and what became of earlier ones. */
export interface Crew {
  /** Begins a session of each pipeline that neither works nor backs off. */
  startAll(pipelines: readonly string[]): void
  /** Pipelines that back off, and until when. */
  backingOff(): ReadonlyMap<string, Instant>
  /** Lets what waits for a changed configuration begin again. */
  reconfigure(): void
  /** Resolves when no process is left. */
  idle(): Promise<void>
  /** Asks every process to stop, waits 8 s, and kills what is left then. */
  stop(): Promise<void>
  members(): ReadonlyMap<string, Member>
}

export function createCrew({ clock, start, random, tell, onEnd }: CrewSetup): Crew {
  const members = new Map<string, Member>()
  const working = new Map<string, Working>()
  let isStopping = false

  const memberOf = (pipeline: string): Member => members.get(pipeline) ?? newMember(pipeline)

  const settle = (pipeline: string, end: ProcessEnd, last: SessionEvent | undefined): void => {
    working.delete(pipeline)
    const read = readEnd(end, last)
    const now = clock.now()
    const member = isStopping ? stopped(memberOf(pipeline), read) : ended(memberOf(pipeline), read, { now, random })
    members.set(pipeline, member)
    tell({ type: 'ended', at: now, member, end: read })
    onEnd()
  }

  const begin = (pipeline: string): void => {
    let last: SessionEvent | undefined
    const now = clock.now()
    const member = started(memberOf(pipeline), now)
    members.set(pipeline, member)
    tell({ type: 'started', at: now, member })
    const process = start(pipeline, event => {
      last = event
      tell({ type: 'told', at: clock.now(), pipeline, event })
    })
    working.set(pipeline, { process, done: process.ended.then(end => settle(pipeline, end, last)) })
  }

  const idle = async (): Promise<void> => {
    await Promise.all([...working.values()].map(({ done }) => done))
  }

  /** Whether all have ended within so many milliseconds. */
  const idleWithin = async (ms: number): Promise<boolean> => {
    const given = new AbortController()
    const over = clock.sleep(ms, given.signal).then(
      () => false,
      () => true,
    )
    const all = idle().then(() => given.abort())
    const isOver = await over
    if (isOver) await all
    return isOver
  }

  return {
    startAll: pipelines => {
      const now = clock.now()
      for (const pipeline of pipelines)
        if (!isStopping && !working.has(pipeline) && !isBackingOff(memberOf(pipeline), now)) begin(pipeline)
    },
    backingOff: () => {
      const now = clock.now()
      const waiting = [...members.values()].filter(member => isBackingOff(member, now))
      return new Map(waiting.flatMap(({ pipeline, notBefore }) => (notBefore === null ? [] : [[pipeline, notBefore]])))
    },
    reconfigure: () => {
      for (const [pipeline, member] of members) members.set(pipeline, reconfigured(member))
    },
    idle,
    stop: async () => {
      isStopping = true
      tell({ type: 'stopping', at: clock.now(), pipelines: [...working.keys()] })
      for (const { process } of working.values()) process.stop()
      if (working.size === 0 || (await idleWithin(patienceMs))) return
      for (const [pipeline, { process }] of working) {
        tell({ type: 'killed', at: clock.now(), pipeline })
        process.kill()
      }
      await idleWithin(afterKillMs)
    },
    members: () => members,
  }
}
