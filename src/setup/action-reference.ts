import { show } from '../config/show.ts'
import { PerpetualError } from '../domain/errors.ts'

/** An action as a workflow names it, pinned to a commit so that nobody can move what it means. */
export interface PinnedAction {
  /** `owner/name`. */
  readonly name: string
  /** Forty hexadecimal digits. */
  readonly sha: string
  /** The tag it was asked for by, for people to read; null where a bare commit was named. */
  readonly version: string | null
}

export interface ActionReference {
  readonly name: string
  readonly ref: string
}

const shaPattern = /^[0-9a-f]{40}$/
const referencePattern = /^([A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9._-]{1,100})@([A-Za-z0-9][A-Za-z0-9._/-]{0,199})$/

export const isSha = (ref: string): boolean => shaPattern.test(ref)

/** `owner/name@ref`. Throws `fix-config` for anything else. */
export function parseActionReference(text: string): ActionReference {
  const [, name, ref] = referencePattern.exec(text) ?? []
  if (name !== undefined && ref !== undefined && !ref.includes('..')) return { name, ref }
  throw new PerpetualError(
    `Expected \`--action\` to be \`owner/name@tag\` (or \`@\` and a commit's 40 digits), got ${show(text)}`,
    { actBy: 'fix-config' },
  )
}

/** `owner/name` of package.json's `repository`, in any of the forms that npm knows; undefined where it names none on GitHub. */
export function repositoryName(repository: string | undefined): string | undefined {
  const found =
    /^(?:github:|(?:git\+)?(?:https?|ssh|git):\/\/(?:[^@/]+@)?github\.com\/)?([A-Za-z0-9][\w-]{0,38}\/[\w.-]{1,100}?)(?:\.git)?$/u.exec(
      repository ?? '',
    )
  return found?.[1]
}

/** What stands after `uses:`. */
export const usesOf = ({ name, sha, version }: PinnedAction): string => `${name}@${sha}${version === null ? '' : ` # ${version}`}`
