import type { Instant } from '../domain/instant.ts'
import type { SessionEvent } from '../session/reporter.ts'
import type { Member } from './member.ts'
import type { SessionEnd } from './session-end.ts'
import type { TickView } from './tick-view.ts'

/** What happens while `up` is at work; lines and the screen are made of it. */
export type UpEvent =
  | { readonly type: 'ticked'; readonly at: Instant; readonly view: TickView }
  | { readonly type: 'tick-failed'; readonly at: Instant; readonly message: string; readonly nextAt: Instant }
  | { readonly type: 'started'; readonly at: Instant; readonly member: Member }
  | { readonly type: 'told'; readonly at: Instant; readonly pipeline: string; readonly event: SessionEvent }
  | { readonly type: 'ended'; readonly at: Instant; readonly member: Member; readonly end: SessionEnd }
  /** `pipelines` are those whose processes are waited for. */
  | { readonly type: 'stopping'; readonly at: Instant; readonly pipelines: readonly string[] }
  | { readonly type: 'killed'; readonly at: Instant; readonly pipeline: string }
  /** Something that no pipeline said: a warning of the forge, for example. */
  | { readonly type: 'said'; readonly at: Instant; readonly text: string }
