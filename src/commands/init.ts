import type { Command } from 'commander'
import { lstat, mkdir, readdir, readFile, realpath, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { z } from 'zod'
import { configFile, loadConfig } from '../config/load-config.ts'
import { renderTemplate } from '../config/template.ts'
import { readText } from '../config/yaml-file.ts'
import { PerpetualError } from '../domain/errors.ts'
import type { Finish, Invocation, Start } from './command.ts'
import { describeCosts, monthlyCosts } from './monthly-costs.ts'
import { packageFolder } from './package-files.ts'
import { firstCommitOf, workTreeOf } from './repository.ts'

const readmes: Readonly<Record<string, string>> = {
  tasks:
    '# Tasks\n\nSeeds: `<pipeline>.yml` lists the tasks of a pipeline. `perpetual tasks import` makes those that are not there yet;\nimporting twice changes nothing.\n',
  inbox:
    '# Inbox\n\nDeliveries arrive here by pull request: `<agent>/<task>/<indicator>.json` to read, with calls and review notes beside it.\nWhat is in the branch when it is merged counts, so edit and delete freely before you merge.\n',
  handoffs:
    '# Handoffs\n\nWhat one session tells the next lies on the branch `perpetual/state`, under `handoffs/<pipeline>/`.\nKeep notes here that all sessions and people should find.\n',
}

interface Wanted {
  readonly path: string
  readonly text: string
}

async function wantedFiles(): Promise<readonly Wanted[]> {
  const seeds = join(packageFolder(), 'tasks')
  const names = (await readdir(seeds).catch(() => [])).filter(name => name.endsWith('.yml')).toSorted()
  const tasks = names.map(async name => ({ path: `tasks/${name}`, text: await readFile(join(seeds, name), 'utf8') }))
  const folders = Object.entries(readmes).map(([folder, text]) => ({ path: `${folder}/README.md`, text }))
  return [{ path: configFile, text: renderTemplate() }, ...folders, ...(await Promise.all(tasks))]
}

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

async function write(top: string, { path, text }: Wanted): Promise<void> {
  await mkdir(join(top, dirname(path)), { recursive: true })
  // `wx` never overwrites, whoever made the file in between.
  await writeFile(join(top, path), text, { flag: 'wx' })
}

/** Writes what is missing of a data repository's files; with `dryRun` only says what that is. Throws `fix-config` where a path is in the way. */
export async function writeProject(
  top: string,
  dryRun: boolean,
): Promise<{ readonly missing: readonly string[]; readonly kept: readonly string[] }> {
  const wanted = await wantedFiles()
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

const optionsSchema = z.object({ dryRun: z.boolean().default(false) })

export function define(command: Command, start: Start): void {
  command
    .description('Writes .github/perpetual.yml with the defaults, tasks/, inbox/ and handoffs/. Never overwrites, never commits.')
    .option('--dry-run', 'say what would be written')
    .addHelpText('after', '\nExamples:\n  perpetual init\n  perpetual init --repo ../my-dataset --dry-run')
    .action(() => start(command, invocation => initialise(invocation, optionsSchema.parse(command.opts()).dryRun)))
}
