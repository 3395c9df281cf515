import { describe, expect, it } from 'vitest'
import { createOutput, exitCodeOf, printError } from '../../src/commands/output.ts'
import { describeProgress, fit, formatSeconds } from '../../src/commands/progress.ts'
import { PerpetualError } from '../../src/domain/errors.ts'

function record(options: { json?: boolean; quiet?: boolean; terminal?: boolean } = {}) {
  const written = { out: '', error: '' }
  const time = { ms: 0 }
  const stderr = { isTTY: options.terminal === true, columns: 60, write: (text: string) => (written.error += text) }
  const output = createOutput({
    stdout: { write: text => (written.out += text) },
    stderr,
    json: options.json === true,
    quiet: options.quiet === true,
    colour: false,
    monotonicMs: () => time.ms,
  })
  return { output, written, time, stderr }
}

/** What a terminal shows after some output: carriage returns and `clear line` undone. */
const screen = (text: string): string[] =>
  text.split('\n').map(line => line.split('\u001B[2K').at(-1)?.replaceAll('\r', '') ?? '')

describe('output', () => {
  it('is one object on standard output with --json, and everything else on standard error', () => {
    const { output, written } = record({ json: true })
    output.result('text')
    output.say('doing')
    output.warn('careful')
    output.object({ a: 1 })
    expect(written).toEqual({ out: '{"a":1}\n', error: 'doing\ncareful\n' })
  })

  it('is results alone with --quiet', () => {
    const { output, written, time } = record({ quiet: true })
    const progress = output.progress({ label: 'Importing', total: 2, unit: 'tasks' })
    output.say('doing')
    time.ms = 10_000
    progress.update(1)
    progress.end()
    output.result('text')
    output.object({ a: 1 })
    expect(written).toEqual({ out: 'text\n', error: '' })
  })

  it('lets no control sequence of a foreign text reach the terminal, except colours', () => {
    const { output, written } = record()
    output.result('a\u001B]0;title\u0007b\u001B[2Jc\u001B[31md\u001B[0m\u202Ee\rf')
    expect(written.out).toBe('a�]0;title�b�[2Jc\u001B[31md\u001B[0m�e�f\n')
  })

  it('prints an error in one line, with its object under --json', () => {
    const { output, written } = record({ json: true })
    printError(output, new PerpetualError('Expected more\nand more', { actBy: 'fix-config' }))
    printError(output, new Error('broken'))
    expect(written.error).toBe('perpetual: Expected more\nperpetual: broken\n')
    expect(written.out).toBe(
      '{"error":{"message":"Expected more","actBy":"fix-config"}}\n{"error":{"message":"broken","actBy":"report-bug"}}\n',
    )
    expect(exitCodeOf(new PerpetualError('', { actBy: 'fix-config' }))).toBe(2)
    expect(exitCodeOf(new PerpetualError('', { actBy: 'next-run' }))).toBe(1)
    expect(exitCodeOf('text')).toBe(1)
  })
})

describe('progress', () => {
  it('redraws one line on a terminal, at most ten times a second, and ends it', () => {
    const { output, written, time } = record({ terminal: true })
    const progress = output.progress({ label: 'Importing', total: 10, unit: 'tasks' })
    for (let done = 1; done <= 10; done += 1) {
      time.ms = done * 50
      progress.update(done)
    }
    progress.end()
    progress.end()
    progress.update(11)
    expect(written.error.split('\r')).toHaveLength(7)
    expect(screen(written.error)).toEqual(['████████████████████ Importing 10/10 tasks, 20/s', ''])
  })

  it('keeps other lines whole around the bar', () => {
    const { output, written, time } = record({ terminal: true })
    const progress = output.progress({ label: 'Calls', total: 4, unit: 'calls' })
    time.ms = 1000
    progress.update(1)
    output.say('a line')
    output.close()
    expect(screen(written.error)).toEqual(['a line', '█████░░░░░░░░░░░░░░░ Calls 1/4 calls, 1.0/s, 0:03 left', ''])
  })

  it('never fills a line, whatever the window’s width becomes', () => {
    const { output, written, time, stderr } = record({ terminal: true })
    const progress = output.progress({ label: 'Importing', total: 100, unit: 'tasks' })
    for (const [index, columns] of [80, 10, 3, 1, 40].entries()) {
      time.ms = (index + 1) * 1000
      stderr.columns = columns
      const from = written.error.length
      progress.update(index + 1, '日本語のタイトル\nmore')
      const [line = ''] = screen(written.error.slice(from))
      expect(fit(line, columns - 1)).toBe(line)
      expect(line).not.toContain('\n')
    }
  })

  it('shortens the bar before a word, and drops it before it says nothing', () => {
    const { output, written, time, stderr } = record({ terminal: true })
    const progress = output.progress({ label: 'session_01', total: 500, unit: 'calls' })
    const lines = [80, 70, 40].map((columns, index) => {
      stderr.columns = columns
      time.ms = (index + 1) * 1000
      const from = written.error.length
      progress.update(100, '90 pairs, budget 119/850')
      return screen(written.error.slice(from))[0]
    })
    expect(lines).toEqual([
      '██░░░░░░░░ session_01 100/500 calls, 100/s, 0:04 left, 90 pairs, budget 119/850',
      'session_01 100/500 calls, 50/s, 0:08 left, 90 pairs, budget 119/850',
      'session_01 100/500 calls, 33/s, 0:12 le',
    ])
  })

  it('writes lines where there is no terminal, at most one every five seconds, and none for work that is quick', () => {
    const { output, written, time } = record()
    const progress = output.progress({ label: 'Calls', total: 100, unit: 'calls' })
    for (let second = 1; second <= 14; second += 1) {
      time.ms = second * 1000
      progress.update(second)
    }
    expect(written.error.split('\n')).toEqual(['Calls 5/100 calls, 1.0/s, 1:35 left', 'Calls 10/100 calls, 1.0/s, 1:30 left', ''])
    const quick = record()
    const none = quick.output.progress({ label: 'Calls', total: 0, unit: 'calls' })
    none.end()
    expect(quick.written.error).toBe('')
  })

  it('tells rate and time left, as far as they are known', () => {
    expect(describeProgress({ label: 'Calls', unit: 'calls', done: 0, note: '', elapsedMs: 0 })).toBe('Calls 0 calls')
    expect(describeProgress({ label: 'Calls', total: 850, unit: 'calls', done: 425, note: 'macd', elapsedMs: 60_000 })).toBe(
      'Calls 425/850 calls, 7.1/s, 1:00 left, macd',
    )
    const resumed = { label: 'Calls', total: 850, unit: 'calls', from: 400, done: 425, note: '', elapsedMs: 5_000 }
    expect(describeProgress(resumed)).toBe('Calls 425/850 calls, 5.0/s, 1:25 left')
    expect(formatSeconds(3725)).toBe('1:02:05')
  })
})
