import type { KnownFile, KnownQuestion, QuestionIndex, ReadQuestions } from '../dataset/question-index.ts'
import { createCacheFiles } from './cache-files.ts'
import { failureOf } from './failure.ts'
import { inMemory } from './open-sqlite.ts'
import { nameOf, openQuestionStore, type QuestionStore } from './question-store.ts'

export interface QuestionIndexPlace {
  /** Made where it is not there. */
  readonly folder: string
  readonly name: string
}

/** Files that are read and indexed at a time, so that memory stays bounded and answers can come in between. */
const filesAtOnce = 8

/** Files that are gone may be as many as those that count, and so many more, before the index is made anew without them. */
const goneFiles = 64

interface Held {
  readonly files: readonly KnownFile[]
  readonly read: ReadQuestions
}

/** A store that holds what is wanted; `paths` of the files that count, by their number. */
interface Ready {
  readonly store: QuestionStore
  readonly held: Held
  readonly paths: ReadonlyMap<number, string>
}

/** Brings a store to hold these files; undefined where too much of it is of files that are gone. */
async function bring(store: QuestionStore, held: Held): Promise<Ready | undefined> {
  for (;;) {
    // Asked again after each reading, because another process may be at the same files.
    const stored = store.files()
    const paths = new Map<number, string>()
    const missing: KnownFile[] = []
    for (const file of held.files) {
      const known = stored.get(nameOf(file))
      if (known === undefined) missing.push(file)
      else paths.set(known.number, known.path)
    }
    const next = missing.slice(0, filesAtOnce)
    if (next.length === 0) {
      if (stored.size - paths.size > paths.size + goneFiles) return undefined
      await store.enter()
      return { store, held, paths }
    }
    const read = await held.read(next.map(({ path }) => path))
    store.add(next.map((file): [KnownFile, readonly KnownQuestion[]] => [file, read.get(file.path) ?? []]))
  }
}

/**
 * Questions of many files, kept in SQLite outside the repository, or in memory alone where `place` is null. It is a cache: what is missing is
 * read, what is damaged is made anew, and where the folder cannot be used the index is built in memory.
 */
export function createQuestionIndex(place: QuestionIndexPlace | null): QuestionIndex {
  const files = place === null ? undefined : createCacheFiles(place.folder, place.name)
  let generation = files?.newest() ?? 0
  let isInMemory = files === undefined
  let rebuilt = 0
  let store: QuestionStore | undefined
  let ready: Ready | undefined
  let turn: Promise<unknown> = Promise.resolve()

  const open = async (): Promise<QuestionStore> => {
    if (store !== undefined) return store
    if (files === undefined || isInMemory) return (store = await openQuestionStore(inMemory))
    try {
      store = await openQuestionStore(files.pathOf(generation))
      files.removeBefore(generation)
      return store
    } catch (error) {
      if (failureOf(error) === 'damaged') throw error
      isInMemory = true
      return (store = await openQuestionStore(inMemory))
    }
  }
  const giveUp = (): void => {
    try {
      store?.close()
    } catch {
      // It is not used any more.
    }
    store = undefined
    ready = undefined
  }
  const startAnew = (): void => {
    giveUp()
    generation = Math.max(generation + 1, files?.newest() ?? 0)
  }
  const makeReady = async (held: Held): Promise<Ready> => {
    if (ready?.held === held) return ready
    ready = await bring(await open(), held)
    if (ready !== undefined) return ready
    startAnew()
    return makeReady(held)
  }
  /** Once a damaged file is followed by another one, after that by memory: whatever the disk does, the answer is right. */
  const attempt = async <Result>(held: Held, work: (ready: Ready) => Result): Promise<Result> => {
    for (;;) {
      try {
        return work(await makeReady(held))
      } catch (error) {
        const failure = failureOf(error)
        if (failure === undefined || isInMemory) throw error
        if (failure === 'damaged' && rebuilt === 0) startAnew()
        else giveUp()
        isInMemory = failure === 'unusable' || rebuilt > 0
        rebuilt += 1
      }
    }
  }
  /** One after the other: a look-up finds what the hold before it brought. */
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = turn.then(work)
    turn = result.catch(() => {})
    return result
  }
  let latest: Held = { files: [], read: async () => new Map() }
  return {
    hold: (held, read) =>
      inTurn(async () => {
        latest = { files: held, read }
        await attempt(latest, () => {})
      }),
    find: (question, accept = () => true) =>
      inTurn(() =>
        attempt(latest, ({ store: questions, paths }) => {
          const pathOf = (file: number): string => paths.get(file) ?? ''
          const found = questions.find(question, ({ id, file }) => paths.has(file) && accept({ id, path: pathOf(file) }))
          if (found === undefined) return undefined
          const { file, ...duplicate } = found
          return { ...duplicate, path: pathOf(file) }
        }),
      ),
    close: giveUp,
  }
}
