import { z } from 'zod'
import { questionTypes } from '../domain/pair.ts'
import { numberedQuestion } from './compose-question.ts'
import { around, hashOf, shuffled } from './draws.ts'
import { audiencePool, facetPool } from './question-words.ts'
import { indicatorInputSchema, subjectOf } from './subject.ts'

export const planFacetsInputSchema = z.object({ indicator: indicatorInputSchema })

/** 8 to 10 facets, 4 or 5 audiences and all question types. */
export const planFacets = ({ indicator }: z.infer<typeof planFacetsInputSchema>) => ({
  facets: shuffled(facetPool, indicator.id)
    .slice(0, 8 + (hashOf(indicator.id) % 3))
    .map(([id, name]) => ({ id, name })),
  audiences: shuffled(audiencePool, indicator.id).slice(0, 4 + (hashOf(indicator.id) % 2)),
  question_types: [...questionTypes],
})

const wholeNumber = z.union([
  z.int(),
  z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number),
])

export const planQueriesInputSchema = z.object({
  indicator: indicatorInputSchema,
  facets: z.array(z.union([z.string(), z.object({ id: z.string() }).transform(facet => facet.id)])),
  audiences: z.array(z.string()),
  question_types: z.array(z.enum(questionTypes)),
  count: z.int().min(1).max(1000),
  batch: wholeNumber.default(1),
})

/** `count` questions; those of another batch are others. */
export const planQueries = ({
  indicator,
  facets,
  audiences,
  question_types,
  count,
  batch,
}: z.infer<typeof planQueriesInputSchema>) => {
  const subject = subjectOf(indicator)
  const [firstFacet = 'daily use', ...otherFacets] = facets
  const [firstAudience = 'traders', ...otherAudiences] = audiences
  const [firstType = 'definition', ...otherTypes] = question_types
  const types = 1 + otherTypes.length
  const query = (_: unknown, position: number) => {
    const index = batch * count + position
    const facet = around([firstFacet, ...otherFacets], (index % types) + Math.floor(index / types))
    const audience = around([firstAudience, ...otherAudiences], Math.floor(index / 3))
    const type = around([firstType, ...otherTypes], index)
    return { question: numberedQuestion(subject, { type, facet, audience }, index), facet, audience, type }
  }
  return { queries: Array.from({ length: count }, query) }
}
