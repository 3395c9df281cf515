import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellOf, facetOf, facets, gridFamily, readCell } from '../../../src/dataset/database/cell.ts'
import { extendManifest, parseManifest, renderManifest } from '../../../src/dataset/database/manifest.ts'
import { createVerifier } from '../../../src/dataset/database/verify.ts'
import { pairId } from '../../../src/dataset/pair-id.ts'
import { questionTypes } from '../../../src/domain/pair.ts'
import { facetPool } from '../../../src/rehearsal/question-words.ts'
import { hostileTexts } from '../sample-pairs.ts'
import { row, shardsOf } from './sample-rows.ts'

describe('a cell of the coverage grid', () => {
  it('is told by the words in which models speak of a facet', () => {
    const spoken = {
      'what-it-measures': 'concept',
      'Computation and data sources': 'computation',
      'Parameters and timeframe choice': 'parameters',
      'How readings are interpreted': 'interpretation',
      'signals-and-confirmation': 'signals',
      'How it fails, and in which market regimes': 'limits',
      'combination-with-other-indicators': 'combination',
      'Comparison with RSI': 'comparison',
      'Historical Origin': 'history',
      'Particular to crypto markets': 'market',
    }
    expect(Object.keys(spoken).map(facetOf)).toEqual(Object.values(spoken))
    expect(facetOf('Custody of keys')).toBeUndefined()
    expect(facetPool.filter(([, name]) => facetOf(name) === undefined)).toEqual([])
  })

  it('counts a planned pair by its family, and none that was not planned by facets', () => {
    const planned = row(1, { topic: ['technical', 'trend', 'risk'], facet: 'Pitfalls', question_type: 'example' })
    expect(cellOf(planned)).toBe('technical/trend / limits / example')
    expect(gridFamily('technical/trend')).toBe('technical/trend')
    expect(cellOf({ ...planned, facet: 'Custody' })).toBe('technical/trend / other / example')
    expect(cellOf({ ...planned, facet: '' })).toBeUndefined()
    expect(cellOf({ ...planned, topic: [] })).toBeUndefined()
  })

  it('is read back from its name, whatever the family is called, and nothing else is', () => {
    const text = fc.oneof(fc.constantFrom(...hostileTexts, 'a / b', '__proto__'), fc.string({ unit: 'binary' }))
    fc.assert(
      fc.property(fc.array(text, { maxLength: 3 }), text, fc.constantFrom(...questionTypes), (topic, facet, question_type) => {
        const name = cellOf({ topic, facet, question_type })
        if (name === undefined) return
        expect(name.length).toBeLessThanOrEqual(100)
        const cell = readCell(name)
        expect(cell).toMatchObject({ facet: facetOf(facet) ?? null, type: question_type })
        expect(`${cell?.family} / ${cell?.facet ?? 'other'} / ${cell?.type}`).toBe(name)
      }),
    )
    for (const other of ['', 'a', ' / limits / pitfall', 'a / limits / nonsense', 'a / nonsense / pitfall'])
      expect(readCell(other)).toBeUndefined()
    expect(new Set(facets).size).toBe(facets.length)
  })

  it('is counted by the manifest, of which one that an older version wrote is read and found sound', () => {
    const rows = [1, 2, 3].map(number => {
      const made = row(number, { facet: 'Origin', topic: ['technical', 'trend'], question_type: 'pitfall' })
      return { ...made, id: pairId(made.indicator_id, made.question) }
    })
    const shards = shardsOf(rows)
    const manifest = extendManifest(null, shards, { goal: 300, retracted: new Set() })
    expect(manifest.totals.byCell).toEqual({ 'technical/trend / history / pitfall': 3 })
    const { byCell: _byCell, ...totals } = manifest.totals
    const older = parseManifest(JSON.stringify({ ...manifest, totals }))
    expect(older.totals.byCell).toEqual({})
    expect(parseManifest(renderManifest(older))).toEqual(older)
    const verifier = createVerifier({ manifest: older, retracted: new Set(), rehearsal: true })
    expect(shards.map(shard => verifier.shard({ ...shard, rejects: '' }))).toEqual([undefined])
    expect(verifier.end()).toBeUndefined()
  })
})
