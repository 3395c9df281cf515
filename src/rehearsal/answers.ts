import { z } from 'zod'
import type { Annotation } from '../domain/model.ts'
import { integrate, integrateInputSchema } from './integrate.ts'
import { judge, judgeInputSchema } from './judge.ts'
import { planFacets, planFacetsInputSchema, planQueries, planQueriesInputSchema } from './plan.ts'
import { mend, repairInputSchema } from './repair.ts'
import { research, researchInputSchema } from './research.ts'
import { videos, videosInputSchema } from './videos.ts'
import { write, writeInputSchema } from './write.ts'

/** What a protocol understood of a request. */
export interface StageRequest {
  readonly stage: string
  /** The JSON text of the stage's data. */
  readonly inputText: string
  readonly webSearch: boolean
}

export interface StageAnswer {
  /** JSON text. */
  readonly content: string
  readonly annotations: readonly Annotation[]
}

export type AnswerResult =
  | { readonly type: 'answer'; readonly answer: StageAnswer }
  | { readonly type: 'unusable'; readonly reason: string }

type Stage = (input: unknown) => { readonly value: unknown; readonly annotations?: readonly Annotation[] }

const stages: Readonly<Record<string, Stage>> = {
  facets: input => ({ value: planFacets(planFacetsInputSchema.parse(input)) }),
  queries: input => ({ value: planQueries(planQueriesInputSchema.parse(input)) }),
  research: input => research(researchInputSchema.parse(input)),
  write: input => ({ value: write(writeInputSchema.parse(input)) }),
  judge: input => ({ value: judge(judgeInputSchema.parse(input)) }),
  integrate: input => ({ value: integrate(integrateInputSchema.parse(input)) }),
  videos: input => ({ value: videos(videosInputSchema.parse(input)) }),
  repair: input => ({ value: mend(repairInputSchema.parse(input)) }),
}

const answersKept = 512

const compute = ({ stage, inputText, webSearch }: StageRequest): AnswerResult => {
  const answerStage = Object.hasOwn(stages, stage) ? stages[stage] : undefined
  if (answerStage === undefined) {
    return {
      type: 'unusable',
      reason: `The rehearsal answers ${Object.keys(stages).join(', ')}, not ${JSON.stringify(stage.slice(0, 64))}`,
    }
  }
  try {
    const { value, annotations = [] } = answerStage(JSON.parse(inputText))
    return { type: 'answer', answer: { content: JSON.stringify(value), annotations: webSearch ? annotations : [] } }
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error).replaceAll('\n', ' ') : 'it is not JSON'
    return { type: 'unusable', reason: `The data between <input> and </input> does not fit ${stage}: ${reason}` }
  }
}

/** Answers stages; the same request always gets the same bytes. The last answers are kept, because what failed is asked again. */
export const createAnswers = (): ((request: StageRequest) => AnswerResult) => {
  const kept = new Map<string, AnswerResult>()
  return request => {
    const key = `${request.stage}/${request.webSearch}/${request.inputText}`
    const known = kept.get(key)
    if (known !== undefined) return known
    const result = compute(request)
    kept.set(key, result)
    if (kept.size > answersKept) kept.delete(kept.keys().next().value ?? key)
    return result
  }
}
