import { mayActionsOpenPulls } from '../setup/actions-permissions.ts'
import { isOn, readEnabledVariable, usesApp } from '../setup/enabled-variable.ts'
import { beginState } from '../setup/first-state.ts'
import { keysOf } from '../setup/generated-files.ts'
import { makeKeyEnvironment, readKeyEnvironment, readSecretNames } from '../setup/key-environment.ts'
import { labelsFor, missingLabels } from '../setup/labels.ts'
import { makeLabels, readLabels, type LabelsMade } from '../setup/make-labels.ts'
import type { Invocation } from './command.ts'
import type { GithubView } from './github-view.ts'
import type { Survey } from './init-github.ts'

/** What was made beside the files. */
export interface Prepared {
  readonly labels: LabelsMade
  readonly environment: 'made' | 'there' | 'refused'
  readonly state: 'made' | 'there'
}

/** Labels, the environment for keys, and the state branch; each only where it is missing. */
export async function prepareRepository(
  { output, clock }: Invocation,
  { ask, facts, forge }: GithubView,
  { config }: Survey,
): Promise<Prepared> {
  const { state, society } = await forge()
  const by = society?.people.account ?? facts.owner
  const begun = await beginState(state, { by, at: clock.now() })
  const environment = await makeKeyEnvironment(ask, facts.defaultBranch)
  const wanted = labelsFor(config)
  const total = missingLabels(wanted, (await readLabels(ask)) ?? []).length
  const progress = output.progress({ label: 'labels', total, unit: 'labels' })
  let done = 0
  const labels = await makeLabels(ask, wanted, () => progress.update((done += 1)))
  progress.end()
  return { labels, environment, state: begun }
}

/** What a person may have done already. */
export interface Surroundings {
  readonly missingKeys: readonly string[]
  readonly hasEnvironment: boolean
  readonly actionsMayOpenPulls: boolean | undefined
  readonly isEnabled: boolean
}

export async function lookAround({ ask, facts }: GithubView, { config }: Survey): Promise<Surroundings> {
  const [environment, secrets, actionsMayOpenPulls, hasApp, variable] = await Promise.all([
    readKeyEnvironment(ask),
    readSecretNames(ask),
    mayActionsOpenPulls(ask),
    usesApp(ask),
    readEnabledVariable(ask, facts.role === 'admin' || facts.role === 'writer'),
  ])
  const there = new Set([...(secrets.environment ?? []), ...(secrets.repository ?? []), ...(secrets.organisation ?? [])])
  return {
    missingKeys: keysOf(config).filter(key => !there.has(key)),
    hasEnvironment: environment.type !== 'absent' && environment.type !== 'unseen',
    actionsMayOpenPulls: hasApp || actionsMayOpenPulls,
    isEnabled: isOn(variable),
  }
}
