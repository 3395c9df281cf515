import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseImplementationBody, renderImplementationBody } from '../../../src/domain/task-forms/implementation.ts'
import { formNames, forms, parseAssignment } from '../../../src/domain/task-forms/forms.ts'
import { readTaskForm } from '../../../src/domain/task-forms/read-task-form.ts'
import { parseTopicBody, renderTopicBody } from '../../../src/domain/task-forms/topic.ts'
import { parseBatchBody, renderBatchBody } from '../../../src/domain/task-forms/youtube-batch.ts'
import { researchAssignmentSchema, titleSchema } from '../../../src/domain/task-form.ts'
import { fragment, hostileBodies, hostileText } from './hostile.ts'

const task = fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,59}$/)
const title = (most: number) => hostileText(most).filter(text => titleSchema.safeParse(text).success)
const video = fc.stringMatching(/^[\w-]{11}$/).map(id => `https://www.youtube.com/watch?v=${id}`)
const maybe = (most: number) => fc.oneof(fc.constant(''), hostileText(most))

const problemsOf = (body: string): readonly string[] => {
  const read = readTaskForm(body, { isMeant: true })
  return read.type === 'invalid' ? read.problems : [read.type]
}

/** That it names problems, or asks for a task that its pipeline can take up, or for none. */
function isSound(body: string, isMeant: boolean): boolean {
  const read = readTaskForm(body, { isMeant })
  if (read.type === 'none') return true
  if (read.type === 'invalid') return read.problems.length > 0
  if (forms[read.request.form].kind !== 'research') return titleSchema.safeParse(read.request.title).success
  const parsed = parseAssignment(body)
  return parsed.type === 'assignment' && researchAssignmentSchema.safeParse(parsed.assignment).success
}

/** Of this process alone, and the better of two, because whatever else goes on only ever adds to one. */
function millisecondsToRead(body: string): number {
  const times = [1, 2].map(() => {
    const before = process.cpuUsage()
    readTaskForm(body, { isMeant: true })
    return process.cpuUsage(before).user / 1000
  })
  return Math.min(...times)
}

describe('a form', () => {
  it('is read back as exactly what was written: a topic', () => {
    const topic = fc.record({ task, title: title(120), brief: hostileText(4000) })
    fc.assert(
      fc.property(topic, value => {
        expect(parseTopicBody(renderTopicBody(value))).toEqual({ type: 'topic', topic: value })
      }),
    )
  })

  it('is read back as exactly what was written: a batch', () => {
    const batch = fc.record({
      task,
      title: title(200),
      videos: fc.uniqueArray(video, { minLength: 1, maxLength: 50 }),
      questions: maybe(4000),
    })
    fc.assert(
      fc.property(batch, value => {
        expect(parseBatchBody(renderBatchBody(value))).toEqual({ type: 'batch', batch: value })
      }),
    )
  })

  it('is read back as exactly what was written: an implementation task', () => {
    const request = fc.record({
      task,
      title: title(200),
      details: maybe(20_000),
      why: hostileText(4000),
      where: maybe(4000),
      check: hostileText(4000),
    })
    fc.assert(
      fc.property(request, value => {
        expect(parseImplementationBody(renderImplementationBody(value))).toEqual({ type: 'implementation', request: value })
      }),
    )
  })

  it('has an example that it reads itself, for the kind of pipeline that takes it up', () => {
    for (const name of formNames) {
      const read = readTaskForm(forms[name].example, { isMeant: false })
      expect(read).toMatchObject({ type: 'request', request: { form: name, pipeline: null, priority: 'p2' } })
    }
  })

  it('never throws and either names problems or asks for a sound task, whatever it is given', () => {
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 30 }), fc.boolean(), (parts, isMeant) => {
        const body = parts.join('')
        expect(isSound(body, isMeant)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('is read in less than 100 ms at 65,536 hostile characters', () => {
    for (const [name, body] of hostileBodies()) {
      expect(millisecondsToRead(body), name).toBeLessThan(100)
    }
  })
})

describe('an issue', () => {
  it('is about something else without a form’s headings', () => {
    expect(readTaskForm('The page does not load.', { isMeant: true })).toEqual({ type: 'none' })
    expect(readTaskForm('### Why\n\nBecause.\n\n### Check\n\nLook.', { isMeant: false })).toEqual({ type: 'none' })
    expect(readTaskForm('### Topic\n\nWeather', { isMeant: false })).toEqual({ type: 'none' })
  })

  it('that is marked as a task is one with a single heading of a form', () => {
    expect(problemsOf('### Topic\n\nWeather')).toEqual(['The heading “### Brief” with something beneath it is missing.'])
    expect(problemsOf('### Videos\n\nyoutu.be/dQw4w9WgXcQ')).toEqual([
      'The heading “### Batch” with something beneath it is missing.',
    ])
  })

  it('may have Windows line ends, a byte order mark, empty fields and headings in any case', () => {
    const body =
      '\ufeff### topic\r\n\r\nCustody\r\n\r\n### BRIEF\r\n\r\nAll of it.\r\n\r\n### Pipeline\r\n\r\n_No response_\r\n\r\n### Priority\r\n\r\nP0 (now)\r\n'
    expect(readTaskForm(body, { isMeant: false })).toEqual({
      type: 'request',
      request: {
        form: 'topic',
        task: 'custody',
        title: 'Custody',
        contents: ['3 words of brief'],
        pipeline: null,
        priority: 'p0',
      },
    })
  })

  it('tells all its problems at once, doubled headings and unknown priorities among them', () => {
    expect(
      problemsOf('### Topic\na: A\n### Topic\nb: B\n### Brief\nx\n### Priority\nsoon\n### Pipeline\na\n### Pipeline\nb'),
    ).toEqual([
      'The heading “### Topic” is there 2 times.',
      'The heading “### Pipeline” is there 2 times.',
      '“Priority” must be one of p0, p1, p2, p3, and is “soon”.',
    ])
    expect(problemsOf(`### Topic\n${'T'.repeat(121)}\n### Brief\nx`)).toEqual([
      '“Topic” must have at most 120 characters after its id, and has 121.',
    ])
    expect(problemsOf(`### Topic\na: A\n### Brief\n${'x'.repeat(4001)}`)).toEqual([
      '“Brief” must have at most 4,000 characters, and has 4,001.',
    ])
    expect(problemsOf('### Topic\na: \u202eA\n### Brief\nx')).toHaveLength(1)
  })
})

describe('a topic', () => {
  it('is an assignment of one indicator to whoever researches it', () => {
    expect(parseAssignment('### Topic\n\ncustody_1: Custody\n\n### Brief\n\nAll of it.\n')).toEqual({
      type: 'assignment',
      assignment: {
        task: 'custody_1',
        title: 'Custody',
        indicators: [{ id: 'custody-1', name: 'Custody', family: 'institutional', brief: 'All of it.' }],
      },
    })
  })
})
