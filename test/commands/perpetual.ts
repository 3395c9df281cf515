import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createOutput } from '../../src/commands/output.ts'
import { runProgram } from '../../src/commands/program.ts'
import { commands } from '../../src/commands/registry.ts'
import { createSystemClock } from '../../src/system-clock.ts'
import { cacheFolder } from '../support/cache-folder.ts'

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))

export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly cwd: string
  readonly environment?: Readonly<Record<string, string>>
  readonly input?: string
  /** Ends the process with Ctrl-C's signal once this is true. */
  readonly interruptWhen?: () => boolean
}

/** The real command line in a process of its own, with nothing of this one's environment but the PATH. */
export const perpetual = (
  args: readonly string[],
  { cwd, environment = {}, input = '', interruptWhen }: RunOptions,
): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const env = { PATH: process.env['PATH'] ?? '', HOME: cwd, PERPETUAL_CACHE: cacheFolder, ...environment }
    const child = spawn(process.execPath, [cli, ...args], { cwd, env })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', chunk => (stdout += String(chunk)))
    child.stderr.on('data', chunk => (stderr += String(chunk)))
    child.on('error', reject)
    const watch = setInterval(() => {
      if (interruptWhen?.() === true) child.kill('SIGINT')
    }, 20)
    child.on('close', code => {
      clearInterval(watch)
      resolve({ code: code ?? -1, stdout, stderr })
    })
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })

/** The same program inside this process, for tables of small cases: a process each would take a second each. */
export async function inProcess(
  args: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  let [stdout, stderr] = ['', '']
  const out = { write: (text: string) => (stdout += text) }
  const error = { write: (text: string) => (stderr += text) }
  const code = await runProgram(commands, {
    arguments: args,
    environment,
    folder: cwd,
    version: '0.0.0',
    clock: () => createSystemClock(),
    createOutput: flags =>
      createOutput({ stdout: out, stderr: error, ...flags, colour: false, monotonicMs: () => performance.now() }),
    interruptible: () => new AbortController().signal,
    tell: () => {},
    spawnSelf: () => {
      throw new Error('A program inside a test starts no processes')
    },
    writeOut: out.write,
    writeError: error.write,
    columns: () => 100,
  })
  return { code, stdout, stderr }
}

const made: string[] = []

/** A folder of its own, removed by `removeFolders`. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'perpetual-cli-'))
  made.push(folder)
  return folder
}

export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
}

export function git(cwd: string, ...args: string[]): string {
  const ran = spawnSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], { cwd, encoding: 'utf8' })
  if (ran.status !== 0) throw new Error(ran.stderr)
  return ran.stdout
}

/** A git repository with one commit. */
export function makeRepository(): string {
  const folder = makeFolder()
  git(folder, 'init', '-q', '-b', 'main')
  git(folder, 'commit', '-q', '--allow-empty', '-m', 'Begin')
  return folder
}
