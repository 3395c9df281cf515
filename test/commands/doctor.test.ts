import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { git, inProcess, makeFolder, makeRepository, perpetual, removeFolders } from './perpetual.ts'

const reportSchema = z.object({
  ready: z.boolean(),
  checks: z.array(z.object({ level: z.string(), what: z.string(), todo: z.string().optional() })),
})
type Report = z.infer<typeof reportSchema>

afterAll(removeFolders)

const key = `sk-or-v1-${'0123456789abcdef'.repeat(4)}`
const models = { data: [{ id: 'deepseek/deepseek-v4-flash' }, { id: 'qwen/qwen3-30b-a3b-instruct-2507' }] }
let server: Server
let asked: string[] = []
let answer: (response: ServerResponse, path: string) => void

beforeEach(async () => {
  asked = []
  answer = (response, path) =>
    response.end(JSON.stringify(path.endsWith('/models') ? models : { data: { limit_remaining: 4.5 } }))
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization ?? '-'}`)
    answer(response, request.url ?? '')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
})
afterEach(() => new Promise(resolve => server.close(resolve)))

const addressSchema = z.object({ port: z.number() })

/** A repository with only droid-research, whose provider is the server of this test. */
function makeProject(more = ''): string {
  const cwd = makeRepository()
  mkdirSync(join(cwd, '.github'))
  const base = `http://127.0.0.1:${addressSchema.parse(server.address()).port}/api/v1`
  const off = ['droid-eastern', 'zai-institutional', 'zai-implementation', 'claude-integration'].map(
    name => `  ${name}: { enabled: false }\n`,
  )
  writeFileSync(
    join(cwd, '.github', 'perpetual.yml'),
    `accounts: { openrouter: { baseUrl: "${base}" } }\npipelines:\n${off.join('')}${more}`,
  )
  return cwd
}

async function examine(
  cwd: string,
  environment: Readonly<Record<string, string>> = { OPENROUTER_API_KEY: key },
): Promise<Report & { readonly code: number }> {
  const { code, stdout, stderr } = await perpetual(['doctor', '--json'], { cwd, environment })
  expect(stdout + stderr).not.toContain(key)
  expect(stdout + stderr).not.toContain('0123456789abcdef')
  return { code, ...reportSchema.parse(JSON.parse(stdout)) }
}
const lines = ({ checks }: Report, level: string) => checks.filter(each => each.level === level).map(each => each.what)

describe('perpetual doctor', () => {
  it('finds a set-up that is ready, asks for no inference, and never shows a key', async () => {
    const found = await examine(makeProject())
    expect(lines(found, 'problem')).toEqual([])
    expect(found).toMatchObject({ code: 0, ready: true })
    expect(lines(found, 'ok').join('\n')).toMatch(
      /OPENROUTER_API_KEY is set[^]*accepts the key, \$4\.50 left[^]*clock: within 30 s[^]*has deepseek\/deepseek-v4-flash/,
    )
    expect(asked).toEqual([`GET /api/v1/key Bearer ${key}`, 'GET /api/v1/models -'])
  })

  it('says of Z.AI only what can be known without an inference: that it answers, or refuses the key', async () => {
    const cwd = makeProject()
    const base = `http://127.0.0.1:${addressSchema.parse(server.address()).port}/api/paas/v4`
    const off = ['droid-research', 'droid-eastern', 'zai-implementation', 'claude-integration']
    writeFileSync(
      join(cwd, '.github', 'perpetual.yml'),
      `accounts: { zai: { baseUrl: "${base}" } }\npipelines:\n${off.map(name => `  ${name}: { enabled: false }\n`).join('')}`,
    )
    answer = response => void response.writeHead(404).end('{"error":{"code":"404","message":"no"}}')
    const found = await examine(cwd, { ZAI_API_KEY: key })
    expect(lines(found, 'ok').join('\n')).toMatch(/zai: 127\.0\.0\.1:\d+ answers; only a session's first request tells/)
    expect(lines(found, 'ok').join('\n')).not.toContain('accepts the key')
    expect(asked.every(each => each.startsWith('GET '))).toBe(true)
    answer = response => void response.writeHead(401).end('{"error":{"code":"1000","message":"Authentication Failed"}}')
    expect(lines(await examine(cwd, { ZAI_API_KEY: key }), 'problem').join('\n')).toContain(
      'refuses the key in ZAI_API_KEY (401)',
    )
  })

  it.each([
    [
      'a refused key',
      (response: ServerResponse) => void response.writeHead(401).end('{"error":{"message":"no"}}'),
      'refuses the key in OPENROUTER_API_KEY (401)',
    ],
    [
      'a key without credit',
      (response: ServerResponse) => void response.end('{"data":{"limit_remaining":0}}'),
      'the key has no credit left',
    ],
    [
      'a redirect',
      (response: ServerResponse) => void response.writeHead(302, { location: '/api/v1/models' }).end(),
      'cannot be reached',
    ],
    ['a dropped connection', (response: ServerResponse) => void response.destroy(), 'cannot be reached'],
  ])('calls %s a problem', async (_, reply, expected) => {
    answer = (response, path) => (path.endsWith('/models') ? response.end(JSON.stringify(models)) : reply(response))
    const found = await examine(makeProject())
    expect(found.code).toBe(1)
    expect(lines(found, 'problem').join('\n')).toContain(expected)
    expect(asked.filter(each => each.includes('Bearer'))).toHaveLength(1)
  })

  it('warns of a clock that is off, and names the nearest model where one is gone', async () => {
    answer = (response, path) => {
      response.setHeader('date', new Date(Date.now() - 120_000).toUTCString())
      response.end(
        JSON.stringify(
          path.endsWith('/models')
            ? { data: [{ id: 'deepseek/deepseek-v5-flash' }, { id: 'qwen/qwen3-30b-a3b-instruct-2507' }] }
            : { data: {} },
        ),
      )
    }
    const found = await examine(makeProject())
    expect(lines(found, 'warning').join('\n')).toMatch(/clock: 1(?:19|20|21|22) s ahead of openrouter's/)
    expect(found.checks).toContainEqual({
      level: 'problem',
      what: 'openrouter: has no model deepseek/deepseek-v4-flash',
      todo: 'Name another in .github/perpetual.yml, such as deepseek/deepseek-v5-flash.',
    })
  })

  it('tells a missing key from a broken one, and sends neither', async () => {
    const cwd = makeProject()
    expect(lines(await examine(cwd, {}), 'problem')).toEqual([
      'key of openrouter: OPENROUTER_API_KEY is not set, so droid-research cannot run',
    ])
    expect(lines(await examine(cwd, { OPENROUTER_API_KEY: `${key}\n` }), 'problem').join()).toContain('holds spaces, line ends')
    expect(asked).toEqual([])
  })

  it('leaves providers alone with --offline, and marks each line for people', async () => {
    const cwd = makeProject()
    const { code, stdout } = await inProcess(['doctor', '--offline'], cwd)
    expect(code).toBe(1)
    expect(stdout).toMatch(/^✓ git \d+\.\d+\n✓ repository /)
    expect(stdout).toContain('! no task files in tasks/\n    `perpetual init` copies some')
    expect(stdout).toContain('✗ key of openrouter')
    expect(stdout).toContain('1 thing is in the way.')
    expect(asked).toEqual([])
  })

  it('reports what is wrong with repository, configuration, tasks and state, all in one go', async () => {
    const outside = await inProcess(['doctor', '--json'], makeFolder())
    expect(outside.code).toBe(1)
    expect(outside.stdout).toContain('Expected a git repository, found none')
    const cwd = makeProject('golas: 3\n')
    mkdirSync(join(cwd, 'tasks'))
    const config = (await inProcess(['doctor', '--offline'], cwd)).stdout
    expect(config).toContain('✗ Expected no unknown key, got `golas`')
    const other = makeProject()
    mkdirSync(join(other, 'tasks'))
    writeFileSync(join(other, 'tasks', 'droid-reserch.yml'), '')
    writeFileSync(join(other, 'tasks', 'droid-research.yml'), 'tasks: []')
    const blob = join(other, 'newer.json')
    writeFileSync(blob, '{ "version": 2 }')
    const id = git(other, 'hash-object', '-w', blob).trim()
    git(other, 'update-index', '--add', '--cacheinfo', `100644,${id},ledgers/openrouter.json`)
    const tree = git(other, 'write-tree').trim()
    git(other, 'update-ref', 'refs/heads/perpetual/state', git(other, 'commit-tree', '-m', 'State', tree).trim())
    const found = (await inProcess(['doctor', '--offline'], other)).stdout
    expect(found).toContain('✗ Expected a task file to be named after a research or batch pipeline')
    expect(found).toContain('✓ tasks/droid-research.yml: 0 tasks')
    expect(found).toContain('a newer perpetual wrote it')
  })
})
