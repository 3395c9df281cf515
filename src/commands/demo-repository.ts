import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { configFile } from '../config/load-config.ts'
import { PerpetualError } from '../domain/errors.ts'
import { automation, gitFailure, runGit } from '../forge/git.ts'
import type { Rehearsal } from '../rehearsal/start-rehearsal.ts'
import { writeProject } from './init.ts'

/** What the embedded provider takes for keys: one an account. */
export const demoKeys = {
  OPENROUTER_API_KEY: 'rehearsal',
  ZAI_API_KEY: 'rehearsal',
  GEMINI_API_KEY: 'rehearsal-gemini',
  SISTER_GEMINI_API_KEY: 'rehearsal-sister',
  CLAUDE_OPENROUTER_API_KEY: 'rehearsal-claude',
} as const

/** The first folder of that name that is not there yet. */
export function freeFolder(here: string, wanted: string | undefined): string {
  if (wanted !== undefined) {
    const folder = resolve(here, wanted)
    if (existsSync(folder))
      throw new PerpetualError(`Expected \`--folder\` to name a folder that is not there yet, got \`${wanted}\``, {
        actBy: 'fix-config',
      })
    return folder
  }
  let folder = resolve(here, 'perpetual-demo')
  for (let n = 2; existsSync(folder); n += 1) folder = resolve(here, `perpetual-demo-${n}`)
  return folder
}

async function git(folder: string, ...args: readonly string[]): Promise<void> {
  const done = await runGit(args, { cwd: folder })
  if (done.code !== 0) throw gitFailure(`git ${args[0] ?? ''}`, done)
}

/** What the demo's configuration changes of the defaults: who answers, and how fast. */
const demoConfig = ({
  openrouter,
  zai,
  gemini,
}: Rehearsal['urls']): string => `# Written by \`perpetual demo\`: the defaults, but the embedded provider answers, for nothing and at full speed.
dataset:
  rehearsal: true
  license: CC-BY-4.0
accounts:
  openrouter:
    baseUrl: ${openrouter}
    requestsPerMinute: null
    concurrency: 32
  zai:
    baseUrl: ${zai}
    requestsPerMinute: null
    concurrency: 16
  gemini:
    baseUrl: ${gemini}
  sister-gemini:
    baseUrl: ${gemini}
  claude:
    baseUrl: ${openrouter}
    concurrency: 16
`

/** A repository of its own with everything set up and committed. */
export async function createRepository(folder: string, urls: Rehearsal['urls']): Promise<void> {
  await mkdir(join(folder, '.github'), { recursive: true })
  await git(folder, 'init', '--quiet', '--initial-branch=main')
  await writeFile(join(folder, configFile), demoConfig(urls))
  await writeProject(folder, false)
  await git(folder, 'add', '--all')
  const identity = ['-c', `user.name=${automation.name}`, '-c', `user.email=${automation.email}`]
  await git(folder, ...identity, 'commit', '--quiet', '-m', 'Set up Perpetual')
}
