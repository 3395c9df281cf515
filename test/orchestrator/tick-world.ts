import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { runTick, type Tick, type TickOptions } from '../../src/commands/tick.ts'
import { renderHistoryLine, type HistoryLine } from '../../src/domain/history.ts'
import type { Clock, Instant } from '../../src/domain/instant.ts'
import { orchestratorStateSchema, type OrchestratorState } from '../../src/domain/orchestrator-state.ts'
import type { Part, Task } from '../../src/domain/task.ts'
import type { FileChange } from '../../src/forge/forge.ts'
import { openGithubProject, openLocalProject, type Project } from '../../src/project.ts'
import { printState } from '../../src/session/state-files.ts'
import { makePart, makeTask, noon } from '../domain/samples.ts'
import { makeGithubForge, type GithubFixture } from '../forge/github/github-fixture.ts'
import { cacheFolder } from '../support/cache-folder.ts'
import { createRepository, git } from '../support/repository.ts'

/** One research pipeline besides those that are there by default, which have no tasks. */
const configText = stringify({
  github: { reviewers: ['grace'] },
  plan: { heartbeat: '6h' },
  pipelines: { 'droid-research': { schedule: { every: '0s', cooldown: '0s' } } },
})

/** A data repository whose time stands still until a test moves it. */
export interface TickWorld {
  readonly project: Project
  /** Another orchestrator on the same repository. */
  another(): Promise<Project>
  moveTo(at: Instant): void
  tick(options?: Partial<TickOptions>, project?: Project): Promise<Tick>
  readonly warnings: string[]
  told(): Promise<OrchestratorState | undefined>
  /** Puts a task into the state with such parts. */
  put(task: Partial<Task>, parts?: readonly Partial<Part>[]): Promise<void>
  putHistory(lines: readonly Partial<HistoryLine>[]): Promise<void>
  /** Of the state branch. */
  head(): Promise<string | null>
  remove(): Promise<void>
}

async function createOn(open: () => Promise<Project>, clock: { at: Instant }, remove: () => Promise<void>): Promise<TickWorld> {
  const opened: Project[] = []
  const another = async (): Promise<Project> => {
    const project = await open()
    opened.push(project)
    return project
  }
  const project = await another()
  const { state } = project.forge
  const warnings: string[] = []
  const write = async (changes: readonly FileChange[]): Promise<void> => {
    const written = await state.write(await state.head(), changes, 'By the test')
    if (written.type !== 'written') throw new Error('Expected to be alone')
  }
  return {
    project,
    another,
    warnings,
    moveTo: at => {
      clock.at = at
    },
    tick: (options = {}, by = project) => runTick(by, { warn: message => warnings.push(message), ...options }),
    told: async () => {
      const text = (await state.read(await state.head(), ['orchestrator.json'])).get('orchestrator.json')
      return text === undefined ? undefined : orchestratorStateSchema.parse(JSON.parse(text))
    },
    put: (task, parts = []) => {
      const made = makeTask({ ...task, parts: parts.map((part, index) => makePart({ part: index + 1, ...part })) })
      return write([{ path: `tasks/${made.pipeline}/${made.id}.json`, text: printState(made) }])
    },
    putHistory: lines =>
      write([
        {
          path: 'history/2026-03.jsonl',
          text: lines
            .map((line, index) =>
              renderHistoryLine({
                version: 1,
                session: `droid-research-000${index}`,
                pipeline: 'droid-research',
                agent: 'droid',
                startedAt: noon,
                endedAt: noon,
                reason: 'budget',
                spent: {},
                calls: 0,
                accepted: 0,
                rejected: 0,
                tasks: [],
                deliveries: [],
                ...line,
              }),
            )
            .join(''),
        },
      ]),
    head: () => state.head(),
    remove: async () => {
      await Promise.all(opened.map(({ forge }) => forge.close()))
      await remove()
    },
  }
}

const clockOf = (at: { at: Instant }): Clock => ({ now: () => at.at, sleep: async () => {} })
const environment = { PERPETUAL_CACHE: cacheFolder }

export async function createLocalTickWorld(): Promise<TickWorld> {
  const clock = { at: noon }
  const { folder, remove } = createRepository('perpetual-tick-')
  mkdirSync(join(folder, '.github'))
  writeFileSync(join(folder, '.github', 'perpetual.yml'), configText)
  git(folder, 'add', '.')
  git(folder, 'commit', '--quiet', '-m', 'Set up')
  const open = () => openLocalProject(folder, { clock: clockOf(clock), environment })
  return createOn(open, clock, async () => remove())
}

export interface GithubTickWorld extends TickWorld {
  readonly fixture: GithubFixture
}

export async function createGithubTickWorld(token?: (github: GithubFixture['github']) => string): Promise<GithubTickWorld> {
  const clock = { at: noon }
  const fixture = await makeGithubForge()
  await fixture.github.commit('ann', 'main', [{ path: '.github/perpetual.yml', text: configText }])
  const open = async (): Promise<Project> =>
    openGithubProject(await fixture.open(token?.(fixture.github), clockOf(clock)), { clock: clockOf(clock), environment })
  return { ...(await createOn(open, clock, () => fixture.close())), fixture }
}
