import { z } from 'zod'
import { unknownAccount, type ProviderAccount } from './model.ts'

const amount = z.number().nullable().catch(null)

/** `GET /key` of OpenRouter (openrouter.ai/docs, limits); `limit_remaining` is null for a key without a limit. */
const keySchema = z.object({
  data: z.object({
    limit_remaining: amount,
    free_model_daily_requests: z.object({ limit: amount, used: amount }).nullish().catch(null),
  }),
})

/** More sends than that no key has in a day; a ledger is kept in integers, which such a number would leave. */
const mostSends = 1_000_000_000

const whole = (value: number | null | undefined): number | null =>
  value === null || value === undefined || value < 0 || value > mostSends ? null : Math.ceil(value)

/** What OpenRouter counts for this key; nulls where it does not tell. The count is of free models alone. */
export const readKeyAccount = (body: unknown): ProviderAccount => {
  const result = keySchema.safeParse(body)
  if (!result.success) return unknownAccount
  const { limit_remaining, free_model_daily_requests } = result.data.data
  return {
    sendsToday: whole(free_model_daily_requests?.used),
    sendsPerDay: whole(free_model_daily_requests?.limit),
    creditLeftUsd: limit_remaining,
  }
}

const errorBodySchema = z.object({ error: z.unknown() })

/** The untrusted error in a body that says no; undefined where it holds none. */
export const errorIn = (body: unknown): unknown => errorBodySchema.safeParse(body).data?.error
