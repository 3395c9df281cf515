import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createActionClient } from '../../src/forge/github/action-client.ts'
import { openGithubForge } from '../../src/forge/github/github-forge.ts'
import { runStep } from '../action/step.ts'
import { hastyClock } from '../forge/github/github-fixture.ts'
import { startLoopbackGithub, type LoopbackGithub } from '../loopback/loopback-github.ts'
import { morning, type StateFiles } from './report-world.ts'

/** What perpetual.yml gives the job of the report. */
const permissions = { contents: 'write', discussions: 'write', issues: 'write', 'pull-requests': 'read' } as const

const config = 'goal: 30000\n'
const withDiscussion = `${config}github:\n  report:\n    discussionCategory: Reports\n`
const file = 'handoffs/team/2026-11-22.md'

let github: LoopbackGithub
let token = ''

const configure = (text: string) => github.commit('curator', 'main', [{ path: '.github/perpetual.yml', text }])

beforeAll(async () => {
  github = await startLoopbackGithub()
  await configure(config)
  token = github.botToken(permissions)
  const client = createActionClient({ token, baseUrl: github.url })
  const forge = await openGithubForge({ client, owner: github.owner, repo: github.repo, clock: hastyClock })
  const files = JSON.parse(readFileSync(join(import.meta.dirname, 'golden', 'state.json'), 'utf8')) as StateFiles
  const changes = Object.entries(files).map(([path, text]) => ({ path, text }))
  await forge.state.write(await forge.state.head(), changes, 'A recorded state')
  await forge.close()
})
afterAll(() => github.close())

const report = (at = morning) =>
  runStep({
    inputs: { command: 'report', token },
    environment: { GITHUB_API_URL: github.url, PERPETUAL_CLOCK_OFFSET_MS: String(Date.parse(at) - Date.now()) },
  })
const saved = async (path = file) => (await github.files('perpetual/state')).get(path)
const there = () => ({ owner: github.owner, repo: github.repo })
const issues = async () =>
  (await github.as('curator').rest.issues.listForRepo({ ...there(), labels: 'perpetual:report', state: 'all' })).data

describe('the report on GitHub', () => {
  it('is the summary of its run, a file of its day and one issue', async () => {
    github.clearRequests()
    const { code, summary, commands, lines, outputs } = await report()
    expect({ code, told: commands.filter(({ name }) => ['error', 'warning'].includes(name)) }).toEqual({ code: 0, told: [] })
    // Two of them look for the recorded pull requests, which this repository never had.
    expect(Number(outputs['requests'])).toBeLessThanOrEqual(21)
    expect(summary).toMatch(/^# Team Status Report\n\n\*\*4,110 of 30,000 pairs\*\*/u)
    expect(summary.match(/```mermaid/gu)).toHaveLength(3)
    const [issue, ...others] = await issues()
    expect(others).toEqual([])
    expect(lines.join('\n')).toContain(`The report is issue #${issue?.number}, and ${file} on perpetual/state.`)
    const text = (await saved())?.split('\n').slice(2).join('\n') ?? ''
    expect(summary).toContain(text.trim())
    expect(issue?.body?.startsWith(text.trim())).toBe(true)
  })

  it('edits the issue from day to day, adds a file a day, and reopens nothing that a person closed', async () => {
    const [issue] = await issues()
    await github.as('curator').rest.issues.update({ ...there(), issue_number: issue?.number ?? 0, state: 'closed' })
    expect((await report('2026-11-23T05:43:00.000Z')).code).toBe(0)
    const found = await issues()
    expect(found.map(({ number, state }) => ({ number, state }))).toEqual([{ number: issue?.number, state: 'closed' }])
    expect(found[0]?.body).toContain('As of 2026-11-23T05:43Z')
    expect(await saved('handoffs/team/2026-11-23.md')).toContain('As of 2026-11-23T05:43Z')
    expect(await saved()).toContain('As of 2026-11-22T05:43Z')
  })

  it('is a discussion where the configuration names a category, edited too', async () => {
    github.settings.discussionCategories = ['General', 'Reports']
    await configure(withDiscussion)
    const before = await issues()
    const ends = [await report('2026-11-24T05:43:00.000Z'), await report('2026-11-25T05:43:00.000Z')]
    const urls = ends.map(({ lines }) => /The report is (\S+), and/u.exec(lines.join('\n'))?.[1])
    expect(urls[0]).toMatch(/^https?:.*\/discussions\/\d+$/u)
    expect(urls[1]).toBe(urls[0])
    expect((await issues()).map(({ body }) => body)).toEqual(before.map(({ body }) => body))
    const { repository } = await github
      .as('curator')
      .graphql<{ repository: { discussions: { nodes: { title: string; body: string }[] } } }>(
        '{ repository(owner: "acme", name: "pairs") { discussions(first: 5) { nodes { title body } } } }',
      )
    expect(repository.discussions.nodes).toEqual([
      { title: 'Team Status Report', body: expect.stringContaining('As of 2026-11-25T05:43Z') },
    ])
  })

  it('still is summary and file where the category is gone, and fails with one line that says so', async () => {
    github.settings.discussionCategories = ['General']
    const { code, summary, commands } = await report('2026-11-26T05:43:00.000Z')
    expect(code).toBe(1)
    expect(commands.filter(({ name }) => name === 'error').map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Expected a discussion category `Reports` in acme\/pairs, found `General`/u),
    ])
    expect(summary).toContain('As of 2026-11-26T05:43Z')
    expect(await saved('handoffs/team/2026-11-26.md')).toContain('As of 2026-11-26T05:43Z')
  })

  it('reports what can be read of a history that was damaged', async () => {
    await configure(config)
    const { rest } = github.as('curator')
    const path = 'history/2026-11.jsonl'
    const text = (await github.files('perpetual/state')).get(path) ?? ''
    const { data } = await rest.repos.getContent({ ...there(), path, ref: 'perpetual/state' })
    if (Array.isArray(data) || !('sha' in data)) throw new Error('Expected a file')
    const broken = Buffer.concat([Buffer.from(text.slice(0, -40)), Buffer.from([0xff, 0xfe, 0x00, 0x0a, 0x80, 0x0a])])
    await rest.repos.createOrUpdateFileContents({
      ...there(),
      path,
      sha: data.sha,
      branch: 'perpetual/state',
      message: 'Damage',
      content: broken.toString('base64'),
    })
    const { code, summary } = await report('2026-11-22T06:43:00.000Z')
    expect(code).toBe(0)
    expect(summary).toContain('**2 lines of the history cannot be read**')
    expect(summary).toContain('3 sessions made')
  })
})
