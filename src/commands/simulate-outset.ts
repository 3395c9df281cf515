import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Account } from '../config/accounts.ts'
import { configFile, loadConfig } from '../config/load-config.ts'
import { listTaskFiles, parseTaskFile, pipelineOf } from '../config/task-file.ts'
import { readText } from '../config/yaml-file.ts'
import { messageOf } from '../domain/errors.ts'
import { plusMs } from '../domain/instant.ts'
import { flavourOf } from '../models/flavour.ts'
import type { Project } from '../project.ts'
import { countPairs } from '../report/count-pairs.ts'
import { readHistory } from '../session/history.ts'
import { settingOf } from '../session-setting.ts'
import type { Outset } from '../simulation/scenario.ts'
import type { SizedTask } from '../simulation/yields.ts'
import type { Invocation } from './command.ts'
import { packageFolder } from './package-files.ts'
import { workTreeOf } from './repository.ts'
import { countRetracted } from './survey.ts'
import { withProject } from './with-project.ts'

export interface OutsetOptions {
  readonly days: number
  readonly pipelines: number | null
  /** Whether the defaults are asked for, whatever stands in the repository. */
  readonly defaults: boolean
}

/** What a simulation begins with, and whose that is, in some words. */
export interface FoundOutset {
  readonly outset: Outset
  readonly of: string
}

type Given = Pick<Outset, 'text' | 'file' | 'forge' | 'tasks' | 'seeds' | 'sessions' | 'database'>

/** Sessions that ended longer ago say little of what is to come: models and prices change. */
const remembered = 60 * 86_400_000

/** OpenRouter says what a request cost and how many it has counted; Z.AI and others do not. */
const tells = ({ api, baseUrl, ...account }: Account): boolean =>
  api === 'openai' && flavourOf(baseUrl, 'flavour' in account ? account.flavour : undefined) === 'openrouter'

async function textOf({ forge, identity }: Project): Promise<string> {
  if (forge.kind === 'local') return (await readText(join(identity, configFile), configFile)) ?? ''
  return (await forge.contents.read(await forge.contents.head(), [configFile])).get(configFile) ?? ''
}

/** A data repository as it stands. */
async function readRepository(project: Project): Promise<Given> {
  const { forge, book, config, clock } = project
  const [text, tasks, retracted, history] = await Promise.all([
    textOf(project),
    book.tasks(),
    countRetracted(project.forge),
    readHistory(forge.state, plusMs(clock.now(), -remembered)),
  ])
  const pipelines = Object.entries(config.pipelines).map(([pipeline, { kind }]) => ({ pipeline, kind }))
  const { database } = countPairs({ tasks, retracted, pipelines })
  return { text, file: configFile, forge: forge.kind, tasks, seeds: [], sessions: history.sessions, database }
}

/** The default configuration with the tasks that come with it, on GitHub. */
async function readDefaults(): Promise<Given> {
  const folder = packageFolder()
  const { pipelines } = loadConfig('', 'the defaults')
  const files = (await listTaskFiles(folder)).map(async (file): Promise<readonly SizedTask[]> =>
    parseTaskFile(await readFile(join(folder, file), 'utf8'), file, pipelineOf(file, pipelines)),
  )
  const seeds = (await Promise.all(files)).flat()
  return { text: '', file: 'the defaults', forge: 'github', tasks: [], seeds, sessions: [], database: 0 }
}

/** Why the folder is no data repository; undefined where it is one. */
async function lackingIn(folder: string): Promise<string | undefined> {
  try {
    const text = await readText(join(await workTreeOf(folder), configFile), configFile)
    return text === undefined ? `There is no ${configFile} here` : undefined
  } catch (error) {
    return messageOf(error)
  }
}

/** Reads the repository, or takes the defaults where they are asked for or where there is none. */
export async function findOutset(invocation: Invocation, { days, pipelines, defaults }: OutsetOptions): Promise<FoundOutset> {
  const { folder, forge, clock, output } = invocation
  const lacking = defaults || forge.kind === 'github' ? undefined : await lackingIn(folder)
  if (lacking !== undefined) output.say(`${lacking.replace(/\.$/, '')}. These are the numbers of the defaults.`)
  const isDefault = defaults || lacking !== undefined
  const given = isDefault ? await readDefaults() : await withProject(invocation, readRepository)
  const outset: Outset = {
    ...given,
    // The beginning of today: the same seed brings the same numbers all day long.
    start: `${clock.now().slice(0, 10)}T00:00:00.000Z`,
    days,
    pipelines,
    tells,
    settingOf: (config, pipeline, account) => settingOf(config, pipeline, { forge: given.forge, account }),
  }
  return { outset, of: isDefault ? 'the defaults with their seed tasks' : 'this repository as it stands' }
}
