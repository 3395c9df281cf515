import type { Config } from '../config/schema.ts'
import { keysOf } from '../setup/generated-files.ts'
import { keyEnvironment, readKeyEnvironment, readSecretNames, type KeyEnvironment } from '../setup/key-environment.ts'
import { secretCommand } from '../setup/left-to-do.ts'
import { ok, problem, unseen, warning, type Check } from './doctor-check.ts'
import { withoutKey } from './doctor-lacking-key.ts'
import type { GithubView } from './github-view.ts'

const freePlan = 'private repositories of the Free plan have none; then keys are repository secrets'

function judgeEnvironment({ facts }: GithubView, environment: KeyEnvironment): Check {
  const where = `Settings → Environments → ${keyEnvironment}: ${facts.webUrl}/settings/environments`
  const restrict = `Deployment branches and tags → Selected branches → ${facts.defaultBranch}. ${where}`
  const what = `environment ${keyEnvironment}`
  switch (environment.type) {
    case 'unseen':
      return unseen(what, `It must be there, for ${facts.defaultBranch} alone. ${where}`)
    case 'absent':
      return warning(
        `${what}: there is none${facts.isPrivate ? ` (${freePlan})` : ''}`,
        `\`perpetual init\` makes it, or ${where}`,
      )
    case 'open':
      return warning(`${what}: any branch’s workflow may use its keys`, restrict)
    case 'protected-branches':
      return ok(`${what}, for protected branches`)
    case 'branches':
      if (environment.names === null) return unseen(`which branches the ${what} is for`, restrict)
      return environment.names.length === 1 && environment.names[0] === facts.defaultBranch
        ? ok(`${what}, for ${facts.defaultBranch} alone`)
        : warning(
            `${what} is for ${environment.names.slice(0, 5).join(', ') || 'no branch'}, expected ${facts.defaultBranch} alone`,
            restrict,
          )
  }
}

/** The environment and the names of its secrets, against the keys that the configuration names. */
export async function checkGithubKeys(view: GithubView, config: Config): Promise<readonly Check[]> {
  const { ask, facts } = view
  const [environment, names] = await Promise.all([readKeyEnvironment(ask), readSecretNames(ask)])
  const hasEnvironment = environment.type !== 'absent'
  const inEnvironment = new Set(names.environment ?? [])
  const elsewhere = new Set([...(names.repository ?? []), ...(names.organisation ?? [])])
  const isBlind = names.repository === undefined || (hasEnvironment && names.environment === undefined)
  const keys = keysOf(config)
  const isThere = (key: string): boolean => inEnvironment.has(key) || elsewhere.has(key)
  const anyThere = keys.some(isThere)
  const checks = keys.map(key => {
    const command = `\`${secretCommand(key, { repository: facts.fullName, hasEnvironment })}\``
    if (inEnvironment.has(key)) return ok(`secret ${key} in the environment ${keyEnvironment}`)
    if (elsewhere.has(key))
      return hasEnvironment
        ? warning(
            `secret ${key} is not in the environment, so every workflow of every branch may read it`,
            `${command}, then delete the other.`,
          )
        : ok(`secret ${key} of the repository`)
    if (isBlind) return unseen(`secret ${key}`, `Look at ${facts.webUrl}/settings/environments; ${command} sets it.`)
    const what = `secret ${key} is missing, so ${withoutKey(key, config, isThere)}`
    return anyThere ? warning(what, command) : problem(what, command)
  })
  return [judgeEnvironment(view, environment), ...checks]
}
