import type { Settings } from './interface.ts'

/** As a repository of a team that has allowed Actions to open pull requests. */
export function createSettings(): Settings {
  const rulesets: Settings['rulesets'] = []
  return {
    allowActionsToCreatePulls: true,
    organizationAllowsActionsToCreatePulls: true,
    plan: 'team',
    actions: { enabled: true, allowed: 'all', patterns: [] },
    workflowPermissions: 'read',
    drafts: true,
    issues: true,
    archived: false,
    protect: branch => void rulesets.push({ name: `Protect ${branch}`, include: [branch], enforcement: 'active' }),
    variables: new Map(),
    environments: new Map(),
    secrets: new Set(),
    organizationSecrets: new Set(),
    rulesets,
    discussionCategories: [],
    transferred: new Set(),
  }
}
