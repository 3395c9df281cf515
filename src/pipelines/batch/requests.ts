import type { ModelRequest } from '../../domain/model.ts'
import { dataBlock } from '../shared/prompt-data.ts'
import { videosAnswer } from './answers.ts'
import type { Context, UnitState } from './progress.ts'
import { opening, systemPrompt } from './prompts.ts'

/** The one question that is asked about a video, in a batch or directly. */
export const renderRequest = (
  { settings, assignment }: Context,
  { url, count, errors }: Pick<UnitState, 'url' | 'count' | 'errors'>,
): ModelRequest => {
  const { title: topic, questions } = assignment
  const input = { video: { url }, topic, questions, count }
  const data = errors.length === 0 ? input : { ...input, correction: { errors } }
  return {
    model: settings.model,
    system: systemPrompt,
    prompt: `${opening}\n${dataBlock(data)}`,
    answer: { name: videosAnswer.name, schema: videosAnswer.schema },
    maxTokens: settings.maxTokens,
    webSearch: null,
    video: { uri: url },
  }
}
