import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { packageFolder } from '../../src/commands/package-files.ts'
import { loadConfig } from '../../src/config/load-config.ts'
import { actionsIn, followsTemplate, keysOf, pinned, secretsIn, templates, withSecrets } from '../../src/setup/generated-files.ts'

const action = { name: 'acme/perpetual', sha: 'a'.repeat(40), version: 'v0.1.0' }
const folder = packageFolder()
const all = await templates(folder, keysOf(loadConfig('', 'x')))
const workflows = all.filter(({ path }) => path.includes('/workflows/'))

describe('the files that init generates', () => {
  it('are this package’s own workflows and forms, without those that only it needs', () => {
    const names = workflows.map(({ path }) => path.split('/').at(-1))
    expect(names).toEqual(['perpetual-issues.yml', 'perpetual-reviews.yml', 'perpetual.yml'])
    const forms = readdirSync(join(folder, '.github/ISSUE_TEMPLATE')).filter(name => name !== 'config.yml')
    expect(all.length).toBe(workflows.length + forms.length)
  })

  it('differ from this package’s own in the `uses:` lines alone', () => {
    for (const { path, text } of workflows) {
      const ours = readFileSync(join(folder, path), 'utf8').split('\n')
      const theirs = pinned(text, action).split('\n')
      expect(theirs.length).toBe(ours.length)
      const changed = theirs.filter((line, index) => line !== ours[index])
      expect(changed.length).toBeGreaterThan(0)
      for (const line of changed) expect(line).toMatch(/^ +(?:- )?uses: acme\/perpetual@a{40} # v0\.1\.0$/u)
      expect(pinned(text, action)).not.toMatch(/uses: \.\//u)
      expect(() => parse(pinned(text, action)) as unknown).not.toThrow()
    }
  })

  it('hand a key of the user’s own to the action, once, beside the default ones', () => {
    const config = loadConfig('accounts: { openrouter: { key: MY_OWN_KEY } }\n', 'x')
    const [text = ''] = workflows.filter(({ path }) => path.endsWith('/perpetual.yml')).map(each => each.text)
    const fitted = withSecrets(text, keysOf(config))
    expect(secretsIn(fitted)).toContain('MY_OWN_KEY')
    expect(withSecrets(fitted, keysOf(config))).toBe(fitted)
    const lines = fitted.split('\n')
    const line = lines.findIndex(each => each.includes('MY_OWN_KEY'))
    expect(lines[line]?.search(/\S/u)).toBe(lines[line - 1]?.search(/\S/u))
  })

  it('count as unchanged whatever commit they name, with further secrets and with Windows’ line ends', () => {
    for (const { text } of workflows) {
      const installed = pinned(text, { ...action, sha: 'b'.repeat(40), version: null })
      expect(followsTemplate(installed, text)).toBe(true)
      expect(followsTemplate(installed.replaceAll('\n', '\r\n'), text)).toBe(true)
      expect(followsTemplate(withSecrets(installed, ['OTHER_KEY']), text)).toBe(true)
      const used = actionsIn(installed, text)
      expect(used.length).toBeGreaterThan(0)
      for (const each of used) expect(each).toEqual({ name: action.name, ref: 'b'.repeat(40) })
    }
  })

  it('count as changed after any other edit', () => {
    for (const { text } of workflows) {
      const installed = pinned(text, action)
      for (const edited of [
        `${installed}\n# mine\n`,
        installed.replace('permissions: {}', 'permissions: write-all'),
        installed.replace(/uses: acme\/perpetual@\S+ # \S+/u, 'run: curl https://example.com'),
        installed.replace('actions/checkout@', 'evil/checkout@'),
        installed.split('\n').slice(1).join('\n'),
      ])
        expect(followsTemplate(edited, text), edited.slice(0, 80)).toBe(false)
    }
  })
})
