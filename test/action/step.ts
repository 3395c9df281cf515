import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleFolder } from '../support/bundle.ts'
import { readLog, type RunnerCommand } from './runner-log.ts'

export interface StepOptions {
  readonly inputs: Readonly<Record<string, string>>
  readonly environment?: Readonly<Record<string, string>>
  readonly event?: { readonly name: string; readonly payload: unknown }
}

export interface StepEnd {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  readonly commands: readonly RunnerCommand[]
  /** What is left of the log once the runner has taken its commands out. */
  readonly lines: readonly string[]
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
}

export interface Step {
  readonly signal: (signal: NodeJS.Signals) => void
  readonly stdout: () => string
  readonly ended: Promise<StepEnd>
}

/** GITHUB_OUTPUT as the runner reads it: `name<<delimiter`, lines, the delimiter alone. */
function readOutputs(text: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {}
  const lines = text.split('\n')
  for (let index = 0; index < lines.length; index++) {
    const [, name, delimiter] = /^([^=<]+)<<(.+)$/.exec(lines[index] ?? '') ?? []
    if (name === undefined || delimiter === undefined) continue
    const end = lines.indexOf(delimiter, index + 1)
    outputs[name] = lines.slice(index + 1, end).join('\n')
    index = end
  }
  return outputs
}

/** The bundle as a step of a job, with nothing of this process's environment but the path. */
export async function startStep({
  inputs,
  environment = {},
  event = { name: 'schedule', payload: {} },
}: StepOptions): Promise<Step> {
  const main = join(await bundleFolder(), 'action', 'index.js')
  const folder = mkdtempSync(join(tmpdir(), 'perpetual-step-'))
  const file = (name: string, text = ''): string => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: 'acme/pairs',
    GITHUB_RUN_ID: '77',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_API_URL: 'http://127.0.0.1:9',
    GITHUB_SERVER_URL: 'https://github.com',
    RUNNER_NAME: 'Hosted Agent',
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(event.payload)),
    GITHUB_OUTPUT: file('output'),
    GITHUB_STEP_SUMMARY: file('summary'),
    GITHUB_STATE: file('state'),
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    ...environment,
  }
  const child = spawn(process.execPath, [main], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', chunk => (stdout += String(chunk)))
  child.stderr.on('data', chunk => (stderr += String(chunk)))
  const ended = new Promise<StepEnd>(resolve => {
    child.on('close', code => {
      const outputs = readOutputs(readFileSync(join(folder, 'output'), 'utf8'))
      const summary = readFileSync(join(folder, 'summary'), 'utf8')
      rmSync(folder, { recursive: true, force: true })
      resolve({ code, stdout, stderr, ...readLog(stdout), outputs, summary })
    })
  })
  return { signal: signal => void child.kill(signal), stdout: () => stdout, ended }
}

export const runStep = async (options: StepOptions): Promise<StepEnd> => (await startStep(options)).ended
