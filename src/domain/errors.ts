/** Whose turn it is: the next session by itself, the person who configures, or the developers. */
export type ActBy = 'next-run' | 'fix-config' | 'report-bug'

export interface PerpetualErrorOptions {
  readonly actBy: ActBy
  readonly cause?: unknown
}

/** An error that says in one line what was expected, what was found, and who must act. */
export class PerpetualError extends Error {
  readonly actBy: ActBy

  constructor(message: string, { actBy, cause }: PerpetualErrorOptions) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'PerpetualError'
    this.actBy = actBy
  }
}

/** A commit that a rewritten history has no more; whoever only wants its files finds them at the new head. */
export class GoneCommitError extends PerpetualError {
  constructor(commit: string) {
    super(`Expected commit ${commit.slice(0, 64)} in the repository, but it is gone: its branch was rewritten`, {
      actBy: 'next-run',
    })
  }
}

/** The one-line text of anything that was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
