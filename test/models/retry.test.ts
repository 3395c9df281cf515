import { afterEach, describe, expect, test } from 'vitest'
import { createBreaker } from '../../src/models/breaker.ts'
import { createPacer } from '../../src/models/pacer.ts'
import type { Asked, Permit } from '../../src/models/model.ts'
import { createAsker, type AskerOptions } from '../../src/models/retry.ts'
import { adapterFor, never, sampleRequest } from './samples.ts'
import { completion, freePort, startScriptedServer, type Reply, type Script } from './scripted-server.ts'

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(closers.splice(0).map(close => close()))
})

interface Spent {
  readonly sent: boolean
  readonly usage: unknown
}

/** An asker before a real server, with every permit and every wait on record. */
const startAsking = async (
  script: Script,
  options: Partial<AskerOptions> & { permits?: number; concurrency?: number; url?: string; timeoutMs?: number } = {},
) => {
  const server = await startScriptedServer(script)
  closers.push(server.close)
  const { permits = Infinity, concurrency = 8, url = `${server.url}/api/v1`, timeoutMs = 20_000, ...rest } = options
  const settlements: Spent[][] = []
  const waits: number[] = []
  const breaker = createBreaker()
  const permit = (): Permit | undefined => {
    if (settlements.length >= permits) return undefined
    const settled: Spent[] = []
    settlements.push(settled)
    return { settle: spent => void settled.push(spent) }
  }
  const asker = createAsker({
    adapter: adapterFor(url, { timeoutMs }),
    pacer: createPacer({ requestsPerMinute: null, concurrency }),
    breaker,
    permit,
    clock: {
      sleep: async (ms, signal) => {
        signal?.throwIfAborted()
        waits.push(ms)
      },
    },
    random: () => 0.5,
    baseDelayMs: 4,
    ...rest,
  })
  const ask = (signal = never) => asker.ask(sampleRequest, signal)
  const counted = () => settlements.flat().filter(({ sent }) => sent).length
  return { ask, breaker, counted, server, settlements, waits }
}

const error = (status: number, message = 'no', headers: Record<string, string> = {}): Reply => ({
  status,
  headers,
  body: { error: { message } },
})
const inTurn =
  (...replies: readonly Reply[]): Script =>
  (_, n) =>
    replies[n - 1] ?? {}

/** Every permit settled exactly once, and as many counted as sent as reached the server. */
const expectPaidOnce = ({ settlements, server, counted }: Awaited<ReturnType<typeof startAsking>>): void => {
  expect(settlements.map(settled => settled.length)).toEqual(settlements.map(() => 1))
  expect(counted()).toBe(server.received.length)
}

describe('asking', () => {
  test('a quota that is used up is told with the send that met it, which is not repeated', async () => {
    const asking = await startAsking(() => ({ status: 429, body: { error: { code: '1308', message: 'Usage limit reached' } } }))
    await expect(asking.ask()).resolves.toMatchObject({ type: 'unfinished', reason: 'provider', sends: 1 })
    expect(asking.settlements.flat()).toMatchObject([{ sent: true, quotaUsedUp: true }])
    expectPaidOnce(asking)
  })

  test('an answer takes one send and settles with what it used', async () => {
    const asking = await startAsking(() => ({}))
    await expect(asking.ask()).resolves.toMatchObject({ type: 'answer', sends: 1, answer: { text: '{"ok":true}' } })
    expect(asking.settlements).toEqual([[{ sent: true, usage: { inputTokens: 10, outputTokens: 5, costUsd: 0.001 } }]])
  })

  test('an answer without usage settles as unknown, not as nothing', async () => {
    const asking = await startAsking(() => ({ body: completion({ usage: undefined }) }))
    await asking.ask()
    expect(asking.settlements).toEqual([[{ sent: true, usage: null }]])
  })

  test('a request that was turned away costs nothing, and one that broke off settles as unknown', async () => {
    const asking = await startAsking(inTurn(error(429), error(502), 'drop'))
    await asking.ask()
    const nothing = { inputTokens: 0, outputTokens: 0, costUsd: 0 }
    expect(asking.settlements.flat().map(({ usage }) => usage)).toMatchObject([nothing, null, null, { costUsd: 0.001 }])
  })

  test('what may pass is asked again, each time with a permit of its own', async () => {
    const asking = await startAsking(inTurn(error(500), error(503), 'drop', { text: 'no JSON' }))
    await expect(asking.ask()).resolves.toMatchObject({ type: 'answer', sends: 5 })
    expectPaidOnce(asking)
    expect(asking.waits).toHaveLength(4)
  })

  test('waits double from the base, with jitter, up to the longest', async () => {
    const asking = await startAsking(inTurn(error(500), error(500), error(500), error(500)), { longestDelayMs: 10 })
    await asking.ask()
    expect(asking.waits).toEqual([2, 4, 5, 5])
  })

  test('after six attempts it is unfinished', async () => {
    const asking = await startAsking(() => error(429), { maxAttempts: 6 })
    await expect(asking.ask()).resolves.toMatchObject({
      type: 'unfinished',
      reason: 'provider',
      sends: 6,
      error: { failure: 'rate' },
    })
    expectPaidOnce(asking)
  })

  test('a timeout counts as sent and is asked again', async () => {
    const asking = await startAsking(inTurn('hang'), { timeoutMs: 300 })
    await expect(asking.ask()).resolves.toMatchObject({ type: 'answer', sends: 2 })
    expectPaidOnce(asking)
  })

  test('a connection that nobody takes costs permits but no sends', async () => {
    const asking = await startAsking(() => ({}), { url: `http://127.0.0.1:${await freePort()}/v1` })
    await expect(asking.ask()).resolves.toMatchObject({
      type: 'unfinished',
      reason: 'provider',
      sends: 0,
      error: { failure: 'no-connection' },
    })
    expectPaidOnce(asking)
    expect(asking.settlements).toHaveLength(5)
    expect(asking.breaker.reason()).toContain('could not be reached')
  })

  test.each([
    ['blocked content', error(403, 'flagged by moderation')],
    ['a bad request', error(400, 'the schema is too deep')],
  ])('%s is an outcome after one send', async (_, reply) => {
    const asking = await startAsking(() => reply)
    await expect(asking.ask()).resolves.toMatchObject({ type: 'refusal', sends: 1 })
    expect(asking.breaker.reason()).toBeUndefined()
    expectPaidOnce(asking)
  })

  test.each([
    ['a refused key', error(401)],
    ['no credit', error(402)],
    ['a used-up day', error(429, 'free-models-per-day')],
    ['a model that does not exist', error(404)],
  ])('%s ends all sends after the first', async (_, reply) => {
    const asking = await startAsking(() => reply, { concurrency: 1 })
    const asked = await Promise.all(Array.from({ length: 20 }, () => asking.ask()))
    expect(asked.map(({ type }) => type)).toEqual(asked.map(() => 'unfinished'))
    expect(asked.map(each => (each.type === 'unfinished' ? each.error?.message : ''))).toEqual(
      asked.map(() => asking.breaker.reason()),
    )
    expect(asking.server.received).toHaveLength(1)
    expectPaidOnce(asking)
  })

  test('a provider that is down gets five sends over all calls, and who waits is let go', async () => {
    const asking = await startAsking(() => error(502), { concurrency: 2 })
    const asked = await Promise.all(Array.from({ length: 30 }, () => asking.ask()))
    expect(asked.map(({ type }) => type)).toEqual(asked.map(() => 'unfinished'))
    expect(asking.server.received.length).toBeGreaterThanOrEqual(5)
    expect(asking.server.received.length).toBeLessThanOrEqual(6)
    expectPaidOnce(asking)
  })
})

describe('permits', () => {
  test('without one nothing is sent', async () => {
    const asking = await startAsking(() => ({}), { permits: 0 })
    await expect(asking.ask()).resolves.toEqual({ type: 'unfinished', reason: 'no-permit', sends: 0 })
    expect(asking.server.received).toHaveLength(0)
  })

  test('a retry needs one too', async () => {
    const asking = await startAsking(() => error(500), { permits: 2 })
    await expect(asking.ask()).resolves.toEqual({ type: 'unfinished', reason: 'no-permit', sends: 2 })
    expectPaidOnce(asking)
  })

  test('however the provider behaves, the server sees exactly as many requests as there were permits', async () => {
    const mood = [
      {},
      error(500),
      error(429, 'no', { 'retry-after-ms': '1' }),
      'drop',
      { text: '{' },
      {},
      {},
      error(503),
      {},
    ] as const
    const asking = await startAsking((_, n) => mood[n % mood.length] ?? {}, { permits: 100, concurrency: 16 })
    const asked = await Promise.all(Array.from({ length: 120 }, () => asking.ask()))
    expect(asking.breaker.reason()).toBeUndefined()
    expect(asking.server.received).toHaveLength(100)
    expect(asking.settlements).toHaveLength(100)
    expect(asked.reduce((sum, { sends }) => sum + sends, 0)).toBe(100)
    expectPaidOnce(asking)
  })

  test('a permit that comes too late, after the abort, is settled unsent', async () => {
    const controller = new AbortController()
    const settled: Spent[] = []
    const asking = await startAsking(() => ({}), {
      permit: async () => {
        controller.abort()
        return { settle: spent => void settled.push(spent) }
      },
    })
    await expect(asking.ask(controller.signal)).resolves.toEqual({ type: 'unfinished', reason: 'aborted', sends: 0 })
    expect(settled).toEqual([{ sent: false, usage: null }])
    expect(asking.server.received).toHaveLength(0)
  })

  test('an error of the permit itself is thrown, and the turn is free again', async () => {
    let broken = true
    const asking = await startAsking(() => ({}), {
      concurrency: 1,
      permit: () => {
        if (broken) throw new Error('the ledger is gone')
        return { settle: () => undefined }
      },
    })
    await expect(asking.ask()).rejects.toThrow('the ledger is gone')
    broken = false
    await expect(asking.ask()).resolves.toMatchObject({ type: 'answer' })
  })
})

describe('being called off', () => {
  test('in mid-flight it was sent', async () => {
    const controller = new AbortController()
    const asking = await startAsking(() => {
      controller.abort()
      return 'hang'
    })
    await expect(asking.ask(controller.signal)).resolves.toMatchObject({ type: 'unfinished', reason: 'aborted', sends: 1 })
    expectPaidOnce(asking)
  })

  test('while it waits for its turn it never was', async () => {
    const controller = new AbortController()
    const asking = await startAsking(() => ({ delayMs: 50 }), { concurrency: 1 })
    const first = asking.ask()
    const second = asking.ask(controller.signal)
    controller.abort()
    await expect(second).resolves.toEqual({ type: 'unfinished', reason: 'aborted', sends: 0 })
    await expect(first).resolves.toMatchObject({ type: 'answer' })
  })
})

describe('Retry-After', () => {
  test('longer than the patience ends the sends, and nobody waits for it', async () => {
    const asking = await startAsking(() => error(429, 'later', { 'retry-after': '3000' }), { concurrency: 1 })
    const asked: Asked[] = await Promise.all(Array.from({ length: 5 }, () => asking.ask()))
    expect(asked).toMatchObject(asked.map(() => ({ type: 'unfinished', reason: 'provider', error: { retryAfterMs: 3_000_000 } })))
    expect(asking.server.received).toHaveLength(1)
  })

  test('is waited for by all, and then all go on', async () => {
    const asking = await startAsking(inTurn(error(429, 'later', { 'retry-after-ms': '80' })), { concurrency: 1 })
    const asked = await Promise.all(Array.from({ length: 5 }, () => asking.ask()))
    expect(asked.map(({ type, sends }) => [type, sends])).toContainEqual(['answer', 2])
    expect(asked.filter(({ type }) => type === 'answer')).toHaveLength(5)
    expect(asking.waits).toEqual([])
    expect(asking.server.received).toHaveLength(6)
  })

  test.each([
    ['the right rate', 6000, 2],
    ['a rate four times too high', 24_000, 40],
    ['no rate at all', null, 40],
  ])(
    'behind a server that allows 100 a second, told %s, all come through and few are refused',
    async (_, requestsPerMinute, most) => {
      let tokens = 10
      let at = performance.now()
      let refused = 0
      const script: Script = () => {
        const now = performance.now()
        tokens = Math.min(10, tokens + (now - at) / 10)
        at = now
        if (tokens < 1) {
          refused += 1
          return error(429, 'slow', { 'retry-after-ms': String(Math.ceil((1 - tokens) * 10)) })
        }
        tokens -= 1
        return { delayMs: 20 }
      }
      const asking = await startAsking(script, { pacer: createPacer({ requestsPerMinute, concurrency: 16 }), maxAttempts: 20 })
      const asked = await Promise.all(Array.from({ length: 80 }, () => asking.ask()))
      expect(asked.filter(({ type }) => type === 'answer')).toHaveLength(80)
      expect(refused).toBeLessThanOrEqual(most)
      expectPaidOnce(asking)
    },
  )
})
