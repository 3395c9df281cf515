import type { Clock } from '../../domain/instant.ts'
import type { Accounts } from './accounts.ts'
import type { Api } from './api.ts'
import type { Objects } from './objects.ts'

/** The repository as the adapter's parts see it. */
export interface GithubContext {
  readonly api: Api
  readonly objects: Objects
  readonly accounts: Accounts
  readonly clock: Clock
  /** `owner/name` as GitHub writes it, whatever was asked for. */
  readonly repository: string
  /** GraphQL's id of it. */
  readonly repositoryId: string
  readonly defaultBranch: string
  /** For what is left undone and hurts nobody now. */
  readonly warn: (message: string) => void
}
