import { describe, expect, it } from 'vitest'
import type { OrchestratorState } from '../../src/domain/orchestrator-state.ts'
import { isDue, nextState, readTold, tell, type Beat } from '../../src/orchestrator/heartbeat.ts'
import { printState } from '../../src/session/state-files.ts'
import { hourMs, minuteMs, minutes, noon } from '../domain/samples.ts'
import { createStore } from '../session/session-world.ts'

const heartbeatMs = 6 * hourMs
const hours = (count: number) => minutes(60 * count)
const state = (change: Partial<OrchestratorState> = {}): OrchestratorState => ({
  version: 1,
  tickAt: noon,
  silence: null,
  available: {},
  alert: null,
  ...change,
})
const beat = (change: Partial<Beat> = {}): Beat => ({
  at: hours(1),
  heartbeatMs,
  paused: false,
  switchedAt: null,
  ready: [],
  ...change,
})
const ready = (epoch: number) => [{ pipeline: 'droid-research', epoch }]

describe('what a tick tells', () => {
  it('begins without an alarm', () => {
    expect(nextState(undefined, beat({ ready: ready(2) }))).toEqual(
      state({ tickAt: hours(1), available: { 'droid-research': { since: hours(1), epoch: 2 } } }),
    )
  })

  it('names the time without ticks that a late one finds, for as long as ticks have not come for as long again', () => {
    const silence = { from: noon, to: minutes(361) }
    const late = nextState(state(), beat({ at: silence.to }))
    expect(late.silence).toEqual(silence)
    const soon = nextState(late, beat({ at: hours(7) }))
    expect(soon.silence).toEqual(silence)
    expect(nextState({ ...soon, tickAt: hours(12) }, beat({ at: minutes(721) })).silence).toEqual(silence)
    expect(nextState({ ...soon, tickAt: hours(12) }, beat({ at: minutes(722) })).silence).toBeNull()
    expect(nextState(state(), beat({ at: hours(6) })).silence).toBeNull()
  })

  it('calls no time silent in which all was paused', () => {
    expect(nextState(state(), beat({ at: hours(50), switchedAt: hours(45) })).silence).toBeNull()
    expect(nextState(state(), beat({ at: hours(50), paused: true, switchedAt: minutes(1) })).silence).toBeNull()
    expect(nextState(state(), beat({ at: hours(50), switchedAt: hours(43) })).silence).toEqual({ from: hours(43), to: hours(50) })
  })

  it('is not alarmed by a clock that was set back', () => {
    const back = nextState(state({ tickAt: hours(50) }), beat())
    expect([back.silence, back.tickAt]).toEqual([null, hours(1)])
    expect(isDue(state({ tickAt: hours(50) }), back, { heartbeatMs, isNews: false })).toBe(true)
  })

  it('knows since when a pipeline could work, until a session claims it or it cannot', () => {
    const since = { since: noon, epoch: 4 }
    const before = state({ available: { 'droid-research': since } })
    expect(nextState(before, beat({ ready: ready(4) })).available).toEqual({ 'droid-research': since })
    expect(nextState(before, beat({ ready: ready(5) })).available).toEqual({ 'droid-research': { since: hours(1), epoch: 5 } })
    expect(nextState(before, beat()).available).toEqual({})
    expect(nextState(before, beat({ ready: ready(4), paused: true })).available).toEqual({})
    expect(nextState(before, beat({ ready: null })).available).toEqual({ 'droid-research': since })
  })

  it('counts no time in which nothing ticked as one in which a pipeline could have begun', () => {
    const before = state({ available: { 'droid-research': { since: noon, epoch: 4 } } })
    const late = nextState(before, beat({ at: hours(9), ready: ready(4) }))
    expect(late.available).toEqual({ 'droid-research': { since: hours(9), epoch: 4 } })
  })
})

describe('a tick writes itself down', () => {
  const due = (tickAt: string, change: Partial<OrchestratorState> = {}, given: Partial<Parameters<typeof isDue>[2]> = {}) =>
    isDue(state(), state({ tickAt, ...change }), { heartbeatMs, isNews: false, ...given })

  it('at first, and then every half hour', () => {
    expect(isDue(undefined, state(), { heartbeatMs, isNews: false })).toBe(true)
    expect(due(minutes(29))).toBe(false)
    expect(due(minutes(30))).toBe(true)
  })

  it('sooner where something changed, but not within five minutes of the last', () => {
    const available = { 'droid-research': { since: noon, epoch: 1 } }
    expect([due(minutes(4), { available }), due(minutes(5), { available })]).toEqual([false, true])
    expect([due(minutes(4), {}, { isNews: true }), due(minutes(5), {}, { isNews: true })]).toEqual([false, true])
  })

  it('more often where the heartbeat is shorter than that', () => {
    const short = { heartbeatMs: 2 * minuteMs }
    expect([due(minutes(1), {}, short), due(noon, {}, { ...short, isNews: true })]).toEqual([true, false])
  })
})

describe('of ticks that write at once', () => {
  it('one wins, and whoever looked before it lost', async () => {
    const store = createStore()
    const [one, other] = [await readTold(store), await readTold(store)]
    const results = await Promise.all([tell(store, one, state()), tell(store, other, state({ tickAt: hours(1) }))])
    expect(results.filter(result => result === 'lost')).toHaveLength(1)
    expect(results.filter(result => result !== 'lost')).toEqual([await readTold(store)])
  })

  it('none loses to a session that writes something else', async () => {
    const store = createStore()
    const told = await readTold(store)
    let meddled = 0
    const contended = {
      ...store,
      write: async (...[base, changes, message]: Parameters<typeof store.write>) => {
        meddled += 1
        if (meddled <= 3) await store.write(await store.head(), [{ path: 'pipelines/x.json', text: String(meddled) }], 'Else')
        return store.write(base, changes, message)
      },
    }
    expect(await tell(contended, told, state())).toMatchObject({ state: state() })
  })

  it('what a newer version wrote is refused and left alone', async () => {
    const store = createStore()
    const text = printState({ ...state(), version: 2, more: 1 })
    await store.write(null, [{ path: 'orchestrator.json', text }], 'Newer')
    await expect(readTold(store)).rejects.toMatchObject({
      actBy: 'fix-config',
      message: expect.stringContaining('orchestrator.json on perpetual/state to be of version 1, found 2') as string,
    })
    expect((await store.read(await store.head(), ['orchestrator.json'])).get('orchestrator.json')).toBe(text)
  })
})
