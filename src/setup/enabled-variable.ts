import { z } from 'zod'
import { isOk, type Ask } from './ask-github.ts'

/** The repository variable that names the App which acts in place of a workflow's own token. */
const appVariable = 'PERPETUAL_APP_ID'

/** The repository variable without which no workflow of ours does anything. */
export const enabledVariable = 'PERPETUAL_ENABLED'

const variableSchema = z.object({ value: z.string() })

export type RepositoryVariable =
  | { readonly type: 'set'; readonly value: string }
  | { readonly type: 'absent' }
  /** GitHub does not say, which a missing permission looks like. */
  | { readonly type: 'unseen' }

/** `maySee` says whether a 404 means that there is none: to those who may not look GitHub answers the same. */
async function readVariable(ask: Ask, name: string, maySee: boolean): Promise<RepositoryVariable> {
  const answer = await ask('GET /repos/{owner}/{repo}/actions/variables/{name}', { name })
  const found = variableSchema.safeParse(answer.data)
  if (isOk(answer) && found.success) return { type: 'set', value: found.data.value }
  return answer.status === 404 && maySee ? { type: 'absent' } : { type: 'unseen' }
}

export const readEnabledVariable = (ask: Ask, maySee: boolean): Promise<RepositoryVariable> =>
  readVariable(ask, enabledVariable, maySee)

/** True where an App is known to act, whose pull requests need no setting. */
export async function usesApp(ask: Ask): Promise<boolean> {
  const variable = await readVariable(ask, appVariable, false)
  return variable.type === 'set' && variable.value !== ''
}

/** Workflows compare as GitHub's expressions do, without regard to case. */
export const isOn = (variable: RepositoryVariable): boolean => variable.type === 'set' && variable.value.toLowerCase() === 'true'

/** Sets it, and makes it where it is missing; `refused` where the token may not. */
export async function writeEnabledVariable(ask: Ask, enabled: boolean): Promise<'written' | 'refused'> {
  const change = { name: enabledVariable, value: String(enabled) }
  const changed = await ask('PATCH /repos/{owner}/{repo}/actions/variables/{name}', change)
  if (isOk(changed)) return 'written'
  if (changed.status !== 404) return 'refused'
  const made = await ask('POST /repos/{owner}/{repo}/actions/variables', change)
  return isOk(made) ? 'written' : 'refused'
}
