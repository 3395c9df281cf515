import type { z } from 'zod'
import { PerpetualError } from '../domain/errors.ts'
import { plain, show } from './show.ts'

/** What stands at a path of a parsed file; undefined where nothing does. */
function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = Object.entries(value).find(([name]) => name === String(key))?.[1]
  }
  return value
}

const isName = (key: PropertyKey | undefined): key is string => typeof key === 'string'

/** A path as a person finds it: `pipelines.droid-research.schedule.after[1]`. */
function pathText(path: readonly PropertyKey[]): string {
  const text = path.map(key => (typeof key === 'number' ? `[${key}]` : `.${show(String(key)).replaceAll('`', '')}`)).join('')
  return text.replace(/^\./, '')
}

function sentence(issue: z.core.$ZodIssue, root: unknown): string {
  if (issue.code === 'unrecognized_keys') return `Expected ${issue.message}`
  if (issue.code === 'invalid_key') {
    return `Expected ${issue.issues[0]?.message ?? 'another name'}, got ${show(issue.path.at(-1))}`
  }
  const key = issue.path.findLast(isName)
  const what = key === undefined ? 'the file' : `\`${plain(key)}\``
  return `Expected ${what} to be ${issue.message}, got ${show(valueAt(root, issue.path))}`
}

/** A missing key is often a misspelt one: then the unknown key beside it is what a person must see. */
function mostTelling(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue | undefined {
  const [first] = issues
  const beside = first?.path.slice(0, -1).join('.')
  return issues.find(issue => issue.code === 'unrecognized_keys' && issue.path.join('.') === beside) ?? first
}

/** The first thing that is wrong with a file in one line, and how many more there are. `where` says more than the path can. */
export function explain(
  error: z.ZodError,
  root: unknown,
  where: { readonly file: string; readonly detail?: (path: readonly PropertyKey[]) => string },
) {
  const first = mostTelling(error.issues)
  if (first === undefined) return new PerpetualError(`Expected another content (${where.file})`, { actBy: 'fix-config' })
  const more = error.issues.length > 1 ? `, and ${error.issues.length - 1} more` : ''
  const place = (where.detail ?? pathText)(first.path)
  return new PerpetualError(`${sentence(first, root)} (${where.file}${place === '' ? '' : `, ${place}`})${more}`, {
    actBy: 'fix-config',
  })
}
