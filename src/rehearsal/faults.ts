import { PerpetualError } from '../domain/errors.ts'
import { fractionOf } from './draws.ts'

/** What can go wrong with a send, at most one of them at a time; `slow` comes on top of any. */
export const faultKinds = ['429', '5xx', 'malformed', 'drop', 'error200', 'length', 'echo', 'blocked', 'quota'] as const
export type FaultKind = (typeof faultKinds)[number]

/** What can go wrong with batch jobs and the requests around them, by what stands behind the name. */
const batchFaultKinds = {
  /** How long a job takes. */
  'batch-time': 'delay',
  /** How long a new job is missing from listings. */
  'list-delay': 'delay',
  /** Jobs that never run, and so expire. */
  stuck: 'share',
  'job-fail': 'share',
  /** Items that fail within a job that does not. */
  'item-error': 'share',
  /** Requests other than inference that are answered by 503. */
  'look-5xx': 'share',
} as const
type BatchFaultKind = keyof typeof batchFaultKinds
/** Milliseconds and shares. */
export type BatchFaults = Readonly<Partial<Record<BatchFaultKind, number>>>

export interface Faults {
  /** The share of the sends, 0 to 1, that each kind meets; together at most 1. */
  readonly shares: Readonly<Partial<Record<FaultKind, number>>>
  readonly slow: { readonly delayMs: number; readonly share: number }
  readonly batch?: BatchFaults
}

export const noFaults: Faults = { shares: {}, slow: { delayMs: 0, share: 0 } }

/** The fault of one send; `variant`, in [0, 1), says which form it takes. */
export interface DrawnFault {
  readonly kind: FaultKind
  readonly variant: number
}

const syntax = 'Expected faults like `429:0.1,malformed:0.02,slow:2s,drop:0.01`'
const wrong = (found: string): PerpetualError => new PerpetualError(`${syntax}, got ${found}`, { actBy: 'fix-config' })

const isFaultKind = (text: string): text is FaultKind => faultKinds.some(kind => kind === text)

const isBatchFaultKind = (text: string): text is BatchFaultKind => Object.hasOwn(batchFaultKinds, text)

const parseShare = (text: string, entry: string): number => {
  if (!/^(?:0|1|[01]?\.\d{1,9})$/.test(text) || Number(text) > 1) throw wrong(`\`${entry}\`, whose share is not between 0 and 1`)
  return Number(text)
}

const parseDelayMs = (text: string, entry: string): number => {
  const [, amount, unit] = /^(\d{1,6}(?:\.\d{1,3})?)(ms|s)$/.exec(text) ?? []
  if (amount === undefined) throw wrong(`\`${entry}\`, whose delay is not like \`500ms\` or \`2s\``)
  return Math.round(Number(amount) * (unit === 's' ? 1000 : 1))
}

/**
 * Reads `<kind>:<share>` entries with commas between them; `slow:<delay>` slows every answer, `slow:<delay>:<share>` some.
 * Those of batch jobs are shares of the jobs or items, or delays by the provider's clock.
 * An empty text means no faults. Throws a PerpetualError that names the entry.
 */
export const parseFaults = (text: string): Faults => {
  const shares: Partial<Record<FaultKind, number>> = {}
  const batch: Partial<Record<BatchFaultKind, number>> = {}
  let slow: Faults['slow'] | undefined
  for (const entry of text.trim() === '' ? [] : text.split(',').map(part => part.trim())) {
    const [kind = '', value = '', share, ...rest] = entry.split(':')
    if (rest.length > 0 || (share !== undefined && kind !== 'slow')) throw wrong(`\`${entry}\``)
    if (kind === 'slow' && slow === undefined) {
      slow = { delayMs: parseDelayMs(value, entry), share: share === undefined ? 1 : parseShare(share, entry) }
    } else if (isFaultKind(kind) && shares[kind] === undefined) {
      shares[kind] = parseShare(value, entry)
    } else if (isBatchFaultKind(kind) && batch[kind] === undefined) {
      batch[kind] = batchFaultKinds[kind] === 'share' ? parseShare(value, entry) : parseDelayMs(value, entry)
    } else if (isFaultKind(kind) || isBatchFaultKind(kind) || kind === 'slow') {
      throw wrong(`\`${kind}\` twice`)
    } else {
      throw wrong(`\`${entry}\`; known kinds are ${[...faultKinds, 'slow', ...Object.keys(batchFaultKinds)].join(', ')}`)
    }
  }
  const sum = Object.values(shares).reduce((total, share) => total + share, 0)
  if (sum > 1 + 1e-9) throw wrong(`shares that add up to ${Number(sum.toFixed(6))}, which is more than 1`)
  return { shares, slow: slow ?? noFaults.slow, ...(Object.keys(batch).length === 0 ? {} : { batch }) }
}

/** The fault that the send with this ordinal meets, the same for the same seed. */
export const drawFault = (faults: Faults, seed: number, ordinal: number): DrawnFault | null => {
  let left = fractionOf(`${seed}/fault/${ordinal}`)
  for (const kind of faultKinds) {
    const share = faults.shares[kind] ?? 0
    if (left < share) return { kind, variant: fractionOf(`${seed}/variant/${ordinal}`) }
    left -= share
  }
  return null
}

/** The milliseconds by which `slow` delays the send with this ordinal. */
export const drawDelayMs = ({ slow }: Faults, seed: number, ordinal: number): number =>
  fractionOf(`${seed}/slow/${ordinal}`) < slow.share ? slow.delayMs : 0
