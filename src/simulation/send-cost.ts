import type { SendCost } from './leg.ts'
import type { World } from './world.ts'

/** A send in dollars and in time. */
export interface PacedCost extends SendCost {
  readonly usdMicros: number
  /** From one send to the next, milliseconds: as many at once as the account takes, and no more a minute. */
  readonly msPerSend: number
  readonly sendsPerCall: number
}

/** What a send of a pipeline costs; a batch pipeline sends nothing by itself. */
export function sendCostOf(world: World, pipeline: string): PacedCost {
  const made = world.yieldOf(pipeline)
  const { concurrency, account } = world.setting(pipeline)
  const perMinute = world.config().accounts[account]?.requestsPerMinute ?? null
  const pace = (msPerCall: number): number =>
    Math.max(1, Math.round(Math.max(msPerCall / concurrency, perMinute === null ? 0 : 60_000 / perMinute)))
  if (made?.type === 'calls') {
    const usdMicros = made.usdMicrosPerSend
    return {
      actual: { calls: 1, tokens: 0, usdMicros },
      worst: { calls: 1, tokens: 0, usdMicros: Math.max(usdMicros, made.worstUsdMicrosPerSend) },
      usdMicros,
      msPerSend: pace(made.msPerCall),
      sendsPerCall: Math.max(1, made.sendsPerCall),
    }
  }
  if (made?.type === 'integration') {
    const usdMicros = Math.round(made.usdMicrosPerPair * made.pairsPerCall)
    const tokens = Math.round(made.tokensPerPair * made.pairsPerCall)
    return {
      actual: { calls: 1, tokens, usdMicros },
      worst: {
        calls: 1,
        tokens: Math.max(tokens, made.worstTokensPerCall),
        usdMicros: Math.max(usdMicros, made.worstUsdMicrosPerCall),
      },
      usdMicros,
      msPerSend: pace(made.msPerCall),
      sendsPerCall: 1,
    }
  }
  return { actual: {}, worst: {}, usdMicros: 0, msPerSend: 1, sendsPerCall: 1 }
}
