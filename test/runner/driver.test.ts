import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { until } from '../support/until.ts'
import { startProbe, type Probe } from './probe.ts'
import type { JobRecord } from './job.ts'
import type { Runner, RunnerOptions } from './start-runner.ts'

const owned: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of owned.splice(0).toReversed()) await close()
})

/** A driver that plays this one workflow, `perpetual-test.yml`. */
async function play(text: string, options: Partial<RunnerOptions> = {}): Promise<Probe> {
  const workflows = mkdtempSync(join(tmpdir(), 'perpetual-workflows-'))
  owned.push(() => rmSync(workflows, { recursive: true, force: true }))
  writeFileSync(join(workflows, 'perpetual-test.yml'), text)
  const probe = await startProbe({ workflows, ...options })
  owned.push(probe.close)
  return probe
}

const job = (name: string, ...lines: readonly string[]): string =>
  [
    `  ${name}:`,
    '    runs-on: ubuntu-24.04',
    '    permissions: { contents: read }',
    ...lines.map(line => `    ${line}`),
    '',
  ].join('\n')
const workflow = (...jobs: readonly string[]): string =>
  `name: Test\non:\n  workflow_dispatch:\n    inputs:\n      turn: { type: string, default: '' }\npermissions: {}\njobs:\n${jobs.join('')}`
const bash = (script: string): string[] => ['steps:', `  - run: |`, ...script.split('\n').map(line => `      ${line}`)]

async function performed(text: string, options: Partial<RunnerOptions> = {}): Promise<Probe> {
  const probe = await play(text, options)
  probe.runner.dispatch('perpetual-test.yml')
  await probe.runner.idle()
  return probe
}

describe('a job', () => {
  test('hands outputs from step to step, from job to job and into a matrix', async () => {
    const probe = await performed(
      workflow(
        job(
          'list',
          'outputs:',
          '  names: ${{ steps.make.outputs.names }}',
          'steps:',
          '  - id: make',
          `    run: echo 'names=["a","b"]' >> "$GITHUB_OUTPUT"`,
        ),
        job(
          'each',
          'needs: list',
          'strategy:',
          '  fail-fast: false',
          '  matrix:',
          '    name: ${{ fromJSON(needs.list.outputs.names) }}',
          'steps:',
          '  - env:',
          '      NAME: ${{ matrix.name }}',
          '    run: echo "got $NAME" | tee -a "$GITHUB_STEP_SUMMARY"',
        ),
      ),
    )
    expect(probe.runner.jobs().map(({ summary }) => summary)).toEqual(['', 'got a\n', 'got b\n'])
    expect(probe.runner.jobs()[0]?.outputs).toEqual({ names: '["a","b"]' })
  })

  test('fails with its step, which skips what comes after and what needs it, but not what runs always', async () => {
    const probe = await performed(
      workflow(
        job('first', ...bash('exit 3'), '  - run: echo not-this', '  - if: failure()', '    run: echo but-this'),
        job('second', 'needs: first', ...bash('echo never')),
        job('fourth', 'needs: second', ...bash('echo never')),
        job(
          'third',
          'needs: second',
          'if: always()',
          'steps:',
          '  - env:',
          '      RESULT: ${{ needs.second.result }}',
          '    run: echo "second was $RESULT"',
        ),
      ),
    )
    const conclusions = Object.fromEntries(probe.runner.jobs().map(each => [each.job, each.conclusion]))
    expect(conclusions).toEqual({ first: 'failure', second: 'skipped', third: 'success', fourth: 'skipped' })
    expect(probe.runner.jobs()[0]?.log).not.toMatch(/^not-this/m)
    expect(probe.runner.jobs()[0]?.log).toMatch(/^but-this/m)
    expect(probe.runner.jobs().find(each => each.job === 'third')?.log).toMatch(/^second was skipped/m)
  })

  test('sees secrets only where it names the environment', async () => {
    const steps = ['steps:', '  - env:', '      KEY: ${{ secrets.KEY }}', '    run: echo "key is [$KEY]"']
    const probe = await performed(workflow(job('without', ...steps), job('with', 'environment: perpetual', ...steps)), {
      secrets: { KEY: 'k1' },
    })
    expect(probe.runner.jobs().map(({ log }) => /^key is \[.*\]$/m.exec(log)?.[0])).toEqual(['key is []', 'key is [k1]'])
  })

  test('cannot run a local action before the checkout', async () => {
    const probe = await performed(workflow(job('one', 'steps:', '  - uses: ./', '    with: { command: run }')))
    expect(probe.runner.jobs()[0]).toMatchObject({
      conclusion: 'failure',
      log: expect.stringContaining("Can't find 'action.yml'"),
    })
  })

  test('cannot check out without the permission to read', async () => {
    const text = workflow(job('one', 'steps:', `  - uses: actions/checkout@${'a'.repeat(40)}`)).replace(
      '{ contents: read }',
      '{ issues: write }',
    )
    expect((await performed(text)).ran()).toEqual(['perpetual-test.yml/one: failure'])
  })

  test('finds the folder that a job before it kept, by its key or the newest by a prefix; one that failed keeps nothing', async () => {
    const cached = (turn: string, ...after: readonly string[]): string[] => [
      'steps:',
      `  - uses: actions/cache@${'a'.repeat(40)}`,
      '    with:',
      '      path: ${{ runner.temp }}/kept',
      `      key: kept-${turn}`,
      '      restore-keys: kept-',
      '  - env:',
      '      FOLDER: ${{ runner.temp }}/kept',
      `    run: mkdir -p "$FOLDER" && echo ${turn} >> "$FOLDER/turns" && echo "turns:" $(cat "$FOLDER/turns")`,
      ...after,
    ]
    const probe = await performed(
      workflow(
        job('first', ...cached('1')),
        job('second', 'needs: first', ...cached('2', '  - run: exit 1')),
        job('third', 'needs: second', 'if: always()', ...cached('3')),
        job('fourth', 'needs: third', 'if: always()', ...cached('1')),
      ),
    )
    const turns = probe.runner.jobs().map(({ job: name, log }) => [name, /^turns: .*$/m.exec(log)?.[0]])
    expect(Object.fromEntries(turns)).toEqual({
      first: 'turns: 1',
      second: 'turns: 1 2',
      third: 'turns: 1 3',
      fourth: 'turns: 1 1',
    })
    expect(probe.runner.caches()).toEqual(['kept-1', 'kept-3'])
  })

  test('is on GitHub’s books from its start to its end', async () => {
    const probe = await performed(workflow(job('one', ...bash('echo hello'))))
    expect(probe.told).toEqual(['start 1001', 'start 1001 GitHub Actions 1', 'end 1001 GitHub Actions 1', 'end 1001'])
  })
})

const ignoring = (signals: string): string =>
  `trap 'echo saw INT' INT\ntrap 'echo saw TERM${signals}' TERM\necho ready\nwhile true; do sleep 0.01; done`

async function cancelled(
  script: string,
  deed: (runner: Runner, job: JobRecord) => void = (runner, running) => runner.cancel(running),
): Promise<string> {
  const probe = await play(workflow(job('one', ...bash(script), '  - run: echo not-this')), { cancelScale: 0.02, minuteMs: 30 })
  probe.runner.dispatch('perpetual-test.yml')
  await until('the step is ready', () => /^ready/m.test(probe.runner.jobs()[0]?.log ?? ''))
  for (const each of probe.runner.jobs()) deed(probe.runner, each)
  await probe.runner.idle()
  expect(probe.runner.jobs()[0]?.log).not.toMatch(/^not-this/m)
  const { conclusion, log = '' } = probe.runner.jobs()[0] ?? {}
  return [conclusion, ...(log.match(/saw \w+$/gm) ?? [])].join(', ')
}

describe('a cancelled job', () => {
  test('gets SIGINT, then SIGTERM, and may end by itself', async () => {
    expect(await cancelled(ignoring('; exit 0'))).toBe('cancelled, saw INT, saw TERM')
  })

  test('is killed where it hears neither', async () => {
    expect(await cancelled(ignoring(''))).toBe('cancelled, saw INT, saw TERM')
  })

  test('is cancelled by its timeout too', async () => {
    const probe = await performed(workflow(job('one', 'timeout-minutes: 2', ...bash('sleep 60'))), {
      minuteMs: 30,
      cancelScale: 0.01,
    })
    expect(probe.runner.jobs()[0]).toMatchObject({
      conclusion: 'cancelled',
      log: expect.stringContaining('exceeded the maximum execution time of 2m'),
    })
  })

  test('fails where its machine kills the step', async () => {
    expect(await cancelled('echo ready\nsleep 60', (runner, running) => runner.kill(running))).toBe('failure')
  })
})

describe('a concurrency group', () => {
  const grouped = (queue: string): string =>
    workflow(
      job(
        'one',
        'concurrency:',
        '  group: G',
        ...(queue === '' ? [] : [`  queue: ${queue}`]),
        'steps:',
        '  - env:',
        '      TURN: ${{ inputs.turn }}',
        '    run: echo "turn $TURN" && sleep 0.2',
      ),
    )

  async function turns(queue: string): Promise<readonly string[]> {
    const probe = await play(grouped(queue))
    for (const turn of ['1', '2', '3', '4']) {
      probe.runner.dispatch('perpetual-test.yml', { turn })
      await until('it is known', () => probe.runner.jobs().length === Number(turn))
    }
    await probe.runner.idle()
    return probe.runner.jobs().map(({ conclusion, log }) => `${conclusion} ${/^turn \d/m.exec(log)?.[0] ?? ''}`.trim())
  }

  test('keeps one waiting, which a newer one replaces', async () => {
    expect(await turns('')).toEqual(['success turn 1', 'cancelled', 'cancelled', 'success turn 4'])
  })

  test('keeps all in turn with `queue: max`', async () => {
    expect(await turns('max')).toEqual(['success turn 1', 'success turn 2', 'success turn 3', 'success turn 4'])
  })
})

describe('what the driver does not play is refused, not passed over', () => {
  test.each([
    ['a key', workflow(job('one', 'container: node:24', ...bash('true')))],
    ['a job without permissions', workflow(job('one', ...bash('true'))).replace('    permissions: { contents: read }\n', '')],
    ['a trigger', workflow(job('one', ...bash('true'))).replace('workflow_dispatch:', 'workflow_run:')],
  ])('%s', async (_, text) => {
    await expect(play(text)).rejects.toThrow('The driver does not play perpetual-test.yml')
  })

  test('an input that the workflow does not have', async () => {
    const probe = await play(workflow(job('one', ...bash('true'))))
    expect(() => probe.runner.dispatch('perpetual-test.yml', { turns: '1' })).toThrow('Unexpected inputs provided: turns')
  })
})

describe('an event', () => {
  const onIssues = workflow(job('one', ...bash('echo hello'))).replace('on:\n', 'on:\n  issues: { types: [opened] }\n')
  const by = (login: string) => ({ name: 'issues', payload: { action: 'opened' }, by: login })

  test.each([
    ['of a person starts the workflow', by('ada'), 1],
    ['of an App’s account too', by('my-app[bot]'), 1],
    ['that the workflow’s own token caused starts nothing', by('github-actions[bot]'), 0],
    [
      'of another repository starts nothing',
      { ...by('ada'), payload: { action: 'opened', repository: { full_name: 'ada/pairs' } } },
      0,
    ],
    ['of another type starts nothing', { ...by('ada'), payload: { action: 'closed' } }, 0],
  ])('%s', async (...[, event, count]) => {
    const probe = await play(onIssues)
    probe.emit(event)
    await probe.runner.idle()
    expect(probe.runner.jobs()).toHaveLength(count)
  })
})
