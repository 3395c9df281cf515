import { expect, it } from 'vitest'
import { parsePairFile, renderPairFile } from '../../../src/dataset/pair-rows.ts'
import { videos, videosInputSchema } from '../../../src/rehearsal/videos.ts'
import { answered, answerWith, assignmentOf as batchOf, batchOutcome, drive, perform, pipeline } from '../batch/videos.ts'
import { inputOf } from '../research/answerer.ts'
import { present } from '../research/run.ts'
import { assignmentOf } from './delivered.ts'
import { run } from './run.ts'

const { progress } = drive(batchOf(6), {
  respond: work =>
    work.type === 'submit'
      ? batchOutcome(work, unit => {
          const { request } = present(work.items.find(({ key }) => key === unit))
          return answered(answerWith(JSON.stringify(videos(videosInputSchema.parse(inputOf(request))))))
        })
      : perform(work),
})
const deliveries = pipeline
  .units(progress)
  .filter(({ accepted }) => accepted > 0)
  .map(({ unit }) => new Map(pipeline.files(progress, unit).map(({ path, text }) => [path, text])))

it('takes pairs from videos in by what their moments say, flagged as unverified', () => {
  const runs = deliveries.map(files => run(assignmentOf(files)))
  const rows = runs.flatMap(each => each.rows)
  expect(rows.length).toBeGreaterThan(8)
  expect(rows.every(({ flags, citations }) => flags.includes('unverified-quote') && citations.length === 1)).toBe(true)
  expect(new Set(runs.flatMap(({ rejects }) => rejects.map(({ gate }) => gate)))).toEqual(new Set(['judge']))
})

it('stops a moment that was moved to another video', () => {
  const files = present(deliveries[0])
  const path = present([...files.keys()].find(each => each.endsWith('.json')))
  const file = parsePairFile(present(files.get(path)))
  const pairs = file.pairs.map(row => ({
    ...row,
    citations: row.citations.map(each => ({ ...each, url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=5s' })),
  }))
  const { rows, rejects } = run(assignmentOf(new Map([...files, [path, renderPairFile({ ...file, pairs })]])))
  expect(rows).toEqual([])
  expect(new Set(rejects.map(({ gate }) => gate))).toEqual(new Set(['citation']))
})
