import type { Command } from 'commander'
import type { Clock } from '../domain/instant.ts'
import type { Reporter } from '../session/reporter.ts'
import type { SpawnSelf } from '../up/spawn-self.ts'
import type { ForgeChoice } from './forge-choice.ts'
import type { Output } from './output.ts'

/** One call of the command line, with everything from outside passed in. */
export interface Invocation {
  /** What `--repo` names, absolute; an existing folder, not yet known to be a repository. */
  readonly folder: string
  readonly forge: ForgeChoice
  readonly output: Output
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly clock: Clock
  /**
   * Takes Ctrl-C and SIGTERM over: the first aborts the signal, the second ends the process, and so does `withinMs` after the first.
   * Without it the first ends it.
   */
  readonly interruptible: (withinMs?: number) => AbortSignal
  /** Tells whoever started this process with a channel; nobody where there is none. */
  readonly tell: Reporter
  readonly spawnSelf: SpawnSelf
}

/** How a command ended; `json` is the object on standard output where `--json` is given. */
export interface Finish {
  readonly json: unknown
  readonly exitCode?: 0 | 1 | 2
}

/** Builds the invocation, runs the work, prints its object or its error, and sets the exit code; never rejects. */
export type Start = (command: Command, work: (invocation: Invocation) => Promise<Finish>) => Promise<void>

/** What a command's module exports: arguments, options, help and action. */
export interface CommandModule {
  define(command: Command, start: Start): void
}

/** One line of the registry; the module is loaded when the command is called. */
export interface CommandEntry {
  readonly name: string
  readonly summary: string
  load(): Promise<CommandModule>
}
