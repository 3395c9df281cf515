import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { configFile } from '../config/load-config.ts'
import { renderTemplate } from '../config/template.ts'

/** A file that a data repository begins with. */
export interface SetupFile {
  readonly path: string
  readonly text: string
}

const readmes: Readonly<Record<string, string>> = {
  tasks:
    '# Tasks\n\nSeeds: `<pipeline>.yml` lists the tasks of a pipeline. `perpetual tasks import` makes those that are not there yet;\nimporting twice changes nothing.\n',
  inbox:
    '# Inbox\n\nDeliveries arrive here by pull request: `<agent>/<task>/<indicator>.json` to read, with calls and review notes beside it.\nWhat is in the branch when it is merged counts, so edit and delete freely before you merge.\n',
  handoffs:
    '# Handoffs\n\nWhat one session tells the next lies on the branch `perpetual/state`, under `handoffs/<pipeline>/`.\nKeep notes here that all sessions and people should find.\n',
}

/** Configuration, folders and task seeds: written once where they are missing, and the user's own from then on. */
export async function ownFiles(packageFolder: string): Promise<readonly SetupFile[]> {
  const seeds = join(packageFolder, 'tasks')
  const names = (await readdir(seeds).catch(() => [])).filter(name => name.endsWith('.yml')).toSorted()
  const tasks = names.map(async name => ({ path: `tasks/${name}`, text: await readFile(join(seeds, name), 'utf8') }))
  const folders = Object.entries(readmes).map(([folder, text]) => ({ path: `${folder}/README.md`, text }))
  return [{ path: configFile, text: renderTemplate() }, ...folders, ...(await Promise.all(tasks))]
}
