import type { Instant } from '../domain/instant.ts'
import { statePaths } from '../domain/state.ts'
import type { StateStore } from '../forge/forge.ts'
import { printState } from '../session/state-files.ts'

/** Begins the state branch where there is none, so that whatever may not write it fails now and not in the first session. */
export async function beginState(
  store: StateStore,
  { by, at }: { readonly by: string; readonly at: Instant },
): Promise<'made' | 'there'> {
  if ((await store.head()) !== null) return 'there'
  const text = printState({ version: 1, paused: false, by, at })
  const written = await store.write(null, [{ path: statePaths.switch, text }], 'Begin')
  return written.type === 'written' ? 'made' : 'there'
}
