import type { ProcessIdentity } from '../domain/claim.ts'
import { plusMs, type Clock } from '../domain/instant.ts'
import { importLockSchema, statePaths } from '../domain/state.ts'
import type { FileChange, StateStore } from '../forge/forge.ts'
import { parseState, printState } from './state-files.ts'

export interface ImportLockSetup {
  readonly store: StateStore
  readonly clock: Clock
  readonly identity: ProcessIdentity
  /** True where it is certain that the process has ended. */
  readonly isDead: (holder: ProcessIdentity) => Promise<boolean>
}

/** The right to make issues for tasks. GitHub makes an issue twice where two ask at once, so that one at a time asks. */
export interface ImportLock {
  /** Holds it for as long again where it would lapse soon. */
  renew(): Promise<void>
  /** What holds it for as long again, in the same commit as what was made. */
  renewal(): FileChange
  /** What gives it back, in the same commit as the last that was made. */
  readonly release: FileChange
  /** Gives it back where nothing was made. */
  giveBack(): Promise<void>
}

/** Eleven issues take 33 s at the pace of GitHub's notifications, and a limit may be waited for two minutes. */
const leaseMs = 300_000
const marginMs = 150_000
const lookAgainMs = 3_000

const isSame = (one: ProcessIdentity, other: ProcessIdentity): boolean =>
  one.host === other.host && one.pid === other.pid && one.started === other.started

/** Waits until no other living process holds it; `onWait` is told at each look. */
export async function takeImportLock(
  { store, clock, identity, isDead }: ImportLockSetup,
  onWait: () => void,
): Promise<ImportLock> {
  const path = statePaths.importLock
  let until = clock.now()

  const renewal = (): FileChange => {
    until = plusMs(clock.now(), leaseMs)
    return { path, text: printState({ version: 1, holder: identity, expiresAt: until }) }
  }

  const isFree = async (text: string | undefined): Promise<boolean> => {
    if (text === undefined) return true
    const { holder, expiresAt } = parseState(importLockSchema, path, text)
    return expiresAt <= clock.now() || isSame(holder, identity) || (await isDead(holder))
  }

  const take = async (): Promise<void> => {
    for (;;) {
      const head = await store.head([path])
      if (await isFree((await store.read(head, [path])).get(path))) {
        if ((await store.write(head, [renewal()], 'Import tasks')).type === 'written') return
      } else {
        onWait()
        await clock.sleep(lookAgainMs)
      }
    }
  }

  const release = { path, text: null }

  await take()
  return {
    renewal,
    renew: async () => {
      if (clock.now() >= plusMs(until, -marginMs)) await take()
    },
    release,
    giveBack: async () => {
      while ((await store.write(await store.head(), [release], 'Import no tasks')).type === 'stale');
    },
  }
}
