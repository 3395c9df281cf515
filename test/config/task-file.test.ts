import { mkdtempSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/config/load-config.ts'
import { listTaskFiles, parseTaskFile, pipelineOf, readTaskFile } from '../../src/config/task-file.ts'
import { parseResearchBody, renderResearchBody } from '../../src/domain/issue-body.ts'

const folder = mkdtempSync(join(tmpdir(), 'perpetual-tasks-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const { pipelines } = loadConfig('', 'defaults')
const file = 'tasks/droid-research.yml'
const parse = (text: string) => parseTaskFile(text, file, 'droid-research')
const rsi = '{ id: rsi, name: RSI, family: technical/momentum, brief: What it is. }'
const one = (more: string) => `tasks: [{ id: one, title: One, indicators: [${rsi}]${more} }]`

describe('a task file', () => {
  it('brings tasks for the pipeline it is named after, with priority p2 and order 0 unless it says so', () => {
    expect(parse(one(''))).toEqual([
      {
        pipeline: 'droid-research',
        id: 'one',
        title: 'One',
        priority: 'p2',
        order: 0,
        indicators: [{ id: 'rsi', name: 'RSI', family: 'technical/momentum', brief: 'What it is.' }],
      },
    ])
    expect(parse(one(', priority: p0, order: -3'))[0]).toMatchObject({ priority: 'p0', order: -3 })
    expect(parse('tasks: []')).toEqual([])
  })

  it('of this package is valid, and every task survives being an issue', async () => {
    const root = new URL('../..', import.meta.url).pathname
    expect(readdirSync(join(root, 'tasks'))).toContain('droid-research.yml')
    const tasks = await readTaskFile(join(root, file), file, pipelines)
    expect(tasks).toHaveLength(44)
    for (const { id, title, indicators } of tasks) {
      const assignment = { task: id, title, indicators }
      expect(parseResearchBody(renderResearchBody(assignment))).toEqual({ type: 'assignment', assignment })
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
    ['tasks: [{ id: one, title: x }]', 'Expected `indicators` to be a list of indicators, got nothing'],
    [
      one(', priorty: p1'),
      'got `priorty`: expected one of `id`, `title`, `priority`, `order`, `indicators` (did you mean `priority`?) (tasks/droid-research.yml, task 1 (one))',
    ],
    [one(', priority: urgent'), 'Expected `priority` to be one of `p0`, `p1`, `p2`, `p3`, got `urgent`'],
    [one(', order: 1.5'), 'Expected `order` to be a whole number from -1000000 to 1000000, got `1.5`'],
    ['tasks: [{ id: one, title: "a\\nb", indicators: [] }]', 'Expected `title` to be a title, one line'],
    [
      `tasks: [{ id: one, title: x, indicators: [${rsi}, ${rsi}] }]`,
      'Expected an indicator once in a task, got `rsi` twice (tasks/droid-research.yml, task one)',
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

  it('must be named after a research pipeline', () => {
    expect(pipelineOf('tasks/zai-institutional.yaml', pipelines)).toBe('zai-institutional')
    expect(() => pipelineOf('tasks/droid-reserch.yml', pipelines)).toThrow(
      '(did you mean `droid-research`?), got `droid-reserch` (tasks/droid-reserch.yml)',
    )
    expect(() => pipelineOf('tasks/droid-eastern.yml', pipelines)).toThrow('which is of kind `batch`')
    expect(() => pipelineOf('tasks/__proto__.yml', pipelines)).toThrow(
      'Expected a task file to be named after a research pipeline',
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
