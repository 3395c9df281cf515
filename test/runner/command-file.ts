/** `name=value` and `name<<END … END`, as GITHUB_OUTPUT and GITHUB_ENV take them. */
export function readCommandFile(text: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  const lines = text.split('\n')
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    const [, long, end] = /^([^=]+?)<<(.+)$/.exec(line) ?? []
    const equals = line.indexOf('=')
    if (long !== undefined && end !== undefined) {
      const from = index + 1
      index = lines.indexOf(end, from)
      if (index === -1) throw new Error(`Matching delimiter not found '${end}'`)
      found[long] = lines.slice(from, index).join('\n')
    } else if (equals > 0) found[line.slice(0, equals)] = line.slice(equals + 1)
    else if (line !== '') throw new Error(`Invalid format '${line}'`)
  }
  return found
}
