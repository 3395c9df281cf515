import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { expect } from 'vitest'
import type { UpSummary } from '../../src/up/summary.ts'
import { runCli, startCli, type Cli, type CliEnd } from '../support/cli.ts'
import type { configOf } from '../support/data-repository.ts'
import { createWorld, morning, type World, type WorldOptions } from '../support/world.ts'

export const pipelines = ['droid-research', 'zai-second', 'claude-third'] as const

type Written = ReturnType<typeof configOf>

export interface UpEnd extends CliEnd {
  readonly summary: UpSummary
}

/** Three research pipelines, each with an account and a key of its own, and `perpetual up` beside them. */
export interface UpWorld extends World {
  start(): never
  startUp(...args: readonly string[]): Cli
  runUp(...args: readonly string[]): Promise<UpEnd>
  /** Changes the configuration as a person would: in the work tree. */
  configure(change: (config: Written) => unknown): void
  /** Replaces the configuration by a text; returns what was there. */
  write(text: string): string
  command(...args: readonly string[]): Promise<CliEnd>
  /** The processes that hold a claim now. */
  holders(): readonly number[]
}

export const endOf = async (cli: Cli): Promise<UpEnd> => {
  const end = await cli.ended
  expect(end.stdout, end.stderr).toMatch(/^\{/u)
  return { ...end, summary: JSON.parse(end.stdout) as UpSummary }
}

/** Each pipeline gets a copy of the account, and a variable for its key. */
function separate(config: Written): unknown {
  const account = config.accounts.rehearsal
  const entries = Object.entries(config.pipelines)
  return {
    accounts: Object.fromEntries(
      entries.map(([name], nth) => [nth === 0 ? 'rehearsal' : name, { ...account, key: `KEY_${nth}` }]),
    ),
    pipelines: Object.fromEntries(
      entries.map(([name, settings], nth) => [name, { ...settings, account: nth === 0 ? 'rehearsal' : name }]),
    ),
  }
}

export async function createUpWorld(options: WorldOptions = {}): Promise<UpWorld> {
  const world = await createWorld({ assignments: 1, indicators: 2, callsPerIndicator: 30, pipelines, ...options })
  const { folder } = world.repository
  const file = join(folder, '.github', 'perpetual.yml')
  const started = new Set<Cli>()
  const environment = {
    ...Object.fromEntries(pipelines.map((name, nth) => [`KEY_${nth}`, `key-of-${name}`])),
    PERPETUAL_CLOCK_OFFSET_MS: String(Date.parse(options.now ?? morning) - Date.now()),
  }
  const write = (text: string): string => {
    const before = readFileSync(file, 'utf8')
    writeFileSync(file, text)
    return before
  }
  const configure: UpWorld['configure'] = change => {
    write(stringify(change(parse(readFileSync(file, 'utf8')) as Written), { aliasDuplicateObjects: false }))
  }
  const startUp: UpWorld['startUp'] = (...args) => {
    const cli = startCli(['up', '--json', ...args], { folder, environment })
    started.add(cli)
    return cli
  }
  configure(separate)
  return {
    ...world,
    start: () => {
      throw new Error('Sessions are begun by `up`')
    },
    startUp,
    runUp: (...args) => endOf(startUp(...args)),
    configure,
    write,
    command: (...args) => runCli(args, { folder, environment }),
    holders: () => pipelines.flatMap(name => world.repository.of(name).pipelineState().claim?.holder.pid ?? []),
    remove: async () => {
      for (const cli of started) cli.signal('SIGTERM')
      await Promise.all([...started].map(cli => cli.ended))
      await world.remove()
    },
  }
}
