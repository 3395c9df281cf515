import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { readPairs } from '../../../src/dataset/pair-file.ts'
import { batchEnds, type Outcome, type Work } from '../../../src/domain/work.ts'
import { present } from '../research/run.ts'
import {
  answered,
  answerWith,
  assignmentOf,
  batchOutcome,
  directAnswer,
  failed,
  goodAnswer,
  matchesOf,
  pipeline,
  refusalOf,
  replay,
  settings,
  submits,
  unitOf,
  videoAnswer,
  type Result,
} from './videos.ts'

/** Everything that can come of one question about a video. */
const results: readonly ((unit: string) => Result)[] = [
  unit => answered(goodAnswer(unit)),
  // The questions of another video, which the task has, or will have.
  () => answered(goodAnswer(unitOf(0))),
  () => answered(answerWith('{"title":', { finish: 'length' })),
  () => answered(answerWith('', { finish: 'content_filter' })),
  () => answered(videoAnswer([{}])),
  () => answered(videoAnswer([])),
  () => failed(14, 'later'),
  () => failed(3, 'unsupported'),
  () => failed(null, 'the video is private'),
]
const draw = fc.infiniteStream(fc.nat())
const takeFrom = (numbers: Iterator<number>): number => {
  const next = numbers.next()
  if (next.done === true) throw new Error('The stream has ended')
  return next.value
}

/** Plays a whole task from a stream of numbers: which work comes back next, as what, and which outcomes come twice or are nobody's. */
const play = (videos: number, numbers: Iterator<number>) => {
  const pick = <Item>(items: readonly Item[]): Item => present(items[takeFrom(numbers) % items.length])
  const respond = (work: Work): Outcome => {
    const result = (unit: string): Result => pick(results)(unit)
    if (work.type === 'submit') {
      const outcome = batchOutcome(work, result, pick(batchEnds))
      if (outcome.type !== 'batch') return outcome
      const [first, ...rest] = outcome.items
      const shapes = [
        outcome.items,
        rest,
        [...outcome.items, ...outcome.items.toReversed()],
        first ? [{ ...first, key: 'x' }] : [],
      ]
      return pick([0, 1, 2, 3, 4]) === 4 ? refusalOf(work, 'no such model') : { ...outcome, items: [...pick(shapes)] }
    }
    if (work.type === 'look-up')
      return pick([
        refusalOf(work, 'broken'),
        matchesOf(work),
        matchesOf(
          work,
          work.questions.slice(1).map(({ key }) => key),
        ),
      ])
    const direct = result(work.unit)
    return direct.type === 'answer' ? directAnswer(work, direct.answer) : refusalOf(work, direct.message)
  }
  const assignment = assignmentOf(videos)
  let progress = pipeline.begin(assignment)
  const outcomes: Outcome[] = []
  const works: Work[] = []
  while (!pipeline.finished(progress)) {
    const work = pick(pipeline.next(progress))
    const outcome = pick([0, 1, 2]) === 0 && outcomes.length > 0 ? pick(outcomes) : respond(work)
    if (outcome.work === work.id) works.push(work)
    const before = pipeline.next(progress)
    const earlier = progress
    progress = pipeline.absorb(earlier, outcome)
    // Going on from an earlier progress again is another history, which sees nothing of this one.
    expect(pipeline.absorb(earlier, outcome)).toEqual(progress)
    if (!before.some(({ id }) => id === outcome.work)) expect(pipeline.next(progress)).toEqual(before)
    outcomes.push(outcome)
    if (outcomes.length > 1000) throw new Error('It does not end')
  }
  return { assignment, progress, outcomes, works }
}

it('whatever the outcomes and their order, a task ends within its jobs, with no pair twice, and a replay brings the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 7 }), draw, (videos, stream) => {
      const { assignment, progress, outcomes, works } = play(videos, stream[Symbol.iterator]())
      expect(new Set(works.map(({ id }) => id)).size).toBe(works.length)
      const asked = submits(works).flatMap(({ items }) => items.map(({ key }) => key))
      const handles: string[] = []
      const questions: string[] = []
      for (const unit of pipeline.units(progress)) {
        expect(asked.filter(key => key === unit.unit).length).toBeLessThanOrEqual(settings.attempts)
        expect(works.filter(work => work.type === 'ask' && work.unit === unit.unit).length).toBeLessThanOrEqual(1)
        expect(works.filter(work => work.type === 'look-up' && work.unit === unit.unit).length).toBeLessThanOrEqual(1)
        expect(unit.accepted).toBeLessThanOrEqual(settings.expectedPairs)
        const files = pipeline.files(progress, unit.unit)
        const pairs = readPairs(present(files[0]).text, present(files[1]).text)
        expect(pairs.length).toBe(unit.accepted)
        handles.push(...pairs.map(({ handle }) => handle))
        questions.push(...pairs.map(({ dedup }) => dedup.question_sha256))
      }
      expect(new Set(handles).size).toBe(handles.length)
      expect(new Set(questions).size).toBe(questions.length)
      for (const { items } of submits(works)) expect(items.length).toBeLessThanOrEqual(settings.videosPerJob)
      expect(pipeline.next(progress)).toEqual([])
      expect(replay(assignment, outcomes)).toEqual(progress)
    }),
    { numRuns: 150 },
  )
})

it('which job a video goes through next does not depend on the order in which jobs end', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), draw, (videos, stream) => {
      const numbers = stream[Symbol.iterator]()
      let progress = pipeline.begin(assignmentOf(videos))
      const jobs = new Map<string, readonly string[]>()
      for (;;) {
        const ready = submits(pipeline.next(progress))
        const work = ready[takeFrom(numbers) % Math.max(1, ready.length)]
        if (work === undefined) break
        jobs.set(
          work.id,
          work.items.map(({ key }) => key),
        )
        progress = pipeline.absorb(
          progress,
          batchOutcome(work, () => failed(14, 'later')),
        )
      }
      const inOrder = [...jobs].toSorted(([a], [b]) => Number(a.split('-').at(-1)) - Number(b.split('-').at(-1)))
      const rounds = Array.from({ length: settings.attempts }, (_, round) =>
        inOrder.slice((round * inOrder.length) / settings.attempts, ((round + 1) * inOrder.length) / settings.attempts),
      )
      for (const round of rounds)
        expect(round.flatMap(([, keys]) => keys)).toEqual(pipeline.units(progress).map(({ unit }) => unit))
    }),
    { numRuns: 50 },
  )
})
