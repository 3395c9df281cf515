import { PerpetualError } from '../domain/errors.ts'
import { oneOf } from './nearest.ts'
import { show } from './show.ts'

/** One value that is set over a configuration, by its key as a person writes it: `accounts.zai.limits.usd.budget`. */
export interface ConfigChange {
  readonly key: string
  readonly value: unknown
}

type Settings = Readonly<Record<string, unknown>>

const isMap = (value: unknown): value is Settings => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The first name of a key: the longest that the map knows, because names of models hold dots; else all up to the first dot. */
function firstName(map: Settings, key: string): string {
  const known = Object.keys(map).filter(name => key === name || key.startsWith(`${name}.`))
  return known.toSorted((a, b) => b.length - a.length)[0] ?? key.split('.')[0] ?? ''
}

/** What a name must be that is in no map yet; undefined where the schema says it. A change makes no account and no pipeline. */
function wantedIn(section: string, map: Settings, name: string): string | undefined {
  const known = oneOf(name, Object.keys(map))
  if (section === '') return `a setting, ${known}`
  if (section === 'accounts') return `the name of an account, ${known}`
  if (section === 'pipelines') return `the name of a pipeline, ${known}`
  // Not every library treats a key of this name like any other.
  return name === '' || name === '__proto__' ? 'the name of a setting' : undefined
}

interface Place {
  /** The names above, `.`-joined; empty at the top. */
  readonly section: string
  /** What of the key is left. */
  readonly rest: string
}

function setAt(root: unknown, { section, rest }: Place, change: ConfigChange): Settings {
  const map = isMap(root) ? root : {}
  const name = firstName(map, rest)
  const isThere = Object.hasOwn(map, name)
  const wanted = isThere ? undefined : wantedIn(section, map, name)
  if (wanted !== undefined)
    throw new PerpetualError(`Expected ${wanted}, got ${show(name)} (${show(change.key)})`, { actBy: 'fix-config' })
  const inner = { section: section === '' ? name : `${section}.${name}`, rest: rest.slice(name.length + 1) }
  const value = rest === name ? change.value : setAt(isThere ? map[name] : undefined, inner, change)
  const entries = Object.entries(map)
  return Object.fromEntries(
    isThere ? entries.map(([key, old]) => [key, key === name ? value : old]) : [...entries, [name, value]],
  )
}

/** The written configuration with one value set; it is checked by the schema afterwards. Throws `fix-config` for a name that is not there. */
export const withChange = (root: unknown, change: ConfigChange): Settings =>
  setAt(root, { section: '', rest: change.key }, change)
