import { z } from 'zod'
import { statePaths } from '../../domain/state.ts'
import type { StateStore } from '../../forge/forge.ts'
import { parseState, printState } from '../state-files.ts'

const repositoryIdSchema = z.strictObject({ version: z.literal(1), id: z.string().regex(/^[\w.-]{1,100}$/u) })

/** The name by which a repository without an address knows its own batch jobs: made once, kept in `repository.json` of the state. */
export async function keepRepositoryId(store: StateStore, makeId: () => string): Promise<string> {
  const path = statePaths.repositoryId
  for (;;) {
    const head = await store.head([path])
    const text = (await store.read(head, [path])).get(path)
    if (text !== undefined) return parseState(repositoryIdSchema, path, text).id
    const id = makeId()
    const written = await store.write(head, [{ path, text: printState({ version: 1, id }) }], 'name the repository')
    if (written.type === 'written') return id
  }
}
