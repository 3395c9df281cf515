import { parseManifest, type Manifest } from '../../dataset/database/manifest.ts'
import { isShardPath, manifestPath, retractionsPath } from '../../dataset/database/paths.ts'
import { readRetracted } from '../../dataset/database/retractions.ts'
import { oneLine } from '../../domain/one-line.ts'
import { sha256 } from '../../dataset/pair-id.ts'
import type { Clock } from '../../domain/instant.ts'
import { parseIntegrationSource } from '../../domain/integration-task.ts'
import type { Task } from '../../domain/task.ts'
import type { Forge, Head } from '../../forge/forge.ts'
import type { StateBook } from '../state-book.ts'
import { readUnlisted } from './card.ts'
import { deliveryName, deliveryTaskId, folderOf, integrationTask } from './delivery-task.ts'

export interface DiscoverySetup {
  readonly forge: Pick<Forge, 'contents'>
  readonly book: Pick<StateBook, 'tasks'>
  readonly clock: Clock
  readonly pipeline: string
}

/** Shards that may wait for the card while files wait for integration, so that a long queue does not leave the card behind. */
const mostUnlisted = 25

const isDelivered = (path: string): boolean =>
  /^inbox\/.+\.(?:json|jsonl|csv)$/.test(path) && !path.endsWith('.calls.jsonl') && !/(?:^|\/)\./.test(path)

/** A shard, or the rejects beside one, named after the file that it was made of, whichever attempt made it. */
const writerOf = (path: string): string =>
  path.replace(/^.*\//, '').replace(/(?:-r\d{1,3})?(?:-\d{1,3})?(?:\.rejects)?\.jsonl$/, '')

const isWaiting = ({ status }: Task): boolean => status === 'pending' || status === 'in-progress'
/** One that asks for a person waits for nobody else: what is missing by now may be another thing. */
const isUnderWay = (task: Task): boolean => isWaiting(task) || task.status === 'in-review'
const pathsOf = (body: string): readonly string[] => {
  const source = parseIntegrationSource(body)
  return source?.type === 'delivery' ? source.paths : []
}
const isCard = ({ body }: Task): boolean => parseIntegrationSource(body)?.type === 'card'

interface Look {
  readonly head: string
  readonly tasks: readonly Task[]
  readonly database: readonly string[]
}

/** Files of a task at the most: with the pairs of as many videos, or indicators, one or two parts come out. */
export const mostFiles = 12

const chunksOf = (paths: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(paths.length / mostFiles) }, (_, index) =>
    paths.slice(index * mostFiles, (index + 1) * mostFiles),
  )

const titleOf = (paths: readonly string[]): string => {
  const [first = ''] = paths
  return paths.length === 1
    ? `Integrate ${oneLine(first, 200)}`
    : `Integrate ${paths.length} files of ${oneLine(folderOf(first), 200)}`
}

/** Files on the default branch that no task and no shard of the database knows, those of one folder together: each task asks a reviewer once. */
function newDeliveries(setup: DiscoverySetup, { head, tasks, database }: Look, inbox: readonly string[]): readonly Task[] {
  const taken = new Set(tasks.flatMap(({ body }) => pathsOf(body)))
  const written = new Set(database.map(writerOf))
  const createdAt = setup.clock.now()
  const ids = new Set(tasks.map(({ id }) => id))
  const fresh = inbox.filter(path => isDelivered(path) && !taken.has(path) && !written.has(deliveryName(path)))
  const found = [...Map.groupBy(fresh, folderOf).values()].flatMap(chunksOf).map(paths =>
    integrationTask({
      pipeline: setup.pipeline,
      id: deliveryTaskId(paths),
      title: titleOf(paths),
      priority: 'p2',
      order: 0,
      createdAt,
      source: { type: 'delivery', paths: [...paths], commit: head },
    }),
  )
  // A task whose text nobody can read keeps its name: found again and again, it would keep a session looking for ever.
  return found.filter(({ id }) => !ids.has(id))
}

/** Whether the manifest was counted before the last retraction. */
const isBehind = (manifest: Manifest | undefined, retracted: ReadonlySet<string>): boolean =>
  manifest !== undefined && manifest.totals.retracted !== Math.max(0, retracted.size - manifest.totals.erased)

/**
 * The card's task, where merged shards or retractions are not in the manifest: one at a time, and named after what is missing and from
 * what, so that a card that a person closed is not offered again before there is something new.
 */
async function newCard(setup: DiscoverySetup, { head, tasks, database }: Look, waiting: boolean): Promise<readonly Task[]> {
  if (tasks.some(task => isCard(task) && isUnderWay(task))) return []
  const shards = database.filter(isShardPath)
  if (shards.length === 0) return []
  const texts = await setup.forge.contents.read(head, [manifestPath, retractionsPath])
  const [written, retractions = ''] = [texts.get(manifestPath), texts.get(retractionsPath)]
  const manifest = written === undefined ? undefined : parseManifest(written)
  const listed = new Set(manifest?.shards.map(({ path }) => path))
  const unlisted = shards.filter(path => !listed.has(path)).toSorted()
  if (waiting && unlisted.length < mostUnlisted) return []
  const missing = (await readUnlisted(setup.forge, { at: head, missing: unlisted })).map(({ path }) => path)
  if (missing.length === 0 && !isBehind(manifest, readRetracted(retractions))) return []
  const id = `card-${sha256([written ?? '', retractions, ...missing].join('\n')).slice(0, 8)}`
  if (tasks.some(task => task.id === id)) return []
  const card = integrationTask({
    pipeline: setup.pipeline,
    id,
    title:
      missing.length === 0
        ? 'Count what was retracted into the manifest and the card'
        : `Count ${missing.length} new ${missing.length === 1 ? 'shard' : 'shards'} into the manifest and the card`,
    priority: 'p1',
    order: 0,
    createdAt: setup.clock.now(),
    source: { type: 'card', commit: head },
  })
  return [card]
}

/** What is merged and not integrated, and the card where it is behind: tasks that are not in the state yet. Two listings and, once there are shards, the manifest. */
export async function discoverDeliveries(setup: DiscoverySetup): Promise<readonly Task[]> {
  const { contents } = setup.forge
  const head: Head = await contents.head()
  if (head === null) return []
  const [tasks, inbox, database] = await Promise.all([
    setup.book.tasks(setup.pipeline),
    contents.list(head, 'inbox'),
    contents.list(head, 'database'),
  ])
  const look = { head, tasks, database }
  const deliveries = newDeliveries(setup, look, inbox)
  const waiting = deliveries.length > 0 || tasks.some(task => isWaiting(task) && !isCard(task))
  return [...(await newCard(setup, look, waiting)), ...deliveries]
}
