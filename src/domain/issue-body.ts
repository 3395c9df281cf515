import { escapeEnd, escapeText, unescapeText } from './body-text.ts'
import { PerpetualError } from './errors.ts'
import { indicatorSchema, type Indicator, type ResearchAssignment } from './research-task.ts'
import { mostIndicators } from './task-form.ts'
import { createFormReader } from './task-forms/form-reader.ts'
import { readTitle, renderTitle } from './task-forms/task-title.ts'

/** GitHub takes 65,536 characters in an issue's body. */
export const longestBody = 65_536

const escapeFamily = (family: string): string => escapeText(family).replaceAll(/[()]/g, bracket => `\\${bracket}`)
const oneLine = (text: string): string => text.replaceAll('\n', '\\u{a}')

function renderIndicator({ id, name, family, brief }: Indicator): string {
  const lines = escapeText(brief)
    .split('\n')
    // A line's own spaces at its end would be lost in an editor.
    .map(escapeEnd)
  return [
    `- ${id}: ${oneLine(escapeText(name))} (${oneLine(escapeFamily(family))})`,
    ...lines.map(line => (line === '' ? '' : `  ${line}`)),
  ].join('\n')
}

/** The body of a research task's issue, as the form renders it and a person could write it. Throws `fix-config` above 65,536 characters. */
export function renderResearchBody({ task, title, indicators }: ResearchAssignment): string {
  const body = `### Assignment\n\n${renderTitle({ task, title })}\n\n### Indicators\n\n${indicators.map(renderIndicator).join('\n')}\n`
  if (body.length > longestBody) {
    const message = `Expected the text of task \`${task}\` to have at most 65,536 characters as an issue, got ${body.length}. Shorten its briefs.`
    throw new PerpetualError(message, { actBy: 'fix-config' })
  }
  return body
}

/** What an issue's body asks for, or everything its author must mend, each in one sentence. */
export type ParsedBody =
  | { readonly type: 'assignment'; readonly assignment: ResearchAssignment }
  | { readonly type: 'invalid'; readonly problems: readonly string[] }

/** The lines of a brief without the indentation of its first line. */
function readBrief(lines: readonly string[]): string {
  const indent = /^[ \t]*/.exec(lines.find(line => line.trim() !== '') ?? '')?.[0] ?? ''
  const stripped = lines.map(line => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()).trimEnd())
  const from = stripped.findIndex(line => line !== '')
  return unescapeText(stripped.slice(Math.max(0, from), stripped.findLastIndex(line => line !== '') + 1).join('\n'))
}

/** A bullet with its name and family escaped is never longer; nothing longer is looked at. */
const longestHead = 3000
const familyAtEnd = /\(((?:\\.|[^()\\])*)\)$/

/** `- id: Name (family)`, piece by piece: one pattern for all of it takes cubic time on a run of spaces. */
function readHead(line: string) {
  const first = line.trimEnd()
  const family = first.length > longestHead ? null : familyAtEnd.exec(first)
  const [, rest = ''] = /^[-*] +(.*)$/.exec(family === null ? '' : first.slice(0, family.index)) ?? []
  const colon = rest.indexOf(':')
  const id = rest.slice(0, Math.max(0, colon)).trimEnd()
  if (family === null || colon === -1 || /\s/.test(id)) return undefined
  return { id, name: rest.slice(colon + 1).trim(), family: family[1] ?? '' }
}

function readIndicator(first: string, rest: readonly string[], problems: string[]): Indicator | undefined {
  const found = readHead(first)
  if (found === undefined) {
    problems.push(`“${first.slice(0, 60)}” must read \`- id: Name (family)\`, with the brief indented beneath it.`)
    return undefined
  }
  const { id, name, family } = found
  const indicator = { id, name: unescapeText(name), family: unescapeText(family, '\\\\()'), brief: readBrief(rest) }
  const checked = indicatorSchema.safeParse(indicator)
  if (checked.success) return checked.data
  for (const key of new Set(checked.error.issues.map(issue => String(issue.path[0]))))
    problems.push(expectations(id.slice(0, 40), key))
  return undefined
}

const expectations = (id: string, key: string): string => {
  if (key === 'id') return `“${id}” cannot be an id: use lower-case letters, digits and \`-\`, at most 40 characters.`
  if (key === 'brief') return `Indicator “${id}” needs a brief of 1 to 4,000 characters, indented beneath it.`
  return `Indicator “${id}” needs a ${key} of 1 to ${key === 'name' ? 120 : 60} characters.`
}

function readIndicators(value: string, problems: string[]): readonly Indicator[] {
  const [before = '', ...blocks] = `\n${value}`.split(/\n(?=[-*] )/)
  if (before.trim() !== '')
    problems.push(
      '“Indicators” must begin with a line such as `- macd: Moving Average Convergence Divergence (technical/trend)`.',
    )
  // What is beyond that many is a mistake as a whole, and not looked at.
  const indicators = blocks.slice(0, mostIndicators).flatMap(block => {
    const [first = '', ...rest] = block.split('\n')
    return readIndicator(first, rest, problems) ?? []
  })
  if (blocks.length === 0 && before.trim() === '') problems.push('“Indicators” names none.')
  if (blocks.length > mostIndicators)
    problems.push(`“Indicators” names ${blocks.length}; at most ${mostIndicators} fit into one task.`)
  const counts = Map.groupBy(indicators, each => each.id)
  for (const [id, same] of counts) if (same.length > 1) problems.push(`Indicator “${id}” is there twice.`)
  return indicators
}

/** Reads an issue's body, whoever wrote it; never throws. */
export function parseResearchBody(text: string): ParsedBody {
  if (text.length > longestBody) return { type: 'invalid', problems: ['The text is longer than 65,536 characters.'] }
  const { problems, required } = createFormReader(text)
  const [title, list] = [required('Assignment'), required('Indicators')]
  const named = title === undefined ? undefined : readTitle(title, 'Assignment', problems)
  const indicators = list === undefined ? [] : readIndicators(list, problems)
  if (problems.length > 0 || named === undefined) return { type: 'invalid', problems }
  return { type: 'assignment', assignment: { ...named, indicators } }
}
