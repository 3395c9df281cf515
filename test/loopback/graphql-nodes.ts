import type { Caller } from './accounts.ts'
import { categoryId, type Books } from './books.ts'
import { connection, type PageArguments } from './graphql-connection.ts'
import { createGitNodes, wholeName, type GitNodes, type Node } from './graphql-git-nodes.ts'
import { createIssueNodes, type IssueNodes } from './graphql-issue-nodes.ts'
import { HttpError } from './http-error.ts'
import type { IssueRow } from './issue-json.ts'
import { nodeId } from './node-id.ts'
import type { RepositoryRow, World } from './world.ts'

export interface Nodes extends Pick<GitNodes, 'commit' | 'ref'>, Omit<IssueNodes, 'category'> {
  repository(row: RepositoryRow): Node
}

interface Order {
  readonly field: string
  readonly direction: 'ASC' | 'DESC'
}

interface ListArguments extends PageArguments {
  readonly states?: readonly string[] | null
  readonly labels?: readonly string[] | null
  readonly headRefName?: string | null
  readonly baseRefName?: string | null
  readonly orderBy?: Order | null
  readonly filterBy?: {
    readonly labels?: readonly string[] | null
    readonly states?: readonly string[] | null
    readonly createdBy?: string | null
  } | null
}

const ordered = <Row extends { readonly number: number; readonly created_at: string; readonly updated_at: string }>(
  rows: readonly Row[],
  order: Order | null | undefined,
): readonly Row[] => {
  const key = (row: Row): string => (order?.field === 'UPDATED_AT' ? row.updated_at : row.created_at)
  const sorted = rows.toSorted((left, right) =>
    key(left) === key(right) ? left.number - right.number : key(left) < key(right) ? -1 : 1,
  )
  return order?.direction === 'DESC' ? sorted.toReversed() : sorted
}

/** GitHub's answer to a number that is none: the field is null, and an error says so. */
function resolve<Row>(find: () => Row, message: string): Row {
  try {
    return find()
  } catch (error) {
    if (error instanceof HttpError && error.status === 404) throw new HttpError(404, message)
    throw error
  }
}

export function createNodes(world: World, books: Books, caller: Caller): Nodes {
  const { tables } = world
  const git = createGitNodes(world, row => repository(row))
  const { issue, pull, comment, discussion, category, label } = createIssueNodes(world, {
    books,
    caller,
    git,
    repository: row => repository(row),
  })

  function listedIssues(repo: RepositoryRow, args: ListArguments): Node {
    const states = args.filterBy?.states ?? args.states
    const names = [...(args.labels ?? []), ...(args.filterBy?.labels ?? [])].map(name => name.toLowerCase())
    const by = args.filterBy?.createdBy
    const rows = tables.issues.findBy('repo_id', repo.id).filter(row => {
      const held = books.issues.labels(row).map(one => one.name.toLowerCase())
      return (
        !row.is_pull_request &&
        !world.settings.transferred.has(row.number) &&
        (states ?? ['OPEN', 'CLOSED']).includes(row.state.toUpperCase()) &&
        // GitHub's `labels` argument lists issues that have any of them.
        (names.length === 0 || names.some(name => held.includes(name))) &&
        (typeof by !== 'string' || world.accounts.user(by)?.id === row.user_id)
      )
    })
    return connection(ordered(rows, args.orderBy), { field: 'issues', ...args }, issue)
  }

  function listedPulls(repo: RepositoryRow, args: ListArguments): Node {
    const names = (args.labels ?? []).map(name => name.toLowerCase())
    const rows = books.pulls.list(repo.id).filter(row => {
      const held = books.issues.labels(books.pulls.issue(row)).map(one => one.name.toLowerCase())
      return (
        (args.states ?? ['OPEN', 'CLOSED', 'MERGED']).includes(row.merged ? 'MERGED' : row.state.toUpperCase()) &&
        (args.headRefName ?? row.head_ref) === row.head_ref &&
        (args.baseRefName ?? row.base_ref) === row.base_ref &&
        (names.length === 0 || names.some(name => held.includes(name)))
      )
    })
    return connection(ordered(rows, args.orderBy), { field: 'pullRequests', ...args }, pull)
  }

  function repository(row: RepositoryRow): Node {
    const [owner = ''] = row.full_name.split('/')
    const person = world.accounts.user(owner)
    const categories = world.settings.discussionCategories.map((_name, index) => index)
    const issueOf = (number: number): IssueRow => books.issues.get(row.id, number)
    return {
      __typename: 'Repository',
      id: row.node_id,
      databaseId: row.id,
      name: row.name,
      nameWithOwner: row.full_name,
      owner: {
        __typename: person === undefined ? 'Organization' : 'User',
        id: person?.node_id ?? nodeId('Org', 1),
        login: owner,
      },
      isPrivate: row.private,
      isFork: row.fork,
      isArchived: false,
      visibility: row.private ? 'PRIVATE' : 'PUBLIC',
      url: `${world.url}/${row.full_name}`,
      viewerPermission: () => (caller.kind === 'person' ? world.accounts.permission(row.id, caller.login).toUpperCase() : null),
      hasIssuesEnabled: world.settings.issues,
      hasDiscussionsEnabled: categories.length > 0,
      defaultBranchRef: () => git.ref(row, `refs/heads/${row.default_branch}`),
      ref: ({ qualifiedName }: { readonly qualifiedName: string }) => git.ref(row, wholeName(qualifiedName)),
      refs: (args: PageArguments & { readonly refPrefix: string; readonly query?: string | null }) => {
        const prefix = args.refPrefix.replace(/^refs\/heads\/?/, '')
        const names = [...world.git(row.id).branches().keys()].filter(
          name => args.refPrefix.startsWith('refs/heads') && name.startsWith(prefix) && name.includes(args.query ?? ''),
        )
        return connection(names, { field: 'refs', ...args }, name => ({
          ...git.ref(row, `refs/heads/${name}`),
          name: name.slice(prefix.length),
          prefix: args.refPrefix,
        }))
      },
      object: (args: Parameters<GitNodes['object']>[1]) => git.object(row, args),
      issue: ({ number }: { readonly number: number }) => {
        const message = `Could not resolve to an Issue with the number of ${number}.`
        const found = resolve(() => issueOf(number), message)
        if (found.is_pull_request) throw new HttpError(404, message)
        return issue(found)
      },
      pullRequest: ({ number }: { readonly number: number }) =>
        pull(resolve(() => books.pulls.get(row.id, number), `Could not resolve to a PullRequest with the number of ${number}.`)),
      issueOrPullRequest: ({ number }: { readonly number: number }) => {
        const found = resolve(
          () => issueOf(number),
          `Could not resolve to an issue or pull request with the number of ${number}.`,
        )
        return found.is_pull_request ? pull(books.pulls.get(row.id, number)) : issue(found)
      },
      issues: (args: ListArguments) => listedIssues(row, args),
      pullRequests: (args: ListArguments) => listedPulls(row, args),
      label: ({ name }: { readonly name: string }) => {
        const found = tables.labels.findBy('repo_id', row.id).find(one => one.name.toLowerCase() === name.toLowerCase())
        return found === undefined ? null : label(found)
      },
      labels: (args: PageArguments & { readonly query?: string | null }) =>
        connection(
          tables.labels.findBy('repo_id', row.id).filter(one => one.name.includes(args.query ?? '')),
          { field: 'labels', ...args },
          label,
        ),
      discussionCategories: (args: PageArguments) => connection(categories, { field: 'discussionCategories', ...args }, category),
      discussionCategory: ({ slug }: { readonly slug: string }) =>
        categories.map(category).find(one => one['slug'] === slug) ?? null,
      discussion: ({ number }: { readonly number: number }) => {
        const found = books.discussions.find(one => one.number === number)
        if (found === undefined) throw new HttpError(404, `Could not resolve to a Discussion with the number of ${number}.`)
        return discussion(found)
      },
      discussions: (args: PageArguments & { readonly categoryId?: string | null; readonly orderBy?: Order | null }) => {
        const rows = books.discussions.filter(one => (args.categoryId ?? categoryId(one.category)) === categoryId(one.category))
        return connection(
          args.orderBy?.direction === 'DESC' ? rows.toReversed() : rows,
          { field: 'discussions', ...args },
          discussion,
        )
      },
    }
  }

  return { repository, commit: git.commit, ref: git.ref, issue, pull, comment, discussion, label }
}
