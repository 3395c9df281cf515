import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { messageOf, PerpetualError } from '../domain/errors.ts'
import { createAnswers } from './answers.ts'
import { createControl } from './control.ts'
import { createCounts } from './counts.ts'
import { noFaults, type Faults } from './faults.ts'
import { dropConnection, readBody, sendReply, usualBodyBytes } from './http.ts'
import { createGemini, type Gemini } from './gemini.ts'
import { createOpenRouter } from './openrouter.ts'
import type { Protocol, ProtocolName, ProtocolParts } from './protocol.ts'
import { createProviderClock } from './provider-clock.ts'
import { createReception } from './reception.ts'
import { createZai } from './zai.ts'

export interface RehearsalOptions {
  /** 0 (the default) takes any free port. */
  readonly port?: number
  readonly host?: string
  /** Added to every answer. */
  readonly latencyMs?: number
  readonly faults?: Faults
  /** What the faults are drawn from; answers do not depend on it. */
  readonly seed?: number
  /** What the provider's clock shows at the start, ISO 8601; it keeps running. */
  readonly clock?: string
  /** Sends a second over all keys, beyond which a send is answered by 429 and `Retry-After`. */
  readonly cap?: number
  /** Sends a UTC day for each key. */
  readonly dailyLimit?: number
}

export interface Rehearsal {
  /** Base URLs of the protocols that are spoken, without a slash at the end. */
  readonly urls: Readonly<Record<ProtocolName, string>>
  /** Where `/rehearsal/stats`, `/rehearsal/clock` and the like are, without a slash at the end. */
  readonly control: string
  close(): Promise<void>
}

const startMsOf = (clock: string | undefined): number | undefined => {
  const startMs = clock === undefined ? undefined : Date.parse(clock)
  if (startMs !== undefined && Number.isNaN(startMs)) {
    throw new PerpetualError(`Expected a clock like \`2026-11-22T23:50:00Z\`, got \`${clock}\``, { actBy: 'fix-config' })
  }
  return startMs
}

interface Exchange {
  readonly protocol: Protocol
  readonly path: string
  readonly parts: ProtocolParts
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

const serveInference = async ({ protocol, path, parts, request, response }: Exchange): Promise<void> => {
  response.once('close', () => parts.counts.leave(response.writableFinished ? response.statusCode : 'dropped'))
  const delivery = await protocol.infer(request, path, readBody(request, protocol.bodyBytes))
  const deliver = (): void => {
    const dateMs = parts.clock.nowMs()
    if (delivery.type === 'reply') sendReply(response, delivery.reply, dateMs)
    else dropConnection(response, delivery.halfOf && { reply: delivery.halfOf, dateMs })
  }
  if (delivery.delayMs > 0) setTimeout(deliver, delivery.delayMs).unref()
  else deliver()
}

const createListener = (parts: ProtocolParts, protocols: readonly Protocol[], gemini: Gemini) => {
  const { clock, counts, reception } = parts
  const reset = (): void => {
    for (const part of [clock, counts, reception, gemini]) part.reset()
  }
  const control = createControl({ clock, counts, reception, batches: () => gemini.batches(), reset })
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://rehearsal')
    const protocol = protocols.find(({ path }) => url.pathname.startsWith(`${path}/`))
    const path = url.pathname.slice(protocol?.path.length ?? 0)
    if (protocol?.isInference(request, path)) return serveInference({ protocol, path, parts, request, response })
    const body = readBody(request, protocol?.bodyBytes ?? usualBodyBytes)
    const reply = protocol
      ? await protocol.look(request, path, body)
      : control(request, url, (await body)?.toString('utf8') ?? '')
    sendReply(response, reply, clock.nowMs())
  }
}

const listen = async (server: Server, port: number, host: string): Promise<number> => {
  try {
    server.listen(port, host)
    await once(server, 'listening')
  } catch (error) {
    throw new PerpetualError(`Cannot listen on ${host}:${port}: ${messageOf(error)}`, { actBy: 'fix-config', cause: error })
  }
  const address = server.address()
  return address === null || typeof address === 'string' ? port : address.port
}

const createParts = (options: RehearsalOptions): ProtocolParts => {
  const { latencyMs = 0, faults = noFaults, seed = 1, cap = null, dailyLimit = null } = options
  const clock = createProviderClock(startMsOf(options.clock))
  const counts = createCounts(clock)
  return {
    clock,
    counts,
    reception: createReception({ clock, counts, seed, faults, latencyMs, cap, dailyLimit }),
    answers: createAnswers(),
    dailyLimit,
  }
}

/**
 * Starts the embedded provider: a server that needs no key and no network, speaks providers' real protocols,
 * and answers from the data in the prompts alone. Throws a PerpetualError where the port is taken or the clock is no time.
 */
export const startRehearsal = async (options: RehearsalOptions = {}): Promise<Rehearsal> => {
  const parts = createParts(options)
  const protocols = { openrouter: createOpenRouter(parts), zai: createZai(parts), gemini: createGemini(parts) }
  const handle = createListener(parts, Object.values(protocols), protocols.gemini)
  // Idle connections outlive any pause of a client, as a reset on reuse would be counted as a fault that nobody asked for.
  const server = createServer({ keepAliveTimeout: 120_000, noDelay: true }, (request, response) => {
    handle(request, response).catch(() => response.destroy())
  })
  const host = options.host ?? '127.0.0.1'
  const port = await listen(server, options.port ?? 0, host)
  const origin = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  return {
    urls: {
      openrouter: `${origin}${protocols.openrouter.path}`,
      zai: `${origin}${protocols.zai.path}`,
      gemini: `${origin}${protocols.gemini.path}`,
    },
    control: `${origin}/rehearsal`,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
