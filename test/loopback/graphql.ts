import { buildSchema, execute, type GraphQLError, Kind, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql'
import type { Books } from './books.ts'
import type { Caller } from './accounts.ts'
import { createMutations } from './graphql-mutations.ts'
import { createNodes } from './graphql-nodes.ts'
import { graphqlMessage, HttpError } from './http-error.ts'
import type { Answer } from './router.ts'
import type { World } from './world.ts'

let schema: Promise<GraphQLSchema> | undefined

/** GitHub's published schema; building it takes a while, so once a process and only when asked. */
const githubSchema = (): Promise<GraphQLSchema> =>
  (schema ??= import('@octokit/graphql-schema').then(published => buildSchema(published.schema.idl, { assumeValidSDL: true })))

const documents = new Map<string, { readonly document: DocumentNode; readonly errors: readonly GraphQLError[] }>()

function read(
  types: GraphQLSchema,
  query: string,
): { readonly document: DocumentNode; readonly errors: readonly GraphQLError[] } {
  const known = documents.get(query)
  if (known !== undefined) return known
  const document = parse(query)
  const made = { document, errors: validate(types, document) }
  if (documents.size > 200) documents.clear()
  documents.set(query, made)
  return made
}

/** The operation's name, else its root fields: what a person would call the request. */
export function operationOf(body: string): string {
  try {
    const { query } = JSON.parse(body) as { readonly query?: string }
    const operation = parse(query ?? '').definitions.find(definition => definition.kind === Kind.OPERATION_DEFINITION)
    const fields = (operation?.selectionSet.selections ?? []).map(field => (field.kind === Kind.FIELD ? field.name.value : '…'))
    return operation?.name?.value ?? [...new Set(fields)].join(',')
  } catch {
    return 'unreadable'
  }
}

function described(error: GraphQLError): Record<string, unknown> {
  const cause = error.originalError
  const at = {
    ...(error.path === undefined ? {} : { path: error.path }),
    ...(error.locations === undefined ? {} : { locations: error.locations }),
  }
  if (cause instanceof HttpError) return { type: cause.type, ...at, message: graphqlMessage(cause) }
  return { ...at, message: error.message }
}

function repositoryOf(world: World, caller: Caller, { owner, name }: { readonly owner: string; readonly name: string }) {
  const row = world.find(owner, name)
  const hidden =
    row !== undefined &&
    row.private &&
    (caller.kind === 'anonymous' || (caller.kind === 'person' && world.accounts.permission(row.id, caller.login) === 'none'))
  if (row === undefined || hidden) throw new HttpError(404, `Could not resolve to a Repository with the name '${owner}/${name}'.`)
  return row
}

/** One POST to `/graphql`. Several mutations run one after the other; one that fails is null and an error, the others stay. */
export async function answerGraphql(
  world: World,
  books: Books,
  { caller, body }: { readonly caller: Caller; readonly body: unknown },
): Promise<Answer> {
  if (caller.kind === 'anonymous' || caller.kind === 'app')
    throw new HttpError(401, 'This endpoint requires you to be authenticated.')
  const { query, variables, operationName } = body as {
    readonly query?: string
    readonly variables?: Record<string, unknown>
    readonly operationName?: string
  }
  if (typeof query !== 'string')
    return { status: 400, body: { message: 'A query attribute must be specified and must be a string.' } }
  const types = await githubSchema()
  let found: ReturnType<typeof read>
  try {
    found = read(types, query)
  } catch (error) {
    return { status: 200, body: { errors: [{ message: error instanceof Error ? error.message : String(error) }] } }
  }
  if (found.errors.length > 0) return { status: 200, body: { errors: found.errors.map(described) } }
  const nodes = createNodes(world, books, caller)
  const rootValue = {
    viewer: () => ({ __typename: 'User', id: world.accounts.user(caller.login)?.node_id ?? '', login: caller.login }),
    repository: (args: { readonly owner: string; readonly name: string }) => nodes.repository(repositoryOf(world, caller, args)),
    rateLimit: {
      cost: 1,
      limit: 5_000,
      remaining: 4_999,
      used: 1,
      nodeCount: 1,
      resetAt: new Date(Date.now() + 3_600_000).toISOString(),
    },
    ...createMutations(world, books, { caller, nodes }),
  }
  const result = await execute({
    schema: types,
    document: found.document,
    rootValue,
    variableValues: variables ?? {},
    ...(operationName === undefined ? {} : { operationName }),
  })
  const errors = result.errors === undefined ? {} : { errors: result.errors.map(described) }
  return { status: 200, body: { ...(result.data === undefined ? {} : { data: result.data }), ...errors } }
}
