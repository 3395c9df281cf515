import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { quoteSha256 } from '../../src/dataset/pair-id.ts'
import { renderUnit } from '../../src/dataset/pair-file.ts'
import { parsePairFile } from '../../src/dataset/pair-rows.ts'
import type { Clock } from '../../src/domain/instant.ts'
import type { Part, Task } from '../../src/domain/task.ts'
import type { CheckReport, FileChange, Forge, Society } from '../../src/forge/forge.ts'
import { openLocalForge } from '../../src/forge/local/local-forge.ts'
import { createEndings } from '../../src/session/endings.ts'
import { createRecheck } from '../../src/session/recheck.ts'
import { createReviewCommands } from '../../src/session/review-commands.ts'
import { createStateBook } from '../../src/session/state-book.ts'
import { delivery, pair } from '../dataset/sample-pairs.ts'
import { freshId, makePart, makeTask } from '../domain/samples.ts'
import { commitOnBranch, gitIn, makeRepository } from '../forge/local/local-fixture.ts'

const pipeline = 'droid-research'
const account = 'perpetual[local]'
export const macdPath = 'inbox/droid/a1/macd.json'
export const callsPath = 'inbox/droid/a1/macd.calls.jsonl'

/** A pair as research accepts it: its quote was found on its page. */
const acceptedPair = (number: number) => {
  const base = pair(number)
  const quote = `The reading number ${number} says how far the two averages are apart.`
  return {
    ...base,
    citations: base.citations.map(each => ({ ...each, quote, quote_sha256: quoteSha256(quote), match_score: 97 })),
  }
}

const unitOf = (pairs: number) => delivery({ pairs: Array.from({ length: pairs }, (_, index) => acceptedPair(index + 1)) })

export interface ReviewWorldOptions {
  readonly parts?: number
  readonly pairs?: number
  readonly status?: Task['status']
  /** Who may write. */
  readonly writers?: readonly string[]
}

const templates = new Map<string, string>()

afterAll(() => {
  for (const top of templates.values()) rmSync(top, { recursive: true, force: true })
  templates.clear()
})

/** Far from any reset, a millisecond later at every look. */
const createClock = () => {
  let nowMs = Date.parse('2031-05-01T09:00:00.000Z')
  const clock: Clock = { now: () => new Date((nowMs += 1)).toISOString(), sleep: () => Promise.resolve() }
  return { clock, passMs: (ms: number): void => void (nowMs += ms) }
}

const pathIn = (part: number, path: string): string => (part === 1 ? path : path.replace('/a1/', `/a${part}/`))

type Delivered = Required<Omit<ReviewWorldOptions, 'writers'>>

/** Delivers a task as a session does. */
export async function deliverTask(forge: Forge, clock: Clock, { parts: count, pairs, status }: Delivered): Promise<Task> {
  const issue = await forge.issues.create({ title: 'A1', body: '', labels: [], marker: 'task' })
  const parts: Part[] = []
  for (let part = 1; part <= count; part += 1) {
    const files = renderUnit(unitOf(pairs)).map(({ path, text }) => ({ path: pathIn(part, path), text }))
    const branch = `perpetual/${pipeline}/a1-${part}`
    const pull = await forge.pulls.open({
      branch,
      title: 'T',
      body: '',
      labels: [],
      files,
      message: 'Deliver',
      draft: false,
      reviewers: [],
    })
    const paths = files.map(({ path }) => path)
    parts.push(makePart({ part, branch, paths, pairs, state: 'open', pull: pull.number, commit: pull.first }))
  }
  const units = [{ unit: 'macd', name: 'MACD', ended: true, calls: 90, callsExpected: 100, accepted: 10, rejected: {} }]
  const spent = { calls: 100 }
  const task = makeTask({ id: 'a1', issue: issue.number, status, parts, units, spent, activeMs: 120_000, resultFiles: 1 })
  await createStateBook(forge.state).apply(
    { type: 'add-tasks', operation: freshId(), pipeline, now: clock.now(), tasks: [task] },
    { files: [{ path: `results/${pipeline}/a1/0001.jsonl`, text: '{}\n' }] },
  )
  return task
}

async function makeTemplate(options: Delivered): Promise<string> {
  const top = mkdtempSync(join(tmpdir(), 'perpetual-review-'))
  const { clock } = createClock()
  const forge = await openLocalForge({ repository: makeRepository(join(top, 'repository'), { bare: true }), clock })
  await deliverTask(forge, clock, options)
  await forge.close()
  return top
}

async function copyOfDelivered(options: Delivered): Promise<string> {
  const key = JSON.stringify(options)
  const template = templates.get(key) ?? (await makeTemplate(options))
  templates.set(key, template)
  const top = mkdtempSync(join(tmpdir(), 'perpetual-review-'))
  cpSync(template, top, { recursive: true, preserveTimestamps: true })
  return top
}

const createSociety = (writers: readonly string[]) => {
  const checks: CheckReport[] = []
  const asked: string[] = []
  const mayWrite = async (login: string): Promise<boolean> => {
    asked.push(login)
    return writers.includes(login)
  }
  const report = async (check: CheckReport) => {
    checks.push(check)
    return { url: `check/${checks.length}` }
  }
  const publish = () => Promise.reject(new Error('Nothing is published'))
  const society: Society = {
    people: { account, mayWrite },
    discussions: { publish },
    checks: { report },
    hasEnded: async () => false,
  }
  return { society, checks, asked }
}

/** What one process on a forge would have. */
export function createProcess(
  forge: Forge,
  { clock, warn }: { readonly clock: Clock; readonly warn: (message: string) => void },
) {
  const setup = {
    forge,
    book: createStateBook(forge.state),
    clock,
    settingOf: () => ({ agent: 'droid', expectedCallMs: 12_000, concurrency: 8 }),
    report: (event: { readonly type: string; readonly message?: string }) => warn(event.message ?? event.type),
  }
  const endings = createEndings(setup)
  return {
    endings,
    commands: createReviewCommands({ ...setup, endings }),
    recheck: createRecheck({ ...setup, rules: { deny: [], minDomainsForNumbers: 1 } }),
  }
}

/** A repository on this disk with a delivered task, and people around it as a forge on the network has them. */
export async function createReviewWorld({
  parts: count = 1,
  pairs = 10,
  status = 'in-review',
  writers = ['ann', 'bob'],
}: ReviewWorldOptions = {}) {
  const top = await copyOfDelivered({ parts: count, pairs, status })
  const folder = join(top, 'repository')
  const { clock, passMs } = createClock()
  const { society, checks, asked } = createSociety(writers)
  const opened: Forge[] = []
  const open = async (login?: string): Promise<Forge> => {
    const forge = await openLocalForge({ repository: folder, clock, ...(login === undefined ? {} : { account: login }) })
    opened.push(forge)
    return { ...forge, society }
  }
  const forge = await open()
  const book = createStateBook(forge.state)
  const readTask = async (): Promise<Task> => {
    const [found] = await createStateBook(forge.state).tasks()
    if (found === undefined) throw new Error('The task is gone')
    return found
  }
  const { parts, issue } = await readTask()
  const warnings: string[] = []
  const partsOn = (on: Forge) => createProcess(on, { clock, warn: message => warnings.push(message) })
  const pullOf = (part = 1): number => parts[part - 1]?.pull ?? 0
  const branchOf = (part = 1): string => parts[part - 1]?.branch ?? ''
  return {
    forge,
    book,
    folder,
    checks,
    asked,
    warnings,
    issue: issue ?? 0,
    pull: pullOf,
    branch: branchOf,
    ...partsOn(forge),
    another: async () => partsOn(await open()),
    /** The same with something of the forge changed. */
    withForge: (change: Partial<Forge>) => partsOn({ ...forge, ...change }),
    /** A comment by somebody; its text is its marker too, so that another text is another comment. */
    say: async (login: string, body: string, part = 1) =>
      (await open(login)).issues.comment(pullOf(part), { body, marker: freshId() }),
    edit: (changes: readonly FileChange[], part = 1): string => commitOnBranch(folder, branchOf(part), changes),
    text: (path = macdPath, part = 1): string => gitIn(folder, ['show', `${branchOf(part)}:${path}`]),
    handles: (part = 1): readonly string[] =>
      parsePairFile(gitIn(folder, ['show', `${branchOf(part)}:${pathIn(part, macdPath)}`])).pairs.map(row => row.handle),
    log: (): readonly string[] =>
      gitIn(folder, ['log', '-z', '--format=%B', `main..${branchOf()}`])
        .split('\0')
        .filter(text => text !== ''),
    /** Comments of the automation. */
    replies: async (number = pullOf()) =>
      (await forge.issues.comments(number)).filter(({ author }) => author === account).map(({ body }) => body),
    task: readTask,
    results: async () => forge.state.list(await forge.state.head(), 'results'),
    merge: async (part = 1) => {
      const head = gitIn(folder, ['rev-parse', branchOf(part)])
      return forge.pulls.merge(pullOf(part), { expectedHead: head, message: 'Merge' })
    },
    passMs,
    close: async () => {
      await Promise.all(opened.map(each => each.close()))
      rmSync(top, { recursive: true, force: true })
    },
  }
}

export type ReviewWorld = Awaited<ReturnType<typeof createReviewWorld>>
