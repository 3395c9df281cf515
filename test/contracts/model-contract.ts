import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { modelAnswerSchema, type ModelRequest } from '../../src/domain/model.ts'
import { ModelError } from '../../src/models/model-error.ts'
import type { ModelFailure } from '../../src/models/model-error.ts'
import type { ModelAdapter } from '../../src/models/model.ts'

/** An adapter in front of a server that it can be tested against. */
export interface ModelContractSubject {
  readonly adapter: ModelAdapter
  /** A request that the server answers. */
  readonly request: ModelRequest
  /** How many inference requests reached the server since it started. */
  readonly sends: () => number | Promise<number>
  /** Failures that the server can be made to answer the next send with. */
  readonly faults: Readonly<Partial<Record<ModelFailure, () => void | Promise<void>>>>
  readonly close: () => void | Promise<void>
}

const failureOf = (promise: Promise<unknown>): Promise<unknown> => promise.then(() => undefined).catch((error: unknown) => error)

/** What every adapter of the model port must do, whoever answers. */
export const describeModelContract = (
  name: string,
  open: () => Promise<ModelContractSubject>,
  faults: readonly ModelFailure[],
): void => {
  describe(`the model contract, ${name}`, () => {
    let subject: ModelContractSubject
    const never = new AbortController().signal
    beforeAll(async () => {
      subject = await open()
    })
    afterAll(() => subject.close())

    test('an answer fits its schema and tells what it took', async () => {
      const answer = await subject.adapter.send(subject.request, never)
      expect(modelAnswerSchema.parse(answer)).toEqual(answer)
      expect(answer.text).not.toBe('')
      expect(answer.finish).toBe('stop')
      expect(answer.usage.inputTokens).toBeGreaterThan(0)
      expect(answer.usage.outputTokens).toBeGreaterThan(0)
      expect(answer.modelServed).not.toBe('')
    })

    test('one send is one request on the wire', async () => {
      const before = await subject.sends()
      await subject.adapter.send(subject.request, never)
      expect(await subject.sends()).toBe(before + 1)
    })

    test('forty sends at once all come back', async () => {
      const before = await subject.sends()
      const answers = await Promise.all(Array.from({ length: 40 }, () => subject.adapter.send(subject.request, never)))
      expect(answers).toHaveLength(40)
      expect(await subject.sends()).toBe(before + 40)
    })

    test('a signal that is aborted already sends nothing', async () => {
      const before = await subject.sends()
      const error = await failureOf(subject.adapter.send(subject.request, AbortSignal.abort()))
      expect(error).toBeInstanceOf(ModelError)
      expect(error).toMatchObject({ failure: 'aborted', sent: false })
      expect(await subject.sends()).toBe(before)
    })

    test('asking for the account is no inference send', async () => {
      const before = await subject.sends()
      const account = await subject.adapter.account(never)
      expect(Object.keys(account).toSorted()).toEqual(['creditLeftUsd', 'sendsPerDay', 'sendsToday'])
      expect(await subject.sends()).toBe(before)
    })

    test.each(faults)(
      '"%s" is a ModelError of that failure after exactly one request, and the next send works',
      async failure => {
        await subject.faults[failure]?.()
        const before = await subject.sends()
        const error = await failureOf(subject.adapter.send(subject.request, never))
        expect(error).toBeInstanceOf(ModelError)
        expect(error).toMatchObject({ failure, sent: true })
        expect(await subject.sends()).toBe(before + 1)
        await expect(subject.adapter.send(subject.request, never)).resolves.toMatchObject({ finish: 'stop' })
      },
    )
  })
}
