import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRunner, type Runner } from '../../src/action/runner.ts'
import { readLog } from './runner-log.ts'

let folder = ''
let stdout = ''
let runner: Runner

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perpetual-runner-'))
  for (const name of ['output', 'summary']) writeFileSync(join(folder, name), '')
  stdout = ''
  const files = { outputFile: join(folder, 'output'), summaryFile: join(folder, 'summary') }
  runner = createRunner({ write: text => (stdout += text), ...files })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string): string => readFileSync(join(folder, name), 'utf8')

describe('what a step tells its runner', () => {
  const hostile = [
    '::set-output name=pipelines::["mine"]',
    'a\n::add-path::/tmp/evil',
    'a\r::stop-commands::x',
    '  \u00a0\u0085::error::no',
    'see ##[set-env name=NODE_OPTIONS]--require=/tmp/x',
    '\u001b]0;title\u0007::warning::x',
    '%0A::error::x',
  ]

  it.each(hostile)('prints %j and does nothing that it says', text => {
    runner.info(text)
    expect(readLog(stdout).commands).toEqual([])
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u)
  })

  it.each(hostile)('annotates %j as one annotation and nothing more', text => {
    runner.warning(text)
    expect(readLog(stdout).commands.map(({ name }) => name)).toEqual(['warning'])
  })

  it.each(['\n', ' ', '\u2028', '\r\n', ':'])('prints 65,536 times %j in no more time than a text has characters', piece => {
    const before = process.cpuUsage()
    runner.info(`${piece.repeat(65_536)}x`)
    // A bound on processor time, a hundred times of what is needed: the quadratic way takes seconds.
    expect(process.cpuUsage(before).user).toBeLessThan(1_000_000)
  })

  it('never lets a printed text be a command, whatever it is made of', () => {
    const pieces = fc.constantFrom(
      '::',
      ':',
      '##[',
      '##',
      '[',
      ']',
      'error',
      'set-env',
      ' ',
      '\t',
      '\n',
      '\r',
      '\u2028',
      '\u00a0',
      '%0A',
      'x',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), parts => {
        stdout = ''
        runner.info(parts.join(''))
        expect(readLog(stdout).commands).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  it('hides a key of several lines as a whole and line by line', () => {
    runner.mask('-----BEGIN KEY-----\nabc\ndef\n-----END KEY-----\n')
    const masked = readLog(stdout).commands.map(({ text }) => text)
    expect(masked).toContain('abc')
    expect(masked).toContain('-----BEGIN KEY-----\nabc\ndef\n-----END KEY-----')
    expect(masked).not.toContain('')
  })

  it('closes a fold before it opens the next one, and none that is not open', () => {
    runner.endGroup()
    runner.group('one')
    runner.group('two\n::error::x')
    runner.endGroup()
    runner.endGroup()
    expect(readLog(stdout).commands.map(({ name }) => name)).toEqual(['group', 'endgroup', 'group', 'endgroup'])
  })

  it('writes an output that imitates the end of an output as the one value it is', () => {
    runner.output('result', 'a\nEND_OF_VALUE\nother<<x\nb\nx')
    const [first = '', ...rest] = file('output').trimEnd().split('\n')
    const delimiter = first.replace('result<<', '')
    expect(rest.indexOf(delimiter)).toBe(rest.length - 1)
    expect(rest.slice(0, -1).join('\n')).toBe('a\nEND_OF_VALUE\nother<<x\nb\nx')
  })

  it('cuts a summary to the 1 MiB that GitHub shows of a step, over several writes too, and says so', () => {
    runner.summary('# First\n')
    runner.summary('ü line\n'.repeat(200_000))
    expect(Buffer.byteLength(file('summary'))).toBeLessThanOrEqual(1024 * 1024)
    expect(file('summary')).toMatch(/^# First\n[^]*ü line\n\n… The rest is cut/u)
  })

  it('goes on without files, as a run on a person’s own machine has none', () => {
    const without = createRunner({ write: () => {}, outputFile: undefined, summaryFile: undefined })
    without.output('result', 'x')
    without.summary('x')
    expect(file('output')).toBe('')
  })
})
