import { messageOf } from '../domain/errors.ts'
import { oneLine } from '../domain/one-line.ts'
import { type CallLines, type PairLine, parseCallLines, rowSha256 } from './call-lines.ts'
import type { GateVerdict } from './candidate.ts'
import { createDuplicateIndex, type Duplicate, questionSha256 } from './duplicates.ts'
import { checkCandidate, checkVideoCandidate, type GateContext } from './gates.ts'
import { pairOf, strangerLine } from './pair-file.ts'
import { candidateOfPair } from './pair-candidate.ts'
import { type PairFile, type PairRow, readPairFile } from './pair-rows.ts'
import { findPairLines } from './recheck-lines.ts'
import { videoFamily } from './video-moment.ts'

/** A pair file as somebody left it; `calls` is undefined where the machine part beside it was deleted. */
export interface RecheckedFile {
  readonly path: string
  readonly text: string
  readonly callsPath: string
  readonly calls: string | undefined
}

export interface Finding {
  readonly path: string
  /** From 1. */
  readonly line: number
  /** `failure`: it could not be taken into the database. `warning`: a gate would have stopped it. */
  readonly level: 'failure' | 'warning'
  /** One line of at most 500 characters. */
  readonly message: string
}

export interface Recheck {
  readonly pairs: number
  /** Pairs whose text is not that of their delivery. */
  readonly edited: number
  readonly findings: readonly Finding[]
}

const longestMessage = 500

/** A row of a file that can be read, with where it stands. */
interface Row {
  readonly path: string
  readonly line: number
  readonly row: PairRow
  readonly known: PairLine
  readonly brief: string
  readonly family: string
}

type ReadFile = { readonly rows: readonly Row[]; readonly findings: readonly Finding[] }

const failure = (path: string, line: number, message: string): Finding => ({
  path,
  line,
  level: 'failure',
  message: oneLine(message, longestMessage),
})

const broken = (path: string, line: number, message: string): ReadFile => ({ rows: [], findings: [failure(path, line, message)] })

interface Whole {
  readonly path: string
  readonly file: PairFile
  readonly calls: CallLines
  /** Of its rows. */
  readonly lines: readonly number[]
}

function rowsOf({ path, file, calls, lines }: Whole): ReadFile {
  const brief = `${calls.head.indicator.name}\n${calls.head.indicator.brief}`
  const rows: Row[] = []
  const findings: Finding[] = []
  for (const [index, row] of file.pairs.entries()) {
    const line = lines[index] ?? 1
    const known = calls.pairs.get(row.handle)
    if (known === undefined) findings.push(failure(path, line, strangerLine(row, index)))
    else rows.push({ path, line, row, known, brief, family: calls.head.indicator.family })
  }
  return { rows, findings }
}

function readFile(file: RecheckedFile): ReadFile {
  const { path, callsPath } = file
  const found = findPairLines(file.text)
  if (found.type === 'broken') return broken(path, found.place.line, `${found.problem} (column ${found.place.column}).`)
  const read = readPairFile(file.text)
  if (read.type === 'mistakes') {
    const lineOf = (row: number | null): number => (row === null ? 1 : (found.lines[row] ?? 1))
    return { rows: [], findings: read.mistakes.map(({ row, message }) => failure(path, lineOf(row), `${message}.`)) }
  }
  if (file.calls === undefined)
    return broken(path, 1, `Expected ${callsPath} beside it, which tells where its pairs come from: put it back, or delete both.`)
  try {
    return rowsOf({ path, file: read.file, calls: parseCallLines(file.calls), lines: found.lines })
  } catch (error) {
    const message = messageOf(error)
    return broken(callsPath, Number(/^Line (\d{1,9}) /.exec(message)?.[1] ?? 1), message)
  }
}

type Rules = Pick<GateContext, 'deny' | 'minDomainsForNumbers'>

/** A video's length is not delivered, so its seconds are checked against the longest there is. */
const verdictOf = ({ row, known, brief, family }: Row, rules: Rules): GateVerdict => {
  const candidate = candidateOfPair(pairOf(row, known))
  const context = { language: known.language, brief, ...rules }
  return family === videoFamily
    ? checkVideoCandidate(candidate, { ...context, video: { unit: known.indicator_id, durationSeconds: null } })
    : checkCandidate(candidate, context)
}

/** The pairs of a delivery through schema and local gates again; only an edited one can fail a gate, and only what is known without the provider is asked. */
export function recheckFiles(files: readonly RecheckedFile[], rules: Rules): Recheck {
  const read = files.map(readFile)
  const rows = read.flatMap(each => each.rows)
  const isEdited = ({ row, known }: Row): boolean => rowSha256(row) !== known.row_sha256
  const edited = rows.filter(isEdited)
  const asksAsBefore = ({ row, known }: Row): boolean => questionSha256(row.question) === known.dedup.question_sha256
  const questions = createDuplicateIndex({ expected: rows.length })
  for (const { row } of rows.filter(asksAsBefore)) questions.add(row.handle, row.question)
  const repeatedBy = (each: Row): Duplicate | undefined => {
    if (asksAsBefore(each)) return undefined
    const found = questions.find(each.row.question)
    questions.add(each.row.handle, each.row.question)
    return found
  }
  const warnings = edited.flatMap((each): readonly Finding[] => {
    const { path, line, row } = each
    const warning = (gate: string, reason: string): readonly Finding[] => [
      { path, line, level: 'warning', message: oneLine(`${row.handle}, gate ${gate}: ${reason}`, longestMessage) },
    ]
    const repeated = repeatedBy(each)
    const verdict = verdictOf(each, rules)
    if (verdict.type === 'stop') return warning(verdict.gate, verdict.reason)
    if (repeated === undefined) return []
    return warning('duplicate', `It repeats ${repeated.id} of this delivery (Jaccard ${repeated.jaccard.toFixed(2)}).`)
  })
  return { pairs: rows.length, edited: edited.length, findings: [...read.flatMap(each => each.findings), ...warnings] }
}
