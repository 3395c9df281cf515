import { describe, expect, it } from 'vitest'
import { parseTopicBody, renderTopicBody } from '../../src/domain/task-forms/topic.ts'
import { assignmentOf, institutionalSettings, readTopics, rehearseTopic } from './institutional.ts'

describe('the institutional topics', () => {
  it('are 29, which at the configured pairs a topic make about 2,500', async () => {
    const topics = await readTopics()
    expect(topics).toHaveLength(29)
    expect(topics.length * institutionalSettings().research.acceptTarget).toBe(2552)
    expect(topics.map(({ order }) => order)).toEqual(topics.map((_, index) => index + 1))
  })

  it('each have a brief that survives being an issue, and are one unit under a name of its own', async () => {
    const topics = await readTopics()
    for (const { body } of topics) {
      const parsed = parseTopicBody(body)
      if (parsed.type === 'invalid') throw new Error(parsed.problems.join(' '))
      expect(renderTopicBody(parsed.topic)).toBe(body)
      expect(parsed.topic.brief.length).toBeGreaterThan(1200)
    }
    const units = topics.flatMap(({ body }) => assignmentOf(body).indicators)
    expect(new Set(units.map(({ id }) => id)).size).toBe(29)
    expect(new Set(units.map(({ name }) => name)).size).toBe(29)
  })

  it('have no sentence that is longer than a quote of it may be', async () => {
    const units = (await readTopics()).flatMap(({ body }) => assignmentOf(body).indicators)
    const sentences = units.flatMap(({ brief }) => brief.split(/(?<=[.!?])\s+(?=[A-Z0-9"(])/))
    expect(sentences.filter(sentence => sentence.split(/\s+/).length > 40)).toEqual([])
  })

  it('bring the pairs that are aimed at in a rehearsal', async () => {
    const [topic] = await readTopics()
    const { unit, pairs } = rehearseTopic(assignmentOf(topic?.body ?? ''))
    expect(unit.calls).toBeLessThanOrEqual(100)
    expect(pairs.length).toBeGreaterThanOrEqual(88)
  })
})
