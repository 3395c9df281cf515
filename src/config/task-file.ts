import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { PerpetualError } from '../domain/errors.ts'
import { taskIdPattern, type SeedTask } from '../domain/task-form.ts'
import { seedKinds, type SeedKind } from '../domain/task-forms/seed-text.ts'
import { explain } from './explain.ts'
import { oneOf } from './nearest.ts'
import { factsOf, type PipelineSettings } from './pipelines.ts'
import { show } from './show.ts'
import { taskFileSchemas } from './task-file-entries.ts'
import { parseYaml, readText } from './yaml-file.ts'

/** `tasks/droid-research.yml, task 3 (session_03), indicators[1].id`: what a person looks for. */
function placeOf(root: unknown, path: readonly PropertyKey[]): string {
  const [, index, ...rest] = path
  if (typeof index !== 'number') return path.map(String).join('.')
  const found = z.object({ tasks: z.array(z.unknown()) }).safeParse(root)
  const named = z.object({ id: z.string().regex(taskIdPattern) }).safeParse(found.data?.tasks[index])
  const inner = rest
    .map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')
  return `task ${index + 1}${named.success ? ` (${named.data.id})` : ''}${inner === '' ? '' : `, ${inner}`}`
}

const firstTwice = (ids: readonly string[]): string | undefined => ids.find((id, index) => ids.indexOf(id) !== index)

/** Whom a task file is for. */
export interface SeedPipeline {
  readonly name: string
  readonly kind: SeedKind
}

/** The tasks in a file's text. Throws `fix-config` naming file, task, what was expected and what was found. */
export function parseTaskFile(text: string, file: string, { name, kind }: SeedPipeline): readonly SeedTask[] {
  const root = parseYaml(text, file)
  const checked = taskFileSchemas[kind].safeParse(root)
  if (!checked.success) throw explain(checked.error, root, { file, detail: path => placeOf(root, path) })
  const { tasks } = checked.data
  const twice = firstTwice(tasks.map(each => each.id))
  if (twice !== undefined)
    throw new PerpetualError(`Expected every task to have an id of its own, got \`${twice}\` twice (${file})`, {
      actBy: 'fix-config',
    })
  return tasks.map(each => ({ pipeline: name, ...each }))
}

const seedKindOf = (pipeline: PipelineSettings | undefined): SeedKind | undefined =>
  pipeline && seedKinds.find(kind => kind === factsOf(pipeline).takes)

/** A pipeline whose tasks people write, by its name; otherwise `fix-config` with what was `wanted`, the nearest name and where. */
export function findSeedPipeline(
  name: string,
  pipelines: Readonly<Record<string, PipelineSettings>>,
  { wanted, place = '' }: { readonly wanted: string; readonly place?: string },
): SeedPipeline {
  const pipeline = Object.hasOwn(pipelines, name) ? pipelines[name] : undefined
  const kind = seedKindOf(pipeline)
  if (kind !== undefined) return { name, kind }
  const known = Object.keys(pipelines).filter(each => seedKindOf(pipelines[each]) !== undefined)
  const reason = pipeline === undefined ? '' : `, which is of kind \`${pipeline.kind}\``
  throw new PerpetualError(`Expected ${wanted}, ${oneOf(name, known)}, got ${show(name)}${reason}${place}`, {
    actBy: 'fix-config',
  })
}

/** The pipeline that a task file is for, by its name. Throws `fix-config` where there is none of that name or kind. */
export const pipelineOf = (file: string, pipelines: Readonly<Record<string, PipelineSettings>>): SeedPipeline =>
  findSeedPipeline(basename(file).replace(/\.ya?ml$/, ''), pipelines, {
    wanted: 'a task file to be named after a research or batch pipeline',
    place: ` (${file})`,
  })

/** Reads one task file; `file` is how messages name it. Throws `fix-config` where it is missing or wrong. */
export async function readTaskFile(path: string, file: string, pipelines: Readonly<Record<string, PipelineSettings>>) {
  const pipeline = pipelineOf(file, pipelines)
  const text = await readText(path, file)
  if (text === undefined) throw new PerpetualError(`Expected a task file, found none (${file})`, { actBy: 'fix-config' })
  return parseTaskFile(text, file, pipeline)
}

export const isTaskFile = (path: string): boolean => /^tasks\/[^/]+\.ya?ml$/.test(path)

/** The task files of a repository, `tasks/*.yml`, sorted; none where the folder is missing. */
export async function listTaskFiles(repositoryFolder: string): Promise<readonly string[]> {
  const names = await readdir(join(repositoryFolder, 'tasks')).catch(() => [])
  return names
    .map(each => `tasks/${each}`)
    .filter(isTaskFile)
    .toSorted()
}
