import { isHeldBy, meters, type Amounts, type Holder, type Ledger, type Meter, type Spend } from '../domain/ledger.ts'
import type { SpendByMeter } from '../domain/operation.ts'

/** What one send may cost at the most, put aside until it is known what it did cost. */
export interface Ticket {
  readonly cost: Amounts
}

/** What a checkpoint settles and asks for; handed back when it is written. */
export interface PurseSnapshot {
  readonly accountSpend: SpendByMeter
  readonly sessionSpend: SpendByMeter
}

/** A ledger that granted less than was asked for. */
export interface Shortage {
  readonly reason: 'budget' | 'session-budget'
  readonly meter: Meter
}

type Ledgers = Readonly<Partial<Record<Meter, Ledger>>>

/** The granted credit of a session, on every ledger that it draws on: nothing is sent that was not reserved in a commit before. */
export interface Purse {
  covers(cost: Amounts): boolean
  draw(cost: Amounts): Ticket | undefined
  /** A send has ended; a meter that `actual` leaves out was not used. */
  settle(ticket: Ticket, actual: Amounts): void
  /** `target` is how much may be reserved and not settled at any time. */
  snapshot(target: Amounts): PurseSnapshot
  /** The snapshot was committed; the ledgers say what was granted. Returns the ledger that cut its grant shortest, if one did. */
  confirm(
    snapshot: PurseSnapshot,
    committed: { readonly account: Ledgers; readonly session: Ledgers; readonly holder: Holder },
  ): Shortage | null
  /** Used and not settled yet, with what is in flight: what a fenced session owes. */
  owed(): Amounts
}

interface Lane {
  readonly scope: 'account' | 'session'
  readonly meter: Meter
  available: number
  held: number
  used: number
  /** By how much sends cost more than was granted, as of the latest snapshot: settled with it, and so not owed any more. */
  overdrawn: number
}

export function createPurse(limited: { readonly account: readonly Meter[]; readonly session: readonly Meter[] }): Purse {
  const lane =
    (scope: Lane['scope']) =>
    (meter: Meter): Lane => ({ scope, meter, available: 0, held: 0, used: 0, overdrawn: 0 })
  const lanes: Lane[] = [...limited.account.map(lane('account')), ...limited.session.map(lane('session'))]

  const covers = (cost: Amounts): boolean => lanes.every(each => each.available >= (cost[each.meter] ?? 0))

  const draw = (cost: Amounts): Ticket | undefined => {
    if (!covers(cost)) return undefined
    for (const each of lanes) {
      each.available -= cost[each.meter] ?? 0
      each.held += cost[each.meter] ?? 0
    }
    return { cost }
  }

  const settle = (ticket: Ticket, actual: Amounts): void => {
    for (const each of lanes) {
      const cost = ticket.cost[each.meter] ?? 0
      const used = actual[each.meter] ?? 0
      each.held -= cost
      each.used += used
      each.available += cost - used
    }
  }

  const spendOf = (scope: Lane['scope'], target: Amounts): SpendByMeter => {
    const spend: Partial<Record<Meter, Spend>> = {}
    for (const each of lanes) {
      if (each.scope !== scope) continue
      const goal = target[each.meter] ?? 0
      // What is over the target goes back at once, so that nothing can draw it while the commit is on its way.
      each.available = Math.min(each.available, Math.max(0, goal - each.held))
      const hold = Math.max(0, each.held + each.available)
      each.overdrawn = hold - each.held - each.available
      spend[each.meter] = { used: each.used, hold, want: Math.max(0, goal - hold) }
    }
    return spend
  }

  const confirm: Purse['confirm'] = (snapshot, committed) => {
    let shortage: Shortage | null = null
    let smallestShare = 1
    for (const each of lanes) {
      const spend = (each.scope === 'account' ? snapshot.accountSpend : snapshot.sessionSpend)[each.meter]
      const ledger = committed[each.scope][each.meter]
      if (spend === undefined || ledger === undefined) continue
      const reserved = ledger.reservations.find(reservation => isHeldBy(reservation, committed.holder))?.amount ?? 0
      each.used -= spend.used
      each.available += reserved - spend.hold + each.overdrawn
      const share = reserved / (spend.hold + spend.want)
      if (!(share < smallestShare)) continue
      smallestShare = share
      shortage = { reason: each.scope === 'account' ? 'budget' : 'session-budget', meter: each.meter }
    }
    return shortage
  }

  const owed = (): Amounts => {
    const amounts: Partial<Record<Meter, number>> = {}
    for (const each of lanes) if (each.scope === 'account') amounts[each.meter] = each.used + each.held
    return amounts
  }

  return {
    covers,
    draw,
    settle,
    confirm,
    owed,
    snapshot: target => ({ accountSpend: spendOf('account', target), sessionSpend: spendOf('session', target) }),
  }
}

/** The meters that limits are configured for. */
export const limitedMeters = (limits: Readonly<Partial<Record<Meter, unknown>>>): readonly Meter[] =>
  meters.filter(meter => limits[meter] !== undefined)
