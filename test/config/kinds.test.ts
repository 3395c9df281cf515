import { describe, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load-config.ts'
import { factsOf } from '../../src/config/pipelines.ts'
import { settingOf } from '../../src/session-setting.ts'
import { keysOf } from '../../src/setup/generated-files.ts'

const config = loadConfig('', 'defaults')

describe('what follows from a kind', () => {
  test('is its meter, whether it waits for reviewers, and whether it delivers what it put aside', () => {
    const settings = ['droid-research', 'droid-eastern', 'claude-integration'].map(name =>
      settingOf(config, name, { forge: 'local' }),
    )
    expect(
      settings.map(({ metered, maxWaitingParts, deliversEmptyUnits }) => [metered, maxWaitingParts, deliversEmptyUnits]),
    ).toEqual([
      [{ scope: 'account', meter: 'calls' }, 8, false],
      [{ scope: 'session', meter: 'slots' }, 8, false],
      [{ scope: 'session', meter: 'tokens' }, null, true],
    ])
  })

  test('is whose tasks it takes up; integration finds its own', () => {
    const taken = Object.values(config.pipelines).map(pipeline => [pipeline.kind, factsOf(pipeline).takes])
    expect(new Map(taken.map(([kind, takes]) => [kind, takes]))).toEqual(
      new Map([
        ['research', 'research'],
        ['batch', 'batch'],
        ['implementation', 'implementation'],
        ['integration', null],
      ]),
    )
  })
})

const withSearch = (search: string) => loadConfig(`accounts:\n  openrouter:\n    search: ${search}\n`, 'perpetual.yml')

describe("an account's own web search", () => {
  test('has a key that workflows hand on like any other', () => {
    expect(keysOf(config)).not.toContain('OLLAMA_API_KEY')
    expect(keysOf(withSearch('{ url: "https://ollama.com/api/web_search", key: OLLAMA_API_KEY }'))).toContain('OLLAMA_API_KEY')
  })

  test('is reached over TLS, except on this machine', () => {
    expect(() => withSearch('{ url: "http://search.example/", key: null }')).toThrow(
      /`url` to be an address that begins with `https:/,
    )
    expect(withSearch('{ url: "http://127.0.0.1:11434/api/experimental/web_search", key: null }')).toBeDefined()
  })

  test('takes the name of a variable, and never shows a key that was pasted', () => {
    const pasted = 'sk-0123456789abcdef0123456789abcdef'
    expect(() => withSearch(`{ url: "https://ollama.com/api/web_search", key: ${pasted} }`)).toThrow(
      /name of an environment variable/,
    )
    expect(() => withSearch(`{ url: "https://ollama.com/api/web_search", key: ${pasted} }`)).not.toThrow(new RegExp(pasted))
  })
})
