import { toEpochMs, type Instant } from '../../domain/instant.ts'
import { checkPath } from '../file-path.ts'
import type { FileChange, Head } from '../forge.ts'
import { automation, gitFailure, type Identity } from '../git.ts'
import type { Repository } from './repository.ts'

export interface NewCommit {
  readonly base: Head
  readonly changes: readonly FileChange[]
  readonly message: string
  readonly at: Instant
  readonly author?: Identity
}

/** Never written: fast-import needs a name to build on, and is told to forget it before it ends. */
const scratch = 'refs/perpetual/unwritten'

const quote = (path: string): string => `"${path.replace(/["\\]/g, '\\$&')}"`
const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`
const person = ({ name, email }: Identity): string => `${name.replace(/[<>\n]/g, '')} <${email.replace(/[<>\n]/g, '')}>`

const changeCommand = ({ path, text }: FileChange): string =>
  text === null ? `D ${quote(path)}\n` : `M 100644 inline ${quote(path)}\n${data(text)}`

/** Removing a path that is a folder, or that is not there, would surprise; only files are removed. */
const effective = async (repository: Repository, base: Head, changes: readonly FileChange[]): Promise<readonly FileChange[]> => {
  const removed = changes.filter(change => change.text === null).map(change => change.path)
  const present = removed.length === 0 ? new Map<string, string>() : await repository.trees.find(base, removed)
  return changes.filter(change => change.text !== null || present.has(change.path))
}

/** Writes objects for one commit of `changes` on `base` and gives its id; no branch moves. One git process, about 6 ms. */
export const writeCommit = async (repository: Repository, commit: NewCommit): Promise<string> => {
  const { base, message, at, author = automation } = commit
  for (const change of commit.changes) checkPath(change.path)
  const changes = await effective(repository, base, commit.changes)
  const script = [
    `commit ${scratch}\nmark :1\ncommitter ${person(author)} ${Math.floor(toEpochMs(at) / 1000)} +0000\n`,
    data(`${message.trim()}\n`),
    base === null ? '' : `from ${base}\n`,
    ...changes.map(changeCommand),
    `get-mark :1\nreset ${scratch}\nfrom ${repository.zero}\n\ndone\n`,
  ]
  const result = await repository.git(['fast-import', '--quiet', '--done', '--date-format=raw'], { input: script.join('') })
  if (result.code !== 0) throw gitFailure('write a commit', result)
  return result.stdout.trim()
}

export interface NewMerge {
  readonly tree: string
  readonly parents: readonly string[]
  readonly message: string
  readonly at: Instant
  readonly author: Identity
}

/** Writes a commit of a tree that exists already and gives its id; no branch moves. */
export const writeTreeCommit = async (
  repository: Repository,
  { tree, parents, message, at, author }: NewMerge,
): Promise<string> => {
  const by = `${person(author)} ${Math.floor(toEpochMs(at) / 1000)} +0000`
  const head = [`tree ${tree}`, ...parents.map(parent => `parent ${parent}`), `author ${by}`, `committer ${by}`]
  const input = `${head.join('\n')}\n\n${message.trim()}\n`
  return (await repository.output('write a commit', ['hash-object', '-t', 'commit', '-w', '--stdin'], { input })).trim()
}
