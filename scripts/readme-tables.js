// Writes the README's tables of inputs and outputs from action.yml; with `--check` it only says whether they are current.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { root } from './setup.js'

const readme = join(root, 'README.md')

const cell = text =>
  text
    .replaceAll('|', String.raw`\|`)
    .replaceAll(/\s+/g, ' ')
    .trim()

function table(head, rows) {
  const all = [head, ...rows.map(row => row.map(cell))]
  const widths = head.map((_, column) => Math.max(...all.map(row => row[column].length)))
  const line = row => `| ${row.map((text, column) => text.padEnd(widths[column])).join(' | ')} |`
  const [first, ...rest] = all
  return [line(first), `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`, ...rest.map(line)].join('\n')
}

const quoted = text => (text === '' ? '' : `\`${text}\``)

function tables() {
  const { inputs, outputs } = parse(readFileSync(join(root, 'action.yml'), 'utf8'))
  return {
    'action-inputs': table(
      ['input', 'what it says', 'default'],
      Object.entries(inputs).map(([name, { description, required, default: preset = '' }]) => [
        `\`${name}\``,
        description,
        required ? 'required' : quoted(preset),
      ]),
    ),
    'action-outputs': table(
      ['output', 'what it holds'],
      Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]),
    ),
  }
}

function render(text) {
  return Object.entries(tables()).reduce((current, [name, content]) => {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
    const [from, to] = [current.indexOf(begin), current.indexOf(end)]
    if (from === -1 || to < from) throw new Error(`Expected README.md to hold ${begin} and ${end}, got it without`)
    return `${current.slice(0, from + begin.length)}\n\n${content}\n\n${current.slice(to)}`
  }, text)
}

try {
  const before = readFileSync(readme, 'utf8')
  const after = render(before)
  if (process.argv.includes('--check')) {
    if (before !== after)
      throw new Error('Expected the tables of README.md to be those of action.yml; run `node scripts/readme-tables.js`')
  } else writeFileSync(readme, after)
} catch (error) {
  process.stderr.write(`perpetual: ${error.message}\n`)
  process.exitCode = 1
}
