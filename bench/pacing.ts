import { fork, type ChildProcess } from 'node:child_process'
import { createServer, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { createBreaker } from '../src/models/breaker.ts'
import { createOpenAiCompatible } from '../src/models/openai-compatible.ts'
import { createPacer } from '../src/models/pacer.ts'
import { createAsker } from '../src/models/retry.ts'
import type { PaceLimits } from '../src/models/speed.ts'
import type { Row } from './row.ts'

const servedSchema = z.object({ answered: z.number(), refused: z.number() })

const answer = JSON.stringify({
  id: 'gen-1',
  model: 'bench/model',
  provider: 'Bench',
  choices: [
    { index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'Lorem ipsum dolor sit amet '.repeat(35) } },
  ],
  usage: { prompt_tokens: 80, completion_tokens: 200, total_tokens: 280, cost: 0.001 },
})

/** A provider with a fixed latency and a token bucket of ten, or with no cap where the rate is 0. */
const serve = (capPerSecond: number, latencyMs: number): void => {
  const burst = 10
  let tokens = burst
  let filledAtMs = performance.now()
  let answered = 0
  let refused = 0
  const refuse = (response: ServerResponse): void => {
    refused += 1
    const waitMs = Math.ceil(((1 - tokens) / capPerSecond) * 1000)
    response.writeHead(429, {
      'content-type': 'application/json',
      'retry-after': String(Math.ceil(waitMs / 1000)),
      'retry-after-ms': String(waitMs),
    })
    response.end('{"error":{"code":429,"message":"Rate limit exceeded"}}')
  }
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const nowMs = performance.now()
      tokens = capPerSecond === 0 ? burst : Math.min(burst, tokens + ((nowMs - filledAtMs) / 1000) * capPerSecond)
      filledAtMs = nowMs
      if (tokens < 1) return refuse(response)
      tokens -= 1
      answered += 1
      setTimeout(() => response.writeHead(200, { 'content-type': 'application/json' }).end(answer), latencyMs)
    })
  })
  process.on('message', () => process.send?.({ answered, refused }))
  process.on('disconnect', () => process.exit())
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    process.send?.(address !== null && typeof address === 'object' ? address.port : 0)
  })
}

const messageFrom = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', () => reject(new Error('the server ended early')))
  })

const request = {
  model: 'bench/model',
  system: 'You write training pairs.',
  prompt: 'Write one item. '.repeat(20),
  answer: { name: 'write', schema: { type: 'object' } },
  maxTokens: 400,
  webSearch: null,
}

/** The real thing: adapter, pacer, breaker and retry, as a session puts them together. */
const measure = async ({
  calls,
  limits,
  capPerSecond,
  latencyMs,
}: {
  calls: number
  limits: PaceLimits
  capPerSecond: number
  latencyMs: number
}) => {
  const child = fork(fileURLToPath(import.meta.url), ['serve', String(capPerSecond), String(latencyMs)])
  const port = Number(await messageFrom(child))
  const asker = createAsker({
    adapter: createOpenAiCompatible({
      baseUrl: `http://127.0.0.1:${port}/api/v1`,
      key: 'bench',
      keyName: 'BENCH_KEY',
      timeoutMs: 60_000,
    }),
    pacer: createPacer(limits),
    breaker: createBreaker(),
    permit: () => ({ settle: () => undefined }),
    clock: { sleep: (ms, signal) => sleep(ms, undefined, signal === undefined ? {} : { signal }) },
    random: Math.random,
  })
  const never = new AbortController().signal
  // Loads the SDK and opens the connections, which is the start's cost and not a call's.
  const warmUps = capPerSecond === 0 ? limits.concurrency : 1
  await Promise.all(Array.from({ length: warmUps }, () => asker.ask(request, never)))
  const cpu = process.cpuUsage()
  const startedAtMs = performance.now()
  const asked = await Promise.all(Array.from({ length: calls }, () => asker.ask(request, never)))
  const seconds = (performance.now() - startedAtMs) / 1000
  const { user, system } = process.cpuUsage(cpu)
  child.send('stop')
  const served = servedSchema.parse(await messageFrom(child))
  child.disconnect()
  const answered = asked.filter(({ type }) => type === 'answer').length
  return {
    answered,
    perSecond: answered / seconds,
    refused: served.refused,
    sends: served.answered + served.refused - warmUps,
    cpuMs: (user + system) / 1000 / calls,
  }
}

/** Takes about half a minute: 400 calls behind a cap of 20 a second, and 850 without one. */
export const benchPacing = async (): Promise<Row[]> => {
  const cap = 20
  const capped = await measure({
    calls: 400,
    limits: { requestsPerMinute: cap * 60, concurrency: 32 },
    capPerSecond: cap,
    latencyMs: 200,
  })
  const ideal = 32 / 0.2
  const free = await measure({
    calls: 850,
    limits: { requestsPerMinute: null, concurrency: 32 },
    capPerSecond: 0,
    latencyMs: 200,
  })
  return [
    { name: 'throughput behind a cap of 20 sends/s', value: capped.perSecond / cap, unit: 'of the cap', expectation: '>= 0.95' },
    { name: 'answers behind the cap', value: capped.answered, unit: 'of 400', expectation: '400' },
    { name: 'sends refused with 429', value: (100 * capped.refused) / capped.sends, unit: '%', expectation: '<= 1' },
    {
      name: 'throughput at 32 × 200 ms without a cap',
      value: free.perSecond / ideal,
      unit: 'of the ideal',
      expectation: '>= 0.95',
    },
    { name: 'CPU of a call', value: free.cpuMs, unit: 'ms', expectation: '<= 1.5' },
  ]
}

if (import.meta.main) {
  const [command, capPerSecond, latencyMs] = process.argv.slice(2)
  if (command === 'serve') serve(Number(capPerSecond), Number(latencyMs))
}
