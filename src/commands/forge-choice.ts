import { oneOf } from '../config/nearest.ts'
import { plain, show } from '../config/show.ts'
import { PerpetualError } from '../domain/errors.ts'
import { runGit } from '../forge/git.ts'
import type { Environment } from '../project.ts'

export const forgeKinds = ['local', 'github'] as const

/** Where tasks, state and pull requests live for one call of the command line. */
export type ForgeChoice =
  | { readonly kind: 'local' }
  | { readonly kind: 'github'; readonly owner: string; readonly repo: string; readonly token: string; readonly apiUrl: string }

const refuse = (message: string): PerpetualError => new PerpetualError(message, { actBy: 'fix-config' })

const slug = /^([A-Za-z0-9][A-Za-z0-9-]{0,38})\/([A-Za-z0-9._-]{1,100})$/

/** The host that repositories live on: github.com, or the server that GITHUB_SERVER_URL names. */
const hostOf = ({ GITHUB_SERVER_URL: server }: Environment): string => {
  const url = URL.parse(server ?? '')
  return url === null ? 'github.com' : url.host
}

/** `owner/repo` of an address as `git remote` prints it; undefined where it is on no such host. */
export function repositoryOfRemote(address: string, host: string): string | undefined {
  const scp = /^(?:[^@/]+@)?([^:/]+):(?!\/)(.+)$/.exec(address)
  const url = URL.parse(address)
  const [found, path] = url !== null && url.host !== '' ? [url.host, url.pathname] : [scp?.[1], scp?.[2]]
  // SSH has a port of its own, and github.com a host for it that firewalls let through.
  const withoutPort = found?.replace(/:\d+$/, '').replace(/^ssh\./, '')
  if (found !== host && withoutPort !== host.replace(/:\d+$/, '')) return undefined
  const name = (path ?? '')
    .replace(/^\//, '')
    .replace(/\/$/, '')
    .replace(/\.git$/, '')
  return slug.test(name) ? name : undefined
}

async function findRepository(folder: string, environment: Environment): Promise<string | undefined> {
  const origin = await runGit(['remote', 'get-url', 'origin'], { cwd: folder })
  const found = origin.code === 0 ? repositoryOfRemote(origin.stdout.trim(), hostOf(environment)) : undefined
  const { GITHUB_REPOSITORY: named } = environment
  return found ?? (named !== undefined && slug.test(named) ? named : undefined)
}

function apiOf(environment: Environment): string {
  const { GITHUB_API_URL: asked } = environment
  if (asked !== undefined && asked !== '') return asked.replace(/\/+$/, '')
  const host = hostOf(environment)
  return host === 'github.com' ? 'https://api.github.com' : `https://${host}/api/v3`
}

/** `--forge` decides; without it a repository whose `origin` is on GitHub is worked on there if there is a token, else on this disk. */
export async function chooseForge(
  asked: string | undefined,
  { folder, environment }: { readonly folder: string; readonly environment: Environment },
): Promise<ForgeChoice> {
  const kind = forgeKinds.find(each => each === asked)
  if (asked !== undefined && kind === undefined)
    throw refuse(`Expected \`--forge\` to be ${oneOf(asked, forgeKinds)}, got ${show(asked)}`)
  const token = environment['GITHUB_TOKEN'] || environment['GH_TOKEN']
  if (kind === 'local' || (kind === undefined && !token)) return { kind: 'local' }
  if (!token)
    throw refuse(
      'Expected a token in GITHUB_TOKEN or GH_TOKEN, found none; with the `gh` tool: `export GH_TOKEN=$(gh auth token)`',
    )
  const name = await findRepository(folder, environment)
  const [, owner, repo] = slug.exec(name ?? '') ?? []
  if (owner !== undefined && repo !== undefined) return { kind: 'github', owner, repo, token, apiUrl: apiOf(environment) }
  if (kind === undefined) return { kind: 'local' }
  throw refuse(
    `Expected \`origin\` in ${plain(folder)} to be a repository on ${hostOf(environment)}, found none. Clone one, or name it: GITHUB_REPOSITORY=owner/name`,
  )
}
