import { configFile, loadConfig } from '../config/load-config.ts'
import type { Config } from '../config/schema.ts'
import { renderTemplate } from '../config/template.ts'
import { PerpetualError } from '../domain/errors.ts'
import { parseActionReference, repositoryName, type PinnedAction } from '../setup/action-reference.ts'
import { planFiles, type FilePlan } from '../setup/file-plan.ts'
import { actionsIn, chooser, isWorkflow, keysOf, pinned, templates } from '../setup/generated-files.ts'
import { ownFiles, type SetupFile } from '../setup/own-files.ts'
import { publishFiles, type Published } from '../setup/publish-files.ts'
import { resolveAction } from '../setup/resolve-action.ts'
import type { Finish, Invocation } from './command.ts'
import { checkFirstCommit, withGithub, type GithubChoice, type GithubView } from './github-view.ts'
import { reportInit } from './init-github-report.ts'
import { lookAround, prepareRepository } from './init-github-steps.ts'
import { packageFolder, packageRepository, packageVersion } from './package-files.ts'

export type { GithubChoice } from './github-view.ts'

export interface InitOptions {
  readonly dryRun: boolean
  /** Writes generated files again that differ from their templates. */
  readonly update: boolean
  /** `owner/name@ref` of the action. */
  readonly action?: string | undefined
}

/** The default branch, compared with what a data repository consists of. */
export interface Survey {
  readonly config: Config
  readonly plan: FilePlan
  readonly templates: readonly SetupFile[]
  readonly found: ReadonlyMap<string, string>
  /** The commit that was read. */
  readonly base: string
}

const fixConfig = (message: string): PerpetualError => new PerpetualError(message, { actBy: 'fix-config' })

/** Reads the default branch and plans. Throws `fix-config` where its configuration is wrong. */
export async function surveyFiles(view: GithubView): Promise<Survey> {
  const { contents } = await view.forge()
  const base = await contents.head()
  if (base === null) throw fixConfig(`Expected a commit on ${view.facts.defaultBranch}, found none; push one first`)
  const text = (await contents.read(base, [configFile])).get(configFile)
  const config = loadConfig(text ?? renderTemplate(), configFile)
  const folder = packageFolder()
  const [own, choose, generated] = await Promise.all([ownFiles(folder), chooser(folder), templates(folder, keysOf(config))])
  const wanted = { own: [...own, ...choose], templates: generated }
  const paths = [...wanted.own, ...generated].map(({ path }) => path)
  const found = await contents.read(base, paths)
  return { config, plan: planFiles(wanted, found), templates: generated, found, base }
}

/** What the workflows are to use: as asked, else what this package says of itself, else what a workflow of the repository names. */
async function findAction({ ask }: GithubView, survey: Survey, asked: string | undefined): Promise<PinnedAction> {
  if (asked !== undefined) return resolveAction(ask, parseActionReference(asked))
  const named = survey.templates.flatMap(({ path, text }) => actionsIn(survey.found.get(path) ?? '', text))
  const name = repositoryName(packageRepository()) ?? named[0]?.name
  if (name !== undefined) return resolveAction(ask, { name, ref: `v${packageVersion()}` })
  throw fixConfig(
    'Expected to know where the action of the workflows is published, but this copy does not say; pass `--action owner/name@tag`',
  )
}

export interface Written {
  readonly plan: FilePlan
  readonly updated: readonly string[]
  readonly action: PinnedAction | null
  readonly published: Published | null
}

async function writeFiles(view: GithubView, survey: Survey, { dryRun, update, action: asked }: InitOptions): Promise<Written> {
  const { plan, base } = survey
  const files = [...plan.missing, ...(update ? plan.drifted : [])]
  const updated = update ? plan.drifted.map(({ path }) => path) : []
  const needsAction = files.some(({ path }) => isWorkflow(path))
  if (needsAction && view.facts.scopes !== null && !view.facts.scopes.includes('workflow'))
    throw fixConfig(
      'Expected a token with the scope `workflow`, because workflows are written, but it has none; `gh auth refresh --scopes workflow` adds it',
    )
  const action = needsAction || asked !== undefined ? await findAction(view, survey, asked) : null
  if (dryRun || files.length === 0) return { plan, updated, action, published: null }
  const ready = files.map(({ path, text }) => ({ path, text: action !== null && isWorkflow(path) ? pinned(text, action) : text }))
  const forge = await view.forge()
  const published = await publishFiles(ready, { client: view.client, forge, repository: view.facts.fullName, base })
  return { plan, updated, action, published }
}

/** An installation has no role of its own, so its writes alone tell what it may do. */
async function refuseReaders({ facts, forge }: GithubView): Promise<void> {
  const { fullName, isArchived, role } = facts
  if (isArchived) throw fixConfig(`Expected ${fullName} to take changes, but it is archived; Settings → General → Unarchive`)
  if (role !== 'reader') return
  const account = (await forge()).society?.people.account ?? ''
  if (!account.endsWith('[bot]'))
    throw fixConfig(`Expected a token of someone who may write to ${fullName}, got a reader's; ask its owner for write access`)
}

/** Sets a data repository on GitHub up; again, it adds what is missing and changes nothing else. */
export const initialiseGithub = (invocation: Invocation, choice: GithubChoice, options: InitOptions): Promise<Finish> =>
  withGithub(invocation, choice, async view => {
    await checkFirstCommit(view)
    await refuseReaders(view)
    const survey = await surveyFiles(view)
    const written = await writeFiles(view, survey, options)
    const prepared = options.dryRun ? null : await prepareRepository(invocation, view, survey)
    const surroundings = await lookAround(view, survey)
    return reportInit(invocation, { view, survey, written, prepared, surroundings, options })
  })
