import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { commands } from '../../src/commands/registry.ts'
import { inProcess, makeFolder, makeRepository, perpetual, removeFolders } from './perpetual.ts'

afterAll(removeFolders)

describe('the command line', () => {
  it('shows every command in its help, on standard output, with examples and exit codes', async () => {
    const cwd = makeFolder()
    const [help, bare] = await Promise.all([perpetual(['--help'], { cwd }), perpetual([], { cwd })])
    expect(help).toMatchObject({ code: 0, stderr: '' })
    expect(bare).toEqual(help)
    for (const { name, summary } of commands) expect(help.stdout).toMatch(new RegExp(`^  ${name} .*${summary.slice(0, 20)}`, 'm'))
    expect(help.stdout).toContain('Exit codes: 0 done or nothing to do, 1 failed, 2 wrong usage or configuration.')
  })

  it('prints its version and a command’s own help', async () => {
    const cwd = makeFolder()
    const [version, help, other] = await Promise.all([
      perpetual(['--version'], { cwd }),
      perpetual(['init', '--help'], { cwd }),
      perpetual(['help', 'init'], { cwd }),
    ])
    expect(version).toEqual({ code: 0, stdout: '0.1.0\n', stderr: '' })
    expect(help.code).toBe(0)
    expect(help.stdout).toContain('--dry-run')
    expect(help.stdout).toContain('--repo <folder>')
    expect(other.stdout).toBe(help.stdout)
  })

  it.each([
    [['inti'], "perpetual: Unknown command 'inti' (Did you mean init?)"],
    [['init', '--dry-rn'], "perpetual: Unknown option '--dry-rn' (Did you mean --dry-run?)"],
    [['init', 'more'], 'perpetual: Too many arguments'],
    [['init', '--repo'], 'perpetual: Option'],
    [['init', '--repo', 'nowhere'], 'perpetual: Expected `--repo` to name a folder, got `nowhere`'],
    [['init', '--forge', 'githbu'], 'perpetual: Expected `--forge` to be'],
    [['status', '--forge', 'github'], 'perpetual: Expected a token in GITHUB_TOKEN or GH_TOKEN, found none'],
    [['init', '--forge', 'locl'], '(did you mean `local`?)'],
    [['init'], 'perpetual: Expected a git repository, found none'],
    [['tasks', 'show'], "perpetual: Missing required argument 'task'. `perpetual --help` lists what there is."],
    [['rehearse', '--port', '99999'], 'Expected a port from 0 to 65,535.'],
    [['tasks', 'lst'], "Unknown command 'lst' (Did you mean list?)"],
    [['tasks', 'list', '--repo', '\u001b[31m'], 'got `\\u{1b}[31m`'],
  ])('answers %j with one line and exit code 2', async (args, expected) => {
    const { code, stdout, stderr } = await inProcess(args, makeFolder())
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(expected)
    expect(stderr.trimEnd()).not.toContain('\n')
  })

  it('puts an error as one object on standard output with --json, wherever the option stands', async () => {
    const cwd = makeFolder()
    for (const args of [
      ['--json', 'init'],
      ['init', '--json'],
      ['inti', '--json'],
    ]) {
      const { code, stdout, stderr } = args[0] === 'inti' ? await perpetual(args, { cwd }) : await inProcess(args, cwd)
      expect(code).toBe(2)
      expect(JSON.parse(stdout)).toEqual({ error: { message: expect.any(String), actBy: 'fix-config' } })
      expect(stderr).toMatch(/^perpetual: /)
    }
  })

  it('tells another user’s repository from none, and says what git says where it is something else', async () => {
    const cwd = makeFolder()
    const answer = async (words: string) => {
      writeFileSync(join(cwd, 'git'), `#!/bin/sh\necho "fatal: ${words}" >&2\nexit 128\n`, { mode: 0o755 })
      return await perpetual(['init'], { cwd, environment: { PATH: `${cwd}:${process.env['PATH'] ?? ''}` } })
    }
    const foreign = await answer("detected dubious ownership in repository at '/data'")
    expect(foreign.code).toBe(2)
    expect(foreign.stderr).toMatch(
      /^perpetual: Expected a repository of your own, .*`git config --global --add safe\.directory .*`/u,
    )
    expect((await answer('bad config line 1')).stderr).toContain('but git says: bad config line 1')
  })

  it('refuses an old Node in one line, before it loads anything that an old one lacks', async () => {
    const old = "Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.20.2'}})"
    const environment = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(old)}` }
    const { code, stderr } = await perpetual(['--version'], { cwd: makeFolder(), environment })
    expect(stderr).toBe('perpetual: Expected Node 24 or newer, got 20.20.2. Install it from https://nodejs.org.\n')
    expect(code).toBe(2)
  })

  it('pauses and enables as a user without a name, as in a container', async () => {
    const cwd = makeRepository()
    await inProcess(['init'], cwd)
    const nameless =
      "import os from 'node:os';import {syncBuiltinESMExports} from 'node:module';os.userInfo=()=>{throw new Error('ENOENT')};syncBuiltinESMExports()"
    const environment = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(nameless)}` }
    expect(await perpetual(['pause'], { cwd, environment })).toMatchObject({ code: 0, stderr: '' })
    expect(await perpetual(['enable'], { cwd, environment })).toMatchObject({ code: 0, stdout: 'Now enabled.\n' })
  })

  it('tells an unset clock offset from a wrong one', async () => {
    const cwd = makeRepository()
    const { code, stderr } = await perpetual(['init', '--dry-run'], { cwd, environment: { PERPETUAL_CLOCK_OFFSET_MS: 'x' } })
    expect(code).toBe(2)
    expect(stderr).toContain('PERPETUAL_CLOCK_OFFSET_MS')
  })
})

const shared = makeRepository()
const empty = join(shared, 'empty.md')

describe('perpetual tasks', () => {
  beforeAll(async () => {
    writeFileSync(empty, '')
    await inProcess(['init'], shared)
  })

  it('imports, lists, shows, adds, and changes nothing the second time', async () => {
    const cwd = makeRepository()
    await inProcess(['init'], cwd)
    const file = join(cwd, 'zai-institutional.yml')
    writeFileSync(
      file,
      'tasks: [{ id: flows, title: "Fund \\"flows\\"", priority: p0, indicators: [{ id: etf, name: ETF flows, family: macro, brief: Money in and out. }] }]',
    )
    const first = await perpetual(['tasks', 'import', file, '--json'], { cwd })
    expect(first).toMatchObject({ code: 0, stdout: '{"created":1,"existing":0}\n' })
    expect((await inProcess(['tasks', 'import', file, '--json'], cwd)).stdout).toBe('{"created":0,"existing":1}\n')
    const body = '### Assignment\nMomentum\n### Indicators\n- rsi: RSI (technical)\n  What it is.\n'
    const added = await perpetual(['tasks', 'add', 'droid-research', '-', '--priority', 'p1'], { cwd, input: body })
    expect(added).toMatchObject({ code: 0, stdout: 'momentum is made: Momentum\n' })
    expect((await perpetual(['tasks', 'add', 'droid-research', '-'], { cwd, input: body })).stderr).toContain(
      'got `momentum`, which is there already',
    )
    const listed: unknown = JSON.parse((await inProcess(['tasks', 'list', '--json'], cwd)).stdout)
    expect(listed).toMatchObject({
      tasks: [
        { id: 'flows', pipeline: 'zai-institutional', priority: 'p0', status: 'pending', accepted: 0 },
        { id: 'momentum', pipeline: 'droid-research', priority: 'p1' },
      ],
    })
    const shown = await inProcess(['tasks', 'show', 'flows'], cwd)
    expect(shown.stdout).toContain('- etf: ETF flows (macro)\n  Money in and out.')
    const redone = await inProcess(['tasks', 'redo', 'flows'], cwd)
    expect(redone.code).toBe(2)
    expect(redone.stderr).toContain('which is pending')
  })

  it('makes a topic and a batch of videos from options, and a batch from a file', async () => {
    const cwd = makeRepository()
    await inProcess(['init'], cwd)
    const topic = ['--title', 'custody-1: Custody', '--brief', 'All\nof it.', '--priority', 'p0']
    expect((await inProcess(['tasks', 'add', 'zai-institutional', ...topic], cwd)).stdout).toBe('custody-1 is made: Custody\n')
    const videos = ['--video', 'youtu.be/dQw4w9WgXcQ', '--video', 'https://www.youtube.com/shorts/aQw4w9WgXcQ']
    const questions = ['--question', 'How is it hedged?', '--question', 'Who pays?']
    const added = await inProcess(['tasks', 'add', 'droid-eastern', '--title', 'Talks', ...videos, ...questions, '--json'], cwd)
    expect(JSON.parse(added.stdout)).toEqual({ created: ['talks'] })
    const file = join(cwd, 'droid-eastern.yml')
    writeFileSync(file, 'tasks: [{ id: more, title: More talks, priority: p3, videos: [youtu.be/bQw4w9WgXcQ] }]')
    expect((await inProcess(['tasks', 'import', file, '--json'], cwd)).stdout).toBe('{"created":1,"existing":0}\n')
    expect((await inProcess(['tasks', 'import', file, '--json'], cwd)).stdout).toBe('{"created":0,"existing":1}\n')
    const listed: unknown = JSON.parse((await inProcess(['tasks', 'list', '--json'], cwd)).stdout)
    expect(listed).toMatchObject({
      tasks: [
        { id: 'custody-1', pipeline: 'zai-institutional', priority: 'p0' },
        { id: 'talks', pipeline: 'droid-eastern', priority: 'p2' },
        { id: 'more', pipeline: 'droid-eastern', priority: 'p3' },
      ],
    })
    expect((await inProcess(['tasks', 'show', 'talks'], cwd)).stdout).toContain(
      '### Videos\n\nhttps://www.youtube.com/watch?v=dQw4w9WgXcQ\nhttps://www.youtube.com/watch?v=aQw4w9WgXcQ\n\n### Questions\n\nHow is it hedged?\nWho pays?',
    )
    expect((await inProcess(['tasks', 'show', 'custody-1'], cwd)).stdout).toContain('### Brief\n\nAll\nof it.')
  })

  it('loses and repeats nothing where an import is stopped by Ctrl-C', async () => {
    const cwd = makeRepository()
    await inProcess(['init'], cwd)
    const indicators = '[{ id: etf, name: ETF, family: macro, brief: b }]'
    const seeds = Array.from({ length: 30 }, (_, n) => `  - { id: t${n}, title: T${n}, indicators: ${indicators} }\n`)
    writeFileSync(join(cwd, 'tasks', 'droid-research.yml'), `tasks:\n${seeds.join('')}`)
    writeFileSync(join(cwd, 'tasks', 'zai-institutional.yml'), 'tasks: []')
    const board = join(cwd, '.git', 'refs', 'heads', 'perpetual', 'board')
    const stopped = await perpetual(['tasks', 'import', '--json'], { cwd, interruptWhen: () => existsSync(board) })
    expect(stopped).toMatchObject({ code: 130, stdout: '' })
    const { stdout } = await inProcess(['tasks', 'import', '--json'], cwd)
    expect(
      z.object({ created: z.number().positive(), existing: z.number() }).parse(JSON.parse(stdout)).created,
    ).toBeLessThanOrEqual(30)
    const listed = z
      .object({ tasks: z.array(z.object({ id: z.string(), number: z.number() })) })
      .parse(JSON.parse((await inProcess(['tasks', 'list', '--json'], cwd)).stdout))
    expect(new Set(listed.tasks.map(task => task.id)).size).toBe(30)
    expect(listed.tasks.map(task => task.number).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1))
  })

  it('makes nothing where one of the files is wrong', async () => {
    const cwd = makeRepository()
    await inProcess(['init'], cwd)
    writeFileSync(join(cwd, 'tasks', 'zai-institutional.yml'), 'tasks: [{ id: flows }]')
    const { code, stderr } = await inProcess(['tasks', 'import'], cwd)
    expect(code).toBe(2)
    expect(stderr).toContain('(tasks/zai-institutional.yml, task 1 (flows), title)')
    expect(JSON.parse((await inProcess(['tasks', 'list', '--json'], cwd)).stdout)).toEqual({ tasks: [] })
  })

  it.each([
    [['tasks', 'import', 'none.yml'], 'Expected a task file to be named after a research or batch pipeline'],
    [['tasks', 'import', 'droid-research.yml'], 'Expected a task file, found none'],
    [['tasks', 'add', 'droid-reserch', 'x.md'], '(did you mean `droid-research`?)'],
    [['tasks', 'add', 'droid-research', 'x.md'], 'found none at `x.md`'],
    [
      ['tasks', 'add', 'droid-research', empty],
      'The heading “### Assignment” with something beneath it is missing. The heading “### Indicators”',
    ],
    [['tasks', 'add', 'claude-integration', 'x.md'], 'Expected a research or batch pipeline, one of `droid-research`'],
    [['tasks', 'add', 'droid-eastern'], 'Expected a file with the text of a task, or `--title`, got neither'],
    [['tasks', 'add', 'droid-eastern', empty, '--title', 'A'], 'Expected either a file or `--title`'],
    [['tasks', 'add', 'droid-eastern', '--title', 'A', '--brief', 'b'], 'Expected `--brief` with a research pipeline only'],
    [['tasks', 'add', 'zai-institutional', '--title', 'A', '--video', 'v'], 'Expected `--video` and `--question` with a batch'],
    [['tasks', 'add', 'zai-institutional', '--title', 'A'], '(its options): The heading “### Brief” with something beneath it'],
    [
      ['tasks', 'add', 'droid-eastern', '--title', 'A', '--video', 'https://vimeo.com/1', '--video', 'youtu.be/x'],
      '“https://vimeo.com/1” is not the address of one YouTube video, such as',
    ],
    [['tasks', 'add', 'droid-research', '-', '--priority', 'p9'], 'Expected `--priority` to be one of'],
    [['tasks', 'add', 'droid-research', '-', '--order', 'first'], 'Expected `--order` to be a whole number'],
    [['tasks', 'list', '--status', 'pendin'], '(did you mean `pending`?)'],
    [['tasks', 'list', '--pipeline', 'x'], 'Expected `--pipeline` to be one of'],
    [['tasks', 'show', '999'], "Expected a task's number or id, found none named `999`; `perpetual tasks list` shows them"],
    [['tasks', 'redo', '999'], '999'],
  ])('answers %j with one line and exit code 2', async (args, expected) => {
    const { code, stderr } = await inProcess(args, shared)
    expect(stderr).toContain(expected)
    expect(stderr.trimEnd()).not.toContain('\n')
    expect(code).toBe(2)
  })
})
