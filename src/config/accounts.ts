import { z } from 'zod'
import { choice, dollars, duration, line, section, whole } from './fields.ts'
import { accountLimits } from './limits.ts'
import { looksSecret } from './show.ts'

/** Under these a workflow holds GitHub's own tokens, which must not go to a provider. */
const ofGithub = /^(?:ACTIONS|GITHUB|GH|INPUT|RUNNER)_/

const keyError = (issue: { readonly input?: unknown }): string =>
  typeof issue.input === 'string' && looksSecret(issue.input)
    ? 'the name of an environment variable such as `OPENROUTER_API_KEY`, not the key itself (take it out of the file, and replace that key if it was ever committed)'
    : `the name of an environment variable such as \`OPENROUTER_API_KEY\`${typeof issue.input === 'string' && ofGithub.test(issue.input) ? ', none that GitHub uses' : ''}`

/** The name of the environment variable that holds a key, or null for a server that wants none; a value that was pasted here is recognised and never printed. */
const key = z
  .string({ error: keyError })
  .regex(/^[A-Z][A-Z0-9_]*$/, { error: keyError })
  .max(100, { error: keyError })
  .refine(name => !ofGithub.test(name), { error: keyError })
  .nullable()

const loopbackHosts = ['localhost', '127.0.0.1', '[::1]']

/** A key is sent there: so only over TLS, except to this machine, and without anything secret in the address itself. */
function isSafeBase(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHosts.includes(url.hostname))
}

const baseUrlError = 'an address that begins with `https://` (or `http://` on this machine), without password, `?` and `#`'
const baseUrl = z
  .string({ error: baseUrlError })
  .max(500, { error: baseUrlError })
  .refine(isSafeBase, { error: baseUrlError })
  .transform(text => text.replace(/\/+$/, ''))

const price = section({
  inputUsdPerMillion: dollars('the price of a million input tokens'),
  outputUsdPerMillion: dollars('the price of a million output tokens'),
  requestUsd: dollars('the most that a request costs beside its tokens').default(0),
})

const common = {
  key,
  concurrency: whole('requests at the same time', { max: 256 }).default(4),
  timeout: duration('how long one request may take', 1000).prefault('120s'),
  limits: accountLimits.prefault({}),
  prices: z.record(line('the name of a model'), price, { error: 'a map of prices by model' }).default({}),
}

const requestsPerMinuteError = 'a positive whole number of requests a minute, or `null` for no limit'
const requestsPerMinute = z
  .int({ error: requestsPerMinuteError })
  .min(1, { error: requestsPerMinuteError })
  .max(100_000, { error: requestsPerMinuteError })
  .nullable()

/** A web search of its own, for models whose server has none. */
const search = section({ url: baseUrl, key })

const openAiAccount = section({
  api: z.literal('openai'),
  baseUrl,
  search: search.optional(),
  flavour: choice(['openrouter', 'zai', 'plain']).optional(),
  requestsPerMinute: requestsPerMinute.default(null),
  ...common,
})

const geminiAccount = section({
  api: z.literal('gemini'),
  baseUrl: baseUrl.prefault('https://generativelanguage.googleapis.com'),
  requestsPerMinute: requestsPerMinute.default(null),
  ...common,
})

/** A key, where it is used, and what it may spend. */
export const accountSchema = z
  .discriminatedUnion('api', [openAiAccount, geminiAccount], {
    error: issue => (issue.code === 'invalid_union' ? 'one of `openai`, `gemini`' : 'a map of settings'),
  })
  .transform(({ timeout, ...account }) => ({ ...account, timeoutMs: timeout }))
export type Account = z.infer<typeof accountSchema>

/** The environment variables whose keys an account needs. */
export const keyNamesOf = (account: Account): readonly string[] =>
  [account.key, account.api === 'openai' ? (account.search?.key ?? null) : null].flatMap(name => name ?? [])
