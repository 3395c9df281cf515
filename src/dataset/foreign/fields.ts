/** Names under which collections keep their fields, folded to lower case without anything but letters and digits; earlier ones win. */
export const fieldNames = {
  question: [
    'question',
    'q',
    'questiontext',
    'query',
    'instruction',
    'prompt',
    'userprompt',
    'user',
    'human',
    'input',
    'problem',
  ],
  answer: [
    'answer',
    'a',
    'answertext',
    'response',
    'output',
    'completion',
    'reply',
    'assistant',
    'gpt',
    'solution',
    'chosen',
    'answers',
    'expectedanswer',
    'groundtruth',
    'target',
  ],
  id: ['id', 'uuid', 'pairid', 'questionid', 'qid', 'handle'],
  topic: ['topic', 'topics', 'category', 'categories', 'indicator', 'subject', 'tags', 'title'],
  difficulty: ['difficulty', 'level'],
  type: ['questiontype', 'type', 'kind'],
  source: ['source', 'sourceurl', 'url', 'link', 'reference', 'citation', 'sources', 'citations', 'references'],
} as const

export type FieldName = keyof typeof fieldNames

/** Below these keys a row may hide its question and answer. */
export const wrapperNames = ['qa', 'qapair', 'pair', 'row', 'data', 'item', 'content', 'fields', 'conversation']

/** Below these keys a collection keeps its rows. */
export const listNames = [
  'qapairs',
  'pairs',
  'questions',
  'data',
  'rows',
  'items',
  'examples',
  'records',
  'entries',
  'results',
  'train',
  'dataset',
  'qas',
  'paragraphs',
  'topics',
  'categories',
]

export const foldName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Values by folded name; the first of two that fold alike stays. A map, so that a key `__proto__` is a key like any other. */
export type Fields = ReadonlyMap<string, unknown>

export function fieldsOf(entries: Iterable<readonly [name: string, value: unknown]>): Fields {
  const fields = new Map<string, unknown>()
  for (const [name, value] of entries) {
    const folded = foldName(name)
    if (!fields.has(folded)) fields.set(folded, value)
  }
  return fields
}

export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)
export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

/** How deep a text may lie: `answers: { text: ["…"] }` lies two deep. */
const deepest = 3

/** The text of a value: a text, a number, `{ text }`, or the first of a list; empty where there is none. */
export function textOf(value: unknown, depth = 0): string {
  if (typeof value === 'string') return value.replaceAll('\u0000', '').trim()
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value)
  if (depth >= deepest) return ''
  if (isList(value)) return textOf(value[0], depth + 1)
  if (!isObject(value)) return ''
  const fields = fieldsOf(Object.entries(value))
  return textOf(fields.get('text') ?? fields.get('value') ?? fields.get('content') ?? fields.get('url'), depth + 1)
}

/** The first field of that meaning that has a text. */
export function find(fields: Fields, name: FieldName): { readonly name: string; readonly text: string } | undefined {
  for (const each of fieldNames[name]) {
    const text = fields.has(each) ? textOf(fields.get(each)) : ''
    if (text !== '') return { name: each, text }
  }
  return undefined
}

/** All texts of a value and of what is in it. */
export function textsIn(value: unknown, depth = 0): readonly string[] {
  if (typeof value === 'string') return [value]
  if (depth >= deepest || typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(each => textsIn(each, depth + 1))
}

/** A topic may be one text, a list of them, or a text with commas in a table. */
export function topicsOf(fields: Fields): readonly string[] {
  for (const name of fieldNames.topic) {
    const value = fields.get(name)
    const topics = isList(value) ? value.map(each => textOf(each)).filter(text => text !== '') : [textOf(value)]
    if (topics[0] !== undefined && topics[0] !== '') return topics.slice(0, 20)
  }
  return []
}
