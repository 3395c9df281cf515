import { describe, expect, it } from 'vitest'
import { readEnd } from '../../src/up/session-end.ts'
import { crash, good, result } from './fake-crew.ts'

const nothing = { sends: 0, calls: 0, tokens: 0, minutes: 0, slots: 0, usd: 0 }

describe('the end of a session', () => {
  it('is work where it worked on a task, and rest where it did nothing', () => {
    expect(readEnd(good(), undefined)).toEqual({ type: 'worked', result: result() })
    expect(readEnd(good({ outcome: 'rested', reason: 'cooling' }), undefined).type).toBe('rested')
    expect(readEnd(good({ tasks: [], spent: nothing }), undefined).type).toBe('rested')
    expect(readEnd(good({ tasks: [], spent: { ...nothing, slots: 1 } }), undefined).type).toBe('worked')
  })

  it('is a failure with what it said, whatever it said it in', () => {
    const said = (stdout: string, stderr = '') => readEnd({ ...crash(stderr), stdout }, undefined)
    const message = 'Expected a claim, got none'
    expect(said(JSON.stringify({ error: { message, actBy: 'next-run' } }))).toMatchObject({
      type: 'failed',
      message,
      lasting: false,
    })
    expect(said('', `Wrapping: it was asked.\nperpetual: ${message}\n`)).toMatchObject({ message })
    const uncaught = `file.ts:3\n  throw\n  ^\n\nTypeError: x is not a function\n    at file.ts:3\n\nNode.js v24.1.0\n`
    expect(said('not json', uncaught)).toMatchObject({ message: 'TypeError: x is not a function' })
    expect(said('', '')).toMatchObject({ message: 'it ended with code 1' })
    expect(readEnd({ ...crash('half a line'), code: null, signal: 'SIGKILL' }, undefined)).toMatchObject({
      type: 'failed',
      message: 'it was ended by SIGKILL',
    })
    expect(readEnd({ ...crash(''), code: null, error: 'spawn EAGAIN' }, undefined)).toMatchObject({ message: 'spawn EAGAIN' })
  })

  it('lasts where the exit code says that the configuration is wrong', () => {
    expect(readEnd(crash('perpetual: no\n', 2), undefined)).toMatchObject({ type: 'failed', lasting: true })
    expect(readEnd({ ...good({ reason: 'provider: 401' }), code: 2 }, undefined)).toMatchObject({ type: 'failed', lasting: true })
  })

  it('is made harmless and short, whatever a provider or an issue put into it', () => {
    const end = readEnd(crash(`perpetual: a\u001B[2Jb\u202Ec ${'x'.repeat(5000)}\n`), undefined)
    const { message } = end.type === 'failed' ? end : { message: '' }
    expect(message.startsWith('a [2Jb c xxx')).toBe(true)
    expect(message.length).toBeLessThanOrEqual(300)
  })

  it('believes nothing that has another shape', () => {
    for (const stdout of ['null', '[]', '{"outcome":"completed"}', JSON.stringify({ ...result(), tasks: [1] })])
      expect(readEnd({ ...good(), stdout }, undefined)).toMatchObject({ type: 'failed' })
  })
})
