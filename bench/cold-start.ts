import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { bundleFolder } from '../test/support/bundle.ts'
import type { Row } from './row.ts'

const rounds = 15

/** A comment that asks for nothing: what most runs of the review workflow are about. */
const event = {
  action: 'created',
  issue: { number: 12, pull_request: {} },
  comment: { id: 1, body: 'Nice pairs!', user: { login: 'curator' } },
  sender: { login: 'curator' },
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

interface Start {
  readonly name: string
  readonly args: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}

/** How long a process takes from its start to its end, milliseconds; the candidates take turns, so that the machine's load falls on all. */
function measure(starts: readonly Start[], folder: string): readonly number[] {
  const times = starts.map((): number[] => [])
  for (let round = 0; round <= rounds; round++) {
    for (const [index, { name, args, environment = {} }] of starts.entries()) {
      const env = { PATH: process.env['PATH'], HOME: folder, TMPDIR: folder, ...environment }
      const began = performance.now()
      const { status, stderr, stdout } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
      const tookMs = performance.now() - began
      if (status !== 0) throw new Error(`${name} ended with ${status}: ${stdout}${stderr}`)
      // The first round fills the disk's cache.
      if (round > 0) times[index]?.push(tookMs)
    }
  }
  return times.map(median)
}

/** The bundle with nothing to do, against a Node that runs an empty script: on a fresh machine, and where Node has compiled it before. */
export async function benchColdStart(): Promise<readonly Row[]> {
  const bundle = await bundleFolder()
  const folder = mkdtempSync(join(tmpdir(), 'perpetual-cold-'))
  const empty = join(folder, 'empty.mjs')
  writeFileSync(empty, '')
  writeFileSync(join(folder, 'event.json'), JSON.stringify(event))
  const step = {
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: 'acme/pairs',
    GITHUB_RUN_ID: '1',
    GITHUB_EVENT_NAME: 'issue_comment',
    GITHUB_EVENT_PATH: join(folder, 'event.json'),
    INPUT_COMMAND: 'on-pull-request',
    INPUT_TOKEN: 'bench',
  }
  const uncached = { NODE_DISABLE_COMPILE_CACHE: '1' }
  const action = [join(bundle, 'action', 'index.js')]
  const cli = [join(bundle, 'cli', 'index.js'), '--version']
  const starts: readonly Start[] = [
    { name: 'an empty script', args: [empty] },
    { name: 'the action, fresh machine', args: action, environment: { ...step, ...uncached } },
    { name: 'the action, compiled before', args: action, environment: step },
    { name: 'the command line, fresh machine', args: cli, environment: uncached },
    { name: 'the command line, compiled before', args: cli },
  ]
  try {
    const [emptyMs = 1, ...others] = measure(starts, folder)
    return [
      ...others.map((tookMs, index) => ({
        name: `${starts[index + 1]?.name ?? ''}, over an empty script`,
        value: tookMs / emptyMs,
        unit: `ratio, ${tookMs.toFixed(0)} ms`,
        expectation: '≤ 4',
      })),
      { name: 'an empty script', value: emptyMs, unit: 'ms', expectation: '' },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
