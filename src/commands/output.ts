import pc from 'picocolors'
import { PerpetualError, messageOf } from '../domain/errors.ts'
import { createCanvas, type Canvas } from './canvas.ts'
import type { Sink } from './sink.ts'
import { createProgress, type Progress, type ProgressOptions } from './progress.ts'

export interface OutputOptions {
  readonly stdout: Sink
  readonly stderr: Sink
  readonly json: boolean
  readonly quiet: boolean
  readonly colour: boolean
  /** A clock that only runs forward, in milliseconds. */
  readonly monotonicMs: () => number
}

export type Colours = ReturnType<typeof pc.createColors>

/** All that a command says. With `json`, standard output carries one object and nothing else. */
export interface Output {
  readonly json: boolean
  readonly colours: Colours
  /** What was asked for, on standard output; with `json` the object takes its place. */
  result(text: string): void
  /** What is being done, on standard error; `quiet` mutes it. */
  say(text: string): void
  /** What went wrong and does not end the command, on standard error. */
  warn(text: string): void
  /** The one object on standard output; without `json` nothing. */
  object(value: unknown): void
  progress(options: ProgressOptions): Progress
  /**
   * Takes the whole terminal, where standard error is one and `quiet` does not mute it. Until the canvas is closed, what is said goes to
   * `onLine`.
   */
  canvas(onLine: (text: string) => void): Canvas | undefined
  /** Leaves the terminal clean; safe to call at any time and twice. */
  close(): void
}

/** Foreign text may hold anything: only line ends, tabs and colours reach a terminal. */
const harmless = (text: string): string =>
  text.replaceAll(
    /\u001b(?!\[[\d;]*m)|[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    '�',
  )

export function createOutput({ stdout, stderr, json, quiet, colour, monotonicMs }: OutputOptions): Output {
  let bar: Progress | undefined
  let canvas: Canvas | undefined
  let sayOnCanvas: ((text: string) => void) | undefined
  const print = (sink: Sink, text: string): void => {
    if (sayOnCanvas !== undefined && sink === stderr) return sayOnCanvas(text)
    bar?.hide()
    sink.write(`${harmless(text)}\n`)
    bar?.draw()
  }
  return {
    json,
    colours: pc.createColors(colour),
    result: text => {
      if (!json) print(stdout, text)
    },
    say: text => {
      if (!quiet) print(stderr, text)
    },
    warn: text => print(stderr, text),
    object: value => {
      if (json) print(stdout, JSON.stringify(value))
    },
    progress: options => {
      bar?.end()
      bar = createProgress(options, { sink: stderr, quiet, monotonicMs, clean: harmless })
      return bar
    },
    canvas: onLine => {
      if (stderr.isTTY !== true || quiet) return undefined
      bar?.end()
      sayOnCanvas = onLine
      canvas = createCanvas(stderr, () => (sayOnCanvas = undefined))
      return canvas
    },
    close: () => {
      bar?.end()
      canvas?.close()
    },
  }
}

/** 2 for wrong usage or configuration, 1 for everything else. */
export const exitCodeOf = (error: unknown): 1 | 2 => (error instanceof PerpetualError && error.actBy === 'fix-config' ? 2 : 1)

/** An error in one line, `perpetual: …`, and with `json` as an object besides. */
export function printError(output: Output, error: unknown): void {
  const message = messageOf(error)
  output.warn(`${output.colours.red('perpetual:')} ${message}`)
  output.object({ error: { message, actBy: error instanceof PerpetualError ? error.actBy : 'report-bug' } })
}
