import { createHash } from 'node:crypto'
import { toEpochMs, type Clock } from '../domain/instant.ts'
import type { ModelRequest } from '../domain/model.ts'
import type { Asked } from '../models/model.ts'
import type { AskWork, LookUpWork, Match, Outcome, Work } from '../domain/work.ts'

export type Ask = (request: ModelRequest, signal: AbortSignal) => Promise<Asked>

/** Looks questions up among everything that the dataset has or may soon have. */
export type LookUp = (questions: LookUpWork['questions']) => Promise<readonly Match[]>

export type Handled = { readonly type: 'outcome'; readonly outcome: Outcome } | { readonly type: 'unfinished' }

/** One handler a type of work: a type without one does not compile. */
export type Handlers = {
  readonly [Type in Work['type']]: (work: Extract<Work, { type: Type }>, signal: AbortSignal) => Promise<Handled>
}

const promptSha256 = ({ model, system, prompt, answer }: ModelRequest): string =>
  createHash('sha256')
    .update(JSON.stringify([model, system, prompt, answer.name, answer.schema]))
    .digest('hex')

export function createHandlers({
  ask,
  lookUp,
  session,
  clock,
}: {
  readonly ask: Ask
  readonly lookUp: LookUp
  readonly session: string
  readonly clock: Clock
}): Handlers {
  const common = (work: Work, startedAt: string) => {
    const at = clock.now()
    const durationMs = Math.max(0, toEpochMs(at) - toEpochMs(startedAt))
    return { version: 1, work: work.id, unit: work.unit, session, at, durationMs } as const
  }
  return {
    ask: async (work: AskWork, signal) => {
      const startedAt = clock.now()
      const asked = await ask(work.request, signal)
      switch (asked.type) {
        case 'answer': {
          const { request } = work
          const outcome: Outcome = {
            ...common(work, startedAt),
            type: 'answer',
            promptSha256: promptSha256(request),
            modelRequested: request.model,
            answer: asked.answer,
          }
          return { type: 'outcome', outcome }
        }
        case 'refusal':
          return { type: 'outcome', outcome: { ...common(work, startedAt), type: 'refusal', reason: asked.reason } }
        case 'unfinished':
          return { type: 'unfinished' }
      }
    },
    'look-up': async (work: LookUpWork) => {
      const startedAt = clock.now()
      const matches = await lookUp(work.questions)
      return { type: 'outcome', outcome: { ...common(work, startedAt), type: 'matches', matches: [...matches] } }
    },
  }
}

/** Runs work by the handler of its type. */
export function handle(handlers: Handlers, work: Work, signal: AbortSignal): Promise<Handled> {
  switch (work.type) {
    case 'ask':
      return handlers.ask(work, signal)
    case 'look-up':
      return handlers['look-up'](work, signal)
  }
}
