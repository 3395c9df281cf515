import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { commands } from '../src/commands/registry.ts'

const path = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url))
const readme = readFileSync(path('README.md'), 'utf8')
const scripts = (JSON.parse(readFileSync(path('package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts

/** The words of every command line that the README shows, up to its first option or argument with a value. */
const shown = [...readme.matchAll(/^npm run perpetual -- (.+)$/gmu)].map(match => match[1] ?? '')

describe('the README', () => {
  it('shows only npm scripts that exist', () => {
    const names = [...readme.matchAll(/npm (?:run )?(start|test|[a-z:]+)\b/gu)].map(match => match[1] ?? '')
    expect(names.length).toBeGreaterThan(5)
    for (const name of names.filter(each => each !== 'run')) expect(Object.keys(scripts)).toContain(name)
  })

  it('shows only commands and options that the command line has', () => {
    expect(shown.length).toBeGreaterThan(5)
    for (const line of shown) {
      const words = line.split(' ')
      const name = words.slice(0, ['tasks', 'review', 'database'].includes(words[0] ?? '') ? 2 : 1)
      const help = execFileSync(process.execPath, [path('src/cli.ts'), ...name, '--help'], { encoding: 'utf8' })
      for (const option of line.match(/--[a-z-]+/gu) ?? []) expect(help, line).toContain(option)
    }
  })

  it('names every command', () => {
    for (const { name } of commands) expect(readme).toContain(`perpetual ${name}`)
  })

  it('says in its second sentence that no cryptocurrency is mined', () => {
    expect(readme.split('\n').slice(2, 4).join(' ')).toMatch(/^Perpetual grows [^.]+\.\s+No cryptocurrency is mined/u)
  })
})
