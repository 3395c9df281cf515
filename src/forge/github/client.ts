import { Octokit } from '@octokit/rest'
import { createClientParts, type ClientOptions, type GithubClient } from './client-parts.ts'

/** The client of the command line. */
export const createCommandLineClient = (options: ClientOptions): GithubClient => {
  const { plugins, octokitOptions, finish } = createClientParts(options)
  const Client = Octokit.plugin(...plugins)
  return finish(new Client(octokitOptions))
}
export type { ClientOptions, GithubClient } from './client-parts.ts'
