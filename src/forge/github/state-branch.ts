import { z } from 'zod'
import { PerpetualError } from '../../domain/errors.ts'
import type { Head } from '../forge.ts'
import type { Api } from './api.ts'
import { createReference } from './commits.ts'
import type { GithubContext } from './context.ts'

export const stateBranch = 'perpetual/state'
export const stateRef = `refs/heads/${stateBranch}`

/** Where the last commit of a session is noted, so that the next one sees when the branch was deleted or rewritten. */
export const mirrorRef = 'refs/perpetual-mirror/state'

/** A lost race costs no second request while the branch moved on by less than this. */
const seenCommits = 50

/** A server that lags behind catches up within a few seconds. */
const looks = 3
const pauseMs = 1_000

const oidSchema = z.object({ oid: z.string() })
export const tipSchema = z.object({
  target: oidSchema.extend({ history: z.object({ totalCount: z.int(), nodes: z.array(oidSchema) }).optional() }),
})
const refSchema = z.object({ target: oidSchema })

/** Selects what `toTip` reads. */
export const tipSelection = `target { oid ... on Commit { history(first: ${seenCommits}) { totalCount nodes { oid } } } }`

/** The branch at one look. */
export interface Tip {
  readonly head: Head
  /** The newest of its commits. */
  readonly recent: ReadonlySet<string>
  readonly commits: number
}

export const toTip = (ref: z.infer<typeof tipSchema> | null | undefined): Tip => ({
  head: ref?.target.oid ?? null,
  recent: new Set(ref?.target.history?.nodes.map(({ oid }) => oid)),
  commits: ref?.target.history?.totalCount ?? 0,
})

/** A branch that only the automation writes, held against what is known of it. */
export interface StateBranch {
  /** The newest commit; puts a deleted branch back, and refuses a rewritten one, whose ledgers would let money be spent twice. */
  newest(): Promise<Head>
  /** What was last seen or made; undefined where somebody else is known to have been first since. */
  known(): Head | undefined
  mirrored(): Head
  commits(): number
  /** Notes an own commit. */
  moved(head: string): void
  /** Notes that the branch is elsewhere. */
  outdated(): void
  /** Notes what was written to the mirror. */
  mirroredAt(head: string): void
}

const fetchTip = async (api: Api): Promise<Tip> =>
  toTip(
    await api.field(tipSchema, {
      selection: `ref(qualifiedName: $name) { ${tipSelection} }`,
      variables: { name: ['String!', stateRef] },
      permission: 'contents: read',
    }),
  )

const fetchMirror = async (api: Api): Promise<Head> => {
  const found = await api.field(refSchema, {
    selection: 'ref(qualifiedName: $name) { target { oid } }',
    variables: { name: ['String!', mirrorRef] },
    permission: 'contents: read',
  })
  return found?.target.oid ?? null
}

const comparisonSchema = z.object({ status: z.string() })

/** Whether `older` is before `newer` in history, by the second page of one commit, which has no files. */
const relation = async (api: Api, older: string, newer: string): Promise<'ahead' | 'behind' | 'apart'> => {
  const reply = await api.rest({
    route: 'GET /repos/{owner}/{repo}/compare/{range}',
    parameters: { range: `${older}...${newer}`, per_page: 1, page: 2 },
    permission: 'contents: read',
    expected: [404, 422],
  })
  const { data } = comparisonSchema.safeParse(reply.data)
  if (data?.status === 'ahead' || data?.status === 'identical') return 'ahead'
  return data?.status === 'behind' ? 'behind' : 'apart'
}

const rewritten = (repository: string, wanted: string): PerpetualError => {
  const refs = `repos/${repository}/git/refs`
  return new PerpetualError(
    `Expected the branch ${stateBranch} to go on from ${wanted.slice(0, 12)}, found it rewritten: \`gh api -X PATCH ${refs}/heads/${stateBranch} -f sha=${wanted} -F force=true\` restores it, \`gh api -X DELETE ${refs}/${mirrorRef.slice('refs/'.length)}\` accepts it as it is`,
    { actBy: 'fix-config' },
  )
}

const unseen = (): PerpetualError =>
  new PerpetualError(`Expected GitHub to show the branch ${stateBranch}, but it shows none and says that there is one`, {
    actBy: 'next-run',
  })

export interface FirstLook {
  readonly tip: Tip
  readonly mirror: Head
}

/** Starts from what opening the repository saw. */
export const createStateBranch = (context: GithubContext, first: FirstLook): StateBranch => {
  const { api, clock, repository } = context
  let { mirror } = first
  let commits = first.tip.commits
  const isFirstSound = mirror === null || mirror === first.tip.head || first.tip.recent.has(mirror)
  /** The newest commit that the branch had for sure; it must go on from there. */
  let anchor: Head = isFirstSound ? first.tip.head : mirror
  let known: Head | undefined = isFirstSound ? first.tip.head : undefined

  const settle = (tip: Tip): Head => {
    anchor = tip.head
    known = tip.head
    commits = tip.commits
    return tip.head
  }

  /** Compacting writes a commit that goes on from nothing, and notes it in the mirror with the same request. */
  const isCompacted = async (head: string, recent: ReadonlySet<string>): Promise<boolean> => {
    const current = await fetchMirror(api)
    if (current === null || current === mirror) return false
    const isNoted = recent.has(current) || (await relation(api, current, head)) === 'ahead'
    if (isNoted) mirror = current
    return isNoted
  }

  const look = async (left: number): Promise<Head> => {
    const tip = await fetchTip(api)
    const { head, recent } = tip
    if (head === anchor || anchor === null) return settle(tip)
    if (head === null) {
      if (await createReference(context, stateRef, anchor)) return settle({ ...tip, head: anchor })
      if (left <= 0) throw unseen()
      await clock.sleep(pauseMs)
      return look(left - 1)
    }
    if (recent.has(anchor)) return settle(tip)
    const related = await relation(api, anchor, head)
    if (related === 'ahead' || (related === 'apart' && (await isCompacted(head, recent)))) return settle(tip)
    if (left <= 0) throw rewritten(repository, anchor)
    // The answer may be of a server that has not seen the last write yet.
    await clock.sleep(pauseMs)
    return look(related === 'behind' ? left - 1 : 0)
  }

  return {
    newest: () => look(looks),
    known: () => known,
    mirrored: () => mirror,
    commits: () => commits,
    moved: head => {
      anchor = head
      known = head
      commits += 1
    },
    outdated: () => {
      known = undefined
    },
    mirroredAt: head => {
      mirror = head
      anchor = head
      known = head
    },
  }
}
