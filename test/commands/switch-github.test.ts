import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startGithubKit, type GithubKit } from './github-kit.ts'
import { removeFolders } from './perpetual.ts'

let kit: GithubKit
beforeEach(async () => {
  kit = await startGithubKit()
})
afterEach(() => kit.github.close())
afterAll(removeFolders)

const pausedIn = async ({ github }: GithubKit): Promise<boolean | undefined> => {
  if (!github.branches().has('perpetual/state')) return undefined
  return /"paused": (true|false)/u.exec((await github.files('perpetual/state')).get('switch.json') ?? '')?.[1] === 'true'
}

describe('pause and enable on GitHub', () => {
  it('turn the switch in the state and the repository variable, and say what was so already', async () => {
    const { variables } = kit.github.settings
    expect(await kit.json(['enable'])).toMatchObject({ paused: false, changed: true, variable: 'written' })
    expect(variables.get('PERPETUAL_ENABLED')).toBe('true')
    expect(await kit.json(['enable'])).toMatchObject({ changed: false, variable: 'there' })
    expect(await kit.json(['pause'])).toMatchObject({ paused: true, changed: true, variable: 'written' })
    expect(variables.get('PERPETUAL_ENABLED')).toBe('false')
    expect(await pausedIn(kit)).toBe(true)
    expect(await kit.json(['enable'])).toMatchObject({ changed: true, variable: 'written' })
    expect(await pausedIn(kit)).toBe(false)
  })

  it('say in one line where to click where the token may not write the variable', async () => {
    const token = kit.github.botToken({ contents: 'write' })
    const enabled = await kit.run(['enable'], token)
    expect(enabled.code).toBe(1)
    expect(enabled.stderr.trimEnd()).toMatch(/PERPETUAL_ENABLED; set it to `true` at \S+\/settings\/variables\/actions$/u)
    const paused = await kit.run(['pause'], token)
    expect(paused.code).toBe(0)
    expect(paused.stdout).toContain('Now paused.')
    expect(paused.stderr).toContain('set it to `false`')
    expect(await pausedIn(kit)).toBe(true)
  })
})
