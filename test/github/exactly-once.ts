import { expect } from 'vitest'
import type { CommittedState } from '../support/data-repository.ts'
import { expectCommitted } from '../end-to-end/promises.ts'
import type { GithubWorld } from './github-world.ts'

const bot = 'github-actions[bot]'
const prefix = 'perpetual/droid-research/'

/** One pull request a part, with one commit of the automation's own, which has all the part's files. */
async function expectPulls({ github }: GithubWorld, committed: CommittedState): Promise<void> {
  const at = { owner: github.owner, repo: github.repo }
  const octokit = github.as('curator')
  const parts = committed.tasks().flatMap(({ priority, parts: own }) => own.map(part => ({ ...part, priority })))
  const pulls = await octokit.paginate(octokit.rest.pulls.list, { ...at, state: 'all', per_page: 100 })
  const delivered = pulls.filter(pull => pull.head.ref.startsWith(prefix)).toSorted((a, b) => a.number - b.number)
  const byNumber = [...parts].toSorted((a, b) => (a.pull ?? 0) - (b.pull ?? 0))
  expect(delivered.map(pull => [pull.number, pull.head.ref])).toEqual(byNumber.map(part => [part.pull, part.branch]))
  const branches = [...github.branches().keys()].filter(branch => branch.startsWith(prefix))
  expect(branches.toSorted()).toEqual(parts.map(part => part.branch).toSorted())
  for (const pull of delivered) {
    const part = byNumber.find(each => each.pull === pull.number)
    expect(pull.labels.map(label => label.name).toSorted()).toEqual([
      'agent:droid',
      'pipeline:droid-research',
      `priority:${part?.priority}`,
    ])
    const commits = await octokit.paginate(octokit.rest.repos.listCommits, { ...at, sha: pull.head.ref, per_page: 100 })
    const own = commits.filter(({ author, commit }) => author?.login === bot && commit.message.endsWith(`: ${pull.head.ref}`))
    expect(own.map(commit => commit.sha)).toEqual([part?.commit])
    const files = await github.files(own[0]?.sha ?? '')
    expect(part?.paths.filter(path => !files.has(path))).toEqual([])
  }
}

/** One issue a task; on it one handoff where a session worked on it, and the labels that its state asks for. */
async function expectIssues({ github }: GithubWorld, committed: CommittedState): Promise<void> {
  const at = { owner: github.owner, repo: github.repo }
  const octokit = github.as('curator')
  const tasks = committed.tasks()
  const all = await octokit.paginate(octokit.rest.issues.listForRepo, { ...at, state: 'all', per_page: 100 })
  const issues = all.filter(issue => issue.pull_request === undefined)
  const numbersOf = (numbers: readonly (number | null)[]): number[] => numbers.map(Number).toSorted((a, b) => a - b)
  expect(numbersOf(issues.map(issue => issue.number))).toEqual(numbersOf(tasks.map(task => task.issue)))
  for (const task of tasks) {
    const issue = issues.find(each => each.number === task.issue)
    const labels = issue?.labels.map(label => (typeof label === 'string' ? label : (label.name ?? '')))
    expect(labels?.filter(label => label.startsWith('status:'))).toEqual([`status:${task.status}`])
    const comments = await octokit.paginate(octokit.rest.issues.listComments, {
      ...at,
      issue_number: task.issue ?? 0,
      per_page: 100,
    })
    const handoffs = comments.filter(comment => comment.body?.includes('<!-- perpetual-comment handoff'))
    expect(handoffs.map(comment => comment.user?.login)).toEqual(task.startedAt === null ? [] : [bot])
  }
}

/** Nothing lost and nothing twice, in the state and in all that people see of it; no session may be under way. */
export async function expectExactlyOnce(world: GithubWorld): Promise<void> {
  const committed = await world.committed()
  expectCommitted(committed)
  await expectPulls(world, committed)
  await expectIssues(world, committed)
}
