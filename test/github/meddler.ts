import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Meddling {
  /** Appended in turn to what an answer says. */
  readonly append?: readonly string[]
  /** Everything is refused with these words. */
  readonly refuse?: string
}

/** Stands between the sessions and the provider. */
export interface Meddler {
  readonly url: string
  close(): Promise<void>
}

/** Where an answer holds text that people get to see. */
const spoken = /^(?:answer|short_answer|reason|worked_example|title)$/u

function createSpoiler(append: readonly string[]): (text: string) => string {
  let turn = 0
  const spoil = (value: unknown, key = ''): unknown => {
    if (Array.isArray(value)) return value.map(each => spoil(each, key))
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, spoil(each, name)]))
    if (typeof value !== 'string' || !spoken.test(key)) return value
    turn += 1
    return `${value} ${append[turn % append.length] ?? ''}`
  }
  return text => {
    const whole = JSON.parse(text) as { choices?: { message?: { content?: string } }[] }
    for (const { message } of whole.choices ?? [])
      if (message?.content !== undefined) message.content = JSON.stringify(spoil(JSON.parse(message.content)))
    return JSON.stringify(spoil(whole))
  }
}

const isKept = (name: string): boolean => name.startsWith('x-') || name === 'content-type'

export async function startMeddler(target: string, { append = [], refuse }: Meddling): Promise<Meddler> {
  const spoil = createSpoiler(append)
  const path = new URL(target).pathname

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const isQuestion = request.method === 'POST'
    if (refuse !== undefined && isQuestion) {
      response.writeHead(401, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ error: { message: refuse, code: 401 } }))
      return
    }
    const headers = { authorization: request.headers.authorization ?? '', 'content-type': 'application/json' }
    const sent = isQuestion ? { method: 'POST', headers, body: Buffer.concat(chunks) } : { headers }
    const given = await fetch(`${target}${(request.url ?? '').slice(path.length)}`, sent)
    const text = await given.text()
    response.writeHead(given.status, Object.fromEntries([...given.headers].filter(([name]) => isKept(name))))
    response.end(given.ok && isQuestion ? spoil(text) : text)
  }

  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}${path}`,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close').catch(() => {})
    },
  }
}
