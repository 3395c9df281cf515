import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { readConfig } from '../config/load-config.ts'
import type { Config } from '../config/schema.ts'
import { isTaskFile, listTaskFiles, parseTaskFile, pipelineOf, readTaskFile } from '../config/task-file.ts'
import type { Clock } from '../domain/instant.ts'
import { slotBoardSchema } from '../domain/slot.ts'
import { accountStateSchema, pipelineStateSchema } from '../domain/state.ts'
import { taskSchema } from '../domain/task.ts'
import type { SeedTask } from '../domain/task-form.ts'
import { messageOf } from '../domain/errors.ts'
import type { Forge } from '../forge/forge.ts'
import { openLocalForge } from '../forge/local/local-forge.ts'
import { checkGitVersion } from '../forge/local/repository.ts'
import { parseState } from '../session/state-files.ts'
import { attempt, ok, problem, warning, type Check } from './doctor-check.ts'
import { firstCommitOf, workTreeOf } from './repository.ts'

export const checkGit = (folder: string): Promise<readonly Check[]> =>
  attempt('Install git from https://git-scm.com.', async () => [ok(`git ${await checkGitVersion(folder)}`)])

export interface Found {
  readonly checks: readonly Check[]
  /** The work tree's top folder, where there is one. */
  readonly top?: string
}

export async function checkRepository(folder: string): Promise<Found> {
  try {
    const top = await workTreeOf(folder)
    const commit = await firstCommitOf(top)
    return { top, checks: [ok(`repository ${top}, at commit ${commit.slice(0, 10)}`)] }
  } catch (error) {
    return { checks: [problem(messageOf(error), 'Without a repository that has a commit there is nothing to work in.')] }
  }
}

export interface FoundConfig {
  readonly checks: readonly Check[]
  readonly config?: Config
}

export function checkPipelines({ pipelines }: Config): readonly Check[] {
  const enabled = Object.entries(pipelines).filter(([, each]) => each.enabled)
  if (enabled.length === 0) return [warning('no pipeline is enabled', 'Set `enabled: true` in .github/perpetual.yml.')]
  return [ok(`configuration: ${enabled.map(([name]) => name).join(', ')}`)]
}

export async function checkConfig(top: string): Promise<FoundConfig> {
  try {
    const config = await readConfig(top)
    return { config, checks: checkPipelines(config) }
  } catch (error) {
    return { checks: [problem(messageOf(error), 'Mend the file; nothing runs before.')] }
  }
}

const noTaskFiles = warning('no task files in tasks/', '`perpetual init` copies some; `perpetual tasks add` takes one of yours.')

type ReadTasks = () => readonly SeedTask[] | Promise<readonly SeedTask[]>

const checkTaskFile = (file: string, read: ReadTasks): Promise<readonly Check[]> =>
  attempt('Mend the file; `perpetual tasks import` refuses it as a whole.', async () => [
    ok(`${file}: ${(await read()).length} tasks`),
  ])

export async function checkTaskFiles(top: string, { pipelines }: Config): Promise<readonly Check[]> {
  const files = await listTaskFiles(top)
  if (files.length === 0) return [noTaskFiles]
  const checks = files.map(file => checkTaskFile(file, () => readTaskFile(join(top, file), file, pipelines)))
  return (await Promise.all(checks)).flat()
}

/** The task files of the default branch, which are those that count on GitHub. */
export async function checkCommittedTasks(
  { contents }: Pick<Forge, 'contents'>,
  { pipelines }: Config,
): Promise<readonly Check[]> {
  const head = await contents.head()
  const texts = await contents.read(head, (await contents.list(head, 'tasks')).filter(isTaskFile))
  if (texts.size === 0) return [noTaskFiles]
  const checks = [...texts].map(([file, text]) =>
    checkTaskFile(file, () => parseTaskFile(text, file, pipelineOf(file, pipelines))),
  )
  return (await Promise.all(checks)).flat()
}

const folders = [
  ['ledgers', accountStateSchema],
  ['pipelines', pipelineStateSchema],
  ['tasks', taskSchema],
  ['slots', slotBoardSchema],
] as const

/** Everything that a session would read first, so that garbage and a newer version are found before one begins. */
export async function checkStateOf({ state }: Pick<Forge, 'state'>): Promise<readonly Check[]> {
  const head = await state.head()
  if (head === null) return [ok('no state yet: the first import or session begins it')]
  let files = 0
  for (const [folder, schema] of folders) {
    const texts = await state.read(head, await state.list(head, folder))
    for (const [path, text] of texts) parseState(schema, path, text)
    files += texts.size
  }
  return [ok(`state on perpetual/state, version 1, ${files} files`)]
}

export const checkState = (top: string, clock: Clock): Promise<readonly Check[]> =>
  attempt('Update perpetual, or restore the branch perpetual/state from an earlier commit.', async () => {
    const forge = await openLocalForge({ repository: top, clock })
    try {
      return await checkStateOf(forge)
    } finally {
      await forge.close()
    }
  })

const gigabyte = 1e9

/** A run writes some megabytes a day; a full disk in the middle of it is what this warns of. */
export const checkDisk = (folder: string): Promise<readonly Check[]> =>
  attempt('Make room on the disk.', async () => {
    const { bavail, bsize } = await statfs(folder)
    const free = bavail * bsize
    const text = `${(free / gigabyte).toFixed(1)} GB of disk are free`
    if (free < 0.1 * gigabyte) return [problem(text, 'Make room: a session could not save its work.')]
    return free < gigabyte ? [warning(text, 'Make room before long.')] : [ok(text)]
  })
