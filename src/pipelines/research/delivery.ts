import { renderUnit } from '../../dataset/pair-file.ts'
import type { DeliveredFile } from '../../domain/delivered-file.ts'
import type { ResearchAssignment } from '../../domain/research-task.ts'
import { composePairs } from './compose-pairs.ts'
import { recordOf } from '../shared/calls.ts'
import type { UnitState } from './progress.ts'
import type { ResearchSettings } from './settings.ts'

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
