/** Where something stands in a text: lines and columns count from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

export type PairLines =
  /** For each of the `pairs`, the line of its handle, or the one on which it begins. */
  | { readonly type: 'rows'; readonly lines: readonly number[] }
  /** The first place at which the text is no JSON. */
  | { readonly type: 'broken'; readonly place: Place; readonly problem: string }

type Token = {
  readonly type: 'end' | 'scalar' | 'string' | '{' | '}' | '[' | ']' | ',' | ':' | 'broken'
  readonly from: number
  readonly to: number
}

const space = /[ \t\n\r]*/y
const word = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)/y
const escape = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y

const stringEnd = (text: string, from: number): number | undefined => {
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x22) return at + 1
    if (code < 0x20) return undefined
    if (code !== 0x5c) continue
    escape.lastIndex = at
    if (!escape.test(text)) return undefined
    at = escape.lastIndex - 1
  }
  return undefined
}

function tokenAt(text: string, start: number): Token {
  space.lastIndex = start
  space.test(text)
  const from = space.lastIndex
  const first = text[from]
  if (first === undefined) return { type: 'end', from, to: from }
  if (first === '{' || first === '}' || first === '[' || first === ']' || first === ',' || first === ':')
    return { type: first, from, to: from + 1 }
  if (first === '"') {
    const to = stringEnd(text, from)
    return to === undefined ? { type: 'broken', from, to: from } : { type: 'string', from, to }
  }
  word.lastIndex = from
  return word.test(text) ? { type: 'scalar', from, to: word.lastIndex } : { type: 'broken', from, to: from }
}

/** What may come next. */
type Expected = 'value' | 'value or ]' | 'name' | 'name or }' | ':' | ', or }' | ', or ]' | 'end'

const expectations: Readonly<Record<Expected, string>> = {
  value: 'a value',
  'value or ]': 'a value or `]`',
  name: 'a name in double quotes',
  'name or }': 'a name in double quotes or `}`',
  ':': '`:` after a name',
  ', or }': '`,` or `}`',
  ', or ]': '`,` or `]`',
  end: 'nothing more',
}

const foundNames: Readonly<Partial<Record<Token['type'], string>>> = {
  end: 'the end of the file',
  scalar: 'a value',
  string: 'a text',
  broken: 'something that is no JSON',
}

const placeOf = (text: string, offset: number): Place => {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

/** A value or a name of the text, with how many lists and objects it stands in. */
interface Visit {
  readonly role: 'value' | 'name'
  readonly from: number
  readonly to: number
  readonly depth: number
}

/** What may come after a value. */
const after = (stack: readonly ('{' | '[')[]): Expected =>
  stack.length === 0 ? 'end' : stack.at(-1) === '{' ? ', or }' : ', or ]'

/** Walks over a text; gives back where it is broken, and undefined where it is whole. It does not recurse, so nesting cannot exhaust it. */
function* walk(text: string): Generator<Visit, { readonly at: number; readonly problem: string } | undefined> {
  const stack: ('{' | '[')[] = []
  let expected: Expected = 'value'
  for (let at = 0; ;) {
    const { type, from, to } = tokenAt(text, at)
    const isOpening = type === '{' || type === '['
    const isValue = isOpening || type === 'string' || type === 'scalar'
    const visit = { from, to, depth: stack.length }
    if (expected === 'end' && type === 'end') return undefined
    if ((expected === 'value' || expected === 'value or ]') && isValue) {
      yield { role: 'value', ...visit }
      if (isOpening) stack.push(type)
      expected = type === '{' ? 'name or }' : type === '[' ? 'value or ]' : after(stack)
    } else if ((expected === 'name' || expected === 'name or }') && type === 'string') {
      yield { role: 'name', ...visit }
      expected = ':'
    } else if (expected === ':' && type === ':') expected = 'value'
    else if (type === ',' && (expected === ', or }' || expected === ', or ]')) expected = expected === ', or }' ? 'name' : 'value'
    else if ((type === '}' || type === ']') && expected.endsWith(type)) {
      stack.pop()
      expected = after(stack)
    } else return { at: from, problem: `Expected ${expectations[expected]}, found ${foundNames[type] ?? `\`${type}\``}` }
    at = to
  }
}

/** Finds the lines of a file's pairs, or the place at which it is broken: the runtime's own parser does not always say where. */
export function findPairLines(json: string): PairLines {
  const text = json.replace(/^\ufeff/, ' ')
  const walking = walk(text)
  let rows: { from: number; handle: number | null }[] = []
  let section = ''
  for (let step = walking.next(); ; step = walking.next()) {
    if (step.done === true) {
      if (step.value !== undefined) return { type: 'broken', place: placeOf(text, step.value.at), problem: step.value.problem }
      return {
        type: 'rows',
        lines: linesOf(
          text,
          rows.map(({ from, handle }) => handle ?? from),
        ),
      }
    }
    const { role, from, to, depth } = step.value
    const name = role === 'name' ? text.slice(from + 1, to - 1) : ''
    if (role === 'name' && depth === 1) {
      section = name
      // A name that stands twice: the last one counts.
      if (section === 'pairs') rows = []
    } else if (section === 'pairs' && role === 'value' && depth === 2) rows.push({ from, handle: null })
    else if (section === 'pairs' && name === 'handle' && depth === 3) {
      const row = rows.at(-1)
      if (row?.handle === null) row.handle = from
    }
  }
}

/** The lines of rising offsets, in one pass. */
function linesOf(text: string, offsets: readonly number[]): readonly number[] {
  let [line, next] = [1, text.indexOf('\n')]
  return offsets.map(offset => {
    while (next !== -1 && next < offset) {
      line += 1
      next = text.indexOf('\n', next + 1)
    }
    return line
  })
}
