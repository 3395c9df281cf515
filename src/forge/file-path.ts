import { PerpetualError } from '../domain/errors.ts'

const hasControlCharacter = (path: string): boolean => /\p{Cc}/u.test(path)

const isPlain = (path: string): boolean =>
  path !== '' &&
  !hasControlCharacter(path) &&
  path
    .split('/')
    .every(name => name !== '' && name !== '.' && name !== '..' && !/^\.git[. ]*$/i.test(name) && !/^git~1$/i.test(name))

/** Refuses paths that lead out of a branch, or that git or a file system would read as something else. */
export const checkPath = (path: string): string => {
  if (isPlain(path)) return path
  throw new PerpetualError(`Expected a relative file path, got ${JSON.stringify(path.slice(0, 200))}`, { actBy: 'report-bug' })
}
