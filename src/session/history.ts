import { readHistoryTexts, type History } from '../domain/history.ts'
import type { Instant } from '../domain/instant.ts'
import { statePaths } from '../domain/state.ts'
import type { StateStore } from '../forge/forge.ts'

/** The sessions that ended since then, as far as the state's history tells; all of them where `since` is null. */
export async function readHistory(store: StateStore, since: Instant | null): Promise<History> {
  const head = store.knownHead() ?? (await store.head())
  const paths = await store.list(head, statePaths.historyFolder)
  const first = since === null ? '' : statePaths.history(since.slice(0, 7))
  const texts = await store.read(
    head,
    paths.filter(path => path >= first),
  )
  const { sessions, damaged } = readHistoryTexts(texts.values())
  return { sessions: since === null ? sessions : sessions.filter(({ endedAt }) => endedAt >= since), damaged }
}
