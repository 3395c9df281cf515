/** An answer of GitHub's that is no success; `type` is GraphQL's, `errors` REST's. */
export class HttpError extends Error {
  readonly status: number
  readonly type: string
  readonly errors: readonly unknown[] | undefined
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, message: string, more: Partial<Pick<HttpError, 'type' | 'errors' | 'headers'>> = {}) {
    super(message)
    this.status = status
    this.type = more.type ?? typeOf(status)
    this.errors = more.errors
    this.headers = more.headers ?? {}
  }
}

const typeOf = (status: number): string =>
  status === 404 ? 'NOT_FOUND' : status === 403 || status === 401 ? 'FORBIDDEN' : 'UNPROCESSABLE'

export const notFound = (): HttpError => new HttpError(404, 'Not Found')

/** `Validation Failed` as GitHub words it; GraphQL shows the error's own message. */
export function invalid(
  resource: string,
  error: { readonly field?: string; readonly code?: string; readonly message?: string },
): HttpError {
  return new HttpError(422, 'Validation Failed', {
    errors: [{ resource, code: error.code ?? (error.message === undefined ? 'invalid' : 'custom'), ...error }],
  })
}

/** What GraphQL says of the same error. */
export function graphqlMessage(error: HttpError): string {
  const first = error.errors?.[0]
  if (typeof first === 'object' && first !== null && 'message' in first && typeof first.message === 'string')
    return first.message.charAt(0).toUpperCase() + first.message.slice(1)
  return error.message
}
