import { describe, expect, it } from 'vitest'
import { openGithubForge } from '../../../src/forge/github/github-forge.ts'
import { createCommandLineClient } from '../../../src/forge/github/client.ts'
import { startLoopbackGithub } from '../../loopback/loopback-github.ts'
import { hastyClock, sessionPermissions } from './github-fixture.ts'
import { delivery, refusalOf, useGithub } from './use-github.ts'

const issue = { title: 'T', body: '', labels: [], marker: 'm' }

describe('a refusal of GitHub is one line that says what to change and where', () => {
  const fixture = useGithub()
  const without = (name: keyof typeof sessionPermissions) =>
    fixture().open(fixture().github.botToken({ ...sessionPermissions, [name]: 'read' }))
  const fix = (pattern: RegExp) => ({ actBy: 'fix-config', message: expect.stringMatching(pattern) })

  it('of a token that is wrong, expired or revoked', async () => {
    const { github, open } = fixture()
    const wrong = await refusalOf(open('ghp_notMyRealSecret'))
    expect(wrong).toMatchObject(fix(/Expected a token that GitHub knows.*github\.token.*App/))
    expect(wrong.message).not.toContain('ghp_')
    expect(await refusalOf(open(github.botToken(sessionPermissions, { expiresAt: '2020-01-01T00:00:00Z' })))).toMatchObject(
      fix(/expired/),
    )
    const token = github.botToken(sessionPermissions)
    const forge = await open(token)
    github.revoke(token)
    for (const work of [() => forge.issues.create(issue), () => forge.state.head(), () => forge.pulls.open(delivery())]) {
      const { message, actBy } = await refusalOf(work())
      expect({ actBy, message }).toMatchObject(fix(/Expected a token that GitHub knows/))
      expect(message).not.toContain(token)
    }
  })

  it('of a token without the permission, which it names as a workflow writes it', async () => {
    await fixture().forge.state.write(null, [{ path: 'a', text: '1' }], 'Begin')
    await fixture().forge.issues.create(issue)
    const contents = await without('contents')
    const base = await contents.state.head()
    expect(await refusalOf(contents.state.write(base, [{ path: 'a', text: '2' }], 'Next'))).toMatchObject(
      fix(/lacks `contents: write`.*permissions:/),
    )
    expect(await refusalOf(contents.pulls.open(delivery()))).toMatchObject(fix(/lacks `contents: write`/))
    const issues = await without('issues')
    expect(await refusalOf(issues.issues.create({ ...issue, marker: 'n' }))).toMatchObject(fix(/lacks `issues: write`/))
    expect(await refusalOf(issues.issues.comment(1, { body: 'x', marker: 'm' }))).toMatchObject(fix(/lacks `issues: write`/))
    const pulls = await without('pull-requests')
    expect(await refusalOf(pulls.pulls.open(delivery()))).toMatchObject(fix(/lacks `pull-requests: write`/))
    const checks = await without('checks')
    const head = (await checks.contents.head()) ?? ''
    const check = { name: 'n', head, conclusion: 'success', title: 't', summary: 's', annotations: [] } as const
    expect(await refusalOf(checks.society.checks.report(check))).toMatchObject(fix(/lacks `checks: write`/))
  })

  it('of a person who may only read', async () => {
    const { github, open } = fixture()
    github.addPerson('reader', 'read')
    const forge = await open(github.token('reader'))
    expect(await refusalOf(forge.state.write(null, [{ path: 'a', text: '1' }], 'Begin'))).toMatchObject(fix(/acme\/pairs/))
    expect(await refusalOf(forge.pulls.open(delivery()))).toMatchObject(fix(/acme\/pairs/))
  })

  it('to open pull requests from a workflow, and what was made stays for the next run', async () => {
    const { github, forge } = fixture()
    github.settings.allowActionsToCreatePulls = false
    expect(await refusalOf(forge.pulls.open(delivery()))).toMatchObject(
      fix(/Allow GitHub Actions to create and approve pull requests.*Settings → Actions → General/),
    )
    github.settings.allowActionsToCreatePulls = true
    const head = github.branches().get(delivery().branch)
    expect(head).toBeDefined()
    expect(await forge.pulls.open(delivery())).toMatchObject({ head, first: head })
  })

  it('to write a branch that a rule protects', async () => {
    const { github, forge } = fixture()
    github.settings.protect('perpetual/**')
    const pattern = fix(/rule of acme\/pairs forbids it.*exclude `perpetual\/\*\*` under Settings → Rules/)
    expect(await refusalOf(forge.state.write(null, [{ path: 'a', text: '1' }], 'Begin'))).toMatchObject(pattern)
    expect(await refusalOf(forge.pulls.open(delivery()))).toMatchObject(pattern)
  })

  it('to show a repository', async () => {
    const { github } = fixture()
    const client = createCommandLineClient({ token: github.token('ann'), baseUrl: github.url, secondMs: 5 })
    expect(await refusalOf(openGithubForge({ client, owner: 'acme', repo: 'nothing', clock: hastyClock }))).toMatchObject(
      fix(/Expected acme\/nothing .*the token must see the repository/),
    )
  })

  it('to make issues where they are switched off', async () => {
    const { github, forge } = fixture()
    github.settings.issues = false
    expect(await refusalOf(forge.issues.create(issue))).toMatchObject(fix(/switched off; tick Issues under Settings → General/))
  })

  it('to write to an archived repository, or past single sign-on', async () => {
    const { github, forge } = fixture()
    github.fault({ match: /POST .*\/issues$/, status: 403, body: { message: 'Repository was archived so is read-only.' } })
    expect(await refusalOf(forge.issues.create(issue))).toMatchObject(fix(/archived; unarchive it/))
    github.fault({
      match: /POST .*\/issues$/,
      status: 403,
      body: { message: 'Resource protected by organization SAML enforcement.' },
    })
    expect(await refusalOf(forge.issues.create(issue))).toMatchObject(fix(/single sign-on/))
  })

  it('without a server at all', async () => {
    const gone = await startLoopbackGithub()
    await gone.close()
    const client = createCommandLineClient({ token: 'x', baseUrl: gone.url, secondMs: 1 })
    expect(await refusalOf(openGithubForge({ client, owner: 'a', repo: 'b', clock: hastyClock }))).toMatchObject({
      actBy: 'next-run',
      message: expect.stringMatching(/no answer .*ECONNREFUSED/),
    })
  })

  it('that nobody expects, as a bug, in bounded words', async () => {
    const { github, forge } = fixture()
    github.fault({ match: /POST .*\/issues$/, status: 418, body: { message: `a\n\u001b[31m${'x'.repeat(5_000)}` } })
    const { message, actBy } = await refusalOf(forge.issues.create(issue))
    expect(actBy).toBe('report-bug')
    expect(message.length).toBeLessThan(450)
    expect(message).not.toContain('\u001b')
    const body = { errors: [{ message: "Field 'x' doesn't exist on type 'Issue'", locations: [] }] }
    github.fault({ match: /issue\(number/, status: 200, body })
    expect(await refusalOf(forge.issues.get(1))).toMatchObject({
      actBy: 'report-bug',
      message: expect.stringMatching(/doesn't exist/),
    })
  })
})
