import { describe, expect, it } from 'vitest'
import { runStep } from './step.ts'

const token = 'ghs_0123456789abcdefghijABCDEFGHIJ012345'
const wrong: readonly (readonly [why: string, inputs: Readonly<Record<string, string>>, line: RegExp])[] = [
  ['no command', { token }, /^Expected input `command` to be one of .*, got nothing$/u],
  ['a misspelt command', { token, command: 'on-isue' }, /`command` .*did you mean `on-issue`\?.* got `on-isue`$/u],
  [
    'a run without a pipeline',
    { token, command: 'run' },
    /^Expected input `pipeline` to name the pipeline to run, got nothing$/u,
  ],
  [
    'a flag that is neither',
    { token, command: 'plan', force: 'maybe' },
    /^Expected input `force` to be `true` or `false`, got `maybe`$/u,
  ],
  ['minutes that are none', { token, command: 'plan', 'max-minutes': '-5' }, /^Expected input `max-minutes` .* got `-5`$/u],
  [
    'a share above the whole',
    { token, command: 'plan', threshold: '85' },
    /^Expected input `threshold` to be a share from 0 to 1, got `85`$/u,
  ],
  ['no token', { command: 'plan', token: '' }, /^Expected input `token` to hold a token, got nothing/u],
  [
    'an App without its key',
    { token, command: 'plan', 'app-id': '12' },
    /^Expected input `app-private-key` .* got nothing; is the secret set\?$/u,
  ],
  [
    'a key that is no PEM',
    { token, command: 'plan', 'app-id': '12', 'app-private-key': token },
    /^Expected input `app-private-key` .* PEM/u,
  ],
  ['a key without its App', { token, command: 'plan', 'app-private-key': token }, /^Expected input `app-id` beside/u],
]

describe('the action refuses wrong inputs', () => {
  it.each(wrong)('%s, in one line that names the input', async (_, inputs, line) => {
    const { code, commands, lines, stderr, stdout } = await runStep({ inputs })
    const errors = commands.filter(({ name }) => name === 'error')
    expect(errors).toHaveLength(1)
    expect(errors[0]?.text).toMatch(line)
    expect(errors[0]?.text).not.toContain('\n')
    expect({ code, stderr, printed: lines.filter(Boolean) }).toEqual({ code: 1, stderr: '', printed: [] })
    expect(stdout.replaceAll(`::add-mask::${token}`, '')).not.toContain(token)
  })

  it('outside of a workflow, in one line that names the variable', async () => {
    const { code, commands } = await runStep({
      inputs: { token, command: 'plan' },
      environment: { GITHUB_REPOSITORY: 'nonsense' },
    })
    expect(code).toBe(1)
    expect(commands.at(-1)).toMatchObject({ name: 'error', text: expect.stringContaining('GITHUB_REPOSITORY') as string })
  })

  it('after it has hidden the token and the key, before anything else is printed', async () => {
    const { stdout } = await runStep({
      inputs: { token, 'app-private-key': '-----BEGIN X-----\nabc\n-----END X-----', command: '' },
    })
    const lines = stdout.trimEnd().split('\n')
    expect(lines[0]).toBe(`::add-mask::${token}`)
    expect(lines).toContain('::add-mask::abc')
    expect(lines.findIndex(line => !line.startsWith('::add-mask::'))).toBe(lines.length - 1)
  })
})
