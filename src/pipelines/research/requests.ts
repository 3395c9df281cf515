import type { ModelRequest } from '../../domain/model.ts'
import type { AnswerShape } from '../shared/answer-shape.ts'
import { dataBlock } from '../shared/prompt-data.ts'
import { facetsAnswer, judgeAnswer, queriesAnswer, researchAnswer, writeAnswer } from './answers.ts'
import { judgeSheet } from './judge-sheet.ts'
import type { AskJob, Query, UnitState } from './progress.ts'
import { openings, systemPrompts } from './prompts.ts'
import type { ResearchSettings } from './settings.ts'

const shapes = {
  facets: facetsAnswer,
  queries: queriesAnswer,
  research: researchAnswer,
  write: writeAnswer,
  judge: judgeAnswer,
} satisfies Record<AskJob['stage'], Pick<AnswerShape<never>, 'name' | 'schema'> & object>

/** Both planning jobs count as one stage. */
export const stageOf = (job: AskJob): 'plan' | 'research' | 'write' | 'judge' =>
  job.stage === 'facets' || job.stage === 'queries' ? 'plan' : job.stage

const queryInput = ({ id, question, facet, audience, type }: Query) => ({ query_id: id, question, facet, audience, type })

interface Asking {
  readonly task: string
  readonly unit: UnitState
  readonly workId: string
}

const writeInput = (queries: readonly Query[], unit: UnitState) => {
  const wanted = new Set(queries.map(({ id }) => id))
  const cards = unit.cards.filter(card => wanted.has(card.query))
  const taken = unit.accepted.filter(({ draft }) => wanted.has(draft.query.id)).map(({ draft }) => draft.candidate.question)
  return {
    queries: queries.map(queryInput),
    taken,
    cards: cards.map(({ id, claim, quote, title, query }) => ({ id, query_id: query, claim, quote, title })),
  }
}

const inputOf = (job: AskJob, { task, unit, workId }: Asking): Readonly<Record<string, unknown>> => {
  const { indicator, plan } = unit
  switch (job.stage) {
    case 'facets':
      return { task, indicator }
    case 'queries':
      return {
        indicator,
        facets: plan.facets,
        audiences: plan.audiences,
        question_types: plan.questionTypes,
        count: job.count,
        batch: job.batch,
      }
    case 'research':
      return { indicator, queries: job.queries.map(queryInput) }
    case 'write':
      return { indicator, ...writeInput(job.queries, unit), pairs_wanted: job.wanted, batch: unit.ordinals['write'] ?? 1 }
    case 'judge':
      return { indicator, pairs: judgeSheet(workId, job.drafts, job.plants).rows }
  }
}

export const renderRequest = (settings: ResearchSettings, job: AskJob, asking: Asking): ModelRequest => {
  const input = inputOf(job, asking)
  const data = job.errors.length === 0 ? input : { ...input, correction: { errors: job.errors } }
  const { name, schema } = shapes[job.stage]
  return {
    model: job.stage === 'judge' ? settings.judgeModel : settings.model,
    system: systemPrompts[job.stage],
    prompt: `${openings[job.stage]}\n${dataBlock(data)}`,
    answer: { name, schema },
    maxTokens: settings.maxTokens[stageOf(job)],
    webSearch:
      job.stage === 'research'
        ? { maxResults: settings.search.maxResults, queries: job.queries.map(({ question }) => question) }
        : null,
  }
}
