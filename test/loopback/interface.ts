import type { Octokit } from '@octokit/rest'

export type Permission = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none'

export interface LoopbackOptions {
  readonly owner?: string
  readonly repo?: string
  readonly private?: boolean
  /** A GitHub App that may mint installation tokens; `publicKey` is PEM, its JWTs are checked with it. */
  readonly app?: {
    readonly id: number
    readonly slug: string
    readonly publicKey: string
    readonly permissions: Readonly<Record<string, 'read' | 'write'>>
    /** How long a minted token lives; an hour, as GitHub's, unless said. */
    readonly tokenSeconds?: number
  }
}

export interface LoopbackRequest {
  readonly method: string
  readonly path: string
  /** A GraphQL request's operation name, else its root fields; null for REST. */
  readonly operation: string | null
  /** 0 where the connection was dropped. */
  readonly status: number
  readonly login: string | null
}

export interface FaultRequest {
  readonly method: string
  /** With the query string. */
  readonly path: string
  readonly body: string
}

export interface Fault {
  /** A pattern is tried on `METHOD /path`, then on the body. */
  readonly match: RegExp | ((request: FaultRequest) => boolean)
  /** How many requests it hits; 1 unless said. */
  readonly times?: number
  /** `after` lets the request take effect and then answers with the fault, or drops the connection. */
  readonly when?: 'before' | 'after'
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly drop?: boolean
  readonly delayMs?: number
}

/** What a webhook would bring; `by` is the login that caused it. */
export interface LoopbackEvent {
  readonly name: string
  readonly payload: Record<string, unknown>
  readonly by: string
}

export interface Environment {
  readonly secrets: Set<string>
  readonly variables: Map<string, string>
  /** Branch names that may deploy; null where every branch may. */
  branches: string[] | null
}

export interface Ruleset {
  readonly name: string
  /** Branch names or globs; `~ALL` and `~DEFAULT_BRANCH` as GitHub writes them. */
  readonly include: readonly string[]
  enforcement: 'active' | 'disabled' | 'evaluate'
}

export interface Settings {
  allowActionsToCreatePulls: boolean
  /** What the organisation lets its repositories switch on. */
  organizationAllowsActionsToCreatePulls: boolean
  /** The account's plan, told to its owner alone. */
  plan: 'free' | 'pro' | 'team' | 'enterprise'
  readonly actions: { enabled: boolean; allowed: 'all' | 'local_only' | 'selected'; patterns: string[] }
  /** What a workflow's token may do unless it says. */
  workflowPermissions: 'read' | 'write'
  /** False on a private repository of the Free plan. */
  drafts: boolean
  issues: boolean
  /** Nothing may be written any more. */
  archived: boolean
  /** From now on the branches named by this glob change through pull requests alone. */
  protect(branch: string): void
  readonly variables: Map<string, string>
  readonly environments: Map<string, Environment>
  /** Names of secrets outside environments. */
  readonly secrets: Set<string>
  readonly organizationSecrets: Set<string>
  readonly rulesets: Ruleset[]
  discussionCategories: string[]
  /** Numbers of issues that went to another repository, which no token of ours can see. */
  readonly transferred: Set<number>
}

export interface Runs {
  start(run: { readonly id: number; readonly attempt?: number; readonly runner?: string }): void
  end(id: number): void
  endJob(id: number, runner: string): void
}

/** A GitHub on loopback, in this process. */
export interface LoopbackGithub {
  /** The REST base; GraphQL is at `${url}/graphql`. */
  readonly url: string
  readonly owner: string
  readonly repo: string
  /** A classic token; the person is made with permission `admin` on first use unless `addPerson` said otherwise. Scopes are `repo` and `workflow` unless said. */
  token(login: string, options?: { readonly scopes?: readonly string[] }): string
  /** A fine-grained token of a person, which may do only what both the person and `permissions` may. */
  fineGrainedToken(login: string, permissions: Readonly<Record<string, 'read' | 'write'>>): string
  /** An installation token; it acts as `github-actions[bot]` unless `login` names another bot. */
  botToken(
    permissions: Readonly<Record<string, 'read' | 'write'>>,
    options?: { readonly login?: string; readonly expiresAt?: string },
  ): string
  /** From now on this token answers 401. */
  revoke(token: string): void
  addPerson(login: string, permission: Permission): void
  /** Every API request that arrived, oldest first. */
  requests(): readonly LoopbackRequest[]
  clearRequests(): void
  fault(fault: Fault): void
  clearFaults(): void
  onEvent(listener: (event: LoopbackEvent) => void): () => void
  /** Of the repository, without an API request. */
  branches(): ReadonlyMap<string, string>
  files(branchOrOid: string): Promise<ReadonlyMap<string, string>>
  /** A push by a person; makes the branch off the default branch where it does not exist. Protected branches are no hindrance. */
  commit(
    by: string,
    branch: string,
    changes: readonly { readonly path: string; readonly text: string | null }[],
    options?: { readonly force?: boolean; readonly message?: string },
  ): Promise<string>
  deleteBranch(by: string, branch: string): Promise<void>
  /** A force-push. */
  setBranch(by: string, branch: string, oid: string): Promise<void>
  /** A fork by somebody who may push there. */
  openFork(login: string): Promise<{ readonly owner: string; readonly repo: string }>
  /** The issue is moved to another repository: its number redirects there, or is unknown to GraphQL. */
  transferIssue(by: string, number: number): Promise<void>
  as(login: string): Octokit
  readonly runs: Runs
  readonly settings: Settings
  /** How the answers so far differ from GitHub's published OpenAPI, each once: `METHOD /path STATUS pointer message`. */
  checkedAgainstOpenApi(): readonly string[]
  close(): Promise<void>
}
