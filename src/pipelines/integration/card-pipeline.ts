import { renderCard } from '../../dataset/database/card.ts'
import { renderGrowth } from '../../dataset/database/growth.ts'
import { extendManifest, parseManifest, renderManifest, type NewShard } from '../../dataset/database/manifest.ts'
import { cardPath, growthPath, manifestPath } from '../../dataset/database/paths.ts'
import { shardGlob } from '../../dataset/database/card.ts'
import { readRetracted } from '../../dataset/database/retractions.ts'
import type { DeliveredFile } from '../../domain/delivered-file.ts'
import type { Pipeline } from '../pipeline.ts'

/** The database at a commit, as far as its manifest does not count it yet. */
export interface CardAssignment {
  readonly manifest: string | undefined
  readonly retractions: string
  readonly shards: readonly NewShard[]
}

export interface CardSettings {
  readonly title: string
  readonly goal: number
  readonly dataset: { readonly language: string; readonly license: string }
}

export const cardUnit = 'card'

const growthFile = growthPath.replace(/^.*\//, '')

const filesOf = (
  { title, goal, dataset }: CardSettings,
  { manifest, retractions, shards }: CardAssignment,
): readonly DeliveredFile[] => {
  const before = manifest === undefined ? null : parseManifest(manifest)
  const extended = extendManifest(before, shards, { goal, retracted: readRetracted(retractions) })
  const card = renderCard({ title, manifest: extended, dataset, dataFiles: shardGlob, growth: growthFile })
  return [
    { path: manifestPath, text: renderManifest(extended), pairs: 0 },
    { path: cardPath, text: card, pairs: 0 },
    { path: growthPath, text: renderGrowth(extended), pairs: 0 },
  ]
}

/** Brings manifest, card and growth picture up to the merged shards: no work, one unit, the same files whenever it is asked. */
export const createCardPipeline = (settings: CardSettings): Pipeline<CardAssignment, CardAssignment> => ({
  begin: assignment => assignment,
  next: () => [],
  absorb: assignment => assignment,
  finished: () => true,
  units: ({ shards }) => [
    {
      unit: cardUnit,
      name: shards.length === 0 ? 'the card' : `the card of ${shards.length} new ${shards.length === 1 ? 'shard' : 'shards'}`,
      ended: true,
      calls: 0,
      callsExpected: 0,
      accepted: 0,
      rejected: {},
    },
  ],
  files: assignment => filesOf(settings, assignment),
})
