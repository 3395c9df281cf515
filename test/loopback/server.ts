import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Faults } from './faults.ts'
import type { Incoming } from './front.ts'
import { operationOf } from './graphql.ts'
import type { Fault, LoopbackRequest } from './interface.ts'
import type { RecordedAnswer } from './openapi-check.ts'
import type { Answer } from './router.ts'

/** What the desk says, with headers that depend on who asked. */
export interface Processed {
  readonly answer: Answer
  readonly login: string | null
}

export interface Server {
  readonly url: string
  readonly log: LoopbackRequest[]
  readonly recorded: readonly RecordedAnswer[]
  close(): Promise<void>
}

type Process = (request: Incoming, authorization: string | undefined) => Promise<Processed>

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  if (body === undefined) return void response.writeHead(status, headers).end()
  const isBytes = Buffer.isBuffer(body)
  const type = isBytes ? 'application/octet-stream' : 'application/json; charset=utf-8'
  response.writeHead(status, { 'content-type': type, ...headers }).end(isBytes ? body : JSON.stringify(body))
}

const faultAnswer = (fault: Fault): Answer => ({
  status: fault.status ?? 500,
  body: fault.body ?? { message: 'A fault that a test asked for' },
  headers: fault.headers ?? {},
})

/** HTTP on loopback: the log, faults, and what was answered. `begin` gets the address and says how requests are answered. */
export async function startServer(faults: Faults, begin: (url: string) => Promise<Process>): Promise<Server> {
  const log: { -readonly [Name in keyof LoopbackRequest]: LoopbackRequest[Name] }[] = []
  const recorded: RecordedAnswer[] = []
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error(`Expected a port on loopback, got ${String(address)}`)
  const url = `http://127.0.0.1:${address.port}`
  const process = await begin(url)

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = new URL(request.url ?? '/', url)
    const [method, path, body] = [request.method ?? 'GET', asked.pathname + asked.search, await readBody(request)]
    const operation = asked.pathname === '/graphql' ? operationOf(body) : null
    const entry: (typeof log)[number] = { method, path, operation, status: 0, login: null }
    log.push(entry)
    const fault = faults.take({ method, path, body })
    if (fault?.delayMs !== undefined) await pause(fault.delayMs)
    const spoils = fault !== undefined && (fault.drop === true || fault.status !== undefined)
    let given: Answer | undefined
    if (!spoils || fault.when === 'after') {
      const { accept = '', authorization, 'if-none-match': ifNoneMatch } = request.headers
      const incoming = { method, path: asked.pathname, query: asked.searchParams, body, accept, ifNoneMatch }
      const done = await process(incoming, authorization)
      entry.login = done.login
      given = done.answer
      recorded.push({ method, path: asked.pathname, status: given.status, body: given.body })
    }
    if (spoils && fault.drop === true) return void request.socket.destroy()
    const sent = spoils ? faultAnswer(fault) : (given ?? { status: 500 })
    entry.status = sent.status
    send(response, sent)
  }

  server.on('request', (request, response) => {
    receive(request, response).catch((error: unknown) => {
      // Not GitHub's fault but ours: the test should see where.
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
      if (!response.headersSent) send(response, { status: 500, body: { message } })
    })
  })
  return {
    url,
    log,
    recorded,
    close: async () => {
      const closed = new Promise<void>(resolve => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}
