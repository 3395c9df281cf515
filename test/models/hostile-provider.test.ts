import { describe, expect, it } from 'vitest'
import { modelAnswerSchema } from '../../src/domain/model.ts'
import { readKeyAccount } from '../../src/models/account.ts'
import { readChatResponse } from '../../src/models/chat-response.ts'
import { classify } from '../../src/models/classify.ts'
import { completion } from './scripted-server.ts'

const answerOf = (overrides: Record<string, unknown>) => {
  const read = readChatResponse(completion(overrides), { headers: new Headers(), scrub: text => text, provider: 'host' })
  if (read.type !== 'answer') throw new Error(`Expected an answer, got ${read.type}`)
  return read.answer
}
const namesOfEveryObject = ['constructor', 'toString', 'valueOf', '__proto__', 'hasOwnProperty']

describe('an answer of a hostile provider', () => {
  it.each(namesOfEveryObject)('that finished because of `%s` can be stored and read again', reason => {
    const answer = answerOf({ choices: [{ finish_reason: reason, message: { content: '{}' } }] })
    expect(modelAnswerSchema.parse(JSON.parse(JSON.stringify(answer))).finish).toBe('other')
  })

  it('cannot cost more than a ledger can hold', () => {
    for (const cost of [1e12, 1e300, Number.MAX_VALUE])
      expect(answerOf({ usage: { prompt_tokens: Number.MAX_SAFE_INTEGER, completion_tokens: 5, cost } }).usage).toEqual({
        inputTokens: 0,
        outputTokens: 5,
        costUsd: null,
      })
  })

  it('brings no library along', () => {
    const page = (index: number) => ({
      type: 'url_citation',
      url_citation: { url: `https://e.example/${index}`, title: 't'.repeat(5000), content: 'c'.repeat(200_000) },
    })
    const annotations = [
      { type: 'url_citation', url_citation: { url: `https://e.example/${'u'.repeat(3000)}`, title: '', content: '' } },
      ...Array.from({ length: 100 }, (_, index) => page(index)),
    ]
    const answer = answerOf({ choices: [{ finish_reason: 'stop', message: { content: 'a'.repeat(2_000_000), annotations } }] })
    expect(answer.text).toHaveLength(1_000_000)
    expect(answer.annotations).toHaveLength(40)
    for (const { url, title, content } of answer.annotations)
      expect([url.length < 2001, title.length, content.length]).toEqual([true, 200, 100_000])
  })
})

describe('an error of a hostile provider', () => {
  it.each(namesOfEveryObject)('with the code `%s` is classified by its status', code => {
    const error = { status: 400, code, message: '', moderated: false, retryAfterMs: undefined }
    expect(classify(error)).toBe('bad-request')
  })
})

it('a daily count or limit that no ledger can hold is not told', () => {
  const daily = (limit: number, used: number) => readKeyAccount({ data: { free_model_daily_requests: { limit, used } } })
  expect(daily(1e300, 1e16)).toMatchObject({ sendsPerDay: null, sendsToday: null })
  expect(daily(1000, 12)).toMatchObject({ sendsPerDay: 1000, sendsToday: 12 })
})
