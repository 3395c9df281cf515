import type { StateStore } from '../../src/forge/forge.ts'

/** Adds a line to a file, again and again until no other writer was first. */
export const appendLine = async (store: StateStore, path: string, line: string): Promise<void> => {
  for (;;) {
    const head = await store.head()
    const text = (await store.read(head, [path])).get(path) ?? ''
    if ((await store.write(head, [{ path, text: `${text}${line}\n` }], `Append ${line}`)).type === 'written') return
  }
}
