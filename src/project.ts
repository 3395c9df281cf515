import { configFile, loadConfig, readConfig } from './config/load-config.ts'
import type { Config } from './config/schema.ts'
import type { QuestionIndexes } from './dataset/question-index.ts'
import { PerpetualError } from './domain/errors.ts'
import type { Clock } from './domain/instant.ts'
import type { Forge } from './forge/forge.ts'
import type { GithubForge } from './forge/github/github-forge.ts'
import { openLocalForge } from './forge/local/local-forge.ts'
import { cacheFolder, createQuestionIndexes } from './index-cache/question-indexes.ts'
import { createStateBook, type StateBook } from './session/state-book.ts'

/** A data repository, opened: everything that does not depend on one pipeline. */
export interface Project {
  readonly config: Config
  readonly forge: Forge
  readonly book: StateBook
  readonly clock: Clock
  readonly environment: Environment
  /** Tells this repository from others: `owner/name` on GitHub, the folder's path on a disk. */
  readonly identity: string
  /** Where the caches of this repository lie, outside of it. */
  readonly cacheFolder: string
  /** What questions are looked up in; opened at the first call and closed with the forge. */
  readonly indexes: () => QuestionIndexes
}

/** Where keys are looked up, and which run of GitHub Actions this is; nothing else is read from it. */
export type Environment = Readonly<Record<string, string | undefined>>

interface ProjectOptions {
  readonly clock: Clock
  readonly environment: Environment
}

interface Opening extends Pick<Project, 'forge' | 'identity'> {
  readonly readConfig: () => Promise<Config>
}

async function open({ forge, identity, readConfig: read }: Opening, options: ProjectOptions): Promise<Project> {
  const folder = cacheFolder(options.environment, identity)
  let indexes: ReturnType<typeof createQuestionIndexes> | undefined
  const close = async (): Promise<void> => {
    indexes?.close()
    await forge.close()
  }
  try {
    return {
      config: await read(),
      forge: { ...forge, close },
      book: createStateBook(forge.state),
      identity,
      cacheFolder: folder,
      indexes: () => (indexes ??= createQuestionIndexes(folder)),
      ...options,
    }
  } catch (error) {
    await forge.close()
    throw error
  }
}

/** The repository on this disk; its configuration is that of its work tree. */
export async function openLocalProject(repository: string, options: ProjectOptions): Promise<Project> {
  const forge = await openLocalForge({ repository, clock: options.clock })
  return open({ forge, identity: repository, readConfig: () => readConfig(repository) }, options)
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
  open({ forge, identity: forge.name, readConfig: () => readCommittedConfig(forge) }, options)
