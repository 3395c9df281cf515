import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { parseTaskFile } from '../../src/config/task-file.ts'
import { renderResearchBody } from '../../src/domain/issue-body.ts'
import { parseAssignment } from '../../src/domain/task-forms/forms.ts'
import type { RunResult } from '../../src/session/result.ts'
import { sessionPermissions } from '../forge/github/github-fixture.ts'
import { startLoopbackGithub, type LoopbackGithub } from '../loopback/loopback-github.ts'
import { startProvider, type Provider } from '../support/provider.ts'
import { until } from '../support/until.ts'
import { runStep, startStep, type StepEnd, type StepOptions } from './step.ts'

const key = 'sk-or-v1-0123456789abcdef0123456789abcdef'
const model = 'deepseek/deepseek-v4-flash'

let github: LoopbackGithub
let provider: Provider
let token = ''

const configOf = () => ({
  accounts: {
    rehearsal: {
      api: 'openai',
      baseUrl: provider.url,
      key: 'REHEARSAL_KEY',
      requestsPerMinute: null,
      concurrency: 16,
      limits: { calls: { budget: 1000, per: 'day', threshold: 0.85 }, usd: { budget: 1000 } },
    },
  },
  pipelines: {
    'droid-research': {
      agent: 'droid',
      kind: 'research',
      account: 'rehearsal',
      model,
      judgeModel: model,
      schedule: { every: '0s', cooldown: '0s' },
      research: { callsPerIndicator: 20, stages: { plan: 2, research: 8, write: 4, judge: 4, reserve: 2 } },
    },
  },
})

beforeAll(async () => {
  ;[github, provider] = await Promise.all([startLoopbackGithub(), startProvider()])
  await github.commit('curator', 'main', [{ path: '.github/perpetual.yml', text: stringify(configOf()) }])
  token = github.botToken(sessionPermissions)
})
afterAll(async () => {
  await Promise.all([github?.close(), provider?.stop()])
})

const optionsOf = (inputs: Readonly<Record<string, string>>, event?: StepOptions['event']): StepOptions => ({
  inputs: { token, ...inputs },
  environment: { GITHUB_API_URL: github.url, REHEARSAL_KEY: key },
  ...(event === undefined ? {} : { event }),
})
const step = (inputs: Readonly<Record<string, string>>, event?: StepOptions['event']) => runStep(optionsOf(inputs, event))

/** An issue by somebody with write access, as the form renders it; returns the event that it causes. */
async function openIssue(task: string, indicator = 0): Promise<{ readonly name: string; readonly payload: unknown }> {
  const file = join(import.meta.dirname, '..', '..', 'tasks', 'droid-research.yml')
  const seed = parseTaskFile(readFileSync(file, 'utf8'), file, { name: 'droid-research', kind: 'research' })[0]
  const parsed = parseAssignment(seed?.body ?? '')
  if (parsed.type === 'invalid') throw new Error('Expected a task')
  const { title, indicators } = parsed.assignment
  const body = renderResearchBody({ task, title, indicators: indicators.slice(indicator, indicator + 1) })
  const payloads: unknown[] = []
  const stop = github.onEvent(
    ({ name, payload }) => name === 'issues' && payload['action'] === 'opened' && payloads.push(payload),
  )
  await github.as('curator').rest.issues.create({ owner: github.owner, repo: github.repo, title, body })
  stop()
  return { name: 'issues', payload: payloads[0] }
}

describe('the action on GitHub', () => {
  it('plans nothing while no task waits, and says why', async () => {
    const end = await step({ command: 'plan' })
    expect({ code: end.code, errors: end.commands.filter(({ name }) => name === 'error') }).toEqual({ code: 0, errors: [] })
    expect(end.outputs['pipelines']).toBe('[]')
    expect(end.lines.join('\n')).toContain('droid-research: no task waits')
    expect(end.summary).toContain('| droid-research | droid | no task waits |')
  })

  it('makes a task of an issue, plans its pipeline, runs a session, and reports', { timeout: 120_000 }, async () => {
    const opened = await openIssue('first')
    const intake = await step({ command: 'on-issue' }, opened)
    expect({ code: intake.code, task: intake.outputs['task'] }).toEqual({
      code: 0,
      task: 'first',
    })

    expect((await step({ command: 'plan' })).outputs['pipelines']).toBe('["droid-research"]')

    github.clearRequests()
    const run = await step({ command: 'run', pipeline: 'droid-research' })
    expect({ code: run.code, stderr: run.stderr, errors: run.commands.filter(({ name }) => name === 'error') }).toEqual({
      code: 0,
      stderr: '',
      errors: [],
    })
    const result = JSON.parse(run.outputs['result'] ?? '') as RunResult
    expect(run.outputs).toMatchObject({
      outcome: result.outcome,
      reason: result.reason,
      session: result.session,
      deliveries: '1',
      'spent-sends': String((await provider.stats()).total),
      requests: String(github.requests().length),
    })
    expect(run.summary).toContain(`| requests to the provider | ${result.spent.sends}`)
    expect(run.summary.match(/```mermaid/gu)).toHaveLength(2)
    expect(run.commands.map(({ name }) => name)).toContain('group')
    const masks = run.stdout.split('\n').filter(line => line.startsWith('::add-mask::'))
    expect(masks).toEqual([`::add-mask::${token}`, `::add-mask::${key}`])
    expect(run.stdout.split('\n').slice(0, 2)).toEqual(masks)
    const rest = run.stdout.split('\n').slice(2).join('\n') + run.summary + JSON.stringify(run.outputs)
    for (const secret of [token, key]) expect(rest).not.toContain(secret)

    for (const day of [1, 2]) {
      const report = await step({ command: 'report' })
      expect({ day, code: report.code }).toEqual({ day, code: 0 })
    }
    const { data: reports } = await github
      .as('curator')
      .rest.issues.listForRepo({ owner: github.owner, repo: github.repo, labels: 'perpetual:report' })
    expect(reports).toHaveLength(1)
    expect(reports[0]?.body).toMatch(
      /^\*\*0 of 30,000 pairs\*\* are in the database [\s\S]*\n0 were delivered and merged, .*; [1-9]\d* wait for a review/u,
    )
  })

  it('answers a command on a delivered pull request, a person’s push and a merge', { timeout: 60_000 }, async () => {
    const { owner, repo } = github
    const curator = github.as('curator').rest
    const { data: pulls } = await curator.pulls.list({ owner, repo, state: 'open' })
    const pull = pulls[0]
    if (pull === undefined) throw new Error('Expected a delivered pull request')
    const answer = async (happen: () => Promise<unknown>): Promise<StepEnd> => {
      const events: { name: string; payload: unknown }[] = []
      const stop = github.onEvent(({ name, payload }) => events.push({ name, payload }))
      await happen()
      stop()
      const event = events.find(({ name }) => name === 'issue_comment' || name === 'pull_request')
      const name = event?.name === 'pull_request' ? 'pull_request_target' : 'issue_comment'
      return step({ command: 'on-pull-request' }, { name, payload: event?.payload })
    }
    const handles = async (ref: string): Promise<string[]> => {
      const files = await github.files(ref)
      const text = [...files].find(([path]) => path.startsWith('inbox/') && path.endsWith('.json'))?.[1] ?? ''
      return [...text.matchAll(/"handle": "([^"]+)"/gu)].map(match => match[1] ?? '')
    }
    const [first = ''] = await handles(pull.head.ref)
    const body = `/reject ${first} because the formula is wrong`
    const rejected = await answer(() => curator.issues.createComment({ owner, repo, issue_number: pull.number, body }))
    expect([rejected.code, rejected.lines[0]]).toEqual([0, `#${pull.number}: answered; 1 pairs removed.`])
    expect(await handles(pull.head.ref)).not.toContain(first)

    const pushed = await answer(() => github.commit('curator', pull.head.ref, [{ path: 'inbox/note.txt', text: 'x' }]))
    expect([pushed.code, pushed.lines[0]]).toEqual([0, expect.stringMatching(/^#\d+: (?:success|neutral), /u)])

    const merged = await answer(() => curator.pulls.merge({ owner, repo, pull_number: pull.number }))
    expect([merged.code, merged.lines[0]]).toEqual([0, `#${pull.number}: first is completed.`])
  })

  it(
    'takes in with the report what was merged while nothing ran, where no later session of its pipeline would',
    { timeout: 60_000 },
    async () => {
      const { owner, repo } = github
      const curator = github.as('curator').rest
      await step({ command: 'on-issue' }, await openIssue('unseen', 1))
      await step({ command: 'run', pipeline: 'droid-research' })
      const { data: pulls } = await curator.pulls.list({ owner, repo, state: 'open' })
      expect(pulls).toHaveLength(1)
      await curator.pulls.merge({ owner, repo, pull_number: pulls[0]?.number ?? 0 })
      expect((await step({ command: 'plan' })).outputs['pipelines']).toBe('["claude-integration"]')
      const report = await step({ command: 'report' })
      expect({ code: report.code, warnings: report.commands.filter(({ name }) => name === 'warning') }).toEqual({
        code: 0,
        warnings: [],
      })
      const { data: completed } = await curator.issues.listForRepo({ owner, repo, state: 'closed', labels: 'status:completed' })
      expect(completed.map(({ title }) => title)).toHaveLength(2)
    },
  )

  it('acts as an App where it is given one, and hides its key and every token that it mints', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    })
    const withApp = await startLoopbackGithub({
      app: { id: 4711, slug: 'pairs-app', publicKey, permissions: sessionPermissions },
    })
    try {
      await withApp.commit('curator', 'main', [{ path: '.github/perpetual.yml', text: stringify(configOf()) }])
      const inputs = { command: 'report', token: '', 'app-id': '4711', 'app-private-key': privateKey }
      const { code, commands, stdout } = await runStep({ inputs, environment: { GITHUB_API_URL: withApp.url } })
      expect({ code, errors: commands.filter(({ name }) => name === 'error') }).toEqual({ code: 0, errors: [] })
      const { data: issues } = await withApp.as('curator').rest.issues.listForRepo({ owner: withApp.owner, repo: withApp.repo })
      expect(issues.map(({ user }) => user?.login)).toEqual(['pairs-app[bot]'])
      const masked = commands.filter(({ name }) => name === 'add-mask').map(({ text }) => text)
      expect(masked).toContain(privateKey.split('\n')[1])
      expect(masked.some(text => text.startsWith('ghs_'))).toBe(true)
      const printed = stdout.split('\n').filter(line => !line.startsWith('::add-mask::'))
      for (const secret of masked) expect(printed.join('\n')).not.toContain(secret)
    } finally {
      await withApp.close()
    }
  })

  it('fails with one line where the token may do nothing', async () => {
    const end = await runStep({ ...optionsOf({ command: 'plan', token: 'ghs_unknown' }) })
    const errors = end.commands.filter(({ name }) => name === 'error')
    expect({ code: end.code, errors: errors.length, stderr: end.stderr }).toEqual({ code: 1, errors: 1, stderr: '' })
    expect(errors[0]?.text).toMatch(/token/iu)
  })

  it('saves what was paid for when its job is cancelled, and ends well', { timeout: 60_000 }, async () => {
    expect((await step({ command: 'on-issue' }, await openIssue('second'))).outputs['task']).toBe('second')
    const before = (await provider.stats()).total
    await provider.control('latency', { latencyMs: 300 })
    const running = await startStep(optionsOf({ command: 'run', pipeline: 'droid-research' }))
    await until('the session has brought something', async () => (await provider.stats()).total > before + 4)
    running.signal('SIGINT')
    const { code, outputs, commands } = await running.ended
    await provider.control('latency', { latencyMs: 0 })
    expect({ code, outcome: outputs['outcome'], reason: outputs['reason'] }).toEqual({
      code: 0,
      outcome: 'wrapped',
      reason: 'asked',
    })
    expect(commands.filter(({ name }) => name === 'error')).toEqual([])
    expect(Number(outputs['spent-sends'])).toBe((await provider.stats()).total - before)
  })

  it('rests with a notice and exit code 0 where there is nothing to do', async () => {
    const end = await step({ command: 'run', pipeline: 'droid-research', 'dry-run': 'true' })
    expect(end.code).toBe(0)
    expect(end.outputs['outcome']).toBe('rested')
  })

  it('finishes what a cancelled job left once GitHub says that its run has ended, and ends at once on a second signal', async () => {
    const asRun = (id: number): StepOptions => {
      const { environment, ...options } = optionsOf({ command: 'run', pipeline: 'droid-research' })
      return { ...options, environment: { ...environment, GITHUB_RUN_ID: String(id) } }
    }
    github.runs.start({ id: 77, runner: 'Hosted Agent' })
    github.runs.start({ id: 78, runner: 'Hosted Agent' })
    expect((await runStep(asRun(78))).outputs).toMatchObject({ outcome: 'rested', reason: 'held' })
    github.runs.end(77)
    const sent = (await provider.stats()).total
    expect((await runStep(asRun(78))).outputs).toMatchObject({ outcome: 'wrapped', reason: 'asked' })
    expect((await provider.stats()).total).toBe(sent)

    await provider.control('latency', { latencyMs: 30_000 })
    const running = await startStep(asRun(78))
    await until('the session has sent something', async () => (await provider.stats()).total > sent)
    running.signal('SIGINT')
    await delay(200)
    running.signal('SIGTERM')
    expect((await running.ended).code).toBe(143)
  })
})
