import type { RehearsalOptions } from '../../src/rehearsal/start-rehearsal.ts'
import type { RunResult } from '../../src/session/result.ts'
import { runCli, startCli, type Cli, type CliEnd } from './cli.ts'
import { createDataRepository, pipeline, type DataRepository, type DataRepositoryOptions } from './data-repository.ts'
import { startProvider, type Provider } from './provider.ts'

export interface SessionEnd extends Omit<CliEnd, 'stdout'> {
  readonly stdout: string
  /** What `run --json` printed; a session that printed no result is a failed test. */
  readonly result: RunResult
}

export interface RunInput {
  readonly args?: readonly string[]
  readonly key?: string
  /** The first one where it is left out. */
  readonly pipeline?: string
}

/** One provider and one data repository whose clocks go together, unless a test pulls them apart. */
export interface World {
  readonly provider: Provider
  readonly repository: DataRepository
  /** Sets the sessions' clock, and the provider's as far ahead of it as `providerAheadMs` says. */
  moveTo(instant: string, providerAheadMs?: number): Promise<void>
  start(input?: RunInput): Cli
  /** One session to its end. */
  run(input?: RunInput): Promise<SessionEnd>
  /** Any command to its end, at this world's time. */
  cli(...args: readonly string[]): Promise<CliEnd>
  remove(): Promise<void>
}

export interface WorldOptions extends Omit<DataRepositoryOptions, 'providerUrl'> {
  readonly provider?: RehearsalOptions
  /** Which of the embedded provider's protocols the account speaks. */
  readonly protocol?: 'openrouter' | 'zai'
  /** When it is in this world, ISO 8601. */
  readonly now?: string
}

/** Far from any reset, whatever the machine's clock says. */
export const morning = '2031-05-01T09:00:00.000Z'
export const nextMorning = '2031-05-02T09:00:00.000Z'

export function resultOf(end: CliEnd): SessionEnd {
  try {
    return { ...end, result: JSON.parse(end.stdout) as RunResult }
  } catch {
    throw new Error(`Expected a result, got code ${end.code}, signal ${end.signal}:\n${end.stdout}\n${end.stderr}`)
  }
}

export async function createWorld({
  provider: providerOptions = {},
  protocol = 'openrouter',
  now = morning,
  ...options
}: WorldOptions = {}): Promise<World> {
  let offsetMs = Date.parse(now) - Date.now()
  const provider = await startProvider({ clock: now, ...providerOptions })
  const environmentOf = (key: string) => ({ REHEARSAL_KEY: key, PERPETUAL_CLOCK_OFFSET_MS: String(offsetMs) })
  const repository = await createDataRepository({ ...options, providerUrl: provider.urls[protocol] }, environmentOf('rehearsal'))
  const started = new Set<Cli>()
  const start: World['start'] = ({ args = [], key = 'rehearsal', pipeline: name = options.pipelines?.[0] ?? pipeline } = {}) => {
    const cli = startCli(['run', name, '--json', ...args], { folder: repository.folder, environment: environmentOf(key) })
    started.add(cli)
    return cli
  }
  return {
    provider,
    repository,
    start,
    run: async input => resultOf(await start(input).ended),
    cli: (...args) => runCli(args, { folder: repository.folder, environment: environmentOf('rehearsal') }),
    moveTo: async (instant, providerAheadMs = 0) => {
      offsetMs = Date.parse(instant) - Date.now()
      await provider.control('clock', { now: new Date(Date.parse(instant) + providerAheadMs).toISOString() })
    },
    remove: async () => {
      for (const cli of started) cli.signal('SIGKILL')
      await Promise.all([...started].map(cli => cli.ended))
      await provider.stop()
      repository.remove()
    },
  }
}
