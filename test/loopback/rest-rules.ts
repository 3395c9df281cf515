import { HttpError, notFound } from './http-error.ts'
import type { Ruleset } from './interface.ts'
import { route, type Call, type Route } from './router.ts'
import { now, type Json } from './world.ts'

function rulesetJson(call: Call, rules: Ruleset): Json {
  const id = call.world.settings.rulesets.indexOf(rules) + 1
  return {
    id,
    name: rules.name,
    target: 'branch',
    source_type: 'Repository',
    source: call.repo.full_name,
    enforcement: rules.enforcement,
    node_id: `RRS_${id}`,
    created_at: now(),
    updated_at: now(),
  }
}

/** Rulesets, and the older protection of a branch by its name. */
export function ruleRoutes(): readonly Route[] {
  return [
    route('GET {repo}/rulesets', call => ({
      status: 200,
      body: call.world.settings.rulesets.map(rules => rulesetJson(call, rules)),
    })),
    route('GET {repo}/rulesets/{id}', call => {
      const rules = call.world.settings.rulesets[Number(call.params['id']) - 1]
      if (rules === undefined) throw notFound()
      const include = rules.include.map(name => (name.startsWith('~') ? name : `refs/heads/${name}`))
      return {
        status: 200,
        body: {
          ...rulesetJson(call, rules),
          bypass_actors: [],
          conditions: { ref_name: { include, exclude: [] } },
          rules: [pullRequestRule],
        },
      }
    }),
    route('GET {repo}/rules/branches/{branch+}', call => {
      const rules = call.world.guard(call.repo.id, call.params['branch'] ?? '')
      const from = { ruleset_source_type: 'Repository', ruleset_source: call.repo.full_name }
      return {
        status: 200,
        body:
          rules === undefined
            ? []
            : [{ ...pullRequestRule, ...from, ruleset_id: call.world.settings.rulesets.indexOf(rules) + 1 }],
      }
    }),
    route('GET {repo}/branches/{branch+}/protection', call => {
      const branch = call.params['branch'] ?? ''
      if (call.world.git(call.repo.id).branch(branch) === undefined) throw new HttpError(404, 'Branch not found')
      // Rulesets do not show here: only the older branch protection does, which a test asks for by protecting the branch by its name.
      const named = call.world.settings.rulesets.some(
        rules => rules.enforcement === 'active' && rules.include.some(glob => glob === branch),
      )
      if (!named) throw new HttpError(404, 'Branch not protected')
      const url = `${call.world.url}/repos/${call.repo.full_name}/branches/${branch}/protection`
      return {
        status: 200,
        body: {
          url,
          required_pull_request_reviews: {
            url: `${url}/required_pull_request_reviews`,
            dismiss_stale_reviews: false,
            require_code_owner_reviews: false,
            required_approving_review_count: 0,
          },
          enforce_admins: { url: `${url}/enforce_admins`, enabled: true },
        },
      }
    }),
  ]
}

const pullRequestRule = {
  type: 'pull_request',
  parameters: {
    required_approving_review_count: 0,
    dismiss_stale_reviews_on_push: false,
    require_code_owner_review: false,
    require_last_push_approval: false,
    required_review_thread_resolution: false,
  },
} as const
