import { parseHandles } from '../dataset/review.ts'
import { messageOf } from '../domain/errors.ts'

/** A line of a comment that begins with `/reject` or `/ok`. */
export interface ReviewCommand {
  readonly name: 'reject' | 'ok'
  /** The line as it was written. */
  readonly line: string
  /** `all`, or handles with their ranges spelled out; a problem, in one line, where it is neither. */
  readonly pairs: 'all' | readonly string[] | { readonly problem: string }
  /** As it was written, hostile as it may be; empty where none is given. */
  readonly because: string
}

/** A comment holds 65,536 characters, and each of its words could be a range of 300 pairs. */
const mostWords = 300
const mostCommands = 100

const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/
const command = /^\/(reject|ok)(?=\s|$)(.*)$/is

/** The lines that are seen and no code. A quoted line begins with `>`, and so is no command anyway. */
function proseOf(body: string): readonly string[] {
  const lines = body.replaceAll(/\r\n?/g, '\n').split('\n')
  const lastClosing = lines.findLastIndex(line => line.includes('-->'))
  const prose: string[] = []
  let open: string | null = null
  let isHidden = false
  for (const [index, line] of lines.entries()) {
    const [, mark = '', info = ''] = fence.exec(line) ?? []
    if (isHidden) isHidden = !line.includes('-->')
    else if (open !== null) {
      if (mark.startsWith(open) && info.trim() === '') open = null
    } else if (mark !== '' && !(mark.startsWith('`') && info.includes('`'))) open = mark
    else {
      prose.push(line)
      const at = line.lastIndexOf('<!--')
      // An HTML comment that begins a line needs no end to hide what follows; within a line it does.
      if (at !== -1 && !line.includes('-->', at)) isHidden = line.slice(0, at).trim() === '' || index < lastClosing
    }
  }
  return prose
}

function pairsOf(text: string): ReviewCommand['pairs'] {
  if (text.toLowerCase() === 'all') return 'all'
  if (text.split(/[\s,]+/, mostWords + 1).length > mostWords)
    return { problem: `Expected at most ${mostWords} handles in a line` }
  try {
    return parseHandles(text)
  } catch (error) {
    return { problem: messageOf(error) }
  }
}

/** The lines of a comment that are commands, in their order, at most 100. */
export const commandLines = (body: string): readonly string[] =>
  proseOf(body)
    .filter(line => command.test(line))
    .slice(0, mostCommands)

/** What one of them says; never throws, whatever stands there. */
export function readCommand(written: string): ReviewCommand {
  const line = written.trim()
  const [, name = '', rest = ''] = command.exec(line) ?? []
  const at = rest.search(/(?<=\s)because(?=\s|$)/i)
  const named = (at === -1 ? rest : rest.slice(0, at)).trim()
  const because = at === -1 ? '' : rest.slice(at + 'because'.length).trim()
  return { name: name.toLowerCase() === 'ok' ? 'ok' : 'reject', line, pairs: pairsOf(named), because }
}
