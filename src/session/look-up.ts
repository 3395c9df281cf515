import { createDuplicateIndex } from '../dataset/duplicates.ts'
import { parsePairFile } from '../dataset/pair-file.ts'
import { z } from 'zod'
import type { Task } from '../domain/task.ts'
import type { Match } from '../domain/work.ts'
import type { Forge } from '../forge/forge.ts'
import type { LookUp } from './handlers.ts'
import type { StateBook } from './state-book.ts'

/** Only what is compared is kept of a row: a hundred thousand whole ones would fill the memory. */
const rowSchema = z.object({ id: z.string(), question: z.string() })

/** Files that are read and indexed at a time, so that memory stays bounded and answers can come in between. */
const filesAtOnce = 8

export interface LookUpSetup {
  readonly forge: Forge
  readonly book: StateBook
}

interface Known {
  readonly id: string
  readonly question: string
}

/** A row of a shard; what cannot be read is no duplicate of anything. */
function readRow(line: string): Known[] {
  try {
    const row = rowSchema.safeParse(JSON.parse(line))
    return row.success ? [row.data] : []
  } catch {
    return []
  }
}

function readDelivered(texts: ReadonlyMap<string, string>): Known[] {
  return [...texts].flatMap(([path, text]) => {
    try {
      return parsePairFile(text).pairs.map(pair => ({ id: `${path}#${pair.handle}`, question: pair.question }))
    } catch {
      return []
    }
  })
}

const isPairFile = (path: string): boolean => path.startsWith('inbox/') && path.endsWith('.json')

function* inBatches<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += filesAtOnce) yield items.slice(from, from + filesAtOnce)
}

/** All questions in the database, in merged deliveries and in those that wait for review, without one task's own. */
async function* readKnown({ forge, book }: LookUpSetup, except: string): AsyncGenerator<readonly Known[]> {
  const head = await forge.contents.head()
  const isOwn = (path: string): boolean => path.split('/')[2] === except
  const shards = (await forge.contents.list(head, 'database')).filter(path => path.endsWith('.jsonl'))
  for (const paths of inBatches(shards))
    yield [...(await forge.contents.read(head, paths)).values()].flatMap(text => text.split('\n').flatMap(readRow))
  const merged = (await forge.contents.list(head, 'inbox')).filter(path => isPairFile(path) && !isOwn(path))
  for (const paths of inBatches(merged)) yield readDelivered(await forge.contents.read(head, paths))
  for (const parts of inBatches(openParts(await book.tasks(), except))) {
    // At once, because a forge may read several with one request.
    const read = parts.map(({ pull, paths }) => forge.pulls.read(pull, paths.filter(isPairFile)))
    for (const texts of await Promise.all(read)) yield readDelivered(texts)
  }
}

/** What waits for review as far as the state says; one that was merged since is read twice, which does no harm. */
const openParts = (tasks: readonly Task[], except: string) =>
  tasks
    .filter(task => task.id !== except)
    .flatMap(task => task.parts)
    .flatMap(({ state, pull, paths }) => (state === 'open' && pull !== null ? [{ pull, paths }] : []))

/** Looks questions up; the index is built at the first look. */
export function openLookUp(setup: LookUpSetup, { task }: { readonly task: string }): LookUp {
  let index: Promise<ReturnType<typeof createDuplicateIndex>> | undefined
  const build = async () => {
    const built = createDuplicateIndex()
    for await (const known of readKnown(setup, task)) for (const { id, question } of known) built.add(id, question)
    return built
  }
  return async questions => {
    index ??= build()
    const known = await index
    return questions.flatMap(({ key, question }): Match[] => {
      const found = known.find(question)
      return found === undefined ? [] : [{ key, nearest: found.id, jaccard: found.jaccard }]
    })
  }
}
