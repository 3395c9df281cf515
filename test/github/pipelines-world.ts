import { stringify } from 'yaml'
import { isShardPath } from '../../src/dataset/database/paths.ts'
import { parseShard, type DatabaseRow } from '../../src/dataset/database/row.ts'
import { readRejects, type Reject } from '../../src/dataset/database/rejects.ts'
import { slotBoardSchema, type SlotBoard } from '../../src/domain/slot.ts'
import { renderBatchBody } from '../../src/domain/task-forms/youtube-batch.ts'
import type { LoopbackGithub } from '../loopback/interface.ts'
import type { Provider } from '../support/provider.ts'

/** A key of its own for each account, as the environment's secrets hold them. */
export const keys = {
  OPENROUTER_API_KEY: 'sk-or-v1-0123456789abcdef0123456789abcdef',
  ZAI_API_KEY: 'zai-0123456789abcdef0123456789abcdef',
  GEMINI_API_KEY: 'AIza-gemini-0123456789abcdef012345',
  SISTER_GEMINI_API_KEY: 'AIza-sister-0123456789abcdef012345',
  CLAUDE_OPENROUTER_API_KEY: 'sk-or-v1-fedcba9876543210fedcba9876543210',
} as const

export interface PipelinesOptions {
  readonly videosPerJob?: number
  readonly merge?: 'auto' | 'always' | 'never'
}

/** The five pipelines as they are by default, but the embedded provider answers, at full speed and less of it. */
export const configureAll =
  ({ videosPerJob = 1, merge = 'auto' }: PipelinesOptions = {}) =>
  ({ openrouter, zai, gemini }: Provider['urls']) => {
    const schedule = { every: '0s', cooldown: '0s' }
    return {
      goal: 1000,
      dataset: { rehearsal: true, license: 'CC-BY-4.0' },
      accounts: {
        openrouter: { baseUrl: openrouter, requestsPerMinute: null },
        zai: { baseUrl: zai, requestsPerMinute: null, concurrency: 4 },
        gemini: { baseUrl: gemini },
        'sister-gemini': { baseUrl: gemini },
        claude: { baseUrl: openrouter, limits: { usd: { budget: 100 } } },
      },
      pipelines: {
        'droid-research': { schedule, research: { callsPerIndicator: 20 } },
        'droid-eastern': { schedule: { every: '0s', cooldown: '5m' }, batch: { expectedPairs: 4, videosPerJob } },
        'zai-institutional': { schedule, research: { callsPerIndicator: 20 } },
        'claude-integration': { schedule, integration: { merge } },
      },
    }
  }

export const videoIds = (count: number, from = 1): readonly string[] =>
  Array.from({ length: count }, (_, index) => `video${String(from + index).padStart(6, '0')}`)

export const batchSeed = (id: string, videos: readonly string[]) => ({
  id,
  title: `Lectures ${id}`,
  videos: videos.map(each => `https://www.youtube.com/watch?v=${each}`),
})

/** The issue as the form renders it. */
export const batchIssue = (task: string, videos: readonly string[]) => ({
  title: `YouTube: ${task}`,
  body: `${renderBatchBody({ task, ...batchSeed(task, videos), questions: '' })}\n### Questions\n\n_No response_\n\n### Priority\n\n_No response_\n`,
})

export const topicIssue = (task: string, brief: string) => ({
  title: `Topic: ${task}`,
  body: `### Topic\n\n${task}: Custody of digital assets\n\n### Brief\n\n${brief}\n\n### Priority\n\np1\n`,
})

export interface CommitOptions extends PipelinesOptions {
  /** Videos by task. */
  readonly batches?: readonly (readonly string[])[]
}

/** Commits the configuration of all pipelines, and batches of videos as seeds. */
export async function commitPipelines(
  { github, provider }: { readonly github: LoopbackGithub; readonly provider: Provider },
  { batches = [], ...options }: CommitOptions = {},
): Promise<void> {
  const seeds = batches.map((videos, index) => batchSeed(`lectures-${index + 1}`, videos))
  await github.commit('curator', 'main', [
    { path: '.github/perpetual.yml', text: stringify(configureAll(options)(provider.urls)) },
    { path: 'tasks/droid-research.yml', text: null },
    ...(seeds.length === 0 ? [] : [{ path: 'tasks/droid-eastern.yml', text: stringify({ tasks: seeds }) }]),
  ])
}

/** Rows of the database on a branch. */
export async function rowsOn(github: LoopbackGithub, branch: string): Promise<readonly DatabaseRow[]> {
  const files = await github.files(branch)
  return [...files].filter(([path]) => isShardPath(path)).flatMap(([path, text]) => parseShard({ path, text }))
}

/** What was put aside, on a branch. */
export async function rejectsOn(github: LoopbackGithub, branch: string): Promise<readonly Reject[]> {
  const files = await github.files(branch)
  return [...files].filter(([path]) => path.endsWith('.rejects.jsonl')).flatMap(([, text]) => readRejects(text))
}

export async function boardOf(github: LoopbackGithub): Promise<SlotBoard | undefined> {
  const text = (await github.files('perpetual/state')).get('slots/droid-eastern.json')
  return text === undefined ? undefined : slotBoardSchema.parse(JSON.parse(text))
}
