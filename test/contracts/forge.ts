import { describeContentsContract } from './contents.ts'
import type { MakeForge } from './forge-fixture.ts'
import { describeIssuesContract } from './issues.ts'
import { describePullsContract } from './pulls.ts'
import { describeStateStoreContract } from './state-store.ts'

/** Everything that every forge promises. */
export const describeForgeContract = (name: string, makeForge: MakeForge): void => {
  describeStateStoreContract(name, makeForge)
  describeIssuesContract(name, makeForge)
  describePullsContract(name, makeForge)
  describeContentsContract(name, makeForge)
}
