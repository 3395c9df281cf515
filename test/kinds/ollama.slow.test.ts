import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { parsePairFile } from '../../src/dataset/pair-rows.ts'
import { runCli } from '../support/cli.ts'
import { seedsOf } from '../support/data-repository.ts'
import { startOllama, type Ollama, type OllamaOptions } from '../support/ollama.ts'
import { startProvider, type Provider } from '../support/provider.ts'
import { createRepository, git } from '../support/repository.ts'
import { blockOf } from './recipe.ts'

type Maps = Record<string, Record<string, Record<string, unknown>>>

const models = ['qwen3:30b', 'gemma3:27b']
const searchKey = 'search-key-123456'
const environment = { OPENROUTER_API_KEY: 'rehearsal', OLLAMA_API_KEY: searchKey }
const [local, remote] = [seedsOf({ assignments: 1, indicators: 2 }), seedsOf({ assignments: 1, indicators: 1 }, 1)]
const subjects = local.tasks.flatMap(({ indicators }) => indicators) as NonNullable<OllamaOptions['subjects']>

let provider: Provider
let ollama: Ollama | undefined
let removeRepository: () => void
beforeAll(async () => {
  provider = await startProvider()
})
afterEach(async () => {
  await ollama?.close()
  removeRepository()
})
afterAll(() => provider.stop())

/** What stands in docs/pipelines.md, at this server and with a smaller budget, beside the default research pipeline. */
function createWorld({ url, searchUrl }: Ollama, change: (written: Maps) => void = () => {}): string {
  const { folder, remove } = createRepository()
  removeRepository = remove
  const written = parse(blockOf('.github/perpetual.yml')) as Maps
  const [accounts, pipelines] = [written['accounts'] ?? {}, written['pipelines'] ?? {}]
  Object.assign(accounts['ollama'] ?? {}, { baseUrl: url, limits: { calls: { budget: 40 } } })
  Object.assign(accounts['ollama']?.['search'] ?? {}, { url: searchUrl })
  const small = { schedule: { every: '0s', cooldown: '0s' }, research: { callsPerIndicator: 20 } }
  Object.assign(pipelines['local-research'] ?? {}, small)
  accounts['openrouter'] = { baseUrl: provider.url, requestsPerMinute: null, limits: { calls: { budget: 10 } } }
  pipelines['droid-research'] = small
  change(written)
  for (const name of ['.github', 'tasks']) mkdirSync(join(folder, name))
  const write = (path: string, value: unknown) =>
    writeFileSync(join(folder, path), stringify(value, { aliasDuplicateObjects: false }))
  write('.github/perpetual.yml', written)
  write('tasks/local-research.yml', local)
  write('tasks/droid-research.yml', remote)
  git(folder, 'add', '.')
  git(folder, 'commit', '--quiet', '-m', 'Set up')
  return folder
}

async function perpetual(folder: string, ...args: readonly string[]): Promise<Record<string, unknown>> {
  const { code, stdout, stderr } = await runCli([...args, '--json'], { folder, environment })
  if (code !== 0) throw new Error(`perpetual ${args.join(' ')} ended with ${code}: ${stderr}`)
  return JSON.parse(stdout) as Record<string, unknown>
}

const said = (checks: unknown): readonly string[] =>
  (checks as { level: string; what: string }[]).map(({ level, what }) => `${level}: ${what}`)

describe('a second research pipeline on Ollama, by the YAML of docs/pipelines.md alone', () => {
  test('works beside the first, each to its own line, and delivers pairs that quote what the search found', async () => {
    ollama = await startOllama({ models, loadMs: 1500, subjects, searchKey })
    const folder = createWorld(ollama)
    const { checks } = JSON.parse((await runCli(['doctor', '--json'], { folder, environment })).stdout) as Record<string, unknown>
    expect(said(checks)).toContain('ok: key of ollama: OLLAMA_API_KEY is set')
    expect(said(checks).filter(line => line.startsWith('ok: ollama: ') && line.endsWith(' answers'))).toHaveLength(1)
    expect(said(checks).filter(line => !line.startsWith('ok: ') && line.includes('local'))).toEqual([])

    await perpetual(folder, 'tasks', 'import')
    const { start } = await perpetual(folder, 'plan')
    expect((start as string[]).toSorted()).toEqual(['droid-research', 'local-research'])
    const [atHome, away] = await Promise.all(['local-research', 'droid-research'].map(name => perpetual(folder, 'run', name)))
    // 85 % of 40 and of 10.
    expect(atHome).toMatchObject({ outcome: 'wrapped', reason: 'budget', spent: { sends: 34, usd: 0 } })
    expect(ollama.chats()).toHaveLength(34)
    expect(away).toMatchObject({ reason: 'budget', spent: { sends: 8 } })
    expect((await provider.stats()).total).toBe(8)

    expect(ollama.most(), 'asked at once').toBe(1)
    expect(ollama.chats().map(({ body }) => (body['response_format'] as { type: string }).type)).not.toContain('json_object')
    expect(ollama.chats().filter(({ body }) => 'tools' in body)).toEqual([])
    expect(ollama.searches().length).toBeGreaterThan(0)

    const { pairs: made, deliveries } = atHome as { pairs: { accepted: number }; deliveries: { branch: string }[] }
    expect(made.accepted).toBeGreaterThan(0)
    const branch = deliveries[0]?.branch ?? ''
    const paths = git(folder, 'ls-tree', '-r', '--name-only', branch, 'inbox/local').split('\n')
    const file = paths.find(path => path.endsWith('.json')) ?? ''
    const { pairs } = parsePairFile(git(folder, 'show', `${branch}:${file}`))
    expect(pairs.length).toBeGreaterThan(0)
    for (const { citations } of pairs) expect(citations[0]?.url).toMatch(/^https:\/\/.+\.rehearsal\.example\//)
  })

  test('brings no pair without a search, and the doctor says so', async () => {
    ollama = await startOllama({ models })
    const folder = createWorld(ollama, ({ accounts }) => delete accounts?.['ollama']?.['search'])
    const { checks } = JSON.parse((await runCli(['doctor', '--json'], { folder, environment })).stdout) as Record<string, unknown>
    expect(said(checks)).toContain(
      'warning: local-research: ollama has no web search, and a pair whose pages nobody read is not accepted',
    )
    await perpetual(folder, 'tasks', 'import')
    expect(await perpetual(folder, 'run', 'local-research')).toMatchObject({ pairs: { accepted: 0 }, deliveries: [] })
  })

  const mistakes = [
    { what: 'a model that was never pulled', changes: { model: 'llama9' }, message: /model 'llama9' not found/ },
    { what: 'a search key that is missing', key: '', message: /environment variable OLLAMA_API_KEY/ },
    { what: 'a search key that is refused', key: 'another', message: /refused the key in OLLAMA_API_KEY/ },
  ]
  test.each(mistakes)('says what to mend: $what', async ({ changes = {}, key = searchKey, message }) => {
    ollama = await startOllama({ models, subjects, searchKey })
    const folder = createWorld(ollama, ({ pipelines }) => Object.assign(pipelines?.['local-research'] ?? {}, changes))
    await perpetual(folder, 'tasks', 'import')
    const ended = await runCli(['run', 'local-research'], { folder, environment: { ...environment, OLLAMA_API_KEY: key } })
    expect(ended).toMatchObject({ code: 2 })
    expect(`${ended.stdout}${ended.stderr}`).toMatch(message)
  })
})
