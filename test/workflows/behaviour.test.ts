import { afterEach, describe, expect, test } from 'vitest'
import { defaults } from '../../src/config/defaults.ts'
import type { LoopbackEvent } from '../loopback/interface.ts'
import { startProbe, type Probe } from '../runner/probe.ts'

const keys = Object.values(defaults.accounts).map(({ key }) => key)
const secrets = Object.fromEntries([...keys, 'PERPETUAL_APP_PRIVATE_KEY'].map(name => [name, `secret-of-${name}`]))
const [tick, daily] = ['17 * * * *', '43 5 * * *']

let probe: Probe
afterEach(() => probe.close())

const ada = { login: 'ada', type: 'User' }
const issueEvent = (action: string, more: object = {}, sender: { login: string; type: string } = ada) => ({
  name: 'issues',
  by: sender.login,
  payload: { action, issue: { number: 7, title: '${{ secrets.X }}', body: '$(id)' }, sender, ...more },
})
const pullEvent = (action: string, { ref = 'perpetual/droid-research/macd-1', from = 'acme/pairs', sender = ada } = {}) => ({
  name: 'pull_request',
  by: sender.login,
  payload: { action, pull_request: { number: 9, base: { ref: 'main' }, head: { ref, repo: { full_name: from } } }, sender },
})
const commentEvent = (body: string, { onPull = true, sender = ada } = {}) => ({
  name: 'issue_comment',
  by: sender.login,
  payload: { action: 'created', issue: { number: 9, ...(onPull ? { pull_request: {} } : {}) }, comment: { body }, sender },
})
const appBot = { login: 'my-app[bot]', type: 'Bot' }

describe('switched off', () => {
  test.each([{}, { PERPETUAL_ENABLED: 'false' }, { PERPETUAL_ENABLED: '' }])(
    'with %o everything is green, says so, and does nothing',
    async variables => {
      probe = await startProbe({ variables, secrets })
      probe.runner.tick(tick)
      probe.runner.tick(daily)
      probe.emit(issueEvent('opened'))
      probe.emit(pullEvent('closed'))
      await probe.runner.idle()
      const [first] = probe.runner.jobs().filter(({ conclusion }) => conclusion === 'success')
      expect(first?.log).toContain('::notice title=Perpetual is off::')
      expect(probe.ran()).toEqual([
        'perpetual.yml/off: success',
        'perpetual.yml/off: success',
        'perpetual-issues.yml/off: success',
        'perpetual-reviews.yml/off: success',
      ])
      expect(probe.seen()).toEqual([])
    },
  )
})

describe('perpetual.yml', () => {
  test('a tick plans and runs each pipeline that can work; keys are in those jobs alone', async () => {
    probe = await startProbe({ secrets, environment: { PROBE_PIPELINES: '["droid-research","zai-institutional"]' } })
    probe.runner.tick(tick)
    await probe.runner.idle()
    expect(probe.ran()).toEqual([
      'perpetual.yml/plan: success',
      'perpetual.yml/run droid-research: success',
      'perpetual.yml/run zai-institutional: success',
    ])
    const [plan, ...runs] = probe.seen()
    // The index of questions is kept beside the keys alone, where no stranger's text is read.
    expect(plan?.variables['PERPETUAL_CACHE']).toBeUndefined()
    for (const { variables } of runs) expect(variables['PERPETUAL_CACHE']).toBe(`${variables['RUNNER_TEMP']}/perpetual-cache`)
    expect(plan?.inputs).toMatchObject({ command: 'plan', pipeline: '', force: 'false', token: 'token-1' })
    expect(runs.map(({ inputs }) => inputs)).toMatchObject(
      ['droid-research', 'zai-institutional'].map(pipeline => ({
        command: 'run',
        pipeline,
        force: 'false',
        'dry-run': 'false',
        'max-minutes': '330',
        threshold: '',
        'app-id': '',
      })),
    )
    for (const { variables } of runs) expect(variables).toMatchObject(Object.fromEntries(keys.map(name => [name, secrets[name]])))
    for (const name of keys) expect(plan?.job.log).not.toContain(secrets[name])
    expect(runs[0]?.job.summary).toBe('did run\n')
  })

  test('each job gets the permissions that it says and no others', async () => {
    probe = await startProbe({ environment: { PROBE_PIPELINES: '["droid-research"]' } })
    probe.runner.tick(tick)
    await probe.runner.idle()
    expect(probe.tokens).toEqual([
      { metadata: 'read', actions: 'read', contents: 'write', issues: 'write' },
      { metadata: 'read', actions: 'read', contents: 'write', discussions: 'write', issues: 'write', 'pull-requests': 'write' },
    ])
  })

  test('where nothing can work, nothing runs', async () => {
    probe = await startProbe()
    probe.runner.tick(tick)
    await probe.runner.idle()
    expect(probe.ran()).toEqual(['perpetual.yml/plan: success'])
  })

  test('the second line of the schedule reports and runs nothing', async () => {
    probe = await startProbe({ secrets, environment: { PROBE_PIPELINES: '["droid-research"]' } })
    probe.runner.tick(daily)
    await probe.runner.idle()
    expect(probe.ran()).toEqual(['perpetual.yml/report: success'])
    expect(probe.seen()[0]?.inputs['command']).toBe('report')
    for (const name of keys) expect(probe.seen()[0]?.variables[name]).toBeUndefined()
  })

  test('a person’s dispatch hands every wish on', async () => {
    probe = await startProbe({ environment: { PROBE_PIPELINES: '["droid-research"]' } })
    const wishes = { pipeline: 'droid-research', force: 'true', 'max-minutes': '20', threshold: '0.5', 'dry-run': 'true' }
    probe.runner.dispatch('perpetual.yml', wishes)
    await probe.runner.idle()
    const [plan, run] = probe.seen()
    expect(plan?.inputs).toMatchObject({ pipeline: 'droid-research', force: 'true', 'dry-run': 'true' })
    expect(run?.inputs).toMatchObject(wishes)
  })

  test('another branch’s workflow does not meet the keys', async () => {
    probe = await startProbe({ secrets, environment: { PROBE_PIPELINES: '["droid-research"]' } })
    probe.branchesOf('perpetual', ['main'])
    probe.runner.dispatch('perpetual.yml', {}, { branch: 'feature' })
    await probe.runner.idle()
    expect(probe.ran()).toEqual(['perpetual.yml/plan: failure'])
    expect(
      probe.runner
        .jobs()
        .map(({ log }) => log)
        .join(''),
    ).not.toContain('secret-of')
  })

  test('a second session of a pipeline waits for the first; another pipeline does not', async () => {
    const PROBE_SCRIPT = "if (inputs.command === 'run') setTimeout(() => {}, 400)"
    probe = await startProbe({ environment: { PROBE_PIPELINES: '["droid-research","droid-eastern"]', PROBE_SCRIPT } })
    probe.runner.tick(tick)
    probe.runner.tick(tick)
    await expect.poll(() => probe.ran().filter(line => line.includes('/run ')).length, { timeout: 5000 }).toBe(4)
    await expect.poll(() => probe.ran().filter(line => line.endsWith('running')).length).toBe(2)
    expect(probe.ran().filter(line => line.endsWith('waiting')).length).toBe(2)
    await probe.runner.idle()
    expect(probe.ran().every(line => line.endsWith('success'))).toBe(true)
  })
})

describe('perpetual-issues.yml', () => {
  const answered: readonly (readonly [what: string, event: LoopbackEvent])[] = [
    ['a new issue', issueEvent('opened')],
    ['an edited one', issueEvent('edited')],
    ['a reopened one', issueEvent('reopened')],
    ...['approved', 'status:pending', 'status:blocked'].map(
      name => [`the label ${name}`, issueEvent('labeled', { label: { name } })] as const,
    ),
  ]
  test.each(answered)('%s is answered', async (_, event) => {
    probe = await startProbe({ secrets })
    probe.emit(event)
    await probe.runner.idle()
    expect(probe.ran()).toEqual(['perpetual-issues.yml/answer: success'])
    expect(probe.seen()[0]?.inputs['command']).toBe('on-issue')
    expect(probe.seen()[0]?.event).toEqual(event.payload)
    expect(probe.tokens).toEqual([{ metadata: 'read', contents: 'write', issues: 'write' }])
    for (const name of keys) expect(probe.seen()[0]?.variables[name]).toBeUndefined()
  })

  test.each([
    ['a label of ours', issueEvent('labeled', { label: { name: 'status:completed' } })],
    ['a label that looks like a command', issueEvent('labeled', { label: { name: 'approved-later' } })],
    ['what an App’s account does', issueEvent('labeled', { label: { name: 'approved' } }, appBot)],
    ['an issue that an App opens', issueEvent('opened', {}, appBot)],
    ['what the workflow’s own token does', issueEvent('opened', {}, { login: 'github-actions[bot]', type: 'Bot' })],
    ['a label that is taken away', issueEvent('unlabeled', { label: { name: 'approved' } })],
    ['a closed issue', issueEvent('closed')],
  ])('%s starts nothing', async (_, event) => {
    probe = await startProbe()
    probe.emit(event)
    await probe.runner.idle()
    expect(probe.ran()).toEqual([])
  })

  test('what happens to one issue is answered in turn, and none of it is dropped', async () => {
    probe = await startProbe({ environment: { PROBE_SCRIPT: 'setTimeout(() => {}, 300)' } })
    probe.emit(issueEvent('opened'))
    probe.emit(issueEvent('labeled', { label: { name: 'status:in-review' } }))
    probe.emit(issueEvent('labeled', { label: { name: 'approved' } }))
    probe.emit(issueEvent('edited'))
    await expect
      .poll(() => probe.ran())
      .toEqual(expect.arrayContaining([expect.stringContaining('running'), expect.stringContaining('waiting')]))
    await probe.runner.idle()
    expect(probe.seen().map(({ event }) => event['action'])).toEqual(['opened', 'labeled', 'edited'])
  })
})

describe('perpetual-reviews.yml', () => {
  test.each([
    ['a merged or closed delivery', pullEvent('closed')],
    ['a person’s push to a delivery', pullEvent('synchronize')],
    ['/reject in a comment', commentEvent('/reject macd.3 because it is wrong')],
    ['/ok in a comment', commentEvent('Looked at it.\n/ok macd.4')],
  ])('%s is answered', async (_, event) => {
    probe = await startProbe({ secrets })
    probe.emit(event)
    await probe.runner.idle()
    expect(probe.ran()).toEqual(['perpetual-reviews.yml/answer: success'])
    expect(probe.seen()[0]?.inputs['command']).toBe('on-pull-request')
    expect(probe.seen()[0]?.event).toEqual(event.payload)
    expect(probe.tokens).toEqual([
      { metadata: 'read', checks: 'write', contents: 'write', issues: 'write', 'pull-requests': 'write' },
    ])
    for (const name of keys) expect(probe.seen()[0]?.variables[name]).toBeUndefined()
  })

  test.each([
    ['a fork’s pull request with our branch name', pullEvent('closed', { from: 'mallory/pairs' })],
    ['a pull request of another branch', pullEvent('closed', { ref: 'feature' })],
    ['a push by an App', pullEvent('synchronize', { sender: appBot })],
    ['a new pull request', pullEvent('opened')],
    ['a comment without a command', commentEvent('Nice work')],
    ['a command on a plain issue', commentEvent('/reject macd.3', { onPull: false })],
    ['a command by an App', commentEvent('/reject macd.3', { sender: appBot })],
  ])('%s starts nothing', async (_, event) => {
    probe = await startProbe()
    probe.emit(event)
    await probe.runner.idle()
    expect(probe.ran()).toEqual([])
  })
})
