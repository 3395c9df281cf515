import { setTimeout as delay } from 'node:timers/promises'
import type { StepEnd } from '../action/step.ts'
import type { SessionJob } from './github-world.ts'

/** As GitHub cancels a job; 1 is its own time. Resolves with how the step ended. */
export async function cancelJob(job: SessionJob, scale = 1): Promise<StepEnd> {
  const over = new AbortController()
  const later = async (ms: number, signal: NodeJS.Signals): Promise<void> => {
    await delay(ms * scale, undefined, { signal: over.signal }).catch(() => {})
    if (!over.signal.aborted) job.signal(signal)
  }
  job.signal('SIGINT')
  void later(7_500, 'SIGTERM')
  void later(10_000, 'SIGKILL')
  const end = await job.ended
  over.abort()
  return end
}
