import type { ModelAnswer, ModelRequest, Usage } from '../domain/model.ts'
import type { ModelError } from './model-error.ts'

/** One provider. */
export interface ModelAdapter {
  /** One request on the wire, without any retry and without following a redirect; rejects with a `ModelError` and nothing else. */
  send(request: ModelRequest, signal: AbortSignal): Promise<ModelAnswer>
  /** What the provider itself counts, where it tells: sends used today and its own limit a day. It is no inference send. */
  account(signal: AbortSignal): Promise<ProviderAccount>
}

export interface ProviderAccount {
  readonly sendsToday: number | null
  readonly sendsPerDay: number | null
  readonly creditLeftUsd: number | null
}

export const unknownAccount: ProviderAccount = { sendsToday: null, sendsPerDay: null, creditLeftUsd: null }

/** Leave for exactly one request on the wire. */
export interface Permit {
  /**
   * Called exactly once: whether the request may have reached the provider, what it used where that is known, and whether
   * the provider refused it because its own quota is used up, so that nothing more goes to it before the reset.
   */
  settle(spent: { readonly sent: boolean; readonly usage: Usage | null; readonly quotaUsedUp?: boolean }): void | Promise<void>
}

/** What asking came to, after all retries. Only an answer and a refusal are outcomes. */
export type Asked =
  | { readonly type: 'answer'; readonly answer: ModelAnswer; readonly sends: number }
  /** This very request is refused for good: an outcome. */
  | { readonly type: 'refusal'; readonly reason: string; readonly sends: number }
  /** No outcome: the work may be done another time. */
  | {
      readonly type: 'unfinished'
      readonly reason: 'no-permit' | 'aborted' | 'provider'
      readonly error?: ModelError
      readonly sends: number
    }
