import { describeSelector, type Selector } from '../dataset/database/selector.ts'
import { retractionsPath } from '../dataset/database/paths.ts'
import { readRetracted, renderRetraction } from '../dataset/database/retractions.ts'
import { escapeMarkdown, plainWords } from '../dataset/markdown.ts'
import { PerpetualError } from '../domain/errors.ts'
import type { Clock } from '../domain/instant.ts'
import { oneLine } from '../domain/one-line.ts'
import type { FileChange, Forge, MergeResult, NewPull, Pull } from '../forge/forge.ts'
import { type SelectedPair, selectPairs } from './select-pairs.ts'
import { openDatabase } from './source.ts'

export interface RetractOptions {
  readonly forge: Forge
  readonly clock: Clock
  readonly selector: Selector
  readonly because: string
  /** Whether the pull request is merged at once. */
  readonly merge: boolean
  readonly signal: AbortSignal
  readonly onShard: (done: number, all: number) => void
}

export interface Retracted {
  /** Pairs that this call took back. */
  readonly ids: readonly string[]
  /** Pairs that were meant and taken back before, or wait for it. */
  readonly already: number
  /** Null where everything was merged before. */
  readonly pull: { readonly number: number; readonly url: string; readonly state: Pull['state'] } | null
  /** Why it could not be merged, in one line. */
  readonly left: string | null
}

const branchPrefix = 'perpetual/retractions/'
/** Each is lost only to another retraction or a push. */
const maxRaces = 20
const longestReason = 300
const listedPairs = 50

const lost = (): PerpetualError =>
  new PerpetualError(`Expected to write a retraction within ${maxRaces} races, lost them all; try again`, { actBy: 'next-run' })

/** The text with lines at its end, whether or not somebody left its last line open. */
const append = (text: string, lines: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`) + lines

interface Request {
  readonly options: RetractOptions
  readonly pairs: readonly SelectedPair[]
}

const linesFor = ({ options: { forge, clock, selector, because } }: Request, ids: readonly string[]): string =>
  renderRetraction({
    version: 1,
    selector: oneLine(describeSelector(selector), 200),
    because: oneLine(because, longestReason),
    by: forge.society?.people.account ?? 'local',
    at: clock.now(),
    ids: [...ids],
  })

const titleOf = ({ options: { selector } }: Request, count: number): string =>
  `Retract ${count} ${count === 1 ? 'pair' : 'pairs'}: ${plainWords(oneLine(describeSelector(selector), 80))}`

function bodyOf({ options, pairs }: Request, ids: ReadonlySet<string>): string {
  const meant = pairs.filter(({ id }) => ids.has(id))
  const listed = meant.slice(0, listedPairs).map(({ id, handle, question, path }) => {
    const where = [handle, id, path].map(escapeMarkdown).join(', ')
    return `- Pair ${where}: ${escapeMarkdown(oneLine(question, 200))}`
  })
  const more = meant.length > listed.length ? [`- and ${meant.length - listed.length} more`] : []
  return [
    `Because: ${escapeMarkdown(oneLine(options.because, longestReason))}`,
    '',
    'Once this is merged, everything that reads the database leaves these pairs out. Their rows stay in their shards and in the history of git.',
    '',
    ...listed,
    ...more,
  ].join('\n')
}

/** Makes a pull request with the retraction, or finds the one that another process made meanwhile. */
async function openPull(request: Request, ids: readonly string[], before: string): Promise<Pull> {
  const { forge } = request.options
  const number = (await forge.pulls.list({ branchPrefix })).length + 1
  const title = titleOf(request, ids.length)
  const pull: NewPull = {
    branch: `${branchPrefix}${number}`,
    title,
    body: bodyOf(request, new Set(ids)),
    labels: [],
    files: [{ path: retractionsPath, text: append(before, linesFor(request, ids)) }],
    message: title,
    draft: false,
    reviewers: [],
  }
  return forge.pulls.open(pull)
}

/** Says which pairs are not retracted yet in a text. */
const missingIn = ({ pairs }: Request, text: string): readonly string[] => {
  const retracted = readRetracted(text)
  return [...new Set(pairs.map(({ id }) => id))].filter(id => !retracted.has(id))
}

interface Written {
  /** Null where all of it is merged already. */
  readonly pull: Pull | null
  readonly ids: readonly string[]
}

const textOf = (texts: ReadonlyMap<string, string>): string => texts.get(retractionsPath) ?? ''

const readMerged = async ({ contents }: Forge): Promise<string> =>
  textOf(await contents.read(await contents.head(), [retractionsPath]))

/** False where somebody pushed, merged or closed meanwhile. */
async function extend(
  { pulls }: Forge,
  { number, head }: Pull,
  change: { readonly changes: readonly FileChange[]; readonly message: string },
): Promise<boolean> {
  try {
    return (await pulls.edit(number, { base: head, ...change })).type === 'written'
  } catch (error) {
    if ((await pulls.get(number))?.state === 'open') throw error
    return false
  }
}

/** Until every pair is seen to stand in an open pull request, which is made or extended, or on the default branch. */
async function write(request: Request): Promise<Written> {
  const { forge } = request.options
  let ids: readonly string[] | undefined
  for (let race = 0; race < maxRaces; race += 1) {
    const merged = await readMerged(forge)
    const missing = missingIn(request, merged)
    if (missing.length === 0) return { pull: null, ids: ids ?? [] }
    const open = (await forge.pulls.list({ state: 'open', branchPrefix }))[0]
    if (open === undefined) ids ??= missing
    const pull = open ?? (await openPull(request, missing, merged))
    // Whoever opened the same one merged it meanwhile.
    if (pull.state !== 'open') continue
    const text = textOf(await forge.pulls.read(pull.number, [retractionsPath]))
    const left = missingIn(request, text)
    ids ??= left
    if (left.length === 0) return { pull, ids }
    const changes = [{ path: retractionsPath, text: append(text, linesFor(request, left)) }]
    const message = titleOf(request, left.length)
    const written = await extend(forge, pull, { changes, message })
    // Looked at again in any case: a merge may have come between the look and the edit, which then is on a branch that nobody merges.
    if (written) await forge.pulls.comment(pull.number, { marker: `retract:${left[0]}`, body: bodyOf(request, new Set(left)) })
  }
  throw lost()
}

const whyLeft = (result: Exclude<MergeResult, { readonly type: 'merged' | 'stale' }>): string =>
  result.type === 'refused' ? result.reason : `It conflicts in ${result.paths.slice(0, 3).join(', ')}; merge it by hand`

async function merge(
  { options: { forge } }: Request,
  number: number,
): Promise<{ readonly pull: Pull; readonly left: string | null }> {
  for (let race = 0; race < maxRaces; race += 1) {
    const pull = await forge.pulls.get(number)
    if (pull === undefined) break
    if (pull.state !== 'open') return { pull, left: null }
    const result = await forge.pulls.merge(number, { expectedHead: pull.head, message: `Merge ${pull.title} (#${number})` })
    if (result.type !== 'merged' && result.type !== 'stale') return { pull, left: whyLeft(result) }
  }
  throw lost()
}

/** Written, and merged where that is asked; again where somebody else's merge took an older state of the pull request. */
async function settle(request: Request): Promise<Written & Pick<Retracted, 'left'>> {
  const { forge, merge: merges } = request.options
  let ids: readonly string[] | undefined
  for (let race = 0; race < maxRaces; race += 1) {
    const written = await write(request)
    ids ??= written.ids
    if (written.pull === null || !merges) return { pull: written.pull, ids, left: null }
    const { pull, left } = await merge(request, written.pull.number)
    if (left !== null || missingIn(request, await readMerged(forge)).length === 0) return { pull, ids, left }
  }
  throw lost()
}

/**
 * Takes pairs back by lines in `database/retractions.jsonl`, through a pull request; an open one is extended. Repeating it changes
 * nothing. Throws `fix-config` where the selector means no pair, or a handle several.
 */
export async function retract(options: RetractOptions): Promise<Retracted> {
  const source = await openDatabase(options.forge.contents, options.signal)
  const pairs = await selectPairs(source, options.selector, done => options.onShard(done, source.paths.length))
  const distinct = new Set(pairs.map(({ id }) => id)).size
  const { pull, ids, left } = await settle({ options, pairs })
  const already = distinct - ids.length
  if (pull === null) return { ids, already, pull, left }
  const { number, url, state } = pull
  return { ids, already, pull: { number, url, state }, left }
}
