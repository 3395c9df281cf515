import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleFolder } from '../support/bundle.ts'
import { createRepository } from '../support/repository.ts'

const root = join(import.meta.dirname, '..', '..')
let bundle = ''
let repository: ReturnType<typeof createRepository>

beforeAll(async () => {
  bundle = await bundleFolder()
  repository = createRepository()
})
afterAll(() => repository.remove())

const perpetual = (...args: readonly string[]): string =>
  execFileSync(process.execPath, [join(bundle, 'cli', 'index.js'), ...args], { cwd: repository.folder, encoding: 'utf8' })

const texts = (entry: string): readonly string[] =>
  readdirSync(join(bundle, entry))
    .filter(name => name.endsWith('.js'))
    .map(name => readFileSync(join(bundle, entry, name), 'utf8'))

describe('the bundle', () => {
  it('finds what it brings along: its version, and the tasks that `init` writes', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    expect(perpetual('--version').trim()).toBe(version)
    perpetual('init')
    expect(readFileSync(join(repository.folder, 'tasks', 'droid-research.yml'), 'utf8')).toBe(
      readFileSync(join(root, 'tasks', 'droid-research.yml'), 'utf8'),
    )
  })

  it.each(['action', 'cli'])(
    'of the %s holds licences and can be read, and names no folder of the machine that made it',
    entry => {
      expect(readFileSync(join(bundle, entry, 'licenses.txt'), 'utf8')).toContain('MIT')
      expect(texts(entry).filter(text => text.includes(`${root}/`) || text.includes('sourceMappingURL=data:'))).toHaveLength(0)
      expect(existsSync(join(bundle, entry, 'package.json'))).toBe(false)
    },
  )

  it.each(['action', 'cli'])('of the %s loads provider and GitHub libraries only when they are needed', entry => {
    const first = readFileSync(join(bundle, entry, 'index.js'), 'utf8')
    expect(first.length).toBeLessThan(60_000)
    for (const library of ['openai', '@octokit', 'undici']) expect(first).not.toContain(`node_modules/${library}/`)
    expect(texts(entry).some(text => text.includes('node_modules/openai/'))).toBe(true)
  })
})
