import { generateKeyPairSync } from 'node:crypto'
import { createAppAuth } from '@octokit/auth-app'
import { Octokit } from '@octokit/rest'
import { expect, test } from 'vitest'
import { clientOf, refusal, startKit } from './kit.ts'

const keyPair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })

const told = async (request: Promise<unknown>): Promise<readonly [number, string | undefined]> => {
  const { status, response } = await refusal(request)
  return [status, response?.data.message]
}

test('a bot token may do what its permissions say, over REST and GraphQL alike', async () => {
  const { github, at, head, commit, octokit } = await startKit()
  await octokit.issues.create({ ...at, title: 't' })
  const bot = clientOf(github, github.botToken({ contents: 'read', issues: 'write' }))
  await bot.issues.addLabels({ ...at, issue_number: 1, labels: ['x'] })
  const refused = await refusal(bot.git.createRef({ ...at, ref: 'refs/heads/x', sha: head() }))
  expect([refused.status, refused.response?.data.message]).toEqual([403, 'Resource not accessible by integration'])
  expect(refused.response?.headers['x-accepted-github-permissions']).toBe('contents=write')
  const { errors } = await refusal(commit(head(), { as: bot }))
  expect(errors?.[0]).toMatchObject({
    type: 'FORBIDDEN',
    message: 'Resource not accessible by integration',
    path: ['createCommitOnBranch'],
  })
  const writer = clientOf(github, github.botToken({ contents: 'write' }))
  await commit(head(), { as: writer })
  expect(await told(writer.issues.createComment({ ...at, issue_number: 1, body: 'x' }))).toEqual([
    403,
    'Resource not accessible by integration',
  ])
})

test('a bot may comment on a pull request with the permission for pull requests, and on an issue not', async () => {
  const { github, octokit, at, open } = await startKit()
  await github.commit('alice', 'one', [{ path: '1.txt', text: '1\n' }])
  const number = await open('one')
  await octokit.issues.create({ ...at, title: 't' })
  const bot = clientOf(github, github.botToken({ 'pull-requests': 'write' }))
  await bot.issues.createComment({ ...at, issue_number: number, body: 'x' })
  expect((await refusal(bot.issues.createComment({ ...at, issue_number: number + 1, body: 'x' }))).status).toBe(403)
})

test('an installation is nobody to GET /user and sees no settings', async () => {
  const { github, at } = await startKit()
  const bot = clientOf(github, github.botToken({ actions: 'read', contents: 'write' }))
  const refused = [403, 'Resource not accessible by integration']
  expect(await told(bot.users.getAuthenticated())).toEqual(refused)
  expect(await told(bot.actions.getGithubActionsDefaultWorkflowPermissionsRepository(at))).toEqual(refused)
  expect(await told(bot.actions.listRepoVariables(at))).toEqual(refused)
  expect(await told(bot.repos.getBranchProtection({ ...at, branch: 'main' }))).toEqual(refused)
})

test('unknown, revoked and expired tokens are bad credentials', async () => {
  const { github, at } = await startKit()
  const revoked = github.token('alice')
  github.revoke(revoked)
  const expired = github.botToken({}, { expiresAt: new Date(Date.now() - 1).toISOString() })
  for (const token of ['ghp_nonsense', revoked, expired])
    expect(await told(clientOf(github, token).repos.get(at))).toEqual([401, 'Bad credentials'])
})

test('people do what their role allows: strangers open issues, triage labels, write pushes', async () => {
  const { github, octokit, at, head, open, commit } = await startKit()
  await github.commit('alice', 'one', [{ path: '1.txt', text: '1\n' }])
  const pull_number = await open('one')
  for (const [login, role] of [
    ['stranger', 'none'],
    ['triager', 'triage'],
    ['writer', 'write'],
  ] as const)
    github.addPerson(login, role)
  const [stranger, triager, writer] = [github.as('stranger'), github.as('triager'), github.as('writer')]
  const { data } = await stranger.issues.create({ ...at, title: 't', labels: ['approved'] })
  expect([data.labels, data.author_association]).toEqual([[], 'NONE'])
  const issue_number = data.number
  await stranger.issues.update({ ...at, issue_number, title: 'changed' })
  expect((await refusal(stranger.issues.addLabels({ ...at, issue_number, labels: ['approved'] }))).status).toBe(403)
  await triager.issues.addLabels({ ...at, issue_number, labels: ['approved'] })
  expect((await refusal(triager.git.createRef({ ...at, ref: 'refs/heads/x', sha: head() }))).status).toBe(404)
  expect((await refusal(commit(head(), { as: triager }))).errors?.[0]?.message).toBe(
    'triager does not have the correct permissions to execute `CreateCommitOnBranch`',
  )
  expect((await refusal(triager.pulls.merge({ ...at, pull_number }))).status).toBe(403)
  await writer.pulls.merge({ ...at, pull_number })
  expect((await refusal(writer.actions.setGithubActionsDefaultWorkflowPermissionsRepository({ ...at }))).status).toBe(403)
  await octokit.actions.setGithubActionsDefaultWorkflowPermissionsRepository({ ...at, can_approve_pull_request_reviews: false })
  expect(github.settings.allowActionsToCreatePulls).toBe(false)
})

test('permissions are told in four words with the role beside them, and strangers to GitHub are 404', async () => {
  const { github, octokit, at } = await startKit()
  const roles = ['admin', 'maintain', 'write', 'triage', 'read', 'none'] as const
  for (const role of roles) github.addPerson(`a-${role}`, role)
  const answers = await Promise.all(
    roles.map(async role => (await octokit.repos.getCollaboratorPermissionLevel({ ...at, username: `a-${role}` })).data),
  )
  // Everybody may read what is public.
  expect(answers.map(({ permission, role_name }) => `${permission} ${role_name}`)).toEqual([
    'admin admin',
    'write maintain',
    'write write',
    'read triage',
    'read read',
    'read read',
  ])
  expect(await told(octokit.repos.getCollaboratorPermissionLevel({ ...at, username: 'nobody' }))).toEqual([
    404,
    'nobody is not a user',
  ])
})

test('a private repository is not there for who has no access', async () => {
  const { github, at } = await startKit({ private: true })
  github.addPerson('stranger', 'none')
  const stranger = github.as('stranger')
  expect((await refusal(stranger.repos.get(at))).status).toBe(404)
  expect((await refusal(stranger.graphql('{ repository(owner: "acme", name: "pairs") { id } }'))).errors?.[0]?.type).toBe(
    'NOT_FOUND',
  )
})

test('a classic token tells its scopes, and without `repo` writes nothing', async () => {
  const { github, at, head } = await startKit()
  const reader = clientOf(github, github.token('alice', { scopes: ['read:org'] }))
  const { headers } = await reader.repos.get(at)
  expect(headers['x-oauth-scopes']).toBe('read:org')
  expect((await refusal(reader.git.createRef({ ...at, ref: 'refs/heads/x', sha: head() }))).status).toBe(404)
  const fine = clientOf(github, github.fineGrainedToken('alice', { contents: 'read' }))
  const refused = await refusal(fine.git.createRef({ ...at, ref: 'refs/heads/x', sha: head() }))
  expect(refused.response?.data.message).toBe('Resource not accessible by personal access token')
})

test('workflows are written only with a scope or permission of their own', async () => {
  const { github, head, commit } = await startKit()
  const files = { '.github/workflows/a.yml': 'on: push\n' }
  const bot = clientOf(github, github.botToken({ contents: 'write' }))
  expect((await refusal(commit(head(), { files, as: bot }))).errors?.[0]?.message).toMatch(/without `workflows` permission$/)
  const person = clientOf(github, github.token('alice', { scopes: ['repo'] }))
  expect((await refusal(commit(head(), { files, as: person }))).errors?.[0]?.message).toMatch(/without `workflow` scope$/)
  await commit(head(), { files })
})

test('an app mints tokens with its signature, for what it was granted and no longer than it says', async () => {
  const [{ publicKey, privateKey }, other] = [keyPair(), keyPair()]
  const { github, at, head, commit } = await startKit({
    app: { id: 7, slug: 'pairs-app', publicKey, permissions: { contents: 'write' }, tokenSeconds: 1 },
  })
  const appWith = (key: string) =>
    new Octokit({
      baseUrl: github.url,
      authStrategy: createAppAuth,
      auth: { appId: 7, privateKey: key },
      log: { debug() {}, info() {}, warn() {}, error() {} },
    })
  expect((await refusal(appWith(other.privateKey).apps.getAuthenticated())).status).toBe(401)
  const app = appWith(privateKey)
  const { data: installation } = await app.apps.getRepoInstallation(at)
  const asked = { installation_id: installation.id, permissions: { issues: 'write' as const } }
  expect((await refusal(app.apps.createInstallationAccessToken(asked))).status).toBe(422)
  const { data } = await app.apps.createInstallationAccessToken({ installation_id: installation.id })
  const bot = clientOf(github, data.token)
  await commit(head(), { as: bot })
  expect(github.requests().at(-1)?.login).toBe('pairs-app[bot]')
  await new Promise(resolve => setTimeout(resolve, Date.parse(data.expires_at) - Date.now() + 5))
  expect((await refusal(bot.repos.get(at))).status).toBe(401)
})
