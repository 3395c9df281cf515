import type { Instant } from '../domain/instant.ts'
import { oneLine } from '../domain/one-line.ts'
import { explainReason } from '../session/handoff.ts'
import type { SessionEvent } from '../session/reporter.ts'
import { againAtOf, type Member } from './member.ts'
import type { SessionEnd, SessionResult } from './session-end.ts'
import type { TickView } from './tick-view.ts'
import type { UpEvent } from './up-event.ts'
import { counted, restWords, untilWords } from './words.ts'

const most = 160

function describeTold(event: SessionEvent): string | undefined {
  switch (event.type) {
    case 'claimed':
      return `session ${oneLine(event.session, most)} ${event.continued ? 'goes on where it was left' : 'begins'}`
    case 'task': {
      const before = event.resumedCalls === 0 ? '' : ` (${counted(event.resumedCalls, 'call')} done before)`
      return `works on ${oneLine(event.task, 80)}: ${oneLine(event.title, most)}${before}`
    }
    case 'delivered':
      return `delivered #${event.number}: ${counted(event.pairs, 'pair')} on ${oneLine(event.branch, most)}`
    case 'warning':
      return `warns: ${oneLine(event.message, 300)}`
    // A wrap is told when it is done, with what came of it.
    case 'wrapping':
    case 'progress':
    case 'checkpoint':
    case 'rested':
      return undefined
  }
}

function describeResult({ session, outcome, reason, spent, pairs, next }: SessionResult, now: Instant): string {
  const why = oneLine(explainReason(reason), most)
  const then = next === null || next <= now ? '' : `; next ${untilWords(next, now)}`
  if (outcome === 'rested') return `rested: ${why}${then}`
  const came = `${counted(spent.calls, 'call')}, ${counted(pairs.accepted, 'pair')}, $${spent.usd.toFixed(2)}`
  return `session ${session ?? '?'} wrapped: ${why} (${came})${then}`
}

function describeEnd(end: SessionEnd, member: Member, now: Instant): string {
  const { notBefore, failures } = member
  const againAt = againAtOf(member)
  const again = againAt === null ? '' : `; tried again ${untilWords(againAt, now)}`
  switch (end.type) {
    case 'worked':
    case 'rested':
      return describeResult(end.result, now)
    case 'failed': {
      const often = failures > 1 ? ` ${failures} times in a row` : ''
      const change = end.lasting && notBefore !== null ? ', or when the configuration changes' : ''
      return `failed${often}: ${end.message}${again}${change}`
    }
    case 'no-key':
      return `rests without a key: ${end.message}${again}, or when the configuration changes`
  }
}

/** When the first pipeline that rests can work again, as far as anybody knows, and which it is; a claim is renewed for as long as its session works. */
export function nextOf(view: TickView): { readonly pipeline: string; readonly until: Instant } | undefined {
  const known = view.pipelines.flatMap(({ pipeline, decision }) =>
    decision.type === 'rest' && decision.until !== null && decision.reason !== 'held'
      ? [{ pipeline, until: decision.until }]
      : [],
  )
  return known.toSorted((a, b) => (a.until < b.until ? -1 : 1))[0]
}

export interface Said {
  /** Undefined for what concerns all pipelines. */
  readonly pipeline?: string
  readonly text: string
  readonly isTrouble: boolean
}

/** Makes lines of what happens; what stays as it is is told once. */
export function createTeller(): (event: UpEvent) => readonly Said[] {
  const told = new Map<string, string>()
  const working = new Set<string>()
  /** True where this is news about that subject. */
  const isNews = (subject: string, text: string): boolean => {
    if (told.get(subject) === text) return false
    told.set(subject, text)
    return true
  }

  const ofTick = (view: TickView, now: Instant): readonly Said[] => {
    const said: Said[] = []
    if (told.delete('tick')) said.push({ text: 'Planning works again.', isTrouble: false })
    for (const { pipeline, decision } of view.pipelines) {
      const held = decision.type === 'rest' && decision.reason === 'held' && !working.has(pipeline) ? restWords(decision) : ''
      if (isNews(`held ${pipeline}`, held) && held !== '') said.push({ pipeline, text: held, isTrouble: false })
    }
    const next = nextOf(view)
    const idle =
      working.size > 0 || view.start.length > 0
        ? ''
        : view.paused
          ? 'All pipelines are paused; `perpetual enable` lets them go on.'
          : `Nothing can work now.${next === undefined ? '' : ` Next: ${next.pipeline} ${untilWords(next.until, now)}.`}`
    // The time until then changes with every tick; who is next, and when, does not.
    if (isNews('idle', idle === '' ? '' : `${view.paused} ${next?.pipeline} ${next?.until}`) && idle !== '')
      said.push({ text: idle, isTrouble: false })
    return said
  }

  const ofEnd = ({ member, end, at }: Extract<UpEvent, { type: 'ended' }>): readonly Said[] => {
    const { pipeline } = member
    working.delete(pipeline)
    const isTrouble = end.type === 'failed' || end.type === 'no-key'
    const lasting = member.trouble?.lasting === true ? member.trouble.message : ''
    // What only a person can change is told once, not at every attempt.
    const isKnown = !isNews(`lasting ${pipeline}`, end.type === 'rested' ? (told.get(`lasting ${pipeline}`) ?? '') : lasting)
    if (end.type === 'rested' || (isKnown && lasting !== '')) return []
    return [{ pipeline, text: describeEnd(end, member, at), isTrouble }]
  }

  return event => {
    switch (event.type) {
      case 'ticked':
        return ofTick(event.view, event.at)
      case 'tick-failed': {
        const text = `Cannot plan: ${event.message}`
        return isNews('tick', text)
          ? [{ text: `${text}; tried again ${untilWords(event.nextAt, event.at)}`, isTrouble: true }]
          : []
      }
      case 'started':
        working.add(event.member.pipeline)
        return []
      case 'told': {
        const text = describeTold(event.event)
        return text === undefined ? [] : [{ pipeline: event.pipeline, text, isTrouble: event.event.type === 'warning' }]
      }
      case 'ended':
        return ofEnd(event)
      case 'stopping': {
        const names = event.pipelines.join(', ')
        return [{ text: `Stopping.${names === '' ? '' : ` Waiting up to 8 s for ${names} to save.`}`, isTrouble: false }]
      }
      case 'killed':
        return [
          {
            pipeline: event.pipeline,
            text: 'did not end in time and was killed; the next session mends what is left',
            isTrouble: true,
          },
        ]
      case 'said':
        return [{ text: event.text, isTrouble: true }]
    }
  }
}

/** A line for a log: `10:14:05Z droid-research: session droid-research-0007 begins`. */
export const renderSaid = ({ pipeline, text }: Said, at: Instant): string =>
  `${at.slice(11, 19)}Z ${pipeline === undefined ? '' : `${pipeline}: `}${text}`
