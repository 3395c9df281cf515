import { accountsOf, modelsOf } from '../config/pipelines.ts'
import type { Config } from '../config/schema.ts'

/** Upper bounds for 30 days with all enabled pipelines, from the budgets alone. */
export interface MonthlyCosts {
  /** US dollars; null where an account has no dollar budget a day. */
  readonly usd: number | null
  /** Minutes of sessions that are metered in minutes; null where a pipeline has none, because its sessions end with their budget. */
  readonly minutes: number | null
  readonly accounts: readonly {
    readonly account: string
    readonly usd: number | null
    readonly pipelines: readonly string[]
    readonly unpriced: readonly string[]
  }[]
}

const days = 30
const dayMs = 86_400_000

/** Each session rests for its cooldown and begins no more often than `every`. */
const sessionsPerMonth = (everyMs: number, sessionMs: number, cooldownMs: number): number =>
  Math.floor((days * dayMs) / Math.max(everyMs, sessionMs + cooldownMs, 1))

function minutesOf({ pipelines }: Config): number | null {
  const metered = Object.values(pipelines).filter(each => each.enabled && each.limits.minuteMillis !== undefined)
  if (metered.length === 0) return null
  const minutes = metered.map(({ limits, schedule }) => {
    const { budget = 0, thresholdBasisPoints = 0 } = limits.minuteMillis ?? {}
    const sessionMs = Math.floor((budget * thresholdBasisPoints) / 10_000) * 60
    return (sessionsPerMonth(schedule.everyMs, sessionMs, schedule.cooldownMs) * sessionMs) / 60_000
  })
  return Math.ceil(minutes.reduce((sum, each) => sum + each, 0))
}

/** Null where one of them is unknown. */
function sumOf(accounts: MonthlyCosts['accounts']): number | null {
  const known = accounts.flatMap(({ usd }) => usd ?? [])
  return known.length === accounts.length ? known.reduce((sum, each) => sum + each, 0) : null
}

export function monthlyCosts(config: Config): MonthlyCosts {
  const enabled = Object.entries(config.pipelines).filter(([, pipeline]) => pipeline.enabled)
  const accounts = Object.entries(config.accounts).flatMap(([account, { limits, prices }]) => {
    const using = enabled.filter(([, pipeline]) => accountsOf(pipeline).includes(account))
    if (using.length === 0) return []
    const models = [...new Set(using.flatMap(([, pipeline]) => modelsOf(pipeline)))]
    const day = limits.usdMicros
    const usd = day === undefined ? null : (Math.floor((day.budget * day.thresholdBasisPoints) / 10_000) * days) / 1_000_000
    return [
      { account, usd, pipelines: using.map(([name]) => name), unpriced: models.filter(model => !Object.hasOwn(prices, model)) },
    ]
  })
  return { usd: sumOf(accounts), minutes: minutesOf(config), accounts }
}

const dollars = (usd: number | null): string => (usd === null ? 'no limit' : `at most $${usd.toFixed(2)}`)

export function describeCosts({ usd, minutes, accounts }: MonthlyCosts): readonly string[] {
  const lines = accounts.map(({ account, usd: each, pipelines, unpriced }) => {
    const unknown = unpriced.length === 0 ? '' : `; price unknown: ${unpriced.join(', ')}`
    return `${account}: ${dollars(each)} (${pipelines.join(', ')}${unknown})`
  })
  const time =
    minutes === null ? [] : [`${minutes} minutes of sessions that are limited in minutes; the others end with their budget`]
  return [...lines, `together: ${dollars(usd)} in 30 days, if every day is used up`, ...time]
}
