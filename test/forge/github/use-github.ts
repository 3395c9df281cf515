import { afterEach, beforeEach } from 'vitest'
import type { NewPull } from '../../../src/forge/forge.ts'
import { makeGithubForge, type FixtureOptions, type GithubFixture } from './github-fixture.ts'

/** A fresh GitHub for every test of the surrounding suite. */
export const useGithub = (options: FixtureOptions = {}): (() => GithubFixture) => {
  let fixture: GithubFixture | undefined
  beforeEach(async () => {
    fixture = await makeGithubForge(options)
  })
  afterEach(async () => {
    await fixture?.close()
    fixture = undefined
  })
  return () => {
    if (fixture === undefined) throw new Error('The fixture is there only while a test runs')
    return fixture
  }
}

export const delivery = (part = 1, change: Partial<NewPull> = {}): NewPull => ({
  branch: `perpetual/droid-research/momentum-${part}`,
  title: `Momentum, part ${part}`,
  body: 'Two indicators',
  labels: ['pipeline:droid-research', 'agent:droid'],
  files: [{ path: `inbox/droid/momentum/macd-${part}.json`, text: '{}\n' }],
  message: `Deliver momentum, part ${part}`,
  draft: false,
  reviewers: [],
  ...change,
})

/** The one line that was thrown. */
export const refusalOf = async (work: Promise<unknown>): Promise<{ readonly message: string; readonly actBy: string }> => {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Error) || !('actBy' in error)) throw new Error(`Expected a PerpetualError, got ${String(error)}`)
  if (error.message.includes('\n')) throw new Error(`Expected one line, got ${error.message}`)
  return { message: error.message, actBy: String(error.actBy) }
}
