import type { Command } from 'commander'
import { lstat, mkdir, realpath, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { z } from 'zod'
import { configFile, loadConfig } from '../config/load-config.ts'
import { renderTemplate } from '../config/template.ts'
import { readText } from '../config/yaml-file.ts'
import { PerpetualError } from '../domain/errors.ts'
import { ownFiles, type SetupFile } from '../setup/own-files.ts'
import type { Finish, Invocation, Start } from './command.ts'
import { describeCosts, monthlyCosts } from './monthly-costs.ts'
import type { GithubChoice, InitOptions } from './init-github.ts'
import { packageFolder } from './package-files.ts'
import { firstCommitOf, workTreeOf } from './repository.ts'

const exists = async (path: string): Promise<boolean> => {
  const found = await lstat(path).catch(() => undefined)
  return found !== undefined
}

/** Refuses what would write outside the repository (a symbolic link) or into something that is no folder, before anything is written. */
async function checkFolders(top: string, paths: readonly string[]): Promise<void> {
  const root = await realpath(top)
  for (const folder of new Set(paths.map(path => dirname(path)))) {
    const found = await lstat(join(top, folder)).catch(() => undefined)
    if (found === undefined) continue
    const real = await realpath(join(top, folder)).catch(() => '')
    const inside = real === root || !relative(root, real).startsWith(`..${sep}`)
    if (real !== '' && inside && (await lstat(real)).isDirectory()) continue
    throw new PerpetualError(
      `Expected \`${folder}\` to be a folder of the repository, got something else. Move it away, then try again.`,
      { actBy: 'fix-config' },
    )
  }
}

async function write(top: string, { path, text }: SetupFile): Promise<void> {
  await mkdir(join(top, dirname(path)), { recursive: true })
  // `wx` never overwrites, whoever made the file in between.
  await writeFile(join(top, path), text, { flag: 'wx' })
}

/** Writes what is missing of a data repository's files; with `dryRun` only says what that is. Throws `fix-config` where a path is in the way. */
export async function writeProject(
  top: string,
  dryRun: boolean,
): Promise<{ readonly missing: readonly string[]; readonly kept: readonly string[] }> {
  const wanted = await ownFiles(packageFolder())
  const there = await Promise.all(wanted.map(({ path }) => exists(join(top, path))))
  const missing = wanted.filter((_, index) => there[index] !== true)
  const kept = wanted.filter((_, index) => there[index] === true).map(({ path }) => path)
  await checkFolders(
    top,
    wanted.map(({ path }) => path),
  )
  if (!dryRun) for (const file of missing) await write(top, file)
  return { missing: missing.map(({ path }) => path), kept }
}

async function initialise({ folder, output }: Invocation, dryRun: boolean): Promise<Finish> {
  const top = await workTreeOf(folder)
  await firstCommitOf(top)
  const before = await readText(join(top, configFile), configFile)
  const costs = monthlyCosts(loadConfig(before ?? renderTemplate(), configFile))
  const { missing: written, kept } = await writeProject(top, dryRun)
  const { green, dim, bold } = output.colours
  for (const path of written) output.result(`${green(dryRun ? '+ would write' : '+ wrote')} ${path}`)
  for (const path of kept) output.result(dim(`= is there already, unchanged: ${path}`))
  output.result(`\n${bold('What a month may cost at most')}`)
  for (const line of describeCosts(costs)) output.result(`  ${line}`)
  output.result(`\n${bold('Next')}`)
  const inFolder = relative(process.cwd(), top) === '' ? '' : ` --repo ${JSON.stringify(folder)} `
  for (const line of nextSteps(written, { dryRun, inFolder })) output.result(`  ${line}`)
  return { json: { repository: top, dryRun, written, kept, monthly: costs } }
}

interface Steps {
  readonly dryRun: boolean
  /** ` --repo …` where the person stands elsewhere. */
  readonly inFolder: string
}

function nextSteps(written: readonly string[], { dryRun, inFolder }: Steps): readonly string[] {
  const step = (command: string, what: string): string => `${`perpetual ${command}${inFolder}`.padEnd(35)}${what}`
  if (dryRun) return [step('init', 'write these files')]
  const commit = `git add ${[...new Set(written.map(path => path.split('/')[0] ?? path))].join(' ')} && git commit -m "Set up Perpetual"`
  return [
    ...(written.length > 0 ? [`${commit}   a local run reads the work tree, so this can wait`] : []),
    step('doctor', 'what is still missing: a key, for one'),
    step('tasks import', 'make the tasks of tasks/*.yml'),
    step('run droid-research', 'one session'),
  ]
}

const optionsSchema = z.object({
  dryRun: z.boolean().default(false),
  update: z.boolean().default(false),
  action: z.string().optional(),
})

async function initialiseHere(invocation: Invocation, { dryRun, update, action }: InitOptions): Promise<Finish> {
  if (update || action !== undefined)
    throw new PerpetualError(
      'Expected `--update` and `--action` with a repository on GitHub, got one on this disk; `--forge github` asks for it',
      { actBy: 'fix-config' },
    )
  return initialise(invocation, dryRun)
}

async function initialiseThere(invocation: Invocation, forge: GithubChoice, options: InitOptions): Promise<Finish> {
  const { initialiseGithub } = await import('./init-github.ts')
  return initialiseGithub(invocation, forge, options)
}

export function define(command: Command, start: Start): void {
  command
    .description(
      'Writes .github/perpetual.yml with the defaults, tasks/, inbox/ and handoffs/. Never overwrites, never commits.\nOn GitHub, workflows, issue forms, labels and the environment for keys too, in one commit or pull request.',
    )
    .option('--dry-run', 'say what would be written')
    .option('--update', 'on GitHub: write workflows and issue forms again that differ from what this version has')
    .option('--action <owner/name@tag>', 'on GitHub: the action that the workflows use, pinned to the commit of this tag')
    .addHelpText(
      'after',
      '\nExamples:\n  perpetual init\n  perpetual init --repo ../my-dataset --dry-run\n  perpetual init --forge github --action owner/perpetual@v0.1.0',
    )
    .action(() =>
      start(command, invocation => {
        const options = optionsSchema.parse(command.opts())
        const { forge } = invocation
        return forge.kind === 'local' ? initialiseHere(invocation, options) : initialiseThere(invocation, forge, options)
      }),
    )
}
