import type { Command } from 'commander'
import { createDeathProof, settingOf } from '../compose.ts'
import type { Project } from '../project.ts'
import { renderStatus, statusOf, type Status } from '../report/status.ts'
import { availabilityOf } from '../session/availability.ts'
import { readSwitch } from '../session/switch.ts'
import type { Invocation, Start } from './command.ts'
import { withProject } from './with-project.ts'

/** Reads how everything stands; it writes nothing. `force` looks past cooldowns, as a forced session would. */
export async function readStatus({ config, book, forge, clock }: Project, { force = false } = {}): Promise<Status> {
  const now = clock.now()
  const isDead = createDeathProof(forge)
  const [tasks, { paused }] = await Promise.all([book.tasks(), readSwitch(forge.state)])
  const pipelines = await Promise.all(
    Object.entries(config.pipelines).map(async ([pipeline, { agent, kind, enabled }]) => {
      const state = await book.pipeline(pipeline)
      if (kind !== 'research') return { pipeline, agent, kind, state, availability: null }
      const setting = settingOf(config, pipeline, { forge: forge.kind })
      const account = await book.account(setting.account)
      const deadEpoch = state.claim !== null && (await isDead(state.claim.holder)) ? state.claim.epoch : null
      const own = tasks.filter(task => task.pipeline === pipeline)
      const availability = availabilityOf({
        now,
        paused: paused || !enabled,
        force,
        setting,
        account,
        pipeline: state,
        tasks: own,
        deadEpoch,
      })
      return { pipeline, agent, kind, state, availability }
    }),
  )
  return statusOf({ at: now, paused, goal: config.goal, tasks, pipelines })
}

async function status(invocation: Invocation) {
  const found = await withProject(invocation, project => readStatus(project))
  invocation.output.result(renderStatus(found))
  return { json: found }
}

export function define(command: Command, start: Start): void {
  command.addHelpText('after', '\nExamples:\n  perpetual status\n  perpetual status --json').action(() => start(command, status))
}
