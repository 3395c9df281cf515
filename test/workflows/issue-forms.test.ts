import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { defaults } from '../../src/config/defaults.ts'
import { forms, type FormName } from '../../src/domain/task-forms/forms.ts'
import { readTaskForm } from '../../src/domain/task-forms/read-task-form.ts'

const folder = join(import.meta.dirname, '..', '..', '.github', 'ISSUE_TEMPLATE')
const files: Readonly<Record<string, FormName>> = {
  'research-assignment.yml': 'research',
  'institutional-topic.yml': 'topic',
  'youtube-batch.yml': 'batch',
  'implementation-task.yml': 'implementation',
}

const text = z.string().min(1)
const validations = z.strictObject({ required: z.boolean() }).default({ required: false })
const id = z.string().regex(/^[\w-]+$/)
const written = z.strictObject({ label: text, description: text, placeholder: text.optional() })
const question = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('input'), id, attributes: written, validations }),
  z.strictObject({ type: z.literal('textarea'), id, attributes: written, validations }),
  z.strictObject({
    type: z.literal('dropdown'),
    id,
    // GitHub refuses options that stand twice or are named None.
    attributes: z.strictObject({
      label: text,
      description: text,
      options: z.array(text).refine(options => new Set(options).size === options.length && !options.includes('None')),
    }),
    validations,
  }),
])
type Question = z.infer<typeof question>
const note = z.strictObject({ type: z.literal('markdown'), attributes: z.strictObject({ value: text }) })
/** GitHub's rules for a form. Labels are left to the automation: GitHub would put them on a stranger's issue too. */
const formSchema = z.strictObject({ name: text, description: text, title: text, body: z.array(z.union([note, question])) })

function questionsOf(file: string): readonly Question[] {
  const { body } = formSchema.parse(parse(readFileSync(join(folder, file), 'utf8')))
  return body.filter(each => each.type !== 'markdown')
}

/** The issue's body as GitHub makes it of a filled form. */
const render = (questions: readonly Question[], answers: Readonly<Record<string, string>>): string =>
  questions.map(({ attributes }) => `### ${attributes.label}\n\n${answers[attributes.label] ?? '_No response_'}`).join('\n\n')

/** What is required, as the placeholders show it. */
const shown = (questions: readonly Question[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    questions.flatMap(({ type, attributes, validations: { required } }) =>
      required && type !== 'dropdown' ? [[attributes.label, attributes.placeholder ?? '']] : [],
    ),
  )

test('there is a form for everything that can be taken in, and a chooser', () => {
  expect(readdirSync(folder).toSorted()).toEqual([...Object.keys(files), 'config.yml'].toSorted())
  expect(new Set(Object.values(files))).toEqual(new Set(Object.keys(forms)))
  expect(parse(readFileSync(join(folder, 'config.yml'), 'utf8'))).toEqual({ blank_issues_enabled: true, contact_links: [] })
})

describe.each(Object.entries(files))('%s', (file, form) => {
  const questions = questionsOf(file)

  test('asks for what the reader looks for, each once', () => {
    const labels = questions.map(({ attributes }) => attributes.label)
    expect(labels.filter(label => label !== 'Pipeline' && label !== 'Priority')).toEqual(forms[form].headings)
    expect(new Set(labels).size).toBe(labels.length)
    expect(new Set(questions.map(each => each.id)).size).toBe(questions.length)
  })

  test('filled in as its placeholders show, and otherwise left open, is a task', () => {
    const read = readTaskForm(render(questions, shown(questions)), { isMeant: false })
    expect(read).toMatchObject({ type: 'request', request: { form, pipeline: null, priority: 'p2' } })
  })

  test('filled in with Windows line ends is the same task', () => {
    const body = render(questions, shown(questions))
    expect(readTaskForm(body.replaceAll('\n', '\r\n'), { isMeant: false })).toEqual(readTaskForm(body, { isMeant: false }))
  })

  test.each(['p0', 'p1', 'p2', 'p3'])('takes the priority %s', priority => {
    const read = readTaskForm(render(questions, { ...shown(questions), Priority: priority }), { isMeant: false })
    expect(read).toMatchObject({ type: 'request', request: { priority } })
    expect(questions.find(({ attributes }) => attributes.label === 'Priority')).toMatchObject({
      attributes: { options: ['p0', 'p1', 'p2', 'p3'] },
    })
  })

  test('offers only pipelines that there are, of the kind that takes it up', () => {
    const options = questions.flatMap(each =>
      each.type === 'dropdown' && each.attributes.label === 'Pipeline' ? each.attributes.options : [],
    )
    for (const option of options) {
      expect(defaults.pipelines).toMatchObject({ [option]: { kind: forms[form].kind } })
      const read = readTaskForm(render(questions, { ...shown(questions), Pipeline: option }), { isMeant: false })
      expect(read).toMatchObject({ type: 'request', request: { pipeline: option } })
    }
  })

  test('left empty where it must not be says so', () => {
    for (const { attributes } of questions.filter(({ validations: { required } }) => required)) {
      const { [attributes.label]: _, ...rest } = shown(questions)
      const read = readTaskForm(render(questions, rest), { isMeant: true })
      expect(read).toMatchObject({ type: 'invalid', problems: [expect.stringContaining(`### ${attributes.label}`)] })
    }
  })
})
