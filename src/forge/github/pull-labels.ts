import { z } from 'zod'
import { readAnswer } from './answers.ts'
import type { MutationField } from './api.ts'
import type { GithubContext } from './context.ts'
import { labelNames, labelsSchema, labelsSelection } from './issue-records.ts'
import type { RawPull } from './pull-records.ts'

export interface Labelling {
  readonly pull: RawPull
  readonly labels: readonly string[]
}

/** GraphQL's ids of labels; undefined for one that does not exist yet. */
export type LabelIds = ReadonlyMap<string, string | undefined>

const idSchema = z.object({ id: z.string() })

export const findLabelIds = async ({ api }: GithubContext, names: readonly string[]): Promise<LabelIds> => {
  const ids = await Promise.all(
    names.map(name =>
      api.field(idSchema, {
        selection: 'label(name: $name) { id }',
        variables: { name: ['String!', name] },
        permission: 'issues: read',
      }),
    ),
  )
  return new Map(names.map((name, index) => [name, ids[index]?.id]))
}

const labelledSchema = z.object({ labelable: z.object({ labels: labelsSchema }) })

const mutationOf = (id: string, labelIds: readonly string[]): MutationField => ({
  name: 'addLabelsToLabelable',
  inputType: 'AddLabelsToLabelableInput',
  input: { labelableId: id, labelIds },
  selection: `labelable { ... on PullRequest { ${labelsSelection} } }`,
  permission: 'pull-requests: write',
})

const withLabels = (pull: RawPull, names: readonly string[]): RawPull => ({
  ...pull,
  labels: { nodes: names.map(name => ({ name })) },
})

/** REST makes labels that do not exist yet, so this is the first time's way. */
const labelByName = async ({ api }: GithubContext, { pull, labels }: Labelling): Promise<RawPull> => {
  const reply = await api.rest({
    route: 'POST /repos/{owner}/{repo}/issues/{number}/labels',
    parameters: { number: pull.number, labels },
    permission: 'pull-requests: write',
  })
  const named = readAnswer(z.array(z.object({ name: z.string() })), reply.data, 'labels')
  return withLabels(
    pull,
    named.map(({ name }) => name),
  )
}

/** Adds labels to several pull requests with one request, but for those whose labels have to be made. */
export const labelPulls = async (
  context: GithubContext,
  wanted: readonly Labelling[],
  ids: LabelIds,
): Promise<ReadonlyMap<string, RawPull>> => {
  const isKnown = ({ labels }: Labelling): boolean => labels.every(name => ids.get(name) !== undefined)
  const known = wanted.filter(isKnown)
  const results =
    known.length === 0
      ? []
      : await context.api.mutate(
          known.map(({ pull, labels }) =>
            mutationOf(
              pull.id,
              labels.flatMap(name => ids.get(name) ?? []),
            ),
          ),
          { repeatable: true },
        )
  const labelled = new Map<string, RawPull>()
  for (const [index, { pull }] of known.entries()) {
    const result = results[index]
    if (result?.type === 'failed') throw result.error
    const { labels } = readAnswer(labelledSchema, result?.data, 'labels').labelable
    labelled.set(pull.id, withLabels(pull, labelNames(labels)))
  }
  for (const each of wanted.filter(one => !isKnown(one))) labelled.set(each.pull.id, await labelByName(context, each))
  return labelled
}
