import { z } from 'zod'
import { mayActionsOpenPulls, mayOrganisationOpenPulls } from '../setup/actions-permissions.ts'
import { isOk } from '../setup/ask-github.ts'
import { enabledVariable, isOn, readEnabledVariable, usesApp } from '../setup/enabled-variable.ts'
import { allowPullsCommand, enableCommand } from '../setup/left-to-do.ts'
import { ok, problem, unseen, warning, type Check } from './doctor-check.ts'
import type { GithubView } from './github-view.ts'

const permissionsSchema = z.object({ enabled: z.boolean(), allowed_actions: z.string().optional() })
const selectedSchema = z.object({ patterns_allowed: z.array(z.string()).default([]) })

/** `owner/*`, `owner/name@*` and the like, as the setting takes them. */
function matches(pattern: string, action: string): boolean {
  const [name, ref] = pattern.split('@')
  const asked = (name ?? '').toLowerCase()
  const own = action.toLowerCase()
  return (
    (ref === undefined || ref === '*' || !ref.includes('*')) &&
    (asked === own || (asked.endsWith('*') && own.startsWith(asked.slice(0, -1))))
  )
}

/** Whether Actions run at all, and the action of the workflows with them. */
export async function checkActions({ ask, facts }: GithubView, action: string | undefined): Promise<readonly Check[]> {
  const settings = `${facts.webUrl}/settings/actions`
  const answer = await ask('GET /repos/{owner}/{repo}/actions/permissions')
  const found = permissionsSchema.safeParse(answer.data)
  if (!isOk(answer) || !found.success)
    return [unseen('whether Actions are enabled', `Settings → Actions → General → Actions permissions: ${settings}`)]
  const { enabled, allowed_actions: allowed } = found.data
  if (!enabled)
    return [
      problem('Actions are disabled', `Settings → Actions → General → “Allow all actions and reusable workflows”: ${settings}`),
    ]
  const todo = `Settings → Actions → General → Actions permissions: allow ${action ?? 'the action of the workflows'} and actions by GitHub: ${settings}`
  if (allowed === 'local_only' && action?.split('/')[0]?.toLowerCase() !== facts.owner.toLowerCase())
    return [problem(`only actions of ${facts.owner} may run, and the workflows use ${action ?? 'another’s'}`, todo)]
  if (allowed !== 'selected') return [ok('Actions are enabled')]
  const selected = await ask('GET /repos/{owner}/{repo}/actions/permissions/selected-actions')
  const patterns = selectedSchema.safeParse(selected.data)
  if (!isOk(selected) || !patterns.success || action === undefined) return [unseen('which actions are allowed', todo)]
  const isAllowed = patterns.data.patterns_allowed.some(pattern => matches(pattern, action))
  return [
    isAllowed
      ? ok(`Actions are enabled, ${action} among those that are allowed`)
      : problem(`${action} is not allowed to run`, todo),
  ]
}

const setting = 'Settings → Actions → General → Workflow permissions → “Allow GitHub Actions to create and approve pull requests”'

/** Whether a workflow's own token may open pull requests; an App's token may in any case. */
export async function checkPullSetting({ ask, facts }: GithubView): Promise<readonly Check[]> {
  const allowed = await mayActionsOpenPulls(ask)
  const settings = `${facts.webUrl}/settings/actions`
  if (allowed === true) return [ok('workflows may open pull requests')]
  if (await usesApp(ask)) return [ok('an App (PERPETUAL_APP_ID) opens pull requests')]
  if (allowed === undefined) return [unseen('whether workflows may open pull requests', `${setting}: ${settings}`)]
  const locked = facts.ownedByOrganisation ? await mayOrganisationOpenPulls(ask, facts.owner) : true
  const orApp = 'or let an App act: the variable PERPETUAL_APP_ID and the secret PERPETUAL_APP_PRIVATE_KEY'
  const what = 'workflows may not open pull requests'
  if (locked === false)
    return [
      problem(`${what}, and the organisation ${facts.owner} allows it nowhere`, `An owner: organisation ${setting}; ${orApp}.`),
    ]
  const organisation =
    locked === undefined
      ? [
          unseen(
            `whether the organisation ${facts.owner} allows it`,
            `Where the box is grey, an owner must: organisation ${setting}.`,
          ),
        ]
      : []
  return [problem(what, `\`${allowPullsCommand(facts.fullName)}\`, or ${setting}: ${settings}; ${orApp}.`), ...organisation]
}

/** The variable without which no workflow does anything. */
export async function checkEnabled({ ask, facts }: GithubView): Promise<readonly Check[]> {
  const variable = await readEnabledVariable(ask, facts.role === 'admin' || facts.role === 'writer')
  const where = `${facts.webUrl}/settings/variables/actions`
  if (isOn(variable)) return [ok(`${enabledVariable} is true`)]
  if (variable.type === 'unseen') return [unseen(`whether ${enabledVariable} is true`, `It must be \`true\`: ${where}`)]
  const value = variable.type === 'set' ? 'not true' : 'not set'
  return [
    warning(
      `${enabledVariable} is ${value}, so workflows do nothing`,
      `\`perpetual enable\` or \`${enableCommand(facts.fullName)}\` switches them on: ${where}`,
    ),
  ]
}
