import { escapeMarkdown } from '../dataset/markdown.ts'
import { escapeAll, normalizeBody } from '../domain/body-text.ts'
import { formNames, forms, type FormName } from '../domain/task-forms/forms.ts'
import type { TaskRequest } from '../domain/task-forms/read-task-form.ts'
import type { Task } from '../domain/task.ts'

// GitHub takes 65,536 characters. Escaping makes at most ten of one, so these limits keep every comment below that.
const mostLines = 20
const longestLine = 120
const longestProblem = 200
const longestSource = 30_000

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most).toWellFormed()}…` : text)

const listOf = (lines: readonly string[], most: number): readonly string[] => [
  ...lines.slice(0, mostLines).map(line => `- ${escapeMarkdown(cut(line, most))}`),
  ...(lines.length > mostLines ? [`- and ${lines.length - mostLines} more.`] : []),
]

/** What is taken up: everything in it that is not ours is escaped. */
const describe = ({ id, pipeline, priority, title }: Pick<Task, 'id' | 'pipeline' | 'priority' | 'title'>): string =>
  `task \`${id}\` of the pipeline \`${pipeline}\`, priority ${priority}: ${escapeMarkdown(title)}`

/** Says that the task is in the queue, and what comes. `runs` is false where no session of its pipeline begins at present. */
export const renderAccepted = (task: Task, runs: boolean): string =>
  [
    `**Accepted** as ${describe(task)}`,
    '',
    'The text is kept as it was when it was accepted; later edits do not count.',
    runs
      ? `A session of \`${task.pipeline}\` takes it up in its turn: by priority, then by age. Results come as pull requests, and each session leaves its handoff here.`
      : `No session of \`${task.pipeline}\` begins at present: the pipeline is switched off, or this version of Perpetual does not run its kind yet. The task waits until one does.`,
    '',
    'Someone with write access can stop it with the label `status:blocked`, and let it go on with `status:pending`.',
  ].join('\n')

/** HTML, links and their definitions, and characters nobody sees (but the two that choose how an emoji looks): where what is read is more than what is shown. */
const hidden = /<[!?/a-z]|\]\(|\]:|(?![\t\n]|\ufe0e|\ufe0f)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/iu

const escapeInvisible = (text: string): string =>
  text.replaceAll(/(?!\t|\ufe0e|\ufe0f)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu, character =>
    escapeAll(character),
  )

/** The source of a text that hides something; each line begins with ours, so that none can end the fence. */
function renderSource(body: string): readonly string[] {
  const text = normalizeBody(body)
  if (!hidden.test(text)) return []
  const lines = text.split('\n').map(line => `| ${escapeInvisible(line)}`)
  const source = lines.join('\n')
  return [
    '',
    '**Look at the source before you approve:** it holds HTML, links or invisible characters, so GitHub does not show all that a model would read.',
    '',
    '<details><summary>Source</summary>',
    '',
    '```text',
    cut(source, longestSource),
    '```',
    '',
    ...(source.length > longestSource ? ['It is longer; the rest stands in the issue’s own source.', ''] : []),
    '</details>',
  ]
}

/** Says who must go ahead, and with what. */
export const renderWaiting = (
  request: TaskRequest,
  { pipeline, body }: { readonly pipeline: string; readonly body: string },
): string =>
  [
    '**Waits for someone with write access.** Anybody may propose a task; work on it begins when somebody who may write to this repository applies the label `approved`.',
    '',
    `It would become ${describe({ ...request, id: request.task, pipeline })}`,
    '',
    ...listOf(request.contents, longestLine),
    '',
    'The text is frozen when the label is applied; what it says then counts, and later edits do not.',
    ...renderSource(body),
  ].join('\n')

const allForms = (): readonly string[] =>
  formNames.map(name => `- ${forms[name].name}: ${forms[name].headings.map(heading => `\`### ${heading}\``).join(', ')}`)

/** Says what is wrong and how to mend it; `form` is undefined where no form can be told. */
export const renderInvalid = (form: FormName | undefined, problems: readonly string[]): string =>
  [
    `**This cannot become a task yet.**${form === undefined ? '' : ` It was read as ${forms[form].name}.`}`,
    '',
    ...listOf(problems, longestProblem),
    ...(form === undefined ? ['', 'The headings of the forms:', '', ...allForms()] : []),
    '',
    "Edit the issue's text, and this comment follows. A text to begin with:",
    '',
    '```markdown',
    forms[form ?? 'research'].example.trimEnd(),
    '```',
  ].join('\n')

export const renderFrozen = (task: Task): string =>
  [
    `**The edit does not count.** Task \`${task.id}\` goes by the text with which it was accepted.`,
    '',
    'To have another text worked on, open a new issue with it, under another id; someone with write access can stop this one with the label `status:blocked`.',
    `The same text once more, after this one has ended: \`perpetual tasks redo ${task.id}\`.`,
  ].join('\n')

/** Says why a label had no effect; `label` is one of ours. */
export const renderRefused = (label: string, because: string): string => `**\`${label}\` had no effect.** ${because}`
