import type { DirectWork } from '../../domain/work.ts'
import type { Pipeline, UnitProgress } from '../pipeline.ts'
import type { IntegrationAssignment } from './assignment.ts'
import { createIntegrationPipeline } from './integration-pipeline.ts'
import type { IntegrationProgress } from './progress.ts'
import type { IntegrationSettings } from './settings.ts'

/** The files of one task, each with a unit of its own. */
export type DeliveriesAssignment = readonly IntegrationAssignment[]

export interface DeliveriesProgress {
  /** Of the files that were begun; all but the last have ended, but for those that come to something else when they are gone on with. */
  readonly begun: readonly IntegrationProgress[]
  readonly waiting: readonly IntegrationAssignment[]
}

/** What the files before it have brought, as nobody can look it up yet: a task's own deliveries do not count as known. */
const earlierOf = (begun: readonly IntegrationProgress[]): IntegrationAssignment['earlier'] =>
  begun.flatMap(({ assignment, accepted }) =>
    accepted.map(({ draft: { key, pair } }) => ({ id: `${assignment.path}#${key}`, question: pair.question })),
  )

const waitingUnit = ({ unit, path }: IntegrationAssignment): UnitProgress => ({
  unit,
  name: path.split('/').slice(-2).join('/'),
  ended: false,
  calls: 0,
  callsExpected: 0,
  accepted: 0,
  rejected: {},
})

/** Brings the delivered files of one task into the database, one after another, so that none repeats what another one brought. */
export function createDeliveriesPipeline(settings: IntegrationSettings): Pipeline<DeliveriesAssignment, DeliveriesProgress> {
  const one = createIntegrationPipeline(settings)

  /** Begins the next files as long as those before have ended: one in which nothing passed the gates ends as it begins. */
  const goOn = ({ begun, waiting }: DeliveriesProgress): DeliveriesProgress => {
    const [next, ...rest] = waiting
    const last = begun.at(-1)
    if (next === undefined || (last !== undefined && !one.finished(last))) return { begun, waiting }
    return goOn({ begun: [...begun, one.begin({ ...next, earlier: earlierOf(begun) })], waiting: rest })
  }

  /**
   * Begins the files up to this unit's: what it came to tells that those before it had ended. They need not come to the same again,
   * where something was retracted since, or other gates hold: that must not cost what later files have brought.
   */
  const upTo = (progress: DeliveriesProgress, unit: string): DeliveriesProgress => {
    const [next, ...rest] = progress.waiting
    if (next === undefined || !progress.waiting.some(each => each.unit === unit)) return progress
    const { begun } = progress
    return upTo({ begun: [...begun, one.begin({ ...next, earlier: earlierOf(begun) })], waiting: rest }, unit)
  }

  return {
    begin: files => goOn({ begun: [], waiting: files }),
    next: ({ begun }): readonly DirectWork[] => begun.flatMap(progress => one.next(progress)),
    absorb: (progress, outcome) => {
      const { begun, waiting } = upTo(progress, outcome.unit)
      return goOn({
        begun: begun.map(each => (each.assignment.unit === outcome.unit ? one.absorb(each, outcome) : each)),
        waiting,
      })
    },
    finished: ({ begun, waiting }) => waiting.length === 0 && begun.every(progress => one.finished(progress)),
    units: ({ begun, waiting }) => [...begun.flatMap(progress => one.units(progress)), ...waiting.map(waitingUnit)],
    files: ({ begun }, unit) =>
      begun.filter(({ assignment }) => assignment.unit === unit).flatMap(progress => one.files(progress, unit)),
  }
}
