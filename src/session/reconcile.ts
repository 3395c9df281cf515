import type { Issue } from '../forge/forge.ts'
import { createEndings } from './endings.ts'
import { settleAllOwnMerges } from './own-merges.ts'
import { projectAll } from './projection.ts'
import type { SessionSetup } from './session-setup.ts'

/** Finishes what others left: takes in reviews, prunes what is done, mends labels. It sends nothing and needs no claim. Gives the tasks' issues as it found them. */
export async function reconcile(setup: SessionSetup): Promise<ReadonlyMap<number, Issue>> {
  const { book, forge, setting, clock } = setup
  await settleAllOwnMerges(setup)
  const endings = createEndings({ ...setup, settingOf: () => setting })
  await endings.settleAll(setting.pipeline, await book.tasks(setting.pipeline))
  return projectAll(forge, await book.tasks(setting.pipeline), { agent: setting.agent, now: clock.now() })
}
