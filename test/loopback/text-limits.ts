import { invalid } from './http-error.ts'

/** Lengths as GitHub counts them: 256 characters of a title, 65,536 of a body. */
export function checkText(
  resource: string,
  text: { readonly title?: string | undefined; readonly body?: string | null | undefined },
): void {
  if (text.title !== undefined && text.title.trim() === '') throw invalid(resource, { field: 'title', code: 'missing_field' })
  if (text.title !== undefined && text.title.length > 256)
    throw invalid(resource, { field: 'title', message: 'title is too long (maximum is 256 characters)' })
  if ((text.body?.length ?? 0) > 65_536)
    throw invalid(resource, { field: 'body', message: 'body is too long (maximum is 65536 characters)' })
}

export function checkComment(body: string): void {
  if (body.trim() === '') throw invalid('IssueComment', { field: 'body', code: 'missing_field', message: "body can't be blank" })
  if (body.length > 65_536)
    throw invalid('IssueComment', {
      field: 'body',
      code: 'unprocessable',
      message: 'body is too long (maximum is 65536 characters)',
    })
}
