import type { Usage } from '../domain/model.ts'
import { actByOf, classify } from './classify.ts'
import { readConnectionError } from './connection-error.ts'
import { failureMessage, type MessageContext } from './failure-message.ts'
import { ModelError, type ModelErrorOptions } from './model-error.ts'
import type { ModelFailure } from './model-error.ts'
import { readProviderError } from './provider-error.ts'
import type { Scrubber } from './scrub.ts'

/** Makes the errors of one adapter; everything that goes into them is scrubbed here. */
export interface Failures {
  /** An answer of the provider that says no. `error` is the untrusted error object or text of its body. */
  ofResponse(
    error: unknown,
    response: { readonly status: number; readonly headers: Headers; readonly usage?: Usage | undefined },
  ): ModelError
  /** A 2xx whose body is nothing that was asked for. */
  unreadable(status: number): ModelError
  /** A request that brought no response. */
  ofConnection(error: unknown): ModelError
  /** A failure that the adapter itself sees. */
  of(failure: ModelFailure, options: Omit<ModelErrorOptions, 'failure'> & { readonly detail?: string }): ModelError
}

export const createFailures = (context: MessageContext, scrub: Scrubber): Failures => {
  const of: Failures['of'] = (failure, { detail, ...options }) =>
    new ModelError(failureMessage(failure, context, { status: options.status, detail: scrub.message(detail ?? '') }), {
      failure,
      ...options,
    })
  return {
    of,
    ofResponse: (error, { status, headers, usage }) => {
      const said = readProviderError(error, { status, headers })
      const failure = classify(said)
      // Z.AI's four digits say more than its words.
      const detail = /^\d{4}$/.test(said.code) ? `${said.code} ${said.message}` : said.message || said.code
      return of(failure, {
        sent: true,
        status: said.status || status,
        retryAfterMs: said.retryAfterMs,
        actBy: actByOf(failure, said),
        usage,
        detail,
      })
    },
    unreadable: status => of('provider-down', { sent: true, status, detail: 'the answer is no chat completion' }),
    ofConnection: error => {
      const { failure, sent, code } = readConnectionError(error)
      return of(failure, { sent, detail: code })
    },
  }
}
