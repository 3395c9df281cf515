import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'

export interface RecordedAnswer {
  readonly method: string
  readonly path: string
  readonly status: number
  readonly body: unknown
}

interface Operation {
  readonly responses: Readonly<
    Record<string, { readonly $ref?: string; readonly content?: Readonly<Record<string, { readonly schema: unknown }>> }>
  >
}

interface Specification {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, unknown>>
    readonly responses: Readonly<Record<string, Operation['responses'][string]>>
  }
}

interface Checker {
  check(answer: RecordedAnswer): readonly string[]
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const noise = new Set(['example', 'examples', 'xml', 'externalDocs', 'discriminator', 'readOnly'])

/** OpenAPI's `nullable` as JSON Schema says it; references point at schemas of the same name. */
function asJsonSchema(schema: unknown, referred: (name: string) => void): unknown {
  if (Array.isArray(schema)) return schema.map((one: unknown) => asJsonSchema(one, referred))
  if (!isObject(schema)) return schema
  if (typeof schema['$ref'] === 'string') {
    const name = schema['$ref'].replace('#/components/schemas/', '')
    referred(name)
    return { $ref: `component:${name}` }
  }
  const { nullable, ...rest } = schema
  const kept = Object.entries(rest).filter(
    ([key, value]) => !noise.has(key) || (isObject(value) && key !== 'example' && key !== 'examples'),
  )
  const plain: Record<string, unknown> = Object.fromEntries(kept.map(([key, value]) => [key, asJsonSchema(value, referred)]))
  if (nullable !== true) return plain
  if (typeof plain['type'] !== 'string') return { anyOf: [plain, { type: 'null' }] }
  const values = plain['enum']
  return { ...plain, type: [plain['type'], 'null'], ...(Array.isArray(values) ? { enum: [...values, null] } : {}) }
}

function pathPattern(template: string): RegExp {
  const escaped = template.replace(/[.*+?^$()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(
    `^${escaped
      .replace(/\{path\}/g, '.*')
      .replace(/\{(ref|basehead|branch)\}/g, '.+')
      .replace(/\{[^}]+\}/g, '[^/]+')}$`,
  )
}

const literals = (template: string): number => template.split('/').filter(part => !part.startsWith('{')).length

function createChecker(): Checker {
  // An excerpt of GitHub's own description, which scripts/openapi-excerpt.js makes: the whole has 385 MB.
  const specification = JSON.parse(readFileSync(join(import.meta.dirname, 'openapi-excerpt.json'), 'utf8')) as Specification
  const paths = Object.keys(specification.paths)
    .map(template => ({ template, pattern: pathPattern(template) }))
    .toSorted((left, right) => literals(right.template) - literals(left.template))
  const ajv = new Ajv({ strict: false, allErrors: true })
  formats.default(ajv)
  const known = new Set<string>()
  const compiled = new Map<string, ValidateFunction | undefined>()

  function refer(name: string): void {
    if (known.has(name)) return
    known.add(name)
    const schema = asJsonSchema(specification.components.schemas[name], refer)
    ajv.addSchema(isObject(schema) ? { ...schema, $id: `component:${name}` } : {}, `component:${name}`)
  }

  function validator(key: string, operation: Operation, status: number): ValidateFunction | undefined {
    if (compiled.has(key)) return compiled.get(key)
    const named = operation.responses[String(status)]
    const response =
      named?.$ref === undefined ? named : specification.components.responses[named.$ref.replace('#/components/responses/', '')]
    const content = Object.entries(response?.content ?? {}).find(([type]) => type.includes('json'))?.[1]
    const made = content === undefined ? undefined : ajv.compile(asJsonSchema(content.schema, refer) as object)
    compiled.set(key, made)
    return made
  }

  return {
    check: ({ method, path: asked, status, body }) => {
      // The root folder's contents are documented as a path that is empty.
      const path = asked.endsWith('/contents') ? `${asked}/` : asked
      const found = paths.find(
        ({ template, pattern }) => pattern.test(path) && specification.paths[template]?.[method.toLowerCase()] !== undefined,
      )
      const operation = found && specification.paths[found.template]?.[method.toLowerCase()]
      if (found === undefined || operation === undefined) return [`${method} ${path}: no such operation`]
      const key = `${method} ${found.template} ${status}`
      if (operation.responses[String(status)] === undefined) return status < 400 ? [`${key}: no such status`] : []
      if (Buffer.isBuffer(body)) return []
      const validate = validator(key, operation, status)
      if (validate === undefined) return body === undefined ? [] : [`${key}: expected no body`]
      if (validate(body)) return []
      const alternatives = ['anyOf', 'oneOf', 'if']
      return (validate.errors ?? [])
        .filter(error => !alternatives.includes(error.keyword))
        .map(error => `${key}: ${error.instancePath.replaceAll(/\/\d+/g, '/*')} ${error.message ?? ''}`)
    },
  }
}

let checker: Checker | undefined

/** How these answers differ from GitHub's published OpenAPI, each difference once. */
export function deviationsOf(recorded: readonly RecordedAnswer[]): readonly string[] {
  const rest = recorded.filter(answer => answer.path !== '/graphql' && answer.status !== 304)
  if (rest.length === 0) return []
  checker ??= createChecker()
  const check = checker.check
  return [...new Set(rest.flatMap(check))].toSorted()
}
