import { z } from 'zod'
import { keyNamesOf, type Account } from '../config/accounts.ts'
import { nearest } from '../config/nearest.ts'
import { accountsOf, modelsOf } from '../config/pipelines.ts'
import type { Config } from '../config/schema.ts'
import { toEpochMs, type Clock } from '../domain/instant.ts'
import { flavourOf, type Flavour } from '../models/flavour.ts'
import { ok, problem, warning, type Check } from './doctor-check.ts'
import { withoutKey } from './doctor-lacking-key.ts'

export interface ProviderOptions {
  readonly config: Config
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly clock: Clock
}

/** Longer than a healthy provider takes for a question that is no inference. */
const timeoutMs = 5000
/** Half the guard band around a reset (60 s): a clock that is off by more sends in the wrong day before anyone notices. */
const clockToleranceMs = 30_000

const keyOf = (account: Account, environment: ProviderOptions['environment']): string | undefined =>
  account.key === null ? '' : environment[account.key]

/** Which accounts have their key; only a machine on which no pipeline could run has a problem. */
export function checkKeys({ config, environment }: ProviderOptions): readonly Check[] {
  const enabled = Object.entries(config.pipelines).filter(([, pipeline]) => pipeline.enabled)
  const isThere = (key: string): boolean => (environment[key] ?? '') !== ''
  const isReady = (name: string): boolean => {
    const account = config.accounts[name]
    return account !== undefined && keyNamesOf(account).every(isThere)
  }
  const anyRuns = enabled.some(([, pipeline]) => accountsOf(pipeline).some(isReady))
  return Object.entries(config.accounts).flatMap(([name, account]) => {
    const isUsed = enabled.some(([, pipeline]) => accountsOf(pipeline).includes(name))
    if (!isUsed) return []
    return keyNamesOf(account).map(key => {
      if (isThere(key)) return ok(`key of ${name}: ${key} is set`)
      const what = `key of ${name}: ${key} is not set, so ${withoutKey(key, config, isThere)}`
      const todo = `Set ${key} in the environment${anyRuns ? '' : ' (`perpetual demo` needs no key)'}.`
      return anyRuns ? warning(what, todo) : problem(what, todo)
    })
  })
}

interface Question {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

interface Reply {
  readonly status: number
  readonly body: unknown
  readonly dateMs: number | null
}

/** One GET without redirects, so that a key goes nowhere else. What fails is told by its code, never by a text that may hold the key. */
async function ask({ url, headers }: Question): Promise<Reply | string> {
  try {
    const response = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })
    const text = await response.text()
    const date = Date.parse(response.headers.get('date') ?? '')
    return { status: response.status, body: z.json().safeParse(parse(text)).data, dateMs: Number.isNaN(date) ? null : date }
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') return `no answer within ${timeoutMs / 1000} s`
    const cause = error instanceof Error ? error.cause : undefined
    const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'no connection'
    return code
  }
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const flavourIn = (account: Account): Flavour | undefined =>
  account.api === 'openai' ? flavourOf(account.baseUrl, account.flavour) : undefined

const questionOf = (account: Account, key: string): Question => {
  if (account.api === 'gemini') return { url: `${account.baseUrl}/v1beta/models?pageSize=1`, headers: { 'x-goog-api-key': key } }
  const path = flavourIn(account) === 'openrouter' ? 'key' : 'models'
  return { url: `${account.baseUrl}/${path}`, headers: key === '' ? {} : { authorization: `Bearer ${key}` } }
}

const keyReply = z.object({ data: z.object({ limit_remaining: z.number().nullish() }) })

function judgeKey(name: string, account: Account, reply: Reply): Check {
  const host = new URL(account.baseUrl).host
  // Gemini answers a wrong key with 400 INVALID_ARGUMENT (ai.google.dev, error codes).
  const refused = reply.status === 401 || reply.status === 403 || (account.api === 'gemini' && reply.status === 400)
  if (refused)
    return problem(
      `${name}: ${host} refuses the key in ${account.key ?? 'no variable'} (${reply.status})`,
      'Replace the key; it may be revoked or belong to another provider.',
    )
  // Z.AI has no address that tells about a key, a balance or its models; what it says to any other is about the address.
  if (flavourIn(account) === 'zai' && reply.status < 500)
    return ok(`${name}: ${host} answers; only a session's first request tells whether the key is good and has a balance`)
  if (reply.status === 404)
    return warning(`${name}: ${host} answers, but cannot be asked about the key`, 'Nothing, if sessions work.')
  if (reply.status !== 200) return warning(`${name}: ${host} answers with ${reply.status}`, 'Try again later.')
  const left = keyReply.safeParse(reply.body).data?.data.limit_remaining
  if (typeof left === 'number' && left <= 0)
    return problem(`${name}: the key has no credit left`, 'Add credit or raise the limit of the key at the provider.')
  return ok(
    `${name}: ${host} ${account.key === null ? 'answers' : 'accepts the key'}${typeof left === 'number' ? `, $${left.toFixed(2)} left of its limit` : ''}`,
  )
}

function judgeClock(name: string, dateMs: number, nowMs: number): readonly Check[] {
  const offMs = nowMs - dateMs
  if (Math.abs(offMs) <= clockToleranceMs) return [ok(`clock: within ${clockToleranceMs / 1000} s of ${name}'s`)]
  const what = `clock: ${Math.round(Math.abs(offMs) / 1000)} s ${offMs > 0 ? 'ahead of' : 'behind'} ${name}'s`
  return [warning(what, 'Set the clock (NTP): budgets begin anew at a time of day.')]
}

const modelsReply = z.object({ data: z.array(z.object({ id: z.string() })) })

async function checkModels(name: string, account: Account, config: Config): Promise<readonly Check[]> {
  const reply = await ask({ url: `${account.baseUrl}/models`, headers: {} })
  const listed = typeof reply === 'string' ? undefined : modelsReply.safeParse(reply.body).data
  if (listed === undefined) return [warning(`${name}: its list of models cannot be read`, 'Try again later.')]
  const ids = new Set(listed.data.map(({ id }) => id))
  // The embedded provider answers for every model.
  if ([...ids].every(id => id.startsWith('rehearsal/')) && ids.size > 0)
    return [ok(`${name}: is the embedded provider, which answers for every model`)]
  const users = Object.values(config.pipelines).filter(pipeline => pipeline.enabled && accountsOf(pipeline).includes(name))
  const models = [...new Set(users.flatMap(modelsOf))]
  return models.map(model => {
    if (ids.has(model)) return ok(`${name}: has ${model}`)
    const near = nearest(model, [...ids])
    return problem(
      `${name}: has no model ${model}`,
      `Name another in .github/perpetual.yml${near === undefined ? '' : `, such as ${near.slice(0, 100)}`}.`,
    )
  })
}

async function checkProvider(
  name: string,
  account: Account,
  { config, environment, clock }: ProviderOptions,
): Promise<readonly Check[]> {
  const key = keyOf(account, environment) ?? ''
  if (account.key !== null && key === '') return []
  if (!/^[\u0021-\u007e]*$/.test(key)) {
    return [
      problem(
        `${name}: ${account.key ?? ''} holds spaces, line ends or other characters that no key has`,
        'Set it again, without quotes and line ends.',
      ),
    ]
  }
  const reply = await ask(questionOf(account, key))
  if (typeof reply === 'string') {
    return [
      problem(
        `${name}: ${new URL(account.baseUrl).host} cannot be reached (${reply})`,
        'Check the network and `baseUrl`, or use --offline.',
      ),
    ]
  }
  const time = reply.dateMs === null ? [] : judgeClock(name, reply.dateMs, toEpochMs(clock.now()))
  return [
    judgeKey(name, account, reply),
    ...time,
    ...(flavourIn(account) === 'openrouter' ? await checkModels(name, account, config) : []),
  ]
}

/** Reaches every provider whose key is set, without an inference: key, clock and, at OpenRouter, the models. */
export async function checkProviders(options: ProviderOptions): Promise<readonly Check[]> {
  const used = new Set(
    Object.values(options.config.pipelines).flatMap(pipeline => (pipeline.enabled ? accountsOf(pipeline) : [])),
  )
  const accounts = Object.entries(options.config.accounts).filter(([name]) => used.has(name))
  return (await Promise.all(accounts.map(([name, account]) => checkProvider(name, account, options)))).flat()
}
