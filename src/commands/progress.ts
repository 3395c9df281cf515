import { stripVTControlCharacters } from 'node:util'
import type { Sink } from './sink.ts'

export interface ProgressOptions {
  readonly label: string
  /** Undefined where the end is not known. */
  readonly total?: number
  /** What is counted. */
  readonly unit: string
  /** What was done before: part of the whole, not of the rate. */
  readonly from?: number
}

/** Long work, shown as one line that is redrawn on a terminal, as lines of their own elsewhere. */
export interface Progress {
  update(done: number, note?: string): void
  /** Takes the line off the terminal, so that another can be printed. */
  hide(): void
  draw(): void
  /** Ends with one last line, if anything was done; further calls do nothing. */
  end(): void
}

interface Surroundings {
  readonly sink: Sink
  readonly quiet: boolean
  readonly monotonicMs: () => number
  readonly clean: (text: string) => string
}

/** A terminal is redrawn at most ten times a second, a log gets a line at most every five seconds. */
const redrawMs = 100
const lineMs = 5000
const barWidth = 20
/** A shorter bar tells nothing. */
const leastBarWidth = 5

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** `2:05` or `1:02:05`. */
export function formatSeconds(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  return hours > 0 ? `${hours}:${twoDigits(minutes)}:${twoDigits(whole % 60)}` : `${minutes}:${twoDigits(whole % 60)}`
}

/** A character of East Asian scripts or an emoji takes two columns. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{17000}-\u{18cff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|[\p{Extended_Pictographic}\p{EMod}]/u

/** As much of a text as fits into a number of columns. */
export function fit(text: string, columns: number): string {
  let used = 0
  let kept = ''
  for (const character of stripVTControlCharacters(text).replaceAll(/\s/g, ' ')) {
    used += wide.test(character) ? 2 : 1
    if (used > columns) return kept
    kept += character
  }
  return kept
}

export interface Standing extends ProgressOptions {
  readonly done: number
  readonly note: string
  readonly elapsedMs: number
}

/** One line without the bar: `Importing 12/44 tasks, 3.1/s, 0:10 left, session_12`. */
export function describeProgress({ label, total, unit, from = 0, done, note, elapsedMs }: Standing): string {
  const rate = elapsedMs > 0 ? ((done - from) * 1000) / elapsedMs : 0
  const parts = [`${label} ${done}${total === undefined ? '' : `/${total}`} ${unit}`]
  if (rate > 0) parts.push(`${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s`)
  if (total !== undefined && rate > 0 && done < total) parts.push(`${formatSeconds((total - done) / rate)} left`)
  if (note !== '') parts.push(note)
  return parts.join(', ')
}

/** As long as the columns that the words leave free. */
function barOf({ done, total }: Standing, free: number): string {
  const width = Math.min(barWidth, free - 1)
  if (total === undefined || total <= 0 || width < leastBarWidth) return ''
  const filled = Math.round(width * Math.min(1, done / total))
  return `${'█'.repeat(filled)}${'░'.repeat(width - filled)} `
}

export function createProgress(options: ProgressOptions, { sink, quiet, monotonicMs, clean }: Surroundings): Progress {
  const startedMs = monotonicMs()
  const redrawn = sink.isTTY === true
  let done = 0
  let note = ''
  let drawnMs = Number.NEGATIVE_INFINITY
  let ended = quiet
  const standing = (): Standing => ({ ...options, done, note: clean(note), elapsedMs: monotonicMs() - startedMs })
  const draw = (): void => {
    if (ended || !redrawn) return
    const now = standing()
    const words = describeProgress(now)
    // The width is asked for each time, and one column stays free, so that a line never wraps and cannot be left behind.
    const columns = (sink.columns ?? 80) - 1
    sink.write(`\r\u001B[2K${fit(barOf(now, columns - words.length) + words, columns)}`)
  }
  return {
    update: (value, text = '') => {
      done = value
      note = text
      const nowMs = monotonicMs()
      if (ended || nowMs - drawnMs < (redrawn ? redrawMs : lineMs)) return
      // The first line of a log comes after five seconds: short work needs none.
      if (!redrawn && drawnMs === Number.NEGATIVE_INFINITY && nowMs - startedMs < lineMs) return
      drawnMs = nowMs
      if (redrawn) draw()
      else sink.write(`${describeProgress(standing())}\n`)
    },
    hide: () => {
      if (!ended && redrawn) sink.write('\r\u001B[2K')
    },
    draw,
    end: () => {
      if (ended) return
      if (done > 0 && redrawn) {
        draw()
        sink.write('\n')
      } else if (done > 0) sink.write(`${describeProgress(standing())}\n`)
      ended = true
    },
  }
}
