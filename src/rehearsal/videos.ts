import { z } from 'zod'
import { questionTypes } from '../domain/pair.ts'
import { bridges, closings, openings, pitfalls, readings } from './answer-words.ts'
import { drawnQuestion, facetPhrase, numberedQuestion, type QuestionPlace } from './compose-question.ts'
import { around, createDraws, hashOf, shuffled, type Draws } from './draws.ts'
import { drawFlaw, withFlaw } from './flaws.ts'
import { audiencePool, facetPool } from './question-words.ts'
import { subjectOf, type Subject } from './subject.ts'
import { workedExample } from './worked-example.ts'

export const videosInputSchema = z.object({
  video: z.object({ url: z.string() }),
  topic: z.string(),
  questions: z.union([z.string(), z.array(z.string())]).default(''),
  count: z.int().min(0).max(200),
})
type VideosInput = z.infer<typeof videosInputSchema>

/** The share of questions that are the same for every video of a topic. */
const repeatedShare = 0.04
/** The share of moments that lie beyond the video's end, which a gate must stop. */
const beyondShare = 0.02

const linesOf = (questions: VideosInput['questions']): readonly string[] =>
  (typeof questions === 'string' ? questions.split('\n') : questions).map(line => line.replace(/^[-*\s]+/, '').trim())

const placeOf = (index: number, draws: Draws): QuestionPlace => ({
  type: around(questionTypes, index),
  facet: facetPool[draws.whole(0, facetPool.length - 1)]?.[0] ?? '',
  audience: draws.pick(audiencePool),
})

/** What every video of a topic says. */
const repeatedQuestion = (topic: string): string => {
  const subject = subjectOf({ id: topic, name: topic, family: '', brief: '' })
  return numberedQuestion(subject, { type: 'interpretation', facet: '', audience: '' }, 0)
}

/** Several sentences without a number, so that nothing in them needs evidence. */
const answerOf = ({ name }: Subject, facet: string, draws: Draws): string => {
  const filled = (sentence: string): string => sentence.replaceAll('{n}', () => name).replaceAll('{f}', () => facetPhrase(facet))
  const turn = draws.whole(0, readings.length - 1)
  const middle = [
    draws.pick(bridges),
    around(readings, turn),
    around(readings, turn + 3),
    around(pitfalls, turn),
    around(pitfalls, turn + 3),
  ]
  return [filled(draws.pick(openings)), ...middle, filled(draws.pick(closings))].join(' ')
}

/** What is said in the video at that moment: other words for every moment. */
const quoteOf = ({ name }: Subject, facet: string, draws: Draws): string =>
  `So when we look at ${facetPhrase(facet)}, the ${name} helps because ${draws.pick(readings).replace(/\.$/, '').toLowerCase()}, and ${draws.pick(pitfalls).toLowerCase()}`

/**
 * Pairs from one invented video: the same for the same video, others for every other one, spread over its length.
 * Questions that were wished for come first; about one in 25 repeats what other videos of the topic say too, and about one in eight
 * has a flaw that a local gate stops.
 */
export const videos = ({ video, topic, questions, count }: VideosInput) => {
  const seed = `${topic}/${video.url}`
  const said = shuffled([...readings, ...pitfalls], seed)
    .slice(0, 6)
    .join(' ')
  const subject = subjectOf({ id: topic, name: topic, family: '', brief: said })
  const durationSeconds = 600 + (hashOf(seed) % 3000)
  const wishes = linesOf(questions).filter(line => line.length >= 12 && line.endsWith('?'))
  const pairAt = (_: unknown, index: number) => {
    const draws = createDraws(`${seed}/${index}`)
    const place = placeOf(index + hashOf(seed), draws)
    const written = {
      question:
        wishes[index] ?? (draws.fraction() < repeatedShare ? repeatedQuestion(topic) : drawnQuestion(subject, place, draws)),
      answer: answerOf(subject, place.facet, draws),
      card_ids: [],
    }
    const { question, answer } = withFlaw(written, drawFlaw(draws), undefined)
    const second = Math.floor((durationSeconds * (index + draws.fraction())) / Math.max(1, count))
    return {
      question,
      answer,
      short_answer: draws.pick(readings),
      worked_example: workedExample(topic, draws),
      type: place.type,
      difficulty: draws.pick(['beginner', 'intermediate', 'intermediate', 'advanced'] as const),
      second: draws.fraction() < beyondShare ? second + durationSeconds : second,
      quote: quoteOf(subject, place.facet, draws),
    }
  }
  return {
    title: `${topic}, session ${hashOf(seed) % 900}`,
    duration_seconds: durationSeconds,
    pairs: Array.from({ length: count }, pairAt),
  }
}
