import type { Api, RepositoryName } from './api.ts'
import type { GithubClient } from './client-parts.ts'
import { explain } from './errors.ts'
import { readFailure, type Failure } from './failure.ts'

/** A redirect, which is not followed. */
const moved: Failure = {
  status: 404,
  type: '',
  message: 'it moved elsewhere',
  wanted: null,
  resetsAt: null,
  retryAfterSeconds: null,
}

/** REST calls about one repository; what is refused comes out as a PerpetualError, unless it is expected. */
export const createRest =
  (client: GithubClient, { owner, repo }: RepositoryName): Api['rest'] =>
  async ({ route, parameters = {}, permission, expected = [], once = false }) => {
    // A redirect would lead to another repository: that of a transferred issue, for one.
    const request = { redirect: 'manual', ...(once ? { retries: 0 } : {}) }
    try {
      const { status, data } = await client.request(route, { owner, repo, ...parameters, request })
      if (status < 300 || expected.includes(status)) return { status, data, message: '' }
      throw explain(moved, { repository: `${owner}/${repo}`, permission })
    } catch (error) {
      const failure = readFailure(error)
      if (failure === undefined) throw error
      const explained = explain(failure, { repository: `${owner}/${repo}`, permission }, error)
      const { status, message } = failure
      if (status !== null && expected.includes(status)) return { status, data: undefined, message, error: explained }
      throw explained
    }
  }
