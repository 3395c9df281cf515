import { toEpochMs, type Clock } from '../domain/instant.ts'
import type { ModelRequest } from '../domain/model.ts'
import { promptSha256 } from '../domain/prompt-sha256.ts'
import type { Asked } from '../models/model.ts'
import type { AskWork, DirectWork, LookUpWork, Match, Outcome } from '../domain/work.ts'

export type Ask = (request: ModelRequest, signal: AbortSignal) => Promise<Asked>

/** Looks questions up among everything that the dataset has or may soon have. */
export type LookUp = (questions: LookUpWork['questions']) => Promise<readonly Match[]>

export type Handled = { readonly type: 'outcome'; readonly outcome: Outcome } | { readonly type: 'unfinished' }

type WorkOf<Type extends DirectWork['type']> = {
  [Each in Type]: Extract<DirectWork, { readonly type: Each }> & { readonly type: Each }
}[Type]

/** One handler a type of work: a type without one does not compile. */
export type Handlers = {
  readonly [Type in DirectWork['type']]: (work: WorkOf<Type>, signal: AbortSignal) => Promise<Handled>
}

/** Failures that may be one question's own fault; the others are everybody's. */
const ownFailures: ReadonlySet<string> = new Set(['timeout', 'provider-down'])

/** So often a question is asked with all its attempts, while others are answered; without this it would be asked until the budget is gone. */
const maxRounds = 2

export function createHandlers({
  ask,
  lookUp,
  isDown,
  session,
  clock,
}: {
  readonly ask: Ask
  /** True once the provider is not to be asked any more. */
  readonly isDown: () => boolean
  readonly lookUp: LookUp
  readonly session: string
  readonly clock: Clock
}): Handlers {
  const common = (work: DirectWork, startedAt: string) => {
    const at = clock.now()
    const durationMs = Math.max(0, toEpochMs(at) - toEpochMs(startedAt))
    return { version: 1, work: work.id, unit: work.unit, session, at, durationMs } as const
  }
  const rounds = new Map<string, number>()
  /** True for a question that alone found no answer in its last round, while the provider answers others. */
  const isHopeless = (id: string, asked: Extract<Asked, { type: 'unfinished' }>): boolean => {
    if (asked.reason !== 'provider' || isDown() || !ownFailures.has(asked.error?.failure ?? '')) return false
    const round = (rounds.get(id) ?? 0) + 1
    rounds.set(id, round)
    return round >= maxRounds
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
        case 'unfinished': {
          if (!isHopeless(work.id, asked)) return { type: 'unfinished' }
          const reason = `No answer in ${maxRounds} rounds: ${asked.error?.message ?? 'unknown'}`
          return { type: 'outcome', outcome: { ...common(work, startedAt), type: 'refusal', reason } }
        }
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
export const handle = <Type extends DirectWork['type']>(
  handlers: Handlers,
  work: WorkOf<Type>,
  signal: AbortSignal,
): Promise<Handled> => handlers[work.type](work, signal)
