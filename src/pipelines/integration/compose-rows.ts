import { shardPathOf, rejectsPathOf } from '../../dataset/database/paths.ts'
import { renderRejects } from '../../dataset/database/rejects.ts'
import { renderShards, type DatabaseRow } from '../../dataset/database/row.ts'
import { questionSha256 } from '../../dataset/duplicates.ts'
import type { DeliveredFile } from '../../domain/delivered-file.ts'
import { oneLine } from '../../domain/one-line.ts'
import { meanOf } from '../shared/accept-rule.ts'
import type { AcceptedRow, Grading, IntegrationProgress } from './progress.ts'

const mostTopics = 8
/** Of a question that was put aside, characters: one that is longer says enough of itself. */
const longestQuestion = 500

/** The mean of the six scores as a letter; an empty string where no judge was asked. */
export const gradeOf = (grading: Grading | null): DatabaseRow['grade'] => {
  if (grading === null) return ''
  const mean = meanOf(grading)
  return mean >= 4.5 ? 'A' : mean >= 4 ? 'B' : mean >= 3.5 ? 'C' : mean >= 3 ? 'D' : 'F'
}

const rowOf = ({ assignment, at }: IntegrationProgress, { draft, grading }: AcceptedRow): DatabaseRow => {
  const { pair, flags } = draft
  const common = {
    ...pair,
    flags: [...flags],
    dedup: { ...pair.dedup, question_sha256: questionSha256(pair.question) },
    grade: gradeOf(grading),
    origin: assignment.origin,
    source_path: assignment.path,
    integrated_at: at ?? assignment.createdAt,
  }
  if (grading === null) return common
  const { unsupported: _unsupported, topics, difficulty, ...judge } = grading
  return { ...common, judge, difficulty, topic: [...new Set([...pair.topic, ...topics])].slice(0, mostTopics) }
}

/** In the order in which they stood in the file, whatever order the grades came in. */
const rowsOf = (progress: IntegrationProgress): readonly DatabaseRow[] => {
  const accepted = new Map(progress.accepted.map(each => [each.draft.key, each]))
  return progress.drafts.flatMap(({ key }) => {
    const found = accepted.get(key)
    return found === undefined ? [] : [rowOf(progress, found)]
  })
}

/** The rows of the database that a file brings, and beside them what was put aside and why: also where nothing came in, so that it is not asked again. */
export function composeFiles(progress: IntegrationProgress): readonly DeliveredFile[] {
  const { assignment, rejections, at } = progress
  const path = shardPathOf(assignment.shard, assignment.createdAt)
  const shards = renderShards(path, rowsOf(progress))
  const rejects = renderRejects(
    rejections.map(({ key, question, gate, reason }) => ({
      version: 1,
      source_path: assignment.path,
      handle: oneLine(key, 100),
      question: oneLine(question, longestQuestion),
      gate,
      reason: oneLine(reason, 500),
      at: at ?? assignment.createdAt,
    })),
  )
  return [
    ...shards.map(({ path: shard, text }) => ({ path: shard, text, pairs: text.split('\n').length - 1 })),
    ...(rejects === '' ? [] : [{ path: rejectsPathOf(path), text: rejects, pairs: 0 }]),
  ]
}
