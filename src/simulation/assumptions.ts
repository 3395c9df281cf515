import { z } from 'zod'
import { withChange, type ConfigChange } from '../config/change.ts'
import { explain } from '../config/explain.ts'
import { duration, flag, section, share, whole } from '../config/fields.ts'
import type { SimulationModel } from './model.ts'
import { assumptionsName, whatIfName } from './what-if.ts'

const hourMs = 3_600_000
const minuteMs = 60_000

const reviews = section({
  approval: share('the share of the parts that are merged'),
  kept: share('the share of a merged part’s pairs that stay'),
  delay: duration('the median time from opening a part to merging or closing it', minuteMs),
  perDay: whole('parts that are reviewed a day at the most, or `null` for any number', { max: 100_000 }).nullable(),
})

const cron = section({
  every: duration('how often it ticks', minuteMs),
  late: duration('how late a tick comes, on average'),
  dropped: share('the share of ticks that never come'),
})

const faults = section({
  killed: share('the share of sessions that are killed'),
  refused: share('the share of days on which a provider closes its quota early'),
  outage: share('the share of sessions that end because a provider is down'),
})

const simulation = section({
  reviews,
  cron,
  faults,
  proposals: flag('whether people approve new tasks, so that no queue runs dry'),
})

const root = z.object({ [assumptionsName]: simulation })

/** What the simulation assumes beside configuration and yields, as a person writes it under `simulation.`. */
export type WrittenAssumptions = z.input<typeof simulation>

export type Assumptions = Pick<SimulationModel, 'reviewing' | 'cron' | 'faults'> & { readonly proposals: boolean }

const common = {
  reviews: { approval: 0.9, kept: 0.95, delay: '24h', perDay: null },
  faults: { killed: 0.02, refused: 0.01, outage: 0.02 },
  proposals: true,
} as const

/** Before anything was measured: the workflow's hourly cron, late and sometimes dropped as GitHub's are; on a disk `perpetual up`. */
export const usualAssumptions: Readonly<Record<'github' | 'local', WrittenAssumptions>> = {
  github: { ...common, cron: { every: '1h', late: '8m', dropped: 0.05 } },
  local: { ...common, cron: { every: '1m', late: '0s', dropped: 0 } },
}

/** Hours as they are written: whole minutes, one at the least. */
export const writtenHours = (hours: number): string => `${Math.min(999_999, Math.max(1, Math.round(hours * 60)))}m`

/** With what is asked for set over it. Throws `fix-config` naming what was expected and the nearest known key. */
export function readAssumptions(written: WrittenAssumptions, changes: readonly ConfigChange[]): Assumptions {
  const changed = changes.reduce<unknown>(withChange, { [assumptionsName]: written })
  const checked = root.safeParse(changed)
  if (!checked.success) throw explain(checked.error, changed, { file: whatIfName })
  const { reviews: reviewing, cron: ticks, faults: failing, proposals } = checked.data.simulation
  return {
    reviewing: {
      approval: reviewing.approval,
      kept: reviewing.kept,
      delayHours: reviewing.delay / hourMs,
      perDay: reviewing.perDay,
    },
    cron: { everyMinutes: ticks.every / minuteMs, lateMinutes: ticks.late / minuteMs, dropped: ticks.dropped, twice: 0 },
    faults: { ...failing, suspended: 0 },
    proposals,
  }
}
