import type { Caller } from './accounts.ts'
import type { Books } from './books.ts'
import { createGitMutations } from './graphql-git-mutations.ts'
import type { Nodes } from './graphql-nodes.ts'
import { createPermits, text, unprocessable, unresolved, type Input } from './graphql-permits.ts'
import type { IssueRow } from './issue-json.ts'
import { readNodeId } from './node-id.ts'
import { checkText } from './text-limits.ts'
import type { World } from './world.ts'

type Mutation = (args: { readonly input: Input }) => unknown

const contents = { grants: ['contents'], role: 'write' } as const

/** Every mutation that the project uses, as resolvers; each checks what the token and the person may. */
export function createMutations(
  world: World,
  books: Books,
  { caller, nodes }: { readonly caller: Caller; readonly nodes: Nodes },
): Record<string, Mutation> {
  const { tables } = world
  const permits = createPermits(world, books, caller)
  const { check, repositoryById, issueById, pullById, grantsOf, mineOr } = permits
  const subject = (row: IssueRow) =>
    row.is_pull_request ? nodes.pull(books.pulls.get(row.repo_id, row.number)) : nodes.issue(row)

  function createPullRequest(input: Input): unknown {
    const repo = repositoryById(input['repositoryId'])
    check('createPullRequest', repo, { grants: ['pull_requests'], role: 'read' })
    const asked = {
      title: text(input['title']),
      body: typeof input['body'] === 'string' ? input['body'] : null,
      head: text(input['headRefName']),
      base: text(input['baseRefName']),
      draft: input['draft'] === true,
    }
    return { pullRequest: nodes.pull(books.pulls.create(caller, repo.id, asked)) }
  }

  function updatePullRequest(input: Input, name = 'updatePullRequest'): unknown {
    const pull = pullById(input['pullRequestId'])
    check(name, world.repository(pull.repo_id), { grants: ['pull_requests'], role: mineOr(pull, 'triage') })
    const state =
      name === 'closePullRequest'
        ? 'closed'
        : input['state'] === 'CLOSED'
          ? 'closed'
          : input['state'] === 'OPEN' || name === 'reopenPullRequest'
            ? 'open'
            : undefined
    if (pull.merged && state !== undefined)
      throw unprocessable(`Could not ${state === 'open' ? 'open' : 'close'} the pull request.`)
    books.issues.change(caller, books.pulls.issue(pull), {
      ...(typeof input['title'] === 'string' ? { title: input['title'] } : {}),
      ...(typeof input['body'] === 'string' ? { body: input['body'] } : {}),
      ...(state === undefined ? {} : { state }),
    })
    return { pullRequest: nodes.pull(pullById(input['pullRequestId'])) }
  }

  function turnDraft(name: string, input: Input, draft: boolean): unknown {
    const pull = pullById(input['pullRequestId'])
    check(name, world.repository(pull.repo_id), { grants: ['pull_requests'], role: mineOr(pull, 'write') })
    if (draft && !world.settings.drafts) throw unprocessable('Draft pull requests are not supported in this repository.')
    tables.pullRequests.update(pull.id, { draft })
    return { pullRequest: nodes.pull(pullById(input['pullRequestId'])) }
  }

  function mergePullRequest(input: Input): unknown {
    const pull = pullById(input['pullRequestId'])
    check('mergePullRequest', world.repository(pull.repo_id), contents)
    const method = input['mergeMethod'] === 'SQUASH' ? 'squash' : input['mergeMethod'] === 'REBASE' ? 'rebase' : 'merge'
    const given = (name: string): string | undefined => (typeof input[name] === 'string' ? input[name] : undefined)
    books.pulls.merge(caller, pull, {
      expectedHead: given('expectedHeadOid'),
      title: given('commitHeadline'),
      message: given('commitBody'),
      method,
    })
    return { pullRequest: nodes.pull(books.pulls.get(pull.repo_id, pull.number)) }
  }

  function labelIds(input: Input, repoId: number): readonly number[] {
    return (input['labelIds'] as readonly string[]).map(id => {
      const read = readNodeId(id)
      const row = read?.type === 'Label' ? tables.labels.get(read.id) : undefined
      if (row === undefined || row.repo_id !== repoId) throw unresolved(id)
      return row.id
    })
  }

  function relabel(
    name: string,
    input: Input,
    merge: (held: readonly number[], named: readonly number[]) => readonly number[],
  ): unknown {
    const row = issueById(input['labelableId'])
    check(name, world.repository(row.repo_id), { grants: grantsOf(row), role: 'triage' })
    return { labelable: subject(books.issues.setLabels(caller, row, merge(row.label_ids, labelIds(input, row.repo_id)))) }
  }

  function changeIssue(name: string, input: Input, id: unknown): unknown {
    const row = issueById(id)
    check(name, world.repository(row.repo_id), { grants: grantsOf(row), role: mineOr(row, 'triage') })
    const state =
      name === 'closeIssue' || input['state'] === 'CLOSED'
        ? 'closed'
        : name === 'reopenIssue' || input['state'] === 'OPEN'
          ? 'open'
          : undefined
    const labels = Array.isArray(input['labelIds'])
      ? labelIds(input, row.repo_id).map(one => tables.labels.get(one)?.name ?? '')
      : undefined
    const reason = typeof input['stateReason'] === 'string' ? { stateReason: input['stateReason'].toLowerCase() } : {}
    const changed = books.issues.change(caller, row, {
      ...(typeof input['title'] === 'string' ? { title: input['title'] } : {}),
      ...(typeof input['body'] === 'string' ? { body: input['body'] } : {}),
      ...(state === undefined ? {} : { state, ...reason }),
      ...(labels === undefined ? {} : { labels }),
    })
    return { issue: nodes.issue(changed) }
  }

  function createIssue(input: Input): unknown {
    const repo = repositoryById(input['repositoryId'])
    check('createIssue', repo, { grants: ['issues'], role: 'read' })
    const labels = Array.isArray(input['labelIds']) ? labelIds(input, repo.id).map(id => tables.labels.get(id)?.name ?? '') : []
    return {
      issue: nodes.issue(
        books.issues.create(caller, repo.id, { title: text(input['title']), body: text(input['body']), labels }),
      ),
    }
  }

  function addComment(input: Input): unknown {
    const row = issueById(input['subjectId'])
    check('addComment', world.repository(row.repo_id), { grants: grantsOf(row), role: 'read' })
    const comment = nodes.comment(books.issues.comment(caller, row, text(input['body'])))
    return { subject: () => subject(issueById(input['subjectId'])), commentEdge: { cursor: 'Y3Vyc29y', node: comment } }
  }

  function updateIssueComment(input: Input): unknown {
    const read = readNodeId(text(input['id']))
    const row = read?.type === 'IssueComment' ? tables.comments.get(read.id) : undefined
    if (row === undefined) throw unresolved(input['id'])
    const grants = grantsOf(books.issues.get(row.repo_id, row.issue_number ?? 0))
    check('updateIssueComment', world.repository(row.repo_id), { grants, role: mineOr(row, 'write') })
    return { issueComment: nodes.comment(books.issues.editComment(caller, row, text(input['body']))) }
  }

  function createDiscussion(input: Input): unknown {
    const repo = repositoryById(input['repositoryId'])
    check('createDiscussion', repo, { grants: ['discussions'], role: 'read' })
    return {
      discussion: nodes.discussion(
        books.discuss(caller, { categoryId: text(input['categoryId']), title: text(input['title']), body: text(input['body']) }),
      ),
    }
  }

  function updateDiscussion(input: Input): unknown {
    const row = books.discussions.find(one => one.id === input['discussionId'])
    if (row === undefined) throw unresolved(input['discussionId'])
    check('updateDiscussion', world.repository(world.mainRepoId), {
      grants: ['discussions'],
      role: mineOr({ user_id: row.userId }, 'triage'),
    })
    const changed = {
      title: typeof input['title'] === 'string' ? input['title'] : row.title,
      body: typeof input['body'] === 'string' ? input['body'] : row.body,
    }
    checkText('Discussion', changed)
    Object.assign(row, changed)
    return { discussion: nodes.discussion(row) }
  }

  const withInput =
    (mutation: (input: Input) => unknown): Mutation =>
    ({ input }) =>
      mutation(input)
  const git = createGitMutations(world, { caller, nodes, permits })
  return {
    ...Object.fromEntries(Object.entries(git).map(([name, mutation]) => [name, withInput(mutation)])),
    createPullRequest: withInput(createPullRequest),
    updatePullRequest: withInput(input => updatePullRequest(input)),
    closePullRequest: withInput(input => updatePullRequest(input, 'closePullRequest')),
    reopenPullRequest: withInput(input => updatePullRequest(input, 'reopenPullRequest')),
    mergePullRequest: withInput(mergePullRequest),
    convertPullRequestToDraft: withInput(input => turnDraft('convertPullRequestToDraft', input, true)),
    markPullRequestReadyForReview: withInput(input => turnDraft('markPullRequestReadyForReview', input, false)),
    addLabelsToLabelable: withInput(input => relabel('addLabelsToLabelable', input, (held, named) => [...held, ...named])),
    removeLabelsFromLabelable: withInput(input =>
      relabel('removeLabelsFromLabelable', input, (held, named) => held.filter(id => !named.includes(id))),
    ),
    createIssue: withInput(createIssue),
    updateIssue: withInput(input => changeIssue('updateIssue', input, input['id'])),
    closeIssue: withInput(input => changeIssue('closeIssue', input, input['issueId'])),
    reopenIssue: withInput(input => changeIssue('reopenIssue', input, input['issueId'])),
    addComment: withInput(addComment),
    updateIssueComment: withInput(updateIssueComment),
    createDiscussion: withInput(createDiscussion),
    updateDiscussion: withInput(updateDiscussion),
  }
}
