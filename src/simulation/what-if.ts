import type { ConfigChange } from '../config/change.ts'
import { defaults } from '../config/defaults.ts'
import { oneOf } from '../config/nearest.ts'
import { show } from '../config/show.ts'
import { parseYaml } from '../config/yaml-file.ts'
import { PerpetualError } from '../domain/errors.ts'

/** What a what-if is called in messages. */
export const whatIfName = '--what-if'

/** Under this name stand what the simulation assumes; all else is a setting of the configuration. */
export const assumptionsName = 'simulation'

/** What would be otherwise, told apart by where it belongs. */
export interface WhatIf {
  /** As it was written, in its order. */
  readonly written: readonly string[]
  readonly config: readonly ConfigChange[]
  readonly assumptions: readonly ConfigChange[]
}

const longestKey = 300

const refuse = (message: string): PerpetualError => new PerpetualError(message, { actBy: 'fix-config' })

/** Undefined for what is no single value: a map would take the place of more than was meant. */
function readValue(text: string): unknown {
  const value = parseYaml(text, whatIfName)
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? undefined : value
}

function readChange(text: string): ConfigChange {
  const at = text.indexOf('=')
  const key = at < 0 ? text.trim() : text.slice(0, at).trim()
  const example = '`key=value` such as `accounts.zai.limits.usd.budget=10`'
  if (at < 0 || key === '' || key.length > longestKey)
    throw refuse(`Expected \`${whatIfName}\` to be ${example}, got ${show(text)}`)
  const first = key.split('.')[0] ?? ''
  const names = [...Object.keys(defaults), assumptionsName]
  if (!names.includes(first))
    throw refuse(`Expected a key to begin with ${oneOf(first, names)}, got ${show(first)} (${whatIfName}, ${show(key)})`)
  const written = text.slice(at + 1)
  // `null` is a value, and nothing at all is none.
  const value = /^\s*(?:null|~)\s*$/.test(written) ? null : readValue(written)
  if (value === undefined)
    throw refuse(
      `Expected a value, as YAML writes it, after \`=\`, got ${show(written.trim() || undefined)} (${whatIfName}, ${show(key)})`,
    )
  return { key, value }
}

/** Reads what was asked for. Throws `fix-config` for what is no `key=value`, begins with an unknown name, or is there twice. */
export function readWhatIf(texts: readonly string[]): WhatIf {
  const changes = texts.map(readChange)
  const keys = changes.map(({ key }) => key)
  const twice = keys.find((key, index) => keys.indexOf(key) !== index)
  if (twice !== undefined) throw refuse(`Expected each \`${whatIfName}\` once, got ${show(twice)} twice`)
  const isAssumption = ({ key }: ConfigChange): boolean => key === assumptionsName || key.startsWith(`${assumptionsName}.`)
  return {
    written: texts.map(text => text.trim()),
    config: changes.filter(change => !isAssumption(change)),
    assumptions: changes.filter(isAssumption),
  }
}

export const nothingElse: WhatIf = { written: [], config: [], assumptions: [] }
