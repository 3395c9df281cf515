import { z } from 'zod'
import { instantSchema } from '../domain/instant.ts'
import { oneLine } from '../domain/one-line.ts'
import { explainReason } from '../session/handoff.ts'
import type { SessionEvent } from '../session/reporter.ts'

/** What is left of a process that has ended; of its output the end is enough. */
export interface ProcessEnd {
  /** Null where a signal ended it, or where it could not be started. */
  readonly code: number | null
  readonly signal: string | null
  readonly stdout: string
  readonly stderr: string
  /** Why it could not be started. */
  readonly error: string | null
}

const amount = z.number().nonnegative()
const resultSchema = z.object({
  session: z.string().nullable(),
  tasks: z.array(z.string()),
  outcome: z.enum(['completed', 'wrapped', 'rested']),
  reason: z.string(),
  spent: z.object({ sends: amount, calls: amount, tokens: amount, minutes: amount, slots: amount, usd: amount }),
  pairs: z.object({ accepted: amount, rejected: amount }),
  deliveries: z.array(z.object({ number: z.number() })),
  handoff: z.string().nullable(),
  next: instantSchema.nullable(),
})
/** What `run --json` printed, as far as it counts here. */
export type SessionResult = Readonly<z.infer<typeof resultSchema>>

const errorSchema = z.object({ error: z.object({ message: z.string() }) })

/** How a session's process ended, as far as the next one depends on it. */
export type SessionEnd =
  | { readonly type: 'worked'; readonly result: SessionResult }
  /** It had nothing to do, or another one was faster. */
  | { readonly type: 'rested'; readonly result: SessionResult }
  | {
      readonly type: 'failed'
      readonly message: string
      /** A person must change something first. */
      readonly lasting: boolean
      readonly result: SessionResult | null
    }
  | { readonly type: 'no-key'; readonly message: string }

function parseLine(stdout: string): unknown {
  try {
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
  } catch {
    return undefined
  }
}

const longestMessage = 300

/** The line of an uncaught error stands above its stack; what the command line says itself begins with its name. */
function complaintOf({ stderr }: ProcessEnd): string | undefined {
  const lines = stderr.split('\n').filter(line => line.trim() !== '')
  return (
    lines.findLast(line => line.startsWith('perpetual: '))?.slice('perpetual: '.length) ??
    lines.findLast(line => /^(?:Uncaught )?\w*Error\b/.test(line)) ??
    lines.at(-1)
  )
}

function describeFailure(end: ProcessEnd): string {
  const error = errorSchema.safeParse(parseLine(end.stdout)).data?.error.message
  const how = end.error ?? (end.signal === null ? `it ended with code ${end.code}` : `it was ended by ${end.signal}`)
  return oneLine(error ?? end.error ?? (end.signal === null ? complaintOf(end) : undefined) ?? how, longestMessage)
}

const hasWorked = ({ tasks, deliveries, spent }: SessionResult): boolean =>
  tasks.length > 0 || deliveries.length > 0 || Object.values(spent).some(each => each > 0)

/** Reads how it went from what the process said; `last` is the last thing that its session told. */
export function readEnd(end: ProcessEnd, last: SessionEvent | undefined): SessionEnd {
  const result = resultSchema.safeParse(parseLine(end.stdout)).data
  const lasting = end.code === 2
  if (last?.type === 'rested' && last.reason === 'no-key') return { type: 'no-key', message: describeFailure(end) }
  if (result === undefined) return { type: 'failed', message: describeFailure(end), lasting, result: null }
  // A session that its provider ended wraps like any other; the next one would end in the same way.
  if (end.code !== 0 || result.reason.startsWith('provider'))
    return { type: 'failed', message: oneLine(explainReason(result.reason), longestMessage), lasting, result }
  return result.outcome === 'rested' || !hasWorked(result) ? { type: 'rested', result } : { type: 'worked', result }
}
