import type { Config } from '../config/schema.ts'
import { messageOf } from '../domain/errors.ts'
import type { Invocation } from './command.ts'
import { attempt, problem, unseen, type Check } from './doctor-check.ts'
import { checkRepositoryFacts, checkToken, probeBranch, probePull, type TokenOwner } from './doctor-github-access.ts'
import { actionsOf, checkDiscussions, checkFiles, checkLabels } from './doctor-github-files.ts'
import { checkGithubKeys } from './doctor-github-keys.ts'
import { checkPlan } from './doctor-github-plan.ts'
import { checkRules } from './doctor-github-rules.ts'
import { checkActions, checkEnabled, checkPullSetting } from './doctor-github-settings.ts'
import { checkProviders } from './doctor-provider.ts'
import { checkWeb } from './doctor-web.ts'
import { checkCommittedTasks, checkPipelines, checkStateOf } from './doctor-repository.ts'
import { checkFirstCommit, withGithub, type GithubChoice, type GithubView } from './github-view.ts'
import { surveyFiles, type Survey } from './init-github.ts'

interface Surveyed {
  readonly survey?: Survey
  readonly checks: readonly Check[]
}

async function survey(view: GithubView): Promise<Surveyed> {
  try {
    await checkFirstCommit(view)
    const found = await surveyFiles(view)
    return { survey: found, checks: [...checkPipelines(found.config), ...checkFiles(found, view.facts.defaultBranch)] }
  } catch (error) {
    return { checks: [problem(messageOf(error), 'Nothing runs before this is mended.')] }
  }
}

async function ownerOf(view: GithubView): Promise<TokenOwner> {
  const account = (await view.forge()).society?.people.account ?? 'nobody'
  return { account, isInstallation: view.facts.scopes === null && account.endsWith('[bot]') }
}

const later = 'Try again later.'

async function examineView({ environment, clock }: Invocation, view: GithubView, offline: boolean): Promise<readonly Check[]> {
  const { survey: surveyed, checks: files } = await survey(view)
  const config = surveyed?.config
  const owner = await ownerOf(view).catch(() => undefined)
  const withOwner = (check: (owner: TokenOwner) => readonly Check[] | Promise<readonly Check[]>) =>
    attempt(later, async () => (owner === undefined ? [unseen('whose token this is', later)] : check(owner)))
  const withConfig = (check: (config: Config) => Promise<readonly Check[]>) =>
    attempt(later, async () => (config === undefined ? [] : check(config)))
  // One after the other what writes, side by side what reads.
  const probes = await withOwner(async each => [
    ...(await probeBranch(view, each, `${clock.now().replaceAll(/\D/gu, '')}-${process.pid}`)),
    ...(await probePull(view, each)),
  ])
  const action = surveyed === undefined ? undefined : actionsOf(surveyed)[0]?.name
  const reads = await Promise.all([
    attempt(later, () => checkPlan(view, config)),
    attempt(later, () => checkActions(view, action)),
    attempt(later, () => checkPullSetting(view)),
    attempt(later, () => checkEnabled(view)),
    attempt(later, () => checkRules(view)),
    withConfig(each => checkGithubKeys(view, each)),
    withConfig(each => checkLabels(view, each)),
    withConfig(each => checkDiscussions(view, each)),
    attempt('Update perpetual, or restore the branch perpetual/state.', async () => checkStateOf(await view.forge())),
    withConfig(async each => checkCommittedTasks(await view.forge(), each)),
    withConfig(async each => checkWeb(each)),
    withConfig(async each => (offline ? [] : checkProviders({ config: each, environment, clock }))),
  ])
  const token = await withOwner(each => checkToken(view, each))
  return [...checkRepositoryFacts(view), ...token, ...probes, ...files, ...reads.flat()]
}

/** All that a repository on GitHub needs, as far as this token may see it. */
export async function examineGithub(invocation: Invocation, choice: GithubChoice, offline: boolean): Promise<readonly Check[]> {
  try {
    return await withGithub(invocation, choice, view => examineView(invocation, view, offline))
  } catch (error) {
    return [problem(messageOf(error), 'Without it nothing else can be checked.')]
  }
}
