import { isShardPath, manifestPath } from '../../dataset/database/paths.ts'
import { parseManifest } from '../../dataset/database/manifest.ts'
import { recheckShards } from '../../dataset/database/recheck-shards.ts'
import { readRejects } from '../../dataset/database/rejects.ts'
import { isRehearsal, readShard } from '../../dataset/database/row.ts'
import { escapeMarkdown } from '../../dataset/markdown.ts'
import { messageOf } from '../../domain/errors.ts'
import { oneLine } from '../../domain/one-line.ts'
import type { Part, Task } from '../../domain/task.ts'
import type { Forge, Pull } from '../../forge/forge.ts'
import type { LookUp } from '../handlers.ts'
import type { Reporter } from '../reporter.ts'

export interface OwnMergeSetup {
  readonly forge: Pick<Forge, 'kind' | 'pulls'>
  /** `auto` merges on this disk alone, where the person who started the session is the one who would review. */
  readonly merge: 'auto' | 'always' | 'never'
  readonly openLookUp: (except: { readonly task: string }) => LookUp
  /** Whether rows of the embedded provider may come in. */
  readonly allowRehearsal: boolean
  readonly report: Reporter
}

/** What came of an open part; everything but `merged` leaves it to a person, with the reason. */
export type OwnMerge = { readonly type: 'merged' } | { readonly type: 'left'; readonly reason: string }

const left = (reason: string): OwnMerge => ({ type: 'left', reason: oneLine(reason, 500) })

const brokenRejects = (text: string): boolean => readRejects(text).length !== text.split('\n').filter(line => line !== '').length

const manifestReason = (text: string): string | undefined => {
  try {
    parseManifest(text)
    return undefined
  } catch (error) {
    return messageOf(error)
  }
}

/** Why the files of a part must not come in as they stand; undefined where every row is sound. */
function fileReason(texts: ReadonlyMap<string, string>, part: Part, allowRehearsal: boolean): string | undefined {
  const missing = part.paths.find(path => !texts.has(path))
  if (missing !== undefined) return `${missing} is not on the branch any more.`
  const [finding] = recheckShards([...texts].map(([path, text]) => ({ path, text }))).findings
  if (finding !== undefined) return `${finding.path}:${finding.line}: ${finding.message}`
  for (const [path, text] of texts) {
    if (path.endsWith('.rejects.jsonl') && brokenRejects(text)) return `${path} cannot be read.`
    const reason = path === manifestPath ? manifestReason(text) : undefined
    if (reason !== undefined) return reason
  }
  const rehearsed = allowRehearsal ? undefined : rowsOf(texts).find(isRehearsal)
  return rehearsed === undefined ? undefined : `${rehearsed.handle} was made by the embedded provider.`
}

const rowsOf = (texts: ReadonlyMap<string, string>) =>
  [...texts].flatMap(([path, text]) => {
    const read = isShardPath(path) ? readShard(text) : undefined
    return read?.type === 'rows' ? read.rows : []
  })

/** A question that came into the database since this part was made. */
async function repeatReason(lookUp: LookUp, texts: ReadonlyMap<string, string>): Promise<string | undefined> {
  const rows = rowsOf(texts)
  if (rows.length === 0) return undefined
  const matches = await lookUp(rows.map(({ id, question }) => ({ key: id, question })))
  const same = matches.find(({ jaccard }) => jaccard === 1)
  return same === undefined ? undefined : `The question of ${same.key} is there already (${same.nearest}).`
}

async function mergePart(
  setup: OwnMergeSetup,
  part: Part,
  { pull, lookUp }: { readonly pull: Pull; readonly lookUp: LookUp },
): Promise<OwnMerge> {
  const { pulls } = setup.forge
  // Somebody works on it: then it is theirs to merge.
  if (pull.head !== pull.first) return left('Somebody changed it since it was opened.')
  const texts = await pulls.read(pull.number, part.paths)
  const reason = fileReason(texts, part, setup.allowRehearsal) ?? (await repeatReason(lookUp, texts))
  if (reason !== undefined) return left(reason)
  const merged = await pulls.merge(pull.number, {
    expectedHead: pull.head,
    message: `Merge ${pull.title} (#${pull.number})\n\nEvery check held: ids and hashes recomputed, no question twice.`,
  })
  switch (merged.type) {
    case 'merged':
      return { type: 'merged' }
    case 'stale':
      return left('Somebody changed it while it was being merged.')
    case 'conflict':
      return left(`It conflicts with the default branch in ${merged.paths.slice(0, 3).join(', ')}.`)
    case 'refused':
      return left(merged.reason)
  }
}

/**
 * Merges the open parts of a task of this pipeline whose every check holds, where the configuration lets it. What cannot be merged stays open,
 * told once in a comment. Calling it again is harmless: what was merged is open no more.
 */
export async function mergeOwnParts(setup: OwnMergeSetup, task: Pick<Task, 'id' | 'parts'>): Promise<number> {
  const { forge, merge, report } = setup
  if (merge === 'never' || (merge === 'auto' && forge.kind !== 'local')) return 0
  let count = 0
  const lookUp = setup.openLookUp({ task: task.id })
  for (const part of task.parts) {
    const pull = part.state === 'open' && part.pull !== null ? await forge.pulls.get(part.pull) : undefined
    if (pull?.state !== 'open') continue
    const result = await mergePart(setup, part, { pull, lookUp })
    if (result.type === 'merged') count += 1
    else {
      report({ type: 'warning', message: `#${pull.number} (${part.branch}) waits for a person to merge it: ${result.reason}` })
      await forge.pulls.comment(pull.number, {
        marker: 'merge',
        body: `This is left to you to merge or to close: ${escapeMarkdown(result.reason)}`,
      })
    }
  }
  return count
}
