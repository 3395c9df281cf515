import { z } from 'zod'
import { instantSchema, toEpochMs, type Instant } from './instant.ts'
import { windowSchema, type Window } from './window.ts'

/** What can be metered, each in whole numbers: sends, tokens, millionths of a US dollar, thousandths of a minute, batch slots. */
export const meters = ['calls', 'tokens', 'usdMicros', 'minuteMillis', 'slots'] as const
export const meterSchema = z.enum(meters)
export type Meter = z.infer<typeof meterSchema>

/** How people call what is metered. */
export const meterWords: Readonly<Record<Meter, string>> = {
  calls: 'calls',
  tokens: 'tokens',
  usdMicros: 'dollars',
  minuteMillis: 'minutes',
  slots: 'slots',
}

/** Amounts by meter; a meter that is absent is not metered. */
export const amountsSchema = z.partialRecord(meterSchema, z.int().nonnegative())
export type Amounts = z.infer<typeof amountsSchema>

const reservationSchema = z.strictObject({
  pipeline: z.string(),
  session: z.string(),
  epoch: z.int().positive(),
  amount: z.int().nonnegative(),
  /** When it was last granted or settled. */
  at: instantSchema,
})
export type Reservation = z.infer<typeof reservationSchema>

export const ledgerSchema = z.strictObject({
  version: z.literal(1),
  /** Null for a limit that holds for a session and not for a time. */
  window: windowSchema.nullable(),
  budget: z.int().nonnegative(),
  thresholdBasisPoints: z.int().min(0).max(10_000),
  /** The provider's own limit for the window, where it tells one. */
  providerBudget: z.int().nonnegative().nullable(),
  /** The provider said in this window that its quota is used up: whatever the line says, nothing more is granted in it. */
  closed: z.literal(true).optional(),
  settled: z.int().nonnegative(),
  reservations: z.array(reservationSchema),
})
export type Ledger = z.infer<typeof ledgerSchema>

/** A configured limit: what a ledger is opened with. */
export interface Limit {
  readonly budget: number
  readonly thresholdBasisPoints: number
}

/** Who reserves: a session under one claim. */
export interface Holder {
  readonly pipeline: string
  readonly session: string
  readonly epoch: number
}

export const openLedger = (limit: Limit, window: Window | null): Ledger => ({
  version: 1,
  window,
  budget: limit.budget,
  thresholdBasisPoints: limit.thresholdBasisPoints,
  providerBudget: null,
  settled: 0,
  reservations: [],
})

export const effectiveBudgetOf = (ledger: Ledger): number => Math.min(ledger.budget, ledger.providerBudget ?? ledger.budget)

/** The number that settled and reserved together never exceed: floor(budget × threshold), in integers. */
export const lineOf = (ledger: Ledger): number => Math.floor((effectiveBudgetOf(ledger) * ledger.thresholdBasisPoints) / 10_000)

export const reservedOf = (ledger: Ledger): number => ledger.reservations.reduce((sum, each) => sum + each.amount, 0)

/** Spent as far as anyone can prove otherwise: settled, and everything that is reserved. */
export const usedOf = (ledger: Ledger): number => ledger.settled + reservedOf(ledger)

export const roomOf = (ledger: Ledger): number => (ledger.closed === true ? 0 : Math.max(0, lineOf(ledger) - usedOf(ledger)))

/** Closes a ledger until its reset; one whose window began after the refusal is another day's. */
export const closedSince = (ledger: Ledger, refusedAt: Instant): Ledger =>
  ledger.window !== null && ledger.window.from <= refusedAt ? { ...ledger, closed: true } : ledger

/** True from the share of the budget on at which a person wants to be warned. */
export const isWarned = (ledger: Ledger, warnAtBasisPoints: number): boolean =>
  ledger.settled * 10_000 >= effectiveBudgetOf(ledger) * warnAtBasisPoints && ledger.settled > 0

export const isHeldBy = (reservation: Reservation, holder: Holder): boolean =>
  reservation.pipeline === holder.pipeline && reservation.session === holder.session && reservation.epoch === holder.epoch

/**
 * Takes over what the configuration says now. A window only moves forward; what is reserved at the reset is charged to both windows,
 * and so is everything where a moved reset makes the new window begin before the old one ends.
 */
export function bringUpToDate(ledger: Ledger, limit: Limit, window: Window | null): Ledger {
  const configured = { ...ledger, budget: limit.budget, thresholdBasisPoints: limit.thresholdBasisPoints }
  if (window === null || ledger.window === null) return { ...configured, window }
  if (window.from <= ledger.window.from) return configured
  const previous = ledger.window
  if (window.from < previous.to) return { ...configured, window }
  return { ...openLedger(limit, window), reservations: ledger.reservations.filter(each => each.at >= previous.from) }
}

export interface Spend {
  /** Used up since the last settlement. */
  readonly used: number
  /** Still needed of what is reserved: what is in flight and what was granted and not drawn. */
  readonly hold: number
  /** Asked for beyond that. */
  readonly want: number
}

/**
 * Settles what a holder used and reserves anew, as far as the line allows; returns what it was granted beyond `hold`.
 * A holder without a reservation gets none of its `hold` for free: that too must fit under the line.
 */
export function settleAndReserve(ledger: Ledger, holder: Holder, { used, hold, want, at }: Spend & { readonly at: Instant }) {
  const own = ledger.reservations.find(each => isHeldBy(each, holder))?.amount ?? 0
  const others = ledger.reservations.filter(each => !isHeldBy(each, holder))
  const settled = ledger.settled + used
  const rest: Ledger = { ...ledger, settled, reservations: others }
  const kept = Math.min(hold, Math.max(0, own - used))
  const granted = Math.max(0, Math.min(kept + want, roomOf(rest)) - kept)
  const amount = kept + granted
  const reservations = amount === 0 ? others : [...others, { ...holder, amount, at }]
  return { ledger: { ...rest, reservations }, granted }
}

/** What the provider's own count says: more than ours is adopted; less frees the reservations of the dead. */
export interface ProviderCount {
  readonly sendsToday: number | null
  readonly sendsPerDay: number | null
  readonly now: Instant
  /** A reservation of a dead claim counts as spent for this long, because its last request may still be arriving. */
  readonly settleAfterMs: number
  readonly isDead: (reservation: Reservation) => boolean
}

/** A limit that the provider told stays known for the window, so that an outage does not raise the line. */
export function reconcileWithProvider(ledger: Ledger, count: ProviderCount): Ledger {
  const reported = { ...ledger, providerBudget: count.sendsPerDay ?? ledger.providerBudget }
  if (count.sendsToday === null) return reported
  const mayFree = (each: Reservation): boolean =>
    count.isDead(each) && toEpochMs(count.now) - toEpochMs(each.at) >= count.settleAfterMs
  const kept = ledger.reservations.filter(each => !mayFree(each))
  const keptAmount = kept.reduce((sum, each) => sum + each.amount, 0)
  const freed = reservedOf(ledger) - keptAmount
  // Nobody knows how much of the count the living have sent; none of it, for the dead, so that nothing they sent is forgotten.
  const ofTheDead = Math.min(freed, Math.max(0, count.sendsToday - ledger.settled))
  return { ...reported, reservations: kept, settled: Math.max(ledger.settled + ofTheDead, count.sendsToday - keptAmount) }
}
