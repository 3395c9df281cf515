import { usesOf } from '../setup/action-reference.ts'
import { leftToDo } from '../setup/left-to-do.ts'
import type { Finish, Invocation } from './command.ts'
import type { GithubView } from './github-view.ts'
import type { InitOptions, Survey, Written } from './init-github.ts'
import type { Prepared, Surroundings } from './init-github-steps.ts'
import { describeCosts, monthlyCosts } from './monthly-costs.ts'

export interface InitReport {
  readonly view: GithubView
  readonly survey: Survey
  readonly written: Written
  /** Null where nothing was to be made. */
  readonly prepared: Prepared | null
  readonly surroundings: Surroundings
  readonly options: InitOptions
}

function fileLines({ output }: Invocation, { plan, updated }: Written, dryRun: boolean): readonly string[] {
  const { green, yellow, dim } = output.colours
  const drifted = plan.drifted.map(({ path }) => path).filter(path => !updated.includes(path))
  return [
    ...plan.missing.map(({ path }) => `${green(dryRun ? '+ would write' : '+ wrote')} ${path}`),
    ...updated.map(path => `${green(dryRun ? '~ would update' : '~ updated')} ${path}`),
    ...drifted.map(path => `${yellow('! differs from what this version writes')} ${path} ${dim('(--update writes it again)')}`),
    ...plan.kept.map(path => dim(`= is there already, unchanged: ${path}`)),
  ]
}

function publishedLine({ published, action }: Written, { facts }: GithubView): readonly string[] {
  const uses = action === null ? [] : [`The workflows use ${usesOf(action)}.`]
  if (published === null) return uses
  if (published.type === 'committed') return [`Committed to ${facts.defaultBranch} as ${published.commit.slice(0, 10)}.`, ...uses]
  return [`${facts.defaultBranch} is protected, so the files wait in pull request #${published.number}.`, ...uses]
}

function preparedLines(prepared: Prepared | null): readonly string[] {
  if (prepared === null) return []
  const { labels, environment, state } = prepared
  const environments = {
    made: 'Made the environment perpetual, for the default branch alone.',
    there: 'The environment perpetual is there already.',
    refused: 'The environment perpetual could not be made: this token may not, or the plan has none.',
  }
  return [
    labels.refused.length > 0
      ? `${labels.refused.length} labels could not be made: this token may not.`
      : labels.made.length > 0
        ? `Made ${labels.made.length} labels.`
        : 'All labels are there already.',
    environments[environment],
    state === 'made' ? 'Began the state on perpetual/state.' : 'The state on perpetual/state is there already.',
  ]
}

/** Says what was done and what is left to a person. */
export function reportInit(invocation: Invocation, report: InitReport): Finish {
  const { view, survey, written, prepared, surroundings, options } = report
  const { output } = invocation
  const { bold, dim } = output.colours
  const { facts } = view
  const monthly = monthlyCosts(survey.config)
  const left = leftToDo({
    repository: facts.fullName,
    webUrl: facts.webUrl,
    pullUrl: written.published?.type === 'pull' ? written.published.url : null,
    hasIssues: facts.hasIssues,
    labelsRefused: prepared?.labels.refused.length ?? 0,
    inFolder: invocation.folder === process.cwd() ? '' : ` --repo ${JSON.stringify(invocation.folder)}`,
    ...surroundings,
  })
  const lines = [
    ...fileLines(invocation, written, options.dryRun),
    ...publishedLine(written, view),
    ...preparedLines(prepared),
    `\n${bold('What a month may cost at most')}`,
    ...describeCosts(monthly).map(line => `  ${line}`),
    `\n${bold('Left to you')}`,
    ...left.flatMap(({ what, command, url }, index) => [
      `  ${index + 1}. ${what}`,
      ...(command === null ? [] : [`     ${command}`]),
      dim(`     ${url}`),
    ]),
    `  Then \`perpetual doctor --forge github\` checks all of it.`,
  ]
  for (const line of lines) output.result(line)
  const { published } = written
  return {
    json: {
      repository: facts.fullName,
      dryRun: options.dryRun,
      written: written.plan.missing.map(({ path }) => path),
      updated: written.updated,
      drifted: written.plan.drifted.map(({ path }) => path).filter(path => !written.updated.includes(path)),
      kept: written.plan.kept,
      action: written.action,
      commit: published?.type === 'committed' ? published.commit : null,
      pull: published?.type === 'pull' ? { number: published.number, url: published.url } : null,
      labels: prepared?.labels ?? null,
      environment: prepared?.environment ?? null,
      state: prepared?.state ?? null,
      left,
      monthly,
    },
  }
}
