import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flatRow, lineFormats } from '../../../src/dataset/database/export-rows.ts'
import { isList } from '../../../src/dataset/foreign/fields.ts'
import { readCollection } from '../../../src/dataset/foreign/read-collection.ts'
import { row as sampleRow } from '../database/sample-rows.ts'

const utf8 = (text: string): Uint8Array => Buffer.from(text)
const bigEndian = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16()
const withMark = (mark: readonly number[], bytes: Uint8Array): Uint8Array => Buffer.concat([Buffer.from(mark), bytes])
const json = (value: unknown, name = 'pairs.json') => readCollection(utf8(JSON.stringify(value)), name)
const told = (collection: ReturnType<typeof readCollection>) => collection.rows.map(({ question, answer }) => [question, answer])

const two = [
  ['What is MACD?', 'A momentum indicator — of two averages.'],
  ['Was ist RSI?', 'Ein Oszillator (0…100), „überkauft“ ab 70.'],
]
const asked = two.map(([question, answer]) => ({ question, answer }))

describe('a collection in JSON', () => {
  const shapes: Readonly<Record<string, unknown>> = {
    'a list': asked,
    '{ "qa_pairs": [...] }': { qa_pairs: asked },
    '{ "data": [...] }': { meta: { rows: 2 }, data: asked },
    'a list under a name of its own': { macd_and_rsi: asked },
    'prompt and completion': two.map(([prompt, completion]) => ({ prompt, completion })),
    'Q and A': two.map(([q, a]) => ({ Q: q, A: a })),
    Alpaca: two.map(([instruction, output]) => ({ instruction, input: '', output })),
    'chat messages': two.map(([user, reply]) => ({
      messages: [
        { role: 'system', content: 'You help.' },
        { role: 'user', content: user },
        { role: 'assistant', content: [{ type: 'text', text: reply }] },
        { role: 'user', content: 'And then?' },
      ],
    })),
    ShareGPT: two.map(([human, gpt]) => ({
      conversations: [
        { from: 'human', value: human },
        { from: 'gpt', value: gpt },
      ],
    })),
    'rows as a viewer wraps them': { rows: asked.map((row, row_idx) => ({ row_idx, row })) },
    SQuAD: {
      data: [{ title: 'x', paragraphs: [{ qas: two.map(([question, text]) => ({ question, answers: [{ text }] })) }] }],
    },
    columns: { question: two.map(([question]) => question), answer: two.map(([, answer]) => answer) },
  }
  test.each(Object.entries(shapes))('is read as %s', (_, value) => {
    expect(told(json(value))).toEqual(two)
    expect(json(value).problems).toEqual([])
  })

  test('keeps an instruction together with its input', () => {
    expect(json([{ instruction: 'Explain.', input: 'MACD', output: 'Momentum.' }]).rows[0]?.question).toBe('Explain.\n\nMACD')
  })

  test('keeps what it says of topic, difficulty, type, source and id, and takes the topic of the list around it', () => {
    const row = {
      id: 7,
      question: 'Q?',
      answer: 'A.',
      difficulty: 'advanced',
      question_type: 'pitfall',
      url: 'https://a.example/x',
    }
    const { rows } = json([
      { category: 'Momentum', qa_pairs: [row] },
      { category: 'Trend', qa_pairs: [{ ...row, tags: ['ADX', 'DMI'] }] },
    ])
    expect(rows).toEqual([
      {
        row: 1,
        question: 'Q?',
        answer: 'A.',
        id: '7',
        topic: ['Momentum'],
        difficulty: 'advanced',
        type: 'pitfall',
        source: 'https://a.example/x',
        rehearsal: false,
      },
      expect.objectContaining({ row: 2, topic: ['ADX', 'DMI'] }),
    ])
  })

  test('puts aside each row that cannot be read, with its number and the reason, and keeps the others', () => {
    const { rows, problems } = json([
      { question: 'Q?', answer: '' },
      'text',
      null,
      { question: 'Q?', answer: 'x'.repeat(20_001) },
      { nothing: 1 },
      asked[0],
      { question: 'Q?', answer: 'A.', schema_version: 2 },
    ])
    expect(rows.map(({ row }) => row)).toEqual([6])
    expect(problems).toEqual([
      { row: 1, reason: 'expected an answer, found none' },
      { row: 2, reason: 'expected an object, found string' },
      { row: 3, reason: 'expected an object, found null' },
      { row: 4, reason: 'expected at most 20000 characters, found 20003' },
      { row: 5, reason: 'expected a question and an answer, found neither' },
      { row: 7, reason: 'made by a newer version of Perpetual (2; this one reads 1)' },
    ])
  })

  const { generation } = sampleRow(1)
  const flagged = sampleRow(1, { flags: ['rehearsal'] })
  const named = sampleRow(1, { generation: { ...generation, model_served: 'rehearsal/writer' } })
  const inTable = (of: typeof flagged) =>
    Object.fromEntries(Object.entries(flatRow(of, '')).map(([name, cell]) => [name, isList(cell) ? JSON.stringify(cell) : cell]))
  test.each<[string, object]>([
    ...Object.entries(lineFormats).map(([name, render]): [string, object] => [name, render(named, '')]),
    ['jsonl, by its flag', lineFormats.jsonl(flagged, '')],
    ['a built table', inTable(named)],
    ['a built table, by its flag', inTable(flagged)],
    ['rows with a page of the embedded provider', { ...asked[0], url: 'https://desk.rehearsal.example/sma' }],
  ])('says that the embedded provider made it, exported as %s', (_, exported) => {
    expect(json([exported]).rows.map(({ rehearsal }) => rehearsal)).toEqual([true])
  })

  test('that only speaks of rehearsals is none', () => {
    const speaking = { ...asked[0], topic: 'rehearsal', model: 'dress-rehearsal/x', url: 'https://rehearsal.org/rehearsal/a' }
    expect(json([speaking, lineFormats.jsonl(sampleRow(1), '')]).rows.map(({ rehearsal }) => rehearsal)).toEqual([false, false])
  })

  test('of ours is put aside whole where a newer version made it', () => {
    const file = { version: 2, task: 't', indicator_id: 'macd', indicator: 'MACD', pairs: asked }
    expect(json(file)).toEqual({
      rows: [],
      problems: [{ row: 0, reason: expect.stringContaining('newer version of Perpetual (2') }],
    })
    expect(told(json({ ...file, version: 1 }))).toEqual(two)
  })
})

describe('the bytes of a collection', () => {
  const text = JSON.stringify({ qa_pairs: asked })
  const encodings: Readonly<Record<string, Uint8Array>> = {
    'UTF-8': utf8(text),
    'UTF-8 with a mark': withMark([0xef, 0xbb, 0xbf], utf8(text)),
    'UTF-16 LE with a mark': withMark([0xff, 0xfe], Buffer.from(text, 'utf16le')),
    'UTF-16 BE with a mark': withMark([0xfe, 0xff], bigEndian(text)),
    'UTF-16 LE without a mark': Buffer.from(text, 'utf16le'),
    'UTF-16 BE without a mark': bigEndian(text),
  }
  test.each(Object.entries(encodings))('are read as %s', (_, bytes) => {
    expect(told(readCollection(bytes, 'pairs.json'))).toEqual(two)
  })

  test('that are in no Unicode encoding are put aside with a reason', () => {
    expect(readCollection(Buffer.from('{"q":"caf\xe9","a":"b"}', 'latin1'), 'x.json').problems).toEqual([
      { row: 0, reason: 'Expected text in UTF-8 or UTF-16, found bytes that are not UTF-8' },
    ])
  })

  test('that are empty, cut off or no collection say so', () => {
    const reasonOf = (text_: string): string | undefined => readCollection(utf8(text_), 'x.json').problems[0]?.reason
    expect(reasonOf('')).toContain('an empty file')
    expect(reasonOf('[{"question": "Q?"')).toContain('expected JSON')
    expect(reasonOf('[]')).toContain('found none')
    expect(reasonOf('12')).toContain('found 12')
    expect(reasonOf('{"a": {"b": 1}}')).toContain('expected')
  })

  test('never make the reader throw or say nothing, whatever they are', () => {
    const value = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.json({ maxDepth: 4 }).map(utf8), fc.string().map(utf8))
    fc.assert(
      fc.property(value, fc.constantFrom('x.json', 'x.jsonl', 'x.csv', 'x.tsv', 'x'), (bytes, name) => {
        const { rows, problems } = readCollection(bytes, name)
        expect(rows.length + problems.length).toBeGreaterThan(0)
        expect(rows.every(({ question, answer }) => question !== '' && answer !== '')).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('with hostile keys or endless nesting change nothing of ours', () => {
    const hostile =
      '[{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "question": "Q?", "answer": "A."}]'
    expect(told(readCollection(utf8(hostile), 'x.json'))).toEqual([['Q?', 'A.']])
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    for (const [open, close] of [
      ['[', ']'],
      ['{"data":', '}'],
      ['{"answer":', '}'],
    ] as const)
      for (const depth of [50, 100_000])
        expect(readCollection(utf8(open.repeat(depth) + '1' + close.repeat(depth)), 'x.json').rows).toEqual([])
  })
})

describe('a collection line by line', () => {
  test('is read whatever its name is, and a broken line is put aside alone', () => {
    const text = `${JSON.stringify(asked[0])}\r\n\n{"question": \n${JSON.stringify(asked[1])}`
    for (const name of ['x.jsonl', 'x.ndjson', 'x.json', 'x']) {
      const { rows, problems } = readCollection(utf8(text), name)
      expect(rows.map(({ row }) => row)).toEqual([1, 4])
      expect(problems).toEqual([{ row: 3, reason: expect.stringContaining('expected JSON') }])
    }
  })
})

describe('a collection as a table', () => {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const tableOf = (delimiter: string, lines: readonly (readonly (string | undefined)[])[]): string =>
    lines.map(line => line.map(text => cell(text ?? '')).join(delimiter)).join('\r\n')

  test.each([',', ';', '\t', '|'])('is read with %j between its columns, by the names of its columns', delimiter => {
    const text = tableOf(delimiter, [['Category', 'Question', 'Answer'], ...two.map(each => ['Momentum', ...each])])
    const { rows, problems } = readCollection(withMark([0xef, 0xbb, 0xbf], utf8(text)), delimiter === '\t' ? 'x.tsv' : 'x.csv')
    expect(rows.map(({ question, answer, topic }) => [question, answer, ...topic])).toEqual(
      two.map(each => [...each, 'Momentum']),
    )
    expect(problems).toEqual([])
  })

  test('of two columns needs no names, and of several without names is put aside', () => {
    expect(told(readCollection(utf8(tableOf(',', two)), 'x.csv'))).toEqual(two)
    expect(readCollection(utf8(tableOf(',', [['x', 'y', 'z'], ...two])), 'x.csv').problems).toEqual([
      { row: 0, reason: expect.stringContaining('names of a question and an answer column') },
    ])
  })

  test('keeps line breaks and quotes within cells, and tells the line of a row that says nothing', () => {
    const answer = 'First line\nsecond, with "quotes"'
    const text = `question,answer\n"Q1?",${cell(answer)}\n"Q2?",\n"Q3?","A3."\n`
    const { rows, problems } = readCollection(utf8(text), 'x.csv')
    expect(rows.map(row => [row.row, row.question, row.answer])).toEqual([
      [3, 'Q1?', answer],
      [5, 'Q3?', 'A3.'],
    ])
    expect(problems).toEqual([{ row: 4, reason: 'expected an answer, found none' }])
  })

  test('whose quote is never closed loses that row alone', () => {
    const { rows, problems } = readCollection(utf8('question,answer\n"Q1?","A1."\n"Q2?","A2 and no end\n'), 'x.csv')
    expect(rows.map(({ question }) => question)).toEqual(['Q1?'])
    expect(problems).toHaveLength(1)
  })
})
