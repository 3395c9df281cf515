import { simulate } from '../src/simulation/simulate.ts'
import { calmModel } from '../test/simulation/sample-model.ts'
import type { Row } from './row.ts'

/** A year of the five default pipelines, with trouble; the first run also compiles. */
export function benchSimulation(): Promise<readonly Row[]> {
  const faults = { killed: 0.05, refused: 0.02, outage: 0.05, suspended: 0 }
  const secondsOf = (seed: number): number => {
    const begun = performance.now()
    simulate(calmModel({ days: 365, seed, faults }))
    return (performance.now() - begun) / 1000
  }
  const years = [1, 2, 3].map(secondsOf).toSorted((a, b) => a - b)
  return Promise.resolve([
    { name: 'a year of five pipelines', value: years[1] ?? 0, unit: 's', expectation: 'below 10 (median of 3)' },
  ])
}
