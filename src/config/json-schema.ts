import { z } from 'zod'
import type { JsonSchema } from '../domain/model.ts'
import { defaults } from './defaults.ts'
import { configSchema } from './schema.ts'

type Node = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)
const nodeAt = (node: unknown, key: string): Node => {
  const found = isNode(node) ? node[key] : undefined
  return isNode(found) ? found : {}
}

/** The same schema with nothing required: what a file may leave out where a default lies beneath it. */
function withoutRequired(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutRequired)
  if (!isNode(value)) return value
  const kept = Object.entries(value).filter(([key, inner]) => key !== 'required' || !Array.isArray(inner))
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutRequired(inner)]))
}

interface Named {
  readonly definition: string
  readonly tag: 'api' | 'kind'
  readonly known: Readonly<Record<string, Node>>
}

/** A map of accounts or pipelines: known names complete from their own kind and may be partial, others must be whole. */
function describeNamed(map: Node, { definition, tag, known }: Named) {
  const any = nodeAt(map, 'additionalProperties')
  const variants = (Array.isArray(any['oneOf']) ? any['oneOf'] : []).filter(isNode)
  const tagOf = (variant: Node): unknown => nodeAt(nodeAt(variant, 'properties'), tag)['const']
  const partials = variants.map(variant => [`${definition}-${String(tagOf(variant))}`, withoutRequired(variant)])
  const properties = Object.entries(known).map(([name, value]) => [
    name,
    { anyOf: [{ $ref: `#/$defs/${definition}-${String(value[tag])}` }, { $ref: `#/$defs/${definition}` }] },
  ])
  return {
    map: { ...map, properties: Object.fromEntries(properties), additionalProperties: { $ref: `#/$defs/${definition}` } },
    definitions: { [definition]: any, ...Object.fromEntries(partials) },
  }
}

/** The JSON Schema of perpetual.yml for editors, made from the zod schema. */
export function configJsonSchema(): JsonSchema {
  const { required: _, ...root }: Node = z.toJSONSchema(configSchema, { io: 'input' })
  const properties = nodeAt(root, 'properties')
  const accounts = describeNamed(nodeAt(properties, 'accounts'), { definition: 'account', tag: 'api', known: defaults.accounts })
  const pipelines = describeNamed(nodeAt(properties, 'pipelines'), {
    definition: 'pipeline',
    tag: 'kind',
    known: defaults.pipelines,
  })
  return {
    ...root,
    title: 'Perpetual: .github/perpetual.yml',
    properties: { ...properties, accounts: accounts.map, pipelines: pipelines.map },
    $defs: { ...accounts.definitions, ...pipelines.definitions },
  }
}

export const configJsonSchemaText = (): string => `${JSON.stringify(configJsonSchema(), null, 2)}\n`
