import { createHash } from 'node:crypto'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { QuestionIndexes } from '../dataset/question-index.ts'
import { createQuestionIndex } from './question-index.ts'

/**
 * Where the caches of a data repository lie: below `PERPETUAL_CACHE`, else `XDG_CACHE_HOME`, else `~/.cache`. `identity` tells one
 * repository from another: `owner/name` on GitHub, the path of its git folder on a disk.
 */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>>, identity: string): string {
  const { PERPETUAL_CACHE: own = '', XDG_CACHE_HOME: shared = '' } = environment
  const top = own !== '' ? own : join(shared !== '' ? shared : join(homedir(), '.cache'), 'perpetual')
  return join(top, createHash('sha256').update(identity).digest('hex').slice(0, 16))
}

/** The indexes of a data repository, for as long as a session lasts; `folder` null keeps all of them in memory. */
export function createQuestionIndexes(folder: string | null): QuestionIndexes & { readonly close: () => void } {
  const at = (name: string) => createQuestionIndex(folder === null ? null : { folder, name })
  const indexes: QuestionIndexes = { database: at('database'), inbox: at('inbox'), open: createQuestionIndex(null) }
  return { ...indexes, close: () => Object.values(indexes).forEach((index: QuestionIndexes['open']) => index.close()) }
}
