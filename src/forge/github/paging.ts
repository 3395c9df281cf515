import { z } from 'zod'

/** Selects where the next page begins. */
export const pageSelection = 'pageInfo { hasNextPage endCursor }'
export const pageInfoSchema = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() })

/** A page of a GraphQL connection. */
export interface Page<Node> {
  readonly nodes: readonly Node[]
  readonly pageInfo: z.infer<typeof pageInfoSchema>
}

/** All pages of a connection in its order; stops where GitHub knows none. */
export async function* pagesOf<Node>(
  fetch: (after: string | null) => Promise<Page<Node> | undefined>,
): AsyncGenerator<readonly Node[]> {
  let after: string | null = null
  for (;;) {
    const page: Page<Node> | undefined = await fetch(after)
    if (page === undefined) return
    yield page.nodes
    after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null
    if (after === null) return
  }
}
