import { generateKeyPairSync } from 'node:crypto'
import { createAppAuth } from '@octokit/auth-app'
import { Octokit } from '@octokit/rest'
import { expect, test } from 'vitest'
import { deviationsOf } from './openapi-check.ts'
import { clientOf, refusal, startKit, type Kit } from './kit.ts'

const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2_048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const app = { id: 7, slug: 'pairs-app', publicKey, permissions: { contents: 'write', checks: 'write' } } as const

async function driveGit({ octokit, at, head }: Kit): Promise<void> {
  const sha = head()
  const { data: commit } = await octokit.git.getCommit({ ...at, commit_sha: sha })
  const { data: blob } = await octokit.git.createBlob({ ...at, content: 'x' })
  await octokit.git.getBlob({ ...at, file_sha: blob.sha })
  const tree = [{ path: 'd/f.txt', mode: '100644', type: 'blob', content: 'hi\n' }] as const
  const { data: made } = await octokit.git.createTree({ ...at, base_tree: commit.tree.sha, tree: [...tree] })
  await octokit.git.getTree({ ...at, tree_sha: made.sha, recursive: '1' })
  const { data: next } = await octokit.git.createCommit({ ...at, message: 'm', tree: made.sha, parents: [sha] })
  await octokit.git.createRef({ ...at, ref: 'refs/heads/topic', sha })
  await octokit.git.updateRef({ ...at, ref: 'heads/topic', sha: next.sha })
  await octokit.git.getRef({ ...at, ref: 'heads/topic' })
  await octokit.git.createRef({ ...at, ref: 'refs/heads/gone', sha })
  await octokit.git.deleteRef({ ...at, ref: 'heads/gone' })
  await octokit.repos.getBranch({ ...at, branch: 'topic' })
  await octokit.repos.getCommit({ ...at, ref: 'topic' })
  await octokit.repos.compareCommitsWithBasehead({ ...at, basehead: 'main...topic' })
  await octokit.repos.getContent({ ...at, path: 'README.md' })
  await octokit.repos.getContent({ ...at, path: '' })
  const file = { path: 'n.txt', message: 'm', content: 'YQ==', branch: 'topic' }
  await octokit.repos.createOrUpdateFileContents({ ...at, ...file })
}

async function driveIssues({ octokit, at }: Kit): Promise<void> {
  await octokit.issues.createLabel({ ...at, name: 'l', color: 'ff0000', description: 'd' })
  await octokit.issues.updateLabel({ ...at, name: 'l', color: '00ff00' })
  await octokit.issues.getLabel({ ...at, name: 'l' })
  await octokit.issues.listLabelsForRepo(at)
  const { data } = await octokit.issues.create({ ...at, title: 't', body: 'b', labels: ['l'] })
  const issue = { ...at, issue_number: data.number }
  await octokit.issues.get(issue)
  await octokit.issues.listForRepo(at)
  await octokit.issues.setLabels({ ...issue, labels: ['m'] })
  await octokit.issues.addLabels({ ...issue, labels: ['l'] })
  await octokit.issues.removeLabel({ ...issue, name: 'm' })
  await octokit.issues.listLabelsOnIssue(issue)
  const { data: comment } = await octokit.issues.createComment({ ...issue, body: 'c' })
  await octokit.issues.updateComment({ ...at, comment_id: comment.id, body: 'd' })
  await octokit.issues.getComment({ ...at, comment_id: comment.id })
  await octokit.issues.listComments(issue)
  await octokit.issues.addAssignees({ ...issue, assignees: ['ada'] })
  await octokit.issues.update({ ...issue, state: 'closed' })
  await octokit.issues.deleteLabel({ ...at, name: 'l' })
  await refusal(octokit.issues.create({ ...at, title: '' }))
  await refusal(octokit.issues.get({ ...at, issue_number: 99 }))
}

async function drivePulls({ octokit, at, open }: Kit): Promise<void> {
  const pull = { ...at, pull_number: await open('topic') }
  await octokit.pulls.get(pull)
  await octokit.pulls.list(at)
  await octokit.pulls.listFiles(pull)
  await octokit.pulls.listCommits(pull)
  await octokit.pulls.update({ ...pull, title: 'other' })
  await octokit.issues.get({ ...at, issue_number: pull.pull_number })
  await refusal(open('topic'))
  await octokit.pulls.merge(pull)
  await refusal(octokit.pulls.merge(pull))
}

async function driveSettings({ github, octokit, at }: Kit): Promise<void> {
  github.settings.environments.set('perpetual', { secrets: new Set(['KEY']), variables: new Map(), branches: ['main'] })
  github.settings.secrets.add('OTHER')
  github.settings.organizationSecrets.add('SHARED')
  await octokit.actions.createRepoVariable({ ...at, name: 'PERPETUAL_ENABLED', value: 'false' })
  await octokit.actions.updateRepoVariable({ ...at, name: 'PERPETUAL_ENABLED', value: 'true' })
  await octokit.actions.getRepoVariable({ ...at, name: 'PERPETUAL_ENABLED' })
  await octokit.actions.listRepoVariables(at)
  await octokit.actions.deleteRepoVariable({ ...at, name: 'PERPETUAL_ENABLED' })
  const fresh = { ...at, environment_name: 'fresh' }
  await refusal(octokit.repos.getEnvironment(fresh))
  const policy = { protected_branches: false, custom_branch_policies: true }
  await octokit.repos.createOrUpdateEnvironment({ ...fresh, deployment_branch_policy: policy })
  await octokit.repos.createDeploymentBranchPolicy({ ...fresh, name: 'main' })
  await octokit.repos.listDeploymentBranchPolicies(fresh)
  await octokit.repos.getEnvironment(fresh)
  await octokit.repos.getAllEnvironments(at)
  await octokit.actions.listEnvironmentSecrets({ ...at, environment_name: 'perpetual' })
  await octokit.actions.listRepoSecrets(at)
  await octokit.actions.listRepoOrganizationSecrets(at)
  await octokit.actions.getGithubActionsPermissionsRepository(at)
  await octokit.actions.getGithubActionsDefaultWorkflowPermissionsRepository(at)
  await octokit.actions.setGithubActionsDefaultWorkflowPermissionsRepository({ ...at, can_approve_pull_request_reviews: true })
  github.settings.actions.allowed = 'selected'
  await octokit.actions.getAllowedActionsRepository(at)
  github.settings.protect('main')
  await octokit.repos.getRepoRulesets(at)
  await octokit.repos.getRepoRuleset({ ...at, ruleset_id: 1 })
  await octokit.repos.getBranchRules({ ...at, branch: 'main' })
  await octokit.repos.getBranchProtection({ ...at, branch: 'main' })
}

async function driveAccounts({ github, octokit, at, head }: Kit): Promise<void> {
  await octokit.users.getAuthenticated()
  await octokit.repos.get(at)
  await octokit.orgs.get({ org: at.owner })
  const owner = clientOf(github, github.token('alice', { scopes: ['repo', 'admin:org', 'user'] }))
  await owner.orgs.get({ org: at.owner })
  await owner.actions.getGithubActionsDefaultWorkflowPermissionsOrganization({ org: at.owner })
  await octokit.repos.getCollaboratorPermissionLevel({ ...at, username: 'alice' })
  await octokit.rateLimit.get()
  github.runs.start({ id: 5, runner: 'one' })
  await octokit.actions.getWorkflowRun({ ...at, run_id: 5 })
  await octokit.actions.getWorkflowRunAttempt({ ...at, run_id: 5, attempt_number: 1 })
  await octokit.actions.listJobsForWorkflowRunAttempt({ ...at, run_id: 5, attempt_number: 1 })
  github.runs.end(5)
  await octokit.actions.listJobsForWorkflowRun({ ...at, run_id: 5 })
  const asApp = new Octokit({ baseUrl: github.url, authStrategy: createAppAuth, auth: { appId: 7, privateKey } })
  await asApp.apps.getAuthenticated()
  const { data: installation } = await asApp.apps.getRepoInstallation(at)
  const { data: minted } = await asApp.apps.createInstallationAccessToken({ installation_id: installation.id })
  const bot = clientOf(github, minted.token)
  const annotations = [{ path: 'a', start_line: 1, end_line: 1, annotation_level: 'notice', message: 'm' } as const]
  const output = { title: 't', summary: 's', annotations }
  const check = { name: 'c', head_sha: head(), status: 'completed', conclusion: 'success', output } as const
  const { data: run } = await bot.checks.create({ ...at, ...check })
  await bot.checks.update({
    ...at,
    check_run_id: run.id,
    conclusion: 'neutral',
    output: { ...output, annotations: [...annotations] },
  })
  const { data: listed } = await bot.checks.listForRef({ ...at, ref: head() })
  expect(listed.check_runs.map(({ app: by, conclusion }) => [by?.slug, conclusion])).toEqual([['pairs-app', 'neutral']])
  // What a second request brings is added to what the first one brought.
  expect((await bot.checks.listAnnotations({ ...at, check_run_id: run.id })).data).toHaveLength(2)
  const many = Array.from({ length: 51 }, () => annotations).flat()
  expect((await refusal(bot.checks.create({ ...at, ...check, output: { ...output, annotations: many } }))).status).toBe(422)
}

test("every answer that the project relies on is as GitHub's published OpenAPI says", async () => {
  const kit = await startKit({ app })
  await driveGit(kit)
  await driveIssues(kit)
  await drivePulls(kit)
  await driveAccounts(kit)
  await driveSettings(kit)
  expect(kit.github.requests().length).toBeGreaterThan(80)
  expect(kit.github.checkedAgainstOpenApi()).toEqual([])
})

test('an answer that differs is told: a missing field, a wrong type, an unknown operation', () => {
  const label = { id: 1, node_id: 'n', url: 'https://example.com', name: 'l', description: null, color: 'fff', default: false }
  const answer = (path: string, body: unknown) => ({ method: 'GET', path, status: 200, body })
  expect(deviationsOf([answer('/repos/a/b/labels/l', label)])).toEqual([])
  const { color: _color, ...less } = label
  expect(deviationsOf([answer('/repos/a/b/labels/l', { ...less, id: 'x' }), answer('/nowhere', {})])).toEqual([
    'GET /nowhere: no such operation',
    "GET /repos/{owner}/{repo}/labels/{name} 200:  must have required property 'color'",
    'GET /repos/{owner}/{repo}/labels/{name} 200: /id must be integer',
  ])
})
