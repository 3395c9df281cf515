import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pairId } from '../../../src/dataset/pair-id.ts'
import type { DirectWork, Outcome } from '../../../src/domain/work.ts'
import { createIntegrationPipeline } from '../../../src/pipelines/integration/integration-pipeline.ts'
import { answerWith, matchesOf, outcomeOf } from '../research/answerer.ts'
import { assignmentOf, deliver, perform, rehearsed, settings } from './delivered.ts'
import { run } from './run.ts'

const files = deliver(0)
const assignment = assignmentOf(files)
const few = { ...assignment, rows: assignment.rows.slice(0, 20) }
const isJudge = (work: DirectWork): boolean => work.type === 'ask'

interface Graded {
  id: string
  scores: number[]
  unsupported: string[]
}
const gradesOf = (work: DirectWork): Graded[] =>
  work.type === 'ask' ? (JSON.parse(rehearsed(work.request).text) as { grades: Graded[] }).grades : []
const answering = (work: DirectWork, grades: readonly Graded[]): Outcome =>
  outcomeOf(work, { answer: answerWith(JSON.stringify({ grades })) })
const passing = (grade: Graded): Graded => ({ ...grade, scores: [5, 5, 5, 5, 5, 5], unsupported: [] })

describe('integrating a delivered file', () => {
  it('grades every row it takes in, and says of every other one which gate stopped it and why', () => {
    const { rows, rejects } = run(assignment)
    expect(rows.length + rejects.length).toBe(assignment.rows.length)
    expect(rows.length).toBeGreaterThan(70)
    expect(rejects.length).toBeGreaterThan(0)
    for (const row of rows) {
      expect(row.grade).toMatch(/^[AB]$/)
      expect(row.id).toBe(pairId(row.indicator_id, row.question))
      expect(row.judge.model).toBe('test/served')
      expect(row.topic.length).toBeGreaterThan(0)
      expect(row.origin).toBe('delivered')
      expect(row.source_path).toBe('inbox/droid/session_01/sma.json')
      expect(row.review.state).toBe('merged-unread')
    }
    for (const { gate, reason, handle } of rejects)
      expect([gate, reason !== '', handle]).toEqual(['judge', true, expect.stringMatching(/^sma\.\d+$/)])
  })

  it('shows a pair that is too long for company to the judge alone, whole', () => {
    const long = few.rows.map((row, index) =>
      index === 3 ? { ...row, pair: { ...row.pair, worked_example: 'Step by step we go on. '.repeat(130) } } : row,
    )
    const prompts: string[] = []
    const { progress } = run(
      { ...few, rows: long },
      {
        changed: { tokensPerPair: 250 },
        respond: work => {
          if (work.type === 'ask') prompts.push(work.request.prompt)
          return perform(work)
        },
      },
    )
    const withLong = prompts.filter(prompt => prompt.includes('Step by step we go on. '.repeat(129)))
    expect(withLong).toHaveLength(1)
    expect(withLong[0]?.match(/"id":/g)).toHaveLength(2)
    expect(progress.calls).toBe(prompts.length)
  })

  it('makes the same rows whatever order the grades come in, and the same again from what was recorded', () => {
    const { rows, recorded } = run(few)
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 10, maxLength: 10 }), order => {
        let step = 0
        const other = run(few, { pick: open => (order[step++ % order.length] ?? 0) % open })
        expect(other.rows).toEqual(rows)
      }),
      { numRuns: 20 },
    )
    const pipeline = createIntegrationPipeline(settings)
    const replayed = recorded.reduce((state, outcome) => pipeline.absorb(state, outcome), pipeline.begin(few))
    expect(pipeline.finished(replayed)).toBe(true)
    const twice = recorded.reduce((state, outcome) => pipeline.absorb(state, outcome), replayed)
    expect(pipeline.files(twice, 'file')).toEqual(pipeline.files(replayed, 'file'))
  })

  it('lets nothing in that no judge accepted', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(6)), faults => {
        const { rows, progress } = run(few, {
          respond: work => {
            if (!isJudge(work)) return perform(work)
            const fault = faults.next().value ?? 0
            if (fault === 0) return outcomeOf(work, { refusal: 'Blocked.' })
            if (fault === 1) return outcomeOf(work, { answer: answerWith('no JSON at all') })
            if (fault === 2) return outcomeOf(work, { answer: answerWith('{"grades":[', { finish: 'length' }) })
            if (fault === 3) return answering(work, gradesOf(work).map(passing))
            if (fault === 4) return answering(work, gradesOf(work).slice(1))
            return perform(work)
          },
        })
        expect(rows.every(({ judge, grade }) => judge.faithfulness >= 4 && judge.correctness >= 4 && grade !== '')).toBe(true)
        expect(rows.length + progress.rejections.length).toBe(few.rows.length)
      }),
      { numRuns: 40 },
    )
  })

  it('judges a sheet again when its judge passed the planted error, flags its pairs, and keeps them out the second time', () => {
    const blind = (work: DirectWork): Outcome => (isJudge(work) ? answering(work, gradesOf(work).map(passing)) : perform(work))
    const never = run(few, { respond: blind })
    expect(never.rows).toEqual([])
    expect(new Set(never.rejects.map(({ reason }) => reason))).toEqual(new Set(['The judge passed a planted error twice.']))
    let calls = 0
    const once = run(few, { respond: work => (isJudge(work) && ++calls === 1 ? blind(work) : perform(work)) })
    const flagged = once.rows.filter(({ flags }) => flags.includes('planted-missed'))
    expect(flagged.length).toBeGreaterThan(0)
    expect(flagged.length).toBeLessThanOrEqual(8)
    expect(once.progress.planted.asked - once.progress.planted.caught).toBe(1)
  })

  it('does not let one pair that the provider refuses keep out the others on its sheet', () => {
    const poison = few.rows[5]?.pair.question ?? ''
    const { rejects } = run(few, {
      respond: work =>
        work.type === 'ask' && work.request.prompt.includes(JSON.stringify(poison).slice(1, -1))
          ? outcomeOf(work, { refusal: 'Content policy.' })
          : perform(work),
    })
    expect(rejects.filter(({ reason }) => reason.startsWith('The judge refused')).map(({ question }) => question)).toEqual([
      poison,
    ])
  })

  it('finds what came into the database while the file waited for its judge', () => {
    const repeated = few.rows[2]?.key ?? ''
    const { rows, rejects } = run(few, {
      respond: work => (work.id.endsWith('/look-up/2') ? matchesOf(work, [repeated]) : perform(work)),
    })
    const all = run(few).rows.map(({ handle }) => handle)
    expect(all).toContain(repeated)
    expect(rows.map(({ handle }) => handle)).toEqual(all.filter(handle => handle !== repeated))
    expect(rejects.find(({ handle }) => handle === repeated)).toMatchObject({
      gate: 'duplicate',
      reason: expect.stringContaining('database/old'),
    })
  })

  it('pays no judge for what the database has already', () => {
    const { recorded, rejects } = run(few, {
      respond: work =>
        work.type === 'look-up'
          ? matchesOf(
              work,
              work.questions.map(({ key }) => key),
            )
          : perform(work),
    })
    expect(recorded.map(({ type }) => type)).toEqual(['matches'])
    expect(new Set(rejects.map(({ gate }) => gate))).toEqual(new Set(['duplicate']))
  })

  it('delivers an empty shard and its rejects where nothing came in, so that the file is not asked again', () => {
    const pipeline = createIntegrationPipeline(settings)
    const nothing = pipeline.begin({ ...few, rows: [], problems: [{ key: '', question: '', reason: 'Not JSON.' }] })
    expect(pipeline.finished(nothing)).toBe(true)
    expect(pipeline.files(nothing, 'file')).toEqual([
      { path: 'database/2026/11/droid-session_01-rsi-0123abcd.jsonl', text: '', pairs: 0 },
      {
        path: 'database/2026/11/droid-session_01-rsi-0123abcd.rejects.jsonl',
        text: expect.stringContaining('Not JSON.'),
        pairs: 0,
      },
    ])
  })
})

describe('the embedded provider', () => {
  const rehearsal = assignmentOf(files, { rehearsal: true, rows: few.rows })

  it('brings nothing into a real database, also where an edit took the flag off the pairs', () => {
    const { rows, rejects } = run(rehearsal)
    expect(rows).toEqual([])
    expect(new Set(rejects.map(({ gate }) => gate))).toEqual(new Set(['rehearsal']))
  })

  it('judges nothing into a real database', () => {
    const { rows, rejects } = run(few, {
      respond: work =>
        work.type === 'ask' ? outcomeOf(work, { answer: { ...rehearsed(work.request), rehearsal: true } }) : perform(work),
    })
    expect(rows).toEqual([])
    expect(new Set(rejects.map(({ gate }) => gate))).toEqual(new Set(['rehearsal']))
  })

  it('is flagged in a database that is a rehearsal itself', () => {
    const { rows } = run(rehearsal, { changed: { allowRehearsal: true } })
    expect(rows.length).toBeGreaterThan(10)
    expect(rows.every(({ flags }) => flags.includes('rehearsal'))).toBe(true)
  })
})
