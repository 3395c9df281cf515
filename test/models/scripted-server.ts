import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSocketServer, type Server, type Socket } from 'node:net'

export interface Received {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  /** Parsed, and for a POST an object. */
  readonly body: Record<string, unknown>
}

export type Reply =
  | {
      readonly status?: number
      readonly headers?: Record<string, string>
      readonly body?: unknown
      readonly text?: string
      readonly delayMs?: number
    }
  | 'drop'
  | 'drop-in-body'
  | 'hang'
  | 'hang-in-error'

export type Script = (received: Received, n: number) => Reply | Promise<Reply>

export const completion = (overrides: Record<string, unknown> = {}) => ({
  id: 'gen-1',
  object: 'chat.completion',
  created: 1,
  model: 'maker/model-served',
  provider: 'Maker',
  choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: '{"ok":true}' } }],
  usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15, cost: 0.001 },
  ...overrides,
})

const answer = async (reply: Reply, response: ServerResponse): Promise<void> => {
  if (reply === 'hang') return
  if (reply === 'drop') return void response.destroy()
  if (reply === 'drop-in-body' || reply === 'hang-in-error') {
    response.writeHead(reply === 'drop-in-body' ? 200 : 500, { 'content-type': 'application/json', 'content-length': 1000 })
    response.write('{"id":"gen-1",')
    if (reply === 'drop-in-body') setTimeout(() => response.destroy(), 20)
    return
  }
  const { status = 200, headers = {}, delayMs = 0 } = reply
  if (delayMs > 0) await new Promise(resolve => setTimeout(resolve, delayMs))
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(reply.text ?? JSON.stringify(reply.body ?? completion()))
}

const portOf = (server: Server): number => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}

/** A real HTTP server on loopback that answers as the script says and remembers what it got. */
export const startScriptedServer = async (script: Script = () => ({})) => {
  const received: Received[] = []
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', chunk => (text += chunk))
    const respond = async (): Promise<void> => {
      const entry = {
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: text ? JSON.parse(text) : {},
      }
      received.push(entry)
      await answer(await script(entry, received.length), response)
    }
    request.on('end', () => void respond())
  })
  server.keepAliveTimeout = 60_000
  server.on('connection', socket => sockets.add(socket).size && socket.on('close', () => sockets.delete(socket)))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const port = portOf(server)
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    close: async () => {
      sockets.forEach(socket => socket.destroy())
      await new Promise(resolve => server.close(resolve))
    },
  }
}

/** A port on which nobody listens. */
export const freePort = async (): Promise<number> => {
  const server = createSocketServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const port = portOf(server)
  await new Promise(resolve => server.close(resolve))
  return port
}
