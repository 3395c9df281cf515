import { PerpetualError } from '../../domain/errors.ts'
import type { DirectWork, Outcome } from '../../domain/work.ts'
import type { Pipeline, UnitProgress } from '../pipeline.ts'
import type { IntegrationAssignment } from './assignment.ts'
import { composeFiles } from './compose-rows.ts'
import { judgeWaiting, rejectAll, takeGrades, takeRefusal } from './judge.ts'
import type { Draft, IntegrationProgress, Issued, Job } from './progress.ts'
import type { IntegrationSettings } from './settings.ts'
import { packSheets } from './sheet.ts'
import { sift } from './sift.ts'

const isJudged = (settings: IntegrationSettings, { origin }: IntegrationAssignment): boolean =>
  origin === 'delivered' || settings.judgeImports

const issueLookUp = (
  progress: IntegrationProgress,
  drafts: readonly Draft[],
  round: Extract<Job, { type: 'look-up' }>['round'],
): IntegrationProgress => {
  const questions = drafts.map(({ key, pair }) => ({ key, question: pair.question }))
  const { task, unit } = progress.assignment
  const id = `${task}/${unit}/look-up/${round === 'first' ? 1 : 2}`
  const issued: Issued = { work: { type: 'look-up', id, unit, questions }, job: { type: 'look-up', round } }
  return { ...progress, phase: round === 'first' ? 'first-look' : 'last-look', open: [issued] }
}

const begin = (settings: IntegrationSettings, assignment: IntegrationAssignment): IntegrationProgress => {
  const { drafts, rejections } = sift(settings, assignment)
  const progress: IntegrationProgress = {
    assignment,
    phase: 'ended',
    at: null,
    issued: 0,
    calls: 0,
    repairs: 0,
    open: [],
    drafts,
    queue: [],
    accepted: [],
    rejections,
    planted: { asked: 0, caught: 0 },
  }
  return drafts.length === 0 ? progress : issueLookUp(progress, drafts, 'first')
}

/** Whoever came in while this file waited for its judge, perhaps for days, was there first. */
const lookOnceMore = (progress: IntegrationProgress): IntegrationProgress =>
  progress.accepted.length === 0
    ? { ...progress, phase: 'ended' }
    : issueLookUp(
        progress,
        progress.accepted.map(({ draft }) => draft),
        'last',
      )

const advance = (settings: IntegrationSettings, progress: IntegrationProgress): IntegrationProgress => {
  if (progress.phase !== 'judging') return progress
  const judging = judgeWaiting(settings, progress)
  return judging.open.length > 0 ? judging : lookOnceMore(judging)
}

type Matches = Extract<Outcome, { type: 'matches' }>

const withoutRepeats = (progress: IntegrationProgress, drafts: readonly Draft[], { matches }: Matches) => {
  const known = new Map(matches.map(match => [match.key, match]))
  const kept = drafts.filter(({ key }) => !known.has(key))
  const rejected = drafts.reduce((state, draft) => {
    const match = known.get(draft.key)
    if (match === undefined) return state
    const reason = `It repeats ${match.nearest} (Jaccard ${match.jaccard.toFixed(2)}).`
    return rejectAll(state, [draft], { gate: 'duplicate', reason })
  }, progress)
  return { kept, rejected }
}

const takeMatches = (
  settings: IntegrationSettings,
  progress: IntegrationProgress,
  { round, outcome }: { readonly round: 'first' | 'last'; readonly outcome: Matches },
): IntegrationProgress => {
  if (round === 'last') {
    const drafts = progress.accepted.map(({ draft }) => draft)
    const { kept, rejected } = withoutRepeats(progress, drafts, outcome)
    const keys = new Set(kept.map(({ key }) => key))
    return { ...rejected, accepted: progress.accepted.filter(({ draft }) => keys.has(draft.key)), phase: 'ended' }
  }
  const { kept, rejected } = withoutRepeats(progress, progress.drafts, outcome)
  const fresh = { ...rejected, drafts: kept }
  return isJudged(settings, progress.assignment)
    ? { ...fresh, phase: 'judging', queue: kept }
    : { ...fresh, phase: 'ended', accepted: kept.map(draft => ({ draft, grading: null })) }
}

const settle = (
  settings: IntegrationSettings,
  progress: IntegrationProgress,
  { job, outcome }: { readonly job: Job; readonly outcome: Outcome },
): IntegrationProgress => {
  if (job.type === 'look-up')
    return outcome.type === 'matches' ? takeMatches(settings, progress, { round: job.round, outcome }) : progress
  const called = { ...progress, calls: progress.calls + 1 }
  if (outcome.type === 'answer') return takeGrades(settings, called, { job, outcome })
  return takeRefusal(settings, called, { job, reason: outcome.type === 'refusal' ? outcome.reason : '' })
}

const fits = ({ work }: Issued, outcome: Outcome): boolean =>
  work.type === 'look-up' ? outcome.type === 'matches' : outcome.type === 'answer' || outcome.type === 'refusal'

const expectedCalls = (settings: IntegrationSettings, progress: IntegrationProgress): number =>
  progress.phase === 'first-look' && isJudged(settings, progress.assignment)
    ? packSheets(settings, progress.drafts, progress.drafts).length
    : progress.issued

const unitOf = (settings: IntegrationSettings, progress: IntegrationProgress): UnitProgress => ({
  unit: progress.assignment.unit,
  name: progress.assignment.path.split('/').slice(-2).join('/'),
  ended: progress.phase === 'ended',
  calls: progress.calls,
  callsExpected: expectedCalls(settings, progress),
  accepted: progress.accepted.length,
  rejected: progress.rejections.reduce<Record<string, number>>(
    (counts, { gate }) => ({ ...counts, [gate]: (counts[gate] ?? 0) + 1 }),
    {},
  ),
})

/** Brings one delivered file into the database: gates again, duplicates against all there is, a judge of another family, a grade. */
export const createIntegrationPipeline = (
  settings: IntegrationSettings,
): Pipeline<IntegrationAssignment, IntegrationProgress> => ({
  begin: assignment => begin(settings, assignment),
  next: ({ open }): readonly DirectWork[] => open.map(({ work }) => work),
  absorb: (progress, outcome) => {
    const issued = progress.open.find(({ work }) => work.id === outcome.work)
    if (issued === undefined || !fits(issued, outcome)) return progress
    const closed = { ...progress, at: outcome.at, open: progress.open.filter(one => one !== issued) }
    return advance(settings, settle(settings, closed, { job: issued.job, outcome }))
  },
  finished: ({ phase }) => phase === 'ended',
  units: progress => [unitOf(settings, progress)],
  files: (progress, unit) => {
    const { assignment } = progress
    if (unit === assignment.unit) return composeFiles(progress)
    throw new PerpetualError(`Expected the unit \`${assignment.unit}\` of ${assignment.task}, got \`${unit}\``, {
      actBy: 'report-bug',
    })
  },
})
