import { PerpetualError } from '../domain/errors.ts'
import type { Instant } from '../domain/instant.ts'
import { statePaths, switchStateSchema, type SwitchState } from '../domain/state.ts'
import type { StateStore } from '../forge/forge.ts'
import { parseState, printState } from './state-files.ts'

/** Whether all pipelines are paused, and since when that is so; they are not until somebody says so. */
export async function readSwitch(store: StateStore): Promise<Pick<SwitchState, 'paused'> & Partial<Pick<SwitchState, 'at'>>> {
  const head = store.knownHead() ?? (await store.head())
  const text = (await store.read(head, [statePaths.switch])).get(statePaths.switch)
  return text === undefined ? { paused: false } : parseState(switchStateSchema, statePaths.switch, text)
}

/** Pauses or enables all pipelines; returns false where that was so already. A session that runs is not stopped. */
export async function turnSwitch(
  store: StateStore,
  change: { readonly paused: boolean; readonly by: string; readonly at: Instant },
): Promise<boolean> {
  for (let race = 0; race < 100; race += 1) {
    const head = await store.head()
    const text = (await store.read(head, [statePaths.switch])).get(statePaths.switch)
    const before = text === undefined ? false : parseState(switchStateSchema, statePaths.switch, text).paused
    if (before === change.paused) return false
    const changes = [{ path: statePaths.switch, text: printState({ version: 1, ...change }) }]
    const written = await store.write(head, changes, change.paused ? 'Pause' : 'Enable')
    if (written.type === 'written') return true
  }
  throw new PerpetualError('Expected to write the switch within 100 races, lost them all', { actBy: 'report-bug' })
}
