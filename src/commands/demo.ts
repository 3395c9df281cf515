import type { Command } from 'commander'
import { z } from 'zod'
import { join } from 'node:path'
import { openTaskBook } from '../compose.ts'
import { openLocalProject, type Project } from '../project.ts'
import { checkGitVersion } from '../forge/local/repository.ts'
import { startRehearsal, type Rehearsal } from '../rehearsal/start-rehearsal.ts'
import { renderStatus } from '../report/render-status.ts'
import type { RunResult } from '../session/result.ts'
import type { Finish, Invocation, Start } from './command.ts'
import { createRepository, demoKeys, freeFolder } from './demo-repository.ts'
import { removal, renderDemoEnd, renderPart } from './demo-views.ts'
import { openReviewBook } from './review.ts'
import { describeRun, runPipeline } from './run.ts'
import { readStatus } from './read-report.ts'
import { describePlan } from './plan.ts'
import { readAddedTask, readSeeds } from './task-input.ts'

const optionsSchema = z.object({ folder: z.string().optional() })

/** What a demo's step works with. */
interface Stage {
  readonly project: Project
  readonly here: Invocation
  readonly rehearsal: Rehearsal
  readonly asked: AbortSignal
}

/** No such videos exist: the embedded provider makes up what is said in them. */
const videos = ['dem0vide001', 'dem0vide002', 'dem0vide003'].map(id => `https://www.youtube.com/watch?v=${id}`)

async function importTasks({ project, here: { folder, output } }: Stage): Promise<number> {
  const batch = await readAddedTask(
    {
      pipeline: 'droid-eastern',
      file: undefined,
      values: { title: 'Lectures on market microstructure', brief: undefined, videos, questions: [] },
      priority: 'p2',
      order: 0,
    },
    project.config,
  )
  const seeds = [...(await readSeeds(project, { folder, files: [] })), batch]
  const progress = output.progress({ label: 'Importing', total: seeds.length, unit: 'tasks' })
  const { created } = await openTaskBook(project)
    .import(seeds, ({ done, title }) => progress.update(done, title))
    .finally(() => progress.end())
  return created
}

/** One session; `force`, because nobody waits for a cooldown in a demo. */
async function session({ project, here }: Stage, name: string): Promise<RunResult> {
  const result = await runPipeline(project, here, { name, options: { force: true, dryRun: false, maxTasks: 1 } })
  here.output.result(describeRun(result))
  return result
}

/** The provider's clock goes on by so much; ours stays. */
async function letTimePass({ rehearsal }: Stage, minutes: number): Promise<void> {
  const body = JSON.stringify({ advanceMs: minutes * 60_000 })
  await fetch(`${rehearsal.control}/clock`, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
}

interface Reviewed {
  readonly kept: number
  readonly rejected: readonly string[]
}

/** Shows the delivered parts as a reviewer sees them, rejects one pair and accepts the rest. */
async function review({ project, here: { output } }: Stage, deliveries: RunResult['deliveries']): Promise<Reviewed> {
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

/** Sessions until nothing is left to integrate: each ends at its line of tokens, and the next one goes on there. */
async function integrate(stage: Stage): Promise<readonly RunResult[]> {
  const results: RunResult[] = []
  for (let n = 0; n < 8 && !stage.asked.aborted; n += 1) {
    const result = await runPipeline(stage.project, stage.here, {
      name: 'claude-integration',
      options: { force: true, dryRun: false },
    })
    if (result.outcome === 'rested') break
    stage.here.output.result(describeRun(result))
    results.push(result)
  }
  return results
}

/** What happened so far; `integrations` is empty where the demo was stopped before. */
interface Played {
  readonly sessions: readonly RunResult[]
  readonly reviewed: Reviewed
}

async function play(stage: Stage): Promise<Played | undefined> {
  const { output } = stage.here
  const { bold } = output.colours
  const sessions: RunResult[] = []
  const step = (n: number, title: string, text: string): void => output.result(`\n${bold(`${n}. ${title}`)}  ${text}`)
  const run = async (name: string): Promise<boolean> => {
    sessions.push(await session(stage, name))
    return !stage.asked.aborted
  }
  step(
    1,
    'Tasks',
    `${await importTasks(stage)} tasks are issues now: 44 assignments of five indicators, 29 institutional topics, a batch of videos.`,
  )
  step(2, 'Research', 'works on the first assignment: plan, research, write, judge; budget 1,000 calls a day, line at 850.')
  if (!(await run('droid-research'))) return undefined
  step(3, 'Institutional research', 'works on the first topic with another provider; budget 5,000 requests a day, line at 4,250.')
  if (!(await run('zai-institutional'))) return undefined
  step(
    4,
    'Eastern team',
    'hands three videos in as a batch job and ends; 10 slots, line at 9. Its next session collects what came of it.',
  )
  if (!(await run('droid-eastern'))) return undefined
  await letTimePass(stage, 10)
  output.result('  … 10 minutes pass at the provider …')
  if (!(await run('droid-eastern'))) return undefined
  const deliveries = sessions.flatMap(each => each.deliveries)
  step(5, 'A review', `of ${deliveries.length} parts, as a pull request shows them.`)
  const reviewed = await review(stage, deliveries)
  step(
    6,
    'Integration',
    'takes what was merged into the database: gates again, duplicates, a judge; 200,000 tokens a session, line at 170,000.',
  )
  sessions.push(...(await integrate(stage)))
  step(7, 'Status', 'is what `perpetual status` says.')
  output.result(renderStatus(await readStatus(stage.project)))
  step(8, 'What comes next', 'is what `perpetual plan` says; `perpetual up` and, on GitHub, the workflow start it by themselves.')
  output.result(await describePlan(stage.project))
  return stage.asked.aborted ? undefined : { sessions, reviewed }
}

async function demo(invocation: Invocation, wanted: string | undefined): Promise<Finish> {
  const { output, clock } = invocation
  const asked = invocation.interruptible()
  const folder = freeFolder(invocation.folder, wanted)
  await checkGitVersion(folder)
  output.result(
    `${output.colours.bold('Perpetual, rehearsed on this disk.')} No key, no network, no cost. The repository: ${folder}`,
  )
  const rehearsal = await startRehearsal()
  let project: Project | undefined
  try {
    await createRepository(folder, rehearsal.urls)
    const environment = { ...demoKeys, PERPETUAL_CACHE: join(folder, '.git', 'perpetual-cache') }
    project = await openLocalProject(folder, { clock, environment })
    const here = { ...invocation, folder, environment, interruptible: () => asked }
    const played = await play({ project, here, rehearsal, asked })
    if (played === undefined) {
      output.result(`\nStopped; everything is saved in ${folder}. ${removal(folder)}`)
      return { json: { folder }, exitCode: 1 }
    }
    const { pairs } = await readStatus(project)
    output.result(renderDemoEnd({ folder, ...played, pairs }, output.colours))
    return { json: { folder, sessions: played.sessions, review: played.reviewed, pairs } }
  } finally {
    await project?.forge.close()
    await rehearsal.close()
  }
}

export function define(command: Command, start: Start): void {
  command
    .description('Makes a repository of its own and plays all four data pipelines in it, from tasks to a database.')
    .option('--folder <folder>', 'where to make the repository (default: perpetual-demo, or the next free name)')
    .addHelpText('after', '\nExample:\n  perpetual demo --folder /tmp/try-it')
    .action(() => start(command, invocation => demo(invocation, optionsSchema.parse(command.opts()).folder)))
}
