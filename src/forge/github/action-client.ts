import { GitHub, getOctokitOptions } from '@actions/github/lib/utils'
import { createClientParts, type ClientOptions, type GithubClient } from './client-parts.ts'

/**
 * The client of the action: the toolkit's Octokit, which goes through the runner's proxy.
 * Its options have no `request` of their own, which would replace the proxy-aware fetch as they are merged shallowly.
 */
export const createActionClient = (options: ClientOptions): GithubClient => {
  const { plugins, octokitOptions, finish } = createClientParts(options)
  const Client = GitHub.plugin(...plugins)
  // `getOctokit` itself writes "token " over an auth strategy; its user agent names the run.
  const { userAgent = octokitOptions.userAgent } = getOctokitOptions('-', { userAgent: octokitOptions.userAgent })
  return finish(new Client({ ...octokitOptions, userAgent }))
}
