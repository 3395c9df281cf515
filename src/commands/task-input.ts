import { readFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Config } from '../config/schema.ts'
import { show } from '../config/show.ts'
import { findSeedPipeline, isTaskFile, listTaskFiles, parseTaskFile, pipelineOf, readTaskFile } from '../config/task-file.ts'
import { PerpetualError } from '../domain/errors.ts'
import { longestBody } from '../domain/issue-body.ts'
import type { Priority } from '../domain/task.ts'
import type { SeedTask } from '../domain/task-form.ts'
import { batchText, parseSeedText, topicText, type SeedKind } from '../domain/task-forms/seed-text.ts'
import type { Project } from '../project.ts'
import { workTreeOf } from './repository.ts'

const refuse = (message: string): PerpetualError => new PerpetualError(message, { actBy: 'fix-config' })

interface TaskFile {
  /** How messages name it. */
  readonly file: string
  readonly seeds: readonly SeedTask[]
}

/** On GitHub the committed task files count, as the committed configuration does; a clone may not have them yet. */
async function readCommitted({ forge: { contents }, config: { pipelines } }: Project): Promise<readonly TaskFile[]> {
  const head = await contents.head()
  const paths = (await contents.list(head, 'tasks')).filter(isTaskFile)
  const texts = await contents.read(head, paths)
  return [...texts].map(([file, content]) => ({ file, seeds: parseTaskFile(content, file, pipelineOf(file, pipelines)) }))
}

async function readFromDisk(folder: string, files: readonly string[], { config }: Project): Promise<readonly TaskFile[]> {
  const top = files.length > 0 ? folder : await workTreeOf(folder)
  const paths = files.length > 0 ? files.map(file => resolve(file)) : (await listTaskFiles(top)).map(file => join(top, file))
  const read = [...new Set(paths)].map(async path => {
    const inside = relative(top, path)
    const file = inside.startsWith('..') ? path : inside
    return { file, seeds: await readTaskFile(path, file, config.pipelines) }
  })
  return Promise.all(read)
}

/** The tasks of the named files, or of all in `tasks/`; all are read and checked before any is used. */
export async function readSeeds(
  project: Project,
  { folder, files }: { readonly folder: string; readonly files: readonly string[] },
): Promise<readonly SeedTask[]> {
  const isCommitted = project.forge.kind === 'github' && files.length === 0
  const found = isCommitted ? await readCommitted(project) : await readFromDisk(folder, files, project)
  if (found.length === 0) throw refuse('Expected task files in tasks/, found none. `perpetual init` copies some.')
  const owners = new Map<string, string>()
  for (const { file, seeds } of found) {
    for (const seed of seeds) {
      const name = `${seed.pipeline}/${seed.id}`
      const owner = owners.get(name)
      if (owner !== undefined)
        throw refuse(`Expected every task to have an id of its own, got \`${seed.id}\` in ${owner} and in ${file}`)
      owners.set(name, file)
    }
  }
  return found.flatMap(each => each.seeds)
}

export interface AddedTask {
  readonly pipeline: string
  /** A file with the text of the issue form, or `-` for standard input; undefined where the values tell all. */
  readonly file: string | undefined
  readonly values: TaskValues
  readonly priority: Priority
  readonly order: number
}

/** What `tasks add` takes in place of a file. */
export interface TaskValues {
  readonly title: string | undefined
  readonly brief: string | undefined
  readonly videos: readonly string[]
  readonly questions: readonly string[]
}

async function readText(file: string): Promise<string> {
  const body = file === '-' ? await text(process.stdin) : await readFile(file, 'utf8').catch(() => undefined)
  if (body === undefined) throw refuse(`Expected a file with the text of a task, found none at ${show(file)}`)
  return body
}

/** The options that belong to the other kind of pipeline are refused and not left out in silence. */
function textOf(kind: SeedKind, { title, brief, videos, questions }: TaskValues): string {
  if (title === undefined) throw refuse('Expected a file with the text of a task, or `--title`, got neither')
  if (kind === 'batch') {
    if (brief !== undefined) throw refuse('Expected `--brief` with a research pipeline only; a batch has `--question`')
    return batchText({ title, videos, questions })
  }
  if (videos.length > 0 || questions.length > 0)
    throw refuse('Expected `--video` and `--question` with a batch pipeline only; a topic has `--brief`')
  return topicText({ title, brief: brief ?? '' })
}

const isEmpty = ({ title, brief, videos, questions }: TaskValues): boolean =>
  title === undefined && brief === undefined && videos.length + questions.length === 0

/** A task from the text that an issue would have, or from values. Throws `fix-config` with everything that its author must mend. */
export async function readAddedTask(added: AddedTask, config: Config): Promise<SeedTask> {
  const { file, values, priority, order } = added
  const pipeline = findSeedPipeline(added.pipeline, config.pipelines, { wanted: 'a research or batch pipeline' })
  if (file !== undefined && !isEmpty(values))
    throw refuse('Expected either a file or `--title`, `--brief`, `--video` and `--question`, got both')
  const body = file === undefined ? textOf(pipeline.kind, values) : await readText(file)
  if (body.length > longestBody) throw refuse(`Expected a task of at most 65,536 characters, got ${body.length}`)
  const parsed = parseSeedText(body, pipeline.kind)
  if (parsed.type === 'seed') return { pipeline: pipeline.name, ...parsed.seed, priority, order }
  const source = file === undefined ? 'its options' : file === '-' ? 'standard input' : file
  throw refuse(`Expected the text of a task (${source}): ${parsed.problems.join(' ')}`)
}
