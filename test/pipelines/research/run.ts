import type { ResearchAssignment } from '../../../src/domain/research-task.ts'
import type { Outcome, DirectWork } from '../../../src/domain/work.ts'
import type { Pipeline } from '../../../src/pipelines/pipeline.ts'
import type { ResearchProgress } from '../../../src/pipelines/research/progress.ts'

export interface Ran {
  readonly progress: ResearchProgress
  readonly recorded: readonly Outcome[]
}

/** Works like a session: up to `concurrency` pieces in flight, one that `pick` names comes back, its outcome is absorbed. */
export const run = (
  pipeline: Pipeline<ResearchAssignment, ResearchProgress>,
  assignment: ResearchAssignment,
  {
    respond,
    concurrency = 8,
    pick = () => 0,
    most = 5000,
  }: {
    respond: (work: DirectWork) => Outcome
    concurrency?: number
    pick?: (inFlight: number) => number
    most?: number
  },
): Ran => {
  let progress = pipeline.begin(assignment)
  const recorded: Outcome[] = []
  const flying = new Map<string, DirectWork>()
  while (!pipeline.finished(progress)) {
    for (const work of pipeline.next(progress)) {
      if (flying.size >= concurrency) break
      if (!flying.has(work.id)) flying.set(work.id, work)
    }
    const work = [...flying.values()][pick(flying.size)]
    if (work === undefined || recorded.length >= most) throw new Error(`Stuck after ${recorded.length} outcomes`)
    flying.delete(work.id)
    const outcome = respond(work)
    recorded.push(outcome)
    progress = pipeline.absorb(progress, outcome)
  }
  return { progress, recorded }
}

/** The value, where a test knows that there is one. */
export const present = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error('Expected a value')
  return value
}
