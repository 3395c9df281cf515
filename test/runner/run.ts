import { holds, fill, fillText, type Contexts, type Status } from './expression.ts'
import { startJob, type Conclusion, type JobRecord, type JobSetup, type RunningJob } from './job.ts'
import type { createGroups, Place } from './concurrency.ts'
import type { Job, Workflow } from './workflow.ts'

export interface RunSetup extends Pick<JobSetup, 'action' | 'environment' | 'caches' | 'cancelScale' | 'minuteMs'> {
  readonly workflow: Workflow
  readonly id: number
  readonly event: string
  /** `github` without a token, `vars`, `inputs`. */
  readonly contexts: Contexts
  /** The environment's secrets; a job that names none gets none. */
  readonly secrets: Readonly<Record<string, string>>
  readonly tokenFor: (job: Job) => string
  /** False where the environment does not let this branch deploy. */
  readonly mayDeploy: (environment: string) => boolean
  readonly enter: ReturnType<typeof createGroups>
  readonly nextRunner: () => string
  /** Told when a job gets its machine and when it gives it back. */
  readonly onJob: (record: JobRecord, at: 'queued' | 'started' | 'ended') => void
  /** Where the running ones are found, to cancel or kill them. */
  readonly running: Map<JobRecord, RunningJob>
}

interface JobEnd {
  readonly result: Conclusion
  readonly outputs: Readonly<Record<string, string>>
}

/** Every combination of a matrix; one empty where there is none. */
function combinations(job: Job, contexts: Contexts): readonly Readonly<Record<string, string>>[] {
  let found: Record<string, string>[] = [{}]
  for (const [name, given] of Object.entries(job.strategy?.matrix ?? {})) {
    const values = typeof given === 'string' ? fill(given, contexts) : given
    if (!Array.isArray(values)) throw new Error(`The matrix's ${name} must be a list`)
    found = found.flatMap(each => values.map(value => ({ ...each, [name]: String(value) })))
  }
  return found
}

function statusOf(results: readonly Conclusion[]): Status {
  if (results.includes('cancelled')) return 'cancelled'
  if (results.includes('failure')) return 'failure'
  return results.includes('skipped') ? 'skipped' : 'success'
}

/** One run of a workflow: its jobs in the order of their needs, each combination of a matrix at once. */
export function createRun(setup: RunSetup) {
  const { workflow, contexts, running } = setup

  const newRecord = (name: string, matrix: Readonly<Record<string, string>>): JobRecord => ({
    workflow: workflow.file,
    job: name,
    matrix,
    event: setup.event,
    run: setup.id,
    runner: setup.nextRunner(),
    status: 'waiting',
    conclusion: null,
    log: '',
    summary: '',
    outputs: {},
  })

  function conclude(record: JobRecord, conclusion: Conclusion, why = ''): JobEnd {
    record.status = 'completed'
    record.conclusion = conclusion
    record.log += why
    return { result: conclusion, outputs: {} }
  }

  /** Waits for the job's turn in its group, if it names one. */
  async function inTurn(record: JobRecord, place: Place | undefined, work: () => Promise<JobEnd>): Promise<JobEnd> {
    if (place === undefined) return work()
    running.set(record, { ended: Promise.resolve(), cancel: place.withdraw, kill: place.withdraw })
    if (!(await place.admitted))
      return conclude(record, 'cancelled', '##[error]Canceling since a newer one waits for this group\n')
    return work().finally(place.leave)
  }

  async function perform(job: Job, record: JobRecord, at: Contexts): Promise<JobEnd> {
    const { environment } = job
    if (environment !== undefined && !setup.mayDeploy(environment.name))
      return conclude(record, 'failure', `##[error]The branch is not allowed to deploy to ${environment.name}\n`)
    const token = setup.tokenFor(job)
    const secrets = { GITHUB_TOKEN: token, ...(environment === undefined ? {} : setup.secrets) }
    const github = { ...(at['github'] as object), token, job: record.job }
    setup.onJob(record, 'started')
    const started = startJob({ ...setup, job, record, contexts: { ...at, github, secrets } })
    running.set(record, started)
    await started.ended
    setup.onJob(record, 'ended')
    return { result: record.conclusion ?? 'failure', outputs: record.outputs }
  }

  async function performOne(name: string, job: Job, at: Contexts): Promise<JobEnd> {
    const record = newRecord(name, at['matrix'] as Readonly<Record<string, string>>)
    setup.onJob(record, 'queued')
    try {
      const { concurrency } = job
      const cancel = (): void => running.get(record)?.cancel()
      const place = concurrency && setup.enter(fillText(concurrency.group, at), concurrency, cancel)
      return await inTurn(record, place, () => perform(job, record, at))
    } finally {
      running.delete(record)
    }
  }

  async function performJob(name: string, job: Job, needs: Readonly<Record<string, JobEnd>>): Promise<JobEnd> {
    const at = { ...contexts, needs }
    if (!holds(job.if, at, statusOf(Object.values(needs).map(({ result }) => result)))) {
      const record = newRecord(name, {})
      setup.onJob(record, 'queued')
      return conclude(record, 'skipped')
    }
    const ends = await Promise.all(combinations(job, at).map(matrix => performOne(name, job, { ...at, matrix })))
    const status = statusOf(ends.map(({ result }) => result))
    return { result: status, outputs: Object.assign({}, ...ends.map(({ outputs }) => outputs)) as Record<string, string> }
  }

  return async function performRun(): Promise<void> {
    const jobs = new Map<string, Promise<JobEnd>>()
    const endOf = (name: string): Promise<JobEnd> => {
      const job = workflow.jobs[name]
      if (job === undefined) throw new Error(`${workflow.file} has no job ${name}`)
      const known = jobs.get(name)
      if (known !== undefined) return known
      const end = Promise.all(job.needs.map(async need => [need, await endOf(need)] as const)).then(needs =>
        performJob(name, job, Object.fromEntries(needs)),
      )
      jobs.set(name, end)
      return end
    }
    await Promise.all(Object.keys(workflow.jobs).map(endOf))
  }
}
