import { z } from 'zod'
import { isOk, type Ask } from '../setup/ask-github.ts'
import { ok, problem, unseen, warning, type Check } from './doctor-check.ts'
import type { GithubView } from './github-view.ts'

const rulesSchema = z.array(z.object({ type: z.string() }))

/** Rules that do not get in the way of a commit that GitHub signs. */
const harmless = new Set(['required_signatures', 'required_linear_history', 'copilot_code_review'])
/** Rules that only get in the way of what is rare: folding a long history, deleting a branch. */
const rare = new Set(['deletion', 'non_fast_forward'])

/** The types of the rules that hold for a branch of this name, there or not; undefined where they cannot be seen. */
async function rulesOf(ask: Ask, branch: string): Promise<readonly string[] | undefined> {
  const answer = await ask('GET /repos/{owner}/{repo}/rules/branches/{branch}', { branch, per_page: 100 })
  const found = rulesSchema.safeParse(answer.data)
  return isOk(answer) && found.success ? [...new Set(found.data.map(({ type }) => type))].toSorted() : undefined
}

const branchSchema = z.object({ protected: z.boolean() })

/** Classic protection, which only a branch that is there tells of; undefined where there is none or it cannot be seen. */
async function isProtected(ask: Ask, branch: string): Promise<boolean | undefined> {
  const answer = await ask('GET /repos/{owner}/{repo}/branches/{branch}', { branch })
  return isOk(answer) ? branchSchema.safeParse(answer.data).data?.protected : undefined
}

async function checkStateBranch({ ask, facts }: GithubView): Promise<readonly Check[]> {
  const branch = 'perpetual/state'
  const [rules, protection] = await Promise.all([rulesOf(ask, branch), isProtected(ask, branch)])
  const todo = `Exclude \`perpetual/**\` from them: ${facts.webUrl}/settings/rules and ${facts.webUrl}/settings/branches`
  if (rules === undefined) return [unseen('rules for perpetual/*', todo)]
  const blocking = rules.filter(type => !harmless.has(type) && !rare.has(type))
  if (blocking.length > 0) return [problem(`rules catch perpetual/*: ${blocking.slice(0, 10).join(', ')}`, todo)]
  const hindering = rules.filter(type => rare.has(type))
  if (hindering.length > 0)
    return [warning(`rules for perpetual/* (${hindering.join(', ')}) keep a long history from being folded`, todo)]
  if (protection === true) return [problem('branch protection catches perpetual/*', todo)]
  return [ok('no rule catches perpetual/*')]
}

async function checkDefaultBranch({ ask, facts }: GithubView): Promise<readonly Check[]> {
  const branch = facts.defaultBranch
  const [rules, protection] = await Promise.all([rulesOf(ask, branch), isProtected(ask, branch)])
  if (rules === undefined && protection === undefined)
    return [unseen(`rules for ${branch}`, `Settings → Rules: ${facts.webUrl}/settings/rules`)]
  const names = [...(rules ?? []), ...(protection === true ? ['branch protection'] : [])]
  return [
    names.length === 0
      ? ok(`no rule for ${branch}`)
      : ok(`rules for ${branch} (${names.slice(0, 10).join(', ')}); deliveries are pull requests in any case`),
  ]
}

/** Rules and protection that catch our branches, or that everything must pass on its way into the default branch. */
export const checkRules = async (view: GithubView): Promise<readonly Check[]> =>
  (await Promise.all([checkStateBranch(view), checkDefaultBranch(view)])).flat()
