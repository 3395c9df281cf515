import { describe, expect, it } from 'vitest'
import { readPairs, readUnit } from '../../../src/dataset/pair-file.ts'
import { parseHandles } from '../../../src/dataset/review.ts'
import { pairSchema } from '../../../src/domain/pair.ts'
import { createBatchPipeline } from '../../../src/pipelines/batch/batch-pipeline.ts'
import { present } from '../research/run.ts'
import {
  answered,
  answerWith,
  assignmentOf,
  drive,
  driveWith,
  failed,
  goodAnswer,
  pairOf,
  pipeline,
  replay,
  settings,
  unitOf,
  videoAnswer,
  type Result,
} from './videos.ts'

const filesOf = (ran: ReturnType<typeof drive>, unit = unitOf(0)) => {
  const files = pipeline.files(ran.progress, unit)
  const text = (end: string): string => present(files.find(({ path }) => path.endsWith(end))).text
  return { files, pairs: text('.json'), calls: text('.calls.jsonl'), review: text('.review.md') }
}

describe('the delivery of a video', () => {
  it('has pairs with every key, whose evidence is a second of the video that nobody could verify and no judge has read', () => {
    const ran = drive(assignmentOf(2))
    const { files, pairs: pairsText, calls, review } = filesOf(ran)
    const pairs = readPairs(pairsText, calls)
    expect(files.map(({ path, pairs: count }) => [path, count])).toEqual([
      ['inbox/droid/funding-talks/video-00000.json', 4],
      ['inbox/droid/funding-talks/video-00000.calls.jsonl', 0],
      ['inbox/droid/funding-talks/video-00000.review.md', 0],
    ])
    expect(parseHandles('video-00000.1-4')).toEqual(pairs.map(({ handle }) => handle))
    for (const pair of pairs) {
      expect(pairSchema.safeParse(pair).error).toBeUndefined()
      expect(pair).toMatchObject({
        indicator_id: 'video-00000',
        indicator: 'Funding, explained',
        topic: ['Funding rates of perpetual futures since 2016'],
        flags: ['unverified-quote'],
        judge: { model: '', verdict: 'unjudged', faithfulness: 0 },
        license: 'CC-BY-4.0',
      })
      expect(pair.citations).toMatchObject([{ n: 1, title: 'Funding, explained', match_score: 0 }])
      expect(present(pair.citations[0]).url).toMatch(/^https:\/\/www\.youtube\.com\/watch\?v=video-00000&t=\d+s$/)
    }
    expect(review).toContain('not judged')
    expect(review).not.toContain('faithfulness 0')
  })

  it('says how each pair was made, and shares out what all calls of the video used', () => {
    const ran = driveWith(1, job => (job === 1 ? answered(answerWith('no')) : undefined))
    const { pairs: text, calls } = filesOf(ran)
    const pairs = readPairs(text, calls)
    const sum = (key: 'input_tokens' | 'output_tokens'): number =>
      pairs.reduce((total, { generation }) => total + generation[key], 0)
    expect([sum('input_tokens'), sum('output_tokens')]).toEqual([2 * 90_001, 2 * 2003])
    for (const { generation } of pairs)
      expect(generation).toMatchObject({
        pipeline: 'droid-eastern',
        task: 'funding-talks',
        session: 's-1',
        prompt_id: 'batch/videos@1',
        prompt_sha256: 'a'.repeat(64),
        model_requested: 'gemini-test',
        model_served: 'gemini-test-001',
        generation_ids: [expect.stringMatching(/^gen-/)],
        cost_usd: -1,
        created_at: '2026-11-22T12:00:00.000Z',
      })
    expect(readUnit(text, calls).calls.map(({ id, stage }) => [id, stage])).toEqual([
      ['funding-talks/job-1/video-00000', 'batch'],
      ['funding-talks/job-2/video-00000', 'batch'],
    ])
  })

  it('says that it is a rehearsal where the embedded provider answered', () => {
    const ran = driveWith(1, () => answered({ ...goodAnswer('x'), rehearsal: true }))
    const { pairs, calls } = filesOf(ran)
    for (const pair of readPairs(pairs, calls)) expect(pair.flags).toEqual(['rehearsal', 'unverified-quote'])
  })

  it('is named by its id where the title aims at a model or a browser', () => {
    for (const title of ['<script>alert(1)</script>', ' ', 'see https://evil.example']) {
      const ran = driveWith(1, () => answered(videoAnswer([pairOf('a')], { title })))
      expect(pipeline.units(ran.progress)[0]?.name).toBe('video-00000')
    }
  })

  it('keeps apart videos whose ids differ in nothing but what a file name cannot tell', () => {
    const ids = ['dQw4w9WgXcQ', 'DQW4W9WGXCQ', 'dqw4w9wgxcq', '-_-_-_-_-_-', '___________']
    const assignment = assignmentOf(0, { videos: ids.map(id => `https://www.youtube.com/watch?v=${id}`) })
    const { progress } = drive(assignment)
    const units = pipeline.units(progress).map(({ unit }) => unit)
    expect(new Set(units).size).toBe(5)
    for (const [index, unit] of units.entries()) {
      expect(parseHandles(`${unit}.1-4`).length).toBe(4)
      const [file, calls] = pipeline.files(progress, unit)
      for (const { citations } of readPairs(present(file).text, present(calls).text))
        expect(citations[0]?.url).toContain(`?v=${ids[index]}&t=`)
    }
  })

  it('has the same bytes whenever the same outcomes are absorbed', () => {
    const assignment = assignmentOf(4)
    const results = (job: number, unit: string): Result | undefined =>
      job === 1 ? failed(14, 'later') : unit === unitOf(3) ? failed(5, 'no such video') : undefined
    const ran = driveWith(4, results)
    const bytes = (progress: typeof ran.progress): string =>
      pipeline
        .units(progress)
        .flatMap(({ unit }) => pipeline.files(progress, unit).map(({ path, text }) => `${path}\n${text}`))
        .join('\n')
    const other = createBatchPipeline(settings)
    const again = JSON.parse(JSON.stringify(ran.recorded)) as typeof ran.recorded
    expect(bytes(replay(assignment, again))).toBe(bytes(ran.progress))
    const elsewhere = again.reduce((progress, outcome) => other.absorb(progress, outcome), other.begin(assignment))
    expect(bytes(elsewhere)).toBe(bytes(ran.progress))
  })

  it('is asked for of a unit that there is', () => {
    expect(() => pipeline.files(pipeline.begin(assignmentOf(1)), 'nobody')).toThrow(
      'Expected a unit of funding-talks, got `nobody`',
    )
  })
})
