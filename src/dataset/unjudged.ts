import type { Pair } from '../domain/pair.ts'

/** What stands in place of a verdict until a judge of another model family reads the pair, when it is integrated. */
export const unjudged: Pair['judge'] = {
  model: '',
  rubric: '',
  faithfulness: 0,
  correctness: 0,
  completeness: 0,
  self_contained: 0,
  usefulness: 0,
  clarity: 0,
  verdict: 'unjudged',
  reason: '',
}

export const isJudged = ({ judge }: Pair): boolean => judge.verdict !== unjudged.verdict
