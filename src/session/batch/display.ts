/** What a job is for, and which attempt at it. */
export interface Display {
  readonly work: string
  readonly attempt: number
}

/** What the display names of a pipeline's jobs begin with: pipelines that share a key may have tasks of the same name. */
export const jobOwnerOf = (repositoryId: string, pipeline: string): string => `${repositoryId}/${pipeline}`

export const renderDisplay = (owner: string, { work, attempt }: Display): string => `${owner}/${work}/${attempt}`

/** Undefined where it is no job of this owner; display names are anybody's text. */
export function readDisplay(owner: string, display: string): Display | undefined {
  if (!display.startsWith(`${owner}/`)) return undefined
  const [, work, attempt] = /^([^/]+\/job-\d+)\/([1-9]\d{0,5})$/u.exec(display.slice(owner.length + 1)) ?? []
  return work === undefined || attempt === undefined ? undefined : { work, attempt: Number(attempt) }
}

/** A work's id is `<task>/job-<n>`. */
export const taskOfWork = (work: string): string => work.slice(0, work.lastIndexOf('/'))
