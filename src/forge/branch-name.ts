import { PerpetualError } from '../domain/errors.ts'

/** Refuses names that git or a shell would read as something else. */
export const checkBranchName = (branch: string): string => {
  const names = branch.split('/')
  const plain = names.every(
    name => /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name) && !name.includes('..') && !/\.lock$|\.$/.test(name),
  )
  if (plain && branch.length <= 200) return branch
  throw new PerpetualError(
    `Expected a branch name of letters, digits, dots, dashes and slashes, got ${JSON.stringify(branch.slice(0, 200))}`,
    {
      actBy: 'report-bug',
    },
  )
}
