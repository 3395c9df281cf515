import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { keyNamesOf } from '../config/accounts.ts'
import type { Config } from '../config/schema.ts'
import { accountsOf } from '../config/pipelines.ts'
import { usesOf, type PinnedAction } from './action-reference.ts'
import type { SetupFile } from './own-files.ts'

const workflowFolder = '.github/workflows'
const formFolder = '.github/ISSUE_TEMPLATE'
const formChooser = `${formFolder}/config.yml`

export const isWorkflow = (path: string): boolean => path.startsWith(`${workflowFolder}/`)

/** The names of all keys that enabled pipelines use, sorted. */
export function keysOf({ accounts, pipelines }: Pick<Config, 'accounts' | 'pipelines'>): readonly string[] {
  const used = Object.values(pipelines).flatMap(pipeline => (pipeline.enabled ? accountsOf(pipeline) : []))
  const using = used.flatMap(name => accounts[name] ?? [])
  return [...new Set(using.flatMap(keyNamesOf))].toSorted()
}

const secretLine = /^(?<indent> +)(?<name>[A-Z][A-Z0-9_]*): \$\{\{ secrets\.\k<name> \}\}$/u

/** Adds a line for each key that the workflow does not hand to the action yet, after the last one that it does. */
export function withSecrets(text: string, keys: readonly string[]): string {
  const lines = text.split('\n')
  const found = lines.map(line => secretLine.exec(line)?.groups)
  const last = found.findLastIndex(groups => groups !== undefined)
  const known = new Set(found.flatMap(groups => groups?.['name'] ?? []))
  const added = keys.filter(key => !known.has(key)).map(key => `${found[last]?.['indent'] ?? ''}${key}: \${{ secrets.${key} }}`)
  return last === -1 ? text : [...lines.slice(0, last + 1), ...added, ...lines.slice(last + 1)].join('\n')
}

/** Our own action, as this package's workflows name it. */
const ownUses = /^(?<before> *(?:- )?uses: )\.\/$/u
const pinnedUses = /^(?<before> *(?:- )?uses: )(?<name>[\w-]+\/[\w.-]+)@(?<ref>\S+)(?: # \S+)?$/u

export const pinned = (text: string, action: PinnedAction): string =>
  text.replaceAll(new RegExp(ownUses.source, 'gmu'), `$<before>${usesOf(action)}`)

async function readFolder(packageFolder: string, folder: string, wanted: RegExp): Promise<readonly SetupFile[]> {
  const names = (await readdir(join(packageFolder, folder)).catch(() => [])).filter(name => wanted.test(name)).toSorted()
  return Promise.all(
    names.map(async name => ({
      path: `${folder}/${name}`,
      text: (await readFile(join(packageFolder, folder, name), 'utf8')).replaceAll('\r\n', '\n'),
    })),
  )
}

/** The workflows and issue forms that this package writes into a data repository, with a secret for each of its keys. */
export async function templates(packageFolder: string, keys: readonly string[]): Promise<readonly SetupFile[]> {
  const workflows = await readFolder(packageFolder, workflowFolder, /^perpetual.*\.yml$/u)
  const forms = (await readFolder(packageFolder, formFolder, /\.yml$/u)).filter(({ path }) => path !== formChooser)
  return [...workflows.map(({ path, text }) => ({ path, text: withSecrets(text, keys) })), ...forms]
}

/** What the page for new issues shows beside the forms: the user's own from then on, because every repository has but one. */
export const chooser = (packageFolder: string): Promise<readonly SetupFile[]> =>
  readFolder(packageFolder, formFolder, /^config\.yml$/u)

const comparable = (text: string): readonly string[] =>
  text
    .replaceAll('\r\n', '\n')
    .trimEnd()
    .split('\n')
    .filter(line => !secretLine.test(line))

/** True where a file says what its template says; which commit of the action it names, and further secrets, make no difference. */
export function followsTemplate(found: string, template: string): boolean {
  const [ours, theirs] = [comparable(template), comparable(found)]
  return (
    ours.length === theirs.length &&
    ours.every((line, index) => {
      const other = theirs[index] ?? ''
      if (line === other) return true
      const own = ownUses.exec(line)?.groups
      return own !== undefined && own['before'] === pinnedUses.exec(other)?.groups?.['before']
    })
  )
}

/** An action as a workflow names it, with the ref as it stands there. */
export interface UsedAction {
  readonly name: string
  readonly ref: string
}

/** What a file names where its template names our own action. */
export function actionsIn(found: string, template: string): readonly UsedAction[] {
  const others = new Set(template.split('\n'))
  return found
    .replaceAll('\r\n', '\n')
    .split('\n')
    .flatMap(line => {
      const { name, ref } = pinnedUses.exec(line)?.groups ?? {}
      return others.has(line) || name === undefined || ref === undefined ? [] : [{ name, ref }]
    })
}

/** The keys that a workflow hands to the action. */
export const secretsIn = (text: string): readonly string[] =>
  text.split(/\r?\n/u).flatMap(line => secretLine.exec(line)?.groups?.['name'] ?? [])
