import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { PerpetualError } from '../domain/errors.ts'
import { renderResearchBody } from '../domain/issue-body.ts'
import { priorities } from '../domain/task.ts'
import { mostIndicators, taskIdPattern, titleSchema, type SeedTask } from '../domain/task-form.ts'
import { explain } from './explain.ts'
import { choice, line, list, name, section } from './fields.ts'
import { oneOf } from './nearest.ts'
import type { PipelineSettings } from './pipelines.ts'
import { show } from './show.ts'
import { parseYaml, readText } from './yaml-file.ts'

const idError = 'a task id: lower-case letters, digits, `-` and `_`, at most 60 characters'
const titleError = 'a title, one line of 1 to 200 characters without spaces at its ends'
const orderError = 'a whole number from -1000000 to 1000000'
const briefError = 'a brief of 1 to 4000 characters'

const indicator = section({
  id: name('an indicator id'),
  name: line('the name of an indicator', { max: 120 }),
  family: line('the family of an indicator', { max: 60 }),
  brief: z.string({ error: briefError }).min(1, { error: briefError }).max(4000, { error: briefError }),
})

const task = section({
  id: z.string({ error: idError }).regex(taskIdPattern, { error: idError }),
  title: z.string({ error: titleError }).refine(value => titleSchema.safeParse(value).success, { error: titleError }),
  priority: choice(priorities).default('p2'),
  order: z.int({ error: orderError }).min(-1_000_000, { error: orderError }).max(1_000_000, { error: orderError }).default(0),
  indicators: list(indicator, 'indicators')
    .min(1, { error: 'a list of at least one indicator' })
    .max(mostIndicators, { error: `a list of at most ${mostIndicators} indicators` }),
})

const fileSchema = section({
  tasks: z.array(task, { error: 'a list of tasks' }).max(10_000, { error: 'a list of at most 10000 tasks' }),
})

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

/** The tasks in a file's text. Throws `fix-config` naming file, task, what was expected and what was found. */
export function parseTaskFile(text: string, file: string, pipeline: string): readonly SeedTask[] {
  const root = parseYaml(text, file)
  const checked = fileSchema.safeParse(root)
  if (!checked.success) throw explain(checked.error, root, { file, detail: path => placeOf(root, path) })
  const { tasks } = checked.data
  const refuse = (message: string) => new PerpetualError(message, { actBy: 'fix-config' })
  const twice = firstTwice(tasks.map(each => each.id))
  if (twice !== undefined) throw refuse(`Expected every task to have an id of its own, got \`${twice}\` twice (${file})`)
  for (const each of tasks) {
    const indicatorTwice = firstTwice(each.indicators.map(({ id }) => id))
    if (indicatorTwice !== undefined) {
      throw refuse(`Expected an indicator once in a task, got \`${indicatorTwice}\` twice (${file}, task ${each.id})`)
    }
    // What does not fit into an issue is refused here, before anything is made.
    renderResearchBody({ task: each.id, title: each.title, indicators: each.indicators })
  }
  return tasks.map(each => ({ pipeline, ...each }))
}

/** The pipeline that a task file is for, by its name. Throws `fix-config` where there is none of that name or kind. */
export function pipelineOf(file: string, pipelines: Readonly<Record<string, PipelineSettings>>): string {
  const stem = basename(file).replace(/\.ya?ml$/, '')
  const known = Object.keys(pipelines).filter(each => pipelines[each]?.kind === 'research')
  const pipeline = Object.hasOwn(pipelines, stem) ? pipelines[stem] : undefined
  if (pipeline?.kind === 'research') return stem
  const reason = pipeline === undefined ? '' : `, which is of kind \`${pipeline.kind}\``
  throw new PerpetualError(
    `Expected a task file to be named after a research pipeline, ${oneOf(stem, known)}, got ${show(stem)}${reason} (${file})`,
    {
      actBy: 'fix-config',
    },
  )
}

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
