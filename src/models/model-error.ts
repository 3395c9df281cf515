import { PerpetualError, type ActBy } from '../domain/errors.ts'
import type { Usage } from '../domain/model.ts'

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

/** What each failure means for the next step: who acts, and whether the same request may succeed later in this session. */
const consequences: Readonly<Record<ModelFailure, { readonly actBy: ActBy; readonly retryable: boolean }>> = {
  'key-missing': { actBy: 'fix-config', retryable: false },
  'key-refused': { actBy: 'fix-config', retryable: false },
  'no-credit': { actBy: 'fix-config', retryable: false },
  quota: { actBy: 'next-run', retryable: false },
  rate: { actBy: 'next-run', retryable: true },
  overloaded: { actBy: 'next-run', retryable: true },
  'provider-down': { actBy: 'next-run', retryable: true },
  'no-connection': { actBy: 'next-run', retryable: true },
  timeout: { actBy: 'next-run', retryable: true },
  'content-blocked': { actBy: 'next-run', retryable: false },
  'bad-request': { actBy: 'report-bug', retryable: false },
  aborted: { actBy: 'next-run', retryable: false },
}

export interface ModelErrorOptions {
  readonly failure: ModelFailure
  /** Whether the request may have reached the provider, and so counts. */
  readonly sent: boolean
  /** The HTTP status, or the status that a body on a 200 named. */
  readonly status?: number | undefined
  /** How long the provider asked to be left alone. */
  readonly retryAfterMs?: number | undefined
  /** Where it differs from what the failure usually means. */
  readonly actBy?: ActBy | undefined
  /** What the provider says the failed request used. */
  readonly usage?: Usage | undefined
}

/**
 * A send that brought no answer. It never holds the SDK's error as its cause, because that carries headers and bodies;
 * its message is one line without the key.
 */
export class ModelError extends PerpetualError {
  readonly failure: ModelFailure
  readonly sent: boolean
  readonly retryable: boolean
  readonly status: number | null
  readonly retryAfterMs: number | null
  readonly usage: Usage | null

  constructor(message: string, { failure, sent, status, retryAfterMs, actBy, usage }: ModelErrorOptions) {
    super(message, { actBy: actBy ?? consequences[failure].actBy })
    this.name = 'ModelError'
    this.failure = failure
    this.sent = sent
    this.retryable = consequences[failure].retryable
    this.status = status ?? null
    this.retryAfterMs = retryAfterMs ?? null
    this.usage = usage ?? null
  }
}
