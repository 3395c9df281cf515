/** Whose dialect of the OpenAI protocol a server speaks; decides web search, attribution and the meaning of error codes. */
export const flavours = ['openrouter', 'zai', 'plain'] as const
export type Flavour = (typeof flavours)[number]

/** How an answer's shape is asked for: enforced by the server, or described in the prompt. */
export type AnswerMode = 'json-schema' | 'json-object'

const within = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`)
const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** The configured flavour where there is one, else what the base URL tells: the provider's host, or its path on a loopback rehearsal. */
export const flavourOf = (baseUrl: string, configured?: Flavour): Flavour => {
  if (configured !== undefined) return configured
  if (!URL.canParse(baseUrl)) return 'plain'
  const { hostname, pathname } = new URL(baseUrl)
  if (within(hostname, 'openrouter.ai')) return 'openrouter'
  if (within(hostname, 'z.ai') || within(hostname, 'bigmodel.cn')) return 'zai'
  if (!loopback.has(hostname)) return 'plain'
  const path = pathname.replace(/\/+$/, '')
  if (path.endsWith('/api/v1')) return 'openrouter'
  return path.endsWith('/api/paas/v4') ? 'zai' : 'plain'
}

/** Z.AI allows an account few requests at once and does not tell how many, so there one feels its way up from 1. */
export const firstConcurrencyOf = (flavour: Flavour, concurrency: number): number => (flavour === 'zai' ? 1 : concurrency)

/** Z.AI answers a `json_schema` with 200 and ignores it, so there the shape goes into the prompt. */
export const answerModeOf = (flavour: Flavour): AnswerMode => (flavour === 'zai' ? 'json-object' : 'json-schema')
