import { changesOf, type Change } from './changes.ts'
import type { Forecast } from './forecast.ts'
import type { Scenario } from './scenario.ts'
import { readWhatIf, type WhatIf } from './what-if.ts'

/** A change that a person can make, as a what-if is typed, and what it brings by itself. */
export interface Lever {
  readonly change: string
  /** What there would be more of: `reviewers`, `dollars of openrouter`. */
  readonly resource: string
  /** More pairs a day that reach the database, and more dollars a day. */
  readonly pairsPerDay: number
  readonly usdPerDay: number
}

export interface Advice {
  /** Pairs a day that were aimed at. */
  readonly target: number
  /** Each by itself, what brings most first; those that bring next to nothing are left out. */
  readonly alone: readonly Lever[]
  /** No more than it takes: what they come to together. */
  readonly together: { readonly changes: readonly string[]; readonly pairsPerDay: number; readonly usdPerDay: number } | null
}

type Changes = ReadonlyMap<string, Change>

const typed = (changes: Changes): readonly string[] => [...changes.values()].map(({ key, value }) => `${key}=${String(value)}`)

export interface Trying {
  readonly target: number
  /** What was asked for already; the changes come on top of it. */
  readonly whatIf: WhatIf
  readonly scenarioOf: (whatIf: WhatIf) => Scenario
  /** A few runs are enough to tell one change from another. */
  readonly forecastOf: (scenario: Scenario) => Promise<Forecast>
}

interface Tried {
  readonly changes: Changes
  readonly scenario: Scenario
  readonly forecast: Forecast
}

/** Each round doubles what is waited for: more are no advice any more. */
const mostRounds = 7
/** Less than this share more is noise. */
const leastGain = 0.02

/** With so many changes over what was asked for; a key that was asked for already gets the new value. */
async function tryAll({ whatIf, scenarioOf, forecastOf }: Trying, changes: Changes): Promise<Tried> {
  const keys = new Set(changes.keys())
  const kept = whatIf.written.filter(text => !keys.has(text.split('=')[0]?.trim() ?? ''))
  const scenario = scenarioOf(readWhatIf([...kept, ...typed(changes)]))
  return { changes, scenario, forecast: await forecastOf(scenario) }
}

/** Each change on top of what was changed already. */
async function tryEach(trying: Trying, from: Tried) {
  const tried: (Tried & { readonly change: Change })[] = []
  for (const change of changesOf(from.scenario, from.forecast))
    tried.push({ change, ...(await tryAll(trying, new Map([...from.changes, [change.key, change]]))) })
  return tried
}

/**
 * More of everything that is waited for, again and again, until the target is reached. A round that brings nothing is gone on from:
 * what is let through first may wait for the next thing.
 */
async function raise(trying: Trying, base: Tried): Promise<Tried> {
  let [current, best] = [base, base]
  for (let round = 0; round < mostRounds && best.forecast.pairsPerDay.mean < trying.target; round += 1) {
    const more = changesOf(current.scenario, current.forecast)
    if (more.length === 0) break
    current = await tryAll(trying, new Map([...current.changes, ...more.map(change => [change.key, change] as const)]))
    if (current.forecast.pairsPerDay.mean > best.forecast.pairsPerDay.mean * (1 + leastGain)) best = current
  }
  return best
}

/** What people would have to do comes last, because it is theirs to say whether they can. */
const isOfPeople = ({ resource }: Change): boolean => resource === 'reviewers'

/** Without the changes that it does as well without. */
async function prune(trying: Trying, raised: Tried): Promise<Tried> {
  const enough = Math.min(trying.target, raised.forecast.pairsPerDay.mean * (1 - leastGain))
  const all = [...raised.changes.values()]
  let kept = raised
  for (const { key } of [...all.filter(change => !isOfPeople(change)), ...all.filter(isOfPeople)]) {
    const fewer = await tryAll(trying, new Map([...kept.changes].filter(([other]) => other !== key)))
    if (fewer.forecast.pairsPerDay.mean >= enough) kept = fewer
  }
  return kept
}

/** What would have to change, found by trying: each change by itself; and together, if the target is not reached. */
export async function adviseOn(trying: Trying): Promise<Advice> {
  const base = await tryAll(trying, new Map())
  const alone = (await tryEach(trying, base))
    .map(({ changes, change: { resource }, forecast }): Lever => ({
      change: typed(changes)[0] ?? '',
      resource,
      pairsPerDay: forecast.pairsPerDay.mean - base.forecast.pairsPerDay.mean,
      usdPerDay: forecast.usd.perDay - base.forecast.usd.perDay,
    }))
    .filter(({ pairsPerDay }) => pairsPerDay > leastGain * base.forecast.pairsPerDay.mean)
    .toSorted((a, b) => b.pairsPerDay - a.pairsPerDay)
  const raised = await raise(trying, base)
  const { changes, forecast } = raised === base ? base : await prune(trying, raised)
  const { pairsPerDay, usd } = forecast
  const together = changes.size === 0 ? null : { changes: typed(changes), pairsPerDay: pairsPerDay.mean, usdPerDay: usd.perDay }
  return { target: trying.target, alone, together }
}
