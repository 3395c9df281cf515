import DataLoader from 'dataloader'
import { messageOf, PerpetualError } from '../../domain/errors.ts'
import { checkBranchName } from '../branch-name.ts'
import { checkPath } from '../file-path.ts'
import type { NewPull, Pull } from '../forge.ts'
import type { GithubContext } from './context.ts'
import { baseHead, lookAtDelivery } from './delivery-look.ts'
import { failed, packJobs, sendJobs, type Job, type Outcome } from './delivery-mutations.ts'
import { uniqueLabels } from './issues.ts'
import { findLabelIds, labelPulls, type LabelIds, type Labelling } from './pull-labels.ts'
import { toPull, type RawPull } from './pull-records.ts'
import { askForReviews } from './pull-reviewers.ts'

/** After these many looks something else is wrong than a crash, a race or a server that lags behind. */
const maxRounds = 4
const pauseMs = 1_000

/** Says that a pull request is a draft where the plan of the repository has none. */
const draftLabel = 'draft'

const check = ({ branch, files }: NewPull): void => {
  checkBranchName(branch)
  for (const { path } of files) checkPath(path)
  if (files.some(({ text }) => text !== null)) return
  throw new PerpetualError(`Expected at least one file to deliver on \`${branch}\`, got none`, { actBy: 'report-bug' })
}

/** Opens pull requests, several of a tick with one request for what is there, one for what is missing and one for their labels. */
export const createOpener = (context: GithubContext): ((wanted: NewPull) => Promise<Pull>) => {
  let hasDrafts = true

  /** One look at all, and a document for those that lack something. */
  const round = async (wanted: readonly NewPull[]): Promise<Outcome[]> => {
    const looks = wanted.map(({ branch }) =>
      lookAtDelivery(context, branch).catch((error: unknown) => {
        if (error instanceof PerpetualError) return failed(error)
        throw error
      }),
    )
    const [base, ...standings] = await Promise.all([baseHead(context), ...looks])
    const jobs: (Job & { readonly index: number })[] = []
    const outcomes = wanted.map((each, index): Outcome => {
      const standing = standings[index]
      if (standing === undefined || standing.type === 'failed') return standing ?? failed(unanswered)
      if (standing.type === 'opened') return { ...standing, isNew: false }
      jobs.push({ wanted: each, standing, index, draft: each.draft && hasDrafts })
      return failed(unanswered)
    })
    for (const document of packJobs(jobs)) {
      const made = await sendJobs(context, document, base)
      for (const [position, { index }] of document.entries()) outcomes[index] = made[position] ?? failed(unanswered)
    }
    if (outcomes.some(outcome => outcome.type === 'failed' && outcome.noDrafts)) hasDrafts = false
    return outcomes
  }

  /** What failed because of a race or in passing is looked at again: each step is done at most once, whatever was done before. */
  const openAll = async (wanted: readonly NewPull[]): Promise<Outcome[]> => {
    const outcomes = await round(wanted)
    for (let left = maxRounds - 1; left > 0; left -= 1) {
      const again = outcomes.flatMap((outcome, index) =>
        outcome.type === 'failed' && outcome.error.actBy !== 'fix-config' ? [index] : [],
      )
      if (again.length === 0) break
      await context.clock.sleep(pauseMs)
      const made = await round(again.flatMap(index => wanted[index] ?? []))
      for (const [position, index] of again.entries()) outcomes[index] = made[position] ?? failed(unanswered)
    }
    return outcomes
  }

  const labelsOf = (wanted: NewPull): readonly string[] =>
    uniqueLabels([...wanted.labels, ...(wanted.draft && !hasDrafts ? [draftLabel] : [])])

  /** A new one gets its labels; so does one that a killed call opened without any. */
  const labellings = (wanted: readonly NewPull[], outcomes: readonly Outcome[]): Labelling[] =>
    outcomes.flatMap((outcome, index) => {
      const each = wanted[index]
      const labels = each === undefined ? [] : labelsOf(each)
      if (outcome.type === 'failed' || labels.length === 0) return []
      const isBare = outcome.pull.state === 'OPEN' && outcome.pull.labels.nodes.length === 0
      return outcome.isNew || isBare ? [{ pull: outcome.pull, labels }] : []
    })

  const open = async (wanted: readonly NewPull[]): Promise<(Pull | Error)[]> => {
    // Asked in the same tick as the first look, so it is the same request.
    const names = uniqueLabels(wanted.flatMap(each => [...each.labels, ...(each.draft ? [draftLabel] : [])]))
    const [ids, outcomes]: [LabelIds, Outcome[]] = await Promise.all([findLabelIds(context, names), openAll(wanted)])
    const labelled = await labelPulls(context, labellings(wanted, outcomes), ids).catch((error: unknown) => {
      // What was opened is open; the next call for one without labels adds them.
      context.warn(`Deliveries were opened without labels: ${messageOf(error)}`)
      return new Map<string, RawPull>()
    })
    for (const [index, outcome] of outcomes.entries())
      if (outcome.type !== 'failed' && outcome.isNew)
        await askForReviews(context, { number: outcome.pull.number, reviewers: wanted[index]?.reviewers ?? [] })
    return outcomes.map(outcome =>
      outcome.type === 'failed' ? outcome.error : toPull(labelled.get(outcome.pull.id) ?? outcome.pull),
    )
  }

  const loader = new DataLoader<NewPull, Pull>(open, { cache: false })
  return async wanted => {
    check(wanted)
    return loader.load(wanted)
  }
}

const unanswered = new PerpetualError('Expected a pull request, got no answer', { actBy: 'next-run' })
