import type { ModelFailure } from './model-error.ts'

export interface MessageContext {
  /** The host that was asked. */
  readonly host: string
  /** The environment variable that holds the key. */
  readonly keyName: string
}

/** What happened, and whose turn it is, by failure; what the provider said is put behind it. */
const sentences: Readonly<Record<ModelFailure, (context: MessageContext) => string>> = {
  'key-missing': ({ host, keyName }) =>
    `Expected the key for ${host} in the environment variable ${keyName}, got nothing; add it as a secret of that name`,
  'key-refused': ({ host, keyName }) => `${host} refused the key in ${keyName}; put a valid one there`,
  'no-credit': ({ host, keyName }) =>
    `${host} says no balance: there is no credit left for the key in ${keyName}; top it up or raise the key's limit`,
  quota: ({ host }) => `${host} says that the quota is used up; the next run after its reset goes on`,
  rate: ({ host }) => `${host} is asked too fast; the next run goes on`,
  overloaded: ({ host }) => `${host} is overloaded; the next run goes on`,
  'provider-down': ({ host }) => `${host} failed; the next run goes on`,
  'no-connection': ({ host }) => `${host} could not be reached; the next run goes on`,
  timeout: ({ host }) => `${host} did not answer in time; the next run goes on`,
  'content-blocked': ({ host }) => `${host} blocked the content of this request; it is not asked again`,
  'bad-request': ({ host }) => `${host} did not accept the request; check the model name and the base URL, else report a bug`,
  aborted: ({ host }) => `The request to ${host} was called off`,
}

/** One line. `detail` is what the provider said, already scrubbed; backticks in it cannot end the quotation. */
export const failureMessage = (
  failure: ModelFailure,
  context: MessageContext,
  { status, detail = '' }: { status?: number | undefined; detail?: string } = {},
): string => {
  const facts = [...(status ? [String(status)] : []), ...(detail === '' ? [] : [`\`${detail.replaceAll('`', "'")}\``])]
  return facts.length === 0 ? sentences[failure](context) : `${sentences[failure](context)} (${facts.join(': ')})`
}
