import { createDuplicateIndex } from '../dataset/duplicates.ts'
import { parsePairFile } from '../dataset/pair-file.ts'
import { z } from 'zod'
import type { Match } from '../domain/work.ts'
import type { Forge } from '../forge/forge.ts'
import type { LookUp } from './handlers.ts'

/** Only what is compared is kept of a row: a hundred thousand whole ones would fill the memory. */
const rowSchema = z.object({ id: z.string(), question: z.string() })

/** Files that are read and indexed at a time, so that memory stays bounded and answers can come in between. */
const filesAtOnce = 8

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

function* inBatches(paths: readonly string[]): Generator<readonly string[]> {
  for (let from = 0; from < paths.length; from += filesAtOnce) yield paths.slice(from, from + filesAtOnce)
}

/** All questions in the database, in merged deliveries and in those that wait for review, without one task's own. */
async function* readKnown(forge: Forge, except: string): AsyncGenerator<readonly Known[]> {
  const head = await forge.contents.head()
  const isOwn = (path: string): boolean => path.split('/')[2] === except
  const shards = (await forge.contents.list(head, 'database')).filter(path => path.endsWith('.jsonl'))
  for (const paths of inBatches(shards))
    yield [...(await forge.contents.read(head, paths)).values()].flatMap(text => text.split('\n').flatMap(readRow))
  const merged = (await forge.contents.list(head, 'inbox')).filter(path => isPairFile(path) && !isOwn(path))
  for (const paths of inBatches(merged)) yield readDelivered(await forge.contents.read(head, paths))
  for (const pull of await forge.pulls.list({ state: 'open', branchPrefix: 'perpetual/' })) {
    const paths = (await forge.pulls.paths(pull.number)).filter(path => isPairFile(path) && !isOwn(path))
    yield readDelivered(await forge.pulls.read(pull.number, paths))
  }
}

/** Looks questions up; the index is built at the first look. */
export function openLookUp(forge: Forge, { task }: { readonly task: string }): LookUp {
  let index: Promise<ReturnType<typeof createDuplicateIndex>> | undefined
  const build = async () => {
    const built = createDuplicateIndex()
    for await (const known of readKnown(forge, task)) for (const { id, question } of known) built.add(id, question)
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
