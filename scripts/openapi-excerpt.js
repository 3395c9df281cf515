// Writes test/loopback/openapi-excerpt.json: what GitHub's published OpenAPI says of the answers to the operations that tests drive.
// The whole package has 385 MB, so it is fetched only to make the excerpt anew:
//   npm install --no-save --prefix /tmp/openapi @octokit/openapi@23.0.2
//   node scripts/openapi-excerpt.js /tmp/openapi/node_modules/@octokit/openapi
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './setup.js'

const [folder] = process.argv.slice(2)
if (!folder) {
  process.stderr.write('perpetual: Expected the folder of the package @octokit/openapi, got nothing.\n')
  process.exit(2)
}

const repository = '/repos/{owner}/{repo}'
const inRepository = [
  'actions/(permissions|runs/|variables|secrets|organization-secrets)',
  'branches',
  'check-runs',
  'collaborators',
  'commits',
  'compare',
  'contents',
  'environments',
  'forks',
  'git/',
  'installation$',
  'issues',
  'labels',
  'merges$',
  'pulls',
  'rules',
]
const kept = [
  new RegExp(`^${repository.replaceAll(/[{}]/g, '\\$&')}($|/(${inRepository.join('|')}))`),
  /^\/(app|app\/installations\/\{installation_id\}\/access_tokens|rate_limit|user|users\/\{username\}|orgs\/\{org\}|orgs\/\{org\}\/actions\/permissions\/workflow)$/,
]
const methods = new Set(['get', 'post', 'put', 'patch', 'delete'])
const noise = new Set(['description', 'example', 'examples', 'externalDocs', 'xml', 'title', 'headers', 'links'])

const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
const specification = JSON.parse(readFileSync(join(folder, 'generated', 'api.github.com.json'), 'utf8'))
const components = { schemas: {}, responses: {} }

/** Without what only people read; whatever it refers to is kept too. `isNames` where keys are names of properties. */
function strip(value, isNames) {
  if (Array.isArray(value)) return value.map(each => strip(each, false))
  if (typeof value !== 'object' || value === null) return value
  const [, kind, name] = /^#\/components\/(schemas|responses)\/(.+)$/.exec(value.$ref ?? '') ?? []
  if (kind !== undefined && !(name in components[kind])) {
    components[kind][name] = null
    components[kind][name] = strip(specification.components[kind][name], false)
  }
  const entries = Object.entries(value).filter(([key]) => isNames || !noise.has(key))
  return Object.fromEntries(entries.map(([key, each]) => [key, strip(each, key === 'properties' && !isNames)]))
}

const paths = {}
for (const [path, operations] of Object.entries(specification.paths)) {
  if (!kept.some(pattern => pattern.test(path))) continue
  const named = Object.entries(operations).filter(([method]) => methods.has(method))
  paths[path] = Object.fromEntries(named.map(([method, { responses }]) => [method, { responses: strip(responses, false) }]))
}
const sorted = Object.fromEntries(Object.entries(components.schemas).toSorted(([a], [b]) => (a < b ? -1 : 1)))
const excerpt = { source: `@octokit/openapi@${version}`, paths, components: { schemas: sorted, responses: components.responses } }
writeFileSync(join(root, 'test', 'loopback', 'openapi-excerpt.json'), `${JSON.stringify(excerpt)}\n`)
