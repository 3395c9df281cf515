import { enabledVariable } from './enabled-variable.ts'
import { keyEnvironment } from './key-environment.ts'

/** Something that only a person can do, or may want to do. */
export interface LeftToDo {
  readonly what: string
  /** What to type, ready to be copied; null where there is only something to click. */
  readonly command: string | null
  readonly url: string
}

export interface Standing {
  /** `owner/name`. */
  readonly repository: string
  readonly webUrl: string
  /** What waits to be merged before anything works. */
  readonly pullUrl: string | null
  /** Names of keys that are not there, or may not be. */
  readonly missingKeys: readonly string[]
  readonly hasEnvironment: boolean
  readonly hasIssues: boolean
  readonly labelsRefused: number
  /** Undefined where it cannot be seen. */
  readonly actionsMayOpenPulls: boolean | undefined
  readonly isEnabled: boolean
  /** ` --repo …` where the person stands elsewhere. */
  readonly inFolder: string
}

/** The command that hands GitHub a key; it asks for the value, which so stands in no shell's history. */
export const secretCommand = (
  key: string,
  { repository, hasEnvironment }: Pick<Standing, 'repository' | 'hasEnvironment'>,
): string => `gh secret set ${key}${hasEnvironment ? ` --env ${keyEnvironment}` : ''} --repo ${repository}`

export const allowPullsCommand = (repository: string): string =>
  `gh api --method PUT repos/${repository}/actions/permissions/workflow -F can_approve_pull_request_reviews=true`

export const enableCommand = (repository: string): string => `gh variable set ${enabledVariable} --body true --repo ${repository}`

/** In the order in which it is to be done; switching on comes last. */
export function leftToDo(standing: Standing): readonly LeftToDo[] {
  const { repository, webUrl, pullUrl, missingKeys, hasEnvironment, inFolder } = standing
  const left: LeftToDo[] = []
  if (pullUrl !== null) left.push({ what: 'Merge the set-up', command: null, url: pullUrl })
  if (!standing.hasIssues)
    left.push({ what: 'Switch issues on: Settings → General → Features → Issues', command: null, url: `${webUrl}/settings` })
  if (standing.labelsRefused > 0)
    left.push({
      what: `Let someone with write access run this again: ${standing.labelsRefused} labels are missing`,
      command: null,
      url: `${webUrl}/labels`,
    })
  if (!hasEnvironment)
    left.push({
      what: `Make the environment \`${keyEnvironment}\` for the default branch alone, where the plan has environments (Settings → Environments)`,
      command: null,
      url: `${webUrl}/settings/environments`,
    })
  for (const key of missingKeys)
    left.push({
      what: `Set the provider's key ${key}`,
      command: secretCommand(key, standing),
      url: `${webUrl}/settings/${hasEnvironment ? 'environments' : 'secrets/actions'}`,
    })
  if (standing.actionsMayOpenPulls !== true)
    left.push({
      what: 'Let Actions open pull requests: Settings → Actions → General → Workflow permissions → “Allow GitHub Actions to create and approve pull requests”',
      command: allowPullsCommand(repository),
      url: `${webUrl}/settings/actions`,
    })
  left.push({
    what: 'Make the tasks of tasks/*.yml',
    command: `perpetual tasks import --forge github${inFolder}`,
    url: `${webUrl}/issues`,
  })
  if (!standing.isEnabled)
    left.push({
      what: `Switch it on: the repository variable ${enabledVariable}`,
      command: enableCommand(repository),
      url: `${webUrl}/settings/variables/actions`,
    })
  return left
}
