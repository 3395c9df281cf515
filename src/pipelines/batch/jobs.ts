import type { Context, OpenJob, UnitState } from './progress.ts'
import { renderRequest } from './requests.ts'

/** How many jobs ask about all videos once. */
const jobsPerRound = ({ settings, assignment }: Context): number =>
  Math.max(1, Math.ceil(assignment.videos.length / settings.videosPerJob))

const jobOf = (context: Context, number: number, units: readonly UnitState[]): OpenJob => ({
  number,
  work: {
    type: 'submit',
    id: `${context.assignment.task}/job-${number}`,
    items: units.map(unit => ({ key: unit.unit, request: renderRequest(context, unit) })),
  },
})

/** The first jobs of a task: its videos in their order, as many to a job as are configured. */
export const firstJobs = (context: Context, units: readonly UnitState[]): readonly OpenJob[] => {
  const { videosPerJob } = context.settings
  return Array.from({ length: Math.ceil(units.length / videosPerJob) }, (_, index) =>
    jobOf(context, index + 1, units.slice(index * videosPerJob, (index + 1) * videosPerJob)),
  )
}

/** Whether what fails in this job may go through another one. */
export const mayRetry = (context: Context, { number }: OpenJob): boolean =>
  Math.ceil(number / jobsPerRound(context)) < context.settings.attempts

/** The one job that follows another for what failed in it. Its number follows from that job's alone, so no order of outcomes changes it. */
export const retryJob = (context: Context, { number }: OpenJob, units: readonly UnitState[]): readonly OpenJob[] =>
  units.length === 0 ? [] : [jobOf(context, number + jobsPerRound(context), units)]
