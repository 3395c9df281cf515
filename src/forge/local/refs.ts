import { PerpetualError } from '../../domain/errors.ts'
import type { Head } from '../forge.ts'
import { gitFailure } from '../git.ts'
import type { Repository } from './repository.ts'

export const refOf = (branch: string): string => `refs/heads/${branch}`

/**
 * Where the automation notes the last commit of a branch that only it writes, so that a deleted or rewritten one is noticed.
 * Not below `refs/perpetual/`, which git would read where a person writes `perpetual/state` (gitrevisions(7): `refs/<name>` comes before `refs/heads/<name>`).
 */
export const mirrorOf = (branch: string): string => `refs/perpetual-mirror/${branch.replace(/^perpetual\//, '')}`

/** The commits of all branches below `prefix`, which ends in `/` or is a whole branch name. */
export const branchHeads = async (repository: Repository, prefix: string): Promise<ReadonlyMap<string, string>> => {
  const lines = await repository.output('list branches', ['for-each-ref', '--format=%(objectname) %(refname)', refOf(prefix)])
  return new Map(
    lines
      .split('\n')
      .filter(line => line !== '')
      .map(line => {
        const [oid = '', ref = ''] = line.split(' ')
        return [ref.slice('refs/heads/'.length), oid] as const
      }),
  )
}

export const branchHead = async (repository: Repository, branch: string): Promise<Head> =>
  (await branchHeads(repository, branch)).get(branch) ?? null

const lostRace = /is at [0-9a-f]+ but expected|reference already exists|unable to resolve reference/

/** A power failure can leave a branch's file empty; git calls it neither there nor free. */
const broken = ({ gitDir }: Repository, branch: string): PerpetualError =>
  new PerpetualError(
    `Expected a commit in ${gitDir}/${refOf(branch)}, found a broken file: write the branch's last commit there (\`git rev-parse ${mirrorOf(branch)}\`, else \`git fsck --lost-found\`, names it)`,
    { actBy: 'fix-config' },
  )

export interface Move {
  readonly branch: string
  readonly from: Head
  readonly to: string
  readonly why: string
  /** Set for branches that only the automation writes: they are mirrored, and keep no log, which would hold compacted history alive. */
  readonly own: boolean
}

/** Moves a branch if it still is at `from` (null: if it does not exist); false where somebody else was first. */
export const moveBranch = async (repository: Repository, { branch, from, to, why, own }: Move): Promise<boolean> => {
  const quiet = own ? ['-c', 'core.logAllRefUpdates=false'] : []
  // One transaction; the branch is renamed into place before its mirror, so a mirror is never ahead of an honest branch.
  const lines = [`update ${refOf(branch)} ${to} ${from ?? repository.zero}`, ...(own ? [`update ${mirrorOf(branch)} ${to}`] : [])]
  const result = await repository.git([...quiet, 'update-ref', '-m', why, '--stdin'], { input: `${lines.join('\n')}\n` })
  if (result.code === 0) return true
  if (result.stderr.includes('reference broken')) throw broken(repository, branch)
  if (lostRace.test(result.stderr)) return false
  const blocking = /'refs\/heads\/([^']+)' exists; cannot create/.exec(result.stderr)?.[1]
  if (blocking === undefined) throw gitFailure(`move the branch \`${branch}\``, result)
  throw new PerpetualError(`Expected to create the branch \`${branch}\`, but a branch \`${blocking}\` is in its way: rename it`, {
    actBy: 'fix-config',
  })
}
