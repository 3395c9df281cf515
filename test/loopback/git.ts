import { createHash } from 'node:crypto'
import type { CommitFields, Tables, TreeEntry } from './emulate-tables.ts'
import { createHistory, type History } from './git-history.ts'
import { mergeFiles, type Merge } from './git-merge.ts'
import { nodeId } from './node-id.ts'

const hash = (type: string, content: Uint8Array): string =>
  createHash('sha1').update(`${type} ${content.byteLength}\0`).update(content).digest('hex')

export interface FileEntry {
  readonly mode: string
  readonly sha: string
}

export interface NewCommit {
  readonly tree: string
  readonly parents: readonly string[]
  readonly message: string
  readonly author: { readonly id: number; readonly name: string; readonly email: string }
}

/** Git's objects and branches of one repository, on emulate's tables, so that its own routes see them too. */
export interface Git extends History {
  readonly repoId: number
  blob(sha: string): Buffer | undefined
  putBlob(content: Uint8Array): string
  entries(tree: string): readonly TreeEntry[] | undefined
  flat(tree: string): ReadonlyMap<string, FileEntry>
  /** The tree with these paths written or, where null, removed. */
  putTree(base: string | undefined, changes: ReadonlyMap<string, FileEntry | null>): string
  commit(sha: string): CommitFields | undefined
  putCommit(commit: NewCommit): string
  branch(name: string): string | undefined
  /** Any reference, by its whole name. */
  ref(name: string): string | undefined
  branches(): ReadonlyMap<string, string>
  /** `null` deletes. */
  setBranch(name: string, sha: string | null): void
  setRef(name: string, sha: string | null): void
  resolve(expression: string): string | undefined
  /** File by file: a file that both sides changed differently is a conflict. */
  merge(base: string, head: string): Merge
  /** Takes a commit and all it reaches over from another repository of the network. */
  fetch(from: Git, sha: string): void
}

const gitHub = { name: 'GitHub', email: 'noreply@github.com' } as const

export function createGit(tables: Tables, repoId: number): Git {
  const here = <Row extends { readonly repo_id: number }>(rows: readonly Row[]): Row | undefined =>
    rows.find(row => row.repo_id === repoId)
  const commit = (sha: string): CommitFields | undefined => here(tables.commits.findBy('sha', sha))
  const entries = (sha: string): readonly TreeEntry[] | undefined => here(tables.trees.findBy('sha', sha))?.tree
  const refRow = (name: string) => tables.refs.findBy('repo_id', repoId).find(row => row.ref === name)

  function putBlob(content: Uint8Array): string {
    const bytes = Buffer.from(content)
    const sha = hash('blob', bytes)
    if (here(tables.blobs.findBy('sha', sha)) !== undefined) return sha
    const text = bytes.toString('utf8')
    const isText = !text.includes('\0') && Buffer.from(text, 'utf8').equals(bytes)
    const stored = { content: isText ? text : bytes.toString('base64'), encoding: isText ? 'utf-8' : 'base64' } as const
    const row = tables.blobs.insert({ repo_id: repoId, sha, node_id: '', size: bytes.byteLength, ...stored })
    tables.blobs.update(row.id, { node_id: nodeId('Blob', row.id) })
    return sha
  }

  function blob(sha: string): Buffer | undefined {
    const row = here(tables.blobs.findBy('sha', sha))
    return row && Buffer.from(row.content, row.encoding === 'base64' ? 'base64' : 'utf8')
  }

  function putEntries(list: readonly TreeEntry[]): string {
    const named = list.map(entry => ({ entry, name: Buffer.from(entry.type === 'tree' ? `${entry.path}/` : entry.path) }))
    const ordered = named.toSorted((left, right) => Buffer.compare(left.name, right.name)).map(({ entry }) => entry)
    const content = ordered.flatMap(entry => [
      Buffer.from(`${entry.mode.replace(/^0+/, '')} ${entry.path}\0`),
      Buffer.from(entry.sha, 'hex'),
    ])
    const sha = hash('tree', Buffer.concat(content))
    if (entries(sha) !== undefined) return sha
    const row = tables.trees.insert({ repo_id: repoId, sha, node_id: '', tree: ordered, truncated: false })
    tables.trees.update(row.id, { node_id: nodeId('Tree', row.id) })
    return sha
  }

  function flat(tree: string): ReadonlyMap<string, FileEntry> {
    const found = new Map<string, FileEntry>()
    const walk = (sha: string, prefix: string): void => {
      for (const entry of entries(sha) ?? []) {
        if (entry.type === 'tree') walk(entry.sha, `${prefix}${entry.path}/`)
        else found.set(prefix + entry.path, { mode: entry.mode, sha: entry.sha })
      }
    }
    walk(tree, '')
    return found
  }

  function putTree(base: string | undefined, changes: ReadonlyMap<string, FileEntry | null>): string {
    const kept = new Map((base === undefined ? [] : (entries(base) ?? [])).map(entry => [entry.path, entry]))
    const below = new Map<string, Map<string, FileEntry | null>>()
    for (const [path, change] of changes) {
      const slash = path.indexOf('/')
      if (slash >= 0) {
        const folder = path.slice(0, slash)
        below.set(folder, (below.get(folder) ?? new Map<string, FileEntry | null>()).set(path.slice(slash + 1), change))
      } else if (change === null) kept.delete(path)
      else kept.set(path, { path, mode: change.mode, type: 'blob', sha: change.sha, size: blob(change.sha)?.byteLength ?? 0 })
    }
    for (const [folder, inside] of below) {
      const before = kept.get(folder)
      const sha = putTree(before?.type === 'tree' ? before.sha : undefined, inside)
      if ((entries(sha) ?? []).length === 0) kept.delete(folder)
      else kept.set(folder, { path: folder, mode: '040000', type: 'tree', sha })
    }
    return putEntries([...kept.values()])
  }

  function putCommit(made: NewCommit): string {
    const now = new Date(Math.floor(Date.now() / 1_000) * 1_000).toISOString()
    const stamp = `${Date.parse(now) / 1_000} +0000`
    const head = [
      `tree ${made.tree}`,
      ...made.parents.map(parent => `parent ${parent}`),
      `author ${made.author.name} <${made.author.email}> ${stamp}`,
      `committer ${gitHub.name} <${gitHub.email}> ${stamp}`,
    ]
    const sha = hash('commit', Buffer.from(`${head.join('\n')}\n\n${made.message.replace(/\n*$/, '\n')}`))
    if (commit(sha) !== undefined) return sha
    const row = tables.commits.insert({
      repo_id: repoId,
      sha,
      node_id: '',
      message: made.message,
      author_name: made.author.name,
      author_email: made.author.email,
      author_date: now,
      committer_name: gitHub.name,
      committer_email: gitHub.email,
      committer_date: now,
      tree_sha: made.tree,
      parent_shas: made.parents,
      user_id: made.author.id,
    })
    tables.commits.update(row.id, { node_id: nodeId('Commit', row.id) })
    return sha
  }

  function setRef(name: string, sha: string | null): void {
    const ref = refRow(name)
    if (sha === null) {
      if (ref) tables.refs.delete(ref.id)
    } else if (ref) tables.refs.update(ref.id, { sha })
    else {
      const made = tables.refs.insert({ repo_id: repoId, ref: name, sha, node_id: '' })
      tables.refs.update(made.id, { node_id: nodeId('Ref', made.id) })
    }
    if (name.startsWith('refs/heads/')) noteBranch(name.slice('refs/heads/'.length), sha)
  }

  /** emulate keeps branches twice. */
  function noteBranch(name: string, sha: string | null): void {
    const branch = tables.branches.findBy('repo_id', repoId).find(row => row.name === name)
    if (sha === null) {
      if (branch) tables.branches.delete(branch.id)
    } else if (branch) tables.branches.update(branch.id, { sha })
    else tables.branches.insert({ repo_id: repoId, name, sha, protected: false })
  }

  const history = createHistory(commit)

  const branches = (): ReadonlyMap<string, string> =>
    new Map(
      tables.refs
        .findBy('repo_id', repoId)
        .filter(row => row.ref.startsWith('refs/heads/'))
        .map(row => [row.ref.slice('refs/heads/'.length), row.sha] as const)
        .toSorted(([left], [right]) => (left < right ? -1 : 1)),
    )

  const git: Git = {
    repoId,
    blob,
    putBlob,
    entries,
    flat,
    putTree,
    commit,
    putCommit,
    branch: name => refRow(`refs/heads/${name}`)?.sha,
    ref: name => refRow(name)?.sha,
    branches,
    setBranch: (name, sha) => setRef(`refs/heads/${name}`, sha),
    setRef,
    resolve: expression => {
      const name = expression.replace(/^refs\/heads\//, '')
      if (name === 'HEAD') return refRow(`refs/heads/${tables.repos.get(repoId)?.default_branch ?? ''}`)?.sha
      return refRow(`refs/heads/${name}`)?.sha ?? refRow(expression)?.sha ?? (commit(name) === undefined ? undefined : name)
    },
    ...history,
    merge: (base, head) => mergeFiles(git, base, head),
    fetch: (from, sha) => {
      const copyTree = (tree: string): void => {
        if (entries(tree) !== undefined) return
        for (const entry of from.entries(tree) ?? []) {
          if (entry.type === 'tree') copyTree(entry.sha)
          else putBlob(from.blob(entry.sha) ?? Buffer.alloc(0))
        }
        putEntries(from.entries(tree) ?? [])
      }
      const open = [sha]
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        const other = from.commit(next)
        if (other === undefined || commit(next) !== undefined) continue
        copyTree(other.tree_sha)
        const {
          sha: oid,
          node_id,
          message,
          author_name,
          author_email,
          author_date,
          committer_name,
          committer_email,
          committer_date,
          tree_sha,
          parent_shas,
          user_id,
        } = other
        tables.commits.insert({
          repo_id: repoId,
          sha: oid,
          node_id,
          message,
          author_name,
          author_email,
          author_date,
          committer_name,
          committer_email,
          committer_date,
          tree_sha,
          parent_shas,
          user_id,
        })
        open.push(...parent_shas)
      }
    },
  }
  return git
}
