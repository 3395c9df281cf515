type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Links of an account, which emulate leaves out where it is an organisation. */
export function accountLinks(url: string, login: string): Json {
  const api = `${url}/users/${login}`
  return {
    gravatar_id: '',
    html_url: `${url}/${login}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
  }
}

function missing(value: Json, key: string, url: string): Json {
  if (value['type'] === 'Organization' && typeof value['login'] === 'string') return accountLinks(url, value['login'])
  if (key === 'tree' && typeof value['sha'] === 'string') return { url: `${url}/git/trees/${value['sha']}` }
  if (key === 'output' && 'annotations_count' in value) return { annotations_url: `${url}/annotations` }
  if (typeof value['full_name'] === 'string' && 'forks_count' in value) return { network_count: 0, subscribers_count: 0 }
  return {}
}

/** emulate's answer as GitHub writes it: times to the second, and the fields that it leaves out. */
export function mend(text: string, url: string): unknown {
  return JSON.parse(text, (key: string, value: unknown) => {
    if (typeof value === 'string' && (key.endsWith('_at') || key === 'date')) return value.replace(/\.\d+Z$/, 'Z')
    return isObject(value) ? { ...missing(value, key, url), ...value } : value
  }) as unknown
}
