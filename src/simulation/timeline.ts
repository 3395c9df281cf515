/** What happens at a moment, milliseconds since 1970; what was put in first happens first. */
export interface Timeline {
  /** A moment that has passed is now. */
  at(ms: number, happens: () => void): void
  now(): number
  /** Lets everything happen that is due before the end. */
  runUntil(endMs: number): void
}

interface Entry {
  readonly ms: number
  readonly order: number
  readonly happens: () => void
}

const isBefore = (a: Entry, b: Entry): boolean => a.ms < b.ms || (a.ms === b.ms && a.order < b.order)

/** A binary heap. */
export function createTimeline(startMs: number): Timeline {
  const heap: Entry[] = []
  let now = startMs
  let order = 0

  const swap = (a: number, b: number): void => {
    const [first, second] = [heap[a], heap[b]]
    if (first === undefined || second === undefined) return
    heap[a] = second
    heap[b] = first
  }
  const isLess = (a: number, b: number): boolean => {
    const [first, second] = [heap[a], heap[b]]
    return first !== undefined && second !== undefined && isBefore(first, second)
  }
  const rise = (from: number): void => {
    let at = from
    while (at > 0 && isLess(at, (at - 1) >> 1)) {
      swap(at, (at - 1) >> 1)
      at = (at - 1) >> 1
    }
  }
  const sink = (): void => {
    let at = 0
    for (;;) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      const least = isLess(right, left) ? right : left
      if (!isLess(least, at)) return
      swap(least, at)
      at = least
    }
  }
  const take = (): Entry | undefined => {
    const first = heap[0]
    const last = heap.pop()
    if (first === undefined || last === undefined || heap.length === 0) return first
    heap[0] = last
    sink()
    return first
  }

  return {
    now: () => now,
    at: (ms, happens) => {
      order += 1
      heap.push({ ms: Math.max(Math.round(ms), now), order, happens })
      rise(heap.length - 1)
    },
    runUntil: endMs => {
      while ((heap[0]?.ms ?? Infinity) < endMs) {
        const next = take()
        if (next === undefined) return
        now = next.ms
        next.happens()
      }
      now = endMs
    },
  }
}
