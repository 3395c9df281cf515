import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runStep } from './step.ts'

const person = { login: 'curator', type: 'User' }
const comment = (body: string | null, issue: object = { pull_request: {} }) => ({
  name: 'issue_comment',
  payload: { action: 'created', issue: { number: 12, ...issue }, comment: { id: 1, body, user: person }, sender: person },
})
const pull = (action: string, ref: string, repository: string | null = 'acme/pairs') => ({
  name: 'pull_request_target',
  payload: {
    action,
    pull_request: { number: 12, head: { ref, sha: 'abc', repo: repository === null ? null : { full_name: repository } } },
    sender: person,
  },
})
const issue = (action: string, more: object = {}) => ({
  name: 'issues',
  payload: { action, issue: { number: 3, user: person, body: '', labels: [], ...more }, sender: person },
})

const idle = [
  ['a comment without a command', 'on-pull-request', comment('Nice pairs!\n> /reject macd.3')],
  ['a comment without text', 'on-pull-request', comment(null)],
  ['a comment on an issue', 'on-pull-request', comment('/reject macd.3', {})],
  ['the end of somebody else’s pull request', 'on-pull-request', pull('closed', 'feature/x')],
  [
    'a fork’s pull request with our branch name',
    'on-pull-request',
    pull('closed', 'perpetual/droid-research/session_04-1', 'stranger/pairs'),
  ],
  [
    'a pull request of a fork that is gone',
    'on-pull-request',
    pull('synchronize', 'perpetual/droid-research/session_04-1', null),
  ],
  ['a pull request that was only labelled', 'on-pull-request', pull('labeled', 'perpetual/droid-research/session_04-1')],
  ['an issue that was pinned', 'on-issue', issue('pinned')],
  ['a pull request’s issue', 'on-issue', issue('opened', { pull_request: {} })],
] as const

describe('an event that asks for nothing', () => {
  it.each(idle)('%s: ends well, says why, and asks GitHub nothing', async (_, command, event) => {
    // Nothing listens at the address that the step is given.
    const { code, commands, lines, outputs, stderr } = await runStep({ inputs: { command, token: 'ghs_x' }, event })
    expect({ code, stderr, outputs }).toEqual({ code: 0, stderr: '', outputs: {} })
    expect(commands.map(({ name }) => name)).toEqual(['add-mask'])
    expect(lines.filter(Boolean)).toHaveLength(1)
  })
})

describe('an event of another kind than the command', () => {
  it.each([
    ['on-pull-request', issue('opened')],
    ['on-issue', { name: 'issues', payload: [] }],
    ['on-pull-request', { name: 'issue_comment', payload: null }],
  ] as const)('fails %s with one line that says where to run it', async (command, event) => {
    const { code, commands, stderr } = await runStep({ inputs: { command, token: 'ghs_x' }, event })
    const told = commands.filter(({ name }) => name === 'error')
    expect({ code, stderr, told: told.length }).toEqual({ code: 1, stderr: '', told: 1 })
  })
})

describe('a clock that somebody moved', () => {
  it('is refused where GitHub is not on this machine, because a moved clock begins a new day of budgets', async () => {
    const { code, lines, commands } = await runStep({
      inputs: { command: 'plan', token: 'ghs_x' },
      environment: { GITHUB_API_URL: 'https://127.0.0.1.invalid', PERPETUAL_CLOCK_OFFSET_MS: '86400000' },
    })
    const told = commands.filter(({ name }) => name === 'error').map(({ text }) => text)
    expect({ code, lines: lines.filter(Boolean) }).toEqual({ code: 1, lines: [] })
    expect(told).toEqual([expect.stringContaining('PERPETUAL_CLOCK_OFFSET_MS')])
  })
})

describe('compiled code', () => {
  it("is kept in the job's own folder alone, where no other job can have left any", async () => {
    const [own, shared] = [mkdtempSync(join(tmpdir(), 'perpetual-job-')), mkdtempSync(join(tmpdir(), 'perpetual-shared-'))]
    const [, , event] = idle[0]
    await runStep({
      inputs: { command: 'on-pull-request', token: 'ghs_x' },
      event,
      environment: { RUNNER_TEMP: own, TMPDIR: shared },
    })
    expect([readdirSync(own).length > 0, readdirSync(shared)]).toEqual([true, []])
    for (const folder of [own, shared]) rmSync(folder, { recursive: true })
  })
})
