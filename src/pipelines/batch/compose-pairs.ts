import { questionSha256 } from '../../dataset/duplicates.ts'
import { pairId } from '../../dataset/pair-id.ts'
import { unjudged } from '../../dataset/unjudged.ts'
import { pairVersion, type Pair } from '../../domain/pair.ts'
import { citationOf } from '../shared/citation.ts'
import { shareUsage, type Share } from '../shared/share-usage.ts'
import type { Context, Draft, UnitState } from './progress.ts'
import { promptVersion } from './prompts.ts'
import { unitName } from './unit-name.ts'

const generationOf = (
  { settings, assignment }: Context,
  unit: UnitState,
  { call: id, share }: { call: string; share: Share },
) => {
  const call = unit.calls.find(one => one.id === id)
  return {
    pipeline: settings.pipeline,
    agent: settings.agent,
    task: assignment.task,
    session: call?.session ?? '',
    prompt_id: `batch/videos@${promptVersion}`,
    prompt_sha256: call?.promptSha256 ?? '',
    model_requested: call?.modelRequested ?? '',
    model_served: call?.served?.modelServed ?? '',
    provider: call?.served?.provider ?? '',
    generation_ids: call?.served ? [call.served.generationId] : [],
    input_tokens: share.inputTokens,
    output_tokens: share.outputTokens,
    cost_usd: share.costUsd,
    created_at: call?.at ?? '',
  }
}

const pairOf = (
  context: Context,
  unit: UnitState,
  { draft, ordinal, share }: { draft: Draft; ordinal: number; share: Share },
): Pair => {
  const { candidate, call, flags } = draft
  const isRehearsed = unit.calls.some(({ served }) => served?.rehearsal === true)
  return {
    id: pairId(unit.unit, candidate.question),
    schema_version: pairVersion,
    indicator_id: unit.unit,
    indicator: unitName(unit),
    topic: [context.assignment.title],
    facet: '',
    audience: '',
    question_type: candidate.type,
    difficulty: candidate.difficulty,
    language: context.settings.language,
    handle: `${unit.unit}.${ordinal}`,
    question: candidate.question,
    answer: candidate.answer,
    short_answer: candidate.shortAnswer,
    worked_example: candidate.workedExample,
    citations: candidate.cards.map(citationOf),
    generation: generationOf(context, unit, { call, share }),
    judge: unjudged,
    dedup: { question_sha256: questionSha256(candidate.question), nearest_id: '', jaccard: 0 },
    review: { state: 'unreviewed', reviewer: '', reviewed_at: '', pull_request: '', notes: '' },
    flags: [...(isRehearsed ? ['rehearsal'] : []), ...flags],
    license: context.settings.license,
  }
}

/** The accepted pairs of a video with all that is known about them; what its failed calls used is shared out with the rest. Handles count from 1. */
export const composePairs = (context: Context, unit: UnitState): readonly Pair[] => {
  const among = unit.accepted.map((_, index) => index)
  const shares = shareUsage(
    among.length,
    unit.calls.flatMap(({ served }) => (served === null ? [] : [{ usage: served.usage, among }])),
  )
  return unit.accepted.flatMap((draft, index) => {
    const share = shares[index]
    return share === undefined ? [] : [pairOf(context, unit, { draft, ordinal: index + 1, share })]
  })
}
