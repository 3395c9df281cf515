import type { GateContext } from '../dataset/gates.ts'
import { isShardPath } from '../dataset/database/paths.ts'
import { recheckShards } from '../dataset/database/recheck-shards.ts'
import { recheckFiles, type Recheck as RecheckResult } from '../dataset/recheck.ts'
import type { Part } from '../domain/task.ts'
import type { CheckReport, Forge } from '../forge/forge.ts'
import { findPart } from './find-part.ts'
import { reviewedFiles } from './reviews.ts'
import type { StateBook } from './state-book.ts'

const checkName = 'Perpetual pairs'

export interface RecheckSetup {
  readonly forge: Forge
  readonly book: StateBook
  /** What the configuration says of sources. */
  readonly rules: Pick<GateContext, 'deny' | 'minDomainsForNumbers'>
}

export type RecheckAnswer =
  /** No task delivered a pull request with this number, or this forge has no checks. */
  | { readonly type: 'not-ours' }
  /** What the automation itself pushed needs no check. */
  | { readonly type: 'own-push' }
  | { readonly type: 'ended' }
  | {
      readonly type: 'checked'
      readonly conclusion: CheckReport['conclusion']
      readonly findings: number
      readonly url: string
    }

/** The answer to a person's push to the branch of a delivered part. */
export interface Recheck {
  handle(event: { readonly pull: number; readonly sender: string }): Promise<RecheckAnswer>
}

/** One look at a check; with more lines nobody reads it. */
const mostAnnotations = 200

const callsPathOf = (path: string): string => path.replace(/\.json$/u, '.calls.jsonl')

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

export function renderCheck(head: string, { pairs, edited, findings }: RecheckResult): CheckReport {
  const failures = findings.filter(({ level }) => level === 'failure')
  const warnings = findings.filter(({ level }) => level === 'warning')
  const told = [...failures, ...warnings].slice(0, mostAnnotations)
  const wrong = [
    ...(failures.length === 0 ? [] : [counted(failures.length, 'mistake', 'mistakes')]),
    ...(warnings.length === 0 ? [] : [counted(warnings.length, 'finding of a gate', 'findings of gates')]),
  ]
  const summary = [
    `${counted(pairs, 'pair', 'pairs')} read, ${edited} of them edited since the delivery.`,
    ...(failures.length === 0 ? [] : ['A mistake must be mended before a merge: the pairs of such a file cannot be counted.']),
    ...(warnings.length === 0 ? [] : ['A finding is something to look at; what is merged counts as it stands.']),
    ...(told.length === findings.length ? [] : [`The first ${told.length} of ${findings.length} are shown.`]),
  ]
  return {
    name: checkName,
    head,
    conclusion: failures.length > 0 ? 'failure' : warnings.length > 0 ? 'neutral' : 'success',
    title: wrong.length === 0 ? `${counted(pairs, 'pair', 'pairs')}, nothing to mend` : wrong.join(', '),
    summary: summary.join('\n\n'),
    annotations: told,
  }
}

export function createRecheck({ forge, book, rules }: RecheckSetup): Recheck {
  const recheckAt = async (head: string, part: Part): Promise<RecheckResult> => {
    const paths = reviewedFiles(part)
    const texts = await forge.contents.read(head, [...paths, ...paths.map(callsPathOf)])
    const files = paths.flatMap(path => {
      const text = texts.get(path)
      const callsPath = callsPathOf(path)
      return text === undefined ? [] : [{ path, text, callsPath, calls: texts.get(callsPath) }]
    })
    const shards = files.filter(({ path }) => isShardPath(path))
    return shards.length > 0 ? recheckShards(shards) : recheckFiles(files, rules)
  }

  return {
    handle: async ({ pull: number, sender }) => {
      const { society } = forge
      const found = await findPart(book, number)
      if (society === undefined || found === undefined) return { type: 'not-ours' }
      if (sender === society.people.account) return { type: 'own-push' }
      const pull = found.part.state === 'open' ? await forge.pulls.get(number) : undefined
      if (pull?.state !== 'open') return { type: 'ended' }
      const check = renderCheck(pull.head, await recheckAt(pull.head, found.part))
      const { url } = await society.checks.report(check)
      return { type: 'checked', conclusion: check.conclusion, findings: check.annotations.length, url }
    },
  }
}
