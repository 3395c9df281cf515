import { escapeAll, escapeEnd, escapeText, readSections, unescapeText } from '../body-text.ts'

/** What an issue form writes where nothing was filled in. */
const noResponse = /^\s*(?:(?:_No response_|None)\s*)?$/i

/** The values beneath an issue's headings; what is wrong with them is gathered in `problems`, each in one sentence. */
export interface FormReader {
  readonly problems: string[]
  /** Undefined, with a problem, where the heading is missing, empty or there twice. */
  readonly required: (heading: string) => string | undefined
  /** Undefined where the heading is missing or empty; with a problem where it is there twice. */
  readonly optional: (heading: string) => string | undefined
}

export function createFormReader(body: string): FormReader {
  const sections = readSections(body)
  const problems: string[] = []
  const read = (heading: string, isRequired: boolean): string | undefined => {
    const [value, ...more] = sections.get(heading.toLowerCase()) ?? []
    if (value !== undefined && more.length > 0) problems.push(`The heading “### ${heading}” is there ${more.length + 1} times.`)
    else if (value !== undefined && !noResponse.test(value)) return value
    else if (isRequired) problems.push(`The heading “### ${heading}” with something beneath it is missing.`)
    return undefined
  }
  return { problems, required: heading => read(heading, true), optional: heading => read(heading, false) }
}

/** A text of several lines as it stands beneath a heading, so that no line of it reads as a heading and no space is lost. */
export const renderText = (text: string): string => {
  const lines = escapeText(text)
    .split('\n')
    .map(line => escapeEnd(line).replace(/^#/u, escapeAll))
  const rendered = lines.join('\n')
  return noResponse.test(rendered) ? rendered.replace(/^./u, escapeAll) : rendered
}

/** A text of several lines, without the spaces at its lines' ends and the empty lines around it. */
export const readText = (value: string): string =>
  unescapeText(
    value
      .split('\n')
      .map(line => line.trimEnd())
      .join('\n')
      .trim(),
  )

/** A text of at most so many characters; longer ones are a problem. */
export function readLimited(
  value: string | undefined,
  limit: { readonly heading: string; readonly most: number },
  problems: string[],
): string {
  const text = value === undefined ? '' : readText(value)
  if (text.length > limit.most)
    problems.push(
      `“${limit.heading}” must have at most ${limit.most.toLocaleString('en')} characters, and has ${text.length.toLocaleString('en')}.`,
    )
  return text
}
