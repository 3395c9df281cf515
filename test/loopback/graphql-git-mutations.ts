import type { Caller } from './accounts.ts'
import type { FileEntry } from './git.ts'
import type { Nodes } from './graphql-nodes.ts'
import { text, unprocessable, unresolved, type Input, type Permits } from './graphql-permits.ts'
import { HttpError } from './http-error.ts'
import { readNodeId } from './node-id.ts'
import { authorOf, type RepositoryRow, type World } from './world.ts'

const none = '0'.repeat(40)
const contents = { grants: ['contents'], role: 'write' } as const

interface Around {
  readonly caller: Caller
  readonly nodes: Nodes
  readonly permits: Permits
}

/** Commits and references. */
export function createGitMutations(world: World, { caller, nodes, permits: { check, repositoryById } }: Around) {
  const { tables } = world

  function refById(id: unknown): { readonly repo: RepositoryRow; readonly ref: string } {
    const read = readNodeId(text(id))
    const row = read?.type === 'Ref' ? tables.refs.get(read.id) : undefined
    if (row === undefined) throw unresolved(id)
    return { repo: world.repository(row.repo_id), ref: row.ref }
  }

  function move(repo: RepositoryRow, ref: string, wanted: { readonly oid: string; readonly force: boolean }): void {
    const git = world.git(repo.id)
    world.checkGuard(repo.id, ref)
    const before = git.ref(ref)
    if (git.commit(wanted.oid) === undefined) throw unprocessable(`Object does not exist: ${wanted.oid}`)
    if (!wanted.force && before !== undefined && !git.isAncestor(before, wanted.oid))
      throw unprocessable('Update is not a fast forward')
    git.setRef(ref, wanted.oid)
  }

  function fileChanges(repo: RepositoryRow, head: string, input: Input): ReadonlyMap<string, FileEntry | null> {
    const git = world.git(repo.id)
    const { additions, deletions } = { additions: [], deletions: [], ...(input['fileChanges'] as object | undefined) } as {
      readonly additions: readonly { readonly path: string; readonly contents: string }[] | null
      readonly deletions: readonly { readonly path: string }[] | null
    }
    const before = git.flat(git.commit(head)?.tree_sha ?? '')
    const changes = new Map<string, FileEntry | null>()
    for (const { path } of deletions ?? []) {
      if (!before.has(path))
        throw unprocessable(`A path was requested for deletion which does not exist as of commit oid \`${head}\``)
      changes.set(path, null)
    }
    for (const { path, contents: base64 } of additions ?? []) {
      if (path.split('/').some(part => ['', '.', '..', '.git'].includes(part))) throw unprocessable(`path is invalid: ${path}`)
      if (!/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) throw unprocessable('contents must be base64-encoded')
      changes.set(path, { mode: before.get(path)?.mode ?? '100644', sha: git.putBlob(Buffer.from(base64, 'base64')) })
    }
    checkWorkflows([...changes.keys()])
    return changes
  }

  /** GitHub keeps workflows from tokens that were not given them in so many words. */
  function checkWorkflows(paths: readonly string[]): void {
    const path = paths.find(one => one.startsWith('.github/workflows/'))
    if (path === undefined) return
    const may = caller.grants === null ? caller.scopes?.includes('workflow') !== false : caller.grants['workflows'] === 'write'
    if (may) return
    const missing =
      caller.grants === null
        ? 'an OAuth App to create or update workflow `' + path + '` without `workflow` scope'
        : 'a GitHub App to create or update workflow `' + path + '` without `workflows` permission'
    throw new HttpError(403, `refusing to allow ${missing}`, { type: 'FORBIDDEN' })
  }

  function commitTarget(input: Input): { readonly repo: RepositoryRow; readonly branch: string } {
    const branch = input['branch'] as {
      readonly id?: string
      readonly repositoryNameWithOwner?: string
      readonly branchName?: string
    }
    if (typeof branch.id === 'string') {
      const { repo, ref } = refById(branch.id)
      return { repo, branch: ref.replace(/^refs\/heads\//, '') }
    }
    const [owner = '', name = ''] = (branch.repositoryNameWithOwner ?? '').split('/')
    const repo = world.find(owner, name)
    if (repo === undefined) throw new HttpError(404, `Could not resolve to a Repository with the name '${owner}/${name}'.`)
    return { repo, branch: (branch.branchName ?? '').replace(/^refs\/heads\//, '') }
  }

  function createCommitOnBranch(input: Input): unknown {
    const { repo, branch } = commitTarget(input)
    check('createCommitOnBranch', repo, contents)
    const git = world.git(repo.id)
    const head = git.branch(branch)
    if (head === undefined) throw new HttpError(404, `Could not resolve to a Ref with the name '${branch}'.`)
    if (head !== input['expectedHeadOid'])
      throw new HttpError(
        409,
        `Expected branch to point to "${text(input['expectedHeadOid'])}" but it did not.  Pull and try again.`,
        { type: 'STALE_DATA' },
      )
    world.checkGuard(repo.id, `refs/heads/${branch}`)
    const changes = fileChanges(repo, head, input)
    const { headline, body } = input['message'] as { readonly headline: string; readonly body?: string | null }
    const message = typeof body === 'string' && body !== '' ? `${headline}\n\n${body}` : headline
    const oid = git.putCommit({
      tree: git.putTree(git.commit(head)?.tree_sha, changes),
      parents: [head],
      message,
      author: authorOf(world, caller),
    })
    git.setBranch(branch, oid)
    return { commit: nodes.commit(repo, oid), ref: nodes.ref(repo, `refs/heads/${branch}`) }
  }

  function createRef(input: Input): unknown {
    const repo = repositoryById(input['repositoryId'])
    check('createRef', repo, contents)
    const name = text(input['name'])
    if (!/^refs\/[^/]+\/.+/.test(name)) throw unprocessable(`${name} is not a valid ref name.`)
    if (world.git(repo.id).ref(name) !== undefined) throw unprocessable(`A ref named "${name}" already exists in the repository.`)
    move(repo, name, { oid: text(input['oid']), force: true })
    return { ref: nodes.ref(repo, name) }
  }

  /** All of them or none. */
  function updateRefs(input: Input): unknown {
    const repo = repositoryById(input['repositoryId'])
    check('updateRefs', repo, contents)
    const git = world.git(repo.id)
    const updates = input['refUpdates'] as readonly {
      readonly name: string
      readonly afterOid: string
      readonly beforeOid?: string | null
      readonly force?: boolean | null
    }[]
    for (const { name, beforeOid, afterOid, force } of updates) {
      if (!/^refs\/[^/]+\/.+/.test(name)) throw unprocessable(`${name} is not a valid ref name.`)
      world.checkGuard(repo.id, name)
      const head = git.ref(name) ?? none
      if (typeof beforeOid === 'string' && beforeOid !== head)
        throw new HttpError(409, `Reference update failed: ${name} is not at ${beforeOid}`, { type: 'STALE_DATA' })
      if (afterOid !== none && git.commit(afterOid) === undefined) throw unprocessable(`Object does not exist: ${afterOid}`)
      if (force !== true && head !== none && afterOid !== none && !git.isAncestor(head, afterOid))
        throw unprocessable('Update is not a fast forward')
    }
    for (const { name, afterOid } of updates) git.setRef(name, afterOid === none ? null : afterOid)
    return { clientMutationId: null }
  }

  function updateRef(input: Input): unknown {
    const { repo, ref } = refById(input['refId'])
    check('updateRef', repo, contents)
    move(repo, ref, { oid: text(input['oid']), force: input['force'] === true })
    return { ref: nodes.ref(repo, ref) }
  }

  function deleteRef(input: Input): unknown {
    const { repo, ref } = refById(input['refId'])
    check('deleteRef', repo, contents)
    world.checkGuard(repo.id, ref)
    if (ref === `refs/heads/${repo.default_branch}`) throw unprocessable('Cannot delete the default branch')
    world.git(repo.id).setRef(ref, null)
    return { clientMutationId: null }
  }

  return { createCommitOnBranch, createRef, updateRef, updateRefs, deleteRef }
}
