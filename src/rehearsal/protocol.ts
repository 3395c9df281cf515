import type { IncomingMessage } from 'node:http'
import type { AnswerResult, StageRequest } from './answers.ts'
import type { Counts } from './counts.ts'
import type { Reply } from './http.ts'
import type { ProviderClock } from './provider-clock.ts'
import type { Reception } from './reception.ts'

export const protocolNames = ['openrouter', 'zai', 'gemini'] as const
export type ProtocolName = (typeof protocolNames)[number]

/** What every protocol is given. */
export interface ProtocolParts {
  readonly clock: ProviderClock
  readonly counts: Counts
  readonly reception: Reception
  readonly answers: (request: StageRequest) => AnswerResult
  readonly dailyLimit: number | null
}

/** What goes back, and when; a dropped connection breaks before the answer (null) or in the middle of it. */
export type Delivery =
  | { readonly type: 'reply'; readonly reply: Reply; readonly delayMs: number }
  | { readonly type: 'drop'; readonly halfOf: Reply | null; readonly delayMs: number }

/** One provider's way of speaking: one file each. `path` is where its base URL ends. */
export interface Protocol {
  readonly name: ProtocolName
  readonly path: string
  /** The largest body that is read; the body of a larger request is null. */
  readonly bodyBytes: number
  /** True for a request that is inference, which `infer` answers; everything else goes to `look`. */
  isInference(request: IncomingMessage, path: string): boolean
  /** Counts the send at once; the body follows. */
  infer(request: IncomingMessage, path: string, body: Promise<Buffer | null>): Promise<Delivery>
  look(request: IncomingMessage, path: string, body: Promise<Buffer | null>): Reply | Promise<Reply>
}
