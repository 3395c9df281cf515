import type { TreeEntry } from './emulate-tables.ts'
import { connection, type PageArguments } from './graphql-connection.ts'
import { notFound } from './http-error.ts'
import { nodeId } from './node-id.ts'
import type { RepositoryRow, World } from './world.ts'

export type Node = Record<string, unknown>

/** Above this GitHub cuts a blob's text and says `isTruncated`. */
const longestText = 512_000

/** Commits, trees, blobs and references as GraphQL shows them. */
export interface GitNodes {
  commit(repo: RepositoryRow, oid: string): Node
  /** By its whole name. */
  ref(repo: RepositoryRow, name: string): Node | null
  object(repo: RepositoryRow, named: { readonly oid?: string | null; readonly expression?: string | null }): Node | null
}

/** A reference's whole name, however it was abbreviated. */
export const wholeName = (qualified: string): string => {
  if (qualified.startsWith('refs/')) return qualified
  return /^(heads|tags)\//.test(qualified) ? `refs/${qualified}` : `refs/heads/${qualified}`
}

export function createGitNodes(world: World, repository: (row: RepositoryRow) => Node): GitNodes {
  const { tables } = world
  const page = (repoId: number, rest: string): string => `${world.url}/${world.repository(repoId).full_name}/${rest}`

  function blob(repo: RepositoryRow, oid: string): Node {
    const bytes = world.git(repo.id).blob(oid) ?? Buffer.alloc(0)
    const whole = bytes.toString('utf8')
    const isBinary = whole.includes('\0') || !Buffer.from(whole, 'utf8').equals(bytes)
    const isTruncated = bytes.byteLength > longestText
    const text = isBinary ? null : isTruncated ? bytes.subarray(0, longestText).toString('utf8') : whole
    return { __typename: 'Blob', id: nodeId('Blob', 0), oid, byteSize: bytes.byteLength, isBinary, isTruncated, text }
  }

  const treeEntry = (repo: RepositoryRow, entry: TreeEntry, path: string): Node => ({
    __typename: 'TreeEntry',
    name: entry.path,
    path,
    type: entry.type,
    mode: Number.parseInt(entry.mode, 8),
    oid: entry.sha,
    size: entry.size ?? 0,
    object: () => (entry.type === 'tree' ? tree(repo, entry.sha, `${path}/`) : blob(repo, entry.sha)),
  })

  function tree(repo: RepositoryRow, oid: string, prefix = ''): Node {
    const entries = () => (world.git(repo.id).entries(oid) ?? []).map(entry => treeEntry(repo, entry, prefix + entry.path))
    return { __typename: 'Tree', id: nodeId('Tree', 0), oid, entries }
  }

  function entryAt(repo: RepositoryRow, treeOid: string, path: string): TreeEntry | undefined {
    let entry: TreeEntry | undefined
    for (const part of path.split('/')) {
      const here = entry?.sha ?? treeOid
      entry = world
        .git(repo.id)
        .entries(here)
        ?.find(one => one.path === part)
      if (entry === undefined) return undefined
    }
    return entry
  }

  function at(repo: RepositoryRow, treeOid: string, path: string): Node | null {
    if (path === '') return tree(repo, treeOid)
    const entry = entryAt(repo, treeOid, path)
    if (entry === undefined) return null
    return entry.type === 'tree' ? tree(repo, entry.sha, `${path}/`) : blob(repo, entry.sha)
  }

  function commit(repo: RepositoryRow, oid: string): Node {
    const row = world.git(repo.id).commit(oid)
    if (row === undefined) throw notFound()
    const person = (name: string, email: string, date: string): Node => ({ name, email, date, user: null })
    const [messageHeadline = '', ...rest] = row.message.split('\n')
    return {
      __typename: 'Commit',
      id: row.node_id,
      oid,
      abbreviatedOid: oid.slice(0, 7),
      message: row.message,
      messageHeadline,
      messageBody: rest.join('\n').trim(),
      url: page(repo.id, `commit/${oid}`),
      committedDate: row.committer_date,
      authoredDate: row.author_date,
      author: person(row.author_name, row.author_email, row.author_date),
      committer: person(row.committer_name, row.committer_email, row.committer_date),
      // GitHub signs what it commits itself, in nobody else's name.
      signature:
        row.committer_name === 'GitHub'
          ? { __typename: 'GpgSignature', isValid: true, state: 'VALID', wasSignedByGitHub: true }
          : null,
      tree: () => tree(repo, row.tree_sha),
      file: ({ path }: { readonly path: string }) => {
        const entry = entryAt(repo, row.tree_sha, path)
        return entry === undefined ? null : treeEntry(repo, entry, path)
      },
      parents: (args: PageArguments) =>
        connection(row.parent_shas, { field: 'parents', ...args }, parent => commit(repo, parent)),
      history: (args: PageArguments) => connection(history(repo, oid), { field: 'history', ...args }, one => commit(repo, one)),
    }
  }

  function history(repo: RepositoryRow, oid: string): readonly string[] {
    const found = new Set([oid])
    for (const one of found) for (const parent of world.git(repo.id).commit(one)?.parent_shas ?? []) found.add(parent)
    return [...found]
  }

  function ref(repo: RepositoryRow, name: string): Node | null {
    const row = tables.refs.findBy('repo_id', repo.id).find(one => one.ref === name)
    if (row === undefined) return null
    const [, prefix = '', rest = ''] = /^(refs\/[^/]+\/)(.+)$/.exec(name) ?? []
    const target = () => commit(repo, row.sha)
    return { __typename: 'Ref', id: row.node_id, name: rest, prefix, target, repository: () => repository(repo) }
  }

  function object(
    repo: RepositoryRow,
    { oid, expression }: { readonly oid?: string | null; readonly expression?: string | null },
  ): Node | null {
    const git = world.git(repo.id)
    if (typeof oid === 'string') {
      if (git.commit(oid) !== undefined) return commit(repo, oid)
      if (git.entries(oid) !== undefined) return tree(repo, oid)
      return git.blob(oid) === undefined ? null : blob(repo, oid)
    }
    const [name = '', ...path] = (expression ?? '').split(':')
    const found = git.resolve(name)
    const treeOid = found === undefined ? (git.entries(name) === undefined ? undefined : name) : git.commit(found)?.tree_sha
    if (path.length === 0) return found === undefined ? null : commit(repo, found)
    return treeOid === undefined ? null : at(repo, treeOid, path.join(':').replace(/\/$/, ''))
  }

  return { commit, ref, object }
}
