import { createDuplicateIndex, jaccard, type Duplicate, type DuplicateIndex } from '../../dataset/duplicates.ts'

/** From this Jaccard similarity of character 5-grams on, two questions are one (the duplicate index's own line). */
const sameQuestion = 0.7

/** A question that passed the local gates, in the order in which it did, over all units of a task. */
export interface TakenQuestion {
  readonly id: string
  readonly question: string
}

/** What of a task's progress tells which of its questions are taken; `draft` is empty where a whole answer was put aside. */
export interface TakenBy {
  readonly taken: readonly TakenQuestion[]
  readonly units: readonly { readonly rejections: readonly { readonly draft: string }[] }[]
}

/** The questions of an assignment that passed the local gates, while one outcome is absorbed. */
export interface TakenQuestions {
  /** The pair that this question repeats; one that was put aside repeats nothing. */
  find(question: string): Duplicate | undefined
  add(id: string, question: string): void
  /** All of them, in the order in which they came; hands the index over to whoever asks next with this very list. */
  close(): readonly TakenQuestion[]
}

export interface TakenQuestionsStore {
  open(progress: TakenBy): TakenQuestions
}

const nearestAlive = (question: string, others: readonly TakenQuestion[]): Duplicate | undefined => {
  let nearest: Duplicate | undefined
  for (const other of others) {
    const similarity = jaccard(question, other.question)
    if (similarity >= sameQuestion && similarity > (nearest?.jaccard ?? 0))
      nearest = { id: other.id, jaccard: similarity, exact: similarity === 1 }
  }
  return nearest
}

const idsPutAside = (units: TakenBy['units']): ReadonlySet<string> =>
  new Set(units.flatMap(({ rejections }) => rejections.map(({ draft }) => draft).filter(id => id !== '')))

/**
 * An index is mutable and progress is not: each list of taken questions owns the index made for it, passes it on when it grows,
 * and an older list, asked again, gets a new one. So absorbing costs what is added, and every history sees only its own questions.
 */
export const createTakenQuestions = (): TakenQuestionsStore => {
  const owned = new WeakMap<readonly TakenQuestion[], DuplicateIndex>()
  const indexOf = (taken: readonly TakenQuestion[]): DuplicateIndex => {
    const found = owned.get(taken)
    if (found !== undefined) return found
    const made = createDuplicateIndex()
    for (const { id, question } of taken) made.add(id, question)
    owned.set(taken, made)
    return made
  }
  return {
    open: ({ taken, units }) => {
      const added: TakenQuestion[] = []
      let index: DuplicateIndex | undefined
      const ready = (): DuplicateIndex => (index ??= indexOf(taken))
      let asideIds: ReadonlySet<string> | undefined
      const aside = (): ReadonlySet<string> => (asideIds ??= idsPutAside(units))
      return {
        find: question => {
          const found = ready().find(question)
          if (found === undefined || !aside().has(found.id)) return found
          const alive = [...taken, ...added].filter(({ id }) => !aside().has(id))
          return nearestAlive(question, alive)
        },
        add: (id, question) => {
          ready().add(id, question)
          added.push({ id, question })
        },
        close: () => {
          if (added.length === 0) return taken
          const grown = [...taken, ...added]
          owned.delete(taken)
          owned.set(grown, ready())
          return grown
        },
      }
    },
  }
}
