import { z } from 'zod'

const linkSchema = z.looseObject({
  code: z.string().optional().catch(undefined),
  name: z.string().catch(''),
  message: z.string().catch(''),
})

export interface ConnectionTrouble {
  readonly failure: 'no-connection' | 'timeout'
  /** Whether the request may have reached the provider. */
  readonly sent: boolean
  /** The code of Node or of its fetch, such as `ECONNREFUSED`. */
  readonly code: string
}

/** Codes that end a request before its first byte left: no name, no route, nobody listening, no connection in time. */
const unsentCodes = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EAI_NODATA',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** OpenSSL and certificate trouble: the handshake comes before the request. A record that fails to decrypt comes after it. */
const tlsCode = /^(ERR_SSL_(?!.*(RECORD_MAC|DECRYPT))|ERR_TLS_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH)/

/** How deep a chain of causes is followed. */
const deepestCause = 6

/** The chain of causes, outermost first, and below an aggregate (one error an address tried) its first. */
const chainOf = (error: unknown): readonly z.infer<typeof linkSchema>[] => {
  const chain: z.infer<typeof linkSchema>[] = []
  let link = error
  while (chain.length < deepestCause && link instanceof Error) {
    chain.push(linkSchema.parse({ code: Reflect.get(link, 'code'), name: link.name, message: link.message }))
    link = link.cause ?? (link instanceof AggregateError ? link.errors[0] : undefined)
  }
  return chain
}

/**
 * What became of a request whose fetch failed. Only what is known to come before the request counts as not sent:
 * ETIMEDOUT after a connection is made is reported by `read`, and then it was sent.
 */
export const readConnectionError = (error: unknown): ConnectionTrouble => {
  const chain = chainOf(error)
  const code = chain.findLast(link => link.code !== undefined)?.code ?? ''
  const reading = chain.some(link => /^(read|write) /.test(link.message))
  if (!reading && (unsentCodes.has(code) || tlsCode.test(code))) {
    return {
      failure: code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT' ? 'timeout' : 'no-connection',
      sent: false,
      code,
    }
  }
  const late = chain.some(link => link.name === 'AbortError' || link.name === 'TimeoutError' || /timed? ?out/i.test(link.message))
  return { failure: late || code.endsWith('_TIMEOUT') ? 'timeout' : 'no-connection', sent: true, code }
}
