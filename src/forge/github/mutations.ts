import { z } from 'zod'
import { readAnswer } from './answers.ts'
import type { Api, MutationResult, RepositoryName } from './api.ts'
import type { GithubClient } from './client-parts.ts'
import { sendDocument } from './documents.ts'
import { explain } from './errors.ts'
import { failureOfField, readFailure } from './failure.ts'

/** Mutations as one document; each has its own result. */
export const createMutate = (client: GithubClient, { owner, repo }: RepositoryName): Api['mutate'] => {
  const repository = `${owner}/${repo}`
  return async (fields, { repeatable = false } = {}) => {
    const declared = fields.map(({ inputType }, index) => `$i${index}: ${inputType}!`).join(', ')
    const aliased = fields.map(({ name, selection }, index) => `m${index}: ${name}(input: $i${index}) { ${selection} }`)
    const inputs = Object.fromEntries(fields.map(({ input }, index) => [`i${index}`, input]))
    const permission = fields[0]?.permission ?? ''
    const document = `mutation (${declared}) { ${aliased.join('\n')} }`
    const { data, errors } = await sendDocument(client, { document, variables: inputs, once: !repeatable }).catch(
      (error: unknown) => {
        const failure = readFailure(error)
        throw failure === undefined ? error : explain(failure, { repository, permission }, error)
      },
    )
    const done = readAnswer(z.record(z.string(), z.unknown()).nullable(), data, 'a mutation') ?? {}
    return fields.map((field, index): MutationResult => {
      const error = errors.find(({ path }) => path[0] === `m${index}`) ?? errors.find(({ path }) => path.length === 0)
      const value = done[`m${index}`]
      if (error === undefined && value !== undefined && value !== null) return { type: 'done', data: value }
      const failure = failureOfField(error ?? { message: 'no reason', type: '', path: [] })
      return { type: 'failed', failure, error: explain(failure, { repository, permission: field.permission }) }
    })
  }
}
