import { z } from 'zod'
import type { StageRequest } from './answers.ts'

const contentSchema = z.union([z.string(), z.array(z.looseObject({ type: z.string(), text: z.string().optional() }))])

/** A chat-completions request, as far as the rehearsal looks at it. */
export const chatRequestSchema = z.looseObject({
  model: z.string().min(1),
  messages: z.array(z.looseObject({ role: z.string(), content: contentSchema })).min(1),
  response_format: z.looseObject({ type: z.string(), json_schema: z.looseObject({ name: z.string() }).optional() }).optional(),
  tools: z.array(z.looseObject({ type: z.string() })).optional(),
  tool_choice: z.unknown().optional(),
  max_tokens: z.int().positive().nullish(),
  max_completion_tokens: z.int().positive().nullish(),
  stream: z.boolean().nullish(),
})
export type ChatRequest = z.infer<typeof chatRequestSchema>

const textOf = (content: z.infer<typeof contentSchema>): string =>
  typeof content === 'string' ? content : content.map(part => part.text ?? '').join('\n')

/** The stage by the first key of its answer, for a schema that stands in the prompt without its name. */
const stageByKey: Readonly<Record<string, string>> = {
  facets: 'facets',
  queries: 'queries',
  results: 'research',
  pairs: 'write',
  verdicts: 'judge',
}

const stageIn = (systemText: string): string | undefined => {
  const named = /"schema_name"\s*:\s*"([\w-]{1,64})"/.exec(systemText) ?? /<answer\s+name="([\w-]{1,64})"/.exec(systemText)
  const key = /"properties"\s*:\s*\{\s*"(facets|queries|results|pairs|verdicts)"/.exec(systemText)?.[1] ?? ''
  return named?.[1] ?? stageByKey[key]
}

/** The text between the last `<input>` and the `</input>` behind it. */
export const blockIn = (text: string): string | undefined => {
  const start = text.lastIndexOf('<input>')
  const end = text.indexOf('</input>', start)
  return start === -1 || end === -1 ? undefined : text.slice(start + '<input>'.length, end).trim()
}

/**
 * The stage (the schema's name, or what the system prompt calls it) and the JSON text of its data; undefined where either is missing.
 * A provider that enforces no schema knows only what the prompt says.
 */
export const stageRequestOf = (
  request: ChatRequest,
  { enforcesSchema = true }: { readonly enforcesSchema?: boolean } = {},
): StageRequest | undefined => {
  const system = request.messages.filter(message => message.role === 'system').map(message => textOf(message.content))
  const user = request.messages.findLast(message => message.role === 'user')
  const stage = (enforcesSchema ? request.response_format?.json_schema?.name : undefined) ?? stageIn(system.join('\n'))
  const inputText = user && blockIn(textOf(user.content))
  return stage === undefined || inputText === undefined
    ? undefined
    : { stage, inputText, webSearch: request.tools?.some(tool => tool.type.includes('web_search')) ?? false }
}
