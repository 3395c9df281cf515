import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { startProvider } from '../test/support/provider.ts'
import { createRepository, git } from '../test/support/repository.ts'
import { criticalPathMs } from './critical-path.ts'
import type { Row } from './row.ts'

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url))
const latencyMs = 200
const concurrency = 32

async function perpetual(folder: string, ...args: readonly string[]): Promise<unknown> {
  const child = spawn(process.execPath, [cli, ...args, '--repo', folder, '--json', '--quiet'], {
    env: { PATH: process.env['PATH'], HOME: folder, OPENROUTER_API_KEY: 'bench' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', chunk => (text += String(chunk)))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`perpetual ${args.join(' ')} ended with ${code}: ${text}`)
  return JSON.parse(text)
}

/** A data repository whose account points at the provider, with the tasks imported. */
async function createDataRepository(providerUrl: string) {
  const repository = createRepository()
  mkdirSync(join(repository.folder, '.github'))
  writeFileSync(
    join(repository.folder, '.github', 'perpetual.yml'),
    `accounts: { openrouter: { baseUrl: '${providerUrl}', requestsPerMinute: null, concurrency: ${concurrency} } }\n`,
  )
  await perpetual(repository.folder, 'init')
  await perpetual(repository.folder, 'tasks', 'import')
  return repository
}

/**
 * One full-size assignment through the command line at 200 ms and concurrency 32, from the first send to the last, against the
 * critical path of its stages. The same assignment is run once before, at full speed and elsewhere, so that the provider knows its
 * answers: a real one does not compute them on this machine.
 */
export async function benchAssignment(): Promise<readonly Row[]> {
  const provider = await startProvider()
  const first = await createDataRepository(provider.url)
  const repository = await createDataRepository(provider.url)
  try {
    await perpetual(first.folder, 'run', 'droid-research', '--max-tasks', '1')
    await provider.control('reset', {})
    await provider.control('latency', { latencyMs })
    const began = performance.now()
    const running = perpetual(repository.folder, 'run', 'droid-research', '--max-tasks', '1')
    let firstSendMs: number | undefined
    const watch = (async () => {
      while (firstSendMs === undefined) {
        if ((await provider.stats()).total > 0) firstSendMs = performance.now() - began
        else await new Promise(resolve => setTimeout(resolve, 5))
      }
    })()
    await running
    await watch
    const times = (await provider.times()).toSorted((a, b) => a - b)
    const sendingMs = (times.at(-1) ?? 0) + latencyMs - (times[0] ?? 0)
    const ideal = criticalPathMs({ latencyMs, concurrency })
    return [
      {
        name: 'one assignment, 200 ms, concurrency 32: critical path over the time it took',
        value: ideal.ms / sendingMs,
        unit: 'ratio',
        expectation: '≥ 0.95',
      },
      {
        name: 'calls of the assignment (on the critical path’s clock, sent)',
        value: times.length,
        unit: `calls, ideal ${ideal.calls}`,
        expectation: '',
      },
      { name: 'from the start of the process to the first send', value: firstSendMs ?? 0, unit: 'ms', expectation: '' },
      {
        name: 'commits on perpetual/state',
        value: Number(git(repository.folder, 'rev-list', '--count', 'perpetual/state')),
        unit: 'commits',
        expectation: '',
      },
    ]
  } finally {
    await provider.stop()
    first.remove()
    repository.remove()
  }
}
