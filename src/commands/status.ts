import type { Command } from 'commander'
import { lookSetupOf } from '../compose.ts'
import { isRunnable } from '../kinds/find-pipeline.ts'
import { retractionsPath } from '../dataset/database/paths.ts'
import { readRetracted } from '../dataset/database/retractions.ts'
import type { Project } from '../project.ts'
import { renderStatus, statusOf, type Status } from '../report/status.ts'
import { look } from '../session/look.ts'
import { readSwitch } from '../session/switch.ts'
import type { Invocation, Start } from './command.ts'
import { withProject } from './with-project.ts'

async function countRetracted({ contents }: Project['forge']): Promise<number> {
  const texts = await contents.read(await contents.head(), [retractionsPath])
  return readRetracted(texts.get(retractionsPath) ?? '').size
}

/** Reads how everything stands; it writes nothing. `force` looks past cooldowns, as a forced session would. */
export async function readStatus(project: Project, { force = false } = {}): Promise<Status> {
  const { config, book, forge, clock } = project
  const [tasks, { paused }, retracted] = await Promise.all([book.tasks(), readSwitch(forge.state), countRetracted(forge)])
  const pipelines = await Promise.all(
    Object.entries(config.pipelines).map(async ([pipeline, settings]) => {
      const { agent, kind } = settings
      const state = await book.pipeline(pipeline)
      const looked = isRunnable(settings) ? await look(lookSetupOf(project, pipeline), { force }) : null
      return { pipeline, agent, kind, state, availability: looked?.availability ?? null }
    }),
  )
  return statusOf({ at: clock.now(), paused, goal: config.goal, tasks, retracted, pipelines })
}

async function status(invocation: Invocation) {
  const found = await withProject(invocation, project => readStatus(project))
  invocation.output.result(renderStatus(found))
  return { json: found }
}

export function define(command: Command, start: Start): void {
  command.addHelpText('after', '\nExamples:\n  perpetual status\n  perpetual status --json').action(() => start(command, status))
}
