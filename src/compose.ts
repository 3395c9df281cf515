import type { ProcessIdentity } from './domain/claim.ts'
import type { Forge } from './forge/forge.ts'
import { findPipeline } from './kinds/find-pipeline.ts'
import { composePartsOf, lookPartsOf } from './kinds/registry.ts'
import { identifyProcess, isOfThisBoot, isProcessDead } from './process-identity.ts'
import type { Project } from './project.ts'
import { costingOf } from './provider.ts'
import { accountOf, countPartsToRead, settingOf } from './session-setting.ts'
import type { Reporter } from './session/reporter.ts'
import type { ReviewBookSetup } from './session/review-book.ts'
import type { SessionSetup } from './session/session-setup.ts'
import type { LookSetup } from './session/look.ts'
import { readSwitch } from './session/switch.ts'
import { createTaskBook } from './session/task-book.ts'
import type { TaskBook } from './session/task-book-port.ts'

/**
 * Whether a claim's holder is certain to have ended: on this host by its process, on GitHub Actions by its run.
 * A repository on a disk has one host; one on GitHub is worked on from several, which may bear the same name.
 */
export const createDeathProof =
  ({ society }: Pick<Forge, 'society'>) =>
  async (holder: ProcessIdentity): Promise<boolean> =>
    society === undefined
      ? isProcessDead(holder)
      : (isOfThisBoot(holder) && isProcessDead(holder)) || (await society.hasEnded(holder))

/** What taking in reviews needs of a project; `warn` is told what went wrong without harm. */
export const reviewSetupOf = ({ forge, book, clock, config }: Project, warn: (message: string) => void): ReviewBookSetup => ({
  forge,
  book,
  clock,
  settingOf: name => settingOf(config, name, { forge: forge.kind }),
  report: event => event.type === 'warning' && warn(event.message),
})

/** The tasks of a project, by the names that people give them. */
export const openTaskBook = ({ forge, book, clock, config, environment }: Project): TaskBook =>
  createTaskBook({
    forge,
    book,
    clock,
    agentOf: pipeline => config.pipelines[pipeline]?.agent ?? pipeline,
    identity: identifyProcess(environment),
    isDead: createDeathProof(forge),
  })

/** A task's handoff: one comment on its issue, edited; or one discussion a task where the configuration names a category. */
function createAnnouncer({ forge, config }: Project, report: Reporter): SessionSetup['announce'] {
  const category = config.github.handoffs?.discussionCategory
  return async (task, { body, pipeline }) => {
    const marker = `handoff:${task.id}`
    if (category !== undefined && forge.society !== undefined)
      await forge.society.discussions.publish({ category, title: `Handoffs of ${pipeline}: ${task.id}`, body, marker })
    else if (task.issue !== null) {
      const written = await forge.issues.comment(task.issue, { body, marker })
      const why = written === 'gone' ? 'was deleted or moved' : written === 'locked' ? 'is locked, so it takes no comment' : null
      if (why !== null)
        report({
          type: 'warning',
          message: `Issue #${task.issue} ${why}; the handoff of ${task.id} is on perpetual/state alone.`,
        })
    }
  }
}

export interface SessionOptions {
  readonly report: Reporter
  readonly asked: AbortSignal
  readonly threshold?: number | undefined
}

/** What it takes to see whether a pipeline can work now; no key. */
export function lookSetupOf(project: Project, name: string, threshold?: number): LookSetup {
  const { config, forge, book, clock } = project
  const pipeline = findPipeline(config, name)
  const setting = settingOf(config, name, { forge: forge.kind, threshold })
  return {
    setting,
    book,
    clock,
    countWaitingParts: async () => (setting.maxWaitingParts === null ? 0 : countPartsToRead(config, await book.tasks())),
    isDead: createDeathProof(forge),
    isPaused: async () => !pipeline.enabled || (await readSwitch(forge.state)).paused,
    ...lookPartsOf(project, { name, threshold }, pipeline),
  }
}

/** Everything a session of one pipeline needs, built from the configuration. Throws `fix-config` where a key is missing that it cannot begin without. */
export async function composeSession(
  project: Project,
  name: string,
  { report, asked, threshold }: SessionOptions,
): Promise<SessionSetup> {
  const { config, forge, book, clock, environment } = project
  const { setting, isDead, isPaused, discover, countWaitingParts: count } = lookSetupOf(project, name, threshold)
  return {
    setting,
    book,
    forge,
    clock,
    identity: identifyProcess(forge.kind === 'github' ? environment : {}),
    isDead,
    costing: costingOf(accountOf(config, setting.account)),
    isPaused,
    countWaitingParts: count,
    announce: createAnnouncer(project, report),
    report,
    asked,
    ...(discover !== undefined && { discover }),
    ...(await composePartsOf(project, { name, report, threshold }, findPipeline(config, name))),
  }
}
