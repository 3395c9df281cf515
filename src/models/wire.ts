/** The part of the global `fetch` that the adapters use. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>

export interface WireOptions {
  /** Null where the server wants none. */
  readonly key: string | null
  /** Tells OpenRouter which application asks (`X-OpenRouter-Title`, `HTTP-Referer`); left out where undefined. */
  readonly title?: string | undefined
  readonly referer?: string | undefined
  readonly fetch?: Fetch | undefined
}

/** What an HTTP header may hold without being refused by `fetch`. */
const headerText = (text: string): string => text.replace(/[^\x20-\x7e]/g, '').trim()

/** A key that no header can carry would make `fetch` throw with the key in its message. */
export const fitsHeader = (key: string): boolean => /^[\x21-\x7e]+$/.test(key)

/**
 * The only door to the network: adds the key, so that the SDK never holds it, sends only these headers, whatever the
 * environment tells the SDK, and follows no redirect, which would be a second request and would carry the key away.
 */
export const createWire = ({ key, title, referer, fetch = globalThis.fetch }: WireOptions): Fetch => {
  const headers: Readonly<Record<string, string>> = {
    accept: 'application/json',
    'content-type': 'application/json',
    'user-agent': 'perpetual',
    ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    ...(title === undefined ? {} : { 'x-openrouter-title': headerText(title) }),
    ...(referer === undefined ? {} : { 'http-referer': headerText(referer) }),
  }
  return (input, init) => fetch(input, { ...init, headers, redirect: 'manual' })
}
