import type { Caller } from './accounts.ts'
import type { RepositoryRow, World, Json } from './world.ts'

export interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface Call {
  readonly world: World
  readonly caller: Caller
  readonly method: string
  /** Of the address, decoded. */
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: Json
  readonly accept: string
  /** The repository that the address names. */
  readonly repo: RepositoryRow
}

export type Handler = (call: Call) => Answer | Promise<Answer>

export interface Route {
  readonly method: string
  readonly pattern: RegExp
  readonly handle: Handler
}

/** `{name}` is one part of the path, `{name+}` is the rest of it; `{repo}` stands for `/repos/{owner}/{repo}`. */
export function route(address: string, handle: Handler): Route {
  const [method = '', template = ''] = address.split(' ')
  const whole = template.replace(/^\{repo\}/, '/repos/{owner}/{name}')
  const pattern = whole.replace(
    /\{(\w+)(\+?)\}/g,
    (_match, name: string, rest: string) => `(?<${name}>${rest === '' ? '[^/]+' : '.+'})`,
  )
  return { method, pattern: new RegExp(`^${pattern}$`), handle }
}

/** One page of a list with the `Link` header that Octokit's paginate follows. */
export function page(
  call: Call,
  path: string,
  rows: readonly unknown[],
): { readonly rows: readonly unknown[]; readonly headers: Record<string, string> } {
  const size = Math.min(100, Math.max(1, Number(call.query.get('per_page') ?? '30') || 30))
  const number = Math.max(1, Number(call.query.get('page') ?? '1') || 1)
  const last = Math.max(1, Math.ceil(rows.length / size))
  const link = (to: number, name: string): string => {
    const query = new URLSearchParams(call.query)
    query.set('page', String(to))
    return `<${call.world.url}${path}?${query.toString()}>; rel="${name}"`
  }
  const links = [
    ...(number < last ? [link(number + 1, 'next'), link(last, 'last')] : []),
    ...(number > 1 ? [link(1, 'first'), link(number - 1, 'prev')] : []),
  ]
  return { rows: rows.slice((number - 1) * size, number * size), headers: links.length === 0 ? {} : { link: links.join(', ') } }
}
