import type { GithubClient } from './client-parts.ts'
import { readPartial, type PartialAnswer } from './failure.ts'

/** Sends a GraphQL document; `once` where a repeated one would do something twice. An answer in which fields failed is an answer. */
export const sendDocument = async (
  client: GithubClient,
  {
    document,
    variables,
    once,
  }: { readonly document: string; readonly variables: Readonly<Record<string, unknown>>; readonly once: boolean },
): Promise<PartialAnswer> => {
  try {
    return { data: await client.graphql(document, { ...variables, ...(once ? { request: { retries: 0 } } : {}) }), errors: [] }
  } catch (error) {
    const partial = readPartial(error)
    if (partial !== undefined) return partial
    throw error
  }
}
