export type Turn = 'new' | 'retry'

interface Waiter {
  readonly grant: () => void
}

/** Those who wait for a turn: retries first, then in the order of coming. */
export interface WaitingLine {
  readonly length: () => number
  /** Resolves when the turn has come; rejects with the signal's reason, after `whenLeft`. */
  readonly join: (turn: Turn, signal: AbortSignal, whenLeft: () => void) => Promise<void>
  /** Lets the first one go. */
  readonly next: () => void
}

export const createWaitingLine = (): WaitingLine => {
  const lines: Readonly<Record<Turn, Waiter[]>> = { new: [], retry: [] }
  return {
    length: () => lines.retry.length + lines.new.length,
    join: (turn, signal, whenLeft) =>
      new Promise((resolve, reject) => {
        const leave = (): void => {
          lines[turn].splice(lines[turn].indexOf(waiter), 1)
          whenLeft()
          reject(signal.reason)
        }
        const waiter: Waiter = {
          grant: () => {
            signal.removeEventListener('abort', leave)
            resolve()
          },
        }
        signal.addEventListener('abort', leave, { once: true })
        lines[turn].push(waiter)
      }),
    next: () => (lines.retry.shift() ?? lines.new.shift())?.grant(),
  }
}
