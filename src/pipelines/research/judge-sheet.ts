import { sha256 } from '../../dataset/pair-id.ts'
import type { Draft } from './progress.ts'
import { hashNumber, plantError, type JudgedText } from '../shared/planted-error.ts'

export interface SheetRow extends JudgedText {
  readonly pair_id: string
}

/** What one judge call is shown: the drafts and, somewhere among them, one with a planted error. */
export interface JudgeSheet {
  readonly rows: readonly SheetRow[]
  /** The draft behind each opaque id; the planted row is not among them. */
  readonly draftIds: ReadonlyMap<string, string>
  readonly plantedId: string
}

const textOf = ({ candidate }: Draft): JudgedText => ({
  question: candidate.question,
  answer: candidate.answer,
  short_answer: candidate.shortAnswer,
  worked_example: candidate.workedExample,
  evidence: candidate.cards.map(({ id, quote }) => ({ card_id: id, quote })),
})

/** Ids tell neither the order nor which row is planted. */
const opaqueId = (workId: string, name: string): string => `p${sha256(`${workId}\n${name}`).slice(0, 10)}`

/**
 * Follows from the work's id and its drafts alone, so it is made anew when the answer comes in. The planted row is a copy of one of
 * `plants`: of another batch where there is one, because beside its original a copy gives itself away.
 */
export const judgeSheet = (workId: string, drafts: readonly Draft[], plants: readonly Draft[] = drafts): JudgeSheet => {
  const rows = drafts.map(draft => ({ pair_id: opaqueId(workId, draft.id), ...textOf(draft) }))
  const draftIds = new Map(drafts.map(draft => [opaqueId(workId, draft.id), draft.id]))
  const plantedId = opaqueId(workId, 'planted')
  const planted = plantError((plants.length === 0 ? drafts : plants).map(textOf), `${workId}/planted`)
  const position = hashNumber(`${workId}/position`) % (rows.length + 1)
  return {
    rows: planted === undefined ? rows : rows.toSpliced(position, 0, { pair_id: plantedId, ...planted }),
    draftIds,
    plantedId,
  }
}
