import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaults } from '../../src/config/defaults.ts'
import { configJsonSchemaText } from '../../src/config/json-schema.ts'
import { loadConfig } from '../../src/config/load-config.ts'
import { nearest } from '../../src/config/nearest.ts'
import { renderTemplate } from '../../src/config/template.ts'
import { PerpetualError } from '../../src/domain/errors.ts'

const file = '.github/perpetual.yml'
const load = (text: string) => loadConfig(text, file)
const pastedKey = `sk-or-v1-${'0123456789abcdef'.repeat(4)}`

function complaint(text: string): string {
  try {
    load(text)
  } catch (error) {
    if (!(error instanceof PerpetualError) || error.actBy !== 'fix-config') throw error
    return error.message
  }
  return 'no complaint'
}

describe('perpetual.yml', () => {
  it('may be empty, a comment or only a section name: then the defaults hold', () => {
    const whole = load('')
    for (const text of ['{}', '# nothing\n', 'accounts:\npipelines:\n', 'pipelines: { droid-research: }', '\u{feff}goal: 30000'])
      expect(load(text)).toEqual(whole)
  })

  it('is written by init with exactly the defaults', () => {
    expect(load(renderTemplate())).toEqual(load(''))
    expect(renderTemplate()).toContain('callsPerIndicator: 100')
  })

  it('explains every account and pipeline setting it comments on, under a key that exists', () => {
    const comments = renderTemplate()
      .split('\n')
      .filter(line => line.trimStart().startsWith('#'))
    expect(comments.length).toBeGreaterThan(15)
  })

  it('hands on the five pipelines with whole numbers: 850 of 1,000 calls, two dollars, 6.8 hours, 170,000 tokens', () => {
    const { accounts, pipelines, warnAtBasisPoints } = load('')
    expect(accounts['openrouter']?.limits).toEqual({
      calls: { budget: 1000, per: 'day', thresholdBasisPoints: 8500, resetMinuteUtc: 0 },
      usdMicros: { budget: 2_000_000, per: 'day', thresholdBasisPoints: 10_000, resetMinuteUtc: 0 },
    })
    expect(pipelines['droid-eastern']?.limits.slots).toMatchObject({ budget: 10, per: 'held', thresholdBasisPoints: 9000 })
    expect(accounts['zai']?.limits.calls?.budget).toBe(5000)
    expect(pipelines['zai-implementation']?.limits.minuteMillis).toMatchObject({
      budget: 480_000,
      per: 'session',
      thresholdBasisPoints: 8500,
    })
    expect(pipelines['claude-integration']?.limits.tokens).toMatchObject({ budget: 200_000, per: 'session' })
    expect(pipelines['droid-research']).toMatchObject({
      kind: 'research',
      schedule: { everyMs: 7_200_000, cooldownMs: 1_800_000, leaseMs: 600_000, after: [] },
      research: { stages: { plan: 3, research: 50, write: 18, judge: 18, reserve: 11 }, acceptTarget: 88 },
    })
    expect(Object.keys(pipelines)).toEqual([
      'droid-research',
      'droid-eastern',
      'zai-institutional',
      'zai-implementation',
      'claude-integration',
    ])
    expect(warnAtBasisPoints).toBe(7500)
  })

  it('changes only what it says', () => {
    const { accounts, pipelines } = load(
      'accounts: { openrouter: { limits: { calls: { budget: 50, resets: "07:30 UTC" } } } }\npipelines: { droid-research: { model: "x/y:free", schedule: { every: 90s } } }',
    )
    expect(accounts['openrouter']?.limits.calls).toEqual({
      budget: 50,
      per: 'day',
      thresholdBasisPoints: 8500,
      resetMinuteUtc: 450,
    })
    expect(accounts['openrouter']?.limits.usdMicros?.budget).toBe(2_000_000)
    expect(pipelines['droid-research']).toMatchObject({
      model: 'x/y:free',
      agent: 'droid',
      schedule: { everyMs: 90_000, cooldownMs: 1_800_000 },
    })
  })

  it('takes new accounts and pipelines, and gives an account two dollars a day unless told otherwise', () => {
    const { accounts, pipelines } = load(
      'accounts: { mine: { api: openai, baseUrl: "http://127.0.0.1:11434/v1/", key: null } }\npipelines: { mine: { kind: research, agent: me, account: mine, model: a, judgeModel: b } }',
    )
    expect(accounts['mine']).toMatchObject({
      baseUrl: 'http://127.0.0.1:11434/v1',
      key: null,
      requestsPerMinute: null,
      timeoutMs: 120_000,
      limits: { usdMicros: { budget: 2_000_000 } },
    })
    expect(pipelines['mine']).toMatchObject({ enabled: true, research: { callsPerIndicator: 100 } })
  })

  it('lets a default change its kind, which then starts from nothing', () => {
    const { pipelines } = load('pipelines: { droid-eastern: { kind: integration, agent: x, account: claude, model: m } }')
    expect(pipelines['droid-eastern']).not.toHaveProperty('accounts')
    expect(complaint('pipelines: { droid-eastern: { kind: integration } }')).toContain(
      'Expected `agent` to be the name of an agent',
    )
  })

  it.each([
    [
      'accounts: { openrouter: { limits: { calls: { budget: -5 } } } }',
      'Expected `budget` to be a positive whole number of calls, got `-5` (.github/perpetual.yml, accounts.openrouter.limits.calls.budget)',
    ],
    ['goal: 1.5', 'Expected `goal` to be a positive whole number of pairs, got `1.5` (.github/perpetual.yml, goal)'],
    ['warnAt: 75', 'Expected `warnAt` to be the share of a budget at which to warn, a number from 0 to 1, got `75`'],
    ['goal: abc\nwarnAt: x\ndataset: 5', '(.github/perpetual.yml, goal), and 2 more'],
    ['bugdet: 4', 'Expected no unknown key, got `bugdet`'],
    ['golas: 4', 'did you mean `goal`?'],
    [
      'accounts: { openrouter: { limits: { calls: { bugdet: 4 } } } }',
      '(did you mean `budget`?) (.github/perpetual.yml, accounts.openrouter.limits.calls)',
    ],
    ['pipelines: { droid-research: { kind: reserch } }', '(did you mean `research`?), got `reserch`'],
    [
      'pipelines: { droid-research: { account: opnrouter } }',
      '(did you mean `openrouter`?), got `opnrouter` (.github/perpetual.yml, pipelines.droid-research.account)',
    ],
    ['pipelines: { droid-research: { account: gemini } }', 'an account with `api: openai`'],
    [
      'pipelines: { droid-research: { schedule: { every: 2 hours } } }',
      'a time such as `90s`, `30m`, `2h` or `1d`, got `2 hours`',
    ],
    ['pipelines: { droid-research: { schedule: { after: [droid-eastren] } } }', '(did you mean `droid-eastern`?)'],
    [
      'pipelines: { droid-research: { schedule: { after: [droid-eastern] } }, droid-eastern: { schedule: { after: [droid-research] } } }',
      'pipelines that do not wait for each other (droid-research → droid-eastern → droid-research)',
    ],
    ['pipelines: { "Foo Bar": { kind: research } }', 'Expected the name of a pipeline: lower-case letters'],
    [
      'accounts: { claude: { key: OPENROUTER_API_KEY } }',
      'a key of its own, because limits belong to a key and `openrouter` has this one already',
    ],
    ['accounts: { openrouter: { baseUrl: "http://example.com/v1" } }', 'an address that begins with `https://`'],
    ['accounts: { openrouter: { limits: { calls: { per: session } } } }', 'Expected `per` to be `day`'],
    ['accounts: { openrouter: { limits: { calls: { resets: "24:00 UTC" } } } }', 'a time of the UTC day such as `00:00 UTC`'],
    ['- a', 'Expected the file to be a map of settings, got a list (.github/perpetual.yml)'],
    ['pipelines: 5', 'Expected `pipelines` to be a map of pipelines, got `5`'],
    ['pipelines: []', 'Expected `pipelines` to be a map of pipelines, got a list'],
    ['__proto__: { goal: 1 }', 'Expected no unknown key, got `__proto__`'],
    ['a: [', 'Expected valid YAML'],
    ['goal: 3\ngoal: 4', 'Expected valid YAML, but a map has the same key twice (.github/perpetual.yml, line 2, column 1)'],
    ['goal: 3\n---\ngoal: 4', 'multiple documents'],
    ['goal: !!js/function x', 'Unresolved tag'],
    ['goal: "\\x1b[31m\\u202e"', 'got `\\u{1b}[31m\\u{202e}`'],
  ])('%s is refused in one line that says why', (text, expected) => {
    expect(complaint(text)).toContain(expected)
  })

  it('refuses what is nested too deeply, and a key that is there as text and as number', () => {
    for (const deep of [
      '['.repeat(50_000),
      `goal: ${'['.repeat(20_000)}${']'.repeat(20_000)}`,
      `goal: ${'{a: '.repeat(20_000)}1${'}'.repeat(20_000)}`,
    ]) {
      expect(complaint(deep)).toMatch(/^Expected .*(?:nested too deeply|valid YAML|multiply too often|`goal` to be)/)
    }
    expect(complaint('goal: { 1: a, "1": b }')).toContain('a map has the same key twice')
  })

  it('reads hostile values in moderate time', () => {
    for (const filler of ['g', '1', 'a1', '-', 'AIza', '.'])
      expect(complaint(`goal: ${filler.repeat(900_000 / filler.length)}`).length).toBeLessThan(300)
    expect(complaint(Array.from({ length: 20_000 }, (_, n) => `k${n}: 1`).join('\n')).length).toBeLessThan(1000)
  })

  it('refuses what is longer than any configuration', () => {
    expect(complaint(`goal: ${'x'.repeat(1_000_001)}`)).toContain('at most 1 MB of text')
  })

  it('refuses aliases that multiply', () => {
    const lines = [
      'a0: &a0 [1,1,1,1,1,1,1,1,1,1]',
      ...Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n},`.repeat(9)}*a${n}]`),
    ]
    expect(complaint(lines.join('\n'))).toContain('its aliases (`*name`) multiply too often')
  })

  it.each([
    `accounts: { openrouter: { key: ${pastedKey} } }`,
    `accounts: { openrouter: { key: [${pastedKey}] } }`,
    `accounts: { openrouter: { ${pastedKey}: true } }`,
    `accounts: { ${pastedKey}: 4 }`,
    `accounts: { openrouter: { baseUrl: "https://user:${pastedKey}@example.com" } }`,
    `accounts: { openrouter: { key: *${pastedKey} } }`,
    `accounts: { openrouter: { key: !${pastedKey} x } }`,
    `accounts: { openrouter: { key: AIzaSyA-0123456789abcdefghijklmnopqrst } }`,
    `accounts: { zai: { key: 0123456789abcdef0123456789abcdef.AbCdEfGhIjKlMnOp } }`,
    `${pastedKey}: 1\n${pastedKey}: 2`,
  ])('never prints a key that was pasted into it: %s', text => {
    const message = complaint(text)
    expect(message).not.toContain('0123456789')
    expect(message).toMatch(/^Expected /)
  })

  it('says of a pasted key that a name belongs there', () => {
    expect(complaint(`accounts: { openrouter: { key: ${pastedKey} } }`)).toContain(
      'Expected `key` to be the name of an environment variable such as `OPENROUTER_API_KEY`, not the key itself',
    )
  })

  it("refuses a name under which a workflow holds GitHub's own tokens, which would go to a provider", () => {
    for (const name of ['GITHUB_TOKEN', 'GH_TOKEN', 'INPUT_TOKEN', 'ACTIONS_RUNTIME_TOKEN', 'RUNNER_TEMP'])
      expect(complaint(`accounts: { openrouter: { key: ${name} } }`)).toContain('none that GitHub uses')
    expect(loadConfig('accounts: { openrouter: { key: INPUTS_KEY } }', 'x').accounts['openrouter']?.key).toBe('INPUTS_KEY')
  })

  it('never throws anything but a one-line fix-config, whatever YAML it is given', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: 'binary' }),
          fc.json(),
          fc.json().map(json => `pipelines: ${json}`),
          fc.json().map(json => `accounts: { openrouter: ${json} }`),
        ),
        text => {
          expect(complaint(text)).not.toMatch(/[\p{Cc}\u2028\u202e]/u)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('the nearest name', () => {
  it('is found through a few wrong letters, and not beyond', () => {
    expect(nearest('droid-reserch', Object.keys(defaults.pipelines))).toBe('droid-research')
    expect(nearest('DROID-RESEARCH', Object.keys(defaults.pipelines))).toBe('droid-research')
    expect(nearest('weather', Object.keys(defaults.pipelines))).toBeUndefined()
    expect(nearest('x'.repeat(100_000), Object.keys(defaults.pipelines))).toBeUndefined()
  })
})

describe('schema/perpetual.schema.json', () => {
  it('is what the zod schema says now; else run `node src/config/write-schema.ts`', () => {
    const committed: unknown = JSON.parse(readFileSync(new URL('../../schema/perpetual.schema.json', import.meta.url), 'utf8'))
    expect(committed).toEqual(JSON.parse(configJsonSchemaText()))
  })
})
