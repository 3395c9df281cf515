/** Whose job it is, for which work, and which attempt at it. */
export interface Display {
  readonly work: string
  readonly attempt: number
}

export const renderDisplay = (repositoryId: string, { work, attempt }: Display): string => `${repositoryId}/${work}/${attempt}`

/** Undefined where it is no job of this repository; display names are anybody's text. */
export function readDisplay(repositoryId: string, display: string): Display | undefined {
  if (!display.startsWith(`${repositoryId}/`)) return undefined
  const [, work, attempt] = /^(.+\/job-\d+)\/([1-9]\d{0,5})$/u.exec(display.slice(repositoryId.length + 1)) ?? []
  return work === undefined || attempt === undefined ? undefined : { work, attempt: Number(attempt) }
}

/** A work's id is `<task>/job-<n>`. */
export const taskOfWork = (work: string): string => work.slice(0, work.lastIndexOf('/'))
