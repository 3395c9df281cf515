import type { Caller } from './accounts.ts'
import { categoryId, type Books, type DiscussionRow } from './books.ts'
import { connection, type PageArguments } from './graphql-connection.ts'
import type { GitNodes, Node } from './graphql-git-nodes.ts'
import type { CommentRow, IssueRow, LabelRow } from './issue-json.ts'
import { nodeId } from './node-id.ts'
import type { PullRow } from './pull-json.ts'
import { seconds, type RepositoryRow, type World } from './world.ts'

/** Issues, pull requests, discussions and what hangs on them as GraphQL shows them to one caller. */
export interface IssueNodes {
  issue(row: IssueRow): Node
  pull(row: PullRow): Node
  comment(row: CommentRow): Node
  discussion(row: DiscussionRow): Node
  category(index: number): Node
  label(row: LabelRow): Node
}

interface Around {
  readonly books: Books
  readonly caller: Caller
  readonly git: GitNodes
  readonly repository: (row: RepositoryRow) => Node
}

export function createIssueNodes(world: World, { books, caller, git: { commit, ref }, repository }: Around): IssueNodes {
  const { tables } = world
  const page = (repoId: number, rest: string): string => `${world.url}/${world.repository(repoId).full_name}/${rest}`
  const mine = (userId: number): boolean => world.accounts.user(caller.login)?.id === userId

  /** GraphQL names a bot without REST's `[bot]`. */
  function actor(userId: number): Node | null {
    const user = tables.users.get(userId)
    if (user === undefined) return null
    const bot = user.type === 'Bot'
    return {
      __typename: user.type,
      id: user.node_id,
      databaseId: user.id,
      login: bot ? user.login.replace(/\[bot\]$/, '') : user.login,
      url: `${world.url}/${user.login}`,
    }
  }

  const label = (row: LabelRow): Node => ({
    __typename: 'Label',
    id: row.node_id,
    name: row.name,
    color: row.color,
    description: row.description,
    isDefault: row.default,
  })

  const comment = (row: CommentRow): Node => ({
    __typename: 'IssueComment',
    id: row.node_id,
    databaseId: row.id,
    fullDatabaseId: String(row.id),
    author: () => actor(row.user_id),
    body: row.body,
    viewerDidAuthor: mine(row.user_id),
    createdAt: seconds(row.created_at),
    updatedAt: seconds(row.updated_at),
    url: page(row.repo_id, `issues/${row.issue_number ?? 0}#issuecomment-${row.id}`),
    authorAssociation: books.issues.association(row.user_id, row.repo_id),
  })

  /** What issues and pull requests share. */
  const shared = (row: IssueRow): Node => ({
    databaseId: row.id,
    number: row.number,
    title: row.title,
    body: row.body ?? '',
    author: () => actor(row.user_id),
    authorAssociation: books.issues.association(row.user_id, row.repo_id),
    viewerDidAuthor: mine(row.user_id),
    closed: row.state === 'closed',
    closedAt: row.closed_at,
    createdAt: seconds(row.created_at),
    updatedAt: seconds(row.updated_at),
    locked: row.locked,
    repository: () => repository(world.repository(row.repo_id)),
    labels: (args: PageArguments) => connection(books.issues.labels(row), { field: 'labels', ...args }, label),
    comments: (args: PageArguments) => connection(books.issues.comments(row), { field: 'comments', ...args }, comment),
  })

  const issue = (row: IssueRow): Node => ({
    ...shared(row),
    __typename: 'Issue',
    id: row.node_id,
    url: page(row.repo_id, `issues/${row.number}`),
    state: row.state.toUpperCase(),
    stateReason: row.state_reason?.toUpperCase() ?? null,
  })

  function pull(row: PullRow): Node {
    const [base, head] = [world.repository(row.repo_id), world.repository(row.head_repo_id)]
    return {
      ...shared(books.pulls.issue(row)),
      __typename: 'PullRequest',
      id: row.node_id,
      databaseId: row.id,
      url: page(row.repo_id, `pull/${row.number}`),
      state: row.merged ? 'MERGED' : row.state.toUpperCase(),
      merged: row.merged,
      mergedAt: row.merged_at,
      mergedBy: () => (row.merged_by_id === null ? null : actor(row.merged_by_id)),
      isDraft: row.draft,
      isCrossRepository: row.head_repo_id !== row.repo_id,
      mergeable: row.mergeable === null ? 'UNKNOWN' : row.mergeable ? 'MERGEABLE' : 'CONFLICTING',
      headRefName: row.head_ref,
      headRefOid: row.head_sha,
      headRef: () => ref(head, `refs/heads/${row.head_ref}`),
      headRepository: () => repository(head),
      headRepositoryOwner: () => repository(head)['owner'],
      baseRefName: row.base_ref,
      baseRefOid: row.base_sha,
      baseRef: () => ref(base, `refs/heads/${row.base_ref}`),
      baseRepository: () => repository(base),
      mergeCommit: () => (row.merge_commit_sha === null || !row.merged ? null : commit(base, row.merge_commit_sha)),
      additions: row.additions,
      deletions: row.deletions,
      changedFiles: row.changed_files,
      files: (args: PageArguments) =>
        connection(books.pulls.files(row), { field: 'files', ...args }, file => ({
          __typename: 'PullRequestChangedFile',
          path: file.path,
          additions: file.additions,
          deletions: file.deletions,
          changeType: file.status === 'removed' ? 'DELETED' : file.status.toUpperCase(),
        })),
      commits: (args: PageArguments) =>
        connection(books.pulls.commits(row), { field: 'commits', ...args }, oid => ({
          __typename: 'PullRequestCommit',
          id: nodeId('PullRequestCommit', row.id),
          commit: commit(base, oid),
        })),
    }
  }

  const category = (index: number): Node => {
    const name = world.settings.discussionCategories[index] ?? ''
    const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
    return { __typename: 'DiscussionCategory', id: categoryId(index), name, slug, isAnswerable: slug === 'q-a' }
  }

  const discussion = (row: DiscussionRow): Node => ({
    __typename: 'Discussion',
    id: row.id,
    number: row.number,
    title: row.title,
    body: row.body,
    author: () => actor(row.userId),
    viewerDidAuthor: mine(row.userId),
    createdAt: row.createdAt,
    category: category(row.category),
    url: page(world.mainRepoId, `discussions/${row.number}`),
  })

  return { issue, pull, comment, discussion, category, label }
}
