import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createEmulator } from 'emulate'
import type { Tables } from './emulate-tables.ts'
import { mend } from './mend.ts'

type Fetch = (request: Request) => Promise<Response>
type TokenMap = Map<string, { readonly login: string; readonly id: number; readonly scopes: readonly string[] }>
type Register = (
  ...parts: readonly [app: { readonly fetch: Fetch }, store: unknown, webhooks: unknown, baseUrl: string, tokens: TokenMap]
) => void

interface Plugin {
  readonly githubPlugin: { register: Register }
  readonly getGitHubStore: (store: unknown) => Tables
}

export interface AskedRequest {
  readonly method: string
  readonly path: string
  readonly body?: unknown
  readonly accept?: string
}

export interface AskedAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
}

export interface Emulated {
  readonly tables: Tables
  /** One of emulate's own routes, acting as this login; nothing goes over the network. JSON comes back mended, all else as bytes. */
  ask(login: string, request: AskedRequest): Promise<AskedAnswer>
}

/** emulate does not export its GitHub plugin: its chunk's name is hashed, so it is known by its head. */
function findChunk(): string {
  const folder = dirname(fileURLToPath(import.meta.resolve('emulate')))
  const isGithub = (name: string): boolean =>
    /^dist-.*\.js$/.test(name) && readFileSync(join(folder, name), 'utf8').slice(0, 200).includes('@emulators/github/')
  const found = readdirSync(folder).find(isGithub)
  if (found === undefined) throw new Error(`Expected emulate's GitHub chunk in ${folder}, got none; pin emulate to 0.12.2`)
  return pathToFileURL(join(folder, found)).href
}

const captured = new Map<string, { readonly fetch: Fetch; readonly store: unknown; readonly tokens: TokenMap }>()
let loading: Promise<Plugin> | undefined

async function loadPlugin(): Promise<Plugin> {
  const plugin = (await import(findChunk())) as Plugin
  const register = plugin.githubPlugin.register
  plugin.githubPlugin.register = function (...parts) {
    const [app, store, , baseUrl, tokens] = parts
    captured.set(baseUrl, { fetch: request => app.fetch(request), store, tokens })
    register.apply(this, parts)
  }
  return plugin
}

/** emulate's GitHub behind `url`, without a port of its own: its routes are called in process. */
export async function startEmulate(
  url: string,
  repository: { readonly owner: string; readonly repo: string; readonly private: boolean },
): Promise<Emulated> {
  const plugin = await (loading ??= loadPlugin())
  const emulator = await createEmulator({
    service: 'github',
    port: 0,
    baseUrl: url,
    seed: {
      tokens: {},
      github: {
        orgs: [{ login: repository.owner }],
        repos: [{ owner: repository.owner, name: repository.repo, auto_init: true, private: repository.private }],
      },
    },
  })
  await emulator.close()
  const capture = captured.get(url)
  captured.delete(url)
  if (capture === undefined) throw new Error('Expected emulate to register its GitHub plugin, got nothing; pin emulate to 0.12.2')
  const tables = plugin.getGitHubStore(capture.store)
  let calls = 0
  return {
    tables,
    ask: async (login, { method, path, body, accept }) => {
      // emulate counts 5,000 requests an hour and token and never forgets them.
      calls += 1
      const token = `${login}/${Math.floor(calls / 4_000)}`
      const user = tables.users.findBy('login', login)[0]
      if (user !== undefined) capture.tokens.set(token, { login, id: user.id, scopes: ['repo'] })
      const authorization = login === '' ? {} : { authorization: `token ${token}` }
      const headers = { ...authorization, 'content-type': 'application/json', ...(accept === undefined ? {} : { accept }) }
      // It answers 400 to a POST or PUT without a body.
      const sends = method === 'GET' || method === 'HEAD' ? {} : { body: JSON.stringify(body ?? {}) }
      return readAnswer(await capture.fetch(new Request(url + path, { method, headers, ...sends })), url)
    },
  }
}

async function readAnswer(answer: Response, url: string): Promise<AskedAnswer> {
  const link = answer.headers.get('link')
  const headers: Record<string, string> = link === null ? {} : { link }
  if (answer.headers.get('content-type')?.includes('json') === true)
    return { status: answer.status, headers, body: mend(await answer.text(), url) }
  const bytes = Buffer.from(await answer.arrayBuffer())
  return { status: answer.status, headers, ...(bytes.byteLength === 0 ? {} : { body: bytes }) }
}
