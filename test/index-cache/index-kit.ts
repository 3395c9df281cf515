import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createQuestionIndex } from '../../src/index-cache/question-index.ts'
import type { KnownFile, KnownQuestion, QuestionIndex } from '../../src/dataset/question-index.ts'

/** A folder for caches that is gone after the test. */
export function cacheFolderForTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'perpetual-index-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** An index in this folder; closed after the test. */
export function indexIn(folder: string | null, name = 'database'): QuestionIndex {
  const index = createQuestionIndex(folder === null ? null : { folder, name })
  onTestFinished(() => index.close())
  return index
}

/** Files of these questions; `read` counts how often each file was read. */
export function filesOf(questions: Readonly<Record<string, readonly string[]>>, version = '1') {
  const reads: string[] = []
  const files: KnownFile[] = Object.keys(questions).map(path => ({ path, version }))
  const rows = (path: string): KnownQuestion[] => (questions[path] ?? []).map((question, n) => ({ id: `${path}#${n}`, question }))
  return {
    files,
    reads,
    read: async (paths: readonly string[]) => {
      reads.push(...paths)
      return new Map(paths.map(path => [path, rows(path)]))
    },
  }
}
