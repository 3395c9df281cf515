import { renderUnit } from '../../dataset/pair-file.ts'
import type { CallRecord } from '../../dataset/unit-delivery.ts'
import type { DeliveredFile } from '../../domain/delivered-file.ts'
import type { ResearchAssignment } from '../../domain/research-task.ts'
import { composePairs } from './compose-pairs.ts'
import type { Call, UnitState } from './progress.ts'
import type { ResearchSettings } from './settings.ts'

const recordOf = ({ id, stage, at, promptSha256, modelRequested, served }: Call): readonly CallRecord[] =>
  served === null
    ? []
    : [
        {
          id,
          stage,
          at,
          promptSha256,
          modelRequested,
          modelServed: served.modelServed,
          provider: served.provider,
          generationId: served.generationId,
          inputTokens: served.usage.inputTokens,
          outputTokens: served.usage.outputTokens,
          costUsd: served.usage.costUsd,
          rehearsal: served.rehearsal,
        },
      ]

/** What a reviewer gets for an indicator: its pairs, what was put aside and why, and the calls behind them. */
export const renderDelivery = (
  settings: ResearchSettings,
  assignment: ResearchAssignment,
  unit: UnitState,
): readonly DeliveredFile[] =>
  renderUnit({
    pipeline: settings.pipeline,
    agent: settings.agent,
    task: assignment.task,
    title: assignment.title,
    indicator: unit.indicator,
    pairs: composePairs(settings, assignment, unit),
    rejections: unit.rejections.map(({ question, gate, reason }) => ({ question, gate, reason })),
    calls: unit.calls.flatMap(recordOf),
    planted: unit.planted,
  })
