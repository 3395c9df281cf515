import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command, CommanderError } from 'commander'
import { z } from 'zod'
import { show } from '../config/show.ts'
import { PerpetualError } from '../domain/errors.ts'
import type { Clock } from '../domain/instant.ts'
import type { CommandEntry, Invocation, Start } from './command.ts'
import { chooseForge, forgeKinds } from './forge-choice.ts'
import { exitCodeOf, printError, type Output } from './output.ts'

/** The process, as far as the command line needs it. */
export interface Surroundings {
  readonly arguments: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly folder: string
  readonly version: string
  readonly clock: () => Clock
  readonly createOutput: (options: { readonly json: boolean; readonly quiet: boolean }) => Output
  readonly interruptible: Invocation['interruptible']
  readonly tell: Invocation['tell']
  readonly spawnSelf: Invocation['spawnSelf']
  readonly writeOut: (text: string) => void
  readonly writeError: (text: string) => void
  readonly columns: () => number
}

const examples = `
Examples:
  perpetual demo                          see the whole loop, without a key and without a network
  perpetual init                          set this repository up
  perpetual doctor                        what is still missing
  perpetual tasks import                  make the tasks of tasks/*.yml
  perpetual run droid-research            one session
  perpetual status --json                 where everything stands, for a script

Exit codes: 0 done or nothing to do, 1 failed, 2 wrong usage or configuration.`

const globalsSchema = z.object({
  repo: z.string().optional(),
  forge: z.string().optional(),
  json: z.boolean().default(false),
  quiet: z.boolean().default(false),
})

const wrongUsage = (message: string): PerpetualError => new PerpetualError(message, { actBy: 'fix-config' })

function folderOf(repo: string | undefined, here: string): string {
  const folder = resolve(here, repo ?? '.')
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return folder
  throw wrongUsage(`Expected \`--repo\` to name a folder, got ${show(repo)}`)
}

/** `error: unknown option '--jsn'\n(Did you mean --json?)` as one sentence without the prefix. */
function usageError(error: CommanderError, asked: readonly string[]): PerpetualError {
  if (error.code.startsWith('commander.help')) {
    return wrongUsage(`Expected a command after \`${['perpetual', ...asked].join(' ')}\`; they are listed above`)
  }
  const text = error.message.replace(/^error: /, '').replaceAll(/\s*\n\s*/g, ' ')
  const sentence = `${text.charAt(0).toUpperCase()}${text.slice(1)}`.replace(/[^.?!]$/, '$&.')
  return wrongUsage(`${sentence} \`perpetual --help\` lists what there is.`)
}

function createBase({ version, writeOut, writeError, columns }: Surroundings): Command {
  return new Command('perpetual')
    .description('Question-and-answer datasets that grow by themselves, inside their budgets, in your git repository.')
    .option('--repo <folder>', 'the data repository (default: here)')
    .option(
      '--forge <kind>',
      `where tasks and pull requests live: ${forgeKinds.join(' or ')} (default: github where \`origin\` is there and a token is set)`,
    )
    .option('--json', 'one JSON object on standard output, everything else on standard error')
    .option('--quiet', 'only results and errors')
    .version(version, '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .addHelpText('after', examples)
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut,
      writeErr: writeError,
      outputError: () => {},
      getOutHelpWidth: columns,
      getErrHelpWidth: columns,
    })
    .exitOverride()
}

/** Runs the command line and returns its exit code. Modules of commands that are not called are not loaded. */
export async function runProgram(commands: readonly CommandEntry[], surroundings: Surroundings): Promise<0 | 1 | 2> {
  const { arguments: asked, environment, clock, interruptible, tell, spawnSelf } = surroundings
  let exitCode: 0 | 1 | 2 = 0
  const fail = (output: Output, error: unknown): void => {
    printError(output, error)
    exitCode = exitCodeOf(error)
  }
  const start: Start = async (command, work) => {
    const { repo, forge, json, quiet } = globalsSchema.parse(command.optsWithGlobals())
    const output = surroundings.createOutput({ json, quiet })
    try {
      const folder = folderOf(repo, surroundings.folder)
      const choice = await chooseForge(forge, { folder, environment })
      const here = { folder, forge: choice, output, environment, clock: clock() }
      const invocation: Invocation = { ...here, interruptible, tell, spawnSelf }
      const finish = await work(invocation)
      output.close()
      output.object(finish.json)
      exitCode = finish.exitCode ?? 0
    } catch (error) {
      output.close()
      fail(output, error)
    }
  }
  const program = createBase(surroundings)
  for (const entry of commands) {
    const { name, summary } = entry
    const command = program.command(name).summary(summary).description(summary)
    if (asked.includes(name)) (await entry.load()).define(command, start)
  }
  try {
    if (asked.length === 0) program.outputHelp()
    else await program.parseAsync([...asked], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0
    const usage = error instanceof CommanderError ? usageError(error, asked) : error
    fail(surroundings.createOutput({ json: asked.includes('--json'), quiet: false }), usage)
  }
  return exitCode
}
