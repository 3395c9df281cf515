import { retry } from '@octokit/plugin-retry'
import { throttling } from '@octokit/plugin-throttling'
import { createAppToken, type AppCredentials } from './app-token.ts'
import { createPace, githubUrl, type PaceOptions } from './pace.ts'

export interface RestAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly data: unknown
}

/** GitHub's two protocols with retries, pace and a count. What fails is thrown as Octokit throws it, which `failure.ts` reads. */
export interface GithubClient {
  request(route: string, parameters?: Readonly<Record<string, unknown>>): Promise<RestAnswer>
  /** The data; where a field failed, Octokit's error, which has the data of the others. */
  graphql(document: string, parameters?: Readonly<Record<string, unknown>>): Promise<unknown>
  /** Requests on the wire so far, repeated ones included. */
  readonly requests: () => number
}

export interface ClientOptions extends PaceOptions {
  /** A token, or an App, whose tokens are minted and renewed on the way. */
  readonly token: string | AppCredentials
  /** How long one request may take, milliseconds: GitHub gives up after 10 s by itself, an upload takes longer. */
  readonly timeoutMs?: number
}

type Core = Parameters<typeof throttling>[0]

const defaultTimeoutMs = 60_000

/** What Octokit hands to a strategy of authentication; its request goes through the client's own plugins. */
interface StrategyOptions {
  readonly request: Parameters<typeof createAppToken>[1]
}

/** Asks for the token at each request, so that a renewed one is used at once. */
const createAuthStrategy =
  (credentials: ClientOptions['token']) =>
  ({ request }: StrategyOptions) => {
    const { header } =
      typeof credentials === 'string' ? { header: async () => `token ${credentials}` } : createAppToken(credentials, request)
    return Object.assign(async () => ({ type: 'token' }), {
      hook: async (send: (options: object) => unknown, options: { readonly url: string; readonly headers: object }) =>
        send({ ...options, headers: { ...options.headers, authorization: await header(options.url) } }),
    })
  }

/**
 * What both clients are built of. The order of the plugins matters: the first is the innermost, so the count sees what is
 * repeated, and retries are outside of throttling, so that each repeat waits its turn and no limit is taken for a failure.
 */
export const createClientParts = (options: ClientOptions) => {
  const { token, baseUrl = githubUrl, timeoutMs = defaultTimeoutMs, secondMs = 1_000 } = options
  let requests = 0
  const counting = (octokit: Core): object => {
    octokit.hook.wrap('request', (request, parameters) => {
      requests += 1
      return request({ ...parameters, request: { ...parameters.request, signal: AbortSignal.timeout(timeoutMs) } })
    })
    return {}
  }
  const quiet = () => {}
  return {
    plugins: [counting, throttling, retry] as const,
    octokitOptions: {
      baseUrl,
      userAgent: 'perpetual',
      authStrategy: createAuthStrategy(token),
      throttle: createPace(options),
      // What is refused for good is not asked again; limits are throttling's.
      retry: { doNotRetry: [400, 401, 403, 404, 405, 409, 410, 422, 429, 451], retryAfterBaseValue: secondMs },
      log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    },
    finish: (octokit: Pick<GithubClient, 'request' | 'graphql'>): GithubClient => ({
      request: (route, parameters) => octokit.request(route, parameters),
      graphql: (document, parameters) => octokit.graphql(document, parameters),
      requests: () => requests,
    }),
  }
}
