import { describe, expect, it } from 'vitest'
import { flagDomainShare } from '../../../src/pipelines/research/compose-pairs.ts'
import { pair as samplePair } from '../../dataset/sample-pairs.ts'

describe('the share of a domain', () => {
  const citing = (...hosts: readonly string[]) => {
    const pair = samplePair(1)
    const [citation] = pair.citations
    if (citation === undefined) throw new Error('The sample cites nothing')
    return { ...pair, flags: [], citations: hosts.map((host, n) => ({ ...citation, n: n + 1, url: `https://${host}/page` })) }
  }

  it('flags the pairs that cite a domain with more than its share, and no others', () => {
    const pairs = [
      ...Array.from({ length: 6 }, () => citing('large.example')),
      ...['a', 'b', 'c', 'd'].map(name => citing(`${name}.example`)),
    ]
    expect(flagDomainShare(pairs, 0.5).map(pair => pair.flags)).toEqual([
      ...Array.from({ length: 6 }, () => ['domain-share']),
      [],
      [],
      [],
      [],
    ])
    expect(flagDomainShare(pairs, 0.6).flatMap(pair => pair.flags)).toEqual([])
  })

  it('says nothing of a handful of citations', () => {
    expect(flagDomainShare([citing('one.example'), citing('one.example')], 0.4).flatMap(pair => pair.flags)).toEqual([])
  })
})
