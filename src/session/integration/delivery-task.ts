import { sha256 } from '../../dataset/pair-id.ts'
import { renderIntegrationSource, type IntegrationSource } from '../../domain/integration-task.ts'
import type { Instant } from '../../domain/instant.ts'
import type { Task } from '../../domain/task.ts'
import { newTask } from '../task-book.ts'

/** Readable, and with the hash after it a name for files and branches. */
const longestSlug = 60

const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9_]+/g, '-')
    .slice(0, longestSlug)
    .replaceAll(/^[-_]+|[-_]+$/g, '')

/** `<slug>-<8 hex of the hash>`: the same for the same thing, whoever finds it and when; and a shard's name ends like one. */
export const hashedId = (readable: string, identity: string): string =>
  `${slugOf(readable) || 'file'}-${sha256(identity).slice(0, 8)}`

/** What a delivered file's shard and unit are called. */
export const deliveryName = (path: string): string => hashedId(path.replace(/^inbox\//, '').replace(/\.[^./]+$/, ''), path)

/** The unit of a task that an older version began, which had one file. */
const onlyUnit = 'file'

/** What they are called in one task: another attempt at it writes shards of its own, because a shard is never written again. */
export function deliveryNames({ id, redoes, units }: Pick<Task, 'id' | 'redoes' | 'units'>, path: string) {
  const name = deliveryName(path)
  const attempt = redoes === null ? '' : id.slice(redoes.length)
  return { unit: units.some(({ unit }) => unit === onlyUnit) ? onlyUnit : name, shard: `${name}${attempt}` }
}

/** The id of the task that integrates these files of one folder: that of its file where there is one alone. */
export const deliveryTaskId = (paths: readonly string[]): string => {
  const [first = ''] = paths
  return paths.length === 1 ? deliveryName(first) : hashedId(folderOf(first).replace(/^inbox\//, ''), paths.join('\n'))
}

export const folderOf = (path: string): string => path.replace(/\/[^/]*$/, '')

export interface IntegrationTaskInput {
  readonly pipeline: string
  readonly id: string
  readonly title: string
  readonly priority: Task['priority']
  readonly order: number
  readonly createdAt: Instant
  readonly source: IntegrationSource
}

/** A task that nobody has worked on; it has no issue, because a merged file asks nobody for anything. */
export const integrationTask = ({ source, createdAt, ...seed }: IntegrationTaskInput): Task =>
  newTask(seed, { issue: null, body: renderIntegrationSource(source), createdAt, redoes: null })
