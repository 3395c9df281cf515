import { z } from 'zod'
import type { PerpetualError } from '../../domain/errors.ts'
import { readAnswer } from './answers.ts'
import type { GithubClient } from './client-parts.ts'
import type { Failure } from './failure.ts'
import { createMutate } from './mutations.ts'
import { createFields } from './repository-fields.ts'
import { createRest } from './rest-calls.ts'

export interface RestCall {
  readonly route: string
  readonly parameters?: Readonly<Record<string, unknown>>
  /** What the token needs, as a workflow writes it: `issues: write`. */
  readonly permission: string
  /** Statuses that are answers here; all other refusals are thrown. */
  readonly expected?: readonly number[]
  /** Set where a repeated request would make a thing twice; what became of it is looked up instead. */
  readonly once?: boolean
}

export interface RestReply {
  readonly status: number
  readonly data: unknown
  /** GitHub's own words where it refused, else empty. */
  readonly message: string
  /** The refusal as an error, for an expected status that turns out to mean something else. */
  readonly error?: PerpetualError
}

/** A field below `repository`; `$names` in the selection are its variables, each with its GraphQL type. */
export interface RepositoryField {
  readonly selection: string
  readonly variables: Readonly<Record<string, readonly [type: string, value: unknown]>>
  readonly permission: string
  /** Bytes that the answer may have: no document asks for more than `maxDocumentBytes`. */
  readonly bytes?: number
}

export interface MutationField {
  readonly name: string
  readonly inputType: string
  readonly input: Readonly<Record<string, unknown>>
  readonly selection: string
  readonly permission: string
}

export type MutationResult =
  | { readonly type: 'done'; readonly data: unknown }
  | { readonly type: 'failed'; readonly failure: Failure; readonly error: PerpetualError }

export interface Api {
  /** `owner/name`. */
  readonly repository: string
  rest(call: RestCall): Promise<RestReply>
  /** Fields of the repository, asked together with all others of the same tick; undefined where GitHub knows none. */
  field<Schema extends z.ZodType>(schema: Schema, field: RepositoryField): Promise<z.infer<Schema> | undefined>
  /** Mutations in one document: they run one after the other, and each fails alone. Repeated after a failure in passing only where that does no harm. */
  mutate(fields: readonly MutationField[], options?: { readonly repeatable?: boolean }): Promise<readonly MutationResult[]>
  readonly requests: () => number
}

export interface RepositoryName {
  readonly owner: string
  readonly repo: string
}

/** The requests that the adapter is made of, about one repository; whatever fails comes out as a PerpetualError. */
export const createApi = (client: GithubClient, name: RepositoryName): Api => {
  const fields = createFields(client, name)
  const answerSchema = z.object({ answer: z.unknown() })
  return {
    repository: `${name.owner}/${name.repo}`,
    rest: createRest(client, name),
    field: async (schema, field) => {
      const { answer } = answerSchema.parse(await fields.load(field))
      return answer === undefined ? undefined : readAnswer(schema, answer, 'a query')
    },
    mutate: createMutate(client, name),
    requests: client.requests,
  }
}
