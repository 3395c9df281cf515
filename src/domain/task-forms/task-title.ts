import { escapeText, unescapeText } from '../body-text.ts'
import { longestTitle, taskIdPattern, titleSchema } from '../task-form.ts'

export interface TaskTitle {
  readonly task: string
  readonly title: string
}

const slugOf = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, 60)
    .replace(/-$/, '')

/** `id: Title`, as it stands beneath a heading. */
export const renderTitle = ({ task, title }: TaskTitle): string => `${task}: ${escapeText(title)}`

/** `id: Title`; where a person wrote a title alone, the id is made of it. */
export function readTitle(value: string, heading: string, problems: string[]): TaskTitle {
  const [, id, rest] = /^([a-z0-9][a-z0-9_-]{0,59}): +(.*)$/s.exec(value.trim()) ?? []
  const title = unescapeText((rest ?? value).trim())
  if (!titleSchema.safeParse(title).success) {
    problems.push(
      `“${heading}” must be one line of at most ${longestTitle} characters, without control characters and such as turn the direction of text.`,
    )
    return { task: id ?? '', title }
  }
  const task = id ?? slugOf(title)
  if (!taskIdPattern.test(task))
    problems.push(`“${heading}” needs an id before its title, such as \`momentum-1: Momentum oscillators\`.`)
  return { task, title }
}
