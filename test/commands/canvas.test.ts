import { describe, expect, it } from 'vitest'
import { createOutput } from '../../src/commands/output.ts'

function open({ terminal = true, quiet = false } = {}) {
  let written = ''
  const stderr = { isTTY: terminal, columns: 40, rows: 10, write: (text: string) => (written += text) }
  const said: string[] = []
  const output = createOutput({ stdout: { write: () => {} }, stderr, json: false, quiet, colour: false, monotonicMs: () => 0 })
  const take = (): string => {
    const text = written
    written = ''
    return text
  }
  return { output, stderr, said, take, canvas: output.canvas(text => said.push(text)) }
}

describe('the canvas', () => {
  it('takes the whole terminal, and gives it back once with its cursor and what stood there', () => {
    const { output, canvas, take } = open()
    expect(take()).toBe('\u001B[?1049h\u001B[?25l\u001B[?7l\u001B[2J')
    output.close()
    canvas?.close()
    expect(take()).toBe('\u001B[?7h\u001B[?25h\u001B[?1049l')
    canvas?.draw(['late'])
    expect(take()).toBe('')
  })

  it('draws each line in its row, clears what is left, and writes nothing where nothing has changed', () => {
    const { canvas, stderr, take } = open()
    take()
    canvas?.draw(['one', 'two'])
    expect(take()).toBe('\u001B[1;1Hone\u001B[K\u001B[2;1Htwo\u001B[K\u001B[J')
    canvas?.draw(['one', 'two'])
    expect(take()).toBe('')
    stderr.rows = 12
    canvas?.draw(['one', 'two'])
    expect(take()).toBe('\u001B[2J\u001B[1;1Hone\u001B[K\u001B[2;1Htwo\u001B[K\u001B[J')
    expect(canvas?.size()).toEqual({ columns: 39, rows: 12 })
  })

  it('gets what is said meanwhile, which is printed again once it is closed', () => {
    const { output, canvas, said, take } = open()
    take()
    output.warn('GitHub asks to slow down')
    expect({ said, written: take() }).toEqual({ said: ['GitHub asks to slow down'], written: '' })
    canvas?.close()
    take()
    output.say('done')
    expect(take()).toBe('done\n')
  })

  it('is there on a terminal alone, and not where all is to be quiet', () => {
    expect(open({ terminal: false }).canvas).toBeUndefined()
    expect(open({ quiet: true }).canvas).toBeUndefined()
  })
})
