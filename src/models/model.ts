import type { ModelAnswer, ModelRequest } from '../domain/model.ts'

/** What went wrong with a send, in the field's own terms. */
export type ModelFailure =
  | 'key-missing'
  | 'key-refused'
  | 'no-credit'
  | 'quota'
  | 'rate'
  | 'overloaded'
  | 'provider-down'
  | 'no-connection'
  | 'timeout'
  | 'content-blocked'
  | 'bad-request'
  /** The caller's own signal ended it. */
  | 'aborted'

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
