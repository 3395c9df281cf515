import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface SloganServer {
  readonly url: string
  /** What it was asked for, in the order of the requests. */
  asked(): readonly string[]
  close(): Promise<void>
}

interface Asked {
  readonly model: string
  readonly messages: readonly { readonly role: string; readonly content: string }[]
}

/** A server of the OpenAI protocol that has a slogan for everything. */
export async function startSloganServer(): Promise<SloganServer> {
  const asked: string[] = []
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { model, messages } = JSON.parse(await text(request)) as Asked
    const subject = messages.find(({ role }) => role === 'user')?.content ?? ''
    asked.push(subject)
    const message = { role: 'assistant', content: `Mind the ${subject}` }
    const choices = [{ index: 0, finish_reason: 'stop', message }]
    const usage = { prompt_tokens: 9, completion_tokens: 3, total_tokens: 12 }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ id: `slogan-${asked.length}`, object: 'chat.completion', model, choices, usage }))
  }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked: () => asked,
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}
