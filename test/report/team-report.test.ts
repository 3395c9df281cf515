import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readTeamReport } from '../../src/commands/read-report.ts'
import { renderTeamReport, renderTeamReportAsText } from '../../src/report/render-team-report.ts'
import { makePart, makeTask } from '../domain/samples.ts'
import { recordState } from './record-state.ts'
import { morning, openReportWorld, type ReportWorldOptions, type StateFiles } from './report-world.ts'
import { historyFiles, makeLine, taskFiles } from './state-samples.ts'

const golden = join(import.meta.dirname, 'golden')

async function reportOf(files: StateFiles, options?: ReportWorldOptions) {
  const { project } = await openReportWorld(files, options)
  return readTeamReport(project)
}
const textOf = async (files: StateFiles, options?: ReportWorldOptions) => renderTeamReport(await reportOf(files, options))

const recorded = (): StateFiles =>
  z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(join(golden, 'state.json'), 'utf8')))
const proposals = ['Gap: <momentum> @acme', 'Gap: volume']

describe('the report of a recorded state', () => {
  it('is byte for byte the expected one', async () => {
    const report = await reportOf(recorded(), { proposals })
    await expect(renderTeamReport(report)).toMatchFileSnapshot(join(golden, 'report.md'))
    await expect(`${renderTeamReportAsText(report)}\n`).toMatchFileSnapshot(join(golden, 'report.txt'))
  })

  it('is the same of the state as this version writes it', async () => {
    expect(await textOf(recordState(), { proposals })).toBe(await textOf(recorded(), { proposals }))
  })

  it('counts a pair once that was accepted and integrated, and what nobody runs any more', async () => {
    const { day, formerDay, pairs, left, pipelines } = await reportOf(recorded())
    expect(day).toMatchObject({ sessions: 4, accepted: 345 + 20 + 2, putAside: 91 + 2 + 1 })
    expect(formerDay).toMatchObject({ sessions: 1, accepted: 2 })
    expect(left).toBe(30_000 - pairs.database)
    expect(pipelines.map(({ pipeline, goalShare }) => [pipeline, goalShare?.target])).toEqual([
      ['droid-research', 18_000],
      ['droid-eastern', 9000],
      ['zai-institutional', 3000],
      ['zai-implementation', undefined],
      ['claude-integration', undefined],
    ])
  })

  it('foretells from the last days alone, without imports', async () => {
    const { speeds, left } = await reportOf(recorded())
    // Two integrated deliveries fall into the last 7 days, six into the last 30, and the import of 600 pairs into the latter.
    expect(speeds.week).toMatchObject({ days: 7, integratedPerDay: 55.7 })
    expect(speeds.month).toMatchObject({ days: 30, integratedPerDay: 78 })
    const days = Math.floor(left / 78) + 1
    expect(Date.parse(`${speeds.month.goalReachedOn}`) - Date.parse(morning.slice(0, 10))).toBe(days * 86_400_000)
  })
})

describe('the report of an empty state', () => {
  it('reads well, and says what a person can do', async () => {
    await expect(await textOf({})).toMatchFileSnapshot(join(golden, 'empty.md'))
  })
})

describe('the report of a huge state', () => {
  const names = Array.from({ length: 100 }, (_, index) => `research-of-a-very-long-name-number-${String(index).padStart(3, '0')}`)
  const pipelineOf = (index: number): string => names[index % names.length] ?? ''
  const config = `pipelines:\n${names
    .map(name => `  ${name}: { agent: droid, kind: research, account: openrouter, model: a, judgeModel: b }`)
    .join('\n')}\n`
  const hostile = '@everyone <img src=x> | [click](https://evil.example) $x$ `'.repeat(30)
  const tasks = Array.from({ length: 1000 }, (_, index) =>
    makeTask({
      id: `task-${index}-${'x'.repeat(60)}`,
      pipeline: pipelineOf(index),
      issue: index + 1,
      title: hostile,
      status: index % 3 === 0 ? 'blocked' : index % 3 === 1 ? 'in-review' : 'completed',
      reason: hostile,
      startedAt: '2026-11-21T06:00:00.000Z',
      endedAt: index % 3 === 2 ? '2026-11-22T01:00:00.000Z' : null,
      parts: [
        makePart({
          state: index % 3 === 1 ? 'open' : 'merged',
          pull: 5000 + index,
          url: `https://github.com/acme/pairs/pull/${5000 + index}`,
          openedAt: '2026-11-21T20:00:00.000Z',
        }),
      ],
    }),
  )
  const lines = Array.from({ length: 400 }, (_, index) =>
    makeLine({
      pipeline: pipelineOf(index),
      session: `session-${index}`,
      endedAt: new Date(Date.parse(morning) - index * 6_000_000).toISOString(),
      reason: `provider: ${hostile}`,
    }),
  )

  it('fits into an issue, keeps what is most urgent, and says how much more there is', async () => {
    const report = await reportOf(
      { ...taskFiles(tasks), ...historyFiles(lines) },
      { config, proposals: tasks.map(() => hostile) },
    )
    const text = renderTeamReport(report)
    expect(report.reviews).toHaveLength(333)
    expect(text.length).toBeLessThan(65_536 - 500)
    expect(text.length).toBeGreaterThan(10_000)
    for (const heading of [
      'Waits for a person',
      'Last 24 hours',
      'Resources',
      'Tasks and the goal',
      'What happens next',
      'Growth',
    ])
      expect(text).toContain(`\n## ${heading}\n`)
    expect(text).toMatch(/\n- and \d+ more\n/)
    expect(text).toMatch(/\n\nAnd \d+ more\.\n/)
    expect(text).toMatch(/No new work begins while more than 8 wait/)
    expect(text).not.toMatch(/@everyone|<img|\]\(https:\/\/evil/)
    // Every row of a table has as many cells as its head: a pipe in a title opens none.
    for (const table of text.split('\n\n').filter(block => block.startsWith('| ')))
      expect(new Set(table.split('\n').map(row => row.replaceAll('\\|', '').split('|').length)).size).toBe(1)
  })
})

describe('the report of a damaged history', () => {
  const whole = historyFiles([
    makeLine({ pipeline: 'droid-research', endedAt: '2026-11-21T22:00:00.000Z' }),
    makeLine({ pipeline: 'droid-research', endedAt: '2026-11-22T01:00:00.000Z' }),
  ])
  const path = 'history/2026-11.jsonl'
  const text = whole[path] ?? ''

  it.each([
    ['a cut line', `${text}${text.slice(0, 70)}\n`, 1],
    ['binary', `\u0000\u0001\ufffd\u001b[2J\n${text}\n\ufeff{}`, 2],
    ['a line of a newer version', `${text}${text.split('\n')[0]?.replace('"version":1', '"version":2')}\n`, 1],
    ['a conflict of git', `<<<<<<< ours\n${text}=======\n${text}>>>>>>> theirs\n`, 3],
  ])('counts what can be read, and says how many lines cannot: %s', async (_what, damaged, count) => {
    const found = await reportOf({ [path]: damaged })
    expect([found.damagedLines, found.day.sessions]).toEqual([count, 2])
    const rendered = renderTeamReport(found)
    expect(rendered).toContain(`**${count} line${count === 1 ? '' : 's'} of the history cannot be read**`)
    expect(rendered).toContain('2 sessions made 1,676 calls')
  })
})
