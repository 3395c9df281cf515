import type { ShortQueue } from '../orchestrator/propose-tasks.ts'

const counted = (count: number): string => (count === 0 ? 'no task waits' : count === 1 ? '1 task waits' : `${count} tasks wait`)

/** What a person must do about a queue that is low and that no proposal fills, in one line. */
export const describeShortQueue = ({ pipeline, pending, because }: ShortQueue): string =>
  because === 'people'
    ? `${pipeline}: ${counted(pending)}. Only a person can say what comes next: \`perpetual tasks add ${pipeline}\`, or an issue.`
    : `${pipeline}: ${counted(pending)}, and no gap or weak spot is left to propose. Add tasks, or a file tasks/${pipeline}.yml.`
