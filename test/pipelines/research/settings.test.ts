import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createResearchPipeline } from '../../../src/pipelines/research/research-pipeline.ts'
import { scaleSettings, scaleStages } from '../../../src/pipelines/research/settings.ts'
import { settings } from './answerer.ts'

const sumOf = (stages: object): number => Object.values(stages).reduce((sum: number, value: number) => sum + value, 0)

describe('scaling the split of the calls', () => {
  it('leaves the split alone where the calls are its sum', () => {
    expect(scaleSettings(settings)).toEqual(settings)
  })

  it('halves the stages and the targets for half the calls', () => {
    const half = scaleSettings({ ...settings, callsPerIndicator: 50 })
    expect(half.stages).toEqual({ plan: 2, research: 25, write: 9, judge: 9, reserve: 5 })
    expect(half.acceptTarget).toBe(44)
    expect(half.queriesPerIndicator).toBe(50)
  })

  it('always gives every stage what it needs and adds up to the calls', () => {
    const stage = fc.integer({ min: 0, max: 200 })
    const split = fc
      .record({ plan: stage, research: stage, write: stage, judge: stage, reserve: stage })
      .filter(stages => sumOf(stages) > 0)
    fc.assert(
      fc.property(split, fc.integer({ min: 5, max: 2000 }), (stages, calls) => {
        const scaled = scaleStages(stages, calls)
        expect(sumOf(scaled)).toBe(calls)
        expect(scaled.plan).toBeGreaterThanOrEqual(2)
        expect(Math.min(scaled.research, scaled.write, scaled.judge)).toBeGreaterThanOrEqual(1)
        expect(scaled.reserve).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('refuses fewer calls than a run needs, in one line', () => {
    for (const calls of [4, 0, -5, 7.5, Number.NaN]) {
      expect(() => createResearchPipeline({ ...settings, callsPerIndicator: calls })).toThrow(
        `Expected \`callsPerIndicator\` to be a whole number of at least 5, got \`${calls}\``,
      )
    }
  })
})
