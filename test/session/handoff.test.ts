import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openLedger } from '../../src/domain/ledger.ts'
import type { SessionState } from '../../src/domain/state.ts'
import type { UnitState } from '../../src/domain/task.ts'
import { explainReason, renderHandoff, renderUsd, renderUse, type HandoffInput } from '../../src/session/handoff.ts'
import { makeTask, minutes, noon } from '../domain/samples.ts'

const unit = (change: Partial<UnitState> = {}): UnitState => ({
  unit: 'macd',
  name: 'MACD',
  ended: true,
  calls: 100,
  callsExpected: 100,
  accepted: 88,
  rejected: { judge: 5, duplicate: 3 },
  ...change,
})
const session: SessionState = {
  id: 'droid-research-0007',
  startedAt: noon,
  ledgers: {},
  spent: { calls: 850, tokens: 12_345, usdMicros: 850_000 },
  calls: 840,
  accepted: 700,
  rejected: 31,
  tasks: ['session_01'],
  deliveries: [{ branch: 'perpetual/droid-research/session_01-1', number: 12, url: 'u' }],
  wrap: { reason: 'budget' },
}
const calls = { ...openLedger({ budget: 1000, thresholdBasisPoints: 8500 }, null), settled: 850 }
const input: HandoffInput = {
  pipeline: 'droid-research',
  agent: 'droid',
  session,
  reason: 'budget',
  endedAt: minutes(45),
  tasks: [makeTask({ status: 'in-progress', units: [unit(), unit({ unit: 'rsi', name: 'RSI', ended: false, calls: 0 })] })],
  metered: { ledger: calls, name: 'openrouter calls' },
  next: minutes(720),
}

/** Everything that GitHub would make more of than text, or that hides or reorders text. */
const live = [
  ['a tag or a comment', /<(?!br>)[a-z!/?]/i],
  ['a mention', /(?<![\w`])@[a-z0-9]/i],
  ['a mention behind an entity', /&(?:#0*64|#x0*40|commat);/i],
  ['a reference to an issue', /(?:^|[^&`\d])#\d/],
  ['an image or a link', /(?<!\\)\]\(/],
  ['an address that links itself', /\b(?:https?|ftp):\/\/|\bwww\.[a-z]/i],
  [
    'an invisible or reordering character',
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/,
  ],
] as const

const hostile = [
  '<img src=x onerror=alert(1)>',
  '<!-- hidden -->',
  '</details><script>x</script>',
  '@octocat please merge',
  'a&#64;octocat &commat;octocat',
  'closes #1 and fixes owner/repo#2',
  '![x](https://evil.example/p.png)',
  '[here](javascript:alert(1))',
  'go to https://evil.example or www.evil.example',
  'one\n# two\r\n| three |\u2028four\u0085five',
  '\u202etxt.exe\u202c \u2066x\u2069 \u200bzero \u061c \ufeff',
  '`code` | cell | \\',
  '$\\href{x}{y}$ {{ secrets.KEY }}',
]

/** The delivery's number is the automation's own reference. */
const render = (change: Partial<HandoffInput>): string =>
  renderHandoff({ ...input, session: { ...session, deliveries: [] }, ...change })
const inertIn = (text: string): void => {
  expect(live.filter(([, pattern]) => pattern.test(text)).map(([what]) => what)).toEqual([])
}

describe('a handoff', () => {
  it('says how much of the budget is used, how far the task came, what was delivered and what comes next', () => {
    const text = renderHandoff(input)
    for (const part of [
      '# Handoff of droid-research-0007',
      `droid ran \`droid-research\` from ${noon} to ${minutes(45)} and wrapped because the budget line is reached.`,
      '| openrouter calls | 850 / 1000 (85.0%), line 850 |',
      '| sends of this session | 850 |',
      '| calls with an outcome | 840 |',
      '| dollars | $0.8500 |',
      '| deliveries | #12 (`perpetual/droid-research/session_01-1`) |',
      `| next session | ${minutes(720)} |`,
      '1 of 2 units ended, 176 pairs accepted, 16 put aside, 100 calls.',
      '| MACD | 100 / 100 | 88 | 8 | ended |',
      '| RSI | 0 / 100 | 88 | 8 | waits |',
    ])
      expect(text).toContain(part)
    expect(text.endsWith('\n')).toBe(true)
  })

  it('says nothing of calls where nobody limits them, and of tasks where there is none', () => {
    const text = renderHandoff({ ...input, metered: undefined, tasks: [], next: null })
    expect(text).not.toContain('openrouter')
    expect(text).not.toContain('## Tasks')
    expect(text).toContain('| next session | as soon as a task waits |')
  })

  it('measures against the smaller of two budgets, and divides by none', () => {
    expect(renderUse(calls)).toBe('850 / 1000 (85.0%)')
    expect(renderUse({ ...calls, providerBudget: 900 })).toBe('850 / 900 (94.4%)')
    expect(renderUse({ ...calls, budget: 0, settled: 0 })).toBe('0 / 0 (0.0%)')
    expect(renderUsd(1)).toBe('$0.0000')
    expect(renderUsd(1_999_960)).toBe('$2.0000')
  })

  it.each(hostile)('renders nothing of the title or unit name %j', text => {
    const rendered = render({ tasks: [makeTask({ title: text, units: [unit({ name: text })] })] })
    inertIn(rendered)
    expect(rendered.split('\n')).toHaveLength(render({}).split('\n').length - 1)
  })

  it.each(hostile)("renders nothing of the provider's words %j", text => {
    const rendered = render({ reason: `provider: ${text}` })
    inertIn(rendered)
    expect(rendered.split('\n')).toHaveLength(render({}).split('\n').length)
    expect(rendered).toContain('wrapped because the provider cannot be used at the moment \\(')
  })

  it('keeps its lines and renders nothing foreign, whatever titles, names and reasons say', () => {
    const words = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.constantFrom(...hostile))
    const texts = fc.array(words, { minLength: 1, maxLength: 4 }).map(parts => parts.join(' '))
    const lines = render({ tasks: [makeTask({ units: [unit()] })] }).split('\n').length
    fc.assert(
      fc.property(texts, texts, texts, (title, name, reason) => {
        const rendered = render({ reason: `provider: ${reason}`, tasks: [makeTask({ title, units: [unit({ name })] })] })
        inertIn(rendered)
        expect(rendered.split('\n')).toHaveLength(lines)
      }),
    )
  })
})

describe('a reason', () => {
  it.each([
    ['budget', 'the budget line is reached'],
    ['provider: no credit: add some', 'the provider cannot be used at the moment (no credit: add some)'],
    ['something-new', 'something-new'],
    ['constructor', 'constructor'],
    ['toString: x', 'toString (x)'],
  ])('%s is told as “%s”', (reason, told) => {
    expect(explainReason(reason)).toBe(told)
  })
})
