import { z } from 'zod'

const share = z.number().min(0).max(1)

export const gradeSchema = z.strictObject({
  success: share,
  speed: share,
  /** Null while nobody looked. */
  quality: share.nullable(),
  efficiency: share,
  score: share,
  letter: z.enum(['A', 'B', 'C', 'D', 'F']),
})
export type Grade = z.infer<typeof gradeSchema>

export interface GradeInput {
  /** Calls that came to an outcome, and all calls. */
  readonly calls: { readonly withOutcome: number; readonly all: number }
  readonly activeMs: { readonly actual: number; readonly estimated: number }
  /** Pairs that the reviewer kept, and pairs delivered; `looked` is false while nobody looked. */
  readonly pairs: { readonly kept: number; readonly delivered: number; readonly looked: boolean }
  readonly sends: { readonly actual: number; readonly estimated: number }
}

/** What each part of a grade counts for. */
export const gradeWeights = { success: 0.3, speed: 0.2, quality: 0.3, efficiency: 0.2 } as const
const clamp = (value: number): number => (Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0)
const ratio = (part: number, whole: number): number => (whole <= 0 ? (part <= 0 ? 1 : 0) : clamp(part / whole))
const rounded = (value: number): number => Math.round(value * 1000) / 1000

/** Estimated over actual: 1 where it took no more than expected. */
const thrift = ({ actual, estimated }: { readonly actual: number; readonly estimated: number }): number =>
  actual <= 0 ? 1 : clamp(estimated / actual)

/** The design's formula; without a reviewer's look, quality is left out and the other weights are scaled up. */
export function gradeOf(input: GradeInput): Grade {
  const success = ratio(input.calls.withOutcome, input.calls.all)
  const speed = thrift(input.activeMs)
  const quality = input.pairs.looked ? ratio(input.pairs.kept, input.pairs.delivered) : null
  const efficiency = thrift(input.sends)
  const sum = gradeWeights.success * success + gradeWeights.speed * speed + gradeWeights.efficiency * efficiency
  const score = rounded(quality === null ? sum / (1 - gradeWeights.quality) : sum + gradeWeights.quality * quality)
  const letter = score >= 0.9 ? 'A' : score >= 0.8 ? 'B' : score >= 0.7 ? 'C' : score >= 0.6 ? 'D' : 'F'
  return {
    success: rounded(success),
    speed: rounded(speed),
    quality: quality === null ? null : rounded(quality),
    efficiency: rounded(efficiency),
    score,
    letter,
  }
}
