import type { Command } from 'commander'
import { z } from 'zod'
import type { Finish, Invocation, Start } from './command.ts'
import type { Check } from './doctor-check.ts'
import { checkKeys, checkProviders } from './doctor-provider.ts'
import { checkWeb } from './doctor-web.ts'
import { checkConfig, checkDisk, checkGit, checkRepository, checkState, checkTaskFiles } from './doctor-repository.ts'

async function examineHere({ folder, environment, clock }: Invocation, offline: boolean): Promise<readonly Check[]> {
  const git = await checkGit(folder)
  const { top, checks: repository } = await checkRepository(folder)
  if (top === undefined) return [...git, ...repository, ...(await checkDisk(folder))]
  const { config, checks: configuration } = await checkConfig(top)
  const state = await checkState(top, clock)
  const disk = await checkDisk(top)
  if (config === undefined) return [...git, ...repository, ...configuration, ...state, ...disk]
  const options = { config, environment, clock }
  const tasks = await checkTaskFiles(top, config)
  const providers = offline ? [] : await checkProviders(options)
  return [
    ...git,
    ...repository,
    ...configuration,
    ...tasks,
    ...state,
    ...disk,
    ...checkKeys(options),
    ...checkWeb(config),
    ...providers,
  ]
}

async function examine(invocation: Invocation, offline: boolean): Promise<readonly Check[]> {
  const { forge } = invocation
  if (forge.kind === 'local') return examineHere(invocation, offline)
  const { examineGithub } = await import('./doctor-github.ts')
  return examineGithub(invocation, forge, offline)
}

const marks = { ok: '✓', warning: '!', problem: '✗', unseen: '?' } as const

function verdict(problems: number, unseen: number): string {
  const hidden =
    unseen === 0 ? '' : ` ${unseen} ${unseen === 1 ? 'thing' : 'things'} cannot be seen with this token: look yourself.`
  if (problems > 0) return `${problems} ${problems === 1 ? 'thing is' : 'things are'} in the way.${hidden}`
  return unseen === 0 ? 'Ready.' : `Nothing that can be seen is in the way.${hidden}`
}

async function diagnose(invocation: Invocation, offline: boolean): Promise<Finish> {
  const { output } = invocation
  const { green, yellow, red, dim, cyan } = output.colours
  const colours = { ok: green, warning: yellow, problem: red, unseen: cyan }
  const checks = await examine(invocation, offline)
  for (const { level, what, todo } of checks) {
    output.result(`${colours[level](marks[level])} ${what}`)
    if (todo !== undefined) output.result(dim(`    ${todo}`))
  }
  const count = (level: Check['level']): number => checks.filter(each => each.level === level).length
  const problems = count('problem')
  output.result(`\n${verdict(problems, count('unseen'))}`)
  const json = { ready: problems === 0, problems, warnings: count('warning'), unseen: count('unseen'), checks }
  return { json, exitCode: problems === 0 ? 0 : 1 }
}

const optionsSchema = z.object({ offline: z.boolean().default(false) })

export function define(command: Command, start: Start): void {
  command
    .description(
      'Checks git, the repository, configuration, tasks, state, keys and providers. Sends no inference and changes nothing.\nOn GitHub: the token, settings, secrets, rules, labels and workflows; a branch is made and deleted to try it. `?` marks what cannot be seen.',
    )
    .option('--offline', 'leave the providers alone')
    .addHelpText('after', '\nExamples:\n  perpetual doctor\n  perpetual doctor --offline --json')
    .action(() => start(command, invocation => diagnose(invocation, optionsSchema.parse(command.opts()).offline)))
}
