import { accountsOf, factsOf } from '../config/pipelines.ts'
import type { Config } from '../config/schema.ts'
import { flavourOf } from '../models/flavour.ts'
import { warning, type Check } from './doctor-check.ts'

/** Pipelines whose pairs must quote pages, at servers that are not known to read any. */
export function checkWeb({ accounts, pipelines }: Pick<Config, 'accounts' | 'pipelines'>): readonly Check[] {
  return Object.entries(pipelines).flatMap(([name, pipeline]) => {
    if (!pipeline.enabled || !factsOf(pipeline).needsWeb) return []
    const blind = accountsOf(pipeline).filter(each => {
      const account = accounts[each]
      return account?.api === 'openai' && account.search === undefined && flavourOf(account.baseUrl, account.flavour) === 'plain'
    })
    return blind.map(account =>
      warning(
        `${name}: ${account} has no web search, and a pair whose pages nobody read is not accepted`,
        `Give the account a \`search\`, unless its server searches by itself: docs/pipelines.md.`,
      ),
    )
  })
}
