import { describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/config/load-config.ts'
import { parseActionReference, repositoryName, usesOf } from '../../src/setup/action-reference.ts'
import { planFiles } from '../../src/setup/file-plan.ts'
import { labelsFor, missingLabels } from '../../src/setup/labels.ts'
import { leftToDo, type Standing } from '../../src/setup/left-to-do.ts'

describe('the labels', () => {
  const labels = labelsFor(loadConfig('', 'x'))

  it('are what GitHub takes: unique names of at most 50 characters, colours, descriptions of at most 100', () => {
    expect(new Set(labels.map(({ name }) => name.toLowerCase())).size).toBe(labels.length)
    for (const { name, color, description } of labels) {
      expect(name.length).toBeLessThanOrEqual(50)
      expect(color).toMatch(/^[0-9a-f]{6}$/u)
      expect(description.length).toBeLessThanOrEqual(100)
    }
  })

  it('cover agents, pipelines, priorities, statuses and what people set', () => {
    const names = labels.map(({ name }) => name)
    for (const name of [
      'agent:droid',
      'pipeline:droid-research',
      'priority:p0',
      'priority:p3',
      'status:invalid',
      'approved',
      'needs-approval',
      'draft',
    ])
      expect(names).toContain(name)
    const long = labelsFor(
      loadConfig(
        `pipelines: { ${'a'.repeat(40)}: { agent: ${'b'.repeat(40)}, kind: integration, account: claude, model: m } }`,
        'x',
      ),
    )
    for (const { name, description } of long) expect([name.length <= 50, description.length <= 100]).toEqual([true, true])
  })

  it('are missing without regard to case', () => {
    expect(
      missingLabels(
        labels,
        labels.map(({ name }) => name.toUpperCase()),
      ),
    ).toEqual([])
    expect(missingLabels(labels, ['approved']).length).toBe(labels.length - 1)
  })
})

describe('an action’s reference', () => {
  it('is an owner, a name and a ref', () => {
    expect(parseActionReference('acme/perpetual@v1.2.3')).toEqual({ name: 'acme/perpetual', ref: 'v1.2.3' })
    expect(usesOf({ name: 'acme/perpetual', sha: 'c'.repeat(40), version: 'v1' })).toBe(`acme/perpetual@${'c'.repeat(40)} # v1`)
    for (const wrong of [
      'acme',
      'acme/x',
      '@v1',
      'acme/x@',
      'acme/x@v1 # evil',
      'acme/x@a\n- run: evil',
      'acme/../x@v1',
      'a/b@../../c',
      './',
    ])
      expect(() => parseActionReference(wrong), wrong).toThrow('Expected `--action` to be')
  })

  it('is found in every form of package.json’s `repository`', () => {
    for (const text of [
      'github:acme/perpetual',
      'acme/perpetual',
      'git+https://github.com/acme/perpetual.git',
      'https://github.com/acme/perpetual',
      'git+ssh://git@github.com/acme/perpetual.git',
    ])
      expect(repositoryName(text), text).toBe('acme/perpetual')
    for (const text of [undefined, '', 'gitlab:acme/x', 'https://evil.example/acme/x', 'acme/x/y'])
      expect(repositoryName(text)).toBeUndefined()
  })
})

describe('the plan of files', () => {
  it('writes what is missing, tells what drifted, and leaves the user’s own alone', () => {
    const wanted = {
      own: [
        { path: 'mine', text: '1' },
        { path: 'gone', text: '2' },
      ],
      templates: [
        { path: 'form', text: 'a\n' },
        { path: 'same', text: 'b\n' },
      ],
    }
    const plan = planFiles(
      wanted,
      new Map([
        ['mine', 'edited'],
        ['form', 'edited'],
        ['same', 'b'],
      ]),
    )
    expect(plan.missing.map(({ path }) => path)).toEqual(['gone'])
    expect(plan.drifted.map(({ path }) => path)).toEqual(['form'])
    expect(plan.kept).toEqual(['mine', 'same'])
  })
})

describe('what is left to a person', () => {
  const all: Standing = {
    repository: 'acme/pairs',
    webUrl: 'https://github.com/acme/pairs',
    pullUrl: null,
    missingKeys: ['OPENROUTER_API_KEY'],
    hasEnvironment: true,
    hasIssues: true,
    labelsRefused: 0,
    actionsMayOpenPulls: undefined,
    isEnabled: false,
    inFolder: '',
  }

  it('names each with what to type and where to click, switching on last', () => {
    const left = leftToDo(all)
    expect(left.map(({ command }) => command)).toEqual([
      'gh secret set OPENROUTER_API_KEY --env perpetual --repo acme/pairs',
      'gh api --method PUT repos/acme/pairs/actions/permissions/workflow -F can_approve_pull_request_reviews=true',
      'perpetual tasks import --forge github',
      'gh variable set PERPETUAL_ENABLED --body true --repo acme/pairs',
    ])
    for (const { url } of left) expect(url).toMatch(/^https:\/\/github\.com\/acme\/pairs\//u)
  })

  it('puts keys into the repository where there is no environment', () => {
    const [environment, secret] = leftToDo({ ...all, hasEnvironment: false })
    expect(environment?.url).toBe('https://github.com/acme/pairs/settings/environments')
    expect(secret?.command).toBe('gh secret set OPENROUTER_API_KEY --repo acme/pairs')
  })

  it('is the tasks alone where all else is done', () => {
    expect(leftToDo({ ...all, missingKeys: [], actionsMayOpenPulls: true, isEnabled: true }).length).toBe(1)
  })
})
