import type { z } from 'zod'
import type { Account } from './accounts.ts'
import { oneOf } from './nearest.ts'
import { accountsOf, factsOf, type PipelineSettings } from './pipelines.ts'

interface Named {
  readonly accounts: Readonly<Record<string, Account>>
  readonly pipelines: Readonly<Record<string, PipelineSettings>>
}

type Refinement = z.core.$RefinementCtx<Named>

/** The pipelines from which one waits for itself, in a circle. */
function circleFrom(start: string, pipelines: Named['pipelines']): readonly string[] | undefined {
  const paths: (readonly string[])[] = [[start]]
  const seen = new Set<string>()
  for (let path = paths.pop(); path !== undefined; path = paths.pop()) {
    const last = path.at(-1) ?? start
    for (const next of pipelines[last]?.schedule.after ?? []) {
      if (next === start) return [...path, next]
      if (!seen.has(next)) paths.push([...path, next])
      seen.add(next)
    }
  }
  return undefined
}

function checkPipeline(pipelineName: string, { accounts, pipelines }: Named, context: Refinement): void {
  const pipeline = pipelines[pipelineName]
  if (pipeline === undefined) return
  const complain = (path: readonly (string | number)[], input: unknown, message: string) =>
    context.addIssue({ code: 'custom', path: ['pipelines', pipelineName, ...path], input, message })
  const { accountApi: api, accountPath } = factsOf(pipeline)
  for (const [index, accountName] of accountsOf(pipeline).entries()) {
    const path = accountPath(index)
    const account = Object.hasOwn(accounts, accountName) ? accounts[accountName] : undefined
    if (account === undefined) complain(path, accountName, oneOf(accountName, Object.keys(accounts)))
    else if (account.api !== api)
      complain(path, accountName, `an account with \`api: ${api}\`, which a ${pipeline.kind} pipeline needs`)
  }
  for (const [index, after] of pipeline.schedule.after.entries()) {
    if (!Object.hasOwn(pipelines, after)) complain(['schedule', 'after', index], after, oneOf(after, Object.keys(pipelines)))
  }
  const circle = circleFrom(pipelineName, pipelines)
  if (circle !== undefined)
    complain(['schedule', 'after'], undefined, `pipelines that do not wait for each other (${circle.join(' → ')})`)
}

/** Names that point nowhere, pipelines that wait in a circle, and a key whose limits would be counted twice. */
export function checkReferences(config: Named, context: Refinement): void {
  for (const pipelineName of Object.keys(config.pipelines)) checkPipeline(pipelineName, config, context)
  const owners = new Map<string, string>()
  for (const [accountName, { key, baseUrl }] of Object.entries(config.accounts)) {
    if (key === null) continue
    const owner = owners.get(`${key} ${baseUrl}`)
    if (owner === undefined) owners.set(`${key} ${baseUrl}`, accountName)
    else {
      const message = `a key of its own, because limits belong to a key and \`${owner}\` has this one already`
      context.addIssue({ code: 'custom', path: ['accounts', accountName, 'key'], input: key, message })
    }
  }
}
