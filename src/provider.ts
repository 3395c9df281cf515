import type { Account } from './config/accounts.ts'
import { PerpetualError } from './domain/errors.ts'
import type { Clock } from './domain/instant.ts'
import { createBreaker } from './models/breaker.ts'
import type { ModelAdapter } from './models/model.ts'
import { firstConcurrencyOf, flavourOf } from './models/flavour.ts'
import { createOpenAiCompatible } from './models/openai-compatible.ts'
import { createPacer } from './models/pacer.ts'
import { createWebSearch, searchBytes, withWebSearch } from './models/web-search.ts'
import { actualCost, worstCase } from './models/price.ts'
import { createAsker } from './models/retry.ts'
import type { Environment } from './project.ts'
import type { Costing } from './session/leg.ts'
import type { SessionSetup } from './session/session-setup.ts'

/** A send whose price nobody knows is reserved as this share of the day's dollars, so that it cannot spend them unseen. */
const unknownPriceShare = 0.01

const unknownPrices = { inputUsdPerMillion: null, outputUsdPerMillion: null, requestUsd: null } as const

const pricesOf = ({ prices }: Account, model: string) =>
  (Object.hasOwn(prices, model) ? prices[model] : undefined) ?? unknownPrices

export function costingOf(account: Account): Costing {
  const usd = account.limits.usdMicros
  const line = usd === undefined ? 0 : (usd.budget * usd.thresholdBasisPoints) / 10_000
  return {
    worstCase: request => {
      const { model, webSearch } = request
      const searches = account.api === 'openai' && account.search !== undefined && webSearch !== null
      return worstCase(request, pricesOf(account, model), searches ? searchBytes(webSearch) : 0)
    },
    actualCost: (request, usage) => actualCost(usage, pricesOf(account, request.model)),
    unknownUsdMicros: Math.ceil(line * unknownPriceShare),
  }
}

/** The key from the environment, null for a server that wants none, undefined where it is missing. */
export function findKey(account: Pick<Account, 'key'>, environment: Environment): string | null | undefined {
  if (account.key === null) return null
  const key = environment[account.key]
  return key === undefined || key === '' ? undefined : key
}

/** Nothing can be begun without a key: on a machine of many pipelines that is no failure of the others. */
export class MissingKeyError extends PerpetualError {
  constructor(message: string) {
    super(message, { actBy: 'fix-config' })
    this.name = 'MissingKeyError'
  }
}

/** The key, null for a server that wants none; missing is one clear line before anything is claimed. */
export function keyOf(account: Pick<Account, 'key'>, environment: Environment): string | null {
  const key = findKey(account, environment)
  if (key !== undefined) return key
  throw new MissingKeyError(
    `Expected the environment variable ${account.key ?? ''} to hold the provider's key, found none; set it, or try \`perpetual demo\`, which needs none`,
  )
}

/** The adapter of an account that speaks the OpenAI protocol. An empty key lets everything begin that sends nothing. */
export function openAiAdapterOf(
  account: Account,
  { name, key }: { readonly name: string; readonly key: string | null },
): ModelAdapter {
  if (account.api !== 'openai')
    throw new PerpetualError(`Expected account \`${name}\` to speak the OpenAI protocol, got \`${account.api}\``, {
      actBy: 'fix-config',
    })
  return createOpenAiCompatible({
    baseUrl: account.baseUrl,
    key,
    keyName: account.key ?? '',
    flavour: account.flavour,
    timeoutMs: account.timeoutMs,
    title: 'Perpetual',
  })
}

/** The adapter of an account whose models must know the web: with a search of its own where the configuration names one. Throws `fix-config` where a key is missing. */
export function searchingAdapterOf(account: Account, name: string, environment: Environment): ModelAdapter {
  const adapter = openAiAdapterOf(account, { name, key: keyOf(account, environment) })
  const search = account.api === 'openai' ? account.search : undefined
  if (search === undefined) return adapter
  const { timeoutMs } = account
  const key = keyOf(search, environment)
  return withWebSearch(adapter, createWebSearch({ url: search.url, key, keyName: search.key ?? '', timeoutMs }))
}

/** Makes an adapter ready for a leg: paced, retried, and left alone after too many failures. */
export const providerMaker =
  (account: Account, adapter: ModelAdapter, clock: Clock): SessionSetup['createProvider'] =>
  permit => {
    const breaker = createBreaker()
    const flavour = flavourOf(account.baseUrl, account.api === 'openai' ? account.flavour : undefined)
    const pacer = createPacer({
      requestsPerMinute: account.requestsPerMinute,
      concurrency: account.concurrency,
      firstConcurrency: firstConcurrencyOf(flavour, account.concurrency),
    })
    const asker = createAsker({ adapter, pacer, breaker, permit, clock, random: Math.random })
    return {
      ask: (request, signal) => asker.ask(request, signal),
      down: () => {
        const error = breaker.state().openedBy
        return error === null ? undefined : { message: error.message, actBy: error.actBy }
      },
    }
  }

/** What the provider itself counts, as far as it tells within 10 s. */
export const providerCounter =
  (adapter: ModelAdapter): SessionSetup['providerCount'] =>
  () =>
    adapter.account(AbortSignal.timeout(10_000)).catch(() => ({ sendsToday: null, sendsPerDay: null }))
