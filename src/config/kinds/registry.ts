import { batch } from './batch.ts'
import { implementation } from './implementation.ts'
import { integration } from './integration.ts'
import { research } from './research.ts'

/** One line a kind of pipeline. What runs it has its line in `src/kinds/registry.ts`, without which a kind that runs does not compile. */
export const kinds = {
  research,
  batch,
  implementation,
  integration,
}
