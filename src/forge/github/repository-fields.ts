import DataLoader from 'dataloader'
import { z } from 'zod'
import { readAnswer } from './answers.ts'
import type { RepositoryField, RepositoryName } from './api.ts'
import type { GithubClient } from './client-parts.ts'
import { sendDocument } from './documents.ts'
import { explain } from './errors.ts'
import { failureOfField, readFailure, type GraphqlError } from './failure.ts'

/** Answers of a few megabytes come within GitHub's ten seconds. */
const maxDocumentBytes = 3_000_000
const maxFields = 100
const unknownBytes = 4_000

const repositorySchema = z.object({ repository: z.record(z.string(), z.unknown()).nullish() }).nullable()

/** The field's own error, or one of the whole; `isLost` where a field that must not be null took the repository with it, so that nothing is said of the others. */
const fieldErrors = (errors: readonly GraphqlError[], alias: string, isLost: boolean): GraphqlError | undefined =>
  errors.find(({ path }) => path[1] === alias) ?? errors.find(({ path }) => isLost || path.length < 2)

/** As many fields as fit into one document, in order. */
const packed = (fields: readonly RepositoryField[]): RepositoryField[][] => {
  const documents: RepositoryField[][] = []
  let bytes = 0
  for (const field of fields) {
    const last = documents.at(-1)
    const size = field.bytes ?? unknownBytes
    if (last !== undefined && last.length < maxFields && bytes + size <= maxDocumentBytes) {
      last.push(field)
      bytes += size
    } else {
      documents.push([field])
      bytes = size
    }
  }
  return documents
}

/** One document for all; each field has an alias, and variables of its own. */
const compose = (
  fields: readonly RepositoryField[],
): { readonly document: string; readonly variables: Record<string, unknown> } => {
  const own = fields.flatMap(({ variables }, index) =>
    Object.entries(variables).map(([name, [type, value]]) => ({ name: `${name}_${index}`, type, value })),
  )
  const declared = ['$owner: String!', '$repo: String!', ...own.map(({ name, type }) => `$${name}: ${type}`)].join(', ')
  const aliased = fields.map(({ selection }, index) => `f${index}: ${selection.replaceAll(/\$([a-zA-Z]+)/g, `$$$1_${index}`)}`)
  return {
    document: `query (${declared}) { repository(owner: $owner, name: $repo) { ${aliased.join('\n')} } }`,
    variables: Object.fromEntries(own.map(({ name, value }) => [name, value])),
  }
}

/** Gathers the fields that are asked for in one tick. */
export const createFields = (client: GithubClient, { owner, repo }: RepositoryName): DataLoader<RepositoryField, unknown> => {
  const repository = `${owner}/${repo}`

  const ask = async (fields: readonly RepositoryField[]): Promise<unknown[]> => {
    const { document, variables } = compose(fields)
    const { data, errors } = await sendDocument(client, { document, variables: { owner, repo, ...variables }, once: false })
    const found = readAnswer(repositorySchema, data, 'a query')?.repository ?? null
    return fields.map(({ permission }, index) => {
      const alias = `f${index}`
      const error = fieldErrors(errors, alias, found === null)
      const isMissing = error?.type === 'NOT_FOUND' && error.path[1] === alias
      if (error === undefined || isMissing) return found?.[alias] ?? undefined
      return explain(failureOfField(error), { repository, permission })
    })
  }

  const askOrFail = (fields: readonly RepositoryField[]): Promise<unknown[]> =>
    ask(fields).catch((error: unknown) => {
      const failure = readFailure(error)
      return fields.map(({ permission }) => (failure === undefined ? error : explain(failure, { repository, permission }, error)))
    })

  return new DataLoader(
    async fields => {
      const answers = (await Promise.all(packed(fields).map(askOrFail))).flat()
      return answers.map(answer => (answer instanceof Error ? answer : { answer }))
    },
    { cache: false },
  )
}
