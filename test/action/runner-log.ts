export interface RunnerCommand {
  readonly name: string
  readonly text: string
}

const known = new Set(
  'add-mask add-matcher add-path debug echo endgroup error group notice remove-matcher save-state set-env set-output stop-commands warning internal-set-repo-path'.split(
    ' ',
  ),
)

const unescape = (text: string): string => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')

/** One line as actions/runner reads it (ActionCommand.cs): `::name key=value::text` after white space, else `##[name]text` anywhere. */
function readLine(line: string): RunnerCommand | undefined {
  const [, name = '', text = ''] = /^\s*::([^\s:]+)(?: [^\n]*?)?::([^\n]*)$/u.exec(line) ?? []
  if (known.has(name.toLowerCase())) return { name, text: unescape(text) }
  const [, old = '', rest = ''] = /##\[([^\s\]]+)[^\]]*\]([^\n]*)/u.exec(line) ?? []
  return known.has(old.toLowerCase()) ? { name: old, text: rest } : undefined
}

/** A step's standard output, split where .NET splits lines: at `\n`, `\r` and both. */
export function readLog(stdout: string): { readonly commands: readonly RunnerCommand[]; readonly lines: readonly string[] } {
  const commands: RunnerCommand[] = []
  const lines: string[] = []
  for (const line of stdout.split(/\r\n|\r|\n/u)) {
    const command = readLine(line)
    if (command === undefined) lines.push(line)
    else commands.push(command)
  }
  return { commands, lines }
}
