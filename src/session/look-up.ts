import { createHash } from 'node:crypto'
import { z } from 'zod'
import { readLines } from '../dataset/database/lines.ts'
import { databaseFolder, isShardPath, retractionsPath } from '../dataset/database/paths.ts'
import { readRetracted } from '../dataset/database/retractions.ts'
import { parsePairFile } from '../dataset/pair-file.ts'
import type { KnownFile, KnownPlace, KnownQuestion, QuestionIndexes } from '../dataset/question-index.ts'
import type { Instant } from '../domain/instant.ts'
import type { Part } from '../domain/task.ts'
import type { Match } from '../domain/work.ts'
import type { Forge, Head } from '../forge/forge.ts'
import type { LookUp } from './handlers.ts'
import type { StateBook } from './state-book.ts'

/** Only what is compared is kept of a row: a hundred thousand whole ones would fill the memory. */
const rowSchema = z.object({ id: z.string(), question: z.string() })

export interface LookUpSetup {
  readonly forge: Forge
  readonly book: StateBook
  /** Kept as long as the session lasts, so that each look brings only what is new. */
  readonly indexes: QuestionIndexes
  /** Deliveries that were opened before this moment and were not reviewed since count no more. */
  readonly openSince: () => Instant
}

export interface LookUpOptions {
  /** Its own deliveries do not count. */
  readonly task: string
  /** `all`: the database, merged deliveries and what waits for review. `database`: its rows, merged or waiting; deliveries are what comes into it. */
  readonly scope: 'all' | 'database'
}

/** What cannot be read is no duplicate of anything. */
const readRows = (text: string): KnownQuestion[] =>
  [...readLines(text, rowSchema)].flatMap(line => (line.type === 'value' ? [line.value] : []))

function readDelivered(path: string, text: string): KnownQuestion[] {
  try {
    return parsePairFile(text).pairs.map(({ handle, question }) => ({ id: `${path}#${handle}`, question }))
  } catch {
    return []
  }
}

const inboxFolder = 'inbox'
const isPairFile = (path: string): boolean => path.startsWith(`${inboxFolder}/`) && path.endsWith('.json')

const questionsOf = (texts: ReadonlyMap<string, string>): ReadonlyMap<string, readonly KnownQuestion[]> =>
  new Map([...texts].map(([path, text]) => [path, isShardPath(path) ? readRows(text) : readDelivered(path, text)]))

interface Counting {
  readonly forge: Forge
  readonly head: Head
  readonly counts: (path: string) => boolean
}

async function filesIn(folder: string, { forge, head, counts }: Counting): Promise<readonly KnownFile[]> {
  const versions = await forge.contents.versions(head, folder)
  return [...versions].flatMap(([path, version]) => (counts(path) ? [{ path, version }] : []))
}

interface Waiting {
  readonly path: string
  readonly text: string
  readonly task: string
}

/** What waits for review as far as the state says; one that was merged since is read twice, which does no harm. */
async function readOpen({ forge, book, openSince }: LookUpSetup, isWanted: Counting['counts']): Promise<readonly Waiting[]> {
  const since = openSince()
  const isRecent = ({ openedAt }: Part): boolean => openedAt === null || openedAt >= since
  // Rows of the database count for as long as they may be merged: no check comes after that would find a question twice.
  const wantedOf = (part: Part): readonly string[] =>
    part.paths.filter(path => isWanted(path) && (isShardPath(path) || isRecent(part)))
  const wanted = (await book.tasks())
    .flatMap(({ id, parts }) => parts.filter(({ state }) => state === 'open').map(part => ({ id, part })))
    .flatMap(({ id, part }) => (part.pull === null ? [] : [{ task: id, pull: part.pull, paths: wantedOf(part) }]))
    .filter(({ paths }) => paths.length > 0)
  // At once, because a forge may read several with one request.
  const texts = await Promise.all(wanted.map(({ pull, paths }) => forge.pulls.read(pull, paths)))
  return wanted.flatMap(({ task }, index) => [...(texts[index] ?? [])].map(([path, text]) => ({ path, text, task })))
}

const textVersion = (text: string): string => createHash('sha256').update(text).digest('hex')

type Search = (question: string) => Promise<Omit<Match, 'key'> | undefined>

/** Brings the indexes to what is there now. */
async function prepare(setup: LookUpSetup, { task, scope }: LookUpOptions): Promise<Search> {
  const { forge, indexes } = setup
  const isAll = scope === 'all'
  // At once, because a forge may bring both with one request.
  const [head, waiting] = await Promise.all([
    forge.contents.head(),
    readOpen(setup, path => isShardPath(path) || (isAll && isPairFile(path))),
  ])
  const read = async (paths: readonly string[]) => questionsOf(await forge.contents.read(head, paths))
  const [shards, merged, retractions] = await Promise.all([
    filesIn(databaseFolder, { forge, head, counts: isShardPath }),
    isAll ? filesIn(inboxFolder, { forge, head, counts: isPairFile }) : [],
    forge.contents.read(head, [retractionsPath]),
  ])
  const retracted = readRetracted(retractions.get(retractionsPath) ?? '')
  await indexes.database.hold(shards, read)
  if (isAll) await indexes.inbox.hold(merged, read)
  // Those of this task too, because other tasks of the session look into the same index.
  const texts = new Map(waiting.map(({ path, text }) => [path, text]))
  await indexes.open.hold(
    [...texts].map(([path, text]) => ({ path, version: textVersion(text) })),
    async paths => questionsOf(new Map(paths.map(path => [path, texts.get(path) ?? '']))),
  )
  const own = new Set(waiting.flatMap(each => (each.task === task ? [each.path] : [])))
  const isOthers = ({ path }: KnownPlace): boolean => path.split('/')[2] !== task
  const counts = ({ id }: KnownPlace): boolean => !retracted.has(id)
  return async question => {
    const found = [
      await indexes.database.find(question, counts),
      isAll ? await indexes.inbox.find(question, isOthers) : undefined,
      await indexes.open.find(question, place => counts(place) && !own.has(place.path)),
    ]
    const [nearest] = found.flatMap(each => each ?? []).toSorted((a, b) => b.jaccard - a.jaccard)
    return nearest && { nearest: nearest.id, jaccard: nearest.jaccard }
  }
}

/** Looks questions up for the tasks of a session; what is new since the last task is read at a task's first look. */
export const createLookUps =
  (setup: LookUpSetup) =>
  (options: LookUpOptions): LookUp => {
    let search: Promise<Search> | undefined
    return async questions => {
      search ??= prepare(setup, options)
      const find = await search
      const matches: Match[] = []
      for (const { key, question } of questions) {
        const found = await find(question)
        if (found !== undefined) matches.push({ key, ...found })
      }
      return matches
    }
  }
