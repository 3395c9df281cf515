import { appendFileSync } from 'node:fs'

/**
 * The machine that runs the step, spoken to as GitHub documents it ("Workflow commands for GitHub Actions"): lines on standard output
 * and three files. Written here and not taken from @actions/core, whose client for OpenID Connect brings an HTTP library of 1 MB:
 * loading it takes three times as long as Node takes to start.
 */
export interface Runner {
  /** Hides a value in everything the job prints from here on, in each of its lines too. */
  mask(secret: string): void
  info(text: string): void
  /** An annotation on the run's page, as a line of the log. */
  notice(text: string): void
  warning(text: string): void
  error(text: string): void
  /** Opens a fold in the log; one that is open is closed before, because folds do not nest. */
  group(title: string): void
  endGroup(): void
  output(name: string, value: string): void
  /** Appends Markdown to the page of the run; what is over GitHub's 1 MiB is cut. */
  summary(markdown: string): void
}

export interface RunnerOptions {
  readonly write: (text: string) => void
  /** GITHUB_OUTPUT; undefined where nothing reads outputs. */
  readonly outputFile: string | undefined
  /** GITHUB_STEP_SUMMARY. */
  readonly summaryFile: string | undefined
}

const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

/**
 * Foreign text as lines that the runner only prints. It reads a command from `::name::` after white space at a line's start and from
 * `##[name]` anywhere, and takes a lone carriage return for a line's end (ActionCommand.cs of actions/runner).
 */
export const harmlessLines = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
    .replaceAll('##[', '## [')
    .replaceAll(/^([^\S\n\u2028\u2029]*):(?=:)/gm, '$1: ')

/** Bytes of one step's summary. */
const mostSummaryBytes = 1024 * 1024
const cutNote = '\n\n… The rest is cut: GitHub shows 1 MiB of a step.\n'

function cutToBytes(text: string, most: number): string {
  const bytes = Buffer.from(text)
  if (bytes.length <= most) return text
  const kept = bytes.subarray(0, most - Buffer.byteLength(cutNote) - 4).toString('utf8')
  return `${kept.slice(0, Math.max(0, kept.lastIndexOf('\n')))}${cutNote}`
}

/** A line that ends a value of several lines and is not one of its own. */
function delimiterFor(value: string): string {
  let delimiter = 'END_OF_VALUE'
  while (value.includes(delimiter)) delimiter += '_'
  return delimiter
}

export function createRunner({ write, outputFile, summaryFile }: RunnerOptions): Runner {
  let grouped = false
  let summaryBytes = 0
  const command = (name: string, text: string): void => write(`::${name}::${escapeData(text)}\n`)
  const annotate = (name: string, text: string): void => command(name, harmlessLines(text))
  const endGroup = (): void => {
    if (grouped) command('endgroup', '')
    grouped = false
  }
  return {
    mask: secret => {
      for (const value of new Set([secret, secret.trim(), ...secret.split(/\r?\n/).map(line => line.trim())]))
        if (value !== '') command('add-mask', value)
    },
    info: text => write(`${harmlessLines(text)}\n`),
    notice: text => annotate('notice', text),
    warning: text => annotate('warning', text),
    error: text => annotate('error', text),
    group: title => {
      endGroup()
      grouped = true
      annotate('group', title.replaceAll(/\s+/g, ' '))
    },
    endGroup,
    output: (name, value) => {
      if (outputFile === undefined) return
      const delimiter = delimiterFor(value)
      appendFileSync(outputFile, `${name}<<${delimiter}\n${value}\n${delimiter}\n`)
    },
    summary: markdown => {
      if (summaryFile === undefined) return
      const text = cutToBytes(`${markdown.trimEnd()}\n`, mostSummaryBytes - summaryBytes)
      summaryBytes += Buffer.byteLength(text)
      appendFileSync(summaryFile, text)
    },
  }
}
