import { expect, it } from 'vitest'
import { describeAlert } from '../../src/report/describe-alert.ts'
import { statusOf } from '../../src/report/status.ts'
import { renderStatus } from '../../src/report/render-status.ts'
import { noon } from '../domain/samples.ts'

const said = `401 ${'wrong key '.repeat(60)}\n\n# no heading`

it('says in one line what a person is needed for, and status shows it wherever nobody reads issues', () => {
  const alerts = [
    { type: 'idle', key: 'a', pipeline: 'zai-institutional', since: noon },
    { type: 'provider', key: 'b', pipeline: 'droid-research', since: noon, said },
    { type: 'unread', key: 'c', number: 7, url: '', title: 'T', part: 1, pairs: 9, since: noon },
    { type: 'silence', key: 'd', from: noon, to: noon },
  ] as const
  const lines = alerts.map(describeAlert)
  expect(lines.every(line => !line.includes('\n') && line.length < 300)).toBe(true)
  const input = { at: noon, paused: false, goal: 10, tasks: [], retracted: 0, proposals: [], pipelines: [] }
  const plan = { at: noon, start: [], pipelines: [] }
  const text = renderStatus(statusOf({ ...input, plan, alerts, history: { sessions: [], damaged: 0 } }))
  expect(text).toContain('A person is needed:\n  zai-institutional could work since')
  expect(text).toContain('droid-research: every session since')
  expect(text).not.toContain('#7 waits unread')
})
