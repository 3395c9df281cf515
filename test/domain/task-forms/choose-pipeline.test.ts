import { describe, expect, it } from 'vitest'
import { choosePipeline } from '../../../src/domain/task-forms/choose-pipeline.ts'

describe('the pipeline of a task', () => {
  const pipelines = {
    'droid-research': { kind: 'research' },
    'zai-institutional': { kind: 'research' },
    'droid-eastern': { kind: 'batch' },
  }

  it('is the one that the issue names, else the usual one of its form, else the only one of its kind', () => {
    const choose = (
      form: 'research' | 'topic' | 'batch',
      pipeline: string | null,
      known: Record<string, { kind: string }> = pipelines,
    ) => choosePipeline({ form, pipeline }, known)
    expect(choose('research', null)).toEqual({ type: 'chosen', pipeline: 'droid-research' })
    expect(choose('topic', null)).toEqual({ type: 'chosen', pipeline: 'zai-institutional' })
    expect(choose('topic', 'droid-research')).toEqual({ type: 'chosen', pipeline: 'droid-research' })
    expect(choose('batch', null, { films: { kind: 'batch' } })).toEqual({ type: 'chosen', pipeline: 'films' })
  })

  it('must be there and of the form’s kind', () => {
    expect(choosePipeline({ form: 'research', pipeline: 'droid-eastern' }, pipelines)).toEqual({
      type: 'invalid',
      problem: '“Pipeline” must be one of droid-research, zai-institutional for this form, and is “droid-eastern”.',
    })
    expect(choosePipeline({ form: 'research', pipeline: 'constructor' }, pipelines).type).toBe('invalid')
    expect(choosePipeline({ form: 'implementation', pipeline: null }, pipelines)).toEqual({
      type: 'invalid',
      problem: 'No pipeline of kind implementation, which takes up an implementation task, is in `.github/perpetual.yml`.',
    })
    expect(
      choosePipeline({ form: 'research', pipeline: null }, { one: { kind: 'research' }, two: { kind: 'research' } }),
    ).toEqual({
      type: 'invalid',
      problem: '“Pipeline” must be one of one, two for this form.',
    })
  })
})
