import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { z } from 'zod'
import { openTaskBook } from '../compose.ts'
import { openLocalProject, type Project } from '../project.ts'
import { configFile } from '../config/load-config.ts'
import { PerpetualError } from '../domain/errors.ts'
import { automation, gitFailure, runGit } from '../forge/git.ts'
import { checkGitVersion } from '../forge/local/repository.ts'
import { startRehearsal } from '../rehearsal/start-rehearsal.ts'
import type { RunResult } from '../session/result.ts'
import type { Finish, Invocation, Start } from './command.ts'
import { removal, renderDemoEnd, renderPart } from './demo-views.ts'
import { writeProject } from './init.ts'
import { openReviewBook } from './review.ts'
import { describeRun, runPipeline } from './run.ts'
import { readSeeds } from './task-input.ts'

const optionsSchema = z.object({ folder: z.string().optional() })

const pipeline = 'droid-research'
const keyName = 'OPENROUTER_API_KEY'

/** The first folder of that name that is not there yet. */
function freeFolder(here: string, wanted: string | undefined): string {
  if (wanted !== undefined) {
    const folder = resolve(here, wanted)
    if (existsSync(folder))
      throw new PerpetualError(`Expected \`--folder\` to name a folder that is not there yet, got \`${wanted}\``, {
        actBy: 'fix-config',
      })
    return folder
  }
  let folder = resolve(here, 'perpetual-demo')
  for (let n = 2; existsSync(folder); n += 1) folder = resolve(here, `perpetual-demo-${n}`)
  return folder
}

async function git(folder: string, ...args: readonly string[]): Promise<void> {
  const done = await runGit(args, { cwd: folder })
  if (done.code !== 0) throw gitFailure(`git ${args[0] ?? ''}`, done)
}

/** What the demo's configuration changes of the defaults: who answers, and how fast. */
const demoConfig = (
  baseUrl: string,
): string => `# Written by \`perpetual demo\`: the defaults, but the embedded provider answers, for nothing and at full speed.
dataset:
  rehearsal: true
accounts:
  openrouter:
    baseUrl: ${baseUrl}
    requestsPerMinute: null
    concurrency: 32
`

async function createRepository(folder: string, baseUrl: string): Promise<void> {
  await mkdir(join(folder, '.github'), { recursive: true })
  await git(folder, 'init', '--quiet', '--initial-branch=main')
  await writeFile(join(folder, configFile), demoConfig(baseUrl))
  await writeProject(folder, false)
  await git(folder, 'add', '--all')
  await git(
    folder,
    '-c',
    `user.name=${automation.name}`,
    '-c',
    `user.email=${automation.email}`,
    'commit',
    '--quiet',
    '-m',
    'Set up Perpetual',
  )
}

async function importTasks(project: Project, { folder, output }: Invocation): Promise<number> {
  const seeds = await readSeeds(project, { folder, files: [] })
  const progress = output.progress({ label: 'Importing', total: seeds.length, unit: 'tasks' })
  const { created } = await openTaskBook(project)
    .import(seeds, ({ done, title }) => progress.update(done, title))
    .finally(() => progress.end())
  return created
}

/** Shows the delivered parts as a reviewer sees them, rejects one pair and accepts the rest. */
async function review(
  project: Project,
  { output }: Invocation,
  { deliveries }: RunResult,
): Promise<{ readonly kept: number; readonly rejected: readonly string[] }> {
  const reviews = openReviewBook(project, output)
  let kept = 0
  let rejected: readonly string[] = []
  for (const { number } of deliveries) {
    const page = await reviews.show(number)
    const first = rejected.length === 0 ? renderPart(page, output.colours) : undefined
    if (first !== undefined) {
      output.result(first.text)
      rejected = (await reviews.reject(number, { pairs: first.lowest, because: 'the demo rejects one pair' })).removed
      output.result(`Rejected ${rejected.join(', ')} (perpetual review reject ${number} --pairs ${first.lowest}).`)
    }
    const accepted = await reviews.accept(number, 'none')
    kept += accepted.kept
    output.result(`Accepted #${number}: ${accepted.kept} pairs merged into main (perpetual review accept ${number}).`)
  }
  return { kept, rejected }
}

async function demo(invocation: Invocation, wanted: string | undefined): Promise<Finish> {
  const { output, clock } = invocation
  const { bold } = output.colours
  const asked = invocation.interruptible()
  const folder = freeFolder(invocation.folder, wanted)
  await checkGitVersion(folder)
  output.result(`${bold('Perpetual, rehearsed on this disk.')} No key, no network, no cost. The repository: ${folder}\n`)
  const rehearsal = await startRehearsal()
  let project: Project | undefined
  try {
    await createRepository(folder, rehearsal.urls.openrouter)
    project = await openLocalProject(folder, { clock, environment: { [keyName]: 'rehearsal' } })
    const here = { ...invocation, folder, interruptible: () => asked }
    output.result(
      `${bold('1. Tasks')}  ${await importTasks(project, here)} research assignments of five indicators each are issues now.`,
    )
    output.result(
      `\n${bold('2. A session')}  works on the first one: plan, research, write, judge; budget 1,000 calls a day, line at 850.`,
    )
    const result = await runPipeline(project, here, { name: pipeline, options: { force: false, dryRun: false, maxTasks: 1 } })
    output.result(describeRun(result))
    if (asked.aborted || result.deliveries.length === 0) {
      output.result(`\nStopped; everything is saved in ${folder}. ${removal(folder)}`)
      return { json: { folder, session: result }, exitCode: 1 }
    }
    output.result(`\n${bold('3. A review')}  of ${result.deliveries.length} parts, as a pull request shows them.`)
    const reviewed = await review(project, here, result)
    output.result(renderDemoEnd({ folder, result, ...reviewed }, output.colours))
    return { json: { folder, session: result, review: reviewed } }
  } finally {
    await project?.forge.close()
    await rehearsal.close()
  }
}

export function define(command: Command, start: Start): void {
  command
    .description('Makes a repository of its own, imports the tasks, runs one assignment to its end and reviews what came of it.')
    .option('--folder <folder>', 'where to make the repository (default: perpetual-demo, or the next free name)')
    .addHelpText('after', '\nExample:\n  perpetual demo --folder /tmp/try-it')
    .action(() => start(command, invocation => demo(invocation, optionsSchema.parse(command.opts()).folder)))
}
