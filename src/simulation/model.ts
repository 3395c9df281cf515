import type { Config } from '../config/schema.ts'
import type { Instant } from '../domain/instant.ts'
import type { PlanReason } from '../orchestrator/plan.ts'
import type { SessionSetting } from '../session/setting.ts'

/** What is drawn anew for each unit or job: normally distributed, whole and never negative. */
export interface Drawn {
  readonly mean: number
  /** Standard deviation. */
  readonly spread: number
}

/** A pipeline that asks models call by call: research, and what is built like it. */
export interface CallsYield {
  readonly type: 'calls'
  readonly unitsPerTask: number
  /** Calls that a unit takes to its end. */
  readonly callsPerUnit: number
  /** Requests on the wire for each call that came to an outcome, 1 or more: retries count. */
  readonly sendsPerCall: number
  /** Accepted pairs of a unit. */
  readonly pairsPerUnit: Drawn
  /** From request to answer. */
  readonly msPerCall: number
  /** Millionths of a dollar that a send takes, and that are reserved for it: what it may take at the most. */
  readonly usdMicrosPerSend: number
  readonly worstUsdMicrosPerSend: number
  /** Delivered bytes a pair, with all that goes with it: what decides how many units are one part. */
  readonly bytesPerPair: number
}

/** A pipeline whose jobs live at the provider. A unit is a video, and every job asks about some of them. */
export interface BatchYield {
  readonly type: 'batch'
  readonly unitsPerTask: number
  readonly unitsPerJob: number
  readonly pairsPerUnit: Drawn
  /** From a job's creation to its end; its logarithm is normally distributed. */
  readonly jobHours: { readonly median: number; readonly sigma: number }
  /** Jobs that end without results, and are made once more. */
  readonly failed: number
  /** Millionths of a dollar that a unit takes, and that are reserved for it. */
  readonly usdMicrosPerUnit: number
  readonly worstUsdMicrosPerUnit: number
  readonly bytesPerPair: number
}

/** The pipeline that takes merged deliveries into the database: each merged unit is a task of its own. */
export interface IntegrationYield {
  readonly type: 'integration'
  readonly pairsPerCall: number
  readonly tokensPerPair: number
  /** Reserved for a call: its prompt's bytes and the most that it may answer. */
  readonly worstTokensPerCall: number
  readonly usdMicrosPerPair: number
  readonly worstUsdMicrosPerCall: number
  /** Share of the delivered pairs that become rows: neither known already nor put aside by its judge. */
  readonly accepted: number
  readonly msPerCall: number
  readonly bytesPerPair: number
}

export type PipelineYield = CallsYield | BatchYield | IntegrationYield

/** What people do with what is delivered; parts of the database, whose pairs were reviewed once, they merge as they are. */
export interface Reviewing {
  /** Share of the parts that are merged; the others are closed. */
  readonly approval: number
  /** Share of a merged part's pairs that stay. */
  readonly kept: number
  /** From opening to merging or closing: the median, with a logarithm that is normally distributed. */
  readonly delayHours: number
  /** Parts that are reviewed a day at the most; null for any number. */
  readonly perDay: number | null
}

export interface Cron {
  readonly everyMinutes: number
  /** How late a tick comes, on average; exponentially distributed. */
  readonly lateMinutes: number
  /** Share of the ticks that never come, and of those that come twice at once. */
  readonly dropped: number
  readonly twice: number
}

export interface Faults {
  /** Share of sessions whose process dies at some moment. */
  readonly killed: number
  /** Share of days on which an account's provider says early that its quota is used up. */
  readonly refused: number
  /** Share of sessions that end because the provider is down. */
  readonly outage: number
  /** Share of sessions whose process stands still for longer than its claim holds, and goes on as if nothing had been. */
  readonly suspended: number
}

/** What a person does, or somebody else, at a moment of the simulated time. */
export type Intervention =
  | { readonly atHours: number; readonly type: 'force'; readonly pipeline: string }
  | { readonly atHours: number; readonly type: 'pause' | 'away'; readonly hours: number }
  /** Stops the task that is under way, or sets a task that is blocked back to pending. */
  | { readonly atHours: number; readonly type: 'block' | 'unblock'; readonly pipeline: string }
  /** Moves the line of an account's calls, from 0 to 1 of the budget. */
  | { readonly atHours: number; readonly type: 'threshold'; readonly account: string; readonly threshold: number }

export interface Beginning {
  /** Pairs in the database already. */
  readonly database: number
  /** Tasks that wait, by pipeline. */
  readonly queue: Readonly<Record<string, number>>
  /** Whether people approve new tasks, so that no queue runs dry. */
  readonly proposals: boolean
}

export interface SimulationModel {
  readonly config: Config
  /** What binds sessions of a pipeline with one of its accounts, as sessions resolve it. */
  readonly settingOf: (config: Config, pipeline: string, account: string) => SessionSetting
  readonly start: Instant
  readonly days: number
  /** Whether the day on which the goal is reached is the last one. */
  readonly endsAtGoal?: boolean
  readonly seed: number
  /** By pipeline; one that is left out has no sessions, and the plan calls it unsupported. */
  readonly yields: Readonly<Record<string, PipelineYield>>
  readonly reviewing: Reviewing
  readonly cron: Cron
  readonly faults: Faults
  readonly interventions: readonly Intervention[]
  /** Accounts whose provider tells how many requests it counted today. */
  readonly telling: readonly string[]
  readonly beginning: Beginning
  /** When a session's job must end, as the workflow says; null for none. */
  readonly maxMinutes: number | null
}

export interface PipelineDay {
  readonly sends: number
  readonly accepted: number
  /** Sessions that began. */
  readonly sessions: number
  /** The most that was used of what it is metered in, from 0 to 1 of its line. */
  readonly usedOfLine: number
  /** Hours that it rested, by the plan's reason. */
  readonly restHours: Readonly<Partial<Record<PlanReason, number>>>
}

/** 24 hours, counted from the start. */
export interface DayTrace {
  readonly date: string
  /** Rows that came into the database. */
  readonly added: number
  /** Pairs that passed the gates, that were put up for review, that were kept in merged parts, and that were in closed parts or taken out. */
  readonly accepted: number
  readonly delivered: number
  readonly merged: number
  readonly rejected: number
  /** US dollars that providers charged. */
  readonly usd: number
  readonly usdByAccount: Readonly<Record<string, number>>
  readonly githubRequests: number
  /** Of the hour with the most of them. */
  readonly githubRequestsInHour: number
  /** As GitHub bills them: each job by whole minutes. */
  readonly runnerMinutes: number
  readonly pipelines: Readonly<Record<string, PipelineDay>>
}

export interface Trace {
  readonly days: readonly DayTrace[]
  /** Pairs in the database at the end. */
  readonly database: number
  /** The day on which the goal was reached, from 1; null where it was not. */
  readonly goalDay: number | null
}
