import { z } from 'zod'
import type { ProcessIdentity } from '../../domain/claim.ts'
import { PerpetualError } from '../../domain/errors.ts'
import { readAnswer } from './answers.ts'
import type { RestReply } from './api.ts'
import type { GithubContext } from './context.ts'

const statusSchema = z.object({ status: z.string().nullish() })
const jobsSchema = z.object({
  total_count: z.int(),
  jobs: z.array(z.object({ status: z.string(), runner_name: z.string().nullish() })),
})

/** `run/<run id>/<attempt>/<runner name>`, as the holder of a claim writes it. */
const started = /^run\/(\d{1,19})\/(\d{1,6})\/(.+)$/

/**
 * Whether the Actions API proves that the job which holds a claim has ended: its attempt is completed, or every job that ran on its runner is.
 * Whatever is unclear, refused or unanswered is no proof.
 */
export const createHasEnded = ({ api, repository, warn }: GithubContext) => {
  const ask = (route: string, parameters: Readonly<Record<string, unknown>>): Promise<RestReply> =>
    api.rest({
      route: `GET /repos/{owner}/{repo}/actions/runs/{run}/attempts/{attempt}${route}`,
      parameters,
      permission: 'actions: read',
    })

  const prove = async (run: string, attempt: string, runner: string): Promise<boolean> => {
    const parameters = { run, attempt }
    const whole = readAnswer(statusSchema, (await ask('', parameters)).data, 'a run')
    if (whole.status === 'completed') return true
    const answer = await ask('/jobs', { ...parameters, per_page: 100 })
    const { jobs, total_count: total } = readAnswer(jobsSchema, answer.data, 'jobs')
    const here = jobs.filter(({ runner_name: name }) => name === runner)
    return jobs.length === total && here.length > 0 && here.every(({ status }) => status === 'completed')
  }

  return async ({ host, started: text }: ProcessIdentity): Promise<boolean> => {
    if (host.toLowerCase() !== `github:${repository}`.toLowerCase()) return false
    const [, run = '', attempt = '', runner = ''] = started.exec(text) ?? []
    if (run === '') return false
    try {
      return await prove(run, attempt, runner)
    } catch (error) {
      if (!(error instanceof PerpetualError)) throw error
      if (error.actBy === 'fix-config')
        warn(`Whether run ${run} has ended cannot be seen, so its lease is waited for: ${error.message}`)
      return false
    }
  }
}
