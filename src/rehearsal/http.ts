import type { IncomingMessage, ServerResponse } from 'node:http'

/** Stands on every answer, so that nobody takes a rehearsal for a real provider. */
const rehearsalHeader = 'x-perpetual-rehearsal'

/** As much as a request of text needs. */
export const usualBodyBytes = 8 * 1024 * 1024

/** The request's body; null where it is over `limitBytes` or the client went away. */
export const readBody = (request: IncomingMessage, limitBytes: number): Promise<Buffer | null> => {
  const { promise, resolve } = Promise.withResolvers<Buffer | null>()
  const chunks: Buffer[] = []
  let bytes = 0
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes <= limitBytes) chunks.push(chunk)
  })
  request.on('end', () => resolve(bytes <= limitBytes ? Buffer.concat(chunks) : null))
  request.on('error', () => resolve(null))
  request.on('close', () => resolve(null))
  return promise
}

export interface Reply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** JSON text, or the bytes of a file whose type is in the headers. */
  readonly body: string | Buffer
}

export const jsonReply = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers,
  body: JSON.stringify(value),
})

const headOf = (reply: Reply, bytes: number, dateMs: number): Record<string, string> => ({
  'content-type': 'application/json',
  'content-length': String(bytes),
  date: new Date(dateMs).toUTCString(),
  [rehearsalHeader]: '1',
  ...reply.headers,
})

/** `dateMs` is what the provider's clock shows. */
export const sendReply = (response: ServerResponse, reply: Reply, dateMs: number): void => {
  const body = Buffer.from(reply.body)
  response.writeHead(reply.status, headOf(reply, body.length, dateMs))
  response.end(body)
}

/** Closes the connection without an answer, or, given one, in the middle of it. */
export const dropConnection = (
  response: ServerResponse,
  halfSent: { readonly reply: Reply; readonly dateMs: number } | null,
): void => {
  if (halfSent === null) {
    response.destroy()
    return
  }
  const body = Buffer.from(halfSent.reply.body)
  response.writeHead(halfSent.reply.status, headOf(halfSent.reply, body.length, halfSent.dateMs))
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy())
}
