import { takeInReviews, pruneResults } from './reviews.ts'
import { projectAll } from './projection.ts'
import type { SessionSetup } from './session-setup.ts'

/** Finishes what others left: takes in reviews, prunes what is done, mends labels. It sends nothing and needs no claim. */
export async function reconcile(setup: SessionSetup): Promise<void> {
  const { book, forge, setting } = setup
  for (const task of await book.tasks(setting.pipeline)) {
    await takeInReviews(setup, task)
    await pruneResults(book, task)
  }
  await projectAll(forge, await book.tasks(setting.pipeline), setting.agent)
}
