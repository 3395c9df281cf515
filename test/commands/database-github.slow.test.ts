import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { extendManifest, renderManifest } from '../../src/dataset/database/manifest.ts'
import { readRetracted } from '../../src/dataset/database/retractions.ts'
import { row, rows, shardsOf } from '../dataset/database/sample-rows.ts'
import { startGithubKit, type GithubKit } from './github-kit.ts'
import { removeFolders } from './perpetual.ts'

const shards = shardsOf(rows(40), 20)
const manifest = renderManifest(extendManifest(null, shards, { goal: 100, retracted: new Set() }))

let kit: GithubKit
beforeEach(async () => {
  kit = await startGithubKit()
  await kit.github.commit('maintainer', 'main', [
    { path: '.github/perpetual.yml', text: 'goal: 100\n' },
    { path: 'database/manifest.json', text: manifest },
    ...shards,
  ])
})
afterEach(() => kit.github.close())
afterAll(removeFolders)

const retractedOn = async (branch: string): Promise<ReadonlySet<string>> =>
  readRetracted((await kit.github.files(branch)).get('database/retractions.jsonl') ?? '')

describe('the database on GitHub', () => {
  it('is counted and verified as it is on the default branch', async () => {
    expect(await kit.json(['database', 'stats'])).toMatchObject({ rows: 40, goal: 100 })
    expect(await kit.json(['database', 'verify'])).toMatchObject({ sound: true, rows: 40 })
  })

  it('is retracted from through one pull request that a person merges', async () => {
    const retract = async (pair: string) => kit.json(['database', 'retract', pair, '--because', 'closes #1, says @octocat'])
    expect(await retract('macd.3')).toMatchObject({ ids: [row(3).id], pull: { state: 'open' } })
    expect(await retract('macd.4')).toMatchObject({ ids: [row(4).id], pull: { state: 'open' } })
    expect(await retract('macd.3')).toMatchObject({ ids: [], already: 1, pull: { state: 'open' } })
    expect(await retractedOn('perpetual/retractions/1')).toStrictEqual(new Set([row(3).id, row(4).id]))
    expect(await retractedOn('main')).toStrictEqual(new Set())
    const { data: pulls } = await kit.github.as('maintainer').rest.pulls.list({ owner: kit.github.owner, repo: kit.github.repo })
    expect(pulls.map(pull => pull.title)).toStrictEqual(['Retract 1 pair: macd.3'])
    expect(pulls[0]?.body).not.toMatch(/@octocat|[^\\]#1/u)
  })
})
