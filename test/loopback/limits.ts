import type { Caller } from './accounts.ts'

const hour = 3_600

/** Rate limit headers as GitHub sends them; nobody is ever refused, because a test asks for that with a fault. */
export function createLimits(): (caller: Caller | undefined, path: string) => Readonly<Record<string, string>> {
  const used = new Map<string, number>()
  return (caller, path) => {
    // 1,000 an hour for a repository's own token, 5,000 for a person's.
    const limit = caller?.kind === 'bot' ? 1_000 : 5_000
    const resource = path === '/graphql' ? 'graphql' : 'core'
    const key = `${caller?.login ?? ''} ${resource}`
    const count = (used.get(key) ?? 0) + 1
    used.set(key, count)
    const scopes = caller === undefined || caller.scopes === null ? {} : { 'x-oauth-scopes': caller.scopes.join(', ') }
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(Math.max(1, limit - count)),
      'x-ratelimit-used': String(count),
      'x-ratelimit-reset': String((Math.floor(Date.now() / 1_000 / hour) + 1) * hour),
      'x-ratelimit-resource': resource,
      ...scopes,
    }
  }
}
