import type { Candidate, GateVerdict } from '../../dataset/candidate.ts'
import { isRehearsal, rehearsalFlag } from '../../dataset/database/row.ts'
import { createDuplicateIndex } from '../../dataset/duplicates.ts'
import { checkCandidate, checkUnsourcedCandidate, checkVideoCandidate, type GateContext } from '../../dataset/gates.ts'
import { candidateOfPair } from '../../dataset/pair-candidate.ts'
import type { IntegrationAssignment, SourceRow } from './assignment.ts'
import type { Draft, IntegrationGate, Rejection } from './progress.ts'
import type { IntegrationSettings } from './settings.ts'

/** A foreign row has no short answer, and none is made up for it: the gates then look at the beginning of its answer. */
const shortAnswerOf = ({ pair, evidence }: SourceRow): string => {
  const written = pair.short_answer.trim()
  return written === '' && evidence === 'none' ? pair.answer.trim().slice(0, 200) : written
}

const candidateOf = (row: SourceRow): Candidate => ({ ...candidateOfPair(row.pair), shortAnswer: shortAnswerOf(row) })

const check = (row: SourceRow, context: GateContext): GateVerdict => {
  const candidate = candidateOf(row)
  switch (row.evidence) {
    case 'quotes':
      return checkCandidate(candidate, context)
    case 'video':
      return checkVideoCandidate(candidate, { ...context, video: { unit: row.pair.indicator_id, durationSeconds: null } })
    case 'none':
      return checkUnsourcedCandidate(candidate, context)
  }
}

const flagsOf = ({ evidence, pair }: SourceRow, raised: readonly string[], isRehearsed: boolean): readonly string[] => [
  ...new Set([
    ...(isRehearsed ? [rehearsalFlag] : []),
    ...pair.flags,
    ...raised,
    ...(evidence === 'none' ? ['imported', 'unverified'] : []),
  ]),
]

export interface Sifted {
  readonly drafts: readonly Draft[]
  readonly rejections: readonly Rejection[]
}

/** All rows of a file through everything that needs no outside: what was put aside on reading, rehearsals, retractions, the gates, repetitions within the file. */
export function sift(settings: IntegrationSettings, assignment: IntegrationAssignment): Sifted {
  const { rows, problems, subject, earlier, retracted } = assignment
  const { language, sources, allowRehearsal } = settings
  const brief = `${subject.name}\n${subject.brief}`
  const questions = createDuplicateIndex({ expected: rows.length + earlier.length })
  for (const { id, question } of earlier) questions.add(id, question)
  const drafts: Draft[] = []
  const rejections: Rejection[] = problems.map(problem => ({ ...problem, gate: 'schema' }))
  for (const row of rows) {
    const { key, pair } = row
    const stop = (gate: IntegrationGate, reason: string): void => {
      rejections.push({ key, question: pair.question, gate, reason })
    }
    const isRehearsed = assignment.rehearsal || isRehearsal(pair)
    const verdict = check(row, { language, brief, ...sources })
    const repeated = questions.find(pair.question)
    if (isRehearsed && !allowRehearsal) stop('rehearsal', 'The embedded provider made it, and this database is a real one.')
    else if (retracted.has(pair.id)) stop('retracted', 'It was taken out of the database and does not come back.')
    else if (verdict.type === 'stop') stop(verdict.gate, verdict.reason)
    else if (repeated !== undefined)
      stop(
        'duplicate',
        `It repeats ${repeated.id}${repeated.id.includes('#') ? '' : ' of this file'} (Jaccard ${repeated.jaccard.toFixed(2)}).`,
      )
    else {
      questions.add(key, pair.question)
      drafts.push({ ...row, flags: flagsOf(row, verdict.flags, isRehearsed), judgings: [] })
    }
  }
  return { drafts, rejections }
}
