import { questionSha256 } from '../../dataset/duplicates.ts'
import { hostOf } from '../../dataset/gate-sources.ts'
import { pairId } from '../../dataset/pair-id.ts'
import { pairVersion, type Pair } from '../../domain/pair.ts'
import type { ResearchAssignment } from '../../domain/research-task.ts'
import type { Call } from '../shared/calls.ts'
import { citationOf } from '../shared/citation.ts'
import type { Share } from '../shared/share-usage.ts'
import type { AcceptedPair, Card, Draft, UnitState } from './progress.ts'
import { promptVersion } from './prompts.ts'
import type { ResearchSettings } from './settings.ts'
import { shareCosts } from './shares.ts'

/** Everything about the delivery that its pairs have in common. */
interface Common {
  readonly settings: ResearchSettings
  readonly assignment: ResearchAssignment
  readonly unit: UnitState
  readonly calls: ReadonlyMap<string, Call>
  readonly cardCalls: ReadonlyMap<string, string>
}

/** The calls that a pair stands on: research of the cards it cites, its writing, its judgings. */
const callsBehind = ({ cardCalls, calls }: Common, { candidate, call, judgings }: Draft): readonly Call[] => {
  const ids = new Set([...candidate.cards.map(card => cardCalls.get(card.id) ?? ''), call, ...judgings])
  return [...ids].flatMap(id => calls.get(id) ?? [])
}

const generationOf = (common: Common, draft: Draft, share: Share): Pair['generation'] => {
  const { settings, assignment, calls } = common
  const writing = calls.get(draft.call)
  return {
    pipeline: settings.pipeline,
    agent: settings.agent,
    task: assignment.task,
    session: writing?.session ?? '',
    prompt_id: `research/write@${promptVersion}`,
    prompt_sha256: writing?.promptSha256 ?? '',
    model_requested: writing?.modelRequested ?? '',
    model_served: writing?.served?.modelServed ?? '',
    provider: writing?.served?.provider ?? '',
    generation_ids: callsBehind(common, draft).flatMap(({ served }) => served?.generationId ?? []),
    input_tokens: share.inputTokens,
    output_tokens: share.outputTokens,
    cost_usd: share.costUsd,
    created_at: writing?.at ?? '',
  }
}

/** A pair is a rehearsal's if anything that led to it was, the plan included. */
const flagsOf = (common: Common, draft: Draft): string[] => {
  const planned = common.unit.calls.filter(({ stage }) => stage === 'plan')
  const rehearsed = [...planned, ...callsBehind(common, draft)].some(({ served }) => served?.rehearsal === true)
  return [...new Set([...(rehearsed ? ['rehearsal'] : []), ...draft.flags])]
}

const pairOf = (
  common: Common,
  { draft, judgement }: AcceptedPair,
  place: { readonly ordinal: number; readonly share: Share },
): Pair => {
  const { settings, unit } = common
  const { candidate, query } = draft
  const { unsupported: _unsupported, ...judge } = judgement
  return {
    id: pairId(unit.indicator.id, candidate.question),
    schema_version: pairVersion,
    indicator_id: unit.indicator.id,
    indicator: unit.indicator.name,
    topic: unit.indicator.family.split('/').map(part => part.trim()),
    facet: query.facet,
    audience: query.audience,
    question_type: candidate.type,
    difficulty: candidate.difficulty,
    language: settings.language,
    handle: `${unit.indicator.id}.${place.ordinal}`,
    question: candidate.question,
    answer: candidate.answer,
    short_answer: candidate.shortAnswer,
    worked_example: candidate.workedExample,
    citations: candidate.cards.map(citationOf),
    generation: generationOf(common, draft, place.share),
    judge,
    dedup: { question_sha256: questionSha256(candidate.question), nearest_id: '', jaccard: 0 },
    review: { state: 'unreviewed', reviewer: '', reviewed_at: '', pull_request: '', notes: '' },
    flags: flagsOf(common, draft),
    license: settings.license,
  }
}

const place = (id: string): readonly [number, number] => {
  const [, call = '0', ordinal = '0'] = /\.w(\d+)-(\d+)$/.exec(id) ?? []
  return [Number(call), Number(ordinal)]
}

/** In the order of the write calls, whatever order their answers came in. */
const inOrder = (accepted: readonly AcceptedPair[]): readonly AcceptedPair[] =>
  accepted.toSorted((a, b) => {
    const [callA, ordinalA] = place(a.draft.id)
    const [callB, ordinalB] = place(b.draft.id)
    return callA - callB || ordinalA - ordinalB
  })

/** Below this many citations a share says nothing. */
const fewCitations = 10

/** Flags the pairs that cite a domain with too large a share of all citations: many pages of one site are one source. */
export const flagDomainShare = (pairs: readonly Pair[], maxShare: number): readonly Pair[] => {
  const hosts = pairs.flatMap(pair => pair.citations.map(({ url }) => hostOf(url)))
  if (hosts.length < fewCitations) return pairs
  const counts = Map.groupBy(hosts, host => host)
  const isLarge = (url: string): boolean => (counts.get(hostOf(url))?.length ?? 0) > maxShare * hosts.length
  return pairs.map(pair =>
    pair.citations.some(({ url }) => isLarge(url)) ? { ...pair, flags: [...pair.flags, 'domain-share'] } : pair,
  )
}

/** The accepted pairs of a unit with all that is known about them. Handles count from 1. */
export const composePairs = (settings: ResearchSettings, assignment: ResearchAssignment, unit: UnitState): readonly Pair[] => {
  const accepted = inOrder(unit.accepted)
  const common: Common = {
    settings,
    assignment,
    unit,
    calls: new Map(unit.calls.map(call => [call.id, call])),
    cardCalls: new Map(unit.cards.map(({ id, call }: Card) => [id, call])),
  }
  const shares = shareCosts(unit, accepted)
  const pairs = accepted.map((pair, index) =>
    pairOf(common, pair, { ordinal: index + 1, share: shares[index] ?? { inputTokens: 0, outputTokens: 0, costUsd: 0 } }),
  )
  return flagDomainShare(pairs, settings.sources.maxDomainShare)
}
