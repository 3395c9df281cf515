import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from '../support/cli.ts'
import { pipeline } from '../support/data-repository.ts'
import { git } from '../support/repository.ts'
import { filesIn, snapshotOf } from '../support/snapshot.ts'
import { createWorld, type World } from '../support/world.ts'

const pastedKey = `sk-or-v1-${'0123456789abcdef'.repeat(4)}`
const configFile = '.github/perpetual.yml'

let world: World
let folder: string
let config: string
const made: string[] = []
beforeAll(async () => {
  world = await createWorld({ assignments: 1, indicators: 1 })
  folder = world.repository.folder
  config = readFileSync(join(folder, configFile), 'utf8')
}, 60_000)
afterAll(async () => {
  for (const each of made) rmSync(each, { recursive: true })
  await world?.remove()
})

function makeFolder(): string {
  const at = mkdtempSync(join(tmpdir(), 'perpetual-bad-'))
  made.push(at)
  return at
}

interface Refusal {
  readonly args: readonly string[]
  readonly expected: RegExp
  readonly at?: string
  readonly path?: string
  readonly key?: string
}

/** Refused with code 2, in one line on standard error and nothing but the same as JSON on standard output. */
async function expectRefused({ args, expected, at = folder, path = process.env['PATH'] ?? '', key = 'rehearsal' }: Refusal) {
  const environment = { PATH: path, REHEARSAL_KEY: key, GIT_CEILING_DIRECTORIES: tmpdir() }
  const { code, stdout, stderr } = await runCli(args, { folder: at, environment })
  expect(stderr).toMatch(/^perpetual: [^\n]{10,400}\n$/u)
  expect(stderr).toMatch(expected)
  expect(code).toBe(2)
  const isJson = args.includes('--json')
  const error = { message: stderr.trimEnd().replace('perpetual: ', ''), actBy: 'fix-config' }
  expect(stdout).toMatch(isJson ? /^[^\n]+\n$/u : /^$/u)
  expect(isJson ? JSON.parse(stdout) : { error }).toEqual({ error })
}

const everyCommand = [
  ['run', pipeline, '--json'],
  ['status', '--json'],
  ['tasks', 'list', '--json'],
  ['review', 'list'],
  ['pause'],
]

const expectAllRefused = (refusal: Omit<Refusal, 'args'>) =>
  Promise.all(everyCommand.map(args => expectRefused({ ...refusal, args })))

describe('a mistake in perpetual.yml', { timeout: 60_000 }, () => {
  const line = (text: string) => (): string => config.replace('accounts:', `${text}\naccounts:`)
  it.each([
    ['no YAML', line('goal: ['), /Expected valid YAML, but .* \(\.github\/perpetual\.yml, line 2, column 1\)$/mu],
    ['an unknown key', line('golas: 5'), /`golas`.* \(did you mean `goal`\?\)/u],
    [
      'a number out of its range',
      () => config.replace('budget: 1000', 'budget: -5'),
      /got `-5` \(.*accounts\.rehearsal\.limits\.calls\.budget\)/u,
    ],
    [
      'an account that is not there',
      () => config.replace('account: rehearsal', 'account: rehearsel'),
      /did you mean `rehearsal`\?/u,
    ],
    [
      'a key in its place',
      () => config.replace('key: REHEARSAL_KEY', `key: ${pastedKey}`),
      /a value that looks like a key \(not shown here\)/u,
    ],
    ['another encoding', () => Buffer.from([0xff, 0xfe, 0x67, 0x00]), /Expected text in UTF-8/u],
  ])('such as %s is refused by every command and changes nothing', async (_, write, expected) => {
    writeFileSync(join(folder, configFile), write())
    const before = snapshotOf(folder)
    await expectAllRefused({ expected })
    expect(snapshotOf(folder)).toEqual(before)
    writeFileSync(join(folder, configFile), config)
  })

  it('such as its absence is refused by every command and changes nothing', async () => {
    rmSync(join(folder, configFile))
    const before = snapshotOf(folder)
    await expectAllRefused({ expected: /found none\. `perpetual init` writes one\.$/mu })
    expect(snapshotOf(folder)).toEqual(before)
    writeFileSync(join(folder, configFile), config)
  })
})

describe('a folder that is no repository to work in', { timeout: 60_000 }, () => {
  const withConfig = (...initialise: readonly string[]): string => {
    const at = makeFolder()
    if (initialise.length > 0) git(at, ...initialise)
    mkdirSync(join(at, '.github'))
    writeFileSync(join(at, configFile), config)
    return at
  }

  it.each([
    ['no repository at all', () => withConfig(), /Expected a git repository, found none/u],
    ['a bare one', () => withConfig('init', '--quiet', '--bare'), /Expected a repository with a work tree, got a bare one/u],
    ['one without a commit', () => withConfig('init', '--quiet'), /Expected at least one commit in .*, found none/u],
  ])('because it is %s, is refused by every command and stays as it is', async (_, make, expected) => {
    const at = make()
    const before = filesIn(at)
    await expectAllRefused({ at, expected })
    expect(filesIn(at)).toEqual(before)
  })
})

describe('a machine', { timeout: 60_000 }, () => {
  it('with an old git is refused by every command and changes nothing', async () => {
    const path = makeFolder()
    const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim()
    writeFileSync(
      join(path, 'git'),
      `#!/bin/sh\ncase "$*" in *--version*) echo git version 2.30.0 ;; *) exec '${real}' "$@" ;; esac\n`,
    )
    chmodSync(join(path, 'git'), 0o755)
    const before = snapshotOf(folder)
    const old = {
      path: `${path}:${process.env['PATH']}`,
      expected: /Expected git 2\.38 or newer .*, found git version 2\.30\.0/u,
    }
    await expectAllRefused(old)
    await expectRefused({ ...old, args: ['demo', '--folder', 'demo'] })
    expect(snapshotOf(folder)).toEqual(before)
  })

  it('without git is refused by every command and changes nothing', async () => {
    const path = makeFolder()
    symlinkSync(process.execPath, join(path, 'node'))
    const before = snapshotOf(folder)
    const without = { path, expected: /Expected `git` 2\.38 or newer on the PATH, but it cannot be started\. Install git/u }
    await expectAllRefused(without)
    await expectRefused({ ...without, args: ['demo', '--folder', 'demo'] })
    expect(snapshotOf(folder)).toEqual(before)
  })

  it('without the key is refused by the session alone, which names the variable', async () => {
    const before = snapshotOf(folder)
    const expected = /Expected the environment variable REHEARSAL_KEY to hold the provider's key, found none/u
    await expectRefused({ args: ['run', pipeline], key: '', expected })
    expect(snapshotOf(folder)).toEqual(before)
    expect((await runCli(['status'], { folder })).code).toBe(0)
  })
})

describe('a wrong word on the command line', { timeout: 120_000 }, () => {
  it('is refused in one line that says what was expected, and changes nothing', async () => {
    const before = snapshotOf(folder)
    const cases: readonly (readonly [string, RegExp])[] = [
      ['run droid-reserch', /got `droid-reserch`; did you mean `droid-research`\? Known: droid-research, /u],
      ['run constructor', /got `constructor`\. Known: /u],
      [`run ${pastedKey}`, /got a value that looks like a key/u],
      ['run zai-implementation --json', /got `zai-implementation` of kind implementation, which this version does not run/u],
      [
        'run claude-integration',
        /Expected the environment variable CLAUDE_OPENROUTER_API_KEY to hold the provider's key, found none/u,
      ],
      ['run droid-eastern', /Expected a key for one member of `droid-eastern` at least: .*GEMINI_API_KEY holds no key/u],
      ['run', /Missing required argument 'pipeline'/u],
      [`run ${pipeline} --threshold 2`, /Expected a share from 0 to 1/u],
      [`run ${pipeline} --threshold -0.1`, /Expected a share from 0 to 1/u],
      [`run ${pipeline} --threshold high`, /Expected a share from 0 to 1/u],
      [`run ${pipeline} --max-minutes -1 --json`, /Expected a number of minutes above 0/u],
      [`run ${pipeline} --max-minutes 1e300`, /Expected a number of minutes above 0 and at most 525,600/u],
      [`run ${pipeline} --max-minutes soon`, /Expected a number of minutes above 0/u],
      [`run ${pipeline} --max-tasks 1.5`, /Expected a whole number of tasks above 0/u],
      [`run ${pipeline} --max-tasks 0`, /Expected a whole number of tasks above 0/u],
      ['review show 999', /Expected the number of a delivered part, got 999; `perpetual review list --all` shows them/u],
      ['review show 1', /Expected the number of a delivered part, got 1; /u],
      ['review show first', /Expected the number of a part/u],
      ['review accept 999 --json', /Expected the number of a delivered part, got 999/u],
      ['review accept 1 --looked much', /Allowed choices are all, some, none/u],
      ['review reject 999 --pairs nonsense', /Expected the number of a delivered part, got 999/u],
      ['tasks redo 999', /found none named `999`/u],
      ['demo --folder tasks', /Expected `--folder` to name a folder that is not there yet, got `tasks`/u],
    ]
    const waiting = [...cases]
    const worker = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
        await expectRefused({ args: next[0].split(' '), expected: next[1] })
    }
    await Promise.all([worker(), worker(), worker()])
    expect(snapshotOf(folder)).toEqual(before)
  })
})

describe('a mistake in a task file', { timeout: 60_000 }, () => {
  const indicator = '{ id: rsi, name: RSI, family: technical, brief: What it is. }'
  const task = (id: string, indicators: string): string => `  - { id: ${id}, title: T, indicators: [${indicators}] }\n`
  it.each([
    ['the same id twice', `tasks:\n${task('a', indicator)}${task('a', indicator)}`, /`a`/u],
    ['a task without indicators', `tasks:\n${task('fine', indicator)}${task('b', '')}`, /task 2 \(b\), indicators/u],
    ['no tasks', 'tasks: 7\n', /tasks/u],
    ['the same indicator twice', `tasks:\n${task('c', `${indicator}, ${indicator}`)}`, /`rsi`/u],
  ])('such as %s makes no task at all', async (_, text, expected) => {
    const file = join(folder, 'tasks', `${pipeline}.yml`)
    const own = readFileSync(file)
    writeFileSync(file, text)
    const before = snapshotOf(folder)
    await expectRefused({ args: ['tasks', 'import', '--json'], expected })
    expect(snapshotOf(folder)).toEqual(before)
    writeFileSync(file, own)
  })
})

describe('all of this', () => {
  it('sends nothing to the provider', async () => {
    expect((await world.provider.stats()).total).toBe(0)
  })
})
