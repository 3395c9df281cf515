import { describe, expect, it } from 'vitest'
import { describeMs, isAlertNews, renderAlerts } from '../../src/orchestrator/alert-issue.ts'
import type { Alert } from '../../src/orchestrator/alerts.ts'
import { hourMs, minuteMs, noon } from '../domain/samples.ts'

const settings = { heartbeatMs: 6 * hourMs, alertAfterMs: 72 * hourMs, maxWaiting: 8 }
const hostile = '@#$<|'.repeat(2000)

const unread = (number: number): Alert => ({
  type: 'unread',
  key: `unread/${number}`,
  number,
  url: `perpetual review show ${number}`,
  title: hostile,
  part: 1,
  pairs: 88,
  since: noon,
})
const refused = (n: number): Alert => ({
  type: 'provider',
  key: `provider/${n}`,
  pipeline: `pipeline-${n}`,
  since: noon,
  said: hostile,
})
const idle = (n: number): Alert => ({ type: 'idle', key: `idle/${n}`, pipeline: `pipeline-${n}`, since: noon })
const all = (count: number): Alert[] => Array.from({ length: count }, (_, n) => [unread(n), refused(n), idle(n)]).flat()

describe('the text of an alert', () => {
  it('fits an issue, whatever it tells of', () => {
    const body = renderAlerts(all(1000), settings)
    expect(body.length).toBeLessThan(65_000)
    expect(body.match(/^- and 980 more$/gmu)).toHaveLength(3)
  })

  it('names a delivery by what shows it where numbers are no links', () => {
    expect(renderAlerts([unread(7)], settings)).toContain('- #7 (perpetual review show 7), since 2026-03-10: ')
  })

  it('says durations as they are configured', () => {
    expect([6 * hourMs, 72 * hourMs, 90 * minuteMs, minuteMs].map(describeMs)).toEqual([
      '6 hours',
      '3 days',
      '90 minutes',
      '1 minute',
    ])
  })

  it('is news where the issue does not say it', () => {
    expect(isAlertNews(null, [], settings)).toBe(false)
    expect(isAlertNews(null, [idle(1)], settings)).toBe(true)
    const shown = { issue: 1, keys: ['idle/1'], sha256: 'other' }
    expect([isAlertNews(shown, [], settings), isAlertNews({ ...shown, keys: [] }, [], settings)]).toEqual([true, false])
    expect(isAlertNews(shown, [idle(1)], settings)).toBe(true)
  })
})
