import type { Caller } from './accounts.ts'
import type { Books } from './books.ts'
import type { FileEntry } from './git.ts'
import type { LoopbackGithub } from './interface.ts'
import { authorOf, type World } from './world.ts'

type Deeds = Pick<LoopbackGithub, 'branches' | 'files' | 'commit' | 'deleteBranch' | 'setBranch' | 'openFork' | 'transferIssue'>

export interface Hand {
  readonly deeds: Deeds
  /** One after the other, so that no request sees another half done; what it pushed is told afterwards. */
  exclusive<Result>(by: string, act: () => Result | Promise<Result>): Promise<Result>
}

const none = '0'.repeat(40)

/** What people do with git and the web page, beside the API. */
export function createHand(world: World, books: Books): Hand {
  const git = world.git(world.mainRepoId)
  let heads = snapshot()
  let last: Promise<unknown> = Promise.resolve()

  function snapshot(): ReadonlyMap<string, string> {
    return new Map(world.tables.refs.all().map(row => [`${row.repo_id} ${row.ref}`, row.sha]))
  }

  function tell(by: string): void {
    const before = heads
    heads = snapshot()
    for (const key of new Set([...before.keys(), ...heads.keys()])) {
      const [old, fresh] = [before.get(key), heads.get(key)]
      const [id = '', ref = ''] = key.split(' ')
      if (old === fresh || !ref.startsWith('refs/heads/')) continue
      const forced = old !== undefined && fresh !== undefined && !world.git(Number(id)).isAncestor(old, fresh)
      const payload = {
        ref,
        before: old ?? none,
        after: fresh ?? none,
        created: old === undefined,
        deleted: fresh === undefined,
        forced,
      }
      world.emit(
        { name: 'push', by },
        {
          ...payload,
          head_commit: fresh === undefined ? null : { id: fresh, message: world.git(Number(id)).commit(fresh)?.message },
        },
        Number(id),
      )
      books.pulls.follow(by, { repoId: Number(id), branch: ref.slice('refs/heads/'.length), sha: fresh ?? null })
    }
  }

  async function exclusive<Result>(by: string, act: () => Result | Promise<Result>): Promise<Result> {
    const run = last.then(async () => {
      try {
        return await act()
      } finally {
        tell(by)
      }
    })
    last = run.catch(() => {})
    return run
  }

  function person(login: string): Caller {
    if (world.accounts.user(login) === undefined) world.accounts.addPerson(login, 'admin')
    return { login, kind: 'person', grants: null, scopes: null, token: '' }
  }

  const commit: Deeds['commit'] = (...[by, branch, changes, options]) =>
    exclusive(by, () => {
      const author = authorOf(world, person(by))
      const main = git.branch(world.repository(world.mainRepoId).default_branch) ?? ''
      // A forced commit replaces what the branch had on top of the default branch.
      const parent = options?.force === true ? main : (git.branch(branch) ?? main)
      const entries = changes.map(({ path, text }): [string, FileEntry | null] => [
        path,
        text === null ? null : { mode: '100644', sha: git.putBlob(Buffer.from(text)) },
      ])
      const tree = git.putTree(git.commit(parent)?.tree_sha, new Map(entries))
      const oid = git.putCommit({ tree, parents: [parent], message: options?.message ?? 'A commit by hand', author })
      git.setBranch(branch, oid)
      return oid
    })

  const deeds: Deeds = {
    branches: () => git.branches(),
    files: async name => {
      const oid = git.resolve(name)
      const flat = git.flat((oid && git.commit(oid)?.tree_sha) ?? '')
      return new Map([...flat].map(([path, entry]) => [path, git.blob(entry.sha)?.toString('utf8') ?? '']))
    },
    commit,
    deleteBranch: (by, branch) => exclusive(by, () => git.setBranch(branch, null)),
    setBranch: (by, branch, oid) => exclusive(by, () => git.setBranch(branch, oid)),
    openFork: login =>
      exclusive(login, () => {
        if (world.accounts.user(login) === undefined) world.accounts.addPerson(login, 'none')
        const source = world.repository(world.mainRepoId)
        const { id: _id, created_at: _created, updated_at: _updated, ...fields } = source
        const owner = { owner_id: world.accounts.user(login)?.id ?? 0, owner_type: 'User', fork: true, forked_from_id: source.id }
        const fork = world.tables.repos.insert({ ...fields, ...owner, full_name: `${login}/${source.name}`, node_id: '' })
        world.tables.repos.update(fork.id, {
          node_id: Buffer.from(`0:Repository${fork.id}`).toString('base64').replace(/=+$/, ''),
        })
        const head = git.branch(source.default_branch) ?? ''
        world.git(fork.id).fetch(git, head)
        world.git(fork.id).setBranch(source.default_branch, head)
        return { owner: login, repo: source.name }
      }),
    transferIssue: (by, number) =>
      exclusive(by, () => books.issues.transfer(person(by).login, books.issues.get(world.mainRepoId, number))),
  }
  return { deeds, exclusive }
}
