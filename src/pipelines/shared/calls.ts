import type { CallRecord } from '../../dataset/unit-delivery.ts'
import type { ModelAnswer } from '../../domain/model.ts'

/** A call that came to an outcome; `served` is null where the provider refused. */
export interface Call {
  readonly id: string
  readonly stage: string
  readonly session: string
  readonly at: string
  readonly promptSha256: string
  readonly modelRequested: string
  readonly served: Omit<ModelAnswer, 'text' | 'annotations'> | null
}

/** As it is published beside the pairs; nothing where nobody served it. */
export const recordOf = ({ id, stage, at, promptSha256, modelRequested, served }: Call): readonly CallRecord[] =>
  served === null
    ? []
    : [
        {
          id,
          stage,
          at,
          promptSha256,
          modelRequested,
          modelServed: served.modelServed,
          provider: served.provider,
          generationId: served.generationId,
          inputTokens: served.usage.inputTokens,
          outputTokens: served.usage.outputTokens,
          costUsd: served.usage.costUsd,
          rehearsal: served.rehearsal,
        },
      ]

/** What is kept of an answer once its text was read. */
export const servedOf = ({ text: _text, annotations: _annotations, ...served }: ModelAnswer): NonNullable<Call['served']> =>
  served
