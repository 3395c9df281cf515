import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { batchText, parseSeedText, topicText } from '../../../src/domain/task-forms/seed-text.ts'
import { parseTopicBody } from '../../../src/domain/task-forms/topic.ts'
import { parseBatchBody } from '../../../src/domain/task-forms/youtube-batch.ts'
import { fragment, hostileText } from './hostile.ts'

const ids = fc.uniqueArray(fc.stringMatching(/^[\w-]{11}$/), { minLength: 1, maxLength: 50 })
const problemsOf = (text: string, kind: 'research' | 'batch'): readonly string[] => {
  const parsed = parseSeedText(text, kind)
  return parsed.type === 'invalid' ? parsed.problems : []
}

describe('the text of a task', () => {
  it('becomes the body that its form renders, which says the same when it is read again', () => {
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 30 }), fc.constantFrom('research', 'batch'), (parts, kind) => {
        const parsed = parseSeedText(parts.join(''), kind)
        const again = parsed.type === 'invalid' ? parsed : parseSeedText(parsed.seed.body, kind)
        expect(again).toEqual(parsed)
      }),
    )
  })

  it('loses what belongs to no form', () => {
    const text = '### Topic\n\na: A\n\n### Notes\n\nMine.\n\n### Brief\n\nAll of it.\n\n### Priority\n\np0\n'
    expect(parseSeedText(text, 'research')).toEqual({
      type: 'seed',
      seed: { id: 'a', title: 'A', body: '### Topic\n\na: A\n\n### Brief\n\nAll of it.\n' },
    })
  })

  it('is an assignment or a topic to a research pipeline, and a batch to a batch pipeline', () => {
    const batch = batchText({ title: 'A', videos: ['youtu.be/dQw4w9WgXcQ'], questions: [] })
    expect(problemsOf(batch, 'batch')).toEqual([])
    expect(problemsOf(batch, 'research')).toHaveLength(2)
    expect(problemsOf(topicText({ title: 'A', brief: 'b' }), 'batch')).toHaveLength(2)
  })
})

describe('values from the command line', () => {
  it('make a topic with exactly that brief, whatever it holds', () => {
    fc.assert(
      fc.property(hostileText(4000), brief => {
        fc.pre(brief.trim() !== '')
        const parsed = parseTopicBody(topicText({ title: 'custody-1:  Custody', brief }))
        expect(parsed).toEqual({ type: 'topic', topic: { task: 'custody-1', title: 'Custody', brief: brief.trim() } })
      }),
    )
  })

  it('make a batch of exactly those videos and questions', () => {
    fc.assert(
      fc.property(ids, fc.array(hostileText(40), { maxLength: 5 }), (videos, questions) => {
        fc.pre(questions.join('').trim() !== '')
        const addresses = videos.map(id => `https://youtu.be/${id}`)
        const asked = questions.map(each => each.trim()).join('\n')
        const parsed = parseBatchBody(batchText({ title: 'Talks', videos: addresses, questions }))
        expect(parsed).toMatchObject({ type: 'batch', batch: { task: 'talks', title: 'Talks', questions: asked } })
        expect(parsed).toMatchObject({ batch: { videos: videos.map(id => `https://www.youtube.com/watch?v=${id}`) } })
      }),
    )
  })

  it('cannot bring headings of their own', () => {
    const videos = ['youtu.be/dQw4w9WgXcQ', '### Questions', 'x\n### Questions\ny']
    expect(problemsOf(batchText({ title: '### Videos', videos, questions: [] }), 'batch')).toEqual([
      expect.stringContaining('“### Questions” is not the address'),
      expect.stringContaining('“x ### Questions y” is not the address'),
    ])
  })
})
