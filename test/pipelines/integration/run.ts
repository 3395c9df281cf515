import type { DirectWork, Outcome } from '../../../src/domain/work.ts'
import { readShard, type DatabaseRow } from '../../../src/dataset/database/row.ts'
import { readRejects } from '../../../src/dataset/database/rejects.ts'
import type { IntegrationAssignment } from '../../../src/pipelines/integration/assignment.ts'
import { createIntegrationPipeline } from '../../../src/pipelines/integration/integration-pipeline.ts'
import type { IntegrationProgress } from '../../../src/pipelines/integration/progress.ts'
import { perform, settings } from './delivered.ts'

export interface Ran {
  readonly progress: IntegrationProgress
  readonly recorded: readonly Outcome[]
  readonly rows: readonly DatabaseRow[]
  readonly rejects: ReturnType<typeof readRejects>
  /** In and out, of all calls. */
  readonly tokens: number
}

/** Works like a session until the file is done: pieces come back in the order that `pick` names. */
export const run = (
  assignment: IntegrationAssignment,
  {
    respond = perform,
    pick = () => 0,
    changed = {},
  }: {
    respond?: (work: DirectWork) => Outcome
    pick?: (open: number) => number
    changed?: Partial<typeof settings>
  } = {},
): Ran => {
  const pipeline = createIntegrationPipeline({ ...settings, ...changed })
  let progress = pipeline.begin(assignment)
  const recorded: Outcome[] = []
  while (!pipeline.finished(progress)) {
    const open = pipeline.next(progress)
    const work = open[pick(open.length)]
    if (work === undefined || recorded.length > 500) throw new Error(`Stuck after ${recorded.length} outcomes`)
    const outcome = respond(work)
    recorded.push(outcome)
    progress = pipeline.absorb(progress, outcome)
  }
  const files = pipeline.files(progress, 'file')
  const rows = files
    .filter(({ path }) => !path.endsWith('.rejects.jsonl'))
    .flatMap(({ text }) => {
      const read = readShard(text)
      if (read.type !== 'rows') throw new Error(read.message)
      return read.rows
    })
  const usages = recorded.flatMap(outcome => (outcome.type === 'answer' ? [outcome.answer.usage] : []))
  return {
    progress,
    recorded,
    rows,
    rejects: readRejects(files.find(({ path }) => path.endsWith('.rejects.jsonl'))?.text ?? ''),
    tokens: usages.reduce((sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens, 0),
  }
}
