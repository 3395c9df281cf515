import { pairVersion } from '../../domain/pair.ts'
import { fieldNames, fieldsOf, find, isList, isObject, textOf, textsIn, topicsOf, wrapperNames, type Fields } from './fields.ts'
import { maxRowCharacters, type ForeignRow, type ReadRow } from './foreign-row.ts'

type Turns = Pick<ForeignRow, 'question' | 'answer'>

const askers: ReadonlySet<string> = new Set(['user', 'human', 'prompter'])
const answerers: ReadonlySet<string> = new Set(['assistant', 'gpt', 'model', 'bot', 'chatgpt'])

/** The first question of a chat and the first answer after it. */
function readChat(value: unknown): Turns | undefined {
  if (!isList(value)) return undefined
  const turns = value.filter(isObject).map(turn => {
    const fields = fieldsOf(Object.entries(turn))
    const role = textOf(fields.get('role') ?? fields.get('from') ?? fields.get('speaker')).toLowerCase()
    return { role, text: textOf(fields.get('content') ?? fields.get('value') ?? fields.get('text')) }
  })
  const asked = turns.findIndex(({ role, text }) => askers.has(role) && text !== '')
  const answer = turns.slice(asked + 1).find(({ role, text }) => answerers.has(role) && text !== '')
  return asked === -1 ? undefined : { question: turns[asked]?.text ?? '', answer: answer?.text ?? '' }
}

/** `instruction` with a separate `input`, as Alpaca files have it, is one question. */
function readPair(fields: Fields): Turns | undefined {
  const question = find(fields, 'question')
  const answer = find(fields, 'answer')
  if (question === undefined && answer === undefined) return undefined
  const input = question?.name === 'instruction' ? textOf(fields.get('input')) : ''
  return { question: [question?.text ?? '', input].filter(text => text !== '').join('\n\n'), answer: answer?.text ?? '' }
}

function readTurns(fields: Fields): Turns | undefined {
  for (const name of ['messages', 'conversations', 'conversation', 'turns', 'dialog', 'dialogue']) {
    const chat = readChat(fields.get(name))
    if (chat !== undefined) return chat
  }
  return readPair(fields)
}

/** Fields of the row itself, or of what it wraps. */
function unwrap(fields: Fields): Fields {
  if (readTurns(fields) !== undefined) return fields
  for (const name of wrapperNames) {
    const value = fields.get(name)
    const inner = isObject(value) ? fieldsOf(Object.entries(value)) : undefined
    if (inner !== undefined && readTurns(inner) !== undefined) return new Map([...fields, ...inner])
  }
  return fields
}

const whatIsWrong = (fields: Fields, turns: Turns | undefined): string | undefined => {
  const version = fields.get('schemaversion')
  if (typeof version === 'number' && version > pairVersion)
    return `made by a newer version of Perpetual (${version}; this one reads ${pairVersion})`
  if (turns === undefined) return 'expected a question and an answer, found neither'
  if (turns.question === '') return 'expected a question, found none'
  if (turns.answer === '') return 'expected an answer, found none'
  const characters = turns.question.length + turns.answer.length
  return characters > maxRowCharacters ? `expected at most ${maxRowCharacters} characters, found ${characters}` : undefined
}

/** Fields of ours that tell who made a pair, in all formats that are exported. */
const makerNames = [
  'flags',
  'model',
  'modelrequested',
  'generation',
  'citations',
  'citationurls',
  'sourcedomains',
  ...fieldNames.source,
]

/** Its flag, its models' names and its pages' addresses; a list may be the JSON text of one, as in a table. */
const rehearsalMark = /^rehearsal$|"rehearsal"|^"?rehearsal\/|\brehearsal\.example\b/

const isRehearsed = (fields: Fields): boolean =>
  makerNames.some(name => textsIn(fields.get(name)).some(text => rehearsalMark.test(text)))

/** True where the object could be a row: it has a question or an answer, or a chat. */
export const isRow = (value: object): boolean => readTurns(unwrap(fieldsOf(Object.entries(value)))) !== undefined

/** Reads one row by the names of its fields; `topic` is what its surroundings say of it. */
export function readRow(row: number, entries: Iterable<readonly [string, unknown]>, topic: readonly string[] = []): ReadRow {
  const fields = unwrap(fieldsOf(entries))
  const turns = readTurns(fields)
  const reason = whatIsWrong(fields, turns)
  if (reason !== undefined || turns === undefined) return { type: 'problem', row, reason: reason ?? '' }
  const own = topicsOf(fields)
  const text = (name: 'id' | 'difficulty' | 'type' | 'source'): string => (find(fields, name)?.text ?? '').slice(0, 500)
  return {
    type: 'row',
    row: {
      row,
      ...turns,
      id: text('id'),
      topic: own.length > 0 ? own : topic,
      difficulty: text('difficulty'),
      type: text('type'),
      source: text('source'),
      rehearsal: isRehearsed(fields),
    },
  }
}
