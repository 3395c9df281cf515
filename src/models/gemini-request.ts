import type { JsonSchema, ModelRequest } from '../domain/model.ts'

/** `$schema` is refused as an unknown key; the title tells the stage, as the schema's name does elsewhere. */
const schemaOf = ({ schema, name }: ModelRequest['answer']): JsonSchema => ({
  ...Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema')),
  title: name,
})

/** The prompt with its video, as the SDK and the wire have it alike. */
const contentsOf = ({ prompt, video }: ModelRequest) => [
  {
    role: 'user',
    parts: [...(video === undefined ? [] : [{ fileData: { fileUri: video.uri } }]), { text: prompt }],
  },
]

/** No temperature, topP or topK: from 3.6 Flash on they are to be left out. */
const generationOf = ({ answer, maxTokens }: ModelRequest) => ({
  responseMimeType: 'application/json',
  responseJsonSchema: schemaOf(answer),
  maxOutputTokens: maxTokens,
})

/** A request as the SDK takes it. It asks for no web search: a schema and a search do not go together. */
export const renderGeminiRequest = (request: ModelRequest) => ({
  contents: contentsOf(request),
  config: { ...generationOf(request), systemInstruction: { parts: [{ text: request.system }] } },
})

/** The same as it goes over the wire, which a line of a batch file must hold (ai.google.dev/gemini-api/docs/batch-api). */
export const renderGeminiLine = (key: string, request: ModelRequest): string =>
  JSON.stringify({
    key,
    request: {
      contents: contentsOf(request),
      systemInstruction: { parts: [{ text: request.system }] },
      generationConfig: generationOf(request),
    },
  })
