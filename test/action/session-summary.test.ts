import { describe, expect, it } from 'vitest'
import { renderSessionSummary } from '../../src/action/session-summary.ts'
import type { RunResult } from '../../src/session/result.ts'

const result: RunResult = {
  pipeline: 'droid-research',
  session: 'droid-research-0001',
  tasks: ['session_04'],
  outcome: 'wrapped',
  reason: 'budget',
  spent: { sends: 840, calls: 838, tokens: 1_200_000, minutes: 61.25, slots: 0, usd: 0.8512 },
  budget: { meter: 'calls', limit: 1000, line: 850, used: 850 },
  pairs: { accepted: 412, rejected: 31 },
  deliveries: [{ branch: 'perpetual/droid-research/session_04-1', number: 12, url: 'https://github.com/acme/pairs/pull/12' }],
  handoff: 'handoffs/droid-research/droid-research-0001.md',
  next: '2026-11-23T00:01:00.000Z',
}

const pies = (markdown: string) =>
  [...markdown.matchAll(/```mermaid\n([^]*?)```/gu)].map(match => match[1]?.trimEnd().split('\n'))

describe('the page of a session', () => {
  it('says what was used, made and handed off, and how many requests GitHub got', () => {
    const page = renderSessionSummary(result, 71)
    expect(page.replaceAll('\\', '')).toMatch(/^## droid-research-0001 wrapped$/mu)
    for (const row of [
      '| requests to the provider | 840 (account at 850 of 1000, line 850) |',
      '| dollars | $0.8512 |',
      '| minutes | 61.3 |',
      '| pairs accepted, put aside | 412, 31 |',
      '| next session | not before 2026-11-23T00:01Z |',
      '| requests to GitHub | 71 |',
    ])
      expect(page).toContain(row)
    expect(page).toMatch(/\[.*12.*\]\(<https:\/\/github\.com\/acme\/pairs\/pull\/12>\)/u)
  })

  it('draws the budget and the pairs, each share once, adding up to the whole', () => {
    expect(pies(renderSessionSummary(result, 71))).toEqual([
      [
        "pie showData title The account's calls today",
        '  "this session" : 840',
        '  "used or reserved before" : 10',
        '  "kept back beyond the line" : 150',
      ],
      ["pie showData title This session's pairs", '  "accepted" : 412', '  "put aside by a gate or the judge" : 31'],
    ])
  })

  it('draws nothing of nothing, so that no picture fails', () => {
    const nothing = {
      ...result,
      budget: { meter: 'calls' as const, limit: 0, line: 0, used: 0 },
      pairs: { accepted: 0, rejected: 0 },
    }
    expect(renderSessionSummary(nothing, 3)).not.toContain('mermaid')
  })

  it('shows hostile names and reasons as the text they are', () => {
    const hostile = '@octocat <img src=x> | ```mermaid [x](javascript:1) #7'
    const page = renderSessionSummary({ ...result, reason: `provider: ${hostile}`, tasks: [hostile], session: hostile }, 1)
    expect(page).not.toMatch(/@octocat|<img|\n```mermaid \[|\]\(javascript/u)
    expect(pies(page)).toHaveLength(2)
  })

  it('lists a hundred deliveries and counts the rest', () => {
    const deliveries = Array.from({ length: 130 }, (_, index) => ({ branch: `b-${index}`, number: index + 1, url: '' }))
    expect(renderSessionSummary({ ...result, deliveries }, 1)).toContain('and 30 more')
  })
})
