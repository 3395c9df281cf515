import { sha256 } from '../../dataset/pair-id.ts'
import type { ModelRequest } from '../../domain/model.ts'
import { hashNumber, plantError, type JudgedText } from '../shared/planted-error.ts'
import { dataBlock } from '../shared/prompt-data.ts'
import type { IntegrationAssignment } from './assignment.ts'
import { gradeAnswer } from './grade-answer.ts'
import type { Draft, JudgeJob } from './progress.ts'
import { opening, systemPrompt } from './prompt.ts'
import type { IntegrationSettings } from './settings.ts'

/** Bytes of UTF-8 that are taken for one token: English prose has four to five. An estimate, which sizes sheets and never a reservation. */
const bytesPerToken = 4
/** Of an answer, for one pair: without an objection 30, with one twice as many. */
const tokensPerGrade = 40
/** What an answer may take for one pair, objections to each of them included; a longer one is cut off and asked again in halves. */
const mostTokensPerGrade = 160
const answerFrame = 100
/** Pairs that a planted error may be made from. */
const mostPlants = 8

const tokensOf = (text: string): number => Math.ceil(Buffer.byteLength(text) / bytesPerToken)

const textOf = ({ pair }: Draft): JudgedText => ({
  question: pair.question,
  answer: pair.answer,
  short_answer: pair.short_answer,
  worked_example: pair.worked_example,
  evidence: pair.citations.flatMap(({ n, quote }) => (quote === '' ? [] : [{ card_id: `c${n}`, quote }])),
})

/** As it stands on the sheet: what is empty is left out, because its name would be paid for. */
const rowOf = (id: string, { question, answer, short_answer, worked_example, evidence }: JudgedText) => ({
  id,
  question,
  answer,
  ...(short_answer === '' ? {} : { short_answer }),
  ...(worked_example === '' ? {} : { worked_example }),
  evidence: evidence.map(({ quote }) => quote),
})

/** Ids tell neither the order nor which row is planted. */
const opaqueId = (workId: string, name: string): string => `p${sha256(`${workId}\n${name}`).slice(0, 6)}`

export interface Sheet {
  readonly rows: readonly ReturnType<typeof rowOf>[]
  /** The row's key behind each opaque id; the planted one is not among them. */
  readonly keys: ReadonlyMap<string, string>
  readonly plantedId: string
}

/** Follows from the work's id and its job alone, so it is made anew when the answer comes in. */
export function sheetOf(workId: string, { drafts, plants }: Pick<JudgeJob, 'drafts' | 'plants'>): Sheet {
  const rows = drafts.map(draft => rowOf(opaqueId(workId, draft.key), textOf(draft)))
  const keys = new Map(drafts.map(draft => [opaqueId(workId, draft.key), draft.key]))
  const plantedId = opaqueId(workId, 'planted error')
  const planted = plantError((plants.length === 0 ? drafts : plants).map(textOf), `${workId}/planted`)
  const position = hashNumber(`${workId}/position`) % (rows.length + 1)
  return {
    rows: planted === undefined ? rows : rows.toSpliced(position, 0, rowOf(plantedId, planted)),
    keys,
    plantedId,
  }
}

const sizeOf = (draft: Draft): number => tokensOf(JSON.stringify(rowOf('p000000', textOf(draft)))) + tokensPerGrade

/** The shortest pairs that are not on the sheet: a planted error is paid for like a pair. */
export const plantsBeside = (all: readonly Draft[], drafts: readonly Draft[]): readonly Draft[] => {
  const shown = new Set(drafts.map(({ key }) => key))
  return all
    .filter(({ key }) => !shown.has(key))
    .map(draft => ({ draft, size: sizeOf(draft) }))
    .toSorted((a, b) => a.size - b.size)
    .slice(0, mostPlants)
    .map(({ draft }) => draft)
}

/**
 * Splits drafts into sheets of at most `pairsPerJudge`, of which each stays within what so many pairs may take.
 * Nothing is cut: a pair too long for company is a sheet by itself.
 */
export function packSheets(
  { pairsPerJudge, tokensPerPair }: Pick<IntegrationSettings, 'pairsPerJudge' | 'tokensPerPair'>,
  drafts: readonly Draft[],
  all: readonly Draft[],
): readonly (readonly Draft[])[] {
  const frame = tokensOf(systemPrompt) + tokensOf(JSON.stringify(gradeAnswer.schema))
  const planted = Math.max(...plantsBeside(all, []).map(sizeOf), 0)
  const most = tokensPerPair * pairsPerJudge - frame - planted
  const sheets: Draft[][] = []
  let left = 0
  for (const draft of drafts) {
    const size = sizeOf(draft)
    const open = sheets.at(-1)
    if (open !== undefined && open.length < pairsPerJudge && size <= left) open.push(draft)
    else {
      sheets.push([draft])
      left = most
    }
    left -= size
  }
  return sheets
}

export function requestOf(
  { model }: Pick<IntegrationSettings, 'model'>,
  { subject }: Pick<IntegrationAssignment, 'subject'>,
  { workId, job }: { readonly workId: string; readonly job: JudgeJob },
): ModelRequest {
  const { rows } = sheetOf(workId, job)
  const about = subject.name === '' && subject.brief === '' ? {} : { subject }
  const correction = job.errors.length === 0 ? {} : { correction: { errors: job.errors } }
  const { name, schema } = gradeAnswer
  return {
    model,
    system: systemPrompt,
    prompt: `${opening}\n${dataBlock({ ...about, pairs: rows, ...correction })}`,
    answer: { name, schema },
    maxTokens: answerFrame + rows.length * mostTokensPerGrade,
    webSearch: null,
  }
}
