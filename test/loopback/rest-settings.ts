import { accountRoutes } from './rest-accounts.ts'
import { actionsRoutes } from './rest-actions.ts'
import { environmentRoutes } from './rest-environments.ts'
import { ruleRoutes } from './rest-rules.ts'
import type { Route } from './router.ts'

/** What a person sees on the settings pages. */
export const settingsRoutes = (): readonly Route[] => [
  ...environmentRoutes(),
  ...ruleRoutes(),
  ...actionsRoutes(),
  ...accountRoutes(),
]
