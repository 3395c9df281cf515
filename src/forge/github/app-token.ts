import type { createAppAuth } from '@octokit/auth-app'
import { z } from 'zod'
import { PerpetualError } from '../../domain/errors.ts'
import { plusMs, toInstant, type Clock, type Instant } from '../../domain/instant.ts'
import { explain } from './errors.ts'
import { readFailure } from './failure.ts'

/** A GitHub App, which acts in a repository by tokens that live an hour. */
export interface AppCredentials {
  readonly appId: string
  /** PEM, as GitHub gives it; line breaks may be written `\n`, as in an environment variable. */
  readonly privateKey: string
  /** Found by the repository unless said. */
  readonly installationId?: number | null
  readonly owner: string
  readonly repo: string
  readonly clock: Clock
  /** Told of every token before it is used, so that it can be masked. */
  readonly onToken?: (token: string) => void
}

type Request = NonNullable<Parameters<typeof createAppAuth>[0]['request']>

export interface AppToken {
  /** The header for a request to this path: the App's own where it speaks for itself, else its installation's. */
  readonly header: (path: string) => Promise<string>
}

/** A token is renewed this long before it ends, so that no request outlives it. */
const spareMs = 5 * 60_000

const installationSchema = z.object({ id: z.int() })

/** Where GitHub wants the App's own signature: minting a token, and finding the installation. */
const isOfApp = (path: string): boolean => /\/app\/|\/installation$/.test(path)

const once = <Value>(make: () => Promise<Value>): (() => Promise<Value>) => {
  let made: Promise<Value> | undefined
  return () => (made ??= make())
}

const refusal = (error: unknown, { appId, owner, repo }: AppCredentials): unknown => {
  const failure = readFailure(error)
  if (failure === undefined) {
    const isKey = error instanceof Error && /key|pem|asn1|decoder/i.test(error.message)
    if (!isKey) return error
    return new PerpetualError(
      `Expected the private key of App ${appId} as the PEM file that GitHub gave (-----BEGIN … PRIVATE KEY-----), got something else; pass the whole file`,
      { actBy: 'fix-config' },
    )
  }
  const repository = `${owner}/${repo}`
  if (failure.status === 401)
    return new PerpetualError(
      `Expected GitHub to know App ${appId} by its private key, but it does not (${failure.message}); check the App's id, its key and this machine's clock`,
      { actBy: 'fix-config' },
    )
  if (failure.status === 404)
    return new PerpetualError(`Expected App ${appId} to be installed on ${repository}, but it is not; install it there`, {
      actBy: 'fix-config',
    })
  return explain(failure, { repository, permission: 'metadata: read' }, error)
}

/** Mints the tokens of an App's installation, and renews each before it ends. */
export const createAppToken = (credentials: AppCredentials, request: Request): AppToken => {
  const { appId, owner, repo, clock, onToken = () => {} } = credentials
  const privateKey = credentials.privateKey.replaceAll('\\n', '\n')
  // Loaded late: most clients have a token.
  const loading = once(async () => (await import('@octokit/auth-app')).createAppAuth({ appId, privateKey, request }))
  let installation = credentials.installationId ?? undefined
  let current: { readonly token: string; readonly renewAt: Instant } | undefined
  let minting: Promise<string> | undefined

  const mint = async (): Promise<string> => {
    installation ??= installationSchema.parse((await request('GET /repos/{owner}/{repo}/installation', { owner, repo })).data).id
    const auth = await loading()
    const { token, expiresAt } = await auth({ type: 'installation', installationId: installation, refresh: true })
    onToken(token)
    current = { token, renewAt: plusMs(toInstant(Date.parse(expiresAt)), -spareMs) }
    return token
  }

  const installationToken = async (): Promise<string> => {
    if (current !== undefined && clock.now() < current.renewAt) return current.token
    minting ??= mint()
      .catch((error: unknown) => {
        throw refusal(error, credentials)
      })
      .finally(() => {
        minting = undefined
      })
    return minting
  }

  return {
    header: async path =>
      isOfApp(path) ? `bearer ${(await (await loading())({ type: 'app' })).token}` : `token ${await installationToken()}`,
  }
}
