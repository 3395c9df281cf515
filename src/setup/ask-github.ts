/** As much of an Octokit as set-up and doctor use. */
export interface RestClient {
  request(
    route: string,
    parameters?: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly status: number; readonly data: unknown; readonly headers: Readonly<Record<string, unknown>> }>
}

/** What GitHub said; a refusal is an answer too. */
export interface Answer {
  readonly status: number
  readonly data: unknown
  readonly headers: Readonly<Record<string, unknown>>
  /** GitHub's own words where it refused, else empty. */
  readonly message: string
}

/** Asks about one repository; rejects only where no answer came. */
export type Ask = (route: string, parameters?: Readonly<Record<string, unknown>>) => Promise<Answer>

interface Refusal {
  readonly status: number
  readonly message: string
  readonly response?: { readonly data?: unknown; readonly headers?: Readonly<Record<string, unknown>> }
}

const isRefusal = (error: unknown): error is Error & Refusal =>
  error instanceof Error &&
  'status' in error &&
  typeof error.status === 'number' &&
  'response' in error &&
  error.response !== undefined

/** The refusal itself, or the one that an adapter's error was made of. */
function refusalIn(error: unknown): (Error & Refusal) | undefined {
  if (isRefusal(error)) return error
  return error instanceof Error && error.cause !== undefined ? refusalIn(error.cause) : undefined
}

/** Octokit appends where the documentation is, which helps nobody here. */
const oneLine = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/ - https:\/\/docs\.github\.com\S*$/u, '')
    .trim()

export const createAsk =
  (client: RestClient, { owner, repo }: { readonly owner: string; readonly repo: string }): Ask =>
  async (route, parameters = {}) => {
    try {
      const { status, data, headers } = await client.request(route, { owner, repo, ...parameters })
      return { status, data, headers, message: '' }
    } catch (error) {
      const refusal = refusalIn(error)
      if (refusal === undefined) throw error
      const { status, message, response } = refusal
      return { status, data: response?.data, headers: response?.headers ?? {}, message: oneLine(message).slice(0, 300) }
    }
  }

export const isOk = ({ status }: Answer): boolean => status >= 200 && status < 300

/** GitHub answers 403 where it says that it will not, and 404 where it will not even say that. */
export const isRefused = ({ status }: Answer): boolean => status === 403 || status === 404 || status === 401

/** All pages of a list; undefined where it cannot be seen. */
export async function askAll(
  ask: Ask,
  route: string,
  {
    pick,
    parameters = {},
  }: { readonly pick: (data: unknown) => readonly string[]; readonly parameters?: Readonly<Record<string, unknown>> },
): Promise<readonly string[] | undefined> {
  const found: string[] = []
  for (let page = 1; page <= 20; page += 1) {
    const answer = await ask(route, { ...parameters, per_page: 100, page })
    if (!isOk(answer)) return undefined
    const names = pick(answer.data)
    found.push(...names)
    if (names.length < 100) return found
  }
  return found
}
