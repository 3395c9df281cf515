import { loadConfig } from '../../src/config/load-config.ts'
import type { Instant } from '../../src/domain/instant.ts'
import type { StateStore } from '../../src/forge/forge.ts'
import type { Project } from '../../src/project.ts'
import { createStateBook } from '../../src/session/state-book.ts'
import { createStore } from '../session/session-world.ts'

/** When the recorded day's report is made. */
export const morning: Instant = '2026-11-22T05:43:00.000Z'

export type StateFiles = Readonly<Record<string, string>>

const unused = (): never => {
  throw new Error('A report asks for nothing else')
}

export interface ReportWorldOptions {
  readonly at?: Instant
  /** The text of perpetual.yml. */
  readonly config?: string
  readonly proposals?: readonly string[]
}

/** A project whose state branch holds these files, in memory, at a moment that does not pass. */
export async function openReportWorld(
  files: StateFiles,
  { at = morning, config = '', proposals = [] }: ReportWorldOptions = {},
): Promise<{ readonly project: Project; readonly store: StateStore }> {
  const store = createStore()
  await store.write(
    null,
    Object.entries(files).map(([path, text]) => ({ path, text })),
    'A recorded state',
  )
  const issues = proposals.map((title, index) => ({
    number: 900 + index,
    title,
    body: '',
    labels: ['needs-approval'],
    state: 'open' as const,
    author: 'ann',
    createdAt: at,
  }))
  const project: Project = {
    config: loadConfig(config, 'perpetual.yml'),
    book: createStateBook(store),
    clock: { now: () => at, sleep: unused },
    environment: {},
    identity: 'recorded',
    cacheFolder: '',
    indexes: unused,
    forge: {
      kind: 'github',
      defaultBranch: 'main',
      state: store,
      issues: { create: unused, get: unused, list: async () => issues, update: unused, comment: unused, comments: unused },
      pulls: {
        open: unused,
        get: unused,
        list: unused,
        paths: unused,
        read: unused,
        edit: unused,
        merge: unused,
        close: unused,
        comment: unused,
      },
      contents: {
        head: async () => null,
        read: async () => new Map(),
        list: async () => [],
        readBytes: unused,
        versions: async () => new Map(),
      },
      tidy: async () => {},
      close: async () => {},
    },
  }
  return { project, store }
}
