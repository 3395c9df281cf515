import { describe, expect, it } from 'vitest'
import { plusMs, type Clock, type Instant } from '../../src/domain/instant.ts'
import { takeImportLock } from '../../src/session/import-lock.ts'
import { noon } from '../domain/samples.ts'
import { createStore } from './session-world.ts'

const minuteMs = 60_000
const one = { host: 'here', pid: 1, started: '1' }
const other = { ...one, pid: 2 }

/** A store for two, and a clock that goes on when somebody waits. */
function createWorld() {
  const store = createStore()
  let now: Instant = noon
  const clock: Clock = { now: () => now, sleep: async ms => void (now = plusMs(now, ms)) }
  const dead = new Set<number>()
  const take = (identity: typeof one, onWait = (): void => {}) =>
    takeImportLock({ store, clock, identity, isDead: async ({ pid }) => dead.has(pid) }, onWait)
  const holder = async (): Promise<unknown> => {
    const text = (await store.read(await store.head(), ['importing.json'])).get('importing.json')
    return (JSON.parse(text ?? 'null') as { holder: unknown } | null)?.holder
  }
  return { clock, dead, take, holder, pass: (ms: number) => void (now = plusMs(now, ms)) }
}

describe('the right to import', () => {
  it('goes to the other once it was given back', async () => {
    const { take, holder } = createWorld()
    const lock = await take(one)
    let waits = 0
    await take(other, () => {
      waits += 1
      if (waits === 3) void lock.giveBack()
    })
    expect(waits).toBe(3)
    expect(await holder()).toEqual(other)
  })

  it('is kept as long as work goes on, and lapses after five minutes without any', async () => {
    const { clock, take, pass } = createWorld()
    const lock = await take(one)
    const begun = clock.now()
    pass(4 * minuteMs)
    await lock.renew()
    await take(other)
    expect(clock.now() >= plusMs(begun, 9 * minuteMs)).toBe(true)
    expect(clock.now() < plusMs(begun, 9.1 * minuteMs)).toBe(true)
  })

  it('goes on at once where its holder is proven to have ended, or is this very process', async () => {
    const { dead, take, holder } = createWorld()
    const never = (): never => {
      throw new Error('It waited')
    }
    await take(one)
    await take(one, never)
    dead.add(1)
    await take(other, never)
    expect(await holder()).toEqual(other)
  })

  it('is waited for again by one whose right lapsed and went to another', async () => {
    const { clock, take, holder, pass } = createWorld()
    const lock = await take(one)
    pass(6 * minuteMs)
    await take(other)
    const since = clock.now()
    await lock.renew()
    expect(clock.now() >= plusMs(since, 5 * minuteMs)).toBe(true)
    expect(await holder()).toEqual(one)
  })
})
