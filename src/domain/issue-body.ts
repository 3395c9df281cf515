import { escapeAll, escapeText, readSections, unescapeText } from './body-text.ts'
import { PerpetualError } from './errors.ts'
import { indicatorSchema, type Indicator, type ResearchAssignment } from './research-task.ts'
import { longestTitle, mostIndicators, taskIdPattern, titleSchema } from './task-form.ts'

/** GitHub takes 65,536 characters in an issue's body. */
export const longestBody = 65_536

const escapeFamily = (family: string): string => escapeText(family).replaceAll(/[()]/g, bracket => `\\${bracket}`)
const oneLine = (text: string): string => text.replaceAll('\n', '\\u{a}')

function renderIndicator({ id, name, family, brief }: Indicator): string {
  const lines = escapeText(brief)
    .split('\n')
    // A line's own spaces at its end would be lost in an editor.
    .map(line => line.replace(/\s+$/u, escapeAll))
  return [
    `- ${id}: ${oneLine(escapeText(name))} (${oneLine(escapeFamily(family))})`,
    ...lines.map(line => (line === '' ? '' : `  ${line}`)),
  ].join('\n')
}

/** The body of a research task's issue, as the form renders it and a person could write it. Throws `fix-config` above 65,536 characters. */
export function renderResearchBody({ task, title, indicators }: ResearchAssignment): string {
  const body = `### Assignment\n\n${task}: ${escapeText(title)}\n\n### Indicators\n\n${indicators.map(renderIndicator).join('\n')}\n`
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

const noResponse = /^\s*(?:_No response_\s*)?$/i

const slugOf = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, 60)
    .replace(/-$/, '')

/** `id: Title`; where a person wrote a title alone, the id is made of it. */
function readAssignment(value: string, problems: string[]): { readonly task: string; readonly title: string } {
  const [, id, rest] = /^([a-z0-9][a-z0-9_-]{0,59}): +(.*)$/s.exec(value.trim()) ?? []
  const title = unescapeText((rest ?? value).trim())
  const task = id ?? slugOf(title)
  if (!titleSchema.safeParse(title).success) problems.push(`“Assignment” must be one line of at most ${longestTitle} characters.`)
  else if (!taskIdPattern.test(task))
    problems.push('“Assignment” needs an id before its title, such as `momentum-1: Momentum oscillators`.')
  return { task, title }
}

/** The lines of a brief without the indentation of its first line. */
function readBrief(lines: readonly string[]): string {
  const indent = /^[ \t]*/.exec(lines.find(line => line.trim() !== '') ?? '')?.[0] ?? ''
  const stripped = lines.map(line => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()).trimEnd())
  const from = stripped.findIndex(line => line !== '')
  return unescapeText(stripped.slice(Math.max(0, from), stripped.findLastIndex(line => line !== '') + 1).join('\n'))
}

/** A bullet with its name and family escaped is never longer; its patterns take quadratic time, so nothing longer meets them. */
const longestHead = 3000
const familyAtEnd = /\(((?:\\.|[^()\\])*)\) *$/
const idAndName = /^[-*] +([^:\s]*) *: *(.*)$/

/** `- id: Name (family)`. Family and name apart: one pattern for both takes cubic time on a run of spaces. */
function readHead(first: string) {
  const end = first.length > longestHead ? null : familyAtEnd.exec(first)
  const found = end === null ? null : idAndName.exec(first.slice(0, end.index))
  return end === null || found === null
    ? undefined
    : { id: found[1] ?? '', name: (found[2] ?? '').replace(/ +$/, ''), family: end[1] ?? '' }
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
  const indicators = blocks.flatMap(block => {
    const [first = '', ...rest] = block.split('\n')
    return readIndicator(first, rest, problems) ?? []
  })
  if (blocks.length === 0 && before.trim() === '') problems.push('“Indicators” names none.')
  if (blocks.length > mostIndicators)
    problems.push(`“Indicators” names ${blocks.length}; at most ${mostIndicators} fit into one task.`)
  const ids = indicators.map(each => each.id)
  for (const id of new Set(ids.filter((each, index) => ids.indexOf(each) !== index)))
    problems.push(`Indicator “${id}” is there twice.`)
  return indicators
}

/** Reads an issue's body, whoever wrote it; never throws. */
export function parseResearchBody(text: string): ParsedBody {
  if (text.length > longestBody) return { type: 'invalid', problems: ['The text is longer than 65,536 characters.'] }
  const problems: string[] = []
  const sections = readSections(text)
  const valueOf = (heading: string): string | undefined => {
    const [value, ...more] = sections.get(heading.toLowerCase()) ?? []
    if (value === undefined || noResponse.test(value))
      problems.push(`The heading “### ${heading}” with something beneath it is missing.`)
    else if (more.length > 0) problems.push(`The heading “### ${heading}” is there ${more.length + 1} times.`)
    else return value
    return undefined
  }
  const title = valueOf('Assignment')
  const list = valueOf('Indicators')
  const named = title === undefined ? undefined : readAssignment(title, problems)
  const indicators = list === undefined ? [] : readIndicators(list, problems)
  if (problems.length > 0 || named === undefined) return { type: 'invalid', problems }
  return { type: 'assignment', assignment: { ...named, indicators } }
}
