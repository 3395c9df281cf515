import { z } from 'zod'
import type { Limit, Meter } from '../domain/ledger.ts'
import { basisPoints, choice, dollars, section, whole } from './fields.ts'

const resetsError = 'a time of the UTC day such as `00:00 UTC`'

/** `07:30 UTC` as minutes after midnight UTC. */
const resets = z
  .string({ error: resetsError })
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d UTC$/, { error: resetsError })
  .transform(text => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5)))

/** A limit as a ledger takes it, in the meter's whole units. */
export interface LimitSetting extends Limit {
  readonly per: 'day' | 'session' | 'held'
  /** Minutes after midnight UTC at which a day begins; meaningless where `per` is not `day`. */
  readonly resetMinuteUtc: number
}

/** Limits by meter, in the units of `Meter`; a meter that is absent is not limited. */
export type LimitSettings = Readonly<Partial<Record<Meter, LimitSetting>>>

interface WrittenLimit {
  readonly budget: number
  readonly per: LimitSetting['per']
  readonly threshold: number
  readonly resets: number
}

const limit = <Per extends LimitSetting['per']>(budget: z.ZodType<number, number>, per: Per, threshold: number) =>
  section({
    budget,
    per: choice([per]).default(per),
    threshold: basisPoints('the share of the budget at which to stop').prefault(threshold),
    resets: resets.prefault('00:00 UTC'),
  })

const toSetting = (written: WrittenLimit, factor: number): LimitSetting => ({
  budget: Math.round(written.budget * factor),
  per: written.per,
  thresholdBasisPoints: written.threshold,
  resetMinuteUtc: written.resets,
})

interface WrittenLimits {
  readonly calls?: WrittenLimit | undefined
  readonly tokens?: WrittenLimit | undefined
  readonly usd?: WrittenLimit | undefined
  readonly minutes?: WrittenLimit | undefined
  readonly slots?: WrittenLimit | undefined
}

const toSettings = ({ calls, tokens, usd, minutes, slots }: WrittenLimits): LimitSettings => ({
  ...(calls && { calls: toSetting(calls, 1) }),
  ...(tokens && { tokens: toSetting(tokens, 1) }),
  ...(usd && { usdMicros: toSetting(usd, 1_000_000) }),
  ...(minutes && { minuteMillis: toSetting(minutes, 1000) }),
  ...(slots && { slots: toSetting(slots, 1) }),
})

// 85 % leaves what a person may need on the same key, and what a provider counts differently. Money has no such reserve: its line is the budget.
const usualThreshold = 0.85

/** What binds a key, shared by all pipelines that use it. Two dollars a day is the line nobody has to think about. */
export const accountLimits = section({
  calls: limit(whole('calls'), 'day', usualThreshold).optional(),
  tokens: limit(whole('tokens'), 'day', usualThreshold).optional(),
  usd: limit(dollars('what a day may cost'), 'day', 1).prefault({ budget: 2 }),
}).transform(toSettings)

/** What binds a session of one pipeline. */
export const sessionLimits = section({
  calls: limit(whole('calls'), 'session', usualThreshold).optional(),
  tokens: limit(whole('tokens'), 'session', usualThreshold).optional(),
  usd: limit(dollars('what a session may cost'), 'session', 1).optional(),
  minutes: limit(whole('minutes'), 'session', usualThreshold).optional(),
}).transform(toSettings)

/** What binds a batch pipeline over all its members: jobs that live beyond sessions. */
export const batchLimits = section({
  slots: limit(whole('batch jobs at the same time'), 'held', 0.9).prefault({ budget: 10 }),
}).transform(toSettings)
