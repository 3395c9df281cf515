import { z } from 'zod'
import type { Config } from '../config/schema.ts'
import { isOk } from '../setup/ask-github.ts'
import { ok, unseen, warning, type Check } from './doctor-check.ts'
import type { GithubView } from './github-view.ts'

const planSchema = z.object({ login: z.string(), plan: z.object({ name: z.string() }) })

/** `free`, `pro`, `team` and so on, which GitHub tells the owner alone. */
async function planOf({ ask, facts }: GithubView): Promise<string | undefined> {
  const answer = facts.ownedByOrganisation ? await ask('GET /orgs/{org}', { org: facts.owner }) : await ask('GET /user')
  const found = planSchema.safeParse(answer.data).data
  return isOk(answer) && found?.login.toLowerCase() === facts.owner.toLowerCase() ? found.plan.name.toLowerCase() : undefined
}

const drafts = 'draft pull requests (a label `draft` takes their place)'

/** What private repositories lack (docs.github.com, GitHub's plans): the Free plan all of it, Pro only drafts. */
function lacks(plan: string | undefined, usesDrafts: boolean): readonly string[] {
  const withoutDrafts = usesDrafts && (plan === undefined || plan === 'free' || plan === 'pro') ? [drafts] : []
  const isFree = plan === undefined || plan === 'free'
  return isFree ? ['environments (keys go into repository secrets)', 'rules for branches', ...withoutDrafts] : withoutDrafts
}

/** What the plan lacks; a public repository has all that is used on every plan. */
export async function checkPlan(view: GithubView, config: Config | undefined): Promise<readonly Check[]> {
  const { isPrivate, owner } = view.facts
  if (!isPrivate) return [ok('public repository: no limit of a plan is in the way')]
  const plan = await planOf(view)
  const missing = lacks(plan, config?.github.draft === true).join(', ')
  if (plan === undefined)
    return [unseen(`plan of ${owner}`, `On the Free plan a private repository has no ${missing}, and 2,000 minutes a month.`)]
  if (missing === '') return [ok(`private repository on the plan ${plan}`)]
  const todo =
    plan === 'free' ? 'Make it public, or know that every workflow of it can read the keys.' : 'Nothing, if a label is enough.'
  return [warning(`private repository on the plan ${plan}, which has no ${missing}`, todo)]
}
