import { createFormReader, readLimited, renderText } from './form-reader.ts'
import { readTitle, renderTitle } from './task-title.ts'

/** A change to code. */
export interface ImplementationRequest {
  readonly task: string
  readonly title: string
  /** What to change, beyond the title; may be empty. */
  readonly details: string
  readonly why: string
  /** Files or folders, in the author's words; empty where the author does not know. */
  readonly where: string
  /** How to see that it is done. */
  readonly check: string
}

export type ParsedImplementation =
  | { readonly type: 'implementation'; readonly request: ImplementationRequest }
  | { readonly type: 'invalid'; readonly problems: readonly string[] }

const longestDetails = 20_000
const longestOther = 4000

export const renderImplementationBody = ({ task, title, details, why, where, check }: ImplementationRequest): string =>
  [
    `### Change\n\n${renderTitle({ task, title })}\n${details === '' ? '' : `\n${renderText(details)}\n`}`,
    `### Why\n\n${renderText(why)}\n`,
    ...(where === '' ? [] : [`### Where\n\n${renderText(where)}\n`]),
    `### Check\n\n${renderText(check)}\n`,
  ].join('\n')

/** Reads an issue's body, whoever wrote it; never throws. The first line beneath “Change” is the task's title. */
export function parseImplementationBody(body: string): ParsedImplementation {
  const { problems, required, optional } = createFormReader(body)
  const change = required('Change')?.trimStart()
  const [whyText, whereText, checkText] = [required('Why'), optional('Where'), required('Check')]
  const [first = '', ...rest] = (change ?? '').split('\n')
  const named = change === undefined ? undefined : readTitle(first, 'Change', problems)
  const details = readLimited(rest.join('\n'), { heading: 'Change', most: longestDetails }, problems)
  const why = readLimited(whyText, { heading: 'Why', most: longestOther }, problems)
  const where = readLimited(whereText, { heading: 'Where', most: longestOther }, problems)
  const check = readLimited(checkText, { heading: 'Check', most: longestOther }, problems)
  return problems.length > 0 || named === undefined
    ? { type: 'invalid', problems }
    : { type: 'implementation', request: { ...named, details, why, where, check } }
}
