import type { Config } from '../config/schema.ts'
import type { Intervention } from './model.ts'
import { startProcess } from './session.ts'
import type { World } from './world.ts'

const hourMs = 3_600_000

function withThreshold(config: Config, name: string, threshold: number): Config {
  const account = config.accounts[name]
  const calls = account?.limits.calls
  if (account === undefined || calls === undefined) return config
  const limits = { ...account.limits, calls: { ...calls, thresholdBasisPoints: Math.round(threshold * 10_000) } }
  return { ...config, accounts: { ...config.accounts, [name]: { ...account, limits } } }
}

/** A person stops the task that is under way, or sets one that is blocked back. */
function command(world: World, pipeline: string, status: 'blocked' | 'pending'): void {
  const tasks = [...world.book.all(pipeline)]
  const task = tasks.find(each => each.status === (status === 'blocked' ? 'in-progress' : 'blocked'))
  if (task === undefined) return
  const now = world.now()
  const operation = `command/${task.id}/${status}/${now}`
  world.book.apply({ type: 'command-task', operation, pipeline, now, task: task.id, status, reason: null })
}

function intervene(world: World, intervention: Intervention): void {
  switch (intervention.type) {
    case 'force':
      return startProcess(world, intervention.pipeline, true)
    case 'pause':
      world.changes += 1
      world.paused = true
      return world.timeline.at(world.nowMs() + intervention.hours * hourMs, () => {
        world.changes += 1
        world.paused = false
      })
    case 'away':
      return world.pulls.away(world.nowMs() + intervention.hours * hourMs)
    case 'block':
      return command(world, intervention.pipeline, 'blocked')
    case 'unblock':
      return command(world, intervention.pipeline, 'pending')
    case 'threshold':
      return world.configure(withThreshold(world.config(), intervention.account, intervention.threshold))
  }
}

/** Puts what people do into the simulated time. */
export function scheduleInterventions(world: World): void {
  for (const each of world.model.interventions)
    world.timeline.at(world.nowMs() + each.atHours * hourMs, () => intervene(world, each))
}
