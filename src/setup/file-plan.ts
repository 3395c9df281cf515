import { followsTemplate } from './generated-files.ts'
import type { SetupFile } from './own-files.ts'

/** What a repository has and lacks, before anything is written. */
export interface FilePlan {
  /** Written as they are. */
  readonly missing: readonly SetupFile[]
  /** Templates whose file does not say what they say any more. */
  readonly drifted: readonly SetupFile[]
  /** Paths that stay as they are. */
  readonly kept: readonly string[]
}

export interface FilesWanted {
  readonly own: readonly SetupFile[]
  readonly templates: readonly SetupFile[]
}

/** Compares what is wanted with the texts that were found. */
export function planFiles({ own, templates }: FilesWanted, found: ReadonlyMap<string, string>): FilePlan {
  const all = [...own, ...templates]
  const drifted = templates.filter(({ path, text }) => {
    const there = found.get(path)
    return there !== undefined && !followsTemplate(there, text)
  })
  const changed = new Set(drifted.map(({ path }) => path))
  return {
    missing: all.filter(({ path }) => !found.has(path)),
    drifted,
    kept: all.filter(({ path }) => found.has(path) && !changed.has(path)).map(({ path }) => path),
  }
}
