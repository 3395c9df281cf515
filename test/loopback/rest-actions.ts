import { HttpError } from './http-error.ts'
import { route, type Answer, type Call, type Route } from './router.ts'

/** Settings → Actions → General, of the repository and of the organisation. */
export function actionsRoutes(): readonly Route[] {
  const workflow = ({ world }: Call, allowed: boolean): Answer => ({
    status: 200,
    body: { default_workflow_permissions: world.settings.workflowPermissions, can_approve_pull_request_reviews: allowed },
  })
  return [
    route('GET {repo}/actions/permissions', ({ world }) => {
      const { enabled, allowed } = world.settings.actions
      return { status: 200, body: { enabled, ...(enabled ? { allowed_actions: allowed } : {}) } }
    }),
    route('GET {repo}/actions/permissions/selected-actions', ({ world }) => {
      const { allowed, patterns } = world.settings.actions
      if (allowed !== 'selected') throw new HttpError(409, 'Conflict')
      return { status: 200, body: { github_owned_allowed: true, verified_allowed: false, patterns_allowed: patterns } }
    }),
    route('GET {repo}/actions/permissions/workflow', call => workflow(call, call.world.settings.allowActionsToCreatePulls)),
    route('PUT {repo}/actions/permissions/workflow', ({ world: { settings }, body }) => {
      const { can_approve_pull_request_reviews: allow, default_workflow_permissions: rights } = body
      if (allow === true && !settings.organizationAllowsActionsToCreatePulls)
        throw new HttpError(409, 'The organization does not allow GitHub Actions to create pull requests.')
      if (typeof allow === 'boolean') settings.allowActionsToCreatePulls = allow
      if (rights === 'read' || rights === 'write') settings.workflowPermissions = rights
      return { status: 204 }
    }),
    route('GET /orgs/{org}/actions/permissions/workflow', call => {
      if (call.caller.kind !== 'person' || call.caller.scopes?.includes('admin:org') !== true)
        throw new HttpError(403, 'Must have admin rights to Organization.')
      return workflow(call, call.world.settings.organizationAllowsActionsToCreatePulls)
    }),
  ]
}
