import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { createLint, type Lint } from './linters.ts'
import { breaches } from './rules.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = '.github/workflows'
const names = readdirSync(join(root, folder))
const read = (path: string): string | undefined =>
  existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined
const textOf = (name: string): string => readFileSync(join(root, folder, name), 'utf8')

let lint: Lint
beforeAll(async () => {
  lint = await createLint()
})

const everything = async (name: string, text: string): Promise<readonly string[]> => [
  ...(await lint(`${folder}/${name}`, text)),
  ...breaches(`${folder}/${name}`, text, read),
]

/** A text in which `from` stands, with `to` in its place. */
function mutate(text: string, from: string | RegExp, to: string): string {
  const changed = text.replace(from, () => to)
  if (changed === text) throw new Error(`Nothing to change: ${String(from)}`)
  return changed
}

describe('the workflows', () => {
  test('are the five that the project has', () => {
    expect(names.toSorted()).toEqual(['ci.yml', 'perpetual-issues.yml', 'perpetual-reviews.yml', 'perpetual.yml', 'release.yml'])
  })

  test.each(names)('%s passes both linters and the rules', async name => {
    expect(await everything(name, textOf(name))).toEqual([])
  })

  test.each(names.filter(name => name.startsWith('perpetual')))(
    '%s passes them too where it names the action elsewhere',
    async name => {
      const pinned = `uses: acme/perpetual@${'0123456789'.repeat(4)} # v0.1.0`
      const text = textOf(name).replaceAll('uses: ./\n', `${pinned}\n`)
      expect(text).not.toContain('uses: ./')
      expect(text).toContain(pinned)
      expect(await everything(name, text)).toEqual([])
    },
  )

  test('pin each foreign action to one commit and one version', () => {
    const pins = names.flatMap(name => [...textOf(name).matchAll(/uses: ([^@\s]+)@(\S+ # \S+)/g)])
    expect(pins.length).toBeGreaterThan(5)
    const byAction = Map.groupBy(pins, ([, action]) => action)
    for (const found of byAction.values()) expect(new Set(found.map(([, , pin]) => pin)).size).toBe(1)
  })

  test('the action passes GitHub’s own linter', async () => {
    expect(await lint('action.yml', read('action.yml') ?? '')).toEqual([])
  })
})

describe('what the linters and the rules see', () => {
  const perpetual = textOf('perpetual.yml')
  const reviews = textOf('perpetual-reviews.yml')
  const mutations: readonly (readonly [what: string, name: string, text: string, finding: RegExp])[] = [
    [
      'a grant for the whole workflow',
      'perpetual.yml',
      mutate(perpetual, /^permissions: \{\}$/m, 'permissions: read-all'),
      /does not stand at the top/,
    ],
    [
      'a job without permissions',
      'perpetual.yml',
      mutate(perpetual, '    permissions: {}\n', ''),
      /off: permissions are not declared/,
    ],
    [
      'a grant without a reason',
      'perpetual.yml',
      mutate(perpetual, "issues: write # edits the report's issue", 'issues: write'),
      /needs its reason/,
    ],
    ['a permission that does not exist', 'perpetual.yml', mutate(perpetual, 'actions: read', 'action: read'), /action/],
    ['a job without a timeout', 'perpetual.yml', mutate(perpetual, '    timeout-minutes: 350\n', ''), /run: no timeout/],
    [
      'a job that no switch stops',
      'perpetual.yml',
      mutate(perpetual, "    if: vars.PERPETUAL_ENABLED == 'true' && needs", '    if: needs'),
      /run: runs whatever/,
    ],
    ['a tag instead of a commit', 'ci.yml', mutate(textOf('ci.yml'), /@[0-9a-f]{40} # v6.0.2/, '@v6 # v6'), /not pinned/],
    ['a short commit', 'ci.yml', mutate(textOf('ci.yml'), /checkout@[0-9a-f]{40}/, 'checkout@de0fac2'), /not pinned/],
    ['a pin without its version', 'ci.yml', mutate(textOf('ci.yml'), ' # v6.0.2', ''), /needs its version/],
    [
      'an input that the action does not have',
      'perpetual.yml',
      mutate(perpetual, 'max-minutes: ${{', 'minutes: ${{'),
      /no input `minutes`/,
    ],
    [
      'a command that is not given',
      'perpetual.yml',
      mutate(perpetual, '          command: report\n', ''),
      /needs the input `command`/,
    ],
    [
      'an output that the action does not have',
      'perpetual.yml',
      mutate(perpetual, 'steps.plan.outputs.pipelines', 'steps.plan.outputs.pipeline'),
      /no such output/,
    ],
    [
      'a step that does not exist',
      'perpetual.yml',
      mutate(perpetual, 'steps.plan.outputs', 'steps.plans.outputs'),
      /"plans" is not defined/,
    ],
    [
      'a job’s output that does not exist',
      'perpetual.yml',
      mutate(perpetual, 'fromJSON(needs.plan.outputs.pipelines)', 'fromJSON(needs.plan.outputs.names)'),
      /names/,
    ],
    ['an action that is not there', 'perpetual.yml', mutate(perpetual, 'uses: ./\n', 'uses: ./action\n'), /has no action\.yml/],
    [
      'an issue’s text in a script',
      'perpetual-issues.yml',
      mutate(textOf('perpetual-issues.yml'), /run: echo .*/, 'run: echo "${{ github.event.issue.title }}"'),
      /untrusted/,
    ],
    [
      'any expression in a script',
      'perpetual.yml',
      mutate(perpetual, /run: echo .*/, 'run: echo "${{ inputs.pipeline }}"'),
      /an expression in `run:`/,
    ],
    [
      'a checkout of the pull request',
      'perpetual-reviews.yml',
      mutate(reviews, 'github.event.repository.default_branch', 'github.event.pull_request.head.sha'),
      /a checkout of a pull request/,
    ],
    [
      'a checkout that leaves its token behind',
      'perpetual-reviews.yml',
      mutate(reviews, '          persist-credentials: false\n', ''),
      /leaves its token behind/,
    ],
    [
      'a key outside of the environment',
      'perpetual.yml',
      mutate(perpetual, '    environment:\n      name: perpetual\n      deployment: false\n', ''),
      /a secret outside/,
    ],
    [
      'a cache where strangers’ events are answered',
      'perpetual-reviews.yml',
      mutate(
        reviews,
        '      - uses: ./\n',
        `      - uses: actions/cache@${'a'.repeat(40)} # v6.1.0\n        with: { path: x, key: y }\n      - uses: ./\n`,
      ),
      /a cache in a workflow that strangers start/,
    ],
    ['a forbidden word', 'perpetual.yml', mutate(perpetual, 'name: Perpetual', 'name: Perpetual mining'), /forbids mining/],
    [
      'a key that stands twice',
      'perpetual.yml',
      mutate(perpetual, '    name: Off\n', '    name: Off\n    name: Out\n'),
      /stands twice/,
    ],
    [
      'a trigger that does not exist',
      'perpetual-issues.yml',
      mutate(textOf('perpetual-issues.yml'), 'reopened]', 'reponed]'),
      /reponed/,
    ],
    ['a function that does not exist', 'perpetual-reviews.yml', mutate(reviews, 'startsWith(', 'beginsWith('), /beginsWith/],
  ]
  test.each(mutations)('%s', async (...[, name, text, finding]) => {
    expect((await everything(name, text)).join('\n')).toMatch(finding)
  })
})
