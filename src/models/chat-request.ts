import type { JsonSchema, ModelRequest } from '../domain/model.ts'
import type { AnswerMode, Flavour } from './flavour.ts'

/** The schema as part of a system prompt, for servers that do not enforce one. */
export const renderSchemaPrompt = (system: string, schema: JsonSchema): string =>
  `${system}\n\nAnswer with one JSON object and nothing else: no Markdown fence, no words before or after it. It must match this JSON Schema:\n${JSON.stringify(schema)}`

/** `json_schema.name` takes letters, digits, `_` and `-`, at most 64 (OpenAI API reference, response_format). */
const schemaName = (name: string): string => name.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 64) || 'answer'

const searchTools = (flavour: Flavour, maxResults: number): readonly unknown[] | undefined => {
  switch (flavour) {
    case 'openrouter':
      return [{ type: 'openrouter:web_search', parameters: { max_results: maxResults } }]
    case 'zai':
      return [
        { type: 'web_search', web_search: { enable: true, search_engine: 'search_pro', search_result: true, count: maxResults } },
      ]
    case 'plain':
      return undefined
  }
}

/**
 * The body of `POST /chat/completions`. A plain server has no web search: it is asked without,
 * brings no annotations, and so nothing that it cites counts as verified.
 */
export const renderChatRequest = (request: ModelRequest, { mode, flavour }: { mode: AnswerMode; flavour: Flavour }) => {
  const { answer, webSearch } = request
  const tools = webSearch === null ? undefined : searchTools(flavour, webSearch.maxResults)
  const enforced = mode === 'json-schema'
  return {
    model: request.model,
    messages: [
      { role: 'system', content: enforced ? request.system : renderSchemaPrompt(request.system, answer.schema) },
      { role: 'user', content: request.prompt },
    ],
    max_tokens: request.maxTokens,
    response_format: enforced
      ? { type: 'json_schema', json_schema: { name: schemaName(answer.name), strict: true, schema: answer.schema } }
      : { type: 'json_object' },
    // Without it OpenRouter may route to a provider that ignores the response format.
    ...(flavour === 'openrouter' ? { provider: { require_parameters: true } } : {}),
    // GLM-5 always reasons, and what it reasons counts as output: at its default effort little of `max_tokens` is left for the answer.
    ...(flavour === 'zai' && request.model.startsWith('glm-5') ? { reasoning_effort: 'low' } : {}),
    ...(tools === undefined ? {} : { tools }),
  }
}
