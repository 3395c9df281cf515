import { longestBody } from '../issue-body.ts'
import { priorities, type Priority } from '../task.ts'
import { createFormReader } from './form-reader.ts'
import { forms, recognizeForm, type Asked, type FormName } from './forms.ts'

/** A form's own contents, and what every form may say. */
export interface TaskRequest extends Asked {
  readonly form: FormName
  /** The pipeline that the issue names; null where it leaves that open. */
  readonly pipeline: string | null
  readonly priority: Priority
}

/** What an issue asks for, or everything its author must mend, each in one sentence; `none` for an issue about something else. */
export type TaskForm =
  | { readonly type: 'none' }
  | { readonly type: 'request'; readonly request: TaskRequest }
  | { readonly type: 'invalid'; readonly form: FormName; readonly problems: readonly string[] }

/** As people and form menus write it: `p1`, `P1`, `p1 (soon)`. */
function readPriority(value: string | undefined, problems: string[]): Priority {
  const written = value?.trim().slice(0, 40) ?? 'p2'
  const found = priorities.find(each => /^p\d\b/i.exec(written)?.[0].toLowerCase() === each)
  if (found === undefined) problems.push(`“Priority” must be one of ${priorities.join(', ')}, and is “${written}”.`)
  return found ?? 'p2'
}

/** Reads an issue's body, whoever wrote it; never throws. */
export function readTaskForm(body: string, { isMeant }: { readonly isMeant: boolean }): TaskForm {
  const form = recognizeForm(body, isMeant)
  if (form === undefined) return { type: 'none' }
  if (body.length > longestBody) return { type: 'invalid', form, problems: ['The text is longer than 65,536 characters.'] }
  const { problems, optional } = createFormReader(body)
  const pipeline =
    optional('Pipeline')
      ?.trim()
      .replace(/^`([^`]*)`$/, '$1') ?? null
  const priority = readPriority(optional('Priority'), problems)
  const parsed = forms[form].parse(body)
  if (parsed.type === 'invalid') return { type: 'invalid', form, problems: [...parsed.problems, ...problems] }
  if (problems.length > 0) return { type: 'invalid', form, problems }
  return { type: 'request', request: { form, ...parsed.asked, pipeline, priority } }
}
