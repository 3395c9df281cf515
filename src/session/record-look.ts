import type { Clock } from '../domain/instant.ts'
import { lookedDegrees, type Looked } from '../domain/task.ts'
import type { FoundPart } from './find-part.ts'
import type { StateBook } from './state-book.ts'

/** Keeps with an open part how much of it a reviewer has read; less than is known already changes nothing. */
export async function recordLook(
  { book, clock }: { readonly book: StateBook; readonly clock: Clock },
  { task, part }: FoundPart,
  looked: Looked,
): Promise<void> {
  if (looked === 'none' || lookedDegrees.indexOf(looked) <= lookedDegrees.indexOf(part.looked)) return
  await book.apply({
    type: 'look-at-part',
    operation: `look/${task.id}/${part.part}/${looked}`,
    pipeline: task.pipeline,
    now: clock.now(),
    task: task.id,
    part: part.part,
    looked,
  })
}
