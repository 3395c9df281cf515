import { factsOf } from '../config/pipelines.ts'
import type { Config } from '../config/schema.ts'
import { isRunnable } from '../kinds/find-pipeline.ts'
import type { ProposeSetup, Queue } from '../orchestrator/propose-tasks.ts'
import { scaleSettings } from '../pipelines/research/settings.ts'
import type { Project } from '../project.ts'
import type { IntakeSetup } from '../session/intake-setup.ts'

/** What intake knows of the configured pipelines. */
export const intakePipelinesOf = ({ pipelines }: Pick<Config, 'pipelines'>): IntakeSetup['pipelines'] =>
  Object.fromEntries(
    Object.entries(pipelines).map(([name, pipeline]) => {
      const { kind, agent, enabled } = pipeline
      return [name, { kind: factsOf(pipeline).takes ?? kind, agent, runs: enabled && isRunnable(pipeline) }]
    }),
  )

/** The queues whose tasks people write, of pipelines that can work. */
const queuesOf = ({ pipelines }: Pick<Config, 'pipelines'>): readonly Queue[] =>
  Object.entries(pipelines).flatMap(([pipeline, settings]) => {
    if (!settings.enabled || !isRunnable(settings) || factsOf(settings).takes === null) return []
    const research = settings.kind === 'research' ? { pairsPerUnit: scaleSettings(settings.research).acceptTarget } : null
    return [{ pipeline, agent: settings.agent, research }]
  })

/** What proposing tasks needs of a project. */
export const proposeSetupOf = ({ forge, book, clock, config }: Project): ProposeSetup => ({
  forge,
  book,
  clock,
  goal: config.goal,
  queues: queuesOf(config),
  below: config.plan.proposeBelow,
  most: config.plan.maxProposals,
})
