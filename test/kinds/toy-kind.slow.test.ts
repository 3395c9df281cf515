import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { cacheFolder } from '../support/cache-folder.ts'
import { runCli } from '../support/cli.ts'
import { seedsOf } from '../support/data-repository.ts'
import { createRepository, git } from '../support/repository.ts'
import { blockOf, root, withChanges } from './recipe.ts'
import { startSloganServer, type SloganServer } from './slogan-server.ts'

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

const node = (args: readonly string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}): Promise<Ended> =>
  new Promise(resolve => {
    execFile(process.execPath, [...args], options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr })
    })
  })

const copies: string[] = []

/** A copy of the sources with the toy's folder and the lines that the documentation shows, but for those of `without`. */
function copySources({ without = '' } = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'perpetual-kind-'))
  copies.push(folder)
  cpSync(join(root, 'src'), join(folder, 'src'), { recursive: true })
  cpSync(join(root, 'test', 'kinds', 'tally'), join(folder, 'src'), { recursive: true })
  for (const file of ['package.json', 'tsconfig.json']) cpSync(join(root, file), join(folder, file))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const changed = ['src/config/kinds/registry.ts', 'src/kinds/registry.ts', 'src/domain/work.ts', 'src/session/handlers.ts']
  for (const file of changed.filter(each => each !== without))
    writeFileSync(join(folder, file), withChanges(readFileSync(join(root, file), 'utf8'), blockOf(file)))
  const config = parse(readFileSync(join(folder, 'tsconfig.json'), 'utf8')) as { include: string[] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ ...config, include: ['src'] }))
  return folder
}

const typecheck = (folder: string): Promise<Ended> =>
  node([join(root, 'node_modules/typescript/bin/tsc'), '-p', join(folder, 'tsconfig.json'), '--pretty', 'false'])

afterAll(() => {
  for (const folder of copies) rmSync(folder, { recursive: true, force: true })
})

/** A data repository with one assignment of five indicators for the toy. */
function createToyRepository(providerUrl: string) {
  const repository = createRepository()
  const { folder } = repository
  const { pipelines } = parse(blockOf('tally')) as { pipelines: Record<string, object> }
  const toy = { ...pipelines['toy-tally'], schedule: { every: '0s', cooldown: '0s' } }
  const accounts = { toy: { api: 'openai', baseUrl: providerUrl, key: null, concurrency: 2, limits: { usd: { budget: 1000 } } } }
  mkdirSync(join(folder, '.github'))
  mkdirSync(join(folder, 'tasks'))
  writeFileSync(join(folder, '.github', 'perpetual.yml'), stringify({ accounts, pipelines: { 'toy-tally': toy } }))
  writeFileSync(
    join(folder, 'tasks', 'toy-tally.yml'),
    stringify(seedsOf({ assignments: 1, indicators: 5 }), { aliasDuplicateObjects: false }),
  )
  git(folder, 'add', '.')
  git(folder, 'commit', '--quiet', '-m', 'Set up')
  return repository
}

describe('a kind that lies in the test folder, with the lines of docs/pipelines.md', () => {
  let server: SloganServer
  let repository: ReturnType<typeof createToyRepository>
  let copy: string
  let perpetual: (...args: readonly string[]) => Promise<Ended>
  beforeAll(async () => {
    server = await startSloganServer()
    repository = createToyRepository(server.url)
    copy = copySources()
    const env = { PATH: process.env['PATH'] ?? '', HOME: repository.folder, PERPETUAL_CACHE: cacheFolder }
    perpetual = (...args) => node([join(copy, 'src', 'cli.ts'), ...args], { cwd: repository.folder, env })
  })
  afterAll(async () => {
    await server.close()
    repository.remove()
  })

  test('compiles', async () => {
    expect(await typecheck(copy)).toMatchObject({ code: 0, stdout: '' })
  })

  test('is known to tasks, plan and status', async () => {
    expect(await perpetual('tasks', 'import', '--quiet')).toMatchObject({ code: 0 })
    const { pipelines } = JSON.parse((await perpetual('status', '--json')).stdout) as { pipelines: Record<string, unknown>[] }
    expect(pipelines.find(each => each['pipeline'] === 'toy-tally')).toMatchObject({ kind: 'tally', agent: 'toy' })
    const plan = JSON.parse((await perpetual('plan', '--json')).stdout) as { start: string[] }
    expect(plan.start).toContain('toy-tally')
  })

  test('works to its line, hands off, and is gone on with by the next session', async () => {
    const first = JSON.parse((await perpetual('run', 'toy-tally', '--json')).stdout) as Record<string, unknown>
    // 75 % of 4 calls.
    expect(first).toMatchObject({ outcome: 'wrapped', reason: 'session-budget', budget: { limit: 4, line: 3, used: 3 } })
    expect(first).toMatchObject({ spent: { sends: 3 }, pairs: { accepted: 3 }, deliveries: [{}] })
    expect(server.asked()).toHaveLength(3)
    const second = JSON.parse((await perpetual('run', 'toy-tally', '--json')).stdout) as Record<string, unknown>
    expect(second).toMatchObject({ outcome: 'completed', spent: { sends: 2 }, pairs: { accepted: 2 }, deliveries: [{}] })
    expect(new Set(server.asked()).size, 'every indicator was asked about once').toBe(5)
    expect(server.asked()).toHaveLength(5)
    const { folder } = repository
    const branches = git(folder, 'for-each-ref', '--format=%(refname:short)', 'refs/heads/perpetual/toy-tally').split('\n')
    const delivered = branches.flatMap(branch => git(folder, 'ls-tree', '-r', '--name-only', branch, 'inbox/toy').split('\n'))
    expect(delivered).toHaveLength(5)
    expect(git(folder, 'show', `${branches[0]}:${delivered[0]}`)).toMatch(/^Mind the .*: \d+ letters$/)
    expect(git(folder, 'ls-tree', '-r', '--name-only', 'perpetual/state', 'handoffs/toy-tally').split('\n')).toHaveLength(2)
  })
})

describe('a kind of which a line is missing', () => {
  test('does not compile without the handler of its type of work', async () => {
    const { code, stdout } = await typecheck(copySources({ without: 'src/session/handlers.ts' }))
    expect(code).not.toBe(0)
    expect(stdout).toMatch(/src\/session\/handlers\.ts.*Property 'count' is missing/)
  })

  test('does not compile without the line of what runs it', async () => {
    const { code, stdout } = await typecheck(copySources({ without: 'src/kinds/registry.ts' }))
    expect(code).not.toBe(0)
    expect(stdout).toMatch(/src\/kinds\/registry\.ts.*Property 'tally' is missing/)
  })

  test('is unknown to the configuration without its registry line, which names the kinds that there are', async () => {
    const repository = createToyRepository('http://127.0.0.1:9/v1')
    const { code, stderr } = await runCli(['status'], { folder: repository.folder })
    repository.remove()
    expect(code).toBe(2)
    expect(stderr).toContain('Expected `kind` to be one of `research`, `batch`, `implementation`, `integration`, got `tally`')
    expect(stderr).toContain('pipelines.toy-tally')
  })
})
