import { renderUnit } from '../../dataset/pair-file.ts'
import { videoFamily } from '../../dataset/video-moment.ts'
import type { DeliveredFile } from '../../domain/delivered-file.ts'
import { recordOf } from '../shared/calls.ts'
import { composePairs } from './compose-pairs.ts'
import type { Context, UnitState } from './progress.ts'
import { unitName } from './unit-name.ts'

/** A brief's limit in a delivery, characters. */
const longestBrief = 4000

/** What a reviewer gets for a video: its pairs, what was put aside and why, and the calls behind them. */
export const renderDelivery = (context: Context, unit: UnitState): readonly DeliveredFile[] => {
  const { settings, assignment } = context
  const { task, title, questions } = assignment
  return renderUnit({
    pipeline: settings.pipeline,
    agent: settings.agent,
    task,
    title,
    indicator: {
      id: unit.unit,
      name: unitName(unit),
      family: videoFamily,
      brief: [title, questions].join('\n').trim().slice(0, longestBrief).toWellFormed(),
    },
    pairs: composePairs(context, unit),
    rejections: unit.rejections.map(({ question, gate, reason }) => ({ question, gate, reason })),
    calls: unit.calls.flatMap(recordOf),
    planted: { asked: 0, caught: 0 },
  })
}
