import { notFound } from './http-error.ts'
import type { Runs } from './interface.ts'
import { route, type Answer, type Call, type Route } from './router.ts'
import { now, type Json } from './world.ts'

interface Job {
  readonly runner: string
  ended: boolean
}

interface Attempt {
  readonly number: number
  readonly startedAt: string
  readonly jobs: Job[]
  ended: boolean
}

interface KnownRuns extends Runs {
  attempts(id: number): readonly Attempt[]
}

/** Workflow runs, their attempts, and a job for each runner that was named. */
export function createRuns(): KnownRuns {
  const runs = new Map<number, Attempt[]>()
  const finish = (attempt: Attempt): void => {
    attempt.ended = true
    for (const job of attempt.jobs) job.ended = true
  }
  return {
    start: ({ id, attempt: number = 1, runner }) => {
      const attempts = runs.get(id) ?? []
      runs.set(id, attempts)
      for (const earlier of attempts) if (earlier.number < number) finish(earlier)
      const known = attempts.find(one => one.number === number)
      const attempt = known ?? { number, startedAt: now(), jobs: [], ended: false }
      if (known === undefined) attempts.push(attempt)
      if (runner !== undefined) attempt.jobs.push({ runner, ended: false })
    },
    end: id => {
      for (const attempt of runs.get(id) ?? []) finish(attempt)
    },
    endJob: (id, runner) => {
      for (const job of runs.get(id)?.at(-1)?.jobs ?? []) if (job.runner === runner) job.ended = true
    },
    attempts: id => runs.get(id) ?? [],
  }
}

const status = (ended: boolean) => ({ status: ended ? 'completed' : 'in_progress', conclusion: ended ? 'success' : null })

async function runJson(call: Call, id: number, attempt: Attempt): Promise<Json> {
  const { world, repo } = call
  const url = `${world.url}/repos/${repo.full_name}/actions/runs/${id}`
  const head = world.git(repo.id).branch(repo.default_branch) ?? ''
  const { body: repository } = await world.emulated.ask(call.caller.login, { method: 'GET', path: `/repos/${repo.full_name}` })
  return {
    id,
    node_id: `WFR_${id}`,
    name: 'perpetual',
    head_branch: repo.default_branch,
    head_sha: head,
    path: '.github/workflows/perpetual.yml',
    display_title: 'perpetual',
    run_number: 1,
    run_attempt: attempt.number,
    event: 'schedule',
    ...status(attempt.ended),
    workflow_id: 1,
    check_suite_id: 1,
    check_suite_node_id: 'CS_1',
    url,
    html_url: `${world.url}/${repo.full_name}/actions/runs/${id}`,
    pull_requests: [],
    created_at: attempt.startedAt,
    updated_at: attempt.startedAt,
    run_started_at: attempt.startedAt,
    actor: world.userJson(1),
    triggering_actor: world.userJson(1),
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${world.url}/repos/${repo.full_name}/check-suites/1`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: attempt.number > 1 ? `${url}/attempts/${attempt.number - 1}` : null,
    repository,
    head_repository: repository,
    workflow_url: `${world.url}/repos/${repo.full_name}/actions/workflows/1`,
    head_commit: {
      id: head,
      tree_id: world.git(repo.id).commit(head)?.tree_sha ?? '',
      message: '',
      timestamp: attempt.startedAt,
      author: null,
      committer: null,
    },
  }
}

function jobJson(call: Call, run: { readonly id: number; readonly attempt: Attempt }, job: Job): Json {
  const { world, repo } = call
  const index = run.attempt.jobs.indexOf(job) + 1
  const id = run.id * 1_000 + run.attempt.number * 100 + index
  const base = `${world.url}/repos/${repo.full_name}`
  return {
    id,
    run_id: run.id,
    run_url: `${base}/actions/runs/${run.id}`,
    run_attempt: run.attempt.number,
    node_id: `CR_${id}`,
    head_sha: world.git(repo.id).branch(repo.default_branch) ?? '',
    head_branch: repo.default_branch,
    workflow_name: 'perpetual',
    url: `${base}/actions/jobs/${id}`,
    html_url: `${world.url}/${repo.full_name}/actions/runs/${run.id}/job/${id}`,
    ...status(job.ended),
    created_at: run.attempt.startedAt,
    started_at: run.attempt.startedAt,
    completed_at: job.ended ? run.attempt.startedAt : null,
    name: `run (${index})`,
    steps: [],
    check_run_url: `${base}/check-runs/${id}`,
    labels: ['ubuntu-latest'],
    runner_id: index,
    runner_name: job.runner,
    runner_group_id: 1,
    runner_group_name: 'GitHub Actions',
  }
}

export function runRoutes(runs: KnownRuns): readonly Route[] {
  function attemptOf(call: Call): { readonly id: number; readonly attempt: Attempt } {
    const id = Number(call.params['id'])
    const wanted = call.params['attempt']
    const attempt = wanted === undefined ? runs.attempts(id).at(-1) : runs.attempts(id).find(one => one.number === Number(wanted))
    if (attempt === undefined) throw notFound()
    return { id, attempt }
  }
  const run = async (call: Call): Promise<Answer> => {
    const { id, attempt } = attemptOf(call)
    return { status: 200, body: await runJson(call, id, attempt) }
  }
  const jobs = (call: Call): Answer => {
    const found = attemptOf(call)
    return {
      status: 200,
      body: { total_count: found.attempt.jobs.length, jobs: found.attempt.jobs.map(job => jobJson(call, found, job)) },
    }
  }
  return [
    route('GET {repo}/actions/runs/{id}', run),
    route('GET {repo}/actions/runs/{id}/attempts/{attempt}', run),
    route('GET {repo}/actions/runs/{id}/jobs', jobs),
    route('GET {repo}/actions/runs/{id}/attempts/{attempt}/jobs', jobs),
  ]
}
