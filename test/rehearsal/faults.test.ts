import { assert, oneof, property, string, stringMatching } from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { PerpetualError } from '../../src/domain/errors.ts'
import { drawDelayMs, drawFault, noFaults, parseFaults } from '../../src/rehearsal/faults.ts'
import { unspoil } from '../../src/rehearsal/spoil.ts'
import { indicators } from './indicators.ts'
import { completionSchema, rehearse, type Ask } from './kit.ts'

const ask: Ask = { stage: 'facets', input: { task: 't', indicator: indicators[0] } }

const outcome = (act: () => unknown): unknown => {
  try {
    return act()
  } catch (error) {
    return error
  }
}

describe('parsing faults', () => {
  it('reads shares and delays', () => {
    expect(parseFaults('429:0.1, malformed:0.02,slow:2s,drop:.01,5xx:0.05')).toEqual({
      shares: { '429': 0.1, malformed: 0.02, drop: 0.01, '5xx': 0.05 },
      slow: { delayMs: 2000, share: 1 },
    })
    expect(parseFaults('slow:250ms:0.5').slow).toEqual({ delayMs: 250, share: 0.5 })
    expect(parseFaults(' ')).toEqual(noFaults)
  })

  it('names what it does not understand, in one line', () => {
    for (const [text, named] of [
      ['429', '`429`'],
      ['teapot:0.1', '`teapot:0.1`'],
      ['429:1.5', '`429:1.5`'],
      ['429:-1', '`429:-1`'],
      ['slow:0.1', '`slow:0.1`'],
      ['429:0.1,429:0.2', '`429` twice'],
      ['429:0.6,5xx:0.6', '1.2'],
      ['429:0.1:2', '`429:0.1:2`'],
    ] as const) {
      expect(() => parseFaults(text)).toThrow(PerpetualError)
      expect(() => parseFaults(text)).toThrow(named)
    }
  })

  it('never fails in another way, whatever it is given', () => {
    assert(
      property(oneof(string(), stringMatching(/^(?:429|5xx|slow|drop)[:,.\d sm]{0,20}$/)), text => {
        const sum = (): number => Object.values(parseFaults(text).shares).reduce((total, share) => total + share, 0)
        return outcome(sum) instanceof PerpetualError || Number(outcome(sum)) <= 1.000_001
      }),
    )
  })
})

describe('drawing faults', () => {
  it('meets the shares that were asked for, the same sends for the same seed', () => {
    const faults = parseFaults('429:0.1,malformed:0.02,drop:0.01,5xx:0.05')
    const draw = (seed: number) => Array.from({ length: 20_000 }, (_, index) => drawFault(faults, seed, index + 1)?.kind)
    const drawn = draw(7)
    for (const [kind, share] of Object.entries(faults.shares)) {
      expect(Math.abs(drawn.filter(one => one === kind).length / drawn.length - share)).toBeLessThan(0.01)
    }
    expect(draw(7)).toEqual(drawn)
    expect(draw(8)).not.toEqual(drawn)
  })
})

describe('drawing delays', () => {
  it('slows all sends, or the share that was asked for, by the same delay', () => {
    const delays = (text: string) => Array.from({ length: 2000 }, (_, index) => drawDelayMs(parseFaults(text), 7, index + 1))
    expect(new Set(delays('slow:2s'))).toEqual(new Set([2000]))
    expect(new Set(delays('429:0.5'))).toEqual(new Set([0]))
    const some = delays('slow:300ms:0.25').filter(delayMs => delayMs === 300).length
    expect(Math.abs(some / 2000 - 0.25)).toBeLessThan(0.04)
  })
})

describe('a faulty provider', () => {
  it('answers by the shares that were asked for and counts every send', async () => {
    const provider = await rehearse({ faults: parseFaults('429:0.2,5xx:0.1,drop:0.1,error200:0.1') })
    const statuses: (number | 'dropped' | 'error')[] = []
    for (let round = 0; round < 20; round++) {
      const sends = Array.from({ length: 20 }, async () => {
        try {
          const response = await provider.send(ask)
          const body = z.object({ error: z.unknown() }).safeParse(await response.json())
          return body.success && response.status === 200 ? 'error' : response.status
        } catch {
          return 'dropped'
        }
      })
      statuses.push(...(await Promise.all(sends)))
    }
    const share = (test: (status: number | string) => boolean): number => statuses.filter(test).length / statuses.length
    expect(Math.abs(share(status => status === 429) - 0.2)).toBeLessThan(0.08)
    expect(Math.abs(share(status => Number(status) >= 500) - 0.1)).toBeLessThan(0.06)
    expect(Math.abs(share(status => status === 'dropped') - 0.1)).toBeLessThan(0.06)
    expect(Math.abs(share(status => status === 'error') - 0.1)).toBeLessThan(0.06)
    const stats = await provider.stats()
    expect(stats.total).toBe(400)
    expect(stats.statuses['dropped']).toBe(statuses.filter(status => status === 'dropped').length)
    expect(stats.inFlight).toBe(0)
  })

  it('drops half of what it drops after the answer was made and charged', async () => {
    const provider = await rehearse({ faults: parseFaults('drop:1') })
    let headersSeen = 0
    for (let index = 0; index < 60; index++) {
      await expect(
        provider.send(ask).then(response => {
          headersSeen += 1
          return response.text()
        }),
      ).rejects.toThrow(/fetch failed|terminated/)
    }
    const { total, generated } = await provider.stats()
    expect(total).toBe(60)
    expect(generated).toBe(headersSeen)
    expect(generated).toBeGreaterThan(15)
    expect(generated).toBeLessThan(45)
  })

  it('writes an error with HTTP 200 as OpenRouter does in mid-generation', async () => {
    const provider = await rehearse({ faults: parseFaults('error200:1') })
    const response = await provider.send(ask)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ error: { code: 503, metadata: { error_type: 'provider_overloaded' } } })
  })

  it('stops in the middle with finish_reason length', async () => {
    const provider = await rehearse({ faults: parseFaults('length:1') })
    const { choices } = await provider.completion(ask)
    expect(choices[0].finish_reason).toBe('length')
    expect(() => JSON.parse(choices[0].message.content)).toThrow(SyntaxError)
  })

  it('stops at max_tokens without any fault', async () => {
    const provider = await rehearse()
    const { choices, usage } = await provider.completion({ ...ask, maxTokens: 50 })
    expect(choices[0].finish_reason).toBe('length')
    expect(usage.completion_tokens).toBe(50)
  })

  it('breaks JSON in several ways, of which a fence with a trailing comma can be mended', async () => {
    const whole = await (await rehearse()).answer(ask)
    const provider = await rehearse({ faults: parseFaults('malformed:1') })
    const kinds = new Set<string>()
    for (let index = 0; index < 60; index++) {
      const text = completionSchema.parse(await (await provider.send(ask)).json()).choices[0].message.content
      expect(text).not.toBe(JSON.stringify(whole))
      kinds.add(
        text.startsWith('```') ? `fenced, mended: ${isDeepStrictEqual(unspoil(text), whole)}` : isJson(text) ? 'wrong' : 'cut',
      )
    }
    expect([...kinds].toSorted()).toEqual(['cut', 'fenced, mended: true', 'wrong'])
  })

  it('echoes the key in an error, so that leaks can be tested', async () => {
    const provider = await rehearse({ faults: parseFaults('echo:1') })
    const bodies = await Promise.all(
      Array.from({ length: 10 }, async () => (await provider.send({ ...ask, key: 'sk-secret' })).text()),
    )
    expect(bodies.every(body => body.includes('Bearer sk-secret'))).toBe(true)
  })

  it('is set right and slowed down while it runs', async () => {
    const provider = await rehearse({ faults: parseFaults('429:1') })
    expect((await provider.send(ask)).status).toBe(429)
    await provider.control('faults', { faults: '' })
    expect((await provider.send(ask)).status).toBe(200)
    await provider.control('latency', { latencyMs: 40 })
    await Promise.all(Array.from({ length: 5 }, () => provider.send(ask)))
    expect((await provider.stats()).maxInFlight).toBeGreaterThan(1)
    await expect(provider.control('faults', { faults: 'teapot:1' })).rejects.toThrow('teapot')
  })
})

const isJson = (text: string): boolean => !(outcome(() => JSON.parse(text)) instanceof SyntaxError)
