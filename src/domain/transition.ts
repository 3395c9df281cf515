import type { FenceReason, Operation } from './operation.ts'
import type { Ruling } from './ruling.ts'
import type { PipelineState, State } from './state.ts'
import { claim, wrap } from './transitions/claiming.ts'
import { pipelineOf } from './transitions/lenses.ts'
import { collectSlot, intendSlots, recordSlots } from './transitions/slots.ts'
import { checkpoint, reconcileAccount, settle } from './transitions/spending.ts'
import {
  acceptTask,
  addTasks,
  commandTask,
  endTask,
  lookAtPart,
  recordParts,
  reviewPart,
  startTask,
} from './transitions/tasks.ts'

/** What came of an operation. Only `changed` is written; losing to a fence is a result, not an exception. */
export type Transition =
  | { readonly type: 'changed'; readonly state: State }
  | { readonly type: 'already'; readonly state: State }
  | { readonly type: 'fenced'; readonly reason: FenceReason; readonly until: string | null }

/** How many operation ids a pipeline remembers; a writer repeats only its latest. */
const rememberedOperations = 64

/** Operations that anybody may do whatever claim there is, and a session only under its own. */
const unfenced = new Set<Operation['type']>([
  'claim',
  'settle',
  'reconcile-account',
  'review-part',
  'look-at-part',
  'add-tasks',
  'accept-task',
  'command-task',
])

function isFencedOff(pipeline: PipelineState, operation: Operation): boolean {
  if (unfenced.has(operation.type) || !('epoch' in operation)) return false
  return pipeline.claim?.epoch !== operation.epoch || pipeline.session?.id !== operation.session
}

function rule(state: State, operation: Operation): Ruling {
  switch (operation.type) {
    case 'claim':
      return claim(state, operation)
    case 'start-task':
      return startTask(state, operation)
    case 'checkpoint':
      return checkpoint(state, operation)
    case 'record-parts':
      return recordParts(state, operation)
    case 'end-task':
      return endTask(state, operation)
    case 'wrap':
      return wrap(state, operation)
    case 'settle':
      return settle(state, operation)
    case 'reconcile-account':
      return reconcileAccount(state, operation)
    case 'review-part':
      return reviewPart(state, operation)
    case 'look-at-part':
      return lookAtPart(state, operation)
    case 'add-tasks':
      return addTasks(state, operation)
    case 'accept-task':
      return acceptTask(state, operation)
    case 'command-task':
      return commandTask(state, operation)
    case 'intend-slots':
      return intendSlots(state, operation)
    case 'record-slots':
      return recordSlots(state, operation)
    case 'collect-slot':
      return collectSlot(state, operation)
  }
}

/** The only way in which state changes: pure, so that it can be replayed, raced and repeated. */
export function transition(state: State, operation: Operation): Transition {
  const pipeline = pipelineOf(state, operation.pipeline)
  if (pipeline.operations.includes(operation.operation)) return { type: 'already', state }
  if (isFencedOff(pipeline, operation)) return { type: 'fenced', reason: 'old-epoch', until: null }
  const ruling = rule(state, operation)
  if ('fenced' in ruling) return { type: 'fenced', reason: ruling.fenced, until: ruling.until ?? null }
  const after = pipelineOf(ruling, operation.pipeline)
  const operations = [...after.operations, operation.operation].slice(-rememberedOperations)
  return {
    type: 'changed',
    state: { ...ruling, pipelines: { ...ruling.pipelines, [operation.pipeline]: { ...after, operations } } },
  }
}
