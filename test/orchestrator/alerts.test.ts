import { describe, expect, it } from 'vitest'
import { alertsOf, type AlertInput } from '../../src/orchestrator/alerts.ts'
import { hourMs, makePart, makeTask, minutes, noon } from '../domain/samples.ts'

const hours = (count: number) => minutes(60 * count)
const dayHours = 24

const input = (change: Partial<AlertInput> = {}): AlertInput => ({
  at: noon,
  paused: false,
  heartbeatMs: 6 * hourMs,
  alertAfterMs: 3 * dayHours * hourMs,
  told: { silence: null, available: {} },
  pipelines: ['droid-research'],
  tasks: [],
  sessions: [],
  ...change,
})

const refused = (n: number, endedHours: number, change: Partial<AlertInput['sessions'][number]> = {}) => ({
  pipeline: 'droid-research',
  session: `droid-research-000${n}`,
  startedAt: hours(endedHours - 1),
  endedAt: hours(endedHours),
  reason: `provider: No credit left (${n})`,
  calls: 0,
  ...change,
})

const kinds = (change: Partial<AlertInput>) => alertsOf(input(change)).map(({ type }) => type)

describe('what a person is needed for', () => {
  it('is nothing where all is well', () => {
    expect(alertsOf(input())).toEqual([])
  })

  it('is a time without ticks, from its beginning to its end', () => {
    const silence = { from: hours(-8), to: noon }
    const told = { silence, available: {} }
    expect(alertsOf(input({ told }))).toEqual([{ type: 'silence', key: `silence/${silence.from}`, ...silence }])
    expect(kinds({ told, paused: true })).toEqual([])
  })

  it('is a pipeline that could work for longer than the heartbeat', () => {
    const able = (since: string) => ({ told: { silence: null, available: { 'droid-research': { since, epoch: 3 } } } })
    expect(alertsOf(input(able(minutes(-361))))).toEqual([
      { type: 'idle', key: `idle/droid-research/${minutes(-361)}`, pipeline: 'droid-research', since: minutes(-361) },
    ])
    expect(kinds(able(hours(-6)))).toEqual([])
    expect(kinds({ ...able(hours(-9)), paused: true })).toEqual([])
  })

  it('is a part that nobody looked at for longer than said, the oldest first', () => {
    const open = { state: 'open', looked: 'none', url: 'https://github.com/acme/pairs/pull/4' } as const
    const old = { ...open, openedAt: hours(-73) }
    const tasks = [
      makeTask({
        title: 'B',
        parts: [makePart({ ...old, pull: 9 }), makePart({ ...open, part: 2, pull: 5, openedAt: hours(-72) })],
      }),
      makeTask({ title: 'A', parts: [makePart({ ...old, pull: 4, openedAt: hours(-100) }), makePart({ ...old, pull: 3 })] }),
      makeTask({
        title: 'C',
        parts: [
          makePart({ ...old, pull: 10, looked: 'some' }),
          makePart({ ...old, pull: 11, state: 'merged' }),
          makePart({ ...old, pull: null, state: 'intended' }),
          // Of an older version, which did not say since when it waits.
          makePart({ ...old, pull: 12, openedAt: null }),
        ],
      }),
    ]
    const found = alertsOf(input({ tasks }))
    expect(found.map(({ key }) => key)).toEqual(['unread/4', 'unread/3', 'unread/9'])
    expect(found[0]).toEqual({
      type: 'unread',
      key: 'unread/4',
      number: 4,
      url: open.url,
      title: 'A',
      part: 1,
      pairs: 10,
      since: hours(-100),
    })
    expect(kinds({ tasks, paused: true })).toEqual(['unread', 'unread', 'unread'])
  })

  it('is a provider that gave three sessions in a row nothing, over more than the heartbeat', () => {
    const row = [refused(1, -8), refused(2, -4), refused(3, -1)]
    expect(alertsOf(input({ sessions: row }))).toEqual([
      {
        type: 'provider',
        key: 'provider/droid-research/droid-research-0001',
        pipeline: 'droid-research',
        since: hours(-9),
        said: 'No credit left (3)',
      },
    ])
    expect(kinds({ sessions: row.slice(1) })).toEqual([])
    expect(kinds({ sessions: row, paused: true })).toEqual([])
    expect(kinds({ sessions: row, pipelines: ['zai-institutional'] })).toEqual([])
    expect(kinds({ sessions: row, heartbeatMs: 8 * hourMs })).toEqual([])
  })

  it('is a provider no more once a session got something, or ended for another reason', () => {
    const row = [refused(1, -20), refused(2, -16), refused(3, -12)]
    expect(kinds({ sessions: [...row, refused(4, -8, { calls: 1 })] })).toEqual([])
    expect(kinds({ sessions: [...row, refused(4, -8, { reason: 'asked' })] })).toEqual([])
    expect(kinds({ sessions: [...row, refused(4, -8, { pipeline: 'zai-institutional', calls: 7 })] })).toEqual(['provider'])
    expect(kinds({ sessions: row.map(each => ({ ...each, reason: 'provider-less' })) })).toEqual([])
  })

  it('tells the most pressing first', () => {
    const part = makePart({ state: 'open', looked: 'none', pull: 4, openedAt: hours(-100) })
    const told = {
      silence: { from: hours(-9), to: hours(-1) },
      available: { 'droid-research': { since: hours(-7), epoch: 1 } },
    }
    const sessions = [refused(1, -30), refused(2, -20), refused(3, -10)]
    expect(kinds({ told, sessions, tasks: [makeTask({ parts: [part] })] })).toEqual(['silence', 'idle', 'provider', 'unread'])
  })
})
