import { PerpetualError } from '../../domain/errors.ts'
import type { Clock } from '../../domain/instant.ts'

export interface Making<Made> {
  readonly clock: Clock
  /** What is there already, or was made in spite of an error. */
  readonly find: () => Promise<Made | undefined>
  readonly make: () => Promise<Made>
}

/** A server that answered with an error may still be about to show what it made. */
const pauseMs = 2_000

const isPassing = (error: unknown): boolean => error instanceof PerpetualError && error.actBy === 'next-run'

/** Makes something that must not be made twice: after a failure that may have come too late it is looked for, and made once more if it is not there. */
export const makeOnce = async <Made>({ clock, find, make }: Making<Made>): Promise<Made> => {
  try {
    return await make()
  } catch (error) {
    if (!isPassing(error)) throw error
    await clock.sleep(pauseMs)
    return (await find()) ?? (await make())
  }
}
