import type { questionTypes } from '../domain/pair.ts'
import { around, hashOf, shuffled, type Draws } from './draws.ts'
import { additions, citations, facetPool, questionShapes, scenes, tails } from './question-words.ts'
import type { Subject } from './subject.ts'

type QuestionType = (typeof questionTypes)[number]

export interface QuestionPlace {
  readonly type: QuestionType
  /** Id or name of a facet. */
  readonly facet: string
  readonly audience: string
}

interface Choice {
  readonly shape: string
  readonly opening: string
  readonly tail: string
}

/** The fixed rule of the gates is 300 characters; questions stay well below. */
const longestQuestion = 280

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const facetNames = new Map(facetPool.map(([id, name]) => [id, name]))

/** The noun phrase of a facet, be it given by id or by name. */
export const facetPhrase = (facet: string): string => {
  const phrase = facetNames.get(facet) ?? facet.replaceAll(/[-_]+/g, ' ').trim()
  return phrase === '' ? 'daily use' : /^[A-Z][a-z]/.test(phrase) ? lowerFirst(phrase) : phrase
}

const assemble = ({ shape, opening, tail }: Choice, { facet, audience }: QuestionPlace, name: string): string => {
  const core = shape
    .replaceAll('{n}', () => name)
    .replaceAll('{f}', () => facetPhrase(facet))
    .replaceAll('{a}', () => (audience === '' ? 'traders' : lowerFirst(audience)))
  const opened = opening === '' ? core : `${opening}${opening.endsWith(';') ? '' : ','} ${lowerFirst(core)}`
  const whole = tail === '' ? opened : `${opened}${tail.startsWith('and ') ? ',' : ''} ${tail}`
  return `${whole.length < longestQuestion ? whole : core}?`
}

const quoted = (form: string, fragment: string): string => form.replace('%', () => fragment)

const condition = / (?:when|whenever|if|before|once|while) /

/** Tails that the core can carry: a second condition would make it clumsy. */
const tailsFor = (shape: string): readonly [string, ...string[]] => (condition.test(shape) ? additions : tails)

const scenesBySubject = (subject: Subject): readonly [string, ...string[]] => {
  const [first = scenes[0], ...rest] = shuffled(scenes, subject.id)
  return [first, ...rest]
}

/** The `index`-th question about a subject: no two of them share opening and core, and neighbours share as little wording as can be. */
export const numberedQuestion = (subject: Subject, place: QuestionPlace, index: number): string => {
  const offset = hashOf(subject.id)
  const [round, half] = [Math.floor(index / 8), index >> 1]
  const fragments = subject.fragments.length
  const opening =
    (index + round) % 2 === 0
      ? quoted(around(citations, Math.floor(half / fragments) + (half % fragments) + offset), around(subject.fragments, half))
      : around(scenesBySubject(subject), half)
  const shape = around(questionShapes[place.type], round + hashOf(`${subject.id}/${place.type}`))
  const tail = index % 3 === 0 ? '' : around(tailsFor(shape), index * 7 + offset)
  return assemble({ shape, opening, tail }, place, subject.name)
}

/** Another question of the same type and facet, drawn. */
export const drawnQuestion = (subject: Subject, place: QuestionPlace, draws: Draws): string => {
  const opening = draws.fraction() < 0.6 ? quoted(draws.pick(citations), draws.pick(subject.fragments)) : draws.pick(scenes)
  const shape = draws.pick(questionShapes[place.type])
  const tail = draws.fraction() < 0.8 ? draws.pick(tailsFor(shape)) : ''
  return assemble({ shape, opening, tail }, place, subject.name)
}
