import { mkdtempSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/config/load-config.ts'
import { listTaskFiles, parseTaskFile, pipelineOf, readTaskFile } from '../../src/config/task-file.ts'
import { renderResearchBody } from '../../src/domain/issue-body.ts'
import { parseAssignment } from '../../src/domain/task-forms/forms.ts'
import { parseTopicBody } from '../../src/domain/task-forms/topic.ts'
import { parseBatchBody } from '../../src/domain/task-forms/youtube-batch.ts'

const folder = mkdtempSync(join(tmpdir(), 'perpetual-tasks-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const { pipelines } = loadConfig('', 'defaults')
const file = 'tasks/droid-research.yml'
const parse = (text: string) => parseTaskFile(text, file, { name: 'droid-research', kind: 'research' })
const parseBatches = (text: string) => parseTaskFile(text, 'tasks/droid-eastern.yml', { name: 'droid-eastern', kind: 'batch' })
const rsi = '{ id: rsi, name: RSI, family: technical/momentum, brief: What it is. }'
const one = (more: string) => `tasks: [{ id: one, title: One, indicators: [${rsi}]${more} }]`

const root = new URL('../..', import.meta.url).pathname

describe('a task file', () => {
  it('brings tasks for the pipeline it is named after, with priority p2 and order 0 unless it says so', () => {
    expect(parse(one(''))).toEqual([
      {
        pipeline: 'droid-research',
        id: 'one',
        title: 'One',
        priority: 'p2',
        order: 0,
        body: '### Assignment\n\none: One\n\n### Indicators\n\n- rsi: RSI (technical/momentum)\n  What it is.\n',
      },
    ])
    expect(parse(one(', priority: p0, order: -3'))[0]).toMatchObject({ priority: 'p0', order: -3 })
    expect(parse('tasks: []')).toEqual([])
  })

  it('may hold topics beside assignments, each with one brief', () => {
    const [, topic] = parse(
      `tasks: [{ id: one, title: One, indicators: [${rsi}] }, { id: two, title: Two, brief: " All of it. " }]`,
    )
    expect(topic).toMatchObject({ id: 'two', title: 'Two', priority: 'p2', order: 0, pipeline: 'droid-research' })
    expect(parseTopicBody(topic?.body ?? '')).toEqual({
      type: 'topic',
      topic: { task: 'two', title: 'Two', brief: 'All of it.' },
    })
  })

  it('of a batch pipeline holds videos by any of their addresses, with questions where there are some', () => {
    const lines = ['tasks:', '  - id: a', '    title: Talks', '    videos: [youtu.be/dQw4w9WgXcQ?t=3]', '    questions: |']
    const text = [
      ...lines,
      '      How is it hedged?',
      '      Who pays?',
      '  - { id: b, title: B, videos: ["youtu.be/aQw4w9WgXcQ\\n### Questions\\n\\nx"] }',
    ]
    const [first, second] = parseBatches(text.join('\n'))
    expect(first).toMatchObject({ pipeline: 'droid-eastern', id: 'a', title: 'Talks', priority: 'p2' })
    const videos = ['https://www.youtube.com/watch?v=dQw4w9WgXcQ']
    expect(parseBatchBody(first?.body ?? '')).toEqual({
      type: 'batch',
      batch: { task: 'a', title: 'Talks', videos, questions: 'How is it hedged?\nWho pays?' },
    })
    expect(parseBatchBody(second?.body ?? '')).toMatchObject({ batch: { questions: '' } })
  })

  it('of this package is valid, and every assignment survives being an issue', async () => {
    expect(readdirSync(join(root, 'tasks'))).toEqual(['droid-research.yml', 'zai-institutional.yml'])
    const tasks = await readTaskFile(join(root, file), file, pipelines)
    expect(tasks).toHaveLength(44)
    for (const { id, title, body } of tasks) {
      const parsed = parseAssignment(body)
      if (parsed.type === 'invalid') throw new Error(parsed.problems.join(' '))
      expect(parsed.assignment).toMatchObject({ task: id, title })
      expect(parsed.assignment.indicators).toHaveLength(5)
      expect(renderResearchBody(parsed.assignment)).toBe(body)
    }
  })

  it.each([
    ['', 'Expected the file to be a map of settings, got nothing (tasks/droid-research.yml)'],
    ['tasks: 5', 'Expected `tasks` to be a list of tasks, got `5` (tasks/droid-research.yml, tasks)'],
    ['task: []', '(did you mean `tasks`?)'],
    [
      'tasks: [{ id: A b, title: x, indicators: [] }]',
      'Expected `id` to be a task id: lower-case letters, digits, `-` and `_`, at most 60 characters, got `A b` (tasks/droid-research.yml, task 1, id), and 1 more',
    ],
    [
      'tasks: [{ id: one, title: x, indicators: [] }]',
      'Expected `indicators` to be a list of at least one indicator, got a list (tasks/droid-research.yml, task 1 (one), indicators)',
    ],
    [
      'tasks: [{ id: one, title: x }]',
      'Expected `indicators` to be a list of indicators, or to have a `brief` in its place, got nothing',
    ],
    [
      one(', brief: b'),
      'Expected `brief` to be left out where there are `indicators`, got `b` (tasks/droid-research.yml, task 1 (one), brief)',
    ],
    ['tasks: [{ id: one, title: x, brief: " " }]', 'Expected `brief` to be a brief of 1 to 4000 characters'],
    [
      `tasks: [{ id: one, title: ${'x'.repeat(121)}, brief: b }]`,
      "Expected `title` to be a topic's title, one line of at most 120 characters",
    ],
    [
      one(', priorty: p1'),
      'got `priorty`: expected one of `id`, `title`, `priority`, `order`, `indicators`, `brief` (did you mean `priority`?) (tasks/droid-research.yml, task 1 (one))',
    ],
    [one(', priority: urgent'), 'Expected `priority` to be one of `p0`, `p1`, `p2`, `p3`, got `urgent`'],
    [one(', order: 1.5'), 'Expected `order` to be a whole number from -1000000 to 1000000, got `1.5`'],
    ['tasks: [{ id: one, title: "a\\nb", indicators: [] }]', 'Expected `title` to be a title, one line'],
    [
      `tasks: [{ id: one, title: x, indicators: [${rsi}, ${rsi}] }]`,
      'Expected `id` to be an id that no other indicator of the task has, got `rsi` (tasks/droid-research.yml, task 1 (one), indicators[1].id)',
    ],
    [
      `tasks: [{ id: one, title: x, indicators: [${rsi}] }, { id: one, title: y, indicators: [${rsi}] }]`,
      'Expected every task to have an id of its own, got `one` twice',
    ],
    [
      'tasks: [{ id: one, title: x, indicators: [{ id: rsi, name: RSI, family: f }] }]',
      'Expected `brief` to be a brief of 1 to 4000 characters, got nothing (tasks/droid-research.yml, task 1 (one), indicators[0].brief)',
    ],
    [
      'tasks: [{ id: one, title: x, indicators: [{ id: RSI, name: RSI, family: f, brief: b }] }]',
      'Expected `id` to be an indicator id',
    ],
    ['tasks: [\n', 'line '],
  ])('%s is refused in one line that names file and task', (text, expected) => {
    expect(() => parse(text)).toThrow(expected)
  })

  it('is refused where a task would not fit into an issue', () => {
    const indicators = Array.from({ length: 20 }, (_, n) => `{ id: i${n}, name: N, family: f, brief: ${'b'.repeat(4000)} }`)
    expect(() => parse(`tasks: [{ id: one, title: x, indicators: [${indicators.join(', ')}] }]`)).toThrow(
      'at most 65,536 characters as an issue',
    )
  })

  it.each([
    [
      'brief: b',
      'expected one of `id`, `title`, `priority`, `order`, `videos`, `questions` (tasks/droid-eastern.yml, task 1 (a))',
    ],
    ['videos: []', 'Expected `videos` to be a list of at least one video, got a list'],
    ['videos: youtu.be/dQw4w9WgXcQ', 'Expected `videos` to be a list of videos, got `youtu.be/dQw4w9WgXcQ`'],
    [
      'videos: [youtu.be/dQw4w9WgXcQ, "https://vimeo.com/1"]',
      'Expected `videos` to be the address of one YouTube video, such as https://www.youtube.com/watch?v=dQw4w9WgXcQ, got `https://vimeo.com/1` (tasks/droid-eastern.yml, task 1 (a), videos[1])',
    ],
    [
      'videos: [youtu.be/dQw4w9WgXcQ, "https://www.youtube.com/watch?v=dQw4w9WgXcQ"]',
      'a video that is not there before, got `https://www.youtube.com/watch?v=dQw4w9WgXcQ` (tasks/droid-eastern.yml, task 1 (a), videos[1])',
    ],
    ['videos: [youtu.be/dQw4w9WgXcQ], questions: ""', 'Expected `questions` to be questions of 1 to 4000 characters'],
  ])('of a batch pipeline with %s is refused in one line that names file, task and field', (fields, expected) => {
    expect(() => parseBatches(`tasks: [{ id: a, title: A, ${fields} }]`)).toThrow(expected)
  })

  it('must be named after a research or batch pipeline', () => {
    expect(pipelineOf('tasks/zai-institutional.yaml', pipelines)).toEqual({ name: 'zai-institutional', kind: 'research' })
    expect(pipelineOf('tasks/droid-eastern.yml', pipelines)).toEqual({ name: 'droid-eastern', kind: 'batch' })
    expect(() => pipelineOf('tasks/droid-reserch.yml', pipelines)).toThrow(
      '(did you mean `droid-research`?), got `droid-reserch` (tasks/droid-reserch.yml)',
    )
    expect(() => pipelineOf('tasks/claude-integration.yml', pipelines)).toThrow('which is of kind `integration`')
    expect(() => pipelineOf('tasks/zai-implementation.yml', pipelines)).toThrow('which is of kind `implementation`')
    expect(() => pipelineOf('tasks/__proto__.yml', pipelines)).toThrow(
      'Expected a task file to be named after a research or batch pipeline',
    )
  })

  it('is refused where it is missing, a folder, too long or no UTF-8', async () => {
    mkdirSync(join(folder, 'tasks', 'zai-institutional.yml'), { recursive: true })
    const path = join(folder, file)
    await expect(readTaskFile(path, file, pipelines)).rejects.toThrow('Expected a task file, found none')
    await expect(
      readTaskFile(join(folder, 'tasks', 'zai-institutional.yml'), 'tasks/zai-institutional.yml', pipelines),
    ).rejects.toThrow('got a folder or device')
    writeFileSync(path, Buffer.from([0x74, 0xff, 0xfe]))
    await expect(readTaskFile(path, file, pipelines)).rejects.toThrow(
      'Expected text in UTF-8, got other bytes (tasks/droid-research.yml)',
    )
    writeFileSync(path, 'x'.repeat(1_000_001))
    await expect(readTaskFile(path, file, pipelines)).rejects.toThrow('Expected at most 1 MB of text, got 2 MB')
    expect(await listTaskFiles(folder)).toEqual(['tasks/droid-research.yml', 'tasks/zai-institutional.yml'])
    expect(await listTaskFiles(join(folder, 'nowhere'))).toEqual([])
  })
})
