import { configFile, loadConfig, readConfig } from './config/load-config.ts'
import type { Config } from './config/schema.ts'
import { PerpetualError } from './domain/errors.ts'
import type { Clock } from './domain/instant.ts'
import type { Forge } from './forge/forge.ts'
import type { GithubForge } from './forge/github/github-forge.ts'
import { openLocalForge } from './forge/local/local-forge.ts'
import { createStateBook, type StateBook } from './session/state-book.ts'

/** A data repository, opened: everything that does not depend on one pipeline. */
export interface Project {
  readonly config: Config
  readonly forge: Forge
  readonly book: StateBook
  readonly clock: Clock
  readonly environment: Environment
}

/** Where keys are looked up, and which run of GitHub Actions this is; nothing else is read from it. */
export type Environment = Readonly<Record<string, string | undefined>>

interface ProjectOptions {
  readonly clock: Clock
  readonly environment: Environment
}

async function withForge(forge: Forge, options: ProjectOptions, read: () => Promise<Config>): Promise<Project> {
  try {
    return { config: await read(), forge, book: createStateBook(forge.state), ...options }
  } catch (error) {
    await forge.close()
    throw error
  }
}

/** The repository on this disk; its configuration is that of its work tree. */
export async function openLocalProject(repository: string, options: ProjectOptions): Promise<Project> {
  const forge = await openLocalForge({ repository, clock: options.clock })
  return withForge(forge, options, () => readConfig(repository))
}

/** The configuration on the default branch: what counts on GitHub, whatever a clone has. */
async function readCommittedConfig({ contents, defaultBranch, openedAt }: GithubForge): Promise<Config> {
  const text = (await contents.read(openedAt, [configFile])).get(configFile)
  if (text !== undefined) return loadConfig(text, configFile)
  throw new PerpetualError(
    `Expected a configuration at ${configFile} on the branch ${defaultBranch}, found none. \`perpetual init --forge github\` writes one.`,
    { actBy: 'fix-config' },
  )
}

/** A repository on GitHub; it takes the forge over and closes it where the configuration cannot be read. */
export const openGithubProject = (forge: GithubForge, options: ProjectOptions): Promise<Project> =>
  withForge(forge, options, () => readCommittedConfig(forge))
