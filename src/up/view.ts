import { plusMs, type Instant } from '../domain/instant.ts'
import type { SessionEvent } from '../session/reporter.ts'
import type { Member } from './member.ts'
import { withSample, type Samples } from './speed.ts'
import type { Said } from './teller.ts'
import type { TickView } from './tick-view.ts'
import type { UpEvent } from './up-event.ts'

/** What a session that is at work has told so far. */
export interface Live {
  readonly session: string | null
  readonly task: { readonly id: string; readonly title: string } | null
  readonly progress: Extract<SessionEvent, { type: 'progress' }> | null
  readonly samples: Samples
  readonly isWrapping: boolean
}

export interface Message extends Said {
  readonly at: Instant
}

/** All that the screen shows. */
export interface UpView {
  readonly startedAt: Instant
  readonly tick: TickView | null
  readonly nextTickAt: Instant | null
  /** Null where the last tick went well. */
  readonly tickTrouble: string | null
  readonly members: ReadonlyMap<string, Member>
  readonly live: ReadonlyMap<string, Live>
  /** The latest last. */
  readonly messages: readonly Message[]
  readonly isStopping: boolean
}

const keptMessages = 50

export const nothingTold: Live = { session: null, task: null, progress: null, samples: [], isWrapping: false }

export const emptyView = (startedAt: Instant): UpView => ({
  startedAt,
  tick: null,
  nextTickAt: null,
  tickTrouble: null,
  members: new Map(),
  live: new Map(),
  messages: [],
  isStopping: false,
})

function withTold(live: Live, event: SessionEvent, at: Instant): Live {
  switch (event.type) {
    case 'claimed':
      return { ...live, session: event.session }
    case 'task':
      return { ...live, task: { id: event.task, title: event.title }, progress: null, samples: [] }
    case 'progress': {
      const task = live.task?.id === event.task ? live.task : { id: event.task, title: '' }
      return { ...live, task, progress: event, samples: withSample(live.samples, { at, calls: event.calls }) }
    }
    case 'wrapping':
      return { ...live, isWrapping: true }
    case 'checkpoint':
    case 'delivered':
    case 'warning':
    case 'rested':
      return live
  }
}

const withEntry = <Value>(map: ReadonlyMap<string, Value>, key: string, value: Value): ReadonlyMap<string, Value> =>
  new Map([...map, [key, value]])

function changed(view: UpView, event: UpEvent, everyMs: number): UpView {
  switch (event.type) {
    case 'ticked':
      return { ...view, tick: event.view, tickTrouble: null, nextTickAt: plusMs(event.at, everyMs) }
    case 'tick-failed':
      return { ...view, tickTrouble: event.message, nextTickAt: event.nextAt }
    case 'started': {
      const { pipeline } = event.member
      const live = withEntry(view.live, pipeline, nothingTold)
      return { ...view, live, members: withEntry(view.members, pipeline, event.member) }
    }
    case 'told': {
      const live = view.live.get(event.pipeline) ?? nothingTold
      return { ...view, live: withEntry(view.live, event.pipeline, withTold(live, event.event, event.at)) }
    }
    case 'ended': {
      const { pipeline } = event.member
      const live = new Map([...view.live].filter(([name]) => name !== pipeline))
      return { ...view, live, members: withEntry(view.members, pipeline, event.member) }
    }
    case 'stopping':
      return { ...view, isStopping: true }
    case 'killed':
    case 'said':
      return view
  }
}

export interface Happened {
  readonly event: UpEvent
  /** What is told of it. */
  readonly said: readonly Said[]
  /** Between two ticks. */
  readonly everyMs: number
}

/** Pure: the view after something has happened. */
export function viewAfter(view: UpView, { event, said, everyMs }: Happened): UpView {
  const messages = [...view.messages, ...said.map(each => ({ ...each, at: event.at }))].slice(-keptMessages)
  return { ...changed(view, event, everyMs), messages }
}
