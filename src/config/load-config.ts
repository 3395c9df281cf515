import { join } from 'node:path'
import { PerpetualError } from '../domain/errors.ts'
import { withChange, type ConfigChange } from './change.ts'
import { defaults } from './defaults.ts'
import { explain } from './explain.ts'
import { configSchema, type Config } from './schema.ts'
import { parseYaml, readText } from './yaml-file.ts'

/** Where the configuration lies in a data repository. */
export const configFile = '.github/perpetual.yml'

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The file's words over the defaults: maps are merged, everything else replaces; an empty section leaves its default. */
function lay(over: unknown, under: unknown): unknown {
  if (!isMap(under)) return over
  if (over === undefined || over === null) return under
  if (!isMap(over)) return over
  const keys = new Set([...Object.keys(under), ...Object.keys(over)])
  const merged = [...keys].map(key => {
    const below = Object.hasOwn(under, key) ? under[key] : undefined
    return [key, Object.hasOwn(over, key) ? lay(over[key], below) : below]
  })
  return Object.fromEntries(merged)
}

/** A pipeline of another kind or an account of another API than the default of that name starts from nothing. */
function dropOtherKinds(over: unknown): unknown {
  const without = (section: 'accounts' | 'pipelines', tag: 'api' | 'kind'): unknown => {
    const written = isMap(over) ? over[section] : undefined
    const known: Readonly<Record<string, unknown>> = defaults[section]
    const kept = Object.entries(known).filter(([name, value]) => {
      const own = isMap(written) && Object.hasOwn(written, name) ? written[name] : undefined
      return !isMap(own) || !isMap(value) || !Object.hasOwn(own, tag) || own[tag] === value[tag]
    })
    return Object.fromEntries(kept)
  }
  return { ...defaults, accounts: without('accounts', 'api'), pipelines: without('pipelines', 'kind') }
}

/** perpetual.yml's text as a checked configuration, `changes` set over it. Throws `fix-config` naming file, path, what was expected and what was found. */
export function loadConfig(text: string, file: string, changes: readonly ConfigChange[] = []): Config {
  const written = parseYaml(text, file)
  const merged = changes.reduce<unknown>(withChange, lay(written, dropOtherKinds(written)))
  const checked = configSchema.safeParse(merged)
  if (!checked.success) throw explain(checked.error, merged, { file })
  return checked.data
}

/** Reads the configuration from a repository's work tree; throws `fix-config` where there is none. */
export async function readConfig(repositoryFolder: string): Promise<Config> {
  const text = await readText(join(repositoryFolder, configFile), configFile)
  if (text === undefined) {
    throw new PerpetualError(`Expected a configuration at ${configFile}, found none. \`perpetual init\` writes one.`, {
      actBy: 'fix-config',
    })
  }
  return loadConfig(text, configFile)
}
