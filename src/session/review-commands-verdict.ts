import { escapeMarkdown } from '../dataset/markdown.ts'
import type { Looked } from '../domain/task.ts'
import type { Standing } from './remove-pairs.ts'
import type { ReviewCommand } from './review-commands-text.ts'

/** A command of somebody who may give it. */
export interface Said {
  readonly by: string
  /** Of its comment. */
  readonly key: string
  /** Whether its comment was not answered before; an answered one is told again and does nothing. */
  readonly isNew: boolean
  readonly command: ReviewCommand
}

/** The pairs of a part. */
export interface PartPairs extends Standing {
  /** Handles of what was delivered, whatever became of it. */
  readonly delivered: ReadonlySet<string>
}

export type Verdict =
  | { readonly type: 'all' }
  | { readonly type: 'pairs'; readonly handles: readonly string[] }
  | { readonly type: 'refused'; readonly why: string }
  /** It will be done once a file that somebody broke can be read again. */
  | { readonly type: 'waits'; readonly why: string }

const handlesNamed = 20

const nameHandles = (handles: readonly string[]): string => {
  const more = handles.length > handlesNamed ? ` and ${handles.length - handlesNamed} more` : ''
  return `${handles
    .slice(0, handlesNamed)
    .map(handle => `\`${handle}\``)
    .join(', ')}${more}`
}

/** What a command comes to. A handle that was never there refuses its whole line, because a range with a typing error would take too much. */
export function judge({ name, pairs }: ReviewCommand, { present, delivered, unreadable }: PartPairs): Verdict {
  if (pairs === 'all') return { type: 'all' }
  if ('problem' in pairs) return { type: 'refused', why: `${escapeMarkdown(pairs.problem)}.` }
  const unknown = pairs.filter(handle => !delivered.has(handle) && !present.has(handle))
  const [broken] = unreadable
  if (broken !== undefined && name === 'reject' && pairs.some(handle => !present.has(handle)))
    return { type: 'waits', why: `it waits until this file can be read again. ${escapeMarkdown(broken.message)}` }
  if (unknown.length > 0) return { type: 'refused', why: `no pair of this part is named ${nameHandles(unknown)}.` }
  return { type: 'pairs', handles: pairs }
}

/** The pairs that new commands reject; those that are gone already are done. */
export const rejected = (said: readonly Said[], pairs: PartPairs): readonly (Said & { readonly handles: readonly string[] })[] =>
  said.flatMap(each => {
    const verdict = each.isNew && each.command.name === 'reject' ? judge(each.command, pairs) : undefined
    const handles = verdict?.type === 'pairs' ? verdict.handles.filter(handle => pairs.present.has(handle)) : []
    return handles.length === 0 ? [] : [{ ...each, handles }]
  })

/** How much of what is left was said to be ok, in all commands together. */
export function lookedAt(said: readonly Said[], pairs: PartPairs): Looked {
  const verdicts = said.filter(({ command }) => command.name === 'ok').map(({ command }) => judge(command, pairs))
  const named = new Set(verdicts.flatMap(verdict => (verdict.type === 'pairs' ? verdict.handles : [])))
  if (verdicts.some(verdict => verdict.type === 'all')) return 'all'
  if (named.size === 0) return 'none'
  return pairs.unreadable.length === 0 && [...pairs.present].every(handle => named.has(handle)) ? 'all' : 'some'
}

/** What the reply says of a command; `pairs` are those that are left. */
export function tell({ command, isNew }: Said, pairs: PartPairs): string {
  const verdict = judge(command, pairs)
  if (verdict.type === 'refused' || verdict.type === 'waits') return `nothing was done: ${verdict.why}`
  if (command.name === 'ok') return verdict.type === 'all' ? 'noted for all pairs.' : `noted for ${nameHandles(verdict.handles)}.`
  if (verdict.type === 'all') return 'the whole part is rejected, and this pull request closed.'
  const back = isNew ? [] : verdict.handles.filter(handle => pairs.present.has(handle))
  const gone = verdict.handles.filter(handle => !back.includes(handle))
  const returned = back.length === 0 ? '' : `${nameHandles(back)}: somebody put it back since.`
  return [gone.length === 0 ? '' : `removed ${nameHandles(gone)}.`, returned].filter(text => text !== '').join(' ')
}
