import { isOk, isRefused, type Answer } from '../setup/ask-github.ts'
import type { RepositoryFacts } from '../setup/repository-facts.ts'
import { ok, problem, unseen, warning, type Check } from './doctor-check.ts'
import type { GithubView } from './github-view.ts'

/** Whose token it is; the account of an installation ends in `[bot]`. */
export interface TokenOwner {
  readonly account: string
  readonly isInstallation: boolean
}

/** Where a permission is given, which differs by the kind of token. */
export function howToGrant({ scopes }: RepositoryFacts, { isInstallation }: TokenOwner, permission: string): string {
  if (scopes !== null) return 'Give the token the scopes `repo` and `workflow`: `gh auth refresh --scopes repo,workflow`.'
  if (isInstallation)
    return `Give the job \`${permission.toLowerCase().replaceAll(' ', '-')}: write\` under \`permissions:\`, or the App the permission ${permission}: write.`
  return `Give the token ${permission}: Read and write, at https://github.com/settings/personal-access-tokens.`
}

export function checkRepositoryFacts({ facts }: GithubView): readonly Check[] {
  const { fullName, isPrivate, isArchived, hasIssues, webUrl } = facts
  const here = ok(`repository ${fullName}, ${isPrivate ? 'private' : 'public'}, default branch ${facts.defaultBranch}`)
  return [
    isArchived ? problem(`${fullName} is archived, so nothing can be written`, `Unarchive it: ${webUrl}/settings`) : here,
    ...(hasIssues
      ? []
      : [
          problem('issues are switched off, so there are no tasks', `Settings → General → Features → Issues: ${webUrl}/settings`),
        ]),
  ]
}

export function checkToken({ facts }: GithubView, owner: TokenOwner): readonly Check[] {
  const { scopes, role, fullName } = facts
  if (scopes === null) {
    const kind = owner.isInstallation ? `an installation’s token (${owner.account})` : `a fine-grained token of ${owner.account}`
    return [unseen(`permissions: GitHub does not tell those of ${kind}`, 'The write probes below say what it may do.')]
  }
  if (role === 'reader')
    return [problem(`${owner.account} may only read ${fullName}`, 'Ask an owner of the repository for write access.')]
  const needed = facts.isPrivate ? ['repo'] : ['repo', 'public_repo']
  const grant = howToGrant(facts, owner, 'Contents')
  if (!needed.some(scope => scopes.includes(scope)))
    return [problem(`the token of ${owner.account} has no scope \`repo\`, so it can write nothing`, grant)]
  if (!scopes.includes('workflow'))
    return [warning(`the token of ${owner.account} has no scope \`workflow\`, which \`perpetual init\` needs`, grant)]
  return [ok(`token of ${owner.account}, ${role}, with the scopes ${scopes.join(', ')}`)]
}

/** What a refused write means: a permission, or a rule. */
function refusal(what: string, answer: Answer, { grant, rules }: { readonly grant: string; readonly rules: string }): Check {
  const said = answer.message === '' ? '' : `: ${answer.message}`
  if (isRefused(answer)) return problem(`${what} is refused (${answer.status}${said})`, grant)
  if (answer.status === 422) return problem(`${what} is refused by a rule (422${said})`, rules)
  return unseen(`${what}: GitHub answers ${answer.status}${said}`, 'Try again later.')
}

/** For what is no use to repeat: the second answer would be about the first. */
const once = { retries: 0 } as const

/** Makes a branch where the delivered ones will be, at a commit that is there already, and deletes it. */
export async function probeBranch(view: GithubView, owner: TokenOwner, name: string): Promise<readonly Check[]> {
  const { ask, facts } = view
  const head = await (await view.forge()).contents.head()
  if (head === null) return [problem(`${facts.defaultBranch} has no commit`, 'Push one; everything begins with it.')]
  const branch = `perpetual/probe-${name}`
  const made = await ask('POST /repos/{owner}/{repo}/git/refs', {
    ref: `refs/heads/${branch}`,
    sha: head,
    request: once,
  })
  if (!isOk(made)) {
    const rules = `Exclude \`perpetual/**\` from the rules at ${facts.webUrl}/settings/rules.`
    return [refusal('writing a branch under perpetual/', made, { grant: howToGrant(facts, owner, 'Contents'), rules })]
  }
  const removed = await ask('DELETE /repos/{owner}/{repo}/git/refs/{ref}', { ref: `heads/${branch}` })
  const written = ok('this token may write branches under perpetual/')
  return isOk(removed)
    ? [written]
    : [
        written,
        warning(
          `the branch ${branch}, made to try this, could not be deleted (${removed.status})`,
          `Delete it, and let rules allow deletions below \`perpetual/**\`: ${facts.webUrl}/branches`,
        ),
      ]
}

/** Asks for a pull request of the default branch into itself: who may open one is told that there are no commits, everybody else is refused. */
export async function probePull({ ask, facts }: GithubView, owner: TokenOwner): Promise<readonly Check[]> {
  const branch = facts.defaultBranch
  const answer = await ask('POST /repos/{owner}/{repo}/pulls', {
    title: 'Probe of perpetual doctor',
    head: branch,
    base: branch,
    request: once,
  })
  if (answer.status === 422) return [ok('this token may open pull requests')]
  if (/not permitted to create/iu.test(answer.message))
    return [
      problem(
        'opening a pull request is refused: GitHub Actions may not in this repository',
        `Settings → Actions → General → Workflow permissions → “Allow GitHub Actions to create and approve pull requests”: ${facts.webUrl}/settings/actions`,
      ),
    ]
  const grant = howToGrant(facts, owner, 'Pull requests')
  return [refusal('opening a pull request', answer, { grant, rules: '' })]
}
